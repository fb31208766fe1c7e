export const id = 4093;
export const ids = [4093,975];
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

/***/ 85288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ text),
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/** Lines of a terminal: wrapped where it has a width, each ended. */
const text = (lines) => lines.map((line) => `${line}\n`).join('');
/** Lines of at most `width` columns, indented; words longer than that stand alone. */
function wrapped(prose, indent, width) {
    const margin = ' '.repeat(indent);
    if (prose === '')
        return [];
    if (width === undefined)
        return [margin + prose];
    const room = Math.max(width - indent, 20);
    const lines = [];
    for (const word of prose.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= room)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines.map((line) => margin + line);
}


/***/ }),

/***/ 15908:
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
    const migrations = new Set(results.map(({ migrations, release = '', underTest = '' }) => JSON.stringify([release, underTest, migrations.map(migrationsOf)])));
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

// EXTERNAL MODULE: ./domain/range.js
var range = __webpack_require__(79064);
// EXTERNAL MODULE: ./report/only-on.js
var only_on = __webpack_require__(19367);
;// CONCATENATED MODULE: ./report/layout-notes.js



const MOST_NAMES = 5;
/** One for all scenarios; nothing where a result is of one server. */
function layoutNotes(scenarios) {
    const passed = scenarios.filter(({ verdict, server }) => verdict === 'pass' && server !== undefined);
    const names = [...new Set(passed.map(({ name }) => name))];
    const uneven = names.filter((name) => {
        const own = passed.filter((scenario) => scenario.name === name);
        return new Set(own.map(({ after }) => shapeOf(after))).size > 1;
    });
    if (uneven.length === 0)
        return [];
    const concerned = passed.filter(({ name }) => uneven.includes(name));
    const servers = new Set(concerned.flatMap(({ server }) => server ?? []));
    const majors = [...new Set([...servers].map(only_on/* majorOf */.Ds))];
    const told = (0,words/* listedUpTo */.MH)(uneven.map(words/* scenarioTitle */.h1), MOST_NAMES);
    return [
        `The partitions afterwards are not the same on PostgreSQL ${(0,words/* listed */.KE)(majors)}, though each passes: ${told}.`,
    ];
}
/** Tables, bounds and names, without what is in them. */
const shapeOf = (layouts) => JSON.stringify(layouts
    .map(({ table, partitions }) => [
    table,
    ...partitions
        .map((one) => one.kind === 'default'
        ? `${one.name} default`
        : `${one.name} ${(0,range/* boundToJson */.aO)(one.range.lower) ?? ''} ${(0,range/* boundToJson */.aO)(one.range.upper) ?? ''}`)
        .sort(),
])
    .sort());

// EXTERNAL MODULE: ./report/runway-notes.js
var runway_notes = __webpack_require__(16719);
;// CONCATENATED MODULE: ./report/uneven-notes.js

const uneven_notes_MOST_NAMES = 9;
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
                `Played on other majors, not on PostgreSQL ${server}: ${(0,words/* listedUpTo */.MH)(lacking, uneven_notes_MOST_NAMES)}. Nothing is known of them there.`,
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
        notes: [
            ...new Set([
                ...(0,runway_notes/* runwayNotes */.E)(scenarios),
                ...unevenNotes(scenarios),
                ...layoutNotes(scenarios),
                ...inOrder.flatMap(ownNotes),
            ]),
        ],
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
    const earlier = [...unevenNotes(result.scenarios), ...layoutNotes(result.scenarios)];
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

/***/ 16719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runwayNotes),
/* harmony export */   S: () => (/* binding */ otherThanRunway)
/* harmony export */ });
const runwayChecks = (scenarios) => scenarios.flatMap(({ checks }) => checks).filter(({ id }) => id === 'runway');
/** By the scenario in which they end soonest; nothing where they fail. */
function runwayNotes(scenarios) {
    const judged = runwayChecks(scenarios);
    if (judged.some((check) => check.verdict === 'fail'))
        return [];
    return judged
        .filter((check) => check.verdict === 'pass')
        .map((check) => check.message)
        .sort()
        .slice(0, 1);
}
/** The notes of a result without these. */
const otherThanRunway = ({ notes, scenarios }) => {
    const own = new Set(runwayChecks(scenarios).map((check) => check.message));
    return notes.filter((note) => !own.has(note));
};


/***/ }),

/***/ 70975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ partitionsChange),
/* harmony export */   Kh: () => (/* binding */ rowFaults),
/* harmony export */   M2: () => (/* binding */ describeLayout),
/* harmony export */   Mn: () => (/* binding */ neverApplicable),
/* harmony export */   Og: () => (/* binding */ exclusiveLock),
/* harmony export */   Pi: () => (/* binding */ replayCommand),
/* harmony export */   WX: () => (/* binding */ groupedNotes),
/* harmony export */   _q: () => (/* binding */ scenariosWith),
/* harmony export */   tD: () => (/* binding */ checkIds),
/* harmony export */   uF: () => (/* binding */ judgesNothing),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   vJ: () => (/* binding */ rowsAccountedFor),
/* harmony export */   wj: () => (/* binding */ keepsRows),
/* harmony export */   wk: () => (/* binding */ scenarioCount)
/* harmony export */ });
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45743);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50893);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(361);
/* harmony import */ var _only_on_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19367);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27066);
/** What a run amounts to, in the few numbers and phrases that every form of report uses. */





/** Seeded rows that a run uses where nothing else is asked for. */
const DEFAULT_ROWS = 100_000;
const passes = (scenario, checkId) => scenario.checks.some((check) => check.id === checkId && check.verdict === 'pass');
/** Whether the scenario has proof that each seeded row is still there. */
const keepsRows = (scenario) => scenario.rows.before > 0 && scenario.rows.lost === 0 && passes(scenario, 'no-row-lost');
/** Seeded rows of all scenarios, as far as each was found again. */
const rowsAccountedFor = (result) => result.scenarios.reduce((sum, s) => sum + (passes(s, 'no-row-lost') ? s.rows.before : 0), 0);
const scenariosWith = (result, verdict) => result.scenarios.filter((scenario) => scenario.verdict === verdict);
/** Whether any check at all had a reason to look at partitions. */
const judgesNothing = (result) => result.verdict === 'pass' && result.tables.length === 0;
/** `3 scenarios`; of a share alone it says so, lest it be read as the whole run. */
const scenarioCount = ({ scenarios, shard }) => (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(scenarios.length, 'scenario') +
    (shard && shard.of > 1 ? ` of share ${shard.index}/${shard.of} alone` : '');
/** The share of a run's rows that a fault concerns: `3 of 100,000 rows`. */
const share = (part, whole) => `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh)(part)} of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(whole, 'row')}`;
const partitionCount = (layouts) => layouts.reduce((sum, layout) => sum + layout.partitions.length, 0);
/** `24 → 15 partitions`, `24 partitions`, or nothing where the number stays the same. */
function partitionsChange({ before, after }) {
    const from = partitionCount(before);
    const to = partitionCount(after);
    if (from === to)
        return undefined;
    return from === 0 ? (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(to, 'partition') : `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh)(from)} → ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(to, 'partition')}`;
}
/** `longest exclusive lock 12 ms`, of one scenario or several; undefined where none was seen. */
function exclusiveLock(scenarios) {
    const held = scenarios.flatMap((scenario) => scenario.exclusiveLockMs ?? []);
    return held.length > 0 ? `longest exclusive lock ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(Math.max(...held))}` : undefined;
}
/** The faults that a scenario's rows met, in words. */
function rowFaults({ rows }) {
    return [
        ...(rows.lost > 0 ? [`${share(rows.lost, rows.before)} lost`] : []),
        ...(rows.duplicated > 0 ? [`${share(rows.duplicated, rows.before)} duplicated`] : []),
        ...(rows.changed > 0 ? [`${share(rows.changed, rows.before)} changed`] : []),
    ];
}
/** The ids of a scenario's checks that fail, or that are inconclusive, each once. */
const checkIds = (scenario, kind) => [
    ...new Set(scenario.checks.filter((check) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(check) === kind).map((check) => check.id)),
];
/** `24 monthly partitions`, `24 partitions`. */
function describeLayout(layout) {
    const interval = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .commonInterval */ .$$)(layout);
    return (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(layout.partitions.length, interval ? `${interval} partition` : 'partition');
}
/**
 * The command that plays one scenario of a run again.
 * @param label of the scenario.
 */
function replayCommand(result, label) {
    const scenario = result.scenarios.find((one) => (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(one) === label);
    const major = scenario?.server === undefined ? undefined : (0,_only_on_js__WEBPACK_IMPORTED_MODULE_4__/* .majorOf */ .Ds)(scenario.server);
    return [
        'partition-guard validate',
        ...result.replayOptions.map(_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN),
        ...(major === undefined ? [] : [`--postgres ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN)(major)}`]),
        `--seed ${result.seed}`,
        ...(result.rows === DEFAULT_ROWS ? [] : [`--rows ${result.rows}`]),
        `--scenario ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN)(scenario?.name ?? label)}`,
    ].join(' ');
}
/** The scenarios' notes, each once with the scenarios it was made in. */
function groupedNotes(result) {
    const byNote = new Map();
    for (const scenario of result.scenarios) {
        for (const note of new Set(scenario.notes)) {
            const known = byNote.get(note);
            if (known)
                known.push((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario));
            else
                byNote.set(note, [(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario)]);
        }
    }
    return [...byNote].map(([note, scenarios]) => ({ note, scenarios }));
}
/** Checks that had nothing to judge in any scenario. */
function neverApplicable(result) {
    const checks = result.scenarios.flatMap((scenario) => scenario.checks);
    const judged = new Set(checks.filter((check) => check.verdict !== 'not-applicable').map((check) => check.id));
    return [...new Set(checks.map((check) => check.id))].filter((id) => !judged.has(id));
}


/***/ })

};
