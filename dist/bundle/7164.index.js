export const id = 7164;
export const ids = [7164];
export const modules = {

/***/ 47164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   azureTokens: () => (/* binding */ azureTokens)
/* harmony export */ });
/** A token of Microsoft Entra for Azure Database for PostgreSQL. */
const SCOPE = 'https://ossrdbms-aad.database.windows.net/.default';
async function azureTokens() {
    const { DefaultAzureCredential } = await Promise.all(/* import() */[__webpack_require__.e(7674), __webpack_require__.e(1464), __webpack_require__.e(7479)]).then(__webpack_require__.bind(__webpack_require__, 67479));
    const credential = new DefaultAzureCredential();
    return async () => (await credential.getToken(SCOPE)).token;
}


/***/ })

};
