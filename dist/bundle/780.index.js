export const id = 780;
export const ids = [780];
export const modules = {

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

/***/ 50780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readEvent: () => (/* binding */ readEvent)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./github/event-shapes.js
var event_shapes = __webpack_require__(97665);
;// CONCATENATED MODULE: ./github/trigger-event.js


/** @param payload untrusted: an OperatorError says where it is no such event. */
function readTrigger(name, payload) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_target': {
            const shaped = shape(name, event_shapes/* PULL_REQUEST_EVENT */.BL, payload);
            return { event: pullRequestEvent(shaped, name === 'pull_request_target'), source: shaped.repository };
        }
        case 'merge_group': {
            const { repository, merge_group: group } = shape(name, event_shapes/* MERGE_GROUP_EVENT */.kd, payload);
            const number = /\/pr-([1-9][0-9]{0,9})-[0-9a-f]+$/.exec(group.head_ref)?.[1];
            const pullRequestNumber = number === undefined ? undefined : Number(number);
            const shas = { headSha: group.head_sha, baseSha: group.base_sha };
            return { event: { kind: 'merge-group', ...shas, pullRequestNumber }, source: repository };
        }
        case 'push': {
            const shaped = shape(name, event_shapes/* PUSH_EVENT */._R, payload);
            return { event: pushEvent(shaped), source: shaped.repository };
        }
        case 'workflow_run': {
            const shaped = shape(name, event_shapes/* WORKFLOW_RUN_EVENT */.$d, payload);
            return { event: workflowRunEvent(shaped), source: shaped.repository };
        }
        default: {
            const { repository, schedule, ...on } = shape(name, event_shapes/* OTHER_EVENT */.uN, payload);
            if (name === 'schedule')
                return { event: { kind: 'schedule', cron: schedule }, source: repository };
            if (name === 'workflow_dispatch')
                return { event: { kind: 'workflow-dispatch' }, source: repository };
            const isOnPullRequest = on.pull_request || on.issue || name.startsWith('pull_request');
            return { event: { kind: 'other', isOnPullRequest }, source: repository };
        }
    }
}
function shape(name, schema, payload) {
    const parsed = schema.safeParse(payload);
    if (parsed.success)
        return parsed.data;
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole').slice(0, 5);
    throw new operator_error/* OperatorError */.n(`the event file is no ${name || 'GitHub'} event: see ${places.join(', ')}`, {
        code: 'event-malformed',
        hint: 'The runner writes it as GitHub sends it. A file of your own needs these keys as GitHub documents them.',
    });
}
function pullRequestEvent(shaped, isTarget) {
    const { repository, action, pull_request: pullRequest } = shaped;
    const { number, head, base } = pullRequest;
    return {
        kind: 'pull-request',
        action,
        isTarget,
        baseSha: base.sha,
        baseBranch: base.ref,
        pullRequest: {
            number,
            headSha: head.sha,
            headRepository: head.repo?.full_name,
            // Where the fork is gone, it was one.
            isFromFork: head.repo?.id !== repository.id,
        },
    };
}
function pushEvent({ ref, before, after, deleted, repository }) {
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
    return {
        kind: 'push',
        branch,
        isDefaultBranch: branch !== undefined && branch === repository.default_branch,
        beforeSha: /^0+$/.test(before) ? undefined : before,
        headSha: after,
        isDeletion: deleted,
    };
}
function workflowRunEvent({ repository, workflow_run: run, }) {
    return {
        kind: 'workflow-run',
        startedBy: run.event,
        conclusion: run.conclusion ?? undefined,
        headSha: run.head_sha,
        headBranch: run.head_branch ?? undefined,
        headRepository: run.head_repository?.full_name,
        isFromFork: run.head_repository?.id !== repository.id,
        // GitHub also lists pull requests of other repositories that have the same head; and a fork can have the head of one
        // that is not its own.
        pullRequests: run.pull_requests
            .filter(({ head, base }) => base.repo.id === repository.id && head.repo.id === run.head_repository?.id)
            .map((one) => ({ number: one.number, headSha: one.head.sha })),
        runId: run.id,
        attempt: run.run_attempt,
    };
}

;// CONCATENATED MODULE: ./github/event.js
/** Reads what started the workflow: GitHub's variables and its event file. */




function readEvent(env) {
    const eventName = env['GITHUB_EVENT_NAME'] ?? '';
    const payload = readPayload(env['GITHUB_EVENT_PATH']);
    const { event, source } = readTrigger(eventName, payload);
    const fullName = env['GITHUB_REPOSITORY'] || source?.full_name;
    const [owner, name] = fullName !== undefined && (0,event_shapes/* isFullName */.fO)(fullName) ? fullName.split('/') : [];
    const serverUrl = addressIn(env, 'GITHUB_SERVER_URL', 'https://github.com');
    const runId = numberIn(env, 'GITHUB_RUN_ID');
    const isKnown = owner !== undefined && name !== undefined;
    return {
        eventName,
        event,
        repository: isKnown ? { owner, name } : undefined,
        serverUrl,
        apiUrl: addressIn(env, 'GITHUB_API_URL', 'https://api.github.com'),
        workflow: env['GITHUB_WORKFLOW'] || undefined,
        job: env['GITHUB_JOB'] || undefined,
        runId,
        attempt: numberIn(env, 'GITHUB_RUN_ATTEMPT') ?? 1,
        runUrl: isKnown && runId !== undefined ? `${serverUrl}/${owner}/${name}/actions/runs/${runId}` : undefined,
        headSha: headShaOf(event) ?? shaIn(env, 'GITHUB_SHA'),
        defaultBranch: source?.default_branch,
    };
}
function readPayload(path) {
    if (path === undefined || path === '')
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new operator_error/* OperatorError */.n(`the event file can't be read as JSON: ${path}`, {
            code: 'event-unreadable',
            hint: 'GITHUB_EVENT_PATH names it; the runner writes it. Without the variable the action runs outside an event.',
            cause: error,
        });
    }
}
function headShaOf(event) {
    switch (event.kind) {
        case 'pull-request':
            return event.pullRequest.headSha;
        case 'merge-group':
        case 'push':
        case 'workflow-run':
            return event.headSha;
        case 'schedule':
        case 'workflow-dispatch':
        case 'other':
            return undefined;
    }
}
/** Without a trailing slash. An address with a name or password in it is none. */
function addressIn(env, key, otherwise) {
    const text = env[key];
    if (text === undefined || text === '')
        return otherwise;
    if (URL.canParse(text)) {
        const { protocol, username, password } = new URL(text);
        if (/^https?:$/.test(protocol) && username === '' && password === '')
            return text.replace(/\/+$/, '');
    }
    throw new operator_error/* OperatorError */.n(`${key} is no address of a GitHub server`, {
        code: 'server-address',
        hint: `Write it as https://HOST${key === 'GITHUB_API_URL' ? '/api/v3' : ''}, without a name or password.`,
    });
}
function numberIn(env, key) {
    const text = env[key] ?? '';
    return /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : undefined;
}
const shaIn = (env, key) => {
    const text = env[key] ?? '';
    return (0,event_shapes/* isSha */.HH)(text) ? text : undefined;
};


/***/ })

};
