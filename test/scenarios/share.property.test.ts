import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INTERVAL_NAMES } from '../../src/domain/interval.ts';
import { scenariosFor, shareOf } from '../../src/scenarios/catalogue.ts';

const anyProject = fc.record({
  hasBase: fc.boolean(),
  changesInterval: fc.boolean(),
  hasRepeatables: fc.boolean(),
  retires: fc.boolean(),
  isZoned: fc.boolean(),
  otherZone: fc.constant('Pacific/Auckland'),
  intervals: fc.subarray([...INTERVAL_NAMES], { minLength: 1 }),
});

it('every scenario is in exactly one share, however many there are', () => {
  fc.assert(
    fc.property(anyProject, fc.integer({ min: 1, max: 100 }), (project, of) => {
      const all = scenariosFor(project);
      const shares = Array.from({ length: of }, (_, i) => shareOf(all, { index: i + 1, of }));
      const names = shares.flat().map((scenario) => scenario.name);
      expect(names).toHaveLength(all.length);
      expect(new Set(names)).toEqual(new Set(all.map((scenario) => scenario.name)));
    }),
  );
});

it('no share is more than one scenario larger than another', () => {
  fc.assert(
    fc.property(anyProject, fc.integer({ min: 1, max: 100 }), (project, of) => {
      const sizes = Array.from(
        { length: of },
        (_, i) => shareOf(scenariosFor(project), { index: i + 1, of }).length,
      );
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
