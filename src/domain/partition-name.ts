/** What a partition's name says of its range: a day, a month, a quarter, a week, a year, or the ends of a range. */
import { calendarDayOf, DAY, formatDay, type Instant, instantOf } from './instant.ts';
import type { Span } from './range.ts';

export type ClaimUnit = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'week' | 'span';

export interface NameClaim {
  readonly unit: ClaimUnit;
  /** From the first instant that the name speaks of to the end of the last. */
  readonly span: Span;
  /** Of a pair: what its second half speaks of. */
  readonly last?: NameClaim;
  /** For people: `2026-02`, `the third quarter of 2026`. */
  readonly words: string;
}

/** The name without its schema, and without quotes, of a name that is printed as SQL reads it. */
export function bareName(printed: string): string {
  const parts = [...printed.matchAll(/"((?:[^"]|"")*)"|([^."]+)/g)];
  const last = parts.at(-1);
  return last?.[1]?.replaceAll('""', '"') ?? last?.[2] ?? '';
}

/** Years that a number of four digits is taken for. */
const YEAR = '(?:19|20|21)\\d\\d';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY_OF_MONTH = '(?:0[1-9]|[12]\\d|3[01])';
const GAP = '[_-]?';

interface Form {
  readonly pattern: string;
  readonly claim: (groups: Readonly<Record<string, string>>) => NameClaim | undefined;
}

const num = (text: string | undefined): number => Number(text ?? Number.NaN);

const ORDINALS = ['', 'first', 'second', 'third', 'fourth'];

const spanOfMonths = (year: number, month: number, months: number): Span => ({
  lower: instantOf({ year, month, day: 1 }),
  upper: instantOf({ year, month: month + months, day: 1 }),
});

function dayClaim(year: number, month: number, day: number): NameClaim | undefined {
  const lower = instantOf({ year, month, day });
  // 31 February carries over into March: such a number is no date.
  if (calendarDayOf(lower).day !== day) return undefined;
  return { unit: 'day', span: { lower, upper: lower + DAY }, words: formatDay(lower) };
}

const monthClaim = (year: number, month: number): NameClaim => {
  const span = spanOfMonths(year, month, 1);
  return { unit: 'month', span, words: formatDay(span.lower).slice(0, -3) };
};

const partOfYear =
  (unit: 'quarter' | 'half', months: number) =>
  (g: Readonly<Record<string, string>>): NameClaim => {
    const n = num(g['part']);
    return {
      unit,
      span: spanOfMonths(num(g['year']), (n - 1) * months + 1, months),
      words: `the ${ORDINALS[n] ?? ''} ${unit} of ${g['year'] ?? ''}`,
    };
  };

/** ISO 8601: week 1 is the one with 4 January in it, and weeks begin on Monday. */
function weekClaim(g: Readonly<Record<string, string>>): NameClaim | undefined {
  const week = num(g['part']);
  if (week < 1 || week > 53) return undefined;
  const fourth = instantOf({ year: num(g['year']), month: 1, day: 4 });
  // 1970-01-01 was a Thursday.
  const weekday = (fourth / DAY + 3n) % 7n;
  const lower = fourth - ((weekday + 7n) % 7n) * DAY + BigInt(week - 1) * 7n * DAY;
  return {
    unit: 'week',
    span: { lower, upper: lower + 7n * DAY },
    words: `week ${week} of ${g['year'] ?? ''}`,
  };
}

const FORMS: readonly Form[] = [
  {
    pattern: `(?<year>${YEAR})(?<gap>${GAP})(?<month>${MONTH})\\k<gap>(?<day>${DAY_OF_MONTH})`,
    claim: (g) => dayClaim(num(g['year']), num(g['month']), num(g['day'])),
  },
  {
    pattern: `y(?<year>${YEAR})_?m(?<month>\\d\\d?)_?d(?<day>\\d\\d?)`,
    claim: (g) =>
      num(g['month']) >= 1 && num(g['month']) <= 12
        ? dayClaim(num(g['year']), num(g['month']), num(g['day']))
        : undefined,
  },
  {
    pattern: `y?(?<year>${YEAR})(?:_?m(?<short>0?[1-9]|1[0-2])|${GAP}(?<month>${MONTH}))`,
    claim: (g) => monthClaim(num(g['year']), num(g['short'] ?? g['month'])),
  },
  { pattern: `y?(?<year>${YEAR})${GAP}q(?<part>[1-4])`, claim: partOfYear('quarter', 3) },
  { pattern: `q(?<part>[1-4])[_-](?<year>${YEAR})`, claim: partOfYear('quarter', 3) },
  { pattern: `y?(?<year>${YEAR})${GAP}h(?<part>[12])`, claim: partOfYear('half', 6) },
  { pattern: `h(?<part>[12])[_-](?<year>${YEAR})`, claim: partOfYear('half', 6) },
  { pattern: `y?(?<year>${YEAR})${GAP}w(?<part>\\d\\d?)`, claim: weekClaim },
  { pattern: `w(?<part>\\d\\d?)[_-](?<year>${YEAR})`, claim: weekClaim },
  {
    pattern: `y?(?<year>${YEAR})`,
    claim: (g) => ({ unit: 'year', span: spanOfMonths(num(g['year']), 1, 12), words: g['year'] ?? '' }),
  },
];

/** The first and the last of a range, in one form: `2026_01_2026_03`, `20260101_to_20260401`. */
const PAIRS: readonly string[] = [
  `(?<from>${YEAR}(?<gap>${GAP})${MONTH}\\k<gap>${DAY_OF_MONTH})[_-](?:to[_-])?(?<to>${YEAR}\\k<gap>${MONTH}\\k<gap>${DAY_OF_MONTH})`,
  `(?<from>${YEAR}(?<gap>${GAP})${MONTH})[_-](?:to[_-])?(?<to>${YEAR}\\k<gap>${MONTH})`,
  `(?<from>${YEAR})[_-](?:to[_-])?(?<to>${YEAR})`,
];

/** A number in front would make another date of it; letters may only be those of a word before it, or a prefix. */
const BEFORE = '(?:^|[^a-z0-9])(?:p|part|partition)?[_-]?';

const atTheEnd = (pattern: string): RegExp => new RegExp(`${BEFORE}(?:${pattern})$`);

const COMPILED = FORMS.map((form) => ({ ...form, expression: atTheEnd(form.pattern) }));
const COMPILED_PAIRS = PAIRS.map(atTheEnd);

/**
 * What the name says; undefined where it says nothing that can be read. The parent's name is taken off first, so that
 * a number in it is not taken for a date.
 */
export function claimOf(partition: string, parent: string): NameClaim | undefined {
  const name = partition.startsWith(parent) ? partition.slice(parent.length) : partition;
  const text = name.toLowerCase();
  for (const expression of COMPILED_PAIRS) {
    const found = expression.exec(text);
    if (found && isUntouched(text, found)) return pairClaim(found.groups?.['from'], found.groups?.['to']);
  }
  for (const { expression, claim } of COMPILED) {
    const found = expression.exec(text);
    if (found && isUntouched(text, found)) return claim(found.groups ?? {});
  }
  return undefined;
}

/** Words that make of a date the end of a range, or leave open which part of one is meant. */
const OTHER_SENSE =
  /(?:^|[^a-z])(?:until|till?|before|to|upto|through|thru|pre|post|since|after|from|[lg][te]|prior|past|old(?:er)?|new(?:er)?|legacy|hist(?:ory|oric)?|archived?|rest|min|max)[^a-z]*$/;

/** `05_2026_01` may be any date, and `until_2026` is none: what stands behind a number or such a word is not read. */
function isUntouched(text: string, { index }: RegExpExecArray): boolean {
  const before = text.slice(0, index);
  return !/\d$/.test(before) && !OTHER_SENSE.test(before);
}

function pairClaim(from: string | undefined, to: string | undefined): NameClaim | undefined {
  const [first, last] = [from, to].map((text) => claimOf(text ?? '', ''));
  if (!first || !last || first.unit !== last.unit || last.span.lower <= first.span.lower) return undefined;
  return {
    unit: 'span',
    span: { lower: first.span.lower, upper: last.span.upper },
    last,
    words: `${first.words} to ${last.words}`,
  };
}

/** How far the midnights of a zone are from those of UTC. */
const FARTHEST_ZONE = 14n * 3_600_000_000n;
const MOST_OF_A_WEEK = 3n * DAY;

/**
 * Whether a range is one that a name may be given to.
 * @param local whether its bounds may be midnights of some zone.
 */
export function isTrueOf(claim: NameClaim, range: Span, local: boolean): boolean {
  const slack = local ? FARTHEST_ZONE : 0n;
  const near = (a: Instant, b: Instant, by = slack): boolean => (a < b ? b - a : a - b) <= by;
  const { lower, upper } = claim.span;
  const isWithin = range.lower >= lower - slack && range.upper <= upper + slack;
  switch (claim.unit) {
    case 'day':
      return isWithin || near(range.lower, lower);
    // A month's number may be a week's, too, where the partition is a week.
    case 'month':
      return isWithin || near(range.lower, lower) || isWeekOfThatNumber(claim, range, slack);
    // Weeks are counted in several ways, which differ by three days at most.
    case 'week': {
      const most = slack + MOST_OF_A_WEEK;
      return isWithin || (near(range.lower, lower, most) && near(range.upper, upper, most));
    }
    // A fiscal year is called after either of the two that it lies in.
    case 'year':
      return isWithin || (isFiscalYear(range, slack) && range.lower < upper && range.upper > lower);
    case 'quarter':
    case 'half':
      return isWithin;
    // The second half of a pair is the last that is in the range, or its bound.
    case 'span':
      if (claim.last?.unit === 'year' && isWithin) return true;
      return near(range.lower, lower) && isWithin && range.upper >= (claim.last?.span.lower ?? upper) - slack;
  }
}

const isFiscalYear = ({ lower, upper }: Span, slack: bigint): boolean => {
  const length = upper - lower;
  const startsInJanuary = [lower - slack, lower + slack].some((at) => {
    const { month, day } = calendarDayOf(at);
    return month === 1 && day === 1;
  });
  return !startsInJanuary && length >= 365n * DAY - slack && length <= 366n * DAY + slack;
};

function isWeekOfThatNumber(claim: NameClaim, range: Span, slack: bigint): boolean {
  if (range.upper - range.lower > 7n * DAY + slack) return false;
  const { year, month } = calendarDayOf(claim.span.lower);
  const week = weekClaim({ year: String(year), part: String(month) });
  return week !== undefined && isTrueOf(week, range, slack > 0n);
}
