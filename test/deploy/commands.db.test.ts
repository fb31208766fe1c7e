/** plan and apply through the very commands: a half-migrated database, and what a pooler before the server comes to. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXIT } from '../../src/domain/operator-error.ts';
import { tellError } from '../../src/exit-status.ts';
import { withClient } from '../../src/postgres/connection.ts';
import { FLYWAY_TABLE, QUICK_START_ROWS } from '../fixtures/flyway/history.ts';
import { type ListeningServer, openListeningServer } from '../support/listening-server.ts';
import { PGBOUNCER, type PoolMode, withPgbouncer } from '../support/pgbouncer.ts';
import { apply, plan } from './commands.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/flyway/quick-start');
const FILES = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);
const PASSWORD = 'correct-horse-battery';

let server: ListeningServer;
beforeAll(async () => {
  server = await openListeningServer({ hba: ['host all all 127.0.0.1/32 scram-sha-256'] });
  await run('postgres', `create role deployer login password '${PASSWORD}'`);
});
afterAll(async () => server?.close());

const run = (database: string, ...statements: readonly string[]): Promise<void> =>
  withClient(server.admin(database), async (client) => {
    for (const statement of statements) await client.query(statement);
  });

let made = 0;

/** A database that Flyway was stopped in after version 2. */
async function halfMigrated(): Promise<string> {
  const database = `half_${(made += 1)}`;
  await run('postgres', `create database ${database} owner deployer`);
  await run(
    database,
    'alter schema public owner to deployer',
    'set role deployer',
    FILES['V1__Create_person_table.sql'] ?? '',
    FILES['V2__Add_people.sql'] ?? '',
    FLYWAY_TABLE,
    QUICK_START_ROWS,
  );
  return `postgres://deployer:${PASSWORD}@127.0.0.1:${server.port}/${database}`;
}

const UNVALIDATED = { allowUnvalidated: 'a test' };

describe('plan, then apply', () => {
  it('of a database that Flyway has half migrated brings it to the end by the plan’s digest', async () => {
    const url = await halfMigrated();
    const planned = await plan({ url, files: FILES, options: UNVALIDATED });
    expect(planned.status).toBe(EXIT.pass);
    expect(planned.plan.pending.map(({ script }) => script)).toEqual([
      'V3__Create_stays.sql',
      'R__Guests.sql',
    ]);
    const { result, text, warnings } = await apply({
      url,
      files: FILES,
      options: { ...UNVALIDATED, plan: planned.plan.digest },
    });
    expect(result).toMatchObject({ outcome: 'applied', refusals: [] });
    expect(`${planned.text}${text}${warnings.join()}`).not.toContain(PASSWORD);
    const again = await apply({ url, files: FILES, options: UNVALIDATED });
    expect(again.result.outcome).toBe('nothing-to-do');
  });

  it('prints no password that a file gave, whatever a migration says', async () => {
    const url = await halfMigrated();
    const secrets = await mkdtemp(join(tmpdir(), 'commands-'));
    try {
      const file = join(secrets, 'pgpass');
      await writeFile(file, `*:*:*:deployer:${PASSWORD}`, { mode: 0o600 });
      const asked = {
        url: url.replace(`:${PASSWORD}@`, '@'),
        env: { PGPASSFILE: file },
        options: UNVALIDATED,
        files: { ...FILES, 'V4__tells.sql': `do $$ begin raise exception 'it is ${PASSWORD}'; end $$` },
      };
      const { result, text } = await apply(asked);
      expect(result).toMatchObject({
        outcome: 'failed',
        failure: { message: expect.stringContaining('it is ***') as unknown },
      });
      expect(`${text}${inspect(result, { depth: null })}`).not.toContain(PASSWORD);
    } finally {
      await rm(secrets, { recursive: true });
    }
  });

  it('leaves no secret on the target, where others read its audit trail', async () => {
    const url = await halfMigrated();
    const placeholders = 'placeholders: { sub_password: replSecret77 }';
    const failing =
      "create subscription s connection 'host=127.0.0.1 password=${sub_password}' publication p";
    const { result } = await apply({
      url,
      files: { ...FILES, 'V4__subscribe.sql': failing },
      configText: placeholders,
      options: { allowUnvalidated: `the password is ${PASSWORD}` },
    });
    expect(result.outcome).toBe('failed');
    const written = await withClient(server.admin(`half_${made}`), async (client) => {
      const { rows } = await client.query<{ told: string }>(
        `select d::text as told from partition_guard.deployment d
          union all select s::text from partition_guard.migration_statement s`,
      );
      return rows.map(({ told }) => told).join('\n');
    });
    expect(written).toContain('create subscription s');
    expect(written).not.toContain('replSecret77');
    expect(written).not.toContain(PASSWORD);
  });

  it('is refused by the digest of a plan when the target has drifted since', async () => {
    const url = await halfMigrated();
    const { digest } = (await plan({ url, files: FILES, options: UNVALIDATED })).plan;
    await run(
      `half_${made}`,
      'set role deployer',
      'create table visit (at timestamptz not null) partition by range (at)',
    );
    const { result } = await apply({ url, files: FILES, options: { ...UNVALIDATED, plan: digest } });
    expect(result).toMatchObject({ outcome: 'refused', applied: [], refusals: [{ gate: 'plan' }] });
  });
});

const title = (name: string): string =>
  PGBOUNCER === undefined ? `${name} (not run: this machine has no pgbouncer)` : name;

(PGBOUNCER === undefined ? describe.skip : describe)(title('behind pgbouncer'), () => {
  /** What each command ends with there. */
  const behind = (mode: PoolMode, database: string): Promise<readonly string[]> =>
    withPgbouncer({ server, mode }, async (port) => {
      const url = `postgres://deployer@127.0.0.1:${port}/${database}`;
      const asked = { url, files: FILES, options: UNVALIDATED };
      return Promise.all(
        [plan(asked).then(() => 'in'), apply(asked).then(() => 'in')].map((ending) =>
          ending.catch((error: unknown) => {
            const { status, text } = tellError(error, (said) => said);
            return `${status}: ${text}`;
          }),
        ),
      );
    });

  it.each([
    [
      'transaction',
      /^3: the connection goes through a pooler that hands each transaction to another session[^]*→ connect to the server itself/,
    ],
    ['statement', /^3: the connection goes through a pooler that allows no transactions/],
  ] as const)(
    'with %s pooling plan and apply are refused with 3 and the reason, and nothing is changed',
    async (mode, told) => {
      await halfMigrated();
      const database = `half_${made}`;
      for (const ending of await behind(mode, database)) expect(ending).toMatch(told);
      await withClient(server.admin(database), async (client) => {
        const { rows } = await client.query(
          "select (select count(*)::int from flyway_schema_history) as history, to_regnamespace('partition_guard')::text as own",
        );
        expect(rows).toEqual([{ history: 2, own: null }]);
      });
    },
  );

  it('with session pooling both do their work', async () => {
    await halfMigrated();
    expect(await behind('session', `half_${made}`)).toEqual(['in', 'in']);
  });
});
