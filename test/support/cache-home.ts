/** A cache of a test's own, which the server's user can get to. */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function withCacheFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'cache-of-a-test-'));
  try {
    await chmod(home, 0o755);
    const folder = join(home, 'partition-guard');
    await mkdir(folder, { mode: 0o755 });
    return await body(folder);
  } finally {
    await rm(home, { recursive: true });
  }
}
