/** A real Docker engine for tests, where one answers: `node scripts/with-docker.mjs` makes one answer. */
import { describe } from '@jest/globals';
import { findEngine } from '../../src/postgres/container-engine.ts';
import { DEFAULT_MAJOR } from '../../src/postgres/majors.ts';
import { CONTAINER_LABEL } from '../../src/postgres/run-trace.ts';

type Engine = Awaited<ReturnType<typeof findEngine>>;
export type Dockerode = Engine['container']['dockerode'];

/** PARTITION_GUARD_TEST_DOCKER=later leaves these tests to a run of their own. */
const ENGINE: Engine | undefined =
  process.env['PARTITION_GUARD_TEST_DOCKER'] === 'later'
    ? undefined
    : await findEngine().catch(() => undefined);

/** The one image that these tests need from outside. */
export const IMAGE = `postgres:${DEFAULT_MAJOR}`;

/** Skipped, saying so, where no engine answers. */
export function describeWithDocker(title: string, body: (engine: Engine, docker: Dockerode) => void): void {
  const engine = ENGINE;
  if (engine === undefined)
    describe.skip(`${title} (not run: no Docker engine answers)`, () => body(NONE, NONE.container.dockerode));
  else describe(title, () => body(engine, engine.container.dockerode));
}

/** Stands where a skipped test names the engine: it is never asked. */
const NONE = { container: { dockerode: undefined } } as unknown as Engine;

/** The names of the containers of a run. */
export async function containersOf(docker: Dockerode, mark: string): Promise<string[]> {
  const filters = { label: [`${CONTAINER_LABEL}=${mark}`] };
  const found = await docker.listContainers({ all: true, filters });
  return found.map(({ Names }) => (Names[0] ?? '').slice(1));
}

/** An image made of another by a change, gone afterwards. */
export async function withChangedImage<T>(
  docker: Dockerode,
  { run, changes }: { readonly run: string; readonly changes?: string },
  body: (image: string) => Promise<T>,
): Promise<T> {
  const repo = 'partition-guard-test-changed';
  const container = await docker.createContainer({
    Image: IMAGE,
    Entrypoint: ['sh', '-c'],
    Cmd: [run],
    User: 'root',
  });
  try {
    await container.start();
    const { StatusCode } = (await container.wait()) as { readonly StatusCode: number };
    if (StatusCode !== 0) throw new Error(`the image could not be changed: status ${StatusCode}`);
    const { Config } = await docker.getImage(IMAGE).inspect();
    const own = { ...Config, ...(changes === undefined ? {} : { Entrypoint: ['sh', '-c', changes] }) };
    await container.commit({ repo, tag: '1', ...own });
  } finally {
    await container.remove({ force: true, v: true });
  }
  try {
    return await body(`${repo}:1`);
  } finally {
    await docker.getImage(`${repo}:1`).remove({ force: true });
  }
}
