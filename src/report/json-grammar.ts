/** What a JSON report of schema 1 looks like. Keys that nobody knows are passed over: a later version may write more. */
import { z } from 'zod';
import { parseInstant } from '../domain/instant.ts';
import { type Bound, compareBounds, finite, MAXVALUE, MINVALUE } from '../domain/range.ts';

const MOST_FAULTS = 10;

/** Ends at a few faults: a hostile list would have a fault for each of its items. */
const list = <S extends z.ZodType>(schema: S, most: number) =>
  z
    .array(z.unknown())
    .max(most)
    .transform((items, context): z.output<S>[] => {
      const read: z.output<S>[] = [];
      for (const [i, item] of items.entries()) {
        const one = schema.safeParse(item, { error: describe });
        if (one.success) read.push(one.data);
        else
          for (const issue of one.error.issues.slice(0, MOST_FAULTS))
            context.addIssue({ code: 'custom', message: issue.message, path: [i, ...issue.path] });
        if (context.issues.length >= MOST_FAULTS) return z.NEVER;
      }
      return context.issues.length > 0 ? z.NEVER : read;
    });

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
};

/** What is wrong with a value, to follow its name; the value itself is a stranger's, and is not shown. */
export function describe(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'custom') return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
  if (issue.code === 'custom' && typeof issue.message === 'string') return issue.message;
  return 'is not written as it should be';
}

const unitOf = (origin: string): string =>
  origin === 'string' ? ' characters long' : origin === 'array' ? ' entries long' : '';

const name = z.string().min(1).max(10_000);
const words = z.string().max(1_000_000);
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const milliseconds = z.number().min(0).max(1e10);
const verdict = z.enum(['pass', 'inconclusive', 'fail']);
const severity = z.enum(['error', 'warning']);
const version = z
  .string()
  .max(500)
  .regex(/^\d[\w.+-]*(?:(?:, | and )\d[\w.+-]*)*$/);

const location = z.object({ file: name, line: z.int().min(1).max(1_000_000_000) });

const check = z.object({
  id: name,
  verdict: z.enum(['pass', 'inconclusive', 'fail', 'not-applicable']),
  severity,
  message: words,
  remedy: words,
  location: location.exactOptional(),
  evidence: z.object({
    count,
    examples: list(words, 1_000),
    unlisted: count.exactOptional(),
    statement: words.exactOptional(),
  }),
});

const instant = z
  .string()
  .max(40)
  .transform((text, context) => {
    const at = parseInstant(text);
    if (at !== undefined) return finite(at);
    context.addIssue({ code: 'custom', message: 'is no instant' });
    return z.NEVER;
  });

const orElse = (bound: Bound) => z.nullable(instant).transform((at) => at ?? bound);

const partition = z
  .object({
    partition: name,
    table: name,
    lower: orElse(MINVALUE),
    upper: orElse(MAXVALUE),
    default: z.literal(true).exactOptional(),
    rows: count,
  })
  .refine(({ lower, upper }) => compareBounds(lower, upper) < 0, 'ends before it begins');

const table = z.object({
  table: name,
  keyColumn: words,
  keyType: z.enum(['timestamptz', 'timestamp', 'date']),
});

const time = { fromMs: milliseconds, toMs: milliseconds };
const step = z.int().min(0);

const locks = z
  .object({
    steps: list(z.object({ pass: words, step: words, ...time }), 1_000),
    held: list(
      z.object({
        step,
        table: name,
        parent: name.exactOptional(),
        mode: z.enum(['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']),
        ...time,
        rows: count.exactOptional(),
        statement: words,
        location: location.exactOptional(),
      }),
      1_000,
    ),
    unlisted: count,
    stalls: list(
      z.object({ step, table: name, stops: z.enum(['writers', 'readers and writers']), ...time }),
      1_000,
    ),
  })
  .refine(
    ({ steps, held, stalls }) =>
      [...steps, ...held, ...stalls].every(({ fromMs, toMs }) => fromMs <= toMs) &&
      [...held, ...stalls].every((one) => one.step < steps.length),
    'holds times or steps that are none',
  );

const scenario = z.object({
  name,
  server: version.exactOptional(),
  verdict,
  durationMs: milliseconds,
  tables: z.object({ before: list(table, 10_000), after: list(table, 10_000) }),
  before: list(partition, 100_000),
  after: list(partition, 100_000),
  rows: z.object({ before: count, after: count, lost: count, duplicated: count, changed: count }),
  exclusiveLockMs: milliseconds.exactOptional(),
  locks: locks.exactOptional(),
  checks: list(check, 2_000),
  notes: list(words, 10_000),
  waived: list(words, 10_000).exactOptional(),
});

const shard = z.object({
  index: z.int().min(1).max(9_999),
  of: z.int().min(1).max(9_999),
  scenarios: list(name, 10_000),
});

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/)
  .transform((text, context) => {
    const read = new Date(text);
    if (!Number.isNaN(read.getTime())) return read;
    context.addIssue({ code: 'custom', message: 'is no instant' });
    return z.NEVER;
  });

/** A report of whatever schema. */
export const ANY_REPORT = z.object({
  schema: z.int().min(1),
  tool: z.object({ name: z.literal('partition-guard') }),
});

export const REPORT = z.object({
  tool: z.object({ version: z.string().regex(/^[\w.+-]{1,100}$/) }),
  verdict,
  seed: count,
  rows: count,
  startedAt: date,
  durationMs: milliseconds,
  server: z.object({ kind: z.enum(['embedded', 'testcontainers', 'url']), version }),
  failOn: severity,
  shard: shard.refine(({ index, of }) => index <= of, 'is no share'),
  replayOptions: list(words, 1_000),
  migrations: list(
    z.object({
      folder: words,
      files: count,
      filesUnderTest: count,
      firstUnderTest: name.exactOptional(),
      digest: words.exactOptional(),
    }),
    10_000,
  ),
  release: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .exactOptional(),
  underTest: z
    .string()
    .regex(/^(?:none|\d{1,6}(?:-\d{1,6})?(?:,\d{1,6}(?:-\d{1,6})?)*)$/)
    .exactOptional(),
  configurationDigest: words.exactOptional(),
  tables: list(name, 10_000),
  notes: list(words, 10_000),
  scenarios: list(scenario, 5_000),
});

export type Report = z.output<typeof REPORT>;
export type ReportScenario = z.output<typeof scenario>;
export type ReportPartition = z.output<typeof partition>;
