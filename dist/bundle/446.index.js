export const id = 446;
export const ids = [446];
export const modules = {

/***/ 78909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ CHECKS)
});

// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
;// CONCATENATED MODULE: ./domain/partition-name.js
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
    lower: (0,instant/* instantOf */.B9)({ year, month, day: 1 }),
    upper: (0,instant/* instantOf */.B9)({ year, month: month + months, day: 1 }),
});
function dayClaim(year, month, day) {
    const lower = (0,instant/* instantOf */.B9)({ year, month, day });
    // 31 February carries over into March: such a number is no date.
    if ((0,instant/* calendarDayOf */.i7)(lower).day !== day)
        return undefined;
    return { unit: 'day', span: { lower, upper: lower + instant/* DAY */.d_ }, words: (0,instant/* formatDay */.im)(lower) };
}
const monthClaim = (year, month) => {
    const span = spanOfMonths(year, month, 1);
    return { unit: 'month', span, words: (0,instant/* formatDay */.im)(span.lower).slice(0, -3) };
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
    const fourth = (0,instant/* instantOf */.B9)({ year: num(g['year']), month: 1, day: 4 });
    // 1970-01-01 was a Thursday.
    const weekday = (fourth / instant/* DAY */.d_ + 3n) % 7n;
    const lower = fourth - ((weekday + 7n) % 7n) * instant/* DAY */.d_ + BigInt(week - 1) * 7n * instant/* DAY */.d_;
    return {
        unit: 'week',
        span: { lower, upper: lower + 7n * instant/* DAY */.d_ },
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
const MOST_OF_A_WEEK = 3n * instant/* DAY */.d_;
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
        const { month, day } = (0,instant/* calendarDayOf */.i7)(at);
        return month === 1 && day === 1;
    });
    return !startsInJanuary && length >= 365n * instant/* DAY */.d_ - slack && length <= 366n * instant/* DAY */.d_ + slack;
};
function isWeekOfThatNumber(claim, range, slack) {
    if (range.upper - range.lower > 7n * instant/* DAY */.d_ + slack)
        return false;
    const { year, month } = (0,instant/* calendarDayOf */.i7)(claim.span.lower);
    const week = weekClaim({ year: String(year), part: String(month) });
    return week !== undefined && isTrueOf(week, range, slack > 0n);
}

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
    const name = a.kind === 'comment' ? bareName(a.name) : a.name;
    const isThere = after.attributes.some((other) => other.kind === a.kind && other.name === a.name);
    return named.some(({ what, name: taken, isMadeAgain }) => {
        if (a.kind === 'referenced by' && what === 'table' && taken === bareName(a.object ?? ''))
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
    return called === undefined ? undefined : bareName(called);
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
    const bare = bareName(partition.name);
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
    const parent = bareName(layout.table);
    return layout.partitions.flatMap((partition) => {
        const span = partition.kind === 'range' ? (0,domain_range/* spanOf */.ee)(partition.range) : undefined;
        if (partition.kind !== 'range' || !span)
            return [];
        const claim = claimOf(bareName(partition.name), parent);
        if (!claim)
            return [];
        return [{ partition, claim, isTrue: isTrueOf(claim, span, layout.keyType === 'timestamptz') }];
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
/* unused harmony exports isEmpty, containsRange, precedes, immediatelyPrecedes */
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

/***/ 10779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ timeZoneOf)
/* harmony export */ });
/** The zone of the session that a step is played in, where it is another than the server's. */
const timeZoneOf = (step) => step.kind === 'change-interval' || step.kind === 'apply-migrations' ? step.timeZone : undefined;


/***/ }),

/***/ 29820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jg: () => (/* binding */ verdictThatCounts),
/* harmony export */   zP: () => (/* binding */ worstVerdict)
/* harmony export */ });
/* unused harmony export worstCheckVerdict */
/** Verdicts and their order: the worst wins. */
const ORDER = {
    'not-applicable': 0,
    pass: 1,
    inconclusive: 2,
    fail: 3,
};
/** What a check's verdict does to its scenario's: a warning fails it only where the run is told to fail on warnings. */
function verdictThatCounts({ verdict, severity }, failOn) {
    if (verdict === 'not-applicable')
        return 'pass';
    return verdict === 'fail' && severity === 'warning' && failOn === 'error' ? 'pass' : verdict;
}
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

/***/ 446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R8: () => (/* binding */ filesOf),
  ik: () => (/* binding */ requireWritable),
  Li: () => (/* binding */ writeReports),
  qm: () => (/* binding */ writeTexts)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./checks/catalogue.js + 23 modules
var catalogue = __webpack_require__(78909);
// EXTERNAL MODULE: ./domain/operator-error.js
var operator_error = __webpack_require__(48670);
// EXTERNAL MODULE: ./domain/report-kind.js
var report_kind = __webpack_require__(53490);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./report/findings.js
var report_findings = __webpack_require__(50893);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
;// CONCATENATED MODULE: ./report/html/markup.js
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
const escaped = (text) => (0,printable/* clip */.$Q)(visible(text), LONGEST).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
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
const markup_short = (text, length = 160) => (0,printable/* clip */.$Q)(visible(text).trim(), length);
/** The lines of a text, without the empty ones. */
const linesOf = (text, length = 2_000) => text
    .split(LINE_BREAK)
    .map((line) => markup_short(line, length))
    .filter((line) => line !== '');
/** A name or statement in the type of code. */
const codeOf = (text, length = 160) => html `<code>${markup_short(text, length)}</code>`;
/** What an id is made of: letters of ASCII, digits and hyphens. */
const slug = (text) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

;// CONCATENATED MODULE: ./report/html/anchors.js



function anchorsOf(result) {
    const used = new Map();
    // No slug holds two hyphens on end: what is numbered is like no other.
    const anchor = (kind, name) => {
        const wanted = `${kind}-${slug(name) || 'unnamed'}`;
        const times = (used.get(wanted) ?? 0) + 1;
        used.set(wanted, times);
        return times === 1 ? wanted : `${wanted}--${times}`;
    };
    const scenarios = result.scenarios.map((scenario) => anchor('scenario', (0,words/* labelOf */.Wy)(scenario)));
    const ofScenario = new Map(result.scenarios.map((scenario, i) => [(0,words/* labelOf */.Wy)(scenario), scenarios[i] ?? '']).reverse());
    const findings = (0,report_findings/* findingsOf */.W)(result).map((finding) => ({
        id: anchor('finding', finding.check.id),
        finding,
    }));
    return { scenarios, ofScenario, findings };
}

// EXTERNAL MODULE: ./domain/location.js
var domain_location = __webpack_require__(39654);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/summary.js
var summary = __webpack_require__(70975);
;// CONCATENATED MODULE: ./report/html/marks.js

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
const bareMark = (mark) => trusted(`<svg class="mark m-${mark}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${PATHS[mark]}</svg>`);
/** A mark that stands alone: its word is there for who cannot see it. */
const markOf = (mark) => html `${bareMark(mark)}<span class="unseen">${WORDS[mark]}: </span>`;
const markOfFinding = (kind) => ({ failure: 'fail', inconclusive: 'inconclusive', warning: 'warning' })[kind];
const markOfCheck = (verdict, isWarning) => isWarning && verdict !== 'pass' && verdict !== 'not-applicable' ? 'warning' : verdict;
/** Referred to by every chart; a drawing that is not displayed could not lend them. */
const PATTERNS = trusted(`<svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="p-gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="k-fail" d="M0 0v7" stroke-width="4"/></pattern>
<pattern id="p-overlap" width="6" height="6" patternUnits="userSpaceOnUse"><path class="k-fail" d="M0 0l6 6M6 0 0 6" stroke-width="1.4"/></pattern>
<pattern id="p-caught" width="6" height="6" patternUnits="userSpaceOnUse"><path class="k-warn" d="M0 3h2.5" stroke-width="2"/></pattern>
<pattern id="p-new" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="k-part" d="M0 0h6v6H0z" stroke="none"/><path class="k-ground" d="M0 0v6" stroke-width="2.5"/></pattern>
<pattern id="p-writers" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="k-warn" d="M0 0v6" stroke-width="5"/></pattern>
</defs></svg>`);

;// CONCATENATED MODULE: ./report/html/findings-section.js
/** Every finding in full: what, where, by which statement, and what to do. */






const MOST_FINDINGS = 80;
const MOST_SCENARIOS = 24;
function findingsSection(result, anchors) {
    const { findings } = anchors;
    if (findings.length === 0)
        return NOTHING;
    const shown = findings.slice(0, MOST_FINDINGS);
    const left = findings.length - shown.length;
    return html `<section aria-labelledby="findings">
    <h2 id="findings" tabindex="-1">Findings <span class="amount">${findings.length}</span></h2>
    ${shown.map(({ id, finding }) => article(result, { id, finding, anchors }))}${left > 0 ? html `<p class="aside">${(0,wording/* count */.U9)(left, 'more finding')} with no room here: the JSON report has all.</p>` : undefined}
  </section> `;
}
const KIND_WORDS = { failure: 'Fails', inconclusive: 'Could not be judged', warning: 'Warning' };
function article(result, { id, finding, anchors }) {
    const { kind, check, scenarios } = finding;
    const mark = markOfFinding(kind);
    return html `<article class="finding f-${mark}" aria-labelledby="${id}">
    <h3 id="${id}" tabindex="-1">
      ${bareMark(mark)}<span><span class="unseen">${KIND_WORDS[kind]}: </span>${markup_short(check.id, 80)}</span>
    </h3>
    ${linesOf(check.message).map((line) => html `<p>${line}</p>`)} ${statement(check)}${examples(check)}
    ${markup_short(check.remedy) === '' ? undefined : html `<p class="remedy"><strong>What to do:</strong> ${markup_short(check.remedy, 1_000)}</p>`}
    <dl class="about">
      <div>
        <dt>Met in</dt>
        <dd>${metIn(scenarios, anchors)}</dd>
      </div>
      ${check.verdict === 'fail'
        ? html `<div>
                <dt>Play it again</dt>
                <dd>${codeOf((0,summary/* replayCommand */.Pi)(result, scenarios[0]), 400)}</dd>
              </div>
              <div>
                <dt>About the check</dt>
                <dd>${codeOf((0,words/* pageOf */.ZZ)(check.id), 120)}</dd>
              </div>`
        : undefined}
    </dl>
  </article> `;
}
function statement({ location, evidence }) {
    const text = evidence.statement;
    if (!location && text === undefined)
        return undefined;
    const place = location ? html `<p class="place">${markup_short((0,domain_location/* formatLocation */.j)(location), 200)}</p>` : undefined;
    const sql = text === undefined
        ? undefined
        : html `<pre tabindex="0" role="group" aria-label="Statement"><code>${markup_short(text, 400)}</code></pre>`;
    return html `<div class="statement">${place}${sql}</div>`;
}
const MOST_EXAMPLES = 10;
function examples({ evidence }) {
    const shown = evidence.examples.slice(0, MOST_EXAMPLES);
    if (shown.length === 0)
        return undefined;
    const more = evidence.examples.length - shown.length + (evidence.unlisted ?? 0);
    return html `<ul class="examples">
    ${shown.map((example) => html `<li>${markup_short(example, 400)}</li>`)}${more > 0 ? html `<li>and ${(0,wording/* count */.U9)(more, 'more', 'more')}</li>` : undefined}
  </ul>`;
}
function metIn(scenarios, { ofScenario }) {
    const links = scenarios.slice(0, MOST_SCENARIOS).map((name, i) => {
        const id = ofScenario.get(name);
        const title = (0,words/* scenarioTitle */.h1)(markup_short(name));
        return html `${i > 0 ? ', ' : ''}${id === undefined ? title : html `<a href="#${id}">${title}</a>`}`;
    });
    const more = scenarios.length - links.length;
    return html `${links}${more > 0 ? ` and ${(0,wording/* count */.U9)(more, 'more', 'more')}` : ''}`;
}

// EXTERNAL MODULE: ./report/headline.js
var headline = __webpack_require__(39087);
;// CONCATENATED MODULE: ./report/html/lead.js
/** The first screen: the verdict, what would be lost, what to do, and what it rests on. */







const SERVER_KIND = { embedded: 'embedded', testcontainers: 'Docker', url: 'your server' };
/** The verdict's sentence, without any markup. */
const sentenceOf = (result) => (0,headline/* headlineWith */.LB)(result, (name) => markup_short(name, 80));
const VERDICT_WORDS = { pass: 'Passed', inconclusive: 'Not proven', fail: 'Failed' };
/** `2 of 15 scenarios`. */
function tally(result) {
    const all = (0,wording/* count */.U9)(result.scenarios.length, 'scenario');
    if (result.verdict === 'pass')
        return all;
    return `${(0,wording/* thousands */.oh)((0,summary/* scenariosWith */._q)(result, result.verdict).length)} of ${all}`;
}
const outcome = (result) => ({
    pass: `${(0,wording/* thousands */.oh)(result.scenarios.length)} played, all passed`,
    inconclusive: `${tally(result)} not proven`,
    fail: `${tally(result)} failed`,
})[result.verdict];
function lead(result, anchors) {
    const { verdict } = result;
    return html `<section class="lead v-${verdict}" aria-labelledby="verdict">
    <h1 id="verdict" tabindex="-1">
      ${bareMark(verdict)}<span
        ><span class="unseen">${VERDICT_WORDS[verdict]}: </span>${sentenceOf(result)}</span
      >
    </h1>
    ${lost(result)} ${whatToDo(anchors)} ${notes(result)} ${facts(result)}
  </section> `;
}
const ROW_CHECKS = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'];
const holds = ({ checks }, id) => checks.some((check) => check.id === id && check.verdict === 'pass');
/** Rows, their keys and dates; where none came to harm, how many that was seen of. */
function lost(result) {
    const harmed = result.scenarios.filter((scenario) => (0,summary/* rowFaults */.Kh)(scenario).length > 0);
    const [first] = harmed;
    if (first)
        return harm(first, harmed.length - 1);
    if ((0,summary/* judgesNothing */.uF)(result))
        return undefined;
    const seeded = result.scenarios.filter(({ rows }) => rows.before > 0);
    if (seeded.length === 0)
        return html `<p class="lost">No row was seeded, so none was seen to be kept or lost.</p>`;
    const rows = (0,summary/* rowsAccountedFor */.vJ)(result);
    const open = seeded.filter((scenario) => !holds(scenario, 'no-row-lost')).length;
    const isWhole = open === 0 && seeded.every((scenario) => ROW_CHECKS.every((id) => holds(scenario, id)));
    const found = rows > 0
        ? `${(0,wording/* count */.U9)(rows, 'seeded row')} ${rows === 1 ? 'was' : 'were'} found again${isWhole ? ', each once and with its values' : ''}.`
        : '';
    const unseen = open > 0 ? ` What became of the rows was not seen in ${(0,wording/* count */.U9)(open, 'scenario')}.` : '';
    return html `<p class="lost">${found}${unseen}</p>
    ${result.verdict === 'pass' ? transitions(result) : undefined}`;
}
/** An example of a row: its key, and when it is. */
const OF_A_ROW = / at -?\d{4,6}-\d\d-\d\d/;
function harm(scenario, others) {
    const check = scenario.checks.find(({ id, verdict }) => ROW_CHECKS.includes(id) && verdict === 'fail');
    const lines = linesOf(check?.message ?? '');
    const told = lines.length > 0 ? lines.join(' ') : `${(0,words/* capitalised */.Iu)((0,summary/* rowFaults */.Kh)(scenario).join(', '))}.`;
    const keys = (check?.evidence.examples ?? []).filter((example) => OF_A_ROW.test(example)).slice(0, 3);
    const also = others > 0 ? ` Rows come to harm in ${(0,wording/* count */.U9)(others, 'more scenario')}.` : '';
    return html `<p class="lost">
      <strong>${told}</strong> Seen in ${(0,words/* scenarioTitle */.h1)(markup_short((0,words/* labelOf */.Wy)(scenario)))}.${also}
    </p>
    ${keys.length > 0 ? html `<p class="keys">First of them: ${keys.map((key, i) => html `${i > 0 ? '; ' : ''}${markup_short(key, 120)}`)}</p>` : undefined}`;
}
/** What each table goes from and to, as the upgrade or, without one, the fresh scenario left it. */
function transitions({ scenarios }) {
    const seen = scenarios.find(({ name }) => name === 'upgrade') ?? scenarios.find(({ name }) => name === 'fresh');
    return html `${(seen?.after ?? []).slice(0, 5).map((layout) => {
        const before = seen?.before.find(({ table }) => table === layout.table);
        const now = (0,summary/* describeLayout */.M2)(layout);
        const was = before && (0,summary/* describeLayout */.M2)(before);
        return html `<p class="keys">
      ${codeOf((0,words/* withoutSchema */.yU)(layout.table), 80)}
      ${was === undefined || was === now ? `has ${now}.` : `goes from ${was} to ${now}.`}
    </p>`;
    })}`;
}
const MOST_REMEDIES = 3;
function whatToDo({ findings }) {
    const first = findings[0]?.finding.kind;
    const grave = findings.filter(({ finding }) => finding.kind === first && markup_short(finding.check.remedy) !== '');
    if (grave.length === 0)
        return undefined;
    const items = grave.slice(0, MOST_REMEDIES).map(({ id, finding: { check } }) => {
        const place = check.location
            ? html ` <span class="place">${markup_short((0,domain_location/* formatLocation */.j)(check.location), 120)}</span>`
            : undefined;
        return html `<li>${markup_short(check.remedy, 600)} <a href="#${id}">${markup_short(check.id, 80)}</a>${place}</li>`;
    });
    const more = findings.length - items.length;
    return html `<div class="${first === 'warning' ? 'todo f-warning' : 'todo'}">
    <h2>${first === 'warning' ? 'What to do about what is warned of' : 'What to do'}</h2>
    <ol>
      ${items}
    </ol>
    ${more > 0 ? html `<p><a href="#findings">${(0,wording/* count */.U9)(more, 'more finding')}</a></p>` : undefined}
  </div>`;
}
const MOST_NOTES = 12;
function notes({ notes: all }) {
    if (all.length === 0)
        return undefined;
    const more = all.length - MOST_NOTES;
    return html `<ul class="notes">
    ${all.slice(0, MOST_NOTES).map((note) => html `<li>${markup_short(note, 600)}</li>`)}${more > 0 ? html `<li>${(0,wording/* count */.U9)(more, 'more note')} in the JSON report.</li>` : undefined}
  </ul>`;
}
/** `2026-11-22 12:00 UTC`. */
const minuteOf = (date) => Number.isNaN(date.getTime()) ? 'unknown' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
function facts(result) {
    const { server, migrations, scenarios, tables } = result;
    const files = migrations
        .slice(0, 5)
        .map((m) => `${markup_short(m.folder, 80)} (${m.filesUnderTest} of ${(0,wording/* count */.U9)(m.files, 'file')} under test)`);
    const lock = (0,summary/* exclusiveLock */.Og)(scenarios)?.replace('longest exclusive lock ', '');
    const all = [
        ['Scenarios', outcome(result)],
        ['Rows accounted for', (0,wording/* thousands */.oh)((0,summary/* rowsAccountedFor */.vJ)(result))],
        ...(lock === undefined ? [] : [['Longest exclusive lock', lock]]),
        [
            'Tables judged',
            (0,words/* listedUpTo */.MH)(tables.map((table) => markup_short((0,words/* withoutSchema */.yU)(table), 60)), 4) || 'none',
        ],
        ['Migrations', files.join(', ') || 'none'],
        ['PostgreSQL', `${markup_short(server.version, 40)} (${SERVER_KIND[server.kind]})`],
        ['Seed', `${result.seed}, ${(0,wording/* count */.U9)(result.rows, 'row')} a scenario`],
        ['Played', `${minuteOf(result.startedAt)}, ${(0,words/* seconds */.YA)(result.durationMs)}`],
    ];
    return html `<dl class="facts">
    ${all.map(([term, fact]) => html `<div>
          <dt>${term}</dt>
          <dd>${fact}</dd>
        </div>`)}
  </dl>`;
}

// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
// EXTERNAL MODULE: ./domain/instant.js
var instant = __webpack_require__(54940);
;// CONCATENATED MODULE: ./report/html/lane.js
/** What is drawn of one layout: its partitions, or many as one, with the gaps and overlaps between them. */



const MOST_FAULTS = 40;
function laneOf({ layout, other, otherwise, judged, most }) {
    const partitions = (0,domain_layout/* rangePartitions */.N2)(layout);
    const gaps = judged ? (0,domain_layout/* findGaps */.$0)(layout, judged) : [];
    const { overlaps, beside } = overlapsOf(partitions);
    const fateOf = ({ name, range }) => {
        if (!other)
            return 'kept';
        const there = other.get(name);
        return there !== undefined && (0,domain_range/* equalRanges */.dk)(there, range) ? 'kept' : otherwise;
    };
    const blocks = together(partitions.map((partition, i) => single(partition, fateOf(partition), beside[i] ?? false)), most);
    const shown = blocks.length <= most ? blocks : gravest(blocks, most);
    const drawn = shown.reduce((sum, block) => sum + block.count, 0);
    return {
        blocks: shown,
        gaps: gaps.slice(0, MOST_FAULTS),
        overlaps: overlaps.slice(0, MOST_FAULTS),
        byDefault: (0,domain_layout/* defaultPartition */.qs)(layout),
        omitted: partitions.length -
            drawn +
            Math.max(0, gaps.length - MOST_FAULTS) +
            Math.max(0, overlaps.length - MOST_FAULTS),
    };
}
/** The ranges of a layout by the names of its partitions. */
const rangesByName = (layout) => new Map((0,domain_layout/* rangePartitions */.N2)(layout).map(({ name, range }) => [name, range]));
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
        const overlapping = reached !== undefined && (0,domain_range/* compareBounds */.H1)(range.lower, reached) < 0;
        beside.push(overlapping && beside.at(-1) !== true);
        if (reached !== undefined && overlapping) {
            const upper = (0,domain_range/* minBound */.Vi)(range.upper, reached);
            const last = overlaps.at(-1);
            if (last && (0,domain_range/* compareBounds */.H1)(range.lower, last.upper) <= 0)
                overlaps[overlaps.length - 1] = { lower: last.lower, upper: (0,domain_range/* maxBound */.Du)(last.upper, upper) };
            else
                overlaps.push({ lower: range.lower, upper });
        }
        reached = reached === undefined ? range.upper : (0,domain_range/* maxBound */.Du)(reached, range.upper);
    }
    return { overlaps, beside };
}
/** Calendar units that many partitions are drawn in as one, each with the number of its unit. */
const UNITS = [
    (at) => (0,instant/* calendarDayOf */.i7)(at).year * 12 + (0,instant/* calendarDayOf */.i7)(at).month,
    (at) => (0,instant/* calendarDayOf */.i7)(at).year * 4 + Math.floor(((0,instant/* calendarDayOf */.i7)(at).month - 1) / 3),
    (at) => (0,instant/* calendarDayOf */.i7)(at).year,
    (at) => Math.floor((0,instant/* calendarDayOf */.i7)(at).year / 10),
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
        (0,domain_range/* compareBounds */.H1)(a.range.upper, to) === 0 &&
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

;// CONCATENATED MODULE: ./report/html/layout-lanes.js
/** Both lanes of a table's timeline: what it was before and after, side by side on one axis. */





/** The tables of a scenario that have a layout before or after it. */
function tablesOf({ before, after }) {
    return [...new Set([...after, ...before].map(({ table }) => table))];
}
function tableLanes(scenario, table, most) {
    const find = (all) => all.find((layout) => layout.table === table);
    const [before, after] = [find(scenario.before), find(scenario.after)];
    const own = (0,domain_layout/* maintainedWindow */.Dh)(before);
    const both = (0,domain_layout/* maintainedWindow */.Dh)(before, after);
    const other = (layout) => layout && rangesByName(layout);
    const first = before && laneOf({ layout: before, other: other(after), otherwise: 'gone', judged: own, most });
    const second = after && laneOf({ layout: after, other: other(before), otherwise: 'new', judged: both, most });
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
        return seeded > 0 ? `one table, ${(0,wording/* count */.U9)(seeded, 'seeded row')}` : 'no range partitions';
    const rows = layout.partitions.reduce((sum, partition) => sum + partition.rows, 0);
    return [
        (0,summary/* describeLayout */.M2)(layout),
        (0,wording/* count */.U9)(rows, 'row'),
        ...(lane.gaps.length > 0 && !lane.byDefault ? [(0,wording/* count */.U9)(lane.gaps.length, 'gap')] : []),
        ...(lane.overlaps.length > 0 ? [(0,wording/* count */.U9)(lane.overlaps.length, 'overlap')] : []),
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
            ? (range) => `${capital(when)}: ${(0,domain_range/* formatRange */.Lu)(range)} has no partition of its own; the default takes it.`
            : (range) => `Gap ${when}: ${(0,domain_range/* formatRange */.Lu)(range)} has no partition, and writes fail there.`;
        return [
            ...lane.overlaps.map((range) => `Overlap ${when}: ${(0,domain_range/* formatRange */.Lu)(range)} is claimed by more than one partition.`),
            ...lane.gaps.map(gap),
        ];
    });
    const more = told.length - MOST_TOLD;
    const shown = told.slice(0, MOST_TOLD);
    return {
        told: more > 0 ? [...shown, `${(0,wording/* count */.U9)(more, 'more gap or overlap', 'more gaps and overlaps')}.`] : shown,
        isGrave: lanes.some(({ lane }) => lane && (lane.overlaps.length > 0 || (lane.gaps.length > 0 && !lane.byDefault))),
    };
}
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

;// CONCATENATED MODULE: ./report/html/lane-chart.js




const BAND = 38;
/** Above the band: the lane's title and the numbers of rows; below it: names. */
const ABOVE = 37;
const BELOW = 14;
const DEFAULT_HEIGHT = 18;
const CHARACTER = 6.7;
const SIDE = 6;
/** To a tenth: what is finer nobody sees. */
const n = (value) => Math.round(value * 10) / 10;
function drawLane({ name, summary, lane, top, bottom }, drawing) {
    const heading = html `<text x="${SIDE}" y="${top + 13}" class="lane"
    ><tspan class="strong">${name}</tspan> ${summary}</text
  >`;
    const y = top + ABOVE;
    const { width } = drawing;
    if (!lane)
        return html `<g
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
    return html `<g
    >${heading}${blocks}${faults(lane, y, drawing)}${lane.byDefault ? drawDefault(lane.byDefault, bottom - DEFAULT_HEIGHT + 2, width) : undefined}</g
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
        rows: (rows, own) => isWide(own) ? FORMS.map((tell) => tell(rows)).find((text) => fits(text, own)) : form?.(rows),
    };
}
/** A frame, filled as high as it has rows. */
function drawBlock(block, y, { scale, mostRows, table, tooltips, labels }) {
    const { range, fate, rows, isBeside } = block;
    const [from, to] = [scale.x(range.lower), scale.x(range.upper)];
    const [left, width] = [from + 0.5, Math.max(1, to - from - 1)];
    const height = isBeside ? BAND / 2 : BAND;
    const full = rows > 0 ? Math.max(3, (rows / mostRows) * (height - 2)) : 0;
    const base = y + BAND;
    return html `<g class="b-${fate}"
    >${tooltips ? html `<title>${nameOf(block, table)}, ${(0,domain_range/* formatRange */.Lu)(range)}, ${(0,wording/* count */.U9)(rows, 'row')}, ${fate}</title>` : undefined}<rect
      class="frame"
      x="${n(left)}"
      y="${n(base - height)}"
      width="${n(width)}"
      height="${n(height)}"
      rx="${width > 8 ? 2 : 0}"
    />${rows > 0 ? html `<rect class="rows" x="${n(left + 1)}" y="${n(base - 1 - full)}" width="${n(Math.max(0.8, width - 2))}" height="${n(full)}" />` : undefined}${ends(range, y, from, to)}${labelsOf(block, y, { from, to, table, labels })}</g
  >`;
}
/** Arrow heads where a partition has no end. */
function ends({ lower, upper }, y, from, to) {
    const middle = y + BAND / 2;
    return html `${lower.kind === 'finite' ? undefined : html `<path class="endless" d="M${n(from + 9)} ${middle - 7}l-7 7 7 7" />`}${upper.kind === 'finite' ? undefined : html `<path class="endless" d="M${n(to - 9)} ${middle - 7}l7 7-7 7" />`}`;
}
const fits = (text, room) => text.length * CHARACTER <= room - 4;
function labelsOf(block, y, { from, to, table, labels }) {
    const middle = (from + to) / 2;
    const room = labels.room(to - from);
    const rows = labels.rows(block.rows, to - from);
    const name = nameOf(block, table);
    return html `${rows === undefined || block.rows === 0 ? undefined : html `<text class="mid" x="${n(middle)}" y="${y - 5}">${rows}</text>`}${fits(name, room) ? html `<text class="mid quiet" x="${n(middle)}" y="${y + BAND + 12}">${name}</text>` : undefined}`;
}
/** `25k`, `1.2m`. */
function lane_chart_compact(rows) {
    if (rows < 1_000)
        return String(rows);
    const [unit, letter] = rows < 999_500 ? [1_000, 'k'] : [1_000_000, 'm'];
    return `${rows < 10 * unit ? (rows / unit).toFixed(1).replace(/\.0$/, '') : Math.round(rows / unit)}${letter}`;
}
const FORMS = [wording/* thousands */.oh, lane_chart_compact];
/** Without the schema, and without the table's name in front. */
function nameOf({ name, count: partitions }, table) {
    if (partitions > 1)
        return (0,wording/* count */.U9)(partitions, 'partition');
    const bare = (0,words/* withoutSchema */.yU)(name);
    const prefix = `${(0,words/* withoutSchema */.yU)(table)}_`;
    return markup_short(bare.startsWith(prefix) && bare.length > prefix.length ? bare.slice(prefix.length) : bare, 80);
}
/** No narrower than can be seen, with a pointer above. */
function faults({ gaps, overlaps, byDefault }, y, { scale }) {
    const area = (range, kind) => {
        const [from, to] = [scale.x(range.lower), scale.x(range.upper)];
        const middle = (from + to) / 2;
        const width = Math.max(4, to - from);
        const word = fits(kind, width) && kind !== 'caught'
            ? html `<text class="mid fault" x="${n(middle)}" y="${y - 10}">${kind}</text>`
            : undefined;
        const pointer = kind === 'caught'
            ? undefined
            : html `<path class="pointer" d="M${n(middle - 4.5)} ${y - 8}h9l-4.5 6z" />`;
        return html `<g
      ><rect
        class="${kind}"
        x="${n(middle - width / 2)}"
        y="${y}"
        width="${n(width)}"
        height="${BAND}"
      />${pointer}${word}</g
    >`;
    };
    return html `${gaps.map((range) => area(range, byDefault ? 'caught' : 'gap'))}${overlaps.map((range) => area(range, 'overlap'))}`;
}
function drawDefault({ rows }, y, width) {
    return html `<rect
      class="${rows > 0 ? 'default full' : 'default'}"
      x="${SIDE + 0.5}"
      y="${y + 0.5}"
      width="${width - 2 * SIDE - 1}"
      height="${DEFAULT_HEIGHT - 3}"
      rx="3"
    /><text class="mid${rows > 0 ? ' strong' : ' quiet'}" x="${width / 2}" y="${y + 12}"
      >default partition: ${rows > 0 ? (0,wording/* count */.U9)(rows, 'row') : 'empty'}</text
    >`;
}

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
function layoutChart({ table, lanes }, { id, title }, { kind, width }) {
    const scale = timeScale({
        ranges: lanes.flatMap(({ lane }) => [
            ...(lane?.blocks.map(({ range }) => range) ?? []),
            ...(lane?.gaps ?? []),
        ]),
        faults: lanes.flatMap(({ lane }) => [
            ...(lane?.byDefault ? [] : (lane?.gaps ?? [])),
            ...(lane?.overlaps ?? []),
        ]),
        left: SIDE,
        right: width - SIDE,
        margin: kind === 'wide' ? 64 : 34,
        characterWidth: CHARACTER,
    });
    if (!scale)
        return undefined;
    const placed = stacked(lanes);
    const bottom = placed.at(-1)?.bottom ?? 0;
    const mostRows = Math.max(1, ...lanes.flatMap(({ lane }) => lane?.blocks.map(({ rows }) => rows) ?? []));
    const drawing = { scale, mostRows, table, width, tooltips: kind === 'wide' };
    return html `<svg
    class="chart only-${kind}"
    viewBox="0 0 ${width} ${bottom + AXIS}"
    role="img"
    aria-labelledby="${id}-${kind}-t ${id}-${kind}-d"
  >
    <title id="${id}-${kind}-t">${title}</title>
    <desc id="${id}-${kind}-d">${describe(lanes)}</desc>
    ${axis(scale, placed, bottom)}${placed.map((lane) => drawLane(lane, drawing))}
  </svg>`;
}
const describe = (lanes) => `${lanes.map(({ name, summary }) => `${name}: ${summary}.`).join(' ')} The table below the drawing has the same.`;
function stacked(lanes) {
    let top = 0;
    return lanes.map((named) => {
        const height = ABOVE + BAND + BELOW + (named.lane?.byDefault ? DEFAULT_HEIGHT : 0);
        const placed = { ...named, top, bottom: top + height };
        top += height + BETWEEN;
        return placed;
    });
}
function axis({ ticks, shortened }, lanes, bottom) {
    const bands = lanes.filter(({ lane }) => lane).map(({ top }) => [top + ABOVE, top + ABOVE + BAND]);
    return html `<g class="axis"
    >${ticks.map(({ x, labelX, label, isFault }) => html `<path
            class="${isFault ? 'tick fault' : 'tick'}"
            d="${bands.map(([from, to]) => `M${n(x)} ${from - 3}V${to + 3}`).join('')}M${n(x)} ${bottom}v5"
          /><text x="${n(labelX)}" y="${bottom + 17}" class="${isFault ? 'mid bound fault' : 'mid bound'}"
            >${label}</text
          >`)}${shortened.map(({ from, to }) => {
        const x = n((from + to) / 2);
        return html `<path class="break" d="M${x - 5} ${bottom + 4}l4-8M${x + 1} ${bottom + 4}l4-8" />`;
    })}</g
  >`;
}

;// CONCATENATED MODULE: ./report/html/table.js
/** Tables that scroll within themselves where they are wider than the page. */

/** The first cell of a row is its heading. */
function dataTable({ caption, columns }, rows) {
    const classOf = (i) => (columns[i]?.isNumber ? html ` class="number"` : undefined);
    const head = columns.map(({ title }, i) => html `<th scope="col" ${classOf(i)}>${title}</th>`);
    const body = rows.map(([first, ...cells]) => html `<tr>
        <th scope="row">${first}</th>
        ${cells.map((cell, i) => html `<td${classOf(i + 1)}>${cell}</td>`)}
      </tr> `);
    return html `<div class="scroll" role="group" tabindex="0" aria-label="${caption}">
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

;// CONCATENATED MODULE: ./report/html/layout-section.js
/** What becomes of a scenario's tables: a drawing of each, what is wrong in words, and the same facts as a table. */










const MOST_TABLES = 6;
/** @param id of the page's own making; what is in the section has ids that begin with it. */
function layoutSection(scenario, id, room) {
    const tables = tablesOf(scenario);
    if (tables.length === 0)
        return NOTHING;
    const drawn = tables
        .slice(0, MOST_TABLES)
        .map((table, i) => figure(scenario, table, { id: `${id}-t${i}`, room }));
    const more = tables.length - drawn.length;
    return html `<h4>Partitions</h4>
    ${drawn}${more > 0 ? html `<p class="aside">${(0,wording/* count */.U9)(more, 'more table')}: the JSON report has all.</p>` : undefined}`;
}
function figure(scenario, table, { id, room }) {
    const lanes = tableLanes(scenario, table, room.blocks);
    const name = markup_short((0,words/* unquoted */.qZ)(table), 80);
    const charts = CANVASES.map((canvas) => layoutChart(lanes, { id, title: `Partitions of ${name} before and after, by time` }, canvas));
    const isDrawn = charts.some((chart) => chart !== undefined);
    const faults = faultsOf(lanes);
    return html `<figure class="layout">
    <figcaption>${codeOf((0,words/* unquoted */.qZ)(table), 80)}${isDrawn ? legend(lanes) : undefined}</figcaption>
    ${isDrawn ? charts : inWords(lanes)}${remarks(lanes)}
    ${faults.told.length > 0
        ? html `<ul class="${faults.isGrave ? 'faults' : 'faults mild'}">
            ${faults.told.map((fault) => html `<li>${fault}</li>`)}
          </ul>`
        : undefined}
    ${partitionTable(lanes, { name, most: room.tableRows })}
  </figure> `;
}
/** Without a finite bound there is no axis. */
const inWords = ({ lanes }) => html `<p class="aside">
    ${lanes.map(({ name, summary }) => `${name}: ${summary}.`).join(' ')} No bound is finite, so there is
    nothing to draw.
  </p>`;
function legend({ lanes }) {
    const all = lanes.flatMap(({ lane }) => lane ?? []);
    const has = (fate) => all.some(({ blocks }) => blocks.some((block) => block.fate === fate));
    const sample = (kind, words) => html `<li>
      <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
        <g class="b-${kind}">
          <rect class="frame" x="1" y="1" width="20" height="12" rx="2" />
          <rect class="rows" x="2" y="6" width="18" height="6" />
        </g></svg
      >${words}
    </li>`;
    const fault = (kind, words) => html `<li>
      <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
        <rect class="${kind}" x="1" y="1" width="20" height="12" /></svg
      >${words}
    </li>`;
    return html `<ul class="legend" aria-label="Legend">
    ${has('kept') && (has('gone') || has('new')) ? sample('kept', 'kept') : undefined}${has('gone') ? sample('gone', 'gone afterwards') : undefined}${has('new') ? sample('new', 'new') : undefined}${all.some(({ gaps, byDefault }) => gaps.length > 0 && !byDefault) ? fault('gap', 'gap') : undefined}${all.some(({ gaps, byDefault }) => gaps.length > 0 && byDefault) ? fault('caught', 'left to the default') : undefined}${all.some(({ overlaps }) => overlaps.length > 0) ? fault('overlap', 'overlap') : undefined}
    ${all.some(({ blocks }) => blocks.some(({ rows }) => rows > 0)) ? html `<li>filled as high as rows</li>` : undefined}
  </ul>`;
}
/** What a drawing of many partitions leaves out or joins. */
function remarks({ lanes }) {
    const omitted = lanes.reduce((sum, { lane }) => sum + (lane?.omitted ?? 0), 0);
    const joined = lanes.some(({ lane }) => lane?.blocks.some((block) => block.count > 1));
    const sentences = [
        ...(joined ? ['Partitions on end are drawn as one, by calendar.'] : []),
        ...(omitted > 0
            ? [`${(0,wording/* count */.U9)(omitted, 'more partition or gap', 'more partitions or gaps')} not drawn.`]
            : []),
    ];
    return sentences.length === 0 ? undefined : html `<p class="aside">${sentences.join(' ')}</p>`;
}
const keyOf = (partition) => `${partition.kind === 'range' ? (0,domain_range/* formatRange */.Lu)(partition.range) : 'default'} ${partition.name}`;
const inOrder = (layout) => {
    const last = (0,domain_layout/* defaultPartition */.qs)(layout);
    return [...(0,domain_layout/* rangePartitions */.N2)(layout), ...(last ? [last] : [])];
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
        return (0,domain_range/* compareBounds */.H1)(a.range.lower, b.range.lower) || (0,domain_range/* compareBounds */.H1)(a.range.upper, b.range.upper);
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
    const table = dataTable({ caption, columns }, shown.map((row) => cellsOf(row, lanes.table)));
    return html `<details>
    <summary>${(0,wording/* count */.U9)(rows.length, 'partition')} as a table</summary>
    ${table}${left > 0 ? html `<p class="aside">${(0,wording/* count */.U9)(left, 'more partition')} that ${left === 1 ? 'has' : 'have'} no room here: the JSON report has all.</p>` : undefined}
  </details>`;
}
const rowsIn = (rows) => rows === undefined ? html `<span class="quiet">not there</span>` : (0,wording/* thousands */.oh)(rows);
function cellsOf({ partition, before, after }, table) {
    const name = html `<code>${nameOf({ name: partition.name, count: 1 }, table)}</code>`;
    const ends = partition.kind === 'default'
        ? ['default', 'default']
        : [boundText(partition.range.lower), boundText(partition.range.upper)];
    return [name, ...ends, rowsIn(before), rowsIn(after)];
}
const boundText = (bound) => bound.kind === 'finite' ? (0,instant/* formatShort */.KS)(bound.at) : bound.kind.toUpperCase();

;// CONCATENATED MODULE: ./report/html/lock-chart.js



const lock_chart_MOST_TABLES = 6;
/** Those first at which somebody would have waited longest. */
function lockedTables({ held, stalls }) {
    const tables = [...new Set(held.map(({ table }) => table))].map((table) => {
        const own = held.filter((span) => span.table === table);
        const modes = [...new Set(own.map(({ mode }) => mode))];
        return {
            table,
            modes: modes.map((mode) => ({ mode, spans: own.filter((span) => span.mode === mode) })),
            stalls: stalls.filter((stall) => stall.table === table),
        };
    });
    return tables.sort((a, b) => longest(b.stalls) - longest(a.stalls)).slice(0, lock_chart_MOST_TABLES);
}
const lengthOf = ({ fromMs, toMs }) => toMs - fromMs;
const longest = (stalls) => stalls.reduce((most, s) => Math.max(most, lengthOf(s)), 0);
const lock_chart_SIDE = 6;
const STEP = 30;
const HEADING = 34;
const STALL = 12;
const MODE = 28;
const lock_chart_AXIS = 24;
const lock_chart_CHARACTER = 6.4;
/** @returns undefined where nothing was locked. */
function lockChart(timeline, { id, title }, { kind, width }) {
    const tables = lockedTables(timeline);
    const end = timeline.steps.at(-1)?.toMs ?? 0;
    if (tables.length === 0 || end <= 0)
        return undefined;
    const x = (ms) => lock_chart_SIDE + (ms / end) * (width - 2 * lock_chart_SIDE);
    let y = STEP;
    const drawn = tables.map((table) => {
        const top = y;
        y += HEADING + STALL + 8 + table.modes.length * MODE + 6;
        return drawTable(table, top, { x, width });
    });
    return html `<svg
    class="chart only-${kind}"
    viewBox="0 0 ${width} ${y + lock_chart_AXIS}"
    role="img"
    aria-labelledby="${id}-${kind}-t ${id}-${kind}-d"
  >
    <title id="${id}-${kind}-t">${title}</title>
    <desc id="${id}-${kind}-d">
      ${tables.map(lock_chart_describe).join(' ')} The table below the drawing has the same.
    </desc>
    ${steps(timeline, { x, bottom: y })}${drawn}${lock_chart_axis(end, { x, bottom: y, width })}
  </svg>`;
}
const lock_chart_describe = (table) => `${lock_chart_nameOf(table.table)}: ${waits(table)}.`;
const lock_chart_nameOf = (table) => markup_short((0,words/* withoutSchema */.yU)(table), 60);
/** `wait: readers and writers up to 12 ms`, of the longest time. */
function waits({ stalls }) {
    const told = ['readers and writers', 'writers'].flatMap((stops) => {
        const own = stalls.filter((stall) => stall.stops === stops);
        return own.length === 0 ? [] : [`${stops} up to ${(0,wording/* milliseconds */.Rz)(longest(own))}`];
    });
    return told.length === 0 ? 'waits are told with its table' : `wait: ${told.join(', ')}`;
}
const lock_chart_n = (value) => Math.round(value * 10) / 10;
const fitted = (text, room) => {
    const most = Math.floor((room - 6) / lock_chart_CHARACTER);
    return text.length <= most ? text : most >= 10 ? markup_short(text, most) : undefined;
};
/** The steps as bands, named where there is room. */
function steps({ steps: all }, { x, bottom }) {
    return html `<g class="steps"
    >${all.map(({ pass, step, fromMs, toMs }, i) => {
        const [from, to] = [x(fromMs), x(toMs)];
        const label = fitted(markup_short(pass === step ? step : `${pass}: ${step}`, 120), to - from);
        return html `<rect
          class="${i % 2 === 0 ? 'step even' : 'step'}"
          x="${lock_chart_n(from)}"
          y="0"
          width="${lock_chart_n(Math.max(0.5, to - from))}"
          height="${bottom}"
        />${label === undefined ? undefined : html `<text class="quiet" x="${lock_chart_n(from + 4)}" y="15">${label}</text>`}`;
    })}</g
  >`;
}
function drawTable(table, top, { x, width }) {
    const stallTop = top + HEADING;
    const bars = table.stalls.map(({ stops, fromMs, toMs }) => {
        const kind = stops === 'writers' ? 'writers' : 'everybody';
        return html `<rect
      class="stall ${kind}"
      x="${lock_chart_n(x(fromMs))}"
      y="${stallTop}"
      width="${lock_chart_n(Math.max(2, x(toMs) - x(fromMs)))}"
      height="${STALL}"
    />`;
    });
    const modes = table.modes.map(({ mode, spans }, i) => {
        const y = stallTop + STALL + 8 + i * MODE;
        return html `<text class="mode" x="${lock_chart_SIDE}" y="${y + 12}">${mode}</text
      ><path
        class="track"
        d="M${lock_chart_SIDE} ${y + 20}H${width - lock_chart_SIDE}"
      />${spans.map((span) => drawSpan(span, y + 20, x))}`;
    });
    return html `<g
    ><text class="lane strong" x="${lock_chart_SIDE}" y="${top + 12}">${fitted(lock_chart_nameOf(table.table), width / 1.25)}</text
    ><text x="${lock_chart_SIDE}" y="${top + 27}">${fitted(waits(table), width)}</text
    ><rect
      class="stall-track"
      x="${lock_chart_SIDE}"
      y="${stallTop}"
      width="${width - 2 * lock_chart_SIDE}"
      height="${STALL}"
    />${bars}${modes}</g
  >`;
}
const drawSpan = (span, y, x) => {
    const [from, to] = [x(span.fromMs), x(span.toMs)];
    const told = `${span.mode}, ${(0,wording/* milliseconds */.Rz)(lengthOf(span))}: ${markup_short(span.statement, 200)}`;
    return html `<path class="span" d="M${lock_chart_n(from)} ${y}H${lock_chart_n(Math.max(from + 2, to))}"
    ><title>${told}</title></path
  >`;
};
/** 1, 2 or 5 times a power of ten, so that a handful fits. */
function lock_chart_axis(end, { x, bottom, width }) {
    const most = Math.max(2, Math.floor(width / 110));
    const power = 10 ** Math.floor(Math.log10(end / most));
    const every = [1, 2, 5, 10].map((factor) => factor * power).find((size) => end / size <= most) ?? end;
    const ticks = Array.from({ length: Math.floor(end / every) + 1 }, (_, i) => i * every);
    return html `<g class="axis"
    ><path
      class="tick"
      d="M${lock_chart_SIDE} ${bottom}H${width - lock_chart_SIDE}"
    />${ticks.map((ms, i) => html `<path class="tick" d="M${lock_chart_n(x(ms))} ${bottom}v5" /><text class="bound${i === 0 ? '' : x(ms) > width - 30 ? ' end' : ' mid'}" x="${lock_chart_n(i === 0 ? lock_chart_SIDE : x(ms) > width - 30 ? width - lock_chart_SIDE : x(ms))}" y="${bottom + 18}">${timeOf(ms, end)}</text>`)}</g
  >`;
}
const timeOf = (ms, end) => {
    if (end >= 10_000)
        return `${Number((ms / 1_000).toFixed(1))} s`;
    return ms === 0 ? '0' : ms < 1_000 ? `${Number(ms.toFixed(1))} ms` : `${(0,wording/* thousands */.oh)(Math.round(ms))} ms`;
};

;// CONCATENATED MODULE: ./report/html/lock-section.js
/** When tables in use were locked in a scenario: drawn, and as a table. */







function lockSection(timeline, id) {
    if (!timeline)
        return NOTHING;
    const { held, unlisted } = timeline;
    if (held.length === 0)
        return html `<h4>Locks</h4>
      <p class="aside">No table in use was seen locked against readers or writers.</p>`;
    const charts = CANVASES.map((canvas) => lockChart(timeline, { id: `${id}-l`, title: 'Locks on tables in use, by time' }, canvas));
    const left = new Set(held.map(({ table }) => table)).size - lockedTables(timeline).length;
    const remarks = [
        ...(left > 0 ? [`${(0,wording/* count */.U9)(left, 'more table')} under the drawing.`] : []),
        ...(unlisted > 0
            ? [`${(0,wording/* count */.U9)(unlisted, 'more lock')} not listed: on partitions along with their table, or shorter.`]
            : []),
    ];
    return html `<h4>Locks and who would wait</h4>
    <figure class="locks">
      <figcaption>
        From the first step on, as long as each was played.
        <ul class="legend" aria-label="Legend">
          ${lock_section_legend(timeline)}
        </ul>
      </figcaption>
      ${charts}${remarks.length > 0 ? html `<p class="aside">${remarks.join(' ')}</p>` : undefined}
      ${lockTable(timeline)}
    </figure> `;
}
const lock_section_legend = ({ stalls }) => [
    ...(stalls.some(({ stops }) => stops !== 'writers')
        ? [sample('everybody', 'readers and writers wait')]
        : []),
    ...(stalls.some(({ stops }) => stops === 'writers') ? [sample('writers', 'writers wait')] : []),
];
const sample = (kind, words) => html `<li>
    <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
      <rect class="stall ${kind}" x="1" y="1" width="20" height="12" /></svg
    >${words}
  </li>`;
const ms = (value) => (value > 0 && value < 10 ? `${value} ms` : (0,wording/* milliseconds */.Rz)(value));
function lockTable({ held, steps }) {
    const columns = [{ title: 'Table' }, { title: 'Mode' }, { title: 'From', isNumber: true }, { title: 'To', isNumber: true }, { title: 'Held', isNumber: true }, { title: 'Rows behind it', isNumber: true }, { title: 'Statement' }, { title: 'During' }]; // prettier-ignore
    const rows = held.map((span) => {
        const place = span.location ? html `${markup_short((0,domain_location/* formatLocation */.j)(span.location), 120)} ` : undefined;
        return [
            codeOf((0,words/* unquoted */.qZ)(span.table), 80),
            span.mode,
            ms(span.fromMs),
            ms(span.toMs),
            ms(Math.round(lengthOf(span) * 10) / 10),
            span.rows === undefined ? '' : (0,wording/* thousands */.oh)(span.rows),
            html `${place}${codeOf(span.statement, 160)}`,
            markup_short(steps[span.step]?.step ?? '', 120),
        ];
    });
    return html `<details>
    <summary>${(0,wording/* count */.U9)(held.length, 'lock')} as a table</summary>
    ${dataTable({ caption: 'Locks', columns }, rows)}
  </details>`;
}

;// CONCATENATED MODULE: ./report/html/scenario-section.js








function groupOf({ verdict, checks }) {
    if (verdict !== 'pass')
        return verdict;
    return checks.some((check) => (0,report_findings/* kindOf */.I)(check) !== undefined) ? 'warning' : 'pass';
}
/** What a scenario amounts to, each fact alone. */
function factsOf(scenario) {
    const change = (0,summary/* partitionsChange */.G9)(scenario);
    const { exclusiveLockMs } = scenario;
    return [
        ...((0,summary/* keepsRows */.wj)(scenario) ? [`${(0,wording/* count */.U9)(scenario.rows.before, 'row')} kept`] : []),
        ...(0,summary/* rowFaults */.Kh)(scenario),
        ...(change === undefined ? [] : [change]),
        ...(exclusiveLockMs === undefined ? [] : [`longest exclusive lock ${(0,wording/* milliseconds */.Rz)(exclusiveLockMs)}`]),
    ];
}
function scenarioSection(result, scenario, { id, room }) {
    const group = groupOf(scenario);
    const facts = [markWord(group), ...factsOf(scenario), (0,words/* seconds */.YA)(scenario.durationMs)];
    return html `<section class="scenario g-${group}" aria-labelledby="${id}">
    <h3 id="${id}" tabindex="-1">
      ${bareMark(group)}<span>${(0,words/* scenarioTitle */.h1)(markup_short((0,words/* labelOf */.Wy)(scenario)))}</span>
    </h3>
    <p class="facts-line">
      ${facts.map((fact, i) => html `${i > 0 ? html ` <span aria-hidden="true">·</span> ` : ''}<span>${fact}</span>`)}
    </p>
    ${layoutSection(scenario, id, room)}${lockSection(scenario.locks, id)}${checksSection(scenario)}${notesOf(scenario)}
    <p class="again">
      <span class="quiet">Play it again:</span> ${codeOf((0,summary/* replayCommand */.Pi)(result, (0,words/* labelOf */.Wy)(scenario)), 400)}
    </p>
  </section> `;
}
function checksSection({ checks }) {
    if (checks.length === 0)
        return undefined;
    const told = checks.filter((check) => (0,report_findings/* kindOf */.I)(check) !== undefined);
    const held = checks.filter((check) => check.verdict === 'pass');
    const others = checks.filter((check) => (0,report_findings/* kindOf */.I)(check) === undefined && check.verdict !== 'pass');
    const rest = [
        ...(held.length > 0 ? [(0,wording/* count */.U9)(held.length, 'check holds', 'checks hold')] : []),
        ...(others.length > 0 ? [`${others.length} not applicable`] : []),
    ].join(', ');
    return html `<h4>Checks</h4>
    ${told.length > 0 ? list(told) : undefined}${rest === ''
        ? undefined
        : html `<details>
            <summary>${rest}</summary>
            ${list([...held, ...others])}
          </details>`}`;
}
const MOST_CHECKS = 120;
const list = (checks) => {
    const more = checks.length - MOST_CHECKS;
    return html `<ul class="checks">
    ${checks.slice(0, MOST_CHECKS).map(checkItem)}${more > 0 ? html `<li>${(0,wording/* count */.U9)(more, 'more check')} in the JSON report.</li>` : undefined}
  </ul>`;
};
function checkItem(check) {
    const mark = markOfCheck(check.verdict, check.severity === 'warning');
    const message = linesOf(check.message, 600);
    return html `<li>
    ${markOf(mark)}<span
      ><span class="check-id">${markup_short(check.id, 80)}</span
      >${message.length > 0 ? html ` <span class="quiet">${message.join(' ')}</span>` : undefined}</span
    >
  </li>`;
}
const scenario_section_MOST_NOTES = 20;
function notesOf({ notes, waived = [] }) {
    const all = [...notes, ...waived.map((waiver) => `Waived: ${waiver}`)];
    if (all.length === 0)
        return undefined;
    const more = all.length - scenario_section_MOST_NOTES;
    return html `<h4>Notes</h4>
    <ul class="notes">
      ${all.slice(0, scenario_section_MOST_NOTES).map((note) => html `<li>${markup_short(note, 600)}</li>`)}${more > 0 ? html `<li>${(0,wording/* count */.U9)(more, 'more note')} in the JSON report.</li>` : undefined}
    </ul>`;
}

;// CONCATENATED MODULE: ./report/html/scenarios-section.js







const GROUPS = ['fail', 'inconclusive', 'warning', 'pass'];
/** Beyond these a page would be of no bounded size. */
const scenarios_section_MOST_SCENARIOS = 300;
const TABLE_ROWS = 6_000;
const BLOCKS = 2_400;
function scenariosSection(result, anchors) {
    const { scenarios } = result;
    if (scenarios.length === 0)
        return html `<section aria-labelledby="scenarios">
      <h2 id="scenarios" tabindex="-1">Scenarios</h2>
      <p>No scenario was played.</p>
    </section>`;
    const shown = scenarios.slice(0, scenarios_section_MOST_SCENARIOS);
    const left = scenarios.length - shown.length;
    const room = roomOf(shown);
    return html `<section class="scenarios" aria-labelledby="scenarios">
      <h2 id="scenarios" tabindex="-1">Scenarios <span class="amount">${scenarios.length}</span></h2>
      <div class="columns">
        <div class="index">
          ${choice(shown)}
          <nav aria-label="Scenarios">
            <ol>
              ${shown.map((scenario, i) => entry(scenario, anchors.scenarios[i] ?? ''))}
            </ol>
          </nav>
        </div>
        <div class="all">
          ${shown.map((scenario, i) => scenarioSection(result, scenario, { id: anchors.scenarios[i] ?? '', room }))}${left > 0 ? html `<p class="aside">${(0,wording/* count */.U9)(left, 'more scenario')} with no room here: the JSON report has all.</p>` : undefined}
        </div>
      </div>
    </section>
    ${idle(result)}`;
}
/** The more is to be drawn, the less of each. */
function roomOf(scenarios) {
    const figures = Math.max(1, scenarios.reduce((sum, scenario) => sum + Math.min(6, tablesOf(scenario).length), 0));
    const between = (value, least, most) => Math.min(most, Math.max(least, Math.floor(value)));
    return { blocks: between(BLOCKS / figures, 24, 72), tableRows: between(TABLE_ROWS / figures, 12, 240) };
}
function entry(scenario, id) {
    const group = groupOf(scenario);
    const [fault] = (0,summary/* rowFaults */.Kh)(scenario);
    return html `<li class="g-${group}">
    <a href="#${id}"
      >${markOf(group)}<span class="title">${(0,words/* scenarioTitle */.h1)(markup_short((0,words/* labelOf */.Wy)(scenario)))}</span>
      <span class="time">${(0,words/* seconds */.YA)(scenario.durationMs)}</span
      >${fault === undefined ? undefined : html `<span class="harm">${fault}</span>`}</a
    >
  </li> `;
}
/** Only where there is something to choose. */
function choice(scenarios) {
    const groups = GROUPS.map((group) => ({
        group,
        size: scenarios.filter((s) => groupOf(s) === group).length,
    }));
    const present = groups.filter(({ size }) => size > 0);
    if (present.length < 2)
        return NOTHING;
    const option = (id, words, size, checked) => html `<label
      ><input type="radio" name="show" id="show-${id}" ${checked ? html ` checked` : undefined} /><span
        >${words} <span class="amount">${size}</span></span
      ></label
    >`;
    return html `<fieldset class="choice">
    <legend>Show</legend>
    ${option('all', 'All', scenarios.length, true)}${present.map(({ group, size }) => option(group, group === 'warning' ? 'With warnings' : markWord(group), size, false))}
  </fieldset>`;
}
function idle(result) {
    const ids = (0,summary/* neverApplicable */.Mn)(result).map((id) => markup_short(id, 80));
    if (ids.length === 0)
        return NOTHING;
    return html `<section aria-labelledby="idle">
    <h2 id="idle">Not applicable here</h2>
    <p class="quiet">Nothing to judge in any scenario: ${ids.slice(0, 60).join(', ')}.</p>
  </section>`;
}

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

;// CONCATENATED MODULE: ./report/html/page.js
/** The run's result as one HTML file: no script, and nothing that it asks any host for. */










const STYLE = TOKENS + PAGE_STYLE + CHART_STYLE;
/** Nothing may be loaded or run; the style is the one whose hash stands there. */
const policy = () => `default-src 'none'; style-src 'sha256-${(0,external_node_crypto_.createHash)('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
/** Pure: the same result gives the same page. */
function renderHtml(result) {
    const anchors = anchorsOf(result);
    const { verdict } = result;
    const page = html `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy())}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${VERDICT_WORDS[verdict]}: ${sentenceOf(result)}</title>
        ${trusted(`<style>${STYLE}</style>`)}
      </head>
      <body class="v-${verdict}">
        <a class="skip" href="#verdict">Skip to the verdict</a>
        ${PATTERNS}
        <header class="bar">
          <div>
            <p class="verdict">
              ${bareMark(verdict)}<strong>${VERDICT_WORDS[verdict]}</strong>
              <span class="tally">${tally(result)}</span>
            </p>
            <nav aria-label="Page">
              <a href="#verdict">Verdict</a
              >${anchors.findings.length > 0 ? html `<a href="#findings">Findings</a>` : undefined}<a
                href="#scenarios"
                >Scenarios</a
              >
            </nav>
          </div>
        </header>
        <main>
          ${lead(result, anchors)}${findingsSection(result, anchors)}${scenariosSection(result, anchors)}
        </main>
        <footer><p>partition-guard ${markup_short(result.toolVersion, 40)}</p></footer>
      </body>
    </html> `;
    return page.markup;
}

;// CONCATENATED MODULE: ./report/json.js
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
        failOn: result.failOn ?? 'error',
        shard: shardToJson(result),
        replayOptions: result.replayOptions,
        migrations: result.migrations.map(migrationsToJson),
        ...(result.release === undefined ? {} : { release: result.release }),
        ...(result.configurationDigest === undefined ? {} : { configurationDigest: result.configurationDigest }),
        tables: result.tables,
        notes: result.notes,
        scenarios: result.scenarios.map(scenarioToJson),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
/** What is no share is all of the scenarios that there are. */
const shardToJson = ({ shard, scenarios }) => ({
    index: shard?.index ?? 1,
    of: shard?.of ?? 1,
    scenarios: shard?.scenarios ?? [...new Set(scenarios.map(({ name }) => name))],
});
const migrationsToJson = ({ folder, files, filesUnderTest, firstUnderTest, digest }) => ({
    folder,
    files,
    filesUnderTest,
    ...(firstUnderTest === undefined ? {} : { firstUnderTest }),
    ...(digest === undefined ? {} : { digest }),
});
const scenarioToJson = (scenario) => ({
    name: scenario.name,
    ...(scenario.server === undefined ? {} : { server: scenario.server }),
    verdict: scenario.verdict,
    durationMs: Math.round(scenario.durationMs),
    tables: tablesToJson(scenario),
    before: scenario.before.flatMap(partitionsToJson),
    after: scenario.after.flatMap(partitionsToJson),
    rows: {
        before: scenario.rows.before,
        after: scenario.rows.after,
        lost: scenario.rows.lost,
        duplicated: scenario.rows.duplicated,
        changed: scenario.rows.changed,
    },
    ...(scenario.exclusiveLockMs === undefined
        ? {}
        : { exclusiveLockMs: wholeMilliseconds(scenario.exclusiveLockMs) }),
    ...(scenario.locks ? { locks: locksToJson(scenario.locks) } : {}),
    checks: scenario.checks.map(checkToJson),
    notes: scenario.notes,
    ...(scenario.waived === undefined ? {} : { waived: scenario.waived }),
});
/** What is shorter than one is told as one: a lock that was held is no lock of no time. */
const wholeMilliseconds = (ms) => (ms === 0 ? 0 : Math.max(1, Math.round(ms)));
/** In their order, also those without a partition. */
const tablesToJson = ({ before, after }) => ({
    before: before.map(json_keyOf),
    after: after.map(json_keyOf),
});
const json_keyOf = ({ table, keyColumn, keyType }) => ({ table, keyColumn, keyType });
const locksToJson = ({ steps, held, unlisted, stalls }) => ({
    steps: steps.map(({ pass, step, fromMs, toMs }) => ({ pass, step, fromMs, toMs })),
    held: held.map(({ step, table, parent, mode, fromMs, toMs, rows, statement, location }) => ({
        step,
        table,
        ...(parent === undefined ? {} : { parent }),
        mode,
        fromMs,
        toMs,
        ...(rows === undefined ? {} : { rows }),
        statement,
        ...(location ? { location: { file: location.file, line: location.line } } : {}),
    })),
    unlisted,
    stalls: stalls.map(({ step, table, stops, fromMs, toMs }) => ({ step, table, stops, fromMs, toMs })),
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
        ...(check.evidence.unlisted === undefined ? {} : { unlisted: check.evidence.unlisted }),
        ...(check.evidence.statement === undefined ? {} : { statement: check.evidence.statement }),
    },
});

// EXTERNAL MODULE: ./domain/verdict.js
var verdict = __webpack_require__(29820);
;// CONCATENATED MODULE: ./report/xml-text.js
/** Text of strangers inside XML 1.0, which has no way to write some characters: those are shown as signs that stand for them. */
/** What XML 1.0 forbids (2.2 Characters), and what no reader sees: controls, marks of direction, halves of pairs. */
const UNSEEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;
const pictureOf = (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20)
        return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
};
const xml_text_ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
const xml_text_escaped = (text) => text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, pictureOf)
    .replace(/[&<>"']/g, (sign) => xml_text_ENTITIES[sign] ?? '');
/** Between tags; lines stay lines. */
const xmlText = (text) => xml_text_escaped(text);
/** In quotes; a reader would take a line's end for a blank. */
const xmlAttribute = (text) => xml_text_escaped(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
/** An element on lines of its own. */
function xml({ name, attributes = {}, content = [] }, indent = '') {
    const given = Object.entries(attributes)
        .map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlAttribute(String(value))}"`))
        .join('');
    if (content.length === 0)
        return `${indent}<${name}${given}/>\n`;
    if (typeof content === 'string')
        return `${indent}<${name}${given}>${xmlText(content)}</${name}>\n`;
    const inner = content.map((element) => xml(element, `${indent}  `)).join('');
    return `${indent}<${name}${given}>\n${inner}${indent}</${name}>\n`;
}

;// CONCATENATED MODULE: ./report/junit.js
/** The run's result as JUnit XML: a suite a scenario, a case a check. What is not proven is never green. */





const MESSAGE_LENGTH = 1_000;
const TEXT_LENGTH = 20_000;
function renderJunit(result) {
    const suites = result.scenarios.map((scenario) => suiteOf(scenario, result));
    const told = suites.flatMap(({ cases }) => cases);
    const all = showsVerdict(told, result.verdict) ? suites : [...suites, untold(result)];
    const document = xml({
        name: 'testsuites',
        attributes: {
            name: 'partition-guard',
            ...totals(all.flatMap(({ cases }) => cases)),
            time: seconds(result.durationMs),
        },
        content: all.map(({ element }) => element),
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
}
function suiteOf(scenario, result) {
    const name = (0,words/* scenarioTitle */.h1)((0,words/* labelOf */.Wy)(scenario));
    const cases = scenario.checks.map((check) => caseOf(check, name, result));
    const untold = whatNoCaseTells(scenario, cases);
    return suite(name, untold === undefined ? cases : [...cases, untold], { scenario, result });
}
function suite(name, cases, { scenario, result }) {
    const notes = scenario ? scenario.notes : result.notes;
    const element = {
        name: 'testsuite',
        attributes: {
            name,
            ...totals(cases),
            time: seconds(scenario?.durationMs ?? result.durationMs),
            timestamp: result.startedAt.toISOString(),
        },
        content: [
            { name: 'properties', content: propertiesOf(scenario, result) },
            ...cases.map((one) => one.element),
            ...(notes.length > 0 ? [{ name: 'system-out', content: (0,printable/* clip */.$Q)(notes.join('\n'), TEXT_LENGTH) }] : []),
        ],
    };
    return { cases, element };
}
const totals = (cases) => {
    const of = (outcome) => cases.filter((one) => one.outcome === outcome).length;
    return {
        tests: cases.length,
        failures: of('failure'),
        errors: of('error'),
        skipped: of('skipped'),
    };
};
function propertiesOf(scenario, result) {
    const { shard } = result;
    const facts = [
        ['partition-guard', result.toolVersion],
        ['postgresql', scenario?.server ?? result.server.version],
        ['server', result.server.kind],
        ['seed', result.seed],
        ['rows', result.rows],
        ['verdict', scenario?.verdict ?? result.verdict],
        ...(shard && shard.of > 1 ? [['shard', `${shard.index}/${shard.of}`]] : []),
        ...(scenario
            ? ['before', 'after', 'lost', 'duplicated', 'changed'].map((key) => [`rows.${key}`, scenario.rows[key]])
            : []),
    ];
    return facts.map(([name, value]) => ({ name: 'property', attributes: { name, value } }));
}
function caseOf(check, scenario, { failOn }) {
    const outcome = outcomeOf(check, failOn);
    return testCase({
        scenario,
        name: check.id,
        outcome,
        message: check.message,
        details: detailsOf(check),
        ...(check.location ? { place: check.location } : {}),
    });
}
/** As the check counts: a warning that fails nothing is passed, and told. */
const outcomeOf = (check, failOn) => check.verdict === 'not-applicable' ? 'skipped' : OUTCOMES[(0,verdict/* verdictThatCounts */.jg)(check, failOn ?? 'error')];
const OUTCOMES = { pass: 'passed', inconclusive: 'error', fail: 'failure' };
function testCase(given) {
    const { outcome, place } = given;
    const message = (0,printable/* clip */.$Q)(given.message.replace(/\s+/g, ' ').trim(), MESSAGE_LENGTH);
    const details = (0,printable/* clip */.$Q)(given.details, TEXT_LENGTH);
    const told = {
        passed: details === '' ? [] : [{ name: 'system-out', content: details }],
        skipped: [{ name: 'skipped', attributes: { message } }],
        failure: [{ name: 'failure', attributes: { message, type: given.name }, content: details }],
        error: [{ name: 'error', attributes: { message, type: 'inconclusive' }, content: details }],
    };
    const element = {
        name: 'testcase',
        attributes: { name: given.name, classname: given.scenario, file: place?.file, line: place?.line },
        content: told[outcome],
    };
    return { outcome, element };
}
const detailsOf = ({ verdict, severity, message, remedy, location, evidence }) => [
    verdict === 'fail' && severity === 'warning' ? `warning: ${message}` : message,
    ...(location ? [`at ${(0,domain_location/* formatLocation */.j)(location)}`] : []),
    ...(evidence.statement === undefined ? [] : [evidence.statement]),
    ...evidence.examples.map((example) => `- ${example}`),
    ...(remedy === '' ? [] : [`→ ${remedy}`]),
]
    .filter((line) => line !== '')
    .join('\n');
const RANK = { passed: 0, skipped: 0, error: 1, failure: 2 };
const NEEDED = { pass: 0, inconclusive: 1, fail: 2 };
/** Readers take a file without cases for a green one. */
const showsVerdict = (cases, verdict) => cases.some(({ outcome }) => RANK[outcome] >= NEEDED[verdict]);
/** A scenario whose verdict is worse than what its checks show is told by a case of its own. */
function whatNoCaseTells(scenario, cases) {
    const { verdict } = scenario;
    if (showsVerdict(cases, verdict))
        return undefined;
    return testCase({
        scenario: (0,words/* scenarioTitle */.h1)((0,words/* labelOf */.Wy)(scenario)),
        name: 'scenario',
        outcome: verdict === 'fail' ? 'failure' : 'error',
        message: verdict === 'fail' ? 'The scenario failed.' : 'The scenario could not be judged.',
        details: '',
    });
}
/** The verdict of a run in which no case shows it, as where no scenario was played. */
const untold = (result) => suite('partition-guard', [
    testCase({
        scenario: 'partition-guard',
        name: 'run',
        outcome: result.verdict === 'fail' ? 'failure' : 'error',
        message: result.verdict === 'fail' ? 'The run failed.' : 'Nothing was proven.',
        details: '',
    }),
], { result });
const seconds = (durationMs) => (durationMs / 1000).toFixed(3);

// EXTERNAL MODULE: ./report/markdown.js + 6 modules
var markdown = __webpack_require__(71520);
// EXTERNAL MODULE: ./domain/interval.js
var interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./report/fingerprint.js
/** What a finding is known by from run to run: its check, its file and its words, without what changes by the way. */


/** Words with a digit, which are counts, dates, keys and names of partitions, and intervals: these differ with seed, rows, day and scenario. */
const VARIABLE = new RegExp(
// From a word's beginning only: else each letter of a long one is begun at.
`(?<![\\p{L}_-])[\\p{L}_-]*\\d[\\p{L}\\p{N}_,.:-]*|\\b(?:${interval/* INTERVAL_NAMES */.Lm.join('|')})\\b`, 'giu');
const normalised = (text) => text
    .replace(VARIABLE, '#')
    .replace(/\ball #|# of #/gi, '#')
    .replace(/\s+/g, ' ')
    .trim();
/**
 * Of each finding, in their order. The line is left out, because lines move; where one file has several findings that are
 * the same without it, they are counted by line.
 */
function fingerprints(findings) {
    const bases = findings.map(({ check }) => hash(identityOf(check)));
    const lineOf = (i) => findings[i]?.check.location?.line ?? 0;
    const counts = new Map();
    const prints = [];
    for (const i of [...bases.keys()].sort((a, b) => lineOf(a) - lineOf(b) || a - b)) {
        const base = bases[i] ?? '';
        const rank = (counts.get(base) ?? 0) + 1;
        counts.set(base, rank);
        prints[i] = `${base}:${rank}`;
    }
    return prints;
}
/** Where a statement is blamed, its own words: the message is that of whichever scenario met it first. */
const identityOf = ({ id, location, evidence, message }) => JSON.stringify([id, location?.file ?? '', normalised(location ? (evidence.statement ?? '') : message)]);
/** Short, as GitHub's own: for telling apart the findings of one repository. */
const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);

;// CONCATENATED MODULE: ./report/sarif.js






/** GitHub takes 25,000 results a run and shows the first 5,000. */
const MOST_RESULTS = 5_000;
/** Of rules without a result; those with one all stand. */
const MOST_RULES = 1_000;
/** GitHub takes 10 MB when compressed: less than that before, whatever compresses badly. */
const MOST_BYTES = 8_000_000;
const sarif_MOST_SCENARIOS = 50;
const sarif_MOST_TABLES = 100;
const sarif_TEXT_LENGTH = 1_000;
const NAME_LENGTH = 200;
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const CONFIGURATION_FILE = 'partition-guard.yml';
/** @param rules what is known of the checks; one that is not among them is told by its id. */
function renderSarif(result, rules = []) {
    const findings = (0,report_findings/* findingsOf */.W)(result);
    const told = tell(result, findings, rules);
    const document = {
        $schema: SCHEMA,
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: { name: 'partition-guard', ...version(result.toolVersion), rules: told.rules },
                },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: {
                    SRCROOT: {
                        description: { text: 'The folder that the program ran in: the root of the repository.' },
                    },
                },
                invocations: [invocationOf(result, findings.length - told.results.length)],
                logicalLocations: sarif_tablesOf(result).map(tableOf),
                results: told.results,
            },
        ],
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
/** Results and their rules, the gravest first, as far as there is room; then the rules that found nothing. */
function tell(result, findings, known) {
    const texts = new Map(known.map((rule) => [ruleId(rule), rule]));
    const rules = new Map();
    const results = [];
    const place = placeOfTheRest(result);
    const tables = sarif_tablesOf(result);
    const kept = findings.slice(0, MOST_RESULTS);
    const prints = fingerprints(kept);
    let room = MOST_BYTES;
    const makeRule = (check) => {
        const id = ruleId(check);
        return rules.get(id) ?? { index: rules.size, rule: ruleOf(check, texts.get(id)) };
    };
    for (const [i, finding] of kept.entries()) {
        const made = makeRule(finding.check);
        const one = resultOf(finding, { result, index: made.index, print: prints[i] ?? '', place, tables });
        room -= bytesOf(one) + bytesOf(made.rule);
        if (room < 0)
            break;
        rules.set(ruleId(finding.check), made);
        results.push(one);
    }
    for (const check of result.scenarios.flatMap((scenario) => scenario.checks)) {
        if (rules.size >= MOST_RULES)
            break;
        rules.set(ruleId(check), makeRule(check));
    }
    return { results, rules: [...rules.values()].map(({ rule }) => rule) };
}
const bytesOf = (value) => new TextEncoder().encode(JSON.stringify(value, null, 2)).length;
const version = (toolVersion) => ({
    version: sarif_text(toolVersion, NAME_LENGTH),
    ...(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(toolVersion) ? { semanticVersion: toolVersion } : {}),
});
const ruleId = ({ id }) => sarif_text(id, NAME_LENGTH) || 'check';
function ruleOf(check, known) {
    const id = ruleId(check);
    const title = known ? sarif_text(known.title, sarif_TEXT_LENGTH) : id;
    return {
        id,
        name: id
            .split(/[^\p{L}\p{N}]+/u)
            .map(words/* capitalised */.Iu)
            .join(''),
        shortDescription: { text: title },
        fullDescription: { text: known ? sarif_text(known.why, sarif_TEXT_LENGTH) : title },
        help: { text: sarif_text(`${known ? `${known.remedy} ` : ''}See ${(0,words/* pageOf */.ZZ)(known?.id ?? id)}.`, sarif_TEXT_LENGTH) },
        defaultConfiguration: { level: check.severity },
        properties: { tags: ['partitioning', 'postgresql'], precision: 'very-high' },
    };
}
function resultOf({ check, scenarios }, { result, index, print, place, tables }) {
    const { location, evidence } = check;
    const named = tablesNamed(check, tables);
    return {
        ruleId: ruleId(check),
        ruleIndex: index,
        level: levelOf(check, result),
        message: { text: messageOf(check) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: location ? artifact(location.file) : artifact(place),
                    region: { startLine: location?.line ?? 1 },
                },
                ...(named.length > 0 ? { logicalLocations: named } : {}),
            },
        ],
        partialFingerprints: {
            'partitionGuardFinding/v1': print,
            // Where there is a line, whoever uploads to GitHub adds this from the line's own text.
            ...(location ? {} : { primaryLocationLineHash: print }),
        },
        properties: {
            verdict: check.verdict,
            scenarios: scenarios
                .slice(0, sarif_MOST_SCENARIOS)
                .map((name) => (0,printable/* clip */.$Q)((0,printable/* printable */.g$)((0,words/* scenarioTitle */.h1)(name)), NAME_LENGTH)),
            scenarioCount: scenarios.length,
            count: evidence.count,
        },
    };
}
/** What keeps the run from passing is an error, whether it failed or could not be judged; the rest are warnings. */
const levelOf = (check, { failOn = 'error' }) => (0,verdict/* verdictThatCounts */.jg)(check, failOn) === 'pass' ? 'warning' : 'error';
/** GitHub shows the first sentence where there is little room. */
function messageOf({ verdict, message, remedy, evidence }) {
    const told = verdict === 'inconclusive' ? `Not judged: ${message}` : message;
    const statement = evidence.statement === undefined ? '' : ` At fault: ${(0,printable/* clip */.$Q)(evidence.statement, 200)}`;
    return sarif_text(`${told || 'The check does not hold.'}${statement}${remedy ? ` → ${remedy}` : ''}`, sarif_TEXT_LENGTH);
}
/** In a message, brackets are links and braces are arguments (SARIF 2.1.0, 3.11.5 and 3.11.6). */
const sarif_text = (words, length) => (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(words), length)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
/** A path as a relative reference, or as a file's address where it is absolute. */
function artifact(file) {
    const path = (0,printable/* clip */.$Q)(file.replaceAll('\\', '/'), 2 * sarif_TEXT_LENGTH);
    const encoded = path
        .split('/')
        .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
        .join('/');
    if (path.startsWith('/'))
        return { uri: `file://${encoded}` };
    if (/^[A-Za-z]:\//.test(path))
        return { uri: `file:///${encoded.replace('%3A', ':')}` };
    return { uri: encoded === '' ? CONFIGURATION_FILE : encoded, uriBaseId: 'SRCROOT' };
}
/** Code scanning shows nothing without a file: what has no place of its own stands at the change under test. */
const placeOfTheRest = ({ migrations }) => migrations.flatMap(({ firstUnderTest }) => firstUnderTest ?? [])[0] ??
    migrations[0]?.folder ??
    CONFIGURATION_FILE;
const sarif_tablesOf = ({ tables }) => [
    ...new Set(tables.slice(0, sarif_MOST_TABLES).map((table) => (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(table), NAME_LENGTH))),
];
const tableOf = (fullyQualifiedName) => ({ fullyQualifiedName, kind: 'table' });
/** The judged tables that a finding's words name. */
function tablesNamed({ message, evidence }, tables) {
    const words = (0,printable/* printable */.g$)([message, ...evidence.examples].join('\n'));
    return tables.flatMap((table, index) => {
        const name = (0,wording/* shortName */.EU)(table).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        return new RegExp(`(?<![\\p{L}\\p{N}_"])${name}(?![\\p{L}\\p{N}_"])`, 'u').test(words)
            ? [{ ...tableOf(table), index }]
            : [];
    });
}
const EXIT_CODES = { pass: 0, fail: 1, inconclusive: 2 };
function invocationOf(result, left) {
    const notes = [
        ...result.notes.slice(0, 100),
        ...(left > 0 ? [`${left} more findings did not fit here: they are in the JSON report.`] : []),
    ];
    const end = new Date(result.startedAt.getTime() + Math.round(result.durationMs));
    return {
        executionSuccessful: result.scenarios.every((s) => s.verdict !== 'inconclusive') && result.verdict !== 'inconclusive',
        exitCode: EXIT_CODES[result.verdict],
        startTimeUtc: result.startedAt.toISOString(),
        endTimeUtc: end.toISOString(),
        toolExecutionNotifications: notes
            .map((note) => sarif_text(note, sarif_TEXT_LENGTH))
            .filter((note) => note !== '')
            .map((note) => ({ level: 'note', message: { text: note } })),
        properties: {
            verdict: result.verdict,
            seed: result.seed,
            rows: result.rows,
            scenarios: result.scenarios.length,
            server: { kind: result.server.kind, version: (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(result.server.version), NAME_LENGTH) },
            ...(result.shard && result.shard.of > 1 ? { shard: `${result.shard.index}/${result.shard.of}` } : {}),
        },
    };
}

;// CONCATENATED MODULE: ./report-files.js
/** Writes the reports of a result to the files that are asked for. */










const RENDERERS = {
    json: renderJson,
    markdown: markdown/* renderMarkdown */.Gc,
    html: renderHtml,
    sarif: (result) => renderSarif(result, catalogue/* CHECKS */.u),
    junit: renderJunit,
};
/** The reports that are asked for, in a fixed order, with whole paths. */
const filesOf = (cwd, reports) => report_kind/* REPORT_KINDS */.t.flatMap((kind) => {
    const file = reports[kind];
    return file === undefined ? [] : [{ kind, file: (0,external_node_path_.resolve)(cwd, file) }];
});
async function writeReports(cwd, reports, result) {
    for (const { kind, file } of filesOf(cwd, reports))
        await orNotWritten(file, () => (0,promises_.writeFile)(file, RENDERERS[kind](result)));
}
/** What commands on a target write: those of the reports that are asked for and that they have. */
async function writeTexts(cwd, reports, texts) {
    for (const { kind, file } of filesOf(cwd, reports)) {
        const text = texts[kind]?.();
        if (text !== undefined)
            await orNotWritten(file, () => (0,promises_.writeFile)(file, text));
    }
}
/** Before a run, which may take long: its result would be lost. */
async function requireWritable(cwd, reports) {
    for (const { file } of filesOf(cwd, reports)) {
        await orNotWritten(file, async () => {
            await makeFolder((0,external_node_path_.dirname)(file));
            const existing = await (0,promises_.stat)(file).catch(() => undefined);
            if (existing?.isDirectory())
                throw new Error('it is a folder');
            await (0,promises_.access)(existing ? file : (0,external_node_path_.dirname)(file), promises_.constants.W_OK);
        });
    }
}
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


/***/ }),

/***/ 50893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   W: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _domain_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50896);
/* harmony import */ var _domain_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39654);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27066);
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
    'no-silent-skip',
    'no-lock-leak',
    'runway',
    'lock-budget',
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
        const label = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(scenario);
        for (const check of scenario.checks) {
            const kind = kindOf(check);
            if (!kind)
                continue;
            const key = identityOf(kind, check);
            const known = found.get(key);
            if (!known)
                found.set(key, { kind, check, scenarios: [label], servers: new Set() });
            else if (!known.scenarios.includes(label))
                known.scenarios.push(label);
            if (scenario.server !== undefined)
                found.get(key)?.servers.add(scenario.server);
        }
    }
    const all = new Set(result.scenarios.flatMap((scenario) => scenario.server ?? []));
    return [...found.values()]
        .map((met) => tellServers(met, all))
        .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || gravityOf(a) - gravityOf(b));
}
/** What only some servers showed says so itself, wherever it is told. */
function tellServers({ kind, check, scenarios, servers }, all) {
    if (servers.size === 0 || servers.size === all.size)
        return { kind, check, scenarios };
    const majors = new Set([...all].map(majorOf));
    const onlyOn = [...servers].map((version) => (majors.size === all.size ? majorOf(version) : version));
    const message = `${check.message} Found on PostgreSQL ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(onlyOn)} only.`.trim();
    return { kind, check: { ...check, message }, scenarios, onlyOn };
}
const majorOf = (version) => version.replace(/\..*/, '');
function gravityOf(finding) {
    const index = GRAVITY.indexOf(finding.check.id);
    return index === -1 ? GRAVITY.length : index;
}
const VARIABLE = new RegExp(`\\d+|${_domain_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERVAL_NAMES */ .Lm.join('|')}`, 'g');
/** Findings are one where a check blames one statement, or where its words differ in numbers and intervals only. */
const identityOf = (kind, { id, location, message, evidence }) => JSON.stringify([
    kind,
    id,
    location ? (0,_domain_location_js__WEBPACK_IMPORTED_MODULE_2__/* .formatLocation */ .j)(location) : message.replace(VARIABLE, '#'),
    location ? (evidence.statement ?? '').replace(VARIABLE, '#') : '',
]);


/***/ }),

/***/ 39087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LB: () => (/* binding */ headlineWith),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   QG: () => (/* binding */ whereMet)
/* harmony export */ });
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50893);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4416);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70975);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27066);





const MARKS = { pass: '✅', inconclusive: '❔', fail: '❌' };
/** Without the hash signs in front. */
const headline = (result) => `${MARKS[result.verdict]} ${headlineWith(result, (name) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name, 80))}`;
/** The sentence alone, for reports of another form. */
function headlineWith(result, quote) {
    switch (result.verdict) {
        case 'pass':
            return passed(result);
        case 'inconclusive': {
            const open = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .scenariosWith */ ._q)(result, 'inconclusive').length;
            const of = `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(open)} of ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .scenarioCount */ .wk)(result)}`;
            return `Not proven: ${of} could not be judged`;
        }
        case 'fail':
            return failed(result, quote);
    }
}
const CLAIMS = [
    ['no-row-lost', 'no row lost'],
    ['no-overlap', 'no overlap'],
    ['no-gap', 'no gap'],
];
/** Only what some scenario was seen to hold is claimed. */
function passed(result) {
    if ((0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .judgesNothing */ .uF)(result))
        return 'Nothing to judge: no table is partitioned by range';
    const held = new Set(result.scenarios.flatMap((s) => s.checks.filter((c) => c.verdict === 'pass').map((c) => c.id)));
    const claims = CLAIMS.flatMap(([id, words]) => (held.has(id) ? [words] : []));
    const rows = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsAccountedFor */ .vJ)(result);
    const scenarios = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .scenarioCount */ .wk)(result);
    const proof = rows > 0 ? `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rows, 'seeded row')} through ${scenarios}` : scenarios;
    return claims.length > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .capitalised */ .Iu)(claims.join(', '))}: ${proof}` : `Passed: ${proof}`;
}
function failed(result, quote) {
    const [gravest] = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .W)(result);
    if (!gravest)
        return 'This migration fails';
    const [label] = gravest.scenarios;
    const scenario = result.scenarios.find((s) => (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .labelOf */ .Wy)(s) === label);
    const told = predicate(gravest, scenario, { tables: result.tables, quote });
    const servers = gravest.onlyOn ? ` on PostgreSQL ${gravest.onlyOn.map(majorWords).join(', ')}` : '';
    return `${subject(scenario?.name ?? label, quote)} ${told}${servers}`;
}
/** As much of a server's version as is a number. */
const majorWords = (version) => /^[\d.]*/.exec(version)?.[0] ?? '';
/** Of words that mean nothing to any form of report; a report that is read back can hold others. */
const PLAIN_CHANGE = /^(?:change|round-trip):[a-z-]+(?:->[a-z-]+)+$/;
function subject(scenario, quote) {
    const title = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .scenarioTitle */ .h1)(scenario);
    if (scenario === 'fresh' || scenario === 'upgrade')
        return 'This migration';
    if (scenario === 'rerun')
        return 'Running the change again';
    if (PLAIN_CHANGE.test(scenario))
        return `Changing ${title.replace(/^\S+ /, '')}`;
    return `The scenario ${quote(title)}`;
}
/** For checks that are not about counted rows. */
const PREDICATES = new Map(Object.entries({
    'migration-applies': 'stops with an error',
    'no-overlap': 'runs into overlapping partitions',
    'no-gap': 'would leave a time without a partition',
    'interval-applied': 'would not bring the interval that was asked for',
    'default-empty': 'would leave rows to a default partition',
    idempotent: 'would change something when it runs a second time',
    'no-lock-leak': 'would leave a lock, a transaction or a setting behind',
    'lock-budget': 'would lock a table for too long',
    'no-silent-skip': 'would go on after an error and tell nobody',
    runway: 'would let writes fail too soon',
}));
function predicate({ check }, scenario, { tables, quote }) {
    const rows = scenario?.rows ?? { before: 0, lost: 0, duplicated: 0, changed: 0 };
    const [table, ...others] = tables;
    const of = table !== undefined && others.length === 0 ? ` of ${quote((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSchema */ .yU)(table))}` : '';
    const counted = (n) => (n > 0 ? (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .share */ .uM)(n, rows.before) : 'rows') + of;
    switch (check.id) {
        case 'no-row-lost':
            return `would lose ${counted(rows.lost)}`;
        case 'no-row-duplicated':
            return `would duplicate ${counted(rows.duplicated)}`;
        case 'no-row-changed':
            return `would change the values of ${counted(rows.changed)}`;
        default:
            return PREDICATES.get(check.id) ?? `fails the check ${quote(check.id)}`;
    }
}
/** `change monthly → quarterly and 3 more`, for a cell. */
function whereMet([first, ...others]) {
    const told = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .scenarioTitle */ .h1)(first);
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)([told, ...(others.length > 0 ? [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .thousands */ .oh)(others.length)} more`] : [])]);
}


/***/ }),

/***/ 6642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ commitAddress),
/* harmony export */   YM: () => (/* binding */ runAddress),
/* harmony export */   lU: () => (/* binding */ lineAddress),
/* harmony export */   qx: () => (/* binding */ pageAddress),
/* harmony export */   zB: () => (/* binding */ pathInRepository)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27066);

/** Where this project's own pages are read, ending in a slash; undefined as long as they have no public address. */
const PROJECT_PAGES = undefined;
/** Longer addresses are told as plain text: they would take the room of what they lead to. */
const LONGEST = 500;
/** The line of a file on the server; undefined where the file is not inside the repository. */
function lineAddress({ file, line }, links) {
    const path = pathInRepository(file)?.map(encodePart).join('/');
    const commit = links && baseOf(links);
    if (commit === undefined || path === undefined || !links)
        return undefined;
    const anchor = Number.isSafeInteger(line) && line > 0 ? `#L${line}` : '';
    return short(`${commit}/blob/${links.sha}/${path}${anchor}`);
}
/** The judged commit on the server. */
function commitAddress(links) {
    const base = baseOf(links);
    return base === undefined ? undefined : short(`${base}/commit/${links.sha}`);
}
/** The workflow run, where it is an address of the web. */
const runAddress = (links) => links?.runUrl === undefined ? undefined : webAddress(links.runUrl);
/** A check's page as an address, where this project's pages have one. */
const pageAddress = (check, pages = PROJECT_PAGES) => pages === undefined ? undefined : inert(`${pages}${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .pageOf */ .ZZ)(check)}`);
/** The parts of a path below the repository's root; undefined for one that leads out of it, or to nothing. */
function pathInRepository(file) {
    const parts = file.split('/').filter((part) => part !== '' && part !== '.');
    const leadsOut = /^(?:[/\\]|[A-Za-z]:|~)/.test(file) || parts.includes('..');
    return leadsOut || parts.length === 0 ? undefined : parts;
}
function baseOf({ serverUrl, repository, sha }) {
    const server = webAddress(serverUrl);
    if (server === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return undefined;
    return /^[0-9a-f]{7,64}$/i.test(sha) ? `${server.replace(/\/+$/, '')}/${repository}` : undefined;
}
/** As the address parser writes it, with what markdown reads made inert; undefined for all but http and https. */
function webAddress(text) {
    if (!URL.canParse(text))
        return undefined;
    const { protocol, origin, pathname, search } = new URL(text);
    if (protocol !== 'https:' && protocol !== 'http:')
        return undefined;
    return short(inert(`${origin}${pathname}${search}`));
}
const short = (address) => (address.length > LONGEST ? undefined : address);
/** Halves of surrogate pairs, which no address can hold, become the sign for what can't be shown. */
const encodePart = (part) => inert(encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')));
const inert = (address) => address.replace(/[!'()*<>[\]\\`|"{}^\s~$]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);


/***/ }),

/***/ 4416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   PP: () => (/* binding */ tableHead),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   jD: () => (/* binding */ tableRow),
/* harmony export */   q: () => (/* binding */ linked)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55896);
/** Text of strangers inside GitHub markdown: it stays text, whatever it holds. */

/** An invisible joint that keeps GitHub from linking users, issues and addresses; no printable text holds one. */
const JOINT = '\u200b';
const ENTITIES = new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['\\', '&#92;'],
    ['`', '&#96;'],
    ['|', '&#124;'],
    ['*', '&#42;'],
    ['[', '&#91;'],
    [']', '&#93;'],
    ['~', '&#126;'],
    ['@', '&#64;'],
    ['#', '&#35;'],
    // The way that GitHub documents: it reads formulas between dollars even where they are entities.
    ['$', '<span>$</span>'],
    [JOINT, '&#8203;'],
]);
const LONGEST = 600;
/** What GitHub may take for a commit's id. */
const COMMIT = /(?<![\p{L}\p{N}_])[0-9a-f]{7,}(?![\p{L}\p{N}_])/giu;
/** An emoji's short name, which a colon after the text may end; other numbers are minutes and lines. */
const EMOJI = /:(?=(?:100|1234|(?!\d+(?::|$))[\p{L}\p{N}_+-]+)(?::|$))/gu;
/** Whose hyphens are kept from breaking a line. */
const DATE = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g;
/** On one line; signs put on top of a letter without end would cover what stands around it. */
const plain = (text, length) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text).replace(/(\p{M}{8})\p{M}+/gu, '$1'), length);
/** Prose on one line, for a paragraph, a list item or a table cell. */
const prose = (text, length = LONGEST) => escaped(inert(plain(text, length)).replace(DATE, '$1\u2011$2\u2011$3'));
/** Broken where GitHub would notify, link or draw something. */
const inert = (text) => text
    .replace(/[@#]/g, `$&${JOINT}`)
    .replace(/:\/\//g, `:${JOINT}//`)
    .replace(/(www)\./gi, `$1${JOINT}.`)
    .replace(/(?<![\p{L}\p{N}])(GH|GHSA|CVE)-(?=[\p{L}\p{N}])/giu, `$1${JOINT}-`)
    .replace(COMMIT, (id) => id.replace(/.{6}(?=.)/g, `$&${JOINT}`))
    .replace(EMOJI, `:${JOINT}`);
/** Without any sign that markdown or HTML reads as more than itself. */
const escaped = (text) => text
    .replace(/[&<>\\`|*[\]~@#$\u200b]/g, (character) => ENTITIES.get(character) ?? '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/^([-+=/])/, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/^(\d+)([.)])(?=\s|$)/, (_, digits, sign) => `${digits}&#${sign.charCodeAt(0)};`);
/** A name or statement in the type of code. */
function code(text, length = LONGEST) {
    const shown = plain(text, length);
    if (shown === '')
        return '';
    return /^[^`|\\<$]+$/.test(shown) ? `\`${shown}\`` : `<code>${prose(shown, length)}</code>`;
}
/** Markdown that leads somewhere; as it is where there is no address. */
const linked = (markdown, address) => address === undefined ? markdown : `[${markdown}](${address})`;
/** A row of a table; its cells are already markdown. */
const tableRow = (cells) => `| ${cells.join(' | ')} |`;
/** A table's head with the line under it. */
const tableHead = (titles) => `${tableRow(titles)}\n|${titles.map(() => '---|').join('')}`;


/***/ }),

/***/ 71520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qz: () => (/* binding */ EVERYTHING),
  Gc: () => (/* binding */ renderMarkdown),
  EI: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./domain/layout.js
var domain_layout = __webpack_require__(45743);
// EXTERNAL MODULE: ./domain/wording.js
var wording = __webpack_require__(361);
// EXTERNAL MODULE: ./report/findings.js
var report_findings = __webpack_require__(50893);
// EXTERNAL MODULE: ./domain/instant.js
var domain_instant = __webpack_require__(54940);
// EXTERNAL MODULE: ./domain/interval.js
var interval = __webpack_require__(50896);
;// CONCATENATED MODULE: ./report/gantt-runs.js


/** Two next to each other are still told by name. */
const SHORTEST_RUN = 3;
/** The tasks by time, with each run of partitions of one interval as one; only of those that `joins` says. */
function joinRuns(tasks, joins) {
    const runs = [];
    for (const task of tasks) {
        const run = runs.at(-1);
        const last = run?.at(-1);
        if (run && last && joins(task) && follows(last, task))
            run.push(task);
        else
            runs.push([task]);
    }
    return runs.flatMap((run) => (run.length < SHORTEST_RUN ? run : [joined(run)]));
}
const follows = (a, b) => a.partition !== undefined &&
    b.partition !== undefined &&
    a.upper === b.lower &&
    a.tag === b.tag &&
    a.rank === b.rank &&
    intervalName(a) === intervalName(b);
function joined(run) {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last)
        throw new RangeError('a run is of three partitions at least');
    const interval = intervalName(first);
    const rows = run.reduce((sum, task) => sum + (task.partition?.rows ?? 0), 0);
    const many = [(0,wording/* thousands */.oh)(run.length), ...(interval ? [interval] : [])].join(' ');
    return {
        ...first,
        // Short: on a phone there is no room beside a bar, and where it ends is seen.
        label: `${many} from ${first.partition?.name ?? ''} (${rows > 0 ? (0,wording/* count */.U9)(rows, 'row') : 'empty'})`,
        upper: last.upper,
    };
}
const intervalName = ({ lower, upper }) => interval/* INTERVAL_NAMES */.Lm.find((name) => (0,interval/* isOneInterval */.Cf)(lower, upper, (0,interval/* intervalOf */.XF)(name)));

// EXTERNAL MODULE: ./domain/range.js
var domain_range = __webpack_require__(79064);
// EXTERNAL MODULE: ./report/printable.js
var printable = __webpack_require__(55896);
// EXTERNAL MODULE: ./report/words.js
var words = __webpack_require__(27066);
;// CONCATENATED MODULE: ./report/gantt.js
/** Layouts before and after as a mermaid gantt, which GitHub draws. */







const MOST_TASKS = 40;
/** More than a reader takes in: then like partitions in a row are one bar, unchanged ones first. */
const READABLE = 20;
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
    const sections = readable(onceWhereSame([
        { name: 'before', tasks: before && own ? tasksOf(before, after, { drawn: window, judged: own }) : [] },
        { name: 'after', tasks: after ? tasksOf(after, before, { drawn: window, judged: window }) : [] },
    ]));
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
            ...axis(window),
            // It would be drawn where the reader's clock is, not the run's.
            '  todayMarker off',
            ...shown.flatMap(({ name, tasks }) => [`  section ${name}`, ...taskLines(tasks)]),
        ],
        omitted: all - drawn,
    };
}
const MONTH = 30n * domain_instant/* DAY */.d_;
/** Labels that a phone has room for. */
const MOST_TICKS = 6n;
/** Within a year: mermaid counts months from January on. */
const STEPS = [1n, 3n, 6n, 12n];
/** Labels that do not cover each other; mermaid finds its own where days or many years are to be told. */
function axis({ lower, upper }) {
    const months = (upper - lower) / MONTH;
    if (months < 2n)
        return ['  axisFormat %d %b'];
    const step = STEPS.find((n) => months / n < MOST_TICKS);
    if (step === undefined)
        return ['  axisFormat %Y'];
    return [`  axisFormat ${step < 12n ? '%b %Y' : '%Y'}`, `  tickInterval ${step}month`];
}
/** What nothing has changed is drawn once. */
function onceWhereSame(sections) {
    const drawn = sections.filter(({ tasks }) => tasks.length > 0);
    const [before, after] = drawn;
    if (!before || !after || before.tasks.length !== after.tasks.length)
        return drawn;
    const same = before.tasks.every(({ label, lower, upper }, i) => {
        const other = after.tasks[i];
        return other?.label === label && other.lower === lower && other.upper === upper;
    });
    return same ? [{ name: 'before and after', tasks: before.tasks }] : drawn;
}
/** Joined as far as it takes to be read at a glance. */
function readable(sections) {
    const join = (all, joins) => all.reduce((sum, { tasks }) => sum + tasks.length, 0) <= READABLE
        ? all
        : all.map(({ name, tasks }) => ({ name, tasks: joinRuns(tasks, joins) }));
    return join(join(sections, (task) => task.rank > 1), () => true);
}
/** The partitions of a layout, with the gaps and overlaps that it has, by time. */
function tasksOf(layout, other, { drawn, judged }) {
    const margin = (drawn.upper - drawn.lower) / 12n + domain_instant/* DAY */.d_;
    const spanOf = ({ lower, upper }) => ({
        lower: lower.kind === 'finite' ? lower.at : drawn.lower - margin,
        upper: upper.kind === 'finite' ? upper.at : drawn.upper + margin,
    });
    const known = new Map((0,domain_layout/* rangePartitions */.N2)(other ?? { ...layout, partitions: [] }).map((p) => [p.name, p.range]));
    const partitions = (0,domain_layout/* rangePartitions */.N2)(layout).map((partition) => {
        const { name, range, rows } = partition;
        const before = known.get(name);
        const unchanged = before !== undefined && (0,domain_range/* equalRanges */.dk)(before, range);
        const facts = [rows > 0 ? (0,wording/* count */.U9)(rows, 'row') : 'empty', ...unboundedEnds(range)].join(', ');
        return {
            label: `${shortName(name, layout.table)} (${facts})`,
            tag: rows > 0 ? 'done' : undefined,
            ...spanOf(range),
            rank: unchanged ? 2 : 1,
            ...(isDrawable(range) ? { partition: { name: shortName(name, layout.table), rows } } : {}),
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
/** With two ends within the years that mermaid reads. */
const isDrawable = ({ lower, upper }) => lower.kind === 'finite' && upper.kind === 'finite' && lower.at >= EARLIEST && upper.at <= LATEST;
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
/** Letters, digits and a few signs that mean nothing to mermaid; a date in front would be read as one. */
function safe(label) {
    const kept = (0,printable/* clip */.$Q)((0,printable/* printable */.g$)(label)
        .replaceAll('-', '\u2011')
        .replace(/[^\p{L}\p{N}_ (),.…\u2011]/gu, '_'), LABEL_LENGTH).trim();
    return KEYWORD.test(kept) ? `_${kept}` : kept;
}

// EXTERNAL MODULE: ./report/sections.js
var sections = __webpack_require__(72331);
// EXTERNAL MODULE: ./report/summary.js
var summary = __webpack_require__(70975);
;// CONCATENATED MODULE: ./report/chart.js
/** The chart of a run: the layouts of the scenario that matters most, in a fence that GitHub draws. */







/** Of the scenario of the gravest finding, else of one that fails, else of an interval change. */
function layoutSection(result) {
    const gravest = (0,report_findings/* findingsOf */.W)(result)[0]?.scenarios[0];
    const candidates = [
        ...result.scenarios.filter((s) => (0,words/* labelOf */.Wy)(s) === gravest && s.verdict !== 'pass'),
        ...(0,summary/* scenariosWith */._q)(result, 'fail'),
        ...(0,summary/* scenariosWith */._q)(result, 'inconclusive'),
        ...result.scenarios.filter((s) => s.name.startsWith('change:')),
        ...result.scenarios,
    ];
    for (const scenario of candidates) {
        const text = chartOf(scenario);
        if (text !== undefined)
            return { name: 'the layouts', items: [{ text, need: sections/* NEED */.$.layout }] };
    }
    return { name: 'the layouts', items: [] };
}
function chartOf(scenario) {
    const table = tableToDraw(scenario);
    if (table === undefined)
        return undefined;
    const of = (all) => all.find((layout) => layout.table === table);
    const after = of(scenario.after);
    const played = (0,words/* scenarioTitle */.h1)((0,words/* labelOf */.Wy)(scenario))
        .replace(/^change /, '')
        .replaceAll('→', 'to');
    const title = `${(0,words/* withoutSchema */.yU)(table)}, ${played}`;
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

// EXTERNAL MODULE: ./report/headline.js
var headline = __webpack_require__(39087);
// EXTERNAL MODULE: ./report/links.js
var report_links = __webpack_require__(6642);
// EXTERNAL MODULE: ./report/markdown-text.js
var markdown_text = __webpack_require__(4416);
// EXTERNAL MODULE: ./report/places.js
var places = __webpack_require__(72855);
;// CONCATENATED MODULE: ./report/findings-sections.js









const MARKS = { failure: '❌', inconclusive: '❔', warning: '⚠️' };
const ADVICE_LENGTH = 240;
const EXAMPLES = 5;
const EXAMPLE_LENGTH = 200;
/** What was found, where, and what to do: a row a finding. */
function findingsTable(result, links, most) {
    const findings = (0,report_findings/* findingsOf */.W)(result);
    const locations = findings.flatMap(({ check }) => (check.location ? [check.location] : []));
    const placeOf = (0,places/* shortPlaces */.t)(locations, links);
    const items = findings.map(({ kind, check, scenarios }) => ({
        need: sections/* NEED */.$.finding,
        text: (0,markdown_text/* tableRow */.jD)([
            `${MARKS[kind]} ${(0,markdown_text/* code */.aY)(check.id, 80)}, ${(0,markdown_text/* prose */.CS)((0,headline/* whereMet */.QG)(scenarios), 120)}`,
            check.location ? placeOf(check.location) : '',
            (0,markdown_text/* prose */.CS)(advice(kind, check), ADVICE_LENGTH),
        ]),
    }));
    return { name: 'finding', head: (0,markdown_text/* tableHead */.PP)(['check', 'where', 'what to do']), items, most };
}
/** The remedy; where that says little without what was found, that first. */
const advice = (kind, { message, remedy }) => kind === 'failure' && remedy !== '' ? remedy : [message, remedy].filter((text) => text !== '').join(' ');
/** Every finding in its own words, with its first examples and the command that plays it again. */
function findingsInFull(result, links, most) {
    const items = (0,report_findings/* findingsOf */.W)(result).map((finding) => ({
        need: sections/* NEED */.$.proof,
        text: inFull(result, finding, links),
    }));
    return { name: 'finding', aspect: 'the details', items, most };
}
function inFull(result, finding, links) {
    const { kind, check, scenarios } = finding;
    const [first] = scenarios;
    const { statement, examples, unlisted = 0 } = check.evidence;
    const shown = examples.slice(0, EXAMPLES);
    const more = examples.length - shown.length + unlisted;
    const place = [
        ...(check.location ? [(0,places/* fullPlace */.Z)(check.location, links)] : []),
        ...(statement ? [(0,markdown_text/* code */.aY)(statement, EXAMPLE_LENGTH)] : []),
    ].join(': ');
    const points = [
        ...(place === '' ? [] : [place]),
        ...shown.map(example),
        ...(shown.length > 0 && more > 0 ? [`… and ${(0,wording/* thousands */.oh)(more)} more`] : []),
        ...(check.remedy === '' ? [] : [`→ ${(0,markdown_text/* prose */.CS)(check.remedy)}`]),
        `The check: ${page(check.id)}`,
        ...(check.verdict === 'fail' ? [`Play it again: ${(0,markdown_text/* code */.aY)((0,summary/* replayCommand */.Pi)(result, first), 300)}`] : []),
    ];
    return [
        `- ${MARKS[kind]} ${(0,markdown_text/* code */.aY)(check.id, 80)} in ${(0,markdown_text/* prose */.CS)(met(result, scenarios), 240)}: ${(0,markdown_text/* prose */.CS)(check.message)}`,
        ...points.map((point) => `  - ${point}`),
    ].join('\n');
}
/** All of a few, of many how many and the first. */
const met = (result, [first, ...others]) => others.length < 3
    ? (0,words/* listed */.KE)([first, ...others].map(words/* scenarioTitle */.h1))
    : `${(0,wording/* thousands */.oh)(others.length + 1)} of ${(0,wording/* count */.U9)(result.scenarios.length, 'scenario')}, first ${(0,words/* scenarioTitle */.h1)(first)}`;
/** Leads to the page where that has an address; a path of this project would lead nowhere in another's repository. */
const page = (id) => {
    const address = (0,report_links/* pageAddress */.qx)(id);
    return (0,markdown_text/* linked */.q)((0,markdown_text/* code */.aY)((0,words/* pageOf */.ZZ)(id), 120), address) + (address === undefined ? ' of partition-guard' : '');
};
/** A row as the checks tell it: its key, when, and where it was. */
const ROW = /^(.+) at (\d{4,}-\d\d-\d\d\S*(?: \d\d:\S+)?), of (.+)$/su;
function example(line) {
    const [, key, at, rest] = ROW.exec(line) ?? [];
    if (key === undefined || at === undefined || rest === undefined)
        return (0,markdown_text/* prose */.CS)(line, EXAMPLE_LENGTH);
    return `${(0,markdown_text/* code */.aY)(key, 80)} at ${(0,markdown_text/* prose */.CS)(at, 40)}, of ${(0,markdown_text/* prose */.CS)(rest, EXAMPLE_LENGTH)}`;
}
const KEYS = 3;
const FIRST = new Map(Object.entries({
    'no-row-lost': 'First lost',
    'no-row-duplicated': 'First of them',
    'no-row-changed': 'First changed',
}));
/** `First lost: b1, b2 and b3.`, of a finding about rows; how many there are, it says itself. */
function firstKeys({ id, evidence }) {
    const keys = evidence.examples.flatMap((line) => ROW.exec(line)?.[1] ?? []);
    if (keys.length === 0)
        return undefined;
    const shown = keys.slice(0, KEYS).map((key) => (0,markdown_text/* code */.aY)(key, 60));
    return `${FIRST.get(id) ?? 'First'}: ${(0,words/* listed */.KE)(shown)}.`;
}

;// CONCATENATED MODULE: ./report/lead.js








/** One paragraph; empty where there is nothing to tell. */
function lead(result, links) {
    const [gravest] = (0,report_findings/* findingsOf */.W)(result);
    return result.verdict === 'pass' || !gravest ? outcome(result) : harm(gravest.check, links);
}
function harm(check, links) {
    const { location, message, evidence } = check;
    const keys = firstKeys(check);
    const statement = evidence.statement ? (0,markdown_text/* code */.aY)(evidence.statement, 160) : '';
    const place = location ? [(0,places/* fullPlace */.Z)(location, links), ...(statement ? [statement] : [])].join(': ') : '';
    // Ended before it is escaped: a number with a full stop after it would begin a list.
    const said = (0,printable/* printable */.g$)(message);
    const told = (0,markdown_text/* prose */.CS)(/[.!?…]$/.test(said) ? said : `${said}.`);
    return [
        said === '' ? '' : told,
        ...(keys === undefined ? [] : [keys]),
        ...(place === '' ? [] : [`See ${place}`]),
    ]
        .filter((sentence) => sentence !== '')
        .join(' ');
}
const isRunway = (note) => note.startsWith('Writes ');
/** Notes about the run that the lead does not tell. */
const otherNotes = (result) => result.verdict === 'pass' ? result.notes.filter((note) => !isRunway(note)) : [...result.notes];
const NOTHING = 'No table is, or becomes, partitioned by range on a date or time: the migrations were run, and nothing else was judged.';
/** What the tables became, how long writes keep working, and how long readers stood still. */
function outcome(result) {
    if ((0,summary/* judgesNothing */.uF)(result))
        return NOTHING;
    const lock = (0,summary/* exclusiveLock */.Og)(result.scenarios);
    const parts = [
        ...transitions(result),
        ...result.notes.filter(isRunway).map((note) => {
            const told = (0,markdown_text/* prose */.CS)(note).replace(/\.$/, '');
            return told.slice(0, 1).toLowerCase() + told.slice(1);
        }),
        ...(lock === undefined ? [] : [lock]),
    ].join('; ');
    return parts === '' ? '' : `${parts.replace(/^[a-z]/, (letter) => letter.toUpperCase())}.`;
}
const TABLES = 3;
/** What the tables go from and to, as the upgrade or, without one, the fresh scenario left them. */
function transitions(result) {
    const upgrade = result.scenarios.find((s) => s.name === 'upgrade');
    const seen = upgrade ?? result.scenarios.find((s) => s.name === 'fresh');
    const byWords = new Map();
    for (const layout of seen?.after ?? []) {
        const before = seen?.before.find((other) => other.table === layout.table);
        const now = (0,summary/* describeLayout */.M2)(layout);
        const wasPlain = !before && upgrade !== undefined && upgrade.rows.before > 0;
        const was = before ? (0,summary/* describeLayout */.M2)(before) : wasPlain ? 'unpartitioned' : now;
        const one = was === now ? `has ${now}` : `goes from ${was} to ${now}`;
        const group = byWords.get(one) ?? { one, tables: [] };
        group.tables.push(layout.table);
        byWords.set(one, group);
    }
    const groups = [...byWords.values()];
    const untold = groups.slice(TABLES).reduce((sum, { tables }) => sum + tables.length, 0);
    const told = groups.slice(0, TABLES).map(({ one, tables }) => {
        const many = one.replace(/^has /, 'have ').replace(/^goes /, 'go ');
        const names = tables.slice(0, TABLES).map((table) => (0,markdown_text/* code */.aY)((0,words/* withoutSchema */.yU)(table), 80));
        const more = tables.length - names.length;
        return `${(0,words/* listed */.KE)([...names, ...(more > 0 ? [`${(0,wording/* thousands */.oh)(more)} more`] : [])])} ${tables.length === 1 ? one : many}`;
    });
    return untold > 0 ? [...told, (0,wording/* count */.U9)(untold, 'more table')] : told;
}

;// CONCATENATED MODULE: ./report/scenario-sections.js







/** `15 scenarios, 1,400,000 rows accounted for, PostgreSQL 16.4, seed 1, 7.9 s`. */
function factsOf(result) {
    const rows = (0,summary/* rowsAccountedFor */.vJ)(result);
    return [
        (0,wording/* count */.U9)(result.scenarios.length, 'scenario'),
        ...(rows > 0 ? [`${(0,wording/* count */.U9)(rows, 'row')} accounted for`] : []),
        `PostgreSQL ${(0,markdown_text/* prose */.CS)((0,words/* listed */.KE)(serversOf(result)), 80)}`,
        `seed ${result.seed}`,
        (0,words/* seconds */.YA)(result.durationMs).replace(' ', '&nbsp;'),
    ].join(', ');
}
/** Those that the scenarios were played on, where several runs are joined. */
function serversOf({ scenarios, server }) {
    const joined = new Set(scenarios.flatMap((scenario) => scenario.server ?? []));
    return joined.size > 0 ? [...joined] : [server.version];
}
const VERDICTS = { pass: '✅', inconclusive: '❔', fail: '❌' };
/** What had nothing to judge passes, and is no proof. */
const markOf = ({ verdict, checks }) => verdict === 'pass' && !checks.some((check) => check.verdict === 'pass') ? '➖' : VERDICTS[verdict];
/** A row a scenario. */
function scenarioTable(result, most) {
    const items = result.scenarios.map((scenario) => ({
        need: scenario.verdict === 'pass' ? sections/* NEED */.$.passingScenario : sections/* NEED */.$.scenario,
        text: (0,markdown_text/* tableRow */.jD)([
            `${markOf(scenario)} ${(0,markdown_text/* prose */.CS)((0,words/* scenarioTitle */.h1)((0,words/* labelOf */.Wy)(scenario)), 120)}`,
            rowsOf(scenario),
            // The column's title says of what.
            ((0,summary/* partitionsChange */.G9)(scenario) ?? '').replace(/ partitions?$/, ''),
            (0,words/* seconds */.YA)(scenario.durationMs),
        ]),
    }));
    return {
        name: 'scenario',
        head: (0,markdown_text/* tableHead */.PP)(['scenario', 'rows', 'partitions', 'time']),
        items,
        most,
    };
}
const rowsOf = (scenario) => [...((0,summary/* keepsRows */.wj)(scenario) ? [`${(0,wording/* thousands */.oh)(scenario.rows.before)} kept`] : []), ...(0,summary/* rowFaults */.Kh)(scenario)].join(', ');
/** What was not judged, and what else there is to say of the run. */
function notesSection(result, most) {
    const notes = [
        ...otherNotes(result).map((note) => (0,markdown_text/* prose */.CS)(note)),
        ...(0,summary/* groupedNotes */.WX)(result).map(({ note, scenarios }) => `${(0,markdown_text/* prose */.CS)(note)} (${(0,markdown_text/* prose */.CS)((0,words/* listedUpTo */.MH)(scenarios.map(words/* scenarioTitle */.h1), 3), 240)})`),
    ];
    const idle = (0,summary/* neverApplicable */.Mn)(result).map((id) => (0,printable/* printable */.g$)(id));
    const lines = [...notes, ...(idle.length > 0 ? [`Not applicable here: ${(0,markdown_text/* prose */.CS)(idle.join(', '))}`] : [])];
    return {
        name: 'note',
        head: '**What else there is to know**\n',
        items: lines.map((line) => ({ text: `- ${line}`, need: sections/* NEED */.$.note })),
        most,
    };
}

;// CONCATENATED MODULE: ./report/markdown.js









const EVERYTHING = {
    findings: Infinity,
    details: Infinity,
    scenarios: Infinity,
    notes: Infinity,
};
/** All of it, whatever its length: for a file. */
const renderMarkdown = (result) => (0,sections/* assemble */.f)(reportOf(result, { lengths: EVERYTHING }), {
    most: Infinity,
    measure: (text) => text.length,
    elsewhere: '',
});
/** What passes is short: all but the verdict and what it rests on is folded. */
function reportOf(result, { lengths, links, marker }) {
    const heading = `### ${(0,headline/* headline */.Pl)(result)}`;
    const head = marker === undefined ? heading : `${marker}\n${heading}`;
    const meaning = leadSection(result, links);
    const table = findingsTable(result, links, lengths.findings);
    const details = findingsInFull(result, links, lengths.details);
    const layouts = layoutSection(result);
    const rest = [scenarioTable(result, lengths.scenarios), notesSection(result, lengths.notes), judged(links)];
    if (result.verdict === 'pass') {
        const sections = [details, layouts, ...rest];
        return {
            head,
            open: [meaning, table],
            folds: [
                {
                    summary: `${(0,summary/* judgesNothing */.uF)(result) ? 'What was played' : 'What was proven'}: ${factsOf(result)}`,
                    sections,
                },
            ],
        };
    }
    const found = details.items.length === 0 ? [] : [{ summary: FOUND, sections: [details] }];
    return {
        head,
        open: [meaning, table, layouts],
        folds: [...found, { summary: factsOf(result), sections: rest }],
    };
}
function leadSection(result, links) {
    const text = lead(result, links);
    return {
        name: 'the sentence on the gravest finding',
        items: text === '' ? [] : [{ text, need: sections/* NEED */.$.lead }],
    };
}
const FOUND = 'What was found, with examples and how to play it again';
/** Which commit this is about: a comment can be older than what is there by now. */
function judged(links) {
    const address = links && (0,report_links/* commitAddress */.IR)(links);
    if (!links || address === undefined)
        return { name: 'the commit', items: [] };
    const text = `Judged: commit ${(0,markdown_text/* linked */.q)(`\`${links.sha.slice(0, 7)}\``, address)}.`;
    return { name: 'the commit', items: [{ text, need: Infinity }] };
}


/***/ }),

/***/ 72855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ fullPlace),
/* harmony export */   t: () => (/* binding */ shortPlaces)
/* harmony export */ });
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6642);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4416);


/** `V1__create.sql line 24`, with its folder where the place is not linked. */
function fullPlace(location, links) {
    const address = (0,_links_js__WEBPACK_IMPORTED_MODULE_1__/* .lineAddress */ .lU)(location, links);
    const name = address === undefined ? location.file : baseName(location.file);
    return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .linked */ .q)(`${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name, 160)} line ${location.line}`, address);
}
/** Writes a place as `V1 line 24` where, of all files that are told of, no other one is meant by that. */
function shortPlaces(all, links) {
    const files = new Set(all.map(({ file }) => file));
    const bearers = new Map();
    for (const file of files)
        bearers.set(shortName(file), (bearers.get(shortName(file)) ?? 0) + 1);
    return (location) => {
        const short = shortName(location.file);
        const name = (bearers.get(short) ?? 0) > 1 ? location.file : short;
        return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .linked */ .q)(`${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name, 80)} line&nbsp;${location.line}`, (0,_links_js__WEBPACK_IMPORTED_MODULE_1__/* .lineAddress */ .lU)(location, links));
    };
}
const shortName = (file) => /^[VB][0-9._]+(?=__)/.exec(baseName(file))?.[0] ?? baseName(file);
const baseName = (file) => file.split('/').findLast((part) => part !== '') ?? file;


/***/ }),

/***/ 72331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ NEED),
/* harmony export */   f: () => (/* binding */ assemble)
/* harmony export */ });
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27066);
/** A report as sections of whole items, and how it is cut to a limit: the least needed items first, and that is said. */


/** What is left out first where a report is too long, and what last. */
const NEED = {
    passingScenario: 0,
    note: 1,
    layout: 2,
    proof: 3,
    scenario: 4,
    finding: 5,
    lead: 6,
};
/** Room kept for saying what was cut. */
const NOTICE = 1_000;
/** The report within its limit; the head alone where even that is too long. */
function assemble(report, limit) {
    const sections = [...report.open, ...report.folds.flatMap((fold) => fold.sections)];
    const dropped = new Set(sections.flatMap(beyondReach));
    const whole = render(report, dropped, limit);
    if (limit.measure(whole) <= limit.most)
        return whole;
    drop(sections, dropped, limit.measure(whole) + NOTICE - limit.most, limit.measure);
    const cut = render(report, dropped, limit);
    return limit.measure(cut) <= limit.most ? cut : `${report.head}\n`;
}
/** Items that would not be read: those that need it least, and of these the last. */
const beyondReach = (section) => leastNeeded([section]).slice(0, Math.max(0, section.items.length - (section.most ?? Infinity)));
/** Drops items until what they took, with what falls with them, is as much as is over. */
function drop(sections, dropped, over, measure) {
    let saved = 0;
    for (const item of leastNeeded(sections)) {
        if (saved >= over)
            return;
        if (dropped.has(item))
            continue;
        dropped.add(item);
        saved += measure(item.text);
    }
}
const leastNeeded = (sections) => sections
    .flatMap((section) => section.items)
    .map((item, place) => ({ item, place }))
    .sort((a, b) => a.item.need - b.item.need || b.place - a.place)
    .map(({ item }) => item);
function render({ head, open, folds }, dropped, { elsewhere }) {
    const told = (sections) => sections.flatMap((section) => renderSection(section, dropped));
    const folded = folds.flatMap(({ summary, sections }) => {
        const bodies = told(sections);
        return bodies.length > 0
            ? [`<details><summary>${summary}</summary>`, ...bodies, '</details>']
            : [summary];
    });
    const sections = [...open, ...folds.flatMap((fold) => fold.sections)];
    const missing = sections.flatMap((section) => missingOf(section, dropped));
    const notice = missing.length > 0
        ? [`Left out here for its length: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)([...new Set(missing)])}. ${elsewhere}`]
        : [];
    return `${[head, ...told(open), ...folded, ...notice].join('\n\n')}\n`;
}
function renderSection({ head, items }, dropped) {
    const kept = items.filter((item) => !dropped.has(item)).map((item) => item.text);
    return kept.length === 0 ? [] : [[...(head === undefined ? [] : [head]), ...kept].join('\n')];
}
/** `the layouts`, `230 of 250 scenarios`, `all 67 notes`, `the details of 3 findings`. */
function missingOf({ name, aspect, items }, dropped) {
    const missing = items.filter((item) => dropped.has(item)).length;
    if (missing === 0)
        return [];
    if (name.startsWith('the '))
        return [name];
    if (aspect !== undefined)
        return [`${aspect} of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(missing, name)}`];
    const all = (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(items.length, name);
    if (missing < items.length)
        return [`${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .thousands */ .oh)(missing)} of ${all}`];
    return [missing === 1 ? `the ${name}` : `all ${all}`];
}


/***/ }),

/***/ 70975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ partitionsChange),
/* harmony export */   Kh: () => (/* binding */ rowFaults),
/* harmony export */   M2: () => (/* binding */ describeLayout),
/* harmony export */   Mn: () => (/* binding */ neverApplicable),
/* harmony export */   Og: () => (/* binding */ exclusiveLock),
/* harmony export */   Pi: () => (/* binding */ replayCommand),
/* harmony export */   WX: () => (/* binding */ groupedNotes),
/* harmony export */   _q: () => (/* binding */ scenariosWith),
/* harmony export */   tD: () => (/* binding */ checkIds),
/* harmony export */   uF: () => (/* binding */ judgesNothing),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   vJ: () => (/* binding */ rowsAccountedFor),
/* harmony export */   wj: () => (/* binding */ keepsRows),
/* harmony export */   wk: () => (/* binding */ scenarioCount)
/* harmony export */ });
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45743);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50893);
/* harmony import */ var _domain_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(361);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27066);
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
/** `3 scenarios`; of a share alone it says so, lest it be read as the whole run. */
const scenarioCount = ({ scenarios, shard }) => (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(scenarios.length, 'scenario') +
    (shard && shard.of > 1 ? ` of share ${shard.index}/${shard.of} alone` : '');
/** The share of a run's rows that a fault concerns: `3 of 100,000 rows`. */
const share = (part, whole) => `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh)(part)} of ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(whole, 'row')}`;
const partitionCount = (layouts) => layouts.reduce((sum, layout) => sum + layout.partitions.length, 0);
/** `24 → 15 partitions`, `24 partitions`, or nothing where the number stays the same. */
function partitionsChange({ before, after }) {
    const from = partitionCount(before);
    const to = partitionCount(after);
    if (from === to)
        return undefined;
    return from === 0 ? (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(to, 'partition') : `${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .thousands */ .oh)(from)} → ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(to, 'partition')}`;
}
/** `longest exclusive lock 12 ms`, of one scenario or several; undefined where none was seen. */
function exclusiveLock(scenarios) {
    const held = scenarios.flatMap((scenario) => scenario.exclusiveLockMs ?? []);
    return held.length > 0 ? `longest exclusive lock ${(0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(Math.max(...held))}` : undefined;
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
    ...new Set(scenario.checks.filter((check) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(check) === kind).map((check) => check.id)),
];
/** `24 monthly partitions`, `24 partitions`. */
function describeLayout(layout) {
    const interval = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .commonInterval */ .$$)(layout);
    return (0,_domain_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(layout.partitions.length, interval ? `${interval} partition` : 'partition');
}
/**
 * The command that plays one scenario of a run again.
 * @param label of the scenario.
 */
function replayCommand(result, label) {
    const scenario = result.scenarios.find((one) => (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(one) === label);
    const major = scenario?.server?.replace(/\..*/, '');
    return [
        'partition-guard validate',
        ...result.replayOptions.map(_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN),
        ...(major === undefined ? [] : [`--postgres ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN)(major)}`]),
        `--seed ${result.seed}`,
        ...(result.rows === DEFAULT_ROWS ? [] : [`--rows ${result.rows}`]),
        `--scenario ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shellArgument */ .mN)(scenario?.name ?? label)}`,
    ].join(' ');
}
/** The scenarios' notes, each once with the scenarios it was made in. */
function groupedNotes(result) {
    const byNote = new Map();
    for (const scenario of result.scenarios) {
        for (const note of new Set(scenario.notes)) {
            const known = byNote.get(note);
            if (known)
                known.push((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario));
            else
                byNote.set(note, [(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario)]);
        }
    }
    return [...byNote].map(([note, scenarios]) => ({ note, scenarios }));
}
/** Checks that had nothing to judge in any scenario. */
function neverApplicable(result) {
    const checks = result.scenarios.flatMap((scenario) => scenario.checks);
    const judged = new Set(checks.filter((check) => check.verdict !== 'not-applicable').map((check) => check.id));
    return [...new Set(checks.map((check) => check.id))].filter((id) => !judged.has(id));
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
