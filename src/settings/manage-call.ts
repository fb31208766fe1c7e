/** The call that changes a schema's interval: its `:parameters`, and its SQL with their values in place. */
import {
  formatInterval,
  type Interval,
  type IntervalName,
  intervalOf,
  partitionsPerYear,
} from '../domain/interval.ts';
import { OperatorError } from '../domain/operator-error.ts';
import type { ManageCall } from './validate-settings.ts';

/** What is called where nothing is configured and the migrations define such a function. */
export const DEFAULT_MANAGE_SQL =
  "SELECT manage_partitions('amenity_booking_', :frequency, :interval_months)";

export const PARAMETERS = ['frequency', 'interval_months', 'interval_name', 'interval', 'keep'] as const;

export type ParameterName = (typeof PARAMETERS)[number];

export const isParameterName = (name: string): name is ParameterName =>
  (PARAMETERS as readonly string[]).includes(name);

export interface ParameterValues {
  /** Undefined where the call is made for no interval, as the one for retention is. */
  readonly interval?: IntervalName | undefined;
  readonly keep?: Interval | undefined;
}

/** Quoted text, comments, casts and words are passed over; what is left of `:name` is a parameter. */
const TOKEN =
  /[eE]'(?:[^'\\]|\\[^]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([\p{L}_]\w*|)\$[^]*?\$\1\$|--[^\n]*|\/\*[^]*?\*\/|[\p{L}_][\p{L}\p{N}_$]*|::|:([A-Za-z_]\w*)/gu;

/** Each `:name` in the order in which they stand, known or not. */
export const parametersOf = (sql: string): string[] =>
  [...sql.matchAll(TOKEN)].flatMap((match) => match[2] ?? []);

/** The SQL text of a parameter's value; undefined where there is none. */
export function parameterValue(name: ParameterName, { interval, keep }: ParameterValues): string | undefined {
  const length = interval && intervalOf(interval);
  switch (name) {
    case 'frequency': {
      const frequency = length && partitionsPerYear(length);
      return frequency === undefined ? undefined : String(frequency);
    }
    case 'interval_months':
      return length && length.months > 0 ? String(length.months) : undefined;
    case 'interval_name':
      return interval && `'${interval}'`;
    case 'interval':
      return length && `'${formatInterval(length)}'`;
    case 'keep':
      return keep && `'${formatInterval(keep)}'`;
  }
}

/** The call's SQL for an interval. */
export const renderManageCall = (call: ManageCall, interval: IntervalName, keep?: Interval): string =>
  render(call, { interval, keep });

/** The SQL that lets go of old partitions. */
export const renderRetentionCall = (call: ManageCall, keep: Interval | undefined): string =>
  render(call, { keep });

function render(call: ManageCall, values: ParameterValues): string {
  return renderKnown(call.sql, values, (name) => {
    const whose = values.interval ?? 'it';
    throw new OperatorError(`${call.where}: the call uses :${name}, which ${whose} has no value for`, {
      code: 'parameter-without-value',
      hint: 'Use :interval or :interval_name, or leave that interval out of intervals.',
    });
  });
}

/** @param otherwise gives the text for a parameter without a value. */
export function renderKnown(
  sql: string,
  values: ParameterValues,
  otherwise: (name: string) => string,
): string {
  return sql.replace(TOKEN, (token: string, _tag: unknown, name: string | undefined) => {
    if (name === undefined) return token;
    return (isParameterName(name) ? parameterValue(name, values) : undefined) ?? otherwise(name);
  });
}
