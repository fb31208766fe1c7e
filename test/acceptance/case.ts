/** What a case is: a project, how the program is called on it, and what it must say. */
import type { Project } from './project.ts';

export interface Case {
  /** A claim: what the program does with the project. */
  readonly name: string;
  readonly project: Project;
  readonly args?: readonly string[];
  /** The verdict of the run; its exit status follows. */
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  /** The check ids that fail, by scenario; with " (warning)" or " (inconclusive)" where they only do that. */
  readonly findings?: Readonly<Record<string, readonly string[]>>;
  /** Findings of each scenario that has none of its own above; none unless it is said. */
  readonly elsewhere?: readonly string[];
  /** The names of all scenarios, where that is the point. */
  readonly scenarios?: readonly string[];
  /** Where a check puts the fault: the line of that file that begins so, the first unless it is said. */
  readonly location?: {
    readonly check: string;
    readonly file: string;
    readonly line: string;
    readonly occurrence?: number;
  };
  /** What standard output must hold. */
  readonly says?: readonly string[];
  /** The tables that are judged, where that is the point. */
  readonly tables?: readonly string[];
}

/** The report, as far as cases look at it. */
export interface Report {
  readonly schema: number;
  readonly verdict: string;
  readonly tables: readonly string[];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly scenarios: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly durationMs: number;
    readonly rows: { readonly before: number; readonly after: number; readonly lost: number };
    readonly before: readonly unknown[];
    readonly after: readonly unknown[];
    readonly checks: readonly {
      readonly id: string;
      readonly verdict: string;
      readonly severity: string;
      readonly message: string;
      readonly location?: { readonly file: string; readonly line: number };
    }[];
  }[];
}

/** Findings by scenario, in the words of a case; scenarios without any are left out. */
export function findingsIn(report: Report): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { name, checks } of report.scenarios) {
    const ids = checks.flatMap(({ id, verdict, severity }) => {
      if (verdict === 'inconclusive') return [`${id} (inconclusive)`];
      if (verdict !== 'fail') return [];
      return [severity === 'warning' ? `${id} (warning)` : id];
    });
    if (ids.length > 0) found[name] = ids;
  }
  return found;
}

/** What a case expects, spelled out for the scenarios that were played. */
export function expectedFindings(
  { findings = {}, elsewhere = [] }: Case,
  played: readonly string[],
): Record<string, readonly string[]> {
  const expected: Record<string, readonly string[]> = {};
  for (const name of new Set([...Object.keys(findings), ...played])) {
    const ids = findings[name] ?? elsewhere;
    if (ids.length > 0) expected[name] = ids;
  }
  return expected;
}

/** The report without what differs from run to run. */
export const withoutTimes = (report: Report): unknown => ({
  ...report,
  startedAt: '',
  durationMs: 0,
  // Which locks are seen, and for how long, depends on when the server is asked.
  scenarios: report.scenarios.map((scenario) => ({
    ...scenario,
    durationMs: 0,
    exclusiveLockMs: 0,
    locks: undefined,
  })),
});
