export const id = 978;
export const ids = [978];
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

/***/ 47978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report),
  reportFault: () => (/* binding */ reportFault)
});

// EXTERNAL MODULE: ./exit-status.js
var exit_status = __webpack_require__(93873);
// EXTERNAL MODULE: ./domain/location.js
var domain_location = __webpack_require__(39654);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/findings.js
var findings = __webpack_require__(50893);
// EXTERNAL MODULE: ./report/links.js
var report_links = __webpack_require__(6642);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./report/annotations.js
/** Marks on the lines of the SQL, as many as GitHub shows of one step. */






/** What GitHub shows of one step, of errors and of warnings each. */
const MOST = 10;
const LONGEST = 1_500;
const LEVELS = {
    failure: 'error',
    inconclusive: 'warning',
    warning: 'warning',
};
const OUTCOMES = {
    failure: 'fails',
    inconclusive: 'could not be judged',
    warning: 'warns',
};
/** The gravest first; the last one counts what there was no room for. */
function annotationsOf(result) {
    const all = distinct((0,findings/* findingsOf */.W)(result).map(annotationOf));
    const of = (level) => all.filter((one) => one.level === level);
    const [errors, warnings] = [of('error'), of('warning')];
    const left = [
        ...(errors.length > MOST ? [(0,wording/* count */.U9)(errors.length - MOST, 'more error')] : []),
        ...(warnings.length > MOST ? [(0,wording/* count */.U9)(warnings.length - MOST, 'more warning')] : []),
    ];
    return [
        ...errors.slice(0, MOST),
        ...warnings.slice(0, MOST),
        ...(left.length > 0 ? [remainder(left)] : []),
    ];
}
const remainder = (left) => ({
    level: 'notice',
    title: 'partition-guard found more',
    message: `${(0,words/* listed */.KE)(left)} not shown on lines: GitHub shows ${MOST} of each for a step. The job summary tells all of them.`,
});
function annotationOf({ kind, check, scenarios }) {
    const { location, message, remedy } = check;
    const met = (0,words/* listedUpTo */.MH)(scenarios.map(words/* scenarioTitle */.h1), 2);
    const path = location && (0,report_links/* pathInRepository */.zB)(location.file)?.join('/');
    const astray = location && path === undefined ? [`At ${(0,printable/* printable */.g$)((0,domain_location/* formatLocation */.j)(location))}.`] : [];
    const lines = [
        ...(0,printable/* printableLines */.fk)(message),
        ...astray,
        ...(remedy === '' ? [] : [`→ ${(0,printable/* printable */.g$)(remedy)}`]),
        `The check: ${(0,words/* pageOf */.ZZ)((0,printable/* printable */.g$)(check.id))} of partition-guard`,
    ];
    return {
        level: LEVELS[kind],
        title: (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(`${check.id} ${OUTCOMES[kind]}: ${met}`), 200),
        message: lines.map((line) => (0,printable/* clip */.$Q)(line, LONGEST)).join('\n'),
        ...(location && path !== undefined ? { file: path, ...lineOf(location.line) } : {}),
    };
}
const lineOf = (line) => Number.isSafeInteger(line) && line > 0 ? { line } : {};
/** Each mark once, though several findings come to the same words on the same line. */
function distinct(annotations) {
    const seen = new Map(annotations.map((one) => [JSON.stringify(one), one]));
    return [...seen.values()];
}

// EXTERNAL MODULE: ./report/markdown-text.js
var markdown_text = __webpack_require__(4416);
// EXTERNAL MODULE: ./report/markdown.js + 7 modules
var markdown = __webpack_require__(22460);
// EXTERNAL MODULE: ./report/sections.js
var sections = __webpack_require__(72331);
;// CONCATENATED MODULE: ./report/comment.js




/** Characters, as GitHub tells its limit. */
const COMMENT_LIMIT = 65_536;
const LENGTHS = { findings: 30, details: 20, scenarios: 60, notes: 20 };
/**
 * Counted in UTF-16 units, which are never fewer than characters: so many are also within the 262,144 bytes that
 * GitHub has been seen to store, since a unit takes three bytes at most.
 */
function renderComment(result, { marker, links, limit }) {
    return (0,sections/* assemble */.f)((0,markdown/* reportOf */.EI)(result, { lengths: LENGTHS, links, marker }), {
        most: limit ?? COMMENT_LIMIT,
        measure: (text) => text.length,
        elsewhere: elsewhere(links),
    });
}
function elsewhere(links) {
    const run = (0,report_links/* runAddress */.YM)(links);
    const where = (0,markdown_text/* linked */.q)('the summary of the workflow run', run);
    return `All of it is in ${where} and in the report files.`;
}

;// CONCATENATED MODULE: ./report/job-summary.js


/** Bytes: below GitHub's 1 MiB a step, with room for what else the step writes. */
const SUMMARY_LIMIT = 960 * 1024;
const renderJobSummary = (result, { links }) => (0,sections/* assemble */.f)((0,markdown/* reportOf */.EI)(result, { lengths: markdown/* EVERYTHING */.Qz, links }), {
    most: SUMMARY_LIMIT,
    measure: (text) => Buffer.byteLength(text),
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`, `html`.',
});

;// CONCATENATED MODULE: ./report/not-judged.js
/** What a report says where there is no verdict, so that an older one is not taken for this commit's. */



const MOST_LINES = 20;
const LONGEST_LINE = 500;
/** @param told what went wrong, and what to do, line by line. */
function renderNotJudged(told, { marker, links }) {
    const lines = (0,printable/* printableLines */.fk)(told);
    const [wrong = 'the run ended without a result', ...rest] = lines;
    const shown = rest
        .slice(0, MOST_LINES)
        .map((line) => `> ${(0,markdown_text/* prose */.CS)((0,printable/* clip */.$Q)(line, LONGEST_LINE), LONGEST_LINE)}<br>`);
    const left = rest.length - shown.length;
    const commit = links === undefined
        ? 'This commit'
        : `Commit ${(0,markdown_text/* linked */.q)(`\`${links.sha.slice(0, 7)}\``, (0,report_links/* commitAddress */.IR)(links))}`;
    return [
        ...(marker === undefined ? [] : [marker]),
        '### ⚠️ This change could not be judged',
        '',
        `> ${(0,markdown_text/* prose */.CS)((0,printable/* clip */.$Q)(wrong, LONGEST_LINE), LONGEST_LINE)}<br>`,
        ...shown,
        ...(left > 0 ? [`> and ${left} more lines<br>`] : []),
        '',
        `${commit} has no verdict: neither that rows are safe nor that they are not. ${(0,markdown_text/* linked */.q)('The log of the run', (0,report_links/* runAddress */.YM)(links))} says more.`,
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./report/summary.js
var summary = __webpack_require__(70975);
// EXTERNAL MODULE: ./action/default-reports.js
var default_reports = __webpack_require__(44932);
;// CONCATENATED MODULE: ./action/judged.js
/**
 * Ids of the checks that fail the run, each once, in the order in which scenarios met them. They are outputs, which
 * workflows put into shell scripts and split at commas; an assertion's name, which is in its id, can be a stranger's.
 */
function failedChecks({ result, failOn }) {
    const failed = result.scenarios
        .flatMap(({ checks }) => checks)
        .filter(({ verdict, severity }) => verdict === 'fail' && (severity === 'error' || failOn === 'warning'));
    return [...new Set(failed.map(({ id }) => id.replace(/[^\p{L}\p{N} _.:-]/gu, '_')))];
}

;// CONCATENATED MODULE: ./action/links.js
function linksOf({ event, repository, serverUrl, headSha, runUrl, }) {
    const own = repository === undefined ? undefined : `${repository.owner}/${repository.name}`;
    const name = headRepositoryOf(event) ?? own;
    if (name === undefined || headSha === undefined)
        return undefined;
    return { serverUrl, repository: name, sha: headSha, ...(runUrl === undefined ? {} : { runUrl }) };
}
/** A fork's own name, where the commit is a fork's. */
function headRepositoryOf(event) {
    switch (event.kind) {
        case 'pull-request':
            return event.pullRequest.headRepository;
        case 'workflow-run':
            return event.headRepository;
        case 'merge-group':
        case 'push':
        case 'schedule':
        case 'workflow-dispatch':
        case 'other':
            return undefined;
    }
}

// EXTERNAL MODULE: ./action/runner-files.js
var runner_files = __webpack_require__(87539);
;// CONCATENATED MODULE: ./action/report.js
/** Tells what a run came to: outputs, annotations, summary, comment. None of them changes the verdict's exit status. */










/** A version may lack a kind that action.yml names: its path is empty then. */
const REPORTS = ['json', 'markdown', 'html', 'sarif', 'junit'];
async function report(job, task, judged) {
    const { log } = job;
    const { result } = judged;
    const links = linksOf(task.run);
    const shown = links === undefined ? {} : { links };
    const asked = judged.reports;
    const written = {
        ...(await attempt(job, 'The reports', () => (0,default_reports/* writeDefaultReports */.U)(job.env, judged))),
        ...asked,
    };
    await attempt(job, 'The outputs', () => (0,runner_files/* setOutputs */.n0)(outputsOf(task, judged, written)));
    await attempt(job, 'The annotations', async () => {
        for (const annotation of annotationsOf(result))
            log.annotate(annotation);
    });
    await attempt(job, 'The job summary', () => (0,runner_files/* writeSummary */.Sy)(job.env, renderJobSummary(result, shown)));
    const url = judged.isShare || !hasPullRequest(task.run) ? undefined : await commentOn(job, task, result, shown);
    await attempt(job, 'The outputs', () => (0,runner_files/* setOutputs */.n0)({ 'comment-url': url ?? '' }));
    log.group('Reports', Object.entries(written).map(([kind, file]) => `${kind.padEnd(9)} ${file}`));
}
function commentOn(job, { run }, result, shown) {
    return attempt(job, 'The comment', async () => {
        const { comment } = await Promise.all(/* import() */[__webpack_require__.e(143), __webpack_require__.e(116)]).then(__webpack_require__.bind(__webpack_require__, 4116));
        const render = (marker) => renderComment(result, { marker, ...shown });
        return comment(job, run, { isPass: result.verdict === 'pass', render });
    });
}
function outputsOf({ mode }, judged, written) {
    const failed = failedChecks(judged);
    const files = new Map(Object.entries(written));
    return {
        mode,
        verdict: judged.result.verdict,
        'failed-checks': failed.join(','),
        'failed-checks-json': JSON.stringify(failed),
        'rows-proven': String((0,summary/* rowsAccountedFor */.vJ)(judged.result)),
        'plan-digest': '',
        ...Object.fromEntries(REPORTS.map((kind) => [`${kind}-report`, files.get(kind) ?? ''])),
    };
}
/** There is no result: a comment and a summary of an older commit's must not stand for this one's. */
async function reportFault(job, run, told) {
    const links = linksOf(run);
    await attempt(job, 'The job summary', () => (0,runner_files/* writeSummary */.Sy)(job.env, renderNotJudged(told, { links })));
    if (isShare(job) || !hasPullRequest(run))
        return;
    await attempt(job, 'The comment', async () => {
        const { comment } = await Promise.all(/* import() */[__webpack_require__.e(143), __webpack_require__.e(116)]).then(__webpack_require__.bind(__webpack_require__, 4116));
        const render = (marker) => renderNotJudged(told, { marker, links });
        await comment(job, run, { isPass: false, render });
    });
}
const hasPullRequest = ({ event }) => event.kind === 'pull-request' || event.kind === 'workflow-run';
/** Before the settings are read, or where they can't be. */
const isShare = ({ inputs }) => (inputs.text('shard') ?? '1/1') !== '1/1';
/** What fails here is a warning: the verdict is the exit status. */
async function attempt(job, what, body) {
    try {
        return await body();
    }
    catch (error) {
        const { text } = (0,exit_status/* tellError */.S)(error, job.secrets.redact);
        job.log.annotate({
            level: 'warning',
            title: `${what} could not be written`,
            message: `The verdict stands.\n${text}`,
        });
        return undefined;
    }
}


/***/ })

};
