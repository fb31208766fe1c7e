/** SQL that cases share: partitions with fixed dates, and the shipped partition manager. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.ts';

/** The date of the run for tables whose partitions are written out. */
export const NOW = ['--now', '2026-03-15'] as const;

/** Partitions of the years 2025 to 2027. */
export const years = (table: string, prefix = `${table}_`): string =>
  [2025, 2026, 2027]
    .map(
      (year) =>
        `create table ${prefix}${year} partition of ${table} for values from ('${year}-01-01') to ('${year + 1}-01-01');\n`,
    )
    .join('');

export const MANAGER_FILE = 'V1__create_or_manage_partitions.sql';
export const MANAGER = readFileSync(join(ROOT, 'sql', 'migrations', MANAGER_FILE), 'utf8');
