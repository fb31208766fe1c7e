/** Whom a server of ours runs as: ourselves, or, since PostgreSQL refuses root, somebody without rights. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OperatorError } from '../domain/operator-error.ts';
import { minimalEnvironment, runProgram, type ServerUser } from './program.ts';

const CANDIDATES = ['postgres', 'nobody'] as const;

/** The user that programs are to be run as; undefined where we are not root and may stay who we are. */
export async function findServerUser(): Promise<ServerUser | undefined> {
  if (process.geteuid?.() !== 0) return undefined;
  for (const name of CANDIDATES) {
    const [uid, gid] = await Promise.all([readId('-u', name), readId('-g', name)]);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { name, uid, gid };
  }
  throw new OperatorError(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor a user "nobody"',
    { code: 'server-user-missing', hint: 'run as an ordinary user, or add a user named "postgres"' },
  );
}

/** Whether `user` can get to what lies in `folder`; true for ourselves. */
export async function canReach(user: ServerUser | undefined, folder: string): Promise<boolean> {
  if (user === undefined) return true;
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const right = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & right) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function readId(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  const end = await runProgram('id', [flag, name], {
    cwd: '/',
    env: minimalEnvironment('/'),
    timeoutMs: 10_000,
  });
  return end.ok && /^\d+$/.test(end.stdout.trim()) ? Number(end.stdout) : undefined;
}
