import { describe, expect, it } from '@jest/globals';
import { INTERVAL_NAMES, type IntervalName } from '../../src/domain/interval.ts';
import type { Scenario, Step } from '../../src/domain/scenario.ts';
import { type ProjectFacts, scenariosFor, shareOf } from '../../src/scenarios/catalogue.ts';

const facts = (over: Partial<ProjectFacts> = {}): ProjectFacts => ({
  hasBase: false,
  changesInterval: true,
  intervals: ['monthly', 'quarterly', 'yearly'],
  hasRepeatables: false,
  isZoned: true,
  otherZone: 'Pacific/Auckland',
  retires: false,
  ...over,
});
const namesOf = (scenarios: readonly Scenario[]): string[] => scenarios.map((scenario) => scenario.name);
const named = (name: string, over: Partial<ProjectFacts> = {}): Scenario => {
  const found = scenariosFor(facts(over)).find((scenario) => scenario.name === name);
  if (!found) throw new Error(`no scenario ${name}`);
  return found;
};
const stepsOf = (scenario: Scenario): Step[] => scenario.passes.flatMap((p) => [...p.given, ...p.when]);

describe('scenariosFor', () => {
  it('plays every ordered pair of the default intervals, there and also back, once each', () => {
    expect(namesOf(scenariosFor(facts()))).toEqual([
      'fresh',
      'upgrade',
      'change:monthly->quarterly',
      'change:monthly->yearly',
      'change:quarterly->monthly',
      'change:quarterly->yearly',
      'change:yearly->monthly',
      'change:yearly->quarterly',
      'round-trip:monthly->quarterly->monthly',
      'round-trip:monthly->yearly->monthly',
      'round-trip:quarterly->monthly->quarterly',
      'round-trip:quarterly->yearly->quarterly',
      'round-trip:yearly->monthly->yearly',
      'round-trip:yearly->quarterly->yearly',
      'rerun',
    ]);
  });

  it('plays n * (n - 1) pairs of n intervals', () => {
    for (let n = 1; n <= INTERVAL_NAMES.length; n += 1) {
      const names = namesOf(scenariosFor(facts({ intervals: INTERVAL_NAMES.slice(0, n) })));
      expect(names.filter((name) => name.startsWith('change:'))).toHaveLength(n * (n - 1));
      expect(names.filter((name) => name.startsWith('round-trip:'))).toHaveLength(n * (n - 1));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('leaves only the rerun of one interval alone', () => {
    expect(namesOf(scenariosFor(facts({ intervals: ['monthly'] })))).toEqual(['fresh', 'upgrade', 'rerun']);
  });

  it('changes no interval where nothing is there that does', () => {
    const scenarios = scenariosFor(facts({ changesInterval: false }));
    expect(namesOf(scenarios)).toEqual(['fresh', 'upgrade', 'rerun']);
    expect(scenarios.flatMap(stepsOf).filter((step) => step.kind === 'change-interval')).toEqual([]);
  });
});

describe('a change', () => {
  it('starts from rows on the first interval and goes to the second, with the future free and booked', () => {
    const { passes } = named('change:yearly->monthly');
    expect(passes).toHaveLength(3);
    for (const { given, when } of passes) {
      expect(given.at(-1)).toMatchObject({ kind: 'seed', occupancy: 'until-now' });
      expect(intervalsOf(given)).toEqual(['yearly']);
      expect(new Set(intervalsOf(when))).toEqual(new Set(['monthly']));
    }
    expect(passes[0]?.when.some((step) => step.kind === 'book-ahead')).toBe(false);
    expect(passes[1]?.when[0]?.kind).toBe('book-ahead');
  });

  it("is called from a session in another time zone, as from one in the server's", () => {
    const [free, , zoned] = named('change:yearly->monthly').passes;
    const { timeZone, ...step } = { timeZone: undefined, ...zoned?.when[0] };
    expect(timeZone).toBe('Pacific/Auckland');
    expect({ ...free?.when[0], label: '' }).toEqual({ ...step, label: '' });
    expect(zoned?.given).toEqual(free?.given);
  });

  it('is called a second time, and cancelled once before it runs', () => {
    const [free, booked] = named('change:yearly->monthly').passes;
    expect(free?.when.at(-1)).toMatchObject({ kind: 'change-interval', to: 'monthly', repeats: true });
    expect(booked?.when.map((step) => step.kind)).toEqual([
      'book-ahead',
      'cancelled-change',
      'change-interval',
    ]);
  });

  it('shares its preparation between passes and with all others from that interval', () => {
    const from = (name: string): string[] => named(name).passes.map((p) => JSON.stringify(p.given));
    const preparations = [
      ...from('change:yearly->monthly'),
      ...from('change:yearly->quarterly'),
      ...from('round-trip:yearly->monthly->yearly'),
    ];
    expect(new Set(preparations).size).toBe(1);
  });
});

describe('fresh', () => {
  it('plays the migrations in another time zone too, where a bound may depend on it', () => {
    expect(stepsOf(named('fresh'))).toMatchObject([
      { kind: 'apply-migrations', which: 'all' },
      { kind: 'apply-migrations', which: 'all', timeZone: 'Pacific/Auckland' },
    ]);
    expect(stepsOf(named('fresh', { isZoned: false }))).toHaveLength(1);
  });
});

describe('a round trip', () => {
  it('ends on the interval that it began with, with bookings made in between', () => {
    const [only] = named('round-trip:monthly->yearly->monthly').passes;
    expect(intervalsOf(only?.given ?? [])).toEqual(['monthly']);
    expect(only?.when.map((step) => step.kind)).toEqual(['change-interval', 'book-ahead', 'change-interval']);
    expect(intervalsOf(only?.when ?? [])).toEqual(['yearly', 'monthly']);
  });
});

describe('rerun', () => {
  it('makes the same call again on each interval', () => {
    const { passes } = named('rerun');
    expect(passes.map((p) => p.when.at(-1))).toMatchObject(
      (['monthly', 'quarterly', 'yearly'] as const).map((to) => ({
        kind: 'change-interval',
        to,
        repeats: true,
      })),
    );
    expect(passes.map((p) => intervalsOf(p.given))).toEqual([['monthly'], ['quarterly'], ['yearly']]);
  });

  it('applies the repeatable migrations again where there is no call, and nothing where there are none', () => {
    const { passes } = named('rerun', { changesInterval: false, hasRepeatables: true });
    expect(passes.map((p) => [...p.given, ...p.when])).toMatchObject(
      (['until-now', 'every-partition'] as const).map((occupancy) => [
        { kind: 'apply-migrations', which: 'all' },
        { kind: 'seed', occupancy },
        { kind: 'repeat-migrations' },
      ]),
    );
    expect(named('rerun', { changesInterval: false }).passes).toEqual([]);
  });
});

describe('upgrade', () => {
  it('seeds every partition of the base, then applies the change alone', () => {
    expect(stepsOf(named('upgrade', { hasBase: true }))).toMatchObject([
      { kind: 'apply-migrations', which: 'base', seedBetween: false },
      { kind: 'seed', occupancy: 'every-partition' },
      { kind: 'apply-migrations', which: 'change', seedBetween: false },
    ]);
  });

  it('seeds between the files where every one of them is the change', () => {
    expect(stepsOf(named('upgrade'))).toMatchObject([
      { kind: 'apply-migrations', which: 'all', seedBetween: true },
    ]);
  });
});

describe('every scenario', () => {
  const everything = [true, false].flatMap((hasBase) =>
    [true, false].flatMap((changesInterval) =>
      [true, false].flatMap((hasRepeatables) =>
        scenariosFor({
          hasBase,
          changesInterval,
          hasRepeatables,
          intervals: INTERVAL_NAMES,
          isZoned: true,
          otherZone: 'Pacific/Auckland',
          retires: true,
        }),
      ),
    ),
  );

  it('is data without a word of SQL', () => {
    expect(everything.length).toBeGreaterThan(100);
    for (const scenario of everything) {
      expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
      expect(JSON.stringify(scenario)).not.toMatch(
        /\b(select|insert|update|delete|create|drop|alter|truncate|begin|commit|call)\s+(into|from|table|\w+\()|;/i,
      );
    }
  });

  it('has a label for each step and each pass that a reader can replay', () => {
    for (const scenario of everything) {
      const labels = scenario.passes.map((p) => p.label);
      expect(new Set(labels).size).toBe(labels.length);
      for (const label of [...labels, ...stepsOf(scenario).map((step) => step.label)])
        expect(label).toMatch(/\S{2,}/);
    }
  });

  it('judges at least one step wherever it has a pass', () => {
    for (const { passes } of everything)
      for (const { when } of passes) expect(when.length).toBeGreaterThan(0);
  });
});

describe('shareOf', () => {
  it('takes every Nth, so that kinds spread evenly', () => {
    expect(namesOf(shareOf(scenariosFor(facts()), { index: 2, of: 5 }))).toEqual([
      'upgrade',
      'change:yearly->monthly',
      'round-trip:quarterly->yearly->quarterly',
    ]);
  });
});

function intervalsOf(steps: readonly Step[]): IntervalName[] {
  return steps.flatMap((step) => ('to' in step ? [step.to] : []));
}
