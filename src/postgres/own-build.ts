/** A build of PostgreSQL that the user names by its folder of programs: taken as it is, or refused in clear words. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../domain/operator-error.ts';
import { type Binaries, readBinaries } from './binaries.ts';
import { MAJORS } from './majors.ts';
import type { ServerUser } from './program.ts';
import { canReach } from './server-user.ts';

export interface OwnBuild {
  /** A whole path. */
  readonly folder: string;
  /** The major that is asked for, where one is. */
  readonly major: number | undefined;
  /** Whom its programs run as. */
  readonly user: ServerUser | undefined;
}

const PROGRAMS = ['initdb', 'postgres'] as const;

/** @throws OperatorError where the folder holds no PostgreSQL that can be run and tested on. */
export async function readOwnBuild({ folder, major, user }: OwnBuild): Promise<Binaries> {
  await requireFolder(folder);
  for (const program of PROGRAMS) await requireProgram(folder, program);
  if (!(await canReach(user, folder))) {
    throw refused(
      `${user?.name ?? 'the server'} may not enter ${folder}, and a server is not run as root`,
      'Put the build where everybody may read it, or run as an ordinary user.',
    );
  }
  const binaries = await readBinaries(folder, user);
  if (binaries === undefined) {
    throw refused(
      `${join(folder, 'postgres')} --version does not say that it is PostgreSQL`,
      'Run it by hand: a shared library may be missing, or it may be built for another machine.',
    );
  }
  if (!MAJORS.some((known) => known === binaries.major)) {
    throw refused(
      `${folder} holds PostgreSQL ${binaries.version}, which is not among the majors that can be tested on`,
      `Give a build of ${[...MAJORS].reverse().join(', ')}.`,
    );
  }
  if (major !== undefined && major !== binaries.major) {
    throw refused(
      `${folder} holds PostgreSQL ${binaries.version}, and ${major} is asked for`,
      `Ask for --postgres ${binaries.major}, or give the folder of another build.`,
    );
  }
  return { ...binaries, isOwnBuild: true };
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) return;
  throw refused(
    found === undefined ? `there is no folder ${folder}` : `${folder} is no folder`,
    'Give the folder that holds initdb and postgres, which pg_config --bindir names.',
  );
}

async function requireProgram(folder: string, program: string): Promise<void> {
  if (await isProgram(join(folder, program))) return;
  const below = join(folder, 'bin');
  throw refused(
    `${folder} holds no program ${program} that may be run`,
    (await isProgram(join(below, program)))
      ? `Give ${below}.`
      : 'Give the folder that holds initdb and postgres, which pg_config --bindir names.',
  );
}

/** A folder may be "run", too. */
async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

const refused = (message: string, hint: string): OperatorError =>
  new OperatorError(message, { code: 'server-bin-unusable', hint });
