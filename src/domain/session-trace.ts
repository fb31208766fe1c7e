/** What a session of the migrations was seen to do on its way: locks that it held, errors that its handlers caught. */
import type { Location } from './location.ts';

/** The lock modes that make writers of a table stand still; the last makes readers do so, too. */
export type LockMode = 'SHARE' | 'SHARE ROW EXCLUSIVE' | 'EXCLUSIVE' | 'ACCESS EXCLUSIVE';

/** A lock that a step held on a table which others could use meanwhile. */
export interface HeldLock {
  /** Schema-qualified, quoted as SQL reads it: its name when it was locked. */
  readonly table: string;
  /** The partitioned table that it belongs to, where it is a partition. */
  readonly parent?: string;
  readonly mode: LockMode;
  /** From the moment it was first seen to the end of the transaction; the longest of several times. */
  readonly heldMs: number;
  /** Seeded rows of the table, or of the partitioned table that it belongs to. */
  readonly rows?: number;
  /** First line of the statement that took it. */
  readonly statement: string;
  readonly location?: Location;
}

/** One time that a lock was held. */
export interface TimedLock extends HeldLock {
  /** Since the session's watch began: it was not held before that, as far as was looked. */
  readonly fromMs: number;
}

/** Every time that a session was seen to hold locks. */
export interface LockTimes {
  readonly held: readonly TimedLock[];
  /** How many more there were: on partitions along with their table, or shorter than all that are listed. */
  readonly unlisted: number;
}

/** An error that a handler of PL/pgSQL caught. */
export interface CaughtError {
  readonly sqlstate: string;
  readonly message: string;
  /** The handler's conditions, in lower case: `others`, `check_violation`, `sqlstate 42p17`. */
  readonly conditions: readonly string[];
  /** The function or procedure of the handler; undefined where it is a DO block. */
  readonly routine?: string;
  readonly response: CaughtResponse;
  /** Whether what failed was to change something, and did not only compute or look up a value. */
  readonly acts: boolean;
  /** How many times it was caught there. */
  readonly times: number;
  /** Of the statement that failed, with the line that stands there. */
  readonly location?: Location;
  readonly statement?: string;
}

/**
 * What a handler makes of an error. `silent`: nothing; `told`: a notice, a warning or a line in a log; `unheard`: a value
 * that nobody looks at; `answered`: one that the caller can; `mended`: another statement instead; `kept`: it is raised
 * or acted upon later; `chosen`: others are raised again.
 */
export type CaughtResponse = 'silent' | 'told' | 'unheard' | 'answered' | 'mended' | 'kept' | 'chosen';

/** What was caught while a step was played again to listen. */
export type Listening =
  | { readonly kind: 'heard'; readonly errors: readonly CaughtError[] }
  | { readonly kind: 'not-heard'; readonly reason: string };

/** How long, at most, a table in use may be locked. */
export interface LockBudget {
  /** Against readers and writers. */
  readonly exclusiveMs: number;
  /** Against writers, whoever may read. */
  readonly writerStallMs: number;
}
