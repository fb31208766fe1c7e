/** A restore takes the file that the target wrote down when it dropped the partition, and no older one in its stead. */
import { cp, mkdtemp, readdir, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { type Answered, run } from './maintenance-settings.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recorded-'));
});
afterEach(() => rm(folder, { recursive: true }));

const archive = async (database: ThrowawayDatabase, table = 't'): Promise<string> => {
  const { result } = await run('archive', database, {
    config: `tables: [{ name: ${table} }]`,
    options: { archive: folder, retention: '12 months' },
  });
  const [partition] = result.tables[0]?.partitions ?? [];
  expect(partition?.action).toBe('archived');
  return partition?.archive?.location ?? '';
};

const restore = (database: ThrowawayDatabase, partition: string, place = folder): Promise<Answered> =>
  run('restore', database, { options: { archive: place, partitions: [partition] } });

const outcome = ({ result }: Answered) => result.tables[0]?.partitions[0];

interface Archives {
  readonly database: ThrowawayDatabase;
  readonly client: pg.Client;
  /** Of one row, as it was before it was restored and written to. */
  readonly older: string;
  /** Of three: the one that it was dropped for last. */
  readonly last: string;
}

const withTwoArchives = (body: (archives: Archives) => Promise<void>): Promise<void> =>
  server.withDatabase((database) =>
    withClient(database.migrator, async (client) => {
      await client.query(`create table t (id int, at date not null) partition by range (at);
        create table t_2019 partition of t for values from ('2019-01-01') to ('2020-01-01');
        insert into t values (1, '2019-03-01')`);
      const older = await archive(database);
      expect(outcome(await restore(database, 't_2019'))).toMatchObject({ action: 'restored', rows: 1 });
      await client.query("insert into t values (2, '2019-04-01'), (3, '2019-05-01')");
      const last = await archive(database);
      expect(last).not.toBe(older);
      await body({ database, client, older, last });
    }),
  );

describe('of several archives of a partition', () => {
  it('the one that it was dropped for last comes back', () =>
    withTwoArchives(async ({ database, client, last }) => {
      expect(outcome(await restore(database, 't_2019'))).toMatchObject({
        action: 'restored',
        rows: 3,
        archive: { location: last },
      });
      expect((await client.query('select from t')).rowCount).toBe(3);
    }));

  it('no older one is taken where the last is missing, unless it is named', () =>
    withTwoArchives(async ({ database, client, older, last }) => {
      await unlink(last);
      await expect(restore(database, 't_2019')).rejects.toMatchObject({
        code: 'archive-recorded-missing',
        exitStatus: 1,
        message: expect.stringContaining(`${last} (3 rows of`) as unknown,
        hint: expect.stringContaining(older) as unknown,
      });
      expect((await client.query('select from t')).rowCount).toBe(0);
      expect(outcome(await restore(database, older))).toMatchObject({
        action: 'restored',
        rows: 1,
        reason: expect.stringContaining(`is of another: ${last}`) as unknown,
      });
    }));

  it('none is taken whose bytes are not those that were recorded, unless it is named', () =>
    withTwoArchives(async ({ database, client, older, last }) => {
      await cp(older, last);
      expect(outcome(await restore(database, 't_2019'))).toMatchObject({
        action: 'failed',
        reason: expect.stringContaining('SHA-256') as unknown,
      });
      expect((await client.query('select from t')).rowCount).toBe(0);
      expect(outcome(await restore(database, last))).toMatchObject({
        action: 'restored',
        rows: 1,
        reason: expect.stringContaining('other bytes') as unknown,
      });
    }));

  it('the last is known by its name where the place has moved', () =>
    withTwoArchives(async ({ database }) => {
      const elsewhere = join(folder, 'elsewhere');
      const names = await readdir(folder);
      for (const name of names) await cp(join(folder, name), join(elsewhere, name), { recursive: true });
      expect(outcome(await restore(database, 't_2019', elsewhere))).toMatchObject({
        action: 'restored',
        rows: 3,
      });
    }));

  it('none is guessed where the records may not be read, and one that is named is taken', () =>
    withTwoArchives(async ({ database, client, last }) => {
      await client.query('revoke select on partition_guard.archived_partition from current_user');
      await expect(restore(database, 't_2019')).rejects.toMatchObject({
        code: 'archive-records-unreadable',
        hint: expect.stringContaining('grant usage') as unknown,
      });
      expect(outcome(await restore(database, last))).toMatchObject({
        action: 'restored',
        rows: 3,
        reason: expect.stringContaining('may not be read') as unknown,
      });
    }));

  it('without a record on the target none is the last', () =>
    withTwoArchives(async ({ database, client, older, last }) => {
      await client.query('delete from partition_guard.archived_partition');
      await expect(restore(database, 't_2019')).rejects.toMatchObject({ code: 'archive-ambiguous' });
      await unlink(older);
      expect(outcome(await restore(database, 't_2019'))).toMatchObject({
        action: 'restored',
        rows: 3,
        archive: { location: last },
        reason: expect.stringContaining('no record') as unknown,
      });
    }));
});

describe('a name that several partitions bear', () => {
  it.each([
    ['with records', ''],
    ['without', 'delete from partition_guard.archived_partition'],
    ['with one of them', `delete from partition_guard.archived_partition where table_name = '"a"."t"'`],
  ])('is refused with a list of them, %s', (_, sql) =>
    server.withDatabase((database) =>
      withClient(database.migrator, async (client) => {
        for (const schema of ['a', 'b']) {
          await client.query(`create schema ${schema};
            create table ${schema}.t (id int, at date not null) partition by range (at);
            create table ${schema}.t_2020 partition of ${schema}.t for values from ('2020-01-01') to ('2021-01-01');
            insert into ${schema}.t values (1, '2020-03-01')`);
          await archive(database, `${schema}.t`);
        }
        await client.query(sql === '' ? 'select' : sql);
        await expect(restore(database, 't_2020')).rejects.toMatchObject({
          code: 'archive-ambiguous',
          hint: expect.stringMatching(
            /\/a\/t\/t_2020.*\/b\/t\/t_2020|\/b\/t\/t_2020.*\/a\/t\/t_2020/,
          ) as unknown,
        });
        expect(outcome(await restore(database, 'b.t_2020'))).toMatchObject({ action: 'restored' });
        expect((await client.query('select from b.t')).rowCount).toBe(1);
        expect((await client.query('select from a.t')).rowCount).toBe(0);
      }),
    ),
  );
});
