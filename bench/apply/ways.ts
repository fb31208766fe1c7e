/** The ways to get a release into a database in use: apply in its three modes, and the bare SQL of the same. */
import type { Client } from 'pg';
import type { VerifyMode } from '../../src/domain/deployment.ts';
import type { Database } from '../manager/databases.ts';
import { type Files, type Release } from './releases.ts';
import { runApply } from './run-apply.ts';

export interface Gone {
  /** What the plan said the proof would take; undefined of bare SQL. */
  readonly expectedMs?: number;
  /** The file alone, with its proof; undefined of bare SQL. */
  readonly fileMs?: number;
}

export interface Way {
  readonly name: string;
  readonly go: (release: Release, base: Files, database: Database) => Promise<Gone>;
}

const byApply = (verify: VerifyMode): Way => ({
  name: `apply --verify ${verify}`,
  go: async (release, base, { settings }) => {
    const files = { ...base, [release.file]: release.statements.join(';\n') };
    const result = await runApply({ settings, files, verify, startedAt: new Date() });
    const expectedMs = result.plan.verify.expectedMs;
    return {
      ...(expectedMs === undefined ? {} : { expectedMs }),
      fileMs: result.applied.reduce((sum, { durationMs }) => sum + durationMs, 0),
    };
  },
});

/** One session, one transaction. */
async function inTransaction(database: Database, work: (client: Client) => Promise<void>): Promise<Gone> {
  const client = await database.connect();
  await client.query('begin');
  await work(client);
  await client.query('commit');
  return {};
}

const PROOF =
  'select count(*), sum(hashtextextended(to_hex(hash_record_extended(b.*, 0)), 0)) from amenity_booking b';

const bareProven: Way = {
  name: 'bare SQL with the same proof',
  go: (release, _, database) =>
    inTransaction(database, async (client) => {
      await client.query('lock table amenity_booking in share row exclusive mode');
      await client.query(PROOF);
      for (const statement of release.statements) await client.query(statement);
      await client.query(PROOF);
    }),
};

const bare: Way = {
  name: 'bare SQL, nothing proven',
  go: (release, _, database) =>
    inTransaction(database, async (client) => {
      for (const statement of release.statements) await client.query(statement);
    }),
};

export const WAYS = {
  touched: byApply('touched'),
  full: byApply('full'),
  count: byApply('count'),
  bareProven,
  bare,
} as const;
