import { describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/domain/result.ts';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { upgrade } from '../../src/scenarios/upgrade.ts';
import type { RunContext } from '../../src/simulation/run-context.ts';
import { playScenario } from '../../src/simulation/play-scenario.ts';
import { Templates } from '../../src/simulation/templates.ts';
import { migrationsOf } from '../migrations/folder.ts';
import { judgedTable } from '../support/judged-tables.ts';
import { contextWith } from '../support/playground.ts';
import { type Files, type Harm, HARMS } from './guilty-harms.ts';

const BASE = `create table booking (
  id bigint primary key, starts timestamptz not null, guest text, note text);`;

async function resultOf(
  { check, files, base = BASE }: Pick<Harm, 'check' | 'files' | 'base'>,
  over: (context: RunContext) => RunContext = (context) => context,
): Promise<CheckResult | undefined> {
  const all = await migrationsOf({ 'V1__base.sql': base, ...files });
  const context = over(
    await contextWith({
      rows: 200,
      tables: [judgedTable('booking')],
      migrations: { all, base: all.slice(0, 1), change: all.slice(1) },
    }),
  );
  const judging = { checks: CHECKS, severities: new Map(), waivers: [], failOn: 'error' as const };
  const stage = { context, templates: new Templates(context), judging };
  const { checks } = await playScenario(stage, upgrade(true));
  return checks.find(({ id }) => id === check);
}

/** `V2__x.sql:4`. */
function markedLine(files: Files, mark: string): string | undefined {
  for (const [file, text] of Object.entries(files)) {
    const line = text.split('\n').findIndex((one) => one.trimEnd().endsWith(mark));
    if (line >= 0) return `${file}:${line + 1}`;
  }
  return undefined;
}

describe('the guilty place', () => {
  it.each(HARMS)('is found in $title', async (harm) => {
    const result = await resultOf(harm);
    const { location } = result ?? {};
    expect({ at: location && `${location.file}:${location.line}`, message: result?.message }).toMatchObject({
      at: markedLine(harm.files, '-- guilty'),
    });
    const caller = markedLine(harm.files, '-- calls');
    const told = result?.evidence.examples.find((line) => line.startsWith('Called by'));
    if (caller === undefined) expect(told).toBeUndefined();
    else expect(told).toContain(`Called by ${caller}: `);
  });
});

const CLEARED = `create function clear() returns void language plpgsql as $$
begin
  delete from booking;
end $$;

select clear();`;
const INSIDE = {
  location: { file: 'V2__clear.sql', line: 3 },
  evidence: { statement: 'delete from booking;' },
};
const CALL = { location: { file: 'V2__clear.sql', line: 6 }, evidence: { statement: 'select clear()' } };

describe('a replay', () => {
  it('without a superuser tells the statement of the file', async () => {
    const files = { 'V2__clear.sql': CLEARED };
    const withoutSuperuser = (context: RunContext): RunContext => ({
      ...context,
      server: {
        ...context.server,
        connection: (name, as) => context.server.connection(name, as === 'admin' ? 'migrator' : as),
      },
    });
    expect(await resultOf({ check: 'no-row-lost', files }, withoutSuperuser)).toMatchObject(CALL);
  });

  it('whose triggers a migration objects to notes less', async () => {
    const objects = `do $$
begin
  if exists (select from pg_trigger where tgrelid = 'booking'::regclass) then
    raise exception 'no triggers, please';
  end if;
end $$;`;
    const files = { 'V2__clear.sql': CLEARED, 'V3__look.sql': objects };
    expect(await resultOf({ check: 'no-row-lost', files })).toMatchObject(CALL);
    const dropped = {
      'V2__clear.sql': CLEARED.replace(
        'delete from booking;',
        'alter table booking rename to attic; create table booking (like attic); drop table attic;',
      ),
      'V3__look.sql': objects,
    };
    expect(await resultOf({ check: 'no-row-lost', files: dropped })).toMatchObject({
      location: INSIDE.location,
    });
  });

  it('keeps its notes from the migrations, and what they make of names to themselves', async () => {
    const meddles = `do $$
begin
  execute 'delete from partition_guard.trace';
exception when insufficient_privilege or undefined_table then null;
end $$;
create function public.jsonb_agg(jsonb) returns jsonb language plpgsql as $$ begin raise exception 'called'; end $$;
create function public.format(text, text) returns text language plpgsql as $$ begin raise exception 'called'; end $$;
set search_path = public, pg_catalog;`;
    const files = { 'V2__clear.sql': CLEARED, 'V3__meddles.sql': meddles };
    expect(await resultOf({ check: 'no-row-lost', files })).toMatchObject(INSIDE);
  });

  it('does not mind the role that a migration takes on', async () => {
    const files = {
      'V2__clear.sql': `create role clerk;
grant all on booking to clerk; grant clerk to current_user;
set role clerk;
do $$
begin
  delete from booking;
end $$;`,
    };
    expect(await resultOf({ check: 'no-row-lost', files })).toMatchObject({
      location: { file: 'V2__clear.sql', line: 6 },
    });
  });

  it('of many small commands tells the loop, in a time that does not grow with them', async () => {
    const files = {
      'V2__loop.sql': `do $$
declare
  one record;
begin
  create table aside (like booking);
  for i in 1..6000 loop
    insert into aside (id, starts) values (-i, now());
  end loop;
  for one in select id from booking loop
    delete from booking where id = one.id;
  end loop;
end $$;`,
    };
    expect(await resultOf({ check: 'no-row-lost', files })).toMatchObject({
      location: { file: 'V2__loop.sql', line: 10 },
    });
  });
});
