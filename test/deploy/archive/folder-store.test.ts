/** Archives in a folder: whole or not there, whoever else writes the same one. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folderStore } from '../../../src/deploy/archive/folder-store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('a folder of archives', () => {
  it('gives the name to one of two that write the same archive, and that one is whole', async () => {
    const store = folderStore(folder);
    const a = await store.create('db/s/t/p.parquet');
    const b = await store.create('db/s/t/p.parquet');
    await a.write(bytes('AAAA '));
    await b.write(bytes('BB '));
    await a.write(bytes('AAAA'));
    expect(await a.finish()).toBe(true);
    await b.write(bytes('BB'));
    expect(await b.finish()).toBe(false);
    expect(await readFile(store.locate('db/s/t/p.parquet'), 'utf8')).toBe('AAAA AAAA');
    expect(await readdir(join(folder, 'db/s/t'))).toEqual(['p.parquet']);
  });

  it('clears away what a killed run left of an archive, once that is there, and of no other', async () => {
    const store = folderStore(folder);
    const sink = await store.create('db/s/u/p.parquet');
    await writeFile(join(folder, 'db/s/u/.p.parquet.0123.part'), 'x');
    await writeFile(join(folder, 'db/s/u/.q.parquet.0123.part'), 'x');
    await sink.write(bytes('A'));
    await sink.finish();
    expect((await readdir(join(folder, 'db/s/u'))).sort()).toEqual(['.q.parquet.0123.part', 'p.parquet']);
  });

  const hasProc = process.platform === 'linux';
  (hasProc ? it : it.skip)('where none can be made is an error, and no endless attempt', async () => {
    await expect(folderStore('/proc/self/archive').create('db/s/t/p.parquet')).rejects.toMatchObject({
      code: 'archive-folder',
      message: "the archive folder /proc/self/archive can't be written to: ENOENT",
    });
  });
});
