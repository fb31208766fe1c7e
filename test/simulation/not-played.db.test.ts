import { describe, expect, it } from '@jest/globals';
import type { Files } from '../migrations/folder.ts';
import { play } from '../support/played-files.ts';
import { withPlayground } from '../support/playground.ts';

const outcomeOf = (files: Files) => withPlayground('', (playground) => play(playground, files));

describe('a migration that this server can’t play', () => {
  it.each([
    ['as a statement', 'create table a ();\n\ncreate extension if not exists postgis;', 3],
    ['in a block', 'do $$\nbegin\n  create extension postgis;\nend $$;', 3],
    ['as a text', "do $$\nbegin\n  execute 'create extension postgis';\nend $$;", 3],
    [
      'in a function',
      'create function f() returns void language plpgsql as $$\nbegin\n  create extension postgis; end $$;\nselect f();',
      3,
    ],
    ['with what it needs', 'create extension postgis_topology cascade', 1],
  ])('needs an extension that is not there: %s', async (_claim, sql, line) => {
    const outcome = await outcomeOf({ 'V1__a.sql': sql, 'V2__b.sql': 'create table b (place geometry);' });
    expect(outcome).toMatchObject({ kind: 'not-played', location: { file: 'V1__a.sql', line } });
    if (outcome.kind !== 'not-played') return;
    expect(outcome.reason).toMatch(/needs the extension "postgis(?:_topology)?", which this server does not/);
    expect(outcome.reason).toMatch(/--server testcontainers .*--server postgres:/);
  });

  it.each([
    ['an extension', 'create extension pg_stat_statements'],
    ['an extension, in a block', 'do $$ begin create extension pg_stat_statements; end $$'],
    ['another version of one', "create extension pgcrypto version '99.9'"],
    [
      'an event trigger',
      'create function f() returns event_trigger language plpgsql as $$ begin end $$; create event trigger e on ddl_command_end execute function f()',
    ],
    ['every table published', 'create publication p for all tables'],
    ['another superuser', 'create role boss superuser'],
    ['the server changed', 'alter system set work_mem = 1'],
    ['a superuser’s setting', "set session_replication_role = 'replica'"],
    [
      'triggers of the server switched off',
      'create table a (id integer primary key, up integer references a); alter table a disable trigger all',
    ],
  ])('needs rights that it does not get: %s', async (_claim, sql) => {
    expect(await outcomeOf({ 'V1__a.sql': sql })).toMatchObject({ kind: 'not-played' });
  });
});

describe('a migration that is wrong', () => {
  it.each([
    ['lacks an extension that it does not create', 'create table a (place geometry)', '42704'],
    ['lacks what another extension needs', 'create extension earthdistance', '42704'],
    [
      'has no right on a table',
      'create table a (); revoke all on a from current_user; select * from a',
      '42501',
    ],
  ])('%s', async (_claim, sql, sqlstate) => {
    expect(await outcomeOf({ 'V1__a.sql': sql })).toMatchObject({ kind: 'failed', failure: { sqlstate } });
  });
});
