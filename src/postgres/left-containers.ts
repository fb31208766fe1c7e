/** Containers of runs that are over: removed by the step after a cancelled job, and by the next run after a killed one. */
import { findEngine } from './container-engine.ts';
import { SUPERUSER } from './roles.ts';
import { CONTAINER_LABEL, isRunMark } from './run-trace.ts';

type Engine = Awaited<ReturnType<typeof findEngine>>['container']['dockerode'];

/** The name of a container says whether its run holds a session with it yet. */
export const nameOf = (mark: string, number: string): string => `partition-guard-${mark}-${number}`;
export const startingName = (name: string): string => `${name}-starting`;

/** No start takes longer, a first pull not counted. */
const START_SECONDS = 900;

/**
 * Removes the containers of a run; nothing where Docker is out of reach, and with it they.
 * @param name one of them only.
 */
export async function removeContainers(mark: string, name?: string): Promise<void> {
  const engine = await findEngine().catch(() => undefined);
  const docker = engine?.container.dockerode;
  const filters = {
    label: [`${CONTAINER_LABEL}=${mark}`],
    ...(name === undefined ? {} : { name: [name] }),
  };
  for (const { Id } of (await docker?.listContainers({ all: true, filters })) ?? []) {
    await removeContainer(docker, Id);
  }
}

/**
 * Removes containers of ours whose run is gone, whichever machine that ran on: in a server that nobody has a session of ours
 * with, or that did not come up in its time. What can't be judged or removed is left for the next run.
 * @returns a line for each, for people.
 */
export async function removeOrphanedContainers(docker: Engine): Promise<string[]> {
  const told: string[] = [];
  const { SystemTime } = (await docker.info()) as { readonly SystemTime: string };
  const nowSeconds = Date.parse(SystemTime) / 1000;
  for (const found of await docker.listContainers({ all: true, filters: { label: [CONTAINER_LABEL] } })) {
    const mark = found.Labels[CONTAINER_LABEL] ?? '';
    if (!isRunMark(mark)) continue;
    const ageSeconds = nowSeconds - found.Created;
    const name = (found.Names[0] ?? found.Id).replace('/', '');
    try {
      const isUp = found.Names.every((its) => !its.endsWith(startingName('')));
      const isOver = isUp ? !(await hasSession(docker, found)) : ageSeconds > START_SECONDS;
      if (!isOver) continue;
      await removeContainer(docker, found.Id);
      told.push(`removed what a killed run left: the container ${name} of ${found.Image}`);
    } catch {
      told.push(`a container of another run can not be judged or removed: ${name}`);
    }
  }
  return told;
}

/** By the titles of the server's processes, which name the role of each session: no password of it is known here. */
async function hasSession(
  docker: Engine,
  { Id, State }: { readonly Id: string; readonly State: string },
): Promise<boolean> {
  if (State !== 'running') return State === 'paused';
  const { Processes } = (await docker.getContainer(Id).top()) as { readonly Processes: string[][] | null };
  return (Processes ?? []).some((fields) =>
    fields.some((field) => field.startsWith('postgres: ') && field.includes(`${SUPERUSER} `)),
  );
}

/** One that goes away by itself meanwhile is no failure. */
async function removeContainer(docker: Engine | undefined, id: string): Promise<void> {
  try {
    await docker?.getContainer(id).remove({ force: true, v: true });
  } catch (error) {
    const { statusCode } = error as { readonly statusCode?: number };
    if (statusCode !== 404 && statusCode !== 409) throw error;
  }
}
