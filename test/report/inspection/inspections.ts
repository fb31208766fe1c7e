/** Inspections for tests of their reports. */
import { DAY, instantOf } from '../../../src/domain/instant.ts';
import type { InspectedTable, Inspection, Twin } from '../../../src/domain/inspection.ts';
import { rangeOf } from '../../../src/domain/range.ts';

export const START = instantOf({ year: 2026, month: 1, day: 1 });

export interface Made {
  readonly table?: string;
  readonly days?: number;
  /** Of the partitions by their number: they are left out. */
  readonly missing?: readonly number[];
  readonly nameOf?: (n: number) => string;
  readonly twins?: readonly Twin[];
  readonly notSeen?: readonly string[];
  readonly column?: string;
}

/** Of one partition a day, with a default one of three rows. */
export function tableOf({
  table = 'public.t',
  days = 3,
  missing = [],
  nameOf = (n) => `public.t_${n}`,
  twins = [],
  notSeen = [],
  column = 'at',
}: Made): InspectedTable {
  const numbers = Array.from({ length: days }, (_, n) => n).filter((n) => !missing.includes(n));
  const rest = { oid: 9_999_999, name: nameOf(-1) };
  return {
    layout: {
      table,
      keyColumn: column,
      keyType: 'timestamptz',
      partitions: [
        ...numbers.map((n) => ({
          kind: 'range' as const,
          name: nameOf(n),
          oid: n + 1,
          rows: 10,
          range: rangeOf({ lower: START + BigInt(n) * DAY, upper: START + BigInt(n + 1) * DAY }),
        })),
        { kind: 'default' as const, ...rest, rows: 3 },
      ],
    },
    style: 'declarative',
    keyColumns: [column],
    zone: 'UTC',
    facts: [
      ...numbers.map((n) => ({
        oid: n + 1,
        kind: 'table' as const,
        rows: 10,
        bytes: 8192,
        holes: [],
        caught: [],
      })),
      { oid: rest.oid, kind: 'table' as const, rows: 3, bytes: 8192, holes: [], caught: [] },
    ],
    rests: [
      {
        oid: rest.oid,
        partition: rest.name,
        count: { kind: 'exact', rows: 3, nulls: 0, from: START, to: START },
      },
    ],
    twins,
    notSeen,
  };
}

export const inspectionOf = (
  tables: readonly InspectedTable[],
  more: Partial<Inspection> = {},
): Inspection => ({
  target: { database: 'bookings', user: 'guard_inspect', serverVersion: '16.4' },
  isStandby: false,
  toolVersion: '0.1.0',
  now: START + DAY,
  runwayDays: 90,
  isLimited: false,
  tables,
  unjudged: [],
  notSeen: [],
  remarks: [],
  ...more,
});
