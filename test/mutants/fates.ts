/** What became of each mutant when all were played: kills as a run found them, survivors as people judged them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './pool.ts';
import { type Survivor, SURVIVORS } from './survivors.ts';

export interface Kill {
  readonly project: string;
  readonly scenario: string;
  readonly check: string;
}

const FILE = join(import.meta.dirname, 'kills.json');

export const readKills = (): ReadonlyMap<string, Kill> =>
  new Map(Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Kill>));

export function writeKills(kills: ReadonlyMap<string, Kill>): void {
  const sorted = [...kills].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

export interface Tally {
  readonly killed: number;
  /** What one session could see, and `validate` does not. */
  readonly unseen: number;
  /** What only other sessions, a kill or another server could see. */
  readonly beyond: number;
  readonly equivalent: number;
}

export function tally(pool: readonly Mutant[], kills: ReadonlyMap<string, Kill>): Tally {
  const of = (why: Survivor['why']): number =>
    pool.filter(({ id }) => !kills.has(id) && SURVIVORS[id]?.why === why).length;
  return {
    killed: pool.filter(({ id }) => kills.has(id)).length,
    unseen: of('unseen'),
    beyond: of('beyond'),
    equivalent: of('equivalent'),
  };
}

/** Of those that change what one session can see, the share that is failed. */
export const shareKilled = ({ killed, unseen }: Tally): number => killed / (killed + unseen);

/** Of all that change anything at all. */
export const shareOfAllKilled = ({ killed, unseen, beyond }: Tally): number =>
  killed / (killed + unseen + beyond);

/** One of each operator first, then more of each in turn, until there are as many. */
export function sampleOf(pool: readonly Mutant[], kills: ReadonlyMap<string, Kill>, size: number): Mutant[] {
  const killed = pool.filter(({ id }) => kills.has(id));
  const operators = [...new Set(killed.map(({ operator }) => operator))];
  const groups = operators.map((name) => killed.filter(({ operator }) => operator === name));
  const rounds = Math.max(0, ...groups.map((group) => group.length));
  const inTurn = Array.from({ length: rounds }, (_, i) => groups.flatMap((group) => group[i] ?? [])).flat();
  return inTurn.slice(0, size);
}
