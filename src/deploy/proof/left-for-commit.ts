/** Refuses what a piece of work leaves for the commit to do: it would be done after the rows were looked at. */
import type pg from 'pg';
import { NotApplied } from '../apply/not-applied.ts';

/** The query of a cursor that is held is run to its end by the commit. @throws NotApplied */
export async function requireNothingLeftForCommit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.name from pg_catalog.pg_cursors c
      where c.is_holdable and c.creation_time >= pg_catalog.transaction_timestamp() limit 1`,
  );
  const [held] = rows;
  if (!held) return;
  throw new NotApplied({
    message: `the cursor ${held.name} is declared WITH HOLD: the commit would run its query, after the proof of the rows`,
    hint: 'read what the cursor is for within the file, or close it there',
    statement: 'the proof of the rows',
  });
}
