export const id = 3353;
export const ids = [3353];
export const modules = {

/***/ 66102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ CHARACTER),
/* harmony export */   Ey: () => (/* binding */ ABOVE),
/* harmony export */   Jq: () => (/* binding */ drawLane),
/* harmony export */   UE: () => (/* binding */ BAND),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   cg: () => (/* binding */ fateTooltip),
/* harmony export */   et: () => (/* binding */ BELOW),
/* harmony export */   g2: () => (/* binding */ SIDE),
/* harmony export */   n: () => (/* binding */ n),
/* harmony export */   ui: () => (/* binding */ DEFAULT_HEIGHT)
/* harmony export */ });
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79064);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27066);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58397);




const BAND = 38;
/** Above the band: the lane's title and the numbers of rows; below it: names. */
const ABOVE = 37;
const BELOW = 14;
const DEFAULT_HEIGHT = 18;
const CHARACTER = 6.7;
const SIDE = 6;
/** To a tenth: what is finer nobody sees. */
const n = (value) => Math.round(value * 10) / 10;
/** Name, range, rows and what becomes of it. */
const fateTooltip = (table) => (block) => `${nameOf(block, table)}, ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRange */ .Lu)(block.range)}, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(block.rows, 'row')}, ${block.fate}`;
function drawLane({ name, summary, lane, restWords, top, bottom }, drawing) {
    const heading = (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<text x="${SIDE}" y="${top + 13}" class="lane"
    ><tspan class="strong">${name}</tspan> ${summary}</text
  >`;
    const y = top + ABOVE;
    const { width } = drawing;
    if (!lane)
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<g
      >${heading}<rect
        class="none"
        x="${SIDE}"
        y="${y}"
        width="${width - 2 * SIDE}"
        height="${BAND}"
        rx="4"
      /><text class="mid quiet" x="${width / 2}" y="${y + BAND / 2 + 4}">not partitioned by range</text></g
    >`;
    const labels = labelling(lane.blocks, drawing.scale);
    const blocks = lane.blocks.map((block) => drawBlock(block, y, { ...drawing, labels }));
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<g
    >${heading}${blocks}${faults(lane, y, drawing)}${lane.byDefault ? drawDefault(lane.byDefault, restWords, { y: bottom - DEFAULT_HEIGHT + 2, width }) : undefined}</g
  >`;
}
/**
 * Of months that are drawn in a row those of 31 days might just have room for a label: what is of about one width has
 * room together or not at all, and tells its rows in one form.
 */
function labelling(blocks, { x }) {
    const widthOf = ({ range }) => x(range.upper) - x(range.lower);
    const widths = blocks.map(widthOf).sort((a, b) => a - b);
    const median = widths[Math.floor(widths.length / 2)] ?? 0;
    const least = widths.find((width) => width >= median * 0.6) ?? 0;
    const isWide = (own) => own > median * 1.6;
    const alike = blocks.filter((block) => block.rows > 0 && !isWide(widthOf(block)));
    const form = FORMS.find((tell) => alike.every(({ rows }) => fits(tell(rows), least)));
    return {
        room: (own) => (isWide(own) ? own : Math.min(own, least)),
        rows: (rows, own) => isWide(own)
            ? FORMS.map((tell) => tell(rows)).find((text) => fits(text, own))
            : form && fits(form(rows), own)
                ? form(rows)
                : undefined,
    };
}
/** A frame, filled as high as it has rows. */
function drawBlock(block, y, { scale, mostRows, table, tooltip, labels }) {
    const { range, fate, rows, isBeside } = block;
    const [from, to] = [scale.x(range.lower), scale.x(range.upper)];
    const [left, width] = [from + 0.5, Math.max(1, to - from - 1)];
    const height = isBeside ? BAND / 2 : BAND;
    const full = rows > 0 ? Math.max(3, (rows / mostRows) * (height - 2)) : 0;
    const base = y + BAND;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<g class="b-${fate}"
    >${tooltip ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<title>${tooltip(block)}</title>` : undefined}<rect
      class="frame"
      x="${n(left)}"
      y="${n(base - height)}"
      width="${n(width)}"
      height="${n(height)}"
      rx="${width > 8 ? 2 : 0}"
    />${rows > 0 ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<rect class="rows" x="${n(left + 1)}" y="${n(base - 1 - full)}" width="${n(Math.max(0.8, width - 2))}" height="${n(full)}" />` : undefined}${ends(range, y, from, to)}${labelsOf(block, y, { from, to, table, labels })}</g
  >`;
}
/** Arrow heads where a partition has no end. */
function ends({ lower, upper }, y, from, to) {
    const middle = y + BAND / 2;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `${lower.kind === 'finite' ? undefined : (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<path class="endless" d="M${n(from + 9)} ${middle - 7}l-7 7 7 7" />`}${upper.kind === 'finite' ? undefined : (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<path class="endless" d="M${n(to - 9)} ${middle - 7}l7 7-7 7" />`}`;
}
const fits = (text, room) => text.length * CHARACTER <= room - 4;
function labelsOf(block, y, { from, to, table, labels }) {
    const middle = (from + to) / 2;
    const room = labels.room(to - from);
    const rows = labels.rows(block.rows, to - from);
    const name = nameOf(block, table);
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `${rows === undefined || block.rows === 0 ? undefined : (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<text class="mid" x="${n(middle)}" y="${y - 5}">${rows}</text>`}${fits(name, room) ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<text class="mid quiet" x="${n(middle)}" y="${y + BAND + 12}">${name}</text>` : undefined}`;
}
/** `25k`, `1.2m`. */
function compact(rows) {
    if (rows < 1_000)
        return String(rows);
    const [unit, letter] = rows < 999_500 ? [1_000, 'k'] : [1_000_000, 'm'];
    return `${rows < 10 * unit ? (rows / unit).toFixed(1).replace(/\.0$/, '') : Math.round(rows / unit)}${letter}`;
}
const FORMS = [_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh, compact];
/** Without the schema, and without the table's name in front. */
function nameOf({ name, count: partitions }, table) {
    if (partitions > 1)
        return (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(partitions, 'partition');
    const bare = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutSchema */ .yU)(name);
    const prefix = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutSchema */ .yU)(table)}_`;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(bare.startsWith(prefix) && bare.length > prefix.length ? bare.slice(prefix.length) : bare, 80);
}
/** No narrower than can be seen, with a pointer above. */
function faults({ gaps, overlaps, byDefault }, y, { scale }) {
    const area = (range, kind) => {
        const [from, to] = [scale.x(range.lower), scale.x(range.upper)];
        const middle = (from + to) / 2;
        const width = Math.max(4, to - from);
        const word = fits(kind, width) && kind !== 'caught'
            ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<text class="mid fault" x="${n(middle)}" y="${y - 10}">${kind}</text>`
            : undefined;
        const pointer = kind === 'caught'
            ? undefined
            : (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<path class="pointer" d="M${n(middle - 4.5)} ${y - 8}h9l-4.5 6z" />`;
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<g
      ><rect
        class="${kind}"
        x="${n(middle - width / 2)}"
        y="${y}"
        width="${n(width)}"
        height="${BAND}"
      />${pointer}${word}</g
    >`;
    };
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `${gaps.map((range) => area(range, byDefault ? 'caught' : 'gap'))}${overlaps.map((range) => area(range, 'overlap'))}`;
}
function drawDefault({ rows }, words, { y, width }) {
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<rect
      class="${rows > 0 ? 'default full' : 'default'}"
      x="${SIDE + 0.5}"
      y="${y + 0.5}"
      width="${width - 2 * SIDE - 1}"
      height="${DEFAULT_HEIGHT - 3}"
      rx="3"
    /><text class="mid${rows > 0 ? ' strong' : ' quiet'}" x="${width / 2}" y="${y + 12}"
      >${words ?? `default partition: ${rows > 0 ? (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(rows, 'row') : 'empty'}`}</text
    >`;
}


/***/ }),

/***/ 40747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ rangesByName),
/* harmony export */   k: () => (/* binding */ laneOf)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45743);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79064);
/** What is drawn of one layout: its partitions, or many as one, with the gaps and overlaps between them. */



const MOST_FAULTS = 40;
function laneOf({ layout, other, otherwise, judged, most }) {
    const partitions = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rangePartitions */ .N2)(layout);
    const gaps = judged ? (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .findGaps */ .$0)(layout, judged) : [];
    const { overlaps, beside } = overlapsOf(partitions);
    const fateOf = ({ name, range }) => {
        if (!other)
            return 'kept';
        const there = other.get(name);
        return there !== undefined && (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .equalRanges */ .dk)(there, range) ? 'kept' : otherwise;
    };
    const blocks = together(partitions.map((partition, i) => single(partition, fateOf(partition), beside[i] ?? false)), most);
    const shown = blocks.length <= most ? blocks : gravest(blocks, most);
    const drawn = shown.reduce((sum, block) => sum + block.count, 0);
    return {
        blocks: shown,
        gaps: gaps.slice(0, MOST_FAULTS),
        overlaps: overlaps.slice(0, MOST_FAULTS),
        byDefault: (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPartition */ .qs)(layout),
        omitted: partitions.length -
            drawn +
            Math.max(0, gaps.length - MOST_FAULTS) +
            Math.max(0, overlaps.length - MOST_FAULTS),
    };
}
/** The ranges of a layout by the names of its partitions. */
const rangesByName = (layout) => new Map((0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rangePartitions */ .N2)(layout).map(({ name, range }) => [name, range]));
const single = ({ name, range, rows }, fate, beside) => ({
    range,
    fate,
    count: 1,
    name,
    rows,
    isBeside: beside,
});
/** In one go over the partitions by lower bound: a report of strangers may hold many that all overlap. */
function overlapsOf(partitions) {
    const overlaps = [];
    const beside = [];
    let reached;
    for (const { range } of partitions) {
        const overlapping = reached !== undefined && (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBounds */ .H1)(range.lower, reached) < 0;
        beside.push(overlapping && beside.at(-1) !== true);
        if (reached !== undefined && overlapping) {
            const upper = (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .minBound */ .Vi)(range.upper, reached);
            const last = overlaps.at(-1);
            if (last && (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBounds */ .H1)(range.lower, last.upper) <= 0)
                overlaps[overlaps.length - 1] = { lower: last.lower, upper: (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .maxBound */ .Du)(last.upper, upper) };
            else
                overlaps.push({ lower: range.lower, upper });
        }
        reached = reached === undefined ? range.upper : (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .maxBound */ .Du)(reached, range.upper);
    }
    return { overlaps, beside };
}
/** Calendar units that many partitions are drawn in as one, each with the number of its unit. */
const UNITS = [
    (at) => (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(at).year * 12 + (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(at).month,
    (at) => (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(at).year * 4 + Math.floor(((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(at).month - 1) / 3),
    (at) => (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(at).year,
    (at) => Math.floor((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDayOf */ .i7)(at).year / 10),
];
/** Where there are too many, those of one month, quarter, year or decade as one, gaps and what changes left apart. */
function together(blocks, most) {
    let joined = blocks;
    for (const unit of UNITS) {
        if (joined.length <= most)
            break;
        joined = joinedBy(blocks, unit);
    }
    return joined;
}
function joinedBy(blocks, unit) {
    const out = [];
    for (const block of blocks) {
        const last = out.at(-1);
        if (last && isJoined(last, block, unit))
            out[out.length - 1] = {
                ...last,
                range: { lower: last.range.lower, upper: block.range.upper },
                count: last.count + block.count,
                rows: last.rows + block.rows,
            };
        else
            out.push(block);
    }
    return out;
}
function isJoined(a, b, unit) {
    const [from, to] = [a.range.lower, b.range.lower];
    return (a.fate === b.fate &&
        !a.isBeside &&
        !b.isBeside &&
        from.kind === 'finite' &&
        to.kind === 'finite' &&
        (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBounds */ .H1)(a.range.upper, to) === 0 &&
        b.range.upper.kind === 'finite' &&
        unit(from.at) === unit(to.at));
}
/** What changes goes first, then what comes last: the future is what a change is about. */
function gravest(blocks, most) {
    const kept = blocks
        .map((block, index) => ({ block, index }))
        .sort((a, b) => Number(a.block.fate === 'kept') - Number(b.block.fate === 'kept') || b.index - a.index)
        .slice(0, most);
    return kept.sort((a, b) => a.index - b.index).map(({ block }) => block);
}


/***/ }),

/***/ 91842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ CANVASES),
  T: () => (/* binding */ layoutChart)
});

// EXTERNAL MODULE: ./report/html/lane-chart.js
var lane_chart = __webpack_require__(66102);
// EXTERNAL MODULE: ./report/html/markup.js
var markup = __webpack_require__(58397);
// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
;// CONCATENATED MODULE: ./report/html/time-scale.js
/** Where instants stand on a drawing: one axis for all its lanes, with the bounds that are labelled on it. */

/** A stretch that is so many times as long as the median one is drawn shorter. */
const LONGEST_STRETCH = 16;
/** @returns undefined where no bound is finite. */
function timeScale({ ranges, faults, left, right, margin, characterWidth, }) {
    const bounds = [...ranges, ...faults].flatMap(({ lower, upper }) => [lower, upper]);
    const instants = [...new Set(bounds.flatMap((bound) => (bound.kind === 'finite' ? [bound.at] : [])))].sort((a, b) => (a < b ? -1 : 1));
    const [first] = instants;
    if (first === undefined)
        return undefined;
    const start = left + (bounds.some(({ kind }) => kind === 'minvalue') ? margin : 0);
    const end = right - (bounds.some(({ kind }) => kind === 'maxvalue') ? margin : 0);
    const { positions, shortened } = placed(instants, start, end);
    const x = (bound) => {
        if (bound.kind === 'finite')
            return positions.get(bound.at) ?? start;
        return bound.kind === 'minvalue' ? left : right;
    };
    const faulty = new Set(faults.flatMap(({ lower, upper }) => [lower, upper]).flatMap((b) => (b.kind === 'finite' ? [b.at] : [])));
    const ticks = ticksOf(instants, { positions, faulty, characterWidth, left, right });
    return { x, ticks, shortened };
}
function placed(instants, start, end) {
    const lengths = instants.slice(1).map((at, i) => Number(at - (instants[i] ?? at)));
    const median = [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 1;
    const longest = lengths.length >= 4 ? LONGEST_STRETCH * median : Infinity;
    const weights = lengths.map((length) => Math.min(length, longest));
    const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    const positions = new Map();
    const shortened = [];
    let reached = 0;
    instants.forEach((at, i) => {
        const place = (of) => start + ((end - start) * of) / whole;
        const x = instants.length === 1 ? (start + end) / 2 : place(reached);
        positions.set(at, x);
        const weight = weights[i] ?? 0;
        if (weight < (lengths[i] ?? 0))
            shortened.push({ from: x, to: place(reached + weight) });
        reached += weight;
    });
    return { positions, shortened };
}
/** Lower is labelled first. */
function rankOf(at, isEnd, isFault) {
    if (isFault)
        return 0;
    if (isEnd)
        return 1;
    if (at % instant/* DAY */.d_ !== 0n)
        return 6;
    const { month, day } = (0,instant/* calendarDayOf */.i7)(at);
    if (day !== 1)
        return 5;
    if (month === 1)
        return 2;
    return (month - 1) % 3 === 0 ? 3 : 4;
}
/** As many bounds as have room for their labels, evenly within a rank. */
function ticksOf(instants, { positions, faulty, characterWidth, left, right }) {
    const candidates = instants
        .map((at, i) => {
        const label = (0,instant/* formatShort */.KS)(at);
        const isFault = faulty.has(at);
        const half = (label.length * characterWidth) / 2;
        const x = positions.get(at) ?? left;
        const centre = Math.min(Math.max(x, left + half), right - half);
        return {
            label,
            isFault,
            x,
            from: centre - half,
            to: centre + half,
            rank: rankOf(at, i === 0 || i === instants.length - 1, isFault),
        };
    })
        .sort((a, b) => a.rank - b.rank || a.x - b.x);
    const taken = [];
    const ticks = [];
    for (const { label, isFault, x, from, to } of candidates) {
        if (taken.some((other) => from < other.to + 10 && to > other.from - 10))
            continue;
        taken.push({ from, to });
        ticks.push({ x, labelX: (from + to) / 2, label, isFault });
    }
    return ticks.sort((a, b) => a.x - b.x);
}

;// CONCATENATED MODULE: ./report/html/layout-chart.js



const CANVASES = [
    { kind: 'wide', width: 860 },
    { kind: 'narrow', width: 344 },
];
const BETWEEN = 12;
const AXIS = 22;
/** @returns undefined where no bound is finite: then there is no axis to draw on. */
function layoutChart({ table, lanes }, { id, title, tooltip = (0,lane_chart/* fateTooltip */.cg)(table) }, { kind, width }) {
    const scale = timeScale({
        ranges: lanes.flatMap(({ lane }) => [
            ...(lane?.blocks.map(({ range }) => range) ?? []),
            ...(lane?.gaps ?? []),
        ]),
        faults: lanes.flatMap(({ lane }) => [
            ...(lane?.byDefault ? [] : (lane?.gaps ?? [])),
            ...(lane?.overlaps ?? []),
        ]),
        left: lane_chart/* SIDE */.g2,
        right: width - lane_chart/* SIDE */.g2,
        margin: kind === 'wide' ? 64 : 34,
        characterWidth: lane_chart/* CHARACTER */.Cw,
    });
    if (!scale)
        return undefined;
    const placed = stacked(lanes);
    const bottom = placed.at(-1)?.bottom ?? 0;
    const mostRows = Math.max(1, ...lanes.flatMap(({ lane }) => lane?.blocks.map(({ rows }) => rows) ?? []));
    const drawing = { scale, mostRows, table, width, tooltip: kind === 'wide' ? tooltip : undefined };
    return (0,markup/* html */.qy) `<svg
    class="chart only-${kind}"
    viewBox="0 0 ${width} ${bottom + AXIS}"
    role="img"
    aria-labelledby="${id}-${kind}-t ${id}-${kind}-d"
  >
    <title id="${id}-${kind}-t">${title}</title>
    <desc id="${id}-${kind}-d">${describe(lanes)}</desc>
    ${axis(scale, placed, bottom)}${placed.map((lane) => (0,lane_chart/* drawLane */.Jq)(lane, drawing))}
  </svg>`;
}
const describe = (lanes) => `${lanes.map(({ name, summary }) => `${name}: ${summary}.`).join(' ')} The table below the drawing has the same.`;
function stacked(lanes) {
    let top = 0;
    return lanes.map((named) => {
        const height = lane_chart/* ABOVE */.Ey + lane_chart/* BAND */.UE + lane_chart/* BELOW */.et + (named.lane?.byDefault ? lane_chart/* DEFAULT_HEIGHT */.ui : 0);
        const placed = { ...named, top, bottom: top + height };
        top += height + BETWEEN;
        return placed;
    });
}
function axis({ ticks, shortened }, lanes, bottom) {
    const bands = lanes.filter(({ lane }) => lane).map(({ top }) => [top + lane_chart/* ABOVE */.Ey, top + lane_chart/* ABOVE */.Ey + lane_chart/* BAND */.UE]);
    return (0,markup/* html */.qy) `<g class="axis"
    >${ticks.map(({ x, labelX, label, isFault }) => (0,markup/* html */.qy) `<path
            class="${isFault ? 'tick fault' : 'tick'}"
            d="${bands.map(([from, to]) => `M${(0,lane_chart.n)(x)} ${from - 3}V${to + 3}`).join('')}M${(0,lane_chart.n)(x)} ${bottom}v5"
          /><text x="${(0,lane_chart.n)(labelX)}" y="${bottom + 17}" class="${isFault ? 'mid bound fault' : 'mid bound'}"
            >${label}</text
          >`)}${shortened.map(({ from, to }) => {
        const x = (0,lane_chart.n)((from + to) / 2);
        return (0,markup/* html */.qy) `<path class="break" d="M${x - 5} ${bottom + 4}l4-8M${x + 1} ${bottom + 4}l4-8" />`;
    })}</g
  >`;
}


/***/ }),

/***/ 53781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ tableLanes),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   xm: () => (/* binding */ faultsOf)
/* harmony export */ });
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45743);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79064);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(361);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70975);
/* harmony import */ var _lane_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40747);
/** Both lanes of a table's timeline: what it was before and after, side by side on one axis. */





/** The tables of a scenario that have a layout before or after it. */
function tablesOf({ before, after }) {
    return [...new Set([...after, ...before].map(({ table }) => table))];
}
function tableLanes(scenario, table, most) {
    const find = (all) => all.find((layout) => layout.table === table);
    const [before, after] = [find(scenario.before), find(scenario.after)];
    const own = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .maintainedWindow */ .Dh)(before);
    const both = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .maintainedWindow */ .Dh)(before, after);
    const other = (layout) => layout && (0,_lane_js__WEBPACK_IMPORTED_MODULE_3__/* .rangesByName */ .V)(layout);
    const first = before && (0,_lane_js__WEBPACK_IMPORTED_MODULE_3__/* .laneOf */ .k)({ layout: before, other: other(after), otherwise: 'gone', judged: own, most });
    const second = after && (0,_lane_js__WEBPACK_IMPORTED_MODULE_3__/* .laneOf */ .k)({ layout: after, other: other(before), otherwise: 'new', judged: both, most });
    return {
        table,
        before,
        after,
        lanes: [
            { name: 'Before', summary: summaryOf(before, first, seededInOne(scenario)), lane: first },
            { name: 'After', summary: summaryOf(after, second), lane: second },
        ],
    };
}
/** Rows that a table held before it was partitioned; known where it is the only one. */
const seededInOne = (scenario) => tablesOf(scenario).length === 1 && scenario.before.length === 0 ? scenario.rows.before : 0;
function summaryOf(layout, lane, seeded = 0) {
    if (!layout || !lane)
        return seeded > 0 ? `one table, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(seeded, 'seeded row')}` : 'no range partitions';
    const rows = layout.partitions.reduce((sum, partition) => sum + partition.rows, 0);
    return [
        (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .describeLayout */ .M2)(layout),
        (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(rows, 'row'),
        ...(lane.gaps.length > 0 && !lane.byDefault ? [(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(lane.gaps.length, 'gap')] : []),
        ...(lane.overlaps.length > 0 ? [(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(lane.overlaps.length, 'overlap')] : []),
    ].join(', ');
}
const MOST_TOLD = 6;
/** Gaps and overlaps in words, those of the lane after first: what a narrow one shows is easily overlooked. */
function faultsOf({ lanes }) {
    const told = lanes.toReversed().flatMap(({ name, lane }) => {
        if (!lane)
            return [];
        const when = name.toLowerCase();
        const gap = lane.byDefault
            ? (range) => `${capital(when)}: ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRange */ .Lu)(range)} has no partition of its own; the default takes it.`
            : (range) => `Gap ${when}: ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRange */ .Lu)(range)} has no partition, and writes fail there.`;
        return [
            ...lane.overlaps.map((range) => `Overlap ${when}: ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRange */ .Lu)(range)} is claimed by more than one partition.`),
            ...lane.gaps.map(gap),
        ];
    });
    const more = told.length - MOST_TOLD;
    const shown = told.slice(0, MOST_TOLD);
    return {
        told: more > 0 ? [...shown, `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(more, 'more gap or overlap', 'more gaps and overlaps')}.`] : shown,
        isGrave: lanes.some(({ lane }) => lane && (lane.overlaps.length > 0 || (lane.gaps.length > 0 && !lane.byDefault))),
    };
}
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);


/***/ }),

/***/ 52629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ legend),
/* harmony export */   y: () => (/* binding */ layoutSection)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45743);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79064);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27066);
/* harmony import */ var _lane_chart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66102);
/* harmony import */ var _layout_chart_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91842);
/* harmony import */ var _layout_lanes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53781);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58397);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70693);
/** What becomes of a scenario's tables: a drawing of each, what is wrong in words, and the same facts as a table. */










const MOST_TABLES = 6;
/** @param id of the page's own making; what is in the section has ids that begin with it. */
function layoutSection(scenario, id, room) {
    const tables = (0,_layout_lanes_js__WEBPACK_IMPORTED_MODULE_5__/* .tablesOf */ .tI)(scenario);
    if (tables.length === 0)
        return _markup_js__WEBPACK_IMPORTED_MODULE_6__/* .NOTHING */ .K$;
    const drawn = tables
        .slice(0, MOST_TABLES)
        .map((table, i) => figure(scenario, table, { id: `${id}-t${i}`, room }));
    const more = tables.length - drawn.length;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<h4>Partitions</h4>
    ${drawn}${more > 0 ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<p class="aside">${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(more, 'more table')}: the JSON report has all.</p>` : undefined}`;
}
function figure(scenario, table, { id, room }) {
    const lanes = (0,_layout_lanes_js__WEBPACK_IMPORTED_MODULE_5__/* .tableLanes */ .CN)(scenario, table, room.blocks);
    const name = (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .short */ .h0)((0,_words_js__WEBPACK_IMPORTED_MODULE_9__/* .unquoted */ .qZ)(table), 80);
    const charts = _layout_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .CANVASES */ .R.map((canvas) => (0,_layout_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .layoutChart */ .T)(lanes, { id, title: `Partitions of ${name} before and after, by time` }, canvas));
    const isDrawn = charts.some((chart) => chart !== undefined);
    const faults = (0,_layout_lanes_js__WEBPACK_IMPORTED_MODULE_5__/* .faultsOf */ .xm)(lanes);
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<figure class="layout">
    <figcaption>${(0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)((0,_words_js__WEBPACK_IMPORTED_MODULE_9__/* .unquoted */ .qZ)(table), 80)}${isDrawn ? legend(lanes) : undefined}</figcaption>
    ${isDrawn ? charts : inWords(lanes)}${remarks(lanes)}
    ${faults.told.length > 0
        ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<ul class="${faults.isGrave ? 'faults' : 'faults mild'}">
            ${faults.told.map((fault) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<li>${fault}</li>`)}
          </ul>`
        : undefined}
    ${partitionTable(lanes, { name, most: room.tableRows })}
  </figure> `;
}
/** Without a finite bound there is no axis. */
const inWords = ({ lanes }) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<p class="aside">
    ${lanes.map(({ name, summary }) => `${name}: ${summary}.`).join(' ')} No bound is finite, so there is
    nothing to draw.
  </p>`;
/** Of what the lanes show. */
function legend({ lanes }) {
    const all = lanes.flatMap(({ lane }) => lane ?? []);
    const has = (fate) => all.some(({ blocks }) => blocks.some((block) => block.fate === fate));
    const sample = (kind, words) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<li>
      <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
        <g class="b-${kind}">
          <rect class="frame" x="1" y="1" width="20" height="12" rx="2" />
          <rect class="rows" x="2" y="6" width="18" height="6" />
        </g></svg
      >${words}
    </li>`;
    const fault = (kind, words) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<li>
      <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
        <rect class="${kind}" x="1" y="1" width="20" height="12" /></svg
      >${words}
    </li>`;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<ul class="legend" aria-label="Legend">
    ${has('kept') && (has('gone') || has('new')) ? sample('kept', 'kept') : undefined}${has('gone') ? sample('gone', 'gone afterwards') : undefined}${has('new') ? sample('new', 'new') : undefined}${all.some(({ gaps, byDefault }) => gaps.length > 0 && !byDefault) ? fault('gap', 'gap') : undefined}${all.some(({ gaps, byDefault }) => gaps.length > 0 && byDefault) ? fault('caught', 'left to the default') : undefined}${all.some(({ overlaps }) => overlaps.length > 0) ? fault('overlap', 'overlap') : undefined}
    ${all.some(({ blocks }) => blocks.some(({ rows }) => rows > 0)) ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<li>filled as high as rows</li>` : undefined}
  </ul>`;
}
/** What a drawing of many partitions leaves out or joins. */
function remarks({ lanes }) {
    const omitted = lanes.reduce((sum, { lane }) => sum + (lane?.omitted ?? 0), 0);
    const joined = lanes.some(({ lane }) => lane?.blocks.some((block) => block.count > 1));
    const sentences = [
        ...(joined ? ['Partitions on end are drawn as one, by calendar.'] : []),
        ...(omitted > 0
            ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(omitted, 'more partition or gap', 'more partitions or gaps')} not drawn.`]
            : []),
    ];
    return sentences.length === 0 ? undefined : (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<p class="aside">${sentences.join(' ')}</p>`;
}
const keyOf = (partition) => `${partition.kind === 'range' ? (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(partition.range) : 'default'} ${partition.name}`;
const inOrder = (layout) => {
    const last = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPartition */ .qs)(layout);
    return [...(0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rangePartitions */ .N2)(layout), ...(last ? [last] : [])];
};
/** Every partition of both layouts once, by lower bound, the default partition last. */
function rowsOf({ before, after }) {
    const rows = new Map();
    for (const [when, layout] of [
        ['before', before],
        ['after', after],
    ]) {
        for (const partition of layout ? inOrder(layout) : []) {
            const key = keyOf(partition);
            const row = rows.get(key) ?? { key, partition, before: undefined, after: undefined };
            rows.set(key, { ...row, [when]: partition.rows });
        }
    }
    return [...rows.values()].sort(({ partition: a }, { partition: b }) => {
        if (a.kind === 'default' || b.kind === 'default')
            return Number(a.kind === 'default') - Number(b.kind === 'default');
        return (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBounds */ .H1)(a.range.lower, b.range.lower) || (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBounds */ .H1)(a.range.upper, b.range.upper);
    });
}
/** Where there is no room for all: those that came, went or have other rows, then the latest. */
function chosen(rows, most) {
    if (rows.length <= most)
        return [...rows];
    const changed = (row) => row.before !== row.after;
    return rows
        .map((row, index) => ({ row, index }))
        .sort((a, b) => Number(changed(b.row)) - Number(changed(a.row)) || b.index - a.index)
        .slice(0, most)
        .sort((a, b) => a.index - b.index)
        .map(({ row }) => row);
}
function partitionTable(lanes, { name, most }) {
    const rows = rowsOf(lanes);
    if (rows.length === 0)
        return undefined;
    const shown = chosen(rows, most);
    const left = rows.length - shown.length;
    const caption = `Partitions of ${name}`;
    const columns = [{ title: 'Partition' }, { title: 'From' }, { title: 'To, not included' }, { title: 'Rows before', isNumber: true }, { title: 'Rows after', isNumber: true }]; // prettier-ignore
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_7__/* .dataTable */ .J)({ caption, columns }, shown.map((row) => cellsOf(row, lanes.table)));
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<details>
    <summary>${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(rows.length, 'partition')} as a table</summary>
    ${table}${left > 0 ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<p class="aside">${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(left, 'more partition')} that ${left === 1 ? 'has' : 'have'} no room here: the JSON report has all.</p>` : undefined}
  </details>`;
}
const rowsIn = (rows) => rows === undefined ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<span class="quiet">not there</span>` : (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .thousands */ .oh)(rows);
function cellsOf({ partition, before, after }, table) {
    const name = (0,_markup_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<code>${(0,_lane_chart_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)({ name: partition.name, count: 1 }, table)}</code>`;
    const ends = partition.kind === 'default'
        ? ['default', 'default']
        : [boundText(partition.range.lower), boundText(partition.range.upper)];
    return [name, ...ends, rowsIn(before), rowsIn(after)];
}
const boundText = (bound) => bound.kind === 'finite' ? (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShort */ .KS)(bound.at) : bound.kind.toUpperCase();


/***/ }),

/***/ 3963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   G3: () => (/* binding */ PATTERNS),
/* harmony export */   I5: () => (/* binding */ bareMark),
/* harmony export */   KR: () => (/* binding */ markOfFinding),
/* harmony export */   mo: () => (/* binding */ markWord),
/* harmony export */   tb: () => (/* binding */ markOfCheck)
/* harmony export */ });
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58397);

const PATHS = {
    pass: '<circle cx="8" cy="8" r="8"/><path d="M4.2 8.4 7 11.1l4.9-5.7"/>',
    fail: '<path class="ground" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z"/><path d="m5 5 6 6m0-6-6 6"/>',
    inconclusive: '<rect width="16" height="16" rx="4"/><path d="M5.6 6.1c0-1.5 1.1-2.4 2.5-2.4s2.4.9 2.4 2.1c0 1.8-2.4 1.9-2.4 3.6M8.1 12v.3"/>',
    warning: '<path class="ground" d="M8 .6 16 15H0z"/><path d="M8 5.6v4.2M8 12.3v.2"/>',
    'not-applicable': '<circle cx="8" cy="8" r="8"/><path d="M4.6 8h6.8"/>',
};
const WORDS = {
    pass: 'Passed',
    fail: 'Failed',
    inconclusive: 'Not proven',
    warning: 'Warning',
    'not-applicable': 'Not applicable',
};
const markWord = (mark) => WORDS[mark];
/** A mark beside which a word says the same. */
const bareMark = (mark) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .trusted */ .IZ)(`<svg class="mark m-${mark}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${PATHS[mark]}</svg>`);
/** A mark that stands alone: its word is there for who cannot see it. */
const markOf = (mark) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${bareMark(mark)}<span class="unseen">${WORDS[mark]}: </span>`;
const markOfFinding = (kind) => ({ failure: 'fail', inconclusive: 'inconclusive', warning: 'warning' })[kind];
const markOfCheck = (verdict, isWarning) => isWarning && verdict !== 'pass' && verdict !== 'not-applicable' ? 'warning' : verdict;
/** Referred to by every chart; a drawing that is not displayed could not lend them. */
const PATTERNS = (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .trusted */ .IZ)(`<svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="p-gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="k-fail" d="M0 0v7" stroke-width="4"/></pattern>
<pattern id="p-overlap" width="6" height="6" patternUnits="userSpaceOnUse"><path class="k-fail" d="M0 0l6 6M6 0 0 6" stroke-width="1.4"/></pattern>
<pattern id="p-caught" width="6" height="6" patternUnits="userSpaceOnUse"><path class="k-warn" d="M0 3h2.5" stroke-width="2"/></pattern>
<pattern id="p-new" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="k-part" d="M0 0h6v6H0z" stroke="none"/><path class="k-ground" d="M0 0v6" stroke-width="2.5"/></pattern>
<pattern id="p-writers" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="k-warn" d="M0 0v6" stroke-width="5"/></pattern>
</defs></svg>`);


/***/ }),

/***/ 58397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   IZ: () => (/* binding */ trusted),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   yR: () => (/* binding */ slug)
/* harmony export */ });
/* unused harmony export visible */
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55896);
/** HTML in which text is text: whatever is put into a template is escaped, unless it is HTML already. */

/** A template: strings and numbers are escaped, HTML stays, lists are put on end, undefined is nothing. */
function html(literals, ...parts) {
    const between = parts.map(markupOf);
    return { markup: compact(literals).reduce((out, literal, i) => out + (between[i - 1] ?? '') + literal) };
}
const COMPACT = new WeakMap();
/** The source is indented for whoever reads it; a browser takes a break and what comes with it for one blank. */
function compact(literals) {
    const known = COMPACT.get(literals);
    if (known)
        return known;
    const made = literals.map((literal) => literal.replace(/\s*\n\s*/g, '\n'));
    COMPACT.set(literals, made);
    return made;
}
const NOTHING = { markup: '' };
/** Text of our own that is markup already, such as a style sheet; never what a stranger wrote. */
const trusted = (markup) => ({ markup });
function markupOf(part) {
    if (part === undefined)
        return '';
    if (typeof part === 'string')
        return escaped(part);
    if (typeof part === 'number')
        return String(part);
    return 'markup' in part ? part.markup : part.map(markupOf).join('');
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Longer texts of strangers are cut before; this keeps a forgotten one from filling the page. */
const LONGEST = 4_000;
const escaped = (text) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(visible(text), LONGEST).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
const LINE_BREAK = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;
/** Controls, invisible and direction-changing characters, halves of surrogate pairs, and what is no character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{Noncharacter_Code_Point}/gu;
/** On one line, with what no reader would see written out: `\x1b`, `\u202e`. */
const visible = (text) => text
    .split(LINE_BREAK)
    .join(' ')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const digits = code.toString(16);
    if (code < 0x100)
        return `\\x${digits.padStart(2, '0')}`;
    return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
});
/** A text of strangers on one line, at most so long. */
const short = (text, length = 160) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(visible(text).trim(), length);
/** The lines of a text, without the empty ones. */
const linesOf = (text, length = 2_000) => text
    .split(LINE_BREAK)
    .map((line) => short(line, length))
    .filter((line) => line !== '');
/** A name or statement in the type of code. */
const codeOf = (text, length = 160) => html `<code>${short(text, length)}</code>`;
/** What an id is made of: letters of ASCII, digits and hyphens. */
const slug = (text) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);


/***/ }),

/***/ 71269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ pageOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./report/html/marks.js
var marks = __webpack_require__(3963);
// EXTERNAL MODULE: ./report/html/markup.js
var markup = __webpack_require__(58397);
;// CONCATENATED MODULE: ./report/html/style-charts.js
/** The style sheet of the drawings: what a shape means is told by outline, pattern and word, and by colour besides. */
const CHART_STYLE = `
.chart{display:block;width:100%;height:auto;font:11px var(--sans);overflow:visible}
.only-narrow{display:none;max-width:34rem}
@media (max-width:44rem){.only-wide{display:none}.only-narrow{display:block}}
figure{min-width:0}
figcaption{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;justify-content:space-between;margin-bottom:.5rem;font-size:.875rem;color:var(--quiet)}
figcaption code{font-weight:600;color:var(--ink)}
.layout+.layout{margin-top:1rem}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.125rem 1rem;padding:0;font-size:.8125rem;color:var(--quiet)}
.legend li{display:flex;align-items:center;gap:.375rem}
.sample{width:22px;height:14px;flex:none}
.faults{list-style:none;padding:0;margin-top:.375rem;font-size:.9375rem}
.faults li{padding-left:.75rem;border-left:3px solid var(--fail)}
.faults.mild li{border-color:var(--warn)}
.chart text{fill:var(--ink)}
.chart .quiet{fill:var(--quiet)}
.chart .strong{font-weight:650}
.chart .lane{font-size:12.5px}
.chart .mid{text-anchor:middle}
.chart .end{text-anchor:end}
.chart text.fault{fill:var(--fail);font-weight:650}
.chart .bound{fill:var(--quiet);font-variant-numeric:tabular-nums}
.tick{stroke:var(--strong-line);stroke-width:1;fill:none}
.tick.fault{stroke:var(--fail)}
.break{stroke:var(--ink);stroke-width:1.25;fill:none}
.frame{fill:var(--part-ground);stroke:var(--part-line);stroke-width:1}
.rows{fill:var(--part)}
.b-new .frame{stroke:var(--new);stroke-width:1.75}
.b-new .rows{fill:url(#p-new)}
.b-gone .frame{fill:none;stroke:var(--gone);stroke-dasharray:3 2}
.b-gone .rows{fill:var(--gone)}
.endless{fill:none;stroke:var(--ink);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.gap{fill:url(#p-gap);stroke:var(--fail)}
.overlap{fill:url(#p-overlap);stroke:var(--fail)}
.caught{fill:url(#p-caught);stroke:var(--warn);stroke-dasharray:1 2}
.pointer{fill:var(--fail)}
.none,.default{fill:none;stroke:var(--strong-line);stroke-dasharray:4 3}
.default.full{fill:var(--warn-ground);stroke:var(--warn)}
.k-fail{stroke:var(--fail);fill:none}
.k-warn{stroke:var(--warn);fill:none}
.k-part{fill:var(--new)}
.k-ground{stroke:var(--part-ground);fill:none}
.step{fill:var(--ground)}
.step.even{fill:var(--raised)}
.stall{stroke:var(--warn)}
.stall.everybody{fill:var(--fail);stroke:var(--fail)}
.stall.writers{fill:url(#p-writers)}
.stall-track{fill:none;stroke:var(--line)}
.track{stroke:var(--line);stroke-width:1}
.span{stroke:var(--part);stroke-width:6}
.chart .mode{font-size:10.5px;fill:var(--quiet)}
`;

;// CONCATENATED MODULE: ./report/html/style-page.js
/** The style sheet of the page's text: one column on a phone, a list beside the scenarios on a wide screen. */
const PAGE_STYLE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:4.5rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 var(--sans);overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
main,.bar>div,footer{max-width:76rem;margin:0 auto;padding:0 clamp(.875rem,3vw,2rem)}
h1,h2,h3,h4,p,ul,ol,dl,figure,pre{margin:0}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance}
h1:focus,h2:focus,h3:focus{outline:none}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
code,pre,.place,.check-id{font-family:var(--mono);font-size:.875em;unicode-bidi:isolate}
p,li,dd{max-width:72ch}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet,.aside,.place{color:var(--quiet)}
.aside{font-size:.875rem}
.amount{color:var(--quiet);font-weight:400;font-size:.85em}
.mark{width:1em;height:1em;flex:none;overflow:visible}
.mark circle,.mark rect,.mark .ground{fill:currentColor}
.mark path:not(.ground){fill:none;stroke:var(--on-mark);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.m-pass{color:var(--pass)}.m-fail{color:var(--fail)}.m-inconclusive,.m-warning{color:var(--warn)}.m-not-applicable{color:var(--quiet)}
.skip{position:absolute;left:.5rem;top:-4rem;z-index:3;padding:.5rem .875rem;background:var(--ground);border:2px solid var(--accent);border-radius:6px}
.skip:focus{top:.5rem}

.bar{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--line);box-shadow:inset 0 4px 0 var(--verdict)}
.bar>div{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:3.25rem;padding-top:.375rem}
.bar .verdict{display:flex;align-items:center;gap:.5rem;min-width:0;color:var(--verdict);white-space:nowrap}
.bar .tally{color:var(--quiet);overflow:hidden;text-overflow:ellipsis}
.bar nav{display:flex;gap:clamp(.625rem,2vw,1.25rem);font-size:.9375rem;flex:none}
.bar nav a{padding:.375rem 0}
@media (max-width:34rem){.bar .tally,.bar nav a:first-child{display:none}.bar nav{font-size:.875rem}}

.lead{margin:clamp(1.25rem,4vw,2.5rem) 0 2.5rem;display:grid;gap:1rem}
h1{display:flex;gap:.875rem;font-size:clamp(1.375rem,1rem + 2vw,2.125rem);font-weight:680;letter-spacing:-.012em;max-width:40ch}
h1 .mark{margin-top:.14em}
.lost{font-size:1.125rem}
.lost strong{color:var(--verdict)}
.keys{color:var(--quiet)}
.keys code{color:var(--ink)}
.todo{background:var(--verdict-ground);border-left:4px solid var(--verdict);border-radius:0 8px 8px 0;padding:.875rem 1.125rem;max-width:56rem}
.todo h2{font-size:1rem;margin-bottom:.375rem}
.todo ol{padding-left:1.35rem;display:grid;gap:.5rem}
.todo ol:has(>:only-child){list-style:none;padding-left:0}
.todo .place{display:block}
.todo li a{display:inline-block}
.todo>p{margin-top:.5rem}
.notes{padding-left:1.125rem;display:grid;gap:.25rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13.5rem),1fr));gap:.875rem 1.5rem;border-top:1px solid var(--line);padding-top:1rem}
@media (max-width:34rem){.facts{grid-template-columns:repeat(auto-fill,minmax(min(100%,9.25rem),1fr));gap:.75rem 1rem}}
dt{font-size:.8125rem;color:var(--quiet)}
dd{margin:0}

main>section>h2{font-size:1.375rem;letter-spacing:-.008em;margin:0 0 1rem;padding-top:1.25rem;border-top:1px solid var(--line)}
main>section{margin-bottom:2.5rem}
.finding{border:1px solid var(--line);border-left:4px solid var(--verdict);border-radius:4px 8px 8px 4px;padding:1rem 1.125rem;display:grid;gap:.625rem;min-width:0}
.finding+.finding{margin-top:1rem}
h3{display:flex;gap:.5rem;align-items:baseline;font-size:1.125rem}
h3 .mark{transform:translateY(.14em)}
.statement pre{background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;overflow-x:auto;white-space:pre-wrap}
.statement pre code{font-size:.875rem}
.examples{padding-left:1.125rem;font-size:.9375rem;color:var(--quiet)}
.remedy strong{color:var(--verdict)}
.about{display:grid;gap:.25rem;font-size:.875rem;border-top:1px dashed var(--line);padding-top:.625rem}
.about>div{display:grid;grid-template-columns:8.5rem 1fr;gap:.75rem}
@media (max-width:34rem){.about>div{grid-template-columns:1fr;gap:0}}

.index{margin-bottom:1.5rem}
.index ol{list-style:none;padding:0;columns:15rem;column-gap:1.25rem}
.index li{break-inside:avoid;max-width:none}
.index a{display:grid;grid-template-columns:1rem minmax(0,1fr) auto;gap:0 .5rem;align-items:baseline;padding:.3125rem .375rem;border-radius:5px;color:var(--ink);text-decoration:none}
.index a:hover{background:var(--raised)}
.index a .mark{transform:translateY(.12em)}
.index .title{text-decoration:underline;text-decoration-color:var(--strong-line);text-underline-offset:.2em}
.index .time{color:var(--quiet);font-size:.8125rem;white-space:nowrap}
.index .harm{grid-column:2/-1;color:var(--verdict);font-size:.8125rem}
.choice{border:0;padding:0;margin:0 0 .875rem;display:flex;flex-wrap:wrap;gap:.375rem}
.choice legend{font-size:.8125rem;color:var(--quiet);padding:0;margin-bottom:.25rem}
.choice label{position:relative}
.choice input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.choice span span{margin-left:.125rem}
.choice label>span{display:block;padding:.25rem .6875rem;border:1px solid var(--strong-line);border-radius:99px;font-size:.875rem}
.choice input:checked+span{background:var(--ink);border-color:var(--ink);color:var(--ground)}
.choice input:checked+span .amount{color:inherit}
.choice input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.scenarios:has(#show-fail:checked) :is(.scenario,.index li):not(.g-fail),
.scenarios:has(#show-inconclusive:checked) :is(.scenario,.index li):not(.g-inconclusive),
.scenarios:has(#show-warning:checked) :is(.scenario,.index li):not(.g-warning),
.scenarios:has(#show-pass:checked) :is(.scenario,.index li):not(.g-pass){display:none}
@media (min-width:64rem){
.columns{display:grid;grid-template-columns:17.5rem minmax(0,1fr);gap:2.25rem;align-items:start}
.index{position:sticky;top:4.25rem;max-height:calc(100vh - 5rem);overflow-y:auto;margin:0;padding:.25rem}
.index ol{columns:auto}
}
.scenario{display:grid;gap:.625rem;min-width:0;padding-bottom:1.5rem}
.scenario+.scenario{border-top:1px solid var(--line);padding-top:1.5rem}
.scenario h3{font-size:1.1875rem}
.facts-line{color:var(--quiet)}
.facts-line>span:first-child{color:var(--verdict);font-weight:600}
h4{font-size:.9375rem;margin-top:.5rem}
.checks{list-style:none;padding:0;display:grid;gap:.375rem;font-size:.9375rem}
.checks li{display:flex;gap:.5rem;align-items:baseline;max-width:none}
.checks .mark{transform:translateY(.12em)}
.checks li>span{min-width:0;max-width:72ch}
details>summary{cursor:pointer;color:var(--accent);font-size:.9375rem;padding:.25rem 0;width:fit-content}
details[open]>summary{margin-bottom:.375rem}
.again{font-size:.875rem}
.scroll{overflow-x:auto;max-height:32rem;overflow-y:auto;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
th,td{padding:.375rem .75rem;text-align:left;vertical-align:top;overflow-wrap:normal;min-width:5.5rem}
thead th{position:sticky;top:0;background:var(--raised);font-weight:600;white-space:nowrap}
tbody th{font-weight:400}
tbody tr{border-top:1px solid var(--line)}
.number{text-align:right}
footer p{max-width:none;border-top:1px solid var(--line);padding:1rem 0 2rem;color:var(--quiet);font-size:.875rem}

@media print{
body{font-size:10.5pt}
.bar{position:static}
.bar nav,.choice,.skip,.index,.again{display:none}
.scroll{max-height:none;overflow:visible}
details::details-content{content-visibility:visible;block-size:auto}
.finding,figure,tr{break-inside:avoid}
h2,h3,h4{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
@media (forced-colors:active){.mark,.chart,.sample{forced-color-adjust:none}}
`;

;// CONCATENATED MODULE: ./report/html/style-tokens.js
/** The page's colours in light and dark, each pair of text and ground with a contrast of 4.5 or more. */
const LIGHT = `
--ground:#ffffff;--raised:#f5f6f8;--ink:#171a1f;--quiet:#535c68;--line:#d9dde3;--strong-line:#8d96a3;
--accent:#1a56b0;--fail:#ae1f1b;--warn:#8a5200;--pass:#14683a;--on-mark:#ffffff;
--fail-ground:#fdf1f0;--warn-ground:#fdf5e6;--pass-ground:#eef7f1;
--part:#3f78bd;--part-line:#64748b;--part-ground:#eef3fa;--new:#0c6b62;--gone:#77808c`;
const DARK = `
--ground:#12151a;--raised:#1a1e25;--ink:#e8eaee;--quiet:#a9b2be;--line:#323944;--strong-line:#707a88;
--accent:#8fb8ff;--fail:#ff9a91;--warn:#f0b95a;--pass:#74d59c;--on-mark:#12151a;
--fail-ground:#2a1718;--warn-ground:#281f10;--pass-ground:#132219;
--part:#5f9ae0;--part-line:#8492a5;--part-ground:#1a2430;--new:#45b8a9;--gone:#8b95a2`;
/** On paper the light ones serve, whatever the screen has. */
const TOKENS = `
:root{color-scheme:light dark;${LIGHT};
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
.v-pass,.g-pass{--verdict:var(--pass);--verdict-ground:var(--pass-ground)}
.v-fail,.g-fail,.f-fail{--verdict:var(--fail);--verdict-ground:var(--fail-ground)}
.v-inconclusive,.g-inconclusive,.g-warning,.f-inconclusive,.f-warning{--verdict:var(--warn);--verdict-ground:var(--warn-ground)}
`;

;// CONCATENATED MODULE: ./report/html/shell.js
/** What every page of ours is built in: head, policy, style and the bar at its top. */






const STYLE = TOKENS + PAGE_STYLE + CHART_STYLE;
/** Nothing may be loaded or run; the style is the one whose hash stands there. */
const policy = () => `default-src 'none'; style-src 'sha256-${(0,external_node_crypto_.createHash)('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
/** The whole page; `main` has an element with the id `verdict`. */
function pageOf({ title, verdict, bar, links, main, toolVersion }) {
    const page = (0,markup/* html */.qy) `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${(0,markup/* trusted */.IZ)(policy())}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${(0,markup/* trusted */.IZ)(`<style>${STYLE}</style>`)}
      </head>
      <body class="v-${verdict}">
        <a class="skip" href="#verdict">Skip to the verdict</a>
        ${marks/* PATTERNS */.G3}
        <header class="bar">
          <div>
            <p class="verdict">${bar}</p>
            <nav aria-label="Page">${links}</nav>
          </div>
        </header>
        <main>${main}</main>
        <footer><p>partition-guard ${(0,markup/* short */.h0)(toolVersion, 40)}</p></footer>
      </body>
    </html> `;
    return page.markup;
}


/***/ }),

/***/ 70693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ dataTable)
/* harmony export */ });
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58397);
/** Tables that scroll within themselves where they are wider than the page. */

/** The first cell of a row is its heading. */
function dataTable({ caption, columns }, rows) {
    const classOf = (i) => (columns[i]?.isNumber ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) ` class="number"` : undefined);
    const head = columns.map(({ title }, i) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<th scope="col" ${classOf(i)}>${title}</th>`);
    const body = rows.map(([first, ...cells]) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr>
        <th scope="row">${first}</th>
        ${cells.map((cell, i) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<td${classOf(i + 1)}>${cell}</td>`)}
      </tr> `);
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div class="scroll" role="group" tabindex="0" aria-label="${caption}">
    <table>
      <caption class="unseen">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}


/***/ })

};
