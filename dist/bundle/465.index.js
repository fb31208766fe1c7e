export const id = 465;
export const ids = [465];
export const modules = {

/***/ 67465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(96421);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(92413);
// EXTERNAL MODULE: ./build/domain/instant.js
var instant = __webpack_require__(92224);
// EXTERNAL MODULE: ./build/exit-status.js
var exit_status = __webpack_require__(90565);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/domain/operator-error.js
var operator_error = __webpack_require__(64898);
;// CONCATENATED MODULE: ./build/github/pull-request-base.js
/** Finds the commit that a pull request's change is to be compared with: the merge base. */



const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * @param baseSha tip of the branch that the pull request goes into, from GitHub's event.
 * @param cwd a folder of the checkout.
 * @returns the merge base's commit.
 */
async function mergeBaseOf(baseSha, cwd) {
    try {
        const { stdout } = await run('git', ['merge-base', '--end-of-options', baseSha, 'HEAD'], { cwd });
        return stdout.trim();
    }
    catch (error) {
        throw new operator_error/* OperatorError */.n(`the merge base of this pull request and ${baseSha.slice(0, 12)} is not in the checkout`, {
            code: 'merge-base-missing',
            hint: 'Set fetch-depth: 0 at actions/checkout, or give base a git ref.',
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./build/report/markdown.js + 3 modules
var markdown = __webpack_require__(2061);
// EXTERNAL MODULE: ./build/report/paint.js
var paint = __webpack_require__(78495);
// EXTERNAL MODULE: ./build/settings/load-configuration.js
var load_configuration = __webpack_require__(22777);
// EXTERNAL MODULE: ./build/replay-options.js
var replay_options = __webpack_require__(1958);
// EXTERNAL MODULE: ./build/settings/resolve-settings.js + 16 modules
var resolve_settings = __webpack_require__(36723);
// EXTERNAL MODULE: ./build/validate-command.js + 163 modules
var validate_command = __webpack_require__(52575);
;// CONCATENATED MODULE: ./build/action.js
/** The GitHub Action: inputs in, summary, outputs and exit status out. */











const input = (name) => core/* getInput */.V4(name) || undefined;
const inputs = (name) => {
    const lines = core/* getMultilineInput */.q3(name);
    return lines.length > 0 ? lines : undefined;
};
/** The base given, else on a pull request the merge base. */
async function baseRef(cwd) {
    const given = input('base');
    if (given !== undefined)
        return given;
    const base = github/* context */._.payload.pull_request?.['base'];
    return typeof base?.sha === 'string' ? mergeBaseOf(base.sha, cwd) : undefined;
}
async function validate() {
    const startedAt = new Date();
    const cwd = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
    const config = input('config');
    const options = {
        migrations: inputs('migrations'),
        base: await baseRef(cwd),
        server: input('server'),
        postgres: inputs('postgres'),
        rows: input('rows'),
        seed: input('seed'),
        now: input('now'),
        scenario: inputs('scenario'),
        shard: input('shard'),
        failOn: input('fail-on'),
        json: input('json'),
        markdown: input('markdown'),
    };
    const settings = await (0,resolve_settings/* validateSettings */.S)({
        cwd,
        ...(0,load_configuration/* loadConfiguration */.v)(cwd, config),
        optionStyle: 'input',
        options,
        today: (0,instant/* instantOf */.B9)({
            year: startedAt.getUTCFullYear(),
            month: startedAt.getUTCMonth() + 1,
            day: startedAt.getUTCDate(),
        }),
    });
    const result = await (0,validate_command/* runValidate */.E)({
        settings,
        startedAt,
        replayOptions: (0,replay_options/* replayOptions */.I)(config, options),
        output: process.stdout,
        terminal: { paint: (0,paint/* createPaint */.X)({ colour: false }) },
        onProgress: (text) => core/* info */.pq(text),
    });
    core/* setOutput */.uH('verdict', result.verdict);
    if (process.env['GITHUB_STEP_SUMMARY'])
        await core/* summary */.z.addRaw((0,markdown/* renderMarkdown */.G)(result)).write();
    process.exitCode = (0,exit_status/* exitStatusOf */.e)(result.verdict);
}
/** Runs the action; the exit status is set, never forced, so that what was written arrives. */
async function main() {
    try {
        await validate();
    }
    catch (error) {
        const { text, status } = (0,exit_status/* tellError */.S)(error);
        core/* error */.z3(text.trimEnd());
        process.exitCode = status;
    }
}


/***/ })

};
