/** SQL texts as a careless or a hostile hand writes them: statements right, half right and mutilated, alone and nested. */
import fc from 'fast-check';

/** A partitioned table with a key, as most migrations begin. */
const TABLE = `create table t (id bigint, day date not null, note text, primary key (id, day)) partition by range (day);
create table t_1 partition of t for values from ('2026-01-01') to ('2026-07-01');
create table t_2 partition of t for values from ('2026-07-01') to ('2027-01-01');`;

const RIGHT = [
  'select 1',
  'create table a (n integer)',
  'create table if not exists a (n integer)',
  'insert into a select generate_series(1, 3)',
  'alter table t add column more integer default 7',
  'alter table t rename to u',
  'alter table t detach partition t_2',
  "alter table t attach partition t_2 for values from ('2026-07-01') to ('2027-01-01')",
  "create table t_3 partition of t for values from ('2027-01-01') to ('2028-01-01')",
  'create table t_rest partition of t default',
  'drop table t_1',
  'drop table t cascade',
  'delete from t',
  "update t set note = 'changed'",
  'truncate t',
  'create index on t (note)',
  "comment on table t is $c$it's; a comment$c$",
  'create role of_the_fuzz',
  'alter table t owner to of_the_fuzz_too',
  'grant select on t to of_the_fuzz_too',
  'create extension if not exists pgcrypto',
  'create view v as select * from t',
  'create schema s; create table s.t (n integer); set search_path = s',
  'create function f(n integer) returns integer language plpgsql as $f$ begin return f(n + 1); end $f$',
  'create or replace procedure p() language plpgsql as $p$ begin commit; delete from t; end $p$',
  "create function moves() returns trigger language plpgsql as $m$ begin new.note := 'm'; return new; end $m$; create trigger m before insert on t for each row execute function moves()",
] as const;

const CONTROL = [
  'begin',
  'begin isolation level serializable',
  'commit',
  'commit and chain',
  'rollback',
  'rollback and chain',
  'end',
  'savepoint s1',
  'rollback to savepoint s1',
  'release s1',
  "prepare transaction 'fuzz'",
  "commit prepared 'fuzz'",
  'start transaction read only',
  'set transaction read only',
  'discard all',
  'discard temp',
  'reset all',
  'set role of_the_fuzz_too',
  'set role none',
  "set session authorization 'of_the_fuzz_too'",
  "set search_path = ''",
  'set local search_path = pg_temp, public',
  'set default_transaction_read_only = on',
  'set session characteristics as transaction read only',
  "set statement_timeout = '1ms'",
  "set lock_timeout = '1ms'",
  "set idle_session_timeout = '1ms'",
  "set idle_in_transaction_session_timeout = '1ms'",
  "set client_encoding = 'LATIN1'",
  "set timezone = 'Pacific/Auckland'; set datestyle = 'German'",
  'set standard_conforming_strings = off',
  "set client_min_messages = 'panic'",
  'set row_security = on',
  'set exit_on_error = on',
  "select set_config('statement_timeout', '1', false)",
] as const;

const HOSTILE = [
  'listen x; notify x',
  'lock table t in access exclusive mode',
  'lock table pg_catalog.pg_class in access share mode',
  'select pg_terminate_backend(pg_backend_pid())',
  'select pg_cancel_backend(pg_backend_pid())',
  'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user',
  'select pg_sleep(100)',
  'select f(1)',
  'call p()',
  'select pg_advisory_lock(1)',
  'with recursive r as (select 1 union all select 1 from r) select count(*) from r',
  "do $d$ begin raise exception 'no' using errcode = 'P0001'; end $d$",
  "do $d$ begin raise sqlstate '57P01'; end $d$",
  "do $d$ begin raise sqlstate '08006' using message = 'Connection terminated'; end $d$",
  'do $d$ begin perform 1/0; exception when others then null; end $d$',
  'do $d$ begin loop end loop; end $d$',
  'drop owned by current_user cascade',
  'drop schema public cascade',
  'drop schema partition_guard cascade',
  'revoke all on schema public from public',
  'drop extension plpgsql cascade',
  "do $d$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $d$",
  "do $d$ begin execute format('alter database %I connection limit 0', current_database()); end $d$",
  "do $d$ begin execute format('revoke all on database %I from public', current_database()); end $d$",
  "do $d$ begin execute format('alter database %I set search_path = nowhere', current_database()); end $d$",
  'alter role current_user set statement_timeout = 1',
  'reassign owned by current_user to of_the_fuzz_too',
  'copy t from stdin',
  'copy t to stdout',
  'copy t from program $$id$$',
  'declare c cursor with hold for select * from t',
  'prepare q as select 1; execute q; deallocate all',
  'create type day as (x integer); create cast (date as day) with inout as implicit',
  'create table pg_class (n integer)',
  'create function public.now() returns timestamptz language sql return null::timestamptz',
  'create domain d as date check (value > now()); alter table t alter column note type d using null',
  'alter table t alter column day type timestamptz using day::timestamptz',
  'create rule r as on insert to t do instead nothing',
  'alter table t enable row level security; alter table t force row level security',
  'create policy none on t using (false)',
  'set constraints all deferred',
  'vacuum',
  'create index concurrently on t_1 (note)',
  'alter table t detach partition t_1 concurrently',
  'create database of_the_fuzz_db',
] as const;

const BROKEN = [
  'selec 1',
  'create table (',
  "insert into a values ('",
  'drop table nowhere',
  'select * from nowhere',
  'select 1/0',
  '\\connect other',
  '\\.',
  ';;',
  '-- only a comment',
  '/* open',
  '$$',
  '${none}',
  '${flyway:user}',
  '\u0000',
  '\ufeff',
  'ロック; 🙂',
  '',
] as const;

const statement = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom(...RIGHT) },
  { weight: 4, arbitrary: fc.constantFrom(...CONTROL) },
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.constantFrom(...BROKEN) },
);

/** A block around a statement, once or more, as static SQL or as a text, with and without a handler that hides failures. */
const nested = fc
  .tuple(statement, fc.array(fc.constantFrom('static', 'text', 'hidden'), { maxLength: 2 }))
  .map(([sql, layers]) =>
    layers.reduce<string>((inner, layer, depth) => {
      const quote = `$n${depth}$`;
      const text = layer === 'text' ? `execute $x${depth}$${inner}$x${depth}$;` : `${inner};`;
      const handler = layer === 'hidden' ? ' exception when others then null;' : '';
      return `do ${quote} begin ${text}${handler} end ${quote}`;
    }, sql),
  );

/** A letter lost, doubled or put in somewhere. */
const mutilated = fc
  .tuple(nested, fc.nat(), fc.constantFrom('', ';', "'", '$', '(', ' ', '"', '--', '/*', '\n'))
  .map(([sql, at, with_]) => {
    const place = at % (sql.length + 1);
    return sql.slice(0, place) + with_ + sql.slice(place + 1);
  });

const part = fc.oneof({ weight: 12, arbitrary: nested }, { weight: 1, arbitrary: mutilated });

const file = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom(';\n', ';', '; -- x\n'))
  .map(([parts, between]) => `${parts.join(between)};\n`);

export interface SqlProject {
  readonly files: Readonly<Record<string, string>>;
  /** How many of the files, from the first, are released. */
  readonly released: number;
}

/** One to three files after the one that makes the table, some of them released, one repeatable at times. */
export const sqlProject: fc.Arbitrary<SqlProject> = fc
  .tuple(fc.array(file, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.nat({ max: 2 }))
  .map(([texts, isRepeatable, released]) => {
    const names = texts.map((_, i) =>
      isRepeatable && i === texts.length - 1 ? 'R__last.sql' : `V${i + 2}__more.sql`,
    );
    return {
      files: { 'V1__table.sql': TABLE, ...Object.fromEntries(texts.map((text, i) => [names[i], text])) },
      released,
    };
  });
