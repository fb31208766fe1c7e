export const id = 9792;
export const ids = [9792];
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
/* harmony import */ var _maintenance_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12202);
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
