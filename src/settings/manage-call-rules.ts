/** Mistakes in the configured calls: unknown parameters, parameters without a value, SQL that is no single call. */
import type { Interval, IntervalName } from '../domain/interval.ts';
import {
  isParameterName,
  parameterValue,
  type ParameterValues,
  parametersOf,
  PARAMETERS,
  renderKnown,
} from './manage-call.ts';
import { didYouMean, nearestName } from './nearest-name.ts';
import { isSqlNode, nodesOf, parseSql, type SqlNode } from './sql-statements.ts';

export interface CallToJudge {
  /** The key, as messages name it: `manage.call`. */
  readonly key: string;
  readonly sql: string;
  /** The intervals that it is made for; undefined where it is made for none. */
  readonly intervals: readonly IntervalName[] | undefined;
  readonly keep: Interval | undefined;
}

/** One line for each mistake. */
export async function manageCallMistakes(call: CallToJudge): Promise<string[]> {
  const names = [...new Set(parametersOf(call.sql))];
  const unknown = names.filter((name) => !isParameterName(name));
  if (unknown.length > 0) return unknown.map((name) => unknownParameter(call.key, name));
  const faults = names.flatMap((name) => withoutValue(call, name));
  const kind = await kindMistake(call);
  if (kind !== undefined) return [...faults, kind];
  return faults.length > 0 ? faults : disagreements(call);
}

function unknownParameter(key: string, name: string): string {
  const near = nearestName(name, PARAMETERS);
  return `:${name} is not a parameter of ${key}${didYouMean(near && `:${near}`)}; known: ${PARAMETERS.map((known) => `:${known}`).join(', ')}`;
}

const valuesOf = (call: CallToJudge): ParameterValues[] =>
  (call.intervals ?? [undefined]).map((interval) => ({ interval, keep: call.keep }));

function withoutValue(call: CallToJudge, name: string): string[] {
  if (!isParameterName(name)) return [];
  if (name === 'keep') {
    return call.keep ? [] : [`${call.key} uses :keep, and no retention: says how long rows are kept`];
  }
  if (!call.intervals)
    return [`${call.key} uses :${name}, and is made for no interval: only :keep has a value`];
  const without = call.intervals.filter((interval) => parameterValue(name, { interval }) === undefined);
  if (without.length === 0) return [];
  return [
    `${call.key} uses :${name}, which ${without.join(' and ')} has no value for; use :interval, or take ${without.join(' and ')} out of intervals`,
  ];
}

/** The SQL must be one SELECT or CALL; a parameter without a value counts as NULL here. */
async function kindMistake(call: CallToJudge): Promise<string | undefined> {
  const [first = {}] = valuesOf(call);
  const parsed = await parseSql(renderKnown(call.sql, first, () => 'NULL'));
  if (parsed.kind === 'refused') return `${call.key} is not SQL: ${parsed.message}`;
  const [statement, ...more] = parsed.statements;
  const isCall = statement !== undefined && ('SelectStmt' in statement || 'CallStmt' in statement);
  return isCall && more.length === 0 ? undefined : `${call.key} must be one SELECT or CALL, and nothing else`;
}

/** `manage_partitions(prefix, frequency, interval_months)` with numbers that do not make a year. */
async function disagreements(call: CallToJudge): Promise<string[]> {
  const found = new Set<string>();
  for (const values of valuesOf(call)) {
    const parsed = await parseSql(renderKnown(call.sql, values, () => 'NULL'));
    if (parsed.kind === 'refused') continue;
    for (const { frequency, months } of managePartitionsCalls(parsed.statements)) {
      if (frequency * months === 12) continue;
      found.add(
        `frequency ${frequency} and interval_months ${months} disagree: ${frequency} × ${months} = ${frequency * months} months, a year has 12`,
      );
    }
  }
  return [...found];
}

function managePartitionsCalls(statements: readonly SqlNode[]): { frequency: number; months: number }[] {
  const calls = [
    ...nodesOf(statements, 'FuncCall'),
    ...nodesOf(statements, 'CallStmt').flatMap(functionOfCall),
  ];
  return calls.flatMap((call) => {
    const names = nodesOf(call['funcname'], 'String');
    if (names.at(-1)?.['sval'] !== 'manage_partitions') return [];
    const frequency = integerArgument(call, 1, 'frequency');
    const months = integerArgument(call, 2, 'interval_months');
    return frequency === undefined || months === undefined ? [] : [{ frequency, months }];
  });
}

const functionOfCall = (call: SqlNode): SqlNode[] => (isSqlNode(call['funccall']) ? [call['funccall']] : []);

/** The value of an argument that is a plain integer, by its place or by its name. */
function integerArgument(call: SqlNode, index: number, name: string): number | undefined {
  const list: unknown = call['args'];
  const all: unknown[] = Array.isArray(list) ? list : [];
  const named = nodesOf(all, 'NamedArgExpr').find((argument) => argument['name'] === name);
  const argument: unknown = named ? named['arg'] : all[index];
  if (!isSqlNode(argument) || !isSqlNode(argument['A_Const'])) return undefined;
  const { ival } = argument['A_Const'];
  if (!isSqlNode(ival)) return undefined;
  const value = ival['ival'] ?? 0;
  return typeof value === 'number' ? value : undefined;
}
