/** Which files a validation had under test, and which pending ones it had not. */
import { describe, expect, it } from '@jest/globals';
import { compareWithBase } from '../../src/migrations/compare-with-base.ts';
import { placesDigest, placesOf, untested } from '../../src/migrations/under-test.ts';
import { migrationsOf } from './folder.ts';

const FILES = { 'V1__a.sql': 'a', 'V2__b.sql': 'b', 'V3__c.sql': 'c', 'R__r.sql': 'r', 'R__s.sql': 's' };

describe('what was under test', () => {
  it('is told by places in the order of the release', async () => {
    const all = await migrationsOf(FILES);
    expect(placesOf(all, all)).toBe('1-5');
    expect(placesOf(all, all.slice(1, 2))).toBe('2');
    expect(placesOf(all, [...all.slice(3), ...all.slice(0, 2)])).toBe('1-2,4-5');
    expect(placesOf(all, [])).toBe('none');
  });

  it('is what the base lacks: new versions, and repeatable files that changed', async () => {
    const all = await migrationsOf(FILES);
    const base = await migrationsOf({
      'V1__a.sql': 'a',
      'V2__b.sql': 'b',
      'R__r.sql': 'r',
      'R__s.sql': 'old',
    });
    expect(placesOf(all, compareWithBase(base, all).pending)).toBe('3,5');
  });

  it.each([
    ['1-5', []],
    ['3,5', ['V2__b.sql']],
    ['3-5', ['V2__b.sql']],
    ['none', ['V2__b.sql', 'V3__c.sql', 'R__s.sql']],
    ['', ['V2__b.sql', 'V3__c.sql', 'R__s.sql']],
    ['all of it', ['V2__b.sql', 'V3__c.sql', 'R__s.sql']],
    [undefined, ['V2__b.sql', 'V3__c.sql', 'R__s.sql']],
  ])('leaves the pending ones untested that are not in %s', async (underTest, missing) => {
    const all = await migrationsOf(FILES);
    const pending = all.filter(({ script }) => ['V2__b.sql', 'V3__c.sql', 'R__s.sql'].includes(script));
    expect(untested({ all, pending, underTest }).map(({ script }) => script)).toEqual(missing);
  });

  it('is by its digest these very files alone', async () => {
    const all = await migrationsOf(FILES);
    const underTest = placesDigest(placesOf(all, all.slice(1)));
    expect(underTest.length).toBe(17);
    expect(untested({ all, pending: all.slice(1), underTest })).toEqual([]);
    expect(untested({ all, pending: all.slice(2), underTest })).toEqual(all.slice(2));
  });
});
