export const id = 3339;
export const ids = [3339];
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

/***/ 37550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   playPlan: () => (/* binding */ playPlan)
/* harmony export */ });
/* harmony import */ var _plan_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70273);
/* harmony import */ var _report_deployment_plan_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77460);
/* harmony import */ var _report_deployment_plan_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34720);
/* harmony import */ var _default_reports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44932);
/* harmony import */ var _target_mode_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17910);





async function playPlan(run) {
    const { settings } = run;
    const plan = await (0,_target_mode_js__WEBPACK_IMPORTED_MODULE_4__/* .played */ .A6)(run, () => (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_0__/* .runPlan */ .F)((0,_target_mode_js__WEBPACK_IMPORTED_MODULE_4__/* .commandOf */ .Nl)(run)));
    return {
        mode: 'plan',
        status: (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_0__/* .planStatus */ .w)(plan),
        outcome: (0,_report_deployment_plan_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .planVerdict */ .Ft)(plan),
        environment: settings.environment,
        planDigest: plan.digest,
        release: plan.release,
        applied: 0,
        summary: (0,_report_deployment_plan_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .renderPlanSummary */ .ON)(plan, (0,_target_mode_js__WEBPACK_IMPORTED_MODULE_4__/* .linked */ .q)(run)),
        comment: (marker) => (0,_report_deployment_plan_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .renderPlanComment */ .zk)(plan, { marker, ...(0,_target_mode_js__WEBPACK_IMPORTED_MODULE_4__/* .linked */ .q)(run) }),
        annotations: [
            ...(0,_target_mode_js__WEBPACK_IMPORTED_MODULE_4__/* .warningsOf */ .nZ)(run),
            ...plan.refusals.map(({ message, hint }) => ({
                level: 'warning',
                title: 'Apply would be refused',
                message: `${message}\n→ ${hint}`,
            })),
        ],
        reports: (0,_default_reports_js__WEBPACK_IMPORTED_MODULE_3__/* .wholePaths */ .E)(settings.cwd, settings.reports),
    };
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

/***/ 70273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ planStatus),
  F: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: ./deploy/plan/plan-deployment.js + 22 modules
var plan_deployment = __webpack_require__(39584);
// EXTERNAL MODULE: ./deploy/target-migrations.js
var target_migrations = __webpack_require__(20983);
// EXTERNAL MODULE: ./deploy/audit/audited-deployments.js
var audited_deployments = __webpack_require__(52217);
// EXTERNAL MODULE: ./deploy/gates/previous-target.js
var previous_target = __webpack_require__(30916);
// EXTERNAL MODULE: ./deploy/gates/standing-refusals.js + 3 modules
var standing_refusals = __webpack_require__(54727);
// EXTERNAL MODULE: ./deploy/outside/resume.js
var resume = __webpack_require__(97115);
// EXTERNAL MODULE: ./deploy/target.js + 14 modules
var target = __webpack_require__(14705);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./domain/redaction.js
var redaction = __webpack_require__(27108);
// EXTERNAL MODULE: ./postgres/error-code.js
var error_code = __webpack_require__(81248);
// EXTERNAL MODULE: ./report/deployment/json.js
var json = __webpack_require__(68709);
// EXTERNAL MODULE: ./report/deployment/plan-markdown.js
var plan_markdown = __webpack_require__(77460);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
// EXTERNAL MODULE: ./report/deployment/layout-words.js
var layout_words = __webpack_require__(70641);
// EXTERNAL MODULE: ./report/lines.js
var report_lines = __webpack_require__(85288);
// EXTERNAL MODULE: ./report/deployment/lock-words.js
var lock_words = __webpack_require__(48880);
// EXTERNAL MODULE: ./report/deployment/plan-verdict.js
var plan_verdict = __webpack_require__(34720);
// EXTERNAL MODULE: ./report/deployment/voice.js
var voice = __webpack_require__(92397);
;// CONCATENATED MODULE: ./report/deployment/plan-terminal.js








const MARK = {
    ready: { word: 'READY', colour: 'green' },
    'nothing-to-do': { word: 'NOTHING TO DO', colour: 'green' },
    'held-up': { word: 'MAY WAIT', colour: 'yellow' },
    refused: { word: 'REFUSED', colour: 'red' },
};
function renderPlan(plan, options) {
    const { paint, width } = options;
    const { word, colour } = MARK[(0,plan_verdict/* planVerdict */.Ft)(plan)];
    const told = (line) => (0,report_lines/* wrapped */.k)(line, 8, width);
    return (0,report_lines/* text */.Q)([
        ...header(plan, paint),
        '',
        `  ${paint[colour](paint.bold(word))}  ${verdictSentence(plan)}`,
        ...standing(plan, options),
        ...(0,plan_verdict/* meaningOf */.Pr)(plan, voice/* TERMINAL_VOICE */.OI).flatMap(told),
        ...advice(plan).flatMap((line) => [`        → ${line}`]),
        ...plan.pending.flatMap((migration) => ['', ...pendingLines(migration, plan, options)]),
        ...(plan.calls.length > 0
            ? ['', '  called after them', ...plan.calls.map((call) => `    ${voice/* TERMINAL_VOICE */.OI.name(call, 240)}`)]
            : []),
        ...layoutsOf(plan),
        ...asides('drift from what was validated', plan.drift, options),
        ...asides('notes', plan.notes, options).map(paint.dim),
    ]);
}
function header({ target, toolVersion, environment, digest, release }, paint) {
    const facts = [
        paint.bold(`partition-guard ${(0,printable/* printable */.g$)(toolVersion)}`),
        `plan${environment === undefined ? '' : ` for ${(0,printable/* printable */.g$)(environment)}`}`,
        `database ${voice/* TERMINAL_VOICE */.OI.name(target.database, 80)} as ${voice/* TERMINAL_VOICE */.OI.name(target.user, 80)}`,
        `PostgreSQL ${(0,printable/* printable */.g$)(target.serverVersion)}`,
    ];
    return [facts.join(' · '), `plan     ${(0,printable/* printable */.g$)(digest)}`, `release  ${(0,printable/* printable */.g$)(release)}`];
}
function verdictSentence(plan) {
    const place = (0,plan_verdict/* placeOf */.$t)(plan, voice/* TERMINAL_VOICE */.OI);
    switch ((0,plan_verdict/* planVerdict */.Ft)(plan)) {
        case 'refused':
            return `apply would refuse; ${(0,plan_verdict/* whatIsPending */.EC)(plan)} on ${place}`;
        case 'nothing-to-do':
            return `${place} has had every migration`;
        case 'held-up':
            return `${(0,plan_verdict/* whatIsPending */.EC)(plan)} on ${place}, and would have to wait`;
        case 'ready':
            return `${(0,plan_verdict/* whatIsPending */.EC)(plan)} on ${place}; nothing was changed`;
    }
}
/** What stands in the way, each with its next step. */
function standing({ refusals, blockers }, { paint, width }) {
    const lines = (mark, head, { message, hint }) => [
        ...(0,report_lines/* wrapped */.k)(`${(0,printable/* printable */.g$)(head)}: ${(0,printable/* printable */.g$)((0,voice/* sentence */.em)(message))}`, 8, width).map((line, i) => i === 0 ? line.replace(/^ {8}/, `      ${mark} `) : line),
        ...(0,report_lines/* wrapped */.k)((0,printable/* printable */.g$)((0,voice/* sentence */.em)(hint)), 10, width).map((line, i) => i === 0 ? line.replace(/^ {10}/, '        → ') : line),
    ];
    return [
        ...refusals.flatMap((refusal) => lines(paint.red('✖'), refusal.gate, refusal)),
        ...blockers.flatMap((blocker) => lines(blocker.weight === 'refuse' ? paint.red('✖') : paint.yellow('⚠'), blocker.kind, blocker)),
    ];
}
/** The command that does it. */
function advice(plan) {
    const verdict = (0,plan_verdict/* planVerdict */.Ft)(plan);
    if (verdict === 'nothing-to-do' || verdict === 'refused')
        return [];
    const environment = plan.environment === undefined ? 'NAME' : (0,words/* shellArgument */.mN)((0,printable/* printable */.g$)(plan.environment));
    return [`partition-guard apply --environment ${environment} --plan ${(0,printable/* printable */.g$)(plan.digest)}`];
}
function pendingLines(migration, plan, options) {
    const { paint } = options;
    const name = migration.version === undefined ? 'repeatable' : (0,printable/* printable */.g$)(migration.version);
    const how = migration.transaction === 'one' ? 'one transaction' : 'outside of a transaction';
    return [
        `  ${paint.bold(name)}  ${voice/* TERMINAL_VOICE */.OI.name(migration.description, 120)}   ${voice/* TERMINAL_VOICE */.OI.name(migration.file)}   ${paint.dim(how)}`,
        ...migration.statements
            .filter((statement) => !(0,lock_words/* isQuiet */.rM)(statement))
            .flatMap((statement) => statementLines(statement, plan, options)),
        ...quietLine(migration, paint),
    ];
}
function quietLine({ statements }, paint) {
    const quiet = statements.filter(lock_words/* isQuiet */.rM).length;
    if (quiet === 0)
        return [];
    const what = quiet === statements.length ? (0,wording/* count */.U9)(quiet, 'statement') : `${(0,wording/* count */.U9)(quiet, 'more statement')}`;
    return [paint.dim(`          ${what}: no table that is in use is locked`)];
}
const STATEMENT_LENGTH = 160;
function statementLines(statement, plan, { paint }) {
    const { line, text: sql, locks, basis } = statement;
    return [
        `  ${String(line).padStart(6)}  ${voice/* TERMINAL_VOICE */.OI.name(sql, STATEMENT_LENGTH)}`,
        ...(0,lock_words/* stopping */.fX)(locks).map((lock) => `            ${(0,lock_words/* lockWords */.jU)(lock, plan, voice/* TERMINAL_VOICE */.OI)}`),
        ...(basis === 'unknown'
            ? [paint.yellow(`            locks not known: what it runs can't be seen from here`)]
            : []),
    ];
}
function layoutsOf({ layouts, layoutsAfter }) {
    if (layouts.length === 0 && !layoutsAfter)
        return [];
    const now = layouts.map((layout) => `    ${(0,layout_words/* layoutLine */.J)(layout, voice/* TERMINAL_VOICE */.OI)}`);
    const after = layoutsAfter?.map((layout) => `    ${(0,layout_words/* layoutLine */.J)(layout, voice/* TERMINAL_VOICE */.OI, { withRows: false })}`);
    return [
        ...(now.length > 0 ? ['', '  partitions now', ...now] : []),
        ...(after ? ['', '  partitions afterwards, by the validated run', ...after] : []),
    ];
}
function asides(head, lines, { width }) {
    if (lines.length === 0)
        return [];
    return ['', `  ${head}`, ...lines.flatMap((line) => (0,report_lines/* wrapped */.k)((0,voice/* sentence */.em)((0,printable/* printable */.g$)(line)), 4, width))];
}

// EXTERNAL MODULE: ./report-files.js
var report_files = __webpack_require__(25402);
// EXTERNAL MODULE: ./settings/configuration-digest.js
var configuration_digest = __webpack_require__(55167);
// EXTERNAL MODULE: ./validated-run.js
var validated_run = __webpack_require__(50570);
;// CONCATENATED MODULE: ./plan-command.js
/** `plan` from settings to a plan with its reports written: what the command line and the action share. */

















async function runPlan(command) {
    const { settings, env, output, terminal, redact } = command;
    await (0,report_files/* requireWritable */.ik)(settings.cwd, settings.reports);
    const validated = await (0,validated_run/* validatedRun */.k)(settings);
    const made = await (0,target/* withTarget */.y)({
        url: settings.target,
        env,
        onWarning: (text) => command.onWarning(redact(text)),
        ...(command.onSecret ? { onSecret: command.onSecret } : {}),
    }, async (target) => {
        const migrations = await migrationsOn(target, command);
        const { plan, pending } = await (0,plan_deployment/* planDeployment */.H)(target, {
            settings,
            env,
            migrations,
            ...(validated ? { validated } : {}),
        });
        const audit = (0,audited_deployments/* auditedDeployments */.P)(target.client);
        const standing = await standingNow(command, {
            release: plan.release,
            digest: plan.digest,
            rules: (0,configuration_digest/* configurationDigest */.L)(settings),
            migrations,
            pending,
            report: validated,
            audit,
            seenAs: await audit.environments(),
        });
        const unfinished = await unfinishedOn(target, pending);
        return {
            ...plan,
            refusals: [...plan.refusals, ...unfinished.refusals, ...standing.refusals],
            notes: [...plan.notes, ...unfinished.notes, ...standing.notes],
        };
    });
    const plan = (0,redaction/* redactResult */.rd)(made, redact);
    output.write(renderPlan(plan, terminal));
    await (0,report_files/* writeTexts */.qm)(settings.cwd, settings.reports, {
        json: () => (0,json/* renderPlanJson */.uC)(plan),
        markdown: () => (0,plan_markdown/* renderPlanMarkdown */.d$)(plan),
    });
    return plan;
}
/** Not being validated, in order or in the window yet is told, and is no fault of the plan. */
const planStatus = (plan) => (0,plan_verdict/* faultsOf */.xm)(plan).length > 0 ? operator_error/* EXIT */.d.refused : operator_error/* EXIT */.d.pass;
const migrationsOn = (target, { settings, startedAt }) => (0,target_migrations/* readTargetMigrations */.p)(target.client, {
    settings,
    database: target.facts.database,
    user: target.facts.user,
    startedAt,
});
const INSUFFICIENT_PRIVILEGE = '42501';
/** Statements outside of a transaction that were begun, as far as this role may see. */
async function unfinishedOn(target, pending) {
    try {
        return { refusals: await (0,resume/* unfinishedRefusals */.p2)(target.client, pending), notes: [] };
    }
    catch (error) {
        if ((0,error_code/* errorCode */.C)(error) !== INSUFFICIENT_PRIVILEGE)
            throw error;
        const note = 'Not judged: statements that were begun outside of a transaction, which this role may not see. GRANT SELECT ON partition_guard.migration_statement to it would let it.';
        return { refusals: [], notes: [note] };
    }
}
/** What apply would be refused for beside the target's own state; asked only where it is known for which environment. */
async function standingNow({ settings, env, github, onSecret = () => undefined }, { digest, ...standing }) {
    const notes = [];
    const drifted = settings.plan === undefined || settings.plan === digest
        ? []
        : [
            {
                gate: 'plan',
                message: `the plan that was approved is ${settings.plan}, and what would be done now is ${digest}`,
                hint: 'look at this plan, and approve it anew',
            },
        ];
    if (settings.environment === undefined)
        return { refusals: drifted, notes };
    const onWarning = (text) => void notes.push(text);
    const previousAudit = (0,previous_target/* previousDeployments */.a)({ env, onWarning, onSecret });
    const refusals = await (0,standing_refusals/* standingRefusals */.G)({ ...standing, settings, github, previousAudit, onWarning });
    return { refusals: [...drifted, ...refusals], notes };
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


/***/ })

};
