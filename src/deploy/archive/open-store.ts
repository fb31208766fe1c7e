/** Opens the place where archives are: a folder, or a bucket. */
import { resolve } from 'node:path';
import type { ArchivePlace } from '../../settings/deploy-settings.ts';
import type { ArchiveStore } from './archive-store.ts';
import { folderStore } from './folder-store.ts';
import { s3Store } from './s3-store.ts';

export interface PlaceContext {
  /** What a folder's path is relative to. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Closed when `body` ends; without a place, `body` gets none. */
export async function withStore<T>(
  place: ArchivePlace | undefined,
  { cwd, env }: PlaceContext,
  body: (store: ArchiveStore | undefined) => Promise<T>,
): Promise<T> {
  if (place === undefined) return body(undefined);
  const store = place.kind === 'folder' ? folderStore(resolve(cwd, place.path)) : await s3Store(place, env);
  try {
    return await body(store);
  } finally {
    store.close();
  }
}
