/** Has the contenders take turns: what weighs on the machine for a while weighs on none of them alone. */
import { type Judgement, refusal } from './judgement.ts';
import type { Way } from './ways.ts';

export interface Turns<R> {
  readonly measured: ReadonlyMap<Way, readonly R[]>;
  /** Of the ways that the server refused to go: they are out from then on, with all that they had. */
  readonly failures: readonly Judgement[];
}

/** Each turn begins with another way, so that none always follows the same. */
export async function takeTurns<R>(
  ways: readonly Way[],
  runs: number,
  go: (way: Way, label: string) => Promise<R>,
): Promise<Turns<R>> {
  const measured = new Map<Way, R[]>(ways.map((way) => [way, []]));
  const failures: Judgement[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const first = turn % ways.length;
    for (const way of [...ways.slice(first), ...ways.slice(0, first)]) {
      const results = measured.get(way);
      if (!results) continue;
      try {
        results.push(await go(way, `run ${turn + 1} of ${runs}  ${way.name}`));
      } catch (error) {
        failures.push(refusal(way.name, error));
        measured.delete(way);
      }
    }
  }
  return { measured, failures };
}
