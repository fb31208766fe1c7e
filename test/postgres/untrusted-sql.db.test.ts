/** SQL from a pull request runs as the migrator: it must not get from there to the machine. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/postgres/connection.ts';
import { findPinnedPackage } from '../../src/postgres/pinned-packages.ts';
import { SUPERUSER } from '../../src/postgres/roles.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

/** Each is refused by the server, for want of a right. */
const REFUSED: readonly (readonly [claim: string, sql: string])[] = [
  ['runs a program by COPY TO PROGRAM', "COPY (SELECT 1) TO PROGRAM 'true'"],
  ['runs a program by COPY FROM PROGRAM', "CREATE TABLE t (a text); COPY t FROM PROGRAM 'id'"],
  ['writes a file by COPY', "COPY (SELECT 1) TO '/tmp/partition-guard-proof'"],
  ['reads a file by COPY', "CREATE TABLE t (a text); COPY t FROM '/etc/passwd'"],
  ['reads a file by a function', "SELECT pg_read_file('/etc/passwd')"],
  ['lists a folder', "SELECT pg_ls_dir('/')"],
  ['imports a file as a large object', "SELECT lo_import('/etc/passwd')"],
  ['exports a large object as a file', "SELECT lo_export(lo_create(0), '/tmp/partition-guard-proof')"],
  ['grants itself the right to run programs', 'GRANT pg_execute_server_program TO CURRENT_USER'],
  ['grants itself the right to read files', 'GRANT pg_read_server_files TO CURRENT_USER'],
  ['grants itself the right to write files', 'GRANT pg_write_server_files TO CURRENT_USER'],
  ['makes a role that may run programs', 'CREATE ROLE proof IN ROLE pg_execute_server_program'],
  ['takes the administrator as its role', `GRANT ${SUPERUSER} TO CURRENT_USER`],
  ['changes to the administrator', `SET ROLE ${SUPERUSER}`],
  ['logs in anew as the administrator', `SET SESSION AUTHORIZATION ${SUPERUSER}`],
  ['makes itself a superuser', 'ALTER ROLE CURRENT_USER SUPERUSER'],
  ['makes another superuser', 'CREATE ROLE proof SUPERUSER'],
  ['changes the administrator', `ALTER ROLE ${SUPERUSER} PASSWORD 'x'`],
  ['changes the server', 'ALTER SYSTEM SET log_min_messages = debug5'],
  ['makes an extension that reaches out', 'CREATE EXTENSION file_fdw'],
  ['makes an extension that calls other servers', 'CREATE EXTENSION dblink'],
  ['subscribes to another server', "CREATE SUBSCRIPTION proof CONNECTION 'host=127.0.0.1' PUBLICATION p"],
  ['makes a function in C', "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc.so.6', 'getpid'"],
  ['loads a library', "LOAD 'auto_explain'"],
  ['makes a tablespace', "CREATE TABLESPACE proof LOCATION '/tmp'"],
  [
    'changes what the server preloads',
    "ALTER DATABASE %DATABASE% SET session_preload_libraries = 'auto_explain'",
  ],
];

/** What a migration is entitled to. */
const ALLOWED: readonly (readonly [claim: string, sql: string])[] = [
  ['makes tables in the public schema', 'CREATE TABLE public.t (a int PRIMARY KEY)'],
  [
    'grants and comments on the public schema',
    "GRANT USAGE ON SCHEMA public TO PUBLIC; COMMENT ON SCHEMA public IS 'x'",
  ],
  ['makes schemas', 'CREATE SCHEMA app'],
  [
    'makes roles and grants them',
    'CREATE ROLE proof_reader; GRANT SELECT ON ALL TABLES IN SCHEMA public TO proof_reader',
  ],
  ['makes trusted extensions', 'CREATE EXTENSION btree_gist'],
  ['gives the database settings of its own', "ALTER DATABASE %DATABASE% SET timezone = 'Europe/Berlin'"],
];

const published = [14, 15, 18].filter(
  (major) => findPinnedPackage(major, `${process.platform}-${process.arch}`) !== undefined,
);

describe.each(published)('the migrator on PostgreSQL %i', (major) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(major);
  });
  afterAll(() => test.close());

  const run = (sql: string): Promise<unknown> =>
    test.withDatabase(({ migrator, database }) =>
      withClient(migrator, (client) => client.query(sql.replace('%DATABASE%', database))),
    );

  it.each(REFUSED)('never %s', async (_claim, sql) => {
    await expect(run(sql)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
  });

  it.each(ALLOWED)('%s', async (_claim, sql) => {
    await expect(run(sql)).resolves.toBeDefined();
  });

  it('cannot have its search_path run its functions as the administrator', async () => {
    await test.withDatabase(async ({ migrator, admin, database }) => {
      await withClient(migrator, (client) =>
        client.query(`
          CREATE SCHEMA trap;
          CREATE FUNCTION trap.now() RETURNS text LANGUAGE sql AS 'SELECT ''trapped''::text';
          ALTER DATABASE ${database} SET search_path = trap, pg_catalog`),
      );
      const asked = 'SELECT pg_typeof(now())::text AS type';
      const { rows } = await withClient(admin, (client) => client.query(asked));
      expect(rows).toEqual([{ type: 'timestamp with time zone' }]);
    });
  });

  it('hides no row from the observer by row security', async () => {
    await test.withDatabase(async ({ migrator, observer }) => {
      await withClient(migrator, (client) =>
        client.query(`
          CREATE TABLE kept (a int); INSERT INTO kept VALUES (1), (2);
          ALTER TABLE kept ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`),
      );
      const { rows } = await withClient(observer, (client) => client.query('SELECT a FROM kept ORDER BY a'));
      expect(rows).toEqual([{ a: 1 }, { a: 2 }]);
    });
  });
});
