/** Tries again what lost a race for a lock: the whole transaction, later each time, and not in step with others. */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../../postgres/error-code.ts';

/** lock_not_available, deadlock_detected, serialization_failure (PostgreSQL manual, appendix A). */
const RACES: ReadonlySet<string> = new Set(['55P03', '40P01', '40001']);

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

export interface Patience {
  /** How often it is tried again; 0: once and no more. */
  readonly retries: number;
  /** What the spread comes from: chance has no place in a run, but runs must not come back all at once. */
  readonly jitterSeed: string;
  /** Told before each wait. */
  readonly onRetry: (text: string) => void;
  readonly sleep?: (ms: number) => Promise<void>;
}

export const isRace = (error: unknown): boolean => RACES.has(errorCode(error) ?? '');

/** @param attempt must leave no transaction open when it throws. */
export async function withRetries<T>(patience: Patience, attempt: () => Promise<T>): Promise<T> {
  const { retries, onRetry, jitterSeed, sleep = delay } = patience;
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRace(error) || tries >= retries) throw error;
      const ms = waitMs(jitterSeed, tries);
      onRetry(
        `${whyOf(error)}: rolled back, and tried again in ${(ms / 1000).toFixed(1)} s (${tries + 1} of ${retries})`,
      );
      await sleep(ms);
    }
  }
}

const whyOf = (error: unknown): string => {
  const code = errorCode(error);
  if (code === '55P03') return 'a lock was not free in time';
  if (code === '40P01') return 'a deadlock with another session';
  return 'another session changed the same rows';
};

/** Twice as long each time, from half of it up. */
export function waitMs(seed: string, tries: number): number {
  const spread = createHash('sha256').update(`${seed}:${tries}`).digest().readUInt32BE(0) / 2 ** 32;
  return Math.round(Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS) * (0.5 + spread / 2));
}
