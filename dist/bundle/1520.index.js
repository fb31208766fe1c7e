export const id = 1520;
export const ids = [1520];
export const modules = {

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

/***/ 6642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ commitAddress),
/* harmony export */   YM: () => (/* binding */ runAddress),
/* harmony export */   lU: () => (/* binding */ lineAddress),
/* harmony export */   qx: () => (/* binding */ pageAddress),
/* harmony export */   zB: () => (/* binding */ pathInRepository)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27066);

/** Where this project's own pages are read, ending in a slash; undefined as long as they have no public address. */
const PROJECT_PAGES = undefined;
/** Longer addresses are told as plain text: they would take the room of what they lead to. */
const LONGEST = 500;
/** The line of a file on the server; undefined where the file is not inside the repository. */
function lineAddress({ file, line }, links) {
    const path = pathInRepository(file)?.map(encodePart).join('/');
    const commit = links && baseOf(links);
    if (commit === undefined || path === undefined || !links)
        return undefined;
    const anchor = Number.isSafeInteger(line) && line > 0 ? `#L${line}` : '';
    return short(`${commit}/blob/${links.sha}/${path}${anchor}`);
}
/** The judged commit on the server. */
function commitAddress(links) {
    const base = baseOf(links);
    return base === undefined ? undefined : short(`${base}/commit/${links.sha}`);
}
/** The workflow run, where it is an address of the web. */
const runAddress = (links) => links?.runUrl === undefined ? undefined : webAddress(links.runUrl);
/** A check's page as an address, where this project's pages have one. */
const pageAddress = (check, pages = PROJECT_PAGES) => pages === undefined ? undefined : inert(`${pages}${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .pageOf */ .ZZ)(check)}`);
/** The parts of a path below the repository's root; undefined for one that leads out of it, or to nothing. */
function pathInRepository(file) {
    const parts = file.split('/').filter((part) => part !== '' && part !== '.');
    const leadsOut = /^(?:[/\\]|[A-Za-z]:|~)/.test(file) || parts.includes('..');
    return leadsOut || parts.length === 0 ? undefined : parts;
}
function baseOf({ serverUrl, repository, sha }) {
    const server = webAddress(serverUrl);
    if (server === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return undefined;
    return /^[0-9a-f]{7,64}$/i.test(sha) ? `${server.replace(/\/+$/, '')}/${repository}` : undefined;
}
/** As the address parser writes it, with what markdown reads made inert; undefined for all but http and https. */
function webAddress(text) {
    if (!URL.canParse(text))
        return undefined;
    const { protocol, origin, pathname, search } = new URL(text);
    if (protocol !== 'https:' && protocol !== 'http:')
        return undefined;
    return short(inert(`${origin}${pathname}${search}`));
}
const short = (address) => (address.length > LONGEST ? undefined : address);
/** Halves of surrogate pairs, which no address can hold, become the sign for what can't be shown. */
const encodePart = (part) => inert(encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')));
const inert = (address) => address.replace(/[!'()*<>[\]\\`|"{}^\s~$]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);


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

/***/ 71520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EVERYTHING: () => (/* binding */ EVERYTHING),
  renderMarkdown: () => (/* binding */ renderMarkdown),
  reportOf: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/findings.js
var report_findings = __webpack_require__(50893);
// EXTERNAL MODULE: ./domain/instant.js
var domain_instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/interval.js
var interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./report/gantt-runs.js


/** Two next to each other are still told by name. */
const SHORTEST_RUN = 3;
/** The tasks by time, with each run of partitions of one interval as one; only of those that `joins` says. */
function joinRuns(tasks, joins) {
    const runs = [];
    for (const task of tasks) {
        const run = runs.at(-1);
        const last = run?.at(-1);
        if (run && last && joins(task) && follows(last, task))
            run.push(task);
        else
            runs.push([task]);
    }
    return runs.flatMap((run) => (run.length < SHORTEST_RUN ? run : [joined(run)]));
}
const follows = (a, b) => a.partition !== undefined &&
    b.partition !== undefined &&
    a.upper === b.lower &&
    a.tag === b.tag &&
    a.rank === b.rank &&
    intervalName(a) === intervalName(b);
function joined(run) {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last)
        throw new RangeError('a run is of three partitions at least');
    const interval = intervalName(first);
    const rows = run.reduce((sum, task) => sum + (task.partition?.rows ?? 0), 0);
    const many = [(0,wording/* thousands */.oh)(run.length), ...(interval ? [interval] : [])].join(' ');
    return {
        ...first,
        // Short: on a phone there is no room beside a bar, and where it ends is seen.
        label: `${many} from ${first.partition?.name ?? ''} (${rows > 0 ? (0,wording/* count */.U9)(rows, 'row') : 'empty'})`,
        upper: last.upper,
    };
}
const intervalName = ({ lower, upper }) => interval/* INTERVAL_NAMES */.Lm.find((name) => (0,interval/* isOneInterval */.Cf)(lower, upper, (0,interval/* intervalOf */.XF)(name)));

// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./report/gantt.js
/** Layouts before and after as a mermaid gantt, which GitHub draws. */







const MOST_TASKS = 40;
/** More than a reader takes in: then like partitions in a row are one bar, unchanged ones first. */
const READABLE = 20;
const LABEL_LENGTH = 60;
/** Years that mermaid's date format reads. */
const EARLIEST = (0,domain_instant/* instantOf */.B9)({ year: 1000, month: 1, day: 1 });
const LATEST = (0,domain_instant/* instantOf */.B9)({ year: 9999, month: 12, day: 31 });
/** @returns undefined where no partition has two finite ends. */
function renderGantt({ title, before, after }) {
    const window = (0,domain_layout/* maintainedWindow */.Dh)(before, after);
    if (!window)
        return undefined;
    const own = (0,domain_layout/* maintainedWindow */.Dh)(before);
    const sections = readable(onceWhereSame([
        { name: 'before', tasks: before && own ? tasksOf(before, after, { drawn: window, judged: own }) : [] },
        { name: 'after', tasks: after ? tasksOf(after, before, { drawn: window, judged: window }) : [] },
    ]));
    const share = Math.floor(MOST_TASKS / sections.length);
    const spare = sections.reduce((sum, { tasks }) => sum + Math.max(0, share - tasks.length), 0);
    const shown = sections.map(({ name, tasks }) => ({ name, tasks: gravest(tasks, share + spare) }));
    const all = sections.reduce((sum, { tasks }) => sum + tasks.length, 0);
    const drawn = shown.reduce((sum, { tasks }) => sum + tasks.length, 0);
    return {
        lines: [
            'gantt',
            `  title ${safe(title) || 'layout'}`,
            '  dateFormat YYYY-MM-DD',
            ...axis(window),
            // It would be drawn where the reader's clock is, not the run's.
            '  todayMarker off',
            ...shown.flatMap(({ name, tasks }) => [`  section ${name}`, ...taskLines(tasks)]),
        ],
        omitted: all - drawn,
    };
}
const MONTH = 30n * domain_instant/* DAY */.d_;
/** Labels that a phone has room for. */
const MOST_TICKS = 6n;
/** Within a year: mermaid counts months from January on. */
const STEPS = [1n, 3n, 6n, 12n];
/** Labels that do not cover each other; mermaid finds its own where days or many years are to be told. */
function axis({ lower, upper }) {
    const months = (upper - lower) / MONTH;
    if (months < 2n)
        return ['  axisFormat %d %b'];
    const step = STEPS.find((n) => months / n < MOST_TICKS);
    if (step === undefined)
        return ['  axisFormat %Y'];
    return [`  axisFormat ${step < 12n ? '%b %Y' : '%Y'}`, `  tickInterval ${step}month`];
}
/** What nothing has changed is drawn once. */
function onceWhereSame(sections) {
    const drawn = sections.filter(({ tasks }) => tasks.length > 0);
    const [before, after] = drawn;
    if (!before || !after || before.tasks.length !== after.tasks.length)
        return drawn;
    const same = before.tasks.every(({ label, lower, upper }, i) => {
        const other = after.tasks[i];
        return other?.label === label && other.lower === lower && other.upper === upper;
    });
    return same ? [{ name: 'before and after', tasks: before.tasks }] : drawn;
}
/** Joined as far as it takes to be read at a glance. */
function readable(sections) {
    const join = (all, joins) => all.reduce((sum, { tasks }) => sum + tasks.length, 0) <= READABLE
        ? all
        : all.map(({ name, tasks }) => ({ name, tasks: joinRuns(tasks, joins) }));
    return join(join(sections, (task) => task.rank > 1), () => true);
}
/** The partitions of a layout, with the gaps and overlaps that it has, by time. */
function tasksOf(layout, other, { drawn, judged }) {
    const margin = (drawn.upper - drawn.lower) / 12n + domain_instant/* DAY */.d_;
    const spanOf = ({ lower, upper }) => ({
        lower: lower.kind === 'finite' ? lower.at : drawn.lower - margin,
        upper: upper.kind === 'finite' ? upper.at : drawn.upper + margin,
    });
    const known = new Map((0,domain_layout/* rangePartitions */.N2)(other ?? { ...layout, partitions: [] }).map((p) => [p.name, p.range]));
    const partitions = (0,domain_layout/* rangePartitions */.N2)(layout).map((partition) => {
        const { name, range, rows } = partition;
        const before = known.get(name);
        const unchanged = before !== undefined && (0,domain_range/* equalRanges */.dk)(before, range);
        const facts = [rows > 0 ? (0,wording/* count */.U9)(rows, 'row') : 'empty', ...unboundedEnds(range)].join(', ');
        return {
            label: `${shortName(name, layout.table)} (${facts})`,
            tag: rows > 0 ? 'done' : undefined,
            ...spanOf(range),
            rank: unchanged ? 2 : 1,
            ...(isDrawable(range) ? { partition: { name: shortName(name, layout.table), rows } } : {}),
        };
    });
    const caught = (0,domain_layout/* defaultPartition */.qs)(layout) !== undefined;
    const gaps = (0,domain_layout/* findGaps */.$0)(layout, judged).map((range) => {
        const span = spanOf(range);
        const from = (0,domain_instant/* formatDay */.im)(span.lower);
        return {
            label: caught ? `default partition from ${from}` : `gap from ${from}`,
            tag: caught ? undefined : 'crit',
            lower: span.lower,
            upper: startOfDay(span.upper + domain_instant/* DAY */.d_ - 1n),
            rank: 0,
        };
    });
    const overlaps = (0,domain_layout/* findOverlaps */.sU)(layout).map(({ first, second, range }) => {
        const names = [first, second].map((p) => shortName(p.name, layout.table)).join(' and ');
        return { label: `overlap of ${names}`, tag: 'crit', ...spanOf(range), rank: 0 };
    });
    return byTime([...partitions, ...gaps, ...overlaps]);
}
/** With two ends within the years that mermaid reads. */
const isDrawable = ({ lower, upper }) => lower.kind === 'finite' && upper.kind === 'finite' && lower.at >= EARLIEST && upper.at <= LATEST;
const unboundedEnds = ({ lower, upper }) => [
    ...(lower.kind === 'finite' ? [] : ['from MINVALUE']),
    ...(upper.kind === 'finite' ? [] : ['to MAXVALUE']),
];
const byTime = (tasks) => [...tasks].sort((a, b) => (a.lower < b.lower ? -1 : a.lower > b.lower ? 1 : 0));
/** What matters most and, among equals, comes last: the future is what a change is about. */
const gravest = (tasks, limit) => byTime(tasks
    .map((task, index) => ({ task, index }))
    .sort((a, b) => a.task.rank - b.task.rank || b.index - a.index)
    .slice(0, limit)
    .map(({ task }) => task));
function taskLines(tasks) {
    const used = new Map();
    return tasks.map(({ label, tag, lower, upper }) => {
        const name = safe(label) || 'partition';
        const times = (used.get(name) ?? 0) + 1;
        used.set(name, times);
        const start = clamp(startOfDay(lower));
        const end = clamp(startOfDay(upper));
        const dates = `${(0,domain_instant/* formatDay */.im)(start)}, ${(0,domain_instant/* formatDay */.im)(end > start ? end : start + domain_instant/* DAY */.d_)}`;
        return `  ${times === 1 ? name : `${name} no. ${times}`} :${tag ? `${tag}, ` : ''}${dates}`;
    });
}
const startOfDay = (instant) => {
    const ofDay = instant % domain_instant/* DAY */.d_;
    return instant - (ofDay < 0n ? ofDay + domain_instant/* DAY */.d_ : ofDay);
};
const clamp = (instant) => instant < EARLIEST ? EARLIEST : instant >= LATEST ? LATEST - domain_instant/* DAY */.d_ : instant;
/** A partition's name without its schema and without its table's name in front. */
function shortName(name, table) {
    const bare = (0,words/* withoutSchema */.yU)(name);
    const prefix = `${(0,words/* withoutSchema */.yU)(table)}_`;
    return bare.startsWith(prefix) && bare.length > prefix.length ? bare.slice(prefix.length) : bare;
}
/** What begins a statement of a gantt, and so must not begin a task's name. */
const KEYWORD = /^(?:gantt|inclusiveEndDates|topAxis|acc(?:Title|Descr)|(?:title|section|click|call|href|dateFormat|axisFormat|tickInterval|todayMarker|weekday|weekend|includes|excludes)\b)/i;
/** Letters, digits and a few signs that mean nothing to mermaid; a date in front would be read as one. */
function safe(label) {
    const kept = (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(label)
        .replaceAll('-', '\u2011')
        .replace(/[^\p{L}\p{N}_ (),.…\u2011]/gu, '_'), LABEL_LENGTH).trim();
    return KEYWORD.test(kept) ? `_${kept}` : kept;
}

// EXTERNAL MODULE: ./report/sections.js
var sections = __webpack_require__(72331);
// EXTERNAL MODULE: ./report/summary.js
var summary = __webpack_require__(70975);
;// CONCATENATED MODULE: ./report/chart.js
/** The chart of a run: the layouts of the scenario that matters most, in a fence that GitHub draws. */







/** Of the scenario of the gravest finding, else of one that fails, else of an interval change. */
function layoutSection(result) {
    const gravest = (0,report_findings/* findingsOf */.W)(result)[0]?.scenarios[0];
    const candidates = [
        ...result.scenarios.filter((s) => (0,words/* labelOf */.Wy)(s) === gravest && s.verdict !== 'pass'),
        ...(0,summary/* scenariosWith */._q)(result, 'fail'),
        ...(0,summary/* scenariosWith */._q)(result, 'inconclusive'),
        ...result.scenarios.filter((s) => s.name.startsWith('change:')),
        ...result.scenarios,
    ];
    for (const scenario of candidates) {
        const text = chartOf(scenario);
        if (text !== undefined)
            return { name: 'the layouts', items: [{ text, need: sections/* NEED */.$.layout }] };
    }
    return { name: 'the layouts', items: [] };
}
function chartOf(scenario) {
    const table = tableToDraw(scenario);
    if (table === undefined)
        return undefined;
    const of = (all) => all.find((layout) => layout.table === table);
    const after = of(scenario.after);
    const played = (0,words/* scenarioTitle */.h1)((0,words/* labelOf */.Wy)(scenario))
        .replace(/^change /, '')
        .replaceAll('→', 'to');
    const title = `${(0,words/* withoutSchema */.yU)(table)}, ${played}`;
    const gantt = renderGantt({ title, before: of(scenario.before), after });
    if (!gantt)
        return undefined;
    const catchAll = after && (0,domain_layout/* defaultPartition */.qs)(after);
    const remarks = [
        ...(catchAll ? [`The default partition holds ${(0,wording/* count */.U9)(catchAll.rows, 'row')}.`] : []),
        ...(gantt.omitted > 0 ? [`${(0,wording/* count */.U9)(gantt.omitted, 'more entry', 'more entries')} not drawn.`] : []),
    ].join(' ');
    return ['```mermaid', ...gantt.lines, '```', ...(remarks === '' ? [] : ['', remarks])].join('\n');
}
/** A table with a gap, else one whose partitions change, else the first. */
function tableToDraw({ before, after }) {
    const of = (all, table) => all.find((l) => l.table === table);
    const tables = [...new Set([...after, ...before].map((layout) => layout.table))];
    const broken = tables.find((table) => {
        const now = of(after, table);
        const window = (0,domain_layout/* maintainedWindow */.Dh)(of(before, table), now);
        return now && window && (0,domain_layout/* findGaps */.$0)(now, window).length > 0;
    });
    const names = (layout) => (layout?.partitions ?? []).map((p) => p.name).join('\n');
    const changing = tables.find((table) => names(of(before, table)) !== names(of(after, table)));
    return broken ?? changing ?? tables[0];
}

// EXTERNAL MODULE: ./report/headline.js
var headline = __webpack_require__(39087);
// EXTERNAL MODULE: ./report/links.js
var report_links = __webpack_require__(6642);
// EXTERNAL MODULE: ./report/markdown-text.js
var markdown_text = __webpack_require__(4416);
// EXTERNAL MODULE: ./report/places.js
var places = __webpack_require__(72855);
;// CONCATENATED MODULE: ./report/findings-sections.js









const MARKS = { failure: '❌', inconclusive: '❔', warning: '⚠️' };
const ADVICE_LENGTH = 240;
const EXAMPLES = 5;
const EXAMPLE_LENGTH = 200;
/** What was found, where, and what to do: a row a finding. */
function findingsTable(result, links, most) {
    const findings = (0,report_findings/* findingsOf */.W)(result);
    const locations = findings.flatMap(({ check }) => (check.location ? [check.location] : []));
    const placeOf = (0,places/* shortPlaces */.t)(locations, links);
    const items = findings.map(({ kind, check, scenarios }) => ({
        need: sections/* NEED */.$.finding,
        text: (0,markdown_text/* tableRow */.jD)([
            `${MARKS[kind]} ${(0,markdown_text/* code */.aY)(check.id, 80)}, ${(0,markdown_text/* prose */.CS)((0,headline/* whereMet */.QG)(scenarios), 120)}`,
            check.location ? placeOf(check.location) : '',
            (0,markdown_text/* prose */.CS)(advice(kind, check), ADVICE_LENGTH),
        ]),
    }));
    return { name: 'finding', head: (0,markdown_text/* tableHead */.PP)(['check', 'where', 'what to do']), items, most };
}
/** The remedy; where that says little without what was found, that first. */
const advice = (kind, { message, remedy }) => kind === 'failure' && remedy !== '' ? remedy : [message, remedy].filter((text) => text !== '').join(' ');
/** Every finding in its own words, with its first examples and the command that plays it again. */
function findingsInFull(result, links, most) {
    const items = (0,report_findings/* findingsOf */.W)(result).map((finding) => ({
        need: sections/* NEED */.$.proof,
        text: inFull(result, finding, links),
    }));
    return { name: 'finding', aspect: 'the details', items, most };
}
function inFull(result, finding, links) {
    const { kind, check, scenarios } = finding;
    const [first] = scenarios;
    const { statement, examples, unlisted = 0 } = check.evidence;
    const shown = examples.slice(0, EXAMPLES);
    const more = examples.length - shown.length + unlisted;
    const place = [
        ...(check.location ? [(0,places/* fullPlace */.Z)(check.location, links)] : []),
        ...(statement ? [(0,markdown_text/* code */.aY)(statement, EXAMPLE_LENGTH)] : []),
    ].join(': ');
    const points = [
        ...(place === '' ? [] : [place]),
        ...shown.map(example),
        ...(shown.length > 0 && more > 0 ? [`… and ${(0,wording/* thousands */.oh)(more)} more`] : []),
        ...(check.remedy === '' ? [] : [`→ ${(0,markdown_text/* prose */.CS)(check.remedy)}`]),
        `The check: ${page(check.id)}`,
        ...(check.verdict === 'fail' ? [`Play it again: ${(0,markdown_text/* code */.aY)((0,summary/* replayCommand */.Pi)(result, first), 300)}`] : []),
    ];
    return [
        `- ${MARKS[kind]} ${(0,markdown_text/* code */.aY)(check.id, 80)} in ${(0,markdown_text/* prose */.CS)(met(result, scenarios), 240)}: ${(0,markdown_text/* prose */.CS)(check.message)}`,
        ...points.map((point) => `  - ${point}`),
    ].join('\n');
}
/** All of a few, of many how many and the first. */
const met = (result, [first, ...others]) => others.length < 3
    ? (0,words/* listed */.KE)([first, ...others].map(words/* scenarioTitle */.h1))
    : `${(0,wording/* thousands */.oh)(others.length + 1)} of ${(0,wording/* count */.U9)(result.scenarios.length, 'scenario')}, first ${(0,words/* scenarioTitle */.h1)(first)}`;
/** Leads to the page where that has an address; a path of this project would lead nowhere in another's repository. */
const page = (id) => {
    const address = (0,report_links/* pageAddress */.qx)(id);
    return (0,markdown_text/* linked */.q)((0,markdown_text/* code */.aY)((0,words/* pageOf */.ZZ)(id), 120), address) + (address === undefined ? ' of partition-guard' : '');
};
/** A row as the checks tell it: its key, when, and where it was. */
const ROW = /^(.+) at (\d{4,}-\d\d-\d\d\S*(?: \d\d:\S+)?), of (.+)$/su;
function example(line) {
    const [, key, at, rest] = ROW.exec(line) ?? [];
    if (key === undefined || at === undefined || rest === undefined)
        return (0,markdown_text/* prose */.CS)(line, EXAMPLE_LENGTH);
    return `${(0,markdown_text/* code */.aY)(key, 80)} at ${(0,markdown_text/* prose */.CS)(at, 40)}, of ${(0,markdown_text/* prose */.CS)(rest, EXAMPLE_LENGTH)}`;
}
const KEYS = 3;
const FIRST = new Map(Object.entries({
    'no-row-lost': 'First lost',
    'no-row-duplicated': 'First of them',
    'no-row-changed': 'First changed',
}));
/** `First lost: b1, b2 and b3.`, of a finding about rows; how many there are, it says itself. */
function firstKeys({ id, evidence }) {
    const keys = evidence.examples.flatMap((line) => ROW.exec(line)?.[1] ?? []);
    if (keys.length === 0)
        return undefined;
    const shown = keys.slice(0, KEYS).map((key) => (0,markdown_text/* code */.aY)(key, 60));
    return `${FIRST.get(id) ?? 'First'}: ${(0,words/* listed */.KE)(shown)}.`;
}

;// CONCATENATED MODULE: ./report/lead.js








/** One paragraph; empty where there is nothing to tell. */
function lead(result, links) {
    const [gravest] = (0,report_findings/* findingsOf */.W)(result);
    return result.verdict === 'pass' || !gravest ? outcome(result) : harm(gravest.check, links);
}
function harm(check, links) {
    const { location, message, evidence } = check;
    const keys = firstKeys(check);
    const statement = evidence.statement ? (0,markdown_text/* code */.aY)(evidence.statement, 160) : '';
    const place = location ? [(0,places/* fullPlace */.Z)(location, links), ...(statement ? [statement] : [])].join(': ') : '';
    // Ended before it is escaped: a number with a full stop after it would begin a list.
    const said = (0,printable/* printable */.g$)(message);
    const told = (0,markdown_text/* prose */.CS)(/[.!?…]$/.test(said) ? said : `${said}.`);
    return [
        said === '' ? '' : told,
        ...(keys === undefined ? [] : [keys]),
        ...(place === '' ? [] : [`See ${place}`]),
    ]
        .filter((sentence) => sentence !== '')
        .join(' ');
}
const isRunway = (note) => note.startsWith('Writes ');
/** Notes about the run that the lead does not tell. */
const otherNotes = (result) => result.verdict === 'pass' ? result.notes.filter((note) => !isRunway(note)) : [...result.notes];
const NOTHING = 'No table is, or becomes, partitioned by range on a date or time: the migrations were run, and nothing else was judged.';
/** What the tables became, how long writes keep working, and how long readers stood still. */
function outcome(result) {
    if ((0,summary/* judgesNothing */.uF)(result))
        return NOTHING;
    const lock = (0,summary/* exclusiveLock */.Og)(result.scenarios);
    const parts = [
        ...transitions(result),
        ...result.notes.filter(isRunway).map((note) => {
            const told = (0,markdown_text/* prose */.CS)(note).replace(/\.$/, '');
            return told.slice(0, 1).toLowerCase() + told.slice(1);
        }),
        ...(lock === undefined ? [] : [lock]),
    ].join('; ');
    return parts === '' ? '' : `${parts.replace(/^[a-z]/, (letter) => letter.toUpperCase())}.`;
}
const TABLES = 3;
/** What the tables go from and to, as the upgrade or, without one, the fresh scenario left them. */
function transitions(result) {
    const upgrade = result.scenarios.find((s) => s.name === 'upgrade');
    const seen = upgrade ?? result.scenarios.find((s) => s.name === 'fresh');
    const byWords = new Map();
    for (const layout of seen?.after ?? []) {
        const before = seen?.before.find((other) => other.table === layout.table);
        const now = (0,summary/* describeLayout */.M2)(layout);
        const wasPlain = !before && upgrade !== undefined && upgrade.rows.before > 0;
        const was = before ? (0,summary/* describeLayout */.M2)(before) : wasPlain ? 'unpartitioned' : now;
        const one = was === now ? `has ${now}` : `goes from ${was} to ${now}`;
        const group = byWords.get(one) ?? { one, tables: [] };
        group.tables.push(layout.table);
        byWords.set(one, group);
    }
    const groups = [...byWords.values()];
    const untold = groups.slice(TABLES).reduce((sum, { tables }) => sum + tables.length, 0);
    const told = groups.slice(0, TABLES).map(({ one, tables }) => {
        const many = one.replace(/^has /, 'have ').replace(/^goes /, 'go ');
        const names = tables.slice(0, TABLES).map((table) => (0,markdown_text/* code */.aY)((0,words/* withoutSchema */.yU)(table), 80));
        const more = tables.length - names.length;
        return `${(0,words/* listed */.KE)([...names, ...(more > 0 ? [`${(0,wording/* thousands */.oh)(more)} more`] : [])])} ${tables.length === 1 ? one : many}`;
    });
    return untold > 0 ? [...told, (0,wording/* count */.U9)(untold, 'more table')] : told;
}

;// CONCATENATED MODULE: ./report/scenario-sections.js







/** `15 scenarios, 1,400,000 rows accounted for, PostgreSQL 16.4, seed 1, 7.9 s`. */
function factsOf(result) {
    const rows = (0,summary/* rowsAccountedFor */.vJ)(result);
    return [
        (0,wording/* count */.U9)(result.scenarios.length, 'scenario'),
        ...(rows > 0 ? [`${(0,wording/* count */.U9)(rows, 'row')} accounted for`] : []),
        `PostgreSQL ${(0,markdown_text/* prose */.CS)((0,words/* listed */.KE)(serversOf(result)), 80)}`,
        `seed ${result.seed}`,
        (0,words/* seconds */.YA)(result.durationMs).replace(' ', '&nbsp;'),
    ].join(', ');
}
/** Those that the scenarios were played on, where several runs are joined. */
function serversOf({ scenarios, server }) {
    const joined = new Set(scenarios.flatMap((scenario) => scenario.server ?? []));
    return joined.size > 0 ? [...joined] : [server.version];
}
const VERDICTS = { pass: '✅', inconclusive: '❔', fail: '❌' };
/** What had nothing to judge passes, and is no proof. */
const markOf = ({ verdict, checks }) => verdict === 'pass' && !checks.some((check) => check.verdict === 'pass') ? '➖' : VERDICTS[verdict];
/** A row a scenario. */
function scenarioTable(result, most) {
    const items = result.scenarios.map((scenario) => ({
        need: scenario.verdict === 'pass' ? sections/* NEED */.$.passingScenario : sections/* NEED */.$.scenario,
        text: (0,markdown_text/* tableRow */.jD)([
            `${markOf(scenario)} ${(0,markdown_text/* prose */.CS)((0,words/* scenarioTitle */.h1)((0,words/* labelOf */.Wy)(scenario)), 120)}`,
            rowsOf(scenario),
            // The column's title says of what.
            ((0,summary/* partitionsChange */.G9)(scenario) ?? '').replace(/ partitions?$/, ''),
            (0,words/* seconds */.YA)(scenario.durationMs),
        ]),
    }));
    return {
        name: 'scenario',
        head: (0,markdown_text/* tableHead */.PP)(['scenario', 'rows', 'partitions', 'time']),
        items,
        most,
    };
}
const rowsOf = (scenario) => [...((0,summary/* keepsRows */.wj)(scenario) ? [`${(0,wording/* thousands */.oh)(scenario.rows.before)} kept`] : []), ...(0,summary/* rowFaults */.Kh)(scenario)].join(', ');
/** What was not judged, and what else there is to say of the run. */
function notesSection(result, most) {
    const notes = [
        ...otherNotes(result).map((note) => (0,markdown_text/* prose */.CS)(note)),
        ...(0,summary/* groupedNotes */.WX)(result).map(({ note, scenarios }) => `${(0,markdown_text/* prose */.CS)(note)} (${(0,markdown_text/* prose */.CS)((0,words/* listedUpTo */.MH)(scenarios.map(words/* scenarioTitle */.h1), 3), 240)})`),
    ];
    const idle = (0,summary/* neverApplicable */.Mn)(result).map((id) => (0,printable/* printable */.g$)(id));
    const lines = [...notes, ...(idle.length > 0 ? [`Not applicable here: ${(0,markdown_text/* prose */.CS)(idle.join(', '))}`] : [])];
    return {
        name: 'note',
        head: '**What else there is to know**\n',
        items: lines.map((line) => ({ text: `- ${line}`, need: sections/* NEED */.$.note })),
        most,
    };
}

;// CONCATENATED MODULE: ./report/markdown.js









const EVERYTHING = {
    findings: Infinity,
    details: Infinity,
    scenarios: Infinity,
    notes: Infinity,
};
/** All of it, whatever its length: for a file. */
const renderMarkdown = (result) => (0,sections/* assemble */.f)(reportOf(result, { lengths: EVERYTHING }), {
    most: Infinity,
    measure: (text) => text.length,
    elsewhere: '',
});
/** What passes is short: all but the verdict and what it rests on is folded. */
function reportOf(result, { lengths, links, marker }) {
    const heading = `### ${(0,headline/* headline */.Pl)(result)}`;
    const head = marker === undefined ? heading : `${marker}\n${heading}`;
    const meaning = leadSection(result, links);
    const table = findingsTable(result, links, lengths.findings);
    const details = findingsInFull(result, links, lengths.details);
    const layouts = layoutSection(result);
    const rest = [scenarioTable(result, lengths.scenarios), notesSection(result, lengths.notes), judged(links)];
    if (result.verdict === 'pass') {
        const sections = [details, layouts, ...rest];
        return {
            head,
            open: [meaning, table],
            folds: [
                {
                    summary: `${(0,summary/* judgesNothing */.uF)(result) ? 'What was played' : 'What was proven'}: ${factsOf(result)}`,
                    sections,
                },
            ],
        };
    }
    const found = details.items.length === 0 ? [] : [{ summary: FOUND, sections: [details] }];
    return {
        head,
        open: [meaning, table, layouts],
        folds: [...found, { summary: factsOf(result), sections: rest }],
    };
}
function leadSection(result, links) {
    const text = lead(result, links);
    return {
        name: 'the sentence on the gravest finding',
        items: text === '' ? [] : [{ text, need: sections/* NEED */.$.lead }],
    };
}
const FOUND = 'What was found, with examples and how to play it again';
/** Which commit this is about: a comment can be older than what is there by now. */
function judged(links) {
    const address = links && (0,report_links/* commitAddress */.IR)(links);
    if (!links || address === undefined)
        return { name: 'the commit', items: [] };
    const text = `Judged: commit ${(0,markdown_text/* linked */.q)(`\`${links.sha.slice(0, 7)}\``, address)}.`;
    return { name: 'the commit', items: [{ text, need: Infinity }] };
}


/***/ }),

/***/ 72855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ fullPlace),
/* harmony export */   t: () => (/* binding */ shortPlaces)
/* harmony export */ });
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6642);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4416);


/** `V1__create.sql line 24`, with its folder where the place is not linked. */
function fullPlace(location, links) {
    const address = (0,_links_js__WEBPACK_IMPORTED_MODULE_1__/* .lineAddress */ .lU)(location, links);
    const name = address === undefined ? location.file : baseName(location.file);
    return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .linked */ .q)(`${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name, 160)} line ${location.line}`, address);
}
/** Writes a place as `V1 line 24` where, of all files that are told of, no other one is meant by that. */
function shortPlaces(all, links) {
    const files = new Set(all.map(({ file }) => file));
    const bearers = new Map();
    for (const file of files)
        bearers.set(shortName(file), (bearers.get(shortName(file)) ?? 0) + 1);
    return (location) => {
        const short = shortName(location.file);
        const name = (bearers.get(short) ?? 0) > 1 ? location.file : short;
        return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .linked */ .q)(`${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name, 80)} line&nbsp;${location.line}`, (0,_links_js__WEBPACK_IMPORTED_MODULE_1__/* .lineAddress */ .lU)(location, links));
    };
}
const shortName = (file) => /^[VB][0-9._]+(?=__)/.exec(baseName(file))?.[0] ?? baseName(file);
const baseName = (file) => file.split('/').findLast((part) => part !== '') ?? file;


/***/ }),

/***/ 72331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ NEED),
/* harmony export */   f: () => (/* binding */ assemble)
/* harmony export */ });
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27066);
/** A report as sections of whole items, and how it is cut to a limit: the least needed items first, and that is said. */


/** What is left out first where a report is too long, and what last. */
const NEED = {
    passingScenario: 0,
    note: 1,
    layout: 2,
    proof: 3,
    scenario: 4,
    finding: 5,
    lead: 6,
};
/** Room kept for saying what was cut. */
const NOTICE = 1_000;
/** The report within its limit; the head alone where even that is too long. */
function assemble(report, limit) {
    const sections = [...report.open, ...report.folds.flatMap((fold) => fold.sections)];
    const dropped = new Set(sections.flatMap(beyondReach));
    const whole = render(report, dropped, limit);
    if (limit.measure(whole) <= limit.most)
        return whole;
    drop(sections, dropped, limit.measure(whole) + NOTICE - limit.most, limit.measure);
    const cut = render(report, dropped, limit);
    return limit.measure(cut) <= limit.most ? cut : `${report.head}\n`;
}
/** Items that would not be read: those that need it least, and of these the last. */
const beyondReach = (section) => leastNeeded([section]).slice(0, Math.max(0, section.items.length - (section.most ?? Infinity)));
/** Drops items until what they took, with what falls with them, is as much as is over. */
function drop(sections, dropped, over, measure) {
    let saved = 0;
    for (const item of leastNeeded(sections)) {
        if (saved >= over)
            return;
        if (dropped.has(item))
            continue;
        dropped.add(item);
        saved += measure(item.text);
    }
}
const leastNeeded = (sections) => sections
    .flatMap((section) => section.items)
    .map((item, place) => ({ item, place }))
    .sort((a, b) => a.item.need - b.item.need || b.place - a.place)
    .map(({ item }) => item);
function render({ head, open, folds }, dropped, { elsewhere }) {
    const told = (sections) => sections.flatMap((section) => renderSection(section, dropped));
    const folded = folds.flatMap(({ summary, sections }) => {
        const bodies = told(sections);
        return bodies.length > 0
            ? [`<details><summary>${summary}</summary>`, ...bodies, '</details>']
            : [summary];
    });
    const sections = [...open, ...folds.flatMap((fold) => fold.sections)];
    const missing = sections.flatMap((section) => missingOf(section, dropped));
    const notice = missing.length > 0
        ? [`Left out here for its length: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)([...new Set(missing)])}. ${elsewhere}`]
        : [];
    return `${[head, ...told(open), ...folded, ...notice].join('\n\n')}\n`;
}
function renderSection({ head, items }, dropped) {
    const kept = items.filter((item) => !dropped.has(item)).map((item) => item.text);
    return kept.length === 0 ? [] : [[...(head === undefined ? [] : [head]), ...kept].join('\n')];
}
/** `the layouts`, `230 of 250 scenarios`, `all 67 notes`, `the details of 3 findings`. */
function missingOf({ name, aspect, items }, dropped) {
    const missing = items.filter((item) => dropped.has(item)).length;
    if (missing === 0)
        return [];
    if (name.startsWith('the '))
        return [name];
    if (aspect !== undefined)
        return [`${aspect} of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(missing, name)}`];
    const all = (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(items.length, name);
    if (missing < items.length)
        return [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .thousands */ .oh)(missing)} of ${all}`];
    return [missing === 1 ? `the ${name}` : `all ${all}`];
}


/***/ })

};
