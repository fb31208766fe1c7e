/** The result of a run: what reports render, whatever their form. */
import type { Layout } from './layout.ts';
import type { LockTimeline } from './lock-timeline.ts';
import type { Location } from './location.ts';
import type { CheckVerdict, Severity, Verdict } from './verdict.ts';

/** One check's judgement of one scenario. */
export interface CheckResult {
  readonly id: string;
  readonly verdict: CheckVerdict;
  readonly severity: Severity;
  /** One or two sentences for people: what was found. */
  readonly message: string;
  /** What to do; empty where there is nothing to do. */
  readonly remedy: string;
  readonly location?: Location;
  readonly evidence: Evidence;
}

export interface Evidence {
  /** How many violations were found. */
  readonly count: number;
  /** The first and worst, one line each. */
  readonly examples: readonly string[];
  /** How many violations neither the message nor an example tells of; none where left out. */
  readonly unlisted?: number;
  /** The guilty statement's first line, where one is known. */
  readonly statement?: string;
}

export interface RowTotals {
  readonly before: number;
  readonly after: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly changed: number;
}

export interface ScenarioResult {
  readonly name: string;
  readonly verdict: Verdict;
  readonly durationMs: number;
  readonly before: readonly Layout[];
  readonly after: readonly Layout[];
  readonly rows: RowTotals;
  readonly checks: readonly CheckResult[];
  /** What was not judged and why, for people. */
  readonly notes: readonly string[];
  /** The waivers without which a check would not hold; none where left out. */
  readonly waived?: readonly string[];
  /** The longest time for which a table in use was locked against its readers; undefined where none was seen to be. */
  readonly exclusiveLockMs?: number;
  /** When which table in use was locked; undefined where nobody looked. */
  readonly locks?: LockTimeline;
}

export interface ServerFacts {
  readonly kind: 'embedded' | 'testcontainers' | 'url';
  /** `16.4`. */
  readonly version: string;
}

export interface MigrationSummary {
  readonly folder: string;
  readonly files: number;
  readonly filesUnderTest: number;
}

export interface RunResult {
  readonly verdict: Verdict;
  readonly seed: number;
  /** Seeded rows a scenario. */
  readonly rows: number;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly server: ServerFacts;
  readonly toolVersion: string;
  readonly migrations: readonly MigrationSummary[];
  /** What else was asked for, as words of the command line, for playing a scenario again. */
  readonly replayOptions: readonly string[];
  /** The judged tables, schema-qualified. */
  readonly tables: readonly string[];
  readonly scenarios: readonly ScenarioResult[];
  /** Sentences about the whole run: how long writes keep working, what was not applicable. */
  readonly notes: readonly string[];
}
