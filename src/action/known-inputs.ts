/** The action's inputs: which modes each has a meaning in, and what it says when nobody sets it. */
import type { Mode } from '../settings/select-mode.ts';

const REPORTS: readonly Mode[] = ['validate', 'merge', 'plan', 'apply', 'maintain'];
const VALIDATE: readonly Mode[] = ['validate'];
const TARGETS: readonly Mode[] = ['plan', 'apply', 'maintain'];
const PLANNED: readonly Mode[] = ['plan', 'apply'];
const APPLY: readonly Mode[] = ['apply'];

/** Only with its value there: without a `default:` in action.yml the configuration file decides. */
export const DEFAULTS: Readonly<Record<string, string>> = { mode: 'auto', comment: 'always' };

/** In the order of action.yml. */
export const INPUT_MODES: ReadonlyMap<string, readonly Mode[]> = new Map([
  ['mode', REPORTS],
  ['config', ['validate', 'plan', 'apply', 'maintain']],
  ['token', REPORTS],
  ['comment', REPORTS],
  ['comment-key', REPORTS],
  ['json', REPORTS],
  ['markdown', REPORTS],
  ['html', ['validate', 'merge']],
  ['sarif', ['validate', 'merge']],
  ['junit', ['validate', 'merge']],
  ['migrations', ['validate', 'plan', 'apply']],
  ['base', VALIDATE],
  ['server', VALIDATE],
  ['server-bin', VALIDATE],
  ['image', VALIDATE],
  ['allow-server', VALIDATE],
  ['postgres', VALIDATE],
  ['rows', VALIDATE],
  ['seed', VALIDATE],
  ['now', VALIDATE],
  ['scenario', VALIDATE],
  ['shard', VALIDATE],
  ['fail-on', VALIDATE],
  ['reports', ['merge']],
  ['target', TARGETS],
  ['environment', TARGETS],
  ['plan', PLANNED],
  ['validated', PLANNED],
  ['allow-unvalidated', APPLY],
  ['allow-environment', TARGETS],
  ['baseline', PLANNED],
  ['verify', PLANNED],
  ['lock-timeout', TARGETS],
  ['statement-timeout', TARGETS],
  ['retries', TARGETS],
  ['dry-run', ['apply', 'maintain']],
  ['premake', ['maintain']],
  ['retention', ['maintain']],
  ['archive', ['maintain']],
]);

/** The inputs that were given and mean nothing in a mode. */
export const inputsWithoutEffect = (given: readonly string[], mode: Mode): string[] =>
  given.filter((name) => INPUT_MODES.get(name)?.includes(mode) === false);
