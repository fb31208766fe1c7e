/** The files of migrations folders on the disk, found as Flyway finds them: at any depth. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { distance } from 'fastest-levenshtein';
import { OperatorError } from '../domain/operator-error.ts';
import { type Mistake, throwMistakes } from './mistake.ts';
import { isOfInterest, MAX_FILE_BYTES, type SourceFile, tooLarge } from './source-file.ts';

/** Where migrations are looked for when no folder is given, in this order. */
export const KNOWN_FOLDERS = [
  'sql/migrations',
  'db/migration',
  'src/main/resources/db/migration',
  'migrations',
] as const;

/** The given folders, or the first known one that exists. */
export function migrationFolders(cwd: string, given: readonly string[]): readonly string[] {
  if (given.length > 0) return given;
  const found = KNOWN_FOLDERS.find((folder) => isFolder(path.resolve(cwd, folder)));
  if (found !== undefined) return [found];
  throw new OperatorError(`no migrations folder: looked for ${KNOWN_FOLDERS.join(', ')}`, {
    code: 'migrations-folder-missing',
    hint: 'Name it with --migrations DIR, or as migrations: in partition-guard.yml.',
  });
}

/** Every SQL file below the folders, each once. */
export function readFolders(cwd: string, folders: readonly string[]): readonly SourceFile[] {
  const mistakes: Mistake[] = [];
  const files = new Map<string, SourceFile>();
  for (const folder of folders) {
    const root = path.resolve(cwd, folder);
    if (!isFolder(root)) {
      mistakes.push(missingFolder(cwd, folder, existsSync(root)));
      continue;
    }
    const walk = new Walk({ cwd, folder, root: realpathSync(root), mistakes, files });
    walk.enter(root);
    if (walk.seen === 0) mistakes.push(emptyFolder(folder));
  }
  throwMistakes(mistakes);
  return [...files.values()];
}

const isFolder = (absolute: string): boolean =>
  statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false;

interface WalkTarget {
  readonly cwd: string;
  readonly folder: string;
  /** The folder's real path. */
  readonly root: string;
  readonly mistakes: Mistake[];
  /** By real path. */
  readonly files: Map<string, SourceFile>;
}

class Walk {
  /** SQL files met, also those that another folder gave already. */
  seen = 0;
  private readonly entered = new Set<string>();

  private readonly to: WalkTarget;

  constructor(to: WalkTarget) {
    this.to = to;
  }

  enter(folder: string): void {
    const real = realpathSync(folder);
    if (this.entered.has(real)) return;
    this.entered.add(real);
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
      if (entry.name.startsWith('.')) continue;
      this.meet(path.join(folder, entry.name), entry.name);
    }
  }

  private meet(absolute: string, name: string): void {
    const file = displayPath(this.to.cwd, absolute);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (!stat?.isDirectory() && !isOfInterest(name)) return;
    if (!stat) {
      this.to.mistakes.push({ ...unread(file), message: 'a symbolic link to nothing' });
      return;
    }
    const real = realpathSync(absolute);
    if (real !== this.to.root && !real.startsWith(this.to.root + path.sep)) {
      this.to.mistakes.push({
        ...unread(file),
        message: 'a symbolic link that leaves the migrations folder',
      });
    } else if (stat.isDirectory()) {
      this.enter(absolute);
    } else if (!stat.isFile()) {
      this.to.mistakes.push({ ...unread(file), message: 'not a regular file' });
    } else {
      this.take(file, real, stat.size);
    }
  }

  private take(file: string, real: string, size: number): void {
    this.seen++;
    if (size > MAX_FILE_BYTES) this.to.mistakes.push(tooLarge(file, size));
    else if (!this.to.files.has(real)) {
      this.to.files.set(real, { folder: this.to.folder, file, bytes: readFileSync(real) });
    }
  }
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

/** Relative to where the program runs, with forward slashes. */
export const displayPath = (cwd: string, absolute: string): string =>
  path.relative(cwd, absolute).split(path.sep).join('/') || '.';

const unread = (file: string): Omit<Mistake, 'message'> => ({
  file,
  code: 'migration-unreadable',
  hint: 'Put a regular file in the migrations folder, or give the other folder with --migrations too.',
});

function missingFolder(cwd: string, folder: string, exists: boolean): Mistake {
  const known = KNOWN_FOLDERS.filter((candidate) => isFolder(path.resolve(cwd, candidate)));
  const near = [...known, ...siblingsOf(cwd, folder)]
    .map((candidate) => ({ candidate, far: distance(folder, candidate) }))
    .sort((a, b) => a.far - b.far)[0];
  const meant =
    near && near.far <= Math.max(3, folder.length / 3) ? ` — did you mean "${near.candidate}"?` : '';
  return {
    file: folder,
    message: (exists ? 'a file, not a folder of migrations' : 'no such migrations folder') + meant,
    code: 'migrations-folder-missing',
    hint: 'Name the folder with --migrations DIR, relative to where the program runs.',
  };
}

function siblingsOf(cwd: string, folder: string): string[] {
  const parent = path.dirname(path.resolve(cwd, folder));
  if (!isFolder(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => displayPath(cwd, path.join(parent, entry.name)));
}

const emptyFolder = (folder: string): Mistake => ({
  file: folder,
  message: 'no migrations in this folder',
  code: 'migrations-folder-empty',
  hint: 'A migration is a file named V1__what_it_does.sql, or R__what_it_does.sql for one that is repeated.',
});
