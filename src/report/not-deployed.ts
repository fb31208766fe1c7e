/** What is told of a run on a target that ended before it came to a result. */
import { runAddress, type RepositoryLinks } from './links.ts';
import { linked, prose } from './markdown-text.ts';
import { clip, printableLines } from './printable.ts';

const MOST_LINES = 20;
const LONGEST_LINE = 500;

export interface NotDeployedOptions {
  /** `apply`, for instance. */
  readonly mode: string;
  /** The comment's first line; a summary has none. */
  readonly marker?: string;
  readonly links?: RepositoryLinks | undefined;
}

/** @param told what went wrong, and what to do, line by line. */
export function renderNotDeployed(told: string, { mode, marker, links }: NotDeployedOptions): string {
  const lines = printableLines(told).slice(0, MOST_LINES);
  return [
    ...(marker === undefined ? [] : [marker]),
    `### ⚠️ ${mode} did not come to a result`,
    '',
    ...lines.map((line) => `> ${prose(clip(line, LONGEST_LINE), LONGEST_LINE)}<br>`),
    '',
    `${linked('The log of the run', runAddress(links))} says more. What it had begun on the target, if anything, is in the audit there: \`partition_guard.deployment\`.`,
    '',
  ].join('\n');
}
