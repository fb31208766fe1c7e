import { describe, expect, it } from '@jest/globals';
import type { CheckResult, ScenarioResult } from '../../src/domain/result.ts';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { upgrade } from '../../src/scenarios/upgrade.ts';
import type { JudgedTable } from '../../src/simulation/judged-table.ts';
import { playScenario } from '../../src/simulation/play-scenario.ts';
import { Templates } from '../../src/simulation/templates.ts';
import { type Files, migrationsOf } from '../migrations/folder.ts';
import { judgedTable } from '../support/judged-tables.ts';
import { contextWith } from '../support/playground.ts';

const BASE = `create table booking (
  id integer primary key, starts timestamptz not null, guest text, note text, price numeric(8,2));`;

interface Upgrade {
  readonly base?: string;
  readonly change: Files;
  readonly judged?: readonly JudgedTable[];
}

/** Upgrades a database in use, and hands on what the scenario came to. */
async function upgraded({
  base = BASE,
  change,
  judged = [judgedTable('booking')],
}: Upgrade): Promise<ScenarioResult> {
  const all = await migrationsOf({ 'V1__base.sql': base, ...change });
  const context = await contextWith({
    rows: 200,
    tables: judged,
    migrations: { all, base: all.slice(0, 1), change: all.slice(1) },
  });
  const stage = {
    context,
    templates: new Templates(context),
    judging: { checks: CHECKS, severities: new Map(), waivers: [], failOn: 'error' as const },
  };
  return playScenario(stage, upgrade(true));
}

const resultOf = async (id: string, of: Upgrade): Promise<CheckResult | undefined> =>
  (await upgraded(of)).checks.find((check) => check.id === id);

const guilty = (file: string, line: number, statement: string) => ({
  verdict: 'fail',
  location: { file, line },
  evidence: { statement },
});

describe('the statement after which rows were lost', () => {
  it('is the drop of the table that they were moved aside to, not the renaming', async () => {
    const change = {
      'V2__anew.sql': `alter table booking rename to booking_old;

create table booking (like booking_old) partition by range (starts);
drop table booking_old;
create table booking_all partition of booking default;
`,
    };
    const result = await resultOf('no-row-lost', { change });
    expect(result).toMatchObject(guilty('V2__anew.sql', 4, 'drop table booking_old'));
    expect(result?.evidence.count).toBe(200);
  });

  it('is found in the file that it stands in, of several', async () => {
    const change = {
      'V2__index.sql': 'create index on booking (starts);',
      'V3__copy.sql': 'create table kept as select * from booking where id % 2 = 0;\nselect 1;',
      'V4__empty.sql': '-- out with it\n\ntruncate booking;\n',
      'V5__back.sql': 'insert into booking select * from kept; drop table kept;',
    };
    expect(await resultOf('no-row-lost', { change })).toMatchObject(
      guilty('V4__empty.sql', 3, 'truncate booking'),
    );
  });

  it('is the renaming where the rows are all still there, in the table moved aside', async () => {
    const change = {
      'V2__aside.sql':
        'create table other ();\nalter table booking rename to attic;\ncreate table booking (like attic);\nselect 1;',
    };
    const result = await resultOf('no-row-lost', { change });
    expect(result).toMatchObject(guilty('V2__aside.sql', 2, 'alter table booking rename to attic'));
    expect(result?.evidence.examples.join()).toContain('attic');
  });

  it('is the one that did most of it where several did', async () => {
    const change = {
      'V2__delete.sql':
        'delete from booking where id % 10 = 0;\ndelete from booking where id % 10 between 1 and 8;\ndelete from booking where id % 10 = 9;',
    };
    expect(await resultOf('no-row-lost', { change })).toMatchObject({
      location: { file: 'V2__delete.sql', line: 2 },
    });
  });

  it('is found where the key is an instant and the session has a zone of its own', async () => {
    const change = {
      'V2__zone.sql':
        "set timezone = 'Asia/Tokyo'; set datestyle = 'German';\nselect 1;\ndelete from booking where note is null;",
    };
    const base = 'create table booking (starts timestamptz primary key, note text);';
    expect(await resultOf('no-row-lost', { base, change })).toMatchObject({
      location: { file: 'V2__zone.sql', line: 3 },
    });
  });

  it('is found inside a file that runs outside of a transaction', async () => {
    const change = {
      'V2__index.sql': 'create index concurrently i on booking (starts);',
      'V3__gone.sql': 'delete from booking;',
    };
    expect(await resultOf('no-row-lost', { change })).toMatchObject({
      location: { file: 'V3__gone.sql', line: 1 },
    });
  });
});

it('of two tables that lose rows each is told with its own statement', async () => {
  const base = `${BASE} create table visit (visit_id uuid primary key, at timestamptz not null);`;
  const change = { 'V2__two.sql': 'delete from booking;\nselect 1;\ndelete from visit;' };
  const [booking, visit] = [judgedTable('booking'), judgedTable('visit')];
  for (const { judged, line } of [
    { judged: [booking, visit], line: 1 },
    { judged: [visit, booking], line: 3 },
  ]) {
    const result = await resultOf('no-row-lost', { base, change, judged });
    expect(result).toMatchObject({ location: { file: 'V2__two.sql', line }, evidence: { count: 200 } });
  }
});

describe('the statement after which rows were doubled or changed', () => {
  it('is the second copy', async () => {
    const change = {
      'V2__twice.sql': `alter table booking rename to booking_old;
create table booking (like booking_old);
insert into booking select * from booking_old;
insert into booking select * from booking_old where id % 2 = 0;
drop table booking_old;`,
    };
    const result = await upgraded({ change });
    const of = (id: string): CheckResult | undefined => result.checks.find((check) => check.id === id);
    expect(of('no-row-duplicated')).toMatchObject({ location: { file: 'V2__twice.sql', line: 4 } });
    expect(of('no-row-lost')).toMatchObject({ verdict: 'pass' });
    expect(of('no-row-changed')).toMatchObject({ verdict: 'pass' });
    expect(result.rows.duplicated).toBe(100);
  });

  it('is the copy that swaps columns', async () => {
    const change = {
      'V2__copy.sql': `alter table booking rename to booking_old;
create table booking (like booking_old);
insert into booking (id, starts, note, guest, price)
select id, starts, guest, note, price from booking_old;
drop table booking_old;`,
    };
    const result = await resultOf('no-row-changed', { change });
    expect(result).toMatchObject({ verdict: 'fail', location: { file: 'V2__copy.sql', line: 3 } });
    expect(result?.evidence.examples.join()).toContain('guest');
  });

  it('is the update, though an earlier statement gave another column another type', async () => {
    const change = {
      'V2__type.sql':
        "alter table booking alter column price type text;\nselect 1;\nupdate booking set guest = 'x' where id % 2 = 0;",
    };
    const result = await resultOf('no-row-changed', { change });
    expect(result).toMatchObject({ verdict: 'fail', location: { file: 'V2__type.sql', line: 3 } });
    expect(result?.message).toContain('price');
  });
});

it('rows that went into a declared successor make nobody guilty', async () => {
  const judged = [judgedTable('booking', { successors: [{ schema: 'public', name: 'archive' }] })];
  const change = {
    'V2__archive.sql': `create table archive (like booking);
with old as (delete from booking where id % 2 = 0 returning *) insert into archive select * from old;`,
  };
  const { checks, rows } = await upgraded({ change, judged });
  expect(rows).toEqual({ before: 200, after: 200, lost: 0, duplicated: 0, changed: 0 });
  expect(checks.filter((check) => check.verdict === 'fail')).toEqual([]);
});
