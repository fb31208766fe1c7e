/** The bare side: a throwaway server of the program's own, and the SQL alone, as many connections at once as it has. */
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import { quoteIdentifier, withClient } from '../../src/postgres/connection.ts';
import { type ThrowawayServer, withServer } from '../../src/postgres/server.ts';
import type { BareDatabase } from './work.ts';

/** What the program asks room for. */
const expectedBytes = (rows: number): number => 256 * 1024 * 1024 + rows * 600 * 8;

/** As many as the program plays at once. */
const atOnce = (): number => Math.min(4, Math.max(2, availableParallelism()));

export const withBareServer = <T>(rows: number, body: (server: ThrowawayServer) => Promise<T>): Promise<T> =>
  withServer(
    { kind: { kind: 'embedded' }, expectedBytes: expectedBytes(rows), onProgress: () => undefined },
    body,
  );

export interface BareRun {
  readonly seconds: number;
  /** Of which: to start the server and to take it away. */
  readonly serverSeconds: number;
}

/** Timed from before the server's start to after its end; Node's own start is not in it. */
export async function runBare(rows: number, work: readonly BareDatabase[]): Promise<BareRun> {
  const startedAt = performance.now();
  let sqlMs = 0;
  await withBareServer(rows, async (server) => {
    const sqlStartedAt = performance.now();
    await new Bare(server, work).run();
    sqlMs = performance.now() - sqlStartedAt;
  });
  const allMs = performance.now() - startedAt;
  return { seconds: allMs / 1000, serverSeconds: (allMs - sqlMs) / 1000 };
}

class Bare {
  readonly #server: ThrowawayServer;
  /** Templates first, in the order in which others need them. */
  readonly #waiting: BareDatabase[];
  readonly #names: ReadonlyMap<string, string>;
  readonly #ready = new Set<string>();
  #wake: () => void = () => undefined;
  #change = Promise.resolve();

  constructor(server: ThrowawayServer, work: readonly BareDatabase[]) {
    this.#server = server;
    this.#waiting = [...work.filter((one) => one.isTemplate), ...work.filter((one) => !one.isTemplate)];
    this.#names = new Map(work.map(({ key }, i) => [key, `${server.databasePrefix}bare_${i}`]));
    this.#expectChange();
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: atOnce() }, () => this.#work()));
    await this.#asAdmin(async (admin) => {
      for (const key of this.#ready) await this.#drop(admin, this.#name(key));
    });
  }

  /** Takes what can be begun, until nothing is left. */
  async #work(): Promise<void> {
    await this.#asAdmin(async (admin) => {
      while (this.#waiting.length > 0) {
        const next = this.#waiting.findIndex(({ from }) => from === undefined || this.#ready.has(from));
        const [database] = next < 0 ? [] : this.#waiting.splice(next, 1);
        if (database) await this.#make(admin, database);
        else await this.#change;
      }
    });
  }

  async #make(admin: Client, { key, from, statements, isTemplate }: BareDatabase): Promise<void> {
    const name = this.#name(key);
    const { user } = this.#server.connection(name, 'migrator');
    const template = from === undefined ? '' : `template ${quoteIdentifier(this.#name(from))}`;
    const strategy = this.#server.major >= 15 ? 'strategy file_copy' : '';
    await admin.query(
      `create database ${quoteIdentifier(name)} owner ${quoteIdentifier(user)} ${template} ${strategy}`,
    );
    await withClient(this.#server.connection(name, 'migrator'), async (client) => {
      for (const statement of statements) await client.query(statement);
    });
    if (isTemplate) {
      this.#ready.add(key);
      this.#wake();
      this.#expectChange();
    } else {
      await this.#drop(admin, name);
    }
  }

  #expectChange(): void {
    this.#change = new Promise((resolve) => (this.#wake = resolve));
  }

  async #drop(admin: Client, name: string): Promise<void> {
    await admin.query(`drop database ${quoteIdentifier(name)} with (force)`);
  }

  #name(key: string): string {
    const name = this.#names.get(key);
    if (name === undefined) throw new Error(`no database for ${key}`);
    return name;
  }

  #asAdmin(body: (admin: Client) => Promise<void>): Promise<void> {
    return withClient(this.#server.connection('postgres', 'admin'), body);
  }
}
