/** Sees that nothing hangs on the tables of the audit trail: it would run whenever the trail is written, and nobody would look. */
import type pg from 'pg';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { NotApplied } from '../apply/not-applied.ts';
import { AUDIT_TABLES, OWN_SCHEMA } from './audit-tables.ts';

const DROP_IT = 'drop it: what is written there is the record of what was proven';

/** At the end of a transaction's work. @throws NotApplied */
export async function requireIntactTrail(client: pg.Client): Promise<void> {
  const table = await firstWith(client, LISTENED_TO);
  const altered = await firstWith(client, ALTERED_NOW);
  if (table === undefined && altered === undefined) return;
  throw new NotApplied({
    message:
      table === undefined
        ? `${altered} was altered: what it does with the next row, nobody would look at`
        : `a trigger or rule hangs on ${table}, and would run after the proof`,
    hint: table === undefined ? 'leave the tables of partition_guard as they are' : DROP_IT,
    statement: 'the record of what was proven',
  });
}

/** Before a run writes its first row. @throws OperatorError */
export async function requireNoListeners(client: pg.Client): Promise<void> {
  const table = await firstWith(client, LISTENED_TO);
  if (table === undefined) return;
  throw new OperatorError(
    `a trigger or rule hangs on ${table}, and would run whenever a run is written down`,
    {
      code: 'audit-listened-to',
      hint: `${DROP_IT.slice(0, 1).toUpperCase()}${DROP_IT.slice(1)}.`,
      exitStatus: EXIT.refused,
    },
  );
}

const LISTENED_TO = `
  exists (select from pg_catalog.pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
  or exists (select from pg_catalog.pg_rewrite r where r.ev_class = c.oid)`;

/** By the locks that only that takes: a new default that calls a function would run with the next row. */
const ALTERED_NOW = `
  exists (select from pg_catalog.pg_locks l
           where l.locktype = 'relation' and l.relation = c.oid and l.granted
             and l.pid = pg_catalog.pg_backend_pid()
             and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
             and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))`;

async function firstWith(client: pg.Client, condition: string): Promise<string | undefined> {
  const { rows } = await client.query<{ table: string }>(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relname = any ($2) and (${condition}) order by 1 limit 1`,
    [OWN_SCHEMA, AUDIT_TABLES],
  );
  return rows[0]?.table;
}
