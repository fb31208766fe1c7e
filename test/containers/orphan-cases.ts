/** Containers of runs that were killed, on a real engine: the next run removes these, and no others. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { pullImage } from '../../src/postgres/container-engine.ts';
import { nameOf, removeContainers, startingName } from '../../src/postgres/left-containers.ts';
import { CONTAINER_LABEL, newRunMark } from '../../src/postgres/run-trace.ts';
import { withServer } from '../../src/postgres/server.ts';
import { containersOf, describeWithDocker, type Dockerode, IMAGE } from '../support/docker.ts';
import { type HeldServer, holdServer } from '../support/processes.ts';

const KIND = { kind: 'testcontainers' } as const;

describeWithDocker('a container', (engine, docker) => {
  const made: Awaited<ReturnType<Dockerode['createContainer']>>[] = [];
  const held: HeldServer[] = [];
  beforeAll(() => pullImage(engine, { image: IMAGE, onProgress: () => undefined }), 600_000);
  afterEach(async () => {
    for (const container of made.splice(0)) await container.remove({ force: true }).catch(() => undefined);
    for (const { kill, end } of held.splice(0)) {
      kill('SIGTERM');
      await end;
    }
  });
  const hold = async (): Promise<HeldServer & { readonly mark: string }> => {
    const mark = newRunMark();
    const one = holdServer('wait', {}, { kind: KIND, mark });
    held.push(one);
    await one.line('ready: ');
    expect(await containersOf(docker, mark)).toHaveLength(1);
    return { ...one, mark };
  };

  /** What it says of containers of these runs. */
  const nextRun = async (...marks: readonly string[]): Promise<string[]> => {
    const told: string[] = [];
    await withServer(
      { kind: KIND, expectedBytes: 0, onProgress: (text) => told.push(text) },
      async () => undefined,
    );
    expect(told).toContain(`starting a container of ${IMAGE}`);
    return told.filter((line) => marks.some((mark) => line.includes(mark)));
  };

  const make = async (name: string, labels: Record<string, string>): Promise<void> => {
    made.push(await docker.createContainer({ Image: IMAGE, name, Labels: labels, Cmd: ['sleep', '600'] }));
  };

  it('of a run that was killed is removed by the next, which says so; that of a living one stays', async () => {
    const [killed, alive] = [await hold(), await hold()];
    const [orphan = ''] = await containersOf(docker, killed.mark);
    killed.kill('SIGKILL');
    await killed.end;
    expect(await containersOf(docker, killed.mark)).toEqual([orphan]);
    const marks = [killed.mark, alive.mark];
    expect(await nextRun(...marks)).toEqual([
      `removed what a killed run left: the container ${orphan} of ${IMAGE}`,
    ]);
    expect(await containersOf(docker, killed.mark)).toEqual([]);
    expect(await nextRun(...marks)).toEqual([]);
    expect(await containersOf(docker, alive.mark)).toHaveLength(1);
  });

  it('that has stopped is nobody’s any more', async () => {
    const mark = newRunMark();
    await make(nameOf(mark, 'aaaa'), { [CONTAINER_LABEL]: mark });
    expect(await nextRun(mark)).toEqual([
      `removed what a killed run left: the container ${nameOf(mark, 'aaaa')} of ${IMAGE}`,
    ]);
    expect(await containersOf(docker, mark)).toEqual([]);
  });

  it('that is being started, or is not ours, stays', async () => {
    const mark = newRunMark();
    const [starting, other] = [startingName(nameOf(mark, 'bbbb')), `partition-guard-${mark}-not-ours`];
    await make(starting, { [CONTAINER_LABEL]: mark });
    await make(other, { 'somebody.else': mark });
    await make(`${other}-2`, { [CONTAINER_LABEL]: 'none of our marks' });
    expect(await nextRun(mark)).toEqual([]);
    for (const container of made) expect((await container.inspect()).State.Status).toBe('created');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is gone when its run ends by %s', async (signal, status) => {
    const one = await hold();
    one.kill(signal);
    expect((await one.end).status).toBe(status);
    expect(await containersOf(docker, one.mark)).toEqual([]);
  });

  it('of a run is removed by its mark, which is what the step after a cancelled job does, and no other', async () => {
    const [mark, another] = [newRunMark(), newRunMark()];
    const stays = startingName(nameOf(another, 'dddd'));
    await make(startingName(nameOf(mark, 'cccc')), { [CONTAINER_LABEL]: mark });
    await make(stays, { [CONTAINER_LABEL]: another });
    await removeContainers(mark);
    expect(await containersOf(docker, mark)).toEqual([]);
    expect(await containersOf(docker, another)).toEqual([stays]);
  });

  it('is asked for in vain where no engine answers', async () => {
    const entry = join(import.meta.dirname, '..', 'support', 'cli-entry.ts');
    const env = {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      DOCKER_HOST: 'unix:///nowhere/docker.sock',
    };
    const run = promisify(execFile)(process.execPath, [entry, 'validate', '--server', 'testcontainers'], {
      cwd: join(import.meta.dirname, '..', '..'),
      env,
    });
    await expect(run).rejects.toMatchObject({
      code: 64,
      stderr: [
        'Docker: no engine answers at what DOCKER_HOST names',
        '→ start Docker and see that this user may use it (docker info), or take another server: --server embedded',
        '',
      ].join('\n'),
    });
  });
});
