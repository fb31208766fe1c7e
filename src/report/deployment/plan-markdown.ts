/** A plan as GitHub markdown: for a file, the job's summary and the comment on a pull request. */
import type {
  Blocker,
  DeploymentPlan,
  PendingMigration,
  PlannedStatement,
  Refusal,
} from '../../domain/deployment.ts';
import { count, thousands } from '../../domain/wording.ts';
import { COMMENT_LIMIT } from '../comment.ts';
import { SUMMARY_LIMIT } from '../job-summary.ts';
import { lineAddress, type RepositoryLinks } from '../links.ts';
import { code, linked, prose, tableHead, tableRow } from '../markdown-text.ts';
import { assemble, type Fold, type Item, NEED, type Report, type Section } from '../sections.ts';
import { shellArgument } from '../words.ts';
import { layoutLine } from './layout-words.ts';
import { isQuiet, lockWords, stopping } from './lock-words.ts';
import { meaningOf, placeOf, planVerdict, type PlanVerdict, whatIsPending } from './plan-verdict.ts';
import { MARKDOWN_VOICE, sentence, time } from './voice.ts';

export interface PlanMarkdownOptions {
  /** An HTML comment on a line of its own, by which a comment is found again. */
  readonly marker?: string;
  readonly links?: RepositoryLinks;
}

/** All of it, whatever its length: for a file. */
export const renderPlanMarkdown = (plan: DeploymentPlan): string =>
  assemble(planReport(plan, {}), { most: Infinity, measure: (text) => text.length, elsewhere: '' });

/** Within the size at which GitHub drops a step's summary. */
export const renderPlanSummary = (plan: DeploymentPlan, options: PlanMarkdownOptions = {}): string =>
  assemble(planReport(plan, options), {
    most: SUMMARY_LIMIT,
    measure: utf8Length,
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`.',
  });

/** Within GitHub's 65,536 characters. */
export const renderPlanComment = (plan: DeploymentPlan, options: PlanMarkdownOptions): string =>
  assemble(planReport(plan, options), {
    most: COMMENT_LIMIT,
    measure: (text) => text.length,
    elsewhere: 'All of it is in the summary of the workflow run and in the report files.',
  });

export const utf8Length = (text: string): number => Buffer.byteLength(text);

export function planReport(plan: DeploymentPlan, { marker, links }: PlanMarkdownOptions): Report {
  const heading = `### ${headline(plan)}`;
  return {
    head: marker === undefined ? heading : `${marker}\n${heading}`,
    open: [leadSection(plan), standingSection(plan), driftSection(plan), applySection(plan)],
    folds: [
      ...plan.pending.map((migration) => migrationFold(migration, plan, links)),
      ...layoutFold(plan),
      { summary: factsOf(plan), sections: [callsSection(plan), estimatesSection(plan), notesSection(plan)] },
    ],
  };
}

const MARKS: Readonly<Record<PlanVerdict, string>> = {
  ready: '📋',
  'nothing-to-do': '✅',
  'held-up': '⚠️',
  refused: '❌',
};

function headline(plan: DeploymentPlan): string {
  const verdict = planVerdict(plan);
  const place = placeOf(plan, MARKDOWN_VOICE);
  const pending = whatIsPending(plan);
  const told: Readonly<Record<PlanVerdict, string>> = {
    ready: `Plan for ${place}: ${pending}`,
    'nothing-to-do': `Nothing to do on ${place}: every migration is there`,
    'held-up': `Plan for ${place}: ${pending}, and would have to wait`,
    refused: `Would be refused on ${place}: ${pending}`,
  };
  return `${MARKS[verdict]} ${told[verdict]}`;
}

const one = (name: string, text: string): Section => ({
  name,
  items: text === '' ? [] : [{ text, need: NEED.lead }],
});

const leadSection = (plan: DeploymentPlan): Section =>
  one('the meaning', meaningOf(plan, MARKDOWN_VOICE).join(' '));

/** What stands in the way, and what to do. */
function standingSection({ refusals, blockers }: DeploymentPlan): Section {
  const row = (mark: string, what: string, { message, hint }: Refusal | Blocker): Item => ({
    need: NEED.finding,
    text: tableRow([mark, prose(what, 60), prose(sentence(message)), prose(sentence(hint))]),
  });
  const items = [
    ...refusals.map((refusal) => row('❌', refusal.gate, refusal)),
    ...blockers.map((blocker) => row(blocker.weight === 'refuse' ? '❌' : '⚠️', blocker.kind, blocker)),
  ];
  return { name: 'obstacle', head: tableHead(['', 'what', 'why', 'what to do']), items };
}

const driftSection = ({ drift }: DeploymentPlan): Section => ({
  name: 'difference',
  head: '**The target is not as the validation assumed**\n',
  items: drift.map((line) => ({ text: `- ${prose(sentence(line))}`, need: NEED.finding })),
});

function applySection(plan: DeploymentPlan): Section {
  const verdict = planVerdict(plan);
  if (verdict === 'nothing-to-do') return one('the digest', '');
  const environment = plan.environment === undefined ? 'NAME' : shellArgument(plan.environment);
  const command = `partition-guard apply --environment ${environment} --plan ${plan.digest}`;
  const told =
    verdict === 'refused'
      ? `Digest of this plan: ${code(plan.digest)}`
      : `Apply exactly this: ${code(command)}`;
  return one('the digest', told);
}

function migrationFold(
  migration: PendingMigration,
  plan: DeploymentPlan,
  links: RepositoryLinks | undefined,
): Fold {
  const { version, description, file, transaction, statements } = migration;
  const told = statements.filter((statement) => !isQuiet(statement));
  const quiet = statements.length - told.length;
  const name = version === undefined ? 'Repeatable' : `Version ${prose(version, 60)}`;
  const unknown = statements.filter(({ basis }) => basis === 'unknown').length;
  const summary = [
    `${name}: ${prose(description, 120)}`,
    count(statements.length, 'statement'),
    ...(unknown > 0 ? [`${thousands(unknown)} with unknown locks`] : []),
    transaction === 'one' ? 'one transaction' : 'outside of a transaction',
  ].join(' · ');
  return {
    summary,
    sections: [
      one('the file', `${code(file)}${quiet > 0 ? `: ${quietWords(quiet, statements.length)}` : ''}`),
      {
        name: 'statement',
        head: tableHead(['line', 'statement', 'locks']),
        items: told.map((statement) => statementItem(statement, plan, links)),
      },
    ],
  };
}

const quietWords = (quiet: number, all: number): string =>
  `${quiet === all ? `its ${count(quiet, 'statement')}` : count(quiet, 'more statement')} ${quiet === 1 ? 'locks' : 'lock'} no table that is in use.`;

function statementItem(
  statement: PlannedStatement,
  plan: DeploymentPlan,
  links: RepositoryLinks | undefined,
): Item {
  const locks = statement.basis === 'unknown' ? ["not known: what it runs can't be seen from here"] : [];
  return {
    need: statement.basis === 'unknown' ? NEED.note : NEED.proof,
    text: tableRow([
      linked(String(statement.line), lineAddress(statement, links)),
      code(statement.text, 160),
      [...stopping(statement.locks).map((lock) => lockWords(lock, plan, MARKDOWN_VOICE)), ...locks].join(
        '<br>',
      ),
    ]),
  };
}

function layoutFold({ layouts, layoutsAfter }: DeploymentPlan): Fold[] {
  if (layouts.length === 0 && !layoutsAfter) return [];
  const list = (lines: readonly string[]): Item[] =>
    lines.map((line) => ({ text: `- ${line}`, need: NEED.layout }));
  const tables = count(layouts.length, 'partitioned table');
  return [
    {
      summary: layoutsAfter ? `Partitions of ${tables}, now and afterwards` : `Partitions of ${tables} now`,
      sections: [
        {
          name: 'layout',
          head: '**Now**\n',
          items: list(layouts.map((layout) => layoutLine(layout, MARKDOWN_VOICE))),
        },
        {
          name: 'later layout',
          head: '**Afterwards, by the validated run**\n',
          items: list(
            (layoutsAfter ?? []).map((layout) => layoutLine(layout, MARKDOWN_VOICE, { withRows: false })),
          ),
        },
      ],
    },
  ];
}

/** Without any sign that a summary of HTML would read as more than text. */
const factsOf = ({ target, toolVersion, validated }: DeploymentPlan): string =>
  [
    `PostgreSQL ${prose(target.serverVersion, 40)}`,
    `as ${prose(target.user, 80)}`,
    validated
      ? `by a validation of ${count(validated.rows, 'row')} on PostgreSQL ${prose(validated.serverVersion, 40)}`
      : "without a validation's measurements",
    `partition-guard ${prose(toolVersion, 40)}`,
  ].join(' · ');

const callsSection = ({ calls }: DeploymentPlan): Section => ({
  name: 'call',
  head: '**Called after the migrations**\n',
  items: calls.map((call) => ({ text: `- ${code(call, 240)}`, need: NEED.scenario })),
});

const estimatesSection = ({ estimates }: DeploymentPlan): Section => ({
  name: 'estimate',
  head: tableHead(['verification', 'tables', 'rows', 'writers wait']),
  items: estimates.map(({ mode, tables, expectedMs }) => ({
    need: NEED.proof,
    text: tableRow([
      code(mode),
      thousands(tables.length),
      thousands(tables.reduce((sum, table) => sum + (table.rows ?? 0), 0)),
      expectedMs === undefined ? 'not known' : `about ${time(expectedMs)}`,
    ]),
  })),
});

const notesSection = ({ notes }: DeploymentPlan): Section => ({
  name: 'note',
  head: '**What else there is to know**\n',
  items: notes.map((note) => ({ text: `- ${prose(sentence(note))}`, need: NEED.note })),
});
