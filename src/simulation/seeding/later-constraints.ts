/** Adds to what a table's rows must be like what later migrations will ask of them: real rows meet that already. */
import type { Client } from 'pg';
import type { ForeignKey, TableFacts } from '../../postgres/table-facts.ts';

/**
 * @param facts of the table as it is now.
 * @param later of the same table after every migration, read in another database.
 * @returns the facts with the later checks, foreign keys, unique keys and NOT NULLs that concern columns of now.
 */
export async function withLaterConstraints(
  client: Client,
  facts: TableFacts,
  later: TableFacts,
): Promise<TableFacts> {
  const has = (columns: readonly string[]): boolean =>
    columns.length > 0 && columns.every((name) => facts.columns.some((c) => c.name === name));
  const foreignKeys: ForeignKey[] = [];
  for (const key of later.foreignKeys) {
    const known = facts.foreignKeys.some((own) => own.columns.join() === key.columns.join());
    const parentOid = known || !has(key.columns) ? undefined : await findParent(client, key);
    if (parentOid !== undefined) foreignKeys.push({ ...key, parentOid });
  }
  return {
    ...facts,
    columns: facts.columns.map((column) => {
      const then = later.columns.find((c) => c.name === column.name);
      if (!then) return column;
      return {
        ...column,
        notNull: column.notNull || then.notNull,
        ...(then.type === column.type ? {} : { later: then }),
      };
    }),
    checks: [
      ...facts.checks,
      ...later.checks.filter(
        (c) => has(c.columns) && !facts.checks.some((own) => own.expression === c.expression),
      ),
    ],
    uniqueKeys: [...facts.uniqueKeys, ...later.uniqueKeys.filter(has)],
    uniqueExpressions: [...facts.uniqueExpressions, ...later.uniqueExpressions.filter(has)],
    onceNull: [...facts.onceNull, ...later.onceNull],
    foreignKeys: [...facts.foreignKeys, ...foreignKeys],
    laterRoutes: facts.routes.length > 0 ? [] : later.routes,
  };
}

/** The parent under its later name, if it is there with those columns. */
async function findParent(client: Client, key: ForeignKey): Promise<number | undefined> {
  const { rows } = await client.query<{ oid: number }>(
    `select c.oid from pg_catalog.pg_class c
      where c.oid = pg_catalog.to_regclass($1)
        and (select pg_catalog.count(*) from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attname = any ($2) and not a.attisdropped) = $3`,
    [key.parentTable, key.parentColumns, key.parentColumns.length],
  );
  return rows[0]?.oid;
}
