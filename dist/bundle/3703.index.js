export const id = 3703;
export const ids = [3703];
export const modules = {

/***/ 44932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ wholePaths),
/* harmony export */   U: () => (/* binding */ writeDefaultReports)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53490);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25402);
/** The reports that are written without being asked for, so that a later step can keep them. */




const BY_DEFAULT = ['json', 'html'];
/** In the folder that the runner empties after the job; nothing where it names none. Hands back where they are. */
async function writeDefaultReports(env, judged) {
    const parent = env['RUNNER_TEMP'];
    const kinds = _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .REPORT_KINDS */ .t.filter((kind) => BY_DEFAULT.includes(kind) && judged.reports[kind] === undefined);
    if (!parent || kinds.length === 0)
        return {};
    // Of its own for each step: an action can be used twice in a job.
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, 'partition-guard-'));
    const reports = Object.fromEntries(kinds.map((kind) => [kind, `report.${kind}`]));
    await (0,_report_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeReports */ .Li)(folder, reports, judged.result);
    return wholePaths(folder, reports);
}
const wholePaths = (cwd, reports) => Object.fromEntries((0,_report_files_js__WEBPACK_IMPORTED_MODULE_3__/* .filesOf */ .R8)(cwd, reports).map(({ kind, file }) => [kind, file]));


/***/ }),

/***/ 53703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   playMerge: () => (/* binding */ playMerge)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53490);
/* harmony import */ var _merge_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43696);
/* harmony import */ var _report_paint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17315);
/* harmony import */ var _settings_report_options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82007);
/* harmony import */ var _default_reports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44932);
/** Mode merge: the JSON reports of shares or majors joined into one verdict; they may come from a stranger's pull request. */






async function playMerge({ cwd, inputs, log, secrets }) {
    const paths = inputs.lines('reports');
    if (paths === undefined) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n('mode merge has no reports to join', {
            code: 'merge-no-reports',
            hint: 'Give the files, or the folders that they are in, as the input reports, one a line.',
        });
    }
    const options = Object.fromEntries(_domain_report_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .REPORT_KINDS */ .t.map((kind) => [kind, inputs.text(kind)]));
    const reports = (0,_settings_report_options_js__WEBPACK_IMPORTED_MODULE_4__/* .reportFiles */ .IU)(options, { cwd, style: 'input', command: 'merge' });
    const result = await log.withoutCommands(() => (0,_merge_command_js__WEBPACK_IMPORTED_MODULE_2__/* .runMerge */ .C)({
        cwd,
        paths,
        reports,
        output: log.stream,
        terminal: { paint: (0,_report_paint_js__WEBPACK_IMPORTED_MODULE_3__/* .createPaint */ .X)({ colour: false }) },
        redact: secrets.redact,
    }));
    return { result, failOn: result.failOn ?? 'error', isShare: false, reports: (0,_default_reports_js__WEBPACK_IMPORTED_MODULE_5__/* .wholePaths */ .E)(cwd, reports) };
}


/***/ }),

/***/ 17315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createPaint)
/* harmony export */ });
/** Colours of the terminal: a few codes, and a painter that leaves text as it is. */
const coded = (open, close) => (text) => text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;
const same = (text) => text;
const COLOURED = {
    red: coded(31, 39),
    green: coded(32, 39),
    yellow: coded(33, 39),
    bold: coded(1, 22),
    dim: coded(2, 22),
};
const PLAIN = { red: same, green: same, yellow: same, bold: same, dim: same };
const createPaint = (options) => options.colour ? COLOURED : PLAIN;


/***/ })

};
