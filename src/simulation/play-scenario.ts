/** Plays a scenario's passes, traces its faults, and lets it be judged. */
import { performance } from 'node:perf_hooks';
import type { History, Pass } from '../domain/history.ts';
import type { CheckResult, ScenarioResult } from '../domain/result.ts';
import type { Scenario } from '../domain/scenario.ts';
import { judgeHistory, type Judging } from './judge-history.ts';
import { playPass } from './play-pass.ts';
import type { RunContext } from './run-context.ts';
import type { Templates } from './templates.ts';
import { traceFaults } from './trace-faults.ts';

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
    lockBudget: context.lockBudget,
    passes,
    ...(scenario.name === 'upgrade' && context.historyViolations
      ? { historyViolations: context.historyViolations }
      : {}),
  });
  const lacksPlaces = (pass: Pass): boolean =>
    judgeHistory(historyOf([pass]), judging, 0).checks.some(
      (check) => check.verdict === 'fail' && !check.location && hasOrigin(check),
    );
  const passes: Pass[] = [];
  for (const plan of scenario.passes) {
    passes.push(
      await playPass(context, templates, plan, (database, pass) =>
        traceFaults({ context, templates, plan, lacksPlaces }, { database, pass }),
      ),
    );
  }
  return judgeHistory(historyOf(passes), judging, performance.now() - startedAt);
}
