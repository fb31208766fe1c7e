/** The comment, whole, of the kinds of result that there are: what a reader sees is looked at when it changes. */
import { describe, expect, it } from '@jest/globals';
import type { CheckResult, RunResult, ScenarioResult } from '../../src/domain/result.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderJobSummary } from '../../src/report/job-summary.ts';
import {
  check,
  FAILING,
  layout,
  LINKS,
  LOST,
  MARKER,
  OVERLAP,
  partition,
  PASSING_CHECKS,
  regular,
  run,
  RUNWAY,
  scenario,
} from './results.ts';

const comment = (result: RunResult): string => renderComment(result, { marker: MARKER, links: LINKS });

const NO_ROWS = { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 };

/** As the check tells it: what stands beside the rows, then the rows. */
const LOST_ROWS: CheckResult = {
  ...LOST,
  message: 'All 100,000 rows of amenity_booking (2024-11-22 to 2027-11-21) are gone.',
  evidence: {
    count: 100_000,
    statement: 'drop table if exists amenity_booking_old cascade',
    examples: [
      'They were taken out of the table before, by db/migration/V2__partition.sql:6: alter table amenity_booking rename to amenity_booking_old',
      'Held by amenity_booking (100,000)',
      'b1 at 2024-11-22, of amenity_booking',
      'b2 at 2024-11-22 23:59:59.999999, of amenity_booking',
      'b3 at 2024-11-23, of amenity_booking',
      'b4 at 2024-11-24, of amenity_booking',
    ],
    unlisted: 99_996,
  },
};

const lostIn = (name: string, over: Partial<ScenarioResult> = {}): ScenarioResult =>
  scenario(name, {
    verdict: 'fail',
    rows: { before: 100_000, after: 0, lost: 100_000, duplicated: 0, changed: 0 },
    checks: [check('no-gap'), LOST_ROWS],
    ...over,
  });

const RESULTS: Readonly<Record<string, RunResult>> = {
  'rows lost': run(
    [
      scenario('fresh', { rows: NO_ROWS }),
      lostIn('upgrade'),
      scenario('rerun', { rows: NO_ROWS, checks: [] }),
    ],
    {
      verdict: 'fail',
      notes: ['Writes keep working until 2028-01-01.', 'Nothing was run a second time (rerun).'],
    },
  ),
  'nothing to judge': run([scenario('fresh', { rows: NO_ROWS, checks: [check('migration-applies')] })], {
    tables: [],
    notes: ['Nothing to judge: no table is, or becomes, range-partitioned by time.'],
  }),
  inconclusive: run(
    [
      scenario('upgrade', {
        verdict: 'inconclusive',
        checks: [
          check('no-row-lost', {
            verdict: 'inconclusive',
            message: 'amenity_booking could not be seeded: a check refuses every row that was tried.',
            remedy: 'Give rows of your own under seed: in the configuration.',
          }),
        ],
      }),
      scenario('fresh', { rows: NO_ROWS }),
    ],
    { verdict: 'inconclusive' },
  ),
  'a warning alone': run([scenario('upgrade', { checks: [...PASSING_CHECKS, RUNWAY] })], {
    notes: ['Writes keep working until 2027-01-01.'],
  }),
  'two majors': run(
    [
      lostIn('upgrade', { server: '14.23' }),
      scenario('upgrade', { server: '18.4' }),
      scenario('fresh', { rows: NO_ROWS, server: '14.23' }),
      scenario('fresh', { rows: NO_ROWS, server: '18.4' }),
    ],
    { verdict: 'fail' },
  ),
  'several tables': run(
    [
      scenario('upgrade', {
        after: ['a', 'b', 'c', 'd', 'e'].map((name) => ({
          ...regular('monthly', '2026-01-01', 3, 7),
          table: `public.${name}`,
        })),
      }),
    ],
    { tables: ['public.a', 'public.b', 'public.c', 'public.d', 'public.e'] },
  ),
  '2,000 partitions': run([
    scenario('change:daily->monthly', {
      before: [regular('daily', '2021-07-01', 2_000, 50)],
      after: [regular('monthly', '2021-07-01', 66, 1_515)],
    }),
  ]),
  'a gap': run(
    [
      scenario('change:monthly->quarterly', {
        verdict: 'fail',
        before: [regular('monthly', '2026-01-01', 6, 5)],
        after: [
          layout([
            partition('2026_01', '2026-01-01', '2026-03-31T23:59:59Z', 15),
            partition('2026_04', '2026-04-01', '2026-07-01', 15),
          ]),
        ],
        checks: [
          check('no-gap', {
            verdict: 'fail',
            message: 'amenity_booking has no partition for [2026-03-31 23:59:59, 2026-04-01).',
            remedy: 'Bounds are half-open: let each upper bound be the next lower bound.',
            location: { file: 'db/migration/V1__manage.sql', line: 96 },
            evidence: { count: 1, examples: [] },
          }),
        ],
      }),
    ],
    { verdict: 'fail' },
  ),
};

const MANY = run(
  [
    scenario('change:quarterly->monthly', {
      verdict: 'fail',
      checks: Array.from({ length: 200 }, (_, i) => ({
        ...OVERLAP,
        location: { file: `db/migration/V${i}__manage.sql`, line: i + 1 },
      })),
    }),
  ],
  { verdict: 'fail' },
);

describe('the comment', () => {
  it.each(Object.entries(RESULTS))('is this of %s', (_, result) => {
    expect(comment(result)).toMatchSnapshot();
  });

  it('tells places in words where there is no repository', () => {
    expect(renderComment(FAILING, { marker: '<!-- x -->' })).toMatchSnapshot();
  });
});

describe('the job summary', () => {
  it('tells all that the comment has no room for', () => {
    const summary = renderJobSummary(MANY, { links: LINKS });
    expect(summary.match(/^\| ❌ `no-overlap`/gm)).toHaveLength(200);
    expect(summary.match(/^- ❌ `no-overlap`/gm)).toHaveLength(200);
    expect(summary).not.toContain('Left out here');
    expect(comment(MANY)).toContain('170 of 200 findings');
    expect(comment(MANY).match(/^\| ❌ `no-overlap`/gm)).toHaveLength(30);
  });

  it('is the comment without its marker where all has room', () => {
    expect(`${MARKER}\n${renderJobSummary(FAILING, { links: LINKS })}`).toBe(comment(FAILING));
  });
});
