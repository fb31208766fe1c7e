import { describe, expect, it } from '@jest/globals';
import { noRowLost } from '../../src/checks/no-row-lost.ts';
import type { ScenarioResult } from '../../src/domain/result.ts';
import type { ValidateSettings } from '../../src/settings/validate-settings.ts';
import { waiverNotes, waiversInUse } from '../../src/simulation/waiver-notes.ts';
import { account, APPLY, at, fault, history, record, table } from '../support/histories.ts';

const LOSING = history(
  record(APPLY, {
    tables: [
      table({ table: 'public.buffer', rows: account({ lost: fault(3) }) }),
      table({ table: 'public.booking', rows: account() }),
    ],
  }),
);
const notes = (
  waivers: ValidateSettings['waivers'],
  waived: readonly string[] = [],
  over: Partial<Pick<ValidateSettings, 'scenarios' | 'shard'>> = {},
): string[] =>
  waiverNotes({ waivers, now: at('2026-03-15'), shard: { index: 1, of: 1 }, ...over }, [
    { waived } as unknown as ScenarioResult,
  ]);
const WAIVER = { check: 'no-row-lost', table: { name: 'buffer' }, reason: 'reloaded each night' };

describe('waiversInUse', () => {
  it('names those without which the check would fail', () => {
    const waivers = ['public.buffer', 'public.booking', undefined].map((name) => ({
      check: 'no-row-lost',
      table: name,
    }));
    expect(waiversInUse(LOSING, [noRowLost], waivers)).toEqual([
      'no-row-lost for public.buffer',
      'no-row-lost',
    ]);
    expect(waiversInUse(LOSING, [noRowLost], [{ check: 'no-gap', table: undefined }])).toEqual([]);
  });
});

describe('waiverNotes', () => {
  it('tells which have run out, and why they were there', () => {
    expect(notes([{ ...WAIVER, until: at('2026-03-14') }])).toEqual([
      'The waiver of no-row-lost for public.buffer ran out on 2026-03-14: reloaded each night.',
    ]);
  });

  it('tells which waive nothing', () => {
    expect(notes([WAIVER])).toEqual([
      'The waiver of no-row-lost for public.buffer waives nothing: the check holds without it.',
    ]);
    expect(notes([{ ...WAIVER, until: at('2026-03-15') }])).toHaveLength(1);
  });

  it('is silent on those in use', () => {
    expect(notes([WAIVER], ['no-row-lost for public.buffer'])).toEqual([]);
  });

  it('is silent where only a part of the scenarios was played', () => {
    expect(notes([WAIVER], [], { scenarios: ['fresh'] })).toEqual([]);
    expect(notes([WAIVER], [], { shard: { index: 1, of: 2 } })).toEqual([]);
  });
});
