import { describe, expect, it } from '@jest/globals';
import { migrationsOf } from './folder.ts';

async function wishesOf(sql: string) {
  const [migration] = await migrationsOf({ 'V1__a.sql': sql });
  return (migration?.statements ?? []).map(({ wishes }) => ({
    makes: wishes?.makesRoles ?? [],
    names: wishes?.namesRoles ?? [],
    extensions: wishes?.extensions ?? [],
  }));
}

describe('the roles of a statement', () => {
  it.each([
    ['alter table a owner to "App Owner"', ['App Owner']],
    ['alter database d owner to app', ['app']],
    ['alter function f(integer) owner to app', ['app']],
    ['grant select on all tables in schema public to reader, public, current_user', ['reader']],
    ['revoke all on schema public from public, web', ['web']],
    ['grant senior to junior', ['senior', 'junior']],
    ['set role app', ['app']],
    ["set session authorization 'app'", ['app']],
    ['set role none', []],
    ['reset role', []],
    ['create schema authorization app', ['app']],
    ['create policy p on t to app using (true)', ['app']],
    ['alter default privileges for role boss grant select on tables to clerk', ['boss', 'clerk']],
    ["alter role app set work_mem = '1MB'", ['app']],
    ["comment on role app is 'of the shop'", ['app']],
    ['reassign owned by old to new', ['old', 'new']],
    ['create role junior in role senior', ['senior']],
    ['drop role if exists app', []],
    ["select 'grant all on t to nobody'", []],
  ])('%s', async (sql, names) => {
    expect((await wishesOf(sql))[0]?.names).toEqual(names);
  });

  it('are found in blocks and functions, and in the texts that these execute', async () => {
    const sql = `do $$
begin
  -- grant all on t to nobody;
  if exists (select from pg_class) then grant select on t to reader; end if;
  execute 'alter table t owner to keeper';
  for i in 1..2 loop set role app; end loop;
end $$;
create function f() returns void language sql as 'grant select on t to seller';
create function g() returns integer language sql begin atomic select 1; end;
create function h() returns void language plpython3u as 'grant x to y';`;
    expect((await wishesOf(sql)).map(({ names }) => names)).toEqual([
      ['reader', 'app', 'keeper'],
      ['seller'],
      [],
      [],
    ]);
  });

  it('that are made are told apart, also where a block puts their names together', async () => {
    const sql = `create user a;
alter role a rename to b;
do $$ begin if true then create role c nologin; end if; execute 'create role d'; end $$;
do $$ declare r text; begin foreach r in array array['e', 'f'] loop execute format('create role %I', r); end loop; end $$;`;
    expect((await wishesOf(sql)).map(({ makes }) => makes)).toEqual([['a'], ['b'], ['c', 'd'], ['e', 'f']]);
  });
});

describe('the extensions of a statement', () => {
  it('are found, also in blocks', async () => {
    const sql = `create extension if not exists "uuid-ossp" with schema public;
do $$ begin create extension hstore; execute 'create extension if not exists citext'; end $$;`;
    expect((await wishesOf(sql)).map(({ extensions }) => extensions)).toEqual([
      ['uuid-ossp'],
      ['hstore', 'citext'],
    ]);
  });
});
