/** A plan's digest goes by the state, not by the order in which the catalog tells it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PlanIdentity, planDigest } from '../../../src/deploy/plan/plan-digest.ts';

const partitions = fc.uniqueArray(fc.tuple(fc.string(), fc.string(), fc.string()), {
  selector: ([name]) => name,
  maxLength: 8,
});
const shapes = fc.uniqueArray(
  fc.record({ table: fc.string(), shape: fc.record({ key: fc.string(), partitions }) }),
  { selector: ({ table }) => table, minLength: 1, maxLength: 5 },
);
const identities: fc.Arbitrary<PlanIdentity> = fc.record({
  release: fc.string(),
  database: fc.string(),
  schema: fc.option(fc.string(), { nil: undefined }),
  pending: fc.array(fc.record({ script: fc.string(), checksum: fc.integer() }), { maxLength: 4 }),
  calls: fc.array(fc.string(), { maxLength: 2 }),
  placeholders: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2, noNullPrototype: true }),
  rules: fc.record({
    tables: fc.constant([]),
    waivers: fc.array(
      fc.record({ check: fc.constant('no-row-lost' as const), reason: fc.string(), until: fc.bigInt() }),
      { maxLength: 2 },
    ),
  }),
  shapes,
  routines: fc.array(fc.dictionary(fc.string(), fc.string(), { maxKeys: 2, noNullPrototype: true }), {
    maxLength: 3,
  }),
});

const told = (identity: PlanIdentity): string =>
  JSON.stringify(identity, (_key, one: unknown) => (typeof one === 'bigint' ? `${one} µs` : one));

describe('the digest', () => {
  it('is the same in whatever order tables and partitions come', () => {
    fc.assert(
      fc.property(identities, (identity) => {
        const turned = identity.shapes.map(({ table, shape }) => {
          const { key, partitions: parts } = shape as { key: string; partitions: string[][] };
          return { table, shape: { partitions: [...parts].reverse(), key } };
        });
        expect(
          planDigest({ ...identity, shapes: turned.reverse(), routines: [...identity.routines].reverse() }),
        ).toBe(planDigest(identity));
      }),
    );
  });

  it('is another one where anything is: the order of migrations and calls too', () => {
    fc.assert(
      fc.property(identities, identities, (a, b) => {
        fc.pre(told(a) !== told(b));
        const changes: readonly PlanIdentity[] = [
          { ...a, release: b.release },
          { ...a, database: b.database },
          { ...a, calls: b.calls },
          { ...a, pending: b.pending },
          { ...a, schema: b.schema },
          { ...a, rules: b.rules },
        ];
        for (const changed of changes)
          expect(planDigest(changed) === planDigest(a)).toBe(told(changed) === told(a));
        expect(planDigest({ ...a, shapes: a.shapes.slice(1) })).not.toBe(planDigest(a));
      }),
    );
  });
});
