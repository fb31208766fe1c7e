/** What is applied: a base that is in use, and two releases on top of it, one that moves nothing and one that copies rows. */
import {
  INDEX,
  KEY,
  lowerOf,
  type MonthRange,
  monthlyPartitions,
  parentTable,
  upperOf,
  yearAndMonth,
} from '../manager/booking-set.ts';

/** Name of the file, and its SQL. */
export type Files = Readonly<Record<string, string>>;

export interface Release {
  readonly name: string;
  readonly file: string;
  readonly statements: readonly string[];
}

/** Another partitioned table that no release names: what `full` proves and `touched` does not. */
const VISIT = `create table visit (
      visit_id bigint not null,
      at timestamptz not null,
      gate integer not null,
      primary key (visit_id, at)
  ) partition by range (at)`;

export const baseFiles = (months: readonly MonthRange[]): Files => ({
  'V1__bookings.sql': [parentTable(KEY), INDEX, ...monthlyPartitions(months)].join(';\n'),
  'V2__visits.sql': [
    VISIT,
    `create table visit_all partition of visit for values from ('${lowerOf(months)}') to ('${upperOf(months)}')`,
  ].join(';\n'),
});

export const seedVisits = (rows: number, months: readonly MonthRange[]): string => `
  insert into visit
  select n, timestamptz '${lowerOf(months)}' + n * interval '1 second', n % 9
    from generate_series(1, ${rows}) n`;

/** A column and a quarter ahead: the server itself needs milliseconds for it. */
const ahead = (months: readonly MonthRange[]): Release => ({
  name: 'a column, a partition ahead',
  file: 'V3__ahead.sql',
  statements: [
    'alter table amenity_booking add column note text',
    `create table amenity_booking_ahead partition of amenity_booking
      for values from ('${upperOf(months)}') to (timestamptz '${upperOf(months)}' + interval '3 months')`,
  ],
});

/** Three months become a quarter by copying, all others locked out: what a plain migration does. */
function quarter(months: readonly MonthRange[]): Release {
  const three = months.slice(9, 12);
  const [first] = three;
  const last = three.at(-1);
  const names = three.map((month) => `amenity_booking_p${yearAndMonth(month)}`);
  return {
    name: 'three months copied into a quarter',
    file: 'V3__quarter.sql',
    statements: [
      'lock table amenity_booking in access exclusive mode',
      'create table amenity_booking_quarter (like amenity_booking including defaults including constraints)',
      ...names.map((name) => `insert into amenity_booking_quarter select * from ${name}`),
      `drop table ${names.join(', ')}`,
      `alter table amenity_booking attach partition amenity_booking_quarter
        for values from ('${first?.lower ?? ''}') to ('${last?.upper ?? ''}')`,
    ],
  };
}

export const releases = (months: readonly MonthRange[]): readonly Release[] => [
  ahead(months),
  quarter(months),
];
