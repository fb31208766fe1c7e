/** Plays a scenario's passes, traces its faults, and lets it be judged. */
import { performance } from 'node:perf_hooks';
import { timeZoneStable } from '../checks/time-zone-stable.ts';
import type { History, Pass } from '../domain/history.ts';
import type { CheckResult, ScenarioResult } from '../domain/result.ts';
import { type Scenario, timeZoneOf } from '../domain/scenario.ts';
import { judgeHistory, type Judging } from './judge-history.ts';
import { playPass } from './play-pass.ts';
import type { RunContext } from './run-context.ts';
import { stopped, type Templates } from './templates.ts';
import { traceFaults } from './trace-faults.ts';
import { listenToHandlers } from './tracing/listen-to-handlers.ts';

export interface Stage {
  readonly context: RunContext;
  readonly templates: Templates;
  readonly judging: Judging;
}

/** Checks that name objects, which a replay can tell the origin of. */
const OF_OBJECTS: ReadonlySet<string> = new Set([
  'no-gap', 'no-overlap', 'interval-applied', 'default-empty', 'idempotent', 'runway', 'names-match-bounds',
  'attributes-preserved', 'audit-complete', 'time-zone-stable', 'retention-safe',
]); // prettier-ignore

/** Rows that were in a default partition before any change, and still are, were put there by nobody. */
const hasOrigin = ({ id, severity }: CheckResult): boolean =>
  OF_OBJECTS.has(id) && !(id === 'default-empty' && severity === 'warning');

export async function playScenario(
  { context, templates, judging }: Stage,
  scenario: Scenario,
): Promise<ScenarioResult> {
  const startedAt = performance.now();
  const historyOf = (passes: readonly Pass[]): History => ({
    scenario: scenario.name,
    now: context.now,
    runwayDays: context.runwayDays,
    ...(context.retention ? { retention: context.retention } : {}),
    lockBudget: context.lockBudget,
    passes,
    ...(scenario.name === 'upgrade' && context.historyViolations
      ? { historyViolations: context.historyViolations }
      : {}),
  });
  const passes: Pass[] = [];
  const lacksPlaces = (pass: Pass): boolean =>
    judgeHistory(historyOf(pass.timeZone === undefined ? [pass] : [...passes, pass]), judging, 0).checks.some(
      (check) =>
        check.verdict === 'fail' &&
        !check.location &&
        hasOrigin(check) &&
        // What another pass is compared with has been traced already.
        (pass.timeZone === undefined || check.id === timeZoneStable.id),
    );
  for (const plan of scenario.passes) {
    if (plan.when.some(timeZoneOf) && passes.some((pass) => stopped(pass.records))) continue;
    passes.push(
      await playPass(context, templates, plan, async (database, played) => {
        const pass = await traceFaults({ context, templates, plan, lacksPlaces }, { database, pass: played });
        return listenToHandlers(context, templates, plan, { database, pass });
      }),
    );
  }
  return judgeHistory(historyOf(passes), judging, performance.now() - startedAt);
}
