/** Examples of `audit-complete`. */
import { auditComplete } from '../../../src/checks/audit-complete.ts';
import type { StepRecord } from '../../../src/domain/history.ts';
import type { Layout } from '../../../src/domain/layout.ts';
import type { Step } from '../../../src/domain/scenario.ts';
import {
  APPLY,
  CANCELLED,
  changeTo,
  failed,
  given,
  history,
  layoutOf,
  partition,
  record,
  SEED,
  table,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const LOG = 'public.partition_audit_log';
const JANUARY = partition('jan', '2026-01-01', '2026-02-01');
const FEBRUARY = partition('feb', '2026-02-01', '2026-03-01');

/** Rows of the log, a name for each. */
const log = (...names: readonly string[]) => ({
  table: LOG,
  entries: [...new Set(names)].map((name) => ({
    partition: name,
    rows: names.filter((other) => other === name).length,
  })),
});

interface Seen {
  readonly partitions: Layout['partitions'];
  readonly log?: readonly string[];
}

const seen = (step: Step, { partitions, log: names }: Seen, over: Partial<StepRecord> = {}): StepRecord =>
  record(step, {
    tables: [table({ layout: layoutOf(...partitions) })],
    ...(names ? { audit: log(...names) } : {}),
    ...over,
  });

/** January and its row are there; then this is. */
const change = (after: Seen, over: Partial<StepRecord> = {}) =>
  history(
    seen(changeTo('monthly'), { partitions: [JANUARY], log: ['booking_jan'] }, { given: true }),
    given(SEED, { tables: [table({ layout: layoutOf(JANUARY) })] }),
    seen(changeTo('quarterly'), after, over),
  );

export const EXAMPLES: CheckExamples = {
  check: auditComplete,
  examples: [
    {
      title: 'passes where each partition that was made has a row',
      verdict: 'pass',
      history: change({ partitions: [JANUARY, FEBRUARY], log: ['booking_jan', 'booking_feb'] }),
    },
    {
      title: 'passes where nothing changed',
      verdict: 'pass',
      history: change({ partitions: [JANUARY], log: ['booking_jan'] }),
    },
    {
      title: 'fails where a partition was made without a row, at the function that was called',
      verdict: 'fail',
      count: 1,
      says: ['booking_feb was made for [2026-02-01, 2026-03-01)', 'partition_audit_log', 'quarterly'],
      location: { file: 'V1__manager.sql', line: 3 },
      statement: 'SELECT manage_partitions()',
      history: change(
        { partitions: [JANUARY, FEBRUARY], log: ['booking_jan'] },
        { call: { location: { file: 'V1__manager.sql', line: 3 }, statement: 'SELECT manage_partitions()' } },
      ),
    },
    {
      title: 'fails where partitions are gone, replaced and moved without rows',
      verdict: 'fail',
      count: 3,
      says: ['booking_jan was dropped or detached'],
      shows: ['booking_feb was dropped and made anew', 'booking_mar got another range'],
      history: history(
        seen(changeTo('monthly'), {
          partitions: [JANUARY, FEBRUARY, partition('mar', '2026-03-01', '2026-04-01')],
          log: ['booking_jan', 'booking_feb', 'booking_mar'],
        }),
        seen(changeTo('quarterly'), {
          partitions: [{ ...FEBRUARY, oid: 77 }, partition('mar', '2026-03-01', '2026-05-01')],
          log: ['booking_jan', 'booking_feb', 'booking_mar'],
        }),
      ),
    },
    {
      title: 'wants another row of a partition that had one already',
      verdict: 'pass',
      history: change({ partitions: [], log: ['booking_jan', 'booking_jan'] }),
    },
    {
      title: 'knows the name with its schema, in quotes, and the oid of what is gone',
      verdict: 'pass',
      history: change({
        partitions: [
          partition('a', '2026-02-01', '2026-03-01'),
          { ...partition('b', '2026-03-01', '2026-04-01'), name: 'public."booking_B"' },
          { ...partition('c', '2026-04-01', '2026-05-01'), name: 'public."booking_C"' },
        ],
        log: ['booking_jan', String(JANUARY.oid), 'public.booking_a', '"booking_B"', 'booking_C'],
      }),
    },
    {
      title: 'does not take the row of another partition for its own',
      verdict: 'fail',
      count: 1,
      history: change({ partitions: [JANUARY, FEBRUARY], log: ['booking_jan', 'booking_feb_2', 'feb'] }),
    },
    {
      title: 'fails where rows of the log are gone',
      verdict: 'fail',
      count: 1,
      says: ['1 row of partition_audit_log is gone', 'quarterly'],
      history: change({ partitions: [JANUARY], log: [] }),
    },
    {
      title: 'judges a cancelled change, of which a part may have been kept',
      verdict: 'fail',
      count: 1,
      history: history(
        seen(changeTo('monthly'), { partitions: [JANUARY], log: ['booking_jan'] }),
        seen(CANCELLED, { partitions: [JANUARY, FEBRUARY], log: ['booking_jan'] }, { outcome: failed() }),
      ),
    },
    {
      title: 'judges migrations of a table that the log tells of',
      verdict: 'fail',
      count: 1,
      history: history(
        record(APPLY, {
          tables: [table({ managed: false, layout: layoutOf(JANUARY) })],
          audit: log('booking_jan'),
        }),
        record(APPLY, {
          tables: [table({ managed: false, layout: layoutOf(JANUARY, FEBRUARY) })],
          audit: log('booking_jan'),
        }),
      ),
    },
    {
      title: 'does not ask the log for tables that it never told of',
      verdict: 'pass',
      history: history(
        record(APPLY, {
          tables: [table({ managed: false, layout: layoutOf(JANUARY) })],
          audit: log('other_jan'),
        }),
        record(APPLY, {
          tables: [table({ managed: false, layout: layoutOf(JANUARY, FEBRUARY) })],
          audit: log('other_jan'),
        }),
      ),
    },
    {
      title: 'is not applicable where the step made the log itself',
      verdict: 'not-applicable',
      history: history(
        record(APPLY, { tables: [table({ layout: layoutOf(JANUARY) })] }),
        seen(APPLY, { partitions: [JANUARY, FEBRUARY], log: [] }),
      ),
    },
    {
      title: 'is inconclusive where the log is gone',
      verdict: 'inconclusive',
      history: change({ partitions: [JANUARY, FEBRUARY] }),
    },
    {
      title: 'is not applicable where there is no log',
      verdict: 'not-applicable',
      history: history(
        record(changeTo('monthly'), { tables: [table({ layout: layoutOf(JANUARY) })] }),
        record(changeTo('quarterly'), { tables: [table({ layout: layoutOf(FEBRUARY) })] }),
      ),
    },
    {
      title: 'leaves the preparation alone',
      verdict: 'not-applicable',
      history: history(
        seen(changeTo('monthly'), { partitions: [JANUARY], log: [] }, { given: true }),
        seen(changeTo('monthly'), { partitions: [JANUARY, FEBRUARY], log: [] }, { given: true }),
      ),
    },
  ],
};
