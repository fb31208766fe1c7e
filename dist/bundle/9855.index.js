export const id = 9855;
export const ids = [9855];
export const modules = {

/***/ 75029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ../../node_modules/commander/esm.mjs
var esm = __webpack_require__(13735);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/tool-version.js
var tool_version = __webpack_require__(13562);
// EXTERNAL MODULE: ./exit-status.js
var exit_status = __webpack_require__(93873);
// EXTERNAL MODULE: ./known-secrets.js
var known_secrets = __webpack_require__(59619);
// EXTERNAL MODULE: ./report/paint.js
var paint = __webpack_require__(17315);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./settings/load-configuration.js
var load_configuration = __webpack_require__(32245);
// EXTERNAL MODULE: ./settings/report-options.js
var report_options = __webpack_require__(82007);
// EXTERNAL MODULE: ./settings/resolve-settings.js + 12 modules
var resolve_settings = __webpack_require__(59973);
;// CONCATENATED MODULE: ./deploy-cli.js
/** The commands that work on a target: their options on the command line. */

const collect = (value, earlier = []) => [...earlier, value];
const repeated = (flags, description) => new esm/* Option */.c$(flags, description).argParser(collect);
const CONFIG = () => new esm/* Option */.c$('--config <file>', 'the configuration file (default: partition-guard.yml if there is one)');
const MIGRATIONS = () => repeated('--migrations <dir>', 'folder of Flyway-named SQL; repeatable');
const TARGET = () => new esm/* Option */.c$('--target <url>', 'the database; better given as PARTITION_GUARD_TARGET, which no process list shows');
const ENVIRONMENT = () => new esm/* Option */.c$('--environment <name>', 'where this is: DEV, STAGING, PROD or any name');
const REPORTS = () => [
    new esm/* Option */.c$('--json <file>', 'write what was found and done as JSON'),
    new esm/* Option */.c$('--markdown <file>', 'write it as markdown'),
];
const WAITING = () => [
    new esm/* Option */.c$('--lock-timeout <time>', 'how long a statement waits for a lock (default: 2s)'),
    new esm/* Option */.c$('--statement-timeout <time>', 'how long a statement may run; 0 is without end (default: 0)'),
    new esm/* Option */.c$('--retries <n>', 'how often a lock that was not got is tried for again (default: 10)'),
];
const DRY_RUN = () => new esm/* Option */.c$('--dry-run', 'do all of it, and roll it back');
const VERIFY = () => new esm/* Option */.c$('--verify <how-much>', 'rows proven inside the transaction: full, touched or count (default: touched)');
const BASELINE = () => new esm/* Option */.c$('--baseline <version>', 'take a database that has tables and no history to be at this version already');
const VALIDATED = () => new esm/* Option */.c$('--validated <file>', 'JSON report of validate: what its statements locked, and how long');
const ARCHIVE = () => new esm/* Option */.c$('--archive <place>', 'where archives are: a folder, or s3://BUCKET/PREFIX');
const RETENTION = () => new esm/* Option */.c$('--retention <time>', 'how long rows are kept, such as "24 months" (default: the configuration)');
const COMMANDS = [
    {
        name: 'plan',
        summary: 'say what apply would do to a target, without changing it',
        options: () => [MIGRATIONS(), VALIDATED(), VERIFY(), BASELINE()],
    },
    {
        name: 'apply',
        summary: 'apply the pending migrations and the configured partitioning to a target, proven inside the transaction',
        options: () => [
            MIGRATIONS(),
            new esm/* Option */.c$('--plan <digest>', 'apply only this plan (default: the plan as it is now)'),
            VALIDATED(),
            new esm/* Option */.c$('--allow-unvalidated <reason>', 'apply though no validation of these very migrations is known; audited'),
            VERIFY(),
            BASELINE(),
            ...WAITING(),
            DRY_RUN(),
        ],
    },
    {
        name: 'maintain',
        summary: 'make partitions ahead, apply the retention and check how long writes keep working',
        options: () => [
            new esm/* Option */.c$('--premake <n>', 'how many partitions are made ahead'),
            RETENTION(),
            ARCHIVE(),
            ...WAITING(),
            DRY_RUN(),
        ],
    },
    {
        name: 'archive',
        summary: 'write what is past its retention to verified files, then drop it',
        options: () => [RETENTION(), ARCHIVE(), ...WAITING(), DRY_RUN()],
    },
    {
        name: 'restore',
        summary: 'put archived partitions back',
        options: () => [
            repeated('--partition <name>', 'which partition, as SQL writes its name; repeatable'),
            ARCHIVE(),
            ...WAITING(),
            DRY_RUN(),
        ],
    },
];
/** Adds inspect, which needs no environment and has a report of one kind. */
function addInspectCommand(program, run, tellMisuse) {
    program
        .command('inspect')
        .description('print the partitions of a database: bounds, sizes, gaps, overlaps and runway')
        .addOption(TARGET())
        .addOption(new esm/* Option */.c$('--json <file>', 'write what was found as JSON'))
        .configureOutput({ outputError: (text, write) => write(tellMisuse(text, 'inspect')) })
        .exitOverride()
        .action(run);
}
/** Adds plan, apply, maintain, archive and restore; each ends in `run`. */
function addDeployCommands(program, { run, tellMisuse }) {
    for (const { name, summary, options } of COMMANDS) {
        const command = program.command(name).description(summary);
        for (const option of [CONFIG(), TARGET(), ENVIRONMENT(), ...options(), ...REPORTS()])
            command.addOption(option);
        command
            .configureOutput({ outputError: (text, write) => write(tellMisuse(text, name)) })
            .exitOverride()
            .action((given) => run(name, { ...given, partitions: given.partition }));
    }
}

// EXTERNAL MODULE: ./merge-command.js
var merge_command = __webpack_require__(43696);
// EXTERNAL MODULE: ./replay-options.js
var replay_options = __webpack_require__(24834);
// EXTERNAL MODULE: ./validate-command.js + 96 modules
var validate_command = __webpack_require__(80110);
;// CONCATENATED MODULE: ./cli.js
/** The command line: options in, exit status out. */















const cli_collect = (value, earlier = []) => [...earlier, value];
function createProgram(secrets, onStatus) {
    const program = new esm/* Command */.uB('partition-guard')
        .description('Proves a PostgreSQL partition migration on a throwaway server, and applies it to a target with the same proof: no row lost, no overlap, no gap.')
        .version(tool_version/* TOOL_VERSION */.w)
        .exitOverride()
        .configureOutput({ outputError: (text, write) => write(tellMisuse(secrets.redact(text))) })
        .showHelpAfterError(false);
    program
        .command('validate')
        .description('run the migrations in a throwaway PostgreSQL on seeded rows, play the scenarios, judge the checks')
        .option('--config <file>', 'the configuration file (default: partition-guard.yml if there is one)')
        .addOption(new esm/* Option */.c$('--migrations <dir>', 'folder of Flyway-named SQL; repeatable').argParser(cli_collect))
        .option('--base <ref>', 'git ref whose migrations are already applied somewhere; the rest are the change under test')
        .option('--server <kind>', 'auto, embedded, testcontainers, or a postgres:// URL (default: auto)')
        .addOption(new esm/* Option */.c$('--postgres <major>', 'PostgreSQL major to test on').argParser(cli_collect))
        .option('--rows <n>', 'seeded rows a scenario (default: 100000)')
        .option('--seed <n>', 'seed of every pseudo-random choice (default: 1)')
        .option('--now <date>', 'the date on which the run is centred (default: today)')
        .addOption(new esm/* Option */.c$('--scenario <name>', 'only these; repeatable').argParser(cli_collect))
        .option('--shard <i/n>', "this machine's share of the scenarios (default: 1/1)")
        .option('--fail-on <level>', 'error or warning (default: error)')
        .exitOverride()
        .action(async (options) => onStatus(await validate(options, secrets)));
    program
        .command('merge')
        .description('join the JSON reports of all shares of a run, or of several PostgreSQL majors, into one verdict')
        .argument('<file...>', 'JSON reports, folders that hold them, or patterns')
        .configureOutput({ outputError: (text, write) => write(tellMisuse(secrets.redact(text), 'merge')) })
        .exitOverride()
        .action(async (paths, options) => onStatus(await merge(paths, options, secrets)));
    for (const command of program.commands)
        for (const option of reportOptions())
            command.addOption(option);
    addDeployCommands(program, {
        run: async (command, options) => onStatus(await deploy(command, options, secrets)),
        tellMisuse: (text, command) => tellMisuse(secrets.redact(text), command),
    });
    addInspectCommand(program, async (options) => onStatus(await inspect(options, secrets)), (text, command) => tellMisuse(secrets.redact(text), command));
    return program;
}
/** Every command that comes to a result has them. */
const reportOptions = () => [
    new esm/* Option */.c$('--json <file>', 'write the report as JSON'),
    new esm/* Option */.c$('--markdown <file>', 'write the report as markdown'),
    new esm/* Option */.c$('--html <file>', 'write the report as a page of HTML'),
    new esm/* Option */.c$('--sarif <file>', 'write the findings as SARIF, for code scanning'),
    new esm/* Option */.c$('--junit <file>', 'write the checks as JUnit XML'),
];
/** `error: unknown option '--rwos'` and perhaps `(Did you mean --rows?)`: told as other mistakes are. */
function tellMisuse(text, command = 'validate') {
    const [wrong = '', suggestion] = text.trim().split('\n');
    const meant = suggestion?.replace(/^\(Did (.*)\)$/, ' — did $1');
    const lines = (0,printable/* printableLines */.fk)(`${wrong.replace(/^error: /, '')}${meant ?? ''}`);
    return `${lines.join('\n')}\n→ partition-guard --help lists the commands, partition-guard ${command} --help the options.\n`;
}
async function validate({ config, ...options }, secrets) {
    secrets.add(options.server?.includes('://') ? options.server : undefined);
    const startedAt = new Date();
    const cwd = process.cwd();
    const settings = await (0,resolve_settings.validateSettings)({
        cwd,
        ...(0,load_configuration.loadConfiguration)(cwd, config),
        options,
        today: today(startedAt),
    });
    if (settings.server.kind === 'url')
        secrets.add(settings.server.url);
    const { stdout, stderr } = process;
    const result = await (0,validate_command/* runValidate */.E)({
        settings,
        startedAt,
        replayOptions: (0,replay_options/* replayOptions */.I)(config, options),
        output: stdout,
        terminal: terminalOptions(),
        onProgress: (text) => stderr.write(`${text}\n`),
        redact: secrets.redact,
    });
    return (0,exit_status/* exitStatusOf */.e)(result.verdict);
}
async function merge(paths, options, secrets) {
    const cwd = process.cwd();
    const result = await (0,merge_command/* runMerge */.C)({
        cwd,
        paths,
        reports: (0,report_options/* reportFiles */.IU)(options, { cwd, style: 'flag', command: 'merge' }),
        output: process.stdout,
        terminal: terminalOptions(),
        redact: secrets.redact,
    });
    return (0,exit_status/* exitStatusOf */.e)(result.verdict);
}
/** What works on a target is loaded when it is asked for. */
async function deploy(command, options, secrets) {
    const { runDeploy } = await Promise.all(/* import() */[__webpack_require__.e(6561), __webpack_require__.e(2126), __webpack_require__.e(3874), __webpack_require__.e(1987), __webpack_require__.e(6789), __webpack_require__.e(9699), __webpack_require__.e(1869)]).then(__webpack_require__.bind(__webpack_require__, 21869));
    return runDeploy({ command, options, ...surroundings(secrets) });
}
async function inspect(options, secrets) {
    const { inspectOnTarget } = await Promise.all(/* import() */[__webpack_require__.e(6561), __webpack_require__.e(2126), __webpack_require__.e(3874), __webpack_require__.e(1987), __webpack_require__.e(6789), __webpack_require__.e(9699), __webpack_require__.e(7437)]).then(__webpack_require__.bind(__webpack_require__, 57437));
    return inspectOnTarget(options, surroundings(secrets));
}
/** What a command is given that reaches a target. */
function surroundings(secrets) {
    const { stdout, stderr, env } = process;
    return {
        env,
        cwd: process.cwd(),
        startedAt: new Date(),
        secrets,
        output: stdout,
        terminal: terminalOptions(),
        onLine: (text) => void stderr.write(`${secrets.redact(text)}\n`),
    };
}
function terminalOptions() {
    const { stdout, env } = process;
    const colour = stdout.isTTY && env['NO_COLOR'] === undefined;
    return { paint: (0,paint/* createPaint */.X)({ colour }), ...(stdout.isTTY ? { width: stdout.columns } : {}) };
}
const today = (date) => (0,instant/* instantOf */.B9)({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
/** Runs the program; the exit status is set, never forced, so that what was written arrives. */
async function main(argv) {
    const secrets = new known_secrets/* KnownSecrets */.R(process.env);
    try {
        await createProgram(secrets, (status) => (process.exitCode = status)).parseAsync(argv, { from: 'user' });
    }
    catch (error) {
        if (error instanceof esm/* CommanderError */.b7) {
            process.exitCode = error.exitCode === 0 ? operator_error/* EXIT */.d.pass : operator_error/* EXIT */.d.usage;
            return;
        }
        const { text, status } = (0,exit_status/* tellError */.S)(error, secrets.redact);
        process.stderr.write(text);
        process.exitCode = status;
    }
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
    const [, rawUser = '', rawPassword] = /^([^:]*)(?::([^]*))?$/.exec(userinfo) ?? [];
    const [authority = '', ...path] = rest.split(/[/?#]/);
    const hosts = authority.split(',').map((host) => host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1'));
    const user = decoded(rawUser);
    const open = new Set([user, ...hosts, ...path.map(decoded), 'postgres']);
    // A password that is the user's or the database's name is no secret, and would take that name out of every text.
    const passwords = [rawPassword, ...queryPasswords(rest)].filter((one) => one !== undefined && !open.has(decoded(one)));
    return [
        ...passwords.flatMap((one) => [...textForms(one), ...textForms(decoded(one))]),
        ...passwords.map((one) => base64(`${user}:${decoded(one)}`)),
        // A name without a dot (`db`, a service of the workflow) is a word like others.
        ...hosts.filter((host) => !LOCAL.test(host) && /[.:]/.test(host)),
        ...hosts.filter((host) => !LOCAL.test(host)).flatMap((host) => [`${user}@${host}`, `${rawUser}@${host}`]),
    ];
}
const queryPasswords = (rest) => [...rest.matchAll(/[?&](?:ssl)?password=([^&#]*)/gi)].flatMap(([, value = '']) => [
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

/***/ 13562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TOOL_VERSION)
/* harmony export */ });
/** This program's own version, as package.json has it. */
const TOOL_VERSION = '0.1.0';


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

/***/ 43696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runMerge)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27108);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53490);
/* harmony import */ var _report_merge_results_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8140);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84759);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(446);
/* harmony import */ var _report_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31897);
/** `merge` from JSON reports to one result with its own reports written: what the command line and the action share. */







async function runMerge(command) {
    const { cwd, reports, output, terminal } = command;
    const sources = await (0,_report_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .findReports */ .z)(command.paths, cwd);
    refuseOverwriting(sources, cwd, reports);
    const [first, ...more] = await (0,_report_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .readReports */ .o)(sources);
    if (!first) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n('no reports are given', {
            code: 'no-reports',
            hint: 'Name the JSON reports, or the folders that they are in.',
        });
    }
    const result = (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .redactResult */ .rd)((0,_report_merge_results_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutUnprovenPass */ .d)((0,_report_merge_results_js__WEBPACK_IMPORTED_MODULE_3__/* .mergeResults */ .n)([first, ...more])), command.redact);
    await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_5__/* .requireWritable */ .ik)(cwd, reports);
    output.write((0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderHeader */ .wZ)(result, terminal) +
        result.scenarios.map((scenario) => (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderScenarioLine */ .nB)(scenario, terminal)).join('') +
        (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderFindings */ .vO)(result, terminal) +
        (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderClosing */ .Ej)(result, terminal));
    await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_5__/* .writeReports */ .Li)(cwd, reports, result);
    return result;
}
/** What was read would be gone, though it is what proves the result. */
function refuseOverwriting(sources, cwd, reports) {
    const lost = (0,_report_files_js__WEBPACK_IMPORTED_MODULE_5__/* .filesOf */ .R8)(cwd, reports).flatMap(({ kind, file }) => sources
        .filter((source) => source.file === file)
        .map(({ name }) => `the ${_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .REPORT_TITLES */ .p[kind]} report would be written over ${name}, which is to be read`));
    if (lost.length === 0)
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(lost.join('\n'), {
        code: 'report-over-report',
        hint: 'Give another path, outside the folders that are read.',
    });
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

const newRunMark = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex');
const isRunMark = (text) => /^[0-9a-f]{8}$/.test(text);
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
const neutralise = (line) => line.replace(/(^|\s)::/g, '$1: :').replace(/##\[/g, '## [');
/** At most so many characters, the last one an ellipsis where something was cut. */
function clip(text, length) {
    if (text.length <= length)
        return text;
    const characters = [...text];
    return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}


/***/ })

};
