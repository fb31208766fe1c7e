/** What a history comes to: which of its rows still stand, after deletions, undone versions and baselines. */
import { compareVersions, versionKey } from '../../migrations/version.ts';
import type { HistoryRow } from './history-table.ts';

export interface LiveHistory {
  /** Versions that are applied, oldest first: none that was undone or marked as deleted. */
  readonly versions: readonly AppliedVersion[];
  /** The newest run of each repeatable migration, by its description as the history has it. */
  readonly repeatables: ReadonlyMap<string, HistoryRow>;
  /** The newest version that the database is taken to have had before its history began. */
  readonly baseline?: string;
  /** The newest of all versions applied, the baseline's included. */
  readonly newest?: string;
  /** Migrations that did not end well: Flyway goes no further until they are repaired. */
  readonly failed: readonly HistoryRow[];
  /** Rows whose version can't be read. */
  readonly unreadable: readonly HistoryRow[];
}

export interface AppliedVersion {
  readonly version: string;
  readonly row: HistoryRow;
}

const SYNTHETIC: ReadonlySet<string> = new Set(['SCHEMA', 'BASELINE', 'DELETE']);

/** A baseline row, or a baseline migration; the older name of the latter ends in STATE_SCRIPT. */
export const isBaselineType = (type: string): boolean => /(?:^|_)(?:BASELINE|STATE_SCRIPT)$/i.test(type);
const isUndoType = (type: string): boolean => /^UNDO_/i.test(type);

/** Follows Flyway's MigrationInfoServiceImpl: a later row can take back an earlier one of the same version. */
export function liveHistory(rows: readonly HistoryRow[]): LiveHistory {
  const versions: AppliedVersion[] = [];
  const repeatables = new Map<string, HistoryRow[]>();
  const failed = new Set<HistoryRow>();
  const unreadable: HistoryRow[] = [];
  let baseline: string | undefined;
  const take = (version: string): void => {
    const at = versions.findLastIndex((v) => versionKey(v.version) === versionKey(version));
    const [taken] = at < 0 ? [] : versions.splice(at, 1);
    if (taken) failed.delete(taken.row);
  };
  for (const row of rows) {
    const type = row.type.toUpperCase();
    if (type === 'SCHEMA') continue;
    if (row.version === null) {
      const runs = repeatables.get(row.description) ?? [];
      if (type === 'DELETE') failedRuns(runs.splice(0), failed);
      else runs.push(row);
      repeatables.set(row.description, runs);
    } else if (!/^\d+(?:\.\d+)*$/.test(row.version)) {
      unreadable.push(row);
      continue;
    } else if (type === 'DELETE' || isUndoType(type)) {
      if (row.success) take(row.version);
    } else {
      versions.push({ version: row.version, row });
      if (isBaselineType(type)) baseline = newer(baseline, row.version);
    }
    if (!row.success && !SYNTHETIC.has(type)) failed.add(row);
  }
  const newest = versions.reduce<string | undefined>((all, { version }) => newer(all, version), undefined);
  return {
    versions,
    repeatables: new Map([...repeatables].flatMap(([name, runs]) => newestRun(name, runs))),
    ...(baseline === undefined ? {} : { baseline }),
    ...(newest === undefined ? {} : { newest }),
    failed: [...failed],
    unreadable,
  };
}

function failedRuns(runs: readonly HistoryRow[], failed: Set<HistoryRow>): void {
  for (const run of runs) failed.delete(run);
}

const newestRun = (name: string, runs: readonly HistoryRow[]): [string, HistoryRow][] => {
  const last = runs.at(-1);
  return last ? [[name, last]] : [];
};

const newer = (a: string | undefined, b: string): string =>
  a === undefined || compareVersions(b, a) > 0 ? b : a;
