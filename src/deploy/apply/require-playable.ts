/** Refuses files that can't be played on a target as they stand, before the first of them is. */
import type { Migration, Statement } from '../../migrations/migration.ts';
import { type Mistake, throwMistakes } from '../../migrations/mistake.ts';

/** @throws OperatorError with a line for each. */
export function requirePlayable(migrations: readonly Migration[]): void {
  throwMistakes(migrations.flatMap((migration) => [...mixed(migration), ...problems(migration)]));
}

function mixed({ transaction, file, statements }: Migration): Mistake[] {
  const outside = statements.find((statement) => statement.outsideTransaction);
  if (transaction !== 'mixed' || !outside) return [];
  return [
    {
      file,
      line: outside.line,
      message: 'this statement must run outside of a transaction, and others of its file in one',
      code: 'migration-mixed',
      hint: 'Give that statement a file of its own, or say executeInTransaction=false in a script configuration.',
    },
  ];
}

/** What ends the transaction that the proof is in: what came before it would stay, whatever the proof says. */
const ENDS = /^(?:commit|end|rollback|abort|prepare\s+transaction)\b(?!.*\bto\b)/is;

function problems({ transaction, statements }: Migration): Mistake[] {
  return statements.flatMap((statement) => {
    const { problem, file, line } = statement;
    if (problem && problem.kind !== 'syntax') {
      return [
        { file, line: problem.line, message: problem.message, code: 'statement-not-sent', hint: UNSENT },
      ];
    }
    return transaction === 'one' && endsTransaction(statement)
      ? [{ file, line, message: ENDS_ITS_OWN, code: 'ends-its-transaction', hint: TAKE_OUT }]
      : [];
  });
}

const UNSENT = 'Write it in SQL that a server understands without psql.';
const ENDS_ITS_OWN =
  'it ends the transaction of its file: what the file does could be neither proven as a whole nor taken back';
const TAKE_OUT =
  'Take it out, or say executeInTransaction=false in a script configuration: the file is then run statement by statement.';

export const endsTransaction = ({ kind, text }: Statement): boolean =>
  kind === 'TransactionStmt' && ENDS.test(text);
