export const id = 7945;
export const ids = [7945];
export const modules = {

/***/ 44932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ wholePaths),
/* harmony export */   U: () => (/* binding */ writeDefaultReports)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53490);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(446);
/** The reports that are written without being asked for, so that a later step can keep them. */




const BY_DEFAULT = ['json', 'html'];
/** In the folder that the runner empties after the job; nothing where it names none. Hands back where they are. */
async function writeDefaultReports(env, judged) {
    const parent = env['RUNNER_TEMP'];
    const kinds = _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .REPORT_KINDS */ .t.filter((kind) => BY_DEFAULT.includes(kind) && judged.reports[kind] === undefined);
    if (!parent || kinds.length === 0)
        return {};
    // Of its own for each step: an action can be used twice in a job.
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, 'partition-guard-'));
    const reports = Object.fromEntries(kinds.map((kind) => [kind, `report.${kind}`]));
    await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeReports */ .Li)(folder, reports, judged.result);
    return wholePaths(folder, reports);
}
const wholePaths = (cwd, reports) => Object.fromEntries((0,_report_files_js__WEBPACK_IMPORTED_MODULE_3__/* .filesOf */ .R8)(cwd, reports).map(({ kind, file }) => [kind, file]));


/***/ }),

/***/ 53703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   playMerge: () => (/* binding */ playMerge)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53490);
/* harmony import */ var _merge_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43696);
/* harmony import */ var _report_paint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17315);
/* harmony import */ var _settings_report_options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82007);
/* harmony import */ var _default_reports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44932);
/** Mode merge: the JSON reports of shares or majors joined into one verdict; they may come from a stranger's pull request. */






async function playMerge({ cwd, inputs, log, secrets }) {
    const paths = inputs.lines('reports');
    if (paths === undefined) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n('mode merge has no reports to join', {
            code: 'merge-no-reports',
            hint: 'Give the files, or the folders that they are in, as the input reports, one a line.',
        });
    }
    const options = Object.fromEntries(_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_KINDS */ .t.map((kind) => [kind, inputs.text(kind)]));
    const reports = (0,_settings_report_options_js__WEBPACK_IMPORTED_MODULE_4__/* .reportFiles */ .IU)(options, { cwd, style: 'input', command: 'merge' });
    const result = await log.withoutCommands(() => (0,_merge_command_js__WEBPACK_IMPORTED_MODULE_2__/* .runMerge */ .C)({
        cwd,
        paths,
        reports,
        output: log.stream,
        terminal: { paint: (0,_report_paint_js__WEBPACK_IMPORTED_MODULE_3__/* .createPaint */ .X)({ colour: false }) },
        redact: secrets.redact,
    }));
    return { result, failOn: result.failOn ?? 'error', isShare: false, reports: (0,_default_reports_js__WEBPACK_IMPORTED_MODULE_5__/* .wholePaths */ .E)(cwd, reports) };
}


/***/ }),

/***/ 43696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runMerge)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27108);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53490);
/* harmony import */ var _report_merge_results_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8140);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84759);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(446);
/* harmony import */ var _report_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31897);
/** `merge` from JSON reports to one result with its own reports written: what the command line and the action share. */







async function runMerge(command) {
    const { cwd, reports, output, terminal } = command;
    const sources = await (0,_report_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .findReports */ .z)(command.paths, cwd);
    refuseOverwriting(sources, cwd, reports);
    const [first, ...more] = await (0,_report_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .readReports */ .o)(sources);
    if (!first) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n('no reports are given', {
            code: 'no-reports',
            hint: 'Name the JSON reports, or the folders that they are in.',
        });
    }
    const result = (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .redactResult */ .rd)((0,_report_merge_results_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutUnprovenPass */ .d)((0,_report_merge_results_js__WEBPACK_IMPORTED_MODULE_3__/* .mergeResults */ .n)([first, ...more])), command.redact);
    await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_5__/* .requireWritable */ .ik)(cwd, reports);
    output.write((0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderHeader */ .wZ)(result, terminal) +
        result.scenarios.map((scenario) => (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderScenarioLine */ .nB)(scenario, terminal)).join('') +
        (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderFindings */ .vO)(result, terminal) +
        (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderClosing */ .Ej)(result, terminal));
    await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_5__/* .writeReports */ .Li)(cwd, reports, result);
    return result;
}
/** What was read would be gone, though it is what proves the result. */
function refuseOverwriting(sources, cwd, reports) {
    const lost = (0,_report_files_js__WEBPACK_IMPORTED_MODULE_5__/* .filesOf */ .R8)(cwd, reports).flatMap(({ kind, file }) => sources
        .filter((source) => source.file === file)
        .map(({ name }) => `the ${_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .REPORT_TITLES */ .p[kind]} report would be written over ${name}, which is to be read`));
    if (lost.length === 0)
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(lost.join('\n'), {
        code: 'report-over-report',
        hint: 'Give another path, outside the folders that are read.',
    });
}


/***/ }),

/***/ 85288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ text),
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/** Lines of a terminal: wrapped where it has a width, each ended. */
const text = (lines) => lines.map((line) => `${line}\n`).join('');
/** Lines of at most `width` columns, indented; words longer than that stand alone. */
function wrapped(prose, indent, width) {
    const margin = ' '.repeat(indent);
    if (prose === '')
        return [];
    if (width === undefined)
        return [margin + prose];
    const room = Math.max(width - indent, 20);
    const lines = [];
    for (const word of prose.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= room)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines.map((line) => margin + line);
}


/***/ }),

/***/ 17315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createPaint)
/* harmony export */ });
/** Colours of the terminal: a few codes, and a painter that leaves text as it is. */
const coded = (open, close) => (text) => text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;
const same = (text) => text;
const COLOURED = {
    red: coded(31, 39),
    green: coded(32, 39),
    yellow: coded(33, 39),
    bold: coded(1, 22),
    dim: coded(2, 22),
};
const PLAIN = { red: same, green: same, yellow: same, bold: same, dim: same };
const createPaint = (options) => options.colour ? COLOURED : PLAIN;


/***/ }),

/***/ 16719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runwayNotes),
/* harmony export */   S: () => (/* binding */ otherThanRunway)
/* harmony export */ });
const runwayChecks = (scenarios) => scenarios.flatMap(({ checks }) => checks).filter(({ id }) => id === 'runway');
/** By the scenario in which they end soonest; nothing where they fail. */
function runwayNotes(scenarios) {
    const judged = runwayChecks(scenarios);
    if (judged.some((check) => check.verdict === 'fail'))
        return [];
    return judged
        .filter((check) => check.verdict === 'pass')
        .map((check) => check.message)
        .sort()
        .slice(0, 1);
}
/** The notes of a result without these. */
const otherThanRunway = ({ notes, scenarios }) => {
    const own = new Set(runwayChecks(scenarios).map((check) => check.message));
    return notes.filter((note) => !own.has(note));
};


/***/ }),

/***/ 84759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ renderClosing),
/* harmony export */   nB: () => (/* binding */ renderScenarioLine),
/* harmony export */   vO: () => (/* binding */ renderFindings),
/* harmony export */   wZ: () => (/* binding */ renderHeader)
/* harmony export */ });
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39654);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50893);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85288);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55896);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70975);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27066);
/** The run's result on a terminal: a header, a line a scenario, the findings in full, and the verdict. */







const SERVER_KIND = { embedded: 'embedded', testcontainers: 'Docker', url: 'your server' };
const NAME_WIDTH = 38;
const EXAMPLES = 5;
const TEXT_LENGTH = 1_000;
const LINE_LENGTH = 240;
/** Which tool, server, seed and migrations. */
function renderHeader(facts, { paint }) {
    const server = `PostgreSQL ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(facts.server.version)} (${SERVER_KIND[facts.server.kind]})`;
    const head = [
        paint.bold(`partition-guard ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(facts.toolVersion)}`),
        server,
        `seed ${facts.seed}`,
        `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(facts.rows, 'row')} a scenario`,
    ].join(' · ');
    const folders = facts.migrations.map((m) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(m.folder));
    const folderWidth = Math.max(0, ...folders.map((folder) => folder.length));
    const lines = facts.migrations.map((summary, i) => `${i === 0 ? 'migrations' : '          '}  ${(folders[i] ?? '').padEnd(folderWidth)}   ${filesOf(summary)}`);
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)([head, ...lines, '']);
}
function filesOf({ files, filesUnderTest }) {
    const them = files === 1 ? 'it' : 'them';
    if (files === 0)
        return 'no files';
    if (filesUnderTest === 0)
        return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, none of ${them} under test`;
    if (filesUnderTest === files)
        return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, all of ${them} under test`;
    return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(filesUnderTest)} under test`;
}
/** One line: how the scenario went. */
function renderScenarioLine(scenario, { paint }) {
    const title = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .labelOf */ .Wy)(scenario))).padEnd(NAME_WIDTH);
    const change = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionsChange */ .G9)(scenario);
    const lock = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .exclusiveLock */ .Og)([scenario]);
    const details = [
        ...((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .keepsRows */ .wj)(scenario) ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(scenario.rows.before, 'row')} kept`] : []),
        ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowFaults */ .Kh)(scenario).map(paint.red),
        ...(change === undefined ? [] : [change]),
        ...(lock === undefined ? [] : [lock]),
        ...outcomes(scenario, paint),
    ];
    const time = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(scenario.durationMs).padStart(7);
    return `  ${markOf(scenario, paint)} ${title} ${time}${details.length > 0 ? `   ${details.join(' · ')}` : ''}\n`;
}
const ROW_CHECKS = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'];
/** The checks that did not pass, where the rows' numbers do not tell it already. */
function outcomes(scenario, paint) {
    const told = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowFaults */ .Kh)(scenario).length > 0 ? ROW_CHECKS : [];
    const failing = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'failure').filter((id) => !told.includes(id));
    const open = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'inconclusive');
    const warnings = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'warning');
    const list = (ids) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(ids, 4));
    return [
        ...(failing.length > 0 ? [paint.red(`${list(failing)} ${failing.length === 1 ? 'fails' : 'fail'}`)] : []),
        ...(open.length > 0 ? [paint.yellow(`${list(open)} inconclusive`)] : []),
        ...(warnings.length > 0 ? [paint.yellow(`warning: ${list(warnings)}`)] : []),
    ];
}
function markOf(scenario, paint) {
    if (scenario.verdict === 'fail')
        return paint.red('✖');
    if (scenario.verdict === 'inconclusive')
        return paint.yellow('?');
    return (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'warning').length > 0 ? paint.yellow('⚠') : paint.green('✔');
}
/** Every finding in full, each once; empty where there are none. */
function renderFindings(result, options) {
    const findings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .W)(result);
    return findings.map((finding) => `\n${renderFinding(finding, options)}`).join('');
}
function renderFinding({ kind, check, scenarios }, { paint, width }) {
    const colour = {
        failure: paint.red,
        inconclusive: paint.yellow,
        warning: paint.yellow,
    };
    const mark = { failure: '✖', inconclusive: '?', warning: '⚠' };
    const [first, ...others] = scenarios;
    const { statement, examples, unlisted = 0 } = check.evidence;
    const heading = [
        `${colour[kind](`${mark[kind]} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(check.id)}`)}${paint.dim(` in ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1)(first))}`)}`,
        ...(check.location ? [paint.bold((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_domain_location_js__WEBPACK_IMPORTED_MODULE_6__/* .formatLocation */ .j)(check.location)))] : []),
        ...(statement ? [(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(statement), LINE_LENGTH)] : []),
    ].join('   ');
    const shown = examples.slice(0, EXAMPLES).map((line) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(line), LINE_LENGTH));
    const more = examples.length - shown.length + unlisted;
    const advice = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(check.remedy), TEXT_LENGTH);
    const remedy = (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(kind === 'inconclusive' ? advice : withPage(advice, check.id), 8, width);
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)([
        `    ${heading}`,
        ...(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printableLines */ .fk)(check.message).flatMap((line) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(line, TEXT_LENGTH), 6, width)),
        ...shown.map((line) => `        ${line}`),
        ...(shown.length > 0 && more > 0 ? [paint.dim(`        … and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(more)} more`)] : []),
        ...remedy.map((line, i) => (i === 0 ? line.replace(/^ {8}/, '      → ') : line)),
        ...(others.length > 0
            ? (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(`also in ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(others.map(_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1), 6))}`, 6, width).map(paint.dim)
            : []),
    ]);
}
/** The last sentence leads to the page on the check; what is no sentence stays as it is. */
const withPage = (remedy, id) => remedy.endsWith('.') ? `${remedy.slice(0, -1)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .pageOf */ .ZZ)(id)}` : remedy;
/** The verdict, what it rests on and how to replay it; then the notes, dimmed. */
function renderClosing(result, { paint, width }) {
    const verdictLine = {
        pass: () => `${paint.green(paint.bold('PASS'))}  ${passed(result)}`,
        inconclusive: () => `${paint.yellow(paint.bold('INCONCLUSIVE'))}  ${unproven(result, 'inconclusive')}`,
        fail: () => `${paint.red(paint.bold('FAIL'))}  ${unproven(result, 'fail')}`,
    }[result.verdict]();
    const notes = result.notes.flatMap(_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printableLines */ .fk).flatMap((note) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(note, 8, width));
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)(['', `  ${verdictLine}`, ...notes, ...asides(result, width).map(paint.dim)]);
}
function passed(result) {
    const scenarios = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenarioCount */ .wk)(result);
    const rows = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsAccountedFor */ .vJ)(result);
    if ((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .judgesNothing */ .uF)(result))
        return `Nothing to judge: no table is partitioned by range. ${scenarios}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(result.durationMs)}`;
    return `${scenarios}, ${rows > 0 ? `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'row')} accounted for` : 'no rows to account for'}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(result.durationMs)}`;
}
function unproven(result, verdict) {
    const concerned = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenariosWith */ ._q)(result, verdict);
    const [first] = concerned;
    const of = `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(concerned.length)} of ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenarioCount */ .wk)(result)}`;
    const told = verdict === 'fail' ? `${of}.` : `${of} could not be judged.`;
    return first ? `${told} Replay one: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .replayCommand */ .Pi)(result, (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .labelOf */ .Wy)(first)))}` : told;
}
/** What was not judged, grouped over the scenarios. */
function asides(result, width) {
    const everywhere = result.scenarios.length;
    const notes = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .groupedNotes */ .WX)(result).map(({ note, scenarios }) => {
        const told = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(note), TEXT_LENGTH);
        if (scenarios.length === everywhere && everywhere > 1)
            return told;
        return `${told} (${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(scenarios.map(_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1), 3))})`;
    });
    const idle = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .neverApplicable */ .Mn)(result);
    const lines = [
        ...notes,
        ...(idle.length > 0 ? [`not applicable here: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(idle.join(', '))}`] : []),
    ];
    return lines.flatMap((line) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(line, 8, width));
}


/***/ }),

/***/ 46307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ Mistakes)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/** Every mistake of the command line and the configuration file, gathered before one error tells them all. */

class Mistakes {
    found = [];
    file;
    command;
    /**
     * @param file the configuration file, as it is to be shown.
     * @param command whose options they are.
     */
    constructor(file, command = 'validate') {
        this.file = file;
        this.command = command;
    }
    get any() {
        return this.found.length > 0;
    }
    inFile(place, message) {
        this.found.push({ ...place, text: `${this.file}:${place.line}: ${message}` });
    }
    /** @param option as its user wrote it: `--rows`. */
    inOption(option, message) {
        this.found.push({ line: 0, column: 0, text: `${option}: ${message}` });
    }
    /** Throws one error with a line for each mistake, those of the command line first; returns where there are none. */
    throwIfAny() {
        if (!this.any)
            return;
        const lines = [...this.found]
            .sort((a, b) => a.line - b.line || a.column - b.column)
            .map(({ text }) => text);
        const inFile = this.found.some(({ line }) => line > 0);
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n([...new Set(lines)].join('\n'), {
            code: 'settings-wrong',
            hint: inFile
                ? `Correct ${this.file}; nothing was run.`
                : `Correct the options (partition-guard ${this.command} --help lists them); nothing was run.`,
        });
    }
}


/***/ }),

/***/ 88095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ OptionReader),
/* harmony export */   ed: () => (/* binding */ optionLabel),
/* harmony export */   z2: () => (/* binding */ notEmpty)
/* harmony export */ });
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45307);

/** How its user wrote an option. */
const optionLabel = (name, style = 'flag') => style === 'flag' ? `--${name}` : `input ${name}`;
const notEmpty = (text) => text.trim() === '' ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is empty') : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .right */ .p)(text);
class OptionReader {
    style;
    mistakes;
    constructor(style, mistakes) {
        this.style = style;
        this.mistakes = mistakes;
    }
    one(name, text, parse) {
        // An input that is not set reaches an action as empty text.
        if (text === undefined || (text === '' && this.style === 'input'))
            return undefined;
        const parsed = text === '' ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is empty') : parse(text);
        if (parsed.ok)
            return parsed.value;
        this.mistakes.inOption(optionLabel(name, this.style), parsed.fault);
        return undefined;
    }
    /** Undefined where none was given. */
    many(name, texts, parse) {
        const given = (texts ?? []).filter((text) => text !== '' || this.style === 'flag');
        if (given.length === 0)
            return undefined;
        return given.flatMap((text) => this.one(name, text, parse) ?? []);
    }
}


/***/ }),

/***/ 45307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ wrong),
/* harmony export */   p: () => (/* binding */ right)
/* harmony export */ });
/** The outcome of reading one value: what it means, or why it means nothing. */
const right = (value) => ({ ok: true, value });
const wrong = (fault) => ({
    ok: false,
    fault,
});


/***/ }),

/***/ 82007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ reportFiles),
/* harmony export */   Sb: () => (/* binding */ byKind),
/* harmony export */   gI: () => (/* binding */ given),
/* harmony export */   kk: () => (/* binding */ sameFiles),
/* harmony export */   oh: () => (/* binding */ readReports)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53490);
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46307);
/* harmony import */ var _option_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88095);
/** Where reports go: files by kind, no two of them the same. */




/** Only what was given and is right. */
function readReports(options, reader) {
    return byKind((kind) => reader.one(kind, options[kind], _option_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .notEmpty */ .z2));
}
/** What a value is, for each kind. */
const byKind = (of) => Object.fromEntries(_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_KINDS */ .t.map((kind) => [kind, of(kind)]));
/** Kinds of which one would overwrite the other, each with its words. */
function sameFiles(files, cwd) {
    const given = _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_KINDS */ .t.flatMap((kind) => {
        const file = files[kind];
        return file === undefined ? [] : [{ kind, path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, file) }];
    });
    return given.flatMap((later, i) => given
        .slice(0, i)
        .filter((earlier) => earlier.path === later.path)
        .map((earlier) => ({
        kinds: [earlier.kind, later.kind],
        message: `the ${_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_TITLES */ .p[earlier.kind]} and the ${_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_TITLES */ .p[later.kind]} report would be written to the same file`,
    })));
}
/**
 * The report files of a command that has no other settings.
 * @throws OperatorError with a line for each mistake.
 */
function reportFiles(options, { cwd, style, command }) {
    const mistakes = new _mistakes_js__WEBPACK_IMPORTED_MODULE_2__/* .Mistakes */ .S('', command);
    const files = given(readReports(options, new _option_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .OptionReader */ .F9(style, mistakes)));
    for (const { kinds, message } of sameFiles(files, cwd))
        mistakes.inOption((0,_option_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optionLabel */ .ed)(kinds[1], style), message);
    mistakes.throwIfAny();
    return files;
}
/** Without the kinds that are not asked for. */
const given = (files) => Object.fromEntries(Object.entries(files).filter(([, file]) => file !== undefined));


/***/ })

};
