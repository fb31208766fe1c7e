export const id = 5484;
export const ids = [5484];
export const modules = {

/***/ 15484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   googleTokens: () => (/* binding */ googleTokens)
/* harmony export */ });
/** A token of Google Cloud for a database of Cloud SQL: an access token that is good for logging in and nothing else. */
const SCOPE = 'https://www.googleapis.com/auth/sqlservice.login';
async function googleTokens() {
    const { GoogleAuth } = await Promise.all(/* import() */[__webpack_require__.e(1464), __webpack_require__.e(1488)]).then(__webpack_require__.t.bind(__webpack_require__, 11488, 19));
    const auth = new GoogleAuth({ scopes: [SCOPE] });
    return async () => (await auth.getAccessToken()) ?? '';
}


/***/ })

};
