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

/** All that a file may say of its transaction: savepoints of its own, and BEGIN, of which the server only warns. */
const HARMLESS =
  /^(?:savepoint NAME|release(?: savepoint)? NAME|rollback(?: work| transaction)? to(?: savepoint)? NAME|begin(?: work| transaction)?|start transaction)$/;
const NAME = /(?:"(?:[^"]|"")+"|[^\s";]+)$/;
const SPEAKS = /^(?:begin|start|commit|end|rollback|abort|savepoint|release|prepare transaction)\b/;

/** As one line without comments, in lower case. */
const plain = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/--.*/g, ' ')
    .replace(/[\s;]+/g, ' ')
    .trim()
    .toLowerCase();

/** Also of what the parser can't read. */
const speaksOfTransaction = ({ kind, text, problem }: Statement): boolean =>
  kind === 'TransactionStmt' || (problem?.kind === 'syntax' && SPEAKS.test(plain(text)));

/** The proof of a statement's rows ends as the role that logged in: the next statement would run as that. */
const takesOnRole = ({ text }: Statement): boolean =>
  /^set (?:session )?(?:role|"role"|session authorization|session_authorization)\b/.test(plain(text)) ||
  /\bset_config ?\( ?e?'(?:role|session_authorization)'/.test(plain(text));

function isHarmless({ text }: Statement): boolean {
  const said = plain(text);
  // A name of ours would be taken for ours.
  if (said.includes('partition_guard')) return false;
  return HARMLESS.test(said) || HARMLESS.test(said.replace(NAME, 'NAME'));
}

function problems({ transaction, statements }: Migration): Mistake[] {
  return statements.flatMap((statement) => {
    const { problem, file, line } = statement;
    if (problem && problem.kind !== 'syntax') {
      return [
        { file, line: problem.line, message: problem.message, code: 'statement-not-sent', hint: UNSENT },
      ];
    }
    if (transaction === 'none' && takesOnRole(statement)) {
      return [{ file, line, message: OTHER_ROLE, code: 'role-outside', hint: IN_A_TRANSACTION }];
    }
    if (!speaksOfTransaction(statement)) return [];
    if (transaction === 'none') {
      return [{ file, line, message: OPENS_ITS_OWN, code: 'transaction-outside', hint: GIVE_A_FILE }];
    }
    return isHarmless(statement)
      ? []
      : [{ file, line, message: ENDS_ITS_OWN, code: 'ends-its-transaction', hint: TAKE_OUT }];
  });
}

const OTHER_ROLE =
  'it takes on another role in a file that runs outside of a transaction: the statements after it would not run as that';
const IN_A_TRANSACTION =
  "Put what is that role's into a file of its own that runs in a transaction, or log in as that role.";
const UNSENT = 'Write it in SQL that a server understands without psql.';
const ENDS_ITS_OWN =
  'it ends or changes the transaction of its file: what the file does could be neither proven as a whole nor taken back';
const TAKE_OUT =
  'Take it out: a file is one transaction by itself, and may only set savepoints within it, of other names than partition_guard.';
const OPENS_ITS_OWN =
  'it speaks of a transaction in a file that runs outside of one: what would be proven and committed is not what it means';
const GIVE_A_FILE =
  'Take it out, and put what belongs in one transaction into a file of its own without executeInTransaction=false.';
