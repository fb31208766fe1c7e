/** What an alert says of a deployment or of maintenance; none where nothing was to be done. */
import type { DeploymentResult, Refusal, TableProof } from '../domain/deployment.ts';
import { formatShort } from '../domain/instant.ts';
import { formatLocation } from '../domain/location.ts';
import type { MaintenanceResult, TableMaintenance } from '../domain/maintenance.ts';
import { redefinedIn } from '../domain/redefined-columns.ts';
import { count } from '../domain/wording.ts';
import type { Alert } from './alert.ts';

export type AlertText = Omit<Alert, 'runUrl'>;

/** A rehearsal and a run that had nothing to do are told by their summary alone. */
export function deploymentAlert(result: DeploymentResult): AlertText | undefined {
  const { outcome, environment, plan } = result;
  const of = (kind: Alert['kind'], lines: readonly string[]): AlertText => {
    return { kind, command: 'apply', environment, database: plan.target.database, lines };
  };
  switch (outcome) {
    case 'nothing-to-do':
    case 'rehearsed':
      return undefined;
    case 'applied':
      return of('completed', [whatWasApplied(result), ...result.warnings]);
    case 'failed':
      return of('failed', failureLines(result));
    case 'refused':
      return of('refused', [
        ...refusalLines(result.refusals),
        ...(result.applied.length === 0 ? [] : [`${whatWasApplied(result)}, and kept`]),
      ]);
  }
}

/** `2 migrations applied, 1,000 rows proven`, as the outputs and GitHub's deployments say it too. */
export function whatWasApplied({ applied, callProofs }: DeploymentResult): string {
  const proofs = [...applied.flatMap((one) => one.proofs), ...callProofs];
  const rows = proofs.length === 0 ? '' : `, ${count(rowsIn(proofs), 'row')} proven`;
  const left = redefinedIn(proofs).flatMap(({ columns }) => columns).length;
  const but = left === 0 ? '' : ` but for ${count(left, 'redefined column')}`;
  return `${count(applied.length, 'migration')} applied${rows}${but}`;
}

/** Of each table once, as it was at last. */
const rowsIn = (proofs: readonly TableProof[]): number =>
  [...new Map(proofs.map(({ table, after }) => [table, after.rows])).values()].reduce((a, b) => a + b, 0);

function failureLines({ failure, applied }: DeploymentResult): string[] {
  const before =
    applied.length === 0 ? [] : [`${count(applied.length, 'migration')} applied before it, and kept`];
  if (!failure) return before;
  const { message, location, recovery, hint } = failure;
  const place = location ? ` (${formatLocation(location)})` : '';
  return [`${message}${place}`, ...(recovery === undefined ? [] : [recovery]), `→ ${hint}`, ...before];
}

export const refusalLines = (refusals: readonly Refusal[]): string[] =>
  refusals.flatMap(({ message, hint }) => [message, `→ ${hint}`]);

export function maintenanceAlert(result: MaintenanceResult): AlertText | undefined {
  const { outcome, environment, target, command, tables } = result;
  const of = (kind: Alert['kind'], lines: readonly string[]): AlertText => {
    return { kind, command, environment, database: target.database, lines };
  };
  const problems = tables.flatMap((table) => [
    ...shortRunway(table),
    ...table.problems.map(({ message, hint }) => `${table.table}: ${message} → ${hint}`),
    ...table.partitions
      .filter(({ action }) => action === 'failed' || action === 'kept')
      .map(({ partition, action, reason = 'no reason is known' }) => `${partition} ${action}: ${reason}`),
  ]);
  switch (outcome) {
    case 'nothing-to-do':
    case 'rehearsed':
      return undefined;
    case 'done':
      return of('completed', [whatWasMaintained(result), ...result.warnings]);
    case 'failed':
      return of('failed', [...problems, whatWasMaintained(result)]);
    case 'refused':
      return of('refused', refusalLines(result.refusals));
  }
}

/** One line where writes would fail too soon. */
export function shortRunway({ table, runway }: TableMaintenance): string[] {
  if (runway?.isShort !== true) return [];
  const { until, asked } = runway;
  const when = until.kind === 'finite' ? `from ${formatShort(until.at)} on` : 'already';
  return [`writes to ${table} fail ${when}; ${count(asked, 'day')} ahead are asked for`];
}

const DONE = ['created', 'archived', 'dropped', 'detached', 'moved', 'restored'] as const;

/** `3 partitions created, 1 archived`. */
export function whatWasMaintained({ tables }: Pick<MaintenanceResult, 'tables'>): string {
  const actions = tables.flatMap(({ partitions }) => partitions.map(({ action }) => action));
  const told = DONE.flatMap((action) => {
    const times = actions.filter((one) => one === action).length;
    return times === 0 ? [] : [`${count(times, 'partition')} ${action}`];
  });
  return told.length === 0 ? 'no partition changed' : told.join(', ');
}
