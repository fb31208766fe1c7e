/** Foreign keys of the table hold for the rows that are being moved, and what they do to rows is counted. */
import { expect, it } from '@jest/globals';
import {
  boundsOf,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  onInterval,
  patient,
  rememberRows,
  stays,
  whileStoppedAt,
  withMoves,
  type Gate,
} from './moves.ts';
import { valueOf } from './layout.ts';

const rebuild = `call rebuild_partitions('stay', '2026-01-01 00:00+00', '2028-01-01 00:00+00', 4, 3, ${patient})`;
const actions = [
  ['delete cascade', 'delete from amenity where amenity_id = 1'],
  ['delete set null', 'delete from amenity where amenity_id = 1'],
  ['update cascade', 'update amenity set amenity_id = 10 where amenity_id = 1'],
] as const;
const stops: readonly Gate[] = ['COPY', 'VALIDATE KEYS'];
const cases = actions.flatMap(([action, statement]) => stops.map((stop) => ({ action, statement, stop })));

it.each(cases)(
  'a key "on $action" acts on moved rows when it fires before $stop is committed',
  async ({ action, statement, stop }) => {
    await withMoves(stays.replace('on delete cascade', `on ${action}`), async (db) => {
      const stopped = await whileStoppedAt(db, stop, rebuild, async () => {
        await db.client.query(statement);
        await rememberRows(db.client);
      });
      expect(stopped).toBeUndefined();
      expect(await boundsOf(db.client)).toEqual(onInterval(3));
      await expectSameRows(db.client);
      await expectLoggedRows(db.client);
      await expectNothingLeft(db.client);
      await expect(db.client.query("insert into stay values (0, '2026-01-01', 99)")).rejects.toMatchObject({
        code: '23503',
      });
      expect(
        await valueOf(
          db.client,
          `select count(*) from pg_constraint where conrelid in (select inhrelid from pg_inherits where inhparent = 'stay'::regclass)
          and contype = 'f' and convalidated and conparentid <> 0`,
        ),
      ).toBe('8');
    });
  },
);
