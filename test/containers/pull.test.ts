/** Pulling an image with a real engine, from a registry that is in order, out of order, or shut. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { pullImage } from '../../src/postgres/container-engine.ts';
import { describeWithDocker } from '../support/docker.ts';
import { type FakeRegistry, openFakeRegistry } from '../support/fake-registry.ts';

let registry: FakeRegistry;
let told: string[];

describeWithDocker('an image', (engine, docker) => {
  beforeEach(async () => {
    registry = await openFakeRegistry();
    told = [];
  });
  afterEach(async () => {
    for (const { Id, RepoTags, RepoDigests } of await docker.listImages()) {
      const names = [...(RepoTags ?? []), ...(RepoDigests ?? [])];
      if (names.some((name) => name.startsWith(registry.repository)))
        await docker.getImage(Id).remove({ force: true });
    }
    await registry.close();
  });

  const pull = (which: string, pausesMs: readonly number[] = []): Promise<void> =>
    pullImage(engine, {
      image: `${registry.repository}${which}`,
      onProgress: (text) => told.push(text),
      pausesMs,
    });

  it('is pulled by its tag, and not asked for again', async () => {
    await pull(':1');
    const asked = registry.asked();
    expect(asked).toBeGreaterThan(0);
    await pull(':1');
    expect(registry.asked()).toBe(asked);
    expect(told).toEqual([`pulling ${registry.repository}:1`]);
  });

  it.each(['', ':1'])('is pulled by its digest after the name%s', async (tag) => {
    await pull(`${tag}@${registry.digest}`);
    const image = docker.getImage(`${registry.repository}@${registry.digest}`);
    expect((await image.inspect()).RepoDigests).toEqual([`${registry.repository}@${registry.digest}`]);
  });

  it('is pulled after a while from a registry that was out of order', async () => {
    registry.fail(503, 2);
    await pull(':1', [10, 10, 10, 10]);
    expect(told.length).toBeGreaterThan(1);
    expect(told[1]).toMatch(/:1 could not be pulled \(.*503.*\); next try in 0\.01 s$/);
    expect((await docker.getImage(`${registry.repository}:1`).inspect()).Id).toMatch(/^sha256:/);
  });

  it('from a registry that stays out of order is told with the number of tries', async () => {
    registry.fail(503, 1_000);
    await expect(pull(':1', [10, 10])).rejects.toMatchObject({
      code: 'image-out-of-reach',
      exitStatus: 64,
      message: expect.stringMatching(/^Docker: the image \S+:1 could not be pulled in 3 tries: .*503/),
      hint: expect.stringContaining('docker pull'),
    });
  });

  it('from where nobody listens is told so', async () => {
    await registry.close();
    await expect(pull(':1')).rejects.toMatchObject({
      code: 'image-out-of-reach',
      message: expect.stringContaining('connection refused'),
    });
  });

  it('that the registry does not have is asked for once', async () => {
    await expect(pull(':2', [10, 10])).rejects.toMatchObject({
      code: 'image-not-found',
      message: expect.stringMatching(/^Docker: the image \S+:2 is not found, or not for this user: \S/),
      hint: expect.stringContaining('docker login'),
    });
    expect(told).toHaveLength(1);
  });

  it('that may not be had by this user is told so, with the next step', async () => {
    registry.fail(401, 1_000);
    await expect(pull(':1', [10])).rejects.toMatchObject({
      code: 'image-no-access',
      message: expect.stringMatching(/:1 may not be pulled by this user: .*unauthorized/),
      hint: expect.stringContaining('docker login'),
    });
    expect(told).toHaveLength(1);
  });
});
