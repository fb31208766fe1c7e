export const id = 1111;
export const ids = [1111];
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
// EXTERNAL MODULE: ./github/validation-status.js
var validation_status = __webpack_require__(53302);
// EXTERNAL MODULE: ./action/github-access.js
var github_access = __webpack_require__(9651);
;// CONCATENATED MODULE: ./action/validation-record.js
/** Records at the commit what was validated, for the deployment that asks for it. */


async function recordValidation(job, task, judged) {
    const { log } = job;
    const { release, verdict } = judged.result;
    const why = reasonAgainst(job, task.run.event, judged);
    // Where the release is not known, the run was not whole, or its reports are older than the record.
    if (why !== undefined || release === undefined) {
        if (why !== undefined)
            log.line(`no record of the validation: ${why}`);
        return;
    }
    const access = await (0,github_access/* accessOf */.Y)(job, task.run);
    if (access === undefined)
        return;
    const filed = await (0,validation_status/* fileValidation */.qs)(access, { release, verdict, key: keyOf(job, judged.result) });
    switch (filed.kind) {
        case 'filed':
            log.line(`validation recorded at ${access.commit.slice(0, 12)} as ${filed.context}: ${verdict}, ${release}`);
            return;
        case 'forbidden':
            // Most workflows only check: that they can't record it is no fault of theirs.
            log.line('no record of the validation, which mode apply asks for: the job lacks statuses: write');
            return;
        case 'not-filed':
            log.annotate({
                level: 'warning',
                title: 'The validation is not recorded',
                message: `${filed.reason}. The verdict stands; mode apply will not know of it until it is run again.`,
            });
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
 * What tells it from other validations of the same commit: legs of a matrix must not overwrite each other's failure, and
 * may name their servers in other ways than by `postgres`.
 */
function keyOf({ inputs }, { server, scenarios }) {
    const joined = scenarios.flatMap((scenario) => scenario.server ?? []);
    const played = joined.length > 0 ? joined : [server.version];
    const majors = new Set([...(inputs.lines('postgres') ?? []), ...played].map(majorIn));
    const name = inputs.text('comment-key') ?? inputs.text('config');
    const words = [...majors].sort().map((major) => `PostgreSQL ${major}`);
    return [...(name === undefined ? [] : [name.slice(0, LONGEST_NAME)]), ...words].join(', ');
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
/* harmony export */   a3: () => (/* binding */ shortRelease)
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
    const end = ` · release ${release}`;
    const room = LONGEST - end.length;
    return `${words.length > room ? `${words.slice(0, room - 1)}…` : words}${end}`;
}
/** As people are shown it. */
const shortRelease = (release) => release.slice(0, 'sha256:'.length + 12);


/***/ }),

/***/ 53302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ findValidation),
/* harmony export */   qs: () => (/* binding */ fileValidation)
/* harmony export */ });
/* unused harmony export VALIDATION_CONTEXT */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29143);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51338);
/* harmony import */ var _own_author_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10984);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23922);
/* harmony import */ var _release_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24495);
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
        path: [...(0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(repository), 'statuses', commit],
        body: {
            state: record.verdict === 'pass' ? 'success' : 'failure',
            context,
            description: (0,_release_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRelease */ .NC)(record.verdict, record.release),
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
 * Goes by the release alone: a squash or a rebase makes other commits of the same migrations, and a merge can make other
 * migrations of validated ones. The commit's own word comes before that of the pull requests that it came from.
 */
async function findValidation(access, release) {
    const { client, commit } = access;
    if (!client.hasToken)
        return { kind: 'unknown', reason: 'there is no token to ask GitHub with' };
    const session = client.openSession();
    const us = await (0,_own_author_js__WEBPACK_IMPORTED_MODULE_1__/* .ownAuthor */ .AP)(session, undefined);
    if ('kind' in us) {
        return {
            kind: 'unknown',
            reason: us.kind === 'unreachable' ? us.reason : 'GitHub does not accept the token',
        };
    }
    const asked = { session, access, us, release };
    const own = { commit, name: `commit ${commit.slice(0, 12)}` };
    const first = await judgedAt(asked, own);
    if (first)
        return first;
    const places = await pullRequestsOf(asked);
    if ('kind' in places)
        return places;
    const others = new Map(places.filter((one) => one.commit !== commit).map((one) => [one.commit, one]));
    let validated;
    for (const place of others.values()) {
        const found = await judgedAt(asked, place);
        if (found && found.kind !== 'validated')
            return found;
        validated ??= found;
    }
    const lookedAt = [own, ...others.values()].map(({ name }) => name);
    return validated ?? { kind: 'not-validated', lookedAt };
}
const STATUS = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    state: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    context: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    description: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    target_url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    creator: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J(),
});
/** Undefined where nobody whose word counts has said anything of the release there. */
async function judgedAt(asked, { commit, name }) {
    const { session, access, us, release } = asked;
    const path = [...(0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(access.repository), 'commits', commit, 'statuses'];
    const answer = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_4__/* .readPages */ .n)(session, { method: 'GET', path });
    // A commit that was never pushed.
    if ('kind' in answer)
        return isNoCommit(answer) ? undefined : unknown(answer, 'statuses: read');
    const newest = new Map();
    for (const one of answer) {
        const { data: status } = STATUS.safeParse(one);
        if (!status || !isValidation(status.context) || !(0,_own_author_js__WEBPACK_IMPORTED_MODULE_1__/* .isTrusted */ .W2)(us, (0,_own_author_js__WEBPACK_IMPORTED_MODULE_1__/* .authorIn */ .HV)(status.creator)))
            continue;
        if ((0,_release_text_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseIn */ .B8)(status.description ?? '') !== release)
            continue;
        if ((newest.get(status.context)?.id ?? 0) < status.id)
            newest.set(status.context, status);
    }
    const judged = [...newest.values()];
    const bad = judged.find(({ state }) => state !== 'success');
    const told = bad ?? judged[0];
    if (!told)
        return undefined;
    const kind = bad ? 'failed' : 'validated';
    return { kind, where: `${name}, ${told.context}`, url: told.target_url ?? undefined };
}
const PULL_REQUEST = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    merge_commit_sha: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    head: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    base: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }) }),
});
/** Their heads, and the commits that they became. */
async function pullRequestsOf({ session, access }) {
    const { owner, name } = access.repository;
    const path = [...(0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(access.repository), 'commits', access.commit, 'pulls'];
    const answer = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_4__/* .readPages */ .n)(session, { method: 'GET', path });
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
    return (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .assemble */ .f)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .reportOf */ .EI)(result, { lengths: LENGTHS, links, marker }), {
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
const renderJobSummary = (result, { links }) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .assemble */ .f)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .reportOf */ .EI)(result, { lengths: _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .EVERYTHING */ .Qz, links }), {
    most: SUMMARY_LIMIT,
    measure: (text) => Buffer.byteLength(text),
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`, `html`.',
});


/***/ })

};
