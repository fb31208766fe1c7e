/** What is killed, and what must hold afterwards: a table under migrations of every kind, each leaving its mark once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';

const ROWS = 20_000;

/** Before the migrations: the table, and a place for marks that keeps whatever is put there. */
export const BASE = `
create table booking (id bigint not null, at timestamptz not null, guest text not null, primary key (id, at)) partition by range (at);
create table booking_h1 partition of booking for values from ('2026-01-01 00:00Z') to ('2026-07-01 00:00Z');
create table booking_h2 partition of booking for values from ('2026-07-01 00:00Z') to ('2027-01-01 00:00Z');
insert into booking select n, timestamptz '2026-01-01 00:00Z' + n * interval '26 minutes', 'guest ' || n from generate_series(1, ${ROWS}) n;
create table mark (script text not null);
`;

const quarter = (n: number, from: string, to: string, half: string): string => `
create table booking_q${n} (like booking including all);
insert into booking_q${n} select * from ${half} where at >= '${from}' and at < '${to}';
delete from ${half} where at >= '${from}' and at < '${to}';`;

const FILES: Readonly<Record<string, string>> = {
  'V2__quarters.sql': `insert into mark values ('V2');
alter table booking detach partition booking_h1;
${quarter(1, '2026-01-01 00:00Z', '2026-04-01 00:00Z', 'booking_h1')}
${quarter(2, '2026-04-01 00:00Z', '2026-07-01 00:00Z', 'booking_h1')}
drop table booking_h1;
alter table booking attach partition booking_q1 for values from ('2026-01-01 00:00Z') to ('2026-04-01 00:00Z');
alter table booking attach partition booking_q2 for values from ('2026-04-01 00:00Z') to ('2026-07-01 00:00Z');`,
  'V3__column.sql': `insert into mark values ('V3');
alter table booking add column paid boolean not null default false;`,
  'V4__index.sql': `insert into mark values ('V4');
create index concurrently booking_q1_guest on booking_q1 (guest);
vacuum (analyze) booking_q1;`,
  'V4__index.sql.conf': 'executeInTransaction=false',
  'V5__rest.sql': `insert into mark values ('V5');
alter table booking detach partition booking_h2;
${quarter(3, '2026-07-01 00:00Z', '2026-10-01 00:00Z', 'booking_h2')}
${quarter(4, '2026-10-01 00:00Z', '2027-01-01 00:00Z', 'booking_h2')}
drop table booking_h2;
alter table booking attach partition booking_q3 for values from ('2026-07-01 00:00Z') to ('2026-10-01 00:00Z');
alter table booking attach partition booking_q4 for values from ('2026-10-01 00:00Z') to ('2027-01-01 00:00Z');`,
  'R__view.sql': `insert into mark values ('R');
create or replace view guests as select id, guest from booking;`,
};

const MARKS = ['V2', 'V3', 'V4', 'V5', 'R'];

/** A project's folder, and how it is taken away. */
export function makeProject(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
  mkdirSync(path.join(folder, 'migrations'));
  for (const [name, text] of Object.entries(FILES))
    writeFileSync(path.join(folder, 'migrations', name), text);
  writeFileSync(path.join(folder, 'partition-guard.yml'), 'tables: [{ name: public.booking }]\n');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

const ROWS_NOW = `select count(*)::int as rows, md5(string_agg(format('%s|%s|%s', id, extract(epoch from at), guest), ',' order by id)) as ledger from booking`;

/** Number and values of the rows: what is kept outside of the server to compare with. */
export const ledgerOf = async (client: Client): Promise<unknown> => (await client.query(ROWS_NOW)).rows[0];

/** What holds at every moment, whatever was killed; an empty list says that all of it does. */
export async function faultsNow(client: Client, ledger: unknown): Promise<string[]> {
  const faults: string[] = [];
  const now = await ledgerOf(client);
  if (JSON.stringify(now) !== JSON.stringify(ledger)) faults.push(`rows: ${JSON.stringify(now)}`);
  const marks = (await client.query<{ script: string }>('select script from mark order by 1')).rows.map(
    (r) => r.script,
  );
  if (new Set(marks).size !== marks.length) faults.push(`applied twice: ${marks.join()}`);
  if (
    (await tableThere(client, 'flyway_schema_history')) &&
    (await tableThere(client, 'partition_guard.applied_migration'))
  ) {
    const history = await scripts(
      client,
      'select script, installed_rank from flyway_schema_history where success and installed_rank > 1 order by 2',
    );
    const audited = await scripts(
      client,
      'select script, installed_rank from partition_guard.applied_migration order by 2',
    );
    if (history.join() !== audited.join()) faults.push(`history ${history.join()}, audit ${audited.join()}`);
    // A file outside of a transaction leaves its mark before its row.
    const marked = marks
      .filter((mark) => mark !== 'V4' || history.some((script) => script.startsWith('V4')))
      .sort();
    const known = history.map((script) => script.split('__')[0] ?? '').sort();
    if (marked.join() !== known.join()) faults.push(`history ${known.join()}, marks ${marked.join()}`);
  }
  return faults;
}

/** What holds in the end: everything, once. */
export async function faultsInTheEnd(client: Client, ledger: unknown): Promise<string[]> {
  const faults = await faultsNow(client, ledger);
  const marks = await scripts(client, 'select script from mark');
  if (marks.sort().join() !== [...MARKS].sort().join()) faults.push(`marks ${marks.join()}`);
  const open = await client.query(
    'select from partition_guard.deployment where outcome is null union all select from partition_guard.migration_statement where not is_closed',
  );
  if (open.rowCount !== 0) faults.push(`${open.rowCount} rows of the trail have no ending`);
  const invalid = await client.query('select from pg_index where not indisvalid');
  if (invalid.rowCount !== 0) faults.push('an invalid index');
  const partitions = await scripts(
    client,
    "select inhrelid::regclass::text as script from pg_inherits where inhparent = 'booking'::regclass order by 1",
  );
  if (partitions.join() !== 'booking_q1,booking_q2,booking_q3,booking_q4')
    faults.push(`partitions ${partitions.join()}`);
  return faults;
}

const scripts = async (client: Client, sql: string): Promise<string[]> =>
  (await client.query<{ script: string }>(sql)).rows.map(({ script }) => script);

const tableThere = async (client: Client, name: string): Promise<boolean> =>
  (await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [name])).rows[0]?.is ===
  true;
