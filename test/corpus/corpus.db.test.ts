/**
 * The corpus: every faulty migration is failed by the check that is meant for it, at its line, and no right one is.
 * PARTITION_GUARD_CORPUS=words plays only the entries whose name holds one of these words, with commas between; PARTITION_GUARD_WRITE=1 writes the matrix.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { type Entry, type EntryFound, readCorpus } from './entry.ts';
import { mistakesIn, toldIn } from './judgement.ts';
import { MATRIX_FILE, renderMatrix } from './matrix.ts';
import { type PlayedEntry, playEntries } from './play.ts';

const wanted = (process.env['PARTITION_GUARD_CORPUS'] ?? '').split(',').filter((word) => word !== '');
const isWhole = wanted.length === 0;
const corpus = readCorpus().filter(({ name }) => isWhole || wanted.some((word) => name.includes(word)));
const isEntry = (found: EntryFound): found is Entry => !('malformed' in found);
const entries = corpus.filter(isEntry);

let opened: TestServer | undefined;
let played: readonly PlayedEntry[] = [];

beforeAll(async () => {
  opened = await openTestServer();
  played = await playEntries(opened.server, entries);
}, 600_000);
afterAll(async () => opened?.close());

it('holds entries that can be read', () => {
  expect(corpus.filter((found) => !isEntry(found))).toEqual([]);
});

describe.each(entries)('$name', (entry) => {
  it(entry.about.title, () => {
    const own = played.find((one) => one.entry === entry);
    expect(own ? mistakesIn(own) : ['was not played']).toEqual([]);
  });
});

(isWhole ? describe : describe.skip)('the corpus', () => {
  it('holds at least 40 faulty migrations, and 25 right ones', () => {
    expect(entries.filter(({ kind }) => kind === 'bad').length).toBeGreaterThanOrEqual(40);
    expect(entries.filter(({ kind }) => kind === 'good').length).toBeGreaterThanOrEqual(25);
  });

  it('has a faulty entry for each check', () => {
    const meant = new Set(entries.filter(({ kind }) => kind === 'bad').flatMap(({ about }) => about.checks));
    expect(CHECKS.map(({ id }) => id).filter((id) => !meant.has(id))).toEqual([]);
  });

  it('has a right entry that each check judges', () => {
    const passed = new Set(
      played
        .filter(({ entry }) => entry.kind === 'good')
        .flatMap(({ outcome }) => (outcome instanceof Error ? [] : toldIn(outcome)))
        .filter(({ verdict }) => verdict === 'pass')
        .map(({ id }) => id),
    );
    expect(CHECKS.map(({ id }) => id).filter((id) => !passed.has(id))).toEqual([]);
  });

  it('is judged as docs/judged-corpus.md says (npm run corpus writes it)', () => {
    const matrix = renderMatrix(played);
    if (process.env['PARTITION_GUARD_WRITE'] === '1') writeFileSync(MATRIX_FILE, matrix);
    expect(matrix).toBe(readFileSync(MATRIX_FILE, 'utf8'));
  });
});
