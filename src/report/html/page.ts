/** The run's result as one HTML file: no script, and nothing that it asks any host for. */
import type { RunResult } from '../../domain/result.ts';
import { anchorsOf } from './anchors.ts';
import { findingsSection } from './findings-section.ts';
import { lead, sentenceOf, tally, VERDICT_WORDS } from './lead.ts';
import { bareMark } from './marks.ts';
import { html } from './markup.ts';
import { scenariosSection } from './scenarios-section.ts';
import { pageOf } from './shell.ts';

/** Pure: the same result gives the same page. */
export function renderHtml(result: RunResult): string {
  const anchors = anchorsOf(result);
  const { verdict } = result;
  return pageOf({
    title: `${VERDICT_WORDS[verdict]}: ${sentenceOf(result)}`,
    verdict,
    bar: html`${bareMark(verdict)}<strong>${VERDICT_WORDS[verdict]}</strong>
      <span class="tally">${tally(result)}</span>`,
    links: html`<a href="#verdict">Verdict</a
      >${anchors.findings.length > 0 ? html`<a href="#findings">Findings</a>` : undefined}<a href="#scenarios"
        >Scenarios</a
      >`,
    main: [lead(result, anchors), findingsSection(result, anchors), scenariosSection(result, anchors)],
    toolVersion: result.toolVersion,
  });
}
