export const id = 1956;
export const ids = [1956];
export const modules = {

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

/***/ 8140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ mergeResults),
  d: () => (/* binding */ withoutUnprovenPass)
});

// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./domain/verdict.js
var verdict = __webpack_require__(29820);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./report/merge-differences.js


const TEXT_LENGTH = 200;
const FACTS = [
    ['version of partition-guard', ({ toolVersion }) => toolVersion],
    ['seed', ({ seed }) => String(seed)],
    ['number of rows', ({ rows }) => String(rows)],
    ['severity that fails the run', ({ failOn = 'error' }) => failOn],
    ['kind of server', ({ server }) => server.kind],
    ['options', ({ replayOptions }) => withoutMajor(replayOptions).join(' ') || 'none'],
];
/** A line for each. */
function differencesOf(results) {
    const facts = FACTS.flatMap(([what, of]) => {
        const values = [...new Set(results.map(of))].sort();
        if (values.length < 2)
            return [];
        return [
            `the reports differ in their ${what}: ${(0,words/* listed */.KE)(values.map((value) => (0,printable/* clip */.$Q)(value, TEXT_LENGTH)))}`,
        ];
    });
    const migrations = new Set(results.map(({ migrations, release = '' }) => JSON.stringify([release, migrations.map(migrationsOf)])));
    const rules = new Set(results.map(({ configurationDigest = '' }) => configurationDigest));
    return [
        ...facts,
        ...(migrations.size > 1 ? ['the reports are not of the same migrations'] : []),
        ...(rules.size > 1 ? ['the reports were not judged by the same configuration'] : []),
    ];
}
const migrationsOf = ({ folder, files, filesUnderTest, digest = '' }) => [
    folder,
    files,
    filesUnderTest,
    digest,
];
/** The options without the major of the server. */
const withoutMajor = (options) => options.filter((word, i) => word !== '--postgres' && options[i - 1] !== '--postgres');

// EXTERNAL MODULE: ./report/runway-notes.js
var runway_notes = __webpack_require__(16719);
;// CONCATENATED MODULE: ./report/uneven-notes.js

const MOST_NAMES = 9;
/** One for each server that lacks some; nothing where a result is of one server. */
function unevenNotes(scenarios) {
    const servers = [...new Set(scenarios.flatMap(({ server }) => server ?? []))];
    const names = [...new Set(scenarios.map(({ name }) => name))];
    return servers.flatMap((server) => {
        const played = new Set(scenarios.filter((one) => one.server === server).map(({ name }) => name));
        const lacking = names.filter((name) => !played.has(name));
        return lacking.length === 0
            ? []
            : [
                `Played on other majors, not on PostgreSQL ${server}: ${(0,words/* listedUpTo */.MH)(lacking, MOST_NAMES)}. Nothing is known of them there.`,
            ];
    });
}

;// CONCATENATED MODULE: ./report/merge-results.js
/** Joins the results of all shares of a run, and of runs on several majors, into one; nothing is lost or doubled in silence. */






/**
 * The same whatever the order of the results.
 * @throws OperatorError with a line for each mistake: what differs, what is missing, what is there twice.
 */
function mergeResults(results) {
    const parts = results.flatMap(partsOf).sort(byServerAndShare);
    const servers = [...new Set(parts.map(({ server }) => server))];
    const groups = servers.map((server) => parts.filter((part) => part.server === server));
    const mistakes = [
        ...differencesOf(results),
        ...results.flatMap(unjoined),
        ...groups.flatMap((group) => shareMistakes(group, servers.length > 1)),
    ];
    if (mistakes.length > 0)
        throw refused(mistakes);
    const [first = results[0]] = parts.map(({ result }) => result);
    const names = [...new Set(groups.flatMap(([part]) => part?.share.scenarios ?? []))];
    const scenarios = names.flatMap((name) => groups.flatMap((group) => played(group, name, servers.length > 1)));
    const inOrder = [...new Set(parts.map(({ result }) => result))];
    return {
        ...first,
        verdict: scenarios.length === 0 ? 'inconclusive' : (0,verdict/* worstVerdict */.zP)(verdictsIn(inOrder, scenarios)),
        startedAt: new Date(Math.min(...inOrder.map(({ startedAt }) => startedAt.getTime()))),
        durationMs: inOrder.reduce((sum, { durationMs }) => sum + durationMs, 0),
        server: { kind: first.server.kind, version: (0,words/* listed */.KE)(servers) },
        shard: { index: 1, of: 1, scenarios: names },
        replayOptions: servers.length > 1 ? withoutMajor(first.replayOptions) : first.replayOptions,
        tables: [...new Set(inOrder.flatMap(({ tables }) => tables))],
        scenarios,
        notes: [...new Set([...(0,runway_notes/* runwayNotes */.E)(scenarios), ...unevenNotes(scenarios), ...inOrder.flatMap(ownNotes)])],
    };
}
/** A file may hold whatever somebody wrote: where no check of any scenario judged anything, nothing is proven. */
function withoutUnprovenPass(result) {
    const checks = result.scenarios.flatMap((scenario) => scenario.checks);
    if (checks.some(({ verdict }) => verdict !== 'not-applicable'))
        return result;
    return {
        ...result,
        verdict: (0,verdict/* worstVerdict */.zP)([result.verdict, 'inconclusive']),
        notes: [...result.notes, 'No check of any scenario judged anything: nothing is proven.'],
    };
}
/** Those that are not made anew of all scenarios. */
const ownNotes = (result) => {
    const earlier = unevenNotes(result.scenarios);
    return (0,runway_notes/* otherThanRunway */.S)(result).filter((note) => !earlier.includes(note));
};
const verdictsIn = (results, scenarios) => [...results, ...scenarios].map(({ verdict }) => verdict);
/** One for each server of a result that is joined already. */
function partsOf(result) {
    const servers = new Set(result.scenarios.flatMap(({ server }) => server ?? []));
    const share = result.shard ?? { index: 1, of: 1, scenarios: namesOf(result.scenarios) };
    if (servers.size === 0) {
        return [{ server: result.server.version, share, scenarios: result.scenarios, result }];
    }
    return [...servers].map((server) => {
        const own = result.scenarios.filter((scenario) => scenario.server === server);
        return {
            server,
            share: { index: 1, of: 1, scenarios: namesOf(own) },
            scenarios: own.map(withoutServer),
            result,
        };
    });
}
const namesOf = (scenarios) => scenarios.map(({ name }) => name);
function withoutServer(scenario) {
    const copy = { ...scenario };
    delete copy.server;
    return copy;
}
/** What is joined must still hold all that it was joined of, each of one server. */
function unjoined({ scenarios, shard }) {
    const joined = scenarios.filter(({ server }) => server !== undefined);
    if (joined.length === 0)
        return [];
    const names = new Set(namesOf(joined));
    const lacking = (shard?.scenarios ?? []).filter((name) => !names.has(name));
    return [
        ...(joined.length < scenarios.length ? ['a joined report holds scenarios of no server'] : []),
        ...(shard && shard.of > 1 ? ['a joined report says that it is a share'] : []),
        ...(lacking.length > 0 ? [`a joined report lacks ${scenariosOf(lacking)}`] : []),
    ];
}
function byServerAndShare(a, b) {
    const [left, right] = [a, b].map(({ server }) => server.split('.').map(Number));
    for (const [i, number] of (left ?? []).entries()) {
        const difference = number - (right?.[i] ?? -1);
        if (difference !== 0 && !Number.isNaN(difference))
            return difference;
    }
    return a.server < b.server ? -1 : a.server > b.server ? 1 : a.share.index - b.share.index;
}
/** @param group the parts of one server, by share. */
function shareMistakes(group, isOneOfSeveral) {
    const [first] = group;
    if (!first)
        return [];
    const on = ` on PostgreSQL ${first.server}`;
    const sizes = [...new Set(group.map(({ share }) => share.of))];
    if (sizes.length > 1)
        return [`shares of ${(0,words/* listed */.KE)(sizes.map(String))} are given${on}: they are not of one run`];
    const [of = 1] = sizes;
    const nameOf = (index) => of === 1 ? `the whole run${on}` : `the share ${index}/${of}${on}`;
    const twice = new Set(group.map(({ share }) => share.index).filter((index, i, all) => all.indexOf(index) !== i));
    const given = new Set(group.map(({ share }) => share.index));
    const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !given.has(index));
    const hint = isOneOfSeveral ? ': shares of one run are of one version of the server' : '';
    const lists = new Set(group.map(({ share }) => JSON.stringify(share.scenarios)));
    return [
        ...[...twice].map((index) => `${nameOf(index)} is given twice`),
        ...(missing.length > 0 ? [`${missingShares(missing, of)}${on}${are(missing)} missing${hint}`] : []),
        ...(lists.size > 1
            ? [`the shares${on} are not of the same scenarios`]
            : group.flatMap((part) => contents(part, nameOf))),
    ];
}
function missingShares(missing, of) {
    const told = missing.map((index) => `${index}/${of}`);
    return `the share${missing.length === 1 ? '' : 's'} ${(0,words/* listedUpTo */.MH)(told, 9)}`;
}
const are = (items) => (items.length === 1 ? ' is' : ' are');
/** A share is every Nth scenario: no more, no less. */
function contents({ share, scenarios }, nameOf) {
    const due = share.scenarios.filter((_, i) => i % share.of === share.index - 1);
    const names = namesOf(scenarios);
    const lacking = due.filter((name) => !names.includes(name));
    const strange = names.filter((name, i) => !due.includes(name) || names.indexOf(name) !== i);
    return [
        ...(lacking.length > 0 ? [`${nameOf(share.index)} lacks ${scenariosOf(lacking)}`] : []),
        ...(strange.length > 0
            ? [`${nameOf(share.index)} holds ${scenariosOf(strange)}, which it has no part in`]
            : []),
    ];
}
const scenariosOf = (names) => `the scenario${names.length === 1 ? '' : 's'} ${(0,words/* listedUpTo */.MH)(names, 5)}`;
/** The scenario of that name on the group's server, where it was played there. */
function played(group, name, isOneOfSeveral) {
    return group.flatMap(({ server, scenarios }) => scenarios
        .filter((scenario) => scenario.name === name)
        .map((scenario) => (isOneOfSeveral ? { ...scenario, server } : scenario)));
}
const refused = (mistakes) => new operator_error/* OperatorError */.n([...new Set(mistakes)].join('\n'), {
    code: 'reports-do-not-fit',
    hint: 'Give the JSON reports of all shares of one run, each once, and where majors are compared those of each major.',
});


/***/ })

};
