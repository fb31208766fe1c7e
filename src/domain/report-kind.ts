/** The reports that a run may be told to write, by the names of their options. */

export const REPORT_KINDS = ['json', 'markdown', 'html', 'sarif', 'junit'] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

/** Files by kind; a kind that is left out is not written. */
export type ReportFiles = { readonly [K in ReportKind]?: string };

/** What people call each. */
export const REPORT_TITLES: Readonly<Record<ReportKind, string>> = {
  json: 'JSON',
  markdown: 'markdown',
  html: 'HTML',
  sarif: 'SARIF',
  junit: 'JUnit',
};
