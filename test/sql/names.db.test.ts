/** Tables of any legal name, in any schema, are managed; no text that is passed in is ever run. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { withPartitionManager } from './database.ts';
import { valueOf } from './layout.ts';

const names = [
  'Stay',
  'STAY',
  'a.b',
  'public.stay',
  'a"b',
  '"',
  '""',
  '"stay"',
  "it's",
  "'",
  '100%',
  '%I%L%s%1$s',
  'a\\b',
  "\\'",
  '💥🏊',
  'ünï_cödé',
  'select',
  'current_user',
  'null',
  '$1',
  '$$',
  '$function$',
  '--',
  '/* x',
  ' padded ',
  'two\nlines',
  'a\ttab',
  '{1,2}',
  'stay; drop table canary; --',
  '_',
  'under__',
  '1',
  'x'.repeat(55),
  `${'ü'.repeat(27)}x`,
  '💥'.repeat(13),
];

const schemas = ['public', 'Sales 100%', 'a.b"c', 'select', '💥'.repeat(15)];

/** Makes the table, changes its interval with a row in it, and drops what is empty: by the prefix alone. */
async function expectManaged(client: pg.Client, schema: string, name: string, prefix: string): Promise<void> {
  const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
  await client.query(`create table ${table} (id integer, "Starts % ""at""" date not null, primary key (id, "Starts % ""at"""))
    partition by range ("Starts % ""at""")`);
  const madeOf = { schema, name };
  expect({ ...madeOf, made: await valueOf(client, 'manage_partitions($1, 4, 3)', [prefix]) }).toEqual({
    ...madeOf,
    made: 8,
  });
  await client.query(`insert into ${table} values (1, '2026-12-31')`);
  await client.query(`call change_partition_interval(${client.escapeLiteral(prefix)}, 1, 12)`);
  expect(await valueOf(client, 'create_or_update_partitions(2027, 2, 6, $1)', [prefix])).toBe(1 + 2);
  expect(await valueOf(client, 'create_partitions_for_period(2028, 1, 12, $1)', [prefix])).toBe(1);
  const partition = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(`${name}_2026_10`)}`;
  expect(await valueOf(client, 'partition_has_data($1, $2)', [partition, '2026-12-31'])).toBe(true);
  await valueOf(client, 'drop_empty_future_partitions($1)', [prefix]);
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name
       from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
      where i.inhparent = $1::regclass order by 2`,
    [table],
  );
  expect(rows).toEqual(['_2026_01', '_2026_10'].map((suffix) => ({ schema, name: name + suffix })));
  expect(
    await valueOf(
      client,
      `select count(distinct (parent_schema, parent, partition_schema)) || ' ' || count(*) filter (where action <> 'KEEP')
         from partition_audit_log where parent_schema = $1 and parent = $2`,
      [schema, name],
    ),
  ).toMatch(/^1 \d+$/);
}

describe('a table in the own schema', () => {
  it('is found by its exact name, whatever is in it', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query('create table canary (); create table stay (d date) partition by range (d)');
      for (const name of names) {
        await expectManaged(client, 'public', name, `${name}_`);
      }
      await client.query('table canary');
    });
  });

  it('is found by any name there can be', async () => {
    await withPartitionManager(async ({ client }) => {
      const legal = fc
        .string({ unit: 'binary', minLength: 1, maxLength: 40 })
        .filter((name) => !name.includes('\0') && Buffer.byteLength(name) <= 55);
      await fc.assert(
        fc.asyncProperty(legal, async (name) => {
          await expectManaged(client, 'public', name, `${name}_`);
          await client.query(`drop table ${client.escapeIdentifier(name)}`);
        }),
        { numRuns: 8, seed: 1 },
      );
    });
  });

  it('goes before one that SQL would read in the same text', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        create schema other;
        create table other.stay (d date) partition by range (d);
        create table "other.stay" (d date) partition by range (d)`);
      await client.query("select manage_partitions('other.stay', 1, 12)");
      expect(await valueOf(client, "select count(*) from partition_ranges('other.stay')")).toBe('0');
      await client.query('select manage_partitions(\'other."stay"\', 1, 12)');
      expect(await valueOf(client, "select count(*) from partition_ranges('other.stay')")).toBe('2');
    });
  });
});

describe('a table in another schema', () => {
  it.each(schemas)(
    'is found by its name in SQL, and has its partitions in that schema: %j',
    async (schema) => {
      await withPartitionManager(async ({ client }) => {
        await client.query(
          `create table canary (); create schema if not exists ${client.escapeIdentifier(schema)}`,
        );
        for (const name of names.filter((_, index) => index % 4 === schemas.indexOf(schema) % 4)) {
          const quoted = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
          await expectManaged(client, schema, name, name.endsWith('_') ? `${quoted}_` : quoted);
          await client.query(`drop table ${quoted}`);
        }
        await client.query('table canary');
      });
    },
  );

  it.each([
    ['sales.stay', 'sales', 'stay'],
    ['Sales.STAY_', 'sales', 'stay'],
    ['sales."Stay"', 'sales', 'Stay'],
    ['sales."Stay_"', 'sales', 'Stay'],
    ['sales."Stay"_', 'sales', 'Stay'],
    ['sales."Stay_"_', 'sales', 'Stay_'],
    ['"Stay"', 'public', 'Stay'],
    ['public.stay', 'public', 'stay'],
    [' sales . "Stay" ', 'sales', 'Stay'],
  ])('is what %j stands for', async (prefix, schema, name) => {
    await withPartitionManager(async ({ client }) => {
      await client.query('create schema sales; create schema evil; set search_path = evil');
      const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
      await client.query(`create table ${table} (d date) partition by range (d)`);
      expect(await valueOf(client, 'public.partition_parent($1)::oid = $2::regclass', [prefix, table])).toBe(
        true,
      );
    });
  });
});

it('refuses names that no partition name fits behind with 42622, before anything changes', async () => {
  await withPartitionManager(async ({ client }) => {
    for (const name of [
      'x'.repeat(56),
      'x'.repeat(63),
      'ü'.repeat(28),
      `${'ü'.repeat(31)}x`,
      '💥'.repeat(15),
    ]) {
      const table = client.escapeIdentifier(name);
      await client.query(`create table ${table} (d date) partition by range (d)`);
      for (const prefix of [name, `${name}_`, table, `public.${table}`]) {
        await expect(client.query('select manage_partitions($1, 4, 3)', [prefix])).rejects.toMatchObject({
          code: '42622',
          hint: expect.stringMatching(/at most 55 bytes/),
        });
      }
    }
    expect(
      await valueOf(client, 'select count(*) from pg_inherits where inhparent <> $1::regclass', [
        'amenity_booking',
      ]),
    ).toBe(
      await valueOf(
        client,
        'select count(*) from pg_inherits where inhrelid in (select indexrelid from pg_index)',
      ),
    );
  });
});

const injections = [
  "'; drop table canary; --",
  '"; drop table canary; --',
  "') ; drop table canary; --",
  '$$; drop table canary; $$',
  '$function$; drop table canary; $function$',
  "\\'; drop table canary; --",
  '%s; drop table canary',
  "' || (select pg_sleep(0)) || '",
  'public."canary"; drop table canary',
];

it.each([
  'manage_partitions($1, 4, 3)',
  'create_or_update_partitions(2026, 4, 3, $1)',
  'create_partitions_for_period(2026, 4, 3, $1)',
  'drop_empty_future_partitions($1)',
  "partition_has_data($1, '2026-01-01')",
  'partition_parent($1)',
  "record_refusal('amenity_booking', $1, $1)",
  'record_refused_call($1, $1, $1)',
  "partition_maintenance_window($1, '2026-01-01')",
  "audit_partition($1, 'amenity_booking', $1, $1, $1, $1, null, $1)",
  "set_config('partition_guard.maintenance_window', $1, false) || manage_partitions('amenity_booking', 4, 3)",
  "set_config('partition_guard.environment', $1, false) || manage_partitions('amenity_booking', 4, 3)",
])('%s runs nothing of what it is passed', async (call) => {
  await withPartitionManager(async ({ client }) => {
    await client.query('create table canary (x integer); insert into canary values (1)');
    for (const text of injections) {
      await client.query('begin');
      await client.query(`select ${call}`, [text]).catch(() => undefined);
      await client.query('rollback');
      await client.query(`call change_partition_interval($1, 4, 3, 1, 0)`, [text]).catch(() => undefined);
      expect(await valueOf(client, 'select sum(x) from canary')).toBe('1');
    }
  });
});
