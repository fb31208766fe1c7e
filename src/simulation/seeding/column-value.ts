/** SQL that makes one column's value, by its type, down to what that is made of, and by its constraints. */
import type { ColumnFacts } from '../../postgres/table-facts.ts';
import type { TypeFacts } from '../../postgres/type-facts.ts';
import { BY_TYPE, generatedAs, hash, pick, type ValuePlan } from './base-values.ts';

/** SQL text, or undefined where the type is not one that can be generated. */
export function columnValue(plan: ValuePlan): string | undefined {
  const { column, choices } = plan;
  if (choices && choices.length > 0 && !plan.isUnique) return pick(plan, choices);
  const converted = column.later && asLater(plan, column.later);
  if (converted !== undefined) return converted;
  const value = partValue(plan, { oid: column.typeOid, modifier: column.modifier });
  return value === undefined ? undefined : `(${value})::${column.type}`;
}

const TEXTS = ['text', 'character varying', 'character'];
const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric'];

/** Rows in use fit what a later migration makes of their column: a text that becomes a date is a date already. */
function asLater(plan: ValuePlan, later: ColumnFacts): string | undefined {
  const { column } = plan;
  if (column.isArray || later.isArray || plan.isPartitionKey) return undefined;
  const isText = (c: ColumnFacts): boolean => TEXTS.includes(c.baseType);
  if (isText(column) && later.typeKind === 'e') return pick(plan, later.enumLabels);
  if (!later.isBuiltIn) return undefined;
  const narrows =
    NUMBERS.includes(column.baseType) &&
    NUMBERS.includes(later.baseType) &&
    (later.baseType === 'numeric' || NUMBERS.indexOf(later.baseType) < NUMBERS.indexOf(column.baseType)) &&
    !(column.baseType !== 'numeric' && later.baseType === 'numeric');
  const parses = isText(column) && (!isText(later) || (later.modifier > 4 && isShorter(later, column)));
  if (!narrows && !parses) return undefined;
  const asIs = { ...later, position: column.position, name: column.name };
  const made = columnValue({ ...plan, column: asIs });
  const value = made && withLostDigits(plan, later, made);
  return value && `(${value})${isText(column) && !isText(later) ? '::text' : ''}::${column.type}`;
}

const scaleOf = ({ modifier }: ColumnFacts): number => (modifier >= 4 ? (modifier - 4) & 0x7ff : Infinity);

/** The server refuses a number that is too great, and rounds one with too many digits: so many that it rounds down. */
function withLostDigits(plan: ValuePlan, later: ColumnFacts, value: string): string {
  const { column, isUnique, minimum, maximum } = plan;
  const scale = scaleOf(later);
  const isRounded = column.baseType === 'numeric' && later.baseType === 'numeric' && scaleOf(column) > scale;
  if (!isRounded || isUnique || minimum || maximum) return value;
  return `(${value}) + (${hash(plan)} % 5)::numeric / ${10 ** (scale + 1)}`;
}

const isShorter = (a: ColumnFacts, b: ColumnFacts): boolean => b.modifier <= 4 || a.modifier < b.modifier;

interface Part {
  readonly oid: number;
  readonly modifier: number;
}

/** A value of a type by what it is made of; types that were not read have no parts. */
function partValue(plan: ValuePlan, { oid, modifier }: Part): string | undefined {
  const type = plan.types?.get(oid);
  const { column } = plan;
  if (type?.isArray ?? column.isArray) return arrayValue(plan, type, modifier);
  if (type?.kind === 'd') {
    const facts = plan.domains?.get(oid);
    const choices = facts?.choices.get('value');
    if (choices && !plan.isUnique) return `${pick(plan, choices, 'text')}::${type.name}`;
    const value = partValue(
      {
        ...plan,
        minimum: plan.minimum ?? facts?.minimum.get('value'),
        maximum: plan.maximum ?? facts?.maximum.get('value'),
      },
      { oid: type.part, modifier: type.modifier },
    );
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
  if (leaf.typeKind === 'e') return `${pick(of, leaf.enumLabels, 'text')}::${leaf.baseType}`;
  const known = BY_TYPE[generatedAs(leaf)]?.(of);
  if (known !== undefined || !type) return known;
  if (type.kind === 'c') return compositeValue(of, type);
  if (type.kind === 'r') return rangeValue(of, type);
  if (type.kind === 'm') {
    const range = partValue(of, { oid: type.part, modifier: -1 });
    return range && `${type.name}(${range})`;
  }
  return undefined;
}

/** Without a length these names mean one of 1. */
const UNCUT: Readonly<Record<string, string>> = { 'character[]': 'bpchar[]', 'bit[]': 'bit varying[]' };

/** None to three elements; two rows in a thousand need not differ in their number. */
function arrayValue(plan: ValuePlan, type: TypeFacts | undefined, modifier: number): string | undefined {
  const { column } = plan;
  const elements = [1, 2, 3].map((salt) => {
    const inner = { ...plan, isUnique: false, salt: (plan.salt ?? 0) * 4 + salt };
    return type
      ? partValue(inner, { oid: type.part, modifier })
      : partValue({ ...inner, column: { ...column, isArray: false } }, { oid: 0, modifier });
  });
  if (elements.some((element) => element === undefined)) return undefined;
  const name = UNCUT[type?.name ?? `${column.baseType}[]`] ?? type?.name ?? `${column.baseType}[]`;
  return `(array[${elements.join(', ')}]::${name})[1:(${hash(plan)} % 4)::integer]`;
}

function compositeValue(plan: ValuePlan, type: TypeFacts): string | undefined {
  const values = type.attributes.map((attribute, i) =>
    partValue(
      { ...plan, isUnique: false, salt: (plan.salt ?? 0) * 16 + i + 1 },
      { oid: attribute.type, modifier: attribute.modifier },
    ),
  );
  if (values.some((value) => value === undefined)) return undefined;
  return `row(${values.join(', ')})::${type.name}`;
}

/** From a value to the same: the least range of any type that is not empty. */
function rangeValue(plan: ValuePlan, type: TypeFacts): string | undefined {
  const bound = partValue(plan, { oid: type.part, modifier: -1 });
  const of = plan.types?.get(type.part)?.name ?? 'text';
  return bound && `${type.name}((${bound})::${of}, (${bound})::${of}, '[]')`;
}

/** Whether values are made for it without knowing more of its type. */
export const isSimple = (column: ColumnFacts): boolean =>
  column.typeKind === 'e'
    ? !column.isArray
    : column.typeKind === 'b' && BY_TYPE[generatedAs(column)] !== undefined;
