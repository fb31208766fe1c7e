/** Which routines a project can get to: those that its files name, and all that these name in turn. */
import { type Mutant, mutantPool, shippedPieces } from './pool.ts';
import { type Project, PROJECTS } from './projects.ts';
import type { Piece } from './tokens.ts';

/** By routine, the routines that its text names. */
type Calls = ReadonlyMap<string, ReadonlySet<string>>;

function callsIn(pieces: readonly Piece[]): Calls {
  const routines = new Set(pieces.map(({ routine }) => routine));
  const calls = new Map<string, Set<string>>();
  for (const { routine, tokens } of pieces) {
    const named = calls.get(routine) ?? new Set<string>();
    for (const { text } of tokens) if (routines.has(text) && text !== routine) named.add(text);
    calls.set(routine, named);
  }
  return calls;
}

/** The migration converts only a table that was there before. */
const CONVERTING = 'convert_to_partitioned';

function reachableIn(project: Project, calls: Calls): ReadonlySet<string> {
  const texts = [...Object.values(project.head), project.configText ?? ''].join('\n');
  const words = new Set(texts.match(/\w+/g));
  const entries = [...calls.keys()].filter((routine) => routine.startsWith('DO ') || words.has(routine));
  const found = new Set<string>(['manage_partitions', ...entries]);
  for (const routine of found) {
    for (const called of calls.get(routine) ?? []) {
      if (called !== CONVERTING || project.base || words.has(CONVERTING)) found.add(called);
    }
  }
  return found;
}

export interface Played {
  readonly mutant: Mutant;
  /** The projects that get to what is broken. */
  readonly projects: readonly Project[];
}

/** The pool, without what no project gets to. */
export async function playedPool(): Promise<readonly Played[]> {
  const calls = callsIn(await shippedPieces());
  const reached = PROJECTS.map((project) => ({ project, routines: reachableIn(project, calls) }));
  const reaching = (routine: string): Project[] =>
    reached.filter(({ routines }) => routines.has(routine)).map(({ project }) => project);
  const pool = await mutantPool((routine) => reaching(routine).length > 0);
  return pool.map((mutant) => ({ mutant, projects: reaching(mutant.routine) }));
}
