/** What is to be mended or known of an inspected table: gaps, overlaps, rows that lie wrongly, writes that fail soon. */
import type { Coverage, Gap } from '../../domain/coverage.ts';
import type { InspectedTable, Inspection, Rest, Twin } from '../../domain/inspection.ts';
import { DAY, formatShort, type Instant } from '../../domain/instant.ts';
import { defaultPartition, rangePartitions } from '../../domain/layout.ts';
import { compareBounds, finite, formatRange, intersection, type Range } from '../../domain/range.ts';
import { count, thousands } from '../../domain/wording.ts';
import type { Voice } from '../deployment/voice.ts';
import { listed } from '../words.ts';

/** Stable names: they are in the JSON. */
export type ProblemKind =
  'runway' | 'gap' | 'incomplete' | 'overlap' | 'default-rows' | 'caught-by-default' | 'detach-pending';

export interface Problem {
  readonly kind: ProblemKind;
  /** `error`: writes fail, or rows may be in two places; `warning`: they are not where one would look. */
  readonly severity: 'error' | 'warning';
  readonly range?: Range;
  readonly partitions: readonly string[];
  /** One sentence without its full stop. */
  readonly tell: (voice: Voice) => string;
}

export type Moment = Pick<Inspection, 'now' | 'runwayDays'>;

/** Errors first, else by time. */
export function problemsOf(table: InspectedTable, coverage: Coverage, moment: Moment): Problem[] {
  const all = [
    ...runwayProblems(table, coverage, moment),
    ...coverage.gaps.map((gap) => gapProblem(table, gap)),
    ...partialProblems(table),
    ...(table.style === 'inheritance' ? coverage.shared.map(sharedProblem) : []),
    ...unlisted(table, coverage),
    ...table.twins.flatMap((twin) => twinProblem(table, twin, coverage)),
    ...table.rests.flatMap((rest) => restProblem(table, rest)),
  ];
  return [
    ...all.filter(({ severity }) => severity === 'error'),
    ...all.filter(({ severity }) => severity === 'warning'),
  ];
}

function runwayProblems(
  table: InspectedTable,
  { writesUntil, caughtFrom }: Coverage,
  moment: Moment,
): Problem[] {
  const byDefault = defaultPartition(table.layout);
  if (table.layout.partitions.length === 0)
    return [problem('runway', 'error', () => 'it has no partition: every write fails')];
  const problems: Problem[] = [];
  if (writesUntil.kind === 'finite' && isSoon(writesUntil.at, moment))
    problems.push(
      writesUntil.at <= moment.now
        ? problem('runway', 'error', () => 'writes of now fail: no partition takes them')
        : problem(
            'runway',
            'warning',
            () => `writes fail from ${fromNow(writesUntil.at, moment.now)} on: no partition takes them`,
          ),
    );
  if (caughtFrom?.kind === 'finite' && isSoon(caughtFrom.at, moment)) {
    const where = byDefault ? restPlace(table, byDefault.name) : () => 'a partition without an upper bound';
    problems.push(
      problem('caught-by-default', 'warning', (voice) =>
        caughtFrom.at <= moment.now
          ? `rows of now go into ${where(voice)}: no partition of their own takes them`
          : `from ${fromNow(caughtFrom.at, moment.now)} on, rows go into ${where(voice)}`,
      ),
    );
  }
  return problems;
}

const problem = (
  kind: ProblemKind,
  severity: Problem['severity'],
  tell: Problem['tell'],
  about: { readonly range?: Range; readonly partitions?: readonly string[] } = {},
): Problem => ({
  kind,
  severity,
  tell,
  partitions: about.partitions ?? [],
  ...(about.range ? { range: about.range } : {}),
});

const isSoon = (at: Instant, { now, runwayDays }: Moment): boolean => at < now + BigInt(runwayDays) * DAY;

/** `2026-04-01, 45 days from now,`: reads on. */
export function fromNow(at: Instant, now: Instant): string {
  return `${formatShort(at)} (${count(Number((at - now) / DAY), 'day')} from now)`;
}

/** Where rows end up that have no partition of their own. */
const restPlace =
  ({ style }: InspectedTable, name: string) =>
  (voice: Voice): string =>
    style === 'inheritance'
      ? `${voice.name(name)} itself, or where its trigger puts them`
      : `the default partition ${voice.name(name)}`;

function gapProblem(table: InspectedTable, { range, within, caughtBy }: Gap): Problem {
  const place = (voice: Voice): string => (within === undefined ? '' : ` within ${voice.name(within)}`);
  const about = { range, partitions: [...(within === undefined ? [] : [within])] };
  if (caughtBy === undefined)
    return problem(
      'gap',
      'error',
      (voice) => `gap: no partition${place(voice)} takes ${formatRange(range)}, and writes there fail`,
      about,
    );
  return problem(
    'gap',
    'warning',
    (voice) =>
      table.style === 'inheritance'
        ? `gap: no table claims ${formatRange(range)}; its rows are in ${restPlace(table, caughtBy)(voice)}`
        : `gap: only the default partition ${voice.name(caughtBy)} takes ${formatRange(range)}`,
    about,
  );
}

function partialProblems({ facts, layout }: InspectedTable): Problem[] {
  const nameOf = new Map(layout.partitions.map(({ oid, name }) => [oid, name]));
  return facts.flatMap(({ oid, partial }) => {
    const name = nameOf.get(oid);
    return partial === undefined || name === undefined
      ? []
      : [
          problem(
            'incomplete',
            'error',
            (voice) => `within ${voice.name(name)} ${voice.words(partial)}: writes of some rows fail`,
            {
              partitions: [name],
            },
          ),
        ];
  });
}

const sharedProblem = ({ first, second, range }: Coverage['shared'][number]): Problem =>
  problem(
    'overlap',
    'error',
    (voice) =>
      `overlap: the CHECK constraints of ${voice.name(first)} and ${voice.name(second)} both let ${formatRange(range)} in`,
    { range, partitions: [first, second] },
  );

function unlisted({ style }: InspectedTable, { shared, sharedPairs }: Coverage): Problem[] {
  const more = sharedPairs - shared.length;
  return style === 'declarative' || more <= 0
    ? []
    : [problem('overlap', 'error', () => `${count(more, 'more pair')} of tables overlap`)];
}

const CLAIMED: Readonly<Record<Twin['by'], string>> = {
  bound: 'by its bound',
  check: 'by its CHECK constraint',
  name: 'by its name',
};

/** What a twin is, in front of what it claims. */
export const twinWords = ({ how, inherits }: Twin, voice: Voice): string => {
  if (how === 'pending') return 'half detached';
  return how === 'detached'
    ? 'no partition of it'
    : `inherits from ${inherits === undefined ? 'another table' : voice.name(inherits)}`;
};

export const claimWords = ({ by }: Twin): string => CLAIMED[by];

function twinProblem({ layout }: InspectedTable, twin: Twin, { gaps }: Coverage): Problem[] {
  const partitions = rangePartitions(layout).filter(({ range }) => intersection(range, twin.range));
  const empty = gaps.filter(({ range }) => intersection(range, twin.range));
  const head = (voice: Voice): string =>
    `the table ${voice.name(twin.name)} (${twinWords(twin, voice)}) claims ${formatRange(twin.range)} ${CLAIMED[twin.by]}`;
  const about = { range: twin.range, partitions: [twin.name, ...partitions.map(({ name }) => name)] };
  const pending =
    twin.how === 'pending'
      ? [
          problem(
            'detach-pending',
            'warning',
            (voice) =>
              `the table ${voice.name(twin.name)} is half detached and takes no rows: ALTER TABLE … DETACH PARTITION … FINALIZE ends it`,
            about,
          ),
        ]
      : [];
  if (partitions.length > 0)
    return [
      ...pending,
      problem(
        'overlap',
        'warning',
        (voice) =>
          `overlap: ${head(voice)}, which ${taking(partitions.map(({ name }) => voice.name(name)))}: rows of that time may be in both`,
        about,
      ),
    ];
  if (empty.length > 0)
    return [
      ...pending,
      problem(
        'gap',
        'warning',
        (voice) => `${head(voice)}, which lies in a gap: it may be the partition that is missing there`,
        about,
      ),
    ];
  return pending;
}

const taking = (names: readonly string[]): string => {
  const told =
    names.length <= 3
      ? listed(names)
      : `${names.slice(0, 3).join(', ')} and ${thousands(names.length - 3)} more`;
  return `${told} ${names.length === 1 ? 'takes' : 'take'} too`;
};

function restProblem(table: InspectedTable, { partition, count: found }: Rest): Problem[] {
  const where = (voice: Voice): string =>
    table.style === 'inheritance'
      ? `${voice.name(partition)} itself, in no table of a range`
      : `the default partition ${voice.name(partition)}`;
  const about = { partitions: [partition] };
  if (found.kind === 'not-counted' || found.rows === 0) return [];
  if (found.kind === 'at-least')
    return [
      problem(
        'default-rows',
        'warning',
        (voice) =>
          `more than ${count(found.rows, 'row')}${found.estimate === undefined ? '' : ` (about ${thousands(found.estimate)})`} are in ${where(voice)}`,
        about,
      ),
    ];
  const { rows, nulls, from, to } = found;
  const when =
    from === undefined || to === undefined ? '' : `, of ${formatShort(from)} to ${formatShort(to)}`;
  const keyless = nulls > 0 ? `, ${thousands(nulls)} of them without a key` : '';
  return [
    problem(
      'default-rows',
      'warning',
      (voice) => `${count(rows, 'row')} ${rows === 1 ? 'is' : 'are'} in ${where(voice)}${when}${keyless}`,
      {
        ...about,
        ...(from === undefined || to === undefined || from > to
          ? {}
          : { range: { lower: finite(from), upper: finite(to + 1n) } }),
      },
    ),
  ];
}

/** By which a reader finds what comes first. */
export const byTime = (a: Problem, b: Problem): number =>
  a.range && b.range ? compareBounds(a.range.lower, b.range.lower) : 0;
