export const id = 3455;
export const ids = [3455];
export const modules = {

/***/ 29820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jg: () => (/* binding */ verdictThatCounts),
/* harmony export */   zP: () => (/* binding */ worstVerdict)
/* harmony export */ });
/* unused harmony export worstCheckVerdict */
/** Verdicts and their order: the worst wins. */
const ORDER = {
    'not-applicable': 0,
    pass: 1,
    inconclusive: 2,
    fail: 3,
};
/** What a check's verdict does to its scenario's: a warning fails it only where the run is told to fail on warnings. */
function verdictThatCounts({ verdict, severity }, failOn) {
    if (verdict === 'not-applicable')
        return 'pass';
    return verdict === 'fail' && severity === 'warning' && failOn === 'error' ? 'pass' : verdict;
}
/** The worst of several; not-applicable counts as pass, and so does nothing at all. */
function worstVerdict(verdicts) {
    let worst = 'pass';
    for (const verdict of verdicts)
        if (ORDER[verdict] > ORDER[worst])
            worst = verdict;
    return worst === 'not-applicable' ? 'pass' : worst;
}
/** The worst of several, kept as not-applicable where none judged anything. */
function worstCheckVerdict(verdicts) {
    let worst = 'not-applicable';
    for (const verdict of verdicts)
        if (ORDER[verdict] > ORDER[worst])
            worst = verdict;
    return worst;
}


/***/ }),

/***/ 50893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   W: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _domain_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50896);
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39654);
/* harmony import */ var _only_on_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19367);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27066);
/** The findings of a run, each told once with all the scenarios that it was met in. */




/** Checks in the order of what they mean for the rows; others come after. */
const GRAVITY = [
    'migration-applies',
    'no-row-lost',
    'no-row-duplicated',
    'no-row-changed',
    'no-overlap',
    'no-gap',
    'interval-applied',
    'default-empty',
    'idempotent',
    'no-silent-skip',
    'no-lock-leak',
    'runway',
    'lock-budget',
];
const KINDS = ['failure', 'inconclusive', 'warning'];
/** What a check's result is worth telling as, if it is. */
function kindOf(check) {
    if (check.verdict === 'inconclusive')
        return check.severity === 'error' ? 'inconclusive' : 'warning';
    if (check.verdict !== 'fail')
        return undefined;
    return check.severity === 'error' ? 'failure' : 'warning';
}
/** Every finding: failures, then what is inconclusive, then warnings, the gravest first. */
function findingsOf(result) {
    const found = new Map();
    for (const scenario of result.scenarios) {
        const label = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(scenario);
        for (const check of scenario.checks) {
            const kind = kindOf(check);
            if (!kind)
                continue;
            const key = identityOf(kind, check);
            const known = found.get(key);
            if (!known)
                found.set(key, { kind, check, scenarios: [label], servers: new Set() });
            else if (!known.scenarios.includes(label))
                known.scenarios.push(label);
            if (scenario.server !== undefined)
                found.get(key)?.servers.add(scenario.server);
        }
    }
    const all = new Set(result.scenarios.flatMap((scenario) => scenario.server ?? []));
    return [...found.values()]
        .map((met) => tellServers(met, result, all))
        .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || gravityOf(a) - gravityOf(b));
}
/** What only some servers showed says so itself, wherever it is told; where others were not looked at, that. */
function tellServers({ kind, check, scenarios, servers }, result, all) {
    if (servers.size === 0 || servers.size === all.size)
        return { kind, check, scenarios };
    const names = (0,_only_on_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(all);
    const told = (versions) => versions.map((one) => names.get(one) ?? one);
    const onlyOn = told([...servers]);
    const on = `PostgreSQL ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(onlyOn)}`;
    if (check.message.includes(`${on} was not judged`))
        return { kind, check, scenarios, onlyOn };
    const unseen = told((0,_only_on_js__WEBPACK_IMPORTED_MODULE_2__/* .unseenOn */ .M5)(result, check.id, servers));
    const said = /[^.!?…]$/.test(check.message) ? `${check.message}.` : check.message;
    const where = unseen.length === 0
        ? `Found on ${on} only.`
        : `Found on ${on}; it was not looked for in all of that on ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(unseen)}.`;
    const message = `${said} ${where}`.trim();
    return {
        ...{ kind, check: { ...check, message }, scenarios },
        ...(unseen.length === 0 ? { onlyOn } : {}),
    };
}
function gravityOf(finding) {
    const index = GRAVITY.indexOf(finding.check.id);
    return index === -1 ? GRAVITY.length : index;
}
const VARIABLE = new RegExp(`\\d+|${_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERVAL_NAMES */ .Lm.join('|')}`, 'g');
/** Findings are one where a check blames one statement, or where its words differ in numbers and intervals only. */
const identityOf = (kind, { id, location, message, evidence }) => JSON.stringify([
    kind,
    id,
    location ? (0,_domain_location_js__WEBPACK_IMPORTED_MODULE_3__/* .formatLocation */ .j)(location) : message.replace(VARIABLE, '#'),
    location ? (evidence.statement ?? '').replace(VARIABLE, '#') : '',
]);


/***/ }),

/***/ 19367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ majorOf),
/* harmony export */   M5: () => (/* binding */ unseenOn),
/* harmony export */   S5: () => (/* binding */ serversTold),
/* harmony export */   eZ: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27066);

/** `18` of 18.4 and of 18beta1. */
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;
/** What each version is told by: its major, where no other of them has the same. */
function namesOf(versions) {
    const majors = new Set([...versions].map(majorOf));
    return new Map([...versions].map((version) => [version, majors.size === versions.size ? majorOf(version) : version]));
}
/**
 * The other servers that a check came to no judgement on, in one at least of the scenarios in which it found something:
 * what was found may be there as well.
 * @param on where it was found.
 */
function unseenOn({ scenarios }, check, on) {
    const judged = ({ checks, verdict }) => (checks.find(({ id }) => id === check)?.verdict ?? verdict) !== 'inconclusive';
    const names = new Set(scenarios
        .filter(({ server, checks }) => server !== undefined && on.has(server) && checks.some(isFinding(check)))
        .map(({ name }) => name));
    const others = new Set(scenarios.flatMap(({ server }) => server ?? []).filter((server) => !on.has(server)));
    return [...others].filter((server) => [...names].some((name) => !scenarios.some((one) => one.server === server && one.name === name && judged(one))));
}
const isFinding = (check) => ({ id, verdict }) => id === check && (verdict === 'fail' || verdict === 'inconclusive');
/** ` on PostgreSQL 14 only`, of a joined result whose scenarios came to a verdict on some servers; empty otherwise. Without the last word where others are open. */
function serversTold({ scenarios }, verdict) {
    const all = new Set(scenarios.flatMap(({ server }) => server ?? []));
    const concerned = new Set(scenarios.filter((one) => one.verdict === verdict).flatMap(({ server }) => server ?? []));
    if (concerned.size === 0 || concerned.size === all.size)
        return '';
    const names = namesOf(all);
    const isOpen = scenarios.some((one) => one.server !== undefined && !concerned.has(one.server) && one.verdict === 'inconclusive');
    const told = ` on PostgreSQL ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)([...concerned].map((version) => names.get(version) ?? version))}`;
    return isOpen ? told : `${told} only`;
}


/***/ }),

/***/ 63455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSarif: () => (/* binding */ renderSarif)
});

// EXTERNAL MODULE: ./domain/verdict.js
var verdict = __webpack_require__(29820);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/findings.js
var report_findings = __webpack_require__(50893);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./domain/interval.js
var interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./report/fingerprint.js
/** What a finding is known by from run to run: its check, its file and its words, without what changes by the way. */


/** Words with a digit, which are counts, dates, keys and names of partitions, and intervals: these differ with seed, rows, day and scenario. */
const VARIABLE = new RegExp(
// From a word's beginning only: else each letter of a long one is begun at.
`(?<![\\p{L}_-])[\\p{L}_-]*\\d[\\p{L}\\p{N}_,.:-]*|\\b(?:${interval/* INTERVAL_NAMES */.Lm.join('|')})\\b`, 'giu');
const normalised = (text) => text
    .replace(VARIABLE, '#')
    .replace(/\ball #|# of #/gi, '#')
    .replace(/\s+/g, ' ')
    .trim();
/**
 * Of each finding, in their order. The line is left out, because lines move; where one file has several findings that are
 * the same without it, they are counted by line.
 */
function fingerprints(findings) {
    const bases = findings.map(({ check }) => hash(identityOf(check)));
    const lineOf = (i) => findings[i]?.check.location?.line ?? 0;
    const counts = new Map();
    const prints = [];
    for (const i of [...bases.keys()].sort((a, b) => lineOf(a) - lineOf(b) || a - b)) {
        const base = bases[i] ?? '';
        const rank = (counts.get(base) ?? 0) + 1;
        counts.set(base, rank);
        prints[i] = `${base}:${rank}`;
    }
    return prints;
}
/** Where a statement is blamed, its own words: the message is that of whichever scenario met it first. */
const identityOf = ({ id, location, evidence, message }) => JSON.stringify([id, location?.file ?? '', normalised(location ? (evidence.statement ?? '') : message)]);
/** Short, as GitHub's own: for telling apart the findings of one repository. */
const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);

// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./report/sarif.js






/** GitHub takes 25,000 results a run and shows the first 5,000. */
const MOST_RESULTS = 5_000;
/** Of rules without a result; those with one all stand. */
const MOST_RULES = 1_000;
/** GitHub takes 10 MB when compressed: less than that before, whatever compresses badly. */
const MOST_BYTES = 8_000_000;
const MOST_SCENARIOS = 50;
const MOST_TABLES = 100;
const TEXT_LENGTH = 1_000;
const NAME_LENGTH = 200;
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const CONFIGURATION_FILE = 'partition-guard.yml';
/** @param rules what is known of the checks; one that is not among them is told by its id. */
function renderSarif(result, rules = []) {
    const findings = (0,report_findings/* findingsOf */.W)(result);
    const told = tell(result, findings, rules);
    const document = {
        $schema: SCHEMA,
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: { name: 'partition-guard', ...version(result.toolVersion), rules: told.rules },
                },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: {
                    SRCROOT: {
                        description: { text: 'The folder that the program ran in: the root of the repository.' },
                    },
                },
                invocations: [invocationOf(result, findings.length - told.results.length)],
                logicalLocations: tablesOf(result).map(tableOf),
                results: told.results,
            },
        ],
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
/** Results and their rules, the gravest first, as far as there is room; then the rules that found nothing. */
function tell(result, findings, known) {
    const texts = new Map(known.map((rule) => [ruleId(rule), rule]));
    const rules = new Map();
    const results = [];
    const place = placeOfTheRest(result);
    const tables = tablesOf(result);
    const kept = findings.slice(0, MOST_RESULTS);
    const prints = fingerprints(kept);
    let room = MOST_BYTES;
    const makeRule = (check) => {
        const id = ruleId(check);
        return rules.get(id) ?? { index: rules.size, rule: ruleOf(check, texts.get(id)) };
    };
    for (const [i, finding] of kept.entries()) {
        const made = makeRule(finding.check);
        const one = resultOf(finding, { result, index: made.index, print: prints[i] ?? '', place, tables });
        room -= bytesOf(one) + bytesOf(made.rule);
        if (room < 0)
            break;
        rules.set(ruleId(finding.check), made);
        results.push(one);
    }
    for (const check of result.scenarios.flatMap((scenario) => scenario.checks)) {
        if (rules.size >= MOST_RULES)
            break;
        rules.set(ruleId(check), makeRule(check));
    }
    return { results, rules: [...rules.values()].map(({ rule }) => rule) };
}
const bytesOf = (value) => new TextEncoder().encode(JSON.stringify(value, null, 2)).length;
const version = (toolVersion) => ({
    version: sarif_text(toolVersion, NAME_LENGTH),
    ...(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(toolVersion) ? { semanticVersion: toolVersion } : {}),
});
const ruleId = ({ id }) => sarif_text(id, NAME_LENGTH) || 'check';
function ruleOf(check, known) {
    const id = ruleId(check);
    const title = known ? sarif_text(known.title, TEXT_LENGTH) : id;
    return {
        id,
        name: id
            .split(/[^\p{L}\p{N}]+/u)
            .map(words/* capitalised */.Iu)
            .join(''),
        shortDescription: { text: title },
        fullDescription: { text: known ? sarif_text(known.why, TEXT_LENGTH) : title },
        help: { text: sarif_text(`${known ? `${known.remedy} ` : ''}See ${(0,words/* pageOf */.ZZ)(known?.id ?? id)}.`, TEXT_LENGTH) },
        defaultConfiguration: { level: check.severity },
        properties: { tags: ['partitioning', 'postgresql'], precision: 'very-high' },
    };
}
function resultOf({ check, scenarios }, { result, index, print, place, tables }) {
    const { location, evidence } = check;
    const named = tablesNamed(check, tables);
    return {
        ruleId: ruleId(check),
        ruleIndex: index,
        level: levelOf(check, result),
        message: { text: messageOf(check) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: location ? artifact(location.file) : artifact(place),
                    region: { startLine: location?.line ?? 1 },
                },
                ...(named.length > 0 ? { logicalLocations: named } : {}),
            },
        ],
        partialFingerprints: {
            'partitionGuardFinding/v1': print,
            // Where there is a line, whoever uploads to GitHub adds this from the line's own text.
            ...(location ? {} : { primaryLocationLineHash: print }),
        },
        properties: {
            verdict: check.verdict,
            scenarios: scenarios
                .slice(0, MOST_SCENARIOS)
                .map((name) => (0,printable/* clip */.$Q)((0,printable/* printable */.g$)((0,words/* scenarioTitle */.h1)(name)), NAME_LENGTH)),
            scenarioCount: scenarios.length,
            count: evidence.count,
        },
    };
}
/** What keeps the run from passing is an error, whether it failed or could not be judged; the rest are warnings. */
const levelOf = (check, { failOn = 'error' }) => (0,verdict/* verdictThatCounts */.jg)(check, failOn) === 'pass' ? 'warning' : 'error';
/** GitHub shows the first sentence where there is little room. */
function messageOf({ verdict, message, remedy, evidence }) {
    const told = verdict === 'inconclusive' ? `Not judged: ${message}` : message;
    const statement = evidence.statement === undefined ? '' : ` At fault: ${(0,printable/* clip */.$Q)(evidence.statement, 200)}`;
    return sarif_text(`${told || 'The check does not hold.'}${statement}${remedy ? ` → ${remedy}` : ''}`, TEXT_LENGTH);
}
/** In a message, brackets are links and braces are arguments (SARIF 2.1.0, 3.11.5 and 3.11.6). */
const sarif_text = (words, length) => (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(words), length)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
/** A path as a relative reference, or as a file's address where it is absolute. */
function artifact(file) {
    const path = (0,printable/* clip */.$Q)(file.replaceAll('\\', '/'), 2 * TEXT_LENGTH);
    const encoded = path
        .split('/')
        .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
        .join('/');
    if (path.startsWith('/'))
        return { uri: `file://${encoded}` };
    if (/^[A-Za-z]:\//.test(path))
        return { uri: `file:///${encoded.replace('%3A', ':')}` };
    return { uri: encoded === '' ? CONFIGURATION_FILE : encoded, uriBaseId: 'SRCROOT' };
}
/** Code scanning shows nothing without a file: what has no place of its own stands at the change under test. */
const placeOfTheRest = ({ migrations }) => migrations.flatMap(({ firstUnderTest }) => firstUnderTest ?? [])[0] ??
    migrations[0]?.folder ??
    CONFIGURATION_FILE;
const tablesOf = ({ tables }) => [
    ...new Set(tables.slice(0, MOST_TABLES).map((table) => (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(table), NAME_LENGTH))),
];
const tableOf = (fullyQualifiedName) => ({ fullyQualifiedName, kind: 'table' });
/** The judged tables that a finding's words name. */
function tablesNamed({ message, evidence }, tables) {
    const words = (0,printable/* printable */.g$)([message, ...evidence.examples].join('\n'));
    return tables.flatMap((table, index) => {
        const name = (0,wording/* shortName */.EU)(table).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        return new RegExp(`(?<![\\p{L}\\p{N}_"])${name}(?![\\p{L}\\p{N}_"])`, 'u').test(words)
            ? [{ ...tableOf(table), index }]
            : [];
    });
}
const EXIT_CODES = { pass: 0, fail: 1, inconclusive: 2 };
function invocationOf(result, left) {
    const notes = [
        ...result.notes.slice(0, 100),
        ...(left > 0 ? [`${left} more findings did not fit here: they are in the JSON report.`] : []),
    ];
    const end = new Date(result.startedAt.getTime() + Math.round(result.durationMs));
    return {
        executionSuccessful: result.scenarios.every((s) => s.verdict !== 'inconclusive') && result.verdict !== 'inconclusive',
        exitCode: EXIT_CODES[result.verdict],
        startTimeUtc: result.startedAt.toISOString(),
        endTimeUtc: end.toISOString(),
        toolExecutionNotifications: notes
            .map((note) => sarif_text(note, TEXT_LENGTH))
            .filter((note) => note !== '')
            .map((note) => ({ level: 'note', message: { text: note } })),
        properties: {
            verdict: result.verdict,
            seed: result.seed,
            rows: result.rows,
            scenarios: result.scenarios.length,
            server: { kind: result.server.kind, version: (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(result.server.version), NAME_LENGTH) },
            ...(result.shard && result.shard.of > 1 ? { shard: `${result.shard.index}/${result.shard.of}` } : {}),
        },
    };
}


/***/ })

};
