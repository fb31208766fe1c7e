/** What a report says where there is no verdict, so that an older one is not taken for this commit's. */
import { commitAddress, type RepositoryLinks, runAddress } from './links.ts';
import { linked, prose } from './markdown-text.ts';
import { clip, printableLines } from './printable.ts';

const MOST_LINES = 20;
const LONGEST_LINE = 500;

export interface NotJudgedOptions {
  /** The comment's first line; a summary has none. */
  readonly marker?: string;
  readonly links?: RepositoryLinks | undefined;
}

/** @param told what went wrong, and what to do, line by line. */
export function renderNotJudged(told: string, { marker, links }: NotJudgedOptions): string {
  const lines = printableLines(told);
  const [wrong = 'the run ended without a result', ...rest] = lines;
  const shown = rest
    .slice(0, MOST_LINES)
    .map((line) => `> ${prose(clip(line, LONGEST_LINE), LONGEST_LINE)}<br>`);
  const left = rest.length - shown.length;
  const commit =
    links === undefined
      ? 'This commit'
      : `Commit ${linked(`\`${links.sha.slice(0, 7)}\``, commitAddress(links))}`;
  return [
    ...(marker === undefined ? [] : [marker]),
    '### ⚠️ This change could not be judged',
    '',
    `> ${prose(clip(wrong, LONGEST_LINE), LONGEST_LINE)}<br>`,
    ...shown,
    ...(left > 0 ? [`> and ${left} more lines<br>`] : []),
    '',
    `${commit} has no verdict: neither that rows are safe nor that they are not. ${linked('The log of the run', runAddress(links))} says more.`,
    '',
  ].join('\n');
}
