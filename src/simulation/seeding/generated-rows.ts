/** SQL that generates rows for a table: one column expression each, made from the table's own facts. */
import type { Instant } from '../../domain/instant.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import type { ColumnFacts, TableFacts } from '../../postgres/table-facts.ts';
import type { TypeFacts } from '../../postgres/type-facts.ts';
import { type CheckFacts, readCheckFacts } from './check-facts.ts';
import { generatedAs } from './base-values.ts';
import { columnValue } from './column-value.ts';
import { withMentioned } from './mentioned.ts';
import { readRoutes } from './routes.ts';
import type { SeedInstants } from './seed-instants.ts';
import { type FilledForeignKey, foreignValues, referringToThemselves } from './foreign-values.ts';
import { rankColumns } from './value-order.ts';

export interface RowPlan {
  readonly facts: TableFacts;
  /** Undefined where rows are not routed by time. */
  readonly partitionKey: string | undefined;
  /** What makes two rows the same row. */
  readonly identity: readonly string[];
  readonly foreignKeys: readonly FilledForeignKey[];
  readonly seed: number;
  /** What the types of columns are made of, where they have parts. */
  readonly types: ReadonlyMap<number, TypeFacts>;
  /** Whether a column that no value can be made for is left out. */
  readonly isLenient?: boolean;
}

/** Columns with the SQL that makes their values; rows come from `g` with `n` and `instant` (microseconds). */
export interface GeneratedColumns {
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** Columns in which each row has a value of its own. */
  readonly unique: ReadonlySet<string>;
}

/** A column that no value can be made for, and which can be neither left out nor null. */
export class UnseedableColumn extends Error {
  constructor(table: string, column: ColumnFacts) {
    super(`column ${column.name} of ${table} has type ${column.type}, for which no value can be generated`);
    this.name = 'UnseedableColumn';
  }
}

const UNIQUE_TYPES = new Set([
  'smallint', 'integer', 'bigint', 'numeric', 'text', 'character varying', 'character', 'citext', 'name', 'uuid',
  'real', 'double precision', 'date', 'timestamp with time zone', 'timestamp without time zone',
]); // prettier-ignore

export async function generateColumns(plan: RowPlan): Promise<GeneratedColumns> {
  const { facts } = plan;
  const checks = await readCheckFacts(facts.checks.map((check) => check.expression));
  const routes = await readRoutes(facts, plan.partitionKey);
  const choicesOf = (column: string): readonly string[] | undefined =>
    checks.choices.get(column) ?? routes.choices.get(column);
  const ranks = rankColumns(checks.orderings);
  const pivot = ranks.get(plan.partitionKey ?? '') ?? 0;
  const unique = uniqueColumns(plan, (column) => choicesOf(column) !== undefined);
  const foreignValue = foreignValues(plan);
  const domains = new Map<number, CheckFacts>();
  for (const type of plan.types.values()) {
    if (type.checks.length > 0) domains.set(type.oid, await readCheckFacts(type.checks));
  }
  const names: string[] = [];
  const values: string[] = [];
  for (const column of facts.columns.filter((c) => !c.isGenerated)) {
    const domain = await readCheckFacts(column.domainChecks);
    const value =
      foreignValue(column) ??
      columnValue({
        column,
        isUnique: unique.has(column.name),
        isPartitionKey: column.name === plan.partitionKey,
        choices: choicesOf(column.name) ?? domain.choices.get('value'),
        minimum:
          checks.minimum.get(column.name) ?? domain.minimum.get('value') ?? routes.minimum.get(column.name),
        maximum:
          checks.maximum.get(column.name) ?? domain.maximum.get('value') ?? routes.maximum.get(column.name),
        rank: ranks.has(column.name) ? (ranks.get(column.name) ?? 0) - pivot : undefined,
        places: checks.patterns.get(column.name) ?? domain.patterns.get('value'),
        length: checks.lengths.get(column.name) ?? domain.lengths.get('value'),
        seed: plan.seed,
        types: plan.types,
        domains,
        mayBeInfinite:
          column.later === undefined &&
          !facts.columns.some((c) => c.isGenerated) &&
          !facts.checks.some((check) => check.columns.includes(column.name)),
      });
    if (value === undefined) {
      if (column.notNull && !column.hasDefault && !plan.isLenient)
        throw new UnseedableColumn(facts.table, column);
      continue;
    }
    names.push(column.name);
    values.push(withNulls(plan, checks, column, mentioning(plan, unique, column, value)));
  }
  return { names, values: referringToThemselves(plan, names, values), unique };
}

/** A key's own values, and the partition column's, tell rows apart. */
const mentioning = (
  plan: RowPlan,
  unique: ReadonlySet<string>,
  column: ColumnFacts,
  value: string,
): string =>
  unique.has(column.name) || column.name === plan.partitionKey || plan.identity.includes(column.name)
    ? value
    : withMentioned(plan.facts, column, value, plan.seed);

function withNulls(plan: RowPlan, checks: CheckFacts, column: ColumnFacts, value: string): string {
  if (isKey(plan, column)) return value;
  return checks.nullable.has(column.name) ? oftenNull(column, value) : sometimesNull(column, value);
}

const isKey = (plan: RowPlan, column: ColumnFacts): boolean =>
  column.notNull ||
  plan.facts.onceNull.includes(column.name) ||
  column.name === plan.partitionKey ||
  plan.identity.includes(column.name) ||
  inForeignKey(plan, column);

const inForeignKey = (plan: RowPlan, column: ColumnFacts): boolean =>
  plan.facts.foreignKeys.some((key) => key.columns.length > 1 && key.columns.includes(column.name));

/** Every 13th value, another row for each column. */
const sometimesNull = (column: ColumnFacts, value: string): string =>
  `case when (g.n + ${column.position}) % 13 = 0 then null else ${value} end`;

/** Every other value by chance, so that of several columns each combination is met. */
const oftenNull = (column: ColumnFacts, value: string): string =>
  `case when (pg_catalog.hashint8extended(g.n, ${900 + column.position}) & 1) = 0 then null else ${value} end`;

/** Of each unique key the one column that makes it unique. */
function uniqueColumns(
  { facts, partitionKey, identity }: RowPlan,
  hasChoices: (column: string) => boolean,
): Set<string> {
  const unique = new Set<string>();
  for (const key of [identity, ...facts.uniqueKeys, ...facts.uniqueExpressions]) {
    if (key.some((name) => unique.has(name))) continue;
    const column = key
      .map((name) => facts.columns.find((c) => c.name === name))
      .find(
        (c) =>
          c !== undefined &&
          c.name !== partitionKey &&
          !c.isArray &&
          UNIQUE_TYPES.has(generatedAs(c)) &&
          !hasChoices(c.name) &&
          !facts.foreignKeys.some((f) => f.columns.includes(c.name)),
      );
    if (column) unique.add(column.name);
  }
  return unique;
}

export interface RowNumbers {
  /** The first row's number: rows with other numbers have other keys. */
  readonly first: number;
  readonly count: number;
  /** How many numbers are tried; more than count where some rows will be sampled out. */
  readonly tried?: number;
  /** Whether every tenth row is the same as the one before it, as rows of a table without any key may be. */
  readonly withTwins?: boolean;
}

const bigints = (values: readonly Instant[]): string => `'{${values.join(',')}}'::bigint[]`;

/** FROM item `g` with a row's number and instant: the edges first, then the spans one after another. */
export function numberedInstants(instants: SeedInstants, rows: RowNumbers, seed: number): string {
  const { spans, edges } = instants;
  const tried = rows.tried ?? rows.count;
  const used = edges.slice(0, rows.count);
  const inSpan = `1 + ((s.n - ${rows.first}) * ${spans.length} / ${tried})`;
  const draw = `(pg_catalog.hashint8extended(s.n, ${seed * 1009}) & 9223372036854775807)`;
  const series = `pg_catalog.generate_series(${rows.first}::bigint, ${rows.first + tried - 1}::bigint)`;
  const numbers = rows.withTwins
    ? `(select case when x.n % 10 = 0 and x.n > ${rows.first} then x.n - 1 else x.n end from ${series} x(n))`
    : series;
  return `(
    select s.n,
           case when s.n - ${rows.first} < ${used.length}
                then (${bigints(used)})[1 + s.n - ${rows.first}]
                else (${bigints(spans.map((span) => span.lower))})[${inSpan}]
                     + ${draw} % (${bigints(spans.map((span) => span.upper - span.lower))})[${inSpan}]
           end as instant
      from ${numbers} s(n)
    ) g`;
}

/** Every row exactly at its instant, for tries of single instants. */
export const atInstants = (instants: readonly Instant[], first: number): string =>
  `(select ${first} + u.position - 1 as n, u.instant
      from pg_catalog.unnest(${bigints(instants)}) with ordinality u(instant, position)) g`;

/** A SELECT of generated rows under the table's own column names. */
export const selectRows = (
  { names, values }: Pick<GeneratedColumns, 'names' | 'values'>,
  from: string,
): string =>
  `select ${values.map((value, i) => `${value} as ${quoteIdentifier(names[i] ?? '')}`).join(',\n         ')}\n    from ${from}`;

/** The same with every other column as null, so that the table's CHECK expressions can be tried on it. */
export function selectCandidates(
  facts: TableFacts,
  { names, values }: GeneratedColumns,
  from: string,
): string {
  const absent = facts.columns.filter((column) => !names.includes(column.name));
  return selectRows(
    {
      names: [...names, ...absent.map((column) => column.name)],
      values: [...values, ...absent.map((column) => `null::${column.type}`)],
    },
    from,
  );
}
