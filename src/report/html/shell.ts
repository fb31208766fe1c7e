/** What every page of ours is built in: head, policy, style and the bar at its top. */
import { createHash } from 'node:crypto';
import { PATTERNS } from './marks.ts';
import { type Html, html, type Part, short, trusted } from './markup.ts';
import { CHART_STYLE } from './style-charts.ts';
import { PAGE_STYLE } from './style-page.ts';
import { TOKENS } from './style-tokens.ts';

const STYLE = TOKENS + PAGE_STYLE + CHART_STYLE;

/** Nothing may be loaded or run; the style is the one whose hash stands there. */
const policy = (): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;

export interface Shell {
  readonly title: string;
  /** Its colours. */
  readonly verdict: 'pass' | 'inconclusive' | 'fail';
  /** In the bar: the verdict and what it is of. */
  readonly bar: Html;
  /** Links to parts of the page. */
  readonly links: Part;
  readonly main: Part;
  readonly toolVersion: string;
}

/** The whole page; `main` has an element with the id `verdict`. */
export function pageOf({ title, verdict, bar, links, main, toolVersion }: Shell): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy())}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${trusted(`<style>${STYLE}</style>`)}
      </head>
      <body class="v-${verdict}">
        <a class="skip" href="#verdict">Skip to the verdict</a>
        ${PATTERNS}
        <header class="bar">
          <div>
            <p class="verdict">${bar}</p>
            <nav aria-label="Page">${links}</nav>
          </div>
        </header>
        <main>${main}</main>
        <footer><p>partition-guard ${short(toolVersion, 40)}</p></footer>
      </body>
    </html> `;
  return page.markup;
}
