export const id = 4205;
export const ids = [4205];
export const modules = {

/***/ 4205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45743);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79064);
/** The run's result as JSON, schema 1: what other tools read. */


/** One JSON document, its keys in a fixed order, ending in a newline. */
function renderJson(result) {
    const document = {
        schema: 1,
        tool: { name: 'partition-guard', version: result.toolVersion },
        verdict: result.verdict,
        seed: result.seed,
        rows: result.rows,
        startedAt: result.startedAt.toISOString(),
        durationMs: Math.round(result.durationMs),
        server: { kind: result.server.kind, version: result.server.version },
        failOn: result.failOn ?? 'error',
        shard: shardToJson(result),
        replayOptions: result.replayOptions,
        migrations: result.migrations.map(migrationsToJson),
        ...(result.release === undefined ? {} : { release: result.release }),
        ...(result.underTest === undefined ? {} : { underTest: result.underTest }),
        ...(result.configurationDigest === undefined ? {} : { configurationDigest: result.configurationDigest }),
        tables: result.tables,
        notes: result.notes,
        scenarios: result.scenarios.map(scenarioToJson),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
/** What is no share is all of the scenarios that there are. */
const shardToJson = ({ shard, scenarios }) => ({
    index: shard?.index ?? 1,
    of: shard?.of ?? 1,
    scenarios: shard?.scenarios ?? [...new Set(scenarios.map(({ name }) => name))],
});
const migrationsToJson = ({ folder, files, filesUnderTest, firstUnderTest, digest }) => ({
    folder,
    files,
    filesUnderTest,
    ...(firstUnderTest === undefined ? {} : { firstUnderTest }),
    ...(digest === undefined ? {} : { digest }),
});
const scenarioToJson = (scenario) => ({
    name: scenario.name,
    ...(scenario.server === undefined ? {} : { server: scenario.server }),
    verdict: scenario.verdict,
    durationMs: Math.round(scenario.durationMs),
    tables: tablesToJson(scenario),
    before: scenario.before.flatMap(partitionsToJson),
    after: scenario.after.flatMap(partitionsToJson),
    rows: {
        before: scenario.rows.before,
        after: scenario.rows.after,
        lost: scenario.rows.lost,
        duplicated: scenario.rows.duplicated,
        changed: scenario.rows.changed,
    },
    ...(scenario.exclusiveLockMs === undefined
        ? {}
        : { exclusiveLockMs: wholeMilliseconds(scenario.exclusiveLockMs) }),
    ...(scenario.locks ? { locks: locksToJson(scenario.locks) } : {}),
    checks: scenario.checks.map(checkToJson),
    notes: scenario.notes,
    ...(scenario.waived === undefined ? {} : { waived: scenario.waived }),
});
/** What is shorter than one is told as one: a lock that was held is no lock of no time. */
const wholeMilliseconds = (ms) => (ms === 0 ? 0 : Math.max(1, Math.round(ms)));
/** In their order, also those without a partition. */
const tablesToJson = ({ before, after }) => ({
    before: before.map(keyOf),
    after: after.map(keyOf),
});
const keyOf = ({ table, keyColumn, keyType }) => ({ table, keyColumn, keyType });
const locksToJson = ({ steps, held, unlisted, stalls }) => ({
    steps: steps.map(({ pass, step, fromMs, toMs }) => ({ pass, step, fromMs, toMs })),
    held: held.map(({ step, table, parent, mode, fromMs, toMs, rows, statement, location }) => ({
        step,
        table,
        ...(parent === undefined ? {} : { parent }),
        mode,
        fromMs,
        toMs,
        ...(rows === undefined ? {} : { rows }),
        statement,
        ...(location ? { location: { file: location.file, line: location.line } } : {}),
    })),
    unlisted,
    stalls: stalls.map(({ step, table, stops, fromMs, toMs }) => ({ step, table, stops, fromMs, toMs })),
});
/** The partitions by lower bound, the default partition last. */
function partitionsToJson(layout) {
    const table = layout.table;
    const byDefault = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultPartition */ .qs)(layout);
    return [
        ...(0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .rangePartitions */ .N2)(layout).map(({ name, range, rows }) => ({
            partition: name,
            lower: (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .boundToJson */ .aO)(range.lower),
            upper: (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .boundToJson */ .aO)(range.upper),
            rows,
            table,
        })),
        ...(byDefault
            ? [{ partition: byDefault.name, lower: null, upper: null, default: true, rows: byDefault.rows, table }]
            : []),
    ];
}
const checkToJson = (check) => ({
    id: check.id,
    verdict: check.verdict,
    severity: check.severity,
    message: check.message,
    remedy: check.remedy,
    ...(check.location ? { location: { file: check.location.file, line: check.location.line } } : {}),
    evidence: {
        count: check.evidence.count,
        examples: check.evidence.examples,
        ...(check.evidence.unlisted === undefined ? {} : { unlisted: check.evidence.unlisted }),
        ...(check.evidence.statement === undefined ? {} : { statement: check.evidence.statement }),
    },
});


/***/ })

};
