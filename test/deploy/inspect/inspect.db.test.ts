/** What `inspect` prints of real databases, beside tables that were written by hand. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../src/postgres/connection.ts';
import { renderInspectionJson } from '../../../src/report/inspection/json.ts';
import { inspectSettings } from '../../../src/settings/inspect-settings.ts';
import { openTestServer, type TestServer } from '../../support/throwaway.ts';
import { run } from '../plan/planned-project.ts';
import { urlOf } from '../target-url.ts';
import { inspect } from './inspected.ts';

let server: TestServer;
beforeAll(async () => (server = await openTestServer()), 60_000);
afterAll(() => server.close());

const MONTHS = `
  create table booking (id bigint, starts timestamptz) partition by range (starts);
  create table booking_a partition of booking for values from ('2026-01-01 00:00:00+00') to ('2026-02-01 00:00:00+00');
  create table booking_b partition of booking for values from ('2026-02-01 00:00:00+00') to ('2026-12-01 00:00:00+00');
  insert into booking select g, '2026-01-02 00:00:00+00' from generate_series(1, 1200) g;
  analyze booking`;

/** A gap, a detached twin, a half-yearly beside quarterly and monthly ones, both ends open, rows in the default. */
const MIXED = `
  create table visit (id bigint, starts timestamptz) partition by range (starts);
  create table visit_before partition of visit for values from (minvalue) to ('2025-01-01 00:00:00+00');
  create table visit_h1 partition of visit for values from ('2025-01-01 00:00:00+00') to ('2025-07-01 00:00:00+00');
  create table visit_q3 partition of visit for values from ('2025-07-01 00:00:00+00') to ('2025-10-01 00:00:00+00');
  create table visit_2026_01 partition of visit for values from ('2026-01-01 00:00:00+00') to ('2026-02-01 00:00:00+00');
  create table visit_2026_02 partition of visit for values from ('2026-02-01 00:00:00+00') to ('2026-03-01 00:00:00+00');
  create table visit_2026_03 partition of visit for values from ('2026-03-01 00:00:00+00') to ('2027-01-01 00:00:00+00');
  create table visit_after partition of visit for values from ('2027-01-01 00:00:00+00') to (maxvalue);
  create table visit_rest partition of visit default;
  insert into visit select g, timestamptz '2025-09-30 00:00:00+00' + g * interval '12 hours' from generate_series(0, 9) g;
  insert into visit values (99, null);
  create table visit_2026_02_old (like visit);
  create table october (like visit, check (starts >= '2025-10-01 00:00:00+00' and starts < '2025-11-01 00:00:00+00'));
  create table unrelated_2026_02 (id bigint, starts timestamptz, note text);
  analyze`;

/** In the old way: an overlap of one day, a gap, a row in the table itself, and one that inherits without saying what. */
const INHERITED = `
  create table event (id bigint, at timestamp);
  create table event_01 (check (at >= '2026-01-01' and at < '2026-02-01')) inherits (event);
  create table event_02 (check (at between '2026-01-31' and '2026-02-27 23:59:59.999999')) inherits (event);
  create table event_04 (check (at >= '2026-04-01' and at < '2026-05-01')) inherits (event);
  create table event_any () inherits (event);
  insert into event values (1, '2026-03-05 10:00');
  analyze`;

describe('inspect', () => {
  it('tells of gaps, twins, rows in the default partition, mixed intervals and open ends', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, MIXED);
      expect((await inspect(urlOf(migrator))).told).toBe(`
  ⚠ 1 of 1 table with warnings.

  public.visit   8 partitions (2 monthly, 1 half-yearly, 1 quarterly and 1 of another length), by starts (timestamptz), about 11 rows, SIZE
    ⚠ gap: only the default partition public.visit_rest takes [2025-10-01, 2026-01-01)
    ⚠ overlap: the table public.visit_2026_02_old (no partition of it) claims [2026-02-01, 2026-03-01) by its name, which public.visit_2026_02 takes too: rows of that time may be in both
    ⚠ the table public.october (no partition of it) claims [2025-10-01, 2025-11-01) by its CHECK constraint, which lies in a gap: it may be the partition that is missing there
    ⚠ 9 rows are in the default partition public.visit_rest, of 2025-10-01 to 2025-10-04 12:00:00, 1 of them without a key
    writes keep working without end; from 2027-01-01 on rows go into a partition without an upper bound or the default one
    public.visit_before        [minvalue, 2025-01-01)                                                 about 0 rows   SIZE
    public.visit_h1            [2025-01-01, 2025-07-01)                                               about 0 rows   SIZE
    public.visit_q3            [2025-07-01, 2025-10-01)                                               about 2 rows   SIZE
    public.visit_2026_01       [2026-01-01, 2026-02-01)                                               about 0 rows   SIZE
    public.visit_2026_02       [2026-02-01, 2026-03-01)                                               about 0 rows   SIZE
    public.visit_2026_03       [2026-03-01, 2027-01-01)                                               about 0 rows   SIZE
    public.visit_after         [2027-01-01, maxvalue)                                                 about 0 rows   SIZE
    public.visit_rest          default: what no other one takes                                       9 rows         SIZE
    beside it, with its columns:
    public.visit_2026_02_old   [2026-02-01, 2026-03-01) by its name, no partition of it               about 0 rows   SIZE
    public.october             [2025-10-01, 2025-11-01) by its CHECK constraint, no partition of it   about 0 rows   SIZE

    change to     stay   go   are made   rows that move   of them after now
    daily         0      5    638        about 2 rows, SIZE   none
    weekly        0      5    93         about 2 rows, SIZE   none
    monthly       2      3    19         about 2 rows, SIZE   none
    quarterly     1      4    6          none   none
    half-yearly   1      4    3          about 2 rows, SIZE   none
    yearly        0      5    2          about 2 rows, SIZE   none
    Rows in the default partition are not among those that move: they go where a partition is made for them.
`);
    }));

  it('tells of an overlap through inheritance, and of what a trigger alone decides', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, INHERITED);
      expect((await inspect(urlOf(migrator))).told.split('\n\n').slice(0, 2).join('\n\n')).toBe(`
  ✖ 1 of 1 table: writes fail, or rows overlap.

  public.event   4 monthly partitions, by inheritance, by at (timestamp), about 1 row, SIZE
    ✖ overlap: the CHECK constraints of public.event_01 and public.event_02 both let [2026-01-31, 2026-02-01) in
    ⚠ from 2026-02-28 (13 days from now) on, rows go into public.event itself, or where its trigger puts them
    ⚠ gap: no table claims [2026-02-28, 2026-04-01); its rows are in public.event itself, or where its trigger puts them
    ⚠ 1 row is in public.event itself, in no table of a range, of 2026-03-05 10:00:00 to 2026-03-05 10:00:00
    ? Which of its tables a row goes to is the work of a trigger, a rule or the application, which is not looked into: ranges are those of CHECK constraints.
    ? 1 table inherits from it without a CHECK on at that can be read: public.event_any.
    public.event_01   [2026-01-01, 2026-02-01)   about 0 rows   SIZE
    public.event_02   [2026-01-31, 2026-02-28)   about 0 rows   SIZE
    public.event_04   [2026-04-01, 2026-05-01)   about 0 rows   SIZE
    public.event      the table itself           1 row          SIZE`);
    }));

  it('tells of a table that inherits elsewhere and claims what a partition takes', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(
        migrator,
        MONTHS,
        `create table legacy (id bigint, starts timestamptz);
         create table legacy_1 (check (starts >= '2026-01-15 00:00+00' and starts < '2026-02-15 00:00+00')) inherits (legacy)`,
      );
      expect((await inspect(urlOf(migrator), { options: { table: ['booking'] } })).told).toContain(
        '⚠ overlap: the table public.legacy_1 (inherits from public.legacy) claims [2026-01-15, 2026-02-15) by its CHECK constraint, which public.booking_a and public.booking_b take too: rows of that time may be in both',
      );
    }));

  it('says that all is well only where all of it is, and for how long', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, MONTHS);
      const { told, facts } = await inspect(urlOf(migrator));
      expect(facts).toMatch(
        /^partition-guard \S+ · database .+ as \S+ · PostgreSQL \d+(\.\d+)? · server \d{10,}$/,
      );
      expect(told).toContain(
        '\n  ✔ 1 table: no gap, no overlap, no row in a default partition, and writes keep working.\n',
      );
      expect(told).toContain('    writes keep working until 2026-12-01 (289 days from now)\n');
      await run(migrator, 'drop table booking_b');
      const failing = await inspect(urlOf(migrator));
      expect(failing.told).toContain('✖ 1 of 1 table: writes fail');
      expect(failing.told).toContain('✖ writes of now fail: no partition takes them');
    }));

  it('sees a hole within a partition that is partitioned again', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(
        migrator,
        `create table nest (id int, d date) partition by range (d);
         create table y26 partition of nest for values from ('2026-01-01') to ('2027-01-01') partition by range (d);
         create table y26_a partition of y26 for values from ('2026-01-01') to ('2026-06-01');
         create table y27 partition of nest for values from ('2027-01-01') to ('2028-01-01') partition by hash (id);
         create table y27_0 partition of y27 for values with (modulus 2, remainder 0);
         create table y28 partition of nest for values from ('2028-01-01') to ('2029-01-01') partition by list (id);
         create table y28_1 partition of y28 for values in (1)`,
      );
      const { told } = await inspect(urlOf(migrator));
      expect(told).toContain(
        '✖ gap: no partition within public.y26 takes [2026-06-01, 2027-01-01), and writes there fail',
      );
      expect(told).toContain(
        '✖ within public.y27 not every remainder of the hash of id has a partition: writes of some rows fail',
      );
      expect(told).toContain(
        '? Within 1 partition whether every value of id has a partition is not looked into.',
      );
      await run(
        migrator,
        "create table y26_rest partition of y26 default; create table y27_1 partition of y27 for values with (modulus 2, remainder 1); insert into nest values (1, '2026-08-01')",
      );
      const mended = (await inspect(urlOf(migrator))).told;
      expect(mended).not.toContain('✖');
      expect(mended).toContain(
        '⚠ 1 row is in the default partition public.y26_rest, of 2026-08-01 to 2026-08-01',
      );
    }));

  it('tells of a partition that is half detached, and whose range nothing takes', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, MONTHS);
      await withClient(migrator, async (reader) => {
        await reader.query('begin; select from booking');
        await withClient(migrator, async (detaching) => {
          // The first half is done at once; the second one waits for the reader, and is given up.
          await detaching.query("set statement_timeout to '1s'");
          await expect(
            detaching.query('alter table booking detach partition booking_b concurrently'),
          ).rejects.toMatchObject({ code: '57014' });
        });
        await reader.query('rollback');
      });
      const { told } = await inspect(urlOf(migrator));
      expect(told).toContain('✖ writes of now fail: no partition takes them');
      expect(told).toContain(
        '⚠ the table public.booking_b is half detached and takes no rows: ALTER TABLE … DETACH PARTITION … FINALIZE ends it',
      );
    }));

  it('names what it does not judge, and says when there is nothing', () =>
    server.withDatabase(async ({ migrator }) => {
      expect((await inspect(urlOf(migrator))).told).toBe(
        '\n  No table is partitioned by range on a date or time.\n',
      );
      await run(
        migrator,
        `create table by_list (kind text) partition by list (kind);
         create table by_hash (id int) partition by hash (id);
         create table by_epoch (at bigint) partition by range (at);
         create table epoch_1 partition of by_epoch for values from (0) to (1767225600);
         create table by_expression (at timestamp) partition by range ((at at time zone 'UTC'));
         create table far (d date) partition by range (d);
         create table far_1 partition of far for values from ('2026-01-01') to ('500000-01-01');
         create table animal (name text); create table cat () inherits (animal)`,
      );
      const { told } = await inspect(urlOf(migrator));
      expect(told.split('\n').filter((line) => line !== '')).toEqual([
        '  No table is partitioned by range on a date or time; 6 more not judged.',
        '  public.animal is not judged: tables inherit from it, and no CHECK says which range of a date or time each takes (1 partition, rows unknown, size unknown)',
        '  public.by_epoch is not judged: its partition key at is bigint, not a date or time (1 partition, about 0 rows, SIZE)',
        '  public.by_expression is not judged: an expression is its partition key (0 partitions, about 0 rows, SIZE)',
        '  public.by_hash is not judged: it is partitioned by hash, not by range (0 partitions, about 0 rows, SIZE)',
        '  public.by_list is not judged: it is partitioned by list, not by range (0 partitions, about 0 rows, SIZE)',
        "  public.far is not judged: the bounds of public.far_1 can't be read: they are past the calendar (1 partition, about 0 rows, SIZE)",
      ]);
    }));

  it('takes midnights of the database’s own zone for what they are', () =>
    server.withDatabase(async ({ migrator, database }) => {
      await run(
        migrator,
        `alter database "${database}" set timezone to 'Europe/Berlin'`,
        `create table stay (at timestamptz) partition by range (at);
         create table stay_a partition of stay for values from ('2026-03-01 00:00+01') to ('2026-04-01 00:00+02');
         create table stay_b partition of stay for values from ('2026-04-01 00:00+02') to ('2026-12-01 00:00+01')`,
      );
      const { told } = await inspect(urlOf(migrator));
      expect(told).toContain(
        '2 partitions (1 monthly and 1 of another length), by at (timestamptz, midnights of Europe/Berlin)',
      );
      expect(told).toMatch(/monthly +1 +1 +8 +none/);
    }));

  it('judges a key of several columns by the first, and says so', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(
        migrator,
        `create table two (d date, n int) partition by range (d, n);
         create table two_a partition of two for values from ('2026-01-01', 0) to ('2026-01-01', 10);
         create table two_b partition of two for values from ('2026-01-01', 10) to ('2028-01-01', minvalue)`,
      );
      const { told } = await inspect(urlOf(migrator));
      expect(told).toContain('? Nothing wrong was seen in 1 table, and not everything could be seen.');
      expect(told).toContain(
        '? Partitions are judged by d alone, the first column of the key: whether each value of n has one is not looked into.',
      );
    }));

  it('writes all of it as JSON', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, MIXED, 'alter table visit detach partition visit_q3');
      const { inspection } = await inspect(urlOf(migrator));
      expect(JSON.parse(renderInspectionJson(inspection))).toMatchObject({
        schema: 1,
        kind: 'inspection',
        target: { standby: false },
        inspectedAt: '2026-02-15T00:00:00Z',
        runwayDays: 90,
        state: 'warns',
        tables: [
          {
            table: 'public.visit',
            state: 'warns',
            style: 'declarative',
            keyColumn: 'starts',
            zone: 'UTC',
            intervals: [
              { interval: 'monthly', partitions: 2 },
              { interval: 'half-yearly', partitions: 1 },
              { interval: null, partitions: 1 },
            ],
            gaps: [
              { lower: '2025-07-01T00:00:00Z', upper: '2026-01-01T00:00:00Z', caughtBy: 'public.visit_rest' },
            ],
            overlaps: [],
            writesUntil: null,
            caughtByDefaultFrom: '2027-01-01T00:00:00Z',
            defaults: [
              { partition: 'public.visit_rest', rows: 9, withoutKey: 1, first: '2025-10-01T00:00:00Z' },
            ],
            beside: [
              { table: 'public.visit_2026_02_old', how: 'detached', by: 'name' },
              { table: 'public.october', how: 'detached', by: 'check', upper: '2025-11-01T00:00:00Z' },
            ],
          },
        ],
        notJudged: [],
        notSeen: [],
      });
    }));

  it('shows the tables that are asked for, and says which name is wrong', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(
        migrator,
        MONTHS,
        'create schema other; create table other."Booking" (d date) partition by range (d)',
      );
      const only = async (...table: string[]) => inspect(urlOf(migrator), { options: { table } });
      expect((await only('Booking')).inspection.tables.map(({ layout }) => layout.table)).toEqual([
        'public.booking',
      ]);
      expect((await only('other."Booking"')).inspection.tables.map(({ layout }) => layout.table)).toEqual([
        'other."Booking"',
      ]);
      await expect(only('bokking', 'booking_a')).rejects.toMatchObject({
        message:
          '--table: no partitioned table bokking is in this database — did you mean public.booking?\n--table: booking_a is a partition of public.booking; name that',
        exitStatus: 64,
      });
    }));

  it('takes tables and the runway from a configuration that is named', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, MONTHS, 'create table left_out (d date) partition by range (d)');
      const { told, inspection } = await inspect(urlOf(migrator), {
        configFile: 'partition-guard.yml',
        configText: 'tables:\n  - name: booking\n  - name: absent\nchecks:\n  runway: { days: 400 }\n',
      });
      expect(inspection.tables.map(({ layout }) => layout.table)).toEqual(['public.booking']);
      expect(told).toContain('⚠ writes fail from 2026-12-01 (289 days from now) on: no partition takes them');
      expect(told).toContain(
        '? The configuration names 1 table that is not partitioned in this database: absent.',
      );
    }));

  it('asks for a target where none is given', async () => {
    await expect(inspectSettings({ cwd: '/', options: {}, env: {}, now: 0n })).rejects.toThrow(
      /^--target: no target is given/,
    );
  });
});
