export const id = 2112;
export const ids = [2112];
export const modules = {

/***/ 22112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CHECKS: () => (/* binding */ CHECKS)
});

// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
// EXTERNAL MODULE: ./domain/partition-name.js
var partition_name = __webpack_require__(3879);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
;// CONCATENATED MODULE: ./checks/attribute-equality.js
const CAST = /::(?:"(?:[^"]|"")*"|[\w.])+(?: (?:varying|precision))?(?:\(\d+(?:, *\d+)?\))?(?: (?:without|with) time zone)?(?:\[\])*/g;
/** Without casts, brackets and blanks, which come and go with a column's type. */
const plainText = (expression) => expression
    .replace(CAST, '')
    .replace(/\b(?:now|transaction_timestamp)\(\)/g, 'CURRENT_TIMESTAMP')
    .replace(/[()\s]/g, '')
    .toLowerCase();
function isKept(a, around) {
    const { after, redefined, everyPartition } = around;
    const now = [...after.attributes, ...everyPartition];
    const same = now.filter((b) => b.kind === a.kind);
    // The very object is still there, whatever it is called or its columns are.
    if (a.oid > 0 && a.kind !== 'trigger' && same.some((b) => b.oid === a.oid))
        return true;
    const isEqual = (b) => plainText(b.definition) === plainText(a.definition);
    const [column] = a.columns;
    const isRedefined = column !== undefined && redefined.has(column);
    switch (a.kind) {
        case 'storage':
        case 'logged':
            // A partitioned table has no storage of its own.
            return same.some(isEqual) || (after.isPartitioned && after.partitions.length === 0);
        case 'grant':
        case 'column grant':
            return a.name === after.owner || now.some((b) => grants(b, a));
        case 'index':
            return now.some((b) => isAsGood(b, a, after));
        case 'primary key':
            return same.some((b) => hasKey(b, a, after));
        case 'unique':
            return now.some((b) => (b.kind === 'unique' || b.kind === 'primary key' || (b.isUnique && !hasPredicate(b))) &&
                hasKey(b, a, after));
        case 'check':
            return same.some((b) => isEqual(b) || isEqual({ ...b, definition: validated(b, a) }));
        case 'foreign key':
            return same.some((b) => isEqual(b) ||
                (b.object === a.object && holdsAll(b.columns, a.columns) && actionsOf(b) === actionsOf(a)));
        case 'referenced by':
            return same.some((b) => b.object === a.object && holdsAll(b.columns, a.columns) && actionCodes(b) === actionCodes(a));
        case 'comment':
            return same.length > 0;
        case 'column comment':
        case 'not null':
            return same.some((b) => b.columns[0] === column);
        case 'default':
            return same.some((b) => b.columns[0] === column && (isRedefined || isSameValue(b, a)));
        case 'generated':
            return same.some((b) => b.columns[0] === column && isEqual(b));
        case 'collation':
        case 'column storage':
        case 'statistics target':
            return isRedefined || same.some((b) => b.columns[0] === column && isEqual(b));
        case 'statistics':
            return same.some((b) => holdsAll(b.columns, a.columns) && isEqual(b));
        case 'view':
            return same.some(isEqual);
        case 'partition view':
            return after.views.includes(a.definition);
        case 'trigger':
            return same.some((b) => isEqual(b) || firesAsOften(b, a));
        case 'owner':
        case 'row security':
        case 'policy':
        case 'replica identity':
        case 'publication':
        case 'tablespace':
        case 'exclusion':
        case 'rule':
        case 'function':
            return same.some(isEqual);
    }
}
const TRIGGER = /^((?:CONSTRAINT )?(?:BEFORE|AFTER|INSTEAD OF)) (.*?) ((?:FOR EACH|REFERENCING|NOT DEFERRABLE|DEFERRABLE) .*)$/s;
/** The same function at the same time, and at more events perhaps. */
function firesAsOften(b, a) {
    const [now, old] = [b, a].map(({ definition }) => TRIGGER.exec(definition) ?? []);
    const events = now?.[2]?.split(' OR ') ?? [];
    return (now?.[1] !== undefined &&
        now[1] === old?.[1] &&
        plainText(now[3] ?? '') === plainText(old[3] ?? '') &&
        (old[2]?.split(' OR ') ?? []).every((event) => events.some((e) => e === event || (e === 'UPDATE' && event.startsWith('UPDATE OF ')))));
}
/** What a foreign key does when what it refers to is deleted or changed: without its CASCADE, deletes fail. */
const actionsOf = ({ definition }) => (definition.match(/ ON (?:UPDATE|DELETE) (?:CASCADE|RESTRICT|SET NULL|SET DEFAULT)/g) ?? [])
    .sort()
    .join('');
/** The same of one that refers here, where the catalog's letters are its definition's first two words. */
const actionCodes = ({ definition }) => definition.split(' ').slice(0, 2).join(' ');
const holdsAll = (columns, wanted) => wanted.every((column) => columns.includes(column));
/** One that was not validated then need not be now. */
const validated = (b, a) => a.definition.endsWith(' NOT VALID') ? `${b.definition.replace(/ NOT VALID$/, '')} NOT VALID` : b.definition;
function grants(b, a) {
    if (b.name !== a.name && b.name !== 'public')
        return false;
    const isOfColumn = b.kind === 'column grant';
    if (isOfColumn && (a.kind === 'grant' || b.columns[0] !== a.columns[0]))
        return false;
    if (!isOfColumn && b.kind !== 'grant')
        return false;
    return b.definition === a.definition || b.definition === `${a.definition} with grant option`;
}
const hasPredicate = ({ definition }) => / WHERE /.test(definition);
const predicateOf = ({ definition }) => plainText(/ WHERE (.*)$/s.exec(definition)?.[1] ?? '');
/** The same columns, and beside them at most those that partitioning forces into a key. */
const hasKey = (b, a, { partitionKey }) => holdsAll(b.columns, a.columns) &&
    b.columns.every((column) => a.columns.includes(column) || partitionKey.includes(column));
/** The same index, one that begins with its columns, or with another method over them; a unique one must be as unique. */
function isAsGood(b, a, after) {
    if (b.kind !== 'index')
        return false;
    if (plainText(b.definition) === plainText(a.definition) && (b.isUnique || !a.isUnique))
        return true;
    if (predicateOf(b) !== predicateOf(a))
        return false;
    if (a.isUnique)
        return b.isUnique === true && hasKey(b, a, after);
    return a.columns.every((column, i) => plainText(b.columns[i] ?? '') === plainText(column));
}
const literalOf = (text) => /^'?([^']*)'?$/.exec(plainText(text))?.[1] ?? plainText(text);
/** `0` and `0.00` are one default, and so are `'5'` and `5`. */
function isSameValue(b, a) {
    const [now, old] = [literalOf(b.definition), literalOf(a.definition)];
    return now === old || (now !== '' && old !== '' && Number(now) === Number(old));
}

;// CONCATENATED MODULE: ./checks/attribute-words.js

/** Begins with a capital letter, and can be followed by "of the table". */
function wordsOf({ kind, name, definition, columns, object, isUnique }) {
    const column = columns[0] ?? '';
    switch (kind) {
        case 'owner':
            return `The owner ${definition}`;
        case 'row security':
            return definition === 'forced' ? 'Row security for its owner' : 'Row security';
        case 'policy':
            return `The policy ${name}`;
        case 'replica identity':
            return `The replica identity ${definition}`;
        case 'publication':
            return `The publication ${name}`;
        case 'storage':
            return `The storage option ${definition}`;
        case 'tablespace':
            return `The tablespace ${definition}`;
        case 'logged':
            return 'The write-ahead log';
        case 'grant':
            return `The grant of ${definition} to ${name}`;
        case 'column grant':
            return `The grant of ${definition} on ${column} to ${name}`;
        case 'index':
            return `The ${isUnique ? 'unique ' : ''}index on ${definition.replace(/^btree /, '')}`;
        case 'primary key':
            return `The primary key (${columns.join(', ')})`;
        case 'unique':
            return `The constraint ${definition}`;
        case 'exclusion':
            return `The constraint ${definition}`;
        case 'check':
            return `The constraint ${definition}`;
        case 'foreign key':
            return `The ${definition.replace(/^FOREIGN KEY/, 'foreign key')}`;
        case 'referenced by':
            return `The foreign key of ${(0,wording/* shortName */.EU)(object ?? '')} (${columns.join(', ')}) that points at rows`;
        case 'trigger':
            return `The trigger ${name} (${definition})`;
        case 'rule':
            return `The rule ${name}`;
        case 'statistics':
            return `The statistics on ${columns.join(', ') || definition}`;
        case 'comment':
            return 'The comment';
        case 'column comment':
            return `The comment on ${column}`;
        case 'not null':
            return `NOT NULL on ${column}`;
        case 'default':
            return `The default ${definition} of ${column}`;
        case 'generated':
            return `The generated expression of ${column}`;
        case 'collation':
            return `The collation ${definition} of ${column}`;
        case 'column storage':
            return `The storage of ${column}`;
        case 'statistics target':
            return `The statistics target of ${column}`;
        case 'view':
            return `The view ${(0,wording/* shortName */.EU)(object ?? name)}`;
        case 'partition view':
            return `The view ${(0,wording/* shortName */.EU)(object ?? name)} of a partition`;
        case 'function':
            return `The function ${(0,wording/* shortName */.EU)(object ?? name)}`;
    }
}

;// CONCATENATED MODULE: ./checks/attribute-losses.js




function lossesOf(comparison) {
    const { after, named } = comparison;
    const before = asNamedNow(comparison);
    const gone = goneColumns(comparison, before);
    const redefined = new Set(before.columns
        .filter((column) => after.columns.some((c) => c.name === column.name && c.type !== column.type))
        .map((column) => column.name));
    const own = before.attributes
        .filter((a) => a.ofConstraint === undefined && !mentions(a, gone) && !isMeant(a, named, after))
        .filter((a) => !isKept(a, { after, redefined, everyPartition: ofEveryPartition(after) }))
        .sort(byKind);
    return [
        ...numberingLosses(before, after, gone, named),
        ...own.map((attribute) => ({
            text: textOf(attribute, after),
            object: attribute.kind === 'referenced by' ? undefined : attribute.object,
            partitions: [],
        })),
        ...partitionLosses({ ...comparison, before }, gone),
    ];
}
/** The worst to lose first: what keeps rows right, then who may do what, then how fast it is. */
const RANK = [
    ...['primary key', 'foreign key', 'referenced by', 'unique', 'exclusion', 'check', 'not null'],
    ...['trigger', 'rule', 'default', 'generated', 'row security', 'policy', 'owner', 'grant'],
    ...['column grant', 'publication', 'replica identity', 'logged', 'view', 'function'],
    ...['partition view', 'index', 'collation', 'storage', 'tablespace', 'statistics'],
];
const rankOf = ({ kind }) => (RANK.indexOf(kind) + RANK.length + 1) % (RANK.length + 1);
const byKind = (a, b) => rankOf(a) - rankOf(b) || compareText(sortKey(a), sortKey(b));
const sortKey = (a) => [a.kind, a.name, a.definition, ...a.columns].join(' ');
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** What was known under the columns' names of then, under those of now: of the same table they are told by their place. */
function asNamedNow({ before, after }) {
    if (before.oid !== after.oid)
        return before;
    const renamed = new Map(before.columns.flatMap(({ name, position }) => {
        const now = after.columns.find((column) => column.position === position)?.name;
        return now === undefined || now === name ? [] : [[name, now]];
    }));
    if (renamed.size === 0)
        return before;
    const now = (name) => renamed.get(name) ?? name;
    const within = (text) => text.replace(/"((?:[^"]|"")+)"|[\w$]+/g, (word, quoted) => renamed.get(quoted ?? word) ?? word);
    const rename = (a) => ({
        ...a,
        name: a.columns.includes(a.name) ? now(a.name) : a.name,
        columns: a.columns.map(now),
        definition: within(a.definition),
    });
    return {
        ...before,
        columns: before.columns.map((column) => ({ ...column, name: now(column.name) })),
        attributes: before.attributes.map(rename),
        partitions: before.partitions.map((p) => ({ ...p, attributes: p.attributes.map(rename) })),
        numberings: before.numberings.map((n) => ({ ...n, column: now(n.column) })),
    };
}
/** Columns that are not there any more: that is told by what compares rows. */
const goneColumns = ({ after }, before) => before.columns.map((c) => c.name).filter((name) => !after.columns.some((c) => c.name === name));
function mentions(a, gone) {
    if (a.kind === 'referenced by')
        return false;
    const words = a.definition.match(/[\w$]+/g) ?? [];
    return gone.some((column) => a.columns.includes(column) || words.includes(column));
}
/** How statements name each kind; by its name, or by what a table has but once. */
const NAMED_AS = {
    owner: ['owner'],
    'row security': ['row security'],
    policy: ['policy'],
    'replica identity': ['replica identity'],
    publication: ['publication'],
    storage: ['storage'],
    tablespace: ['tablespace'],
    logged: ['logged'],
    grant: ['grant'],
    'column grant': ['grant'],
    index: ['index'],
    'primary key': ['constraint'],
    unique: ['constraint'],
    exclusion: ['constraint'],
    check: ['constraint'],
    'foreign key': ['constraint'],
    'referenced by': ['constraint'],
    trigger: ['trigger'],
    rule: ['rule'],
    statistics: ['statistics'],
    comment: ['comment'],
    'column comment': ['comment'],
    'not null': ['not null'],
    default: ['default', 'column'],
    generated: ['generated', 'column'],
    collation: ['column'],
    'column storage': ['column storage', 'column'],
    'statistics target': ['statistics target'],
    view: ['view'],
    'partition view': ['view'],
    function: ['function'],
};
/** What a table has but once, so that no name is needed. */
const WITHOUT_NAME = [
    'owner',
    'row security',
    'replica identity',
    'storage',
    'tablespace',
    'logged',
];
/** A statement that names it meant it, unless one after it makes it again and it is not there after all. */
function isMeant(a, named, after) {
    const name = a.kind === 'comment' ? (0,partition_name/* bareName */.yZ)(a.name) : a.name;
    const isThere = after.attributes.some((other) => other.kind === a.kind && other.name === a.name);
    return named.some(({ what, name: taken, isMadeAgain }) => {
        if (a.kind === 'referenced by' && what === 'table' && taken === (0,partition_name/* bareName */.yZ)(a.object ?? ''))
            return true;
        // Who drops the function of a trigger has no more use for the trigger.
        if (a.kind === 'trigger' && what === 'function' && taken === functionOf(a) && !isMadeAgain)
            return true;
        if (!NAMED_AS[a.kind].includes(what))
            return false;
        return WITHOUT_NAME.includes(a.kind) || (taken === name && (!isMadeAgain || isThere));
    });
}
const functionOf = ({ definition }) => {
    const called = / EXECUTE (?:FUNCTION|PROCEDURE) ((?:"(?:[^"]|"")+"|[\w$.])+)\(/.exec(definition)?.[1];
    return called === undefined ? undefined : (0,partition_name/* bareName */.yZ)(called);
};
/** What every partition has of its own is as good as the table's. */
function ofEveryPartition({ partitions }) {
    const [first, ...others] = partitions;
    return (first?.attributes ?? []).filter((a) => others.every((p) => p.attributes.some((b) => isAlike(a, b))));
}
const isAlike = (a, b) => a.kind === b.kind &&
    plainText(a.definition) === plainText(b.definition) &&
    a.columns.join() === b.columns.join() &&
    (!NAMES_COUNT.includes(a.kind) || a.name === b.name);
/** Of these the name tells whose they are. */
const NAMES_COUNT = ['grant', 'column grant', 'publication'];
function textOf(a, after) {
    const table = (0,wording/* shortName */.EU)(after.table);
    if (a.kind === 'view' && a.object !== undefined && after.views.includes(a.object)) {
        return `The view ${(0,wording/* shortName */.EU)(a.object)} does not read ${table} any more.`;
    }
    return `${wordsOf(a)} of ${table} is gone.`;
}
function numberingLosses(before, after, gone, named) {
    return before.numberings.flatMap((old) => {
        const isRedefined = named.some(({ what, name }) => ['identity', 'default', 'column'].includes(what) && name === old.column);
        if (gone.includes(old.column) || isRedefined)
            return [];
        const now = after.numberings.find((n) => n.column === old.column);
        const text = numberingText(old, now, (0,wording/* shortName */.EU)(after.table));
        return text === undefined ? [] : [{ text, object: now ? undefined : old.sequence, partitions: [] }];
    });
}
function numberingText(old, now, table) {
    const column = `${table}.${old.column}`;
    if (!now)
        return `${column} takes no number by itself any more: its ${kindOf(old)} is gone.`;
    if (old.kind !== 'serial' && now.kind !== old.kind) {
        return `${column} is ${kindOf(now)}, and was ${kindOf(old)}.`;
    }
    const isBehind = old.increment > 0n && now.next < old.next;
    const isInUse = now.highest !== undefined && now.next <= now.highest;
    if (!isBehind || !isInUse)
        return undefined;
    return `The numbers of ${column} go on from ${now.next} where they would have from ${old.next}, and ${now.highest ?? ''} is in use.`;
}
const kindOf = ({ kind }) => kind === 'serial' ? 'default from a sequence' : `identity GENERATED ${kind.toUpperCase()}`;
/** A single partition tells of no custom. */
const FEWEST = 2;
/** What every partition had of its own, each that is there in their place must have now. */
function partitionLosses({ before, after, named, isAddition }, gone) {
    if (before.partitions.length < FEWEST)
        return [];
    return ofEveryPartition(before)
        .filter((a) => !mentions(a, gone) && !isMeant(a, named, after))
        .filter((a) => !(a.kind === 'owner' && before.owner === a.definition && after.owner !== before.owner))
        .sort(byKind)
        .flatMap((a) => {
        if (after.attributes.some((b) => isAlike(a, b)) && reachesPartitions(a.kind))
            return [];
        const lacking = after.partitions.filter((p) => !isAddition(p.name) &&
            !p.attributes.some((b) => isAlike(a, b) || covers(b, a)) &&
            !isOwners(a, p.attributes));
        if (lacking.length === 0)
            return [];
        const names = lacking.map((p) => (0,wording/* shortName */.EU)(p.name));
        return [
            {
                text: `${wordsOf(a)} of every partition of ${(0,wording/* shortName */.EU)(after.table)} is missing from ${names[0] ?? ''}${names.length > 1 ? ` and ${names.length - 1} more` : ''}.`,
                partitions: lacking.map((p) => p.name),
            },
        ];
    });
}
/** Partitions have these from their parent; a grant on it is enough for whoever reads and writes through it. */
const reachesPartitions = (kind) => [
    'grant',
    'column grant',
    'index',
    'primary key',
    'unique',
    'check',
    'foreign key',
    'trigger',
    'exclusion',
].includes(kind);
const covers = (now, old) => now.kind === old.kind &&
    now.name === old.name &&
    now.columns.join() === old.columns.join() &&
    ['grant', 'column grant'].includes(now.kind) &&
    now.definition === `${old.definition} with grant option`;
/** An owner needs no grant. */
const isOwners = (a, others) => ['grant', 'column grant'].includes(a.kind) &&
    others.some((other) => other.kind === 'owner' && other.definition === a.name);

// EXTERNAL MODULE: ./checks/judging.js
var judging = __webpack_require__(20228);
;// CONCATENATED MODULE: ./checks/attributes-preserved.js




const attributesPreserved = {
    id: 'attributes-preserved',
    title: 'What hung on the table still does',
    why: 'A table that is copied and swapped comes without the grants, triggers and foreign keys of the old one, and nothing fails until the first user does.',
    remedy: 'Make on the new table what the old one had, before the swap; or name what is to go in a statement of its own, without CASCADE.',
    severity: 'error',
    judge,
};
function judge(history) {
    const violations = [];
    let judged = 0;
    // What the first call took is not there after the second either: it is told once.
    const told = new Map();
    for (const { pass, record } of (0,judging/* playedRecords */.m0)(history)) {
        const known = told.get(pass) ?? new Set();
        told.set(pass, known);
        for (const { attributes, attributesWhenSeeded, layout, layoutWhenSeeded } of record.tables) {
            if (!attributes || !attributesWhenSeeded)
                continue;
            judged += 1;
            const losses = lossesOf({
                before: attributesWhenSeeded,
                after: attributes,
                named: record.named ?? [],
                isAddition: (name) => isAddition(name, layoutWhenSeeded, layout),
            }).filter(({ text }) => !known.has(text));
            for (const { text } of losses)
                known.add(text);
            const when = (0,judging/* moment */.n$)(history, pass, record.step);
            violations.push(...losses.map((loss) => ({
                text: loss.text.replace(/\.$/, `${when}.`),
                ...placeOf(record, loss, attributes.table),
            })));
        }
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged: [], judged }, {
        pass: 'What hung on the tables still hangs on them.',
        notApplicable: 'No table was in use before the change.',
    });
}
/** What lies within a partition that is partitioned itself is in no layout, and taken to replace something. */
function isAddition(name, before, after) {
    const made = after?.partitions.find((p) => p.name === name);
    if (!before || made?.kind !== 'range')
        return false;
    return !(0,domain_layout/* rangePartitions */.N2)(before).some((p) => (0,domain_range/* overlaps */.$f)(p.range, made.range));
}
/** Where the object went; else where the table or the partition came to be that lacks it. */
function placeOf(record, { object, partitions }, table) {
    const [partition] = partitions;
    const origin = (object === undefined ? undefined : (0,judging/* originOf */.yv)(record, object, ['dropped', 'altered'])) ??
        (0,judging/* originOf */.yv)(record, partition ?? table, ['made', 'attached']) ??
        (0,judging/* originOf */.yv)(record, partition ?? table);
    return { location: origin?.location ?? record.residue?.location, statement: origin?.statement };
}

// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
;// CONCATENATED MODULE: ./checks/places.js




const CAME = ['made', 'attached', 'altered'];
const WENT = ['dropped', 'detached'];
/** The origin of the first of the objects that has one: in this step, or in one before it. */
function originBefore({ pass, record }, objects, events) {
    const until = pass.records.indexOf(record);
    for (const object of objects) {
        for (let i = until; i >= 0; i -= 1) {
            const origin = (0,judging/* originOf */.yv)(pass.records[i], object, events);
            if (origin)
                return origin;
        }
    }
    return undefined;
}
/** As a violation carries it; of a call that left nothing to see, the function that was called. */
function located(played, ...origins) {
    const found = origins.find((origin) => origin?.location) ?? played.record.call;
    return found?.location ? { location: found.location, statement: found.statement } : {};
}
/**
 * Who left a range without a partition. A sliver is a bound that was set amiss: the one that is no midnight, else that
 * of the partition below it. A wider one was left by whoever took its partition away, or began too late, or ended too
 * early.
 */
function placeOfOpening(played, { range, before, after }) {
    const kept = new Set(after.partitions.map((p) => p.oid));
    const gone = namesOf(before?.partitions.filter((p) => p.kind === 'range' && !kept.has(p.oid) && (0,domain_range/* overlaps */.$f)(p.range, range)));
    const present = (0,domain_layout/* rangePartitions */.N2)(after);
    const below = namesOf(present.filter((p) => (0,domain_range/* compareBounds */.H1)(p.range.upper, range.lower) === 0));
    const above = namesOf(present.filter((p) => (0,domain_range/* compareBounds */.H1)(p.range.lower, range.upper) === 0));
    const span = (0,domain_range/* spanOf */.ee)(range);
    const came = (names) => originBefore(played, names, CAME);
    const went = originBefore(played, gone, WENT) ?? takenAway(played, range, after);
    const table = originBefore(played, [after.table], ['made']);
    if (span === undefined || span.upper - span.lower >= instant/* DAY */.d_)
        return located(played, went, came(above), came(below), table);
    const isLate = span.lower % instant/* DAY */.d_ === 0n && span.upper % instant/* DAY */.d_ !== 0n;
    const [first, second] = isLate ? [above, below] : [below, above];
    return located(played, came(first), went, came(second), table);
}
/** A partition that came and went within one step is in no layout: only its range tells that it was there. */
function takenAway({ record }, range, after) {
    const present = new Set(namesOf(after.partitions));
    return record.origins?.findLast((origin) => WENT.includes(origin.event) &&
        !present.has(origin.object) &&
        origin.range !== undefined &&
        (0,domain_range/* overlaps */.$f)(origin.range, range));
}
/** What a table was given that turns rows away: a trigger, a rule or a constraint, the last of them. */
function placeOfBarrier(played, tables) {
    const barriers = tables.flatMap((table) => {
        const onIt = (object) => object.endsWith(` on ${table}`);
        return played.record.origins?.findLast(({ object, event }) => event === 'made' && onIt(object)) ?? [];
    });
    const [barrier] = barriers;
    return located(played, barrier, originBefore(played, tables, ['altered']), originBefore(played, tables));
}
const namesOf = (partitions = []) => partitions.map((p) => p.name);

;// CONCATENATED MODULE: ./checks/audit-complete.js






const auditComplete = {
    id: 'audit-complete',
    title: 'Every change of a partition is in the log',
    why: 'After an incident the log is all that tells which partition was dropped, when and by whom.',
    remedy: 'Write the row in the same transaction as the CREATE, ATTACH, DETACH or DROP, on every path that leads there.',
    severity: 'error',
    judge: audit_complete_judge,
};
function audit_complete_judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    for (const played of (0,judging/* playedRecords */.m0)(history)) {
        const before = lastLogBefore(played);
        const after = played.record.audit;
        if (!before || isOurs(played.record))
            continue;
        if (!after || after.table !== before.table) {
            unjudged.push(`The audit log ${(0,wording/* shortName */.EU)(before.table)} is not there any more.`);
            continue;
        }
        judged += 1;
        violations.push(...goneRows(history, played, before, after));
        for (const { table, managed, layout } of played.record.tables) {
            const layoutBefore = (0,judging/* tableIn */.sV)(played.previous, table)?.layout;
            if (!layout || !layoutBefore)
                continue;
            if (!managed && !layoutBefore.partitions.some((p) => rowsOf(before, p) > 0))
                continue;
            const untold = (0,domain_layout/* eventsBetween */.Go)(layoutBefore, layout).filter((event) => rowsAbout(after, event) <= rowsAbout(before, event));
            const [first] = untold;
            if (first)
                violations.push(violationOf({ history, played, table, log: after.table, untold, first }));
        }
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged, judged }, {
        pass: 'Every partition that changed has its row in the audit log.',
        notApplicable: 'The schema has no audit log.',
    });
}
/** Steps in which nothing of the migrations runs. */
const isOurs = ({ step: { kind } }) => kind === 'seed' || kind === 'book-ahead';
/** As it was when the step began; undefined where it was not there yet. */
function lastLogBefore({ pass, record }) {
    const earlier = pass.records.slice(0, pass.records.indexOf(record));
    return earlier.findLast((r) => !isOurs(r))?.audit;
}
/** A log may hold the bare name or the qualified one, quoted or not; a column of type regclass holds the oid of what is gone. */
function rowsOf(log, partition) {
    const bare = (0,partition_name/* bareName */.yZ)(partition.name);
    const names = new Set([
        partition.name,
        (0,wording/* shortName */.EU)(partition.name),
        bare,
        `"${bare.replaceAll('"', '""')}"`,
        `${partition.name.split('.')[0] ?? ''}.${bare}`,
        String(partition.oid),
    ]);
    return log.entries.reduce((sum, entry) => sum + (names.has(entry.partition) ? entry.rows : 0), 0);
}
const rowsAbout = (log, event) => rowsOf(log, event.partition) +
    ('before' in event && event.before.name !== event.partition.name ? rowsOf(log, event.before) : 0);
function violationOf({ history, played, table, log, untold, first }) {
    const { pass, record } = played;
    const origin = (0,judging/* originOf */.yv)(record, first.partition.name);
    const verb = untold.length === 1 ? 'has' : 'have';
    return {
        text: `${(0,wording/* count */.U9)(untold.length, 'change')} of partitions of ${(0,wording/* shortName */.EU)(table)} ${verb} no row in ${(0,wording/* shortName */.EU)(log)}${(0,judging/* moment */.n$)(history, pass, record.step)}: ${tell(first)}.`,
        count: untold.length,
        examples: untold.slice(1).map(tell),
        ...located(played, origin),
    };
}
function tell(event) {
    const { partition } = event;
    const name = (0,wording/* shortName */.EU)(partition.name);
    switch (event.kind) {
        case 'made':
            return `${name} was made${partition.kind === 'range' ? ` for ${(0,domain_range/* formatRange */.Lu)(partition.range)}` : ''}`;
        case 'gone':
            return `${name} was dropped or detached`;
        case 'replaced':
            return `${name} was dropped and made anew`;
        case 'moved':
            return `${name} got another range`;
    }
}
function goneRows(history, { pass, record }, before, after) {
    const now = new Map(after.entries.map((entry) => [entry.partition, entry.rows]));
    const gone = before.entries.filter((entry) => (now.get(entry.partition) ?? 0) < entry.rows);
    if (gone.length === 0)
        return [];
    const rows = gone.reduce((sum, entry) => sum + entry.rows - (now.get(entry.partition) ?? 0), 0);
    return [
        {
            text: `${(0,wording/* count */.U9)(rows, 'row')} of ${(0,wording/* shortName */.EU)(before.table)} ${rows === 1 ? 'is' : 'are'} gone${(0,judging/* moment */.n$)(history, pass, record.step)}.`,
            count: rows,
            examples: gone.slice(0, 5).map((entry) => `rows about ${entry.partition}`),
            unlisted: Math.max(0, gone.length - 5),
            location: record.residue?.location,
        },
    ];
}

;// CONCATENATED MODULE: ./checks/default-empty.js





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
    for (const played of (0,judging/* playedRecords */.m0)(history)) {
        const { pass, record, previous } = played;
        for (const { table, layout, layoutWhenSeeded, rows } of record.tables) {
            if (!layout)
                continue;
            judged += 1;
            stayed = Math.max(stayed, rows?.stillInCatchAll ?? 0);
            const moved = rows?.movedToCatchAll;
            if (moved && moved.count > 0) {
                violations.push({
                    text: `${(0,wording/* count */.U9)(moved.count, 'row')} of ${(0,wording/* shortName */.EU)(table)} had a partition of their own and are in a default or catch-all partition${(0,judging/* moment */.n$)(history, pass, record.step)}.`,
                    count: moved.count,
                    examples: moved.examples.map((e) => `${e.key} at ${e.at}, of ${(0,wording/* shortName */.EU)(e.partition)}`),
                    unlisted: moved.count - moved.examples.length,
                    ...located(played, placeOfRows(moved)),
                });
            }
            const before = (0,judging/* tableIn */.sV)(previous, table)?.layout ?? layoutWhenSeeded;
            for (const range of leftToDefault(before, layout)) {
                violations.push({
                    text: `${(0,wording/* shortName */.EU)(table)} leaves ${(0,domain_range/* formatRange */.Lu)(range)} to its default partition${(0,judging/* moment */.n$)(history, pass, record.step)}.`,
                    ...placeOfOpening(played, { range, before, after: layout }),
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
    return (0,judging/* conclude */.Ep)({ violations, unjudged: [], judged }, {
        pass: 'No seeded row is in a default or catch-all partition.',
        notApplicable: 'No range-partitioned table was there.',
    });
}
const placeOfRows = ({ location, statement = '' }) => ({
    statement,
    ...(location ? { location } : {}),
});
/** What only the default partition takes now, and had a partition before or was never uncovered before. */
function leftToDefault(before, after) {
    const window = (0,domain_layout/* maintainedWindow */.Dh)(before, after);
    if (!(0,domain_layout/* defaultPartition */.qs)(after) || !window)
        return [];
    const openBefore = before ? (0,domain_layout/* findGaps */.$0)(before, window) : [];
    return (0,domain_layout/* findGaps */.$0)(after, window).flatMap((gap) => (0,domain_range/* subtract */.Re)(gap, openBefore));
}

;// CONCATENATED MODULE: ./checks/attribute-differences.js


/** Told by a constraint already, or said anew at will: nobody waits for a lock that a comment takes. */
const isUntold = ({ kind, ofConstraint }) => ofConstraint === true || kind === 'comment' || kind === 'column comment';
/** What is dropped and made anew alike is no difference: that is how repeatable migrations are written. */
function attributeDifferences(before, after) {
    const [was, is] = [hangingOn(before, after), hangingOn(after, before)];
    return [...columnDifferences(before, after), ...missingFrom(was, is, false), ...missingFrom(is, was, true)];
}
/** Of partitions that are in both: what became of the others is told by the layout. */
function hangingOn({ table, attributes, partitions }, other) {
    const both = partitions.filter((p) => other.partitions.some((o) => o.oid === p.oid));
    return [{ name: table, attributes }, ...both].flatMap(({ name, attributes: own }) => own.filter((a) => !isUntold(a)).map((attribute) => ({ on: name, attribute })));
}
function missingFrom(these, those, isAdded) {
    const rest = new Map();
    for (const hanging of those)
        rest.set(keyOf(hanging), (rest.get(keyOf(hanging)) ?? 0) + 1);
    return these
        .filter((hanging) => {
        const left = rest.get(keyOf(hanging)) ?? 0;
        rest.set(keyOf(hanging), left - 1);
        return left <= 0;
    })
        .map(({ on, attribute }) => ({
        text: `${wordsOf(attribute)} ${isAdded ? 'was added to' : 'is gone from'} ${(0,wording/* shortName */.EU)(on)}${called(attribute)}`,
        isAdded,
        objects: [
            ...(attribute.object === undefined ? [] : [attribute.object]),
            `${attribute.name} on ${on}`,
            on,
        ],
    }));
}
const keyOf = ({ on, attribute: { kind, name, definition, columns, object } }) => JSON.stringify([on, kind, kind === 'owner' ? '' : name, definition, columns, object]);
const NAMED = [
    'index',
    'primary key',
    'unique',
    'check',
    'foreign key',
    'exclusion',
    'statistics',
];
const called = ({ kind, name }) => (NAMED.includes(kind) ? `: ${(0,wording/* shortName */.EU)(name)}` : '');
function columnDifferences(before, after) {
    const missing = (these, those) => these.columns
        .filter((column) => !those.columns.some((c) => c.name === column.name && c.type === column.type))
        .map(({ name, type }) => `The column ${name} (${type})`);
    const on = (0,wording/* shortName */.EU)(after.table);
    return [
        ...missing(before, after).map((text) => ({ text: `${text} is gone from ${on}`, isAdded: false })),
        ...missing(after, before).map((text) => ({ text: `${text} was added to ${on}`, isAdded: true })),
    ].map((difference) => ({ ...difference, objects: [after.table] }));
}

;// CONCATENATED MODULE: ./checks/idempotent.js





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
    for (const played of (0,judging/* playedRecords */.m0)(history)) {
        const { pass, record, previous } = played;
        const { step, outcome } = record;
        const again = step.kind === 'repeat-migrations' || ('repeats' in step && step.repeats);
        if (!again || !previous)
            continue;
        if (outcome.kind !== 'done' || previous.outcome.kind !== 'done') {
            unjudged.push(`"${step.label}" did not run to its end.`);
            continue;
        }
        for (const state of record.tables) {
            violations.push(...beside(history, played, state));
            const { table, layout } = state;
            const before = (0,judging/* tableIn */.sV)(previous, table)?.layout;
            if (!layout || !before)
                continue;
            judged += 1;
            const changes = differences(before, layout);
            if (changes.length === 0)
                continue;
            violations.push({
                text: `The partitions of ${(0,wording/* shortName */.EU)(table)} are not as they were${(0,judging/* moment */.n$)(history, pass, step)}: ${(0,wording/* count */.U9)(changes.length, 'difference')}.`,
                count: changes.length,
                examples: changes.map(({ text }) => text),
                ...located(played, ...changes.map(({ name, events }) => (0,judging/* originOf */.yv)(record, name, events))),
            });
        }
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged, judged }, { pass: 'The same call again changed nothing.', notApplicable: 'Nothing was run a second time.' });
}
/** What came or went beside partitions: one more index at each run. */
function beside(history, played, { table, attributes, attributesWhenSeeded }) {
    const { pass, record, previous } = played;
    // Rows were seeded or added just before: what hung on the table then was not touched since.
    const before = (0,judging/* tableIn */.sV)(previous, table)?.attributes ??
        (previous && hasSeeded(pass, previous) ? attributesWhenSeeded : undefined);
    const changes = attributes && before ? attributeDifferences(before, attributes) : [];
    if (changes.length === 0)
        return [];
    const origins = changes.flatMap(({ objects, isAdded }) => objects.map((object) => (0,judging/* originOf */.yv)(record, object, isAdded ? CAME : WENT) ?? (0,judging/* originOf */.yv)(record, object)));
    return [
        {
            text: `What hangs on ${(0,wording/* shortName */.EU)(table)} is not as it was${(0,judging/* moment */.n$)(history, pass, record.step)}: ${(0,wording/* count */.U9)(changes.length, 'difference')}.`,
            count: changes.length,
            examples: changes.map(({ text }) => text),
            ...located(played, ...origins),
        },
    ];
}
/** Whether a step seeds, or only adds rows to what was seeded right before it. */
function hasSeeded({ records }, record) {
    const steps = records.slice(0, records.indexOf(record) + 1).map(({ step }) => step.kind);
    return steps.findLast((kind) => kind !== 'book-ahead') === 'seed';
}
function differences(before, after) {
    const gone = before.partitions.filter((b) => !after.partitions.some((a) => a.oid === b.oid));
    const made = after.partitions.filter((a) => !before.partitions.some((b) => b.oid === a.oid));
    const moved = after.partitions.filter((a) => before.partitions.some((b) => b.oid === a.oid && !sameBounds(a, b)));
    const tell = (text, { name }, events) => ({
        text: `${(0,wording/* shortName */.EU)(name)} ${text}`,
        name,
        events,
    });
    return [
        ...gone.map((p) => tell(`was dropped${made.some((m) => m.name === p.name) ? ' and made anew' : ''}`, p, WENT)),
        ...made.filter((p) => !gone.some((g) => g.name === p.name)).map((p) => tell('was made', p, CAME)),
        ...moved.map((p) => tell('got another range or name', p, CAME)),
    ];
}
const sameBounds = (a, b) => a.name === b.name &&
    (a.kind === 'range' && b.kind === 'range' ? (0,domain_range/* equalRanges */.dk)(a.range, b.range) : a.kind === b.kind);

// EXTERNAL MODULE: ./domain/interval.js
var domain_interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./checks/interval-applied.js







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
    for (const played of (0,judging/* everyRecord */.di)(history)) {
        const { pass, record, previous } = played;
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
                before: (0,judging/* tableIn */.sV)(previous, state.table)?.layout,
                after: state.layout,
                interval: (0,domain_interval/* intervalOf */.XF)(step.to),
                now: history.now,
            });
            judged += seen.applied + seen.wrong.length;
            if (seen.wrong.length === 0)
                continue;
            const verb = seen.wrong.length === 1 ? 'has' : 'have';
            violations.push({
                text: `${(0,wording/* count */.U9)(seen.wrong.length, 'partition')} of ${(0,wording/* shortName */.EU)(state.table)} ${verb} another interval than ${step.to}, where no row forbids it${(0,judging/* moment */.n$)(history, pass, step)}.`,
                count: seen.wrong.length,
                examples: seen.wrong.map((p) => `${(0,wording/* shortName */.EU)(p.name)} spans ${(0,domain_range/* formatRange */.Lu)(p.range)}`),
                ...interval_applied_placeOf(played, seen.wrong.map((p) => p.name), state.layout),
            });
        }
    }
    if (asked > 0 && judged === 0 && unjudged.length === 0) {
        unjudged.push('No partition of the future was free of rows: the new interval could be seen nowhere.');
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged, judged }, {
        pass: 'The catalog shows the interval asked for, wherever no row forbids it.',
        notApplicable: 'No interval was asked for.',
    });
}
/** What made or left a wrong partition; else what made others of the table; else what had made the wrong one before. */
function interval_applied_placeOf(played, wrong, { partitions }) {
    const last = (names) => names.flatMap((name) => (0,judging/* originOf */.yv)(played.record, name, [...CAME, 'left']) ?? [])[0];
    const others = partitions.map((p) => p.name);
    return located(played, last(wrong), last(others), originBefore(played, wrong, CAME));
}
/** Bounds of a timestamptz key that are no midnights of UTC are taken for midnights of a zone with summer time. */
const slackOf = ({ lower, upper }, { keyType }) => keyType === 'timestamptz' && (lower % instant/* DAY */.d_ !== 0n || upper % instant/* DAY */.d_ !== 0n) ? instant/* DAY */.d_ / 24n : 0n;
/**
 * Sorts the future's partitions: kept because rows were in them, of the interval asked for, cut short by a kept
 * neighbour or by the window's end, left alone along with rows, or wrong.
 */
function compare({ before, after, interval, now }) {
    const old = before ? (0,domain_layout/* rangePartitions */.N2)(before) : [];
    const isAmong = (some, p) => some.some((h) => h.oid === p.oid || (0,domain_range/* equalRanges */.dk)(h.range, p.range));
    const held = old.filter((p) => p.rows > 0);
    const kept = (p) => isAmong(held, p);
    const edges = (0,domain_layout/* finiteSpans */.Pk)({ ...after, partitions: (0,domain_layout/* rangePartitions */.N2)(after).filter(kept) });
    const window = (0,domain_layout/* maintainedWindow */.Dh)(before, after);
    const occupiedEdges = new Set(edges.flatMap((s) => [s.lower, s.upper]));
    const applied = [];
    const others = [];
    for (const partition of (0,domain_layout/* rangePartitions */.N2)(after)) {
        const span = (0,domain_range/* spanOf */.ee)(partition.range);
        if (!span || span.lower < now || kept(partition))
            continue;
        const isCutShort = span.upper < (0,domain_interval/* nthBound */.rq)(span.lower, interval, 1) &&
            (occupiedEdges.has(span.lower) || occupiedEdges.has(span.upper) || span.upper === window?.upper);
        if ((0,domain_interval/* isAboutOneInterval */.R1)(span, interval, slackOf(span, after)))
            applied.push(span);
        else if (!isCutShort)
            others.push({ partition, span });
    }
    const cells = { after, interval, applied, kept, isOld: (p) => isAmong(old, p) };
    const isCutByTheBeginning = (span) => span.lower === window?.lower &&
        span.upper < (0,domain_interval/* nthBound */.rq)(span.lower, interval, 1) &&
        applied.some((a) => a.lower === span.upper);
    const wrong = others
        .filter(({ span }) => !isCutByTheBeginning(span) && !isInRangeLeftAlone(span, cells))
        .map((o) => o.partition);
    return { applied: applied.length, wrong };
}
/**
 * A whole range of the new interval in which rows are may be left as it was, to begin anew with the next one: also its
 * partitions without rows. Where the old interval does not end with the new one, one shorter partition bridges the two.
 */
function isInRangeLeftAlone(span, { after, interval, applied, kept, isOld }) {
    const middle = middleOf(span);
    const anchor = applied.find((a) => a.lower >= span.upper) ?? applied.at(-1);
    if (!anchor)
        return false;
    let n = anchor.lower > middle ? -1 : 1;
    while ((0,domain_interval/* nthBound */.rq)(anchor.lower, interval, n) > middle)
        n -= 1;
    while ((0,domain_interval/* nthBound */.rq)(anchor.lower, interval, n + 1) <= middle)
        n += 1;
    const [lower, upper] = [(0,domain_interval/* nthBound */.rq)(anchor.lower, interval, n), (0,domain_interval/* nthBound */.rq)(anchor.lower, interval, n + 1)];
    const within = (0,domain_layout/* rangePartitions */.N2)(after).flatMap((partition) => {
        const of = (0,domain_range/* spanOf */.ee)(partition.range);
        return of && middleOf(of) >= lower && middleOf(of) < upper
            ? [{ partition, length: of.upper - of.lower }]
            : [];
    });
    const left = within.filter((w) => isOld(w.partition));
    const bridges = within.filter((w) => !left.includes(w));
    return (left.some((w) => kept(w.partition)) &&
        bridges.length <= 1 &&
        bridges.every((bridge) => left.some((w) => w.length > bridge.length)));
}
const middleOf = ({ lower, upper }) => lower + (upper - lower) / 2n;

;// CONCATENATED MODULE: ./checks/lock-budget.js


const lockBudget = {
    id: 'lock-budget',
    title: 'Nobody stands still for long',
    why: 'Whoever reads or writes a locked table waits until the transaction ends, and connections pile up behind.',
    remedy: 'Do the long work before the lock or in small transactions, take the lock last, and commit right after it.',
    severity: 'warning',
    judge: lock_budget_judge,
};
function lock_budget_judge(history) {
    const overdue = [];
    let judged = 0;
    for (const { pass, record } of (0,judging/* playedRecords */.m0)(history)) {
        if (!record.locks)
            continue;
        judged += 1;
        const locks = record.locks.filter((lock) => lock.heldMs > budgetOf(lock, history.lockBudget));
        const when = (0,judging/* moment */.n$)(history, pass, record.step, 'during');
        overdue.push(...locks.filter((lock) => !isTold(lock, locks)).map((lock) => ({ lock, when })));
    }
    const violations = overdue
        .sort((a, b) => b.lock.heldMs - a.lock.heldMs)
        .map(({ lock, when }) => lock_budget_violationOf(lock, when, history.lockBudget));
    return (0,judging/* conclude */.Ep)({ violations, unjudged: [], judged }, {
        pass: 'No table in use was locked for longer than its budget.',
        notApplicable: 'No table was in use while migrations ran.',
    });
}
const stopsReaders = ({ mode }) => mode === 'ACCESS EXCLUSIVE';
const budgetOf = (lock, { exclusiveMs, writerStallMs }) => stopsReaders(lock) ? Math.min(exclusiveMs, writerStallMs) : writerStallMs;
/** A partition's lock adds nothing to the same lock of its table; nor does a weaker one that was held no longer. */
const isTold = (lock, all) => all.some((other) => other !== lock &&
    [lock.table, lock.parent].includes(other.table) &&
    other.heldMs >= lock.heldMs &&
    (stopsReaders(other) || !stopsReaders(lock)) &&
    (other.table !== lock.table || other.mode !== lock.mode));
function lock_budget_violationOf(lock, when, budget) {
    const { table, parent, mode, heldMs, rows, location, statement } = lock;
    const name = (0,wording/* shortName */.EU)(table) + (parent === undefined ? '' : `, a partition of ${(0,wording/* shortName */.EU)(parent)},`);
    const measured = rows === undefined ? '' : ` (${(0,wording/* count */.U9)(rows, 'row')})`;
    const whoWaits = stopsReaders(lock) ? 'who reads or writes it' : 'who writes to it';
    return {
        text: `${name} was locked ${mode} for ${(0,wording/* milliseconds */.Rz)(heldMs)}${measured}${when}, budget ${(0,wording/* milliseconds */.Rz)(budgetOf(lock, budget))}: ${whoWaits} stands still meanwhile.`,
        location,
        statement,
    };
}

// EXTERNAL MODULE: ./checks/migration-applies.js
var migration_applies = __webpack_require__(19877);
;// CONCATENATED MODULE: ./checks/migration-history.js

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
    return (0,judging/* conclude */.Ep)({
        violations: (found ?? []).map((v) => ({
            text: v.detail,
            location: { file: v.file, line: v.line ?? 1 },
        })),
        unjudged: [],
        judged: found ? 1 : 0,
    }, { pass: 'Every released file is as it was.', notApplicable: 'There is no base to compare with.' });
}

;// CONCATENATED MODULE: ./checks/names-match-bounds.js




const namesMatchBounds = {
    id: 'names-match-bounds',
    title: 'Names say what is in them',
    why: 'Whoever drops or restores a partition by hand goes by its name.',
    remedy: 'Make the name from the lower bound that the partition is given, in the statement that makes it, or rename it.',
    severity: 'warning',
    judge: names_match_bounds_judge,
};
function names_match_bounds_judge(history) {
    const violations = [];
    let judged = 0;
    for (const { pass, record, previous } of (0,judging/* everyRecord */.di)(history)) {
        if (isReleased({ pass, record, previous }))
            continue;
        for (const { table, layout } of record.tables) {
            if (!layout)
                continue;
            const before = (0,judging/* tableIn */.sV)(previous, table)?.layout;
            for (const { partition, claim, isTrue } of claimsIn(layout)) {
                judged += 1;
                if (isTrue || wasThere(partition, before))
                    continue;
                const origin = (0,judging/* originOf */.yv)(record, partition.name, ['made', 'attached', 'altered']);
                violations.push({
                    text: `${(0,wording/* shortName */.EU)(partition.name)} is named for ${claim.words} and covers ${(0,domain_range/* formatRange */.Lu)(partition.range)}${(0,judging/* moment */.n$)(history, pass, record.step)}.`,
                    location: origin?.location,
                    statement: origin?.statement,
                });
            }
        }
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged: [], judged }, {
        pass: 'Every name that tells of a range tells of its own.',
        notApplicable: 'No partition has a name that tells of its range.',
    });
}
/** What was released is not the change's to answer for. */
const isReleased = ({ pass, record }) => record.given && pass.records.some(({ step }) => step.kind === 'apply-migrations' && step.which === 'base');
/** Of each partition with two finite ends and a name that can be read. */
function claimsIn(layout) {
    const parent = (0,partition_name/* bareName */.yZ)(layout.table);
    return layout.partitions.flatMap((partition) => {
        const span = partition.kind === 'range' ? (0,domain_range/* spanOf */.ee)(partition.range) : undefined;
        if (partition.kind !== 'range' || !span)
            return [];
        const claim = (0,partition_name/* claimOf */._B)((0,partition_name/* bareName */.yZ)(partition.name), parent);
        if (!claim)
            return [];
        return [{ partition, claim, isTrue: (0,partition_name/* isTrueOf */.CA)(claim, span, layout.keyType === 'timestamptz') }];
    });
}
/** It is told of once, where it came to be. */
const wasThere = (partition, before) => before?.partitions.some((p) => p.kind === 'range' &&
    p.oid === partition.oid &&
    p.name === partition.name &&
    (0,domain_range/* equalRanges */.dk)(p.range, partition.range)) ?? false;

;// CONCATENATED MODULE: ./checks/no-gap.js






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
    for (const played of (0,judging/* playedRecords */.m0)(history)) {
        const { pass, record } = played;
        if (record.step.kind === 'cancelled-change' || record.step.kind === 'book-ahead')
            continue;
        for (const state of record.tables) {
            const before = layoutBefore(played, state);
            const window = lessRetired((0,domain_layout/* maintainedWindow */.Dh)(before, state.layout), history.retention);
            if (!state.layout || !window)
                continue;
            judged += 1;
            const at = (0,judging/* moment */.n$)(history, pass, record.step);
            violations.push(...gaps(played, { state, before, after: state.layout, window, at }));
            if (record.outcome.kind === 'failed')
                continue;
            const refusals = refused(history, played, { state, before, after: state.layout, window, at });
            violations.push(...refusals.violations);
            unjudged.push(...refusals.unjudged);
        }
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged, judged }, {
        pass: 'Every instant of the maintained window has a partition, and takes a row.',
        notApplicable: 'No table with finite partitions was there.',
    });
}
/** What the configured retention removes need not be covered. */
function lessRetired(window, retention) {
    if (!window || !retention || window.lower >= retention.safe)
        return window;
    return window.upper > retention.safe ? { lower: retention.safe, upper: window.upper } : undefined;
}
/** What was covered before the change: when rows were seeded, or at the end of the pass's preparation. */
const layoutBefore = ({ pass, record }, { table, layoutWhenSeeded }) => layoutWhenSeeded ??
    pass.records
        .filter((r) => r.given && r !== record)
        .flatMap((r) => (0,judging/* tableIn */.sV)(r, table)?.layout ?? [])
        .at(-1);
/** A default partition takes what falls into a hole: that is for default-empty to judge. */
function gaps(played, { state, before, after, window, at }) {
    if ((0,domain_layout/* defaultPartition */.qs)(after))
        return [];
    const found = (0,domain_layout/* findGaps */.$0)(after, window);
    const [first] = found;
    if (!first)
        return [];
    const others = found.length > 1 ? ` and ${(0,wording/* count */.U9)(found.length - 1, 'more range')}` : '';
    return [
        {
            text: `${(0,wording/* shortName */.EU)(state.table)} has no partition for ${(0,domain_range/* formatRange */.Lu)(first)}${others}${at}.`,
            count: found.length,
            examples: found.slice(1).map((gap) => `nor for ${(0,domain_range/* formatRange */.Lu)(gap)}`),
            ...placeOfOpening(played, { range: first, before, after }),
        },
    ];
}
function refused({ now }, played, { state, before, after, window }) {
    if (state.writes.kind === 'not-tried') {
        return {
            violations: [],
            unjudged: [`No insert was tried on ${(0,wording/* shortName */.EU)(state.table)}: ${state.writes.reason}`],
        };
    }
    const inside = state.writes.probes.filter((p) => p.at >= window.lower && p.at < window.upper);
    const holes = inside.filter((p) => p.kind === 'no-partition');
    // What is past may be closed on purpose; what is to come must be open.
    const shutOut = inside.flatMap((p) => (p.kind === 'shut-out' && p.at >= now ? [p] : []));
    const others = inside.flatMap((p) => p.kind === 'refused' || (p.kind === 'shut-out' && p.at < now) ? [p] : []);
    const [hole] = holes;
    const [shut] = shutOut;
    const [other] = others;
    const tell = (at, what, instants) => ({
        text: `An insert into ${(0,wording/* shortName */.EU)(state.table)} at ${(0,instant/* formatShort */.KS)(at)} ${what} (${(0,wording/* count */.U9)(instants, 'instant')} of ${inside.length} tried).`,
        count: instants,
    });
    return {
        violations: [
            ...(hole
                ? [
                    {
                        ...tell(hole.at, 'finds no partition', holes.length),
                        ...placeOfHole(played, { before, after, at: hole.at }),
                    },
                ]
                : []),
            ...(shut
                ? [
                    {
                        ...tell(shut.at, `goes in with no values: ${shut.failure.message}`, shutOut.length),
                        ...placeOfBarrier(played, [after.table, ...namesAt(after, shut.at)]),
                    },
                ]
                : []),
        ],
        unjudged: other
            ? [
                `An insert into ${(0,wording/* shortName */.EU)(state.table)} at ${(0,instant/* formatShort */.KS)(other.at)} was refused for another reason: ${other.failure.message}`,
            ]
            : [],
    };
}
/** A hole that no gap of the layout shows is within a partition that is partitioned itself. */
function placeOfHole(played, { before, after, at }) {
    const gap = (0,domain_layout/* findGaps */.$0)(after, { lower: at, upper: at + (0,domain_layout/* keyStep */.IS)(after.keyType) })[0];
    if (gap)
        return placeOfOpening(played, { range: gap, before, after });
    const holders = [...namesAt(after, at), ...(before ? namesAt(before, at) : [])];
    return located(played, originBefore(played, holders, CAME), originBefore(played, holders, WENT));
}
const namesAt = (layout, at) => {
    const partition = (0,domain_layout/* partitionAt */.Oo)(layout, at);
    return partition ? [partition.name] : [];
};

;// CONCATENATED MODULE: ./checks/no-lock-leak.js

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
    for (const { pass, record } of (0,judging/* everyRecord */.di)(history)) {
        const { residue, outcome, step } = record;
        if (!residue)
            continue;
        judged += 1;
        const failed = outcome.kind === 'failed' && step.kind !== 'cancelled-change' ? ', which failed' : '';
        violations.push(...leftovers(residue, step).map(({ what, by }) => ({
            text: `${what}${(0,judging/* moment */.n$)(history, pass, step) || ' after the migrations'}${failed}.`,
            location: by ?? residue.location,
        })));
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged: [], judged }, {
        pass: 'No lock, open transaction or changed setting stayed behind.',
        notApplicable: 'No session was to be judged.',
    });
}
/** Settings are judged after a call only: a migration file may set what the next file reads, as dumps do. */
const leftovers = (residue, step) => [
    ...residue.advisoryLocks.map((lock) => ({
        what: `The session still holds advisory lock ${lock}`,
        by: residue.leftBy?.advisoryLocks,
    })),
    ...(residue.openTransaction
        ? [{ what: 'A transaction is still open', by: residue.leftBy?.openTransaction }]
        : []),
    ...(step.kind === 'change-interval' || step.kind === 'cancelled-change'
        ? residue.changedSettings.map((s) => ({
            what: `The setting ${s.name} is ${s.after ?? 'unset'}, and was ${s.before ?? 'unset'} before,`,
            by: residue.leftBy?.settings[s.name],
        }))
        : []),
];

;// CONCATENATED MODULE: ./checks/no-overlap.js





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
    for (const played of (0,judging/* everyRecord */.di)(history)) {
        const { pass, record } = played;
        const { outcome, step } = record;
        if (outcome.kind === 'failed' && (0,judging/* isOverlap */.s5)(outcome.failure)) {
            violations.push({
                text: `It stops on an overlap${(0,judging/* moment */.n$)(history, pass, step, 'during')}: ${outcome.failure.message}`,
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
                    ...located(played, originBefore(played, [second.name, first.name], CAME)),
                });
            }
        }
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged: [], judged }, { pass: 'No two partitions claim one instant.', notApplicable: 'No range-partitioned table was there.' });
}

// EXTERNAL MODULE: ./domain/location.js
var domain_location = __webpack_require__(39654);
;// CONCATENATED MODULE: ./checks/row-faults.js




function judgeRowFault(history, words) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    const told = new Set();
    for (const played of (0,judging/* playedRecords */.m0)(history)) {
        const { pass, record } = played;
        if (record.outcome.kind === 'not-played')
            unjudged.push(`Not played: ${record.outcome.reason}`);
        for (const table of record.tables) {
            if (table.seedFailure)
                unjudged.push(`${(0,wording/* shortName */.EU)(table.table)} could not be seeded: ${table.seedFailure}.`);
            if (!table.rows || table.rows.seeded === 0)
                continue;
            judged += 1;
            const fault = words.faultOf(table.rows);
            if (fault.count === 0 && table.rows.nothingToTellBy)
                unjudged.push(nothingTells(table.rows, table.table));
            const story = `${pass.label}/${table.table}`;
            if (fault.count === 0 || told.has(story))
                continue;
            told.add(story);
            violations.push({
                text: `${subject(fault, table.rows, table.table)} ${words.happened}${(0,judging/* moment */.n$)(history, pass, record.step)}.`,
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
    // The worst is what the message tells: the headline's numbers are those of the worst pass, too.
    violations.sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
    return (0,judging/* conclude */.Ep)({ violations, unjudged, judged }, { pass: words.pass, notApplicable: 'No table held rows: nothing was there to be lost.' });
}
const nothingTells = ({ redefinedColumns }, table) => `Nothing tells one row of ${(0,wording/* shortName */.EU)(table)} from another after the change, which redefines ${redefinedColumns.join(', ')}: its rows could only be counted.`;
/** A scenario that seeds, where a table is there that can hold rows, and then sees none has proven nothing. */
const expectedRows = (history) => (0,judging/* everyRecord */.di)(history).some(({ record }) => record.step.kind === 'seed' && record.tables.some(canHoldRows));
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
    const { calledBy, movedAside } = fault;
    return [
        ...(calledBy ? [`Called by ${tellPlace(calledBy)}`] : []),
        ...(movedAside ? [`They were taken out of the table before, by ${tellPlace(movedAside)}`] : []),
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
const tellPlace = ({ location, statement }) => location ? `${(0,domain_location/* formatLocation */.j)(location)}: ${statement}` : statement;
const FEW = 2;
const fewOf = (texts) => texts.slice(0, FEW).join(', ') + (texts.length > FEW ? ` and ${texts.length - FEW} more` : '');
function tellExample(example) {
    const differences = (example.differences ?? []).map((d) => `${d.column}: ${d.before ?? 'NULL'} → ${d.after ?? 'NULL'}`);
    return `${example.key} at ${example.at}, of ${(0,wording/* shortName */.EU)(example.partition)}${differences.length > 0 ? ` — ${differences.join(', ')}` : ''}`;
}

;// CONCATENATED MODULE: ./checks/no-row-changed.js


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
    const redefined = new Set((0,judging/* playedRecords */.m0)(history).flatMap(({ record }) => record.tables.flatMap((t) => t.rows?.redefinedColumns ?? [])));
    if (redefined.size === 0)
        return judgement;
    const named = `Not judged, because the change redefines them: ${[...redefined].join(', ')}.`;
    if (judgement.verdict === 'pass' && nothingCompared(history)) {
        return { verdict: 'inconclusive', message: `No value could be compared. ${named}` };
    }
    return { ...judgement, message: `${judgement.message} ${named}` };
}
const nothingCompared = (history) => (0,judging/* playedRecords */.m0)(history).some(({ record }) => record.tables.some((table) => table.rows?.nothingCompared));

;// CONCATENATED MODULE: ./checks/no-row-duplicated.js

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

;// CONCATENATED MODULE: ./checks/no-row-lost.js

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

// EXTERNAL MODULE: ./checks/no-silent-skip.js
var no_silent_skip = __webpack_require__(51087);
;// CONCATENATED MODULE: ./checks/retention-safe.js





const retentionSafe = {
    id: 'retention-safe',
    title: 'Retention takes only what is old',
    why: 'Retention is the one call that is meant to remove rows: what it takes too early nobody has a copy of.',
    remedy: 'Decide by the upper bound in the catalog, which must not be after now less what is kept; and archive before the partition is dropped.',
    severity: 'error',
    judge: retention_safe_judge,
};
function retention_safe_judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    const { retention: rule } = history;
    const records = (0,judging/* playedRecords */.m0)(history).filter(({ record }) => record.step.kind === 'retention');
    for (const played of rule ? records : []) {
        const { record } = played;
        if (record.outcome.kind !== 'done')
            unjudged.push(`"${record.step.label}" did not run to its end.`);
        for (const state of record.tables) {
            if (!rule || !state.rows)
                continue;
            judged += 1;
            violations.push(...faultsOf(history, played, state, rule));
        }
    }
    const last = records.at(-1)?.record;
    if (rule && judged > 0 && !(last?.tables ?? []).some((t) => (t.rows?.retired?.count ?? 0) > 0)) {
        unjudged.push(nothingWent(last?.tables ?? [], rule));
    }
    return (0,judging/* conclude */.Ep)({ violations, unjudged, judged }, {
        pass: 'Nothing younger than the retention went, and what went is where it should be.',
        notApplicable: 'No retention was called.',
    });
}
function faultsOf(history, { pass, record }, { table, rows }, { then, safe }) {
    const when = (0,judging/* moment */.n$)(history, pass, record.step);
    const told = (fault, text) => {
        if (fault.count === 0)
            return [];
        const partition = fault.partitions?.[0]?.partition;
        const origin = partition === undefined ? undefined : (0,judging/* originOf */.yv)(record, partition, ['dropped', 'detached', 'altered']);
        return [
            {
                text: `${(0,wording/* count */.U9)(fault.count, 'row')} of ${(0,wording/* shortName */.EU)(table)} ${text}${when}.`,
                count: fault.count,
                location: fault.location ?? origin?.location,
                statement: fault.statement ?? origin?.statement,
                examples: fault.examples.map((e) => `${e.key} at ${e.at}, of ${(0,wording/* shortName */.EU)(e.partition)}`),
                unlisted: fault.count - fault.examples.length,
            },
        ];
    };
    const nothing = { count: 0, examples: [] };
    return [
        ...told(rows?.lost ?? nothing, `not older than ${(0,instant/* formatShort */.KS)(safe)}, which are to be kept, went`),
        ...told(rows?.retired?.unkept ?? nothing, `went, and are in no other table with their values, where \`then: ${then}\` asks for that,`),
    ];
}
/** A retention that does nothing proves nothing. */
function nothingWent(tables, { due }) {
    const past = tables.flatMap(({ layoutWhenSeeded }) => layoutWhenSeeded
        ? (0,domain_layout/* rangePartitions */.N2)(layoutWhenSeeded).filter((p) => p.rows > 0 && (0,domain_range/* compareBounds */.H1)(p.range.upper, (0,domain_range/* finite */.E2)(due)) <= 0)
        : []);
    const [first] = past;
    return first
        ? `No row went, although ${(0,wording/* count */.U9)(past.length, 'partition')} with rows end before ${(0,instant/* formatShort */.KS)(due)}, ${(0,wording/* shortName */.EU)(first.name)} first.`
        : `No row went, and no partition with rows ends before ${(0,instant/* formatShort */.KS)(due)}: nothing could be seen to go.`;
}

;// CONCATENATED MODULE: ./checks/runway.js






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
    for (const pass of (0,judging/* ownPasses */.KR)(history)) {
        const record = pass.records.filter((r) => !r.given && r.outcome.kind === 'done').at(-1);
        if (!record)
            continue;
        const played = { pass, record, previous: undefined };
        for (const state of record.tables) {
            if (!state.layout || !state.takesWrites || awaitsItsFirstCall(history, state))
                continue;
            judged += 1;
            const end = (0,domain_layout/* firstUncovered */.K)(state.layout, history.now);
            if (end.kind !== 'finite')
                continue;
            ends.push(end.at);
            if (end.at >= history.now + BigInt(history.runwayDays) * instant/* DAY */.d_)
                continue;
            violations.push({
                text: runway_tell(history, state, end.at),
                ...placeOfEnd(played, state.table, { layout: state.layout, end: end.at }),
            });
        }
    }
    const [first, ...rest] = ends;
    const soonest = first === undefined ? undefined : rest.reduce((a, b) => (b < a ? b : a), first);
    return (0,judging/* conclude */.Ep)({ violations, unjudged: [], judged }, {
        pass: soonest === undefined
            ? 'Writes keep working for ever.'
            : `Writes keep working until ${(0,instant/* formatDay */.im)(soonest)}.`,
        notApplicable: 'No range-partitioned table was there to take writes.',
    });
}
/** Who made the last partition, unless it was there already and this step took away what came after it. */
function placeOfEnd(played, table, { layout, end }) {
    const { pass, record } = played;
    const newest = (0,domain_layout/* rangePartitions */.N2)(layout).filter(({ range }) => isBound(range.upper, end));
    const last = newest.map((p) => p.name);
    const before = (0,judging/* tableIn */.sV)(pass.records[pass.records.indexOf(record) - 1], table)?.layout;
    const next = before && (0,domain_layout/* rangePartitions */.N2)(before).find(({ range }) => (0,domain_range/* contains */.gR)(range, end));
    const came = last.map((name) => (0,judging/* originOf */.yv)(record, name, CAME)).find((origin) => origin);
    return located(played, came, next && (0,judging/* originOf */.yv)(record, next.name, WENT), originBefore(played, last, CAME), originBefore(played, [layout.table], ['made']));
}
const isBound = (bound, at) => bound.kind === 'finite' && bound.at === at;
/** Migrations alone need make no partition where a configured call does; the scenarios that call it judge it. */
const awaitsItsFirstCall = (history, state) => state.managed && state.layout?.partitions.length === 0 && ['fresh', 'upgrade'].includes(history.scenario);
const runway_tell = (history, state, end) => end <= history.now
    ? `${(0,wording/* shortName */.EU)(state.table)} takes no row of ${(0,instant/* formatDay */.im)(history.now)}: no partition is there for it.`
    : `Writes to ${(0,wording/* shortName */.EU)(state.table)} fail from ${(0,instant/* formatShort */.KS)(end)}, in ${String((end - history.now) / instant/* DAY */.d_)} days; ${history.runwayDays} are asked for.`;

// EXTERNAL MODULE: ./checks/time-zone-stable.js
var time_zone_stable = __webpack_require__(69892);
;// CONCATENATED MODULE: ./checks/catalogue.js



















const CHECKS = [
    migration_applies/* migrationApplies */.V,
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
    attributesPreserved,
    auditComplete,
    no_silent_skip/* noSilentSkip */.U,
    noLockLeak,
    lockBudget,
    time_zone_stable/* timeZoneStable */.P,
    namesMatchBounds,
    retentionSafe,
];


/***/ }),

/***/ 20228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ep: () => (/* binding */ conclude),
/* harmony export */   KR: () => (/* binding */ ownPasses),
/* harmony export */   di: () => (/* binding */ everyRecord),
/* harmony export */   m0: () => (/* binding */ playedRecords),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   s5: () => (/* binding */ isOverlap),
/* harmony export */   sV: () => (/* binding */ tableIn),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony export SQLSTATE */
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(361);

/** The passes that speak for themselves: not those that are there to be compared with another. */
const ownPasses = (history) => history.passes.filter((pass) => pass.timeZone === undefined);
/** Every record of every such pass, in order. */
const everyRecord = (history) => ownPasses(history).flatMap((pass) => pass.records.map((record, i) => ({ pass, record, previous: i > 0 ? pass.records[i - 1] : undefined })));
/** The records of the scenario itself, without the preparation. */
const playedRecords = (history) => everyRecord(history).filter(({ record }) => !record.given);
const tableIn = (record, table) => record?.tables.find((t) => t.table === table);
/**
 * Where an object came to be what it is: the last of these events that befell it in the step; any event where none is
 * named. Undefined until a replay has found it.
 */
const originOf = (record, object, events) => record?.origins?.findLast((origin) => (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(origin.object) === (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(object) &&
    (events === undefined || events.includes(origin.event)));
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
const isNamed = (step, label) => 'to' in step && step.to === label;
/**
 * When it happened, to be put behind a sentence: ` after the change to yearly (booked ahead)`. Nothing for migrations,
 * whose scenario says it already.
 */
function moment(history, pass, step, preposition = 'after') {
    const several = ownPasses(history).length > 1 && !isNamed(step, pass.label) ? ` (${pass.label})` : '';
    switch (step.kind) {
        case 'apply-migrations':
        case 'seed':
        case 'book-ahead':
        case 'lay-back':
            return '';
        case 'retention':
            return step.repeats ? ` ${preposition} the second call for retention` : ` ${preposition} retention`;
        case 'repeat-migrations':
            return ` ${preposition} the second run`;
        case 'change-interval':
            return `${step.repeats ? ` ${preposition} the second call for ${step.to}` : ` ${preposition} the change to ${step.to}`}${several}`;
        case 'cancelled-change':
            return ` ${preposition} a change to ${step.to} that was cancelled${several}`;
    }
}


/***/ }),

/***/ 19877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ migrationApplies)
/* harmony export */ });
/* harmony import */ var _judging_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20228);

const migrationApplies = {
    id: 'migration-applies',
    title: 'Every statement runs',
    why: 'A migration that stops half-way leaves a deployment half-way.',
    remedy: 'Mend the statement that the server refused.',
    severity: 'error',
    judge,
};
function judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    let place;
    for (const { pass, record } of (0,_judging_js__WEBPACK_IMPORTED_MODULE_0__/* .everyRecord */ .di)(history)) {
        const { step, outcome } = record;
        if (step.kind === 'seed' ||
            step.kind === 'book-ahead' ||
            step.kind === 'lay-back' ||
            step.kind === 'cancelled-change')
            continue;
        if (outcome.kind === 'not-played') {
            unjudged.push(`Not played: ${outcome.reason}`);
            place ??= outcome.location;
        }
        else
            judged += 1;
        if (outcome.kind !== 'failed')
            continue;
        const isChange = step.kind === 'change-interval';
        if (isChange && (0,_judging_js__WEBPACK_IMPORTED_MODULE_0__/* .isOverlap */ .s5)(outcome.failure))
            continue;
        violations.push({
            text: `The server refused a statement${(0,_judging_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(history, pass, step, 'during')}: ${outcome.failure.message} (${outcome.failure.sqlstate})`,
            location: outcome.location,
            statement: outcome.statement,
            examples: details(outcome),
        });
    }
    const judgement = (0,_judging_js__WEBPACK_IMPORTED_MODULE_0__/* .conclude */ .Ep)({ violations, unjudged, judged }, { pass: 'Every statement ran.', notApplicable: 'No statement was to be run.' });
    if (judgement.verdict !== 'inconclusive')
        return judgement;
    return {
        ...judgement,
        remedy: 'Play it on a server that has what it needs, or take the need out of the migrations.',
        ...(place ? { location: place } : {}),
    };
}
const details = ({ failure }) => [
    ...(failure.detail ? [`detail: ${failure.detail}`] : []),
    ...(failure.hint ? [`hint: ${failure.hint}`] : []),
];


/***/ }),

/***/ 51087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ noSilentSkip),
/* harmony export */   u: () => (/* binding */ mayHide)
/* harmony export */ });
/* harmony import */ var _judging_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20228);

const noSilentSkip = {
    id: 'no-silent-skip',
    title: 'No error goes unheard',
    why: 'A migration that goes on after an error ends green, with the partition missing that it was to make.',
    remedy: 'Let the error end the migration, or catch by name only what is expected, and do in the handler what it asks for.',
    severity: 'error',
    judge,
};
function judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    for (const { pass, record } of (0,_judging_js__WEBPACK_IMPORTED_MODULE_0__/* .playedRecords */ .m0)(history)) {
        const { caught, step } = record;
        if (!caught)
            continue;
        if (caught.kind === 'not-heard') {
            unjudged.push(caught.reason);
            continue;
        }
        judged += 1;
        violations.push(...caught.errors.filter(isHidden).map((error) => ({
            text: tell(error, (0,_judging_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(history, pass, step, 'during')),
            location: error.location,
            statement: error.statement,
            count: error.times,
        })));
    }
    return (0,_judging_js__WEBPACK_IMPORTED_MODULE_0__/* .conclude */ .Ep)({ violations, unjudged, judged }, {
        pass: 'No error was swallowed.',
        notApplicable: 'No handler was there that could catch an error.',
    });
}
const OTHERS = 'others';
/**
 * Errors that say that what was to be done is not: named in a handler or not, they are no small matter. Others that a
 * handler names are the author's own words: what is there already, what can wait, what is tried in another way.
 */
const GRAVE = {
    integrity_constraint_violation: '23000',
    restrict_violation: '23001',
    not_null_violation: '23502',
    foreign_key_violation: '23503',
    check_violation: '23514',
    exclusion_violation: '23P01',
    dependent_objects_still_exist: '2BP01',
    invalid_table_definition: '42P16',
    invalid_object_definition: '42P17',
    insufficient_resources: '53000',
    disk_full: '53100',
    out_of_memory: '53200',
    object_not_in_prerequisite_state: '55000',
    object_in_use: '55006',
    query_canceled: '57014',
    plpgsql_error: 'P0000',
    raise_exception: 'P0001',
    assert_failure: 'P0004',
    internal_error: 'XX000',
};
const GRAVE_CODES = new Set(Object.values(GRAVE));
const isGraveName = (condition) => condition in GRAVE || GRAVE_CODES.has(condition.replace(/^sqlstate /, '').toUpperCase());
/** Already there: table, object, schema, function, column (manual, appendix A). */
const ALREADY_THERE = new Set(['42P07', '42710', '42P06', '42723', '42701']);
/** Not there: table, object, schema, function, column. */
const NOT_THERE = new Set(['42P01', '42704', '3F000', '42883', '42703']);
const HIDING = ['silent', 'told', 'unheard'];
/** Whether a handler may hide an error, as far as its words tell. A value that it returns may find nobody who reads it. */
const mayHide = ({ conditions, response, }) => HIDING.includes(response) || response === 'answered'
    ? conditions.includes(OTHERS) || conditions.some(isGraveName)
    : false;
function isHidden({ sqlstate, conditions, response, acts, statement = '' }) {
    if (!acts || !HIDING.includes(response))
        return false;
    if (!conditions.includes(OTHERS))
        return GRAVE_CODES.has(sqlstate);
    return !ALREADY_THERE.has(sqlstate) && !(NOT_THERE.has(sqlstate) && /\bdrop\b/i.test(statement));
}
const ANSWERS = {
    silent: 'does nothing about it',
    told: 'only tells of it',
    unheard: 'only returns a value that nobody reads',
};
function tell({ routine, message, sqlstate, conditions, response, times }, when) {
    const who = routine === undefined ? 'A DO block' : `${routine}()`;
    const often = times > 1 ? `, ${times} times` : '';
    return `${who} goes on after an error${when}${often}: ${message} (${sqlstate}). Its handler, WHEN ${conditions.join(' OR ')}, ${ANSWERS[response] ?? ''}.`;
}


/***/ }),

/***/ 69892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ timeZoneStable),
/* harmony export */   q: () => (/* binding */ zoneNotes)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45743);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79064);
/* harmony import */ var _domain_scenario_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10779);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(361);
/* harmony import */ var _judging_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20228);






const timeZoneStable = {
    id: 'time-zone-stable',
    title: "The session's time zone has no say",
    why: 'A bound computed in local time lies hours beside its neighbour when the next session has another zone.',
    remedy: "Write bounds of a timestamptz key with their offset ('2026-01-01 00:00+00'), and give a function that computes them SET timezone = 'UTC'.",
    severity: 'error',
    judge,
};
function judge(history) {
    const violations = [];
    const unjudged = [];
    let judged = 0;
    for (const { zone, here, there } of pairsOf(history)) {
        if (there.outcome.kind === 'not-played') {
            unjudged.push(`Not played from a session in ${zone}: ${there.outcome.reason}`);
            continue;
        }
        judged += 1;
        violations.push(...compare({ zone, here, there }));
    }
    const judgement = (0,_judging_js__WEBPACK_IMPORTED_MODULE_3__/* .conclude */ .Ep)({ violations, unjudged, judged }, {
        pass: 'Bounds and routing are the same from a session in another time zone.',
        notApplicable: 'Nothing was called from another time zone.',
    });
    // Migrations run once, in the one zone that their driver has: what they leave to it deserves a word, not a stop.
    const isOfMigrations = pairsOf(history).every(({ here }) => here.step.kind === 'apply-migrations');
    return judgement.verdict === 'fail' && isOfMigrations ? { ...judgement, severity: 'warning' } : judgement;
}
/** Only where the step ran to its end in the server's zone: else that is what is to be mended first. */
function pairsOf(history) {
    return history.passes.flatMap((pass) => {
        const { timeZone } = pass;
        const there = timeZone === undefined ? undefined : comparedRecord(pass);
        const here = there && (0,_judging_js__WEBPACK_IMPORTED_MODULE_3__/* .ownPasses */ .KR)(history).flatMap((own) => counterpart(own, there) ?? [])[0];
        return timeZone === undefined || !there || here?.outcome.kind !== 'done'
            ? []
            : [{ zone: timeZone, here, there }];
    });
}
const comparedRecord = (pass) => pass.records.find((record) => (0,_domain_scenario_js__WEBPACK_IMPORTED_MODULE_4__/* .timeZoneOf */ .l)(record.step) !== undefined);
/** The first played step, which is the same one. */
const counterpart = (own, { step }) => {
    const first = own.records.find((record) => !record.given);
    return first?.step.kind === step.kind ? first : undefined;
};
function compare({ zone, here, there }) {
    if (there.outcome.kind === 'failed') {
        const { failure, statement } = there.outcome;
        return [
            {
                text: `From a session in ${zone} it stops: ${failure.message} (${failure.sqlstate})`,
                location: there.outcome.location,
                statement,
            },
        ];
    }
    return there.tables.flatMap((state) => {
        const before = (0,_judging_js__WEBPACK_IMPORTED_MODULE_3__/* .tableIn */ .sV)(here, state.table);
        if (!before)
            return [];
        const found = faultsOfRows(before, state) ?? differences(before.layout, state.layout);
        if (!found || movesAsOne(here, before.layout, state.layout))
            return [];
        const origin = found.partition === undefined ? undefined : (0,_judging_js__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .yv)(there, found.partition, ['made', 'attached']);
        return [
            {
                text: `${found.text((0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .shortName */ .EU)(state.table), zone)}.`,
                count: found.count,
                examples: found.examples,
                location: origin?.location,
                ...(origin ? { statement: origin.statement } : {}),
            },
        ];
    });
}
/**
 * Migrations run once, from one session: where all bounds are midnights of its zone, whichever that is, none lies beside
 * another. A later call does not have that luck.
 */
function movesAsOne(record, here, there) {
    if (record.step.kind !== 'apply-migrations' || !here || !there)
        return false;
    const [ours, theirs] = [boundsOf(here), boundsOf(there)];
    const shifts = ours.map((at, i) => (theirs[i] ?? at) - at);
    const isOneWay = shifts.every((by) => by > 0n && by < _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_) || shifts.every((by) => by < 0n && by > -_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_);
    return ours.length === theirs.length && isOneWay;
}
const boundsOf = (layout) => (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rangePartitions */ .N2)(layout).flatMap(({ range }) => [range.lower, range.upper].flatMap((bound) => (bound.kind === 'finite' ? [bound.at] : [])));
/** What is to be known of tables whose bounds all follow the session that runs the migrations. */
const zoneNotes = (history) => pairsOf(history).flatMap(({ here, there }) => there.tables.flatMap(({ table, layout }) => {
    const own = (0,_judging_js__WEBPACK_IMPORTED_MODULE_3__/* .tableIn */ .sV)(here, table)?.layout;
    return there.outcome.kind === 'done' && movesAsOne(here, own, layout)
        ? [
            `The bounds of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .shortName */ .EU)(table)} are written without an offset: they mean midnight of whatever time zone the session has that applies the migrations.`,
        ]
        : [];
}));
const FAULTS = ['lost', 'duplicated', 'changed'];
/** Rows that only the call from the other zone loses, doubles or changes. */
function faultsOfRows(here, there) {
    const many = (account, fault) => account?.[fault].count ?? 0;
    const worse = FAULTS.find((fault) => many(there.rows, fault) > many(here.rows, fault));
    if (!worse)
        return undefined;
    const rows = many(there.rows, worse);
    return {
        text: (table, zone) => `Called from a session in ${zone}, ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(rows, 'row')} of ${table} ${rows === 1 ? 'is' : 'are'} ${worse}`,
        count: rows,
        examples: (there.rows?.[worse].examples ?? []).map((example) => `${example.key} at ${example.at}`),
    };
}
/** Of two layouts that should be alike, but for how far they reach: the date of today is another there. */
function differences(here, there) {
    if (!here || !there) {
        return here === there
            ? undefined
            : {
                text: (t, zone) => `${t} is range-partitioned in one session, and not in one of ${zone}`,
                count: 1,
                examples: [],
            };
    }
    const shared = sharedWindow(here, there);
    if (!shared)
        return undefined;
    const [ours, theirs] = [within(here, shared), within(there, shared)];
    const moved = ours.filter((o) => !theirs.some((t) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .equalRanges */ .dk)(o.range, t.range)));
    const others = theirs.filter((t) => !ours.some((o) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .equalRanges */ .dk)(o.range, t.range)));
    if (moved.length + others.length > 0)
        return otherBounds(moved, others);
    if (isShifted(here, there))
        return otherBounds((0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rangePartitions */ .N2)(here), (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rangePartitions */ .N2)(there));
    const routed = ours.filter((o) => theirs.some((t) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .equalRanges */ .dk)(o.range, t.range) && t.rows !== o.rows));
    const [first] = routed;
    return (first && {
        text: (t, zone) => `Called from a session in ${zone}, rows of ${t} go to other partitions: ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(routed.length, 'partition')} ${routed.length === 1 ? 'holds' : 'hold'} another number of them`,
        count: routed.length,
        examples: routed.map((o) => {
            const rows = theirs.find((t) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .equalRanges */ .dk)(o.range, t.range))?.rows ?? 0;
            return `${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(o.range)} holds ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .thousands */ .oh)(o.rows)}, and ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .thousands */ .oh)(rows)} there`;
        }),
    });
}
function otherBounds(ours, theirs) {
    const rest = theirs.filter((t) => !ours.some((o) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .intersection */ .E$)(o.range, t.range)));
    const first = theirs[0] ?? ours[0];
    return {
        text: (t, zone) => `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(Math.max(ours.length, theirs.length), 'partition')} of ${t} would have other bounds, were the session's time zone ${zone}`,
        count: Math.max(ours.length, theirs.length),
        examples: [
            ...ours.map((o) => {
                const there = theirs.filter((t) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .intersection */ .E$)(o.range, t.range)).map((t) => (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(t.range));
                return `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .shortName */ .EU)(o.name)} ${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(o.range)} would be ${there.slice(0, 2).join(' and ') || 'missing'}`;
            }),
            ...rest.map((t) => `${(0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRange */ .Lu)(t.range)} would be there`),
        ],
        ...(first ? { partition: first.name } : {}),
    };
}
/** The parts of the partitions that lie in the window. */
const within = (layout, window) => (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rangePartitions */ .N2)(layout).flatMap(({ name, range, rows }) => {
    const part = (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .intersection */ .E$)(range, window);
    return part ? [{ name, range: part, rows }] : [];
});
function sharedWindow(here, there) {
    const windows = [(0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .maintainedWindow */ .Dh)(here), (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .maintainedWindow */ .Dh)(there)].flatMap((w) => (w ? [w] : []));
    const [a, b] = windows.map(_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .rangeOf */ .be);
    return a && b && (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_2__/* .intersection */ .E$)(a, b);
}
/** Ends that differ by less than a day are midnights of two zones; by more, another day was counted from. */
function isShifted(here, there) {
    const [a, b] = [(0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .maintainedWindow */ .Dh)(here), (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .maintainedWindow */ .Dh)(there)];
    const isHours = (x, y) => x !== y && (x < y ? y - x : x - y) < _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
    return a !== undefined && b !== undefined && (isHours(a.lower, b.lower) || isHours(a.upper, b.upper));
}


/***/ }),

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

/***/ 10779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ timeZoneOf)
/* harmony export */ });
/** The zone of the session that a step is played in, where it is another than the server's. */
const timeZoneOf = (step) => step.kind === 'change-interval' || step.kind === 'apply-migrations' ? step.timeZone : undefined;


/***/ })

};
