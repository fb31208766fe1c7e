/** A target that a migration is applied to, and whose rows must be as they were whatever comes out. */
import { expect } from '@jest/globals';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import type { DeploymentResult } from '../../src/domain/deployment.ts';
import type { TestServer } from '../support/throwaway.ts';
import { play, rowsOf } from './apply/played.ts';

export const TABLE = `create table booking (id bigint, at timestamptz not null, who text, paid numeric, primary key (id, at)) partition by range (at);
create table booking_2026 partition of booking for values from ('2026-01-01 00:00Z') to ('2027-01-01 00:00Z');
insert into booking select n, timestamptz '2026-03-01 00:00Z' + n * interval '1 hour', 'guest ' || n, n from generate_series(1, 500) n;`;
export const BASE = { 'V1__table.sql': TABLE };

const LEDGER = "select count(*)::int as n, md5(string_agg(b::text, ',' order by id)) as sum from booking b";

export interface Case {
  /** On the target, before. */
  readonly given?: string;
  readonly migration: string;
  readonly config?: string;
}

/** The rows must be as they were, whatever comes out. */
export async function spoil(
  server: TestServer,
  { given = 'select 1', migration, config }: Case,
  look?: (connection: ConnectionSettings) => Promise<void>,
): Promise<DeploymentResult> {
  return server.withDatabase(async ({ migrator }) => {
    await play({ connection: migrator, files: BASE });
    await rowsOf(migrator, given);
    const before = await rowsOf(migrator, LEDGER);
    const files = {
      ...BASE,
      'V2__move.sql': migration,
      ...(config === undefined ? {} : { 'partition-guard.yml': config }),
    };
    const result = await play({ connection: migrator, files });
    if (result.outcome !== 'applied') expect(await rowsOf(migrator, LEDGER)).toEqual(before);
    await look?.(migrator);
    expect(await rowsOf(migrator, 'select from flyway_schema_history where installed_rank = 2')).toHaveLength(
      result.outcome === 'applied' ? 1 : 0,
    );
    return result;
  });
}

export const messageOf = async (server: TestServer, given: Case): Promise<string | undefined> => {
  const result = await spoil(server, given);
  expect(result.outcome).toBe('failed');
  return result.failure?.message;
};

/** Why nothing of it was begun. */
export const refusalOf = async (server: TestServer, given: Case): Promise<string | undefined> => {
  const result = await spoil(server, given);
  expect(result.outcome).toBe('refused');
  return result.refusals[0]?.message;
};
