/** Places in migration files as markdown: short in a table, in full in a sentence, linked where there is a repository. */
import type { Location } from '../domain/location.ts';
import { lineAddress, type RepositoryLinks } from './links.ts';
import { code, linked } from './markdown-text.ts';

/** `V1__create.sql line 24`, with its folder where the place is not linked. */
export function fullPlace(location: Location, links: RepositoryLinks | undefined): string {
  const address = lineAddress(location, links);
  const name = address === undefined ? location.file : baseName(location.file);
  return linked(`${code(name, 160)} line ${location.line}`, address);
}

/** Writes a place as `V1 line 24` where, of all files that are told of, no other one is meant by that. */
export function shortPlaces(
  all: readonly Location[],
  links: RepositoryLinks | undefined,
): (location: Location) => string {
  const files = new Set(all.map(({ file }) => file));
  const bearers = new Map<string, number>();
  for (const file of files) bearers.set(shortName(file), (bearers.get(shortName(file)) ?? 0) + 1);
  return (location) => {
    const short = shortName(location.file);
    const name = (bearers.get(short) ?? 0) > 1 ? location.file : short;
    return linked(`${code(name, 80)} line&nbsp;${location.line}`, lineAddress(location, links));
  };
}

const shortName = (file: string): string => /^[VB][0-9._]+(?=__)/.exec(baseName(file))?.[0] ?? baseName(file);

const baseName = (file: string): string => file.split('/').findLast((part) => part !== '') ?? file;
