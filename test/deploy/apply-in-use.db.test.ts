/** Apply to a database in use: a writer and a reader go on meanwhile, and no write that was acknowledged is lost. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type ConnectionSettings, createClient, withClient } from '../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { apply } from './commands.ts';
import { urlOf } from './target-url.ts';

/** In full each night, and by `npm run bench -- apply` on a disk. */
const ROWS = process.env['PARTITION_GUARD_NIGHTLY'] === '1' ? 5_000_000 : 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());

const BASE = {
  'V1__bookings.sql': `
    create table booking (id bigint, at timestamptz not null, who text, primary key (id, at)) partition by range (at);
    create table booking_1 partition of booking for values from ('2026-01-01 00:00Z') to ('2026-04-01 00:00Z');
    create table booking_2 partition of booking for values from ('2026-04-01 00:00Z') to ('2026-07-01 00:00Z');
    create table booking_rest partition of booking for values from ('2026-07-01 00:00Z') to ('2027-01-01 00:00Z');`,
};
/** It locks nothing itself: by hand it would lose what is written between its statements. */
const RELEASE = {
  ...BASE,
  'V2__half_years.sql': `
    alter table booking add column note text;
    create table booking_half (like booking including defaults);
    insert into booking_half select * from booking_1;
    insert into booking_half select * from booking_2;
    drop table booking_1, booking_2;
    alter table booking attach partition booking_half for values from ('2026-01-01 00:00Z') to ('2026-07-01 00:00Z');`,
};
const SEED = `insert into booking
  select n, timestamptz '2026-01-01 00:00Z' + n * (interval '360 days' / ${ROWS + 1}), 'guest ' || n from generate_series(1, ${ROWS}) n`;

interface Load {
  readonly acknowledged: readonly number[];
  readonly errors: readonly string[];
  readonly leastSeen: number;
}

/** Writes and reads until told to stop. */
async function startLoad(settings: ConnectionSettings): Promise<() => Promise<Load>> {
  const clients = [createClient(settings), createClient(settings)] as const;
  await Promise.all(clients.map((client) => client.connect()));
  const [writer, reader] = clients;
  const acknowledged: number[] = [];
  const errors: string[] = [];
  let leastSeen = ROWS;
  let isStopped = false;
  const tell = (error: unknown): void => void errors.push(String(error));
  const write = async (): Promise<void> => {
    for (let id = 1_000_000_000; !isStopped; id++) {
      await writer
        .query(
          "insert into booking (id, at, who) values ($1::bigint, timestamptz '2026-01-02 00:00Z' + ($1::bigint % 350)::integer * interval '1 day', 'new')",
          [id],
        )
        .then(() => acknowledged.push(id), tell);
    }
  };
  const read = async (): Promise<void> => {
    while (!isStopped) {
      await reader
        .query<{ seen: number }>('select count(*)::int as seen from booking where id <= $1', [ROWS])
        .then(({ rows }) => (leastSeen = Math.min(leastSeen, rows[0]?.seen ?? 0)), tell);
    }
  };
  const working = Promise.all([write(), read()]);
  return async () => {
    isStopped = true;
    await working;
    await Promise.all(clients.map((client) => client.end()));
    return { acknowledged, errors, leastSeen };
  };
}

it(`keeps ${ROWS.toLocaleString('en')} rows and every acknowledged write, and the reader sees all of them throughout`, async () => {
  await server.withDatabase(async ({ migrator }) => {
    const url = urlOf(migrator);
    expect((await apply({ url, files: BASE })).result.outcome).toBe('applied');
    await withClient(migrator, (client) => client.query(SEED));
    const before = await sumOf(migrator);
    const stop = await startLoad(migrator);
    const { result } = await apply({ url, files: RELEASE });
    const { acknowledged, errors, leastSeen } = await stop();
    expect(result.failure).toBeUndefined();
    expect(result).toMatchObject({ outcome: 'applied', applied: [{ proofs: [{ verdict: 'equal' }] }] });
    expect({ errors, leastSeen }).toEqual({ errors: [], leastSeen: ROWS });
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await sumOf(migrator)).toEqual(before);
    expect(await onceEach(migrator, acknowledged)).toBe(acknowledged.length);
  });
}, 600_000);

const sumOf = (settings: ConnectionSettings): Promise<unknown> =>
  withClient(settings, async (client: pg.Client) => {
    const { rows } = await client.query(
      'select count(*)::int as rows, sum(hashtextextended(to_hex(hash_record_extended((b.id, b.at, b.who), 0)), 0))::text as sum from booking b where b.id <= $1',
      [ROWS],
    );
    return rows;
  });

const onceEach = (settings: ConnectionSettings, ids: readonly number[]): Promise<number | undefined> =>
  withClient(settings, async (client: pg.Client) => {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from unnest($1::bigint[]) i where 1 = (select count(*) from booking b where b.id = i)',
      [ids],
    );
    return rows[0]?.n;
  });
