export const id = 2245;
export const ids = [2245];
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

/***/ 79427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OF: () => (/* binding */ EMPTY_DOCUMENT),
  Cm: () => (/* binding */ MAX_CONFIGURATION_BYTES),
  MA: () => (/* binding */ parseConfiguration)
});

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(33483);
// EXTERNAL MODULE: ./settings/nearest-name.js
var nearest_name = __webpack_require__(92264);
;// CONCATENATED MODULE: ./settings/yaml-faults.js
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

;// CONCATENATED MODULE: ./settings/configuration-document.js
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

/***/ 32245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadConfiguration: () => (/* binding */ loadConfiguration),
/* harmony export */   o: () => (/* binding */ CONFIGURATION_FILE)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_operator_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48670);
/* harmony import */ var _configuration_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79427);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92264);
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

/***/ 92264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38232);
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


/***/ })

};
