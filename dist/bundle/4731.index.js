export const id = 4731;
export const ids = [4731];
export const modules = {

/***/ 3879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ isTrueOf),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   yZ: () => (/* binding */ bareName)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/** What a partition's name says of its range: a day, a month, a quarter, a week, a year, or the ends of a range. */

/** The name without its schema, and without quotes, of a name that is printed as SQL reads it. */
function bareName(printed) {
    const parts = [...printed.matchAll(/"((?:[^"]|"")*)"|([^."]+)/g)];
    const last = parts.at(-1);
    return last?.[1]?.replaceAll('""', '"') ?? last?.[2] ?? '';
}
/** Years that a number of four digits is taken for. */
const YEAR = '(?:19|20|21)\\d\\d';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY_OF_MONTH = '(?:0[1-9]|[12]\\d|3[01])';
const GAP = '[_-]?';
const num = (text) => Number(text ?? Number.NaN);
const ORDINALS = ['', 'first', 'second', 'third', 'fourth'];
const spanOfMonths = (year, month, months) => ({
    lower: (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)({ year, month, day: 1 }),
    upper: (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)({ year, month: month + months, day: 1 }),
});
function dayClaim(year, month, day) {
    const lower = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)({ year, month, day });
    // 31 February carries over into March: such a number is no date.
    if ((0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(lower).day !== day)
        return undefined;
    return { unit: 'day', span: { lower, upper: lower + _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ }, words: (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDay */ .im)(lower) };
}
const monthClaim = (year, month) => {
    const span = spanOfMonths(year, month, 1);
    return { unit: 'month', span, words: (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDay */ .im)(span.lower).slice(0, -3) };
};
const partOfYear = (unit, months) => (g) => {
    const n = num(g['part']);
    return {
        unit,
        span: spanOfMonths(num(g['year']), (n - 1) * months + 1, months),
        words: `the ${ORDINALS[n] ?? ''} ${unit} of ${g['year'] ?? ''}`,
    };
};
/** ISO 8601: week 1 is the one with 4 January in it, and weeks begin on Monday. */
function weekClaim(g) {
    const week = num(g['part']);
    if (week < 1 || week > 53)
        return undefined;
    const fourth = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)({ year: num(g['year']), month: 1, day: 4 });
    // 1970-01-01 was a Thursday.
    const weekday = (fourth / _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ + 3n) % 7n;
    const lower = fourth - ((weekday + 7n) % 7n) * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ + BigInt(week - 1) * 7n * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
    return {
        unit: 'week',
        span: { lower, upper: lower + 7n * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ },
        words: `week ${week} of ${g['year'] ?? ''}`,
    };
}
const FORMS = [
    {
        pattern: `(?<year>${YEAR})(?<gap>${GAP})(?<month>${MONTH})\\k<gap>(?<day>${DAY_OF_MONTH})`,
        claim: (g) => dayClaim(num(g['year']), num(g['month']), num(g['day'])),
    },
    {
        pattern: `y(?<year>${YEAR})_?m(?<month>\\d\\d?)_?d(?<day>\\d\\d?)`,
        claim: (g) => num(g['month']) >= 1 && num(g['month']) <= 12
            ? dayClaim(num(g['year']), num(g['month']), num(g['day']))
            : undefined,
    },
    {
        pattern: `y?(?<year>${YEAR})(?:_?m(?<short>0?[1-9]|1[0-2])|${GAP}(?<month>${MONTH}))`,
        claim: (g) => monthClaim(num(g['year']), num(g['short'] ?? g['month'])),
    },
    { pattern: `y?(?<year>${YEAR})${GAP}q(?<part>[1-4])`, claim: partOfYear('quarter', 3) },
    { pattern: `q(?<part>[1-4])[_-](?<year>${YEAR})`, claim: partOfYear('quarter', 3) },
    { pattern: `y?(?<year>${YEAR})${GAP}h(?<part>[12])`, claim: partOfYear('half', 6) },
    { pattern: `h(?<part>[12])[_-](?<year>${YEAR})`, claim: partOfYear('half', 6) },
    { pattern: `y?(?<year>${YEAR})${GAP}w(?<part>\\d\\d?)`, claim: weekClaim },
    { pattern: `w(?<part>\\d\\d?)[_-](?<year>${YEAR})`, claim: weekClaim },
    {
        pattern: `y?(?<year>${YEAR})`,
        claim: (g) => ({ unit: 'year', span: spanOfMonths(num(g['year']), 1, 12), words: g['year'] ?? '' }),
    },
];
/** The first and the last of a range, in one form: `2026_01_2026_03`, `20260101_to_20260401`. */
const PAIRS = [
    `(?<from>${YEAR}(?<gap>${GAP})${MONTH}\\k<gap>${DAY_OF_MONTH})[_-](?:to[_-])?(?<to>${YEAR}\\k<gap>${MONTH}\\k<gap>${DAY_OF_MONTH})`,
    `(?<from>${YEAR}(?<gap>${GAP})${MONTH})[_-](?:to[_-])?(?<to>${YEAR}\\k<gap>${MONTH})`,
    `(?<from>${YEAR})[_-](?:to[_-])?(?<to>${YEAR})`,
];
/** A number in front would make another date of it; letters may only be those of a word before it, or a prefix. */
const BEFORE = '(?:^|[^a-z0-9])(?:p|part|partition)?[_-]?';
const atTheEnd = (pattern) => new RegExp(`${BEFORE}(?:${pattern})$`);
const COMPILED = FORMS.map((form) => ({ ...form, expression: atTheEnd(form.pattern) }));
const COMPILED_PAIRS = PAIRS.map(atTheEnd);
/**
 * What the name says; undefined where it says nothing that can be read. The parent's name is taken off first, so that
 * a number in it is not taken for a date.
 */
function claimOf(partition, parent) {
    const name = partition.startsWith(parent) ? partition.slice(parent.length) : partition;
    const text = name.toLowerCase();
    for (const expression of COMPILED_PAIRS) {
        const found = expression.exec(text);
        if (found && isUntouched(text, found))
            return pairClaim(found.groups?.['from'], found.groups?.['to']);
    }
    for (const { expression, claim } of COMPILED) {
        const found = expression.exec(text);
        if (found && isUntouched(text, found))
            return claim(found.groups ?? {});
    }
    return undefined;
}
/** Words that make of a date the end of a range, or leave open which part of one is meant. */
const OTHER_SENSE = /(?:^|[^a-z])(?:until|till?|before|to|upto|through|thru|pre|post|since|after|from|[lg][te]|prior|past|old(?:er)?|new(?:er)?|legacy|hist(?:ory|oric)?|archived?|rest|min|max)[^a-z]*$/;
/** `05_2026_01` may be any date, and `until_2026` is none: what stands behind a number or such a word is not read. */
function isUntouched(text, { index }) {
    const before = text.slice(0, index);
    return !/\d$/.test(before) && !OTHER_SENSE.test(before);
}
function pairClaim(from, to) {
    const [first, last] = [from, to].map((text) => claimOf(text ?? '', ''));
    if (!first || !last || first.unit !== last.unit || last.span.lower <= first.span.lower)
        return undefined;
    return {
        unit: 'span',
        span: { lower: first.span.lower, upper: last.span.upper },
        last,
        words: `${first.words} to ${last.words}`,
    };
}
/** How far the midnights of a zone are from those of UTC. */
const FARTHEST_ZONE = 14n * 3600000000n;
const MOST_OF_A_WEEK = 3n * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
/**
 * Whether a range is one that a name may be given to.
 * @param local whether its bounds may be midnights of some zone.
 */
function isTrueOf(claim, range, local) {
    const slack = local ? FARTHEST_ZONE : 0n;
    const near = (a, b, by = slack) => (a < b ? b - a : a - b) <= by;
    const { lower, upper } = claim.span;
    const isWithin = range.lower >= lower - slack && range.upper <= upper + slack;
    switch (claim.unit) {
        case 'day':
            return isWithin || near(range.lower, lower);
        // A month's number may be a week's, too, where the partition is a week.
        case 'month':
            return isWithin || near(range.lower, lower) || isWeekOfThatNumber(claim, range, slack);
        // Weeks are counted in several ways, which differ by three days at most.
        case 'week': {
            const most = slack + MOST_OF_A_WEEK;
            return isWithin || (near(range.lower, lower, most) && near(range.upper, upper, most));
        }
        // A fiscal year is called after either of the two that it lies in.
        case 'year':
            return isWithin || (isFiscalYear(range, slack) && range.lower < upper && range.upper > lower);
        case 'quarter':
        case 'half':
            return isWithin;
        // The second half of a pair is the last that is in the range, or its bound.
        case 'span':
            if (claim.last?.unit === 'year' && isWithin)
                return true;
            return near(range.lower, lower) && isWithin && range.upper >= (claim.last?.span.lower ?? upper) - slack;
    }
}
const isFiscalYear = ({ lower, upper }, slack) => {
    const length = upper - lower;
    const startsInJanuary = [lower - slack, lower + slack].some((at) => {
        const { month, day } = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(at);
        return month === 1 && day === 1;
    });
    return !startsInJanuary && length >= 365n * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ - slack && length <= 366n * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ + slack;
};
function isWeekOfThatNumber(claim, range, slack) {
    if (range.upper - range.lower > 7n * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ + slack)
        return false;
    const { year, month } = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(claim.span.lower);
    const week = weekClaim({ year: String(year), part: String(month) });
    return week !== undefined && isTrueOf(week, range, slack > 0n);
}


/***/ }),

/***/ 84559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ wallClockOf),
/* harmony export */   U: () => (/* binding */ areMidnights)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);

/** @returns undefined where the zone is not known here; PostgreSQL knows some by names of its own. */
function wallClockOf(zone) {
    if (/^(?:UTC|GMT|Etc\/(?:UTC|GMT)|UCT|Zulu)$/i.test(zone))
        return (at) => at;
    let format;
    try {
        format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    }
    catch {
        return undefined;
    }
    return (at) => at + offsetAt(format, at);
}
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;
/** In microseconds; east of Greenwich is positive. */
function offsetAt(format, at) {
    const [, sign, h = '0', m = '0', s = '0'] = OFFSET.exec(format.format(new Date(Number(at / 1000n)))) ?? [];
    const seconds = BigInt(Number(h) * 3600 + Number(m) * 60 + Number(s));
    return (sign === '-' ? -seconds : seconds) * 1000000n;
}
/** Whether all instants are midnights there. */
const areMidnights = (instants, wall) => instants.every((at) => wall(at) % _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ === 0n);


/***/ }),

/***/ 98759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ partitionCells),
/* harmony export */   SW: () => (/* binding */ twinCells),
/* harmony export */   qv: () => (/* binding */ changeCells),
/* harmony export */   x_: () => (/* binding */ CHANGE_TITLES)
/* harmony export */ });
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79064);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54804);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26402);




const NAME_LENGTH = 130;
/** Name, range, rows, size. */
function partitionCells(row, { table }, voice) {
    if (row.kind === 'many')
        return [
            `… ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(row.partitions)} more …`,
            (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRange */ .Lu)(row.range),
            (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsWords */ .hc)(row.rows),
            (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesWords */ .Bc)(row.bytes),
        ];
    const { partition, facts } = row;
    const rest = table.rests.find(({ oid }) => oid === partition.oid);
    const rows = rest?.count.kind === 'exact' ? (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rest.count.rows, 'row') : (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsWords */ .hc)(facts?.rows);
    return [
        voice.name(partition.name, NAME_LENGTH),
        rangeWords(partition, facts, voice),
        rows,
        (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesWords */ .Bc)(facts?.bytes),
    ];
}
function rangeWords(partition, facts, voice) {
    if (facts?.kind === 'parent')
        return 'the table itself';
    const range = partition.kind === 'default' ? 'default: what no other one takes' : (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRange */ .Lu)(partition.range);
    if (facts?.kind === 'foreign')
        return `${range}, foreign`;
    const within = facts?.within;
    return within
        ? `${range}, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(within.partitions, 'partition')} by ${within.strategy} of ${voice.name(within.key, NAME_LENGTH)}`
        : range;
}
/** Name, claim, rows, size. */
const twinCells = (twin, voice) => [
    voice.name(twin.name, NAME_LENGTH),
    `${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRange */ .Lu)(twin.range)} ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .claimWords */ .wV)(twin)}, ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .twinWords */ .mW)(twin, voice)}`,
    (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsWords */ .hc)(twin.rows),
    (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesWords */ .Bc)(twin.bytes),
];
const CHANGE_TITLES = [
    'change to',
    'stay',
    'go',
    'are made',
    'rows that move',
    'of them after now',
];
const changeCells = ({ interval, stay, go, make, rows, bytes, ahead }) => [
    interval,
    (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(stay),
    (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(go),
    (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(make),
    rows === 0 ? 'none' : `${(0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsWords */ .hc)(rows)}, ${(0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesWords */ .Bc)(bytes)}`,
    ahead.rows === undefined ? 'unknown' : ahead.rows === 0 ? 'none' : `about ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(ahead.rows)}`,
];


/***/ }),

/***/ 12187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ folded)
/* harmony export */ });
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79064);

/** How many stand for themselves at the beginning, the end, and on each side of now. */
const FIRST = 3;
const LAST = 6;
const AROUND_NOW = 3;
/** Places at which something is wrong: the partitions beside them stand for themselves. */
const MOST_PLACES = 12;
/** Fewer than that are not worth a line that says how many. */
const LEAST_FOLDED = 3;
/** @param most rows up to which nothing is folded. */
function folded({ partitions, problems }, now, most) {
    if (partitions.length <= most)
        return partitions.map((one) => ({ kind: 'one', ...one }));
    const kept = new Set();
    const keep = (from, to) => {
        for (let i = Math.max(0, from); i < Math.min(partitions.length, to); i++)
            kept.add(i);
    };
    keep(0, FIRST);
    keep(partitions.length - LAST, partitions.length);
    const current = partitions.findIndex(({ partition }) => partition.kind === 'range' && (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBounds */ .H1)(partition.range.upper, (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2)(now)) > 0);
    if (current >= 0)
        keep(current - AROUND_NOW, current + AROUND_NOW + 1);
    const ranges = problems.flatMap(({ range }) => range ?? []).slice(0, MOST_PLACES);
    for (const range of ranges) {
        const [before, after] = [placeOf(partitions, range.lower), placeOf(partitions, range.upper)];
        keep(before - 1, before + 1);
        keep(after - 1, after + 1);
    }
    return rowsOf(partitions, kept);
}
/** The first that ends after a bound. */
function placeOf(partitions, bound) {
    const at = partitions.findIndex(({ partition }) => partition.kind === 'range' && (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBounds */ .H1)(partition.range.upper, bound) > 0);
    return at < 0 ? partitions.length : at;
}
function rowsOf(partitions, kept) {
    const rows = [];
    let run = [];
    const end = () => {
        if (run.length < LEAST_FOLDED)
            rows.push(...run.map((one) => ({ kind: 'one', ...one })));
        else
            rows.push(together(run));
        run = [];
    };
    for (const [i, one] of partitions.entries()) {
        if (!kept.has(i)) {
            run.push(one);
            continue;
        }
        end();
        rows.push({ kind: 'one', ...one });
    }
    end();
    return rows;
}
function together(run) {
    const ranges = run.flatMap(({ partition }) => (partition.kind === 'range' ? [partition.range] : []));
    const [first] = ranges;
    const sum = (key) => run.every(({ facts }) => facts?.[key] !== undefined)
        ? run.reduce((all, { facts }) => all + (facts?.[key] ?? 0), 0)
        : undefined;
    const [rows, bytes] = [sum('rows'), sum('bytes')];
    return {
        kind: 'many',
        partitions: run.length,
        range: {
            lower: first?.lower ?? { kind: 'minvalue' },
            upper: ranges.reduce((upper, range) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_0__/* .maxBound */ .Du)(upper, range.upper), first?.upper ?? { kind: 'maxvalue' }),
        },
        ...(rows === undefined ? {} : { rows }),
        ...(bytes === undefined ? {} : { bytes }),
    };
}


/***/ }),

/***/ 54804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   PI: () => (/* binding */ fromNow),
/* harmony export */   mW: () => (/* binding */ twinWords),
/* harmony export */   wV: () => (/* binding */ claimWords)
/* harmony export */ });
/* unused harmony export byTime */
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45743);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79064);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27066);





/** Errors first, else by time. */
function problemsOf(table, coverage, moment) {
    const all = [
        ...runwayProblems(table, coverage, moment),
        ...coverage.gaps.map((gap) => gapProblem(table, gap)),
        ...partialProblems(table),
        ...(table.style === 'inheritance' ? coverage.shared.map(sharedProblem) : []),
        ...unlisted(table, coverage),
        ...table.twins.flatMap((twin) => twinProblem(table, twin, coverage)),
        ...table.rests.flatMap((rest) => restProblem(table, rest)),
    ];
    return [
        ...all.filter(({ severity }) => severity === 'error'),
        ...all.filter(({ severity }) => severity === 'warning'),
    ];
}
function runwayProblems(table, { writesUntil, caughtFrom }, moment) {
    const byDefault = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPartition */ .qs)(table.layout);
    if (table.layout.partitions.length === 0)
        return [problem('runway', 'error', () => 'it has no partition: every write fails')];
    const problems = [];
    if (writesUntil.kind === 'finite' && isSoon(writesUntil.at, moment))
        problems.push(writesUntil.at <= moment.now
            ? problem('runway', 'error', () => 'writes of now fail: no partition takes them')
            : problem('runway', 'warning', () => `writes fail from ${fromNow(writesUntil.at, moment.now)} on: no partition takes them`));
    if (caughtFrom?.kind === 'finite' && isSoon(caughtFrom.at, moment)) {
        const where = byDefault ? restPlace(table, byDefault.name) : () => 'a partition without an upper bound';
        problems.push(problem('caught-by-default', 'warning', (voice) => caughtFrom.at <= moment.now
            ? `rows of now go into ${where(voice)}: no partition of their own takes them`
            : `from ${fromNow(caughtFrom.at, moment.now)} on, rows go into ${where(voice)}`));
    }
    return problems;
}
const problem = (kind, severity, tell, about = {}) => ({
    kind,
    severity,
    tell,
    partitions: about.partitions ?? [],
    ...(about.range ? { range: about.range } : {}),
});
const isSoon = (at, { now, runwayDays }) => at < now + BigInt(runwayDays) * _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
/** `2026-04-01, 45 days from now,`: reads on. */
function fromNow(at, now) {
    return `${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShort */ .KS)(at)} (${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(Number((at - now) / _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_), 'day')} from now)`;
}
/** Where rows end up that have no partition of their own. */
const restPlace = ({ style }, name) => (voice) => style === 'inheritance'
    ? `${voice.name(name)} itself, or where its trigger puts them`
    : `the default partition ${voice.name(name)}`;
function gapProblem(table, { range, within, caughtBy }) {
    const place = (voice) => (within === undefined ? '' : ` within ${voice.name(within)}`);
    const about = { range, partitions: [...(within === undefined ? [] : [within])] };
    if (caughtBy === undefined)
        return problem('gap', 'error', (voice) => `gap: no partition${place(voice)} takes ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(range)}, and writes there fail`, about);
    return problem('gap', 'warning', (voice) => table.style === 'inheritance'
        ? `gap: no table claims ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(range)}; its rows are in ${restPlace(table, caughtBy)(voice)}`
        : `gap: only the default partition ${voice.name(caughtBy)} takes ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(range)}`, about);
}
function partialProblems({ facts, layout }) {
    const nameOf = new Map(layout.partitions.map(({ oid, name }) => [oid, name]));
    return facts.flatMap(({ oid, partial }) => {
        const name = nameOf.get(oid);
        return partial === undefined || name === undefined
            ? []
            : [
                problem('incomplete', 'error', (voice) => `within ${voice.name(name)} ${voice.words(partial)}: writes of some rows fail`, {
                    partitions: [name],
                }),
            ];
    });
}
const sharedProblem = ({ first, second, range }) => problem('overlap', 'error', (voice) => `overlap: the CHECK constraints of ${voice.name(first)} and ${voice.name(second)} both let ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(range)} in`, { range, partitions: [first, second] });
function unlisted({ style }, { shared, sharedPairs }) {
    const more = sharedPairs - shared.length;
    return style === 'declarative' || more <= 0
        ? []
        : [problem('overlap', 'error', () => `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, 'more pair')} of tables overlap`)];
}
const CLAIMED = {
    bound: 'by its bound',
    check: 'by its CHECK constraint',
    name: 'by its name',
};
/** What a twin is, in front of what it claims. */
const twinWords = ({ how, inherits }, voice) => {
    if (how === 'pending')
        return 'half detached';
    return how === 'detached'
        ? 'no partition of it'
        : `inherits from ${inherits === undefined ? 'another table' : voice.name(inherits)}`;
};
const claimWords = ({ by }) => CLAIMED[by];
function twinProblem({ layout }, twin, { gaps }) {
    const partitions = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rangePartitions */ .N2)(layout).filter(({ range }) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .intersection */ .E$)(range, twin.range));
    const empty = gaps.filter(({ range }) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .intersection */ .E$)(range, twin.range));
    const head = (voice) => `the table ${voice.name(twin.name)} (${twinWords(twin, voice)}) claims ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(twin.range)} ${CLAIMED[twin.by]}`;
    const about = { range: twin.range, partitions: [twin.name, ...partitions.map(({ name }) => name)] };
    const pending = twin.how === 'pending'
        ? [
            problem('detach-pending', 'warning', (voice) => `the table ${voice.name(twin.name)} is half detached and takes no rows: ALTER TABLE … DETACH PARTITION … FINALIZE ends it`, about),
        ]
        : [];
    if (partitions.length > 0)
        return [
            ...pending,
            problem('overlap', 'warning', (voice) => `overlap: ${head(voice)}, which ${taking(partitions.map(({ name }) => voice.name(name)))}: rows of that time may be in both`, about),
        ];
    if (empty.length > 0)
        return [
            ...pending,
            problem('gap', 'warning', (voice) => `${head(voice)}, which lies in a gap: it may be the partition that is missing there`, about),
        ];
    return pending;
}
const taking = (names) => {
    const told = names.length <= 3
        ? (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(names)
        : `${names.slice(0, 3).join(', ')} and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(names.length - 3)} more`;
    return `${told} ${names.length === 1 ? 'takes' : 'take'} too`;
};
function restProblem(table, { partition, count: found }) {
    const where = (voice) => table.style === 'inheritance'
        ? `${voice.name(partition)} itself, in no table of a range`
        : `the default partition ${voice.name(partition)}`;
    const about = { partitions: [partition] };
    if (found.kind === 'not-counted' || found.rows === 0)
        return [];
    if (found.kind === 'at-least')
        return [
            problem('default-rows', 'warning', (voice) => `more than ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(found.rows, 'row')}${found.estimate === undefined ? '' : ` (about ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(found.estimate)})`} are in ${where(voice)}`, about),
        ];
    const { rows, nulls, from, to } = found;
    const when = from === undefined || to === undefined ? '' : `, of ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShort */ .KS)(from)} to ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShort */ .KS)(to)}`;
    const keyless = nulls > 0 ? `, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(nulls)} of them without a key` : '';
    return [
        problem('default-rows', 'warning', (voice) => `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'row')} ${rows === 1 ? 'is' : 'are'} in ${where(voice)}${when}${keyless}`, {
            ...about,
            ...(from === undefined || to === undefined || from > to
                ? {}
                : { range: { lower: (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)(from), upper: (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)(to + 1n) } }),
        }),
    ];
}
/** By which a reader finds what comes first. */
const byTime = (a, b) => a.range && b.range ? compareBounds(a.range.lower, b.range.lower) : 0;


/***/ }),

/***/ 47480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TE: () => (/* binding */ renderInspection),
/* harmony export */   jR: () => (/* binding */ inSeverity)
/* harmony export */ });
/* unused harmony export headOf */
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(361);
/* harmony import */ var _deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92397);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85288);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55896);
/* harmony import */ var _cells_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98759);
/* harmony import */ var _fold_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12187);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26402);







/** What a terminal is given of each: the JSON has all. */
const MOST_ROWS = 40;
const MOST_PROBLEMS = 12;
const MOST_TWINS = 10;
const MOST_TABLES = 40;
const MOST_UNJUDGED = 20;
const NAME_LENGTH = 130;
function renderInspection(inspection, options) {
    const { unjudged, notSeen } = inspection;
    const { paint, width } = options;
    const views = inSeverity((0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .viewsOf */ .W6)(inspection));
    const shown = views.slice(0, MOST_TABLES);
    const verdict = (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictWords */ .L2)(views, inspection);
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)([
        ...(0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(factsLine(inspection, paint), 0, undefined),
        '',
        ...(0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(`${MARKS[verdict.state].sign}${verdict.words}`, 2, width).map(paint[MARKS[verdict.state].colour]),
        ...notSeen.flatMap((sentence) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(`? ${_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.words(sentence)}`, 2, width).map(paint.yellow)),
        ...inspection.remarks.flatMap((sentence) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.words(sentence), 2, width).map(paint.dim)),
        ...shown.flatMap((view) => ['', ...tableLines(view, inspection, options)]),
        ...(views.length > shown.length
            ? [
                '',
                `  ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(views.length - shown.length, 'more table')}: the JSON report has all, --table NAME shows one.`,
            ]
            : []),
        ...(unjudged.length > 0 ? [''] : []),
        ...unjudged
            .slice(0, MOST_UNJUDGED)
            .flatMap(({ table, reason, partitions, rows, bytes }) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(`${_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.name(table, NAME_LENGTH)} is not judged: ${_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.words(reason)} (${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(partitions, 'partition')}, ${(0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsWords */ .hc)(rows)}, ${(0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesWords */ .Bc)(bytes)})`, 2, width)),
        ...(unjudged.length > MOST_UNJUDGED
            ? [`  … and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .thousands */ .oh)(unjudged.length - MOST_UNJUDGED)} more not judged`]
            : []),
    ]);
}
/** Which database of which server: its number tells servers apart, and is no secret. */
function factsLine({ target, toolVersion, isStandby }, paint) {
    return [
        paint.bold(`partition-guard ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(toolVersion)}`),
        `database ${_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.name(target.database, 80)} as ${_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.name(target.user, 80)}`,
        `PostgreSQL ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(target.serverVersion)}${isStandby ? ', a standby' : ''}`,
        ...(target.systemIdentifier === undefined ? [] : [`server ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(target.systemIdentifier)}`]),
    ].join(' · ');
}
const RANK = { fails: 0, warns: 1, unseen: 2, well: 3 };
/** What is worst comes first; else by name, as they come. */
const inSeverity = (views) => views.toSorted((a, b) => RANK[a.state] - RANK[b.state]);
const MARKS = {
    fails: { sign: '✖ ', colour: 'red' },
    warns: { sign: '⚠ ', colour: 'yellow' },
    unseen: { sign: '? ', colour: 'yellow' },
    well: { sign: '✔ ', colour: 'green' },
    nothing: { sign: '', colour: 'bold' },
};
function tableLines(view, inspection, { paint, width }) {
    const { table, problems, notSeen, remarks, changes } = view;
    const { twins } = table;
    const runway = (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .runwayWords */ .CP)(view, inspection);
    const told = problems.slice(0, MOST_PROBLEMS);
    const rows = (0,_fold_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .T)(view, inspection.now, MOST_ROWS).map((row) => (0,_cells_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionCells */ .Op)(row, view, _deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI));
    const beside = twins.slice(0, MOST_TWINS).map((twin) => (0,_cells_js__WEBPACK_IMPORTED_MODULE_1__/* .twinCells */ .SW)(twin, _deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI));
    const all = columns([...rows, ...beside], 4);
    return [
        `  ${paint.bold(headOf(view))}`,
        ...told.flatMap((one) => problemLines(one, paint, width)),
        ...(problems.length > told.length
            ? [paint.dim(`    … and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .thousands */ .oh)(problems.length - told.length)} more: the JSON report has all`)]
            : []),
        ...notSeen.flatMap((sentence) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(`? ${sentence(_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI)}`, 4, width).map(paint.yellow)),
        ...(runway === undefined ? [] : (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(runway, 4, width)),
        ...all.slice(0, rows.length),
        ...(beside.length > 0 ? [paint.dim('    beside it, with its columns:'), ...all.slice(rows.length)] : []),
        ...(twins.length > beside.length
            ? [paint.dim(`    … and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .thousands */ .oh)(twins.length - beside.length)} more`)]
            : []),
        ...(changes && changes.length > 0
            ? [
                paint.dim(''),
                ...columns([_cells_js__WEBPACK_IMPORTED_MODULE_1__/* .CHANGE_TITLES */ .x_, ...changes.map(_cells_js__WEBPACK_IMPORTED_MODULE_1__/* .changeCells */ .qv)], 4).map((line, i) => i === 0 ? paint.dim(line) : line),
            ]
            : []),
        ...remarks.flatMap((sentence) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(sentence(_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI), 4, width).map(paint.dim)),
    ];
}
function headOf(view) {
    const { layout, style, keyColumns, zone } = view.table;
    const total = (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .totalOf */ .e6)(view);
    const key = keyColumns.length > 1 ? keyColumns.join(', ') : layout.keyColumn;
    return [
        `${_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.name(layout.table, NAME_LENGTH)}   ${(0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .intervalWords */ .Tj)(view)}`,
        `${style === 'inheritance' ? 'by inheritance, ' : ''}by ${_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.name(key, NAME_LENGTH)} (${layout.keyType}${zone === undefined || zone === 'UTC' || layout.keyType !== 'timestamptz' ? '' : `, midnights of ${_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI.name(zone, 60)}`})`,
        (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsWords */ .hc)(total.rows),
        (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesWords */ .Bc)(total.bytes),
    ].join(', ');
}
function problemLines({ severity, tell }, paint, width) {
    const [mark, colour] = severity === 'error' ? ['✖', paint.red] : ['⚠', paint.yellow];
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(`${mark} ${tell(_deployment_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .TERMINAL_VOICE */ .OI)}`, 4, width).map(colour);
}
/** Cells under each other, the last without blanks after it. */
function columns(rows, indent) {
    const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
    return rows.map((row) => `${' '.repeat(indent)}${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('   ')}`.trimEnd());
}


/***/ }),

/***/ 26402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bc: () => (/* binding */ bytesWords),
  Tj: () => (/* binding */ intervalWords),
  hc: () => (/* binding */ rowsWords),
  CP: () => (/* binding */ runwayWords),
  e6: () => (/* binding */ totalOf),
  L2: () => (/* binding */ verdictWords),
  W6: () => (/* binding */ viewsOf)
});

// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
;// CONCATENATED MODULE: ./domain/coverage.js


const MOST_SHARED = 100;
const EVERYTHING = { lower: { kind: 'minvalue' }, upper: { kind: 'maxvalue' } };
function coverageOf({ layout, facts }, now) {
    const ranges = (0,domain_layout/* rangePartitions */.N2)(layout);
    const byDefault = (0,domain_layout/* defaultPartition */.qs)(layout);
    const factsOf = new Map(facts.map((one) => [one.oid, one]));
    const caught = [];
    const holes = [];
    const own = [];
    const takes = [];
    for (const { oid, name, range } of ranges) {
        const inner = factsOf.get(oid);
        const [empty, rest] = [inner?.holes ?? [], inner?.caught ?? []];
        holes.push(...empty.map((hole) => ({ range: hole, within: name })));
        caught.push(...rest.map((one) => ({ range: one.range, within: name, caughtBy: one.by })));
        if (empty.length + rest.length === 0) {
            takes.push(range);
            own.push(range);
            continue;
        }
        takes.push(...(0,domain_range/* subtract */.Re)(range, empty));
        own.push(...(0,domain_range/* subtract */.Re)(range, [...empty, ...rest.map((one) => one.range)]));
    }
    const window = hullOf(ranges);
    const between = window ? (0,domain_range/* subtract */.Re)(window, ranges.map(({ range }) => range)) : []; // prettier-ignore
    const gaps = [
        ...between.map((range) => ({ range, ...(byDefault ? { caughtBy: byDefault.name } : {}) })),
        ...holes,
        ...caught,
    ].sort((a, b) => (0,domain_range/* compareBounds */.H1)(a.range.lower, b.range.lower));
    const all = byDefault ? (0,domain_range/* subtract */.Re)(EVERYTHING, holes.map(({ range }) => range)) : takes; // prettier-ignore
    const bounded = own.filter(({ upper }) => upper.kind === 'finite');
    const writesUntil = reach(all, now);
    const caughtFrom = reach(bounded, now);
    return {
        gaps,
        ...sharedIn(ranges),
        writesUntil,
        ...((0,domain_range/* compareBounds */.H1)(caughtFrom, writesUntil) < 0 ? { caughtFrom } : {}),
    };
}
/** From the first to the last finite bound, unbounded partitions' own ones too. */
function hullOf(ranges) {
    const bounds = ranges
        .flatMap(({ range: { lower, upper } }) => [lower, upper])
        .filter(({ kind }) => kind === 'finite')
        .sort(domain_range/* compareBounds */.H1);
    const [lower, upper] = [bounds[0], bounds.at(-1)];
    return lower && upper && (0,domain_range/* compareBounds */.H1)(lower, upper) < 0 ? { lower, upper } : undefined;
}
/** The first instant at or after `from` that is in none of the ranges. */
function reach(ranges, from) {
    let reached = (0,domain_range/* finite */.E2)(from);
    for (const { lower, upper } of ranges.toSorted((a, b) => (0,domain_range/* compareBounds */.H1)(a.lower, b.lower))) {
        if ((0,domain_range/* compareBounds */.H1)(lower, reached) > 0)
            break;
        if ((0,domain_range/* compareBounds */.H1)(upper, reached) > 0)
            reached = upper;
    }
    return reached;
}
/** The pairs are counted by search, not one by one: where all share, there are as many as the square of them. */
function sharedIn(sorted) {
    const ranges = sorted.filter(({ range }) => !(0,domain_range/* isEmpty */.Im)(range));
    const shared = [];
    let sharedPairs = 0;
    for (const [i, first] of ranges.entries()) {
        const end = firstFrom(ranges, first.range.upper, i + 1);
        sharedPairs += end - i - 1;
        for (let j = i + 1; j < end && shared.length < MOST_SHARED; j++) {
            const second = ranges[j];
            const range = second && (0,domain_range/* intersection */.E$)(first.range, second.range);
            if (second && range)
                shared.push({ first: first.name, second: second.name, range });
        }
    }
    return { shared, sharedPairs };
}
/** The index, from `low` on, of the first partition that begins at or after a bound. */
function firstFrom(ranges, bound, low) {
    let [from, to] = [low, ranges.length];
    // As it is of nearly all: the next one begins where this one ends.
    const next = ranges[low]?.range;
    if (!next || (0,domain_range/* compareBounds */.H1)(next.lower, bound) >= 0)
        return low;
    while (from < to) {
        const middle = Math.floor((from + to) / 2);
        const range = ranges[middle]?.range;
        if (range && (0,domain_range/* compareBounds */.H1)(range.lower, bound) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/interval.js
var domain_interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./domain/interval-change.js
/** What another interval would come to: partitions that stay, go and are made, and the rows that would lie elsewhere. */


/** Monday 3 January 2000: days are counted from there. */
const MONDAY = (0,instant/* instantOf */.B9)({ year: 2000, month: 1, day: 3 });
const monthOf = (at) => {
    const { year, month } = (0,instant/* calendarDayOf */.i7)(at);
    return year * 12 + month - 1;
};
const dayOf = (at) => {
    const passed = at - MONDAY;
    return Number(passed >= 0n ? passed / instant/* DAY */.d_ : -((-passed + instant/* DAY */.d_ - 1n) / instant/* DAY */.d_));
};
function placed(partition) {
    const { lower, upper } = partition.span;
    const last = upper - 1n;
    return { ...partition, months: [monthOf(lower), monthOf(last)], days: [dayOf(lower), dayOf(last)] };
}
/** The number of the interval that its first (0) or last (1) instant lies in: months from January on, days from a Monday on. */
function placeOf(partition, end, interval) {
    const { months, days } = (0,domain_interval/* intervalOf */.XF)(interval);
    return months > 0 ? Math.floor(partition.months[end] / months) : Math.floor(partition.days[end] / days);
}
const isOnInterval = (partition, interval) => placeOf(partition, 0, interval) === placeOf(partition, 1, interval) && isOfLength(partition.span, interval);
/** The calendar is asked only where the length may be right. */
function isOfLength({ lower, upper }, interval) {
    const { months, days } = (0,domain_interval/* intervalOf */.XF)(interval);
    const length = upper - lower;
    const [least, most] = [BigInt(months * 28 + days) * instant/* DAY */.d_, BigInt(months * 31 + days) * instant/* DAY */.d_];
    return length >= least && length <= most && (0,domain_interval/* isOneInterval */.Cf)(lower, upper, (0,domain_interval/* intervalOf */.XF)(interval));
}
/** @param now in the same wall clock's time. */
const changeTo = (interval, partitions, now) => changeFrom(interval, inOrder(partitions), now);
const inOrder = (partitions) => partitions.map(placed).sort((a, b) => (a.span.lower < b.span.lower ? -1 : 1));
function changeFrom(interval, sorted, now) {
    const going = sorted.filter((one) => !isOnInterval(one, interval));
    const ahead = going.filter(({ span }) => span.lower > now);
    let [make, last] = [0, -Infinity];
    for (const one of going) {
        const [from, to] = [Math.max(placeOf(one, 0, interval), last + 1), placeOf(one, 1, interval)];
        make += Math.max(0, to - from + 1);
        last = Math.max(last, to);
    }
    return {
        interval,
        stay: sorted.length - going.length,
        go: going.length,
        make,
        ...rowsOf(going),
        ...bytesOf(going.filter(({ rows }) => rows !== 0)),
        ahead: { go: ahead.length, ...rowsOf(ahead) },
    };
}
const rowsOf = (partitions) => partitions.every(({ rows }) => rows !== undefined)
    ? { rows: partitions.reduce((sum, { rows }) => sum + (rows ?? 0), 0) }
    : {};
const bytesOf = (partitions) => partitions.every(({ bytes }) => bytes !== undefined)
    ? { bytes: partitions.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) }
    : {};
/** Of each interval that not all partitions are of already, the shortest first. */
function changesOf(partitions, now) {
    if (partitions.length === 0)
        return [];
    const sorted = inOrder(partitions);
    return domain_interval/* INTERVAL_NAMES */.Lm.map((name) => changeFrom(name, sorted, now)).filter(({ go }) => go > 0);
}
/** How many partitions are of which interval, and how many of none, by their number. */
function intervalsAmong(spans) {
    const found = new Map();
    for (const span of spans) {
        const name = domain_interval/* INTERVAL_NAMES */.Lm.find((one) => isOfLength(span, one));
        found.set(name, (found.get(name) ?? 0) + 1);
    }
    return [...found]
        .map(([interval, partitions]) => ({ interval, partitions }))
        .sort((a, b) => b.partitions - a.partitions);
}

// EXTERNAL MODULE: ./domain/zone.js
var domain_zone = __webpack_require__(84559);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/deployment/voice.js
var voice = __webpack_require__(92397);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
// EXTERNAL MODULE: ./report/inspection/problems.js
var inspection_problems = __webpack_require__(54804);
;// CONCATENATED MODULE: ./report/inspection/view.js
/** An inspection as every report of it tells it: what is wrong, what was not seen, and what the rest comes to. */










const VIEWS = new WeakMap();
/** Each report asks for them. */
function viewsOf(inspection) {
    const known = VIEWS.get(inspection);
    if (known)
        return known;
    const made = inspection.tables.map((table) => viewOf(table, inspection));
    VIEWS.set(inspection, made);
    return made;
}
function viewOf(table, inspection) {
    const coverage = coverageOf(table, inspection.now);
    const problems = (0,inspection_problems/* problemsOf */.GW)(table, coverage, inspection);
    const factsOf = new Map(table.facts.map((one) => [one.oid, one]));
    const partitions = view_inOrder(table.layout).map((partition) => ({
        partition,
        facts: factsOf.get(partition.oid),
    }));
    const notSeen = notSeenOf(table);
    const changes = changesIn(table, partitions, inspection);
    return {
        table,
        coverage,
        problems,
        partitions,
        intervals: intervalsAmong(wallSpans(table)),
        ...(changes ? { changes } : {}),
        notSeen,
        remarks: remarksOn(table, partitions),
        state: stateOf(problems, notSeen.length > 0),
    };
}
function stateOf(problems, isUnseen) {
    if (problems.some(({ severity }) => severity === 'error'))
        return 'fails';
    if (problems.length > 0)
        return 'warns';
    return isUnseen ? 'unseen' : 'well';
}
function view_inOrder(layout) {
    const last = (0,domain_layout/* defaultPartition */.qs)(layout);
    return [...(0,domain_layout/* rangePartitions */.N2)(layout), ...(last ? [last] : [])];
}
const UNKNOWN_AFTER_ALL = 3;
function remarksOn({ rests }, partitions) {
    const unknown = partitions.filter(({ facts }) => facts?.rows === undefined && facts?.kind !== 'foreign');
    const names = (voice) => unknown.length <= UNKNOWN_AFTER_ALL
        ? (0,words/* listed */.KE)(unknown.map(({ partition }) => voice.name(partition.name)))
        : (0,wording/* count */.U9)(unknown.length, 'partition');
    const isCaught = rests.some(({ count: found }) => found.kind === 'at-least' || (found.kind === 'exact' && found.rows > 0));
    return [
        ...(unknown.length > 0
            ? [(voice) => `Nobody has estimated the rows of ${names(voice)}: ANALYZE would.`]
            : []),
        ...(isCaught
            ? [
                () => 'Rows in the default partition are not among those that move: they go where a partition is made for them.',
            ]
            : []),
    ];
}
function notSeenOf({ notSeen, rests, layout }) {
    return [
        ...notSeen.map((sentence) => (voice) => voice.words(sentence)),
        ...rests.flatMap(({ partition, count: found }) => found.kind === 'not-counted'
            ? [
                (voice) => `Rows in ${voice.name(partition)}${partition === layout.table ? ' itself' : ', a default partition,'} were not counted${found.estimate === undefined ? '' : ` (the planner's estimate: about ${(0,wording/* thousands */.oh)(found.estimate)})`}: ${voice.words(found.reason)}.`,
            ]
            : []),
    ];
}
const wallSpans = ({ layout, zone }) => {
    const wall = (zone === undefined ? undefined : (0,domain_zone/* wallClockOf */.O)(zone)) ?? ((at) => at);
    return (0,domain_layout/* rangePartitions */.N2)(layout).flatMap(({ range }) => {
        const span = (0,domain_range/* spanOf */.ee)(range);
        return span && span.lower < span.upper ? [{ lower: wall(span.lower), upper: wall(span.upper) }] : [];
    });
};
function changesIn(table, partitions, { now }) {
    const wall = table.zone === undefined ? undefined : (0,domain_zone/* wallClockOf */.O)(table.zone);
    if (!wall)
        return undefined;
    const movable = partitions.flatMap(({ partition, facts }) => {
        const span = partition.kind === 'range' ? (0,domain_range/* spanOf */.ee)(partition.range) : undefined;
        if (!span || span.lower >= span.upper)
            return [];
        const { rows, bytes: size } = facts ?? {};
        return [
            {
                span: { lower: wall(span.lower), upper: wall(span.upper) },
                ...(rows === undefined ? {} : { rows }),
                ...(size === undefined ? {} : { bytes: size }),
            },
        ];
    });
    return movable.length === 0 ? undefined : changesOf(movable, wall(now));
}
/** `24 monthly partitions`, `12 monthly, 2 quarterly and 1 of another length`. */
function intervalWords({ intervals, table: { layout } }) {
    const [only] = intervals;
    const all = layout.partitions.length;
    if (intervals.length === 1 && only?.interval !== undefined)
        return (0,wording/* count */.U9)(all, `${only.interval} partition`);
    if (intervals.length === 0)
        return (0,wording/* count */.U9)(all, 'partition');
    const kinds = intervals.map(({ interval, partitions }) => `${(0,wording/* thousands */.oh)(partitions)} ${interval ?? 'of another length'}`);
    return `${(0,wording/* count */.U9)(all, 'partition')} (${(0,words/* listed */.KE)(kinds)})`;
}
/** Sums of what is known; undefined where something is not. */
function totalOf({ partitions }) {
    const rows = partitions.every(({ facts }) => facts?.rows !== undefined);
    const sizes = partitions.every(({ facts }) => facts?.bytes !== undefined);
    const sum = (key) => partitions.reduce((all, { facts }) => all + (facts?.[key] ?? 0), 0);
    return { ...(rows ? { rows: sum('rows') } : {}), ...(sizes ? { bytes: sum('bytes') } : {}) };
}
const rowsWords = (rows) => rows === undefined ? 'rows unknown' : `about ${(0,wording/* count */.U9)(rows, 'row')}`;
const bytesWords = (size) => size === undefined ? 'size unknown' : (0,voice/* bytes */.ee)(size);
/** How long writes go on, where that is not among the problems already. */
function runwayWords({ coverage: { writesUntil, caughtFrom }, problems, table: { layout, style } }, { now }) {
    if (problems.some(({ kind }) => kind === 'runway'))
        return undefined;
    if (writesUntil.kind === 'finite')
        return `writes keep working until ${(0,inspection_problems/* fromNow */.PI)(writesUntil.at, now)}`;
    if (problems.some(({ kind }) => kind === 'caught-by-default'))
        return undefined;
    const isOpen = (0,domain_layout/* rangePartitions */.N2)(layout).some(({ range }) => range.upper.kind === 'maxvalue');
    const byDefault = (0,domain_layout/* defaultPartition */.qs)(layout) !== undefined;
    const places = [
        ...(isOpen ? ['a partition without an upper bound'] : []),
        ...(byDefault ? [isOpen ? 'the default one' : 'the default partition'] : []),
    ];
    const place = style === 'inheritance' ? 'no table claims rows' : `rows go into ${places.join(' or ')}`;
    return caughtFrom?.kind === 'finite'
        ? `writes keep working without end; from ${(0,instant/* formatShort */.KS)(caughtFrom.at)} on ${place}`
        : 'writes keep working without end';
}
/** What all of it comes to: the first line that is read. */
function verdictWords(views, { unjudged, notSeen, isStandby }) {
    const of = (state) => views.filter((view) => view.state === state).length;
    const [fails, warns, unseen] = [of('fails'), of('warns'), of('unseen')];
    const tables = (0,wording/* count */.U9)(views.length, 'table');
    const other = unjudged.length > 0 ? `; ${(0,wording/* thousands */.oh)(unjudged.length)} more not judged` : '';
    const standby = isStandby ? ' (a standby: it takes no writes itself)' : '';
    if (views.length === 0)
        return { state: 'nothing', words: `No table is partitioned by range on a date or time${other}.` };
    if (fails > 0)
        return {
            state: 'fails',
            words: `${(0,wording/* thousands */.oh)(fails)} of ${tables}: writes fail, or rows overlap${warns > 0 ? `; ${(0,wording/* thousands */.oh)(warns)} with warnings` : ''}${other}${standby}.`,
        };
    if (warns > 0)
        return { state: 'warns', words: `${(0,wording/* thousands */.oh)(warns)} of ${tables} with warnings${other}${standby}.` };
    if (unseen > 0 || notSeen.length > 0)
        return {
            state: 'unseen',
            words: `Nothing wrong was seen in ${tables}, and not everything could be seen${other}${standby}.`,
        };
    return {
        state: 'well',
        words: `${tables}: no gap, no overlap, no row in a default partition, and writes keep working${other}${standby}.`,
    };
}


/***/ }),

/***/ 24731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspectOnTarget: () => (/* binding */ inspectOnTarget)
});

// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./domain/tool-version.js
var tool_version = __webpack_require__(13562);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./postgres/error-code.js
var error_code = __webpack_require__(81248);
// EXTERNAL MODULE: ./deploy/plan/reading.js
var reading = __webpack_require__(24328);
;// CONCATENATED MODULE: ./deploy/inspect/catalog.js
/**
 * Bounds are printed without naming their table, which takes no lock on it; pg_partition_tree would keep one on each
 * table until the transaction ends.
 */
const MEMBERS = `
  select c.oid, n.nspname as schema, c.relname as relation,
         pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
         c.relkind as kind, link.inhparent as parent, coalesce(link.inhdetachpending, false) as "isPending",
         pg_catalog.pg_get_expr(c.relpartbound, 0) as bound, key.partstrat as strategy,
         case when key.partrelid is not null
              then (select pg_catalog.array_agg(coalesce(pg_catalog.quote_ident(a.attname), 'an expression') order by k.place)
                      from pg_catalog.unnest(key.partattrs::int2[]) with ordinality k(attnum, place)
                      left join pg_catalog.pg_attribute a
                        on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum <> 0)
         end as key,
         first_column.attname as "keyColumn",
         case when key_type.typtype = 'd' then pg_catalog.format_type(key_type.typbasetype, null)
              else pg_catalog.format_type(key_type.oid, null) end as "keyType",
         c.reltuples::float8 as estimate, c.relpages as pages,
         case when c.relkind = 'r' and c.reltuples <= 0
              then pg_catalog.pg_stat_get_live_tuples(c.oid)::float8 else 0 end as live
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_inherits link on link.inhrelid = c.oid and c.relispartition
    left join pg_catalog.pg_partitioned_table key on key.partrelid = c.oid
    left join pg_catalog.pg_attribute first_column
      on first_column.attrelid = c.oid and first_column.attnum = key.partattrs[0] and key.partattrs[0] <> 0
    left join pg_catalog.pg_type key_type on key_type.oid = first_column.atttypid
   where (c.relkind = 'p' or c.relispartition) and c.relkind in ('r', 'f', 'p') and c.relpersistence <> 't'
   order by c.oid`;
const readMembers = async (client) => (await client.query(MEMBERS)).rows;
/** What somebody holds, or waits for, alone; of an index its table. Many may be held at once: each is looked up by its number. */
const HELD = `
  select distinct coalesce(i.indrelid, l.relation) as oid, c.relkind = 't' as "isToast"
    from pg_catalog.pg_locks l
    left join pg_catalog.pg_index i on i.indexrelid = l.relation
    left join pg_catalog.pg_class c on c.oid = coalesce(i.indrelid, l.relation)
   where l.locktype = 'relation' and l.mode = 'AccessExclusiveLock' and l.pid <> pg_catalog.pg_backend_pid()
     and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())`;
const OWNERS_OF_TOAST = `
  select c.oid from pg_catalog.pg_class c where c.reltoastrelid = any ($1::oid[])`;
/** Tables that are held alone: themselves, or by an index or their out-of-line values. */
async function readLocked(client) {
    const { rows } = await client.query(HELD);
    const toasts = rows.filter(({ isToast }) => isToast === true).map(({ oid }) => oid);
    const owners = toasts.length === 0 ? [] : (await client.query(OWNERS_OF_TOAST, [toasts])).rows;
    return new Set([...rows, ...owners].map(({ oid }) => oid));
}
/** Only where nobody has estimated its rows is it asked whether there are any. */
const SIZES = `
  select c.oid, pg_catalog.pg_total_relation_size(c.oid)::float8 as bytes,
         case when c.reltuples > 0 then false else pg_catalog.pg_relation_size(c.oid) = 0 end as "isEmpty"
    from pg_catalog.pg_class c where c.oid = any ($1::oid[])`;
/** As the last VACUUM or ANALYZE left them, which opens no table: a session that opens very many needs much memory. */
const ESTIMATED_SIZES = `
  select c.oid, false as "isEmpty",
         (c.relpages + coalesce(i.pages, 0) + coalesce(t.relpages, 0))::float8
           * pg_catalog.current_setting('block_size')::float8 as bytes
    from pg_catalog.pg_class c
    left join pg_catalog.pg_class t on t.oid = c.reltoastrelid and c.reltoastrelid <> 0
    left join (select x.indrelid, pg_catalog.sum(y.relpages) as pages
                 from pg_catalog.pg_index x join pg_catalog.pg_class y on y.oid = x.indexrelid
                group by x.indrelid) i on i.indrelid = c.oid
   where c.oid = any ($1::oid[]) and c.reltuples >= 0 and (c.relpages > 0 or c.reltuples = 0)`;
/** @returns none of tables that are dropped meanwhile, nor, of estimates, of those that nobody has estimated. */
async function readSizesBy(client, sql, oids) {
    const { rows } = await client.query(sql, [oids]);
    return new Map(rows.flatMap(({ bytes, ...size }) => (bytes === null ? [] : [[size.oid, { ...size, bytes }]])));
}
/** Takes a lock on each table for a moment, one after another. */
const readSizes = (client, oids) => readSizesBy(client, SIZES, oids);
const readEstimatedSizes = (client, oids) => readSizesBy(client, ESTIMATED_SIZES, oids);
/** Rows as the planner, the statistics or an empty file tell them; undefined where nothing does. */
function estimatedRows({ kind, estimate, live, pages }, size) {
    if (kind === 'p')
        return 0;
    if (estimate > 0)
        return Math.round(estimate);
    if (live > 0)
        return Math.round(live);
    if (kind === 'f')
        return undefined;
    return (estimate === 0 && pages > 0) || size?.isEmpty === true ? 0 : undefined;
}

// EXTERNAL MODULE: ../../node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(38232);
;// CONCATENATED MODULE: ./deploy/inspect/choose-tables.js
/** Which tables of a database were asked for by name; a name that fits none is the user's mistake. */


const is = ({ schema, name }, one) => one.relation === name && (schema === undefined || schema === one.schema);
/**
 * @param partitions of any table, by which a wrong name is told.
 * @throws OperatorError where a name fits no table, with the nearest that there is.
 */
function chosen(wanted, tables, partitions) {
    const faults = wanted.flatMap((one) => tables.some((table) => is(one, table)) ? [] : [faultOf(one, tables, partitions)]);
    if (faults.length > 0)
        throw new operator_error/* OperatorError */.n(faults.join('\n'), {
            code: 'no-such-table',
            hint: 'Without --table, inspect shows every partitioned table; names are read as SQL reads them.',
        });
    return tables.filter((table) => wanted.some((one) => is(one, table)));
}
function faultOf(wanted, tables, partitions) {
    const partition = partitions.find((one) => is(wanted, one));
    if (partition)
        return `--table: ${wanted.written} is a partition of ${partition.of}; name that`;
    const near = nearest(wanted, tables);
    return `--table: no partitioned table ${wanted.written} is in this database${near === undefined ? '' : ` — did you mean ${near}?`}`;
}
/** By the name, and by the name with its schema: whichever the user wrote. */
function nearest({ schema, name }, tables) {
    const text = (schema === undefined ? name : `${schema}.${name}`).toLowerCase().slice(0, 130);
    const limit = Math.max(2, Math.ceil(name.length / 3));
    const [best] = tables
        .map((one) => ({
        one,
        far: (0,mod/* distance */.Io)(text, (schema === undefined ? one.relation : `${one.schema}.${one.relation}`).toLowerCase()),
    }))
        .filter(({ far }) => far <= limit)
        .sort((a, b) => a.far - b.far);
    return best?.one.name;
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./postgres/connection.js
var connection = __webpack_require__(87388);
;// CONCATENATED MODULE: ./deploy/inspect/count-rests.js




/** Beyond so many it is said how many there are at least. */
const MOST_ROWS = 100_000;
/** For one partition, and for all of a database. */
const ONE_MS = 1_000;
const ALL_MS = 10_000;
/** What a failed count means. */
const WHY = {
    '42501': 'its rows may not be read: GRANT SELECT on it, and USAGE on its schema, or see that no row security hides any',
    '55P03': 'another session holds it alone',
    '57014': `counting it took more than ${ONE_MS / 1000} s`,
    '42P01': 'it was dropped meanwhile',
};
/** Every lock is given back at once, by going back to the savepoint. Rows that a policy hides are an error, not none. */
async function countRest(client, rest) {
    const known = rest.estimate === undefined ? {} : { estimate: rest.estimate };
    const not = (reason) => ({ kind: 'not-counted', reason, ...known });
    if (rest.isForeign)
        return not('its rows are on another server, which is not asked');
    if (rest.isLocked)
        return not('another session holds it alone');
    await client.query('savepoint rest');
    try {
        await client.query(`set local statement_timeout to ${ONE_MS}; set local row_security to off`);
        const key = (0,connection/* quoteIdentifier */.Cm)(rest.keyColumn);
        const { rows } = await client.query(`select pg_catalog.count(*)::text as rows, pg_catalog.count(r.key)::text as keyed,
              pg_catalog.min(r.key)::text as "from", pg_catalog.max(r.key)::text as "to"
         from (select t.${key} as key from ${rest.only ? 'only ' : ''}${rest.name} t limit ${MOST_ROWS + 1}) r`);
        return counted(rows[0], known);
    }
    catch (error) {
        const sqlstate = (0,error_code/* errorCode */.C)(error) ?? '';
        if (!/^[0-9A-Z]{5}$/.test(sqlstate))
            throw error;
        return not(WHY[sqlstate] ?? `PostgreSQL refused to count it (SQLSTATE ${sqlstate})`);
    }
    finally {
        await client.query('rollback to savepoint rest').catch(() => undefined);
    }
}
function counted(row, known) {
    if (!row)
        throw new Error('a count came back empty');
    const [rows, keyed] = [Number(row.rows), Number(row.keyed)];
    if (rows > MOST_ROWS)
        return { kind: 'at-least', rows: MOST_ROWS, ...known };
    const [from, to] = [(0,instant/* parseInstant */.nV)(row.from ?? ''), (0,instant/* parseInstant */.nV)(row.to ?? '')];
    return {
        kind: 'exact',
        rows,
        nulls: rows - keyed,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
    };
}
const NO_TIME_LEFT = `counting default partitions took ${(0,wording/* thousands */.oh)(ALL_MS / 1000)} s already`;

;// CONCATENATED MODULE: ./deploy/inspect/rests.js
/** Counts what is in the default partitions of all tables, as long as there is time for it. */


function restCounter(client, locked) {
    const began = external_node_perf_hooks_.performance.now();
    return (oid, rest) => external_node_perf_hooks_.performance.now() - began > ALL_MS
        ? Promise.resolve({
            kind: 'not-counted',
            reason: NO_TIME_LEFT,
            ...(rest.estimate === undefined ? {} : { estimate: rest.estimate }),
        })
        : countRest(client, { ...rest, isLocked: locked.has(oid) });
}

// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
;// CONCATENATED MODULE: ./domain/check-claim.js
/** What a CHECK constraint says of the range of a column, as the catalog prints its expression. */



const ANY = { lower: domain_range/* MINVALUE */.Q$, upper: domain_range/* MAXVALUE */.yF };
/**
 * The range that rows keep to by this constraint alone; what is said besides, joined by AND, only narrows it.
 * @param expression printed under TimeZone UTC and DateStyle ISO.
 * @returns undefined where it bounds the column at neither end, or never lets a row in.
 */
function rangeOfCheck(expression, column) {
    let range = ANY;
    for (const part of conjuncts(expression)) {
        const claimed = rangeOfComparison(part, column);
        if (claimed && range)
            range = (0,domain_range/* intersection */.E$)(range, claimed);
    }
    if (!range)
        return undefined;
    return range.lower.kind === 'finite' || range.upper.kind === 'finite' ? range : undefined;
}
/** `a AND (b AND c)` as a, b and c; anything else is one. */
function conjuncts(expression) {
    const text = unwrapped(expression.trim());
    const parts = split(text);
    return parts.length === 1 ? [text] : parts.flatMap(conjuncts);
}
/** Without parentheses around the whole. */
function unwrapped(text) {
    let bare = text;
    while (bare.startsWith('(') && closing(bare) === bare.length - 1)
        bare = bare.slice(1, -1).trim();
    return bare;
}
/** Where the first parenthesis ends. */
function closing(text) {
    let depth = 0;
    for (const { at, sign } of signs(text)) {
        if (sign === '(')
            depth++;
        if (sign === ')' && --depth === 0)
            return at;
    }
    return -1;
}
function split(text) {
    const parts = [];
    let [depth, from] = [0, 0];
    for (const { at, sign } of signs(text)) {
        if (sign === '(')
            depth++;
        if (sign === ')')
            depth--;
        if (depth === 0 && text.startsWith(' AND ', at)) {
            parts.push(text.slice(from, at));
            from = at + 5;
        }
    }
    return [...parts, text.slice(from)];
}
/** The characters that stand outside of quotes. */
function* signs(text) {
    let quote;
    for (let at = 0; at < text.length; at++) {
        const sign = text.charAt(at);
        if (quote === undefined && (sign === "'" || sign === '"'))
            quote = sign;
        else if (sign === quote)
            quote = undefined;
        else if (quote === undefined)
            yield { at, sign };
    }
}
const COMPARISON = /^(?<column>"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*) (?<sign>>=|>|<=|<|=) '(?<value>[^']*)'::(?<type>date|timestamp(?:\(\d\))? with(?:out)? time zone)$/u;
function rangeOfComparison(text, { name, type }) {
    const groups = COMPARISON.exec(text)?.groups;
    if (!groups || identifier(groups['column'] ?? '') !== name || !isOfItsKind(groups['type'] ?? '', type))
        return undefined;
    const at = (0,instant/* parseInstant */.nV)(groups['value'] ?? '');
    if (at === undefined)
        return undefined;
    return rangeFrom(groups['sign'] ?? '', at, (0,domain_layout/* keyStep */.IS)(type));
}
const identifier = (text) => text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
/** A date or a timestamp beside a timestamptz means another instant in each session's time zone. */
const isOfItsKind = (literal, type) => type === 'timestamptz' ? literal.endsWith('with time zone') : !literal.endsWith('with time zone');
function rangeFrom(sign, at, step) {
    switch (sign) {
        case '>=':
            return { lower: (0,domain_range/* finite */.E2)(at), upper: domain_range/* MAXVALUE */.yF };
        case '>':
            return { lower: (0,domain_range/* finite */.E2)(at + step), upper: domain_range/* MAXVALUE */.yF };
        case '<=':
            return { lower: domain_range/* MINVALUE */.Q$, upper: (0,domain_range/* finite */.E2)(at + step) };
        case '<':
            return { lower: domain_range/* MINVALUE */.Q$, upper: (0,domain_range/* finite */.E2)(at) };
        default:
            return { lower: (0,domain_range/* finite */.E2)(at), upper: (0,domain_range/* finite */.E2)(at + step) };
    }
}

;// CONCATENATED MODULE: ./deploy/inspect/listed.js
/** Names in a sentence: the first five, and how many more there are. */

const listedUpToFive = (names) => names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 5).join(', ')} and ${(0,wording/* thousands */.oh)(names.length - 5)} more`;

;// CONCATENATED MODULE: ./deploy/inspect/inheritance.js
/** Pure: tables that are partitioned in the old way, by inheritance and CHECK constraints, as layouts. */




/** PostgreSQL's own numbers of the types. */
const TIME_TYPES = {
    '1082': 'date',
    '1114': 'timestamp',
    '1184': 'timestamptz',
};
const timeColumnsOf = ({ columns }) => columns.flatMap((column) => {
    const at = column.lastIndexOf(' ');
    const type = TIME_TYPES[column.slice(at + 1)];
    return type ? [{ name: column.slice(0, at), type }] : [];
});
/** What all CHECK constraints of a table leave of a column's instants; undefined where none bounds it. */
function claimByChecks({ checks }, column) {
    return rangeOfCheck((checks ?? []).map((check) => `(${check})`).join(' AND '), column);
}
/** Every table that others inherit from, and that inherits from none itself. */
function inheritedTables(neighbours, holdingOf) {
    const childrenOf = new Map();
    for (const one of neighbours)
        for (const parent of one.parents)
            childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), one]);
    const leavesOf = (oid) => (childrenOf.get(oid) ?? []).flatMap((child) => childrenOf.has(child.oid) ? leavesOf(child.oid) : [child]);
    const roots = neighbours.filter(({ oid, parents, kind }) => kind === 'r' && parents.length === 0 && childrenOf.has(oid));
    const judged = [];
    const unjudged = [];
    for (const root of roots) {
        const leaves = [...new Set(leavesOf(root.oid))];
        const table = judgedTable(root, leaves, holdingOf);
        if (table)
            judged.push(table);
        else
            unjudged.push({
                table: root.name,
                reason: leaves.some(({ checks }) => checks === null)
                    ? 'tables inherit from it, and those that are locked alone by others could not be read'
                    : 'tables inherit from it, and no CHECK says which range of a date or time each takes',
                partitions: leaves.length,
            });
    }
    return { judged, unjudged };
}
function judgedTable(root, leaves, holdingOf) {
    const [best] = timeColumnsOf(root)
        .map((column) => ({
        column,
        claims: leaves.flatMap((leaf) => {
            const range = claimByChecks(leaf, column);
            return range ? [{ leaf, range }] : [];
        }),
    }))
        .sort((a, b) => b.claims.length - a.claims.length);
    if (!best || best.claims.length === 0)
        return undefined;
    const claiming = new Set(best.claims.map(({ leaf }) => leaf));
    const silent = leaves.filter((leaf) => !claiming.has(leaf));
    const ranges = best.claims.map(({ leaf, range }) => ({
        kind: 'range',
        name: leaf.name,
        oid: leaf.oid,
        rows: holdingOf(leaf).rows ?? 0,
        range,
    }));
    const factsOf = (one, kind) => ({
        oid: one.oid,
        kind,
        ...holdingOf(one),
        holes: [],
        caught: [],
    });
    return {
        root,
        layout: {
            table: root.name,
            keyColumn: best.column.name,
            keyType: best.column.type,
            partitions: [
                ...ranges,
                { kind: 'default', name: root.name, oid: root.oid, rows: holdingOf(root).rows ?? 0 },
            ],
        },
        facts: [
            ...best.claims.map(({ leaf }) => factsOf(leaf, leaf.kind === 'f' ? 'foreign' : 'table')),
            factsOf(root, 'parent'),
        ],
        notSeen: [
            'Which of its tables a row goes to is the work of a trigger, a rule or the application, which is not looked into: ranges are those of CHECK constraints.',
            ...(silent.length > 0
                ? [
                    `${(0,wording/* count */.U9)(silent.length, 'table')} ${silent.length === 1 ? 'inherits' : 'inherit'} from it without a CHECK on ${best.column.name} that can be read: ${listedUpToFive(silent.map(({ name }) => name))}.`,
                ]
                : []),
        ],
    };
}

;// CONCATENATED MODULE: ./deploy/inspect/neighbours.js
const NEIGHBOURS = `
  with inheriting as (
    select h.inhrelid as oid from pg_catalog.pg_inherits h
      join pg_catalog.pg_class child on child.oid = h.inhrelid
     where not child.relispartition and child.relkind in ('r', 'f')
     union
    select h.inhparent from pg_catalog.pg_inherits h
      join pg_catalog.pg_class child on child.oid = h.inhrelid
     where not child.relispartition and child.relkind in ('r', 'f')
  ), keyed as (
    select a.attrelid as oid from pg_catalog.pg_attribute a
     where a.attname = any ($1::name[]) and a.attnum > 0 and not a.attisdropped
  )
  select c.oid, n.nspname as schema, c.relname as relation,
         pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind,
         coalesce((select pg_catalog.array_agg(h.inhparent order by h.inhseqno)
                     from pg_catalog.pg_inherits h where h.inhrelid = c.oid), '{}')::int8[]::text[] as parents,
         coalesce((select pg_catalog.array_agg(a.attname || ' ' || a.atttypid order by a.attname)
                     from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '{}') as columns,
         case when c.oid <> all ($2::oid[])
              then coalesce((select pg_catalog.array_agg(pg_catalog.pg_get_expr(k.conbin, k.conrelid) order by k.conname)
                               from pg_catalog.pg_constraint k
                              where k.conrelid = c.oid and k.contype = 'c'
                                and pg_catalog.to_jsonb(k) ->> 'conenforced' is distinct from 'false'), '{}')
         end as checks,
         c.reltuples::float8 as estimate, c.relpages as pages,
         case when c.relkind = 'r' and c.reltuples <= 0
              then pg_catalog.pg_stat_get_live_tuples(c.oid)::float8 else 0 end as live
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.oid in (select i.oid from inheriting i union select k.oid from keyed k)
     and c.relkind in ('r', 'f', 'p') and not c.relispartition and c.relpersistence <> 't'
     and n.nspname <> all ('{pg_catalog,information_schema,pg_toast}'::name[])
   order by c.oid`;
/**
 * @param keyColumns of the tables that are partitioned by range.
 * @param locked whose constraints are not read.
 */
async function readNeighbours(client, keyColumns, locked) {
    const { rows } = await client.query(NEIGHBOURS, [
        keyColumns,
        [...locked],
    ]);
    return rows.map((row) => ({ ...row, parents: row.parents.map(Number) }));
}

;// CONCATENATED MODULE: ./deploy/inspect/sizes.js


const TRIES = 3;
/** More are not opened one by one: the server would keep what it knows of each in memory. */
const MOST_MEASURED = 5_000;
const LOCK_NOT_AVAILABLE = '55P03';
async function measureSizes(read, tables, locked) {
    const oids = [...new Set(tables.filter(({ kind }) => kind === 'r').map(({ oid }) => oid))];
    if (oids.length > MOST_MEASURED) {
        const sizes = await readEstimatedSizes(read.client, oids);
        return {
            of: (oid) => sizes.get(oid),
            notSeen: [],
            remarks: [
                `There are more than ${(0,wording/* thousands */.oh)(MOST_MEASURED)} tables: sizes are those of the last VACUUM or ANALYZE.`,
            ],
        };
    }
    let without = locked;
    let why = '';
    for (let tries = 0; tries < TRIES; tries++) {
        const wanted = oids.filter((oid) => !without.has(oid));
        const sizes = await read.attempt(() => readSizes(read.client, wanted), (sqlstate) => (why = sqlstate));
        if (sizes)
            return { of: (oid) => sizes.get(oid), notSeen: [], remarks: [] };
        if (why !== LOCK_NOT_AVAILABLE)
            break;
        without = await readLocked(read.client);
    }
    return {
        of: () => undefined,
        remarks: [],
        notSeen: [
            `Sizes could not be measured (SQLSTATE ${why}): another session holds one of the tables alone, or there are too many for the time.`,
        ],
    };
}

// EXTERNAL MODULE: ./postgres/catalog-layout.js
var catalog_layout = __webpack_require__(69708);
;// CONCATENATED MODULE: ./deploy/inspect/within.js


/** @param range its own. */
function innerOf(member, range, keyColumn, childrenOf) {
    const children = childrenOf(member.oid).filter(({ isPending }) => !isPending);
    const key = (member.key ?? []).join(', ');
    const strategy = { r: 'range', l: 'list', h: 'hash' }[member.strategy ?? 'r'];
    const within = { strategy, key, partitions: children.length };
    const whole = { within, holes: [], caught: [], defaults: [], notSeen: [] };
    if (children.length === 0)
        return { ...whole, holes: [range] };
    if (strategy === 'range' && member.keyColumn === keyColumn) {
        const inner = innerRanges(member, range, keyColumn, children, childrenOf);
        return { ...inner, within };
    }
    const deeper = children.some(({ kind }) => kind === 'p') ? [DEEPER] : [];
    if (strategy === 'hash')
        return { ...whole, notSeen: deeper, ...(isWhole(children) ? {} : { partial: lacksRemainders(key) }) };
    if (children.some(({ bound }) => bound === 'DEFAULT'))
        return { ...whole, notSeen: deeper };
    const open = strategy === 'list'
        ? `whether every value of ${key} has a partition is not looked into`
        : `gaps of ${key} are not looked for`;
    return { ...whole, notSeen: [open, ...deeper] };
}
const DEEPER = 'what is partitioned a third time is not looked into';
const lacksRemainders = (key) => `not every remainder of the hash of ${key} has a partition`;
/** Whether hash partitions take every remainder: PostgreSQL lets none overlap. */
function isWhole(children) {
    const shares = children.map(({ bound }) => Number(/modulus (\d+),/.exec(bound ?? '')?.[1] ?? Infinity));
    return Math.abs(shares.reduce((sum, modulus) => sum + 1 / modulus, 0) - 1) < 1e-9;
}
function innerRanges({ name }, range, keyColumn, children, childrenOf) {
    const byDefault = children.find(({ bound }) => bound === 'DEFAULT');
    const parts = children.flatMap((child) => {
        const own = child.bound === null ? undefined : (0,catalog_layout/* rangeOfBound */.F6)(child.bound);
        const part = own && (0,domain_range/* intersection */.E$)(own, range);
        return part ? [{ child, part }] : [];
    });
    const unread = children.length - parts.length - (byDefault ? 1 : 0);
    const deeper = parts.flatMap(({ child, part }) => child.kind === 'p' ? [innerOf(child, part, keyColumn, childrenOf)] : []);
    const left = (0,domain_range/* subtract */.Re)(range, parts.map(({ part }) => part)); // prettier-ignore
    // A default partition that is partitioned itself, into nothing, takes nothing.
    const takesRest = byDefault && !(byDefault.kind === 'p' && childrenOf(byDefault.oid).length === 0);
    const partial = deeper.flatMap((one) => one.partial ?? [])[0];
    return {
        ...(partial === undefined ? {} : { partial }),
        holes: [...(takesRest ? [] : left), ...deeper.flatMap(({ holes }) => holes)],
        caught: [
            ...(takesRest ? left.map((one) => ({ range: one, by: byDefault.name })) : []),
            ...deeper.flatMap(({ caught }) => caught),
        ],
        defaults: [...(takesRest ? [byDefault] : []), ...deeper.flatMap(({ defaults }) => defaults)],
        notSeen: [
            ...(unread > 0 ? [`bounds within ${name} lie outside of its own range, or can't be read`] : []),
            ...deeper.flatMap(({ notSeen }) => notSeen),
        ],
    };
}

;// CONCATENATED MODULE: ./deploy/inspect/tables.js





class Forest {
    roots;
    #children = new Map();
    constructor(members) {
        const roots = [];
        for (const member of members) {
            if (member.parent === null)
                roots.push(member);
            else {
                const siblings = this.#children.get(member.parent);
                if (siblings)
                    siblings.push(member);
                else
                    this.#children.set(member.parent, [member]);
            }
        }
        // A partition whose DETACH CONCURRENTLY is half done may have lost its link: it is no table of its own.
        this.roots = roots.filter(({ kind, bound }) => kind === 'p' && bound === null);
    }
    childrenOf = (oid) => this.#children.get(oid) ?? [];
    /** The tables that hold a member's rows. */
    leavesOf(member) {
        if (member.kind !== 'p')
            return [member];
        return this.childrenOf(member.oid).flatMap((child) => this.leavesOf(child));
    }
    /** Partitions at every depth. */
    under(member) {
        return this.childrenOf(member.oid).flatMap((child) => [child, ...this.under(child)]);
    }
}
/** Rows and bytes of tables together. */
function holdingOf(leaves, sizeOf) {
    let [rows, bytes] = [0, 0];
    for (const leaf of leaves) {
        const size = sizeOf(leaf.oid);
        const own = estimatedRows(leaf, size);
        rows = rows === undefined || own === undefined ? undefined : rows + own;
        bytes = bytes === undefined || size === undefined ? undefined : bytes + size.bytes;
    }
    return { ...(rows === undefined ? {} : { rows }), ...(bytes === undefined ? {} : { bytes }) };
}
/** @returns why it is not judged, where it is not. */
function readTable(forest, root, sizeOf) {
    const children = forest.childrenOf(root.oid);
    const keyType = catalog_layout/* KEY_TYPES */.WJ[root.keyType ?? ''];
    const unjudged = (reason) => ({
        table: root.name,
        reason,
        partitions: children.length,
        ...holdingOf(forest.leavesOf(root), sizeOf),
    });
    if (root.strategy !== 'r' || root.keyColumn === null || !keyType)
        return unjudged(whyUnjudged(root));
    const keyColumn = root.keyColumn;
    const partitions = [];
    const facts = [];
    const pending = [];
    const inners = [];
    const empty = [];
    for (const child of children) {
        const range = child.bound === null ? undefined : (0,catalog_layout/* rangeOfBound */.F6)(child.bound);
        if (!range && child.bound !== 'DEFAULT')
            return unjudged(`the bounds of ${child.name} can't be read: they are past the calendar`);
        if (child.isPending) {
            if (range)
                pending.push({ member: child, range });
            continue;
        }
        const leaves = forest.leavesOf(child);
        if (!range && leaves.length === 0) {
            empty.push(child.name);
            continue;
        }
        const holding = holdingOf(leaves, sizeOf);
        const inner = child.kind === 'p' && range ? innerOf(child, range, keyColumn, forest.childrenOf) : undefined;
        if (inner)
            inners.push(inner);
        const shared = { name: child.name, oid: child.oid, rows: holding.rows ?? 0 };
        partitions.push(range ? { kind: 'range', ...shared, range } : { kind: 'default', ...shared });
        facts.push({
            oid: child.oid,
            kind: child.kind === 'p' ? 'partitioned' : child.kind === 'f' ? 'foreign' : 'table',
            ...holding,
            ...(inner ? { within: inner.within } : {}),
            ...(inner?.partial === undefined ? {} : { partial: inner.partial }),
            holes: inner?.holes.filter((one) => !(0,domain_range/* isEmpty */.Im)(one)) ?? [],
            caught: inner?.caught.filter(({ range: one }) => !(0,domain_range/* isEmpty */.Im)(one)) ?? [],
        });
    }
    const own = children.filter(({ name, bound, isPending }) => bound === 'DEFAULT' && !isPending && !empty.includes(name));
    return {
        root,
        keyType,
        layout: { table: root.name, keyColumn, keyType, partitions },
        facts,
        defaults: [...own, ...inners.flatMap(({ defaults }) => defaults)],
        pending,
        notSeen: [
            ...severalColumns(root),
            ...withinWords(inners),
            ...empty.map((name) => `The default partition ${name} is partitioned itself, into nothing: it takes no row.`),
        ],
    };
}
function severalColumns({ key }) {
    const [first, ...others] = key ?? [];
    return others.length === 0
        ? []
        : [
            `Partitions are judged by ${first ?? ''} alone, the first column of the key: whether each value of ${others.join(', ')} has one is not looked into.`,
        ];
}
/** What is the same of many is said once. */
function withinWords(inners) {
    const told = new Map();
    for (const words of inners.flatMap(({ notSeen }) => [...new Set(notSeen)]))
        told.set(words, (told.get(words) ?? 0) + 1);
    return [...told].map(([words, times]) => `Within ${(0,wording/* count */.U9)(times, 'partition')} ${words}.`);
}
function whyUnjudged({ strategy, keyColumn, keyType }) {
    if (strategy !== 'r')
        return `it is partitioned by ${strategy === 'l' ? 'list' : 'hash'}, not by range`;
    if (keyColumn === null)
        return 'an expression is its partition key';
    return `its partition key ${keyColumn} is ${keyType ?? 'of an unknown type'}, not a date or time`;
}

// EXTERNAL MODULE: ./domain/partition-name.js
var partition_name = __webpack_require__(3879);
;// CONCATENATED MODULE: ./deploy/inspect/twins.js



/** @param neighbours with the table's own columns among them. */
function twinsOf(search, neighbours, holdingOf) {
    const columns = neighbours.find(({ oid }) => oid === search.oid)?.columns.join('\n');
    const nameOf = new Map(neighbours.map(({ oid, name }) => [oid, name]));
    const parents = new Set(neighbours.flatMap((one) => one.parents));
    return neighbours.flatMap((one) => {
        if (one.kind === 'p' || one.oid === search.oid || parents.has(one.oid))
            return [];
        if (search.partitions.has(one.oid) || one.columns.join('\n') !== columns)
            return [];
        const claimed = claimIn(one, search);
        if (!claimed)
            return [];
        const [parent] = one.parents;
        const inherits = parent === undefined ? undefined : nameOf.get(parent);
        return [
            {
                oid: one.oid,
                name: one.name,
                kind: one.kind === 'f' ? 'foreign' : 'table',
                how: parent === undefined ? 'detached' : 'inherited',
                ...(inherits === undefined ? {} : { inherits }),
                ...claimed,
                ...holdingOf(one),
            },
        ];
    });
}
/** A constraint binds its rows; a name counts only where it has the table's own in it. */
function claimIn(one, { table, keyColumn, keyType }) {
    const range = claimByChecks(one, { name: keyColumn, type: keyType });
    if (range)
        return { by: 'check', range };
    const parent = (0,partition_name/* bareName */.yZ)(table);
    const at = one.relation.indexOf(parent);
    if (at < 0)
        return undefined;
    const rest = one.relation
        .slice(at)
        .replace(/_(?:old|detached|backup|bak|copy|gone|tmp|temp|new)(?:_?\d+)?$/i, '');
    const claim = (0,partition_name/* claimOf */._B)(rest, parent);
    return claim ? { by: 'name', range: (0,domain_range/* rangeOf */.be)(claim.span) } : undefined;
}

;// CONCATENATED MODULE: ./deploy/inspect/whole-table.js


/** More default partitions within partitions than that are told of by their estimates. */
const MOST_RESTS = 20;
async function inspectedRoot(judged, doors) {
    const { root, layout, facts, defaults, pending } = judged;
    const rests = [];
    for (const one of defaults.slice(0, MOST_RESTS))
        rests.push({
            oid: one.oid,
            partition: one.name,
            count: await countDefault(one, layout.keyColumn, doors),
        });
    const left = defaults.length - rests.length;
    const twins = [
        ...pending.map(({ member, range }) => pendingTwin(member, range, doors)),
        ...besides(layout, root.oid, doors),
    ];
    return {
        layout: withCounts(layout, rests),
        style: 'declarative',
        keyColumns: root.key ?? [],
        ...zoned(layout, doors),
        facts,
        rests,
        twins,
        notSeen: [
            ...judged.notSeen,
            ...(left > 0 ? [`${String(left)} more default partitions within partitions were not counted.`] : []),
            ...foreignWords(facts),
        ],
    };
}
async function inspectedInheritance({ root, layout, facts, notSeen }, doors) {
    const estimate = doors.holdingOf(root).rows;
    const count = await doors.countRest(root.oid, {
        name: root.name,
        keyColumn: layout.keyColumn,
        only: true,
        isForeign: false,
        ...(estimate === undefined ? {} : { estimate }),
    });
    const rests = [{ oid: root.oid, partition: root.name, count }];
    return {
        layout: withCounts(layout, rests),
        style: 'inheritance',
        keyColumns: [layout.keyColumn],
        ...zoned(layout, doors),
        facts,
        rests,
        twins: besides(layout, root.oid, doors),
        notSeen,
    };
}
function zoned(layout, { zoneOf }) {
    const zone = zoneOf(layout);
    return zone === undefined ? {} : { zone };
}
const besides = (layout, oid, { neighbours, holdingOf }) => twinsOf({
    oid,
    table: layout.table,
    keyColumn: layout.keyColumn,
    keyType: layout.keyType,
    partitions: new Set(layout.partitions.map((one) => one.oid)),
}, neighbours, holdingOf);
function countDefault(one, keyColumn, { countRest, forest, holdingOf }) {
    const leaves = forest.leavesOf(one);
    const known = leaves.map((leaf) => holdingOf(leaf).rows);
    const estimate = known.every((rows) => rows !== undefined)
        ? known.reduce((sum, rows) => sum + (rows ?? 0), 0)
        : undefined;
    return countRest(one.oid, {
        name: one.name,
        keyColumn,
        only: false,
        isForeign: leaves.some(({ kind }) => kind === 'f'),
        ...(estimate === undefined ? {} : { estimate }),
    });
}
/** With what was counted in place of what was estimated. */
function withCounts(layout, rests) {
    const exact = new Map(rests.flatMap(({ oid, count }) => (count.kind === 'exact' ? [[oid, count.rows]] : [])));
    return {
        ...layout,
        partitions: layout.partitions.map((one) => one.kind === 'default' ? { ...one, rows: exact.get(one.oid) ?? one.rows } : one),
    };
}
function pendingTwin({ oid, name, kind, ...rest }, range, { holdingOf }) {
    return {
        oid,
        name,
        kind: kind === 'f' ? 'foreign' : 'table',
        how: 'pending',
        by: 'bound',
        range,
        ...holdingOf({ oid, kind, estimate: rest.estimate, live: rest.live, pages: rest.pages }),
    };
}
function foreignWords(facts) {
    const foreign = facts.filter(({ kind }) => kind === 'foreign').length;
    return foreign === 0
        ? []
        : [
            `${(0,wording/* count */.U9)(foreign, 'partition')} ${foreign === 1 ? 'is a foreign table' : 'are foreign tables'}: other servers hold the rows, and were not asked for their number or size.`,
        ];
}

// EXTERNAL MODULE: ./domain/zone.js
var zone = __webpack_require__(84559);
;// CONCATENATED MODULE: ./deploy/inspect/zones.js
/** In which time zone the bounds of a timestamptz are midnights: UTC, or the one that the database has. */



function zoneFinder(databaseZone) {
    const local = (0,zone/* wallClockOf */.O)(databaseZone);
    return (layout) => {
        const bounds = finiteBounds(layout);
        if ((0,zone/* areMidnights */.U)(bounds, (at) => at))
            return 'UTC';
        return layout.keyType === 'timestamptz' && local && (0,zone/* areMidnights */.U)(bounds, local)
            ? databaseZone
            : undefined;
    };
}
const finiteBounds = ({ partitions }) => partitions.flatMap((one) => one.kind === 'range'
    ? [one.range.lower, one.range.upper].flatMap((bound) => (bound.kind === 'finite' ? [bound.at] : []))
    : []);

;// CONCATENATED MODULE: ./deploy/inspect/inspect-target.js















/** A lock that is not there at once is not waited for. */
const IMPATIENT = `
  set local lock_timeout to '100ms';
  set local jit to off`;
const inspectTarget = (target, request) => (0,reading/* reading */.h)(target.client, async (client) => {
    const { rows } = await client.query('select pg_catalog.pg_is_in_recovery() as "isStandby", pg_catalog.current_setting(\'TimeZone\') as zone');
    return rows[0] ?? { isStandby: false, zone: 'UTC' };
}, async (read, session) => {
    const { client } = read;
    await client.query(IMPATIENT);
    const locked = await inTime(readLocked(client));
    const forest = new Forest(await inTime(readMembers(client)));
    const keyColumns = [...new Set(forest.roots.flatMap(({ keyColumn }) => keyColumn ?? []))];
    const notSeen = [];
    const neighbours = (await read.attempt(() => readNeighbours(client, keyColumns, locked), (sqlstate) => notSeen.push(`Tables beside the partitions could not be read (SQLSTATE ${sqlstate}): detached and inherited ones are not told of.`))) ?? [];
    const named = namedIn(forest, neighbours, request, notSeen);
    const concerned = new Set(named.map(({ oid }) => oid));
    const leaves = forest.roots
        .filter(({ oid }) => concerned.has(oid))
        .flatMap((root) => forest.leavesOf(root));
    const sizes = await measureSizes(read, [...leaves, ...neighbours], locked);
    notSeen.push(...sizes.notSeen);
    const all = forest.roots
        .filter(({ oid }) => concerned.has(oid))
        .map((root) => readTable(forest, root, sizes.of));
    const judged = all.filter((one) => 'root' in one);
    const holding = (one) => holdingOf([one], sizes.of);
    const inherited = inheritedTables(neighbours, holding);
    const parents = inherited.judged.filter(({ root }) => concerned.has(root.oid));
    const doors = {
        neighbours,
        holdingOf: holding,
        zoneOf: zoneFinder(session.zone),
        countRest: restCounter(client, locked),
        forest,
    };
    const tables = [
        ...(await inTurn(judged, (one) => inspectedRoot(one, doors))),
        ...(await inTurn(parents, (one) => inspectedInheritance(one, doors))),
    ];
    return {
        target: target.facts,
        isStandby: session.isStandby,
        toolVersion: tool_version/* TOOL_VERSION */.w,
        now: request.now,
        runwayDays: request.runwayDays,
        isLimited: request.wanted !== undefined || request.configured !== undefined,
        tables: tables.sort((a, b) => (a.layout.table < b.layout.table ? -1 : 1)),
        unjudged: [
            ...all.flatMap((one) => ('root' in one ? [] : [one])),
            ...inherited.unjudged.filter(({ table }) => named.some(({ name }) => name === table)),
        ].sort((a, b) => (a.table < b.table ? -1 : 1)),
        remarks: sizes.remarks,
        notSeen: [...notSeen, ...lockedWords(locked, [...leaves, ...neighbours])],
    };
});
/** Without these two there is nothing to tell. */
async function inTime(read) {
    try {
        return await read;
    }
    catch (error) {
        if (!['57014', '55P03'].includes((0,error_code/* errorCode */.C)(error) ?? ''))
            throw error;
        throw new operator_error/* OperatorError */.n('the catalog of this database could not be read in time', {
            code: 'catalog-not-read',
            hint: 'Try again when the server is less busy, or when no session locks the catalog itself (VACUUM FULL of it does).',
            exitStatus: operator_error/* EXIT */.d.fault,
            cause: error,
        });
    }
}
async function inTurn(all, inspect) {
    const done = [];
    for (const one of all)
        done.push(await inspect(one));
    return done;
}
/** What is partitioned, and what others inherit from: all, or those that are asked for. */
function namedIn(forest, neighbours, { wanted, configured }, notSeen) {
    const parents = new Set(neighbours.flatMap((one) => one.parents));
    const tables = [
        ...forest.roots,
        ...neighbours.filter((one) => one.kind === 'r' && one.parents.length === 0 && parents.has(one.oid)),
    ];
    if (wanted) {
        const partitions = forest.roots.flatMap((root) => forest.under(root).map((one) => ({ ...one, of: root.name })));
        return chosen(wanted, tables, partitions);
    }
    if (!configured)
        return tables;
    const isOne = (table, { schema, name }) => table.relation === name && (schema === undefined || schema === table.schema);
    const missing = configured.filter((one) => !tables.some((table) => isOne(table, one)));
    if (missing.length > 0)
        notSeen.push(`The configuration names ${(0,wording/* count */.U9)(missing.length, 'table')} that ${missing.length === 1 ? 'is' : 'are'} not partitioned in this database: ${listedUpToFive(missing.map(({ written }) => written))}.`);
    return tables.filter((table) => configured.some((one) => isOne(table, one)));
}
function lockedWords(locked, concerned) {
    const held = concerned.filter(({ oid }) => locked.has(oid)).map(({ name }) => name);
    return held.length === 0
        ? []
        : [
            `Another session holds ${(0,wording/* count */.U9)(held.length, 'table')} alone, or waits to: ${listedUpToFive(held)}. What they weigh, hold and are bound by was not read; their ranges are told.`,
        ];
}

// EXTERNAL MODULE: ./deploy/target.js + 14 modules
var target = __webpack_require__(14705);
// EXTERNAL MODULE: ./domain/redaction.js
var redaction = __webpack_require__(27108);
// EXTERNAL MODULE: ./report/inspection/view.js + 2 modules
var inspection_view = __webpack_require__(26402);
;// CONCATENATED MODULE: ./report/inspection/json.js




/** Texts go into JSON as they are. */
const PLAIN = { name: (text) => text, words: (text) => text };
function renderInspectionJson(inspection) {
    const { target, toolVersion, now, unjudged, notSeen, isStandby, runwayDays, isLimited } = inspection;
    const views = (0,inspection_view/* viewsOf */.W6)(inspection);
    const document = {
        schema: 1,
        tool: { name: 'partition-guard' },
        kind: 'inspection',
        toolVersion,
        target: {
            database: target.database,
            user: target.user,
            serverVersion: target.serverVersion,
            ...(target.systemIdentifier === undefined ? {} : { systemIdentifier: target.systemIdentifier }),
            standby: isStandby,
        },
        inspectedAt: (0,instant/* formatInstant */.r4)(now),
        runwayDays,
        limited: isLimited,
        state: (0,inspection_view/* verdictWords */.L2)(views, inspection).state,
        tables: views.map((view) => tableToJson(view)),
        notJudged: unjudged.map(({ table, reason, partitions, rows, bytes }) => ({
            table,
            reason,
            partitions,
            ...known({ rows, bytes }),
        })),
        notSeen,
        remarks: inspection.remarks,
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function tableToJson({ table, coverage, problems, partitions, intervals, changes, notSeen, state, }) {
    const { layout, style, keyColumns, zone, rests, twins } = table;
    const interval = (0,domain_layout/* commonInterval */.$$)(layout) ?? (intervals.length === 1 ? intervals[0]?.interval : undefined);
    const { gaps, shared, sharedPairs, writesUntil, caughtFrom } = coverage;
    return {
        table: layout.table,
        state,
        style,
        keyColumn: layout.keyColumn,
        keyColumns,
        keyType: layout.keyType,
        ...(zone === undefined ? {} : { zone }),
        ...(interval === undefined ? {} : { interval }),
        intervals: intervals.map((one) => ({ interval: one.interval ?? null, partitions: one.partitions })),
        problems: problems.map(({ kind, severity, tell, range, partitions: concerned }) => ({
            kind,
            severity,
            message: tell(PLAIN),
            ...(range ? rangeToJson(range) : {}),
            partitions: concerned,
        })),
        notSeen: notSeen.map((sentence) => sentence(PLAIN)),
        partitions: partitions.map(({ partition, facts }) => ({
            partition: partition.name,
            ...(partition.kind === 'range'
                ? rangeToJson(partition.range)
                : { lower: null, upper: null, ...restKind(table) }),
            ...(facts ? factsToJson(facts) : {}),
        })),
        gaps: gaps.map(({ range, within, caughtBy }) => ({
            ...rangeToJson(range),
            ...known({ within, caughtBy }),
        })),
        overlaps: shared.map(({ first, second, range }) => ({
            partitions: [first, second],
            ...rangeToJson(range),
        })),
        overlappingPairs: sharedPairs,
        writesUntil: (0,domain_range/* boundToJson */.aO)(writesUntil),
        ...(caughtFrom ? { caughtByDefaultFrom: (0,domain_range/* boundToJson */.aO)(caughtFrom) } : {}),
        defaults: rests.map(restToJson),
        beside: twins.map(twinToJson),
        ...(changes
            ? {
                intervalChanges: changes.map(({ interval: to, stay, go, make, rows, bytes, ahead }) => ({
                    interval: to,
                    stay,
                    go,
                    make,
                    ...known({ rows, bytes }),
                    ahead,
                })),
            }
            : {}),
    };
}
const restKind = ({ style }) => style === 'inheritance' ? { parent: true } : { default: true };
const factsToJson = ({ kind, rows, bytes, within }) => ({
    ...(kind === 'foreign' ? { foreign: true } : {}),
    ...known({ rows, bytes }),
    ...(within
        ? { within: { strategy: within.strategy, key: within.key, partitions: within.partitions } }
        : {}),
});
function restToJson({ partition, count }) {
    switch (count.kind) {
        case 'exact':
            return {
                partition,
                rows: count.rows,
                withoutKey: count.nulls,
                ...(count.from === undefined ? {} : { first: (0,instant/* formatInstant */.r4)(count.from) }),
                ...(count.to === undefined ? {} : { last: (0,instant/* formatInstant */.r4)(count.to) }),
            };
        case 'at-least':
            return { partition, moreThan: count.rows, ...known({ estimate: count.estimate }) };
        case 'not-counted':
            return { partition, notCounted: count.reason, ...known({ estimate: count.estimate }) };
    }
}
const twinToJson = ({ name, kind, how, by, inherits, range, rows, bytes }) => ({
    table: name,
    ...(kind === 'foreign' ? { foreign: true } : {}),
    how,
    by,
    ...known({ inherits }),
    ...rangeToJson(range),
    ...known({ rows, bytes }),
});
/** Without what is not known. */
const known = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const rangeToJson = ({ lower, upper }) => ({ lower: (0,domain_range/* boundToJson */.aO)(lower), upper: (0,domain_range/* boundToJson */.aO)(upper) });

// EXTERNAL MODULE: ./report/deployment/voice.js
var voice = __webpack_require__(92397);
// EXTERNAL MODULE: ./report/markdown-text.js
var markdown_text = __webpack_require__(4416);
// EXTERNAL MODULE: ./report/inspection/cells.js
var cells = __webpack_require__(98759);
// EXTERNAL MODULE: ./report/inspection/fold.js
var fold = __webpack_require__(12187);
// EXTERNAL MODULE: ./report/inspection/terminal.js
var inspection_terminal = __webpack_require__(47480);
;// CONCATENATED MODULE: ./report/inspection/markdown.js







const markdown_MOST_ROWS = 60;
const MOST_PROBLEMS = 20;
const MOST_TABLES = 40;
const MOST_UNJUDGED = 40;
const MARKS = { fails: '❌', warns: '⚠️', unseen: '❔', well: '✅', nothing: '' };
function renderInspectionMarkdown(inspection) {
    const { target, toolVersion, unjudged, notSeen, isStandby } = inspection;
    const views = (0,inspection_terminal/* inSeverity */.jR)((0,inspection_view/* viewsOf */.W6)(inspection));
    const verdict = (0,inspection_view/* verdictWords */.L2)(views, inspection);
    const shown = views.slice(0, MOST_TABLES);
    const blocks = [
        `## ${MARKS[verdict.state]} Partitions of ${voice/* MARKDOWN_VOICE */.FS.name(target.database, 80)}`.replace('##  ', '## '),
        (0,markdown_text/* prose */.CS)(verdict.words),
        ...(notSeen.length + inspection.remarks.length > 0
            ? [list([...notSeen, ...inspection.remarks].map((one) => (0,markdown_text/* prose */.CS)(one)))]
            : []),
        ...shown.map((view) => tableBlock(view, inspection)),
        ...(views.length > shown.length
            ? [`${(0,wording/* count */.U9)(views.length - shown.length, 'more table')}: the JSON report has all.`]
            : []),
        ...(unjudged.length > 0
            ? [
                list([
                    ...unjudged
                        .slice(0, MOST_UNJUDGED)
                        .map(({ table, reason, partitions }) => `${voice/* MARKDOWN_VOICE */.FS.name(table)} is not judged: ${(0,markdown_text/* prose */.CS)(reason)} (${(0,wording/* count */.U9)(partitions, 'partition')})`),
                    ...(unjudged.length > MOST_UNJUDGED
                        ? [`${(0,wording/* thousands */.oh)(unjudged.length - MOST_UNJUDGED)} more not judged`]
                        : []),
                ]),
            ]
            : []),
        `<sub>partition-guard ${(0,markdown_text/* prose */.CS)(toolVersion, 40)} · PostgreSQL ${(0,markdown_text/* prose */.CS)(target.serverVersion, 40)}${isStandby ? ', a standby' : ''} · as ${voice/* MARKDOWN_VOICE */.FS.name(target.user, 80)}</sub>`,
    ];
    return `${blocks.join('\n\n')}\n`;
}
const list = (items) => items.map((item) => `- ${item}`).join('\n');
function tableBlock(view, inspection) {
    const { table, problems, notSeen, remarks, changes, state } = view;
    const { layout, keyColumns } = table;
    const total = (0,inspection_view/* totalOf */.e6)(view);
    const told = problems
        .slice(0, MOST_PROBLEMS)
        .map(({ severity, tell }) => `${severity === 'error' ? '❌' : '⚠️'} ${(0,voice/* sentence */.em)(tell(voice/* MARKDOWN_VOICE */.FS))}`);
    const more = problems.length - told.length;
    const runway = (0,inspection_view/* runwayWords */.CP)(view, inspection);
    const lines = [
        ...told,
        ...(more > 0 ? [`${(0,wording/* thousands */.oh)(more)} more: the JSON report has all`] : []),
        ...notSeen.map((one) => `❔ ${one(voice/* MARKDOWN_VOICE */.FS)}`),
        ...(runway === undefined ? [] : [(0,voice/* sentence */.em)((0,markdown_text/* prose */.CS)(runway))]),
        ...remarks.map((one) => one(voice/* MARKDOWN_VOICE */.FS)),
    ];
    const rows = (0,fold/* folded */.T)(view, inspection.now, markdown_MOST_ROWS).map((row) => (0,markdown_text/* tableRow */.jD)((0,cells/* partitionCells */.Op)(row, view, voice/* MARKDOWN_VOICE */.FS)));
    const beside = table.twins.slice(0, MOST_PROBLEMS).map((twin) => (0,markdown_text/* tableRow */.jD)((0,cells/* twinCells */.SW)(twin, voice/* MARKDOWN_VOICE */.FS)));
    return [
        `### ${MARKS[state]} ${voice/* MARKDOWN_VOICE */.FS.name(layout.table)}`,
        `${(0,inspection_view/* intervalWords */.Tj)(view)} by ${voice/* MARKDOWN_VOICE */.FS.name(keyColumns.length > 1 ? keyColumns.join(', ') : layout.keyColumn)} (${layout.keyType}), ${(0,inspection_view/* rowsWords */.hc)(total.rows)}, ${(0,inspection_view/* bytesWords */.Bc)(total.bytes)}`,
        ...(lines.length > 0 ? [list(lines)] : []),
        ...(rows.length > 0
            ? [details('Partitions', [(0,markdown_text/* tableHead */.PP)(['partition', 'range', 'rows', 'size']), ...rows])]
            : []),
        ...(beside.length > 0
            ? [details('Beside it, with its columns', [(0,markdown_text/* tableHead */.PP)(['table', 'claims', 'rows', 'size']), ...beside])]
            : []),
        ...(changes && changes.length > 0
            ? [
                details('Another interval', [
                    (0,markdown_text/* tableHead */.PP)([...cells/* CHANGE_TITLES */.x_]),
                    ...changes.map((change) => (0,markdown_text/* tableRow */.jD)((0,cells/* changeCells */.qv)(change))),
                ]),
            ]
            : []),
    ].join('\n\n');
}
const details = (title, rows) => `<details><summary>${title}</summary>\n\n${rows.join('\n')}\n\n</details>`;

// EXTERNAL MODULE: ./report-files.js
var report_files = __webpack_require__(25402);
;// CONCATENATED MODULE: ./inspect-command.js
/** `inspect` from settings to a printed layout: a database's partitions as they are. */







async function runInspect(command) {
    const { settings, env, output, terminal, redact } = command;
    const { cwd, reports, now, runwayDays, tables, configured } = settings;
    await (0,report_files/* requireWritable */.ik)(cwd, reports);
    const seen = await (0,target/* withTarget */.y)({
        url: settings.target,
        env,
        isLook: true,
        onWarning: (text) => command.onWarning(redact(text)),
        ...(command.onSecret ? { onSecret: command.onSecret } : {}),
    }, (target) => inspectTarget(target, {
        now,
        runwayDays,
        ...(tables ? { wanted: tables } : {}),
        ...(configured ? { configured } : {}),
    }));
    const inspection = (0,redaction/* redactResult */.rd)(seen, redact);
    output.write((0,inspection_terminal/* renderInspection */.TE)(inspection, terminal));
    const page = reports.html === undefined ? undefined : await Promise.all(/* import() */[__webpack_require__.e(3353), __webpack_require__.e(2265)]).then(__webpack_require__.bind(__webpack_require__, 2265));
    await (0,report_files/* writeTexts */.qm)(cwd, reports, {
        json: () => renderInspectionJson(inspection),
        markdown: () => renderInspectionMarkdown(inspection),
        ...(page ? { html: () => page.renderInspectionPage(inspection) } : {}),
    });
    return inspection;
}

// EXTERNAL MODULE: ./run-deploy.js
var run_deploy = __webpack_require__(21869);
// EXTERNAL MODULE: ./settings/deploy-values.js
var deploy_values = __webpack_require__(42896);
// EXTERNAL MODULE: ./settings/load-configuration.js
var load_configuration = __webpack_require__(32245);
// EXTERNAL MODULE: ./settings/mistakes.js
var settings_mistakes = __webpack_require__(46307);
// EXTERNAL MODULE: ./settings/option-reader.js
var option_reader = __webpack_require__(88095);
// EXTERNAL MODULE: ./settings/report-options.js
var report_options = __webpack_require__(82007);
// EXTERNAL MODULE: ./settings/table-name.js
var table_name = __webpack_require__(16778);
;// CONCATENATED MODULE: ./settings/inspect-settings.js






const DEFAULT_RUNWAY_DAYS = 90;
/** @throws OperatorError with a line for each mistake. */
async function inspectSettings(inputs) {
    const { cwd, options, env, now, configFile } = inputs;
    const mistakes = new settings_mistakes/* Mistakes */.S(configFile ?? load_configuration/* CONFIGURATION_FILE */.o, 'inspect');
    const reader = new option_reader/* OptionReader */.F9('flag', mistakes);
    const address = options.target || env['PARTITION_GUARD_TARGET'] || undefined;
    const target = reader.one('target', address, deploy_values/* parseTarget */.hu);
    const tables = reader.many('table', options.table, (written) => {
        const parsed = (0,table_name/* parseTableName */.HC)(written);
        return parsed.ok ? { ok: true, value: { ...parsed.value, written } } : parsed;
    });
    const reports = reportsOf(options, reader, mistakes, cwd);
    if (address === undefined) {
        mistakes.inOption((0,option_reader/* optionLabel */.ed)('target'), 'no target is given; set PARTITION_GUARD_TARGET, which no process list shows, or give its address here');
    }
    const configured = await readConfigured(inputs, mistakes);
    mistakes.throwIfAny();
    return {
        cwd,
        target: target ?? '',
        reports,
        now,
        runwayDays: configured?.runwayDays ?? DEFAULT_RUNWAY_DAYS,
        ...(tables ? { tables } : {}),
        ...(configured && configured.tables.length > 0 ? { configured: configured.tables } : {}),
    };
}
function reportsOf(options, reader, mistakes, cwd) {
    const reports = (0,report_options/* given */.gI)({
        json: reader.one('json', options.json, option_reader/* notEmpty */.z2),
        markdown: reader.one('markdown', options.markdown, option_reader/* notEmpty */.z2),
        html: reader.one('html', options.html, option_reader/* notEmpty */.z2),
        sarif: undefined,
        junit: undefined,
    });
    for (const { kinds, message } of (0,report_options/* sameFiles */.kk)(reports, cwd))
        mistakes.inOption((0,option_reader/* optionLabel */.ed)(kinds[1]), message);
    return reports;
}
/** The whole file is judged, as for every command; what it is read with is loaded only then. */
async function readConfigured({ cwd, configFile, configText, now }, mistakes) {
    if (configText === undefined)
        return undefined;
    const { mergeSettings } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 13535));
    const { tables, checks } = await mergeSettings({ cwd, configFile, configText, optionStyle: 'flag', options: {}, today: now }, mistakes);
    return {
        runwayDays: checks.runwayDays,
        tables: tables.map(({ table }) => ({
            ...table,
            written: table.schema === undefined ? table.name : `${table.schema}.${table.name}`,
        })),
    };
}

;// CONCATENATED MODULE: ./run-inspect.js





async function inspectOnTarget(options, { env, cwd, startedAt, secrets, output, terminal, onLine }) {
    secrets.add(options.target);
    (0,run_deploy/* requireOwnEvent */.M)('inspect', env);
    const now = BigInt(startedAt.getTime()) * 1000n;
    const { config, ...given } = options;
    const configuration = config === undefined ? {} : (0,load_configuration.loadConfiguration)(cwd, config);
    const settings = await inspectSettings({ cwd, options: given, ...configuration, env, now });
    secrets.add(settings.target);
    await runInspect({
        settings,
        env,
        output,
        terminal,
        redact: secrets.redact,
        onWarning: (text) => onLine(`warning: ${text}`),
        onSecret: (secret) => secrets.add(secret),
    });
    return operator_error/* EXIT */.d.pass;
}


/***/ })

};
