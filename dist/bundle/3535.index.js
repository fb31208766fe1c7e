export const id = 3535;
export const ids = [3535];
export const modules = {

/***/ 79427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OF: () => (/* binding */ EMPTY_DOCUMENT),
  Cm: () => (/* binding */ MAX_CONFIGURATION_BYTES),
  MA: () => (/* binding */ parseConfiguration)
});

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(33483);
// EXTERNAL MODULE: ./settings/nearest-name.js
var nearest_name = __webpack_require__(92264);
;// CONCATENATED MODULE: ./settings/yaml-faults.js
/** What is wrong with a configuration file as YAML, before its keys are looked at. */


/** The most that is read of each; a configuration stays far below. */
const MAX_DEPTH = 20;
const MAX_ALIASES = 100;
const MAX_KEYS = 1000;
function yamlFaults(document) {
    const tooDeep = document.errors.filter(({ code }) => code === 'RESOURCE_EXHAUSTION').slice(0, 1);
    const errors = tooDeep.length > 0 ? tooDeep : [...document.errors, ...document.warnings];
    const faults = errors.map(({ code, message, pos }) => ({
        offset: pos[0],
        message: MEANING[code] ?? `not YAML that can be read: ${(0,nearest_name/* quoted */.TL)(message).slice(1, -1)}`,
    }));
    if (faults.length > 0)
        return faults;
    const { version } = document.directives.yaml;
    if (version !== '1.2')
        return [{ offset: 0, message: 'YAML 1.2 is read, not another version' }];
    return faultsOfNodes(document);
}
const MEANING = {
    MULTIPLE_DOCS: 'a second YAML document (---); one is read',
    TAB_AS_INDENT: 'a tab in the indentation; YAML is indented with blanks',
    RESOURCE_EXHAUSTION: 'nested too deeply',
};
function faultsOfNodes(document) {
    const faults = [];
    let aliases = 0;
    const add = (node, message) => {
        faults.push({ offset: node.range?.[0] ?? 0, message });
        return dist.visit.SKIP;
    };
    (0,dist.visit)(document, {
        Map: (_key, node, path) => {
            if (path.length > 2 * MAX_DEPTH)
                return add(node, 'nested too deeply');
            faults.push(...keyFaults(node));
            return undefined;
        },
        Seq: (_key, node, path) => (path.length > 2 * MAX_DEPTH ? add(node, 'nested too deeply') : undefined),
        Pair: (_key, { key, value }) => {
            // A key that is a map or list itself is reported with its map, and not entered.
            return (0,dist.isScalar)(key) || value === undefined ? undefined : dist.visit.SKIP;
        },
        Alias: (_key, node, path) => {
            aliases++;
            if (aliases === MAX_ALIASES + 1)
                return add(node, `more than ${MAX_ALIASES} aliases`);
            const fault = aliasFault(node, document, path);
            return fault === undefined ? undefined : add(node, fault);
        },
    });
    return faults;
}
function aliasFault(alias, document, path) {
    const anchored = alias.resolve(document);
    if (!anchored)
        return `the alias ${(0,nearest_name/* quoted */.TL)(`*${alias.source}`)} has no anchor before it`;
    return path.includes(anchored) ? `the alias ${(0,nearest_name/* quoted */.TL)(`*${alias.source}`)} holds itself` : undefined;
}
function keyFaults(map) {
    const seen = new Set();
    if (map.items.length > MAX_KEYS) {
        return [{ offset: map.range?.[0] ?? 0, message: `more than ${MAX_KEYS} keys in one map` }];
    }
    return map.items.flatMap(({ key }) => {
        if (!(0,dist.isScalar)(key) || key.value === null) {
            return { offset: map.range?.[0] ?? 0, message: 'a key that is not a plain name' };
        }
        const name = String(key.value);
        if (!seen.has(name)) {
            seen.add(name);
            return [];
        }
        return { offset: key.range?.[0] ?? 0, message: `key ${(0,nearest_name/* quoted */.TL)(name)} is given twice` };
    });
}

;// CONCATENATED MODULE: ./settings/configuration-document.js
/** The configuration file as YAML: its value, and the line of everything in it. */


const MAX_CONFIGURATION_BYTES = 1024 * 1024;
const configuration_document_MAX_ALIASES = 100;
const TOP = { line: 1, column: 1 };
const EMPTY_DOCUMENT = {
    entries: new Map(),
    placeOf: () => TOP,
    placeOfKey: () => TOP,
};
/** Parses the text; what is no YAML, or no map, is a mistake and reads as empty. */
function parseConfiguration(text, mistakes) {
    if (Buffer.byteLength(text) > MAX_CONFIGURATION_BYTES) {
        mistakes.inFile(TOP, 'larger than 1 MB, and so hardly a configuration');
        return EMPTY_DOCUMENT;
    }
    const lineCounter = new dist.LineCounter();
    // The library compares every key with every other; double keys are found below, in one pass.
    const document = (0,dist.parseDocument)(text, {
        lineCounter,
        prettyErrors: false,
        version: '1.2',
        uniqueKeys: false,
    });
    const placeAt = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    const faults = yamlFaults(document);
    for (const { offset, message } of faults)
        mistakes.inFile(placeAt(offset), message);
    const root = document.contents;
    if (faults.length > 0 || root === null || ((0,dist.isScalar)(root) && root.value === null))
        return EMPTY_DOCUMENT;
    if (!(0,dist.isMap)(root)) {
        mistakes.inFile(placeAt(startOf(root) ?? 0), 'must be a map of keys, such as "rows: 100000"');
        return EMPTY_DOCUMENT;
    }
    const find = (path, want) => placeAt(offsetOf(document, path, want));
    const entries = new Map();
    for (const { key, value } of root.items) {
        try {
            entries.set(keyText(key), (0,dist.isNode)(value) ? value.toJS(document, { maxAliasCount: configuration_document_MAX_ALIASES }) : null);
        }
        catch (error) {
            if (!(error instanceof ReferenceError))
                throw error;
            mistakes.inFile(placeAt(startOf(key) ?? 0), 'aliases that repeat too much');
        }
    }
    return {
        entries,
        placeOf: (path) => find(path, 'value'),
        placeOfKey: (path) => find(path, 'key'),
    };
}
const keyText = (key) => String((0,dist.isScalar)(key) ? key.value : key);
/** Where the value or key at a path begins; where it has no place of its own, the nearest thing around it. */
function offsetOf(document, path, want) {
    let node = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [depth, segment] of path.entries()) {
        if ((0,dist.isAlias)(node))
            node = node.resolve(document);
        let key;
        if ((0,dist.isMap)(node)) {
            const pair = node.items.find((item) => keyText(item.key) === String(segment));
            key = pair?.key;
            node = pair?.value;
        }
        else {
            node = (0,dist.isSeq)(node) ? node.items[Number(segment)] : undefined;
        }
        const wantsKey = depth === path.length - 1 && want === 'key';
        offset = (wantsKey ? undefined : startOf(node)) ?? startOf(key) ?? offset;
    }
    return offset;
}
const startOf = (node) => ((0,dist.isNode)(node) ? node.range?.[0] : undefined);


/***/ }),

/***/ 32245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadConfiguration: () => (/* binding */ loadConfiguration),
/* harmony export */   o: () => (/* binding */ CONFIGURATION_FILE)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48670);
/* harmony import */ var _configuration_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79427);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92264);
/** Finds and reads the configuration file: the one place in this room that touches the disk. */





const CONFIGURATION_FILE = 'partition-guard.yml';
/** @param given undefined: the default file, if there is one. */
function loadConfiguration(cwd, given) {
    const configFile = given ?? CONFIGURATION_FILE;
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, configFile);
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute, { throwIfNoEntry: false });
    if (!stat && given === undefined) {
        refuseOtherSpelling(cwd);
        return {};
    }
    if (!stat)
        throw unreadable((0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(configFile), 'there is no such configuration file');
    if (!stat.isFile())
        throw unreadable(configFile, 'not a file');
    if (stat.size > _configuration_document_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_CONFIGURATION_BYTES */ .Cm)
        throw unreadable(configFile, 'larger than 1 MB, and so hardly a configuration');
    return { configFile, configText: decode(configFile, read(configFile, absolute)) };
}
/** A file whose name is almost right would be passed over in silence. */
function refuseOtherSpelling(cwd) {
    const other = 'partition-guard.yaml';
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, other), { throwIfNoEntry: false }))
        return;
    throw unreadable(other, `is not read by itself — did you mean "${CONFIGURATION_FILE}"?`);
}
function read(shown, absolute) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(absolute);
    }
    catch (cause) {
        throw unreadable(shown, `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
    }
}
function decode(shown, bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw unreadable(shown, 'holds bytes that are not UTF-8', cause);
    }
}
const unreadable = (shown, message, cause) => new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n(`${shown}: ${message}`, {
    code: 'configuration-unreadable',
    hint: `Name the file with --config FILE, or keep it as ${CONFIGURATION_FILE} where the program runs.`,
    ...(cause === undefined ? {} : { cause }),
});


/***/ }),

/***/ 9402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ parameterValue),
/* harmony export */   Ws: () => (/* binding */ renderKnown),
/* harmony export */   XK: () => (/* binding */ isParameterName),
/* harmony export */   ar: () => (/* binding */ renderManageCall),
/* harmony export */   h: () => (/* binding */ renderRetentionCall),
/* harmony export */   mC: () => (/* binding */ parametersOf),
/* harmony export */   z7: () => (/* binding */ PARAMETERS)
/* harmony export */ });
/* unused harmony export DEFAULT_MANAGE_SQL */
/* harmony import */ var _domain_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50896);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48670);
/** The call that changes a schema's interval: its `:parameters`, and its SQL with their values in place. */


/** What is called where nothing is configured and the migrations define such a function. */
const DEFAULT_MANAGE_SQL = "SELECT manage_partitions('amenity_booking_', :frequency, :interval_months)";
const PARAMETERS = ['frequency', 'interval_months', 'interval_name', 'interval', 'keep'];
const isParameterName = (name) => PARAMETERS.includes(name);
/** Quoted text, comments, casts and words are passed over; what is left of `:name` is a parameter. */
const TOKEN = /[eE]'(?:[^'\\]|\\[^]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([\p{L}_]\w*|)\$[^]*?\$\1\$|--[^\n]*|\/\*[^]*?\*\/|[\p{L}_][\p{L}\p{N}_$]*|::|:([A-Za-z_]\w*)/gu;
/** Each `:name` in the order in which they stand, known or not. */
const parametersOf = (sql) => [...sql.matchAll(TOKEN)].flatMap((match) => match[2] ?? []);
/** The SQL text of a parameter's value; undefined where there is none. */
function parameterValue(name, { interval, keep }) {
    const length = interval && (0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .intervalOf */ .XF)(interval);
    switch (name) {
        case 'frequency': {
            const frequency = length && (0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionsPerYear */ .e8)(length);
            return frequency === undefined ? undefined : String(frequency);
        }
        case 'interval_months':
            return length && length.months > 0 ? String(length.months) : undefined;
        case 'interval_name':
            return interval && `'${interval}'`;
        case 'interval':
            return length && `'${(0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInterval */ .vy)(length)}'`;
        case 'keep':
            return keep && `'${(0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInterval */ .vy)(keep)}'`;
    }
}
/** The call's SQL for an interval. */
const renderManageCall = (call, interval, keep) => render(call, { interval, keep });
/** The SQL that lets go of old partitions. */
const renderRetentionCall = (call, keep) => render(call, { keep });
function render(call, values) {
    return renderKnown(call.sql, values, (name) => {
        const whose = values.interval ?? 'it';
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n(`${call.where}: the call uses :${name}, which ${whose} has no value for`, {
            code: 'parameter-without-value',
            hint: 'Use :interval or :interval_name, or leave that interval out of intervals.',
        });
    });
}
/** @param otherwise gives the text for a parameter without a value. */
function renderKnown(sql, values, otherwise) {
    return sql.replace(TOKEN, (token, _tag, name) => {
        if (name === undefined)
            return token;
        return (isParameterName(name) ? parameterValue(name, values) : undefined) ?? otherwise(name);
    });
}


/***/ }),

/***/ 46307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ Mistakes)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/** Every mistake of the command line and the configuration file, gathered before one error tells them all. */

class Mistakes {
    found = [];
    file;
    command;
    /**
     * @param file the configuration file, as it is to be shown.
     * @param command whose options they are.
     */
    constructor(file, command = 'validate') {
        this.file = file;
        this.command = command;
    }
    get any() {
        return this.found.length > 0;
    }
    inFile(place, message) {
        this.found.push({ ...place, text: `${this.file}:${place.line}: ${message}` });
    }
    /** @param option as its user wrote it: `--rows`. */
    inOption(option, message) {
        this.found.push({ line: 0, column: 0, text: `${option}: ${message}` });
    }
    /** Throws one error with a line for each mistake, those of the command line first; returns where there are none. */
    throwIfAny() {
        if (!this.any)
            return;
        const lines = [...this.found]
            .sort((a, b) => a.line - b.line || a.column - b.column)
            .map(({ text }) => text);
        const inFile = this.found.some(({ line }) => line > 0);
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n([...new Set(lines)].join('\n'), {
            code: 'settings-wrong',
            hint: inFile
                ? `Correct ${this.file}; nothing was run.`
                : `Correct the options (partition-guard ${this.command} --help lists them); nothing was run.`,
        });
    }
}


/***/ }),

/***/ 92264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38232);
/** The name that was probably meant, and how wrong text is shown in a message. */

/** The nearest of the known names, where one is near enough to be meant. */
function nearestName(text, known) {
    const wanted = text.toLowerCase().slice(0, 100);
    const limit = Math.max(1, Math.min(4, Math.ceil(wanted.length / 3)));
    let best;
    for (const name of known) {
        const far = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, name.toLowerCase());
        if (far <= limit && far < (best?.far ?? Infinity))
            best = { name, far };
    }
    return best?.name;
}
/** ` — did you mean "x"?`, or nothing. */
const didYouMean = (name) => name === undefined ? '' : ` — did you mean ${quoted(name)}?`;
/** In quotes, on one line and not longer than a message can bear. */
function quoted(text) {
    const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
    // eslint-disable-next-line no-control-regex -- what a terminal or a log would obey is shown, not sent
    return `"${short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}


/***/ }),

/***/ 88095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ OptionReader),
/* harmony export */   ed: () => (/* binding */ optionLabel),
/* harmony export */   z2: () => (/* binding */ notEmpty)
/* harmony export */ });
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45307);

/** How its user wrote an option. */
const optionLabel = (name, style = 'flag') => style === 'flag' ? `--${name}` : `input ${name}`;
const notEmpty = (text) => text.trim() === '' ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is empty') : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .right */ .p)(text);
class OptionReader {
    style;
    mistakes;
    constructor(style, mistakes) {
        this.style = style;
        this.mistakes = mistakes;
    }
    one(name, text, parse) {
        // An input that is not set reaches an action as empty text.
        if (text === undefined || (text === '' && this.style === 'input'))
            return undefined;
        const parsed = text === '' ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is empty') : parse(text);
        if (parsed.ok)
            return parsed.value;
        this.mistakes.inOption(optionLabel(name, this.style), parsed.fault);
        return undefined;
    }
    /** Undefined where none was given. */
    many(name, texts, parse) {
        const given = (texts ?? []).filter((text) => text !== '' || this.style === 'flag');
        if (given.length === 0)
            return undefined;
        return given.flatMap((text) => this.one(name, text, parse) ?? []);
    }
}


/***/ }),

/***/ 13358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GU: () => (/* binding */ SEED),
/* harmony export */   Gm: () => (/* binding */ POSTGRES_MAJOR),
/* harmony export */   Ir: () => (/* binding */ ROWS),
/* harmony export */   _U: () => (/* binding */ parseDate),
/* harmony export */   c0: () => (/* binding */ listedNumbers),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   ld: () => (/* binding */ parseServer),
/* harmony export */   lv: () => (/* binding */ parseSeverity),
/* harmony export */   oA: () => (/* binding */ parseWholeNumber),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   uK: () => (/* binding */ parseShard),
/* harmony export */   zZ: () => (/* binding */ parseImage)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92264);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45307);
/** The values of options, the same on the command line, in an action's inputs and in the configuration file. */



const ROWS = { least: 1, most: 10_000_000 };
const SEED = { least: 0, most: 2 ** 31 - 1 };
const POSTGRES_MAJOR = { least: 14, most: 18 };
const grouped = (n) => n.toLocaleString('en-US');
function wholeNumber(value, shown, { least, most }) {
    return Number.isSafeInteger(value) && value >= least && value <= most
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(value)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(shown)} is not a whole number from ${grouped(least)} to ${grouped(most)}`);
}
/** @param text digits only: no sign, no exponent, no separators. */
const parseWholeNumber = (text, limits) => wholeNumber(/^\d{1,15}$/.test(text.trim()) ? Number(text) : NaN, text, limits);
/** `14, 15 and 18`. */
const listedNumbers = (numbers) => numbers.join(', ').replace(/, (\d+)$/, ' and $1');
/** Midnight UTC of a date. */
function parseDate(text) {
    const instant = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(text.trim()) : undefined;
    return instant === undefined
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a date; dates are written 2026-01-31`)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(instant);
}
function parseShard(text) {
    const [, i = '', n = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim()) ?? [];
    const index = Number(i);
    const of = Number(n);
    return index >= 1 && index <= of
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)({ index, of })
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a share of the scenarios; the second of three is written 2/3`);
}
function parseSeverity(text) {
    if (text === 'error' || text === 'warning')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(text);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a severity${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)((0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .qb)(text, ['error', 'warning']))}; known: error, warning`);
}
const SERVERS = ['auto', 'embedded', 'testcontainers'];
/** A wrong address is shown without what may be a password. */
function parseServer(text) {
    const kind = SERVERS.find((known) => known === text);
    if (kind)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)({ kind });
    if (isPostgresUrl(text))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)({ kind: 'url', url: text });
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(withoutSecrets(text))} is not a server${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)((0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .qb)(text, SERVERS))}; known: ${SERVERS.join(', ')}, or a postgres:// address`);
}
function isPostgresUrl(text) {
    return /^postgres(?:ql)?:\/\/\S*$/.test(text) && URL.canParse(text);
}
const NAME = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const HOST = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\\d{1,5})?';
/** What Docker takes for an image; the tag and the digest are the groups. */
const IMAGE = new RegExp(`^(?:${HOST}/)?${NAME}(?:/${NAME})*(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`);
/** An image that says which one it is: a name alone would be another one tomorrow. */
function parseImage(text) {
    const [, tag, digest] = IMAGE.exec(text) ?? [];
    if (tag !== undefined || digest !== undefined)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(text);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not an image with its tag or digest; written postgis/postgis:17-3.5 or name@sha256:…`);
}
/** Whatever stands where an address has its user and password, or is called a password, becomes `***`. */
const withoutSecrets = (text) => text.replace(/(:\/*)[^]*@/, '$1***@').replace(/(pass(?:word|file)?\s*=\s*)(?:'[^']*'|[^\s&]+)/gi, '$1***');


/***/ }),

/***/ 45307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ wrong),
/* harmony export */   p: () => (/* binding */ right)
/* harmony export */ });
/** The outcome of reading one value: what it means, or why it means nothing. */
const right = (value) => ({ ok: true, value });
const wrong = (fault) => ({
    ok: false,
    fault,
});


/***/ }),

/***/ 82007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ reportFiles),
/* harmony export */   Sb: () => (/* binding */ byKind),
/* harmony export */   gI: () => (/* binding */ given),
/* harmony export */   kk: () => (/* binding */ sameFiles),
/* harmony export */   oh: () => (/* binding */ readReports)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53490);
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46307);
/* harmony import */ var _option_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88095);
/** Where reports go: files by kind, no two of them the same. */




/** Only what was given and is right. */
function readReports(options, reader) {
    return byKind((kind) => reader.one(kind, options[kind], _option_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .notEmpty */ .z2));
}
/** What a value is, for each kind. */
const byKind = (of) => Object.fromEntries(_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_KINDS */ .t.map((kind) => [kind, of(kind)]));
/** Kinds of which one would overwrite the other, each with its words. */
function sameFiles(files, cwd) {
    const given = _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_KINDS */ .t.flatMap((kind) => {
        const file = files[kind];
        return file === undefined ? [] : [{ kind, path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, file) }];
    });
    return given.flatMap((later, i) => given
        .slice(0, i)
        .filter((earlier) => earlier.path === later.path)
        .map((earlier) => ({
        kinds: [earlier.kind, later.kind],
        message: `the ${_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_TITLES */ .p[earlier.kind]} and the ${_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_TITLES */ .p[later.kind]} report would be written to the same file`,
    })));
}
/**
 * The report files of a command that has no other settings.
 * @throws OperatorError with a line for each mistake.
 */
function reportFiles(options, { cwd, style, command }) {
    const mistakes = new _mistakes_js__WEBPACK_IMPORTED_MODULE_2__/* .Mistakes */ .S('', command);
    const files = given(readReports(options, new _option_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .OptionReader */ .F9(style, mistakes)));
    for (const { kinds, message } of sameFiles(files, cwd))
        mistakes.inOption((0,_option_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optionLabel */ .ed)(kinds[1], style), message);
    mistakes.throwIfAny();
    return files;
}
/** Without the kinds that are not asked for. */
const given = (files) => Object.fromEntries(Object.entries(files).filter(([, file]) => file !== undefined));


/***/ }),

/***/ 13535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ DEFAULT_ENVIRONMENTS),
  mergeSettings: () => (/* binding */ mergeSettings),
  validateSettings: () => (/* binding */ validateSettings)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./domain/interval.js
var interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./settings/check-ids.js
/** The ids of checks that a configuration may name. */
const CHECK_IDS = [
    'migration-applies',
    'migration-history',
    'no-row-lost',
    'no-row-duplicated',
    'no-row-changed',
    'no-overlap',
    'no-gap',
    'interval-applied',
    'default-empty',
    'runway',
    'idempotent',
    'attributes-preserved',
    'audit-complete',
    'no-lock-leak',
    'lock-budget',
    'no-silent-skip',
    'concurrent-safe',
    'crash-safe',
    'time-zone-stable',
    'names-match-bounds',
    'retention-safe',
];
const ASSERTION_PREFIX = 'assertion:';

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(29143);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/core.js
var core = __webpack_require__(46416);
// EXTERNAL MODULE: ./settings/nearest-name.js
var nearest_name = __webpack_require__(92264);
// EXTERNAL MODULE: ./settings/option-values.js
var option_values = __webpack_require__(13358);
// EXTERNAL MODULE: ./settings/parsed.js
var parsed = __webpack_require__(45307);
;// CONCATENATED MODULE: ./settings/scenario-name.js
/** The names of scenarios that can be asked for, spelled one way. */



const NOT_PLAYED_YET = ['concurrent', 'crash', 'calendar'];
/** Reads a name; the arrow may be `->` or `→`, with blanks around it. */
function parseScenarioName(text) {
    const name = text.trim().replace(/\s*(?:->|→)\s*/g, '->');
    if (name === 'fresh' || name === 'upgrade' || name === 'rerun' || name === 'retention')
        return (0,parsed/* right */.p)(name);
    if (NOT_PLAYED_YET.includes(name)) {
        return (0,parsed/* wrong */.Q)(`${(0,nearest_name/* quoted */.TL)(name)} is a scenario that this version does not play yet`);
    }
    const change = /^change:([^>]*)->([^>]*)$/.exec(name);
    if (change)
        return parseChange(text, change.slice(1));
    const roundTrip = /^round-trip:([^>]*)->([^>]*)->([^>]*)$/.exec(name);
    if (roundTrip)
        return parseRoundTrip(text, roundTrip.slice(1));
    return (0,parsed/* wrong */.Q)(`${(0,nearest_name/* quoted */.TL)(text)} is not a scenario${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(name, allNames()))}; ${KNOWN}`);
}
const KNOWN = 'known: fresh, upgrade, rerun, retention, change:A->B, round-trip:A->B->A, where A and B are intervals such as monthly';
/** The intervals that a scenario changes between. */
const intervalsOf = (name) => name
    .replace(/^[^:]*:?/, '')
    .split('->')
    .filter(interval/* isIntervalName */.Nh);
function parseChange(text, parts) {
    const [from = '', to = ''] = parts;
    if (!(0,interval/* isIntervalName */.Nh)(from) || !(0,interval/* isIntervalName */.Nh)(to))
        return (0,parsed/* wrong */.Q)(unknownInterval(text, parts));
    if (from === to)
        return (0,parsed/* wrong */.Q)(`${(0,nearest_name/* quoted */.TL)(text)} changes nothing: both intervals are ${from}`);
    return (0,parsed/* right */.p)(`change:${from}->${to}`);
}
function parseRoundTrip(text, parts) {
    const [from = '', to = '', back = ''] = parts;
    if (!(0,interval/* isIntervalName */.Nh)(from) || !(0,interval/* isIntervalName */.Nh)(to) || !(0,interval/* isIntervalName */.Nh)(back)) {
        return (0,parsed/* wrong */.Q)(unknownInterval(text, parts));
    }
    if (from === to)
        return (0,parsed/* wrong */.Q)(`${(0,nearest_name/* quoted */.TL)(text)} changes nothing: both intervals are ${from}`);
    if (back !== from) {
        return (0,parsed/* wrong */.Q)(`${(0,nearest_name/* quoted */.TL)(text)} does not come back to ${from}${(0,nearest_name/* didYouMean */.au)(`round-trip:${from}->${to}->${from}`)}`);
    }
    return (0,parsed/* right */.p)(`round-trip:${from}->${to}->${back}`);
}
function unknownInterval(text, parts) {
    const kind = text.trim().split(':', 1)[0] ?? '';
    const meant = parts.map((part) => ((0,interval/* isIntervalName */.Nh)(part) ? part : (0,nearest_name/* nearestName */.qb)(part, interval/* INTERVAL_NAMES */.Lm)));
    const suggestion = meant.every((part) => part !== undefined) ? `${kind}:${meant.join('->')}` : undefined;
    const faulty = parts.find((part) => !(0,interval/* isIntervalName */.Nh)(part)) ?? '';
    return `${(0,nearest_name/* quoted */.TL)(text)} is not a scenario: ${(0,nearest_name/* quoted */.TL)(faulty)} is not an interval${(0,nearest_name/* didYouMean */.au)(suggestion)}; known: ${interval/* INTERVAL_NAMES */.Lm.join(', ')}`;
}
function allNames() {
    const pairs = interval/* INTERVAL_NAMES */.Lm.flatMap((from) => interval/* INTERVAL_NAMES */.Lm.filter((to) => to !== from).map((to) => ({ from, to })));
    return [
        'fresh',
        'upgrade',
        'rerun',
        'retention',
        ...NOT_PLAYED_YET,
        ...pairs.map(({ from, to }) => `change:${from}->${to}`),
        ...pairs.map(({ from, to }) => `round-trip:${from}->${to}->${from}`),
    ];
}

// EXTERNAL MODULE: ./settings/table-name.js
var table_name = __webpack_require__(16778);
// EXTERNAL MODULE: ./settings/time-rules.js
var time_rules = __webpack_require__(89385);
;// CONCATENATED MODULE: ./settings/configuration-grammar.js
/** The types of the configuration file's keys, each read into what it means. */








/** Text that a parser gives a meaning. */
const meaning = (parse) => schemas/* string */.YjP().transform(using(parse));
/** Hands a parser's fault on as an issue. */
function using(parse) {
    return (input, context) => {
        const parsed = parse(input);
        if (parsed.ok)
            return parsed.value;
        context.addIssue({ code: 'custom', message: parsed.fault });
        return core/* NEVER */.tm;
    };
}
const whole = (limits) => schemas/* number */.aig().transform(using((value) => (0,option_values/* wholeNumber */.rD)(value, String(value), limits)));
/** One alone may stand for a list of one. */
const oneOrMore = (item) => schemas/* preprocess */.vkY((value) => (isOne(value) ? [value] : value), schemas/* array */.YOg(item).transform(using(atLeastOne)));
const isOne = (value) => typeof value === 'string' || typeof value === 'number';
const atLeastOne = (items) => items.length > 0 ? (0,parsed/* right */.p)(items) : (0,parsed/* wrong */.Q)('an empty list; name at least one, or leave the key out');
const filled = (text) => text.trim() === '' ? (0,parsed/* wrong */.Q)('empty text; write something, or leave the key out') : (0,parsed/* right */.p)(text);
const configuration_grammar_text = meaning(filled);
const tableName = meaning(table_name/* parseTableName */.HC);
const date = meaning(option_values/* parseDate */._U);
const configuration_grammar_interval = meaning((name) => (0,interval/* isIntervalName */.Nh)(name)
    ? (0,parsed/* right */.p)(name)
    : (0,parsed/* wrong */.Q)(`${(0,nearest_name/* quoted */.TL)(name)} is not an interval${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(name, interval/* INTERVAL_NAMES */.Lm))}; known: ${interval/* INTERVAL_NAMES */.Lm.join(', ')}`));
const range = schemas/* array */.YOg(date).transform(using((dates) => {
    const [lower, upper, ...more] = dates;
    if (lower === undefined || upper === undefined || more.length > 0) {
        return (0,parsed/* wrong */.Q)('a range is two dates: [2019-01-01, 2027-06-30]');
    }
    return lower < upper ? (0,parsed/* right */.p)({ lower, upper }) : (0,parsed/* wrong */.Q)('the range ends before it begins');
}));
const ACTIONS = ['detach', 'archive', 'drop'];
const retentionAction = meaning((name) => {
    const action = ACTIONS.find((known) => known === name);
    if (action)
        return (0,parsed/* right */.p)(action);
    return (0,parsed/* wrong */.Q)(`${(0,nearest_name/* quoted */.TL)(name)} is not what can be done with old partitions${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(name, ACTIONS))}; known: ${ACTIONS.join(', ')}`);
});
/** Keys that are options of the command line too. */
const OPTION_GRAMMAR = {
    migrations: oneOrMore(configuration_grammar_text),
    base: configuration_grammar_text,
    server: meaning(option_values/* parseServer */.ld),
    image: meaning(option_values/* parseImage */.zZ),
    postgres: oneOrMore(whole(option_values/* POSTGRES_MAJOR */.Gm)),
    rows: whole(option_values/* ROWS */.Ir),
    seed: whole(option_values/* SEED */.GU),
    now: date,
    scenario: oneOrMore(meaning(parseScenarioName)),
    shard: meaning(option_values/* parseShard */.uK),
    'fail-on': meaning(option_values/* parseSeverity */.lv),
    json: configuration_grammar_text,
    markdown: configuration_grammar_text,
    html: configuration_grammar_text,
    sarif: configuration_grammar_text,
    junit: configuration_grammar_text,
};
/** Keys that the file alone has. */
const PROJECT_GRAMMAR = {
    placeholders: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    tables: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: tableName,
        key: oneOrMore(meaning(table_name/* parseColumnName */.RY)).optional(),
        successor: oneOrMore(tableName).optional(),
        range: range.optional(),
    })),
    manage: schemas/* strictObject */.rej({ call: configuration_grammar_text.optional(), retention: configuration_grammar_text.optional() }),
    audit: schemas/* strictObject */.rej({ table: tableName, partition: meaning(table_name/* parseColumnName */.RY) }),
    intervals: oneOrMore(configuration_grammar_interval),
    checks: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    waivers: schemas/* array */.YOg(schemas/* strictObject */.rej({ check: configuration_grammar_text, table: tableName.optional(), reason: configuration_grammar_text, until: date.optional() })),
    seedSql: schemas/* record */.g1P(schemas/* string */.YjP(), configuration_grammar_text),
    assertions: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: configuration_grammar_text,
        sql: configuration_grammar_text,
        expect: schemas/* unknown */.L5J().transform(using(parseExpectation)),
    })),
    environments: oneOrMore(configuration_grammar_text),
    maintenance_window: meaning(time_rules/* parseMaintenanceWindow */.b),
    retention: schemas/* strictObject */.rej({ keep: meaning(time_rules/* parseKeep */.x), then: retentionAction }),
};
function parseExpectation(value) {
    if (value === 'unchanged')
        return (0,parsed/* right */.p)({ kind: 'unchanged' });
    if (value === null)
        return (0,parsed/* right */.p)({ kind: 'value', value });
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        return (0,parsed/* right */.p)({ kind: 'value', value: String(value) });
    }
    if (value === undefined)
        return (0,parsed/* wrong */.Q)('an assertion needs expect: unchanged, or a value');
    return (0,parsed/* wrong */.Q)('expect is unchanged, or one value');
}
const days = whole({ least: 0, most: 36_500 });
const milliseconds = whole({ least: 0, most: 86_400_000 });
const checkSeverity = meaning((name) => {
    if (name === 'off' || name === 'warning' || name === 'error')
        return (0,parsed/* right */.p)(name);
    const near = (0,nearest_name/* nearestName */.qb)(name, ['off', 'warning', 'error']);
    return (0,parsed/* wrong */.Q)(`${(0,nearest_name/* quoted */.TL)(name)} is not a severity${(0,nearest_name/* didYouMean */.au)(near)}; known: off, warning, error`);
});
/** A severity alone stands for a map that has it. */
const checkOptions = (shape) => schemas/* preprocess */.vkY((value) => (typeof value === 'string' ? { severity: value } : value), schemas/* strictObject */.rej({ severity: checkSeverity.optional(), ...shape }));
/** What stands below a check's id. */
const CHECK_GRAMMAR = {
    runway: checkOptions({ days: days.optional() }),
    'lock-budget': checkOptions({
        exclusive_ms: milliseconds.optional(),
        writer_stall_ms: milliseconds.optional(),
    }),
    other: checkOptions({}),
};

;// CONCATENATED MODULE: ./settings/check-settings.js
/** The key `checks`: severities and options by check id. */



const DEFAULT_RUNWAY_DAYS = 90;
const DEFAULT_LOCK_BUDGET = { exclusiveMs: 1000, writerStallMs: 1000 };
function readChecks(project, reader) {
    const severities = new Map();
    let runwayDays = DEFAULT_RUNWAY_DAYS;
    let lockBudget = DEFAULT_LOCK_BUDGET;
    for (const [id, value] of Object.entries(project.checks ?? {})) {
        const path = ['checks', id];
        const fault = checkIdFault(id, project);
        if (fault !== undefined) {
            reader.wrongKey(path, fault);
            continue;
        }
        const { days, exclusive_ms, writer_stall_ms, severity } = readCheck(path, id, value, reader);
        runwayDays = days ?? runwayDays;
        lockBudget = {
            exclusiveMs: exclusive_ms ?? lockBudget.exclusiveMs,
            writerStallMs: writer_stall_ms ?? lockBudget.writerStallMs,
        };
        if (severity !== undefined)
            severities.set(id, severity);
    }
    return { severities, runwayDays, lockBudget };
}
function readCheck(path, id, value, reader) {
    if (id === 'runway')
        return reader.readValue(path, value, CHECK_GRAMMAR.runway) ?? {};
    if (id === 'lock-budget')
        return reader.readValue(path, value, CHECK_GRAMMAR['lock-budget']) ?? {};
    return reader.readValue(path, value, CHECK_GRAMMAR.other) ?? {};
}
/** Why an id is none; undefined where it is one. */
function checkIdFault(id, { assertions }) {
    const known = [...CHECK_IDS, ...(assertions ?? []).map(({ name }) => ASSERTION_PREFIX + name)];
    if (known.includes(id))
        return undefined;
    // Where no assertion could be read, their mistakes are reported, not what follows from them.
    if (id.startsWith(ASSERTION_PREFIX) && assertions === undefined) {
        return `${(0,nearest_name/* quoted */.TL)(id)} is not a check: no such assertion`;
    }
    const near = (0,nearest_name/* nearestName */.qb)(id, known);
    return `${(0,nearest_name/* quoted */.TL)(id)} is not a check${near === undefined ? `; known: ${known.join(', ')}` : (0,nearest_name/* didYouMean */.au)(near)}`;
}

// EXTERNAL MODULE: ./settings/configuration-document.js + 1 modules
var configuration_document = __webpack_require__(79427);
;// CONCATENATED MODULE: ./settings/known-keys.js
/** The keys of the configuration file, level by level, and what to say of one that is not among them. */


const TOP_LEVEL = 'top level';
/** Keys by the map they are in. */
const LEVELS = new Map([
    [
        TOP_LEVEL,
        [
            ...[
                'migrations',
                'base',
                'server',
                'image',
                'postgres',
                'rows',
                'seed',
                'now',
                'scenario',
                'shard',
                'fail-on',
            ],
            ...['json', 'markdown', 'html', 'sarif', 'junit'],
            ...['placeholders', 'tables', 'manage', 'audit', 'intervals', 'checks', 'waivers', 'assertions'],
            ...['environments', 'maintenance_window', 'retention'],
        ],
    ],
    ['tables', ['name', 'key', 'successor', 'range']],
    ['manage', ['call', 'retention']],
    ['audit', ['table', 'partition']],
    ['checks.runway', ['severity', 'days']],
    ['checks.lock-budget', ['severity', 'exclusive_ms', 'writer_stall_ms']],
    ['waivers', ['check', 'table', 'reason', 'until']],
    ['assertions', ['name', 'sql', 'expect']],
    ['retention', ['keep', 'then']],
]);
const isTopLevelKey = (key) => LEVELS.get(TOP_LEVEL)?.includes(key) ?? false;
/** @param level the path of the map that holds the key. */
function unknownKey(key, level) {
    const place = level
        .filter((segment) => typeof segment !== 'number')
        .map(String)
        .join('.');
    const here = place === '' ? TOP_LEVEL : place;
    const shown = `unknown key ${(0,nearest_name/* quoted */.TL)(key)}${place === '' ? '' : ` in ${place}`}`;
    if (place === '' && key === 'allow-server') {
        return `${shown}: a server that looks like production is allowed on the command line or as an input only`;
    }
    if (place === '' && key === 'config')
        return `${shown}: the file is named on the command line only`;
    if (place === '' && key === 'server-bin')
        return `${shown}: programs to run are named by the option alone, never by a file of the checkout`;
    const own = LEVELS.get(here) ?? (place.startsWith('checks.') ? ['severity'] : []);
    const others = [...LEVELS].filter(([level]) => level !== here);
    others.push(['checks', CHECK_IDS]);
    const home = others.find(([, keys]) => keys.includes(key))?.[0];
    if (home !== undefined)
        return `${shown} — it belongs ${whereOf(home)}`;
    const near = (0,nearest_name/* nearestName */.qb)(key, own);
    if (near !== undefined)
        return `${shown}${(0,nearest_name/* didYouMean */.au)(near)}`;
    const elsewhere = (0,nearest_name/* nearestName */.qb)(key, others.flatMap(([, keys]) => keys));
    const owner = others.find(([, keys]) => elsewhere !== undefined && keys.includes(elsewhere))?.[0];
    if (owner === undefined)
        return `${shown}; known: ${own.join(', ')}`;
    return `${shown}${(0,nearest_name/* didYouMean */.au)(elsewhere)} (${whereOf(owner).replace(/^at the /, '')})`;
}
const whereOf = (level) => (level === TOP_LEVEL ? 'at the top level' : `in ${level}`);

;// CONCATENATED MODULE: ./settings/configuration-reader.js


class ConfigurationReader {
    document;
    mistakes;
    constructor(document, mistakes) {
        this.document = document;
        this.mistakes = mistakes;
    }
    /** The top-level key's meaning; undefined where it is absent or wrong. */
    read(key, schema) {
        if (!this.document.entries.has(key))
            return undefined;
        return this.readValue([key], this.document.entries.get(key), schema);
    }
    /** The meaning of a value that stands at a path. */
    readValue(path, value, schema) {
        const result = schema.safeParse(value, { error: describeType });
        if (result.success)
            return result.data;
        for (const issue of result.error.issues)
            this.report(path, issue);
        return undefined;
    }
    wrong(path, message) {
        this.mistakes.inFile(this.document.placeOf(path), message);
    }
    wrongKey(path, message) {
        this.mistakes.inFile(this.document.placeOfKey(path), message);
    }
    /** `partition-guard.yml:12`. */
    where(file, path) {
        return `${file}:${this.document.placeOf(path).line}`;
    }
    report(base, issue) {
        const path = [...base, ...issue.path];
        if (issue.code === 'unrecognized_keys') {
            for (const key of issue.keys)
                this.wrongKey([...path, key], unknownKey(key, path));
        }
        else if (issue.code === 'invalid_type') {
            this.wrong(path, `${labelOf(path)} ${issue.message}`);
        }
        else {
            this.wrong(path, issue.message);
        }
    }
}
/** `tables[0].name`, counted as YAML's readers count: from 1. */
function labelOf(path) {
    return path
        .map((segment, i) => typeof segment === 'number' ? ` ${segment + 1}` : `${i === 0 ? '' : '.'}${String(segment)}`)
        .join('');
}
const NAMES = {
    string: 'text',
    number: 'a number',
    array: 'a list',
    object: 'a map of keys',
    record: 'a map of keys',
};
function describeType(issue) {
    if (issue.code !== 'invalid_type')
        return undefined;
    if (issue.input === undefined)
        return 'is missing';
    return `must be ${NAMES[issue.expected] ?? issue.expected}, not ${describeValue(issue.input)}${quotingHint(issue.expected, issue.input)}`;
}
function describeValue(value) {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a map';
    return typeof value === 'string' ? `the text ${(0,nearest_name/* quoted */.TL)(value)}` : (0,nearest_name/* quoted */.TL)(String(value)).slice(1, -1);
}
const quotingHint = (expected, value) => expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')
    ? `; put it in quotes`
    : '';

// EXTERNAL MODULE: ./settings/load-configuration.js
var load_configuration = __webpack_require__(32245);
// EXTERNAL MODULE: ./settings/mistakes.js
var settings_mistakes = __webpack_require__(46307);
// EXTERNAL MODULE: ./settings/report-options.js
var report_options = __webpack_require__(82007);
;// CONCATENATED MODULE: ./settings/project.js



function readProject(document, reader) {
    const g = PROJECT_GRAMMAR;
    return {
        placeholders: reader.read('placeholders', g.placeholders),
        tables: reader.read('tables', g.tables),
        manage: reader.read('manage', g.manage),
        audit: reader.read('audit', g.audit),
        intervals: reader.read('intervals', g.intervals),
        checks: reader.read('checks', g.checks),
        waivers: reader.read('waivers', g.waivers),
        seedSql: isSeedNumber(document) ? undefined : reader.read('seed', g.seedSql),
        assertions: reader.read('assertions', g.assertions),
        environments: reader.read('environments', g.environments),
        maintenance_window: reader.read('maintenance_window', g.maintenance_window),
        retention: reader.read('retention', g.retention),
    };
}
function readFileOptions(document, reader) {
    const g = OPTION_GRAMMAR;
    return {
        migrations: reader.read('migrations', g.migrations),
        base: reader.read('base', g.base),
        server: reader.read('server', g.server),
        image: reader.read('image', g.image),
        postgres: reader.read('postgres', g.postgres),
        rows: reader.read('rows', g.rows),
        seed: isSeedNumber(document) ? reader.read('seed', g.seed) : undefined,
        now: reader.read('now', g.now),
        scenario: reader.read('scenario', g.scenario),
        shard: reader.read('shard', g.shard),
        'fail-on': reader.read('fail-on', g['fail-on']),
        ...(0,report_options/* byKind */.Sb)((kind) => reader.read(kind, g[kind])),
    };
}
/** Reports the keys that are none. */
function reportKeys(document, reader) {
    for (const key of document.entries.keys()) {
        if (!isTopLevelKey(key))
            reader.wrongKey([key], unknownKey(key, []));
    }
}
/** `seed` is the number that random choices start from, or a map of tables with the SQL that fills them. */
const isSeedNumber = (document) => {
    const seed = document.entries.get('seed');
    return typeof seed !== 'object' || seed === null || Array.isArray(seed);
};

// EXTERNAL MODULE: ./settings/manage-call.js
var manage_call = __webpack_require__(9402);
;// CONCATENATED MODULE: ./settings/sql-statements.js
/** SQL in the configuration, judged by PostgreSQL's own parser, which is loaded when the first such key is met. */
async function parseSql(text) {
    if (text.includes('\0'))
        return { kind: 'refused', message: 'it holds a NUL character' };
    if (text.trim() === '')
        return { kind: 'parsed', statements: [] };
    const { parse } = await __webpack_require__.e(/* import() */ 4951).then(__webpack_require__.t.bind(__webpack_require__, 4951, 19));
    try {
        const { stmts } = await parse(text);
        return { kind: 'parsed', statements: (stmts ?? []).map(({ stmt }) => ({ ...stmt })) };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { kind: 'refused', message: message.replace(/\s+/g, ' ').slice(0, 200) };
    }
}
const isSqlNode = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Every node of a type within a tree, outermost first. */
function nodesOf(tree, type) {
    const found = [];
    const pending = [tree];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        if (Array.isArray(node))
            pending.push(...[...node].reverse());
        else if (isSqlNode(node)) {
            const match = node[type];
            if (isSqlNode(match))
                found.push(match);
            pending.push(...Object.values(node)
                .filter((value) => typeof value === 'object')
                .reverse());
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./settings/manage-call-rules.js



/** One line for each mistake. */
async function manageCallMistakes(call) {
    const names = [...new Set((0,manage_call/* parametersOf */.mC)(call.sql))];
    const unknown = names.filter((name) => !(0,manage_call/* isParameterName */.XK)(name));
    if (unknown.length > 0)
        return unknown.map((name) => unknownParameter(call.key, name));
    const faults = names.flatMap((name) => withoutValue(call, name));
    const kind = await kindMistake(call);
    if (kind !== undefined)
        return [...faults, kind];
    return faults.length > 0 ? faults : disagreements(call);
}
function unknownParameter(key, name) {
    const near = (0,nearest_name/* nearestName */.qb)(name, manage_call/* PARAMETERS */.z7);
    return `:${name} is not a parameter of ${key}${(0,nearest_name/* didYouMean */.au)(near && `:${near}`)}; known: ${manage_call/* PARAMETERS */.z7.map((known) => `:${known}`).join(', ')}`;
}
const valuesOf = (call) => (call.intervals ?? [undefined]).map((interval) => ({ interval, keep: call.keep }));
function withoutValue(call, name) {
    if (!(0,manage_call/* isParameterName */.XK)(name))
        return [];
    if (name === 'keep') {
        return call.keep ? [] : [`${call.key} uses :keep, and no retention: says how long rows are kept`];
    }
    if (!call.intervals)
        return [`${call.key} uses :${name}, and is made for no interval: only :keep has a value`];
    const without = call.intervals.filter((interval) => (0,manage_call/* parameterValue */.HJ)(name, { interval }) === undefined);
    if (without.length === 0)
        return [];
    return [
        `${call.key} uses :${name}, which ${without.join(' and ')} has no value for; use :interval, or take ${without.join(' and ')} out of intervals`,
    ];
}
/** The SQL must be one SELECT or CALL; a parameter without a value counts as NULL here. */
async function kindMistake(call) {
    const [first = {}] = valuesOf(call);
    const parsed = await parseSql((0,manage_call/* renderKnown */.Ws)(call.sql, first, () => 'NULL'));
    if (parsed.kind === 'refused')
        return `${call.key} is not SQL: ${parsed.message}`;
    const [statement, ...more] = parsed.statements;
    const isCall = statement !== undefined && ('SelectStmt' in statement || 'CallStmt' in statement);
    return isCall && more.length === 0 ? undefined : `${call.key} must be one SELECT or CALL, and nothing else`;
}
/** `manage_partitions(prefix, frequency, interval_months)` with numbers that do not make a year. */
async function disagreements(call) {
    const found = new Set();
    for (const values of valuesOf(call)) {
        const parsed = await parseSql((0,manage_call/* renderKnown */.Ws)(call.sql, values, () => 'NULL'));
        if (parsed.kind === 'refused')
            continue;
        for (const { frequency, months } of managePartitionsCalls(parsed.statements)) {
            if (frequency * months === 12)
                continue;
            found.add(`frequency ${frequency} and interval_months ${months} disagree: ${frequency} × ${months} = ${frequency * months} months, a year has 12`);
        }
    }
    return [...found];
}
function managePartitionsCalls(statements) {
    const calls = [
        ...nodesOf(statements, 'FuncCall'),
        ...nodesOf(statements, 'CallStmt').flatMap(functionOfCall),
    ];
    return calls.flatMap((call) => {
        const names = nodesOf(call['funcname'], 'String');
        if (names.at(-1)?.['sval'] !== 'manage_partitions')
            return [];
        const frequency = integerArgument(call, 1, 'frequency');
        const months = integerArgument(call, 2, 'interval_months');
        return frequency === undefined || months === undefined ? [] : [{ frequency, months }];
    });
}
const functionOfCall = (call) => (isSqlNode(call['funccall']) ? [call['funccall']] : []);
/** The value of an argument that is a plain integer, by its place or by its name. */
function integerArgument(call, index, name) {
    const list = call['args'];
    const all = Array.isArray(list) ? list : [];
    const named = nodesOf(all, 'NamedArgExpr').find((argument) => argument['name'] === name);
    const argument = named ? named['arg'] : all[index];
    if (!isSqlNode(argument) || !isSqlNode(argument['A_Const']))
        return undefined;
    const { ival } = argument['A_Const'];
    if (!isSqlNode(ival))
        return undefined;
    const value = ival['ival'] ?? 0;
    return typeof value === 'number' ? value : undefined;
}

;// CONCATENATED MODULE: ./settings/project-rules.js






/** Reports every mistake of these kinds. */
async function judgeProject(options) {
    const { project, reader } = options;
    judgeNames(project, reader);
    judgeTables(project, reader);
    for (const [i, { check, table }] of (project.waivers ?? []).entries()) {
        const fault = checkIdFault(check, project);
        if (fault !== undefined)
            reader.wrong(['waivers', i, 'check'], fault);
        else if (table && check.startsWith(ASSERTION_PREFIX)) {
            reader.wrong(['waivers', i, 'table'], 'a rule of your own may read any table: leave table out of its waiver');
        }
    }
    await judgeAssertions(project, reader);
    await judgeSeeds(project, reader);
    await judgeCalls(options);
}
function judgeNames(project, reader) {
    const judge = (names, pathOf) => {
        for (const [i, name] of (names ?? []).entries()) {
            if (names?.indexOf(name) !== i)
                reader.wrong(pathOf(i), `${(0,nearest_name/* quoted */.TL)(name)} is given twice`);
        }
    };
    judge(project.intervals, (i) => ['intervals', i]);
    judge(project.environments, (i) => ['environments', i]);
    const names = project.assertions?.map(({ name }) => name);
    judge(names, (i) => ['assertions', i, 'name']);
}
function judgeTables({ tables = [] }, reader) {
    for (const [i, { name, successor = [] }] of tables.entries()) {
        if (tables.findIndex((other) => (0,table_name/* isSameTable */.j9)(other.name, name)) !== i) {
            reader.wrong(['tables', i, 'name'], `the table ${(0,nearest_name/* quoted */.TL)(name.name)} is listed twice`);
        }
        for (const [j, table] of successor.entries()) {
            if ((0,table_name/* isSameTable */.j9)(table, name)) {
                reader.wrong(['tables', i, 'successor', j], `${(0,nearest_name/* quoted */.TL)(name.name)} is named as its own successor`);
            }
        }
    }
}
async function judgeAssertions({ assertions = [] }, reader) {
    for (const [i, { sql }] of assertions.entries()) {
        const path = ['assertions', i, 'sql'];
        const parsed = await parseSql(sql);
        if (parsed.kind === 'refused') {
            reader.wrong(path, `the assertion's sql is not SQL: ${parsed.message}`);
        }
        else if (parsed.statements.length !== 1 || !parsed.statements.every((node) => 'SelectStmt' in node)) {
            reader.wrong(path, "the assertion's sql must be one SELECT, and nothing else");
        }
    }
}
async function judgeSeeds({ seedSql = {} }, reader) {
    for (const [table, sql] of Object.entries(seedSql)) {
        const name = (0,table_name/* parseTableName */.HC)(table);
        if (!name.ok)
            reader.wrongKey(['seed', table], name.fault);
        const parsed = await parseSql(sql);
        if (parsed.kind === 'refused') {
            reader.wrong(['seed', table], `the seed of ${(0,nearest_name/* quoted */.TL)(table)} is not SQL: ${parsed.message}`);
        }
        else if (parsed.statements.length === 0) {
            reader.wrong(['seed', table], `the seed of ${(0,nearest_name/* quoted */.TL)(table)} holds no statement`);
        }
    }
}
async function judgeCalls(options) {
    const { project, intervals, reader } = options;
    const keep = project.retention?.keep;
    const judge = async (key, madeFor) => {
        const sql = project.manage?.[key];
        if (sql === undefined)
            return;
        const mistakes = await manageCallMistakes({ key: `manage.${key}`, sql, intervals: madeFor, keep });
        for (const mistake of mistakes)
            reader.wrong(['manage', key], mistake);
    };
    await judge('call', intervals);
    await judge('retention', undefined);
}

// EXTERNAL MODULE: ./settings/option-reader.js
var option_reader = __webpack_require__(88095);
;// CONCATENATED MODULE: ./settings/raw-options.js




/** Only what was given and is right; what is wrong is among the mistakes. */
function readOptions({ options, optionStyle = 'flag' }, mistakes) {
    const reader = new option_reader/* OptionReader */.F9(optionStyle, mistakes);
    return {
        migrations: reader.many('migrations', options.migrations, option_reader/* notEmpty */.z2),
        base: reader.one('base', options.base, option_reader/* notEmpty */.z2),
        server: reader.one('server', options.server, option_values/* parseServer */.ld),
        'server-bin': reader.one('server-bin', options.serverBin, option_reader/* notEmpty */.z2),
        image: reader.one('image', options.image, option_values/* parseImage */.zZ),
        'allow-server': reader.one('allow-server', options.allowServer, option_reader/* notEmpty */.z2),
        postgres: reader.many('postgres', options.postgres, (text) => (0,option_values/* parseWholeNumber */.oA)(text, option_values/* POSTGRES_MAJOR */.Gm)),
        rows: reader.one('rows', options.rows, (text) => (0,option_values/* parseWholeNumber */.oA)(text, option_values/* ROWS */.Ir)),
        seed: reader.one('seed', options.seed, (text) => (0,option_values/* parseWholeNumber */.oA)(text, option_values/* SEED */.GU)),
        now: reader.one('now', options.now, option_values/* parseDate */._U),
        scenario: reader.many('scenario', options.scenario, parseScenarioName),
        shard: reader.one('shard', options.shard, option_values/* parseShard */.uK),
        'fail-on': reader.one('fail-on', options.failOn, option_values/* parseSeverity */.lv),
        ...(0,report_options/* readReports */.oh)(options, reader),
    };
}

;// CONCATENATED MODULE: ./settings/server-rules.js


/** A mistake is told where somebody asked for the narrower of the two. */
function judgeServer({ options, fileOptions, style, mistakes, reader }) {
    const server = options.server ?? fileOptions.server ?? { kind: 'auto' };
    const majors = new Set(options.postgres ?? fileOptions.postgres ?? []);
    const shard = options.shard ?? fileOptions.shard ?? { of: 1 };
    const wrong = (names, message) => {
        const given = names.find((name) => options[name] !== undefined);
        if (given !== undefined)
            mistakes.inOption((0,option_reader/* optionLabel */.ed)(given, style), message);
        else
            reader.wrong(['postgres'], message);
    };
    const bin = options['server-bin'] !== undefined;
    if (bin && server.kind !== 'auto' && server.kind !== 'embedded') {
        const asked = server.kind === 'url' ? 'the one at an address' : 'one in Docker';
        const how = options.server === undefined ? ': say so by --server embedded' : '';
        wrong(['server-bin'], `a folder of programs is for a server of our own, and ${asked} is asked for${how}`);
    }
    if (majors.size < 2)
        return;
    const told = (0,option_values/* listedNumbers */.c0)([...majors]);
    if (bin)
        wrong(['server-bin'], `one build is of one major, and PostgreSQL ${told} are asked for`);
    else if (server.kind === 'url') {
        wrong(['postgres'], `a server at an address is of one major, and PostgreSQL ${told} are asked for`);
    }
    if (shard.of > 1) {
        wrong(['postgres'], `a share is of one major's scenarios, and PostgreSQL ${told} are asked for: give each major a run of its own, and join all by merge`);
    }
}

;// CONCATENATED MODULE: ./settings/server-choice.js

function serverOf(given) {
    const { options, fileOptions } = given;
    const server = options.server ?? fileOptions.server ?? { kind: 'auto' };
    judgeAllowance(given, server);
    const image = imageOf(given, server);
    if (server.kind === 'url') {
        const allowed = options['allow-server'];
        return { ...server, ...(allowed === undefined ? {} : { allowed }) };
    }
    return image === undefined ? server : { kind: 'testcontainers', image };
}
/** Whoever names an image wants a container; an image of the file's gives way to another server on the command line. */
function imageOf(given, server) {
    const { options, fileOptions, reader } = given;
    const asked = server.kind === 'url' ? 'a server by its address' : server.kind;
    const image = options.image ?? fileOptions.image;
    if (image === undefined)
        return undefined;
    const majors = new Set(options.postgres ?? fileOptions.postgres ?? []);
    if (majors.size > 1)
        tell(given, `an image holds one PostgreSQL, and ${[...majors].join(' and ')} are asked for`);
    if (options['server-bin'] !== undefined) {
        tell(given, 'an image is for a container, and programs of this machine are asked for');
    }
    if (server.kind === 'testcontainers' || server.kind === 'auto')
        return image;
    if (options.image !== undefined)
        tell(given, `needs the server testcontainers, and ${asked} is asked for`);
    else if (options.server === undefined) {
        reader.wrong(['image'], `an image needs server: testcontainers, and ${asked} is asked for`);
    }
    return undefined;
}
function tell({ inputs, options, mistakes, reader }, message) {
    if (options.image === undefined)
        reader.wrong(['image'], message);
    else
        mistakes.inOption((0,option_reader/* optionLabel */.ed)('image', inputs.optionStyle), message);
}
/** On the command line or as an input alone, the address as well: whoever proposes a change can edit the file. */
function judgeAllowance({ inputs, options, mistakes }, server) {
    if (options['allow-server'] === undefined)
        return;
    const label = (0,option_reader/* optionLabel */.ed)('allow-server', inputs.optionStyle);
    if (server.kind === 'url') {
        if (options.server !== undefined)
            return;
        const beside = (0,option_reader/* optionLabel */.ed)('server', inputs.optionStyle);
        mistakes.inOption(label, `is about an address given by ${beside}, and this one stands in the configuration file, which whoever proposes a change can edit`);
        return;
    }
    mistakes.inOption(label, `is about a server given by its address, and ${server.kind} is asked for`);
}

;// CONCATENATED MODULE: ./settings/resolve-settings.js
/** Raw inputs become settings: the command line wins over the file, the file over the defaults; all mistakes are told at once. */
















const DEFAULT_INTERVALS = ['monthly', 'quarterly', 'yearly'];
const DEFAULT_ROWS = 100_000;
const DEFAULT_SEED = 1;
/** The very list, where the configuration names none. */
const DEFAULT_ENVIRONMENTS = ['DEV', 'STAGING', 'PROD'];
/** Merges and judges; throws one OperatorError with a line for each mistake. */
async function validateSettings(inputs) {
    const mistakes = new settings_mistakes/* Mistakes */.S(inputs.configFile ?? load_configuration/* CONFIGURATION_FILE */.o);
    const settings = await mergeSettings(inputs, mistakes);
    mistakes.throwIfAny();
    return settings;
}
/** Merges; what is wrong is among the mistakes, and the settings mean nothing then. */
async function mergeSettings(inputs, mistakes) {
    const file = inputs.configFile ?? load_configuration/* CONFIGURATION_FILE */.o;
    const options = readOptions(inputs, mistakes);
    const document = inputs.configText === undefined ? configuration_document/* EMPTY_DOCUMENT */.OF : (0,configuration_document/* parseConfiguration */.MA)(inputs.configText, mistakes);
    const reader = new ConfigurationReader(document, mistakes);
    reportKeys(document, reader);
    const fileOptions = readFileOptions(document, reader);
    const project = readProject(document, reader);
    const checks = readChecks(project, reader);
    // Wrong intervals are reported themselves: no call is blamed for them.
    const intervals = project.intervals ?? (document.entries.has('intervals') ? undefined : DEFAULT_INTERVALS);
    await judgeProject({ project, intervals: intervals ?? [], reader });
    judgeScenarios({ inputs, options, fileOptions, intervals: intervals ?? interval/* INTERVAL_NAMES */.Lm, mistakes, reader });
    judgeServer({ options, fileOptions, style: inputs.optionStyle, mistakes, reader });
    const reports = (0,report_options/* given */.gI)((0,report_options/* byKind */.Sb)((kind) => options[kind] ?? fileOptions[kind]));
    for (const { kinds, message } of (0,report_options/* sameFiles */.kk)(reports, inputs.cwd)) {
        const option = [...kinds].reverse().find((kind) => options[kind] !== undefined);
        if (option === undefined)
            reader.wrong([kinds[1]], message);
        else
            mistakes.inOption((0,option_reader/* optionLabel */.ed)(option, inputs.optionStyle), message);
    }
    return {
        cwd: inputs.cwd,
        ...(inputs.configText === undefined ? {} : { configFile: file }),
        migrations: options.migrations ?? fileOptions.migrations ?? [],
        ...pick({ base: options.base ?? fileOptions.base }),
        server: serverOf({ inputs, options, fileOptions, mistakes, reader }),
        ...pick({ serverBin: options['server-bin'] && (0,external_node_path_.resolve)(inputs.cwd, options['server-bin']) }),
        postgres: unique(options.postgres ?? fileOptions.postgres ?? []),
        rows: options.rows ?? fileOptions.rows ?? DEFAULT_ROWS,
        seed: options.seed ?? fileOptions.seed ?? DEFAULT_SEED,
        now: options.now ?? fileOptions.now ?? inputs.today,
        ...scenariosOf(options.scenario ?? fileOptions.scenario),
        shard: options.shard ?? fileOptions.shard ?? { index: 1, of: 1 },
        failOn: options['fail-on'] ?? fileOptions['fail-on'] ?? 'error',
        reports,
        intervals: intervals ?? DEFAULT_INTERVALS,
        checks,
        ...projectSettings(project, (path) => reader.where(file, path)),
    };
}
function projectSettings(project, where) {
    const { audit } = project;
    return {
        placeholders: project.placeholders ?? {},
        tables: (project.tables ?? []).map(tableSettings),
        manage: manageSettings(project, where),
        ...pick({ audit: audit && { table: audit.table, partitionColumn: audit.partition } }),
        waivers: (project.waivers ?? []).map(({ check, reason, table, until }) => ({
            check,
            reason,
            ...pick({ table, until }),
        })),
        seedSql: Object.entries(project.seedSql ?? {}).flatMap(([name, sql]) => {
            const table = (0,table_name/* parseTableName */.HC)(name);
            return table.ok ? { table: table.value, sql } : [];
        }),
        assertions: project.assertions ?? [],
        environments: project.environments ?? DEFAULT_ENVIRONMENTS,
        ...pick({ maintenanceWindow: project.maintenance_window, retention: project.retention }),
    };
}
const tableSettings = (entry) => ({
    table: entry.name,
    successors: entry.successor ?? [],
    ...pick({ key: entry.key, range: entry.range }),
});
function manageSettings({ manage }, where) {
    const { call, retention } = manage ?? {};
    return pick({
        call: call === undefined ? undefined : { sql: call, where: where(['manage', 'call']) },
        retention: retention === undefined ? undefined : { sql: retention, where: where(['manage', 'retention']) },
    });
}
/** A scenario of an interval that the project does not have would play nothing, and pass. */
function judgeScenarios(given) {
    const { options, fileOptions, intervals } = given;
    const names = options.scenario ?? fileOptions.scenario ?? [];
    for (const [i, name] of names.entries()) {
        const missing = intervalsOf(name).find((interval) => !intervals.includes(interval));
        if (missing === undefined)
            continue;
        const message = `"${name}" needs the interval ${missing}, and intervals: has ${intervals.join(', ')}`;
        if (options.scenario)
            given.mistakes.inOption((0,option_reader/* optionLabel */.ed)('scenario', given.inputs.optionStyle), message);
        else
            given.reader.wrong(['scenario', i], message);
    }
}
const scenariosOf = (names) => names === undefined ? {} : { scenarios: unique(names) };
const unique = (items) => [...new Set(items)];
/** Leaves out what is undefined. */
const pick = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));


/***/ }),

/***/ 16778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseTableName),
/* harmony export */   RY: () => (/* binding */ parseColumnName),
/* harmony export */   j9: () => (/* binding */ isSameTable)
/* harmony export */ });
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92264);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45307);
/** Names of tables and columns as SQL reads them: unquoted parts fold to lower case, quoted ones stay. */


const PART = /^(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*))/u;
function parseParts(text) {
    const parts = [];
    let rest = text.trim();
    for (;;) {
        const match = PART.exec(rest);
        if (!match || text.includes('\0'))
            return undefined;
        parts.push(match[1]?.replaceAll('""', '"') ?? foldCase(match[2] ?? ''));
        rest = rest.slice(match[0].length);
        if (rest === '')
            return parts;
        if (!rest.startsWith('.'))
            return undefined;
        rest = rest.slice(1);
    }
}
/** Only ASCII letters fold in PostgreSQL's multi-byte encodings. */
const foldCase = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
function parseTableName(text) {
    const parts = parseParts(text);
    const [first, second] = parts ?? [];
    if (!parts || parts.length > 2 || first === undefined) {
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a table's name; it looks like public.booking, or public."Booking" where case or blanks matter`);
    }
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .right */ .p)(second === undefined ? { name: first } : { schema: first, name: second });
}
function parseColumnName(text) {
    const parts = parseParts(text);
    const [only] = parts ?? [];
    if (parts?.length === 1 && only !== undefined)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .right */ .p)(only);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a column's name; quote it as SQL would where case or blanks matter`);
}
/** Whether both name the same table, as far as their schemas are given. */
const isSameTable = (a, b) => a.name === b.name && a.schema === b.schema;


/***/ }),

/***/ 89385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ parseMaintenanceWindow),
/* harmony export */   x: () => (/* binding */ parseKeep)
/* harmony export */ });
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92264);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45307);


const UNITS = {
    year: { months: 12, days: 0 },
    month: { months: 1, days: 0 },
    week: { months: 0, days: 7 },
    day: { months: 0, days: 1 },
};
/** `24 months`, `1 year 6 months`, `90 days`. */
function parseKeep(text) {
    const fault = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not how long rows are kept; it looks like "24 months" or "90 days"`);
    const words = text.trim().split(/\s+/);
    let months = 0;
    let days = 0;
    for (let i = 0; i < words.length; i += 2) {
        const unit = UNITS[(words[i + 1] ?? '').toLowerCase().replace(/s$/, '')];
        if (!unit || !/^\d{1,5}$/.test(words[i] ?? ''))
            return fault;
        months += Number(words[i]) * unit.months;
        days += Number(words[i]) * unit.days;
    }
    return months + days > 0 ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .right */ .p)({ months, days, microseconds: 0n }) : fault;
}
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WINDOW = /^(\S+)\s+(\d{2}):(\d{2})-(\d{2}):(\d{2})\s+(\S+)$/;
/** `Sun 01:00-05:00 UTC`, `Mon-Fri 22:00-04:00 Europe/Zurich`, `Sat,Sun 00:00-24:00 UTC`. */
function parseMaintenanceWindow(text) {
    const [, days = '', fromHour, fromMinutes, toHour, toMinutes, zone = ''] = WINDOW.exec(text.trim()) ?? [];
    const weekdays = parseWeekdays(days);
    const fromMinute = minuteOfDay(fromHour, fromMinutes);
    const toMinute = minuteOfDay(toHour, toMinutes);
    if (!weekdays || fromMinute === undefined || toMinute === undefined || fromMinute === toMinute) {
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a maintenance window; it looks like "Sun 01:00-05:00 UTC"`);
    }
    if (!isTimeZone(zone))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(zone)} is not a time zone; UTC and Europe/Zurich are`);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .right */ .p)({ weekdays, fromMinute, toMinute, zone });
}
function parseWeekdays(text) {
    const weekdays = new Set();
    for (const part of text.toLowerCase().split(',')) {
        const [from = '', to = from, ...more] = part.split('-');
        const first = DAYS.indexOf(from);
        const last = DAYS.indexOf(to);
        if (first < 0 || last < 0 || more.length > 0)
            return undefined;
        for (let day = first;; day = (day + 1) % 7) {
            weekdays.add(day);
            if (day === last)
                break;
        }
    }
    return [...weekdays].sort((a, b) => a - b);
}
function minuteOfDay(hour, minute) {
    const minutes = Number(hour) * 60 + Number(minute);
    return Number(minute) < 60 && minutes <= 24 * 60 ? minutes : undefined;
}
function isTimeZone(zone) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
