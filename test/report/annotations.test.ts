import { describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/domain/result.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { check, FAILING, LOST, PASSING_CHECKS, run, scenario } from './results.ts';

/** So many findings, each on a line of its own. */
const findings = (n: number, over: Partial<CheckResult> = {}): CheckResult[] =>
  Array.from({ length: n }, (_, i) =>
    check('no-gap', {
      verdict: 'fail',
      message: `gap ${i}`,
      location: { file: 'V1__a.sql', line: i + 1 },
      ...over,
    }),
  );

const annotationsFor = (checks: readonly CheckResult[]) =>
  annotationsOf(run([scenario('upgrade', { verdict: 'fail', checks })], { verdict: 'fail' }));

describe('annotations', () => {
  it('stand on the lines of the SQL, failures as errors, with what was found and what to do', () => {
    expect(annotationsOf(FAILING)).toEqual([
      {
        level: 'error',
        title: 'no-row-lost fails: upgrade',
        message:
          'All 100,000 rows (2024-11-22 to 2027-11-21) are gone after this statement.\nThey were never copied into the new table.\n→ Copy the rows before the drop, or attach the old table as a partition.\nThe check: docs/checks/no-row-lost.md of partition-guard',
        file: 'db/migration/V2__partition.sql',
        line: 24,
      },
      {
        level: 'error',
        title: 'no-overlap fails: change quarterly → monthly and change yearly → monthly',
        message:
          'The change to monthly stops: 2027_02 would overlap 2027_01.\n→ Drop or keep 2027_01 before making 2027_02.\nThe check: docs/checks/no-overlap.md of partition-guard',
        file: 'db/migration/V1__manage.sql',
        line: 96,
      },
      {
        level: 'warning',
        title: 'runway warns: fresh, upgrade and 2 more',
        message:
          'Writes fail from 2028-01-01 on.\n→ Premake more partitions.\nThe check: docs/checks/runway.md of partition-guard',
      },
    ]);
  });

  it('warn of what could not be judged', () => {
    const open = check('no-row-lost', { verdict: 'inconclusive', message: 'No row was seeded.' });
    expect(annotationsFor([open])).toMatchObject([
      { level: 'warning', title: 'no-row-lost could not be judged: upgrade' },
    ]);
  });

  it('are none where all is well', () => {
    expect(annotationsOf(run([scenario('upgrade', { checks: PASSING_CHECKS })]))).toEqual([]);
  });

  it.each([
    [10, 0, 10, undefined],
    [11, 0, 11, '1 more error not shown'],
    [25, 3, 14, '15 more errors not shown'],
    [25, 30, 21, '15 more errors and 20 more warnings not shown'],
  ])(
    'are ten of a kind at most, and count the rest: %d errors, %d warnings',
    (errors, warnings, all, rest) => {
      const told = annotationsFor([...findings(errors), ...findings(warnings, { severity: 'warning' })]);
      expect(told).toHaveLength(all);
      expect(told.filter((one) => one.level === 'error')).toHaveLength(Math.min(10, errors));
      expect(told.filter((one) => one.level === 'warning')).toHaveLength(Math.min(10, warnings));
      const [last] = told.slice(-1);
      if (rest === undefined) expect(last?.level).not.toBe('notice');
      else expect(last).toMatchObject({ level: 'notice', message: expect.stringContaining(rest) });
    },
  );

  it('tell one thing once', () => {
    const elsewhere = { ...LOST, evidence: { count: 1, examples: [], statement: 'DROP TABLE other' } };
    expect(annotationsFor([LOST, elsewhere])).toHaveLength(1);
  });

  it.each(['../shared/V1__a.sql', '/srv/V1__a.sql', 'C:/V1__a.sql', ''])(
    'name a file outside the repository in words: %j',
    (file) => {
      const [one] = annotationsFor([{ ...LOST, location: { file, line: 7 } }]);
      expect(one).not.toHaveProperty('file');
      expect(one).not.toHaveProperty('line');
      expect(one?.message).toContain(`At ${file}:7.`);
    },
  );

  it('show no control character, and start no line with a command of the runner', () => {
    const [one] = annotationsFor([
      { ...LOST, message: '::error::x\n::set-output name=a::b\u001b[31m', remedy: 'a\r\n::stop::' },
    ]);
    // eslint-disable-next-line no-control-regex
    expect(one?.message).not.toMatch(/^\s*::|[\x00-\x09\x0b-\x1f]/m);
  });
});
