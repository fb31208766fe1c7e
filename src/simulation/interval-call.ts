/** Calls what changes the interval, in a session of its own, and sees what the session leaves behind. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { SessionResidue, StepOutcome } from '../domain/history.ts';
import type { IntervalName } from '../domain/interval.ts';
import type { Location } from '../domain/location.ts';
import type { HeldLock, LockTimes } from '../domain/session-trace.ts';
import { withPlaces } from '../migrations/locate-leftovers.ts';
import { locate, locateDefinition } from '../migrations/locate.ts';
import {
  compareSettings,
  readFreshSettings,
  readLeftovers,
  readSessionSettings,
} from '../postgres/session-residue.ts';
import { withDeadline } from '../postgres/deadline.ts';
import { sqlName } from './judged-table.ts';
import { type SessionWatch, SessionLocks } from './lock-watch.ts';
import { routinesHandOver, withOwnerRights } from './owner-rights.ts';
import type { RunContext } from './run-context.ts';
import { firstLine, isDisconnected, placeOf, sqlFailureOf } from '../postgres/sql-failure.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

export interface CallRecord {
  readonly outcome: StepOutcome;
  /** Undefined where the connection was lost. */
  readonly residue?: SessionResidue;
  /** Undefined where they were not watched, or nobody was there to stand still. */
  readonly locks?: readonly HeldLock[];
  readonly lockTimes?: LockTimes;
}

export interface CallOptions {
  readonly watchesLocks?: boolean | undefined;
  /** The session's; undefined: as the server has it. */
  readonly timeZone?: string | undefined;
}

/** Runs the call to its end. */
export const callInterval = (
  context: RunContext,
  database: ThrowawayDatabase,
  to: IntervalName,
  { watchesLocks = false, timeZone }: CallOptions = {},
): Promise<CallRecord> =>
  database.withMigrator(async (session) => {
    const watch = watchesLocks ? await SessionLocks.of(database, session) : undefined;
    const record = await recordCall(context, session, sqlOf(context, to), watch);
    return watch && database.seeded.length > 0
      ? { ...record, locks: watch.locks, lockTimes: watch.times }
      : record;
  }, timeZone);

/** Runs the call that lets go of old partitions. */
export const callRetention = (context: RunContext, database: ThrowawayDatabase): Promise<CallRecord> =>
  database.withMigrator((session) => {
    const sql = context.retention?.call;
    if (sql === undefined) throw new Error('No call for retention is known.');
    return recordCall(context, session, sql);
  });

const sqlOf = ({ call }: RunContext, to: IntervalName): string => {
  if (!call) throw new Error('No call that changes the interval is known.');
  return call(to);
};

async function recordCall(
  context: RunContext,
  session: Client,
  sql: string,
  watch?: SessionWatch,
): Promise<CallRecord> {
  const before = await readFreshSettings(session);
  const run = (): Promise<StepOutcome> => runCall(context, session, sql);
  const outcome = await (watch ? watch.during({ text: sql, location: callLocation(context) }, run) : run());
  watch?.transactionEnded();
  if (isDisconnected(outcome)) return { outcome };
  try {
    const leftovers = await readLeftovers(session);
    const changedSettings = compareSettings(before, await readSessionSettings(session));
    const location = callLocation(context);
    const residue = { ...leftovers, changedSettings, ...(location ? { location } : {}) };
    return { outcome, residue: withPlaces(residue, context.migrations.all, 'call') };
  } catch (error) {
    // The call left its session with no time for a statement, or with an end of its own.
    const failure = sqlFailureOf(error);
    return outcome.kind === 'done'
      ? { outcome: { kind: 'failed', failure, statement: firstLine(sql) } }
      : { outcome };
  }
}

async function runCall(context: RunContext, session: Client, sql: string): Promise<StepOutcome> {
  try {
    const owners = routinesHandOver(context.migrations.all) ? context.rolesMade.all() : [];
    await withOwnerRights(session, owners, () =>
      withDeadline(session, context.statementTimeoutMs, () => session.query(sql)),
    );
    return { kind: 'done' };
  } catch (error) {
    const location = locate(placeOf(error), undefined, context.migrations.all) ?? callLocation(context);
    return {
      kind: 'failed',
      failure: sqlFailureOf(error),
      statement: firstLine(sql),
      ...(location ? { location } : {}),
    };
  }
}

const CALLED =
  /^\s*(?:select|call)\s+(?:[^(]*?\bfrom\s+)?((?:"[^"]+"|[\w$]+)(?:\.(?:"[^"]+"|[\w$]+))?)\s*\(/i;

/** Where the called function is defined, as far as the migrations tell. */
export function callLocation({ call, migrations }: RunContext): Location | undefined {
  const [, called] = CALLED.exec(call?.('monthly') ?? '') ?? [];
  const parts = called?.split('.').map((part) => part.replace(/^"|"$/g, '')) ?? [];
  const name = parts.at(-1);
  return name === undefined ? undefined : locateDefinition(migrations.all, name);
}

/**
 * Starts the call while another session holds the table, and cancels it as soon as it waits. A call that ends
 * without waiting is left to end.
 */
export async function callCancelled(
  context: RunContext,
  database: ThrowawayDatabase,
  to: IntervalName,
): Promise<CallRecord> {
  const held = context.tables.find((table) => table.managed);
  return database.withMigrator(async (session) => {
    const { rows } = await session.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid');
    const pid = rows[0]?.pid ?? 0;
    await database.observer.query('begin');
    try {
      if (held) await database.observer.query(`lock table ${sqlName(held.name)} in access exclusive mode`);
      const call = { ended: false };
      const recording = recordCall(context, session, sqlOf(context, to)).finally(() => (call.ended = true));
      await cancelOnceWaiting(database, pid, call);
      return await recording;
    } finally {
      await database.observer.query('rollback');
    }
  });
}

const POLL_MS = 2;

/** A call that never waits ends by itself, or at its deadline. */
async function cancelOnceWaiting(
  database: ThrowawayDatabase,
  pid: number,
  call: { readonly ended: boolean },
): Promise<void> {
  await database.withMigrator(async (canceller) => {
    while (!call.ended) {
      await canceller.query(
        'select pg_catalog.pg_cancel_backend(l.pid) from pg_catalog.pg_locks l where l.pid = $1 and not l.granted',
        [pid],
      );
      await delay(POLL_MS);
    }
  });
}
