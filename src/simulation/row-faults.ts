/** Compares a ledger with the tables that hold its rows now, and names each row that is lost, doubled or changed. */
import type { Client } from 'pg';
import type { RowAccount, RowExample, RowFault } from '../domain/history.ts';
import { formatShort, parseInstant } from '../domain/instant.ts';
import { holdersOf, type Partition } from '../domain/layout.ts';
import { OperatorError } from '../domain/operator-error.ts';
import { quoteIdentifier } from '../postgres/connection.ts';
import { MIGRATOR, OBSERVER } from '../postgres/roles.ts';
import { hashedValue, hashOf, keyText, rowHash, textOf } from '../postgres/row-hash.ts';
import { inCommon } from '../postgres/changed-type.ts';
import type { FollowedColumn, Holder } from './holders.ts';
import { markRetired, type Retiring } from './retired-rows.ts';
import { OWN_SCHEMA, PARTITION_COLUMN, type SeededTable } from './ledger.ts';

export interface FaultRequest {
  readonly client: Client;
  readonly seeded: SeededTable;
  readonly holders: readonly Holder[];
  /** What rows are compared by. */
  readonly followed: readonly FollowedColumn[];
  readonly catchAllNow: readonly number[];
  readonly catchAllBefore: readonly number[];
  /** Where a retention was called. */
  readonly retiring?: Retiring;
}

type Faults = Pick<
  RowAccount,
  'lost' | 'duplicated' | 'changed' | 'movedToCatchAll' | 'stillInCatchAll' | 'retired'
>;

/** Each table has one of its own, beside its ledger. */
export const faultsTable = ({ ledger }: SeededTable): string => `${ledger}_faults`;

/**
 * Fills a table of (kind, key, label, at, partition, copies) and reads it back in words; one row of it says what the ledger
 * held. It stays in the throwaway database, for the search of the guilty statement.
 */
export async function findRowFaults(request: FaultRequest): Promise<Faults> {
  const { client, seeded } = request;
  await client.query(`drop table if exists ${faultsTable(seeded)}`);
  await client.query(`create table ${faultsTable(seeded)} as ${comparison(request)}`);
  await requireUntouched(request);
  const retired = request.retiring && (await readRetired(request, request.retiring));
  const lost = await readFault(request, 'lost');
  return {
    lost: lost.count > 0 ? { ...lost, foundIn: await tablesWithKeys(request) } : lost,
    duplicated: await readFault(request, 'duplicated'),
    changed: await withDifferences(request, await readFault(request, 'changed')),
    movedToCatchAll: await readFault(request, 'moved to catch-all'),
    stillInCatchAll: (await readFault(request, 'still in catch-all')).count,
    ...(retired ? { retired } : {}),
  };
}

async function readRetired(request: FaultRequest, retiring: Retiring): Promise<RowAccount['retired']> {
  const { client, seeded, holders } = request;
  await markRetired(
    {
      client,
      seeded,
      faults: faultsTable(seeded),
      key: tellingOf(request, 'l').key,
      holders: holders.map(({ facts }) => facts.oid),
    },
    retiring,
  );
  const unkept = await readFault(request, 'retired');
  const kept = await readFault(request, 'retired, kept');
  return {
    count: unkept.count + kept.count,
    unkept: retiring.mustBeKept ? unkept : { count: 0, examples: [] },
  };
}

/** Up to version 15 whoever may create roles may become the observer, and triggers run as whoever inserts. */
async function requireUntouched({ client, seeded }: FaultRequest): Promise<void> {
  const { rowCount } = await client.query(
    `select from ${faultsTable(seeded)} f where f.kind = 'in the ledger' and f.copies = $1 and f.key = $2`,
    [seeded.total.count, String(seeded.total.sum)],
  );
  if (rowCount === 1) return;
  throw new OperatorError(
    `the copy of ${seeded.judged.table} that rows are compared with was changed by the SQL under test`,
    {
      code: 'ledger-touched',
      hint: `Take out of the migrations what touches the schema ${OWN_SCHEMA}, or the roles ${MIGRATOR} and ${OBSERVER}.`,
    },
  );
}

/** The columns of the key where every holder has them all; rows without a key are the same row where all values are. */
function keyOf({ seeded, followed }: FaultRequest): readonly FollowedColumn[] {
  const key = seeded.key.flatMap((name) => followed.find(({ column }) => column.name === name) ?? []);
  return key.length === seeded.key.length ? key : [];
}

/** Whether rows are still told apart by what they are compared by, where their key is no longer there to do so. */
export async function tellsRowsApart(request: FaultRequest): Promise<boolean> {
  const { client, seeded, holders, followed } = request;
  const isAsSeeded = followed.length === seeded.columns.length || holders.length === 0;
  if (isAsSeeded || keyOf(request).length > 0) return true;
  if (followed.length === 0) return false;
  const { rows } = await client.query<{ told: boolean }>(
    `select pg_catalog.count(distinct ${tellingOf(request, 'l').hash}) * 2 >= pg_catalog.count(*) as told
       from ${seeded.ledger} l`,
  );
  return rows[0]?.told === true;
}

/**
 * What tells that a row under a key that was never seeded is a copy of one that was; none where the values beside the
 * key are too few to say so.
 */
function restOf(request: FaultRequest): readonly FollowedColumn[] {
  const key = keyOf(request);
  const others = request.followed.filter((followed) => !key.includes(followed));
  const isTelling =
    others.length > 1 && others.some(({ column }) => column.name === request.seeded.keyColumn);
  return key.length > 0 && isTelling ? others : [];
}

/** Values of columns in the ledger, or in the holder of that number: as both sides compare them. */
function valuesOf(
  columns: readonly FollowedColumn[],
  alias: string,
  holder: number | undefined,
): { readonly texts: string[]; readonly hashed: string[] } {
  const texts: string[] = [];
  const hashed: string[] = [];
  for (const { column, common, now } of columns) {
    const here = holder === undefined ? column : (now[holder] ?? column);
    const value = `${alias}.${quoteIdentifier(here.name)}`;
    texts.push(common === 'as-is' ? value : inCommon(common, here, value));
    hashed.push(common === 'as-is' ? hashedValue(here, value) : inCommon(common, here, value));
  }
  return { texts, hashed };
}

/** SQL of a row's key, hash and rest, in the ledger or in the holder of that number. */
function tellingOf(
  request: FaultRequest,
  alias: string,
  holder?: number,
): { readonly key: string; readonly hash: string; readonly rest: string } {
  const hashed = (columns: readonly FollowedColumn[]): string =>
    hashOf(valuesOf(columns, alias, holder).hashed);
  const hash = request.followed.length > 0 ? hashed(request.followed) : '0::bigint';
  const key = keyOf(request);
  return {
    key: key.length > 0 ? textOf(valuesOf(key, alias, holder).texts) : `(${hash})::text`,
    hash,
    rest: hashed(restOf(request)),
  };
}

function comparison(request: FaultRequest): string {
  const { seeded, holders, catchAllNow, catchAllBefore } = request;
  const found = holders.map(({ facts }, i) => {
    const now = tellingOf(request, 'h', i);
    return `select ${now.key} as key, ${now.hash} as hash, ${now.rest} as rest, h.tableoid as partition from ${facts.table} h`;
  });
  const was = tellingOf(request, 'l');
  const label = seeded.key.length > 0 ? keyText(seeded.key, 'l') : "'a row without a key'";
  const at = `l.${quoteIdentifier(seeded.keyColumn)}::text`;
  return `
    with ledger as materialized (select * from ${seeded.ledger}), expected as (
      select ${was.key} as key, pg_catalog.count(*) as copies, pg_catalog.min(${at}) as at,
             pg_catalog.min(${label}) as label, pg_catalog.min(l.${PARTITION_COLUMN}) as partition,
             pg_catalog.array_agg(${was.hash} order by ${was.hash}) as hashes
        from ledger l group by 1
    ), held as materialized (
      ${found.join(' union all ') || 'select null::text as key, 0::bigint as hash, 0::bigint as rest, 0::oid as partition where false'}
    ), found as (
      select f.key, pg_catalog.count(*) as copies, pg_catalog.array_agg(f.hash order by f.hash) as hashes,
             pg_catalog.min(f.partition) filter (where f.partition = any ('{${catchAllNow.join(',')}}'::oid[])) as catch_all
        from held f group by 1
    ), compared as (
      select e.key, e.label, e.at, e.partition, e.copies, coalesce(f.copies, 0) as now,
             f.hashes is distinct from e.hashes as differs, f.catch_all is not null as caught,
             e.partition = any ('{${catchAllBefore.join(',')}}'::oid[]) as was_caught
        from expected e left join found f on f.key = e.key
    )
    select k.kind, c.key, c.label, c.at, c.partition, k.copies
      from compared c
     cross join lateral (values
       ('lost', c.copies - c.now),
       ('duplicated', c.now - c.copies),
       ('changed', case when c.now = c.copies and c.differs then c.copies else 0 end),
       ('moved to catch-all', case when c.caught and not c.was_caught then 1 else 0 end),
       ('still in catch-all', case when c.caught and c.was_caught then 1 else 0 end)
     ) k(kind, copies)
     where k.copies > 0
     union all
    select 'duplicated', c.key, c.label, c.at, c.partition, stranger.copies
      from (select h.rest, pg_catalog.count(*) as copies
              from held h
             where h.rest is not null and not exists (select from expected e where e.key = h.key)
             group by 1) stranger
      join (select ${was.rest} as rest, pg_catalog.min(${was.key}) as key from ledger l group by 1) twin
        on twin.rest = stranger.rest
      join compared c on c.key = twin.key and c.now >= c.copies
     union all
    select 'in the ledger', coalesce(pg_catalog.sum(${rowHash(seeded.columns, 'l')}), 0)::text, null, null, null, pg_catalog.count(*)
      from ledger l`;
}

interface Summary {
  readonly count: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

async function readFault({ client, seeded }: FaultRequest, kind: string): Promise<RowFault> {
  const holder = (oid: number): Partition | undefined =>
    seeded.layout?.partitions.find((p) => holdersOf(p).includes(oid));
  const named = (oid: number): string => holder(oid)?.name ?? seeded.judged.table;
  const summary = await client.query<Summary>(
    `select coalesce(pg_catalog.sum(f.copies), 0) as count, pg_catalog.min(f.at) as earliest, pg_catalog.max(f.at) as latest
       from ${faultsTable(seeded)} f where f.kind = $1`,
    [kind],
  );
  const [row] = summary.rows;
  if (!row || row.count === '0') return { count: 0, examples: [] };
  const examples = await client.query<{ label: string; at: string | null; partition: number }>(
    `select f.label, f.at, f.partition from ${faultsTable(seeded)} f where f.kind = $1 order by f.at, f.key limit 5`,
    [kind],
  );
  const partitions = await client.query<{ partition: number; count: number }>(
    `select f.partition, pg_catalog.sum(f.copies)::integer as count
       from ${faultsTable(seeded)} f where f.kind = $1 group by 1 order by 2 desc, 1 limit 50`,
    [kind],
  );
  return {
    count: Number(row.count),
    examples: examples.rows.map((e) => ({
      key: e.label,
      at: readable(e.at),
      partition: named(e.partition),
    })),
    earliest: readable(row.earliest),
    latest: readable(row.latest),
    partitions: partitions.rows.map(({ partition, count }) => {
      const held = holder(partition);
      return { partition: named(partition), count, ...(held?.kind === 'range' ? { range: held.range } : {}) };
    }),
  };
}

const readable = (at: string | null): string => {
  const instant = at === null ? undefined : parseInstant(at);
  return instant === undefined ? (at ?? 'NULL') : formatShort(instant);
};

/** Other tables, with the same key and time columns, that hold a lost key: moved aside, or detached. */
async function tablesWithKeys(request: FaultRequest): Promise<string[]> {
  const { client, seeded, holders } = request;
  if (keyOf(request).length === 0) return [];
  // By its key alone, a table that the rows refer to would look like one that holds them.
  const needed = [...new Set([...seeded.key, seeded.keyColumn])];
  const candidates = await client.query<{ table: string }>(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.oid <> all ($1)
        and n.nspname not in ('pg_catalog', 'information_schema', $2)
        and (select pg_catalog.count(*) from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attname = any ($3) and not a.attisdropped) = $4
      order by 1`,
    [holders.map(({ facts }) => facts.oid), OWN_SCHEMA, needed, needed.length],
  );
  const found: string[] = [];
  for (const { table } of candidates.rows) {
    const { rowCount } = await client.query(
      `select from ${table} t join ${faultsTable(seeded)} f on f.kind = 'lost' and f.label = ${keyText(seeded.key, 't')} limit 1`,
    );
    if (rowCount) found.push(table);
  }
  return found;
}

/** Adds, to each changed example, the columns that differ. */
async function withDifferences(request: FaultRequest, fault: RowFault): Promise<RowFault> {
  if (fault.count === 0 || keyOf(request).length === 0) return fault;
  const examples: RowExample[] = [];
  for (const example of fault.examples) examples.push(await withDifference(request, example));
  return { ...fault, examples };
}

async function withDifference(request: FaultRequest, example: RowExample): Promise<RowExample> {
  const { client, seeded, holders, followed } = request;
  const before = valuesOf(followed, 'l', undefined).texts;
  for (const [i, { facts }] of holders.entries()) {
    const now = valuesOf(followed, 'h', i).texts;
    const pairs = before.map((value, n) => `array[${cellText(value)}, ${cellText(now[n] ?? 'null')}]`);
    const { rows } = await client.query<{ pairs: [string | null, string | null][] }>(
      `select array[${pairs.join(', ')}] as pairs from ${seeded.ledger} l
         join ${facts.table} h on ${tellingOf(request, 'h', i).key} = ${tellingOf(request, 'l').key}
        where ${keyText(seeded.key, 'l')} = $1 limit 1`,
      [example.key],
    );
    const [found] = rows;
    if (!found) continue;
    const differences = found.pairs.flatMap(([was, is], n) =>
      was === is ? [] : [{ column: followed[n]?.column.name ?? '', before: short(was), after: short(is) }],
    );
    return { ...example, differences };
  }
  return example;
}

/** Not by a cast, which may be the migrations' own. */
const cellText = (value: string): string =>
  `case when ${value} is not null then pg_catalog.format('%s', ${value}) end`;

const short = (text: string | null): string | null =>
  text !== null && text.length > 60 ? `${text.slice(0, 59)}…` : text;
