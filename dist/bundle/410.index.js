export const id = 410;
export const ids = [410];
export const modules = {

/***/ 76385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ watchRunway)
});

// EXTERNAL MODULE: ./github/runway-issue.js + 1 modules
var runway_issue = __webpack_require__(91271);
// EXTERNAL MODULE: ./github/runway-marker.js
var runway_marker = __webpack_require__(31415);
// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/markdown-text.js
var markdown_text = __webpack_require__(4416);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./report/runway-issue-text.js
/** What the issue about the runway of an environment says; only dates, so that a day that passes changes nothing in it. */





/** @returns undefined where no table's runway was looked at: that it is well would be a guess. */
function runwayAlarm(environment, tables) {
    const judged = tables.filter((one) => one.runway !== undefined);
    if (judged.length === 0)
        return undefined;
    const short = judged.filter(({ runway }) => runway.isShort);
    const names = (0,words/* listedUpTo */.MH)(short.map(({ table }) => (0,printable/* printable */.g$)((0,wording/* shortName */.EU)((0,words/* unquoted */.qZ)(table)))), 3);
    const [worst] = [...short].sort((a, b) => (a.runway.days ?? 0) - (b.runway.days ?? 0));
    const when = worst ? failsFrom(worst.runway.until) : '';
    return {
        isWell: short.length === 0,
        title: worst ? `Writes to ${names} in ${environment} ${when}` : `Writes in ${environment} keep working`,
        body: short.length === 0 ? wellBody(environment, judged) : shortBody(environment, short),
        stage: stageOf(worst?.runway.days),
        worse: `It got closer: writes to ${(0,markdown_text/* prose */.CS)(names)} in ${(0,markdown_text/* prose */.CS)(environment)} ${when}.`,
    };
}
const failsFrom = (until) => until.kind === 'finite' ? `fail from ${(0,instant/* formatShort */.KS)(until.at)} on` : 'fail already';
function stageOf(days) {
    if (days === undefined || days > 30)
        return 0;
    if (days > 7)
        return 1;
    return days > 0 ? 2 : 3;
}
const DO = 'Make partitions ahead: run `maintain` with `--premake`, by hand or on a schedule (partition-guard’s docs/deploy.md). This issue is closed by the run that finds it well.';
function shortBody(environment, short) {
    const rows = short.map(({ table, runway }) => (0,markdown_text/* tableRow */.jD)([
        (0,markdown_text/* code */.aY)((0,words/* unquoted */.qZ)(table)),
        runway.until.kind === 'finite' ? (0,instant/* formatShort */.KS)(runway.until.at) : 'now',
        `${runway.asked} days`,
    ]));
    return [
        `No partition takes the rows that are written to these tables in **${(0,markdown_text/* prose */.CS)(environment)}** from the dates below on: such inserts fail.`,
        '',
        (0,markdown_text/* tableHead */.PP)(['table', 'writes fail from', 'asked for ahead']),
        ...rows,
        '',
        DO,
    ].join('\n');
}
const wellBody = (environment, judged) => [
    `Writes in **${(0,markdown_text/* prose */.CS)(environment)}** keep working for as long as was asked:`,
    '',
    (0,markdown_text/* tableHead */.PP)(['table', 'writes fail from']),
    ...judged.map(({ table, runway }) => (0,markdown_text/* tableRow */.jD)([
        (0,markdown_text/* code */.aY)((0,words/* unquoted */.qZ)(table)),
        runway.until.kind === 'finite' ? (0,instant/* formatShort */.KS)(runway.until.at) : 'never',
    ])),
].join('\n');

;// CONCATENATED MODULE: ./deploy/runway-watch.js



/** @returns undefined where nothing is to be kept: a rehearsal, another command, or nobody looked at a runway. */
async function watchRunway(github, { command, isDryRun, environment, tables }) {
    if (command !== 'maintain' || isDryRun)
        return undefined;
    const watched = tables.filter(({ runway }) => runway !== undefined);
    const alarm = runwayAlarm(environment, watched);
    if (!alarm)
        return undefined;
    const { isWell, title, body, stage, worse } = alarm;
    const id = (0,runway_marker/* runwayId */.e0)(environment, watched.map(({ table }) => table));
    const { client, repository } = github;
    return (0,runway_issue/* keepRunwayIssue */.J)(client, { repository, facts: { id, stage }, isWell, title, body, worse });
}


/***/ }),

/***/ 91271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ keepRunwayIssue),
  F: () => (/* binding */ runwayWarning)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(29143);
// EXTERNAL MODULE: ./github/access.js
var access = __webpack_require__(51338);
// EXTERNAL MODULE: ./github/own-author.js
var own_author = __webpack_require__(10984);
// EXTERNAL MODULE: ./github/pages.js
var pages = __webpack_require__(23922);
;// CONCATENATED MODULE: ./github/runway-plan.js
/** Decides, from the issues that are open, what is next for a runway; pure, so that every order of events can be tried. */
/** The oldest stays: whoever subscribed to it hears of its end. */
function nextRunwayStep(situation) {
    const { issues, isWell, title, body, stage, hasOpened } = situation;
    const [oldest, tooMany] = issues;
    if (tooMany)
        return { kind: 'close', issue: tooMany, reason: 'not_planned' };
    if (!oldest)
        return isWell || hasOpened ? { kind: 'done', url: undefined } : { kind: 'open' };
    if (isWell)
        return { kind: 'close', issue: oldest, reason: 'completed' };
    // GitHub stores what it is sent with other ends of lines.
    const isSame = oldest.title === title && sameLines(oldest.body, body);
    return isSame
        ? { kind: 'done', url: oldest.url }
        : { kind: 'update', issue: oldest, isWorse: stage > oldest.stage };
}
const sameLines = (a, b) => a.replace(/\r\n/g, '\n').trimEnd() === b.trimEnd();

// EXTERNAL MODULE: ./github/runway-marker.js
var runway_marker = __webpack_require__(31415);
;// CONCATENATED MODULE: ./github/runway-issue.js
/** One issue for the tables of an environment whose writes would fail soon: opened, kept up to date, closed when it is well. */






/** More than any race needs. */
const MOST_STEPS = 20;
/** Never throws for what GitHub does: maintenance was done, or not, without an issue. */
async function keepRunwayIssue(client, request) {
    if (!client.hasToken)
        return { kind: 'not-written', reason: 'there is no token' };
    const session = client.openSession();
    const us = await (0,own_author/* ownAuthor */.AP)(session, undefined);
    if ('kind' in us) {
        return us.kind === 'unreachable'
            ? { kind: 'not-written', reason: us.reason }
            : { kind: 'forbidden', message: 'GitHub does not accept the token' };
    }
    return new Keeper(session, request, us).run();
}
const ISSUE = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    /** Of a pull request, which GitHub lists among issues. */
    pull_request: schemas/* unknown */.L5J().optional(),
    state: schemas/* string */.YjP(),
    user: schemas/* unknown */.L5J(),
});
const BOT = schemas/* object */.Ikc({ type: schemas/* literal */.euz('Bot') });
/** Reads what is there, does one thing, and reads again until nothing is left to do: nothing that writes is repeated blindly. */
class Keeper {
    #session;
    #request;
    #path;
    #us;
    #done;
    #url = '';
    /** Opened by ourselves: a list may lack it for a moment. */
    #opened;
    /** By ourselves: a list may still have it. */
    #closed = new Set();
    constructor(session, request, us) {
        this.#session = session;
        this.#request = request;
        this.#us = us;
        this.#path = [...(0,access/* rootOf */.I5)(request.repository), 'issues'];
    }
    async run() {
        for (let count = 0; count < MOST_STEPS; count += 1) {
            const issues = await this.#ownIssues();
            if ('kind' in issues)
                return ended(issues);
            const { isWell, facts, title } = this.#request;
            const step = nextRunwayStep({
                issues,
                isWell,
                title,
                body: this.#body(),
                stage: facts.stage,
                hasOpened: this.#done === 'opened',
            });
            if (step.kind === 'done')
                return this.#outcome(step.url);
            const end = await this.#do(step);
            if (end)
                return end;
        }
        return { kind: 'not-written', reason: 'other runs keep on writing this issue' };
    }
    #outcome(url) {
        if (this.#done !== undefined)
            return { kind: this.#done, url: url ?? this.#url };
        return url === undefined ? { kind: 'none' } : { kind: 'unchanged', url };
    }
    #body() {
        return `${(0,runway_marker/* runwayMarker */.Rv)(this.#request.facts)}\n${this.#request.body}`;
    }
    /** Open ones with our marker, by ourselves, oldest first. */
    async #ownIssues() {
        const answer = await (0,pages/* readPages */.n)(this.#session, {
            method: 'GET',
            path: this.#path,
            query: { state: 'open', sort: 'created', direction: 'asc' },
        });
        if ('kind' in answer)
            return answer;
        const issues = new Map(answer.flatMap((one) => this.#ownIssue(one)).map((one) => [one.number, one]));
        if (this.#opened && !issues.has(this.#opened.number))
            issues.set(this.#opened.number, this.#opened);
        return [...issues.values()]
            .filter(({ number }) => !this.#closed.has(number))
            .sort((a, b) => a.number - b.number);
    }
    #ownIssue(data) {
        const { data: issue } = ISSUE.safeParse(data);
        const marker = (0,runway_marker/* readRunwayMarker */.Nl)(issue?.body ?? '');
        const isOurs = issue?.pull_request === undefined && marker?.id === this.#request.facts.id && this.#isByUs(issue?.user);
        if (!issue || !marker || !isOurs)
            return [];
        const { number, title, body, html_url: url } = issue;
        return [{ number, title, body: body ?? '', url, stage: marker.stage }];
    }
    /** An app's token can't ask who it is: then a bot's issue with our marker is taken for ours, a person's never. */
    #isByUs(user) {
        return ((0,own_author/* isSameAuthor */.EL)(this.#us, (0,own_author/* authorIn */.HV)(user)) || (this.#us.id === undefined && BOT.safeParse(user).success));
    }
    /** @returns how it ended, where nothing more can be done. */
    async #do(step) {
        const answer = await this.#session.askOnce(this.#requestOf(step));
        if (answer.kind === 'again') {
            // Whether it was done all the same shows when the issues are read again.
            const end = await this.#session.waitFor(answer);
            return end ? ended(end) : undefined;
        }
        if (answer.kind === 'refused')
            return ended(answer);
        this.#note(step, answer);
        if (step.kind === 'update' && step.isWorse)
            await this.#comment(step.issue.number);
        return undefined;
    }
    #note(step, { data }) {
        const { data: issue } = ISSUE.safeParse(data);
        this.#url = issue?.html_url ?? this.#url;
        switch (step.kind) {
            case 'open':
                this.#done = 'opened';
                // Who opened this is who we are, whatever the login was thought to be.
                this.#us = (0,own_author/* authorIn */.HV)(issue?.user) ?? this.#us;
                if (issue) {
                    const { number, title, html_url: url } = issue;
                    this.#opened = { number, title, url, body: this.#body(), stage: this.#request.facts.stage };
                }
                return;
            case 'update':
                this.#done ??= 'updated';
                return;
            case 'close':
                this.#closed.add(step.issue.number);
                if (step.reason === 'completed')
                    this.#done = 'closed';
                return;
        }
    }
    #requestOf(step) {
        const { title, body } = this.#request;
        switch (step.kind) {
            case 'open':
                return { method: 'POST', path: this.#path, body: { title, body: this.#body() } };
            case 'update':
                return {
                    method: 'PATCH',
                    path: [...this.#path, step.issue.number],
                    body: { title, body: this.#body() },
                };
            case 'close':
                return {
                    method: 'PATCH',
                    path: [...this.#path, step.issue.number],
                    body: {
                        state: 'closed',
                        state_reason: step.reason,
                        ...(step.reason === 'completed' ? { body: `${firstLine(step.issue.body)}\n${body}` } : {}),
                    },
                };
        }
    }
    /** Asked once: a word too few is better than one said twice. */
    async #comment(number) {
        return this.#session.askOnce({
            method: 'POST',
            path: [...this.#path, number, 'comments'],
            body: { body: this.#request.worse },
        });
    }
}
const firstLine = (text) => text.split(/\r?\n/, 1)[0] ?? '';
const ended = (answer) => {
    if (answer.kind === 'unreachable')
        return { kind: 'not-written', reason: answer.reason };
    return [401, 403, 404].includes(answer.status)
        ? { kind: 'forbidden', message: answer.message }
        : { kind: 'not-written', reason: `GitHub refused it (${answer.status}: ${answer.message})` };
};
/** Undefined where nothing is missing. */
function runwayWarning(outcome) {
    switch (outcome.kind) {
        case 'opened':
        case 'updated':
        case 'closed':
        case 'unchanged':
        case 'none':
            return undefined;
        case 'forbidden':
            return `the issue about the runway could not be written: the job lacks issues: write (GitHub said: ${outcome.message})`;
        case 'not-written':
            return `the issue about the runway could not be written: ${outcome.reason}`;
    }
}


/***/ }),

/***/ 31415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nl: () => (/* binding */ readRunwayMarker),
/* harmony export */   Rv: () => (/* binding */ runwayMarker),
/* harmony export */   e0: () => (/* binding */ runwayId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** The hidden first line of a runway issue: which tables of which environment it is of, and how bad it was when it was written. */

/** The same for the same environment and tables, in whatever order they come. */
const runwayId = (environment, tables) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
    .update(JSON.stringify([environment.toLowerCase(), [...tables].sort()]))
    .digest('hex')
    .slice(0, 16);
const runwayMarker = ({ id, stage }) => `<!-- partition-guard runway=${id} stage=${stage} -->`;
const MARKER = /^<!-- partition-guard runway=([0-9a-f]{16}) stage=([0-9]) -->(?:\r?\n|$)/;
/** Undefined where the text does not begin with one. */
function readRunwayMarker(body) {
    const [, id, stage] = MARKER.exec(body) ?? [];
    return id === undefined ? undefined : { id, stage: Number(stage) };
}


/***/ }),

/***/ 12202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ed: () => (/* binding */ maintenanceExit),
  KQ: () => (/* binding */ runArchive),
  L_: () => (/* binding */ runMaintain),
  YL: () => (/* binding */ runRestore)
});

// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./settings/manage-call.js
var manage_call = __webpack_require__(9402);
;// CONCATENATED MODULE: ./deploy/archive/own-properties.js
const SEEN_BY = `
  select c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forceRowSecurity",
         pg_catalog.obj_description(c.oid, 'pg_class') as comment
    from pg_catalog.pg_class c where c.oid = $1`;
/** Role 0 is everybody. */
const POLICIES = `
  select p.polname::text as name, p.polpermissive as "isPermissive", p.polcmd::text as command,
         coalesce((select pg_catalog.array_agg(r.rolname::text order by r.rolname)
                     from pg_catalog.pg_roles r where r.oid = any (p.polroles)), '{}') as roles,
         0 = any (p.polroles) as "isForAll",
         pg_catalog.pg_get_expr(p.polqual, p.polrelid) as "using",
         pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as "check"
    from pg_catalog.pg_policy p where p.polrelid = $1 order by p.polname`;
/** Rights on the table and on columns of it, but for its owner's. */
const GRANTS = `
  select r.rolname::text as role, g.privilege_type as privilege, g.is_grantable as "isGrantable", g.column
    from pg_catalog.pg_class c
   cross join lateral (
         select acl.grantee, acl.privilege_type, acl.is_grantable, null::text as column
           from pg_catalog.aclexplode(c.relacl) acl
          union
         select acl.grantee, acl.privilege_type, acl.is_grantable, a.attname::text
           from pg_catalog.pg_attribute a cross join lateral pg_catalog.aclexplode(a.attacl) acl
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   ) g
    left join pg_catalog.pg_roles r on r.oid = g.grantee
   where c.oid = $1 and g.grantee <> c.relowner and (g.grantee = 0 or r.oid is not null)
   order by r.rolname nulls first, g.column nulls first, g.privilege_type`;
/** Only what it did not get from its table. */
const LEFT = `
  select told from (
    select 1 as place, 'index ' || x.relname as told
      from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid = i.indexrelid
     where i.indrelid = $1 and not exists (select from pg_catalog.pg_inherits h where h.inhrelid = i.indexrelid)
    union all
    select 2, case k.contype when 'c' then 'check ' when 'f' then 'foreign key ' else 'constraint ' end || k.conname
      from pg_catalog.pg_constraint k
     where k.conrelid = $1 and k.contype in ('c', 'f', 'n') and k.coninhcount = 0 and k.conparentid = 0
       and (k.contype <> 'n' or not exists (
            select from pg_catalog.pg_inherits h
              join pg_catalog.pg_attribute own on own.attrelid = $1 and own.attnum = k.conkey[1]
              join pg_catalog.pg_attribute a on a.attrelid = h.inhparent and a.attname = own.attname
             where h.inhrelid = $1 and a.attnotnull))
    union all
    select 3, 'not null of ' || own.attname
      from pg_catalog.pg_attribute own
      join pg_catalog.pg_inherits h on h.inhrelid = own.attrelid
      join pg_catalog.pg_attribute a on a.attrelid = h.inhparent and a.attname = own.attname
     where own.attrelid = $1 and own.attnum > 0 and own.attnotnull and not a.attnotnull
       and pg_catalog.current_setting('server_version_num')::integer < 180000
    union all
    select 4, 'default of ' || own.attname
      from pg_catalog.pg_attribute own
      join pg_catalog.pg_inherits h on h.inhrelid = own.attrelid
      join pg_catalog.pg_attribute a on a.attrelid = h.inhparent and a.attname = own.attname
      left join pg_catalog.pg_attrdef d on d.adrelid = own.attrelid and d.adnum = own.attnum
      left join pg_catalog.pg_attrdef p on p.adrelid = a.attrelid and p.adnum = a.attnum
     where own.attrelid = $1 and own.attnum > 0
       and pg_catalog.pg_get_expr(d.adbin, d.adrelid) is distinct from pg_catalog.pg_get_expr(p.adbin, p.adrelid)
    union all
    select 5, 'trigger ' || g.tgname from pg_catalog.pg_trigger g
     where g.tgrelid = $1 and not g.tgisinternal and g.tgparentid = 0
    union all
    select 6, 'rule ' || r.rulename from pg_catalog.pg_rewrite r where r.ev_class = $1
    union all
    select 7, 'statistics ' || s.stxname from pg_catalog.pg_statistic_ext s where s.stxrelid = $1
    union all
    select 8, 'publication ' || b.pubname
      from pg_catalog.pg_publication_rel m join pg_catalog.pg_publication b on b.oid = m.prpubid where m.prrelid = $1
    union all
    select 9, 'storage parameter ' || o from pg_catalog.pg_class c cross join pg_catalog.unnest(c.reloptions) o where c.oid = $1
    union all
    select 10, 'replica identity' from pg_catalog.pg_class c where c.oid = $1 and c.relreplident <> 'd'
    union all
    select 11, 'unlogged' from pg_catalog.pg_class c where c.oid = $1 and c.relpersistence = 'u'
    union all
    select 12, 'tablespace ' || s.spcname
      from pg_catalog.pg_class c join pg_catalog.pg_tablespace s on s.oid = c.reltablespace where c.oid = $1
    union all
    select 13, 'comment of column ' || a.attname
      from pg_catalog.pg_attribute a
     where a.attrelid = $1 and a.attnum > 0 and pg_catalog.col_description(a.attrelid, a.attnum) is not null
  ) own order by place, told collate "C"`;
/** @param client in a session with pinned settings: expressions are printed with their schemas then. */
async function readOwnProperties(client, oid) {
    const seen = await client.query(SEEN_BY, [oid]);
    const policies = await client.query(POLICIES, [oid]);
    const grants = await client.query(GRANTS, [oid]);
    const left = await client.query(LEFT, [oid]);
    const { rowSecurity = false, forceRowSecurity = false, comment = null } = seen.rows[0] ?? {};
    return {
        rowSecurity,
        forceRowSecurity,
        comment,
        policies: policies.rows,
        grants: grants.rows,
        left: left.rows.map(({ told }) => told),
    };
}
/** Whether two are the same, whatever the order of what is written of them. */
const sameProperties = (a, b) => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
const inOrder = ({ rowSecurity, forceRowSecurity, comment, policies, grants, left, }) => [
    rowSecurity,
    forceRowSecurity,
    comment,
    policies.map((p) => [p.name, p.isPermissive, p.command, p.roles, p.isForAll, p.using, p.check]),
    grants.map((g) => [g.role, g.privilege, g.isGrantable, g.column]),
    left,
];
/** What a restore does not bring back, in words; undefined where it brings back all. */
const leftBehind = ({ left }) => left.length === 0 ? undefined : `of its own, and not in the archive: ${left.join(', ')}`;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./deploy/archive/archive-name.js
/** The name of a partition's archive: safe in any file system and bucket, whatever the table is called, and its own for its rows. */

/** Whatever is no letter, digit, underscore or hyphen goes as its UTF-8 bytes: no dots, no slashes, no spaces. */
const safeName = (name) => [...Buffer.from(name, 'utf8')]
    .map((byte) => {
    const letter = String.fromCharCode(byte);
    return /[A-Za-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
})
    .join('');
const EXTENSION = '.parquet';
/** What the names of a table's archives begin with. */
const tablePrefix = (database, table) => `${safeName(database)}/${safeName(table.schema)}/${safeName(table.name)}/`;
/**
 * The folder that a file's name says: of its table, or `depth` steps of it.
 * @param depth 0 is the database's.
 */
const tableFolder = (file, depth = 2) => file
    .split('/')
    .slice(0, depth + 1)
    .join('/');
/** The same rows of the same partition have the same name, in any run; other rows have another. */
function archiveName(head) {
    const { database, table, partition } = head;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(identityOf(head)).digest('hex').slice(0, 16);
    return `${tablePrefix(database, table)}${safeName(partition.name)}.${digest}${EXTENSION}`;
}
const identityOf = (head) => {
    const { format, database, table, partition, bound, columns, types, own, rows, checksum } = head;
    return JSON.stringify([format, database, table, partition, bound, columns, types, own, rows, checksum], sorted);
};
/** The members of a head in one order: it may come from a file, whose order is another's. */
const sorted = (_key, value) => typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
/** Whether two say the same of what they hold, whichever version of the program and the server wrote them. */
const sameContent = (a, b) => identityOf(a) === identityOf(b);
/** The partition's name, as the file's name has it: for a first look; what counts stands in the file. */
function namedPartition(file) {
    const [, name] = /([^/.]+)\.[0-9a-f]{16}\.parquet$/.exec(file) ?? [];
    return name === undefined ? undefined : decodeName(name);
}
function decodeName(name) {
    try {
        return decodeURIComponent(name);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ../../node_modules/pg-copy-streams/index.js
var pg_copy_streams = __webpack_require__(56561);
// EXTERNAL MODULE: ./postgres/connection.js
var connection = __webpack_require__(87388);
;// CONCATENATED MODULE: ./deploy/archive/load-archive.js
/** Loads an archive's rows into a table through COPY, as fast as the server takes them. */




/**
 * @param table as SQL reads it.
 * @param taken the columns that are loaded, all of them by default; the file's others are read and left out.
 */
async function loadArchive(client, archive, table, taken = new Set(archive.head.columns.map(({ name }) => name))) {
    const names = archive.head.columns.map(({ name }) => name).filter((name) => taken.has(name));
    const columns = names.map(connection/* quoteIdentifier */.Cm).join(', ');
    const stream = client.query(pg_copy_streams.from(`copy ${table} (${columns}) from stdin`));
    const ended = (0,promises_.finished)(stream);
    // Awaited below; what the server says meanwhile must not end the process.
    ended.catch(() => undefined);
    try {
        const lines = archive.lines(taken);
        for (;;) {
            const next = await lines.next();
            if (next.done) {
                stream.end();
                await ended;
                return next.value;
            }
            if (!stream.write(next.value))
                await Promise.race([(0,external_node_events_.once)(stream, 'drain'), ended]);
        }
    }
    catch (error) {
        stream.destroy(error instanceof Error ? error : new Error(String(error)));
        await ended.catch(() => undefined);
        throw error;
    }
}
/** Columns of a table that takes an archive's rows as they are: generated ones as plain values. */
const columnList = ({ columns }) => columns.map(({ name, type }) => `${(0,connection/* quoteIdentifier */.Cm)(name)} ${type}`).join(', ');

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(29143);
;// CONCATENATED MODULE: ./deploy/archive/bound-sql.js
/** A partition's bound, as an archive's file says it, made anew as SQL: the file is from outside, and may say anything. */

const QUOTED = /'((?:[^']|'')*)'/y;
/** What the catalog prints without quotes. */
const BARE = /MINVALUE|MAXVALUE|true|false|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])|B'[01]*'/y;
/**
 * @param bound as the catalog prints it: `FOR VALUES FROM ('2024-01-01 00:00:00+00', MINVALUE) TO (…)`.
 * @returns the same of literals alone, each quoted here; undefined where it holds anything else.
 */
function boundSql(bound) {
    const from = listAfter(bound, 'FOR VALUES FROM (', 0);
    if (from === undefined)
        return undefined;
    const to = listAfter(bound, ' TO (', from.end);
    if (to === undefined || to.end !== bound.length)
        return undefined;
    return `for values from (${from.literals.join(', ')}) to (${to.literals.join(', ')})`;
}
function listAfter(text, words, start) {
    if (!text.startsWith(words, start))
        return undefined;
    const literals = [];
    let at = start + words.length;
    for (;;) {
        const literal = literalAt(text, at);
        if (literal === undefined)
            return undefined;
        literals.push(literal.sql);
        at = literal.end;
        if (text[at] === ')')
            return { literals, end: at + 1 };
        if (!text.startsWith(', ', at))
            return undefined;
        at += 2;
    }
}
function literalAt(text, at) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(text);
    if (quoted) {
        return { sql: (0,connection/* quoteLiteral */.ce)((quoted[1] ?? '').replaceAll("''", "'")), end: QUOTED.lastIndex };
    }
    BARE.lastIndex = at;
    const bare = BARE.exec(text);
    return bare ? { sql: bare[0], end: BARE.lastIndex } : undefined;
}

;// CONCATENATED MODULE: ./deploy/archive/archive-head.js
/** What an archive says of itself: the table, the range, the columns and the rows, so that it is restored from nothing else. */



/** How a column lies in the file; `text` is PostgreSQL's own text under pinned settings, and takes any value. */
const STORAGES = [
    'boolean', 'int2', 'int4', 'int8', 'oid', 'float4', 'float8', 'decimal', 'date', 'timestamp', 'timestamptz', 'time',
    'uuid', 'bytea', 'string', 'json', 'jsonb', 'text',
]; // prettier-ignore
const archive_head_name = schemas/* object */.Ikc({ schema: schemas/* string */.YjP(), name: schemas/* string */.YjP() });
/** Names, quoted or not, with modifiers and brackets: what the catalog prints of a type, and no more. */
const TYPE = /^(?:[a-z0-9_ .,()[\]]|-(?=\d)|"(?:[^"]|"")+")+$/;
const column = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    /** As SQL reads it, with its modifier: `numeric(10,2)`. */
    type: schemas/* string */.YjP().regex(TYPE),
    storage: schemas/* enum */.k5n(STORAGES),
    /** Of decimals. */
    precision: schemas/* number */.aig().int().optional(),
    scale: schemas/* number */.aig().int().optional(),
    /** Computed by the server from other columns: archived as it was, and computed again when it is restored. */
    isGenerated: schemas/* boolean */.zMY(),
});
/** A type of the database's own that a column has, or has within; parts as the catalog prints them. */
const userType = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(['composite', 'domain', 'enum', 'range']),
    /** A composite's attributes with their types, an enum's labels, what a domain or a range is over. */
    parts: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const policy = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    isPermissive: schemas/* boolean */.zMY(),
    /** `r`, `a`, `w`, `d` or `*`, as the catalog has it. */
    command: schemas/* enum */.k5n(['r', 'a', 'w', 'd', '*']),
    roles: schemas/* array */.YOg(schemas/* string */.YjP()),
    isForAll: schemas/* boolean */.zMY(),
    using: schemas/* string */.YjP().nullable(),
    check: schemas/* string */.YjP().nullable(),
});
const grant = schemas/* object */.Ikc({
    /** Null is everybody. */
    role: schemas/* string */.YjP().nullable(),
    privilege: schemas/* string */.YjP().regex(/^[A-Z]+$/),
    isGrantable: schemas/* boolean */.zMY(),
    /** Null is the whole table. */
    column: schemas/* string */.YjP().nullable(),
});
/** What a partition has that its table's other ones don't. */
const own = schemas/* object */.Ikc({
    rowSecurity: schemas/* boolean */.zMY(),
    forceRowSecurity: schemas/* boolean */.zMY(),
    policies: schemas/* array */.YOg(policy),
    grants: schemas/* array */.YOg(grant),
    comment: schemas/* string */.YjP().nullable(),
    /** What a restore does not bring back, in words. */
    left: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/**
 * Of what this version writes. 2: the sum goes by rows that no exchange of values leaves equal, and types and what the
 * partition has of its own are told.
 */
const FORMAT = 2;
const head = schemas/* object */.Ikc({
    format: schemas/* literal */.euz(FORMAT),
    tool: schemas/* string */.YjP(),
    database: schemas/* string */.YjP(),
    serverVersion: schemas/* string */.YjP(),
    table: archive_head_name,
    partition: archive_head_name,
    /** As the catalog prints it: `FOR VALUES FROM ('2024-01-01 00:00:00+00') TO (…)`, times in UTC. */
    bound: schemas/* string */.YjP().refine((bound) => boundSql(bound) !== undefined),
    columns: schemas/* array */.YOg(column).min(1),
    types: schemas/* array */.YOg(userType),
    own,
    rows: schemas/* number */.aig().int().nonnegative(),
    /** Sum of the rows' hashes, see row-checksum.ts. */
    checksum: schemas/* string */.YjP().regex(/^-?\d+$/),
});
/** The key of the file's own metadata under which it is written, as JSON. */
const HEAD_KEY = 'partition_guard';
const writeHead = (value) => JSON.stringify(value);
const written = schemas/* object */.Ikc({ format: schemas/* number */.aig().int(), tool: schemas/* string */.YjP() });
/** @param where how the file is called in a message. */
function readHead(text, where) {
    const said = text === undefined ? undefined : parseJson(text);
    const parsed = head.safeParse(said);
    if (parsed.success)
        return parsed.data;
    const other = written.safeParse(said);
    if (other.success && other.data.format !== FORMAT)
        throw otherFormat(where, other.data);
    throw unreadable(where, 'it does not say what it holds, or in a way that this version does not know');
}
const otherFormat = (where, { format, tool }) => new operator_error/* OperatorError */.n(`the archive ${where} is of format ${format}, which ${format < FORMAT ? 'an earlier' : 'a later'} version wrote (${tool}); this one reads format ${FORMAT}, whose checksum and head are others`, {
    code: 'archive-format',
    hint: 'restore it with the version that wrote it; any Parquet reader opens the file besides, and nothing was dropped or changed',
    exitStatus: operator_error/* EXIT */.d.fail,
});
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const unreadable = (where, why, cause) => new operator_error/* OperatorError */.n(`the archive ${where} can't be read: ${why}`, {
    code: 'archive-unreadable',
    hint: 'leave it where it is, and look whether the place keeps an older version of it; nothing was dropped or changed',
    exitStatus: operator_error/* EXIT */.d.fail,
    cause,
});

// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
;// CONCATENATED MODULE: ./deploy/archive/copy-text.js
/** Writes values of an archive as lines that COPY FROM reads in its text form. */

const BACKSLASH = 0x5c;
/** By byte: of those that would end a value or a line, what is written after a backslash in their place; 0 of others. */
const ESCAPED = new Uint8Array(256);
for (const [byte, letter] of [
    [0x5c, 0x5c],
    [0x0a, 0x6e],
    [0x0d, 0x72],
    [0x09, 0x74],
]) {
    ESCAPED[byte] = letter;
}
const TAB = 0x09;
const NEWLINE = 0x0a;
/** Lines in one growing buffer. */
class CopyLines {
    #buffer = Buffer.allocUnsafe(1 << 20);
    #end = 0;
    get size() {
        return this.#end;
    }
    row(columns, values) {
        for (let i = 0; i < columns.length; i++) {
            if (i > 0)
                this.#byte(TAB);
            const value = values[i];
            if (value === null || value === undefined)
                this.#ascii('\\N');
            else
                this.#value(columns[i], value);
        }
        this.#byte(NEWLINE);
    }
    /** What was written since it was taken last. */
    take() {
        const taken = Buffer.from(this.#buffer.subarray(0, this.#end));
        this.#end = 0;
        return taken;
    }
    #value(column, value) {
        if (!(value instanceof Uint8Array))
            this.#ascii(textOf(column, value));
        else if (column.storage === 'uuid')
            this.#ascii(hexOf(value));
        else if (column.storage === 'bytea')
            this.#ascii(`\\\\x${hexOf(value)}`);
        else if (column.storage === 'decimal')
            this.#ascii(decimalText(signed(value), column.scale ?? 0));
        else
            this.#escaped(value);
    }
    #reserve(bytes) {
        if (this.#end + bytes <= this.#buffer.length)
            return;
        const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + bytes));
        this.#buffer.copy(larger, 0, 0, this.#end);
        this.#buffer = larger;
    }
    #byte(byte) {
        this.#reserve(1);
        this.#buffer[this.#end++] = byte;
    }
    #ascii(text) {
        this.#reserve(text.length);
        this.#end += this.#buffer.write(text, this.#end, 'latin1');
    }
    #escaped(bytes) {
        this.#reserve(bytes.length * 2);
        let end = this.#end;
        for (const byte of bytes) {
            const letter = ESCAPED[byte] ?? 0;
            if (letter === 0) {
                this.#buffer[end++] = byte;
            }
            else {
                this.#buffer[end++] = BACKSLASH;
                this.#buffer[end++] = letter;
            }
        }
        this.#end = end;
    }
}
const hexOf = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
/** A whole number of two's complement, its highest byte first. */
function signed(bytes) {
    return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hexOf(bytes) || '0'}`));
}
function textOf(column, value) {
    switch (column.storage) {
        case 'boolean':
            return value === true ? 't' : 'f';
        case 'float4':
        case 'float8':
            return Object.is(value, -0) ? '-0' : String(value);
        case 'decimal':
            return decimalText(BigInt(value), column.scale ?? 0);
        case 'date':
            return dateText(Number(value));
        case 'timestamp':
            return timestampText(BigInt(value));
        case 'timestamptz':
            return withZone(timestampText(BigInt(value)));
        case 'time':
            return timeText(BigInt(value));
        case 'int2':
        case 'int4':
        case 'int8':
        case 'oid':
        case 'uuid':
        case 'bytea':
        case 'string':
        case 'json':
        case 'jsonb':
        case 'text':
            return String(value);
    }
}
function decimalText(units, scale) {
    if (scale === 0)
        return String(units);
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
const CYCLE_YEARS = 400;
const CYCLE_DAYS = 146_097;
/** Of days since 1970; JavaScript's own dates end before PostgreSQL's do: cycles of 400 years are counted apart. */
function dateText(days) {
    const cycles = Math.floor(days / CYCLE_DAYS);
    const date = new Date((days - cycles * CYCLE_DAYS) * 86_400_000);
    const year = date.getUTCFullYear() + cycles * CYCLE_YEARS;
    const shown = String(year > 0 ? year : 1 - year).padStart(4, '0');
    return `${shown}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}${year > 0 ? '' : ' BC'}`;
}
const two = (n) => String(n).padStart(2, '0');
function timestampText(microseconds) {
    const ofDay = ((microseconds % instant/* DAY */.d_) + instant/* DAY */.d_) % instant/* DAY */.d_;
    const [day = '', era] = dateText(Number((microseconds - ofDay) / instant/* DAY */.d_)).split(' ');
    return `${day} ${timeText(ofDay)}${era === undefined ? '' : ` ${era}`}`;
}
const withZone = (text) => text.endsWith(' BC') ? `${text.slice(0, -3)}+00 BC` : `${text}+00`;
function timeText(microseconds) {
    const seconds = Number(microseconds / 1000000n);
    const fraction = String(microseconds % 1000000n).padStart(6, '0');
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}`;
}

;// CONCATENATED MODULE: ./deploy/archive/stored-columns.js

const BY_TYPE = {
    boolean: 'boolean',
    smallint: 'int2',
    integer: 'int4',
    bigint: 'int8',
    oid: 'oid',
    real: 'float4',
    'double precision': 'float8',
    numeric: 'decimal',
    date: 'date',
    'timestamp without time zone': 'timestamp',
    'timestamp with time zone': 'timestamptz',
    'time without time zone': 'time',
    uuid: 'uuid',
    bytea: 'bytea',
    text: 'string',
    'character varying': 'string',
    json: 'json',
    jsonb: 'jsonb',
};
const MOST_DIGITS = 38;
/** Digits of a numeric, of which `scale` after the point; undefined where the type does not bound them. */
function digitsOf({ modifier }) {
    if (modifier < 4)
        return undefined;
    const precision = ((modifier - 4) >> 16) & 0xffff;
    // Eleven bits with a sign, from PostgreSQL 15 on.
    const scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
    return precision <= MOST_DIGITS && scale >= 0 && scale <= precision ? { precision, scale } : undefined;
}
/** What the column's type alone allows. */
function storageOf(column) {
    const storage = column.isArray || column.typeKind !== 'b' ? undefined : BY_TYPE[column.baseType];
    if (storage === undefined)
        return 'text';
    return storage === 'decimal' && digitsOf(column) === undefined ? 'text' : storage;
}
const reference = (column, alias) => `${alias}.${(0,connection/* quoteIdentifier */.Cm)(column.name)}`;
/** SQL of values that have no place in Parquet's type. */
const MISFITS = {
    date: (value) => `not pg_catalog.isfinite(${value})`,
    timestamp: (value) => pastMicroseconds(value),
    timestamptz: (value) => pastMicroseconds(value),
    time: (value) => `${value} = '24:00'`,
    decimal: (value) => `${value} = 'NaN'`,
};
/** From then on, microseconds since 1970 take more than 64 bits. */
const pastMicroseconds = (value) => `not pg_catalog.isfinite(${value}) or ${value} >= '294247-01-01 00:00:00+00'`;
/** SQL of type boolean: whether a value has no place in Parquet's type; undefined where every value has one. */
const misfit = (column, alias) => MISFITS[storageOf(column)]?.(reference(column, alias));
/** @param fits whether every value of the partition has a place in Parquet's type. */
function storeColumn(column, fits) {
    const storage = fits ? storageOf(column) : 'text';
    return {
        name: column.name,
        type: column.type,
        storage,
        ...(storage === 'decimal' ? digitsOf(column) : {}),
        isGenerated: column.isGenerated,
    };
}
/** What COPY reads of a column in its binary form. */
function copiedValue(column, alias) {
    const value = reference(column, alias);
    // `is distinct from null` is false of a row of nulls, which `is null` takes for none.
    return column.storage === 'text'
        ? `case when ${value} is distinct from null then pg_catalog.format('%s', ${value}) end`
        : value;
}
const OPTIONAL = { repetition_type: 'OPTIONAL' };
/** The file's own schema: a root and its columns. */
const parquetSchema = (columns) => [
    { name: 'root', num_children: columns.length },
    ...columns.map(parquetElement),
];
/** The same as the writer is given it: a value marked as JSON it would print anew, with its numbers rounded. */
const writingSchema = (columns) => parquetSchema(columns).map((element) => {
    if (element.converted_type !== 'JSON')
        return element;
    const unmarked = { ...element };
    delete unmarked.converted_type;
    return unmarked;
});
/** The same, without what it says values mean: so they come as they lie there, exact. */
const physicalSchema = (columns) => parquetSchema(columns).map((element) => {
    const physical = { ...element };
    delete physical.converted_type;
    delete physical.logical_type;
    return physical;
});
function parquetElement(column) {
    const { name } = column;
    switch (column.storage) {
        case 'boolean':
            return { ...OPTIONAL, name, type: 'BOOLEAN' };
        case 'int2':
            return { ...OPTIONAL, name, type: 'INT32', converted_type: 'INT_16' };
        case 'int4':
            return { ...OPTIONAL, name, type: 'INT32' };
        case 'int8':
        case 'oid':
            return { ...OPTIONAL, name, type: 'INT64' };
        case 'float4':
            return { ...OPTIONAL, name, type: 'FLOAT' };
        case 'float8':
            return { ...OPTIONAL, name, type: 'DOUBLE' };
        case 'decimal':
            return { ...OPTIONAL, name, ...decimalElement(column) };
        case 'date':
            return { ...OPTIONAL, name, type: 'INT32', converted_type: 'DATE' };
        case 'timestamp':
        case 'timestamptz': {
            const isAdjustedToUTC = column.storage === 'timestamptz';
            return {
                ...OPTIONAL,
                name,
                type: 'INT64',
                logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' },
                ...(isAdjustedToUTC ? { converted_type: 'TIMESTAMP_MICROS' } : {}),
            };
        }
        case 'time':
            return {
                ...OPTIONAL,
                name,
                type: 'INT64',
                logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' },
            };
        case 'uuid':
            return {
                ...OPTIONAL,
                name,
                type: 'FIXED_LEN_BYTE_ARRAY',
                type_length: 16,
                logical_type: { type: 'UUID' },
            };
        case 'bytea':
            return { ...OPTIONAL, name, type: 'BYTE_ARRAY' };
        case 'json':
        case 'jsonb':
            return {
                ...OPTIONAL,
                name,
                type: 'BYTE_ARRAY',
                converted_type: 'JSON',
                logical_type: { type: 'JSON' },
            };
        case 'string':
        case 'text':
            return { ...OPTIONAL, name, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    }
}
function decimalElement({ precision = MOST_DIGITS, scale = 0, }) {
    const decimal = {
        converted_type: 'DECIMAL',
        logical_type: { type: 'DECIMAL', precision, scale },
        precision,
        scale,
    };
    if (precision <= 9)
        return { ...decimal, type: 'INT32' };
    if (precision <= 18)
        return { ...decimal, type: 'INT64' };
    return { ...decimal, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 };
}

;// CONCATENATED MODULE: ./deploy/archive/parquet-input.js
/** Reads an archive back, each byte of it once and in order: what it says of itself, then its rows as lines for COPY. */




const CHUNK_BYTES = 4 * 1024 * 1024;
const LINES_BYTES = 256 * 1024;
const FOOTER_TAIL = 8;
/** @param where how the file is called in messages. */
async function openArchive(source, where) {
    const { metadata, footerStart } = await readFooter(source, where);
    const head = readHead(metadata.key_value_metadata?.find(({ key }) => key === HEAD_KEY)?.value, where);
    if (Number(metadata.num_rows) !== head.rows)
        throw unreadable(where, 'its two counts of rows differ');
    return { head, lines: (taken) => readLines({ source, where, metadata, head, footerStart }, taken) };
}
async function readFooter(source, where) {
    const { parquetMetadata } = await Promise.all(/* import() */[__webpack_require__.e(6309), __webpack_require__.e(1511)]).then(__webpack_require__.bind(__webpack_require__, 71511));
    if (source.size < FOOTER_TAIL + 4)
        throw unreadable(where, 'it is too short');
    const tail = Buffer.from(await source.read(source.size - FOOTER_TAIL, source.size));
    const footerStart = source.size - FOOTER_TAIL - tail.readUInt32LE(0);
    if (tail.toString('latin1', 4) !== 'PAR1' || footerStart < 4) {
        throw unreadable(where, 'its end is missing or spoiled');
    }
    const footer = await source.read(footerStart, source.size);
    try {
        return { metadata: parquetMetadata(arrayBufferOf(footer)), footerStart };
    }
    catch (cause) {
        throw unreadable(where, 'its footer is spoiled', cause);
    }
}
async function* readLines(reading, taken) {
    const { source, where, metadata, head } = reading;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const lines = new CopyLines();
    const places = head.columns.flatMap(({ name }, i) => (taken.has(name) ? [i] : []));
    const columns = places.map((place) => head.columns[place]);
    let at = 0;
    let rows = 0;
    for (const [i, group] of metadata.row_groups.entries()) {
        const end = groupEnd(metadata, i, reading.footerStart);
        if (!(end > at))
            throw unreadable(where, `the place of its rows from ${rows} on is spoiled`);
        const bytes = await source.read(at, end);
        hash.update(bytes);
        for (const row of await readGroup(reading, {
            bytes,
            start: at,
            firstRow: rows,
            count: Number(group.num_rows),
        })) {
            lines.row(columns, columns.length === row.length ? row : places.map((place) => row[place]));
            if (lines.size >= LINES_BYTES)
                yield lines.take();
        }
        if (lines.size > 0)
            yield lines.take();
        rows += Number(group.num_rows);
        at = end;
    }
    await hashRest(source, hash, at);
    return { sha256: hash.digest('hex'), rows };
}
async function hashRest(source, hash, from) {
    for (let at = from; at < source.size; at += CHUNK_BYTES) {
        hash.update(await source.read(at, Math.min(at + CHUNK_BYTES, source.size)));
    }
}
/** Where the pages of a group end: all its columns lie one after the other. */
function groupEnd({ row_groups }, index, limit) {
    const ends = row_groups[index]?.columns.map(({ meta_data: column }) => column === undefined
        ? NaN
        : Number(column.dictionary_page_offset ?? column.data_page_offset) +
            Number(column.total_compressed_size));
    const end = Math.max(...(ends ?? [NaN]));
    return end <= limit ? end : NaN;
}
async function readGroup({ where, metadata, head, source }, { bytes, start, firstRow, count }) {
    const { parquetRead } = await Promise.all(/* import() */[__webpack_require__.e(6309), __webpack_require__.e(1511)]).then(__webpack_require__.bind(__webpack_require__, 71511));
    let rows = [];
    try {
        await parquetRead({
            file: {
                byteLength: source.size,
                slice: (from, to = source.size) => {
                    if (from < start || to > start + bytes.length)
                        throw new Error('a page lies outside of its group');
                    return arrayBufferOf(bytes.subarray(from - start, to - start));
                },
            },
            metadata: { ...metadata, schema: physicalSchema(head.columns) },
            rowStart: firstRow,
            rowEnd: firstRow + count,
            utf8: false,
            rowFormat: 'array',
            onComplete: (read) => (rows = read),
        });
    }
    catch (cause) {
        throw unreadable(where, `its rows from ${firstRow} on are spoiled`, cause);
    }
    if (rows.length !== count)
        throw unreadable(where, `of its rows from ${firstRow} on some are missing`);
    return rows;
}
const arrayBufferOf = (bytes) => {
    const copy = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(copy).set(bytes);
    return copy;
};

;// CONCATENATED MODULE: ./deploy/archive/pinned-settings.js
const PINNED = {
    TimeZone: 'UTC',
    DateStyle: 'ISO, MDY',
    IntervalStyle: 'postgres',
    extra_float_digits: '1',
    bytea_output: 'hex',
    lc_monetary: 'C',
    xmloption: 'content',
    xmlbinary: 'base64',
    array_nulls: 'on',
    quote_all_identifiers: 'off',
    // Names in values are printed with their schemas.
    search_path: 'pg_catalog',
    // Rows that a policy hides are an error, not fewer rows.
    row_security: 'off',
    jit: 'off',
    // The place where the file goes may take its time.
    idle_in_transaction_session_timeout: '0',
};
/** For the transaction that has begun. */
async function pinSettings(client, { lockTimeoutMs, statementTimeoutMs }) {
    const settings = {
        ...PINNED,
        lock_timeout: String(lockTimeoutMs),
        statement_timeout: String(statementTimeoutMs),
    };
    await client.query(`select ${Object.keys(settings)
        .map((name, i) => `pg_catalog.set_config('${name}', $${i + 1}, true)`)
        .join(', ')}`, Object.values(settings));
}
/** Commits what `body` did, each statement of it seeing what others committed before; rolls it back where it throws. */
async function inPinnedTransaction(client, limits, body) {
    await client.query('begin isolation level read committed read write');
    try {
        await pinSettings(client, limits);
        const result = await body();
        await client.query('commit');
        return result;
    }
    catch (error) {
        // A connection that is gone has no transaction either; what went wrong first is told.
        await client.query('rollback').catch(() => undefined);
        throw error;
    }
}

// EXTERNAL MODULE: ./postgres/row-hash.js
var row_hash = __webpack_require__(39559);
;// CONCATENATED MODULE: ./deploy/archive/row-checksum.js



/** What an archive holds is the very value: 1.0 is not 1.00 there, and -0 is not 0, which the server calls equal. */
function exactValue(column) {
    const value = `t.${(0,connection/* quoteIdentifier */.Cm)(column.name)}`;
    if (column.isArray)
        return (0,row_hash/* hashedValue */.te)(column, value);
    switch (column.baseType) {
        case 'numeric':
            return `pg_catalog.numeric_send(${value})`;
        case 'double precision':
            return `pg_catalog.float8send(${value})`;
        case 'real':
            return `pg_catalog.float4send(${value})`;
        case 'character':
            return `pg_catalog.bpcharsend(${value})`;
        default:
            return (0,row_hash/* hashedValue */.te)(column, value);
    }
}
const checksumOf = (columns) => `coalesce(pg_catalog.sum(${(0,row_hash/* hashOf */.qQ)(columns.map(exactValue))}), 0)::text`;
/**
 * @param client in a session with pinned settings.
 * @param relation as SQL reads it.
 */
async function countRows(client, relation, columns) {
    const { rows } = await client.query(`select pg_catalog.count(*)::text as rows, ${checksumOf(columns)} as checksum from only ${relation} t`);
    return { rows: Number(rows[0]?.rows), checksum: rows[0]?.checksum ?? '' };
}
/** The same, and which columns hold a value that does not fit. */
async function seeRows(client, relation, columns) {
    const checks = columns.flatMap((column, i) => {
        const test = misfit(column, 't');
        return test === undefined ? [] : [`case when pg_catalog.bool_or(${test}) then ${i} end`];
    });
    const { rows } = await client.query(`select pg_catalog.count(*)::text as rows, ${checksumOf(columns)} as checksum,
            array[${checks.join(', ')}]::integer[] as misfits
       from only ${relation} t`);
    return {
        rows: Number(rows[0]?.rows),
        checksum: rows[0]?.checksum ?? '',
        misfits: (rows[0]?.misfits ?? []).filter((place) => place !== null),
    };
}
const sameRows = (a, b) => a.rows === b.rows && a.checksum === b.checksum;

;// CONCATENATED MODULE: ./deploy/archive/verify-archive.js






const TABLE = 'pg_temp.partition_guard_read_back';
/** @throws OperatorError where the file is spoiled, or its rows are not the partition's. */
async function verifyArchive(client, { facts, head, name, written }, { store, limits, checksumFunction }) {
    const where = store.locate(name);
    const source = await store.open(name);
    try {
        const archive = await openArchive(source, where);
        // Its name may be anybody's: what the file says of itself is compared, and never made SQL of.
        if (!sameContent(archive.head, head))
            throw foreign(where);
        const { read, loaded, managed } = await inPinnedTransaction(client, limits, async () => {
            await client.query(`create temporary table partition_guard_read_back (${columnList(head)}) on commit drop`);
            // A domain's check may call functions that go by the path that writers have; a restore loads with that one, too.
            await client.query('set local search_path to default');
            const loadedFile = await loadArchive(client, archive, TABLE);
            await pinSettings(client, limits);
            return {
                read: loadedFile,
                loaded: await countRows(client, TABLE, asPlain(facts.columns)),
                managed: checksumFunction === undefined ? undefined : await managedSum(client, checksumFunction),
            };
        });
        if (!sameRows(loaded, head) || (written !== undefined && written.sha256 !== read.sha256)) {
            throw unequal(where, { loaded, head, isSameFile: written?.sha256 === read.sha256 });
        }
        return { bytes: source.size, sha256: read.sha256, ...(managed === undefined ? {} : { managed }) };
    }
    finally {
        await source.close();
    }
}
const asPlain = (columns) => columns.map((column) => ({ ...column, isGenerated: false }));
async function managedSum(client, checksumFunction) {
    const { rows } = await client.query(`select k.row_count::text as rows, k.checksum::text as checksum from ${checksumFunction}($1::pg_catalog.regclass) k`, [TABLE]);
    return { rows: Number(rows[0]?.rows), checksum: rows[0]?.checksum ?? '' };
}
const foreign = (where) => new operator_error/* OperatorError */.n(`the archive ${where} says that it holds something else than the partition that its name is for`, {
    code: 'archive-differs',
    hint: 'nothing was dropped; see who may write to that place, move the file away, and run this again',
    exitStatus: operator_error/* EXIT */.d.fail,
});
const unequal = (where, { loaded, head, isSameFile, }) => new operator_error/* OperatorError */.n(`the archive ${where} does not hold the partition's rows: ${head.rows} with checksum ${head.checksum} were written, ${loaded.rows} with checksum ${loaded.checksum} were read back${isSameFile ? '' : ' from other bytes'}`, {
    code: 'archive-differs',
    hint: 'nothing was dropped; move the file away, see to the place that keeps it, and run this again',
    exitStatus: operator_error/* EXIT */.d.fail,
});

// EXTERNAL MODULE: ./domain/tool-version.js
var tool_version = __webpack_require__(13562);
;// CONCATENATED MODULE: ./deploy/archive/binary-rows.js
const SIGNATURE_BYTES = 11;
const EPOCH_DAYS = 10_957;
const EPOCH_MICROSECONDS = 946684800000000n;
const bytes = (buffer, start, length) => buffer.subarray(start, start + length);
function decoderOf(column) {
    switch (column.storage) {
        case 'boolean':
            return (buffer, start) => buffer[start] === 1;
        case 'int2':
            return (buffer, start) => buffer.readInt16BE(start);
        case 'int4':
            return (buffer, start) => buffer.readInt32BE(start);
        case 'int8':
            return (buffer, start) => buffer.readBigInt64BE(start);
        case 'oid':
            return (buffer, start) => BigInt(buffer.readUInt32BE(start));
        case 'float4':
            return (buffer, start) => buffer.readFloatBE(start);
        case 'float8':
            return (buffer, start) => buffer.readDoubleBE(start);
        case 'decimal':
            return (buffer, start) => unscaled(buffer, start, column.scale ?? 0);
        case 'date':
            return (buffer, start) => buffer.readInt32BE(start) + EPOCH_DAYS;
        case 'timestamp':
        case 'timestamptz':
            return (buffer, start) => buffer.readBigInt64BE(start) + EPOCH_MICROSECONDS;
        case 'time':
            return (buffer, start) => buffer.readBigInt64BE(start);
        case 'jsonb':
            // One byte of version before the text.
            return (buffer, start, length) => buffer.subarray(start + 1, start + length);
        case 'uuid':
        case 'bytea':
        case 'string':
        case 'json':
        case 'text':
            return bytes;
    }
}
const NEGATIVE = 0x4000;
const SPECIAL = 0xc000;
/** A numeric as whole units of its last digit: base-10,000 digits, the first of which counts 10,000 to the `weight`. */
function unscaled(buffer, start, scale) {
    const digits = buffer.readUInt16BE(start);
    const weight = buffer.readInt16BE(start + 2);
    const sign = buffer.readUInt16BE(start + 4);
    if ((sign & SPECIAL) === SPECIAL)
        throw new Error('a numeric that is no number was not expected here');
    let value = 0n;
    for (let i = 0; i < digits; i++)
        value = value * 10000n + BigInt(buffer.readUInt16BE(start + 8 + 2 * i));
    const exponent = 4 * (weight - digits + 1) + scale;
    value = exponent >= 0 ? value * 10n ** BigInt(exponent) : value / 10n ** BigInt(-exponent);
    return sign === NEGATIVE ? -value : value;
}
/** @yields rows, each a list of values by column, with how many bytes they took in the stream. */
async function* readBinaryRows(stream, columns) {
    const decoders = columns.map(decoderOf);
    let waiting = [];
    let waitingBytes = 0;
    let needed = 0;
    let begun = false;
    for await (const chunk of stream) {
        waiting.push(chunk);
        waitingBytes += chunk.length;
        if (waitingBytes < needed)
            continue;
        const buffer = waiting.length === 1 ? chunk : Buffer.concat(waiting, waitingBytes);
        let at = 0;
        if (!begun) {
            const end = headerEnd(buffer);
            if (end > buffer.length)
                continue;
            at = end;
            begun = true;
        }
        for (;;) {
            const found = findRow(buffer, at, columns.length);
            if (found === 'end')
                return;
            if (typeof found === 'number') {
                needed = found - at;
                break;
            }
            yield {
                values: found.fields.map(({ start, length }, i) => length < 0 ? null : decoders[i](buffer, start, length)),
                size: found.end - at,
            };
            at = found.end;
        }
        waiting = at === buffer.length ? [] : [buffer.subarray(at)];
        waitingBytes = buffer.length - at;
    }
    throw new Error('the rows ended before their end was told');
}
function headerEnd(buffer) {
    const fixed = SIGNATURE_BYTES + 8;
    return buffer.length < fixed ? fixed : fixed + buffer.readInt32BE(SIGNATURE_BYTES + 4);
}
/** @returns the row; where it ends at the least, when it is not all there yet; or that there is none any more. */
function findRow(buffer, from, columns) {
    if (buffer.length < from + 2)
        return from + 2;
    const count = buffer.readInt16BE(from);
    if (count === -1)
        return 'end';
    if (count !== columns)
        throw new Error(`a row of ${columns} columns came with ${count}`);
    const fields = [];
    let at = from + 2;
    for (let i = 0; i < count; i++) {
        if (buffer.length < at + 4)
            return at + 4;
        const length = buffer.readInt32BE(at);
        at += 4;
        fields.push({ start: at, length });
        at += Math.max(0, length);
        if (buffer.length < at)
            return at;
    }
    return { fields, end: at };
}

;// CONCATENATED MODULE: ./deploy/archive/parquet-output.js
/** Writes rows as one Parquet file, a group of rows after the other, in memory that no partition's size can grow. */



/**
 * A group ends at whichever comes first: a value takes memory also where it is short. Very wide tables have more of them in
 * a group, since what the file says of each column of each group is held until its end.
 */
const GROUP_VALUES = 60_000;
const LEAST_GROUP_ROWS = 2_000;
const GROUP_BYTES = 4 * 1024 * 1024;
/** Columns by whose least and greatest value readers pass over groups; of texts they would only take time. */
const WITH_STATISTICS = [
    'int2',
    'int4',
    'int8',
    'date',
    'timestamp',
    'timestamptz',
    'decimal',
];
/** @param rows with the bytes that each took. */
async function writeParquet(sink, head, rows) {
    const { ByteWriter, ParquetWriter } = await Promise.all(/* import() */[__webpack_require__.e(6309), __webpack_require__.e(3738)]).then(__webpack_require__.bind(__webpack_require__, 93738));
    const writer = new ByteWriter(GROUP_BYTES);
    const file = new ParquetWriter({
        writer,
        schema: writingSchema(head.columns),
        codec: 'SNAPPY',
        createdBy: head.tool,
        kvMetadata: [{ key: HEAD_KEY, value: writeHead(head) }],
    });
    const mostRows = Math.max(LEAST_GROUP_ROWS, Math.floor(GROUP_VALUES / head.columns.length));
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const flush = async () => {
        // The sink may keep them: what comes next is written over the writer's own.
        const bytes = Buffer.from(writer.getBytes());
        writer.index = 0;
        hash.update(bytes);
        await sink.write(bytes);
    };
    let group = head.columns.map(() => []);
    let [groupRows, groupBytes, total] = [0, 0, 0];
    const endGroup = async () => {
        if (groupRows === 0)
            return;
        await file.write({
            columnData: head.columns.map(({ name, storage }, i) => ({
                name,
                data: group[i] ?? [],
                // A dictionary takes -0 for 0.
                ...(storage === 'float4' || storage === 'float8' ? { encoding: 'PLAIN' } : {}),
                statistics: WITH_STATISTICS.includes(storage),
            })),
            rowGroupSize: groupRows,
        });
        group = head.columns.map(() => []);
        [groupRows, groupBytes] = [0, 0];
        await flush();
    };
    for await (const { values, size } of rows) {
        for (let i = 0; i < values.length; i++)
            group[i].push(values[i]);
        groupRows += 1;
        groupBytes += size;
        total += 1;
        if (groupRows >= mostRows || groupBytes >= GROUP_BYTES)
            await endGroup();
    }
    await endGroup();
    if (total !== head.rows)
        throw new Error(`${head.rows} rows were counted, and ${total} came`);
    file.schema = parquetSchema(head.columns);
    await file.finish();
    await flush();
    return { bytes: writer.offset, sha256: hash.digest('hex') };
}

// EXTERNAL MODULE: ./postgres/table-facts.js
var table_facts = __webpack_require__(26336);
;// CONCATENATED MODULE: ./deploy/archive/user-types.js
/** Through arrays, domains, composites and ranges, down to what the server brings itself. */
const TYPES = `
  with recursive used(oid) as (
    select a.atttypid from pg_catalog.pg_attribute a where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
     union
    select part.oid
      from used
      join pg_catalog.pg_type t on t.oid = used.oid
     cross join lateral (
           select t.typelem where t.typelem <> 0
            union all
           select t.typbasetype where t.typtype = 'd'
            union all
           select a.atttypid from pg_catalog.pg_attribute a
            where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
            union all
           select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = t.oid
            union all
           select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid
     ) part(oid)
  )
  select pg_catalog.format_type(t.oid, null) as name, t.typtype as kind,
         case t.typtype
           when 'e' then (select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
                            from pg_catalog.pg_enum e where e.enumtypid = t.oid)
           when 'd' then array[pg_catalog.format_type(t.typbasetype, t.typtypmod)]
           when 'r' then (select array[pg_catalog.format_type(r.rngsubtype, null)]
                            from pg_catalog.pg_range r where r.rngtypid = t.oid)
           else (select pg_catalog.array_agg(
                          pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod))
                          order by a.attnum)
                   from pg_catalog.pg_attribute a
                  where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)
         end as parts
    from used
    join pg_catalog.pg_type t on t.oid = used.oid
   where t.oid >= 16384 and t.typtype in ('c', 'd', 'e', 'r')
   order by pg_catalog.format_type(t.oid, null) collate "C"`;
const KINDS = {
    c: 'composite',
    d: 'domain',
    e: 'enum',
    r: 'range',
};
/**
 * @param client in a session with pinned settings: names are printed with their schemas then.
 * @param oid of the table.
 */
async function readUserTypes(client, oid) {
    const { rows } = await client.query(TYPES, [oid]);
    return rows.map(({ name, kind, parts }) => ({
        name,
        kind: KINDS[kind] ?? 'composite',
        parts: parts ?? [],
    }));
}
/**
 * What of the types is not as it was archived: the file has text of them, which goes by place in a composite and by
 * label in an enum. Labels that came since are no fault.
 * @returns a line each.
 */
function changedTypes(archived, now) {
    return archived.flatMap((was) => {
        const is = now.find(({ name }) => name === was.name);
        if (is === undefined)
            return [];
        if (is.kind === was.kind && (was.kind === 'enum' ? isWithin : isEqual)(was.parts, is.parts))
            return [];
        return [
            `type ${was.name} was ${was.kind} (${was.parts.join(', ')}) and is ${is.kind} (${is.parts.join(', ')})`,
        ];
    });
}
const isEqual = (a, b) => a.length === b.length && a.every((part, i) => part === b[i]);
/** In the same order, others between them or not. */
function isWithin(few, many) {
    let from = 0;
    return few.every((part) => {
        const at = many.indexOf(part, from);
        from = at + 1;
        return at >= 0;
    });
}

;// CONCATENATED MODULE: ./deploy/archive/partition-facts.js




const FACTS = `
  select p.oid as "tableOid", pn.nspname as "tableSchema", p.relname as "tableName",
         n.nspname as "schema", c.relname as name, c.relkind as kind,
         pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound,
         coalesce((select pg_catalog.array_agg(a.attname::text) from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = 'v'), '{}') as virtual
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_inherits i on i.inhrelid = c.oid and not i.inhdetachpending
    join pg_catalog.pg_class p on p.oid = i.inhparent
    join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
   where c.oid = $1 and c.relispartition`;
const sqlName = ({ schema, name }) => `${(0,connection/* quoteIdentifier */.Cm)(schema)}.${(0,connection/* quoteIdentifier */.Cm)(name)}`;
/**
 * @param client in a session with pinned settings.
 * @returns why it can't be archived, where it is none that can; undefined where no such partition is (any more).
 */
async function readPartition(client, oid) {
    const { rows } = await client.query(FACTS, [oid]);
    const [row] = rows;
    if (row === undefined)
        return undefined;
    if (row.kind === 'f')
        return 'it is a foreign table';
    if (row.kind === 'p')
        return 'it is partitioned itself';
    const facts = await (0,table_facts/* readTableFacts */.e)(client, oid);
    if (facts === undefined)
        return undefined;
    return {
        oid,
        table: { schema: row.tableSchema, name: row.tableName },
        tableOid: row.tableOid,
        partition: { schema: row.schema, name: row.name },
        bound: row.bound,
        columns: facts.columns.filter(({ name }) => !row.virtual.includes(name)),
        types: await readUserTypes(client, oid),
        own: await readOwnProperties(client, oid),
    };
}

;// CONCATENATED MODULE: ./deploy/archive/write-archive.js










/**
 * @param client of no use where this throws: rows that nobody wants any more may still be on their way. End it.
 * @returns why it can't be archived, or undefined where the partition is gone.
 */
async function writeArchive(client, request) {
    await client.query('begin isolation level repeatable read read only');
    await pinSettings(client, request.limits);
    const archived = await writeSnapshot(client, request);
    await client.query('commit');
    return archived;
}
async function writeSnapshot(client, request) {
    const facts = await readPartition(client, request.oid);
    if (facts === undefined || typeof facts === 'string')
        return facts;
    const head = await headOf(client, facts, request);
    const name = archiveName(head);
    if (await request.store.exists(name))
        return { facts, head, name };
    return { facts, head, name, ...(await writeFile(client, { facts, head, name }, request.store)) };
}
async function headOf(client, facts, { database, serverVersion }) {
    const { table, partition, bound, columns, types, own } = facts;
    const { rows, checksum, misfits } = await seeRows(client, sqlName(partition), columns);
    return {
        format: FORMAT,
        tool: `partition-guard ${tool_version/* TOOL_VERSION */.w}`,
        database,
        serverVersion,
        table,
        partition,
        bound,
        columns: columns.map((column, i) => storeColumn(column, !misfits.includes(i))),
        types: [...types],
        own,
        rows,
        checksum,
    };
}
async function writeFile(client, { facts, head, name }, store) {
    const sink = await store.create(name);
    try {
        const stream = client.query(pg_copy_streams.to(copySql(facts, head)));
        const written = await writeParquet(sink, head, readBinaryRows(stream, head.columns));
        return (await sink.finish()) ? { written } : {};
    }
    catch (error) {
        await sink.abandon();
        throw error;
    }
}
const copySql = ({ partition }, { columns }) => `copy (select ${columns.map((column) => copiedValue(column, 't')).join(', ')} from only ${sqlName(partition)} t) to stdout (format binary)`;

// EXTERNAL MODULE: ./postgres/error-code.js
var error_code = __webpack_require__(81248);
// EXTERNAL MODULE: ./postgres/sql-failure.js
var sql_failure = __webpack_require__(85497);
;// CONCATENATED MODULE: ./deploy/maintain/maintenance-run.js



const NOTHING = { partitions: [], problems: [] };
const joined = (...steps) => ({
    partitions: steps.flatMap(({ partitions }) => partitions),
    problems: steps.flatMap(({ problems }) => problems),
});
const outcomeOf = ({ name, range }, action, rest = {}) => ({ partition: name, action, lower: range.lower, upper: range.upper, ...rest });
/** Of a constraint, a view, a right: it is no fault of the run, and stays until somebody sees to it. */
const SPEAKS_AGAINST = new Set([
    '23503',
    '2BP01',
    '42501',
    '55006',
    '55000',
    '0A000',
    '42809',
    '42P17',
    '23514',
]);
/**
 * What went wrong with one partition or table, so that the others go on.
 * @throws the error itself where it is a fault of this program, or the connection is gone.
 */
function toldOf(error) {
    if (error instanceof operator_error/* OperatorError */.n)
        return { action: 'failed', reason: error.message, hint: error.hint };
    const failure = (0,sql_failure/* sqlFailureOf */.Eq)(error);
    if ((0,sql_failure/* isDisconnected */.qf)({ kind: 'failed', failure, statement: '' }))
        throw error;
    const { sqlstate, message, detail, hint } = failure;
    return {
        action: SPEAKS_AGAINST.has((0,error_code/* errorCode */.C)(error) ?? '') ? 'kept' : 'failed',
        reason: `${message}${detail === undefined || HOLDS_VALUES.test(sqlstate) ? '' : `; ${detail.split('\n')[0] ?? ''}`} (SQLSTATE ${sqlstate})`,
        hint: hintOf(sqlstate) ??
            hint ??
            'See to what the server says, then run it again: what was done is not done twice.',
    };
}
/** Of a constraint that a row breaks: the detail is the row. */
const HOLDS_VALUES = /^23/;
/** Of our own, before the server's: for a view in the way, that one is to drop with CASCADE. */
const hintOf = (sqlstate) => {
    switch (sqlstate) {
        case '23503':
            return 'Delete or move the rows that refer to it first, or keep it longer.';
        case '2BP01':
            return 'Drop or change what depends on it first; nothing is ever taken with CASCADE.';
        case '42501':
            return 'Let this role own the table, or be a member of the role that does.';
        case '55P03':
        case '40P01':
            return 'Run it again when fewer long transactions are on; --lock-timeout and --retries say how long it waits.';
        case '22021':
            return 'The database holds bytes that are no text in its encoding, as SQL_ASCII lets in: an archive is UTF-8, and can not hold them. Convert these values (to bytea, or to UTF-8) first, or detach the partition and dump it.';
        default:
            return undefined;
    }
};

;// CONCATENATED MODULE: ./deploy/maintain/archive-partition.js




/** @returns what became of the partition, where it could not be archived: it is as it was. */
async function archivePartition(run, store, table, partition) {
    const { target, limits } = run;
    try {
        // A session of its own: where writing fails, it is of no more use.
        return await target.withSession(async (session) => {
            const archived = await writeArchive(session, {
                oid: partition.oid,
                database: target.facts.database,
                serverVersion: target.facts.serverVersion,
                store,
                limits,
            });
            if (archived === undefined)
                return outcomeOf(partition, 'unchanged', { reason: 'it is no partition any more' });
            if (typeof archived === 'string') {
                return outcomeOf(partition, 'kept', {
                    reason: archived,
                    hint: 'Archive or drop it by hand, or take its table out of the retention.',
                });
            }
            const { bytes, sha256, managed } = await verifyArchive(session, archived, {
                store,
                limits,
                checksumFunction: table.manager?.named('partition_checksum'),
            });
            const file = { location: store.locate(archived.name), bytes, sha256 };
            run.onProgress(`${partition.name}: ${archived.head.rows} rows are in ${file.location}, read back and equal`);
            return { archived, file, ...(managed === undefined ? {} : { managed }) };
        });
    }
    catch (error) {
        const { action, reason, hint } = toldOf(error);
        return outcomeOf(partition, action, { reason, hint });
    }
}
const isProven = (result) => 'archived' in result;
/** What goes with a partition that its archive does not hold. */
function toldLeft({ own }) {
    const left = leftBehind(own);
    return left === undefined ? {} : { reason: left };
}

// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./deploy/apply/retry.js
var retry = __webpack_require__(24239);
;// CONCATENATED MODULE: ./deploy/archive/same-partition.js

/** @param facts read just now, in a session with pinned settings. */
const isAsArchived = ({ bound, own, types }, head) => bound === head.bound && sameProperties(own, head.own) && sameTypes(types, head.types);
const sameTypes = (a, b) => JSON.stringify(a.map(({ name, kind, parts }) => [name, kind, parts])) ===
    JSON.stringify(b.map(({ name, kind, parts }) => [name, kind, parts]));

;// CONCATENATED MODULE: ./deploy/maintain/archive-trail.js

/** @param client in the transaction that drops the partition. */
async function recordDrop(client, auditId, { head, file }) {
    await client.query(`insert into partition_guard.archived_partition
       (deployment, table_name, partition_name, bound, location, row_count, checksum, sha256, bytes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [
        auditId ?? null,
        sqlName(head.table),
        sqlName(head.partition),
        head.bound,
        file.location,
        head.rows,
        head.checksum,
        file.sha256,
        file.bytes,
    ]);
}

// EXTERNAL MODULE: ./postgres/catalog-layout.js
var catalog_layout = __webpack_require__(69708);
;// CONCATENATED MODULE: ./deploy/maintain/safe-call.js




/** The layout of one table as it is now; undefined where it is no partitioned table any more. */
const layoutNow = async (client, oid) => (await (0,catalog_layout/* readLayouts */.QB)(client)).judged.find((table) => table.oid === oid)?.layout;
/**
 * What became of the partitions.
 * @throws OperatorError where one is gone that does not end at or before `limit`, or has other bounds: roll back then.
 * @param limit undefined: none may be gone.
 */
async function changeSince(client, { oid, layout }, limit) {
    const after = await layoutNow(client, oid);
    if (after === undefined)
        throw tooMuch(`${layout.table} itself is gone, or partitioned otherwise`);
    const made = [];
    const gone = [];
    for (const event of (0,domain_layout/* eventsBetween */.Go)(layout, after)) {
        switch (event.kind) {
            case 'made':
                made.push(event.partition);
                break;
            case 'gone':
                gone.push(event.partition);
                break;
            case 'replaced':
            case 'moved':
                throw tooMuch(`${event.partition.name} has other bounds than before, or is another table`);
        }
    }
    const early = gone.find((partition) => !isPast(partition, limit));
    if (early)
        throw tooMuch(`${early.name} would be gone, which is ${whyNot(early, limit)}`);
    return { made, gone };
}
const isPast = (partition, limit) => limit !== undefined &&
    partition.kind === 'range' &&
    partition.range.upper.kind === 'finite' &&
    // A date is a whole day: rows of the upper bound itself are past only when that day is.
    partition.range.upper.at + (partition.reachesUpper ? instant/* DAY */.d_ : 0n) <= limit;
const whyNot = (partition, limit) => {
    if (limit === undefined)
        return 'not asked for';
    if (partition.kind === 'default')
        return 'the default partition';
    return `not past the retention: it does not end before ${(0,instant/* formatShort */.KS)(limit)}`;
};
const tooMuch = (what) => new operator_error/* OperatorError */.n(`${what}: all of it was rolled back`, {
    code: 'maintenance-too-much',
    hint: 'See to the SQL that is called: it does more than was asked of it.',
    exitStatus: operator_error/* EXIT */.d.fail,
});

;// CONCATENATED MODULE: ./deploy/maintain/foreign-outside.js




const leftThere = (partition) => outcomeOf(partition, 'kept', {
    reason: 'it is past the retention, and the configured call left it',
    hint: 'See to the SQL under manage.retention: it keeps more than is asked for, or other tables are its own.',
});
/** There is no partition to tell it of. */
const untold = (reason, hint) => new operator_error/* OperatorError */.n(reason, { code: 'retention-failed', hint, exitStatus: operator_error/* EXIT */.d.fail });
/** No transaction can take it back: what it did is told, and what could not be proven. */
async function outside(run, tables, { sql, safe, then }, candidates) {
    if (then === 'archive')
        return refuseOutside(candidates);
    if (run.settings.dryRun) {
        return candidates.map((partition) => outcomeOf(partition, 'unchanged', {
            reason: 'the configured call commits by itself, and can not be rehearsed',
        }));
    }
    const before = await countEach(run, tables);
    let fault;
    try {
        await run.target.withSession((session) => session.query(sql));
    }
    catch (error) {
        fault = toldOf(error);
    }
    const outcomes = [];
    for (const table of tables) {
        const after = await layoutNow(run.client, table.oid);
        const there = new Set(after?.partitions.map(({ oid }) => oid));
        outcomes.push(...(await fewerIn(run, after?.partitions ?? [], before)));
        for (const partition of (0,domain_layout/* rangePartitions */.N2)(table.layout)) {
            if (!there.has(partition.oid))
                outcomes.push(goneOutside(partition, safe));
            else if (candidates.includes(partition)) {
                outcomes.push(fault ? outcomeOf(partition, fault.action, fault) : leftThere(partition));
            }
        }
    }
    if (fault === undefined || candidates.length > 0)
        return outcomes;
    const done = outcomes.map(({ partition, reason = '' }) => `; ${partition}: ${reason}`).join('');
    throw untold(`${fault.reason}${done}`, fault.hint);
}
const countOf = async ({ client }, { name }) => {
    const { rows } = await client.query(`select pg_catalog.count(*)::text as rows from ${name}`);
    return Number(rows[0]?.rows);
};
async function countEach(run, tables) {
    const counted = new Map();
    for (const { layout } of tables) {
        for (const partition of layout.partitions)
            counted.set(partition.oid, await countOf(run, partition));
    }
    return counted;
}
/** Nobody was locked out, so that rows may have come; that there are fewer is what a retention must not do. */
async function fewerIn(run, left, before) {
    const outcomes = [];
    for (const partition of left) {
        const was = before.get(partition.oid) ?? 0;
        const is = await countOf(run, partition);
        if (is >= was)
            continue;
        outcomes.push({
            partition: partition.name,
            action: 'failed',
            ...(partition.kind === 'range' ? { lower: partition.range.lower, upper: partition.range.upper } : {}),
            reason: `it stays, and has ${is} of ${was} rows since the configured call, which had committed: that call deleted them, or another session did meanwhile`,
            hint: 'Compare it with a backup, and see to the SQL under manage.retention: it is to let whole partitions go, and is best left to run in a transaction.',
        });
    }
    return outcomes;
}
/** Also where nothing is past the retention as a whole: what it would delete of the others is in no archive. */
function refuseOutside(candidates) {
    if (candidates.length === 0)
        throw untold(`${COMMITS}: nothing of it was run`, COMMITS_HINT);
    return candidates.map((partition) => outcomeOf(partition, 'kept', { reason: COMMITS, hint: COMMITS_HINT }));
}
const COMMITS = 'the configured call commits by itself, so that nothing can be compared with the archive before it drops';
const COMMITS_HINT = 'Leave manage.retention out where archives are asked for: partitions are dropped one by one then, proven.';
const goneOutside = (partition, safe) => isPast(partition, safe)
    ? outcomeOf(partition, 'dropped', {
        reason: 'the configured call let it go, and had committed: rows of the partitions that stay were counted, not compared',
    })
    : outcomeOf(partition, 'failed', {
        reason: 'the configured call let it go though it is not past the retention, and had committed',
        hint: 'Restore it from a backup, and mend the SQL under manage.retention.',
    });

;// CONCATENATED MODULE: ./deploy/maintain/kept-rows.js




const HOLDERS = `
  select leaf.relid::oid as oid, n.nspname as schema, c.relname as name, i.inhrelid::oid as partition
    from pg_catalog.pg_inherits i
   cross join lateral pg_catalog.pg_partition_tree(i.inhrelid) leaf
    join pg_catalog.pg_class c on c.oid = leaf.relid and c.relkind = 'r'
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where i.inhparent = $1 and leaf.isleaf
   order by 1`;
/** @param session in a transaction; its settings stay as they are. */
async function seeHolders(session, { oid }, limits) {
    await session.query('savepoint as_they_are');
    await pinSettings(session, limits);
    const { rows } = await session.query(HOLDERS, [oid]);
    const seen = [];
    for (const { schema, name, ...holder } of rows) {
        const facts = await (0,table_facts/* readTableFacts */.e)(session, holder.oid);
        const relation = `${(0,connection/* quoteIdentifier */.Cm)(schema)}.${(0,connection/* quoteIdentifier */.Cm)(name)}`;
        seen.push({ ...holder, name: relation, ...(await countRows(session, relation, facts?.columns ?? [])) });
    }
    await session.query('rollback to savepoint as_they_are');
    return seen;
}
/** The first whose rows are other ones; a new one has none of its own. */
function differing(before, after, gone) {
    const kept = before.filter(({ partition }) => !gone.some(({ oid }) => oid === partition));
    const lost = kept.find((holder) => {
        const now = after.find(({ oid }) => oid === holder.oid);
        return now === undefined || !sameRows(holder, now);
    });
    const made = after.find(({ oid, rows }) => rows > 0 && !before.some((holder) => holder.oid === oid));
    return (lost ?? made)?.name;
}
/** Rows of one partition, with those within it. */
const rowsOf = (holders, oid) => holders.filter(({ partition }) => partition === oid).reduce((sum, { rows }) => sum + rows, 0);

;// CONCATENATED MODULE: ./deploy/maintain/foreign-call.js















/** invalid_transaction_termination, active_sql_transaction: it commits by itself, or runs in no transaction at all. */
const OUTSIDE_ONLY = ['2D000', '25001'];
class Rehearsed extends Error {
}
/** @returns what became of the partitions of all the tables; the SQL itself does not say which it is for. */
async function callForeignRetention(run, tables, retention) {
    const candidates = tables.flatMap(({ layout }) => layout.partitions.filter((p) => isPast(p, retention.limit)));
    try {
        const gone = await (0,retry/* withRetries */.LH)(run.patience, () => run.target.withSession((session) => inTransaction(run, session, tables, retention)));
        // Time passes: what was not past the limit when the run began may be, when the call looks.
        return tables
            .flatMap(({ layout }) => (0,domain_layout/* rangePartitions */.N2)(layout))
            .filter((partition) => gone.has(partition.oid) || candidates.includes(partition))
            .map((partition) => gone.has(partition.oid)
            ? outcomeOf(partition, 'dropped', {
                rows: gone.get(partition.oid) ?? 0,
                reason: 'the configured call let it go',
            })
            : leftThere(partition));
    }
    catch (error) {
        if (OUTSIDE_ONLY.includes((0,error_code/* errorCode */.C)(error) ?? ''))
            return outside(run, tables, retention, candidates);
        const { action, reason, hint } = toldOf(error);
        // There is no partition to tell it of, and it must be told.
        if (candidates.length === 0)
            throw untold(reason, hint);
        return candidates.map((partition) => outcomeOf(partition, action, { reason, hint }));
    }
}
/** In the session as the target gives it: the SQL is theirs. */
async function inTransaction({ limits, settings, auditId }, session, tables, { sql, safe, then, proven }) {
    const gone = new Map();
    await session.query('begin isolation level read committed read write');
    try {
        await session.query("select pg_catalog.set_config('lock_timeout', $1, true), pg_catalog.set_config('statement_timeout', $2, true)", [String(limits.lockTimeoutMs), String(limits.statementTimeoutMs)]);
        const before = [];
        const holders = [];
        for (const table of tables) {
            await session.query(`lock table ${sqlName(table.name)} in share row exclusive mode`);
            before.push(await countYounger(session, table, safe));
            holders.push(await seeHolders(session, table, limits));
        }
        for (const { archived } of proven)
            await assertSame(session, archived, limits);
        await session.query(sql);
        await session.query("set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'");
        for (const [i, table] of tables.entries()) {
            const change = await changeSince(session, table, safe);
            for (const { oid, name } of change.gone) {
                gone.set(oid, rowsOf(holders[i] ?? [], oid));
                // A dry run writes no archive: what it would take is told all the same.
                const archive = proven.find(({ archived }) => archived.facts.oid === oid);
                if (then === 'archive' && !settings.dryRun && archive === undefined)
                    throw unproven(name);
                if (archive)
                    await recordDrop(session, auditId, { head: archive.archived.head, file: archive.file });
            }
            const after = await countYounger(session, table, safe);
            if (after !== before[i])
                throw lostYounger(table, { before: before[i] ?? '', after });
            const changed = differing(holders[i] ?? [], await seeHolders(session, table, limits), change.gone);
            if (changed !== undefined)
                throw touched(changed);
        }
        if (settings.dryRun)
            throw new Rehearsed();
        await session.query('commit');
    }
    catch (error) {
        await session.query('rollback').catch(() => undefined);
        if (!(error instanceof Rehearsed))
            throw error;
    }
    return gone;
}
const unproven = (name) => new operator_error/* OperatorError */.n(`the configured call would let ${name} go, which this run has not archived: all of it was rolled back`, {
    code: 'archive-not-proven',
    hint: 'Run it again once that partition is past the retention, or see to the SQL under manage.retention: it goes by another limit.',
    exitStatus: operator_error/* EXIT */.d.fail,
});
const touched = (name) => new operator_error/* OperatorError */.n(`the configured call would delete or change rows of ${name}, which stays: all of it was rolled back`, {
    code: 'retention-too-much',
    hint: 'See to the SQL under manage.retention: it is to let whole partitions go, and leave the rows of the others alone.',
    exitStatus: operator_error/* EXIT */.d.fail,
});
/** Nobody writes to it any more by now. */
async function assertSame(session, { facts, head }, limits) {
    await session.query('savepoint as_it_was');
    await pinSettings(session, limits);
    const seen = await countRows(session, sqlName(facts.partition), facts.columns);
    const now = await readPartition(session, facts.oid);
    // The settings go with it: the SQL that follows is run as the target has them.
    await session.query('rollback to savepoint as_it_was');
    if (sameRows(seen, head) && typeof now === 'object' && isAsArchived(now, head))
        return;
    throw new operator_error/* OperatorError */.n(`${sqlName(head.partition)} was changed after its archive was written`, {
        code: 'archive-outdated',
        hint: 'Run it again: it is archived anew then.',
        exitStatus: operator_error/* EXIT */.d.fail,
    });
}
/** Rows that the retention keeps. */
async function countYounger(session, { name, layout }, limit) {
    const { rows } = await session.query(`select pg_catalog.count(*)::text as rows from ${sqlName(name)} t
      where not coalesce(t.${(0,connection/* quoteIdentifier */.Cm)(layout.keyColumn)} < ($1::text::timestamptz at time zone 'UTC')${layout.keyType === 'timestamptz' ? " at time zone 'UTC'" : ''}, false)`, [(0,instant/* formatInstant */.r4)(limit)]);
    return rows[0]?.rows ?? '';
}
const lostYounger = ({ layout }, { before, after }) => new operator_error/* OperatorError */.n(`the configured call would leave ${after} of ${before} rows of ${layout.table} that are younger than the retention: all of it was rolled back`, {
    code: 'retention-too-much',
    hint: 'See to the SQL under manage.retention: it deletes what is to be kept.',
    exitStatus: operator_error/* EXIT */.d.fail,
});

;// CONCATENATED MODULE: ./deploy/maintain/manager.js


/** What maintenance uses of it; together they are nobody else's. */
const FUNCTIONS = [
    'premake_partitions',
    'apply_retention',
    'record_archive',
    'partition_checksum',
    'audit_partition',
];
const TABLES = ['partition_archive', 'retired_partition'];
/** Every schema that it is in, whether this role may use it or not: what may not, is told when it is called. */
async function findManagers(client) {
    const { rows } = await client.query(`select n.nspname as schema
       from pg_catalog.pg_namespace n
      where (select pg_catalog.count(distinct p.proname) from pg_catalog.pg_proc p
              where p.pronamespace = n.oid and p.proname = any ($1)) = pg_catalog.cardinality($1)
        and (select pg_catalog.count(*) from pg_catalog.pg_class c
              where c.relnamespace = n.oid and c.relname = any ($2)) = pg_catalog.cardinality($2)
      order by n.nspname`, [FUNCTIONS, TABLES]);
    return rows.map(({ schema }) => ({
        schema,
        named: (name) => `${(0,connection/* quoteIdentifier */.Cm)(schema)}.${(0,connection/* quoteIdentifier */.Cm)(name)}`,
    }));
}
/** The one in the table's own schema, else the only one. */
const managerOf = (managers, tableSchema) => managers.find(({ schema }) => schema === tableSchema) ?? (managers.length === 1 ? managers[0] : undefined);
/** How it is told a table: its own underscore may be left out, and a table's is only kept before that one. */
const prefixOf = (table) => `${sqlName(table)}_`;

;// CONCATENATED MODULE: ./deploy/maintain/maintained-tables.js





/**
 * @param client a session with TimeZone UTC and DateStyle ISO.
 * @throws OperatorError where no table was named, and there is none to maintain.
 */
async function findMaintainedTables(client, settings) {
    const { judged, unjudged } = await (0,catalog_layout/* readLayouts */.QB)(client);
    const managers = await findManagers(client);
    const names = await readNames(client, judged.map(({ oid }) => oid));
    const all = judged.flatMap((table) => {
        const name = names.get(table.oid);
        if (name === undefined)
            return [];
        const manager = managerOf(managers, name.schema);
        return [{ ...table, name, ...(manager === undefined ? {} : { manager }) }];
    });
    if (settings.tables.length === 0) {
        if (all.length === 0)
            throw await noTable(client, unjudged);
        return {
            tables: all,
            missing: [],
            warnings: unjudged.map(({ table, reason }) => `${table} is not maintained: ${reason}`),
        };
    }
    return namedOf(client, settings.tables, all);
}
/** A plain one may be named, for `validate` watches its rows: it is passed over as long as another is maintained. */
async function namedOf(client, named, all) {
    const wanted = [];
    const plain = [];
    const missing = [];
    for (const { table } of named) {
        const oid = await (0,table_facts/* findTable */.U)(client, table);
        const found = all.find((candidate) => candidate.oid === oid);
        if (found)
            wanted.push(found);
        else if (oid === undefined)
            missing.push(missingTable(table, { isThere: false }));
        else if (await isPlain(client, oid))
            plain.push(table);
        else
            missing.push(missingTable(table, { isThere: true }));
    }
    if (wanted.length > 0)
        return { tables: wanted, missing, warnings: plain.map(passedOver) };
    return {
        tables: [],
        missing: [...missing, ...plain.map((table) => missingTable(table, { isThere: true }))],
        warnings: [],
    };
}
const passedOver = (name) => `${shown(name)} is not maintained: it is a plain table, not partitioned by range of a date or time`;
/** Neither partitioned nor a partition. */
async function isPlain(client, oid) {
    const { rowCount } = await client.query(`select from pg_catalog.pg_class c where c.oid = $1 and c.relkind = 'r' and not c.relispartition`, [oid]);
    return rowCount === 1;
}
const missingTable = (name, { isThere }) => ({
    table: shown(name),
    partitions: [],
    problems: [
        {
            step: 'table',
            message: isThere
                ? `${shown(name)} is not maintained: it is not partitioned by range of a date or time`
                : `${shown(name)} is not maintained: there is no table of that name`,
            hint: isThere
                ? 'Partition it first, or give maintenance a configuration of its own (--config) whose tables: leave it out.'
                : 'See that the address is that of the right database, and that tables: in partition-guard.yml has the right name and schema.',
        },
    ],
});
async function noTable(client, unjudged) {
    const { rows } = await client.query('select pg_catalog.current_database() as database');
    const others = unjudged.map(({ table, reason }) => `; ${table}: ${reason}`).join('');
    return new operator_error/* OperatorError */.n(`nothing was maintained: no table of ${(0,connection/* quoteIdentifier */.Cm)(rows[0]?.database ?? '')} that this role can see is partitioned by range of a date or time${others}`, {
        code: 'no-table-to-maintain',
        hint: 'see that the address is that of the right database; if it has no such table yet, take it out of the schedule',
        exitStatus: operator_error/* EXIT */.d.fail,
    });
}
const shown = ({ schema, name }) => (schema === undefined ? name : `${schema}.${name}`);
async function readNames(client, oids) {
    const { rows } = await client.query(`select c.oid, n.nspname as schema, c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ($1::oid[])`, [oids]);
    return new Map(rows.map(({ oid, schema, name }) => [oid, { schema, name }]));
}
/** A retention is for the tables that somebody named, or for the only one there is: never for whatever is found. */
function assertNamed(tables, settings) {
    if (settings.tables.length > 0 || tables.length <= 1)
        return;
    throw new operator_error/* OperatorError */.n(`a retention was asked for, and ${tables.length} tables are partitioned by time: ${tables
        .slice(0, 5)
        .map(({ layout }) => layout.table)
        .join(', ')}${tables.length > 5 ? ' …' : ''}`, {
        code: 'retention-of-which-table',
        hint: 'name those that it is for under tables: in partition-guard.yml',
        exitStatus: operator_error/* EXIT */.d.usage,
    });
}

// EXTERNAL MODULE: ./domain/interval.js
var domain_interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./deploy/maintain/foreign-premake.js








class foreign_premake_Rehearsed extends Error {
}
/** The name of the interval that a table's newest partition has. */
const intervalNameOf = (layout) => {
    const newest = (0,domain_layout/* finiteSpans */.Pk)(layout).at(-1);
    return newest && domain_interval/* INTERVAL_NAMES */.Lm.find((name) => (0,domain_interval/* isOneInterval */.Cf)(newest.lower, newest.upper, (0,domain_interval/* intervalOf */.XF)(name)));
};
/** @returns the partitions that came; how many is the call's own affair. */
async function premakeByCall(run, table, call) {
    const interval = intervalNameOf(table.layout);
    if (interval === undefined) {
        return problem(`${table.layout.table} has no partition that tells its interval`, 'Call what changes the interval once, by hand; --premake goes on from there.');
    }
    try {
        const sql = (0,manage_call/* renderManageCall */.ar)(call, interval);
        const partitions = await (0,retry/* withRetries */.LH)(run.patience, () => run.target.withSession((session) => callIn(session, run, { table, sql })));
        return { partitions, problems: [] };
    }
    catch (error) {
        const { reason, hint } = toldOf(error);
        return problem(`no partitions were made ahead for ${table.layout.table}: ${reason}`, hint);
    }
}
const problem = (message, hint) => ({
    partitions: [],
    problems: [{ step: 'premake', message, hint }],
});
/** In the session as the target gives it: the SQL is theirs. Writers wait, so that rows can be counted. */
async function callIn(session, { limits, settings }, { table, sql }) {
    let made = [];
    await session.query('begin isolation level read committed read write');
    try {
        await session.query("select pg_catalog.set_config('lock_timeout', $1, true), pg_catalog.set_config('statement_timeout', $2, true)", [String(limits.lockTimeoutMs), String(limits.statementTimeoutMs)]);
        await session.query(`lock table ${sqlName(table.name)} in share row exclusive mode`);
        const before = await count(session, table);
        await session.query(sql);
        const after = await count(session, table);
        if (after !== before)
            throw lost(table, { before, after });
        await session.query("set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'");
        const layout = await layoutNow(session, table.oid);
        if (layout === undefined)
            throw lost(table, { before, after: '0' });
        const came = (0,domain_layout/* eventsBetween */.Go)(table.layout, layout).flatMap(({ kind, partition }) => kind === 'gone' ? [] : [partition]);
        made = (0,domain_layout/* rangePartitions */.N2)({ ...layout, partitions: came }).map((partition) => outcomeOf(partition, 'created'));
        if (settings.dryRun)
            throw new foreign_premake_Rehearsed();
        await session.query('commit');
    }
    catch (error) {
        await session.query('rollback').catch(() => undefined);
        if (!(error instanceof foreign_premake_Rehearsed))
            throw error;
    }
    return made;
}
async function count(session, { name }) {
    const { rows } = await session.query(`select pg_catalog.count(*)::text as rows from ${sqlName(name)}`);
    return rows[0]?.rows ?? '';
}
const lost = ({ layout }, { before, after }) => new operator_error/* OperatorError */.n(`the configured call would leave ${after} of ${before} rows of ${layout.table}: all of it was rolled back`, {
    code: 'premake-too-much',
    hint: 'See to the SQL under manage.call: making partitions ahead must not touch a row.',
    exitStatus: operator_error/* EXIT */.d.fail,
});

;// CONCATENATED MODULE: ./deploy/maintain/partition-step.js
/** The interval that a table is on: what its newest partitions are long. */


const WHOLE_MONTHS = [1, 2, 3, 4, 6, 12];
const MOST_DAYS = 366;
/** @returns undefined where it has no partition with two ends, or the newest is neither whole months nor days long. */
function stepOf(layout) {
    const newest = (0,domain_layout/* finiteSpans */.Pk)(layout).at(-1);
    if (newest === undefined)
        return undefined;
    const months = monthsBetween(newest.lower, newest.upper);
    if (months !== undefined && WHOLE_MONTHS.includes(months))
        return { months, days: 0, microseconds: 0n };
    const length = newest.upper - newest.lower;
    const days = Number(length / instant/* DAY */.d_);
    return length % instant/* DAY */.d_ === 0n && days >= 1 && days <= MOST_DAYS
        ? { months: 0, days, microseconds: 0n }
        : undefined;
}
/** From the first of a month to the first of another. */
function monthsBetween(lower, upper) {
    const [from, to] = [(0,instant/* calendarDayOf */.i7)(lower), (0,instant/* calendarDayOf */.i7)(upper)];
    const areFirsts = lower % instant/* DAY */.d_ === 0n && upper % instant/* DAY */.d_ === 0n && from.day === 1 && to.day === 1;
    return areFirsts ? (to.year - from.year) * 12 + to.month - from.month : undefined;
}

;// CONCATENATED MODULE: ./deploy/maintain/premake.js
/** Makes partitions ahead of time, on the interval that the table is on. */









/** @param premake how many intervals after the one that contains now. */
async function premakePartitions(run, table, premake) {
    const step = stepOf(table.layout);
    const { call } = run.settings.manage;
    if (table.manager === undefined && call !== undefined)
        return premakeByCall(run, table, call);
    if (table.manager === undefined) {
        return premake_problem(`nothing on the target makes partitions of ${table.layout.table} ahead of time`, 'Bring the shipped partition manager to it (docs/partition-manager.md), or configure the call that does as manage.call.');
    }
    if (step === undefined) {
        return premake_problem(`${table.layout.table} has no partition that tells its interval`, 'Make the first partitions with the call that changes the interval; --premake goes on from there.');
    }
    const interval = (0,domain_interval/* formatInterval */.vy)(step);
    try {
        const made = await (0,retry/* withRetries */.LH)(run.patience, () => make(run, table, { premake, interval }));
        return { partitions: made, problems: [] };
    }
    catch (error) {
        const { reason, hint } = toldOf(error);
        return premake_problem(`no partitions were made ahead for ${table.layout.table}: ${reason}`, hint);
    }
}
const premake_problem = (message, hint) => ({
    ...NOTHING,
    problems: [{ step: 'premake', message, hint }],
});
class premake_Rehearsed extends Error {
}
async function make(run, table, { premake, interval }) {
    const { client, limits, settings } = run;
    let made = [];
    try {
        await inPinnedTransaction(client, limits, async () => {
            await client.query(`select ${table.manager?.named('premake_partitions') ?? ''}($1, $2::text::pg_catalog.interval, $3)`, [prefixOf(table.name), interval, premake]);
            const change = await changeSince(client, table, undefined);
            made = (0,domain_layout/* rangePartitions */.N2)({ ...table.layout, partitions: change.made }).map((partition) => outcomeOf(partition, 'created', { rows: 0 }));
            if (settings.dryRun)
                throw new premake_Rehearsed();
        });
    }
    catch (error) {
        if (!(error instanceof premake_Rehearsed))
            throw error;
    }
    return made;
}

;// CONCATENATED MODULE: ./deploy/maintain/managed-archive.js





/** Rows may come in between: so often it is archived anew. */
const ROUNDS = 3;
/** @param done gets what became of those that could not be archived. */
async function archiveEach(run, table, partitions, done) {
    const proven = new Map();
    for (const partition of partitions) {
        const result = await archiveAndRecord(run, table, partition);
        if (isProven(result))
            proven.set(partition.oid, result);
        else
            done.set(partition.oid, result);
    }
    return proven;
}
/** Rows may come between the archive and its record: then it is archived anew. */
async function archiveAndRecord(run, table, partition) {
    if (run.store === undefined)
        throw new Error('there is no place for archives');
    for (let round = 1;; round++) {
        const result = await archivePartition(run, run.store, table, partition);
        if (!isProven(result))
            return result;
        try {
            await record(run, table, partition, result);
            return result;
        }
        catch (error) {
            if ((0,error_code/* errorCode */.C)(error) === CHANGED && round < ROUNDS)
                continue;
            const { action, reason, hint } = toldOf(error);
            return outcomeOf(partition, action, { reason, hint, archive: result.file });
        }
    }
}
/** data_exception: rows came between the archive and its record. */
const CHANGED = '22000';
/** Tells the manager of the archive, which compares it with the partition. */
async function record({ client, limits, patience }, { manager }, partition, { file, managed }) {
    if (manager === undefined || managed === undefined)
        throw new Error('the manager did not count the archive');
    const values = [partition.oid, file.location, managed.rows, managed.checksum];
    await (0,retry/* withRetries */.LH)(patience, () => inPinnedTransaction(client, limits, async () => {
        const { rowCount } = await client.query(`select from ${manager.named('partition_archive')} a
          where a.partition = $1::oid and a.location = $2 and a.row_count = $3 and a.checksum = $4`, values);
        if ((rowCount ?? 0) > 0)
            return;
        await client.query(`select ${manager.named('record_archive')}($1::oid::pg_catalog.regclass, $2, $3, $4)`, values);
    }));
}

;// CONCATENATED MODULE: ./deploy/maintain/managed-call.js





async function callRetention({ client }, table, { manager, keep }, { disposal, dryRun }) {
    const { rows } = await client.query(
    // One statement: the names are those of its snapshot, which is older than anything that the call does.
    `with named as materialized (
       select c.oid, n.nspname, c.relname
         from pg_catalog.pg_inherits i
         join pg_catalog.pg_class c on c.oid = i.inhrelid
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where i.inhparent = $5
     )
     select r.action, named.oid, pg_catalog.format('%I.%I', r.partition_schema, r.partition_name) as partition,
            r.row_count::text as rows, r.reason
       from ${manager.named('apply_retention')}($1, $2::text::pg_catalog.interval, $3, dry_run => $4) r
       left join named on named.nspname = r.partition_schema and named.relname = r.partition_name`, [prefixOf(table.name), (0,domain_interval/* formatInterval */.vy)(keep), disposal, dryRun, table.oid]);
    return rows;
}
const find = (rows, { oid }) => rows.find((row) => row.oid === oid);
const ACTIONS = {
    DETACH: 'detached',
    ARCHIVE: 'moved',
    DROP: 'dropped',
    KEEP: 'kept',
};
function told(partition, row, disposal) {
    if (row === undefined) {
        return outcomeOf(partition, 'kept', {
            reason: 'the partition manager said nothing of it, though it is past the retention',
            hint: 'Run it again: somebody else may have detached, dropped or renamed it meanwhile.',
        });
    }
    const action = disposal === 'drop archived' && row.action === 'DROP' ? 'archived' : ACTIONS[row.action];
    return outcomeOf(partition, action, {
        ...(row.rows === null ? {} : { rows: Number(row.rows) }),
        ...(row.reason === null || action === 'archived' || action === 'dropped' ? {} : { reason: row.reason }),
        ...(action === 'kept' ? { hint: 'See to what the reason names; it goes with a later run then.' } : {}),
    });
}
/** Of the candidates, and of what became past the retention since they were listed. */
const outcomesOf = ({ layout }, { candidates }, rows, disposal) => (0,domain_layout/* rangePartitions */.N2)(layout)
    .filter((partition) => candidates.includes(partition) || find(rows, partition) !== undefined)
    .map((partition) => told(partition, find(rows, partition), disposal));
/** What went must be what is told: by its oid, since a name may be another's by then. */
function assertTold({ layout }, rows, gone) {
    const ours = new Set(layout.partitions.map(({ oid }) => oid));
    const unknown = rows.find(({ action, oid }) => action !== 'KEEP' && (oid === null || !ours.has(oid)));
    const there = rows.find(({ action, oid }) => action !== 'KEEP' && !gone.some((partition) => partition.oid === oid));
    const odd = unknown ?? there;
    if (odd === undefined)
        return;
    throw new operator_error/* OperatorError */.n(`the partition manager let ${odd.partition} go, which is not what this run looked at by that name: all of it was rolled back`, {
        code: 'retention-unknown-partition',
        hint: 'Run it again: partitions were made, renamed or dropped by somebody else meanwhile.',
        exitStatus: operator_error/* EXIT */.d.fail,
    });
}

;// CONCATENATED MODULE: ./deploy/maintain/retire-managed.js











/** What the manager says it would do; takes no lock but a reader's. */
async function previewManaged(run, table, retention, disposal) {
    const rows = await inPinnedTransaction(run.client, run.limits, () => callRetention(run, table, retention, { disposal, dryRun: true }));
    return outcomesOf(table, retention, rows, disposal);
}
/** Detaches, moves or drops what is past the retention, in one transaction. */
async function retireManaged(run, table, retention, disposal) {
    try {
        const { rows, lockedMs } = await retire(run, table, retention, { disposal, proven: new Map() });
        return outcomesOf(table, retention, rows, disposal).map((outcome) => ({ ...outcome, lockedMs }));
    }
    catch (error) {
        return retire_managed_all(retention.candidates, toldOf(error));
    }
}
const retire_managed_all = (partitions, { action, reason, hint }) => partitions.map((partition) => outcomeOf(partition, action, { reason, hint }));
/** Archives each, records the archives, and drops those whose archive still equals them, counted again under the lock. */
async function archiveManaged(run, table, retention) {
    const done = new Map();
    let left = retention.candidates;
    for (let round = 1; round <= ROUNDS && left.length > 0; round++) {
        const proven = await archiveEach(run, table, left, done);
        const unproven = left.filter(({ oid }) => !proven.has(oid));
        const spoiled = await firstRecorded(run, retention.manager, unproven);
        if (spoiled !== undefined)
            return [...done.values(), ...held(left, proven, spoiled)];
        if (proven.size === 0)
            break;
        const { rows, fault } = await dropProven(run, table, retention, proven);
        for (const partition of left) {
            const archive = proven.get(partition.oid);
            if (archive === undefined)
                continue;
            const { file, archived } = archive;
            const outcome = fault
                ? outcomeOf(partition, fault.action, { reason: fault.reason, hint: fault.hint })
                : told(partition, find(rows, partition), 'drop archived');
            const left = outcome.action === 'archived' ? toldLeft(archived.head) : {};
            done.set(partition.oid, { ...outcome, ...left, archive: file });
        }
        if (fault)
            break;
        // What was written to since its archive has another archive by then; what is kept for another reason stays.
        left = await changedSince(run, retention, { proven, done });
    }
    return retention.candidates.flatMap(({ oid }) => done.get(oid) ?? []);
}
/**
 * The first of partitions without a proven archive that has a record of an earlier one: the manager would drop it by
 * that record, though nobody knows any more whether the file is whole.
 */
async function firstRecorded({ client }, manager, unproven) {
    const { rows } = await client.query(`select a.partition::oid as oid from ${manager.named('partition_archive')} a where a.partition = any ($1::oid[]) limit 1`, [unproven.map(({ oid }) => oid)]);
    return unproven.find(({ oid }) => oid === rows[0]?.oid)?.name;
}
const held = (left, proven, spoiled) => left.flatMap((partition) => {
    const archive = proven.get(partition.oid)?.file;
    if (archive === undefined)
        return [];
    return outcomeOf(partition, 'kept', {
        archive,
        reason: `${spoiled} has a record of an archive that could not be read back, by which it would be dropped with the others`,
        hint: `See to that archive, or delete its row in partition_archive; then run this again.`,
    });
});
async function dropProven(run, table, retention, proven) {
    try {
        return await retire(run, table, retention, { disposal: 'drop archived', proven });
    }
    catch (error) {
        return { rows: [], fault: toldOf(error) };
    }
}
const retire = (run, table, retention, { disposal, proven }) => (0,retry/* withRetries */.LH)(run.patience, () => inPinnedTransaction(run.client, run.limits, async () => {
    const startedAt = performance.now();
    if (disposal === 'drop archived')
        await assertAsArchived(run, table, proven);
    const rows = await callRetention(run, table, retention, { disposal, dryRun: false });
    const { gone } = await changeSince(run.client, table, retention.safe);
    assertTold(table, rows, gone);
    for (const { oid, name } of disposal === 'drop archived' ? gone : []) {
        const archive = proven.get(oid);
        if (archive === undefined)
            throw retire_managed_unproven(name);
        await recordDrop(run.client, run.auditId, { head: archive.archived.head, file: archive.file });
    }
    return { rows, lockedMs: Math.round(performance.now() - startedAt) };
}));
/** Its rows the manager counts again; who may see them, and what its types are, it does not know of. */
async function assertAsArchived({ client }, { layout }, proven) {
    for (const [oid, { archived }] of proven) {
        const facts = await readPartition(client, oid);
        if (typeof facts !== 'object' || isAsArchived(facts, archived.head))
            continue;
        const name = layout.partitions.find((partition) => partition.oid === oid)?.name ?? '';
        throw new operator_error/* OperatorError */.n(`${name} was changed after its archive was written: all of it was rolled back`, {
            code: 'archive-outdated',
            hint: 'Run it again: it is archived anew then.',
            exitStatus: operator_error/* EXIT */.d.fail,
        });
    }
}
const retire_managed_unproven = (name) => new operator_error/* OperatorError */.n(`${name} would be dropped by an archive that this run did not read back: all of it was rolled back`, {
    code: 'archive-not-proven',
    hint: 'Run it again: it is archived, or its archive read back, first.',
    exitStatus: operator_error/* EXIT */.d.fail,
});
/** Those that the manager kept although their archive was recorded a moment ago, because rows came in between. */
async function changedSince({ client }, { manager, candidates }, { proven, done, }) {
    const changed = [];
    for (const partition of candidates) {
        const managed = proven.get(partition.oid)?.managed;
        if (managed === undefined || done.get(partition.oid)?.action !== 'kept')
            continue;
        const { rows } = await client.query(`select k.row_count = $2 and coalesce(k.checksum, 0) = $3 as "isSame"
         from ${manager.named('partition_checksum')}($1::oid::pg_catalog.regclass) k`, [partition.oid, managed.rows, managed.checksum]);
        if (rows[0]?.isSame === false)
            changed.push(partition);
    }
    return changed;
}

;// CONCATENATED MODULE: ./deploy/maintain/retire-own.js








/** A row may be written between the archive and the drop: so often it is archived anew. */
const retire_own_ROUNDS = 3;
async function retireOwn(run, table, partition, then) {
    if (then === 'archive')
        return archiveAndDrop(run, table, partition);
    return tried(run, table, partition, { kind: then === 'drop' ? 'dropped' : 'detached' });
}
async function archiveAndDrop(run, table, partition) {
    const { store } = run;
    if (store === undefined)
        throw new Error('there is no place for archives');
    let last;
    for (let round = 1; round <= retire_own_ROUNDS; round++) {
        const proven = await archivePartition(run, store, table, partition);
        if (!isProven(proven))
            return proven;
        const { archived, file } = proven;
        last = await tried(run, table, partition, { kind: 'archived', head: archived.head, file });
        if (last.reason !== retire_own_CHANGED)
            return last;
        run.onProgress(`${partition.name} was written to after its archive: archived anew`);
    }
    return last ?? outcomeOf(partition, 'failed');
}
const retire_own_CHANGED = 'it was changed after its archive was written';
async function tried(run, table, partition, disposal) {
    try {
        return await (0,retry/* withRetries */.LH)(run.patience, () => retire_own_retire(run, table, partition, disposal));
    }
    catch (error) {
        const { action, reason, hint } = toldOf(error);
        return outcomeOf(partition, action, { reason, hint });
    }
}
const retire_own_retire = ({ client, limits, auditId }, table, partition, disposal) => inPinnedTransaction(client, limits, async () => {
    const parent = sqlName(table.name);
    // The parent first, as writers do: neither waits for the other in a circle.
    await client.query(`lock table only ${parent} in access exclusive mode`);
    const lockedAt = performance.now();
    const facts = await readPartition(client, partition.oid);
    const stands = await standsStill(facts, table, disposal);
    if (facts === undefined || typeof facts === 'string' || stands !== undefined) {
        return outcomeOf(partition, 'kept', {
            reason: stands ?? (typeof facts === 'string' ? facts : 'it is no partition of this table any more'),
            hint: 'Run it again: the partitions were changed by somebody else meanwhile.',
        });
    }
    const relation = sqlName(facts.partition);
    await client.query(`lock table only ${relation} in access exclusive mode`);
    const seen = disposal.kind === 'detached' ? undefined : await countRows(client, relation, facts.columns);
    const locked = disposal.kind === 'archived' ? await readPartition(client, partition.oid) : undefined;
    const isSame = (head) => seen !== undefined && sameRows(seen, head) && typeof locked === 'object' && isAsArchived(locked, head);
    if (disposal.kind === 'archived' && !isSame(disposal.head)) {
        return outcomeOf(partition, 'failed', {
            reason: retire_own_CHANGED,
            hint: 'Run it again: it is archived anew then.',
        });
    }
    await client.query(`alter table ${parent} detach partition ${relation}`);
    if (disposal.kind !== 'detached')
        await client.query(`drop table ${relation} restrict`);
    if (disposal.kind === 'archived')
        await recordDrop(client, auditId, disposal);
    return outcomeOf(partition, disposal.kind, { ...toldOutcome(seen, disposal), lockedMs: since(lockedAt) });
});
/** Why it is not what was looked at; undefined where it is. */
async function standsStill(facts, table, disposal) {
    if (facts === undefined || typeof facts === 'string')
        return undefined;
    if (facts.tableOid !== table.oid)
        return 'it belongs to another table now';
    if (disposal.kind === 'archived' && facts.bound !== disposal.head.bound)
        return 'it has other bounds now';
    return undefined;
}
const since = (at) => Math.round(performance.now() - at);
const toldOutcome = (seen, disposal) => ({
    ...(seen === undefined ? {} : { rows: seen.rows }),
    ...(disposal.kind === 'archived' ? { archive: disposal.file, ...toldLeft(disposal.head) } : {}),
});

;// CONCATENATED MODULE: ./deploy/maintain/would-keep.js



/**
 * What a drop without CASCADE stops at: on the table itself, its row type or that one's array; its own parts go with it,
 * and so does its share of a foreign key that refers to the whole table.
 */
const DEPENDENTS = `
  select distinct case when r.oid is null then pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)
                       else pg_catalog.pg_describe_object('pg_catalog.pg_class'::pg_catalog.regclass, r.ev_class, 0) end as told
    from pg_catalog.pg_class c
    left join pg_catalog.pg_type t on t.oid = c.reltype
    join pg_catalog.pg_depend d
      on d.deptype = 'n'
     and (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = c.oid
          or d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.refobjid in (t.oid, t.typarray))
    left join pg_catalog.pg_constraint k on d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass and k.oid = d.objid
    left join pg_catalog.pg_attrdef f on d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and f.oid = d.objid
    left join pg_catalog.pg_policy p on d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass and p.oid = d.objid
    left join pg_catalog.pg_trigger g on d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass and g.oid = d.objid
    left join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and r.oid = d.objid
    left join pg_catalog.pg_index x on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and x.indexrelid = d.objid
   where c.oid = $1
     and c.oid is distinct from coalesce(k.conrelid, f.adrelid, p.polrelid, g.tgrelid, r.ev_class, x.indrelid)
     and coalesce(k.conparentid, 0) = 0
   order by 1`;
/** The share that a partition has in a foreign key of others to its table. */
const REFERRING = `
  select k.conname as name, n.nspname as schema, r.relname as "table",
         (select pg_catalog.array_agg(a.attname::text order by u.place)
            from pg_catalog.unnest(k.conkey) with ordinality u(attnum, place)
            join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum) as "from",
         (select pg_catalog.array_agg(a.attname::text order by u.place)
            from pg_catalog.unnest(k.confkey) with ordinality u(attnum, place)
            join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum) as "to"
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class r on r.oid = k.conrelid
    join pg_catalog.pg_namespace n on n.oid = r.relnamespace
   where k.confrelid = $1 and k.contype = 'f' and k.conparentid <> 0
   order by k.conname`;
/**
 * @param client in a transaction with pinned settings.
 * @returns why it would stay; undefined where nothing speaks against it now.
 */
async function whyKept(client, { oid, partition }, { isDropped, limits }) {
    if (isDropped) {
        const { rows } = await client.query(DEPENDENTS, [oid]);
        if (rows.length > 0)
            return `other objects depend on it: ${rows.map(({ told }) => told).join(', ')}`;
    }
    const { rows: keys } = await client.query(REFERRING, [oid]);
    // Types of extensions are compared by operators that lie in the schemas of the target's own path.
    await client.query('set local search_path to default');
    const referring = [];
    for (const key of keys) {
        const on = key.from.map((name, i) => `f.${(0,connection/* quoteIdentifier */.Cm)(name)} = p.${(0,connection/* quoteIdentifier */.Cm)(key.to[i] ?? '')}`);
        const { rowCount } = await client.query(`select from ${sqlName({ schema: key.schema, name: key.table })} f
         join only ${sqlName(partition)} p on ${on.join(' and ')} limit 1`);
        if (rowCount !== 0)
            referring.push(key);
    }
    await pinSettings(client, limits);
    const [first] = referring;
    return first && `rows of ${first.schema}.${first.table} refer to rows of it (foreign key ${first.name})`;
}

;// CONCATENATED MODULE: ./deploy/maintain/retention.js
/** Lets go of what is past its retention, by the bounds in the catalog: archived first where that is asked for. */












/** By calendar arithmetic in UTC: months first, then days, as PostgreSQL counts. */
const limitOf = (now, keep) => (0,domain_interval/* nthBound */.rq)(now, keep, -1);
/** Oldest first. */
const pastRetention = (table, limit) => (0,domain_layout/* rangePartitions */.N2)(table.layout).filter((partition) => isPast(partition, limit));
async function applyRetention(run, table, retention) {
    const candidates = pastRetention(table, retention.limit);
    if (candidates.length === 0)
        return NOTHING;
    run.onProgress(`${table.layout.table}: ${candidates.length} partitions end before ${(0,instant/* formatShort */.KS)(retention.limit)}, which is ${(0,domain_interval/* formatInterval */.vy)(retention.keep)} ago`);
    if (retention.then === 'archive' && run.store === undefined && table.manager === undefined) {
        return {
            partitions: candidates.map((partition) => outcomeOf(partition, 'kept', { reason: 'no place for its archive is given', hint: WHERE })),
            problems: [],
        };
    }
    const partitions = await (run.settings.dryRun
        ? rehearse(run, table, retention, candidates)
        : retireAll(run, table, retention, candidates));
    return { partitions, problems: [] };
}
const WHERE = 'Give --archive DIR or --archive s3://BUCKET/PREFIX, or let retention.then be detach or drop.';
async function retireAll(run, table, retention, candidates) {
    const managed = managedRetention(table, retention, candidates);
    if (managed) {
        const disposal = disposalOf(run, retention);
        return disposal === 'drop archived'
            ? archiveManaged(run, table, managed)
            : retireManaged(run, table, managed, disposal);
    }
    const outcomes = [];
    for (const partition of candidates)
        outcomes.push(await retireOwn(run, table, partition, retention.then));
    return outcomes;
}
const managedRetention = ({ manager }, { keep, safe }, candidates) => (manager ? { manager, keep, safe, candidates } : undefined);
/** Without a place for files the manager's archive is a schema of the same database. */
function disposalOf({ store }, { then }) {
    switch (then) {
        case 'detach':
            return 'detach';
        case 'drop':
            return 'drop without archive';
        case 'archive':
            return store === undefined ? 'archive' : 'drop archived';
    }
}
const WOULD = {
    detach: 'detached',
    archive: 'archived',
    drop: 'dropped',
};
/** What would become of each; nothing is locked against writers, and nothing written. */
async function rehearse(run, table, retention, candidates) {
    const managed = managedRetention(table, retention, candidates);
    try {
        if (managed) {
            const disposal = disposalOf(run, retention);
            // Nothing is archived yet: what would be dropped then, is what could be dropped without.
            const seen = disposal === 'drop archived' ? 'drop without archive' : disposal;
            const outcomes = await previewManaged(run, table, managed, seen);
            return outcomes.map((outcome) => disposal === 'drop archived' && outcome.action === 'dropped'
                ? { ...outcome, action: 'archived' }
                : outcome);
        }
        return await inPinnedTransaction(run.client, run.limits, async () => {
            const outcomes = [];
            for (const partition of candidates)
                outcomes.push(await rehearseOwn(run, partition, retention.then));
            return outcomes;
        });
    }
    catch (error) {
        const { action, reason, hint } = toldOf(error);
        return candidates.map((partition) => outcomeOf(partition, action, { reason, hint }));
    }
}
/** As retire-own would do it, but for what a lock, or somebody in between, would bring. */
async function rehearseOwn({ client, limits }, partition, then) {
    const facts = await readPartition(client, partition.oid);
    if (facts === undefined)
        return outcomeOf(partition, 'unchanged', { reason: 'it is no partition any more' });
    if (typeof facts === 'string')
        return outcomeOf(partition, 'kept', { reason: facts });
    const { rows } = await countRows(client, sqlName(facts.partition), facts.columns);
    const kept = await whyKept(client, facts, { isDropped: then !== 'detach', limits });
    if (kept !== undefined) {
        return outcomeOf(partition, 'kept', {
            rows,
            reason: kept,
            hint: 'Drop, move or change that first, or keep it longer; nothing is ever taken with CASCADE.',
        });
    }
    const left = then === 'archive' ? leftBehind(facts.own) : undefined;
    return outcomeOf(partition, WOULD[then], { rows, ...(left === undefined ? {} : { reason: left }) });
}

;// CONCATENATED MODULE: ./deploy/maintain/runway.js
/** How long writes to a table keep working without further maintenance. */


/** @param asked how many days are asked for. */
function runwayOf(layout, now, asked) {
    const until = (0,domain_layout/* firstUncovered */.K)(layout, now);
    if (until.kind !== 'finite')
        return { until, asked, isShort: false };
    const days = until.at <= now ? 0 : Number((until.at - now) / instant/* DAY */.d_);
    return { until, days, asked, isShort: until.at < now + BigInt(asked) * instant/* DAY */.d_ };
}

;// CONCATENATED MODULE: ./deploy/maintain/maintain-tables.js










/** @param latest the later of the run's clock and the server's, and an hour: time passes while it goes on. */
async function maintainTables(run, steps, latest) {
    const { settings, client } = run;
    const { tables, missing, warnings } = await findMaintainedTables(client, settings);
    const retention = retentionOf(run, steps, latest);
    if (retention)
        assertNamed(tables, settings);
    const done = new Map();
    for (const table of tables) {
        const made = steps.premake && settings.premake !== undefined
            ? await premakePartitions(run, table, settings.premake)
            : NOTHING;
        done.set(table.oid, made);
    }
    if (retention)
        await retain(run, { tables, retention, steps }, done);
    const results = [];
    for (const table of tables) {
        const { partitions, problems } = done.get(table.oid) ?? NOTHING;
        const layout = (await layoutNow(client, table.oid)) ?? table.layout;
        const runway = steps.runway && takesWrites(table, tables, settings)
            ? { runway: runwayOf(layout, run.now, settings.checks.runwayDays) }
            : {};
        results.push({ table: table.layout.table, partitions, problems, ...runway });
    }
    return { tables: [...results, ...missing], warnings };
}
/** Undefined where none is asked for. */
function retentionOf({ settings, now }, steps, latest) {
    const keep = settings.keep ?? settings.retention?.keep;
    if (keep === undefined) {
        if (steps.retention === 'as-configured')
            return undefined;
        throw new operator_error/* OperatorError */.n('nothing says how long rows are kept', {
            code: 'retention-unknown',
            hint: 'give --retention "24 months", or retention: { keep: … } in partition-guard.yml',
            exitStatus: operator_error/* EXIT */.d.usage,
        });
    }
    const then = steps.retention === 'archive' || settings.archive !== undefined ? 'archive' : settings.retention?.then;
    if (then === undefined) {
        throw new operator_error/* OperatorError */.n('nothing says what becomes of old partitions', {
            code: 'retention-unknown',
            hint: 'give --archive DIR or s3://BUCKET/PREFIX, or retention: { then: detach | archive | drop } in partition-guard.yml',
            exitStatus: operator_error/* EXIT */.d.usage,
        });
    }
    return { keep, then, limit: limitOf(now, keep), safe: limitOf(latest, keep) };
}
/** What another table's rows go to is an archive: nobody writes to it any more. */
const takesWrites = ({ name }, tables, settings) => !settings.tables.some(({ successors, table }) => successors.some((successor) => isNamed(name, successor)) &&
    tables.some((other) => isNamed(other.name, table)));
const isNamed = (name, wanted) => wanted.name === name.name && (wanted.schema ?? 'public') === name.schema;
/** By the configured call where there is one, after the archive; else by the manager, or by SQL of our own. */
async function retain(run, { tables, retention, steps }, done) {
    const call = run.settings.manage.retention;
    const add = ({ oid }, step) => done.set(oid, joined(done.get(oid) ?? NOTHING, step));
    if (call === undefined || steps.retention === 'archive') {
        for (const table of tables)
            add(table, await applyRetention(run, table, retention));
        return;
    }
    const archives = await archiveFirst(run, tables, retention);
    const hasFaults = archives.faults.length > 0;
    const outcomes = hasFaults
        ? [...archives.faults, ...archives.proven.map(heldBack)]
        : withArchives(await callForeignRetention(run, tables, {
            sql: (0,manage_call/* renderRetentionCall */.h)(call, retention.keep),
            limit: retention.limit,
            safe: retention.safe,
            then: retention.then,
            proven: archives.proven,
        }), archives.proven);
    for (const table of tables) {
        const own = new Set(table.layout.partitions.map(({ name }) => name));
        add(table, { partitions: outcomes.filter(({ partition }) => own.has(partition)), problems: [] });
    }
}
/** Their call drops whatever it drops: so all that is past the retention is proven elsewhere first. */
async function archiveFirst(run, tables, { limit, then }) {
    const { store } = run;
    const proven = [];
    const faults = [];
    if (then !== 'archive' || store === undefined || run.settings.dryRun)
        return { proven, faults };
    for (const table of tables) {
        for (const partition of pastRetention(table, limit)) {
            const result = await archivePartition(run, store, table, partition);
            if (isProven(result))
                proven.push({ ...result, partition });
            else
                faults.push(result);
        }
    }
    return { proven, faults };
}
const heldBack = ({ partition, file, archived }) => outcomeOf(partition, 'kept', {
    rows: archived.head.rows,
    archive: file,
    reason: 'another partition could not be archived, and the configured call takes all',
    hint: 'See to that one, then run it again.',
});
const withArchives = (outcomes, proven) => outcomes.map((outcome) => {
    const found = proven.find(({ partition }) => partition.name === outcome.partition);
    if (found === undefined)
        return outcome;
    return {
        ...outcome,
        ...(outcome.action === 'dropped'
            ? { action: 'archived', ...toldLeft(found.archived.head) }
            : {}),
        rows: found.archived.head.rows,
        archive: found.file,
    };
});

;// CONCATENATED MODULE: ./deploy/maintain/archive-records.js


const MAY_READ = `
  select pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_table_privilege(c.oid, 'select') as "mayRead"
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'partition_guard' and c.relname = 'archived_partition'`;
/** Names are written down in quotes: what ends in the quoted name, after a point, bears that very name. */
const LAST = `
  select distinct on (a.table_name, a.partition_name)
         a.table_name as "table", a.partition_name as partition, a.location, a.row_count::text as rows, a.sha256,
         pg_catalog.to_char(a.dropped_at at time zone 'UTC', 'YYYY-MM-DD') as "droppedOn"
    from partition_guard.archived_partition a
   where case when $2 then a.partition_name = $1
              else pg_catalog.right(a.partition_name, pg_catalog.length($1)) = $1 end
   order by a.table_name, a.partition_name, a.deployment desc, a.dropped_at desc`;
/**
 * The last record of each partition that bears the name: of several schemas or tables several.
 * @returns undefined where there are records that may not be read.
 */
async function lastRecords(client, { schema, name }) {
    const found = await client.query(MAY_READ);
    if (found.rows[0] === undefined)
        return [];
    if (!found.rows[0].mayRead)
        return undefined;
    const wanted = `${schema === undefined ? '' : (0,connection/* quoteIdentifier */.Cm)(schema)}.${(0,connection/* quoteIdentifier */.Cm)(name)}`;
    const { rows } = await client.query(LAST, [wanted, schema !== undefined]);
    return rows;
}
const unreadableRecords = () => new operator_error/* OperatorError */.n('where the archives of this target are may not be read', {
    code: 'archive-records-unreadable',
    hint: 'grant usage on schema partition_guard and select on partition_guard.archived_partition to this role, or give the file itself as --partition',
    exitStatus: operator_error/* EXIT */.d.fail,
});
/** Whether a file of the place is the recorded one: the place may be reached by another path by now. */
const isRecordedFile = ({ location }, file) => location === file.location || location.replaceAll('\\', '/').endsWith(`/${file.name}`);

;// CONCATENATED MODULE: ./deploy/maintain/find-archives.js






/** @param text as the user wrote it. */
function wantedOf(text) {
    if (text.endsWith(EXTENSION))
        return { file: text };
    const parts = [...text.matchAll(/\s*(?:"((?:[^"]|"")+)"|([^".\s]+))\s*(\.|$)/gy)];
    const names = parts.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? (plain ?? '').toLowerCase());
    const [first, second] = names;
    const whole = parts.map(([all]) => all).join('');
    if (first === undefined || names.length > 2 || whole !== text) {
        throw new operator_error/* OperatorError */.n(`${JSON.stringify(text)} is not the name of a partition`, {
            code: 'partition-name',
            hint: 'write it as SQL does: schema.name, in quotes where SQL would have them; or give the file in the place',
        });
    }
    return second === undefined ? { name: first } : { schema: first, name: second };
}
/**
 * The one archive that is meant.
 * @throws OperatorError where there is none, where several could be meant, or where the recorded one is not there.
 */
async function findArchive(search, wanted) {
    const all = (await search.store.list('')).filter((name) => name.endsWith(EXTENSION));
    if ('file' in wanted)
        return byFile(search, wanted.file, all);
    const files = all.filter((name) => namedPartition(name) === wanted.name);
    const records = await lastRecords(search.client, wanted);
    if (records === undefined)
        throw unreadableRecords();
    const [record, ...others] = records;
    if (record === undefined)
        return unrecorded(search, wanted, { files, all });
    if (others.length > 0)
        throw ofSeveral(shownName(wanted), records.map(toldRecord));
    return recorded(search, wanted, { record, files });
}
/** As the result of a run prints it, or as it stands below the place. */
async function byFile(search, file, all) {
    const { store, client } = search;
    const name = all.find((one) => file === one || file === store.locate(one));
    if (name === undefined)
        throw missing(file, store, all);
    const head = await readHeadOf(store, name);
    const records = await lastRecords(client, head.partition);
    const record = records?.find(({ table }) => table === sqlName(head.table));
    const found = { name, head, isFileNamed: true };
    if (record === undefined)
        return { ...found, note: records ? UNRECORDED : UNREADABLE };
    if (isRecordedFile(record, { name, location: store.locate(name) })) {
        return { ...found, recordedSha256: record.sha256 };
    }
    return {
        ...found,
        note: `this file was named; the target's record of that partition is of another: ${toldRecord(record)}`,
    };
}
const UNRECORDED = 'the target has no record of this archive, so that nothing says whether it is the last one';
const UNREADABLE = 'this file was named; the records of the target may not be read by this role';
async function recorded({ store, database }, wanted, { record, files }) {
    const name = files.find((one) => isRecordedFile(record, { name: one, location: store.locate(one) }));
    if (name === undefined) {
        throw new operator_error/* OperatorError */.n(`${record.partition} is not restored: its archive is ${toldRecord(record)}, and that file is not in ${store.locate('')}`, {
            code: 'archive-recorded-missing',
            hint: files.length === 0
                ? 'bring that file back from wherever it was moved to, or give the place where it is'
                : `bring that file back; there ${files.length === 1 ? 'is another, which holds' : 'are others, which hold'} what the partition held at another time, and can be given as --partition: ${files.map(store.locate).join(', ')}`,
            exitStatus: operator_error/* EXIT */.d.fail,
        });
    }
    const folder = tableFolder(name);
    const elsewhere = files.filter((one) => one.startsWith(`${tableFolder(name, 0)}/`) && tableFolder(one) !== folder);
    if (wanted.schema === undefined && elsewhere.length > 0) {
        throw ofSeveral(shownName(wanted), [name, ...elsewhere].map(store.locate));
    }
    const head = await readHeadOf(store, name);
    if (sqlName(head.partition) !== record.partition || sqlName(head.table) !== record.table) {
        throw new operator_error/* OperatorError */.n(`the archive ${store.locate(name)} says that it holds ${sqlName(head.partition)}, and the target's record that it holds ${record.partition}`, {
            code: 'archive-differs',
            hint: 'nothing was restored; see who may write to that place, and whether it keeps an older version of the file',
            exitStatus: operator_error/* EXIT */.d.fail,
        });
    }
    const note = head.database === database ? undefined : ofDatabase(head);
    return {
        name,
        head,
        recordedSha256: record.sha256,
        isFileNamed: false,
        ...(note === undefined ? {} : { note }),
    };
}
const ofDatabase = ({ database }) => `it was archived from a database called ${(0,connection/* quoteIdentifier */.Cm)(database)}`;
/** Where the target knows of none: what lies in the place is all there is, as long as it is one thing. */
async function unrecorded({ store, database }, wanted, { files, all }) {
    const found = [];
    for (const name of files) {
        const head = await readHeadOf(store, name);
        if (find_archives_isNamed(head.partition, wanted))
            found.push({ name, head });
    }
    // Of databases that share a place, this one's own first.
    const own = found.filter(({ head }) => head.database === database);
    const meant = own.length > 0 ? own : found;
    const [first, ...rest] = meant;
    if (first === undefined)
        throw missing(shownName(wanted), store, all);
    const told = meant.map(({ name, head }) => `${store.locate(name)} (${head.rows} rows of ${sqlName(head.partition)}, table ${sqlName(head.table)})`);
    const isOther = ({ head }) => sqlName(head.partition) !== sqlName(first.head.partition) ||
        sqlName(head.table) !== sqlName(first.head.table);
    if (rest.some(isOther))
        throw ofSeveral(shownName(wanted), told);
    if (!rest.every(({ head }) => sameContent(head, { ...first.head, database: head.database }))) {
        throw new operator_error/* OperatorError */.n(`there are ${meant.length} archives of ${shownName(wanted)} with different content`, {
            code: 'archive-ambiguous',
            hint: `the target has no record of which is the last; give one file as --partition: ${told.join(', ')}`,
            exitStatus: operator_error/* EXIT */.d.fail,
        });
    }
    const note = first.head.database === database ? UNRECORDED : `${ofDatabase(first.head)}; ${UNRECORDED}`;
    return { ...first, isFileNamed: false, note };
}
const find_archives_isNamed = (partition, { schema, name }) => partition.name === name && (schema === undefined || schema === partition.schema);
async function readHeadOf(store, name) {
    const source = await store.open(name);
    try {
        return (await openArchive(source, store.locate(name))).head;
    }
    finally {
        await source.close();
    }
}
const shownName = ({ schema, name }) => schema === undefined ? (0,connection/* quoteIdentifier */.Cm)(name) : sqlName({ schema, name });
const toldRecord = ({ location, rows, partition, table, droppedOn }) => `${location} (${rows} rows of ${partition}, table ${table}, dropped on ${droppedOn})`;
const ofSeveral = (name, told) => new operator_error/* OperatorError */.n(`${name} is the name of ${told.length} archived partitions, of several schemas or tables`, {
    code: 'archive-ambiguous',
    hint: `give the schema with the name, or one file as --partition: ${told.join(', ')}`,
    exitStatus: operator_error/* EXIT */.d.fail,
});
const SHOWN = 10;
function missing(wanted, store, all) {
    const there = all.slice(0, SHOWN).map((name) => namedPartition(name) ?? name);
    return new operator_error/* OperatorError */.n(`there is no archive of ${wanted} in ${store.locate('')}`, {
        code: 'archive-missing',
        hint: there.length === 0
            ? 'nothing is archived there; give the place that archive wrote to'
            : `archived there are ${there.join(', ')}${all.length > SHOWN ? ` and ${all.length - SHOWN} more` : ''}`,
        exitStatus: operator_error/* EXIT */.d.fail,
    });
}

// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
;// CONCATENATED MODULE: ./deploy/maintain/restore-checks.js







async function readRelation(session, { schema, name }) {
    const { rows } = await session.query(`select c.oid, c.relkind as kind, pg_catalog.pg_get_userbyid(c.relowner) as owner, p.partstrat as strategy
       from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       left join pg_catalog.pg_partitioned_table p on p.partrelid = c.oid
      where n.nspname = $1 and c.relname = $2`, [schema, name]);
    return rows[0];
}
async function readParent(session, head) {
    const relation = await readRelation(session, head.table);
    const facts = relation && (await (0,table_facts/* readTableFacts */.e)(session, relation.oid));
    if (relation?.strategy !== 'r' || facts === undefined) {
        throw refused(head, `the table ${sqlName(head.table)} that it was archived from is not there, or not partitioned by range`, 'Make the table first, partitioned as it was; the archive itself is whole, and any Parquet reader opens it.');
    }
    const added = facts.columns
        .filter(({ name }) => !head.columns.some((column) => column.name === name))
        .filter(({ isGenerated }) => !isGenerated)
        .map(({ name }) => (0,connection/* quoteIdentifier */.Cm)(name));
    const [, lower = '', upper = ''] = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s.exec(head.bound) ?? [];
    const { oid, owner } = relation;
    return {
        oid,
        owner,
        name: sqlName(head.table),
        columns: facts.columns,
        types: await readUserTypes(session, oid),
        added,
        boundWords: [unquoted(lower), unquoted(upper)],
    };
}
const unquoted = (bound) => bound.replace(/^'(.*)'$/, '$1');
const refused = (head, why, hint) => new operator_error/* OperatorError */.n(`${sqlName(head.partition)} is not restored: ${why}`, {
    code: 'restore-refused',
    hint,
    exitStatus: operator_error/* EXIT */.d.fail,
});
/**
 * Whether the archive's columns have a place in the table as it is now.
 * @returns those that take values.
 */
function assertFits(head, parent) {
    const now = new Map(parent.columns.map((column) => [column.name, column]));
    const gone = head.columns.filter(({ name }) => !now.has(name));
    if (gone.length > 0) {
        const names = gone.map(({ name }) => (0,connection/* quoteIdentifier */.Cm)(name)).join(', ');
        throw refused(head, `${parent.name} has no column ${names} any more, and their values would be lost`, `Add ${gone.length === 1 ? 'it' : 'them'} again (${gone.map(({ name, type }) => `${(0,connection/* quoteIdentifier */.Cm)(name)} ${type}`).join(', ')}), restore, and drop ${gone.length === 1 ? 'it' : 'them'} again if they are not needed.`);
    }
    const other = head.columns.filter(({ name, type }) => now.get(name)?.type !== type);
    if (other.length > 0) {
        const told = other.map(({ name, type }) => `${(0,connection/* quoteIdentifier */.Cm)(name)} was ${type} and is ${now.get(name)?.type ?? ''}`);
        throw refused(head, told.join(', '), 'Restore it into a table with the columns it had, convert that as the migration converted the others, and attach it.');
    }
    const changed = changedTypes(head.types, parent.types);
    if (changed.length > 0) {
        throw refused(head, changed.join('; '), 'Its values would come back as others: restore it in a schema with the types as they were, convert it as the other rows were converted, and attach it.');
    }
    const missing = parent.columns.filter((column) => !head.columns.some(({ name }) => name === column.name) &&
        column.notNull &&
        !column.hasDefault &&
        !column.isGenerated);
    if (missing.length > 0 && head.rows > 0) {
        throw refused(head, `${missing.map(({ name }) => (0,connection/* quoteIdentifier */.Cm)(name)).join(', ')} came since, without a default, and may not be null`, 'Give the column a default, or allow nulls, for as long as the restore takes.');
    }
    return head.columns.map(({ name }) => name).filter((name) => now.get(name)?.isGenerated !== true);
}
/** Another partition must not cover its range, nor the default partition hold rows of it: the server looks at that. */
async function assertBoundIsFree(session, head, parent) {
    const range = (0,catalog_layout/* rangeOfBound */.F6)(head.bound);
    if (range === undefined)
        return;
    const { rows } = await session.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound
       from pg_catalog.pg_inherits i
       join pg_catalog.pg_class c on c.oid = i.inhrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where i.inhparent = $1`, [parent.oid]);
    const taken = rows.filter(({ bound }) => {
        const other = (0,catalog_layout/* rangeOfBound */.F6)(bound);
        return other !== undefined && (0,domain_range/* overlaps */.$f)(range, other);
    });
    if (taken.length === 0)
        return;
    throw refused(head, `its range ${(0,domain_range/* formatRange */.Lu)(range)} is taken by ${taken.map(({ name }) => name).join(', ')}`, 'Detach these first, or drop them where they are empty; then run this again.');
}

;// CONCATENATED MODULE: ./deploy/maintain/restore-own.js



const GRANTEES = `
  select distinct acl.grantee, r.rolname::text as role
    from pg_catalog.pg_class c
   cross join lateral pg_catalog.aclexplode(c.relacl) acl
    left join pg_catalog.pg_roles r on r.oid = acl.grantee
   where c.oid = $1::text::pg_catalog.regclass and acl.grantee <> c.relowner`;
/** What default privileges gave a table that was made just now: it is another's rows that it is going to hold. */
async function revokeDefaults(session, relation) {
    const { rows } = await session.query(GRANTEES, [relation]);
    for (const { role } of rows)
        await session.query(`revoke all on table ${relation} from ${grantee(role)}`);
}
const grantee = (role) => (role === null ? 'public' : (0,connection/* quoteIdentifier */.Cm)(role));
/**
 * @param session its transaction has made the table, and owns it.
 * @param isProven whether the file is, byte for byte, the one that the target recorded: of another one, what it says of
 * policies and grants is not made SQL of.
 * @returns what did not come back, a line each.
 */
async function restoreOwn(session, { own, partition }, isProven) {
    const relation = sqlName(partition);
    if (own.rowSecurity)
        await session.query(`alter table ${relation} enable row level security`);
    if (own.forceRowSecurity)
        await session.query(`alter table ${relation} force row level security`);
    if (own.comment !== null) {
        await session.query(`comment on table ${relation} is ${(0,connection/* quoteLiteral */.ce)(own.comment)}`);
    }
    const told = isProven ? await restoreRights(session, relation, own) : withoutRights(own);
    const left = leftBehind(own);
    return left === undefined ? told : [...told, left];
}
/** Fewer may read it then, never more. */
function withoutRights({ policies, grants }) {
    const names = [
        ...policies.map(({ name }) => `policy ${name}`),
        ...[...new Set(grants.map(({ role }) => `grants to ${role ?? 'everybody'}`))],
    ];
    return names.length === 0
        ? []
        : [
            `not brought back, since this is not the very file that the target recorded last: ${names.join(', ')}`,
        ];
}
async function restoreRights(session, relation, { policies, grants }) {
    const wanted = [...policies.flatMap(({ roles }) => roles), ...grants.flatMap(({ role }) => role ?? [])];
    const { rows } = await session.query('select r.rolname::text as role from pg_catalog.pg_roles r where r.rolname = any ($1)', [wanted]);
    const there = new Set(rows.map(({ role }) => role));
    for (const policy of policies) {
        const roles = [
            ...(policy.isForAll ? ['public'] : []),
            ...policy.roles.filter((role) => there.has(role)).map(connection/* quoteIdentifier */.Cm),
        ];
        if (roles.length > 0)
            await session.query(policySql(relation, policy, roles));
    }
    for (const grant of grants) {
        if (grant.role === null || there.has(grant.role))
            await session.query(grantSql(relation, grant));
    }
    const gone = [...new Set(wanted.filter((role) => !there.has(role)))];
    return gone.length === 0 ? [] : [`what it allowed roles that are gone: ${gone.join(', ')}`];
}
const COMMANDS = {
    r: 'select',
    a: 'insert',
    w: 'update',
    d: 'delete',
    '*': 'all',
};
const policySql = (relation, { name, isPermissive, command, using, check }, roles) => [
    `create policy ${(0,connection/* quoteIdentifier */.Cm)(name)} on ${relation} as ${isPermissive ? 'permissive' : 'restrictive'}`,
    `for ${COMMANDS[command]} to ${roles.join(', ')}`,
    ...(using === null ? [] : [`using (${using})`]),
    ...(check === null ? [] : [`with check (${check})`]),
].join(' ');
const grantSql = (relation, { role, privilege, isGrantable, column }) => `grant ${privilege}${column === null ? '' : ` (${(0,connection/* quoteIdentifier */.Cm)(column)})`} on table ${relation} to ${grantee(role)}${isGrantable ? ' with grant option' : ''}`;

;// CONCATENATED MODULE: ./deploy/maintain/restore-one.js












/** On a session of its own: a load that fails in the middle may leave it unusable. */
const restoreOne = (run, found) => run.target.withSession(async (session) => {
    const { store, limits, settings } = run;
    if (store === undefined)
        throw new Error('there is no place for archives');
    const { head } = found;
    await session.query('begin isolation level read committed read write');
    await pinSettings(session, limits);
    const parent = await readParent(session, head);
    const there = await alreadyThere(session, head);
    if (there !== undefined)
        return there;
    const columns = assertFits(head, parent);
    await assertBoundIsFree(session, head, parent);
    const file = await makeAndLoad(session, { store, limits, found, parent, columns });
    const isRecorded = file.sha256 === found.recordedSha256;
    if (!isRecorded && !found.isFileNamed && found.recordedSha256 !== undefined) {
        throw otherBytes(store.locate(found.name), { found: file.sha256, recorded: found.recordedSha256 });
    }
    // Its owner is the table's, as of any other partition.
    await session.query(`alter table ${sqlName(head.partition)} owner to ${(0,connection/* quoteIdentifier */.Cm)(parent.owner)}`);
    const left = await restoreOwn(session, head, isRecorded);
    await attach(session, run, head, parent);
    await session.query(settings.dryRun ? 'rollback' : 'commit');
    const reasons = [
        ...(parent.added.length === 0
            ? []
            : [`columns added since have their default, or null: ${parent.added.join(', ')}`]),
        ...left,
        ...(found.note === undefined ? [] : [found.note]),
        ...(found.recordedSha256 === undefined || isRecorded
            ? []
            : ['the file has other bytes than the one that was recorded at this place']),
    ];
    return {
        action: 'restored',
        rows: head.rows,
        archive: { location: store.locate(found.name), ...file },
        ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }),
    };
});
const otherBytes = (where, { found, recorded }) => new operator_error/* OperatorError */.n(`the archive ${where} is not the file that was recorded when the partition was dropped: its SHA-256 is ${found}, and was ${recorded}`, {
    code: 'archive-differs',
    hint: 'nothing was restored; see whether the place keeps an older version of it. To take it as it is, give the file itself as --partition',
    exitStatus: operator_error/* EXIT */.d.fail,
});
/** With the same rows there is nothing to do; with others it is somebody else's. */
async function alreadyThere(session, head) {
    const relation = await readRelation(session, head.partition);
    if (relation === undefined)
        return undefined;
    const facts = await readPartition(session, relation.oid);
    const isIt = typeof facts === 'object' &&
        facts.table.schema === head.table.schema &&
        facts.table.name === head.table.name &&
        facts.bound === head.bound;
    if (isIt) {
        const archived = facts.columns.filter(({ name }) => head.columns.some((column) => column.name === name));
        const seen = await countRows(session, sqlName(head.partition), archived);
        if (sameRows(seen, head)) {
            return { action: 'unchanged', rows: seen.rows, reason: 'it is there already, with the same rows' };
        }
        throw inTheWay(head, `a partition of that name is there already, with ${seen.rows} rows that are not the archive's ${head.rows}`);
    }
    throw inTheWay(head, 'something else bears its name');
}
const inTheWay = (head, what) => new operator_error/* OperatorError */.n(`${sqlName(head.partition)} is not restored: ${what}`, {
    code: 'restore-name-taken',
    hint: 'Rename or drop that one first, if it is no longer needed; then run this again.',
    exitStatus: operator_error/* EXIT */.d.fail,
});
async function makeAndLoad(session, { store, limits, found, parent, columns }) {
    const { head, name } = found;
    const relation = sqlName(head.partition);
    await session.query(`create table ${relation} (like ${sqlName(head.table)} including defaults including generated including storage including compression including constraints)`);
    await revokeDefaults(session, relation);
    const made = await readRelation(session, head.partition);
    const facts = await (0,table_facts/* readTableFacts */.e)(session, made?.oid ?? 0);
    if (facts === undefined)
        throw new Error('the table that was made is not there');
    const source = await store.open(name);
    try {
        const archive = await openArchive(source, store.locate(name));
        // What the server computes for each row is theirs, and may go by the path that writers have.
        await session.query('set local search_path to default');
        const { sha256 } = await loadArchive(session, archive, relation, new Set(columns));
        await pinSettings(session, limits);
        const seen = await countRows(session, relation, restore_one_inOrder(head, facts.columns));
        if (!sameRows(seen, head)) {
            throw new operator_error/* OperatorError */.n(`${relation} is not restored: ${head.rows} rows with checksum ${head.checksum} were archived, ${seen.rows} with checksum ${seen.checksum} came back`, {
                code: 'restore-differs',
                hint: `the file is spoiled, or the server counts otherwise than ${head.serverVersion} did; nothing was changed, and the table ${parent.name} is as it was`,
                exitStatus: operator_error/* EXIT */.d.fail,
            });
        }
        return { bytes: source.size, sha256 };
    }
    finally {
        await source.close();
    }
}
/** As they were archived: the hash of a row goes by the order of its columns, and by their types then. */
const restore_one_inOrder = (head, columns) => head.columns.flatMap(({ name }) => columns.find((column) => column.name === name) ?? []);
async function attach(session, run, head, parent) {
    const [table, partition] = [sqlName(head.table), sqlName(head.partition)];
    await session.query(`lock table only ${table} in share update exclusive mode`);
    await session.query('set local search_path to default');
    const bound = boundSql(head.bound);
    if (bound === undefined)
        throw new Error('a bound was read that is none');
    await session.query(`alter table ${table} attach partition ${partition} ${bound}`);
    const manager = managerOf(await findManagers(session), head.table.schema);
    if (manager === undefined)
        return;
    await session.query(`select ${manager.named('audit_partition')}('ATTACH', $1::text::pg_catalog.regclass, $2, $3, $4, $5, null, $6)`, [
        table,
        head.partition.schema,
        head.partition.name,
        ...parent.boundWords,
        `restored from an archive of ${head.rows} rows`,
    ]);
    run.onProgress(`${partition}: attached, and in the log of the partition manager`);
}

;// CONCATENATED MODULE: ./deploy/maintain/restore-partitions.js









/** @param names as SQL reads them, or files in the place. */
async function restorePartitions(run, names) {
    if (names.length === 0) {
        throw new operator_error/* OperatorError */.n('restore needs to be told which partition', {
            code: 'restore-of-which-partition',
            hint: 'give --partition NAME, as often as there are partitions to restore',
            exitStatus: operator_error/* EXIT */.d.usage,
        });
    }
    const { store } = run;
    if (store === undefined)
        throw new Error('there is no place for archives');
    const wanted = names.map(wantedOf);
    const found = [];
    // All of them first: a name that is wrong is told before anything is changed.
    const search = { store, client: run.client, database: run.target.facts.database };
    for (const one of wanted)
        found.push(await findArchive(search, one));
    const tables = new Map();
    for (const archive of found) {
        const table = await restore_partitions_shown(run, archive.head.table);
        const outcome = await restored(run, archive);
        tables.set(table, [...(tables.get(table) ?? []), outcome]);
    }
    return {
        tables: [...tables].map(([table, partitions]) => ({ table, partitions, problems: [] })),
        warnings: [],
    };
}
/** As the catalog's other names are told: in quotes only where SQL needs them. */
async function restore_partitions_shown({ client }, { schema, name }) {
    const { rows } = await client.query('select pg_catalog.format($1, $2::text, $3::text) as name', ['%I.%I', schema, name]);
    return rows[0]?.name ?? sqlName({ schema, name });
}
/** A later maintenance takes it away again; whoever restores it should know. */
function goesAgain({ settings, now }, range) {
    const keep = settings.keep ?? settings.retention?.keep;
    if (keep === undefined || range?.upper.kind !== 'finite' || range.upper.at > limitOf(now, keep))
        return undefined;
    return `it is past the retention of ${(0,domain_interval/* formatInterval */.vy)(keep)}: the next maintain lets it go again, unless more is kept by then`;
}
async function restored(run, archive) {
    const { head } = archive;
    const range = (0,catalog_layout/* rangeOfBound */.F6)(head.bound);
    const name = await restore_partitions_shown(run, head.partition);
    const outcome = (rest) => ({
        partition: name,
        ...(range ? { lower: range.lower, upper: range.upper } : {}),
        ...rest,
    });
    try {
        const done = await (0,retry/* withRetries */.LH)(run.patience, () => restoreOne(run, archive));
        const reasons = [done.reason, goesAgain(run, range)].filter((reason) => reason !== undefined);
        return outcome({ ...done, ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }) });
    }
    catch (error) {
        const { action, reason, hint } = toldOf(error);
        return outcome({ action, reason, hint });
    }
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
;// CONCATENATED MODULE: ./domain/maintenance.js
const UNDONE = ['kept', 'failed'];
/** Whether something of it needs somebody to look: then the run failed. */
const needsLooking = (table) => table.problems.length > 0 ||
    table.runway?.isShort === true ||
    table.partitions.some(({ action }) => UNDONE.includes(action));
/** The outcome of a run that no gate refused. */
function maintenanceOutcome(tables, isDryRun) {
    if (tables.some(needsLooking))
        return 'failed';
    if (isDryRun)
        return 'rehearsed';
    const isIdle = tables.every(({ partitions }) => partitions.every(({ action }) => action === 'unchanged'));
    return isIdle ? 'nothing-to-do' : 'done';
}

// EXTERNAL MODULE: ./deploy/apply/flyway-lock.js
var flyway_lock = __webpack_require__(61053);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./deploy/archive/folder-store.js
/** Archives in a folder: written under another name, synchronised, and linked to their own. */





function folderStore(folder) {
    const pathOf = (name) => (0,external_node_path_.join)(folder, ...name.split('/'));
    return {
        locate: pathOf,
        list: (prefix) => listFiles(folder, prefix),
        exists: async (name) => folder_store_told(folder, 'looked into', async () => (await sizeOf(pathOf(name))) !== undefined),
        open: (name) => folder_store_told(folder, 'read', () => openFile(pathOf(name))),
        create: (name) => folder_store_told(folder, 'written to', () => createFile(pathOf(name))),
        close: () => undefined,
    };
}
/** What the file system says, as something that its operator can mend. */
async function folder_store_told(folder, done, body) {
    try {
        return await body();
    }
    catch (cause) {
        if (cause instanceof operator_error/* OperatorError */.n || (0,error_code/* errorCode */.C)(cause) === undefined)
            throw cause;
        throw new operator_error/* OperatorError */.n(`the archive folder ${folder} can't be ${done}: ${(0,error_code/* errorCode */.C)(cause) ?? ''}`, {
            code: 'archive-folder',
            hint: 'see that the folder is there, has room, and may be read and written by whoever runs this',
            exitStatus: operator_error/* EXIT */.d.fail,
            cause,
        });
    }
}
async function listFiles(folder, prefix) {
    return folder_store_told(folder, 'listed', async () => {
        try {
            const found = await (0,external_node_fs_promises_.readdir)(folder, { recursive: true });
            return found
                .map((path) => path.split(/[\\/]/).join('/'))
                .filter((name) => name.startsWith(prefix))
                .sort();
        }
        catch (error) {
            if ((0,error_code/* errorCode */.C)(error) === 'ENOENT')
                return [];
            throw error;
        }
    });
}
async function sizeOf(path) {
    try {
        return (await (0,external_node_fs_promises_.stat)(path)).size;
    }
    catch (error) {
        if ((0,error_code/* errorCode */.C)(error) === 'ENOENT')
            return undefined;
        throw error;
    }
}
async function openFile(path) {
    const file = await (0,external_node_fs_promises_.open)(path, 'r');
    try {
        const { size } = await file.stat();
        return {
            size,
            read: async (start, end) => {
                const bytes = Buffer.alloc(end - start);
                const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
                if (bytesRead !== bytes.length)
                    throw new Error(`${path} ends before byte ${end}`);
                return bytes;
            },
            close: () => file.close(),
        };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
async function createFile(path) {
    await makeFolder((0,external_node_path_.dirname)(path));
    // Its own in each run: two that write the same archive at once must not write to one file.
    const begun = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.part`);
    const file = await (0,external_node_fs_promises_.open)(begun, 'wx', 0o640);
    return {
        write: async (bytes) => {
            await file.writeFile(bytes);
        },
        finish: async () => {
            await file.sync();
            await file.close();
            const isNew = await linkTo(begun, path);
            await clearAway(path);
            await syncFolder((0,external_node_path_.dirname)(path));
            return isNew;
        },
        abandon: async () => {
            await file.close().catch(() => undefined);
            await (0,external_node_fs_promises_.unlink)(begun).catch(() => undefined);
        },
    };
}
/** Node's own way to make a path tries for ever where folders can be looked into and none be made, as in /proc. */
async function makeFolder(path) {
    try {
        await (0,external_node_fs_promises_.mkdir)(path);
    }
    catch (error) {
        const code = (0,error_code/* errorCode */.C)(error);
        if (code === 'EEXIST' && (await (0,external_node_fs_promises_.stat)(path)).isDirectory())
            return;
        if (code !== 'ENOENT' || (0,external_node_path_.dirname)(path) === path)
            throw error;
        await makeFolder((0,external_node_path_.dirname)(path));
        await (0,external_node_fs_promises_.mkdir)(path).catch(ignoreThere);
    }
}
function ignoreThere(error) {
    if ((0,error_code/* errorCode */.C)(error) !== 'EEXIST')
        throw error;
}
/**
 * What killed runs left of an archive that is there now, whole. A run that still writes the same one finds that out when
 * it wants to give it its name.
 */
async function clearAway(path) {
    const folder = (0,external_node_path_.dirname)(path);
    for (const name of await (0,external_node_fs_promises_.readdir)(folder)) {
        if (!name.startsWith(`.${(0,external_node_path_.basename)(path)}.`) || !name.endsWith('.part'))
            continue;
        await (0,external_node_fs_promises_.unlink)((0,external_node_path_.join)(folder, name)).catch(ignoreMissing);
    }
}
/** A link, unlike a rename, replaces nothing. */
async function linkTo(from, to) {
    try {
        await (0,external_node_fs_promises_.link)(from, to);
        return true;
    }
    catch (error) {
        if ((0,error_code/* errorCode */.C)(error) === 'EEXIST')
            return false;
        // Another run finished the same archive, and cleared away what it took for left behind.
        if ((0,error_code/* errorCode */.C)(error) === 'ENOENT' && (await sizeOf(to)) !== undefined)
            return false;
        throw error;
    }
}
/** So that the name survives a crash, too; not every system lets folders be opened. */
async function syncFolder(path) {
    try {
        const folder = await (0,external_node_fs_promises_.open)(path, 'r');
        try {
            await folder.sync();
        }
        finally {
            await folder.close();
        }
    }
    catch (error) {
        if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes((0,error_code/* errorCode */.C)(error) ?? ''))
            throw error;
    }
}
function ignoreMissing(error) {
    if ((0,error_code/* errorCode */.C)(error) !== 'ENOENT')
        throw error;
}

;// CONCATENATED MODULE: ./deploy/archive/s3-place.js

const statusOf = (error) => error?.$metadata?.httpStatusCode;
const HINTS = {
    NoSuchBucket: 'make the bucket, or name the one that is there',
    NotFound: 'make the bucket, or name the one that is there',
    InvalidAccessKeyId: 'give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role, that this place knows',
    SignatureDoesNotMatch: 'give the secret key that belongs to the access key',
    AccessDenied: 'let the role list, read and write objects there: s3:ListBucket, s3:GetObject, s3:PutObject, s3:AbortMultipartUpload',
    CredentialsProviderError: 'give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role, in the environment',
};
/** Says what went wrong without the address of the place, which may hold a key. */
async function withS3Errors(bucket, body) {
    try {
        return await body();
    }
    catch (cause) {
        if (cause instanceof operator_error/* OperatorError */.n)
            throw cause;
        const name = String(cause?.name ?? 'Error');
        const status = statusOf(cause);
        const text = name === 'Error' && cause instanceof Error ? cause.message : name;
        throw new operator_error/* OperatorError */.n(`the bucket ${bucket} can't be used: ${text}${status === undefined ? '' : ` (HTTP ${status})`}`, {
            code: 'archive-bucket',
            hint: HINTS[name] ?? 'see that the place answers and has room, then run this again; nothing was dropped',
            exitStatus: operator_error/* EXIT */.d.fail,
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./deploy/archive/s3-upload.js
/** One upload to a bucket, in parts of bounded size; what fails is aborted, so that no part stays behind. */


/** The least that a part may have, but for the last, is 5 MiB; 10,000 parts may be at most. */
const FIRST_PART_BYTES = 8 * 1024 * 1024;
const MOST_PARTS = 10_000;
/** Every so many parts they double in size: 10,000 of them hold the 5 TiB that an object may have. */
const PARTS_A_SIZE = 1000;
class S3Upload {
    #place;
    #key;
    #waiting = [];
    #waitingBytes = 0;
    #uploadId;
    #parts = [];
    constructor(place, key) {
        this.#place = place;
        this.#key = key;
    }
    get #target() {
        return { Bucket: this.#place.bucket, Key: this.#key };
    }
    async write(bytes) {
        this.#waiting.push(bytes);
        this.#waitingBytes += bytes.length;
        while (this.#waitingBytes >= this.#partBytes)
            await this.#sendPart(this.#take(this.#partBytes));
    }
    /** @returns false where an object of that name is there already. */
    async finish() {
        const { sdk, client } = this.#place;
        if (this.#uploadId === undefined) {
            const Body = this.#take(this.#waitingBytes);
            return unlessThere((condition) => client.send(new sdk.PutObjectCommand({ ...this.#target, ...condition, Body })));
        }
        if (this.#waitingBytes > 0)
            await this.#sendPart(this.#take(this.#waitingBytes));
        const isNew = await unlessThere((condition) => client.send(new sdk.CompleteMultipartUploadCommand({
            ...this.#target,
            ...condition,
            UploadId: this.#uploadId,
            MultipartUpload: { Parts: this.#parts },
        })));
        if (isNew)
            this.#uploadId = undefined;
        else
            await this.abandon();
        return isNew;
    }
    async abandon() {
        if (this.#uploadId === undefined)
            return;
        const { sdk, client } = this.#place;
        const UploadId = this.#uploadId;
        this.#uploadId = undefined;
        // What went wrong before is told; parts of an upload that can't be aborted are for the bucket's own rule.
        await client
            .send(new sdk.AbortMultipartUploadCommand({ ...this.#target, UploadId }))
            .catch(() => undefined);
    }
    get #partBytes() {
        return FIRST_PART_BYTES * 2 ** Math.floor(this.#parts.length / PARTS_A_SIZE);
    }
    async #sendPart(Body) {
        const { sdk, client } = this.#place;
        if (this.#parts.length === MOST_PARTS)
            throw new Error('the file takes more parts than an upload may have');
        this.#uploadId ??= (await client.send(new sdk.CreateMultipartUploadCommand({ ...this.#target, ChecksumAlgorithm: 'CRC32' }))).UploadId;
        const PartNumber = this.#parts.length + 1;
        const { ETag, ChecksumCRC32 } = await client.send(new sdk.UploadPartCommand({
            ...this.#target,
            UploadId: this.#uploadId,
            PartNumber,
            Body,
            ChecksumAlgorithm: 'CRC32',
        }));
        this.#parts.push({ ETag, PartNumber, ...(ChecksumCRC32 === undefined ? {} : { ChecksumCRC32 }) });
    }
    #take(bytes) {
        const all = this.#waiting.length === 1 ? this.#waiting[0] : Buffer.concat(this.#waiting);
        const taken = (all ?? new Uint8Array()).subarray(0, bytes);
        const rest = (all ?? new Uint8Array()).subarray(bytes);
        this.#waiting = rest.length === 0 ? [] : [rest];
        this.#waitingBytes = rest.length;
        return taken;
    }
}
/** Where the place does not know the condition, the question before is all there is; the read back tells the rest. */
async function unlessThere(send) {
    try {
        await send({ IfNoneMatch: '*' });
        return true;
    }
    catch (error) {
        const status = statusOf(error);
        if (status === 412)
            return false;
        if (status === 409) {
            throw new operator_error/* OperatorError */.n('another upload of the same archive is under way', {
                code: 'archive-contended',
                hint: 'run this again when it is done',
                exitStatus: operator_error/* EXIT */.d.fail,
                cause: error,
            });
        }
        if (status !== 501)
            throw error;
        await send({});
        return true;
    }
}

;// CONCATENATED MODULE: ./deploy/archive/s3-store.js
/** Archives in a bucket that speaks S3: uploaded in parts, visible only when whole, read back by range. */



/** @param env the SDK reads credentials and region from the process's own; from here comes only what it does not know. */
async function s3Store({ bucket, prefix }, env) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(939), __webpack_require__.e(8299)]).then(__webpack_require__.t.bind(__webpack_require__, 28299, 19));
    const endpoint = env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || undefined;
    const client = new sdk.S3Client({
        // A server of one's own has its buckets in the path, and any region will do for it.
        ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
        ...(endpoint === undefined || env['AWS_REGION'] || env['AWS_DEFAULT_REGION']
            ? {}
            : { region: 'us-east-1' }),
    });
    const keyOf = (name) => (prefix === '' ? name : `${prefix}/${name}`);
    const told = (body) => withS3Errors(bucket, body);
    const place = { sdk, client, bucket };
    return {
        locate: (name) => `s3://${bucket}/${keyOf(name)}`,
        list: (start) => told(() => listKeys(place, keyOf(start), prefix)),
        exists: (name) => told(async () => (await s3_store_headOf(place, keyOf(name))) !== undefined),
        open: (name) => told(() => openObject(place, keyOf(name))),
        create: (name) => Promise.resolve(sinkOf(new S3Upload(place, keyOf(name)), told)),
        close: () => client.destroy(),
    };
}
const sinkOf = (upload, told) => ({
    write: (bytes) => told(() => upload.write(bytes)),
    finish: () => told(() => upload.finish()),
    abandon: () => upload.abandon(),
});
async function listKeys({ sdk, client, bucket }, start, prefix) {
    const names = [];
    let token;
    do {
        const answer = await client.send(new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: start, ContinuationToken: token }));
        for (const { Key } of answer.Contents ?? []) {
            if (Key !== undefined)
                names.push(prefix === '' ? Key : Key.slice(prefix.length + 1));
        }
        token = answer.NextContinuationToken;
    } while (token !== undefined);
    return names.sort();
}
async function s3_store_headOf({ sdk, client, bucket }, key) {
    try {
        const answer = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key }));
        return { size: answer.ContentLength ?? 0, etag: answer.ETag };
    }
    catch (error) {
        if (statusOf(error) === 404) {
            // A bucket that is missing answers the same to this question, and says so to another.
            await client.send(new sdk.HeadBucketCommand({ Bucket: bucket }));
            return undefined;
        }
        throw error;
    }
}
async function openObject(place, key) {
    const head = await s3_store_headOf(place, key);
    if (head === undefined) {
        throw new operator_error/* OperatorError */.n(`there is no archive s3://${place.bucket}/${key}`, {
            code: 'archive-missing',
            hint: 'see whether it was moved or has expired; nothing was changed',
            exitStatus: operator_error/* EXIT */.d.fail,
        });
    }
    const { sdk, client, bucket } = place;
    return {
        size: head.size,
        read: (start, end) => withS3Errors(bucket, async () => {
            if (start >= end)
                return new Uint8Array();
            const answer = await client.send(new sdk.GetObjectCommand({
                Bucket: bucket,
                Key: key,
                Range: `bytes=${start}-${end - 1}`,
                // One and the same object from the first byte to the last.
                ...(head.etag === undefined ? {} : { IfMatch: head.etag }),
            }));
            const bytes = await answer.Body?.transformToByteArray();
            if (bytes?.length !== end - start)
                throw new Error(`s3://${bucket}/${key} ends before byte ${end}`);
            return bytes;
        }),
        close: () => Promise.resolve(),
    };
}

;// CONCATENATED MODULE: ./deploy/archive/open-store.js
/** Opens the place where archives are: a folder, or a bucket. */



/** Closed when `body` ends; without a place, `body` gets none. */
async function withStore(place, { cwd, env }, body) {
    if (place === undefined)
        return body(undefined);
    const store = place.kind === 'folder' ? folderStore((0,external_node_path_.resolve)(cwd, place.path)) : await s3Store(place, env);
    try {
        return await body(store);
    }
    finally {
        store.close();
    }
}

// EXTERNAL MODULE: ./deploy/audit/audited-deployments.js
var audited_deployments = __webpack_require__(52217);
// EXTERNAL MODULE: ./deploy/audit/audit-trail.js
var audit_trail = __webpack_require__(34200);
// EXTERNAL MODULE: ./deploy/gates/environment.js
var gates_environment = __webpack_require__(8292);
// EXTERNAL MODULE: ./deploy/gates/window.js
var gates_window = __webpack_require__(28169);
// EXTERNAL MODULE: ./deploy/history/history-table.js
var history_table = __webpack_require__(34364);
// EXTERNAL MODULE: ./deploy/target.js + 14 modules
var target = __webpack_require__(14705);
;// CONCATENATED MODULE: ./deploy/maintain/run-maintenance.js
/** Around every maintenance: the window, the target, the lock that keeps runs apart, the audit trail, the ending. */












/** @throws OperatorError where it could not begin, and what is a fault of this program; what began is in the audit trail. */
async function runMaintenance(request, body) {
    const startedMs = external_node_perf_hooks_.performance.now();
    const { settings, env, onProgress } = request;
    const warnings = [];
    return (0,target/* withTarget */.y)({
        url: settings.target,
        env,
        onWarning: (text) => warnings.push(text),
        ...(request.onSecret ? { onSecret: request.onSecret } : {}),
    }, (target) => target.withSession(async (keeper) => {
        await calm(keeper);
        const schema = await (0,history_table/* currentSchema */.r9)(keeper);
        if (schema !== undefined) {
            await (0,flyway_lock/* acquireFlywayLock */.EN)(keeper, (0,history_table/* historyTable */.f1)(schema), { onWait: onProgress });
        }
        const finished = (rest) => ({
            command: request.command,
            environment: settings.environment ?? '',
            target: target.facts,
            toolVersion: tool_version/* TOOL_VERSION */.w,
            isDryRun: settings.dryRun,
            tables: [],
            refusals: [],
            ...rest,
            warnings: [...warnings, ...(rest.warnings ?? [])],
            startedAt: request.startedAt,
            durationMs: external_node_perf_hooks_.performance.now() - startedMs,
        });
        const waitedMs = external_node_perf_hooks_.performance.now() - startedMs;
        const refusals = refusalsOf(settings, {
            waitedMs,
            seenAs: await (0,audited_deployments/* auditedDeployments */.P)(keeper).environments(),
            onWarning: (text) => warnings.push(text),
        });
        if (refusals.length > 0) {
            await (0,audit_trail/* auditRefusal */.sR)(keeper, entryOf(request), { refusals });
            return finished({ outcome: 'refused', refusals });
        }
        const audit = settings.dryRun ? undefined : await (0,audit_trail/* beginAudit */.zB)(keeper, entryOf(request));
        return finished(await audited(audit, () => maintained({ request, target, audit }, body)));
    }));
}
/** The name and the window, as it is once the lock is had: maintenance brings no migration that could be unvalidated. */
function refusalsOf(settings, { waitedMs, ...found }) {
    const { environment, allowEnvironment, maintenanceWindow, now, dryRun } = settings;
    const refusals = [
        environment === undefined ? undefined : (0,gates_environment/* environmentGate */.d)({ environment, allowEnvironment, ...found }),
        dryRun ? undefined : (0,gates_window/* windowGate */.u3)(maintenanceWindow, (0,gates_window/* later */.NU)(now, waitedMs)),
    ];
    return refusals.filter((one) => one !== undefined);
}
/** Writes the ending down, whatever it is. */
async function audited(audit, body) {
    try {
        const ending = await body();
        await audit?.finish(ending.outcome, detailOf(ending));
        return ending;
    }
    catch (error) {
        // Its session may be gone with the server: then a later run marks the row as interrupted.
        await audit
            ?.finish('failed', { error: error instanceof Error ? error.name : 'Error' })
            .catch(() => undefined);
        throw error;
    }
}
const detailOf = ({ tables = [], warnings = [] }) => JSON.parse(JSON.stringify({ tables, warnings }, (_key, value) => typeof value === 'bigint' ? String(value) : value));
async function maintained({ request, target, audit }, body) {
    const { settings, env, onProgress } = request;
    await target.client.query("set timezone = 'UTC'; set datestyle = 'ISO, MDY'");
    await tellManager(target.client, request);
    const clocks = await readClocks(target.client, settings.now);
    const { tables, warnings } = await withStore(settings.archive, { cwd: settings.cwd, env }, (store) => body({
        target,
        client: target.client,
        settings,
        now: clocks.earliest,
        limits: { lockTimeoutMs: settings.lockTimeoutMs, statementTimeoutMs: settings.statementTimeoutMs },
        patience: {
            retries: settings.retries,
            jitterSeed: `${settings.environment ?? ''} ${String(settings.now)}`,
            onRetry: onProgress,
            ...(request.sleep ? { sleep: request.sleep } : {}),
        },
        ...(store === undefined ? {} : { store }),
        ...(audit === undefined ? {} : { auditId: audit.id }),
        onProgress,
    }, clocks.latest));
    const interrupted = audit?.interrupted ?? [];
    return {
        outcome: maintenanceOutcome(tables, settings.dryRun),
        tables,
        warnings: [
            ...warnings,
            ...interrupted.map((id) => `run ${id} of this target never came to its end: it is marked as interrupted`),
            ...(clocks.apart > instant/* DAY */.d_
                ? [`the target's clock and this machine's are more than a day apart: what is old is old by both`]
                : []),
        ],
    };
}
/** For the log of the shipped partition manager. */
async function tellManager(client, { settings, env }) {
    await client.query(`select pg_catalog.set_config('partition_guard.environment', $1, false),
            pg_catalog.set_config('partition_guard.run_url', $2, false),
            pg_catalog.set_config('partition_guard.commit', $3, false)`, [settings.environment ?? '', (0,audit_trail/* auditedRunner */.J3)(env).runUrl ?? '', env['GITHUB_SHA'] ?? '']);
}
const HOUR = instant/* DAY */.d_ / 24n;
/** What is past a retention must be so by either clock: one that is wrong lets nothing go early. */
async function readClocks(client, now) {
    const { rows } = await client.query('select (extract(epoch from pg_catalog.clock_timestamp()) * 1000000)::bigint::text as now');
    const serverNow = BigInt(rows[0]?.now ?? 0);
    const [earliest, latest] = serverNow < now ? [serverNow, now] : [now, serverNow];
    return { earliest, latest: latest + HOUR, apart: latest - earliest };
}
/** A role may have limits for its sessions that would end this one while it only waits. */
async function calm(keeper) {
    await keeper.query('set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set quote_all_identifiers = off');
    await keeper.query(`select pg_catalog.set_config(s.name, '0', false) from pg_catalog.pg_settings s
      where s.name in ('idle_session_timeout', 'transaction_timeout')`);
}
const entryOf = ({ command, settings, env, redact }) => ({
    command,
    redact,
    environment: settings.environment ?? '',
    reason: (0,audit_trail/* overridesOf */.FB)(settings),
    ...(0,audit_trail/* auditedRunner */.J3)(env),
});

// EXTERNAL MODULE: ./domain/redaction.js
var redaction = __webpack_require__(27108);
;// CONCATENATED MODULE: ./report/maintenance/json.js

function renderMaintenanceJson(result) {
    const { command, outcome, environment, target, toolVersion, isDryRun, refusals, warnings } = result;
    return `${JSON.stringify({
        schema: 1,
        tool: { name: 'partition-guard', version: toolVersion },
        command,
        outcome,
        environment,
        target,
        dryRun: isDryRun,
        startedAt: result.startedAt.toISOString(),
        durationMs: Math.round(result.durationMs),
        tables: result.tables.map(({ table, partitions, runway, problems }) => ({
            table,
            ...(runway ? { runway: { ...runway, until: (0,domain_range/* boundToJson */.aO)(runway.until) } } : {}),
            problems,
            partitions: partitions.map(({ lower, upper, ...partition }) => ({
                ...partition,
                ...(lower ? { lower: (0,domain_range/* boundToJson */.aO)(lower) } : {}),
                ...(upper ? { upper: (0,domain_range/* boundToJson */.aO)(upper) } : {}),
            })),
        })),
        refusals,
        warnings,
    }, undefined, 2)}\n`;
}

// EXTERNAL MODULE: ./report/maintenance/markdown.js
var markdown = __webpack_require__(74226);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/lines.js
var report_lines = __webpack_require__(85288);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
// EXTERNAL MODULE: ./report/maintenance/wording.js
var maintenance_wording = __webpack_require__(47031);
;// CONCATENATED MODULE: ./report/maintenance/terminal.js





const COLOURS = {
    done: 'green',
    'nothing-to-do': 'green',
    rehearsed: 'yellow',
    failed: 'red',
    refused: 'red',
};
function renderMaintenance(result, options) {
    const { paint, width } = options;
    const { outcome, target, environment, toolVersion, refusals, warnings, tables } = result;
    const place = `${result.command} · ${environment} · database ${target.database} · PostgreSQL ${target.serverVersion}`;
    return (0,report_lines/* text */.Q)([
        `${paint.bold(`partition-guard ${(0,printable/* printable */.g$)(toolVersion)}`)} · ${(0,printable/* printable */.g$)(place)}`,
        '',
        ...tables.flatMap((table) => tableLines(table, options)),
        `  ${paint[COLOURS[outcome]](paint.bold(maintenance_wording/* OUTCOME_WORD */.Go[outcome]))}  ${(0,printable/* printable */.g$)((0,maintenance_wording/* headline */.Pl)(result))}, ${(0,words/* seconds */.YA)(result.durationMs)}`,
        ...(0,report_lines/* wrapped */.k)((0,printable/* printable */.g$)((0,maintenance_wording/* meaning */.ak)(result)), 8, width),
        ...refusals.flatMap(({ hint }) => step(hint, width)),
        ...warnings.flatMap((warning) => (0,report_lines/* wrapped */.k)(`${paint.yellow('⚠')} ${(0,printable/* printable */.g$)(warning)}`, 6, width)),
    ]);
}
const MARKS = {
    created: ['✔', 'green'],
    archived: ['✔', 'green'],
    dropped: ['✔', 'green'],
    detached: ['✔', 'green'],
    moved: ['✔', 'green'],
    restored: ['✔', 'green'],
    unchanged: ['·', 'dim'],
    kept: ['✖', 'red'],
    failed: ['✖', 'red'],
};
function tableLines(table, { paint, width }) {
    const runway = (0,maintenance_wording/* runwayWords */.CP)(table);
    const lines = [
        paint.bold(`  ${(0,printable/* printable */.g$)((0,wording/* shortName */.EU)(table.table))}`),
        ...table.partitions.flatMap((partition) => {
            const [mark, colour] = MARKS[partition.action];
            const said = [
                partition.action,
                (0,wording/* shortName */.EU)(partition.partition),
                (0,maintenance_wording/* rangeWords */.r6)(partition),
                (0,maintenance_wording/* detailWords */.xG)(partition),
            ];
            return [
                `    ${paint[colour](mark)} ${(0,printable/* printable */.g$)(said.filter((part) => part !== '').join('  '))}`,
                ...(partition.reason === undefined ? [] : (0,report_lines/* wrapped */.k)((0,printable/* printable */.g$)(partition.reason), 8, width)),
                ...(partition.hint === undefined ? [] : step(partition.hint, width)),
            ];
        }),
        ...table.problems.flatMap(({ message, hint }) => [
            `    ${paint.red('✖')} ${(0,printable/* printable */.g$)(message)}`,
            ...step(hint, width),
        ]),
        ...(runway === undefined
            ? []
            : [
                `    ${table.runway?.isShort === true ? paint.red('✖') : paint.green('✔')} ${(0,printable/* printable */.g$)(runway)}`,
                ...(table.runway?.isShort === true ? step(maintenance_wording/* RUNWAY_HINT */.dl, width) : []),
            ]),
        '',
    ];
    return lines;
}
/** What to do. */
const step = (hint, width) => (0,report_lines/* wrapped */.k)(`→ ${(0,printable/* printable */.g$)(hint)}`, 8, width);

// EXTERNAL MODULE: ./report-files.js
var report_files = __webpack_require__(25402);
;// CONCATENATED MODULE: ./maintenance-command.js
/** `maintain`, `archive` and `restore` from settings to a result with its reports written: what the command line and the action share. */









/** Premakes, applies the retention, archives, and looks how long writes keep working. */
const runMaintain = (options) => runAndTell('maintain', options, (run, latest) => maintainTables(run, { premake: true, retention: 'as-configured', runway: true }, latest));
/** Writes what is past its retention to verified files, and drops it. */
async function runArchive(options) {
    requirePlace(options, 'where archives go');
    return runAndTell('archive', options, (run, latest) => maintainTables(run, { premake: false, retention: 'archive', runway: false }, latest));
}
/** Puts archived partitions back. */
async function runRestore(options) {
    requirePlace(options, 'where the archives are');
    return runAndTell('restore', options, (run) => restorePartitions(run, options.settings.partitions));
}
function requirePlace({ settings }, what) {
    if (settings.archive !== undefined)
        return;
    throw new operator_error/* OperatorError */.n(`nothing says ${what}`, {
        code: 'archive-place-unknown',
        hint: 'give --archive DIR or --archive s3://BUCKET/PREFIX',
        exitStatus: operator_error/* EXIT */.d.usage,
    });
}
async function runAndTell(command, options, body) {
    const { settings, redact, env, startedAt, onProgress, onSecret } = options;
    await (0,report_files/* requireWritable */.ik)(settings.cwd, settings.reports);
    const result = (0,redaction/* redactResult */.rd)(await runMaintenance({
        command,
        settings,
        env,
        startedAt,
        onProgress: (text) => onProgress(redact(text)),
        redact,
        ...(onSecret ? { onSecret } : {}),
    }, body), redact);
    options.output.write(renderMaintenance(result, options.terminal));
    await (0,report_files/* writeTexts */.qm)(settings.cwd, settings.reports, {
        json: () => renderMaintenanceJson(result),
        markdown: () => (0,markdown/* renderMaintenanceMarkdown */.r)(result),
    });
    return result;
}
function maintenanceExit({ outcome }) {
    switch (outcome) {
        case 'done':
        case 'nothing-to-do':
        case 'rehearsed':
            return operator_error/* EXIT */.d.pass;
        case 'failed':
            return operator_error/* EXIT */.d.fail;
        case 'refused':
            return operator_error/* EXIT */.d.refused;
    }
}


/***/ }),

/***/ 74226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ renderMaintenanceMarkdown)
/* harmony export */ });
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85288);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4416);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47031);




const MARKS = {
    done: '✅',
    'nothing-to-do': '✅',
    rehearsed: '⚠️',
    failed: '❌',
    refused: '❌',
};
/** A summary has an end; so many are shown of each table. */
const MOST = 200;
function renderMaintenanceMarkdown(result) {
    const { command, environment, target, tables, refusals, warnings } = result;
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Q)([
        `### ${MARKS[result.outcome]} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .headline */ .Pl)(result))}`,
        '',
        `${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .meaning */ .ak)(result))} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(command)} of ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(target.database)} in ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(environment)}, PostgreSQL ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(target.serverVersion)}.`,
        '',
        ...refusals.map(({ message, hint }) => `- ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(message)}: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(hint)}`),
        ...tables.flatMap(tableLines),
        ...warnings.map((warning) => `- ⚠️ ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(warning)}`),
    ]);
}
function tableLines(table) {
    const { partitions, problems, runway } = table;
    const told = (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .runwayWords */ .CP)(table);
    const shown = partitions.slice(0, MOST);
    return [
        `#### ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortName */ .EU)(table.table))}`,
        '',
        ...(told === undefined
            ? []
            : [
                `${runway?.isShort === true ? '❌' : '✅'} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(told)}${runway?.isShort === true ? `. ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .RUNWAY_HINT */ .dl)}` : ''}`,
                '',
            ]),
        ...problems.map(({ message, hint }) => `- ❌ ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(message)}: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(hint)}`),
        ...(shown.length === 0
            ? []
            : [
                (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .tableHead */ .PP)(['', 'partition', 'range', 'what became of it']),
                ...shown.map((partition) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .tableRow */ .jD)([
                    (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(partition.action),
                    (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortName */ .EU)(partition.partition)),
                    (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .rangeWords */ .r6)(partition)),
                    (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)([(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .detailWords */ .xG)(partition), partition.reason ?? '', partition.hint ?? '']
                        .filter((part) => part !== '')
                        .join(' · ')),
                ])),
            ]),
        ...(partitions.length > MOST ? [`… and ${partitions.length - MOST} more`] : []),
        '',
    ];
}


/***/ }),

/***/ 47031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ runwayWords),
/* harmony export */   Go: () => (/* binding */ OUTCOME_WORD),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   ak: () => (/* binding */ meaning),
/* harmony export */   dl: () => (/* binding */ RUNWAY_HINT),
/* harmony export */   r6: () => (/* binding */ rangeWords),
/* harmony export */   xG: () => (/* binding */ detailWords)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27066);
/** A maintenance in words: the verdict first, what it means for the rows second, what to do third. */



const OUTCOME_WORD = {
    done: 'DONE',
    'nothing-to-do': 'NOTHING TO DO',
    rehearsed: 'DRY RUN',
    failed: 'FAILED',
    refused: 'REFUSED',
};
const DONE = {
    created: 'created',
    archived: 'archived and dropped',
    dropped: 'dropped',
    detached: 'detached',
    moved: 'moved to the archive schema',
    restored: 'restored',
    unchanged: 'left as they are',
    kept: 'kept',
    failed: 'failed',
};
const ORDER = [
    'failed',
    'kept',
    'archived',
    'dropped',
    'detached',
    'moved',
    'restored',
    'created',
];
const partitionsOf = ({ tables }) => tables.flatMap(({ partitions }) => partitions);
/** One line: what became of how many partitions, or would. */
function headline(result) {
    const [refusal] = result.refusals;
    if (refusal)
        return refusal.message;
    const short = result.tables.filter(({ runway }) => runway?.isShort === true);
    const partitions = partitionsOf(result);
    const parts = ORDER.flatMap((action) => {
        const number = partitions.filter((partition) => partition.action === action).length;
        return number === 0 ? [] : [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number, 'partition')} ${DONE[action]}`];
    });
    const shortfall = short.map(({ table, runway }) => `writes to ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(table)} fail from ${untilWords(runway)}`);
    const problems = result.tables.reduce((sum, { problems: found }) => sum + found.length, 0);
    const all = [...shortfall, ...parts, ...(problems > 0 ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(problems, 'step')} not done`] : [])];
    const told = all.length === 0 ? 'every partition is as it should be' : (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(all);
    return result.isDryRun ? `would be: ${told}; nothing was changed` : told;
}
/** What it means for the rows. */
function meaning(result) {
    const partitions = partitionsOf(result);
    const rows = (actions) => partitions.filter(({ action }) => actions.includes(action)).reduce((sum, { rows: n = 0 }) => sum + n, 0);
    const archived = rows(['archived']);
    const dropped = rows(['dropped']);
    const restored = rows(['restored']);
    if (result.outcome === 'refused' || result.isDryRun)
        return 'No row was touched.';
    const told = [
        ...(archived > 0
            ? [
                `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(archived, 'row')} are in files that were read back and found equal before the partitions went`,
            ]
            : []),
        ...(restored > 0 ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(restored, 'row')} are back, as they were archived`] : []),
        ...(dropped > 0 ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(dropped, 'row')} are gone for good, as configured`] : []),
    ];
    // Without a count nothing is known of rows: only of partitions, from the catalog.
    const uncounted = partitions.filter(({ action, rows: n }) => action === 'dropped' && n === undefined).length;
    if (uncounted > 0)
        told.push(`rows of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(uncounted, 'partition')} went with them, and nobody counted how many`);
    return told.length === 0
        ? 'No partition with rows was let go.'
        : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(told)}.`.replace(/^./, (first) => first.toUpperCase());
}
/** `2024-01-01 to 2024-02-01`. */
const rangeWords = ({ lower, upper }) => lower === undefined || upper === undefined ? '' : `${boundWords(lower)} to ${boundWords(upper)}`;
const boundWords = (bound) => {
    switch (bound.kind) {
        case 'finite':
            return (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShort */ .KS)(bound.at);
        case 'minvalue':
            return 'the beginning';
        case 'maxvalue':
            return 'the end';
    }
};
const untilWords = (runway) => (runway ? boundWords(runway.until) : '');
/** `writes keep working until 2027-01-01, for 404 days; 90 are asked for`. */
function runwayWords({ table, runway }) {
    if (runway === undefined)
        return undefined;
    const { until, days, asked, isShort } = runway;
    if (until.kind !== 'finite' || days === undefined)
        return `writes to ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(table)} keep working for ever`;
    const told = isShort ? `fail from ${boundWords(until)}` : `keep working until ${boundWords(until)}`;
    return `writes to ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(table)} ${told}, ${isShort ? 'in' : 'for'} ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(days, 'day')}; ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .thousands */ .oh)(asked)} are asked for`;
}
const RUNWAY_HINT = 'Make partitions further ahead: --premake N, or the call that changes the interval.';
/** `archived   1,204,332 rows   s3://bookings/…`. */
const detailWords = ({ rows, archive, lockedMs }) => [
    ...(rows === undefined ? [] : [(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rows, 'row')]),
    ...(archive ? [`${archive.location} (${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .thousands */ .oh)(archive.bytes)} bytes)`] : []),
    ...(lockedMs === undefined
        ? []
        : [`writers stood still for at most ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .thousands */ .oh)(Math.max(1, lockedMs))} ms`]),
].join(' · ');


/***/ })

};
