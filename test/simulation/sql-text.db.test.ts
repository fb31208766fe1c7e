import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { compareWithBase } from '../../src/migrations/compare-with-base.ts';
import type { Migration } from '../../src/migrations/migration.ts';
import { withClient } from '../../src/postgres/connection.ts';
import type { ThrowawayServer } from '../../src/postgres/server.ts';
import { prepareRoles } from '../../src/simulation/run-roles.ts';
import { validate, type ValidationResult } from '../../src/simulation/validate.ts';
import { CASES } from '../domain/arbitraries.ts';
import { migrationsOf } from '../migrations/folder.ts';
import { settingsOf } from '../settings/inputs.ts';
import { contextWith } from '../support/playground.ts';
import { sqlProject, type SqlProject } from './sql-arbitraries.ts';

/** A server plays some; texts that are read only are many more (test/migrations/reading.property.test.ts). */
const PLAYED = { numRuns: CASES.numRuns / 25 };
const MOST_MS = 3_000_000;

let cases = 0;

/** A server of the case's own names, on the one that all share; what was made is gone afterwards. */
async function onServer<T>(body: (server: ThrowawayServer) => Promise<T>): Promise<T> {
  const { server } = await contextWith();
  cases += 1;
  const made: string[] = [];
  try {
    return await body({
      ...server,
      databasePrefix: `${server.databasePrefix}sql_${cases}_`,
      createDatabase: async (name, options) => {
        made.push(name);
        await server.createDatabase(name, options);
      },
    });
  } finally {
    for (const name of made) await server.dropDatabase(name);
    await withClient(server.connection('postgres', 'admin'), (admin) =>
      admin.query(`do $$ declare r text; begin
        for r in select rolname from pg_roles where rolname !~ '^(pg_|partition_guard_)' loop
          execute format('drop role %I', r);
        end loop;
        alter role partition_guard_owner reset all;
      end $$`),
    );
  }
}

/** What the program would end with: a result, or an error of the user. */
async function judged(head: readonly Migration[], base: readonly Migration[]): Promise<ValidationResult> {
  const nothing = (): void => undefined;
  return onServer(async (server) =>
    validate({
      server,
      settings: await settingsOf(undefined, {
        rows: '40',
        now: '2026-03-15',
        scenario: ['upgrade', 'fresh'],
      }),
      head,
      base: base.length === 0 ? undefined : { migrations: base, comparison: compareWithBase(base, head) },
      statementTimeoutMs: 400,
      onStart: nothing,
      onRunning: nothing,
      onFinished: nothing,
    }),
  );
}

/** A table may be handed to any role of the run, as a superuser may: the program lends the right that this takes. */
const LENDS_TO_OWNERS = `do $$ declare r text; begin
  for r in select rolname from pg_roles where rolname !~ '^(pg_|partition_guard_)' loop
    execute format('grant create on schema public to %I', r);
  end loop;
end $$`;

/** The files as a client of no great wit would send them: the server's first refusal, if there is one. */
async function refusalOf(head: readonly Migration[]): Promise<string | undefined> {
  return onServer(async (server) => {
    await prepareRoles(server, head);
    const database = `${server.databasePrefix}plain`;
    await server.createDatabase(database, {});
    await withClient(server.connection(database, 'admin'), (admin) => admin.query(LENDS_TO_OWNERS));
    try {
      await withClient(server.connection(database, 'migrator'), async (session) => {
        for (const { text, statements, transaction } of head) {
          const sent =
            transaction === 'none'
              ? statements.map((statement) => statement.text)
              : ['begin', text.replaceAll('${flyway:user}', 'owner'), 'commit'];
          for (const sql of [...sent, 'reset role; reset search_path']) await session.query(sql);
        }
      });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
}

/** A verdict, or that the user is told of a mistake; every fault of the program is thrown. */
async function check({ files, released }: SqlProject): Promise<string> {
  try {
    const head = await migrationsOf(files);
    const base = await migrationsOf(Object.fromEntries(Object.entries(files).slice(0, released)));
    const result = await judged(head, base);
    if (result.verdict === 'pass') {
      expect(await refusalOf(head)).toBeUndefined();
      for (const { rows } of result.scenarios) {
        expect({ ...rows, before: 0, after: 0 }).toEqual({
          before: 0,
          after: 0,
          lost: 0,
          duplicated: 0,
          changed: 0,
        });
        expect(rows.after).toBeGreaterThanOrEqual(rows.before);
      }
    }
    return result.verdict;
  } catch (error) {
    if (error instanceof OperatorError) return error.code;
    throw error;
  }
}

describe('SQL of any kind', () => {
  it(
    'ends in a verdict or in a mistake of the user, and passes only where the server takes every file',
    async () => {
      await fc.assert(
        fc.asyncProperty(sqlProject, async (project) => {
          expect(await check(project)).not.toBe('');
        }),
        PLAYED,
      );
    },
    MOST_MS,
  );

  const table = 'create table t (day date) partition by range (day)';
  it.each([
    ['leaves next to no time for statements', "set statement_timeout = '1ms'"],
    ['lets its own session end', "set idle_session_timeout = '1ms'"],
    ['lets its own transactions end', "set idle_in_transaction_session_timeout = '1ms'"],
    ['ends its transaction', 'create table a (); commit; create table b ()'],
    ['takes back what it did', 'create table a (); rollback; create table a ()'],
    ['leaves a role nothing but time to fail', 'alter role current_user set statement_timeout = 1'],
    ['ends its session', 'select pg_terminate_backend(pg_backend_pid())'],
  ])('that %s is no fault of the program', async (_claim, sql) => {
    const files = { 'V1__table.sql': table, 'V2__odd.sql': sql, 'V3__later.sql': 'create table later ()' };
    expect(await check({ files, released: 1 })).toMatch(/^(?:pass|fail|inconclusive|roles-changed)$/);
  });

  it('that ends its transaction goes on in the next, and the report says so', async () => {
    const head = await migrationsOf({
      'V1__a.sql': 'create table a ();\ncommit;\ncreate table b ();\nrollback;\ncreate table c ();',
      'V2__b.sql': 'create table b (); drop table a, b, c;',
    });
    const { verdict, notes } = await judged(head, []);
    expect(verdict).toBe('pass');
    expect(notes).toContain(
      'V1__a.sql:2 ends the transaction of its file: what stands before it stays, also where a later statement is refused (commit).',
    );
    expect(notes).toContain('V1__a.sql:4 takes back what its file did before (rollback).');
  });
});
