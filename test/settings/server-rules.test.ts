/** Which servers and majors can be asked for together, and where a build of one's own may be named. */
import { describe, expect, it } from '@jest/globals';
import { mistakesOf, settingsOf } from './inputs.ts';

const URL = 'postgres://u:secret@db/x';
const BOTH = { postgres: ['14', '18'] };

describe('several majors', () => {
  it('are each asked for once', async () => {
    expect((await settingsOf(undefined, { postgres: ['18', '14', '18'] })).postgres).toEqual([18, 14]);
    expect((await settingsOf('postgres: [14, 18]\n')).postgres).toEqual([14, 18]);
    expect((await settingsOf('postgres: [14, 18]\n', { postgres: ['15'] })).postgres).toEqual([15]);
  });

  it('are more than a server at an address has', async () => {
    const message = 'a server at an address is of one major, and PostgreSQL 14 and 18 are asked for';
    expect(await mistakesOf(undefined, { ...BOTH, server: URL })).toEqual([`--postgres: ${message}`]);
    expect(await mistakesOf('postgres: [14, 18]\n', { server: URL })).toEqual([
      expect.stringMatching(new RegExp(`^partition-guard\\.yml:1.*${message}`)),
    ]);
    expect(await mistakesOf(undefined, { postgres: ['14', '14'], server: URL })).toEqual([]);
  });

  it('have no shares', async () => {
    expect(await mistakesOf(undefined, { ...BOTH, shard: '1/2' })).toEqual([
      "--postgres: a share is of one major's scenarios, and PostgreSQL 14 and 18 are asked for: give each major a run of its own, and join all by merge",
    ]);
    expect(await mistakesOf(undefined, { ...BOTH, shard: '1/1' })).toEqual([]);
  });
});

describe('a build of one’s own', () => {
  const serverBin = 'build/bin';

  it('is a folder, from where the program is run', async () => {
    expect((await settingsOf(undefined, { serverBin })).serverBin).toBe('/project/build/bin');
    expect((await settingsOf(undefined, { serverBin: '/opt/pg/bin', server: 'embedded' })).serverBin).toBe(
      '/opt/pg/bin',
    );
    expect((await settingsOf()).serverBin).toBeUndefined();
  });

  it.each([
    [URL, 'the one at an address'],
    ['testcontainers', 'one in Docker'],
  ])('is not for --server %s', async (server, what) => {
    const message = `a folder of programs is for a server of our own, and ${what} is asked for`;
    expect(await mistakesOf(undefined, { serverBin, server })).toEqual([`--server-bin: ${message}`]);
    expect(await mistakesOf(`server: ${server}\n`, { serverBin })).toEqual([
      `--server-bin: ${message}: say so by --server embedded`,
    ]);
    expect(await mistakesOf(`server: ${server}\n`, { serverBin, server: 'embedded' })).toEqual([]);
  });

  it('is of one major', async () => {
    expect(await mistakesOf(undefined, { ...BOTH, serverBin })).toEqual([
      '--server-bin: one build is of one major, and PostgreSQL 14 and 18 are asked for',
    ]);
  });

  it('is named by no file of a checkout, whose programs would run', async () => {
    expect(await mistakesOf('server-bin: ./bin\n')).toEqual([
      'partition-guard.yml:1: unknown key "server-bin": programs to run are named by the option alone, never by a file of the checkout',
    ]);
  });
});
