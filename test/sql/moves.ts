/** Calls the procedures that move rows, stops them where a test wants to, and judges what they left. */
import { expect } from '@jest/globals';
import type pg from 'pg';
import { withPartitionManager, type TestDatabase } from './database.ts';
import { valueOf } from './layout.ts';

/** Ends what waits for a lock only after a minute, so that a test decides who waits for whom. */
export const patient = 'lock_timeout_ms => 60000, retries => 100';

/** Gives up after the first failure. */
export const impatient = 'lock_timeout_ms => 20, retries => 0';

/** Where a move can be stopped: at the end of each job, before it is committed. */
export const gates = [
  'PLAN',
  'START',
  'MAKE',
  'COPY',
  'CATCH UP',
  'ADD KEYS',
  'VALIDATE KEYS',
  'SWAP',
  'FINISH',
] as const;
export type Gate = (typeof gates)[number];

const gateSql = `
  create function wait_at_gate() returns trigger language plpgsql as $$
  declare gate text;
  begin
    if current_setting('application_name') <> 'stopped' then
      return null;
    end if;
    if tg_table_name = 'partition_move_target' then
      gate := case when old.relation is null and new.relation is not null then 'MAKE'
                when old.copied_by is null and new.copied_by is not null then 'COPY' end;
    elsif tg_op <> 'UPDATE' then
      gate := case tg_op when 'INSERT' then 'PLAN' else 'FINISH' end;
    elsif new.catch_ups > old.catch_ups then
      gate := 'CATCH UP';
    elsif new.state <> old.state then
      gate := case new.state when 'LOGGING' then 'START' when 'KEYED' then 'ADD KEYS'
                when 'VALIDATED' then 'VALIDATE KEYS' when 'SWAPPED' then 'SWAP' end;
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('gate ' || gate));
    return null;
  end $$;
  create trigger wait_at_gate after insert or update or delete on partition_move
    for each row execute function wait_at_gate();
  create trigger wait_at_gate after update on partition_move_target for each row execute function wait_at_gate()`;

/** A key of amenities, a table partitioned monthly for 2026 and 2027 with a key to it, and rows on all edges. */
export const stays = `
  set timezone = 'UTC';
  create table amenity (amenity_id integer primary key);
  insert into amenity select generate_series(1, 5);
  create table stay (id integer, starts timestamptz not null, amenity_id integer references amenity on delete cascade,
    note text, primary key (id, starts)) partition by range (starts);
  select manage_partitions('stay', 12, 1);
  insert into stay
    select row_number() over (), g + s, row_number() over () % 5 + 1, 'row'
      from generate_series(timestamptz '2026-01-01', '2027-12-01', '1 month') g,
           unnest(array[interval '0', '1 microsecond', '10 days', '1 month -1 microsecond']) s`;

/** Runs the body with the partition manager applied, after the statements given. */
export function withMoves(setup: string, body: (db: TestDatabase) => Promise<void>): Promise<void> {
  return withPartitionManager(async (db) => {
    await db.client.query(gateSql);
    await db.client.query(setup);
    await body(db);
  });
}

/** A call that goes on in a session of its own. */
export interface Mover {
  readonly pid: number;
  readonly client: pg.Client;
  /** Settles with undefined, or with the error. */
  readonly outcome: Promise<pg.DatabaseError | undefined>;
}

/** What became of a statement. */
export function outcomeOf(client: pg.Client, sql: string): Promise<pg.DatabaseError | undefined> {
  return client.query(sql).then(
    () => undefined,
    (error: unknown) => error as pg.DatabaseError,
  );
}

/** Begins a call in a new session and returns at once. */
export async function startMover(db: TestDatabase, sql: string, name = 'mover'): Promise<Mover> {
  const client = await db.connect();
  await client.query("select set_config('application_name', $1, false)", [name]);
  const pid = await valueOf<number>(client, 'pg_backend_pid()');
  return { pid, client, outcome: outcomeOf(client, sql) };
}

/** Returns once the backend waits for a lock that another session holds. */
export async function untilBlocked(watcher: pg.Client, pid: number): Promise<void> {
  while ((await valueOf<number>(watcher, 'cardinality(pg_blocking_pids($1))', [pid])) === 0) {
    await valueOf(watcher, 'pg_stat_clear_snapshot()');
  }
}

/** Returns once the backend pauses before it looks again at what others are doing. */
export async function untilPausing(watcher: pg.Client, pid: number): Promise<void> {
  const pausing = "exists (select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep')";
  while (!(await valueOf<boolean>(watcher, pausing, [pid]))) {
    await valueOf(watcher, 'pg_stat_clear_snapshot()');
  }
}

export function closeGate(client: pg.Client, gate: Gate): Promise<unknown> {
  return client.query("select pg_advisory_lock(hashtext('gate ' || $1))", [gate]);
}

export function openGate(client: pg.Client, gate: Gate): Promise<unknown> {
  return client.query("select pg_advisory_unlock(hashtext('gate ' || $1))", [gate]);
}

/** Runs the body while a call waits at the end of a job, then lets the call go on and returns what became of it. */
export async function whileStoppedAt(
  db: TestDatabase,
  gate: Gate,
  call: string,
  body: (mover: Mover) => Promise<void>,
): Promise<pg.DatabaseError | undefined> {
  const keeper = await db.connect();
  await closeGate(keeper, gate);
  const mover = await startMover(db, call, 'stopped');
  const early = await Promise.race([mover.outcome, untilBlocked(keeper, mover.pid).then(() => 'stopped')]);
  expect(early).toBe('stopped');
  await body(mover);
  await openGate(keeper, gate);
  return mover.outcome;
}

/** Ends the backend of a call that is stopped, and returns once it is gone. */
export async function kill(db: TestDatabase, mover: Mover): Promise<void> {
  const superuser = await db.connectAsSuperuser();
  await superuser.query('select pg_terminate_backend($1)', [mover.pid]);
  expect(await mover.outcome).toMatchObject({ code: '57P01' });
  while (
    await valueOf<boolean>(superuser, 'exists (select from pg_stat_activity where pid = $1)', [mover.pid])
  ) {
    await valueOf(superuser, 'pg_stat_clear_snapshot()');
  }
}

/** Keeps the rows of a table as they are now under another name, for `expectSameRows`. */
export function rememberRows(client: pg.Client, table = 'stay', copy = 'remembered'): Promise<unknown> {
  return client.query(`create table ${copy} as table ${table}`);
}

/** Both tables hold the same rows, each as often, whatever their types. */
export async function expectSameRows(client: pg.Client, table = 'stay', copy = 'remembered'): Promise<void> {
  const found = await valueOf(
    client,
    `select json_build_object(
       'missing', (select count(*) from (select r::text from ${copy} r except all select r::text from ${table} r) x),
       'added', (select count(*) from (select r::text from ${table} r except all select r::text from ${copy} r) x))`,
  );
  expect(found).toEqual({ missing: 0, added: 0 });
}

/** Each partition that a move made was logged with the rows it had then: right where nobody wrote since. */
export async function expectLoggedRows(client: pg.Client, table = 'stay'): Promise<void> {
  const { rows } = await client.query<{ partition: string; logged: string; rows: string; checksum: string }>(
    `select m.partition, m.logged, m.rows, s.row_count || ' ' || s.checksum as checksum
       from (select distinct on (a.partition_schema, a.partition_name)
                    format('%I.%I', a.partition_schema, a.partition_name) as partition,
                    a.action as logged, a.rows_moved || ' ' || a.checksum as rows
               from partition_audit_log a
              where to_regclass(format('%I.%I', a.partition_schema, a.partition_name)) in (
                        select i.inhrelid from pg_inherits i where i.inhparent = $1::regclass)
                and a.action in ('MOVE', 'CREATE')
              order by a.partition_schema, a.partition_name, a.id desc) m
      cross join lateral partition_checksum(m.partition::regclass) s
      where m.logged = 'MOVE'`,
    [table],
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map((row) => `${row.partition} ${row.rows}`)).toEqual(
    rows.map((row) => `${row.partition} ${row.checksum}`),
  );
}

/** Neither a move nor anything that was made for one is left. */
export async function expectNothingLeft(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select 'move ' || id as name from partition_move
     union all select 'target ' || move from partition_move_target
     union all select 'relation ' || oid::regclass from pg_class
      where relkind in ('r', 'p') and relname ~ '^partition_move_.*[0-9]'
     union all select 'function ' || proname from pg_proc where proname ~ '^partition_move_log_'
     union all select 'trigger ' || tgname from pg_trigger where tgname ~ '^partition_move_log_'
     union all select 'constraint ' || conname from pg_constraint where conname = 'partition_move_range'`);
  expect(rows).toEqual([]);
}

/** Bounds of all partitions in UTC, from the catalog, in order. */
export async function boundsOf(client: pg.Client, table = 'stay'): Promise<string[]> {
  await client.query("set timezone = 'UTC'; set datestyle = 'ISO'");
  const { rows } = await client.query<{ bound: string }>(
    `select regexp_replace(pg_get_expr(c.relpartbound, c.oid), '[''() ]|FOR VALUES|FROM|00:00:00|\\+00', '', 'g') as bound
       from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass order by 1`,
    [table],
  );
  return rows.map((row) => row.bound.replace('TO', ' '));
}

/** What `boundsOf` says where the years 2026 and 2027 are on an interval. */
export function onInterval(months: number, from = 2026, to = 2028): string[] {
  const day = (month: number): string => new Date(Date.UTC(from, month, 1)).toISOString().slice(0, 10);
  return Array.from(
    { length: ((to - from) * 12) / months },
    (_, place) => `${day(place * months)} ${day((place + 1) * months)}`,
  );
}
