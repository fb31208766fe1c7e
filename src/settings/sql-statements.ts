/** SQL in the configuration, judged by PostgreSQL's own parser, which is loaded when the first such key is met. */

/** A node of the parse tree: one key, its type. */
export type SqlNode = Readonly<Record<string, unknown>>;

export type SqlStatements =
  | { readonly kind: 'parsed'; readonly statements: readonly SqlNode[] }
  | { readonly kind: 'refused'; readonly message: string };

export async function parseSql(text: string): Promise<SqlStatements> {
  if (text.includes('\0')) return { kind: 'refused', message: 'it holds a NUL character' };
  if (text.trim() === '') return { kind: 'parsed', statements: [] };
  const { parse } = await import('libpg-query');
  try {
    const { stmts }: { stmts?: readonly { stmt?: object }[] } = await parse(text);
    return { kind: 'parsed', statements: (stmts ?? []).map(({ stmt }) => ({ ...stmt })) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', message: message.replace(/\s+/g, ' ').slice(0, 200) };
  }
}

export const isSqlNode = (value: unknown): value is SqlNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every node of a type within a tree, outermost first. */
export function nodesOf(tree: unknown, type: string): SqlNode[] {
  const found: SqlNode[] = [];
  const pending: unknown[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (Array.isArray(node)) pending.push(...[...node].reverse());
    else if (isSqlNode(node)) {
      const match = node[type];
      if (isSqlNode(match)) found.push(match);
      pending.push(
        ...Object.values(node)
          .filter((value) => typeof value === 'object')
          .reverse(),
      );
    }
  }
  return found;
}
