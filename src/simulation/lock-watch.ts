/** Watches which tables a session of the migrations locks, and for how long, while its statements run. */
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import type { Location } from '../domain/location.ts';
import type { HeldLock, LockTimes, TimedLock } from '../domain/session-trace.ts';
import { readTableLocks, type TableLock } from '../postgres/table-locks.ts';
import { OWN_SCHEMA } from './ledger.ts';
import { firstLine } from '../postgres/sql-failure.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

export interface WatchedStatement {
  readonly text: string;
  readonly location?: Location | undefined;
}

/** Sees the statements of a session come and go. */
export interface SessionWatch {
  /** Runs a statement, and looks at its session while it does not end. */
  readonly during: <T>(statement: WatchedStatement, run: () => Promise<T>) => Promise<T>;
  /** To be called inside of a transaction, when a statement has ended. */
  readonly afterStatement: (statement: WatchedStatement) => Promise<void>;
  /** To be called when the transaction is over. */
  readonly transactionEnded: () => void;
}

interface Held {
  readonly lock: TableLock;
  readonly since: number;
  readonly statement: WatchedStatement;
}

/** Short statements pay nothing: they have ended by then. */
const FIRST_LOOK_MS = 8;
const NEXT_LOOK_MS = 20;

/** Times that are kept; where there are twice as many, the shortest go. */
const MOST_TIMES = 200;

const keyOf = ({ oid, mode }: TableLock): string => `${oid} ${mode}`;

/** Locks of one session, by table and mode; only while rows are in the tables is there anybody to stand still. */
export class SessionLocks implements SessionWatch {
  readonly #database: ThrowawayDatabase;
  readonly #pid: number;
  readonly #held = new Map<string, Held>();
  readonly #longest = new Map<string, HeldLock>();
  #times: TimedLock[] = [];
  #timesLeftOut = 0;
  /** Time that went into looking while the session waited for it: nobody would stand still for that. */
  #lookedMs = 0;
  readonly #watchedFrom = performance.now();
  #startedAt = 0;
  #lastLookAt = 0;

  constructor(database: ThrowawayDatabase, pid: number) {
    this.#database = database;
    this.#pid = pid;
  }

  static async of(database: ThrowawayDatabase, session: Client): Promise<SessionLocks> {
    const { rows } = await session.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid');
    return new SessionLocks(database, rows[0]?.pid ?? 0);
  }

  /** The longest of each table and mode. */
  get locks(): readonly HeldLock[] {
    return [...this.#longest.values()];
  }

  /** Each time that one was held, by its beginning. */
  get times(): LockTimes {
    const held = [...this.#times].sort((a, b) => a.fromMs - b.fromMs);
    return { held, unlisted: this.#timesLeftOut };
  }

  async during<T>(statement: WatchedStatement, run: () => Promise<T>): Promise<T> {
    if (this.#database.seeded.length === 0) return run();
    this.#startedAt = this.#now();
    let isLooking = false;
    let hasEnded = false;
    let looking = Promise.resolve();
    const look = async (): Promise<void> => {
      isLooking = true;
      const askedAt = this.#now();
      const locks = await this.#read();
      // What was seen after the end is of no statement: it may have been given back meanwhile.
      if (!hasEnded) this.#see(locks, askedAt, statement);
      isLooking = false;
    };
    const again = (): void => {
      // One that fails shows nothing: whoever asks that session next is told why.
      if (!isLooking) looking = looking.then(look).catch(() => undefined);
      timer = setTimeout(again, NEXT_LOOK_MS);
    };
    let timer = setTimeout(again, FIRST_LOOK_MS);
    try {
      return await run();
    } finally {
      hasEnded = true;
      clearTimeout(timer);
      const endedAt = this.#now();
      await looking;
      this.#lookedMs += this.#now() - endedAt;
    }
  }

  async afterStatement(statement: WatchedStatement): Promise<void> {
    if (this.#database.seeded.length === 0) return;
    const at = this.#now();
    const locks = await this.#read();
    this.#lookedMs += this.#now() - at;
    this.#see(locks, at, statement);
  }

  transactionEnded(): void {
    this.#see([], this.#now(), { text: '' });
    this.#lastLookAt = 0;
  }

  #now(): number {
    return performance.now() - this.#lookedMs;
  }

  #read(): Promise<TableLock[]> {
    return readTableLocks(this.#database.observer, this.#pid, OWN_SCHEMA);
  }

  #see(locks: readonly TableLock[], at: number, statement: WatchedStatement): void {
    const seen = new Set(locks.map(keyOf));
    const ended: [string, Held][] = [];
    for (const [key, held] of this.#held) {
      if (seen.has(key)) continue;
      ended.push([key, held]);
    }
    for (const [key, held] of ended) {
      const lock = this.#heldLock(held, at);
      this.#keepLongest(key, lock);
      if (this.#isLockedWithItsTable(held)) this.#timesLeftOut += 1;
      else this.#keepTime({ ...lock, fromMs: Math.max(0, held.since - this.#watchedFrom) });
    }
    for (const [key] of ended) this.#held.delete(key);
    // It was taken after the last look that did not see it.
    const since = Math.max(this.#startedAt, this.#lastLookAt);
    for (const lock of locks) {
      const key = keyOf(lock);
      if (!this.#held.has(key)) this.#held.set(key, { lock, since, statement });
    }
    this.#lastLookAt = at;
  }

  #heldLock({ lock, since, statement }: Held, until: number): HeldLock {
    const rows = this.#database.seeded.find(({ oid }) => oid === lock.rootOid)?.total.count;
    return {
      table: lock.table,
      mode: lock.mode,
      heldMs: until - since,
      statement: firstLine(statement.text),
      ...(lock.rootOid === lock.oid ? {} : { parent: lock.root }),
      ...(rows === undefined ? {} : { rows }),
      ...(statement.location ? { location: statement.location } : {}),
    };
  }

  #keepLongest(key: string, lock: HeldLock): void {
    if ((this.#longest.get(key)?.heldMs ?? -1) < lock.heldMs) this.#longest.set(key, lock);
  }

  /** Thousands of partitions that are locked with their table tell nothing that their table's lock does not. */
  #isLockedWithItsTable({ lock, since }: Held): boolean {
    if (lock.rootOid === lock.oid) return false;
    const root = this.#held.get(keyOf({ ...lock, oid: lock.rootOid }));
    return root !== undefined && root.since <= since;
  }

  #keepTime(lock: TimedLock): void {
    this.#times.push(lock);
    if (this.#times.length < 2 * MOST_TIMES) return;
    this.#times.sort((a, b) => b.heldMs - a.heldMs);
    this.#timesLeftOut += this.#times.splice(MOST_TIMES).length;
  }
}
