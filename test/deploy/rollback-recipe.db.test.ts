/** The recipe for going back in docs/deploy.md, rehearsed: its SQL is read from the page and run, and rows are counted. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { withClient } from '../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { play, rowsOf } from './apply/played.ts';

const ROOT = join(import.meta.dirname, '../..');

let server: TestServer;
let recipe: ReadonlyMap<string, string>;
let shipped: Readonly<Record<string, string>>;
const rehearsed = new Set<string>();
beforeAll(async () => {
  server = await openTestServer();
  const page = await readFile(join(ROOT, 'docs/deploy.md'), 'utf8');
  recipe = new Map(
    [...page.matchAll(/<!-- rehearsed: ([^>]+) -->\n```sql\n([^`]+)```/g)].map(([, name = '', sql = '']) => [
      name,
      sql,
    ]),
  );
  const folder = join(ROOT, 'sql/migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  shipped = Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
});
afterAll(async () => server.close());

/** The SQL of the page, a name each. */
function sqlOf(name: string): string {
  const sql = recipe.get(name);
  if (sql === undefined) throw new Error(`docs/deploy.md has no SQL for "${name}"`);
  rehearsed.add(name);
  return sql;
}

const YEAR = new Date().getUTCFullYear();
const thisYear = (sql: string): string =>
  sql.replaceAll("'2026-01-01'", `'${YEAR}-01-01'`).replaceAll("'2027-01-01'", `'${YEAR + 1}-01-01'`);

/** Bookings of the first four months, every three hours. */
const SEED = `insert into amenity_booking (booking_id, amenity_id, user_id, start_time, end_time, status, created_at, updated_at)
  select 'b' || n, 'a' || n % 7, 'u' || n % 90, at, at + interval '1 hour',
         (array['REQUESTED', 'PENDING', 'APPROVED'])[1 + n % 3], at, at
    from generate_series(0, 959) n, lateral (select timestamptz '${YEAR}-01-01 00:00Z' + n * interval '3 hours' as at) s`;

const run = (connection: ConnectionSettings, ...statements: readonly string[]): Promise<void> =>
  withClient(connection, async (client) => {
    for (const statement of statements) await client.query(statement);
  });

const sumOf = (connection: ConnectionSettings) =>
  rowsOf<{ rows: string; checksum: string }>(connection, sqlOf('compare'));
const layoutOf = (connection: ConnectionSettings) =>
  rowsOf<{ range: string }>(
    connection,
    "select r.range::text as range from partition_ranges('amenity_booking') r order by 1",
  );

/** A database with the manager and rows, deployed by apply. */
async function inUse(
  body: (connection: ConnectionSettings, superuser: ConnectionSettings) => Promise<void>,
): Promise<void> {
  await server.withDatabase(async ({ migrator, admin }) => {
    expect(await play({ connection: migrator, files: shipped })).toMatchObject({ outcome: 'applied' });
    await run(migrator, SEED);
    await body(migrator, admin);
  });
}

/** One release more, on top of the shipped files. */
const release = (connection: ConnectionSettings, files: Readonly<Record<string, string>>) =>
  play({ connection, files: { ...shipped, ...files } });

it('takes the interval back by a new migration, with every row where it was', async () => {
  await inUse(async (connection) => {
    const [before, layout] = [await sumOf(connection), await layoutOf(connection)];
    const quarters = { 'V4__quarters.sql': "select manage_partitions('amenity_booking_', 4, 3);" };
    expect(await release(connection, quarters)).toMatchObject({ outcome: 'applied' });
    expect(await layoutOf(connection)).not.toEqual(layout);
    const back = await release(connection, { ...quarters, 'V5__back_to_months.sql': sqlOf('interval back') });
    expect(back).toMatchObject({
      outcome: 'applied',
      applied: [{ proofs: [{ verdict: 'equal', before: { rows: 960 } }] }],
    });
    expect(await layoutOf(connection)).toEqual(layout);
    expect(await sumOf(connection)).toEqual(before);
  });
});

it('moves rows back the way they came', async () => {
  await inUse(async (connection) => {
    const [before, layout] = [await sumOf(connection), await layoutOf(connection)];
    await run(
      connection,
      thisYear("call rebuild_partitions('amenity_booking_', '2026-01-01', '2027-01-01', 4, 3)"),
    );
    expect(await layoutOf(connection)).not.toEqual(layout);
    await run(connection, thisYear(sqlOf('rows back')));
    expect(await layoutOf(connection)).toEqual(layout);
    expect(await sumOf(connection)).toEqual(before);
  });
});

it('undoes a move that was stopped half-way', async () => {
  await inUse(async (connection) => {
    const [before, layout] = [await sumOf(connection), await layoutOf(connection)];
    await withClient(connection, async (reader) => {
      // An old transaction that has read the table holds up the swap: the move is stopped with its copies made.
      await reader.query('begin isolation level repeatable read');
      await reader.query('select count(*) from amenity_booking');
      const stopped = run(
        connection,
        thisYear("call rebuild_partitions('amenity_booking_', '2026-01-01', '2027-01-01', 4, 3, 40, 1)"),
      );
      await expect(stopped).rejects.toMatchObject({ code: '55P03' });
      await reader.query('rollback');
    });
    expect(await rowsOf(connection, 'select count(*)::int > 0 as begun from partition_move')).toEqual([
      { begun: true },
    ]);
    await run(connection, sqlOf('cancel moves'));
    expect(await rowsOf(connection, 'select count(*)::int as n from partition_move')).toEqual([{ n: 0 }]);
    expect(await layoutOf(connection)).toEqual(layout);
    expect(await sumOf(connection)).toEqual(before);
  });
});

it('attaches a partition again that was retired too early', async () => {
  await inUse(async (connection) => {
    await run(
      connection,
      "select create_partitions_between('amenity_booking', '1 month', '2024-01-01Z', '2024-02-01Z')",
      `insert into amenity_booking (amenity_id, user_id, start_time, end_time)
         select 'a', 'u' || n, at, at + interval '1 hour'
           from generate_series(1, 40) n, lateral (select timestamptz '2024-01-05 00:00Z' + n * interval '1 hour' as at) s`,
    );
    const [before, layout] = [await sumOf(connection), await layoutOf(connection)];
    const years = YEAR - 2024;
    await run(connection, `select * from apply_retention('amenity_booking_', '${years * 12 - 6} months')`);
    expect(await layoutOf(connection)).toHaveLength(layout.length - 1);
    await run(connection, sqlOf('attach again'));
    expect(await layoutOf(connection)).toEqual(layout);
    expect(await sumOf(connection)).toEqual(before);
  });
});

it('writes rows back from what was set aside, by a migration that says so', async () => {
  await inUse(async (connection, superuser) => {
    const before = await sumOf(connection);
    // What a server with a log to restore from has; this one throws its data away.
    await expect(run(superuser, sqlOf('restore point'))).rejects.toMatchObject({ code: '55000' });
    await run(connection, sqlOf('set aside'));
    const waiver = (reason: string): string =>
      `waivers:\n  - { check: no-row-changed, table: amenity_booking, reason: "${reason}" }\n`;
    const wrong = { 'V4__all_declined.sql': "update amenity_booking set status = 'DECLINED'" };
    expect(await release(connection, wrong)).toMatchObject({ outcome: 'failed' });
    expect(await sumOf(connection)).toEqual(before);
    const allowed = { ...wrong, 'partition-guard.yml': waiver('meant so') };
    expect(await release(connection, allowed)).toMatchObject({ outcome: 'applied' });
    expect(await sumOf(connection)).not.toEqual(before);
    const mended = {
      ...wrong,
      'V5__status_as_it_was.sql': sqlOf('rows from set aside'),
      'partition-guard.yml': waiver('release 42 set the wrong status; written back'),
    };
    expect(await release(connection, mended)).toMatchObject({ outcome: 'applied' });
    expect(await sumOf(connection)).toEqual(before);
  });
});

it('has no SQL on the page that is not rehearsed here', () => {
  expect([...recipe.keys()].filter((name) => !rehearsed.has(name))).toEqual([]);
  expect(recipe.size).toBeGreaterThanOrEqual(8);
});
