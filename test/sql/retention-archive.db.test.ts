/** What is archived is dropped only while its archive equals it. */
import { describe, expect, it } from '@jest/globals';
import { stopClock } from './database.ts';
import { readLayout, valueOf } from './layout.ts';
import { auditOf, errorOf, named, recordArchive, retire, withStays } from './retention.ts';

const january = 'public_archive.stay_2026_01';

describe('record_archive', () => {
  it('records where the rows of a partition are, attached or archived, and audits it', async () => {
    await withStays(async ({ client }) => {
      await recordArchive(client, 'stay_2026_01');
      await retire(client, '4 months');
      await recordArchive(client, january);
      const { rows } = await client.query(
        `select partition_schema, partition_name, lower_bound, upper_bound, location, row_count
           from partition_archive where partition = '${january}'::regclass order by id`,
      );
      const range = { lower_bound: '2026-01-01 00:00:00+00', upper_bound: '2026-02-01 00:00:00+00' };
      expect(rows).toEqual([
        {
          ...range,
          partition_schema: 'public',
          partition_name: 'stay_2026_01',
          location: 's3://bookings/stay_2026_01',
          row_count: '1',
        },
        {
          ...range,
          partition_schema: 'public_archive',
          partition_name: 'stay_2026_01',
          location: `s3://bookings/${january}`,
          row_count: '1',
        },
      ]);
      expect((await auditOf(client))[0]).toBe(
        'ARCHIVE public.stay_2026_01 1 archived at s3://bookings/stay_2026_01',
      );
    });
  });

  it.each([
    ["'stay_2026_01', 'x', 2, k.checksum", '22000'],
    ["'stay_2026_01', 'x', 1, k.checksum + 1", '22000'],
    ["'stay_2026_02', 'x', 1, k.checksum", '22000'],
    ["'stay_2026_01', 'x', 0, 0", '22000'],
    ["'stay_2026_01', ' ', 1, k.checksum", '22023'],
    ["'stay_2026_01', 'x', -1, k.checksum", '22023'],
    ["null, 'x', 1, k.checksum", '22004'],
    ["'stay_2026_01', null, 1, k.checksum", '22004'],
    ["'stay_2026_01', 'x', null, k.checksum", '22004'],
    ["'stay_2026_01', 'x', 1, null", '22004'],
    ["'stay', 'x', 1, k.checksum", '42809'],
    ["'other', 'x', 1, k.checksum", '42809'],
  ])('refuses (%s) with %s and records nothing', async (args, code) => {
    await withStays(async ({ client }) => {
      await client.query('create table other (i integer)');
      const error = await errorOf(
        client,
        `select record_archive(${args}) from partition_checksum('stay_2026_01') k`,
      );
      expect([error.code, error.hint]).toEqual([code, expect.any(String)]);
      expect(await valueOf(client, 'select count(*) from partition_archive')).toBe('0');
    });
  });

  it('names both sides of what differs', async () => {
    await withStays(async ({ client }) => {
      const { detail } = await errorOf(client, "select record_archive('stay_2026_01', 'x', 7, 77)");
      expect(detail).toMatch(
        /^The archive has 7 rows with checksum 77, the partition 1 rows with checksum -?\d+\. Nothing was recorded\.$/,
      );
    });
  });

  it('is refused with 25000 at isolation levels that would not see rows committed meanwhile', async () => {
    await withStays(async ({ client }) => {
      await client.query('begin isolation level serializable');
      expect((await errorOf(client, "select record_archive('stay_2026_01', 'x', 1, 1)")).code).toBe('25000');
      await client.query('rollback');
    });
  });

  it('takes 0 and 0 for a partition without rows', async () => {
    await withStays(async ({ client }) => {
      await client.query("select record_archive('stay_2026_04', 'nothing', 0, 0)");
      await stopClock(client, '2026-07-01 00:00:00');
      const outcomes = await retire(client, '1 month', { disposal: 'drop archived' });
      expect(named(outcomes).slice(-2)).toEqual(['DROP stay_2026_04', 'KEEP stay_2026_05']);
    });
  });
});

describe("'drop archived'", () => {
  it('drops what is recorded and keeps what is not', async () => {
    await withStays(async ({ client }) => {
      await recordArchive(client, 'stay_2026_02');
      const dry = await retire(client, '3 months', { disposal: 'drop archived', dryRun: true });
      const outcomes = await retire(client, '3 months', { disposal: 'drop archived' });
      expect(named(outcomes)).toEqual(['KEEP stay_2026_01', 'DROP stay_2026_02']);
      expect(outcomes.map((outcome) => outcome.reason)).toEqual([
        'no archive of it is recorded',
        'its archive is verified',
      ]);
      expect(outcomes[1]?.row_count).toBe('1');
      expect(named(dry)).toEqual(named(outcomes));
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1', '3', '6']);
    });
  });

  it.each([
    ['a row was added', "insert into stay values (9, '2026-01-09')"],
    ['a row is gone', 'delete from stay where id = 1'],
    ['a row was changed', "update stay set note = 'late' where id = 1"],
    ['one row took the place of another', 'update stay set id = 9 where id = 1'],
    [
      'a row is there twice and another gone',
      `insert into stay select 9, starts from stay where id = 1;
                                              delete from stay where id = 1`,
    ],
  ])('keeps a partition when %s since', async (_, change) => {
    await withStays(async ({ client }) => {
      await recordArchive(client, 'stay_2026_01');
      await client.query(change);
      const [outcome] = await retire(client, '4 months', { disposal: 'drop archived' });
      expect([outcome?.action, outcome?.reason]).toEqual([
        'KEEP',
        expect.stringMatching(/^it has changed since/),
      ]);
      await recordArchive(client, 'stay_2026_01');
      expect(named(await retire(client, '4 months', { disposal: 'drop archived' }))).toEqual([
        'DROP stay_2026_01',
      ]);
    });
  });

  it("does not take another partition's record for its own", async () => {
    await withStays(async ({ client }) => {
      await recordArchive(client, 'stay_2026_01');
      await client.query(`
        alter table stay_2026_01 rename to elsewhere;
        alter table stay_2026_02 rename to stay_2026_01`);
      const outcomes = await retire(client, '3 months', { disposal: 'drop archived' });
      expect(named(outcomes)).toEqual(['DROP elsewhere', 'KEEP stay_2026_01']);
    });
  });
});

describe('drop_archived_partition', () => {
  it('drops an archived table whose record was made while it was still attached', async () => {
    await withStays(async ({ client }) => {
      await recordArchive(client, 'stay_2026_01');
      await retire(client, '4 months');
      await client.query(`alter table ${january} rename to "another name"`);
      await client.query(`select drop_archived_partition('public_archive."another name"')`);
      expect(await valueOf(client, 'select to_regclass(\'public_archive."another name"\') is null')).toBe(
        true,
      );
      expect((await auditOf(client)).at(-1)).toBe(
        'DROP public_archive.another name 1 its archive is verified',
      );
      expect(await valueOf(client, 'select count(*) from retired_partition')).toBe('0');
      expect(await valueOf(client, 'select location from partition_archive')).toBe(
        's3://bookings/stay_2026_01',
      );
    });
  });

  it.each([
    ['nothing is recorded', january, 'select', '55000', /no archive of it is recorded/],
    [
      'it changed since',
      january,
      `select record_archive('${january}', 'x', 1, checksum) from partition_checksum('${january}');
       update ${january} set note = 'late'`,
      '55000',
      /it has changed since its archive was recorded/,
    ],
    ['it is attached', 'stay_2026_02', 'select', '55000', /still attached to stay/],
    ['it never was a partition', 'other', 'create table other (i int)', '42809', /neither a partition/],
    [
      'a view reads it',
      january,
      `select record_archive('${january}', 'x', 1, checksum) from partition_checksum('${january}');
       create view v as select id from ${january}`,
      '2BP01',
      /something depends on it/,
    ],
  ])('refuses when %s', async (_, table, prepare, code, message) => {
    await withStays(async ({ client }) => {
      await retire(client, '4 months');
      await client.query(prepare);
      const error = await errorOf(client, `select drop_archived_partition('${table}')`);
      expect([error.code, error.message, error.hint]).toEqual([
        code,
        expect.stringMatching(message),
        expect.any(String),
      ]);
      expect(await valueOf(client, `select id from ${january}`)).toBe(1);
    });
  });

  it('refuses null with 22004, an older snapshot with 25000 and outside of the maintenance window with PM001', async () => {
    await withStays(async ({ client }) => {
      await retire(client, '4 months');
      await recordArchive(client, january);
      expect((await errorOf(client, 'select drop_archived_partition(null)')).code).toBe('22004');
      await client.query('begin isolation level repeatable read');
      expect((await errorOf(client, `select drop_archived_partition('${january}')`)).code).toBe('25000');
      await client.query("rollback; set partition_guard.maintenance_window = 'Sun 01:00-05:00 UTC'");
      for (const call of [
        `drop_archived_partition('${january}')`,
        `restore_archived_partition('${january}', 'stay')`,
      ]) {
        expect((await errorOf(client, `select ${call}`)).code).toBe('PM001');
      }
    });
  });
});
