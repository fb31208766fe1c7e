/** The types of the configuration file's keys, each read into what it means. */
import { z } from 'zod';
import type { Expectation } from '../domain/assertion.ts';
import { INTERVAL_NAMES, type IntervalName, isIntervalName } from '../domain/interval.ts';
import type { Span } from '../domain/range.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';
import {
  parseDate,
  parseImage,
  parseSeverity,
  parseServer,
  parseShard,
  POSTGRES_MAJOR,
  ROWS,
  SEED,
  wholeNumber,
} from './option-values.ts';
import { type Parsed, right, wrong } from './parsed.ts';
import { parseScenarioName } from './scenario-name.ts';
import { parseColumnName, parseTableName } from './table-name.ts';
import { parseKeep, parseMaintenanceWindow } from './time-rules.ts';

/** Text that a parser gives a meaning. */
const meaning = <T>(parse: (text: string) => Parsed<T>) => z.string().transform(using(parse));

/** Hands a parser's fault on as an issue. */
function using<I, T>(parse: (input: I) => Parsed<T>) {
  return (input: I, context: z.RefinementCtx): T => {
    const parsed = parse(input);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.fault });
    return z.NEVER;
  };
}

const whole = (limits: { readonly least: number; readonly most: number }) =>
  z.number().transform(using((value) => wholeNumber(value, String(value), limits)));

/** One alone may stand for a list of one. */
const oneOrMore = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => (isOne(value) ? [value] : value), z.array(item).transform(using(atLeastOne)));

const isOne = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

const atLeastOne = <T>(items: T[]): Parsed<T[]> =>
  items.length > 0 ? right(items) : wrong('an empty list; name at least one, or leave the key out');

const filled = (text: string): Parsed<string> =>
  text.trim() === '' ? wrong('empty text; write something, or leave the key out') : right(text);

const text = meaning(filled);
const tableName = meaning(parseTableName);
const date = meaning(parseDate);

const interval = meaning<IntervalName>((name) =>
  isIntervalName(name)
    ? right(name)
    : wrong(
        `${quoted(name)} is not an interval${didYouMean(nearestName(name, INTERVAL_NAMES))}; known: ${INTERVAL_NAMES.join(', ')}`,
      ),
);

const range = z.array(date).transform(
  using((dates): Parsed<Span> => {
    const [lower, upper, ...more] = dates;
    if (lower === undefined || upper === undefined || more.length > 0) {
      return wrong('a range is two dates: [2019-01-01, 2027-06-30]');
    }
    return lower < upper ? right({ lower, upper }) : wrong('the range ends before it begins');
  }),
);

const ACTIONS = ['detach', 'archive', 'drop'] as const;

const retentionAction = meaning((name): Parsed<(typeof ACTIONS)[number]> => {
  const action = ACTIONS.find((known) => known === name);
  if (action) return right(action);
  return wrong(
    `${quoted(name)} is not what can be done with old partitions${didYouMean(nearestName(name, ACTIONS))}; known: ${ACTIONS.join(', ')}`,
  );
});

/** Keys that are options of the command line too. */
export const OPTION_GRAMMAR = {
  migrations: oneOrMore(text),
  base: text,
  server: meaning(parseServer),
  image: meaning(parseImage),
  postgres: oneOrMore(whole(POSTGRES_MAJOR)),
  rows: whole(ROWS),
  seed: whole(SEED),
  now: date,
  scenario: oneOrMore(meaning(parseScenarioName)),
  shard: meaning(parseShard),
  'fail-on': meaning(parseSeverity),
  json: text,
  markdown: text,
  html: text,
  sarif: text,
  junit: text,
} as const;

/** Keys that the file alone has. */
export const PROJECT_GRAMMAR = {
  placeholders: z.record(z.string(), z.string()),
  tables: z.array(
    z.strictObject({
      name: tableName,
      key: oneOrMore(meaning(parseColumnName)).optional(),
      successor: oneOrMore(tableName).optional(),
      range: range.optional(),
    }),
  ),
  manage: z.strictObject({ call: text.optional(), retention: text.optional() }),
  audit: z.strictObject({ table: tableName, partition: meaning(parseColumnName) }),
  intervals: oneOrMore(interval),
  checks: z.record(z.string(), z.unknown()),
  waivers: z.array(
    z.strictObject({ check: text, table: tableName.optional(), reason: text, until: date.optional() }),
  ),
  seedSql: z.record(z.string(), text),
  assertions: z.array(
    z.strictObject({
      name: text,
      sql: text,
      expect: z.unknown().transform(using(parseExpectation)),
    }),
  ),
  environments: oneOrMore(text),
  maintenance_window: meaning(parseMaintenanceWindow),
  retention: z.strictObject({ keep: meaning(parseKeep), then: retentionAction }),
} as const;

function parseExpectation(value: unknown): Parsed<Expectation> {
  if (value === 'unchanged') return right({ kind: 'unchanged' });
  if (value === null) return right({ kind: 'value', value });
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return right({ kind: 'value', value: String(value) });
  }
  if (value === undefined) return wrong('an assertion needs expect: unchanged, or a value');
  return wrong('expect is unchanged, or one value');
}

const days = whole({ least: 0, most: 36_500 });
const milliseconds = whole({ least: 0, most: 86_400_000 });

const checkSeverity = meaning((name): Parsed<'off' | 'warning' | 'error'> => {
  if (name === 'off' || name === 'warning' || name === 'error') return right(name);
  const near = nearestName(name, ['off', 'warning', 'error']);
  return wrong(`${quoted(name)} is not a severity${didYouMean(near)}; known: off, warning, error`);
});

/** A severity alone stands for a map that has it. */
const checkOptions = <S extends z.ZodRawShape>(shape: S) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? { severity: value } : value),
    z.strictObject({ severity: checkSeverity.optional(), ...shape }),
  );

/** What stands below a check's id. */
export const CHECK_GRAMMAR = {
  runway: checkOptions({ days: days.optional() }),
  'lock-budget': checkOptions({
    exclusive_ms: milliseconds.optional(),
    writer_stall_ms: milliseconds.optional(),
  }),
  other: checkOptions({}),
} as const;
