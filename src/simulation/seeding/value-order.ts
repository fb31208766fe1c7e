/** Ranks columns that a CHECK compares with one another, so that generated values keep their order. */
import type { Ordering } from './check-facts.ts';

/**
 * @returns each compared column's rank: a greater column has a higher one. Columns of a circle get what the walk
 * reaches first; the rows are tried against the CHECK afterwards in any case.
 */
export function rankColumns(orderings: readonly Ordering[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { smaller, greater } of orderings) {
    ranks.set(smaller, 0);
    ranks.set(greater, 0);
  }
  for (let round = 0; round < ranks.size; round += 1) {
    for (const { smaller, greater } of orderings) {
      const least = (ranks.get(smaller) ?? 0) + 1;
      if ((ranks.get(greater) ?? 0) < least) ranks.set(greater, least);
    }
  }
  return ranks;
}
