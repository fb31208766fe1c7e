/** Examples of `names-match-bounds`. */
import { namesMatchBounds } from '../../../src/checks/names-match-bounds.ts';
import type { Layout } from '../../../src/domain/layout.ts';
import type { Step } from '../../../src/domain/scenario.ts';
import {
  APPLY,
  changeTo,
  defaultPartition,
  given,
  history,
  layoutOf,
  partition,
  record,
  SEED,
  table,
  TWO_MONTHS,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const JANUARY = partition('2026_01', '2026-01-01', '2026-02-01');
const LYING = partition('2026_02', '2026-03-01', '2026-04-01');

const seen = (...partitions: Layout['partitions']) =>
  record(APPLY, { tables: [table({ layout: layoutOf(...partitions) })] });

const BASE: Step = {
  kind: 'apply-migrations',
  which: 'base',
  seedBetween: false,
  label: 'apply the released migrations',
};

export const EXAMPLES: CheckExamples = {
  check: namesMatchBounds,
  examples: [
    {
      title: 'passes where names tell of the months they are for',
      verdict: 'pass',
      history: history(seen(JANUARY)),
    },
    {
      title: 'warns of a name that tells of another month, with both',
      verdict: 'fail',
      count: 1,
      says: ['booking_2026_02', 'named for 2026-02', '[2026-03-01, 2026-04-01)'],
      history: history(seen(JANUARY, LYING)),
    },
    {
      title: 'lists every name that lies, and says after which change',
      verdict: 'fail',
      count: 2,
      says: ['booking_2026_02', 'after the change to quarterly'],
      shows: ['booking_2027q1'],
      history: history(
        record(changeTo('quarterly'), {
          tables: [
            table({
              layout: layoutOf(JANUARY, LYING, partition('2027q1', '2027-04-01', '2027-07-01')),
            }),
          ],
        }),
      ),
    },
    {
      title: 'tells of a name once, where the partition came to be',
      verdict: 'fail',
      count: 1,
      history: history(seen(JANUARY, LYING), seen(JANUARY, LYING)),
    },
    {
      title: 'sees a partition that keeps its name and gets another range',
      verdict: 'fail',
      count: 1,
      history: history(seen(JANUARY), seen({ ...LYING, name: JANUARY.name, oid: JANUARY.oid })),
    },
    {
      title: 'says where the partition was made',
      verdict: 'fail',
      count: 1,
      location: { file: 'V2__next.sql', line: 4 },
      statement: 'create table booking_2026_02',
      history: history({
        ...seen(LYING),
        origins: [
          {
            object: LYING.name,
            event: 'made',
            location: { file: 'V2__next.sql', line: 4 },
            statement: 'create table booking_2026_02',
          },
        ],
      }),
    },
    {
      title: 'does not hold a change to what was released before it',
      verdict: 'pass',
      history: history(
        given(BASE),
        given(SEED, { tables: [table({ layout: layoutOf(LYING) })] }),
        seen(LYING, JANUARY),
      ),
    },
    {
      title: 'holds the preparation to its names, where all of it is the change',
      verdict: 'fail',
      count: 1,
      says: ['after the change to monthly'],
      history: history(
        given(changeTo('monthly'), { tables: [table({ layout: layoutOf(LYING) })] }),
        record(APPLY, { tables: [table({ layout: layoutOf(LYING) })] }),
      ),
    },
    {
      title: 'takes no bound of a timestamptz for wrong that is midnight somewhere',
      verdict: 'pass',
      history: history(seen(partition('2026_02', '2026-01-31 23:00:00', '2026-02-28 23:00:00'))),
    },
    {
      title: 'takes bounds of a date as they are',
      verdict: 'fail',
      count: 1,
      history: history(
        record(APPLY, {
          tables: [
            table({
              layout: { ...layoutOf(partition('2026_02', '2026-01-31', '2026-02-28')), keyType: 'date' },
            }),
          ],
        }),
      ),
    },
    {
      title: 'does not judge default partitions, open ends and names that say nothing',
      verdict: 'not-applicable',
      history: history(
        seen(
          defaultPartition(),
          partition('2020', null, '2026-01-01'),
          partition('2026_01', '2026-03-01', null),
          partition('next', '2026-02-01', '2026-03-01'),
        ),
      ),
    },
    {
      title: 'is not applicable where no table is range-partitioned',
      verdict: 'not-applicable',
      history: history(record(APPLY, { tables: [table()] })),
    },
    {
      title: 'reads names of any interval that are put after a word',
      verdict: 'pass',
      history: history(record(APPLY, { tables: [table({ layout: TWO_MONTHS })] })),
    },
  ],
};
