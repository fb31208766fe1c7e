/** Plays a scenario's passes, traces its faults, and lets it be judged. */
import { performance } from 'node:perf_hooks';
import type { History, Pass } from '../domain/history.ts';
import type { ScenarioResult } from '../domain/result.ts';
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

export async function playScenario(
  { context, templates, judging }: Stage,
  scenario: Scenario,
): Promise<ScenarioResult> {
  const startedAt = performance.now();
  const passes: Pass[] = [];
  for (const plan of scenario.passes) {
    passes.push(
      await playPass(context, templates, plan, (database, pass) =>
        traceFaults(context, templates, plan, { database, pass }),
      ),
    );
  }
  const history: History = {
    scenario: scenario.name,
    now: context.now,
    runwayDays: context.runwayDays,
    lockBudget: context.lockBudget,
    passes,
    ...(scenario.name === 'upgrade' && context.historyViolations
      ? { historyViolations: context.historyViolations }
      : {}),
  };
  return judgeHistory(history, judging, performance.now() - startedAt);
}
