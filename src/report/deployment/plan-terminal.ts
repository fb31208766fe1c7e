/** A plan on a terminal: the verdict, what it means for rows, what to do; then each statement with its locks. */
import type { DeploymentPlan, PendingMigration, PlannedStatement } from '../../domain/deployment.ts';
import { count } from '../../domain/wording.ts';
import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';
import type { TerminalOptions } from '../terminal.ts';
import { shellArgument } from '../words.ts';
import { layoutLine } from './layout-words.ts';
import { text, wrapped } from '../lines.ts';
import { isQuiet, lockWords, stopping } from './lock-words.ts';
import { type PlanVerdict, meaningOf, placeOf, planVerdict, whatIsPending } from './plan-verdict.ts';
import { sentence, TERMINAL_VOICE } from './voice.ts';

const MARK: Readonly<
  Record<PlanVerdict, { readonly word: string; readonly colour: 'green' | 'yellow' | 'red' }>
> = {
  ready: { word: 'READY', colour: 'green' },
  'nothing-to-do': { word: 'NOTHING TO DO', colour: 'green' },
  'held-up': { word: 'MAY WAIT', colour: 'yellow' },
  refused: { word: 'REFUSED', colour: 'red' },
};

export function renderPlan(plan: DeploymentPlan, options: TerminalOptions): string {
  const { paint, width } = options;
  const { word, colour } = MARK[planVerdict(plan)];
  const told = (line: string): string[] => wrapped(line, 8, width);
  return text([
    ...header(plan, paint),
    '',
    `  ${paint[colour](paint.bold(word))}  ${verdictSentence(plan)}`,
    ...standing(plan, options),
    ...meaningOf(plan, TERMINAL_VOICE).flatMap(told),
    ...advice(plan).flatMap((line) => [`        → ${line}`]),
    ...plan.pending.flatMap((migration) => ['', ...pendingLines(migration, plan, options)]),
    ...(plan.calls.length > 0
      ? ['', '  called after them', ...plan.calls.map((call) => `    ${TERMINAL_VOICE.name(call, 240)}`)]
      : []),
    ...layoutsOf(plan),
    ...asides('drift from what was validated', plan.drift, options),
    ...asides('notes', plan.notes, options).map(paint.dim),
  ]);
}

function header(
  { target, toolVersion, environment, digest, release }: DeploymentPlan,
  paint: Paint,
): string[] {
  const facts = [
    paint.bold(`partition-guard ${printable(toolVersion)}`),
    `plan${environment === undefined ? '' : ` for ${printable(environment)}`}`,
    `database ${TERMINAL_VOICE.name(target.database, 80)} as ${TERMINAL_VOICE.name(target.user, 80)}`,
    `PostgreSQL ${printable(target.serverVersion)}`,
  ];
  return [facts.join(' · '), `plan     ${printable(digest)}`, `release  ${printable(release)}`];
}

function verdictSentence(plan: DeploymentPlan): string {
  const place = placeOf(plan, TERMINAL_VOICE);
  switch (planVerdict(plan)) {
    case 'refused':
      return `apply would refuse; ${whatIsPending(plan)} on ${place}`;
    case 'nothing-to-do':
      return `${place} has had every migration`;
    case 'held-up':
      return `${whatIsPending(plan)} on ${place}, and would have to wait`;
    case 'ready':
      return `${whatIsPending(plan)} on ${place}; nothing was changed`;
  }
}

/** What stands in the way, each with its next step. */
function standing({ refusals, blockers }: DeploymentPlan, { paint, width }: TerminalOptions): string[] {
  const lines = (
    mark: string,
    head: string,
    { message, hint }: { message: string; hint: string },
  ): string[] => [
    ...wrapped(`${printable(head)}: ${printable(sentence(message))}`, 8, width).map((line, i) =>
      i === 0 ? line.replace(/^ {8}/, `      ${mark} `) : line,
    ),
    ...wrapped(printable(sentence(hint)), 10, width).map((line, i) =>
      i === 0 ? line.replace(/^ {10}/, '        → ') : line,
    ),
  ];
  return [
    ...refusals.flatMap((refusal) => lines(paint.red('✖'), refusal.gate, refusal)),
    ...blockers.flatMap((blocker) =>
      lines(blocker.weight === 'refuse' ? paint.red('✖') : paint.yellow('⚠'), blocker.kind, blocker),
    ),
  ];
}

/** The command that does it. */
function advice(plan: DeploymentPlan): string[] {
  const verdict = planVerdict(plan);
  if (verdict === 'nothing-to-do' || verdict === 'refused') return [];
  const environment = plan.environment === undefined ? 'NAME' : shellArgument(printable(plan.environment));
  return [`partition-guard apply --environment ${environment} --plan ${printable(plan.digest)}`];
}

function pendingLines(migration: PendingMigration, plan: DeploymentPlan, options: TerminalOptions): string[] {
  const { paint } = options;
  const name = migration.version === undefined ? 'repeatable' : printable(migration.version);
  const how = migration.transaction === 'one' ? 'one transaction' : 'outside of a transaction';
  return [
    `  ${paint.bold(name)}  ${TERMINAL_VOICE.name(migration.description, 120)}   ${TERMINAL_VOICE.name(migration.file)}   ${paint.dim(how)}`,
    ...migration.statements
      .filter((statement) => !isQuiet(statement))
      .flatMap((statement) => statementLines(statement, plan, options)),
    ...quietLine(migration, paint),
  ];
}

function quietLine({ statements }: PendingMigration, paint: Paint): string[] {
  const quiet = statements.filter(isQuiet).length;
  if (quiet === 0) return [];
  const what = quiet === statements.length ? count(quiet, 'statement') : `${count(quiet, 'more statement')}`;
  return [paint.dim(`          ${what}: no table that is in use is locked`)];
}

const STATEMENT_LENGTH = 160;

function statementLines(
  statement: PlannedStatement,
  plan: DeploymentPlan,
  { paint }: TerminalOptions,
): string[] {
  const { line, text: sql, locks, basis } = statement;
  return [
    `  ${String(line).padStart(6)}  ${TERMINAL_VOICE.name(sql, STATEMENT_LENGTH)}`,
    ...stopping(locks).map((lock) => `            ${lockWords(lock, plan, TERMINAL_VOICE)}`),
    ...(basis === 'unknown'
      ? [paint.yellow(`            locks not known: what it runs can't be seen from here`)]
      : []),
  ];
}

function layoutsOf({ layouts, layoutsAfter }: DeploymentPlan): string[] {
  if (layouts.length === 0 && !layoutsAfter) return [];
  const now = layouts.map((layout) => `    ${layoutLine(layout, TERMINAL_VOICE)}`);
  const after = layoutsAfter?.map(
    (layout) => `    ${layoutLine(layout, TERMINAL_VOICE, { withRows: false })}`,
  );
  return [
    ...(now.length > 0 ? ['', '  partitions now', ...now] : []),
    ...(after ? ['', '  partitions afterwards, by the validated run', ...after] : []),
  ];
}

function asides(head: string, lines: readonly string[], { width }: TerminalOptions): string[] {
  if (lines.length === 0) return [];
  return ['', `  ${head}`, ...lines.flatMap((line) => wrapped(sentence(printable(line)), 4, width))];
}
