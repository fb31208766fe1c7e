/** The commit whose migrations count as released: what the event says, where the input says nothing. */
import { mergeBaseOf } from '../github/pull-request-base.ts';
import type { TriggerEvent } from '../github/trigger-event.ts';

/** @returns undefined where every migration is the change. */
export async function baseCommit(
  event: TriggerEvent,
  { given, cwd }: { readonly given: string | undefined; readonly cwd: string },
): Promise<string | undefined> {
  if (given !== undefined) return given;
  switch (event.kind) {
    case 'pull-request':
    case 'merge-group':
      return mergeBaseOf(event.baseSha, cwd);
    case 'push':
      // Where history was rewritten, what both have in common is all that can be called released.
      return event.isDefaultBranch && event.beforeSha !== undefined
        ? mergeBaseOf(event.beforeSha, cwd)
        : undefined;
    case 'workflow-run':
    case 'workflow-dispatch':
    case 'schedule':
    case 'other':
      return undefined;
  }
}
