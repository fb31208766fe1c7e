import { describe, expect, it } from '@jest/globals';
import { withPlayground } from '../../support/playground.ts';
import { ROWS, seed, t } from './seeded-playground.ts';

describe('parents are filled first', () => {
  it('through a chain of them, with a value for every child', async () => {
    await withPlayground(
      `create table country (code char(2) primary key);
       create table city (id uuid primary key, country char(2) not null references country);
       ${t('city uuid not null references city')}`,
      async (playground) => {
        await seed(playground, 't');
        expect(
          await playground.value('select count(*) from public.t join public.city c on c.id = t.city'),
        ).toBe(String(ROWS));
        expect(await playground.value('select count(distinct city) > 20 from public.t')).toBe(true);
        expect(await playground.value('select count(*) > 100 from public.country')).toBe(true);
      },
    );
  });

  it('with the rows that are there already, where there are any', async () => {
    await withPlayground(
      `create table room (id integer primary key); insert into room values (7), (8);
       ${t('room integer not null references room')}`,
      async (playground) => {
        await seed(playground, 't');
        expect(await playground.value('select count(*) from public.room')).toBe('2');
        expect(await playground.value('select count(distinct room) from public.t')).toBe('2');
      },
    );
  });

  it('by a key of several columns, together', async () => {
    await withPlayground(
      `create table room (site integer, no integer, primary key (site, no));
       ${t('site integer not null, room integer not null, foreign key (site, room) references room')}`,
      async (playground) => {
        await seed(playground, 't');
        expect(await playground.value('select count(*) from public.t')).toBe(String(ROWS));
      },
    );
  });

  it('where a tenant is part of two foreign keys', async () => {
    await withPlayground(
      `create table tenant (id integer primary key);
       create table room (tenant integer references tenant, id integer, primary key (tenant, id));
       ${t('tenant integer not null references tenant, room integer not null, foreign key (tenant, room) references room')}`,
      async (playground) => {
        await seed(playground, 't');
        expect(await playground.value('select count(*) from public.t')).toBe(String(ROWS));
      },
    );
  });

  it('where two keys of several columns share one', async () => {
    await withPlayground(
      `create table tenant (id integer primary key);
       create table room (tenant integer references tenant, id integer, primary key (tenant, id));
       create table guest (tenant integer references tenant, id integer, primary key (tenant, id));
       ${t(`tenant integer not null references tenant, room integer not null, guest integer not null,
         foreign key (tenant, room) references room, foreign key (tenant, guest) references guest`)}`,
      async (playground) => {
        await seed(playground, 't');
        expect(await playground.value('select count(*) from public.t')).toBe(String(ROWS));
        expect(await playground.value('select count(distinct (room, guest)) > 50 from public.t')).toBe(true);
      },
    );
  });

  it('by a key that is unique, and NULL in some rows of the parent', async () => {
    await withPlayground(
      `create table room (id integer primary key, code text unique);
       insert into room select n, case when n % 2 = 0 then 'r' || n end from generate_series(1, 40) n;
       ${t('room text not null references room (code)')}`,
      async (playground) => {
        await seed(playground, 't');
        expect(await playground.value('select count(distinct room) from public.t')).toBe('20');
      },
    );
  });

  it('but a row that refers to its own kind refers to itself', async () => {
    await withPlayground(
      `create table t (id bigint primary key, starts timestamptz not null, parent bigint references t);
       create table must (id bigint primary key, starts timestamptz not null, parent bigint not null references must);
       create table tenancy (tenant integer not null, id bigint, starts timestamptz not null, parent bigint,
         primary key (tenant, id), foreign key (tenant, parent) references tenancy)`,
      async (playground) => {
        for (const table of ['t', 'must', 'tenancy']) await seed(playground, table);
        expect(
          await playground.value(
            'select count(*) = 300 and count(parent) between 100 and 200 and bool_and(parent = id) from public.t',
          ),
        ).toBe(true);
        expect(await playground.value('select count(parent) = 300 from public.must')).toBe(true);
        expect(
          await playground.value('select count(*) = 300 and count(parent) > 100 from public.tenancy'),
        ).toBe(true);
      },
    );
  });

  it('and stays open where two tables refer to each other, and one need not', async () => {
    await withPlayground(
      `create table room (id integer primary key, last bigint);
       create table t (id bigint primary key, starts timestamptz not null, room integer not null references room);
       alter table room add foreign key (last) references t`,
      async (playground) => {
        await seed(playground, 't');
        expect(await playground.value('select count(distinct room) > 50 from public.t')).toBe(true);
      },
    );
  });

  it('by SQL of the user where there is any', async () => {
    await withPlayground(
      `create table room (id integer primary key, check (id::text ~ '^4+$'));
       ${t('room integer not null references room')}`,
      async (playground) => {
        const seedSql = new Map([['public.room', 'insert into public.room values (4), (44)']]);
        await seed(playground, 't', { seedSql });
        expect(await playground.value('select max(room) from public.t')).toBe(44);
      },
    );
  });
});
