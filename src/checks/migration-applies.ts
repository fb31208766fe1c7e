/** `migration-applies`: every statement runs. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, StepOutcome } from '../domain/history.ts';
import type { Location } from '../domain/location.ts';
import { conclude, everyRecord, isOverlap, moment, type Violation } from './judging.ts';

export const migrationApplies: Check = {
  id: 'migration-applies',
  title: 'Every statement runs',
  why: 'A migration that stops half-way leaves a deployment half-way.',
  remedy: 'Mend the statement that the server refused.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  let place: Location | undefined;
  for (const { pass, record } of everyRecord(history)) {
    const { step, outcome } = record;
    if (
      step.kind === 'seed' ||
      step.kind === 'book-ahead' ||
      step.kind === 'lay-back' ||
      step.kind === 'cancelled-change'
    )
      continue;
    if (outcome.kind === 'not-played') {
      unjudged.push(`Not played: ${outcome.reason}`);
      place ??= outcome.location;
    } else judged += 1;
    if (outcome.kind !== 'failed') continue;
    const isChange = step.kind === 'change-interval';
    if (isChange && isOverlap(outcome.failure)) continue;
    violations.push({
      text: `The server refused a statement${moment(history, pass, step, 'during')}: ${outcome.failure.message} (${outcome.failure.sqlstate})`,
      location: outcome.location,
      statement: outcome.statement,
      examples: details(outcome),
    });
  }
  const judgement = conclude(
    { violations, unjudged, judged },
    { pass: 'Every statement ran.', notApplicable: 'No statement was to be run.' },
  );
  if (judgement.verdict !== 'inconclusive') return judgement;
  return {
    ...judgement,
    remedy: 'Play it on a server that has what it needs, or take the need out of the migrations.',
    ...(place ? { location: place } : {}),
  };
}

type Failed = Extract<StepOutcome, { kind: 'failed' }>;

const details = ({ failure }: Failed): string[] => [
  ...(failure.detail ? [`detail: ${failure.detail}`] : []),
  ...(failure.hint ? [`hint: ${failure.hint}`] : []),
];
