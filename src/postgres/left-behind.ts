/** Takes away what a run left that could not do so itself: its folders and processes, databases and roles, containers. */
import { tmpdir } from 'node:os';
import { openCacheFolder } from './cache-folder.ts';
import { removeContainers } from './left-containers.ts';
import { dropLeftBehind } from './given-server.ts';
import { sweepAbandonedFolders } from './owned-folder.ts';
import type { OpenedKind } from './run-trace.ts';
import { findServerUser } from './server-user.ts';

export interface LeftBehind {
  readonly mark: string;
  /** The kinds of server that the run began to open. */
  readonly opened: readonly OpenedKind[];
  /** Where `url` is among them: the server's address. */
  readonly serverUrl: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/** Each kind by itself, so that one that fails keeps no other; hands back what went wrong. */
export async function removeLeftBehind({ mark, opened, serverUrl, env }: LeftBehind): Promise<unknown[]> {
  const removals = opened.map(async (kind) => {
    switch (kind) {
      case 'embedded':
        return await sweepFolders(env);
      case 'testcontainers':
        return await removeContainers(mark);
      case 'url':
        if (serverUrl === undefined) throw new Error('the address of the server is not known any more');
        return await dropLeftBehind(serverUrl, mark);
    }
  });
  const ends = await Promise.allSettled(removals);
  return ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []));
}

/** Folders of runs whose process is gone, in every place where a run may have made one. */
async function sweepFolders(env: NodeJS.ProcessEnv): Promise<void> {
  const user = await findServerUser();
  const cache = await openCacheFolder({ env, user });
  try {
    for (const place of new Set(['/dev/shm', tmpdir(), '/tmp', '/var/tmp', cache.path])) {
      await sweepAbandonedFolders(place).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    }
  } finally {
    await cache.close();
  }
}
