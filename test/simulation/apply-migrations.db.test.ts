import { describe, expect, it } from '@jest/globals';
import { failureOf, play } from '../support/played-files.ts';
import { RunRoles } from '../../src/simulation/run-roles.ts';
import { type Playground, withPlayground } from '../support/playground.ts';

const empty = <T>(body: (playground: Playground) => Promise<T>): Promise<T> => withPlayground('', body);
const isThere = (table: string): string => `select to_regclass('public.${table}') is not null`;

describe('files', () => {
  it('share one session: settings of one stay for the next, role and search_path do not', async () => {
    await empty(async (playground) => {
      const outcome = await play(playground, {
        'V1__a.sql': `create schema attic; create role clerk; grant clerk to current_user; set role clerk;
          set search_path = attic; set work_mem = '7MB'; create temp table seen (n integer)`,
        'V2__b.sql': `create table found as select current_user::text as role, current_setting('search_path') as path,
          current_setting('work_mem') as mem, to_regclass('pg_temp.seen') is not null as shares_session`,
      });
      expect(outcome).toEqual({ kind: 'done' });
      const { rows } = await playground.observer.query('select * from public.found');
      const owner = playground.context.server.connection('x', 'migrator').user;
      expect(rows).toEqual([{ role: owner, path: '"$user", public', mem: '7MB', shares_session: true }]);
    });
  });

  it('are one transaction each: what came before a failing statement of its file is gone, earlier files stay', async () => {
    await empty(async (playground) => {
      const failure = await failureOf(playground, {
        'V1__a.sql': 'create table a ();',
        'V2__b.sql': 'create table b ();\n\n  insert into nowhere\n  values (1);\n',
        'V3__c.sql': 'create table c ();',
      });
      expect(failure).toMatchObject({
        failure: { sqlstate: '42P01' },
        statement: 'insert into nowhere',
        location: { file: 'V2__b.sql', line: 3 },
      });
      const there: unknown[] = [];
      for (const name of ['a', 'b', 'c']) there.push(await playground.value(isThere(name)));
      expect(there).toEqual([true, false, false]);
    });
  });

  it('are told of one after another, the last one as such, and each statement inside its transaction', async () => {
    await empty(async (playground) => {
      const told: string[] = [];
      await play(
        playground,
        { 'V1__a.sql': 'create table a (); create table a2 ();', 'V2__b.sql': 'create table b ();' },
        {
          afterStatement: async ({ kind, line }) =>
            void told.push(`${kind} ${line}: ${String(await playground.value(isThere('a')))}`),
          afterFile: async ({ file }, isLast) => void told.push(`${file} ${isLast}`),
        },
      );
      expect(told).toEqual([
        'CreateStmt 1: false',
        'CreateStmt 1: false',
        'V1__a.sql false',
        'CreateStmt 1: true',
        'V2__b.sql true',
      ]);
    });
  });

  it('run outside of a transaction where their statement must', async () => {
    await empty(async (playground) => {
      const outcome = await play(playground, {
        'V1__a.sql': 'create table a (n integer);',
        'V2__index.sql': 'create index concurrently a_n on a (n);',
      });
      expect(outcome).toEqual({ kind: 'done' });
      expect(await playground.value(isThere('a_n'))).toBe(true);
    });
  });

  it('are refused where such a statement stands among others, at its line', async () => {
    await empty(async (playground) => {
      const failure = await failureOf(playground, {
        'V1__a.sql': 'create table a (n integer);\ncreate index concurrently a_n on a (n);',
      });
      expect(failure).toMatchObject({
        statement: 'create index concurrently a_n on a (n)',
        location: { file: 'V1__a.sql', line: 2 },
      });
      expect(failure.failure.hint).toContain('executeInTransaction');
      expect(await playground.value(isThere('a'))).toBe(false);
    });
  });
});

describe('a failure', () => {
  it('is told at the commit where a deferred constraint speaks there', async () => {
    await empty(async (playground) => {
      const failure = await failureOf(playground, {
        'V1__a.sql': `create table a (id integer primary key, up integer references a deferrable initially deferred);

          insert into a values (1, 2);`,
      });
      expect(failure).toMatchObject({
        failure: { sqlstate: '23503' },
        statement: 'commit',
        location: { file: 'V1__a.sql', line: 3 },
      });
      expect(await playground.value(isThere('a'))).toBe(false);
    });
  });

  it('is told at the line of the function of an earlier file that raised it', async () => {
    await empty(async (playground) => {
      const failure = await failureOf(playground, {
        'V1__f.sql':
          "create function f() returns void language plpgsql as $$\nbegin\n  raise 'no' using hint = 'ask';\nend $$;",
        'V2__call.sql': 'select f();',
      });
      expect(failure).toMatchObject({
        failure: { sqlstate: 'P0001', message: 'no', hint: 'ask' },
        statement: 'select f()',
        location: { file: 'V1__f.sql', line: 3 },
      });
    });
  });

  it('is told of a psql command without sending it', async () => {
    await empty(async (playground) => {
      const failure = await failureOf(playground, { 'V1__a.sql': 'create table a ();\n\\i other.sql\n' });
      expect(failure).toMatchObject({ location: { file: 'V1__a.sql', line: 2 } });
      expect(failure.failure.message).toContain('\\i');
      expect(await playground.value(isThere('a'))).toBe(false);
    });
  });

  it('is the server’s own where the syntax is wrong', async () => {
    await empty(async (playground) => {
      const failure = await failureOf(playground, { 'V1__a.sql': 'create table a ();\ncreate tabel b ();' });
      expect(failure).toMatchObject({
        failure: { sqlstate: '42601' },
        location: { file: 'V1__a.sql', line: 2 },
      });
    });
  });
});

it('a session that ends itself is a failure like others', async () => {
  await empty(async (playground) => {
    const failure = await failureOf(playground, {
      'V1__a.sql': 'create table a ();\nselect pg_terminate_backend(pg_backend_pid());',
    });
    expect(failure).toMatchObject({
      failure: { sqlstate: '57P01' },
      location: { file: 'V1__a.sql', line: 2 },
    });
    expect(await playground.value(isThere('a'))).toBe(false);
  });
});

describe('a statement that never ends', () => {
  it.each([
    'create table a (); select pg_sleep(100000)',
    'select pg_sleep(100000) from generate_series(1, 9)',
  ])('is refused when its time is over, and holds nothing any more: %s', async (sql) => {
    await empty(async (playground) => {
      await playground.migrate('create table held (n integer)');
      const failure = await failureOf(
        playground,
        { 'V1__a.sql': `lock table held in access exclusive mode; ${sql}` },
        { statementTimeoutMs: 300 },
      );
      expect(failure).toMatchObject({
        statement: expect.stringContaining('pg_sleep'),
        location: { file: 'V1__a.sql' },
      });
      await playground.observer.query("set lock_timeout = '20s'");
      expect(await playground.value('select count(*) from public.held')).toBe('0');
    });
  });
});

describe('roles, which belong to the server', () => {
  const files = {
    'V1__role.sql': 'create role "Night Clerk"; create user porter; grant porter to "Night Clerk";',
    'V2__after.sql': 'create table a (); grant select on a to porter, "Night Clerk"',
  };

  it('are there already when the same files are played in another database', async () => {
    const rolesMade = new RunRoles();
    for (let time = 1; time <= 2; time += 1) {
      await withPlayground(
        '',
        async (playground) => expect(await play(playground, files)).toEqual({ kind: 'done' }),
        {
          rolesMade,
        },
      );
    }
    expect(['Night Clerk', 'porter'].map((role) => rolesMade.has(role))).toEqual([true, true]);
  });

  it('are made again where the first time was rolled back', async () => {
    const rolesMade = new RunRoles();
    const failing = { 'V1__role.sql': 'create role doorman; select 1/0' };
    await withPlayground('', async (playground) => void (await failureOf(playground, failing)), {
      rolesMade,
    });
    await withPlayground(
      '',
      async (playground) => {
        expect(await play(playground, { 'V1__role.sql': 'create role doorman' })).toEqual({ kind: 'done' });
        expect(await playground.value("select count(*) from pg_roles where rolname = 'doorman'")).toBe('1');
      },
      { rolesMade },
    );
  });

  it('of the server that no file made are refused', async () => {
    await empty(async (playground) => {
      const failure = await failureOf(playground, { 'V1__role.sql': 'create role pg_monitor' });
      expect(failure.location).toEqual({ file: 'V1__role.sql', line: 1 });
      const twice = await failureOf(playground, {
        'V1__role.sql': 'create role night_porter',
        'V2__again.sql': 'create role night_porter',
      });
      expect(twice.location).toEqual({ file: 'V2__again.sql', line: 1 });
    });
  });
});
