import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/postgres/connection.ts';
import { prepareRoles } from '../../src/simulation/run-roles.ts';
import { type Files, migrationsOf } from '../migrations/folder.ts';
import { play } from '../support/played-files.ts';
import { contextWith, type Playground, withPlayground } from '../support/playground.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/dumps/${name}`, import.meta.url), 'utf8');

/** In a database of a run that prepared its roles, which are gone from the server afterwards. */
async function playAs<T>(files: Files, body: (playground: Playground) => Promise<T>, times = 1): Promise<T> {
  const { server } = await contextWith();
  const rolesMade = await prepareRoles(server, await migrationsOf(files));
  try {
    for (let time = 1; time < times; time += 1) {
      await withPlayground(
        '',
        async (playground) => {
          expect(await play(playground, files)).toEqual({ kind: 'done' });
        },
        { rolesMade },
      );
    }
    return await withPlayground('', body, { rolesMade });
  } finally {
    await withClient(server.connection('postgres', 'admin'), async (admin) => {
      await admin.query(`do $$ declare r text; begin
        for r in select rolname from pg_roles where rolname !~ '^(pg_|partition_guard_)' loop execute format('drop role %I', r); end loop;
      end $$`);
    });
  }
}

const OWNER = 'select pg_get_userbyid(relowner)::text from pg_class where relname = ';

describe('what pg_dump writes', () => {
  it('is a first migration', async () => {
    const files = {
      'V1__dump.sql': fixture('booking.sql'),
      'V2__later.sql': `create table booking.stay_2027 partition of booking.stay for values from ('2027-01-01') to ('2028-01-01');
          alter table booking.amenity add column added integer; drop view booking.open_stays;
          create table here ();`,
    };
    await playAs(files, async (playground) => {
      expect(await play(playground, files)).toEqual({ kind: 'done' });
      expect(await playground.value(`${OWNER} 'stay'`)).toBe('postgres');
      expect(await playground.value(`${OWNER} 'amenity'`)).toBe('app_owner');
      expect(await playground.value("select to_regclass('public.here') is not null")).toBe(true);
      expect(
        await playground.value("select rolsuper or rolcanlogin from pg_roles where rolname = 'postgres'"),
      ).toBe(false);
    });
  });

  it('is not played where each object is made in the name of its owner, whose rights nobody knows', async () => {
    const files = { 'V1__dump.sql': fixture('booking-with-session-authorization.sql') };
    await playAs(files, async (playground) => {
      const outcome = await play(playground, files);
      expect(outcome).toMatchObject({ kind: 'not-played', location: { file: 'V1__dump.sql' } });
    });
  });

  it('comments on the language that every database has, as older versions did', async () => {
    const files = {
      'V1__a.sql': `create extension if not exists plpgsql with schema pg_catalog;
        comment on extension plpgsql is 'PL/pgSQL procedural language';`,
    };
    await playAs(files, async (playground) => {
      expect(await play(playground, files)).toEqual({ kind: 'done' });
    });
  });
});

describe('a role that the SQL names and nobody makes', () => {
  it.each([
    ['owns a table', 'create table t (); alter table t owner to keeper; alter table t add column a integer'],
    [
      'owns a schema and what is in it',
      'create schema s; alter schema s owner to keeper; create table s.t (); alter table s.t owner to keeper',
    ],
    [
      'owns a table in a schema of another',
      'create schema s authorization landlord; create table s.t (); alter table s.t owner to keeper',
    ],
    [
      'owns a function and a type',
      'create type e as enum (); alter type e owner to keeper; create function f() returns integer language sql return 1; alter function f() owner to keeper; drop function f()',
    ],
    ['is given a schema', 'create schema authorization keeper; create table keeper.t ()'],
    [
      'is granted to and revoked from',
      'create table t (); grant all on t to keeper with grant option; revoke all on t from keeper, gatherer',
    ],
    [
      'is acted as',
      'grant create on schema public to keeper; set role keeper; create table t (); reset role; drop table t',
    ],
    [
      'is the session',
      'grant create on schema public to keeper; set session authorization keeper; create table t (); reset session authorization; drop table t',
    ],
    [
      'is the session for a while',
      "grant create on schema public to keeper; set local session authorization 'keeper'; create table t (); set session authorization default; drop table t",
    ],
    [
      'is meant by a policy',
      'create table t (); alter table t enable row level security; create policy p on t to keeper using (true)',
    ],
    ['has default privileges', 'alter default privileges for role keeper grant select on tables to gatherer'],
    [
      'is altered and commented on',
      "alter role keeper set work_mem = '5MB'; comment on role keeper is 'of keys'",
    ],
    [
      'is handed things in a block',
      "do $$ begin create table t (); execute 'alter table t owner to keeper'; alter table t add column b integer; end $$",
    ],
    [
      'is handed things in a function',
      "create function hand() returns void language plpgsql as $$ begin create table t (); execute format('alter table %I owner to %I', 't', 'keeper'); alter table t owner to keeper; end $$; select hand()",
    ],
    ['is granted another', 'grant keeper to gatherer; revoke keeper from gatherer'],
  ])('%s', async (_claim, sql) => {
    const files = { 'V1__a.sql': sql, 'V2__b.sql': 'create table later (); drop table later' };
    await playAs(
      files,
      async (playground) => {
        expect(await play(playground, files)).toEqual({ kind: 'done' });
      },
      2,
    );
  });

  it('does not keep the right that it was lent to take over a table', async () => {
    const files = { 'V1__a.sql': 'create schema s; create table s.t (); alter table s.t owner to keeper' };
    await playAs(files, async (playground) => {
      expect(await play(playground, files)).toEqual({ kind: 'done' });
      expect(await playground.value("select has_schema_privilege('keeper', 's', 'create')")).toBe(false);
    });
  });

  it('is none that a file makes later, or that is only dropped', async () => {
    const files = {
      'V1__a.sql': 'drop role if exists ghost; create table t (); grant select on t to late;',
      'V2__b.sql': 'create role late',
    };
    await playAs(files, async (playground) => {
      expect(await play(playground, files)).toMatchObject({
        kind: 'failed',
        failure: { sqlstate: '42704' },
      });
    });
  });

  it('is never one of PostgreSQL’s or of the program’s', async () => {
    const files = { 'V1__a.sql': 'create table t (); alter table t owner to partition_guard_admin' };
    await playAs(files, async (playground) => {
      expect(await play(playground, files)).toMatchObject({
        kind: 'failed',
        failure: { sqlstate: '42501' },
      });
    });
  });
});

describe('a role that a block makes', () => {
  it.each([
    ['as a statement', 'do $$ begin create role porter nologin; end $$'],
    ['as a text', "do $$ begin execute 'create role porter nologin'; end $$"],
    [
      'where it is missing',
      "do $$ begin if not exists (select from pg_roles where rolname = 'porter') then create role porter; end if; end $$",
    ],
    ['or finds there', 'do $$ begin create role porter; exception when duplicate_object then null; end $$'],
  ])('%s is there already in the next database', async (_claim, sql) => {
    const files = {
      'V1__a.sql': sql,
      'V2__b.sql': 'create table t (); alter table t owner to porter; grant select on t to porter',
    };
    await playAs(
      files,
      async (playground) => {
        expect(await play(playground, files)).toEqual({ kind: 'done' });
        expect(await playground.value(`${OWNER} 't'`)).toBe('porter');
      },
      3,
    );
  });

  it('is refused where the same files make it twice', async () => {
    const files = { 'V1__a.sql': 'create role porter; do $$ begin create role porter; end $$' };
    await playAs(files, async (playground) => {
      expect(await play(playground, files)).toMatchObject({
        kind: 'failed',
        failure: { sqlstate: '42710' },
      });
    });
  });
});
