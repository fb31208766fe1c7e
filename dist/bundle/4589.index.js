export const id = 4589;
export const ids = [4589];
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

/***/ 56970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderJunit: () => (/* binding */ renderJunit)
});

// EXTERNAL MODULE: ./domain/location.js
var domain_location = __webpack_require__(39654);
// EXTERNAL MODULE: ./domain/verdict.js
var verdict = __webpack_require__(29820);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./report/xml-text.js
/** Text of strangers inside XML 1.0, which has no way to write some characters: those are shown as signs that stand for them. */
/** What XML 1.0 forbids (2.2 Characters), and what no reader sees: controls, marks of direction, halves of pairs. */
const UNSEEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;
const pictureOf = (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20)
        return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
};
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
const escaped = (text) => text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, pictureOf)
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
/** Between tags; lines stay lines. */
const xmlText = (text) => escaped(text);
/** In quotes; a reader would take a line's end for a blank. */
const xmlAttribute = (text) => escaped(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
/** An element on lines of its own. */
function xml({ name, attributes = {}, content = [] }, indent = '') {
    const given = Object.entries(attributes)
        .map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlAttribute(String(value))}"`))
        .join('');
    if (content.length === 0)
        return `${indent}<${name}${given}/>\n`;
    if (typeof content === 'string')
        return `${indent}<${name}${given}>${xmlText(content)}</${name}>\n`;
    const inner = content.map((element) => xml(element, `${indent}  `)).join('');
    return `${indent}<${name}${given}>\n${inner}${indent}</${name}>\n`;
}

;// CONCATENATED MODULE: ./report/junit.js
/** The run's result as JUnit XML: a suite a scenario, a case a check. What is not proven is never green. */





const MESSAGE_LENGTH = 1_000;
const TEXT_LENGTH = 20_000;
function renderJunit(result) {
    const suites = result.scenarios.map((scenario) => suiteOf(scenario, result));
    const told = suites.flatMap(({ cases }) => cases);
    const all = showsVerdict(told, result.verdict) ? suites : [...suites, untold(result)];
    const document = xml({
        name: 'testsuites',
        attributes: {
            name: 'partition-guard',
            ...totals(all.flatMap(({ cases }) => cases)),
            time: seconds(result.durationMs),
        },
        content: all.map(({ element }) => element),
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
}
function suiteOf(scenario, result) {
    const name = (0,words/* scenarioTitle */.h1)((0,words/* labelOf */.Wy)(scenario));
    const cases = scenario.checks.map((check) => caseOf(check, name, result));
    const untold = whatNoCaseTells(scenario, cases);
    return suite(name, untold === undefined ? cases : [...cases, untold], { scenario, result });
}
function suite(name, cases, { scenario, result }) {
    const notes = scenario ? scenario.notes : result.notes;
    const element = {
        name: 'testsuite',
        attributes: {
            name,
            ...totals(cases),
            time: seconds(scenario?.durationMs ?? result.durationMs),
            timestamp: result.startedAt.toISOString(),
        },
        content: [
            { name: 'properties', content: propertiesOf(scenario, result) },
            ...cases.map((one) => one.element),
            ...(notes.length > 0 ? [{ name: 'system-out', content: (0,printable/* clip */.$Q)(notes.join('\n'), TEXT_LENGTH) }] : []),
        ],
    };
    return { cases, element };
}
const totals = (cases) => {
    const of = (outcome) => cases.filter((one) => one.outcome === outcome).length;
    return {
        tests: cases.length,
        failures: of('failure'),
        errors: of('error'),
        skipped: of('skipped'),
    };
};
function propertiesOf(scenario, result) {
    const { shard } = result;
    const facts = [
        ['partition-guard', result.toolVersion],
        ['postgresql', scenario?.server ?? result.server.version],
        ['server', result.server.kind],
        ['seed', result.seed],
        ['rows', result.rows],
        ['verdict', scenario?.verdict ?? result.verdict],
        ...(shard && shard.of > 1 ? [['shard', `${shard.index}/${shard.of}`]] : []),
        ...(scenario
            ? ['before', 'after', 'lost', 'duplicated', 'changed'].map((key) => [`rows.${key}`, scenario.rows[key]])
            : []),
    ];
    return facts.map(([name, value]) => ({ name: 'property', attributes: { name, value } }));
}
function caseOf(check, scenario, { failOn }) {
    const outcome = outcomeOf(check, failOn);
    return testCase({
        scenario,
        name: check.id,
        outcome,
        message: check.message,
        details: detailsOf(check),
        ...(check.location ? { place: check.location } : {}),
    });
}
/** As the check counts: a warning that fails nothing is passed, and told. */
const outcomeOf = (check, failOn) => check.verdict === 'not-applicable' ? 'skipped' : OUTCOMES[(0,verdict/* verdictThatCounts */.jg)(check, failOn ?? 'error')];
const OUTCOMES = { pass: 'passed', inconclusive: 'error', fail: 'failure' };
function testCase(given) {
    const { outcome, place } = given;
    const message = (0,printable/* clip */.$Q)(given.message.replace(/\s+/g, ' ').trim(), MESSAGE_LENGTH);
    const details = (0,printable/* clip */.$Q)(given.details, TEXT_LENGTH);
    const told = {
        passed: details === '' ? [] : [{ name: 'system-out', content: details }],
        skipped: [{ name: 'skipped', attributes: { message } }],
        failure: [{ name: 'failure', attributes: { message, type: given.name }, content: details }],
        error: [{ name: 'error', attributes: { message, type: 'inconclusive' }, content: details }],
    };
    const element = {
        name: 'testcase',
        attributes: { name: given.name, classname: given.scenario, file: place?.file, line: place?.line },
        content: told[outcome],
    };
    return { outcome, element };
}
const detailsOf = ({ verdict, severity, message, remedy, location, evidence }) => [
    verdict === 'fail' && severity === 'warning' ? `warning: ${message}` : message,
    ...(location ? [`at ${(0,domain_location/* formatLocation */.j)(location)}`] : []),
    ...(evidence.statement === undefined ? [] : [evidence.statement]),
    ...evidence.examples.map((example) => `- ${example}`),
    ...(remedy === '' ? [] : [`→ ${remedy}`]),
]
    .filter((line) => line !== '')
    .join('\n');
const RANK = { passed: 0, skipped: 0, error: 1, failure: 2 };
const NEEDED = { pass: 0, inconclusive: 1, fail: 2 };
/** Readers take a file without cases for a green one. */
const showsVerdict = (cases, verdict) => cases.some(({ outcome }) => RANK[outcome] >= NEEDED[verdict]);
/** A scenario whose verdict is worse than what its checks show is told by a case of its own. */
function whatNoCaseTells(scenario, cases) {
    const { verdict } = scenario;
    if (showsVerdict(cases, verdict))
        return undefined;
    return testCase({
        scenario: (0,words/* scenarioTitle */.h1)((0,words/* labelOf */.Wy)(scenario)),
        name: 'scenario',
        outcome: verdict === 'fail' ? 'failure' : 'error',
        message: verdict === 'fail' ? 'The scenario failed.' : 'The scenario could not be judged.',
        details: '',
    });
}
/** The verdict of a run in which no case shows it, as where no scenario was played. */
const untold = (result) => suite('partition-guard', [
    testCase({
        scenario: 'partition-guard',
        name: 'run',
        outcome: result.verdict === 'fail' ? 'failure' : 'error',
        message: result.verdict === 'fail' ? 'The run failed.' : 'Nothing was proven.',
        details: '',
    }),
], { result });
const seconds = (durationMs) => (durationMs / 1000).toFixed(3);


/***/ })

};
