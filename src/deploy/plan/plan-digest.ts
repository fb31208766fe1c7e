/** The digest that a plan is approved and applied by: what would be done, and what it would be done to. */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../domain/canonical-json.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import type { TableShape } from './table-shapes.ts';

export interface PlanIdentity {
  readonly release: string;
  readonly database: string;
  /** Where tables without a schema in their name are made, with the history. */
  readonly schema: string | undefined;
  /** In the order in which they would be played. */
  readonly pending: readonly { readonly script: string; readonly checksum: number | 'always' }[];
  readonly calls: readonly string[];
  /** By name; what the files say with them. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** What the proof goes by. */
  readonly rules: Pick<DeploySettings, 'tables' | 'waivers'>;
  /** In any order. */
  readonly shapes: readonly TableShape[];
  /** Functions, procedures, views and event triggers, in any order. */
  readonly routines: readonly Json[];
}

/**
 * The same for the same state, in whatever order the catalog gives it; neither row counts nor how much is verified is
 * in it.
 */
export function planDigest(identity: PlanIdentity): string {
  const { release, database, schema, pending, calls, placeholders, rules, shapes, routines } = identity;
  const told = canonicalJson({
    release,
    database,
    schema: schema ?? null,
    placeholders,
    rules: plain(rules),
    pending: pending.map(({ script, checksum }) => [script, checksum]),
    calls,
    routines: sorted(routines),
    tables: sorted(shapes.map(({ table, shape }): Json => [table, withSortedPartitions(shape)])),
  });
  return `sha256:${createHash('sha256').update(told, 'utf8').digest('hex')}`;
}

/** Instants are no numbers that JSON has. */
const plain = (value: object): Json =>
  JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${one} µs` : one)),
  ) as Json;

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
