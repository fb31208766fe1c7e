/** Which tables a migration is taken to reach: too many costs time, too few a loss that nobody sees. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reachOf } from '../../src/deploy/proof/reach.ts';
import { withClient } from '../../src/postgres/connection.ts';
import { migrationsOf } from '../migrations/folder.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());

const GIVEN = `
create table booking (id bigint, at date, primary key (id, at)) partition by range (at);
create table booking_2026 partition of booking for values from ('2026-01-01') to ('2027-01-01');
create index booking_by_day on booking_2026 (at);
create table other (id bigint primary key);
create table line (id bigint references other on delete cascade);
create table part (id bigint primary key, line bigint);
create table watched (id bigint);
create function note() returns trigger language plpgsql as 'begin return new; end';
create trigger note after insert on watched for each row execute function note();
create view shown as select * from booking;
create schema apart; create table apart.booking (id bigint);
create function mine() returns integer language sql as 'select 1'`;

const reach = (sql: string): Promise<string> =>
  server.withDatabase(async ({ migrator }) =>
    withClient(migrator, async (client) => {
      await client.query(GIVEN);
      const found = await reachOf(client, await migrationsOf({ 'V2__x.sql': sql }));
      if (found.kind === 'all') return `all: ${found.because}`;
      const { rows } = await client.query<{ name: string }>(
        'select oid::regclass::text as name from pg_class where oid = any ($1) order by 1',
        [[...found.oids]],
      );
      return rows.map(({ name }) => name).join();
    }),
  );

describe('a migration reaches', () => {
  it.each([
    [
      'nothing by making tables, functions and comments',
      "create table x (id integer); create function f() returns integer language sql as 'delete from booking returning 1'; grant select on booking to public",
      '',
    ],
    ['nothing by reading', 'create table x as select * from public.other', ''],
    ['what it writes to', 'insert into part select * from booking', 'part'],
    [
      'the whole of a table by its partition, and by an index of that',
      'alter table booking_2026 add check (id > 0); drop index booking_by_day',
      'booking',
    ],
    [
      'a table of that name in every schema, and in one alone',
      'delete from booking',
      'apart.booking,booking',
    ],
    ['a table of that name in every schema, and in one alone', 'delete from apart.booking', 'apart.booking'],
    ['what goes with it by a foreign key', 'delete from other', 'line,other'],
    ['what is renamed before it is emptied', 'alter table part rename to p; delete from p', 'part'],
    ['everything by a block', "do 'begin end'", "all: V2__x.sql:1 runs code that can't be seen through"],
    [
      "everything by a function that is not the server's",
      'select mine()',
      'all: the function mine is called',
    ],
    ['nothing by functions of the server', "select now(), length('x')", ''],
    [
      'everything where triggers run',
      'insert into watched values (1)',
      'all: triggers or rules run on watched',
    ],
    ['everything through a view', 'delete from shown', 'all: triggers or rules run on shown'],
    [
      'everything by a truncation that cascades',
      'truncate other cascade',
      'all: V2__x.sql:1 takes along what refers to its table',
    ],
    [
      'everything by what is dropped along',
      'drop schema apart cascade',
      "all: V2__x.sql:1 runs code that can't be seen through",
    ],
  ])('%s', async (_, sql, expected) => {
    expect(await reach(sql)).toBe(expected);
  });
});
