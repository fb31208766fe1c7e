/**
 * The corpus on every PostgreSQL major: each judges each entry as it says, and all of them alike. Shortened to some entries
 * on the oldest and the newest; PARTITION_GUARD_NIGHTLY=1 plays all on all, PARTITION_GUARD_MAJORS=15,18 chooses the majors,
 * PARTITION_GUARD_CORPUS=words the entries, and PARTITION_GUARD_WRITE=1 writes docs/judged-majors.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MAJORS } from '../../src/postgres/majors.ts';
import { openTestServer } from '../support/throwaway.ts';
import { type Entry, type EntryFound, readCorpus } from './entry.ts';
import { mistakesIn } from './judgement.ts';
import { differencesBetween, type MajorJudgement, MAJORS_FILE, renderMajors, saidOf } from './majors.ts';
import { playEntries } from './play.ts';

const isNightly = process.env['PARTITION_GUARD_NIGHTLY'] === '1';
const listIn = (name: string): string[] => (process.env[name] ?? '').split(',').filter((word) => word !== '');

/** One that reads the body of a function, one with keys and identities, one that is played again, one that is right. */
const SOME = [
  'bad/atomic-body-forgets',
  'bad/identity-starts',
  'bad/index-added-each',
  'good/hotel-with-many',
];
const words = listIn('PARTITION_GUARD_CORPUS');
const wanted = words.length > 0 ? words : isNightly ? [''] : SOME;
const chosen = listIn('PARTITION_GUARD_MAJORS').map(Number);
const all = [...MAJORS].sort((a, b) => a - b);
const majors = chosen.length > 0 ? chosen : isNightly ? all : [Math.min(...all), Math.max(...all)];
const isWhole = isNightly && words.length === 0 && chosen.length === 0;

const isEntry = (found: EntryFound): found is Entry => !('malformed' in found);
const entries = readCorpus()
  .filter(isEntry)
  .filter(({ name }) => wanted.some((word) => name.includes(word)));

const judged: MajorJudgement[] = [];

describe('the corpus', () => {
  it.each(majors)(
    'is judged on PostgreSQL %i as its entries say',
    async (major) => {
      expect(entries.length).toBeGreaterThanOrEqual(wanted.length);
      const { server, close } = await openTestServer(major);
      try {
        expect(server.major).toBe(major);
        const played = await playEntries(server, entries);
        const mistakes = played.flatMap((one) =>
          mistakesIn(one).map((mistake) => `${one.entry.name}: ${mistake}`),
        );
        const mistaken = new Set(
          played.filter((one) => mistakesIn(one).length > 0).map(({ entry }) => entry.name),
        );
        judged.push({ major, said: saidOf(played), mistaken });
        expect(mistakes).toEqual([]);
      } finally {
        await close();
      }
    },
    1_800_000,
  );

  it('is judged alike on all of them, but for what is documented', () => {
    expect(judged.map(({ major }) => major)).toEqual(majors);
    const undocumented = differencesBetween(judged).filter(({ reason }) => reason === undefined);
    expect(undocumented).toEqual([]);
  });

  (isWhole ? it : it.skip)(
    'is judged as docs/judged-majors.md says (npm run corpus:majors writes it)',
    () => {
      const text = renderMajors(entries, judged);
      if (process.env['PARTITION_GUARD_WRITE'] === '1') writeFileSync(MAJORS_FILE, text);
      expect(text).toBe(readFileSync(MAJORS_FILE, 'utf8'));
    },
  );
});
