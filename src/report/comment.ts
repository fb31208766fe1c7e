/** The comment on a pull request: a report that is read in a review, below GitHub's limit. */
import type { RunResult } from '../domain/result.ts';
import { type RepositoryLinks, runAddress } from './links.ts';
import { linked } from './markdown-text.ts';
import { type Lengths, reportOf } from './markdown.ts';
import { assemble } from './sections.ts';

/** Characters, as GitHub tells its limit. */
export const COMMENT_LIMIT = 65_536;

const LENGTHS: Lengths = { findings: 30, details: 20, scenarios: 60, notes: 20 };

export interface CommentOptions {
  /** An HTML comment on a line of its own, by which the comment is found again. */
  readonly marker: string;
  readonly links?: RepositoryLinks;
  /** Not below what a headline takes, some 3,000 characters at the very worst. */
  readonly limit?: number;
}

/**
 * Counted in UTF-16 units, which are never fewer than characters: so many are also within the 262,144 bytes that
 * GitHub has been seen to store, since a unit takes three bytes at most.
 */
export function renderComment(result: RunResult, { marker, links, limit }: CommentOptions): string {
  return assemble(reportOf(result, { lengths: LENGTHS, links, marker }), {
    most: limit ?? COMMENT_LIMIT,
    measure: (text) => text.length,
    elsewhere: elsewhere(links),
  });
}

function elsewhere(links: RepositoryLinks | undefined): string {
  const run = runAddress(links);
  const where = linked('the summary of the workflow run', run);
  return `All of it is in ${where} and in the report files.`;
}
