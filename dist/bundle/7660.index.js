export const id = 7660;
export const ids = [7660];
export const modules = {

/***/ 72926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yl: () => (/* binding */ cleanedUpLater),
/* harmony export */   nY: () => (/* binding */ cleanUp)
/* harmony export */ });
/* unused harmony export wordOf */
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93873);
/* harmony import */ var _postgres_run_trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71795);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87539);
/** What a run leaves word of for the step that cleans up after the job, and that step itself. */



const MARK = 'mark';
const OPENED = 'opened';
const ENDED = 'ended';
/** Runs `body` with a trace of what it opens; when it ends by itself, well or not, there is nothing to clean up. */
async function cleanedUpLater(env, body) {
    const mark = (0,_postgres_run_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .newRunMark */ .N5)();
    const opened = new Set();
    try {
        return await body({
            mark,
            onOpening: async (kind) => {
                opened.add(kind);
                await (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_2__/* .saveForPost */ .Tn)(env, MARK, mark);
                await (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_2__/* .saveForPost */ .Tn)(env, OPENED, [...opened].join(','));
            },
        });
    }
    finally {
        if (opened.size > 0)
            await (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_2__/* .saveForPost */ .Tn)(env, ENDED, 'true');
    }
}
const KINDS = ['embedded', 'testcontainers', 'url'];
/** Undefined where a run ended by itself, or never opened a server. */
function wordOf(env) {
    const state = (name) => env[`STATE_${name}`] ?? '';
    const mark = state(MARK);
    const opened = state(OPENED).split(',');
    const kinds = KINDS.filter((kind) => opened.includes(kind));
    return state(ENDED) === 'true' || !(0,_postgres_run_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunMark */ .b0)(mark) || kinds.length === 0
        ? undefined
        : { mark, opened: kinds };
}
/** Never throws: a job that is over does not fail for what is left of it. */
async function cleanUp(job) {
    const word = wordOf(job.env);
    if (word === undefined)
        return;
    const { log, secrets } = job;
    try {
        const serverUrl = word.opened.includes('url') ? await serverAddress(job) : undefined;
        log.line('partition-guard was stopped in the middle: what it left is taken away.');
        const { removeLeftBehind } = await Promise.all(/* import() */[__webpack_require__.e(5757), __webpack_require__.e(2909), __webpack_require__.e(1064)]).then(__webpack_require__.bind(__webpack_require__, 21990));
        const failures = await removeLeftBehind({ ...word, serverUrl, env: process.env });
        for (const failure of failures) {
            const { text } = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .tellError */ .S)(failure, secrets.redact);
            log.annotate({ level: 'warning', title: 'Something is left of a stopped run', message: text });
        }
        if (failures.length === 0)
            log.line('Nothing is left.');
    }
    catch (error) {
        const { text } = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .tellError */ .S)(error, secrets.redact);
        log.annotate({
            level: 'warning',
            title: 'What a stopped run left could not be taken away',
            message: text,
        });
    }
}
/** Read anew: an address with its password is not left lying in the state. */
async function serverAddress({ cwd, inputs, secrets, log }) {
    const { loadConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(3483), __webpack_require__.e(2245)]).then(__webpack_require__.bind(__webpack_require__, 32245));
    const { validateSettings } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(3535), __webpack_require__.e(7240)]).then(__webpack_require__.bind(__webpack_require__, 13535));
    const { server } = await validateSettings({
        cwd,
        ...loadConfiguration(cwd, inputs.text('config')),
        optionStyle: 'input',
        options: { server: inputs.text('server') },
        today: 0n,
    });
    if (server.kind !== 'url')
        return undefined;
    secrets.add(server.url);
    log.mask(secrets.forms());
    return server.url;
}


/***/ }),

/***/ 33545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ maskSecrets),
  I: () => (/* binding */ openJob)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./known-secrets.js
var known_secrets = __webpack_require__(59619);
// EXTERNAL MODULE: ./action/known-inputs.js
var known_inputs = __webpack_require__(54764);
;// CONCATENATED MODULE: ./action/inputs.js
/** The action's inputs as a runner hands them over: variables of the environment, empty where nothing is set. */

class Inputs {
    #env;
    constructor(env) {
        this.#env = env;
    }
    /** Without the blanks around it; undefined where it is empty. */
    text(name) {
        const value = this.#env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`]?.trim();
        return value === undefined || value === '' ? undefined : value;
    }
    /** One value a line; undefined where there is none. */
    lines(name) {
        const lines = (this.text(name) ?? '')
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '');
        return lines.length === 0 ? undefined : lines;
    }
    /** Names of those that somebody has set to something of their own. */
    given() {
        return [...known_inputs/* INPUT_MODES */.mG.keys()].filter((name) => {
            const value = this.text(name);
            return value !== undefined && name !== 'token' && value !== known_inputs/* DEFAULTS */.zY[name];
        });
    }
}

// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
;// CONCATENATED MODULE: ./action/workflow-command.js
/** Lines on standard output that a runner obeys, with their texts escaped so that they end where they should. */
/** @param properties such as the file and line of an annotation. */
function workflowCommand(name, text, properties = {}) {
    const given = Object.entries(properties).flatMap(([key, value]) => value === undefined || value === '' ? [] : [`${key}=${escapeProperty(String(value))}`]);
    return `::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeData(text)}\n`;
}
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

;// CONCATENATED MODULE: ./action/log.js


class Log {
    #write;
    #redact;
    #token;
    #rest = '';
    constructor({ write, redact, token }) {
        this.#write = write;
        this.#redact = redact;
        this.#token = token;
    }
    /** Has the runner mask texts, line by line as it reads them. */
    mask(secrets) {
        for (const secret of secrets) {
            for (const line of secret.split(/[\r\n]+/)) {
                if (line.trim() !== '')
                    this.#write(workflowCommand('add-mask', line));
            }
        }
    }
    /** Whole lines, however many. */
    line(text) {
        this.stream.write(`${text}\n`);
    }
    group(title, lines) {
        if (lines.length === 0)
            return;
        this.#write(workflowCommand('group', this.#safe(title)));
        for (const line of lines)
            this.line(line);
        this.#write(workflowCommand('endgroup', ''));
    }
    annotate({ level, title, message, file, line }) {
        // With their indent: lines of a workflow file are shown to be copied.
        const lines = this.#redact(message)
            .split(printable/* LINE_BREAK */.Fb)
            .map((one) => (0,printable/* safeLine */.om)(one).trimEnd());
        const text = lines.filter((one) => one !== '').join('\n');
        this.#write(workflowCommand(level, text, {
            title: this.#safe(title),
            file: file === undefined ? undefined : this.#safe(file),
            line,
        }));
    }
    /** While `body` runs the runner obeys nothing, whatever is printed, by whomever. */
    async withoutCommands(body) {
        this.#write(workflowCommand('stop-commands', this.#token));
        try {
            return await body();
        }
        finally {
            this.flush();
            this.#write(`::${this.#token}::\n`);
        }
    }
    /** For what is printed piece by piece; lines go out when they are whole. */
    stream = {
        isTTY: false,
        write: (text) => {
            const lines = (this.#rest + text).split('\n');
            this.#rest = lines.pop() ?? '';
            if (lines.length > 0)
                this.#write(lines.map((line) => `${this.#safe(line)}\n`).join(''));
        },
    };
    /** Ends a line that has no end yet. */
    flush() {
        if (this.#rest !== '')
            this.stream.write('\n');
    }
    #safe(line) {
        return (0,printable/* safeLine */.om)(this.#redact(line));
    }
}

;// CONCATENATED MODULE: ./action/job.js
/** The job that the action runs in: its inputs, its secrets and its log, made of what the runner hands over. */




function openJob(env, write) {
    const inputs = new Inputs(env);
    const secrets = new known_secrets/* KnownSecrets */.R(env);
    const server = inputs.text('server');
    secrets.add(inputs.text('token'), inputs.text('target'), server?.includes('://') ? server : undefined);
    const log = new Log({ write, redact: secrets.redact, token: (0,external_node_crypto_.randomUUID)() });
    return { env, cwd: env['GITHUB_WORKSPACE'] || process.cwd(), inputs, secrets, log };
}
/** Before anything else is printed. */
const maskSecrets = ({ log, secrets }) => log.mask(secrets.forms());


/***/ }),

/***/ 54764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ls: () => (/* binding */ inputsWithoutEffect),
/* harmony export */   mG: () => (/* binding */ INPUT_MODES),
/* harmony export */   zY: () => (/* binding */ DEFAULTS)
/* harmony export */ });
const REPORTS = ['validate', 'merge', 'plan', 'apply', 'maintain'];
const VALIDATE = ['validate'];
const TARGETS = ['plan', 'apply', 'maintain'];
const PLANNED = ['plan', 'apply'];
const APPLY = ['apply'];
/** Only with its value there: without a `default:` in action.yml the configuration file decides. */
const DEFAULTS = { mode: 'auto', comment: 'always' };
/** In the order of action.yml. */
const INPUT_MODES = new Map([
    ['mode', REPORTS],
    ['config', ['validate', 'plan', 'apply', 'maintain']],
    ['token', REPORTS],
    ['comment', REPORTS],
    ['comment-key', REPORTS],
    ['json', REPORTS],
    ['markdown', REPORTS],
    ['html', ['validate', 'merge']],
    ['sarif', ['validate', 'merge']],
    ['junit', ['validate', 'merge']],
    ['migrations', ['validate', 'plan', 'apply']],
    ['base', VALIDATE],
    ['server', VALIDATE],
    ['server-bin', VALIDATE],
    ['image', VALIDATE],
    ['allow-server', VALIDATE],
    ['postgres', VALIDATE],
    ['rows', VALIDATE],
    ['seed', VALIDATE],
    ['now', VALIDATE],
    ['scenario', VALIDATE],
    ['shard', VALIDATE],
    ['fail-on', VALIDATE],
    ['reports', ['merge']],
    ['target', TARGETS],
    ['environment', TARGETS],
    ['plan', PLANNED],
    ['validated', PLANNED],
    ['allow-unvalidated', APPLY],
    ['allow-environment', TARGETS],
    ['baseline', PLANNED],
    ['verify', PLANNED],
    ['lock-timeout', TARGETS],
    ['statement-timeout', TARGETS],
    ['retries', TARGETS],
    ['dry-run', ['apply', 'maintain']],
    ['premake', ['maintain']],
    ['retention', ['maintain']],
    ['archive', ['maintain']],
]);
/** The inputs that were given and mean nothing in a mode. */
const inputsWithoutEffect = (given, mode) => given.filter((name) => INPUT_MODES.get(name)?.includes(mode) === false);


/***/ }),

/***/ 87539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   Tn: () => (/* binding */ saveForPost),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/** Loaded when it is first needed: it brings an HTTP client along. */
const core = () => Promise.all(/* import() */[__webpack_require__.e(8031), __webpack_require__.e(2825)]).then(__webpack_require__.bind(__webpack_require__, 22825));
async function setOutputs(outputs) {
    const { setOutput } = await core();
    for (const [name, value] of Object.entries(outputs))
        setOutput(name, value);
}
/** Nothing where the runner gave no file for it. */
async function writeSummary(env, markdown) {
    if (!env['GITHUB_STEP_SUMMARY'])
        return;
    const { summary } = await core();
    await summary.addRaw(markdown, true).write();
}
/** For the clean-up after the job; nothing where there will be none. */
async function saveForPost(env, name, value) {
    if (!env['GITHUB_STATE'])
        return;
    const { saveState } = await core();
    saveState(name, value);
}


/***/ }),

/***/ 48670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT),
/* harmony export */   n: () => (/* binding */ OperatorError)
/* harmony export */ });
/** A mistake that its operator can mend: what is wrong, what to do, and the exit status that says which kind it is. */
/** Exit statuses of the program, as the documentation lists them. */
const EXIT = {
    pass: 0,
    fail: 1,
    inconclusive: 2,
    refused: 3,
    usage: 64,
    fault: 70,
};
class OperatorError extends Error {
    code;
    hint;
    exitStatus;
    /** @param message one line of what is wrong, with file and line where there is one. */
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'OperatorError';
        this.code = details.code;
        this.hint = details.hint;
        this.exitStatus = details.exitStatus ?? EXIT.usage;
    }
}


/***/ }),

/***/ 27108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ redactJson),
/* harmony export */   lY: () => (/* binding */ createRedactor),
/* harmony export */   pZ: () => (/* binding */ knownForms),
/* harmony export */   rd: () => (/* binding */ redactResult)
/* harmony export */ });
/* unused harmony export MASK */
const MASK = '***';
/** Below that a secret is found in any text by chance: such a one is masked only where a password stands. */
const LEAST_LENGTH = 4;
/**
 * @param secrets passwords and tokens, and addresses (`scheme://user:password@host`), of which the whole, the password, the
 *   host and what is made of them count.
 */
function createRedactor(secrets) {
    const known = knownForms(secrets);
    const pattern = known.length === 0 ? undefined : new RegExp(known.map(escaped).join('|'), 'g');
    return (text) => maskCutOff(maskKnown(maskShapes(text), pattern), known);
}
/** What is masked wherever it stands, longest first; also what a runner is told to mask in its log. */
function knownForms(secrets) {
    const forms = secrets.flatMap((secret) => (isAddress(secret) ? addressForms(secret) : textForms(secret)));
    const usable = forms.filter((form) => form.length >= LEAST_LENGTH && !/^[*\s]*$/.test(form));
    return [...new Set(usable)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
/** Every string in a result or a part of one, but for the words that this program itself made up. */
const redactResult = (result, redact) => deep(result, redact);
/** The same of any value that JSON can hold. */
const redactJson = (value, redact) => deep(value, redact);
const OWN_WORDS = new Set([
    'verdict',
    'severity',
    'failOn',
    'kind',
    'keyType',
    'toolVersion',
    'version',
    'outcome',
    'action',
]);
function deep(value, redact, key = '') {
    if (typeof value === 'string')
        return OWN_WORDS.has(key) ? value : redact(value);
    if (Array.isArray(value))
        return value.map((one) => deep(one, redact, key));
    if (value === null || typeof value !== 'object' || value instanceof Date)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deep(one, redact, name)]));
}
const isAddress = (text) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
/** As it is, and as it stands in an address and in a text of JSON. */
const textForms = (secret) => [
    secret,
    secret.trim(),
    encoded(secret),
    encoded(secret).replace(/%../g, (code) => code.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    base64(secret),
    // As actions/checkout keeps a token for git.
    base64(`x-access-token:${secret}`),
    ...lines(secret),
];
/** Halves of surrogate pairs have no encoding. */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
/** A key of several lines is printed line by line; a short line (`}`) tells nothing. */
const lines = (secret) => /[\r\n]/.test(secret) ? secret.split(/[\r\n]+/).filter((line) => line.trim().length >= 8) : [];
/** As the address parser reads it, and with a password that holds a slash: an at sign may also stand in the query. */
const ADDRESSES = [
    /^[a-z][a-z0-9+.-]*:\/\/(?:(?<userinfo>[^/?#]*)@)?(?<rest>[^]*)$/i,
    /^[a-z][a-z0-9+.-]*:\/\/(?:(?<userinfo>[^]*)@)?(?<rest>[^]*)$/i,
];
/** Where everybody's own machine is: no secret. */
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0|)$/i;
const addressForms = (address) => [
    address,
    ...ADDRESSES.flatMap((pattern) => partForms(pattern.exec(address)?.groups ?? {})),
];
function partForms({ userinfo = '', rest = '' }) {
    const [, loginUser = '', rawPassword] = /^([^:]*)(?::([^]*))?$/.exec(userinfo) ?? [];
    const [rawUser = loginUser] = queryValues(rest, 'user');
    const [authority = '', ...path] = rest.split(/[/?#]/);
    const named = authority.split(',').map((host) => host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1'));
    // A folder of sockets tells nobody where the server is.
    const hosts = [
        ...named,
        ...queryValues(rest, 'host(?:addr)?').flatMap((value) => decoded(value).split(',')),
    ].filter((host) => !host.startsWith('/'));
    const user = decoded(rawUser);
    const open = new Set([user, ...hosts, ...path.map(decoded), 'postgres']);
    // A password that is the user's or the database's name is no secret, and would take that name out of every text.
    const passwords = [rawPassword, ...queryValues(rest, '(?:ssl)?password')].filter((one) => one !== undefined && !open.has(decoded(one)));
    return [
        ...passwords.flatMap((one) => [...textForms(one), ...textForms(decoded(one))]),
        ...passwords.map((one) => base64(`${user}:${decoded(one)}`)),
        // A name without a dot (`db`, a service of the workflow) is a word like others.
        ...hosts.filter((host) => !LOCAL.test(host) && /[.:]/.test(host)),
        ...hosts.filter((host) => !LOCAL.test(host)).flatMap((host) => [`${user}@${host}`, `${rawUser}@${host}`]),
    ];
}
const queryValues = (rest, name) => [...rest.matchAll(new RegExp(`[?&]${name}=([^&#]*)`, 'gi'))].flatMap(([, value = '']) => [
    value,
    // A query's way to write a blank.
    value.replaceAll('+', ' '),
]);
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
const base64 = (text) => {
    const bytes = new TextEncoder().encode(text);
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/=+$/, '');
};
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
/** Until none is left: what stands on both sides of a mask may make one. Each turn shortens the text. */
function maskKnown(text, pattern) {
    if (pattern === undefined)
        return text;
    for (let now = text;;) {
        const next = now.replace(pattern, MASK);
        if (next === now)
            return now;
        now = next;
    }
}
/** The beginning of a secret, where a text was cut off in the middle of it. */
function maskCutOff(text, known) {
    if (!text.includes('…'))
        return text;
    let kept = text;
    for (const secret of known) {
        let longest = LEAST_LENGTH - 1;
        // As far as it is there at all: most texts hold not even a few signs of it.
        while (longest < secret.length - 1 && kept.includes(secret.slice(0, longest + 1)))
            longest++;
        for (let length = longest; length >= LEAST_LENGTH; length--) {
            kept = kept.replaceAll(`${secret.slice(0, length)}…`, `${MASK}…`);
        }
    }
    return kept;
}
/** In a connection string that is itself a text in SQL, or in JSON in one. */
const DOUBLED = String.raw `''[^']+''|\\"(?:[^"\\]|\\[^"])*\\"`;
/** A text in SQL's quotes, also one that the end of the line cuts off. */
const SINGLE = String.raw `[eE]'(?:[^'\\]|\\[^]|'')*(?:'|$)|(?:[uU]&)?'(?:[^']|'')*(?:'|$)`;
const QUOTED = String.raw `(?:${DOUBLED}|${SINGLE}|"(?:[^"\\]|\\[^]|"")*(?:"|$)|(?<tag>\$\w*\$)[^]*?(?:\k<tag>|$))`;
const PASSWORD = String.raw `passw(?:or)?d|passphrase|pwd`;
const BLANKS = String.raw `(?:\s|/\*[^*]{0,200}\*/){1,9}`;
const SHAPES = [
    // scheme://user:password@host, the password perhaps with a slash or an at sign in it.
    [/\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s'"`<>]{1,500}@[^\s/?#'"`<>,;)]*/gi, `$1${MASK}`],
    // PASSWORD '…' of CREATE ROLE, of a user mapping's OPTIONS, of a call.
    [
        new RegExp(String.raw `((?:${PASSWORD})\w{0,30}(?:(?:\\?["'])?\s{0,9}(?:=>|:?=|:)\s{0,9}|"?${BLANKS}))${QUOTED}`, 'gi'),
        `$1'${MASK}'`,
    ],
    // SQL needs no blank between the two; what stands in quotes itself is a name.
    [/(?<![\w.'"])(password)'(?:[^']|'')*(?:'|$)/gi, `$1'${MASK}'`],
    // password=… of a connection string, an environment or an address; $1 is a parameter of a function.
    [
        new RegExp(String.raw `((?:${PASSWORD})\w{0,30}\s{0,9}(?:=>|:?=(?!>))\s{0,9})(?!\$\d+\b)[^\s'"]+`, 'gi'),
        `$1${MASK}`,
    ],
    [/(\bauthorization["']?\s{0,9}[:=]\s{0,9}["']?(?:basic|bearer|token)\s+)[^\s"',;]+/gi, `$1${MASK}`],
    // What the system says of an address that does not answer; that it is one's own machine is no secret.
    [/(\b(?:connect|getaddrinfo) E[A-Z_]{3,30} )(?!127\.|localhost|::1|\/)\S+/g, `$1${MASK}`],
    // GitHub's own tokens.
    [/\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,})/g, MASK],
];
const maskShapes = (text) => SHAPES.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text);


/***/ }),

/***/ 93873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ tellError),
/* harmony export */   e: () => (/* binding */ exitStatusOf)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55896);
/** What the process ends with: the verdict's exit status, or the error's, told in two lines. */


const exitStatusOf = (verdict) => _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d[verdict];
/** One line of what is wrong, one of what to do; a fault of the program keeps its stack. */
function tellError(error, redact) {
    if (error instanceof _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n) {
        const lines = [...(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .fk)(redact(error.message)), ...(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .fk)(redact(`→ ${error.hint}`))];
        return { text: `${lines.join('\n')}\n`, status: error.exitStatus };
    }
    const stack = redact(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const lines = [
        ...(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .fk)(`partition-guard failed by a fault of its own: ${stack}`),
        '→ Report it with these lines and the migrations that bring it about.',
    ];
    return { text: `${lines.join('\n')}\n`, status: _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.fault };
}


/***/ }),

/***/ 59619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ KnownSecrets)
/* harmony export */ });
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27108);
/** The secrets that a run is given, as they become known, and the texts without them. */

/** Variables that hold a secret, whoever set them. */
const VARIABLES = [
    'PARTITION_GUARD_TARGET',
    'PARTITION_GUARD_PREVIOUS_TARGET',
    'PARTITION_GUARD_WEBHOOK',
    'PGPASSWORD',
    'PGSSLPASSWORD',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];
class KnownSecrets {
    #secrets = new Set();
    #redact = (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)([]);
    constructor(env) {
        this.add(...VARIABLES.map((name) => env[name]));
        // A key where its file's path belongs.
        const key = env['PGSSLKEY'];
        if (key?.includes('PRIVATE KEY'))
            this.add(key);
    }
    /** @param secrets passwords, tokens and addresses; what is undefined or empty is none. */
    add(...secrets) {
        for (const secret of secrets)
            if (secret)
                this.#secrets.add(secret);
        this.#redact = (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)([...this.#secrets]);
    }
    /** What a runner is to mask in its log. */
    forms() {
        return (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_0__/* .knownForms */ .pZ)([...this.#secrets]);
    }
    redact = (text) => this.#redact(text);
}


/***/ }),

/***/ 71795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ CONTAINER_LABEL),
/* harmony export */   N5: () => (/* binding */ newRunMark),
/* harmony export */   b0: () => (/* binding */ isRunMark),
/* harmony export */   r3: () => (/* binding */ untraced)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** The mark that a run's things bear where they could outlive it, so that whoever comes later finds these and no others. */

/** Eight hexadecimal digits, a letter among them: of figures alone somebody's own names are made, such as dates. */
function newRunMark() {
    const mark = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex');
    return isRunMark(mark) ? mark : newRunMark();
}
const isRunMark = (text) => /^(?=.*[a-f])[0-9a-f]{8}$/.test(text);
/** For those who leave nothing to be found: their reapers see to it. */
const untraced = () => ({ mark: newRunMark(), onOpening: () => Promise.resolve() });
/** The label of a run's containers; its value is the mark. */
const CONTAINER_LABEL = 'partition-guard.run';


/***/ }),

/***/ 55896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   Fb: () => (/* binding */ LINE_BREAK),
/* harmony export */   fk: () => (/* binding */ printableLines),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   om: () => (/* binding */ safeLine)
/* harmony export */ });
/** Text from SQL, files and servers made safe to print: no control characters, no terminal escapes, no runner commands. */
/** Terminal escape sequences: CSI, OSC and the like up to their end, and two-character ones. */
const ESCAPE_SEQUENCE = 
// eslint-disable-next-line no-control-regex
/(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c|$)|\x1b[ -/]*[0-~]/g;
const LINE_BREAK = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;
/** Controls, invisible and direction-changing characters, and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** The lines of a text, each safe to print, without the empty ones. */
const printableLines = (text) => text
    .replace(ESCAPE_SEQUENCE, '')
    .split(LINE_BREAK)
    .map((line) => neutralise(line.replace(/\t/g, ' ').replace(UNPRINTABLE, '')).trim())
    .filter((line) => line !== '');
/** A line as it is, its indent kept, safe to print. */
const safeLine = (line) => neutralise(line
    .replace(ESCAPE_SEQUENCE, '')
    .replace(/[\t\n\r\v\f]/g, ' ')
    .replace(UNPRINTABLE, ''));
/** A text on one line, safe to print. */
const printable = (text) => neutralise(printableLines(text).join(' '));
/**
 * A GitHub runner obeys `::command::` at the start of a line, however far indented, and `##[command]` anywhere in one.
 * Wrapping can bring any word to the start of a line, so each word is looked at; a cast (`x::text`) stays as it is.
 */
const neutralise = (line) => line.replace(/(?<=^|\s):{2,}/g, (colons) => [...colons].join(' ')).replace(/##\[/g, '## [');
/** At most so many characters, the last one an ellipsis where something was cut. */
function clip(text, length) {
    if (text.length <= length)
        return text;
    const characters = [...text];
    return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}


/***/ })

};
