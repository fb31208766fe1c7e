/** The run's result as GitHub markdown: the verdict, the findings with their remedies, the layouts, and the proof folded. */
import type { RunResult } from '../domain/result.ts';
import { layoutSection } from './chart.ts';
import { findingsInFull, findingsTable } from './findings-sections.ts';
import { headline } from './headline.ts';
import { lead } from './lead.ts';
import { commitAddress, type RepositoryLinks } from './links.ts';
import { linked } from './markdown-text.ts';
import { factsOf, notesSection, scenarioTable } from './scenario-sections.ts';
import { judgesNothing } from './summary.ts';
import { assemble, NEED, type Report, type Section } from './sections.ts';

/** How many of each are told where more would not be read. */
export interface Lengths {
  readonly findings: number;
  readonly details: number;
  readonly scenarios: number;
  readonly notes: number;
}

export const EVERYTHING: Lengths = {
  findings: Infinity,
  details: Infinity,
  scenarios: Infinity,
  notes: Infinity,
};

/** All of it, whatever its length: for a file. */
export const renderMarkdown = (result: RunResult): string =>
  assemble(reportOf(result, { lengths: EVERYTHING }), {
    most: Infinity,
    measure: (text) => text.length,
    elsewhere: '',
  });

export interface ReportOptions {
  readonly lengths: Lengths;
  readonly links?: RepositoryLinks | undefined;
  /** A line above the headline that nobody sees. */
  readonly marker?: string;
}

/** What passes is short: all but the verdict and what it rests on is folded. */
export function reportOf(result: RunResult, { lengths, links, marker }: ReportOptions): Report {
  const heading = `### ${headline(result)}`;
  const head = marker === undefined ? heading : `${marker}\n${heading}`;
  const meaning = leadSection(result, links);
  const table = findingsTable(result, links, lengths.findings);
  const details = findingsInFull(result, links, lengths.details);
  const layouts = layoutSection(result);
  const rest = [scenarioTable(result, lengths.scenarios), notesSection(result, lengths.notes), judged(links)];
  if (result.verdict === 'pass') {
    const sections = [details, layouts, ...rest];
    return {
      head,
      open: [meaning, table],
      folds: [
        {
          summary: `${judgesNothing(result) ? 'What was played' : 'What was proven'}: ${factsOf(result)}`,
          sections,
        },
      ],
    };
  }
  const found = details.items.length === 0 ? [] : [{ summary: FOUND, sections: [details] }];
  return {
    head,
    open: [meaning, table, layouts],
    folds: [...found, { summary: factsOf(result), sections: rest }],
  };
}

function leadSection(result: RunResult, links: RepositoryLinks | undefined): Section {
  const text = lead(result, links);
  return {
    name: 'the sentence on the gravest finding',
    items: text === '' ? [] : [{ text, need: NEED.lead }],
  };
}

const FOUND = 'What was found, with examples and how to play it again';

/** Which commit this is about: a comment can be older than what is there by now. */
function judged(links: RepositoryLinks | undefined): Section {
  const address = links && commitAddress(links);
  if (!links || address === undefined) return { name: 'the commit', items: [] };
  const text = `Judged: commit ${linked(`\`${links.sha.slice(0, 7)}\``, address)}.`;
  return { name: 'the commit', items: [{ text, need: Infinity }] };
}
