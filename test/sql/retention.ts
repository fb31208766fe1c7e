/** Calls retention and its neighbours as a user would, and reads what became of the partitions. */
import type pg from 'pg';
import { withPartitionManager, type TestDatabase } from './database.ts';
import { valueOf } from './layout.ts';

/** A row of apply_retention's result. */
export interface Outcome {
  readonly action: string;
  readonly partition_schema: string;
  readonly partition_name: string;
  readonly lower_bound: string;
  readonly upper_bound: string;
  readonly row_count: string | null;
  readonly reason: string;
}

export interface Disposal {
  readonly disposal?: string;
  readonly archiveSchema?: string | null;
  readonly dryRun?: boolean;
  readonly table?: string;
}

/** What apply_retention returned. */
export async function retire(
  client: pg.Client,
  keep: string,
  { disposal = 'archive', archiveSchema = null, dryRun = false, table = 'stay' }: Disposal = {},
): Promise<Outcome[]> {
  const { rows } = await client.query<Outcome>('select * from public.apply_retention($1, $2, $3, $4, $5)', [
    table,
    keep,
    disposal,
    archiveSchema,
    dryRun,
  ]);
  return rows;
}

/** Its rows as `ACTION name`. */
export function named(outcomes: readonly Outcome[]): string[] {
  return outcomes.map((outcome) => `${outcome.action} ${outcome.partition_name}`);
}

/** Months of 2026 and 2027, with `stay` rows 1, 2, 3 in January, February and March 2026 and 6 in June. */
export function withStays(body: (db: TestDatabase) => Promise<void>, keyType = 'timestamptz'): Promise<void> {
  return withPartitionManager(async (db) => {
    await db.client.query(`
      set timezone = 'UTC';
      create table stay (id integer, starts ${keyType} not null, note text, primary key (id, starts))
        partition by range (starts);
      select manage_partitions('stay', 12, 1);
      insert into stay values (1, '2026-01-31'), (2, '2026-02-14'), (3, '2026-03-31'), (6, '2026-06-15')`);
    await body(db);
  });
}

/** A partitioned table with the partitions given as `name lower upper`, and no rows. */
export function withPartitions(
  partitions: readonly string[],
  body: (db: TestDatabase) => Promise<void>,
  keyType = 'timestamptz',
): Promise<void> {
  return withPartitionManager(async (db) => {
    await db.client.query(`
      set timezone = 'UTC';
      create table stay (id integer, starts ${keyType} not null) partition by range (starts)`);
    for (const partition of partitions) {
      const [name, lower = '', upper = ''] = partition.split(' ');
      const bound = (text: string): string => (/value$/.test(text) ? text : `'${text.replace('T', ' ')}'`);
      await db.client.query(
        `create table ${name} partition of stay for values from (${bound(lower)}) to (${bound(upper)})`,
      );
    }
    await body(db);
  });
}

/** The names of a table's partitions, in the order of their names. */
export function partitionsOf(client: pg.Client, parent = 'stay'): Promise<string> {
  return valueOf(
    client,
    `select string_agg(c.relname, ' ' order by c.relname)
       from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass`,
    [parent],
  );
}

/** The audit log after the partitions were made, as `ACTION schema.name rows detail`. */
export async function auditOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(' ', action, partition_schema || '.' || partition_name, rows_moved, detail) as line
       from partition_audit_log
      where parent <> 'amenity_booking' and action not in ('CREATE', 'ADOPT') order by id`,
  );
  return rows.map((row) => row.line);
}

/** Records the partition's own rows as its archive. */
export async function recordArchive(client: pg.Client, table: string): Promise<void> {
  await client.query(
    `select record_archive($1::regclass, 's3://bookings/' || $1, k.row_count, k.checksum)
       from partition_checksum($1::regclass) k`,
    [table],
  );
}

/** The error that a statement raises. */
export async function errorOf(client: pg.Client, sql: string): Promise<pg.DatabaseError> {
  const outcome = await client.query(sql).then(
    () => undefined,
    (error: unknown) => error as pg.DatabaseError,
  );
  if (outcome === undefined) {
    throw new Error(`no error from: ${sql}`);
  }
  return outcome;
}

/** Returns once the backend waits for a lock that another session holds. */
export async function untilBlocked(watcher: pg.Client, backend: number): Promise<void> {
  while ((await valueOf<number>(watcher, 'cardinality(pg_blocking_pids($1))', [backend])) === 0) {
    await valueOf(watcher, 'pg_stat_clear_snapshot()');
  }
}
