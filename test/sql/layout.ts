/** Reads partition layouts straight from the catalog, without the code under test, and judges them. */
import { expect } from '@jest/globals';
import type pg from 'pg';

export interface PartitionRow {
  readonly oid: string;
  readonly name: string;
  /** Bounds as microseconds since 2000 in UTC, as text of a bigint; null where unbounded or default. */
  readonly lower: bigint | null;
  readonly upper: bigint | null;
  readonly rows: number;
}

export interface Layout {
  readonly partitions: readonly PartitionRow[];
  readonly keys: readonly string[];
}

interface CatalogRow {
  oid: string;
  name: string;
  relation: string;
  bound: string;
}

/** What a statement returned in its only column, in its only row. */
export async function valueOf<T>(
  client: pg.Client,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T> {
  const { rows } = await client.query<{ value: T }>(`select (${sql}) as value`, [...values]);
  const [row] = rows;
  if (row === undefined) {
    throw new Error(`no row from: ${sql}`);
  }
  return row.value;
}

function microseconds(text: string | undefined): bigint | null {
  const match = /^'(\d+)-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?(?:\+00)?'$/.exec(text ?? '');
  if (match === null) {
    return null;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const fraction = BigInt((match[7] ?? '').padEnd(6, '0'));
  const millis = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return BigInt(millis) * 1000n + fraction;
}

/** Microseconds of an instant given as ISO text in UTC. */
export function at(iso: string): bigint {
  return BigInt(Date.parse(iso.includes('T') ? `${iso}Z` : `${iso}T00:00:00Z`)) * 1000n;
}

/** The partitions of a table in the order of their bounds, with row counts, and the keys of all rows. */
export async function readLayout(client: pg.Client, parent: string, key: string): Promise<Layout> {
  await client.query("set timezone = 'UTC'; set datestyle = 'ISO'");
  const { rows } = await client.query<CatalogRow>(
    `select c.oid::text, c.relname as name, c.oid::regclass::text as relation,
            pg_get_expr(c.relpartbound, c.oid) as bound
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = $1::regclass order by c.relname`,
    [parent],
  );
  const partitions: PartitionRow[] = [];
  for (const row of rows) {
    const bounds = /FROM \((.*)\) TO \((.*)\)/.exec(row.bound);
    const count = await valueOf<string>(client, `select count(*) from ${row.relation}`);
    partitions.push({
      oid: row.oid,
      name: row.name,
      lower: microseconds(bounds?.[1]),
      upper: microseconds(bounds?.[2]),
      rows: Number(count),
    });
  }
  partitions.sort((a, b) => Number((a.lower ?? -(2n ** 62n)) - (b.lower ?? -(2n ** 62n))));
  const found = await client.query<{ key: string }>(`select ${key}::text as key from ${parent} order by 1`);
  return { partitions, keys: found.rows.map((row) => row.key) };
}

/** Names with their bounds as days or instants, for plain comparison. */
export function describe(layout: Layout): string[] {
  const text = (bound: bigint | null): string =>
    bound === null
      ? '-'
      : new Date(Number(bound / 1000n)).toISOString().replace('T00:00:00.000Z', '').replace('.000Z', '');
  return layout.partitions.map((p) => `${p.name} ${text(p.lower)} ${text(p.upper)}`);
}

function covers(layout: Layout, instant: bigint): boolean {
  return layout.partitions.some(
    (p) => (p.lower === null || p.lower <= instant) && (p.upper === null || instant < p.upper),
  );
}

/** Whole months from January on, or whole days from Monday 3 January 2000 on. */
export type Step = number | { readonly days: number };

const day = 86_400_000_000n;

function startOfInterval(instant: bigint, step: Step): bigint {
  if (typeof step !== 'number') {
    const width = BigInt(step.days) * day;
    const since = instant - at('2000-01-03');
    return instant - (((since % width) + width) % width);
  }
  const months = step;
  const date = new Date(Number(instant / 1000n));
  const month = Math.floor(date.getUTCMonth() / months) * months;
  return BigInt(Date.UTC(date.getUTCFullYear(), month, 1)) * 1000n;
}

/** Everything that must hold after a change of interval, whatever was there before. */
export function expectRightChange(before: Layout, after: Layout, step: Step, window: [string, string]): void {
  expect(after.keys).toEqual(before.keys);

  const populated = before.partitions.filter((p) => p.rows > 0);
  expect(after.partitions).toEqual(expect.arrayContaining(populated));

  const edges = [...before.partitions, ...after.partitions].flatMap((p) => [p.lower, p.upper]);
  const instants = [...edges, at(window[0])].filter((edge) => edge !== null);
  const wanted = (instant: bigint): boolean =>
    covers(before, instant) || (at(window[0]) <= instant && instant < at(window[1]));
  expect(instants.filter((instant) => wanted(instant) && !covers(after, instant))).toEqual([]);
  expect(instants.filter((instant) => wanted(instant - 1n) && !covers(after, instant - 1n))).toEqual([]);

  const overlaps = after.partitions.filter((p, index) => {
    const next = after.partitions[index + 1];
    return next !== undefined && p.upper !== null && next.lower !== null && p.upper > next.lower;
  });
  expect(overlaps).toEqual([]);

  const old = new Set(before.partitions.map((p) => p.oid));
  const made = after.partitions.filter((p) => !old.has(p.oid));
  for (const partition of made) {
    expectOnInterval(partition, after, step);
  }
}

/** A new partition lies in one interval and fills all of it that the others leave free. */
function expectOnInterval(partition: PartitionRow, layout: Layout, step: Step): void {
  const { lower, upper } = partition;
  if (lower === null || upper === null) {
    throw new Error(`${partition.name} is unbounded`);
  }
  const start = startOfInterval(lower, step);
  expect(startOfInterval(upper - 1n, step)).toBe(start);
  const heldBefore =
    lower === start || layout.partitions.some((p) => p.upper === lower && p.oid !== partition.oid);
  const next = startOfInterval(upper, step);
  const heldAfter =
    next === upper || layout.partitions.some((p) => p.lower === upper && p.oid !== partition.oid);
  expect({ name: partition.name, heldBefore, heldAfter }).toEqual({
    name: partition.name,
    heldBefore: true,
    heldAfter: true,
  });
}
