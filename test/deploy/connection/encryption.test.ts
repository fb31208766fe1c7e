/** Which connections are encrypted, and what is warned of or refused, before anything is sent. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OperatorError } from '../../../src/domain/operator-error.ts';
import { parseAddress } from '../../../src/deploy/connection/address.ts';
import { resolveEncryption } from '../../../src/deploy/connection/encryption.ts';
import { chosenProvider } from '../../../src/deploy/connection/token-provider.ts';

let folder: string;
let ca: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encryption-'));
  ca = join(folder, 'ca.crt');
  await writeFile(ca, 'the authority');
});
afterAll(async () => rm(folder, { recursive: true }));

async function resolve(place: string, query = '', env: Record<string, string> = {}) {
  const warnings: string[] = [];
  const address = parseAddress(`postgres://u@${place}/d${query}`);
  const environment = { HOME: folder, ...env };
  try {
    const ssl = await resolveEncryption({
      address,
      env: environment,
      provider: chosenProvider(address, environment),
      onWarning: (text) => void warnings.push(text),
    });
    const kind =
      ssl === false
        ? 'plain'
        : ssl.rejectUnauthorized !== true
          ? 'anybody'
          : ssl.checkServerIdentity === undefined
            ? 'full'
            : 'authority';
    return { kind, warnings: warnings.length, ssl };
  } catch (error) {
    return { kind: (error as OperatorError).message, warnings: warnings.length, ssl: false as const };
  }
}

describe('encryption', () => {
  it('is complete by default wherever the address leaves the machine', async () => {
    for (const host of [
      'db.example',
      '10.0.0.1',
      'localhost.example',
      '[2001:db8::1]',
      '0.0.0.0',
      '127.0.0.1.example',
      'db',
    ]) {
      expect(await resolve(host)).toMatchObject({ kind: 'full', warnings: 0 });
    }
  });

  it('is not needed on loopback and unix sockets', async () => {
    for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '127.3.2.1', '[::1]', '%2Ftmp']) {
      expect(await resolve(host)).toMatchObject({ kind: 'plain', warnings: 0 });
    }
    expect(await resolve('localhost', '?sslmode=verify-full')).toMatchObject({ kind: 'full' });
    expect(await resolve('localhost', '?sslmode=prefer')).toMatchObject({ kind: 'plain' });
  });

  it('is left out or weakened only where that is said, with a warning', async () => {
    expect(await resolve('db.example', '?sslmode=disable')).toMatchObject({ kind: 'plain', warnings: 1 });
    expect(await resolve('db.example', '?sslmode=require')).toMatchObject({ kind: 'anybody', warnings: 1 });
    expect(await resolve('db.example', `?sslmode=require&sslrootcert=${ca}`)).toMatchObject({
      kind: 'authority',
      warnings: 0,
    });
    expect(await resolve('db.example', `?sslmode=verify-ca&sslrootcert=${ca}`)).toMatchObject({
      kind: 'authority',
      warnings: 0,
    });
    expect(await resolve('db.example', '', { PGSSLMODE: 'require' })).toMatchObject({
      kind: 'anybody',
      warnings: 1,
    });
    expect(await resolve('db.example', '?sslmode=verify-full', { PGSSLMODE: 'disable' })).toMatchObject({
      kind: 'full',
    });
  });

  it('is never left to whoever answers', async () => {
    for (const mode of ['allow', 'prefer']) {
      expect((await resolve('db.example', `?sslmode=${mode}`)).kind).toContain(
        'leaves it to whoever answers',
      );
    }
    expect((await resolve('db.example', '?sslmode=verify-ca')).kind).toContain('without an authority');
    expect((await resolve('db.example', '?sslmode=verify-ca&sslrootcert=system')).kind).toContain(
      'every public authority',
    );
    expect((await resolve('db.example', '?sslmode=verify_full')).kind).toContain(
      'did you mean "verify-full"',
    );
    expect((await resolve('db.example', '?sslrootcert=/no/such/file')).kind).toContain('cannot be read');
    expect((await resolve('db.example', '?ssl_min_protocol_version=TLSv1')).kind).toContain('too old');
  });

  it('trusts the file that is given and no other authority beside it', async () => {
    expect(await resolve('db.example', `?sslrootcert=${ca}`)).toMatchObject({
      ssl: { ca: ['the authority'] },
    });
    const { ssl } = await resolve('db.example', '?sslrootcert=system');
    expect(ssl === false ? 0 : (ssl.ca as string[]).length).toBeGreaterThan(50);
  });

  it('is what a token needs, on loopback too', async () => {
    const auth = { PARTITION_GUARD_AUTH: 'aws' };
    expect(await resolve('localhost', '', auth)).toMatchObject({ kind: 'full' });
    for (const mode of ['disable', 'require', 'prefer']) {
      expect((await resolve('db.example', `?sslmode=${mode}`, auth)).kind).toContain('sends a token of AWS');
      expect((await resolve('localhost', `?sslmode=${mode}`, auth)).kind).toContain('sends a token of AWS');
    }
    expect(await resolve('db.example', `?auth=gcp&sslmode=verify-ca&sslrootcert=${ca}`)).toMatchObject({
      kind: 'authority',
    });
  });
});

describe('the way to authenticate', () => {
  const choose = (query: string, env: Record<string, string> = {}, login = 'u') =>
    chosenProvider(parseAddress(`postgres://${login}@h/d${query}`), env);

  it('is the address’s, then the environment’s, then a password', () => {
    expect(choose('')).toBeUndefined();
    expect(choose('?auth=azure', { PARTITION_GUARD_AUTH: 'aws' })).toBe('azure');
    expect(choose('', { PARTITION_GUARD_AUTH: 'gcp' })).toBe('gcp');
    expect(choose('?auth=password', { PARTITION_GUARD_AUTH: 'gcp' })).toBeUndefined();
  });

  it('is not guessed', () => {
    expect(() => choose('?auth=asure')).toThrow('did you mean "azure"');
    expect(() => choose('?auth=aws', {}, 'u:pw')).toThrow(
      'holds a password, and a token of AWS is asked for',
    );
  });
});
