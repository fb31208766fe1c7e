/** Bounds and half-open ranges [lower, upper) of instants, with the SQL standard's predicates. */
import { formatInstant, formatShort, type Instant } from './instant.ts';

export type Bound =
  | { readonly kind: 'minvalue' }
  | { readonly kind: 'finite'; readonly at: Instant }
  | { readonly kind: 'maxvalue' };

export interface Range {
  readonly lower: Bound;
  readonly upper: Bound;
}

/** A range with two finite ends. */
export interface Span {
  readonly lower: Instant;
  readonly upper: Instant;
}

export const MINVALUE: Bound = { kind: 'minvalue' };
export const MAXVALUE: Bound = { kind: 'maxvalue' };
export const finite = (at: Instant): Bound => ({ kind: 'finite', at });

const RANK = { minvalue: -1, finite: 0, maxvalue: 1 } as const;

/** Negative, zero or positive, as a comes before, with or after b. */
export function compareBounds(a: Bound, b: Bound): number {
  if (a.kind === 'finite' && b.kind === 'finite') return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
  return RANK[a.kind] - RANK[b.kind];
}

export const minBound = (a: Bound, b: Bound): Bound => (compareBounds(a, b) <= 0 ? a : b);
export const maxBound = (a: Bound, b: Bound): Bound => (compareBounds(a, b) >= 0 ? a : b);

export const rangeOf = (span: Span): Range => ({ lower: finite(span.lower), upper: finite(span.upper) });

/** The range's ends where both are finite. */
export const spanOf = (range: Range): Span | undefined =>
  range.lower.kind === 'finite' && range.upper.kind === 'finite'
    ? { lower: range.lower.at, upper: range.upper.at }
    : undefined;

export const isEmpty = (range: Range): boolean => compareBounds(range.lower, range.upper) >= 0;

export const contains = (range: Range, at: Instant): boolean =>
  compareBounds(range.lower, finite(at)) <= 0 && compareBounds(finite(at), range.upper) < 0;

export const containsRange = (outer: Range, inner: Range): boolean =>
  compareBounds(outer.lower, inner.lower) <= 0 && compareBounds(inner.upper, outer.upper) <= 0;

export const overlaps = (a: Range, b: Range): boolean =>
  compareBounds(a.lower, b.upper) < 0 && compareBounds(b.lower, a.upper) < 0 && !isEmpty(a) && !isEmpty(b);

export const precedes = (a: Range, b: Range): boolean => compareBounds(a.upper, b.lower) <= 0;

export const immediatelyPrecedes = (a: Range, b: Range): boolean => compareBounds(a.upper, b.lower) === 0;

export const equalRanges = (a: Range, b: Range): boolean =>
  compareBounds(a.lower, b.lower) === 0 && compareBounds(a.upper, b.upper) === 0;

/** What both ranges hold, or undefined where they hold nothing together. */
export function intersection(a: Range, b: Range): Range | undefined {
  const range = { lower: maxBound(a.lower, b.lower), upper: minBound(a.upper, b.upper) };
  return isEmpty(range) ? undefined : range;
}

/** What is left of a range after others are taken out of it, in order. */
export function subtract(range: Range, others: readonly Range[]): Range[] {
  const left: Range[] = [];
  let lower = range.lower;
  for (const other of [...others].sort((a, b) => compareBounds(a.lower, b.lower))) {
    if (isEmpty(other) || !overlaps({ lower, upper: range.upper }, other)) continue;
    if (compareBounds(lower, other.lower) < 0) left.push({ lower, upper: other.lower });
    lower = maxBound(lower, other.upper);
  }
  if (compareBounds(lower, range.upper) < 0) left.push({ lower, upper: range.upper });
  return left;
}

/** ISO 8601, or null where the end is unbounded. */
export const boundToJson = (bound: Bound): string | null =>
  bound.kind === 'finite' ? formatInstant(bound.at) : null;

const formatBound = (bound: Bound): string => (bound.kind === 'finite' ? formatShort(bound.at) : bound.kind);

/** `[2026-01-01, 2026-02-01)`, for people. */
export const formatRange = (range: Range): string =>
  `[${formatBound(range.lower)}, ${formatBound(range.upper)})`;
