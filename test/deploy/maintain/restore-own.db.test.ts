/** What a partition had of its own comes back with it, or is told; nobody reads more of it than before. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { FORMAT } from '../../../src/deploy/archive/archive-head.ts';
import { folderStore } from '../../../src/deploy/archive/folder-store.ts';
import { writeParquet } from '../../../src/deploy/archive/parquet-output.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { EMPTY } from './empty-head.ts';
import { type Answered, type Asked, run } from './maintenance-settings.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
  await server.withDatabase(({ migrator }) =>
    withClient(migrator, (client) =>
      client.query('create role reader; create role guest; grant reader, guest to current_user'),
    ),
  );
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-'));
});
afterEach(() => rm(folder, { recursive: true }));

const TABLE = `create table t (id int, who text, at date not null) partition by range (at);
  create table t_2020 partition of t for values from ('2020-01-01') to ('2021-01-01');
  insert into t values (1, 'reader', '2020-03-01'), (2, 'other', '2020-04-01');`;

const withTable = (
  sql: string,
  body: (database: ThrowawayDatabase, client: pg.Client) => Promise<void>,
): Promise<void> =>
  server.withDatabase((database) =>
    withClient(database.migrator, async (client) => {
      await client.query(`${TABLE} ${sql}`);
      await body(database, client);
    }),
  );

const archive = (database: ThrowawayDatabase, asked: Asked = {}): Promise<Answered> =>
  run('archive', database, {
    ...asked,
    options: { archive: folder, retention: '12 months', ...asked.options },
  });
const restore = (database: ThrowawayDatabase, partition = 't_2020'): Promise<Answered> =>
  run('restore', database, { options: { archive: folder, partitions: [partition] } });
const outcome = ({ result }: Answered) => result.tables[0]?.partitions[0];

/** What a role reads of the partition itself, by its SQLSTATE where it may not. */
async function readBy(client: pg.Client, role: string): Promise<unknown[]> {
  await client.query(`set role ${role}`);
  try {
    const { rows } = await client.query<{ id: number }>('select id from t_2020 order by id');
    return rows.map(({ id }) => id);
  } catch (error) {
    return [(error as { code?: string }).code];
  } finally {
    await client.query('reset role');
  }
}

const SECURED = `
  alter table t_2020 enable row level security;
  create policy own_rows on t_2020 for select to reader using (who = current_user);
  create policy writes on t_2020 as restrictive for insert with check (id > 0);
  grant select on t_2020 to reader with grant option;
  grant update (who) on t_2020 to guest;
  comment on table t_2020 is 'of the year''s own';
  alter default privileges grant select on tables to reader, guest;`;

const PROPERTIES = `
  select c.relrowsecurity, c.relforcerowsecurity, obj_description(c.oid, 'pg_class') as comment,
         (select jsonb_agg(to_jsonb(p) order by policyname) from pg_policies p where tablename = 't_2020') as policies,
         (select jsonb_agg(to_jsonb(g) order by grantee, privilege_type) from information_schema.column_privileges g
           where table_name = 't_2020' and grantee in ('reader', 'guest')) as grants
    from pg_class c where c.relname = 't_2020'`;

describe('what only the partition had', () => {
  it('row security, policies, grants and comment, comes back', () =>
    withTable(SECURED, async (database, client) => {
      const was = (await client.query(PROPERTIES)).rows;
      expect([await readBy(client, 'reader'), await readBy(client, 'guest')]).toEqual([[1], ['42501']]);
      expect(outcome(await archive(database))).toMatchObject({ action: 'archived', rows: 2 });
      expect(outcome(await restore(database))).toMatchObject({ action: 'restored', rows: 2 });
      expect([await readBy(client, 'reader'), await readBy(client, 'guest')]).toEqual([[1], ['42501']]);
      expect((await client.query(PROPERTIES)).rows).toEqual(was);
    }));

  it('is not read by more where the target has no record of the file: its policies are not taken from there', () =>
    withTable(SECURED, async (database, client) => {
      await archive(database);
      await client.query('delete from partition_guard.archived_partition');
      expect(outcome(await restore(database))).toMatchObject({
        action: 'restored',
        reason: expect.stringMatching(
          /not brought back.*policy own_rows, policy writes, grants to/,
        ) as unknown,
      });
      expect([await readBy(client, 'reader'), await readBy(client, 'guest')]).toEqual([['42501'], ['42501']]);
      const { rows } = await client.query("select relrowsecurity from pg_class where relname = 't_2020'");
      expect(rows).toEqual([{ relrowsecurity: true }]);
    }));

  it('forced row security is forced again', () =>
    withTable(
      'alter table t_2020 force row level security, enable row level security',
      async (database, client) => {
        const superuser = { ...database, migrator: database.admin };
        expect(outcome(await archive(superuser))).toMatchObject({ action: 'archived' });
        expect(outcome(await restore(superuser))).toMatchObject({ action: 'restored' });
        const { rows } = await client.query(
          "select relforcerowsecurity from pg_class where relname = 't_2020'",
        );
        expect(rows).toEqual([{ relforcerowsecurity: true }]);
      },
    ));

  it('no default privilege shows rows of a partition to whom it was not granted', () =>
    withTable(
      'alter default privileges grant select on tables to reader, public',
      async (database, client) => {
        expect(await readBy(client, 'reader')).toEqual(['42501']);
        await archive(database);
        await restore(database);
        expect(await readBy(client, 'reader')).toEqual(['42501']);
        expect((await client.query('select from t')).rowCount).toBe(2);
      },
    ));

  it('and does not come back is told, when it is archived and when it is restored', () =>
    withTable(
      `create index by_who on t_2020 (who); alter table t_2020 add constraint known check (id < 100);
       alter table t_2020 set (fillfactor = 50); alter table t_2020 alter who set default 'x', alter id set not null;
       create function f() returns trigger language plpgsql as 'begin return new; end';
       create trigger noted before insert on t_2020 for each row execute function f();
       create index of_all on t (id); alter table t add constraint of_all_too check (id > 0)`,
      async (database) => {
        const told =
          /index by_who, check known, .*default of who, trigger noted, storage parameter fillfactor=50/;
        const none = /of_all/;
        const rehearsed = outcome(await archive(database, { options: { dryRun: true } }));
        expect(rehearsed?.reason).toMatch(told);
        const { printed, ...archived } = await archive(database);
        expect(outcome({ printed, ...archived })?.reason).toMatch(told);
        expect(printed).toContain('check known');
        expect(printed).not.toMatch(none);
        expect(outcome(await restore(database))?.reason).toMatch(told);
      },
    ));

  it('and was changed after the archive is in another one', () =>
    withTable('', async (database, client) => {
      await client.query("begin; comment on table t_2020 is 'late'");
      let committed: Promise<unknown> | undefined;
      const answered = await archive(database, {
        onProgress: (text) => {
          if (text.includes('read back')) committed ??= client.query('commit');
        },
      });
      await committed;
      expect(outcome(answered)).toMatchObject({ action: 'archived', rows: 2 });
      await restore(database);
      const { rows } = await client.query(
        "select obj_description('t_2020'::regclass, 'pg_class') as comment",
      );
      expect(rows).toEqual([{ comment: 'late' }]);
    }));

  it('takes no SQL from a file that nobody recorded', () =>
    withTable('', async (database, client) => {
      const sink = await folderStore(folder).create('s/public/t/t_2019.0123456789abcdef.parquet');
      const policy = {
        name: 'p', isPermissive: true, command: '*' as const, roles: [], isForAll: true,
        using: 'true); create table pwned (x int); select (true', check: null,
      }; // prettier-ignore
      const own = { ...EMPTY.own, rowSecurity: true, policies: [policy] };
      await writeParquet(sink, { ...EMPTY, own }, (async function* () {})());
      await sink.finish();
      const told = await restore(database, 't_2019').catch((error: unknown) => error);
      expect(told).toMatchObject({ result: { tables: [{ partitions: [{ partition: 'public.t_2019' }] }] } });
      expect((await client.query("select from pg_class where relname = 'pwned'")).rowCount).toBe(0);
    }));
});

describe('a type of the database', () => {
  const TYPED = `
    create type address as (street text, city text);
    create type mood as enum ('bad', 'good');
    create domain size as numeric(5,1);
    create type span as range (subtype = date);
    alter table t add home address, add moods mood[], add sized size, add spans span;
    update t set home = ('Main St', 'Rome'), moods = '{bad}', sized = 1.5, spans = '[2020-01-01,2020-02-01)';`;

  it.each([
    ['attributes', 'alter type address rename attribute street to x; alter type address rename attribute city to street; alter type address rename attribute x to city', 'address'],
    ['an attribute more', 'alter type address add attribute zip text', 'address'],
    ['labels', "alter type mood rename value 'bad' to 'x'; alter type mood rename value 'good' to 'bad'; alter type mood rename value 'x' to 'good'", 'mood'],
    ['another base', 'alter table t drop sized; drop domain size; create domain size as numeric(5,0); alter table t add sized size', 'size'],
    ['another range', 'alter table t drop spans; drop type span; create type span as range (subtype = timestamp); alter table t add spans span', 'span'],
  ])('that has other %s since is refused', (_, sql, name) =>
    withTable(TYPED, async (database, client) => {
      await archive(database);
      await client.query(sql);
      expect(outcome(await restore(database))).toMatchObject({
        action: 'failed',
        reason: expect.stringContaining(`type public.${name} was`) as unknown,
        hint: expect.stringContaining('as they were') as unknown,
      });
      expect((await client.query('select from t')).rowCount).toBe(0);
    }),
  ); // prettier-ignore

  it('that has a label more since is none', () =>
    withTable(TYPED, async (database, client) => {
      await archive(database);
      await client.query("alter type mood add value 'so so' before 'good'");
      expect(outcome(await restore(database))).toMatchObject({ action: 'restored', rows: 2 });
    }));

  it('whose check goes by the path of those who write is archived', () =>
    withTable(
      `create table known (word text); insert into known values ('a');
       create function is_known(text) returns boolean language sql as 'select exists (select from known where word = $1)';
       create domain word as text check (value is null or is_known(value)); alter table t add said word; update t set said = 'a'`,
      async (database) => {
        expect(outcome(await archive(database))).toMatchObject({ action: 'archived', rows: 2 });
        expect(outcome(await restore(database))).toMatchObject({ action: 'restored', rows: 2 });
      },
    ));
});

describe('an archive of another format', () => {
  it.each([
    [FORMAT - 1, 'an earlier'],
    [FORMAT + 1, 'a later'],
  ])('%i is refused as such', (format, told) =>
    withTable('', async (database) => {
      const sink = await folderStore(folder).create('s/public/t/t_2019.0123456789abcdef.parquet');
      await writeParquet(sink, { ...EMPTY, format: format as typeof FORMAT }, (async function* () {})());
      await sink.finish();
      await expect(restore(database, 't_2019')).rejects.toMatchObject({
        code: 'archive-format',
        message: expect.stringContaining(`of format ${format}, which ${told} version wrote`) as unknown,
      });
    }),
  );
});
