export const id = 7303;
export const ids = [7303,7240];
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

/***/ 9651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ accessOf)
/* harmony export */ });
/* harmony import */ var _github_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51338);
/* harmony import */ var _github_event_shapes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97665);
/* harmony import */ var _github_pull_request_base_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75569);
/* harmony import */ var _wall_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73104);
/** GitHub as this job may ask it: with its token, about what is checked out. */




/** Undefined where no repository is named. */
async function accessOf({ env, cwd, inputs, log }, run) {
    const runCommit = env['GITHUB_SHA'] ?? '';
    return (0,_github_access_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAccess */ .Yh)(run, {
        token: inputs.text('token'),
        clock: _wall_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .wallClock */ .X,
        checkedOut: await (0,_github_pull_request_base_js__WEBPACK_IMPORTED_MODULE_2__/* .checkedOut */ .M)(cwd),
        runCommit: (0,_github_event_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha */ .HH)(runCommit) ? runCommit : undefined,
        onWait: (text) => log.line(text),
    });
}


/***/ }),

/***/ 83766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ linksOf)
/* harmony export */ });
function linksOf({ event, repository, serverUrl, headSha, runUrl, }) {
    const own = repository === undefined ? undefined : `${repository.owner}/${repository.name}`;
    const name = headRepositoryOf(event) ?? own;
    if (name === undefined || headSha === undefined)
        return undefined;
    return { serverUrl, repository: name, sha: headSha, ...(runUrl === undefined ? {} : { runUrl }) };
}
/** A fork's own name, where the commit is a fork's. */
function headRepositoryOf(event) {
    switch (event.kind) {
        case 'pull-request':
            return event.pullRequest.headRepository;
        case 'workflow-run':
            return event.headRepository;
        case 'merge-group':
        case 'push':
        case 'schedule':
        case 'workflow-dispatch':
        case 'other':
            return undefined;
    }
}


/***/ }),

/***/ 17910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nl: () => (/* binding */ commandOf),
  q: () => (/* binding */ linked),
  openTargetRun: () => (/* binding */ openTargetRun),
  A6: () => (/* binding */ played),
  nZ: () => (/* binding */ warningsOf)
});

// EXTERNAL MODULE: ./github/access.js
var access = __webpack_require__(51338);
// EXTERNAL MODULE: ./report/paint.js
var paint = __webpack_require__(17315);
// EXTERNAL MODULE: ./action/github-access.js
var github_access = __webpack_require__(9651);
// EXTERNAL MODULE: ./action/job.js + 3 modules
var action_job = __webpack_require__(33545);
// EXTERNAL MODULE: ./action/links.js
var action_links = __webpack_require__(83766);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./settings/load-configuration.js
var load_configuration = __webpack_require__(32245);
// EXTERNAL MODULE: ./settings/resolve-deploy-settings.js
var resolve_deploy_settings = __webpack_require__(7486);
;// CONCATENATED MODULE: ./action/target-settings.js
/** The inputs of a mode that has to do with a target, as settings; its secrets are masked before anything else is done. */





async function targetSettings({ cwd, env, inputs, log, secrets }, mode, startedAt) {
    const text = (name) => inputs.text(name);
    const settings = await (0,resolve_deploy_settings/* deploySettings */.$)({
        command: mode,
        cwd,
        ...(0,load_configuration.loadConfiguration)(cwd, text('config')),
        optionStyle: 'input',
        env,
        now: BigInt(startedAt.getTime()) * 1000n,
        options: {
            migrations: inputs.lines('migrations'),
            target: text('target'),
            environment: text('environment'),
            plan: text('plan'),
            validated: text('validated'),
            allowUnvalidated: text('allow-unvalidated'),
            allowEnvironment: text('allow-environment'),
            baseline: text('baseline'),
            verify: text('verify'),
            lockTimeout: text('lock-timeout'),
            statementTimeout: text('statement-timeout'),
            retries: text('retries'),
            dryRun: text('dry-run'),
            premake: text('premake'),
            retention: text('retention'),
            archive: text('archive'),
            json: text('json') ?? (await defaultReport(env['RUNNER_TEMP'])),
            markdown: text('markdown'),
        },
    });
    secrets.add(settings.target);
    (0,action_job/* maskSecrets */.Q)({ cwd, env, inputs, log, secrets });
    return settings;
}
/** So that a later step can keep it; in the folder that the runner empties after the job. */
async function defaultReport(parent) {
    if (!parent)
        return undefined;
    // Of its own for each step: an action can be used twice in a job.
    return (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'partition-guard-')), 'report.json');
}

;// CONCATENATED MODULE: ./action/target-mode.js
/** What every mode that has to do with a target is played with. */






async function openTargetRun(job, task, mode, startedAt) {
    const settings = await targetSettings(job, mode, startedAt);
    const github = (0,access/* requireAccess */.wo)(job.env, task.run, await (0,github_access/* accessOf */.Y)(job, task.run));
    return { job, task, startedAt, settings, github, warnings: new Set() };
}
/** What the commands are given, whichever it is. */
function commandOf({ job, startedAt, settings, github, warnings }) {
    const { env, log, secrets } = job;
    return {
        settings,
        env,
        startedAt,
        ...(github === undefined ? {} : { github }),
        output: log.stream,
        terminal: { paint: (0,paint/* createPaint */.X)({ colour: false }) },
        redact: secrets.redact,
        onWarning: (text) => void warnings.add(text),
        onProgress: (text) => log.line(text),
        // The runner is told afterwards: while it obeys nothing, it would print the line that is to mask it.
        onSecret: (secret) => secrets.add(secret),
    };
}
/** While `body` prints, the runner obeys nothing; what it found that is secret is masked in what comes after. */
async function played({ job }, body) {
    try {
        return await job.log.withoutCommands(body);
    }
    finally {
        (0,action_job/* maskSecrets */.Q)(job);
    }
}
/** Where places of its report lead to. */
function linked({ task }) {
    const links = (0,action_links/* linksOf */.h)(task.run);
    return links === undefined ? {} : { links };
}
/** The warnings of a run, as annotations. */
const warningsOf = ({ warnings }, more = []) => [...new Set([...warnings, ...more])].map((message) => ({
    level: 'warning',
    title: 'partition-guard',
    message,
}));


/***/ }),

/***/ 54940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   KS: () => (/* binding */ formatShort),
/* harmony export */   L3: () => (/* binding */ daysInMonth),
/* harmony export */   U_: () => (/* binding */ isLeapYear),
/* harmony export */   Z2: () => (/* binding */ SECOND),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   i7: () => (/* binding */ calendarDayOf),
/* harmony export */   im: () => (/* binding */ formatDay),
/* harmony export */   nV: () => (/* binding */ parseInstant),
/* harmony export */   r4: () => (/* binding */ formatInstant)
/* harmony export */ });
/* unused harmony export MICROSECOND */
/** An instant as microseconds since 1970-01-01T00:00:00Z, PostgreSQL's own resolution; date and timestamp count as UTC. */
const MICROSECOND = 1n;
const SECOND = 1000000n;
const DAY = 86400n * SECOND;
const floorDiv = (a, b) => (a >= 0n ? a / b : -((-a + b - 1n) / b));
/** The farthest from the epoch that a calendar date can be told of, by the limits of JavaScript's Date. */
const FARTHEST = 100000000n * DAY;
/**
 * Midnight UTC of a calendar day; months outside 1 to 12 carry over into the year.
 * @throws RangeError past the years -271821 to 275760.
 */
function instantOf({ year, month, day }) {
    return BigInt(new Date(0).setUTCFullYear(year, month - 1, day)) * 1000n;
}
/** The UTC calendar day that an instant falls on, in the proleptic Gregorian calendar. */
function calendarDayOf(instant) {
    const date = new Date(Number(floorDiv(instant, DAY)) * 86_400_000);
    if (Number.isNaN(date.getTime()))
        throw new RangeError(`${instant} microseconds is past the calendar`);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
const isLeapYear = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
/** Days of a month (1 to 12). */
function daysInMonth(year, month) {
    if (month === 2)
        return isLeapYear(year) ? 29 : 28;
    return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
const pad = (n, width = 2) => String(n).padStart(width, '0');
/** `2026-01-31`. */
function formatDay(instant) {
    const { year, month, day } = calendarDayOf(instant);
    const sign = year < 0 ? '-' : '';
    return `${sign}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
}
/** ISO 8601 in UTC, with microseconds only where there are any: `2026-01-01T00:00:00Z`. */
function formatInstant(instant) {
    const ofDay = instant - floorDiv(instant, DAY) * DAY;
    const seconds = Number(ofDay / SECOND);
    const micros = Number(ofDay % SECOND);
    const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
    return `${formatDay(instant)}T${clock}${micros === 0 ? '' : `.${pad(micros, 6)}`}Z`;
}
/** A date where the instant is midnight, otherwise date and time: for people. */
function formatShort(instant) {
    return instant % DAY === 0n
        ? formatDay(instant)
        : formatInstant(instant).replace('T', ' ').replace('Z', '');
}
const ISO = /^(-?\d{4,6})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?( BC)?$/;
/**
 * Reads what PostgreSQL prints under DateStyle ISO, or an ISO 8601 date or time; without an offset it is UTC.
 * @returns undefined where the text is no finite instant, or one past the calendar.
 */
function parseInstant(text) {
    const m = ISO.exec(text);
    if (!m)
        return undefined;
    const [, y = '', mo, d, h = '0', mi = '0', s = '0', f = '', zone = 'Z', bc] = m;
    if (bc && Number(y) < 1)
        return undefined;
    const year = bc ? 1 - Number(y) : Number(y);
    const month = Number(mo);
    const day = Number(d);
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        return undefined;
    if (Number(mi) > 59 || Number(s) > 60)
        return undefined;
    const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
    const ofDay = BigInt(Number(h) * 3600 + Number(mi) * 60 + Number(s)) * SECOND + BigInt(f.padEnd(6, '0'));
    const offset = offsetOf(zone);
    if (Number.isNaN(midnight) || ofDay > DAY || offset === undefined)
        return undefined;
    const instant = BigInt(midnight) * 1000n + ofDay - offset;
    return instant < -FARTHEST || instant > FARTHEST ? undefined : instant;
}
function offsetOf(zone) {
    if (zone === 'Z')
        return 0n;
    const [h = '0', m = '0', s = '0'] = zone.slice(1).match(/\d{2}/g) ?? [];
    if (Number(h) > 15 || Number(m) > 59 || Number(s) > 59)
        return undefined;
    const seconds = BigInt(Number(h) * 3600 + Number(m) * 60 + Number(s)) * SECOND;
    return zone.startsWith('-') ? -seconds : seconds;
}


/***/ }),

/***/ 50896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ isOneInterval),
/* harmony export */   Lm: () => (/* binding */ INTERVAL_NAMES),
/* harmony export */   Nh: () => (/* binding */ isIntervalName),
/* harmony export */   R1: () => (/* binding */ isAboutOneInterval),
/* harmony export */   XF: () => (/* binding */ intervalOf),
/* harmony export */   e8: () => (/* binding */ partitionsPerYear),
/* harmony export */   rq: () => (/* binding */ nthBound),
/* harmony export */   vy: () => (/* binding */ formatInterval)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/** A partition interval: months, days and microseconds apart, as PostgreSQL keeps them, and the names that it goes by. */

const INTERVAL_NAMES = ['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'];
const months = (n) => ({ months: n, days: 0, microseconds: 0n });
const days = (n) => ({ months: 0, days: n, microseconds: 0n });
const BY_NAME = {
    daily: days(1),
    weekly: days(7),
    monthly: months(1),
    quarterly: months(3),
    'half-yearly': months(6),
    yearly: months(12),
};
const intervalOf = (name) => BY_NAME[name];
const isIntervalName = (text) => INTERVAL_NAMES.includes(text);
/**
 * The nth bound of a series: anchor + n * interval, with the day of the month cut to the month's length as PostgreSQL does.
 * Always counted from the anchor, never from the bound before (31 January would drift).
 */
function nthBound(anchor, interval, n) {
    const { year, month, day } = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(anchor);
    const monthIndex = year * 12 + (month - 1) + interval.months * n;
    const targetYear = Math.floor(monthIndex / 12);
    const targetMonth = monthIndex - targetYear * 12 + 1;
    const ofDay = anchor - (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)({ year, month, day });
    const targetDay = Math.min(day, (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .daysInMonth */ .L3)(targetYear, targetMonth));
    return ((0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)({ year: targetYear, month: targetMonth, day: targetDay }) +
        ofDay +
        BigInt(n) * (BigInt(interval.days) * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ + interval.microseconds));
}
/**
 * Whether [lower, upper) is exactly one interval long, by the calendar, counted from either end:
 * in a series from 31 January, 28 February to 31 March is a month.
 */
const isOneInterval = (lower, upper, interval) => nthBound(lower, interval, 1) === upper || nthBound(upper, interval, -1) === lower;
/** The same, give or take `slack` microseconds: bounds at midnight of a zone move by an hour with its clocks. */
function isAboutOneInterval({ lower, upper }, interval, slack) {
    const near = (a, b) => (a < b ? b - a : a - b) <= slack;
    return near(nthBound(lower, interval, 1), upper) || near(nthBound(upper, interval, -1), lower);
}
/** Partitions a year, where a year is a whole number of them in months. */
const partitionsPerYear = (interval) => interval.months > 0 && interval.days === 0 && interval.microseconds === 0n && 12 % interval.months === 0
    ? 12 / interval.months
    : undefined;
/** As an SQL interval literal's text: `3 months`, `7 days`. */
function formatInterval(interval) {
    const parts = [];
    if (interval.months !== 0)
        parts.push(`${interval.months} ${interval.months === 1 ? 'month' : 'months'}`);
    if (interval.days !== 0)
        parts.push(`${interval.days} ${interval.days === 1 ? 'day' : 'days'}`);
    if (interval.microseconds !== 0n)
        parts.push(`${interval.microseconds} microseconds`);
    return parts.join(' ') || '0 days';
}


/***/ }),

/***/ 53490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ REPORT_TITLES),
/* harmony export */   t: () => (/* binding */ REPORT_KINDS)
/* harmony export */ });
/** The reports that a run may be told to write, by the names of their options. */
const REPORT_KINDS = ['json', 'markdown', 'html', 'sarif', 'junit'];
/** What people call each. */
const REPORT_TITLES = {
    json: 'JSON',
    markdown: 'markdown',
    html: 'HTML',
    sarif: 'SARIF',
    junit: 'JUnit',
};


/***/ }),

/***/ 17315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createPaint)
/* harmony export */ });
/** Colours of the terminal: a few codes, and a painter that leaves text as it is. */
const coded = (open, close) => (text) => text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;
const same = (text) => text;
const COLOURED = {
    red: coded(31, 39),
    green: coded(32, 39),
    yellow: coded(33, 39),
    bold: coded(1, 22),
    dim: coded(2, 22),
};
const PLAIN = { red: same, green: same, yellow: same, bold: same, dim: same };
const createPaint = (options) => options.colour ? COLOURED : PLAIN;


/***/ })

};
