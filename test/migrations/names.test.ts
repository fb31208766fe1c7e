import { describe, expect, it } from '@jest/globals';
import { checksumOf } from '../../src/migrations/checksum.ts';
import { parseMigrationName } from '../../src/migrations/migration-name.ts';
import { compareVersions, versionKey } from '../../src/migrations/version.ts';

describe('parseMigrationName', () => {
  it.each([
    ['V2__add_table.sql', { kind: 'versioned', version: '2', description: 'add table' }],
    ['V2.1__x.sql', { kind: 'versioned', version: '2.1', description: 'x' }],
    ['V2_1__x.sql', { kind: 'versioned', version: '2.1', description: 'x' }],
    ['V007__x__y.sql', { kind: 'versioned', version: '007', description: 'x  y' }],
    [
      'V20260101120000123456__x.sql',
      { kind: 'versioned', version: '20260101120000123456', description: 'x' },
    ],
    ['V3.sql', { kind: 'versioned', version: '3', description: '' }],
    ['R__views.sql', { kind: 'repeatable', description: 'views' }],
    ['U2__x.sql', { kind: 'ignored' }],
    ['README.md', { kind: 'ignored' }],
    ['V2__x.sql.conf', { kind: 'ignored' }],
    ['._V2__x.sql', { kind: 'ignored' }],
  ])('reads %s', (name, expected) => {
    expect(parseMigrationName(name)).toEqual(expected);
  });

  it.each([
    ['V1_missing.sql', 'V1__missing.sql'],
    ['v1__x.sql', 'V1__x.sql'],
    ['V1-2-add-table.sql', 'V1.2__add_table.sql'],
    ['001_init.sql', 'V001__init.sql'],
    ['V1__x.SQL', 'V1__x.sql'],
    ['V__x.sql', 'V1__V_x.sql'],
    ['r__views.sql', 'R__views.sql'],
    ['R_views.sql', 'R__views.sql'],
    ['R1__views.sql', 'V1__R1_views.sql'],
    ['schema.sql', 'V1__schema.sql'],
    ['B5__start.sql', 'V5__start.sql'],
    ['.sql', undefined],
  ])('cannot read %s, and suggests %s', (name, suggestion) => {
    const read = parseMigrationName(name);
    if (suggestion === undefined) expect(read.kind).toBe('ignored');
    else expect(read).toMatchObject({ kind: 'unreadable', suggestion });
    if (suggestion !== undefined) expect(parseMigrationName(suggestion).kind).toMatch(/versioned|repeatable/);
  });

  it('says that baselines and callbacks are not played', () => {
    expect(parseMigrationName('B5__start.sql')).toMatchObject({
      message: 'baseline migrations are not read',
    });
    expect(parseMigrationName('afterMigrate.sql')).toMatchObject({
      message: 'a Flyway callback, which is not played; keep callbacks in another folder',
    });
  });
});

describe('compareVersions', () => {
  it('compares part by part, as numbers', () => {
    const sorted = ['1', '1.0.1', '1.2', '1.9', '1.10', '2', '10', '20260101120000123456'];
    expect([...sorted].reverse().sort(compareVersions)).toEqual(sorted);
  });

  it('takes missing parts for zero', () => {
    for (const same of ['1', '1.0', '01', '1.0.0']) {
      expect(compareVersions('1', same)).toBe(0);
      expect(versionKey(same)).toBe('1');
    }
    expect(versionKey('0')).toBe('0');
    expect(versionKey('0.0')).toBe('0');
    expect(versionKey('10.20')).toBe('10.20');
  });
});

describe('checksumOf', () => {
  it('is the CRC-32 of the text without line ends, signed', () => {
    expect(checksumOf('')).toBe(0);
    expect(checksumOf('123456789')).toBe(0xcbf43926 | 0);
    expect(checksumOf('1234\r\n56\n78\r9\n')).toBe(0xcbf43926 | 0);
    expect(checksumOf('é')).not.toBe(checksumOf('e'));
  });
});
