import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  commentMarker,
  configurationId,
  readMarker,
  type CommentFacts,
} from '../../src/github/comment-marker.ts';

const CASES = { numRuns: process.env['PARTITION_GUARD_NIGHTLY'] ? 100_000 : 2_000 };

const hex = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

const text = fc.string({ unit: 'binary', maxLength: 60 });
const words = fc.array(text, { maxLength: 5 });

const facts: fc.Arbitrary<CommentFacts> = fc.record({
  configuration: words.map(configurationId),
  head: fc.oneof(hex(40), hex(64)),
  runId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  attempt: fc.integer({ min: 1, max: 1000 }),
});

describe('the marker', () => {
  it('says again what it was made of, whatever follows it', () => {
    fc.assert(
      fc.property(facts, text, fc.constantFrom('\n', '\r\n'), (given, rest, end) => {
        const marker = commentMarker(given);
        expect(readMarker(marker)).toEqual(given);
        expect(readMarker(`${marker}${end}${rest}`)).toEqual(given);
      }),
      CASES,
    );
  });

  it('is one line that GitHub hides, with nothing of the words in it', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(commentMarker(given)).toMatch(/^<!-- [a-z0-9 :=-]+ -->$/);
      }),
      CASES,
    );
    expect(
      commentMarker({
        configuration: configurationId(['postgres://u:p@db.internal/x']),
        head: 'a'.repeat(40),
        runId: 1,
        attempt: 1,
      }),
    ).not.toMatch(/postgres:|internal/);
  });

  it('is read from no other text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.lorem(),
          words.map((all) => `<!-- ${all.join(' ')} -->`),
        ),
        (other) => {
          expect(readMarker(other)).toBeUndefined();
        },
      ),
      CASES,
    );
  });

  it('is read from no line that differs in one place', () => {
    const change = fc.record({
      at: fc.nat(),
      by: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
      cut: fc.nat(2),
    });
    fc.assert(
      fc.property(facts, change, (given, { at, by, cut }) => {
        const marker = commentMarker(given);
        const place = at % (marker.length + 1);
        const changed = marker.slice(0, place) + by + marker.slice(place + cut);
        const read = readMarker(changed);
        // Another marker may come of it, digits for digits; it must then say just what stands there.
        if (read) expect(commentMarker(read)).toBe(changed.split(/\r?\n/)[0]);
        else expect(changed.split(/\r?\n/)[0]).not.toBe(marker);
      }),
      CASES,
    );
  });

  it('counts only on the first line, from its first character to its last', () => {
    fc.assert(
      fc.property(facts, fc.string({ unit: 'binary', minLength: 1 }), (given, before) => {
        const marker = commentMarker(given);
        expect(readMarker(`${before}\n${marker}`)).toBeUndefined();
        expect(readMarker(`> ${marker}`)).toBeUndefined();
        if (!/^\r?\n/.test(before)) expect(readMarker(`${marker}${before}`)).toBeUndefined();
      }),
      CASES,
    );
  });

  it('is made of nothing else', () => {
    const good = { configuration: configurationId([]), head: 'a'.repeat(40), runId: 1, attempt: 1 };
    const wrong: Partial<CommentFacts>[] = [
      { configuration: 'bookings' },
      { head: 'main' },
      { head: 'A'.repeat(40) },
      { runId: 0 },
      { runId: Number.NaN },
      { attempt: 1.5 },
      { head: `${'a'.repeat(40)} --> <b>` },
    ];
    for (const one of wrong) expect(() => commentMarker({ ...good, ...one })).toThrow('no marker');
  });

  it('tells configurations apart by all their words', () => {
    const ids = [['a', 'b'], ['ab'], ['a b'], ['b', 'a'], [], [''], ['a', 'b', '']].map(configurationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(configurationId(['a', 'b'])).toBe(configurationId(['a', 'b']));
  });
});
