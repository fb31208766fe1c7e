/** What is called after the migrations: the configured call, for the interval that the target has or is asked to have. */
import type { IntervalName } from '../../domain/interval.ts';
import { commonInterval, type Layout } from '../../domain/layout.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import { parametersOf, renderManageCall } from '../../settings/manage-call.ts';

export interface PlannedCalls {
  /** SQL, in the order in which it is sent. */
  readonly calls: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Nothing is called unless it is configured, and no interval is changed unless one alone is listed under `intervals:`:
 * of several, those that validation plays, the target keeps the one that it has.
 */
export function plannedCalls(
  { manage, intervals, retention }: Pick<DeploySettings, 'manage' | 'intervals' | 'retention'>,
  layouts: readonly Layout[],
): PlannedCalls {
  const { call } = manage;
  const [first, ...others] = intervals;
  if (!call || first === undefined) return { calls: [], notes: [] };
  const render = (interval: IntervalName): string => renderManageCall(call, interval, retention?.keep);
  const takesInterval = parametersOf(call.sql).some((name) => name !== 'keep');
  if (!takesInterval || others.length === 0) return { calls: [render(first)], notes: [] };
  const [kept, another] = new Set(layouts.flatMap((layout) => commonInterval(layout) ?? []));
  if (kept !== undefined && another === undefined && intervals.includes(kept)) {
    return {
      calls: [render(kept)],
      notes: [`The configured call is made for ${kept}, the interval that the target has now.`],
    };
  }
  return {
    calls: [],
    notes: [
      `The configured call is not made: intervals: lists ${intervals.join(', ')}, and the target has ${present(kept, another)}. To have it called, list the one interval that this target is to have.`,
    ],
  };
}

function present(kept: IntervalName | undefined, another: IntervalName | undefined): string {
  if (kept === undefined) return 'no partitions of one interval yet';
  return another === undefined ? `${kept} partitions` : `${kept} and ${another} partitions`;
}
