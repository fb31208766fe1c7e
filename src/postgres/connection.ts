/** Clients and quoting: every connection is opened here and closed by whoever opened it. */
import type { ConnectionOptions } from 'node:tls';
import pg from 'pg';

export interface ConnectionSettings {
  /** A host name, or the folder of a unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  readonly ssl: boolean | ConnectionOptions;
  /** Settings of the session that win over those of the database and the role, as `-c name=value`. */
  readonly options?: string;
}

/** Quotes a name for SQL, always: a keyword or a capital letter needs no second thought. */
export const quoteIdentifier = (name: string): string => pg.escapeIdentifier(name);

/** Quotes a text for SQL, where a statement takes no `$1`. */
export const quoteLiteral = (text: string): string => pg.escapeLiteral(text);

/** Makes a client, not yet connected, that the caller's PGHOST, PGOPTIONS and the like do not reach. */
export const createClient = (settings: ConnectionSettings): pg.Client =>
  withoutPostgresVariables(() => {
    const client = new pg.Client({
      host: settings.host,
      port: settings.port,
      user: settings.user,
      password: settings.password ?? '',
      database: settings.database,
      ssl: settings.ssl,
      application_name: 'partition-guard',
      client_encoding: 'UTF8',
      ...(settings.options === undefined ? {} : { options: settings.options }),
    });
    // A server that dies while no query waits tells it to this listener alone; the next query reports it.
    client.on('error', () => undefined);
    return client;
  });

/** Connects, hands the client to `body`, and ends it whatever happens. */
export async function withClient<T>(
  settings: ConnectionSettings,
  body: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = createClient(settings);
  try {
    await client.connect();
    return await body(client);
  } finally {
    await client.end();
  }
}

/** Reads a `postgres://` address into settings; the variables PGPASSWORD and so on have no say in it. */
export function parseConnectionUrl(url: string): ConnectionSettings {
  const { host, port, user, password, database, ssl } = withoutPostgresVariables(
    () => new pg.Client({ connectionString: url }),
  );
  return {
    host,
    port,
    user: user ?? 'postgres',
    ...(password === undefined || password === null ? {} : { password }),
    database: database ?? user ?? 'postgres',
    ssl,
  };
}

/** Runs `make`, which must not wait, while the environment has no PG… variable. */
export function withoutPostgresVariables<T>(make: () => T): T {
  const hidden = Object.entries(process.env).filter(([name]) => name.startsWith('PG'));
  for (const [name] of hidden) Reflect.deleteProperty(process.env, name);
  try {
    return make();
  } finally {
    for (const [name, value] of hidden) process.env[name] = value;
  }
}
