/** What a target still needs, and why nothing may be applied where its history and the files do not fit. */
import type pg from 'pg';
import type { Refusal } from '../../domain/deployment.ts';
import { checksumOf } from '../../migrations/checksum.ts';
import type { Migration, RepeatableMigration, VersionedMigration } from '../../migrations/migration.ts';
import { playable } from '../../migrations/read-migrations.ts';
import { compareVersions, versionKey } from '../../migrations/version.ts';
import { currentSchema, type HistoryRow, readHistory, type TargetHistory } from './history-table.ts';
import { isBaselineType, liveHistory, type LiveHistory } from './live-rows.ts';

export interface PendingDecision {
  /** In the order in which they are applied. */
  readonly pending: readonly Migration[];
  /** All of gate `history`; where there are any, nothing may be applied. */
  readonly refusals: readonly Refusal[];
  /** What a reader should know. */
  readonly notes: readonly string[];
  /** The version that the history begins with, where it has to be begun that way. */
  readonly baseline?: string;
  /** Undefined where there is no schema for one. */
  readonly history: TargetHistory | undefined;
}

export interface PendingOptions {
  /** The version that a database without history is taken to have. */
  readonly baseline?: string | undefined;
}

/** Reads the history with a role that may read only, and decides. */
export async function decidePending(
  client: pg.Client,
  migrations: readonly Migration[],
  options: PendingOptions,
): Promise<PendingDecision> {
  const schema = await currentSchema(client);
  if (schema === undefined) {
    const refusal = refused(
      'the search path of this role names no schema that exists: there is no place for a history',
      'create the schema, or set the search_path of the role or of the database',
    );
    return { pending: [], refusals: [refusal], notes: [], history: undefined };
  }
  const history = await readHistory(client, schema);
  return { ...pendingOf(history, migrations, options), history };
}

/** The same from what was read. */
export function pendingOf(
  history: TargetHistory,
  migrations: readonly Migration[],
  { baseline }: PendingOptions,
): Omit<PendingDecision, 'history'> {
  const rows = history.rows ?? [];
  if (rows.length > 0) return withHistory(rows, migrations, baseline);
  if (history.schemaIsEmpty) {
    const notes =
      baseline === undefined
        ? []
        : [
            `the schema ${history.schema} is empty: it gets every migration, and no baseline ${baseline} is written`,
          ];
    return { pending: playable(migrations), refusals: [], notes };
  }
  if (baseline !== undefined) {
    const pending = migrations.filter(
      (m) => m.kind === 'repeatable' || (!m.isBaseline && compareVersions(m.version, baseline) > 0),
    );
    return { pending, refusals: [], notes: [], baseline };
  }
  // Flyway made the table and was stopped: it would go on with the first migration, and so would we.
  if (history.rows) return { pending: playable(migrations), refusals: [], notes: [] };
  const refusal = refused(
    `the schema ${history.schema} is in use and has no ${history.table}: nobody knows which migrations it has had`,
    'say which version it has with --baseline VERSION: that version and those below it count as applied',
  );
  return { pending: [], refusals: [refusal], notes: [] };
}

const refused = (message: string, hint: string): Refusal => ({ gate: 'history', message, hint });

function withHistory(
  rows: readonly HistoryRow[],
  migrations: readonly Migration[],
  baseline: string | undefined,
): Omit<PendingDecision, 'history'> {
  const live = liveHistory(rows);
  const versioned = migrations.filter((m) => m.kind === 'versioned');
  const repeatable = migrations.filter((m) => m.kind === 'repeatable');
  const open = openVersions(live, versioned);
  return {
    pending: [
      ...open.filter((m) => !isBelowNewest(m, live)),
      ...repeatable.filter((m) => needsRun(m, live.repeatables.get(abbreviated(m.description)))),
    ],
    refusals: [
      ...live.failed.map(failed),
      ...live.unreadable.map(unreadable),
      ...live.versions.flatMap(({ version, row }) => versionFaults(version, row, live, versioned)),
      ...[...live.repeatables.values()].flatMap((row) => repeatableFaults(row, repeatable)),
      ...open.filter((m) => isBelowNewest(m, live)).map((m) => outOfOrder(m, live.newest ?? '')),
    ],
    notes: notesOf(live, baseline),
  };
}

/** Versions above the baseline that are not applied; a database with a history takes no baseline migration. */
function openVersions(live: LiveHistory, versioned: readonly VersionedMigration[]): VersionedMigration[] {
  const applied = new Set(live.versions.map(({ version }) => versionKey(version)));
  const isAbove = (version: string): boolean =>
    live.baseline === undefined || compareVersions(version, live.baseline) > 0;
  // Of a history in which no version stands, the newest baseline migration is the beginning.
  const candidates =
    live.versions.length === 0
      ? playable(versioned).filter((m) => m.kind === 'versioned')
      : versioned.filter((m) => !m.isBaseline);
  return candidates.filter((m) => isAbove(m.version) && !applied.has(versionKey(m.version)));
}

const isBelowNewest = (migration: VersionedMigration, { newest }: LiveHistory): boolean =>
  newest !== undefined && compareVersions(migration.version, newest) < 0;

/**
 * A repeatable migration runs again when its checksum changed; one that was recorded before its placeholders counted
 * has that of its raw text (ResolvedMigrationImpl.checksumMatches).
 */
const needsRun = (migration: RepeatableMigration, row: HistoryRow | undefined): boolean =>
  row === undefined || (row.checksum !== migration.checksum && row.checksum !== checksumOf(migration.text));

/** Flyway cuts what is too long for the column (AbbreviationUtils). */
export const abbreviated = (description: string): string =>
  description.length <= 200 ? description : `${description.slice(0, 197)}...`;

const REPAIR =
  'undo by hand what it left behind, then take its row out of the history (flyway repair does), and apply again';

const failed = (row: HistoryRow): Refusal =>
  refused(`${named(row)} failed on this target, and what it did is half done`, REPAIR);

const named = (row: HistoryRow): string =>
  row.version === null ? `the repeatable migration ${row.script}` : `version ${row.version} (${row.script})`;

const unreadable = (row: HistoryRow): Refusal =>
  refused(
    `the history has a version that is none: row ${row.rank}, ${row.script}`,
    'put the version right in the history, as Flyway writes versions: 7 or 2.1',
  );

function versionFaults(
  version: string,
  row: HistoryRow,
  live: LiveHistory,
  versioned: readonly VersionedMigration[],
): Refusal[] {
  const type = row.type.toUpperCase();
  if (type === 'BASELINE' || !row.success) return [];
  const wantsBaseline = isBaselineType(type);
  const found = versioned.find(
    (m) => m.isBaseline === wantsBaseline && versionKey(m.version) === versionKey(version),
  );
  if (!found) return isSql(type) ? [removed(row, versioned)] : [];
  // What the baseline stands for was never compared, and Flyway doesn't either.
  if (live.baseline !== undefined && compareVersions(version, live.baseline) <= 0) return [];
  if (!isSql(type)) {
    return [
      refused(
        `version ${version} was applied as ${type}, and ${found.file} is SQL`,
        'give the file a version of its own',
      ),
    ];
  }
  if (row.checksum !== found.checksum) return [edited(row, found)];
  if (row.description !== abbreviated(found.description)) {
    return [
      refused(
        `version ${version} was renamed: it was applied as "${row.description}", and ${found.file} says "${found.description}"`,
        'give the file its name again',
      ),
    ];
  }
  return [];
}

const isSql = (type: string): boolean => /^SQL(?:_BASELINE|_STATE_SCRIPT)?$/.test(type);

const edited = (row: HistoryRow, found: Migration): Refusal =>
  refused(
    `${found.file} was edited after it was applied: its checksum is ${found.checksum}, and was ${row.checksum ?? 'not kept'}`,
    'put the file back as it was (git log -p tells), and write what is to change as a new version',
  );

function removed(row: HistoryRow, versioned: readonly VersionedMigration[]): Refusal {
  const isAhead = versioned.every((m) => compareVersions(m.version, row.version ?? '0') < 0);
  return isAhead
    ? refused(
        `the target is ahead: it has had ${named(row)}, which is not among these files`,
        'run from a commit that has it: an older one would bring back older repeatable migrations',
      )
    : refused(
        `${named(row)} was applied and its file is gone`,
        'put the file back; one that was removed on purpose is marked as deleted by flyway repair',
      );
}

function repeatableFaults(row: HistoryRow, repeatable: readonly RepeatableMigration[]): Refusal[] {
  if (!row.success || repeatable.some((m) => abbreviated(m.description) === row.description)) return [];
  if (!isSql(row.type.toUpperCase())) return [];
  return [
    refused(
      `the repeatable migration ${row.script} was applied and its file is gone`,
      'put the file back; one that was removed on purpose is marked as deleted by flyway repair',
    ),
  ];
}

const outOfOrder = (migration: VersionedMigration, newest: string): Refusal =>
  refused(
    `${migration.file} is new, and below ${newest}, the newest version that the target has had`,
    `give it a version above ${newest}`,
  );

function notesOf(live: LiveHistory, baseline: string | undefined): string[] {
  const others = live.versions.filter(({ row }) => !isSql(row.type.toUpperCase()) && row.type !== 'BASELINE');
  return [
    ...(baseline === undefined || baseline === live.baseline
      ? []
      : [`the target has a history: the baseline ${baseline} is passed over`]),
    ...others.map(
      ({ version, row }) => `version ${version} was applied as ${row.type}: it is taken as it is`,
    ),
  ];
}
