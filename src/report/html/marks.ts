/** Small drawings: the verdicts' marks, and the patterns that tell areas apart without their colours. */
import type { CheckVerdict } from '../../domain/verdict.ts';
import type { FindingKind } from '../findings.ts';
import { type Html, html, trusted } from './markup.ts';

export type Mark = 'pass' | 'fail' | 'inconclusive' | 'warning' | 'not-applicable';

const PATHS: Readonly<Record<Mark, string>> = {
  pass: '<circle cx="8" cy="8" r="8"/><path d="M4.2 8.4 7 11.1l4.9-5.7"/>',
  fail: '<path class="ground" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z"/><path d="m5 5 6 6m0-6-6 6"/>',
  inconclusive:
    '<rect width="16" height="16" rx="4"/><path d="M5.6 6.1c0-1.5 1.1-2.4 2.5-2.4s2.4.9 2.4 2.1c0 1.8-2.4 1.9-2.4 3.6M8.1 12v.3"/>',
  warning: '<path class="ground" d="M8 .6 16 15H0z"/><path d="M8 5.6v4.2M8 12.3v.2"/>',
  'not-applicable': '<circle cx="8" cy="8" r="8"/><path d="M4.6 8h6.8"/>',
};

const WORDS: Readonly<Record<Mark, string>> = {
  pass: 'Passed',
  fail: 'Failed',
  inconclusive: 'Not proven',
  warning: 'Warning',
  'not-applicable': 'Not applicable',
};

export const markWord = (mark: Mark): string => WORDS[mark];

/** A mark beside which a word says the same. */
export const bareMark = (mark: Mark): Html =>
  trusted(
    `<svg class="mark m-${mark}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${PATHS[mark]}</svg>`,
  );

/** A mark that stands alone: its word is there for who cannot see it. */
export const markOf = (mark: Mark): Html =>
  html`${bareMark(mark)}<span class="unseen">${WORDS[mark]}: </span>`;

export const markOfFinding = (kind: FindingKind): Mark =>
  (({ failure: 'fail', inconclusive: 'inconclusive', warning: 'warning' }) as const)[kind];

export const markOfCheck = (verdict: CheckVerdict, isWarning: boolean): Mark =>
  isWarning && verdict !== 'pass' && verdict !== 'not-applicable' ? 'warning' : verdict;

/** Referred to by every chart; a drawing that is not displayed could not lend them. */
export const PATTERNS: Html = trusted(
  `<svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="p-gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="k-fail" d="M0 0v7" stroke-width="4"/></pattern>
<pattern id="p-overlap" width="6" height="6" patternUnits="userSpaceOnUse"><path class="k-fail" d="M0 0l6 6M6 0 0 6" stroke-width="1.4"/></pattern>
<pattern id="p-caught" width="6" height="6" patternUnits="userSpaceOnUse"><path class="k-warn" d="M0 3h2.5" stroke-width="2"/></pattern>
<pattern id="p-new" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="k-part" d="M0 0h6v6H0z" stroke="none"/><path class="k-ground" d="M0 0v6" stroke-width="2.5"/></pattern>
<pattern id="p-writers" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="k-warn" d="M0 0v6" stroke-width="5"/></pattern>
</defs></svg>`,
);
