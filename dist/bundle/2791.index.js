export const id = 2791;
export const ids = [2791];
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

/***/ 42791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportDeployment: () => (/* binding */ reportDeployment),
  reportDeploymentFault: () => (/* binding */ reportDeploymentFault)
});

// EXTERNAL MODULE: ./deploy/alert.js
var deploy_alert = __webpack_require__(26344);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./report/links.js
var report_links = __webpack_require__(6642);
// EXTERNAL MODULE: ./report/markdown-text.js
var markdown_text = __webpack_require__(4416);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
;// CONCATENATED MODULE: ./report/not-deployed.js
/** What is told of a run on a target that ended before it came to a result. */



const MOST_LINES = 20;
const LONGEST_LINE = 500;
/** @param told what went wrong, and what to do, line by line. */
function renderNotDeployed(told, { mode, marker, links }) {
    const lines = (0,printable/* printableLines */.fk)(told).slice(0, MOST_LINES);
    return [
        ...(marker === undefined ? [] : [marker]),
        `### ⚠️ ${mode} did not come to a result`,
        '',
        ...lines.map((line) => `> ${(0,markdown_text/* prose */.CS)((0,printable/* clip */.$Q)(line, LONGEST_LINE), LONGEST_LINE)}<br>`),
        '',
        `${(0,markdown_text/* linked */.q)('The log of the run', (0,report_links/* runAddress */.YM)(links))} says more. What it had begun on the target, if anything, is in the audit there: \`partition_guard.deployment\`.`,
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./action/attempt.js
var attempt = __webpack_require__(21494);
// EXTERNAL MODULE: ./action/links.js
var action_links = __webpack_require__(83766);
// EXTERNAL MODULE: ./action/runner-files.js
var runner_files = __webpack_require__(87539);
;// CONCATENATED MODULE: ./action/report-deployment.js
/** Tells what a run on a target came to: outputs, annotations, summary, comment, webhook. None of them changes its exit status. */






async function reportDeployment(job, run, deployed) {
    const { log, env } = job;
    const { mode, reports, comment } = deployed;
    await (0,attempt/* attempt */.C)(job, 'The outputs', () => (0,runner_files/* setOutputs */.n0)(outputsOf(deployed)));
    await (0,attempt/* attempt */.C)(job, 'The annotations', async () => {
        for (const annotation of deployed.annotations)
            log.annotate(annotation);
    });
    await (0,attempt/* attempt */.C)(job, 'The job summary', () => (0,runner_files/* writeSummary */.Sy)(env, deployed.summary));
    const about = aboutOf(mode, deployed.environment);
    const isPass = deployed.status === operator_error/* EXIT */.d.pass;
    const url = comment && (await commentOn(job, run, { about, isPass, render: comment }));
    await (0,attempt/* attempt */.C)(job, 'The outputs', () => (0,runner_files/* setOutputs */.n0)({ 'comment-url': url ?? '' }));
    if (deployed.alert)
        await report_deployment_alert(job, run, deployed.alert);
    log.group('Reports', Object.entries(reports).map(([kind, file]) => `${kind.padEnd(9)} ${file}`));
}
/** There is no result: what was told of an older commit must not stand for this one's. */
async function reportDeploymentFault(job, run, { mode, told, status }) {
    const links = (0,action_links/* linksOf */.h)(run);
    const environment = job.inputs.text('environment');
    await (0,attempt/* attempt */.C)(job, 'The outputs', () => (0,runner_files/* setOutputs */.n0)({ mode, verdict: '', outcome: status === operator_error/* EXIT */.d.refused ? 'refused' : 'failed' }));
    await (0,attempt/* attempt */.C)(job, 'The job summary', () => (0,runner_files/* writeSummary */.Sy)(job.env, renderNotDeployed(told, { mode, links })));
    await commentOn(job, run, {
        about: aboutOf(mode, environment),
        isPass: false,
        render: (marker) => renderNotDeployed(told, { mode, marker, links }),
    });
    if (mode === 'plan')
        return;
    await report_deployment_alert(job, run, {
        kind: status === operator_error/* EXIT */.d.refused ? 'refused' : 'failed',
        command: mode,
        environment: environment ?? 'an environment that was not given',
        database: 'unknown',
        lines: told.split('\n').filter((line) => line !== ''),
    });
}
/** A plan's comment is another than the validation's of the same job. */
const aboutOf = (mode, environment) => [mode, environment ?? ''];
async function commentOn(job, run, text) {
    if (run.event.kind !== 'pull-request')
        return undefined;
    return (0,attempt/* attempt */.C)(job, 'The comment', async () => {
        const { comment } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(7480)]).then(__webpack_require__.bind(__webpack_require__, 57480));
        return comment(job, run, text);
    });
}
function outputsOf(deployed) {
    const { mode, outcome, planDigest, release, applied, reports } = deployed;
    return {
        mode,
        verdict: '',
        outcome,
        'plan-digest': planDigest ?? '',
        release: release ?? '',
        applied: String(applied),
        'json-report': reports.json ?? '',
        'markdown-report': reports.markdown ?? '',
    };
}
async function report_deployment_alert({ env, log, secrets }, { runUrl }, text) {
    const url = env['PARTITION_GUARD_WEBHOOK']?.trim();
    if (!url)
        return;
    const lines = text.lines.map((line) => secrets.redact(line));
    const fault = await (0,deploy_alert/* sendAlert */.L)({ url }, { ...text, lines, runUrl });
    if (fault === undefined)
        log.line('alert sent to the webhook');
    else
        log.annotate({ level: 'warning', title: 'No alert', message: `${fault}. What the run came to stands.` });
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

/***/ 361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   oh: () => (/* binding */ thousands)
/* harmony export */ });
/** Words that several rooms put into sentences: numbers, plurals, names. */
/** Thousands with commas: 1,400,000. */
const thousands = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
/** `1 row`, `2,000 rows`. */
const count = (n, one, many = `${one}s`) => `${thousands(n)} ${n === 1 ? one : many}`;
/** A qualified name as people write it: `public.` is left out. */
const shortName = (name) => name.replace(/^public\./, '');
/** `1,240 ms`; what is shorter than one is told as one. */
const milliseconds = (ms) => ms === 0 ? '0 ms' : `${thousands(Math.max(1, Math.round(ms)))} ms`;


/***/ }),

/***/ 6642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ commitAddress),
/* harmony export */   YM: () => (/* binding */ runAddress),
/* harmony export */   lU: () => (/* binding */ lineAddress),
/* harmony export */   qx: () => (/* binding */ pageAddress),
/* harmony export */   zB: () => (/* binding */ pathInRepository)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27066);

/** Where this project's own pages are read, ending in a slash; undefined as long as they have no public address. */
const PROJECT_PAGES = undefined;
/** Longer addresses are told as plain text: they would take the room of what they lead to. */
const LONGEST = 500;
/** The line of a file on the server; undefined where the file is not inside the repository. */
function lineAddress({ file, line }, links) {
    const path = pathInRepository(file)?.map(encodePart).join('/');
    const commit = links && baseOf(links);
    if (commit === undefined || path === undefined || !links)
        return undefined;
    const anchor = Number.isSafeInteger(line) && line > 0 ? `#L${line}` : '';
    return short(`${commit}/blob/${links.sha}/${path}${anchor}`);
}
/** The judged commit on the server. */
function commitAddress(links) {
    const base = baseOf(links);
    return base === undefined ? undefined : short(`${base}/commit/${links.sha}`);
}
/** The workflow run, where it is an address of the web. */
const runAddress = (links) => links?.runUrl === undefined ? undefined : webAddress(links.runUrl);
/** A check's page as an address, where this project's pages have one. */
const pageAddress = (check, pages = PROJECT_PAGES) => pages === undefined ? undefined : inert(`${pages}${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .pageOf */ .ZZ)(check)}`);
/** The parts of a path below the repository's root; undefined for one that leads out of it, or to nothing. */
function pathInRepository(file) {
    const parts = file.split('/').filter((part) => part !== '' && part !== '.');
    const leadsOut = /^(?:[/\\]|[A-Za-z]:|~)/.test(file) || parts.includes('..');
    return leadsOut || parts.length === 0 ? undefined : parts;
}
function baseOf({ serverUrl, repository, sha }) {
    const server = webAddress(serverUrl);
    if (server === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return undefined;
    return /^[0-9a-f]{7,64}$/i.test(sha) ? `${server.replace(/\/+$/, '')}/${repository}` : undefined;
}
/** As the address parser writes it, with what markdown reads made inert; undefined for all but http and https. */
function webAddress(text) {
    if (!URL.canParse(text))
        return undefined;
    const { protocol, origin, pathname, search } = new URL(text);
    if (protocol !== 'https:' && protocol !== 'http:')
        return undefined;
    return short(inert(`${origin}${pathname}${search}`));
}
const short = (address) => (address.length > LONGEST ? undefined : address);
/** Halves of surrogate pairs, which no address can hold, become the sign for what can't be shown. */
const encodePart = (part) => inert(encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')));
const inert = (address) => address.replace(/[!'()*<>[\]\\`|"{}^\s~$]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);


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

/***/ 27066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   MH: () => (/* binding */ listedUpTo),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   ZZ: () => (/* binding */ pageOf),
/* harmony export */   h1: () => (/* binding */ scenarioTitle),
/* harmony export */   mN: () => (/* binding */ shellArgument),
/* harmony export */   qZ: () => (/* binding */ unquoted),
/* harmony export */   yU: () => (/* binding */ withoutSchema)
/* harmony export */ });
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(361);

/** `7.9 s`. */
const seconds = (durationMs) => `${(durationMs / 1000).toFixed(1)} s`;
/** `a`, `a and b`, `a, b and c`. */
function listed(items, last = 'and') {
    const head = items.slice(0, -1);
    const tail = items.at(-1) ?? '';
    return head.length === 0 ? tail : `${head.join(', ')} ${last} ${tail}`;
}
/** The first few, and how many more there are. */
function listedUpTo(items, limit) {
    if (items.length <= limit)
        return listed(items);
    return `${items.slice(0, limit).join(', ')} and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .thousands */ .oh)(items.length - limit)} more`;
}
const capitalised = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
/** `change:monthly->quarterly` as `change monthly → quarterly`. */
const scenarioTitle = (name) => name.replace(':', ' ').replaceAll('->', ' → ');
/** What tells a scenario from the others of its result: its name, and the server where several have been joined. */
const labelOf = ({ name, server }) => server === undefined ? name : `${name} on PostgreSQL ${server}`;
/** An argument as a POSIX shell reads it, quoted only where it must be. */
const shellArgument = (text) => /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
/** A table's or column's SQL name without quotes, for headings: `public."Booking"` as `public.Booking`. */
const unquoted = (name) => name.replace(/"((?:[^"]|"")*)"/g, (_, inner) => inner.replaceAll('""', '"'));
/** The last part of a schema-qualified SQL name, unquoted. */
function withoutSchema(name) {
    const parts = name.match(/"(?:[^"]|"")*"|[^."]+/g);
    return unquoted(parts?.at(-1) ?? name);
}
/** Where this repository tells of a check. */
const pageOf = (check) => `docs/checks/${check.startsWith('assertion:') ? 'assertions' : check}.md`;


/***/ })

};
