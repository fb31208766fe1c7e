/** Throwaway servers in containers of a real Docker engine: one a run, told from the server itself, gone afterwards. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '../../src/postgres/connection.ts';
import { pullImage } from '../../src/postgres/container-engine.ts';
import { DEFAULT_MAJOR } from '../../src/postgres/majors.ts';
import { type ServerKind, type ThrowawayServer, withServer } from '../../src/postgres/server.ts';
import { newRunMark } from '../../src/postgres/run-trace.ts';
import { containersOf, describeWithDocker, IMAGE, withChangedImage } from '../support/docker.ts';

const mark = newRunMark();
const opened: string[] = [];

const withKind = <T>(
  kind: ServerKind,
  body: (server: ThrowawayServer) => Promise<T>,
  major?: number,
  onProgress: (text: string) => void = () => undefined,
): Promise<T> =>
  withServer(
    {
      kind,
      expectedBytes: 0,
      onProgress,
      trace: { mark, onOpening: async (what) => void opened.push(what) },
      ...(major === undefined ? {} : { major }),
    },
    body,
  );

const never = (): Promise<never> => Promise.reject(new Error('the server was opened'));

describeWithDocker('a server in a container', (engine, docker) => {
  beforeAll(() => pullImage(engine, { image: IMAGE, onProgress: () => undefined }), 600_000);
  afterAll(async () => {
    // Whatever ended a test: nothing of this run is there any more.
    expect(await containersOf(docker, mark)).toEqual([]);
  });

  it('is one for all databases of a run, says what it is, and is gone afterwards', async () => {
    await withKind({ kind: 'testcontainers' }, async (server) => {
      expect(opened).toEqual(['testcontainers']);
      expect(server).toMatchObject({
        kind: 'testcontainers',
        major: DEFAULT_MAJOR,
        version: expect.stringMatching(new RegExp(`^${DEFAULT_MAJOR}\\.\\d+$`)),
        dataIn: 'memory (of the container)',
      });
      const [given, clone] = [`${server.databasePrefix}a`, `${server.databasePrefix}b`];
      await server.createDatabase(given, {});
      await withClient(server.connection(given, 'migrator'), (client) =>
        client.query('create table kept as select g from generate_series(1, 1000) g'),
      );
      await server.createDatabase(clone, { template: given });
      const { rows } = await withClient(server.connection(clone, 'observer'), (client) =>
        client.query('select sum(g)::int as sum, current_setting($1) as super from kept', ['is_superuser']),
      );
      expect(rows).toEqual([{ sum: 500_500, super: 'off' }]);
      expect(server.logTail()).toContain('ready to accept connections');
      expect(await containersOf(docker, mark)).toEqual([
        expect.stringMatching(/^partition-guard-[0-9a-f-]+$/),
      ]);
    });
    expect(await containersOf(docker, mark)).toEqual([]);
  });

  it('is of the image that is named, whose extensions the migrations may create', async () => {
    const told: string[] = [];
    await withKind({ kind: 'testcontainers', image: IMAGE }, make, undefined, (text) => told.push(text));
    expect(told).toEqual([`starting a container of ${IMAGE}`]);
    async function make(server: ThrowawayServer): Promise<void> {
      const name = `${server.databasePrefix}a`;
      await server.createDatabase(name, {});
      await withClient(server.connection(name, 'migrator'), async (client) => {
        await client.query('create extension pg_stat_statements');
        // This one leads to the files of the server.
        await expect(client.query('create extension file_fdw')).rejects.toMatchObject({ code: '42501' });
      });
    }
  });

  it('lets nobody create those of an image that was not named', async () => {
    await withKind({ kind: 'testcontainers' }, async (server) => {
      const name = `${server.databasePrefix}a`;
      await server.createDatabase(name, {});
      await withClient(server.connection(name, 'migrator'), (client) =>
        expect(client.query('create extension pg_stat_statements')).rejects.toMatchObject({ code: '42501' }),
      );
    });
  });

  it('is refused when the server in the image is of another major than was asked for', async () => {
    const other = DEFAULT_MAJOR - 1;
    await expect(withKind({ kind: 'testcontainers', image: IMAGE }, never, other)).rejects.toMatchObject({
      code: 'server-other-major',
      exitStatus: 64,
      message: expect.stringMatching(
        new RegExp(`^the image ${IMAGE} holds PostgreSQL [\\d.]+, not ${other}$`),
      ),
      hint: `ask for --postgres ${DEFAULT_MAJOR}, or take another image`,
    });
    expect(await containersOf(docker, mark)).toEqual([]);
  });

  it('that ends at once is told with what it wrote', async () => {
    const changes = 'echo "no space for shared memory" >&2; exit 3';
    await withChangedImage(docker, { run: 'true', changes }, async (image) => {
      await expect(withKind({ kind: 'testcontainers', image }, never)).rejects.toMatchObject({
        code: expect.stringMatching(/^server-(?:start|container)-failed$/),
        exitStatus: 70,
        message: expect.stringContaining('no space for shared memory'),
      });
    });
    expect(await containersOf(docker, mark)).toEqual([]);
  });
});
