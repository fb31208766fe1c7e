/** Puts together what was found of one table: its layout, what its default partitions hold, and what stands beside it. */
import type { InspectedTable, PartitionFacts, Rest, Twin } from '../../domain/inspection.ts';
import type { Layout } from '../../domain/layout.ts';
import type { Range } from '../../domain/range.ts';
import { count as counted } from '../../domain/wording.ts';
import type { Member } from './catalog.ts';
import type { HoldingOf, InheritedTable } from './inheritance.ts';
import type { Neighbour } from './neighbours.ts';
import type { CountRest } from './rests.ts';
import type { Forest, JudgedRoot } from './tables.ts';
import { twinsOf } from './twins.ts';
import type { ZoneOf } from './zones.ts';

export interface Doors {
  readonly neighbours: readonly Neighbour[];
  readonly holdingOf: HoldingOf;
  readonly zoneOf: ZoneOf;
  readonly countRest: CountRest;
  readonly forest: Forest;
}

/** More default partitions within partitions than that are told of by their estimates. */
const MOST_RESTS = 20;

export async function inspectedRoot(judged: JudgedRoot, doors: Doors): Promise<InspectedTable> {
  const { root, layout, facts, defaults, pending } = judged;
  const rests: Rest[] = [];
  for (const one of defaults.slice(0, MOST_RESTS))
    rests.push({
      oid: one.oid,
      partition: one.name,
      count: await countDefault(one, layout.keyColumn, doors),
    });
  const left = defaults.length - rests.length;
  const twins = [
    ...pending.map(({ member, range }): Twin => pendingTwin(member, range, doors)),
    ...besides(layout, root.oid, doors),
  ];
  return {
    layout: withCounts(layout, rests),
    style: 'declarative',
    keyColumns: root.key ?? [],
    ...zoned(layout, doors),
    facts,
    rests,
    twins,
    notSeen: [
      ...judged.notSeen,
      ...(left > 0 ? [`${String(left)} more default partitions within partitions were not counted.`] : []),
      ...foreignWords(facts),
    ],
  };
}

export async function inspectedInheritance(
  { root, layout, facts, notSeen }: InheritedTable,
  doors: Doors,
): Promise<InspectedTable> {
  const estimate = doors.holdingOf(root).rows;
  const count = await doors.countRest(root.oid, {
    name: root.name,
    keyColumn: layout.keyColumn,
    only: true,
    isForeign: false,
    ...(estimate === undefined ? {} : { estimate }),
  });
  const rests = [{ oid: root.oid, partition: root.name, count }];
  return {
    layout: withCounts(layout, rests),
    style: 'inheritance',
    keyColumns: [layout.keyColumn],
    ...zoned(layout, doors),
    facts,
    rests,
    twins: besides(layout, root.oid, doors),
    notSeen,
  };
}

function zoned(layout: Layout, { zoneOf }: Doors): { zone?: string } {
  const zone = zoneOf(layout);
  return zone === undefined ? {} : { zone };
}

const besides = (layout: Layout, oid: number, { neighbours, holdingOf }: Doors): Twin[] =>
  twinsOf(
    {
      oid,
      table: layout.table,
      keyColumn: layout.keyColumn,
      keyType: layout.keyType,
      partitions: new Set(layout.partitions.map((one) => one.oid)),
    },
    neighbours,
    holdingOf,
  );

function countDefault(one: Member, keyColumn: string, { countRest, forest, holdingOf }: Doors) {
  const leaves = forest.leavesOf(one);
  const known = leaves.map((leaf) => holdingOf(leaf).rows);
  const estimate = known.every((rows) => rows !== undefined)
    ? known.reduce((sum: number, rows) => sum + (rows ?? 0), 0)
    : undefined;
  return countRest(one.oid, {
    name: one.name,
    keyColumn,
    only: false,
    isForeign: leaves.some(({ kind }) => kind === 'f'),
    ...(estimate === undefined ? {} : { estimate }),
  });
}

/** With what was counted in place of what was estimated. */
function withCounts(layout: Layout, rests: readonly Rest[]): Layout {
  const exact = new Map(
    rests.flatMap(({ oid, count }) => (count.kind === 'exact' ? [[oid, count.rows]] : [])),
  );
  return {
    ...layout,
    partitions: layout.partitions.map((one) =>
      one.kind === 'default' ? { ...one, rows: exact.get(one.oid) ?? one.rows } : one,
    ),
  };
}

function pendingTwin({ oid, name, kind, ...rest }: Member, range: Range, { holdingOf }: Doors): Twin {
  return {
    oid,
    name,
    kind: kind === 'f' ? 'foreign' : 'table',
    how: 'pending',
    by: 'bound',
    range,
    ...holdingOf({ oid, kind, estimate: rest.estimate, live: rest.live, pages: rest.pages }),
  };
}

function foreignWords(facts: readonly PartitionFacts[]): string[] {
  const foreign = facts.filter(({ kind }) => kind === 'foreign').length;
  return foreign === 0
    ? []
    : [
        `${counted(foreign, 'partition')} ${foreign === 1 ? 'is a foreign table' : 'are foreign tables'}: other servers hold the rows, and were not asked for their number or size.`,
      ];
}
