/** Which files of a release a validation had under test: by their place in its order, which the release's digest fixes. */
import { createHash } from 'node:crypto';
import type { Migration } from './migration.ts';

export const NONE_UNDER_TEST = 'none';

/**
 * @param all in the order that the release's digest goes by.
 * @param some of them, the very objects, in any order.
 * @returns such as `41-43,57`, counted from 1; `none` of no files.
 */
export function placesOf(all: readonly Migration[], some: readonly Migration[]): string {
  const chosen = new Set(some);
  const runs: { first: number; last: number }[] = [];
  for (const [i, migration] of all.entries()) {
    if (!chosen.has(migration)) continue;
    const open = runs.at(-1);
    if (open?.last === i) open.last = i + 1;
    else runs.push({ first: i + 1, last: i + 1 });
  }
  const told = runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  return told.join(',') || NONE_UNDER_TEST;
}

/**
 * Where there is no room for the places: a validation so recorded stands for these very files, and for no smaller part
 * of them.
 */
export const placesDigest = (places: string): string =>
  `=${createHash('sha256').update(places, 'utf8').digest('hex').slice(0, 16)}`;

export interface Untested {
  /** In the order that the release's digest goes by. */
  readonly all: readonly Migration[];
  readonly pending: readonly Migration[];
  /** Of a validation of the same release: `placesOf` or `placesDigest`; undefined where it does not say. */
  readonly underTest: string | undefined;
}

/** @returns the pending ones that were not under test; all of them where nobody can tell. */
export function untested({ all, pending, underTest }: Untested): readonly Migration[] {
  if (underTest === undefined) return pending;
  if (underTest.startsWith('=')) return placesDigest(placesOf(all, pending)) === underTest ? [] : pending;
  const ranges = rangesIn(underTest);
  return pending.filter((migration) => {
    const place = all.indexOf(migration) + 1;
    return place === 0 || !ranges.some(({ first, last }) => first <= place && place <= last);
  });
}

/** What reads as no range is none. */
const rangesIn = (places: string): { readonly first: number; readonly last: number }[] =>
  places.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    return first === undefined ? [] : [{ first: Number(first), last: Number(last) }];
  });
