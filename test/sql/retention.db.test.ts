/** What is past the retention goes as it was asked to, by its upper bound in the catalog and nothing else. */
import { describe, expect, it } from '@jest/globals';
import { stopClock } from './database.ts';
import { readLayout, valueOf } from './layout.ts';
import { auditOf, errorOf, named, partitionsOf, retire, withPartitions, withStays } from './retention.ts';

const quarters = [
  'q1 2025-10-01 2026-01-01',
  'q2 2026-01-01 2026-04-01',
  'q3 2026-04-01 2026-07-01',
  'q4 2026-07-01 2026-10-01',
];

describe('the limit', () => {
  it.each([
    // now, keep, the partitions that are past it
    ['2026-06-15 12:00:00', '1 month', ['q1', 'q2']],
    ['2026-05-01 00:00:00', '1 month', ['q1', 'q2']],
    ['2026-04-30 23:59:59.999999', '1 month', ['q1']],
    ['2026-05-01 00:00:00', '1 month 1 hour', ['q1']],
    ['2026-05-01 01:00:00', '1 month 1 hour', ['q1', 'q2']],
    ['2026-04-02 00:00:00', '24 hours', ['q1', 'q2']],
    ['2026-04-01 23:59:59.999999', '24 hours', ['q1']],
    ['2026-04-01 01:00:00', '1 hour', ['q1', 'q2']],
    ['2027-01-16 00:00:00', '1 year 15 days', ['q1']],
    ['2027-01-15 23:59:59.999999', '1 year 15 days', []],
    ['2026-06-15 12:00:00', '4000 years', []],
    // 31 May less one month is 30 April; 29 February less one year is 28 February.
    ['2026-05-31 00:00:00', '1 month', ['q1', 'q2']],
    ['2026-04-30 00:00:00', '1 month', ['q1']],
    ['2028-02-29 00:00:00', '1 year', ['q1', 'q2', 'q3', 'q4']],
  ])('at %s with %s kept lets go of %j', async (now, keep, gone) => {
    await withPartitions(quarters, async ({ client }) => {
      await stopClock(client, now);
      const dry = await retire(client, keep, { dryRun: true });
      expect(dry.map((outcome) => outcome.partition_name)).toEqual(gone);
      expect(named(await retire(client, keep, { disposal: 'detach' }))).toEqual(
        gone.map((q) => `DETACH ${q}`),
      );
    });
  });

  it.each([
    ['2028-03-29 00:00:00', '1 month', ['leap']],
    ['2028-03-28 23:59:59.999999', '1 month', []],
    ['2029-02-28 00:00:00', '1 year', []],
    ['2029-03-01 00:00:00', '1 year', ['leap', 'march']],
    ['2028-03-30 00:00:00', '1 month', ['leap']],
    ['2028-03-31 23:00:00', '1 month', ['leap']],
    ['2028-04-01 00:00:00', '1 month', ['leap', 'march']],
  ])('around a leap day, at %s with %s kept, lets go of %j', async (now, keep, gone) => {
    const days = ['leap 2028-02-28 2028-02-29', 'march 2028-02-29 2028-03-01'];
    await withPartitions(days, async ({ client }) => {
      await stopClock(client, now);
      expect(named(await retire(client, keep, { disposal: 'detach' }))).toEqual(
        gone.map((q) => `DETACH ${q}`),
      );
    });
  });

  it.each(['timestamptz', 'timestamp'])(
    'is exclusive for %s: a row a microsecond before it goes, one exactly at it stays',
    async (keyType) => {
      const halves = ['older 2026-01-01 2026-05-15T12:00:00', 'younger 2026-05-15T12:00:00 2026-07-01'];
      await withPartitions(
        halves,
        async ({ client }) => {
          await client.query(
            "insert into stay values (1, '2026-05-15 11:59:59.999999'), (2, '2026-05-15 12:00:00')",
          );
          await retire(client, '1 month', { disposal: 'drop without archive' });
          expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['2']);
          await stopClock(client, '2026-08-01 00:59:59.999999');
          expect(await retire(client, '1 month 1 hour', { disposal: 'drop without archive' })).toEqual([]);
          await stopClock(client, '2026-08-01 01:00:00');
          expect(named(await retire(client, '1 month 1 hour', { disposal: 'detach' }))).toEqual([
            'DETACH younger',
          ]);
        },
        keyType,
      );
    },
  );

  it('is in days for a date column, whose upper bound is the first day that stays', async () => {
    const days = ['d1 2026-06-13 2026-06-14', 'd2 2026-06-14 2026-06-15', 'd3 2026-06-15 2026-06-16'];
    await withPartitions(
      days,
      async ({ client }) => {
        expect(named(await retire(client, '12 hours', { disposal: 'detach' }))).toEqual([
          'DETACH d1',
          'DETACH d2',
        ]);
        expect(await retire(client, '12 hours', { disposal: 'detach' })).toEqual([]);
      },
      'date',
    );
  });

  it.each(['Pacific/Kiritimati', 'America/New_York', 'Etc/GMT+12'])(
    'is the same for a session in zone %s',
    async (zone) => {
      await withPartitions(quarters, async ({ client }) => {
        await client.query(`set timezone = '${zone}'; set datestyle = 'German'`);
        await stopClock(client, '2026-04-30 23:59:59.999999');
        const [outcome, ...more] = await retire(client, '1 month', { disposal: 'detach' });
        expect([outcome?.partition_name, outcome?.lower_bound, outcome?.upper_bound, more]).toEqual([
          'q1',
          '2025-10-01 00:00:00+00',
          '2026-01-01 00:00:00+00',
          [],
        ]);
        await client.query(
          "insert into q1 values (1, '2025-10-01+00'), (2, '2025-12-31 23:59:59.999999+00')",
        );
        expect((await errorOf(client, "insert into q1 values (3, '2026-01-01+00')")).code).toBe('23514');
      });
    },
  );

  it('is not moved by an interval change from quarters to months: rows younger than it stay', async () => {
    await withPartitions(
      ['stay_2026_01 2026-01-01 2026-04-01', 'stay_2026_04 2026-04-01 2026-07-01'],
      async (db) => {
        const { client } = db;
        await client.query(`
        insert into stay select g, timestamptz '2026-01-01+00' + g * interval '1 day' from generate_series(0, 180) g;
        select manage_partitions('stay', 12, 1)`);
        await stopClock(client, '2026-06-30 00:00:00');
        const before = await valueOf(client, "select count(*) from stay where starts >= '2026-03-30'");
        expect(await retire(client, '3 months', { disposal: 'drop without archive' })).toEqual([]);
        await stopClock(client, '2026-07-01 00:00:00');
        expect(named(await retire(client, '3 months', { disposal: 'drop without archive' }))).toEqual([
          'DROP stay_2026_01',
        ]);
        expect(await valueOf(client, 'select count(*) from stay')).toBe('91');
        expect(before).toBe('93');
      },
    );
  });

  it('is not moved by names that say something else', async () => {
    await withPartitions(
      ['stay_2030_01 2026-01-01 2026-02-01', 'stay_1999_01 2026-05-01 2026-07-01'],
      async ({ client }) => {
        expect(named(await retire(client, '1 month', { disposal: 'detach' }))).toEqual([
          'DETACH stay_2030_01',
        ]);
      },
    );
  });
});

describe('what has no end', () => {
  it('is never past the retention: default, MAXVALUE and infinity; MINVALUE goes by its upper bound', async () => {
    await withPartitions(
      ['early minvalue 2026-01-01', 'endless 2026-02-01 infinity', 'middle 2026-01-01 2026-02-01'],
      async ({ client }) => {
        await client.query(
          "create table rest partition of stay default; insert into stay values (1, '2020-02-02')",
        );
        expect(named(await retire(client, '1 hour', { disposal: 'detach' }))).toEqual([
          'DETACH early',
          'DETACH middle',
        ]);
        expect(await partitionsOf(client)).toBe('endless rest');
      },
    );
    await withPartitions(['endless 2020-01-01 maxvalue'], async ({ client }) => {
      await client.query("insert into stay values (1, '2020-02-02')");
      expect(await retire(client, '1 hour', { disposal: 'drop without archive' })).toEqual([]);
      expect(await partitionsOf(client)).toBe('endless');
    });
  });
});

describe('a retired partition', () => {
  it("stays where it is as an ordinary table with its rows when it is to 'detach'", async () => {
    await withStays(async ({ client }) => {
      const outcomes = await retire(client, '3 months', { disposal: 'detach' });
      expect(outcomes).toEqual([
        {
          action: 'DETACH',
          partition_schema: 'public',
          partition_name: 'stay_2026_01',
          lower_bound: '2026-01-01 00:00:00+00',
          upper_bound: '2026-02-01 00:00:00+00',
          row_count: null,
          reason: 'detached',
        },
        expect.objectContaining({ action: 'DETACH', partition_name: 'stay_2026_02' }),
      ]);
      expect(await valueOf(client, 'select id from stay_2026_01')).toBe(1);
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['3', '6']);
      expect(await auditOf(client)).toEqual([
        'DETACH public.stay_2026_01 past the retention',
        'DETACH public.stay_2026_02 past the retention',
      ]);
      expect((await errorOf(client, "insert into stay values (9, '2026-01-31')")).code).toBe('23514');
      expect(await retire(client, '3 months', { disposal: 'detach' })).toEqual([]);
    });
  });

  it("is moved into a schema of its own when it is to 'archive', which is the default", async () => {
    await withStays(async ({ client }) => {
      const { rows } = await client.query(
        "select action, reason from apply_retention('stay_', interval '3 months')",
      );
      expect(rows).toEqual([
        { action: 'ARCHIVE', reason: 'moved to public_archive.stay_2026_01' },
        { action: 'ARCHIVE', reason: 'moved to public_archive.stay_2026_02' },
      ]);
      expect(await valueOf(client, 'select id from public_archive.stay_2026_01')).toBe(1);
      expect(await valueOf(client, "select to_regclass('public.stay_2026_01') is null")).toBe(true);
      expect((await auditOf(client)).slice(0, 2)).toEqual([
        'DETACH public.stay_2026_01 past the retention',
        'ARCHIVE public_archive.stay_2026_01 moved from public.stay_2026_01',
      ]);
      expect(
        await valueOf(
          client,
          `select nspowner = current_user::regrole and has_schema_privilege('public', nspname, 'usage') is false
             from pg_namespace where nspname = 'public_archive'`,
        ),
      ).toBe(true);
    });
  });

  it('keeps its name, and its indexes and sequences theirs, unless they are taken in the archive', async () => {
    await withStays(async ({ client }) => {
      await client.query(`
        create sequence s owned by stay_2026_01.id;
        create schema "Old things";
        create table "Old things".stay_2026_01 (i int constraint stay_2026_01_pkey primary key);
        create sequence "Old things".s;
        create table "Old things".stay_2026_01_2 (i int)`);
      const outcomes = await retire(client, '4 months', { archiveSchema: 'Old things' });
      expect(outcomes.map((outcome) => outcome.reason)).toEqual(['moved to "Old things".stay_2026_01_3']);
      expect(
        await valueOf(
          client,
          `select string_agg(relname, ' ' order by relname) from pg_class
            where relnamespace = '"Old things"'::regnamespace and relname ~ '_[23]$'`,
        ),
      ).toBe('s_2 stay_2026_01_2 stay_2026_01_3 stay_2026_01_pkey_2');
      expect(await valueOf(client, 'select id from "Old things".stay_2026_01_3')).toBe(1);
    });
  });

  it("is gone with its rows when it is to 'drop without archive', and the log says how many", async () => {
    await withStays(async ({ client }) => {
      const checksum = await valueOf(client, "select checksum from partition_checksum('stay_2026_01')");
      const outcomes = await retire(client, '4 months', { disposal: 'drop without archive' });
      expect(outcomes).toEqual([
        expect.objectContaining({ action: 'DROP', row_count: '1', reason: 'dropped without archive' }),
      ]);
      expect(await valueOf(client, "select to_regclass('stay_2026_01') is null")).toBe(true);
      expect(await auditOf(client)).toEqual(['DROP public.stay_2026_01 1 dropped without archive']);
      expect(await valueOf(client, "select checksum from partition_audit_log where action = 'DROP'")).toBe(
        checksum,
      );
    });
  });

  it('keeps its grants, row security, own triggers and indexes, and loses the triggers of its parent', async () => {
    await withStays(async ({ client }) => {
      await client.query(`
        create function t() returns trigger language plpgsql as 'begin return new; end';
        create trigger theirs before insert on stay for each row execute function t();
        create trigger own before insert on stay_2026_01 for each row execute function t();
        create policy own on stay_2026_01 using (true);
        alter table stay_2026_01 enable row level security;
        create index own on stay_2026_01 (note);
        grant select on stay_2026_01 to public`);
      expect(named(await retire(client, '4 months'))).toEqual(['ARCHIVE stay_2026_01']);
      expect(
        await valueOf(
          client,
          `select json_build_object(
             'grants', (select relacl::text ~ '=r/' and relrowsecurity from pg_class where oid = t.oid),
             'triggers', (select json_agg(tgname) from pg_trigger where tgrelid = t.oid and not tgisinternal),
             'policies', (select json_agg(polname) from pg_policy where polrelid = t.oid),
             'indexes', (select json_agg(indexrelid::regclass order by 1) from pg_index where indrelid = t.oid))
           from (select 'public_archive.stay_2026_01'::regclass as oid) t`,
        ),
      ).toEqual({
        grants: true,
        triggers: ['own'],
        policies: ['own'],
        indexes: ['public_archive.stay_2026_01_pkey', 'public_archive.own'],
      });
    });
  });
});

describe('a dry run', () => {
  it.each(['detach', 'archive', 'drop archived', 'drop without archive'])(
    "of '%s' says what would happen, with rows counted, and changes nothing",
    async (disposal) => {
      await withStays(async ({ client }) => {
        await client.query("insert into stay values (10, '2026-01-01'), (11, '2026-01-02')");
        const before = await readLayout(client, 'stay', 'id');
        const dry = await retire(client, '3 months', { disposal, dryRun: true });
        expect(dry.map((outcome) => outcome.row_count)).toEqual(['3', '1']);
        expect(await readLayout(client, 'stay', 'id')).toEqual(before);
        expect(await auditOf(client)).toEqual([]);
        expect(await valueOf(client, "select to_regnamespace('public_archive') is null")).toBe(true);
        const real = await retire(client, '3 months', { disposal });
        expect(named(real)).toEqual(named(dry));
      });
    },
  );

  it('runs in a read-only transaction at any isolation level and as a role that may only read', async () => {
    await withStays(async ({ connectAsSuperuser }) => {
      const superuser = await connectAsSuperuser();
      await superuser.query(`
        do $$ begin if not exists (select from pg_roles where rolname = 'partition_guard_test_reader') then
          create role partition_guard_test_reader; end if; end $$;
        grant select on all tables in schema public to partition_guard_test_reader;
        grant usage on schema public to partition_guard_test_reader;
        set role partition_guard_test_reader`);
      for (const level of ['read committed', 'repeatable read', 'serializable']) {
        await superuser.query(`begin isolation level ${level} read only`);
        expect(named(await retire(superuser, '4 months', { dryRun: true }))).toEqual([
          'ARCHIVE stay_2026_01',
        ]);
        await superuser.query('commit');
      }
      expect((await errorOf(superuser, "select apply_retention('stay', '4 months')")).code).toBe('42501');
    });
  });

  it('is not held up by writers and holds up none', async () => {
    await withStays(async ({ client, connect }) => {
      const writer = await connect();
      await writer.query("set lock_timeout = '5s'; begin; insert into stay values (20, '2026-01-20')");
      await client.query("set lock_timeout = '5s'; begin");
      expect(named(await retire(client, '4 months', { dryRun: true }))).toEqual(['ARCHIVE stay_2026_01']);
      await writer.query("insert into stay values (21, '2026-01-21'); commit");
      await writer.query("select premake_partitions('stay', '1 month', 24)");
      await client.query('commit');
    });
  });
});

describe('a maintenance window', () => {
  it('refuses with PM001 what would change something, and lets pass what would not', async () => {
    await withStays(async ({ client }) => {
      await client.query("set partition_guard.maintenance_window = 'Sun 01:00-05:00 UTC'");
      expect(await retire(client, '1 year')).toEqual([]);
      expect(named(await retire(client, '4 months', { dryRun: true }))).toEqual(['ARCHIVE stay_2026_01']);
      expect((await errorOf(client, "select apply_retention('stay', '4 months')")).code).toBe('PM001');
      expect((await errorOf(client, "select premake_partitions('stay', '1 month', 100)")).code).toBe('PM001');
      await stopClock(client, '2026-06-14 01:00:00');
      expect(named(await retire(client, '4 months'))).toEqual(['ARCHIVE stay_2026_01']);
    });
  });
});
