export const id = 4249;
export const ids = [4249];
export const modules = {

/***/ 54249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ applyStatus),
  O: () => (/* binding */ runApply)
});

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./deploy/audit/audit-trail.js
var audit_trail = __webpack_require__(34200);
// EXTERNAL MODULE: ./deploy/history/history-table.js
var history_table = __webpack_require__(34364);
// EXTERNAL MODULE: ./domain/redaction.js
var redaction = __webpack_require__(27108);
// EXTERNAL MODULE: ./deploy/history/write-history.js
var write_history = __webpack_require__(43999);
// EXTERNAL MODULE: ./deploy/proof/proven-table.js
var proven_table = __webpack_require__(18690);
// EXTERNAL MODULE: ./deploy/audit/trail-intact.js
var trail_intact = __webpack_require__(18648);
// EXTERNAL MODULE: ./migrations/locate.js
var locate = __webpack_require__(60160);
// EXTERNAL MODULE: ./postgres/sql-failure.js
var sql_failure = __webpack_require__(85497);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./deploy/apply/not-applied.js
var not_applied = __webpack_require__(72164);
// EXTERNAL MODULE: ./postgres/changed-type.js
var changed_type = __webpack_require__(88527);
// EXTERNAL MODULE: ./postgres/connection.js
var connection = __webpack_require__(87388);
// EXTERNAL MODULE: ./postgres/row-hash.js
var row_hash = __webpack_require__(39559);
;// CONCATENATED MODULE: ./deploy/proof/row-differences.js




const DIFFERENCE_KINDS = ['lost', 'doubled', 'changed', 'added'];
const SHOWN = 5;
/** What a row is known by where all holders have it; a key that is no longer whole tells nothing. */
function comparedBy(table, now) {
    const columns = now.compared;
    const key = table.key.flatMap((name) => columns.find(({ before }) => before.name === name) ?? []);
    const isWhole = key.length === table.key.length;
    return { key: isWhole ? key : [], rest: isWhole ? columns.filter((c) => !key.includes(c)) : columns };
}
/** Keeps what is there now in a table of the session's own, number `n`; it goes with the transaction. */
async function keepRows(client, now, by, n) {
    await client.query(`create temporary table ${keptTable(n)} on commit drop as ${heldRows(now, by)}`);
}
/** SQL of (key, hash, rest) of all rows that are held. */
function heldRows(now, by) {
    const held = now.holders.map((holder, i) => {
        const here = (name) => now.compared.find(({ before }) => before.name === name)?.now[i];
        return `select ${telling(by, 'h', here)} from ${holder.table} h`;
    });
    return (held.join(' union all ') || 'select null::text as key, 0::bigint as hash, 0::bigint as rest where false');
}
const keptTable = (n) => `pg_temp.partition_guard_kept_${n}`;
/** SQL of a row's key, of the hash of all its values, and of those beside the key. */
function telling({ key, rest }, alias, here) {
    const valuesOf = (columns) => columns.map(({ before, common }) => row_differences_valueOf(here(before.name) ?? before, common, alias));
    const hashed = (columns) => (0,row_hash/* hashOf */.qQ)(valuesOf(columns).map((v) => v.hashed));
    const hash = hashed([...key, ...rest]);
    const own = key.length > 0 ? (0,row_hash/* textOf */.b6)(valuesOf(key).map((v) => v.text)) : `pg_catalog.format('%s', ${hash})`;
    return `${own} as key, ${hash} as hash, ${isTelling(rest) ? hashed(rest) : 'null::bigint'} as rest`;
}
/** SQL of a value as it is told and as it is hashed. */
function row_differences_valueOf(column, common, alias) {
    const value = `${alias}.${(0,connection/* quoteIdentifier */.Cm)(column.name)}`;
    if (common === 'as-is')
        return { text: value, hashed: (0,row_hash/* hashedValue */.te)(column, value) };
    const text = (0,changed_type/* inCommon */.s)(common, column, value);
    return { text, hashed: common === 'float' || common === 'instant' ? text : (0,row_hash/* hashedText */.LS)(text) };
}
/** Whether rows that are equal in all of it are one row under two keys: not where it is but a word or two. */
const isTelling = (rest) => rest.length > 1 && rest.some(({ before }) => /^(?:date|timestamp)/.test(before.baseType));
/**
 * A row that was added is no difference to those that were there, unless it is one of them under another key: then it
 * is doubled.
 */
async function findDifferences(client, by, now, n) {
    const { rows } = await client.query(`with was as (
       select k.key, pg_catalog.count(*) as copies, pg_catalog.array_agg(k.hash order by k.hash) as hashes
         from ${keptTable(n)} k group by k.key
     ), held as materialized (
       ${heldRows(now, by)}
     ), is_now as (
       select h.key, pg_catalog.count(*) as copies, pg_catalog.array_agg(h.hash order by h.hash) as hashes
         from held h group by h.key
     ), twins as (
       select h.key, 1 as copies,
              exists (select from ${keptTable(n)} k where k.rest = h.rest) as is_twin
         from held h where not exists (select from was w where w.key = h.key)
     ), compared as (
       select w.key, 'lost' as kind, w.copies - coalesce(i.copies, 0) as copies
         from was w left join is_now i on i.key = w.key where coalesce(i.copies, 0) < w.copies
        union all
       select w.key, 'doubled', i.copies - w.copies from was w join is_now i on i.key = w.key where i.copies > w.copies
        union all
       select w.key, 'changed', w.copies from was w join is_now i on i.key = w.key
        where i.copies = w.copies and i.hashes <> w.hashes
        union all
       select t.key, case when t.is_twin then 'doubled' else 'added' end, t.copies from twins t
     )
     select c.kind, pg_catalog.sum(c.copies) as rows,
            (pg_catalog.array_agg(c.key order by pg_catalog.length(c.key), c.key))[1:${SHOWN}] as keys
       from compared c group by c.kind`);
    return DIFFERENCE_KINDS.flatMap((kind) => {
        const found = rows.find((row) => row.kind === kind);
        if (!found)
            return [];
        return [{ kind, rows: Number(found.rows), keys: by.key.length > 0 ? (found.keys ?? []) : [] }];
    });
}
/** One line: `3 rows lost: booking_id 17, 18, 19`. */
function tellDifference({ kind, rows, keys }, key) {
    const what = `${(0,wording/* count */.U9)(rows, 'row')} ${kind}`;
    if (keys.length === 0)
        return what;
    const names = key.length === 1 ? key.join('') : `(${key.join(', ')})`;
    return `${what}: ${names} ${keys.map(row_differences_short).join(', ')}${rows > keys.length ? ', …' : ''}`;
}
const row_differences_short = (text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

// EXTERNAL MODULE: ./deploy/proof/holders-now.js
var holders_now = __webpack_require__(97257);
;// CONCATENATED MODULE: ./deploy/proof/left-for-commit.js

/** The query of a cursor that is held is run to its end by the commit. @throws NotApplied */
async function requireNothingLeftForCommit(client) {
    const { rows } = await client.query(`select c.name from pg_catalog.pg_cursors c
      where c.is_holdable and c.creation_time >= pg_catalog.transaction_timestamp() limit 1`);
    const [held] = rows;
    if (!held)
        return;
    throw new not_applied/* NotApplied */.t({
        message: `the cursor ${held.name} is declared WITH HOLD: the commit would run its query, after the proof of the rows`,
        hint: 'read what the cursor is for within the file, or close it there',
        statement: 'the proof of the rows',
    });
}
/** More links than that no chain of triggers has that comes to an end by itself. */
const MOST_ROUNDS = 20;
/**
 * Has every deferred trigger speak now. One may put off again what its own rows set off (`set constraints … deferred`):
 * that is asked for until nothing more is written. The transaction is to be as it is at the commit.
 * @throws NotApplied
 */
async function settleDeferred(client) {
    let before = await writtenSoFar(client);
    for (let round = 0; round < MOST_ROUNDS; round++) {
        await client.query('set constraints all immediate');
        const now = await writtenSoFar(client);
        if (now === before)
            return;
        before = now;
    }
    throw new not_applied/* NotApplied */.t({
        message: `deferred triggers set off one another, and have not come to an end after ${MOST_ROUNDS} rounds: the commit would go on with it, after the proof of the rows`,
        hint: 'look for a trigger that says SET CONSTRAINTS … DEFERRED, and writes rows that set off another',
        statement: 'the proof of the rows',
    });
}
/** What waits for the commit was set off by a row: rows that were written and taken back count as well. */
async function writtenSoFar(client) {
    const { rows } = await client.query(`select coalesce(pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
              + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
              + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)), 0)::text as written
       from pg_catalog.pg_class c where c.relkind = 'r'`);
    return rows[0]?.written ?? '';
}

;// CONCATENATED MODULE: ./deploy/proof/pinned.js
/**
 * What a file may have changed and a reading depends on. With row_security off, a policy that would hide rows from this
 * role is an error instead.
 */
const PINS = {
    search_path: 'pg_catalog, pg_temp',
    row_security: 'off',
    statement_timeout: '0',
    TimeZone: 'UTC',
    DateStyle: 'ISO, YMD',
    IntervalStyle: 'postgres',
    extra_float_digits: '1',
    bytea_output: 'hex',
    lc_monetary: 'C',
    standard_conforming_strings: 'on',
    client_encoding: 'UTF8',
};
const NAMES = Object.keys(PINS);
const PINNED = Object.values(PINS);
const setting = (values) => `select ${NAMES.map((name, i) => `pg_catalog.set_config(${literal(name)}, ${literal(values[i])}, true)`).join(', ')}`;
/** Means the same whatever standard_conforming_strings is. */
const literal = (text = '') => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
/** What the session has for each of them. */
async function readPinnable(client) {
    const { rows } = await client.query(`select ${NAMES.map((name, i) => `pg_catalog.current_setting(${literal(name)}) as "${i}"`).join(', ')}`);
    return NAMES.map((_, i) => rows[0]?.[String(i)] ?? '');
}
/** Puts back what was read, for the rest of the transaction. */
const unpin = async (client, values) => void (await client.query(setting(values)));
/** Inside a transaction; afterwards every setting is as it was. */
async function pinned(client, body) {
    const before = await readPinnable(client);
    await client.query(setting(PINNED));
    const result = await body();
    await unpin(client, before);
    return result;
}
/** For the rest of the transaction, as the role that logged in: whatever a file has taken on or set. */
async function pinForGood(client) {
    await client.query('reset session authorization; reset role');
    await client.query(setting(PINNED));
}

;// CONCATENATED MODULE: ./deploy/proof/row-sums.js

/** In one reading a table. */
async function sumRows(client, held) {
    let rows = 0;
    let sum = 0n;
    for (const { table, columns } of held) {
        const hash = columns === undefined || columns.length === 0 ? '0' : (0,row_hash/* rowHash */.rG)(columns, 't');
        const { rows: found } = await client.query(`select pg_catalog.count(*) as rows, coalesce(pg_catalog.sum(${hash}), 0) as sum from ${table} t`);
        rows += Number(found[0]?.rows ?? 0);
        sum += BigInt(found[0]?.sum ?? 0);
    }
    const isHashed = held.every(({ columns }) => columns !== undefined && columns.length > 0);
    return { rows, ...(isHashed && held.length > 0 ? { checksum: String(sum) } : {}) };
}
const isEqual = (a, b) => a.rows === b.rows && a.checksum === b.checksum;

;// CONCATENATED MODULE: ./deploy/proof/untouched.js

/** By the session's own search path: before anything is pinned. */
async function resolveConfigured(client, tables) {
    const configured = [];
    for (const { table, successors } of tables) {
        const oid = await (0,proven_table/* resolveTable */.NC)(client, table);
        if (oid === undefined)
            continue;
        const found = [];
        for (const successor of successors) {
            const one = await (0,proven_table/* resolveTable */.NC)(client, successor);
            if (one !== undefined)
                found.push(one);
        }
        configured.push({ oid, successors: found });
    }
    return configured;
}
/**
 * Inside a transaction, with the search path pinned. Every partitioned table is watched, however it is partitioned, and
 * those configured. What was written and taken back to a savepoint is counted, too: that only makes for a proof more.
 */
async function readStanding(client, configured) {
    const { rows } = await client.query(WATCHED, [
        configured.flatMap(({ oid, successors }) => [oid, ...successors.map(() => oid)]),
        configured.flatMap(({ oid, successors }) => [oid, ...successors]),
    ]);
    const { rows: plain } = await client.query(PLAIN);
    const { rows: meanings } = await client.query(MEANINGS);
    const { rows: counting } = await client.query(`select pg_catalog.current_setting('track_counts')::boolean as "on"`);
    return {
        watched: new Map(rows.map((shape) => [shape.oid, shape])),
        plain: new Map(plain.map(({ oid, table }) => [oid, table])),
        within: new Map(rows.map(({ oid, members }) => [oid, members])),
        meanings: new Map(meanings.map(({ place, meaning }) => [place, meaning])),
        isCounting: counting[0]?.on === true,
    };
}
/**
 * @param proven what was accounted for between the two.
 * @param isLast all that this role may prove is: what nothing can be seen of then is left, as the run has warned.
 */
function touchedBetween(before, after, proven, isLast) {
    const known = new Set(proven.filter(({ isJudged }) => isJudged).map(({ oid }) => oid));
    const isBlind = !isLast && !(before.isCounting && after.isCounting);
    const meansOther = [...before.meanings].some(([place, meaning]) => after.meanings.get(place) !== meaning);
    const tables = [...before.watched.values()].filter(({ oid, mark, isForeign, hasMadeTypes }) => {
        const isUnseen = isBlind || (isForeign && !isLast) || (hasMadeTypes && meansOther);
        return !known.has(oid) && (isUnseen || after.watched.get(oid)?.mark !== mark);
    });
    const accounted = new Set(proven.map(({ oid }) => oid));
    const byName = new Map([...before.plain].map(([oid, table]) => [table, oid]));
    const converted = [...after.watched.values()].flatMap(({ oid, table }) => {
        const was = before.watched.get(oid);
        const members = was ? [] : (after.within.get(oid) ?? []).filter((member) => before.plain.has(member));
        // One that was partitioned before may have taken the name of a plain table, and its rows' place.
        const named = was?.table === table ? undefined : byName.get(table);
        return [...members, ...(named === undefined ? [] : [named])];
    });
    const fresh = new Set(converted.filter((oid) => !accounted.has(oid)));
    return {
        tables: [
            ...tables.map(({ table }) => table),
            ...[...fresh].map((oid) => before.plain.get(oid) ?? String(oid)),
        ],
        converted: fresh,
    };
}
/**
 * A partition's own name may change, and its bounds: neither is a row's. Whoever writes rows holds ROW EXCLUSIVE to the end,
 * whatever other locks there are: also where a function has the server count nothing meanwhile.
 */
const WATCHED = `
  with recursive written as materialized (
    select l.relation from pg_catalog.pg_locks l
     where l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and l.granted
       and l.pid = pg_catalog.pg_backend_pid()
       and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
  ), watched(root, oid) as (
    (select c.oid, c.oid from pg_catalog.pg_class c
      where c.relpersistence <> 't' and c.relkind = 'p' and not c.relispartition
      union
     select c.root, c.oid from rows from (pg_catalog.unnest($1::oid[]), pg_catalog.unnest($2::oid[])) c(root, oid))
     union
    select w.root, i.inhrelid from watched w join pg_catalog.pg_inherits i on i.inhparent = w.oid
  ), marked as (
    select w.root, c.oid, c.relkind,
           exists (select from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and t.oid >= 16384) as "hasMadeTypes",
           pg_catalog.format('%s %s %s %s %s %s %s', c.oid, pg_catalog.pg_relation_filenode(c.oid),
             c.oid in (select w.relation from written w),
             pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), pg_catalog.pg_stat_get_xact_tuples_updated(c.oid),
             pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid),
             (select pg_catalog.string_agg(pg_catalog.format('%s %L %s %s', a.attnum, a.attname, a.atttypid, a.atttypmod), ',' order by a.attnum)
                from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as mark
      from watched w join pg_catalog.pg_class c on c.oid = w.oid
  )
  select m.root as oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
         pg_catalog.format('%I.%I %s', n.nspname, c.relname,
           pg_catalog.string_agg(pg_catalog.hashtextextended(m.mark collate "C", 0)::text, ' ' order by m.oid)) as mark,
         pg_catalog.bool_or(m.relkind = 'f') as "isForeign",
         pg_catalog.bool_or(m."hasMadeTypes") as "hasMadeTypes",
         pg_catalog.array_agg(m.oid) as members
    from marked m
    join pg_catalog.pg_class c on c.oid = m.root
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   group by m.root, n.nspname, c.relname`;
/** Nothing is written, and no table locked, where a label is renamed: its rows say another thing all the same. */
const MEANINGS = `
  select 'label ' || e.oid as place, e.enumlabel::text as meaning from pg_catalog.pg_enum e
   union all
  select pg_catalog.format('attribute %s %s', a.attrelid, a.attnum), pg_catalog.format('%L %s %s', a.attname, a.atttypid, a.attisdropped)
    from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
   where c.relkind = 'c' and a.attnum > 0 and c.oid >= 16384`;
const PLAIN = `
  select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as table
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'r' and not c.relispartition and c.relpersistence <> 't'
     and n.nspname not in ('pg_catalog', 'information_schema')`;

// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
;// CONCATENATED MODULE: ./deploy/proof/waived.js
/** Which differences of rows the configuration lets pass, on the day of the run. */

const CHECKS = {
    lost: 'no-row-lost',
    doubled: 'no-row-duplicated',
    changed: 'no-row-changed',
    added: undefined,
};
/** A waiver without a table is for every one; one without a date does not end. */
function isWaived({ waivers, now }, table, kind) {
    return waivers.some((waiver) => waiver.check === CHECKS[kind] &&
        (waiver.until === undefined || now < waiver.until + instant/* DAY */.d_) &&
        (waiver.table === undefined ||
            (waiver.table.name === table.name.name &&
                (waiver.table.schema ?? table.name.schema) === table.name.schema)));
}

;// CONCATENATED MODULE: ./deploy/proof/prove.js










/**
 * The transaction is left open, whatever comes out: whoever opened it commits where every verdict is good.
 * The tables stand still for writers from here to its end. Every other partitioned table has to be shown untouched
 * afterwards; where one is not, the work is taken back, and done again with the proof of them all.
 * @throws NotApplied where a table that this role can't prove was touched.
 */
async function prove(request) {
    const { client, settings } = request;
    const configured = await resolveConfigured(client, settings.tables);
    await client.query('savepoint partition_guard_begin');
    const before = await pinned(client, () => readStanding(client, configured));
    const look = async (tables, isLast) => touchedBetween(before, await readStanding(client, configured), tables, isLast);
    const proofs = await proveTables(request);
    if (proofs.some(isBad))
        return proofs;
    const touched = await look(request.tables, false);
    if (touched.tables.length === 0)
        return proofs;
    await client.query('rollback to savepoint partition_guard_begin');
    const tables = await allTables(request, touched);
    const again = await proveTables({ ...request, tables });
    if (again.some(isBad))
        return again;
    const left = await look(tables, true);
    if (left.tables.length === 0)
        return again;
    throw new not_applied/* NotApplied */.t({
        message: `${left.tables.join(', ')} was reached, and its rows can not be proven by this role`,
        hint: 'grant this role SELECT, UPDATE, DELETE and TRUNCATE on it, and apply again: nothing was changed',
        statement: 'the proof of the rows',
    });
}
const isBad = ({ verdict }) => verdict === 'differs';
/** All that can be proven now, what was taken along before, and what the work has made partitioned. */
async function allTables({ client, settings, tables }, { converted }) {
    const known = new Set(tables.map(({ oid }) => oid));
    const all = await (0,proven_table/* readProvenTables */.Yv)(client, settings, ({ oid }) => known.has(oid) || converted.has(oid));
    return all.map((table) => (converted.has(table.oid) ? { ...table, isJudged: true } : table));
}
async function proveTables(request) {
    const { client, tables, mode } = request;
    await lockTables(client, tables);
    const before = [];
    for (const table of tables) {
        const successors = await (0,holders_now/* resolveSuccessors */.g)(client, table);
        const count = await pinned(client, () => countBefore(client, table, successors, mode));
        before.push({ table, successors, count });
    }
    await client.query('savepoint partition_guard_before');
    const after = await runAndCount(request, before);
    return after.every(isSame) ? after.map((a) => proofOf(a, mode, [])) : lookCloser(request, before, after);
}
/** Parents come before their partitions by themselves: LOCK TABLE goes down from the parent. */
async function lockTables(client, tables) {
    for (const { table } of tables) {
        await client.query(`lock table ${table} in share row exclusive mode`);
    }
}
async function countBefore(client, table, successors, mode) {
    const now = await (0,holders_now/* findHoldersNow */.p)(client, table, successors);
    return sumRows(client, heldIn(now, mode));
}
/** What there is to read, with each holder's own names of the columns that are compared. */
const heldIn = (now, mode) => now.holders.map(({ table }, i) => ({
    table,
    columns: mode === 'count' ? undefined : now.compared.flatMap((column) => column.now[i] ?? []),
}));
async function runAndCount(request, before) {
    const { client, mode } = request;
    await request.work();
    await requireNothingLeftForCommit(client);
    // Looked up as the file leaves it: a successor may be on the search path that it set.
    const successors = [];
    for (const { table } of before)
        successors.push(await (0,holders_now/* resolveSuccessors */.g)(client, table));
    // What waits for the end may change rows, too: it has to speak before they are counted, under what the file has set.
    await client.query('set constraints all immediate');
    await pinForGood(client);
    await request.record();
    await settleDeferred(client);
    const after = [];
    for (const [i, was] of before.entries()) {
        const now = await (0,holders_now/* findHoldersNow */.p)(client, was.table, successors[i] ?? []);
        if (!(await isStillJudged(client, was.table, now)))
            continue;
        after.push({ was, now, count: await sumRows(client, heldIn(now, mode)) });
    }
    return after;
}
/** A plain table that nobody named counts only once it has become a partitioned one. */
async function isStillJudged(client, table, now) {
    if (table.isJudged)
        return true;
    const { rowCount } = await client.query('select from pg_catalog.pg_partitioned_table p where p.partrelid = any ($1::oid[])', [now.holders.map(({ oid }) => oid)]);
    return (rowCount ?? 0) > 0;
}
/** Sums of other columns, or of other types, can't be compared: the rows themselves are. */
const isSummed = ({ now }) => now.passedOver.length === 0 && now.compared.every(({ common }) => common === 'as-is');
const isSame = (after) => isSummed(after) && isEqual(after.was.count, after.count);
const proofOf = ({ was, now, count }, mode, differences, verdict = 'equal') => ({
    table: was.table.table,
    mode: mode === 'count' || now.compared.length === 0 ? 'count' : 'checksum',
    before: was.count,
    after: count,
    verdict: verdict === 'equal' && now.passedOver.length > now.dropped.length ? 'equal-in-part' : verdict,
    differences: differences.map((d) => tellDifference(d, was.table.key)),
    passedOver: now.passedOver,
    dropped: now.dropped,
});
/**
 * Takes the work back, keeps the rows aside, and does it again: then each row that differs is known by its key. What
 * stands in the end is the second run: every table is judged on it, and one that comes to something else than in the
 * first run is good for nothing.
 */
async function lookCloser(request, before, first) {
    const { client, mode } = request;
    await client.query('rollback to savepoint partition_guard_before');
    const kept = [];
    await pinned(client, async () => {
        for (const one of first.filter((a) => !isSame(a))) {
            const by = comparedBy(one.was.table, one.now);
            if (by.key.length + by.rest.length > 0)
                await keepRows(client, await heldBefore(client, one.was), by, kept.length);
            kept.push({ one, by });
        }
    });
    const again = await runAndCount(request, before);
    const proofs = again
        .filter(({ was }) => !first.some((one) => one.was === was))
        .map((a) => unsteady(a, a, mode));
    for (const one of first) {
        const now = again.find(({ was }) => was === one.was);
        const n = kept.findIndex((k) => k.one === one);
        const by = kept[n]?.by;
        if (!now || !isReproduced(one, now))
            proofs.push(unsteady(one, now ?? one, mode));
        else
            proofs.push(by ? await judged(request, now, by, n) : proofOf(now, mode, []));
    }
    return proofs;
}
/** As far as sums can tell: ids of a sequence are others each time, and added rows with them. */
const isReproduced = (first, again) => first.count.rows === again.count.rows &&
    first.now.passedOver.join() === again.now.passedOver.join() &&
    isSame(first) === isSame(again);
const unsteady = (first, again, mode) => ({
    ...proofOf(again, mode, [], 'differs'),
    differences: [
        first.count.rows === again.count.rows
            ? 'it differs from run to run'
            : `it differs from run to run: ${(0,wording/* count */.U9)(first.count.rows, 'row')} after the first, ${again.count.rows} after the second`,
    ],
});
async function judged({ client, settings, mode }, now, by, n) {
    const isComparable = by.key.length + by.rest.length > 0;
    const differences = isComparable ? await findDifferences(client, by, now.now, n) : byCount(now);
    // Sums that differ without a row that does: what was summed and what is kept aside are not of the same rows.
    if (differences.length === 0 && isSummed(now))
        return unsteady(now, now, mode);
    const bad = differences.filter(({ kind }) => kind !== 'added');
    const isGood = bad.every(({ kind }) => isWaived(settings, now.was.table, kind));
    return proofOf(now, mode, differences, bad.length === 0 ? 'equal' : isGood ? 'waived' : 'differs');
}
/** Where the rows are before the work: as they were counted. */
const heldBefore = (client, { table, successors }) => (0,holders_now/* findHoldersNow */.p)(client, table, successors);
/** Where no column is left to compare: only how many there are. */
function byCount({ was, count }) {
    const more = count.rows - was.count.rows;
    if (more === 0)
        return [];
    return [{ kind: more > 0 ? 'doubled' : 'lost', rows: Math.abs(more), keys: [] }];
}

// EXTERNAL MODULE: ../../node_modules/pg/esm/index.mjs
var esm = __webpack_require__(15757);
;// CONCATENATED MODULE: ./deploy/apply/apply-file.js
/** Applies one migration file in one transaction: its statements, its row in the history, and the proof of the rows. */









/** What a transaction begins with, whatever a file before it has set for the session. */
const beginning = (timeouts) => [
    'begin isolation level read committed read write',
    `set local lock_timeout = ${timeouts.lockTimeoutMs}`,
    `set local statement_timeout = ${timeouts.statementTimeoutMs}`,
    'set local idle_in_transaction_session_timeout = 0',
].join('; ');
/** One try. The transaction is at its end when it comes back, however it does. @throws NotApplied, or the server's error. */
async function applyFile(request) {
    const { client, migration } = request;
    const startedMs = external_node_perf_hooks_.performance.now();
    try {
        await client.query(beginning(request));
        const { proofs, row, xid } = await runFile(request);
        await request.beforeCommit(proofs, row);
        await commit(request, xid);
        // What Flyway puts back after each file. It is committed: where the connection is lost now, the next file tells.
        await client.query(PUT_BACK).catch(() => undefined);
        return { row, applied: appliedMigration(migration, proofs, external_node_perf_hooks_.performance.now() - startedMs) };
    }
    catch (error) {
        await takeBack(client);
        throw error;
    }
}
const PUT_BACK = 'reset session authorization; reset role; reset search_path';
const appliedMigration = (migration, proofs, durationMs) => ({
    ...(migration.kind === 'versioned' ? { version: migration.version } : {}),
    description: migration.description,
    script: migration.script,
    durationMs,
    proofs,
});
/** A connection that is gone has taken its transaction with it. */
async function takeBack(client) {
    try {
        await client.query(`rollback; ${PUT_BACK}`);
    }
    catch {
        // What matters is the error that led here.
    }
}
/** In an open transaction, which is left open: the statements, the history's row, and a proof that holds. */
async function runFile(request) {
    const { client, migration, settings, mode, tables } = request;
    await lockHistory(request);
    const { rows } = await client.query('select pg_catalog.pg_current_xact_id()::text as xid');
    let row;
    let beganMs = 0;
    let isBegun = false;
    const proofs = await prove({
        client,
        settings,
        mode,
        tables,
        work: async () => {
            beganMs = external_node_perf_hooks_.performance.now();
            isBegun = true;
            await runStatements(request);
            await requireSameTransaction(request, rows[0]?.xid);
        },
        record: async () => {
            await (0,trail_intact/* requireIntactTrail */.F)(client);
            row = await (0,write_history/* addRow */.uY)(client, request.historyTable, request.history, {
                version: migration.kind === 'versioned' ? migration.version : null,
                description: migration.description,
                type: migration.kind === 'versioned' && migration.isBaseline ? 'SQL_BASELINE' : 'SQL',
                script: migration.script,
                checksum: migration.checksum,
                executionMs: external_node_perf_hooks_.performance.now() - beganMs,
                success: true,
            });
        },
    }).catch((error) => {
        throw isBegun ? atTheEnd(migration, error) : error;
    });
    if (!row)
        throw new Error(`no row of the history was written for ${migration.script}`);
    requireProven(migration, proofs);
    return { proofs, row, xid: rows[0]?.xid };
}
/** What waits for the end of a transaction, such as a deferred constraint, has no statement of its own. */
function atTheEnd(migration, error) {
    if (!(error instanceof esm/* default.DatabaseError */.Ay.DatabaseError))
        return error;
    return new not_applied/* NotApplied */.t({
        cause: error,
        statement: 'the end of the file',
        location: { file: migration.file, line: migration.statements.at(-1)?.line ?? 1 },
    });
}
/**
 * Besides the lock that Flyway knows: a run that lost it, with its session, must not go on beside another. Who reads the
 * history may still do so.
 */
async function lockHistory({ client, historyTable, history }) {
    await client.query(`lock table ${historyTable} in share row exclusive mode`);
    if ((0,write_history/* sameRows */.ev)(await (0,history_table/* readRows */.aK)(client, historyTable), history))
        return;
    throw new write_history/* HistoryMoved */.cy('another run, or Flyway, has written to the history meanwhile');
}
async function runStatements({ client, migration, earlier }) {
    for (const statement of migration.statements) {
        try {
            await client.query(statement.text);
        }
        catch (error) {
            throw new not_applied/* NotApplied */.t({
                cause: error,
                statement: (0,sql_failure/* firstLine */.TM)(statement.text),
                location: (0,locate/* locate */.x5)((0,sql_failure/* placeOf */.$t)(error), statement, [...earlier, migration]),
            });
        }
    }
}
/** A function can't end it, but what is sent may hide what it is; another transaction would hold no proof. */
async function requireSameTransaction({ client, migration }, xid) {
    const status = client.getTransactionStatus();
    const { rows } = status === 'T'
        ? await client.query('select pg_catalog.pg_current_xact_id_if_assigned()::text as xid')
        : { rows: [] };
    if (rows[0]?.xid === xid)
        return;
    throw new not_applied/* NotApplied */.t({
        message: `${migration.file} ended its own transaction: what it did before that stays, and is not proven`,
        hint: 'look at what it did, and put the history right by hand; then take COMMIT or ROLLBACK out of the file',
        recovery: `Nobody knows what of ${migration.file} stays: the history has no row of it.`,
        location: { file: migration.file, line: migration.statements[0]?.line ?? 1 },
        statement: 'the end of the file',
    });
}
function requireProven(migration, proofs) {
    const bad = proofs.filter(({ verdict }) => verdict === 'differs');
    if (bad.length === 0)
        return;
    throw new not_applied/* NotApplied */.t({
        message: `${migration.file} was rolled back: ${bad.map(tellProof).join('; ')}`,
        hint: 'look for what changes rows on this target beside the file: a trigger, a rule, a default. A loss that is meant needs a waiver',
        location: { file: migration.file, line: migration.statements[0]?.line ?? 1 },
        statement: 'the proof of the rows',
        proofs,
    });
}
const tellProof = ({ table, differences }) => `${table}: ${differences.join(', ')}`;
/** Nothing is deferred any more: what can fail here is the connection, or the server. */
async function commit({ client, migration }, xid) {
    try {
        await client.query('commit');
    }
    catch (error) {
        throw new not_applied/* NotApplied */.t({
            cause: error,
            statement: 'commit',
            atCommit: true,
            xid,
            location: { file: migration.file, line: migration.statements.at(-1)?.line ?? 1 },
        });
    }
}

;// CONCATENATED MODULE: ./deploy/apply/apply-call.js






async function applyCall(request) {
    const { client } = request;
    try {
        await client.query(beginning(request));
        const proofs = await runCall(request);
        await commitCall(request);
        // It is committed: a connection that is lost now is told by what comes next.
        await client.query(PUT_BACK).catch(() => undefined);
        return proofs;
    }
    catch (error) {
        await takeBack(client);
        throw error;
    }
}
async function commitCall({ client, call }) {
    const { rows } = await client.query('select pg_catalog.pg_current_xact_id_if_assigned()::text as xid');
    try {
        await client.query('commit');
    }
    catch (error) {
        throw new not_applied/* NotApplied */.t({
            cause: error,
            statement: (0,sql_failure/* firstLine */.TM)(call),
            atCommit: true,
            xid: rows[0]?.xid ?? undefined,
        });
    }
}
/** In an open transaction, which is left open. */
async function runCall(request) {
    const { client, call, settings, mode, tables } = request;
    const proofs = await prove({
        client,
        settings,
        mode,
        tables,
        work: () => send(request),
        record: () => (0,trail_intact/* requireIntactTrail */.F)(client),
    });
    const bad = proofs.filter(({ verdict }) => verdict === 'differs');
    if (bad.length === 0)
        return proofs;
    throw new not_applied/* NotApplied */.t({
        message: `the call was rolled back: ${bad.map(tellProof).join('; ')}`,
        hint: 'look for what changes rows on this target beside the call: a trigger, a rule. A loss that is meant needs a waiver',
        statement: (0,sql_failure/* firstLine */.TM)(call),
        proofs,
    });
}
async function send({ client, call, earlier }) {
    try {
        await client.query(call);
    }
    catch (error) {
        throw new not_applied/* NotApplied */.t({
            cause: error,
            statement: (0,sql_failure/* firstLine */.TM)(call),
            location: (0,locate/* locate */.x5)((0,sql_failure/* placeOf */.$t)(error), undefined, earlier),
        });
    }
}

// EXTERNAL MODULE: ./deploy/apply/retry.js
var retry = __webpack_require__(24239);
;// CONCATENATED MODULE: ./deploy/outside/counts-outside.js








/** By table: rows now. Nobody is kept from writing. */
async function countOutside({ client, tables }) {
    const counts = new Map();
    await client.query('begin isolation level repeatable read read only');
    try {
        for (const table of tables.filter(({ isJudged }) => isJudged)) {
            const successors = await (0,holders_now/* resolveSuccessors */.g)(client, table);
            const rows = await pinned(client, async () => {
                const now = await (0,holders_now/* findHoldersNow */.p)(client, table, successors);
                return sumRows(client, now.holders.map((holder) => ({ table: holder.table, columns: undefined })));
            });
            counts.set(table.table, rows.rows);
        }
        return counts;
    }
    finally {
        await client.query('rollback');
    }
}
/** More rows may be others' writes; fewer may be others' deletions, and may be a loss: that is said, and stops the run. */
async function requireNoFewer(request, statement, before) {
    const after = await countOutside(request);
    const proofs = request.tables.flatMap((table) => {
        const was = before.get(table.table);
        const is = after.get(table.table);
        if (was === undefined || is === undefined)
            return [];
        const isFewer = is < was;
        return [
            {
                table: table.table,
                mode: 'count',
                before: { rows: was },
                after: { rows: is },
                verdict: !isFewer ? 'equal' : isWaived(request.settings, table, 'lost') ? 'waived' : 'differs',
                differences: isFewer ? [`${(0,wording/* count */.U9)(was - is, 'row')} fewer, while others could write`] : [],
                passedOver: [],
                dropped: [],
            },
        ];
    });
    const bad = proofs.filter(({ verdict }) => verdict === 'differs');
    if (bad.length === 0)
        return proofs;
    throw new not_applied/* NotApplied */.t({
        message: `after ${(0,sql_failure/* firstLine */.TM)(statement.text)}: ${bad.map(({ table, differences }) => `${table} has ${differences.join()}`).join('; ')}`,
        hint: 'it committed as it went, and can not be rolled back: look at once whether rows are missing',
        statement: (0,sql_failure/* firstLine */.TM)(statement.text),
        location: { file: statement.file, line: statement.line },
        proofs,
    });
}
/** Rows that leave a table with their partition are lost to it, unless they are expected elsewhere: seen before it is done. */
async function requireNothingDetached(request, statement, { table, partition }) {
    const { client, settings } = request;
    const judged = await rootAmong(request, await (0,proven_table/* oidOf */._f)(client, table));
    if (!judged || isWaived(settings, judged, 'lost'))
        return;
    const own = await (0,proven_table/* oidOf */._f)(client, partition);
    for (const successor of judged.successors)
        if ((await (0,proven_table/* resolveTable */.NC)(client, successor)) === own)
            return;
    const { rows } = await client.query(`select pg_catalog.count(*) as rows from ${partition}`);
    const held = Number(rows[0]?.rows ?? 0);
    if (held === 0)
        return;
    throw new not_applied/* NotApplied */.t({
        message: `${(0,sql_failure/* firstLine */.TM)(statement.text)} would take ${(0,wording/* count */.U9)(held, 'row')} out of ${judged.table}`,
        hint: `name ${partition} as a successor of ${judged.table}, or waive no-row-lost for it, in partition-guard.yml`,
        statement: (0,sql_failure/* firstLine */.TM)(statement.text),
        location: { file: statement.file, line: statement.line },
        isUnsent: true,
    });
}
/** The judged table that a table is, or is a part of: a partition may be partitioned itself. */
async function rootAmong({ client, tables }, oid) {
    const { rows } = await client.query('select coalesce(pg_catalog.pg_partition_root($1::oid::regclass)::oid, $1::oid) as root', [oid]);
    return tables.find((t) => t.oid === rows[0]?.root);
}

// EXTERNAL MODULE: ./deploy/outside/lone-statement.js
var lone_statement = __webpack_require__(10200);
// EXTERNAL MODULE: ./deploy/outside/statement-ledger.js
var statement_ledger = __webpack_require__(75541);
;// CONCATENATED MODULE: ./deploy/outside/recovery-note.js



/** One paragraph; reads the ledger and the catalog. */
async function recoveryNote(keeper, migration, failed) {
    const rows = (await (0,statement_ledger/* readOpenRows */.qo)(keeper)).filter((row) => row.script === migration.script && row.ending === 'done');
    const lines = rows.map(({ line }) => line);
    const stays = lines.length === 0
        ? 'No statement before it had been run.'
        : `${(0,wording/* count */.U9)(lines.length, 'statement')} before it ${lines.length === 1 ? 'stays' : 'stay'} done: line ${lines.join(', ')}.`;
    return [
        stays,
        ...(await leftovers(keeper, failed)),
        `The history has a row that says ${migration.script} failed: delete from flyway_schema_history where not success; takes it out.`,
    ].join(' ');
}
async function leftovers(keeper, failed) {
    const what = await (0,lone_statement/* loneStatement */.Q)(failed);
    if (what.kind === 'create-index' || what.kind === 'again')
        return invalidIndexes(keeper);
    if (what.kind !== 'detach')
        return [];
    const { rowCount } = await keeper.query(`select from pg_catalog.pg_inherits i
      where i.inhrelid = pg_catalog.to_regclass($1) and i.inhdetachpending`, [what.partition]);
    return rowCount
        ? [
            `${what.partition} is neither in ${what.table} nor out of it: alter table ${what.table} detach partition ${what.partition} finalize.`,
        ]
        : [];
}
async function invalidIndexes(keeper) {
    const { rows } = await keeper.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as index
       from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not i.indisvalid and c.relkind = 'i' order by 1`);
    return rows.map(({ index }) => `The index ${index} is invalid, kept up by every write and used by no query: drop index concurrently ${index}.`);
}

// EXTERNAL MODULE: ./deploy/outside/resume.js
var resume = __webpack_require__(97115);
;// CONCATENATED MODULE: ./deploy/outside/apply-outside.js
/** Applies a file that can't run in a transaction: statement by statement, each written down before, and gone on from after a crash. */













/** @throws NotApplied, with a note on what is done and what is in doubt. */
async function applyOutside(request) {
    const { client, keeper, migration, deployment } = request;
    const startedMs = external_node_perf_hooks_.performance.now();
    const { done } = await (0,resume/* resumptionOf */.id)(keeper, migration, await (0,statement_ledger/* readOpenRows */.qo)(keeper));
    await (0,statement_ledger/* showWorking */.dJ)(client, deployment);
    const proofs = [];
    for (const [position, statement] of migration.statements.entries()) {
        if (done.has(position))
            continue;
        try {
            proofs.push(...(await runOne(request, statement, position)));
            await keepShowing(request, statement);
        }
        catch (error) {
            throw await asFailed(request, statement, error);
        }
    }
    const row = await finish(request, proofs, external_node_perf_hooks_.performance.now() - startedMs);
    // It is in the history: a connection that is lost now is told by what comes next.
    await client
        .query(PUT_BACK)
        .then(() => (0,statement_ledger/* stopWorking */.oh)(client, deployment))
        .catch(() => undefined);
    return { row, applied: appliedMigration(migration, proofs, external_node_perf_hooks_.performance.now() - startedMs) };
}
/** The next run waits for it, and would else take up what this one is still at. */
async function keepShowing({ client, deployment, onWarning }, { file, line }) {
    if (await (0,statement_ledger/* isShownWorking */.nx)(client, deployment))
        return;
    await (0,statement_ledger/* showWorking */.dJ)(client, deployment);
    onWarning(`${file}:${line} let go of every lock of its session, also of the one that shows this run at work: it was taken again`);
}
/** Kinds that can run in a transaction of their own and then do: with the proof inside. */
function wayOf(client, { kind, outsideTransaction }) {
    // A procedure, or a block, may commit on its way; and a file may have opened a transaction of its own.
    const isAlone = outsideTransaction ||
        ['CallStmt', 'DoStmt', 'TransactionStmt'].includes(kind) ||
        client.getTransactionStatus() !== 'I';
    return isAlone ? 'alone' : 'transaction';
}
async function runOne(request, statement, position) {
    const { client, keeper, deployment, migration, earlier, redact } = request;
    const begun = { deployment, migration, position, redact };
    const way = wayOf(client, statement);
    await (0,statement_ledger/* writeBegun */.$l)(keeper, begun, statement, way);
    if (way === 'alone') {
        const proofs = await runAlone(request, statement);
        await (0,statement_ledger/* writeEnding */.zE)(keeper, begun, 'done');
        return proofs;
    }
    return (0,retry/* withRetries */.LH)(request.patience, async () => {
        try {
            await client.query(beginning(request));
            const proofs = await runCall({ ...request, call: statement.text, earlier: [...earlier, migration] });
            await (0,statement_ledger/* writeEnding */.zE)(client, begun, 'done');
            await client.query('commit');
            return proofs;
        }
        catch (error) {
            await takeBack(client);
            throw error;
        }
    });
}
/** What can only read or rebuild changes no row. */
const KEEPS_ROWS = new Set([
    'IndexStmt',
    'DropStmt',
    'ReindexStmt',
    'VacuumStmt',
    'ClusterStmt',
]);
async function runAlone(request, statement) {
    const { client, migration, earlier } = request;
    const what = await (0,lone_statement/* loneStatement */.Q)(statement);
    if (what.kind === 'detach')
        await requireNothingDetached(request, statement, what);
    const isCounted = !KEEPS_ROWS.has(statement.kind) && what.kind !== 'detach' && client.getTransactionStatus() === 'I';
    const before = isCounted ? await countOutside(request) : undefined;
    try {
        // Those that say CONCURRENTLY wait for others and let others go on meanwhile: a limit would leave an invalid index.
        const waits = what.kind === 'create-index' ||
            what.kind === 'drop-index' ||
            what.kind === 'detach' ||
            statement.kind === 'ReindexStmt';
        await client.query(`set lock_timeout = ${waits ? 0 : request.lockTimeoutMs}; set statement_timeout = ${request.statementTimeoutMs}`);
        await client.query(statement.text);
    }
    catch (error) {
        throw new not_applied/* NotApplied */.t({
            cause: error,
            statement: (0,sql_failure/* firstLine */.TM)(statement.text),
            location: (0,locate/* locate */.x5)((0,sql_failure/* placeOf */.$t)(error), statement, [...earlier, migration]),
        });
    }
    return before ? requireNoFewer(request, statement, before) : [];
}
/** The row of the history, and the ledger's end, in one transaction. */
async function finish(request, proofs, executionMs) {
    const { client } = request;
    try {
        await client.query(`${PUT_BACK}; ${beginning(request)}`);
        const row = await writeRow(request, client, { executionMs, success: true });
        await (0,statement_ledger/* closeFile */.D3)(client, request.migration.script);
        await request.onRecorded(client, proofs, row);
        await client.query('commit');
        return row;
    }
    catch (error) {
        await takeBack(client);
        throw error;
    }
}
async function writeRow({ migration, historyTable, history }, client, how) {
    await client.query(`lock table ${historyTable} in share row exclusive mode`);
    return (0,write_history/* addRow */.uY)(client, historyTable, history, {
        version: migration.kind === 'versioned' ? migration.version : null,
        description: migration.description,
        type: migration.kind === 'versioned' && migration.isBaseline ? 'SQL_BASELINE' : 'SQL',
        script: migration.script,
        checksum: migration.checksum,
        ...how,
    });
}
/**
 * As Flyway leaves it (DbMigrate.applyMigrations): a row that says it failed, and nothing more is applied until it is
 * repaired. Where the server or the connection is gone nobody can write one: the ledger tells the next run.
 */
async function asFailed(request, statement, error) {
    const { keeper, migration, deployment, client } = request;
    const failure = (0,not_applied/* failureOf */.g)(error);
    const details = error instanceof not_applied/* NotApplied */.t ? error.details : { cause: error, statement: (0,sql_failure/* firstLine */.TM)(statement.text) };
    const isGone = failure.sqlstate !== undefined &&
        [sql_failure/* CONNECTION_FAILURE */._I, '57P01', '57P02', '57P03'].includes(failure.sqlstate);
    if (isGone) {
        return new not_applied/* NotApplied */.t({
            ...details,
            recovery: `apply again: it goes on after the statements that are done, and says what is in doubt`,
        });
    }
    await takeBack(client);
    if (await nothingStays(request, details)) {
        await (0,statement_ledger/* closeFile */.D3)(keeper, migration.script);
        await (0,statement_ledger/* stopWorking */.oh)(client, deployment);
        return new not_applied/* NotApplied */.t(details);
    }
    const recovery = await recoveryNote(keeper, migration, statement);
    await (0,statement_ledger/* stopWorking */.oh)(client, deployment);
    try {
        await keeper.query(beginning(request));
        await writeRow(request, keeper, { executionMs: 0, success: false });
        await (0,statement_ledger/* closeFile */.D3)(keeper, migration.script);
        await keeper.query('commit');
    }
    catch {
        await keeper.query('rollback');
    }
    return new not_applied/* NotApplied */.t({ ...details, recovery });
}
/** Nothing of the file was done before, and what failed took itself back: then it is as if it had not been begun. */
async function nothingStays({ keeper, migration }, { isUnsent = false }) {
    const own = (await (0,statement_ledger/* readOpenRows */.qo)(keeper)).filter(({ script }) => script === migration.script);
    return own.every(({ ending, way }) => ending === null && (way === 'transaction' || isUnsent));
}

;// CONCATENATED MODULE: ./deploy/apply/window-shut.js
/** Nothing of the next step was begun. */
class WindowShut extends Error {
    refusal;
    constructor(refusal) {
        super(refusal.message);
        this.name = 'WindowShut';
        this.refusal = refusal;
    }
}
/**
 * Before each step, and before each further try of it.
 * @param step a file's name, or a call.
 * @throws WindowShut
 */
function requireOpen({ request }, { applied }, step) {
    const shut = request.windowNow?.();
    if (shut === undefined)
        return;
    const stays = applied.length === 0
        ? 'nothing was applied before it shut'
        : `${applied.map(({ script }) => script).join(', ')} ${applied.length === 1 ? 'was applied and stays' : 'were applied and stay'}`;
    throw new WindowShut({ ...shut, message: `${shut.message}; ${stays}, ${step} was not begun` });
}

// EXTERNAL MODULE: ./deploy/proof/tables-to-prove.js + 1 modules
var tables_to_prove = __webpack_require__(83155);
;// CONCATENATED MODULE: ./deploy/apply/step-requests.js


async function fileRequest(run, { migration, earlier, rows }) {
    return {
        ...common(run),
        migration,
        earlier,
        tables: await tablesOf(run, migration),
        historyTable: (0,history_table/* historyTable */.f1)(run.made.decision.history?.schema ?? ''),
        history: rows,
    };
}
async function callRequest(run, call, earlier) {
    return { ...common(run), call, earlier, tables: await tablesOf(run) };
}
function common({ target, request: { settings } }) {
    const { verify, lockTimeoutMs, statementTimeoutMs } = settings;
    return { client: target.client, settings, mode: verify, lockTimeoutMs, statementTimeoutMs };
}
const patienceOf = ({ request, made }, step) => ({
    retries: request.settings.retries,
    jitterSeed: `${made.plan.digest}:${request.startedAt.getTime()}:${step}`,
    onRetry: request.onProgress,
});
const tablesOf = ({ target, request }, migration) => (0,tables_to_prove/* tablesToProve */.T)(target.client, { settings: request.settings, mode: request.settings.verify, migration });

;// CONCATENATED MODULE: ./deploy/apply/apply-pending.js










/** @throws what stopped it; `course` has what was done until then. */
async function applyPending(run, course) {
    const { request, made } = run;
    const { plan, decision } = made;
    await tellUnprovable(run, course);
    let rows = await beginHistory(run);
    const isPending = new Set(decision.pending);
    const earlier = request.migrations.filter((migration) => !isPending.has(migration));
    for (const migration of decision.pending) {
        request.onProgress(`applying ${migration.file}`);
        const done = await applyOne(run, { migration, earlier, rows }, course);
        rows = [...rows, done.row];
        earlier.push(migration);
        course.applied.push(done.applied);
    }
    for (const call of plan.calls) {
        request.onProgress(`calling ${call}`);
        const proofs = await (0,retry/* withRetries */.LH)(patienceOf(run, call), async () => {
            requireOpen(run, course, call);
            return applyCall(await callRequest(run, call, earlier));
        });
        course.callProofs.push(...proofs);
    }
}
/** A function with its owner's rights could reach them all the same. */
async function tellUnprovable({ target }, course) {
    const tables = await (0,proven_table/* readUnprovable */.JA)(target.client);
    if (tables.length === 0)
        return;
    course.warnings.push(`the rows of ${tables.join(', ')} are not proven: this role may not lock and read them, nor change them by itself`);
}
/** The table, and its first row where there is to be a baseline, in a transaction of their own: as Flyway does. */
async function beginHistory(run) {
    const { target, request } = run;
    return (0,retry/* withRetries */.LH)(patienceOf(run, 'history'), async () => {
        try {
            await target.client.query(beginning(request.settings));
            const rows = await historyBegun(run);
            await target.client.query('commit');
            return rows;
        }
        catch (error) {
            await target.client.query('rollback');
            throw error;
        }
    });
}
/** In an open transaction. @returns the history's rows. */
async function historyBegun({ target, made }) {
    const { history, baseline } = made.decision;
    if (!history)
        throw new Error('there is no schema for a history, and nothing was refused');
    if (history.rows && baseline === undefined)
        return history.rows;
    return (0,write_history/* createHistory */.nS)(target.client, history.schema, baseline, history.rows !== undefined);
}
async function applyOne(run, file, course) {
    const { audit, keeper, target } = run;
    const { redact } = run.request;
    const { migration } = file;
    const record = async (client, proofs, row) => {
        if (audit)
            await recordApplied(client, { deployment: audit.id, migration, proofs, row, redact });
    };
    const patience = patienceOf(run, migration.script);
    if (migration.transaction === 'none' && audit) {
        // Once begun it is brought to its end: half of it would be worse than a minute past the window.
        requireOpen(run, course, migration.script);
        return applyOutside({
            ...(await fileRequest(run, file)),
            keeper,
            deployment: audit.id,
            patience,
            redact,
            onWarning: (text) => void course.warnings.push(text),
            onRecorded: record,
        });
    }
    return (0,retry/* withRetries */.LH)(patience, async () => {
        requireOpen(run, course, migration.script);
        return applyFile({
            ...(await fileRequest(run, file)),
            beforeCommit: (proofs, row) => record(target.client, proofs, row),
        });
    });
}
/** In the migration's own transaction: it is written where the migration is, and nowhere else. */
async function recordApplied(client, { deployment, migration, proofs, row, redact }) {
    await (0,trail_intact/* requireIntactTrail */.F)(client);
    await client.query(`insert into partition_guard.applied_migration (deployment, installed_rank, script, checksum, proofs)
     values ($1, $2, $3, $4, $5)`, [deployment, row.rank, migration.script, migration.checksum, JSON.stringify((0,redaction/* redactJson */.Kp)(proofs, redact))]);
}

// EXTERNAL MODULE: ./deploy/apply/flyway-lock.js
var flyway_lock = __webpack_require__(61053);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./postgres/catalog-layout.js
var catalog_layout = __webpack_require__(69708);
;// CONCATENATED MODULE: ./deploy/apply/look-again.js
/** Looks at the target once more after the work: its layouts, and what became of a commit that was never answered. */



/** As they are now; none where nobody answers any more. */
async function layoutsNow({ client, withSession }) {
    return readNow(client).catch(() => withSession(readNow).catch(() => []));
}
/** In a transaction of its own: bounds are printed in the session's zone. */
async function readNow(client) {
    await client.query("begin read only; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'");
    try {
        return (await (0,catalog_layout/* readLayouts */.QB)(client)).judged.map(({ layout }) => layout);
    }
    finally {
        await client.query('rollback');
    }
}
/** @throws the error itself where it is a fault of this program. */
async function failureOnTarget(run, error) {
    const failure = (0,not_applied/* failureOf */.g)(error);
    if (!(error instanceof not_applied/* NotApplied */.t) || error.details.atCommit !== true || !isLost(failure))
        return failure;
    const { location, xid, statement } = error.details;
    const ended = await howItEnded(run, xid);
    const what = location?.file ?? `the call ${statement}`;
    return {
        ...failure,
        hint: location
            ? 'apply again: it goes on with what the history does not have'
            : 'look at the partitions, then apply again: the call is made again',
        recovery: `The connection was lost while it committed, and ${WORDS[ended](what)}.`,
    };
}
/** Any other error is the server's answer: it did not commit (PostgreSQL manual, appendix A, classes 08 and 57). */
const isLost = ({ sqlstate }) => /^(?:08|57P)/.test(sqlstate ?? '');
const WORDS = {
    committed: (what) => `was looked for again: ${what} is applied, whole`,
    aborted: (what) => `was looked for again: ${what} is not applied, and left nothing`,
    unknown: (what) => `the target does not tell whether ${what} is applied`,
};
const TRIES = 20;
const POLL_MS = 250;
/** The server knows its transactions; one may still be at its commit, waiting for a replica. Without a number nothing was written. */
async function howItEnded({ target }, xid) {
    if (xid === undefined)
        return 'aborted';
    try {
        return await target.withSession(async (session) => {
            for (let tries = 0; tries < TRIES; tries++) {
                const { rows } = await session.query('select pg_catalog.pg_xact_status($1::text::pg_catalog.xid8) as status', [xid]);
                const status = rows[0]?.status;
                if (status === 'committed' || status === 'aborted')
                    return status;
                await (0,promises_.setTimeout)(POLL_MS);
            }
            return 'unknown';
        });
    }
    catch {
        return 'unknown';
    }
}

// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./deploy/apply/moved-sequences.js

async function readSequences(client) {
    const { rows } = await client.query(`select pg_catalog.format('%I.%I', s.schemaname, s.sequencename) as name, s.last_value::text as value
       from pg_catalog.pg_sequences s order by 1`);
    return new Map(rows.map(({ name, value }) => [name, value]));
}
const moved_sequences_SHOWN = 5;
/** One line; undefined where all of them stand where they stood. */
function movedSequences(before, after) {
    const moved = [...after].filter(([name, value]) => before.has(name) && before.get(name) !== value);
    if (moved.length === 0)
        return undefined;
    const names = moved.map(([name, value]) => `${name} (${before.get(name) ?? 'unused'} → ${value ?? 'unused'})`);
    const went = names.length === 1 ? 'the sequence went on, and stays' : 'sequences went on, and stay';
    return `${went} where the rehearsal, or another session, has left ${names.length === 1 ? 'it' : 'them'}, since nextval and setval are not rolled back: ${(0,words/* listedUpTo */.MH)(names, moved_sequences_SHOWN)}`;
}

;// CONCATENATED MODULE: ./deploy/apply/rehearse.js
/** A dry run: everything that can be is done in one transaction, proven, and rolled back; nothing of it is left but what sequences have given out. */









/** @returns the layouts as they would be. @throws what stopped it; `course` has what went well until then. */
async function rehearsePending(run, course) {
    const { client } = run.target;
    const before = await readSequences(client);
    try {
        return await rehearseAll(run, course);
    }
    finally {
        // A connection that is gone is told by what was thrown.
        const moved = movedSequences(before, await readSequences(client).catch(() => before));
        if (moved !== undefined)
            course.warnings.push(moved);
    }
}
const rehearseAll = (run, course) => (0,retry/* withRetries */.LH)(patienceOf(run, 'rehearsal'), async () => {
    course.applied.length = 0;
    course.callProofs.length = 0;
    course.warnings.length = 0;
    const { client } = run.target;
    await tellUnprovable(run, course);
    try {
        await client.query(beginning(run.request.settings));
        return await playAll(run, course);
    }
    finally {
        await takeBack(client);
    }
});
async function playAll(run, course) {
    const { request, made, target } = run;
    const { client } = target;
    let rows = await historyBegun(run);
    const isPending = new Set(made.decision.pending);
    const earlier = request.migrations.filter((migration) => !isPending.has(migration));
    for (const migration of made.decision.pending) {
        if (migration.transaction !== 'one') {
            course.warnings.push(`${migration.file} can't be rehearsed: it runs outside of a transaction, and what it did would stay`);
            continue;
        }
        request.onProgress(`rehearsing ${migration.file}`);
        const startedMs = external_node_perf_hooks_.performance.now();
        const before = await readPinnable(client);
        const { proofs, row } = await runFile(await fileRequest(run, { migration, earlier, rows }));
        await unpin(client, before);
        await client.query(PUT_BACK);
        rows = [...rows, row];
        earlier.push(migration);
        course.applied.push(appliedMigration(migration, proofs, external_node_perf_hooks_.performance.now() - startedMs));
    }
    for (const call of made.plan.calls) {
        request.onProgress(`rehearsing ${call}`);
        course.callProofs.push(...(await runCall(await callRequest(run, call, earlier))));
    }
    return pinned(client, async () => (await (0,catalog_layout/* readLayouts */.QB)(client)).judged.map(({ layout }) => layout));
}

;// CONCATENATED MODULE: ./deploy/apply/apply-deployment.js
/** Applies what is pending on a target, under the lock, by the plan, each step proven and written down. */










/** @throws what is a fault of this program. */
async function applyDeployment(target, request) {
    const startedMs = external_node_perf_hooks_.performance.now();
    // The lock and the audit trail have a session that no migration ever runs in: none can let go of it.
    return target.withSession(async (keeper) => {
        await calm(keeper);
        const schema = await (0,history_table/* currentSchema */.r9)(keeper);
        if (schema !== undefined) {
            await (0,flyway_lock/* acquireFlywayLock */.EN)(keeper, (0,history_table/* historyTable */.f1)(schema), { onWait: request.onProgress });
        }
        await (0,resume/* waitForLeftBackends */.VB)(keeper, request.onProgress);
        const { plan, decision } = await request.makePlan();
        const finished = async (rest) => ({
            environment: request.settings.environment,
            plan,
            applied: [],
            callProofs: [],
            refusals: [],
            warnings: [],
            layoutsAfter: rest.outcome === 'refused' && (rest.applied ?? []).length === 0
                ? plan.layouts
                : await layoutsNow(target),
            startedAt: request.startedAt,
            durationMs: external_node_perf_hooks_.performance.now() - startedMs,
            ...rest,
        });
        const entry = entryOf(request, plan);
        const refusals = [
            ...(await (0,resume/* unfinishedRefusals */.p2)(keeper, decision.pending)),
            ...(await refusalsOf(request, { plan, decision })),
        ];
        if (refusals.length > 0) {
            await (0,audit_trail/* auditRefusal */.sR)(keeper, entry, {
                refusals: refusals.map(({ gate, message }) => ({ gate, message })),
            });
            return finished({ outcome: 'refused', refusals });
        }
        if (request.settings.dryRun)
            return rehearse(target, request, { plan, decision }, finished);
        await request.onStart?.(plan);
        const audit = await (0,audit_trail/* beginAudit */.zB)(keeper, entry);
        return runAudited({ target, request, made: { plan, decision }, keeper, audit }, finished);
    });
}
async function runAudited(run, finished) {
    const { plan } = run.made;
    const course = { applied: [], callProofs: [], warnings: interruptions(run.audit) };
    const stopped = await applyPending(run, course)
        .then(() => ({}), async (error) => error instanceof WindowShut
        ? { refusals: [error.refusal] }
        : { failure: await failureOnTarget(run, error) })
        .catch(async (fault) => {
        const message = fault instanceof Error ? fault.message : String(fault);
        await finishAudit(run, course, {
            outcome: 'failed',
            failure: { message, hint: 'a fault of the program' },
        });
        throw fault;
    });
    const isIdle = plan.pending.length === 0 && plan.calls.length === 0;
    const outcome = stopped.refusals
        ? 'refused'
        : stopped.failure
            ? 'failed'
            : isIdle
                ? 'nothing-to-do'
                : 'applied';
    await finishAudit(run, course, { outcome, ...stopped });
    return finished({ outcome, ...course, ...stopped });
}
/** The session of the trail may have gone down with the server; what became of the run is told all the same. */
async function finishAudit({ audit, target, request: { redact } }, course, { outcome, ...stopped }) {
    const detail = { ...detailOf(course), ...stopped };
    try {
        await audit.finish(outcome, detail);
    }
    catch {
        await target
            .withSession((session) => (0,audit_trail/* writeEnding */.zE)(session, { id: audit.id, outcome, detail, redact }))
            .catch(() => {
            course.warnings.push(`the audit trail could not be told how run ${audit.id} ended: the next run will call it interrupted`);
        });
    }
}
async function rehearse(target, request, made, finished) {
    const course = { applied: [], callProofs: [], warnings: [] };
    try {
        const layoutsAfter = await rehearsePending({ target, request, made, keeper: target.client }, course);
        return await finished({ outcome: 'rehearsed', ...course, layoutsAfter });
    }
    catch (error) {
        return finished({ outcome: 'failed', ...course, failure: (0,not_applied/* failureOf */.g)(error) });
    }
}
/** A role may have limits for its sessions that would end this one while it only waits. */
async function calm(keeper) {
    await keeper.query('set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await keeper.query(`select pg_catalog.set_config(s.name, '0', false) from pg_catalog.pg_settings s
      where s.name in ('idle_session_timeout', 'transaction_timeout')`);
}
const entryOf = ({ settings, env, redact }, plan) => ({
    command: 'apply',
    environment: settings.environment,
    release: plan.release,
    planDigest: plan.digest,
    reason: (0,audit_trail/* overridesOf */.FB)(settings),
    redact,
    ...(0,audit_trail/* auditedRunner */.J3)(env),
});
async function refusalsOf(request, made) {
    const { settings } = request;
    const { plan } = made;
    const drifted = settings.plan === undefined || settings.plan === plan.digest
        ? []
        : [
            {
                gate: 'plan',
                message: `the plan that was approved is ${settings.plan}, and what would be done now is ${plan.digest}`,
                hint: 'the migrations or the target have changed since: plan again, read what is different, and approve that',
            },
        ];
    const blocked = plan.blockers
        .filter(({ weight }) => weight === 'refuse')
        .map(({ message, hint }) => ({ gate: 'blocker', message, hint }));
    return [...plan.refusals, ...drifted, ...blocked, ...(await request.standingRefusals(made))];
}
const interruptions = ({ interrupted }) => interrupted.length === 0
    ? []
    : [
        `run ${interrupted.join(', ')} of this target never came to its end: it is marked as interrupted in the audit trail`,
    ];
const detailOf = ({ applied, callProofs, warnings }) => ({
    applied: applied.map(({ script, durationMs }) => ({ script, durationMs: Math.round(durationMs) })),
    callProofs,
    warnings,
});

// EXTERNAL MODULE: ./deploy/audit/audited-deployments.js
var audited_deployments = __webpack_require__(52217);
// EXTERNAL MODULE: ./deploy/gates/previous-target.js
var previous_target = __webpack_require__(30916);
// EXTERNAL MODULE: ./deploy/gates/window.js
var gates_window = __webpack_require__(28169);
// EXTERNAL MODULE: ./deploy/gates/standing-refusals.js + 3 modules
var standing_refusals = __webpack_require__(54727);
// EXTERNAL MODULE: ./deploy/plan/plan-deployment.js + 22 modules
var plan_deployment = __webpack_require__(39584);
// EXTERNAL MODULE: ./deploy/target-migrations.js
var target_migrations = __webpack_require__(20983);
// EXTERNAL MODULE: ./deploy/target.js + 14 modules
var target = __webpack_require__(14705);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./report/deployment/json.js
var json = __webpack_require__(68709);
// EXTERNAL MODULE: ./report/deployment/result-markdown.js
var result_markdown = __webpack_require__(31998);
// EXTERNAL MODULE: ./report/deployment/result-terminal.js
var result_terminal = __webpack_require__(17707);
// EXTERNAL MODULE: ./report-files.js
var report_files = __webpack_require__(25402);
// EXTERNAL MODULE: ./settings/configuration-digest.js
var configuration_digest = __webpack_require__(55167);
// EXTERNAL MODULE: ./validated-run.js
var validated_run = __webpack_require__(50570);
;// CONCATENATED MODULE: ./apply-command.js
/** `apply` from settings to a result with its reports written: what the command line and the action share. */
















/** @throws RefusedError where the target can't be talked to as it is named. */
async function runApply(command) {
    const { settings, env, redact, onSecret, output, terminal } = command;
    const { environment, cwd, reports } = settings;
    if (environment === undefined) {
        throw new operator_error/* OperatorError */.n('apply needs the name of the environment', {
            code: 'environment-missing',
            hint: 'Give it with --environment, such as DEV, STAGING or PROD.',
        });
    }
    await (0,report_files/* requireWritable */.ik)(cwd, reports);
    const validated = await (0,validated_run/* validatedRun */.k)(settings);
    const warnings = [];
    const onWarning = (text) => {
        warnings.push(text);
        command.onWarning(redact(text));
    };
    const applied = await (0,target/* withTarget */.y)({ url: settings.target, env, onWarning, onSecret }, (target) => applyOn(target, { ...command, onWarning, settings: { ...settings, environment } }, validated));
    // What the gates and the connection warned of belongs to the result as well.
    const result = (0,redaction/* redactResult */.rd)({ ...applied, warnings: [...warnings, ...applied.warnings] }, redact);
    output.write((0,result_terminal/* renderDeployment */._)(result, terminal));
    await (0,report_files/* writeTexts */.qm)(cwd, reports, {
        json: () => (0,json/* renderDeploymentJson */.ID)(result),
        markdown: () => (0,result_markdown/* renderDeploymentMarkdown */.ns)(result),
    });
    return result;
}
async function applyOn(target, command, validated) {
    const { settings, env, startedAt, github, onStart, onWarning, onSecret, redact } = command;
    const { database, user } = target.facts;
    const migrations = await (0,target_migrations/* readTargetMigrations */.p)(target.client, { settings, database, user, startedAt });
    const previousAudit = (0,previous_target/* previousDeployments */.a)({ env, onWarning, onSecret });
    const audit = (0,audited_deployments/* auditedDeployments */.P)(target.client);
    const beganMs = performance.now();
    const now = () => (0,gates_window/* later */.NU)(settings.now, performance.now() - beganMs);
    return applyDeployment(target, {
        settings,
        env,
        migrations,
        startedAt,
        makePlan: () => (0,plan_deployment/* planDeployment */.H)(target, { settings, env, migrations, ...(validated ? { validated } : {}) }),
        standingRefusals: async ({ plan: { release }, decision: { pending } }) => (0,standing_refusals/* standingRefusals */.G)({
            seenAs: await audit.environments(),
            settings: { ...settings, now: now() },
            release,
            rules: (0,configuration_digest/* configurationDigest */.L)(settings),
            migrations,
            pending,
            github,
            report: validated,
            audit,
            previousAudit,
            onWarning,
        }),
        windowNow: () => (0,gates_window/* windowGate */.u3)(settings.maintenanceWindow, now()),
        onStart,
        onProgress: (text) => command.onProgress(redact(text)),
        redact,
    });
}
const STATUS = {
    applied: operator_error/* EXIT */.d.pass,
    'nothing-to-do': operator_error/* EXIT */.d.pass,
    rehearsed: operator_error/* EXIT */.d.pass,
    failed: operator_error/* EXIT */.d.fail,
    refused: operator_error/* EXIT */.d.refused,
};
const applyStatus = ({ outcome }) => STATUS[outcome];


/***/ }),

/***/ 60160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ locateAll),
/* harmony export */   aP: () => (/* binding */ locateDefinition),
/* harmony export */   mh: () => (/* binding */ lineAt),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
/* unused harmony export locateFunctionLine */
/* harmony import */ var _plpgsql_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75837);

/** @param statement what was sent; undefined where it is no migration's, such as the configured call. */
function locate(failure, statement, migrations) {
    return locateAll(failure, statement, migrations)[0];
}
/**
 * Every place that is known, the innermost first; where functions were called, the last is where the migrations' own
 * statement called them.
 */
function locateAll(failure, statement, migrations) {
    if (statement && failure.position !== undefined)
        return [atPosition(statement, Number(failure.position))];
    const frames = (0,_plpgsql_context_js__WEBPACK_IMPORTED_MODULE_0__/* .parseContext */ .D)(failure.context ?? '');
    const outermostBlock = frames.findLastIndex((frame) => frame.routine === undefined);
    const known = definitions(migrations, statement);
    const isBlock = statement?.routine !== undefined && statement.routine.name === undefined;
    const places = [];
    for (const [index, frame] of frames.entries()) {
        const body = frame.routine
            ? findRoutine(known, frame.routine)
            : index === outermostBlock && statement && isRoutine(statement)
                ? statement
                : undefined;
        const place = body && inBody(body, frame, index === 0 ? failure : {});
        if (place)
            places.push(place);
    }
    if (!statement || (isBlock && outermostBlock >= 0 && places.length > 0))
        return places;
    return [...places, { file: statement.file, line: statement.line }];
}
/** The line that stands at a place, trimmed; of a statement that begins there its first line. */
function lineAt(migrations, { file, line }) {
    const migration = migrations.findLast((m) => m.file === file);
    const begins = migration?.statements.find((statement) => statement.line === line);
    const lines = begins ? begins.text.split('\n') : (migration?.text.split('\n').slice(line - 1) ?? []);
    const [first = '', second = ''] = lines.map((text) => text.trim());
    // What opens a bracket at its end says nothing without the next.
    return first.endsWith('(') ? first + second : first || undefined;
}
/** The last definition of a function or procedure: the line that its CREATE begins on. */
function locateDefinition(migrations, name, schema) {
    const found = findRoutine(definitions(migrations, undefined), { name, ...(schema ? { schema } : {}) });
    return found && { file: found.file, line: found.line };
}
/** The file's line of a line of a function's body, as PL/pgSQL counts it. */
function locateFunctionLine(migrations, name, lineInBody) {
    const found = findRoutine(definitions(migrations, undefined), { name });
    return found && inBody(found, { line: lineInBody }, {});
}
const isRoutine = (statement) => statement.routine !== undefined;
/** The routines that exist when the statement runs, newest first. */
function definitions(migrations, until) {
    const found = [];
    for (const { statements } of migrations) {
        for (const statement of statements) {
            if (isRoutine(statement) && statement.routine.name)
                found.unshift(statement);
            if (statement === until)
                return found;
        }
    }
    return found;
}
/** The one with the same argument types; else with as many; else of the same name. */
function findRoutine(routines, called) {
    const sameName = routines.filter(({ routine: { name } }) => {
        if (name?.name !== called.name)
            return false;
        return name.schema === undefined || called.schema === undefined || name.schema === called.schema;
    });
    const wanted = called.argumentTypes;
    if (!wanted)
        return sameName[0];
    const sameCount = sameName.filter(({ routine }) => routine.argumentTypes.length === wanted.length);
    const sameTypes = sameCount.find(({ routine }) => routine.argumentTypes.every((type, i) => bareType(type) === bareType(wanted[i] ?? '')));
    return sameTypes ?? sameCount[0] ?? sameName[0];
}
const bareType = (type) => type.replace(/^.*\.(?=[^.]*$)/, '').replaceAll('"', '');
function inBody(body, frame, failure) {
    const inSql = frame.statement === undefined ? undefined : body.routine.sqlStatements?.[frame.statement - 1];
    if (inSql !== undefined)
        return lineOfText(body, inSql);
    if (frame.line === undefined)
        return { file: body.file, line: body.line };
    const position = Number(failure.internalPosition ?? 0);
    const within = frame.at === 'SQL statement' && failure.internalQuery !== undefined && position > 0
        ? newlinesBefore(failure.internalQuery, position)
        : 0;
    return lineOfText(body, body.routine.bodyStartsAfterLines + frame.line - 1 + within);
}
/** @param after lines after the text's first; undefined where the text has no such line. */
function lineOfText(statement, after) {
    if (after >= statement.text.split('\n').length)
        return undefined;
    return { file: statement.file, line: statement.lines?.[after] ?? statement.line + after };
}
const atPosition = (statement, position) => lineOfText(statement, newlinesBefore(statement.text, position)) ?? {
    file: statement.file,
    line: statement.line,
};
/** Newlines among the characters before a position counted from 1. */
function newlinesBefore(text, position) {
    let at = 1;
    let count = 0;
    for (const character of text) {
        if (at++ >= position)
            break;
        if (character === '\n')
            count++;
    }
    return count;
}


/***/ }),

/***/ 75837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseContext)
/* harmony export */ });
/** The frames of an error's context, as PL/pgSQL and SQL functions write them: innermost first. */
const RUNNING = /^PL\/pgSQL function (.+) line (\d+) at (.+)$/;
const ENTERING = /^PL\/pgSQL function (.+) (?:during|while) .+$/;
const COMPILING = /^compilation of PL\/pgSQL function "(.+)" near line (\d+)$/;
const SQL_FUNCTION = /^SQL function "(.+)" (?:statement (\d+)|during (?:startup|inlining))$/;
const parseContext = (context) => context.split('\n').flatMap(frameOf);
function frameOf(text) {
    const running = RUNNING.exec(text);
    if (running)
        return [{ ...routine(running[1]), line: Number(running[2]), at: running[3] ?? '' }];
    const compiling = COMPILING.exec(text);
    if (compiling)
        return [{ ...routine(compiling[1]), line: Number(compiling[2]) }];
    const sql = SQL_FUNCTION.exec(text);
    if (sql)
        return [{ ...routine(sql[1]), ...(sql[2] === undefined ? {} : { statement: Number(sql[2]) }) }];
    const entering = ENTERING.exec(text);
    return entering ? [routine(entering[1])] : [];
}
function routine(signature = '') {
    if (signature === 'inline_code_block')
        return {};
    const [schema, name] = qualifiedName(signature);
    const args = /\((.*)\)$/.exec(signature.slice(nameLength(signature)))?.[1];
    return {
        routine: {
            name,
            ...(schema === undefined ? {} : { schema }),
            ...(args === undefined ? {} : { argumentTypes: args === '' ? [] : args.split(',') }),
        },
    };
}
const NAME = /^(?:"(?:[^"]|"")*"|[^".(]+)(?:\.(?:"(?:[^"]|"")*"|[^".(]+))?/;
const nameLength = (signature) => NAME.exec(signature)?.[0].length ?? 0;
function qualifiedName(signature) {
    const parts = (NAME.exec(signature)?.[0] ?? signature).match(/"(?:[^"]|"")*"|[^".]+/g) ?? [signature];
    const [name = signature, schema] = parts.map(unquoted).reverse();
    return [schema, name];
}
const unquoted = (part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;


/***/ }),

/***/ 31998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sx: () => (/* binding */ renderDeploymentSummary),
/* harmony export */   ns: () => (/* binding */ renderDeploymentMarkdown)
/* harmony export */ });
/* unused harmony export renderDeploymentComment */
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81238);
/* harmony import */ var _job_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40233);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4416);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72855);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72331);
/* harmony import */ var _layout_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70641);
/* harmony import */ var _plan_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77460);
/* harmony import */ var _result_terminal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17707);
/* harmony import */ var _result_verdict_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50870);
/* harmony import */ var _voice_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92397);










/** All of it, whatever its length: for a file. */
const renderDeploymentMarkdown = (result) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_4__/* .assemble */ .f)(deploymentReport(result, {}), { most: Infinity, measure: (text) => text.length, elsewhere: '' });
/** Within the size at which GitHub drops a step's summary. */
const renderDeploymentSummary = (result, options = {}) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_4__/* .assemble */ .f)(deploymentReport(result, options), {
    most: _job_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .SUMMARY_LIMIT */ .J,
    measure: _plan_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .utf8Length */ .wI,
    elsewhere: 'All of it is in the report files, where any were asked for: `json`, `markdown`.',
});
/** Within GitHub's 65,536 characters. */
const renderDeploymentComment = (result, options) => assemble(deploymentReport(result, options), {
    most: COMMENT_LIMIT,
    measure: (text) => text.length,
    elsewhere: 'All of it is in the summary of the workflow run and in the report files.',
});
function deploymentReport(result, options) {
    const { marker, links } = options;
    const heading = `### ${_result_verdict_js__WEBPACK_IMPORTED_MODULE_8__/* .OUTCOME_MARKS */ .Uq[result.outcome]} ${(0,_result_verdict_js__WEBPACK_IMPORTED_MODULE_8__/* .resultHeadline */ .S0)(result, _voice_js__WEBPACK_IMPORTED_MODULE_9__/* .MARKDOWN_VOICE */ .FS)}`;
    const plan = (0,_plan_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .planReport */ .sH)(result.plan, links ? { links } : {});
    return {
        head: marker === undefined ? heading : `${marker}\n${heading}`,
        open: [
            lead(result, links),
            refusals(result),
            proofs('What the rows would have become', result.failure?.proofs ?? [], _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.finding),
            warnings(result),
        ],
        folds: [...appliedFold(result), ...layoutsFold(result), ...plan.folds, digestsFold(result)],
    };
}
function lead(result, links) {
    const { failure } = result;
    const sentences = [
        ...(0,_result_verdict_js__WEBPACK_IMPORTED_MODULE_8__/* .resultMeaning */ .$g)(result, _voice_js__WEBPACK_IMPORTED_MODULE_9__/* .MARKDOWN_VOICE */ .FS),
        ...(failure?.location ? [`See ${(0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .fullPlace */ .Z)(failure.location, links)}.`] : []),
        ...(failure?.recovery === undefined ? [] : [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_9__/* .sentence */ .em)(failure.recovery))]),
        ...(failure ? [`**What to do:** ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_9__/* .sentence */ .em)(failure.hint))}`] : []),
    ];
    return {
        name: 'the meaning',
        items: sentences.length > 0 ? [{ text: sentences.join(' '), need: _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.lead }] : [],
    };
}
const refusals = (result) => ({
    name: 'refusal',
    head: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHead */ .PP)(['', 'gate', 'why', 'what to do']),
    items: result.refusals.map(({ gate, message, hint }) => ({
        need: _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.finding,
        text: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableRow */ .jD)(['⛔', (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(gate, 60), (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_9__/* .sentence */ .em)(message)), (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_9__/* .sentence */ .em)(hint))]),
    })),
});
const warnings = (result) => ({
    name: 'warning',
    items: result.warnings.map((warning) => ({
        need: _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.scenario,
        text: `- ⚠️ ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_voice_js__WEBPACK_IMPORTED_MODULE_9__/* .sentence */ .em)(warning))}`,
    })),
});
const proofs = (title, all, need) => ({
    name: 'proof',
    head: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHead */ .PP)([title, 'rows', 'differences']),
    items: all.map((proof) => proofItem(proof, need)),
});
const MOST_DIFFERENCES = 20;
function proofItem(proof, need) {
    const { differences } = proof;
    const shown = differences.slice(0, MOST_DIFFERENCES).map((line) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(line, 300));
    const more = differences.length - shown.length;
    return {
        need,
        text: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableRow */ .jD)([
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(proof.table, 160),
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_result_terminal_js__WEBPACK_IMPORTED_MODULE_7__/* .proofWords */ .G)(proof)),
            [...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('<br>'),
        ]),
    };
}
function appliedFold({ applied, callProofs, plan }) {
    if (applied.length === 0 && callProofs.length === 0)
        return [];
    const items = applied.map(({ version, description, script, durationMs }) => ({
        need: _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.scenario,
        text: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableRow */ .jD)([
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(version ?? 'repeatable', 60),
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(description, 120),
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(script, 160),
            (0,_voice_js__WEBPACK_IMPORTED_MODULE_9__/* .time */ .kB)(durationMs),
        ]),
    }));
    return [
        {
            summary: 'What was applied, and its proof',
            sections: [
                { name: 'migration', head: (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHead */ .PP)(['version', 'what it does', 'script', 'time']), items },
                {
                    name: 'call',
                    head: '**Called after them**\n',
                    items: callProofs.length > 0
                        ? plan.calls.map((call) => ({ need: _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.scenario, text: `- ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(call, 240)}` }))
                        : [],
                },
                proofs('table', [...applied.flatMap((one) => one.proofs), ...callProofs], _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.proof),
            ],
        },
    ];
}
/** As code, to be copied: prose breaks what GitHub would take for a commit. */
const digestsFold = ({ plan: { digest, release } }) => ({
    summary: 'Digests of the plan and of the release',
    sections: [
        {
            name: 'the digests',
            items: [{ need: _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.scenario, text: `- plan ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(digest)}\n- release ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(release)}` }],
        },
    ],
});
const layoutsFold = ({ layoutsAfter, outcome }) => outcome !== 'applied' || layoutsAfter.length === 0
    ? []
    : [
        {
            summary: 'Partitions now',
            sections: [
                {
                    name: 'layout',
                    items: layoutsAfter.map((layout) => ({
                        need: _sections_js__WEBPACK_IMPORTED_MODULE_4__/* .NEED */ .$.layout,
                        text: `- ${(0,_layout_words_js__WEBPACK_IMPORTED_MODULE_5__/* .layoutLine */ .J)(layout, _voice_js__WEBPACK_IMPORTED_MODULE_9__/* .MARKDOWN_VOICE */ .FS, { withRows: false })}`,
                    })),
                },
            ],
        },
    ];


/***/ }),

/***/ 17707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ proofWords),
/* harmony export */   _: () => (/* binding */ renderDeployment)
/* harmony export */ });
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39654);
/* harmony import */ var _domain_redefined_columns_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17673);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(361);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85288);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55896);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27066);
/* harmony import */ var _layout_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70641);
/* harmony import */ var _result_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50870);
/* harmony import */ var _voice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92397);









const COLOURS = {
    applied: 'green',
    'nothing-to-do': 'green',
    rehearsed: 'yellow',
    failed: 'red',
    refused: 'red',
};
function renderDeployment(result, options) {
    const { paint, width } = options;
    const { outcome, failure, refusals, warnings, layoutsAfter, plan } = result;
    const word = paint[COLOURS[outcome]](paint.bold(_result_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .OUTCOME_WORDS */ .nx[outcome]));
    const told = (line) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .wrapped */ .k)(line, 8, width);
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Q)([
        '',
        `  ${word}  ${(0,_result_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .resultHeadline */ .S0)(result, _voice_js__WEBPACK_IMPORTED_MODULE_2__/* .TERMINAL_VOICE */ .OI)}, ${(0,_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(result.durationMs)}`,
        ...(0,_result_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .resultMeaning */ .$g)(result, _voice_js__WEBPACK_IMPORTED_MODULE_2__/* .TERMINAL_VOICE */ .OI).flatMap(told),
        ...(failure?.location ? [`        at ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_domain_location_js__WEBPACK_IMPORTED_MODULE_5__/* .formatLocation */ .j)(failure.location))}`] : []),
        ...(failure?.recovery === undefined ? [] : told((0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(failure.recovery)))),
        ...(failure ? step(failure.hint, width) : []),
        ...refusals.flatMap(({ gate, message, hint }) => [
            ...(0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .wrapped */ .k)(`${paint.red('✖')} ${gate}: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(message))}`, 6, width),
            ...step(hint, width),
        ]),
        ...(failure?.proofs ?? []).flatMap((proof) => proofLines(proof, options)),
        ...steps(result, options),
        ...(outcome === 'applied' && layoutsAfter.length > 0
            ? [
                '',
                '  partitions now',
                ...layoutsAfter.map((layout) => `    ${(0,_layout_words_js__WEBPACK_IMPORTED_MODULE_0__/* .layoutLine */ .J)(layout, _voice_js__WEBPACK_IMPORTED_MODULE_2__/* .TERMINAL_VOICE */ .OI, { withRows: false })}`),
            ]
            : []),
        ...warnings.flatMap((warning) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .wrapped */ .k)(`${paint.yellow('⚠')} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)(warning).join(' ')}`, 6, width)),
        paint.dim(`  plan ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(plan.digest)}`),
    ]);
}
/** What to do. */
const step = (hint, width) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .wrapped */ .k)((0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(hint)), 10, width).map((line, i) => i === 0 ? line.replace(/^ {10}/, '        → ') : line);
function steps({ applied, callProofs, plan }, options) {
    const lines = [
        ...applied.flatMap(({ version, description, script, durationMs, proofs }) => [
            `  ${options.paint.green('✔')} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(version ?? 'repeatable')}  ${_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .TERMINAL_VOICE */ .OI.name(description, 120)}   ${_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .TERMINAL_VOICE */ .OI.name(script, 160)}   ${(0,_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(durationMs)}`,
            ...proofs.flatMap((proof) => proofLines(proof, options)),
        ]),
        ...(callProofs.length > 0
            ? [
                ...plan.calls.map((call) => `  ${options.paint.green('✔')} ${_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .TERMINAL_VOICE */ .OI.name(call, 240)}`),
                ...callProofs.flatMap((proof) => proofLines(proof, options)),
            ]
            : []),
    ];
    return lines.length > 0 ? ['', ...lines] : [];
}
const MOST_DIFFERENCES = 20;
/** `public.booking  5,000,000 rows before and after, checksums equal`. */
function proofLines(proof, { paint }) {
    const { verdict, differences } = proof;
    const colour = verdict === 'differs'
        ? paint.red
        : verdict === 'waived' || verdict === 'equal-in-part'
            ? paint.yellow
            : paint.dim;
    const shown = differences.slice(0, MOST_DIFFERENCES).map((line) => `          ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(line)}`);
    const more = differences.length - shown.length;
    return [
        colour(`      ${_voice_js__WEBPACK_IMPORTED_MODULE_2__/* .TERMINAL_VOICE */ .OI.name(proof.table)}  ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(proofWords(proof))}`),
        ...shown,
        ...(more > 0 ? [paint.dim(`          … and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .thousands */ .oh)(more)} more`)] : []),
    ];
}
/** Names in it are as they are: whoever shows it makes it printable. */
function proofWords(proof) {
    const { mode, verdict, before, after } = proof;
    const left = (0,_domain_redefined_columns_js__WEBPACK_IMPORTED_MODULE_7__/* .redefinedIn */ .a)([proof]).flatMap(({ columns }) => columns);
    const rows = before.rows === after.rows
        ? `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .count */ .U9)(before.rows, 'row')} before and after`
        : `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .count */ .U9)(before.rows, 'row')} before, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .thousands */ .oh)(after.rows)} after`;
    const what = mode === 'count' ? 'count' : 'checksum';
    const came = {
        equal: `${what} equal`,
        'equal-in-part': `${what} equal but for ${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .listed */ .KE)(left)}, redefined and not compared`,
        differs: `${what} differs`,
        waived: `${what} differs, waived`,
    }[verdict];
    return `${rows}, ${came}`;
}


/***/ }),

/***/ 50870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ resultMeaning),
/* harmony export */   S0: () => (/* binding */ resultHeadline),
/* harmony export */   Uq: () => (/* binding */ OUTCOME_MARKS),
/* harmony export */   nx: () => (/* binding */ OUTCOME_WORDS)
/* harmony export */ });
/* unused harmony exports proofsOf, provenWords */
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _domain_redefined_columns_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17673);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27066);
/* harmony import */ var _plan_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34720);
/* harmony import */ var _voice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92397);





const OUTCOME_WORDS = {
    applied: 'APPLIED',
    'nothing-to-do': 'NOTHING TO DO',
    rehearsed: 'REHEARSED',
    failed: 'FAILED',
    refused: 'REFUSED',
};
const OUTCOME_MARKS = {
    applied: '✅',
    'nothing-to-do': '✅',
    rehearsed: '🧪',
    failed: '❌',
    refused: '⛔',
};
/** Every proof, in the order in which the steps were done. */
const proofsOf = ({ applied, callProofs }) => [
    ...applied.flatMap(({ proofs }) => proofs),
    ...callProofs,
];
/** The first line, without its mark. */
function resultHeadline(result, voice) {
    const place = (0,_plan_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)({ environment: result.environment, target: result.plan.target }, voice);
    switch (result.outcome) {
        case 'applied':
            return `${done(result)} applied to ${place}: ${provenWords(result, voice)}`;
        case 'rehearsed':
            return rehearsedWords(result, place, voice);
        case 'nothing-to-do':
            return `${place} has had every migration; nothing was changed`;
        case 'refused':
            return result.applied.length === 0
                ? `Nothing was changed on ${place}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(gatesOf(result))} refused`
                : `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(result.applied.length, 'migration')} applied to ${place} and kept, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(gatesOf(result))} refused the rest: ${provenWords(result, voice)}`;
        case 'failed':
            return `${failedStep(result, voice)} on ${place}`;
    }
}
const gatesOf = ({ refusals }) => {
    const gates = [...new Set(refusals.map(({ gate }) => gate))];
    return gates.length === 0 ? ['a gate'] : gates.map((gate) => `the ${gate} gate`);
};
/** `2 migrations and 1 call`. */
function done({ applied, plan }) {
    const parts = [
        ...(applied.length > 0 ? [(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(applied.length, 'migration')] : []),
        ...(plan.calls.length > 0 ? [(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(plan.calls.length, 'call')] : []),
    ];
    return parts.length === 0 ? 'No migration' : (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(parts);
}
/** What runs outside of a transaction can't be rehearsed: how many that are belongs on top. */
function rehearsedWords(result, place, voice) {
    const { applied, plan } = result;
    const left = plan.pending.length - applied.length;
    const which = `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(left, 'migration')} outside of a transaction`;
    if (left > 0 && applied.length === 0 && plan.calls.length === 0)
        return `Nothing could be rehearsed on ${place}: ${which}, nothing is proven`;
    const but = left > 0 ? `, but not ${which}` : '';
    return `${done(result)} rehearsed on ${place} and rolled back${but}: ${provenWords(result, voice)}`;
}
function failedStep({ failure, plan, applied }, voice) {
    const next = plan.pending[applied.length];
    const differs = failure?.proofs?.some(({ verdict }) => verdict === 'differs') ?? false;
    const what = next ? voice.name(next.script, 160) : plan.calls.length > 0 ? 'the call' : 'the run';
    return differs ? `${what} would have spoiled rows and was rolled back` : `${what} failed`;
}
/** `5,000,000 rows of public.booking counted and checksummed before and after, equal`: no more than was seen. */
function provenWords(result, voice) {
    const proofs = proofsOf(result);
    const last = new Map(proofs.map((proof) => [proof.table, proof]));
    const [first, ...others] = [...last.values()];
    if (!first)
        return 'no table had rows to prove';
    const all = [first, ...others];
    const rows = all.reduce((sum, proof) => sum + proof.after.rows, 0);
    const where = others.length < 3 ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(all.map(({ table }) => voice.name(table))) : (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(all.length, 'table');
    const counted = all.every(({ mode }) => mode === 'count');
    const how = counted ? 'counted before and after' : 'counted and checksummed before and after';
    const waived = proofs.filter(({ verdict }) => verdict === 'waived').length;
    const but = [
        ...(waived > 0 ? [(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(waived, 'waived difference')] : []),
        ...notCompared((0,_domain_redefined_columns_js__WEBPACK_IMPORTED_MODULE_4__/* .redefinedIn */ .a)(proofs), voice),
    ];
    const came = but.length > 0 ? `equal but for ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(but)}` : 'equal';
    return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'row')} of ${where} ${how}, ${came}`;
}
/** `paid of public.booking, which was redefined and is not compared`; of more than two only how many. */
function notCompared(redefined, voice) {
    const names = redefined.flatMap(({ table, columns }) => columns.map((column) => `${voice.name(column, 80)} of ${voice.name(table)}`));
    if (names.length === 0)
        return [];
    const which = names.length === 1 ? 'which was redefined and is' : 'which were redefined and are';
    const what = names.length < 3 ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(names) : (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(names.length, 'column');
    return [`${what}, ${which} not compared`];
}
/** Sentences below the headline: what became of the rows and what stays. */
function resultMeaning(result, voice) {
    const { outcome, failure, applied, plan } = result;
    switch (outcome) {
        case 'failed': {
            const kept = applied.length > 0
                ? `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(applied.length, 'migration')} before it ${applied.length === 1 ? 'stays' : 'stay'} applied: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(applied.map(({ script }) => voice.name(script, 160)))}.`
                : 'No migration was applied.';
            const isWhole = plan.pending[applied.length]?.transaction === 'one' && failure?.recovery === undefined;
            const rolledBack = isWhole ? ['What it had done was rolled back, and no row is changed by it.'] : [];
            return [...(failure ? [voice.words((0,_voice_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(failure.message))] : []), ...rolledBack, kept];
        }
        case 'refused':
        case 'nothing-to-do':
            return [];
        case 'applied':
        case 'rehearsed': {
            const addedTo = proofsOf(result).filter((proof) => proof.after.rows > proof.before.rows);
            const added = addedTo.map(({ table, before, after }) => `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(after.rows - before.rows, 'row')} came to ${voice.name(table)} that ${after.rows - before.rows === 1 ? 'was' : 'were'} not there before.`);
            const named = (columns, table) => `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(columns.map((column) => voice.name(column, 80)))} of ${voice.name(table)}.`;
            const redefined = (0,_domain_redefined_columns_js__WEBPACK_IMPORTED_MODULE_4__/* .redefinedIn */ .a)(proofsOf(result)).map(({ table, columns }) => `Not compared, because redefined: ${named(columns, table)}`);
            const dropped = proofsOf(result)
                .filter((proof) => proof.dropped.length > 0)
                .map(({ table, dropped: columns }) => `No longer there to compare: ${named(columns, table)}`);
            return [
                ...added,
                ...redefined,
                ...dropped,
                ...countedAlone(result),
                ...(plan.drift.length > 0 ? [driftWords(plan.drift.length)] : []),
            ];
        }
    }
}
const countedAlone = (result) => proofsOf(result).some(({ mode }) => mode === 'count')
    ? ['Where rows were only counted, their values are not proven.']
    : [];
const driftWords = (n) => `The target differs from what the validation assumed in ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(n, 'thing')}: see the plan.`;


/***/ })

};
