/** The tables that a run judges, found in the catalog or named in the configuration. */
import { OperatorError } from '../domain/operator-error.ts';
import type { Layout } from '../domain/layout.ts';
import type { Span } from '../domain/range.ts';
import { quoteIdentifier } from '../postgres/connection.ts';
import type { CatalogLayouts, PartitionedTable } from '../postgres/catalog-layout.ts';
import type { TableFacts } from '../postgres/table-facts.ts';
import type { TableName, TableSettings } from '../settings/validate-settings.ts';

export interface JudgedTable {
  /** Schema-qualified, quoted where SQL needs it: the name in reports. */
  readonly table: string;
  readonly name: Required<TableName>;
  /** Undefined: the primary key without the partition column. */
  readonly key: readonly string[] | undefined;
  readonly successors: readonly Required<TableName>[];
  readonly range: Span | undefined;
  /** After every migration, from an empty database; undefined where it is not range-partitioned then. */
  readonly headLayout: Layout | undefined;
  /** After every migration; undefined where it is not there then. */
  readonly headFacts: TableFacts | undefined;
  readonly managed: boolean;
}

export const qualified = (name: TableName): Required<TableName> => ({
  schema: name.schema ?? 'public',
  name: name.name,
});

const plainName = /^[a-z_][a-z0-9_$]*$/;
const quoteWhereNeeded = (part: string): string => (plainName.test(part) ? part : quoteIdentifier(part));

/** As SQL would read it, with its schema. */
export const displayName = ({ schema, name }: Required<TableName>): string =>
  `${quoteWhereNeeded(schema)}.${quoteWhereNeeded(name)}`;

export const sqlName = ({ schema, name }: Required<TableName>): string =>
  `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;

/** The table's layout in a database, by its name. */
export const layoutByName = (layouts: CatalogLayouts, name: Required<TableName>): Layout | undefined =>
  layouts.judged.find((t) => isNamed(t.layout.table, name))?.layout;

/** @param printed by the catalog, which quotes more than displayName: words that SQL keeps for itself. */
export const isNamed = (printed: string, name: Required<TableName>): boolean =>
  displayName(parseDisplayName(printed)) === displayName(name);

/** Reads back what catalog queries print with format('%I'). */
export function parseDisplayName(text: string): Required<TableName> {
  const parts = [...text.matchAll(/"((?:[^"]|"")*)"|([^."]+)/g)].map(
    (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '',
  );
  const [schema = 'public', name = ''] = parts;
  return { schema, name };
}

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** As a whole word, or as the beginning of its partitions' names: `stay` and `stay_`, in no call for `stay_archive`. */
const isMentioned = (call: string, name: string): boolean =>
  new RegExp(`(?<![\\w$])${name.replace(SPECIAL, '\\$&')}_?(?![\\w$])`).test(call);

export interface TableChoice {
  readonly settings: readonly TableSettings[];
  /** After every migration. */
  readonly head: CatalogLayouts;
  readonly headFacts: readonly TableFacts[];
  /** In the base, where there is one; else on the way to the head. */
  readonly before: readonly PartitionedTable[];
  /** The configured or default call, as text. */
  readonly call: string | undefined;
}

/** The configured tables; else every table that is, or becomes, range-partitioned by time. */
export function chooseTables({ settings, head, headFacts, before, call }: TableChoice): JudgedTable[] {
  const found = [...new Set([...head.judged, ...before].map((t) => t.layout.table))].map(parseDisplayName);
  const chosen: readonly TableSettings[] =
    settings.length > 0 ? settings : found.map((table) => ({ table, successors: [] }));
  const names = chosen.map((c) => qualified(c.table));
  const mentioned = names.filter((n) => isMentioned(call ?? '', n.name));
  return chosen.map((choice, i) => {
    const name = names[i] ?? qualified(choice.table);
    return {
      table: displayName(name),
      name,
      key: choice.key,
      successors: choice.successors.map(qualified),
      range: choice.range,
      headLayout:
        layoutByName(head, name) ??
        choice.successors.map((s) => layoutByName(head, qualified(s))).find((l) => l),
      headFacts: headFacts.find((f) => isNamed(f.table, name)),
      managed: call !== undefined && (mentioned.length === 0 || mentioned.includes(name)),
    };
  });
}

/**
 * A configured table that no migration makes is a mistake in the configuration.
 * @param known every table there is, after all migrations and in the base, as format('%I.%I') prints them.
 */
export function requireTables(
  tables: readonly JudgedTable[],
  known: readonly string[],
  configFile: string,
): void {
  const there = new Set(known.map((text) => displayName(parseDisplayName(text))));
  const missing = tables.filter(({ table }) => !there.has(table));
  const [first] = missing;
  if (!first) return;
  throw new OperatorError(
    missing.map(({ table }) => `${configFile}: table ${table} is made by no migration`).join('\n'),
    {
      code: 'unknown-table',
      hint: `Correct its name under tables:, quoted as in SQL and with its schema where it is not public. There are: ${[...there].slice(0, 10).join(', ')}.`,
    },
  );
}
