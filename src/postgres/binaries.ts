/** The programs of an installed PostgreSQL: where they lie, and which version they say they are. */
import { access, constants, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { MAJORS } from './majors.ts';
import { minimalEnvironment, runProgram, type ServerUser } from './program.ts';

export interface Binaries {
  /** The folder of `initdb` and `postgres`. */
  readonly folder: string;
  /** As PostgreSQL says it: "15.18". */
  readonly version: string;
  readonly major: number;
  /** The whole line of `postgres --version`: two builds of one version may differ in it. */
  readonly build: string;
  /** Named by the user: what was prepared with it once is not good for ever. */
  readonly isOwnBuild?: boolean;
}

export interface BinariesSearch {
  readonly major: number | undefined;
  readonly user: ServerUser | undefined;
  /** The PATH to look along. */
  readonly path: string;
}

/** Finds the installed PostgreSQL of the wanted major; without one, the newest that can be tested on. */
export async function findInstalledBinaries(search: BinariesSearch): Promise<Binaries | undefined> {
  const majors = search.major === undefined ? [...MAJORS] : [search.major];
  const folders = [...majors.flatMap(usualFolders), ...(await foldersOnPath(search.path))];
  const found: Binaries[] = [];
  for (const folder of new Set(folders)) {
    const binaries = await readBinaries(folder, search.user);
    // What is not released yet is taken only where it is named.
    if (binaries === undefined || !/^[\d.]+$/.test(binaries.version)) continue;
    if (majors.some((major) => major === binaries.major)) found.push(binaries);
  }
  return found.sort((a, b) => b.major - a.major)[0];
}

/** Asks the programs in a folder what they are; undefined when there are none that run. */
export async function readBinaries(
  folder: string,
  user: ServerUser | undefined,
): Promise<Binaries | undefined> {
  try {
    await Promise.all(['initdb', 'postgres'].map((program) => access(join(folder, program), constants.X_OK)));
  } catch {
    return undefined;
  }
  const end = await runProgram(join(folder, 'postgres'), ['--version'], {
    cwd: '/',
    env: minimalEnvironment('/'),
    user,
    timeoutMs: 10_000,
  });
  const build = end.stdout.trim();
  const version = /\(PostgreSQL\) (?<version>(?<major>\d+)(?:\.\d+)*(?:devel|beta\d+|rc\d+)?)\b/.exec(
    build,
  )?.groups;
  if (!end.ok || version?.['version'] === undefined) return undefined;
  return { folder, version: version['version'], major: Number(version['major']), build };
}

const usualFolders = (major: number): string[] => [
  `/usr/lib/postgresql/${major}/bin`,
  `/usr/pgsql-${major}/bin`,
  `/opt/homebrew/opt/postgresql@${major}/bin`,
  `/usr/local/opt/postgresql@${major}/bin`,
  '/usr/local/pgsql/bin',
];

/** `postgres` on the PATH, a link followed to where `initdb` lies beside it, and what `pg_config` names. */
async function foldersOnPath(path: string): Promise<string[]> {
  const folders: string[] = [];
  for (const folder of path.split(delimiter).filter((entry) => entry.startsWith('/'))) {
    const program = await realpath(join(folder, 'postgres')).catch(() => undefined);
    if (program !== undefined) folders.push(dirname(program));
    const config = await realpath(join(folder, 'pg_config')).catch(() => undefined);
    if (config === undefined) continue;
    const end = await runProgram(config, ['--bindir'], {
      cwd: '/',
      env: minimalEnvironment('/'),
      timeoutMs: 10_000,
    });
    if (end.ok) folders.push(end.stdout.trim());
  }
  return folders;
}
