/** Gate: what nobody validated is not applied where GitHub can be asked whether somebody did. */
import type { Refusal } from '../../domain/deployment.ts';
import type { GitHubAccess } from '../../github/access.ts';
import { shortRelease } from '../../github/release-text.ts';
import { findValidation, type FoundValidation } from '../../github/validation-status.ts';
import { listedUpTo } from '../../report/words.ts';

export interface ValidationQuestion {
  readonly release: string;
  /** Undefined outside of GitHub: there nobody can be asked. */
  readonly github: GitHubAccess | undefined;
  /** The reason for applying all the same. */
  readonly allowUnvalidated: string | undefined;
  readonly onWarning: (text: string) => void;
}

/**
 * Outside of GitHub it warns. On GitHub it is shut until a validation is found: that GitHub could not be asked, for want
 * of a token, a permission or a connection, is no word for these migrations.
 */
export async function validationGate(question: ValidationQuestion): Promise<Refusal | undefined> {
  const { release, github, allowUnvalidated, onWarning } = question;
  if (github === undefined) {
    if (allowUnvalidated === undefined) {
      onWarning(
        'whether these migrations were validated is not known: this does not run for a repository on GitHub, where that is recorded',
      );
    }
    return undefined;
  }
  const found = await findValidation(github, release);
  if (found.kind === 'validated') return undefined;
  const message = messageOf(found, release);
  if (allowUnvalidated !== undefined) {
    onWarning(`${message}; applied all the same: ${allowUnvalidated}`);
    return undefined;
  }
  return { gate: 'validation', message, hint: hintOf(found) };
}

type NotFound = Exclude<FoundValidation, { readonly kind: 'validated' }>;

function messageOf(found: NotFound, release: string): string {
  const these = `these migrations (release ${shortRelease(release)})`;
  switch (found.kind) {
    case 'failed':
      return `the newest validation of ${these} did not pass: ${found.where}`;
    case 'not-validated':
      return `no validation of ${these} is known; looked at ${listedUpTo(found.lookedAt, 4)}`;
    case 'unknown':
      return `whether ${these} were validated can't be asked: ${found.reason}`;
  }
}

const OVERRIDE = 'or give the reason for doing without: --allow-unvalidated "REASON", which is audited';

function hintOf(found: NotFound): string {
  switch (found.kind) {
    case 'failed':
      return `Mend what it found${found.url === undefined ? '' : ` (${found.url})`} and validate again; ${OVERRIDE}.`;
    case 'not-validated':
      return `Run mode validate on this commit, in a job with statuses: write; ${OVERRIDE}.`;
    case 'unknown':
      return `Give the job its token with statuses: read and pull-requests: read; ${OVERRIDE}.`;
  }
}
