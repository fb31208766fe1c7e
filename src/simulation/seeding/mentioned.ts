/** Lets some rows hold the values that the migrations compare a column with: `where state <> 'cancelled'` has two sides. */
import { quoteLiteral } from '../../postgres/connection.ts';
import type { ColumnFacts, TableFacts } from '../../postgres/table-facts.ts';

const TEXTS = ['text', 'character varying'];
const WHOLE = new Map([
  ['smallint', 32_767n],
  ['integer', 2_147_483_647n],
  ['bigint', 9_223_372_036_854_775_807n],
]);

/** Every fourth row by chance. @param value SQL of what the other rows hold. */
export function withMentioned(facts: TableFacts, column: ColumnFacts, value: string, seed: number): string {
  const values = (column.mentioned ?? []).filter((text) => fits(text, column));
  const isFree =
    column.later === undefined &&
    !column.isArray &&
    column.domainChecks.length === 0 &&
    !facts.checks.some((check) => check.columns.includes(column.name)) &&
    !facts.foreignKeys.some((key) => key.columns.includes(column.name));
  if (!isFree || values.length === 0) return value;
  const draw = `(pg_catalog.hashint8extended(g.n, ${seed * 1009 + 500 + column.position}) & 9223372036854775807)`;
  const mentioned = `(array[${values.map(quoteLiteral).join(', ')}])[1 + ${draw} / 4 % ${values.length}]::${column.type}`;
  return `case when ${draw} % 4 = 0 then ${mentioned} else ${value} end`;
}

function fits(text: string, { baseType, modifier }: ColumnFacts): boolean {
  if (TEXTS.includes(baseType)) return modifier <= 4 || [...text].length <= modifier - 4;
  const most = WHOLE.get(baseType);
  return most !== undefined && /^\d{1,18}$/.test(text) && BigInt(text) <= most;
}
