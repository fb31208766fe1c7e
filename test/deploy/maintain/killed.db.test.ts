/** A maintenance that is killed, and run again: no row is lost, none is archived twice, in a folder and in a bucket. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { BUCKET, openS3Server, type S3Server, withEnvironment } from '../archive/s3-server.ts';
import { run } from './maintenance-settings.ts';

let server: TestServer;
let s3: S3Server;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
  s3 = await openS3Server();
  folder = await mkdtemp(join(tmpdir(), 'killed-'));
});
afterAll(async () => {
  await server.close();
  await s3.close();
  await rm(folder, { recursive: true });
});

/** Of bytes that no codec makes small: an upload of several parts. */
/** So many that the first partition's file takes two parts of an upload; a folder takes fewer. */
const MANY = 1800;
const FEW = 500;
const table = (rows: number): string => `
  create table booking (id bigint, at timestamptz not null, photo bytea, primary key (id, at)) partition by range (at);
  create table booking_2020_01 partition of booking for values from ('2020-01-01 00:00+00') to ('2020-02-01 00:00+00');
  create table booking_2020_02 partition of booking for values from ('2020-02-01 00:00+00') to ('2020-03-01 00:00+00');
  insert into booking select n, '2020-01-15 00:00+00'::timestamptz + (n % 10 > 8)::int * interval '30 days', photo
    from generate_series(1, ${rows}) n,
         lateral (select string_agg(sha512((n * 1000 + k)::text::bytea), '') as photo from generate_series(1, 160) k) p;
  create table kept as select * from booking`;

const withTable = (
  rows: number,
  body: (database: ThrowawayDatabase, client: pg.Client) => Promise<void>,
): Promise<void> =>
  server.withDatabase((database) =>
    withClient(database.migrator, async (client) => {
      await client.query(table(rows));
      await body(database, client);
    }),
  );

const OPTIONS = { retention: '24 months' };

/** Starts one, and kills it when `isTime` says so, by what it prints or by itself. */
async function killed(
  { migrator }: ThrowawayDatabase,
  archive: string,
  isTime: (printed: string) => boolean,
): Promise<NodeJS.Signals | null> {
  const asked = { options: { ...OPTIONS, archive } };
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'maintain-entry.ts'), JSON.stringify({ command: 'archive', migrator, asked })],
    { env: { ...process.env, ...s3.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const watch = setInterval(() => {
    if (isTime(printed)) child.kill('SIGKILL');
  }, 1);
  return new Promise((resolve) =>
    child.once('close', (_code, signal) => {
      clearInterval(watch);
      resolve(signal);
    }),
  );
}

/** Every row is in the table, or in an archive that its partition was dropped for. */
async function everyRowIsSomewhere(client: pg.Client): Promise<void> {
  const count = async (sql: string): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(sql);
    return rows[0]?.n ?? 0;
  };
  const { rows } = await client.query("select to_regclass('partition_guard.archived_partition') as trail");
  const archived =
    (rows[0] as { trail: string | null }).trail === null
      ? 0
      : await count('select coalesce(sum(row_count), 0)::int as n from partition_guard.archived_partition');
  expect((await count('select count(*)::int as n from booking')) + archived).toBe(
    await count('select count(*)::int as n from kept'),
  );
}

async function endsWell(database: ThrowawayDatabase, client: pg.Client, archive: string): Promise<void> {
  await everyRowIsSomewhere(client);
  await withEnvironment(s3.env, async () => {
    const { result, printed } = await run('archive', database, { options: { ...OPTIONS, archive } });
    expect([result.outcome, printed]).toEqual([expect.stringMatching(/^(?:done|nothing-to-do)$/), printed]);
    await everyRowIsSomewhere(client);
    expect((await client.query('select from booking')).rowCount).toBe(0);
    const { rows } = await client.query(
      'select distinct partition_name, location from partition_guard.archived_partition',
    );
    expect(rows.length).toBe(2);
    expect(
      (await client.query("select from partition_guard.deployment where outcome = 'interrupted'")).rowCount,
    ).toBe(1);
    const back = await run('restore', database, {
      options: { archive, partitions: ['booking_2020_01', 'booking_2020_02'] },
    });
    expect(back.result.outcome).toBe('done');
    expect((await client.query('select * from kept except select * from booking')).rowCount).toBe(0);
    expect((await client.query('select * from booking except select * from kept')).rowCount).toBe(0);
  });
}

describe('a maintenance that is killed', () => {
  it('while it uploads, leaves nothing that counts, and ends well when it is run again', () =>
    withTable(MANY, async (database, client) => {
      const archive = `s3://${BUCKET}/upload`;
      const signal = await killed(database, archive, () =>
        s3.requests.some((line) => line.includes('partNumber=2')),
      );
      expect(signal).toBe('SIGKILL');
      expect((await client.query('select from booking')).rowCount).toBe(MANY);
      await endsWell(database, client, archive);
    }));

  it.each([
    ['while it writes', () => true, ''],
    ['when the first archive is proven', (text: string) => text.includes('read back'), ''],
    ['when the first partition is gone', (text: string) => text.split('read back').length > 2, ''],
  ])('%s to a folder, ends well when it is run again', (name, isTime) =>
    withTable(FEW, async (database, client) => {
      const archive = join(folder, name.replaceAll(' ', '-'));
      const begun = async (): Promise<boolean> =>
        (await readdir(archive, { recursive: true }).catch(() => [])).some((file) => file.endsWith('.part'));
      let hasBegun = false;
      const watch = setInterval(() => void begun().then((is) => (hasBegun ||= is)), 2);
      const signal = await killed(database, archive, (printed) => hasBegun && isTime(printed));
      clearInterval(watch);
      expect(signal).toBe('SIGKILL');
      await endsWell(database, client, archive);
      expect((await readdir(archive, { recursive: true })).filter((file) => file.endsWith('.part'))).toEqual(
        [],
      );
    }),
  );
});

describe('a bucket', () => {
  it('that gives back other bytes keeps the partition, and so does one that is not there', () =>
    withTable(FEW, async (database, client) => {
      const faults: [string, Record<string, string>][] = [
        ['s3://nowhere-at-all/x', {}],
        [`s3://${BUCKET}/wrong`, { AWS_SECRET_ACCESS_KEY: 'wrong' }],
      ];
      for (const [archive, env] of faults) {
        const { result } = await withEnvironment({ ...s3.env, ...env }, () =>
          run('archive', database, { options: { ...OPTIONS, archive } }),
        );
        expect(result.outcome).toBe('failed');
        expect(result.tables[0]?.partitions.map(({ action }) => action)).toEqual(['failed', 'failed']);
        expect(
          JSON.stringify(result, (_, value: unknown) => (typeof value === 'bigint' ? '' : value)),
        ).not.toContain('S3RVER');
      }
      expect((await client.query('select from booking')).rowCount).toBe(FEW);
    }));
});
