import { expect, it } from '@jest/globals';
import { type AuditLogPlace, CUSTOMARY_LOG, readAuditLog } from '../../src/postgres/audit-log.ts';
import { withPlayground } from '../support/playground.ts';

const logIn = (schema: string, place: AuditLogPlace = CUSTOMARY_LOG) =>
  withPlayground(schema, ({ observer }) => readAuditLog(observer, place));

it('is found by its customary name, and counted by the names in it', async () => {
  const log = await logIn(`
    create table partition_audit_log (partition_name text, at timestamptz);
    insert into partition_audit_log (partition_name) values ('b_1'), ('b_1'), ('public.b_2'), (null)`);
  expect(log).toEqual({
    table: 'public.partition_audit_log',
    entries: [
      { partition: 'b_1', rows: 2 },
      { partition: 'public.b_2', rows: 1 },
    ],
  });
});

it('is looked for in every schema, public first', async () => {
  const other = 'create schema a; create table a.partition_audit_log (partition_name name);';
  expect(await logIn(other)).toMatchObject({ table: 'a.partition_audit_log' });
  expect(await logIn(`${other} create table partition_audit_log (partition_name varchar(80))`)).toMatchObject(
    { table: 'public.partition_audit_log' },
  );
});

it('is the configured table, whatever its names and types', async () => {
  const log = await logIn(
    `create schema "Ops"; create domain "Ops".part as text;
     create table "Ops"."Log" ("The partition" "Ops".part) partition by list ("The partition");
     create table "Ops".rest partition of "Ops"."Log" default;
     insert into "Ops"."Log" values ('x')`,
    { schema: 'Ops', table: 'Log', column: 'The partition' },
  );
  expect(log).toEqual({ table: '"Ops"."Log"', entries: [{ partition: 'x', rows: 1 }] });
});

it('tells of what is gone by its oid, where the column is a regclass', async () => {
  const log = await logIn(`
    create table gone (); create table "Kept" ();
    create table partition_audit_log (partition_name regclass);
    insert into partition_audit_log values ('gone'), ('"Kept"');
    drop table gone`);
  expect(log?.entries.map((entry) => entry.partition)).toEqual([
    expect.stringMatching(/^\d+$/),
    'public."Kept"',
  ]);
});

it('is none where the column has another name, or a view has the name', async () => {
  expect(await logIn('create table partition_audit_log (partition text)')).toBeUndefined();
  expect(await logIn("create view partition_audit_log as select 'x' as partition_name")).toBeUndefined();
});
