/** What a reader should know of how Flyway plays files, where it is not what the files seem to say. */
import { formatLocation } from '../domain/location.ts';
import type { Migration, Statement } from './migration.ts';

export const flywayNotes = (migrations: readonly Migration[]): string[] =>
  migrations.flatMap((migration) => [...ownTransaction(migration), ...unseenByFlyway(migration)]);

const ENDS = /^(commit|end|rollback|abort)\b(?!.*\bto\b|\s+prepared)/is;

/** Flyway sends these to the server as they are, and what comes after runs in the next transaction. */
function ownTransaction({ transaction, statements }: Migration): string[] {
  if (transaction !== 'one') return [];
  const ends = statements.filter(endsTransaction);
  const taken = ends.find((statement) => TAKES_BACK.test(statement.text));
  const kept = ends.find((statement) => !TAKES_BACK.test(statement.text));
  return [
    ...(kept
      ? [
          `${formatLocation(kept)} ends the transaction of its file: what stands before it stays, also where a later statement is refused (${kept.text}).`,
        ]
      : []),
    ...(taken ? [`${formatLocation(taken)} takes back what its file did before (${taken.text}).`] : []),
  ];
}

const TAKES_BACK = /^(?:rollback|abort)/i;

const endsTransaction = ({ kind, text }: Statement): boolean => kind === 'TransactionStmt' && ENDS.test(text);

/** Flyway looks at the first words of a statement, and takes all others for what a transaction can hold. */
const SEEN_BY_FLYWAY =
  /^(?:(?:create|drop)\s+(?:database|tablespace|subscription)|alter\s+system|(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|reindex\s+(?:verbose\s+)?(?:schema|database|system)|vacuum|discard\s+all)\b/i;

function unseenByFlyway({ transaction, transactionIsSet, statements, file }: Migration): string[] {
  const unseen = statements.find((s) => s.outsideTransaction && !SEEN_BY_FLYWAY.test(s.text));
  if (!unseen || transaction !== 'none' || transactionIsSet) return [];
  return [
    `${formatLocation(unseen)} was run outside a transaction, which Flyway does only where ${baseNameOf(file)}.conf says executeInTransaction=false.`,
  ];
}

const baseNameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
