/** Every finding in full: what, where, by which statement, and what to do. */
import { formatLocation } from '../../domain/location.ts';
import type { CheckResult, RunResult } from '../../domain/result.ts';
import { count } from '../../domain/wording.ts';
import type { Finding } from '../findings.ts';
import { replayCommand } from '../summary.ts';
import { pageOf, scenarioTitle } from '../words.ts';
import type { Anchors } from './anchors.ts';
import { bareMark, markOfFinding } from './marks.ts';
import { codeOf, type Html, html, linesOf, NOTHING, short } from './markup.ts';

const MOST_FINDINGS = 80;
const MOST_SCENARIOS = 24;

export function findingsSection(result: RunResult, anchors: Anchors): Html {
  const { findings } = anchors;
  if (findings.length === 0) return NOTHING;
  const shown = findings.slice(0, MOST_FINDINGS);
  const left = findings.length - shown.length;
  return html`<section aria-labelledby="findings">
    <h2 id="findings" tabindex="-1">Findings <span class="amount">${findings.length}</span></h2>
    ${shown.map(({ id, finding }) => article(result, { id, finding, anchors }))}${left > 0 ? html`<p class="aside">${count(left, 'more finding')} with no room here: the JSON report has all.</p>` : undefined}
  </section> `;
}

const KIND_WORDS = { failure: 'Fails', inconclusive: 'Could not be judged', warning: 'Warning' } as const;

interface Told {
  readonly id: string;
  readonly finding: Finding;
  readonly anchors: Anchors;
}

function article(result: RunResult, { id, finding, anchors }: Told): Html {
  const { kind, check, scenarios } = finding;
  const mark = markOfFinding(kind);
  return html`<article class="finding f-${mark}" aria-labelledby="${id}">
    <h3 id="${id}" tabindex="-1">
      ${bareMark(mark)}<span><span class="unseen">${KIND_WORDS[kind]}: </span>${short(check.id, 80)}</span>
    </h3>
    ${linesOf(check.message).map((line) => html`<p>${line}</p>`)} ${statement(check)}${examples(check)}
    ${short(check.remedy) === '' ? undefined : html`<p class="remedy"><strong>What to do:</strong> ${short(check.remedy, 1_000)}</p>`}
    <dl class="about">
      <div>
        <dt>Met in</dt>
        <dd>${metIn(scenarios, anchors)}</dd>
      </div>
      ${
        check.verdict === 'fail'
          ? html`<div>
                <dt>Play it again</dt>
                <dd>${codeOf(replayCommand(result, scenarios[0]), 400)}</dd>
              </div>
              <div>
                <dt>About the check</dt>
                <dd>${codeOf(pageOf(check.id), 120)}</dd>
              </div>`
          : undefined
      }
    </dl>
  </article> `;
}

function statement({ location, evidence }: CheckResult): Html | undefined {
  const text = evidence.statement;
  if (!location && text === undefined) return undefined;
  const place = location ? html`<p class="place">${short(formatLocation(location), 200)}</p>` : undefined;
  const sql =
    text === undefined
      ? undefined
      : html`<pre tabindex="0" role="group" aria-label="Statement"><code>${short(text, 400)}</code></pre>`;
  return html`<div class="statement">${place}${sql}</div>`;
}

const MOST_EXAMPLES = 10;

function examples({ evidence }: CheckResult): Html | undefined {
  const shown = evidence.examples.slice(0, MOST_EXAMPLES);
  if (shown.length === 0) return undefined;
  const more = evidence.examples.length - shown.length + (evidence.unlisted ?? 0);
  return html`<ul class="examples">
    ${shown.map((example) => html`<li>${short(example, 400)}</li>`)}${more > 0 ? html`<li>and ${count(more, 'more', 'more')}</li>` : undefined}
  </ul>`;
}

function metIn(scenarios: readonly string[], { ofScenario }: Anchors): Html {
  const links = scenarios.slice(0, MOST_SCENARIOS).map((name, i) => {
    const id = ofScenario.get(name);
    const title = scenarioTitle(short(name));
    return html`${i > 0 ? ', ' : ''}${id === undefined ? title : html`<a href="#${id}">${title}</a>`}`;
  });
  const more = scenarios.length - links.length;
  return html`${links}${more > 0 ? ` and ${count(more, 'more', 'more')}` : ''}`;
}
