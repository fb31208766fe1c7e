/** The servers that a run can be given, and the databases on them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type ConnectionSettings, withClient } from '../../src/postgres/connection.ts';
import { SUPERUSER } from '../../src/postgres/roles.ts';
import { type ServerKind, type ThrowawayServer, withServer } from '../../src/postgres/server.ts';
import { openTestServer, type TestServer, withThrowawayDatabase } from '../support/throwaway.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const query = async (settings: ConnectionSettings, sql: string): Promise<unknown[]> =>
  await withClient(settings, async (client) => (await client.query(sql)).rows as unknown[]);

const withKind = <T>(
  kind: ServerKind,
  body: (server: ThrowawayServer) => Promise<T>,
  major?: number,
): Promise<T> =>
  withServer(
    { kind, expectedBytes: 0, onProgress: () => undefined, ...(major === undefined ? {} : { major }) },
    body,
  );

describe('a throwaway server', () => {
  it('runs migrations as the owner of the database', async () => {
    await test.withDatabase(async ({ migrator, database }) => {
      expect(await query(migrator, 'SELECT current_user AS me, current_database() AS here')).toEqual([
        { me: 'partition_guard_owner', here: database },
      ]);
    });
  });

  it('says what it is and where its data lies', () => {
    expect(test.server).toMatchObject({
      kind: 'embedded',
      version: expect.stringMatching(/^\d+\.\d+$/),
      major: Number.parseInt(test.server.version, 10),
      dataIn: expect.stringMatching(/^(?:memory|disk) \(\/.*\)$/),
    });
    expect(test.server.logTail()).toContain('database system is ready to accept connections');
  });

  it('clones a database with its rows', async () => {
    await test.withDatabase(async ({ server, database, migrator }) => {
      await query(migrator, 'CREATE TABLE kept AS SELECT g FROM generate_series(1, 1000) AS g');
      const clone = `${database}_clone`;
      await server.createDatabase(clone, { template: database });
      const counted = await query(
        server.connection(clone, 'migrator'),
        'SELECT sum(g)::int AS sum FROM kept',
      );
      await server.dropDatabase(clone);
      expect(counted).toEqual([{ sum: 500_500 }]);
    });
  });

  it('clones a database with the settings that were given to it', async () => {
    await test.withDatabase(async ({ server, database, migrator }) => {
      await query(migrator, `ALTER DATABASE ${database} SET work_mem = '9MB'`);
      await query(migrator, `ALTER ROLE CURRENT_USER IN DATABASE ${database} SET search_path = kept, public`);
      const clone = `${database}_clone`;
      await server.createDatabase(clone, { template: database });
      const settings = await query(
        server.connection(clone, 'migrator'),
        "SELECT current_setting('work_mem') AS memory, current_setting('search_path') AS path",
      );
      await server.dropDatabase(clone);
      expect(settings).toEqual([{ memory: '9MB', path: 'kept, public' }]);
    });
  });

  it('drops a database that is in use, and one that is not there', async () => {
    const name = 'partition_guard_in_use';
    await test.server.createDatabase(name, {});
    await withClient(test.server.connection(name, 'migrator'), async (client) => {
      await test.server.dropDatabase(name);
      await expect(client.query('SELECT 1')).rejects.toThrow();
    });
    await test.server.dropDatabase(name);
    const left = `SELECT datname FROM pg_database WHERE datname = '${name}'`;
    expect(await query(test.server.connection('postgres', 'admin'), left)).toEqual([]);
  });

  it.each(['postgres', 'template1', 'mine', 'partition_guard_', `partition_guard_${'x'.repeat(60)}`])(
    'neither creates nor drops a database named %s',
    async (name) => {
      await expect(test.server.createDatabase(name, {})).rejects.toThrow('not a throwaway one');
      await expect(test.server.dropDatabase(name)).rejects.toThrow('not a throwaway one');
    },
  );

  it('does not disturb another that runs at the same time', async () => {
    await test.withDatabase(async ({ migrator }) => {
      const other = await withThrowawayDatabase(async (its) => {
        expect(its.migrator.host).not.toBe(migrator.host);
        return await query(its.migrator, 'SELECT 1 AS one');
      });
      expect(other).toEqual([{ one: 1 }]);
      expect(await query(migrator, 'SELECT 2 AS two')).toEqual([{ two: 2 }]);
    });
  });

  it('is not reached by the variables of the caller', async () => {
    const variables = {
      PGHOST: '/nowhere',
      PGOPTIONS: '-c work_mem=1MB',
      PGSSLMODE: 'require',
      PGTZ: 'Asia/Tokyo',
    };
    Object.assign(process.env, variables);
    try {
      await withThrowawayDatabase(async ({ migrator }) => {
        const asked = "SELECT current_setting('work_mem') AS memory, current_setting('timezone') AS zone";
        expect(await query(migrator, asked)).toEqual([{ memory: '4MB', zone: 'UTC' }]);
      });
      expect(process.env).toMatchObject(variables);
    } finally {
      for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
    }
  });

  it('is taken away when the run is aborted', async () => {
    const controller = new AbortController();
    const sockets: string[] = [];
    const running = withServer(
      { kind: { kind: 'auto' }, expectedBytes: 0, onProgress: () => undefined, signal: controller.signal },
      async (server) => {
        sockets.push(server.connection('postgres', 'admin').host);
        controller.abort(new Error('enough'));
        await new Promise<never>(() => undefined);
      },
    );
    await expect(running).rejects.toThrow('enough');
    const [host = ''] = sockets;
    await expect(
      query({ host, port: 5432, user: SUPERUSER, database: 'postgres', ssl: false }, 'SELECT 1'),
    ).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a client left behind by a test', () => {
  it('fails that test', async () => {
    const leaked: pg.Client[] = [];
    const failing = test.withDatabase(async ({ migrator }) => {
      const client = new pg.Client({ ...migrator });
      client.on('error', () => undefined);
      leaked.push(client);
      await client.connect();
    });
    await expect(failing).rejects.toThrow(/clients were left connected to .*: partition_guard_owner/);
    await Promise.all(leaked.map((client) => client.end()));
  });
});

describe('a server given by its address', () => {
  /** The server of this test file, as its administrator or another user would write it. */
  const addressOf = (user: string): string => {
    const { host, port } = test.server.connection('postgres', 'admin');
    return `postgres://${user}:secret-word@localhost:${port}/postgres?host=${encodeURIComponent(host)}`;
  };
  const ours = `
    SELECT datname AS name FROM pg_database WHERE datname ~ '^partition_guard_[0-9a-f]{8}_'
    UNION ALL SELECT rolname FROM pg_roles WHERE rolname ~ '^partition_guard_[0-9a-f]{8}_|^made_by_'`;
  const admin = (): ConnectionSettings => test.server.connection('postgres', 'admin');

  const makeUser = async (rights: string): Promise<string> => {
    const name = `user_${randomUUID().slice(0, 8)}`;
    await query(admin(), `CREATE ROLE ${name} LOGIN ${rights}`);
    return name;
  };

  it.each(['SUPERUSER', 'CREATEDB CREATEROLE', 'CREATEDB'])(
    'is used and left as it was, by a user with %s',
    async (rights) => {
      const url = addressOf(await makeUser(rights));
      await withKind({ kind: 'url', url }, async (server) => {
        expect(server).toMatchObject({
          kind: 'url',
          version: test.server.version,
          dataIn: 'the server given',
        });
        const name = `${server.databasePrefix}a`;
        await server.createDatabase(name, {});
        await query(server.connection(name, 'migrator'), 'CREATE TABLE public.kept AS SELECT 7 AS seven');
        expect(await query(server.connection(name, 'observer'), 'SELECT seven FROM public.kept')).toEqual([
          { seven: 7 },
        ]);
        await server.createDatabase(`${server.databasePrefix}b`, { template: name });
        expect((await query(admin(), ours)).length).toBeGreaterThanOrEqual(2);
      });
      expect(await query(admin(), ours)).toEqual([]);
    },
  );

  it.each([
    ['SUPERUSER', ['made_by_us']],
    ['CREATEDB CREATEROLE', ['made_by_us']],
    ['CREATEDB', []],
  ])('is given roles of the run, by a user with %s, and its own are not touched', async (rights, made) => {
    const theirs = `theirs_${randomUUID().slice(0, 8)}`;
    await query(admin(), `CREATE ROLE ${theirs}`);
    const before = await query(admin(), 'SELECT * FROM pg_auth_members ORDER BY 1, 2');
    const url = addressOf(await makeUser(rights));
    await withKind({ kind: 'url', url }, async (server) => {
      const roles = await server.makeRoles([theirs, 'made_by_us', 'pg_monitor', SUPERUSER]);
      expect(roles.made).toEqual(made);
      expect([...roles.refused.keys()]).toEqual(
        [theirs, 'made_by_us'].filter((role) => !made.includes(role)),
      );
      if (made.length === 0) return;
      const name = `${server.databasePrefix}a`;
      await server.createDatabase(name, {});
      await query(
        server.connection(name, 'migrator'),
        'CREATE TABLE kept (); GRANT CREATE ON SCHEMA public TO made_by_us; ALTER TABLE kept OWNER TO made_by_us',
      );
    });
    expect(await query(admin(), ours)).toEqual([]);
    expect(await query(admin(), 'SELECT * FROM pg_auth_members ORDER BY 1, 2')).toEqual(before);
  });

  it.each([
    [
      'of another major',
      () => ({ url: addressOf(SUPERUSER), major: test.server.major === 14 ? 15 : 14 }),
      'server-other-major',
    ],
    ['that cannot be read', () => ({ url: 'postgres://user:secret-word@host:port/x' }), 'server-url-invalid'],
    ['that is none of PostgreSQL', () => ({ url: 'mysql://user:secret-word@host/x' }), 'server-url-invalid'],
    [
      'that nobody listens at',
      () => ({ url: 'postgres://user:secret-word@127.0.0.1:1/x' }),
      'server-unreachable',
    ],
    ['whose user is unknown', () => ({ url: addressOf('nobody_known') }), 'server-unreachable'],
  ])('is refused without its password being told: one %s', async (_which, make, code) => {
    const { url, major } = { major: undefined, ...make() };
    const refused = await withKind({ kind: 'url', url }, () => Promise.resolve(undefined), major).catch(
      (e: unknown) => e,
    );
    expect(refused).toMatchObject({ code, exitStatus: 64 });
    expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain('secret-word');
  });

  it('is refused when its user may not create databases', async () => {
    const url = addressOf(await makeUser('NOCREATEDB'));
    await expect(withKind({ kind: 'url', url }, () => Promise.resolve(undefined))).rejects.toMatchObject({
      code: 'server-no-rights',
      hint: expect.stringContaining('CREATEDB'),
    });
  });
});

describe('a major that cannot be tested on', () => {
  it.each([9, 13, 19, 1.5])('is refused: %s', async (major) => {
    await expect(withKind({ kind: 'auto' }, () => Promise.resolve(undefined), major)).rejects.toMatchObject({
      code: 'server-major-unknown',
      exitStatus: 64,
      hint: 'ask for one of 14, 15, 16, 17, 18',
    });
  });
});
