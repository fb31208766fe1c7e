import { describe, expect, it } from '@jest/globals';
import { understand } from '../../src/migrations/read-migrations.ts';
import { releaseDigest } from '../../src/migrations/release.ts';
import { type Files, migrationsOf, optionsIn } from './folder.ts';

const FILES: Files = { 'V1__a.sql': 'select 1', 'V2__b.sql': "select '${who}'", 'R__r.sql': 'vacuum' };
const NO_CALLS = {};

const digestOf = async (files: Files, who = 'x'): Promise<string> =>
  releaseDigest(await migrationsOf(files, { who }), NO_CALLS);

/** As they stand in a folder of that name. */
const inFolder = async (folder: string, files: Files): Promise<string> =>
  releaseDigest(
    await understand(
      Object.entries(files).map(([name, text]) => ({
        folder,
        file: `${folder.replace(/^\.\//, '').replace(/\/$/, '')}/${name}`,
        bytes: Buffer.from(text),
      })),
      optionsIn('/', { who: 'x' }),
    ),
    NO_CALLS,
  );

describe('releaseDigest', () => {
  it('is the same for the same files, whatever the placeholders are and where the folder is', async () => {
    const digest = await digestOf(FILES);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await digestOf(FILES, 'y')).toBe(digest);
    expect(await inFolder('db/migration', FILES)).toBe(digest);
    expect(await inFolder('./other/', FILES)).toBe(digest);
  });

  it('is another where a file is edited, renamed, moved, added, removed or played otherwise', async () => {
    const digests = await Promise.all(
      [
        FILES,
        { ...FILES, 'V1__a.sql': 'select 2' },
        { 'V1__z.sql': 'select 1', 'V2__b.sql': "select '${who}'", 'R__r.sql': 'vacuum' },
        { 'old/V1__a.sql': 'select 1', 'V2__b.sql': "select '${who}'", 'R__r.sql': 'vacuum' },
        { ...FILES, 'V3__c.sql': '' },
        { 'V1__a.sql': 'select 1', 'V2__b.sql': "select '${who}'" },
        { ...FILES, 'V1__a.sql.conf': 'executeInTransaction=false' },
        { ...FILES, 'V2__b.sql.conf': 'placeholderReplacement=false' },
        { ...FILES, 'V1__a.sql': "select 'ä'" },
        { ...FILES, 'V1__a.sql': "select 'ä'", 'V1__a.sql.conf': 'encoding=ISO-8859-1' },
      ].map((files) => digestOf(files)),
    );
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('counts the calls that follow the migrations', async () => {
    const migrations = await migrationsOf(FILES, { who: 'x' });
    const calls = [{}, { call: { sql: 'select 1' } }, { retention: { sql: 'select 1' } }];
    expect(new Set(calls.map((call) => releaseDigest(migrations, call))).size).toBe(calls.length);
  });
});
