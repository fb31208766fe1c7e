/** `assertion:<name>`: a rule of the user's own holds, before each change and after it. */
import {
  type AssertionReading,
  type AssertionValue,
  type Expectation,
  isExpected,
  isSameValue,
} from '../domain/assertion.ts';
import type { Check, Judgement } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import { conclude, moment, type Played, playedRecords, type Violation } from './judging.ts';

/** A rule as the configuration has it. */
export interface AssertedRule {
  readonly name: string;
  readonly expect: Expectation;
}

/** The check that a rule of the configuration is. */
export const assertionCheck = (rule: AssertedRule): Check => ({
  id: `assertion:${rule.name}`,
  title: rule.name,
  why: 'It is a rule of your own, from the configuration.',
  remedy: 'Mend the change so that the rule holds after it as it did before, or mend the rule.',
  severity: 'error',
  judge: (history) => judge(rule, history),
});

interface Change {
  readonly before: AssertionValue | undefined;
  readonly after: AssertionValue;
  /** More rows came in before the step was over: what is there meanwhile may be half of a change. */
  readonly isMeanwhile: boolean;
}

function judge(rule: AssertedRule, history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  for (const played of playedRecords(history)) {
    const { pass, record } = played;
    const { step } = record;
    const reading = readingOf(rule, record.assertions);
    // Rows that retention takes may be what the rule counts.
    const isToChange = step.kind === 'retention' && rule.expect.kind === 'unchanged';
    if (!reading || step.kind === 'seed' || step.kind === 'book-ahead' || isToChange) continue;
    const when = moment(history, pass, step) || ' after the migrations';
    for (const change of changesOf(rule, played, reading)) {
      const fault = faultOf(rule, change);
      if (fault === 'nothing to compare') continue;
      judged += 1;
      if (fault?.kind === 'violated') {
        violations.push({ text: `${rule.name}: ${fault.text}${when}.`, location: record.residue?.location });
      } else if (fault) unjudged.push(`${rule.name}: ${fault.text}${fault.isBefore ? '' : when}.`);
    }
  }
  return conclude(
    { violations, unjudged, judged },
    { pass: passed(rule), notApplicable: 'There was nothing before the change to compare with.' },
  );
}

const passed = ({ expect }: AssertedRule): string =>
  expect.kind === 'unchanged'
    ? 'It gives the same before and after.'
    : `It gives ${show(expect.value)}, before and after.`;

const readingOf = (
  { name }: AssertedRule,
  readings: readonly AssertionReading[] | undefined,
): AssertionReading | undefined => readings?.find((reading) => reading.name === name);

function changesOf(rule: AssertedRule, { previous }: Played, reading: AssertionReading): Change[] {
  const last = reading.changes.length - 1;
  if (last < 0) {
    const before = readingOf(rule, previous?.assertions)?.after;
    return [{ before, after: reading.after, isMeanwhile: false }];
  }
  return reading.changes.map((change, i) => ({ ...change, isMeanwhile: i < last }));
}

type Fault =
  | { readonly kind: 'violated'; readonly text: string }
  | { readonly kind: 'unjudged'; readonly text: string; readonly isBefore?: true };

function faultOf({ expect }: AssertedRule, change: Change): Fault | 'nothing to compare' | undefined {
  const { before, after, isMeanwhile } = change;
  if (after.kind === 'failed') {
    return isMeanwhile
      ? 'nothing to compare'
      : { kind: 'unjudged', text: `its SQL is refused (${after.message})` };
  }
  const isNoRowWanted = expect.kind === 'value' && expect.value === null;
  if (after.excess !== undefined && !isNoRowWanted) {
    return {
      kind: 'unjudged',
      text: `its SQL gives ${after.excess}, and one value is compared: one row of one column`,
    };
  }
  if (expect.kind === 'unchanged') return faultOfChange(change, after);
  if (isExpected(after, expect.value) && after.excess === undefined) return undefined;
  if (isMeanwhile) return 'nothing to compare';
  const told = `${show(after.value)}${after.excess === undefined ? '' : ` and ${after.excess}`}`;
  if (before?.kind === 'value' && isSameValue(before, after)) {
    return {
      kind: 'unjudged',
      isBefore: true,
      text: `its SQL gave ${told} before the change already, where ${show(expect.value)} is expected; rows that keep to the rule can be given under seed:, or the rule can expect: unchanged`,
    };
  }
  const was = before?.kind === 'value' ? `it was ${show(before.value)} before, and ` : '';
  return { kind: 'violated', text: `${was}it is ${told}, where ${show(expect.value)} is expected,` };
}

function faultOfChange(
  { before, isMeanwhile }: Change,
  after: AssertionValue & { readonly kind: 'value' },
): Fault | 'nothing to compare' | undefined {
  if (before?.kind !== 'value') return 'nothing to compare';
  if (isSameValue(before, after)) return undefined;
  const text = `it was ${show(before.value)} before, and is ${show(after.value)}`;
  return isMeanwhile
    ? { kind: 'unjudged', text: `${text} between two files, of which the second may put it right` }
    : { kind: 'violated', text };
}

const LONGEST = 80;

const show = (value: string | null): string => {
  if (value === null) return 'NULL';
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
};
