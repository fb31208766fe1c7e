export const id = 5511;
export const ids = [5511,975];
export const modules = {

/***/ 50893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   W: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _domain_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50896);
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39654);
/* harmony import */ var _only_on_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19367);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27066);
/** The findings of a run, each told once with all the scenarios that it was met in. */




/** Checks in the order of what they mean for the rows; others come after. */
const GRAVITY = [
    'migration-applies',
    'no-row-lost',
    'no-row-duplicated',
    'no-row-changed',
    'no-overlap',
    'no-gap',
    'interval-applied',
    'default-empty',
    'idempotent',
    'no-silent-skip',
    'no-lock-leak',
    'runway',
    'lock-budget',
];
const KINDS = ['failure', 'inconclusive', 'warning'];
/** What a check's result is worth telling as, if it is. */
function kindOf(check) {
    if (check.verdict === 'inconclusive')
        return check.severity === 'error' ? 'inconclusive' : 'warning';
    if (check.verdict !== 'fail')
        return undefined;
    return check.severity === 'error' ? 'failure' : 'warning';
}
/** Every finding: failures, then what is inconclusive, then warnings, the gravest first. */
function findingsOf(result) {
    const found = new Map();
    for (const scenario of result.scenarios) {
        const label = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(scenario);
        for (const check of scenario.checks) {
            const kind = kindOf(check);
            if (!kind)
                continue;
            const key = identityOf(kind, check);
            const known = found.get(key);
            if (!known)
                found.set(key, { kind, check, scenarios: [label], servers: new Set() });
            else if (!known.scenarios.includes(label))
                known.scenarios.push(label);
            if (scenario.server !== undefined)
                found.get(key)?.servers.add(scenario.server);
        }
    }
    const all = new Set(result.scenarios.flatMap((scenario) => scenario.server ?? []));
    return [...found.values()]
        .map((met) => tellServers(met, result, all))
        .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || gravityOf(a) - gravityOf(b));
}
/** What only some servers showed says so itself, wherever it is told; where others were not looked at, that. */
function tellServers({ kind, check, scenarios, servers }, result, all) {
    if (servers.size === 0 || servers.size === all.size)
        return { kind, check, scenarios };
    const names = (0,_only_on_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(all);
    const told = (versions) => versions.map((one) => names.get(one) ?? one);
    const onlyOn = told([...servers]);
    const on = `PostgreSQL ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(onlyOn)}`;
    if (check.message.includes(`${on} was not judged`))
        return { kind, check, scenarios, onlyOn };
    const unseen = told((0,_only_on_js__WEBPACK_IMPORTED_MODULE_2__/* .unseenOn */ .M5)(result, check.id, servers));
    const said = /[^.!?…]$/.test(check.message) ? `${check.message}.` : check.message;
    const where = unseen.length === 0
        ? `Found on ${on} only.`
        : `Found on ${on}; it was not looked for in all of that on ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(unseen)}.`;
    const message = `${said} ${where}`.trim();
    return {
        ...{ kind, check: { ...check, message }, scenarios },
        ...(unseen.length === 0 ? { onlyOn } : {}),
    };
}
function gravityOf(finding) {
    const index = GRAVITY.indexOf(finding.check.id);
    return index === -1 ? GRAVITY.length : index;
}
const VARIABLE = new RegExp(`\\d+|${_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERVAL_NAMES */ .Lm.join('|')}`, 'g');
/** Findings are one where a check blames one statement, or where its words differ in numbers and intervals only. */
const identityOf = (kind, { id, location, message, evidence }) => JSON.stringify([
    kind,
    id,
    location ? (0,_domain_location_js__WEBPACK_IMPORTED_MODULE_3__/* .formatLocation */ .j)(location) : message.replace(VARIABLE, '#'),
    location ? (evidence.statement ?? '').replace(VARIABLE, '#') : '',
]);


/***/ }),

/***/ 39087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LB: () => (/* binding */ headlineWith),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   QG: () => (/* binding */ whereMet)
/* harmony export */ });
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50893);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4416);
/* harmony import */ var _only_on_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19367);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70975);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27066);






const MARKS = { pass: '✅', inconclusive: '❔', fail: '❌' };
/** Without the hash signs in front. */
const headline = (result) => `${MARKS[result.verdict]} ${headlineWith(result, (name) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name, 80))}`;
/** The sentence alone, for reports of another form. */
function headlineWith(result, quote) {
    switch (result.verdict) {
        case 'pass':
            return passed(result);
        case 'inconclusive': {
            const open = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .scenariosWith */ ._q)(result, 'inconclusive').length;
            const of = `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(open)} of ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .scenarioCount */ .wk)(result)}${(0,_only_on_js__WEBPACK_IMPORTED_MODULE_4__/* .serversTold */ .S5)(result, 'inconclusive')}`;
            return `Not proven: ${of} could not be judged`;
        }
        case 'fail':
            return failed(result, quote);
    }
}
const CLAIMS = [
    ['no-row-lost', 'no row lost'],
    ['no-overlap', 'no overlap'],
    ['no-gap', 'no gap'],
];
/** Only what some scenario was seen to hold is claimed. */
function passed(result) {
    if ((0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .judgesNothing */ .uF)(result))
        return 'Nothing to judge: no table is partitioned by range';
    const held = new Set(result.scenarios.flatMap((s) => s.checks.filter((c) => c.verdict === 'pass').map((c) => c.id)));
    const claims = CLAIMS.flatMap(([id, words]) => (held.has(id) ? [words] : []));
    const rows = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsAccountedFor */ .vJ)(result);
    const scenarios = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .scenarioCount */ .wk)(result);
    const proof = rows > 0 ? `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'seeded row')} through ${scenarios}` : scenarios;
    return claims.length > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .capitalised */ .Iu)(claims.join(', '))}: ${proof}` : `Passed: ${proof}`;
}
function failed(result, quote) {
    const [gravest] = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .W)(result);
    if (!gravest)
        return 'This migration fails';
    const [label] = gravest.scenarios;
    const scenario = result.scenarios.find((s) => (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .labelOf */ .Wy)(s) === label);
    const told = predicate(gravest, scenario, { tables: result.tables, quote });
    const servers = gravest.onlyOn ? ` on PostgreSQL ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(gravest.onlyOn.map(majorWords))} only` : '';
    return `${subject(scenario?.name ?? label, quote)} ${told}${servers}`;
}
/** As much of a server's version as is a number. */
const majorWords = (version) => /^[\d.]*/.exec(version)?.[0] ?? '';
/** Of words that mean nothing to any form of report; a report that is read back can hold others. */
const PLAIN_CHANGE = /^(?:change|round-trip):[a-z-]+(?:->[a-z-]+)+$/;
function subject(scenario, quote) {
    const title = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1)(scenario);
    if (scenario === 'fresh' || scenario === 'upgrade')
        return 'This migration';
    if (scenario === 'rerun')
        return 'Running the change again';
    if (PLAIN_CHANGE.test(scenario))
        return `Changing ${title.replace(/^\S+ /, '')}`;
    return `The scenario ${quote(title)}`;
}
/** For checks that are not about counted rows. */
const PREDICATES = new Map(Object.entries({
    'migration-applies': 'stops with an error',
    'no-overlap': 'runs into overlapping partitions',
    'no-gap': 'would leave a time without a partition',
    'interval-applied': 'would not bring the interval that was asked for',
    'default-empty': 'would leave rows to a default partition',
    idempotent: 'would change something when it runs a second time',
    'no-lock-leak': 'would leave a lock, a transaction or a setting behind',
    'lock-budget': 'would lock a table for too long',
    'no-silent-skip': 'would go on after an error and tell nobody',
    runway: 'would let writes fail too soon',
}));
function predicate({ check }, scenario, { tables, quote }) {
    const rows = scenario?.rows ?? { before: 0, lost: 0, duplicated: 0, changed: 0 };
    const [table, ...others] = tables;
    const of = table !== undefined && others.length === 0 ? ` of ${quote((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutSchema */ .yU)(table))}` : '';
    const counted = (n) => (n > 0 ? (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .share */ .uM)(n, rows.before) : 'rows') + of;
    switch (check.id) {
        case 'no-row-lost':
            return `would lose ${counted(rows.lost)}`;
        case 'no-row-duplicated':
            return `would duplicate ${counted(rows.duplicated)}`;
        case 'no-row-changed':
            return `would change the values of ${counted(rows.changed)}`;
        default:
            return PREDICATES.get(check.id) ?? `fails the check ${quote(check.id)}`;
    }
}
/** `change monthly → quarterly and 3 more`, for a cell. */
function whereMet([first, ...others]) {
    const told = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1)(first);
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)([told, ...(others.length > 0 ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(others.length)} more`] : [])]);
}


/***/ }),

/***/ 15511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: ./report/findings.js
var report_findings = __webpack_require__(50893);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
// EXTERNAL MODULE: ./report/html/markup.js
var markup = __webpack_require__(58397);
;// CONCATENATED MODULE: ./report/html/anchors.js



function anchorsOf(result) {
    const used = new Map();
    // No slug holds two hyphens on end: what is numbered is like no other.
    const anchor = (kind, name) => {
        const wanted = `${kind}-${(0,markup/* slug */.yR)(name) || 'unnamed'}`;
        const times = (used.get(wanted) ?? 0) + 1;
        used.set(wanted, times);
        return times === 1 ? wanted : `${wanted}--${times}`;
    };
    const scenarios = result.scenarios.map((scenario) => anchor('scenario', (0,words/* labelOf */.Wy)(scenario)));
    const ofScenario = new Map(result.scenarios.map((scenario, i) => [(0,words/* labelOf */.Wy)(scenario), scenarios[i] ?? '']).reverse());
    const findings = (0,report_findings/* findingsOf */.W)(result).map((finding) => ({
        id: anchor('finding', finding.check.id),
        finding,
    }));
    return { scenarios, ofScenario, findings };
}

// EXTERNAL MODULE: ./domain/location.js
var domain_location = __webpack_require__(39654);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/summary.js
var summary = __webpack_require__(70975);
// EXTERNAL MODULE: ./report/html/marks.js
var marks = __webpack_require__(3963);
;// CONCATENATED MODULE: ./report/html/findings-section.js
/** Every finding in full: what, where, by which statement, and what to do. */






const MOST_FINDINGS = 80;
const MOST_SCENARIOS = 24;
function findingsSection(result, anchors) {
    const { findings } = anchors;
    if (findings.length === 0)
        return markup/* NOTHING */.K$;
    const shown = findings.slice(0, MOST_FINDINGS);
    const left = findings.length - shown.length;
    return (0,markup/* html */.qy) `<section aria-labelledby="findings">
    <h2 id="findings" tabindex="-1">Findings <span class="amount">${findings.length}</span></h2>
    ${shown.map(({ id, finding }) => article(result, { id, finding, anchors }))}${left > 0 ? (0,markup/* html */.qy) `<p class="aside">${(0,wording/* count */.U9)(left, 'more finding')} with no room here: the JSON report has all.</p>` : undefined}
  </section> `;
}
const KIND_WORDS = { failure: 'Fails', inconclusive: 'Could not be judged', warning: 'Warning' };
function article(result, { id, finding, anchors }) {
    const { kind, check, scenarios } = finding;
    const mark = (0,marks/* markOfFinding */.KR)(kind);
    return (0,markup/* html */.qy) `<article class="finding f-${mark}" aria-labelledby="${id}">
    <h3 id="${id}" tabindex="-1">
      ${(0,marks/* bareMark */.I5)(mark)}<span><span class="unseen">${KIND_WORDS[kind]}: </span>${(0,markup/* short */.h0)(check.id, 80)}</span>
    </h3>
    ${(0,markup/* linesOf */.Dx)(check.message).map((line) => (0,markup/* html */.qy) `<p>${line}</p>`)} ${statement(check)}${examples(check)}
    ${(0,markup/* short */.h0)(check.remedy) === '' ? undefined : (0,markup/* html */.qy) `<p class="remedy"><strong>What to do:</strong> ${(0,markup/* short */.h0)(check.remedy, 1_000)}</p>`}
    <dl class="about">
      <div>
        <dt>Met in</dt>
        <dd>${metIn(scenarios, anchors)}</dd>
      </div>
      ${check.verdict === 'fail'
        ? (0,markup/* html */.qy) `<div>
                <dt>Play it again</dt>
                <dd>${(0,markup/* codeOf */.$N)((0,summary/* replayCommand */.Pi)(result, scenarios[0]), 400)}</dd>
              </div>
              <div>
                <dt>About the check</dt>
                <dd>${(0,markup/* codeOf */.$N)((0,words/* pageOf */.ZZ)(check.id), 120)}</dd>
              </div>`
        : undefined}
    </dl>
  </article> `;
}
function statement({ location, evidence }) {
    const text = evidence.statement;
    if (!location && text === undefined)
        return undefined;
    const place = location ? (0,markup/* html */.qy) `<p class="place">${(0,markup/* short */.h0)((0,domain_location/* formatLocation */.j)(location), 200)}</p>` : undefined;
    const sql = text === undefined
        ? undefined
        : (0,markup/* html */.qy) `<pre tabindex="0" role="group" aria-label="Statement"><code>${(0,markup/* short */.h0)(text, 400)}</code></pre>`;
    return (0,markup/* html */.qy) `<div class="statement">${place}${sql}</div>`;
}
const MOST_EXAMPLES = 10;
function examples({ evidence }) {
    const shown = evidence.examples.slice(0, MOST_EXAMPLES);
    if (shown.length === 0)
        return undefined;
    const more = evidence.examples.length - shown.length + (evidence.unlisted ?? 0);
    return (0,markup/* html */.qy) `<ul class="examples">
    ${shown.map((example) => (0,markup/* html */.qy) `<li>${(0,markup/* short */.h0)(example, 400)}</li>`)}${more > 0 ? (0,markup/* html */.qy) `<li>and ${(0,wording/* count */.U9)(more, 'more', 'more')}</li>` : undefined}
  </ul>`;
}
function metIn(scenarios, { ofScenario }) {
    const links = scenarios.slice(0, MOST_SCENARIOS).map((name, i) => {
        const id = ofScenario.get(name);
        const title = (0,words/* scenarioTitle */.h1)((0,markup/* short */.h0)(name));
        return (0,markup/* html */.qy) `${i > 0 ? ', ' : ''}${id === undefined ? title : (0,markup/* html */.qy) `<a href="#${id}">${title}</a>`}`;
    });
    const more = scenarios.length - links.length;
    return (0,markup/* html */.qy) `${links}${more > 0 ? ` and ${(0,wording/* count */.U9)(more, 'more', 'more')}` : ''}`;
}

// EXTERNAL MODULE: ./report/headline.js
var headline = __webpack_require__(39087);
;// CONCATENATED MODULE: ./report/html/lead.js
/** The first screen: the verdict, what would be lost, what to do, and what it rests on. */







const SERVER_KIND = { embedded: 'embedded', testcontainers: 'Docker', url: 'your server' };
/** The verdict's sentence, without any markup. */
const sentenceOf = (result) => (0,headline/* headlineWith */.LB)(result, (name) => (0,markup/* short */.h0)(name, 80));
const VERDICT_WORDS = { pass: 'Passed', inconclusive: 'Not proven', fail: 'Failed' };
/** `2 of 15 scenarios`. */
function tally(result) {
    const all = (0,wording/* count */.U9)(result.scenarios.length, 'scenario');
    if (result.verdict === 'pass')
        return all;
    return `${(0,wording/* thousands */.oh)((0,summary/* scenariosWith */._q)(result, result.verdict).length)} of ${all}`;
}
const outcome = (result) => ({
    pass: `${(0,wording/* thousands */.oh)(result.scenarios.length)} played, all passed`,
    inconclusive: `${tally(result)} not proven`,
    fail: `${tally(result)} failed`,
})[result.verdict];
function lead(result, anchors) {
    const { verdict } = result;
    return (0,markup/* html */.qy) `<section class="lead v-${verdict}" aria-labelledby="verdict">
    <h1 id="verdict" tabindex="-1">
      ${(0,marks/* bareMark */.I5)(verdict)}<span
        ><span class="unseen">${VERDICT_WORDS[verdict]}: </span>${sentenceOf(result)}</span
      >
    </h1>
    ${lost(result)} ${whatToDo(anchors)} ${notes(result)} ${facts(result)}
  </section> `;
}
const ROW_CHECKS = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'];
const holds = ({ checks }, id) => checks.some((check) => check.id === id && check.verdict === 'pass');
/** Rows, their keys and dates; where none came to harm, how many that was seen of. */
function lost(result) {
    const harmed = result.scenarios.filter((scenario) => (0,summary/* rowFaults */.Kh)(scenario).length > 0);
    const [first] = harmed;
    if (first)
        return harm(first, harmed.length - 1);
    if ((0,summary/* judgesNothing */.uF)(result))
        return undefined;
    const seeded = result.scenarios.filter(({ rows }) => rows.before > 0);
    if (seeded.length === 0)
        return (0,markup/* html */.qy) `<p class="lost">No row was seeded, so none was seen to be kept or lost.</p>`;
    const rows = (0,summary/* rowsAccountedFor */.vJ)(result);
    const open = seeded.filter((scenario) => !holds(scenario, 'no-row-lost')).length;
    const isWhole = open === 0 && seeded.every((scenario) => ROW_CHECKS.every((id) => holds(scenario, id)));
    const found = rows > 0
        ? `${(0,wording/* count */.U9)(rows, 'seeded row')} ${rows === 1 ? 'was' : 'were'} found again${isWhole ? ', each once and with its values' : ''}.`
        : '';
    const unseen = open > 0 ? ` What became of the rows was not seen in ${(0,wording/* count */.U9)(open, 'scenario')}.` : '';
    return (0,markup/* html */.qy) `<p class="lost">${found}${unseen}</p>
    ${result.verdict === 'pass' ? transitions(result) : undefined}`;
}
/** An example of a row: its key, and when it is. */
const OF_A_ROW = / at -?\d{4,6}-\d\d-\d\d/;
function harm(scenario, others) {
    const check = scenario.checks.find(({ id, verdict }) => ROW_CHECKS.includes(id) && verdict === 'fail');
    const lines = (0,markup/* linesOf */.Dx)(check?.message ?? '');
    const told = lines.length > 0 ? lines.join(' ') : `${(0,words/* capitalised */.Iu)((0,summary/* rowFaults */.Kh)(scenario).join(', '))}.`;
    const keys = (check?.evidence.examples ?? []).filter((example) => OF_A_ROW.test(example)).slice(0, 3);
    const also = others > 0 ? ` Rows come to harm in ${(0,wording/* count */.U9)(others, 'more scenario')}.` : '';
    return (0,markup/* html */.qy) `<p class="lost">
      <strong>${told}</strong> Seen in ${(0,words/* scenarioTitle */.h1)((0,markup/* short */.h0)((0,words/* labelOf */.Wy)(scenario)))}.${also}
    </p>
    ${keys.length > 0 ? (0,markup/* html */.qy) `<p class="keys">First of them: ${keys.map((key, i) => (0,markup/* html */.qy) `${i > 0 ? '; ' : ''}${(0,markup/* short */.h0)(key, 120)}`)}</p>` : undefined}`;
}
/** What each table goes from and to, as the upgrade or, without one, the fresh scenario left it. */
function transitions({ scenarios }) {
    const seen = scenarios.find(({ name }) => name === 'upgrade') ?? scenarios.find(({ name }) => name === 'fresh');
    return (0,markup/* html */.qy) `${(seen?.after ?? []).slice(0, 5).map((layout) => {
        const before = seen?.before.find(({ table }) => table === layout.table);
        const now = (0,summary/* describeLayout */.M2)(layout);
        const was = before && (0,summary/* describeLayout */.M2)(before);
        return (0,markup/* html */.qy) `<p class="keys">
      ${(0,markup/* codeOf */.$N)((0,words/* withoutSchema */.yU)(layout.table), 80)}
      ${was === undefined || was === now ? `has ${now}.` : `goes from ${was} to ${now}.`}
    </p>`;
    })}`;
}
const MOST_REMEDIES = 3;
function whatToDo({ findings }) {
    const first = findings[0]?.finding.kind;
    const grave = findings.filter(({ finding }) => finding.kind === first && (0,markup/* short */.h0)(finding.check.remedy) !== '');
    if (grave.length === 0)
        return undefined;
    const items = grave.slice(0, MOST_REMEDIES).map(({ id, finding: { check } }) => {
        const place = check.location
            ? (0,markup/* html */.qy) ` <span class="place">${(0,markup/* short */.h0)((0,domain_location/* formatLocation */.j)(check.location), 120)}</span>`
            : undefined;
        return (0,markup/* html */.qy) `<li>${(0,markup/* short */.h0)(check.remedy, 600)} <a href="#${id}">${(0,markup/* short */.h0)(check.id, 80)}</a>${place}</li>`;
    });
    const more = findings.length - items.length;
    return (0,markup/* html */.qy) `<div class="${first === 'warning' ? 'todo f-warning' : 'todo'}">
    <h2>${first === 'warning' ? 'What to do about what is warned of' : 'What to do'}</h2>
    <ol>
      ${items}
    </ol>
    ${more > 0 ? (0,markup/* html */.qy) `<p><a href="#findings">${(0,wording/* count */.U9)(more, 'more finding')}</a></p>` : undefined}
  </div>`;
}
const MOST_NOTES = 12;
function notes({ notes: all }) {
    if (all.length === 0)
        return undefined;
    const more = all.length - MOST_NOTES;
    return (0,markup/* html */.qy) `<ul class="notes">
    ${all.slice(0, MOST_NOTES).map((note) => (0,markup/* html */.qy) `<li>${(0,markup/* short */.h0)(note, 600)}</li>`)}${more > 0 ? (0,markup/* html */.qy) `<li>${(0,wording/* count */.U9)(more, 'more note')} in the JSON report.</li>` : undefined}
  </ul>`;
}
/** `2026-11-22 12:00 UTC`. */
const minuteOf = (date) => Number.isNaN(date.getTime()) ? 'unknown' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
function facts(result) {
    const { server, migrations, scenarios, tables } = result;
    const files = migrations
        .slice(0, 5)
        .map((m) => `${(0,markup/* short */.h0)(m.folder, 80)} (${m.filesUnderTest} of ${(0,wording/* count */.U9)(m.files, 'file')} under test)`);
    const lock = (0,summary/* exclusiveLock */.Og)(scenarios)?.replace('longest exclusive lock ', '');
    const all = [
        ['Scenarios', outcome(result)],
        ['Rows accounted for', (0,wording/* thousands */.oh)((0,summary/* rowsAccountedFor */.vJ)(result))],
        ...(lock === undefined ? [] : [['Longest exclusive lock', lock]]),
        [
            'Tables judged',
            (0,words/* listedUpTo */.MH)(tables.map((table) => (0,markup/* short */.h0)((0,words/* withoutSchema */.yU)(table), 60)), 4) || 'none',
        ],
        ['Migrations', files.join(', ') || 'none'],
        ['PostgreSQL', `${(0,markup/* short */.h0)(server.version, 40)} (${SERVER_KIND[server.kind]})`],
        ['Seed', `${result.seed}, ${(0,wording/* count */.U9)(result.rows, 'row')} a scenario`],
        ['Played', `${minuteOf(result.startedAt)}, ${(0,words/* seconds */.YA)(result.durationMs)}`],
    ];
    return (0,markup/* html */.qy) `<dl class="facts">
    ${all.map(([term, fact]) => (0,markup/* html */.qy) `<div>
          <dt>${term}</dt>
          <dd>${fact}</dd>
        </div>`)}
  </dl>`;
}

// EXTERNAL MODULE: ./report/html/layout-lanes.js
var layout_lanes = __webpack_require__(53781);
// EXTERNAL MODULE: ./report/html/layout-section.js
var layout_section = __webpack_require__(52629);
// EXTERNAL MODULE: ./report/html/layout-chart.js + 1 modules
var layout_chart = __webpack_require__(91842);
;// CONCATENATED MODULE: ./report/html/lock-chart.js



const MOST_TABLES = 6;
/** Those first at which somebody would have waited longest. */
function lockedTables({ held, stalls }) {
    const tables = [...new Set(held.map(({ table }) => table))].map((table) => {
        const own = held.filter((span) => span.table === table);
        const modes = [...new Set(own.map(({ mode }) => mode))];
        return {
            table,
            modes: modes.map((mode) => ({ mode, spans: own.filter((span) => span.mode === mode) })),
            stalls: stalls.filter((stall) => stall.table === table),
        };
    });
    return tables.sort((a, b) => longest(b.stalls) - longest(a.stalls)).slice(0, MOST_TABLES);
}
const lengthOf = ({ fromMs, toMs }) => toMs - fromMs;
const longest = (stalls) => stalls.reduce((most, s) => Math.max(most, lengthOf(s)), 0);
const SIDE = 6;
const STEP = 30;
const HEADING = 34;
const STALL = 12;
const MODE = 28;
const AXIS = 24;
const CHARACTER = 6.4;
/** @returns undefined where nothing was locked. */
function lockChart(timeline, { id, title }, { kind, width }) {
    const tables = lockedTables(timeline);
    const end = timeline.steps.at(-1)?.toMs ?? 0;
    if (tables.length === 0 || end <= 0)
        return undefined;
    const x = (ms) => SIDE + (ms / end) * (width - 2 * SIDE);
    let y = STEP;
    const drawn = tables.map((table) => {
        const top = y;
        y += HEADING + STALL + 8 + table.modes.length * MODE + 6;
        return drawTable(table, top, { x, width });
    });
    return (0,markup/* html */.qy) `<svg
    class="chart only-${kind}"
    viewBox="0 0 ${width} ${y + AXIS}"
    role="img"
    aria-labelledby="${id}-${kind}-t ${id}-${kind}-d"
  >
    <title id="${id}-${kind}-t">${title}</title>
    <desc id="${id}-${kind}-d">
      ${tables.map(describe).join(' ')} The table below the drawing has the same.
    </desc>
    ${steps(timeline, { x, bottom: y })}${drawn}${axis(end, { x, bottom: y, width })}
  </svg>`;
}
const describe = (table) => `${nameOf(table.table)}: ${waits(table)}.`;
const nameOf = (table) => (0,markup/* short */.h0)((0,words/* withoutSchema */.yU)(table), 60);
/** `wait: readers and writers up to 12 ms`, of the longest time. */
function waits({ stalls }) {
    const told = ['readers and writers', 'writers'].flatMap((stops) => {
        const own = stalls.filter((stall) => stall.stops === stops);
        return own.length === 0 ? [] : [`${stops} up to ${(0,wording/* milliseconds */.Rz)(longest(own))}`];
    });
    return told.length === 0 ? 'waits are told with its table' : `wait: ${told.join(', ')}`;
}
const n = (value) => Math.round(value * 10) / 10;
const fitted = (text, room) => {
    const most = Math.floor((room - 6) / CHARACTER);
    return text.length <= most ? text : most >= 10 ? (0,markup/* short */.h0)(text, most) : undefined;
};
/** The steps as bands, named where there is room. */
function steps({ steps: all }, { x, bottom }) {
    return (0,markup/* html */.qy) `<g class="steps"
    >${all.map(({ pass, step, fromMs, toMs }, i) => {
        const [from, to] = [x(fromMs), x(toMs)];
        const label = fitted((0,markup/* short */.h0)(pass === step ? step : `${pass}: ${step}`, 120), to - from);
        return (0,markup/* html */.qy) `<rect
          class="${i % 2 === 0 ? 'step even' : 'step'}"
          x="${n(from)}"
          y="0"
          width="${n(Math.max(0.5, to - from))}"
          height="${bottom}"
        />${label === undefined ? undefined : (0,markup/* html */.qy) `<text class="quiet" x="${n(from + 4)}" y="15">${label}</text>`}`;
    })}</g
  >`;
}
function drawTable(table, top, { x, width }) {
    const stallTop = top + HEADING;
    const bars = table.stalls.map(({ stops, fromMs, toMs }) => {
        const kind = stops === 'writers' ? 'writers' : 'everybody';
        return (0,markup/* html */.qy) `<rect
      class="stall ${kind}"
      x="${n(x(fromMs))}"
      y="${stallTop}"
      width="${n(Math.max(2, x(toMs) - x(fromMs)))}"
      height="${STALL}"
    />`;
    });
    const modes = table.modes.map(({ mode, spans }, i) => {
        const y = stallTop + STALL + 8 + i * MODE;
        return (0,markup/* html */.qy) `<text class="mode" x="${SIDE}" y="${y + 12}">${mode}</text
      ><path
        class="track"
        d="M${SIDE} ${y + 20}H${width - SIDE}"
      />${spans.map((span) => drawSpan(span, y + 20, x))}`;
    });
    return (0,markup/* html */.qy) `<g
    ><text class="lane strong" x="${SIDE}" y="${top + 12}">${fitted(nameOf(table.table), width / 1.25)}</text
    ><text x="${SIDE}" y="${top + 27}">${fitted(waits(table), width)}</text
    ><rect
      class="stall-track"
      x="${SIDE}"
      y="${stallTop}"
      width="${width - 2 * SIDE}"
      height="${STALL}"
    />${bars}${modes}</g
  >`;
}
const drawSpan = (span, y, x) => {
    const [from, to] = [x(span.fromMs), x(span.toMs)];
    const told = `${span.mode}, ${(0,wording/* milliseconds */.Rz)(lengthOf(span))}: ${(0,markup/* short */.h0)(span.statement, 200)}`;
    return (0,markup/* html */.qy) `<path class="span" d="M${n(from)} ${y}H${n(Math.max(from + 2, to))}"
    ><title>${told}</title></path
  >`;
};
/** 1, 2 or 5 times a power of ten, so that a handful fits. */
function axis(end, { x, bottom, width }) {
    const most = Math.max(2, Math.floor(width / 110));
    const power = 10 ** Math.floor(Math.log10(end / most));
    const every = [1, 2, 5, 10].map((factor) => factor * power).find((size) => end / size <= most) ?? end;
    const ticks = Array.from({ length: Math.floor(end / every) + 1 }, (_, i) => i * every);
    return (0,markup/* html */.qy) `<g class="axis"
    ><path
      class="tick"
      d="M${SIDE} ${bottom}H${width - SIDE}"
    />${ticks.map((ms, i) => (0,markup/* html */.qy) `<path class="tick" d="M${n(x(ms))} ${bottom}v5" /><text class="bound${i === 0 ? '' : x(ms) > width - 30 ? ' end' : ' mid'}" x="${n(i === 0 ? SIDE : x(ms) > width - 30 ? width - SIDE : x(ms))}" y="${bottom + 18}">${timeOf(ms, end)}</text>`)}</g
  >`;
}
const timeOf = (ms, end) => {
    if (end >= 10_000)
        return `${Number((ms / 1_000).toFixed(1))} s`;
    return ms === 0 ? '0' : ms < 1_000 ? `${Number(ms.toFixed(1))} ms` : `${(0,wording/* thousands */.oh)(Math.round(ms))} ms`;
};

// EXTERNAL MODULE: ./report/html/table.js
var table = __webpack_require__(70693);
;// CONCATENATED MODULE: ./report/html/lock-section.js
/** When tables in use were locked in a scenario: drawn, and as a table. */







function lockSection(timeline, id) {
    if (!timeline)
        return markup/* NOTHING */.K$;
    const { held, unlisted } = timeline;
    if (held.length === 0)
        return (0,markup/* html */.qy) `<h4>Locks</h4>
      <p class="aside">No table in use was seen locked against readers or writers.</p>`;
    const charts = layout_chart/* CANVASES */.R.map((canvas) => lockChart(timeline, { id: `${id}-l`, title: 'Locks on tables in use, by time' }, canvas));
    const left = new Set(held.map(({ table }) => table)).size - lockedTables(timeline).length;
    const remarks = [
        ...(left > 0 ? [`${(0,wording/* count */.U9)(left, 'more table')} under the drawing.`] : []),
        ...(unlisted > 0
            ? [`${(0,wording/* count */.U9)(unlisted, 'more lock')} not listed: on partitions along with their table, or shorter.`]
            : []),
    ];
    return (0,markup/* html */.qy) `<h4>Locks and who would wait</h4>
    <figure class="locks">
      <figcaption>
        From the first step on, as long as each was played.
        <ul class="legend" aria-label="Legend">
          ${legend(timeline)}
        </ul>
      </figcaption>
      ${charts}${remarks.length > 0 ? (0,markup/* html */.qy) `<p class="aside">${remarks.join(' ')}</p>` : undefined}
      ${lockTable(timeline)}
    </figure> `;
}
const legend = ({ stalls }) => [
    ...(stalls.some(({ stops }) => stops !== 'writers')
        ? [sample('everybody', 'readers and writers wait')]
        : []),
    ...(stalls.some(({ stops }) => stops === 'writers') ? [sample('writers', 'writers wait')] : []),
];
const sample = (kind, words) => (0,markup/* html */.qy) `<li>
    <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
      <rect class="stall ${kind}" x="1" y="1" width="20" height="12" /></svg
    >${words}
  </li>`;
const ms = (value) => (value > 0 && value < 10 ? `${value} ms` : (0,wording/* milliseconds */.Rz)(value));
function lockTable({ held, steps }) {
    const columns = [{ title: 'Table' }, { title: 'Mode' }, { title: 'From', isNumber: true }, { title: 'To', isNumber: true }, { title: 'Held', isNumber: true }, { title: 'Rows behind it', isNumber: true }, { title: 'Statement' }, { title: 'During' }]; // prettier-ignore
    const rows = held.map((span) => {
        const place = span.location ? (0,markup/* html */.qy) `${(0,markup/* short */.h0)((0,domain_location/* formatLocation */.j)(span.location), 120)} ` : undefined;
        return [
            (0,markup/* codeOf */.$N)((0,words/* unquoted */.qZ)(span.table), 80),
            span.mode,
            ms(span.fromMs),
            ms(span.toMs),
            ms(Math.round(lengthOf(span) * 10) / 10),
            span.rows === undefined ? '' : (0,wording/* thousands */.oh)(span.rows),
            (0,markup/* html */.qy) `${place}${(0,markup/* codeOf */.$N)(span.statement, 160)}`,
            (0,markup/* short */.h0)(steps[span.step]?.step ?? '', 120),
        ];
    });
    return (0,markup/* html */.qy) `<details>
    <summary>${(0,wording/* count */.U9)(held.length, 'lock')} as a table</summary>
    ${(0,table/* dataTable */.J)({ caption: 'Locks', columns }, rows)}
  </details>`;
}

;// CONCATENATED MODULE: ./report/html/scenario-section.js








function groupOf({ verdict, checks }) {
    if (verdict !== 'pass')
        return verdict;
    return checks.some((check) => (0,report_findings/* kindOf */.I)(check) !== undefined) ? 'warning' : 'pass';
}
/** What a scenario amounts to, each fact alone. */
function factsOf(scenario) {
    const change = (0,summary/* partitionsChange */.G9)(scenario);
    const { exclusiveLockMs } = scenario;
    return [
        ...((0,summary/* keepsRows */.wj)(scenario) ? [`${(0,wording/* count */.U9)(scenario.rows.before, 'row')} kept`] : []),
        ...(0,summary/* rowFaults */.Kh)(scenario),
        ...(change === undefined ? [] : [change]),
        ...(exclusiveLockMs === undefined ? [] : [`longest exclusive lock ${(0,wording/* milliseconds */.Rz)(exclusiveLockMs)}`]),
    ];
}
function scenarioSection(result, scenario, { id, room }) {
    const group = groupOf(scenario);
    const facts = [(0,marks/* markWord */.mo)(group), ...factsOf(scenario), (0,words/* seconds */.YA)(scenario.durationMs)];
    return (0,markup/* html */.qy) `<section class="scenario g-${group}" aria-labelledby="${id}">
    <h3 id="${id}" tabindex="-1">
      ${(0,marks/* bareMark */.I5)(group)}<span>${(0,words/* scenarioTitle */.h1)((0,markup/* short */.h0)((0,words/* labelOf */.Wy)(scenario)))}</span>
    </h3>
    <p class="facts-line">
      ${facts.map((fact, i) => (0,markup/* html */.qy) `${i > 0 ? (0,markup/* html */.qy) ` <span aria-hidden="true">·</span> ` : ''}<span>${fact}</span>`)}
    </p>
    ${(0,layout_section/* layoutSection */.y)(scenario, id, room)}${lockSection(scenario.locks, id)}${checksSection(scenario)}${notesOf(scenario)}
    <p class="again">
      <span class="quiet">Play it again:</span> ${(0,markup/* codeOf */.$N)((0,summary/* replayCommand */.Pi)(result, (0,words/* labelOf */.Wy)(scenario)), 400)}
    </p>
  </section> `;
}
function checksSection({ checks }) {
    if (checks.length === 0)
        return undefined;
    const told = checks.filter((check) => (0,report_findings/* kindOf */.I)(check) !== undefined);
    const held = checks.filter((check) => check.verdict === 'pass');
    const others = checks.filter((check) => (0,report_findings/* kindOf */.I)(check) === undefined && check.verdict !== 'pass');
    const rest = [
        ...(held.length > 0 ? [(0,wording/* count */.U9)(held.length, 'check holds', 'checks hold')] : []),
        ...(others.length > 0 ? [`${others.length} not applicable`] : []),
    ].join(', ');
    return (0,markup/* html */.qy) `<h4>Checks</h4>
    ${told.length > 0 ? list(told) : undefined}${rest === ''
        ? undefined
        : (0,markup/* html */.qy) `<details>
            <summary>${rest}</summary>
            ${list([...held, ...others])}
          </details>`}`;
}
const MOST_CHECKS = 120;
const list = (checks) => {
    const more = checks.length - MOST_CHECKS;
    return (0,markup/* html */.qy) `<ul class="checks">
    ${checks.slice(0, MOST_CHECKS).map(checkItem)}${more > 0 ? (0,markup/* html */.qy) `<li>${(0,wording/* count */.U9)(more, 'more check')} in the JSON report.</li>` : undefined}
  </ul>`;
};
function checkItem(check) {
    const mark = (0,marks/* markOfCheck */.tb)(check.verdict, check.severity === 'warning');
    const message = (0,markup/* linesOf */.Dx)(check.message, 600);
    return (0,markup/* html */.qy) `<li>
    ${(0,marks/* markOf */.Fg)(mark)}<span
      ><span class="check-id">${(0,markup/* short */.h0)(check.id, 80)}</span
      >${message.length > 0 ? (0,markup/* html */.qy) ` <span class="quiet">${message.join(' ')}</span>` : undefined}</span
    >
  </li>`;
}
const scenario_section_MOST_NOTES = 20;
function notesOf({ notes, waived = [] }) {
    const all = [...notes, ...waived.map((waiver) => `Waived: ${waiver}`)];
    if (all.length === 0)
        return undefined;
    const more = all.length - scenario_section_MOST_NOTES;
    return (0,markup/* html */.qy) `<h4>Notes</h4>
    <ul class="notes">
      ${all.slice(0, scenario_section_MOST_NOTES).map((note) => (0,markup/* html */.qy) `<li>${(0,markup/* short */.h0)(note, 600)}</li>`)}${more > 0 ? (0,markup/* html */.qy) `<li>${(0,wording/* count */.U9)(more, 'more note')} in the JSON report.</li>` : undefined}
    </ul>`;
}

;// CONCATENATED MODULE: ./report/html/scenarios-section.js







const GROUPS = ['fail', 'inconclusive', 'warning', 'pass'];
/** Beyond these a page would be of no bounded size. */
const scenarios_section_MOST_SCENARIOS = 300;
const TABLE_ROWS = 6_000;
const BLOCKS = 2_400;
function scenariosSection(result, anchors) {
    const { scenarios } = result;
    if (scenarios.length === 0)
        return (0,markup/* html */.qy) `<section aria-labelledby="scenarios">
      <h2 id="scenarios" tabindex="-1">Scenarios</h2>
      <p>No scenario was played.</p>
    </section>`;
    const shown = scenarios.slice(0, scenarios_section_MOST_SCENARIOS);
    const left = scenarios.length - shown.length;
    const room = roomOf(shown);
    return (0,markup/* html */.qy) `<section class="scenarios" aria-labelledby="scenarios">
      <h2 id="scenarios" tabindex="-1">Scenarios <span class="amount">${scenarios.length}</span></h2>
      <div class="columns">
        <div class="index">
          ${choice(shown)}
          <nav aria-label="Scenarios">
            <ol>
              ${shown.map((scenario, i) => entry(scenario, anchors.scenarios[i] ?? ''))}
            </ol>
          </nav>
        </div>
        <div class="all">
          ${shown.map((scenario, i) => scenarioSection(result, scenario, { id: anchors.scenarios[i] ?? '', room }))}${left > 0 ? (0,markup/* html */.qy) `<p class="aside">${(0,wording/* count */.U9)(left, 'more scenario')} with no room here: the JSON report has all.</p>` : undefined}
        </div>
      </div>
    </section>
    ${idle(result)}`;
}
/** The more is to be drawn, the less of each. */
function roomOf(scenarios) {
    const figures = Math.max(1, scenarios.reduce((sum, scenario) => sum + Math.min(6, (0,layout_lanes/* tablesOf */.tI)(scenario).length), 0));
    const between = (value, least, most) => Math.min(most, Math.max(least, Math.floor(value)));
    return { blocks: between(BLOCKS / figures, 24, 72), tableRows: between(TABLE_ROWS / figures, 12, 240) };
}
function entry(scenario, id) {
    const group = groupOf(scenario);
    const [fault] = (0,summary/* rowFaults */.Kh)(scenario);
    return (0,markup/* html */.qy) `<li class="g-${group}">
    <a href="#${id}"
      >${(0,marks/* markOf */.Fg)(group)}<span class="title">${(0,words/* scenarioTitle */.h1)((0,markup/* short */.h0)((0,words/* labelOf */.Wy)(scenario)))}</span>
      <span class="time">${(0,words/* seconds */.YA)(scenario.durationMs)}</span
      >${fault === undefined ? undefined : (0,markup/* html */.qy) `<span class="harm">${fault}</span>`}</a
    >
  </li> `;
}
/** Only where there is something to choose. */
function choice(scenarios) {
    const groups = GROUPS.map((group) => ({
        group,
        size: scenarios.filter((s) => groupOf(s) === group).length,
    }));
    const present = groups.filter(({ size }) => size > 0);
    if (present.length < 2)
        return markup/* NOTHING */.K$;
    const option = (id, words, size, checked) => (0,markup/* html */.qy) `<label
      ><input type="radio" name="show" id="show-${id}" ${checked ? (0,markup/* html */.qy) ` checked` : undefined} /><span
        >${words} <span class="amount">${size}</span></span
      ></label
    >`;
    return (0,markup/* html */.qy) `<fieldset class="choice">
    <legend>Show</legend>
    ${option('all', 'All', scenarios.length, true)}${present.map(({ group, size }) => option(group, group === 'warning' ? 'With warnings' : (0,marks/* markWord */.mo)(group), size, false))}
  </fieldset>`;
}
function idle(result) {
    const ids = (0,summary/* neverApplicable */.Mn)(result).map((id) => (0,markup/* short */.h0)(id, 80));
    if (ids.length === 0)
        return markup/* NOTHING */.K$;
    return (0,markup/* html */.qy) `<section aria-labelledby="idle">
    <h2 id="idle">Not applicable here</h2>
    <p class="quiet">Nothing to judge in any scenario: ${ids.slice(0, 60).join(', ')}.</p>
  </section>`;
}

// EXTERNAL MODULE: ./report/html/shell.js + 3 modules
var shell = __webpack_require__(71269);
;// CONCATENATED MODULE: ./report/html/page.js







/** Pure: the same result gives the same page. */
function renderHtml(result) {
    const anchors = anchorsOf(result);
    const { verdict } = result;
    return (0,shell/* pageOf */.Z)({
        title: `${VERDICT_WORDS[verdict]}: ${sentenceOf(result)}`,
        verdict,
        bar: (0,markup/* html */.qy) `${(0,marks/* bareMark */.I5)(verdict)}<strong>${VERDICT_WORDS[verdict]}</strong>
      <span class="tally">${tally(result)}</span>`,
        links: (0,markup/* html */.qy) `<a href="#verdict">Verdict</a
      >${anchors.findings.length > 0 ? (0,markup/* html */.qy) `<a href="#findings">Findings</a>` : undefined}<a href="#scenarios"
        >Scenarios</a
      >`,
        main: [lead(result, anchors), findingsSection(result, anchors), scenariosSection(result, anchors)],
        toolVersion: result.toolVersion,
    });
}


/***/ }),

/***/ 4416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   PP: () => (/* binding */ tableHead),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   jD: () => (/* binding */ tableRow),
/* harmony export */   q: () => (/* binding */ linked)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55896);
/** Text of strangers inside GitHub markdown: it stays text, whatever it holds. */

/** An invisible joint that keeps GitHub from linking users, issues and addresses; no printable text holds one. */
const JOINT = '\u200b';
const ENTITIES = new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['\\', '&#92;'],
    ['`', '&#96;'],
    ['|', '&#124;'],
    ['*', '&#42;'],
    ['[', '&#91;'],
    [']', '&#93;'],
    ['~', '&#126;'],
    ['@', '&#64;'],
    ['#', '&#35;'],
    // The way that GitHub documents: it reads formulas between dollars even where they are entities.
    ['$', '<span>$</span>'],
    [JOINT, '&#8203;'],
]);
const LONGEST = 600;
/** What GitHub may take for a commit's id. */
const COMMIT = /(?<![\p{L}\p{N}_])[0-9a-f]{7,}(?![\p{L}\p{N}_])/giu;
/** An emoji's short name, which a colon after the text may end; other numbers are minutes and lines. */
const EMOJI = /:(?=(?:100|1234|(?!\d+(?::|$))[\p{L}\p{N}_+-]+)(?::|$))/gu;
/** Whose hyphens are kept from breaking a line. */
const DATE = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g;
/** On one line; signs put on top of a letter without end would cover what stands around it. */
const plain = (text, length) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text).replace(/(\p{M}{8})\p{M}+/gu, '$1'), length);
/** Prose on one line, for a paragraph, a list item or a table cell. */
const prose = (text, length = LONGEST) => escaped(inert(plain(text, length)).replace(DATE, '$1\u2011$2\u2011$3'));
/** Broken where GitHub would notify, link or draw something. */
const inert = (text) => text
    .replace(/[@#]/g, `$&${JOINT}`)
    .replace(/:\/\//g, `:${JOINT}//`)
    .replace(/(www)\./gi, `$1${JOINT}.`)
    .replace(/(?<![\p{L}\p{N}])(GH|GHSA|CVE)-(?=[\p{L}\p{N}])/giu, `$1${JOINT}-`)
    .replace(COMMIT, (id) => id.replace(/.{6}(?=.)/g, `$&${JOINT}`))
    .replace(EMOJI, `:${JOINT}`);
/** Without any sign that markdown or HTML reads as more than itself. */
const escaped = (text) => text
    .replace(/[&<>\\`|*[\]~@#$\u200b]/g, (character) => ENTITIES.get(character) ?? '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/^([-+=/])/, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/^(\d+)([.)])(?=\s|$)/, (_, digits, sign) => `${digits}&#${sign.charCodeAt(0)};`);
/** A name or statement in the type of code. */
function code(text, length = LONGEST) {
    const shown = plain(text, length);
    if (shown === '')
        return '';
    return /^[^`|\\<$]+$/.test(shown) ? `\`${shown}\`` : `<code>${prose(shown, length)}</code>`;
}
/** Markdown that leads somewhere; as it is where there is no address. */
const linked = (markdown, address) => address === undefined ? markdown : `[${markdown}](${address})`;
/** A row of a table; its cells are already markdown. */
const tableRow = (cells) => `| ${cells.join(' | ')} |`;
/** A table's head with the line under it. */
const tableHead = (titles) => `${tableRow(titles)}\n|${titles.map(() => '---|').join('')}`;


/***/ }),

/***/ 19367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ majorOf),
/* harmony export */   M5: () => (/* binding */ unseenOn),
/* harmony export */   S5: () => (/* binding */ serversTold),
/* harmony export */   eZ: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27066);

/** `18` of 18.4 and of 18beta1. */
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;
/** What each version is told by: its major, where no other of them has the same. */
function namesOf(versions) {
    const majors = new Set([...versions].map(majorOf));
    return new Map([...versions].map((version) => [version, majors.size === versions.size ? majorOf(version) : version]));
}
/**
 * The other servers that a check came to no judgement on, in one at least of the scenarios in which it found something:
 * what was found may be there as well.
 * @param on where it was found.
 */
function unseenOn({ scenarios }, check, on) {
    const judged = ({ checks, verdict }) => (checks.find(({ id }) => id === check)?.verdict ?? verdict) !== 'inconclusive';
    const names = new Set(scenarios
        .filter(({ server, checks }) => server !== undefined && on.has(server) && checks.some(isFinding(check)))
        .map(({ name }) => name));
    const others = new Set(scenarios.flatMap(({ server }) => server ?? []).filter((server) => !on.has(server)));
    return [...others].filter((server) => [...names].some((name) => !scenarios.some((one) => one.server === server && one.name === name && judged(one))));
}
const isFinding = (check) => ({ id, verdict }) => id === check && (verdict === 'fail' || verdict === 'inconclusive');
/** ` on PostgreSQL 14 only`, of a joined result whose scenarios came to a verdict on some servers; empty otherwise. Without the last word where others are open. */
function serversTold({ scenarios }, verdict) {
    const all = new Set(scenarios.flatMap(({ server }) => server ?? []));
    const concerned = new Set(scenarios.filter((one) => one.verdict === verdict).flatMap(({ server }) => server ?? []));
    if (concerned.size === 0 || concerned.size === all.size)
        return '';
    const names = namesOf(all);
    const isOpen = scenarios.some((one) => one.server !== undefined && !concerned.has(one.server) && one.verdict === 'inconclusive');
    const told = ` on PostgreSQL ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)([...concerned].map((version) => names.get(version) ?? version))}`;
    return isOpen ? told : `${told} only`;
}


/***/ }),

/***/ 70975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ partitionsChange),
/* harmony export */   Kh: () => (/* binding */ rowFaults),
/* harmony export */   M2: () => (/* binding */ describeLayout),
/* harmony export */   Mn: () => (/* binding */ neverApplicable),
/* harmony export */   Og: () => (/* binding */ exclusiveLock),
/* harmony export */   Pi: () => (/* binding */ replayCommand),
/* harmony export */   WX: () => (/* binding */ groupedNotes),
/* harmony export */   _q: () => (/* binding */ scenariosWith),
/* harmony export */   tD: () => (/* binding */ checkIds),
/* harmony export */   uF: () => (/* binding */ judgesNothing),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   vJ: () => (/* binding */ rowsAccountedFor),
/* harmony export */   wj: () => (/* binding */ keepsRows),
/* harmony export */   wk: () => (/* binding */ scenarioCount)
/* harmony export */ });
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45743);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50893);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(361);
/* harmony import */ var _only_on_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19367);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27066);
/** What a run amounts to, in the few numbers and phrases that every form of report uses. */





/** Seeded rows that a run uses where nothing else is asked for. */
const DEFAULT_ROWS = 100_000;
const passes = (scenario, checkId) => scenario.checks.some((check) => check.id === checkId && check.verdict === 'pass');
/** Whether the scenario has proof that each seeded row is still there. */
const keepsRows = (scenario) => scenario.rows.before > 0 && scenario.rows.lost === 0 && passes(scenario, 'no-row-lost');
/** Seeded rows of all scenarios, as far as each was found again. */
const rowsAccountedFor = (result) => result.scenarios.reduce((sum, s) => sum + (passes(s, 'no-row-lost') ? s.rows.before : 0), 0);
const scenariosWith = (result, verdict) => result.scenarios.filter((scenario) => scenario.verdict === verdict);
/** Whether any check at all had a reason to look at partitions. */
const judgesNothing = (result) => result.verdict === 'pass' && result.tables.length === 0;
/** `3 scenarios`; of a share alone it says so, lest it be read as the whole run. */
const scenarioCount = ({ scenarios, shard }) => (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(scenarios.length, 'scenario') +
    (shard && shard.of > 1 ? ` of share ${shard.index}/${shard.of} alone` : '');
/** The share of a run's rows that a fault concerns: `3 of 100,000 rows`. */
const share = (part, whole) => `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh)(part)} of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(whole, 'row')}`;
const partitionCount = (layouts) => layouts.reduce((sum, layout) => sum + layout.partitions.length, 0);
/** `24 → 15 partitions`, `24 partitions`, or nothing where the number stays the same. */
function partitionsChange({ before, after }) {
    const from = partitionCount(before);
    const to = partitionCount(after);
    if (from === to)
        return undefined;
    return from === 0 ? (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(to, 'partition') : `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh)(from)} → ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(to, 'partition')}`;
}
/** `longest exclusive lock 12 ms`, of one scenario or several; undefined where none was seen. */
function exclusiveLock(scenarios) {
    const held = scenarios.flatMap((scenario) => scenario.exclusiveLockMs ?? []);
    return held.length > 0 ? `longest exclusive lock ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(Math.max(...held))}` : undefined;
}
/** The faults that a scenario's rows met, in words. */
function rowFaults({ rows }) {
    return [
        ...(rows.lost > 0 ? [`${share(rows.lost, rows.before)} lost`] : []),
        ...(rows.duplicated > 0 ? [`${share(rows.duplicated, rows.before)} duplicated`] : []),
        ...(rows.changed > 0 ? [`${share(rows.changed, rows.before)} changed`] : []),
    ];
}
/** The ids of a scenario's checks that fail, or that are inconclusive, each once. */
const checkIds = (scenario, kind) => [
    ...new Set(scenario.checks.filter((check) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(check) === kind).map((check) => check.id)),
];
/** `24 monthly partitions`, `24 partitions`. */
function describeLayout(layout) {
    const interval = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .commonInterval */ .$$)(layout);
    return (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(layout.partitions.length, interval ? `${interval} partition` : 'partition');
}
/**
 * The command that plays one scenario of a run again.
 * @param label of the scenario.
 */
function replayCommand(result, label) {
    const scenario = result.scenarios.find((one) => (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(one) === label);
    const major = scenario?.server === undefined ? undefined : (0,_only_on_js__WEBPACK_IMPORTED_MODULE_4__/* .majorOf */ .Ds)(scenario.server);
    return [
        'partition-guard validate',
        ...result.replayOptions.map(_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN),
        ...(major === undefined ? [] : [`--postgres ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN)(major)}`]),
        `--seed ${result.seed}`,
        ...(result.rows === DEFAULT_ROWS ? [] : [`--rows ${result.rows}`]),
        `--scenario ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN)(scenario?.name ?? label)}`,
    ].join(' ');
}
/** The scenarios' notes, each once with the scenarios it was made in. */
function groupedNotes(result) {
    const byNote = new Map();
    for (const scenario of result.scenarios) {
        for (const note of new Set(scenario.notes)) {
            const known = byNote.get(note);
            if (known)
                known.push((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario));
            else
                byNote.set(note, [(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario)]);
        }
    }
    return [...byNote].map(([note, scenarios]) => ({ note, scenarios }));
}
/** Checks that had nothing to judge in any scenario. */
function neverApplicable(result) {
    const checks = result.scenarios.flatMap((scenario) => scenario.checks);
    const judged = new Set(checks.filter((check) => check.verdict !== 'not-applicable').map((check) => check.id));
    return [...new Set(checks.map((check) => check.id))].filter((id) => !judged.has(id));
}


/***/ })

};
