/** The summary of a workflow's step: the whole report, below the size at which GitHub drops it. */
import type { RunResult } from '../domain/result.ts';
import type { RepositoryLinks } from './links.ts';
import { EVERYTHING, reportOf } from './markdown.ts';
import { assemble } from './sections.ts';

/** Bytes: below GitHub's 1 MiB a step, with room for what else the step writes. */
export const SUMMARY_LIMIT = 960 * 1024;

export const renderJobSummary = (
  result: RunResult,
  { links }: { readonly links?: RepositoryLinks },
): string =>
  assemble(reportOf(result, { lengths: EVERYTHING, links }), {
    most: SUMMARY_LIMIT,
    measure: (text) => Buffer.byteLength(text),
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`, `html`.',
  });
