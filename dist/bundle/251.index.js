export const id = 251;
export const ids = [251];
export const modules = {

/***/ 33291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ AUDIT_TABLES),
/* harmony export */   T0: () => (/* binding */ hasAuditTables),
/* harmony export */   TM: () => (/* binding */ makeAuditTables),
/* harmony export */   tT: () => (/* binding */ OWN_SCHEMA)
/* harmony export */ });
/* unused harmony export AUDIT_SQL */
/* harmony import */ var _postgres_error_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81248);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);


const OWN_SCHEMA = 'partition_guard';
/** Stands before every table of ours: nothing on a search path can come in between. */
const AUDIT_TABLES = [
    'deployment',
    'applied_migration',
    'migration_statement',
    'archived_partition',
];
/** What makes them; docs/deploy.md has the same for a DBA who makes them beforehand. */
const AUDIT_SQL = [
    `create table if not exists partition_guard.deployment (
     id bigint generated always as identity primary key,
     command text not null,
     environment text not null,
     release text,
     plan_digest text,
     actor text,
     run_url text,
     reason text,
     tool_version text not null,
     database_user text not null default current_user,
     started_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
     finished_at timestamp with time zone,
     outcome text,
     detail jsonb not null default '{}'
   )`,
    `comment on table partition_guard.deployment is
     'audit trail: one row for each run on this database; without an outcome it is still running'`,
    `create table if not exists partition_guard.applied_migration (
     deployment bigint not null references partition_guard.deployment,
     installed_rank integer not null,
     script text not null,
     checksum integer,
     proofs jsonb not null default '[]',
     applied_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
     primary key (deployment, installed_rank)
   )`,
    `comment on table partition_guard.applied_migration is
     'what a run applied, written in the transaction of the migration itself, with the proof of its rows'`,
    `create table if not exists partition_guard.migration_statement (
     deployment bigint not null references partition_guard.deployment,
     script text not null,
     checksum integer not null,
     position integer not null,
     line integer not null,
     statement text not null,
     way text not null,
     begun_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
     ended_at timestamp with time zone,
     ending text,
     is_closed boolean not null default false,
     primary key (deployment, script, position)
   )`,
    `comment on table partition_guard.migration_statement is
     'statements of files that run outside of a transaction, written before each begins: without an ending one is in doubt until its file is closed'`,
    `create table if not exists partition_guard.archived_partition (
     deployment bigint not null references partition_guard.deployment,
     table_name text not null,
     partition_name text not null,
     bound text not null,
     location text not null,
     row_count bigint not null,
     checksum numeric not null,
     sha256 text not null,
     bytes bigint not null,
     dropped_at timestamp with time zone not null default pg_catalog.clock_timestamp()
   )`,
    `comment on table partition_guard.archived_partition is
     'where the rows of each dropped partition are, written in the transaction that dropped it'`,
];
/** Whether they are there to be read. */
async function hasAuditTables(client) {
    const { rows } = await client.query(`select pg_catalog.count(*)::integer as found
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relname = any ($2) and c.relkind = 'r'`, [OWN_SCHEMA, AUDIT_TABLES]);
    return rows[0]?.found === AUDIT_TABLES.length;
}
const INSUFFICIENT_PRIVILEGE = '42501';
/** Any number will do; two runs that make the tables at once must not collide. */
const MAKING = 0x70617274;
/** Makes what is not there. */
async function makeAuditTables(client) {
    if (await hasAuditTables(client))
        return;
    try {
        await client.query('begin');
        await client.query('select pg_catalog.pg_advisory_xact_lock($1, 0)', [MAKING]);
        const { rowCount } = await client.query('select from pg_catalog.pg_namespace n where n.nspname = $1', [
            OWN_SCHEMA,
        ]);
        // IF NOT EXISTS would ask for the right to create one also where it is there.
        if (rowCount === 0)
            await client.query('create schema partition_guard');
        for (const statement of AUDIT_SQL)
            await client.query(statement);
        await client.query('commit');
    }
    catch (error) {
        await client.query('rollback');
        if ((0,_postgres_error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .C)(error) !== INSUFFICIENT_PRIVILEGE)
            throw error;
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n('this role may not make the schema partition_guard, which holds the audit trail', {
            code: 'audit-not-made',
            hint: 'Grant it CREATE on the database once, or make the schema beforehand as docs/deploy.md shows.',
            cause: error,
        });
    }
}


/***/ }),

/***/ 52217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ auditedDeployments)
/* harmony export */ });
/* harmony import */ var _postgres_error_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81248);
/* harmony import */ var _audit_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33291);


const INSUFFICIENT_PRIVILEGE = '42501';
/** Reads only; a target without a trail, or one that this role may not read, knows nothing. */
const auditedDeployments = (client) => ({
    newest: async (environment, release) => {
        try {
            if (!(await (0,_audit_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .hasAuditTables */ .T0)(client)))
                return undefined;
            const { rows } = await client.query(`select d.outcome from partition_guard.deployment d
          where d.command = 'apply' and pg_catalog.lower(d.environment) = pg_catalog.lower($1) and d.release = $2
            and d.outcome in ('applied', 'nothing-to-do', 'failed', 'interrupted')
          order by d.id desc limit 1`, [environment, release]);
            const outcome = rows[0]?.outcome;
            if (outcome === undefined)
                return undefined;
            return outcome === 'applied' || outcome === 'nothing-to-do' ? 'succeeded' : 'failed';
        }
        catch {
            return undefined;
        }
    },
    environments: async () => {
        try {
            if (!(await (0,_audit_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .hasAuditTables */ .T0)(client)))
                return [];
            const { rows } = await client.query(`select d.environment from partition_guard.deployment d
          where d.outcome is distinct from 'refused'
             or exists (select from partition_guard.applied_migration m where m.deployment = d.id)
          group by d.environment order by pg_catalog.min(d.id)`);
            return rows.map(({ environment }) => environment);
        }
        catch (error) {
            // Of a role that only plans; one that may not read the trail can't write it, and applies nothing.
            if ((0,_postgres_error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .C)(error) !== INSUFFICIENT_PRIVILEGE)
                throw error;
            return [];
        }
    },
});


/***/ }),

/***/ 8292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ environmentGate)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27066);

function environmentGate(question) {
    const { environment, seenAs, allowEnvironment, onWarning } = question;
    const isKnown = seenAs.some((one) => one.toLowerCase() === environment.toLowerCase());
    if (isKnown || seenAs.length === 0)
        return undefined;
    const message = `by its audit trail this database is ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .listedUpTo */ .MH)(seenAs, 4)}, and it never was ${environment}`;
    if (allowEnvironment !== undefined) {
        onWarning(`${message}; taken for it all the same: ${allowEnvironment}`);
        return undefined;
    }
    return {
        gate: 'environment',
        message,
        hint: 'Look at the address: it may be that of another environment. Where they are to share a database, or this one has another name now, say so once: --allow-environment "REASON", which is audited.',
    };
}


/***/ }),

/***/ 28169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NU: () => (/* binding */ later),
/* harmony export */   u3: () => (/* binding */ windowGate)
/* harmony export */ });
/* unused harmony exports isOpen, nextOpening, describeWindow */
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);

const MINUTE = 60n * _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2;
const DAY_MINUTES = 24 * 60;
/** A weekly window that a clock change swallows opens a week later: so far is looked. */
const FARTHEST_MINUTES = 15 * DAY_MINUTES;
/** An instant that long afterwards: another run may hold the lock until the window has shut. */
const later = (instant, ms) => instant + BigInt(Math.round(ms * 1000));
/** @param now the instant at which the first change would be made. */
function windowGate(window, now) {
    if (window === undefined || isOpen(window, now))
        return undefined;
    const next = nextOpening(window, now);
    const told = next === undefined ? 'it does not open within 15 days' : `it opens next at ${bothZones(next, window)}`;
    return {
        gate: 'window',
        message: `outside of the maintenance window (${describeWindow(window)}): ${told}`,
        hint: 'Run it again then: what is pending stays pending. --dry-run and plan change nothing, and are not held back.',
    };
}
/** By the wall clock of its zone: where that is set back, the hour that comes twice counts twice. */
function isOpen(window, now) {
    const { weekday, minute } = wallClock(window.zone)(now);
    const { weekdays, fromMinute, toMinute } = window;
    if (fromMinute < toMinute)
        return weekdays.includes(weekday) && minute >= fromMinute && minute < toMinute;
    const hasBegun = weekdays.includes(weekday) && minute >= fromMinute;
    const isStillOn = weekdays.includes((weekday + 6) % 7) && minute < toMinute;
    return hasBegun || isStillOn;
}
/** @returns the first whole minute after `now` at which it is open; undefined where there is none within 15 days. */
function nextOpening(window, now) {
    const first = now - (now % MINUTE) + MINUTE;
    for (let minutes = 0; minutes <= FARTHEST_MINUTES; minutes += 1) {
        const at = first + BigInt(minutes) * MINUTE;
        if (isOpen(window, at))
            return at;
    }
    return undefined;
}
const NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** As the configuration would have it. */
function describeWindow({ weekdays, fromMinute, toMinute, zone }) {
    const days = weekdays.map((day) => NAMES[day] ?? '').join(',');
    return `${days} ${clock(fromMinute)}-${clock(toMinute)} ${zone}`;
}
const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** In the window's zone, and in UTC where that is another. */
function bothZones(at, { zone }) {
    const utc = isoMinute(at, 'UTC');
    const there = isoMinute(at, zone);
    return there === utc ? `${utc} ${zone}` : `${there} ${zone} (${utc} UTC)`;
}
function isoMinute(at, zone) {
    const { date, minute } = wallClock(zone)(at);
    return `${date} ${clock(minute)}`;
}
const clocks = new Map();
function wallClock(zone) {
    const known = clocks.get(zone);
    if (known)
        return known;
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        weekday: 'short',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
    });
    const read = (at) => {
        const parts = new Map(format.formatToParts(Number(at / 1000n)).map(({ type, value }) => [type, value]));
        const of = (type) => parts.get(type) ?? '';
        return {
            date: `${of('year')}-${of('month')}-${of('day')}`,
            weekday: NAMES.indexOf(of('weekday')),
            minute: Number(of('hour')) * 60 + Number(of('minute')),
        };
    };
    clocks.set(zone, read);
    return read;
}


/***/ }),

/***/ 80798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gl: () => (/* binding */ abbreviated),
  ug: () => (/* binding */ decidePending)
});

// UNUSED EXPORTS: pendingOf

// EXTERNAL MODULE: ./migrations/checksum.js
var checksum = __webpack_require__(7017);
// EXTERNAL MODULE: ./migrations/read-migrations.js + 8 modules
var read_migrations = __webpack_require__(25907);
// EXTERNAL MODULE: ./migrations/version.js
var migrations_version = __webpack_require__(26872);
// EXTERNAL MODULE: ./deploy/history/history-table.js
var history_table = __webpack_require__(34364);
;// CONCATENATED MODULE: ./deploy/history/live-rows.js
/** What a history comes to: which of its rows still stand, after deletions, undone versions and baselines. */

const SYNTHETIC = new Set(['SCHEMA', 'BASELINE', 'DELETE']);
/** A baseline row, or a baseline migration; the older name of the latter ends in STATE_SCRIPT. */
const isBaselineType = (type) => /(?:^|_)(?:BASELINE|STATE_SCRIPT)$/i.test(type);
const isUndoType = (type) => /^UNDO_/i.test(type);
/** Follows Flyway's MigrationInfoServiceImpl: a later row can take back an earlier one of the same version. */
function liveHistory(rows) {
    const versions = [];
    const repeatables = new Map();
    const failed = new Set();
    const unreadable = [];
    let baseline;
    const take = (version) => {
        const at = versions.findLastIndex((v) => (0,migrations_version/* versionKey */._5)(v.version) === (0,migrations_version/* versionKey */._5)(version));
        const [taken] = at < 0 ? [] : versions.splice(at, 1);
        if (taken)
            failed.delete(taken.row);
    };
    for (const row of rows) {
        const type = row.type.toUpperCase();
        if (type === 'SCHEMA')
            continue;
        if (row.version === null) {
            const runs = repeatables.get(row.description) ?? [];
            if (type === 'DELETE')
                failedRuns(runs.splice(0), failed);
            else
                runs.push(row);
            repeatables.set(row.description, runs);
        }
        else if (!/^\d+(?:\.\d+)*$/.test(row.version)) {
            unreadable.push(row);
            continue;
        }
        else if (type === 'DELETE' || isUndoType(type)) {
            if (row.success)
                take(row.version);
        }
        else {
            versions.push({ version: row.version, row });
            if (isBaselineType(type))
                baseline = newer(baseline, row.version);
        }
        if (!row.success && !SYNTHETIC.has(type))
            failed.add(row);
    }
    const newest = versions.reduce((all, { version }) => newer(all, version), undefined);
    return {
        versions,
        repeatables: new Map([...repeatables].flatMap(([name, runs]) => newestRun(name, runs))),
        ...(baseline === undefined ? {} : { baseline }),
        ...(newest === undefined ? {} : { newest }),
        failed: [...failed],
        unreadable,
    };
}
function failedRuns(runs, failed) {
    for (const run of runs)
        failed.delete(run);
}
const newestRun = (name, runs) => {
    const last = runs.at(-1);
    return last ? [[name, last]] : [];
};
const newer = (a, b) => a === undefined || (0,migrations_version/* compareVersions */.Zy)(b, a) > 0 ? b : a;

;// CONCATENATED MODULE: ./deploy/history/decide-pending.js





/** Reads the history with a role that may read only, and decides. */
async function decidePending(client, migrations, options) {
    const schema = await (0,history_table/* currentSchema */.r9)(client);
    if (schema === undefined) {
        const refusal = refused('the search path of this role names no schema that exists: there is no place for a history', 'create the schema, or set the search_path of the role or of the database');
        return { pending: [], refusals: [refusal], notes: [], history: undefined };
    }
    const history = await (0,history_table/* readHistory */.Lu)(client, schema);
    return { ...pendingOf(history, migrations, options), history };
}
/** The same from what was read. */
function pendingOf(history, migrations, { baseline }) {
    const rows = history.rows ?? [];
    if (rows.length > 0)
        return withHistory(rows, migrations, baseline);
    if (history.schemaIsEmpty) {
        const notes = baseline === undefined
            ? []
            : [
                `the schema ${history.schema} is empty: it gets every migration, and no baseline ${baseline} is written`,
            ];
        return { pending: (0,read_migrations/* playable */.Dq)(migrations), refusals: [], notes };
    }
    if (baseline !== undefined) {
        const pending = migrations.filter((m) => m.kind === 'repeatable' || (!m.isBaseline && (0,migrations_version/* compareVersions */.Zy)(m.version, baseline) > 0));
        return { pending, refusals: [], notes: [], baseline };
    }
    // Flyway made the table and was stopped: it would go on with the first migration, and so would we.
    if (history.rows)
        return { pending: (0,read_migrations/* playable */.Dq)(migrations), refusals: [], notes: [] };
    const refusal = refused(`the schema ${history.schema} is in use and has no ${history.table}: nobody knows which migrations it has had`, 'say which version it has with --baseline VERSION: that version and those below it count as applied');
    return { pending: [], refusals: [refusal], notes: [] };
}
const refused = (message, hint) => ({ gate: 'history', message, hint });
function withHistory(rows, migrations, baseline) {
    const live = liveHistory(rows);
    const versioned = migrations.filter((m) => m.kind === 'versioned');
    const repeatable = migrations.filter((m) => m.kind === 'repeatable');
    const open = openVersions(live, versioned);
    return {
        pending: [
            ...open.filter((m) => !isBelowNewest(m, live)),
            ...repeatable.filter((m) => needsRun(m, live.repeatables.get(abbreviated(m.description)))),
        ],
        refusals: [
            ...live.failed.map(failed),
            ...live.unreadable.map(unreadable),
            ...live.versions.flatMap(({ version, row }) => versionFaults(version, row, live, versioned)),
            ...[...live.repeatables.values()].flatMap((row) => repeatableFaults(row, repeatable)),
            ...open.filter((m) => isBelowNewest(m, live)).map((m) => outOfOrder(m, live.newest ?? '')),
        ],
        notes: notesOf(live, baseline),
    };
}
/** Versions above the baseline that are not applied; a database with a history takes no baseline migration. */
function openVersions(live, versioned) {
    const applied = new Set(live.versions.map(({ version }) => (0,migrations_version/* versionKey */._5)(version)));
    const isAbove = (version) => live.baseline === undefined || (0,migrations_version/* compareVersions */.Zy)(version, live.baseline) > 0;
    // Of a history in which no version stands, the newest baseline migration is the beginning.
    const candidates = live.versions.length === 0
        ? (0,read_migrations/* playable */.Dq)(versioned).filter((m) => m.kind === 'versioned')
        : versioned.filter((m) => !m.isBaseline);
    return candidates.filter((m) => isAbove(m.version) && !applied.has((0,migrations_version/* versionKey */._5)(m.version)));
}
const isBelowNewest = (migration, { newest }) => newest !== undefined && (0,migrations_version/* compareVersions */.Zy)(migration.version, newest) < 0;
/**
 * A repeatable migration runs again when its checksum changed; one that was recorded before its placeholders counted
 * has that of its raw text (ResolvedMigrationImpl.checksumMatches).
 */
const needsRun = (migration, row) => row === undefined || (row.checksum !== migration.checksum && row.checksum !== (0,checksum/* checksumOf */.l)(migration.text));
/** Flyway cuts what is too long for the column (AbbreviationUtils). */
const abbreviated = (description) => description.length <= 200 ? description : `${description.slice(0, 197)}...`;
const REPAIR = 'undo by hand what it left behind, then take its row out of the history (flyway repair does), and apply again';
const failed = (row) => refused(`${named(row)} failed on this target, and what it did is half done`, REPAIR);
const named = (row) => row.version === null ? `the repeatable migration ${row.script}` : `version ${row.version} (${row.script})`;
const unreadable = (row) => refused(`the history has a version that is none: row ${row.rank}, ${row.script}`, 'put the version right in the history, as Flyway writes versions: 7 or 2.1');
function versionFaults(version, row, live, versioned) {
    const type = row.type.toUpperCase();
    if (type === 'BASELINE' || !row.success)
        return [];
    const wantsBaseline = isBaselineType(type);
    const found = versioned.find((m) => m.isBaseline === wantsBaseline && (0,migrations_version/* versionKey */._5)(m.version) === (0,migrations_version/* versionKey */._5)(version));
    if (!found)
        return isSql(type) ? [removed(row, versioned)] : [];
    // What the baseline stands for was never compared, and Flyway doesn't either.
    if (live.baseline !== undefined && (0,migrations_version/* compareVersions */.Zy)(version, live.baseline) <= 0)
        return [];
    if (!isSql(type)) {
        return [
            refused(`version ${version} was applied as ${type}, and ${found.file} is SQL`, 'give the file a version of its own'),
        ];
    }
    if (row.checksum !== found.checksum)
        return [edited(row, found)];
    if (row.description !== abbreviated(found.description)) {
        return [
            refused(`version ${version} was renamed: it was applied as "${row.description}", and ${found.file} says "${found.description}"`, 'give the file its name again'),
        ];
    }
    return [];
}
const isSql = (type) => /^SQL(?:_BASELINE|_STATE_SCRIPT)?$/.test(type);
const edited = (row, found) => refused(`${found.file} was edited after it was applied: its checksum is ${found.checksum}, and was ${row.checksum ?? 'not kept'}`, 'put the file back as it was (git log -p tells), and write what is to change as a new version');
function removed(row, versioned) {
    const isAhead = versioned.every((m) => (0,migrations_version/* compareVersions */.Zy)(m.version, row.version ?? '0') < 0);
    return isAhead
        ? refused(`the target is ahead: it has had ${named(row)}, which is not among these files`, 'run from a commit that has it: an older one would bring back older repeatable migrations')
        : refused(`${named(row)} was applied and its file is gone`, 'put the file back; one that was removed on purpose is marked as deleted by flyway repair');
}
function repeatableFaults(row, repeatable) {
    if (!row.success || repeatable.some((m) => abbreviated(m.description) === row.description))
        return [];
    if (!isSql(row.type.toUpperCase()))
        return [];
    return [
        refused(`the repeatable migration ${row.script} was applied and its file is gone`, 'put the file back; one that was removed on purpose is marked as deleted by flyway repair'),
    ];
}
const outOfOrder = (migration, newest) => refused(`${migration.file} is new, and below ${newest}, the newest version that the target has had`, `give it a version above ${newest}`);
function notesOf(live, baseline) {
    const others = live.versions.filter(({ row }) => !isSql(row.type.toUpperCase()) && row.type !== 'BASELINE');
    return [
        ...(baseline === undefined || baseline === live.baseline
            ? []
            : [`the target has a history: the baseline ${baseline} is passed over`]),
        ...others.map(({ version, row }) => `version ${version} was applied as ${row.type}: it is taken as it is`),
    ];
}


/***/ }),

/***/ 34364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ HISTORY_TABLE),
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   aK: () => (/* binding */ readRows),
/* harmony export */   f1: () => (/* binding */ historyTable),
/* harmony export */   r9: () => (/* binding */ currentSchema),
/* harmony export */   zY: () => (/* binding */ createStatements)
/* harmony export */ });
/* harmony import */ var _postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87388);

const HISTORY_TABLE = 'flyway_schema_history';
/** Where the history is, or would be. Both parts quoted, always: so does Flyway, and its lock goes by that text. */
const historyTable = (schema) => `${(0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(schema)}.${(0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(HISTORY_TABLE)}`;
/** The schema that unqualified names are made in; undefined where the search path has none that exists. */
async function currentSchema(client) {
    const { rows } = await client.query('select pg_catalog.current_schema() as schema');
    return rows[0]?.schema ?? undefined;
}
/** Reads all of it, oldest first. It may change nothing: the role needs to read only. */
async function readHistory(client, schema) {
    const table = historyTable(schema);
    const { rows: found } = await client.query(STATE, [
        schema,
        HISTORY_TABLE,
    ]);
    const { isThere = false, isEmpty = true } = found[0] ?? {};
    return {
        schema,
        table,
        schemaIsEmpty: isEmpty,
        rows: isThere ? await readRows(client, table) : undefined,
    };
}
async function readRows(client, table) {
    const { rows } = await client.query(`select h.installed_rank as rank, h.version, h.description, h.type, h.script, h.checksum, h.success
       from ${table} h order by h.installed_rank`);
    return rows;
}
/**
 * What Flyway looks at to call a schema empty (PostgreSQLSchema.doEmpty): relations, types and routines that belong to
 * no extension. Partitioned tables, materialized views and foreign tables count here as well: they hold rows, too.
 */
const STATE = `
  with mine as (
    select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relname = $2 and c.relkind = 'r'
  )
  select exists (select from mine) as "isThere",
         not exists (
           select from pg_catalog.pg_class c
             join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
              and c.oid not in (select mine.oid from mine)
              and not exists (select from pg_catalog.pg_depend d
                               where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                 and d.objid = c.oid and d.deptype = 'e')
            union all
           select from pg_catalog.pg_type t
             join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where n.nspname = $1 and t.typcategory not in ('A', 'C')
              and not exists (select from pg_catalog.pg_depend d
                               where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                                 and d.objid = t.oid and d.deptype = 'e')
            union all
           select from pg_catalog.pg_proc p
             join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            where n.nspname = $1
              and not exists (select from pg_catalog.pg_depend d
                               where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                                 and d.objid = p.oid and d.deptype = 'e')
         ) as "isEmpty"`;
/**
 * The statements of Flyway's own script (PostgreSQLDatabase.getRawCreateScript): the same columns, types, and names of
 * the key and of the index.
 */
const createStatements = (schema) => {
    const table = historyTable(schema);
    return [
        `create table ${table} (
       installed_rank integer not null,
       version character varying(50),
       description character varying(200) not null,
       type character varying(20) not null,
       script character varying(1000) not null,
       checksum integer,
       installed_by character varying(100) not null,
       installed_on timestamp without time zone not null default pg_catalog.now(),
       execution_time integer not null,
       success boolean not null
     )`,
        `alter table ${table} add constraint ${(0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(`${HISTORY_TABLE}_pk`)} primary key (installed_rank)`,
        `create index ${(0,_postgres_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(`${HISTORY_TABLE}_s_idx`)} on ${table} (success)`,
    ];
};


/***/ }),

/***/ 14705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ withTarget)
});

// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
;// CONCATENATED MODULE: ./domain/refused-error.js

class RefusedError extends operator_error/* OperatorError */.n {
    refusals;
    /** @param refusals at least one; the first is the one that an error of one line tells. */
    constructor(refusals) {
        const [first, ...more] = refusals;
        const rest = more.map(({ message }) => `; ${message}`).join('');
        super(`${first.message}${rest}`, {
            code: `refused-${first.gate}`,
            hint: first.hint,
            exitStatus: operator_error/* EXIT */.d.refused,
        });
        this.name = 'RefusedError';
        this.refusals = refusals;
    }
}

// EXTERNAL MODULE: ./postgres/connection.js
var connection = __webpack_require__(87388);
// EXTERNAL MODULE: ./postgres/error-code.js
var error_code = __webpack_require__(81248);
;// CONCATENATED MODULE: ./deploy/connection/session-failure.js
/** What the server says no to in a session that is open: rights that lack, a standby, a connection that broke. */


/** @returns what to throw: the error itself where it is none of these. */
function sessionFailure(error, isLost) {
    if (error instanceof operator_error/* OperatorError */.n)
        return error;
    const told = said((0,error_code/* errorCode */.C)(error), error) ?? (isLost ? LOST : undefined);
    if (told === undefined)
        return error;
    const [message, hint] = told;
    return new operator_error/* OperatorError */.n(message, { code: 'target-session', hint, cause: error });
}
const LOST = [
    'the connection to the target broke',
    'look whether the server still runs and what its log says, then do the same again: it goes by what is there then',
];
function said(code, error) {
    switch (code) {
        case '42501':
            return [
                `the role lacks a right on the target: ${error instanceof Error ? error.message : ''}`,
                'grant it what it lacks (GRANT SELECT ON … TO …, or as the message says): docs/deploy.md lists the rights of each step',
            ];
        case '25006':
            return [
                'the target takes no writes: it is a standby, or set read only',
                'name the primary in the address',
            ];
        case '57P01':
        case '57P02':
        case '57P03':
        case '08003':
        case '08006':
        case 'ECONNRESET':
        case 'EPIPE':
        case 'ETIMEDOUT':
            return LOST;
        case undefined:
        default:
            return undefined;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./settings/nearest-name.js
var nearest_name = __webpack_require__(92264);
;// CONCATENATED MODULE: ./deploy/connection/address-error.js
/** What is wrong with a target's address, told without a word of the address itself. */

const addressError = (message, hint) => new operator_error/* OperatorError */.n(`the target's address ${message}`, { code: 'target-address', hint });

;// CONCATENATED MODULE: ./deploy/connection/address.js
/** Reads a target's address as libpq reads it: nothing is guessed, and what is not understood is refused. */



/** Words of an address that mean something here. */
const WORDS = [
    'host',
    'port',
    'user',
    'password',
    'dbname',
    'sslmode',
    'sslrootcert',
    'sslcert',
    'sslkey',
    'sslpassword',
    'sslcrl',
    'ssl_min_protocol_version',
    'sslnegotiation',
    'channel_binding',
    'connect_timeout',
    'application_name',
    'options',
    'passfile',
    'auth',
];
/** Words of libpq that change nothing here: keepalive is on, names are always sent, and there is no GSSAPI. */
const IDLE_WORDS = new Set([
    'client_encoding',
    'fallback_application_name',
    'gssencmode',
    'keepalives',
    'keepalives_count',
    'keepalives_idle',
    'keepalives_interval',
    'sslcompression',
    'sslsni',
    'target_session_attrs',
    'tcp_user_timeout',
]);
const DEFAULT_PORT = 5432;
const ADDRESS = /^postgres(?:ql)?:\/\/(?:(?<login>[^@/]*)@)?(?<place>[^/?]*)(?:\/(?<path>[^?]*))?(?:\?(?<query>[^]*))?$/;
/** @param url a `postgres://` address. */
function parseAddress(url) {
    const { login = '', place = '', path = '', query = '' } = ADDRESS.exec(url)?.groups ?? unreadable();
    const words = readWords(query);
    const [, rawUser = '', rawPassword] = /^([^:]*)(?::([^]*))?$/.exec(login) ?? unreadable();
    const [rawHost, rawPort] = splitPlace(place);
    const user = words.get('user') ?? decoded(rawUser);
    if (user === '')
        throw addressError('names no user', WRITTEN);
    const database = words.get('dbname') ?? decoded(path);
    if (database === '')
        throw addressError('names no database', WRITTEN);
    const password = words.get('password') ?? (rawPassword === undefined ? undefined : decoded(rawPassword));
    return {
        host: readHost(words.get('host') ?? decoded(rawHost)),
        port: readPort(words.get('port') ?? rawPort),
        user,
        ...(password === undefined || password === '' ? {} : { password }),
        database,
        words,
    };
}
const WRITTEN = 'write it as postgres://user:password@host:5432/database, special characters in a part percent-encoded (@ is %40, / is %2F)';
function unreadable() {
    throw addressError('cannot be read', WRITTEN);
}
function decoded(text) {
    try {
        const plain = decodeURIComponent(text);
        // The protocol ends its texts with this character.
        if (!plain.includes('\0'))
            return plain;
    }
    catch {
        // Told below, without the text.
    }
    return unreadable();
}
/** Host and port as they stand; several hosts would leave it open which database is changed. */
function splitPlace(place) {
    if (place.includes(','))
        refuseHostList();
    const [, bracketed, plain = '', port] = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d*))?$/.exec(place) ?? unreadable();
    return [bracketed ?? plain, port === '' ? undefined : port];
}
function refuseHostList() {
    throw addressError('names several hosts, and a deployment is done on one', 'name the host of the primary alone');
}
function readHost(host) {
    if (host.includes(','))
        refuseHostList();
    if (host === '') {
        throw addressError('names no host', 'name it; of a unix socket the folder, as in postgres://user@/database?host=/var/run/postgresql');
    }
    if (host.startsWith('/') || (0,external_node_net_.isIP)(host.replace(/%.*$/, '')) !== 0 || /^[\w.-]+$/.test(host))
        return host;
    throw addressError('has a host that is none', WRITTEN);
}
function readPort(text) {
    const port = text === undefined ? DEFAULT_PORT : /^\d{1,5}$/.test(text) ? Number(text) : NaN;
    if (port >= 1 && port <= 65_535)
        return port;
    throw addressError('has a port that is none', 'a port is a number from 1 to 65535');
}
function readWords(query) {
    const words = new Map();
    for (const pair of query.split('&').filter((one) => one !== '')) {
        const at = pair.indexOf('=');
        if (at < 0)
            throw addressError('has a parameter without "="', WRITTEN);
        const name = decoded(pair.slice(0, at));
        const value = decoded(pair.slice(at + 1));
        // As libpq takes it from those who know Java's driver.
        if (name === 'ssl' && value === 'true')
            words.set('sslmode', 'require');
        else if (isWord(name))
            words.set(name, value);
        else if (!IDLE_WORDS.has(name) || (name === 'gssencmode' && value === 'require'))
            refuseWord(name);
    }
    return words;
}
const isWord = (name) => WORDS.some((word) => word === name);
function refuseWord(name) {
    const guess = (0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(name, WORDS));
    // A value without its name's "=" could stand here: what is no word is not shown.
    const shown = /^[a-zA-Z_]{1,40}$/.test(name) ? `the parameter ${(0,nearest_name/* quoted */.TL)(name)}` : 'a parameter';
    throw addressError(`has ${shown}, which means nothing here${guess}`, 'take it out, or write it as libpq does; docs/deploy.md lists what is understood');
}

;// CONCATENATED MODULE: ./deploy/connection/channel-binding.js


const WISHES = ['disable', 'prefer', 'require'];
/** The one mechanism that binds (RFC 5802, RFC 5929). */
const BINDING_MECHANISM = 'SCRAM-SHA-256-PLUS';
/** @throws OperatorError where it is required and there is no TLS: nothing is asked of the server then. */
function readChannelBinding({ address, env, ssl }) {
    const text = address.words.get('channel_binding') || env['PGCHANNELBINDING'] || 'disable';
    const wish = WISHES.find((known) => known === text);
    if (wish === undefined) {
        throw addressError('has a channel_binding that is none', `use ${WISHES.join(', ')}`);
    }
    if (wish === 'require' && ssl === false) {
        throw addressError('requires channel binding (channel_binding=require) on a connection that is not encrypted: there is no certificate to bind to', 'use sslmode=verify-full, or take channel_binding out');
    }
    return wish;
}
/** Before a password is sent, and after the server let one in. */
const notBound = () => new operator_error/* OperatorError */.n('channel binding is required (channel_binding=require), and the server lets this user in without it', {
    code: 'target-channel-binding',
    hint: 'let pg_hba.conf ask it for scram-sha-256, with a password that is kept so, and put no proxy that ends TLS in between',
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./deploy/connection/token-provider.js
/** Who gives the password where it is no password but a token of the cloud: chosen, never guessed. */



const TOKEN_PROVIDERS = ['aws', 'gcp', 'azure'];
/** The address's `auth`, else PARTITION_GUARD_AUTH; undefined where a password is used. */
function chosenProvider({ words, password }, env) {
    const wanted = words.get('auth') ?? env['PARTITION_GUARD_AUTH'] ?? '';
    if (wanted === '' || wanted === 'password')
        return undefined;
    const provider = TOKEN_PROVIDERS.find((known) => known === wanted);
    if (provider === undefined) {
        const guess = (0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(wanted, TOKEN_PROVIDERS));
        throw new operator_error/* OperatorError */.n(`${(0,nearest_name/* quoted */.TL)(wanted)} is no way to authenticate${guess}`, {
            code: 'target-auth',
            hint: `auth (or PARTITION_GUARD_AUTH) is password, ${TOKEN_PROVIDERS.join(', ')}`,
        });
    }
    if (password !== undefined) {
        throw addressError(`holds a password, and a token of ${PROVIDER_NAMES[provider]} is asked for`, 'take the password out of the address, or say auth=password');
    }
    return provider;
}
const PROVIDER_NAMES = {
    aws: 'AWS',
    gcp: 'Google Cloud',
    azure: 'Azure',
};
const HINTS = {
    aws: 'see that credentials and a region are there (AWS_REGION, and a role or keys as the AWS CLI finds them), and that the role may do rds-db:connect',
    gcp: 'see that application default credentials are there (google-github-actions/auth, or GOOGLE_APPLICATION_CREDENTIALS) and that the account has roles/cloudsql.instanceUser',
    azure: 'see that an identity is there (azure/login, a managed identity, or AZURE_CLIENT_ID and its fellows) and that it is a role on the server',
};
/** A way to ask the cloud for what to send as the password; asked again, its library hands out a token that is still good. */
function tokenSource(provider, address) {
    let source;
    return async () => {
        try {
            const token = await (await (source ??= openSource(provider, address)))();
            if (token !== '')
                return token;
        }
        catch (error) {
            throw noToken(provider, error);
        }
        throw noToken(provider, undefined);
    };
}
/** The cloud's library is loaded here and nowhere else. */
async function openSource(provider, address) {
    switch (provider) {
        case 'aws':
            return (await __webpack_require__.e(/* import() */ 4478).then(__webpack_require__.bind(__webpack_require__, 94478))).awsTokens(address);
        case 'gcp':
            return (await __webpack_require__.e(/* import() */ 5484).then(__webpack_require__.bind(__webpack_require__, 15484))).googleTokens();
        case 'azure':
            return (await __webpack_require__.e(/* import() */ 7164).then(__webpack_require__.bind(__webpack_require__, 47164))).azureTokens();
    }
}
/** What the library says may hold what it was given: only the kind of its error is told. */
function noToken(provider, cause) {
    const kind = cause instanceof Error && /^\w+$/.test(cause.name) && cause.name !== 'Error' ? ` (${cause.name})` : '';
    return new operator_error/* OperatorError */.n(`${PROVIDER_NAMES[provider]} gave no token for the database${kind}`, {
        code: 'target-token',
        hint: HINTS[provider],
        cause,
    });
}

;// CONCATENATED MODULE: ./deploy/connection/encryption.js
/** How a connection is encrypted and whom it trusts: libpq's words, with verify-full where the address leaves the machine. */










const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** What the driver is given as `ssl`. */
async function resolveEncryption(request) {
    const { address, env } = request;
    if (address.host.startsWith('/'))
        return false;
    const say = wordReader(address, env);
    const rootFile = say('sslrootcert', 'PGSSLROOTCERT');
    const mode = chooseMode(request, readMode(say('sslmode', 'PGSSLMODE')), rootFile);
    if (mode === 'disable' || mode === 'allow' || mode === 'prefer')
        return false;
    // As libpq has it: whoever gives an authority wants it asked.
    const verifies = mode !== 'require' || rootFile !== undefined;
    const ca = verifies ? await readAuthorities(rootFile, env) : undefined;
    return {
        rejectUnauthorized: verifies,
        ...(ca === undefined ? {} : { ca }),
        ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
        ...(await readOwnCertificate(say)),
        ...(await readRevoked(say)),
        minVersion: readVersion(say('ssl_min_protocol_version', 'PGSSLMINPROTOCOLVERSION')),
    };
}
const wordReader = ({ words }, env) => (word, variable) => words.get(word) || env[variable] || undefined;
function readMode(text) {
    if (text === undefined)
        return undefined;
    const mode = MODES.find((known) => known === text);
    if (mode !== undefined)
        return mode;
    throw new operator_error/* OperatorError */.n(`${(0,nearest_name/* quoted */.TL)(text)} is no sslmode${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(text, MODES))}`, {
        code: 'target-sslmode',
        hint: 'use verify-full, and verify-ca, require or disable where you know why',
    });
}
function chooseMode({ address, provider, onWarning }, asked, rootFile) {
    const isLocal = isThisMachine(address.host);
    const mode = asked ?? (isLocal && provider === undefined && rootFile === undefined ? 'disable' : 'verify-full');
    if (rootFile === 'system' && mode !== 'verify-full') {
        throw addressError(`trusts every public authority (sslrootcert=system) with sslmode=${mode}, and anybody has a certificate of one`, 'use sslmode=verify-full, or give the file of your own authority');
    }
    if (provider !== undefined && mode !== 'verify-full' && mode !== 'verify-ca') {
        throw addressError(`sends a token of ${PROVIDER_NAMES[provider]} with sslmode=${mode}, to whoever answers`, 'use sslmode=verify-full, with the provider’s authority as sslrootcert');
    }
    if (mode === 'verify-ca' && rootFile === undefined) {
        throw addressError('has sslmode=verify-ca without an authority of its own', 'give the authority’s file as sslrootcert, or use sslmode=verify-full');
    }
    if (isLocal)
        return mode;
    if (mode === 'allow' || mode === 'prefer') {
        throw addressError(`has sslmode=${mode}, which leaves it to whoever answers whether the connection is encrypted`, 'use sslmode=verify-full, or say sslmode=disable where the network between is yours');
    }
    if (mode === 'disable') {
        onWarning('the connection is not encrypted (sslmode=disable): the password and the rows can be read on the way');
    }
    else if (mode === 'require' && rootFile === undefined) {
        onWarning('nobody has looked who answers (sslmode=require): whoever sits in between can be the server; sslmode=verify-full looks');
    }
    return mode;
}
/** Loopback: what is sent there does not leave the machine. */
const isThisMachine = (host) => host.startsWith('/') ||
    /^localhost$/i.test(host) ||
    ((0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.')) ||
    host === '::1';
async function readAuthorities(file, env) {
    if (file === 'system')
        return systemAuthorities();
    if (file !== undefined)
        return [await readPart(file, 'sslrootcert')];
    try {
        // Where libpq looks.
        return [await (0,promises_.readFile)((0,external_node_path_.join)(env['HOME'] || (0,external_node_os_.homedir)(), '.postgresql', 'root.crt'), 'utf8')];
    }
    catch {
        return systemAuthorities();
    }
}
/** Those that this machine trusts, and those that came with the runtime; older runtimes know the latter alone. */
function systemAuthorities() {
    const { getCACertificates } = external_node_tls_;
    const more = getCACertificates === undefined ? [] : [...getCACertificates('system'), ...getCACertificates('extra')];
    return [...new Set([...more, ...external_node_tls_.rootCertificates])];
}
async function readOwnCertificate(say) {
    const [certificate, key] = [say('sslcert', 'PGSSLCERT'), say('sslkey', 'PGSSLKEY')];
    if (certificate === undefined && key === undefined)
        return {};
    if (certificate === undefined || key === undefined) {
        throw addressError(`has ${certificate === undefined ? 'sslkey without sslcert' : 'sslcert without sslkey'}`, 'give both files: a certificate is shown together with its key');
    }
    const passphrase = say('sslpassword', 'PGSSLPASSWORD');
    return {
        cert: await readPart(certificate, 'sslcert'),
        key: await readPart(key, 'sslkey'),
        ...(passphrase === undefined ? {} : { passphrase }),
    };
}
async function readRevoked(say) {
    const file = say('sslcrl', 'PGSSLCRL');
    return file === undefined ? {} : { crl: await readPart(file, 'sslcrl') };
}
const VERSIONS = ['TLSv1.2', 'TLSv1.3'];
function readVersion(text) {
    const version = VERSIONS.find((known) => known === (text ?? 'TLSv1.2'));
    if (version !== undefined)
        return version;
    throw addressError('asks for a version of TLS that is none, or too old', `use ${VERSIONS.join(' or ')}`);
}
const VARIABLES = {
    sslrootcert: 'PGSSLROOTCERT',
    sslcert: 'PGSSLCERT',
    sslkey: 'PGSSLKEY',
    sslcrl: 'PGSSLCRL',
};
async function readPart(file, word) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        // What stands there may be the key itself instead of its file's path: it is not shown.
        throw new operator_error/* OperatorError */.n(`the file that ${word} or ${VARIABLES[word]} names cannot be read (${(0,error_code/* errorCode */.C)(error) ?? 'unknown'})`, {
            code: 'target-certificate-file',
            hint: 'give the path of a file that is there and that whoever runs this may read, not the text of a certificate or key',
        });
    }
}

// EXTERNAL MODULE: ../../node_modules/pg/esm/index.mjs
var esm = __webpack_require__(15757);
;// CONCATENATED MODULE: ./deploy/connection/certificate-failure.js
const OWN_AUTHORITY = 'give the file of the authority that signed it as sslrootcert=… or PGSSLROOTCERT; AWS, Google and Azure publish theirs';
const BY_CODE = {
    CERT_HAS_EXPIRED: ['the certificate of the target has expired', 'renew it on the server'],
    CERT_NOT_YET_VALID: [
        'the certificate of the target is not valid yet',
        'see that the clocks of the server and of this machine are right',
    ],
    CERT_REVOKED: ['the certificate of the target was revoked', 'do not connect: ask who runs the server'],
    ERR_TLS_CERT_ALTNAME_INVALID: [
        'the certificate of the target is for another host than the address names',
        'use the host name that the certificate is for, or sslmode=verify-ca with your own authority',
    ],
    DEPTH_ZERO_SELF_SIGNED_CERT: [
        'the target signed its certificate itself, and it is not one that is trusted here',
        'give that certificate as sslrootcert=… or PGSSLROOTCERT',
    ],
    SELF_SIGNED_CERT_IN_CHAIN: [
        'the certificate of the target was signed by an authority that is not trusted here',
        OWN_AUTHORITY,
    ],
    UNABLE_TO_GET_ISSUER_CERT: [
        'the certificate of the target was signed by an authority that is not known here',
        OWN_AUTHORITY,
    ],
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
        'the certificate of the target was signed by an authority that is not known here',
        OWN_AUTHORITY,
    ],
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
        'the certificate of the target was signed by an authority that is not known here',
        OWN_AUTHORITY,
    ],
    CERT_SIGNATURE_FAILURE: [
        'the certificate of the target was not signed by the authority that it names',
        'do not connect: ask who runs the server, and whether sslrootcert is its authority',
    ],
    ERR_OSSL_PEM_NO_START_LINE: [
        'a certificate file is none',
        'sslrootcert, sslcert and sslkey are files in PEM form',
    ],
    ERR_OSSL_X509_KEY_VALUES_MISMATCH: [
        'sslkey is not the key of sslcert',
        'give the two files that belong together',
    ],
};
/** Undefined where it was something else. */
function certificateFailure(code, { firstByte }) {
    if (firstByte === 'N') {
        return [
            'the target does not speak TLS',
            'turn it on at the server (ssl = on), or say sslmode=disable where the network between is yours',
        ];
    }
    const known = code === undefined ? undefined : BY_CODE[code];
    if (known !== undefined)
        return known;
    if (code !== undefined && /^(?:ERR_SSL_|ERR_OSSL_|ERR_TLS_|EPROTO$)/.test(code)) {
        return [
            `the target and this machine do not agree on an encrypted connection (${code})`,
            'see which versions of TLS the server takes, and whether it wants a certificate (sslcert, sslkey)',
        ];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./deploy/connection/connection-failure.js
/** Why a connection did not come about, by codes alone: one line and the next step, nothing of the address but its database and user. */





/** @returns what to throw; an error that was made for people already is handed back as it is. */
function connectionFailure(error, attempt) {
    if (error instanceof operator_error/* OperatorError */.n)
        return error;
    if (attempt.opening.isLate === true)
        return failure('target-timeout', late(attempt));
    const code = codeOf(error);
    if (code === PROTOCOL_VIOLATION && attempt.recipe.address.words.has('options'))
        return poolerRefusal();
    const told = connection_failure_said(code, attempt) ?? certificateFailure(code, attempt.opening) ?? unknown(code, attempt);
    return failure('target-unreachable', told);
}
const failure = (code, [message, hint]) => new operator_error/* OperatorError */.n(message, { code, hint });
const PROTOCOL_VIOLATION = '08P01';
/** Where a name has several addresses, each failed in its own way: the first counts. */
function codeOf(error) {
    const own = (0,error_code/* errorCode */.C)(error);
    return own === undefined && error instanceof AggregateError ? (0,error_code/* errorCode */.C)(error.errors[0]) : own;
}
const late = ({ recipe }) => [
    `the target did not answer within ${Math.round(recipe.connectTimeoutMs / 1000)} s`,
    'see that the host and port are right and that no firewall lies in between; connect_timeout=… in the address waits longer',
];
function connection_failure_said(code, { recipe, opening }) {
    const user = (0,connection/* quoteIdentifier */.Cm)(recipe.address.user);
    const database = (0,connection/* quoteIdentifier */.Cm)(recipe.address.database);
    switch (code) {
        case '28P01':
            return opening.sentPassword === true
                ? [
                    `the target does not take ${recipe.password.name} for the user ${user}`,
                    'see that the user and its password fit',
                ]
                : [`the target does not let the user ${user} in`, 'see that the user exists and how it is to log in'];
        case '28000':
            return [
                `the target does not let the user ${user} in from here`,
                `see that the user exists and may log in, and that pg_hba.conf has a line for it${recipe.ssl === false ? ' without TLS, or give sslmode=verify-full' : ''}`,
            ];
        case '3D000':
            return [
                `the target has no database ${database}`,
                'see that the address ends with the name of the database',
            ];
        case '42501':
            return [
                `the user ${user} may not connect to the database ${database}`,
                `grant connect on database ${database} to ${user}`,
            ];
        case '53300':
            return [
                'the target has no connection left',
                'a deployment needs up to four: end idle ones, or raise max_connections',
            ];
        case '57P03':
            return ['the target is starting, stopping or recovering', 'try again when it takes connections'];
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return [
                'the host of the target’s address is not known',
                'see that the name is right, and that this machine can look it up',
            ];
        case 'ECONNREFUSED':
            return [
                'nothing answers at the target’s host and port',
                'see that the server runs, that the port is right, and that it listens for this machine',
            ];
        case 'ENOENT':
        case 'EACCES':
            return [
                'there is no socket of a server in the folder that the address names',
                'see that the folder and the port are right, and that this user may use it',
            ];
        case 'ETIMEDOUT':
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
            return [
                'the target cannot be reached from here',
                'see that the host is right, and that this machine’s network leads there',
            ];
        case undefined:
        default:
            return undefined;
    }
}
const unknown = (code, { recipe }) => [
    `the connection to the target broke before it was there${code === undefined ? '' : ` (${code})`}`,
    recipe.ssl === false
        ? 'see that a PostgreSQL server answers at this host and port, and whether it wants TLS (sslmode=verify-full)'
        : 'see that a PostgreSQL server answers at this host and port, and what its log says',
];
const poolerRefusal = () => new RefusedError([
    {
        gate: 'pooler',
        message: 'what answers does not take the options of the address: a pooler stands before the server',
        hint: 'connect to the server itself, or to a pooler in session mode and without options',
    },
]);

;// CONCATENATED MODULE: ./deploy/connection/password-file.js
/** The password file of libpq, `.pgpass`: the first line that fits counts, and a file that others may read does not. */




/** Group or others have any right. */
const OPEN_TO_OTHERS = 0o077;
async function findInPasswordFile(search) {
    const named = search.address.words.get('passfile') || search.env['PGPASSFILE'] || undefined;
    const file = named ?? usualFile(search.env);
    const text = await readPrivately(file, named !== undefined, search.onWarning);
    return text === undefined ? undefined : passwordFor(search.address, text);
}
const usualFile = (env) => process.platform === 'win32'
    ? (0,external_node_path_.join)(env['APPDATA'] ?? (0,external_node_os_.homedir)(), 'postgresql', 'pgpass.conf')
    : (0,external_node_path_.join)(env['HOME'] || (0,external_node_os_.homedir)(), '.pgpass');
async function readPrivately(file, isNamed, onWarning) {
    try {
        const found = await (0,promises_.stat)(file);
        if (!found.isFile()) {
            onWarning('the password file is not a plain file, and was not read');
            return undefined;
        }
        if (process.platform !== 'win32' && (found.mode & OPEN_TO_OTHERS) !== 0) {
            onWarning('the password file can be read by others, and was not read: chmod 0600 it');
            return undefined;
        }
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        if (isNamed)
            onWarning(`the password file cannot be read (${(0,error_code/* errorCode */.C)(error) ?? 'unknown'})`);
        return undefined;
    }
}
/** @param text lines of `host:port:database:user:password`; `*` fits all, a backslash takes the next character as it is. */
function passwordFor({ host, port, database, user }, text) {
    // A socket in a folder is this machine.
    const hosts = host.startsWith('/') ? [host, 'localhost'] : [host];
    const wanted = [hosts, [String(port)], [database], [user]];
    for (const line of text.split(/\r?\n/)) {
        if (line.startsWith('#'))
            continue;
        const { fields, rest } = readFields(line);
        const fits = wanted.every((values, at) => fields[at] === '*' || values.includes(plain(fields[at] ?? '')));
        if (fits && rest !== '')
            return plain(rest);
    }
    return undefined;
}
/** The four fields before the password, as they are written, and what follows. */
function readFields(line) {
    const [all = '', ...fields] = /^((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):/.exec(line) ?? [];
    return { fields, rest: all === '' ? '' : line.slice(all.length) };
}
const plain = (field) => field.replace(/\\(.)/g, '$1');

;// CONCATENATED MODULE: ./deploy/connection/password.js
/** What is sent when the server asks for a password: from the address, PGPASSWORD, the password file or the cloud. */



function passwordSource(request) {
    const { address, env, provider, onSecret } = request;
    const told = (secret) => {
        if (secret !== undefined)
            onSecret(secret);
        return secret;
    };
    if (provider !== undefined) {
        const name = `the token of ${PROVIDER_NAMES[provider]}`;
        const token = tokenSource(provider, address);
        return { name, read: async () => told(await token()) };
    }
    if (address.password !== undefined) {
        const { password } = address;
        return { name: 'the password of the address', read: async () => told(password) };
    }
    const fromEnvironment = env['PGPASSWORD'] || undefined;
    if (fromEnvironment !== undefined) {
        return { name: 'PGPASSWORD', read: async () => told(fromEnvironment) };
    }
    let fromFile;
    const read = async () => told(await (fromFile ??= findInPasswordFile(request)));
    return { name: 'the password of the password file', read };
}
const noPassword = () => new operator_error/* OperatorError */.n('the target wants a password, and none is given', {
    code: 'target-no-password',
    hint: 'put it into the address, PGPASSWORD or a .pgpass file, or choose a token with PARTITION_GUARD_AUTH',
});

;// CONCATENATED MODULE: ./deploy/connection/open-connection.js
/** Opens one connection to a target, within a time, and tells why where it does not come about. */






/** Encrypted connections die silently behind some firewalls: a sign of life from time to time. */
const KEEPALIVE_MS = 30_000;
/** @returns a connected client; whoever asked for it ends it. */
async function openConnection(recipe) {
    const opening = {};
    // Before the server is asked: it waits a minute for a password, and a cloud may take long.
    const password = await recipe.password.read();
    const socket = new external_node_net_.Socket();
    if (recipe.ssl !== false)
        socket.once('data', (bytes) => (opening.firstByte = bytes.toString('latin1', 0, 1)));
    const client = makeClient(recipe, socket, () => {
        if (recipe.channelBinding === 'require' && opening.offersBinding !== true)
            throw notBound();
        if (password === undefined)
            throw noPassword();
        opening.sentPassword = true;
        return password;
    });
    watchBinding(client, opening);
    const patience = setTimeout(() => {
        opening.isLate = true;
        socket.destroy(new Error('the time to connect is over'));
    }, recipe.connectTimeoutMs);
    try {
        await client.connect();
        if (recipe.channelBinding === 'require' && opening.isBound !== true) {
            await client.end().catch(() => undefined);
            throw notBound();
        }
        return client;
    }
    catch (error) {
        socket.destroy();
        throw connectionFailure(error, { recipe, opening });
    }
    finally {
        clearTimeout(patience);
    }
}
/** The driver takes what the server offers; what that was, it tells to these listeners alone. */
function watchBinding({ connection }, opening) {
    connection.once('authenticationSASL', ({ mechanisms }) => {
        opening.offersBinding = mechanisms.includes(BINDING_MECHANISM);
    });
    connection.once('authenticationSASLFinal', () => {
        opening.isBound = opening.offersBinding === true;
    });
}
function makeClient(recipe, socket, password) {
    const { address, ssl, applicationName } = recipe;
    const options = address.words.get('options');
    return (0,connection/* withoutPostgresVariables */.Jy)(() => {
        const client = new esm/* default.Client */.Ay.Client({
            host: address.host,
            port: address.port,
            user: address.user,
            password,
            database: address.database,
            ssl,
            stream: () => socket,
            application_name: applicationName,
            client_encoding: 'UTF8',
            keepAlive: true,
            keepAliveInitialDelayMillis: KEEPALIVE_MS,
            enableChannelBinding: ssl !== false && recipe.channelBinding !== 'disable',
            ...(address.words.get('sslnegotiation') === 'direct' ? { sslnegotiation: 'direct' } : {}),
            ...(options === undefined ? {} : { options }),
        });
        // A server that dies while no query waits tells it to this listener alone; the next query reports it.
        client.on('error', () => undefined);
        return client;
    });
}

;// CONCATENATED MODULE: ./deploy/connection/session-opener.js







const DEFAULT_TIMEOUT_MS = 15_000;
const LONGEST_TIMEOUT_S = 600;
async function sessionOpener(request) {
    const { env, onWarning, onSecret = () => undefined } = request;
    const address = parseAddress(request.url);
    const provider = chosenProvider(address, env);
    const connectTimeoutMs = readTimeout(address, env);
    const ssl = await resolveEncryption({ address, env, provider, onWarning });
    const recipe = {
        address,
        ssl,
        channelBinding: readChannelBinding({ address, env, ssl }),
        password: passwordSource({ address, env, provider, onWarning, onSecret }),
        applicationName: request.applicationName ?? address.words.get('application_name') ?? 'partition-guard',
        connectTimeoutMs,
    };
    return { database: address.database, connectTimeoutMs, open: () => openConnection(recipe) };
}
/** In seconds, as libpq has it; zero and less is without end there, and ten minutes here. */
function readTimeout({ words }, env) {
    const text = words.get('connect_timeout') || env['PGCONNECT_TIMEOUT'] || undefined;
    if (text === undefined)
        return DEFAULT_TIMEOUT_MS;
    if (!/^-?\d{1,9}$/.test(text)) {
        throw addressError('has a connect_timeout that is none', 'it is a number of seconds');
    }
    const seconds = Number(text);
    return 1000 * (seconds <= 0 ? LONGEST_TIMEOUT_S : Math.min(seconds, LONGEST_TIMEOUT_S));
}

;// CONCATENATED MODULE: ./deploy/pooler.js


/**
 * Pure. Straight to a server, a client has one session as long as it is connected, and no other client has that one.
 * @param sightings of clients that were connected all the time.
 * @returns whether sessions are handed around.
 */
function areSessionsShared(sightings) {
    const backendOf = new Map();
    const clientOf = new Map();
    return sightings.some(({ client, backend }) => {
        const another = (backendOf.get(client) ?? backend) !== backend || (clientOf.get(backend) ?? client) !== client;
        backendOf.set(client, backend);
        clientOf.set(backend, client);
        return another;
    });
}
/** More clients than the target's own one, and how often each is asked. */
const MORE_CLIENTS = 2;
const ROUNDS = 3;
/**
 * Asks some clients in turn, a transaction each time, which session of the server they have. Changes nothing, and sets
 * nothing that another client of a pooler could get.
 */
async function assertOwnSessions({ client, open, timeoutMs }) {
    const clients = [client];
    try {
        // Before a second connection is asked for: one statement a transaction is told by the first alone.
        const sightings = [await sight(clients, 0, timeoutMs)];
        while (clients.length <= MORE_CLIENTS)
            clients.push(await open());
        for (let round = 0; round < ROUNDS; round++) {
            for (const at of clients.keys())
                sightings.push(await sight(clients, at, timeoutMs));
        }
        if (areSessionsShared(sightings))
            throw new RefusedError([TRANSACTION_POOLING]);
    }
    finally {
        await Promise.all(clients.slice(1).map((one) => one.end().catch(() => undefined)));
    }
}
const HINT = 'connect to the server itself, or to the pooler in session mode: often another port or host name';
const TRANSACTION_POOLING = {
    gate: 'pooler',
    message: 'the connection goes through a pooler that hands each transaction to another session (transaction pooling): locks and settings of a session would be lost, or somebody else’s',
    hint: HINT,
};
const STATEMENT_POOLING = {
    gate: 'pooler',
    message: 'the connection goes through a pooler that allows no transactions (statement pooling)',
    hint: HINT,
};
const NO_SECOND = {
    gate: 'pooler',
    message: 'a second connection gets no answer while the first one is open',
    hint: 'a pooler before the server has no session left for it: connect to the server itself, or make the pool larger (four are needed)',
};
/** What a pooler says of its own, and no server of a statement as plain as these. */
const pooler_PROTOCOL_VIOLATION = '08P01';
async function sight(clients, at, timeoutMs) {
    const client = clients[at];
    if (client === undefined)
        throw new Error(`there is no client ${at}`);
    const asked = askForBackend(client);
    // It may be answered after all, or end with the connection: nobody waits for that any more.
    asked.catch(() => undefined);
    const backend = await withinTime(asked, timeoutMs);
    if (backend === undefined)
        throw new RefusedError([NO_SECOND]);
    return { client: at, backend };
}
async function askForBackend(client) {
    try {
        await client.query('begin');
        const { rows } = await client.query('select pg_catalog.pg_backend_pid() as backend');
        await client.query('commit');
        return rows[0]?.backend ?? NaN;
    }
    catch (error) {
        if ((0,error_code/* errorCode */.C)(error) === pooler_PROTOCOL_VIOLATION)
            throw new RefusedError([STATEMENT_POOLING]);
        throw error;
    }
}
async function withinTime(asked, timeoutMs) {
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(() => resolve(undefined), timeoutMs)));
    try {
        return await Promise.race([asked, late]);
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./deploy/target.js





/** Connects, hands the target to `body`, and ends every connection whatever happens. */
async function withTarget(request, body) {
    const opener = await sessionOpener(request);
    const withSession = async (work) => {
        const client = await opener.open();
        let isLost = false;
        for (const event of ['end', 'error'])
            client.once(event, () => (isLost = true));
        try {
            await assertDatabase(client, opener.database);
            return await work(client);
        }
        catch (error) {
            throw sessionFailure(error, isLost);
        }
        finally {
            await endQuietly(client);
        }
    };
    return withSession(async (client) => {
        if (request.isLook !== true)
            await assertOwnSessions({ client, open: opener.open, timeoutMs: opener.connectTimeoutMs });
        return body({ client, facts: await readFacts(client), withSession });
    });
}
/** A connection that is broken already has nothing left to end. */
const endQuietly = (client) => client.end().catch(() => undefined);
async function assertDatabase(client, named) {
    const { rows } = await client.query('select pg_catalog.current_database() as database');
    const database = rows[0]?.database ?? '';
    if (database === named)
        return;
    throw new RefusedError([
        {
            gate: 'database',
            message: `the address names the database ${(0,connection/* quoteIdentifier */.Cm)(named)}, and ${(0,connection/* quoteIdentifier */.Cm)(database)} answers`,
            hint: 'name the database itself in the address, not an alias that a pooler or proxy gives to another one',
        },
    ]);
}
const FACTS = `
  select pg_catalog.current_database() as database,
         current_user::text as "user",
         pg_catalog.current_setting('server_version') as version`;
const SYSTEM_IDENTIFIER = `
  select system_identifier::text as identifier from pg_catalog.pg_control_system()`;
async function readFacts(client) {
    const { rows } = await client.query(FACTS);
    const [row] = rows;
    if (row === undefined)
        throw new Error('the facts of the target came back empty');
    const identifier = await readSystemIdentifier(client);
    return {
        database: row.database,
        user: row.user,
        serverVersion: row.version.split(' ')[0] ?? row.version,
        ...(identifier === undefined ? {} : { systemIdentifier: identifier }),
    };
}
/** Undefined where it may not be read: some managed servers keep it to themselves. */
async function readSystemIdentifier(client) {
    try {
        const { rows } = await client.query(SYSTEM_IDENTIFIER);
        return rows[0]?.identifier;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 10984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ ownAuthor),
/* harmony export */   EL: () => (/* binding */ isSameAuthor),
/* harmony export */   HV: () => (/* binding */ authorIn),
/* harmony export */   W2: () => (/* binding */ isTrusted)
/* harmony export */ });
/* unused harmony export WORKFLOW_AUTHOR */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29143);
/** Who we are on GitHub: only what we wrote ourselves is ever changed. */

/** Whose comments a workflow's own token writes. */
const WORKFLOW_TOKEN = 'github-actions[bot]';
/** Of the workflow's own token, whoever asks. */
const WORKFLOW_AUTHOR = { login: WORKFLOW_TOKEN, id: undefined };
const USER = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() });
/**
 * @param given the login that the operator names: an app's token can't ask who it is.
 * @returns `badToken` where GitHub doesn't know the token.
 */
async function ownAuthor(session, given) {
    if (given !== undefined && given !== '')
        return { login: given, id: undefined };
    const answer = await session.ask({ method: 'GET', path: ['user'] });
    if (answer.kind === 'unreachable')
        return answer;
    if (answer.kind === 'refused' && answer.status === 401)
        return { kind: 'bad-token' };
    const user = answer.kind === 'ok' ? authorIn(answer.data) : undefined;
    return user ?? WORKFLOW_AUTHOR;
}
/** A user as GitHub gives it; undefined where it isn't one (the account was deleted). */
function authorIn(user) {
    const parsed = USER.safeParse(user);
    return parsed.success ? { login: parsed.data.login, id: parsed.data.id } : undefined;
}
const isSameAuthor = (us, user) => user !== undefined &&
    (us.id === undefined ? us.login.toLowerCase() === user.login.toLowerCase() : us.id === user.id);
/** Ourselves, or a workflow of this repository: nobody else may write under that name. */
const isTrusted = (us, user) => isSameAuthor(us, user) || isSameAuthor(WORKFLOW_AUTHOR, user);


/***/ }),

/***/ 23922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ Pages),
/* harmony export */   n: () => (/* binding */ readPages)
/* harmony export */ });
const PAGE_SIZE = 100;
/** 100,000 entries: more is a fault of the one that answers. */
const MOST_PAGES = 1000;
class Pages {
    #session;
    #request;
    #page = 0;
    #isLast = false;
    constructor(session, request) {
        this.#session = session;
        this.#request = request;
    }
    /** The next page's entries as they came; undefined after the last. */
    async next() {
        if (this.#isLast)
            return undefined;
        this.#page += 1;
        const query = { ...this.#request.query, per_page: PAGE_SIZE, page: this.#page };
        const answer = await this.#session.ask({ ...this.#request, query });
        if (answer.kind !== 'ok')
            return answer;
        const found = Array.isArray(answer.data) ? answer.data : [];
        // A proxy may drop the header, and a full page without it be the last.
        this.#isLast = (!answer.hasNextPage && found.length < PAGE_SIZE) || this.#page >= MOST_PAGES;
        return found;
    }
}
/** All of them, in GitHub's order. Entries that go meanwhile shift the others: some come twice. */
async function readPages(session, request) {
    const pages = new Pages(session, request);
    const all = [];
    for (;;) {
        const page = await pages.next();
        if (page === undefined)
            return all;
        if ('kind' in page)
            return page;
        all.push(...page);
    }
}


/***/ })

};
