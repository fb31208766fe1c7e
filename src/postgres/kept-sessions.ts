/** Sessions that are opened when they are needed, and kept for the next statement instead of being opened anew. */
import pg, { type Client } from 'pg';
import { type ConnectionSettings, createClient } from './connection.ts';

export interface KeptSessions {
  /** Runs one statement in a session that is idle, or else in a new one. */
  readonly run: (sql: string) => Promise<void>;
  /** Ends what is idle; a session that still runs a statement ends after it. */
  readonly end: () => Promise<void>;
}

export function keepSessions(settings: ConnectionSettings): KeptSessions {
  const idle: Client[] = [];
  // Whoever is connected to it keeps databases from being made, and it is what they are made from.
  let keeps = settings.database !== 'template1';
  const open = async (): Promise<Client> => {
    const client = createClient(settings);
    // One that the server ends, or takes along as it dies, is not waited for by anybody.
    client.once('end', () => idle.includes(client) && idle.splice(idle.indexOf(client), 1));
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end();
      throw error;
    }
  };
  const run = async (sql: string): Promise<void> => {
    const client = idle.pop() ?? (await open());
    let isAlive = true;
    try {
      await client.query(sql);
    } catch (error) {
      isAlive = error instanceof pg.DatabaseError && error.severity === 'ERROR';
      throw error;
    } finally {
      if (keeps && isAlive) idle.push(client);
      else await client.end();
    }
  };
  const end = async (): Promise<void> => {
    keeps = false;
    await Promise.all(idle.splice(0).map((client) => client.end()));
  };
  return { run, end };
}
