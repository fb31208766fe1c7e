/** Results that a page must show well: whole, broken, unproven, far too large, and of hostile names. */
import type { LockTimeline } from '../../../src/domain/lock-timeline.ts';
import { finite, MAXVALUE, MINVALUE } from '../../../src/domain/range.ts';
import type { RunResult } from '../../../src/domain/result.ts';
import { harmless, resultOf } from '../hostile-results.ts';
import { at, check, FAILING, layout, PASSING_CHECKS, partition, regular, run, scenario } from '../results.ts';

const TABLE = 'public.amenity_booking';

export const LOCKS: LockTimeline = {
  steps: [
    { pass: 'until now', step: 'change to quarterly', fromMs: 0, toMs: 400 },
    { pass: 'booked ahead', step: 'change to quarterly', fromMs: 400, toMs: 900.5 },
  ],
  held: [
    {
      step: 0,
      table: TABLE,
      mode: 'SHARE ROW EXCLUSIVE',
      fromMs: 20,
      toMs: 300,
      rows: 100_000,
      statement: 'lock table amenity_booking in share row exclusive mode',
      location: { file: 'db/migration/V1__manage.sql', line: 96 },
    },
    {
      step: 0,
      table: TABLE,
      mode: 'ACCESS EXCLUSIVE',
      fromMs: 250.4,
      toMs: 300,
      statement: 'select manage_partitions()',
    },
    {
      step: 1,
      table: `${TABLE}_2026_01`,
      parent: TABLE,
      mode: 'ACCESS EXCLUSIVE',
      fromMs: 500,
      toMs: 500.2,
      statement: 'drop table amenity_booking_2026_01',
    },
  ],
  unlisted: 3,
  stalls: [
    { step: 0, table: TABLE, stops: 'writers', fromMs: 20, toMs: 300 },
    { step: 0, table: TABLE, stops: 'readers and writers', fromMs: 250.4, toMs: 300 },
    { step: 1, table: `${TABLE}_2026_01`, stops: 'readers and writers', fromMs: 500, toMs: 500.2 },
  ],
};

/** A gap of a second, unbounded ends, a default partition with rows, and two partitions that overlap. */
export const BROKEN_LAYOUT = layout([
  {
    kind: 'range',
    name: `${TABLE}_past`,
    oid: 11,
    rows: 40,
    range: { lower: MINVALUE, upper: finite(at('2026-01-01')) },
  },
  partition('2026_01', '2026-01-01', '2026-01-31 23:59:59', 4_000),
  partition('2026_02', '2026-02-01', '2026-03-01', 3_500),
  partition('2026_03', '2026-03-01', '2026-04-10', 3_100),
  partition('2026_04', '2026-04-01', '2026-05-01', 1_200_000),
  {
    kind: 'range',
    name: `${TABLE}_future`,
    oid: 12,
    rows: 0,
    range: { lower: finite(at('2026-05-01')), upper: MAXVALUE },
  },
]);

export const WITH_DEFAULT = layout([
  partition('2026_01', '2026-01-01', '2026-02-01', 10),
  partition('2026_03', '2026-03-01', '2026-04-01', 10),
  { kind: 'default', name: `${TABLE}_default`, oid: 13, rows: 12 },
]);

export const PASSING: RunResult = run(
  [
    scenario('upgrade', { after: [regular('monthly', '2026-01-01', 24, 4_166)] }),
    scenario('change:monthly->quarterly', {
      before: [regular('monthly', '2026-01-01', 24, 4_166)],
      after: [regular('quarterly', '2026-01-01', 8, 12_500)],
      exclusiveLockMs: 49.6,
      locks: LOCKS,
    }),
    scenario('rerun', { notes: ['Nothing was run a second time.'] }),
  ],
  { notes: ['Writes keep working until 2028-01-01.'] },
);

export const BROKEN: RunResult = {
  ...FAILING,
  scenarios: [
    ...FAILING.scenarios,
    scenario('change:monthly->daily', {
      verdict: 'fail',
      before: [regular('monthly', '2026-01-01', 5, 1_000), { ...WITH_DEFAULT, table: 'public.visit' }],
      after: [BROKEN_LAYOUT, { ...WITH_DEFAULT, table: 'public.visit' }],
      locks: LOCKS,
      checks: [
        check('no-gap', {
          verdict: 'fail',
          message: 'No partition takes 2026-01-31 23:59:59.',
          remedy: 'Mend it.',
        }),
      ],
      waived: ['runway until 2027-01-01: at night'],
    }),
  ],
};

export const INCONCLUSIVE: RunResult = run(
  [
    scenario('fresh'),
    scenario('upgrade', {
      verdict: 'inconclusive',
      rows: { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 },
      checks: [
        check('no-row-lost', {
          verdict: 'inconclusive',
          message: 'No row could be seeded: the check "positive" refuses them.',
          remedy: 'Give rows of your own under seed: in the configuration.',
        }),
      ],
    }),
  ],
  { verdict: 'inconclusive' },
);

export const DAILIES = 2_000;

export const LARGE: RunResult = run([
  scenario('change:monthly->daily', {
    before: [regular('monthly', '2022-01-01', 66, 1_500)],
    after: [regular('daily', '2022-01-01', DAILIES, 50)],
    checks: PASSING_CHECKS,
  }),
]);

export const HOSTILE_WORD = `"><script>alert(1)</script><img src=x onerror=alert(1)>'--><!--\u202e\u001b[31m\u0000 ]]> &amp; ${'W'.repeat(90)}`;

export const HOSTILE: RunResult = resultOf(
  Object.fromEntries(Object.keys(harmless).map((key) => [key, HOSTILE_WORD])) as unknown as typeof harmless,
);

export const EMPTY: RunResult = run([], { tables: [] });

export const PAGES: Readonly<Record<string, RunResult>> = {
  failing: BROKEN,
  passing: PASSING,
  inconclusive: INCONCLUSIVE,
  'of 2,000 partitions': LARGE,
  'of hostile names': HOSTILE,
  'of nothing at all': EMPTY,
};
