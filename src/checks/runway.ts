/** `runway`: writes keep working for the configured days from now. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, TableState } from '../domain/history.ts';
import { DAY, formatDay, formatShort, type Instant } from '../domain/instant.ts';
import { firstUncovered, rangePartitions } from '../domain/layout.ts';
import type { Bound } from '../domain/range.ts';
import { shortName } from '../domain/wording.ts';
import { conclude, ownPasses, type Played, type Violation } from './judging.ts';
import { CAME, located, originBefore } from './places.ts';

export const runway: Check = {
  id: 'runway',
  title: 'Writes keep working',
  why: 'When the last partition ends, every insert fails.',
  remedy: 'Create partitions further ahead, or run the maintenance that does.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  let judged = 0;
  const ends: Instant[] = [];
  for (const pass of ownPasses(history)) {
    const record = pass.records.filter((r) => !r.given && r.outcome.kind === 'done').at(-1);
    if (!record) continue;
    const played: Played = { pass, record, previous: undefined };
    for (const state of record.tables) {
      if (!state.layout || !state.takesWrites || awaitsItsFirstCall(history, state)) continue;
      judged += 1;
      const end = firstUncovered(state.layout, history.now);
      if (end.kind !== 'finite') continue;
      ends.push(end.at);
      if (end.at >= history.now + BigInt(history.runwayDays) * DAY) continue;
      const newest = rangePartitions(state.layout).filter(({ range }) => isBound(range.upper, end.at));
      const last = newest.map((p) => p.name);
      violations.push({
        text: tell(history, state, end.at),
        ...located(
          played,
          originBefore(played, last, CAME),
          originBefore(played, [state.layout.table], ['made']),
        ),
      });
    }
  }
  const [first, ...rest] = ends;
  const soonest = first === undefined ? undefined : rest.reduce((a, b) => (b < a ? b : a), first);
  return conclude(
    { violations, unjudged: [], judged },
    {
      pass:
        soonest === undefined
          ? 'Writes keep working for ever.'
          : `Writes keep working until ${formatDay(soonest)}.`,
      notApplicable: 'No range-partitioned table was there to take writes.',
    },
  );
}

const isBound = (bound: Bound, at: Instant): boolean => bound.kind === 'finite' && bound.at === at;

/** Migrations alone need make no partition where a configured call does; the scenarios that call it judge it. */
const awaitsItsFirstCall = (history: History, state: TableState): boolean =>
  state.managed && state.layout?.partitions.length === 0 && ['fresh', 'upgrade'].includes(history.scenario);

const tell = (history: History, state: TableState, end: Instant): string =>
  end <= history.now
    ? `${shortName(state.table)} takes no row of ${formatDay(history.now)}: no partition is there for it.`
    : `Writes to ${shortName(state.table)} fail from ${formatShort(end)}, in ${String((end - history.now) / DAY)} days; ${history.runwayDays} are asked for.`;
