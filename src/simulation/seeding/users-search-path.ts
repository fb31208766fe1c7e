/** Inserts rows as the table's users do: what its triggers and defaults name without a schema is found. */
import type { Client, QueryResult } from 'pg';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { parseDisplayName } from '../judged-table.ts';

/**
 * Everything else that the session does has an empty search path. One message, so that an error puts the path back as
 * well.
 * @param table as format('%I.%I') prints it. @param sql one statement.
 */
export async function queryAsUsersDo(client: Client, table: string, sql: string): Promise<QueryResult> {
  const path = [...new Set([parseDisplayName(table).schema, 'public'])].map(quoteIdentifier).join(', ');
  // The driver gives one result for each statement of the text, and its types know of one only.
  const results = (await client.query(
    `set search_path = ${path};\n${sql};\nset search_path = ''`,
  )) as unknown as readonly [QueryResult, QueryResult, QueryResult];
  return results[1];
}
