/** How names and strangers' words are put into sentences, on a terminal and in markdown; and sizes and times for people. */
import { thousands } from '../../domain/wording.ts';
import { code, prose } from '../markdown-text.ts';
import { clip, printable } from '../printable.ts';

export interface Voice {
  /** A table, a file, a digest, a statement. */
  readonly name: (text: string, length?: number) => string;
  /** A sentence or a clause that may hold strangers' words. */
  readonly words: (text: string) => string;
}

const LONGEST = 600;

export const TERMINAL_VOICE: Voice = {
  name: (text, length = LONGEST) => clip(printable(text), length),
  words: (text) => clip(printable(text), LONGEST),
};

export const MARKDOWN_VOICE: Voice = {
  name: (text, length = LONGEST) => code(text, length),
  words: (text) => prose(text, LONGEST),
};

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `1.2 GB`, as pg_size_pretty counts: 1,024 a step. */
export function bytes(n: number): string {
  let [size, unit] = [n, 0];
  while (size >= 1024 && unit < UNITS.length - 1) [size, unit] = [size / 1024, unit + 1];
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${size >= 1000 ? thousands(Math.round(size)) : size.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** `480 ms`, `8.2 s`, `3 min`, `2 h 10 min`: as exact as an estimate is. */
export function time(ms: number): string {
  if (ms < 1000) return `${Math.max(ms === 0 ? 0 : 1, Math.round(ms))} ms`;
  if (ms < 2 * MINUTE) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < HOUR) return `${Math.round(ms / MINUTE)} min`;
  const minutes = Math.round((ms % HOUR) / MINUTE);
  return `${thousands(Math.floor(ms / HOUR))} h${minutes > 0 ? ` ${minutes} min` : ''}`;
}

/** What is a name, a path or a call, and is called as it is written. */
const isName = (word: string): boolean => /[^\p{L}\p{M}'’,;:-]/u.test(word.replace(/[.!?…]$/, ''));

/** Ended as a sentence, beginning with a capital unless it begins with a name. */
export function sentence(text: string): string {
  const told = text.trim();
  const [first = ''] = told.split(/\s/, 1);
  const begun = isName(first) ? told : told.slice(0, 1).toUpperCase() + told.slice(1);
  return /[.!?…]$/.test(begun) || begun === '' ? begun : `${begun}.`;
}
