/** Plain tables that become partitioned ones, in the ways in which people do that; and migrations that have no partitions. */
import type { Case } from '../case.ts';
import { NOW, years } from '../sql.ts';

const PLAIN = `create table delivery (
    delivery_no bigint generated always as identity primary key,
    depot text not null,
    due_at timestamp without time zone not null,
    signed boolean not null default false
);
`;

const PARTITIONED = `create table delivery (
    delivery_no bigint generated always as identity,
    depot text not null,
    due_at timestamp without time zone not null,
    signed boolean not null default false,
    primary key (delivery_no, due_at)
) partition by range (due_at);
`;

const ASIDE = `alter table delivery rename to delivery_plain;
alter table delivery_plain rename constraint delivery_pkey to delivery_plain_pkey;
alter sequence delivery_delivery_no_seq rename to delivery_plain_no_seq;
`;

const COPY = `insert into delivery (delivery_no, depot, due_at, signed) overriding system value
select delivery_no, depot, due_at, signed from delivery_plain;
select setval(pg_get_serial_sequence('delivery', 'delivery_no'), (select max(delivery_no) from delivery));
drop table delivery_plain;
`;

export const CONVERSIONS: readonly Case[] = [
  {
    name: 'finds nothing where the old table is attached as the first partition',
    project: {
      base: { 'migrations/V1__delivery.sql': PLAIN },
      files: {
        'migrations/V2__partition.sql': `${ASIDE}
${PARTITIONED}
alter table delivery_plain drop constraint delivery_plain_pkey;
alter table delivery_plain alter delivery_no drop identity;
alter table delivery_plain add check (due_at >= '2023-01-01' and due_at < '2026-04-01');
alter table delivery attach partition delivery_plain for values from ('2023-01-01') to ('2026-04-01');
create table delivery_2026 partition of delivery for values from ('2026-04-01') to ('2027-01-01');
create table delivery_2027 partition of delivery for values from ('2027-01-01') to ('2028-01-01');
`,
        'partition-guard.yml': 'tables: [{ name: delivery, range: [2023-02-01, 2026-03-14] }]\n',
      },
    },
    args: NOW,
    verdict: 'pass',
    scenarios: ['fresh', 'upgrade', 'rerun'],
    says: ['600 rows kept'],
  },
  {
    name: 'finds nothing where rows are copied, and the old table dropped',
    project: {
      base: { 'db/migration/V1__delivery.sql': PLAIN },
      files: { 'db/migration/V2__partition.sql': `${ASIDE}${PARTITIONED}${years('delivery')}${COPY}` },
    },
    args: NOW,
    verdict: 'pass',
    tables: ['public.delivery'],
  },
  {
    name: 'sees rows that an attached table keeps to itself',
    project: {
      base: { 'migrations/V1__delivery.sql': PLAIN },
      files: {
        'migrations/V2__partition.sql': `${ASIDE}${PARTITIONED}${years('delivery')}
create view all_deliveries as select * from delivery_plain union all select * from delivery;
`,
      },
    },
    args: NOW,
    verdict: 'fail',
    findings: { upgrade: ['no-row-lost'] },
    location: {
      check: 'no-row-lost',
      file: 'migrations/V2__partition.sql',
      line: 'alter table delivery rename',
    },
    says: ['delivery_plain'],
  },
  {
    name: 'takes rows in a declared successor for rows that are there',
    project: {
      base: { 'migrations/V1__delivery.sql': PLAIN },
      files: {
        'migrations/V2__partition.sql': `${ASIDE}${PARTITIONED}${years('delivery')}`,
        'partition-guard.yml': 'tables: [{ name: delivery, successor: delivery_plain }]\n',
      },
    },
    args: NOW,
    verdict: 'pass',
    says: ['600 rows kept'],
  },
  {
    name: 'takes a table of another name for the one that is its successor',
    project: {
      base: { 'migrations/V1__delivery.sql': PLAIN },
      files: {
        'migrations/V2__partition.sql': `${PARTITIONED.replace('delivery (', 'delivery_v2 (')}${years('delivery_v2')}
insert into delivery_v2 overriding system value select * from delivery;
select setval(pg_get_serial_sequence('delivery_v2', 'delivery_no'), (select max(delivery_no) from delivery_v2));
drop table delivery;
`,
        'partition-guard.yml':
          'tables: [{ name: delivery, successor: public.delivery_v2, key: delivery_no }]\n',
      },
    },
    args: NOW,
    verdict: 'pass',
    says: ['600 rows kept'],
  },
  {
    name: 'sees rows in a table that nobody declared as a successor',
    project: {
      base: { 'migrations/V1__delivery.sql': PLAIN },
      files: {
        'migrations/V2__partition.sql': `${PARTITIONED.replace('delivery (', 'delivery_v2 (')}${years('delivery_v2')}
insert into delivery_v2 overriding system value select * from delivery;
drop table delivery;
`,
        'partition-guard.yml':
          'tables: [{ name: delivery, range: [2025-01-01, 2026-03-15] }, { name: delivery_v2 }]\n',
      },
    },
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'fail',
    findings: { upgrade: ['no-row-lost'] },
    says: ['delivery_v2'],
  },
  {
    name: 'does not judge a column that the change redefines, and names it',
    project: {
      base: { 'migrations/V1__delivery.sql': PLAIN },
      files: {
        'migrations/V2__partition.sql': `${ASIDE}${PARTITIONED.replace('depot text', 'depot varchar(500)')}${years('delivery')}${COPY}`,
      },
    },
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'pass',
  },
  {
    name: 'has nothing to judge in a project without partitions',
    project: {
      files: {
        'migrations/V1__customer.sql':
          'create table customer (id integer primary key, name text not null);\n',
        'migrations/V1.1__email.sql': 'alter table customer add column email text;\n',
        'migrations/R__names.sql': 'create or replace view customer_name as select name from customer;\n',
      },
    },
    verdict: 'pass',
    scenarios: ['fresh', 'upgrade', 'rerun'],
    says: ['Nothing to judge: no table is, or becomes, range-partitioned by time.', 'PASS'],
    tables: [],
  },
  {
    name: 'says of a table partitioned by list that it is not judged',
    project: {
      files: {
        'migrations/V1__list.sql': `create table shop_order (id integer, region text not null) partition by list (region);
create table shop_order_eu partition of shop_order for values in ('eu');
create table reading (id integer, at_number integer not null) partition by range (at_number);
`,
      },
    },
    verdict: 'pass',
    says: ['public.shop_order is not judged', 'public.reading is not judged'],
  },
];
