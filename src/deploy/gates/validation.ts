/** Gate: what nobody validated is not applied where somebody can be asked: GitHub, or the report that is given. */
import type { Refusal } from '../../domain/deployment.ts';
import type { RunResult } from '../../domain/result.ts';
import type { GitHubAccess } from '../../github/access.ts';
import { shortRelease } from '../../github/release-text.ts';
import {
  type Beside,
  findValidation,
  type FoundValidation,
  type Released,
} from '../../github/validation-status.ts';
import type { Migration } from '../../migrations/migration.ts';
import { untested } from '../../migrations/under-test.ts';
import { listedUpTo } from '../../report/words.ts';

/** What is to be applied, and by which rules. */
export interface ToBeApplied {
  readonly release: string;
  /** The configuration's digest. */
  readonly rules: string;
  /** All of the project's, as the release's digest goes by them. */
  readonly migrations: readonly Migration[];
  readonly pending: readonly Migration[];
}

export interface ValidationQuestion extends ToBeApplied {
  /** Undefined outside of GitHub: there the report alone can be asked. */
  readonly github: GitHubAccess | undefined;
  /** The report that was given; whoever wrote it. */
  readonly report?: RunResult | undefined;
  /** The reason for applying all the same. */
  readonly allowUnvalidated: string | undefined;
  readonly onWarning: (text: string) => void;
}

/**
 * Outside of GitHub it warns where there is no report, and goes by that where there is one. On GitHub it is shut until a
 * validation is found: that GitHub could not be asked, for want of a token, a permission or a connection, is no word for
 * these migrations.
 */
export async function validationGate(question: ValidationQuestion): Promise<Refusal | undefined> {
  const { release, github, report, allowUnvalidated, onWarning } = question;
  if (github === undefined && report === undefined) {
    if (allowUnvalidated === undefined) {
      onWarning(
        'whether these migrations were validated is not known: this does not run for a repository on GitHub, where that is recorded, and no report is given with --validated',
      );
    }
    return undefined;
  }
  const found = await find(question);
  if (found === undefined || found.kind === 'validated') return undefined;
  const message = messageOf(found, release);
  if (allowUnvalidated !== undefined) {
    onWarning(`${message}; applied all the same: ${allowUnvalidated}`);
    return undefined;
  }
  return { gate: 'validation', message, hint: hintOf(found) };
}

async function find(question: ValidationQuestion): Promise<FoundValidation | undefined> {
  const { release, rules, migrations, pending, github, report } = question;
  const released: Released = {
    release,
    rules,
    untested: (underTest) => untested({ all: migrations, pending, underTest }).map(({ script }) => script),
  };
  if (github !== undefined) return findValidation(github, released);
  return report && judgedIn(report, released);
}

const REPORT = 'the report that --validated names';

function judgedIn(report: RunResult, { release, rules, untested: lacking }: Released): FoundValidation {
  const { verdict, shard, underTest } = report;
  const isWhole = shard === undefined || shard.of === 1;
  if (report.release !== release || !isWhole) return { kind: 'not-validated', lookedAt: [REPORT] };
  const found = { where: REPORT, url: undefined };
  if (verdict !== 'pass') return { ...found, kind: 'failed' };
  const missing = lacking(underTest);
  const sameRules = report.configurationDigest === rules;
  return missing.length === 0 && sameRules
    ? { ...found, kind: 'validated' }
    : { ...found, kind: 'beside', untested: missing, sameRules };
}

type NotFound = Exclude<FoundValidation, { readonly kind: 'validated' }>;

function messageOf(found: NotFound, release: string): string {
  const these = `these migrations (release ${shortRelease(release)})`;
  switch (found.kind) {
    case 'failed':
      return `the newest validation of ${these} did not pass: ${found.where}`;
    case 'beside':
      return `the validation of ${these} says nothing of what would be applied here: ${whyOf(found)} (${found.where})`;
    case 'not-validated':
      return `no validation of ${these} is known; looked at ${listedUpTo(found.lookedAt, 4)}`;
    case 'unknown':
      return `whether ${these} were validated can't be asked: ${found.reason}`;
  }
}

function whyOf({ untested: missing, sameRules }: Beside): string {
  const { length } = missing;
  return [
    ...(length === 0
      ? []
      : [
          `${listedUpTo(missing, 4)} ${length === 1 ? 'is' : 'are'} pending, and ${length === 1 ? 'was' : 'were'} not under test in it`,
        ]),
    ...(sameRules ? [] : ['it was judged by another configuration (waivers, tables, checks, placeholders)']),
  ].join('; ');
}

const OVERRIDE = 'or give the reason for doing without: --allow-unvalidated "REASON", which is audited';

function hintOf(found: NotFound): string {
  switch (found.kind) {
    case 'failed':
      return `Mend what it found${found.url === undefined ? '' : ` (${found.url})`} and validate again; ${OVERRIDE}.`;
    case 'beside':
      return `Validate this commit ${found.sameRules ? '' : 'by this configuration, '}with a base that this target has had (--base REF, such as the tag of its last release), or without one, then every file is under test; ${OVERRIDE}.`;
    case 'not-validated':
      return `Run mode validate on this commit, in a job with statuses: write; ${OVERRIDE}.`;
    case 'unknown':
      return `Give the job its token with statuses: read and pull-requests: read; ${OVERRIDE}.`;
  }
}
