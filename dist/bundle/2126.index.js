export const id = 2126;
export const ids = [2126];
export const modules = {

/***/ 73104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ wallClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** The time that GitHub is asked by: the one clock of what the action does around a run. */

const wallClock = { nowMs: () => Date.now(), sleep: (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms) };


/***/ }),

/***/ 51338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Yh: () => (/* binding */ githubAccess),
/* harmony export */   ll: () => (/* binding */ isOnGitHub),
/* harmony export */   wo: () => (/* binding */ requireAccess)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48670);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73695);
/** GitHub as a deployment meets it: who asks, for which repository, about which commit, from which run. */


/** @returns undefined outside of GitHub, where no repository is named or no commit is known. */
function githubAccess(run, options) {
    const { repository, headSha, runId, attempt, runUrl } = run;
    // On a pull request the checkout is a merge that exists nowhere else.
    const commit = run.event.kind === 'pull-request' ? headSha : (options.checkedOut ?? headSha);
    if (repository === undefined || commit === undefined)
        return undefined;
    const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createClient */ .U)({
        apiUrl: run.apiUrl,
        token: options.token,
        clock: options.clock,
        jitterSeed: `${runId ?? commit}.${attempt}`,
        onWait: options.onWait,
    });
    return { client, repository, commit, runCommit: options.runCommit ?? commit, runId, attempt, runUrl };
}
/** A workflow, or a shell that has been told of a repository. */
const isOnGitHub = (env) => env['GITHUB_ACTIONS'] === 'true' || Boolean(env['GITHUB_REPOSITORY']);
/**
 * For what stands behind gates: they only warn where there is no GitHub to ask.
 *
 * @throws OperatorError where there is one, and its variables don't say what to ask.
 */
function requireAccess(env, run, access) {
    if (access !== undefined || !isOnGitHub(env))
        return access;
    const isKnown = run.repository !== undefined;
    throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n(isKnown
        ? 'on GitHub, and no commit is known: neither GITHUB_SHA nor a checkout tells it'
        : 'on GitHub, and GITHUB_REPOSITORY names no repository as owner/name', {
        code: 'github-unknown',
        hint: `Without it nobody can be asked whether this was validated. ${isKnown ? 'Check the repository out first' : 'The runner sets it'}; outside of GitHub, unset GITHUB_ACTIONS and GITHUB_REPOSITORY.`,
    });
}
/** Paths of the repository begin so. */
const rootOf = ({ owner, name }) => ['repos', owner, name];


/***/ }),

/***/ 73695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ createClient)
});

// EXTERNAL MODULE: ./domain/tool-version.js
var tool_version = __webpack_require__(13562);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
;// CONCATENATED MODULE: ./github/answer.js
/** What an answer of GitHub means: done, refused, or to be asked again. */

/** Without other words, GitHub wants a minute after a secondary limit. */
const SECONDARY_LIMIT_MS = 60_000;
const LONGEST_MESSAGE = 200;
function answerOf({ status, headers, data }, nowMs) {
    if (status >= 200 && status < 300) {
        // Cut off on its way: the status came, the rest did not.
        if (typeof data === 'string' && status !== 204) {
            return { kind: 'again', reason: 'GitHub’s answer broke off', afterMs: undefined };
        }
        return { kind: 'ok', status, data, hasNextPage: /;\s*rel="?next"?/.test(String(headers['link'] ?? '')) };
    }
    if (status >= 500 || status === 408) {
        return { kind: 'again', reason: `GitHub answered ${status}`, afterMs: retryAfterMs(headers, nowMs) };
    }
    const message = messageOf(data);
    return limited({ status, headers, data }, message, nowMs) ?? { kind: 'refused', status, message };
}
/** 429, or 403 with the signs of a limit: other 403 are about permissions, and stay. */
function limited({ status, headers }, message, nowMs) {
    if (status !== 429 && status !== 403)
        return undefined;
    const after = retryAfterMs(headers, nowMs);
    if (String(headers['x-ratelimit-remaining']) === '0') {
        const resetMs = Number(headers['x-ratelimit-reset']) * 1000 - nowMs + 1000;
        const afterMs = after ?? (Number.isFinite(resetMs) ? Math.max(resetMs, 1000) : SECONDARY_LIMIT_MS);
        return { kind: 'again', reason: 'GitHub’s rate limit of this token is used up', afterMs };
    }
    // The documentation names the words, and no header that would always come with them.
    if (status === 403 && after === undefined && !/\b(?:secondary rate|abuse)\b/i.test(message))
        return undefined;
    return {
        kind: 'again',
        reason: `GitHub asks to be left alone for a while (${status}, rate limit)`,
        afterMs: after ?? SECONDARY_LIMIT_MS,
    };
}
/** Seconds, or a date. */
function retryAfterMs(headers, nowMs) {
    const text = String(headers['retry-after'] ?? '');
    if (text.trim() === '')
        return undefined;
    const ms = /^\s*\d+\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
    return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}
/** No word of the address goes into the reason: a proxy's may hold a password. */
function noAnswer(error, timeoutMs) {
    const isTimeout = causesOf(error).some(({ name }) => name === 'TimeoutError');
    const reason = isTimeout
        ? `GitHub did not answer within ${timeoutMs / 1000} s`
        : `GitHub can’t be reached (${codeOf(error) ?? 'the connection broke'})`;
    return { kind: 'again', reason, afterMs: undefined };
}
function codeOf(error) {
    const codes = causesOf(error).map(({ code }) => code);
    return codes.find((code) => typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code));
}
/** It and what caused it, the outermost first. */
function causesOf(error) {
    const causes = [];
    for (let at = error; at && causes.length < 5; at = at.cause)
        causes.push(at);
    return causes;
}
/** GitHub's message and what it says of single fields. */
function messageOf(answer) {
    const data = answer;
    if (typeof data === 'string')
        return 'without a word';
    const errors = Array.isArray(data?.errors) ? data.errors : [];
    const words = [
        data?.message,
        ...errors.map((one) => one?.message ?? one),
    ];
    const message = words.filter((one) => typeof one === 'string' && one !== '').join(': ');
    return (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(message === '' ? 'without a word' : message), LONGEST_MESSAGE);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./github/patience.js
/** How long GitHub is waited for: backoff with jitter, bounded in number and in time. */

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 20_000;
class Patience {
    #options;
    #untilMs;
    #retries = 0;
    constructor(options) {
        this.#options = options;
        this.#untilMs = options.clock.nowMs() + options.limits.deadlineMs;
    }
    async waitFor({ reason, afterMs }) {
        const { clock, limits, onWait } = this.#options;
        if (this.#retries >= limits.retries) {
            return { kind: 'unreachable', reason: `${reason}, ${this.#retries + 1} times` };
        }
        const ms = this.#waitMs(afterMs);
        if (clock.nowMs() + ms >= this.#untilMs) {
            const wanted = `the next try would be in ${Math.ceil(ms / 1000)} s`;
            return { kind: 'unreachable', reason: `${reason}; ${wanted}, later than a job should wait for it` };
        }
        this.#retries += 1;
        onWait(`${reason}; asked again in ${(ms / 1000).toFixed(1)} s`);
        await clock.sleep(ms);
        return undefined;
    }
    /** Twice as long each time, from half of it up; what GitHub names is kept to, and a little more. */
    #waitMs(afterMs) {
        const spread = this.#spread();
        if (afterMs !== undefined)
            return Math.round(afterMs + spread * FIRST_WAIT_MS);
        const longest = Math.min(FIRST_WAIT_MS * 2 ** this.#retries, LONGEST_WAIT_MS);
        return Math.round(longest * (0.5 + spread / 2));
    }
    /** From 0 to 1, by the seed: chance has no place in a run, but runs must not come back all at once. */
    #spread() {
        const digest = (0,external_node_crypto_.createHash)('sha256').update(`${this.#options.jitterSeed}:${this.#retries}`).digest();
        return digest.readUInt32BE(0) / 2 ** 32;
    }
}

;// CONCATENATED MODULE: ./github/client.js
/** Asks GitHub's REST API, and says what came of it instead of throwing: GitHub decides nothing about a verdict. */



/** How long and how often GitHub is asked. One minute is what it wants after a secondary limit: so much must fit. */
const LIMITS = { retries: 6, deadlineMs: 90_000, requestTimeoutMs: 15_000 };
function createClient(options) {
    const limits = { ...LIMITS, ...options.limits };
    const token = options.token?.trim() ?? '';
    const send = sender(options.apiUrl, token, limits.requestTimeoutMs);
    return {
        hasToken: token !== '',
        openSession() {
            const patience = new Patience({ onWait: () => undefined, ...options, limits });
            const askOnce = async (request) => send(request, options.clock);
            return {
                askOnce,
                waitFor: (again) => patience.waitFor(again),
                async ask(request) {
                    for (;;) {
                        const answer = await askOnce(request);
                        if (answer.kind !== 'again')
                            return answer;
                        const end = await patience.waitFor(answer);
                        if (end)
                            return end;
                    }
                },
            };
        },
    };
}
/**
 * GitHub's own client sends, with the token, by the proxy that the environment names. It is loaded when it is first
 * needed: it reads the event's file while it loads. Its plugin for retries is not for us: it repeats a POST whose answer
 * was lost, which would make two comments, and knows no time at which a job has waited enough.
 */
function sender(apiUrl, token, timeoutMs) {
    const connect = async () => {
        const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(8031), __webpack_require__.e(1329)]).then(__webpack_require__.bind(__webpack_require__, 61329));
        return getOctokit(token, {
            baseUrl: apiUrl.replace(/\/+$/, ''),
            userAgent: `partition-guard/${tool_version/* TOOL_VERSION */.w}`,
            // What it warns of, such as an address that GitHub will retire one day, is for its developers.
            log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        });
    };
    let connecting;
    return async ({ method, path, query, body }, clock) => {
        if (token === '')
            return { kind: 'refused', status: 401, message: 'there is no token' };
        // No request can carry it: asking again would not help.
        if (!/^[\x21-\x7e]+$/.test(token))
            return { kind: 'refused', status: 401, message: 'it is no token' };
        try {
            connecting ??= connect();
            const { request } = await connecting;
            const { status, headers, data } = await request({
                method,
                url: pathOf(path, query),
                headers: { 'x-github-api-version': '2022-11-28' },
                request: { signal: AbortSignal.timeout(timeoutMs) },
                ...(body === undefined ? {} : { data: body }),
            });
            return answerOf({ status, headers, data }, clock.nowMs());
        }
        catch (error) {
            const response = responseOf(error);
            return response ? answerOf(response, clock.nowMs()) : noAnswer(error, timeoutMs);
        }
    };
}
const ignore = () => undefined;
/** What GitHub answered, where the client throws for its status. */
function responseOf(error) {
    const response = error?.response;
    return typeof response?.status === 'number' ? response : undefined;
}
function pathOf(path, query = {}) {
    const segments = path.map((segment) => encodeURIComponent(segment)).join('/');
    const words = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    return `/${segments}${words.length > 0 ? `?${words.join('&')}` : ''}`;
}


/***/ }),

/***/ 97665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ WORKFLOW_RUN_EVENT),
/* harmony export */   BL: () => (/* binding */ PULL_REQUEST_EVENT),
/* harmony export */   HH: () => (/* binding */ isSha),
/* harmony export */   _R: () => (/* binding */ PUSH_EVENT),
/* harmony export */   fO: () => (/* binding */ isFullName),
/* harmony export */   kd: () => (/* binding */ MERGE_GROUP_EVENT),
/* harmony export */   uN: () => (/* binding */ OTHER_EVENT)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29143);
/** The shapes of GitHub's event files, as far as they are read: parsed at the door, since others wrote what is in them. */

/** Zeros stand for no commit: a branch that is made or deleted by the push. */
const SHA = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** owner/name. A name of dots alone would climb in an address. */
const FULL_NAME = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/);
const NUMBER = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive();
const HEAD_REPOSITORY = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: NUMBER, full_name: FULL_NAME });
const REPOSITORY = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: NUMBER,
    full_name: FULL_NAME,
    default_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
});
const PULL_REQUEST_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(''),
    repository: REPOSITORY,
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        number: NUMBER,
        head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: SHA, repo: HEAD_REPOSITORY.nullable() }),
        base: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: SHA, ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1) }),
    }),
});
const MERGE_GROUP_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: REPOSITORY,
    merge_group: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ head_sha: SHA, head_ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), base_sha: SHA, base_ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
});
const PUSH_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: REPOSITORY,
    ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    before: SHA,
    after: SHA,
    deleted: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false),
});
const WORKFLOW_RUN_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: REPOSITORY,
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: NUMBER,
        run_attempt: NUMBER.default(1),
        event: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
        head_sha: SHA,
        head_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        head_repository: HEAD_REPOSITORY.nullish(),
        pull_requests: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            number: NUMBER,
            head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: SHA, repo: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: NUMBER }) }),
            base: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: NUMBER }) }),
        }))
            .nullish()
            .transform((list) => list ?? []),
    }),
});
/** Something is there, whatever it is. */
const THERE = zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()
    .transform((value) => value !== undefined && value !== null)
    .catch(true);
/** Every other event: what all have, where it is as GitHub writes it. Nothing of it is needed. */
const OTHER_EVENT = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: REPOSITORY.optional().catch(undefined),
    schedule: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().catch(undefined),
    /** Of a review, of a comment on a line. */
    pull_request: THERE,
    /** GitHub calls a comment on a pull request one on an issue. */
    issue: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ pull_request: THERE })
        .transform(({ pull_request: isThere }) => isThere)
        .catch(false),
});
const isFullName = (text) => FULL_NAME.safeParse(text).success;
const isSha = (text) => SHA.safeParse(text).success;


/***/ }),

/***/ 75569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ checkedOut),
/* harmony export */   n: () => (/* binding */ mergeBaseOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48670);
/** Finds the commit that a change is to be compared with: what its branch and the one it goes into have in common. */



const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/**
 * @param baseSha tip of the branch that the change goes into, from GitHub's event.
 * @param cwd a folder of the checkout.
 * @returns the merge base's commit.
 */
async function mergeBaseOf(baseSha, cwd) {
    try {
        const { stdout } = await run('git', ['merge-base', '--end-of-options', baseSha, 'HEAD'], { cwd });
        return stdout.trim();
    }
    catch (error) {
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n(`the merge base with ${baseSha.slice(0, 12)} is not in the checkout`, {
            code: 'merge-base-missing',
            hint: 'Set fetch-depth: 0 at actions/checkout, or give base a git ref.',
            cause: error,
        });
    }
}
/** The commit that the checkout is at; undefined where it is none. */
const checkedOut = async (cwd) => run('git', ['rev-parse', '--verify', 'HEAD'], { cwd }).then(({ stdout }) => stdout.trim(), () => undefined);


/***/ }),

/***/ 42896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Er: () => (/* binding */ parseTimeLimit),
/* harmony export */   LT: () => (/* binding */ parseVerify),
/* harmony export */   Mp: () => (/* binding */ parseReason),
/* harmony export */   Nq: () => (/* binding */ parseEnvironment),
/* harmony export */   Rc: () => (/* binding */ parseArchivePlace),
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   og: () => (/* binding */ parseFlag),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92264);
/* harmony import */ var _option_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13358);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45307);



const VERIFY_MODES = ['full', 'touched', 'count'];
function parseVerify(text) {
    const mode = VERIFY_MODES.find((known) => known === text.trim());
    return mode === undefined
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not how much is proven${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)((0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .qb)(text, VERIFY_MODES))}; known: ${VERIFY_MODES.join(', ')}`)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(mode);
}
const UNIT_MS = {
    ms: 1,
    s: 1000,
    min: 60_000,
    h: 3_600_000,
    d: 86_400_000,
};
/** What PostgreSQL can count to, in milliseconds. */
const LONGEST_MS = 2 ** 31 - 1;
/** As PostgreSQL's settings are written: `500ms`, `2s`, `1min`, `1h`; a bare number is milliseconds; 0 is without end. */
function parseTimeLimit(text) {
    const [, digits = '', unit = 'ms'] = /^(\d{1,10})\s*(ms|s|min|h|d)?$/.exec(text.trim()) ?? [];
    const ms = digits === '' ? NaN : Number(digits) * (UNIT_MS[unit] ?? NaN);
    return ms <= LONGEST_MS
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(ms)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a length of time; it looks like "2s", "500ms" or "5min", and 0 is without end`);
}
/** A bucket's name as every S3 has it. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
function parseArchivePlace(text) {
    const place = text.trim();
    if (!/^[a-z0-9]+:\/\//i.test(place))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)({ kind: 'folder', path: place });
    const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]*)\/?(.*)$/.exec(place) ?? [];
    if (!BUCKET.test(bucket)) {
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)((0,_option_values_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(text))} is not where archives can be; a folder is, or s3://BUCKET/PREFIX`);
    }
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)({ kind: 's3', bucket, prefix: prefix.replace(/^\/+|\/+$/g, '') });
}
/** One address; a wrong one is shown without what may be a password. */
function parseTarget(text) {
    const address = text.trim();
    return /^postgres(?:ql)?:\/\/\S+$/.test(address)
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(address)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)((0,_option_values_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(text))} is not a postgres:// address`);
}
function parseDigest(text) {
    const [, hex] = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
    return hex === undefined
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a plan's digest; it is sha256: and 64 hexadecimal digits, as plan prints it`)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(`sha256:${hex.toLowerCase()}`);
}
/** In the audit for good: one line, and long enough to say something. */
function parseReason(text) {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason.length < 3)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)('say why, in a few words: it goes into the audit');
    return reason.length > 500 ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)('is longer than 500 characters') : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(reason);
}
/** What GitHub takes for an environment, and a log for one line. */
function parseEnvironment(text) {
    const name = text.trim();
    // eslint-disable-next-line no-control-regex -- these are what is refused
    return name !== '' && name.length <= 255 && !/[\u0000-\u001f\u007f'"`,;\\]/.test(name)
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(name)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not the name of an environment`);
}
function parseFlag(text) {
    if (/^(?:true|yes|on)$/i.test(text.trim()))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(true);
    if (/^(?:false|no|off)$/i.test(text.trim()))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(false);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is neither true nor false`);
}
/** A Flyway version. */
const parseVersion = (text) => /^\d+(?:[._]\d+)*$/.test(text.trim())
    ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .right */ .p)(text.trim().replaceAll('_', '.'))
    : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Q)(`${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a version; versions are written 7 or 2.1`);


/***/ }),

/***/ 7486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ deploySettings)
/* harmony export */ });
/* harmony import */ var _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42896);
/* harmony import */ var _load_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32245);
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46307);
/* harmony import */ var _option_reader_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88095);
/* harmony import */ var _option_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13358);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92264);
/* harmony import */ var _resolve_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13535);
/* harmony import */ var _time_rules_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89385);








const DEFAULT_VERIFY = 'touched';
const DEFAULT_LOCK_TIMEOUT_MS = 2000;
const DEFAULT_RETRIES = 10;
const RETRIES = { least: 0, most: 1000 };
/** What the shipped manager takes. */
const PREMAKE = { least: 1, most: 1000 };
async function deploySettings(inputs) {
    const { command, cwd, configFile, configText, options, optionStyle = 'flag', now } = inputs;
    const mistakes = new _mistakes_js__WEBPACK_IMPORTED_MODULE_2__/* .Mistakes */ .S(configFile ?? _load_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIGURATION_FILE */ .o, command);
    const { migrations, json, markdown } = options;
    const project = await (0,_resolve_settings_js__WEBPACK_IMPORTED_MODULE_5__.mergeSettings)({ cwd, configFile, configText, optionStyle, options: { migrations, json, markdown }, today: now }, mistakes);
    const read = readOptions(inputs, new _option_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .OptionReader */ .F9(optionStyle, mistakes));
    for (const { option, message } of missingOptions(inputs)) {
        mistakes.inOption((0,_option_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .optionLabel */ .ed)(option, optionStyle), message);
    }
    const fault = unknownName(read.environment, project.environments);
    if (fault !== undefined)
        mistakes.inOption((0,_option_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .optionLabel */ .ed)('environment', optionStyle), fault);
    mistakes.throwIfAny();
    const { target = '', verify, lockTimeoutMs, statementTimeoutMs, retries, dryRun, partitions, environment: named, ...rest } = read;
    const environment = spelled(named, project.environments);
    return {
        ...project,
        ...defined({ ...rest, environment }),
        command,
        target,
        verify: verify ?? DEFAULT_VERIFY,
        lockTimeoutMs: lockTimeoutMs ?? DEFAULT_LOCK_TIMEOUT_MS,
        statementTimeoutMs: statementTimeoutMs ?? 0,
        retries: retries ?? DEFAULT_RETRIES,
        dryRun: dryRun ?? false,
        partitions: partitions ?? [],
        now,
    };
}
/** As it is configured, where the letters' case is all that differs: the audit trail and GitHub go by one name. */
const spelled = (name, configured) => configured.find((one) => one.toLowerCase() === name?.toLowerCase()) ?? name;
/** Where the configuration says which there are, another name is a slip, and would have no order. */
function unknownName(name, environments) {
    if (name === undefined || environments === _resolve_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_ENVIRONMENTS */ .p)
        return undefined;
    if (environments.some((one) => one.toLowerCase() === name.toLowerCase()))
        return undefined;
    const known = environments.join(', ');
    return `${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(name)} is none of the configured environments (${known})${(0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)((0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .qb)(name, environments))}`;
}
function readOptions({ options, env }, reader) {
    const dryRun = typeof options.dryRun === 'boolean' ? String(options.dryRun) : options.dryRun;
    return {
        target: reader.one('target', options.target || env['PARTITION_GUARD_TARGET'] || undefined, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTarget */ .hu),
        environment: reader.one('environment', options.environment || undefined, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEnvironment */ .Nq),
        plan: reader.one('plan', options.plan, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m),
        validated: reader.one('validated', options.validated, _option_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .notEmpty */ .z2),
        allowUnvalidated: reader.one('allow-unvalidated', options.allowUnvalidated, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReason */ .Mp),
        allowEnvironment: reader.one('allow-environment', options.allowEnvironment, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReason */ .Mp),
        baseline: reader.one('baseline', options.baseline, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot),
        verify: reader.one('verify', options.verify, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVerify */ .LT),
        lockTimeoutMs: reader.one('lock-timeout', options.lockTimeout, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTimeLimit */ .Er),
        statementTimeoutMs: reader.one('statement-timeout', options.statementTimeout, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTimeLimit */ .Er),
        retries: reader.one('retries', options.retries, (text) => (0,_option_values_js__WEBPACK_IMPORTED_MODULE_3__/* .parseWholeNumber */ .oA)(text, RETRIES)),
        dryRun: reader.one('dry-run', dryRun, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFlag */ .og),
        premake: reader.one('premake', options.premake, (text) => (0,_option_values_js__WEBPACK_IMPORTED_MODULE_3__/* .parseWholeNumber */ .oA)(text, PREMAKE)),
        keep: reader.one('retention', options.retention, _time_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .parseKeep */ .x),
        archive: reader.one('archive', options.archive, _deploy_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseArchivePlace */ .Rc),
        partitions: reader.many('partition', options.partitions, _option_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .notEmpty */ .z2),
    };
}
/** What is needed and was not given; what is given and wrong is told where it is read. */
function missingOptions({ command, options, env }) {
    const target = options.target || env['PARTITION_GUARD_TARGET'];
    const needsEnvironment = command !== 'plan' && !options.environment;
    return [
        ...(target
            ? []
            : [
                {
                    option: 'target',
                    message: 'no target is given; set PARTITION_GUARD_TARGET, which no process list shows, or give its address here',
                },
            ]),
        ...(needsEnvironment
            ? [
                {
                    option: 'environment',
                    message: `${command} needs the name of the environment, such as DEV, STAGING or PROD`,
                },
            ]
            : []),
    ];
}
const defined = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));


/***/ })

};
