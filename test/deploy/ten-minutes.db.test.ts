/** The page's way from zero to a gated deploy, walked: its commands, file and SQL are read from docs/deploy.md and run. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EXIT } from '../../src/domain/operator-error.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../support/throwaway.ts';
import { rowsOf } from './apply/played.ts';
import { urlOf } from './target-url.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'test/support/cli-entry.ts');

let server: TestServer;
let section: string;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
  const page = await readFile(join(ROOT, 'docs/deploy.md'), 'utf8');
  section = /\n## From zero to a gated deploy\n([^]*?)\n## /.exec(page)?.[1] ?? '';
  folder = await mkdtemp(join(tmpdir(), 'ten-minutes-'));
  await mkdir(join(folder, 'db'));
  await cp(join(ROOT, 'sql/migrations'), join(folder, 'db/migration'), { recursive: true });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await server.close();
});

const blocks = (language: string): string[] =>
  [...section.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]+)\`\`\``, 'g'))].map(([, text = '']) => text);

interface End {
  readonly status: number;
  readonly stdout: string;
}

/** A line of the page, as somebody's shell runs it. */
const shell = (text: string, { migrator }: ThrowawayDatabase, digest = ''): Promise<End> =>
  new Promise((resolve) => {
    const line = text
      .replaceAll(
        'node path/to/dist/cli.js',
        `"${process.execPath}" --disable-warning=ExperimentalWarning "${CLI}"`,
      )
      .replaceAll('postgres://postgres@localhost:5432/bookings', `'${urlOf(migrator)}'`)
      .replaceAll('sha256:…', digest);
    const env = { PATH: process.env['PATH'], HOME: folder, PARTITION_GUARD_TARGET: urlOf(migrator) };
    execFile('/bin/sh', ['-ec', line], { cwd: folder, env }, (error, stdout) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : EXIT.pass, stdout });
    });
  });

it('ends in a database that is deployed to, whose next environment is held back', async () => {
  const [see = '', rehearse = '', apply = ''] = blocks('sh');
  const [configuration = ''] = blocks('yaml');
  const [trail = ''] = blocks('sql');
  await server.withDatabase(async (database) => {
    const planned = await shell(see, database);
    expect(planned).toMatchObject({
      status: EXIT.pass,
      stdout: expect.stringMatching(/READY {2}3 migrations/) as unknown,
    });
    const digest = /sha256:[0-9a-f]{64}/.exec(planned.stdout)?.[0];
    expect(await shell(rehearse, database)).toMatchObject({
      status: EXIT.pass,
      stdout: expect.stringContaining('rolled back') as unknown,
    });
    expect(await shell(apply, database, digest)).toMatchObject({
      status: EXIT.pass,
      stdout: expect.stringMatching(/APPLIED {2}3 migrations/) as unknown,
    });
    const drifted = await shell(apply, database, digest);
    expect(drifted).toMatchObject({
      status: EXIT.refused,
      stdout: expect.stringContaining('plan') as unknown,
    });
    const again = await shell(apply.replace(' --plan sha256:…', ''), database);
    expect(again).toMatchObject({
      status: EXIT.pass,
      stdout: expect.stringContaining('NOTHING TO DO') as unknown,
    });
    expect(await rowsOf(database.migrator, trail)).toMatchObject([
      { command: 'apply', environment: 'DEV', outcome: 'applied' },
      { outcome: 'refused' },
      { outcome: 'nothing-to-do' },
    ]);
    await writeFile(join(folder, 'partition-guard.yml'), configuration);
    await writeFile(
      join(folder, 'db/migration/V4__quarters.sql'),
      "select manage_partitions('amenity_booking_', 4, 3);",
    );
    const held = await shell('node path/to/dist/cli.js apply --environment PROD', database);
    expect(held).toMatchObject({
      status: EXIT.refused,
      stdout: expect.stringContaining('PROD comes after STAGING') as unknown,
    });
  });
});
