export const id = 6445;
export const ids = [6445];
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

/***/ 14168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   playMaintain: () => (/* binding */ playMaintain)
/* harmony export */ });
/* harmony import */ var _deploy_alert_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93034);
/* harmony import */ var _deploy_runway_watch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76385);
/* harmony import */ var _github_runway_issue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91271);
/* harmony import */ var _maintenance_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79666);
/* harmony import */ var _report_maintenance_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74226);
/* harmony import */ var _default_reports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44932);
/* harmony import */ var _target_mode_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17910);
/** Mode maintain: partitions ahead, retention and archive, and the issue that says when writes would fail. */







async function playMaintain(run) {
    const { job, settings } = run;
    const result = await (0,_target_mode_js__WEBPACK_IMPORTED_MODULE_6__/* .played */ .A6)(run, () => (0,_maintenance_command_js__WEBPACK_IMPORTED_MODULE_3__/* .runMaintain */ .L_)((0,_target_mode_js__WEBPACK_IMPORTED_MODULE_6__/* .commandOf */ .Nl)(run)));
    job.log.line((0,_deploy_alert_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .whatWasMaintained */ .KI)(result));
    await keepIssue(run, result);
    const alert = (0,_deploy_alert_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .maintenanceAlert */ .ok)(result);
    return {
        mode: 'maintain',
        status: (0,_maintenance_command_js__WEBPACK_IMPORTED_MODULE_3__/* .maintenanceExit */ .Ed)(result),
        outcome: result.outcome,
        environment: result.environment,
        applied: 0,
        summary: (0,_report_maintenance_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .renderMaintenanceMarkdown */ .r)(result),
        annotations: [...faultsOf(result), ...(0,_target_mode_js__WEBPACK_IMPORTED_MODULE_6__/* .warningsOf */ .nZ)(run, result.warnings)],
        reports: (0,_default_reports_js__WEBPACK_IMPORTED_MODULE_5__/* .wholePaths */ .E)(settings.cwd, settings.reports),
        ...(alert === undefined ? {} : { alert }),
    };
}
async function keepIssue({ job, github, warnings }, result) {
    const outcome = github && (await (0,_deploy_runway_watch_js__WEBPACK_IMPORTED_MODULE_1__/* .watchRunway */ .I)(github, result));
    if (!outcome)
        return;
    const warning = (0,_github_runway_issue_js__WEBPACK_IMPORTED_MODULE_2__/* .runwayWarning */ .F)(outcome);
    if (warning !== undefined)
        warnings.add(warning);
    else if ('url' in outcome)
        job.log.line(`issue about the runway ${outcome.kind}: ${outcome.url}`);
}
function faultsOf({ refusals, tables }) {
    const told = [
        ...refusals.map(({ gate, message, hint }) => ({ title: `Refused: ${gate}`, message, hint })),
        ...tables.flatMap(_deploy_alert_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .shortRunway */ .L9).map((message) => ({
            title: 'Writes would fail',
            message,
            hint: 'Make partitions ahead: premake.',
        })),
        ...tables.flatMap(({ table, problems }) => problems.map(({ step, message, hint }) => ({ title: `${step}: ${table}`, message, hint }))),
    ];
    return told.map(({ title, message, hint }) => ({
        level: 'error',
        title,
        message: `${message}\n→ ${hint}`,
    }));
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


/***/ })

};
