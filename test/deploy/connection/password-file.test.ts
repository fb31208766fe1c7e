/** The password file of libpq: which line counts, and which file is not read. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseAddress } from '../../../src/deploy/connection/address.ts';
import { findInPasswordFile, passwordFor } from '../../../src/deploy/connection/password-file.ts';
import { passwordSource } from '../../../src/deploy/connection/password.ts';

const address = parseAddress('postgres://deployer@db.example:6000/bookings');

describe('a line of a password file', () => {
  const found = (...lines: string[]): string | undefined => passwordFor(address, lines.join('\n'));

  it('counts where host, port, database and user fit, or are any', () => {
    expect(found('db.example:6000:bookings:deployer:pw')).toBe('pw');
    expect(found('*:*:*:*:pw')).toBe('pw');
    expect(found('*:*:*:deployer:pw')).toBe('pw');
    for (const line of [
      'other:*:*:*:pw',
      '*:5432:*:*:pw',
      '*:*:other:*:pw',
      '*:*:*:other:pw',
      '*:*:*:DEPLOYER:pw',
    ]) {
      expect(found(line)).toBeUndefined();
    }
  });

  it('is the first that fits; a comment, and a line without a password, is none', () => {
    expect(found('# *:*:*:*:no', '', 'nonsense', '*:*:*:*:', '*:*:*:deployer:first', '*:*:*:*:second')).toBe(
      'first',
    );
  });

  it('takes what a backslash stands before as it is, and colons in the password either way', () => {
    expect(found(String.raw`*:*:*:*:a\:b\\c:d `)).toBe('a:b\\c:d ');
    const odd = parseAddress('postgres://de%3Apl%5C@[::1]/bookings');
    expect(passwordFor(odd, String.raw`\:\:1:5432:bookings:de\:pl\\:pw`)).toBe('pw');
  });

  it('of localhost is for sockets too, and line ends may be Windows’', () => {
    const socket = parseAddress('postgres://u@/d?host=/run/pg');
    expect(passwordFor(socket, 'localhost:5432:d:u:pw\r\n')).toBe('pw');
    expect(passwordFor(socket, '/run/pg:5432:d:u:pw\r\n')).toBe('pw');
  });
});

describe('a password file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pgpass-'));
    await writeFile(join(folder, '.pgpass'), '*:*:*:*:from-home', { mode: 0o600 });
    await writeFile(join(folder, 'named'), '*:*:*:*:from-named', { mode: 0o600 });
    await writeFile(join(folder, 'open'), '*:*:*:*:from-open');
    await chmod(join(folder, 'open'), 0o640);
  });
  afterAll(async () => rm(folder, { recursive: true }));

  async function find(env: Record<string, string>, where = address) {
    const warnings: string[] = [];
    const password = await findInPasswordFile({
      address: where,
      env: { HOME: folder, ...env },
      onWarning: (text) => void warnings.push(text),
    });
    return { password, warnings: warnings.join() };
  }

  it('is the one named, else the one at home', async () => {
    expect(await find({})).toEqual({ password: 'from-home', warnings: '' });
    expect(await find({ PGPASSFILE: join(folder, 'named') })).toEqual({
      password: 'from-named',
      warnings: '',
    });
    const named = parseAddress(`postgres://u@h/d?passfile=${folder}/named`);
    expect(await find({ PGPASSFILE: '/elsewhere' }, named)).toEqual({ password: 'from-named', warnings: '' });
  });

  it('is not read where others may read it, is a folder, or is not there', async () => {
    expect(await find({ PGPASSFILE: join(folder, 'open') })).toEqual({
      password: undefined,
      warnings: expect.stringContaining('chmod 0600'),
    });
    expect(await find({ PGPASSFILE: folder })).toEqual({
      password: undefined,
      warnings: expect.stringContaining('plain file'),
    });
    expect(await find({ PGPASSFILE: '/no/such' })).toEqual({
      password: undefined,
      warnings: expect.stringContaining('ENOENT'),
    });
    expect(await find({ HOME: '/no/such' })).toEqual({ password: undefined, warnings: '' });
  });

  it('comes after the address and PGPASSWORD, and each secret is told before it is used', async () => {
    const secrets: string[] = [];
    const source = (login: string, env: Record<string, string>) =>
      passwordSource({
        address: parseAddress(`postgres://${login}@h/d`),
        env: { HOME: folder, ...env },
        provider: undefined,
        onWarning: () => undefined,
        onSecret: (secret) => void secrets.push(secret),
      }).read();
    expect(await source('u:from-address', { PGPASSWORD: 'from-variable' })).toBe('from-address');
    expect(await source('u', { PGPASSWORD: 'from-variable' })).toBe('from-variable');
    expect(await source('u', {})).toBe('from-home');
    expect(secrets).toEqual(['from-address', 'from-variable', 'from-home']);
  });
});
