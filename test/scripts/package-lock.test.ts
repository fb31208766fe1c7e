/** The lock file: a fresh clone installs from it on every platform, from whatever registry it has. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';

interface LockedPackage {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const readLocked = async (): Promise<Readonly<Record<string, LockedPackage>>> => {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return lock.packages;
};

/** The folders in which Node looks for what a package at `path` imports, the nearest first. */
function searched(path: string): string[] {
  const around = path.lastIndexOf('/node_modules/');
  if (path === '') return [''];
  return [path, ...searched(around === -1 ? '' : path.slice(0, around))];
}

const isLocked = (packages: Readonly<Record<string, LockedPackage>>, from: string, name: string): boolean =>
  searched(from).some((place) => `${place}${place === '' ? '' : '/'}node_modules/${name}` in packages);

test('names the optional packages of every platform: npm ci refuses a lock that leaves one out', async () => {
  const packages = await readLocked();
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name })),
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter(({ path, name }) => !isLocked(packages, path, name))).toEqual([]);
});

test('names no registry', async () => {
  const resolved = Object.values(await readLocked()).flatMap(({ resolved, link }) =>
    resolved === undefined || link === true ? [] : [resolved],
  );
  expect(resolved).toEqual([]);
});
