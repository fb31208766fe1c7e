/** Finds the commit that a change is to be compared with: what its branch and the one it goes into have in common. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OperatorError } from '../domain/operator-error.ts';

const run = promisify(execFile);

/**
 * @param baseSha tip of the branch that the change goes into, from GitHub's event.
 * @param cwd a folder of the checkout.
 * @returns the merge base's commit.
 */
export async function mergeBaseOf(baseSha: string, cwd: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['merge-base', '--end-of-options', baseSha, 'HEAD'], { cwd });
    return stdout.trim();
  } catch (error) {
    throw new OperatorError(`the merge base with ${baseSha.slice(0, 12)} is not in the checkout`, {
      code: 'merge-base-missing',
      hint: 'Set fetch-depth: 0 at actions/checkout, or give base a git ref.',
      cause: error,
    });
  }
}

/** The commit that the checkout is at; undefined where it is none. */
export const checkedOut = async (cwd: string): Promise<string | undefined> =>
  run('git', ['rev-parse', '--verify', 'HEAD'], { cwd }).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
