/** Which sequences have gone on meanwhile: no rollback takes that back. */
import type pg from 'pg';
import { listedUpTo } from '../../report/words.ts';

/** Last values by name; of those that this role may read. */
export type SequenceValues = ReadonlyMap<string, string | null>;

export async function readSequences(client: pg.Client): Promise<SequenceValues> {
  const { rows } = await client.query<{ name: string; value: string | null }>(
    `select pg_catalog.format('%I.%I', s.schemaname, s.sequencename) as name, s.last_value::text as value
       from pg_catalog.pg_sequences s order by 1`,
  );
  return new Map(rows.map(({ name, value }) => [name, value]));
}

const SHOWN = 5;

/** One line; undefined where all of them stand where they stood. */
export function movedSequences(before: SequenceValues, after: SequenceValues): string | undefined {
  const moved = [...after].filter(([name, value]) => before.has(name) && before.get(name) !== value);
  if (moved.length === 0) return undefined;
  const names = moved.map(
    ([name, value]) => `${name} (${before.get(name) ?? 'unused'} → ${value ?? 'unused'})`,
  );
  const went = names.length === 1 ? 'the sequence went on, and stays' : 'sequences went on, and stay';
  return `${went} where the rehearsal, or another session, has left ${names.length === 1 ? 'it' : 'them'}, since nextval and setval are not rolled back: ${listedUpTo(names, SHOWN)}`;
}
