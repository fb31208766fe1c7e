export const id = 2051;
export const ids = [2051];
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

/***/ 32051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  playValidate: () => (/* binding */ playValidate)
});

// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/report-kind.js
var report_kind = __webpack_require__(53490);
// EXTERNAL MODULE: ./report/paint.js
var paint = __webpack_require__(17315);
// EXTERNAL MODULE: ./replay-options.js
var replay_options = __webpack_require__(24834);
// EXTERNAL MODULE: ./settings/load-configuration.js
var load_configuration = __webpack_require__(32245);
// EXTERNAL MODULE: ./settings/resolve-settings.js + 13 modules
var resolve_settings = __webpack_require__(13535);
// EXTERNAL MODULE: ./validate-command.js + 103 modules
var validate_command = __webpack_require__(73176);
// EXTERNAL MODULE: ./github/pull-request-base.js
var pull_request_base = __webpack_require__(75569);
;// CONCATENATED MODULE: ./action/base-commit.js
/** The commit whose migrations count as released: what the event says, where the input says nothing. */

/** @returns undefined where every migration is the change. */
async function baseCommit(event, { given, cwd }) {
    if (given !== undefined)
        return given;
    switch (event.kind) {
        case 'pull-request':
        case 'merge-group':
            return (0,pull_request_base/* mergeBaseOf */.n)(event.baseSha, cwd);
        case 'push':
            // Where history was rewritten, what both have in common is all that can be called released.
            return event.isDefaultBranch && event.beforeSha !== undefined
                ? (0,pull_request_base/* mergeBaseOf */.n)(event.beforeSha, cwd)
                : undefined;
        case 'workflow-run':
        case 'workflow-dispatch':
        case 'schedule':
        case 'other':
            return undefined;
    }
}

// EXTERNAL MODULE: ./action/default-reports.js
var default_reports = __webpack_require__(44932);
// EXTERNAL MODULE: ./action/job.js + 3 modules
var action_job = __webpack_require__(33545);
;// CONCATENATED MODULE: ./action/validate-mode.js
/** Mode validate: inputs and configuration to settings, settings to a judged result. */











async function playValidate({ job, task, startedAt, trace }) {
    const { cwd, inputs, log, secrets } = job;
    await warnOfTargetsOwnCode(job, task);
    const config = inputs.text('config');
    const options = await readOptions(job, task);
    const settings = await (0,resolve_settings.validateSettings)({
        cwd,
        ...(0,load_configuration.loadConfiguration)(cwd, config),
        optionStyle: 'input',
        options,
        today: (0,instant/* instantOf */.B9)({
            year: startedAt.getUTCFullYear(),
            month: startedAt.getUTCMonth() + 1,
            day: startedAt.getUTCDate(),
        }),
    });
    if (settings.server.kind === 'url') {
        secrets.add(settings.server.url);
        (0,action_job/* maskSecrets */.Q)(job);
    }
    log.group('What is asked for', told(settings));
    const result = await log.withoutCommands(() => (0,validate_command/* runValidate */.ED)({
        settings,
        startedAt,
        replayOptions: (0,replay_options/* replayOptions */.I)(config, options),
        output: log.stream,
        terminal: { paint: (0,paint/* createPaint */.X)({ colour: false }) },
        onProgress: (text) => log.line(text),
        redact: secrets.redact,
        trace,
    }));
    const { failOn, shard } = settings;
    return { result, failOn, isShare: shard.of > 1, reports: (0,default_reports/* wholePaths */.E)(cwd, settings.reports) };
}
async function readOptions({ inputs, cwd }, { run }) {
    return {
        migrations: inputs.lines('migrations'),
        base: await baseCommit(run.event, { given: inputs.text('base'), cwd }),
        server: inputs.text('server'),
        serverBin: inputs.text('server-bin'),
        image: inputs.text('image'),
        allowServer: inputs.text('allow-server'),
        postgres: inputs.lines('postgres'),
        rows: inputs.text('rows'),
        seed: inputs.text('seed'),
        now: inputs.text('now'),
        scenario: inputs.lines('scenario'),
        shard: inputs.text('shard'),
        failOn: inputs.text('fail-on'),
        ...Object.fromEntries(report_kind/* REPORT_KINDS */.t.map((kind) => [kind, inputs.text(kind)])),
    };
}
/** pull_request_target checks out the branch that the change goes into: a pass would say nothing of the change. */
async function warnOfTargetsOwnCode({ cwd, inputs, log }, { run: { event } }) {
    if (event.kind !== 'pull-request' || !event.isTarget || inputs.text('base') !== undefined)
        return;
    if ((await (0,pull_request_base/* checkedOut */.M)(cwd)) !== event.baseSha)
        return;
    log.annotate({
        level: 'warning',
        title: 'Nothing of the pull request is judged',
        message: 'On pull_request_target the checkout is the code that the change goes into. Run on pull_request instead: forks get their comment by workflow_run, see docs/recipes.md.',
    });
}
/** One line each; a server's address is not among them. */
const told = (settings) => [
    `configuration  ${settings.configFile ?? 'none: defaults and inputs'}`,
    `migrations     ${settings.migrations.length === 0 ? 'the usual folders' : settings.migrations.join(', ')}`,
    `base           ${settings.base ?? 'none: every migration is the change'}`,
    `server         ${toldServer(settings.server)}`,
    ...(settings.serverBin === undefined ? [] : [`programs       ${settings.serverBin}`]),
    `fails on       ${settings.failOn}`,
];
function toldServer(server) {
    if (server.kind === 'url')
        return 'the one given by its address';
    const image = server.kind === 'testcontainers' ? server.image : undefined;
    return image === undefined ? server.kind : `${server.kind}, ${image}`;
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
