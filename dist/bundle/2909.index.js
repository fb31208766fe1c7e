export const id = 2909;
export const ids = [2909];
export const modules = {

/***/ 63229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ openCacheFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _owned_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7453);
/* harmony import */ var _server_user_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62687);
/** The folder where fetched programs and prepared data folders outlive a run. */





/** Opens the first usable of the usual places; where none is, a folder that goes with the run. */
async function openCacheFolder(place) {
    for (const path of usualPlaces(place)) {
        if (await isUsable(path, place.user))
            return { path, close: async () => undefined };
    }
    const folder = await (0,_owned_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .openOwnedFolder */ .O)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), place.user === undefined ? 0o700 : 0o711);
    return { path: folder.path, close: folder.remove };
}
function usualPlaces({ env, user }) {
    const chosen = env['XDG_CACHE_HOME'];
    const home = chosen?.startsWith('/') === true ? chosen : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.cache');
    const places = [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, 'partition-guard')];
    // Root's home is closed to the user whom the server runs as.
    if (user !== undefined)
        places.push('/var/cache/partition-guard');
    return places;
}
async function nearestExisting(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
    return found === undefined ? await nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path)) : path;
}
/** Programs are run from here: it must be ours alone to write, and the server's user must get to it. */
async function isUsable(path, user) {
    try {
        if (!(await (0,_server_user_js__WEBPACK_IMPORTED_MODULE_4__/* .canReach */ .u)(user, await nearestExisting(path))))
            return false;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true, mode: user === undefined ? 0o700 : 0o755 });
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path);
        if (!found.isDirectory() || found.uid !== process.geteuid?.() || (found.mode & 0o022) !== 0)
            return false;
        const probe = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, '.probe-'));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(probe, { recursive: true });
        return await (0,_server_user_js__WEBPACK_IMPORTED_MODULE_4__/* .canReach */ .u)(user, path);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 7736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GO: () => (/* binding */ findEngine),
/* harmony export */   ZP: () => (/* binding */ pullImage)
/* harmony export */ });
/* unused harmony export requireNode */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48670);
/** The Docker engine that containers run on: found, asked for an image, and told what it says. Its library is loaded only here. */


/** Below that version the library's own HTTP client fails with words that help nobody. */
const LEAST_NODE = [22, 19];
/** Between the tries of a pull: a registry that is busy or out of reach for a moment costs no run. */
const PULL_PAUSES_MS = [1_000, 3_000, 9_000];
function requireNode() {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const [leastMajor, leastMinor] = LEAST_NODE;
    if (major > leastMajor || (major === leastMajor && minor >= leastMinor))
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n(`Docker: containers need Node ${LEAST_NODE.join('.')} or later, and this is ${process.versions.node}`, {
        code: 'node-too-old',
        hint: 'run it on a newer Node, or take another server (--server embedded)',
    });
}
/** Found as Docker's own tools find it: DOCKER_HOST, the usual sockets. */
async function findEngine() {
    requireNode();
    const { getContainerRuntimeClient } = await Promise.all(/* import() */[__webpack_require__.e(3483), __webpack_require__.e(7674), __webpack_require__.e(9975), __webpack_require__.e(9876)]).then(__webpack_require__.t.bind(__webpack_require__, 9975, 19));
    try {
        return await getContainerRuntimeClient();
    }
    catch (error) {
        const asked = process.env['DOCKER_HOST'];
        const where = asked === undefined ? '' : ' at what DOCKER_HOST names';
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n(`Docker: no engine answers${where}`, {
            code: 'docker-unreachable',
            hint: 'start Docker and see that this user may use it (docker info), or take another server: --server embedded',
            cause: error,
        });
    }
}
/** Sees that the engine has the image; what it has is not asked for again. */
async function pullImage(engine, { image, onProgress, pausesMs = PULL_PAUSES_MS }) {
    const { ImageName } = await Promise.all(/* import() */[__webpack_require__.e(3483), __webpack_require__.e(7674), __webpack_require__.e(9975), __webpack_require__.e(9876)]).then(__webpack_require__.t.bind(__webpack_require__, 9975, 19));
    const name = ImageName.fromString(image);
    if (await engine.image.exists(name))
        return;
    onProgress(`pulling ${image}`);
    for (let tries = 0;; tries += 1) {
        const failure = await pullOnce(engine, name);
        if (failure === undefined)
            return;
        const pause = failure.isFinal ? undefined : pausesMs[tries];
        if (pause === undefined)
            throw notPulled(image, failure, tries + 1);
        onProgress(`${image} could not be pulled (${failure.said}); next try in ${pause / 1000} s`);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause);
    }
}
/** The engine answers with a status of HTTP until a download has begun; after that only the image's absence tells. */
async function pullOnce(engine, name) {
    try {
        await engine.image.pull(name);
    }
    catch (error) {
        const { statusCode, json } = error;
        const said = messageOf(json) ?? withoutStatus(error instanceof Error ? error.message : String(error));
        const kind = kindOf(statusCode, said);
        return { said, kind, isFinal: kind !== 'out-of-reach' || statusCode === 400 };
    }
    if (await engine.image.exists(name))
        return undefined;
    return { said: 'the download broke off', kind: 'out-of-reach', isFinal: false };
}
/** Engines hand on what a registry says as 500: by the codes that registries have for it, in small letters. */
const NOT_FOUND = /\b(?:manifest|name) unknown\b/;
const NO_ACCESS = /\b(?:unauthorized|denied)\b/;
function kindOf(status, said) {
    if (status === 404 || NOT_FOUND.test(said))
        return 'not-found';
    return status === 401 || status === 403 || NO_ACCESS.test(said) ? 'no-access' : 'out-of-reach';
}
function messageOf(json) {
    if (typeof json !== 'object' || json === null || !('message' in json))
        return undefined;
    return typeof json.message === 'string' ? json.message.split('\n')[0] : undefined;
}
/** "(HTTP code 404) unexpected - manifest unknown": the library's words go, the engine's stay. */
const withoutStatus = (message) => (message.replace(/^\(HTTP code \d+\) [^-]* - /, '').split('\n')[0] ?? '').trim();
const HINTS = {
    'not-found': 'see that the name and the tag or digest are right; where the image is private: docker login, before the run',
    'no-access': 'log in to its registry with a user who may read it: docker login, before the run',
    'out-of-reach': 'see that the machine Docker runs on reaches the registry, or have the image there before the run: docker pull',
};
function notPulled(image, { said, kind }, tries) {
    const told = {
        'not-found': 'is not found, or not for this user',
        'no-access': 'may not be pulled by this user',
        'out-of-reach': `could not be pulled in ${tries} ${tries === 1 ? 'try' : 'tries'}`,
    }[kind];
    return new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n(`Docker: the image ${image} ${told}: ${said}`, {
        code: `image-${kind}`,
        hint: HINTS[kind],
    });
}


/***/ }),

/***/ 42818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ dropLeftBehind),
  h: () => (/* binding */ openGivenServer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./postgres/connection.js
var postgres_connection = __webpack_require__(87388);
// EXTERNAL MODULE: ./postgres/error-code.js
var error_code = __webpack_require__(81248);
// EXTERNAL MODULE: ./postgres/interrupt.js
var interrupt = __webpack_require__(46413);
// EXTERNAL MODULE: ./postgres/majors.js
var majors = __webpack_require__(4286);
// EXTERNAL MODULE: ./postgres/roles.js
var roles = __webpack_require__(45031);
// EXTERNAL MODULE: ./postgres/run-lock.js
var run_lock = __webpack_require__(9935);
// EXTERNAL MODULE: ./postgres/run-trace.js
var run_trace = __webpack_require__(71795);
;// CONCATENATED MODULE: ./postgres/orphaned-databases.js






/** What the databases and roles of a run begin with. */
const databasePrefixOf = (mark) => `${roles/* DATABASE_PREFIX */.Z8}${mark}_`;
/** The comment on what a run makes on a server that is not ours: a name of the form alone may be anybody's. */
const runComment = (mark) => `partition-guard ${mark}: dropped at the end of its run, or by the next one`;
const IS_MARKED_ROLE = "pg_catalog.starts_with(r.rolname, $1) and ($2::pg_catalog.text is null or pg_catalog.shobj_description(r.oid, 'pg_authid') = $2)";
/** $1: the prefix of the run's names. $2: its comment, where it is asked for. After those that its migrations made: whoever makes a role, from 16 on, administers it. */
const OUR_ROLES = `
  with own as (select r.oid, r.rolname from pg_catalog.pg_roles r where ${IS_MARKED_ROLE})
  select o.rolname as name, true as "isOwn" from own o
  union
  select r.rolname, false from pg_catalog.pg_roles r
  join pg_catalog.pg_auth_members m on m.roleid = r.oid and m.admin_option
  join own on own.oid = m.member
  where r.oid not in (select o.oid from own o)
  order by 2, 1`;
/** A database whose comment the migrations took away is known by its owner. */
const OUR_DATABASES = `
  select d.datname as name from pg_catalog.pg_database d
  where pg_catalog.starts_with(d.datname, $1) and (
    $2::pg_catalog.text is null or pg_catalog.shobj_description(d.oid, 'pg_database') = $2
    or d.datdba in (select r.oid from pg_catalog.pg_roles r where ${IS_MARKED_ROLE}))
  order by name`;
/**
 * Drops what begins with that run's own prefix, each by itself.
 * @param admin an administrator's, of any database: its own sessions are in those that are dropped, for a moment.
 * @param comment what must be on them: for whoever knows the mark from names alone.
 */
async function dropAllOf(client, admin, mark, comment) {
    if (!(0,run_trace/* isRunMark */.b0)(mark))
        throw new Error('that is no mark of a run');
    const left = [];
    const drop = async (name, sql) => {
        try {
            await client.query(sql);
        }
        catch (error) {
            left.push(`${(0,postgres_connection/* quoteIdentifier */.Cm)(name)} (SQLSTATE ${(0,error_code/* errorCode */.C)(error) ?? 'unknown'})`);
        }
    };
    const named = [databasePrefixOf(mark), comment ?? null];
    const databases = (await client.query(OUR_DATABASES, named)).rows;
    // Before any database goes: it may be what tells whose they are.
    const roles = (await client.query(OUR_ROLES, named)).rows;
    await endPrepared(client, admin, databases.map(({ name }) => name));
    for (const { name } of databases) {
        await drop(name, `drop database if exists ${(0,postgres_connection/* quoteIdentifier */.Cm)(name)} with (force)`);
    }
    const databasesLeft = left.length;
    for (const { name } of roles)
        await drop(name, `drop role if exists ${(0,postgres_connection/* quoteIdentifier */.Cm)(name)}`);
    return {
        databases: databases.length - databasesLeft,
        roles: roles.length - (left.length - databasesLeft),
        left,
    };
}
const PREPARED = `
  select p.gid, p.database, p.owner, p.owner = current_user as "isOwn"
  from pg_catalog.pg_prepared_xacts p where p.database::pg_catalog.text = any ($1::pg_catalog.text[])`;
/** A transaction that a migration prepared outlives its session, and keeps its database; it ends in there alone. */
async function endPrepared(client, admin, databases) {
    const { rows } = await client.query(PREPARED, [databases]);
    for (const { gid, database, owner, isOwn } of rows) {
        try {
            await (0,postgres_connection/* withClient */.SV)({ ...admin, database }, async (session) => {
                if (!isOwn)
                    await session.query(`set role ${(0,postgres_connection/* quoteIdentifier */.Cm)(owner)}`);
                await session.query(`rollback prepared ${(0,postgres_connection/* quoteLiteral */.ce)(gid)}`);
            });
        }
        catch {
            // Its database can't be dropped then, which is told.
        }
    }
}
/** What holds a database where it is none of its sessions, which are ended. */
const NEXT_STEP = 'see there what holds them (pg_prepared_xacts, pg_replication_slots, pg_shdepend) and drop them by hand; the next run tries again';
/** @throws OperatorError where something stays. */
function requireNothingLeft({ left }) {
    if (left.length === 0)
        return;
    throw new operator_error/* OperatorError */.n(`the run leaves on the server given what could not be dropped: ${left.join(', ')}`, {
        code: 'server-not-cleared',
        hint: NEXT_STEP,
        exitStatus: operator_error/* EXIT */.d.fault,
    });
}
const MARKS = `
  select distinct pg_catalog.substr(name, $2, 8) as mark
  from (select d.datname from pg_catalog.pg_database d union all select r.rolname from pg_catalog.pg_roles r) as named (name)
  where name ~ $1
  order by mark`;
/**
 * Drops what killed runs left, each by itself: what can't be dropped stops nothing.
 * @returns a line for each of those runs, for people.
 */
const dropOrphans = (client, admin) => (0,run_lock/* withSweepLock */.uI)(client, () => dropAbandoned(client, admin), []);
async function dropAbandoned(client, admin) {
    const pattern = `^${roles/* DATABASE_PREFIX */.Z8}[0-9a-f]{8}_`;
    const { rows } = await client.query(MARKS, [pattern, roles/* DATABASE_PREFIX */.Z8.length + 1]);
    // Asked for after that: whoever is alive took its lock before it made anything.
    const alive = await (0,run_lock/* marksOfLiveRuns */.cp)(client);
    const told = [];
    for (const { mark } of rows) {
        if (!(0,run_trace/* isRunMark */.b0)(mark) || alive.has(mark))
            continue;
        const named = `${databasePrefixOf(mark)}…`;
        const { databases, roles, left } = await dropAllOf(client, admin, mark, runComment(mark));
        if (databases > 0 || roles > 0) {
            told.push(`dropped what a killed run left on the server given: ${count(databases, 'database')} and ${count(roles, 'role')} (${named})`);
        }
        if (left.length > 0) {
            told.push(`a killed run left on the server given what could not be dropped: ${left.join(', ')}; ${NEXT_STEP}`);
        }
        else if (databases + roles === 0) {
            told.push(`left as it is: on the server given are names that begin with ${databasePrefixOf(mark)} and have no mark of a run`);
        }
    }
    return told;
}
const count = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./postgres/production-sign.js
/** Whether a server that is given by its address looks like one that people's real rows are on. Pure. */

/** What production is called, as a word of a name. */
const WORDS = ['prod', 'production', 'prd', 'live', 'primary', 'master'];
/** Before such a word these say that it is not meant: non-prod, pre-production. */
const DENIALS = ['no', 'non', 'not', 'pre'];
/** For people: `the host "db.prod.example.com"`; undefined where nothing looks like production. */
function findProductionSign({ host, user, database, databases }) {
    const signs = [
        ['the host', host],
        ['the role', user],
        ['the database', database],
        ...databases.map((name) => ['a database on it,', name]),
    ];
    const found = signs.find(([, name]) => meansProduction(name));
    return found === undefined ? undefined : `${found[0]} "${found[1]}"`;
}
/** Words end at a capital letter, a digit and whatever is no letter: `ShopProd2` has shop and prod, `products` neither. */
function meansProduction(name) {
    const words = (name.replace(/([a-z])(?=[A-Z])/g, '$1 ').match(/[A-Za-z]+/g) ?? []).map((word) => word.toLowerCase());
    return words.some((word, at) => WORDS.includes(word) && !DENIALS.includes(words[at - 1] ?? ''));
}
/** @param allowed the reason that was given, if one was. */
function assertNoProduction(names, allowed, onProgress) {
    const sign = findProductionSign(names);
    if (sign === undefined)
        return;
    if (allowed === undefined) {
        throw new operator_error/* OperatorError */.n(`the server given looks like a production one by ${sign}: no throwaway databases are made there`, {
            code: 'server-looks-like-production',
            hint: 'give a server that holds nothing else; where the name misleads, allow this one: --allow-server "REASON" (input allow-server)',
            exitStatus: operator_error/* EXIT */.d.refused,
        });
    }
    onProgress(`the server given looks like a production one by ${sign}; allowed: ${allowed}`);
}

// EXTERNAL MODULE: ./postgres/throwaway-server.js + 2 modules
var throwaway_server = __webpack_require__(64768);
;// CONCATENATED MODULE: ./postgres/given-server.js
/** A server that the user names by its address: databases and roles of this run are made on it and dropped at the end. */











async function openGivenServer(options) {
    const given = readUrl(options.url);
    const { version, rights, databases } = await connectFirst(given);
    assertNoProduction({ ...given, databases }, options.allowed, options.onProgress);
    const major = usableMajor(version, rights, options.major);
    const { trace, onProgress } = options;
    const prefix = databasePrefixOf(trace.mark);
    await trace.onOpening('url');
    const admin = { ...given, options: roles/* ADMIN_SESSION_OPTIONS */.Aw };
    // Whoever is connected to template1 keeps databases from being made.
    const lockedFrom = given.database === 'template1' ? { ...admin, database: 'postgres' } : admin;
    const lock = await (0,run_lock/* holdRunLock */.ko)(lockedFrom, trace.mark);
    const close = closeOnce(async () => {
        try {
            await endSessions();
            const { left } = await (0,postgres_connection/* withClient */.SV)(admin, (client) => dropAllOf(client, admin, trace.mark));
            // Told, not thrown: what the run found out holds.
            if (left.length > 0) {
                onProgress(`the run leaves on the server given what could not be dropped: ${left.join(', ')}; ${NEXT_STEP}`);
            }
        }
        catch (error) {
            onProgress(`what the run made on the server given (${prefix}…) could not be dropped (${(0,error_code/* errorCode */.C)(error) ?? 'no answer'}): the next run there does that`);
        }
        finally {
            await lock.release();
        }
    });
    let endSessions = () => Promise.resolve();
    const logins = await undoneOnFailure(close, async () => {
        for (const line of await (0,postgres_connection/* withClient */.SV)(admin, (client) => dropOrphans(client, admin)))
            onProgress(line);
        return await makeLogins({ given, rights, mark: trace.mark, major, onProgress });
    });
    const connection = (database, as) => ({
        ...given,
        ...logins[as],
        database,
        ...(as === 'admin' ? { options: roles/* ADMIN_SESSION_OPTIONS */.Aw } : {}),
    });
    const made = (0,throwaway_server/* makeServer */.Q)({
        kind: 'url',
        version,
        dataIn: 'the server given',
        databasePrefix: prefix,
        databaseComment: runComment(trace.mark),
        maintenanceDatabase: given.database,
        connection,
        logTail: () => '',
    });
    endSessions = made.endSessions;
    return { server: made.server, close };
}
/** The server's major, where it is one to test on and its user may work there. */
function usableMajor(version, rights, wanted) {
    const major = Number.parseInt(version, 10);
    (0,majors/* assertMajor */.wx)(major);
    if (wanted !== undefined && wanted !== major) {
        throw new operator_error/* OperatorError */.n(`the server given is PostgreSQL ${version}, not ${wanted}`, {
            code: 'server-other-major',
            hint: `ask for --postgres ${major}, or give another server`,
        });
    }
    if (!rights.isSuperuser && !rights.mayCreateDatabases) {
        throw new operator_error/* OperatorError */.n(`"${rights.user}" may not create databases on the server given`, {
            code: 'server-no-rights',
            hint: `have its administrator run: ALTER ROLE ${(0,postgres_connection/* quoteIdentifier */.Cm)(rights.user)} CREATEDB CREATEROLE`,
        });
    }
    return major;
}
async function undoneOnFailure(close, open) {
    try {
        return await open();
    }
    catch (error) {
        await close();
        throw error;
    }
}
function readUrl(url) {
    try {
        if (!/^postgres(?:ql)?:\/\//.test(url))
            throw new Error('another scheme');
        return (0,postgres_connection/* parseConnectionUrl */.zP)(url);
    }
    catch {
        // The cause would quote the address, and with it the password.
        throw new operator_error/* OperatorError */.n('the server address cannot be read', {
            code: 'server-url-invalid',
            hint: 'write it as postgres://user:password@host:5432/database, special characters percent-encoded',
        });
    }
}
const RIGHTS = `
  SELECT rolname AS "user", rolsuper AS "isSuperuser", rolcreaterole AS "mayCreateRoles",
         rolcreatedb AS "mayCreateDatabases"
  FROM pg_catalog.pg_roles WHERE rolname = current_user`;
async function connectFirst(given) {
    try {
        return await (0,postgres_connection/* withClient */.SV)({ ...given, options: roles/* ADMIN_SESSION_OPTIONS */.Aw }, async (client) => {
            const { rows } = await client.query(RIGHTS);
            const [rights] = rows;
            if (rights === undefined)
                throw new Error('the current user is not among the roles');
            const databases = await client.query('select d.datname as name from pg_catalog.pg_database d order by d.oid');
            return {
                version: await (0,throwaway_server/* readVersion */.$)(client),
                rights,
                databases: databases.rows.map(({ name }) => name),
            };
        });
    }
    catch (error) {
        const said = error instanceof Error && error.message !== '' ? error.message : ((0,error_code/* errorCode */.C)(error) ?? String(error));
        throw new operator_error/* OperatorError */.n(`no connection to ${given.user}@${given.host}:${given.port}/${given.database}: ${said}`, {
            code: 'server-unreachable',
            hint: 'see that the server runs, and that the address, the user and the password are right',
            exitStatus: operator_error/* EXIT */.d.usage,
        });
    }
}
/** Roles of this run where the user may make them; where not, everything runs as that user. */
async function makeLogins({ given, rights, mark, major, onProgress }) {
    const prefix = databasePrefixOf(mark);
    const admin = { user: given.user, ...(given.password === undefined ? {} : { password: given.password }) };
    if (!rights.isSuperuser && !rights.mayCreateRoles) {
        onProgress(`"${rights.user}" may not create roles: the migrations run as that user`);
        return { admin, migrator: admin, observer: admin };
    }
    const migrator = { user: `${prefix}owner`, password: (0,external_node_crypto_.randomBytes)(18).toString('base64url') };
    const observer = { user: `${prefix}observer`, password: (0,external_node_crypto_.randomBytes)(18).toString('base64url') };
    // Before 16 whoever may create roles may also take the right to run programs on the server.
    const createRole = major >= 16 ? 'CREATEROLE' : 'NOCREATEROLE';
    if (major < 16)
        onProgress(`on a PostgreSQL ${major} that is not ours the migrations may not create roles`);
    const login = ({ user, password }) => `CREATE ROLE ${(0,postgres_connection/* quoteIdentifier */.Cm)(user)} LOGIN NOSUPERUSER NOCREATEDB PASSWORD ${(0,postgres_connection/* quoteLiteral */.ce)(password)}`;
    await (0,postgres_connection/* withClient */.SV)({ ...given, options: roles/* ADMIN_SESSION_OPTIONS */.Aw }, async (client) => {
        await client.query('BEGIN');
        await client.query(`${login(migrator)} ${createRole}`);
        if (major >= 16) {
            await client.query(`ALTER ROLE ${(0,postgres_connection/* quoteIdentifier */.Cm)(migrator.user)} SET createrole_self_grant = 'set, inherit'`);
        }
        await client.query(`${login(observer)} NOCREATEROLE ${rights.isSuperuser ? 'BYPASSRLS' : ''}`);
        // To hand a database to the migrator, and to drop it, one must be a member.
        if (!rights.isSuperuser)
            await client.query(`GRANT ${(0,postgres_connection/* quoteIdentifier */.Cm)(migrator.user)} TO CURRENT_USER`);
        const seesAll = rights.isSuperuser
            ? 'pg_read_all_data, pg_write_all_data'
            : (0,postgres_connection/* quoteIdentifier */.Cm)(migrator.user);
        await client.query(`GRANT ${seesAll} TO ${(0,postgres_connection/* quoteIdentifier */.Cm)(observer.user)}`);
        for (const { user } of [migrator, observer]) {
            await client.query(`comment on role ${(0,postgres_connection/* quoteIdentifier */.Cm)(user)} is ${(0,postgres_connection/* quoteLiteral */.ce)(runComment(mark))}`);
        }
        await client.query('COMMIT');
    });
    return { admin, migrator, observer };
}
/** Drops what a run with that mark left on a server when it was killed. */
async function dropLeftBehind(url, mark) {
    const admin = { ...readUrl(url), options: roles/* ADMIN_SESSION_OPTIONS */.Aw };
    requireNothingLeft(await (0,postgres_connection/* withClient */.SV)(admin, (client) => dropAllOf(client, admin, mark)));
}
/** Cleans up once, at the end or on an interrupt, whichever is first. */
function closeOnce(drop) {
    let dropping;
    const once = () => (dropping ??= drop());
    const forget = (0,interrupt/* onInterrupt */.nA)(once);
    return async () => {
        try {
            await once();
        }
        finally {
            forget();
        }
    };
}


/***/ }),

/***/ 46413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V1: () => (/* binding */ unlessInterrupted),
/* harmony export */   fT: () => (/* binding */ isInterrupted),
/* harmony export */   nA: () => (/* binding */ onInterrupt)
/* harmony export */ });
/** What is to be undone when the program is interrupted: runs it, then ends the process with the signal's status. */
const STATUS_BY_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const SIGNALS = Object.keys(STATUS_BY_SIGNAL);
const cleanups = new Set();
let interrupted = false;
/** True from the first interrupting signal on: what fails now fails because everything is being stopped. */
const isInterrupted = () => interrupted;
/**
 * To be awaited before anything is started: once interrupted it never resolves. What is being taken away would else be
 * made again behind the back of whoever takes it away; initdb makes its folder's parents, too.
 */
const unlessInterrupted = () => interrupted ? new Promise(() => undefined) : Promise.resolve();
/** Has `cleanup` run on SIGINT, SIGTERM and SIGHUP until the returned function is called. */
function onInterrupt(cleanup) {
    if (cleanups.size === 0)
        for (const signal of SIGNALS)
            process.on(signal, interrupt);
    cleanups.add(cleanup);
    return () => {
        if (!cleanups.delete(cleanup) || cleanups.size > 0)
            return;
        for (const signal of SIGNALS)
            process.removeListener(signal, interrupt);
    };
}
function interrupt(signal) {
    const status = STATUS_BY_SIGNAL[signal];
    // A second signal does not wait: what is left then is taken away by the reapers.
    if (interrupted)
        process.exit(status);
    interrupted = true;
    void Promise.allSettled([...cleanups].map((cleanup) => cleanup())).then(() => process.exit(status));
}


/***/ }),

/***/ 97278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ removeContainers),
/* harmony export */   EM: () => (/* binding */ removeOrphanedContainers),
/* harmony export */   Mq: () => (/* binding */ startingName),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* harmony import */ var _container_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7736);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45031);
/* harmony import */ var _run_trace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71795);
/** Containers of runs that are over: removed by the step after a cancelled job, and by the next run after a killed one. */



/** The name of a container says whether its run holds a session with it yet. */
const nameOf = (mark, number) => `partition-guard-${mark}-${number}`;
const startingName = (name) => `${name}-starting`;
/** No start takes longer, a first pull not counted. */
const START_SECONDS = 900;
/**
 * Removes the containers of a run; nothing where Docker is out of reach, and with it they.
 * @param name one of them only.
 */
async function removeContainers(mark, name) {
    const engine = await (0,_container_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .findEngine */ .GO)().catch(() => undefined);
    const docker = engine?.container.dockerode;
    const filters = {
        label: [`${_run_trace_js__WEBPACK_IMPORTED_MODULE_2__/* .CONTAINER_LABEL */ .Fu}=${mark}`],
        ...(name === undefined ? {} : { name: [name] }),
    };
    for (const { Id } of (await docker?.listContainers({ all: true, filters })) ?? []) {
        await removeContainer(docker, Id);
    }
}
/**
 * Removes containers of ours whose run is gone, whichever machine that ran on: in a server that nobody has a session of ours
 * with, or that did not come up in its time. What can't be judged or removed is left for the next run.
 * @returns a line for each, for people.
 */
async function removeOrphanedContainers(docker) {
    const told = [];
    const { SystemTime } = (await docker.info());
    const nowSeconds = Date.parse(SystemTime) / 1000;
    for (const found of await docker.listContainers({ all: true, filters: { label: [_run_trace_js__WEBPACK_IMPORTED_MODULE_2__/* .CONTAINER_LABEL */ .Fu] } })) {
        const mark = found.Labels[_run_trace_js__WEBPACK_IMPORTED_MODULE_2__/* .CONTAINER_LABEL */ .Fu] ?? '';
        if (!(0,_run_trace_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunMark */ .b0)(mark))
            continue;
        const ageSeconds = nowSeconds - found.Created;
        const name = (found.Names[0] ?? found.Id).replace('/', '');
        try {
            const isUp = found.Names.every((its) => !its.endsWith(startingName('')));
            const isOver = isUp ? !(await hasSession(docker, found)) : ageSeconds > START_SECONDS;
            if (!isOver)
                continue;
            await removeContainer(docker, found.Id);
            told.push(`removed what a killed run left: the container ${name} of ${found.Image}`);
        }
        catch {
            told.push(`a container of another run can not be judged or removed: ${name}`);
        }
    }
    return told;
}
/** By the titles of the server's processes, which name the role of each session: no password of it is known here. */
async function hasSession(docker, { Id, State }) {
    if (State !== 'running')
        return State === 'paused';
    const { Processes } = (await docker.getContainer(Id).top());
    return (Processes ?? []).some((fields) => fields.some((field) => field.startsWith('postgres: ') && field.includes(`${_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .SUPERUSER */ .rE} `)));
}
/** One that goes away by itself meanwhile is no failure. */
async function removeContainer(docker, id) {
    try {
        await docker?.getContainer(id).remove({ force: true, v: true });
    }
    catch (error) {
        const { statusCode } = error;
        if (statusCode !== 404 && statusCode !== 409)
            throw error;
    }
}


/***/ }),

/***/ 4286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xe: () => (/* binding */ MAJORS),
/* harmony export */   aK: () => (/* binding */ DEFAULT_MAJOR),
/* harmony export */   wx: () => (/* binding */ assertMajor)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/** The PostgreSQL majors that a throwaway server may have. */

/** Newest first: the order of preference where none is asked for. */
const MAJORS = [18, 17, 16, 15, 14];
/** What is fetched where none is asked for and none is installed. */
const DEFAULT_MAJOR = 17;
function assertMajor(major) {
    if (MAJORS.some((known) => known === major))
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(`PostgreSQL ${major} is not among the majors that can be tested on`, {
        code: 'server-major-unknown',
        hint: `ask for one of ${[...MAJORS].reverse().join(', ')}`,
        exitStatus: _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.usage,
    });
}


/***/ }),

/***/ 7453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openOwnedFolder),
  C: () => (/* binding */ sweepAbandonedFolders)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./postgres/interrupt.js
var interrupt = __webpack_require__(46413);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./postgres/program.js
var program = __webpack_require__(48634);
;// CONCATENATED MODULE: ./postgres/owner-mark.js
/** The mark of the process that owns a folder, kept in the folder's name, and whether that process still lives. */



const PREFIX = 'partition-guard';
const NAME = /^partition-guard-(?<space>[0-9a-z]+)-(?<pid>[0-9a-z]+)-(?<start>[0-9a-z]+)-[0-9a-z]+$/;
/** A new folder name that says who owns it; short, since a unix socket's path has room for some 100 bytes. */
async function newOwnedName() {
    const start = await startOf(process.pid);
    // Of one length, so that no name is the beginning of another.
    const random = (0,external_node_crypto_.randomBytes)(3).readUIntBE(0, 3).toString(36).padStart(5, '0');
    return [PREFIX, await processSpace(), process.pid.toString(36), start ?? '0', random].join('-');
}
/** Whether a folder's name is ours and the process that made it is gone. */
async function isAbandoned(name) {
    const { space, pid, start } = NAME.exec(name)?.groups ?? {};
    if (space === undefined || pid === undefined)
        return false;
    // Process ids of another container mean nothing here.
    if (space !== (await processSpace()))
        return false;
    return (await startOf(Number.parseInt(pid, 36))) !== start;
}
/** What tells this machine's process ids from those of another container on it. */
async function processSpace() {
    if (process.platform !== 'linux')
        return '0';
    const link = await (0,promises_.readlink)('/proc/self/ns/pid').catch(() => '');
    return Number(/\d+/.exec(link)?.[0] ?? 0).toString(36);
}
/** When a process was started, so that its number, given again, is not taken for it; undefined when it is gone. */
async function startOf(pid) {
    if (process.platform === 'linux') {
        const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
        // The command's name, second, may hold blanks and brackets: count from its end; the start is the 22nd field.
        const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
        return ticks === undefined ? undefined : Number(ticks).toString(36);
    }
    const end = await (0,program/* runProgram */.mB)('ps', ['-o', 'lstart=', '-p', String(pid)], {
        cwd: '/',
        env: (0,program/* minimalEnvironment */.nr)('/'),
        timeoutMs: 10_000,
    });
    const seconds = Date.parse(`${end.stdout.trim()} UTC`) / 1000;
    return Number.isNaN(seconds) ? undefined : seconds.toString(36);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./postgres/reaper.js
/** A small process that outlives ours: when we are gone, it ends the server we started and removes its folder. */


/**
 * Reads process ids, one a line, until its input ends, which it does when we end, however we do. Only processes whose
 * command line names the folder are touched, so that a number given to somebody else's process meanwhile is safe.
 * The command line is read, not the working folder: root in a container may not see the latter.
 */
const SCRIPT = String.raw `
trap '' HUP INT TERM
folder=$1
pids=
while read -r pid; do pids="$pids $pid"; done
pids="$pids $(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null)"
belongs() {
  if [ -r /proc/self/cmdline ]; then line=$(tr '\000' ' ' < "/proc/$1/cmdline") 2>/dev/null
  else line=$(ps -o command= -p "$1"); fi
  case $line in *"$folder"*) return 0 ;; esac
  return 1
}
signal() { for pid in $pids; do belongs "$pid" && kill "-$1" "$pid"; done; }
anyone() { for pid in $pids; do belongs "$pid" && return 0; done; return 1; }
nap() { sleep 0.02 || sleep 1; }
signal QUIT
tries=0
while anyone && [ $tries -lt 250 ]; do tries=$((tries + 1)); nap; done
signal KILL
tries=0
while [ -d "$folder" ] && [ ! -L "$folder" ] && [ $tries -lt 250 ]; do
  rm -rf "$folder" && break
  tries=$((tries + 1)); nap
done
`;
/** Starts the reaper of a folder, which need not exist yet. */
async function startReaper(folder) {
    const shell = (0,external_node_child_process_.spawn)('sh', ['-c', SCRIPT, 'partition-guard-reaper', folder], {
        cwd: '/',
        env: (0,program/* minimalEnvironment */.nr)('/'),
        // A session of its own: neither Ctrl-C in the terminal nor the end of our process group reaches it.
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = new Promise((resolve) => shell.once('exit', () => resolve()));
    shell.stdin.on('error', () => undefined);
    await new Promise((resolve, reject) => {
        shell.once('spawn', resolve);
        shell.once('error', reject);
    });
    return {
        adopt: (pid) => void shell.stdin.write(`${pid}\n`),
        finish: async () => {
            shell.stdin.end();
            await ended;
        },
    };
}

;// CONCATENATED MODULE: ./postgres/owned-folder.js
/** Folders that are gone when we are: made together with the reaper that removes them, and swept when even that failed. */





/** Makes a folder of ours in `parent`; `mode` 0o711 lets another user through to what is theirs in it. */
async function openOwnedFolder(parent, mode) {
    const path = (0,external_node_path_.join)(await (0,promises_.realpath)(parent), await newOwnedName());
    const reaper = await startReaper(path);
    let removal;
    const removeOnce = async () => {
        await reaper.finish();
        await (0,promises_.rm)(path, { recursive: true, force: true });
    };
    const forget = (0,interrupt/* onInterrupt */.nA)(() => (removal ??= removeOnce()));
    const remove = async () => {
        try {
            await (removal ??= removeOnce());
        }
        finally {
            forget();
        }
    };
    try {
        await (0,promises_.mkdir)(path, { mode });
        await (0,promises_.chmod)(path, mode);
    }
    catch (error) {
        await remove();
        throw error;
    }
    return { path, adopt: reaper.adopt, remove };
}
/**
 * Removes what killed runs of this user left in `parent`, servers still running there included.
 * @returns the folders that it removed.
 */
async function sweepAbandonedFolders(parent) {
    const removed = [];
    const root = await (0,promises_.realpath)(parent);
    for (const name of await (0,promises_.readdir)(root)) {
        if (!(await isAbandoned(name)))
            continue;
        const path = (0,external_node_path_.join)(root, name);
        const found = await (0,promises_.lstat)(path).catch(() => undefined);
        if (found === undefined || !found.isDirectory() || found.uid !== process.geteuid?.())
            continue;
        await (await startReaper(path)).finish();
        removed.push(path);
    }
    return removed;
}


/***/ }),

/***/ 48634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   mB: () => (/* binding */ runProgram),
/* harmony export */   nr: () => (/* binding */ minimalEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _interrupt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46413);
/** Runs a program to its end, without a shell, and hands back what it said. */



/** What a program of ours is given of the environment: nothing that the caller's settings could change. */
const minimalEnvironment = (home) => ({
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C',
    LC_ALL: 'C',
    TZ: 'UTC',
    HOME: home,
});
const identityOf = (user) => user === undefined ? {} : { uid: user.uid, gid: user.gid };
async function runProgram(file, args, options) {
    await (0,_interrupt_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessInterrupted */ .V1)();
    const program = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
        cwd: options.cwd,
        env: options.env,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        ...identityOf(options.user),
    });
    if (program.pid !== undefined)
        options.onStart?.(program.pid);
    const patience = setTimeout(() => program.kill('SIGKILL'), options.timeoutMs);
    const forget = (0,_interrupt_js__WEBPACK_IMPORTED_MODULE_2__/* .onInterrupt */ .nA)(async () => void program.kill('SIGKILL'));
    const ended = new Promise((resolve) => {
        program.once('error', (error) => resolve(error.code === 'ENOENT' ? 'not found' : error.message));
        program.once('close', (status, signal) => resolve(signal === null ? `exit status ${status}` : `signal ${signal}`));
    });
    try {
        const said = { stdout: '', stderr: '' };
        // The stream's own end is waited for: "close" may come before the last bytes are written on.
        const streams = [collect(program.stderr, (text) => (said.stderr += text))];
        if (options.output !== undefined)
            streams.push((0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(program.stdout, options.output));
        else
            streams.push(collect(program.stdout, (text) => (said.stdout += text)));
        if (options.input !== undefined) {
            streams.push((0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(options.input, program.stdin).catch(() => undefined));
        }
        const ending = await ended;
        await Promise.all(streams);
        return { ...said, ending, ok: ending === 'exit status 0' };
    }
    finally {
        clearTimeout(patience);
        forget();
    }
}
async function collect(stream, add) {
    if (stream === null)
        return;
    stream.setEncoding('utf8');
    stream.on('data', add);
    await new Promise((resolve) => stream.once('close', resolve));
}


/***/ }),

/***/ 45031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ ADMIN_SESSION_OPTIONS),
/* harmony export */   Bm: () => (/* binding */ ownServerSetup),
/* harmony export */   Qy: () => (/* binding */ assertOurDatabase),
/* harmony export */   Z8: () => (/* binding */ DATABASE_PREFIX),
/* harmony export */   rE: () => (/* binding */ SUPERUSER),
/* harmony export */   xL: () => (/* binding */ OBSERVER),
/* harmony export */   yx: () => (/* binding */ MIGRATOR)
/* harmony export */ });
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87388);
/** The roles of a throwaway server, and the doors that are closed to the SQL under test. */

/**
 * Who runs a server of our own. Not `postgres`: dumps hand their tables to a role of that name, which is then a plain
 * one, made for the run like any other that the SQL names.
 */
const SUPERUSER = 'partition_guard_admin';
const MIGRATOR = 'partition_guard_owner';
const OBSERVER = 'partition_guard_observer';
/** What every database made on a throwaway server is called first; nothing else is ever dropped. */
const DATABASE_PREFIX = 'partition_guard_';
/**
 * Up to PostgreSQL 15 whoever may create roles may also grant themselves these three, and run programs as the server's
 * user. Only a superuser may grant a role that is one itself, so these are marked as such; they cannot log in.
 */
const MACHINE_ROLES = ['pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'];
/** Statements, run by a superuser in `template1`, that make a server of our own ready for SQL that nobody trusts. */
function ownServerSetup(major, passwords) {
    const login = (password) => password === undefined ? 'LOGIN' : `LOGIN PASSWORD ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .ce)(password)}`;
    const machineRoles = MACHINE_ROLES.map(_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .ce).join(', ');
    return [
        `CREATE ROLE ${MIGRATOR} NOSUPERUSER CREATEROLE NOCREATEDB ${login(passwords?.migrator)}`,
        `CREATE ROLE ${OBSERVER} NOSUPERUSER NOCREATEROLE NOCREATEDB BYPASSRLS ${login(passwords?.observer)}`,
        `GRANT pg_read_all_data, pg_write_all_data TO ${OBSERVER}`,
        `UPDATE pg_catalog.pg_authid SET rolsuper = true WHERE rolname IN (${machineRoles})`,
        // What it makes is its to hand things to, as it was before 16.
        ...(major >= 16 ? [`ALTER ROLE ${MIGRATOR} SET createrole_self_grant = 'set, inherit'`] : []),
        // Dumps of older versions comment on it, which only its owner may.
        `UPDATE pg_catalog.pg_extension SET extowner = '${MIGRATOR}'::pg_catalog.regrole WHERE extname = 'plpgsql'`,
        // As it is from 15 on: whoever owns the database owns its public schema.
        ...(major < 15 ? ['ALTER SCHEMA public OWNER TO pg_database_owner'] : []),
    ];
}
/**
 * Session settings that an administrator's connection insists on: the owner of a database may give it a search_path in
 * which now() or count() is theirs, and it would run with the administrator's rights.
 */
const ADMIN_SESSION_OPTIONS = '-c search_path=pg_catalog,pg_temp';
/** Refuses a name that is not ours to create or drop. */
function assertOurDatabase(name, prefix) {
    const isOurs = name.startsWith(prefix) && name.length > prefix.length;
    if (isOurs && prefix.startsWith(DATABASE_PREFIX) && Buffer.byteLength(name) <= 63)
        return;
    throw new Error(`the database ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name)} is not a throwaway one: its name must begin with ${prefix}`);
}


/***/ }),

/***/ 9935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cp: () => (/* binding */ marksOfLiveRuns),
/* harmony export */   ko: () => (/* binding */ holdRunLock),
/* harmony export */   uI: () => (/* binding */ withSweepLock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48670);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87388);
/* harmony import */ var _run_trace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71795);
/** The session that shows others that a run is alive: it holds a lock by the run's mark until it ends, however it ends. */




/** The first key of the locks; the second is the mark. */
const LOCKS_OF_RUNS = 0x70677264;
const RETRY_MS = 1_000;
const HOLD = 'select pg_catalog.pg_advisory_lock_shared($1, $2), pg_catalog.pg_backend_pid() as backend';
/** No setting of the server is to end a session that does nothing but be there. */
const STAY = "select pg_catalog.set_config('idle_session_timeout', '0', false)";
/**
 * Connects and takes the lock; a session that is lost is replaced until `release`.
 * @param settings of a database whose sessions are in nobody's way.
 */
async function holdRunLock(settings, mark) {
    let released = false;
    let client = await connect();
    async function connect() {
        const fresh = (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .createClient */ .UU)(settings);
        try {
            await fresh.connect();
            await fresh.query(STAY);
            const { rows } = await fresh.query(HOLD, [LOCKS_OF_RUNS, lockKeyOf(mark)]);
            assertDirect(fresh, rows[0]?.backend);
        }
        catch (error) {
            await fresh.end();
            throw error;
        }
        fresh.once('end', () => void replace());
        return fresh;
    }
    async function replace() {
        while (!released) {
            try {
                const fresh = await connect();
                if (released)
                    await fresh.end();
                else
                    client = fresh;
                return;
            }
            catch {
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(RETRY_MS, undefined, { ref: false });
            }
        }
    }
    return {
        release: async () => {
            released = true;
            await client.end();
        },
    };
}
/** A pooler has numbers of its own for sessions, and may give ours to somebody else: a lock would say nothing. */
function assertDirect(client, backend) {
    const { processID } = client;
    if (processID === backend)
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n('the address of the server leads to a pooler, which keeps no session of ours', {
        code: 'server-behind-pooler',
        hint: 'give the address of the PostgreSQL server itself: often another port or host name',
    });
}
const lockKeyOf = (mark) => Number.parseInt(mark, 16) | 0;
const HOLDERS = `
  select l.objid::pg_catalog.int8::pg_catalog.text as key
  from pg_catalog.pg_locks l
  where l.locktype = 'advisory' and l.objsubid = 2 and l.granted and l.classid = $1::pg_catalog.int8::pg_catalog.oid
  group by l.objid`;
/** The marks of the runs that are alive on this server, whichever machine and database they are connected from and to. */
async function marksOfLiveRuns(client) {
    const { rows } = await client.query(HOLDERS, [LOCKS_OF_RUNS]);
    return new Set(rows.map(({ key }) => Number(key).toString(16).padStart(8, '0')).filter(_run_trace_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunMark */ .b0));
}
/** Of all the runs that begin at one time, one at a time looks for what others left; for the rest it is `otherwise`. */
async function withSweepLock(client, sweep, otherwise) {
    const { rows } = await client.query('select pg_catalog.pg_try_advisory_lock($1, 0) as ours', [LOCKS_OF_RUNS + 1]);
    if (rows[0]?.ours !== true)
        return otherwise;
    try {
        return await sweep();
    }
    finally {
        await client.query('select pg_catalog.pg_advisory_unlock($1, 0)', [LOCKS_OF_RUNS + 1]);
    }
}


/***/ }),

/***/ 62687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ findServerUser),
/* harmony export */   u: () => (/* binding */ canReach)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48670);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48634);
/** Whom a server of ours runs as: ourselves, or, since PostgreSQL refuses root, somebody without rights. */




const CANDIDATES = ['postgres', 'nobody'];
/** The user that programs are to be run as; undefined where we are not root and may stay who we are. */
async function findServerUser() {
    if (process.geteuid?.() !== 0)
        return undefined;
    for (const name of CANDIDATES) {
        const [uid, gid] = await Promise.all([readId('-u', name), readId('-g', name)]);
        if (uid !== undefined && gid !== undefined && uid !== 0)
            return { name, uid, gid };
    }
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor a user "nobody"', { code: 'server-user-missing', hint: 'run as an ordinary user, or add a user named "postgres"' });
}
/** Whether `user` can get to what lies in `folder`; true for ourselves. */
async function canReach(user, folder) {
    if (user === undefined)
        return true;
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        const { mode, uid, gid } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(at);
        const right = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
        if ((mode & right) === 0)
            return false;
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            return true;
    }
}
async function readId(flag, name) {
    const end = await (0,_program_js__WEBPACK_IMPORTED_MODULE_3__/* .runProgram */ .mB)('id', [flag, name], {
        cwd: '/',
        env: (0,_program_js__WEBPACK_IMPORTED_MODULE_3__/* .minimalEnvironment */ .nr)('/'),
        timeoutMs: 10_000,
    });
    return end.ok && /^\d+$/.test(end.stdout.trim()) ? Number(end.stdout) : undefined;
}


/***/ }),

/***/ 64768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ makeServer),
  $: () => (/* binding */ readVersion)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./postgres/connection.js
var connection = __webpack_require__(87388);
// EXTERNAL MODULE: ./postgres/error-code.js
var error_code = __webpack_require__(81248);
// EXTERNAL MODULE: ../../node_modules/pg/esm/index.mjs
var esm = __webpack_require__(15757);
;// CONCATENATED MODULE: ./postgres/kept-sessions.js
/** Sessions that are opened when they are needed, and kept for the next statement instead of being opened anew. */


function keepSessions(settings) {
    const idle = [];
    // Whoever is connected to it keeps databases from being made, and it is what they are made from.
    let keeps = settings.database !== 'template1';
    const open = async () => {
        const client = (0,connection/* createClient */.UU)(settings);
        // One that the server ends, or takes along as it dies, is not waited for by anybody.
        client.once('end', () => idle.includes(client) && idle.splice(idle.indexOf(client), 1));
        try {
            await client.connect();
            return client;
        }
        catch (error) {
            await client.end();
            throw error;
        }
    };
    const run = async (sql) => {
        const client = idle.pop() ?? (await open());
        let isAlive = true;
        try {
            await client.query(sql);
        }
        catch (error) {
            isAlive = error instanceof esm/* default.DatabaseError */.Ay.DatabaseError && error.severity === 'ERROR';
            throw error;
        }
        finally {
            if (keeps && isAlive)
                idle.push(client);
            else
                await client.end();
        }
    };
    const end = async () => {
        keeps = false;
        await Promise.all(idle.splice(0).map((client) => client.end()));
    };
    return { run, end };
}

// EXTERNAL MODULE: ./postgres/roles.js
var roles = __webpack_require__(45031);
;// CONCATENATED MODULE: ./postgres/made-roles.js



const INSUFFICIENT_PRIVILEGE = '42501';
const DUPLICATE_OBJECT = '42710';
/** Names that no SQL under test may have a role of: PostgreSQL's own, and the program's. */
const isReserved = (role) => /^pg_/.test(role) || role.startsWith(roles/* DATABASE_PREFIX */.Z8) || ['public', 'none'].includes(role);
/** @param migrator who gets to own what they own, and to take on their role: to hand an object over needs both. */
async function makeRoles(admin, names, { migrator, major }) {
    const made = [];
    const refused = new Map();
    for (const name of names.filter((role) => !isReserved(role))) {
        const reason = await makeRole(admin, name, { migrator, major });
        if (reason === undefined)
            made.push(name);
        else
            refused.set(name, reason);
    }
    return { made, refused };
}
async function makeRole(admin, name, { migrator, major }) {
    const role = (0,connection/* quoteIdentifier */.Cm)(name);
    const options = major >= 16 ? 'ADMIN TRUE, INHERIT TRUE, SET TRUE' : 'ADMIN OPTION';
    try {
        await admin.query('BEGIN');
        await admin.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS`);
        await admin.query(`GRANT ${role} TO ${(0,connection/* quoteIdentifier */.Cm)(migrator)} WITH ${options}`);
        await admin.query('COMMIT');
        return undefined;
    }
    catch (error) {
        await admin.query('ROLLBACK');
        const code = (0,error_code/* errorCode */.C)(error);
        if (code === DUPLICATE_OBJECT)
            return 'it is a role of the server given, which is not touched';
        if (code === INSUFFICIENT_PRIVILEGE)
            return 'no role may be made on the server given';
        throw error;
    }
}

;// CONCATENATED MODULE: ./postgres/throwaway-server.js
/** A server on which throwaway databases are made and dropped, whatever kind it is. */






/** What ALTER DATABASE … SET gave the template: a database made from it has none of that by itself. */
const copySettings = (template, name) => `
  INSERT INTO pg_catalog.pg_db_role_setting (setdatabase, setrole, setconfig)
  SELECT made.oid, given.setrole, given.setconfig
  FROM pg_catalog.pg_db_role_setting AS given
  JOIN pg_catalog.pg_database AS source ON source.oid = given.setdatabase AND source.datname = ${(0,connection/* quoteLiteral */.ce)(template)}
  JOIN pg_catalog.pg_database AS made ON made.datname = ${(0,connection/* quoteLiteral */.ce)(name)}`;
const OBJECT_IN_USE = '55006';
const TEMPLATE_TRIES = 100;
const TEMPLATE_PAUSE_MS = 50;
/** The server, and what ends the sessions that it keeps: for whoever closes it, before the server goes. */
function makeServer(description) {
    const { maintenanceDatabase, databaseComment, ...rest } = description;
    const major = Number.parseInt(rest.version, 10);
    const admin = keepSessions(rest.connection(maintenanceDatabase, 'admin'));
    const server = {
        ...rest,
        major,
        createDatabase: async (name, { template }) => {
            (0,roles/* assertOurDatabase */.Qy)(name, rest.databasePrefix);
            const owner = rest.connection(name, 'migrator').user;
            const source = template === undefined ? '' : `TEMPLATE ${(0,connection/* quoteIdentifier */.Cm)(template)}`;
            // Copying files beats writing every page to the log, as 15 began to do.
            const strategy = major >= 15 ? 'STRATEGY file_copy' : '';
            await retryWhileInUse(() => admin.run(`CREATE DATABASE ${(0,connection/* quoteIdentifier */.Cm)(name)} OWNER ${(0,connection/* quoteIdentifier */.Cm)(owner)} ${source} ${strategy}`));
            if (databaseComment !== undefined) {
                await admin.run(`comment on database ${(0,connection/* quoteIdentifier */.Cm)(name)} is ${(0,connection/* quoteLiteral */.ce)(databaseComment)}`);
            }
            if (template !== undefined && rest.kind !== 'url')
                await admin.run(copySettings(template, name));
        },
        dropDatabase: async (name) => {
            (0,roles/* assertOurDatabase */.Qy)(name, rest.databasePrefix);
            await admin.run(`DROP DATABASE IF EXISTS ${(0,connection/* quoteIdentifier */.Cm)(name)} WITH (FORCE)`);
        },
        makeRoles: (names) => {
            const migrator = rest.connection(maintenanceDatabase, 'migrator').user;
            return (0,connection/* withClient */.SV)(rest.connection(maintenanceDatabase, 'admin'), (client) => makeRoles(client, names, { migrator, major }));
        },
    };
    return { server, endSessions: admin.end };
}
/** A session that has just been ended by its client stays on the template for a moment. */
async function retryWhileInUse(create) {
    for (let tries = 1;; tries++) {
        try {
            return await create();
        }
        catch (error) {
            if ((0,error_code/* errorCode */.C)(error) !== OBJECT_IN_USE || tries === TEMPLATE_TRIES)
                throw error;
        }
        await (0,promises_.setTimeout)(TEMPLATE_PAUSE_MS);
    }
}
/** "15.18", whatever the server's builder added to it. */
async function readVersion(client) {
    const { rows } = await client.query("SELECT current_setting('server_version') AS version");
    return rows[0]?.version.split(' ')[0] ?? '';
}


/***/ })

};
