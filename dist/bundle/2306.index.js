export const id = 2306;
export const ids = [2306];
export const modules = {

/***/ 38232:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 27525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ requireOwnCode)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/** Keeps targets away from code that somebody without a right to write has sent. */

const onlyReads = (mode) => mode === 'plan' || mode === 'inspect';
/**
 * SQL of a pull request runs nothing on a target, and a stranger's code is handed no address of one: who can change the
 * workflow's inputs or what is checked out could read it.
 * @throws OperatorError where the event brings a pull request's code and the mode is not for it.
 */
function requireOwnCode(mode, event) {
    const why = reasonAgainst(mode, event);
    if (why === undefined)
        return;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(`mode ${mode} ${why}: nothing was done`, {
        code: 'target-and-pull-request',
        hint: onlyReads(mode)
            ? 'Plan on a push, or on a pull_request of a branch of this repository; see docs/deploy.md, On GitHub.'
            : `Run ${mode} on a push, on workflow_dispatch or on a schedule; see docs/deploy.md, On GitHub.`,
    });
}
function reasonAgainst(mode, event) {
    switch (event.kind) {
        case 'pull-request':
            if (event.isTarget)
                return 'is not for pull_request_target, which gives a stranger’s pull request its secrets';
            if (event.pullRequest.isFromFork)
                return 'is not for pull requests from forks';
            return onlyReads(mode) ? undefined : 'is not for pull requests, whose code nobody has approved yet';
        case 'workflow-run':
            if (event.isFromFork)
                return 'is not for a workflow that a fork has started';
            return /^pull_request/.test(event.startedBy)
                ? 'is not for a workflow that a pull request has started'
                : undefined;
        case 'merge-group':
            return onlyReads(mode) ? undefined : 'is not for a merge queue, whose commits are not merged yet';
        case 'push':
        case 'schedule':
        case 'workflow-dispatch':
            return undefined;
        case 'other':
            return event.isOnPullRequest
                ? 'is not for what anybody may write on a pull request: a review, or a comment'
                : undefined;
    }
}


/***/ }),

/***/ 72306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readTask: () => (/* binding */ readTask)
});

// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./settings/nearest-name.js
var nearest_name = __webpack_require__(92264);
;// CONCATENATED MODULE: ./settings/select-mode.js
/** What the action does, from the event that started it and from its inputs. */


const MODES = ['validate', 'merge', 'plan', 'apply', 'maintain'];
/** @throws OperatorError where the input names no mode. */
function selectMode(question) {
    const asked = question.asked.trim();
    if (asked === '' || asked === 'auto')
        return byEvent(question);
    const mode = MODES.find((one) => one === asked);
    if (mode === undefined) {
        const known = ['auto', ...MODES];
        throw new operator_error/* OperatorError */.n(`input mode: ${(0,nearest_name/* quoted */.TL)(asked)} is not a mode${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(asked, known))}`, {
            code: 'mode-unknown',
            hint: `Give one of ${known.join(', ')}, or leave it out: then the event decides.`,
        });
    }
    return { mode, because: 'as the input mode says' };
}
function byEvent({ event, isDefaultBranch, hasTarget, hasEnvironment }) {
    switch (event) {
        case 'workflow_run':
            return { mode: 'merge', because: 'on workflow_run' };
        case 'push':
            if (!isDefaultBranch || !hasTarget)
                return { mode: 'validate', because: 'on push' };
            return hasEnvironment
                ? { mode: 'apply', because: 'on a push to the default branch, with a target and an environment' }
                : { mode: 'plan', because: 'on a push to the default branch, with a target' };
        case 'schedule':
            return hasTarget
                ? { mode: 'maintain', because: 'on schedule, with a target' }
                : { mode: 'validate', because: 'on schedule' };
        default:
            return { mode: 'validate', because: event === '' ? 'outside of a workflow' : `on ${event}` };
    }
}

// EXTERNAL MODULE: ./action/known-inputs.js
var known_inputs = __webpack_require__(54764);
// EXTERNAL MODULE: ./action/own-code.js
var own_code = __webpack_require__(27525);
;// CONCATENATED MODULE: ./action/task.js
/** What this run of the action is to do: the mode chosen, and said in the log. */





/** @throws OperatorError where the mode is none, is not for such an event, or an input that all modes have is wrong. */
function readTask({ env, inputs, log }, run) {
    const { event } = run;
    const chosen = selectMode({
        asked: inputs.text('mode') ?? 'auto',
        event: run.eventName,
        isDefaultBranch: event.kind === 'push' && event.isDefaultBranch,
        hasTarget: Boolean(inputs.text('target') ?? env['PARTITION_GUARD_TARGET']),
        hasEnvironment: inputs.text('environment') !== undefined,
    });
    requireCommentMode(inputs.text('comment'));
    log.line(`mode ${chosen.mode}: ${chosen.because}`);
    const { mode } = chosen;
    if (mode !== 'validate' && mode !== 'merge')
        (0,own_code/* requireOwnCode */.j)(mode, event);
    const idle = (0,known_inputs/* inputsWithoutEffect */.ls)(inputs.given(), mode);
    if (idle.length > 0) {
        log.annotate({
            level: 'warning',
            title: 'Inputs without effect',
            message: `${idle.join(', ')}: nothing is done with ${idle.length === 1 ? 'it' : 'them'} in mode ${mode} (${chosen.because}).`,
        });
    }
    return { mode, run };
}
const COMMENT_MODES = ['always', 'on-failure', 'never'];
function requireCommentMode(given) {
    if (given === undefined || COMMENT_MODES.includes(given))
        return;
    const meant = (0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(given, COMMENT_MODES));
    throw new operator_error/* OperatorError */.n(`input comment: ${(0,nearest_name/* quoted */.TL)(given)} is not a way to comment${meant}`, {
        code: 'comment-mode-unknown',
        hint: `Give one of ${COMMENT_MODES.join(', ')}.`,
    });
}


/***/ }),

/***/ 92264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38232);
/** The name that was probably meant, and how wrong text is shown in a message. */

/** The nearest of the known names, where one is near enough to be meant. */
function nearestName(text, known) {
    const wanted = text.toLowerCase().slice(0, 100);
    const limit = Math.max(1, Math.min(4, Math.ceil(wanted.length / 3)));
    let best;
    for (const name of known) {
        const far = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, name.toLowerCase());
        if (far <= limit && far < (best?.far ?? Infinity))
            best = { name, far };
    }
    return best?.name;
}
/** ` — did you mean "x"?`, or nothing. */
const didYouMean = (name) => name === undefined ? '' : ` — did you mean ${quoted(name)}?`;
/** In quotes, on one line and not longer than a message can bear. */
function quoted(text) {
    const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
    // eslint-disable-next-line no-control-regex -- what a terminal or a log would obey is shown, not sent
    return `"${short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}


/***/ })

};
