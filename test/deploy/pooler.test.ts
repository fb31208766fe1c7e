/** What tells a pooler that hands sessions around, judged from sightings alone. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areSessionsShared, type Sighting } from '../../src/deploy/pooler.ts';

const seen = (...pairs: readonly (readonly [number, number])[]): Sighting[] =>
  pairs.map(([client, backend]) => ({ client, backend }));

describe('sessions', () => {
  it('are shared where two clients have one, or one client has two', () => {
    expect(areSessionsShared(seen([0, 7], [1, 7]))).toBe(true);
    expect(areSessionsShared(seen([0, 7], [1, 8], [0, 8]))).toBe(true);
    expect(areSessionsShared(seen([0, 7], [0, 8]))).toBe(true);
  });

  it('are not where each client keeps its own', () => {
    expect(areSessionsShared(seen([0, 7], [1, 8], [2, 9], [0, 7], [1, 8], [2, 9]))).toBe(false);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.array(fc.nat()), (backends, turns) => {
        const at = turns.map((turn) => turn % backends.length);
        expect(areSessionsShared(at.map((client) => ({ client, backend: backends[client] ?? -1 })))).toBe(
          false,
        );
      }),
    );
  });
});
