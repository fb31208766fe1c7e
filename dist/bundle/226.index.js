export const id = 226;
export const ids = [226];
export const modules = {

/***/ 71795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ CONTAINER_LABEL),
/* harmony export */   N5: () => (/* binding */ newRunMark),
/* harmony export */   b0: () => (/* binding */ isRunMark),
/* harmony export */   r3: () => (/* binding */ untraced)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** The mark that a run's things bear where they could outlive it, so that whoever comes later finds these and no others. */

/** Eight hexadecimal digits, a letter among them: of figures alone somebody's own names are made, such as dates. */
function newRunMark() {
    const mark = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex');
    return isRunMark(mark) ? mark : newRunMark();
}
const isRunMark = (text) => /^(?=.*[a-f])[0-9a-f]{8}$/.test(text);
/** For those who leave nothing to be found: their reapers see to it. */
const untraced = () => ({ mark: newRunMark(), onOpening: () => Promise.resolve() });
/** The label of a run's containers; its value is the mark. */
const CONTAINER_LABEL = 'partition-guard.run';


/***/ }),

/***/ 16820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateOnThrowaway: () => (/* binding */ validateOnThrowaway)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93873);
/* harmony import */ var _replay_options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24834);
/* harmony import */ var _settings_load_configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32245);
/* harmony import */ var _settings_resolve_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13535);
/* harmony import */ var _validate_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73176);
/** `validate`, from the command line's options to an exit status. */






async function validateOnThrowaway({ config, ...options }, { cwd, startedAt, secrets, output, terminal, onLine }) {
    secrets.add(options.server?.includes('://') ? options.server : undefined);
    const settings = await (0,_settings_resolve_settings_js__WEBPACK_IMPORTED_MODULE_3__.validateSettings)({
        cwd,
        ...(0,_settings_load_configuration_js__WEBPACK_IMPORTED_MODULE_2__.loadConfiguration)(cwd, config),
        options,
        today: today(startedAt),
    });
    if (settings.server.kind === 'url')
        secrets.add(settings.server.url);
    const result = await (0,_validate_command_js__WEBPACK_IMPORTED_MODULE_4__/* .runValidate */ .ED)({
        settings,
        startedAt,
        replayOptions: (0,_replay_options_js__WEBPACK_IMPORTED_MODULE_5__/* .replayOptions */ .I)(config, options),
        output,
        terminal,
        onProgress: onLine,
        redact: secrets.redact,
    });
    return (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_1__/* .exitStatusOf */ .e)(result.verdict);
}
const today = (date) => (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });


/***/ })

};
