/** Calls the SQL by which a schema of others lets go of old partitions, and takes it back where younger rows went too. */
import type pg from 'pg';
import { type RangePartition, rangePartitions } from '../../domain/layout.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import type { PartitionOutcome } from '../../domain/maintenance.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { withRetries } from '../apply/retry.ts';
import { readPartition, sqlName } from '../archive/partition-facts.ts';
import { type Limits, pinSettings } from '../archive/pinned-settings.ts';
import { countRows, sameRows } from '../archive/row-checksum.ts';
import { isAsArchived } from '../archive/same-partition.ts';
import type { Archived } from '../archive/write-archive.ts';
import { recordDrop } from './archive-trail.ts';
import { type MaintainedTable, type MaintenanceRun, outcomeOf, toldOf } from './maintenance-run.ts';
import { type ForeignRetention, leftThere, outside, untold } from './foreign-outside.ts';
import { differing, rowsOf, seeHolders } from './kept-rows.ts';
import { changeSince, isPast } from './safe-call.ts';

/** invalid_transaction_termination, active_sql_transaction: it commits by itself, or runs in no transaction at all. */
const OUTSIDE_ONLY = ['2D000', '25001'];

class Rehearsed extends Error {}

/** @returns what became of the partitions of all the tables; the SQL itself does not say which it is for. */
export async function callForeignRetention(
  run: MaintenanceRun,
  tables: readonly MaintainedTable[],
  retention: ForeignRetention,
): Promise<PartitionOutcome[]> {
  const candidates = tables.flatMap(({ layout }) =>
    layout.partitions.filter((p): p is RangePartition => isPast(p, retention.limit)),
  );
  try {
    const gone = await withRetries(run.patience, () =>
      run.target.withSession((session) => inTransaction(run, session, tables, retention)),
    );
    // Time passes: what was not past the limit when the run began may be, when the call looks.
    return tables
      .flatMap(({ layout }) => rangePartitions(layout))
      .filter((partition) => gone.has(partition.oid) || candidates.includes(partition))
      .map((partition) =>
        gone.has(partition.oid)
          ? outcomeOf(partition, 'dropped', {
              rows: gone.get(partition.oid) ?? 0,
              reason: 'the configured call let it go',
            })
          : leftThere(partition),
      );
  } catch (error) {
    if (OUTSIDE_ONLY.includes(errorCode(error) ?? '')) return outside(run, tables, retention, candidates);
    const { action, reason, hint } = toldOf(error);
    // There is no partition to tell it of, and it must be told.
    if (candidates.length === 0) throw untold(reason, hint);
    return candidates.map((partition) => outcomeOf(partition, action, { reason, hint }));
  }
}

/** In the session as the target gives it: the SQL is theirs. */
async function inTransaction(
  { limits, settings, auditId }: MaintenanceRun,
  session: pg.Client,
  tables: readonly MaintainedTable[],
  { sql, safe, then, proven }: ForeignRetention,
): Promise<ReadonlyMap<number, number>> {
  const gone = new Map<number, number>();
  await session.query('begin isolation level read committed read write');
  try {
    await session.query(
      "select pg_catalog.set_config('lock_timeout', $1, true), pg_catalog.set_config('statement_timeout', $2, true)",
      [String(limits.lockTimeoutMs), String(limits.statementTimeoutMs)],
    );
    const before = [];
    const holders = [];
    for (const table of tables) {
      await session.query(`lock table ${sqlName(table.name)} in share row exclusive mode`);
      before.push(await countYounger(session, table, safe));
      holders.push(await seeHolders(session, table, limits));
    }
    for (const { archived } of proven) await assertSame(session, archived, limits);
    await session.query(sql);
    await session.query("set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'");
    for (const [i, table] of tables.entries()) {
      const change = await changeSince(session, table, safe);
      for (const { oid, name } of change.gone) {
        gone.set(oid, rowsOf(holders[i] ?? [], oid));
        // A dry run writes no archive: what it would take is told all the same.
        const archive = proven.find(({ archived }) => archived.facts.oid === oid);
        if (then === 'archive' && !settings.dryRun && archive === undefined) throw unproven(name);
        if (archive) await recordDrop(session, auditId, { head: archive.archived.head, file: archive.file });
      }
      const after = await countYounger(session, table, safe);
      if (after !== before[i]) throw lostYounger(table, { before: before[i] ?? '', after });
      const changed = differing(holders[i] ?? [], await seeHolders(session, table, limits), change.gone);
      if (changed !== undefined) throw touched(changed);
    }
    if (settings.dryRun) throw new Rehearsed();
    await session.query('commit');
  } catch (error) {
    await session.query('rollback').catch(() => undefined);
    if (!(error instanceof Rehearsed)) throw error;
  }
  return gone;
}

const unproven = (name: string): OperatorError =>
  new OperatorError(
    `the configured call would let ${name} go, which this run has not archived: all of it was rolled back`,
    {
      code: 'archive-not-proven',
      hint: 'Run it again once that partition is past the retention, or see to the SQL under manage.retention: it goes by another limit.',
      exitStatus: EXIT.fail,
    },
  );

const touched = (name: string): OperatorError =>
  new OperatorError(
    `the configured call would delete or change rows of ${name}, which stays: all of it was rolled back`,
    {
      code: 'retention-too-much',
      hint: 'See to the SQL under manage.retention: it is to let whole partitions go, and leave the rows of the others alone.',
      exitStatus: EXIT.fail,
    },
  );

/** Nobody writes to it any more by now. */
async function assertSame(session: pg.Client, { facts, head }: Archived, limits: Limits): Promise<void> {
  await session.query('savepoint as_it_was');
  await pinSettings(session, limits);
  const seen = await countRows(session, sqlName(facts.partition), facts.columns);
  const now = await readPartition(session, facts.oid);
  // The settings go with it: the SQL that follows is run as the target has them.
  await session.query('rollback to savepoint as_it_was');
  if (sameRows(seen, head) && typeof now === 'object' && isAsArchived(now, head)) return;
  throw new OperatorError(`${sqlName(head.partition)} was changed after its archive was written`, {
    code: 'archive-outdated',
    hint: 'Run it again: it is archived anew then.',
    exitStatus: EXIT.fail,
  });
}

/** Rows that the retention keeps. */
async function countYounger(
  session: pg.Client,
  { name, layout }: MaintainedTable,
  limit: Instant,
): Promise<string> {
  const { rows } = await session.query<{ rows: string }>(
    `select pg_catalog.count(*)::text as rows from ${sqlName(name)} t
      where not coalesce(t.${quoteIdentifier(layout.keyColumn)} < ($1::text::timestamptz at time zone 'UTC')${layout.keyType === 'timestamptz' ? " at time zone 'UTC'" : ''}, false)`,
    [formatInstant(limit)],
  );
  return rows[0]?.rows ?? '';
}

const lostYounger = (
  { layout }: MaintainedTable,
  { before, after }: { readonly before: string; readonly after: string },
): OperatorError =>
  new OperatorError(
    `the configured call would leave ${after} of ${before} rows of ${layout.table} that are younger than the retention: all of it was rolled back`,
    {
      code: 'retention-too-much',
      hint: 'See to the SQL under manage.retention: it deletes what is to be kept.',
      exitStatus: EXIT.fail,
    },
  );
