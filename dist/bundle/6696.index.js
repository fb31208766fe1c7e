export const id = 6696;
export const ids = [6696];
export const modules = {

/***/ 43696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runMerge)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27108);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53490);
/* harmony import */ var _report_merge_results_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15908);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84759);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25402);
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

/***/ 31897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ findReports),
  o: () => (/* binding */ readReports)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./domain/verdict.js
var domain_verdict = __webpack_require__(29820);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(29143);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/core.js
var core = __webpack_require__(46416);
// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/range.js
var range = __webpack_require__(79064);
;// CONCATENATED MODULE: ./report/json-grammar.js
/** What a JSON report of schema 1 looks like. Keys that nobody knows are passed over: a later version may write more. */



const MOST_FAULTS = 10;
/** Ends at a few faults: a hostile list would have a fault for each of its items. */
const list = (schema, most) => schemas/* array */.YOg(schemas/* unknown */.L5J())
    .max(most)
    .transform((items, context) => {
    const read = [];
    for (const [i, item] of items.entries()) {
        const one = schema.safeParse(item, { error: describe });
        if (one.success)
            read.push(one.data);
        else
            for (const issue of one.error.issues.slice(0, MOST_FAULTS))
                context.addIssue({ code: 'custom', message: issue.message, path: [i, ...issue.path] });
        if (context.issues.length >= MOST_FAULTS)
            return core/* NEVER */.tm;
    }
    return context.issues.length > 0 ? core/* NEVER */.tm : read;
});
const KINDS = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    array: 'a list',
    object: 'an object',
    boolean: 'true or false',
};
/** What is wrong with a value, to follow its name; the value itself is a stranger's, and is not shown. */
function describe(issue) {
    if (issue.input === undefined && issue.code !== 'custom')
        return 'is missing';
    if (issue.code === 'invalid_type')
        return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    if (issue.code === 'invalid_value')
        return `must be ${issue.values.map(String).join(' or ')}`;
    if (issue.code === 'too_big')
        return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    if (issue.code === 'too_small')
        return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    if (issue.code === 'custom' && typeof issue.message === 'string')
        return issue.message;
    return 'is not written as it should be';
}
const unitOf = (origin) => origin === 'string' ? ' characters long' : origin === 'array' ? ' entries long' : '';
const json_grammar_name = schemas/* string */.YjP().min(1).max(10_000);
const words = schemas/* string */.YjP().max(1_000_000);
const count = schemas/* int */.Whr().min(0).max(Number.MAX_SAFE_INTEGER);
const milliseconds = schemas/* number */.aig().min(0).max(1e10);
const verdict = schemas/* enum */.k5n(['pass', 'inconclusive', 'fail']);
const severity = schemas/* enum */.k5n(['error', 'warning']);
const version = schemas/* string */.YjP()
    .max(500)
    .regex(/^\d[\w.+-]*(?:(?:, | and )\d[\w.+-]*)*$/);
const json_grammar_location = schemas/* object */.Ikc({ file: json_grammar_name, line: schemas/* int */.Whr().min(1).max(1_000_000_000) });
const check = schemas/* object */.Ikc({
    id: json_grammar_name,
    verdict: schemas/* enum */.k5n(['pass', 'inconclusive', 'fail', 'not-applicable']),
    severity,
    message: words,
    remedy: words,
    location: json_grammar_location.exactOptional(),
    evidence: schemas/* object */.Ikc({
        count,
        examples: list(words, 1_000),
        unlisted: count.exactOptional(),
        statement: words.exactOptional(),
    }),
});
const json_grammar_instant = schemas/* string */.YjP()
    .max(40)
    .transform((text, context) => {
    const at = (0,instant/* parseInstant */.nV)(text);
    if (at !== undefined)
        return (0,range/* finite */.E2)(at);
    context.addIssue({ code: 'custom', message: 'is no instant' });
    return core/* NEVER */.tm;
});
const orElse = (bound) => schemas/* nullable */.mee(json_grammar_instant).transform((at) => at ?? bound);
const partition = schemas/* object */.Ikc({
    partition: json_grammar_name,
    table: json_grammar_name,
    lower: orElse(range/* MINVALUE */.Q$),
    upper: orElse(range/* MAXVALUE */.yF),
    default: schemas/* literal */.euz(true).exactOptional(),
    rows: count,
})
    .refine(({ lower, upper }) => (0,range/* compareBounds */.H1)(lower, upper) < 0, 'ends before it begins');
const table = schemas/* object */.Ikc({
    table: json_grammar_name,
    keyColumn: words,
    keyType: schemas/* enum */.k5n(['timestamptz', 'timestamp', 'date']),
});
const time = { fromMs: milliseconds, toMs: milliseconds };
const step = schemas/* int */.Whr().min(0);
const locks = schemas/* object */.Ikc({
    steps: list(schemas/* object */.Ikc({ pass: words, step: words, ...time }), 1_000),
    held: list(schemas/* object */.Ikc({
        step,
        table: json_grammar_name,
        parent: json_grammar_name.exactOptional(),
        mode: schemas/* enum */.k5n(['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']),
        ...time,
        rows: count.exactOptional(),
        statement: words,
        location: json_grammar_location.exactOptional(),
    }), 1_000),
    unlisted: count,
    stalls: list(schemas/* object */.Ikc({ step, table: json_grammar_name, stops: schemas/* enum */.k5n(['writers', 'readers and writers']), ...time }), 1_000),
})
    .refine(({ steps, held, stalls }) => [...steps, ...held, ...stalls].every(({ fromMs, toMs }) => fromMs <= toMs) &&
    [...held, ...stalls].every((one) => one.step < steps.length), 'holds times or steps that are none');
const scenario = schemas/* object */.Ikc({
    name: json_grammar_name,
    server: version.exactOptional(),
    verdict,
    durationMs: milliseconds,
    tables: schemas/* object */.Ikc({ before: list(table, 10_000), after: list(table, 10_000) }),
    before: list(partition, 100_000),
    after: list(partition, 100_000),
    rows: schemas/* object */.Ikc({ before: count, after: count, lost: count, duplicated: count, changed: count }),
    exclusiveLockMs: milliseconds.exactOptional(),
    locks: locks.exactOptional(),
    checks: list(check, 2_000),
    notes: list(words, 10_000),
    waived: list(words, 10_000).exactOptional(),
});
const shard = schemas/* object */.Ikc({
    index: schemas/* int */.Whr().min(1).max(9_999),
    of: schemas/* int */.Whr().min(1).max(9_999),
    scenarios: list(json_grammar_name, 10_000),
});
const date = schemas/* string */.YjP()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/)
    .transform((text, context) => {
    const read = new Date(text);
    if (!Number.isNaN(read.getTime()))
        return read;
    context.addIssue({ code: 'custom', message: 'is no instant' });
    return core/* NEVER */.tm;
});
/** A report of whatever schema. */
const ANY_REPORT = schemas/* object */.Ikc({
    schema: schemas/* int */.Whr().min(1),
    tool: schemas/* object */.Ikc({ name: schemas/* literal */.euz('partition-guard') }),
});
const REPORT = schemas/* object */.Ikc({
    tool: schemas/* object */.Ikc({ version: schemas/* string */.YjP().regex(/^[\w.+-]{1,100}$/) }),
    verdict,
    seed: count,
    rows: count,
    startedAt: date,
    durationMs: milliseconds,
    server: schemas/* object */.Ikc({ kind: schemas/* enum */.k5n(['embedded', 'testcontainers', 'url']), version }),
    failOn: severity,
    shard: shard.refine(({ index, of }) => index <= of, 'is no share'),
    replayOptions: list(words, 1_000),
    migrations: list(schemas/* object */.Ikc({
        folder: words,
        files: count,
        filesUnderTest: count,
        firstUnderTest: json_grammar_name.exactOptional(),
        digest: words.exactOptional(),
    }), 10_000),
    release: schemas/* string */.YjP()
        .regex(/^sha256:[0-9a-f]{64}$/)
        .exactOptional(),
    underTest: schemas/* string */.YjP()
        .regex(/^(?:none|\d{1,6}(?:-\d{1,6})?(?:,\d{1,6}(?:-\d{1,6})?)*)$/)
        .exactOptional(),
    configurationDigest: words.exactOptional(),
    tables: list(json_grammar_name, 10_000),
    notes: list(words, 10_000),
    scenarios: list(scenario, 5_000),
});

// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var report_words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./report/read-json.js






/** The schema that this version writes and reads. */
const SCHEMA = 1;
const LONGEST_REPORT = 64_000_000;
const DEEPEST = 32;
const MOST_LINES = 10;
/**
 * @param name of the file, as it is to be shown.
 * @throws OperatorError with a line for each of the first faults.
 */
function readJsonReport(text, name) {
    const shown = (0,printable/* printable */.g$)(name);
    const value = parse(text, shown);
    const any = ANY_REPORT.safeParse(value, { error: describe });
    if (!any.success)
        throw notOurs(shown);
    if (any.data.schema !== SCHEMA)
        throw ofOtherSchema(shown, any.data.schema);
    const read = REPORT.safeParse(value, { error: describe });
    if (!read.success)
        throw refused(faults(read.error.issues).map((fault) => `${shown}: ${fault}`));
    const doubled = doubledLabel(read.data.scenarios);
    if (doubled !== undefined)
        throw refused([`${shown}: holds the scenario ${(0,printable/* printable */.g$)(doubled)} twice`]);
    return resultOf(read.data, shown);
}
function parse(text, name) {
    if (text.length > LONGEST_REPORT)
        throw refused([`${name}: is longer than ${(0,wording/* thousands */.oh)(LONGEST_REPORT)} characters`]);
    if (isTooDeep(text))
        throw refused([`${name}: holds more than ${DEEPEST} levels`]);
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        throw refused([`${name}: is not JSON`]);
    }
}
/** Counted before anything is made of the text. */
function isTooDeep(text) {
    let depth = 0;
    let isQuoted = false;
    for (let i = 0; i < text.length; i += 1) {
        const sign = text[i];
        if (isQuoted) {
            if (sign === '\\')
                i += 1;
            else if (sign === '"')
                isQuoted = false;
        }
        else if (sign === '"')
            isQuoted = true;
        else if (sign === '[' || sign === '{')
            depth += 1;
        else if (sign === ']' || sign === '}')
            depth -= 1;
        if (depth > DEEPEST)
            return true;
    }
    return false;
}
/** `scenarios[2].checks[0].verdict must be pass or fail`. */
function faults(issues) {
    const told = issues.slice(0, MOST_LINES).map(({ path, message }) => {
        const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
        return `${place.replace(/^\./, '')} ${message}`.trim();
    });
    const more = issues.length - told.length;
    return more > 0 ? [...told, `and ${(0,wording/* count */.U9)(more, 'more fault')}`] : told;
}
function doubledLabel(scenarios) {
    const seen = new Set();
    for (const scenario of scenarios) {
        const key = JSON.stringify([scenario.name, scenario.server ?? null]);
        if (seen.has(key))
            return (0,report_words/* labelOf */.Wy)(scenarioFacts(scenario));
        seen.add(key);
    }
    return undefined;
}
const scenarioFacts = ({ name, server }) => ({
    name,
    ...(server === undefined ? {} : { server }),
});
function resultOf(report, name) {
    const { tool, verdict: claimed, scenarios, notes, ...facts } = report;
    const read = scenarios.map((scenario) => scenarioOf(scenario, { name, failOn: facts.failOn }));
    const verdict = worstOf(read.map((scenario) => scenario.verdict));
    const claims = scenarios.flatMap((scenario, i) => {
        const judged = read[i]?.verdict;
        return judged === undefined || judged === scenario.verdict
            ? []
            : [contradiction(name, (0,report_words/* labelOf */.Wy)(scenarioFacts(scenario)), scenario.verdict, judged)];
    });
    const own = (0,domain_verdict/* worstVerdict */.zP)([claimed, verdict]) === claimed ? [] : [contradiction(name, 'the run', claimed, verdict)];
    return {
        ...facts,
        toolVersion: tool.version,
        verdict: (0,domain_verdict/* worstVerdict */.zP)([claimed, verdict]),
        scenarios: read,
        notes: [...notes, ...[...own, ...claims].slice(0, MOST_LINES)],
    };
}
const contradiction = (name, what, claimed, judged) => `${name} calls ${what} ${claimed}; by its checks it is ${judged}.`;
/** What holds nothing proves nothing. */
const worstOf = (verdicts) => verdicts.length === 0 ? 'inconclusive' : (0,domain_verdict/* worstVerdict */.zP)(verdicts);
function scenarioOf({ verdict: claimed, tables, before, after, ...facts }, { name, failOn }) {
    const judged = worstOf(facts.checks.map((check) => (0,domain_verdict/* verdictThatCounts */.jg)(check, failOn)));
    const where = `${name}: ${facts.name}`;
    return {
        ...facts,
        // It may be worse than its checks tell, as where something was not played; never better.
        verdict: (0,domain_verdict/* worstVerdict */.zP)([claimed, judged]),
        before: layoutsOf(tables.before, before, `${where}: before`),
        after: layoutsOf(tables.after, after, `${where}: after`),
    };
}
function layoutsOf(tables, partitions, where) {
    const byTable = new Map(tables.map(({ table }) => [table, []]));
    if (byTable.size < tables.length)
        throw refused([`${where} holds a table twice`]);
    for (const { partition, table, lower, upper, rows, ...one } of partitions) {
        const own = byTable.get(table);
        if (!own)
            throw refused([`${where} holds a partition of a table that tables does not`]);
        // Which partition was kept and which made anew is the catalog's own knowledge, and not written down.
        const facts = { name: partition, oid: 0, rows };
        if (!one.default)
            own.push({ kind: 'range', ...facts, range: { lower, upper } });
        else if (!own.some(({ kind }) => kind === 'default'))
            own.push({ kind: 'default', ...facts });
        else
            throw refused([`${where} holds two default partitions of one table`]);
    }
    return tables.map((facts) => ({ ...facts, partitions: byTable.get(facts.table) ?? [] }));
}
const refused = (lines) => new operator_error/* OperatorError */.n(lines.map(printable/* printable */.g$).join('\n'), {
    code: 'report-refused',
    hint: 'Give reports as this version of partition-guard writes them with --json.',
});
const notOurs = (name) => new operator_error/* OperatorError */.n(`${name}: is no report of partition-guard`, {
    code: 'report-refused',
    hint: 'Name the files that validate wrote with --json, or a folder that holds no other JSON files.',
});
const ofOtherSchema = (name, schema) => new operator_error/* OperatorError */.n(`${name}: is of schema ${schema}, and this version reads schema ${SCHEMA}`, {
    code: 'report-of-other-schema',
    hint: 'Read it with the version of partition-guard that wrote it, or a later one.',
});

;// CONCATENATED MODULE: ./report-sources.js
/** Finds JSON reports by files, folders and patterns, and reads them; a folder may be a stranger's. */





const MOST_FILES = 2_000;
const MOST_BYTES = 256_000_000;
const MOST_ENTRIES = 20_000;
const report_sources_DEEPEST = 16;
/**
 * @param paths files, folders (all `*.json` in them, at any depth), and patterns with `*`, `**` and `?`.
 * @throws OperatorError with a line for each path that leads to nothing, or for the first that is not to be walked.
 */
async function findReports(paths, cwd) {
    const found = [];
    const mistakes = [];
    for (const path of paths) {
        const files = await filesAt(path, cwd);
        if (typeof files === 'string')
            mistakes.push(`${path}: ${files}`);
        else
            found.push(...files.map((file) => ({ name: nameOf(file, cwd), file })));
    }
    if (found.length > MOST_FILES)
        throw notWalked(`more than ${(0,wording/* thousands */.oh)(MOST_FILES)} reports are given`);
    const twice = found.filter(({ file }, i) => found.findIndex((other) => other.file === file) !== i);
    mistakes.push(...new Set(twice.map(({ name }) => `${name}: is given twice`)));
    if (mistakes.length > 0) {
        throw new operator_error/* OperatorError */.n(mistakes.join('\n'), {
            code: 'reports-not-found',
            hint: 'Name the JSON reports, each once, or the folders that they are in.',
        });
    }
    return found;
}
/** @throws OperatorError with the lines of every report that can't be read. */
async function readReports(sources) {
    const results = [];
    const refused = [];
    let room = MOST_BYTES;
    for (const source of sources) {
        try {
            room -= (await (0,promises_.stat)(source.file)).size;
            if (room < 0)
                throw unreadable(source, `is one too many: all are longer than ${(0,wording/* thousands */.oh)(MOST_BYTES)} bytes`);
            results.push(readJsonReport(await textOf(source), source.name));
        }
        catch (error) {
            if (!(error instanceof operator_error/* OperatorError */.n))
                throw error;
            refused.push(error);
            if (room < 0)
                break;
        }
    }
    const [first] = refused;
    if (!first)
        return results;
    throw new operator_error/* OperatorError */.n(refused.map(({ message }) => message).join('\n'), {
        code: first.code,
        hint: first.hint,
    });
}
async function textOf(source) {
    const { size } = await (0,promises_.stat)(source.file);
    if (size > LONGEST_REPORT)
        throw unreadable(source, `is longer than ${(0,wording/* thousands */.oh)(LONGEST_REPORT)} bytes`);
    const bytes = await (0,promises_.readFile)(source.file).catch((cause) => {
        throw unreadable(source, `can't be read: ${cause.message}`);
    });
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw unreadable(source, 'holds bytes that are not UTF-8');
    }
}
const unreadable = ({ name }, what) => new operator_error/* OperatorError */.n(`${name}: ${what}`, {
    code: 'report-unreadable',
    hint: 'Give reports as this version of partition-guard writes them with --json.',
});
const nameOf = (file, cwd) => {
    const name = (0,external_node_path_.relative)(cwd, file).split(external_node_path_.sep).join('/');
    return name === '' || name.startsWith('../') ? file : name;
};
/** Whole paths in the order of their names; or what is wrong with the path. */
async function filesAt(path, cwd) {
    const whole = (0,external_node_path_.resolve)(cwd, path);
    const there = await (0,promises_.stat)(whole).catch(() => undefined);
    if (there?.isFile())
        return [whole];
    if (there?.isDirectory()) {
        const files = (await filesBelow(whole)).filter((file) => file.endsWith('.json'));
        return files.length > 0 ? files : 'holds no *.json';
    }
    if (there)
        return 'is neither a file nor a folder';
    if (!/[*?]/.test(path))
        return 'there is no such file or folder';
    const files = await filesLike(path, cwd);
    return files.length > 0 ? files : 'no file is named like that';
}
async function filesLike(path, cwd) {
    const parts = path.split(/[\\/]/);
    const fixed = parts.slice(0, parts.findIndex((part) => /[*?]/.test(part)));
    const folder = (0,external_node_path_.resolve)(cwd, fixed.join('/') || (path.startsWith('/') ? '/' : '.'));
    if (!(await (0,promises_.stat)(folder).catch(() => undefined))?.isDirectory())
        return [];
    const pattern = patternOf(parts.slice(fixed.length));
    return (await filesBelow(folder)).filter((file) => pattern.test((0,external_node_path_.relative)(folder, file).split(external_node_path_.sep).join('/')));
}
function patternOf(parts) {
    const source = parts.map((part, i) => {
        if (part === '**')
            return i === parts.length - 1 ? '.*' : '(?:[^/]+/)*';
        const one = part
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replace(/\*+/g, '[^/]*')
            .replace(/\?/g, '[^/]');
        return i === parts.length - 1 ? one : `${one}/`;
    });
    return new RegExp(`^${source.join('')}$`);
}
/**
 * Nothing is left out in silence: it could be what fails. Links are not followed, because what was unpacked there may
 * lead anywhere.
 */
async function filesBelow(folder, walk = { seen: 0, depth: 0 }) {
    if (walk.depth > report_sources_DEEPEST)
        throw notWalked(`${folder}: lies more than ${report_sources_DEEPEST} folders deep`);
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch((cause) => {
        throw notWalked(`${folder}: can't be read: ${cause.message}`);
    });
    const files = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        walk.seen += 1;
        if (walk.seen > MOST_ENTRIES)
            throw notWalked(`more than ${(0,wording/* thousands */.oh)(MOST_ENTRIES)} files are there`);
        if (entry.isFile())
            files.push(path);
        else if (entry.isDirectory()) {
            walk.depth += 1;
            files.push(...(await filesBelow(path, walk)));
            walk.depth -= 1;
        }
        else if (entry.name.endsWith('.json'))
            throw notWalked(`${path}: is a link, or no file`);
    }
    return files;
}
const notWalked = (message) => new operator_error/* OperatorError */.n(message, {
    code: 'reports-not-found',
    hint: 'Name the JSON reports one by one, or a folder that holds nothing else.',
});


/***/ }),

/***/ 84759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ renderClosing),
/* harmony export */   nB: () => (/* binding */ renderScenarioLine),
/* harmony export */   vO: () => (/* binding */ renderFindings),
/* harmony export */   wZ: () => (/* binding */ renderHeader)
/* harmony export */ });
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39654);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50893);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85288);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55896);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70975);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _only_on_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19367);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27066);
/** The run's result on a terminal: a header, a line a scenario, the findings in full, and the verdict. */








const SERVER_KIND = { embedded: 'embedded', testcontainers: 'Docker', url: 'your server' };
const NAME_WIDTH = 38;
/** With the server that the scenario was played on. */
const LABEL_WIDTH = 63;
const EXAMPLES = 5;
const TEXT_LENGTH = 1_000;
const LINE_LENGTH = 240;
/** Which tool, server, seed and migrations. */
function renderHeader(facts, { paint }) {
    const { version, kind } = facts.server;
    const server = `PostgreSQL ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(version)}${kind === undefined ? '' : ` (${SERVER_KIND[kind]})`}`;
    const head = [
        paint.bold(`partition-guard ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(facts.toolVersion)}`),
        server,
        `seed ${facts.seed}`,
        `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(facts.rows, 'row')} a scenario`,
    ].join(' · ');
    const folders = facts.migrations.map((m) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(m.folder));
    const folderWidth = Math.max(0, ...folders.map((folder) => folder.length));
    const lines = facts.migrations.map((summary, i) => `${i === 0 ? 'migrations' : '          '}  ${(folders[i] ?? '').padEnd(folderWidth)}   ${filesOf(summary)}`);
    const majors = facts.majors === undefined ? [] : [`majors      ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(facts.majors)}`];
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)([head, ...lines, ...majors, '']);
}
function filesOf({ files, filesUnderTest }) {
    const them = files === 1 ? 'it' : 'them';
    if (files === 0)
        return 'no files';
    if (filesUnderTest === 0)
        return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, none of ${them} under test`;
    if (filesUnderTest === files)
        return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, all of ${them} under test`;
    return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(filesUnderTest)} under test`;
}
/** One line: how the scenario went. */
function renderScenarioLine(scenario, { paint }) {
    const title = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .labelOf */ .Wy)(scenario))).padEnd(scenario.server === undefined ? NAME_WIDTH : LABEL_WIDTH);
    const change = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionsChange */ .G9)(scenario);
    const lock = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .exclusiveLock */ .Og)([scenario]);
    const details = [
        ...((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .keepsRows */ .wj)(scenario) ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(scenario.rows.before, 'row')} kept`] : []),
        ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowFaults */ .Kh)(scenario).map(paint.red),
        ...(change === undefined ? [] : [change]),
        ...(lock === undefined ? [] : [lock]),
        ...outcomes(scenario, paint),
    ];
    const time = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(scenario.durationMs).padStart(7);
    return `  ${markOf(scenario, paint)} ${title} ${time}${details.length > 0 ? `   ${details.join(' · ')}` : ''}\n`;
}
const ROW_CHECKS = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'];
/** The checks that did not pass, where the rows' numbers do not tell it already. */
function outcomes(scenario, paint) {
    const told = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowFaults */ .Kh)(scenario).length > 0 ? ROW_CHECKS : [];
    const failing = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'failure').filter((id) => !told.includes(id));
    const open = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'inconclusive');
    const warnings = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'warning');
    const list = (ids) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(ids, 4));
    return [
        ...(failing.length > 0 ? [paint.red(`${list(failing)} ${failing.length === 1 ? 'fails' : 'fail'}`)] : []),
        ...(open.length > 0 ? [paint.yellow(`${list(open)} inconclusive`)] : []),
        ...(warnings.length > 0 ? [paint.yellow(`warning: ${list(warnings)}`)] : []),
    ];
}
function markOf(scenario, paint) {
    if (scenario.verdict === 'fail')
        return paint.red('✖');
    if (scenario.verdict === 'inconclusive')
        return paint.yellow('?');
    return (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'warning').length > 0 ? paint.yellow('⚠') : paint.green('✔');
}
/** Every finding in full, each once; empty where there are none. */
function renderFindings(result, options) {
    const findings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .W)(result);
    return findings.map((finding) => `\n${renderFinding(finding, options)}`).join('');
}
function renderFinding({ kind, check, scenarios }, { paint, width }) {
    const colour = {
        failure: paint.red,
        inconclusive: paint.yellow,
        warning: paint.yellow,
    };
    const mark = { failure: '✖', inconclusive: '?', warning: '⚠' };
    const [first, ...others] = scenarios;
    const { statement, examples, unlisted = 0 } = check.evidence;
    const heading = [
        `${colour[kind](`${mark[kind]} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(check.id)}`)}${paint.dim(` in ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1)(first))}`)}`,
        ...(check.location ? [paint.bold((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_domain_location_js__WEBPACK_IMPORTED_MODULE_6__/* .formatLocation */ .j)(check.location)))] : []),
        ...(statement ? [(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(statement), LINE_LENGTH)] : []),
    ].join('   ');
    const shown = examples.slice(0, EXAMPLES).map((line) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(line), LINE_LENGTH));
    const more = examples.length - shown.length + unlisted;
    const advice = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(check.remedy), TEXT_LENGTH);
    const remedy = (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(kind === 'inconclusive' ? advice : withPage(advice, check.id), 8, width);
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)([
        `    ${heading}`,
        ...(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printableLines */ .fk)(check.message).flatMap((line) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(line, TEXT_LENGTH), 6, width)),
        ...shown.map((line) => `        ${line}`),
        ...(shown.length > 0 && more > 0 ? [paint.dim(`        … and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(more)} more`)] : []),
        ...remedy.map((line, i) => (i === 0 ? line.replace(/^ {8}/, '      → ') : line)),
        ...(others.length > 0
            ? (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(`also in ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(others.map(_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1), 6))}`, 6, width).map(paint.dim)
            : []),
    ]);
}
/** The last sentence leads to the page on the check; what is no sentence stays as it is. */
const withPage = (remedy, id) => remedy.endsWith('.') ? `${remedy.slice(0, -1)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .pageOf */ .ZZ)(id)}` : remedy;
/** The verdict, what it rests on and how to replay it; then the notes, dimmed. */
function renderClosing(result, { paint, width }) {
    const verdictLine = {
        pass: () => `${paint.green(paint.bold('PASS'))}  ${passed(result)}`,
        inconclusive: () => `${paint.yellow(paint.bold('INCONCLUSIVE'))}  ${unproven(result, 'inconclusive')}`,
        fail: () => `${paint.red(paint.bold('FAIL'))}  ${unproven(result, 'fail')}`,
    }[result.verdict]();
    const notes = result.notes.flatMap(_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printableLines */ .fk).flatMap((note) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(note, 8, width));
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)(['', `  ${verdictLine}`, ...notes, ...asides(result, width).map(paint.dim)]);
}
function passed(result) {
    const scenarios = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenarioCount */ .wk)(result);
    const rows = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsAccountedFor */ .vJ)(result);
    if ((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .judgesNothing */ .uF)(result))
        return `Nothing to judge: no table is partitioned by range. ${scenarios}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(result.durationMs)}`;
    return `${scenarios}, ${rows > 0 ? `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'row')} accounted for` : 'no rows to account for'}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(result.durationMs)}`;
}
function unproven(result, verdict) {
    const concerned = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenariosWith */ ._q)(result, verdict);
    const [first] = concerned;
    const on = (0,_only_on_js__WEBPACK_IMPORTED_MODULE_7__/* .serversTold */ .S5)(result, verdict);
    const of = `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(concerned.length)} of ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenarioCount */ .wk)(result)}${on}`;
    const told = verdict === 'fail' ? `${of}.` : `${of} could not be judged.`;
    return first ? `${told} Replay one: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .replayCommand */ .Pi)(result, (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .labelOf */ .Wy)(first)))}` : told;
}
/** What was not judged, grouped over the scenarios. */
function asides(result, width) {
    const everywhere = result.scenarios.length;
    const notes = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .groupedNotes */ .WX)(result).map(({ note, scenarios }) => {
        const told = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(note), TEXT_LENGTH);
        if (scenarios.length === everywhere && everywhere > 1)
            return told;
        return `${told} (${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(scenarios.map(_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1), 3))})`;
    });
    const idle = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .neverApplicable */ .Mn)(result);
    const lines = [
        ...notes,
        ...(idle.length > 0 ? [`not applicable here: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(idle.join(', '))}`] : []),
    ];
    return lines.flatMap((line) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(line, 8, width));
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


/***/ })

};
