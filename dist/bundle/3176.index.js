export const id = 3176;
export const ids = [3176];
export const modules = {

/***/ 83176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _action_clean_up_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72926);
/* harmony import */ var _action_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33545);
/** The step after the job: takes away what a run left that was stopped in the middle. */


async function main() {
    const job = (0,_action_job_js__WEBPACK_IMPORTED_MODULE_1__/* .openJob */ .I)(process.env, (text) => process.stdout.write(text));
    (0,_action_job_js__WEBPACK_IMPORTED_MODULE_1__/* .maskSecrets */ .Q)(job);
    await (0,_action_clean_up_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUp */ .nY)(job);
    process.exitCode = 0;
}


/***/ })

};
