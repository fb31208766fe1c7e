/** The roles of sql/deploy/roles.sql: each command works with exactly these rights, and says what lacks with one less. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeploymentResult } from '../../src/domain/deployment.ts';
import type { OperatorError } from '../../src/domain/operator-error.ts';
import { type ConnectionSettings, withClient } from '../../src/postgres/connection.ts';
import { type ListeningServer, openListeningServer } from '../support/listening-server.ts';
import { play, rowsOf } from './apply/played.ts';
import { run as maintenance } from './maintain/maintenance-settings.ts';
import { planOf } from './plan/planned-project.ts';

const SQL = join(import.meta.dirname, '../../sql/deploy');

let server: ListeningServer;
beforeAll(async () => {
  server = await openListeningServer({ hba: [] });
  await admin('postgres', 'revoke connect, temporary on database template1 from public');
});
afterAll(async () => server?.close());

const admin = (database: string, ...statements: readonly string[]): Promise<void> =>
  withClient(server.admin(database), async (client) => {
    for (const statement of statements) await client.query(statement);
  });

const ROLES = ['guard_plan', 'guard_apply', 'guard_maintain', 'bookings_owner'];
type Login = 'guard_plan' | 'guard_apply' | 'guard_maintain';

let made = 0;

/** A database in which nobody has rights by being nobody in particular, with the roles as the file makes them. */
async function withRoles<T>(
  body: (as: (login: Login) => ConnectionSettings, database: string) => Promise<T>,
): Promise<T> {
  const database = `bookings_${(made += 1)}`;
  await admin('postgres', `create database ${database}`);
  try {
    await admin(
      database,
      `revoke all on database ${database} from public`,
      'revoke all on schema public from public',
      await readFile(join(SQL, 'roles.sql'), 'utf8'),
    );
    return await body((login) => ({ ...server.admin(database), user: login }), database);
  } finally {
    await admin(
      'postgres',
      `drop database ${database} with (force)`,
      ...ROLES.map((role) => `drop role ${role}`),
    );
  }
}

const FILES = {
  'V1__bookings.sql': `
    create table booking (id bigint, at timestamptz not null, primary key (id, at)) partition by range (at);
    create table booking_2026 partition of booking for values from ('2026-01-01 00:00Z') to ('2027-01-01 00:00Z');
    insert into booking select n, timestamptz '2026-03-01 00:00Z' + n * interval '1 hour' from generate_series(1, 50) n;`,
};
const MORE = {
  ...FILES,
  'V2__next_year.sql': `
    create temporary table span as select timestamptz '2027-01-01 00:00Z' as lower;
    create table booking_2027 partition of booking for values from ('2027-01-01 00:00Z') to ('2028-01-01 00:00Z');
    create index booking_at on booking (at);`,
};

const failureOf = async (result: Promise<DeploymentResult>): Promise<string> => {
  try {
    const { outcome, failure, refusals } = await result;
    if (outcome === 'refused') return `${outcome}: ${refusals.map(({ message }) => message).join()}`;
    return `${outcome}: ${failure?.sqlstate} ${failure?.message}\n${failure?.hint}`;
  } catch (error) {
    return `${(error as OperatorError).name}: ${(error as OperatorError).message}\n${(error as OperatorError).hint}`;
  }
};

const DEPLOYED = Object.fromEntries(
  Object.entries(FILES).map(([name, text]) => [`db/migration/${name}`, text]),
);

/** As after the first apply. */
async function deployed(as: (login: Login) => ConnectionSettings, database: string): Promise<void> {
  expect(await play({ connection: as('guard_apply'), files: FILES })).toMatchObject({ outcome: 'applied' });
  await admin(database, await readFile(join(SQL, 'history-rights.sql'), 'utf8'));
}

describe('plan as guard_plan', () => {
  it('plans for an empty database, and for one that was deployed to, and may change nothing', async () => {
    await withRoles(async (as, database) => {
      const connection = as('guard_plan');
      const empty = await planOf({ as: connection, files: DEPLOYED });
      expect(empty).toMatchObject({ refusals: [], pending: [{ script: 'V1__bookings.sql' }] });
      await deployed(as, database);
      const next = await planOf({ as: connection, files: DEPLOYED });
      expect(next).toMatchObject({ refusals: [], pending: [], layouts: [{ table: 'public.booking' }] });
      for (const change of [
        'create table t ()',
        'create temporary table t ()',
        'delete from booking',
        'select from booking',
      ]) {
        await expect(rowsOf(connection, change)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });

  it('sees what stands in the way of others’ long transactions, as apply does', async () => {
    await withRoles(async (as, database) => {
      await deployed(as, database);
      for (const login of ['guard_plan', 'guard_apply'] as const) {
        expect(
          await rowsOf(
            as(login),
            "select pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'usage') as sees",
          ),
        ).toEqual([{ sees: true }]);
      }
    });
  });

  it('fails, and says what to grant, without reading the history', async () => {
    await withRoles(async (as) => {
      expect(await play({ connection: as('guard_apply'), files: FILES })).toMatchObject({
        outcome: 'applied',
      });
      const failed = await planOf({ as: as('guard_plan'), files: DEPLOYED }).catch(
        (error: unknown) => error as OperatorError,
      );
      expect(`${(failed as OperatorError).message}\n${(failed as OperatorError).hint}`).toMatch(
        /flyway_schema_history[^]*grant select/i,
      );
    });
  });
});

describe('apply as guard_apply', () => {
  it('does all of it, and everything belongs to the owner', async () => {
    await withRoles(async (as) => {
      const connection = as('guard_apply');
      expect(await play({ connection, files: FILES })).toMatchObject({ outcome: 'applied' });
      expect(await play({ connection, files: MORE })).toMatchObject({
        outcome: 'applied',
        applied: [{ proofs: [{ before: { rows: 50 } }] }],
      });
      expect(
        await rowsOf(
          connection,
          `select distinct c.relowner::regrole::text as owner from pg_class c
          where c.relnamespace in ('public'::regnamespace, 'partition_guard'::regnamespace)`,
        ),
      ).toEqual([{ owner: 'bookings_owner' }]);
    });
  });

  const WITHOUT: readonly (readonly [what: string, taken: (database: string) => string, told: RegExp])[] = [
    ['CREATE on the schema', () => 'revoke create on schema public from bookings_owner', /42501[^]*public/],
    [
      'the temporary tables that a migration makes',
      (database) => `revoke temporary on database ${database} from bookings_owner`,
      /42501/,
    ],
    [
      'the schema of the audit trail',
      () => 'drop schema partition_guard',
      /may not make the schema partition_guard[^]*CREATE on the database once/,
    ],
    [
      'CONNECT',
      (database) => `revoke connect on database ${database} from guard_apply`,
      /"guard_apply" may not connect to the database[^]*grant connect/,
    ],
    [
      'being the owner',
      () => `alter role guard_apply reset role; revoke bookings_owner from guard_apply`,
      /refused: the search path of this role names no schema/,
    ],
  ];

  it.each(WITHOUT)('fails, and says so, without %s', async (_, taken, told) => {
    await withRoles(async (as, database) => {
      await admin(database, taken(database));
      expect(await failureOf(play({ connection: as('guard_apply'), files: MORE }))).toMatch(told);
    });
  });
});

describe('maintain, archive and restore as guard_maintain', () => {
  const OLD = {
    'V1__bookings.sql': `
      create table booking (id bigint, at timestamptz not null, primary key (id, at)) partition by range (at);
      create table booking_2020 partition of booking for values from ('2020-01-01 00:00Z') to ('2021-01-01 00:00Z');
      create table booking_now partition of booking for values from ('2021-01-01 00:00Z') to ('2999-01-01 00:00Z');
      insert into booking select n, timestamptz '2020-03-01 00:00Z' + n * interval '1 hour' from generate_series(1, 50) n;`,
  };

  /** A database with an old partition, deployed by apply, and a folder for archives. */
  const withOld = (
    body: (as: (login: Login) => ConnectionSettings, database: string, folder: string) => Promise<void>,
  ) =>
    withRoles(async (as, database) => {
      expect(await play({ connection: as('guard_apply'), files: OLD })).toMatchObject({ outcome: 'applied' });
      const folder = await mkdtemp(join(tmpdir(), 'roles-'));
      try {
        await body(as, database, folder);
      } finally {
        await rm(folder, { recursive: true });
      }
    });

  const ask = async (
    command: 'maintain' | 'archive' | 'restore',
    connection: ConnectionSettings,
    folder: string,
  ) => {
    const options = command === 'restore' ? { partitions: ['booking_2020'] } : { retention: '24 months' };
    const database = { migrator: connection } as Parameters<typeof maintenance>[1];
    const asked = maintenance(command, database, { options: { archive: folder, ...options } });
    return asked.then(
      ({ result, printed }) => `${result.outcome}: ${printed}`,
      (error: unknown) => `${(error as OperatorError).message}\n${(error as OperatorError).hint}`,
    );
  };

  it('do all of it, and what is put back belongs to the owner', async () => {
    await withOld(async (as, _, folder) => {
      const connection = as('guard_maintain');
      const here =
        "select coalesce(to_regclass('booking_2020')::text, 'gone') as partition, (select count(*)::int from booking) as rows";
      expect(await ask('archive', connection, folder)).toMatch(/^done: /);
      expect(await rowsOf(connection, here)).toEqual([{ partition: 'gone', rows: 0 }]);
      expect(await ask('restore', connection, folder)).toMatch(/^done: /);
      expect(await rowsOf(connection, here)).toEqual([{ partition: 'booking_2020', rows: 50 }]);
      expect(
        await rowsOf(
          connection,
          "select relowner::regrole::text as owner from pg_class where relname = 'booking_2020'",
        ),
      ).toEqual([{ owner: 'bookings_owner' }]);
      expect(await ask('maintain', connection, folder)).toMatch(/^done: /);
      expect(await rowsOf(connection, here)).toEqual([{ partition: 'gone', rows: 0 }]);
    });
  });

  const WITHOUT: readonly (readonly [
    what: string,
    taken: (database: string) => string,
    command: 'archive' | 'restore',
    told: RegExp,
  ])[] = [
    [
      'the temporary table that is read back into',
      (database) => `revoke temporary on database ${database} from bookings_owner`,
      'archive',
      /temporary/,
    ],
    [
      'CREATE on the schema',
      () => 'revoke create on schema public from bookings_owner',
      'restore',
      /permission denied for schema public/,
    ],
    [
      'the schema of the audit trail',
      () => 'drop schema partition_guard cascade',
      'archive',
      /may not make the schema partition_guard/,
    ],
    [
      'being the owner',
      () =>
        'alter role guard_maintain reset role; revoke bookings_owner from guard_maintain; grant usage on schema public to guard_maintain',
      'archive',
      /partition_guard|permission denied|must be owner/,
    ],
  ];

  it.each(WITHOUT)('fail, and say so, without %s', async (_, taken, command, told) => {
    await withOld(async (as, database, folder) => {
      const connection = as('guard_maintain');
      if (command === 'restore') expect(await ask('archive', connection, folder)).toMatch(/^done: /);
      await admin(database, taken(database));
      const said = await ask(command, connection, folder);
      expect(said).not.toMatch(/^done/);
      expect(said).toMatch(told);
      if (command === 'archive') {
        expect(await rowsOf(server.admin(database), 'select count(*)::int as n from booking')).toEqual([
          { n: 50 },
        ]);
      }
    });
  });
});
