/** What a deployment came to: the sentence on top of every form of its report, and what it means for the rows. */
import type { DeploymentOutcome, DeploymentResult, TableProof } from '../../domain/deployment.ts';
import { count } from '../../domain/wording.ts';
import { type RedefinedColumns, redefinedIn } from '../../domain/redefined-columns.ts';
import { listed } from '../words.ts';
import { placeOf } from './plan-verdict.ts';
import { sentence, type Voice } from './voice.ts';

export const OUTCOME_WORDS: Readonly<Record<DeploymentOutcome, string>> = {
  applied: 'APPLIED',
  'nothing-to-do': 'NOTHING TO DO',
  rehearsed: 'REHEARSED',
  failed: 'FAILED',
  refused: 'REFUSED',
};

export const OUTCOME_MARKS: Readonly<Record<DeploymentOutcome, string>> = {
  applied: '✅',
  'nothing-to-do': '✅',
  rehearsed: '🧪',
  failed: '❌',
  refused: '⛔',
};

/** Every proof, in the order in which the steps were done. */
export const proofsOf = ({ applied, callProofs }: DeploymentResult): readonly TableProof[] => [
  ...applied.flatMap(({ proofs }) => proofs),
  ...callProofs,
];

/** The first line, without its mark. */
export function resultHeadline(result: DeploymentResult, voice: Voice): string {
  const place = placeOf({ environment: result.environment, target: result.plan.target }, voice);
  switch (result.outcome) {
    case 'applied':
      return `${done(result)} applied to ${place}: ${provenWords(result, voice)}`;
    case 'rehearsed':
      return rehearsedWords(result, place, voice);
    case 'nothing-to-do':
      return `${place} has had every migration; nothing was changed`;
    case 'refused':
      return result.applied.length === 0
        ? `Nothing was changed on ${place}: ${listed(gatesOf(result))} refused`
        : `${count(result.applied.length, 'migration')} applied to ${place} and kept, ${listed(gatesOf(result))} refused the rest: ${provenWords(result, voice)}`;
    case 'failed':
      return `${failedStep(result, voice)} on ${place}`;
  }
}

const gatesOf = ({ refusals }: DeploymentResult): string[] => {
  const gates = [...new Set(refusals.map(({ gate }) => gate))];
  return gates.length === 0 ? ['a gate'] : gates.map((gate) => `the ${gate} gate`);
};

/** `2 migrations and 1 call`. */
function done({ applied, plan }: DeploymentResult): string {
  const parts = [
    ...(applied.length > 0 ? [count(applied.length, 'migration')] : []),
    ...(plan.calls.length > 0 ? [count(plan.calls.length, 'call')] : []),
  ];
  return parts.length === 0 ? 'No migration' : listed(parts);
}

/** What runs outside of a transaction can't be rehearsed: how many that are belongs on top. */
function rehearsedWords(result: DeploymentResult, place: string, voice: Voice): string {
  const { applied, plan } = result;
  const left = plan.pending.length - applied.length;
  const which = `${count(left, 'migration')} outside of a transaction`;
  if (left > 0 && applied.length === 0 && plan.calls.length === 0)
    return `Nothing could be rehearsed on ${place}: ${which}, nothing is proven`;
  const but = left > 0 ? `, but not ${which}` : '';
  return `${done(result)} rehearsed on ${place} and rolled back${but}: ${provenWords(result, voice)}`;
}

function failedStep({ failure, plan, applied }: DeploymentResult, voice: Voice): string {
  const next = plan.pending[applied.length];
  const differs = failure?.proofs?.some(({ verdict }) => verdict === 'differs') ?? false;
  const what = next ? voice.name(next.script, 160) : plan.calls.length > 0 ? 'the call' : 'the run';
  return differs ? `${what} would have spoiled rows and was rolled back` : `${what} failed`;
}

/** `5,000,000 rows of public.booking counted and checksummed before and after, equal`: no more than was seen. */
export function provenWords(result: DeploymentResult, voice: Voice): string {
  const proofs = proofsOf(result);
  const last = new Map(proofs.map((proof) => [proof.table, proof]));
  const [first, ...others] = [...last.values()];
  if (!first) return 'no table had rows to prove';
  const all = [first, ...others];
  const rows = all.reduce((sum, proof) => sum + proof.after.rows, 0);
  const where =
    others.length < 3 ? listed(all.map(({ table }) => voice.name(table))) : count(all.length, 'table');
  const counted = all.every(({ mode }) => mode === 'count');
  const how = counted ? 'counted before and after' : 'counted and checksummed before and after';
  const waived = proofs.filter(({ verdict }) => verdict === 'waived').length;
  const but = [
    ...(waived > 0 ? [count(waived, 'waived difference')] : []),
    ...notCompared(redefinedIn(proofs), voice),
  ];
  const came = but.length > 0 ? `equal but for ${listed(but)}` : 'equal';
  return `${count(rows, 'row')} of ${where} ${how}, ${came}`;
}

/** `paid of public.booking, which was redefined and is not compared`; of more than two only how many. */
function notCompared(redefined: readonly RedefinedColumns[], voice: Voice): string[] {
  const names = redefined.flatMap(({ table, columns }) =>
    columns.map((column) => `${voice.name(column, 80)} of ${voice.name(table)}`),
  );
  if (names.length === 0) return [];
  const which = names.length === 1 ? 'which was redefined and is' : 'which were redefined and are';
  const what = names.length < 3 ? listed(names) : count(names.length, 'column');
  return [`${what}, ${which} not compared`];
}

/** Sentences below the headline: what became of the rows and what stays. */
export function resultMeaning(result: DeploymentResult, voice: Voice): string[] {
  const { outcome, failure, applied, plan } = result;
  switch (outcome) {
    case 'failed': {
      const kept =
        applied.length > 0
          ? `${count(applied.length, 'migration')} before it ${applied.length === 1 ? 'stays' : 'stay'} applied: ${listed(applied.map(({ script }) => voice.name(script, 160)))}.`
          : 'No migration was applied.';
      const isWhole = plan.pending[applied.length]?.transaction === 'one' && failure?.recovery === undefined;
      const rolledBack = isWhole ? ['What it had done was rolled back, and no row is changed by it.'] : [];
      return [...(failure ? [voice.words(sentence(failure.message))] : []), ...rolledBack, kept];
    }
    case 'refused':
    case 'nothing-to-do':
      return [];
    case 'applied':
    case 'rehearsed': {
      const addedTo = proofsOf(result).filter((proof) => proof.after.rows > proof.before.rows);
      const added = addedTo.map(
        ({ table, before, after }) =>
          `${count(after.rows - before.rows, 'row')} came to ${voice.name(table)} that ${after.rows - before.rows === 1 ? 'was' : 'were'} not there before.`,
      );
      const named = (columns: readonly string[], table: string): string =>
        `${listed(columns.map((column) => voice.name(column, 80)))} of ${voice.name(table)}.`;
      const redefined = redefinedIn(proofsOf(result)).map(
        ({ table, columns }) => `Not compared, because redefined: ${named(columns, table)}`,
      );
      const dropped = proofsOf(result)
        .filter((proof) => proof.dropped.length > 0)
        .map(({ table, dropped: columns }) => `No longer there to compare: ${named(columns, table)}`);
      return [
        ...added,
        ...redefined,
        ...dropped,
        ...countedAlone(result),
        ...(plan.drift.length > 0 ? [driftWords(plan.drift.length)] : []),
      ];
    }
  }
}

const countedAlone = (result: DeploymentResult): string[] =>
  proofsOf(result).some(({ mode }) => mode === 'count')
    ? ['Where rows were only counted, their values are not proven.']
    : [];

const driftWords = (n: number): string =>
  `The target differs from what the validation assumed in ${count(n, 'thing')}: see the plan.`;
