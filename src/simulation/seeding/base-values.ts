/** SQL that makes a value of a type without parts from a row's number and instant, within the column's limits. */
import { quoteLiteral } from '../../postgres/connection.ts';
import type { ColumnFacts } from '../../postgres/table-facts.ts';
import type { TypeFacts } from '../../postgres/type-facts.ts';
import type { CheckFacts, Limit } from './check-facts.ts';
import type { Place } from './pattern.ts';

export interface ValuePlan {
  readonly column: ColumnFacts;
  /** Whether each row needs a value of its own. */
  readonly isUnique: boolean;
  /** Whether rows are routed by it. */
  readonly isPartitionKey: boolean;
  readonly choices: readonly string[] | undefined;
  readonly minimum: Limit | undefined;
  readonly maximum: Limit | undefined;
  readonly places?: readonly Place[] | undefined;
  readonly length?: { readonly least?: number; readonly most?: number } | undefined;
  /** Steps after (or before) the partition key, or among columns that are compared; undefined: free. */
  readonly rank: number | undefined;
  readonly seed: number;
  /** Whether NaN and infinities may be among the values: nothing else is said of them. */
  readonly mayBeInfinite?: boolean;
  /** What types with parts are made of; those that were not read are taken for what the column says of them. */
  readonly types?: ReadonlyMap<number, TypeFacts>;
  /** What the checks of domains ask for. */
  readonly domains?: ReadonlyMap<number, CheckFacts>;
  readonly salt?: number;
}

/** Sets the values of a type's several parts apart. */
const SALT_STEP = 100_003;

/** 63 bits that depend on the row's number, the seed and the column alone (hashint8extended is PostgreSQL's own). */
export const hash = ({ seed, column, salt = 0 }: ValuePlan): string =>
  `(pg_catalog.hashint8extended(g.n, ${seed * 1009 + column.position + salt * SALT_STEP}) & 9223372036854775807)`;

/** The type whose values are made for it: an extension's type is named with its schema. */
export const generatedAs = ({ baseType }: Pick<ColumnFacts, 'baseType'>): string =>
  baseType.replace(/^.*\.(?=(?:citext|hstore|ltree)$)/, '');

/** One of some literals. */
export const pick = (plan: ValuePlan, values: readonly string[], type = plan.column.type): string =>
  `(array[${values.map(quoteLiteral).join(', ')}])[1 + ${hash(plan)} % ${values.length}]::${type}`;

type Generator = (plan: ValuePlan) => string;

/** The lowest and highest whole numbers of units within the limits; `most` apart where a limit is open. */
function unitsBetween(
  { minimum, maximum }: ValuePlan,
  { unit, lowest, most }: { unit: number; lowest: number; most: number },
): { low: number; width: number } {
  const top =
    maximum && (maximum.isIncluded ? Math.floor(maximum.at * unit) : Math.ceil(maximum.at * unit) - 1);
  const least =
    minimum && (minimum.isIncluded ? Math.ceil(minimum.at * unit) : Math.floor(minimum.at * unit) + 1);
  const low = least ?? (top === undefined || top >= lowest ? lowest : top - most);
  return { low, width: Math.max(1, Math.min(top ?? low + most, low + most) - low + 1) };
}

const ranked = ({ rank }: ValuePlan, width: number | string): string =>
  rank === undefined ? '' : ` + ${rank} * ${width}`;

/** Whole numbers within the type and the CHECK; unique ones count up from far above what migrations insert. */
const integer =
  (uniqueFrom: number, span: number): Generator =>
  (plan) => {
    const { maximum } = plan;
    if (plan.isUnique && maximum && maximum.at < uniqueFrom) {
      const { low, width } = unitsBetween(plan, { unit: 1, lowest: 1, most: span });
      return `${low} + g.n % ${width}`;
    }
    if (plan.isUnique) return span < 10_000 ? `${uniqueFrom} + g.n % ${span}` : `${uniqueFrom} + g.n`;
    const { low, width } = unitsBetween(plan, { unit: 1, lowest: 1, most: span });
    return `${low} + ${hash(plan)} % ${width}${ranked(plan, width)}`;
  };

/** With all of the type's digits after the point, up to four. */
const numeric: Generator = (plan) => {
  if (plan.isUnique) return '1000000 + g.n';
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
const withInfinite = ({ mayBeInfinite, column }: ValuePlan, value: string): string =>
  mayBeInfinite
    ? `case (g.n + ${column.position}) % 97 when 5 then 'NaN' when 6 then 'Infinity' when 7 then '-Infinity' else ${value} end`
    : value;

const FLOAT_STEPS = 65_536;

/** Between the limits, never at them. */
const float: Generator = (plan) => {
  if (plan.isUnique) return '1000000 + g.n';
  const { minimum, maximum } = plan;
  const low = minimum?.at ?? (maximum === undefined || maximum.at > 0 ? 0 : maximum.at - 1000);
  const width = (maximum?.at ?? low + 1000) - low;
  return withInfinite(
    plan,
    `${low} + (${hash(plan)} % ${FLOAT_STEPS} + 0.5::double precision) * ${width} / ${FLOAT_STEPS}${ranked(plan, width)}`,
  );
};

/** Words with capitals, accents and other scripts, so that a changed encoding, case or cut is seen. */
const text: Generator = (plan) => {
  const { column, places, length } = plan;
  if (places) return placed(plan, places);
  const ofType =
    ['character varying', 'character'].includes(column.baseType) && column.modifier > 4
      ? column.modifier - 4
      : undefined;
  const limit = Math.min(ofType ?? Infinity, length?.most ?? Infinity);
  const least = length?.least ?? 0;
  const long = (value: string): string => (least > 1 ? `pg_catalog.rpad(${value}, ${least}, '-')` : value);
  const initial =
    column.name
      .replace(/[^A-Za-z]/g, '')
      .slice(0, 1)
      .toLowerCase() || 'v';
  if (plan.isUnique) {
    if (limit > 8)
      return long(
        `${quoteLiteral(initial)} || pg_catalog.lpad((g.n)::text, ${Math.max(8, Math.min(least - 1, 200))}, '0')`,
      );
    return `pg_catalog.lpad(pg_catalog.to_hex(g.n % ${16 ** limit}), ${limit}, '0')`;
  }
  const words = `${quoteLiteral(column.name)} || ' ' || (${hash(plan)} % 1000000)::text || (array['', ' é', ' Ünï', ' 漢字', ' O''Neil'])[1 + g.n % 5]`;
  const padded =
    least > 1
      ? `case when pg_catalog.length(${words}) < ${least} then pg_catalog.rpad(${words}, ${least}, '-') else ${words} end`
      : words;
  return limit === Infinity ? padded : `pg_catalog.left(${padded}, ${limit})`;
};

/** Each place by chance; where rows need values of their own, they count through all that the places can hold. */
function placed(plan: ValuePlan, places: readonly Place[]): string {
  let divisor = 1;
  const parts = places.map((place, i) => {
    const [only = ''] = place;
    if (place.length <= 1) return quoteLiteral(only);
    const draw = plan.isUnique ? `g.n / ${divisor}` : hash({ ...plan, salt: (plan.salt ?? 0) + i });
    if (divisor < 1e12) divisor *= place.length;
    return `(array[${place.map(quoteLiteral).join(', ')}])[1 + ${draw} % ${place.length}]`;
  });
  return parts.length === 0 ? "''::text" : parts.join(' || ');
}

const MINUTE_US = 60_000_000;

/** The row's instant for the partition key; beside it for columns that a CHECK compares; a while before for others. */
const moment: Generator = (plan) => {
  const { column, rank } = plan;
  const isDate = column.baseType === 'date';
  if (plan.isPartitionKey) return timestampOf(truncated('g.instant', column), column);
  if (plan.isUnique) return timestampOf(`g.instant + g.n * ${MINUTE_US}`, column);
  if (rank !== undefined && rank !== 0) {
    const unit = isDate ? 1440 * MINUTE_US : 15 * MINUTE_US;
    const sign = rank > 0 ? '+' : '-';
    return timestampOf(`g.instant ${sign} (${Math.abs(rank) * unit} + ${hash(plan)} % ${unit})`, column);
  }
  return timestampOf(`g.instant - ${hash(plan)} % ${30 * 1440 * MINUTE_US}`, column);
};

/** A column of less than microseconds rounds up, perhaps over a bound: cut instead. */
function truncated(microseconds: string, { modifier, baseType }: ColumnFacts): string {
  if (baseType === 'date' || modifier < 0 || modifier > 5) return microseconds;
  const step = 10 ** (6 - modifier);
  return `${microseconds} - (${microseconds} % ${step} + ${step}) % ${step}`;
}

const TIMES = ['date', 'timestamp without time zone', 'timestamp with time zone'];

export const isTime = ({ baseType, isArray }: ColumnFacts): boolean => !isArray && TIMES.includes(baseType);

/** SQL of an instant as a value of the column's type. */
export const timestampOf = (microseconds: string, { baseType }: ColumnFacts): string => {
  const wall = `timestamp '1970-01-01' + (${microseconds}) * interval '1 microsecond'`;
  if (baseType === 'date') return `(${wall})::date`;
  return baseType === 'timestamp with time zone' ? `(${wall}) at time zone 'UTC'` : wall;
};

/** Texts, numbers with and without a fraction, lists, objects within, and null. */
const members = (plan: ValuePlan): string =>
  `'n', g.n, 'note', (${hash(plan)})::text, 'price', (${hash(plan)} % 100000)::numeric / 100,
   'tags', (array['[]', '["a", "é"]', '[1, -2.50, null]'])[1 + ${hash(plan)} % 3]::json,
   'place', case when g.n % 4 > 0 then pg_catalog.json_build_object('room', ${hash(plan)} % 90, 'open', g.n % 2 = 0) end`;

const bits = (plan: ValuePlan, length: number): string =>
  `pg_catalog.rpad(${hash(plan)}::bit(64)::text, ${length}, '01')::bit varying`;

const corner = (plan: ValuePlan, beside: number): string =>
  `pg_catalog.point(${hash(plan)} % 180 + ${beside}, ${hash(plan)} % 90 + ${beside * 2})`;

const circle = (plan: ValuePlan): string => `pg_catalog.circle(${corner(plan, 0)}, 1 + ${hash(plan)} % 9)`;

const range =
  (constructor: string, lower: Generator, step: string): Generator =>
  (plan) =>
    `pg_catalog.${constructor}(${lower(plan)}, ${lower(plan)} + ${step})`;

const asTimestamp: Generator = () => "timestamp '1970-01-01' + g.instant * interval '1 microsecond'";

/** By the types’ own names. */
export const BY_TYPE: Readonly<Record<string, Generator>> = {
  smallint: integer(20_000, 9_999),
  integer: integer(1_000_000_000, 999_999),
  bigint: integer(4_000_000_000_000, 999_999_999),
  numeric,
  money: integer(1_000_000, 99_999),
  real: float,
  'double precision': float,
  boolean: (plan) => `${hash(plan)} % 2 = 0`,
  text,
  'character varying': text,
  character: text,
  name: text,
  citext: text,
  uuid: (plan) => `pg_catalog.md5(${hash(plan)}::text || g.n::text)::uuid`,
  date: moment,
  'timestamp without time zone': moment,
  'timestamp with time zone': moment,
  'time without time zone': (plan) => `time '00:00' + (${hash(plan)} % 86400) * interval '1 second'`,
  'time with time zone': (plan) =>
    `(time '00:00' + (${hash(plan)} % 86400) * interval '1 second') at time zone 'UTC'`,
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
  tstzrange: range(
    'tstzrange',
    (plan) => `(${asTimestamp(plan)}) at time zone 'UTC'`,
    "interval '30 minutes'",
  ),
  daterange: range('daterange', (plan) => `(${asTimestamp(plan)})::date`, '1'),
};
