/** The pending migrations' statements with the locks that they will take on this target. */
import type { ExpectedLock, PendingMigration, PlannedStatement } from '../../domain/deployment.ts';
import { TABLE_LOCK_MODES } from '../../domain/deployment.ts';
import type { NamedLock, RelationName, SaidLocks } from '../../migrations/locks/named-lock.ts';
import { statementLocks } from '../../migrations/locks/statement-locks.ts';
import type { Migration, Statement } from '../../migrations/migration.ts';
import { loadSqlParser } from '../../migrations/sql-parser.ts';
import { expectedLocks, type MeasuredLocks } from './measured-locks.ts';
import type { Relation, Relations } from './relations.ts';

/** A statement, and what its text says. */
export interface SaidStatement {
  readonly statement: Statement;
  readonly said: SaidLocks;
}

export interface SaidMigration {
  readonly migration: Migration;
  readonly statements: readonly SaidStatement[];
}

export async function saidBy(migrations: readonly Migration[]): Promise<readonly SaidMigration[]> {
  const parser = await loadSqlParser();
  return migrations.map((migration) => ({
    migration,
    statements: migration.statements.map((statement) => ({
      statement,
      said: statementLocks(parser, statement.text),
    })),
  }));
}

/** Every relation that a statement names as one that it locks. */
export const namesIn = (said: readonly SaidMigration[]): RelationName[] =>
  said.flatMap(({ statements }) => statements.flatMap((one) => one.said.locks.map((lock) => lock.relation)));

/** Every function that a statement calls. */
export const callsIn = (said: readonly SaidMigration[]): RelationName[] =>
  said.flatMap(({ statements }) => statements.flatMap((one) => one.said.calls ?? []));

export interface OnTarget {
  readonly relations: Relations;
  /** Whether the function is one that the server itself brings. */
  readonly isServers: (name: RelationName) => boolean;
  readonly measured: MeasuredLocks;
}

/** In order: what one statement renames or makes, the next ones know by that name. */
export function plannedMigrations(said: readonly SaidMigration[], on: OnTarget): PendingMigration[] {
  let { relations } = on;
  return said.map(({ migration, statements }) => ({
    ...(migration.kind === 'versioned' ? { version: migration.version } : {}),
    description: migration.description,
    file: migration.file,
    script: migration.script,
    checksum: migration.checksum,
    transaction: migration.transaction === 'none' ? 'none' : 'one',
    statements: statements.map((one, i) => {
      const planned = plannedStatement(one, restOf(statements, i, migration), migration, {
        ...on,
        relations,
      });
      relations = relations.after(one.said.naming);
      return planned;
    }),
  }));
}

/** Its locks are held until the transaction ends: what the statements after it do counts as well. */
const restOf = (
  statements: readonly SaidStatement[],
  i: number,
  { transaction }: Migration,
): readonly SaidStatement[] => (transaction === 'none' ? statements.slice(i, i + 1) : statements.slice(i));

function plannedStatement(
  { statement, said }: SaidStatement,
  rest: readonly SaidStatement[],
  { file }: Migration,
  on: OnTarget,
): PlannedStatement {
  const { relations, measured } = on;
  const isOpaque = runsUnknown(said, on);
  const told = said.locks.flatMap((lock) => onTarget(lock, relations));
  const spans = measured.byStatement.get(statement) ?? [];
  const seen = expectedLocks(spans, {
    relations,
    growsWithRows: rest.some((one) => one.said.work !== 'catalog' || runsUnknown(one.said, on)),
    transaction: [...measured.byStatement].flatMap(([one, held]) => (one.file === file ? held : [])),
  });
  const isMeasured = seen.length > 0 || (isOpaque && measured.watched.has(file));
  return {
    file: statement.file,
    line: statement.line,
    text: firstLine(statement.text),
    work: isOpaque ? 'unknown' : said.work,
    locks: strongest([...seen, ...told]),
    basis: isMeasured ? 'validation' : isOpaque ? 'unknown' : 'statement',
  };
}

export const runsUnknown = (
  { isOpaque = false, calls = [] }: SaidLocks,
  { isServers }: Pick<OnTarget, 'isServers'>,
): boolean => isOpaque || calls.some((call) => !isServers(call));

/** What the target does not have yet, nobody can wait for. */
function onTarget({ relation, mode, follows }: NamedLock, relations: Relations): ExpectedLock[] {
  const found = relations.find(relation);
  if (!found) return [];
  if (follows === 'index') return found.indexOf === undefined ? [] : [{ table: found.indexOf, mode }];
  return [
    { table: found.table, mode },
    ...(follows === undefined ? [] : followers(found, follows).map((table) => lockedAlong(table))),
    // A partition comes and goes with the foreign keys of its table.
    ...(follows === 'partitioned'
      ? found.references.map((table): ExpectedLock => ({ table, mode: 'SHARE ROW EXCLUSIVE' }))
      : []),
  ];
}

const lockedAlong = (table: string): ExpectedLock => ({ table, mode: 'ACCESS EXCLUSIVE' });

function followers(found: Relation, follows: 'dropped' | 'partitioned'): string[] {
  const byDefault = found.defaultPartition === undefined ? [] : [found.defaultPartition];
  if (follows === 'partitioned') return byDefault;
  const parent = found.partitionOf === undefined ? [] : [found.partitionOf, ...byDefault];
  return [...parent, ...found.linked].filter((table) => table !== found.table);
}

/** One lock a table: the strongest; of the same, the one whose time is known. */
function strongest(locks: readonly ExpectedLock[]): ExpectedLock[] {
  const byTable = new Map<string, ExpectedLock>();
  for (const lock of locks) {
    const other = byTable.get(lock.table);
    if (!other || rank(lock) > rank(other)) {
      byTable.set(lock.table, { ...timeOf(other), ...lock });
    } else if (other.heldMs === undefined) byTable.set(lock.table, { ...timeOf(lock), ...other });
  }
  return [...byTable.values()].sort(
    (a, b) => rank(b) - rank(a) || (a.table < b.table ? -1 : a.table > b.table ? 1 : 0),
  );
}

const rank = ({ mode }: ExpectedLock): number => TABLE_LOCK_MODES.indexOf(mode);

const timeOf = (lock: ExpectedLock | undefined): Pick<ExpectedLock, 'heldMs' | 'measured'> => ({
  ...(lock?.heldMs === undefined ? {} : { heldMs: lock.heldMs }),
  ...(lock?.measured === undefined ? {} : { measured: lock.measured }),
});

const firstLine = (text: string): string => text.split('\n', 1)[0]?.trim() ?? '';
