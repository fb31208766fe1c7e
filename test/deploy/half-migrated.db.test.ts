/** Databases that Flyway has managed up to a point: only what they lack is applied, and what Flyway wrote stays. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checksumOf } from '../../src/migrations/checksum.ts';
import { withClient } from '../../src/postgres/connection.ts';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { BASELINE_ROW, FAILED_ROW, FLYWAY_TABLE, QUICK_START_ROWS } from '../fixtures/flyway/history.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { play, rowsOf } from './apply/played.ts';

const QUICK_START = join(import.meta.dirname, '../fixtures/flyway/quick-start');
const SHIPPED = join(import.meta.dirname, '../../sql/migrations');

let server: TestServer;
let quickStart: Readonly<Record<string, string>>;
let shipped: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await openTestServer();
  quickStart = await filesOf(QUICK_START);
  shipped = await filesOf(SHIPPED);
});
afterAll(async () => server.close());

async function filesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
}

const textOf = (files: Readonly<Record<string, string>>, name: string): string => {
  const text = files[name];
  if (text === undefined) throw new Error(`there is no ${name}`);
  return text;
};

/** What Flyway did before: its table, the files' own statements, and their rows. */
async function flywayDid(connection: ConnectionSettings, ...statements: readonly string[]): Promise<void> {
  await withClient(connection, async (client) => {
    for (const statement of [FLYWAY_TABLE, ...statements]) await client.query(statement);
  });
}

const HISTORY =
  'select installed_rank as rank, version, description, type, script, checksum, installed_by as by, success from flyway_schema_history order by 1';
const WRITTEN_BY_FLYWAY = `select string_agg(h::text, ' | ' order by installed_rank) as rows from flyway_schema_history h where installed_by = 'flyway'`;

describe('a database that Flyway has half migrated', () => {
  it('has the published checksums, and gets what it lacks and nothing twice', async () => {
    expect(checksumOf(textOf(quickStart, 'V1__Create_person_table.sql'))).toBe(1715188512);
    expect(checksumOf(textOf(quickStart, 'V2__Add_people.sql'))).toBe(476766047);
    await server.withDatabase(async ({ migrator }) => {
      await flywayDid(
        migrator,
        textOf(quickStart, 'V1__Create_person_table.sql'),
        textOf(quickStart, 'V2__Add_people.sql'),
        QUICK_START_ROWS,
      );
      const before = await rowsOf(migrator, WRITTEN_BY_FLYWAY);
      const first = await play({ connection: migrator, files: quickStart });
      expect(first).toMatchObject({ outcome: 'applied', refusals: [] });
      expect(first.applied.map(({ script }) => script)).toEqual(['V3__Create_stays.sql', 'R__Guests.sql']);
      const history = await rowsOf<{ rank: number; by: string }>(migrator, HISTORY);
      expect(history.slice(2)).toEqual([
        ownRow(3, '3', 'Create stays', 'V3__Create_stays.sql', migrator.user),
        ownRow(4, null, 'Guests', 'R__Guests.sql', migrator.user),
      ]);
      expect(await rowsOf(migrator, WRITTEN_BY_FLYWAY)).toEqual(before);
      expect(await rowsOf(migrator, 'select name from guests order by 1')).toEqual([
        { name: 'Axel' },
        { name: 'Mr. Foo' },
        { name: 'Ms. Bar' },
      ]);
      expect((await play({ connection: migrator, files: quickStart })).outcome).toBe('nothing-to-do');
      expect(await rowsOf(migrator, HISTORY)).toEqual(history);
    });
  });

  const ownRow = (rank: number, version: string | null, description: string, script: string, by: string) => ({
    rank,
    version,
    description,
    type: 'SQL',
    script,
    checksum: checksumOf(textOf(quickStart, script)),
    by,
    success: true,
  });

  it('and that is in use keeps its rows through the rest of the shipped migrations', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const names = Object.keys(shipped).sort();
      const [first = ''] = names;
      await flywayDid(
        migrator,
        textOf(shipped, first),
        `insert into flyway_schema_history values
           (1, '1', 'create or manage partitions', 'SQL', '${first}', ${checksumOf(textOf(shipped, first))}, 'flyway', now(), 812, true)`,
        `insert into amenity_booking (amenity_id, user_id, start_time, end_time)
           select n % 7, n, at, at + interval '1 hour'
             from generate_series(1, 3000) n,
                  lateral (select date_trunc('year', now()) + n * interval '2 hours' as at) s`,
      );
      const sum =
        'select count(*)::int as n, sum(hashtextextended(to_hex(hash_record_extended(b, 0)), 0))::text as sum from amenity_booking b';
      const before = await rowsOf(migrator, sum);
      expect(before).toMatchObject([{ n: 3000 }]);
      const result = await play({ connection: migrator, files: shipped });
      expect(result.failure).toBeUndefined();
      expect(result.applied.map(({ script }) => script)).toEqual(names.slice(1));
      expect(await rowsOf(migrator, sum)).toEqual(before);
    });
  });

  it('from a baseline on gets what is above it', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await flywayDid(migrator, textOf(quickStart, 'V1__Create_person_table.sql'), BASELINE_ROW);
      const result = await play({ connection: migrator, files: quickStart });
      expect(result.applied.map(({ script }) => script)).toEqual([
        'V2__Add_people.sql',
        'V3__Create_stays.sql',
        'R__Guests.sql',
      ]);
    });
  });

  it('is refused, and left as it is, where a file failed half-way or was edited since', async () => {
    const refused = async (...statements: readonly string[]) =>
      server.withDatabase(async ({ migrator }) => {
        await flywayDid(
          migrator,
          textOf(quickStart, 'V1__Create_person_table.sql'),
          textOf(quickStart, 'V2__Add_people.sql'),
          QUICK_START_ROWS,
          ...statements,
        );
        const before = await rowsOf(migrator, HISTORY);
        const { outcome, applied, refusals } = await play({ connection: migrator, files: quickStart });
        expect({ outcome, applied }).toEqual({ outcome: 'refused', applied: [] });
        expect(refusals.map(({ gate }) => gate)).toEqual(['history']);
        expect(await rowsOf(migrator, HISTORY)).toEqual(before);
        expect(await rowsOf(migrator, "select to_regclass('stay') as stay")).toEqual([{ stay: null }]);
        return refusals[0]?.message ?? '';
      });
    expect(await refused(FAILED_ROW)).toMatch(/version 3 \(V3__Create_stays\.sql\) failed on this target/);
    expect(await refused('update flyway_schema_history set checksum = 5 where installed_rank = 2')).toMatch(
      /V2__Add_people\.sql was edited after it was applied: its checksum is 476766047, and was 5/,
    );
  });
});
