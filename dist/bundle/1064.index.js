export const id = 1064;
export const ids = [1064];
export const modules = {

/***/ 87388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   Jy: () => (/* binding */ withoutPostgresVariables),
/* harmony export */   SV: () => (/* binding */ withClient),
/* harmony export */   UU: () => (/* binding */ createClient),
/* harmony export */   ce: () => (/* binding */ quoteLiteral),
/* harmony export */   zP: () => (/* binding */ parseConnectionUrl)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15757);

/** Quotes a name for SQL, always: a keyword or a capital letter needs no second thought. */
const quoteIdentifier = (name) => pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(name);
/** Quotes a text for SQL, where a statement takes no `$1`. */
const quoteLiteral = (text) => pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(text);
/** Makes a client, not yet connected, that the caller's PGHOST, PGOPTIONS and the like do not reach. */
const createClient = (settings) => withoutPostgresVariables(() => {
    const client = new pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].Client */ .Ay.Client({
        host: settings.host,
        port: settings.port,
        user: settings.user,
        password: settings.password ?? '',
        database: settings.database,
        ssl: settings.ssl,
        application_name: 'partition-guard',
        client_encoding: 'UTF8',
        ...(settings.options === undefined ? {} : { options: settings.options }),
    });
    // A server that dies while no query waits tells it to this listener alone; the next query reports it.
    client.on('error', () => undefined);
    return client;
});
/** Connects, hands the client to `body`, and ends it whatever happens. */
async function withClient(settings, body) {
    const client = createClient(settings);
    try {
        await client.connect();
        return await body(client);
    }
    finally {
        await client.end();
    }
}
/** Reads a `postgres://` address into settings; the variables PGPASSWORD and so on have no say in it. */
function parseConnectionUrl(url) {
    const { host, port, user, password, database, ssl } = withoutPostgresVariables(() => new pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].Client */ .Ay.Client({ connectionString: url }));
    return {
        host,
        port,
        user: user ?? 'postgres',
        ...(password === undefined || password === null ? {} : { password }),
        database: database ?? user ?? 'postgres',
        ssl,
    };
}
/** Runs `make`, which must not wait, while the environment has no PG… variable. */
function withoutPostgresVariables(make) {
    const hidden = Object.entries(process.env).filter(([name]) => name.startsWith('PG'));
    for (const [name] of hidden)
        Reflect.deleteProperty(process.env, name);
    try {
        return make();
    }
    finally {
        for (const [name, value] of hidden)
            process.env[name] = value;
    }
}


/***/ }),

/***/ 81248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode)
/* harmony export */ });
/** The code of an error, PostgreSQL's SQLSTATE or the system's name, whatever made the error. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}


/***/ }),

/***/ 21990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeLeftBehind: () => (/* binding */ removeLeftBehind)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _cache_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63229);
/* harmony import */ var _left_containers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97278);
/* harmony import */ var _given_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42818);
/* harmony import */ var _owned_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7453);
/* harmony import */ var _server_user_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62687);
/** Takes away what a run left that could not do so itself: its folders and processes, databases and roles, containers. */






/** Each kind by itself, so that one that fails keeps no other; hands back what went wrong. */
async function removeLeftBehind({ mark, opened, serverUrl, env }) {
    const removals = opened.map(async (kind) => {
        switch (kind) {
            case 'embedded':
                return await sweepFolders(env);
            case 'testcontainers':
                return await (0,_left_containers_js__WEBPACK_IMPORTED_MODULE_2__/* .removeContainers */ .Dn)(mark);
            case 'url':
                if (serverUrl === undefined)
                    throw new Error('the address of the server is not known any more');
                return await (0,_given_server_js__WEBPACK_IMPORTED_MODULE_3__/* .dropLeftBehind */ .f)(serverUrl, mark);
        }
    });
    const ends = await Promise.allSettled(removals);
    return ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
}
/** Folders of runs whose process is gone, in every place where a run may have made one. */
async function sweepFolders(env) {
    const user = await (0,_server_user_js__WEBPACK_IMPORTED_MODULE_5__/* .findServerUser */ .q)();
    const cache = await (0,_cache_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .openCacheFolder */ .R)({ env, user });
    try {
        for (const place of new Set(['/dev/shm', (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), '/tmp', '/var/tmp', cache.path])) {
            await (0,_owned_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .sweepAbandonedFolders */ .C)(place).catch((error) => {
                if (error.code !== 'ENOENT')
                    throw error;
            });
        }
    }
    finally {
        await cache.close();
    }
}


/***/ })

};
