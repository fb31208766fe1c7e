/** What a table has, its moved rows and new partitions have as well. */
import { expect, it } from '@jest/globals';
import {
  boundsOf,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  onInterval,
  patient,
  rememberRows,
  whileStoppedAt,
  withMoves,
} from './moves.ts';
import { valueOf } from './layout.ts';

const major = Number(process.env['PARTITION_GUARD_TEST_POSTGRES'] ?? 15);

interface Table {
  readonly title: string;
  readonly since?: number;
  /** Columns and constraints beside id, starts and note. */
  readonly columns?: string;
  readonly key?: string;
  /** Run first. */
  readonly before?: string;
  /** Run once the partitions are there, before rows. */
  readonly then?: string;
  /** Values of the additional columns by n. */
  readonly names?: string;
  readonly values?: string;
  /** True of each new partition `c.oid`. */
  readonly each?: string;
}

const tables: readonly Table[] = [
  {
    title: 'a dropped column',
    columns: 'gone int, kept int,',
    names: ', kept',
    values: ', n',
    then: 'alter table stay drop column gone',
  },
  { title: 'a stored generated column', columns: 'twice int generated always as (id * 2) stored,' },
  {
    title: 'a virtual generated column',
    since: 18,
    columns: 'twice int generated always as (id * 2) virtual,',
  },
  {
    title: 'an identity column that is always generated',
    columns: 'serial int generated always as identity,',
  },
  {
    title: 'columns that have no hash',
    columns:
      'j json, x xml, p point, b bytea, bits varbit, m money, f float8, a int[], r int4range, jb jsonb,',
    names: ', j, x, p, b, bits, m, f, a, r, jb',
    values: `, json_build_object('n', n), xmlelement(name n, n), point(n, 1.1), decode('00ff', 'hex'), b'101', n::money, n / 3.0,
      array[n, null], int4range(n, n + 1), jsonb_build_array(n)`,
  },
  {
    title: 'toasted values',
    columns: 'long text,',
    names: ', long',
    values: ", (select string_agg(md5((n * 1000 + i)::text), '') from generate_series(1, 200) i)",
  },
  {
    title: 'checks and a unique constraint',
    columns: 'upper text check (upper = upper(upper)), unique (upper, starts),',
    names: ', upper',
    values: ", 'N' || n",
  },
  {
    title: 'a deferrable constraint',
    columns: 'seat int, unique (seat, starts) deferrable initially deferred,',
    names: ', seat',
    values: ', n',
  },
  {
    title: 'partial and expression indexes',
    then: `create index on stay (lower(note)) where id > 3; create unique index on stay (starts, (id + 1)) include (note) with (fillfactor = 70);
      create index "Odd "" %I index" on stay using gin (to_tsvector('simple', note)); create index on stay using brin (starts)`,
    each: '(select count(*) from pg_index x where x.indrelid = c.oid) = 5',
  },
  {
    title: 'an exclusion constraint',
    since: 17,
    before: 'create extension btree_gist',
    columns: 'room int4range, exclude using gist (room with &&, starts with =),',
    names: ', room',
    values: ', int4range(n, n + 1)',
    then: '',
  },
  {
    title: 'columns named like parts of the manager',
    columns: 's int, l int, t int, r int, row_place int, "old" int, new int, "Odd "" %L $1" int,',
    names: ', s, "Odd "" %L $1"',
    values: ', n, n',
  },
  {
    title: 'another unique key than a primary one',
    key: 'unique (starts, id)',
    then: 'alter table stay alter id set not null',
  },
  {
    title: 'a domain and an enum in its key',
    columns: `k positive, e mood,`,
    key: 'primary key (k, e, id, starts)',
    names: ', k, e',
    values: ", n, 'calm'",
  },
  {
    title: 'storage options that all its partitions share',
    then: `do $$ declare p regclass; begin for p in select inhrelid from pg_inherits where inhparent = 'stay'::regclass loop
      execute format('alter table %s set (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false)', p);
      execute format('alter table %s replica identity full', p); end loop; end $$;
      alter table stay_2026_02 set (parallel_workers = 2)`,
    each: `c.reloptions @> '{fillfactor=70,autovacuum_enabled=false}' and not c.reloptions::text ~ 'parallel' and c.relreplident = 'f'
      and (select t.reloptions = '{autovacuum_enabled=false}' from pg_class t where t.oid = c.reltoastrelid)`,
  },
  {
    title: 'an index as the replica identity of all its partitions',
    then: `do $$ declare p regclass; begin for p in select inhrelid from pg_inherits where inhparent = 'stay'::regclass loop
      execute format('alter table %s replica identity using index %I', p, p || '_pkey'); end loop; end $$`,
    each: `c.relreplident = 'i' and exists (select from pg_index x where x.indrelid = c.oid and x.indisreplident and x.indisprimary)`,
  },
  {
    title: 'row triggers',
    then: `create function stamp() returns trigger language plpgsql as $$ begin new.note := 'triggered'; return new; end $$;
      create function noted() returns trigger language plpgsql as $$ begin insert into heard values (tg_op); return null; end $$;
      create table heard (op text);
      create trigger stamp before insert on stay for each row execute function stamp();
      create trigger noted after insert or update or delete on stay for each row execute function noted()`,
    each: `(select count(*) from pg_trigger g where g.tgrelid = c.oid and g.tgname in ('stamp', 'noted')) = 2
      and (select count(*) from heard) = (select count(*) from stay)`,
  },
  {
    title: 'partitions attached with their columns in another order',
    then: `alter table stay add first_name text, add last_name text;
      drop table stay_2026_02;
      create table stay_2026_02 (last_name text, x int, starts timestamptz not null, note text, first_name text, id int not null);
      alter table stay_2026_02 drop column x;
      alter table stay attach partition stay_2026_02 for values from ('2026-02-01') to ('2026-03-01');
      select adopt_partitions('stay')`,
    names: ', first_name, last_name',
    values: ", 'first' || n, 'last' || n",
  },
];

it.each(tables.filter(({ since = 0 }) => since <= major))(
  'a table with $title keeps it all',
  async (table) => {
    const {
      before = '',
      columns = '',
      key = 'primary key (id, starts)',
      then = '',
      names = '',
      values = '',
      each = 'true',
    } = table;
    const setup = `set timezone = 'UTC'; ${before};
    create domain positive int check (value > 0); create type mood as enum ('calm', 'loud');
    create table stay (id int, starts timestamptz not null, ${columns} note text default 'none', ${key}) partition by range (starts);
    select manage_partitions('stay', 12, 1);
    ${then};
    insert into stay (id, starts, note${names})
      select n, timestamptz '2026-01-01' + n * interval '9 days', 'note ' || n${values} from generate_series(1, 40) n`;
    await withMoves(setup, async (db) => {
      const call = `set bytea_output = 'escape';
      call rebuild_partitions('stay', '2026-01-01 00:00+00', '2026-07-01 00:00+00', 4, 3, ${patient})`;
      const [settings, rebuild] = call.split(';\n');
      await db.client.query(settings ?? '');
      const stopped = await whileStoppedAt(db, 'COPY', rebuild ?? '', async () => {
        await db.client.query(`
        update stay set note = 'changed' where id % 5 = 0;
        update stay set starts = starts + interval '40 days' where id % 7 = 0;
        delete from stay where id % 11 = 0`);
        if (table.title === 'row triggers') {
          await db.client.query('delete from heard; insert into heard select $$INSERT$$ from stay');
        }
        await rememberRows(db.client);
      });
      expect(stopped).toBeUndefined();
      expect((await boundsOf(db.client)).slice(0, 2)).toEqual(onInterval(3).slice(0, 2));
      await expectSameRows(db.client);
      await expectLoggedRows(db.client);
      await expectNothingLeft(db.client);
      expect(
        await valueOf(
          db.client,
          `select count(*) filter (where ${each}) from pg_class c where c.relname in ('stay_2026_01', 'stay_2026_04')`,
        ),
      ).toBe('2');
      await db.client.query(
        `create table probe partition of stay default; create table twin (like stay_2026_01 including all)`,
      );
      await db.client.query("drop table probe; select adopt_partitions('stay')");
    });
  },
);
