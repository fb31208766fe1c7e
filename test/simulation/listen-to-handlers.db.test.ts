import { describe, expect, it } from '@jest/globals';
import { noSilentSkip } from '../../src/checks/no-silent-skip.ts';
import type { CheckResult } from '../../src/domain/result.ts';
import type { Scenario, Step } from '../../src/domain/scenario.ts';
import { fresh } from '../../src/scenarios/fresh.ts';
import { playScenario } from '../../src/simulation/play-scenario.ts';
import { Templates } from '../../src/simulation/templates.ts';
import { type Files, migrationsOf } from '../migrations/folder.ts';
import { judgedTable } from '../support/judged-tables.ts';
import { contextWith } from '../support/playground.ts';

/** What the check says of files, and of `select manage()` where a scenario calls it. */
async function judged(files: Files, scenario: Scenario = fresh()): Promise<CheckResult | undefined> {
  const all = await migrationsOf(files);
  const context = await contextWith({
    rows: 50,
    migrations: { all, base: [], change: all },
    tables: [judgedTable('booking', { managed: true })],
    call: () => 'select manage()',
  });
  const judging = { checks: [noSilentSkip], severities: new Map(), waivers: [], failOn: 'error' as const };
  const { checks } = await playScenario({ context, templates: new Templates(context), judging }, scenario);
  return checks[0];
}

const TABLE = `create table booking (id bigint, starts timestamptz not null) partition by range (starts);
create table booking_2026 partition of booking for values from ('2026-01-01 00:00+00') to ('2027-01-01 00:00+00');`;
const OVERLAPPING = `create table booking_2026_07 partition of booking for values from ('2026-07-01 00:00+00') to ('2026-08-01 00:00+00')`;

const file = (sql: string): Files => ({ 'V1__a.sql': TABLE, 'V2__b.sql': sql });
const at = (line: number) => ({ file: 'V2__b.sql', line });

const APPLY: Step = { kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'all' };
const CALL: Step = { kind: 'change-interval', to: 'yearly', repeats: false, label: 'call' };
const called = (...when: readonly Step[]): Scenario => ({
  name: 'rerun',
  passes: [{ label: 'called', given: [APPLY], when }],
});

describe('an error that is caught', () => {
  it('in a block is told with the line that failed', async () => {
    const block = `do $$
begin
    ${OVERLAPPING};
exception
    when others then
        raise notice 'skipped';
end
$$;`;
    expect(await judged(file(block))).toMatchObject({
      verdict: 'fail',
      location: at(3),
      message: expect.stringContaining('would overlap') as unknown,
      evidence: { count: 1, statement: expect.stringContaining('create table booking_2026_07') as unknown },
    });
  });

  it('in a function that another one calls is told with the innermost line', async () => {
    const functions = `create function make() returns void language plpgsql as $$
begin
    execute $q$${OVERLAPPING}$q$;
end $$;

create function make_all() returns void language plpgsql as $$
begin
    begin
        perform make();
    exception when invalid_object_definition then
        null;
    end;
end $$;

select make_all();`;
    expect(await judged(file(functions))).toMatchObject({ verdict: 'fail', location: at(3) });
  });

  it('in a function that was there before is told in the call', async () => {
    const manager = `create function manage() returns void language plpgsql as $$
begin
    ${OVERLAPPING};
exception when others then
    raise warning 'skipped: %', sqlerrm;
end $$;`;
    expect(await judged(file(manager))).toMatchObject({ verdict: 'pass' });
    expect(await judged(file(manager), called(CALL, CALL))).toMatchObject({
      verdict: 'fail',
      location: at(3),
      evidence: { count: 2 },
    });
  });

  it('in a function that EXECUTE made is told where that is called', async () => {
    const made = `do $do$
begin
    execute $q$create function manage() returns void language plpgsql as $$
begin
    ${OVERLAPPING};
exception when others then
    null;
end $$ $q$;
end $do$;`;
    expect(await judged(file(made), called(CALL))).toMatchObject({ verdict: 'fail' });
  });

  it('is told whatever messages the session wants to hear', async () => {
    const quiet = `set client_min_messages = error;
do $$ begin ${OVERLAPPING}; exception when others then null; end $$;`;
    expect(await judged(file(quiet))).toMatchObject({ verdict: 'fail', location: at(2) });
  });

  it('in a row trigger is counted, without end or memory', async () => {
    const trigger = `create function note() returns trigger language plpgsql as $$
begin
    insert into nowhere values (new.id);
    return new;
exception when others then
    return new;
end $$;
create trigger note before insert on booking_2026 for each row execute function note();
insert into booking select i, '2026-03-01' from generate_series(1, 20000) i;`;
    expect(await judged(file(trigger))).toMatchObject({
      verdict: 'fail',
      location: at(3),
      evidence: { count: 20_000, examples: [] },
    });
  });

  it('is none where the block is tried again and gets through', async () => {
    const retried = (succeedsAt: number): string => `do $$ begin
for attempt in 1 .. 3 loop
    begin
        drop table if exists scratch;
        if attempt < ${succeedsAt} then raise exception 'not yet'; end if;
        exit;
    exception when others then
        raise notice 'again';
    end;
end loop;
end $$;`;
    expect(await judged(file(retried(3)))).toMatchObject({ verdict: 'pass' });
    expect(await judged(file(retried(4)))).toMatchObject({ verdict: 'fail', location: at(5) });
  });

  it('is swallowed by whoever catches it last', async () => {
    const twice = `do $$ begin
begin
    begin
        ${OVERLAPPING};
    exception when invalid_object_definition then
        raise;
    end;
exception when others then
    null;
end;
end $$;`;
    expect(await judged(file(twice))).toMatchObject({ verdict: 'fail', evidence: { count: 1 } });
  });

  it('may be a cancelled statement, where a handler names that', async () => {
    const manager = `create function manage() returns void language plpgsql as $$
begin
    lock table booking;
exception when query_canceled then
    raise notice 'later';
end $$;`;
    const cancelled: Step = { kind: 'cancelled-change', to: 'yearly', label: 'cancelled' };
    expect(await judged(file(manager), called(cancelled))).toMatchObject({
      verdict: 'fail',
      location: at(3),
      message: expect.stringContaining('57014') as unknown,
    });
  });
});

describe('nothing is swallowed', () => {
  it('where no handler is', async () => {
    expect(await judged(file('do $$ begin perform 1; end $$;'))).toMatchObject({ verdict: 'not-applicable' });
  });

  it('where a handler names what it expects', async () => {
    const expected = 'do $$ begin create schema public; exception when duplicate_schema then null; end $$;';
    expect(await judged(file(expected))).toMatchObject({ verdict: 'pass' });
  });

  it('where only a value was sought', async () => {
    const sought = `create function number_in(remark text) returns integer language plpgsql as $$
begin
    return remark::integer;
exception when others then
    return null;
end $$;
select number_in('x');
do $$ declare n integer; begin
begin
    select 1 / 0 into n;
exception when others then
    raise notice 'none';
end;
end $$;`;
    expect(await judged(file(sought))).toMatchObject({ verdict: 'pass' });
  });

  it('where the migration fails in the end', async () => {
    const failing = `do $$ declare fault text; begin
begin
    ${OVERLAPPING};
exception when others then
    fault := sqlerrm;
end;
raise exception '%', fault;
end $$;`;
    expect(await judged(file(failing))).toMatchObject({ verdict: 'not-applicable' });
  });
});
