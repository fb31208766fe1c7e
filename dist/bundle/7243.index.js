export const id = 7243;
export const ids = [7243];
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

/***/ 19821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ removeContainers),
/* harmony export */   v: () => (/* binding */ openContainerServer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48670);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87388);
/* harmony import */ var _interrupt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46413);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45031);
/* harmony import */ var _run_trace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71795);
/* harmony import */ var _throwaway_server_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64768);
/** A throwaway server in a Docker container, its data in memory; the library that drives Docker is loaded only here. */








const DATA = '/partition-guard';
const READY_TIMEOUT_MS = 60_000;
const STARTUP_TIMEOUT_MS = 300_000;
const SETTINGS = [
    ...[
        'fsync=off',
        'synchronous_commit=off',
        'full_page_writes=off',
        'wal_level=minimal',
        'max_wal_senders=0',
    ],
    ...['autovacuum=off', 'max_wal_size=4GB', 'checkpoint_timeout=1h', 'max_connections=50', 'jit=off'],
    ...['timezone=UTC', 'dynamic_shared_memory_type=mmap'],
];
async function openContainerServer(options) {
    const passwords = { admin: randomPassword(), migrator: randomPassword(), observer: randomPassword() };
    const log = [];
    const container = await startContainer(options, passwords.admin, log);
    const stop = async () => void (await container.stop({ remove: true, removeVolumes: true }));
    const forget = (0,_interrupt_js__WEBPACK_IMPORTED_MODULE_4__/* .onInterrupt */ .nA)(stop);
    const close = async () => {
        await stop();
        forget();
    };
    const logTail = () => log.join('').trim().split('\n').slice(-20).join('\n');
    const users = { admin: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .SUPERUSER */ .rE, migrator: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .MIGRATOR */ .yx, observer: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .OBSERVER */ .xL };
    const connection = (database, as) => ({
        host: container.getHost(),
        port: container.getMappedPort(5432),
        user: users[as],
        password: passwords[as],
        database,
        ssl: false,
        ...(as === 'admin' ? { options: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .ADMIN_SESSION_OPTIONS */ .Aw } : {}),
    });
    try {
        const version = await waitUntilReady(connection('postgres', 'admin'), logTail);
        await (0,_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .withClient */ .SV)(connection('template1', 'admin'), async (client) => {
            for (const statement of (0,_roles_js__WEBPACK_IMPORTED_MODULE_5__/* .ownServerSetup */ .Bm)(options.major, passwords))
                await client.query(statement);
        });
        const { server, endSessions } = (0,_throwaway_server_js__WEBPACK_IMPORTED_MODULE_7__/* .makeServer */ .Q)({
            kind: 'testcontainers',
            version,
            dataIn: 'memory (of the container)',
            databasePrefix: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .DATABASE_PREFIX */ .Z8,
            maintenanceDatabase: 'postgres',
            connection,
            logTail,
        });
        return {
            server,
            close: async () => {
                await endSessions();
                await close();
            },
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
const randomPassword = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(18).toString('base64url');
/** Below that version the library's own HTTP client fails with words that help nobody. */
const LEAST_NODE = [22, 19];
function requireNode() {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const [leastMajor, leastMinor] = LEAST_NODE;
    if (major > leastMajor || (major === leastMajor && minor >= leastMinor))
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n(`Docker: containers need Node ${LEAST_NODE.join('.')} or later, and this is ${process.versions.node}`, {
        code: 'node-too-old',
        hint: 'run it on a newer Node, or take another server (--server embedded)',
    });
}
async function startContainer({ major, trace, onProgress }, password, log) {
    const image = `postgres:${major}`;
    requireNode();
    await trace.onOpening('testcontainers');
    onProgress(`starting a container of ${image}`);
    try {
        const { GenericContainer, Wait } = await Promise.all(/* import() */[__webpack_require__.e(3483), __webpack_require__.e(7674), __webpack_require__.e(9975), __webpack_require__.e(7495)]).then(__webpack_require__.t.bind(__webpack_require__, 9975, 19));
        return await new GenericContainer(image)
            .withEnvironment({
            POSTGRES_USER: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .SUPERUSER */ .rE,
            POSTGRES_PASSWORD: password,
            POSTGRES_DB: 'postgres',
            PGDATA: `${DATA}/data`,
        })
            .withLabels({ [_run_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .CONTAINER_LABEL */ .Fu]: trace.mark })
            .withTmpFs({ [DATA]: 'rw' })
            .withExposedPorts(5432)
            .withCommand(['postgres', ...SETTINGS.flatMap((setting) => ['-c', setting])])
            .withLogConsumer((stream) => stream.on('data', (line) => log.push(String(line))))
            .withStartupTimeout(STARTUP_TIMEOUT_MS)
            .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/))
            .start();
    }
    catch (error) {
        const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        const tail = log.length === 0 ? '' : `; its log ends:\n${log.slice(-20).join('').trim()}`;
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n(`Docker: no container of ${image} starts: ${said}${tail}`, {
            code: 'server-container-failed',
            hint: 'see that Docker runs and that this user may use it (docker info)',
            exitStatus: log.length === 0 ? _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.usage : _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.fault,
            cause: error,
        });
    }
}
/** Removes the containers of a run that was killed; nothing where Docker is out of reach, and with it they. */
async function removeContainers(mark) {
    const { getContainerRuntimeClient } = await Promise.all(/* import() */[__webpack_require__.e(3483), __webpack_require__.e(7674), __webpack_require__.e(9975), __webpack_require__.e(7495)]).then(__webpack_require__.t.bind(__webpack_require__, 9975, 19));
    const runtime = await getContainerRuntimeClient().catch(() => undefined);
    const docker = runtime?.container.dockerode;
    const filters = { label: [`${_run_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .CONTAINER_LABEL */ .Fu}=${mark}`] };
    for (const { Id } of (await docker?.listContainers({ all: true, filters })) ?? []) {
        await docker?.getContainer(Id).remove({ force: true, v: true });
    }
}
/** The image starts a first server, for its own set-up, that no port leads to: what answers by the port is the real one. */
async function waitUntilReady(admin, logTail) {
    const until = performance.now() + READY_TIMEOUT_MS;
    for (;;) {
        try {
            return await (0,_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .withClient */ .SV)(admin, _throwaway_server_js__WEBPACK_IMPORTED_MODULE_7__/* .readVersion */ .$);
        }
        catch (error) {
            if (performance.now() > until) {
                throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n(`PostgreSQL in Docker does not answer; its log ends:\n${logTail()}`, {
                    code: 'server-start-failed',
                    hint: 'mend what the log names, or use another server: --server embedded or --server postgres://…',
                    exitStatus: _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.fault,
                    cause: error,
                });
            }
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(50);
    }
}


/***/ }),

/***/ 24835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ dropLeftBehind),
/* harmony export */   h: () => (/* binding */ openGivenServer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48670);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87388);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81248);
/* harmony import */ var _interrupt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46413);
/* harmony import */ var _majors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4286);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45031);
/* harmony import */ var _run_trace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71795);
/* harmony import */ var _throwaway_server_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64768);
/** A server that the user names by its address: databases and roles of this run are made on it and dropped at the end. */









async function openGivenServer(options) {
    const given = readUrl(options.url);
    const { version, rights } = await connectFirst(given);
    const major = Number.parseInt(version, 10);
    (0,_majors_js__WEBPACK_IMPORTED_MODULE_4__/* .assertMajor */ .wx)(major);
    if (options.major !== undefined && options.major !== major) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n(`the server given is PostgreSQL ${version}, not ${options.major}`, {
            code: 'server-other-major',
            hint: `ask for --postgres ${major}, or give another server`,
        });
    }
    if (!rights.isSuperuser && !rights.mayCreateDatabases) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n(`"${rights.user}" may not create databases on the server given`, {
            code: 'server-no-rights',
            hint: `have its administrator run: ALTER ROLE ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(rights.user)} CREATEDB CREATEROLE`,
        });
    }
    const prefix = databasePrefixOf(options.trace.mark);
    await options.trace.onOpening('url');
    const logins = await makeLogins({ given, rights, prefix, major, onProgress: options.onProgress });
    const connection = (database, as) => ({
        ...given,
        ...logins[as],
        database,
        ...(as === 'admin' ? { options: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .ADMIN_SESSION_OPTIONS */ .Aw } : {}),
    });
    const { server, endSessions } = (0,_throwaway_server_js__WEBPACK_IMPORTED_MODULE_7__/* .makeServer */ .Q)({
        kind: 'url',
        version,
        dataIn: 'the server given',
        databasePrefix: prefix,
        maintenanceDatabase: given.database,
        connection,
        logTail: () => '',
    });
    const close = closeOnce(async () => {
        await endSessions();
        await (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .withClient */ .SV)(connection(given.database, 'admin'), (client) => dropAll(client, prefix));
    });
    return { server, close };
}
function readUrl(url) {
    try {
        if (!/^postgres(?:ql)?:\/\//.test(url))
            throw new Error('another scheme');
        return (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConnectionUrl */ .zP)(url);
    }
    catch {
        // The cause would quote the address, and with it the password.
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n('the server address cannot be read', {
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
        return await (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .withClient */ .SV)({ ...given, options: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .ADMIN_SESSION_OPTIONS */ .Aw }, async (client) => {
            const { rows } = await client.query(RIGHTS);
            const [rights] = rows;
            if (rights === undefined)
                throw new Error('the current user is not among the roles');
            return { version: await (0,_throwaway_server_js__WEBPACK_IMPORTED_MODULE_7__/* .readVersion */ .$)(client), rights };
        });
    }
    catch (error) {
        const said = error instanceof Error && error.message !== '' ? error.message : ((0,_error_code_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .C)(error) ?? String(error));
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n(`no connection to ${given.user}@${given.host}:${given.port}/${given.database}: ${said}`, {
            code: 'server-unreachable',
            hint: 'see that the server runs, and that the address, the user and the password are right',
            exitStatus: _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage,
        });
    }
}
/** Roles of this run where the user may make them; where not, everything runs as that user. */
async function makeLogins({ given, rights, prefix, major, onProgress }) {
    const admin = { user: given.user, ...(given.password === undefined ? {} : { password: given.password }) };
    if (!rights.isSuperuser && !rights.mayCreateRoles) {
        onProgress(`"${rights.user}" may not create roles: the migrations run as that user`);
        return { admin, migrator: admin, observer: admin };
    }
    const migrator = { user: `${prefix}owner`, password: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(18).toString('base64url') };
    const observer = { user: `${prefix}observer`, password: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(18).toString('base64url') };
    // Before 16 whoever may create roles may also take the right to run programs on the server.
    const createRole = major >= 16 ? 'CREATEROLE' : 'NOCREATEROLE';
    if (major < 16)
        onProgress(`on a PostgreSQL ${major} that is not ours the migrations may not create roles`);
    const login = ({ user, password }) => `CREATE ROLE ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(user)} LOGIN NOSUPERUSER NOCREATEDB PASSWORD ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteLiteral */ .ce)(password)}`;
    await (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .withClient */ .SV)({ ...given, options: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .ADMIN_SESSION_OPTIONS */ .Aw }, async (client) => {
        await client.query('BEGIN');
        await client.query(`${login(migrator)} ${createRole}`);
        if (major >= 16) {
            await client.query(`ALTER ROLE ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(migrator.user)} SET createrole_self_grant = 'set, inherit'`);
        }
        await client.query(`${login(observer)} NOCREATEROLE ${rights.isSuperuser ? 'BYPASSRLS' : ''}`);
        // To hand a database to the migrator, and to drop it, one must be a member.
        if (!rights.isSuperuser)
            await client.query(`GRANT ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(migrator.user)} TO CURRENT_USER`);
        const seesAll = rights.isSuperuser
            ? 'pg_read_all_data, pg_write_all_data'
            : (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(migrator.user);
        await client.query(`GRANT ${seesAll} TO ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(observer.user)}`);
        await client.query('COMMIT');
    });
    return { admin, migrator, observer };
}
/** This run's roles, after those that its migrations made: whoever makes a role, from 16 on, administers it. */
const OUR_ROLES = `
  SELECT role.rolname AS name
  FROM pg_catalog.pg_roles AS role
  WHERE starts_with(role.rolname, $1) OR EXISTS (
    SELECT FROM pg_catalog.pg_auth_members AS membership
    JOIN pg_catalog.pg_roles AS member ON member.oid = membership.member
    WHERE membership.roleid = role.oid AND membership.admin_option AND starts_with(member.rolname, $1))
  ORDER BY starts_with(role.rolname, $1)`;
/** What the databases and roles of a run begin with: nobody else's do. */
const databasePrefixOf = (mark) => `${_roles_js__WEBPACK_IMPORTED_MODULE_5__/* .DATABASE_PREFIX */ .Z8}${mark}_`;
/** Drops what a run with that mark left on a server when it was killed. */
async function dropLeftBehind(url, mark) {
    if (!(0,_run_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .isRunMark */ .b0)(mark))
        throw new Error('that is no mark of a run');
    await (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .withClient */ .SV)({ ...readUrl(url), options: _roles_js__WEBPACK_IMPORTED_MODULE_5__/* .ADMIN_SESSION_OPTIONS */ .Aw }, (client) => dropAll(client, databasePrefixOf(mark)));
}
/** Drops what begins with this run's own prefix, which nobody else can have. */
async function dropAll(client, prefix) {
    const databases = await client.query('SELECT datname AS name FROM pg_catalog.pg_database WHERE starts_with(datname, $1)', [prefix]);
    for (const { name } of databases.rows) {
        await client.query(`DROP DATABASE IF EXISTS ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(name)} WITH (FORCE)`);
    }
    const roles = await client.query(OUR_ROLES, [prefix]);
    for (const { name } of roles.rows)
        await client.query(`DROP ROLE IF EXISTS ${(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(name)}`);
}
/** Cleans up once, at the end or on an interrupt, whichever is first. */
function closeOnce(drop) {
    let dropping;
    const once = () => (dropping ??= drop());
    const forget = (0,_interrupt_js__WEBPACK_IMPORTED_MODULE_3__/* .onInterrupt */ .nA)(once);
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
/** Removes what killed runs of this user left in `parent`, servers still running there included. */
async function sweepAbandonedFolders(parent) {
    const root = await (0,promises_.realpath)(parent);
    for (const name of await (0,promises_.readdir)(root)) {
        if (!(await isAbandoned(name)))
            continue;
        const path = (0,external_node_path_.join)(root, name);
        const found = await (0,promises_.lstat)(path).catch(() => undefined);
        if (found === undefined || !found.isDirectory() || found.uid !== process.geteuid?.())
            continue;
        await (await startReaper(path)).finish();
    }
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
    const { maintenanceDatabase, ...rest } = description;
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
