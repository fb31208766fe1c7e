/** `runway`: writes keep working for the configured days from now. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, TableState } from '../domain/history.ts';
import { DAY, formatDay, formatShort, type Instant } from '../domain/instant.ts';
import { firstUncovered, type Layout, rangePartitions } from '../domain/layout.ts';
import { type Bound, contains } from '../domain/range.ts';
import { shortName } from '../domain/wording.ts';
import { conclude, originOf, ownPasses, type Played, tableIn, type Violation } from './judging.ts';
import { CAME, type Located, located, originBefore, WENT } from './places.ts';

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
      violations.push({
        text: tell(history, state, end.at),
        ...placeOfEnd(played, state.table, { layout: state.layout, end: end.at }),
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

/** Who made the last partition, unless it was there already and this step took away what came after it. */
function placeOfEnd(
  played: Played,
  table: string,
  { layout, end }: { readonly layout: Layout; readonly end: Instant },
): Located {
  const { pass, record } = played;
  const newest = rangePartitions(layout).filter(({ range }) => isBound(range.upper, end));
  const last = newest.map((p) => p.name);
  const before = tableIn(pass.records[pass.records.indexOf(record) - 1], table)?.layout;
  const next = before && rangePartitions(before).find(({ range }) => contains(range, end));
  const came = last.map((name) => originOf(record, name, CAME)).find((origin) => origin);
  return located(
    played,
    came,
    next && originOf(record, next.name, WENT),
    originBefore(played, last, CAME),
    originBefore(played, [layout.table], ['made']),
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
