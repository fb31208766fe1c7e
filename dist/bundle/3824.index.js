export const id = 3824;
export const ids = [3824];
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
    const run = await orTold(job, async () => (await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(780)]).then(__webpack_require__.bind(__webpack_require__, 50780))).readEvent(job.env));
    if (run === undefined)
        return;
    const tell = async (told) => {
        const { reportFault } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(4080), __webpack_require__.e(1520), __webpack_require__.e(1111)]).then(__webpack_require__.bind(__webpack_require__, 41111));
        await reportFault(job, run, told);
    };
    const task = await orTold(job, async () => (await __webpack_require__.e(/* import() */ 2306).then(__webpack_require__.bind(__webpack_require__, 72306))).readTask(job, run), tell);
    if (task === undefined)
        return;
    const { mode } = task;
    const isProof = mode === 'validate' || mode === 'merge';
    if (isProof)
        await prove(job, { ...task, mode }, tell);
    else
        await deploy(job, { ...task, mode });
}
/** What fails here is the exit status, told in the log and by `tell`. */
async function orTold(job, body, tell = () => Promise.resolve()) {
    try {
        return await body();
    }
    catch (error) {
        const { text, status } = tellFault(job, error);
        process.exitCode = status;
        await tell(text, status);
        return undefined;
    }
}
/** What each mode needs is loaded when it is its turn: the first line is out by then. */
async function prove(job, task, tell) {
    const judged = await orTold(job, () => judge(job, task), tell);
    if (judged === undefined)
        return;
    process.exitCode = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .exitStatusOf */ .e)(judged.result.verdict);
    const { report } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(4080), __webpack_require__.e(1520), __webpack_require__.e(1111)]).then(__webpack_require__.bind(__webpack_require__, 41111));
    await report(job, task, judged);
}
async function judge(job, task) {
    const startedAt = new Date();
    switch (task.mode) {
        case 'validate':
            return (0,_action_clean_up_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanedUpLater */ .Yl)(job.env, async (trace) => {
                const { playValidate } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(5757), __webpack_require__.e(4951), __webpack_require__.e(4080), __webpack_require__.e(3535), __webpack_require__.e(4093), __webpack_require__.e(8355), __webpack_require__.e(2112), __webpack_require__.e(2909), __webpack_require__.e(5330), __webpack_require__.e(2051)]).then(__webpack_require__.bind(__webpack_require__, 32051));
                return playValidate({ job, task, startedAt, trace });
            });
        case 'merge': {
            const { playMerge } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(4080), __webpack_require__.e(4093), __webpack_require__.e(6696), __webpack_require__.e(3703)]).then(__webpack_require__.bind(__webpack_require__, 53703));
            return playMerge(job);
        }
    }
}
async function deploy(job, task) {
    const { run, mode } = task;
    const startedAt = new Date();
    const tell = async (told, status) => {
        const { reportDeploymentFault } = await __webpack_require__.e(/* import() */ 2791).then(__webpack_require__.bind(__webpack_require__, 42791));
        await reportDeploymentFault(job, run, { mode, told, status });
    };
    const deployed = await orTold(job, async () => {
        const { openTargetRun } = await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(3535), __webpack_require__.e(2126), __webpack_require__.e(7303)]).then(__webpack_require__.bind(__webpack_require__, 17910));
        return playOnTarget(await openTargetRun(job, task, mode, startedAt), mode);
    }, tell);
    if (deployed === undefined)
        return;
    process.exitCode = deployed.status;
    const { reportDeployment } = await __webpack_require__.e(/* import() */ 2791).then(__webpack_require__.bind(__webpack_require__, 42791));
    await reportDeployment(job, run, deployed);
}
async function playOnTarget(targetRun, mode) {
    switch (mode) {
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(5757), __webpack_require__.e(4080), __webpack_require__.e(3535), __webpack_require__.e(4093), __webpack_require__.e(8355), __webpack_require__.e(1520), __webpack_require__.e(2126), __webpack_require__.e(251), __webpack_require__.e(8583), __webpack_require__.e(3339)]).then(__webpack_require__.bind(__webpack_require__, 37550))).playPlan(targetRun);
        case 'apply':
            return (await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(5757), __webpack_require__.e(4080), __webpack_require__.e(3535), __webpack_require__.e(4093), __webpack_require__.e(8355), __webpack_require__.e(1520), __webpack_require__.e(2126), __webpack_require__.e(251), __webpack_require__.e(8583), __webpack_require__.e(1693), __webpack_require__.e(4249), __webpack_require__.e(717)]).then(__webpack_require__.bind(__webpack_require__, 71040))).playApply(targetRun);
        case 'maintain':
            return (await Promise.all(/* import() */[__webpack_require__.e(9143), __webpack_require__.e(3483), __webpack_require__.e(5757), __webpack_require__.e(234), __webpack_require__.e(4080), __webpack_require__.e(3535), __webpack_require__.e(8355), __webpack_require__.e(2126), __webpack_require__.e(251), __webpack_require__.e(1693), __webpack_require__.e(410), __webpack_require__.e(9792)]).then(__webpack_require__.bind(__webpack_require__, 14168))).playMaintain(targetRun);
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
