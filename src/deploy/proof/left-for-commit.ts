/** Sees that a piece of work leaves nothing for the commit to do: it would be done after the rows were looked at. */
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

/** More links than that no chain of triggers has that comes to an end by itself. */
const MOST_ROUNDS = 20;

/**
 * Has every deferred trigger speak now. One may put off again what its own rows set off (`set constraints … deferred`):
 * that is asked for until nothing more is written. The transaction is to be as it is at the commit.
 * @throws NotApplied
 */
export async function settleDeferred(client: pg.Client): Promise<void> {
  let before = await writtenSoFar(client);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await client.query('set constraints all immediate');
    const now = await writtenSoFar(client);
    if (now === before) return;
    before = now;
  }
  throw new NotApplied({
    message: `deferred triggers set off one another, and have not come to an end after ${MOST_ROUNDS} rounds: the commit would go on with it, after the proof of the rows`,
    hint: 'look for a trigger that says SET CONSTRAINTS … DEFERRED, and writes rows that set off another',
    statement: 'the proof of the rows',
  });
}

/** What waits for the commit was set off by a row: rows that were written and taken back count as well. */
async function writtenSoFar(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ written: string }>(
    `select coalesce(pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
              + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
              + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)), 0)::text as written
       from pg_catalog.pg_class c where c.relkind = 'r'`,
  );
  return rows[0]?.written ?? '';
}
