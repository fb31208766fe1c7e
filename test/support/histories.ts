/** Histories written by hand, for the tests of what judges them. */
import type {
  History,
  Pass,
  RowAccount,
  RowFault,
  SessionResidue,
  SqlFailure,
  StepOutcome,
  StepRecord,
  TableState,
  WriteProbe,
} from '../../src/domain/history.ts';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import { type IntervalName, intervalOf, nthBound } from '../../src/domain/interval.ts';
import type { DefaultPartition, Layout, RangePartition } from '../../src/domain/layout.ts';
import { type Bound, finite, MAXVALUE, MINVALUE } from '../../src/domain/range.ts';
import type { Step } from '../../src/domain/scenario.ts';

export const BOOKING = 'public.booking';

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is no instant`);
  return instant;
}

/** Names have oids of their own, so that two layouts hold the same partition where they name it alike. */
const oidOf = (name: string): number =>
  [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);

const bound = (text: string | null, unbounded: Bound): Bound =>
  text === null ? unbounded : finite(at(text));

/** A partition `public.booking_<name>`; null is an unbounded end. */
export function partition(
  name: string,
  lower: string | null,
  upper: string | null,
  over: Partial<Pick<RangePartition, 'rows' | 'oid'>> = {},
): RangePartition {
  const range = { lower: bound(lower, MINVALUE), upper: bound(upper, MAXVALUE) };
  return { kind: 'range', name: `${BOOKING}_${name}`, oid: oidOf(name), rows: 0, range, ...over };
}

export const defaultPartition = (rows = 0): DefaultPartition => ({
  kind: 'default',
  name: `${BOOKING}_default`,
  oid: oidOf('default'),
  rows,
});

export const layoutOf = (...partitions: Layout['partitions']): Layout => ({
  table: BOOKING,
  keyColumn: 'start_time',
  keyType: 'timestamptz',
  partitions,
});

/** Partitions of one interval on end, named after their first day; no rows in any. */
export const series = (interval: IntervalName, from: string, n: number): RangePartition[] =>
  Array.from({ length: n }, (_, i) => {
    const [lower, upper] = [i, i + 1].map((k) => nthBound(at(from), intervalOf(interval), k));
    const day = (instant: Instant | undefined): string =>
      new Date(Number((instant ?? 0n) / 1000n)).toISOString().slice(0, 10);
    return partition(`${interval}_${day(lower).replaceAll('-', '_')}`, day(lower), day(upper));
  });

/** January and February 2026. */
export const TWO_MONTHS: Layout = layoutOf(...series('monthly', '2026-01-01', 2));

const NO_FAULT: RowFault = { count: 0, examples: [] };

/** A fault of so many rows, the first of them `b1`. */
export const fault = (count: number, over: Partial<RowFault> = {}): RowFault => ({
  count,
  examples: [{ key: 'b1', at: '2026-01-05', partition: `${BOOKING}_2026_01` }],
  ...over,
});

export const account = (over: Partial<RowAccount> = {}): RowAccount => ({
  seeded: 100,
  found: 100,
  lost: NO_FAULT,
  duplicated: NO_FAULT,
  changed: NO_FAULT,
  redefinedColumns: [],
  movedToCatchAll: NO_FAULT,
  stillInCatchAll: 0,
  ...over,
});

export const table = (over: Partial<TableState> = {}): TableState => ({
  table: BOOKING,
  writes: { kind: 'tried', probes: [] },
  takesWrites: true,
  managed: true,
  ...over,
});

export const accepted = (text: string): WriteProbe => ({ at: at(text), kind: 'accepted' });
export const noPartition = (text: string): WriteProbe => ({ at: at(text), kind: 'no-partition' });
export const refused = (text: string, message: string): WriteProbe => ({
  at: at(text),
  kind: 'refused',
  failure: { sqlstate: '23514', message },
});

export const shutOut = (text: string, message: string): WriteProbe => ({
  at: at(text),
  kind: 'shut-out',
  failure: { sqlstate: '23514', message },
});

export const APPLY: Step = {
  kind: 'apply-migrations',
  which: 'change',
  seedBetween: false,
  label: 'apply the change',
};
export const SEED: Step = { kind: 'seed', occupancy: 'every-partition', label: 'seed rows' };
export const BOOK_AHEAD: Step = { kind: 'book-ahead', label: 'book ahead' };
export const REPEAT: Step = { kind: 'repeat-migrations', label: 'apply the repeatables again' };
export const CANCELLED: Step = { kind: 'cancelled-change', to: 'quarterly', label: 'cancelled change' };
export const changeTo = (to: IntervalName): Step => ({
  kind: 'change-interval',
  to,
  repeats: false,
  label: `change to ${to}`,
});
export const again = (to: IntervalName): Step => ({
  kind: 'change-interval',
  to,
  repeats: true,
  label: `${to} again`,
});

export const NOT_PLAYED: StepOutcome = { kind: 'not-played', reason: 'the server went away' };

/** A statement on line 12 of V2__change.sql that the server refuses. */
export const failed = (failure: Partial<SqlFailure> = {}): StepOutcome => ({
  kind: 'failed',
  failure: { sqlstate: '42P01', message: 'relation "nowhere" does not exist', ...failure },
  statement: 'insert into nowhere',
  location: { file: 'V2__change.sql', line: 12 },
});

/** What the server says where a new partition would overlap another. */
export const OVERLAP: SqlFailure = {
  sqlstate: '42P17',
  message: 'partition "booking_2026_02" would overlap partition "booking_2026_q1"',
  routine: 'check_new_partition_bound',
};

export const residue = (over: Partial<SessionResidue> = {}): SessionResidue => ({
  advisoryLocks: [],
  openTransaction: false,
  changedSettings: [],
  ...over,
});

export const record = (step: Step, over: Partial<StepRecord> = {}): StepRecord => ({
  step,
  given: false,
  outcome: { kind: 'done' },
  durationMs: 1,
  tables: [],
  ...over,
});

/** A record of the preparation. */
export const given = (step: Step, over: Partial<StepRecord> = {}): StepRecord =>
  record(step, { given: true, ...over });

export const pass = (label: string, ...records: readonly StepRecord[]): Pass => ({ label, records });

/** One pass of these records, on 15 January 2026. */
export const history = (...records: readonly StepRecord[]): History => ofPasses(pass('only', ...records));

export const ofPasses = (...passes: readonly Pass[]): History => ({
  scenario: 'upgrade',
  now: at('2026-01-15'),
  runwayDays: 90,
  lockBudget: { exclusiveMs: 1000, writerStallMs: 1000 },
  passes,
});
