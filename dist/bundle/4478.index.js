export const id = 4478;
export const ids = [4478];
export const modules = {

/***/ 94478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   awsTokens: () => (/* binding */ awsTokens)
/* harmony export */ });
/** As AWS names its databases: `name.id.REGION.rds.amazonaws.com`, in China with `.cn`. */
const RDS_HOST = /\.([a-z]{2}(?:-[a-z]+)+-\d)\.rds\.amazonaws\.com(?:\.cn)?$/i;
async function awsTokens({ host, port, user }) {
    const { Signer } = await Promise.all(/* import() */[__webpack_require__.e(939), __webpack_require__.e(501)]).then(__webpack_require__.t.bind(__webpack_require__, 40501, 19));
    const region = RDS_HOST.exec(host)?.[1];
    // Behind a name of one's own the region is the environment's or the profile's.
    const signer = new Signer({
        hostname: host,
        port,
        username: user,
        ...(region === undefined ? {} : { region }),
    });
    return () => signer.getAuthToken();
}


/***/ })

};
