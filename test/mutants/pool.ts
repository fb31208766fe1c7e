/** The mutants: a sample of all places where an operator applies, the same one each time. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModule, parsePlPgSQLSync, parseSync } from 'libpg-query';
import { OPERATORS } from './operators.ts';
import type { Edit } from './sites.ts';
import { type Piece, readPieces } from './tokens.ts';

export const SHIPPED = join(import.meta.dirname, '..', '..', 'sql', 'migrations');

export const FILES = [
  'V1__create_or_manage_partitions.sql',
  'V2__move_rows_between_partitions.sql',
  'V3__premake_and_retire_partitions.sql',
] as const;

export interface Mutant {
  /** `V1 manage_partitions: comparison shifted, 2`, the second such place in that routine. */
  readonly id: string;
  readonly file: string;
  readonly routine: string;
  readonly operator: string;
  readonly line: number;
  /** The line before and after; of several the first that differs. */
  readonly before: string;
  readonly after: string;
  /** The whole file. */
  readonly text: string;
}

/** What others are pinned to, and what stops a migration where another's tables are in its way: in no project that is to pass. */
const NO_ROUTINES = new Set(['DO pinning', 'DO preconditions']);

/** How many routines an operator breaks at most, one place in each. */
const ROUTINES_AN_OPERATOR = 5;

const rank = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

const ranked = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => (rank('1', key(a)) < rank('1', key(b)) ? -1 : 1));

export const shippedText = (file: string): string => readFileSync(join(SHIPPED, file), 'latin1');

export async function shippedPieces(): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const file of FILES) pieces.push(...(await readPieces(file, shippedText(file))));
  return pieces;
}

/** @param isPlayed whether any project gets to a routine: what none runs, none can judge. */
export async function mutantPool(isPlayed: (routine: string) => boolean): Promise<readonly Mutant[]> {
  await loadModule();
  const pieces = (await shippedPieces()).filter(({ routine }) => isPlayed(routine));
  return OPERATORS.flatMap(({ name, edits }) => {
    const places = new Map<string, { piece: Piece; edit: Edit; place: number }[]>();
    for (const piece of pieces.filter(({ routine }) => !NO_ROUTINES.has(routine))) {
      const key = `${piece.file.slice(0, 2)} ${piece.routine}`;
      const known = places.get(key) ?? [];
      for (const edit of edits(piece)) known.push({ piece, edit, place: known.length + 1 });
      if (known.length > 0) places.set(key, known);
    }
    const routines = ranked([...places], ([key]) => `${name} ${key}`);
    const chosen: Mutant[] = [];
    for (const [key, sites] of routines) {
      if (chosen.length === ROUTINES_AN_OPERATOR) break;
      for (const { piece, edit, place } of ranked(sites, (site) => `${name} ${key} ${site.place}`)) {
        const mutant = mutantOf(`${key}: ${name}, ${place}`, name, piece, edit);
        if (mutant) chosen.push(mutant);
        if (mutant) break;
      }
    }
    return chosen;
  });
}

/** Undefined where no parser would read it: that would be found without being played. */
function mutantOf(id: string, operator: string, piece: Piece, edit: Edit): Mutant | undefined {
  const source = shippedText(piece.file);
  const { start, end, text, before } = edit;
  const head = before
    ? source.slice(0, before.at) + before.text + source.slice(before.at, start)
    : source.slice(0, start);
  const mutated = head + text + source.slice(end);
  const statement = mutated.slice(piece.from, piece.to + mutated.length - source.length);
  if (mutated === source || !isReadable(statement)) return undefined;
  const [old, changed] = [source.split('\n'), mutated.split('\n')];
  const at = old.findIndex((line, i) => line !== changed[i]);
  return {
    id,
    file: piece.file,
    routine: piece.routine,
    operator,
    line: at + 1,
    before: (old[at] ?? '').trim(),
    after: (changed[at] ?? '').trim(),
    text: mutated,
  };
}

function isReadable(statement: string): boolean {
  try {
    parseSync(statement);
    if (/language plpgsql|^\s*do \$/i.test(statement)) parsePlPgSQLSync(statement);
    return true;
  } catch {
    return false;
  }
}
