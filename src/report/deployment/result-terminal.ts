/** A deployment's result on a terminal: the outcome, what became of the rows, what to do; then each step. */
import type { DeploymentOutcome, DeploymentResult, TableProof } from '../../domain/deployment.ts';
import { formatLocation } from '../../domain/location.ts';
import { redefinedIn } from '../../domain/redefined-columns.ts';
import { count, thousands } from '../../domain/wording.ts';
import { text, wrapped } from '../lines.ts';
import { printable, printableLines } from '../printable.ts';
import type { TerminalOptions } from '../terminal.ts';
import { listed } from '../words.ts';
import { layoutLine } from './layout-words.ts';
import { OUTCOME_WORDS, resultHeadline, resultMeaning } from './result-verdict.ts';
import { sentence, TERMINAL_VOICE, time } from './voice.ts';

const COLOURS: Readonly<Record<DeploymentOutcome, 'green' | 'yellow' | 'red'>> = {
  applied: 'green',
  'nothing-to-do': 'green',
  rehearsed: 'yellow',
  failed: 'red',
  refused: 'red',
};

export function renderDeployment(result: DeploymentResult, options: TerminalOptions): string {
  const { paint, width } = options;
  const { outcome, failure, refusals, warnings, layoutsAfter, plan } = result;
  const word = paint[COLOURS[outcome]](paint.bold(OUTCOME_WORDS[outcome]));
  const told = (line: string): string[] => wrapped(line, 8, width);
  return text([
    '',
    `  ${word}  ${resultHeadline(result, TERMINAL_VOICE)}, ${time(result.durationMs)}`,
    ...resultMeaning(result, TERMINAL_VOICE).flatMap(told),
    ...(failure?.location ? [`        at ${printable(formatLocation(failure.location))}`] : []),
    ...(failure?.recovery === undefined ? [] : told(printable(sentence(failure.recovery)))),
    ...(failure ? step(failure.hint, width) : []),
    ...refusals.flatMap(({ gate, message, hint }) => [
      ...wrapped(`${paint.red('✖')} ${gate}: ${printable(sentence(message))}`, 6, width),
      ...step(hint, width),
    ]),
    ...(failure?.proofs ?? []).flatMap((proof) => proofLines(proof, options)),
    ...steps(result, options),
    ...(outcome === 'applied' && layoutsAfter.length > 0
      ? [
          '',
          '  partitions now',
          ...layoutsAfter.map((layout) => `    ${layoutLine(layout, TERMINAL_VOICE, { withRows: false })}`),
        ]
      : []),
    ...warnings.flatMap((warning) =>
      wrapped(`${paint.yellow('⚠')} ${printableLines(warning).join(' ')}`, 6, width),
    ),
    paint.dim(`  plan ${printable(plan.digest)}`),
  ]);
}

/** What to do. */
const step = (hint: string, width: number | undefined): string[] =>
  wrapped(printable(sentence(hint)), 10, width).map((line, i) =>
    i === 0 ? line.replace(/^ {10}/, '        → ') : line,
  );

function steps({ applied, callProofs, plan }: DeploymentResult, options: TerminalOptions): string[] {
  const lines = [
    ...applied.flatMap(({ version, description, script, durationMs, proofs }) => [
      `  ${options.paint.green('✔')} ${printable(version ?? 'repeatable')}  ${TERMINAL_VOICE.name(description, 120)}   ${TERMINAL_VOICE.name(script, 160)}   ${time(durationMs)}`,
      ...proofs.flatMap((proof) => proofLines(proof, options)),
    ]),
    ...(callProofs.length > 0
      ? [
          ...plan.calls.map((call) => `  ${options.paint.green('✔')} ${TERMINAL_VOICE.name(call, 240)}`),
          ...callProofs.flatMap((proof) => proofLines(proof, options)),
        ]
      : []),
  ];
  return lines.length > 0 ? ['', ...lines] : [];
}

const MOST_DIFFERENCES = 20;

/** `public.booking  5,000,000 rows before and after, checksums equal`. */
function proofLines(proof: TableProof, { paint }: TerminalOptions): string[] {
  const { verdict, differences } = proof;
  const colour =
    verdict === 'differs'
      ? paint.red
      : verdict === 'waived' || verdict === 'equal-in-part'
        ? paint.yellow
        : paint.dim;
  const shown = differences.slice(0, MOST_DIFFERENCES).map((line) => `          ${printable(line)}`);
  const more = differences.length - shown.length;
  return [
    colour(`      ${TERMINAL_VOICE.name(proof.table)}  ${printable(proofWords(proof))}`),
    ...shown,
    ...(more > 0 ? [paint.dim(`          … and ${thousands(more)} more`)] : []),
  ];
}

/** Names in it are as they are: whoever shows it makes it printable. */
export function proofWords(proof: TableProof): string {
  const { mode, verdict, before, after } = proof;
  const left = redefinedIn([proof]).flatMap(({ columns }) => columns);
  const rows =
    before.rows === after.rows
      ? `${count(before.rows, 'row')} before and after`
      : `${count(before.rows, 'row')} before, ${thousands(after.rows)} after`;
  const what = mode === 'count' ? 'count' : 'checksum';
  const came = {
    equal: `${what} equal`,
    'equal-in-part': `${what} equal but for ${listed(left)}, redefined and not compared`,
    differs: `${what} differs`,
    waived: `${what} differs, waived`,
  }[verdict];
  return `${rows}, ${came}`;
}
