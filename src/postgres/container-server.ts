/** A throwaway server in a Docker container, its data in memory. */
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ContainerRuntimeClient, StartedTestContainer } from 'testcontainers';
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import { type ConnectionSettings, withClient } from './connection.ts';
import { findEngine, pullImage } from './container-engine.ts';
import { errorCode } from './error-code.ts';
import { trustExtensions } from './image-extensions.ts';
import { onInterrupt } from './interrupt.ts';
import { nameOf, removeContainers, removeOrphanedContainers, startingName } from './left-containers.ts';
import { assertMajor, DEFAULT_MAJOR } from './majors.ts';
import {
  ADMIN_SESSION_OPTIONS,
  DATABASE_PREFIX,
  MIGRATOR,
  OBSERVER,
  ownServerSetup,
  type RoleKind,
  SUPERUSER,
} from './roles.ts';
import { holdRunLock } from './run-lock.ts';
import { CONTAINER_LABEL, type RunTrace } from './run-trace.ts';
import { makeServer, type OpenServer, readVersion } from './throwaway-server.ts';

export interface ContainerServerOptions {
  /** Without one, the official image of the major. */
  readonly image: string | undefined;
  /** What the server must be. */
  readonly major: number | undefined;
  readonly trace: RunTrace;
  readonly onProgress: (text: string) => void;
}

const DATA = '/partition-guard';
const SETTINGS = [
  ...[
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'wal_level=minimal',
    'max_wal_senders=0',
  ],
  ...['autovacuum=off', 'max_wal_size=4GB', 'checkpoint_timeout=1h', 'max_connections=50', 'jit=off'],
  ...['timezone=UTC', 'dynamic_shared_memory_type=mmap'],
];

interface Passwords {
  readonly admin: string;
  readonly migrator: string;
  readonly observer: string;
}

export async function openContainerServer(options: ContainerServerOptions): Promise<OpenServer> {
  const image = options.image ?? `postgres:${options.major ?? DEFAULT_MAJOR}`;
  const { trace, onProgress } = options;
  const engine = await findEngine();
  for (const line of await removeOrphanedContainers(engine.container.dockerode)) onProgress(line);
  await pullImage(engine, { image, onProgress });
  await trace.onOpening('testcontainers');
  onProgress(`starting a container of ${image}`);
  const passwords = { admin: randomPassword(), migrator: randomPassword(), observer: randomPassword() };
  const log: string[] = [];
  const forget = onInterrupt(() => removeContainers(trace.mark));
  const name = nameOf(trace.mark, randomBytes(2).toString('hex'));
  const started = startContainer(engine, { image, name, mark: trace.mark, password: passwords.admin, log });
  const container = await started.catch(async (error: unknown) => {
    forget();
    await removeContainers(trace.mark, name);
    throw error;
  });
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const stop = async (): Promise<void> => void (await container.stop({ remove: true, removeVolumes: true }));
  undo.push(async () => forget(), stop);
  const connection = connectionOf(container, passwords);
  const logTail = (): string => tailOf(log);
  try {
    const isRunning = async (): Promise<boolean> => await runs(engine, container);
    const version = await untilReady(connection('postgres', 'admin'), { image, isRunning, logTail });
    const major = majorOfImage(image, version, options.major);
    const lock = await holdRunLock(connection('postgres', 'admin'), trace.mark);
    undo.push(lock.release);
    await engine.container.dockerode.getContainer(container.getId()).rename({ name });
    await withClient(connection('template1', 'admin'), async (client) => {
      for (const statement of ownServerSetup(major, passwords)) await client.query(statement);
      if (options.image !== undefined) await trustExtensions(client, container);
    });
    const { server, endSessions } = makeServer({
      kind: 'testcontainers',
      version,
      dataIn: 'memory (of the container)',
      databasePrefix: DATABASE_PREFIX,
      maintenanceDatabase: 'postgres',
      connection,
      logTail,
    });
    undo.push(endSessions);
    return { server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const randomPassword = (): string => randomBytes(18).toString('base64url');

const tailOf = (log: readonly string[]): string => log.join('').trim().split('\n').slice(-20).join('\n');

const USERS = { admin: SUPERUSER, migrator: MIGRATOR, observer: OBSERVER } as const;

const connectionOf =
  (container: StartedTestContainer, passwords: Passwords) =>
  (database: string, as: RoleKind): ConnectionSettings => ({
    host: container.getHost(),
    port: container.getMappedPort(5432),
    user: USERS[as],
    password: passwords[as],
    database,
    ssl: false,
    ...(as === 'admin' ? { options: ADMIN_SESSION_OPTIONS } : {}),
  });

interface Start {
  readonly image: string;
  readonly name: string;
  readonly mark: string;
  readonly password: string;
  /** Gets what the server writes. */
  readonly log: string[];
}

/** Whether the server answers is asked by its port alone: what images write, and where to, differs. */
const AT_ONCE = { waitUntilReady: () => Promise.resolve() };

async function startContainer(
  engine: ContainerRuntimeClient,
  { image, name, mark, password, log }: Start,
): Promise<StartedTestContainer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  try {
    return await new GenericContainer(image)
      .withName(startingName(name))
      .withEnvironment({
        POSTGRES_USER: SUPERUSER,
        POSTGRES_PASSWORD: password,
        POSTGRES_DB: 'postgres',
        PGDATA: `${DATA}/data`,
      })
      .withLabels({ [CONTAINER_LABEL]: mark })
      .withTmpFs({ [DATA]: 'rw' })
      .withExposedPorts(5432)
      .withCommand(['postgres', ...SETTINGS.flatMap((setting) => ['-c', setting])])
      .withLogConsumer((stream) => stream.on('data', (line) => log.push(String(line))))
      // What is left of a killed run is our own affair: no other image is pulled for it.
      .withAutoCleanup(false)
      .withWaitStrategy(Object.assign(Wait.forHealthCheck(), AT_ONCE))
      .start();
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const wrote = await lastWords(engine, startingName(name));
    throw new OperatorError(
      `Docker: no container of ${image} starts: ${wrote === '' ? said : `it ends, and writes last:\n${wrote}`}`,
      {
        code: 'server-container-failed',
        hint: 'see that the image is one of a PostgreSQL server that takes POSTGRES_USER and POSTGRES_PASSWORD as the official one does',
        exitStatus: wrote === '' ? EXIT.usage : EXIT.fault,
        cause: error,
      },
    );
  }
}

/** What a container that does not start wrote; the library has lost sight of it. */
async function lastWords(engine: ContainerRuntimeClient, name: string): Promise<string> {
  try {
    const container = engine.container.dockerode.getContainer(name);
    const logs = await container.logs({ stdout: true, stderr: true, tail: 20, follow: false });
    return textOf(logs);
  } catch {
    return '';
  }
}

/** Each piece is led by eight bytes; the last four say how long it is. */
function textOf(logs: Buffer): string {
  let text = '';
  for (let at = 0; at + 8 <= logs.length; at += 8 + logs.readUInt32BE(at + 4)) {
    text += logs.toString('utf8', at + 8, at + 8 + logs.readUInt32BE(at + 4));
  }
  return text.trim();
}

async function runs(engine: ContainerRuntimeClient, container: StartedTestContainer): Promise<boolean> {
  const { State } = await engine.container.dockerode.getContainer(container.getId()).inspect();
  return State.Running;
}

const READY_TIMEOUT_MS = 300_000;
/** A server that answers and lets nobody in for so long has not heard of the password. */
const LOGIN_TIMEOUT_MS = 15_000;
const PAUSE_MS = 50;

interface Readiness {
  readonly image: string;
  readonly isRunning: () => Promise<boolean>;
  readonly logTail: () => string;
}

/** The image starts a first server, for its own set-up, that no port leads to: what answers by the port is the real one. */
async function untilReady(
  admin: ConnectionSettings,
  { image, isRunning, logTail }: Readiness,
): Promise<string> {
  const began = performance.now();
  let refusedSince: number | undefined;
  for (;;) {
    try {
      return await withClient(admin, readVersion);
    } catch (error) {
      const now = performance.now();
      if (errorCode(error)?.startsWith('28') === true) refusedSince ??= now;
      const why = !(await isRunning())
        ? 'has ended'
        : now - (refusedSince ?? now) > LOGIN_TIMEOUT_MS
          ? 'does not know the user that it was to make'
          : now - began > READY_TIMEOUT_MS
            ? 'does not answer'
            : undefined;
      if (why !== undefined) {
        throw new OperatorError(
          `PostgreSQL in a container of ${image} ${why}; its log ends:\n${logTail() || '(nothing)'}`,
          {
            code: 'server-start-failed',
            hint: 'take an image of a PostgreSQL server that does with POSTGRES_USER and POSTGRES_PASSWORD as the official one does, or another server: --server embedded',
            exitStatus: EXIT.fault,
            cause: error,
          },
        );
      }
    }
    await delay(PAUSE_MS);
  }
}

/** What the server itself says it is, whatever the image's tag says. */
export function majorOfImage(image: string, version: string, wanted: number | undefined): number {
  const major = Number.parseInt(version, 10);
  try {
    assertMajor(major);
  } catch (error) {
    throw new OperatorError(`the image ${image} holds PostgreSQL ${version}, which can not be tested on`, {
      code: 'server-major-unknown',
      hint: 'take an image of PostgreSQL 14 to 18',
      cause: error,
    });
  }
  if (wanted !== undefined && wanted !== major) {
    throw new OperatorError(`the image ${image} holds PostgreSQL ${version}, not ${wanted}`, {
      code: 'server-other-major',
      hint: `ask for --postgres ${major}, or take another image`,
    });
  }
  return major;
}
