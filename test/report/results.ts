/** Results written by hand, for the tests of the reports. */
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import { type IntervalName, intervalOf, nthBound } from '../../src/domain/interval.ts';
import type { Layout, RangePartition } from '../../src/domain/layout.ts';
import { rangeOf } from '../../src/domain/range.ts';
import type { CheckResult, RunResult, ScenarioResult } from '../../src/domain/result.ts';
import type { RepositoryLinks } from '../../src/report/links.ts';

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is no instant`);
  return instant;
}

export const partition = (name: string, lower: string, upper: string, rows = 0): RangePartition => ({
  kind: 'range',
  name: `public.amenity_booking_${name}`,
  oid: 1,
  rows,
  range: rangeOf({ lower: at(lower), upper: at(upper) }),
});

export const layout = (partitions: Layout['partitions'], table = 'public.amenity_booking'): Layout => ({
  table,
  keyColumn: 'start_time',
  keyType: 'timestamptz',
  partitions,
});

/** A layout of `n` partitions of one interval, from a date on. */
export function regular(interval: IntervalName, from: string, n: number, rows = 0): Layout {
  const bound = (i: number): string => {
    const instant = nthBound(at(from), intervalOf(interval), i);
    return new Date(Number(instant / 1000n)).toISOString().slice(0, 10);
  };
  return layout(
    Array.from({ length: n }, (_, i) =>
      partition(bound(i).slice(0, 7).replace('-', '_'), bound(i), bound(i + 1), rows),
    ),
  );
}

export const check = (id: string, over: Partial<CheckResult> = {}): CheckResult => ({
  id,
  verdict: 'pass',
  severity: 'error',
  message: '',
  remedy: '',
  evidence: { count: 0, examples: [] },
  ...over,
});

export const PASSING_CHECKS: readonly CheckResult[] = [
  check('migration-applies'),
  check('no-row-lost'),
  check('no-overlap'),
  check('no-gap'),
];

export const scenario = (name: string, over: Partial<ScenarioResult> = {}): ScenarioResult => ({
  name,
  verdict: 'pass',
  durationMs: 512,
  before: [],
  after: [],
  rows: { before: 100_000, after: 100_000, lost: 0, duplicated: 0, changed: 0 },
  checks: PASSING_CHECKS,
  notes: [],
  ...over,
});

export const run = (scenarios: readonly ScenarioResult[], over: Partial<RunResult> = {}): RunResult => ({
  verdict: 'pass',
  seed: 1,
  rows: 100_000,
  startedAt: new Date('2026-11-22T12:00:00Z'),
  durationMs: 7_912.4,
  server: { kind: 'embedded', version: '16.4' },
  toolVersion: '0.1.0',
  migrations: [{ folder: 'sql/migrations', files: 1, filesUnderTest: 1 }],
  replayOptions: [],
  tables: ['public.amenity_booking'],
  scenarios,
  notes: [],
  ...over,
});

export const LOST: CheckResult = check('no-row-lost', {
  verdict: 'fail',
  message:
    'All 100,000 rows (2024-11-22 to 2027-11-21) are gone after this statement.\nThey were never copied into the new table.',
  remedy: 'Copy the rows before the drop, or attach the old table as a partition.',
  location: { file: 'db/migration/V2__partition.sql', line: 24 },
  evidence: {
    count: 100_000,
    examples: ['b1', 'b2', 'b3'],
    unlisted: 99_997,
    statement: 'DROP TABLE IF EXISTS amenity_booking_old',
  },
});

export const OVERLAP: CheckResult = check('no-overlap', {
  verdict: 'fail',
  message: 'The change to monthly stops: 2027_02 would overlap 2027_01.',
  remedy: 'Drop or keep 2027_01 before making 2027_02.',
  location: { file: 'db/migration/V1__manage.sql', line: 96 },
  evidence: { count: 1, examples: [] },
});

export const RUNWAY: CheckResult = check('runway', {
  verdict: 'fail',
  severity: 'warning',
  message: 'Writes fail from 2028-01-01 on.',
  remedy: 'Premake more partitions.',
  evidence: { count: 1, examples: [] },
});

/** Lost rows in one scenario, an overlap in two, a warning in all. */
export const FAILING: RunResult = run(
  [
    scenario('fresh', {
      checks: [...PASSING_CHECKS, RUNWAY],
      rows: { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 },
    }),
    scenario('upgrade', {
      verdict: 'fail',
      rows: { before: 100_000, after: 0, lost: 100_000, duplicated: 0, changed: 0 },
      checks: [check('no-gap'), LOST, RUNWAY],
    }),
    scenario('change:quarterly->monthly', {
      verdict: 'fail',
      before: [regular('quarterly', '2026-10-01', 2, 25_133)],
      after: [regular('quarterly', '2026-10-01', 2, 25_133)],
      checks: [check('no-row-lost'), OVERLAP, RUNWAY],
    }),
    scenario('change:yearly->monthly', {
      verdict: 'fail',
      checks: [
        check('no-row-lost'),
        { ...OVERLAP, message: 'The change to monthly stops: 2027_03 would overlap 2027_01.' },
        RUNWAY,
      ],
    }),
  ],
  { verdict: 'fail' },
);

/** Where the files of a pull request's head commit are read. */
export const LINKS: RepositoryLinks = {
  serverUrl: 'https://github.com',
  repository: 'your-organisation/bookings',
  sha: '0123456789abcdef0123456789abcdef01234567',
  runUrl: 'https://github.com/your-organisation/bookings/actions/runs/42',
};

/** By which the comment would be found again. */
export const MARKER = '<!-- partition-guard: comment -->';
