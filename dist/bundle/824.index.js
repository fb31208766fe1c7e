export const id = 824;
export const ids = [824];
export const modules = {

/***/ 93824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _action_clean_up_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72926);
/* harmony import */ var _action_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33545);
/* harmony import */ var _domain_tool_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13562);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93873);
/** The GitHub Action: settings, run, outputs, annotations, summary, comment, exit status. */




/** Runs the action; the exit status is set, never forced, so that what was written arrives. */
async function main() {
    const job = (0,_action_job_js__WEBPACK_IMPORTED_MODULE_1__/* .openJob */ .I)(process.env, (text) => process.stdout.write(text));
    (0,_action_job_js__WEBPACK_IMPORTED_MODULE_1__/* .maskSecrets */ .Q)(job);
    job.log.line(`partition-guard ${_domain_tool_version_js__WEBPACK_IMPORTED_MODULE_3__/* .TOOL_VERSION */ .w} on Node ${process.versions.node}, ${process.platform}-${process.arch}`);
    process.once('uncaughtException', (error) => {
        process.exitCode = tellFault(job, error).status;
        process.exit();
    });
    const run = await orTold(job, async () => (await Promise.all(/* import() */[__webpack_require__.e(143), __webpack_require__.e(86)]).then(__webpack_require__.bind(__webpack_require__, 54086))).readEvent(job.env));
    if (run === undefined)
        return;
    const tell = async (told) => {
        const { reportFault } = await Promise.all(/* import() */[__webpack_require__.e(446), __webpack_require__.e(978)]).then(__webpack_require__.bind(__webpack_require__, 47978));
        await reportFault(job, run, told);
    };
    const task = await orTold(job, async () => (await __webpack_require__.e(/* import() */ 306).then(__webpack_require__.bind(__webpack_require__, 72306))).readTask(job, run), tell);
    if (task === undefined)
        return;
    const judged = await orTold(job, () => play(job, task), tell);
    if (judged === undefined)
        return;
    process.exitCode = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .exitStatusOf */ .e)(judged.result.verdict);
    const { report } = await Promise.all(/* import() */[__webpack_require__.e(446), __webpack_require__.e(978)]).then(__webpack_require__.bind(__webpack_require__, 47978));
    await report(job, task, judged);
}
/** What fails here is the exit status, told in the log and by `tell`. */
async function orTold(job, body, tell = () => Promise.resolve()) {
    try {
        return await body();
    }
    catch (error) {
        const { text, status } = tellFault(job, error);
        process.exitCode = status;
        await tell(text);
        return undefined;
    }
}
/** What each mode needs is loaded when it is its turn: the first line is out by then. */
async function play(job, task) {
    const startedAt = new Date();
    switch (task.mode) {
        case 'validate':
            return (0,_action_clean_up_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanedUpLater */ .Yl)(job.env, async (trace) => {
                const { playValidate } = await Promise.all(/* import() */[__webpack_require__.e(143), __webpack_require__.e(483), __webpack_require__.e(757), __webpack_require__.e(951), __webpack_require__.e(446), __webpack_require__.e(152), __webpack_require__.e(243), __webpack_require__.e(729), __webpack_require__.e(514)]).then(__webpack_require__.bind(__webpack_require__, 28289));
                return playValidate({ job, task, startedAt, trace });
            });
        case 'merge': {
            const { playMerge } = await Promise.all(/* import() */[__webpack_require__.e(143), __webpack_require__.e(446), __webpack_require__.e(867), __webpack_require__.e(295)]).then(__webpack_require__.bind(__webpack_require__, 53703));
            return playMerge(job);
        }
    }
}
function tellFault({ log, secrets }, error) {
    const told = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .tellError */ .S)(error, secrets.redact);
    log.annotate({ level: 'error', title: 'partition-guard', message: told.text });
    return told;
}


/***/ }),

/***/ 13562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TOOL_VERSION)
/* harmony export */ });
/** This program's own version, as package.json has it. */
const TOOL_VERSION = '0.1.0';


/***/ })

};
