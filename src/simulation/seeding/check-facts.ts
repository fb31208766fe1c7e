/** Reads CHECK expressions with PostgreSQL's own parser and keeps what a generator can aim at; the rest is sampled. */
import { parse } from 'libpg-query';
import { type Place, placesAround, placesOfLike, placesOfRegex } from './pattern.ts';

/** A column's value must come after (greater) or before (smaller) another column's. */
export interface Ordering {
  readonly smaller: string;
  readonly greater: string;
}

/** Where a column's values end. */
export interface Limit {
  readonly at: number;
  readonly isIncluded: boolean;
}

export interface CheckFacts {
  /** Literals that a column may hold, as texts. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  readonly minimum: ReadonlyMap<string, Limit>;
  readonly maximum: ReadonlyMap<string, Limit>;
  readonly orderings: readonly Ordering[];
  /** What a text must be made of, place by place. */
  readonly patterns: ReadonlyMap<string, readonly Place[]>;
  /** How long a text must and may be. */
  readonly lengths: ReadonlyMap<string, { readonly least?: number; readonly most?: number }>;
  /** Columns of which it is asked whether they are NULL: both is to be tried. */
  readonly nullable: ReadonlySet<string>;
}

const LENGTHS = ['length', 'char_length', 'character_length'];

type Node = Readonly<Record<string, unknown>>;

class Collector {
  readonly choices = new Map<string, readonly string[]>();
  readonly minimum = new Map<string, Limit>();
  readonly maximum = new Map<string, Limit>();
  readonly orderings: Ordering[] = [];
  readonly patterns = new Map<string, readonly Place[]>();
  readonly lengths = new Map<string, { readonly least?: number; readonly most?: number }>();
  readonly nullable = new Set<string>();

  walk(node: Node | undefined): void {
    const bool = inner(node, 'BoolExpr');
    if (bool) {
      const args = list(bool['args']);
      this.nullTests(args);
      if (bool['boolop'] === 'AND_EXPR') for (const arg of args) this.walk(arg);
      if (bool['boolop'] === 'OR_EXPR') this.alternatives(args);
      return;
    }
    const expression = inner(node, 'A_Expr');
    if (!expression) return;
    this.nullTests([expression['lexpr'] as Node, expression['rexpr'] as Node]);
    const operator = stringOf(list(expression['name'])[0]);
    if (expression['kind'] === 'AEXPR_OP_ANY' || expression['kind'] === 'AEXPR_IN')
      this.anyOf(expression, operator);
    if (operator === '~' || operator === '~~') this.pattern(expression, operator);
    if (expression['kind'] === 'AEXPR_OP') this.comparison(expression, operator);
  }

  /** status = 'A' or status = 'B' */
  private alternatives(args: readonly Node[]): void {
    const pairs = args
      .filter((arg) => !inner(arg, 'NullTest'))
      .map((arg) => {
        const expression = inner(arg, 'A_Expr');
        if (!expression || stringOf(list(expression['name'])[0]) !== '=') return undefined;
        const column = columnOf(expression['lexpr'] as Node);
        const literal = literalOf(expression['rexpr'] as Node);
        return column !== undefined && literal !== undefined ? { column, literal } : undefined;
      });
    const [first] = pairs;
    if (!first || !pairs.every((pair) => pair?.column === first.column)) return;
    this.choices.set(
      first.column,
      pairs.flatMap((pair) => (pair ? [pair.literal] : [])),
    );
  }

  /** status = any (array['A', 'B']) */
  private anyOf(expression: Node, operator: string | undefined): void {
    const column = columnOf(expression['lexpr'] as Node);
    if (operator !== '=' || column === undefined) return;
    const right = bare(expression['rexpr'] as Node);
    const elements = inner(right, 'A_ArrayExpr')
      ? list(inner(right, 'A_ArrayExpr')?.['elements'])
      : listOf(right);
    const literals = elements.flatMap((element) => literalOf(element) ?? []);
    if (literals.length > 0 && literals.length === elements.length) this.choices.set(column, literals);
  }

  /** paid_at is null, (a is null) = (b is null), num_nonnulls(a, b) = 1 */
  private nullTests(nodes: readonly Node[]): void {
    for (const node of nodes) {
      const call = inner(node, 'FuncCall');
      const name = stringOf(list(call?.['funcname']).at(-1));
      const tested = [
        inner(node, 'NullTest')?.['arg'] as Node | undefined,
        ...(name === 'num_nonnulls' || name === 'num_nulls' ? list(call?.['args']) : []),
      ];
      for (const arg of tested) {
        const column = columnOf(arg);
        if (column !== undefined) this.nullable.add(column);
      }
    }
  }

  /** code ~ '^[A-Z]{2}[0-9]{4}$', code like 'AB-%' */
  private pattern(expression: Node, operator: string): void {
    const column = columnOf(expression['lexpr'] as Node);
    const literal = literalOf(expression['rexpr'] as Node);
    if (column === undefined || literal === undefined) return;
    const places = operator === '~' ? placesOfRegex(literal) : placesOfLike(literal);
    if (places) this.patterns.set(column, places);
  }

  /** length(code) = 4, char_length(code) >= 2 */
  private length(expression: Node, operator: string | undefined): void {
    const call = inner(bare(expression['lexpr'] as Node), 'FuncCall');
    const column = columnOf(list(call?.['args'])[0]);
    const at = Number(literalOf(expression['rexpr'] as Node));
    const name = stringOf(list(call?.['funcname']).at(-1)) ?? '';
    if (column === undefined || !Number.isInteger(at) || !LENGTHS.includes(name)) return;
    const known = this.lengths.get(column) ?? {};
    const least = operator === '>' ? at + 1 : operator === '>=' || operator === '=' ? at : known.least;
    const most = operator === '<' ? at - 1 : operator === '<=' || operator === '=' ? at : known.most;
    this.lengths.set(column, {
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
    });
  }

  /** position('@' in email) > 1, strpos(email, '@') > 0 */
  private position(expression: Node, operator: string | undefined): void {
    const call = inner(bare(expression['lexpr'] as Node), 'FuncCall');
    const name = stringOf(list(call?.['funcname']).at(-1));
    const [text, part] = list(call?.['args']);
    const column = columnOf(text);
    const literal = literalOf(part);
    if (column === undefined || literal === undefined || !['position', 'strpos'].includes(name ?? '')) return;
    if (operator === '>' || operator === '>=' || operator === '<>')
      this.patterns.set(column, placesAround(literal));
  }

  private comparison(expression: Node, operator: string | undefined): void {
    const left = columnOf(expression['lexpr'] as Node);
    const right = columnOf(expression['rexpr'] as Node);
    if (left !== undefined && right !== undefined) {
      if (operator === '>' || operator === '>=') this.orderings.push({ smaller: right, greater: left });
      if (operator === '<' || operator === '<=') this.orderings.push({ smaller: left, greater: right });
      return;
    }
    const literal = literalOf(expression['rexpr'] as Node);
    if (left === undefined) {
      this.length(expression, operator);
      this.position(expression, operator);
    }
    if (left === undefined || literal === undefined) return;
    if (operator === '=') this.choices.set(left, [literal]);
    const at = Number(literal);
    if (!Number.isFinite(at)) return;
    if (operator === '>' || operator === '>=') this.minimum.set(left, { at, isIncluded: operator === '>=' });
    if (operator === '<' || operator === '<=') this.maximum.set(left, { at, isIncluded: operator === '<=' });
  }
}

/**
 * @param expressions as pg_get_expr prints them.
 * @returns what was understood; an expression that is not understood adds nothing.
 */
export async function readCheckFacts(expressions: readonly string[]): Promise<CheckFacts> {
  const collector = new Collector();
  for (const expression of expressions) {
    const parsed = (await parse(`select 1 where ${expression}`)) as unknown as Node;
    const statement = list(parsed['stmts'])[0]?.['stmt'] as Node | undefined;
    collector.walk(inner(statement, 'SelectStmt')?.['whereClause'] as Node | undefined);
  }
  return collector;
}

const inner = (node: Node | undefined, kind: string): Node | undefined => node?.[kind] as Node | undefined;
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const listOf = (node: Node | undefined): readonly Node[] => list(inner(node, 'List')?.['items']);
const stringOf = (node: Node | undefined): string | undefined =>
  inner(node, 'String')?.['sval'] as string | undefined;

/** Without the casts around it. */
function bare(node: Node | undefined): Node | undefined {
  const cast = inner(node, 'TypeCast');
  return cast ? bare(cast['arg'] as Node) : node;
}

function columnOf(node: Node | undefined): string | undefined {
  const fields = list(inner(bare(node), 'ColumnRef')?.['fields']);
  return fields.length === 1 ? stringOf(fields[0]) : undefined;
}

function literalOf(node: Node | undefined): string | undefined {
  const constant = inner(bare(node), 'A_Const');
  if (!constant || constant['isnull'] === true) return undefined;
  const text = inner(constant, 'sval')?.['sval'] ?? inner(constant, 'fval')?.['fval'];
  if (typeof text === 'string') return text;
  const integer = inner(constant, 'ival');
  return integer ? String(integer['ival'] ?? 0) : undefined;
}
