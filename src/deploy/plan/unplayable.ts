/** Files that can't be played on a target as they stand: told in the plan, and refused before the first of them is played. */
import type { Refusal } from '../../domain/deployment.ts';
import type { Migration, Statement } from '../../migrations/migration.ts';
import { lineOf, type Mistake } from '../../migrations/mistake.ts';

/** One for each statement that stands in the way; none where all of them can be played. */
export const unplayable = (migrations: readonly Migration[]): Refusal[] =>
  migrations
    .flatMap((migration) => [...mixed(migration), ...problems(migration)])
    .map((mistake) => ({ gate: 'files', message: lineOf(mistake), hint: mistake.hint }));

type Unplayable = Omit<Mistake, 'code'>;

function mixed({ transaction, file, statements }: Migration): Unplayable[] {
  const outside = statements.find((statement) => statement.outsideTransaction);
  if (transaction !== 'mixed' || !outside) return [];
  return [
    {
      file,
      line: outside.line,
      message: 'this statement must run outside of a transaction, and others of its file in one',
      hint: 'give that statement a file of its own, or say executeInTransaction=false in a script configuration',
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

/** What hides words of SQL: comments, bodies and texts; a quoted name stays. */
const HIDDEN =
  /--.*|\/\*[\s\S]*?\*\/|(\$(?:[a-z_]\w*)?\$)[\s\S]*?\1|\be'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|("(?:[^"]|"")*")/gi;

/** What the parser can't read is all the rest of a file, of as many statements as it has. */
function sayings({ text, problem }: Statement): string[] {
  if (problem?.kind !== 'syntax') return [plain(text)];
  const bare = text.replace(HIDDEN, (_all, _quotes, name?: string) => name ?? ' ');
  return bare.split(';').map(plain);
}

const spokenOfTransaction = (statement: Statement): string[] =>
  sayings(statement).filter((said) => statement.kind === 'TransactionStmt' || SPEAKS.test(said));

/** The proof of a statement's rows ends as the role that logged in: the next statement would run as that. */
const takesOnRole = (statement: Statement): boolean =>
  sayings(statement).some((said) => TAKES_ON.test(said)) ||
  /\bset_config ?\( ?e?'(?:role|session_authorization)'/.test(plain(statement.text));
const TAKES_ON = /^set (?:session )?(?:role|"role"|session authorization|session_authorization)\b/;

function isHarmless(said: string): boolean {
  // A name of ours would be taken for ours.
  if (said.includes('partition_guard')) return false;
  return HARMLESS.test(said) || HARMLESS.test(said.replace(NAME, 'NAME'));
}

/** Session locks of everybody's: also the one that tells the next run that this one is still at work. */
const letsGoOfLocks = (statement: Statement): boolean =>
  sayings(statement).some((said) => said === 'discard all' || /\bpg_advisory_unlock_all\b/.test(said));

function problems({ transaction, statements }: Migration): Unplayable[] {
  return statements.flatMap((statement) => {
    const { problem, file, line } = statement;
    const told = (message: string, hint: string): Unplayable[] => [{ file, line, message, hint }];
    if (problem && problem.kind !== 'syntax') {
      return [{ file, line: problem.line, message: problem.message, hint: UNSENT }];
    }
    if (transaction === 'none' && takesOnRole(statement)) return told(OTHER_ROLE, IN_A_TRANSACTION);
    if (transaction === 'none' && letsGoOfLocks(statement)) return told(LETS_GO, NAME_THE_LOCK);
    const spoken = spokenOfTransaction(statement);
    if (spoken.length > 0 && transaction === 'none') return told(OPENS_ITS_OWN, GIVE_A_FILE);
    return spoken.every(isHarmless) ? [] : told(ENDS_ITS_OWN, TAKE_OUT);
  });
}

const OTHER_ROLE =
  'it takes on another role in a file that runs outside of a transaction: the statements after it would not run as that';
const IN_A_TRANSACTION =
  "put what is that role's into a file of its own that runs in a transaction, or log in as that role";
const LETS_GO =
  'it lets go of every lock of the session, in a file that runs outside of a transaction: also of the one that keeps another run from going on beside it';
const NAME_THE_LOCK = 'let go of the locks that the file took, each by its number (pg_advisory_unlock)';
const UNSENT = 'write it in SQL that a server understands without psql';
const ENDS_ITS_OWN =
  'it ends or changes the transaction of its file: what the file does could be neither proven as a whole nor taken back';
const TAKE_OUT =
  'take it out: a file is one transaction by itself, and may only set savepoints within it, of other names than partition_guard';
const OPENS_ITS_OWN =
  'it speaks of a transaction in a file that runs outside of one: what would be proven and committed is not what it means';
const GIVE_A_FILE =
  'take it out, and put what belongs in one transaction into a file of its own without executeInTransaction=false';
