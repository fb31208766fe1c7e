/** Keeps GitHub's issue about the runway in step with what maintenance has seen. */
import type { MaintenanceResult } from '../domain/maintenance.ts';
import type { GitHubAccess } from '../github/access.ts';
import { keepRunwayIssue, type RunwayOutcome } from '../github/runway-issue.ts';
import { runwayId } from '../github/runway-marker.ts';
import { runwayAlarm } from '../report/runway-issue-text.ts';

/** @returns undefined where nothing is to be kept: a rehearsal, another command, or nobody looked at a runway. */
export async function watchRunway(
  github: GitHubAccess,
  { command, isDryRun, environment, tables }: MaintenanceResult,
): Promise<RunwayOutcome | undefined> {
  if (command !== 'maintain' || isDryRun) return undefined;
  const watched = tables.filter(({ runway }) => runway !== undefined);
  const alarm = runwayAlarm(environment, watched);
  if (!alarm) return undefined;
  const { isWell, title, body, stage, worse } = alarm;
  const id = runwayId(
    environment,
    watched.map(({ table }) => table),
  );
  const { client, repository } = github;
  return keepRunwayIssue(client, { repository, facts: { id, stage }, isWell, title, body, worse });
}
