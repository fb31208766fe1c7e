export const id = 990;
export const ids = [990];
export const modules = {

/***/ 21990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeLeftBehind: () => (/* binding */ removeLeftBehind)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _cache_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63229);
/* harmony import */ var _container_server_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19821);
/* harmony import */ var _given_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24835);
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
                return await (0,_container_server_js__WEBPACK_IMPORTED_MODULE_2__/* .removeContainers */ .D)(mark);
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
