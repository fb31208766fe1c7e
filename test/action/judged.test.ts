import { describe, expect, it } from '@jest/globals';
import { failedChecks } from '../../src/action/judged.ts';
import { check, run, scenario } from '../report/results.ts';

const failed = (...ids: readonly string[]): string[] =>
  failedChecks({
    result: run([scenario('upgrade', { checks: ids.map((id) => check(id, { verdict: 'fail' })) })]),
    failOn: 'error',
    reports: {},
    isShare: false,
  });

describe('the failed checks that a later step is told', () => {
  it('are each there once', () => {
    expect(failed('no-gap', 'assertion:every room is booked', 'no-gap')).toEqual([
      'no-gap',
      'assertion:every room is booked',
    ]);
  });

  it('hold nothing that a shell, or a list with commas, reads as more than a name', () => {
    expect(failed('assertion:a$(b),c`d`;"e"\'f\'\n&|<>\\')).toEqual(['assertion:a__b__c_d___e__f_______']);
  });
});
