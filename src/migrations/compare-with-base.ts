/** What the head's migrations add to the base's, and where released ones are no longer as they were. */
import type { HistoryViolation } from '../domain/history.ts';
import type { Migration, RepeatableMigration, VersionedMigration } from './migration.ts';
import { compareVersions, versionKey } from './version.ts';

/** A violation, with the first line that differs where a file was edited. */
export interface MigrationViolation extends HistoryViolation {
  readonly line?: number;
}

export interface BaseComparison {
  /** What a database that has the base still needs, in order: new versions, new and changed repeatables. */
  readonly pending: readonly Migration[];
  readonly violations: readonly MigrationViolation[];
}

export function compareWithBase(base: readonly Migration[], head: readonly Migration[]): BaseComparison {
  const before = indexed(base);
  const after = indexed(head);
  const newest = base.filter(isVersioned).at(-1);
  const pending: Migration[] = [];
  const violations: MigrationViolation[] = [];
  // An existing database has a history, and takes no baseline.
  for (const migration of head.filter((m) => !isBaseline(m))) {
    const released = before.get(keyOf(migration));
    if (!released) {
      pending.push(migration);
      if (isVersioned(migration) && newest && compareVersions(migration.version, newest.version) < 0) {
        violations.push(outOfOrder(migration, newest));
      }
    } else if (migration.kind === 'repeatable') {
      if (migration.alwaysChanged || migration.checksum !== released.checksum) pending.push(migration);
    } else if (migration.checksum !== released.checksum) {
      violations.push(edited(migration, released));
    } else if (migration.description !== released.description) {
      violations.push(renamed(migration, released));
    }
  }
  for (const released of base.filter((m) => !isBaseline(m)))
    if (!after.has(keyOf(released))) violations.push(removed(released));
  return { pending, violations };
}

const isVersioned = (migration: Migration): migration is VersionedMigration => migration.kind === 'versioned';

const isBaseline = (migration: Migration): boolean => isVersioned(migration) && migration.isBaseline;

const keyOf = (migration: Migration): string =>
  isVersioned(migration)
    ? `${migration.isBaseline ? 'B' : 'V'}${versionKey(migration.version)}`
    : `R${migration.description}`;

const indexed = (migrations: readonly Migration[]): ReadonlyMap<string, Migration> =>
  new Map(migrations.map((migration) => [keyOf(migration), migration]));

function edited(migration: VersionedMigration, released: Migration): MigrationViolation {
  const line = firstDifferentLine(released.text, migration.text);
  return {
    kind: 'edited',
    file: migration.file,
    line,
    detail: `version ${migration.version} is released, and was edited: it differs from line ${line} on`,
  };
}

const renamed = (migration: VersionedMigration, released: Migration): MigrationViolation => ({
  kind: 'edited',
  file: migration.file,
  detail: `version ${migration.version} is released, and was renamed: it was ${released.file}`,
});

function removed(released: VersionedMigration | RepeatableMigration): MigrationViolation {
  const what = isVersioned(released) ? `version ${released.version}` : 'this repeatable migration';
  return { kind: 'removed', file: released.file, detail: `${what} is released, and is gone` };
}

const outOfOrder = (migration: VersionedMigration, newest: VersionedMigration): MigrationViolation => ({
  kind: 'out-of-order',
  file: migration.file,
  detail: `version ${migration.version} is new, and below ${newest.version}, the newest released version`,
});

function firstDifferentLine(a: string, b: string): number {
  const left = a.split(/\r\n|\r|\n/);
  const right = b.split(/\r\n|\r|\n/);
  const index = left.findIndex((line, i) => line !== right[i]);
  return (index < 0 ? left.length : index) + 1;
}
