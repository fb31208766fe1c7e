/** A server on which throwaway databases are made and dropped, whatever kind it is. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { type ConnectionSettings, quoteIdentifier, quoteLiteral, withClient } from './connection.ts';
import { errorCode } from './error-code.ts';
import { keepSessions } from './kept-sessions.ts';
import { type MadeRoles, makeRoles } from './made-roles.ts';
import { assertOurDatabase, type RoleKind } from './roles.ts';

export interface ThrowawayServer {
  readonly kind: 'embedded' | 'testcontainers' | 'url';
  /** "15.18" */
  readonly version: string;
  readonly major: number;
  /** Where the data lies, for people: "memory (/dev/shm)". */
  readonly dataIn: string;
  /** What the name of each database on it begins with. */
  readonly databasePrefix: string;
  /**
   * How to connect. As `admin`, touch nothing of the migrations' in their database, not even by a SELECT: their triggers,
   * views and policies would run with a superuser's rights. That is what `observer` is for. Only what notes the commands of
   * a replay is put there by it.
   */
  readonly connection: (database: string, as: RoleKind) => ConnectionSettings;
  /** Makes a database that the migrator owns; a template must have no sessions. */
  readonly createDatabase: (name: string, options: { readonly template?: string }) => Promise<void>;
  /** Drops a database of ours, its sessions ended; none of that name is no failure. */
  readonly dropDatabase: (name: string) => Promise<void>;
  /** Makes plain roles that the migrator may act as; they are gone when the server is closed. */
  readonly makeRoles: (names: readonly string[]) => Promise<MadeRoles>;
  /** The last lines of the server's log. */
  readonly logTail: () => string;
}

export interface OpenServer {
  readonly server: ThrowawayServer;
  readonly close: () => Promise<void>;
}

export interface ServerDescription extends Pick<
  ThrowawayServer,
  'kind' | 'version' | 'dataIn' | 'databasePrefix' | 'connection' | 'logTail'
> {
  readonly maintenanceDatabase: string;
  /** What shows whose the databases are, on a server that has others. */
  readonly databaseComment?: string;
}

/** What ALTER DATABASE … SET gave the template: a database made from it has none of that by itself. */
const copySettings = (template: string, name: string): string => `
  INSERT INTO pg_catalog.pg_db_role_setting (setdatabase, setrole, setconfig)
  SELECT made.oid, given.setrole, given.setconfig
  FROM pg_catalog.pg_db_role_setting AS given
  JOIN pg_catalog.pg_database AS source ON source.oid = given.setdatabase AND source.datname = ${quoteLiteral(template)}
  JOIN pg_catalog.pg_database AS made ON made.datname = ${quoteLiteral(name)}`;

const OBJECT_IN_USE = '55006';
const TEMPLATE_TRIES = 100;
const TEMPLATE_PAUSE_MS = 50;

/** The server, and what ends the sessions that it keeps: for whoever closes it, before the server goes. */
export function makeServer(description: ServerDescription): {
  readonly server: ThrowawayServer;
  readonly endSessions: () => Promise<void>;
} {
  const { maintenanceDatabase, databaseComment, ...rest } = description;
  const major = Number.parseInt(rest.version, 10);
  const admin = keepSessions(rest.connection(maintenanceDatabase, 'admin'));
  const server: ThrowawayServer = {
    ...rest,
    major,
    createDatabase: async (name, { template }) => {
      assertOurDatabase(name, rest.databasePrefix);
      const owner = rest.connection(name, 'migrator').user;
      const source = template === undefined ? '' : `TEMPLATE ${quoteIdentifier(template)}`;
      // Copying files beats writing every page to the log, as 15 began to do.
      const strategy = major >= 15 ? 'STRATEGY file_copy' : '';
      await retryWhileInUse(() =>
        admin.run(
          `CREATE DATABASE ${quoteIdentifier(name)} OWNER ${quoteIdentifier(owner)} ${source} ${strategy}`,
        ),
      );
      if (databaseComment !== undefined) {
        await admin.run(`comment on database ${quoteIdentifier(name)} is ${quoteLiteral(databaseComment)}`);
      }
      if (template !== undefined && rest.kind !== 'url') await admin.run(copySettings(template, name));
    },
    dropDatabase: async (name) => {
      assertOurDatabase(name, rest.databasePrefix);
      await admin.run(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
    },
    makeRoles: (names) => {
      const migrator = rest.connection(maintenanceDatabase, 'migrator').user;
      return withClient(rest.connection(maintenanceDatabase, 'admin'), (client) =>
        makeRoles(client, names, { migrator, major }),
      );
    },
  };
  return { server, endSessions: admin.end };
}

/** A session that has just been ended by its client stays on the template for a moment. */
async function retryWhileInUse(create: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await create();
    } catch (error) {
      if (errorCode(error) !== OBJECT_IN_USE || tries === TEMPLATE_TRIES) throw error;
    }
    await delay(TEMPLATE_PAUSE_MS);
  }
}

/** "15.18", whatever the server's builder added to it. */
export async function readVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  return rows[0]?.version.split(' ')[0] ?? '';
}
