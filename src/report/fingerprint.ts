/** What a finding is known by from run to run: its check, its file and its words, without what changes by the way. */
import { createHash } from 'node:crypto';
import { INTERVAL_NAMES } from '../domain/interval.ts';
import type { CheckResult } from '../domain/result.ts';
import type { Finding } from './findings.ts';

/** Words with a digit, which are counts, dates, keys and names of partitions, and intervals: these differ with seed, rows, day and scenario. */
const VARIABLE = new RegExp(
  // From a word's beginning only: else each letter of a long one is begun at.
  `(?<![\\p{L}_-])[\\p{L}_-]*\\d[\\p{L}\\p{N}_,.:-]*|\\b(?:${INTERVAL_NAMES.join('|')})\\b`,
  'giu',
);

const normalised = (text: string): string =>
  text
    .replace(VARIABLE, '#')
    .replace(/\ball #|# of #/gi, '#')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Of each finding, in their order. The line is left out, because lines move; where one file has several findings that are
 * the same without it, they are counted by line.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const bases = findings.map(({ check }) => hash(identityOf(check)));
  const lineOf = (i: number): number => findings[i]?.check.location?.line ?? 0;
  const counts = new Map<string, number>();
  const prints: string[] = [];
  for (const i of [...bases.keys()].sort((a, b) => lineOf(a) - lineOf(b) || a - b)) {
    const base = bases[i] ?? '';
    const rank = (counts.get(base) ?? 0) + 1;
    counts.set(base, rank);
    prints[i] = `${base}:${rank}`;
  }
  return prints;
}

/** Where a statement is blamed, its own words: the message is that of whichever scenario met it first. */
const identityOf = ({ id, location, evidence, message }: CheckResult): string =>
  JSON.stringify([id, location?.file ?? '', normalised(location ? (evidence.statement ?? '') : message)]);

/** Short, as GitHub's own: for telling apart the findings of one repository. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
