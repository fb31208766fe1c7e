/** What can speak against restoring an archive: the table is gone or has other columns now, or its range is taken. */
import type pg from 'pg';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { formatRange, overlaps } from '../../domain/range.ts';
import { rangeOfBound } from '../../postgres/catalog-layout.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { type ColumnFacts, readTableFacts } from '../../postgres/table-facts.ts';
import type { ArchivedName, ArchivedType, ArchiveHead } from '../archive/archive-head.ts';
import { sqlName } from '../archive/partition-facts.ts';
import { changedTypes, readUserTypes } from '../archive/user-types.ts';

export interface ParentFacts {
  readonly oid: number;
  readonly name: string;
  readonly owner: string;
  readonly columns: readonly ColumnFacts[];
  readonly types: readonly ArchivedType[];
  /** Columns that the archive does not have. */
  readonly added: readonly string[];
  /** Lower and upper bound as the partition manager notes them. */
  readonly boundWords: readonly [string, string];
}

export async function readRelation(
  session: pg.Client,
  { schema, name }: ArchivedName,
): Promise<
  | { readonly oid: number; readonly kind: string; readonly owner: string; readonly strategy: string | null }
  | undefined
> {
  const { rows } = await session.query<{ oid: number; kind: string; owner: string; strategy: string | null }>(
    `select c.oid, c.relkind as kind, pg_catalog.pg_get_userbyid(c.relowner) as owner, p.partstrat as strategy
       from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       left join pg_catalog.pg_partitioned_table p on p.partrelid = c.oid
      where n.nspname = $1 and c.relname = $2`,
    [schema, name],
  );
  return rows[0];
}

export async function readParent(session: pg.Client, head: ArchiveHead): Promise<ParentFacts> {
  const relation = await readRelation(session, head.table);
  const facts = relation && (await readTableFacts(session, relation.oid));
  if (relation?.strategy !== 'r' || facts === undefined) {
    throw refused(
      head,
      `the table ${sqlName(head.table)} that it was archived from is not there, or not partitioned by range`,
      'Make the table first, partitioned as it was; the archive itself is whole, and any Parquet reader opens it.',
    );
  }
  const added = facts.columns
    .filter(({ name }) => !head.columns.some((column) => column.name === name))
    .filter(({ isGenerated }) => !isGenerated)
    .map(({ name }) => quoteIdentifier(name));
  const [, lower = '', upper = ''] = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s.exec(head.bound) ?? [];
  const { oid, owner } = relation;
  return {
    oid,
    owner,
    name: sqlName(head.table),
    columns: facts.columns,
    types: await readUserTypes(session, oid),
    added,
    boundWords: [unquoted(lower), unquoted(upper)],
  };
}

const unquoted = (bound: string): string => bound.replace(/^'(.*)'$/, '$1');

const refused = (head: ArchiveHead, why: string, hint: string): OperatorError =>
  new OperatorError(`${sqlName(head.partition)} is not restored: ${why}`, {
    code: 'restore-refused',
    hint,
    exitStatus: EXIT.fail,
  });

/**
 * Whether the archive's columns have a place in the table as it is now.
 * @returns those that take values.
 */
export function assertFits(head: ArchiveHead, parent: ParentFacts): string[] {
  const now = new Map(parent.columns.map((column) => [column.name, column]));
  const gone = head.columns.filter(({ name }) => !now.has(name));
  if (gone.length > 0) {
    const names = gone.map(({ name }) => quoteIdentifier(name)).join(', ');
    throw refused(
      head,
      `${parent.name} has no column ${names} any more, and their values would be lost`,
      `Add ${gone.length === 1 ? 'it' : 'them'} again (${gone.map(({ name, type }) => `${quoteIdentifier(name)} ${type}`).join(', ')}), restore, and drop ${gone.length === 1 ? 'it' : 'them'} again if they are not needed.`,
    );
  }
  const other = head.columns.filter(({ name, type }) => now.get(name)?.type !== type);
  if (other.length > 0) {
    const told = other.map(
      ({ name, type }) => `${quoteIdentifier(name)} was ${type} and is ${now.get(name)?.type ?? ''}`,
    );
    throw refused(
      head,
      told.join(', '),
      'Restore it into a table with the columns it had, convert that as the migration converted the others, and attach it.',
    );
  }
  const changed = changedTypes(head.types, parent.types);
  if (changed.length > 0) {
    throw refused(
      head,
      changed.join('; '),
      'Its values would come back as others: restore it in a schema with the types as they were, convert it as the other rows were converted, and attach it.',
    );
  }
  const missing = parent.columns.filter(
    (column) =>
      !head.columns.some(({ name }) => name === column.name) &&
      column.notNull &&
      !column.hasDefault &&
      !column.isGenerated,
  );
  if (missing.length > 0 && head.rows > 0) {
    throw refused(
      head,
      `${missing.map(({ name }) => quoteIdentifier(name)).join(', ')} came since, without a default, and may not be null`,
      'Give the column a default, or allow nulls, for as long as the restore takes.',
    );
  }
  return head.columns.map(({ name }) => name).filter((name) => now.get(name)?.isGenerated !== true);
}

/** Another partition must not cover its range, nor the default partition hold rows of it: the server looks at that. */
export async function assertBoundIsFree(
  session: pg.Client,
  head: ArchiveHead,
  parent: ParentFacts,
): Promise<void> {
  const range = rangeOfBound(head.bound);
  if (range === undefined) return;
  const { rows } = await session.query<{ name: string; bound: string }>(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound
       from pg_catalog.pg_inherits i
       join pg_catalog.pg_class c on c.oid = i.inhrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where i.inhparent = $1`,
    [parent.oid],
  );
  const taken = rows.filter(({ bound }) => {
    const other = rangeOfBound(bound);
    return other !== undefined && overlaps(range, other);
  });
  if (taken.length === 0) return;
  throw refused(
    head,
    `its range ${formatRange(range)} is taken by ${taken.map(({ name }) => name).join(', ')}`,
    'Detach these first, or drop them where they are empty; then run this again.',
  );
}
