/** What other sessions do to the table during a move is kept, waited for, or refused by name. */
import { describe, expect, it } from '@jest/globals';
import {
  boundsOf,
  closeGate,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  impatient,
  kill,
  onInterval,
  openGate,
  outcomeOf,
  patient,
  rememberRows,
  startMover,
  stays,
  untilBlocked,
  untilPausing,
  whileStoppedAt,
  withMoves,
} from './moves.ts';
import { valueOf } from './layout.ts';
import type { TestDatabase } from './database.ts';

const rebuild = (limits = patient): string =>
  `call rebuild_partitions('stay', '2026-01-01 00:00+00', '2026-07-01 00:00+00', 4, 3, ${limits})`;
const quarters = [...onInterval(3).slice(0, 2), ...onInterval(1).slice(6)];

/** Runs statements once the copies are made and the move was killed, then goes on. */
async function changeBetween(db: TestDatabase, statements: string): Promise<void> {
  await whileStoppedAt(db, 'ADD KEYS', rebuild(), (mover) => kill(db, mover));
  await db.client.query(statements);
}

async function expectDone(db: TestDatabase): Promise<void> {
  expect(await boundsOf(db.client)).toEqual(quarters);
  await expectSameRows(db.client);
  await expectLoggedRows(db.client);
  await expectNothingLeft(db.client);
}

const manyRows = `insert into stay (id, starts, amenity_id, note)
  select 1000 + n, '2026-02-01'::timestamptz + n * interval '1 hour', 1, 'added' from generate_series(1, 300) n`;

describe('while rows are moved', () => {
  it.each([
    ['the table is truncated', 'truncate stay'],
    ['the table is truncated and filled again', `truncate stay; ${manyRows}`],
    ['a source is truncated', 'truncate stay_2026_02'],
    ['a column is added', `alter table stay add extra text default 'x'; ${manyRows}`],
    [
      'a column is dropped',
      `alter table stay drop column note; ${manyRows.replace(', note', '').replace(", 'added'", '')}`,
    ],
    ['a column gets another type', `alter table stay alter note type varchar; ${manyRows}`],
    [
      'rows are written anew where no trigger sees it',
      'alter table stay alter note type text using upper(note)',
    ],
    [
      'a source is written to while its triggers are disabled',
      `alter table stay_2026_02 disable trigger user; update stay_2026_02 set note = 'unseen';
      delete from stay_2026_02 where id % 2 = 0; ${manyRows}; alter table stay_2026_02 enable trigger user`,
    ],
    [
      'a trigger of the log is disabled, and enabled as it was',
      `alter table stay_2026_02 disable trigger user; update stay_2026_02 set note = 'unseen';
      do $$ declare t name; begin
        for t in select tgname from pg_trigger where tgrelid = 'stay_2026_02'::regclass and tgname ~ '^partition_move_log' loop
          execute format('alter table stay_2026_02 enable always trigger %I', t);
        end loop; end $$`,
    ],
    [
      'a trigger of the log is dropped',
      `do $$ begin execute (select format('drop trigger %I on stay_2026_02', tgname) from pg_trigger
        where tgrelid = 'stay_2026_02'::regclass and tgname ~ '^partition_move_log_[0-9]+$'); end $$; ${manyRows}`,
    ],
    ['an index is made', `create unique index on stay (starts, id); ${manyRows}`],
    ['a check is added', `alter table stay add check (id > 0); ${manyRows}`],
    ['the foreign key is dropped', 'alter table stay drop constraint stay_amenity_id_fkey'],
    [
      'the primary key is replaced',
      `alter table stay drop constraint stay_pkey, add primary key (starts, id); ${manyRows}`,
    ],
    [
      'another partition is made',
      "create table later partition of stay for values from ('2028-01-01') to ('2029-01-01')",
    ],
  ])('%s, and the move ends right', async (_, statements) => {
    await withMoves(stays, async (db) => {
      await changeBetween(db, statements);
      await rememberRows(db.client);
      await db.client.query(rebuild());
      if (statements.includes('later')) {
        await db.client.query("drop table later; select adopt_partitions('stay')");
      }
      await expectDone(db);
    });
  });

  it.each([
    [
      'a source is detached',
      'alter table stay detach partition stay_2026_02',
      'stay union all table stay_2026_02',
    ],
    [
      'a source is replaced',
      `alter table stay detach partition stay_2026_02;
      create table other partition of stay for values from ('2026-02-01') to ('2026-03-01')`,
      'stay union all table stay_2026_02',
    ],
    [
      'a foreign key points at it',
      'create table guest (i int, s timestamptz, foreign key (i, s) references stay)',
      'stay',
    ],
    [
      'a source gets a trigger',
      `create function t() returns trigger language plpgsql as 'begin return new; end';
      create trigger partition_move_of_mine before insert on stay_2026_02 for each row execute function t()`,
      'stay',
    ],
    ['a view reads a source', 'create view v as table stay_2026_02', 'stay'],
    ['the primary key is dropped', 'alter table stay drop constraint stay_pkey', 'stay'],
  ])('%s: refused with 55000, no row goes, and it can be cancelled', async (_, statements, rows) => {
    await withMoves(stays, async (db) => {
      await rememberRows(db.client);
      await changeBetween(db, statements);
      expect(await outcomeOf(db.client, rebuild())).toMatchObject({
        code: '55000',
        hint: expect.any(String),
      });
      await db.client.query(`create view remaining as table ${rows}`);
      await expectSameRows(db.client, 'remaining');
      await db.client.query("drop view remaining; select cancel_partition_moves('stay')");
      await expectNothingLeft(db.client);
      await db.client.query("select adopt_partitions('stay')");
      expect(
        await valueOf(
          db.client,
          "select count(*) from partition_audit_log where action = 'REFUSE' and parent = 'stay'",
        ),
      ).toBe('1');
    });
  });

  it('the table is dropped: what was made for the move goes with the next that is planned', async () => {
    await withMoves(stays, async (db) => {
      await changeBetween(db, 'drop table stay');
      await db.client.query(stays.replace(/create table amenity[^;]*;[^;]*;/, ''));
      await rememberRows(db.client);
      await db.client.query(rebuild());
      await expectDone(db);
    });
  });

  it.each([
    "select manage_partitions('stay', 12, 1)",
    "select create_partitions_for_period(2028, 12, 1, 'stay')",
    "select manage_partitions('stay', 4, 3)",
  ])('%s in another session', async (statement) => {
    await withMoves(stays, async (db) => {
      await rememberRows(db.client);
      const stopped = await whileStoppedAt(db, 'COPY', rebuild(), async () => {
        await db.client.query(statement);
      });
      expect(stopped).toBeUndefined();
      expect((await boundsOf(db.client)).slice(0, 2)).toEqual(quarters.slice(0, 2));
      await expectSameRows(db.client);
      await expectLoggedRows(db.client);
      await expectNothingLeft(db.client);
    });
  });
});

describe('a session that holds the table', () => {
  it.each([
    ['a reader', 'select count(*) from stay'],
    ['a writer', "insert into stay values (7001, '2026-02-02', 1, 'held')"],
    ['a reader of one partition', 'select count(*) from stay_2026_02'],
  ])('ends the call with 55P03 once the retries are used up: %s', async (_, statement) => {
    await withMoves(stays, async (db) => {
      const holder = await db.connect();
      await changeBetween(db, 'select');
      await holder.query('begin');
      await holder.query(statement);
      expect(await outcomeOf(db.client, rebuild(impatient))).toMatchObject({
        code: '55P03',
        hint: expect.any(String),
      });
      expect(await boundsOf(db.client)).toEqual(onInterval(1));
      const refused = await db.client.query(
        "select parent, detail from partition_audit_log where action = 'REFUSE'",
      );
      expect(refused.rows).toEqual([{ parent: 'stay', detail: expect.stringMatching(/^55P03: /) }]);
      await holder.query('commit');
      await rememberRows(db.client);
      await db.client.query(rebuild());
      await expectDone(db);
    });
  });

  it('holds up the move, and nobody else behind it', async () => {
    await withMoves(stays, async (db) => {
      const [holder, writer] = [await db.connect(), await db.connect()];
      await changeBetween(db, 'select');
      await holder.query('begin; select count(*) from stay');
      const mover = await startMover(db, rebuild('lock_timeout_ms => 20, retries => 1000'));
      await untilPausing(db.client, mover.pid);
      for (let n = 1; n <= 20; n += 1) {
        await writer.query(`insert into stay values (${8000 + n}, '2026-02-02', 1, 'meanwhile')`);
      }
      expect(await boundsOf(db.client)).toEqual(onInterval(1));
      await rememberRows(db.client);
      await holder.query('commit');
      expect(await mover.outcome).toBeUndefined();
      await expectDone(db);
    });
  });

  it('is waited for where its snapshot is older than the copy, whatever its role', async () => {
    await withMoves(`${stays}; grant select on all tables in schema public to public`, async (db) => {
      const holder = await db.connectAsSuperuser();
      await holder.query('begin isolation level repeatable read');
      await holder.query('select count(*) from amenity');
      expect(await outcomeOf(db.client, rebuild(impatient))).toMatchObject({ code: '55P03' });
      expect(await boundsOf(db.client)).toEqual(onInterval(1));
      expect(await valueOf(holder, 'select count(*) from stay')).toBe('96');
      await holder.query('commit');
      await rememberRows(db.client);
      await db.client.query(rebuild());
      await expectDone(db);
    });
  });
});

it('a snapshot from between the last copy and the swap never misses a row that it holds', async () => {
  await withMoves(stays.replace(/amenity_id integer references[^,]*,/, 'amenity_id integer,'), async (db) => {
    const reader = await db.connect();
    await whileStoppedAt(db, 'SWAP', rebuild(), (mover) => kill(db, mover));
    await db.client.query(
      "insert into stay values (9001, '2026-01-05', 1, 'late'); delete from stay where id = 1",
    );
    await rememberRows(db.client);
    await reader.query('begin isolation level repeatable read; select 1');
    expect(await outcomeOf(db.client, rebuild(impatient))).toMatchObject({ code: '55P03' });
    await expectSameRows(reader);
    await reader.query('commit');
    await db.client.query(rebuild());
    await expectSameRows(reader);
    await expectDone(db);
  });
});

it('a row inserted straight into a source across the swap is kept or refused, never lost', async () => {
  await withMoves(stays, async (db) => {
    const writer = await db.connect();
    const keeper = await db.connect();
    await closeGate(keeper, 'SWAP');
    const mover = await startMover(db, rebuild(), 'stopped');
    await untilBlocked(keeper, mover.pid);
    const pid = await valueOf<number>(writer, 'pg_backend_pid()');
    const insert = outcomeOf(writer, "insert into stay_2026_01 values (9001, '2026-01-05', 1, 'straight')");
    await untilBlocked(keeper, pid);
    await openGate(keeper, 'SWAP');
    expect(await mover.outcome).toBeUndefined();
    const refused = await insert;
    const kept = await valueOf<string>(db.client, 'select count(*) from stay where id = 9001');
    expect([refused?.code, kept]).toEqual(refused === undefined ? [undefined, '1'] : ['42P01', '0']);
  });
});

it('prepared statements and writers with session_replication_role = replica go on across the swap', async () => {
  await withMoves(stays.replace(/amenity_id integer references[^,]*,/, 'amenity_id integer,'), async (db) => {
    const superuser = await db.connectAsSuperuser();
    await superuser.query('set session_replication_role = replica; set search_path = public');
    const writer = await db.connect();
    await writer.query(`prepare put(int, timestamptz) as insert into stay values ($1, $2, 1, 'prepared');
      prepare seen as select count(*) from stay`);
    for (let n = 1; n <= 6; n += 1) {
      await writer.query(`execute put(${7000 + n}, '2026-02-02'); execute seen`);
    }
    const stopped = await whileStoppedAt(db, 'COPY', rebuild(), async () => {
      await superuser.query(
        "insert into stay values (9001, '2026-01-05', 1, 'replica'); delete from stay where id = 2",
      );
      await writer.query("execute put(7100, '2026-02-02')");
    });
    expect(stopped).toBeUndefined();
    await writer.query("execute put(7200, '2026-02-02')");
    const { rows } = await writer.query<{ count: string }>('execute seen');
    expect(rows).toEqual([{ count: '104' }]);
    expect(
      await valueOf(
        db.client,
        "select array_agg(id order by id) from stay_2026_01 where note in ('replica', 'prepared')",
      ),
    ).toEqual([7001, 7002, 7003, 7004, 7005, 7006, 7100, 7200, 9001]);
  });
});
