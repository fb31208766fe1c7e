import { describe, expect, it } from '@jest/globals';
import type { StepRecord } from '../../src/domain/history.ts';
import { lockTimeline } from '../../src/domain/lock-timeline.ts';
import type { TimedLock } from '../../src/domain/session-trace.ts';
import { APPLY, BOOKING, changeTo, given, history, ofPasses, pass, record } from '../support/histories.ts';

const lock = (fromMs: number, heldMs: number, over: Partial<TimedLock> = {}): TimedLock => ({
  table: BOOKING,
  mode: 'ACCESS EXCLUSIVE',
  fromMs,
  heldMs,
  rows: 100,
  statement: 'alter table booking add column note text',
  ...over,
});

const step = (durationMs: number, ...held: readonly TimedLock[]): StepRecord =>
  record(APPLY, { durationMs, lockTimes: { held, unlisted: 0 } });

const stallsOf = (...held: readonly TimedLock[]) =>
  lockTimeline(history(step(1000, ...held)))?.stalls.map(({ table, stops, fromMs, toMs }) => [
    table,
    stops,
    fromMs,
    toMs,
  ]);

describe('the axis', () => {
  it('has the steps of all passes on end, and each lock where its step stands', () => {
    const yearly = record(changeTo('yearly'), {
      durationMs: 50.04,
      lockTimes: { held: [lock(1.26, 2)], unlisted: 3 },
    });
    expect(
      lockTimeline(ofPasses(pass('a', given(APPLY), step(100, lock(5, 10))), pass('b', yearly))),
    ).toEqual({
      steps: [
        { pass: 'a', step: 'apply the change', fromMs: 0, toMs: 100 },
        { pass: 'b', step: 'change to yearly', fromMs: 100, toMs: 150 },
      ],
      held: [
        expect.objectContaining({ step: 0, table: BOOKING, fromMs: 5, toMs: 15, rows: 100 }),
        expect.objectContaining({ step: 1, fromMs: 101.3, toMs: 103.3 }),
      ],
      unlisted: 3,
      stalls: [
        { step: 0, table: BOOKING, stops: 'readers and writers', fromMs: 5, toMs: 15 },
        { step: 1, table: BOOKING, stops: 'readers and writers', fromMs: 101.3, toMs: 103.3 },
      ],
    });
  });

  it('ends no lock after its step', () => {
    expect(lockTimeline(history(step(10, lock(5, 10))))?.held).toMatchObject([{ fromMs: 5, toMs: 10 }]);
  });

  it('leaves out what another time zone played once more', () => {
    const zoned = { ...pass('in Kiritimati', step(10, lock(0, 5))), timeZone: 'Pacific/Kiritimati' };
    expect(lockTimeline(ofPasses(pass('a', step(10)), zoned))).toMatchObject({
      steps: [{ pass: 'a' }],
      held: [],
    });
  });

  it('is not there where nobody looked', () => {
    expect(lockTimeline(history(record(APPLY), given(APPLY)))).toBeUndefined();
  });

  it('lists the longest locks, tables first, and counts the others', () => {
    const partitions = Array.from({ length: 60 }, (_, i) =>
      lock(i, 500, { table: `${BOOKING}_${i}`, parent: BOOKING }),
    );
    const timeline = lockTimeline(history(step(1000, ...partitions, lock(900, 1))));
    expect(timeline?.held).toHaveLength(40);
    expect(timeline?.held.at(-1)).toMatchObject({ table: BOOKING, fromMs: 900 });
    expect(timeline?.unlisted).toBe(21);
  });
});

describe('stalls', () => {
  it('of readers are those that ACCESS EXCLUSIVE makes, of writers all', () => {
    expect(stallsOf(lock(0, 10), lock(20, 10, { mode: 'SHARE' }))).toEqual([
      [BOOKING, 'readers and writers', 0, 10],
      [BOOKING, 'writers', 20, 30],
    ]);
  });

  it('are one where locks overlap', () => {
    expect(stallsOf(lock(0, 10), lock(5, 20), lock(40, 5))).toEqual([
      [BOOKING, 'readers and writers', 0, 25],
      [BOOKING, 'readers and writers', 40, 45],
    ]);
  });

  it('of writers are not told again where readers stand still as long', () => {
    expect(stallsOf(lock(0, 10), lock(2, 5, { mode: 'SHARE' }))).toHaveLength(1);
    expect(stallsOf(lock(5, 5), lock(0, 10, { mode: 'SHARE' }))).toEqual([
      [BOOKING, 'writers', 0, 10],
      [BOOKING, 'readers and writers', 5, 10],
    ]);
  });

  it('of a partition are told where its table is not locked as long and as strongly', () => {
    const partition = { table: `${BOOKING}_1`, parent: BOOKING };
    expect(stallsOf(lock(0, 10), lock(2, 5, partition))).toHaveLength(1);
    expect(stallsOf(lock(0, 10, { mode: 'SHARE' }), lock(2, 5, partition))).toHaveLength(2);
    expect(stallsOf(lock(0, 10), lock(2, 50, partition))).toHaveLength(2);
  });
});
