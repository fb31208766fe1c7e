/** The digest that a plan is approved and applied by: what would be done, and what it would be done to. */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../domain/canonical-json.ts';
import type { TableShape } from './table-shapes.ts';

export interface PlanIdentity {
  readonly release: string;
  readonly database: string;
  /** In the order in which they would be played. */
  readonly pending: readonly { readonly script: string; readonly checksum: number | 'always' }[];
  readonly calls: readonly string[];
  /** In any order. */
  readonly shapes: readonly TableShape[];
}

/**
 * The same for the same state, in whatever order the catalog gives it; neither row counts nor how much is verified is
 * in it.
 */
export function planDigest({ release, database, pending, calls, shapes }: PlanIdentity): string {
  const told = canonicalJson({
    release,
    database,
    pending: pending.map(({ script, checksum }) => [script, checksum]),
    calls,
    tables: sorted(shapes.map(({ table, shape }): Json => [table, withSortedPartitions(shape)])),
  });
  return `sha256:${createHash('sha256').update(told, 'utf8').digest('hex')}`;
}

const sorted = (values: readonly Json[]): Json[] =>
  values
    .map((value) => ({ value, text: canonicalJson(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);

function withSortedPartitions(shape: Json): Json {
  if (shape === null || typeof shape !== 'object' || Array.isArray(shape)) return shape;
  const { partitions, ...rest } = shape as Readonly<Record<string, Json>>;
  return { ...rest, partitions: Array.isArray(partitions) ? sorted(partitions as readonly Json[]) : [] };
}
