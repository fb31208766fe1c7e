export const id = 1111;
export const ids = [1111,975];
export const modules = {

/***/ 21494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93873);
/** What is told around a run, of which nothing changes what it came to. */

/** What fails here is a warning: the run's result is the exit status. */
async function attempt(job, what, body) {
    try {
        return await body();
    }
    catch (error) {
        const { text } = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .tellError */ .S)(error, job.secrets.redact);
        job.log.annotate({
            level: 'warning',
            title: `${what} could not be written`,
            message: `What the run came to stands.\n${text}`,
        });
        return undefined;
    }
}


/***/ }),

/***/ 44932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ wholePaths),
/* harmony export */   U: () => (/* binding */ writeDefaultReports)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53490);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25402);
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

/***/ 9651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ accessOf)
/* harmony export */ });
/* harmony import */ var _github_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51338);
/* harmony import */ var _github_event_shapes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97665);
/* harmony import */ var _github_pull_request_base_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75569);
/* harmony import */ var _wall_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73104);
/** GitHub as this job may ask it: with its token, about what is checked out. */




/** Undefined where no repository is named. */
async function accessOf({ env, cwd, inputs, log }, run) {
    const runCommit = env['GITHUB_SHA'] ?? '';
    return (0,_github_access_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAccess */ .Yh)(run, {
        token: inputs.text('token'),
        clock: _wall_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .wallClock */ .X,
        checkedOut: await (0,_github_pull_request_base_js__WEBPACK_IMPORTED_MODULE_2__/* .checkedOut */ .M)(cwd),
        runCommit: (0,_github_event_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha */ .HH)(runCommit) ? runCommit : undefined,
        onWait: (text) => log.line(text),
    });
}


/***/ }),

/***/ 83766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ linksOf)
/* harmony export */ });
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


/***/ }),

/***/ 41111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report),
  reportFault: () => (/* binding */ reportFault)
});

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

// EXTERNAL MODULE: ./report/comment.js
var report_comment = __webpack_require__(81238);
// EXTERNAL MODULE: ./report/job-summary.js
var job_summary = __webpack_require__(40233);
// EXTERNAL MODULE: ./report/markdown-text.js
var markdown_text = __webpack_require__(4416);
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
// EXTERNAL MODULE: ./action/attempt.js
var attempt = __webpack_require__(21494);
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

// EXTERNAL MODULE: ./action/links.js
var action_links = __webpack_require__(83766);
// EXTERNAL MODULE: ./action/runner-files.js
var runner_files = __webpack_require__(87539);
// EXTERNAL MODULE: ./github/validation-status.js + 1 modules
var validation_status = __webpack_require__(85161);
// EXTERNAL MODULE: ./domain/verdict.js
var domain_verdict = __webpack_require__(29820);
// EXTERNAL MODULE: ./action/github-access.js
var github_access = __webpack_require__(9651);
;// CONCATENATED MODULE: ./action/validation-record.js



async function recordValidation(job, task, judged) {
    const { log } = job;
    const { release, underTest, configurationDigest: rules } = judged.result;
    const why = reasonAgainst(job, task.run.event, judged);
    // Where the release is not known, the run was not whole, or its reports are older than the record.
    if (why !== undefined || release === undefined || underTest === undefined || rules === undefined) {
        if (why !== undefined)
            log.line(`no record of the validation: ${why}`);
        return;
    }
    const access = await (0,github_access/* accessOf */.Y)(job, task.run);
    if (access === undefined)
        return;
    for (const record of recordsOf(job, judged.result)) {
        const isFiled = await fileOne(job, access, { ...record, release, underTest, rules });
        if (!isFiled)
            return;
    }
}
async function fileOne({ log }, access, record) {
    const { verdict, release, underTest } = record;
    const filed = await (0,validation_status/* fileValidation */.qs)(access, record);
    switch (filed.kind) {
        case 'filed':
            log.line(`validation recorded at ${access.commit.slice(0, 12)} as ${filed.context}: ${verdict}, ${release}, files under test: ${underTest}`);
            return true;
        case 'forbidden':
            // Most workflows only check: that they can't record it is no fault of theirs.
            log.line('no record of the validation, which mode apply asks for: the job lacks statuses: write');
            return false;
        case 'not-filed':
            log.annotate({
                level: 'warning',
                title: 'The validation is not recorded',
                message: `${filed.reason}. The verdict stands; mode apply will not know of it until it is run again.`,
            });
            return false;
    }
}
/** Why this run is not to vouch for what will be deployed; undefined where it is. */
function reasonAgainst({ inputs }, event, { isShare }) {
    if (isShare)
        return 'this is one share of several; merge records the whole';
    if (inputs.text('scenario') !== undefined)
        return 'only some scenarios were asked for';
    switch (event.kind) {
        case 'pull-request':
            if (event.isTarget)
                return 'on pull_request_target it is not the pull request that is checked out';
            return event.pullRequest.isFromFork ? 'the pull request is from a fork' : undefined;
        case 'workflow-run':
            return 'these reports were written by another workflow';
        case 'push':
            return event.isDeletion ? 'the branch was deleted' : undefined;
        case 'merge-group':
        case 'schedule':
        case 'workflow-dispatch':
            return undefined;
        case 'other':
            return 'this event is not one that a validation is recorded for';
    }
}
/** GitHub takes 255 characters of a context. */
const LONGEST_NAME = 150;
/**
 * One for each major, told from other validations of the same commit: legs of a matrix must not overwrite each other's
 * failure, and may name their servers in other ways than by `postgres`. What does not pass comes first: where that can't be
 * filed, no pass beside it is.
 */
function recordsOf({ inputs }, result) {
    const { server, scenarios } = result;
    const joined = scenarios.flatMap((scenario) => scenario.server ?? []);
    const played = joined.length > 0 ? joined : [server.version];
    const majors = new Set([...(inputs.lines('postgres') ?? []), ...played].map(majorIn));
    const name = inputs.text('comment-key') ?? inputs.text('config');
    const records = [...majors].sort().map((major) => ({
        key: [...(name === undefined ? [] : [name.slice(0, LONGEST_NAME)]), `PostgreSQL ${major}`].join(', '),
        verdict: verdictOn(result, major),
    }));
    return records.sort((a, b) => Number(a.verdict === 'pass') - Number(b.verdict === 'pass'));
}
/** Where no scenario tells why the whole does not pass, none of its majors does. */
function verdictOn({ verdict, scenarios }, major) {
    const own = scenarios.filter((one) => one.server !== undefined && majorIn(one.server) === major);
    const isTold = scenarios.some((one) => one.verdict === verdict);
    return own.length === 0 || !isTold ? verdict : (0,domain_verdict/* worstVerdict */.zP)(own.map((one) => one.verdict));
}
const majorIn = (version) => /^\d+/.exec(version)?.[0] ?? version.slice(0, 20);

;// CONCATENATED MODULE: ./action/report.js











/** A version may lack a kind that action.yml names: its path is empty then. */
const REPORTS = ['json', 'markdown', 'html', 'sarif', 'junit'];
async function report(job, task, judged) {
    const { log } = job;
    const { result } = judged;
    const links = (0,action_links/* linksOf */.h)(task.run);
    const shown = links === undefined ? {} : { links };
    const asked = judged.reports;
    const written = {
        ...(await (0,attempt/* attempt */.C)(job, 'The reports', () => (0,default_reports/* writeDefaultReports */.U)(job.env, judged))),
        ...asked,
    };
    await (0,attempt/* attempt */.C)(job, 'The outputs', () => (0,runner_files/* setOutputs */.n0)(outputsOf(task, judged, written)));
    await (0,attempt/* attempt */.C)(job, 'The annotations', async () => {
        for (const annotation of annotationsOf(result))
            log.annotate(annotation);
    });
    await (0,attempt/* attempt */.C)(job, 'The job summary', () => (0,runner_files/* writeSummary */.Sy)(job.env, (0,job_summary/* renderJobSummary */.q)(result, shown)));
    await (0,attempt/* attempt */.C)(job, 'The record of the validation', () => recordValidation(job, task, judged));
    const url = judged.isShare || !hasPullRequest(task.run) ? undefined : await commentOn(job, task, result, shown);
    await (0,attempt/* attempt */.C)(job, 'The outputs', () => (0,runner_files/* setOutputs */.n0)({ 'comment-url': url ?? '' }));
    log.group('Reports', Object.entries(written).map(([kind, file]) => `${kind.padEnd(9)} ${file}`));
}
function commentOn(job, { run }, result, shown) {
    return (0,attempt/* attempt */.C)(job, 'The comment', async () => {
        const { comment } = await __webpack_require__.e(/* import() */ 5099).then(__webpack_require__.bind(__webpack_require__, 57480));
        const render = (marker) => (0,report_comment/* renderComment */.w)(result, { marker, ...shown });
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
        outcome: '',
        'plan-digest': '',
        release: judged.result.release ?? '',
        applied: '',
        ...Object.fromEntries(REPORTS.map((kind) => [`${kind}-report`, files.get(kind) ?? ''])),
    };
}
/** There is no result: a comment and a summary of an older commit's must not stand for this one's. */
async function reportFault(job, run, told) {
    const links = (0,action_links/* linksOf */.h)(run);
    await (0,attempt/* attempt */.C)(job, 'The job summary', () => (0,runner_files/* writeSummary */.Sy)(job.env, renderNotJudged(told, { links })));
    if (isShare(job) || !hasPullRequest(run))
        return;
    await (0,attempt/* attempt */.C)(job, 'The comment', async () => {
        const { comment } = await __webpack_require__.e(/* import() */ 5099).then(__webpack_require__.bind(__webpack_require__, 57480));
        const render = (marker) => renderNotJudged(told, { marker, links });
        await comment(job, run, { isPass: false, render });
    });
}
const hasPullRequest = ({ event }) => event.kind === 'pull-request' || event.kind === 'workflow-run';
/** Before the settings are read, or where they can't be. */
const isShare = ({ inputs }) => (inputs.text('shard') ?? '1/1') !== '1/1';


/***/ }),

/***/ 73104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ wallClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** The time that GitHub is asked by: the one clock of what the action does around a run. */

const wallClock = { nowMs: () => Date.now(), sleep: (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms) };


/***/ }),

/***/ 29820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jg: () => (/* binding */ verdictThatCounts),
/* harmony export */   zP: () => (/* binding */ worstVerdict)
/* harmony export */ });
/* unused harmony export worstCheckVerdict */
/** Verdicts and their order: the worst wins. */
const ORDER = {
    'not-applicable': 0,
    pass: 1,
    inconclusive: 2,
    fail: 3,
};
/** What a check's verdict does to its scenario's: a warning fails it only where the run is told to fail on warnings. */
function verdictThatCounts({ verdict, severity }, failOn) {
    if (verdict === 'not-applicable')
        return 'pass';
    return verdict === 'fail' && severity === 'warning' && failOn === 'error' ? 'pass' : verdict;
}
/** The worst of several; not-applicable counts as pass, and so does nothing at all. */
function worstVerdict(verdicts) {
    let worst = 'pass';
    for (const verdict of verdicts)
        if (ORDER[verdict] > ORDER[worst])
            worst = verdict;
    return worst === 'not-applicable' ? 'pass' : worst;
}
/** The worst of several, kept as not-applicable where none judged anything. */
function worstCheckVerdict(verdicts) {
    let worst = 'not-applicable';
    for (const verdict of verdicts)
        if (ORDER[verdict] > ORDER[worst])
            worst = verdict;
    return worst;
}


/***/ }),

/***/ 51338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Yh: () => (/* binding */ githubAccess),
/* harmony export */   ll: () => (/* binding */ isOnGitHub),
/* harmony export */   wo: () => (/* binding */ requireAccess)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73695);
/** GitHub as a deployment meets it: who asks, for which repository, about which commit, from which run. */


/** @returns undefined outside of GitHub, where no repository is named or no commit is known. */
function githubAccess(run, options) {
    const { repository, headSha, runId, attempt, runUrl } = run;
    // On a pull request the checkout is a merge that exists nowhere else.
    const commit = run.event.kind === 'pull-request' ? headSha : (options.checkedOut ?? headSha);
    if (repository === undefined || commit === undefined)
        return undefined;
    const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createClient */ .U)({
        apiUrl: run.apiUrl,
        token: options.token,
        clock: options.clock,
        jitterSeed: `${runId ?? commit}.${attempt}`,
        onWait: options.onWait,
    });
    return { client, repository, commit, runCommit: options.runCommit ?? commit, runId, attempt, runUrl };
}
/** A workflow, or a shell that has been told of a repository. */
const isOnGitHub = (env) => env['GITHUB_ACTIONS'] === 'true' || Boolean(env['GITHUB_REPOSITORY']);
/**
 * For what stands behind gates: they only warn where there is no GitHub to ask.
 *
 * @throws OperatorError where there is one, and its variables don't say what to ask.
 */
function requireAccess(env, run, access) {
    if (access !== undefined || !isOnGitHub(env))
        return access;
    const isKnown = run.repository !== undefined;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(isKnown
        ? 'on GitHub, and no commit is known: neither GITHUB_SHA nor a checkout tells it'
        : 'on GitHub, and GITHUB_REPOSITORY names no repository as owner/name', {
        code: 'github-unknown',
        hint: `Without it nobody can be asked whether this was validated. ${isKnown ? 'Check the repository out first' : 'The runner sets it'}; outside of GitHub, unset GITHUB_ACTIONS and GITHUB_REPOSITORY.`,
    });
}
/** Paths of the repository begin so. */
const rootOf = ({ owner, name }) => ['repos', owner, name];


/***/ }),

/***/ 73695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ createClient)
});

// EXTERNAL MODULE: ./domain/tool-version.js
var tool_version = __webpack_require__(13562);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
;// CONCATENATED MODULE: ./github/answer.js
/** What an answer of GitHub means: done, refused, or to be asked again. */

/** Without other words, GitHub wants a minute after a secondary limit. */
const SECONDARY_LIMIT_MS = 60_000;
const LONGEST_MESSAGE = 200;
function answerOf({ status, headers, data }, nowMs) {
    if (status >= 200 && status < 300) {
        // Cut off on its way: the status came, the rest did not.
        if (typeof data === 'string' && status !== 204) {
            return { kind: 'again', reason: 'GitHub’s answer broke off', afterMs: undefined };
        }
        return { kind: 'ok', status, data, hasNextPage: /;\s*rel="?next"?/.test(String(headers['link'] ?? '')) };
    }
    if (status >= 500 || status === 408) {
        return { kind: 'again', reason: `GitHub answered ${status}`, afterMs: retryAfterMs(headers, nowMs) };
    }
    const message = messageOf(data);
    return limited({ status, headers, data }, message, nowMs) ?? { kind: 'refused', status, message };
}
/** 429, or 403 with the signs of a limit: other 403 are about permissions, and stay. */
function limited({ status, headers }, message, nowMs) {
    if (status !== 429 && status !== 403)
        return undefined;
    const after = retryAfterMs(headers, nowMs);
    if (String(headers['x-ratelimit-remaining']) === '0') {
        const resetMs = Number(headers['x-ratelimit-reset']) * 1000 - nowMs + 1000;
        const afterMs = after ?? (Number.isFinite(resetMs) ? Math.max(resetMs, 1000) : SECONDARY_LIMIT_MS);
        return { kind: 'again', reason: 'GitHub’s rate limit of this token is used up', afterMs };
    }
    // The documentation names the words, and no header that would always come with them.
    if (status === 403 && after === undefined && !/\b(?:secondary rate|abuse)\b/i.test(message))
        return undefined;
    return {
        kind: 'again',
        reason: `GitHub asks to be left alone for a while (${status}, rate limit)`,
        afterMs: after ?? SECONDARY_LIMIT_MS,
    };
}
/** Seconds, or a date. */
function retryAfterMs(headers, nowMs) {
    const text = String(headers['retry-after'] ?? '');
    if (text.trim() === '')
        return undefined;
    const ms = /^\s*\d+\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
    return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}
/** No word of the address goes into the reason: a proxy's may hold a password. */
function noAnswer(error, timeoutMs) {
    const isTimeout = causesOf(error).some(({ name }) => name === 'TimeoutError');
    const reason = isTimeout
        ? `GitHub did not answer within ${timeoutMs / 1000} s`
        : `GitHub can’t be reached (${codeOf(error) ?? 'the connection broke'})`;
    return { kind: 'again', reason, afterMs: undefined };
}
function codeOf(error) {
    const codes = causesOf(error).map(({ code }) => code);
    return codes.find((code) => typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code));
}
/** It and what caused it, the outermost first. */
function causesOf(error) {
    const causes = [];
    for (let at = error; at && causes.length < 5; at = at.cause)
        causes.push(at);
    return causes;
}
/** GitHub's message and what it says of single fields. */
function messageOf(answer) {
    const data = answer;
    if (typeof data === 'string')
        return 'without a word';
    const errors = Array.isArray(data?.errors) ? data.errors : [];
    const words = [
        data?.message,
        ...errors.map((one) => one?.message ?? one),
    ];
    const message = words.filter((one) => typeof one === 'string' && one !== '').join(': ');
    return (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(message === '' ? 'without a word' : message), LONGEST_MESSAGE);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./github/patience.js
/** How long GitHub is waited for: backoff with jitter, bounded in number and in time. */

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 20_000;
class Patience {
    #options;
    #untilMs;
    #retries = 0;
    constructor(options) {
        this.#options = options;
        this.#untilMs = options.clock.nowMs() + options.limits.deadlineMs;
    }
    async waitFor({ reason, afterMs }) {
        const { clock, limits, onWait } = this.#options;
        if (this.#retries >= limits.retries) {
            return { kind: 'unreachable', reason: `${reason}, ${this.#retries + 1} times` };
        }
        const ms = this.#waitMs(afterMs);
        if (clock.nowMs() + ms >= this.#untilMs) {
            const wanted = `the next try would be in ${Math.ceil(ms / 1000)} s`;
            return { kind: 'unreachable', reason: `${reason}; ${wanted}, later than a job should wait for it` };
        }
        this.#retries += 1;
        onWait(`${reason}; asked again in ${(ms / 1000).toFixed(1)} s`);
        await clock.sleep(ms);
        return undefined;
    }
    /** Twice as long each time, from half of it up; what GitHub names is kept to, and a little more. */
    #waitMs(afterMs) {
        const spread = this.#spread();
        if (afterMs !== undefined)
            return Math.round(afterMs + spread * FIRST_WAIT_MS);
        const longest = Math.min(FIRST_WAIT_MS * 2 ** this.#retries, LONGEST_WAIT_MS);
        return Math.round(longest * (0.5 + spread / 2));
    }
    /** From 0 to 1, by the seed: chance has no place in a run, but runs must not come back all at once. */
    #spread() {
        const digest = (0,external_node_crypto_.createHash)('sha256').update(`${this.#options.jitterSeed}:${this.#retries}`).digest();
        return digest.readUInt32BE(0) / 2 ** 32;
    }
}

;// CONCATENATED MODULE: ./github/client.js
/** Asks GitHub's REST API, and says what came of it instead of throwing: GitHub decides nothing about a verdict. */



/** How long and how often GitHub is asked. One minute is what it wants after a secondary limit: so much must fit. */
const LIMITS = { retries: 6, deadlineMs: 90_000, requestTimeoutMs: 15_000 };
function createClient(options) {
    const limits = { ...LIMITS, ...options.limits };
    const token = options.token?.trim() ?? '';
    const send = sender(options.apiUrl, token, limits.requestTimeoutMs);
    return {
        hasToken: token !== '',
        openSession() {
            const patience = new Patience({ onWait: () => undefined, ...options, limits });
            const askOnce = async (request) => send(request, options.clock);
            return {
                askOnce,
                waitFor: (again) => patience.waitFor(again),
                async ask(request) {
                    for (;;) {
                        const answer = await askOnce(request);
                        if (answer.kind !== 'again')
                            return answer;
                        const end = await patience.waitFor(answer);
                        if (end)
                            return end;
                    }
                },
            };
        },
    };
}
/**
 * GitHub's own client sends, with the token, by the proxy that the environment names. It is loaded when it is first
 * needed: it reads the event's file while it loads. Its plugin for retries is not for us: it repeats a POST whose answer
 * was lost, which would make two comments, and knows no time at which a job has waited enough.
 */
function sender(apiUrl, token, timeoutMs) {
    const connect = async () => {
        const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(8031), __webpack_require__.e(1329)]).then(__webpack_require__.bind(__webpack_require__, 61329));
        return getOctokit(token, {
            baseUrl: apiUrl.replace(/\/+$/, ''),
            userAgent: `partition-guard/${tool_version/* TOOL_VERSION */.w}`,
            // What it warns of, such as an address that GitHub will retire one day, is for its developers.
            log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        });
    };
    let connecting;
    return async ({ method, path, query, body }, clock) => {
        if (token === '')
            return { kind: 'refused', status: 401, message: 'there is no token' };
        // No request can carry it: asking again would not help.
        if (!/^[\x21-\x7e]+$/.test(token))
            return { kind: 'refused', status: 401, message: 'it is no token' };
        try {
            connecting ??= connect();
            const { request } = await connecting;
            const { status, headers, data } = await request({
                method,
                url: pathOf(path, query),
                headers: { 'x-github-api-version': '2022-11-28' },
                request: { signal: AbortSignal.timeout(timeoutMs) },
                ...(body === undefined ? {} : { data: body }),
            });
            return answerOf({ status, headers, data }, clock.nowMs());
        }
        catch (error) {
            const response = responseOf(error);
            return response ? answerOf(response, clock.nowMs()) : noAnswer(error, timeoutMs);
        }
    };
}
const ignore = () => undefined;
/** What GitHub answered, where the client throws for its status. */
function responseOf(error) {
    const response = error?.response;
    return typeof response?.status === 'number' ? response : undefined;
}
function pathOf(path, query = {}) {
    const segments = path.map((segment) => encodeURIComponent(segment)).join('/');
    const words = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    return `/${segments}${words.length > 0 ? `?${words.join('&')}` : ''}`;
}


/***/ }),

/***/ 97665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ WORKFLOW_RUN_EVENT),
/* harmony export */   BL: () => (/* binding */ PULL_REQUEST_EVENT),
/* harmony export */   HH: () => (/* binding */ isSha),
/* harmony export */   _R: () => (/* binding */ PUSH_EVENT),
/* harmony export */   fO: () => (/* binding */ isFullName),
/* harmony export */   kd: () => (/* binding */ MERGE_GROUP_EVENT),
/* harmony export */   uN: () => (/* binding */ OTHER_EVENT)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29143);
/** The shapes of GitHub's event files, as far as they are read: parsed at the door, since others wrote what is in them. */

/** Zeros stand for no commit: a branch that is made or deleted by the push. */
const SHA = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** owner/name. A name of dots alone would climb in an address. */
const FULL_NAME = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/);
const NUMBER = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive();
const HEAD_REPOSITORY = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: NUMBER, full_name: FULL_NAME });
const REPOSITORY = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: NUMBER,
    full_name: FULL_NAME,
    default_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
});
const PULL_REQUEST_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(''),
    repository: REPOSITORY,
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        number: NUMBER,
        head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: SHA, repo: HEAD_REPOSITORY.nullable() }),
        base: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: SHA, ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1) }),
    }),
});
const MERGE_GROUP_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: REPOSITORY,
    merge_group: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ head_sha: SHA, head_ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), base_sha: SHA, base_ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
});
const PUSH_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: REPOSITORY,
    ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    before: SHA,
    after: SHA,
    deleted: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false),
});
const WORKFLOW_RUN_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: REPOSITORY,
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: NUMBER,
        run_attempt: NUMBER.default(1),
        event: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
        head_sha: SHA,
        head_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        head_repository: HEAD_REPOSITORY.nullish(),
        pull_requests: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            number: NUMBER,
            head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: SHA, repo: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: NUMBER }) }),
            base: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: NUMBER }) }),
        }))
            .nullish()
            .transform((list) => list ?? []),
    }),
});
/** Something is there, whatever it is. */
const THERE = zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()
    .transform((value) => value !== undefined && value !== null)
    .catch(true);
/** Every other event: what all have, where it is as GitHub writes it. Nothing of it is needed. */
const OTHER_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: REPOSITORY.optional().catch(undefined),
    schedule: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().catch(undefined),
    /** Of a review, of a comment on a line. */
    pull_request: THERE,
    /** GitHub calls a comment on a pull request one on an issue. */
    issue: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ pull_request: THERE })
        .transform(({ pull_request: isThere }) => isThere)
        .catch(false),
});
const isFullName = (text) => FULL_NAME.safeParse(text).success;
const isSha = (text) => SHA.safeParse(text).success;


/***/ }),

/***/ 10984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ ownAuthor),
/* harmony export */   EL: () => (/* binding */ isSameAuthor),
/* harmony export */   HV: () => (/* binding */ authorIn),
/* harmony export */   W2: () => (/* binding */ isTrusted)
/* harmony export */ });
/* unused harmony export WORKFLOW_AUTHOR */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29143);
/** Who we are on GitHub: only what we wrote ourselves is ever changed. */

/** Whose comments a workflow's own token writes. */
const WORKFLOW_TOKEN = 'github-actions[bot]';
/** Of the workflow's own token, whoever asks. */
const WORKFLOW_AUTHOR = { login: WORKFLOW_TOKEN, id: undefined };
const USER = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() });
/**
 * @param given the login that the operator names: an app's token can't ask who it is.
 * @returns `badToken` where GitHub doesn't know the token.
 */
async function ownAuthor(session, given) {
    if (given !== undefined && given !== '')
        return { login: given, id: undefined };
    const answer = await session.ask({ method: 'GET', path: ['user'] });
    if (answer.kind === 'unreachable')
        return answer;
    if (answer.kind === 'refused' && answer.status === 401)
        return { kind: 'bad-token' };
    const user = answer.kind === 'ok' ? authorIn(answer.data) : undefined;
    return user ?? WORKFLOW_AUTHOR;
}
/** A user as GitHub gives it; undefined where it isn't one (the account was deleted). */
function authorIn(user) {
    const parsed = USER.safeParse(user);
    return parsed.success ? { login: parsed.data.login, id: parsed.data.id } : undefined;
}
const isSameAuthor = (us, user) => user !== undefined &&
    (us.id === undefined ? us.login.toLowerCase() === user.login.toLowerCase() : us.id === user.id);
/** Ourselves, or a workflow of this repository: nobody else may write under that name. */
const isTrusted = (us, user) => isSameAuthor(us, user) || isSameAuthor(WORKFLOW_AUTHOR, user);


/***/ }),

/***/ 23922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ Pages),
/* harmony export */   n: () => (/* binding */ readPages)
/* harmony export */ });
const PAGE_SIZE = 100;
/** 100,000 entries: more is a fault of the one that answers. */
const MOST_PAGES = 1000;
class Pages {
    #session;
    #request;
    #page = 0;
    #isLast = false;
    constructor(session, request) {
        this.#session = session;
        this.#request = request;
    }
    /** The next page's entries as they came; undefined after the last. */
    async next() {
        if (this.#isLast)
            return undefined;
        this.#page += 1;
        const query = { ...this.#request.query, per_page: PAGE_SIZE, page: this.#page };
        const answer = await this.#session.ask({ ...this.#request, query });
        if (answer.kind !== 'ok')
            return answer;
        const found = Array.isArray(answer.data) ? answer.data : [];
        // A proxy may drop the header, and a full page without it be the last.
        this.#isLast = (!answer.hasNextPage && found.length < PAGE_SIZE) || this.#page >= MOST_PAGES;
        return found;
    }
}
/** All of them, in GitHub's order. Entries that go meanwhile shift the others: some come twice. */
async function readPages(session, request) {
    const pages = new Pages(session, request);
    const all = [];
    for (;;) {
        const page = await pages.next();
        if (page === undefined)
            return all;
        if ('kind' in page)
            return page;
        all.push(...page);
    }
}


/***/ }),

/***/ 75569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ checkedOut),
/* harmony export */   n: () => (/* binding */ mergeBaseOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48670);
/** Finds the commit that a change is to be compared with: what its branch and the one it goes into have in common. */



const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/**
 * @param baseSha tip of the branch that the change goes into, from GitHub's event.
 * @param cwd a folder of the checkout.
 * @returns the merge base's commit.
 */
async function mergeBaseOf(baseSha, cwd) {
    try {
        const { stdout } = await run('git', ['merge-base', '--end-of-options', baseSha, 'HEAD'], { cwd });
        return stdout.trim();
    }
    catch (error) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n(`the merge base with ${baseSha.slice(0, 12)} is not in the checkout`, {
            code: 'merge-base-missing',
            hint: 'Set fetch-depth: 0 at actions/checkout, or give base a git ref.',
            cause: error,
        });
    }
}
/** The commit that the checkout is at; undefined where it is none. */
const checkedOut = async (cwd) => run('git', ['rev-parse', '--verify', 'HEAD'], { cwd }).then(({ stdout }) => stdout.trim(), () => undefined);


/***/ }),

/***/ 24495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ releaseIn),
/* harmony export */   NC: () => (/* binding */ describeRelease),
/* harmony export */   a3: () => (/* binding */ shortRelease),
/* harmony export */   lA: () => (/* binding */ fits)
/* harmony export */ });
/** The digest of a release inside of a text of GitHub's: the one thing that says what was validated or deployed. */
const DIGEST = /\bsha256:[0-9a-f]{64}\b/;
/** What GitHub takes for the description of a status. */
const LONGEST = 140;
/** The first in it; undefined where there is none. */
const releaseIn = (text) => DIGEST.exec(text)?.[0];
/**
 * @param words what came of it, short; they are cut before the digest is.
 * @returns a description that GitHub takes, with the whole digest.
 */
function describeRelease(words, release) {
    const end = endWith(release);
    const room = LONGEST - end.length;
    return `${words.length > room ? `${words.slice(0, room - 1)}…` : words}${end}`;
}
const endWith = (release) => ` · release ${release}`;
/** Whether describeRelease takes them whole. */
const fits = (words, release) => words.length + endWith(release).length <= LONGEST;
/** As people are shown it. */
const shortRelease = (release) => release.slice(0, 'sha256:'.length + 12);


/***/ }),

/***/ 85161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qs: () => (/* binding */ fileValidation),
  $b: () => (/* binding */ findValidation)
});

// UNUSED EXPORTS: VALIDATION_CONTEXT

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(29143);
// EXTERNAL MODULE: ./github/access.js
var github_access = __webpack_require__(51338);
// EXTERNAL MODULE: ./github/own-author.js
var own_author = __webpack_require__(10984);
// EXTERNAL MODULE: ./github/pages.js
var pages = __webpack_require__(23922);
// EXTERNAL MODULE: ./migrations/under-test.js
var under_test = __webpack_require__(42319);
// EXTERNAL MODULE: ./github/release-text.js
var release_text = __webpack_require__(24495);
;// CONCATENATED MODULE: ./github/validation-text.js
/** What a validation's status says in its description: the verdict, what was under test, by which rules, of which release. */


/** As much of a digest of rules as is told: enough to tell two configurations apart. */
const RULES_LENGTH = 16;
/** What GitHub takes; where there is no room for the places there is for their digest, with the word `pass` at least. */
function describeValidation({ verdict, release, underTest, rules }) {
    const [first, ...shorter] = [underTest, (0,under_test/* placesDigest */.vx)(underTest)].map((places) => `${verdict} · tests ${places} · rules ${rules.slice(0, RULES_LENGTH)}`);
    const words = [first ?? '', ...shorter].find((one) => (0,release_text/* fits */.lA)(one, release));
    return (0,release_text/* describeRelease */.NC)(words ?? verdict, release);
}
const readValidation = (description) => ({
    release: (0,release_text/* releaseIn */.B8)(description),
    underTest: / · tests (none|=[0-9a-f]{16}|[\d,-]+) · /.exec(description)?.[1],
    rules: / · rules ([0-9a-f]{16}) · /.exec(description)?.[1],
});
const areSameRules = (told, rules) => told !== undefined && told === rules.slice(0, RULES_LENGTH);

;// CONCATENATED MODULE: ./github/validation-status.js
/** The record of a validation, as a status of the commit: filed after a run, and found before a deployment. */





/** Checks of several configurations append a name of theirs. */
const VALIDATION_CONTEXT = 'partition-guard/validation';
const contextOf = (key) => key === '' ? VALIDATION_CONTEXT : `${VALIDATION_CONTEXT} (${key})`;
/** Another check's name can begin with ours. */
const isValidation = (context) => context === VALIDATION_CONTEXT || (context.startsWith(`${VALIDATION_CONTEXT} (`) && context.endsWith(')'));
/** A later one of the same context and release takes its place, whatever it says. */
async function fileValidation(access, record) {
    const { client, repository, commit, runUrl } = access;
    if (!client.hasToken)
        return { kind: 'not-filed', reason: 'there is no token' };
    const context = contextOf(record.key);
    // Filed twice is filed once: the newest counts.
    const answer = await client.openSession().ask({
        method: 'POST',
        path: [...(0,github_access/* rootOf */.I5)(repository), 'statuses', commit],
        body: {
            state: record.verdict === 'pass' ? 'success' : 'failure',
            context,
            description: describeValidation(record),
            ...(runUrl === undefined ? {} : { target_url: runUrl }),
        },
    });
    switch (answer.kind) {
        case 'ok':
            return { kind: 'filed', context };
        case 'unreachable':
            return { kind: 'not-filed', reason: answer.reason };
        case 'refused':
            return answer.status === 403 || answer.status === 404
                ? { kind: 'forbidden' }
                : { kind: 'not-filed', reason: `GitHub refused it (${answer.status}: ${answer.message})` };
    }
}
/**
 * Goes by what was validated, never by the commit: a squash or a rebase makes other commits of the same migrations, and a
 * merge can make other migrations of validated ones. One validation must have had all under test that is pending: of
 * two that each saw a part nobody has seen the whole. The commit's own word comes before that of the pull requests that
 * it came from.
 */
async function findValidation(access, released) {
    const { client, commit } = access;
    if (!client.hasToken)
        return { kind: 'unknown', reason: 'there is no token to ask GitHub with' };
    const session = client.openSession();
    const us = await (0,own_author/* ownAuthor */.AP)(session, undefined);
    if ('kind' in us) {
        return {
            kind: 'unknown',
            reason: us.kind === 'unreachable' ? us.reason : 'GitHub does not accept the token',
        };
    }
    const asked = { session, access, us, released };
    const own = { commit, name: `commit ${commit.slice(0, 12)}` };
    const first = await judgedAt(asked, own);
    if (first && first.kind !== 'beside')
        return first;
    const places = await pullRequestsOf(asked);
    if ('kind' in places)
        return places;
    const others = new Map(places.filter((one) => one.commit !== commit).map((one) => [one.commit, one]));
    const found = [first];
    for (const place of others.values()) {
        const there = await judgedAt(asked, place);
        if (there?.kind === 'failed' || there?.kind === 'unknown')
            return there;
        found.push(there);
    }
    const lookedAt = [own, ...others.values()].map(({ name }) => name);
    return (found.find((one) => one?.kind === 'validated') ??
        found.find((one) => one !== undefined) ?? { kind: 'not-validated', lookedAt });
}
const STATUS = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    state: schemas/* string */.YjP(),
    context: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullish(),
    target_url: schemas/* string */.YjP().nullish(),
    creator: schemas/* unknown */.L5J(),
});
/**
 * Of each context the newest counts that failed or that speaks of all this: a later pass that had less under test takes
 * nothing from an earlier failure.
 *
 * @returns undefined where nobody whose word counts has said anything of the release there.
 */
async function judgedAt(asked, { commit, name }) {
    const { session, access, us, released } = asked;
    const path = [...(0,github_access/* rootOf */.I5)(access.repository), 'commits', commit, 'statuses'];
    const answer = await (0,pages/* readPages */.n)(session, { method: 'GET', path });
    // A commit that was never pushed.
    if ('kind' in answer)
        return isNoCommit(answer) ? undefined : unknown(answer, 'statuses: read');
    const words = answer
        .flatMap((one) => STATUS.safeParse(one).data ?? [])
        .filter(({ context, creator }) => isValidation(context) && (0,own_author/* isTrusted */.W2)(us, (0,own_author/* authorIn */.HV)(creator)))
        .sort((a, b) => b.id - a.id)
        .flatMap((status) => wordOf(status, released, name));
    const newest = new Map();
    for (const { context, found } of words.filter(({ found: { kind } }) => kind !== 'beside')) {
        if (!newest.has(context))
            newest.set(context, found);
    }
    const judged = [...newest.values()];
    return judged.find(({ kind }) => kind === 'failed') ?? judged[0] ?? words[0]?.found;
}
/** A failure is one whatever it had under test. */
function wordOf({ context, state, description, target_url: url }, { release, rules, untested }, place) {
    const told = readValidation(description ?? '');
    if (told.release !== release)
        return [];
    const found = { where: `${place}, ${context}`, url: url ?? undefined };
    if (state !== 'success')
        return [{ context, found: { ...found, kind: 'failed' } }];
    const missing = untested(told.underTest);
    const sameRules = areSameRules(told.rules, rules);
    return missing.length === 0 && sameRules
        ? [{ context, found: { ...found, kind: 'validated' } }]
        : [{ context, found: { ...found, kind: 'beside', untested: missing, sameRules } }];
}
const PULL_REQUEST = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    merge_commit_sha: schemas/* string */.YjP().nullish(),
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }),
    base: schemas/* object */.Ikc({ repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }) }),
});
/** Their heads, and the commits that they became. */
async function pullRequestsOf({ session, access }) {
    const { owner, name } = access.repository;
    const path = [...(0,github_access/* rootOf */.I5)(access.repository), 'commits', access.commit, 'pulls'];
    const answer = await (0,pages/* readPages */.n)(session, { method: 'GET', path });
    if ('kind' in answer)
        return isNoCommit(answer) ? [] : unknown(answer, 'pull-requests: read');
    return answer.flatMap((one) => {
        const { data: pull } = PULL_REQUEST.safeParse(one);
        if (pull?.base.repo.full_name.toLowerCase() !== `${owner}/${name}`.toLowerCase())
            return [];
        const merged = pull.merge_commit_sha;
        return [
            { commit: pull.head.sha, name: `the head of #${pull.number}` },
            ...(merged ? [{ commit: merged, name: `the merge of #${pull.number}` }] : []),
        ];
    });
}
const isNoCommit = (answer) => answer.kind === 'refused' && answer.status === 422;
function unknown(answer, permission) {
    if (answer.kind === 'unreachable')
        return { kind: 'unknown', reason: answer.reason };
    const isForbidden = answer.status === 403 || answer.status === 404;
    const lacks = isForbidden ? `; the job may lack ${permission}` : '';
    return { kind: 'unknown', reason: `GitHub refused to tell (${answer.status}: ${answer.message})${lacks}` };
}


/***/ }),

/***/ 42319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xi: () => (/* binding */ untested),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   vx: () => (/* binding */ placesDigest)
/* harmony export */ });
/* unused harmony export NONE_UNDER_TEST */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Which files of a release a validation had under test: by their place in its order, which the release's digest fixes. */

const NONE_UNDER_TEST = 'none';
/**
 * @param all in the order that the release's digest goes by.
 * @param some of them, the very objects, in any order.
 * @returns such as `41-43,57`, counted from 1; `none` of no files.
 */
function placesOf(all, some) {
    const chosen = new Set(some);
    const runs = [];
    for (const [i, migration] of all.entries()) {
        if (!chosen.has(migration))
            continue;
        const open = runs.at(-1);
        if (open?.last === i)
            open.last = i + 1;
        else
            runs.push({ first: i + 1, last: i + 1 });
    }
    const told = runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
    return told.join(',') || NONE_UNDER_TEST;
}
/**
 * Where there is no room for the places: a validation so recorded stands for these very files, and for no smaller part
 * of them.
 */
const placesDigest = (places) => `=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(places, 'utf8').digest('hex').slice(0, 16)}`;
/** @returns the pending ones that were not under test; all of them where nobody can tell. */
function untested({ all, pending, underTest }) {
    if (underTest === undefined)
        return pending;
    if (underTest.startsWith('='))
        return placesDigest(placesOf(all, pending)) === underTest ? [] : pending;
    const ranges = rangesIn(underTest);
    return pending.filter((migration) => {
        const place = all.indexOf(migration) + 1;
        return place === 0 || !ranges.some(({ first, last }) => first <= place && place <= last);
    });
}
/** What reads as no range is none. */
const rangesIn = (places) => places.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    return first === undefined ? [] : [{ first: Number(first), last: Number(last) }];
});


/***/ }),

/***/ 81238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   w: () => (/* binding */ renderComment)
/* harmony export */ });
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6642);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4416);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71520);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72331);




/** Characters, as GitHub tells its limit. */
const COMMENT_LIMIT = 65_536;
const LENGTHS = { findings: 30, details: 20, scenarios: 60, notes: 20 };
/**
 * Counted in UTF-16 units, which are never fewer than characters: so many are also within the 262,144 bytes that
 * GitHub has been seen to store, since a unit takes three bytes at most.
 */
function renderComment(result, { marker, links, limit }) {
    return (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .assemble */ .f)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.reportOf)(result, { lengths: LENGTHS, links, marker }), {
        most: limit ?? COMMENT_LIMIT,
        measure: (text) => text.length,
        elsewhere: elsewhere(links),
    });
}
function elsewhere(links) {
    const run = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .runAddress */ .YM)(links);
    const where = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .linked */ .q)('the summary of the workflow run', run);
    return `All of it is in ${where} and in the report files.`;
}


/***/ }),

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

/***/ 40233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ SUMMARY_LIMIT),
/* harmony export */   q: () => (/* binding */ renderJobSummary)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71520);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72331);


/** Bytes: below GitHub's 1 MiB a step, with room for what else the step writes. */
const SUMMARY_LIMIT = 960 * 1024;
const renderJobSummary = (result, { links }) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .assemble */ .f)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__.reportOf)(result, { lengths: _markdown_js__WEBPACK_IMPORTED_MODULE_0__.EVERYTHING, links }), {
    most: SUMMARY_LIMIT,
    measure: (text) => Buffer.byteLength(text),
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`, `html`.',
});


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
