export const id = 1869;
export const ids = [1869];
export const modules = {

/***/ 27525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ requireOwnCode)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/** Keeps targets away from code that somebody without a right to write has sent. */

const onlyReads = (mode) => mode === 'plan' || mode === 'inspect';
/**
 * SQL of a pull request runs nothing on a target, and a stranger's code is handed no address of one: who can change the
 * workflow's inputs or what is checked out could read it.
 * @throws OperatorError where the event brings a pull request's code and the mode is not for it.
 */
function requireOwnCode(mode, event) {
    const why = reasonAgainst(mode, event);
    if (why === undefined)
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(`mode ${mode} ${why}: nothing was done`, {
        code: 'target-and-pull-request',
        hint: onlyReads(mode)
            ? 'Plan on a push, or on a pull_request of a branch of this repository; see docs/deploy.md, On GitHub.'
            : `Run ${mode} on a push, on workflow_dispatch or on a schedule; see docs/deploy.md, On GitHub.`,
    });
}
function reasonAgainst(mode, event) {
    switch (event.kind) {
        case 'pull-request':
            if (event.isTarget)
                return 'is not for pull_request_target, which gives a stranger’s pull request its secrets';
            if (event.pullRequest.isFromFork)
                return 'is not for pull requests from forks';
            return onlyReads(mode) ? undefined : 'is not for pull requests, whose code nobody has approved yet';
        case 'workflow-run':
            if (event.isFromFork)
                return 'is not for a workflow that a fork has started';
            return /^pull_request/.test(event.startedBy)
                ? 'is not for a workflow that a pull request has started'
                : undefined;
        case 'merge-group':
            return onlyReads(mode) ? undefined : 'is not for a merge queue, whose commits are not merged yet';
        case 'push':
        case 'schedule':
        case 'workflow-dispatch':
            return undefined;
        case 'other':
            return event.isOnPullRequest
                ? 'is not for what anybody may write on a pull request: a review, or a comment'
                : undefined;
    }
}


/***/ }),

/***/ 26344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ sendAlert)
/* harmony export */ });
/* unused harmony export alertBody */
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55896);
/** Tells a webhook that takes Slack's JSON what a run on a target came to; nothing of the run depends on it. */

const TIMEOUT_MS = 10_000;
const MOST_LINES = 12;
const LONGEST_LINE = 500;
/** @returns what went wrong, for a warning: no word of the address is in it. Undefined where it was taken. */
async function sendAlert(webhook, alert) {
    const address = addressOf(webhook.url);
    if (address === undefined) {
        return 'PARTITION_GUARD_WEBHOOK is not an https:// address: no alert was sent';
    }
    const timeoutMs = webhook.timeoutMs ?? TIMEOUT_MS;
    try {
        const response = await (webhook.send ?? fetch)(address, {
            method: 'POST',
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: JSON.stringify(alertBody(alert)),
            // Where it leads to was not what was asked for, and the address is the secret.
            redirect: 'manual',
            signal: AbortSignal.timeout(timeoutMs),
        });
        await response.body?.cancel();
        if (response.ok)
            return undefined;
        const isRedirect = response.status >= 300 && response.status < 400;
        const what = isRedirect ? 'it leads elsewhere, and is not followed' : 'it was not taken';
        return `the webhook answered ${response.status}: ${what}`;
    }
    catch (error) {
        const isTimeout = error?.name === 'TimeoutError';
        return isTimeout
            ? `the webhook did not answer within ${timeoutMs / 1000} s`
            : 'the webhook could not be reached';
    }
}
/** https everywhere, http to the machine itself alone. */
function addressOf(text) {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    if (url?.protocol === 'https:')
        return url;
    const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url?.hostname ?? '');
    return url?.protocol === 'http:' && isLoopback ? url : undefined;
}
const SIGNS = { completed: '✅', failed: '❌', refused: '⛔' };
/** What Slack and those that do as it does read: `text` for the notification, `blocks` for the page. */
function alertBody({ kind, command, environment, database, lines, runUrl }) {
    const told = lines.slice(0, MOST_LINES).map((line) => plain(line));
    const title = `${SIGNS[kind]} ${plain(`${command} ${kind} in ${environment}, database ${database}`)}`;
    const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more lines`] : [];
    const text = [title, ...told, ...more].join('\n');
    const link = runUrl === undefined ? '' : `\n<${runUrl.replace(/[<>|\s]/g, encodeURIComponent)}|The run>`;
    return {
        text,
        // Its own signs are escaped; whatever else Slack takes for markup shows as it is.
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: (0,_report_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(text, 2800) + link, verbatim: true } }],
    };
}
/** A joint without width, which breaks what Slack would make a mention or markup of. */
const JOINT = '\u200b';
/** Names are a stranger's: with these escaped, `<!channel>` and `<@U1>` mention nobody. */
const plain = (text) => (0,_report_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_report_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text), LONGEST_LINE)
    .replace(/[@*_~`]/g, `$&${JOINT}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');


/***/ }),

/***/ 50780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readEvent: () => (/* binding */ readEvent)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./github/event-shapes.js
var event_shapes = __webpack_require__(97665);
;// CONCATENATED MODULE: ./github/trigger-event.js


/** @param payload untrusted: an OperatorError says where it is no such event. */
function readTrigger(name, payload) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_target': {
            const shaped = shape(name, event_shapes/* PULL_REQUEST_EVENT */.BL, payload);
            return { event: pullRequestEvent(shaped, name === 'pull_request_target'), source: shaped.repository };
        }
        case 'merge_group': {
            const { repository, merge_group: group } = shape(name, event_shapes/* MERGE_GROUP_EVENT */.kd, payload);
            const number = /\/pr-([1-9][0-9]{0,9})-[0-9a-f]+$/.exec(group.head_ref)?.[1];
            const pullRequestNumber = number === undefined ? undefined : Number(number);
            const shas = { headSha: group.head_sha, baseSha: group.base_sha };
            return { event: { kind: 'merge-group', ...shas, pullRequestNumber }, source: repository };
        }
        case 'push': {
            const shaped = shape(name, event_shapes/* PUSH_EVENT */._R, payload);
            return { event: pushEvent(shaped), source: shaped.repository };
        }
        case 'workflow_run': {
            const shaped = shape(name, event_shapes/* WORKFLOW_RUN_EVENT */.$d, payload);
            return { event: workflowRunEvent(shaped), source: shaped.repository };
        }
        default: {
            const { repository, schedule, ...on } = shape(name, event_shapes/* OTHER_EVENT */.uN, payload);
            if (name === 'schedule')
                return { event: { kind: 'schedule', cron: schedule }, source: repository };
            if (name === 'workflow_dispatch')
                return { event: { kind: 'workflow-dispatch' }, source: repository };
            const isOnPullRequest = on.pull_request || on.issue || name.startsWith('pull_request');
            return { event: { kind: 'other', isOnPullRequest }, source: repository };
        }
    }
}
function shape(name, schema, payload) {
    const parsed = schema.safeParse(payload);
    if (parsed.success)
        return parsed.data;
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole').slice(0, 5);
    throw new operator_error/* OperatorError */.n(`the event file is no ${name || 'GitHub'} event: see ${places.join(', ')}`, {
        code: 'event-malformed',
        hint: 'The runner writes it as GitHub sends it. A file of your own needs these keys as GitHub documents them.',
    });
}
function pullRequestEvent(shaped, isTarget) {
    const { repository, action, pull_request: pullRequest } = shaped;
    const { number, head, base } = pullRequest;
    return {
        kind: 'pull-request',
        action,
        isTarget,
        baseSha: base.sha,
        baseBranch: base.ref,
        pullRequest: {
            number,
            headSha: head.sha,
            headRepository: head.repo?.full_name,
            // Where the fork is gone, it was one.
            isFromFork: head.repo?.id !== repository.id,
        },
    };
}
function pushEvent({ ref, before, after, deleted, repository }) {
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
    return {
        kind: 'push',
        branch,
        isDefaultBranch: branch !== undefined && branch === repository.default_branch,
        beforeSha: /^0+$/.test(before) ? undefined : before,
        headSha: after,
        isDeletion: deleted,
    };
}
function workflowRunEvent({ repository, workflow_run: run, }) {
    return {
        kind: 'workflow-run',
        startedBy: run.event,
        conclusion: run.conclusion ?? undefined,
        headSha: run.head_sha,
        headBranch: run.head_branch ?? undefined,
        headRepository: run.head_repository?.full_name,
        isFromFork: run.head_repository?.id !== repository.id,
        // GitHub also lists pull requests of other repositories that have the same head; and a fork can have the head of one
        // that is not its own.
        pullRequests: run.pull_requests
            .filter(({ head, base }) => base.repo.id === repository.id && head.repo.id === run.head_repository?.id)
            .map((one) => ({ number: one.number, headSha: one.head.sha })),
        runId: run.id,
        attempt: run.run_attempt,
    };
}

;// CONCATENATED MODULE: ./github/event.js
/** Reads what started the workflow: GitHub's variables and its event file. */




function readEvent(env) {
    const eventName = env['GITHUB_EVENT_NAME'] ?? '';
    const payload = readPayload(env['GITHUB_EVENT_PATH']);
    const { event, source } = readTrigger(eventName, payload);
    const fullName = env['GITHUB_REPOSITORY'] || source?.full_name;
    const [owner, name] = fullName !== undefined && (0,event_shapes/* isFullName */.fO)(fullName) ? fullName.split('/') : [];
    const serverUrl = addressIn(env, 'GITHUB_SERVER_URL', 'https://github.com');
    const runId = numberIn(env, 'GITHUB_RUN_ID');
    const isKnown = owner !== undefined && name !== undefined;
    return {
        eventName,
        event,
        repository: isKnown ? { owner, name } : undefined,
        serverUrl,
        apiUrl: addressIn(env, 'GITHUB_API_URL', 'https://api.github.com'),
        workflow: env['GITHUB_WORKFLOW'] || undefined,
        job: env['GITHUB_JOB'] || undefined,
        runId,
        attempt: numberIn(env, 'GITHUB_RUN_ATTEMPT') ?? 1,
        runUrl: isKnown && runId !== undefined ? `${serverUrl}/${owner}/${name}/actions/runs/${runId}` : undefined,
        headSha: headShaOf(event) ?? shaIn(env, 'GITHUB_SHA'),
        defaultBranch: source?.default_branch,
    };
}
function readPayload(path) {
    if (path === undefined || path === '')
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new operator_error/* OperatorError */.n(`the event file can't be read as JSON: ${path}`, {
            code: 'event-unreadable',
            hint: 'GITHUB_EVENT_PATH names it; the runner writes it. Without the variable the action runs outside an event.',
            cause: error,
        });
    }
}
function headShaOf(event) {
    switch (event.kind) {
        case 'pull-request':
            return event.pullRequest.headSha;
        case 'merge-group':
        case 'push':
        case 'workflow-run':
            return event.headSha;
        case 'schedule':
        case 'workflow-dispatch':
        case 'other':
            return undefined;
    }
}
/** Without a trailing slash. An address with a name or password in it is none. */
function addressIn(env, key, otherwise) {
    const text = env[key];
    if (text === undefined || text === '')
        return otherwise;
    if (URL.canParse(text)) {
        const { protocol, username, password } = new URL(text);
        if (/^https?:$/.test(protocol) && username === '' && password === '')
            return text.replace(/\/+$/, '');
    }
    throw new operator_error/* OperatorError */.n(`${key} is no address of a GitHub server`, {
        code: 'server-address',
        hint: `Write it as https://HOST${key === 'GITHUB_API_URL' ? '/api/v3' : ''}, without a name or password.`,
    });
}
function numberIn(env, key) {
    const text = env[key] ?? '';
    return /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : undefined;
}
const shaIn = (env, key) => {
    const text = env[key] ?? '';
    return (0,event_shapes/* isSha */.HH)(text) ? text : undefined;
};


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

/***/ 21869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ requireOwnEvent),
/* harmony export */   runDeploy: () => (/* binding */ runDeploy)
/* harmony export */ });
/* harmony import */ var _action_own_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27525);
/* harmony import */ var _action_wall_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73104);
/* harmony import */ var _apply_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54249);
/* harmony import */ var _deploy_alert_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93034);
/* harmony import */ var _deploy_alert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26344);
/* harmony import */ var _deploy_runway_watch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76385);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48670);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93873);
/* harmony import */ var _github_access_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51338);
/* harmony import */ var _github_event_shapes_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(97665);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(50780);
/* harmony import */ var _github_runway_issue_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(91271);
/* harmony import */ var _github_pull_request_base_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(75569);
/* harmony import */ var _maintenance_command_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(12202);
/* harmony import */ var _plan_command_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(70273);
/* harmony import */ var _settings_load_configuration_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(32245);
/* harmony import */ var _settings_resolve_deploy_settings_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(7486);
/** A command that works on a target, from the command line's options to an exit status. */

















async function runDeploy(door) {
    const { command, options, env, cwd, startedAt, secrets, onLine } = door;
    const { config, ...given } = options;
    secrets.add(given.target);
    requireOwnEvent(command, env);
    const settings = await (0,_settings_resolve_deploy_settings_js__WEBPACK_IMPORTED_MODULE_16__/* .deploySettings */ .$)({
        command,
        cwd,
        ...(0,_settings_load_configuration_js__WEBPACK_IMPORTED_MODULE_15__.loadConfiguration)(cwd, config),
        options: given,
        env,
        now: BigInt(startedAt.getTime()) * 1000n,
    });
    secrets.add(settings.target);
    const github = await gitHubOf(door);
    const shared = {
        settings,
        env,
        startedAt,
        ...(github ? { github } : {}),
        output: door.output,
        terminal: door.terminal,
        onProgress: onLine,
        onWarning: (text) => onLine(`warning: ${text}`),
        onSecret: (secret) => secrets.add(secret),
        redact: secrets.redact,
    };
    const run = { ...door, github };
    try {
        return await RUN[command](shared, (text) => alert(run, text));
    }
    catch (error) {
        // A target that can't be reached comes to no result, and somebody must hear of it all the same.
        if (command !== 'plan')
            await alert(run, alertOf(run, settings.environment ?? '', error));
        throw error;
    }
}
/** Started by the action or by a line of a workflow, the same is refused. */
function requireOwnEvent(command, env) {
    if (env['GITHUB_EVENT_NAME'])
        (0,_action_own_code_js__WEBPACK_IMPORTED_MODULE_0__/* .requireOwnCode */ .j)(command, (0,_github_event_js__WEBPACK_IMPORTED_MODULE_10__.readEvent)(env).event);
}
const maintenance = (runIt) => async (shared, tell) => {
    const result = await runIt(shared);
    await keepIssue(shared, result);
    await tell((0,_deploy_alert_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .maintenanceAlert */ .ok)(result));
    return (0,_maintenance_command_js__WEBPACK_IMPORTED_MODULE_13__/* .maintenanceExit */ .Ed)(result);
};
/** As the action keeps it, where the job has given this program its token. */
async function keepIssue({ github, onWarning }, result) {
    if (!github?.client.hasToken)
        return;
    const outcome = await (0,_deploy_runway_watch_js__WEBPACK_IMPORTED_MODULE_5__/* .watchRunway */ .I)(github, result);
    const warning = outcome && (0,_github_runway_issue_js__WEBPACK_IMPORTED_MODULE_11__/* .runwayWarning */ .F)(outcome);
    if (warning !== undefined)
        onWarning(warning);
}
const RUN = {
    plan: async (shared) => (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_14__/* .planStatus */ .w)(await (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_14__/* .runPlan */ .F)(shared)),
    apply: async (shared, tell) => {
        const result = await (0,_apply_command_js__WEBPACK_IMPORTED_MODULE_2__/* .runApply */ .O)(shared);
        await tell((0,_deploy_alert_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentAlert */ .cR)(result));
        return (0,_apply_command_js__WEBPACK_IMPORTED_MODULE_2__/* .applyStatus */ .T)(result);
    },
    maintain: maintenance(_maintenance_command_js__WEBPACK_IMPORTED_MODULE_13__/* .runMaintain */ .L_),
    archive: maintenance(_maintenance_command_js__WEBPACK_IMPORTED_MODULE_13__/* .runArchive */ .KQ),
    restore: maintenance(_maintenance_command_js__WEBPACK_IMPORTED_MODULE_13__/* .runRestore */ .YL),
};
function alertOf({ command, secrets }, environment, error) {
    const { text, status } = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_7__/* .tellError */ .S)(error, secrets.redact);
    return {
        kind: status === _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.refused ? 'refused' : 'failed',
        command,
        environment,
        database: 'unknown',
        lines: text.split('\n').filter((line) => line !== ''),
    };
}
/** In a workflow the gates ask GitHub, as the action does; anywhere else no repository is named. */
async function gitHubOf({ env, cwd, onLine }) {
    if (!(0,_github_access_js__WEBPACK_IMPORTED_MODULE_8__/* .isOnGitHub */ .ll)(env))
        return undefined;
    const run = (0,_github_event_js__WEBPACK_IMPORTED_MODULE_10__.readEvent)(env);
    const commit = env['GITHUB_SHA'] ?? '';
    const access = (0,_github_access_js__WEBPACK_IMPORTED_MODULE_8__/* .githubAccess */ .Yh)(run, {
        token: env['GITHUB_TOKEN'] || env['GH_TOKEN'],
        clock: _action_wall_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .wallClock */ .X,
        checkedOut: await (0,_github_pull_request_base_js__WEBPACK_IMPORTED_MODULE_12__/* .checkedOut */ .M)(cwd),
        runCommit: (0,_github_event_shapes_js__WEBPACK_IMPORTED_MODULE_9__/* .isSha */ .HH)(commit) ? commit : undefined,
        onWait: onLine,
    });
    return (0,_github_access_js__WEBPACK_IMPORTED_MODULE_8__/* .requireAccess */ .wo)(env, run, access);
}
/** Whether it is taken changes nothing. */
async function alert({ env, secrets, onLine, github }, text) {
    const url = env['PARTITION_GUARD_WEBHOOK'];
    if (!url || text === undefined)
        return;
    const lines = text.lines.map((line) => secrets.redact(line));
    const fault = await (0,_deploy_alert_js__WEBPACK_IMPORTED_MODULE_4__/* .sendAlert */ .L)({ url }, { ...text, lines, runUrl: github?.runUrl });
    if (fault !== undefined)
        onLine(`warning: ${fault}`);
}


/***/ })

};
