import { describe, expect, it } from '@jest/globals';
import { checksumOf } from '../../src/migrations/checksum.ts';
import { parseMigrationName } from '../../src/migrations/migration-name.ts';
import { compareVersions, versionKey } from '../../src/migrations/version.ts';

/** The migration that Flyway's tests begin with, as it stood in those years. */
const firstOfFlyway = (years: string): string => `--
-- Copyright ${years} Boxfuse GmbH
--
-- Licensed under the Apache License, Version 2.0 (the "License");
-- you may not use this file except in compliance with the License.
-- You may obtain a copy of the License at
--
--         http://www.apache.org/licenses/LICENSE-2.0
--
-- Unless required by applicable law or agreed to in writing, software
-- distributed under the License is distributed on an "AS IS" BASIS,
-- WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
-- See the License for the specific language governing permissions and
-- limitations under the License.
--

CREATE TABLE test_user (
  id INT NOT NULL,
  name VARCHAR(25) NOT NULL,  -- this is a valid ' comment
  PRIMARY KEY(name)  /* and so is this ! */
);
`;

describe('parseMigrationName', () => {
  it.each([
    ['V2__add_table.sql', { kind: 'versioned', version: '2', description: 'add table', isBaseline: false }],
    ['V2.1__x.sql', { kind: 'versioned', version: '2.1', description: 'x', isBaseline: false }],
    ['V2_1__x.sql', { kind: 'versioned', version: '2.1', description: 'x', isBaseline: false }],
    ['V007__x__y.sql', { kind: 'versioned', version: '007', description: 'x  y', isBaseline: false }],
    [
      'V20260101120000123456__x.sql',
      { kind: 'versioned', version: '20260101120000123456', description: 'x', isBaseline: false },
    ],
    ['V3.sql', { kind: 'versioned', version: '3', description: '', isBaseline: false }],
    ['B5__start.sql', { kind: 'versioned', version: '5', description: 'start', isBaseline: true }],
    [
      'V2024.01.01.1__x.sql',
      { kind: 'versioned', version: '2024.01.01.1', description: 'x', isBaseline: false },
    ],
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
    ['B__start.sql', 'V1__B_start.sql'],
    ['.sql', undefined],
  ])('cannot read %s, and suggests %s', (name, suggestion) => {
    const read = parseMigrationName(name);
    if (suggestion === undefined) expect(read.kind).toBe('ignored');
    else expect(read).toMatchObject({ kind: 'unreadable', suggestion });
    if (suggestion !== undefined) expect(parseMigrationName(suggestion).kind).toMatch(/versioned|repeatable/);
  });

  it('says that callbacks are not played', () => {
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

  // The first two are what Flyway's own tests of its versions 4 and 5 expect of this very file.
  it.each([
    [814278929, firstOfFlyway('2010-2016')],
    [454910647, firstOfFlyway('2010-2017')],
    [907060870, 'hello\n'],
    [1859426839, 'helloäüü\n'],
  ])('is %d where it was published as such', (checksum, text) => {
    expect(checksumOf(text)).toBe(checksum);
    expect(checksumOf(text.replaceAll('\n', '\r\n'))).toBe(checksum);
  });
});
