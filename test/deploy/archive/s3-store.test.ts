/** A bucket as a place for archives, against a server that speaks S3. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArchiveStore } from '../../../src/deploy/archive/archive-store.ts';
import { s3Store } from '../../../src/deploy/archive/s3-store.ts';
import { BUCKET, openS3Server, type S3Server, withEnvironment } from './s3-server.ts';

let server: S3Server;
beforeAll(async () => {
  server = await openS3Server();
});
afterAll(() => server.close());

const withStore = <T>(
  body: (store: ArchiveStore) => Promise<T>,
  { bucket = BUCKET, env = {} }: { bucket?: string; env?: Record<string, string> } = {},
): Promise<T> =>
  withEnvironment({ ...server.env, ...env }, async () => {
    const store = await s3Store({ bucket, prefix: 'of/mine' }, process.env);
    try {
      return await body(store);
    } finally {
      store.close();
    }
  });

const MIB = 1024 * 1024;

describe('a bucket', () => {
  it('takes a small file in one request, and gives it back by range', () =>
    withStore(async (store) => {
      const sink = await store.create('db/a%20b/x.parquet');
      await sink.write(Buffer.from('hello '));
      await sink.write(Buffer.from('world'));
      expect(await sink.finish()).toBe(true);
      expect(store.locate('db/x')).toBe('s3://archives/of/mine/db/x');
      expect(await store.exists('db/a%20b/x.parquet')).toBe(true);
      expect(await store.exists('db/a%20b/y.parquet')).toBe(false);
      expect(await store.list('db/')).toEqual(['db/a%20b/x.parquet']);
      const source = await store.open('db/a%20b/x.parquet');
      expect(source.size).toBe(11);
      expect(Buffer.from(await source.read(6, 11)).toString()).toBe('world');
    }));

  it('takes a large file in parts that come out in their order', () =>
    withStore(async (store) => {
      const bytes = Buffer.alloc(20 * MIB + 7);
      for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 31) % 251;
      const sink = await store.create('large.parquet');
      for (let at = 0; at < bytes.length; at += 3 * MIB) await sink.write(bytes.subarray(at, at + 3 * MIB));
      expect(await sink.finish()).toBe(true);
      expect(server.requests.filter((line) => line.includes('partNumber=')).length).toBe(3);
      const source = await store.open('large.parquet');
      expect(source.size).toBe(bytes.length);
      expect(bytes.equals(await source.read(0, source.size))).toBe(true);
    }));

  it('leaves nothing behind of a file that was abandoned, or whose upload broke off', () =>
    withStore(async (store) => {
      const sink = await store.create('abandoned.parquet');
      await sink.write(Buffer.alloc(9 * MIB));
      await sink.abandon();
      expect(await store.exists('abandoned.parquet')).toBe(false);
      const broken = await store.create('broken.parquet');
      await broken.write(Buffer.alloc(9 * MIB));
      server.breaks = ({ url = '' }) => url.includes('partNumber=2');
      await expect(broken.write(Buffer.alloc(9 * MIB))).rejects.toMatchObject({ code: 'archive-bucket' });
      server.breaks = () => false;
      await broken.abandon();
      expect(await store.exists('broken.parquet')).toBe(false);
      expect(server.requests.filter((line) => line.startsWith('DELETE')).length).toBe(2);
    }));

  it('that is missing, or that does not know the key, is told with what to do', async () => {
    await expect(withStore((store) => store.exists('x'), { bucket: 'nowhere' })).rejects.toMatchObject({
      exitStatus: 1,
      hint: expect.stringContaining('bucket') as unknown,
    });
    for (const env of [{ AWS_SECRET_ACCESS_KEY: 'wrong' }, { AWS_ACCESS_KEY_ID: 'stranger' }]) {
      const sent = withStore(
        async (store) => {
          const sink = await store.create('y.parquet');
          await sink.write(Buffer.from('y'));
          return sink.finish();
        },
        { env },
      );
      await expect(sent).rejects.toMatchObject({
        exitStatus: 1,
        hint: expect.stringContaining('key') as unknown,
      });
    }
  });

  it('whose object ends early is told', () =>
    withStore(async (store) => {
      const sink = await store.create('cut.parquet');
      await sink.write(Buffer.from('0123456789'));
      await sink.finish();
      const source = await store.open('cut.parquet');
      const folder = join(server.folder, BUCKET, 'of', 'mine');
      const [file = ''] = (await readdir(folder)).filter((name) => /^cut.*object/.test(name));
      await writeFile(join(folder, file), (await readFile(join(folder, file))).subarray(0, 5));
      await expect(source.read(0, 10)).rejects.toMatchObject({ code: 'archive-bucket' });
    }));
});
