/** After a crash amid statements that no transaction could take back: what is done, what runs again, what nobody knows. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Refusal } from '../../domain/deployment.ts';
import type { Migration, Statement } from '../../migrations/migration.ts';
import { loneStatement } from './lone-statement.ts';
import { isStillWorking, type LedgerRow, readOpenRows } from './statement-ledger.ts';

const POLL_MS = 500;

/** Waits until no backend works on for a run that is gone. */
export async function waitForLeftBackends(client: pg.Client, onWait: (text: string) => void): Promise<void> {
  const deployments = new Set((await readOpenRows(client)).map(({ deployment }) => deployment));
  for (const deployment of deployments) {
    for (let tries = 1; await isStillWorking(client, deployment); tries++) {
      if (tries === 1)
        onWait(`run ${deployment} was killed, and the server still works on its last statement: waiting`);
      await delay(POLL_MS);
    }
  }
}

export interface Resumption {
  /** Positions of statements that are done. */
  readonly done: ReadonlySet<number>;
  readonly refusals: readonly Refusal[];
}

/** Of a file that runs outside of a transaction and was begun before; nothing is done of one that was not. */
export async function resumptionOf(
  client: pg.Client,
  migration: Migration,
  open: readonly LedgerRow[],
): Promise<Resumption> {
  const rows = open.filter(({ script }) => script === migration.script);
  if (rows.some(({ checksum }) => checksum !== migration.checksum)) {
    return { done: new Set(), refusals: [editedSince(migration)] };
  }
  const gone = rows.length === 0 ? undefined : migration.statements.find(livesInItsSession);
  if (gone) return { done: new Set(), refusals: [sessionGone(gone)] };
  const done = new Set<number>();
  const refusals: Refusal[] = [];
  for (const [position, statement] of migration.statements.entries()) {
    const own = rows.filter((row) => row.position === position);
    if (own.some(({ ending }) => ending === 'done')) done.add(position);
    // One in a transaction of its own would have its ending, had it been committed.
    else if (own.some(({ way }) => way === 'alone')) {
      const found = await howItEnded(client, statement);
      if (found === 'done') done.add(position);
      else if (found !== 'not-done') refusals.push(found);
    }
  }
  return { done, refusals };
}

/** Refusals for all that is pending; what was begun and is no longer pending is none's concern. */
export async function unfinishedRefusals(
  client: pg.Client,
  pending: readonly Migration[],
): Promise<readonly Refusal[]> {
  const open = await readOpenRows(client);
  if (open.length === 0) return [];
  const refusals: Refusal[] = [];
  for (const migration of pending) {
    if (open.some(({ script }) => script === migration.script)) {
      refusals.push(...(await resumptionOf(client, migration, open)).refusals);
    }
  }
  return refusals;
}

const unfinished = (message: string, hint: string): Refusal => ({ gate: 'unfinished', message, hint });

const editedSince = ({ file }: Migration): Refusal =>
  unfinished(
    `${file} was begun by a run that was interrupted, and was edited since`,
    'put the file back and apply it to its end; or undo by hand what it did, and close it: update partition_guard.migration_statement set is_closed = true',
  );

/** What a statement leaves to those after it in the session alone, and another session has not. */
const livesInItsSession = ({ kind, text }: Statement): boolean =>
  /^(?:VariableSetStmt|DiscardStmt|PrepareStmt|DeclareCursorStmt|ListenStmt|LoadStmt)$/.test(kind) ||
  /\bset_config\s*\(|\btemp(?:orary)?\s+(?:table|view|sequence)\b|\bpg_temp\b/i.test(text);

const sessionGone = (statement: Statement): Refusal =>
  unfinished(
    `${at(statement)} did something for its session alone, and the run that began the file was interrupted: what comes after would go on without it`,
    'undo by hand what the file has done (partition_guard.migration_statement lists it), delete its rows there, and apply again: it then begins anew',
  );

const at = ({ file, line }: Statement): string => `${file}:${line}`;

async function howItEnded(client: pg.Client, statement: Statement): Promise<'done' | 'not-done' | Refusal> {
  const what = await loneStatement(statement);
  switch (what.kind) {
    case 'again':
      return 'not-done';
    case 'create-index':
      return what.index === undefined ? inDoubt(statement) : indexEnded(client, statement, what.index);
    case 'drop-index': {
      const states = await Promise.all(what.indexes.map((index) => indexState(client, index)));
      return states.every((state) => state === 'none') ? 'done' : 'not-done';
    }
    case 'detach':
      return detachEnded(client, statement, what);
    case 'other':
      return inDoubt(statement);
  }
}

const inDoubt = (statement: Statement): Refusal =>
  unfinished(
    `${at(statement)} was begun by a run that was interrupted, and nothing tells whether it ended`,
    "look at what it did; then set its ending to 'done' in partition_guard.migration_statement, or delete its row there to have it run again",
  );

async function indexEnded(
  client: pg.Client,
  statement: Statement,
  index: string,
): Promise<'done' | 'not-done' | Refusal> {
  const state = await indexState(client, index);
  if (state !== 'invalid') return state === 'none' ? 'not-done' : 'done';
  return unfinished(
    `${at(statement)} was interrupted, and left the invalid index ${index}: it is kept up by every write and used by no query`,
    `drop index concurrently ${index}; and apply again: the statement then runs anew`,
  );
}

async function indexState(client: pg.Client, index: string): Promise<'none' | 'invalid' | 'valid'> {
  const { rows } = await client.query<{ isValid: boolean }>(
    'select i.indisvalid as "isValid" from pg_catalog.pg_index i where i.indexrelid = pg_catalog.to_regclass($1)',
    [index],
  );
  const [row] = rows;
  if (!row) return 'none';
  return row.isValid ? 'valid' : 'invalid';
}

async function detachEnded(
  client: pg.Client,
  statement: Statement,
  { table, partition }: { readonly table: string; readonly partition: string },
): Promise<'done' | 'not-done' | Refusal> {
  const { rows } = await client.query<{ isPending: boolean }>(
    `select i.inhdetachpending as "isPending" from pg_catalog.pg_inherits i
      where i.inhrelid = pg_catalog.to_regclass($1) and i.inhparent = pg_catalog.to_regclass($2)`,
    [partition, table],
  );
  const [row] = rows;
  if (!row) return 'done';
  if (!row.isPending) return 'not-done';
  return unfinished(
    `${at(statement)} was interrupted half-way: ${partition} is neither in ${table} nor out of it`,
    `alter table ${table} detach partition ${partition} finalize; and apply again: the file goes on after it`,
  );
}
