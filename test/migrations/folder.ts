/** Folders of files for tests of the migrations room, on the disk and in git. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OperatorError } from '../../src/domain/operator-error.ts';
import type { Migration } from '../../src/migrations/migration.ts';
import type { ReadOptions } from '../../src/migrations/read-migrations.ts';
import { understand } from '../../src/migrations/read-migrations.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

export const optionsIn = (cwd: string, placeholders: Readonly<Record<string, string>> = {}): ReadOptions => ({
  cwd,
  placeholders,
  flyway: {
    defaultSchema: 'public',
    user: 'owner',
    database: 'shop',
    table: 'flyway_schema_history',
    timestamp: '2026-01-01 00:00:00',
  },
});

export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** Gives a folder with the files, and takes it away afterwards. */
export async function withFolder<T>(files: Files, use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'migrations-'));
  try {
    writeFiles(folder, files);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** Migrations from texts alone. */
export const migrationsOf = (
  files: Files,
  placeholders: Readonly<Record<string, string>> = {},
): Promise<readonly Migration[]> =>
  understand(
    Object.entries(files).map(([file, content]) => ({
      folder: '.',
      file,
      bytes: typeof content === 'string' ? Buffer.from(content) : content,
    })),
    optionsIn('/', placeholders),
  );

/** The lines of the user's mistakes that the work ends in; empty where there are none. */
export async function mistakesOf(work: () => Promise<unknown>): Promise<string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof OperatorError && error.exitStatus === 64 && error.hint !== '')
      return error.message.split('\n');
    throw error;
  }
}
