export const id = 8583;
export const ids = [8583];
export const modules = {

/***/ 30916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ previousDeployments)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _audit_audited_deployments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52217);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14705);
/** The audit trail of the environment before, on its own database: read, and nothing else. */



/**
 * Connected to only when it is asked.
 * @returns undefined where the variable names no database.
 * @throws OperatorError where it names one that is no address.
 */
function previousDeployments({ env, onWarning, onSecret, }) {
    const url = env['PARTITION_GUARD_PREVIOUS_TARGET']?.trim();
    if (url === undefined || url === '')
        return undefined;
    onSecret(url);
    if (!/^postgres(?:ql)?:\/\/\S+$/.test(url)) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n('PARTITION_GUARD_PREVIOUS_TARGET is not a postgres:// address', {
            code: 'previous-target-address',
            hint: 'Give the database of the environment before, with a role that may read schema partition_guard there.',
        });
    }
    return {
        newest: (environment, release) => 
        // The target's password is not sent to another server: this one's is in its address or in the password file.
        (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .withTarget */ .y)({ url, env: { ...env, PGPASSWORD: undefined }, onWarning, onSecret }, async ({ client }) => {
            await client.query('set default_transaction_read_only = on');
            return (0,_audit_audited_deployments_js__WEBPACK_IMPORTED_MODULE_1__/* .auditedDeployments */ .P)(client).newest(environment, release);
        }),
    };
}


/***/ }),

/***/ 54727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ standingRefusals)
});

// EXTERNAL MODULE: ./deploy/gates/environment.js
var gates_environment = __webpack_require__(8292);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./github/deployment-list.js
var deployment_list = __webpack_require__(98768);
// EXTERNAL MODULE: ./github/own-author.js
var own_author = __webpack_require__(10984);
;// CONCATENATED MODULE: ./github/released-environment.js


/** Each costs a request of those that a token has in an hour. */
const MOST_LOOKED_INTO = 300;
/**
 * The newest deployment of the release decides: what has failed since it succeeded has to succeed again. That another
 * release came after it (GitHub then calls it inactive) takes nothing from its success.
 */
async function findRelease(access, { environment, release }) {
    if (!access.client.hasToken)
        return { kind: 'unknown', reason: 'there is no token to ask GitHub with' };
    const session = access.client.openSession();
    const us = await (0,own_author/* ownAuthor */.AP)(session, undefined);
    if ('kind' in us) {
        return {
            kind: 'unknown',
            reason: us.kind === 'unreachable' ? us.reason : 'GitHub does not accept the token',
        };
    }
    const deployments = new deployment_list/* Deployments */.DS(session, access, { environment });
    let lookedAt = 0;
    for (;;) {
        const page = await deployments.next();
        if (page === undefined)
            return { kind: 'none', lookedAt };
        if ('kind' in page)
            return unknown(page);
        for (const deployment of page) {
            if (!mayHold(deployment, release))
                continue;
            if (lookedAt === MOST_LOOKED_INTO)
                return { kind: 'none', lookedAt };
            lookedAt += 1;
            const state = await stateOf({ session, access, us, release }, deployment);
            if (typeof state === 'object')
                return unknown(state);
            if (state !== undefined)
                return { kind: state, deployment: deployment.id };
        }
    }
}
/** Whoever filed it: those of jobs are in the name of a person, and the words at them decide, not who made them. */
const mayHold = (deployment, release) => !deployment.isOurs || deployment.release === release;
/** Undefined where it is another release's, or has not ended. */
async function stateOf({ session, access, us, release }, { id }) {
    const statuses = await (0,deployment_list/* statusesOf */.CB)(session, access, id);
    return 'kind' in statuses
        ? statuses
        : endOf(statuses.map(({ state, release: said, author }) => ({
            state,
            release: said,
            isTrusted: (0,own_author/* isTrusted */.W2)(us, author),
        })), release);
}
/**
 * Only who is trusted says that it succeeded. A failure counts whoever tells it: GitHub tells that of a job in the name of
 * the person who started the run.
 *
 * @param statuses oldest first.
 */
function endOf(statuses, release) {
    let end;
    let isBegun = false;
    for (const { state, release: said, isTrusted: isOurWord } of statuses) {
        isBegun ||= said === release;
        // Another release's word, in the same job.
        if (!isBegun || (said !== undefined && said !== release))
            continue;
        // GitHub's own failure counts as well, since a later step of the job may have failed; its own success says nothing.
        if (state === 'success' && said === release && isOurWord)
            end = 'succeeded';
        else if (state === 'failure' || state === 'error')
            end = 'failed';
    }
    return end;
}
function unknown(answer) {
    if (answer.kind === 'unreachable')
        return { kind: 'unknown', reason: answer.reason };
    const lacks = [403, 404].includes(answer.status) ? '; the job may lack deployments: read' : '';
    return { kind: 'unknown', reason: `GitHub refused to tell (${answer.status}: ${answer.message})${lacks}` };
}

// EXTERNAL MODULE: ./github/release-text.js
var release_text = __webpack_require__(24495);
;// CONCATENATED MODULE: ./deploy/gates/order.js



/** One witness of a success is enough, and one of a later failure too much: each knows of its own deployments only. */
async function orderGate(question) {
    const { environment, environments, release, onWarning } = question;
    const place = environments.findIndex((one) => isSame(one, environment));
    if (place < 0) {
        onWarning(`${environment} is none of ${environments.join(', ')}, and no environments are configured: it has no order, and is not held back`);
        return undefined;
    }
    const previous = environments[place - 1];
    if (previous === undefined)
        return undefined;
    const words = await askAll(question, previous);
    const failed = words.find(({ said }) => said === 'failed');
    const obstacles = words.flatMap(({ source, obstacle }) => (obstacle ? [`${source}: ${obstacle}`] : []));
    if (!failed && words.some(({ said }) => said === 'succeeded')) {
        for (const obstacle of obstacles)
            onWarning(`the order of environments is known without ${obstacle}`);
        return undefined;
    }
    const asked = words.map(({ source }) => source).join(' and ') || 'nobody';
    const what = failed
        ? `the newest deployment of this release in ${previous} failed, by ${failed.source}`
        : `${previous} has not had this release yet, by ${asked}`;
    const why = obstacles.length === 0 ? '' : `; not everything could be asked: ${obstacles.join('; ')}`;
    return {
        gate: 'order',
        message: `${environment} comes after ${previous}, and ${what} (release ${(0,release_text/* shortRelease */.a3)(release)})${why}`,
        hint: `Apply to ${previous} first. Where its database is another one and GitHub knows nothing of it, PARTITION_GUARD_PREVIOUS_TARGET names it; environments: in the configuration is the order.`,
    };
}
/** As GitHub has it: `prod` is `PROD`. */
const isSame = (a, b) => a.toLowerCase() === b.toLowerCase();
async function askAll(question, previous) {
    const { github, audit, previousAudit, release } = question;
    const byAudit = async (past, source) => {
        try {
            return { source, said: await past.newest(previous, release) };
        }
        catch (error) {
            // Its password or its network: the reason is told, and nothing is taken from it.
            if (!(error instanceof operator_error/* OperatorError */.n))
                throw error;
            return { source, said: undefined, obstacle: error.message };
        }
    };
    return [
        ...(github ? [await byGitHub(github, previous, release)] : []),
        ...(audit ? [await byAudit(audit, 'the audit on the target')] : []),
        ...(previousAudit ? [await byAudit(previousAudit, `the audit in ${previous}`)] : []),
    ];
}
async function byGitHub(github, previous, release) {
    const source = 'the deployments on GitHub';
    const found = await findRelease(github, { environment: previous, release });
    switch (found.kind) {
        case 'succeeded':
        case 'failed':
            return { source, said: found.kind };
        case 'none':
            return { source, said: undefined };
        case 'unknown':
            return { source, said: undefined, obstacle: found.reason };
    }
}

// EXTERNAL MODULE: ./github/validation-status.js + 1 modules
var validation_status = __webpack_require__(85161);
// EXTERNAL MODULE: ./migrations/under-test.js
var under_test = __webpack_require__(42319);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./deploy/gates/validation.js




/**
 * Outside of GitHub it warns where there is no report, and goes by that where there is one. On GitHub it is shut until a
 * validation is found: that GitHub could not be asked, for want of a token, a permission or a connection, is no word for
 * these migrations.
 */
async function validationGate(question) {
    const { release, github, report, allowUnvalidated, onWarning } = question;
    if (github === undefined && report === undefined) {
        if (allowUnvalidated === undefined) {
            onWarning('whether these migrations were validated is not known: this does not run for a repository on GitHub, where that is recorded, and no report is given with --validated');
        }
        return undefined;
    }
    const found = await find(question);
    if (found === undefined || found.kind === 'validated')
        return undefined;
    const message = messageOf(found, release);
    if (allowUnvalidated !== undefined) {
        onWarning(`${message}; applied all the same: ${allowUnvalidated}`);
        return undefined;
    }
    return { gate: 'validation', message, hint: hintOf(found) };
}
async function find(question) {
    const { release, rules, migrations, pending, github, report } = question;
    const released = {
        release,
        rules,
        untested: (underTest) => (0,under_test/* untested */.Xi)({ all: migrations, pending, underTest }).map(({ script }) => script),
    };
    if (github !== undefined)
        return (0,validation_status/* findValidation */.$b)(github, released);
    return report && judgedIn(report, released);
}
const REPORT = 'the report that --validated names';
function judgedIn(report, { release, rules, untested: lacking }) {
    const { verdict, shard, underTest } = report;
    const isWhole = shard === undefined || shard.of === 1;
    if (report.release !== release || !isWhole)
        return { kind: 'not-validated', lookedAt: [REPORT] };
    const found = { where: REPORT, url: undefined };
    if (verdict !== 'pass')
        return { ...found, kind: 'failed' };
    const missing = lacking(underTest);
    const sameRules = report.configurationDigest === rules;
    return missing.length === 0 && sameRules
        ? { ...found, kind: 'validated' }
        : { ...found, kind: 'beside', untested: missing, sameRules };
}
function messageOf(found, release) {
    const these = `these migrations (release ${(0,release_text/* shortRelease */.a3)(release)})`;
    switch (found.kind) {
        case 'failed':
            return `the newest validation of ${these} did not pass: ${found.where}`;
        case 'beside':
            return `the validation of ${these} says nothing of what would be applied here: ${whyOf(found)} (${found.where})`;
        case 'not-validated':
            return `no validation of ${these} is known; looked at ${(0,words/* listedUpTo */.MH)(found.lookedAt, 4)}`;
        case 'unknown':
            return `whether ${these} were validated can't be asked: ${found.reason}`;
    }
}
function whyOf({ untested: missing, sameRules }) {
    const { length } = missing;
    return [
        ...(length === 0
            ? []
            : [
                `${(0,words/* listedUpTo */.MH)(missing, 4)} ${length === 1 ? 'is' : 'are'} pending, and ${length === 1 ? 'was' : 'were'} not under test in it`,
            ]),
        ...(sameRules ? [] : ['it was judged by another configuration (waivers, tables, checks, placeholders)']),
    ].join('; ');
}
const OVERRIDE = 'or give the reason for doing without: --allow-unvalidated "REASON", which is audited';
function hintOf(found) {
    switch (found.kind) {
        case 'failed':
            return `Mend what it found${found.url === undefined ? '' : ` (${found.url})`} and validate again; ${OVERRIDE}.`;
        case 'beside':
            return `Validate this commit ${found.sameRules ? '' : 'by this configuration, '}with a base that this target has had (--base REF, such as the tag of its last release), or without one, then every file is under test; ${OVERRIDE}.`;
        case 'not-validated':
            return `Run mode validate on this commit, in a job with statuses: write; ${OVERRIDE}.`;
        case 'unknown':
            return `Give the job its token with statuses: read and pull-requests: read; ${OVERRIDE}.`;
    }
}

// EXTERNAL MODULE: ./deploy/gates/window.js
var gates_window = __webpack_require__(28169);
;// CONCATENATED MODULE: ./deploy/gates/standing-refusals.js




/** All that are shut, not the first alone: who has to mend several things learns of them at once. */
async function standingRefusals(question) {
    const { seenAs, settings, release, rules, migrations, pending, github, report, audit, previousAudit, onWarning, } = question;
    const { environment, environments, allowUnvalidated, maintenanceWindow, dryRun, now } = settings;
    const { allowEnvironment } = settings;
    const refusals = [
        environment === undefined
            ? undefined
            : (0,gates_environment/* environmentGate */.d)({ environment, seenAs, allowEnvironment, onWarning }),
        await validationGate({
            release,
            migrations,
            pending,
            rules,
            github,
            report,
            allowUnvalidated,
            onWarning,
        }),
        environment === undefined
            ? undefined
            : await orderGate({ environment, environments, release, github, audit, previousAudit, onWarning }),
        dryRun ? undefined : (0,gates_window/* windowGate */.u3)(maintenanceWindow, now),
    ];
    return refusals.filter((one) => one !== undefined);
}


/***/ }),

/***/ 10200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ loneStatement)
/* harmony export */ });
/* harmony import */ var _migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12894);
/* harmony import */ var _postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87388);


const AGAIN = new Set(['VacuumStmt', 'ReindexStmt', 'ClusterStmt']);
/** Names are as SQL reads them, in the session's search path where the statement gives no schema. */
async function loneStatement({ kind, text }) {
    if (AGAIN.has(kind))
        return { kind: 'again' };
    if (kind !== 'IndexStmt' && kind !== 'DropStmt' && kind !== 'AlterTableStmt')
        return { kind: 'other' };
    const answer = (await (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .loadSqlParser */ .Ok)()).parse(text);
    const node = answer.kind === 'parsed' ? (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(answer.statements[0]?.node ?? {}, kind) : undefined;
    if (!node)
        return { kind: 'other' };
    if (kind === 'IndexStmt')
        return createdIndex(node);
    if (kind === 'DropStmt')
        return { kind: 'drop-index', indexes: (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(node, 'objects').map(nameOfList) };
    return detached(node);
}
function createdIndex(node) {
    const name = (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(node, 'idxname');
    if (name === undefined)
        return { kind: 'create-index' };
    // An index is in the schema of its table.
    const schema = (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(rangeOf(node, 'relation'), 'schemaname');
    return { kind: 'create-index', index: qualified(schema, name) };
}
function detached(node) {
    const [command = {}] = (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(node, 'cmds', 'AlterTableCmd');
    const partition = (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)((0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(command, 'def') ?? {}, 'PartitionCmd');
    if ((0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(command, 'subtype') !== 'AT_DetachPartition' || !partition)
        return { kind: 'other' };
    return {
        kind: 'detach',
        table: nameOf(rangeOf(node, 'relation')),
        partition: nameOf(rangeOf(partition, 'name')),
    };
}
/** A RangeVar stands in its place without its type's name. */
const rangeOf = (node, key) => (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(node, key) ?? {};
const nameOf = (range) => qualified((0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(range, 'schemaname'), (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(range, 'relname') ?? '');
const qualified = (schema, name) => schema === undefined ? (0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name) : `${(0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(schema)}.${(0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name)}`;
const nameOfList = (object) => (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)((0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(object, 'List') ?? {}, 'items', 'String')
    .map((item) => (0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)((0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(item, 'sval') ?? ''))
    .join('.');


/***/ }),

/***/ 97115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VB: () => (/* binding */ waitForLeftBackends),
/* harmony export */   id: () => (/* binding */ resumptionOf),
/* harmony export */   p2: () => (/* binding */ unfinishedRefusals)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _lone_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10200);
/* harmony import */ var _statement_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75541);
/** After a crash amid statements that no transaction could take back: what is done, what runs again, what nobody knows. */



const POLL_MS = 500;
/** Waits until no backend works on for a run that is gone. */
async function waitForLeftBackends(client, onWait) {
    const deployments = new Set((await (0,_statement_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .readOpenRows */ .qo)(client)).map(({ deployment }) => deployment));
    for (const deployment of deployments) {
        for (let tries = 1; await (0,_statement_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .isStillWorking */ .QN)(client, deployment); tries++) {
            if (tries === 1)
                onWait(`run ${deployment} was killed, and the server still works on its last statement: waiting`);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS);
        }
    }
}
/** Of a file that runs outside of a transaction and was begun before; nothing is done of one that was not. */
async function resumptionOf(client, migration, open) {
    const rows = open.filter(({ script }) => script === migration.script);
    if (rows.some(({ checksum }) => checksum !== migration.checksum)) {
        return { done: new Set(), refusals: [editedSince(migration)] };
    }
    const gone = rows.length === 0 ? undefined : migration.statements.find(livesInItsSession);
    if (gone)
        return { done: new Set(), refusals: [sessionGone(gone)] };
    const done = new Set();
    const refusals = [];
    for (const [position, statement] of migration.statements.entries()) {
        const own = rows.filter((row) => row.position === position);
        if (own.some(({ ending }) => ending === 'done'))
            done.add(position);
        // One in a transaction of its own would have its ending, had it been committed.
        else if (own.some(({ way }) => way === 'alone')) {
            const found = await howItEnded(client, statement);
            if (found === 'done')
                done.add(position);
            else if (found !== 'not-done')
                refusals.push(found);
        }
    }
    return { done, refusals };
}
/** Refusals for all that is pending; what was begun and is no longer pending is none's concern. */
async function unfinishedRefusals(client, pending) {
    const open = await (0,_statement_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .readOpenRows */ .qo)(client);
    if (open.length === 0)
        return [];
    const refusals = [];
    for (const migration of pending) {
        if (open.some(({ script }) => script === migration.script)) {
            refusals.push(...(await resumptionOf(client, migration, open)).refusals);
        }
    }
    return refusals;
}
const unfinished = (message, hint) => ({ gate: 'unfinished', message, hint });
const editedSince = ({ file }) => unfinished(`${file} was begun by a run that was interrupted, and was edited since`, 'put the file back and apply it to its end; or undo by hand what it did, and close it: update partition_guard.migration_statement set is_closed = true');
/** What a statement leaves to those after it in the session alone, and another session has not. */
const livesInItsSession = ({ kind, text }) => /^(?:VariableSetStmt|DiscardStmt|PrepareStmt|DeclareCursorStmt|ListenStmt|LoadStmt)$/.test(kind) ||
    /\bset_config\s*\(|\btemp(?:orary)?\s+(?:table|view|sequence)\b|\bpg_temp\b/i.test(text);
const sessionGone = (statement) => unfinished(`${at(statement)} did something for its session alone, and the run that began the file was interrupted: what comes after would go on without it`, 'undo by hand what the file has done (partition_guard.migration_statement lists it), delete its rows there, and apply again: it then begins anew');
const at = ({ file, line }) => `${file}:${line}`;
async function howItEnded(client, statement) {
    const what = await (0,_lone_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .loneStatement */ .Q)(statement);
    switch (what.kind) {
        case 'again':
            return 'not-done';
        case 'create-index':
            return what.index === undefined ? inDoubt(statement) : indexEnded(client, statement, what.index);
        case 'drop-index': {
            const states = await Promise.all(what.indexes.map((index) => indexState(client, index)));
            return states.every((state) => state === 'none') ? 'done' : 'not-done';
        }
        case 'detach':
            return detachEnded(client, statement, what);
        case 'other':
            return inDoubt(statement);
    }
}
const inDoubt = (statement) => unfinished(`${at(statement)} was begun by a run that was interrupted, and nothing tells whether it ended`, "look at what it did; then set its ending to 'done' in partition_guard.migration_statement, or delete its row there to have it run again");
async function indexEnded(client, statement, index) {
    const state = await indexState(client, index);
    if (state !== 'invalid')
        return state === 'none' ? 'not-done' : 'done';
    return unfinished(`${at(statement)} was interrupted, and left the invalid index ${index}: it is kept up by every write and used by no query`, `drop index concurrently ${index}; and apply again: the statement then runs anew`);
}
async function indexState(client, index) {
    const { rows } = await client.query('select i.indisvalid as "isValid" from pg_catalog.pg_index i where i.indexrelid = pg_catalog.to_regclass($1)', [index]);
    const [row] = rows;
    if (!row)
        return 'none';
    return row.isValid ? 'valid' : 'invalid';
}
async function detachEnded(client, statement, { table, partition }) {
    const { rows } = await client.query(`select i.inhdetachpending as "isPending" from pg_catalog.pg_inherits i
      where i.inhrelid = pg_catalog.to_regclass($1) and i.inhparent = pg_catalog.to_regclass($2)`, [partition, table]);
    const [row] = rows;
    if (!row)
        return 'done';
    if (!row.isPending)
        return 'not-done';
    return unfinished(`${at(statement)} was interrupted half-way: ${partition} is neither in ${table} nor out of it`, `alter table ${table} detach partition ${partition} finalize; and apply again: the file goes on after it`);
}


/***/ }),

/***/ 75541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ writeBegun),
/* harmony export */   D3: () => (/* binding */ closeFile),
/* harmony export */   QN: () => (/* binding */ isStillWorking),
/* harmony export */   dJ: () => (/* binding */ showWorking),
/* harmony export */   nx: () => (/* binding */ isShownWorking),
/* harmony export */   oh: () => (/* binding */ stopWorking),
/* harmony export */   qo: () => (/* binding */ readOpenRows),
/* harmony export */   zE: () => (/* binding */ writeEnding)
/* harmony export */ });
/* harmony import */ var _postgres_sql_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85497);
/* harmony import */ var _audit_audit_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33291);


/** Rows of files that never came to an end, oldest first. Reads only. */
async function readOpenRows(client) {
    if (!(await (0,_audit_audit_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAuditTables */ .T0)(client)))
        return [];
    const { rows } = await client.query(`select s.deployment, s.script, s.checksum, s.position, s.line, s.way, s.ending
       from partition_guard.migration_statement s where not s.is_closed
      order by s.deployment, s.position`);
    return rows;
}
/** @param keeper a session of its own, with no transaction open: the row is there whatever becomes of the statement. */
async function writeBegun(keeper, { deployment, migration, position, redact }, statement, way) {
    await keeper.query(`insert into partition_guard.migration_statement
       (deployment, script, checksum, position, line, statement, way) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (deployment, script, position) do nothing`, [
        deployment,
        migration.script,
        migration.checksum,
        position,
        statement.line,
        (0,_postgres_sql_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .firstLine */ .TM)(redact(statement.text)),
        way,
    ]);
}
async function writeEnding(client, { deployment, migration, position }, ending) {
    await client.query(`update partition_guard.migration_statement
        set ending = $4, ended_at = pg_catalog.clock_timestamp()
      where deployment = $1 and script = $2 and position = $3`, [deployment, migration.script, position, ending]);
}
/** The file is at its end, well or not: the history says so from here on. In the transaction of the history's row. */
async function closeFile(client, script) {
    await client.query('update partition_guard.migration_statement set is_closed = true where script = $1 and not is_closed', [script]);
}
/** While a session works on a file outside of a transaction it holds an advisory lock of (this, its deployment). */
const WORKING = 0x70677772;
async function showWorking(client, deployment) {
    await client.query('select pg_catalog.pg_advisory_lock_shared($1, $2::bigint::integer)', [
        WORKING,
        deployment,
    ]);
}
/** Whether the session still says so: a function may have let go of every lock that it holds. */
async function isShownWorking(client, deployment) {
    const { rowCount } = await client.query(`select from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.pid = pg_catalog.pg_backend_pid() and l.granted and l.objsubid = 2
        and l.classid = $1::bigint::pg_catalog.oid and l.objid = $2::bigint::pg_catalog.oid`, [WORKING, deployment]);
    return (rowCount ?? 0) > 0;
}
async function stopWorking(client, deployment) {
    await client.query('select pg_catalog.pg_advisory_unlock_shared($1, $2::bigint::integer)', [
        WORKING,
        deployment,
    ]);
}
/** Whether the server still runs a statement for a client that was killed: nobody told it to stop. */
async function isStillWorking(client, deployment) {
    const { rows } = await client.query('select pg_catalog.pg_try_advisory_lock($1, $2::bigint::integer) as "isFree"', [WORKING, deployment]);
    if (rows[0]?.isFree !== true)
        return true;
    await client.query('select pg_catalog.pg_advisory_unlock($1, $2::bigint::integer)', [WORKING, deployment]);
    return false;
}


/***/ }),

/***/ 39584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ planDeployment)
});

// EXTERNAL MODULE: ./domain/tool-version.js
var tool_version = __webpack_require__(13562);
// EXTERNAL MODULE: ./migrations/release.js
var migrations_release = __webpack_require__(50701);
// EXTERNAL MODULE: ./deploy/history/decide-pending.js + 1 modules
var decide_pending = __webpack_require__(80798);
// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./domain/range.js
var range = __webpack_require__(79064);
;// CONCATENATED MODULE: ./deploy/plan/rows-to-move.js

/** Rows of partitions that are not there afterwards, with their name and range. */
function rowsToMove({ before, after, sizeOf }) {
    return before.flatMap((layout) => {
        const later = after.find((other) => other.table === layout.table);
        if (!later)
            return [];
        const gone = layout.partitions.filter((one) => !later.partitions.some((other) => isSamePartition(one, other)));
        if (gone.length === 0)
            return [];
        const sizes = gone.map((partition) => sizeOf(partition.oid));
        return [
            {
                table: layout.table,
                rows: sizes.reduce((sum, size) => sum + (size?.rows ?? 0), 0),
                bytes: sizes.reduce((sum, size) => sum + (size?.bytes ?? 0), 0),
                reason: `${gone.length} of its ${layout.partitions.length} partitions are replaced by others`,
            },
        ];
    });
}
const isSamePartition = (a, b) => a.name === b.name &&
    (a.kind === 'range' && b.kind === 'range'
        ? (0,range/* compareBounds */.H1)(a.range.lower, b.range.lower) === 0 && (0,range/* compareBounds */.H1)(a.range.upper, b.range.upper) === 0
        : a.kind === b.kind);
/** Whether two states have the same tables with the same partitions, by name and range. */
const isSameLayouts = (a, b) => a.length === b.length &&
    a.every((one) => {
        const other = b.find((candidate) => candidate.table === one.table);
        return (other !== undefined &&
            one.keyColumn === other.keyColumn &&
            one.keyType === other.keyType &&
            one.partitions.length === other.partitions.length &&
            one.partitions.every((partition) => other.partitions.some((candidate) => isSamePartition(partition, candidate))));
    });

;// CONCATENATED MODULE: ./deploy/plan/drift.js



/** One line each; empty where there is no run to compare with. */
function driftFrom({ run, layouts, unjudged, serverVersion }) {
    if (!run)
        return [];
    const upgrade = run.scenarios.find((scenario) => scenario.name === 'upgrade');
    return [
        ...(run.verdict === 'pass' ? [] : [`the validation did not pass: its verdict is ${run.verdict}`]),
        ...serverDrift(run, serverVersion),
        ...(upgrade ? layoutDrift(upgrade.before, layouts, unjudged) : []),
    ];
}
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;
function serverDrift(run, serverVersion) {
    const joined = run.scenarios.flatMap(({ server }) => server ?? []);
    const played = [...new Set((joined.length > 0 ? joined : [run.server.version]).map(majorOf))];
    return played.includes(majorOf(serverVersion))
        ? []
        : [`the target runs PostgreSQL ${serverVersion}, and the validation ran on ${played.join(', ')}`];
}
function layoutDrift(assumed, found, unjudged) {
    const otherwise = (table) => unjudged.find((one) => one.table === table)?.reason;
    const missing = assumed.filter(({ table }) => !found.some((layout) => layout.table === table));
    return [
        ...missing.map(({ table, keyColumn }) => otherwise(table) === undefined
            ? `${table} was partitioned in the validated base, and is not on the target`
            : `${table} was partitioned by range of ${keyColumn} in the validated base; on the target ${otherwise(table)}`),
        ...found.flatMap((layout) => {
            const before = assumed.find(({ table }) => table === layout.table);
            return before
                ? partitionDrift(before, layout)
                : [`${layout.table} is partitioned on the target, and was not in the validated base`];
        }),
    ];
}
function partitionDrift(assumed, found) {
    const { table } = found;
    const key = assumed.keyColumn === found.keyColumn && assumed.keyType === found.keyType
        ? []
        : [
            `${table} is partitioned by ${found.keyColumn} (${found.keyType}) on the target, and was by ${assumed.keyColumn} (${assumed.keyType})`,
        ];
    const more = found.partitions.filter((one) => !assumed.partitions.some((other) => isSamePartition(one, other)));
    const fewer = assumed.partitions.filter((one) => !found.partitions.some((other) => isSamePartition(one, other)));
    const [here, there] = [(0,domain_layout/* defaultPartition */.qs)(found), (0,domain_layout/* defaultPartition */.qs)(assumed)];
    const caught = here && here.rows > 0 && (there?.rows ?? 0) === 0
        ? [
            `${here.name} holds about ${(0,wording/* count */.U9)(here.rows, 'row')}, and the default partition was empty in the validated base`,
        ]
        : [];
    return [
        ...key,
        ...(more.length > 0 ? [`${table} has ${named(more)} that the validated base did not have`] : []),
        ...(fewer.length > 0 ? [`${table} lacks ${named(fewer)} of the validated base`] : []),
        ...caught,
    ];
}
const NAMED = 3;
/** `4 partitions (a, b, c, …)`, by name or by range. */
const named = (partitions) => `${(0,wording/* count */.U9)(partitions.length, 'partition')} (${partitions
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ')}${partitions.length > NAMED ? ', …' : ''})`;

;// CONCATENATED MODULE: ./deploy/plan/names.js
/** Reads back what the catalog prints: `public."Booking"`. */
function parseName(printed) {
    const parts = [...printed.matchAll(/"((?:[^"]|"")*)"|([^."]+)/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    const [name = '', schema] = parts.reverse();
    return { name, ...(schema === undefined ? {} : { schema }) };
}
const SERVERS_OWN = `
  select distinct p.proname::text as name from pg_catalog.pg_proc p
   where p.pronamespace = 'pg_catalog'::regnamespace and p.proname = any ($1::text[])`;
/** Run other statements, or hold on to something, though the server brings them. */
const TELLING = new Set([
    'query_to_xml',
    'cursor_to_xml',
    'table_to_xml',
    'schema_to_xml',
    'database_to_xml',
    'lo_import',
]);
/** @returns whether a function is one of the server's own, which runs no SQL of others. */
async function readServersFunctions({ client }, called) {
    const { rows } = await client.query(SERVERS_OWN, [called.map(({ name }) => name)]);
    const known = new Set(rows.map(({ name }) => name).filter((name) => !TELLING.has(name)));
    return ({ schema, name }) => (schema === undefined || schema === 'pg_catalog') && known.has(name);
}
/** Every word that could be a table's name: also in texts that are put together, where no parser sees it. */
const wordsOf = (text) => [
    ...new Map([...text.matchAll(/"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*/gu)].map((match) => {
        const name = match[1]?.replaceAll('""', '"') ?? match[0].toLowerCase();
        return [name, { name }];
    })).values(),
];
const names_NAMED = 3;
/** `a, b, c and 4 more`. */
const listedNames = (names) => names.length <= names_NAMED
    ? names.join(', ')
    : `${names.slice(0, names_NAMED).join(', ')} and ${names.length - names_NAMED} more`;

;// CONCATENATED MODULE: ./deploy/plan/layouts-after.js


function layoutsAfter(state, run) {
    const upgrade = run?.scenarios.find((scenario) => scenario.name === 'upgrade');
    if (!run || !upgrade)
        return { notes: [] };
    const plain = becomePartitioned(state, upgrade);
    if (plain.length > 0)
        return { rowsToMove: plain, notes: plain.map(({ table }) => untold(table)) };
    if (state.layouts.length === 0)
        return { notes: [] };
    if (!isSameLayouts(state.layouts, upgrade.before)) {
        return {
            notes: [
                'The layout afterwards is not known: the validated run began with other partitions than the target has.',
            ],
        };
    }
    const sizeOf = (oid) => state.partitionSizes.get(oid);
    return {
        layouts: upgrade.after,
        rowsToMove: rowsToMove({ before: state.layouts, after: upgrade.after, sizeOf }),
        notes: [],
    };
}
/** Plain tables of the target that the validated run saw become partitioned. */
function becomePartitioned(state, { before, after }) {
    return after.flatMap(({ table }) => {
        const relation = state.relations.find(parseName(table));
        if (!relation || relation.isPartitioned || before.some((layout) => layout.table === table))
            return [];
        const reason = 'it becomes partitioned: at most all of its rows are moved';
        return [{ table, rows: relation.rows ?? 0, bytes: relation.bytes, reason }];
    });
}
const untold = (table) => `The layout of ${table} afterwards is not known: its partitions depend on the rows that it holds here.`;

;// CONCATENATED MODULE: ./deploy/plan/measured-locks.js

const NOT_MEASURED = { byStatement: new Map(), watched: new Set() };
/**
 * Only `upgrade` plays the migrations on tables in use; the other scenarios lock by calls made afterwards.
 * @param run known to be of these very migrations.
 * @param isOpaque whether a statement runs what it does not show.
 */
function measuredBy(run, migrations, isOpaque) {
    const upgrade = run.scenarios.find(({ name }) => name === 'upgrade');
    if (!upgrade?.locks || upgrade.rows.before === 0)
        return NOT_MEASURED;
    const watched = watchedFiles(run, migrations);
    const statements = migrations.flatMap((migration) => migration.statements);
    const callers = statements.filter((one) => watched.has(one.file) && isOpaque(one));
    const byStatement = new Map();
    let isWhole = upgrade.locks.unlisted === 0;
    for (const span of upgrade.locks.held) {
        const own = statementAt(statements, span);
        // In a function's body: whoever calls it holds the lock.
        const takers = own && !isDefinition(own) ? [own] : callers.filter((one) => mentions(one, own));
        if (takers.length === 0)
            isWhole = false;
        for (const taker of takers)
            byStatement.set(taker, [...(byStatement.get(taker) ?? []), span]);
    }
    return { byStatement, watched: isWhole ? watched : new Set() };
}
/** Versioned files from the first one under test on; which repeatable ones were under test, nothing tells. */
function watchedFiles({ migrations: told }, migrations) {
    return new Set(told.flatMap(({ folder, firstUnderTest }) => {
        const versions = migrations.filter((one) => one.folder === folder && one.kind === 'versioned');
        const first = versions.findIndex(({ file }) => file === firstUnderTest);
        return first < 0 ? [] : versions.slice(first).map(({ file }) => file);
    }));
}
function statementAt(statements, { location }) {
    if (!location)
        return undefined;
    return statements.findLast(({ file, line }) => file === location.file && line <= location.line);
}
const isDefinition = ({ routine }) => routine?.name !== undefined;
const mentions = (caller, definition) => {
    const name = definition?.routine?.name?.name;
    return name !== undefined && wordsOf(caller.text).some((word) => word.name === name);
};
/** One lock a table. */
function expectedLocks(spans, scale) {
    // A transaction's locks are let go of together: a table without rows is locked as long as the rows of another take.
    const ofAll = Math.max(1, ...scale.transaction.flatMap((span) => factorOf(span, scale) ?? []));
    const tables = [...new Set(spans.map(({ table }) => table))];
    return tables.map((table) => expectedOf(longest(spans.filter((one) => one.table === table)), scale, ofAll));
}
const heldMs = ({ fromMs, toMs }) => toMs - fromMs;
const STRENGTH = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'];
/** The strongest mode, for the longest time. */
function longest(spans) {
    const [first, ...rest] = spans;
    if (!first)
        throw new RangeError('no lock was seen');
    return rest.reduce((worst, span) => {
        const longer = heldMs(span) > heldMs(worst) ? span : worst;
        const mode = STRENGTH.indexOf(span.mode) > STRENGTH.indexOf(worst.mode) ? span.mode : worst.mode;
        return { ...longer, mode };
    }, first);
}
function expectedOf(span, scale, ofAll) {
    const { table, mode, rows } = span;
    const seen = { heldMs: heldMs(span), ...(rows === undefined ? {} : { rows }) };
    if (!scale.growsWithRows)
        return { table, mode, heldMs: seen.heldMs, measured: seen };
    const factor = factorOf(span, scale) ?? ofAll;
    const measured = factor > 1 ? { ...seen, factor } : seen;
    return { table, mode, heldMs: Math.round(seen.heldMs * factor), measured };
}
/** How many times the rows of the run the target has behind the lock; never less than one: not all of it is rows. */
function factorOf({ table, parent, rows }, { relations }) {
    const there = relations.all().find((relation) => relation.table === (parent ?? table));
    if (rows === undefined || rows === 0 || there?.rows === undefined)
        return undefined;
    return Math.max(1, there.rows / rows);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./domain/canonical-json.js
/** JSON that is the same for the same value, whatever order its keys were given in: what digests are made of. */
/** Keys by code unit, no blanks; arrays stay in their order. */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map((one) => canonicalJson(one)).join(',')}]`;
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value);
    const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

;// CONCATENATED MODULE: ./deploy/plan/plan-digest.js
/** The digest that a plan is approved and applied by: what would be done, and what it would be done to. */


/**
 * The same for the same state, in whatever order the catalog gives it; neither row counts nor how much is verified is
 * in it.
 */
function planDigest(identity) {
    const { release, database, schema, pending, calls, placeholders, rules, shapes, routines } = identity;
    const told = canonicalJson({
        release,
        database,
        schema: schema ?? null,
        placeholders,
        rules: plain(rules),
        pending: pending.map(({ script, checksum }) => [script, checksum]),
        calls,
        routines: sorted(routines),
        tables: sorted(shapes.map(({ table, shape }) => [table, withSortedPartitions(shape)])),
    });
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(told, 'utf8').digest('hex')}`;
}
/** Instants are no numbers that JSON has. */
const plain = (value) => JSON.parse(JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? `${one} µs` : one)));
const sorted = (values) => values
    .map((value) => ({ value, text: canonicalJson(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);
function withSortedPartitions(shape) {
    if (shape === null || typeof shape !== 'object' || Array.isArray(shape))
        return shape;
    const { partitions, ...rest } = shape;
    return { ...rest, partitions: Array.isArray(partitions) ? sorted(partitions) : [] };
}

// EXTERNAL MODULE: ./settings/manage-call.js
var manage_call = __webpack_require__(9402);
;// CONCATENATED MODULE: ./deploy/plan/planned-calls.js


/**
 * Nothing is called unless it is configured, and no interval is changed unless one alone is listed under `intervals:`:
 * of several, those that validation plays, the target keeps the one that it has.
 */
function plannedCalls({ manage, intervals, retention }, layouts) {
    const { call } = manage;
    const [first, ...others] = intervals;
    if (!call || first === undefined)
        return { calls: [], notes: [] };
    const render = (interval) => (0,manage_call/* renderManageCall */.ar)(call, interval, retention?.keep);
    const takesInterval = (0,manage_call/* parametersOf */.mC)(call.sql).some((name) => name !== 'keep');
    if (!takesInterval || others.length === 0)
        return { calls: [render(first)], notes: [] };
    const [kept, another] = new Set(layouts.flatMap((layout) => (0,domain_layout/* commonInterval */.$$)(layout) ?? []));
    if (kept !== undefined && another === undefined && intervals.includes(kept)) {
        return {
            calls: [render(kept)],
            notes: [`The configured call is made for ${kept}, the interval that the target has now.`],
        };
    }
    return {
        calls: [],
        notes: [
            `The configured call is not made: intervals: lists ${intervals.join(', ')}, and the target has ${present(kept, another)}. To have it called, list the one interval that this target is to have.`,
        ],
    };
}
function present(kept, another) {
    if (kept === undefined)
        return 'no partitions of one interval yet';
    return another === undefined ? `${kept} partitions` : `${kept} and ${another} partitions`;
}

// EXTERNAL MODULE: ./domain/deployment.js
var deployment = __webpack_require__(28542);
// EXTERNAL MODULE: ./migrations/locks/statement-locks.js + 3 modules
var statement_locks = __webpack_require__(64963);
// EXTERNAL MODULE: ./migrations/sql-parser.js
var sql_parser = __webpack_require__(12894);
;// CONCATENATED MODULE: ./deploy/plan/planned-statements.js




async function saidBy(migrations) {
    const parser = await (0,sql_parser/* loadSqlParser */.Ok)();
    return migrations.map((migration) => ({
        migration,
        statements: migration.statements.map((statement) => ({
            statement,
            said: (0,statement_locks/* statementLocks */.M)(parser, statement.text),
        })),
    }));
}
/** Every relation that a statement names as one that it locks. */
const namesIn = (said) => said.flatMap(({ statements }) => statements.flatMap((one) => one.said.locks.map((lock) => lock.relation)));
/** Every function that a statement calls. */
const callsIn = (said) => said.flatMap(({ statements }) => statements.flatMap((one) => one.said.calls ?? []));
/** In order: what one statement renames or makes, the next ones know by that name. */
function plannedMigrations(said, on) {
    let { relations } = on;
    return said.map(({ migration, statements }) => ({
        ...(migration.kind === 'versioned' ? { version: migration.version } : {}),
        description: migration.description,
        file: migration.file,
        script: migration.script,
        checksum: migration.checksum,
        transaction: migration.transaction === 'none' ? 'none' : 'one',
        statements: statements.map((one, i) => {
            const planned = plannedStatement(one, restOf(statements, i, migration), migration, {
                ...on,
                relations,
            });
            relations = relations.after(one.said.naming);
            return planned;
        }),
    }));
}
/** Its locks are held until the transaction ends: what the statements after it do counts as well. */
const restOf = (statements, i, { transaction }) => (transaction === 'none' ? statements.slice(i, i + 1) : statements.slice(i));
function plannedStatement({ statement, said }, rest, { file }, on) {
    const { relations, measured } = on;
    const isOpaque = runsUnknown(said, on);
    const told = said.locks.flatMap((lock) => onTarget(lock, relations));
    const spans = measured.byStatement.get(statement) ?? [];
    const seen = expectedLocks(spans, {
        relations,
        growsWithRows: rest.some((one) => one.said.work !== 'catalog' || runsUnknown(one.said, on)),
        transaction: [...measured.byStatement].flatMap(([one, held]) => (one.file === file ? held : [])),
    });
    const isMeasured = seen.length > 0 || (isOpaque && measured.watched.has(file));
    return {
        file: statement.file,
        line: statement.line,
        text: firstLine(statement.text),
        work: isOpaque ? 'unknown' : said.work,
        locks: strongest([...seen, ...told]),
        basis: isMeasured ? 'validation' : isOpaque ? 'unknown' : 'statement',
    };
}
const runsUnknown = ({ isOpaque = false, calls = [] }, { isServers }) => isOpaque || calls.some((call) => !isServers(call));
/** What the target does not have yet, nobody can wait for. */
function onTarget({ relation, mode, follows }, relations) {
    const found = relations.find(relation);
    if (!found)
        return [];
    if (follows === 'index')
        return found.indexOf === undefined ? [] : [{ table: found.indexOf, mode }];
    return [
        { table: found.table, mode },
        ...(follows === undefined ? [] : followers(found, follows).map((table) => lockedAlong(table))),
        // A partition comes and goes with the foreign keys of its table.
        ...(follows === 'partitioned'
            ? found.references.map((table) => ({ table, mode: 'SHARE ROW EXCLUSIVE' }))
            : []),
    ];
}
const lockedAlong = (table) => ({ table, mode: 'ACCESS EXCLUSIVE' });
function followers(found, follows) {
    const byDefault = found.defaultPartition === undefined ? [] : [found.defaultPartition];
    if (follows === 'partitioned')
        return byDefault;
    const parent = found.partitionOf === undefined ? [] : [found.partitionOf, ...byDefault];
    return [...parent, ...found.linked].filter((table) => table !== found.table);
}
/** One lock a table: the strongest; of the same, the one whose time is known. */
function strongest(locks) {
    const byTable = new Map();
    for (const lock of locks) {
        const other = byTable.get(lock.table);
        if (!other || rank(lock) > rank(other)) {
            byTable.set(lock.table, { ...timeOf(other), ...lock });
        }
        else if (other.heldMs === undefined)
            byTable.set(lock.table, { ...timeOf(lock), ...other });
    }
    return [...byTable.values()].sort((a, b) => rank(b) - rank(a) || (a.table < b.table ? -1 : a.table > b.table ? 1 : 0));
}
const rank = ({ mode }) => deployment/* TABLE_LOCK_MODES */.q.indexOf(mode);
const timeOf = (lock) => ({
    ...(lock?.heldMs === undefined ? {} : { heldMs: lock.heldMs }),
    ...(lock?.measured === undefined ? {} : { measured: lock.measured }),
});
const firstLine = (text) => text.split('\n', 1)[0]?.trim() ?? '';

// EXTERNAL MODULE: ./deploy/plan/reading.js
var reading = __webpack_require__(24328);
;// CONCATENATED MODULE: ./deploy/plan/routines.js
/**
 * All of them, called or not: a name can be put together at run time, so that none can be known to be out of reach. The
 * server's own and those of extensions go by their versions, temporary ones with their session.
 */
const ROUTINES = `
  select pg_catalog.format('%s %I.%I(%s)', p.prokind, n.nspname, p.proname,
                           pg_catalog.pg_get_function_identity_arguments(p.oid)) as routine,
         pg_catalog.pg_get_userbyid(p.proowner)::text as owner,
         pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
           pg_catalog.pg_get_functiondef(p.oid), pg_catalog.getdatabaseencoding())), 'hex') as body
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
   where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
     and p.prokind <> 'a'
     and not exists (select from pg_catalog.pg_depend d
                      where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid
                        and d.deptype = 'e')`;
/** All of them, as with routines; what is materialized holds rows of its own, and says where they come from. */
const VIEWS = `
  select pg_catalog.format('%s %I.%I', c.relkind, n.nspname, c.relname) as view,
         pg_catalog.pg_get_userbyid(c.relowner)::text as owner,
         c.reloptions::text as options,
         pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
           pg_catalog.pg_get_viewdef(c.oid), pg_catalog.getdatabaseencoding())), 'hex') as body
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('v', 'm')
     and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
     and not exists (select from pg_catalog.pg_depend d
                      where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
                        and d.deptype = 'e')`;
const EVENT_TRIGGERS = `
  select e.evtname::text as name, e.evtevent::text as event, e.evtenabled::text as enabled, e.evttags as tags,
         e.evtfoid::pg_catalog.regprocedure::text as routine
    from pg_catalog.pg_event_trigger e`;
/** Plain values, in any order, for a digest alone. */
async function readRoutines({ client }) {
    const { rows: routines } = await client.query(ROUTINES);
    const { rows: views } = await client.query(VIEWS);
    const { rows: triggers } = await client.query(EVENT_TRIGGERS);
    return [...routines, ...views, ...triggers];
}

;// CONCATENATED MODULE: ./deploy/plan/blocking-sessions.js
/** Transactions that stay open on the target, and what of it apply would have to wait for. */

/** What is open for longer is no ordinary use of a database. */
const PATIENCE = { longS: 60, inTheWayS: 10 };
/** The root stands for its partitions: who locks one of them is in the way of the whole. */
const LOCKS_OF = (which) => `
  coalesce((select pg_catalog.json_agg(distinct pg_catalog.jsonb_build_object('oid', wanted.oid::int8, 'mode', l.mode))
              from pg_catalog.pg_locks l
              join pg_catalog.pg_class c on c.oid = l.relation
              join pg_catalog.unnest($1::oid[]) wanted(oid)
                on wanted.oid in (c.oid, case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::oid end)
             where l.granted and l.locktype = 'relation' and ${which}
               and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())),
           '[]')`;
const SESSIONS = `
  select a.pid, a.usename::text as role, a.application_name as application, a.state,
         extract(epoch from pg_catalog.clock_timestamp() - a.xact_start)::float8 as seconds,
         a.state is null and a.backend_type is null as "isHidden",
         a.backend_type is not distinct from 'autovacuum worker' as "isVacuum",
         ${LOCKS_OF('l.pid = a.pid')} as locks
    from pg_catalog.pg_stat_activity a
   where a.pid <> pg_catalog.pg_backend_pid() and a.datname = pg_catalog.current_database()
     and (a.backend_type is null or a.backend_type = 'client backend'
          or (a.backend_type = 'autovacuum worker' and a.query like '%(to prevent wraparound)'))
   order by a.xact_start nulls last, a.pid`;
/** It has no process; what ties its locks together is the one on its own transaction id. */
const OF_PREPARED = `l.pid is null and l.virtualtransaction = (
  select own.virtualtransaction from pg_catalog.pg_locks own
   where own.pid is null and own.locktype = 'transactionid' and own.transactionid = x.transaction)`;
const PREPARED = `
  select x.gid, x.owner::text as owner,
         extract(epoch from pg_catalog.clock_timestamp() - x.prepared)::float8 as seconds,
         ${LOCKS_OF(OF_PREPARED)} as locks
    from pg_catalog.pg_prepared_xacts x
   where x.database = pg_catalog.current_database()
   order by x.prepared`;
/** @param wanted the locks of the pending statements, the strongest of each table. */
async function readSessions({ client }, wanted, patience) {
    const oids = [wanted.map(({ oid }) => oid)];
    const { rows: sessions } = await client.query(SESSIONS, oids);
    const { rows: prepared } = await client.query(PREPARED, oids);
    const hidden = sessions.filter(({ isHidden }) => isHidden);
    return {
        blockers: [
            ...sessions.flatMap((session) => openTransaction(session, wanted, patience)),
            ...prepared.map((transaction) => preparedTransaction(transaction, wanted)),
        ],
        notes: hidden.length === 0
            ? []
            : [
                `Not judged: ${hidden.length} ${hidden.length === 1 ? 'session' : 'sessions'} of other roles, whose transactions this role may not see. GRANT pg_monitor to it, or pg_read_all_stats, would let it.`,
            ],
    };
}
function openTransaction(session, wanted, patience) {
    const { pid, seconds, state, isHidden } = session;
    if (isHidden || seconds === null)
        return [];
    const way = inTheWay(session.locks, wanted);
    if (seconds < (way.length > 0 ? patience.inTheWayS : patience.longS))
        return [];
    const idle = state?.startsWith('idle in transaction') === true ? ', idle in it' : '';
    const who = session.isVacuum
        ? `an autovacuum against wraparound (session ${pid})`
        : `session ${pid}${session.application ? ` of ${session.application}` : ''}${session.role === null ? '' : `, role ${session.role},`}`;
    return [
        {
            kind: 'long-transaction',
            weight: 'warn',
            message: `${who} has been in a transaction for ${ageOf(seconds)}${idle}${wayWords(way)}`,
            hint: session.isVacuum
                ? 'wait for its end: it starts again when it is ended'
                : `wait for its end, or end it: select pg_terminate_backend(${pid})`,
        },
    ];
}
/** It stays until somebody ends it, and so do its locks. */
function preparedTransaction({ gid, owner, seconds, locks }, wanted) {
    const way = inTheWay(locks, wanted);
    const name = `'${gid.replaceAll("'", "''")}'`;
    return {
        kind: 'prepared-transaction',
        weight: way.length > 0 ? 'refuse' : 'warn',
        message: `the prepared transaction ${name} of ${owner} has been open for ${ageOf(seconds)}${wayWords(way)}`,
        hint: `COMMIT PREPARED ${name} or ROLLBACK PREPARED ${name}, whichever its transaction manager wants`,
    };
}
function inTheWay(locks, wanted) {
    return locks.flatMap(({ oid, mode }) => {
        const held = modeOf(mode);
        return wanted
            .filter((one) => one.oid === oid && conflicts(held, one.mode))
            .map((one) => ({ held, wanted: one }));
    });
}
const wayWords = (way) => {
    const [first] = way;
    if (!first)
        return '';
    const more = new Set(way.map(({ wanted }) => wanted.table)).size - 1;
    return `, and holds ${first.held} on ${first.wanted.table}${more > 0 ? ` and locks on ${more} more` : ''}, which ${first.wanted.mode} has to wait for`;
};
/** As pg_locks prints them: `AccessExclusiveLock`. */
const modeOf = (printed) => deployment/* TABLE_LOCK_MODES */.q.find((mode) => `${mode.replaceAll(' ', '')}LOCK` === printed.toUpperCase()) ??
    'ACCESS EXCLUSIVE';
/** PostgreSQL's table of conflicting lock modes: by each mode, the weakest that it conflicts with. */
const CONFLICTS = {
    'ACCESS SHARE': ['ACCESS EXCLUSIVE'],
    'ROW SHARE': ['EXCLUSIVE', 'ACCESS EXCLUSIVE'],
    'ROW EXCLUSIVE': ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'],
    'SHARE UPDATE EXCLUSIVE': deployment/* TABLE_LOCK_MODES */.q.slice(3),
    SHARE: ['ROW EXCLUSIVE', 'SHARE UPDATE EXCLUSIVE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'],
    'SHARE ROW EXCLUSIVE': deployment/* TABLE_LOCK_MODES */.q.slice(2),
    EXCLUSIVE: deployment/* TABLE_LOCK_MODES */.q.slice(1),
    'ACCESS EXCLUSIVE': deployment/* TABLE_LOCK_MODES */.q,
};
const conflicts = (held, wanted) => CONFLICTS[held].includes(wanted);
function ageOf(seconds) {
    if (seconds < 120)
        return `${Math.round(seconds)} s`;
    if (seconds < 7200)
        return `${Math.round(seconds / 60)} min`;
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}

// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
;// CONCATENATED MODULE: ./deploy/plan/disk.js

const FREE_DISK = 'PARTITION_GUARD_FREE_DISK';
/** What is written anew lies beside the old until the end, and goes through the write-ahead log as well. */
const TIMES = 2;
function judgeDisk({ env, pending, sizes, rowsToMove }) {
    const free = freeDisk(env);
    const statements = pending.flatMap((migration) => migration.statements);
    const writing = statements.filter(({ work }) => work === 'writes-rows' || work === 'unknown');
    if (writing.length === 0)
        return { blockers: [], notes: [] };
    const rewritten = new Set(statements
        .filter(({ work }) => work === 'writes-rows')
        .flatMap(({ locks }) => locks.filter(({ mode }) => mode === 'ACCESS EXCLUSIVE').map(({ table }) => table)));
    const moved = rowsToMove?.filter(({ table }) => !rewritten.has(table)) ?? [];
    const bytes = [...moved, ...sizes.filter(({ table }) => rewritten.has(table))].reduce((sum, one) => sum + one.bytes, 0);
    const needed = bytes * TIMES;
    if (rowsToMove === undefined && needed === 0) {
        return {
            blockers: [],
            notes: ['Whether the disk has room is not judged: how much is written is not known.'],
        };
    }
    const atLeast = rowsToMove === undefined ? 'at least ' : '';
    if (free === undefined) {
        const note = `Whether the disk has room is not judged: PostgreSQL does not tell how much is free. ${atLeast === '' ? 'About' : 'At least'} ${gigabytes(needed)} are written anew, the write-ahead log included. ${FREE_DISK}=40GB has it judged.`;
        return { blockers: [], notes: needed === 0 ? [] : [note] };
    }
    if (needed <= free) {
        const open = `Whether ${gigabytes(free)} of free disk are enough is not known: ${atLeast}${gigabytes(needed)} are written anew.`;
        return { blockers: [], notes: rowsToMove === undefined ? [open] : [] };
    }
    return {
        blockers: [
            {
                kind: 'disk',
                weight: 'refuse',
                message: `${atLeast}${gigabytes(needed)} are written anew, the write-ahead log included, and ${gigabytes(free)} are free`,
                hint: `make room, or cut the migration into smaller ones; ${FREE_DISK} says how much is free`,
            },
        ],
        notes: [],
    };
}
const gigabytes = (bytes) => bytes >= 1024 ** 3 ? `${(bytes / 1024 ** 3).toFixed(1)} GB` : `${Math.ceil(bytes / 1024 ** 2)} MB`;
const STEPS = { kB: 1, MB: 2, GB: 3, TB: 4 };
/** Bytes; as PostgreSQL writes sizes. */
function freeDisk(env) {
    const text = env[FREE_DISK];
    if (text === undefined || text.trim() === '')
        return undefined;
    const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(kB|MB|GB|TB)\s*$/.exec(text) ?? [];
    const step = STEPS[unit];
    if (step === undefined) {
        throw new operator_error/* OperatorError */.n(`${FREE_DISK} is "${text.slice(0, 40)}", which is no size`, {
            code: 'free-disk-unreadable',
            hint: `Write it as PostgreSQL writes sizes: ${FREE_DISK}=40GB (kB, MB, GB, TB).`,
        });
    }
    return Number(number) * 1024 ** step;
}

;// CONCATENATED MODULE: ./deploy/plan/replication.js
const BEHIND_S = 60;
const BEHIND_BYTES = 1024 ** 3;
const REPLICAS = `
  select r.application_name as name, r.state,
         pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), r.replay_lsn)::float8 as bytes,
         extract(epoch from r.replay_lag)::float8 as seconds
    from pg_catalog.pg_stat_replication r
   order by r.application_name, r.pid`;
async function readReplication({ client }) {
    const { rows } = await client.query('select pg_catalog.pg_is_in_recovery() as "isReplica"');
    if (rows[0]?.isReplica === true) {
        return {
            blockers: [
                {
                    kind: 'replica',
                    weight: 'refuse',
                    message: 'this server is a replica: nothing can be written here',
                    hint: 'give the address of the primary',
                },
            ],
            notes: [],
        };
    }
    const { rows: replicas } = await client.query(REPLICAS);
    const hidden = replicas.filter(({ state }) => state === null).length;
    return {
        blockers: replicas.flatMap(behind),
        notes: hidden === 0
            ? []
            : [
                `Not judged: how far ${hidden === 1 ? 'the replica is' : `${hidden} replicas are`} behind, which this role may not see. GRANT pg_monitor to it, or pg_read_all_stats, would let it.`,
            ],
    };
}
function behind({ name, state, bytes, seconds }) {
    if (state === null)
        return [];
    const late = seconds !== null && seconds >= BEHIND_S;
    const far = bytes !== null && bytes >= BEHIND_BYTES;
    if (!late && !far)
        return [];
    const much = [
        ...(late ? [`${Math.round(seconds)} s`] : []),
        ...(far ? [`${(bytes / 1024 ** 3).toFixed(1)} GB`] : []),
    ].join(', ');
    return [
        {
            kind: 'replication-lag',
            weight: 'warn',
            message: `the replica ${name === null || name === '' ? 'without a name' : name} is ${much} behind`,
            hint: 'wait until it has caught up: whatever is written now, it has to replay as well',
        },
    ];
}

;// CONCATENATED MODULE: ./deploy/plan/standing.js
/** What would make an apply wait or fail now: open transactions, replicas, the disk. */




async function readStanding(read, { env, pending, calls, sizes, rowsToMove, state }) {
    // What is not done waits for nothing.
    if (pending.length === 0 && calls.length === 0)
        return { blockers: [], notes: [] };
    const parts = [
        await readReplication(read),
        await readSessions(read, wantedLocks(pending, state, calls.length > 0), PATIENCE),
        judgeDisk({ env, pending, sizes, rowsToMove }),
    ];
    return { blockers: parts.flatMap((part) => part.blockers), notes: parts.flatMap((part) => part.notes) };
}
/** The strongest of each table. What cannot be seen may lock what is judged, and alters it then. */
function wantedLocks(pending, { tables }, calls) {
    const statements = pending.flatMap((migration) => migration.statements);
    const isOpaque = calls || statements.some(({ basis }) => basis === 'unknown');
    return tables.flatMap(({ relation: { oid, table }, isJudged }) => {
        const modes = statements.flatMap(({ locks }) => locks.filter((lock) => lock.table === table).map(({ mode }) => mode));
        const [mode] = [...modes].sort((a, b) => deployment/* TABLE_LOCK_MODES */.q.indexOf(b) - deployment/* TABLE_LOCK_MODES */.q.indexOf(a));
        if (isOpaque && isJudged)
            return [{ oid, table, mode: 'ACCESS EXCLUSIVE' }];
        return mode === undefined ? [] : [{ oid, table, mode }];
    });
}

;// CONCATENATED MODULE: ./deploy/plan/table-shapes.js
const COLUMNS = `
  select pg_catalog.json_agg(pg_catalog.json_build_array(
           a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
           pg_catalog.pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
    from pg_catalog.pg_attribute a
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;
const TRIGGERS = `
  select pg_catalog.json_agg(pg_catalog.json_build_array(
           t.tgname, t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid)) order by t.tgname collate "C")
    from pg_catalog.pg_trigger t
   where t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0`;
const CONSTRAINTS = `
  select pg_catalog.json_agg(pg_catalog.json_build_array(
           k.conname, pg_catalog.pg_get_constraintdef(k.oid)) order by k.conname collate "C")
    from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.conparentid = 0`;
const RULES = `
  select pg_catalog.json_agg(pg_catalog.pg_get_ruledef(r.oid) order by r.rulename collate "C")
    from pg_catalog.pg_rewrite r where r.ev_class = c.oid`;
/** Which rows a role is shown, or may write. */
const ROW_SECURITY = `
  select pg_catalog.json_build_array(c.relrowsecurity, c.relforcerowsecurity, (
    select pg_catalog.json_agg(pg_catalog.json_build_array(
             s.polname, s.polcmd, s.polpermissive,
             (select pg_catalog.json_agg(case when r.oid = 0 then 'public' else pg_catalog.pg_get_userbyid(r.oid)::text end
                                         order by r.oid) from pg_catalog.unnest(s.polroles) r(oid)),
             pg_catalog.pg_get_expr(s.polqual, s.polrelid), pg_catalog.pg_get_expr(s.polwithcheck, s.polrelid))
             order by s.polname collate "C")
      from pg_catalog.pg_policy s where s.polrelid = c.oid))`;
/** What its parent has no part in. */
const OWN_INDEXES = `
  select pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid)
                             order by pg_catalog.pg_get_indexdef(i.indexrelid) collate "C")
    from pg_catalog.pg_index i
   where i.indrelid = c.oid
     and not exists (select from pg_catalog.pg_inherits h where h.inhrelid = i.indexrelid)`;
const FILLED_COLUMNS = `
  select pg_catalog.string_agg(a.attname, ',' order by a.attnum)
    from pg_catalog.pg_attribute a
   where a.attrelid = c.oid and a.attnum > 0 and a.attnotnull and not a.attisdropped`;
/** With every partition's name, bound, and what it has of its own to refuse or change a row with, however deep. */
const SHAPES = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
         pg_catalog.json_build_object(
           'kind', c.relkind,
           'key', case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
           'columns', (${COLUMNS}),
           'constraints', (${CONSTRAINTS}),
           'indexes', (select pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid)
                                                  order by pg_catalog.pg_get_indexdef(i.indexrelid) collate "C")
                         from pg_catalog.pg_index i where i.indrelid = c.oid),
           'rules', (${RULES}),
           'rowSecurity', (${ROW_SECURITY}),
           'triggers', (${TRIGGERS})) as shape,
         parts.partitions
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join lateral (
      select pg_catalog.json_agg(pg_catalog.json_build_array(
               tree.relid::regclass::text, tree.parentrelid::regclass::text,
               pg_catalog.pg_get_expr(c.relpartbound, c.oid), c.relkind, (${TRIGGERS}), (${CONSTRAINTS}), (${RULES}),
               (${ROW_SECURITY}), (${OWN_INDEXES}), (${FILLED_COLUMNS}))) as partitions
        from pg_catalog.pg_partition_tree(c.oid) tree
        join pg_catalog.pg_class c on c.oid = tree.relid
       where tree.level > 0) parts on c.relkind = 'p'
   where c.oid = any ($1::oid[])`;
/** @param oids of tables; what is no table is left out. */
async function readShapes({ client }, oids) {
    const { rows } = await client.query(SHAPES, [oids]);
    return rows.map(({ table, shape, partitions }) => ({
        table,
        shape: { ...shape, partitions: partitions ?? [] },
    }));
}

;// CONCATENATED MODULE: ./deploy/plan/target-lacks.js
/** Roles, extensions and ownership that the pending statements count on, and the target does not have. */

const MISSING = `
  select array(select role from pg_catalog.unnest($1::text[]) role
                where not exists (select from pg_catalog.pg_roles r where r.rolname = role)) as roles,
         array(select name from pg_catalog.unnest($2::text[]) name
                where not exists (select from pg_catalog.pg_available_extensions e where e.name = name.name)) as extensions`;
const OWNERS = `
  select root.oid as root, pg_catalog.pg_get_userbyid(root.relowner)::text as owner,
         pg_catalog.pg_has_role(root.relowner, 'USAGE') as "isOurs",
         array(select part.oid::regclass::text from pg_catalog.pg_partition_tree(root.oid) tree
                 join pg_catalog.pg_class part on part.oid = tree.relid
                where part.relowner <> root.relowner order by 1) as others
    from pg_catalog.pg_class root where root.oid = any ($1::oid[])`;
/** Words that stand for a role and are none. */
const NO_ROLES = new Set(['public', 'current_user', 'current_role', 'session_user']);
async function readLacks({ client }, { said, tables, user }) {
    const wishes = said.flatMap(({ migration }) => migration.statements.flatMap((one) => one.wishes ?? []));
    const made = new Set(wishes.flatMap((one) => one.makesRoles));
    const roles = [...new Set(wishes.flatMap((one) => one.namesRoles))].filter((role) => !made.has(role) && !NO_ROLES.has(role));
    const extensions = [...new Set(wishes.flatMap((one) => one.extensions))];
    const { rows: missing } = await client.query(MISSING, [
        roles,
        extensions,
    ]);
    const { rows: owners } = await client.query(OWNERS, [tables.map(({ oid }) => oid)]);
    const [lacking] = missing;
    const nameOf = (oid) => tables.find((one) => one.oid === oid)?.table ?? String(oid);
    const foreign = owners.filter(({ isOurs }) => !isOurs);
    return {
        drift: [
            ...(lacking?.roles ?? []).map((role) => `the migrations name the role ${role}, and the target has none of that name`),
            ...(lacking?.extensions ?? []).map((name) => `the migrations make the extension ${name}, and the target's server does not have it`),
            ...owners
                .filter(({ others }) => others.length > 0)
                .map(({ root, owner, others }) => `${nameOf(root)} belongs to ${owner}, and ${listedNames(others)} to ${others.length === 1 ? 'another role' : 'other roles'}: only their owners may attach, detach or drop them`),
        ],
        notes: foreign.length === 0
            ? []
            : [
                `${listedNames(foreign.map(({ root }) => nameOf(root)))} ${foreign.length === 1 ? 'belongs' : 'belong'} to a role that ${user} is no member of: apply has to run as a role that is.`,
            ],
    };
}

// EXTERNAL MODULE: ./postgres/catalog-layout.js
var catalog_layout = __webpack_require__(69708);
;// CONCATENATED MODULE: ./deploy/plan/relations.js
class Relations {
    #byName;
    #searchPath;
    constructor(byName, searchPath) {
        this.#byName = byName;
        this.#searchPath = searchPath;
    }
    /** As the session would find it; undefined where the target has none of that name. */
    find(name) {
        return this.#byName.get(keyOf(name));
    }
    /** The same tables under the names that they have after a statement. */
    after(naming) {
        if (!naming)
            return this;
        const byName = new Map(this.#byName);
        if (naming.kind === 'makes') {
            if (naming.unlessThere && this.find(naming.name))
                return this;
            for (const key of this.#keysOf(naming.name))
                byName.delete(key);
        }
        else {
            const renamed = this.find(naming.from);
            for (const key of this.#keysOf(naming.from))
                byName.delete(key);
            if (renamed)
                for (const key of this.#keysOf(naming.to))
                    byName.set(key, renamed);
        }
        return new Relations(byName, this.#searchPath);
    }
    /** With its schema and without it, where the first schema of the path is meant. */
    #keysOf({ schema, name }) {
        const [first] = this.#searchPath;
        if (schema === undefined)
            return [keyOf({ name }), ...(first === undefined ? [] : [keyOf({ schema: first, name })])];
        return [keyOf({ schema, name }), ...(schema === first ? [keyOf({ name })] : [])];
    }
    /** Each once. */
    all() {
        return [...new Map([...this.#byName.values()].map((one) => [one.oid, one])).values()];
    }
}
const keyOf = ({ schema, name }) => JSON.stringify([schema ?? null, name]);
/** Rows that nobody has estimated count as none where there is no page, and make the sum unknown where there is. */
const ESTIMATED_ROWS = `
  case when c.reltuples > 0 then c.reltuples::float8
       when pg_catalog.pg_stat_get_live_tuples(c.oid) > 0 then pg_catalog.pg_stat_get_live_tuples(c.oid)::float8
       when c.reltuples = 0 and c.relpages > 0 then 0
       when pg_catalog.pg_relation_size(c.oid) = 0 then 0
  end`;
const FOUND = `
  with wanted as (
    select w.schema, w.name from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) w(schema, name)
  ), found as (
    select distinct on (w.schema, w.name) w.schema, w.name, c.oid
      from wanted w
      join pg_catalog.pg_class c on c.relname = w.name
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = w.schema or (w.schema is null and n.nspname = any ($3::text[]))
     order by w.schema, w.name, pg_catalog.array_position($3::text[], n.nspname::text)
  )
  select f.schema, f.name, c.oid,
         pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
         case when c.relkind in ('r', 'p') then 'table' when c.relkind in ('i', 'I') then 'index' else 'other' end as kind,
         c.relkind = 'p' as "isPartitioned",
         size.rows, size.bytes,
         (select i.indrelid::regclass::text from pg_catalog.pg_index i where i.indexrelid = c.oid) as "indexOf",
         (select h.inhparent::regclass::text from pg_catalog.pg_inherits h
           where h.inhrelid = c.oid and c.relispartition) as "partitionOf",
         (select nullif(p.partdefid, 0)::regclass::text from pg_catalog.pg_partitioned_table p
           where p.partrelid = coalesce(
                 (select h.inhparent from pg_catalog.pg_inherits h where h.inhrelid = c.oid and c.relispartition),
                 c.oid)) as "defaultPartition",
         coalesce((select pg_catalog.array_agg(distinct other.oid::regclass::text)
                     from pg_catalog.pg_constraint k
                     join pg_catalog.pg_class other
                       on other.oid = case when k.conrelid = c.oid then k.confrelid else k.conrelid end
                    where k.contype = 'f' and k.conparentid = 0 and (k.conrelid = c.oid or k.confrelid = c.oid) and other.oid <> c.oid
                      and not other.relispartition), '{}') as linked,
         coalesce((select pg_catalog.array_agg(distinct k.confrelid::regclass::text)
                     from pg_catalog.pg_constraint k
                    where k.contype = 'f' and k.conparentid = 0 and k.conrelid = c.oid), '{}') as "references",
         coalesce((select pg_catalog.array_agg(g.tgname::text order by g.tgname) from pg_catalog.pg_trigger g
                    where g.tgrelid = c.oid and not g.tgisinternal and g.tgenabled <> 'D'), '{}') as triggers
    from found f
    join pg_catalog.pg_class c on c.oid = f.oid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select case when pg_catalog.count(*) = pg_catalog.count(part.rows) then pg_catalog.sum(part.rows) end as rows,
             pg_catalog.sum(part.bytes)::text as bytes
        from (select ${ESTIMATED_ROWS} as rows, pg_catalog.pg_total_relation_size(leaf.oid) as bytes
                from (select f.oid where c.relkind in ('r', 'm')
                       union
                      select tree.relid::oid from pg_catalog.pg_partition_tree(f.oid) tree where tree.isleaf) leaf
                join pg_catalog.pg_class c on c.oid = leaf.oid) part) size`;
/** Names that the target has nothing for are left out. */
async function readRelations({ client, searchPath }, names) {
    const wanted = [...new Map(names.map((name) => [keyOf(name), name])).values()];
    const { rows } = await client.query(FOUND, [
        wanted.map(({ schema }) => schema ?? null),
        wanted.map(({ name }) => name),
        searchPath,
    ]);
    return new Relations(new Map(rows.map((row) => [keyOf(nameOf(row)), relationOf(row)])), searchPath);
}
const nameOf = ({ schema, name }) => ({ name, ...(schema === null ? {} : { schema }) });
function relationOf(row) {
    const { oid, table, kind, isPartitioned, rows, bytes, indexOf, partitionOf, defaultPartition } = row;
    return {
        oid,
        table,
        kind,
        isPartitioned,
        bytes: Number(bytes ?? 0),
        ...(rows === null ? {} : { rows: Math.round(rows) }),
        ...(indexOf === null ? {} : { indexOf }),
        ...(partitionOf === null ? {} : { partitionOf }),
        ...(defaultPartition === null ? {} : { defaultPartition }),
        references: [...row.references].sort(),
        linked: [...row.linked].sort(),
        triggers: row.triggers,
    };
}

;// CONCATENATED MODULE: ./deploy/plan/partition-sizes.js


const SIZES = `
  select c.oid, ${ESTIMATED_ROWS} as rows, pg_catalog.pg_total_relation_size(c.oid)::text as bytes
    from pg_catalog.pg_class c where c.oid = any ($1::oid[])`;
/** By the partition's own oid, its inner partitions summed. */
async function readPartitionSizes({ client }, layouts) {
    const partitions = layouts.flatMap((layout) => layout.partitions);
    const { rows } = await client.query(SIZES, [partitions.flatMap(domain_layout/* holdersOf */.pW)]);
    const byOid = new Map(rows.map((row) => [row.oid, row]));
    return new Map(partitions.map((partition) => {
        // A partition that is partitioned itself holds nothing of its own.
        const holders = (partition.leaves ?? [partition.oid]).flatMap((oid) => byOid.get(oid) ?? []);
        const known = holders.every((holder) => holder.rows !== null);
        const sum = holders.reduce((all, holder) => all + (holder.rows ?? 0), 0);
        const bytes = holders.reduce((all, holder) => all + Number(holder.bytes ?? 0), 0);
        return [partition.oid, { oid: partition.oid, bytes, ...(known ? { rows: Math.round(sum) } : {}) }];
    }));
}
/** The layouts with the estimated rows in place; 0 where nobody has estimated them. */
const withRows = (layouts, sizes) => layouts.map((layout) => ({
    ...layout,
    partitions: layout.partitions.map((partition) => ({
        ...partition,
        rows: sizes.get(partition.oid)?.rows ?? 0,
    })),
}));

;// CONCATENATED MODULE: ./deploy/plan/target-state.js





async function readTargetState(read, { settings, said, run, proven }) {
    const { judged, unjudged } = await (0,catalog_layout/* readLayouts */.QB)(read.client);
    const bare = judged.map(({ layout }) => layout);
    const partitionSizes = await readPartitionSizes(read, bare);
    const layouts = withRows(bare, partitionSizes);
    const chosen = [
        ...layouts.map(({ table }) => parseName(table)),
        ...settings.tables.flatMap(({ table, successors }) => [table, ...successors]),
        ...(run?.tables ?? []).map(parseName),
    ];
    const seen = (run?.scenarios ?? []).flatMap((scenario) => (scenario.locks?.held ?? []).flatMap(({ table, parent }) => [
        table,
        ...(parent === undefined ? [] : [parent]),
    ]));
    const named = [...chosen, ...proven.map(({ name }) => name), ...namesIn(said), ...seen.map(parseName)];
    const mentioned = said.flatMap(({ migration }) => wordsOf(migration.text));
    const relations = await readRelations(read, [...named, ...mentioned]);
    const isJudged = new Set(chosen.flatMap((name) => relations.find(name)?.oid ?? []));
    const isProven = new Set(proven.map(({ oid }) => oid));
    const tables = relations
        .all()
        .filter(({ kind, table }) => kind === 'table' && !isOwn(table))
        .map((relation) => ({
        relation,
        isJudged: isJudged.has(relation.oid),
        isProven: isProven.has(relation.oid),
    }))
        .sort((a, b) => (a.relation.table < b.relation.table ? -1 : 1));
    return {
        layouts,
        unjudged,
        partitionSizes,
        relations,
        tables,
        shapedOids: tables.map(({ relation }) => relation.oid),
        notes: [
            ...unjudged.map(({ table, reason }) => `${table} is not judged: ${reason}.`),
            ...neverAnalyzed(tables),
        ],
    };
}
/** The program's, and the history: what they hold is told otherwise. */
const isOwn = (table) => /^partition_guard\.|\.flyway_schema_history$/.test(table);
function neverAnalyzed(tables) {
    const unknown = tables.filter(({ isJudged, isProven, relation }) => (isJudged || isProven) && relation.rows === undefined);
    const [first] = unknown;
    if (!first)
        return [];
    const names = unknown.map(({ relation }) => relation.table).join(', ');
    return [
        `How many rows ${names} ${unknown.length === 1 ? 'holds' : 'hold'} is not known: run ANALYZE ${first.relation.table} on the target.`,
    ];
}

// EXTERNAL MODULE: ./deploy/proof/tables-to-prove.js + 1 modules
var tables_to_prove = __webpack_require__(83155);
;// CONCATENATED MODULE: ./deploy/plan/to-prove.js

/** By the session's own search path: before anything is pinned. Files that the ones before them prepare are judged by what is there. */
async function readToProve(client, settings, pending) {
    const ask = (mode, migration) => (0,tables_to_prove/* tablesToProve */.T)(client, { settings, mode, migration, forAnyRole: true });
    const files = [];
    for (const migration of pending) {
        files.push({ full: await ask('full', migration), touched: await ask('touched', migration) });
    }
    const all = await ask('full');
    return { files, call: { full: all, touched: all } };
}
/** The tables of each step that proves any, in order. */
const stepsOf = ({ files, call }, mode, calls) => [...files, ...calls.map(() => call)].map((step) => step[mode === 'full' ? 'full' : 'touched']);
/** Every table that any step may prove, in any mode. */
const provable = ({ files, call }) => [
    ...new Map([...files, call].flatMap(({ full }) => full).map((table) => [table.oid, table])).values(),
];

// EXTERNAL MODULE: ./migrations/mistake.js
var migrations_mistake = __webpack_require__(34428);
;// CONCATENATED MODULE: ./deploy/plan/unplayable.js

/** One for each statement that stands in the way; none where all of them can be played. */
const unplayable = (migrations) => migrations
    .flatMap((migration) => [...mixed(migration), ...problems(migration)])
    .map((mistake) => ({ gate: 'files', message: (0,migrations_mistake/* lineOf */.c)(mistake), hint: mistake.hint }));
function mixed({ transaction, file, statements }) {
    const outside = statements.find((statement) => statement.outsideTransaction);
    if (transaction !== 'mixed' || !outside)
        return [];
    return [
        {
            file,
            line: outside.line,
            message: 'this statement must run outside of a transaction, and others of its file in one',
            hint: 'give that statement a file of its own, or say executeInTransaction=false in a script configuration',
        },
    ];
}
/** All that a file may say of its transaction: savepoints of its own, and BEGIN, of which the server only warns. */
const HARMLESS = /^(?:savepoint NAME|release(?: savepoint)? NAME|rollback(?: work| transaction)? to(?: savepoint)? NAME|begin(?: work| transaction)?|start transaction)$/;
const NAME = /(?:"(?:[^"]|"")+"|[^\s";]+)$/;
const SPEAKS = /^(?:begin|start|commit|end|rollback|abort|savepoint|release|prepare transaction)\b/;
/** As one line without comments, in lower case. */
const unplayable_plain = (text) => text
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/--.*/g, ' ')
    .replace(/[\s;]+/g, ' ')
    .trim()
    .toLowerCase();
/** What hides words of SQL: comments, bodies and texts; a quoted name stays. */
const HIDDEN = /--.*|\/\*[\s\S]*?\*\/|(\$(?:[a-z_]\w*)?\$)[\s\S]*?\1|\be'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|("(?:[^"]|"")*")/gi;
/** What the parser can't read is all the rest of a file, of as many statements as it has. */
function sayings({ text, problem }) {
    if (problem?.kind !== 'syntax')
        return [unplayable_plain(text)];
    const bare = text.replace(HIDDEN, (_all, _quotes, name) => name ?? ' ');
    return bare.split(';').map(unplayable_plain);
}
const spokenOfTransaction = (statement) => sayings(statement).filter((said) => statement.kind === 'TransactionStmt' || SPEAKS.test(said));
/** The proof of a statement's rows ends as the role that logged in: the next statement would run as that. */
const takesOnRole = (statement) => sayings(statement).some((said) => TAKES_ON.test(said)) ||
    /\bset_config ?\( ?e?'(?:role|session_authorization)'/.test(unplayable_plain(statement.text));
const TAKES_ON = /^set (?:session )?(?:role|"role"|session authorization|session_authorization)\b/;
function isHarmless(said) {
    // A name of ours would be taken for ours.
    if (said.includes('partition_guard'))
        return false;
    return HARMLESS.test(said) || HARMLESS.test(said.replace(NAME, 'NAME'));
}
/** Session locks of everybody's: also the one that tells the next run that this one is still at work. */
const letsGoOfLocks = (statement) => sayings(statement).some((said) => said === 'discard all' || /\bpg_advisory_unlock_all\b/.test(said));
function problems({ transaction, statements }) {
    return statements.flatMap((statement) => {
        const { problem, file, line } = statement;
        const told = (message, hint) => [{ file, line, message, hint }];
        if (problem && problem.kind !== 'syntax') {
            return [{ file, line: problem.line, message: problem.message, hint: UNSENT }];
        }
        if (transaction === 'none' && takesOnRole(statement))
            return told(OTHER_ROLE, IN_A_TRANSACTION);
        if (transaction === 'none' && letsGoOfLocks(statement))
            return told(LETS_GO, NAME_THE_LOCK);
        const spoken = spokenOfTransaction(statement);
        if (spoken.length > 0 && transaction === 'none')
            return told(OPENS_ITS_OWN, GIVE_A_FILE);
        return spoken.every(isHarmless) ? [] : told(ENDS_ITS_OWN, TAKE_OUT);
    });
}
const OTHER_ROLE = 'it takes on another role in a file that runs outside of a transaction: the statements after it would not run as that';
const IN_A_TRANSACTION = "put what is that role's into a file of its own that runs in a transaction, or log in as that role";
const LETS_GO = 'it lets go of every lock of the session, in a file that runs outside of a transaction: also of the one that keeps another run from going on beside it';
const NAME_THE_LOCK = 'let go of the locks that the file took, each by its number (pg_advisory_unlock)';
const UNSENT = 'write it in SQL that a server understands without psql';
const ENDS_ITS_OWN = 'it ends or changes the transaction of its file: what the file does could be neither proven as a whole nor taken back';
const TAKE_OUT = 'take it out: a file is one transaction by itself, and may only set savepoints within it, of other names than partition_guard';
const OPENS_ITS_OWN = 'it speaks of a transaction in a file that runs outside of one: what would be proven and committed is not what it means';
const GIVE_A_FILE = 'take it out, and put what belongs in one transaction into a file of its own without executeInTransaction=false';

// EXTERNAL MODULE: ./postgres/row-hash.js
var row_hash = __webpack_require__(39559);
// EXTERNAL MODULE: ./postgres/table-facts.js
var table_facts = __webpack_require__(26336);
;// CONCATENATED MODULE: ./deploy/plan/verify-estimate.js



const MODES = ['full', 'touched', 'count'];
/** Of each mode, with the tables that it proves: each step proves its own, before and after. */
async function estimates(read, { mode, state, toProve, calls }) {
    const relations = new Map(state.tables.map(({ relation }) => [relation.oid, relation]));
    const of = (one) => stepsOf(toProve, one, calls).map((tables) => tables.flatMap(({ oid }) => relations.get(oid) ?? []));
    const { rate, notes } = await measureRate(read, once(of('full')));
    const estimate = (one) => verifyEstimate(one, of(one), rate);
    return { chosen: estimate(mode), all: MODES.map(estimate), notes };
}
/** Each table once, by name. */
const once = (steps) => [...new Map(steps.flat().map((relation) => [relation.oid, relation])).values()].sort((a, b) => a.table < b.table ? -1 : 1);
const SAMPLE = 30_000;
const INSUFFICIENT_PRIVILEGE = '42501';
/** @param tables that are to be proven; the largest that has an estimate is sampled. */
async function measureRate(read, tables) {
    const [largest] = [...tables].sort((a, b) => (b.rows ?? 0) - (a.rows ?? 0));
    if (!largest || (largest.rows ?? 0) === 0)
        return { notes: [] };
    const notes = [];
    const rate = await read.attempt(() => sample(read, largest), (sqlstate) => {
        notes.push(sqlstate === INSUFFICIENT_PRIVILEGE
            ? `How long the proof takes is not estimated: this role may not read ${largest.table}. GRANT SELECT on it, or pg_read_all_data, would let it.`
            : `How long the proof takes is not estimated: a sample of ${largest.table} could not be read (SQLSTATE ${sqlstate}).`);
    });
    return { ...(rate ? { rate } : {}), notes };
}
const LARGEST_LEAF = `
  select c.oid, c.oid::regclass::text as table, greatest(c.reltuples, 0)::float8 as rows
    from (select $1::oid as oid union select tree.relid::oid from pg_catalog.pg_partition_tree($1::oid) tree where tree.isleaf) leaf
    join pg_catalog.pg_class c on c.oid = leaf.oid and c.relkind = 'r'
   order by c.reltuples desc limit 1`;
/** The server's own time: the way there and back is not in it. */
async function sample(read, { oid, table }) {
    const { client } = read;
    const { rows: leaves } = await client.query(LARGEST_LEAF, [oid]);
    const [leaf] = leaves;
    if (!leaf)
        return undefined;
    const facts = await (0,table_facts/* readTableFacts */.e)(client, leaf.oid);
    if (!facts)
        return undefined;
    // As many pages as hold the sample, if rows lie evenly; at least something of a small table.
    const percent = Math.min(100, Math.max(0.001, (100 * SAMPLE * 1.2) / Math.max(1, leaf.rows)));
    const from = `from ${leaf.table} t tablesample system (${percent.toFixed(4)})`;
    const hash = (0,row_hash/* rowHash */.rG)(facts.columns, 't');
    const counted = await timed(read, `select 1 ${from} limit ${SAMPLE}`);
    const hashed = await timed(read, `select ${hash} as hash ${from} limit ${SAMPLE}`, 'hash');
    if (counted === undefined || hashed === undefined)
        return undefined;
    return {
        counted: counted * (await parallelism(read, `select pg_catalog.count(*) from ${table}`)),
        hashed: hashed *
            (await parallelism(read, `select pg_catalog.count(*), pg_catalog.sum(${hash}) from ${table} t`)),
    };
}
/** On a server that is at work anyway: less than on an idle one, since too short an estimate is the worse one. */
const GAIN_OF_A_WORKER = 0.4;
/** How many times faster the server would be by workers of its own, by its own plan for the whole table. */
async function parallelism({ client }, query) {
    const { rows } = await client.query(`explain (costs off, format json) ${query}`);
    const workers = (node) => Math.max(node?.['Workers Planned'] ?? 0, ...(node?.Plans ?? []).map(workers));
    return 1 + GAIN_OF_A_WORKER * workers(rows[0]?.['QUERY PLAN'][0].Plan);
}
/** Rows a millisecond; undefined where the sample came back empty. */
async function timed({ client }, query, summed) {
    const what = summed === undefined ? 'pg_catalog.count(*)' : `pg_catalog.count(*), pg_catalog.sum(s.${summed})`;
    const sql = `explain (analyze, timing off, costs off, format json) select ${what} from (${query}) s`;
    // Once to warm up: the first reads pages from the disk, and the estimate is of many rows.
    const speeds = [];
    for (let turn = 0; turn <= TURNS; turn++) {
        const { rows } = await client.query(sql);
        const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
        const seen = explained?.Plan.Plans?.[0]?.['Actual Rows'] ?? 0;
        const ms = explained?.['Execution Time'] ?? 0;
        if (turn > 0 && seen > 0 && ms > 0)
            speeds.push(seen / ms);
    }
    return speeds.sort((a, b) => a - b)[Math.floor(speeds.length / 2)];
}
const TURNS = 3;
/** @param steps each with the tables that the mode proves around it. */
function verifyEstimate(mode, steps, rate) {
    const read = steps.flat();
    const known = read.every(({ rows }) => rows !== undefined);
    const all = read.reduce((sum, { rows }) => sum + (rows ?? 0), 0);
    const speed = mode === 'count' ? rate?.counted : rate?.hashed;
    // Before and after.
    const expectedMs = all === 0 && known ? 0 : speed === undefined || !known ? undefined : (2 * all) / speed;
    return {
        mode,
        tables: once(steps).map(({ table, rows: estimate, bytes }) => ({
            table,
            bytes,
            ...(estimate === undefined ? {} : { rows: estimate }),
        })),
        ...(expectedMs === undefined ? {} : { expectedMs: Math.round(expectedMs) }),
    };
}

;// CONCATENATED MODULE: ./deploy/plan/plan-deployment.js



















/** One snapshot is read, in a transaction that can change nothing, and nothing of it is left in the session. */
async function planDeployment(target, request) {
    const { settings, migrations } = request;
    return (0,reading/* reading */.h)(target.client, async (client) => {
        const decision = await (0,decide_pending/* decidePending */.ug)(client, migrations, { baseline: settings.baseline });
        return { decision, toProve: await readToProve(client, settings, decision.pending) };
    }, async (read, { decision, toProve }) => ({
        plan: await planOf(read, { decision, toProve, facts: target.facts }, request),
        pending: decision.pending,
        decision,
    }));
}
async function planOf(read, { decision, toProve, facts }, { settings, env, migrations, validated }) {
    const release = (0,migrations_release/* releaseDigest */.c)(migrations, settings.manage);
    const run = usableRun(validated, release);
    const said = await saidBy(decision.pending);
    const state = await readTargetState(read, {
        settings,
        said,
        run: run.result,
        proven: provable(toProve),
    });
    const { calls, notes: callNotes } = plannedCalls(settings, state.layouts);
    const on = await plan_deployment_onTarget(read, { said, state, migrations, run: run.result });
    const pending = plannedMigrations(said, on);
    const proof = await estimates(read, { mode: settings.verify, state, toProve, calls });
    const after = layoutsAfter(state, run.result);
    const sizes = sizesOf(state, pending);
    const lacks = await readLacks(read, { said, tables: judgedOf(state), user: facts.user });
    const standing = await readStanding(read, {
        env,
        pending,
        calls,
        sizes,
        state,
        rowsToMove: after.rowsToMove,
    });
    const identity = {
        release,
        database: facts.database,
        schema: decision.history?.schema,
        pending: decision.pending.map(identityOf),
        calls,
        placeholders: settings.placeholders,
        rules: { tables: settings.tables, waivers: settings.waivers },
    };
    return {
        digest: planDigest({
            ...identity,
            shapes: await readShapes(read, state.shapedOids),
            routines: await readRoutines(read),
        }),
        release,
        ...(settings.environment === undefined ? {} : { environment: settings.environment }),
        target: facts,
        toolVersion: tool_version/* TOOL_VERSION */.w,
        pending,
        calls,
        layouts: state.layouts,
        ...(after.layouts ? { layoutsAfter: after.layouts } : {}),
        sizes,
        ...(after.rowsToMove ? { rowsToMove: after.rowsToMove } : {}),
        verify: proof.chosen,
        estimates: proof.all,
        ...(run.facts ? { validated: run.facts } : {}),
        drift: [...driftFrom({ ...state, run: run.result, serverVersion: facts.serverVersion }), ...lacks.drift],
        blockers: standing.blockers,
        refusals: [...decision.refusals, ...unplayable(decision.pending)],
        notes: [decision, run, state, after, lacks, proof, standing]
            .flatMap(({ notes }) => notes)
            .concat(callNotes),
    };
}
async function plan_deployment_onTarget(read, { said, state, migrations, run }) {
    const isServers = await readServersFunctions(read, callsIn(said));
    const opaque = new Set(said.flatMap(({ statements }) => statements.filter((one) => runsUnknown(one.said, { isServers })).map(({ statement }) => statement)));
    const measured = run ? measuredBy(run, migrations, (statement) => opaque.has(statement)) : NOT_MEASURED;
    return { relations: state.relations, isServers, measured };
}
/** What mentions the time of the run is another text each time. */
const identityOf = (migration) => ({
    script: migration.script,
    checksum: migration.kind === 'repeatable' && migration.alwaysChanged ? 'always' : migration.checksum,
});
function usableRun(given, release) {
    if (!given)
        return { notes: [] };
    if (given.release !== release) {
        const what = given.release === undefined
            ? 'does not say which migrations it is of'
            : 'is of other migrations than these';
        return {
            notes: [`The validation's report ${what}: no duration and no layout is taken from it.`],
        };
    }
    const { verdict, server, rows, startedAt } = given;
    return { result: given, facts: { verdict, serverVersion: server.version, rows, startedAt }, notes: [] };
}
const judgedOf = ({ tables }) => tables.filter(({ isJudged }) => isJudged).map(({ relation: { oid, table } }) => ({ oid, table }));
function sizesOf({ tables }, pending) {
    const locked = new Set(pending.flatMap((m) => m.statements.flatMap((s) => s.locks.map((l) => l.table))));
    return tables
        .filter(({ isJudged, relation }) => isJudged || locked.has(relation.table))
        .map(({ relation: { table, rows, bytes } }) => ({
        table,
        bytes,
        ...(rows === undefined ? {} : { rows }),
    }));
}


/***/ }),

/***/ 24328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ reading)
/* harmony export */ });
/* harmony import */ var _postgres_error_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81248);

/** Names are given with their schema, and nothing of the database's own stands in for the server's functions. */
const PINNED = `
  set local search_path to pg_catalog, pg_temp;
  set local timezone to 'UTC';
  set local datestyle to 'ISO, YMD';
  set local intervalstyle to 'postgres';
  set local extra_float_digits to 1;
  set local lock_timeout to '2s';
  set local statement_timeout to '30s'`;
/**
 * Ends with a rollback, of nothing.
 * @param first what goes by the session's own settings, in the same snapshot.
 */
async function reading(client, first, body) {
    await client.query('begin transaction isolation level repeatable read, read only');
    try {
        const { rows } = await client.query('select pg_catalog.current_schemas(false)::text[] as path');
        const unpinned = await first(client);
        await client.query(PINNED);
        const read = {
            client,
            searchPath: rows[0]?.path ?? [],
            attempt: (one, onFailure) => attempt(client, one, onFailure),
        };
        return await body(read, unpinned);
    }
    finally {
        // A connection that is lost was told of already.
        await client.query('rollback').catch(() => undefined);
    }
}
async function attempt(client, body, onFailure) {
    await client.query('savepoint attempt');
    try {
        const value = await body();
        await client.query('release savepoint attempt');
        return value;
    }
    catch (error) {
        const sqlstate = (0,_postgres_error_code_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .C)(error);
        if (sqlstate === undefined || !/^[0-9A-Z]{5}$/.test(sqlstate))
            throw error;
        await client.query('rollback to savepoint attempt');
        onFailure(sqlstate);
        return undefined;
    }
}


/***/ }),

/***/ 97257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ resolveSuccessors),
/* harmony export */   p: () => (/* binding */ findHoldersNow)
/* harmony export */ });
/* harmony import */ var _postgres_changed_type_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88527);
/* harmony import */ var _postgres_table_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26336);
/* harmony import */ var _proven_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18690);



/**
 * The table of that name; where there is none, the table itself under its new one; and its successors. A partition that
 * was detached, or a table that was moved aside, holds nothing more of it.
 */
async function findHoldersNow(client, table, successors) {
    const named = await (0,_proven_table_js__WEBPACK_IMPORTED_MODULE_1__/* .oidOf */ ._f)(client, table.table);
    const first = named ?? (await topOf(client, table.oid));
    const oids = [...new Set([...(first === undefined ? [] : [first]), ...successors])];
    const holders = [];
    for (const oid of oids) {
        if (await isWithin(client, oid, oids))
            continue;
        const facts = await (0,_postgres_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .readTableFacts */ .e)(client, oid);
        if (facts)
            holders.push(facts);
    }
    const compared = table.columns.flatMap((before) => {
        const now = holders.flatMap((holder) => sameColumn(before, holder, table) ?? []);
        const common = commonIn(before, now);
        return now.length === holders.length && common !== undefined ? [{ before, now, common }] : [];
    });
    const names = new Set(compared.map(({ before }) => before.name));
    const passedOver = table.columns.filter(({ name }) => !names.has(name));
    const isGone = (column) => holders.every((holder) => sameColumn(column, holder, table) === undefined);
    return {
        holders,
        compared,
        passedOver: passedOver.map(({ name }) => name),
        dropped: passedOver.filter(isGone).map(({ name }) => name),
    };
}
/** One for all holders; undefined where there is none, or none that all of them have. */
function commonIn(before, now) {
    const [first, ...others] = now.map((one) => one.typeOid === before.typeOid ? 'as-is' : (0,_postgres_changed_type_js__WEBPACK_IMPORTED_MODULE_2__/* .commonOf */ .$)(before, one));
    // What a wall clock's time became is for the change to say: to compare it would take knowing the zone.
    if (first === 'instant-of-some-zone' || others.some((other) => other !== first))
        return undefined;
    return first;
}
/** Successors must be known by the session's own search path: before anything is pinned. */
async function resolveSuccessors(client, table) {
    const oids = [];
    for (const name of table.successors) {
        const oid = await (0,_proven_table_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveTable */ .NC)(client, name);
        if (oid !== undefined)
            oids.push(oid);
    }
    return oids;
}
/** By its name, as whoever reads it finds it; in the table itself a renamed one by its place. */
const sameColumn = (before, holder, table) => holder.columns.find(({ name }) => name === before.name) ??
    (holder.oid === table.oid
        ? holder.columns.find(({ position }) => position === before.position)
        : undefined);
/** The table itself or, where it has become a partition, what it is one of; undefined where it is gone. */
async function topOf(client, oid) {
    const { rows } = await client.query(`select coalesce(case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::oid end, c.oid) as top
       from pg_catalog.pg_class c where c.oid = $1 and c.relkind in ('r', 'p')`, [oid]);
    return rows[0]?.top;
}
async function isWithin(client, oid, others) {
    const { rowCount } = await client.query(`with recursive above(oid) as (
       select i.inhparent from pg_catalog.pg_inherits i where i.inhrelid = $1
        union
       select i.inhparent from pg_catalog.pg_inherits i join above a on a.oid = i.inhrelid
     )
     select from above a where a.oid = any ($2::oid[])`, [oid, others]);
    return (rowCount ?? 0) > 0;
}


/***/ }),

/***/ 18690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ readUnprovable),
/* harmony export */   NC: () => (/* binding */ resolveTable),
/* harmony export */   Yv: () => (/* binding */ readProvenTables),
/* harmony export */   _f: () => (/* binding */ oidOf)
/* harmony export */ });
/* harmony import */ var _postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87388);
/* harmony import */ var _postgres_table_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26336);


/**
 * Every table that can be proven at all: those partitioned, those configured, and plain ones beside.
 * @param forAnyRole whatever this role may do with them: another one is to prove them.
 */
async function readProvenTables(client, settings, isCandidate, forAnyRole = false) {
    const configured = new Map();
    for (const table of settings.tables) {
        const oid = await resolveTable(client, table.table);
        if (oid !== undefined)
            configured.set(oid, table);
    }
    const partitioned = await readPartitioned(client, forAnyRole);
    const candidates = (await readPlainTables(client, forAnyRole)).filter(isCandidate).map(({ oid }) => oid);
    const judged = new Set([...partitioned.keys(), ...configured.keys()]);
    const tables = [];
    for (const oid of new Set([...judged, ...candidates])) {
        const facts = await (0,_postgres_table_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .readTableFacts */ .e)(client, oid);
        if (!facts)
            continue;
        tables.push({
            ...provenTable(facts, configured.get(oid), partitioned.get(oid)),
            name: await nameOf(client, oid),
            isJudged: judged.has(oid),
        });
    }
    return tables.sort((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : 0));
}
function provenTable(facts, configured, keyColumn) {
    const withoutPartition = facts.primaryKey.filter((column) => column !== keyColumn);
    const known = (configured?.key ?? []).filter((name) => facts.columns.some((c) => c.name === name));
    return {
        oid: facts.oid,
        table: facts.table,
        columns: facts.columns,
        key: known.length > 0 ? known : withoutPartition.length > 0 ? withoutPartition : facts.primaryKey,
        successors: configured?.successors ?? [],
    };
}
async function nameOf(client, oid) {
    const { rows } = await client.query(`select n.nspname as schema, c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = $1`, [oid]);
    return rows[0] ?? { schema: '', name: '' };
}
/** What a lock against writers, and a reading, ask of the role. */
const MAY_PROVE = `(pg_catalog.has_schema_privilege(c.relnamespace, 'USAGE')
        and pg_catalog.has_table_privilege(c.oid, 'SELECT')
        and pg_catalog.has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE'))`;
/** Tables that are partitioned, and that this role may not lock or read: others', as a rule. */
async function readUnprovable(client) {
    const { rows } = await client.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_partitioned_table p
       join pg_catalog.pg_class c on c.oid = p.partrelid and not c.relispartition and c.relpersistence <> 't'
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not ${MAY_PROVE} order by 1`);
    return rows.map(({ table }) => table);
}
/** The roots, however they are partitioned; with the key's column where that is by range. */
async function readPartitioned(client, forAnyRole) {
    const { rows } = await client.query(`select c.oid, a.attname as column
       from pg_catalog.pg_partitioned_table p
       join pg_catalog.pg_class c on c.oid = p.partrelid and not c.relispartition and c.relpersistence <> 't'
       left join pg_catalog.pg_attribute a
         on a.attrelid = c.oid and a.attnum = p.partattrs[0] and a.attnum > 0 and p.partstrat = 'r'
      where $1 or ${MAY_PROVE}`, [forAnyRole]);
    return new Map(rows.map(({ oid, column }) => [oid, column ?? undefined]));
}
/** Those of the role's own: nobody else can turn one into a partitioned table. */
async function readPlainTables(client, forAnyRole) {
    const { rows } = await client.query(`select c.oid, n.nspname as schema, c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and not c.relispartition and c.relpersistence <> 't'
        and n.nspname not in ('pg_catalog', 'information_schema', 'partition_guard')
        and n.nspname !~ '^pg_toast'
        and c.relname <> 'flyway_schema_history'
        and ($1 or pg_catalog.pg_has_role(c.relowner, 'USAGE'))`, [forAnyRole]);
    return rows;
}
/** @returns the oid of a table by its name as the configuration has it; without a schema by the session's search path. */
async function resolveTable(client, name) {
    const text = name.schema === undefined
        ? (0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name.name)
        : `${(0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name.schema)}.${(0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name.name)}`;
    return oidOf(client, text);
}
/** @param table as SQL reads it. */
async function oidOf(client, table) {
    const { rows } = await client.query(`select c.oid from pg_catalog.pg_class c
      where c.oid = pg_catalog.to_regclass($1) and c.relkind in ('r', 'p')`, [table]);
    return rows[0]?.oid;
}


/***/ }),

/***/ 83155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ tablesToProve)
});

// EXTERNAL MODULE: ./deploy/proof/holders-now.js
var holders_now = __webpack_require__(97257);
// EXTERNAL MODULE: ./deploy/proof/proven-table.js
var proven_table = __webpack_require__(18690);
// EXTERNAL MODULE: ./migrations/locks/statement-locks.js + 3 modules
var statement_locks = __webpack_require__(64963);
// EXTERNAL MODULE: ./migrations/sql-parser.js
var sql_parser = __webpack_require__(12894);
;// CONCATENATED MODULE: ./deploy/proof/reach.js


/** Rows can only be read under these. */
const READS = new Set(['ACCESS SHARE', 'ROW SHARE']);
/** What is said of a table that is made on the way is passed over: its rows came from one that is there. */
async function reachOf(client, migrations) {
    const parser = await (0,sql_parser/* loadSqlParser */.Ok)();
    const statements = migrations.flatMap((migration) => migration.statements);
    const said = statements.map(({ text }) => (0,statement_locks/* statementLocks */.M)(parser, text));
    const opaque = said.findIndex(({ isOpaque }) => isOpaque === true);
    if (opaque >= 0)
        return reach_all(`${placeOf(statements[opaque])} runs code that can't be seen through`);
    const uncounted = statements.find(({ text }) => /track_counts/i.test(text));
    if (uncounted)
        return reach_all(`${placeOf(uncounted)} may keep the server from counting what is written`);
    const cascades = statements.find(({ kind, text }) => kind === 'TruncateStmt' && /\bcascade\b/i.test(text));
    if (cascades)
        return reach_all(`${placeOf(cascades)} takes along what refers to its table`);
    if (await hasEventTriggers(client))
        return reach_all('an event trigger of the target runs along');
    const called = await ownFunctions(client, said.flatMap(({ calls }) => calls ?? []));
    if (called !== undefined)
        return reach_all(`the function ${called} is called`);
    return reached(client, writtenIn(said));
}
const reach_all = (because) => ({ kind: 'all', because });
const placeOf = (statement) => statement ? `${statement.file}:${statement.line}` : 'a statement';
const writtenIn = (said) => said.flatMap(({ locks }) => locks.filter(({ mode }) => !READS.has(mode)).map(({ relation }) => relation));
/** Where rights to make one are missing, somebody else may have made it. */
async function hasEventTriggers(client) {
    const { rowCount } = await client.query("select from pg_catalog.pg_event_trigger e where e.evtenabled <> 'D' limit 1");
    return (rowCount ?? 0) > 0;
}
/** The first of the names that is not only the server's own. */
async function ownFunctions(client, calls) {
    if (calls.length === 0)
        return undefined;
    const { rows } = await client.query(`select c.name from pg_catalog.unnest($1::text[]) c(name)
      where exists (select from pg_catalog.pg_proc p
                     where p.proname = c.name and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace)
         or not exists (select from pg_catalog.pg_proc p
                         where p.proname = c.name and p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace)
      limit 1`, [calls.map(({ name }) => name)]);
    return rows[0]?.name;
}
/** By name, in whatever schema: a file may set the search path. */
async function reached(client, names) {
    const { rows } = await client.query(REACHED, [
        names.map(({ schema }) => schema ?? null),
        names.map(({ name }) => name),
    ]);
    const opaque = rows.find(({ isOpaque }) => isOpaque);
    if (opaque)
        return reach_all(`triggers or rules run on ${opaque.name}`);
    return { kind: 'tables', oids: new Set(rows.map(({ oid }) => oid)) };
}
/**
 * From the names on: an index's table, a partition's topmost table with all of its partitions, and every table whose rows
 * go or change with theirs by a foreign key.
 */
const REACHED = `
  with recursive named as (
    select coalesce(i.indrelid, c.oid) as oid
      from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) wanted(schema, name)
      join pg_catalog.pg_class c on c.relname = wanted.name
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace and (wanted.schema is null or n.nspname = wanted.schema)
      left join pg_catalog.pg_index i on i.indexrelid = c.oid
     where n.nspname not in ('pg_catalog', 'information_schema')
  ), tables(oid) as (
    select coalesce(pg_catalog.pg_partition_root(named.oid)::pg_catalog.oid, named.oid) from named
     union
    select coalesce(pg_catalog.pg_partition_root(k.conrelid)::pg_catalog.oid, k.conrelid)
      from tables t
      join pg_catalog.pg_constraint k
        on k.contype = 'f' and (k.confdeltype in ('c', 'n', 'd') or k.confupdtype in ('c', 'n', 'd'))
       and k.confrelid in (select t.oid union all
                           select tree.relid::pg_catalog.oid from pg_catalog.pg_partition_tree(t.oid) tree)
  )
  select t.oid, c.relname as name,
         c.relkind in ('v', 'f')
         or exists (
           select from (select t.oid as relid union
                        select tree.relid::pg_catalog.oid from pg_catalog.pg_partition_tree(t.oid) tree) part
            where exists (select from pg_catalog.pg_trigger g
                           where g.tgrelid = part.relid and not g.tgisinternal and g.tgenabled <> 'D')
               or exists (select from pg_catalog.pg_rewrite r
                           where r.ev_class = part.relid and c.relkind <> 'm')) as "isOpaque"
    from tables t join pg_catalog.pg_class c on c.oid = t.oid`;

;// CONCATENATED MODULE: ./deploy/proof/tables-to-prove.js



/** By the session's own search path. Plain tables are among them that the file may make partitioned ones. */
async function tablesToProve(client, { settings, mode, migration, forAnyRole = false }) {
    const text = migration?.text.toLowerCase() ?? '';
    const tables = await (0,proven_table/* readProvenTables */.Yv)(client, settings, ({ name }) => text.includes('partition') && text.includes(name.toLowerCase()), forAnyRole);
    if (mode === 'full' || !migration)
        return tables;
    const reach = await reachOf(client, [migration]);
    if (reach.kind === 'all')
        return tables;
    const reached = [];
    for (const table of tables) {
        const places = [table.oid, ...(await (0,holders_now/* resolveSuccessors */.g)(client, table))];
        if (!table.isJudged || places.some((oid) => reach.oids.has(oid)))
            reached.push(table);
    }
    return reached;
}


/***/ }),

/***/ 20983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ readTargetMigrations)
/* harmony export */ });
/* harmony import */ var _migrations_read_migrations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25907);
/* harmony import */ var _history_history_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34364);


/** All of the project's migrations, baselines included. */
async function readTargetMigrations(client, { settings, database, user, startedAt }) {
    const { cwd, migrations, placeholders } = settings;
    return (0,_migrations_read_migrations_js__WEBPACK_IMPORTED_MODULE_0__/* .readMigrations */ .Yr)(migrations, {
        cwd,
        placeholders,
        flyway: {
            defaultSchema: (await (0,_history_history_table_js__WEBPACK_IMPORTED_MODULE_1__/* .currentSchema */ .r9)(client)) ?? '',
            user,
            database,
            table: _history_history_table_js__WEBPACK_IMPORTED_MODULE_1__/* .HISTORY_TABLE */ .GQ,
            timestamp: startedAt.toISOString().slice(0, 19).replace('T', ' '),
        },
    });
}


/***/ }),

/***/ 28542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ TABLE_LOCK_MODES)
/* harmony export */ });
/* unused harmony export GATES */
/** What can refuse a deployment before, or instead of, anything being changed. Stable names: they are in the JSON. */
const GATES = (/* unused pure expression or super */ null && ([
    /** The database that answers is not the one that was named. */
    'database',
    /** By its audit trail the database is another environment than was named. */
    'environment',
    /** The connection goes through a pooler that hands each transaction to another session. */
    'pooler',
    /** The history on the target and the migrations do not fit: edited, removed, failed, out of order. */
    'history',
    /** A pending file can't be played as it stands: it speaks to psql, ends its transaction, or mixes what needs one and what needs none. */
    'files',
    /** A statement outside of a transaction was begun, and nobody knows whether it ended. */
    'unfinished',
    /** No validation of these very migrations is known. */
    'validation',
    /** The plan that was approved is not what would be done now: other migrations, or the target has drifted. */
    'plan',
    /** The environment before has not had these migrations yet. */
    'order',
    /** Outside of the maintenance window. */
    'window',
    /** Something on the target would make it wait or fail: a long transaction, replication lag, too little disk. */
    'blocker',
]));
/** Every mode in which PostgreSQL locks a table, weakest first. */
const TABLE_LOCK_MODES = [
    'ACCESS SHARE',
    'ROW SHARE',
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
];


/***/ }),

/***/ 98768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ statusesOf),
/* harmony export */   DS: () => (/* binding */ Deployments),
/* harmony export */   Mp: () => (/* binding */ deploymentsPath),
/* harmony export */   ay: () => (/* binding */ statusesPath),
/* harmony export */   dG: () => (/* binding */ deploymentIn),
/* harmony export */   wn: () => (/* binding */ TASK)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29143);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51338);
/* harmony import */ var _own_author_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10984);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23922);
/* harmony import */ var _release_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24495);
/** Deployments of an environment and their statuses, as GitHub lists them. */





/** What ours are for. */
const TASK = 'deploy:partition-guard';
/** Of those that GitHub files for a job's `environment:`. */
const TASK_OF_JOBS = 'deploy';
const PAYLOAD = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ release: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), run: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() });
const DEPLOYMENT = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    sha: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    task: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** An object or a text; text that holds JSON comes as either. */
    payload: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
    creator: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
});
const STATUS = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    state: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    description: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    log_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    target_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    creator: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
});
const deploymentsPath = ({ repository }) => [
    ...(0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(repository),
    'deployments',
];
const statusesPath = (access, id) => [
    ...deploymentsPath(access),
    id,
    'statuses',
];
/** Newest first, a page at a time. */
class Deployments {
    #pages;
    constructor(session, access, query) {
        this.#pages = new _pages_js__WEBPACK_IMPORTED_MODULE_3__/* .Pages */ .b(session, { method: 'GET', path: deploymentsPath(access), query });
    }
    async next() {
        const page = await this.#pages.next();
        return page === undefined || 'kind' in page ? page : page.flatMap((one) => deploymentIn(one) ?? []);
    }
}
function deploymentIn(data) {
    const { data: one } = DEPLOYMENT.safeParse(data);
    if (!one)
        return undefined;
    const { data: payload } = PAYLOAD.safeParse(payloadIn(one.payload));
    return {
        id: one.id,
        commit: one.sha,
        isOurs: one.task === TASK,
        mayBeOfJob: one.task === TASK_OF_JOBS,
        release: payload?.release,
        run: payload?.run,
        author: (0,_own_author_js__WEBPACK_IMPORTED_MODULE_1__/* .authorIn */ .HV)(one.creator),
    };
}
function payloadIn(payload) {
    if (typeof payload !== 'string')
        return payload;
    try {
        return JSON.parse(payload);
    }
    catch {
        return undefined;
    }
}
/** Oldest first. */
async function statusesOf(session, access, id) {
    const answer = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .readPages */ .n)(session, { method: 'GET', path: statusesPath(access, id) });
    if ('kind' in answer)
        return answer;
    const statuses = answer.flatMap((one) => {
        const { data: status } = STATUS.safeParse(one);
        return status ? [statusOf(status)] : [];
    });
    return statuses.sort((a, b) => a.id - b.id);
}
const statusOf = (status) => ({
    id: status.id,
    state: status.state,
    release: (0,_release_text_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseIn */ .B8)(status.description ?? ''),
    logUrl: status.log_url || status.target_url || '',
    author: (0,_own_author_js__WEBPACK_IMPORTED_MODULE_1__/* .authorIn */ .HV)(status.creator),
});


/***/ }),

/***/ 24495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ releaseIn),
/* harmony export */   NC: () => (/* binding */ describeRelease),
/* harmony export */   a3: () => (/* binding */ shortRelease),
/* harmony export */   lA: () => (/* binding */ fits)
/* harmony export */ });
/** The digest of a release inside of a text of GitHub's: the one thing that says what was validated or deployed. */
const DIGEST = /\bsha256:[0-9a-f]{64}\b/;
/** What GitHub takes for the description of a status. */
const LONGEST = 140;
/** The first in it; undefined where there is none. */
const releaseIn = (text) => DIGEST.exec(text)?.[0];
/**
 * @param words what came of it, short; they are cut before the digest is.
 * @returns a description that GitHub takes, with the whole digest.
 */
function describeRelease(words, release) {
    const end = endWith(release);
    const room = LONGEST - end.length;
    return `${words.length > room ? `${words.slice(0, room - 1)}…` : words}${end}`;
}
const endWith = (release) => ` · release ${release}`;
/** Whether describeRelease takes them whole. */
const fits = (words, release) => words.length + endWith(release).length <= LONGEST;
/** As people are shown it. */
const shortRelease = (release) => release.slice(0, 'sha256:'.length + 12);


/***/ }),

/***/ 85161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qs: () => (/* binding */ fileValidation),
  $b: () => (/* binding */ findValidation)
});

// UNUSED EXPORTS: VALIDATION_CONTEXT

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(29143);
// EXTERNAL MODULE: ./github/access.js
var github_access = __webpack_require__(51338);
// EXTERNAL MODULE: ./github/own-author.js
var own_author = __webpack_require__(10984);
// EXTERNAL MODULE: ./github/pages.js
var pages = __webpack_require__(23922);
// EXTERNAL MODULE: ./migrations/under-test.js
var under_test = __webpack_require__(42319);
// EXTERNAL MODULE: ./github/release-text.js
var release_text = __webpack_require__(24495);
;// CONCATENATED MODULE: ./github/validation-text.js
/** What a validation's status says in its description: the verdict, what was under test, by which rules, of which release. */


/** As much of a digest of rules as is told: enough to tell two configurations apart. */
const RULES_LENGTH = 16;
/** What GitHub takes; where there is no room for the places there is for their digest, with the word `pass` at least. */
function describeValidation({ verdict, release, underTest, rules }) {
    const [first, ...shorter] = [underTest, (0,under_test/* placesDigest */.vx)(underTest)].map((places) => `${verdict} · tests ${places} · rules ${rules.slice(0, RULES_LENGTH)}`);
    const words = [first ?? '', ...shorter].find((one) => (0,release_text/* fits */.lA)(one, release));
    return (0,release_text/* describeRelease */.NC)(words ?? verdict, release);
}
const readValidation = (description) => ({
    release: (0,release_text/* releaseIn */.B8)(description),
    underTest: / · tests (none|=[0-9a-f]{16}|[\d,-]+) · /.exec(description)?.[1],
    rules: / · rules ([0-9a-f]{16}) · /.exec(description)?.[1],
});
const areSameRules = (told, rules) => told !== undefined && told === rules.slice(0, RULES_LENGTH);

;// CONCATENATED MODULE: ./github/validation-status.js
/** The record of a validation, as a status of the commit: filed after a run, and found before a deployment. */





/** Checks of several configurations append a name of theirs. */
const VALIDATION_CONTEXT = 'partition-guard/validation';
const contextOf = (key) => key === '' ? VALIDATION_CONTEXT : `${VALIDATION_CONTEXT} (${key})`;
/** Another check's name can begin with ours. */
const isValidation = (context) => context === VALIDATION_CONTEXT || (context.startsWith(`${VALIDATION_CONTEXT} (`) && context.endsWith(')'));
/** A later one of the same context and release takes its place, whatever it says. */
async function fileValidation(access, record) {
    const { client, repository, commit, runUrl } = access;
    if (!client.hasToken)
        return { kind: 'not-filed', reason: 'there is no token' };
    const context = contextOf(record.key);
    // Filed twice is filed once: the newest counts.
    const answer = await client.openSession().ask({
        method: 'POST',
        path: [...(0,github_access/* rootOf */.I5)(repository), 'statuses', commit],
        body: {
            state: record.verdict === 'pass' ? 'success' : 'failure',
            context,
            description: describeValidation(record),
            ...(runUrl === undefined ? {} : { target_url: runUrl }),
        },
    });
    switch (answer.kind) {
        case 'ok':
            return { kind: 'filed', context };
        case 'unreachable':
            return { kind: 'not-filed', reason: answer.reason };
        case 'refused':
            return answer.status === 403 || answer.status === 404
                ? { kind: 'forbidden' }
                : { kind: 'not-filed', reason: `GitHub refused it (${answer.status}: ${answer.message})` };
    }
}
/**
 * Goes by what was validated, never by the commit: a squash or a rebase makes other commits of the same migrations, and a
 * merge can make other migrations of validated ones. One validation must have had all under test that is pending: of
 * two that each saw a part nobody has seen the whole. The commit's own word comes before that of the pull requests that
 * it came from.
 */
async function findValidation(access, released) {
    const { client, commit } = access;
    if (!client.hasToken)
        return { kind: 'unknown', reason: 'there is no token to ask GitHub with' };
    const session = client.openSession();
    const us = await (0,own_author/* ownAuthor */.AP)(session, undefined);
    if ('kind' in us) {
        return {
            kind: 'unknown',
            reason: us.kind === 'unreachable' ? us.reason : 'GitHub does not accept the token',
        };
    }
    const asked = { session, access, us, released };
    const own = { commit, name: `commit ${commit.slice(0, 12)}` };
    const first = await judgedAt(asked, own);
    if (first && first.kind !== 'beside')
        return first;
    const places = await pullRequestsOf(asked);
    if ('kind' in places)
        return places;
    const others = new Map(places.filter((one) => one.commit !== commit).map((one) => [one.commit, one]));
    const found = [first];
    for (const place of others.values()) {
        const there = await judgedAt(asked, place);
        if (there?.kind === 'failed' || there?.kind === 'unknown')
            return there;
        found.push(there);
    }
    const lookedAt = [own, ...others.values()].map(({ name }) => name);
    return (found.find((one) => one?.kind === 'validated') ??
        found.find((one) => one !== undefined) ?? { kind: 'not-validated', lookedAt });
}
const STATUS = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    state: schemas/* string */.YjP(),
    context: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullish(),
    target_url: schemas/* string */.YjP().nullish(),
    creator: schemas/* unknown */.L5J(),
});
/**
 * Of each context the newest counts that failed or that speaks of all this: a later pass that had less under test takes
 * nothing from an earlier failure.
 *
 * @returns undefined where nobody whose word counts has said anything of the release there.
 */
async function judgedAt(asked, { commit, name }) {
    const { session, access, us, released } = asked;
    const path = [...(0,github_access/* rootOf */.I5)(access.repository), 'commits', commit, 'statuses'];
    const answer = await (0,pages/* readPages */.n)(session, { method: 'GET', path });
    // A commit that was never pushed.
    if ('kind' in answer)
        return isNoCommit(answer) ? undefined : unknown(answer, 'statuses: read');
    const words = answer
        .flatMap((one) => STATUS.safeParse(one).data ?? [])
        .filter(({ context, creator }) => isValidation(context) && (0,own_author/* isTrusted */.W2)(us, (0,own_author/* authorIn */.HV)(creator)))
        .sort((a, b) => b.id - a.id)
        .flatMap((status) => wordOf(status, released, name));
    const newest = new Map();
    for (const { context, found } of words.filter(({ found: { kind } }) => kind !== 'beside')) {
        if (!newest.has(context))
            newest.set(context, found);
    }
    const judged = [...newest.values()];
    return judged.find(({ kind }) => kind === 'failed') ?? judged[0] ?? words[0]?.found;
}
/** A failure is one whatever it had under test. */
function wordOf({ context, state, description, target_url: url }, { release, rules, untested }, place) {
    const told = readValidation(description ?? '');
    if (told.release !== release)
        return [];
    const found = { where: `${place}, ${context}`, url: url ?? undefined };
    if (state !== 'success')
        return [{ context, found: { ...found, kind: 'failed' } }];
    const missing = untested(told.underTest);
    const sameRules = areSameRules(told.rules, rules);
    return missing.length === 0 && sameRules
        ? [{ context, found: { ...found, kind: 'validated' } }]
        : [{ context, found: { ...found, kind: 'beside', untested: missing, sameRules } }];
}
const PULL_REQUEST = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    merge_commit_sha: schemas/* string */.YjP().nullish(),
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }),
    base: schemas/* object */.Ikc({ repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }) }),
});
/** Their heads, and the commits that they became. */
async function pullRequestsOf({ session, access }) {
    const { owner, name } = access.repository;
    const path = [...(0,github_access/* rootOf */.I5)(access.repository), 'commits', access.commit, 'pulls'];
    const answer = await (0,pages/* readPages */.n)(session, { method: 'GET', path });
    if ('kind' in answer)
        return isNoCommit(answer) ? [] : unknown(answer, 'pull-requests: read');
    return answer.flatMap((one) => {
        const { data: pull } = PULL_REQUEST.safeParse(one);
        if (pull?.base.repo.full_name.toLowerCase() !== `${owner}/${name}`.toLowerCase())
            return [];
        const merged = pull.merge_commit_sha;
        return [
            { commit: pull.head.sha, name: `the head of #${pull.number}` },
            ...(merged ? [{ commit: merged, name: `the merge of #${pull.number}` }] : []),
        ];
    });
}
const isNoCommit = (answer) => answer.kind === 'refused' && answer.status === 422;
function unknown(answer, permission) {
    if (answer.kind === 'unreachable')
        return { kind: 'unknown', reason: answer.reason };
    const isForbidden = answer.status === 403 || answer.status === 404;
    const lacks = isForbidden ? `; the job may lack ${permission}` : '';
    return { kind: 'unknown', reason: `GitHub refused to tell (${answer.status}: ${answer.message})${lacks}` };
}


/***/ }),

/***/ 64963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ statementLocks)
});

// EXTERNAL MODULE: ./domain/deployment.js
var deployment = __webpack_require__(28542);
// EXTERNAL MODULE: ./migrations/sql-parser.js
var sql_parser = __webpack_require__(12894);
;// CONCATENATED MODULE: ./migrations/locks/named-lock.js

const NOTHING = { locks: [], work: 'catalog' };
const OPAQUE = { locks: [], work: 'unknown', isOpaque: true };
const said = (work, ...locks) => ({
    locks: locks.filter((lock) => lock !== undefined),
    work,
});
/** @param node a RangeVar's fields. */
function relationOf(node) {
    const name = node && (0,sql_parser/* textOf */.b6)(node, 'relname');
    if (node === undefined || name === undefined)
        return undefined;
    const schema = (0,sql_parser/* textOf */.b6)(node, 'schemaname');
    return { name, ...(schema === undefined ? {} : { schema }) };
}
/** A lock on the relation of a RangeVar; undefined where there is none. */
function lockOn(node, mode, follows) {
    const relation = relationOf(node);
    return relation && { relation, mode, ...(follows === undefined ? {} : { follows }) };
}
/** @param parts of a name, the relation's last. */
function lockOnName(parts, mode, follows) {
    const [name, schema] = [...parts].reverse();
    if (name === undefined)
        return undefined;
    return {
        relation: { name, ...(schema === undefined ? {} : { schema }) },
        mode,
        ...(follows === undefined ? {} : { follows }),
    };
}
/** The nodes of one type anywhere within, the outer ones first. */
function within(node, type) {
    if (Array.isArray(node))
        return node.flatMap((item) => within(item, type));
    if (!(0,sql_parser/* isNode */.Ll)(node))
        return [];
    const own = (0,sql_parser/* nodeOf */.E7)(node, type);
    return [...(own ? [own] : []), ...Object.values(node).flatMap((value) => within(value, type))];
}

;// CONCATENATED MODULE: ./migrations/locks/alter-table-locks.js
/** The locks of ALTER TABLE, by its subcommands, as PostgreSQL's manual lists them. */



/** Whatever is not here takes ACCESS EXCLUSIVE, and changes the catalog alone. */
const WEAKER = {
    AT_SetStatistics: 'SHARE UPDATE EXCLUSIVE',
    AT_ClusterOn: 'SHARE UPDATE EXCLUSIVE',
    AT_DropCluster: 'SHARE UPDATE EXCLUSIVE',
    AT_SetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_ResetOptions: 'SHARE UPDATE EXCLUSIVE',
    AT_DetachPartitionFinalize: 'SHARE UPDATE EXCLUSIVE',
    AT_EnableTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableAlwaysTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableReplicaTrig: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_EnableTrigUser: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrig: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigAll: 'SHARE ROW EXCLUSIVE',
    AT_DisableTrigUser: 'SHARE ROW EXCLUSIVE',
};
const WORK = {
    AT_AlterColumnType: 'writes-rows',
    AT_SetTableSpace: 'writes-rows',
    AT_SetLogged: 'writes-rows',
    AT_SetUnLogged: 'writes-rows',
    AT_SetAccessMethod: 'writes-rows',
    AT_SetExpression: 'writes-rows',
    AT_SetNotNull: 'reads-rows',
};
const WORK_RANK = ['catalog', 'reads-rows', 'unknown', 'writes-rows'];
const heavier = (a, b) => WORK_RANK.indexOf(a) >= WORK_RANK.indexOf(b) ? a : b;
const stronger = (a, b) => deployment/* TABLE_LOCK_MODES */.q.indexOf(a) >= deployment/* TABLE_LOCK_MODES */.q.indexOf(b) ? a : b;
/** @param node of an AlterTableStmt. */
function alterTableLocks(node) {
    const commands = (0,sql_parser/* itemsOf */.S3)(node, 'cmds', 'AlterTableCmd').map(subcommand);
    const [first, ...rest] = commands;
    if (!first)
        return { locks: [], work: 'unknown' };
    const mode = rest.reduce((strongest, one) => stronger(strongest, one.mode), first.mode);
    const work = rest.reduce((heaviest, one) => heavier(heaviest, one.work), first.work);
    const isIndex = (0,sql_parser/* textOf */.b6)(node, 'objtype') === 'OBJECT_INDEX';
    const follows = isIndex ? 'index' : commands.some((c) => c.isPartitioning) ? 'partitioned' : undefined;
    const own = lockOn((0,sql_parser/* nodeOf */.E7)(node, 'relation'), mode, follows);
    const others = commands.flatMap((command) => command.others ?? []);
    return { locks: [own, ...others].filter((lock) => lock !== undefined), work };
}
function subcommand(command) {
    const subtype = (0,sql_parser/* textOf */.b6)(command, 'subtype') ?? '';
    const definition = (0,sql_parser/* nodeOf */.E7)(command, 'def') ?? {};
    switch (subtype) {
        case 'AT_AddColumn':
            return addColumn((0,sql_parser/* nodeOf */.E7)(definition, 'ColumnDef') ?? {});
        case 'AT_AddConstraint':
            return addConstraint((0,sql_parser/* nodeOf */.E7)(definition, 'Constraint') ?? {});
        case 'AT_ValidateConstraint':
            return { mode: 'SHARE UPDATE EXCLUSIVE', work: 'reads-rows' };
        case 'AT_SetRelOptions':
        case 'AT_ResetRelOptions':
            return { mode: storageOptionMode(definition), work: 'catalog' };
        case 'AT_AttachPartition':
        case 'AT_DetachPartition':
            return partitionCommand(subtype, (0,sql_parser/* nodeOf */.E7)(definition, 'PartitionCmd') ?? {});
        case 'AT_AddInherit':
            return {
                mode: 'ACCESS EXCLUSIVE',
                work: 'catalog',
                others: [lockOn((0,sql_parser/* nodeOf */.E7)(definition, 'RangeVar'), 'SHARE UPDATE EXCLUSIVE')],
            };
        default:
            return { mode: WEAKER[subtype] ?? 'ACCESS EXCLUSIVE', work: WORK[subtype] ?? 'catalog' };
    }
}
function partitionCommand(subtype, command) {
    const partition = (0,sql_parser/* nodeOf */.E7)(command, 'name');
    if (subtype === 'AT_AttachPartition') {
        return {
            mode: 'SHARE UPDATE EXCLUSIVE',
            // Unless a constraint of the table implies its bounds already.
            work: 'reads-rows',
            others: [lockOn(partition, 'ACCESS EXCLUSIVE')],
            isPartitioning: true,
        };
    }
    const mode = command['concurrent'] === true ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
    return {
        mode,
        work: 'catalog',
        // Its second transaction locks the partition alone against everybody.
        others: [lockOn(partition, 'ACCESS EXCLUSIVE')],
        isPartitioning: true,
    };
}
/** Foreign keys lock both tables against writers, other constraints their own table against everybody. */
function addConstraint(constraint) {
    const isChecked = constraint['skip_validation'] !== true;
    switch ((0,sql_parser/* textOf */.b6)(constraint, 'contype') ?? '') {
        case 'CONSTR_FOREIGN':
            return {
                mode: 'SHARE ROW EXCLUSIVE',
                work: isChecked ? 'reads-rows' : 'catalog',
                others: [lockOn((0,sql_parser/* nodeOf */.E7)(constraint, 'pktable'), 'SHARE ROW EXCLUSIVE')],
            };
        case 'CONSTR_PRIMARY':
        case 'CONSTR_UNIQUE':
            return {
                mode: 'ACCESS EXCLUSIVE',
                work: (0,sql_parser/* textOf */.b6)(constraint, 'indexname') === undefined ? 'reads-rows' : 'catalog',
            };
        default:
            return { mode: 'ACCESS EXCLUSIVE', work: isChecked ? 'reads-rows' : 'catalog' };
    }
}
function addColumn(column) {
    const constraints = (0,sql_parser/* itemsOf */.S3)(column, 'constraints', 'Constraint');
    const referenced = constraints.map((c) => lockOn((0,sql_parser/* nodeOf */.E7)(c, 'pktable'), 'SHARE ROW EXCLUSIVE'));
    const works = constraints.map(columnConstraintWork);
    const type = (0,sql_parser/* namesOf */.eZ)((0,sql_parser/* nodeOf */.E7)(column, 'typeName') ?? {}, 'names').at(-1) ?? '';
    const ofType = SERIAL.test(type) ? 'writes-rows' : 'catalog';
    return { mode: 'ACCESS EXCLUSIVE', work: works.reduce(heavier, ofType), others: referenced };
}
const SERIAL = /^(?:big|small)?serial[248]?$/;
function columnConstraintWork(constraint) {
    switch ((0,sql_parser/* textOf */.b6)(constraint, 'contype') ?? '') {
        case 'CONSTR_IDENTITY':
        case 'CONSTR_GENERATED':
            return 'writes-rows';
        case 'CONSTR_DEFAULT':
            return defaultWork((0,sql_parser/* nodeOf */.E7)(constraint, 'raw_expr') ?? {});
        case 'CONSTR_UNIQUE':
        case 'CONSTR_PRIMARY':
        case 'CONSTR_CHECK':
            return 'reads-rows';
        default:
            return 'catalog';
    }
}
/** Give one value to a whole statement; a volatile one is worked out for each row, which is then written anew. */
const STABLE = new Set([
    'now',
    'transaction_timestamp',
    'statement_timestamp',
    'current_setting',
    'date_trunc',
    'timezone',
]);
const VOLATILE = new Set([
    'random',
    'gen_random_uuid',
    'uuidv7',
    'uuidv4',
    'uuid_generate_v4',
    'nextval',
    'clock_timestamp',
    'timeofday',
]);
function defaultWork(expression) {
    const called = within(expression, 'FuncCall').map((call) => (0,sql_parser/* namesOf */.eZ)(call, 'funcname').at(-1) ?? '');
    if (called.some((name) => VOLATILE.has(name)))
        return 'writes-rows';
    return called.every((name) => STABLE.has(name)) ? 'catalog' : 'unknown';
}
const LIGHT_OPTION = /^(?:fillfactor|parallel_workers|toast_tuple_target|log_autovacuum_\w+|vacuum_\w+|(?:toast\.)?autovacuum_\w+)$/;
function storageOptionMode(definition) {
    const options = (0,sql_parser/* itemsOf */.S3)((0,sql_parser/* nodeOf */.E7)(definition, 'List') ?? {}, 'items', 'DefElem');
    const isLight = options.every((option) => LIGHT_OPTION.test((0,sql_parser/* textOf */.b6)(option, 'defname') ?? ''));
    return isLight ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
}

;// CONCATENATED MODULE: ./migrations/locks/query-locks.js


/** @param node of a SELECT, INSERT, UPDATE, DELETE or MERGE, with its type's key or without. */
function queryLocks(node) {
    const common = new Set(within(node, 'CommonTableExpr').map((one) => (0,sql_parser/* textOf */.b6)(one, 'ctename') ?? ''));
    const changed = changedTables(node);
    const read = within(node, 'RangeVar')
        .flatMap((range) => relationOf(range) ?? [])
        .filter((relation) => relation.schema !== undefined || !common.has(relation.name));
    const reading = within(node, 'LockingClause').length > 0 ? 'ROW SHARE' : 'ACCESS SHARE';
    const locks = [
        ...changed.map((relation) => ({ relation, mode: 'ROW EXCLUSIVE' })),
        ...read.map((relation) => ({ relation, mode: reading })),
    ];
    return {
        locks: locks.filter((lock, i) => locks.findIndex((other) => sameRelation(lock, other)) === i),
        work: changed.length > 0 ? 'writes-rows' : read.length > 0 ? 'reads-rows' : 'catalog',
        calls: calledFunctions(node),
    };
}
const sameRelation = (a, b) => a.relation.name === b.relation.name && a.relation.schema === b.relation.schema;
const CHANGING = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'];
/** A table that is changed stands beside the query, not in a RangeVar of its own; SELECT INTO makes one. */
function changedTables(node) {
    const own = relationOf((0,sql_parser/* nodeOf */.E7)(node, 'relation'));
    const nested = CHANGING.flatMap((kind) => within(node, kind)).flatMap((statement) => relationOf((0,sql_parser/* nodeOf */.E7)(statement, 'relation')) ?? []);
    return [...(own ? [own] : []), ...nested];
}
function calledFunctions(node) {
    return within(node, 'FuncCall').flatMap((call) => {
        const [name, schema] = (0,sql_parser/* namesOf */.eZ)(call, 'funcname').reverse();
        return name === undefined ? [] : [{ name, ...(schema === undefined ? {} : { schema }) }];
    });
}

;// CONCATENATED MODULE: ./migrations/locks/statement-locks.js
/** Which tables a statement locks and how, told by the statement alone: PostgreSQL's manual, as rules. */





/** What the text of one statement says of its locks; opaque where it can't be parsed. */
function statementLocks(parser, text) {
    const answer = parser.parse(text);
    if (answer.kind === 'refused')
        return OPAQUE;
    const [statement, another] = answer.statements;
    if (!statement)
        return NOTHING;
    if (another)
        return OPAQUE;
    const [kind = '', value] = Object.entries(statement.node)[0] ?? [];
    const node = (0,sql_parser/* nodeOf */.E7)({ value }, 'value') ?? {};
    return RULES[kind]?.(node) ?? (HARMLESS.has(kind) ? NOTHING : OPAQUE);
}
const onOwn = (mode, work = 'catalog', key = 'relation') => (node) => said(work, lockOn((0,sql_parser/* nodeOf */.E7)(node, key), mode));
const RULES = {
    AlterTableStmt: alterTableLocks,
    CreateStmt: createTable,
    IndexStmt: (node) => onOwn(node['concurrent'] === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE', 'reads-rows')(node),
    DropStmt: drop,
    TruncateStmt: (node) => said('catalog', ...(0,sql_parser/* itemsOf */.S3)(node, 'relations', 'RangeVar').map((r) => lockOn(r, 'ACCESS EXCLUSIVE'))),
    LockStmt: (node) => {
        const mode = deployment/* TABLE_LOCK_MODES */.q[((0,sql_parser/* numberOf */.rl)(node, 'mode') ?? 8) - 1] ?? 'ACCESS EXCLUSIVE';
        return said('catalog', ...(0,sql_parser/* itemsOf */.S3)(node, 'relations', 'RangeVar').map((r) => lockOn(r, mode)));
    },
    RenameStmt: rename,
    AlterObjectSchemaStmt: onOwn('ACCESS EXCLUSIVE'),
    CreateTrigStmt: (node) => said('catalog', lockOn((0,sql_parser/* nodeOf */.E7)(node, 'relation'), 'SHARE ROW EXCLUSIVE'), lockOn((0,sql_parser/* nodeOf */.E7)(node, 'constrrel'), 'SHARE ROW EXCLUSIVE')),
    CreatePolicyStmt: onOwn('ACCESS EXCLUSIVE', 'catalog', 'table'),
    AlterPolicyStmt: onOwn('ACCESS EXCLUSIVE', 'catalog', 'table'),
    RuleStmt: onOwn('ACCESS EXCLUSIVE'),
    CreateStatsStmt: (node) => said('catalog', ...(0,sql_parser/* itemsOf */.S3)(node, 'relations', 'RangeVar').map((r) => lockOn(r, 'SHARE UPDATE EXCLUSIVE'))),
    CommentStmt: comment,
    ReindexStmt: reindex,
    VacuumStmt: vacuum,
    ClusterStmt: (node) => ((0,sql_parser/* nodeOf */.E7)(node, 'relation') ? onOwn('ACCESS EXCLUSIVE', 'writes-rows')(node) : OPAQUE),
    RefreshMatViewStmt: (node) => onOwn(node['concurrent'] === true ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE', 'reads-rows')(node),
    CreateSchemaStmt: (node) => ((0,sql_parser/* listOf */.c3)(node, 'schemaElts').length > 0 ? OPAQUE : NOTHING),
    CreatePublicationStmt: publication,
    AlterPublicationStmt: publication,
    SelectStmt: queryLocks,
    InsertStmt: queryLocks,
    UpdateStmt: queryLocks,
    DeleteStmt: queryLocks,
    MergeStmt: queryLocks,
    CopyStmt: (node) => (0,sql_parser/* nodeOf */.E7)(node, 'relation')
        ? node['is_from'] === true
            ? onOwn('ROW EXCLUSIVE', 'writes-rows')(node)
            : onOwn('ACCESS SHARE', 'reads-rows')(node)
        : queryLocks(node),
    CreateTableAsStmt: (node) => queryLocks((0,sql_parser/* nodeOf */.E7)(node, 'query') ?? {}),
    ViewStmt: (node) => ({
        // Nothing is run: what it calls is not called yet.
        locks: [
            ...(node['replace'] === true
                ? said('catalog', lockOn((0,sql_parser/* nodeOf */.E7)(node, 'view'), 'ACCESS EXCLUSIVE')).locks
                : []),
            ...queryLocks((0,sql_parser/* nodeOf */.E7)(node, 'query') ?? {}).locks,
        ],
        work: 'catalog',
    }),
};
/** Change the catalog, and lock no table that holds rows. */
const HARMLESS = new Set([
    'AlterDatabaseSetStmt', 'AlterDatabaseStmt', 'AlterDefaultPrivilegesStmt', 'AlterEnumStmt', 'AlterFunctionStmt',
    'AlterOwnerStmt', 'AlterRoleSetStmt', 'AlterRoleStmt', 'AlterSeqStmt', 'CompositeTypeStmt', 'CreateCastStmt',
    'CreateConversionStmt', 'CreateDomainStmt', 'CreateEnumStmt', 'CreateFunctionStmt', 'CreateRangeStmt', 'CreateRoleStmt',
    'CreateSeqStmt', 'CreatedbStmt', 'DefineStmt', 'DiscardStmt', 'GrantRoleStmt', 'GrantStmt', 'ListenStmt', 'NotifyStmt',
    'TransactionStmt', 'VariableSetStmt', 'VariableShowStmt', 'Empty', 'UnlistenStmt',
]); // prettier-ignore
function createTable(node) {
    const parents = (0,sql_parser/* itemsOf */.S3)(node, 'inhRelations', 'RangeVar');
    const isPartition = (0,sql_parser/* nodeOf */.E7)(node, 'partbound') !== undefined;
    const inherits = parents.map((parent) => isPartition
        ? lockOn(parent, 'ACCESS EXCLUSIVE', 'partitioned')
        : lockOn(parent, 'SHARE UPDATE EXCLUSIVE'));
    const likes = (0,sql_parser/* itemsOf */.S3)(node, 'tableElts', 'TableLikeClause').map((like) => lockOn((0,sql_parser/* nodeOf */.E7)(like, 'relation'), 'ACCESS SHARE'));
    const references = within(node['tableElts'], 'Constraint').map((constraint) => lockOn((0,sql_parser/* nodeOf */.E7)(constraint, 'pktable'), 'SHARE ROW EXCLUSIVE'));
    const name = relationOf((0,sql_parser/* nodeOf */.E7)(node, 'relation'));
    const naming = name && {
        kind: 'makes',
        name,
        unlessThere: node['if_not_exists'] === true,
    };
    return { ...said('catalog', ...inherits, ...likes, ...references), ...(naming ? { naming } : {}) };
}
/** What hangs on a table, and is named after it: `DROP TRIGGER name ON table`. */
const OF_A_TABLE = new Set(['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
/** May take anything along where they CASCADE. */
const ALONE = new Set([
    'OBJECT_FUNCTION', 'OBJECT_PROCEDURE', 'OBJECT_ROUTINE', 'OBJECT_AGGREGATE', 'OBJECT_SEQUENCE', 'OBJECT_TYPE', 'OBJECT_DOMAIN',
    'OBJECT_SCHEMA', 'OBJECT_EXTENSION', 'OBJECT_PUBLICATION', 'OBJECT_STATISTIC_EXT', 'OBJECT_COLLATION', 'OBJECT_OPERATOR',
    'OBJECT_CAST', 'OBJECT_EVENT_TRIGGER',
]); // prettier-ignore
function drop(node) {
    const type = (0,sql_parser/* textOf */.b6)(node, 'removeType') ?? '';
    const cascades = (0,sql_parser/* textOf */.b6)(node, 'behavior') === 'DROP_CASCADE';
    const names = (0,sql_parser/* listOf */.c3)(node, 'objects').map((object) => (0,sql_parser/* namesOf */.eZ)((0,sql_parser/* nodeOf */.E7)(object, 'List') ?? {}, 'items'));
    const concurrent = node['concurrent'] === true;
    if (type === 'OBJECT_TABLE')
        return said('catalog', ...names.map((name) => lockOnName(name, 'ACCESS EXCLUSIVE', 'dropped')));
    if (type === 'OBJECT_VIEW' || type === 'OBJECT_MATVIEW')
        return said('catalog', ...names.map((name) => lockOnName(name, 'ACCESS EXCLUSIVE')));
    if (type === 'OBJECT_INDEX') {
        const mode = concurrent ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
        return said('catalog', ...names.map((name) => lockOnName(name, mode, 'index')));
    }
    if (OF_A_TABLE.has(type))
        return said('catalog', ...names.map((name) => lockOnName(name.slice(0, -1), 'ACCESS EXCLUSIVE')));
    return ALONE.has(type) && !cascades ? NOTHING : OPAQUE;
}
function rename(node) {
    const type = (0,sql_parser/* textOf */.b6)(node, 'renameType') ?? '';
    const relation = (0,sql_parser/* nodeOf */.E7)(node, 'relation');
    if (!relation)
        return NOTHING;
    // Of an index the index alone is locked.
    if (type === 'OBJECT_SEQUENCE' || type === 'OBJECT_INDEX')
        return NOTHING;
    const from = relationOf(relation);
    const locks = onOwn('ACCESS EXCLUSIVE')(node);
    if (type !== 'OBJECT_TABLE' || !from)
        return locks;
    return {
        ...locks,
        naming: { kind: 'renames', from, to: { ...from, name: (0,sql_parser/* textOf */.b6)(node, 'newname') ?? '' } },
    };
}
const COMMENTED = {
    OBJECT_TABLE: 0,
    OBJECT_VIEW: 0,
    OBJECT_MATVIEW: 0,
    OBJECT_COLUMN: 1,
    OBJECT_TABCONSTRAINT: 1,
    OBJECT_TRIGGER: 1,
    OBJECT_POLICY: 1,
    OBJECT_RULE: 1,
};
function comment(node) {
    const beside = COMMENTED[(0,sql_parser/* textOf */.b6)(node, 'objtype') ?? ''];
    if (beside === undefined)
        return NOTHING;
    const parts = (0,sql_parser/* namesOf */.eZ)((0,sql_parser/* nodeOf */.E7)((0,sql_parser/* nodeOf */.E7)(node, 'object') ?? {}, 'List') ?? {}, 'items');
    return said('catalog', lockOnName(parts.slice(0, parts.length - beside), 'SHARE UPDATE EXCLUSIVE'));
}
const hasOption = (node, key, name) => (0,sql_parser/* itemsOf */.S3)(node, key, 'DefElem').some((option) => (0,sql_parser/* textOf */.b6)(option, 'defname') === name);
function reindex(node) {
    const kind = (0,sql_parser/* textOf */.b6)(node, 'kind');
    if (kind !== 'REINDEX_OBJECT_TABLE' && kind !== 'REINDEX_OBJECT_INDEX')
        return OPAQUE;
    const mode = hasOption(node, 'params', 'concurrently') ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE';
    const follows = kind === 'REINDEX_OBJECT_INDEX' ? 'index' : undefined;
    return said('reads-rows', lockOn((0,sql_parser/* nodeOf */.E7)(node, 'relation'), mode, follows));
}
function vacuum(node) {
    const relations = (0,sql_parser/* itemsOf */.S3)(node, 'rels', 'VacuumRelation');
    if (relations.length === 0)
        return OPAQUE;
    const isFull = hasOption(node, 'options', 'full');
    const mode = isFull ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE';
    return said(isFull ? 'writes-rows' : 'reads-rows', ...relations.map((relation) => lockOn((0,sql_parser/* nodeOf */.E7)(relation, 'relation'), mode)));
}
function publication(node) {
    const tables = (0,sql_parser/* itemsOf */.S3)(node, 'pubobjects', 'PublicationObjSpec').map((object) => (0,sql_parser/* nodeOf */.E7)(object, 'pubtable') ?? {});
    return said('catalog', ...tables.map((table) => lockOn((0,sql_parser/* nodeOf */.E7)(table, 'relation'), 'SHARE UPDATE EXCLUSIVE')));
}


/***/ }),

/***/ 50701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ releaseDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** The digest of what is to be released: the same in every environment, whatever its placeholders, users and schemas are. */

/**
 * Goes by names and raw texts, in the order of play: a file that is moved, renamed, edited, added or removed makes
 * another release. What decides how a file is played, its script configuration, counts as well; an encoding by the text that it
 * makes of the file.
 * @param migrations all of a project's, baselines included.
 * @returns `sha256:` and 64 hexadecimal digits.
 */
function releaseDigest(migrations, manage) {
    const files = migrations.map((migration) => [
        migration.script,
        migration.text,
        migration.transactionIsSet ? migration.transaction : null,
        ...(migration.replacesPlaceholders ? [] : ['placeholders as they stand']),
    ]);
    const calls = [manage.call?.sql ?? null, manage.retention?.sql ?? null];
    const told = JSON.stringify({ files, calls });
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(told, 'utf8').digest('hex')}`;
}


/***/ }),

/***/ 42319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xi: () => (/* binding */ untested),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   vx: () => (/* binding */ placesDigest)
/* harmony export */ });
/* unused harmony export NONE_UNDER_TEST */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Which files of a release a validation had under test: by their place in its order, which the release's digest fixes. */

const NONE_UNDER_TEST = 'none';
/**
 * @param all in the order that the release's digest goes by.
 * @param some of them, the very objects, in any order.
 * @returns such as `41-43,57`, counted from 1; `none` of no files.
 */
function placesOf(all, some) {
    const chosen = new Set(some);
    const runs = [];
    for (const [i, migration] of all.entries()) {
        if (!chosen.has(migration))
            continue;
        const open = runs.at(-1);
        if (open?.last === i)
            open.last = i + 1;
        else
            runs.push({ first: i + 1, last: i + 1 });
    }
    const told = runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
    return told.join(',') || NONE_UNDER_TEST;
}
/**
 * Where there is no room for the places: a validation so recorded stands for these very files, and for no smaller part
 * of them.
 */
const placesDigest = (places) => `=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(places, 'utf8').digest('hex').slice(0, 16)}`;
/** @returns the pending ones that were not under test; all of them where nobody can tell. */
function untested({ all, pending, underTest }) {
    if (underTest === undefined)
        return pending;
    if (underTest.startsWith('='))
        return placesDigest(placesOf(all, pending)) === underTest ? [] : pending;
    const ranges = rangesIn(underTest);
    return pending.filter((migration) => {
        const place = all.indexOf(migration) + 1;
        return place === 0 || !ranges.some(({ first, last }) => first <= place && place <= last);
    });
}
/** What reads as no range is none. */
const rangesIn = (places) => places.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    return first === undefined ? [] : [{ first: Number(first), last: Number(last) }];
});


/***/ }),

/***/ 88527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ commonOf),
/* harmony export */   s: () => (/* binding */ inCommon)
/* harmony export */ });
/** @returns undefined where the change may lose something, and so redefines the column. */
function commonOf(before, now) {
    if (before.type === now.type)
        return 'as-is';
    if (before.isArray !== now.isArray)
        return undefined;
    if (areAlike(before, now))
        return 'as-is';
    return before.isArray ? undefined : commonOfPlain(before, now);
}
/** Types that hold the same values, and hash them alike: widening a column changes none. */
const ALIKE = [
    ['smallint', 'integer', 'bigint'],
    ['text', 'character varying'],
];
const PRECISE = ['timestamp without time zone', 'timestamp with time zone', 'time without time zone'];
function areAlike(before, now) {
    const both = (types) => types.includes(before.baseType) && types.includes(now.baseType);
    if (ALIKE.some(both))
        return true;
    if (before.baseType !== now.baseType || before.typeKind !== now.typeKind)
        return false;
    // A domain, and the type beneath it.
    if (before.modifier === now.modifier)
        return true;
    return PRECISE.includes(now.baseType) && digitsOf(now) >= digitsOf(before);
}
/** Of a second's fraction. */
const digitsOf = ({ modifier }) => (modifier < 0 ? 6 : modifier);
const WALL = ['date', 'timestamp without time zone'];
const TEXTS = ['text', 'character varying'];
function commonOfPlain(before, now) {
    const [from, to] = [before.baseType, now.baseType];
    const isFrom = (...types) => types.includes(from);
    const isTo = (...types) => types.includes(to);
    if (to === 'numeric' && isFrom('smallint', 'integer', 'bigint', 'numeric'))
        return keepsDigits(before, now) ? 'number' : undefined;
    if (to === 'double precision' && isFrom('smallint', 'integer', 'real'))
        return 'float';
    if (isFrom('json', 'jsonb') && isTo('json', 'jsonb'))
        return 'jsonb';
    if (isFrom('character') && isTo('character', ...TEXTS))
        return 'trimmed-text';
    if (to === 'character' && isFrom(...TEXTS))
        return 'padded-text';
    if (from === 'date' && to === 'timestamp without time zone')
        return 'instant';
    if (to === 'timestamp with time zone' && isFrom(...WALL))
        return 'instant-of-some-zone';
    if (from === 'timestamp with time zone' && to === 'timestamp without time zone')
        return 'instant-of-some-zone';
    // An integer may be a text afterwards; back again, "007" is not what it was.
    const named = (c) => c.typeKind === 'e' || c.baseType === 'uuid';
    const isText = (c) => TEXTS.includes(c.baseType);
    if (named(before) && (isText(now) || now.typeKind === 'e'))
        return 'text';
    if (isText(before) && named(now))
        return 'text';
    return isFrom('smallint', 'integer', 'bigint') && isText(now) ? 'text' : undefined;
}
function keepsDigits(before, now) {
    if (now.modifier < 0)
        return true;
    return before.baseType === 'numeric'
        ? before.modifier >= 0 && scaleOf(before) <= scaleOf(now)
        : scaleOf(now) >= 0;
}
/** Eleven bits with a sign: from version 15 on a scale may be below zero. */
const scaleOf = ({ modifier }) => (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
/** SQL of a value as what both sides have in common; its type has a hash, and its text is the value's own. */
function inCommon(common, column, value) {
    switch (common) {
        case 'number':
            return `pg_catalog.trim_scale(${value}::numeric)::text`;
        case 'float':
            return `${value}::double precision`;
        case 'jsonb':
            return `${value}::jsonb::text`;
        // format() and not a cast, which may be the migrations' own: of NULL it makes an empty text.
        case 'text':
            return `case when ${value} is not null then pg_catalog.format('%s', ${value}) end`;
        case 'trimmed-text':
            return `pg_catalog.rtrim(${value}::text)`;
        case 'padded-text':
            return column.baseType === 'character' ? `pg_catalog.rtrim(${value}::text)` : `${value}::text`;
        case 'instant':
        case 'instant-of-some-zone':
            return column.baseType === 'timestamp with time zone'
                ? `(${value} at time zone 'UTC')`
                : `${value}::timestamp`;
    }
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

/***/ 81238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   w: () => (/* binding */ renderComment)
/* harmony export */ });
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6642);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4416);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71520);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72331);




/** Characters, as GitHub tells its limit. */
const COMMENT_LIMIT = 65_536;
const LENGTHS = { findings: 30, details: 20, scenarios: 60, notes: 20 };
/**
 * Counted in UTF-16 units, which are never fewer than characters: so many are also within the 262,144 bytes that
 * GitHub has been seen to store, since a unit takes three bytes at most.
 */
function renderComment(result, { marker, links, limit }) {
    return (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .assemble */ .f)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.reportOf)(result, { lengths: LENGTHS, links, marker }), {
        most: limit ?? COMMENT_LIMIT,
        measure: (text) => text.length,
        elsewhere: elsewhere(links),
    });
}
function elsewhere(links) {
    const run = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .runAddress */ .YM)(links);
    const where = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .linked */ .q)('the summary of the workflow run', run);
    return `All of it is in ${where} and in the report files.`;
}


/***/ }),

/***/ 68709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ renderDeploymentJson),
/* harmony export */   uC: () => (/* binding */ renderPlanJson)
/* harmony export */ });
/* unused harmony export layoutToJson */
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45743);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79064);
/* harmony import */ var _plan_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34720);



const SCHEMA = 1;
/** One JSON document, its keys in a fixed order, ending in a newline. */
const renderPlanJson = (plan) => document({ kind: 'plan', ...planToJson(plan) });
const renderDeploymentJson = (result) => document({
    kind: 'deployment',
    outcome: result.outcome,
    environment: result.environment,
    startedAt: result.startedAt.toISOString(),
    durationMs: Math.round(result.durationMs),
    applied: result.applied.map(appliedToJson),
    callProofs: result.callProofs.map(proofToJson),
    refusals: result.refusals,
    ...(result.failure ? { failure: failureToJson(result.failure) } : {}),
    warnings: result.warnings,
    layoutsAfter: result.layoutsAfter.map(layoutToJson),
    plan: planToJson(result.plan),
});
const document = (value) => `${JSON.stringify({ schema: SCHEMA, tool: { name: 'partition-guard' }, ...value }, null, 2)}\n`;
const planToJson = (plan) => ({
    verdict: (0,_plan_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .planVerdict */ .Ft)(plan),
    digest: plan.digest,
    release: plan.release,
    toolVersion: plan.toolVersion,
    ...(plan.environment === undefined ? {} : { environment: plan.environment }),
    target: {
        database: plan.target.database,
        user: plan.target.user,
        serverVersion: plan.target.serverVersion,
        ...(plan.target.systemIdentifier === undefined ? {} : { systemIdentifier: plan.target.systemIdentifier }),
    },
    pending: plan.pending.map(pendingToJson),
    calls: plan.calls,
    sizes: plan.sizes.map(sizeToJson),
    ...(plan.rowsToMove
        ? {
            rowsToMove: plan.rowsToMove.map(({ table, rows, bytes, reason }) => ({ table, rows, bytes, reason })),
        }
        : {}),
    verify: estimateToJson(plan.verify),
    estimates: plan.estimates.map(estimateToJson),
    layouts: plan.layouts.map(layoutToJson),
    ...(plan.layoutsAfter ? { layoutsAfter: plan.layoutsAfter.map(layoutToJson) } : {}),
    ...(plan.validated
        ? {
            validated: {
                verdict: plan.validated.verdict,
                serverVersion: plan.validated.serverVersion,
                rows: plan.validated.rows,
                startedAt: plan.validated.startedAt.toISOString(),
            },
        }
        : {}),
    drift: plan.drift,
    blockers: plan.blockers.map(({ kind, weight, message, hint }) => ({ kind, weight, message, hint })),
    refusals: plan.refusals.map(({ gate, message, hint }) => ({ gate, message, hint })),
    notes: plan.notes,
});
const pendingToJson = (migration) => ({
    ...(migration.version === undefined ? {} : { version: migration.version }),
    description: migration.description,
    file: migration.file,
    script: migration.script,
    checksum: migration.checksum,
    transaction: migration.transaction,
    statements: migration.statements.map(statementToJson),
});
const statementToJson = ({ line, text, work, basis, locks }) => ({
    line,
    text,
    work,
    basis,
    locks: locks.map(lockToJson),
});
const lockToJson = ({ table, mode, heldMs, measured }) => ({
    table,
    mode,
    ...(heldMs === undefined ? {} : { heldMs: Math.round(heldMs) }),
    ...(measured
        ? {
            measured: {
                heldMs: measured.heldMs,
                ...(measured.rows === undefined ? {} : { rows: measured.rows }),
                ...(measured.factor === undefined ? {} : { factor: Math.round(measured.factor * 100) / 100 }),
            },
        }
        : {}),
});
const sizeToJson = ({ table, rows, bytes }) => ({
    table,
    ...(rows === undefined ? {} : { rows }),
    bytes,
});
const estimateToJson = ({ mode, tables, expectedMs }) => ({
    mode,
    tables: tables.map(sizeToJson),
    ...(expectedMs === undefined ? {} : { expectedMs }),
});
/** The partitions by lower bound, the default partition last; null stands for an unbounded end. */
function layoutToJson(layout) {
    const byDefault = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultPartition */ .qs)(layout);
    return {
        table: layout.table,
        keyColumn: layout.keyColumn,
        keyType: layout.keyType,
        partitions: [
            ...(0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .rangePartitions */ .N2)(layout).map(({ name, range, rows }) => ({
                partition: name,
                lower: (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .boundToJson */ .aO)(range.lower),
                upper: (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .boundToJson */ .aO)(range.upper),
                rows,
            })),
            ...(byDefault
                ? [{ partition: byDefault.name, lower: null, upper: null, default: true, rows: byDefault.rows }]
                : []),
        ],
    };
}
const appliedToJson = ({ version, description, script, durationMs, proofs }) => ({
    ...(version === undefined ? {} : { version }),
    description,
    script,
    durationMs: Math.round(durationMs),
    proofs: proofs.map(proofToJson),
});
const proofToJson = ({ table, mode, verdict, before, after, differences, passedOver, dropped, }) => ({
    table,
    mode,
    verdict,
    before,
    after,
    differences,
    passedOver,
    dropped,
});
const failureToJson = ({ message, hint, location, sqlstate, recovery, proofs, }) => ({
    message,
    hint,
    ...(location ? { location: { file: location.file, line: location.line } } : {}),
    ...(sqlstate === undefined ? {} : { sqlstate }),
    ...(recovery === undefined ? {} : { recovery }),
    ...(proofs ? { proofs: proofs.map(proofToJson) } : {}),
});


/***/ }),

/***/ 70641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ layoutLine)
/* harmony export */ });
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45743);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54940);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79064);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/** A layout in a line: how many partitions, from when to when, how many rows. */




/** `public.booking: 24 monthly partitions, 2025-01-01 to 2027-01-01, about 5,000,000 rows`. */
function layoutLine(layout, voice, { withRows = true } = {}) {
    const window = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .maintainedWindow */ .Dh)(layout);
    const span = window ? [`${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .formatShort */ .KS)(window.lower)} to ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .formatShort */ .KS)(window.upper)}`] : [];
    const rows = layout.partitions.reduce((sum, partition) => sum + partition.rows, 0);
    const open = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .rangePartitions */ .N2)(layout).filter(({ range }) => range.lower.kind !== 'finite' || range.upper.kind !== 'finite');
    const byDefault = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultPartition */ .qs)(layout);
    const gaps = window ? (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .findGaps */ .$0)(layout, window) : [];
    const interval = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .commonInterval */ .$$)(layout);
    return [
        `${voice.name(layout.table)}: ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(layout.partitions.length, interval ? `${interval} partition` : 'partition')}`,
        ...span.map(voice.words),
        ...(withRows ? [`about ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'row')}`] : []),
        ...(open.length > 0 ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(open.length, 'partition')} without an end`] : []),
        ...(byDefault ? [defaultWords(byDefault.rows, withRows)] : []),
        ...gaps.slice(0, 2).map((gap) => `no partition for ${voice.words((0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(gap))}`),
    ].join(', ');
}
const defaultWords = (rows, withRows) => withRows && rows > 0 ? `a default partition with about ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'row')}` : 'a default partition';


/***/ }),

/***/ 48880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fX: () => (/* binding */ stopping),
/* harmony export */   jU: () => (/* binding */ lockWords),
/* harmony export */   rM: () => (/* binding */ isQuiet)
/* harmony export */ });
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(361);
/* harmony import */ var _voice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92397);


/** Locks that stop anybody who does more than read. */
const stopping = (locks) => locks.filter(({ mode }) => mode !== 'ACCESS SHARE' && mode !== 'ROW SHARE');
/** Says nothing that whoever uses the database could notice. */
const isQuiet = ({ basis, locks }) => basis !== 'unknown' && stopping(locks).length === 0;
/** `ACCESS EXCLUSIVE on public.booking, 480 ms expected (12 ms measured at 100,000 rows, and here are 40 times as many)`. */
function lockWords({ table, mode, heldMs, measured }, { sizes }, voice) {
    const what = `${mode} on ${voice.name(table, 120)}`;
    if (heldMs === undefined || !measured) {
        const size = sizes.find((sized) => sized.table === table);
        const rows = size?.rows === undefined ? '' : `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(size.rows, 'row')}, `;
        return size ? `${what} (${rows}${(0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(size.bytes)})` : what;
    }
    const at = measured.rows === undefined || measured.rows === 0 ? '' : ` at ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(measured.rows, 'row')}`;
    if (measured.factor === undefined)
        return `${what}, ${(0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(heldMs)} measured${at}`;
    const times = measured.factor < 10 ? measured.factor.toFixed(1) : (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .thousands */ .oh)(Math.round(measured.factor));
    return `${what}, ${(0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(heldMs)} expected (${(0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(measured.heldMs)} measured${at}, and here are ${times} times as many)`;
}


/***/ }),

/***/ 77460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ON: () => (/* binding */ renderPlanSummary),
/* harmony export */   d$: () => (/* binding */ renderPlanMarkdown),
/* harmony export */   sH: () => (/* binding */ planReport),
/* harmony export */   wI: () => (/* binding */ utf8Length),
/* harmony export */   zk: () => (/* binding */ renderPlanComment)
/* harmony export */ });
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(361);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81238);
/* harmony import */ var _job_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40233);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6642);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4416);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72331);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27066);
/* harmony import */ var _layout_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70641);
/* harmony import */ var _lock_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48880);
/* harmony import */ var _plan_verdict_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34720);
/* harmony import */ var _voice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92397);











/** All of it, whatever its length: for a file. */
const renderPlanMarkdown = (plan) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_3__/* .assemble */ .f)(planReport(plan, {}), { most: Infinity, measure: (text) => text.length, elsewhere: '' });
/** Within the size at which GitHub drops a step's summary. */
const renderPlanSummary = (plan, options = {}) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_3__/* .assemble */ .f)(planReport(plan, options), {
    most: _job_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .SUMMARY_LIMIT */ .J,
    measure: utf8Length,
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`.',
});
/** Within GitHub's 65,536 characters. */
const renderPlanComment = (plan, options) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_3__/* .assemble */ .f)(planReport(plan, options), {
    most: _comment_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMENT_LIMIT */ .W,
    measure: (text) => text.length,
    elsewhere: 'All of it is in the summary of the workflow run and in the report files.',
});
const utf8Length = (text) => Buffer.byteLength(text);
function planReport(plan, { marker, links }) {
    const heading = `### ${headline(plan)}`;
    return {
        head: marker === undefined ? heading : `${marker}\n${heading}`,
        open: [leadSection(plan), standingSection(plan), driftSection(plan), applySection(plan)],
        folds: [
            ...plan.pending.map((migration) => migrationFold(migration, plan, links)),
            ...layoutFold(plan),
            { summary: factsOf(plan), sections: [callsSection(plan), estimatesSection(plan), notesSection(plan)] },
        ],
    };
}
const MARKS = {
    ready: '📋',
    'nothing-to-do': '✅',
    'held-up': '⚠️',
    refused: '❌',
};
function headline(plan) {
    const verdict = (0,_plan_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .planVerdict */ .Ft)(plan);
    const place = (0,_plan_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(plan, _voice_js__WEBPACK_IMPORTED_MODULE_7__/* .MARKDOWN_VOICE */ .FS);
    const pending = (0,_plan_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .whatIsPending */ .EC)(plan);
    const told = {
        ready: `Plan for ${place}: ${pending}`,
        'nothing-to-do': `Nothing to do on ${place}: every migration is there`,
        'held-up': `Plan for ${place}: ${pending}, and would have to wait`,
        refused: `Would be refused on ${place}: ${pending}`,
    };
    return `${MARKS[verdict]} ${told[verdict]}`;
}
const one = (name, text) => ({
    name,
    items: text === '' ? [] : [{ text, need: _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.lead }],
});
const leadSection = (plan) => one('the meaning', (0,_plan_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .meaningOf */ .Pr)(plan, _voice_js__WEBPACK_IMPORTED_MODULE_7__/* .MARKDOWN_VOICE */ .FS).join(' '));
/** What stands in the way, and what to do. */
function standingSection({ refusals, blockers }) {
    const row = (mark, what, { message, hint }) => ({
        need: _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.finding,
        text: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableRow */ .jD)([mark, (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(what, 60), (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)(message)), (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)(hint))]),
    });
    const items = [
        ...refusals.map((refusal) => row('❌', refusal.gate, refusal)),
        ...blockers.map((blocker) => row(blocker.weight === 'refuse' ? '❌' : '⚠️', blocker.kind, blocker)),
    ];
    return { name: 'obstacle', head: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHead */ .PP)(['', 'what', 'why', 'what to do']), items };
}
const driftSection = ({ drift }) => ({
    name: 'difference',
    head: '**The target is not as the validation assumed**\n',
    items: drift.map((line) => ({ text: `- ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)(line))}`, need: _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.finding })),
});
function applySection(plan) {
    const verdict = (0,_plan_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .planVerdict */ .Ft)(plan);
    if (verdict === 'nothing-to-do')
        return one('the digest', '');
    const environment = plan.environment === undefined ? 'NAME' : (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .shellArgument */ .mN)(plan.environment);
    const command = `partition-guard apply --environment ${environment} --plan ${plan.digest}`;
    const told = verdict === 'refused'
        ? `Digest of this plan: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(plan.digest)}`
        : `Apply exactly this: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(command)}`;
    return one('the digest', told);
}
function migrationFold(migration, plan, links) {
    const { version, description, file, transaction, statements } = migration;
    const told = statements.filter((statement) => !(0,_lock_words_js__WEBPACK_IMPORTED_MODULE_5__/* .isQuiet */ .rM)(statement));
    const quiet = statements.length - told.length;
    const name = version === undefined ? 'Repeatable' : `Version ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(version, 60)}`;
    const unknown = statements.filter(({ basis }) => basis === 'unknown').length;
    const summary = [
        `${name}: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(description, 120)}`,
        (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(statements.length, 'statement'),
        ...(unknown > 0 ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_9__/* .thousands */ .oh)(unknown)} with unknown locks`] : []),
        transaction === 'one' ? 'one transaction' : 'outside of a transaction',
    ].join(' · ');
    return {
        summary,
        sections: [
            one('the file', `${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(file)}${quiet > 0 ? `: ${quietWords(quiet, statements.length)}` : ''}`),
            {
                name: 'statement',
                head: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHead */ .PP)(['line', 'statement', 'locks']),
                items: told.map((statement) => statementItem(statement, plan, links)),
            },
        ],
    };
}
const quietWords = (quiet, all) => `${quiet === all ? `its ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(quiet, 'statement')}` : (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(quiet, 'more statement')} ${quiet === 1 ? 'locks' : 'lock'} no table that is in use.`;
function statementItem(statement, plan, links) {
    const locks = statement.basis === 'unknown' ? ["not known: what it runs can't be seen from here"] : [];
    return {
        need: statement.basis === 'unknown' ? _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.note : _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.proof,
        text: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableRow */ .jD)([
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .linked */ .q)(String(statement.line), (0,_links_js__WEBPACK_IMPORTED_MODULE_10__/* .lineAddress */ .lU)(statement, links)),
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(statement.text, 160),
            [...(0,_lock_words_js__WEBPACK_IMPORTED_MODULE_5__/* .stopping */ .fX)(statement.locks).map((lock) => (0,_lock_words_js__WEBPACK_IMPORTED_MODULE_5__/* .lockWords */ .jU)(lock, plan, _voice_js__WEBPACK_IMPORTED_MODULE_7__/* .MARKDOWN_VOICE */ .FS)), ...locks].join('<br>'),
        ]),
    };
}
function layoutFold({ layouts, layoutsAfter }) {
    if (layouts.length === 0 && !layoutsAfter)
        return [];
    const list = (lines) => lines.map((line) => ({ text: `- ${line}`, need: _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.layout }));
    const tables = (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(layouts.length, 'partitioned table');
    return [
        {
            summary: layoutsAfter ? `Partitions of ${tables}, now and afterwards` : `Partitions of ${tables} now`,
            sections: [
                {
                    name: 'layout',
                    head: '**Now**\n',
                    items: list(layouts.map((layout) => (0,_layout_words_js__WEBPACK_IMPORTED_MODULE_4__/* .layoutLine */ .J)(layout, _voice_js__WEBPACK_IMPORTED_MODULE_7__/* .MARKDOWN_VOICE */ .FS))),
                },
                {
                    name: 'later layout',
                    head: '**Afterwards, by the validated run**\n',
                    items: list((layoutsAfter ?? []).map((layout) => (0,_layout_words_js__WEBPACK_IMPORTED_MODULE_4__/* .layoutLine */ .J)(layout, _voice_js__WEBPACK_IMPORTED_MODULE_7__/* .MARKDOWN_VOICE */ .FS, { withRows: false }))),
                },
            ],
        },
    ];
}
/** Without any sign that a summary of HTML would read as more than text. */
const factsOf = ({ target, toolVersion, validated }) => [
    `PostgreSQL ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(target.serverVersion, 40)}`,
    `as ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(target.user, 80)}`,
    validated
        ? `by a validation of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(validated.rows, 'row')} on PostgreSQL ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(validated.serverVersion, 40)}`
        : "without a validation's measurements",
    `partition-guard ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(toolVersion, 40)}`,
].join(' · ');
const callsSection = ({ calls }) => ({
    name: 'call',
    head: '**Called after the migrations**\n',
    items: calls.map((call) => ({ text: `- ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(call, 240)}`, need: _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.scenario })),
});
const estimatesSection = ({ estimates }) => ({
    name: 'estimate',
    head: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHead */ .PP)(['verification', 'tables', 'rows', 'writers wait']),
    items: estimates.map(({ mode, tables, expectedMs }) => ({
        need: _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.proof,
        text: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableRow */ .jD)([
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(mode),
            (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_9__/* .thousands */ .oh)(tables.length),
            (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_9__/* .thousands */ .oh)(tables.reduce((sum, table) => sum + (table.rows ?? 0), 0)),
            expectedMs === undefined ? 'not known' : `about ${(0,_voice_js__WEBPACK_IMPORTED_MODULE_7__/* .time */ .kB)(expectedMs)}`,
        ]),
    })),
});
const notesSection = ({ notes }) => ({
    name: 'note',
    head: '**What else there is to know**\n',
    items: notes.map((note) => ({ text: `- ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)(note))}`, need: _sections_js__WEBPACK_IMPORTED_MODULE_3__/* .NEED */ .$.note })),
});


/***/ }),

/***/ 34720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   EC: () => (/* binding */ whatIsPending),
/* harmony export */   Ft: () => (/* binding */ planVerdict),
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   xm: () => (/* binding */ faultsOf)
/* harmony export */ });
/* unused harmony export proofSentence */
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27066);
/* harmony import */ var _voice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92397);



/** Faults of the target or of the files; the others are about when, and where else. */
const FAULTS = new Set([
    'database',
    'environment',
    'pooler',
    'history',
    'files',
    'unfinished',
    'plan',
]);
/** Refusals that waiting for a validation, an environment or a window does not end. */
const faultsOf = (plan) => plan.refusals.filter(({ gate }) => FAULTS.has(gate));
function planVerdict({ refusals, blockers, pending, calls }) {
    if (refusals.length > 0 || blockers.some(({ weight }) => weight === 'refuse'))
        return 'refused';
    if (pending.length === 0 && calls.length === 0)
        return 'nothing-to-do';
    return blockers.length > 0 ? 'held-up' : 'ready';
}
/** `2 migrations and 1 call are pending`. */
function whatIsPending({ pending, calls }) {
    const parts = [
        ...(pending.length > 0 ? [(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(pending.length, 'migration')] : []),
        ...(calls.length > 0 ? [(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(calls.length, 'call')] : []),
    ];
    const many = pending.length + calls.length;
    return many === 0 ? 'nothing is pending' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(parts)} ${many === 1 ? 'is' : 'are'} pending`;
}
/** Where: `PROD, database bookings`. */
const placeOf = ({ environment, target }, voice) => [
    ...(environment === undefined ? [] : [voice.words(environment)]),
    `database ${voice.name(target.database, 80)}`,
].join(', ');
/** What it means for rows: one sentence each. */
function meaningOf(plan, voice) {
    if (plan.pending.length === 0 && plan.calls.length === 0)
        return [];
    return [...movesOf(plan, voice), longestLock(plan, voice), proofSentence(plan.verify, voice)].flatMap((one) => one ?? []);
}
function movesOf({ rowsToMove }, voice) {
    if (!rowsToMove)
        return ['How many rows are moved is not known.'];
    if (rowsToMove.length === 0)
        return ['No row is moved to another table.'];
    return rowsToMove.map(({ table, rows, bytes: size, reason }) => `About ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rows, 'row')} of ${voice.name(table)} (${(0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(size)}) are moved: ${voice.words(reason)}.`);
}
/** Of all statements, the longest time that anybody is expected to wait. */
function longestLock({ pending }, voice) {
    const statements = pending.flatMap((migration) => migration.statements);
    const locks = statements.flatMap(({ locks: own }) => own.filter((lock) => lock.heldMs !== undefined));
    const [first, ...rest] = locks;
    const unknown = statements.filter(({ basis }) => basis === 'unknown').length;
    const untold = unknown > 0 ? ` What ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(unknown, 'statement')} would lock is not known.` : '';
    if (!first)
        return untold === '' ? undefined : untold.trim();
    const longest = rest.reduce((a, b) => ((b.heldMs ?? 0) > (a.heldMs ?? 0) ? b : a), first);
    const who = longest.mode === 'ACCESS EXCLUSIVE' ? 'nobody can read or write it' : 'nobody can write it';
    return `The longest lock expected is ${longest.mode} on ${voice.name(longest.table)}, about ${(0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(longest.heldMs ?? 0)}, in which ${who}.${untold}`;
}
function proofSentence({ mode, tables, expectedMs }, voice) {
    if (tables.length === 0)
        return `Verification ${mode}: no table of rows to prove.`;
    const names = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(tables.slice(0, 3).map(({ table }) => voice.name(table)));
    const more = tables.length > 3 ? ` and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tables.length - 3, 'more table')}` : '';
    const known = tables.every(({ rows }) => rows !== undefined);
    const rows = tables.reduce((sum, one) => sum + (one.rows ?? 0), 0);
    const what = mode === 'count' ? 'counted' : 'counted and checksummed';
    const much = known ? `about ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rows, 'row')}` : 'the rows';
    const long = expectedMs === undefined ? 'how long that takes is not known' : `about ${(0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(expectedMs)}`;
    return `Verification ${mode}: ${much} of ${names}${more} ${known && rows === 1 ? 'is' : 'are'} ${what} before and after, ${long}, in which writers wait.`;
}


/***/ }),

/***/ 92397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FS: () => (/* binding */ MARKDOWN_VOICE),
/* harmony export */   OI: () => (/* binding */ TERMINAL_VOICE),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   kB: () => (/* binding */ time)
/* harmony export */ });
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(361);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4416);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55896);
/** How names and strangers' words are put into sentences, on a terminal and in markdown; and sizes and times for people. */



const LONGEST = 600;
const TERMINAL_VOICE = {
    name: (text, length = LONGEST) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text), length),
    words: (text) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text), LONGEST),
};
const MARKDOWN_VOICE = {
    name: (text, length = LONGEST) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(text, length),
    words: (text) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(text, LONGEST),
};
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** `1.2 GB`, as pg_size_pretty counts: 1,024 a step. */
function bytes(n) {
    let [size, unit] = [n, 0];
    while (size >= 1024 && unit < UNITS.length - 1)
        [size, unit] = [size / 1024, unit + 1];
    const digits = unit === 0 || size >= 100 ? 0 : 1;
    return `${size >= 1000 ? (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh)(Math.round(size)) : size.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** `480 ms`, `8.2 s`, `3 min`, `2 h 10 min`: as exact as an estimate is. */
function time(ms) {
    if (ms < 1000)
        return `${Math.max(ms === 0 ? 0 : 1, Math.round(ms))} ms`;
    if (ms < 2 * MINUTE)
        return `${(ms / 1000).toFixed(1)} s`;
    if (ms < HOUR)
        return `${Math.round(ms / MINUTE)} min`;
    const minutes = Math.round((ms % HOUR) / MINUTE);
    return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh)(Math.floor(ms / HOUR))} h${minutes > 0 ? ` ${minutes} min` : ''}`;
}
/** What is a name, a path or a call, and is called as it is written. */
const isName = (word) => /[^\p{L}\p{M}'’,;:-]/u.test(word.replace(/[.!?…]$/, ''));
/** Ended as a sentence, beginning with a capital unless it begins with a name. */
function sentence(text) {
    const told = text.trim();
    const [first = ''] = told.split(/\s/, 1);
    const begun = isName(first) ? told : told.slice(0, 1).toUpperCase() + told.slice(1);
    return /[.!?…]$/.test(begun) || begun === '' ? begun : `${begun}.`;
}


/***/ }),

/***/ 40233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ SUMMARY_LIMIT),
/* harmony export */   q: () => (/* binding */ renderJobSummary)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71520);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72331);


/** Bytes: below GitHub's 1 MiB a step, with room for what else the step writes. */
const SUMMARY_LIMIT = 960 * 1024;
const renderJobSummary = (result, { links }) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .assemble */ .f)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__.reportOf)(result, { lengths: _markdown_js__WEBPACK_IMPORTED_MODULE_0__.EVERYTHING, links }), {
    most: SUMMARY_LIMIT,
    measure: (text) => Buffer.byteLength(text),
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`, `html`.',
});


/***/ }),

/***/ 55167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ configurationDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Tells two runs apart that judge by other rules: the parts of the settings that only the configuration file can give. */

/** The same rules have the same one, however they are written down. */
function configurationDigest(settings) {
    const { placeholders, tables, manage, audit, intervals, checks, waivers } = settings;
    const { seedSql, assertions, retention } = settings;
    const rules = [
        Object.entries(placeholders).sort(([a], [b]) => (a < b ? -1 : 1)),
        tables,
        [manage.call?.sql, manage.retention?.sql],
        audit,
        intervals,
        { ...checks, severities: [...checks.severities].sort(([a], [b]) => (a < b ? -1 : 1)) },
        waivers,
        seedSql,
        assertions,
        retention,
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(rules, plain)).digest('hex');
}
/** Instants are no numbers that JSON has. */
const plain = (_key, value) => typeof value === 'bigint' ? `${value} µs` : value instanceof Map ? [...value] : value;


/***/ }),

/***/ 50570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ validatedRun)
/* harmony export */ });
/* harmony import */ var _report_merge_results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15908);
/* harmony import */ var _report_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31897);


/** Of several shares the whole; undefined where none is named. */
async function validatedRun({ validated, cwd, }) {
    if (validated === undefined)
        return undefined;
    const [run, ...others] = await (0,_report_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .readReports */ .o)(await (0,_report_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .findReports */ .z)([validated], cwd));
    return run && others.length > 0 ? (0,_report_merge_results_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeResults */ .n)([run, ...others]) : run;
}


/***/ })

};
