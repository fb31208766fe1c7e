/** What a conversion makes of keys, indexes and names, and what it finds prepared. */
import { expect, it } from '@jest/globals';
import { quoteIdentifier, quoteLiteral } from '../../src/postgres/connection.ts';
import { read } from './converted-tables.ts';
import { readMigration, withEmptyDatabase, withPartitionManager } from './database.ts';
import { describe as describeLayout, readLayout } from './layout.ts';
import { readTraits } from './table-traits.ts';

it.each([
  ['unique (code)', 14, 'btree (code, starts)'],
  ['unique (starts, code)', 14, 'btree (starts, code)'],
  ['unique (code) include (starts)', 14, 'btree (code, starts)'],
  ['unique (code) include (starts, id)', 14, 'btree (code, starts) INCLUDE (id)'],
  ['primary key (id) include (code)', 14, 'btree (id, starts) INCLUDE (code)'],
  ['primary key (id, code) deferrable', 14, 'btree (id, code, starts)'],
  ['unique nulls not distinct (code)', 15, 'btree (code, starts) NULLS NOT DISTINCT'],
  ['unique (code) with (fillfactor = 50)', 14, "btree (code, starts) WITH (fillfactor='50')"],
])('adds the partition column to a constraint: %s', async (definition, since, expected) => {
  await withPartitionManager(async ({ client }) => {
    if (await read<boolean>(client, `current_setting('server_version_num')::int < ${since}0000`)) return;
    await client.query(`
      create table stay (id integer, code text, starts date not null, constraint k ${definition});
      insert into stay values (1, 'a', '2026-02-03'); select convert_to_partitioned('stay', 'starts')`);
    const index = "split_part(pg_get_indexdef(indexrelid), ' USING ', 2)";
    const keys = `json_agg(${index} order by indexrelid) from pg_index where indrelid in ('stay'::regclass, 'stay_2026_02'::regclass)`;
    expect(await read(client, keys)).toEqual([expected, expected]);
    await expect(
      client.query("set constraints all immediate; insert into stay values (1, 'a', '2026-02-03')"),
    ).rejects.toMatchObject({ code: '23505' });
    await client.query("insert into stay values (1, 'a', '2026-02-04')");
    const traits = (await readTraits(client, 'stay')).constraints;
    expect(traits).toEqual([
      ['k', expect.stringMatching(/deferrable/.test(definition) ? / DEFERRABLE$/ : /[^E]$/), null],
    ]);
  });
});

it.each([
  ['(lower(code))', '(lower(code), starts)'],
  ['((code || id)) where id > 0', '(((code || id)), starts) WHERE (id > 0)'],
  ['(code desc nulls last, id nulls first)', '(code DESC NULLS LAST, id NULLS FIRST, starts)'],
  ['(code collate "C" text_pattern_ops desc)', '(code COLLATE "C" text_pattern_ops DESC, starts)'],
  ['(starts desc) include (code)', '(starts DESC) INCLUDE (code)'],
])('adds the partition column to a unique index on %s', async (definition, expected) => {
  await withPartitionManager(async ({ client }) => {
    await client.query(`
      create table stay (id integer, code text, starts date); create unique index k on stay ${definition};
      insert into stay values (1, 'a', '2026-02-03'); select convert_to_partitioned('stay', 'starts')`);
    const index = "relname, split_part(pg_get_indexdef(indexrelid), ' USING btree ', 2) as definition";
    const { rows } =
      await client.query(`select ${index} from pg_index join pg_class on pg_class.oid = indexrelid
      where indrelid in ('stay'::regclass, 'stay_2026_02'::regclass) order by relname`);
    expect(rows).toEqual([
      { relname: 'k', definition: expected },
      { relname: 'stay_2026_02_k', definition: expected },
    ]);
  });
});

it('makes use of an index that is there, once, and not of one that is needed elsewhere', async () => {
  await withPartitionManager(async ({ client }) => {
    await client.query(`
      create table stay (id integer primary key, code text not null, starts date not null,
        constraint used unique (code, starts));
      alter table stay add constraint stay_id_key unique (id);
      create unique index ready on stay (id, starts);
      create unique index code_alone on stay (code);
      create table invoice (code text, starts date, foreign key (code, starts) references stay (code, starts))`);
    const ready = await read(client, "'ready'::regclass::oid::text");
    await client.query("select convert_to_partitioned('stay', 'starts')");
    expect(await read(client, "'stay_2026_06_pkey'::regclass::oid::text")).toBe(ready);
    const names = 'json_agg(indexrelid::regclass::text order by indexrelid::regclass::text) from pg_index';
    expect(await read(client, `${names} where indrelid = 'stay'::regclass`)).toEqual([
      'code_alone',
      'stay_id_key',
      'stay_pkey',
      'used',
    ]);
  });
});

it('scans nothing under its exclusive lock where the table was prepared', async () => {
  await withPartitionManager(async ({ client }) => {
    await client.query(`
      create table stay (id integer primary key, code text unique, starts timestamptz);
      insert into stay values (1, 'a', '2025-05-05'), (2, 'b', '2026-06-06')`);
    const prepare = "select s as statement from conversion_preparation('stay', 'starts') s";
    const { rows } = await client.query<{ statement: string }>(prepare);
    expect(rows).toHaveLength(4);
    for (const { statement } of rows) await client.query(statement);
    expect((await client.query(prepare)).rows).toEqual([]);

    const notices: string[] = [];
    client.on('notice', ({ message }) => notices.push(message ?? ''));
    const indexes =
      'array_agg(indexrelid::text order by indexrelid) from pg_index where indisunique and indrelid =';
    const made = await read<string[]>(client, `${indexes} 'stay'::regclass`);
    await client.query('set client_min_messages = debug1');
    await client.query("select convert_to_partitioned('stay', 'starts')");
    await client.query('reset client_min_messages');
    expect(notices.filter((notice) => /^(verifying|rewriting) table "stay/.test(notice))).toEqual([]);
    expect(notices.filter((notice) => /implied by existing constraints/.test(notice))).not.toEqual([]);
    expect(made).toEqual(
      expect.arrayContaining(await read<string[]>(client, `${indexes} 'stay_2025_05'::regclass`)),
    );
    expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
      'stay_2025_05 2025-05-01 2028-01-01',
    ]);
    expect(await read(client, "count(*) from pg_constraint where conname = 'partition_range'")).toBe('0');
  });
});

it('scans once under its exclusive lock where the table was not prepared', async () => {
  await withPartitionManager(async ({ client }) => {
    await client.query(`
      create table stay (id integer primary key, starts timestamptz);
      insert into stay values (1, '2025-05-05'); set client_min_messages = debug1`);
    const notices: string[] = [];
    client.on('notice', ({ message }) => notices.push(message ?? ''));
    await client.query("select convert_to_partitioned('stay', 'starts')");
    await client.query('reset client_min_messages');
    expect(notices.filter((notice) => /^(verifying|rewriting) table "stay/.test(notice))).toHaveLength(1);
  });
});

it.each([
  ['select'],
  [`Stay "2026"; drop`],
  [`it's %I %s`],
  ['ü'.repeat(27)],
  ['x'.repeat(55)],
  ['$$ \\ $sql$'],
])('converts a table named %j with a column, key, index and trigger named so', async (name) => {
  await withEmptyDatabase(async ({ client }) => {
    const quoted = quoteIdentifier(name);
    await client.query(`
      create schema ${quoted}; set search_path = ${quoted};
      create table ${quoted} (id serial, ${quoted} timestamptz, constraint "key of ${name.slice(0, 9).replaceAll('"', '""')}"
        primary key (id), check (${quoted} > '2000-01-01'));
      create index on ${quoted} (${quoted});
      create statistics ${quoted} on id, ${quoted} from ${quoted};
      create view v as select * from ${quoted};
      create function f() returns trigger language plpgsql as 'begin return new; end';
      create trigger ${quoted} before insert on ${quoted} for each row execute function f();
      create policy ${quoted} on ${quoted} using (${quoted} is not null);
      insert into ${quoted} (${quoted}) values ('2026-02-03')`);
    await client.query(`begin; ${await readMigration()}; commit`);
    await client.query('set search_path = public');
    const convert = `${quoted}.convert_to_partitioned(${quoteLiteral(name)}, ${quoteLiteral(name)})`;
    const converted = await read<string>(client, `${convert}::oid::text`);
    expect(await read(client, `${quoteLiteral(`${quoted}.${quoted}`)}::regclass::oid::text`)).toBe(converted);
    expect(await read(client, `count(*) from ${quoted}.v`)).toBe('1');
    expect(
      await read(
        client,
        `relname from pg_class where oid = (select inhrelid from pg_inherits where inhparent = ${converted}
                             and inhrelid in (select oid from pg_class where relkind = 'r'))`,
      ),
    ).toBe(`${name}_2026_02`);
    expect(await read(client, `${convert}::oid::text`)).toBe(converted);
  });
});

it('takes a free name where the partition, an index or a statistics object finds its own taken', async () => {
  await withPartitionManager(async ({ client }) => {
    await client.query(
      `
      create table stay (id int primary key, starts date);
      create index x on stay (id); create index stay_x on stay (starts);
      create index ${'i'.repeat(63)} on stay (starts, id);
      create table stay_2026_02 (); create index stay_2026_02_01_pkey on pg_temp.t (i) `.replace(
        / create index stay_2026_02_01_pkey.*$/,
        '; create table stay_2026_02_01_pkey ();',
      ) + "insert into stay values (1, '2026-02-03'); select convert_to_partitioned('stay', 'starts')",
    );
    expect(
      await read(
        client,
        "json_agg(indexrelid::regclass::text order by 1) from pg_index where indrelid = 'stay'::regclass",
      ),
    ).toHaveLength(4);
    expect(await read(client, "count(*) from pg_index where indrelid = 'stay_2026_02_01'::regclass")).toBe(
      '4',
    );
  });
});

it('makes a foreign key that points at a key with the partition column again', async () => {
  await withPartitionManager(async ({ client }) => {
    await client.query(`
      create table stay (id int, starts date, primary key (id, starts));
      create table invoice (stay_id int, starts date,
        constraint invoice_stay foreign key (stay_id, starts) references stay on delete cascade deferrable);
      comment on constraint invoice_stay on invoice is 'kept';
      insert into stay values (1, '2026-02-03'), (2, '2026-02-03');
      insert into invoice values (1, '2026-02-03')`);
    const before = await readTraits(client, 'stay');
    await client.query("select convert_to_partitioned('stay', 'starts')");
    expect(await readTraits(client, 'stay')).toEqual(before);
    await expect(client.query("insert into invoice values (3, '2026-02-03')")).rejects.toMatchObject({
      code: '23503',
    });
    await client.query('delete from stay where id = 1');
    expect(await read(client, 'count(*) from invoice')).toBe('0');
  });
});
