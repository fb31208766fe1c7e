/** A move that is killed or cancelled at any step loses nothing: it goes on, or leaves all as it was. */
import { describe, expect, it } from '@jest/globals';
import {
  boundsOf,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  gates,
  kill,
  onInterval,
  patient,
  rememberRows,
  stays,
  whileStoppedAt,
  withMoves,
  type Gate,
  type Mover,
} from './moves.ts';
import { valueOf } from './layout.ts';
import type { TestDatabase } from './database.ts';

const rebuild = `call rebuild_partitions('stay', '2026-01-01 00:00+00', '2026-07-01 00:00+00', 4, 3, ${patient})`;
const quarters = [...onInterval(3).slice(0, 2), ...onInterval(1).slice(6)];

/** Runs the body while a rebuild waits at a gate; the rows remembered are those that must be there. */
async function stopAt(db: TestDatabase, gate: Gate, body: (mover: Mover) => Promise<void>): Promise<unknown> {
  return whileStoppedAt(db, gate, rebuild, body);
}

async function killAt(db: TestDatabase, gate: Gate): Promise<void> {
  if (gate === 'CATCH UP') {
    await changeWhileCopying(db);
  }
  await stopAt(db, gate, (mover) => kill(db, mover));
}

/** Leaves a move whose copies are made, and more changes in its log than a swap applies. */
async function changeWhileCopying(db: TestDatabase): Promise<void> {
  await stopAt(db, 'ADD KEYS', async (mover) => {
    await db.client.query(`update stay set note = 'changed' where id <= 12;
      insert into stay select 1000 + n, '2026-02-01'::timestamptz + n * interval '1 hour', 1, 'added'
        from generate_series(1, 300) n`);
    await kill(db, mover);
  });
}

describe.each(gates)('a move killed at %s', (gate) => {
  it.each([
    ['its first call again', rebuild],
    ['resume_partition_moves', `call resume_partition_moves('stay', ${patient})`],
  ])('ends right by %s', async (_, again) => {
    await withMoves(stays, async (db) => {
      await killAt(db, gate);
      await db.client.query(
        "insert into stay values (9001, '2026-02-02', 1, 'after'); delete from stay where id = 2",
      );
      await rememberRows(db.client);
      await db.client.query(again);
      if (gate === 'PLAN') {
        await db.client.query(rebuild);
      }
      expect(await boundsOf(db.client)).toEqual(quarters);
      await expectSameRows(db.client);
      if (gate !== 'FINISH') {
        await expectLoggedRows(db.client);
      }
      await expectNothingLeft(db.client);
      await db.client.query("insert into stay values (9002, '2026-05-31 23:59:59.999999+00', 1, 'later')");
    });
  });

  it('leaves all as it was once it is cancelled', async () => {
    await withMoves(stays, async (db) => {
      await killAt(db, gate);
      await rememberRows(db.client);
      const before = await boundsOf(db.client);
      const cancelled = await valueOf<number>(db.client, "select cancel_partition_moves('stay')");
      expect(cancelled).toBe(gate === 'PLAN' ? 0 : 2);
      expect(await boundsOf(db.client)).toEqual(before);
      expect(await valueOf(db.client, "select cancel_partition_moves('stay')")).toBe(0);
      await expectSameRows(db.client);
      await expectNothingLeft(db.client);
      await db.client.query(rebuild);
      await expectSameRows(db.client);
      expect(await boundsOf(db.client)).toEqual(quarters);
      await expectNothingLeft(db.client);
    });
  });
});

it('a call whose move is cancelled by another session begins anew', async () => {
  await withMoves(stays, async (db) => {
    await rememberRows(db.client);
    let cancelled: Promise<unknown> = Promise.resolve();
    const outcome = await stopAt(db, 'COPY', async () => {
      const other = await db.connect();
      cancelled = valueOf(other, "select cancel_partition_moves('stay')");
    });
    expect(outcome).toBeUndefined();
    expect(await cancelled).toBeGreaterThanOrEqual(0);
    expect(await boundsOf(db.client)).toEqual(quarters);
    await expectSameRows(db.client);
    await expectNothingLeft(db.client);
  });
});
