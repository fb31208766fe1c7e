/** The names of scenarios that can be asked for, spelled one way. */
import { INTERVAL_NAMES, type IntervalName, isIntervalName } from '../domain/interval.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';
import { type Parsed, right, wrong } from './parsed.ts';

export type ScenarioName =
  | 'fresh'
  | 'upgrade'
  | 'rerun'
  | 'retention'
  | `change:${IntervalName}->${IntervalName}`
  | `round-trip:${IntervalName}->${IntervalName}->${IntervalName}`;

const NOT_PLAYED_YET: readonly string[] = ['concurrent', 'crash', 'calendar'];

/** Reads a name; the arrow may be `->` or `→`, with blanks around it. */
export function parseScenarioName(text: string): Parsed<ScenarioName> {
  const name = text.trim().replace(/\s*(?:->|→)\s*/g, '->');
  if (name === 'fresh' || name === 'upgrade' || name === 'rerun' || name === 'retention') return right(name);
  if (NOT_PLAYED_YET.includes(name)) {
    return wrong(`${quoted(name)} is a scenario that this version does not play yet`);
  }
  const change = /^change:([^>]*)->([^>]*)$/.exec(name);
  if (change) return parseChange(text, change.slice(1));
  const roundTrip = /^round-trip:([^>]*)->([^>]*)->([^>]*)$/.exec(name);
  if (roundTrip) return parseRoundTrip(text, roundTrip.slice(1));
  return wrong(`${quoted(text)} is not a scenario${didYouMean(nearestName(name, allNames()))}; ${KNOWN}`);
}

const KNOWN =
  'known: fresh, upgrade, rerun, retention, change:A->B, round-trip:A->B->A, where A and B are intervals such as monthly';

/** The intervals that a scenario changes between. */
export const intervalsOf = (name: ScenarioName): IntervalName[] =>
  name
    .replace(/^[^:]*:?/, '')
    .split('->')
    .filter(isIntervalName);

function parseChange(text: string, parts: readonly string[]): Parsed<ScenarioName> {
  const [from = '', to = ''] = parts;
  if (!isIntervalName(from) || !isIntervalName(to)) return wrong(unknownInterval(text, parts));
  if (from === to) return wrong(`${quoted(text)} changes nothing: both intervals are ${from}`);
  return right<ScenarioName>(`change:${from}->${to}`);
}

function parseRoundTrip(text: string, parts: readonly string[]): Parsed<ScenarioName> {
  const [from = '', to = '', back = ''] = parts;
  if (!isIntervalName(from) || !isIntervalName(to) || !isIntervalName(back)) {
    return wrong(unknownInterval(text, parts));
  }
  if (from === to) return wrong(`${quoted(text)} changes nothing: both intervals are ${from}`);
  if (back !== from) {
    return wrong(
      `${quoted(text)} does not come back to ${from}${didYouMean(`round-trip:${from}->${to}->${from}`)}`,
    );
  }
  return right<ScenarioName>(`round-trip:${from}->${to}->${back}`);
}

function unknownInterval(text: string, parts: readonly string[]): string {
  const kind = text.trim().split(':', 1)[0] ?? '';
  const meant = parts.map((part) => (isIntervalName(part) ? part : nearestName(part, INTERVAL_NAMES)));
  const suggestion = meant.every((part) => part !== undefined) ? `${kind}:${meant.join('->')}` : undefined;
  const faulty = parts.find((part) => !isIntervalName(part)) ?? '';
  return `${quoted(text)} is not a scenario: ${quoted(faulty)} is not an interval${didYouMean(suggestion)}; known: ${INTERVAL_NAMES.join(', ')}`;
}

function allNames(): string[] {
  const pairs = INTERVAL_NAMES.flatMap((from) =>
    INTERVAL_NAMES.filter((to) => to !== from).map((to) => ({ from, to })),
  );
  return [
    'fresh',
    'upgrade',
    'rerun',
    'retention',
    ...NOT_PLAYED_YET,
    ...pairs.map(({ from, to }) => `change:${from}->${to}`),
    ...pairs.map(({ from, to }) => `round-trip:${from}->${to}->${from}`),
  ];
}
