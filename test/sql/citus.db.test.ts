/** What is done for Citus, beside a stand-in for its catalog: no test here ever ran on Citus itself. */
import { expect, it } from '@jest/globals';
import { withPartitionManager } from './database.ts';
import { valueOf } from './layout.ts';

const mode = "coalesce(current_setting('citus.multi_shard_modify_mode', true), '')";

it('changes of a distributed table run in sequence, for that transaction only', async () => {
  await withPartitionManager(async ({ client, connectAsSuperuser }) => {
    await client.query(`
      create table stay (starts date) partition by range (starts);
      create table local_stay (starts date) partition by range (starts)`);
    expect(await valueOf(client, "partition_is_distributed('stay')")).toBe(false);
    const superuser = await connectAsSuperuser();
    await superuser.query(`
      set allow_system_table_mods = on;
      create table pg_catalog.pg_dist_partition (logicalrelid regclass);
      grant select on pg_catalog.pg_dist_partition to public;
      insert into pg_catalog.pg_dist_partition values ('stay')`);
    expect(await valueOf(client, "partition_is_distributed('stay')")).toBe(true);
    expect(await valueOf(client, "partition_is_distributed('local_stay')")).toBe(false);

    for (const [table, expected] of [
      ['local_stay', ''],
      ['stay', 'sequential'],
    ]) {
      for (const call of [
        `manage_partitions('${table}', 4, 3)`,
        `create_or_update_partitions(2026, 12, 1, '${table}')`,
        `create_partitions_between('${table}', '1 day', '2030-01-01', '2030-01-03')`,
        `drop_empty_future_partitions('${table}')`,
      ]) {
        await client.query(`begin; select ${call}`);
        expect({ call, mode: await valueOf(client, mode) }).toEqual({ call, mode: expected });
        await client.query('commit');
        expect(await valueOf(client, mode)).toBe('');
      }
    }
  });
});

it('the layout tells no size of what the workers hold', async () => {
  await withPartitionManager(async ({ client, connectAsSuperuser }) => {
    await client.query(`
      create table stay (starts date, primary key (starts)) partition by range (starts);
      select manage_partitions('stay', 1, 12);
      analyze stay`);
    const known = "count(bytes) || ' ' || count(row_estimate) from partition_layout where parent = 'stay'";
    expect(await valueOf(client, `select ${known}`)).toBe('2 2');
    const superuser = await connectAsSuperuser();
    await superuser.query(`
      set allow_system_table_mods = on;
      create table pg_catalog.pg_dist_partition (logicalrelid regclass);
      grant select on pg_catalog.pg_dist_partition to public;
      insert into pg_catalog.pg_dist_partition values ('stay'), ('stay_2026_01'), ('stay_2027_01')`);
    expect(await valueOf(client, `select ${known}`)).toBe('0 0');
  });
});
