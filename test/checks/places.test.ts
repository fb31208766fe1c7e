import { describe, expect, it } from '@jest/globals';
import { defaultEmpty } from '../../src/checks/default-empty.ts';
import { idempotent } from '../../src/checks/idempotent.ts';
import { intervalApplied } from '../../src/checks/interval-applied.ts';
import { noGap } from '../../src/checks/no-gap.ts';
import { noOverlap } from '../../src/checks/no-overlap.ts';
import { runway } from '../../src/checks/runway.ts';
import type { Check } from '../../src/domain/check.ts';
import type { History, Origin, OriginEvent } from '../../src/domain/history.ts';
import type { Layout } from '../../src/domain/layout.ts';
import {
  again,
  APPLY,
  BOOKING,
  changeTo,
  defaultPartition,
  given,
  history,
  layoutOf,
  partition,
  record,
  series,
  table,
} from '../support/histories.ts';

const FILE = 'V2__change.sql';

/** On the line of its place in the list, counted from 1. */
const origins = (...events: readonly (readonly [OriginEvent, string])[]): Origin[] =>
  events.map(([event, name], i) => ({
    event,
    object: name === BOOKING ? BOOKING : `${BOOKING}_${name}`,
    location: { file: FILE, line: i + 1 },
    statement: `${event} ${name}`,
  }));

const lineOf = (check: Check, of: History): number | undefined => check.judge(of).location?.line;

const after = (
  before: Layout,
  layout: Layout,
  ...events: readonly (readonly [OriginEvent, string])[]
): History =>
  history(
    given(APPLY, { tables: [table({ layout: before })] }),
    record(APPLY, { tables: [table({ layout })], origins: origins(...events) }),
  );

const JANUARY = partition('jan', '2026-01-01', '2026-02-01');
const FEBRUARY = partition('feb', '2026-02-01', '2026-03-01');
const MARCH = partition('mar', '2026-03-01', '2026-09-01');
const WHOLE = layoutOf(JANUARY, FEBRUARY, MARCH);

describe('a gap', () => {
  it('of less than a day is the fault of whoever made the partition below it', () => {
    const layout = layoutOf(partition('jan', '2026-01-01', '2026-01-31 23:59:59'), FEBRUARY);
    const history = after(layoutOf(), layout, ['made', 'jan'], ['made', 'feb']);
    expect(lineOf(noGap, history)).toBe(1);
  });

  it('where a partition was is the fault of whoever took it away', () => {
    const layout = layoutOf(JANUARY, MARCH);
    expect(
      lineOf(noGap, after(WHOLE, layout, ['made', 'mar'], ['detached', 'feb'], ['altered', BOOKING])),
    ).toBe(2);
  });

  it('where none was is the fault of whoever made the partition above it', () => {
    const layout = layoutOf(JANUARY, MARCH);
    expect(lineOf(noGap, after(layoutOf(), layout, ['made', 'mar'], ['made', 'jan']))).toBe(1);
  });

  it('that a call left without doing anything is told with the function that was called', () => {
    const layout = layoutOf(JANUARY, MARCH);
    const call = { location: { file: 'V1__f.sql', line: 7 }, statement: 'SELECT change()' };
    const judged = noGap.judge(history(record(changeTo('monthly'), { tables: [table({ layout })], call })));
    expect(judged).toMatchObject({ location: call.location, evidence: { statement: 'SELECT change()' } });
  });

  it('has no place where no replay found one', () => {
    expect(noGap.judge(after(WHOLE, layoutOf(JANUARY, MARCH))).location).toBeUndefined();
  });
});

it('what is left to the default partition is told with the statement that took its partition away', () => {
  const layout = layoutOf(JANUARY, MARCH, defaultPartition());
  expect(lineOf(defaultEmpty, after(WHOLE, layout, ['made', 'default'], ['dropped', 'feb']))).toBe(2);
});

it('partitions that claim one instant are told with the later of them', () => {
  const layout = layoutOf(JANUARY, partition('late', '2026-01-15', '2026-03-01'));
  expect(lineOf(noOverlap, after(layoutOf(), layout, ['made', 'jan'], ['attached', 'late']))).toBe(2);
});

it('a partition made anew by a second run is told with its drop', () => {
  const layout = layoutOf(partition('jan', '2026-01-01', '2026-02-01', { oid: 99 }));
  const [judged] = [
    history(
      record(changeTo('monthly'), { tables: [table({ layout: layoutOf(JANUARY) })] }),
      record(again('monthly'), {
        tables: [table({ layout })],
        origins: origins(['dropped', 'jan'], ['made', 'jan']),
      }),
    ),
  ];
  expect(lineOf(idempotent, judged)).toBe(1);
});

it('an interval that is not the one asked for is told with what left the old partition there', () => {
  const before = layoutOf(...series('quarterly', '2026-04-01', 4));
  const [name = ''] = before.partitions.map((p) => p.name.replace(`${BOOKING}_`, ''));
  const judged = history(
    record(changeTo('quarterly'), { tables: [table({ layout: before, managed: true })] }),
    record(changeTo('monthly'), {
      tables: [table({ layout: before, managed: true })],
      origins: origins(['altered', BOOKING], ['left', name]),
    }),
  );
  expect(lineOf(intervalApplied, judged)).toBe(2);
});

describe('a runway that ends too soon', () => {
  it('is told with the last partition, though the preparation made it', () => {
    const layout = layoutOf(JANUARY, FEBRUARY);
    const judged = history(
      given(APPLY, { tables: [table({ layout })], origins: origins(['made', 'feb'], ['made', 'jan']) }),
      record(changeTo('monthly'), { tables: [table({ layout })], origins: origins(['made', 'jan']) }),
    );
    expect(lineOf(runway, judged)).toBe(1);
  });

  it('is told with the table where it has no partition', () => {
    const tables = [table({ layout: layoutOf(), managed: false })];
    const judged = history(record(APPLY, { tables, origins: origins(['altered', 'x'], ['made', BOOKING]) }));
    expect(lineOf(runway, judged)).toBe(2);
  });
});
