/** A maintenance as JSON: instants in ISO 8601, null for an unbounded end. */
import type { MaintenanceResult } from '../../domain/maintenance.ts';
import { boundToJson } from '../../domain/range.ts';

export function renderMaintenanceJson(result: MaintenanceResult): string {
  const { command, outcome, environment, target, toolVersion, isDryRun, refusals, warnings } = result;
  return `${JSON.stringify(
    {
      schema: 1,
      tool: { name: 'partition-guard', version: toolVersion },
      command,
      outcome,
      environment,
      target,
      dryRun: isDryRun,
      startedAt: result.startedAt.toISOString(),
      durationMs: Math.round(result.durationMs),
      tables: result.tables.map(({ table, partitions, runway, problems }) => ({
        table,
        ...(runway ? { runway: { ...runway, until: boundToJson(runway.until) } } : {}),
        problems,
        partitions: partitions.map(({ lower, upper, ...partition }) => ({
          ...partition,
          ...(lower ? { lower: boundToJson(lower) } : {}),
          ...(upper ? { upper: boundToJson(upper) } : {}),
        })),
      })),
      refusals,
      warnings,
    },
    undefined,
    2,
  )}\n`;
}
