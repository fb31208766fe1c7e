/** Reads simple patterns, of regular expressions and LIKE, as a list of places with the characters each may hold. */

/** Characters, or whole words, of which one is taken. */
export type Place = readonly string[];

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const CLASSES: Readonly<Record<string, string>> = {
  d: DIGITS,
  w: `${LOWER}${DIGITS}_`,
  s: ' ',
};
const ANY = LOWER;
/** Beyond the least number of repetitions, where there may be more. */
const MORE = 3;
/** Where a pattern leaves open what comes before it or after it. */
const FREE: readonly Place[] = Array.from({ length: MORE }, () => [...ANY]);

/** @returns undefined where it is not one of the shapes that are understood: values are sampled then. */
export function placesOfRegex(pattern: string): Place[] | undefined {
  const reader = { text: pattern.replace(/^\^/, ''), at: 0 };
  const places = readSequence(reader);
  const rest = reader.text.slice(reader.at);
  if (!places || (rest !== '' && rest !== '$')) return undefined;
  // What is the same in each text tells no two apart: where it may stand within others, it does.
  if (places.some((place) => place.length > 1)) return places;
  return [...(pattern.startsWith('^') ? [] : FREE), ...places, ...(rest === '$' ? [] : FREE)];
}

/** Letters, the text itself, and letters again: what an address is to hold a sign in. */
export const placesAround = (text: string): Place[] => [...FREE, [text], ...FREE];

export function placesOfLike(pattern: string): Place[] {
  const places: Place[] = [];
  for (let i = 0; i < pattern.length; i += 1) {
    const c = pattern.charAt(i);
    if (c === '%') places.push(...Array.from({ length: MORE }, () => [...ANY]));
    else if (c === '_') places.push([...ANY]);
    else places.push([c === '\\' ? pattern.charAt((i += 1)) : c]);
  }
  return places;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readSequence(reader: Reader): Place[] | undefined {
  const places: Place[] = [];
  while (reader.at < reader.text.length && !/[|)$]/.test(reader.text.charAt(reader.at))) {
    const atom = readAtom(reader);
    const times = atom && readTimes(reader);
    if (times === undefined) return undefined;
    for (let i = 0; i < times; i += 1) places.push(...(atom ?? []));
  }
  return places;
}

function readAtom(reader: Reader): Place[] | undefined {
  const c = reader.text.charAt(reader.at);
  reader.at += 1;
  if (c === '(') return readGroup(reader);
  if (c === '[') return readClass(reader);
  if (c === '.') return [[...ANY]];
  if (c === '\\') {
    const escaped = reader.text.charAt(reader.at);
    reader.at += 1;
    const set = CLASSES[escaped];
    if (set === undefined && /[a-zA-Z0-9]/.test(escaped)) return undefined;
    return [set === undefined ? [escaped] : [...set]];
  }
  return /[*+?{^]/.test(c) ? undefined : [[c]];
}

/** Alternatives are whole words where they hold no classes. */
function readGroup(reader: Reader): Place[] | undefined {
  if (reader.text.startsWith('?:', reader.at)) reader.at += 2;
  const alternatives: Place[][] = [];
  for (;;) {
    const sequence = readSequence(reader);
    if (!sequence) return undefined;
    alternatives.push(sequence);
    const end = reader.text.charAt(reader.at);
    reader.at += 1;
    if (end === ')') break;
    if (end !== '|') return undefined;
  }
  const [only] = alternatives;
  if (alternatives.length === 1) return only;
  const words = alternatives.map((places) =>
    places.every((place) => place.length === 1) ? places.map((place) => place[0] ?? '').join('') : undefined,
  );
  return words.every((word) => word !== undefined) ? [words.filter((word) => word !== undefined)] : only;
}

function readClass(reader: Reader): Place[] | undefined {
  const end = reader.text.indexOf(']', reader.at);
  const inside = reader.text.slice(reader.at, end);
  if (end < 0 || inside.includes('[')) return undefined;
  reader.at = end + 1;
  if (inside.startsWith('^')) return without(inside.slice(1));
  const set = inside
    .replace(/\\([dws])/g, (_, c: string) => CLASSES[c] ?? '')
    .replace(/(\w)-(\w)/g, (_, from: string, to: string) => between(from, to))
    .replaceAll('\\', '');
  return set === '' ? undefined : [[...new Set(set)]];
}

/** [^@\s]: letters will do, those that are not named. */
function without(inside: string): Place[] | undefined {
  if (/\\[^s\W]|\w-\w/.test(inside)) return undefined;
  const set = [...ANY].filter((letter) => !inside.replaceAll('\\s', '').includes(letter));
  return set.length > 0 ? [set] : undefined;
}

function between(from: string, to: string): string {
  const all = [DIGITS, LOWER, UPPER].find((set) => set.includes(from) && set.includes(to));
  return all ? all.slice(all.indexOf(from), all.indexOf(to) + 1) : `${from}${to}`;
}

/** How often an atom is taken. */
function readTimes(reader: Reader): number | undefined {
  const rest = reader.text.slice(reader.at);
  const braces = /^\{(\d+)(,(\d*))?\}/.exec(rest);
  if (braces) {
    reader.at += braces[0].length;
    const least = Number(braces[1]);
    const most = braces[2] === undefined ? least : braces[3] === '' ? least + MORE : Number(braces[3]);
    return Math.min(Math.max(most, least), Math.max(least, 1) + MORE, 200);
  }
  const sign = /^[*+?]/.exec(rest)?.[0];
  if (sign === undefined) return 1;
  reader.at += 1;
  if (/^[*+?]/.test(rest.slice(1))) return undefined;
  return sign === '?' ? 1 : MORE;
}
