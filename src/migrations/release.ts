/** The digest of what is to be released: the same in every environment, whatever its placeholders, users and schemas are. */
import { createHash } from 'node:crypto';
import type { Migration } from './migration.ts';

/** What is called after the migrations, as the configuration has it; undefined where it says nothing. */
export interface ReleasedCalls {
  readonly call?: { readonly sql: string } | undefined;
  readonly retention?: { readonly sql: string } | undefined;
}

/**
 * Goes by names and raw texts, in the order of play: a file that is moved, renamed, edited, added or removed makes
 * another release. What decides how a file is played, its script configuration, counts as well; an encoding by the text that it
 * makes of the file.
 * @param migrations all of a project's, baselines included.
 * @returns `sha256:` and 64 hexadecimal digits.
 */
export function releaseDigest(migrations: readonly Migration[], manage: ReleasedCalls): string {
  const files = migrations.map((migration) => [
    migration.script,
    migration.text,
    migration.transactionIsSet ? migration.transaction : null,
    ...(migration.replacesPlaceholders ? [] : ['placeholders as they stand']),
  ]);
  const calls = [manage.call?.sql ?? null, manage.retention?.sql ?? null];
  const told = JSON.stringify({ files, calls });
  return `sha256:${createHash('sha256').update(told, 'utf8').digest('hex')}`;
}
