export const id = 7480;
export const ids = [7480,5099];
export const modules = {

/***/ 57480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  comment: () => (/* binding */ comment)
});

// EXTERNAL MODULE: ./github/client.js + 2 modules
var github_client = __webpack_require__(73695);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./github/comment-marker.js
/** The hidden first line of a comment of ours: which configuration, which commit and which run it tells of. */

/**
 * @param words what tells this check from others on the same pull request: workflow, job, configuration file… Never an
 *   address of a database: the hash is short, and its words could be guessed.
 */
function configurationId(words) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12);
}
const MARKER = /^<!-- partition-guard comment 1: configuration=([0-9a-f]{12}) head=([0-9a-f]{40}|[0-9a-f]{64}) run=([1-9][0-9]{0,15}) attempt=([1-9][0-9]{0,15}) -->$/;
/** The line, without its end. */
function commentMarker({ configuration, head, runId, attempt }) {
    const line = `<!-- partition-guard comment 1: configuration=${configuration} head=${head} run=${runId} attempt=${attempt} -->`;
    if (!MARKER.test(line))
        throw new Error(`no marker can be made of ${JSON.stringify(line)}`);
    return line;
}
/** What a comment's first line says, where all of it is a marker: one that is quoted further down never counts. */
function readMarker(body) {
    const [line = ''] = body.split(/\r?\n/, 1);
    const [, configuration, head, run, attempt] = MARKER.exec(line) ?? [];
    if (configuration === undefined || head === undefined)
        return undefined;
    const facts = { configuration, head, runId: Number(run), attempt: Number(attempt) };
    return Number.isSafeInteger(facts.runId) && Number.isSafeInteger(facts.attempt) ? facts : undefined;
}
/** Of two results about one commit: whether the first comes from a later run, or a later attempt of the run. */
const isLater = (a, b) => a.runId === b.runId ? a.attempt > b.attempt : a.runId > b.runId;
const isSameRun = (a, b) => a.head === b.head && a.runId === b.runId && a.attempt === b.attempt;

;// CONCATENATED MODULE: ./github/comment-outcome.js
const PERMISSION = 'pull-requests: write';
function refusal({ status, message }, asked) {
    const { what, isFromFork, isLocked, isArchived } = asked;
    switch (status) {
        case 401:
            return { kind: 'bad-token' };
        case 403:
            if (isArchived)
                return { kind: 'archived' };
            if (isLocked)
                return { kind: 'locked' };
            return { kind: 'forbidden', permission: PERMISSION, isFromFork, message };
        case 404:
            // A token that may not read a repository is not told that there is one.
            return { kind: 'forbidden', permission: PERMISSION, isFromFork, message };
        default:
            return { kind: 'refused', reason: `GitHub refused to ${what} (${status}: ${message})` };
    }
}
/** The lines of a job in a workflow file that give the permission. */
const permissionLines = (permission) => ['permissions:', '  contents: read', `  ${permission}`].join('\n');
const VERDICT = 'The verdict stands, and the report is in the job summary.';
/** Undefined where nothing is missing. For people who read it at three in the morning. */
function commentWarning(outcome) {
    const title = 'No comment on the pull request';
    switch (outcome.kind) {
        case 'created':
        case 'updated':
        case 'unchanged':
        case 'superseded':
        case 'none':
            return undefined;
        case 'no-token':
            return {
                title,
                message: `The action has no token. ${VERDICT} Give it one: token: \${{ github.token }}`,
            };
        case 'bad-token':
            return {
                title,
                message: `GitHub does not accept the token (401): it has run out or is wrong. ${VERDICT} The job's own never runs out while the job does: token: \${{ github.token }}`,
            };
        case 'forbidden':
            return { title, message: `${missing(outcome)}\nGitHub said: ${outcome.message}` };
        case 'locked':
            return {
                title,
                message: `The conversation is locked, and this token may not write in it. ${VERDICT} Unlock it, or give a token of somebody with write access.`,
            };
        case 'archived':
            return { title, message: `The repository is archived: nothing can be written there. ${VERDICT}` };
        case 'refused':
            return { title, message: `${outcome.reason}. ${VERDICT}` };
        case 'unreachable':
            return { title, message: `${outcome.reason}. ${VERDICT} The next run writes it.` };
    }
}
function missing({ permission, isFromFork, }) {
    if (isFromFork) {
        return `The token lacks ${permission}: the pull request comes from a fork, and GitHub lets its workflows read only, whatever the workflow file says. ${VERDICT} A second workflow can write the comment safely: “Pull requests from forks” in partition-guard's docs/recipes.md.`;
    }
    return `The token lacks ${permission}. ${VERDICT} Add to the job in the workflow file:\n${permissionLines(permission)}`;
}

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(29143);
;// CONCATENATED MODULE: ./github/pull-request.js
/** Finds the pull request that a run is about: by the event, or by GitHub itself, never by what a fork wrote. */

/** Asks GitHub only where the event doesn't say: after a workflow that a fork's pull request started. */
async function findPullRequest(client, run) {
    const { event, repository } = run;
    switch (event.kind) {
        case 'pull-request':
            return { kind: 'found', pullRequest: event.pullRequest };
        case 'workflow-run':
            return repository === undefined
                ? { kind: 'none', reason: 'GITHUB_REPOSITORY is missing' }
                : byWorkflowRun(client, repository, event);
        case 'merge-group':
            return {
                kind: 'none',
                reason: 'a merge group can hold several pull requests: each was judged by itself before',
            };
        case 'push':
        case 'schedule':
        case 'workflow-dispatch':
        case 'other':
            return {
                kind: 'none',
                reason: `the event ${run.eventName || 'outside a workflow'} has no pull request`,
            };
    }
}
async function byWorkflowRun(client, repository, run) {
    if (!/^pull_request(?:_target)?$/.test(run.startedBy)) {
        return { kind: 'none', reason: `the workflow was started by ${run.startedBy}, not by a pull request` };
    }
    const ofEvent = run.pullRequests.filter((one) => one.headSha === run.headSha);
    const [told, ...others] = ofEvent;
    if (told && others.length === 0) {
        const { headSha, headRepository, isFromFork } = run;
        return { kind: 'found', pullRequest: { number: told.number, headSha, headRepository, isFromFork } };
    }
    if (told)
        return several(ofEvent.map((one) => one.number));
    return client.hasToken
        ? byHead(client.openSession(), repository, run)
        : { kind: 'none', reason: 'there is no token to ask GitHub for the pull request with' };
}
const several = (numbers) => ({
    kind: 'none',
    reason: `several pull requests have this head: ${numbers.map((number) => `#${number}`).join(', ')}`,
});
const LISTED = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int().positive(),
    state: schemas/* string */.YjP(),
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullish() }),
    base: schemas/* object */.Ikc({ repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }) }),
});
/** By the commit, then by the branch: of a fork's commit GitHub doesn't always know the pull request. */
async function byHead(session, repository, run) {
    const { headRepository, headSha, headBranch } = run;
    if (headRepository === undefined)
        return { kind: 'none', reason: 'the head’s repository was deleted' };
    const root = ['repos', repository.owner, repository.name];
    const [owner = ''] = headRepository.split('/');
    const requests = [
        { method: 'GET', path: [...root, 'commits', headSha, 'pulls'], query: { per_page: 100 } },
        ...(headBranch === undefined
            ? []
            : [
                {
                    method: 'GET',
                    path: [...root, 'pulls'],
                    query: { state: 'open', head: `${owner}:${headBranch}`, per_page: 100 },
                },
            ]),
    ];
    for (const request of requests) {
        const answer = await session.ask(request);
        if (answer.kind === 'unreachable')
            return answer;
        // A commit that GitHub doesn't find here (404, 422) can still have a branch.
        const listed = answer.kind === 'ok' ? pullRequestsIn(answer.data) : [];
        const found = listed.filter((one) => isOf(one, repository, run));
        const [only, ...others] = found;
        if (only && others.length === 0) {
            const { number } = only;
            return { kind: 'found', pullRequest: { number, headSha, headRepository, isFromFork: run.isFromFork } };
        }
        if (only)
            return several(found.map((one) => one.number));
    }
    return {
        kind: 'none',
        reason: `no open pull request ends with ${headSha.slice(0, 12)}: it was closed, or has moved on`,
    };
}
const pullRequestsIn = (data) => (Array.isArray(data) ? data : []).flatMap((one) => LISTED.safeParse(one).data ?? []);
/** Open, of this repository, and with the very head that was judged. */
const isOf = (one, { owner, name }, run) => one.state === 'open' &&
    one.head.sha === run.headSha &&
    one.head.repo?.full_name.toLowerCase() === run.headRepository?.toLowerCase() &&
    one.base.repo.full_name.toLowerCase() === `${owner}/${name}`.toLowerCase();

;// CONCATENATED MODULE: ./github/comment-plan.js
/** Decides the next step towards one comment with the newest result; pure, so that every race can be played. */

/**
 * Each run asks again after each step until nothing is left to do. Whoever has the newest result writes it to the
 * oldest comment and deletes the others; the other runs see it there and let it stand.
 */
function nextStep(situation) {
    const { comments, facts, written } = situation;
    const [oldest, doubled] = comments;
    if (oldest === undefined)
        return written.size > 0 ? { kind: 'gone' } : { kind: 'create' };
    const newer = comments.find((one) => one.facts.head === facts.head && isLater(one.facts, facts));
    if (newer) {
        const late = lateComment(situation, newer);
        return late ? { kind: 'delete', comment: late } : { kind: 'superseded', by: newer };
    }
    if (!isOurSay(situation, oldest))
        return { kind: 'update', comment: oldest };
    return doubled ? { kind: 'delete', comment: doubled } : { kind: 'done', comment: oldest };
}
/**
 * What this run wrote after a newer result was there: that one's run may have ended, and can't know. A comment before
 * it is taken over by that run.
 */
const lateComment = (situation, newer) => situation.comments.find((one) => one.id > newer.id && isOurSay(situation, one));
/**
 * Whether a comment says what this run has to say: GitHub may keep a text in its own way, another job of this run may
 * have had its say since, and of a writing whose answer was lost nothing is known but the text.
 */
const isOurSay = ({ body, facts, written }, comment) => comment.body === body || (written.has(comment.id) && isSameRun(comment.facts, facts));

// EXTERNAL MODULE: ./github/own-author.js
var own_author = __webpack_require__(10984);
;// CONCATENATED MODULE: ./github/issue-comments.js
/** The comments of a pull request: all of them, however many pages. */


const PAGE_SIZE = 100;
/** 100,000 comments: more is a fault of the one that answers. */
const MOST_PAGES = 1000;
const COMMENT = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    body: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    user: schemas/* unknown */.L5J(),
});
/** A comment as GitHub gives it; undefined where the answer isn't one. */
function commentIn(data) {
    const { success, data: comment } = COMMENT.safeParse(data);
    if (!success)
        return undefined;
    const { id, body, html_url: url, user } = comment;
    return { id, body: body ?? '', url, author: (0,own_author/* authorIn */.HV)(user) };
}
const root = ({ repository }) => [
    'repos',
    repository.owner,
    repository.name,
    'issues',
];
/** Oldest first. */
async function listComments(session, conversation) {
    const path = [...root(conversation), conversation.pullRequest, 'comments'];
    const comments = new Map();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const answer = await session.ask({ method: 'GET', path, query: { per_page: PAGE_SIZE, page } });
        if (answer.kind !== 'ok')
            return answer;
        const found = Array.isArray(answer.data) ? answer.data : [];
        // Comments that go while pages are read shift the others, so that some come twice; none is counted twice.
        for (const comment of found.map(commentIn))
            if (comment)
                comments.set(comment.id, comment);
        // A proxy may drop the header, and a full page without it be the last.
        if (!answer.hasNextPage && found.length < PAGE_SIZE)
            break;
    }
    return [...comments.values()].sort((a, b) => a.id - b.id);
}
/** One, as it is at this moment. */
async function readComment(session, conversation, id) {
    const answer = await session.ask({ method: 'GET', path: [...root(conversation), 'comments', id] });
    if (answer.kind !== 'ok')
        return answer;
    return commentIn(answer.data) ?? { kind: 'unreachable', reason: 'GitHub’s answer is no comment' };
}
const createRequest = (conversation, body) => ({
    method: 'POST',
    path: [...root(conversation), conversation.pullRequest, 'comments'],
    body: { body },
});
const updateRequest = (conversation, id, body) => ({
    method: 'PATCH',
    path: [...root(conversation), 'comments', id],
    body: { body },
});
const deleteRequest = (conversation, id) => ({
    method: 'DELETE',
    path: [...root(conversation), 'comments', id],
});

;// CONCATENATED MODULE: ./github/pull-request-head.js
/** What a pull request is at this moment: its head, and whether it can be commented on. */

const PULL_REQUEST = schemas/* object */.Ikc({
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }),
    locked: schemas/* boolean */.zMY().default(false),
    base: schemas/* object */.Ikc({ repo: schemas/* object */.Ikc({ archived: schemas/* boolean */.zMY().default(false) }) }),
});
async function pullRequestNow(session, { repository, pullRequest }) {
    const path = ['repos', repository.owner, repository.name, 'pulls', pullRequest];
    const answer = await session.ask({ method: 'GET', path });
    if (answer.kind !== 'ok')
        return answer;
    const parsed = PULL_REQUEST.safeParse(answer.data);
    if (!parsed.success)
        return { kind: 'unreachable', reason: 'GitHub’s answer is no pull request' };
    const { head, locked, base } = parsed.data;
    return { kind: 'pull-request', head: head.sha, isLocked: locked, isArchived: base.repo.archived };
}

;// CONCATENATED MODULE: ./github/sticky-comment.js






/** More than any race needs: two runs settle in six. */
const MOST_STEPS = 20;
/** Never throws for what GitHub does: the verdict stands without a comment. */
async function upsertComment(client, request) {
    if (!request.body.startsWith(`${commentMarker(request.facts)}\n`)) {
        throw new Error('the first line of a comment is its marker');
    }
    if (request.mode === 'never')
        return { kind: 'none', reason: 'comments are turned off' };
    if (!client.hasToken)
        return { kind: 'no-token' };
    const session = client.openSession();
    const author = await (0,own_author/* ownAuthor */.AP)(session, request.author);
    if ('kind' in author)
        return author;
    return new Upsert(session, request, author).run();
}
class Upsert {
    #session;
    #request;
    #us;
    #first;
    /** What was begun without an answer: if the text is there, it was done. */
    #tried;
    #url = '';
    #written = new Set();
    /** What can't be deleted stays, and is not tried again. */
    #left = new Set();
    constructor(session, request, us) {
        this.#session = session;
        this.#request = request;
        this.#us = us;
    }
    async run() {
        for (let step = 0; step < MOST_STEPS; step += 1) {
            const outcome = await this.#step();
            if (outcome)
                return outcome;
        }
        return { kind: 'unreachable', reason: 'other runs keep on writing this comment' };
    }
    /** Reads what is there, and does what is next; the outcome where nothing is left to do. */
    async #step() {
        const { body, mode, isPass } = this.#request;
        const comments = await this.#ownComments();
        if ('kind' in comments)
            return comments;
        const step = nextStep(this.#situation(comments));
        switch (step.kind) {
            case 'done':
                return { kind: this.#first ?? this.#tried ?? 'unchanged', url: step.comment.url };
            case 'superseded':
                return { kind: 'superseded', reason: `run ${step.by.facts.runId} judged the same commit later` };
            case 'gone':
                return { kind: this.#first ?? 'created', url: this.#url };
            case 'create':
                if (mode === 'on-failure' && isPass)
                    return { kind: 'none', reason: 'it passes' };
                return this.#write(comments, createRequest(this.#request, body), step);
            case 'update':
                return this.#write(comments, updateRequest(this.#request, step.comment.id, body), step);
            case 'delete':
                return this.#write(comments, deleteRequest(this.#request, step.comment.id), step);
        }
    }
    /** Those with our marker and by ourselves, oldest first. */
    async #ownComments() {
        const comments = await listComments(this.#session, this.#request);
        if ('kind' in comments)
            return this.#end(comments, 'list comments');
        return comments.flatMap((comment) => {
            const facts = readMarker(comment.body);
            const isOurs = facts?.configuration === this.#request.facts.configuration;
            if (!isOurs || !(0,own_author/* isSameAuthor */.EL)(this.#us, comment.author) || this.#left.has(comment.id))
                return [];
            return [{ id: comment.id, body: comment.body, url: comment.url, facts }];
        });
    }
    /**
     * Right before each writing it is made sure that nobody was quicker, also when it comes back from a wait: that the
     * head is still the commit that was judged, and the comment as it was read. GitHub knows no condition for a writing.
     */
    async #write(comments, request, doing) {
        const now = await pullRequestNow(this.#session, this.#request);
        if (now.kind !== 'pull-request')
            return this.#end(now, 'read the pull request');
        const { facts } = this.#request;
        if (now.head !== facts.head) {
            await this.#withdraw(comments, now.head);
            return { kind: 'superseded', reason: `the pull request has moved on to ${now.head.slice(0, 12)}` };
        }
        if (doing.comment) {
            const latest = await readComment(this.#session, this.#request, doing.comment.id);
            if ('kind' in latest && latest.kind === 'unreachable')
                return latest;
            if (!('body' in latest) || latest.body !== doing.comment.body)
                return undefined;
        }
        const answer = await this.#session.askOnce(request);
        return answer.kind === 'ok' ? this.#note(answer, doing) : this.#failed(answer, doing, now);
    }
    #note(answer, { kind }) {
        if (kind === 'delete')
            return;
        this.#first ??= kind === 'create' ? 'created' : 'updated';
        const comment = commentIn(answer.data);
        if (comment === undefined)
            return;
        this.#written.add(comment.id);
        this.#url = comment.url;
        // Who wrote this is who we are, whatever the login was thought to be.
        if (kind === 'create' && comment.author)
            this.#us = comment.author;
    }
    async #failed(answer, doing, now) {
        // Whether it was done all the same shows when the comments are read again.
        if (answer.kind === 'again') {
            if (doing.kind !== 'delete')
                this.#tried = doing.kind === 'create' ? 'created' : 'updated';
            return this.#session.waitFor(answer);
        }
        if (doing.kind === 'delete') {
            // Gone already, or not ours to delete: the result is there in any case.
            this.#left.add(doing.comment.id);
            return undefined;
        }
        // Deleted in between: the next step creates one.
        if (doing.kind === 'update' && answer.status === 404)
            return undefined;
        return this.#end(answer, 'write the comment', now);
    }
    /** Takes back what we wrote while the head moved, where the newer commit's run doesn't see it any more. */
    async #withdraw(comments, head) {
        const newer = comments.find((one) => one.facts.head === head);
        const late = newer && lateComment(this.#situation(comments), newer);
        if (late)
            await this.#session.askOnce(deleteRequest(this.#request, late.id));
    }
    #situation(comments) {
        const { facts, body } = this.#request;
        return { comments, facts, body, written: this.#written };
    }
    #end(answer, what, now) {
        if (answer.kind === 'unreachable')
            return answer;
        return refusal(answer, {
            what,
            isFromFork: this.#request.isFromFork,
            isLocked: now?.isLocked ?? false,
            isArchived: now?.isArchived ?? false,
        });
    }
}

// EXTERNAL MODULE: ./action/wall-clock.js
var wall_clock = __webpack_require__(73104);
;// CONCATENATED MODULE: ./action/comment.js
/** The comment on the pull request: written where there is one, and where not, a warning at most. */






/** @returns the comment's address, where there is one now. */
async function comment(job, run, text) {
    const { log } = job;
    const { repository, runId, attempt } = run;
    const mode = commentMode(job);
    if (mode === 'never' || repository === undefined || runId === undefined)
        return undefined;
    const client = (0,github_client/* createClient */.U)({
        apiUrl: run.apiUrl,
        token: job.inputs.text('token'),
        clock: wall_clock/* wallClock */.X,
        jitterSeed: `${runId}.${attempt}`,
        onWait: (text) => log.line(text),
    });
    const found = await findPullRequest(client, run);
    if (found.kind !== 'found') {
        if (found.kind === 'unreachable')
            warn(job, found.reason);
        else
            log.line(`no comment: ${found.reason}`);
        return undefined;
    }
    const { pullRequest } = found;
    const facts = {
        configuration: configurationId([...configurationWords(job, run), ...(text.about ?? [])]),
        head: pullRequest.headSha,
        runId,
        attempt,
    };
    const outcome = await upsertComment(client, {
        repository,
        pullRequest: pullRequest.number,
        mode,
        isPass: text.isPass,
        facts,
        body: text.render(commentMarker(facts)),
        isFromFork: pullRequest.isFromFork,
    });
    const warning = commentWarning(outcome);
    if (warning)
        log.annotate({ level: 'warning', ...warning });
    if (!('url' in outcome)) {
        if (!warning && 'reason' in outcome)
            log.line(`no comment: ${outcome.reason}`);
        return undefined;
    }
    log.line(`comment ${outcome.kind}: ${outcome.url}`);
    return outcome.url;
}
const MODES = ['always', 'on-failure', 'never'];
/** Where the name is none, that is what is to be told. */
const commentMode = ({ inputs }) => MODES.find((mode) => mode === inputs.text('comment')) ?? 'always';
/** What tells this check from others on the same pull request; no address is among it. */
function configurationWords({ inputs }, { workflow, job }) {
    const key = inputs.text('comment-key');
    if (key !== undefined)
        return ['key', key];
    const several = (name) => JSON.stringify(inputs.lines(name) ?? []);
    return [workflow ?? '', job ?? '', inputs.text('config') ?? '', several('migrations'), several('postgres')];
}
const warn = ({ log }, reason) => log.annotate({
    level: 'warning',
    title: 'No comment on the pull request',
    message: `${reason}. The verdict stands, and the report is in the job summary.`,
});


/***/ }),

/***/ 73104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ wallClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** The time that GitHub is asked by: the one clock of what the action does around a run. */

const wallClock = { nowMs: () => Date.now(), sleep: (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms) };


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

/***/ 10984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ ownAuthor),
/* harmony export */   EL: () => (/* binding */ isSameAuthor),
/* harmony export */   HV: () => (/* binding */ authorIn),
/* harmony export */   W2: () => (/* binding */ isTrusted)
/* harmony export */ });
/* unused harmony export WORKFLOW_AUTHOR */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29143);
/** Who we are on GitHub: only what we wrote ourselves is ever changed. */

/** Whose comments a workflow's own token writes. */
const WORKFLOW_TOKEN = 'github-actions[bot]';
/** Of the workflow's own token, whoever asks. */
const WORKFLOW_AUTHOR = { login: WORKFLOW_TOKEN, id: undefined };
const USER = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() });
/**
 * @param given the login that the operator names: an app's token can't ask who it is.
 * @returns `badToken` where GitHub doesn't know the token.
 */
async function ownAuthor(session, given) {
    if (given !== undefined && given !== '')
        return { login: given, id: undefined };
    const answer = await session.ask({ method: 'GET', path: ['user'] });
    if (answer.kind === 'unreachable')
        return answer;
    if (answer.kind === 'refused' && answer.status === 401)
        return { kind: 'bad-token' };
    const user = answer.kind === 'ok' ? authorIn(answer.data) : undefined;
    return user ?? WORKFLOW_AUTHOR;
}
/** A user as GitHub gives it; undefined where it isn't one (the account was deleted). */
function authorIn(user) {
    const parsed = USER.safeParse(user);
    return parsed.success ? { login: parsed.data.login, id: parsed.data.id } : undefined;
}
const isSameAuthor = (us, user) => user !== undefined &&
    (us.id === undefined ? us.login.toLowerCase() === user.login.toLowerCase() : us.id === user.id);
/** Ourselves, or a workflow of this repository: nobody else may write under that name. */
const isTrusted = (us, user) => isSameAuthor(us, user) || isSameAuthor(WORKFLOW_AUTHOR, user);


/***/ })

};
