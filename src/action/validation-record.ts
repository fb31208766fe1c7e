/** Records at the commit what was validated, for the deployment that asks for it. */
import { fileValidation } from '../github/validation-status.ts';
import type { TriggerEvent } from '../github/trigger-event.ts';
import { accessOf } from './github-access.ts';
import type { Job } from './job.ts';
import type { Judged } from './judged.ts';
import type { Task } from './task.ts';

export async function recordValidation(job: Job, task: Task, judged: Judged): Promise<void> {
  const { log } = job;
  const { release, verdict } = judged.result;
  const why = reasonAgainst(job, task.run.event, judged);
  // Where the release is not known, the run was not whole, or its reports are older than the record.
  if (why !== undefined || release === undefined) {
    if (why !== undefined) log.line(`no record of the validation: ${why}`);
    return;
  }
  const access = await accessOf(job, task.run);
  if (access === undefined) return;
  const filed = await fileValidation(access, { release, verdict, key: keyOf(job, judged.result) });
  switch (filed.kind) {
    case 'filed':
      log.line(
        `validation recorded at ${access.commit.slice(0, 12)} as ${filed.context}: ${verdict}, ${release}`,
      );
      return;
    case 'forbidden':
      // Most workflows only check: that they can't record it is no fault of theirs.
      log.line('no record of the validation, which mode apply asks for: the job lacks statuses: write');
      return;
    case 'not-filed':
      log.annotate({
        level: 'warning',
        title: 'The validation is not recorded',
        message: `${filed.reason}. The verdict stands; mode apply will not know of it until it is run again.`,
      });
  }
}

/** Why this run is not to vouch for what will be deployed; undefined where it is. */
function reasonAgainst({ inputs }: Job, event: TriggerEvent, { isShare }: Judged): string | undefined {
  if (isShare) return 'this is one share of several; merge records the whole';
  if (inputs.text('scenario') !== undefined) return 'only some scenarios were asked for';
  switch (event.kind) {
    case 'pull-request':
      if (event.isTarget) return 'on pull_request_target it is not the pull request that is checked out';
      return event.pullRequest.isFromFork ? 'the pull request is from a fork' : undefined;
    case 'workflow-run':
      return 'these reports were written by another workflow';
    case 'push':
      return event.isDeletion ? 'the branch was deleted' : undefined;
    case 'merge-group':
    case 'schedule':
    case 'workflow-dispatch':
      return undefined;
    case 'other':
      return 'this event is not one that a validation is recorded for';
  }
}

/** GitHub takes 255 characters of a context. */
const LONGEST_NAME = 150;

/**
 * What tells it from other validations of the same commit: legs of a matrix must not overwrite each other's failure, and
 * may name their servers in other ways than by `postgres`.
 */
function keyOf({ inputs }: Job, { server, scenarios }: Judged['result']): string {
  const joined = scenarios.flatMap((scenario) => scenario.server ?? []);
  const played = joined.length > 0 ? joined : [server.version];
  const majors = new Set([...(inputs.lines('postgres') ?? []), ...played].map(majorIn));
  const name = inputs.text('comment-key') ?? inputs.text('config');
  const words = [...majors].sort().map((major) => `PostgreSQL ${major}`);
  return [...(name === undefined ? [] : [name.slice(0, LONGEST_NAME)]), ...words].join(', ');
}

const majorIn = (version: string): string => /^\d+/.exec(version)?.[0] ?? version.slice(0, 20);
