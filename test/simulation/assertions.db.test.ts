import { describe, expect, it } from '@jest/globals';
import type { AssertionValue } from '../../src/domain/assertion.ts';
import { AssertionWatch, readAssertions } from '../../src/simulation/assertions.ts';
import { withPlayground } from '../support/playground.ts';

const SCHEMA = `create table visit (id integer, at date);
insert into visit values (1, '2026-01-01'), (2, null);
create function disturb() returns integer language sql as 'insert into visit values (3, null) returning id';
create function who() returns text language sql as 'select current_user::text';`;

/** What one rule gives in that schema. */
const evaluated = (
  sql: string,
  over: { statementTimeoutMs?: number } = {},
): Promise<AssertionValue | undefined> =>
  withPlayground(
    SCHEMA,
    async ({ context, database }) => (await readAssertions(context, database)).get('rule'),
    { assertions: [{ name: 'rule', sql }], ...over },
  );

describe('a rule', () => {
  it.each([
    ['select count(*) from visit', { value: '2', type: 'number' }],
    ['select 1.50::numeric(8, 4);', { value: '1.5000', type: 'number' }],
    ['select exists (select from visit) -- all of it', { value: 't', type: 'boolean' }],
    ['select at from visit where id = 1', { value: '2026-01-01', type: 'text' }],
    ["select timestamptz '2026-06-01 12:00+02'", { value: '2026-06-01 10:00:00+00', type: 'text' }],
    ['select at from visit where id = 2', { value: null, type: 'text' }],
    ['select id, at from visit where id = 9', { value: null, type: 'number' }],
    ['with v as (select id from visit) select max(id) from v', { value: '2', type: 'number' }],
    ['select id from visit order by id', { value: '1', type: 'number', excess: 'more than one row' }],
    [
      'select g, g from generate_series(1, 100000) g',
      { value: '1', type: 'number', excess: '2 columns and more than one row' },
    ],
  ])('%s', async (sql, expected) => {
    expect(await evaluated(sql)).toEqual({ kind: 'value', ...expected });
  });

  it('runs as the role of the migrations, and finds its tables as that role does', async () => {
    expect(await evaluated('select who()')).toMatchObject({ value: 'partition_guard_owner' });
    expect(await evaluated('select count(*) from partition_guard.ledger_0')).toMatchObject({
      kind: 'failed',
    });
  });

  it.each(['select disturb()', 'with w as (delete from visit returning id) select count(*) from w'])(
    'can not write: %s',
    async (sql) => {
      expect(await evaluated(sql)).toMatchObject({ kind: 'failed' });
    },
  );

  it('gives the message of the server where it is refused', async () => {
    expect(await evaluated('select nowhere from visit')).toEqual({
      kind: 'failed',
      message: 'column "nowhere" does not exist',
    });
  });

  it('is ended where it never ends', async () => {
    expect(await evaluated('select pg_sleep(600)', { statementTimeoutMs: 300 })).toEqual({
      kind: 'failed',
      message: 'it did not end within 0.3 s',
    });
  });
});

it('is read around each seeding, and at the end', async () => {
  await withPlayground(
    SCHEMA,
    async ({ context, database, migrate }) => {
      const watch = new AssertionWatch(context, database);
      const seed = (ids: string) => async () => {
        await migrate(`insert into visit select id from unnest(array[${ids}]::integer[]) id`);
        return ids !== '';
      };
      await watch.aroundSeeds(seed(''));
      await watch.aroundSeeds(seed('3, 4'));
      await migrate('delete from visit where id = 3');
      await watch.aroundSeeds(seed(''));
      await watch.aroundSeeds(seed('5'));
      await migrate('delete from visit where id = 4');
      const [reading, ...others] = await watch.end();
      expect(others).toEqual([]);
      const number = (value: string): AssertionValue => ({ kind: 'value', value, type: 'number' });
      expect(reading).toEqual({
        name: 'rows',
        after: number('3'),
        changes: [
          { before: number('4'), after: number('3') },
          { before: number('4'), after: number('3') },
        ],
      });
    },
    { assertions: [{ name: 'rows', sql: 'select count(*) from visit' }] },
  );
});

it('is not read where the configuration has none', async () => {
  await withPlayground(SCHEMA, async ({ context, database }) => {
    expect(await new AssertionWatch(context, database).end()).toEqual([]);
  });
});
