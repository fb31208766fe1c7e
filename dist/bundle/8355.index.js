export const id = 8355;
export const ids = [8355];
export const modules = {

/***/ 7017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ checksumOf)
/* harmony export */ });
/** The checksum that Flyway keeps of a migration: CRC-32 over its lines without their ends, as a signed integer. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) {
        remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    }
    return remainder;
});
function crc32(bytes) {
    let crc = -1;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
    return ~crc;
}
/** @param text without a byte order mark. */
const checksumOf = (text) => crc32(Buffer.from(text.replace(/[\r\n]/g, ''), 'utf8'));


/***/ }),

/***/ 5017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   WQ: () => (/* binding */ migrationFolders),
/* harmony export */   iz: () => (/* binding */ readFolders)
/* harmony export */ });
/* unused harmony export KNOWN_FOLDERS */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38232);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48670);
/* harmony import */ var _mistake_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34428);
/* harmony import */ var _source_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77326);
/** The files of migrations folders on the disk, found as Flyway finds them: at any depth. */






/** Where migrations are looked for when no folder is given, in this order. */
const KNOWN_FOLDERS = [
    'sql/migrations',
    'db/migration',
    'src/main/resources/db/migration',
    'migrations',
];
/** The given folders, or the first known one that exists. */
function migrationFolders(cwd, given) {
    if (given.length > 0)
        return given;
    const found = KNOWN_FOLDERS.find((folder) => isFolder(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, folder)));
    if (found !== undefined)
        return [found];
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_3__/* .OperatorError */ .n(`no migrations folder: looked for ${KNOWN_FOLDERS.join(', ')}`, {
        code: 'migrations-folder-missing',
        hint: 'Name it with --migrations DIR, or as migrations: in partition-guard.yml.',
    });
}
/** Every SQL file below the folders, each once. */
function readFolders(cwd, folders) {
    const mistakes = [];
    const files = new Map();
    for (const folder of folders) {
        const root = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, folder);
        if (!isFolder(root)) {
            mistakes.push(missingFolder(cwd, folder, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(root)));
            continue;
        }
        const walk = new Walk({ cwd, folder, root: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), mistakes, files });
        walk.enter(root);
        if (walk.seen === 0)
            mistakes.push(emptyFolder(folder));
    }
    (0,_mistake_js__WEBPACK_IMPORTED_MODULE_4__/* .throwMistakes */ .L)(mistakes);
    return [...files.values()];
}
const isFolder = (absolute) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false;
class Walk {
    /** SQL files met, also those that another folder gave already. */
    seen = 0;
    entered = new Set();
    to;
    constructor(to) {
        this.to = to;
    }
    enter(folder) {
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
        if (this.entered.has(real))
            return;
        this.entered.add(real);
        for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true }).sort(byName)) {
            if (entry.name.startsWith('.'))
                continue;
            this.meet(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, entry.name), entry.name);
        }
    }
    meet(absolute, name) {
        const file = displayPath(this.to.cwd, absolute);
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute, { throwIfNoEntry: false });
        if (!stat?.isDirectory() && !(0,_source_file_js__WEBPACK_IMPORTED_MODULE_5__/* .isOfInterest */ .Gz)(name))
            return;
        if (!stat) {
            this.to.mistakes.push({ ...unread(file), message: 'a symbolic link to nothing' });
            return;
        }
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute);
        if (real !== this.to.root && !real.startsWith(this.to.root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            this.to.mistakes.push({
                ...unread(file),
                message: 'a symbolic link that leaves the migrations folder',
            });
        }
        else if (stat.isDirectory()) {
            this.enter(absolute);
        }
        else if (!stat.isFile()) {
            this.to.mistakes.push({ ...unread(file), message: 'not a regular file' });
        }
        else {
            this.take(file, real, stat.size);
        }
    }
    take(file, real, size) {
        this.seen++;
        if (size > _source_file_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_FILE_BYTES */ .gZ)
            this.to.mistakes.push((0,_source_file_js__WEBPACK_IMPORTED_MODULE_5__/* .tooLarge */ .g$)(file, size));
        else if (!this.to.files.has(real)) {
            this.to.files.set(real, { folder: this.to.folder, file, bytes: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real) });
        }
    }
}
const byName = (a, b) => (a.name < b.name ? -1 : 1);
/** Relative to where the program runs, with forward slashes. */
const displayPath = (cwd, absolute) => node_path__WEBPACK_IMPORTED_MODULE_1__.relative(cwd, absolute).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.';
const unread = (file) => ({
    file,
    code: 'migration-unreadable',
    hint: 'Put a regular file in the migrations folder, or give the other folder with --migrations too.',
});
function missingFolder(cwd, folder, exists) {
    const known = KNOWN_FOLDERS.filter((candidate) => isFolder(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, candidate)));
    const near = [...known, ...siblingsOf(cwd, folder)]
        .map((candidate) => ({ candidate, far: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_2__/* .distance */ .Io)(folder, candidate) }))
        .sort((a, b) => a.far - b.far)[0];
    const meant = near && near.far <= Math.max(3, folder.length / 3) ? ` — did you mean "${near.candidate}"?` : '';
    return {
        file: folder,
        message: (exists ? 'a file, not a folder of migrations' : 'no such migrations folder') + meant,
        code: 'migrations-folder-missing',
        hint: 'Name the folder with --migrations DIR, relative to where the program runs.',
    };
}
function siblingsOf(cwd, folder) {
    const parent = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, folder));
    if (!isFolder(parent))
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(parent, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => displayPath(cwd, node_path__WEBPACK_IMPORTED_MODULE_1__.join(parent, entry.name)));
}
const emptyFolder = (folder) => ({
    file: folder,
    message: 'no migrations in this folder',
    code: 'migrations-folder-empty',
    hint: 'A migration is a file named V1__what_it_does.sql, or R__what_it_does.sql for one that is repeated.',
});


/***/ }),

/***/ 34428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ throwMistakes),
/* harmony export */   c: () => (/* binding */ lineOf)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/** Mistakes in a migrations folder: collected, then reported at once, one line each. */

/** `file:line: what is wrong`, on one line whatever the file is called. */
const lineOf = ({ file, line, message }) => onOneLine(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
/** A file's name may hold anything: what a terminal or a log would obey is shown, not sent. */
const onOneLine = (text) => 
// eslint-disable-next-line no-control-regex
text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
});
/** Throws all of them as one error; returns where there are none. */
function throwMistakes(mistakes) {
    const [first] = mistakes;
    if (!first)
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(mistakes.map(lineOf).join('\n'), { code: first.code, hint: first.hint });
}


/***/ }),

/***/ 25907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dq: () => (/* binding */ playable),
  Yr: () => (/* binding */ readMigrations),
  ZL: () => (/* binding */ understand)
});

// UNUSED EXPORTS: compareMigrations

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./migrations/disk-files.js
var disk_files = __webpack_require__(5017);
// EXTERNAL MODULE: ./migrations/checksum.js
var checksum = __webpack_require__(7017);
// EXTERNAL MODULE: ./migrations/version.js
var migrations_version = __webpack_require__(26872);
;// CONCATENATED MODULE: ./migrations/migration-name.js
/** A migration's file name: what kind of migration it says it is, or why it can't be read. */

const CALLBACK = /^(?:before|after)[A-Z]\w*$|^createSchema$/;
/** Reads a name as Flyway does with its default prefixes, separator and suffix. */
function parseMigrationName(fileName) {
    if (fileName.startsWith('.') || !/\.sql$/i.test(fileName))
        return { kind: 'ignored' };
    if (!fileName.endsWith('.sql')) {
        const lowered = fileName.replace(/\.sql$/i, '.sql');
        const read = parseMigrationName(lowered);
        const suggestion = read.kind === 'unreadable' ? read.suggestion : lowered;
        return unreadable('ends in upper case, which is not read', suggestion);
    }
    const stem = fileName.slice(0, -'.sql'.length);
    const { before, after } = splitOnce(stem, '__');
    const prefix = before.slice(0, 1);
    const version = before.slice(1);
    if (CALLBACK.test(before)) {
        return unreadable('a Flyway callback, which is not played; keep callbacks in another folder', 'V1__x.sql');
    }
    if (prefix === 'U' && (0,migrations_version/* parseVersion */.ot)(version) !== undefined)
        return { kind: 'ignored' };
    if (before === 'R' && stem.length > 1)
        return { kind: 'repeatable', description: describe(after) };
    const parsed = prefix === 'V' || prefix === 'B' ? (0,migrations_version/* parseVersion */.ot)(version) : undefined;
    if (parsed !== undefined) {
        return {
            kind: 'versioned',
            version: parsed,
            description: describe(after),
            isBaseline: prefix === 'B',
        };
    }
    return unreadable('not the name of a migration', suggest(stem));
}
const unreadable = (message, suggestion) => ({
    kind: 'unreadable',
    message,
    suggestion,
});
const describe = (text) => text.replaceAll('_', ' ').trim();
function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return at < 0
        ? { before: text, after: '' }
        : { before: text.slice(0, at), after: text.slice(at + separator.length) };
}
/** A right name that keeps what can be kept of a wrong one. */
function suggest(stem) {
    const versioned = /^v?[-_ ]*(\d+(?:[._-]\d+)*)[-_. ]*(.*)$/i.exec(stem);
    if (versioned) {
        const [, version = '1', description = ''] = versioned;
        return `V${version.replaceAll('-', '.')}__${wordsOf(description)}.sql`;
    }
    const repeatable = /^r[-_]+(.*)$/i.exec(stem);
    if (repeatable)
        return `R__${wordsOf(repeatable[1] ?? '')}.sql`;
    return `V1__${wordsOf(stem)}.sql`;
}
const wordsOf = (text) => text.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'description';

// EXTERNAL MODULE: ./migrations/mistake.js
var mistake = __webpack_require__(34428);
// EXTERNAL MODULE: ../../node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(38232);
;// CONCATENATED MODULE: ./migrations/placeholders.js
/** Flyway's `${placeholders}`: replaced in a migration's text, with the lines they came from remembered. */

/** Flyway reads on to the next brace, wherever it is. */
const PLACEHOLDER = /\$\{([^}]*)(?:\}|$)/g;
/** The names and values that a file may use; names are the same in upper and lower case, as in Flyway. */
function placeholderValues(options) {
    const flyway = Object.entries({
        ...options.flyway,
        filename: options.fileName,
        workingDirectory: options.cwd,
        environment: 'default',
    });
    const named = [
        ...flyway.map(([name, value]) => ({ name: `flyway:${name}`, value })),
        ...Object.entries(options.own).map(([name, value]) => ({ name, value })),
    ];
    return new Map(named.map((placeholder) => [placeholder.name.toLowerCase(), placeholder]));
}
/** Replaces every placeholder that has a value, and lists those that have none. */
function replacePlaceholders(text, values) {
    const missing = [];
    const lines = [1];
    let line = 1;
    let copiedTo = 0;
    let result = '';
    let shifted = false;
    const copy = (source) => {
        result += source;
        for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
            lines.push(++line);
    };
    for (const match of text.matchAll(PLACEHOLDER)) {
        copy(text.slice(copiedTo, match.index));
        copiedTo = match.index + match[0].length;
        const name = match[1] ?? '';
        const value = match[0].endsWith('}') ? values.get(name.toLowerCase())?.value : undefined;
        if (value === undefined) {
            const shown = name.split(/\r?\n/, 1)[0]?.slice(0, 100) ?? '';
            missing.push({ name: shown, line, ...nearestOf(shown, values) });
            copy(match[0]);
            continue;
        }
        result += value;
        const added = value.split('\n').length - 1;
        for (let i = 0; i < added; i++)
            lines.push(line);
        const taken = name.split('\n').length - 1;
        line += taken;
        shifted ||= added > 0 || taken > 0;
    }
    copy(text.slice(copiedTo));
    return { text: result, missing, ...(shifted ? { lines } : {}) };
}
function nearestOf(name, values) {
    const ranked = [...values.values()]
        .map((known) => ({ known: known.name, far: (0,mod/* distance */.Io)(name.toLowerCase(), known.name.toLowerCase()) }))
        .sort((a, b) => a.far - b.far);
    const best = ranked[0];
    return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? { nearest: best.known } : {};
}

;// CONCATENATED MODULE: ./migrations/script-config.js
const DEFAULT_SCRIPT_CONFIG = { placeholderReplacement: true };
/** Reads `key=value` lines; `#` opens a comment. */
function parseScriptConfig(text, file) {
    const mistakes = [];
    let config = DEFAULT_SCRIPT_CONFIG;
    text.split(/\r?\n/).forEach((source, index) => {
        const wrong = (message) => void mistakes.push(mistakeAt({ file, line: index + 1, message }));
        const trimmed = source.trim();
        if (trimmed === '' || trimmed.startsWith('#'))
            return;
        const at = trimmed.indexOf('=');
        const key = (at < 0 ? trimmed : trimmed.slice(0, at)).trim().replace(/^flyway\./, '');
        const value = at < 0 ? '' : trimmed.slice(at + 1).trim();
        if (key === 'executeInTransaction' || key === 'placeholderReplacement' || key === 'shouldExecute') {
            if (value !== 'true' && value !== 'false')
                wrong(`${key} must be true or false`);
            else if (key !== 'shouldExecute')
                config = { ...config, [key]: value === 'true' };
            else if (value === 'false')
                wrong('shouldExecute=false is not followed: every migration is played');
        }
        else if (key === 'encoding') {
            if (isEncoding(value))
                config = { ...config, encoding: value };
            else
                wrong(`the encoding "${value.slice(0, 60)}" is not known`);
        }
        else {
            wrong(`the setting "${key.slice(0, 60)}" is not known`);
        }
    });
    return { config, mistakes };
}
function isEncoding(name) {
    try {
        return new TextDecoder(name).encoding !== '';
    }
    catch {
        return false;
    }
}
const mistakeAt = ({ file, line, message }) => ({
    file,
    line,
    message,
    code: 'script-configuration-wrong',
    hint: 'Known here are executeInTransaction, placeholderReplacement, shouldExecute=true and encoding.',
});

// EXTERNAL MODULE: ./migrations/source-file.js
var source_file = __webpack_require__(77326);
// EXTERNAL MODULE: ./migrations/sql-parser.js
var sql_parser = __webpack_require__(12894);
;// CONCATENATED MODULE: ./migrations/routine-body.js

/** @param bytes the statement's text in UTF-8. @param start where it begins in what was parsed. */
function routineOf(options) {
    const { parser, kind, node, bytes, start } = options;
    if (kind !== 'DoStmt' && kind !== 'CreateFunctionStmt')
        return undefined;
    const definitions = (0,sql_parser/* itemsOf */.S3)(node, kind === 'DoStmt' ? 'args' : 'options', 'DefElem');
    const body = definitions.find((option) => (0,sql_parser/* textOf */.b6)(option, 'defname') === 'as');
    const location = (body && (0,sql_parser/* numberOf */.rl)(body, 'location')) ?? start;
    const bodyStartsAfterLines = newlinesBefore(bytes, openingQuote(bytes, location - start));
    if (kind === 'DoStmt')
        return { argumentTypes: [], bodyStartsAfterLines };
    const [name, schema] = (0,sql_parser/* namesOf */.eZ)(node, 'funcname').reverse();
    if (name === undefined)
        return undefined;
    return {
        name: { name, ...(schema === undefined ? {} : { schema }) },
        argumentTypes: (0,sql_parser/* itemsOf */.S3)(node, 'parameters', 'FunctionParameter').flatMap(argumentType),
        bodyStartsAfterLines,
        ...sqlStatementsOf(),
    };
    function sqlStatementsOf() {
        if (body) {
            if (languageOf(definitions) !== 'sql')
                return {};
            return {
                sqlStatements: linesInText(parser, bodyText(body)).map((line) => bodyStartsAfterLines + line),
            };
        }
        const statements = (0,sql_parser/* listOf */.c3)((0,sql_parser/* nodeOf */.E7)((0,sql_parser/* nodeOf */.E7)(node, 'sql_body') ?? {}, 'List'), 'items');
        const nested = statements.flatMap((item) => (0,sql_parser/* isNode */.Ll)(item['List']) ? (0,sql_parser/* listOf */.c3)(item['List'], 'items') : [item]);
        const offsets = nested.flatMap((statement) => firstLocation(statement) ?? []);
        return offsets.length > 0
            ? { sqlStatements: offsets.map((at) => newlinesBefore(bytes, at - start)) }
            : {};
    }
}
const languageOf = (definitions) => {
    const language = definitions.find((option) => (0,sql_parser/* textOf */.b6)(option, 'defname') === 'language');
    return language && (0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)((0,sql_parser/* nodeOf */.E7)(language, 'arg') ?? {}, 'String') ?? {}, 'sval')?.toLowerCase();
};
const bodyText = (body) => (0,sql_parser/* itemsOf */.S3)((0,sql_parser/* nodeOf */.E7)((0,sql_parser/* nodeOf */.E7)(body, 'arg') ?? {}, 'List') ?? {}, 'items', 'String')
    .map((item) => (0,sql_parser/* textOf */.b6)(item, 'sval') ?? '')
    .join('');
/** Lines from the text's first line to each of its statements; none where they can't be told apart. */
function linesInText(parser, text) {
    const answer = parser.parse(text);
    if (answer.kind === 'refused')
        return [];
    const bytes = Buffer.from(text, 'utf8');
    return answer.statements.map((statement) => newlinesBefore(bytes, statement.start));
}
/** The least place that any node below tells, in bytes: of a statement that tells none itself. */
function firstLocation(node) {
    const places = Object.entries(node).flatMap(([key, value]) => {
        if (key === 'location' && typeof value === 'number')
            return [value];
        return (0,sql_parser/* isNode */.Ll)(value) ? (firstLocation(value) ?? []) : [];
    });
    return places.length > 0 ? Math.min(...places) : undefined;
}
/** Where the body's quote is: after the word AS, blanks and comments, where the parser points at AS. */
function openingQuote(bytes, from) {
    if (!/^as\b/i.test(bytes.subarray(from, from + 3).toString('latin1')))
        return from;
    const rest = bytes.subarray(from + 2).toString('latin1');
    const blank = /^(?:\s+|--[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/.exec(rest);
    return from + 2 + (blank?.[0].length ?? 0);
}
function newlinesBefore(bytes, end) {
    let count = 0;
    for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1))
        count++;
    return count;
}
const OUTPUT_ONLY = new Set(['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE']);
function argumentType(parameter) {
    if (OUTPUT_ONLY.has((0,sql_parser/* textOf */.b6)(parameter, 'mode') ?? ''))
        return [];
    const type = (0,sql_parser/* nodeOf */.E7)(parameter, 'argType') ?? {};
    const name = (0,sql_parser/* namesOf */.eZ)(type, 'names').at(-1) ?? '';
    return [(PRINTED_TYPE[name] ?? name) + ((0,sql_parser/* listOf */.c3)(type, 'arrayBounds').length > 0 ? '[]' : '')];
}
/** Internal type names whose printed form differs. */
const PRINTED_TYPE = {
    int2: 'smallint',
    int4: 'integer',
    int8: 'bigint',
    bool: 'boolean',
    float4: 'real',
    float8: 'double precision',
    varchar: 'character varying',
    bpchar: 'character',
    varbit: 'bit varying',
    timestamptz: 'timestamp with time zone',
    timestamp: 'timestamp without time zone',
    timetz: 'time with time zone',
    time: 'time without time zone',
};

;// CONCATENATED MODULE: ./migrations/server-wishes.js
/** What a statement takes from the server and not from its database: roles and extensions, also inside bodies. */

/** Undefined where it takes nothing: most statements. */
function serverWishes(parser, kind, node) {
    const found = new Collector();
    found.statement(kind, node);
    const body = bodyOf(kind, node);
    if (body !== undefined)
        readBody(parser, body, found);
    return found.wishes();
}
class Collector {
    makes = new Set();
    names = new Set();
    extensions = new Set();
    changesOwner = false;
    statement(kind, node) {
        switch (kind) {
            case 'CreateRoleStmt':
                this.make((0,sql_parser/* textOf */.b6)(node, 'role'));
                break;
            case 'CreateExtensionStmt':
                add(this.extensions, (0,sql_parser/* textOf */.b6)(node, 'extname'));
                break;
            case 'RenameStmt':
                if ((0,sql_parser/* textOf */.b6)(node, 'renameType') === 'OBJECT_ROLE') {
                    this.name((0,sql_parser/* textOf */.b6)(node, 'subname'));
                    this.make((0,sql_parser/* textOf */.b6)(node, 'newname'));
                }
                break;
            case 'GrantRoleStmt':
                for (const role of (0,sql_parser/* itemsOf */.S3)(node, 'granted_roles', 'AccessPriv'))
                    this.name((0,sql_parser/* textOf */.b6)(role, 'priv_name'));
                break;
            case 'VariableSetStmt':
                this.setting(node);
                break;
            case 'CommentStmt':
                if ((0,sql_parser/* textOf */.b6)(node, 'objtype') === 'OBJECT_ROLE')
                    this.name((0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)((0,sql_parser/* nodeOf */.E7)(node, 'object') ?? {}, 'String') ?? {}, 'sval'));
                break;
            // A role that is dropped need not be there: the server is the one to say so.
            case 'DropRoleStmt':
                return;
        }
        this.walk(node);
    }
    make(role) {
        add(this.makes, role);
    }
    name(role) {
        if (role !== 'none')
            add(this.names, role);
    }
    setting(node) {
        const setting = (0,sql_parser/* textOf */.b6)(node, 'name');
        if (setting !== 'role' && setting !== 'session_authorization')
            return;
        for (const value of (0,sql_parser/* itemsOf */.S3)(node, 'args', 'A_Const'))
            this.name((0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)(value, 'sval') ?? {}, 'sval'));
    }
    /** Every role that the tree names, wherever the grammar allows one. */
    walk(value) {
        if (Array.isArray(value)) {
            for (const item of value)
                this.walk(item);
        }
        else if ((0,sql_parser/* isNode */.Ll)(value)) {
            if ((0,sql_parser/* textOf */.b6)(value, 'roletype') === 'ROLESPEC_CSTRING')
                this.name((0,sql_parser/* textOf */.b6)(value, 'rolename'));
            if (value['newowner'] !== undefined)
                this.changesOwner = true;
            for (const part of Object.values(value))
                if ((0,sql_parser/* isNode */.Ll)(part))
                    this.walk(part);
        }
    }
    /** A name that is put together while the body runs: it may be any that the body spells. */
    mayMake(roles) {
        for (const role of roles)
            this.makes.add(role);
    }
    wishes() {
        const { makes, names, extensions, changesOwner } = this;
        if (makes.size + names.size + extensions.size === 0)
            return undefined;
        return { makesRoles: [...makes], namesRoles: [...names], extensions: [...extensions], changesOwner };
    }
}
function add(names, name) {
    if (name !== undefined && name !== '')
        names.add(name);
}
/** The text of a DO block, or of a function in a language whose statements are SQL. */
function bodyOf(kind, node) {
    if (kind !== 'DoStmt' && kind !== 'CreateFunctionStmt')
        return undefined;
    const options = (0,sql_parser/* itemsOf */.S3)(node, kind === 'DoStmt' ? 'args' : 'options', 'DefElem');
    const argumentOf = (name) => (0,sql_parser/* nodeOf */.E7)(options.find((option) => (0,sql_parser/* textOf */.b6)(option, 'defname') === name) ?? {}, 'arg') ?? {};
    const language = (0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)(argumentOf('language'), 'String') ?? {}, 'sval');
    if (language !== undefined && !/^(?:sql|plpgsql)$/i.test(language))
        return undefined;
    const as = argumentOf('as');
    return (0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)(as, 'String') ?? {}, 'sval') ?? (0,sql_parser/* namesOf */.eZ)((0,sql_parser/* nodeOf */.E7)(as, 'List') ?? {}, 'items')[0];
}
const OF_INTEREST = /\b(?:role|user|group|owner|grant|revoke|authorization|extension|policy)\b/i;
const COMMENTS = /--[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
const BEGINS = /\b(?:grant|revoke|alter|create|set|comment|reassign)\b/gi;
const LITERAL = /'((?:[^']|'')*)'/g;
const MAKES_ROLE = /\bcreate\s+(?:role|user|group)\b/i;
const MOST_FRAGMENTS = 2000;
/** Statements in the body, and in the texts that it executes, as far as they stand there in one piece. */
function readBody(parser, body, found) {
    if (!OF_INTEREST.test(body))
        return;
    const text = body.replace(COMMENTS, ' ');
    const literals = [...text.matchAll(LITERAL)].map((match) => (match[1] ?? '').replaceAll("''", "'"));
    const fragments = [...text.split(';'), ...literals.flatMap((literal) => literal.split(';'))];
    for (const fragment of fragments.slice(0, MOST_FRAGMENTS)) {
        if (OF_INTEREST.test(fragment))
            readFragment(parser, fragment, found);
    }
    if (MAKES_ROLE.test(text) && /\bexecute\b/i.test(text)) {
        found.mayMake(literals.filter((literal) => /^[\w$-]{1,63}$/.test(literal)));
    }
}
/** The first of the places at which a statement could begin from which the rest of the fragment is one. */
function readFragment(parser, fragment, found) {
    for (const { index } of [...fragment.matchAll(BEGINS)].slice(0, 8)) {
        const answer = parser.parse(fragment.slice(index));
        if (answer.kind === 'refused')
            continue;
        for (const { node } of answer.statements) {
            const [kind = '', value] = Object.entries(node)[0] ?? [];
            if ((0,sql_parser/* isNode */.Ll)(value))
                found.statement(kind, value);
        }
        return;
    }
}

;// CONCATENATED MODULE: ./migrations/transaction-rules.js
/** Which statements the server refuses inside a transaction block. */

const ALWAYS_OUTSIDE = new Set([
    'CreatedbStmt',
    'DropdbStmt',
    'CreateTableSpaceStmt',
    'DropTableSpaceStmt',
    'AlterSystemStmt',
    'DropSubscriptionStmt',
]);
/** @param node the statement itself, below its type's key. */
function mustRunOutsideTransaction(kind, node) {
    switch (kind) {
        case 'IndexStmt':
        case 'DropStmt':
            return node['concurrent'] === true;
        case 'ReindexStmt':
            return hasOption(node, 'params', 'concurrently') || REINDEX_OF_MANY.has((0,sql_parser/* textOf */.b6)(node, 'kind') ?? '');
        case 'VacuumStmt':
            return node['is_vacuumcmd'] === true;
        case 'ClusterStmt':
            return (0,sql_parser/* nodeOf */.E7)(node, 'relation') === undefined;
        case 'DiscardStmt':
            return (0,sql_parser/* textOf */.b6)(node, 'target') === 'DISCARD_ALL';
        case 'AlterDatabaseStmt':
            return hasOption(node, 'options', 'tablespace');
        case 'AlterTableStmt':
            return (0,sql_parser/* itemsOf */.S3)(node, 'cmds', 'AlterTableCmd').some(detachesConcurrently);
        case 'CreateSubscriptionStmt':
            return !isSwitchedOff(node, 'create_slot') && !isSwitchedOff(node, 'connect');
        default:
            return ALWAYS_OUTSIDE.has(kind);
    }
}
const REINDEX_OF_MANY = new Set([
    'REINDEX_OBJECT_SCHEMA',
    'REINDEX_OBJECT_SYSTEM',
    'REINDEX_OBJECT_DATABASE',
]);
function detachesConcurrently(command) {
    if ((0,sql_parser/* textOf */.b6)(command, 'subtype') !== 'AT_DetachPartition')
        return false;
    const partition = (0,sql_parser/* nodeOf */.E7)((0,sql_parser/* nodeOf */.E7)(command, 'def') ?? {}, 'PartitionCmd');
    return partition?.['concurrent'] === true;
}
const hasOption = (node, key, name) => (0,sql_parser/* itemsOf */.S3)(node, key, 'DefElem').some((option) => (0,sql_parser/* textOf */.b6)(option, 'defname') === name);
function isSwitchedOff(node, name) {
    const option = (0,sql_parser/* itemsOf */.S3)(node, 'options', 'DefElem').find((candidate) => (0,sql_parser/* textOf */.b6)(candidate, 'defname') === name);
    const argument = option && (0,sql_parser/* nodeOf */.E7)(option, 'arg');
    if (!argument)
        return false;
    const text = (0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)(argument, 'String') ?? {}, 'sval');
    const boolean = (0,sql_parser/* nodeOf */.E7)(argument, 'Boolean');
    const integer = (0,sql_parser/* nodeOf */.E7)(argument, 'Integer');
    if (boolean)
        return boolean['boolval'] !== true;
    if (integer)
        return (integer['ival'] ?? 0) === 0;
    return text !== undefined && /^(?:false|off|no|0)$/i.test(text);
}

;// CONCATENATED MODULE: ./migrations/unreadable-part.js
const COPY_FROM_STDIN = /^[ \t]*copy\b[^;]*\bfrom\s+stdin\b[^;]*;/gim;
/** @param refusal `at` is in code points, counted from 0. */
function unreadablePart(text, refusal) {
    const offset = offsetOfCodePoint(text, refusal.at);
    const line = lineOfOffset(text, offset);
    const copy = [...text.matchAll(COPY_FROM_STDIN)].find((match) => match.index < offset);
    if (copy)
        return inlineCopy(lineOfOffset(text, copy.index));
    if (text[offset] === '\\') {
        const command = /^\\\S{0,20}/.exec(text.slice(offset, offset + 40))?.[0] ?? '\\';
        return {
            kind: 'psql-command',
            message: `${command} is a command of psql, not SQL; ${adviceOn(command)}`,
            line,
        };
    }
    return { kind: 'syntax', message: refusal.message.replace(/\s+/g, ' '), line };
}
function adviceOn(command) {
    if (/^\\(?:un)?restrict$/.test(command))
        return 'pg_dump writes it for psql alone: take out both \\restrict and \\unrestrict';
    if (/^\\(?:c|connect)$/.test(command))
        return 'migrations run in one database: take it out';
    if (/^\\ir?$/.test(command))
        return 'put the SQL of that file in its place';
    return 'take it out';
}
const inlineCopy = (line) => ({
    kind: 'inline-copy',
    message: 'COPY … FROM stdin with rows in the file cannot be played; write them as INSERT … VALUES',
    line,
});
function offsetOfCodePoint(text, count) {
    let offset = 0;
    for (let i = 0; i < count && offset < text.length; i++) {
        offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
}
/** Counted from 1. */
function lineOfOffset(text, offset) {
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
        line++;
    return line;
}

;// CONCATENATED MODULE: ./migrations/split-statements.js





/** Splits by PostgreSQL's own parser; what it refuses is one statement, the whole text, with the reason. */
function splitStatements(parser, source) {
    const answer = parser.parse(source.text);
    if (answer.kind === 'refused')
        return [unparsed(source, unreadablePart(source.text, answer))];
    const bytes = Buffer.from(source.text, 'utf8');
    const lineAt = lineCounter(bytes);
    return answer.statements.map((raw) => statementOf({ parser, raw, bytes, source, line: lineAt(raw.start) }));
}
function statementOf(options) {
    const { parser, raw, source, line } = options;
    const bytes = options.bytes.subarray(raw.start, raw.end);
    const text = bytes.toString('utf8').trimEnd();
    const [kind = 'Empty', value] = Object.entries(raw.node)[0] ?? [];
    const node = (0,sql_parser/* isNode */.Ll)(value) ? value : {};
    const routine = routineOf({ parser, kind, node, bytes, start: raw.start });
    const wishes = serverWishes(parser, kind, node);
    return {
        ...place(source, line, text),
        text,
        kind,
        outsideTransaction: mustRunOutsideTransaction(kind, node),
        ...(routine ? { routine } : {}),
        ...(wishes ? { wishes } : {}),
        ...(readsInlineData(kind, node) ? { problem: inlineCopy(fileLine(source, line)) } : {}),
    };
}
/** `COPY … FROM stdin`: the server would wait for rows that no one sends. */
const readsInlineData = (kind, node) => kind === 'CopyStmt' && node['is_from'] === true && node['filename'] === undefined;
function unparsed(source, problem) {
    const blank = /^\s*/.exec(source.text)?.[0] ?? '';
    const text = source.text.slice(blank.length).trimEnd();
    return {
        ...place(source, blank.split('\n').length, text),
        text,
        kind: 'Unparsed',
        outsideTransaction: false,
        problem: { ...problem, line: fileLine(source, problem.line) },
    };
}
const fileLine = ({ lines }, line) => lines?.[line - 1] ?? line;
function place(source, line, text) {
    const lines = source.lines?.slice(line - 1, line - 1 + text.split('\n').length);
    return { file: source.file, line: fileLine(source, line), ...(lines ? { lines } : {}) };
}
/** Lines of growing offsets, each newline being counted once. */
function lineCounter(bytes) {
    let line = 1;
    let next = bytes.indexOf(10);
    return (offset) => {
        while (next >= 0 && next < offset) {
            line++;
            next = bytes.indexOf(10, next + 1);
        }
        return line;
    };
}

;// CONCATENATED MODULE: ./migrations/read-migrations.js
/** The migrations of a project, in the order in which Flyway plays them; every mistake in the folder is reported at once. */











/** Reads the folders as they are on the disk. @param folders none: the first known one that exists. */
async function readMigrations(folders, options) {
    return understand((0,disk_files/* readFolders */.iz)(options.cwd, (0,disk_files/* migrationFolders */.WQ)(options.cwd, folders)), options);
}
/** Migrations from the files of one state of the folders. */
async function understand(sources, options) {
    const mistakes = [];
    const reader = new Reader({
        parser: await (0,sql_parser/* loadSqlParser */.Ok)(),
        options,
        configs: scriptConfigs(sources, mistakes),
        mistakes,
    });
    const migrations = sources.flatMap((source) => reader.read(source) ?? []);
    mistakes.push(...doubles(migrations));
    (0,mistake/* throwMistakes */.L)(mistakes);
    return migrations.sort(compareMigrations);
}
/** By the SQL file's name that each belongs to. */
function scriptConfigs(sources, mistakes) {
    const configs = new Map();
    for (const source of sources.filter(({ file }) => file.endsWith('.sql.conf'))) {
        const decoded = (0,source_file/* decodeText */.g7)(source);
        if ('mistake' in decoded) {
            mistakes.push(decoded.mistake);
            continue;
        }
        const parsed = parseScriptConfig(decoded.text, source.file);
        mistakes.push(...parsed.mistakes);
        configs.set(source.file.slice(0, -'.conf'.length), parsed.config);
    }
    return configs;
}
class Reader {
    parser;
    options;
    configs;
    mistakes;
    constructor(parts) {
        this.parser = parts.parser;
        this.options = parts.options;
        this.configs = parts.configs;
        this.mistakes = parts.mistakes;
    }
    read(source) {
        const name = parseMigrationName((0,source_file/* baseName */.Fl)(source.file));
        if (name.kind === 'ignored')
            return undefined;
        if (name.kind === 'unreadable') {
            this.mistakes.push(unreadableName(source.file, name));
            return undefined;
        }
        const decoded = (0,source_file/* decodeText */.g7)(source, this.configs.get(source.file)?.encoding);
        if ('mistake' in decoded) {
            this.mistakes.push(decoded.mistake);
            return undefined;
        }
        return this.migration(source, name, decoded.text);
    }
    migration({ file, folder }, name, text) {
        const config = this.configs.get(file) ?? DEFAULT_SCRIPT_CONFIG;
        const replaced = config.placeholderReplacement ? this.replace(file, text) : { text, missing: [] };
        const statements = splitStatements(this.parser, { file, ...replaced });
        const common = {
            file,
            folder,
            script: (0,disk_files/* displayPath */.Gt)(external_node_path_.resolve(this.options.cwd, folder), external_node_path_.resolve(this.options.cwd, file)),
            text,
            statements,
            transaction: transactionOf(config, statements),
            transactionIsSet: config.executeInTransaction !== undefined,
            replacesPlaceholders: config.placeholderReplacement,
        };
        return name.kind === 'versioned'
            ? { ...name, ...common, checksum: (0,checksum/* checksumOf */.l)(text) }
            : {
                ...name,
                ...common,
                checksum: (0,checksum/* checksumOf */.l)(replaced.text),
                alwaysChanged: config.placeholderReplacement && /\$\{flyway:timestamp\}/i.test(text),
            };
    }
    replace(file, text) {
        const { placeholders: own, flyway, cwd } = this.options;
        const replaced = replacePlaceholders(text, placeholderValues({ own, flyway, cwd, fileName: (0,source_file/* baseName */.Fl)(file) }));
        for (const { name, nearest, line } of replaced.missing) {
            const meant = nearest === undefined ? '' : ` — did you mean "\${${nearest}}"?`;
            this.mistakes.push({
                file,
                line,
                message: `the placeholder "\${${name.slice(0, 60)}}" has no value${meant}`,
                code: 'placeholder-without-value',
                hint: 'Give its value under placeholders: in partition-guard.yml.',
            });
        }
        return replaced;
    }
}
function transactionOf(config, statements) {
    if (config.executeInTransaction !== undefined)
        return config.executeInTransaction ? 'one' : 'none';
    const outside = statements.filter((statement) => statement.outsideTransaction).length;
    if (outside === 0)
        return 'one';
    return outside === statements.length ? 'none' : 'mixed';
}
const unreadableName = (file, { message, suggestion }) => ({
    file,
    message: `${message} — a right name is "${suggestion}"`,
    code: 'migration-name-unreadable',
    hint: 'Rename it as Flyway reads names: V1__what_it_does.sql, V1.1__more.sql, R__repeated.sql.',
});
/** Files that claim one version, or one description of a repeatable. */
function doubles(migrations) {
    const first = new Map();
    return migrations.flatMap((migration) => {
        const versioned = migration.kind === 'versioned';
        const key = versioned
            ? `${migration.isBaseline ? 'B' : 'V'}${(0,migrations_version/* versionKey */._5)(migration.version)}`
            : `R${migration.description}`;
        const earlier = first.get(key);
        if (!earlier) {
            first.set(key, migration);
            return [];
        }
        const what = versioned ? `version ${migration.version}` : `the description "${migration.description}"`;
        return {
            file: migration.file,
            message: `${what} is that of ${earlier.file} too`,
            code: 'version-twice',
            hint: versioned
                ? 'Give one of the two the next free version.'
                : 'Give one of the two another description.',
        };
    });
}
/**
 * What an empty database gets: where there are baseline migrations, the newest of them and what is above it. A database
 * that has a history gets none of them.
 */
function playable(migrations) {
    const newest = migrations.filter(isBaseline).at(-1);
    if (!newest)
        return migrations;
    return migrations.filter((migration) => migration.kind === 'repeatable' ||
        migration === newest ||
        (!migration.isBaseline && (0,migrations_version/* compareVersions */.Zy)(migration.version, newest.version) > 0));
}
const isBaseline = (migration) => migration.kind === 'versioned' && migration.isBaseline;
/** Versions in order, then repeatables by description. */
function compareMigrations(a, b) {
    if (a.kind === 'versioned')
        return b.kind === 'versioned' ? (0,migrations_version/* compareVersions */.Zy)(a.version, b.version) : -1;
    if (b.kind === 'versioned')
        return 1;
    return a.description < b.description ? -1 : a.description > b.description ? 1 : 0;
}


/***/ }),

/***/ 77326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   Gz: () => (/* binding */ isOfInterest),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   gZ: () => (/* binding */ MAX_FILE_BYTES)
/* harmony export */ });
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const baseName = (file) => file.slice(file.lastIndexOf('/') + 1);
/** What is read at all: SQL, and the configuration of one SQL file. */
const isOfInterest = (fileName) => !fileName.startsWith('.') && /\.sql(?:\.conf)?$/i.test(fileName);
const tooLarge = (file, bytes) => ({
    file,
    message: `${Math.ceil(bytes / 1024 / 1024)} MB, and 20 MB is the most that is read`,
    code: 'migration-too-large',
    hint: 'Keep bulk data out of migrations, or split the file.',
});
/** The text without a byte order mark, or why it is not text. */
function decodeText(source, encoding = 'UTF-8') {
    const { bytes, file } = source;
    try {
        const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
        if (text.includes('\0'))
            return { mistake: notText(file, 'holds a NUL byte: it is binary, or UTF-16') };
        return { text };
    }
    catch {
        const line = bytes.toString('utf8').split('�', 1)[0]?.split('\n').length ?? 1;
        return { mistake: { ...notText(file, `holds bytes that are not ${encoding.toUpperCase()}`), line } };
    }
}
const notText = (file, message) => ({
    file,
    message,
    code: 'migration-not-text',
    hint: 'Save the file as UTF-8.',
});


/***/ }),

/***/ 12894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ nodeOf),
/* harmony export */   Ll: () => (/* binding */ isNode),
/* harmony export */   Ok: () => (/* binding */ loadSqlParser),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/** PostgreSQL's own parser: loaded once, when the first file is read, and its answers in plain types. */
let loading;
/** The parser, once its WebAssembly is loaded. */
function loadSqlParser() {
    loading ??= load();
    return loading;
}
async function load() {
    const module = await __webpack_require__.e(/* import() */ 4951).then(__webpack_require__.t.bind(__webpack_require__, 4951, 19));
    await module.loadModule();
    return { parse: (text) => parse(module, text), scan: (text) => scan(module, text) };
}
function parse(module, text) {
    const nul = text.indexOf('\0');
    if (nul >= 0) {
        return {
            kind: 'refused',
            message: 'a NUL character, which SQL cannot hold',
            at: [...text.slice(0, nul)].length,
        };
    }
    if (text === '')
        return { kind: 'parsed', statements: [] };
    try {
        const answer = module.parseSync(text);
        const length = Buffer.byteLength(text);
        return { kind: 'parsed', statements: listOf(answer, 'stmts').map((raw) => statementOf(raw, length)) };
    }
    catch (error) {
        const { message, cursorPosition } = detailsOf(error);
        return { kind: 'refused', message, at: cursorPosition };
    }
}
function scan(module, text) {
    const indexOf = indexOfByte(text);
    try {
        return listOf(module.scanSync(text), 'tokens').flatMap((token) => {
            const name = textOf(token, 'tokenName') ?? '';
            if (name.endsWith('COMMENT'))
                return [];
            const [start, end] = [indexOf(numberOf(token, 'start') ?? 0), indexOf(numberOf(token, 'end') ?? 0)];
            const written = text.slice(start, end);
            const kind = kindOf(name, written);
            return [{ text: kind === 'word' ? written.toLowerCase() : written, kind, start, end }];
        });
    }
    catch {
        return undefined;
    }
}
/** For offsets that grow: the index in the text of a byte of its UTF-8. */
function indexOfByte(text) {
    let [index, bytes] = [0, 0];
    return (offset) => {
        while (bytes < offset && index < text.length) {
            const code = text.codePointAt(index) ?? 0;
            bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
            index += code < 0x10000 ? 1 : 2;
        }
        return index;
    };
}
function kindOf(name, written) {
    if (/^(?:[$']|[eEbBxXnN]'|[uU]&')/.test(written) && name !== 'PARAM')
        return 'string';
    if (/^(?:"|[uU]&")/.test(written))
        return 'quoted-name';
    return /^[\p{L}_]/u.test(written) ? 'word' : 'other';
}
function statementOf(raw, textLength) {
    const start = numberOf(raw, 'stmt_location') ?? 0;
    const length = numberOf(raw, 'stmt_len') ?? 0;
    return { node: nodeOf(raw, 'stmt') ?? {}, start, end: length === 0 ? textLength : start + length };
}
/** Anything but a syntax error means that the text is too much for the parser: its memory or its stack ended. */
function detailsOf(error) {
    const details = isNode(error) ? nodeOf(error, 'sqlDetails') : undefined;
    const cursorPosition = details && numberOf(details, 'cursorPosition');
    if (details && cursorPosition !== undefined) {
        return { message: textOf(details, 'message') ?? 'syntax error', cursorPosition };
    }
    return { message: 'too large or too deeply nested to be split into statements', cursorPosition: 0 };
}
const isNode = (value) => typeof value === 'object' && value !== null;
/** Readers of a node's fields: the parser leaves out what is zero, false or empty. */
function nodeOf(node, key) {
    const value = node[key];
    return isNode(value) && !Array.isArray(value) ? value : undefined;
}
function listOf(node, key) {
    const value = isNode(node) ? node[key] : undefined;
    return Array.isArray(value) ? value.filter(isNode) : [];
}
/** The items of a list that are nodes of the type. */
function itemsOf(node, key, type) {
    const items = [];
    for (const item of listOf(node, key)) {
        const found = nodeOf(item, type);
        if (found)
            items.push(found);
    }
    return items;
}
function textOf(node, key) {
    const value = node[key];
    return typeof value === 'string' ? value : undefined;
}
function numberOf(node, key) {
    const value = node[key];
    return typeof value === 'number' ? value : undefined;
}
/** The strings of a list of String nodes, such as a qualified name. */
const namesOf = (node, key) => itemsOf(node, key, 'String').map((item) => textOf(item, 'sval') ?? '');


/***/ }),

/***/ 26872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   _5: () => (/* binding */ versionKey),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/** Versions as Flyway orders them: part by part as numbers, missing parts being zero. */
const VERSION = /^\d+(?:[._]\d+)*$/;
/** With dots: `2_1` is `2.1`; undefined where it is no version. */
const parseVersion = (text) => VERSION.test(text) ? text.replaceAll('_', '.') : undefined;
const partsOf = (version) => version.split('.').map((part) => BigInt(part));
/** Negative, zero or positive, as a is below, equal to or above b; `1`, `1.0` and `01` are equal. */
function compareVersions(a, b) {
    const left = partsOf(a);
    const right = partsOf(b);
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const x = left[i] ?? 0n;
        const y = right[i] ?? 0n;
        if (x !== y)
            return x < y ? -1 : 1;
    }
    return 0;
}
/** The same text for equal versions. */
const versionKey = (version) => partsOf(version)
    .join('.')
    .replace(/(?:\.0)+$/, '');


/***/ }),

/***/ 69708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F6: () => (/* binding */ rangeOfBound),
/* harmony export */   QB: () => (/* binding */ readLayouts),
/* harmony export */   WJ: () => (/* binding */ KEY_TYPES)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79064);


const LAYOUTS = `
  select root.oid as table_oid,
         pg_catalog.format('%I.%I', root_schema.nspname, root.relname) as table_name,
         key.partstrat as strategy,
         key_column.attname as key_column,
         case when key_type.typtype = 'd' then pg_catalog.format_type(key_type.typbasetype, null)
              else pg_catalog.format_type(key_type.oid, null) end as key_type,
         part.oid as partition_oid,
         case when part.oid is not null then pg_catalog.format('%I.%I', part_schema.nspname, part.relname) end as partition_name,
         pg_catalog.pg_get_expr(part.relpartbound, part.oid) as bound,
         case when part.relkind = 'p'
              then (select pg_catalog.array_agg(tree.relid::oid order by tree.relid::oid)
                      from pg_catalog.pg_partition_tree(part.oid) tree where tree.isleaf)
         end as leaves,
         case when part.relkind = 'p'
              then (select pg_catalog.array_agg(pg_catalog.pg_get_expr(within.relpartbound, within.oid) order by within.oid)
                      from pg_catalog.pg_partition_tree(part.oid) tree
                      join pg_catalog.pg_class within on within.oid = tree.relid and tree.level > 0
                      join pg_catalog.pg_partitioned_table sub on sub.partrelid = tree.parentrelid and sub.partstrat = 'r'
                      join pg_catalog.pg_attribute a on a.attrelid = sub.partrelid and a.attnum = sub.partattrs[0]
                     where a.attname = key_column.attname)
         end as "inner"
    from pg_catalog.pg_partitioned_table key
    join pg_catalog.pg_class root on root.oid = key.partrelid and not root.relispartition
    join pg_catalog.pg_namespace root_schema on root_schema.oid = root.relnamespace
    left join pg_catalog.pg_attribute key_column
      on key_column.attrelid = root.oid and key_column.attnum = key.partattrs[0] and key.partattrs[0] <> 0
    left join pg_catalog.pg_type key_type on key_type.oid = key_column.atttypid
    left join pg_catalog.pg_inherits link on link.inhparent = root.oid and not link.inhdetachpending
    left join pg_catalog.pg_class part on part.oid = link.inhrelid
    left join pg_catalog.pg_namespace part_schema on part_schema.oid = part.relnamespace
   order by root.oid, part.oid`;
/** Keys that are judged, by the names that the catalog has for their types. */
const KEY_TYPES = {
    date: 'date',
    'timestamp without time zone': 'timestamp',
    'timestamp with time zone': 'timestamptz',
};
/**
 * @param client a session with TimeZone UTC and DateStyle ISO: bounds are printed by the session's own.
 * @returns layouts with rows counted as 0: counting is another's work.
 */
async function readLayouts(client) {
    const { rows } = await client.query(LAYOUTS);
    const byTable = new Map();
    for (const row of rows)
        byTable.set(row.table_oid, [...(byTable.get(row.table_oid) ?? []), row]);
    const judged = [];
    const unjudged = [];
    for (const [oid, group] of byTable) {
        const [head] = group;
        if (!head)
            continue;
        const keyType = KEY_TYPES[head.key_type ?? ''];
        if (head.strategy === 'r' && head.key_column !== null && keyType) {
            judged.push({ oid, layout: layoutOf(head.table_name, head.key_column, keyType, group) });
        }
        else {
            unjudged.push({ table: head.table_name, reason: whyUnjudged(head) });
        }
    }
    return { judged, unjudged };
}
function whyUnjudged({ strategy, key_column, key_type }) {
    if (strategy !== 'r')
        return `it is partitioned by ${strategy === 'l' ? 'list' : 'hash'}, not by range`;
    if (key_column === null)
        return 'an expression is its partition key';
    return `its partition key ${key_column} is ${key_type ?? 'of an unknown type'}, not a date or time`;
}
const layoutOf = (table, keyColumn, keyType, rows) => ({
    table,
    keyColumn,
    keyType,
    partitions: rows.flatMap((row) => row.partition_oid !== null && row.partition_name !== null && row.bound !== null
        ? [
            {
                ...partitionOf(row.partition_name, row.partition_oid, row.bound),
                ...(row.leaves ? { leaves: row.leaves } : {}),
                ...(row.inner ? { innerBounds: row.inner.flatMap((b) => finiteBounds(b, row)) } : {}),
            },
        ]
        : []),
});
const RANGE_BOUND = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s;
function partitionOf(name, oid, bound) {
    if (bound === 'DEFAULT')
        return { kind: 'default', name, oid, rows: 0 };
    const [, lower, upper] = RANGE_BOUND.exec(bound) ?? [];
    if (lower === undefined || upper === undefined)
        throw new Error(`Bound of ${name} can't be read: ${bound}`);
    return {
        kind: 'range',
        name,
        oid,
        rows: 0,
        range: { lower: firstBound(lower, name), upper: firstBound(upper, name) },
        ...(/^'(?:[^']|'')*', (?!MINVALUE)/.test(upper) ? { reachesUpper: true } : {}),
    };
}
/** The range of a bound as the catalog prints it; undefined of a default partition, and of keys that are no times. */
function rangeOfBound(bound) {
    try {
        const partition = partitionOf('', 0, bound);
        return partition.kind === 'range' ? partition.range : undefined;
    }
    catch {
        return undefined;
    }
}
function finiteBounds(bound, row) {
    const within = partitionOf(row.partition_name ?? '', 0, bound);
    const ends = within.kind === 'range' ? [within.range.lower, within.range.upper] : [];
    return ends.flatMap((end) => (end.kind === 'finite' ? [end.at] : []));
}
/** The first of a bound's columns. */
function firstBound(columns, partition) {
    if (columns.startsWith('MINVALUE'))
        return _domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .MINVALUE */ .Q$;
    if (columns.startsWith('MAXVALUE'))
        return _domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .MAXVALUE */ .yF;
    const text = /^'((?:[^']|'')*)'/.exec(columns)?.[1];
    if (text === 'infinity')
        return _domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .MAXVALUE */ .yF;
    if (text === '-infinity')
        return _domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .MINVALUE */ .Q$;
    const at = text === undefined ? undefined : (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(text);
    if (at === undefined)
        throw new Error(`Bound of ${partition} can't be read: ${columns}`);
    return (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .finite */ .E2)(at);
}


/***/ }),

/***/ 87388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   Jy: () => (/* binding */ withoutPostgresVariables),
/* harmony export */   SV: () => (/* binding */ withClient),
/* harmony export */   UU: () => (/* binding */ createClient),
/* harmony export */   ce: () => (/* binding */ quoteLiteral),
/* harmony export */   zP: () => (/* binding */ parseConnectionUrl)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15757);

/** Quotes a name for SQL, always: a keyword or a capital letter needs no second thought. */
const quoteIdentifier = (name) => pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(name);
/** Quotes a text for SQL, where a statement takes no `$1`. */
const quoteLiteral = (text) => pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(text);
/** Makes a client, not yet connected, that the caller's PGHOST, PGOPTIONS and the like do not reach. */
const createClient = (settings) => withoutPostgresVariables(() => {
    const client = new pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].Client */ .Ay.Client({
        host: settings.host,
        port: settings.port,
        user: settings.user,
        password: settings.password ?? '',
        database: settings.database,
        ssl: settings.ssl,
        application_name: 'partition-guard',
        client_encoding: 'UTF8',
        ...(settings.options === undefined ? {} : { options: settings.options }),
    });
    // A server that dies while no query waits tells it to this listener alone; the next query reports it.
    client.on('error', () => undefined);
    return client;
});
/** Connects, hands the client to `body`, and ends it whatever happens. */
async function withClient(settings, body) {
    const client = createClient(settings);
    try {
        await client.connect();
        return await body(client);
    }
    finally {
        await client.end();
    }
}
/** Reads a `postgres://` address into settings; the variables PGPASSWORD and so on have no say in it. */
function parseConnectionUrl(url) {
    const { host, port, user, password, database, ssl } = withoutPostgresVariables(() => new pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].Client */ .Ay.Client({ connectionString: url }));
    return {
        host,
        port,
        user: user ?? 'postgres',
        ...(password === undefined || password === null ? {} : { password }),
        database: database ?? user ?? 'postgres',
        ssl,
    };
}
/** Runs `make`, which must not wait, while the environment has no PG… variable. */
function withoutPostgresVariables(make) {
    const hidden = Object.entries(process.env).filter(([name]) => name.startsWith('PG'));
    for (const [name] of hidden)
        Reflect.deleteProperty(process.env, name);
    try {
        return make();
    }
    finally {
        for (const [name, value] of hidden)
            process.env[name] = value;
    }
}


/***/ }),

/***/ 81248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode)
/* harmony export */ });
/** The code of an error, PostgreSQL's SQLSTATE or the system's name, whatever made the error. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}


/***/ }),

/***/ 39559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ hashedText),
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   rG: () => (/* binding */ rowHash),
/* harmony export */   te: () => (/* binding */ hashedValue)
/* harmony export */ });
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87388);

/**
 * Types with a hash of their own that tells their values apart; every other is hashed by its text under pinned
 * settings. The hash of jsonb passes over the signs of the numbers in it.
 */
const HASHED = new Set([
    'bigint', 'boolean', 'bytea', 'date', 'double precision', 'inet', 'integer', 'real', 'smallint',
    'time without time zone', 'timestamp with time zone', 'timestamp without time zone', 'uuid',
]); // prettier-ignore
const TEXTS = new Set(['character varying', 'text']);
/**
 * @param alias of the row's table in the query.
 * @returns an expression of type bigint; null where there are no columns.
 */
const rowHash = (columns, alias) => hashOf(columns.map((column) => hashedValue(column, `${alias}.${(0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(column.name)}`)));
/**
 * A record's hash is a weighted sum of its values' hashes: summed over rows, it stays what it was when two rows have
 * exchanged one value. Hashed once more, it does not.
 * @param values each of a type with a hash.
 */
const hashOf = (values) => values.length === 0
    ? 'null::bigint'
    : `pg_catalog.hashtextextended(pg_catalog.to_hex(pg_catalog.hash_record_extended(row(${values.join(', ')}), 0)), 0)`;
/** A column's value as it is hashed: one SQL expression, or several. */
function hashedValue(column, value) {
    if (column.baseType === 'numeric' && !column.isArray)
        return numericValues(value);
    if (TEXTS.has(column.baseType) && !column.isArray)
        return hashedText(value);
    if (HASHED.has(column.baseType) && !column.isArray)
        return value;
    // A cast to text may be the migrations' own function, run by whoever reads; what format() calls is not theirs.
    return hashedText(column.typeKind === 'b' && !column.isArray ? `${value}::text` : `pg_catalog.format('%L', ${value})`);
}
/** A collation that takes two texts for equal hashes them alike, too. */
const hashedText = (text) => `(${text} collate pg_catalog."C")`;
/** The server hashes a numeric without its sign, and infinities as it hashes NaN. */
const numericValues = (value) => `${value}, pg_catalog.numeric_cmp(${value}, '0'), pg_catalog.numeric_cmp(${value}, 'Infinity')`;
/** SQL of a row's key as text; rows with the same key are the same row. */
const keyText = (columns, alias) => textOf(columns.map((column) => `${alias}.${(0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(column)}`));
/** SQL of values as one text. */
const textOf = (values) => values.length === 1 ? `pg_catalog.format('%s', ${values.join('')})` : `row(${values.join(', ')})::text`;


/***/ }),

/***/ 85497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Eq: () => (/* binding */ sqlFailureOf),
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   _I: () => (/* binding */ CONNECTION_FAILURE),
/* harmony export */   qf: () => (/* binding */ isDisconnected)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15757);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81248);
/** The server's errors as histories keep them. */


/** Connection lost while a statement ran (PostgreSQL manual, appendix A, class 08). */
const CONNECTION_FAILURE = '08006';
/** @throws the error itself where it is not the server's: a fault of this program. */
function sqlFailureOf(error) {
    if (error instanceof pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].DatabaseError */ .Ay.DatabaseError) {
        return {
            sqlstate: error.code ?? 'XX000',
            message: error.message,
            ...(error.detail === undefined ? {} : { detail: error.detail }),
            ...(error.hint === undefined ? {} : { hint: error.hint }),
            ...(error.table === undefined ? {} : { table: error.table }),
            ...(error.where === undefined ? {} : { context: error.where }),
            ...(error.routine === undefined ? {} : { routine: error.routine }),
        };
    }
    if (isLostConnection(error)) {
        return { sqlstate: CONNECTION_FAILURE, message: 'the connection was lost while the statement ran' };
    }
    throw error;
}
/** What is written to a session that the server has just ended fails by the system's word, or by the driver's. */
const isLostConnection = (error) => ['EPIPE', 'ECONNRESET'].includes((0,_error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .C)(error) ?? '') ||
    (error instanceof Error && /^Connection terminated|is not queryable$/.test(error.message));
/** Where the error arose, as far as the server tells. */
const placeOf = (error) => error instanceof pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].DatabaseError */ .Ay.DatabaseError
    ? {
        ...(error.where === undefined ? {} : { context: error.where }),
        ...(error.position === undefined ? {} : { position: error.position }),
        ...(error.internalPosition === undefined ? {} : { internalPosition: error.internalPosition }),
        ...(error.internalQuery === undefined ? {} : { internalQuery: error.internalQuery }),
    }
    : {};
/** The first line of a statement, for people. */
const firstLine = (sql) => {
    const line = sql.split('\n').find((text) => text.trim() !== '' && !text.trim().startsWith('--')) ?? '';
    return line.length > 120 ? `${line.slice(0, 119)}…` : line.trim();
};
/** The server itself ended the session: at a shutdown, or because of a time limit that the session gave itself. */
const ENDED_BY_SERVER = ['57P01', '57P02', '57P04', '57P05', '25P03', '25P04'];
const isDisconnected = (outcome) => outcome.kind === 'failed' && [CONNECTION_FAILURE, ...ENDED_BY_SERVER].includes(outcome.failure.sqlstate);


/***/ }),

/***/ 26336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ findTable),
/* harmony export */   e: () => (/* binding */ readTableFacts)
/* harmony export */ });
const NAME = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.oid = $1 and c.relkind in ('r', 'p')`;
const COLUMNS = `
  select a.attname as name, a.attnum as position, a.atttypid as "typeOid",
         pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
         pg_catalog.format_type(coalesce(nullif(element.oid, 0), base.oid), null) as "baseType",
         case when element.oid is not null then element.typtype else base.typtype end as "typeKind",
         element.oid is not null as "isArray",
         a.atttypid < 16384 as "isBuiltIn",
         case when t.typtype = 'd' then t.typtypmod else a.atttypmod end as modifier,
         a.attnotnull or t.typnotnull as "notNull",
         a.atthasdef or a.attidentity <> '' as "hasDefault",
         a.attgenerated <> '' as "isGenerated",
         a.attidentity <> '' as "isIdentity",
         coalesce((select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
                     from pg_catalog.pg_enum e
                    where e.enumtypid = coalesce(element.oid, base.oid)), '{}') as "enumLabels",
         coalesce((select pg_catalog.array_agg(pg_catalog.pg_get_expr(d.conbin, 0))
                     from pg_catalog.pg_constraint d where d.contypid = t.oid and d.contype = 'c'), '{}') as "domainChecks"
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_type t on t.oid = a.atttypid
    join pg_catalog.pg_type base on base.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
    left join pg_catalog.pg_type element on element.oid = base.typelem and base.typcategory = 'A'
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
   order by a.attnum`;
const UNIQUE_KEYS = `
  select i.indisprimary as "isPrimary",
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(i.indkey::int2[]) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
           where k.position <= i.indnkeyatts) as columns,
         (select pg_catalog.array_agg(distinct a.attname::text)
            from pg_catalog.pg_depend d
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = d.refobjsubid
           where i.indexprs is not null and d.classid = 'pg_catalog.pg_class'::regclass and d.objid = i.indexrelid
             and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = i.indrelid) as "readBy",
         coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as "nullsAreEqual"
    from pg_catalog.pg_index i
   where i.indrelid = $1 and i.indisunique`;
const CHECKS = `
  select c.conname as name, pg_catalog.pg_get_expr(c.conbin, c.conrelid) as expression,
         coalesce((select pg_catalog.array_agg(a.attname::text order by a.attnum)
                     from pg_catalog.pg_attribute a
                    where a.attrelid = c.conrelid and a.attnum = any (c.conkey)), '{}') as columns
    from pg_catalog.pg_constraint c where c.conrelid = $1 and c.contype = 'c' order by c.conname`;
const FOREIGN_KEYS = `
  select c.conname as name, c.confrelid as "parentOid",
         (select pg_catalog.format('%I.%I', n.nspname, p.relname)
            from pg_catalog.pg_class p join pg_catalog.pg_namespace n on n.oid = p.relnamespace
           where p.oid = c.confrelid) as "parentTable",
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(c.conkey) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as columns,
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(c.confkey) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum) as "parentColumns"
    from pg_catalog.pg_constraint c
   where c.conrelid = $1 and c.contype = 'f' and c.conparentid = 0 order by c.conname`;
const ROUTES = `
  with tree as materialized (
    select t.relid, t.isleaf, t.level, p.partnatts > 1 or p.partstrat <> 'r' or t.level > 0 as "isBesideTime"
      from pg_catalog.pg_partition_tree($1::oid::regclass) t
      left join pg_catalog.pg_partitioned_table p on p.partrelid = t.relid
  )
  select pg_catalog.pg_get_partition_constraintdef(tree.relid) as route
    from tree where tree.isleaf and exists (select from tree where tree."isBesideTime" and not tree.isleaf)
   union all
  select 'false' where exists (select from tree where tree."isBesideTime" and not tree.isleaf)`;
/** As one message: it is read so often that the way there and back counts. */
const ALL = [NAME, COLUMNS, UNIQUE_KEYS, CHECKS, FOREIGN_KEYS, ROUTES].join(';\n');
/** @returns undefined where no such table is (or it is a view, or another kind of relation that holds no rows). */
async function readTableFacts(client, oid) {
    // The driver gives one result for each statement of the text, and its types know of one only.
    const results = (await client.query(ALL.replaceAll('$1', String(oid))));
    const [named, columns, keys, checks, foreignKeys, routes] = results;
    const table = named.rows[0]?.table;
    if (table === undefined)
        return undefined;
    return {
        oid,
        table,
        columns: columns.rows,
        primaryKey: keys.rows.find((k) => k.isPrimary)?.columns ?? [],
        uniqueKeys: keys.rows.flatMap((k) => (k.columns && !k.readBy ? [k.columns] : [])),
        uniqueExpressions: keys.rows.flatMap((k) => (k.readBy ? [k.readBy] : [])),
        onceNull: [...new Set(keys.rows.flatMap((k) => (k.nullsAreEqual ? (k.columns ?? []) : [])))],
        checks: checks.rows,
        foreignKeys: foreignKeys.rows,
        routes: routes.rows.map(({ route }) => route),
    };
}
/**
 * The oid of a table by its parts; without a schema the first on the search path of `public`.
 * @returns undefined where there is none.
 */
async function findTable(client, name) {
    const { rows } = await client.query(`select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relname = $1 and n.nspname = coalesce($2, 'public') and c.relkind in ('r', 'p')`, [name.name, name.schema ?? null]);
    return rows[0]?.oid;
}


/***/ })

};
