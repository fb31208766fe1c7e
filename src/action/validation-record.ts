/** Records at the commit what was validated, for the deployment that asks for it. */
import type { GitHubAccess } from '../github/access.ts';
import { fileValidation, type ValidationRecord } from '../github/validation-status.ts';
import type { TriggerEvent } from '../github/trigger-event.ts';
import { type Verdict, worstVerdict } from '../domain/verdict.ts';
import { accessOf } from './github-access.ts';
import type { Job } from './job.ts';
import type { Judged } from './judged.ts';
import type { Task } from './task.ts';

export async function recordValidation(job: Job, task: Task, judged: Judged): Promise<void> {
  const { log } = job;
  const { release, underTest, configurationDigest: rules } = judged.result;
  const why = reasonAgainst(job, task.run.event, judged);
  // Where the release is not known, the run was not whole, or its reports are older than the record.
  if (why !== undefined || release === undefined || underTest === undefined || rules === undefined) {
    if (why !== undefined) log.line(`no record of the validation: ${why}`);
    return;
  }
  const access = await accessOf(job, task.run);
  if (access === undefined) return;
  for (const record of recordsOf(job, judged.result)) {
    const isFiled = await fileOne(job, access, { ...record, release, underTest, rules });
    if (!isFiled) return;
  }
}

async function fileOne({ log }: Job, access: GitHubAccess, record: ValidationRecord): Promise<boolean> {
  const { verdict, release, underTest } = record;
  const filed = await fileValidation(access, record);
  switch (filed.kind) {
    case 'filed':
      log.line(
        `validation recorded at ${access.commit.slice(0, 12)} as ${filed.context}: ${verdict}, ${release}, files under test: ${underTest}`,
      );
      return true;
    case 'forbidden':
      // Most workflows only check: that they can't record it is no fault of theirs.
      log.line('no record of the validation, which mode apply asks for: the job lacks statuses: write');
      return false;
    case 'not-filed':
      log.annotate({
        level: 'warning',
        title: 'The validation is not recorded',
        message: `${filed.reason}. The verdict stands; mode apply will not know of it until it is run again.`,
      });
      return false;
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
 * One for each major, told from other validations of the same commit: legs of a matrix must not overwrite each other's
 * failure, and may name their servers in other ways than by `postgres`. What does not pass comes first: where that can't be
 * filed, no pass beside it is.
 */
function recordsOf({ inputs }: Job, result: Judged['result']): Pick<ValidationRecord, 'key' | 'verdict'>[] {
  const { server, scenarios } = result;
  const joined = scenarios.flatMap((scenario) => scenario.server ?? []);
  const played = joined.length > 0 ? joined : [server.version];
  const majors = new Set([...(inputs.lines('postgres') ?? []), ...played].map(majorIn));
  const name = inputs.text('comment-key') ?? inputs.text('config');
  const records = [...majors].sort().map((major) => ({
    key: [...(name === undefined ? [] : [name.slice(0, LONGEST_NAME)]), `PostgreSQL ${major}`].join(', '),
    verdict: verdictOn(result, major),
  }));
  return records.sort((a, b) => Number(a.verdict === 'pass') - Number(b.verdict === 'pass'));
}

/** Where no scenario tells why the whole does not pass, none of its majors does. */
function verdictOn({ verdict, scenarios }: Judged['result'], major: string): Verdict {
  const own = scenarios.filter((one) => one.server !== undefined && majorIn(one.server) === major);
  const isTold = scenarios.some((one) => one.verdict === verdict);
  return own.length === 0 || !isTold ? verdict : worstVerdict(own.map((one) => one.verdict));
}

const majorIn = (version: string): string => /^\d+/.exec(version)?.[0] ?? version.slice(0, 20);
