export const id = 4080;
export const ids = [4080];
export const modules = {

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

/***/ 45743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ commonInterval),
/* harmony export */   $0: () => (/* binding */ findGaps),
/* harmony export */   Dh: () => (/* binding */ maintainedWindow),
/* harmony export */   Go: () => (/* binding */ eventsBetween),
/* harmony export */   IS: () => (/* binding */ keyStep),
/* harmony export */   K: () => (/* binding */ firstUncovered),
/* harmony export */   N2: () => (/* binding */ rangePartitions),
/* harmony export */   Oo: () => (/* binding */ partitionAt),
/* harmony export */   Pk: () => (/* binding */ finiteSpans),
/* harmony export */   pW: () => (/* binding */ holdersOf),
/* harmony export */   qs: () => (/* binding */ defaultPartition),
/* harmony export */   sU: () => (/* binding */ findOverlaps)
/* harmony export */ });
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50896);
/* harmony import */ var _range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79064);


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
    .sort((a, b) => (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBounds */ .H1)(a.range.lower, b.range.lower));
const defaultPartition = (layout) => layout.partitions.find((p) => p.kind === 'default');
/** The spans of the partitions that have two finite ends, by lower bound. */
const finiteSpans = (layout) => rangePartitions(layout).flatMap((p) => (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(p.range) ?? []);
/** The interval that all finite partitions of a layout have, where they have one. */
function commonInterval(layout) {
    const spans = finiteSpans(layout);
    if (spans.length === 0)
        return undefined;
    return _interval_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERVAL_NAMES */ .Lm.find((name) => spans.every(({ lower, upper }) => (0,_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .isOneInterval */ .Cf)(lower, upper, (0,_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .intervalOf */ .XF)(name))));
}
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
const findGaps = (layout, window) => (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .subtract */ .Re)((0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .rangeOf */ .be)(window), rangePartitions(layout).map((p) => p.range));
/** Every pair of partitions that claim one instant. */
function findOverlaps(layout) {
    const sorted = rangePartitions(layout);
    return sorted.flatMap((first, i) => {
        const overlapsOfFirst = [];
        for (const second of sorted.slice(i + 1)) {
            if ((0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBounds */ .H1)(second.range.lower, first.range.upper) >= 0)
                break;
            const range = (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .intersection */ .E$)(first.range, second.range);
            if (range)
                overlapsOfFirst.push({ first, second, range });
        }
        return overlapsOfFirst;
    });
}
/** The partition that takes an instant: the range partition that contains it, else the default partition. */
const partitionAt = (layout, at) => rangePartitions(layout).find((p) => (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .contains */ .gR)(p.range, at)) ?? defaultPartition(layout);
/**
 * The first instant at or after `from` that no partition takes.
 * @returns the bound, maxvalue where writes go on for ever; `from` itself where nothing takes it.
 */
function firstUncovered(layout, from) {
    if (defaultPartition(layout))
        return { kind: 'maxvalue' };
    let reached = (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .finite */ .E2)(from);
    for (const { range } of rangePartitions(layout)) {
        if ((0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBounds */ .H1)(range.lower, reached) > 0)
            break;
        if ((0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBounds */ .H1)(range.upper, reached) > 0)
            reached = range.upper;
    }
    return reached;
}
/** Partitions that were made, dropped or detached, replaced under their name, or given another range. */
function eventsBetween(before, after) {
    const gone = before.partitions.filter((b) => !after.partitions.some((a) => a.oid === b.oid));
    const replaced = new Set();
    const events = after.partitions.flatMap((partition) => {
        const same = before.partitions.find((b) => b.oid === partition.oid);
        if (same)
            return hasSameBounds(same, partition) ? [] : [{ kind: 'moved', partition, before: same }];
        const namesake = gone.find((b) => b.name === partition.name);
        if (!namesake)
            return [{ kind: 'made', partition }];
        replaced.add(namesake);
        return [{ kind: 'replaced', partition, before: namesake }];
    });
    const dropped = gone.filter((b) => !replaced.has(b));
    return [...dropped.map((partition) => ({ kind: 'gone', partition })), ...events];
}
const hasSameBounds = (a, b) => a.kind === 'range' && b.kind === 'range' ? (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .equalRanges */ .dk)(a.range, b.range) : a.kind === b.kind;


/***/ }),

/***/ 39654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatLocation)
/* harmony export */ });
/** A place in a migration file. */
const formatLocation = (location) => `${location.file}:${location.line}`;


/***/ }),

/***/ 79064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ overlaps),
/* harmony export */   Du: () => (/* binding */ maxBound),
/* harmony export */   E$: () => (/* binding */ intersection),
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   H1: () => (/* binding */ compareBounds),
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   Lu: () => (/* binding */ formatRange),
/* harmony export */   Q$: () => (/* binding */ MINVALUE),
/* harmony export */   Re: () => (/* binding */ subtract),
/* harmony export */   Vi: () => (/* binding */ minBound),
/* harmony export */   aO: () => (/* binding */ boundToJson),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   dk: () => (/* binding */ equalRanges),
/* harmony export */   ee: () => (/* binding */ spanOf),
/* harmony export */   gR: () => (/* binding */ contains),
/* harmony export */   yF: () => (/* binding */ MAXVALUE)
/* harmony export */ });
/* unused harmony exports containsRange, precedes, immediatelyPrecedes */
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
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

/***/ 361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
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
/** `1,240 ms`; what is shorter than one is told as one. */
const milliseconds = (ms) => ms === 0 ? '0 ms' : `${thousands(Math.max(1, Math.round(ms)))} ms`;


/***/ }),

/***/ 25402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Li: () => (/* binding */ writeReports),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   ik: () => (/* binding */ requireWritable),
/* harmony export */   qm: () => (/* binding */ writeTexts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48670);
/* harmony import */ var _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53490);
/** Writes the reports of a result to the files that are asked for. */




/** Each form is loaded when a report is asked for in it. */
const RENDERERS = {
    json: async () => (await __webpack_require__.e(/* import() */ 4205).then(__webpack_require__.bind(__webpack_require__, 4205))).renderJson,
    markdown: async () => (await Promise.all(/* import() */[__webpack_require__.e(1520), __webpack_require__.e(975)]).then(__webpack_require__.bind(__webpack_require__, 71520))).renderMarkdown,
    html: async () => (await Promise.all(/* import() */[__webpack_require__.e(3353), __webpack_require__.e(5511)]).then(__webpack_require__.bind(__webpack_require__, 15511))).renderHtml,
    sarif: async () => {
        const [{ renderSarif }, { CHECKS }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3455).then(__webpack_require__.bind(__webpack_require__, 63455)),
            __webpack_require__.e(/* import() */ 2112).then(__webpack_require__.bind(__webpack_require__, 22112)),
        ]);
        return (result) => renderSarif(result, CHECKS);
    },
    junit: async () => (await __webpack_require__.e(/* import() */ 4589).then(__webpack_require__.bind(__webpack_require__, 56970))).renderJunit,
};
/** The reports that are asked for, in a fixed order, with whole paths. */
const filesOf = (cwd, reports) => _domain_report_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .REPORT_KINDS */ .t.flatMap((kind) => {
    const file = reports[kind];
    return file === undefined ? [] : [{ kind, file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file) }];
});
async function writeReports(cwd, reports, result) {
    for (const { kind, file } of filesOf(cwd, reports)) {
        const render = await RENDERERS[kind]();
        await orNotWritten(file, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, render(result)));
    }
}
/** What commands on a target write: those of the reports that are asked for and that they have. */
async function writeTexts(cwd, reports, texts) {
    for (const { kind, file } of filesOf(cwd, reports)) {
        const text = texts[kind]?.();
        if (text !== undefined)
            await orNotWritten(file, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, text));
    }
}
/** Before a run, which may take long: its result would be lost. */
async function requireWritable(cwd, reports) {
    for (const { file } of filesOf(cwd, reports)) {
        await orNotWritten(file, async () => {
            await makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
            const existing = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).catch(() => undefined);
            if (existing?.isDirectory())
                throw new Error('it is a folder');
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(existing ? file : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        });
    }
}
/** What Node does by itself never ends where a folder's parent takes none, as /proc does. */
async function makeFolder(folder) {
    if (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder).catch(() => undefined))
        return;
    await makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder).catch((error) => {
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
        throw new _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__/* .OperatorError */ .n(`the report ${file} can't be written: ${error instanceof Error ? error.message : String(error)}`, {
            code: 'report-not-written',
            hint: 'Give a path in a folder that may be written to.',
            cause: error,
        });
    }
}


/***/ }),

/***/ 27066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   MH: () => (/* binding */ listedUpTo),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   ZZ: () => (/* binding */ pageOf),
/* harmony export */   h1: () => (/* binding */ scenarioTitle),
/* harmony export */   mN: () => (/* binding */ shellArgument),
/* harmony export */   qZ: () => (/* binding */ unquoted),
/* harmony export */   yU: () => (/* binding */ withoutSchema)
/* harmony export */ });
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(361);

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
/** What tells a scenario from the others of its result: its name, and the server where several have been joined. */
const labelOf = ({ name, server }) => server === undefined ? name : `${name} on PostgreSQL ${server}`;
/** An argument as a POSIX shell reads it, quoted only where it must be. */
const shellArgument = (text) => /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
/** A table's or column's SQL name without quotes, for headings: `public."Booking"` as `public.Booking`. */
const unquoted = (name) => name.replace(/"((?:[^"]|"")*)"/g, (_, inner) => inner.replaceAll('""', '"'));
/** The last part of a schema-qualified SQL name, unquoted. */
function withoutSchema(name) {
    const parts = name.match(/"(?:[^"]|"")*"|[^."]+/g);
    return unquoted(parts?.at(-1) ?? name);
}
/** Where this repository tells of a check. */
const pageOf = (check) => `docs/checks/${check.startsWith('assertion:') ? 'assertions' : check}.md`;


/***/ })

};
