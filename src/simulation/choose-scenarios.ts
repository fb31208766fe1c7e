/** Which of a project's scenarios this run plays. */
import { OperatorError } from '../domain/operator-error.ts';
import type { Share } from '../domain/result.ts';
import type { Scenario } from '../domain/scenario.ts';
import { count } from '../domain/wording.ts';
import { scenariosFor, shareOf } from '../scenarios/catalogue.ts';
import type { ValidateSettings } from '../settings/validate-settings.ts';
import type { RunContext } from './run-context.ts';
import type { Survey } from './survey.ts';

export interface ScenarioChoice {
  readonly settings: ValidateSettings;
  readonly context: RunContext;
  readonly survey: Survey;
  readonly hasBase: boolean;
}

export interface ChosenScenarios {
  readonly scenarios: readonly Scenario[];
  readonly share: Share;
}

/** @throws OperatorError where a scenario is asked for that the project has no use for, or a share holds none. */
export function chooseScenarios({ settings, context, survey, hasBase }: ScenarioChoice): ChosenScenarios {
  const { scenarios: asked, intervals, shard } = settings;
  const applied = survey.record.outcome.kind === 'done';
  // Where the migrations stop, nobody knows what they would have made: what was asked for is told to have failed.
  const changesInterval = context.call !== undefined && context.tables.length > 0;
  const isPlayable = changesInterval || (!applied && asked !== undefined);
  const isPlayableRetention =
    context.retention?.call !== undefined && (context.tables.length > 0 || !applied);
  const all = scenariosFor({
    hasBase,
    changesInterval: isPlayable,
    intervals,
    hasRepeatables: context.migrations.all.some((m) => m.kind === 'repeatable'),
    isZoned: context.tables.some(({ headLayout }) => headLayout?.keyType === 'timestamptz'),
    otherZone: survey.otherZone,
    retires: isPlayableRetention,
  });
  const chosen = asked ? all.filter((scenario) => (asked as readonly string[]).includes(scenario.name)) : all;
  const missing = (asked ?? []).find((name) => !all.some((scenario) => scenario.name === name));
  if (missing !== undefined) {
    throw new OperatorError(
      missing === 'retention'
        ? 'scenario retention does not apply: the configuration names no call for it, or not how long rows are kept'
        : `scenario ${missing} does not apply: the migrations have no call that changes the interval`,
      {
        code: 'scenario-not-applicable',
        hint: `Name ${missing === 'retention' ? 'manage.retention and retention: { keep, then }' : 'the call under manage.call'} in the configuration, or choose among ${all.map((s) => s.name).join(', ')}.`,
      },
    );
  }
  const scenarios = shareOf(chosen, shard);
  if (scenarios.length === 0) throw emptyShare(chosen.length, shard);
  return { scenarios, share: { ...shard, scenarios: chosen.map(({ name }) => name) } };
}

/** It would play nothing, and pass. */
const emptyShare = (scenarios: number, { index, of }: ValidateSettings['shard']): OperatorError =>
  new OperatorError(
    `the share ${index}/${of} holds no scenario: there ${scenarios === 1 ? 'is' : 'are'} ${count(scenarios, 'scenario')}`,
    { code: 'empty-share', hint: `Ask for at most ${count(scenarios, 'share')}.` },
  );
