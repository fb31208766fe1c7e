/** Databases and roles of killed runs on a server that is not ours: the next run drops these, and no others. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ConnectionSettings, withClient } from '../../src/postgres/connection.ts';
import { runComment } from '../../src/postgres/orphaned-databases.ts';
import { marksOfLiveRuns } from '../../src/postgres/run-lock.ts';
import { isRunMark, newRunMark } from '../../src/postgres/run-trace.ts';
import { withServer } from '../../src/postgres/server.ts';
import { PGBOUNCER, withPgbouncer } from '../support/pgbouncer.ts';
import { type ListeningServer, openListeningServer } from '../support/listening-server.ts';
import { type HeldServer, holdServer, untilNothing } from '../support/processes.ts';

let given: ListeningServer;
beforeAll(async () => {
  given = await openListeningServer({
    hba: ['host all all 127.0.0.1/32 trust'],
    settings: { max_prepared_transactions: '10' },
  });
});
afterAll(() => given.close());

const query = async (
  sql: string,
  settings: ConnectionSettings = given.admin('postgres'),
): Promise<string[]> =>
  await withClient(settings, async (client) =>
    (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name),
  );

const addressOf = (user: string, database = 'postgres'): string =>
  `postgres://${user}@127.0.0.1:${given.port}/${database}`;

const KEEP = `
  select d.datname::text as name from pg_catalog.pg_database d
  union all select r.rolname from pg_catalog.pg_roles r where r.rolname !~ '^pg_' order by name`;

const leftOf = (mark: string): Promise<string[]> =>
  query(`select name from (${KEEP}) as kept where name like 'partition\\_guard\\_${mark}\\_%'`);

/** What a run says of the marks, as it opens its server. */
async function nextRun(marks: readonly string[], url = addressOf('postgres')): Promise<string[]> {
  const told: string[] = [];
  await withServer(
    { kind: { kind: 'url', url }, expectedBytes: 0, onProgress: (text) => told.push(text) },
    async () => undefined,
  );
  return told.filter((line) => marks.some((mark) => line.includes(mark)));
}

async function hold(url = addressOf('postgres')): Promise<HeldServer & { readonly mark: string }> {
  const mark = newRunMark();
  const held = holdServer('wait', {}, { kind: { kind: 'url', url }, mark });
  await held.line('ready: ');
  expect((await leftOf(mark)).length).toBeGreaterThan(0);
  return { ...held, mark };
}

/** The server notices that a client is gone as it reads from it. */
async function kill(held: HeldServer & { readonly mark: string }): Promise<void> {
  held.kill('SIGKILL');
  await held.end;
  const holders = async (): Promise<string[]> =>
    await withClient(given.admin('postgres'), async (client) =>
      [...(await marksOfLiveRuns(client))].filter((mark) => mark === held.mark),
    );
  expect(await untilNothing(holders)).toEqual([]);
}

describe('a run that was killed', () => {
  it('is followed by one that drops its databases and roles, says so, and touches nothing else', async () => {
    const strangers = [
      'partition_guard_notes',
      'partition_guard_owner_x',
      'Partition_guard_0123abcd_x',
      // A day, not a run.
      'partition_guard_20261123_rows',
      // The form of a run's name, without the mark of one.
      'partition_guard_2026112a_rows',
      'bookings',
    ];
    for (const name of strangers) await query(`create database "${name}"`);
    await query('create role partition_guard_reader');
    await query('create role partition_guard_20261123_reader');
    await query('create role partition_guard_2026112a_reader');
    await query("comment on database partition_guard_2026112a_rows is 'partition-guard 2026112a'");
    const before = await query(KEEP);
    const [killed, alive] = [await hold(), await hold(addressOf('postgres', 'bookings'))];
    try {
      await kill(killed);
      const orphans = await leftOf(killed.mark);
      expect(orphans).toEqual([
        `partition_guard_${killed.mark}_held`,
        `partition_guard_${killed.mark}_observer`,
        `partition_guard_${killed.mark}_owner`,
      ]);
      const living = await leftOf(alive.mark);
      // From another database of the server than theirs.
      expect(await nextRun([killed.mark, alive.mark], addressOf('postgres', 'template1'))).toEqual([
        `dropped what a killed run left on the server given: 1 database and 2 roles (partition_guard_${killed.mark}_…)`,
      ]);
      expect(await leftOf(killed.mark)).toEqual([]);
      expect(await leftOf(alive.mark)).toEqual(living);
      expect(await nextRun([killed.mark, alive.mark])).toEqual([]);
    } finally {
      alive.kill('SIGTERM');
      await alive.end;
    }
    expect(await query(KEEP)).toEqual(before);
  });

  it('as a user who is no superuser is followed by one as the same user', async () => {
    await query('create role plain login createdb createrole');
    const killed = await hold(addressOf('plain'));
    await kill(killed);
    expect(await nextRun([killed.mark], addressOf('plain'))).toEqual([
      expect.stringMatching(/^dropped what a killed run left on the server given: 1 database and 2 roles/),
    ]);
    expect(await leftOf(killed.mark)).toEqual([]);
  });

  it('is known by the comment on its databases where it could make no roles', async () => {
    await query('create role sole login createdb');
    const killed = await hold(addressOf('sole'));
    await kill(killed);
    const name = `partition_guard_${killed.mark}_held`;
    expect(await leftOf(killed.mark)).toEqual([name]);
    await query(`comment on database "${name}" is 'somebody else wrote this'`);
    expect(await nextRun([killed.mark], addressOf('sole'))).toEqual([
      expect.stringMatching(/^left as it is: .* have no mark of a run$/),
    ]);
    expect(await leftOf(killed.mark)).toEqual([name]);
    await query(`comment on database "${name}" is '${runComment(killed.mark)}'`);
    expect(await nextRun([killed.mark], addressOf('sole'))).toEqual([expect.stringMatching(/^dropped /)]);
    expect(await leftOf(killed.mark)).toEqual([]);
  });

  it('is told where the next one may not drop what it left, which goes on', async () => {
    await query('create role weak login createdb');
    const killed = await hold();
    await kill(killed);
    const [told, ...more] = await nextRun([killed.mark], addressOf('weak'));
    expect(more).toEqual([]);
    expect(told).toContain('a killed run left on the server given what could not be dropped: ');
    expect(told).toContain(`"partition_guard_${killed.mark}_held" (SQLSTATE 42501)`);
    expect((await leftOf(killed.mark)).length).toBe(3);
    expect(await nextRun([killed.mark])).toHaveLength(1);
    expect(await leftOf(killed.mark)).toEqual([]);
  });
});

describe('a transaction that was prepared on it', () => {
  const prepare = (database: string, as: ConnectionSettings): Promise<string[]> =>
    withClient({ ...as, database }, async (client) => {
      await client.query('begin');
      await client.query('create table left_open (id int)');
      await client.query(`prepare transaction 'it''s ${database}'`);
      return [];
    });

  beforeAll(async () => {
    await query('create role maker login createdb createrole');
  });

  it.each(['postgres', 'maker'])('keeps no database of a run as %s', async (user) => {
    const kind = { kind: 'url' as const, url: addressOf(user) };
    const before = await query(KEEP);
    await withServer({ kind, expectedBytes: 0, onProgress: () => undefined }, async (server) => {
      for (const number of [1, 2]) {
        const name = `${server.databasePrefix}test_${number}`;
        await server.createDatabase(name, {});
        if (number === 1) await prepare(name, server.connection(name, 'migrator'));
      }
    });
    expect(await query(KEEP)).toEqual(before);
  });

  it('is told where it may not be ended, and neither takes the outcome nor the other databases with it', async () => {
    const told: string[] = [];
    const kind = { kind: 'url' as const, url: addressOf('maker') };
    const made: string[] = [];
    const outcome = await withServer(
      { kind, expectedBytes: 0, onProgress: (text) => told.push(text) },
      async (server) => {
        for (const number of [1, 2]) {
          made.push(`${server.databasePrefix}test_${number}`);
          await server.createDatabase(made.at(-1) ?? '', {});
        }
        await prepare(made[0] ?? '', given.admin('postgres'));
        return 'judged';
      },
    );
    expect(outcome).toBe('judged');
    const kept = await query(KEEP);
    expect(made.map((name) => kept.includes(name))).toEqual([true, false]);
    expect(told.at(-1)).toContain(`could not be dropped: "${made[0] ?? ''}" (SQLSTATE 55006)`);
    expect(told.at(-1)).toContain('pg_prepared_xacts');
    expect(await nextRun([(made[0] ?? '').slice(16, 24)])).toEqual([expect.stringMatching(/^dropped /)]);
  });

  it('keeps no database of a killed run', async () => {
    const killed = await hold();
    await prepare(`partition_guard_${killed.mark}_held`, given.admin('postgres'));
    await kill(killed);
    expect(await nextRun([killed.mark])).toEqual([expect.stringMatching(/^dropped /)]);
    expect(await leftOf(killed.mark)).toEqual([]);
  });
});

describe('a run that is alive', () => {
  it('stays so when the session that shows it is ended', async () => {
    const held = await hold();
    const alive = (): Promise<boolean> =>
      withClient(given.admin('postgres'), async (client) => (await marksOfLiveRuns(client)).has(held.mark));
    await query(`
      select pg_catalog.pg_terminate_backend(l.pid)::text as name from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.pid <> pg_catalog.pg_backend_pid()`);
    expect(await untilNothing(async () => ((await alive()) ? [] : ['not yet']))).toEqual([]);
    expect(await nextRun([held.mark])).toEqual([]);
    held.kill('SIGTERM');
    expect((await held.end).status).toBe(143);
    expect(await leftOf(held.mark)).toEqual([]);
  });
});

describe('the mark of a run', () => {
  it('has a letter, so that no name with a date in it is taken for one', () => {
    for (let i = 0; i < 500; i += 1) expect(newRunMark()).toMatch(/^[0-9a-f]*[a-f][0-9a-f]*$/);
    expect(['20261123', '00000000', '0000000a', '0000000g', '000000a'].map(isRunMark)).toEqual([
      ...[false, false, true, false, false],
    ]);
  });
});

describe('a server given by its address', () => {
  const onTestEnd: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of onTestEnd.splice(0)) await end();
  });

  it('is refused by the name of another database on it, unless a reason is given', async () => {
    await query('create database shop_production');
    onTestEnd.push(() => query('drop database shop_production'));
    const url = addressOf('postgres');
    const run = (allowed?: string): Promise<string[]> => {
      const told: string[] = [];
      const kind = { kind: 'url' as const, url, ...(allowed === undefined ? {} : { allowed }) };
      return withServer({ kind, expectedBytes: 0, onProgress: (text) => told.push(text) }, async () => told);
    };
    const before = await query(KEEP);
    await expect(run()).rejects.toMatchObject({
      code: 'server-looks-like-production',
      exitStatus: 3,
      message: expect.stringContaining('a database on it, "shop_production"'),
    });
    expect((await run('a copy'))[0]).toMatch(/looks like a production one by .*; allowed: a copy$/);
    expect(await query(KEEP)).toEqual(before);
  });

  const title = 'is refused behind a pooler, and nothing is made';
  (PGBOUNCER === undefined ? it.skip : it)(
    PGBOUNCER === undefined ? `${title} (not run: this machine has no pgbouncer)` : title,
    async () => {
      const before = await query(KEEP);
      const settings = { ignore_startup_parameters: 'extra_float_digits,options' };
      for (const mode of ['session', 'transaction'] as const) {
        await withPgbouncer({ server: given, mode, settings }, async (port) => {
          const url = `postgres://anybody@127.0.0.1:${port}/bookings`;
          await expect(nextRun([], url)).rejects.toMatchObject({
            code: 'server-behind-pooler',
            exitStatus: 64,
          });
        });
      }
      expect(await query(KEEP)).toEqual(before);
    },
  );
});
