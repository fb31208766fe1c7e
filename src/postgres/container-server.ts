/** A throwaway server in a Docker container, its data in memory; the library that drives Docker is loaded only here. */
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { StartedTestContainer } from 'testcontainers';
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import { type ConnectionSettings, withClient } from './connection.ts';
import { onInterrupt } from './interrupt.ts';
import {
  ADMIN_SESSION_OPTIONS,
  DATABASE_PREFIX,
  MIGRATOR,
  OBSERVER,
  ownServerSetup,
  type RoleKind,
  SUPERUSER,
} from './roles.ts';
import { CONTAINER_LABEL, type RunTrace } from './run-trace.ts';
import { makeServer, type OpenServer, readVersion } from './throwaway-server.ts';

export interface ContainerServerOptions {
  readonly major: number;
  readonly trace: RunTrace;
  readonly onProgress: (text: string) => void;
}

const DATA = '/partition-guard';
const READY_TIMEOUT_MS = 60_000;
const STARTUP_TIMEOUT_MS = 300_000;
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

export async function openContainerServer(options: ContainerServerOptions): Promise<OpenServer> {
  const passwords = { admin: randomPassword(), migrator: randomPassword(), observer: randomPassword() };
  const log: string[] = [];
  const container = await startContainer(options, passwords.admin, log);
  const stop = async (): Promise<void> => void (await container.stop({ remove: true, removeVolumes: true }));
  const forget = onInterrupt(stop);
  const close = async (): Promise<void> => {
    await stop();
    forget();
  };
  const logTail = (): string => log.join('').trim().split('\n').slice(-20).join('\n');
  const users = { admin: SUPERUSER, migrator: MIGRATOR, observer: OBSERVER } as const;
  const connection = (database: string, as: RoleKind): ConnectionSettings => ({
    host: container.getHost(),
    port: container.getMappedPort(5432),
    user: users[as],
    password: passwords[as],
    database,
    ssl: false,
    ...(as === 'admin' ? { options: ADMIN_SESSION_OPTIONS } : {}),
  });
  try {
    const version = await waitUntilReady(connection('postgres', 'admin'), logTail);
    await withClient(connection('template1', 'admin'), async (client) => {
      for (const statement of ownServerSetup(options.major, passwords)) await client.query(statement);
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
    return {
      server,
      close: async () => {
        await endSessions();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const randomPassword = (): string => randomBytes(18).toString('base64url');

/** Below that version the library's own HTTP client fails with words that help nobody. */
const LEAST_NODE = [22, 19] as const;

function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new OperatorError(
    `Docker: containers need Node ${LEAST_NODE.join('.')} or later, and this is ${process.versions.node}`,
    {
      code: 'node-too-old',
      hint: 'run it on a newer Node, or take another server (--server embedded)',
    },
  );
}

async function startContainer(
  { major, trace, onProgress }: ContainerServerOptions,
  password: string,
  log: string[],
): Promise<StartedTestContainer> {
  const image = `postgres:${major}`;
  requireNode();
  await trace.onOpening('testcontainers');
  onProgress(`starting a container of ${image}`);
  try {
    const { GenericContainer, Wait } = await import('testcontainers');
    return await new GenericContainer(image)
      .withEnvironment({
        POSTGRES_USER: SUPERUSER,
        POSTGRES_PASSWORD: password,
        POSTGRES_DB: 'postgres',
        PGDATA: `${DATA}/data`,
      })
      .withLabels({ [CONTAINER_LABEL]: trace.mark })
      .withTmpFs({ [DATA]: 'rw' })
      .withExposedPorts(5432)
      .withCommand(['postgres', ...SETTINGS.flatMap((setting) => ['-c', setting])])
      .withLogConsumer((stream) => stream.on('data', (line) => log.push(String(line))))
      .withStartupTimeout(STARTUP_TIMEOUT_MS)
      .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/))
      .start();
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const tail = log.length === 0 ? '' : `; its log ends:\n${log.slice(-20).join('').trim()}`;
    throw new OperatorError(`Docker: no container of ${image} starts: ${said}${tail}`, {
      code: 'server-container-failed',
      hint: 'see that Docker runs and that this user may use it (docker info)',
      exitStatus: log.length === 0 ? EXIT.usage : EXIT.fault,
      cause: error,
    });
  }
}

/** Removes the containers of a run that was killed; nothing where Docker is out of reach, and with it they. */
export async function removeContainers(mark: string): Promise<void> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const runtime = await getContainerRuntimeClient().catch(() => undefined);
  const docker = runtime?.container.dockerode;
  const filters = { label: [`${CONTAINER_LABEL}=${mark}`] };
  for (const { Id } of (await docker?.listContainers({ all: true, filters })) ?? []) {
    await docker?.getContainer(Id).remove({ force: true, v: true });
  }
}

/** The image starts a first server, for its own set-up, that no port leads to: what answers by the port is the real one. */
async function waitUntilReady(admin: ConnectionSettings, logTail: () => string): Promise<string> {
  const until = performance.now() + READY_TIMEOUT_MS;
  for (;;) {
    try {
      return await withClient(admin, readVersion);
    } catch (error) {
      if (performance.now() > until) {
        throw new OperatorError(`PostgreSQL in Docker does not answer; its log ends:\n${logTail()}`, {
          code: 'server-start-failed',
          hint: 'mend what the log names, or use another server: --server embedded or --server postgres://…',
          exitStatus: EXIT.fault,
          cause: error,
        });
      }
    }
    await delay(50);
  }
}
