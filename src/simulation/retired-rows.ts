/** Of lost rows those that a retention may have let go, and whether another table holds them with their values. */
import type { Client } from 'pg';
import { formatInstant, type Instant } from '../domain/instant.ts';
import { rowHash } from '../postgres/row-hash.ts';
import { readTableFacts } from '../postgres/table-facts.ts';
import { OWN_SCHEMA, type SeededTable } from './ledger.ts';

export interface Retiring {
  /** Rows before this instant may go. */
  readonly before: Instant;
  /** Whether what goes must be in another table afterwards. */
  readonly mustBeKept: boolean;
}

export interface RetiredRequest {
  readonly client: Client;
  readonly seeded: SeededTable;
  /** The table of faults, of which a lost row becomes a retired one. */
  readonly faults: string;
  /** SQL of a ledger's row's key, as the faults have it; the ledger is `l`. */
  readonly key: string;
  readonly holders: readonly number[];
}

/** Faults of the kind `lost` become `retired`, or `retired, kept`. */
export async function markRetired(request: RetiredRequest, { before, mustBeKept }: Retiring): Promise<void> {
  const { client, seeded, faults, key } = request;
  await client.query(
    `update ${faults} f set kind = 'retired'
      where f.kind = 'lost' and f.at is not null and f.at::pg_catalog.timestamptz < $1::pg_catalog.timestamptz`,
    [formatInstant(before)],
  );
  for (const table of mustBeKept ? await tablesAlike(request) : []) {
    await client.query(
      `update ${faults} f set kind = 'retired, kept'
         from (select distinct ${key} as key from ${seeded.ledger} l
                 join ${table} t on ${rowHash(seeded.columns, 't')} = ${rowHash(seeded.columns, 'l')}) kept
        where f.kind = 'retired' and f.key = kept.key`,
    );
  }
}

/** Tables elsewhere, detached or archives, with the same columns of the same types. */
async function tablesAlike({ client, seeded, holders }: RetiredRequest): Promise<string[]> {
  const { rows } = await client.query<{ oid: number }>(
    `select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.oid <> all ($1)
        and n.nspname not in ('pg_catalog', 'information_schema', $2) and n.nspname not like 'pg\\_temp%'
      order by c.oid`,
    [holders, OWN_SCHEMA],
  );
  const alike: string[] = [];
  for (const { oid } of rows) {
    const facts = await readTableFacts(client, oid);
    const has = (column: SeededTable['columns'][number]): boolean =>
      facts?.columns.some((c) => c.name === column.name && c.type === column.type) === true;
    if (facts && seeded.columns.every(has)) alike.push(facts.table);
  }
  return alike;
}
