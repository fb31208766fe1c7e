/** What users run is built: the same bytes from the same sources, and nothing in it that was compiled for one machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildInto, builtProgram, filesIn } from '../support/built-program.ts';

let files: Map<string, Buffer>;
let aside: string;
beforeAll(async () => {
  aside = await mkdtemp(join(tmpdir(), 'built-of-a-test-'));
  files = await filesIn(await builtProgram());
});
afterAll(() => rm(aside, { recursive: true }));

it('a second build in another folder is the same, byte for byte', async () => {
  await buildInto(join(aside, 'dist'));
  const again = await filesIn(join(aside, 'dist'));
  expect([...again.keys()]).toEqual([...files.keys()]);
  expect(
    [...files].filter(([name, bytes]) => again.get(name)?.equals(bytes) !== true).map(([name]) => name),
  ).toEqual([]);
});

it('has a door for the action, for its clean-up and for the command line', () => {
  expect([...files.keys()].filter((name) => !name.includes('/'))).toEqual([
    'cli.js',
    'index.js',
    'package.json',
    'post.js',
  ]);
});

/** ELF, DOS and Windows, Mach-O of either order and of several machines, ar. */
const COMPILED = [
  '7f454c46',
  '4d5a',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  'cafebabe',
  '213c617263683e',
];

it('holds no compiled binary; the SQL parser is WebAssembly, the same on every machine', () => {
  const binaries = [...files].filter(([name, bytes]) => {
    const start = bytes.subarray(0, 8).toString('hex');
    return COMPILED.some((magic) => start.startsWith(magic)) || /\.(?:node|exe|dll|so|dylib|a)$/.test(name);
  });
  expect(binaries.map(([name]) => name)).toEqual([]);
  const wasm = [...files].filter(([, bytes]) => bytes.subarray(0, 4).toString('hex') === '0061736d');
  expect(wasm.map(([name]) => name)).toEqual(['bundle/libpg-query.wasm']);
});

it('names no folder of the machine that built it', () => {
  const home = process.cwd();
  expect([...files].filter(([, bytes]) => bytes.includes(home)).map(([name]) => name)).toEqual([]);
});
