/** What a history and a folder come to, as Flyway's own source decides it. */
import { describe, expect, it } from '@jest/globals';
import { pendingOf } from '../../../src/deploy/history/decide-pending.ts';
import { type HistoryRow, historyTable } from '../../../src/deploy/history/history-table.ts';
import { checksumOf } from '../../../src/migrations/checksum.ts';
import { type Files, migrationsOf } from '../../migrations/folder.ts';

const FILES: Files = { 'V1__a.sql': 'select 1', 'V2__b_c.sql': 'select 2', 'R__r.sql': 'select 3' };

let rank = 0;
const row = (given: Partial<HistoryRow>): HistoryRow => ({
  rank: (rank += 1),
  version: '1',
  description: 'a',
  type: 'SQL',
  script: 'V1__a.sql',
  checksum: checksumOf('select 1'),
  success: true,
  ...given,
});
const V1 = row({});
const V2 = row({
  version: '2',
  description: 'b c',
  script: 'V2__b_c.sql',
  checksum: checksumOf('select 2'),
});
const R = row({ version: null, description: 'r', script: 'R__r.sql', checksum: checksumOf('select 3') });

async function decide(
  rows: readonly HistoryRow[] | undefined,
  files: Files = FILES,
  { baseline, schemaIsEmpty = true }: { baseline?: string; schemaIsEmpty?: boolean } = {},
) {
  const history = { schema: 'public', table: historyTable('public'), rows, schemaIsEmpty };
  const decision = pendingOf(history, await migrationsOf(files), { baseline });
  return {
    pending: decision.pending.map((m) => m.script),
    refusals: decision.refusals.map((r) => r.message),
    ...(decision.baseline === undefined ? {} : { baseline: decision.baseline }),
    notes: decision.notes.length,
  };
}

const all = (pending: readonly string[]) => ({ pending, refusals: [], notes: 0 });

describe('a target without history', () => {
  it('gets all of it where its schema is empty, repeatables last', async () => {
    expect(await decide(undefined)).toEqual(all(['V1__a.sql', 'V2__b_c.sql', 'R__r.sql']));
  });

  it('gets the newest baseline migration and what is above it', async () => {
    const files = { ...FILES, 'B1__b.sql': 'select 1' };
    expect((await decide(undefined, files)).pending).toEqual(['B1__b.sql', 'V2__b_c.sql', 'R__r.sql']);
  });

  it('is refused where its schema is in use, unless it is said which version it has', async () => {
    const inUse = { schemaIsEmpty: false };
    expect((await decide(undefined, FILES, inUse)).refusals).toEqual([
      'the schema public is in use and has no "public"."flyway_schema_history": nobody knows which migrations it has had',
    ]);
    expect(await decide(undefined, FILES, { ...inUse, baseline: '1' })).toEqual({
      ...all(['V2__b_c.sql', 'R__r.sql']),
      baseline: '1',
    });
  });

  it('is not skipped over by a baseline that stayed in a workflow, where it is empty', async () => {
    const decision = await decide(undefined, FILES, { baseline: '1' });
    expect(decision).toEqual({ ...all(['V1__a.sql', 'V2__b_c.sql', 'R__r.sql']), notes: 1 });
  });

  it('goes on where Flyway was stopped between the table and the first migration', async () => {
    expect(await decide([], FILES, { schemaIsEmpty: false })).toEqual(
      all(['V1__a.sql', 'V2__b_c.sql', 'R__r.sql']),
    );
  });
});

describe('a target with a history', () => {
  it('gets what is not in it', async () => {
    expect(await decide([V1])).toEqual(all(['V2__b_c.sql', 'R__r.sql']));
    expect(await decide([V1, V2, R])).toEqual(all([]));
  });

  it('knows equal versions however they are written', async () => {
    expect((await decide([V1, V2, R], { ...FILES, 'V2__b_c.sql': 'select 2' })).pending).toEqual([]);
    const files = { 'V1.0__a.sql': 'select 1', 'V02__b_c.sql': 'select 2', 'R__r.sql': 'select 3' };
    expect(await decide([V1, V2, R], files)).toEqual(all([]));
  });

  it('passes over the row of a created schema, and starts from a baseline', async () => {
    const schema = row({
      rank: 0,
      version: null,
      description: '<< Flyway Schema Creation >>',
      type: 'SCHEMA',
    });
    expect((await decide([schema])).pending).toEqual(['V1__a.sql', 'V2__b_c.sql', 'R__r.sql']);
    const baseline = row({ description: '<< Flyway Baseline >>', type: 'BASELINE', checksum: null });
    expect(await decide([schema, baseline])).toEqual(all(['V2__b_c.sql', 'R__r.sql']));
  });

  it('takes no baseline migration, and knows the one that it began with', async () => {
    const files = { ...FILES, 'B1__b.sql': 'select 1' };
    expect((await decide([V1], files)).pending).toEqual(['V2__b_c.sql', 'R__r.sql']);
    const begun = row({ type: 'SQL_BASELINE', description: 'b', script: 'B1__b.sql' });
    expect(await decide([begun], files)).toEqual(all(['V2__b_c.sql', 'R__r.sql']));
  });

  it('runs undone and deleted versions again, and no deleted repeatable of the past', async () => {
    const undo = row({ version: '2', type: 'UNDO_SQL', script: 'U2__b_c.sql' });
    expect((await decide([V1, V2, R, undo])).pending).toEqual(['V2__b_c.sql']);
    expect((await decide([V1, V2, R, undo, V2])).pending).toEqual([]);
    const deleted = row({ version: '2', type: 'DELETE', description: 'b c' });
    expect((await decide([V1, V2, R, deleted])).pending).toEqual(['V2__b_c.sql']);
    const gone = { 'V1__a.sql': 'select 1', 'R__r.sql': 'select 3' };
    expect(await decide([V1, V2, R, deleted], gone)).toEqual(all([]));
  });

  it('runs a repeatable again when its text has changed, and not where only the newest run counts', async () => {
    const older = row({ version: null, description: 'r', script: 'R__r.sql', checksum: 5 });
    expect((await decide([V1, V2, older])).pending).toEqual(['R__r.sql']);
    expect((await decide([V1, V2, older, R])).pending).toEqual([]);
    expect((await decide([V1, V2, R, older])).pending).toEqual(['R__r.sql']);
  });

  it('takes what Flyway ran as Java for applied', async () => {
    const java = row({ version: '2', type: 'JDBC', script: 'db.V2__b', checksum: null });
    expect(await decide([V1, java], { 'V1__a.sql': 'select 1' })).toEqual({ ...all([]), notes: 1 });
  });

  it('finds descriptions that were too long for the column', async () => {
    const long = 'x'.repeat(201);
    const cut = row({ description: `${'x'.repeat(197)}...`, script: `V1__${long}.sql` });
    expect(await decide([cut], { [`V1__${long}.sql`]: 'select 1' })).toEqual(all([]));
  });
});

describe('a history that does not fit is refused', () => {
  const cases: readonly [string, HistoryRow[], Files, string][] = [
    [
      'edited',
      [row({ checksum: 7 })],
      FILES,
      `V1__a.sql was edited after it was applied: its checksum is ${checksumOf('select 1')}, and was 7`,
    ],
    [
      'renamed',
      [row({ description: 'z' })],
      FILES,
      'version 1 was renamed: it was applied as "z", and V1__a.sql says "a"',
    ],
    [
      'removed',
      [V1, V2, R],
      { 'V2__b_c.sql': 'select 2', 'R__r.sql': 'select 3' },
      'version 1 (V1__a.sql) was applied and its file is gone',
    ],
    [
      'ahead',
      [V1, V2, R],
      { 'V1__a.sql': 'select 1', 'R__r.sql': 'select 3' },
      'the target is ahead: it has had version 2 (V2__b_c.sql), which is not among these files',
    ],
    [
      'without a repeatable',
      [V1, V2, R],
      { 'V1__a.sql': 'select 1', 'V2__b_c.sql': 'select 2' },
      'the repeatable migration R__r.sql was applied and its file is gone',
    ],
    [
      'failed',
      [row({ success: false })],
      FILES,
      'version 1 (V1__a.sql) failed on this target, and what it did is half done',
    ],
    [
      'below the newest',
      [V2],
      FILES,
      'V1__a.sql is new, and below 2, the newest version that the target has had',
    ],
    [
      'of another kind',
      [row({ type: 'JDBC' })],
      FILES,
      'version 1 was applied as JDBC, and V1__a.sql is SQL',
    ],
    [
      'unreadable',
      [row({ version: 'one' })],
      FILES,
      `the history has a version that is none: row ${rank + 1}, V1__a.sql`,
    ],
  ];

  it.each(cases)('%s', async (_, rows, files, message) => {
    const { refusals } = await decide(rows, files);
    expect(refusals[0]?.replace(/row \d+/, '')).toBe(message.replace(/row \d+/, ''));
  });
});
