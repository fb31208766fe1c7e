export const id = 9513;
export const ids = [9513];
export const modules = {

/***/ 9513:
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
;// CONCATENATED MODULE: ./deploy-cli.js
/** The commands that work on a target: their options on the command line. */

const collect = (value, earlier = []) => [...earlier, value];
const repeated = (flags, description) => new esm/* Option */.c$(flags, description).argParser(collect);
const CONFIG = () => new esm/* Option */.c$('--config <file>', 'the configuration file (default: partition-guard.yml if there is one)');
const MIGRATIONS = () => repeated('--migrations <dir>', 'folder of Flyway-named SQL; repeatable');
const TARGET = () => new esm/* Option */.c$('--target <url>', 'the database; better given as PARTITION_GUARD_TARGET, which no process list shows');
const ENVIRONMENT = () => new esm/* Option */.c$('--environment <name>', 'where this is: DEV, STAGING, PROD or any name');
const ALLOW_ENVIRONMENT = () => new esm/* Option */.c$('--allow-environment <reason>', 'take the database for this environment though by its audit trail it is another; audited');
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
const VALIDATED = () => new esm/* Option */.c$('--validated <file>', 'JSON report of validate: what its statements locked, and how long; outside of GitHub whether this was validated');
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
/** Adds inspect, which needs no environment, and reads a configuration only where one is named. */
function addInspectCommand(program, run, tellMisuse) {
    program
        .command('inspect')
        .description('look at the partitions of a database: bounds, sizes, gaps, overlaps, rows in default partitions, runway, and what another interval would move; changes nothing')
        .addOption(TARGET())
        .addOption(repeated('--table <name>', 'only this table, as SQL writes its name; repeatable'))
        .option('--config <file>', 'take the tables, and how long a runway must be, from this configuration')
        .option('--json <file>', 'write what was found as JSON: all of it')
        .option('--markdown <file>', 'write it as markdown')
        .option('--html <file>', 'write it as a page, each table drawn on a time axis')
        .configureOutput({ outputError: (text, write) => write(tellMisuse(text, 'inspect')) })
        .exitOverride()
        .action(run);
}
/** Adds plan, apply, maintain, archive and restore; each ends in `run`. */
function addDeployCommands(program, { run, tellMisuse }) {
    for (const { name, summary, options } of COMMANDS) {
        const command = program.command(name).description(summary);
        for (const option of [CONFIG(), TARGET(), ENVIRONMENT(), ALLOW_ENVIRONMENT(), ...options(), ...REPORTS()])
            command.addOption(option);
        command
            .configureOutput({ outputError: (text, write) => write(tellMisuse(text, name)) })
            .exitOverride()
            .action((given) => run(name, { ...given, partitions: given.partition }));
    }
}

;// CONCATENATED MODULE: ./validate-cli.js
/** The commands that need no target: their options on the command line. */

const validate_cli_collect = (value, earlier = []) => [...earlier, value];
function addValidationCommands(program, doors) {
    program
        .command('validate')
        .description('run the migrations in a throwaway PostgreSQL on seeded rows, play the scenarios, judge the checks')
        .option('--config <file>', 'the configuration file (default: partition-guard.yml if there is one)')
        .addOption(new esm/* Option */.c$('--migrations <dir>', 'folder of Flyway-named SQL; repeatable').argParser(validate_cli_collect))
        .option('--base <ref>', 'git ref whose migrations are already applied somewhere; the rest are the change under test')
        .option('--server <kind>', 'auto, embedded, testcontainers, or a postgres:// URL (default: auto)')
        .option('--server-bin <dir>', 'folder of initdb and postgres, of a build of your own')
        .option('--image <image>', 'image of the testcontainers server, with its tag or digest (default: postgres:MAJOR)')
        .option('--allow-server <reason>', 'reason for making throwaway databases on a server, given by URL, that looks like a production one')
        .addOption(new esm/* Option */.c$('--postgres <major>', 'PostgreSQL major to test on, 14 to 18; repeatable: one run each, joined into one verdict').argParser(validate_cli_collect))
        .option('--rows <n>', 'seeded rows a scenario (default: 100000)')
        .option('--seed <n>', 'seed of every pseudo-random choice (default: 1)')
        .option('--now <date>', 'the date on which the run is centred (default: today)')
        .addOption(new esm/* Option */.c$('--scenario <name>', 'only these; repeatable').argParser(validate_cli_collect))
        .option('--shard <i/n>', "this machine's share of the scenarios (default: 1/1)")
        .option('--fail-on <level>', 'error or warning (default: error)')
        .exitOverride()
        .action((options) => doors.validate(options));
    program
        .command('merge')
        .description('join the JSON reports of all shares of a run, or of several PostgreSQL majors, into one verdict')
        .argument('<file...>', 'JSON reports, folders that hold them, or patterns')
        .configureOutput({ outputError: (text, write) => write(doors.tellMisuse(text, 'merge')) })
        .exitOverride()
        .action((paths, options) => doors.merge(paths, options));
    for (const command of program.commands)
        for (const option of reportOptions())
            command.addOption(option);
}
/** Every command that comes to a result has them. */
const reportOptions = () => [
    new esm/* Option */.c$('--json <file>', 'write the report as JSON'),
    new esm/* Option */.c$('--markdown <file>', 'write the report as markdown'),
    new esm/* Option */.c$('--html <file>', 'write the report as a page of HTML'),
    new esm/* Option */.c$('--sarif <file>', 'write the findings as SARIF, for code scanning'),
    new esm/* Option */.c$('--junit <file>', 'write the checks as JUnit XML'),
];

;// CONCATENATED MODULE: ./cli.js
/** The command line: options in, exit status out. */









function createProgram(secrets, onStatus) {
    const program = new esm/* Command */.uB('partition-guard')
        .description('Proves a PostgreSQL partition migration on a throwaway server, and applies it to a target with the same proof: no row lost, no overlap, no gap.')
        .version(tool_version/* TOOL_VERSION */.w)
        .exitOverride()
        .configureOutput({ outputError: (text, write) => write(tellMisuse(secrets.redact(text))) })
        .showHelpAfterError(false);
    addValidationCommands(program, {
        validate: async (options) => onStatus(await validate(options, secrets)),
        merge: async (paths, options) => onStatus(await merge(paths, options, secrets)),
        tellMisuse: (text, command) => tellMisuse(secrets.redact(text), command),
    });
    addDeployCommands(program, {
        run: async (command, options) => onStatus(await deploy(command, options, secrets)),
        tellMisuse: (text, command) => tellMisuse(secrets.redact(text), command),
    });
    addInspectCommand(program, async (options) => onStatus(await inspect(options, secrets)), (text, command) => tellMisuse(secrets.redact(text), command));
    return program;
}
/** `error: unknown option '--rwos'` and perhaps `(Did you mean --rows?)`: told as other mistakes are. */
function tellMisuse(text, command = 'validate') {
    const [wrong = '', suggestion] = text.trim().split('\n');
    const meant = suggestion?.replace(/^\(Did (.*)\)$/, ' — did $1');
    const lines = (0,printable/* printableLines */.fk)(`${wrong.replace(/^error: /, '')}${meant ?? ''}`);
    return `${lines.join('\n')}\n→ partition-guard --help lists the commands, partition-guard ${command} --help the options.\n`;
}
/** What a command needs is loaded when it is asked for: `--help` and `--version` answer at once. */
async function validate(options, secrets) {
    const { validateOnThrowaway } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(5757), __webpack_require__.e(4951), __webpack_require__.e(4080), __webpack_require__.e(3535), __webpack_require__.e(4093), __webpack_require__.e(8355), __webpack_require__.e(2112), __webpack_require__.e(2909), __webpack_require__.e(5330), __webpack_require__.e(226)]).then(__webpack_require__.bind(__webpack_require__, 16820));
    return validateOnThrowaway(options, surroundings(secrets));
}
async function merge(paths, options, secrets) {
    const { mergeReports } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(4080), __webpack_require__.e(4093), __webpack_require__.e(6696), __webpack_require__.e(2872)]).then(__webpack_require__.bind(__webpack_require__, 2872));
    return mergeReports(paths, options, surroundings(secrets));
}
async function deploy(command, options, secrets) {
    const { runDeploy } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(5757), __webpack_require__.e(234), __webpack_require__.e(4080), __webpack_require__.e(3535), __webpack_require__.e(4093), __webpack_require__.e(8355), __webpack_require__.e(1520), __webpack_require__.e(2126), __webpack_require__.e(251), __webpack_require__.e(8583), __webpack_require__.e(1693), __webpack_require__.e(410), __webpack_require__.e(4249), __webpack_require__.e(1869)]).then(__webpack_require__.bind(__webpack_require__, 21869));
    return runDeploy({ command, options, ...surroundings(secrets) });
}
async function inspect(options, secrets) {
    const { inspectOnTarget } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(5757), __webpack_require__.e(234), __webpack_require__.e(4080), __webpack_require__.e(3535), __webpack_require__.e(4093), __webpack_require__.e(8355), __webpack_require__.e(1520), __webpack_require__.e(2126), __webpack_require__.e(251), __webpack_require__.e(8583), __webpack_require__.e(1693), __webpack_require__.e(410), __webpack_require__.e(4249), __webpack_require__.e(1869), __webpack_require__.e(4731)]).then(__webpack_require__.bind(__webpack_require__, 24731));
    return inspectOnTarget(options, surroundings(secrets));
}
/** What a command is given to work with. */
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
