/** How a target's address is read: as libpq reads it, and what is not understood is refused. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OperatorError } from '../../../src/domain/operator-error.ts';
import { parseAddress } from '../../../src/deploy/connection/address.ts';

const read = (url: string): object => {
  const { words, ...parts } = parseAddress(url);
  return { ...parts, ...(words.size === 0 ? {} : { words: Object.fromEntries(words) }) };
};
const refusal = (url: string): string => {
  try {
    parseAddress(url);
  } catch (error) {
    return `${(error as OperatorError).message}\n${(error as OperatorError).hint}`;
  }
  return 'read';
};

const PARTS = { host: 'db.example', port: 5432, user: 'deployer', database: 'bookings' };

describe('an address', () => {
  it('is read in its parts', () => {
    expect(read('postgres://deployer@db.example/bookings')).toEqual(PARTS);
    expect(read('postgresql://deployer:pw@db.example:6000/bookings')).toEqual({
      ...PARTS,
      port: 6000,
      password: 'pw',
    });
    expect(read('postgres://db.example/?user=deployer&dbname=bookings&password=pw&port=6000')).toMatchObject({
      ...PARTS,
      port: 6000,
      password: 'pw',
    });
    expect(read('postgres://deployer@db.example/bookings?sslmode=verify-full&options=-c%20a%3Db')).toEqual({
      ...PARTS,
      words: { sslmode: 'verify-full', options: '-c a=b' },
    });
  });

  it('names IPv6 addresses in brackets, and sockets by their folder', () => {
    expect(read('postgres://u@[2001:db8::1]:6000/d')).toMatchObject({ host: '2001:db8::1', port: 6000 });
    expect(read('postgres://u@/d?host=/var/run/postgresql')).toMatchObject({ host: '/var/run/postgresql' });
    expect(read('postgres://u@%2Fvar%2Frun%2Fpostgresql:6000/d')).toMatchObject({
      host: '/var/run/postgresql',
      port: 6000,
    });
  });

  it('takes ssl=true for sslmode=require, and words of libpq that change nothing here', () => {
    expect(read('postgres://u@h/d?ssl=true&keepalives=1')).toMatchObject({ words: { sslmode: 'require' } });
  });

  it('is refused where it leaves something open', () => {
    expect(refusal('postgres://u@a,b/d')).toMatch(/several hosts/);
    expect(refusal('postgres://u@/d?host=a,b')).toMatch(/several hosts/);
    expect(refusal('postgres://db.example/d')).toMatch(/names no user/);
    expect(refusal('postgres://u@db.example')).toMatch(/names no database/);
    expect(refusal('postgres://u@/d')).toMatch(/names no host\n.*host=\/var\/run/);
    expect(refusal('postgres://u@h:99999/d')).toMatch(/port/);
    expect(refusal('postgres://u@h/d?sslmod=require')).toMatch(
      /"sslmod", which means nothing here — did you mean "sslmode"/,
    );
    expect(refusal('postgres://u@h/d?gssencmode=require')).toMatch(/gssencmode/);
    expect(refusal('postgres://u@h/d?service=prod')).toMatch(/"service"/);
    expect(refusal('postgres://u%00@h/d')).toMatch(/cannot be read/);
    expect(refusal('postgres://u@h/d?secret%2Fwith-it=1')).not.toMatch(/secret/);
  });

  it('gives back every user, password and database that was percent-encoded', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(text, text, text, (user, password, database) => {
        const parts = [user, password, database].map((one) =>
          encodeURIComponent(one.replace(/\p{Cs}/gu, '')),
        );
        fc.pre(parts.every((one) => one !== ''));
        const [u = '', p = '', d = ''] = parts;
        expect(read(`postgres://${u}:${p}@h/${d}`)).toEqual({
          host: 'h',
          port: 5432,
          user: decodeURIComponent(u),
          password: decodeURIComponent(p),
          database: decodeURIComponent(d),
        });
      }),
    );
  });

  it('never shows a password in what it refuses', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6 }).filter((one) => /^[\w@/?#:,&=%[\]-]+$/.test(one)),
        (noise) => {
          expect(refusal(`postgres://u:hunter2secret${noise}@h,x/d?${noise}`)).not.toContain('hunter2secret');
        },
      ),
    );
  });
});
