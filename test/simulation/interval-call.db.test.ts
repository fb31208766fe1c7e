import { describe, expect, it } from '@jest/globals';
import { callCancelled, callInterval, type CallRecord } from '../../src/simulation/interval-call.ts';
import type { RunContext } from '../../src/simulation/run-context.ts';
import { type Files, migrationsOf } from '../migrations/folder.ts';
import { judgedTable } from '../support/judged-tables.ts';
import { play } from '../support/played-files.ts';
import { withPlayground } from '../support/playground.ts';

const manager = (body: string, language = 'plpgsql'): Files => ({
  'V1__manage.sql': `create table booking (n integer);
create table log (n integer);

create function manage(months integer) returns void language ${language} as $$
${body}
$$;`,
});

const NO_RESIDUE = { advisoryLocks: [], openTransaction: false, changedSettings: [] };
const DEFINITION = { file: 'V1__manage.sql', line: 4 };

/** The record of `select manage(3)`. */
async function called(
  body: string,
  how: typeof callInterval = callInterval,
  over: Partial<RunContext> = {},
): Promise<CallRecord> {
  const files = manager(body);
  const all = await migrationsOf(files);
  return withPlayground(
    '',
    async (playground) => {
      expect(await play(playground, files)).toEqual({ kind: 'done' });
      return how(playground.context, playground.database, 'quarterly');
    },
    {
      migrations: { all, base: [], change: all },
      tables: [judgedTable('booking', { managed: true })],
      call: (interval) => `select manage(${interval === 'quarterly' ? 3 : 1})`,
      ...over,
    },
  );
}

describe('a call', () => {
  it('that leaves nothing behind has a clean residue', async () => {
    expect(
      await called('begin perform pg_advisory_xact_lock(5); set local work_mem = $v$9MB$v$; end'),
    ).toEqual({
      outcome: { kind: 'done' },
      residue: { ...NO_RESIDUE, location: DEFINITION },
    });
  });

  it('that leaves session locks is seen to, shared ones as such', async () => {
    const { residue } = await called('begin perform pg_advisory_lock(5), pg_advisory_lock_shared(7, 8); end');
    expect(residue).toMatchObject({
      ...NO_RESIDUE,
      location: DEFINITION,
      advisoryLocks: ['(0, 5)', '(7, 8) shared'],
    });
  });

  it('that fails with its lock held is told of with both, at the line that raised', async () => {
    const { outcome, residue } = await called(
      "begin\n  perform pg_advisory_lock(5);\n  raise exception 'would overlap' using errcode = '42P17';\nend",
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      failure: { sqlstate: '42P17', routine: 'exec_stmt_raise' },
      statement: 'select manage(3)',
      location: { file: 'V1__manage.sql', line: 7 },
    });
    expect(residue?.advisoryLocks).toEqual(['(0, 5)']);
  });

  it('that changes a setting of the session is told with both values', async () => {
    const { residue } = await called("begin perform set_config('work_mem', '9MB', false); end");
    expect(residue?.changedSettings).toEqual([{ name: 'work_mem', before: null, after: '9MB' }]);
  });

  it('that chooses the isolation level of its own transactions leaves nothing behind', async () => {
    const procedure = `begin end $$;
create procedure work() language plpgsql as $$
begin
    commit;
    set transaction isolation level repeatable read, read only;
    perform count(*) from booking;
    commit;
    set transaction isolation level read committed;
end`;
    const { residue } = await called(procedure, callInterval, { call: () => 'call work()' });
    expect(residue?.changedSettings).toEqual([]);
  });

  it('that begins a transaction and leaves it open is told', async () => {
    const { outcome, residue } = await called('begin end', callInterval, {
      call: () => 'begin; select manage(3)',
    });
    expect(outcome).toEqual({ kind: 'done' });
    expect(residue).toMatchObject({ openTransaction: true });
  });

  it('that fails in a transaction of its own is told to leave it open', async () => {
    const { outcome, residue } = await called('begin raise exception $e$no$e$; end', callInterval, {
      call: () => 'begin; select manage(3)',
    });
    expect(outcome).toMatchObject({ kind: 'failed', failure: { message: 'no' } });
    expect(residue).toMatchObject({ openTransaction: true });
  });

  it('that never ends is refused when its time is over, and no session is left', async () => {
    const record = await called('begin perform pg_sleep(100000); end', callInterval, {
      statementTimeoutMs: 300,
    });
    expect(record).toMatchObject({ outcome: { kind: 'failed', location: DEFINITION } });
    expect(record.residue).toBeUndefined();
  });
});

describe('a call that is cancelled', () => {
  it('while it waits for the table is cancelled there, and the lock that it took before is told', async () => {
    const { outcome, residue } = await called(
      'begin\n  perform pg_advisory_lock(5);\n  lock table booking in exclusive mode;\nend',
      callCancelled,
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      failure: { sqlstate: '57014' },
      location: { file: 'V1__manage.sql', line: 7 },
    });
    expect(residue?.advisoryLocks).toEqual(['(0, 5)']);
  });

  it('without ever waiting runs to its end', async () => {
    const { outcome, residue } = await called('begin insert into log values (1); end', callCancelled);
    expect(outcome).toEqual({ kind: 'done' });
    expect(residue).toMatchObject(NO_RESIDUE);
  });
});
