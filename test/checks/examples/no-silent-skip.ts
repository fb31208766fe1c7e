/** Examples of `no-silent-skip`. */
import { noSilentSkip } from '../../../src/checks/no-silent-skip.ts';
import type { History } from '../../../src/domain/history.ts';
import type { CaughtError } from '../../../src/domain/session-trace.ts';
import { APPLY, changeTo, given, history, record } from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const location = { file: 'V1__manage.sql', line: 57 };
const statement = 'execute format(';

const caught = (over: Partial<CaughtError> = {}): CaughtError => ({
  sqlstate: '42P17',
  message: 'partition "booking_2026" would overlap partition "booking_2026_01"',
  conditions: ['others'],
  routine: 'manage_partitions',
  response: 'told',
  acts: true,
  times: 1,
  location,
  statement,
  ...over,
});

const IN_BLOCK: CaughtError = {
  sqlstate: '23514',
  message: 'so it is',
  conditions: ['others'],
  response: 'silent',
  acts: true,
  times: 1,
};

const hearing = (...errors: readonly CaughtError[]): History =>
  history(record(changeTo('yearly'), { caught: { kind: 'heard', errors } }));

const passing = (title: string, over: Partial<CaughtError>) =>
  ({ title, verdict: 'pass', history: hearing(caught(over)) }) as const;
const failing = (title: string, over: Partial<CaughtError>, says: readonly string[] = []) =>
  ({ title, verdict: 'fail', count: 1, location, statement, says, history: hearing(caught(over)) }) as const;

export const EXAMPLES: CheckExamples = {
  check: noSilentSkip,
  examples: [
    {
      title: 'passes where handlers were listened to and nothing was caught',
      verdict: 'pass',
      history: hearing(),
    },
    failing('fails where WHEN OTHERS turns an error into a notice', {}, [
      'manage_partitions()',
      'would overlap',
      '42P17',
      'WHEN others',
      'only tells',
      'change to yearly',
    ]),
    failing('fails where nothing at all comes of the error', { response: 'silent' }, ['does nothing']),
    failing('fails where the error becomes a value that nobody reads', { response: 'unheard' }, [
      'nobody reads',
    ]),
    failing(
      'fails where a grave error is named and skipped',
      { sqlstate: '23514', conditions: ['check_violation'] },
      ['WHEN check_violation'],
    ),
    failing('fails where it is named by its code', { conditions: ['sqlstate 42p17'] }),
    {
      title: 'fails in a DO block, which has no name',
      verdict: 'fail',
      count: 1,
      says: ['A DO block'],
      history: hearing(IN_BLOCK),
    },
    {
      title: 'counts each time, and tells each place',
      verdict: 'fail',
      count: 4,
      location,
      statement,
      says: ['3 times'],
      shows: ['23503'],
      history: hearing(caught({ times: 3 }), caught({ sqlstate: '23503', message: 'still referenced' })),
    },
    passing('lets a handler name what it expects', {
      sqlstate: '42710',
      conditions: ['duplicate_object'],
      response: 'silent',
    }),
    passing('lets a handler that names a grave error catch another one', {
      sqlstate: '42P07',
      conditions: ['invalid_object_definition', 'duplicate_table'],
    }),
    passing('does not mind what is there already, whoever catches it', {
      sqlstate: '42710',
      response: 'silent',
    }),
    passing('does not mind a drop of what is not there', {
      sqlstate: '42P01',
      statement: 'drop table old_booking;',
    }),
    failing('minds any other statement about what is not there', { sqlstate: '42P01' }),
    passing('does not mind where only a value was computed', { sqlstate: '22007', acts: false }),
    passing('does not mind where the handler does something else instead', { response: 'mended' }),
    passing('does not mind where the error is kept for later', { response: 'kept' }),
    passing('does not mind where the caller can read what became of it', { response: 'answered' }),
    passing('does not mind where others are raised again', { response: 'chosen' }),
    {
      title: 'is inconclusive where the handlers could not be listened to',
      verdict: 'inconclusive',
      says: ['ended otherwise'],
      history: history(
        record(APPLY, { caught: { kind: 'not-heard', reason: 'The replay ended otherwise.' } }),
      ),
    },
    {
      title: 'is not applicable where no handler could hide anything, nor to the preparation',
      verdict: 'not-applicable',
      history: history(record(APPLY), given(APPLY, { caught: { kind: 'heard', errors: [caught()] } })),
    },
  ],
};
