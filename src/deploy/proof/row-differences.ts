/** Which rows differ: what was there before, kept aside by key and hash, compared with what is there now. */
import type { Client } from 'pg';
import { count } from '../../domain/wording.ts';
import { inCommon } from '../../postgres/changed-type.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { hashedText, hashedValue, hashOf, textOf } from '../../postgres/row-hash.ts';
import type { ColumnFacts } from '../../postgres/table-facts.ts';
import type { ComparedColumn, HoldersNow } from './holders-now.ts';
import type { ProvenTable } from './proven-table.ts';

export const DIFFERENCE_KINDS = ['lost', 'doubled', 'changed', 'added'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface RowDifference {
  readonly kind: DifferenceKind;
  readonly rows: number;
  /** The first of them, as text; empty where rows have no key. */
  readonly keys: readonly string[];
}

/** Which columns the two sides are told apart by: as they are called before. */
export interface ComparedBy {
  readonly key: readonly ComparedColumn[];
  readonly rest: readonly ComparedColumn[];
}

const SHOWN = 5;

/** What a row is known by where all holders have it; a key that is no longer whole tells nothing. */
export function comparedBy(table: ProvenTable, now: HoldersNow): ComparedBy {
  const columns = now.compared;
  const key = table.key.flatMap((name) => columns.find(({ before }) => before.name === name) ?? []);
  const isWhole = key.length === table.key.length;
  return { key: isWhole ? key : [], rest: isWhole ? columns.filter((c) => !key.includes(c)) : columns };
}

/** Keeps what is there now in a table of the session's own, number `n`; it goes with the transaction. */
export async function keepRows(client: Client, now: HoldersNow, by: ComparedBy, n: number): Promise<void> {
  await client.query(`create temporary table ${keptTable(n)} on commit drop as ${heldRows(now, by)}`);
}

/** SQL of (key, hash, rest) of all rows that are held. */
function heldRows(now: HoldersNow, by: ComparedBy): string {
  const held = now.holders.map((holder, i) => {
    const here = (name: string): ColumnFacts | undefined =>
      now.compared.find(({ before }) => before.name === name)?.now[i];
    return `select ${telling(by, 'h', here)} from ${holder.table} h`;
  });
  return (
    held.join(' union all ') || 'select null::text as key, 0::bigint as hash, 0::bigint as rest where false'
  );
}

const keptTable = (n: number): string => `pg_temp.partition_guard_kept_${n}`;

/** SQL of a row's key, of the hash of all its values, and of those beside the key. */
function telling(
  { key, rest }: ComparedBy,
  alias: string,
  here: (name: string) => ColumnFacts | undefined,
): string {
  const valuesOf = (columns: readonly ComparedColumn[]) =>
    columns.map(({ before, common }) => valueOf(here(before.name) ?? before, common, alias));
  const hashed = (columns: readonly ComparedColumn[]): string =>
    hashOf(valuesOf(columns).map((v) => v.hashed));
  const hash = hashed([...key, ...rest]);
  const own = key.length > 0 ? textOf(valuesOf(key).map((v) => v.text)) : `pg_catalog.format('%s', ${hash})`;
  return `${own} as key, ${hash} as hash, ${isTelling(rest) ? hashed(rest) : 'null::bigint'} as rest`;
}

/** SQL of a value as it is told and as it is hashed. */
function valueOf(
  column: ColumnFacts,
  common: ComparedColumn['common'],
  alias: string,
): { readonly text: string; readonly hashed: string } {
  const value = `${alias}.${quoteIdentifier(column.name)}`;
  if (common === 'as-is') return { text: value, hashed: hashedValue(column, value) };
  const text = inCommon(common, column, value);
  return { text, hashed: common === 'float' || common === 'instant' ? text : hashedText(text) };
}

/** Whether rows that are equal in all of it are one row under two keys: not where it is but a word or two. */
const isTelling = (rest: readonly ComparedColumn[]): boolean =>
  rest.length > 1 && rest.some(({ before }) => /^(?:date|timestamp)/.test(before.baseType));

/**
 * A row that was added is no difference to those that were there, unless it is one of them under another key: then it
 * is doubled.
 */
export async function findDifferences(
  client: Client,
  by: ComparedBy,
  now: HoldersNow,
  n: number,
): Promise<RowDifference[]> {
  const { rows } = await client.query<{ kind: DifferenceKind; rows: string; keys: string[] | null }>(
    `with was as (
       select k.key, pg_catalog.count(*) as copies, pg_catalog.array_agg(k.hash order by k.hash) as hashes
         from ${keptTable(n)} k group by k.key
     ), held as materialized (
       ${heldRows(now, by)}
     ), is_now as (
       select h.key, pg_catalog.count(*) as copies, pg_catalog.array_agg(h.hash order by h.hash) as hashes
         from held h group by h.key
     ), twins as (
       select h.key, 1 as copies,
              exists (select from ${keptTable(n)} k where k.rest = h.rest) as is_twin
         from held h where not exists (select from was w where w.key = h.key)
     ), compared as (
       select w.key, 'lost' as kind, w.copies - coalesce(i.copies, 0) as copies
         from was w left join is_now i on i.key = w.key where coalesce(i.copies, 0) < w.copies
        union all
       select w.key, 'doubled', i.copies - w.copies from was w join is_now i on i.key = w.key where i.copies > w.copies
        union all
       select w.key, 'changed', w.copies from was w join is_now i on i.key = w.key
        where i.copies = w.copies and i.hashes <> w.hashes
        union all
       select t.key, case when t.is_twin then 'doubled' else 'added' end, t.copies from twins t
     )
     select c.kind, pg_catalog.sum(c.copies) as rows,
            (pg_catalog.array_agg(c.key order by pg_catalog.length(c.key), c.key))[1:${SHOWN}] as keys
       from compared c group by c.kind`,
  );
  return DIFFERENCE_KINDS.flatMap((kind) => {
    const found = rows.find((row) => row.kind === kind);
    if (!found) return [];
    return [{ kind, rows: Number(found.rows), keys: by.key.length > 0 ? (found.keys ?? []) : [] }];
  });
}

/** One line: `3 rows lost: booking_id 17, 18, 19`. */
export function tellDifference({ kind, rows, keys }: RowDifference, key: readonly string[]): string {
  const what = `${count(rows, 'row')} ${kind}`;
  if (keys.length === 0) return what;
  const names = key.length === 1 ? key.join('') : `(${key.join(', ')})`;
  return `${what}: ${names} ${keys.map(short).join(', ')}${rows > keys.length ? ', …' : ''}`;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
