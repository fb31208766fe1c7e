/** Several callers at once share a move or wait for it, and end with the rows and the layout that were asked for. */
import { describe, expect, it } from '@jest/globals';
import {
  boundsOf,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  onInterval,
  outcomeOf,
  patient,
  rememberRows,
  startMover,
  stays,
  untilPausing,
  whileStoppedAt,
  withMoves,
} from './moves.ts';

const rebuild = (from: string, to: string, months: number): string =>
  `call rebuild_partitions('stay', '${from} 00:00+00', '${to} 00:00+00', ${12 / months}, ${months}, ${patient})`;

describe('callers of the same range', () => {
  it.each([2, 3])('end without an error when there are %d of them', async (count) => {
    await withMoves(stays, async (db) => {
      await rememberRows(db.client);
      const movers = await Promise.all(
        Array.from({ length: count }, () => startMover(db, rebuild('2026-01-01', '2028-01-01', 3))),
      );
      expect(await Promise.all(movers.map((mover) => mover.outcome))).toEqual(movers.map(() => undefined));
      expect(await boundsOf(db.client)).toEqual(onInterval(3));
      await expectSameRows(db.client);
      await expectLoggedRows(db.client);
      await expectNothingLeft(db.client);
    });
  });

  it('take another piece each, and wait for the last', async () => {
    await withMoves(stays, async (db) => {
      await rememberRows(db.client);
      const call = rebuild('2026-01-01', '2026-07-01', 3);
      let other: Promise<unknown> = Promise.resolve('never begun');
      const stopped = await whileStoppedAt(db, 'COPY', call, async () => {
        const mover = await startMover(db, call);
        other = mover.outcome;
        while (!(await boundsOf(db.client)).includes('2026-04-01 2026-07-01')) {
          await untilPausing(db.client, mover.pid);
        }
        expect((await boundsOf(db.client)).slice(0, 3)).toEqual(onInterval(1).slice(0, 3));
      });
      expect([stopped, await other]).toEqual([undefined, undefined]);
      expect((await boundsOf(db.client)).slice(0, 2)).toEqual(onInterval(3).slice(0, 2));
      await expectSameRows(db.client);
      await expectNothingLeft(db.client);
    });
  });
});

it('a range is made of what another caller left of it meanwhile, and no row beside it goes', async () => {
  await withMoves(stays, async (db) => {
    await rememberRows(db.client);
    const merge = `call merge_partitions('{stay_2026_01,stay_2026_02,stay_2026_03,stay_2026_04,stay_2026_05,stay_2026_06}',
      ${patient})`;
    let other: Promise<unknown> = Promise.resolve('never begun');
    const merged = await whileStoppedAt(db, 'COPY', merge, async () => {
      const mover = await startMover(db, rebuild('2026-01-01', '2026-04-01', 3));
      await untilPausing(db.client, mover.pid);
      other = mover.outcome;
    });
    expect([merged, await other]).toEqual([undefined, undefined]);
    await expectSameRows(db.client);
    // Both got what they asked for, in one order or the other.
    const bounds = (await boundsOf(db.client)).filter((bound) => bound < '2026-07');
    expect([onInterval(3, 2026, 2027).slice(0, 2), onInterval(6, 2026, 2027).slice(0, 1)]).toContainEqual(
      bounds,
    );
    await expectLoggedRows(db.client);
    await expectNothingLeft(db.client);
  });
});

it('callers of different ranges do not wait for each other', async () => {
  await withMoves(stays, async (db) => {
    await rememberRows(db.client);
    const stopped = await whileStoppedAt(db, 'COPY', rebuild('2026-01-01', '2026-07-01', 6), async () => {
      expect(await outcomeOf(db.client, rebuild('2026-07-01', '2027-01-01', 6))).toBeUndefined();
      expect(await boundsOf(db.client)).toContain('2026-07-01 2027-01-01');
    });
    expect(stopped).toBeUndefined();
    expect((await boundsOf(db.client)).slice(0, 2)).toEqual(onInterval(6, 2026, 2027));
    await expectSameRows(db.client);
    await expectLoggedRows(db.client);
    await expectNothingLeft(db.client);
  });
});
