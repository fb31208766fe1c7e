/** Coverage beside the plainest way to know it: asking of one instant after another which partition takes it. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverageOf } from '../../src/domain/coverage.ts';
import type { InspectedTable } from '../../src/domain/inspection.ts';
import { contains, finite, MAXVALUE, MINVALUE, type Range } from '../../src/domain/range.ts';

const MOST = 24;

const range: fc.Arbitrary<Range> = fc
  .tuple(fc.integer({ min: -1, max: MOST - 1 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]) => ({
    lower: from < 0 ? MINVALUE : finite(BigInt(from)),
    upper: from + length >= MOST ? MAXVALUE : finite(BigInt(from + length)),
  }));

/** A partition, and whether it is partitioned itself with a hole or a default partition at its first instants. */
const partition = fc.record({ range, within: fc.constantFrom('none', 'hole', 'caught') });

const tableFrom = (
  parts: readonly { readonly range: Range; readonly within: string }[],
  hasDefault: boolean,
): InspectedTable => ({
  layout: {
    table: 'public.t',
    keyColumn: 'at',
    keyType: 'timestamptz',
    partitions: [
      ...parts.map((one, i) => ({
        kind: 'range' as const,
        name: `p${i}`,
        oid: i + 1,
        rows: 0,
        range: one.range,
      })),
      ...(hasDefault ? [{ kind: 'default' as const, name: 'rest', oid: 99, rows: 0 }] : []),
    ],
  },
  style: 'declarative',
  keyColumns: ['at'],
  facts: parts.map((one, i) => {
    const part = firstOf(one.range);
    return {
      oid: i + 1,
      kind: 'table' as const,
      holes: one.within === 'hole' && part ? [part] : [],
      caught: one.within === 'caught' && part ? [{ range: part, by: `d${i}` }] : [],
    };
  }),
  rests: [],
  twins: [],
  notSeen: [],
});

/** Its first instant, where it has one. */
const firstOf = ({ lower }: Range): Range | undefined =>
  lower.kind === 'finite' ? { lower, upper: finite(lower.at + 1n) } : undefined;

/** One partition alone may take an instant, as PostgreSQL sees to. */
const disjoint = (parts: readonly { readonly range: Range; readonly within: string }[]) =>
  parts.filter(
    (one, i) =>
      !parts
        .slice(0, i)
        .some((other) => instants.some((at) => contains(one.range, at) && contains(other.range, at))),
  );

const instants = Array.from({ length: MOST + 4 }, (_, i) => BigInt(i - 2));

it('finds every gap, hole and caught range, and how long writes go on', () => {
  fc.assert(
    fc.property(
      fc.array(partition, { maxLength: 6 }),
      fc.boolean(),
      fc.nat(MOST),
      (some, hasDefault, from) => {
        const parts = disjoint(some);
        const table = tableFrom(parts, hasDefault);
        const now = BigInt(from);
        const { gaps, writesUntil, caughtFrom } = coverageOf(table, now);
        const bounds = parts
          .flatMap(({ range: { lower, upper } }) => [lower, upper])
          .flatMap((bound) => (bound.kind === 'finite' ? [bound.at] : []));
        const isBetween = (at: bigint): boolean =>
          bounds.some((bound) => bound <= at) && bounds.some((bound) => bound > at);
        const fate = (at: bigint): 'own' | 'caught' | 'open' | 'nothing' => {
          const i = parts.findIndex((one) => contains(one.range, at));
          const part = parts[i];
          if (!part) return hasDefault ? 'caught' : 'nothing';
          const first = firstOf(part.range);
          if (part.within !== 'none' && first && contains(first, at))
            return part.within === 'hole' ? 'nothing' : 'caught';
          return part.range.upper.kind === 'maxvalue' ? 'open' : 'own';
        };
        for (const at of instants) {
          const gap = gaps.find((one) => contains(one.range, at));
          const expected = fate(at);
          const isWithin = parts.some((one) => contains(one.range, at));
          const isGap = (expected === 'nothing' || expected === 'caught') && (isWithin || isBetween(at));
          expect([
            at,
            gap === undefined ? 'none' : gap.caughtBy === undefined ? 'nothing' : 'caught',
          ]).toEqual([at, isGap ? expected : 'none']);
        }
        const ahead = Array.from({ length: MOST + 4 }, (_, i) => now + BigInt(i));
        const failing = ahead.find((at) => fate(at) === 'nothing');
        expect(writesUntil).toEqual(failing === undefined ? MAXVALUE : finite(failing));
        const caught = ahead.find((at) => fate(at) !== 'own');
        if (caught !== undefined && fate(caught) !== 'nothing') expect(caughtFrom).toEqual(finite(caught));
        else expect(caughtFrom).toBeUndefined();
      },
    ),
    { numRuns: 2_000 },
  );
});
