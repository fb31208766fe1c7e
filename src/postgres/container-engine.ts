/** The Docker engine that containers run on: found, asked for an image, and told what it says. Its library is loaded only here. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ContainerRuntimeClient } from 'testcontainers';
import { OperatorError } from '../domain/operator-error.ts';

/** Below that version the library's own HTTP client fails with words that help nobody. */
const LEAST_NODE = [22, 19] as const;
/** Between the tries of a pull: a registry that is busy or out of reach for a moment costs no run. */
const PULL_PAUSES_MS: readonly number[] = [1_000, 3_000, 9_000];

export function requireNode(): void {
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

/** Found as Docker's own tools find it: DOCKER_HOST, the usual sockets. */
export async function findEngine(): Promise<ContainerRuntimeClient> {
  requireNode();
  const { getContainerRuntimeClient } = await import('testcontainers');
  try {
    return await getContainerRuntimeClient();
  } catch (error) {
    const asked = process.env['DOCKER_HOST'];
    const where = asked === undefined ? '' : ' at what DOCKER_HOST names';
    throw new OperatorError(`Docker: no engine answers${where}`, {
      code: 'docker-unreachable',
      hint: 'start Docker and see that this user may use it (docker info), or take another server: --server embedded',
      cause: error,
    });
  }
}

export interface PullOptions {
  readonly image: string;
  readonly onProgress: (text: string) => void;
  readonly pausesMs?: readonly number[];
}

/** Sees that the engine has the image; what it has is not asked for again. */
export async function pullImage(
  engine: ContainerRuntimeClient,
  { image, onProgress, pausesMs = PULL_PAUSES_MS }: PullOptions,
): Promise<void> {
  const { ImageName } = await import('testcontainers');
  const name = ImageName.fromString(image);
  if (await engine.image.exists(name)) return;
  onProgress(`pulling ${image}`);
  for (let tries = 0; ; tries += 1) {
    const failure = await pullOnce(engine, name);
    if (failure === undefined) return;
    const pause = failure.isFinal ? undefined : pausesMs[tries];
    if (pause === undefined) throw notPulled(image, failure, tries + 1);
    onProgress(`${image} could not be pulled (${failure.said}); next try in ${pause / 1000} s`);
    await delay(pause);
  }
}

interface Failure {
  readonly said: string;
  readonly kind: 'not-found' | 'no-access' | 'out-of-reach';
  readonly isFinal: boolean;
}

/** The engine answers with a status of HTTP until a download has begun; after that only the image's absence tells. */
async function pullOnce(
  engine: ContainerRuntimeClient,
  name: Parameters<ContainerRuntimeClient['image']['pull']>[0],
): Promise<Failure | undefined> {
  try {
    await engine.image.pull(name);
  } catch (error) {
    const { statusCode, json } = error as { readonly statusCode?: number; readonly json?: unknown };
    const said = messageOf(json) ?? withoutStatus(error instanceof Error ? error.message : String(error));
    const kind = kindOf(statusCode, said);
    return { said, kind, isFinal: kind !== 'out-of-reach' || statusCode === 400 };
  }
  if (await engine.image.exists(name)) return undefined;
  return { said: 'the download broke off', kind: 'out-of-reach', isFinal: false };
}

/** Engines hand on what a registry says as 500: by the codes that registries have for it, in small letters. */
const NOT_FOUND = /\b(?:manifest|name) unknown\b/;
const NO_ACCESS = /\b(?:unauthorized|denied)\b/;

function kindOf(status: number | undefined, said: string): Failure['kind'] {
  if (status === 404 || NOT_FOUND.test(said)) return 'not-found';
  return status === 401 || status === 403 || NO_ACCESS.test(said) ? 'no-access' : 'out-of-reach';
}

function messageOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('message' in json)) return undefined;
  return typeof json.message === 'string' ? json.message.split('\n')[0] : undefined;
}

/** "(HTTP code 404) unexpected - manifest unknown": the library's words go, the engine's stay. */
const withoutStatus = (message: string): string =>
  (message.replace(/^\(HTTP code \d+\) [^-]* - /, '').split('\n')[0] ?? '').trim();

const HINTS: Readonly<Record<Failure['kind'], string>> = {
  'not-found':
    'see that the name and the tag or digest are right; where the image is private: docker login, before the run',
  'no-access': 'log in to its registry with a user who may read it: docker login, before the run',
  'out-of-reach':
    'see that the machine Docker runs on reaches the registry, or have the image there before the run: docker pull',
};

function notPulled(image: string, { said, kind }: Failure, tries: number): OperatorError {
  const told = {
    'not-found': 'is not found, or not for this user',
    'no-access': 'may not be pulled by this user',
    'out-of-reach': `could not be pulled in ${tries} ${tries === 1 ? 'try' : 'tries'}`,
  }[kind];
  return new OperatorError(`Docker: the image ${image} ${told}: ${said}`, {
    code: `image-${kind}`,
    hint: HINTS[kind],
  });
}
