/** Tells what a run did not judge or play, and why. */
import type { ValidateSettings } from '../settings/validate-settings.ts';
import type { RunContext } from './run-context.ts';
import type { Survey } from './survey.ts';

/** For the notes of the report. */
export function scopeNotes(settings: ValidateSettings, context: RunContext, head: Survey): string[] {
  const { tables } = context;
  const notes = head.layouts.unjudged.map(({ table, reason }) => `${table} is not judged: ${reason}.`);
  if (head.record.outcome.kind !== 'done') {
    return [...notes, 'What there is to judge is not known: the migrations do not run to their end.'];
  }
  if (tables.length === 0)
    return [...notes, 'Nothing to judge: no table is, or becomes, range-partitioned by time.'];
  return [...notes, ...unchangedNotes(settings, context)];
}

/** Why scenarios that change the interval, or run something again, were not played. */
function unchangedNotes(
  { configFile, intervals }: ValidateSettings,
  { call, migrations }: RunContext,
): string[] {
  const [only, ...others] = intervals;
  if (call) {
    return only !== undefined && others.length === 0
      ? [`No change of interval was played: ${only} is the only one in intervals.`]
      : [];
  }
  const missing = configFile === undefined ? 'no configuration file' : `${configFile} names none`;
  return [
    `No interval was changed (change, round-trip): there is no function manage_partitions(text, integer, integer), and manage.call in the configuration can name another (${missing}).`,
    ...(migrations.all.some((m) => m.kind === 'repeatable')
      ? []
      : ['Nothing was run a second time (rerun): there is no repeatable migration either.']),
  ];
}
