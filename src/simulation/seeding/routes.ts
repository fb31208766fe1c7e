/** What partitions ask of a row beside its time: by list, hash or range of other columns, or within one another. */
import type { CheckConstraint, TableFacts } from '../../postgres/table-facts.ts';
import { type CheckFacts, type Limit, readCheckFacts } from './check-facts.ts';

/** As if it were a CHECK: a row that no partition takes is not to be generated. Undefined where time alone decides. */
export const routeCheck = ({ routes, columns }: TableFacts): CheckConstraint | undefined =>
  routes.length === 0 || routes.includes(null)
    ? undefined
    : {
        name: ROUTE_CHECK,
        columns: columns.map((column) => column.name),
        expression: routes.map((route) => `(${route ?? 'true'})`).join(' or '),
      };

/** No constraint has such a name. */
export const ROUTE_CHECK = '';

/** The values and limits that some partition has for a column: generated rows aim at them. */
export async function readRoutes(
  { routes, laterRoutes = [] }: TableFacts,
  partitionKey: string | undefined,
): Promise<Pick<CheckFacts, 'choices' | 'minimum' | 'maximum'>> {
  const read: CheckFacts[] = [];
  for (const route of new Set([...routes, ...laterRoutes])) {
    if (route !== null && route !== 'false') read.push(await readCheckFacts([route]));
  }
  const choices = new Map<string, string[]>();
  for (const facts of read) {
    for (const [column, values] of facts.choices)
      choices.set(column, [...new Set([...(choices.get(column) ?? []), ...values])]);
  }
  if (partitionKey !== undefined) choices.delete(partitionKey);
  return {
    choices,
    minimum: widest(
      read.map((facts) => facts.minimum),
      Math.min,
    ),
    maximum: widest(
      read.map((facts) => facts.maximum),
      Math.max,
    ),
  };
}

/** A limit that every partition has, at the farthest of them. */
function widest(
  limits: readonly ReadonlyMap<string, Limit>[],
  farther: (a: number, b: number) => number,
): ReadonlyMap<string, Limit> {
  const [first = new Map<string, Limit>(), ...others] = limits;
  const all = new Map<string, Limit>();
  for (const [column, limit] of first) {
    const same = others.flatMap((map) => map.get(column) ?? []);
    if (same.length < others.length) continue;
    const at = [limit, ...same].map((one) => one.at).reduce((a, b) => farther(a, b));
    all.set(column, [limit, ...same].find((one) => one.at === at) ?? limit);
  }
  return all;
}
