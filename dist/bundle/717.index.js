export const id = 717;
export const ids = [717];
export const modules = {

/***/ 38232:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 71040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  playApply: () => (/* binding */ playApply)
});

// EXTERNAL MODULE: ./apply-command.js + 19 modules
var apply_command = __webpack_require__(54249);
// EXTERNAL MODULE: ./deploy/alert-lines.js
var alert_lines = __webpack_require__(93034);
// EXTERNAL MODULE: ./github/access.js
var access = __webpack_require__(51338);
// EXTERNAL MODULE: ./github/deployment-list.js
var deployment_list = __webpack_require__(98768);
// EXTERNAL MODULE: ./github/release-text.js
var release_text = __webpack_require__(24495);
;// CONCATENATED MODULE: ./github/deployments.js
/** The deployment of a run on GitHub: the one that GitHub filed for the job's environment, or one of our own. */



/** Of our own one is created, queued first, as GitHub does it; whichever it is, it is in progress afterwards. */
async function openDeployment(access, request) {
    if (!access.client.hasToken)
        return { kind: 'not-filed', reason: 'there is no token' };
    const session = access.client.openSession();
    const { environment, release } = request;
    const githubs = await deploymentOfJob(session, access, environment);
    if (typeof githubs === 'object')
        return notFiled(githubs);
    const id = githubs ?? (await fileOwn({ session, access }, request));
    if (typeof id === 'object')
        return notFiled(id);
    const kind = githubs === undefined ? 'ours' : 'githubs';
    const opened = { kind, id, environment, release };
    if (kind === 'ours')
        await say(session, access, opened, { state: 'queued', words: 'queued' });
    const answer = await say(session, access, opened, { state: 'in_progress', words: 'applying' });
    return answer.kind === 'ok' ? opened : notFiled(answer);
}
/** @returns undefined where it is said. */
async function endDeployment(access, opened, word) {
    const answer = await say(access.client.openSession(), access, opened, word);
    return answer.kind === 'ok' ? undefined : notFiled(answer);
}
/** Said twice is said once: the newest counts. */
function say(session, access, { kind, id, release }, { state, words }) {
    return session.ask({
        method: 'POST',
        path: (0,deployment_list/* statusesPath */.ay)(access, id),
        body: {
            state,
            description: (0,release_text/* describeRelease */.NC)(words, release),
            ...(access.runUrl === undefined ? {} : { log_url: access.runUrl }),
            // When the job ends GitHub does that itself for its own.
            ...(kind === 'githubs' ? { auto_inactive: false } : {}),
        },
    });
}
/**
 * GitHub files one for a job with `environment:`, and names the run in its statuses. Its author says nothing: it and its
 * statuses are in the name of whoever started the run.
 */
const MOST_LOOKED_INTO = 30;
async function deploymentOfJob(session, access, environment) {
    const { runId, runCommit } = access;
    if (runId === undefined)
        return undefined;
    const page = await new deployment_list/* Deployments */.DS(session, access, { environment, sha: runCommit }).next();
    if (page === undefined || 'kind' in page)
        return page;
    const candidates = page.filter((one) => one.mayBeOfJob && one.commit === runCommit);
    for (const { id } of candidates.slice(0, MOST_LOOKED_INTO)) {
        const statuses = await (0,deployment_list/* statusesOf */.CB)(session, access, id);
        if ('kind' in statuses)
            return statuses;
        const isOfRun = statuses.some(({ logUrl }) => isOf(logUrl, runId));
        const isEnded = /^(?:success|failure|error|inactive)$/.test(statuses.at(-1)?.state ?? '');
        if (isOfRun && !isEnded)
            return id;
    }
    return undefined;
}
const isOf = (logUrl, runId) => new RegExp(`/actions/runs/${runId}(?:/|$)`).test(logUrl);
/** Created once: where the answer is lost, it is looked for before it is asked for again. */
async function fileOwn(filer, request) {
    const { session, access } = filer;
    const { environment, release, plan, step } = request;
    const run = `${access.runId ?? 0}.${access.attempt}.${step}`;
    for (;;) {
        const answer = await session.askOnce({
            method: 'POST',
            path: (0,deployment_list/* deploymentsPath */.Mp)(access),
            body: {
                ref: access.commit,
                task: deployment_list/* TASK */.wn,
                auto_merge: false,
                // The gates have judged already, and by the release: other checks of the commit are the workflow's business.
                required_contexts: [],
                environment,
                description: (0,release_text/* describeRelease */.NC)('partition-guard', release),
                payload: { tool: 'partition-guard', release, plan, run },
            },
        });
        if (answer.kind === 'refused')
            return answer;
        if (answer.kind === 'ok') {
            return ((0,deployment_list/* deploymentIn */.dG)(answer.data)?.id ?? { kind: 'unreachable', reason: 'GitHub’s answer is no deployment' });
        }
        const end = await session.waitFor(answer);
        if (end)
            return end;
        const there = await filedBy(filer, environment, run);
        if (there !== undefined)
            return there;
    }
}
async function filedBy({ session, access }, environment, run) {
    const page = await new deployment_list/* Deployments */.DS(session, access, { environment, task: deployment_list/* TASK */.wn }).next();
    if (page === undefined || 'kind' in page)
        return page;
    return page.find((one) => one.run === run)?.id;
}
const notFiled = (answer) => answer.kind === 'unreachable'
    ? { kind: 'not-filed', reason: answer.reason }
    : [403, 404].includes(answer.status)
        ? { kind: 'forbidden', message: answer.message }
        : { kind: 'not-filed', reason: `GitHub refused it (${answer.status}: ${answer.message})` };

// EXTERNAL MODULE: ./report/deployment/result-markdown.js
var result_markdown = __webpack_require__(31998);
// EXTERNAL MODULE: ./action/default-reports.js
var default_reports = __webpack_require__(44932);
// EXTERNAL MODULE: ./action/target-mode.js + 1 modules
var target_mode = __webpack_require__(17910);
;// CONCATENATED MODULE: ./action/apply-mode.js
/** Mode apply: the deployment, told to GitHub from its start to its end. */






async function playApply(run) {
    const { settings, github } = run;
    const command = (0,target_mode/* commandOf */.Nl)(run);
    const deployment = new DeploymentRecord(github, `${run.task.run.job ?? ''} ${settings.cwd}`, command.onWarning);
    const result = await (0,target_mode/* played */.A6)(run, async () => {
        try {
            const ended = await (0,apply_command/* runApply */.O)({
                ...command,
                onStart: (plan) => deployment.open(plan),
            });
            if (ended.outcome === 'nothing-to-do' && !settings.dryRun)
                await deployment.open(ended.plan);
            await deployment.end(wordOf(ended));
            return ended;
        }
        catch (error) {
            await deployment.end({ state: 'failure', words: 'ended by a fault' });
            throw error;
        }
    });
    const alert = (0,alert_lines/* deploymentAlert */.cR)(result);
    return {
        mode: 'apply',
        status: (0,apply_command/* applyStatus */.T)(result),
        outcome: result.outcome,
        environment: result.environment,
        planDigest: result.plan.digest,
        release: result.plan.release,
        applied: result.applied.length,
        summary: (0,result_markdown/* renderDeploymentSummary */.Sx)(result, (0,target_mode/* linked */.q)(run)),
        annotations: [...faultsOf(result), ...(0,target_mode/* warningsOf */.nZ)(run, result.warnings)],
        reports: (0,default_reports/* wholePaths */.E)(settings.cwd, settings.reports),
        ...(alert === undefined ? {} : { alert }),
    };
}
/** A refused one was none: what is inactive counts neither as success nor as failure. */
function wordOf(result) {
    switch (result.outcome) {
        case 'applied':
            return { state: 'success', words: (0,alert_lines/* whatWasApplied */.fZ)(result) };
        case 'nothing-to-do':
            return { state: 'success', words: 'nothing to do' };
        case 'failed':
            return { state: 'failure', words: 'failed' };
        case 'refused':
            return {
                state: 'inactive',
                words: result.applied.length === 0 ? 'refused' : `${(0,alert_lines/* whatWasApplied */.fZ)(result)}, then refused`,
            };
        case 'rehearsed':
            return { state: 'inactive', words: 'rehearsed' };
    }
}
function faultsOf({ failure, refusals }) {
    const refused = refusals.map(({ gate, message, hint }) => ({
        level: 'error',
        title: `Refused: ${gate}`,
        message: `${message}\n→ ${hint}`,
    }));
    if (!failure)
        return refused;
    const { message, recovery, hint, location } = failure;
    const lines = [message, ...(recovery === undefined ? [] : [recovery]), `→ ${hint}`];
    return [{ level: 'error', title: 'Apply failed', message: lines.join('\n'), ...location }, ...refused];
}
/** GitHub's word of this run: opened before the first change, ended once. What fails here is a warning. */
class DeploymentRecord {
    #github;
    #step;
    #onWarning;
    #opened;
    constructor(github, step, onWarning) {
        this.#github = github;
        this.#step = step;
        this.#onWarning = onWarning;
    }
    async open({ environment, release, digest }) {
        if (this.#github === undefined || environment === undefined || this.#opened)
            return;
        const asked = { environment, release, plan: digest, step: this.#step };
        this.#opened = await openDeployment(this.#github, asked);
        this.#tell(this.#opened);
    }
    async end(word) {
        const opened = this.#opened;
        if (this.#github === undefined || opened === undefined || !('id' in opened))
            return;
        this.#tell(await endDeployment(this.#github, opened, word));
    }
    #tell(outcome) {
        if (outcome === undefined || 'id' in outcome)
            return;
        const why = outcome.kind === 'forbidden'
            ? `the job lacks deployments: write (GitHub said: ${outcome.message})`
            : outcome.reason;
        this.#onWarning(`GitHub was not told of this deployment: ${why}. The audit on the target has it.`);
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

/***/ 17910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nl: () => (/* binding */ commandOf),
  q: () => (/* binding */ linked),
  openTargetRun: () => (/* binding */ openTargetRun),
  A6: () => (/* binding */ played),
  nZ: () => (/* binding */ warningsOf)
});

// EXTERNAL MODULE: ./github/access.js
var access = __webpack_require__(51338);
// EXTERNAL MODULE: ./report/paint.js
var paint = __webpack_require__(17315);
// EXTERNAL MODULE: ./action/github-access.js
var github_access = __webpack_require__(9651);
// EXTERNAL MODULE: ./action/job.js + 3 modules
var action_job = __webpack_require__(33545);
// EXTERNAL MODULE: ./action/links.js
var action_links = __webpack_require__(83766);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./settings/load-configuration.js
var load_configuration = __webpack_require__(32245);
// EXTERNAL MODULE: ./settings/resolve-deploy-settings.js
var resolve_deploy_settings = __webpack_require__(7486);
;// CONCATENATED MODULE: ./action/target-settings.js
/** The inputs of a mode that has to do with a target, as settings; its secrets are masked before anything else is done. */





async function targetSettings({ cwd, env, inputs, log, secrets }, mode, startedAt) {
    const text = (name) => inputs.text(name);
    const settings = await (0,resolve_deploy_settings/* deploySettings */.$)({
        command: mode,
        cwd,
        ...(0,load_configuration.loadConfiguration)(cwd, text('config')),
        optionStyle: 'input',
        env,
        now: BigInt(startedAt.getTime()) * 1000n,
        options: {
            migrations: inputs.lines('migrations'),
            target: text('target'),
            environment: text('environment'),
            plan: text('plan'),
            validated: text('validated'),
            allowUnvalidated: text('allow-unvalidated'),
            allowEnvironment: text('allow-environment'),
            baseline: text('baseline'),
            verify: text('verify'),
            lockTimeout: text('lock-timeout'),
            statementTimeout: text('statement-timeout'),
            retries: text('retries'),
            dryRun: text('dry-run'),
            premake: text('premake'),
            retention: text('retention'),
            archive: text('archive'),
            json: text('json') ?? (await defaultReport(env['RUNNER_TEMP'])),
            markdown: text('markdown'),
        },
    });
    secrets.add(settings.target);
    (0,action_job/* maskSecrets */.Q)({ cwd, env, inputs, log, secrets });
    return settings;
}
/** So that a later step can keep it; in the folder that the runner empties after the job. */
async function defaultReport(parent) {
    if (!parent)
        return undefined;
    // Of its own for each step: an action can be used twice in a job.
    return (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'partition-guard-')), 'report.json');
}

;// CONCATENATED MODULE: ./action/target-mode.js
/** What every mode that has to do with a target is played with. */






async function openTargetRun(job, task, mode, startedAt) {
    const settings = await targetSettings(job, mode, startedAt);
    const github = (0,access/* requireAccess */.wo)(job.env, task.run, await (0,github_access/* accessOf */.Y)(job, task.run));
    return { job, task, startedAt, settings, github, warnings: new Set() };
}
/** What the commands are given, whichever it is. */
function commandOf({ job, startedAt, settings, github, warnings }) {
    const { env, log, secrets } = job;
    return {
        settings,
        env,
        startedAt,
        ...(github === undefined ? {} : { github }),
        output: log.stream,
        terminal: { paint: (0,paint/* createPaint */.X)({ colour: false }) },
        redact: secrets.redact,
        onWarning: (text) => void warnings.add(text),
        onProgress: (text) => log.line(text),
        // The runner is told afterwards: while it obeys nothing, it would print the line that is to mask it.
        onSecret: (secret) => secrets.add(secret),
    };
}
/** While `body` prints, the runner obeys nothing; what it found that is secret is masked in what comes after. */
async function played({ job }, body) {
    try {
        return await job.log.withoutCommands(body);
    }
    finally {
        (0,action_job/* maskSecrets */.Q)(job);
    }
}
/** Where places of its report lead to. */
function linked({ task }) {
    const links = (0,action_links/* linksOf */.h)(task.run);
    return links === undefined ? {} : { links };
}
/** The warnings of a run, as annotations. */
const warningsOf = ({ warnings }, more = []) => [...new Set([...warnings, ...more])].map((message) => ({
    level: 'warning',
    title: 'partition-guard',
    message,
}));


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


/***/ })

};
