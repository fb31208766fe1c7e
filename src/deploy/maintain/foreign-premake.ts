/** Makes partitions ahead by the call that a schema of others has for its intervals, and takes it back where rows went. */
import type pg from 'pg';
import { INTERVAL_NAMES, type IntervalName, intervalOf, isOneInterval } from '../../domain/interval.ts';
import { eventsBetween, finiteSpans, type Layout, rangePartitions } from '../../domain/layout.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { renderManageCall } from '../../settings/manage-call.ts';
import type { ManageCall } from '../../settings/validate-settings.ts';
import { withRetries } from '../apply/retry.ts';
import { sqlName } from '../archive/partition-facts.ts';
import {
  type MaintainedTable,
  type MaintenanceRun,
  outcomeOf,
  type TableStep,
  toldOf,
} from './maintenance-run.ts';
import { layoutNow } from './safe-call.ts';

class Rehearsed extends Error {}

/** The name of the interval that a table's newest partition has. */
export const intervalNameOf = (layout: Layout): IntervalName | undefined => {
  const newest = finiteSpans(layout).at(-1);
  return newest && INTERVAL_NAMES.find((name) => isOneInterval(newest.lower, newest.upper, intervalOf(name)));
};

/** @returns the partitions that came; how many is the call's own affair. */
export async function premakeByCall(
  run: MaintenanceRun,
  table: MaintainedTable,
  call: ManageCall,
): Promise<TableStep> {
  const interval = intervalNameOf(table.layout);
  if (interval === undefined) {
    return problem(
      `${table.layout.table} has no partition that tells its interval`,
      'Call what changes the interval once, by hand; --premake goes on from there.',
    );
  }
  try {
    const sql = renderManageCall(call, interval);
    const partitions = await withRetries(run.patience, () =>
      run.target.withSession((session) => callIn(session, run, { table, sql })),
    );
    return { partitions, problems: [] };
  } catch (error) {
    const { reason, hint } = toldOf(error);
    return problem(`no partitions were made ahead for ${table.layout.table}: ${reason}`, hint);
  }
}

const problem = (message: string, hint: string): TableStep => ({
  partitions: [],
  problems: [{ step: 'premake', message, hint }],
});

/** In the session as the target gives it: the SQL is theirs. Writers wait, so that rows can be counted. */
async function callIn(
  session: pg.Client,
  { limits, settings }: MaintenanceRun,
  { table, sql }: { readonly table: MaintainedTable; readonly sql: string },
): Promise<TableStep['partitions']> {
  let made: TableStep['partitions'] = [];
  await session.query('begin isolation level read committed read write');
  try {
    await session.query(
      "select pg_catalog.set_config('lock_timeout', $1, true), pg_catalog.set_config('statement_timeout', $2, true)",
      [String(limits.lockTimeoutMs), String(limits.statementTimeoutMs)],
    );
    await session.query(`lock table ${sqlName(table.name)} in share row exclusive mode`);
    const before = await count(session, table);
    await session.query(sql);
    const after = await count(session, table);
    if (after !== before) throw lost(table, { before, after });
    await session.query("set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'");
    const layout = await layoutNow(session, table.oid);
    if (layout === undefined) throw lost(table, { before, after: '0' });
    const came = eventsBetween(table.layout, layout).flatMap(({ kind, partition }) =>
      kind === 'gone' ? [] : [partition],
    );
    made = rangePartitions({ ...layout, partitions: came }).map((partition) =>
      outcomeOf(partition, 'created'),
    );
    if (settings.dryRun) throw new Rehearsed();
    await session.query('commit');
  } catch (error) {
    await session.query('rollback').catch(() => undefined);
    if (!(error instanceof Rehearsed)) throw error;
  }
  return made;
}

async function count(session: pg.Client, { name }: MaintainedTable): Promise<string> {
  const { rows } = await session.query<{ rows: string }>(
    `select pg_catalog.count(*)::text as rows from ${sqlName(name)}`,
  );
  return rows[0]?.rows ?? '';
}

const lost = (
  { layout }: MaintainedTable,
  { before, after }: { readonly before: string; readonly after: string },
): OperatorError =>
  new OperatorError(
    `the configured call would leave ${after} of ${before} rows of ${layout.table}: all of it was rolled back`,
    {
      code: 'premake-too-much',
      hint: 'See to the SQL under manage.call: making partitions ahead must not touch a row.',
      exitStatus: EXIT.fail,
    },
  );
