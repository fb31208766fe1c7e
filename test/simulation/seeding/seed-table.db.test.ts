import { describe, expect, it } from '@jest/globals';
import { rowHash } from '../../../src/postgres/row-hash.ts';
import { withLaterConstraints } from '../../../src/simulation/seeding/later-constraints.ts';
import { SeedFailure } from '../../../src/simulation/seeding/seed-table.ts';
import { withPlayground } from '../../support/playground.ts';
import { type Asked, ROWS, seed, t } from './seeded-playground.ts';

const seeded = (schema: string, counted: string, asked: Asked = {}): Promise<unknown> =>
  withPlayground(schema, async (playground) => {
    await seed(playground, 't', asked);
    return playground.value(`select (${counted}) from public.t`);
  });

const failureOf = (schema: string, asked: Asked = {}): Promise<string> =>
  withPlayground(schema, async (playground) => {
    const error: unknown = await seed(playground, 't', asked).catch((e: unknown) => e);
    if (!(error instanceof SeedFailure)) throw new Error(`no SeedFailure: ${String(error)}`);
    return error.message;
  });

interface Case {
  readonly columns: string;
  /** SQL to run before the table is made. */
  readonly first?: string;
  /** A condition on the table's rows. */
  readonly counted: string;
}

/** Seeds a table for each case, all in one database. @returns what came of each; null is what was to be. */
const outcomes = (cases: Readonly<Record<string, Case>>): Promise<Record<string, string | null>> =>
  withPlayground('', async (playground) => {
    const told: Record<string, string | null> = {};
    for (const [i, [name, { columns, first = '', counted }]] of Object.entries(cases).entries()) {
      await playground.migrate(`${first}; ${t(columns, `t${i}`)}`);
      try {
        await seed(playground, `t${i}`);
        const holds = await playground.value(`select (${counted}) from public.t${i}`);
        told[name] = holds === true ? null : `not so: ${counted}`;
      } catch (error) {
        if (!(error instanceof SeedFailure)) throw error;
        told[name] = error.message;
      }
    }
    return told;
  });

const allWell = (cases: Readonly<Record<string, Case>>): Record<string, string | null> =>
  Object.fromEntries(Object.keys(cases).map((name) => [name, null]));

const TYPES = [
  'smallint', 'integer', 'bigint', 'numeric', 'numeric(5,2)', 'numeric(3,3)', 'numeric(20,0)', 'money', 'real',
  'double precision', 'boolean', 'text', 'varchar', 'varchar(4)', 'char', 'char(3)', 'char(20)', 'name', 'uuid',
  'date', 'timestamp', 'timestamp(0)', 'timestamptz', 'timestamptz(3)', 'time', 'timetz', 'interval', 'json', 'jsonb',
  'bytea', 'inet', 'cidr', 'macaddr', 'bit(8)', 'bit varying(5)', 'point', 'xml', 'tsvector', 'int4range', 'int8range',
  'numrange', 'tsrange', 'tstzrange', 'daterange', 'integer[]', 'text[]', 'varchar(4)[]', 'numeric(5,2)[]', 'timestamptz[]',
  'uuid[]', 'boolean[]', 'macaddr8', 'oid', 'pg_lsn', '"char"', 'bit(70)', 'line', 'lseg', 'box', 'path', 'polygon', 'circle',
  'tsquery', 'jsonpath', 'int4multirange', 'datemultirange', 'nummultirange', 'tstzmultirange', 'int4range[]', 'jsonb[]', 'char(3)[]', 'bit(3)[]', 'money[]',
]; // prettier-ignore

const OWN_TYPES: readonly (readonly [name: string, first: string, type: string])[] = [
  ['an enum', "create type e1 as enum ('a', 'b', 'O''Neil')", 'e1'],
  ['an array of an enum', "create type e2 as enum ('a', 'b')", 'e2[]'],
  ['an enum in another schema', `create schema "S"; grant usage on schema "S" to public; create type "S"."C" as enum ('a')`, '"S"."C"'],
  ['a domain with choices', "create domain d1 as text check (value in ('x', 'y'))", 'd1'],
  ['a domain with a range', 'create domain d2 as integer not null check (value between 3 and 5)', 'd2'],
  ['a domain over varchar', 'create domain d3 as varchar(4)', 'd3'],
  ['a domain over an enum', "create type e3 as enum ('a'); create domain d4 as e3", 'd4'],
  ['a domain over an array', 'create domain d5 as integer[]', 'd5'],
  ['citext', 'create extension citext', 'citext'],
  ['hstore', 'create extension hstore', 'hstore'],
  ['a domain over a domain', 'create domain d6 as integer check (value > 10); create domain d7 as d6 check (value < 13)', 'd7'],
  ['an array of a domain', 'create domain d8 as integer check (value between 3 and 5)', 'd8[]'],
  ['a domain over a range', 'create domain d9 as tstzrange check (not isempty(value))', 'd9'],
  ['a domain over an array of an enum', "create type e4 as enum ('a', 'b'); create domain d10 as e4[]", 'd10'],
  ['a composite', "create type e5 as enum ('a'); create type c1 as (n smallint, t varchar(3), e e5, at timestamptz, l integer[])", 'c1'],
  ['an array of a composite in a domain', 'create type c2 as (n integer); create domain d11 as c2; create type c3 as (x d11, y text)', 'c3[]'],
  ['a range of its own', 'create type r1 as range (subtype = double precision)', 'r1'],
  ['a multirange of its own', 'create type r2 as range (subtype = text)', 'r2[]'],
  ['a domain with choices in an array', "create domain d12 as text check (value in ('x', 'y'))", 'd12[]'],
]; // prettier-ignore

describe('a column of each type', () => {
  it('gets values', async () => {
    const cases: Record<string, Case> = {};
    for (const type of TYPES) {
      const least = /^(boolean.*|bit\(.\)\[]|char|path)$/.test(type) ? 1 : 6;
      const counted = `count(c) = ${ROWS} and count(distinct c::text) >= ${least}`;
      cases[type] = { columns: `c ${type} not null`, counted };
    }
    for (const [name, first, type] of OWN_TYPES)
      cases[name] = { columns: `c ${type} not null`, first, counted: `count(c) = ${ROWS}` };
    expect(await outcomes(cases)).toEqual(allWell(cases));
  });

  it('numbers without limits are NaN and infinite now and then, others never', async () => {
    const held = (c: string): string =>
      `count(*) filter (where ${c}::text in ('NaN', 'Infinity', '-Infinity'))`;
    expect(
      await seeded(
        t('a numeric, b double precision, c numeric(8,2), d real check (d >= 0), e numeric not null'),
        `${held('a')} > 2 and ${held('b')} > 2 and ${held('c')} + ${held('d')} = 0 and ${held('e')} > 5`,
      ),
    ).toBe(true);
  });

  it('a type that no value is made for stays empty where it may', async () => {
    expect(await seeded(t('c pg_snapshot'), 'count(*) - count(c)')).toBe(String(ROWS));
  });

  it('a type that no value is made for keeps its default', async () => {
    expect(await seeded(t('c pg_snapshot not null default pg_current_snapshot()'), 'count(c)')).toBe(
      String(ROWS),
    );
  });

  it('or it is told which column of which type it is', async () => {
    const message = await failureOf(t('seen pg_snapshot not null'));
    expect(message).toContain('seen');
    expect(message).toContain('pg_snapshot');
  });
});

describe('a column that later migrations give another type', () => {
  it.each([
    ['text', 'uuid', 'count(c::uuid)'],
    ['varchar(40)', 'date', 'count(c::date)'],
    ['text', 'integer', 'count(c::integer)'],
    ['text', 'varchar(5)', 'count(c) filter (where length(c) <= 5)'],
    ['bigint', 'smallint', 'count(c::smallint)'],
    ['numeric', 'integer', 'count(c) filter (where c = c::integer)'],
    ['numeric(12,4)', 'numeric(6,1)', 'count(c::numeric(6,1))'],
    ['text', 'state', "count(c) filter (where c in ('open', 'done'))"],
  ])('holds what can be converted: %s to %s', async (before, after, counted) => {
    await withPlayground(
      `create type state as enum ('open', 'done'); ${t(`c ${before} not null`)}; ${t(`c ${after} not null`, 'later')}`,
      async (playground) => {
        const { observer, facts, value } = playground;
        const both = await withLaterConstraints(observer, await facts('t'), await facts('later'));
        await seed(playground, 't', { over: { facts: both } });
        expect(await value(`select ${counted} from public.t`)).toBe(String(ROWS));
        expect(await value('select count(distinct c) > 1 from public.t')).toBe(true);
      },
    );
  });
});

const CONSTRAINTS: readonly (readonly [name: string, columns: string, holds: string])[] = [
    ['a generated column', 'a integer not null, twice integer generated always as (a * 2) stored', 'twice = a * 2'],
    ['an identity that is always generated', 'n integer generated always as identity', 'n is not null'],
    ['a serial', 'n serial', 'n is not null'],
    ['a CHECK with IN', "c text not null check (c in ('A', 'B', 'C'))", "c in ('A', 'B', 'C')"],
    ['equalities joined by OR', "c varchar(1) not null check (c = 'A' or c = 'B')", "c in ('A', 'B')"],
    ['BETWEEN', 'n smallint not null check (n between 1 and 31)', 'n between 1 and 31'],
    ['a lower limit', 'n numeric(8,2) not null check (n > 0)', 'n > 0'],
    ['an upper limit', 'n integer not null check (n < 10)', 'n < 10'],
    ['a negative range', 'n integer not null check (n >= -20 and n <= -10)', 'n between -20 and -10'],
    ['an open range between whole numbers', 'n numeric(5,4) not null check (n > 0 and n < 1)', 'n > 0 and n < 1'],
    ['an open range of a float', 'n double precision not null check (n > 0 and n < 1)', 'n > 0 and n < 1'],
    ['an end after the start', 'ends timestamptz not null check (ends > starts)', 'ends > starts'],
    ['a chain of instants', 'a timestamptz not null, b timestamptz not null, check (a < starts and starts < b)', 'a < starts and starts < b'],
    ['a chain of numbers', 'a integer not null, b integer not null, c integer not null, check (a < b and b < c)', 'a < b and b < c'],
    ['a length', 'c text not null check (length(c) <= 40 and length(c) > 0)', 'length(c) between 1 and 40'],
    ['a CHECK that only sampling meets', 'n integer not null check (n % 3 = 0)', 'n % 3 = 0'],
    ['a CHECK on a generated column', 'a integer not null, twice integer generated always as (a * 2) stored check (twice > 0)', 'twice > 0'],
    ['a CHECK on a column that stays empty', 'p pg_snapshot, check (p is null or pg_snapshot_xmin(p) > pg_snapshot_xmax(p))', 'p is null'],
    ['a sampled CHECK beside a generated column', 'n integer not null check (n % 3 = 0), twice integer generated always as (n * 2) stored check (twice > 0)', 'twice = n * 2'],
    ['a unique text of four characters', 'c varchar(4) not null unique', 'length(c) = 4'],
    ['a nullable unique number', 'c integer unique', 'true'],
    ['a unique uuid', 'c uuid not null unique', 'true'],
    ['a unique e-mail', 'email text not null, unique (email)', 'true'],
    ['a pattern', "c text not null check (c ~ '^[A-Z]{2}[0-9]{4}$')", "c ~ '^[A-Z]{2}[0-9]{4}$'"],
    ['an IBAN', "c varchar(22) not null check (c ~ '^[A-Z]{2}[0-9]{20}$')", 'length(c) = 22'],
    ['a unique pattern', "c varchar(8) not null unique check (c ~ '^BK-[0-9]{5}$')", "c like 'BK-%'"],
    ['an e-mail address', "c text not null check (c ~ '^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$')", "c like '%@%.%'"],
    ['words to choose from in a pattern', "c text not null check (c ~ '^(open|closed)-\\d+$')", "c ~ '^(open|closed)-'"],
    ['LIKE', "c text not null check (c like 'AB\\_%-_')", "c like 'AB\\_%-_'"],
    ['an exact length', 'c text not null check (length(c) = 4)', 'length(c) = 4'],
    ['a least length', 'c text not null check (char_length(c) >= 30 and char_length(c) < 33)', 'length(c) between 30 and 32'],
    ['a unique text of some length', 'c text not null unique check (length(c) = 12)', 'length(c) = 12'],
    ['small letters', 'c text not null check (lower(c) = c)', 'lower(c) = c'],
    ['one of three', 'a text, b integer, c date, check (num_nonnulls(a, b, c) = 1)', 'num_nonnulls(a, b, c) = 1'],
    ['both or none', 'a text, b integer, check ((a is null) = (b is null))', '(a is null) = (b is null)'],
    ['a reason where it is cancelled', "s text not null check (s in ('open', 'cancelled')), why text, check (s <> 'cancelled' or why is not null)", "s = 'open' or why is not null"],
    ['NULL or later', 'ends timestamptz, check (ends is null or ends > starts)', 'ends is null or ends > starts'],
    ['one booking of a room at a time', 'room integer not null, unique (room, starts)', 'true'],
]; // prettier-ignore

describe('what the table asks for is met', () => {
  it('every row is within the spans, with the edge instants among them', async () => {
    await withPlayground(t('c text'), async (playground) => {
      await seed(playground, 't');
      expect(
        await playground.value(
          "select count(*) from public.t where starts < '2026-01-01' or starts >= '2026-07-01'",
        ),
      ).toBe('0');
      expect(
        await playground.value(
          "select count(*) from public.t where starts in ('2026-01-01', '2026-06-30 23:59:59.999999', '2026-02-28 12:00')",
        ),
      ).toBe('3');
    });
  });

  it('nullable columns are null now and then, others never', async () => {
    expect(
      await seeded(
        t('a text, b integer, c text not null'),
        `count(a) between 250 and 290 and count(b) between 250 and 290 and count(*) filter (where a is null and b is null) = 0`,
      ),
    ).toBe(true);
  });

  it('whatever it is', async () => {
    const cases = Object.fromEntries(
      CONSTRAINTS.map(([name, columns, holds]) => [
        name,
        { columns, counted: `count(*) = ${ROWS} and coalesce(bool_and(${holds}), true)` },
      ]),
    );
    expect(await outcomes(cases)).toEqual(allWell(cases));
  });

  it('whole days where the key is a date', async () => {
    expect(
      await seeded('create table t (id bigint, starts date, primary key (id, starts))', `count(*) = ${ROWS}`),
    ).toBe(true);
  });

  it('a key of whole seconds rounds no instant over a bound', async () => {
    expect(
      await seeded(
        'create table t (id bigint, starts timestamp(0), primary key (id, starts))',
        "max(starts) = '2026-06-30 23:59:59' and min(starts) = '2026-01-01'",
      ),
    ).toBe(true);
  });

  it('an exclusion constraint costs rows, but no failure', async () => {
    expect(
      await seeded(
        `create extension btree_gist;
         create table t (id bigint primary key, starts timestamptz not null, room integer not null check (room between 1 and 500),
                         ends timestamptz not null check (ends > starts),
                         exclude using gist (room with =, tstzrange(starts, ends) with &&))`,
        `count(*) between ${ROWS / 2} and ${ROWS}`,
      ),
    ).toBe(true);
  });

  it('a column that each row has a value of its own in is told', async () => {
    await withPlayground(t('c text not null unique, d text'), async (playground) => {
      expect([...(await seed(playground, 't'))].sort()).toEqual(['c', 'id']);
    });
  });
});

describe('what can not be seeded says why', () => {
  it.each([
    [
      'a CHECK that nothing meets',
      t('n integer, constraint never check (n is not null and n <> n)'),
      'never',
    ],
    [
      'a pattern that looks ahead',
      t("c text not null constraint odd check (c ~ '^(?=.*[0-9]{9})[a-z]{9}x')"),
      'odd',
    ],
    [
      'a trigger that raises',
      `${t('c text')}; create function refuse() returns trigger language plpgsql as $$begin raise 'closed on sundays'; end$$;
       create trigger r before insert on t for each row execute function refuse()`,
      'closed on sundays',
    ],
    [
      'a parent that refuses rows',
      `create table room (id integer primary key, constraint walls check (id < 0 and id > 0)); ${t('room integer not null references room')}`,
      'walls',
    ],
    [
      'two tables that must refer to each other',
      `create table room (id integer primary key, last bigint not null);
       create table t (id bigint primary key, starts timestamptz, room integer not null references room);
       alter table room add constraint back foreign key (last) references t deferrable`,
      'back',
    ],
  ])('%s', async (_, schema, named) => {
    const message = await failureOf(schema);
    expect(message).toContain(named);
    expect(message).toMatch(/public\.(t|room)/);
  });

  it('SQL of the user that fails', async () => {
    const seedSql = new Map([['public.t', 'insert into public.t values (1)']]);
    expect(await failureOf(t('c text not null'), { seedSql })).toContain('null value in column "starts"');
  });
});

describe('the same seed', () => {
  const SCHEMA = `create type state as enum ('a', 'b'); create table room (id uuid primary key, name text);
    ${t('c text, n numeric(8,2), s state not null, u uuid, j jsonb, r tstzrange, room uuid not null references room')}`;
  const sumOf = (number: number): Promise<unknown> =>
    withPlayground(SCHEMA, async (playground) => {
      await seed(playground, 't', { over: { seed: number } });
      const { columns } = await playground.facts('t');
      return playground.value(`select sum(${rowHash(columns, 't')})::text from public.t`);
    });

  it('makes the same rows, and another makes others', async () => {
    const [first, second, other] = [await sumOf(1), await sumOf(1), await sumOf(2)];
    expect(first).toMatch(/^-?\d+$/);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });
});
