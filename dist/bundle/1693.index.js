export const id = 1693;
export const ids = [1693];
export const modules = {

/***/ 93034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ whatWasMaintained),
/* harmony export */   L9: () => (/* binding */ shortRunway),
/* harmony export */   cR: () => (/* binding */ deploymentAlert),
/* harmony export */   fZ: () => (/* binding */ whatWasApplied),
/* harmony export */   ok: () => (/* binding */ maintenanceAlert)
/* harmony export */ });
/* unused harmony export refusalLines */
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39654);
/* harmony import */ var _domain_redefined_columns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17673);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(361);




/** A rehearsal and a run that had nothing to do are told by their summary alone. */
function deploymentAlert(result) {
    const { outcome, environment, plan } = result;
    const of = (kind, lines) => {
        return { kind, command: 'apply', environment, database: plan.target.database, lines };
    };
    switch (outcome) {
        case 'nothing-to-do':
        case 'rehearsed':
            return undefined;
        case 'applied':
            return of('completed', [whatWasApplied(result), ...result.warnings]);
        case 'failed':
            return of('failed', failureLines(result));
        case 'refused':
            return of('refused', [
                ...refusalLines(result.refusals),
                ...(result.applied.length === 0 ? [] : [`${whatWasApplied(result)}, and kept`]),
            ]);
    }
}
/** `2 migrations applied, 1,000 rows proven`, as the outputs and GitHub's deployments say it too. */
function whatWasApplied({ applied, callProofs }) {
    const proofs = [...applied.flatMap((one) => one.proofs), ...callProofs];
    const rows = proofs.length === 0 ? '' : `, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rowsIn(proofs), 'row')} proven`;
    const left = (0,_domain_redefined_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .redefinedIn */ .a)(proofs).flatMap(({ columns }) => columns).length;
    const but = left === 0 ? '' : ` but for ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(left, 'redefined column')}`;
    return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(applied.length, 'migration')} applied${rows}${but}`;
}
/** Of each table once, as it was at last. */
const rowsIn = (proofs) => [...new Map(proofs.map(({ table, after }) => [table, after.rows])).values()].reduce((a, b) => a + b, 0);
function failureLines({ failure, applied }) {
    const before = applied.length === 0 ? [] : [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(applied.length, 'migration')} applied before it, and kept`];
    if (!failure)
        return before;
    const { message, location, recovery, hint } = failure;
    const place = location ? ` (${(0,_domain_location_js__WEBPACK_IMPORTED_MODULE_3__/* .formatLocation */ .j)(location)})` : '';
    return [`${message}${place}`, ...(recovery === undefined ? [] : [recovery]), `→ ${hint}`, ...before];
}
const refusalLines = (refusals) => refusals.flatMap(({ message, hint }) => [message, `→ ${hint}`]);
function maintenanceAlert(result) {
    const { outcome, environment, target, command, tables } = result;
    const of = (kind, lines) => {
        return { kind, command, environment, database: target.database, lines };
    };
    const problems = tables.flatMap((table) => [
        ...shortRunway(table),
        ...table.problems.map(({ message, hint }) => `${table.table}: ${message} → ${hint}`),
        ...table.partitions
            .filter(({ action }) => action === 'failed' || action === 'kept')
            .map(({ partition, action, reason = 'no reason is known' }) => `${partition} ${action}: ${reason}`),
    ]);
    switch (outcome) {
        case 'nothing-to-do':
        case 'rehearsed':
            return undefined;
        case 'done':
            return of('completed', [whatWasMaintained(result), ...result.warnings]);
        case 'failed':
            return of('failed', [...problems, whatWasMaintained(result)]);
        case 'refused':
            return of('refused', refusalLines(result.refusals));
    }
}
/** One line where writes would fail too soon. */
function shortRunway({ table, runway }) {
    if (runway?.isShort !== true)
        return [];
    const { until, asked } = runway;
    const when = until.kind === 'finite' ? `from ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShort */ .KS)(until.at)} on` : 'already';
    return [`writes to ${table} fail ${when}; ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(asked, 'day')} ahead are asked for`];
}
const DONE = ['created', 'archived', 'dropped', 'detached', 'moved', 'restored'];
/** `3 partitions created, 1 archived`. */
function whatWasMaintained({ tables }) {
    const actions = tables.flatMap(({ partitions }) => partitions.map(({ action }) => action));
    const told = DONE.flatMap((action) => {
        const times = actions.filter((one) => one === action).length;
        return times === 0 ? [] : [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(times, 'partition')} ${action}`];
    });
    return told.length === 0 ? 'no partition changed' : told.join(', ');
}


/***/ }),

/***/ 61053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ acquireFlywayLock)
/* harmony export */ });
/* unused harmony exports flywayLockNumber, releaseFlywayLock, holdsFlywayLock */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** The lock that keeps two runners apart, and a runner and Flyway: the very number that Flyway takes. */

/** "Flyway" as bytes (PostgreSQLAdvisoryLockTemplate.LOCK_MAGIC_NUM). */
const MAGIC = 0x466c79776179n;
/** @param table as Flyway names its history table: both parts quoted. */
const flywayLockNumber = (table) => MAGIC + BigInt(javaHash(table));
/** String.hashCode() of Java. */
function javaHash(text) {
    let hash = 0;
    for (let i = 0; i < text.length; i++)
        hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    return hash;
}
/** As often as Flyway asks. */
const POLL_MS = 1000;
/**
 * Asks again and again, and never stands in the queue: a session that waits for a lock holds a snapshot, which
 * CREATE INDEX CONCURRENTLY of the other runner would wait for. The session holds the lock until it ends or lets go.
 */
async function acquireFlywayLock(client, table, wait) {
    const number = String(flywayLockNumber(table));
    for (let tries = 1;; tries++) {
        const { rows } = await client.query('select pg_catalog.pg_try_advisory_lock($1::bigint) as locked', [number]);
        if (rows[0]?.locked === true)
            return;
        if (tries === 1) {
            wait.onWait('another run, or Flyway, holds the lock of the history: waiting until it is done');
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait.pollMs ?? POLL_MS);
    }
}
async function releaseFlywayLock(client, table) {
    await client.query('select pg_catalog.pg_advisory_unlock($1::bigint)', [String(flywayLockNumber(table))]);
}
/** Whether the session still holds it. */
async function holdsFlywayLock(client, table) {
    const { rowCount } = await client.query(`select from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.pid = pg_catalog.pg_backend_pid() and l.granted and l.objsubid = 1
        and l.classid = (($1::bigint >> 32) & 4294967295)::pg_catalog.oid
        and l.objid = ($1::bigint & 4294967295)::pg_catalog.oid`, [String(flywayLockNumber(table))]);
    return (rowCount ?? 0) > 0;
}


/***/ }),

/***/ 72164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf),
/* harmony export */   t: () => (/* binding */ NotApplied)
/* harmony export */ });
/* harmony import */ var _postgres_error_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81248);
/* harmony import */ var _postgres_sql_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85497);
/* harmony import */ var _history_write_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43999);



class NotApplied extends Error {
    /** The server's, for whoever decides whether to try again. */
    code;
    details;
    constructor(details) {
        super(details.message ?? 'the server refused a statement', { cause: details.cause });
        this.name = 'NotApplied';
        this.details = details;
        this.code = (0,_postgres_error_code_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(details.cause);
    }
}
/** @throws the error itself where it is a fault of this program. */
function failureOf(error) {
    if (error instanceof NotApplied) {
        const { location, recovery, message, hint, cause, statement, proofs } = error.details;
        const otherwise = recovery === undefined ? HINT : STAYS;
        const common = {
            ...(proofs ? { proofs } : {}),
            ...(location ? { location } : {}),
            ...(recovery === undefined ? {} : { recovery }),
        };
        if (message !== undefined)
            return { message, hint: hint ?? otherwise, ...common };
        const failure = (0,_postgres_sql_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlFailureOf */ .Eq)(cause);
        return {
            message: `${failure.message}${failure.detail === undefined ? '' : ` (${failure.detail})`}, at: ${statement}`,
            hint: hintFor(failure.sqlstate) ?? failure.hint ?? otherwise,
            sqlstate: failure.sqlstate,
            ...common,
        };
    }
    if (error instanceof _history_write_history_js__WEBPACK_IMPORTED_MODULE_1__/* .HistoryMoved */ .cy) {
        return {
            message: error.message,
            hint: 'look at the history, then apply again: it goes by what is pending then',
        };
    }
    const failure = (0,_postgres_sql_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlFailureOf */ .Eq)(error);
    return {
        message: failure.message,
        hint: hintFor(failure.sqlstate) ?? failure.hint ?? HINT,
        sqlstate: failure.sqlstate,
    };
}
const HINT = 'mend the migration, validate it again, and apply it: this one was rolled back';
const STAYS = 'no transaction could take it back: undo what stays, mend the migration, take its failed row out of the history, and apply again';
/** The next step, where the code alone tells it (PostgreSQL manual, appendix A). */
function hintFor(sqlstate) {
    switch (sqlstate) {
        case '55P03':
            return 'another session held the lock to the end: end it (pg_stat_activity tells which), or raise --lock-timeout and --retries';
        case '40P01':
            return 'other sessions take the same locks in another order: apply when fewer write, or raise --retries';
        case '57014':
            return 'the statement timeout was too short: raise --statement-timeout, or cut the migration into smaller ones';
        case '42501':
            return 'grant this role what it lacks: docs/deploy.md lists the rights that each step needs';
        case '53100':
            return 'the disk of the server is full: make room and apply again';
        case '08006':
        case '57P01':
        case '57P02':
        case '57P03':
            return 'the connection or the server went down, and the server takes back what was not committed: apply again';
        default:
            return undefined;
    }
}


/***/ }),

/***/ 24239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries)
/* harmony export */ });
/* unused harmony exports isRace, waitMs */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _postgres_error_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81248);
/** Tries again what lost a race for a lock: the whole transaction, later each time, and not in step with others. */



/** lock_not_available, deadlock_detected, serialization_failure (PostgreSQL manual, appendix A). */
const RACES = new Set(['55P03', '40P01', '40001']);
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
const isRace = (error) => RACES.has((0,_postgres_error_code_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error) ?? '');
/** @param attempt must leave no transaction open when it throws. */
async function withRetries(patience, attempt) {
    const { retries, onRetry, jitterSeed, sleep = node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout } = patience;
    for (let tries = 0;; tries++) {
        try {
            return await attempt();
        }
        catch (error) {
            if (!isRace(error) || tries >= retries)
                throw error;
            const ms = waitMs(jitterSeed, tries);
            onRetry(`${whyOf(error)}: rolled back, and tried again in ${(ms / 1000).toFixed(1)} s (${tries + 1} of ${retries})`);
            await sleep(ms);
        }
    }
}
const whyOf = (error) => {
    const code = (0,_postgres_error_code_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error);
    if (code === '55P03')
        return 'a lock was not free in time';
    if (code === '40P01')
        return 'a deadlock with another session';
    return 'another session changed the same rows';
};
/** Twice as long each time, from half of it up. */
function waitMs(seed, tries) {
    const spread = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${seed}:${tries}`).digest().readUInt32BE(0) / 2 ** 32;
    return Math.round(Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS) * (0.5 + spread / 2));
}


/***/ }),

/***/ 34200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ overridesOf),
/* harmony export */   J3: () => (/* binding */ auditedRunner),
/* harmony export */   sR: () => (/* binding */ auditRefusal),
/* harmony export */   zB: () => (/* binding */ beginAudit),
/* harmony export */   zE: () => (/* binding */ writeEnding)
/* harmony export */ });
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27108);
/* harmony import */ var _domain_tool_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13562);
/* harmony import */ var _audit_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33291);
/* harmony import */ var _trail_intact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18648);




/** A run holds an advisory lock of (this, its id) while it lives: pg_stat_activity shows others too little to go by. */
const ALIVE = 0x70677264;
/**
 * Begins a run's row. @param session one that lasts as long as the run, with no transaction open; nothing that the run
 * rolls back reaches it.
 */
async function beginAudit(session, entry) {
    await (0,_audit_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .makeAuditTables */ .TM)(session);
    await (0,_trail_intact_js__WEBPACK_IMPORTED_MODULE_2__/* .requireNoListeners */ .G)(session);
    const interrupted = await closeInterrupted(session);
    const id = await insertRun(session, entry);
    return {
        id,
        interrupted,
        finish: async (outcome, detail) => {
            await writeEnding(session, { id, outcome, detail, redact: entry.redact });
            await session.query('select pg_catalog.pg_advisory_unlock($1, $2::bigint::integer)', [ALIVE, id]);
        },
    };
}
/** By whatever session is left, where the run's own is gone. */
async function writeEnding(session, { id, outcome, detail, redact }) {
    await session.query(`update partition_guard.deployment
        set outcome = $2, detail = $3, finished_at = pg_catalog.clock_timestamp()
      where id = $1`, [id, outcome, JSON.stringify((0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_0__/* .redactJson */ .Kp)(detail ?? {}, redact))]);
}
async function insertRun(session, entry) {
    const told = (text) => (text === undefined ? null : entry.redact(text));
    await session.query('begin');
    const { rows } = await session.query(`insert into partition_guard.deployment
       (command, environment, release, plan_digest, actor, run_url, reason, tool_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`, [
        entry.command,
        entry.environment,
        entry.release ?? null,
        entry.planDigest ?? null,
        told(entry.actor),
        told(entry.runUrl),
        told(entry.reason),
        _domain_tool_version_js__WEBPACK_IMPORTED_MODULE_3__/* .TOOL_VERSION */ .w,
    ]);
    const id = rows[0]?.id;
    if (id === undefined)
        throw new Error('the audit trail took no row');
    // Before the row is seen: whoever finds it without this lock may call it interrupted.
    await session.query('select pg_catalog.pg_advisory_lock($1, $2::bigint::integer)', [ALIVE, id]);
    await session.query('commit');
    return id;
}
/** A row of a run that was refused before it began anything; only where there is a trail already. */
async function auditRefusal(session, entry, detail) {
    if (!(await (0,_audit_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAuditTables */ .T0)(session)))
        return;
    const run = await beginAudit(session, entry);
    await run.finish('refused', detail);
}
/** Marks the runs that were killed. */
async function closeInterrupted(session) {
    const { rows } = await session.query('select d.id from partition_guard.deployment d where d.outcome is null order by d.id');
    const closed = [];
    for (const { id } of rows) {
        const { rows: tried } = await session.query('select pg_catalog.pg_try_advisory_lock($1, $2::bigint::integer) as "isDead"', [ALIVE, id]);
        if (tried[0]?.isDead !== true)
            continue;
        const { rowCount } = await session.query(`update partition_guard.deployment
          set outcome = 'interrupted', finished_at = pg_catalog.clock_timestamp()
        where id = $1 and outcome is null`, [id]);
        await session.query('select pg_catalog.pg_advisory_unlock($1, $2::bigint::integer)', [ALIVE, id]);
        if (rowCount === 1)
            closed.push(id);
    }
    return closed;
}
/** What gates were passed by for; undefined where none was to be. */
function overridesOf({ allowUnvalidated, allowEnvironment, }) {
    const reasons = [
        ...(allowUnvalidated === undefined ? [] : [allowUnvalidated]),
        ...(allowEnvironment === undefined ? [] : [`environment: ${allowEnvironment}`]),
    ];
    return reasons.length === 0 ? undefined : reasons.join('; ');
}
/** Who runs this, and where, as GitHub tells its jobs. */
function auditedRunner(env) {
    const { GITHUB_ACTOR, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, USER } = env;
    const actor = GITHUB_ACTOR || USER;
    const runUrl = GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID
        ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
        : undefined;
    return { ...(actor ? { actor } : {}), ...(runUrl === undefined ? {} : { runUrl }) };
}


/***/ }),

/***/ 18648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ requireIntactTrail),
/* harmony export */   G: () => (/* binding */ requireNoListeners)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _apply_not_applied_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72164);
/* harmony import */ var _audit_tables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33291);



const DROP_IT = 'drop it: what is written there is the record of what was proven';
/** At the end of a transaction's work. @throws NotApplied */
async function requireIntactTrail(client) {
    const table = await firstWith(client, LISTENED_TO);
    const altered = await firstWith(client, ALTERED_NOW);
    if (table === undefined && altered === undefined)
        return;
    throw new _apply_not_applied_js__WEBPACK_IMPORTED_MODULE_1__/* .NotApplied */ .t({
        message: table === undefined
            ? `${altered} was altered: what it does with the next row, nobody would look at`
            : `a trigger or rule hangs on ${table}, and would run after the proof`,
        hint: table === undefined ? 'leave the tables of partition_guard as they are' : DROP_IT,
        statement: 'the record of what was proven',
    });
}
/** Before a run writes its first row. @throws OperatorError */
async function requireNoListeners(client) {
    const table = await firstWith(client, LISTENED_TO);
    if (table === undefined)
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(`a trigger or rule hangs on ${table}, and would run whenever a run is written down`, {
        code: 'audit-listened-to',
        hint: `${DROP_IT.slice(0, 1).toUpperCase()}${DROP_IT.slice(1)}.`,
        exitStatus: _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.refused,
    });
}
const LISTENED_TO = `
  exists (select from pg_catalog.pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
  or exists (select from pg_catalog.pg_rewrite r where r.ev_class = c.oid)`;
/** By the locks that only that takes: a new default that calls a function would run with the next row. */
const ALTERED_NOW = `
  exists (select from pg_catalog.pg_locks l
           where l.locktype = 'relation' and l.relation = c.oid and l.granted
             and l.pid = pg_catalog.pg_backend_pid()
             and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
             and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))`;
async function firstWith(client, condition) {
    const { rows } = await client.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relname = any ($2) and (${condition}) order by 1 limit 1`, [_audit_tables_js__WEBPACK_IMPORTED_MODULE_2__/* .OWN_SCHEMA */ .tT, _audit_tables_js__WEBPACK_IMPORTED_MODULE_2__/* .AUDIT_TABLES */ .MP]);
    return rows[0]?.table;
}


/***/ }),

/***/ 43999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cy: () => (/* binding */ HistoryMoved),
/* harmony export */   ev: () => (/* binding */ sameRows),
/* harmony export */   nS: () => (/* binding */ createHistory),
/* harmony export */   uY: () => (/* binding */ addRow)
/* harmony export */ });
/* unused harmony export abbreviatedScript */
/* harmony import */ var _history_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34364);
/* harmony import */ var _decide_pending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80798);


/** Flyway's words for both (ClassicConfiguration: baselineDescription). */
const BASELINE = '<< Flyway Baseline >>';
/**
 * Makes the table where it is not there, and its first row where the database is taken to have a version.
 * @returns its rows.
 */
async function createHistory(client, schema, baseline, isThere) {
    if (!isThere)
        for (const statement of (0,_history_table_js__WEBPACK_IMPORTED_MODULE_0__/* .createStatements */ .zY)(schema))
            await client.query(statement);
    if (baseline === undefined)
        return [];
    await insertRow(client, (0,_history_table_js__WEBPACK_IMPORTED_MODULE_0__/* .historyTable */ .f1)(schema), 1, {
        version: baseline,
        description: BASELINE,
        type: 'BASELINE',
        script: BASELINE,
        checksum: null,
        executionMs: 0,
        success: true,
    });
    return (0,_history_table_js__WEBPACK_IMPORTED_MODULE_0__/* .readRows */ .aK)(client, (0,_history_table_js__WEBPACK_IMPORTED_MODULE_0__/* .historyTable */ .f1)(schema));
}
/** The history is not what it was when it was decided what is pending. */
class HistoryMoved extends Error {
}
/**
 * Writes the next row. The table must be locked, and `before` be its rows as they were read under that lock: a file
 * that changed the history itself is found out.
 * @returns the row as it stands.
 */
async function addRow(client, table, before, row) {
    const now = await (0,_history_table_js__WEBPACK_IMPORTED_MODULE_0__/* .readRows */ .aK)(client, table);
    if (!sameRows(before, now))
        throw new HistoryMoved('the migration changed the rows of the history itself');
    const rank = (now.at(-1)?.rank ?? 0) + 1;
    await insertRow(client, table, rank, row);
    const written = (await (0,_history_table_js__WEBPACK_IMPORTED_MODULE_0__/* .readRows */ .aK)(client, table)).at(-1);
    const wanted = {
        rank,
        version: row.version,
        description: (0,_decide_pending_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviated */ .gl)(row.description),
        type: row.type,
        script: abbreviatedScript(row.script),
        checksum: row.checksum,
        success: row.success,
    };
    if (!written || !sameRows([written], [wanted])) {
        throw new HistoryMoved('the history did not keep the row that was written: a trigger or rule on it changes rows');
    }
    return written;
}
const sameRows = (a, b) => a.length === b.length &&
    a.every((row, i) => JSON.stringify(fieldsOf(row)) === JSON.stringify(fieldsOf(b[i])));
const fieldsOf = (row) => row ? [row.rank, row.version, row.description, row.type, row.script, row.checksum, row.success] : [];
/** Flyway gives the beginning of what is too long for three dots (AbbreviationUtils.abbreviateScript). */
const abbreviatedScript = (script) => script.length <= 1000 ? script : `...${script.slice(3, 1000)}`;
async function insertRow(client, table, rank, row) {
    await client.query(`insert into ${table}
       (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
     values ($1, $2, $3, $4, $5, $6, current_user, $7, $8)`, [
        rank,
        row.version,
        (0,_decide_pending_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviated */ .gl)(row.description),
        row.type,
        abbreviatedScript(row.script),
        row.checksum,
        Math.min(Math.round(row.executionMs), 2 ** 31 - 1),
        row.success,
    ]);
}


/***/ }),

/***/ 17673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ redefinedIn)
/* harmony export */ });
/** Each table once, with what any of its proofs left out; columns that are gone are none of it. */
function redefinedIn(proofs) {
    const byTable = new Map();
    for (const { table, passedOver, dropped } of proofs) {
        const columns = passedOver.filter((column) => !dropped.includes(column));
        if (columns.length === 0)
            continue;
        byTable.set(table, new Set([...(byTable.get(table) ?? []), ...columns]));
    }
    return [...byTable].map(([table, columns]) => ({ table, columns: [...columns] }));
}


/***/ })

};
