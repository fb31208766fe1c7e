/** The ids of checks that a configuration may name. */

export const CHECK_IDS = [
  'migration-applies',
  'migration-history',
  'no-row-lost',
  'no-row-duplicated',
  'no-row-changed',
  'no-overlap',
  'no-gap',
  'interval-applied',
  'default-empty',
  'runway',
  'idempotent',
  'attributes-preserved',
  'audit-complete',
  'no-lock-leak',
  'lock-budget',
  'no-silent-skip',
  'concurrent-safe',
  'crash-safe',
  'time-zone-stable',
  'names-match-bounds',
  'retention-safe',
] as const;

export const ASSERTION_PREFIX = 'assertion:';
