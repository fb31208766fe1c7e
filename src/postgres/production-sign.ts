/** Whether a server that is given by its address looks like one that people's real rows are on. Pure. */
import { EXIT, OperatorError } from '../domain/operator-error.ts';

/** What production is called, as a word of a name. */
const WORDS = ['prod', 'production', 'prd', 'live', 'primary', 'master'];
/** Before such a word these say that it is not meant: non-prod, pre-production. */
const DENIALS = ['no', 'non', 'not', 'pre'];

export interface ServerNames {
  readonly host: string;
  readonly user: string;
  readonly database: string;
  /** All databases on the server. */
  readonly databases: readonly string[];
}

/** For people: `the host "db.prod.example.com"`; undefined where nothing looks like production. */
export function findProductionSign({ host, user, database, databases }: ServerNames): string | undefined {
  const signs: readonly (readonly [string, string])[] = [
    ['the host', host],
    ['the role', user],
    ['the database', database],
    ...databases.map((name) => ['a database on it,', name] as const),
  ];
  const found = signs.find(([, name]) => meansProduction(name));
  return found === undefined ? undefined : `${found[0]} "${found[1]}"`;
}

/** Words end at a capital letter, a digit and whatever is no letter: `ShopProd2` has shop and prod, `products` neither. */
export function meansProduction(name: string): boolean {
  const words = (name.replace(/([a-z])(?=[A-Z])/g, '$1 ').match(/[A-Za-z]+/g) ?? []).map((word) =>
    word.toLowerCase(),
  );
  return words.some((word, at) => WORDS.includes(word) && !DENIALS.includes(words[at - 1] ?? ''));
}

/** @param allowed the reason that was given, if one was. */
export function assertNoProduction(
  names: ServerNames,
  allowed: string | undefined,
  onProgress: (text: string) => void,
): void {
  const sign = findProductionSign(names);
  if (sign === undefined) return;
  if (allowed === undefined) {
    throw new OperatorError(
      `the server given looks like a production one by ${sign}: no throwaway databases are made there`,
      {
        code: 'server-looks-like-production',
        hint: 'give a server that holds nothing else; where the name misleads, allow this one: --allow-server "REASON" (input allow-server)',
        exitStatus: EXIT.refused,
      },
    );
  }
  onProgress(`the server given looks like a production one by ${sign}; allowed: ${allowed}`);
}
