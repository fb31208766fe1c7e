/** How long GitHub is waited for: backoff with jitter, bounded in number and in time. */
import { createHash } from 'node:crypto';
import type { Again } from './answer.ts';

/** Time, from outside: tests move it. */
export interface Clock {
  /** Milliseconds since 1970, since GitHub names instants. */
  nowMs(): number;
  sleep(ms: number): Promise<void>;
}

export interface Limits {
  readonly retries: number;
  readonly deadlineMs: number;
  readonly requestTimeoutMs: number;
}

export interface Unreachable {
  readonly kind: 'unreachable';
  readonly reason: string;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 20_000;

export interface PatienceOptions {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly jitterSeed: string;
  readonly onWait: (text: string) => void;
}

export class Patience {
  readonly #options: PatienceOptions;
  readonly #untilMs: number;
  #retries = 0;

  constructor(options: PatienceOptions) {
    this.#options = options;
    this.#untilMs = options.clock.nowMs() + options.limits.deadlineMs;
  }

  async waitFor({ reason, afterMs }: Again): Promise<Unreachable | undefined> {
    const { clock, limits, onWait } = this.#options;
    if (this.#retries >= limits.retries) {
      return { kind: 'unreachable', reason: `${reason}, ${this.#retries + 1} times` };
    }
    const ms = this.#waitMs(afterMs);
    if (clock.nowMs() + ms >= this.#untilMs) {
      const wanted = `the next try would be in ${Math.ceil(ms / 1000)} s`;
      return { kind: 'unreachable', reason: `${reason}; ${wanted}, later than a job should wait for it` };
    }
    this.#retries += 1;
    onWait(`${reason}; asked again in ${(ms / 1000).toFixed(1)} s`);
    await clock.sleep(ms);
    return undefined;
  }

  /** Twice as long each time, from half of it up; what GitHub names is kept to, and a little more. */
  #waitMs(afterMs: number | undefined): number {
    const spread = this.#spread();
    if (afterMs !== undefined) return Math.round(afterMs + spread * FIRST_WAIT_MS);
    const longest = Math.min(FIRST_WAIT_MS * 2 ** this.#retries, LONGEST_WAIT_MS);
    return Math.round(longest * (0.5 + spread / 2));
  }

  /** From 0 to 1, by the seed: chance has no place in a run, but runs must not come back all at once. */
  #spread(): number {
    const digest = createHash('sha256').update(`${this.#options.jitterSeed}:${this.#retries}`).digest();
    return digest.readUInt32BE(0) / 2 ** 32;
  }
}
