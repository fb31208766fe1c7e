/** SQL of the columns of foreign keys: they point at rows of filled parents, together where keys share columns. */
import { quoteIdentifier } from '../../postgres/connection.ts';
import type { ColumnFacts, ForeignKey, TableFacts } from '../../postgres/table-facts.ts';

/** A foreign key whose parent holds rows to point at. */
export interface FilledForeignKey {
  readonly key: ForeignKey;
  /** Schema-qualified, quoted. */
  readonly parent: string;
}

/** What of a table's rows concerns its foreign keys. */
export interface ForeignPlan {
  readonly facts: TableFacts;
  readonly foreignKeys: readonly FilledForeignKey[];
  readonly seed: number;
}

/** How many rows of a parent are pointed at; of each of several that share a column. */
const MOST_ROWS = 500;
const MOST_JOINED_ROWS = 1000;

/** @returns a column's value; undefined where it is in no foreign key, or in one that stays open by another column. */
export function foreignValues(plan: ForeignPlan): (column: ColumnFacts) => string | undefined {
  const groups = sharing(plan.foreignKeys);
  return (column) => {
    const group = groups.find((keys) => keys.some(({ key }) => key.columns.includes(column.name)));
    if (group) return drawn(plan, group, column);
    const open = plan.facts.foreignKeys.some((key) => key.columns.includes(column.name));
    return open && !column.notNull ? `null::${column.type}` : undefined;
  };
}

/** Keys by the columns that they have in common, if by way of others. */
function sharing(keys: readonly FilledForeignKey[]): FilledForeignKey[][] {
  let groups: FilledForeignKey[][] = [];
  for (const filled of keys) {
    const touches = (group: readonly FilledForeignKey[]): boolean =>
      group.some(({ key }) => key.columns.some((column) => filled.key.columns.includes(column)));
    const touched = groups.filter(touches);
    groups = [...groups.filter((group) => !touches(group)), [...touched.flat(), filled]];
  }
  return groups;
}

/** Of one row, or one combination of rows, the same for every column of the group. */
function drawn(
  { seed, facts }: ForeignPlan,
  group: readonly FilledForeignKey[],
  column: ColumnFacts,
): string {
  const cells = new Map<string, string>();
  const items = group.map(({ key, parent }, i) => {
    const same: string[] = [];
    for (const [n, name] of key.columns.entries()) {
      const cell = `p${i}.${quoteIdentifier(key.parentColumns[n] ?? '')}`;
      const other = cells.get(name);
      if (other === undefined) cells.set(name, cell);
      else same.push(`${other} = ${cell}`);
    }
    const order = key.parentColumns.map((name) => `q.${quoteIdentifier(name)}`);
    const some = group.length > 1 ? MOST_JOINED_ROWS : MOST_ROWS;
    const rows = `(select ${order.join(', ')} from ${parent} q where ${order.map((c) => `${c} is not null`).join(' and ')}
                    order by ${order.join(', ')} limit ${some}) p${i}`;
    if (i === 0) return rows;
    return same.length > 0 ? `join ${rows} on ${same.join(' and ')}` : `cross join ${rows}`;
  });
  const list = `array(select ${cells.get(column.name) ?? ''} from ${items.join(' ')} order by ${[...cells.values()].join(', ')} limit ${MOST_ROWS})`;
  const [first] = facts.columns.filter((c) => cells.has(c.name));
  const draw = `(pg_catalog.hashint8extended(g.n, ${seed * 1009 + 500 + (first?.position ?? 0)}) & 9223372036854775807)`;
  return `(${list})[1 + ${draw} % greatest(1, pg_catalog.cardinality(${list}))]`;
}

/** A row that refers to its own kind refers to itself: every other one, where it need not. */
export function referringToThemselves(
  { facts, foreignKeys }: ForeignPlan,
  names: readonly string[],
  values: readonly string[],
): string[] {
  const referring = [...values];
  for (const key of facts.foreignKeys.filter(({ parentOid }) => parentOid === facts.oid)) {
    const pairs = key.columns.map((name, n) => ({
      at: names.indexOf(name),
      value: values[names.indexOf(key.parentColumns[n] ?? '')],
      column: facts.columns.find((c) => c.name === name),
      isFixed:
        name === key.parentColumns[n] || foreignKeys.some((filled) => filled.key.columns.includes(name)),
    }));
    const isSafe = pairs.every((p, n) => !p.isFixed || p.column?.name === key.parentColumns[n]);
    if (!isSafe || pairs.some((p) => p.value === undefined || p.at < 0)) continue;
    const isOpen = pairs.some((p) => p.column?.notNull === false);
    for (const { at, value, column, isFixed } of pairs) {
      if (isFixed || value === undefined) continue;
      referring[at] = isOpen && column?.notNull === false ? `case when g.n % 2 = 0 then ${value} end` : value;
    }
  }
  return referring;
}
