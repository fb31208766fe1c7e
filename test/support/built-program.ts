/** The program built from the sources as they are, once for all tests that run it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILD = join(ROOT, 'build');
const SOURCES = [
  'src',
  'sql/probe',
  'stubs',
  'scripts/build.mjs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Builds into a folder; the same sources give the same bytes. */
export async function buildInto(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), folder], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

/** A folder like dist/; a build of the same sources is taken again. */
export async function builtProgram(): Promise<string> {
  const name = `of-tests-${await digestOfSources()}`;
  const folder = join(BUILD, name);
  if (await stat(folder).catch(() => undefined)) return join(folder, 'dist');
  await mkdir(BUILD, { recursive: true });
  const making = await mkdtemp(join(BUILD, 'making-'));
  await buildInto(join(making, 'dist'));
  // Another test may have been quicker; both built the same.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  for (const other of await readdir(BUILD)) {
    if (other.startsWith('of-tests-') && other !== name)
      await rm(join(BUILD, other), { recursive: true, force: true });
  }
  return join(folder, 'dist');
}

/** Each file's path and bytes, in a fixed order. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Map<string, Buffer>();
  for (const path of paths.sort()) files.set(path.slice(folder.length + 1), await readFile(path));
  return files;
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(ROOT, source);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) continue;
    const files = found.isDirectory() ? await filesIn(path) : new Map([['', await readFile(path)]]);
    for (const [name, bytes] of files) hash.update(`${source}/${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}
