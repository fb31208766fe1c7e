export const id = 667;
export const ids = [667];
export const modules = {

/***/ 69708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ rangeOfBound),
/* harmony export */   Q: () => (/* binding */ readLayouts)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _domain_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79064);


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
        ...(/^'(?:[^']|'')*', (?!MINVALUE)/.test(upper) ? { reachesUpper: true } : {}),
    };
}
/** The range of a bound as the catalog prints it; undefined of a default partition, and of keys that are no times. */
function rangeOfBound(bound) {
    try {
        const partition = partitionOf('', 0, bound);
        return partition.kind === 'range' ? partition.range : undefined;
    }
    catch {
        return undefined;
    }
}
function finiteBounds(bound, row) {
    const within = partitionOf(row.partition_name ?? '', 0, bound);
    const ends = within.kind === 'range' ? [within.range.lower, within.range.upper] : [];
    return ends.flatMap((end) => (end.kind === 'finite' ? [end.at] : []));
}
/** The first of a bound's columns. */
function firstBound(columns, partition) {
    if (columns.startsWith('MINVALUE'))
        return _domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .MINVALUE */ .Q$;
    if (columns.startsWith('MAXVALUE'))
        return _domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .MAXVALUE */ .yF;
    const text = /^'((?:[^']|'')*)'/.exec(columns)?.[1];
    if (text === 'infinity')
        return _domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .MAXVALUE */ .yF;
    if (text === '-infinity')
        return _domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .MINVALUE */ .Q$;
    const at = text === undefined ? undefined : (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(text);
    if (at === undefined)
        throw new Error(`Bound of ${partition} can't be read: ${columns}`);
    return (0,_domain_range_js__WEBPACK_IMPORTED_MODULE_1__/* .finite */ .E2)(at);
}


/***/ }),

/***/ 87388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   Jy: () => (/* binding */ withoutPostgresVariables),
/* harmony export */   SV: () => (/* binding */ withClient),
/* harmony export */   UU: () => (/* binding */ createClient),
/* harmony export */   ce: () => (/* binding */ quoteLiteral),
/* harmony export */   zP: () => (/* binding */ parseConnectionUrl)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15757);

/** Quotes a name for SQL, always: a keyword or a capital letter needs no second thought. */
const quoteIdentifier = (name) => pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeIdentifier */ .Ay.escapeIdentifier(name);
/** Quotes a text for SQL, where a statement takes no `$1`. */
const quoteLiteral = (text) => pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(text);
/** Makes a client, not yet connected, that the caller's PGHOST, PGOPTIONS and the like do not reach. */
const createClient = (settings) => withoutPostgresVariables(() => {
    const client = new pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].Client */ .Ay.Client({
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
    const { host, port, user, password, database, ssl } = withoutPostgresVariables(() => new pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].Client */ .Ay.Client({ connectionString: url }));
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


/***/ }),

/***/ 81248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode)
/* harmony export */ });
/** The code of an error, PostgreSQL's SQLSTATE or the system's name, whatever made the error. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}


/***/ }),

/***/ 39559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   rG: () => (/* binding */ rowHash),
/* harmony export */   te: () => (/* binding */ hashedValue)
/* harmony export */ });
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87388);

/**
 * Types with a hash of their own that tells their values apart; every other is hashed by its text under pinned
 * settings. The hash of jsonb passes over the signs of the numbers in it.
 */
const HASHED = new Set([
    'bigint', 'boolean', 'bytea', 'date', 'double precision', 'inet', 'integer', 'real', 'smallint',
    'time without time zone', 'timestamp with time zone', 'timestamp without time zone', 'uuid',
]); // prettier-ignore
const TEXTS = new Set(['character varying', 'text']);
/**
 * @param alias of the row's table in the query.
 * @returns an expression of type bigint; null where there are no columns.
 */
const rowHash = (columns, alias) => hashOf(columns.map((column) => hashedValue(column, `${alias}.${(0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(column.name)}`)));
/**
 * A record's hash is a weighted sum of its values' hashes: summed over rows, it stays what it was when two rows have
 * exchanged one value. Hashed once more, it does not.
 * @param values each of a type with a hash.
 */
const hashOf = (values) => values.length === 0
    ? 'null::bigint'
    : `pg_catalog.hashtextextended(pg_catalog.to_hex(pg_catalog.hash_record_extended(row(${values.join(', ')}), 0)), 0)`;
/** A column's value as it is hashed: one SQL expression, or several. */
function hashedValue(column, value) {
    if (column.baseType === 'numeric' && !column.isArray)
        return numericValues(value);
    if (TEXTS.has(column.baseType) && !column.isArray)
        return asWritten(value);
    if (HASHED.has(column.baseType) && !column.isArray)
        return value;
    // A cast to text may be the migrations' own function, run by whoever reads; what format() calls is not theirs.
    return asWritten(column.typeKind === 'b' && !column.isArray ? `${value}::text` : `pg_catalog.format('%L', ${value})`);
}
/** A collation that takes two texts for equal hashes them alike, too. */
const asWritten = (text) => `(${text} collate pg_catalog."C")`;
/** The server hashes a numeric without its sign, and infinities as it hashes NaN. */
const numericValues = (value) => `${value}, pg_catalog.numeric_cmp(${value}, '0'), pg_catalog.numeric_cmp(${value}, 'Infinity')`;
/** SQL of a row's key as text; rows with the same key are the same row. */
const keyText = (columns, alias) => textOf(columns.map((column) => `${alias}.${(0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(column)}`));
/** SQL of values as one text. */
const textOf = (values) => values.length === 1 ? `pg_catalog.format('%s', ${values.join('')})` : `row(${values.join(', ')})::text`;


/***/ }),

/***/ 85497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Eq: () => (/* binding */ sqlFailureOf),
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   _I: () => (/* binding */ CONNECTION_FAILURE),
/* harmony export */   qf: () => (/* binding */ isDisconnected)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15757);
/** The server's errors as histories keep them. */

/** Connection lost while a statement ran (PostgreSQL manual, appendix A, class 08). */
const CONNECTION_FAILURE = '08006';
/** @throws the error itself where it is not the server's: a fault of this program. */
function sqlFailureOf(error) {
    if (error instanceof pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].DatabaseError */ .Ay.DatabaseError) {
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
    if (error instanceof Error && /^Connection terminated|is not queryable$/.test(error.message)) {
        return { sqlstate: CONNECTION_FAILURE, message: 'the connection was lost while the statement ran' };
    }
    throw error;
}
/** Where the error arose, as far as the server tells. */
const placeOf = (error) => error instanceof pg__WEBPACK_IMPORTED_MODULE_0__/* ["default"].DatabaseError */ .Ay.DatabaseError
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
/** The server itself ended the session: at a shutdown, or because of a time limit that the session gave itself. */
const ENDED_BY_SERVER = ['57P01', '57P02', '57P04', '57P05', '25P03', '25P04'];
const isDisconnected = (outcome) => outcome.kind === 'failed' && [CONNECTION_FAILURE, ...ENDED_BY_SERVER].includes(outcome.failure.sqlstate);


/***/ }),

/***/ 26336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ findTable),
/* harmony export */   e: () => (/* binding */ readTableFacts)
/* harmony export */ });
const NAME = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.oid = $1 and c.relkind in ('r', 'p')`;
const COLUMNS = `
  select a.attname as name, a.attnum as position, a.atttypid as "typeOid",
         pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
         pg_catalog.format_type(coalesce(nullif(element.oid, 0), base.oid), null) as "baseType",
         case when element.oid is not null then element.typtype else base.typtype end as "typeKind",
         element.oid is not null as "isArray",
         a.atttypid < 16384 as "isBuiltIn",
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
           where k.position <= i.indnkeyatts) as columns,
         (select pg_catalog.array_agg(distinct a.attname::text)
            from pg_catalog.pg_depend d
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = d.refobjsubid
           where i.indexprs is not null and d.classid = 'pg_catalog.pg_class'::regclass and d.objid = i.indexrelid
             and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = i.indrelid) as "readBy",
         coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as "nullsAreEqual"
    from pg_catalog.pg_index i
   where i.indrelid = $1 and i.indisunique`;
const CHECKS = `
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
const ROUTES = `
  with tree as materialized (
    select t.relid, t.isleaf, t.level, p.partnatts > 1 or p.partstrat <> 'r' or t.level > 0 as "isBesideTime"
      from pg_catalog.pg_partition_tree($1::oid::regclass) t
      left join pg_catalog.pg_partitioned_table p on p.partrelid = t.relid
  )
  select pg_catalog.pg_get_partition_constraintdef(tree.relid) as route
    from tree where tree.isleaf and exists (select from tree where tree."isBesideTime" and not tree.isleaf)
   union all
  select 'false' where exists (select from tree where tree."isBesideTime" and not tree.isleaf)`;
/** As one message: it is read so often that the way there and back counts. */
const ALL = [NAME, COLUMNS, UNIQUE_KEYS, CHECKS, FOREIGN_KEYS, ROUTES].join(';\n');
/** @returns undefined where no such table is (or it is a view, or another kind of relation that holds no rows). */
async function readTableFacts(client, oid) {
    // The driver gives one result for each statement of the text, and its types know of one only.
    const results = (await client.query(ALL.replaceAll('$1', String(oid))));
    const [named, columns, keys, checks, foreignKeys, routes] = results;
    const table = named.rows[0]?.table;
    if (table === undefined)
        return undefined;
    return {
        oid,
        table,
        columns: columns.rows,
        primaryKey: keys.rows.find((k) => k.isPrimary)?.columns ?? [],
        uniqueKeys: keys.rows.flatMap((k) => (k.columns && !k.readBy ? [k.columns] : [])),
        uniqueExpressions: keys.rows.flatMap((k) => (k.readBy ? [k.readBy] : [])),
        onceNull: [...new Set(keys.rows.flatMap((k) => (k.nullsAreEqual ? (k.columns ?? []) : [])))],
        checks: checks.rows,
        foreignKeys: foreignKeys.rows,
        routes: routes.rows.map(({ route }) => route),
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


/***/ }),

/***/ 85288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ text),
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/** Lines of a terminal: wrapped where it has a width, each ended. */
const text = (lines) => lines.map((line) => `${line}\n`).join('');
/** Lines of at most `width` columns, indented; words longer than that stand alone. */
function wrapped(prose, indent, width) {
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
