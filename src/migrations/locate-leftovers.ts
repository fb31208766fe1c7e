/** Where in the migrations a session was left with a lock, an open transaction or another setting: as their text tells. */
import type { LeftBy, SessionResidue } from '../domain/history.ts';
import type { Location } from '../domain/location.ts';
import type { Migration, Statement } from './migration.ts';

type Leftovers = Pick<SessionResidue, 'advisoryLocks' | 'openTransaction' | 'changedSettings'>;

/** What ran in the session: the statements of these migrations, or a call of what they define. */
export type Ran = 'statements' | 'call';

/** Adds the likeliest place of each thing that stayed behind; what the text does not tell is left out. */
export function withPlaces<T extends Leftovers>(
  residue: T,
  migrations: readonly Migration[],
  ran: Ran,
): T & { readonly leftBy?: LeftBy } {
  const { advisoryLocks, openTransaction, changedSettings } = residue;
  if (advisoryLocks.length === 0 && !openTransaction && changedSettings.length === 0) return residue;
  const locks = advisoryLocks.length > 0 ? likeliest(migrations, LOCKING, ran) : undefined;
  const transaction =
    openTransaction && ran === 'statements' ? likeliest(migrations, BEGINNING, ran) : undefined;
  const settings = changedSettings.flatMap(({ name }): [string, Location][] => {
    const place = likeliest(migrations, setting(name), ran);
    return place ? [[name, place]] : [];
  });
  const leftBy: LeftBy = {
    ...(locks ? { advisoryLocks: locks } : {}),
    ...(transaction ? { openTransaction: transaction } : {}),
    settings: Object.fromEntries(settings),
  };
  return { ...residue, leftBy };
}

interface Sought {
  readonly leaves: RegExp;
  /** What takes it back, where it comes later in the same file. */
  readonly undoes: RegExp;
  readonly isIn: (statement: Statement) => boolean;
}

const LOCKING: Sought = {
  leaves: /\bpg_(?:try_)?advisory_lock(?:_shared)?\s*\(/gi,
  undoes: /\bpg_advisory_unlock/i,
  isIn: () => true,
};

const BEGINNING: Sought = {
  leaves: /^\s*(?:begin|start)\b/gi,
  undoes: /^\s*(?:commit|end|rollback|abort)\b/im,
  isIn: ({ kind }) => kind === 'TransactionStmt',
};

function setting(name: string): Sought {
  const spelled = name.toLowerCase() === 'timezone' ? 'time\\s*zone' : name.replace(/[^\w]/g, '\\$&');
  return {
    leaves: new RegExp(`\\bset\\s+(?:session\\s+)?${spelled}\\b|\\bset_config\\s*\\(\\s*'${spelled}'`, 'gi'),
    undoes: new RegExp(`\\breset\\s+(?:${spelled}|all)\\b`, 'i'),
    isIn: () => true,
  };
}

interface Candidate extends Location {
  readonly rank: number;
}

/** Of what is not taken back the last, and of what ran itself before what was only defined. */
function likeliest(migrations: readonly Migration[], sought: Sought, ran: Ran): Location | undefined {
  let best: Candidate | undefined;
  for (const { statements } of migrations) {
    for (const [i, statement] of statements.entries()) {
      if (!sought.isIn(statement)) continue;
      const later = statements
        .slice(i + 1)
        .map(withoutComments)
        .join('\n');
      for (const candidate of candidatesIn(statement, { sought, ran, later })) {
        if (!best || candidate.rank >= best.rank) best = candidate;
      }
    }
  }
  return best && { file: best.file, line: best.line };
}

function candidatesIn(
  statement: Statement,
  { sought, ran, later }: { readonly sought: Sought; readonly ran: Ran; readonly later: string },
): Candidate[] {
  const isDefinition = statement.kind === 'CreateFunctionStmt';
  if (ran === 'call' && !isDefinition) return [];
  const text = withoutComments(statement);
  return [...text.matchAll(sought.leaves)].flatMap((match) => {
    const lines = text.slice(0, match.index).split('\n').length - 1 + blankLines(match[0]);
    // The head of a function sets for itself alone.
    if (isDefinition && lines <= (statement.routine?.bodyStartsAfterLines ?? 0)) return [];
    const isUndone = sought.undoes.test(`${text.slice(match.index + match[0].length)}\n${later}`);
    const rank = (isUndone ? 0 : 2) + (isDefinition === (ran === 'call') ? 1 : 0);
    return { file: statement.file, line: statement.lines?.[lines] ?? statement.line + lines, rank };
  });
}

const blankLines = (matched: string): number => (/^\s*/.exec(matched)?.[0].match(/\n/g) ?? []).length;

/** Every line stays where it is. */
const withoutComments = ({ text }: Statement): string =>
  text.replace(/--[^\n]*|\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
