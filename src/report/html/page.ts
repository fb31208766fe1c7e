/** The run's result as one HTML file: no script, and nothing that it asks any host for. */
import { createHash } from 'node:crypto';
import type { RunResult } from '../../domain/result.ts';
import { anchorsOf } from './anchors.ts';
import { findingsSection } from './findings-section.ts';
import { lead, sentenceOf, tally, VERDICT_WORDS } from './lead.ts';
import { bareMark, PATTERNS } from './marks.ts';
import { html, short, trusted } from './markup.ts';
import { scenariosSection } from './scenarios-section.ts';
import { CHART_STYLE } from './style-charts.ts';
import { PAGE_STYLE } from './style-page.ts';
import { TOKENS } from './style-tokens.ts';

const STYLE = TOKENS + PAGE_STYLE + CHART_STYLE;

/** Nothing may be loaded or run; the style is the one whose hash stands there. */
const policy = (): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** Pure: the same result gives the same page. */
export function renderHtml(result: RunResult): string {
  const anchors = anchorsOf(result);
  const { verdict } = result;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy())}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${VERDICT_WORDS[verdict]}: ${sentenceOf(result)}</title>
        ${trusted(`<style>${STYLE}</style>`)}
      </head>
      <body class="v-${verdict}">
        <a class="skip" href="#verdict">Skip to the verdict</a>
        ${PATTERNS}
        <header class="bar">
          <div>
            <p class="verdict">
              ${bareMark(verdict)}<strong>${VERDICT_WORDS[verdict]}</strong>
              <span class="tally">${tally(result)}</span>
            </p>
            <nav aria-label="Page">
              <a href="#verdict">Verdict</a
              >${anchors.findings.length > 0 ? html`<a href="#findings">Findings</a>` : undefined}<a
                href="#scenarios"
                >Scenarios</a
              >
            </nav>
          </div>
        </header>
        <main>
          ${lead(result, anchors)}${findingsSection(result, anchors)}${scenariosSection(result, anchors)}
        </main>
        <footer><p>partition-guard ${short(result.toolVersion, 40)}</p></footer>
      </body>
    </html> `;
  return page.markup;
}
