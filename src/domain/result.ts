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
  /** The version of the server that it was played on, where a result is joined of runs on several. */
  readonly server?: string;
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
  /** The first file of those under test: where findings without a place of their own are shown. */
  readonly firstUnderTest?: string;
  /** Of names and texts: two runs with the same one had the same files. */
  readonly digest?: string;
}

/** Which of a run's scenarios a result holds. */
export interface Share {
  /** Counted from 1. */
  readonly index: number;
  readonly of: number;
  /** Names of the scenarios of all shares together, in the order in which they are told. */
  readonly scenarios: readonly string[];
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
  /** The whole run where left out. */
  readonly shard?: Share;
  /** What severity of a failing check fails the run: `error` where left out. */
  readonly failOn?: Severity;
  readonly migrations: readonly MigrationSummary[];
  /** Digest of what would be released: all of the project's migrations and the configured calls; see releaseDigest. */
  readonly release?: string;
  /** Which of the release's files were under test, by their place in its order: `41-43,57`, or `none`; see placesOf. */
  readonly underTest?: string;
  /** Of the rules that the configuration file gives: two runs with the same one were judged alike. */
  readonly configurationDigest?: string;
  /** What else was asked for, as words of the command line, for playing a scenario again. */
  readonly replayOptions: readonly string[];
  /** The judged tables, schema-qualified. */
  readonly tables: readonly string[];
  readonly scenarios: readonly ScenarioResult[];
  /** Sentences about the whole run: how long writes keep working, what was not applicable. */
  readonly notes: readonly string[];
}
