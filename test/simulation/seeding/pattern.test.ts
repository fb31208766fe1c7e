import { describe, expect, it } from '@jest/globals';
import { placesOfLike, placesOfRegex } from '../../../src/simulation/seeding/pattern.ts';

/** The first text that the places make, and the last. */
const ends = (places: readonly (readonly string[])[] | undefined): (string | undefined)[] | undefined =>
  places && [places.map((place) => place[0]).join(''), places.map((place) => place.at(-1)).join('')];

describe('a regular expression', () => {
  it.each([
    ['^[A-Z]{2}[0-9]{4}$', ['AA0000', 'ZZ9999']],
    ['^BK-\\d+$', ['BK-000', 'BK-999']],
    ['^(open|closed)$', ['open', 'closed']],
    ['^a?b*c.$', ['abbbca', 'abbbcz']],
    ['^[a-f0-9]{3,}$', ['aaaaaa', '999999']],
    ['^[^@\\s]+@[^a]$', ['aaa@b', 'zzz@z']],
    ['@', ['aaa@aaa', 'zzz@zzz']],
    ['^no', ['noaaa', 'nozzz']],
    ['[A-Z]{2}', ['AA', 'ZZ']],
    ['^(?:AB){2}\\.x$', ['ABAB.x', 'ABAB.x']],
  ])('of simple shape is read: %s', (pattern, expected) => {
    expect(ends(placesOfRegex(pattern))).toEqual(expected);
  });

  it.each(['^(?=.*x)y', '[^a-f]', 'a+?', '\\bword', '(a', '[[:alpha:]]', 'a|b'])(
    'of another is left alone: %s',
    (pattern) => {
      expect(placesOfRegex(pattern)).toBeUndefined();
    },
  );
});

describe('LIKE', () => {
  it('has any characters for its signs, and itself where it is escaped', () => {
    expect(ends(placesOfLike('A\\_%-_'))).toEqual(['A_aaa-a', 'A_zzz-z']);
  });
});
