/** Examples of `time-zone-stable`. */
import { timeZoneStable } from '../../../src/checks/time-zone-stable.ts';
import type { History, StepRecord } from '../../../src/domain/history.ts';
import type { Layout } from '../../../src/domain/layout.ts';
import type { Step } from '../../../src/domain/scenario.ts';
import {
  account,
  APPLY,
  changeTo,
  failed,
  fault,
  given,
  layoutOf,
  NOT_PLAYED,
  ofPasses,
  OVERLAP,
  partition,
  pass,
  record,
  SEED,
  series,
  table,
  TWO_MONTHS,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const ZONE = 'Pacific/Auckland';
const THERE: Step = {
  ...changeTo('monthly'),
  timeZone: ZONE,
  label: `change to monthly, in ${ZONE}`,
} as Step;
const APPLIED_THERE: Step = { ...APPLY, timeZone: ZONE, label: `apply, in ${ZONE}` } as Step;

/** The change as it went in the server's zone, and in the other. */
const both = (here: Partial<StepRecord>, there: Partial<StepRecord>): History =>
  ofPasses(pass('nothing booked ahead', given(SEED), record(changeTo('monthly'), here)), {
    ...pass('from another zone', given(SEED), record(THERE, there)),
    timeZone: ZONE,
  });

const applied = (here: Layout, there: Layout, over: Partial<StepRecord> = {}): History =>
  ofPasses(pass('from an empty database', record(APPLY, { tables: [table({ layout: here })] })), {
    ...pass('from another zone', record(APPLIED_THERE, { tables: [table({ layout: there })], ...over })),
    timeZone: ZONE,
  });

const showing = (layout: Layout, over: Parameters<typeof table>[0] = {}): Partial<StepRecord> => ({
  tables: [table({ layout, ...over })],
});

/** January and February of Auckland, which begin at 11 of the day before. */
const LOCAL = layoutOf(
  partition('2026_01', '2025-12-31 11:00', '2026-01-31 11:00'),
  partition('2026_02', '2026-01-31 11:00', '2026-02-28 11:00'),
);
const LOCATION = { file: 'V1__manager.sql', line: 7 };

export const EXAMPLES: CheckExamples = {
  check: timeZoneStable,
  examples: [
    {
      title: 'passes where the layouts are the same',
      verdict: 'pass',
      history: both(showing(TWO_MONTHS), showing(layoutOf(...[...TWO_MONTHS.partitions].reverse()))),
    },
    {
      title: 'passes where one layout reaches a month further, for the date of today is another there',
      verdict: 'pass',
      history: both(showing(TWO_MONTHS), showing(layoutOf(...series('monthly', '2025-12-01', 2)))),
    },
    {
      title: 'passes where names differ and ranges do not',
      verdict: 'pass',
      history: both(
        showing(layoutOf(partition('a', '2026-01-01', '2026-02-01'))),
        showing(layoutOf(partition('b', '2026-01-01', '2026-02-01'))),
      ),
    },
    {
      title: 'passes where open ends and default partitions are alike',
      verdict: 'pass',
      history: both(
        showing(layoutOf(partition('old', null, '2026-01-01'), ...TWO_MONTHS.partitions)),
        showing(layoutOf(partition('old', null, '2026-01-01'), ...TWO_MONTHS.partitions)),
      ),
    },
    {
      title: 'fails where bounds are midnights of the session',
      verdict: 'fail',
      count: 2,
      says: ['booking', '2 partitions', ZONE],
      shows: ['2026-01-31 11:00:00'],
      location: LOCATION,
      statement: 'execute format(…)',
      history: both(showing(TWO_MONTHS), {
        ...showing(LOCAL),
        origins: [
          {
            object: 'public.booking_2026_01',
            event: 'made',
            location: LOCATION,
            statement: 'execute format(…)',
          },
        ],
      }),
    },
    {
      title: 'fails where the only partition is shifted by hours',
      verdict: 'fail',
      count: 1,
      history: both(
        showing(layoutOf(partition('all', '2026-01-01', '2027-01-01'))),
        showing(layoutOf(partition('all', '2025-12-31 11:00', '2026-12-31 11:00'))),
      ),
    },
    {
      title: 'fails where there is a hole in one of them',
      verdict: 'fail',
      count: 1,
      shows: ['monthly_2026_02_01', 'missing'],
      history: both(
        showing(layoutOf(...series('monthly', '2026-01-01', 3))),
        showing(layoutOf(...series('monthly', '2026-01-01', 3).filter((_, i) => i !== 1))),
      ),
    },
    {
      title: 'fails where the call stops in the other zone only, and tells the statement',
      verdict: 'fail',
      count: 1,
      says: [ZONE, 'would overlap'],
      location: { file: 'V2__change.sql', line: 12 },
      statement: 'insert into nowhere',
      history: both(showing(TWO_MONTHS), { outcome: failed(OVERLAP) }),
    },
    {
      title: 'fails where rows go to other partitions',
      verdict: 'fail',
      count: 2,
      says: ['other partitions'],
      shows: ['holds 50, and 40 there'],
      history: both(
        showing(layoutOf(...TWO_MONTHS.partitions.map((p) => ({ ...p, rows: 50 })))),
        showing(layoutOf(...TWO_MONTHS.partitions.map((p, i) => ({ ...p, rows: i === 0 ? 40 : 60 })))),
      ),
    },
    {
      title: 'fails where rows are lost in the other zone only',
      verdict: 'fail',
      count: 3,
      says: ['3 rows', 'lost', ZONE],
      shows: ['b1 at 2026-01-05'],
      history: both(
        showing(TWO_MONTHS, { rows: account() }),
        showing(TWO_MONTHS, { rows: account({ lost: fault(3), found: 97 }) }),
      ),
    },
    {
      title: 'fails where a table is partitioned in one zone only',
      verdict: 'fail',
      count: 1,
      history: both(showing(TWO_MONTHS), { tables: [table()] }),
    },
    {
      title: 'warns of migrations that leave some bounds to the session, at the statement where it is known',
      verdict: 'fail',
      severity: 'warning',
      count: 1,
      location: { file: 'V1__tables.sql', line: 2 },
      statement: 'create table booking_2026_02',
      history: applied(
        TWO_MONTHS,
        layoutOf(...TWO_MONTHS.partitions.slice(0, 1), ...LOCAL.partitions.slice(1)),
        {
          origins: [
            {
              object: 'public.booking_2026_02',
              event: 'made',
              location: { file: 'V1__tables.sql', line: 2 },
              statement: 'create table booking_2026_02',
            },
          ],
        },
      ),
    },
    {
      title: 'passes migrations whose bounds all follow the session that runs them',
      verdict: 'pass',
      history: applied(TWO_MONTHS, LOCAL),
    },
    {
      title: 'warns of migrations that stop in another zone',
      verdict: 'fail',
      severity: 'warning',
      count: 1,
      location: { file: 'V2__change.sql', line: 12 },
      statement: 'insert into nowhere',
      history: ofPasses(pass('from an empty database', record(APPLY)), {
        ...pass('from another zone', record(APPLIED_THERE, { outcome: failed() })),
        timeZone: ZONE,
      }),
    },
    {
      title: 'passes migrations whose bounds have an offset',
      verdict: 'pass',
      history: applied(TWO_MONTHS, TWO_MONTHS),
    },
    {
      title: 'is inconclusive where the other zone was not played',
      verdict: 'inconclusive',
      history: both(showing(TWO_MONTHS), { outcome: NOT_PLAYED }),
    },
    {
      title: "leaves what stops in the server's zone too to other checks",
      verdict: 'not-applicable',
      history: both({ outcome: failed() }, { outcome: failed() }),
    },
    {
      title: 'is not applicable where nothing was called from another zone',
      verdict: 'not-applicable',
      history: ofPasses(pass('only', record(changeTo('monthly'), showing(TWO_MONTHS)))),
    },
  ],
};
