export const id = 2265;
export const ids = [2265];
export const modules = {

/***/ 2265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderInspectionPage: () => (/* binding */ renderInspectionPage)
});

// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/html/marks.js
var marks = __webpack_require__(3963);
// EXTERNAL MODULE: ./report/html/markup.js
var markup = __webpack_require__(58397);
// EXTERNAL MODULE: ./report/html/shell.js + 3 modules
var shell = __webpack_require__(71269);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/range.js
var range = __webpack_require__(79064);
// EXTERNAL MODULE: ./report/deployment/voice.js
var voice = __webpack_require__(92397);
// EXTERNAL MODULE: ./report/html/lane.js
var html_lane = __webpack_require__(40747);
// EXTERNAL MODULE: ./report/html/lane-chart.js
var lane_chart = __webpack_require__(66102);
// EXTERNAL MODULE: ./report/html/layout-chart.js + 1 modules
var layout_chart = __webpack_require__(91842);
// EXTERNAL MODULE: ./report/html/layout-section.js
var layout_section = __webpack_require__(52629);
// EXTERNAL MODULE: ./report/html/table.js
var html_table = __webpack_require__(70693);
// EXTERNAL MODULE: ./report/inspection/cells.js
var cells = __webpack_require__(98759);
// EXTERNAL MODULE: ./report/inspection/fold.js
var fold = __webpack_require__(12187);
// EXTERNAL MODULE: ./report/inspection/view.js + 2 modules
var inspection_view = __webpack_require__(26402);
;// CONCATENATED MODULE: ./report/inspection/page-table.js















const PAGE_VOICE = {
    name: (text, length = 130) => (0,markup/* short */.h0)(text, length),
    words: (text) => (0,markup/* short */.h0)(text, 600),
};
const MOST_PROBLEMS = 20;
const MOST_TWINS = 60;
const GROUPS = {
    fails: 'fail',
    warns: 'warning',
    unseen: 'inconclusive',
    well: 'pass',
};
function tableSection(view, inspection, place) {
    const { table, state, problems, notSeen, remarks } = view;
    const { layout, keyColumns } = table;
    const { id, mark, tables } = place;
    const total = (0,inspection_view/* totalOf */.e6)(view);
    const runway = (0,inspection_view/* runwayWords */.CP)(view, inspection);
    const facts = [
        (0,inspection_view/* intervalWords */.Tj)(view),
        `by ${(0,markup/* short */.h0)(keyColumns.length > 1 ? keyColumns.join(', ') : layout.keyColumn, 130)} (${layout.keyType})`,
        (0,inspection_view/* rowsWords */.hc)(total.rows),
        (0,inspection_view/* bytesWords */.Bc)(total.bytes),
    ];
    const more = problems.length - MOST_PROBLEMS;
    return (0,markup/* html */.qy) `<section class="scenario g-${GROUPS[state]}" aria-labelledby="${id}">
    <h3 id="${id}" tabindex="-1">${(0,marks/* bareMark */.I5)(mark)}<span>${(0,markup/* short */.h0)((0,words/* unquoted */.qZ)(layout.table), 130)}</span></h3>
    <p class="facts-line">
      ${facts.map((fact, i) => (0,markup/* html */.qy) `${i > 0 ? (0,markup/* html */.qy) ` <span aria-hidden="true">·</span> ` : ''}<span>${fact}</span>`)}
    </p>
    ${figure(view, { id, blocks: tables > 12 ? 36 : 72 })}
    ${problems.length + notSeen.length > 0
        ? (0,markup/* html */.qy) `<ul class="checks">
            ${problems.slice(0, MOST_PROBLEMS).map(({ severity, tell }) => (0,markup/* html */.qy) `<li>${(0,marks/* markOf */.Fg)(severity === 'error' ? 'fail' : 'warning')}<span>${(0,voice/* sentence */.em)(tell(PAGE_VOICE))}</span></li>`)}${more > 0 ? (0,markup/* html */.qy) `<li><span>${(0,wording/* count */.U9)(more, 'more')} in the JSON report.</span></li>` : undefined}${notSeen.map((one) => (0,markup/* html */.qy) `<li>${(0,marks/* markOf */.Fg)('inconclusive')}<span>${one(PAGE_VOICE)}</span></li>`)}
          </ul>`
        : undefined}
    ${runway === undefined ? undefined : (0,markup/* html */.qy) `<p>${(0,voice/* sentence */.em)(runway)}</p>`}${remarks.map((one) => (0,markup/* html */.qy) `<p class="aside">${one(PAGE_VOICE)}</p>`)}
    ${tablesOf(view, inspection, tables > 12 ? 24 : 120)}
  </section> `;
}
function tablesOf(view, { now }, most) {
    const { table, partitions, changes } = view;
    const name = (0,markup/* short */.h0)((0,words/* unquoted */.qZ)(table.layout.table), 80);
    const columns = [
        { title: 'Partition' },
        { title: 'Range' },
        { title: 'Rows', isNumber: true },
        { title: 'Size', isNumber: true },
    ];
    const rows = (0,fold/* folded */.T)(view, now, most).map((row) => named((0,cells/* partitionCells */.Op)(row, view, PAGE_VOICE)));
    const twins = table.twins.slice(0, MOST_TWINS).map((twin) => named((0,cells/* twinCells */.SW)(twin, PAGE_VOICE)));
    const left = table.twins.length - twins.length;
    return (0,markup/* html */.qy) `${rows.length > 0 ? details(`${(0,wording/* count */.U9)(partitions.length, 'partition')} as a table`, (0,html_table/* dataTable */.J)({ caption: `Partitions of ${name}`, columns }, rows)) : undefined}${twins.length > 0 ? details(`${(0,wording/* count */.U9)(table.twins.length, 'table')} beside it, with its columns`, (0,markup/* html */.qy) `${(0,html_table/* dataTable */.J)({ caption: `Tables beside ${name}`, columns: [{ title: 'Table' }, { title: 'Claims' }, ...columns.slice(2)] }, twins)}${left > 0 ? (0,markup/* html */.qy) `<p class="aside">${(0,wording/* count */.U9)(left, 'more')}: the JSON report has all.</p>` : undefined}`) : undefined}${changes && changes.length > 0 ? details('What another interval would move', (0,html_table/* dataTable */.J)({ caption: `Other intervals of ${name}`, columns: cells/* CHANGE_TITLES */.x_.map((title, i) => ({ title, isNumber: i > 0 })) }, changes.map(cells/* changeCells */.qv))) : undefined}`;
}
const details = (summary, content) => (0,markup/* html */.qy) `<details>
    <summary>${summary}</summary>
    ${content}
  </details>`;
const named = ([first = '', ...rest]) => [
    (0,markup/* html */.qy) `<code>${first}</code>`,
    ...rest,
];
/** The partitions on one lane, what stands beside them on another. */
function figure(view, { id, blocks }) {
    const { table } = view;
    const name = (0,markup/* short */.h0)((0,words/* unquoted */.qZ)(table.layout.table), 80);
    const lanes = lanesOf(view, blocks);
    const charts = layout_chart/* CANVASES */.R.map((canvas) => (0,layout_chart/* layoutChart */.T)({ table: table.layout.table, lanes }, {
        id,
        title: `Partitions of ${name} by time`,
        tooltip: (block) => `${(0,lane_chart/* nameOf */.Vb)(block, table.layout.table)}, ${(0,range/* formatRange */.Lu)(block.range)}${block.rows > 0 ? `, about ${(0,wording/* count */.U9)(block.rows, 'row')}` : ''}`,
    }, canvas));
    if (charts.every((chart) => chart === undefined))
        return undefined;
    const drawn = lanes.flatMap(({ lane }) => lane ?? []);
    const omitted = drawn.reduce((sum, lane) => sum + lane.omitted, 0);
    const joined = drawn.some((lane) => lane.blocks.some((block) => block.count > 1));
    const remarks = [
        ...(joined ? ['Partitions on end are drawn as one, by calendar.'] : []),
        ...(omitted > 0
            ? [`${(0,wording/* count */.U9)(omitted, 'more partition or gap', 'more partitions or gaps')} not drawn.`]
            : []),
    ];
    return (0,markup/* html */.qy) `<figure class="layout">
    <figcaption>${(0,layout_section/* legend */.o)({ lanes: lanes.slice(0, 1) })}</figcaption>
    ${charts}${remarks.length > 0 ? (0,markup/* html */.qy) `<p class="aside">${remarks.join(' ')}</p>` : undefined}
  </figure> `;
}
function lanesOf(view, most) {
    const { table, coverage } = view;
    const { layout, style, twins } = table;
    const lane = (0,html_lane/* laneOf */.k)({ layout, other: undefined, otherwise: 'new', judged: undefined, most });
    const gaps = coverage.gaps.slice(0, 40).map(({ range }) => range);
    const shownOverlaps = style === 'inheritance' ? lane.overlaps : [];
    return [
        {
            name: style === 'inheritance' ? 'Inheriting' : 'Attached',
            summary: (0,wording/* count */.U9)(layout.partitions.length, 'partition'),
            lane: {
                ...lane,
                gaps,
                overlaps: shownOverlaps,
                omitted: lane.omitted + coverage.gaps.length - gaps.length,
            },
            ...restWordsOf(view),
        },
        ...(twins.length > 0
            ? [{ name: 'Beside it', summary: (0,wording/* count */.U9)(twins.length, 'table'), lane: twinLane(view, most) }]
            : []),
    ];
}
function restWordsOf({ table: { layout, style, rests } }) {
    const byDefault = (0,domain_layout/* defaultPartition */.qs)(layout);
    if (!byDefault)
        return {};
    const what = style === 'inheritance' ? 'the table itself' : 'default partition';
    const found = rests.find(({ oid }) => oid === byDefault.oid)?.count;
    if (found?.kind === 'exact')
        return { restWords: `${what}: ${found.rows > 0 ? (0,wording/* count */.U9)(found.rows, 'row') : 'empty'}` };
    if (found?.kind === 'at-least')
        return { restWords: `${what}: more than ${(0,wording/* count */.U9)(found.rows, 'row')}` };
    return { restWords: `${what}: not counted` };
}
function twinLane({ table: { layout, twins } }, most) {
    const partitions = twins.map(({ name, oid, rows, range }) => ({
        kind: 'range',
        name,
        oid,
        rows: rows ?? 0,
        range,
    }));
    const beside = { ...layout, partitions };
    return { ...(0,html_lane/* laneOf */.k)({ layout: beside, other: new Map(), otherwise: 'gone', judged: undefined, most }) };
}

// EXTERNAL MODULE: ./report/inspection/terminal.js
var terminal = __webpack_require__(47480);
;// CONCATENATED MODULE: ./report/inspection/page.js









/** Beyond these a page would be of no bounded size. */
const MOST_TABLES = 60;
const MOST_LISTED = 100;
const VERDICTS = {
    fails: 'fail',
    warns: 'inconclusive',
    unseen: 'inconclusive',
    well: 'pass',
    nothing: 'inconclusive',
};
const MARKS = {
    fails: 'fail',
    warns: 'warning',
    unseen: 'inconclusive',
    well: 'pass',
    nothing: 'not-applicable',
};
const WORDS = {
    fails: 'To be mended',
    warns: 'With warnings',
    unseen: 'Not all seen',
    well: 'Well',
    nothing: 'Nothing to show',
};
/** Pure: the same inspection gives the same page. */
function renderInspectionPage(inspection) {
    const views = (0,terminal/* inSeverity */.jR)((0,inspection_view/* viewsOf */.W6)(inspection));
    const { state, words } = (0,inspection_view/* verdictWords */.L2)(views, inspection);
    const shown = views.slice(0, MOST_TABLES);
    const more = views.length - shown.length;
    const sections = shown.map((view, i) => tableSection(view, inspection, { id: `t${i}`, mark: MARKS[view.state], tables: shown.length }));
    return (0,shell/* pageOf */.Z)({
        title: `${WORDS[state]}: partitions of ${(0,markup/* short */.h0)(inspection.target.database, 80)}`,
        verdict: VERDICTS[state],
        bar: (0,markup/* html */.qy) `${(0,marks/* bareMark */.I5)(MARKS[state])}<strong>${WORDS[state]}</strong>
      <span class="tally">${(0,markup/* short */.h0)(inspection.target.database, 80)}</span>`,
        links: (0,markup/* html */.qy) `<a href="#verdict">Verdict</a><a href="#tables">Tables</a>`,
        main: [
            lead(inspection, state, words),
            (0,markup/* html */.qy) `<section aria-labelledby="tables">
        <h2 id="tables" tabindex="-1">Tables <span class="amount">${views.length}</span></h2>
        ${shown.length > 1
                ? (0,markup/* html */.qy) `<div class="columns">
                <div class="index">${contents(shown)}</div>
                <div class="all">${sections}</div>
              </div>`
                : sections}
        ${more > 0 ? (0,markup/* html */.qy) `<p class="aside">${(0,wording/* count */.U9)(more, 'more table')} with no room here: the JSON report has all.</p>` : undefined}
        ${unjudged(inspection)}
      </section>`,
        ],
        toolVersion: inspection.toolVersion,
    });
}
function lead(inspection, state, words) {
    const { target, now, isStandby } = inspection;
    const notes = [...inspection.notSeen, ...inspection.remarks];
    const facts = [
        ['Database', (0,markup/* short */.h0)(target.database, 80)],
        ['Read as', (0,markup/* short */.h0)(target.user, 80)],
        ['PostgreSQL', `${(0,markup/* short */.h0)(target.serverVersion, 40)}${isStandby ? ', a standby' : ''}`],
        ...(target.systemIdentifier === undefined
            ? []
            : [['Server', (0,markup/* short */.h0)(target.systemIdentifier, 40)]]),
        ['Looked at', (0,instant/* formatInstant */.r4)(now).slice(0, 16).replace('T', ' ') + ' UTC'],
    ];
    return (0,markup/* html */.qy) `<section class="lead v-${VERDICTS[state]}" aria-labelledby="verdict">
    <h1 id="verdict" tabindex="-1">
      ${(0,marks/* bareMark */.I5)(MARKS[state])}<span><span class="unseen">${WORDS[state]}: </span>${words}</span>
    </h1>
    ${notes.length > 0
        ? (0,markup/* html */.qy) `<ul class="notes">
            ${notes.map((one) => (0,markup/* html */.qy) `<li>${(0,markup/* short */.h0)(one, 600)}</li>`)}
          </ul>`
        : undefined}
    <dl class="facts">
      ${facts.map(([term, fact]) => (0,markup/* html */.qy) `<div>
            <dt>${term}</dt>
            <dd>${fact}</dd>
          </div>`)}
    </dl>
  </section> `;
}
const contents = (views) => (0,markup/* html */.qy) `<nav aria-label="Tables">
    <ol>
      ${views.map(({ table, state }, i) => (0,markup/* html */.qy) `<li class="g-${GROUPS[state]}">
            <a href="#t${i}"
              >${(0,marks/* markOf */.Fg)(MARKS[state])}<span class="title">${(0,markup/* short */.h0)((0,words/* unquoted */.qZ)(table.layout.table), 80)}</span></a
            >
          </li> `)}
    </ol>
  </nav>`;
function unjudged({ unjudged: all }) {
    if (all.length === 0)
        return undefined;
    const more = all.length - MOST_LISTED;
    return (0,markup/* html */.qy) `<h3 id="not-judged">Not judged</h3>
    <ul class="notes">
      ${all
        .slice(0, MOST_LISTED)
        .map(({ table, reason, partitions }) => (0,markup/* html */.qy) `<li>
              ${(0,markup/* codeOf */.$N)((0,words/* unquoted */.qZ)(table), 130)}: ${(0,markup/* short */.h0)(reason, 300)} (${(0,wording/* count */.U9)(partitions, 'partition')}).
            </li>`)}${more > 0 ? (0,markup/* html */.qy) `<li>${(0,wording/* count */.U9)(more, 'more')}: the JSON report has all.</li>` : undefined}
    </ul>`;
}


/***/ })

};
