/** Plays one pass of a scenario in a clone of its prepared database. */
import type { Pass, StepRecord } from '../domain/history.ts';
import { type PassPlan, timeZoneOf } from '../domain/scenario.ts';
import { playStep } from './play-step.ts';
import type { RunContext } from './run-context.ts';
import { stopped, type Templates } from './templates.ts';
import { type ThrowawayDatabase, withDatabase } from './throwaway-database.ts';

/** @param afterwards sees the database before it is dropped. */
export async function playPass(
  context: RunContext,
  templates: Templates,
  plan: PassPlan,
  afterwards: (database: ThrowawayDatabase, pass: Pass) => Promise<Pass>,
): Promise<Pass> {
  const template = await templates.prepared(plan.given);
  const timeZone = plan.when.map(timeZoneOf).find((zone) => zone !== undefined);
  const pass = { label: plan.label, ...(timeZone === undefined ? {} : { timeZone }) };
  if (stopped(template.records)) return { ...pass, records: template.records };
  const name = await templates.clone(template);
  try {
    return await withDatabase(context, { ...template, name }, async (database) => {
      const records: StepRecord[] = [...template.records];
      for (const [i, step] of plan.when.entries()) {
        const next = plan.when[i + 1];
        const isRepeated = next !== undefined && 'repeats' in next && next.repeats;
        records.push(
          await playStep(context, database, step, { given: false, isLast: next === undefined, isRepeated }),
        );
        if (stopped(records)) break;
      }
      return afterwards(database, { ...pass, records });
    });
  } finally {
    await context.server.dropDatabase(name);
  }
}
