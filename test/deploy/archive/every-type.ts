/** A partitioned table with a column of every type that seeds know, and values at the edges of each. */

/** Column definitions, and values as SQL; a null stands in each of them besides. */
export const EVERY_TYPE: readonly (readonly [name: string, type: string, values: readonly string[]])[] = [
  ['a_bool', 'boolean', ['true', 'false']],
  ['a_int2', 'smallint', ['-32768', '32767', '0']],
  ['a_int4', 'integer', ['-2147483648', '2147483647', '0']],
  ['a_int8', 'bigint', ["'-9223372036854775808'", '9223372036854775807', '0']],
  ['a_oid', 'oid', ['4294967295', '0']],
  ['a_float4', 'real', ["'NaN'", "'Infinity'", "'-Infinity'", "'-0'", '0', "'1e-45'", "'3.4028235e38'", "'0.1'"]],
  ['a_float8', 'double precision', ["'NaN'", "'Infinity'", "'-Infinity'", "'-0'", '0', "'5e-324'", "'1.7976931348623157e308'", '0.1']],
  ['a_numeric', 'numeric', ["'NaN'", "'Infinity'", "'-Infinity'", '1e-30', '-12345678901234567890.123456789000', '0.10']],
  ['a_price', 'numeric(9,2)', ['-9999999.99', '9999999.99', '0.00', '0.01', '-0.01', '10000', '1234567.8']],
  ['a_wide', 'numeric(18,6)', ['-999999999999.999999', '999999999999.999999', '0', '0.000001']],
  ['a_widest', 'numeric(38,10)', ['-9999999999999999999999999999.9999999999', '9999999999999999999999999999.9999999999', '0', '-1']],
  ['a_whole', 'numeric(20,0)', ['-99999999999999999999', '99999999999999999999', '0']],
  ['a_huge', 'numeric(50,5)', ['123456789012345678901234567890123456789012345.12345', '-1']],
  ['a_nan', 'numeric(9,2)', ["'NaN'", '1']],
  ['a_money', 'money', ["'-92233720368547758.08'", "'92233720368547758.07'", "'0'"]],
  ['a_date', 'date', ["'4713-01-01 BC'", "'0001-12-31 BC'", "'0001-01-01'", "'1970-01-01'", "'1969-12-31'", "'2024-02-29'", "'9999-12-31'", "'5874897-12-31'"]],
  ['a_endless', 'date', ["'infinity'", "'-infinity'", "'2024-01-01'"]],
  ['a_timestamp', 'timestamp', ["'4713-01-01 00:00:00 BC'", "'0001-12-31 23:59:59.999999 BC'", "'0001-01-01'", "'1969-12-31 23:59:59.999999'", "'2024-06-30 12:00:00.000001'", "'294246-12-31 23:59:59.999999'"]],
  ['a_far', 'timestamp', ["'294276-12-31 23:59:59.999999'", "'2024-01-01'"]],
  ['a_always', 'timestamptz', ["'infinity'", "'-infinity'", "'2024-01-01 00:00+00'"]],
  ['a_timestamptz', 'timestamptz', ["'4713-01-01 00:00:00+00 BC'", "'0044-03-15 12:00:00+00 BC'", "'1969-12-31 23:59:59.999999+00'", "'2024-03-31 01:30:00.5+00'", "'9999-12-31 23:59:59.999999+00'"]],
  ['a_time', 'time', ["'00:00'", "'23:59:59.999999'", "'12:34:56.000001'"]],
  ['a_midnight', 'time', ["'24:00'", "'00:00'"]],
  ['a_timetz', 'timetz', ["'24:00:00-15:59:59'", "'12:00:00.5+05:30'"]],
  ['a_interval', 'interval', ["'-178000000 years'", "'1 mon -1 day 00:00:00.000001'", "'0'"]],
  ['a_uuid', 'uuid', ["'00000000-0000-0000-0000-000000000000'", "'ffffffff-ffff-ffff-ffff-ffffffffffff'", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'"]],
  ['a_bytea', 'bytea', ["''", "'\\x00ff5c0a0d09'", "pg_catalog.decode(pg_catalog.repeat('00ff', 500), 'hex')"]],
  ['a_text', 'text', ["''", "'\\N'", "'\\.'", "E'tab\\t line\\n cr\\r back\\\\ quote'' \"'", "'漢字 é 🎉'", "'NULL'", "pg_catalog.repeat('long ä ', 150000)"]],
  ['a_varchar', 'varchar(20)', ["''", "'  padded  '"]],
  ['a_char', 'char(8)', ["'a'", "'a b'", "''"]],
  ['a_letter', '"char"', ["'x'", "''"]],
  ['a_name', 'name', ["'some_name'"]],
  ['a_json', 'json', [`'{"b": 1, "a": 1.10, "a": 12345678901234567890.5}'`, "'null'", `' [1,  2] '`]],
  ['a_jsonb', 'jsonb', [`'{"b": [1, null, "é"], "n": 123456789012345678901234567890.10}'`, "'null'", "'\"\"'"]],
  ['a_inet', 'inet', ["'::1'", "'10.0.0.1/8'"]],
  ['a_cidr', 'cidr', ["'10.0.0.0/8'", "'2001:db8::/32'"]],
  ['a_macaddr', 'macaddr', ["'08:00:2b:01:02:03'"]],
  ['a_macaddr8', 'macaddr8', ["'08:00:2b:01:02:03:04:05'"]],
  ['a_bit', 'bit(5)', ["b'10101'"]],
  ['a_varbit', 'bit varying', ["b''", "b'1'"]],
  ['a_lsn', 'pg_lsn', ["'FFFFFFFF/FFFFFFFF'", "'0/0'"]],
  ['a_point', 'point', ["'(0.1,-0)'", "'(1e300,1e-300)'"]],
  ['a_line', 'line', ["'{1,-1,0}'"]],
  ['a_lseg', 'lseg', ["'[(0,0),(1,1)]'"]],
  ['a_box', 'box', ["'(1,1),(0,0)'"]],
  ['a_path', 'path', ["'[(0,0),(1,1)]'", "'((0,0),(1,1))'"]],
  ['a_polygon', 'polygon', ["'((0,0),(1,1),(0,1))'"]],
  ['a_circle', 'circle', ["'<(0,0),1.5>'"]],
  ['a_tsvector', 'tsvector', ["'''a b'':1A c:2'"]],
  ['a_tsquery', 'tsquery', ["'a & !b'"]],
  ['a_jsonpath', 'jsonpath', ["'$.a[*] ? (@ > 1)'"]],
  ['a_xml', 'xml', ["'<v>é</v>'", "'a<b/>c'"]],
  ['a_int4range', 'int4range', ["'empty'", "'[1,5)'", "'(,)'"]],
  ['a_int8range', 'int8range', ["'[1,)'"]],
  ['a_numrange', 'numrange', ["'(0.10,1.0]'"]],
  ['a_tsrange', 'tsrange', ["'[2024-01-01,infinity)'"]],
  ['a_tstzrange', 'tstzrange', ["'[2024-01-01 00:00+02,2024-01-02 00:00+02)'"]],
  ['a_daterange', 'daterange', ["'[2024-01-01,2024-02-01)'"]],
  ['a_multirange', 'int4multirange', ["'{[1,2),[5,7)}'", "'{}'"]],
  ['an_array', 'integer[]', ["'{}'", "'{1,NULL,3}'", "'[0:1]={1,2}'", "'{{1,2},{3,4}}'"]],
  ['a_text_array', 'text[]', [`'{"",NULL,"NULL","a,b","c\\"d","e\\\\f"}'`]],
  ['a_time_array', 'timestamptz[]', ["'{2024-01-01 00:00+02,infinity}'"]],
  ['an_enum', 'mood', ["'so so'", "'glad'"]],
  ['an_enum_array', 'mood[]', [`'{"so so",glad}'`]],
  ['a_domain', 'positive', ['1', '99.99']],
  ['a_composite', 'place', ["row(null, null)::place", `row('a,"b)', '{1,2}')::place`]],
  ['a_class', 'regclass', ["'pg_catalog.pg_class'"]],
  ['"Of ""all"", names.é"', 'text', ["'x'"]],
]; // prettier-ignore

export const TYPES = `
  create type mood as enum ('so so', 'glad');
  create domain positive as numeric(8,2) check (value > 0);
  create type place as (room text, seats integer[]);`;

/** As many rows as the longest list has values, and one of nulls; the last column is computed, one before it is dropped. */
export function everyType(table: string): string {
  const longest = Math.max(...EVERY_TYPE.map(([, , values]) => values.length));
  const rows = Array.from({ length: longest + 1 }, (_, n) => {
    const values = EVERY_TYPE.map(([, type, list]) => {
      const value = n < longest ? list[n % list.length] : undefined;
      return value === undefined ? 'null' : `(${value})::${type}`;
    });
    return `(${n}, '2024-01-01 00:00:00+00'::timestamptz + ${n} * interval '1 hour', ${values.join(', ')})`;
  });
  const names = EVERY_TYPE.map(([name]) => name);
  return `
    create table ${table} (
      id bigint generated always as identity,
      gone text default 'gone',
      at timestamptz not null,
      ${EVERY_TYPE.map(([name, type]) => `${name} ${type}`).join(',\n      ')},
      doubled integer generated always as (a_int2::integer * 2) stored,
      primary key (id, at)
    ) partition by range (at);
    create table ${table}_2024_01 partition of ${table} for values from ('2024-01-01 00:00:00+00') to ('2024-02-01 00:00:00+00');
    create table ${table}_2024_02 partition of ${table} for values from ('2024-02-01 00:00:00+00') to ('2024-03-01 00:00:00+00');
    alter table ${table} drop column gone;
    insert into ${table} (id, at, ${names.join(', ')}) overriding system value values ${rows.join(',\n')};`;
}

/**
 * The same table with so many rows: those of `few`, over and over, without the text of a megabyte. The row with id g is
 * the one of `few` with n = g % count, a second later than the one before it.
 */
export function manyOfEveryType(table: string, rows: number): string {
  const names = EVERY_TYPE.map(([name]) => name).join(', ');
  return `
    ${everyType(table)}
    create table few as select row_number() over () - 1 as n, ${names} from ${table} where length(a_text) < 1000 or a_text is null;
    truncate ${table};
    insert into ${table} (id, at, ${names}) overriding system value
    select g, '2024-01-01 00:00+00'::timestamptz + g * interval '1 second', ${names}
      from generate_series(1, ${rows}) g join few on n = g % (select count(*) from few);`;
}
