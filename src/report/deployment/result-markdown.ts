/** A deployment's result as GitHub markdown: for a file, the job's summary, and a comment. */
import type { DeploymentResult, TableProof } from '../../domain/deployment.ts';
import { COMMENT_LIMIT } from '../comment.ts';
import { SUMMARY_LIMIT } from '../job-summary.ts';
import type { RepositoryLinks } from '../links.ts';
import { code, prose, tableHead, tableRow } from '../markdown-text.ts';
import { fullPlace } from '../places.ts';
import { assemble, type Fold, type Item, NEED, type Report, type Section } from '../sections.ts';
import { layoutLine } from './layout-words.ts';
import type { PlanMarkdownOptions } from './plan-markdown.ts';
import { planReport, utf8Length } from './plan-markdown.ts';
import { proofWords } from './result-terminal.ts';
import { OUTCOME_MARKS, resultHeadline, resultMeaning } from './result-verdict.ts';
import { MARKDOWN_VOICE, sentence, time } from './voice.ts';

/** All of it, whatever its length: for a file. */
export const renderDeploymentMarkdown = (result: DeploymentResult): string =>
  assemble(deploymentReport(result, {}), { most: Infinity, measure: (text) => text.length, elsewhere: '' });

/** Within the size at which GitHub drops a step's summary. */
export const renderDeploymentSummary = (
  result: DeploymentResult,
  options: PlanMarkdownOptions = {},
): string =>
  assemble(deploymentReport(result, options), {
    most: SUMMARY_LIMIT,
    measure: utf8Length,
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`.',
  });

/** Within GitHub's 65,536 characters. */
export const renderDeploymentComment = (result: DeploymentResult, options: PlanMarkdownOptions): string =>
  assemble(deploymentReport(result, options), {
    most: COMMENT_LIMIT,
    measure: (text) => text.length,
    elsewhere: 'All of it is in the summary of the workflow run and in the report files.',
  });

function deploymentReport(result: DeploymentResult, options: PlanMarkdownOptions): Report {
  const { marker, links } = options;
  const heading = `### ${OUTCOME_MARKS[result.outcome]} ${resultHeadline(result, MARKDOWN_VOICE)}`;
  const plan = planReport(result.plan, links ? { links } : {});
  return {
    head: marker === undefined ? heading : `${marker}\n${heading}`,
    open: [
      lead(result, links),
      refusals(result),
      proofs('What the rows would have become', result.failure?.proofs ?? [], NEED.finding),
      warnings(result),
    ],
    folds: [...appliedFold(result), ...layoutsFold(result), ...plan.folds, digestsFold(result)],
  };
}

function lead(result: DeploymentResult, links: RepositoryLinks | undefined): Section {
  const { failure } = result;
  const sentences = [
    ...resultMeaning(result, MARKDOWN_VOICE),
    ...(failure?.location ? [`See ${fullPlace(failure.location, links)}.`] : []),
    ...(failure?.recovery === undefined ? [] : [prose(sentence(failure.recovery))]),
    ...(failure ? [`**What to do:** ${prose(sentence(failure.hint))}`] : []),
  ];
  return {
    name: 'the meaning',
    items: sentences.length > 0 ? [{ text: sentences.join(' '), need: NEED.lead }] : [],
  };
}

const refusals = (result: DeploymentResult): Section => ({
  name: 'refusal',
  head: tableHead(['', 'gate', 'why', 'what to do']),
  items: result.refusals.map(({ gate, message, hint }) => ({
    need: NEED.finding,
    text: tableRow(['⛔', prose(gate, 60), prose(sentence(message)), prose(sentence(hint))]),
  })),
});

const warnings = (result: DeploymentResult): Section => ({
  name: 'warning',
  items: result.warnings.map((warning) => ({
    need: NEED.scenario,
    text: `- ⚠️ ${prose(sentence(warning))}`,
  })),
});

const proofs = (title: string, all: readonly TableProof[], need: number): Section => ({
  name: 'proof',
  head: tableHead([title, 'rows', 'differences']),
  items: all.map((proof) => proofItem(proof, need)),
});

const MOST_DIFFERENCES = 20;

function proofItem(proof: TableProof, need: number): Item {
  const { differences } = proof;
  const shown = differences.slice(0, MOST_DIFFERENCES).map((line) => prose(line, 300));
  const more = differences.length - shown.length;
  return {
    need,
    text: tableRow([
      code(proof.table, 160),
      prose(proofWords(proof)),
      [...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('<br>'),
    ]),
  };
}

function appliedFold({ applied, callProofs, plan }: DeploymentResult): Fold[] {
  if (applied.length === 0 && callProofs.length === 0) return [];
  const items = applied.map(({ version, description, script, durationMs }) => ({
    need: NEED.scenario,
    text: tableRow([
      prose(version ?? 'repeatable', 60),
      prose(description, 120),
      code(script, 160),
      time(durationMs),
    ]),
  }));
  return [
    {
      summary: 'What was applied, and its proof',
      sections: [
        { name: 'migration', head: tableHead(['version', 'what it does', 'script', 'time']), items },
        {
          name: 'call',
          head: '**Called after them**\n',
          items:
            callProofs.length > 0
              ? plan.calls.map((call) => ({ need: NEED.scenario, text: `- ${code(call, 240)}` }))
              : [],
        },
        proofs('table', [...applied.flatMap((one) => one.proofs), ...callProofs], NEED.proof),
      ],
    },
  ];
}

/** As code, to be copied: prose breaks what GitHub would take for a commit. */
const digestsFold = ({ plan: { digest, release } }: DeploymentResult): Fold => ({
  summary: 'Digests of the plan and of the release',
  sections: [
    {
      name: 'the digests',
      items: [{ need: NEED.scenario, text: `- plan ${code(digest)}\n- release ${code(release)}` }],
    },
  ],
});

const layoutsFold = ({ layoutsAfter, outcome }: DeploymentResult): Fold[] =>
  outcome !== 'applied' || layoutsAfter.length === 0
    ? []
    : [
        {
          summary: 'Partitions now',
          sections: [
            {
              name: 'layout',
              items: layoutsAfter.map((layout) => ({
                need: NEED.layout,
                text: `- ${layoutLine(layout, MARKDOWN_VOICE, { withRows: false })}`,
              })),
            },
          ],
        },
      ];
