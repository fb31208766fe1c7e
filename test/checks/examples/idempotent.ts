/** Examples of `idempotent`. */
import { idempotent } from '../../../src/checks/idempotent.ts';
import type { Attribute, TableAttributes } from '../../../src/domain/attributes.ts';
import type { StepRecord } from '../../../src/domain/history.ts';
import type { Layout } from '../../../src/domain/layout.ts';
import {
  again,
  BOOKING,
  changeTo,
  defaultPartition,
  failed,
  given,
  history,
  layoutOf,
  NOT_PLAYED,
  ofPasses,
  partition,
  pass,
  record,
  REPEAT,
  SEED,
  series,
  table,
  TWO_MONTHS,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const twice = (before: Layout, after: Layout): StepRecord[] => [
  record(changeTo('monthly'), { tables: [table({ layout: before })] }),
  record(again('monthly'), { tables: [table({ layout: after })] }),
];

const INDEX: Attribute = {
  kind: 'index',
  name: 'booking_note_idx',
  definition: 'btree (note)',
  columns: ['note'],
  oid: 11,
  object: 'public.booking_note_idx',
};
const SECOND_INDEX: Attribute = {
  ...INDEX,
  name: 'booking_note_idx1',
  oid: 12,
  object: 'public.booking_note_idx1',
};
const TRIGGER: Attribute = {
  ...INDEX,
  kind: 'trigger',
  name: 'log_it',
  definition: 'AFTER INSERT',
  columns: [],
};
const COMMENT: Attribute = {
  ...INDEX,
  kind: 'comment',
  name: BOOKING,
  definition: 'looked after at noon',
  columns: [],
};

const attributes = (own: readonly Attribute[], over: Partial<TableAttributes> = {}): TableAttributes => ({
  table: BOOKING,
  oid: 1,
  owner: 'app',
  columns: [{ name: 'note', position: 1, type: 'text' }],
  partitionKey: [],
  isPartitioned: true,
  attributes: own,
  partitions: [],
  numberings: [],
  views: [],
  ...over,
});

const twiceWith = (
  before: TableAttributes,
  after: TableAttributes,
  over: Partial<StepRecord> = {},
): StepRecord[] => [
  record(changeTo('monthly'), { tables: [table({ layout: TWO_MONTHS, attributes: before })] }),
  record(again('monthly'), { tables: [table({ layout: TWO_MONTHS, attributes: after })], ...over }),
];
const JANUARY = partition('jan', '2026-01-01', '2026-02-01');

export const EXAMPLES: CheckExamples = {
  check: idempotent,
  examples: [
    {
      title: 'passes where every partition is the same one, with the same bounds',
      verdict: 'pass',
      history: history(...twice(TWO_MONTHS, layoutOf(...[...TWO_MONTHS.partitions].reverse()))),
    },
    {
      title: 'passes where repeatable migrations change nothing, whatever rows came',
      verdict: 'pass',
      history: history(
        given(SEED, { tables: [table({ layout: layoutOf(JANUARY, defaultPartition()) })] }),
        record(REPEAT, {
          tables: [table({ layout: layoutOf({ ...JANUARY, rows: 9 }, defaultPartition(3)) })],
        }),
      ),
    },
    {
      title: 'fails where a partition is dropped and made anew under its name',
      verdict: 'fail',
      count: 1,
      says: ['booking'],
      shows: ['booking_jan'],
      history: history(...twice(layoutOf(JANUARY), layoutOf({ ...JANUARY, oid: 99 }))),
    },
    {
      title: 'fails where partitions are made and dropped',
      verdict: 'fail',
      count: 3,
      shows: ['booking_jan', 'monthly_2026_01_01', 'monthly_2026_02_01'],
      history: history(...twice(layoutOf(JANUARY), TWO_MONTHS)),
    },
    {
      title: 'fails where a partition got other bounds or another name',
      verdict: 'fail',
      count: 2,
      history: history(
        ...twice(
          layoutOf(JANUARY, partition('feb', '2026-02-01', '2026-03-01', { oid: 5 })),
          layoutOf(
            { ...partition('jan', '2026-01-01', '2026-01-31'), oid: JANUARY.oid },
            partition('february', '2026-02-01', '2026-03-01', { oid: 5 }),
          ),
        ),
      ),
    },
    {
      title: 'fails where a range partition became the default one',
      verdict: 'fail',
      count: 1,
      history: history(
        ...twice(
          layoutOf({ ...defaultPartition(), oid: 7 }),
          layoutOf({ ...JANUARY, oid: 7, name: 'public.booking_default' }),
        ),
      ),
    },
    {
      title: 'fails where the second run adds one more index, at the place that made it',
      verdict: 'fail',
      count: 1,
      says: ['booking'],
      shows: ['booking_note_idx1'],
      location: { file: 'R__indexes.sql', line: 3 },
      statement: 'create index on booking (note)',
      history: history(
        ...twiceWith(attributes([INDEX]), attributes([INDEX, SECOND_INDEX]), {
          origins: [
            {
              object: 'public.booking_note_idx1',
              event: 'made',
              location: { file: 'R__indexes.sql', line: 3 },
              statement: 'create index on booking (note)',
            },
          ],
        }),
      ),
    },
    {
      title:
        'fails where the second run takes a trigger, adds a column, or gives a partition what it had not',
      verdict: 'fail',
      count: 3,
      shows: ['log_it', 'The column again', 'booking_jan'],
      history: history(
        ...twiceWith(
          attributes([TRIGGER], { partitions: [{ name: 'public.booking_jan', oid: 5, attributes: [] }] }),
          attributes([], {
            columns: [
              { name: 'note', position: 1, type: 'text' },
              { name: 'again', position: 2, type: 'text' },
            ],
            partitions: [{ name: 'public.booking_jan', oid: 5, attributes: [INDEX] }],
          }),
        ),
      ),
    },
    {
      title: 'fails where repeatable migrations add to what hung there when rows were seeded',
      verdict: 'fail',
      count: 1,
      history: history(
        given(SEED, { tables: [table({ layout: TWO_MONTHS })] }),
        record(REPEAT, {
          tables: [
            table({
              layout: TWO_MONTHS,
              attributesWhenSeeded: attributes([INDEX]),
              attributes: attributes([INDEX, SECOND_INDEX]),
            }),
          ],
        }),
      ),
    },
    {
      title: 'passes where a trigger is dropped and made anew alike, and a comment says something else',
      verdict: 'pass',
      history: history(
        ...twiceWith(
          attributes([TRIGGER, COMMENT]),
          attributes([
            { ...TRIGGER, oid: 99 },
            { ...COMMENT, definition: 'looked after at one' },
          ]),
        ),
      ),
    },
    {
      title: 'passes where what hangs there came with the first call',
      verdict: 'pass',
      history: history(
        record(changeTo('monthly'), { tables: [table({ layout: TWO_MONTHS })] }),
        record(again('monthly'), {
          tables: [
            table({
              layout: TWO_MONTHS,
              attributesWhenSeeded: attributes([]),
              attributes: attributes([INDEX]),
            }),
          ],
        }),
      ),
    },
    {
      title: 'names the pass, and sums passes and tables',
      verdict: 'fail',
      count: 3,
      says: ['monthly'],
      history: ofPasses(
        pass('monthly', ...twice(TWO_MONTHS, layoutOf(...TWO_MONTHS.partitions.slice(0, 1)))),
        pass(
          'quarterly',
          given(SEED, {
            tables: [table({ layout: TWO_MONTHS }), table({ table: 'public.visit', layout: TWO_MONTHS })],
          }),
          record(again('quarterly'), {
            tables: [
              table({ layout: layoutOf(...TWO_MONTHS.partitions.slice(1)) }),
              table({ table: 'public.visit', layout: layoutOf(...TWO_MONTHS.partitions, JANUARY) }),
            ],
          }),
        ),
      ),
    },
    {
      title: 'is inconclusive where the second run failed',
      verdict: 'inconclusive',
      history: history(record(changeTo('monthly')), record(again('monthly'), { outcome: failed() })),
    },
    {
      title: 'is inconclusive where the second run was not played',
      verdict: 'inconclusive',
      history: history(record(changeTo('monthly')), record(again('monthly'), { outcome: NOT_PLAYED })),
    },
    {
      title: 'is inconclusive where the first run failed already',
      verdict: 'inconclusive',
      history: history(record(changeTo('monthly'), { outcome: failed() }), record(again('monthly'))),
    },
    {
      title: 'is not applicable where nothing ran twice',
      verdict: 'not-applicable',
      history: history(
        record(changeTo('monthly'), { tables: [table({ layout: TWO_MONTHS })] }),
        record(changeTo('yearly'), {
          tables: [table({ layout: layoutOf(...series('yearly', '2026-01-01', 1)) })],
        }),
      ),
    },
  ],
};
