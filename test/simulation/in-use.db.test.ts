import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/catalogue.ts';
import type { ScenarioResult } from '../../src/domain/result.ts';
import { upgrade } from '../../src/scenarios/upgrade.ts';
import { playScenario } from '../../src/simulation/play-scenario.ts';
import { bookAhead, seedTables } from '../../src/simulation/seed-tables.ts';
import { Templates } from '../../src/simulation/templates.ts';
import { type Files, migrationsOf } from '../migrations/folder.ts';
import { judgedTable } from '../support/judged-tables.ts';
import { contextWith, withPlayground } from '../support/playground.ts';

/** Plays an upgrade without a base: every file is the change. */
async function upgraded(files: Files): Promise<ScenarioResult> {
  const all = await migrationsOf(files);
  const context = await contextWith({
    rows: 200,
    tables: [judgedTable('booking')],
    migrations: { all, base: [], change: all },
  });
  const judging = { checks: CHECKS, severities: new Map(), waivers: [], failOn: 'error' as const };
  return playScenario({ context, templates: new Templates(context), judging }, upgrade(false));
}

const lost = ({ checks }: ScenarioResult) => checks.find((check) => check.id === 'no-row-lost');
const TABLE = 'create table if not exists booking (id integer primary key, starts timestamptz not null);';

describe('files without a base', () => {
  it('meet the rows that came after the file that made the table', async () => {
    const result = await upgraded({
      'V1__a.sql': TABLE,
      'V2__b.sql': 'select 1;',
      'V3__c.sql': '\ntruncate booking;',
    });
    expect(lost(result)).toMatchObject({
      verdict: 'fail',
      location: { file: 'V3__c.sql', line: 2 },
      evidence: { count: 200 },
    });
  });

  it('are whole where each spares them', async () => {
    const result = await upgraded({ 'V1__a.sql': TABLE, 'V2__b.sql': 'create index on booking (starts);' });
    expect(result.rows).toMatchObject({ before: 200, after: 200, lost: 0 });
    expect(lost(result)).toMatchObject({ verdict: 'pass' });
  });

  it('meet them at a second run of the last file where no file came after', async () => {
    const result = await upgraded({ 'V1__a.sql': `drop table if exists booking;\n${TABLE}` });
    expect(lost(result)).toMatchObject({ verdict: 'fail', location: { file: 'V1__a.sql', line: 1 } });
  });

  it('may refuse that second run', async () => {
    const result = await upgraded({ 'V1__a.sql': TABLE.replace('if not exists', '') });
    expect(result.verdict).toBe('pass');
    expect(result.rows).toMatchObject({ before: 200, after: 200 });
  });
});

it('bookings ahead go into every partition of the future, and into the ledger', async () => {
  const schema = `create table booking (id bigint, starts timestamptz not null, note text, primary key (id, starts)) partition by range (starts);
    create table b1 partition of booking for values from ('2026-01-01Z') to ('2026-02-01Z');
    create table b2 partition of booking for values from ('2026-02-01Z') to ('2026-03-01Z');
    create table b3 partition of booking for values from ('2026-03-01Z') to ('2026-04-01Z');`;
  await withPlayground(
    schema,
    async ({ context, database, value }) => {
      await seedTables(context, database, 'until-now');
      expect(await value('select count(*) from public.b1')).toBe('300');
      expect(await value("select count(*) from public.booking where starts >= '2026-02-01Z'")).toBe('0');
      await bookAhead(context, database);
      for (const partition of ['b2', 'b3'])
        expect(await value(`select count(*) > 10 from public.${partition}`)).toBe(true);
      const [seeded] = database.seeded;
      expect(await value(`select count(*) from ${seeded?.ledger ?? ''}`)).toBe(String(seeded?.total.count));
      expect(await value('select count(*) from public.booking')).toBe(String(seeded?.total.count));
      expect(seeded?.layout?.partitions.map((p) => p.rows > 0)).toEqual([true, true, true]);
    },
    { tables: [judgedTable('booking')], rows: 300 },
  );
});
