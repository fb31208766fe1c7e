export const id = 2872;
export const ids = [2872];
export const modules = {

/***/ 2872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeReports: () => (/* binding */ mergeReports)
/* harmony export */ });
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93873);
/* harmony import */ var _merge_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43696);
/* harmony import */ var _settings_report_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82007);



async function mergeReports(paths, options, { cwd, secrets, output, terminal }) {
    const result = await (0,_merge_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runMerge */ .C)({
        cwd,
        paths,
        reports: (0,_settings_report_options_js__WEBPACK_IMPORTED_MODULE_2__/* .reportFiles */ .IU)(options, { cwd, style: 'flag', command: 'merge' }),
        output,
        terminal,
        redact: secrets.redact,
    });
    return (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .exitStatusOf */ .e)(result.verdict);
}


/***/ })

};
