/** What becomes of a run whose server can't start, or whose machine keeps a damaged cache. */
import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Ending, Programs, ROOT } from './program.ts';
import { withProject } from './project.ts';

const programs = new Programs(1);
afterAll(() => programs.removeCache());

const ARGUMENTS = ['validate', '--server', 'embedded', '--rows', '10', '--scenario', 'fresh'] as const;
const SOURCES = join(ROOT, 'test', 'support', 'cli-entry.ts');

/** On a machine that refuses files of more than 250 KB, or 500 KB where the shell counts so. */
const CRAMPED = ['sh', '-c', 'ulimit -f 500 && exec "$@"', 'sh', process.execPath, SOURCES] as const;

describe('validate', () => {
  it('says so where the SQL under test changes a role that the program works with', async () => {
    const files = {
      'migrations/V1__one.sql': `create table t (id text, at timestamptz not null, primary key (id, at)) partition by range (at);
        create table t1 partition of t for values from ('2026-01-01 00:00+00') to ('2029-01-01 00:00+00');
        alter role partition_guard_observer nologin;`,
    };
    await withProject({ files }, async ({ cwd }) => {
      const { status, stdout, stderr } = await programs.run({ cwd, args: ['validate', '--rows', '10'] });
      // From 16 on the server refuses the statement itself; up to 15 the program is locked out.
      expect([1, 64]).toContain(status);
      expect(status === 1 ? stdout : stderr).toContain(
        status === 1 ? 'migration-applies' : 'was changed by the SQL under test',
      );
    });
  });

  it('ends with 70 and the last lines of the log where the server does not start', async () => {
    await withProject({ files: { 'migrations/V1__one.sql': 'select 1;\n' } }, async ({ cwd }) => {
      // Whatever is fetched once is there afterwards.
      const first = await programs.run({ cwd, args: ARGUMENTS });
      expect(first.status).toBe(0);
      const { status, stdout, stderr } = await programs.run({
        cwd,
        args: ARGUMENTS,
        command: CRAMPED,
        env: { npm_config_offline: 'true' },
      });
      expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
      expect(stderr).toMatch(/PostgreSQL \d+\.\d+ \(.*\) does not start: /);
      expect(stderr).toContain('File too large');
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^→ /);
    });
  });

  it('prepares a damaged data folder anew, and says so', async () => {
    await withProject({ files: { 'migrations/V1__one.sql': 'select 1;\n' } }, async ({ cwd }) => {
      const play = (): Promise<Ending> => programs.run({ cwd, args: ARGUMENTS });
      await play();
      const [file] = await keptData();
      if (file === undefined) throw new Error('nothing was kept in the cache');
      await truncate(file, (await stat(file)).size - 4096);
      const damaged = await play();
      expect(damaged.status).toBe(0);
      expect(damaged.stderr).toContain('the prepared data folder is damaged and is made anew');
      expect(await play()).toMatchObject({ status: 0, stderr: '' });
    });
  });
});

async function keptData(): Promise<string[]> {
  const folder = join(await programs.cache(), 'partition-guard');
  return (await readdir(folder)).filter((name) => name.endsWith('.tar')).map((name) => join(folder, name));
}
