/** A fresh data folder, out of the cache where it was once prepared by these very programs in this very way. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import type { Binaries } from './binaries.ts';
import { type OwnedFolder, openOwnedFolder } from './owned-folder.ts';
import { minimalEnvironment, runProgram, type ServerUser } from './program.ts';
import { ownServerSetup, SUPERUSER } from './roles.ts';

export interface PrepareOptions {
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  /** The run's folder: the data goes to `data` in it, which exists and is empty. */
  readonly run: OwnedFolder;
  readonly cache: string;
  readonly onProgress: (text: string) => void;
}

const TIMEOUT_MS = 120_000;
const INITDB_ARGS = [
  `--username=${SUPERUSER}`,
  '--auth=trust',
  '--encoding=UTF8',
  '--no-sync',
  '--wal-segsize=1',
  // Compared byte by byte: keys are indexed sooner.
  '--lc-collate=C',
];
/** Tried in this order; the first is missing on some systems. */
const LOCALES = ['C.UTF-8', 'C'] as const;
const SINGLE_USER_ARGS = [
  '--single',
  '-F',
  '-c',
  'exit_on_error=true',
  '-c',
  'dynamic_shared_memory_type=mmap',
];

/** Fills the run's data folder. */
export async function prepareData(options: PrepareOptions): Promise<void> {
  // A build of one's own changes under the same name and version.
  if (options.binaries.isOwnBuild) return await makeData(options);
  const { place, prefix } = cachedName(options.binaries);
  const path = join(options.cache, place);
  if (await unpackData(path, options)) return;
  options.onProgress(`preparing a data folder of PostgreSQL ${options.binaries.version} (once)`);
  await makeData(options);
  await keepData({ path, prefix }, options);
}

/** One file a build and recipe; `prefix` is what the same build's older recipes share. */
function cachedName(binaries: Binaries): { place: string; prefix: string } {
  const hash = (parts: unknown): string =>
    createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
  const prefix = `data-${binaries.major}-${hash(binaries.folder)}-`;
  const recipe = [binaries.build, INITDB_ARGS, LOCALES, ownServerSetup(binaries.major)];
  return { place: `${prefix}${hash(recipe)}.tar`, prefix };
}

async function makeData(options: PrepareOptions): Promise<void> {
  const data = join(options.run.path, 'data');
  let complaint = '';
  for (const locale of LOCALES) {
    const end = await runProgram(
      join(options.binaries.folder, 'initdb'),
      [...INITDB_ARGS, `--locale=${locale}`, '-D', data],
      programOptions(options),
    );
    if (end.ok) return await setUp(options, data);
    complaint = `initdb failed (${end.ending}):\n${lastLines(end.stdout + end.stderr)}`;
  }
  throw startFailure(options.binaries, complaint);
}

/** Runs our statements in PostgreSQL's single-user mode: no socket, and a clean shutdown at the end. */
async function setUp(options: PrepareOptions, data: string): Promise<void> {
  const end = await runProgram(
    join(options.binaries.folder, 'postgres'),
    [...SINGLE_USER_ARGS, '-D', data, 'template1'],
    {
      ...programOptions(options),
      // A line is a statement there.
      input: Readable.from(ownServerSetup(options.binaries.major).map((statement) => `${statement};\n`)),
    },
  );
  if (end.ok && !/^.*(?:ERROR|FATAL|PANIC): /m.test(end.stderr)) return;
  throw startFailure(
    options.binaries,
    `its roles could not be made (${end.ending}):\n${lastLines(end.stderr)}`,
  );
}

interface CachedFile {
  readonly path: string;
  readonly prefix: string;
}

/** Keeps the prepared folder as a tar file followed by its digest; not to be able to is no failure of the run. */
async function keepData(file: CachedFile, options: PrepareOptions): Promise<void> {
  const work = await openOwnedFolder(options.cache, 0o700);
  try {
    const temporary = join(work.path, 'data.tar');
    const hash = createHash('sha256');
    const hashing = new Transform({
      transform(bytes: Buffer, _encoding, done) {
        hash.update(bytes);
        done(null, bytes);
      },
    });
    const output = createWriteStream(temporary, { mode: 0o600 });
    hashing.pipe(output);
    const written = new Promise<void>((resolve, reject) =>
      output.once('close', resolve).once('error', reject),
    );
    const end = await runProgram('tar', ['-c', '-f', '-', '-C', join(options.run.path, 'data'), '.'], {
      ...programOptions(options),
      output: hashing,
    });
    await written;
    if (!end.ok) throw new Error(`tar ended with ${end.ending}: ${lastLines(end.stderr)}`);
    await appendFile(temporary, hash.digest());
    for (const name of await readdir(options.cache)) {
      if (name.startsWith(file.prefix)) await rm(join(options.cache, name), { force: true });
    }
    await rename(temporary, file.path);
  } catch (error) {
    options.onProgress(
      `the prepared data folder was not kept: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    await work.remove();
  }
}

const DIGEST_BYTES = 32;

/** Unpacks the kept folder; false, and nothing left behind, where there is none or where it is damaged. */
async function unpackData(path: string, options: PrepareOptions): Promise<boolean> {
  const data = join(options.run.path, 'data');
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { size } = await file.stat();
    if (size > DIGEST_BYTES) {
      const hash = createHash('sha256');
      const tar = createReadStream(path, { end: size - DIGEST_BYTES - 1, highWaterMark: 1024 * 1024 });
      tar.on('data', (bytes) => hash.update(bytes));
      const end = await runProgram('tar', ['-x', '-f', '-', '-C', data], {
        ...programOptions(options),
        input: tar,
      });
      const digest = await file.read(Buffer.alloc(DIGEST_BYTES), 0, DIGEST_BYTES, size - DIGEST_BYTES);
      if (end.ok && digest.buffer.equals(hash.digest())) return true;
    }
  } finally {
    await file.close();
  }
  options.onProgress('the prepared data folder is damaged and is made anew');
  for (const name of await readdir(data)) await rm(join(data, name), { recursive: true, force: true });
  return false;
}

const programOptions = ({ run, user }: PrepareOptions) => ({
  cwd: run.path,
  env: minimalEnvironment(run.path),
  user,
  timeoutMs: TIMEOUT_MS,
  onStart: run.adopt,
});

const lastLines = (text: string): string => text.trim().split('\n').slice(-20).join('\n');

/** What is said when a server of ours does not come up: the version, and the last it said itself. */
export const startFailure = (binaries: Binaries, complaint: string): OperatorError =>
  new OperatorError(`PostgreSQL ${binaries.version} (${binaries.folder}) does not start: ${complaint}`, {
    code: 'server-start-failed',
    hint: 'mend what the log names, or use another server: --server testcontainers or --server postgres://…',
    exitStatus: EXIT.fault,
  });
