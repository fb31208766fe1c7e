import { describe, expect, it } from '@jest/globals';
import { compareWithBase } from '../../src/migrations/compare-with-base.ts';
import { type Files, migrationsOf } from './folder.ts';

async function compare(base: Files, head: Files) {
  const { pending, violations } = compareWithBase(await migrationsOf(base), await migrationsOf(head));
  return { pending: pending.map(({ file }) => file), violations };
}

const BASE = { 'V1__a.sql': 'select 1;\nselect 2;', 'V3__c.sql': 'select 3', 'R__r.sql': 'select 4' };

describe('compareWithBase', () => {
  it('finds nothing where nothing changed, whatever the line ends and the folder', async () => {
    const head = {
      'new/V1.0__a.sql': 'select 1;\r\nselect 2;\r\n',
      'V3__c.sql': 'select 3',
      'R__r.sql': 'select 4',
    };
    expect(await compare(BASE, head)).toEqual({ pending: [], violations: [] });
  });

  it('takes new versions, and new or changed repeatables, for the change', async () => {
    const head = {
      ...BASE,
      'V4__d.sql': 'select 1',
      'V10__e.sql': 'x',
      'R__r.sql': 'select 5',
      'R__s.sql': '',
    };
    expect(await compare(BASE, head)).toEqual({
      pending: ['V4__d.sql', 'V10__e.sql', 'R__r.sql', 'R__s.sql'],
      violations: [],
    });
    expect((await compare({}, BASE)).pending).toEqual(['V1__a.sql', 'V3__c.sql', 'R__r.sql']);
  });

  it('takes a repeatable that mentions the time of the run for changed', async () => {
    const files = { 'R__r.sql': '-- ${flyway:timestamp}' };
    expect((await compare(files, files)).pending).toEqual(['R__r.sql']);
  });

  it('names released files that were edited, renamed or removed, and new ones below the newest', async () => {
    const head = { 'V1__a.sql': 'select 1;\nselect 20;', 'V2__b.sql': 'select 1', 'V3__sea.sql': 'select 3' };
    expect(await compare(BASE, head)).toEqual({
      pending: ['V2__b.sql'],
      violations: [
        {
          kind: 'edited',
          file: 'V1__a.sql',
          line: 2,
          detail: 'version 1 is released, and was edited: it differs from line 2 on',
        },
        {
          kind: 'out-of-order',
          file: 'V2__b.sql',
          detail: 'version 2 is new, and below 3, the newest released version',
        },
        {
          kind: 'edited',
          file: 'V3__sea.sql',
          detail: 'version 3 is released, and was renamed: it was V3__c.sql',
        },
        { kind: 'removed', file: 'R__r.sql', detail: 'this repeatable migration is released, and is gone' },
      ],
    });
    expect(
      (await compare(BASE, { 'R__r.sql': 'select 4', 'V1__a.sql': BASE['V1__a.sql'] })).violations,
    ).toEqual([{ kind: 'removed', file: 'V3__c.sql', detail: 'version 3 is released, and is gone' }]);
    expect((await compare(BASE, { ...BASE, 'V3__c.sql': 'select 3\n-- more' })).violations).toMatchObject([
      { line: 2 },
    ]);
  });

  it.each([
    ['a comment alone', 'select 1; -- now with a word\nselect 2;', ['edited']],
    ['a blank inside of a line', 'select  1;\nselect 2;', ['edited']],
    ['a blank at the end of a line', 'select 1; \nselect 2;', ['edited']],
    ['empty lines, which Flyway’s checksum does not see', '\n\nselect 1;\n\nselect 2;\n\n', []],
    ['a byte order mark', '\ufeffselect 1;\nselect 2;', []],
    ['old line ends', 'select 1;\rselect 2;\r', []],
  ])('sees an edit of %s as Flyway does', async (_claim, text, kinds) => {
    const { violations } = await compare(BASE, { ...BASE, 'V1__a.sql': text });
    expect(violations.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('takes 1, 01 and 1.0 for one version, in any folder, and another case for another name', async () => {
    const { 'V1__a.sql': text, ...rest } = BASE;
    for (const name of ['V01__a.sql', 'V1.0__a.sql', 'V1_0__a.sql', 'deep/er/V1__a.sql']) {
      expect(await compare(BASE, { ...rest, [name]: text })).toEqual({ pending: [], violations: [] });
    }
    expect((await compare(BASE, { ...rest, 'V1__A.sql': text })).violations).toMatchObject([
      { kind: 'edited', file: 'V1__A.sql' },
    ]);
  });

  it('lets a repeatable be edited, and a baseline come and go, which a database with a history ignores', async () => {
    expect(
      await compare({ ...BASE, 'B1__old.sql': '' }, { ...BASE, 'B3__new.sql': 'x', 'R__r.sql': 'select 40' }),
    ).toEqual({ pending: ['R__r.sql'], violations: [] });
  });
});
