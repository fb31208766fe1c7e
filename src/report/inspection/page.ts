/** The partitions of a database as one HTML file: each table drawn on a time axis, with what is wrong in words. */
import type { Inspection } from '../../domain/inspection.ts';
import { formatInstant } from '../../domain/instant.ts';
import { count } from '../../domain/wording.ts';
import { bareMark, type Mark, markOf } from '../html/marks.ts';
import { codeOf, type Html, html, type Part, short } from '../html/markup.ts';
import { pageOf } from '../html/shell.ts';
import { unquoted } from '../words.ts';
import { GROUPS, tableSection } from './page-table.ts';
import { inSeverity } from './terminal.ts';
import { type TableView, verdictWords, viewsOf } from './view.ts';

/** Beyond these a page would be of no bounded size. */
const MOST_TABLES = 60;
const MOST_LISTED = 100;

type State = ReturnType<typeof verdictWords>['state'];

const VERDICTS: Readonly<Record<State, 'pass' | 'inconclusive' | 'fail'>> = {
  fails: 'fail',
  warns: 'inconclusive',
  unseen: 'inconclusive',
  well: 'pass',
  nothing: 'inconclusive',
};

const MARKS: Readonly<Record<State, Mark>> = {
  fails: 'fail',
  warns: 'warning',
  unseen: 'inconclusive',
  well: 'pass',
  nothing: 'not-applicable',
};

const WORDS: Readonly<Record<State, string>> = {
  fails: 'To be mended',
  warns: 'With warnings',
  unseen: 'Not all seen',
  well: 'Well',
  nothing: 'Nothing to show',
};

/** Pure: the same inspection gives the same page. */
export function renderInspectionPage(inspection: Inspection): string {
  const views = inSeverity(viewsOf(inspection));
  const { state, words } = verdictWords(views, inspection);
  const shown = views.slice(0, MOST_TABLES);
  const more = views.length - shown.length;
  const sections = shown.map((view, i) =>
    tableSection(view, inspection, { id: `t${i}`, mark: MARKS[view.state], tables: shown.length }),
  );
  return pageOf({
    title: `${WORDS[state]}: partitions of ${short(inspection.target.database, 80)}`,
    verdict: VERDICTS[state],
    bar: html`${bareMark(MARKS[state])}<strong>${WORDS[state]}</strong>
      <span class="tally">${short(inspection.target.database, 80)}</span>`,
    links: html`<a href="#verdict">Verdict</a><a href="#tables">Tables</a>`,
    main: [
      lead(inspection, state, words),
      html`<section aria-labelledby="tables">
        <h2 id="tables" tabindex="-1">Tables <span class="amount">${views.length}</span></h2>
        ${
          shown.length > 1
            ? html`<div class="columns">
                <div class="index">${contents(shown)}</div>
                <div class="all">${sections}</div>
              </div>`
            : sections
        }
        ${more > 0 ? html`<p class="aside">${count(more, 'more table')} with no room here: the JSON report has all.</p>` : undefined}
        ${unjudged(inspection)}
      </section>`,
    ],
    toolVersion: inspection.toolVersion,
  });
}

function lead(inspection: Inspection, state: State, words: string): Html {
  const { target, now, isStandby } = inspection;
  const notes = [...inspection.notSeen, ...inspection.remarks];
  const facts: readonly (readonly [string, Part])[] = [
    ['Database', short(target.database, 80)],
    ['Read as', short(target.user, 80)],
    ['PostgreSQL', `${short(target.serverVersion, 40)}${isStandby ? ', a standby' : ''}`],
    ...(target.systemIdentifier === undefined
      ? []
      : [['Server', short(target.systemIdentifier, 40)] as const]),
    ['Looked at', formatInstant(now).slice(0, 16).replace('T', ' ') + ' UTC'],
  ];
  return html`<section class="lead v-${VERDICTS[state]}" aria-labelledby="verdict">
    <h1 id="verdict" tabindex="-1">
      ${bareMark(MARKS[state])}<span><span class="unseen">${WORDS[state]}: </span>${words}</span>
    </h1>
    ${
      notes.length > 0
        ? html`<ul class="notes">
            ${notes.map((one) => html`<li>${short(one, 600)}</li>`)}
          </ul>`
        : undefined
    }
    <dl class="facts">
      ${facts.map(
        ([term, fact]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${fact}</dd>
          </div>`,
      )}
    </dl>
  </section> `;
}

const contents = (views: readonly TableView[]): Html =>
  html`<nav aria-label="Tables">
    <ol>
      ${views.map(
        ({ table, state }, i) =>
          html`<li class="g-${GROUPS[state]}">
            <a href="#t${i}"
              >${markOf(MARKS[state])}<span class="title">${short(unquoted(table.layout.table), 80)}</span></a
            >
          </li> `,
      )}
    </ol>
  </nav>`;

function unjudged({ unjudged: all }: Inspection): Html | undefined {
  if (all.length === 0) return undefined;
  const more = all.length - MOST_LISTED;
  return html`<h3 id="not-judged">Not judged</h3>
    <ul class="notes">
      ${all
        .slice(0, MOST_LISTED)
        .map(
          ({ table, reason, partitions }) =>
            html`<li>
              ${codeOf(unquoted(table), 130)}: ${short(reason, 300)} (${count(partitions, 'partition')}).
            </li>`,
        )}${more > 0 ? html`<li>${count(more, 'more')}: the JSON report has all.</li>` : undefined}
    </ul>`;
}
