export const id = 986;
export const ids = [986];
export const modules = {

/***/ 33986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48179);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64898);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92224);
/* harmony import */ var _domain_tool_version_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28510);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90565);
/* harmony import */ var _report_paint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78495);
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(74628);
/* harmony import */ var _settings_load_configuration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22777);
/* harmony import */ var _settings_resolve_settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36723);
/* harmony import */ var _replay_options_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1958);
/* harmony import */ var _validate_command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52575);
/** The command line: options in, exit status out. */











const collect = (value, earlier = []) => [...earlier, value];
function createProgram(onStatus) {
    const program = new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('partition-guard')
        .description('Proves a PostgreSQL partition migration on a throwaway server: no row lost, no overlap, no gap.')
        .version(_domain_tool_version_js__WEBPACK_IMPORTED_MODULE_8__/* .TOOL_VERSION */ .w)
        .exitOverride()
        .configureOutput({ outputError: (text, write) => write(tellMisuse(text)) })
        .showHelpAfterError(false);
    program
        .command('validate')
        .description('run the migrations in a throwaway PostgreSQL on seeded rows, play the scenarios, judge the checks')
        .option('--config <file>', 'the configuration file (default: partition-guard.yml if there is one)')
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--migrations <dir>', 'folder of Flyway-named SQL; repeatable').argParser(collect))
        .option('--base <ref>', 'git ref whose migrations are already applied somewhere; the rest are the change under test')
        .option('--server <kind>', 'auto, embedded, testcontainers, or a postgres:// URL (default: auto)')
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--postgres <major>', 'PostgreSQL major to test on').argParser(collect))
        .option('--rows <n>', 'seeded rows a scenario (default: 100000)')
        .option('--seed <n>', 'seed of every pseudo-random choice (default: 1)')
        .option('--now <date>', 'the date on which the run is centred (default: today)')
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--scenario <name>', 'only these; repeatable').argParser(collect))
        .option('--shard <i/n>', "this machine's share of the scenarios (default: 1/1)")
        .option('--fail-on <level>', 'error or warning (default: error)')
        .option('--json <file>', 'write the report as JSON')
        .option('--markdown <file>', 'write the report as markdown')
        .exitOverride()
        .action(async (options) => onStatus(await validate(options)));
    return program;
}
/** `error: unknown option '--rwos'` and perhaps `(Did you mean --rows?)`: told as other mistakes are. */
function tellMisuse(text) {
    const [wrong = '', suggestion] = text.trim().split('\n');
    const meant = suggestion?.replace(/^\(Did (.*)\)$/, ' — did $1');
    const lines = (0,_report_printable_js__WEBPACK_IMPORTED_MODULE_9__/* .printableLines */ .fk)(`${wrong.replace(/^error: /, '')}${meant ?? ''}`);
    return `${lines.join('\n')}\n→ partition-guard --help lists the commands, partition-guard validate --help the options.\n`;
}
async function validate({ config, ...options }) {
    const startedAt = new Date();
    const cwd = process.cwd();
    const settings = await (0,_settings_resolve_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .validateSettings */ .S)({
        cwd,
        ...(0,_settings_load_configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .loadConfiguration */ .v)(cwd, config),
        options,
        today: today(startedAt),
    });
    const { stdout, stderr, env } = process;
    const colour = stdout.isTTY && env['NO_COLOR'] === undefined;
    const result = await (0,_validate_command_js__WEBPACK_IMPORTED_MODULE_7__/* .runValidate */ .E)({
        settings,
        startedAt,
        replayOptions: (0,_replay_options_js__WEBPACK_IMPORTED_MODULE_10__/* .replayOptions */ .I)(config, options),
        output: stdout,
        terminal: { paint: (0,_report_paint_js__WEBPACK_IMPORTED_MODULE_4__/* .createPaint */ .X)({ colour }), ...(stdout.isTTY ? { width: stdout.columns } : {}) },
        onProgress: (text) => stderr.write(`${text}\n`),
    });
    return (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .exitStatusOf */ .e)(result.verdict);
}
const today = (date) => (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .instantOf */ .B9)({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
/** Runs the program; the exit status is set, never forced, so that what was written arrives. */
async function main(argv) {
    try {
        await createProgram((status) => (process.exitCode = status)).parseAsync(argv, { from: 'user' });
    }
    catch (error) {
        if (error instanceof commander__WEBPACK_IMPORTED_MODULE_0__/* .CommanderError */ .b7) {
            process.exitCode = error.exitCode === 0 ? _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.pass : _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.usage;
            return;
        }
        const { text, status } = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .tellError */ .S)(error);
        process.stderr.write(text);
        process.exitCode = status;
    }
}


/***/ })

};
