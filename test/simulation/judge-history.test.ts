import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/catalogue.ts';
import type { History } from '../../src/domain/history.ts';
import type { CheckResult, ScenarioResult } from '../../src/domain/result.ts';
import type { LockMode } from '../../src/domain/session-trace.ts';
import { judgeHistory, type Judging, judgingOf } from '../../src/simulation/judge-history.ts';
import { validateSettings } from '../../src/settings/resolve-settings.ts';
import {
  account,
  APPLY,
  at,
  BOOKING,
  failed,
  fault,
  given,
  history,
  layoutOf,
  ofPasses,
  partition,
  pass,
  record,
  SEED,
  series,
  table,
  TWO_MONTHS,
} from '../support/histories.ts';

const judging = (over: Partial<Judging> = {}): Judging => ({
  checks: CHECKS,
  severities: new Map(),
  waivers: [],
  failOn: 'error',
  ...over,
});
const judged = (of: History, over: Partial<Judging> = {}): ScenarioResult =>
  judgeHistory(of, judging(over), 12);
const checkOf = (result: ScenarioResult, id: string): CheckResult | undefined =>
  result.checks.find((check) => check.id === id);

/** Writes go on for two months more, which is too short; and nothing else is wrong. */
const SHORT = history(record(APPLY, { tables: [table({ layout: TWO_MONTHS, rows: account() })] }));
const YEAR = layoutOf(...series('monthly', '2026-01-01', 12));
const losing = (...names: readonly string[]): History =>
  history(
    record(APPLY, {
      tables: names.map((name) =>
        table({ table: `public.${name}`, layout: YEAR, rows: account({ lost: fault(3), found: 97 }) }),
      ),
    }),
  );

it('the longest time for which readers stood still is told, of all passes', () => {
  const locked = (heldMs: number, mode: LockMode = 'ACCESS EXCLUSIVE') =>
    record(APPLY, { locks: [{ table: BOOKING, mode, heldMs, statement: 'lock table booking' }] });
  expect(judged(ofPasses(pass('a', locked(3)), pass('b', locked(12), locked(40, 'SHARE'))))).toMatchObject({
    exclusiveLockMs: 12,
  });
  expect(judged(history(locked(40, 'SHARE')))).not.toHaveProperty('exclusiveLockMs');
});

it('the locks of a table that a waiver names are not judged, its partitions included', () => {
  const lock = { mode: 'ACCESS EXCLUSIVE', heldMs: 5000, statement: 'lock table booking' } as const;
  const locks = [
    { ...lock, table: BOOKING },
    { ...lock, table: `${BOOKING}_2026_01`, parent: BOOKING },
  ];
  const waiver = { check: 'lock-budget', table: BOOKING, reason: 'at night', until: undefined };
  const result = judged(history(record(APPLY, { locks })), { waivers: [waiver] });
  expect(checkOf(result, 'lock-budget')).toMatchObject({ verdict: 'pass' });
});

describe('the verdict', () => {
  it('is the worst of the checks, of which each is told', () => {
    const result = judged(SHORT);
    expect(result).toMatchObject({ name: 'upgrade', verdict: 'fail', durationMs: 12 });
    expect(result.checks.map((check) => check.id)).toEqual(CHECKS.map((check) => check.id));
    expect(result.checks.filter((check) => check.verdict === 'fail').map((check) => check.id)).toEqual([
      'runway',
    ]);
  });

  it('is pass where nothing was to be judged', () => {
    expect(judged(history()).verdict).toBe('pass');
  });

  it('is inconclusive where a check could not judge, whatever its severity', () => {
    const unseeded = history(record(APPLY, { tables: [table({ layout: YEAR, seedFailure: 'no' })] }));
    const severities = new Map([['no-row-lost', 'warning' as const]]);
    expect(judged(unseeded, { severities }).verdict).toBe('inconclusive');
  });

  it('is inconclusive where a check throws', () => {
    const [first] = CHECKS;
    if (!first) throw new Error('no check');
    const broken = {
      ...first,
      judge: () => {
        throw new Error('broken');
      },
    };
    expect(judged(history(), { checks: [broken] }).verdict).toBe('inconclusive');
  });
});

describe('severities', () => {
  it('let a failing check only warn, unless warnings fail, too', () => {
    const severities = new Map([['runway', 'warning' as const]]);
    const result = judged(SHORT, { severities });
    expect(result.verdict).toBe('pass');
    expect(checkOf(result, 'runway')).toMatchObject({ verdict: 'fail', severity: 'warning' });
    expect(judged(SHORT, { severities, failOn: 'warning' }).verdict).toBe('fail');
  });

  it('switch a check off', () => {
    const result = judged(SHORT, { severities: new Map([['runway', 'off' as const]]), failOn: 'warning' });
    expect(result.verdict).toBe('pass');
    expect(checkOf(result, 'runway')).toMatchObject({ verdict: 'not-applicable', remedy: '' });
  });

  it('do not make an error of what a check itself calls a warning', () => {
    const still = history(
      record(APPLY, { tables: [table({ layout: YEAR, rows: account({ stillInCatchAll: 4 }) })] }),
    );
    const severities = new Map([['default-empty', 'error' as const]]);
    expect(judged(still, { severities }).verdict).toBe('pass');
    expect(judged(still, { severities, failOn: 'warning' }).verdict).toBe('fail');
  });
});

describe('waivers', () => {
  const waiver = {
    check: 'no-row-lost',
    table: undefined,
    reason: 'reloaded each night',
    until: '2027-03-31',
  };

  it('set a check aside, with the reason and the last day', () => {
    const result = judged(losing('booking'), { waivers: [waiver] });
    expect(result.verdict).toBe('pass');
    expect(checkOf(result, 'no-row-lost')).toMatchObject({
      verdict: 'not-applicable',
      evidence: { count: 0 },
    });
    expect(checkOf(result, 'no-row-lost')?.message).toContain('reloaded each night');
    expect(checkOf(result, 'no-row-lost')?.message).toContain('2027-03-31');
  });

  it('leave other checks alone', () => {
    expect(judged(SHORT, { waivers: [waiver] }).verdict).toBe('fail');
  });

  it('of one table leave the others judged', () => {
    const waivers = [{ ...waiver, table: 'public.buffer' }];
    expect(judged(losing('buffer'), { waivers }).verdict).toBe('pass');
    const result = checkOf(judged(losing('buffer', 'booking'), { waivers }), 'no-row-lost');
    expect(result).toMatchObject({ verdict: 'fail', evidence: { count: 3 } });
    expect(result?.message).toContain('public.buffer');
    expect(result?.message).toContain('reloaded each night');
  });

  it('of several tables are each told', () => {
    const waivers = [
      { ...waiver, table: 'public.buffer' },
      { ...waiver, table: 'public.scratch', reason: 'thrown away', until: undefined },
    ];
    const result = checkOf(judged(losing('buffer', 'scratch'), { waivers }), 'no-row-lost');
    expect(result?.verdict).not.toBe('fail');
    for (const words of ['public.buffer', 'reloaded each night', 'public.scratch', 'thrown away'])
      expect(result?.message).toContain(words);
  });
});

describe('judgingOf', () => {
  const configured = async (waivers: string): Promise<Judging> =>
    judgingOf(
      await validateSettings({
        cwd: '/',
        configFile: 'partition-guard.yml',
        configText: `checks:\n  runway: warning\n  no-gap: off\nwaivers:\n${waivers}`,
        options: { failOn: 'warning', now: '2026-03-31' },
        today: at('2026-03-31'),
      }),
    );

  it('keeps a waiver on its last day and drops it on the next', async () => {
    const { waivers } = await configured(
      '  - { check: no-row-lost, table: buffer, reason: a, until: 2026-03-31 }\n  - { check: no-overlap, reason: b, until: 2026-03-30 }\n  - { check: no-gap, reason: c }',
    );
    expect(waivers).toEqual([
      { check: 'no-row-lost', table: 'public.buffer', reason: 'a', until: '2026-03-31' },
      { check: 'no-gap', table: undefined, reason: 'c', until: undefined },
    ]);
  });

  it('takes severities and what to fail on from the settings, and every check there is', async () => {
    const { severities, failOn, checks } = await configured('  - { check: no-gap, reason: c }');
    expect([...severities]).toEqual([
      ['runway', 'warning'],
      ['no-gap', 'off'],
    ]);
    expect(failOn).toBe('warning');
    expect(checks).toEqual(CHECKS);
  });
});

describe('the result', () => {
  it('shows the layouts after the preparation and at the end, of the first pass', () => {
    const result = judged(
      ofPasses(
        pass(
          'a',
          given(APPLY, { tables: [table({ layout: YEAR })] }),
          given(SEED, { tables: [table({ layout: TWO_MONTHS })] }),
          record(APPLY, { tables: [table({ layout: YEAR })] }),
        ),
        pass('b', record(APPLY, { tables: [table({ layout: layoutOf(partition('x', null, null)) })] })),
      ),
    );
    expect(result.before).toEqual([TWO_MONTHS]);
    expect(result.after).toEqual([YEAR]);
  });

  it('shows the layouts of the pass whose rows it tells, bookings made ahead included', () => {
    const ahead = layoutOf(partition('x', '2026-01-01', '2027-01-01', { rows: 7 }));
    const lost = account({ lost: fault(7) });
    const result = judged(
      ofPasses(
        pass('a', given(SEED, { tables: [table({ layout: TWO_MONTHS })] }), record(APPLY)),
        pass(
          'b',
          given(SEED, { tables: [table({ layout: TWO_MONTHS })] }),
          record({ kind: 'book-ahead', label: 'bookings' }, { tables: [table({ layout: ahead })] }),
          record(APPLY, { tables: [table({ layout: YEAR, rows: lost })] }),
        ),
      ),
    );
    expect(result).toMatchObject({ before: [ahead], after: [YEAR], rows: { lost: 7 } });
  });

  it('shows the layout when rows were seeded where there is no preparation', () => {
    const state = table({ layout: YEAR, layoutWhenSeeded: TWO_MONTHS });
    const result = judged(history(record(APPLY, { tables: [state] })));
    expect(result).toMatchObject({ before: [TWO_MONTHS], after: [YEAR] });
  });

  it('sums the rows of all tables, each at its worst, of the pass with most faults', () => {
    const rows = (lost: number, found: number) => account({ lost: fault(lost), found });
    const result = judged(
      ofPasses(
        pass('a', record(APPLY, { tables: [table({ rows: rows(0, 100) })] })),
        pass(
          'b',
          record(APPLY, {
            tables: [table({ rows: rows(9, 91) }), table({ table: 'public.visit', rows: rows(1, 99) })],
          }),
          record(APPLY, {
            tables: [table({ rows: rows(2, 98) }), table({ table: 'public.visit', rows: rows(1, 99) })],
          }),
        ),
        pass('c', record(APPLY, { tables: [table({ rows: rows(3, 97) })] })),
      ),
    );
    expect(result.rows).toEqual({ before: 200, after: 190, lost: 10, duplicated: 0, changed: 0 });
  });

  it('has no rows where none was seeded', () => {
    const result = judged(history(record(APPLY, { outcome: failed() })));
    expect(result.rows).toEqual({ before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 });
    expect(result).toMatchObject({ before: [], after: [] });
  });

  it('notes tables that are not judged, and an upgrade that met no rows', () => {
    const { notes } = judged(
      history(record(APPLY, { tables: [table({ notJudged: 'it is partitioned by list' })] })),
    );
    expect(notes).toHaveLength(2);
    expect(notes[0]).toContain('partitioned by list');
    expect(notes[1]).toContain('--base');
    expect(judged(SHORT).notes).toEqual([]);
    expect(judged({ ...SHORT, scenario: 'rerun' }).notes).toEqual([]);
  });
});

it('the times of the locks are told, though no check judges them', () => {
  const held = [
    { table: BOOKING, mode: 'SHARE', fromMs: 0, heldMs: 0.5, statement: 'lock table booking' } as const,
  ];
  const result = judged(history(record(APPLY, { lockTimes: { held, unlisted: 0 } })));
  expect(result.locks).toMatchObject({ held: [{ table: BOOKING, fromMs: 0, toMs: 0.5 }] });
  expect(checkOf(result, 'lock-budget')).toMatchObject({ verdict: 'not-applicable' });
  expect(judged(history(record(APPLY)))).not.toHaveProperty('locks');
});
