/** SQL of the user's that fills tables: run as the migrations are, for nobody vouches for it. */
import type { RunContext } from '../run-context.ts';
import type { ThrowawayDatabase } from '../throwaway-database.ts';
import { displayName, parseDisplayName } from '../judged-table.ts';

export interface UserSeeds {
  /** @param table as format('%I.%I') prints it. */
  readonly sqlFor: (table: string) => string | undefined;
  /** Runs the table's SQL, and takes it back where it leaves fewer rows. @returns how many it left. */
  readonly fill: (table: string, least: number) => Promise<number>;
}

export const NO_USER_SEEDS: UserSeeds = {
  sqlFor: () => undefined,
  fill: () => Promise.resolve(0),
};

/** In a session of its own, in which names without a schema are those of `public`. */
export function userSeeds(
  { seedSql, statementTimeoutMs }: Pick<RunContext, 'seedSql' | 'statementTimeoutMs'>,
  { withMigrator }: Pick<ThrowawayDatabase, 'withMigrator'>,
): UserSeeds {
  const sqlFor = (table: string): string | undefined => seedSql.get(displayName(parseDisplayName(table)));
  return {
    sqlFor,
    fill: (table, least) =>
      withMigrator(async (session) => {
        await session.query(
          `set search_path = public; set lock_timeout = '10s'; set statement_timeout = ${statementTimeoutMs}`,
        );
        await session.query('begin');
        await session.query(sqlFor(table) ?? '');
        const { rows } = await session.query<{ n: number }>(
          `select pg_catalog.count(*)::integer as n from (select from ${table} limit ${least}) t`,
        );
        const left = rows[0]?.n ?? 0;
        await session.query(left < least ? 'rollback' : 'commit');
        return left;
      }),
  };
}
