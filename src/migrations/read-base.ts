/** The migrations of the base: those that are already applied somewhere, as a git ref holds them. */
import { migrationFolders } from './disk-files.ts';
import { readFoldersAt } from './git-files.ts';
import type { Migration } from './migration.ts';
import { type ReadOptions, understand } from './read-migrations.ts';

/** Reads the folders at a git ref; none there is legal: then nothing is released yet. */
export async function readMigrationsAt(
  ref: string,
  folders: readonly string[],
  options: ReadOptions,
): Promise<readonly Migration[]> {
  const { cwd } = options;
  return understand(await readFoldersAt({ ref, folders: migrationFolders(cwd, folders), cwd }), options);
}
