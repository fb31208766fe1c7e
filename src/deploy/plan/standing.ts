/** What would make an apply wait or fail now: open transactions, replicas, the disk. */
import {
  type Blocker,
  type DeploymentPlan,
  type PendingMigration,
  TABLE_LOCK_MODES,
} from '../../domain/deployment.ts';
import { PATIENCE, readSessions, type WantedLock } from './blocking-sessions.ts';
import { judgeDisk } from './disk.ts';
import type { Reading } from './reading.ts';
import { readReplication } from './replication.ts';
import type { TargetState } from './target-state.ts';

export interface StandingQuestion extends Pick<DeploymentPlan, 'sizes' | 'calls'> {
  /** Undefined where nobody knows. */
  readonly rowsToMove: DeploymentPlan['rowsToMove'];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pending: readonly PendingMigration[];
  readonly state: TargetState;
}

export interface Standing {
  readonly blockers: readonly Blocker[];
  readonly notes: readonly string[];
}

export async function readStanding(
  read: Reading,
  { env, pending, calls, sizes, rowsToMove, state }: StandingQuestion,
): Promise<Standing> {
  // What is not done waits for nothing.
  if (pending.length === 0 && calls.length === 0) return { blockers: [], notes: [] };
  const parts: Standing[] = [
    await readReplication(read),
    await readSessions(read, wantedLocks(pending, state, calls.length > 0), PATIENCE),
    judgeDisk({ env, pending, sizes, rowsToMove }),
  ];
  return { blockers: parts.flatMap((part) => part.blockers), notes: parts.flatMap((part) => part.notes) };
}

/** The strongest of each table. What cannot be seen may lock what is judged, and alters it then. */
function wantedLocks(
  pending: readonly PendingMigration[],
  { tables }: TargetState,
  calls: boolean,
): WantedLock[] {
  const statements = pending.flatMap((migration) => migration.statements);
  const isOpaque = calls || statements.some(({ basis }) => basis === 'unknown');
  return tables.flatMap(({ relation: { oid, table }, isJudged }) => {
    const modes = statements.flatMap(({ locks }) =>
      locks.filter((lock) => lock.table === table).map(({ mode }) => mode),
    );
    const [mode] = [...modes].sort((a, b) => TABLE_LOCK_MODES.indexOf(b) - TABLE_LOCK_MODES.indexOf(a));
    if (isOpaque && isJudged) return [{ oid, table, mode: 'ACCESS EXCLUSIVE' as const }];
    return mode === undefined ? [] : [{ oid, table, mode }];
  });
}
