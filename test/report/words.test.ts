import { describe, expect, it } from '@jest/globals';
import { clip, printable, printableLines } from '../../src/report/printable.ts';
import { count, thousands } from '../../src/domain/wording.ts';
import {
  listed,
  listedUpTo,
  scenarioTitle,
  seconds,
  shellArgument,
  unquoted,
  withoutSchema,
} from '../../src/report/words.ts';

describe('numbers and durations', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [1_400_000, '1,400,000'],
  ])('writes %d as %s', (n, text) => {
    expect(thousands(n)).toBe(text);
  });

  it('uses the plural for everything but one', () => {
    expect([0, 1, 2_000].map((n) => count(n, 'row'))).toEqual(['0 rows', '1 row', '2,000 rows']);
    expect(count(2, 'entry', 'entries')).toBe('2 entries');
  });

  it('writes seconds with one decimal', () => {
    expect([0, 49, 512, 7_912.4].map(seconds)).toEqual(['0.0 s', '0.0 s', '0.5 s', '7.9 s']);
  });
});

describe('lists', () => {
  it('joins the last with "and"', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listed(items))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  it('says how many are left out', () => {
    expect(listedUpTo(['a', 'b', 'c'], 3)).toBe('a, b and c');
    expect(listedUpTo(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });
});

describe('names', () => {
  it('reads a scenario name aloud', () => {
    expect(['fresh', 'change:monthly->yearly', 'round-trip:a->b->a'].map(scenarioTitle)).toEqual([
      'fresh',
      'change monthly → yearly',
      'round-trip a → b → a',
    ]);
  });

  it('quotes for the shell only what needs it', () => {
    expect(['upgrade', 'change:a->b', "it's", '$(rm)', ''].map(shellArgument)).toEqual([
      'upgrade',
      `'change:a->b'`,
      `'it'\\''s'`,
      `'$(rm)'`,
      `''`,
    ]);
  });

  it('takes SQL quotes and the schema off', () => {
    expect(unquoted('"My ""Schema"""."T"')).toBe('My "Schema".T');
    expect(['public.amenity_booking', '"a.b"."Book.ing"', 'plain', '"quo""ted"'].map(withoutSchema)).toEqual([
      'amenity_booking',
      'Book.ing',
      'plain',
      'quo"ted',
    ]);
  });
});

describe('printable text', () => {
  it.each([
    ['colours', 'a\u001b[31mred\u001b[0mb', 'aredb'],
    ['a title set by OSC', 'a\u001b]0;owned\u0007b', 'ab'],
    ['an OSC that never ends', 'a\u001b]0;owned', 'a'],
    ['C1 sequences', 'a\u009b2Jb', 'ab'],
    ['a lone escape', 'a\u001bcb', 'ab'],
    ['bells, backspaces and nulls', 'a\u0007\u0008\u0000b', 'ab'],
    ['direction changes', 'a\u202Eb\u2066c\u200Fd', 'abcd'],
    ['halves of surrogate pairs', 'a\uD800b', 'ab'],
    ['tabs', 'a\tb', 'a b'],
    ['line breaks', 'a\r\nb\u2028c\n\nd', 'a b c d'],
  ])('loses %s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('keeps letters of any language', () => {
    expect(printable('Größe 数 🦊')).toBe('Größe 数 🦊');
  });

  it('holds no command that a runner would obey, wherever a line may be broken', () => {
    expect(printable('::error::x ::add-mask::y ##[group]z')).toBe(': :error::x : :add-mask::y ## [group]z');
    expect(printableLines('fine\n   ::error::x\n:\u200B:warning::')).toEqual([
      'fine',
      ': :error::x',
      ': :warning::',
    ]);
    expect(printable(':::error::x :::::')).toBe(': : :error::x : : : : :');
  });

  it('leaves a cast as it is', () => {
    expect(printable("'2026-01-01'::date")).toBe("'2026-01-01'::date");
  });

  it('is cut between characters, not inside one', () => {
    expect(clip('abcd', 4)).toBe('abcd');
    expect(clip('abcde', 4)).toBe('abc…');
    expect(clip('🦊🦊🦊', 2)).toBe('🦊…');
    expect(clip('🦊🦊', 2)).toBe('🦊🦊');
  });
});
