/** Looks at the partitions of a target: one read-only snapshot, no table locked but for moments, nothing waited for. */
import type { InspectedTable, Inspection } from '../../domain/inspection.ts';
import type { Instant } from '../../domain/instant.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { TOOL_VERSION } from '../../domain/tool-version.ts';
import { count } from '../../domain/wording.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { reading } from '../plan/reading.ts';
import type { Target } from '../target.ts';
import { readLocked, readMembers } from './catalog.ts';
import { chosen, type WantedTable } from './choose-tables.ts';
import { restCounter } from './rests.ts';
import { inheritedTables, type InheritedTable } from './inheritance.ts';
import { listedUpToFive } from './listed.ts';
import { type Neighbour, readNeighbours } from './neighbours.ts';
import { measureSizes } from './sizes.ts';
import { Forest, holdingOf, type JudgedRoot, type Leaf, readTable } from './tables.ts';
import { inspectedInheritance, inspectedRoot } from './whole-table.ts';
import { zoneFinder } from './zones.ts';

export interface InspectRequest {
  readonly now: Instant;
  readonly runwayDays: number;
  /** Undefined: every table. A name that fits none is an error. */
  readonly wanted?: readonly WantedTable[];
  /** Of the configuration: a name that fits none is told. */
  readonly configured?: readonly WantedTable[];
}

interface Session {
  readonly isStandby: boolean;
  readonly zone: string;
}

/** A lock that is not there at once is not waited for. */
const IMPATIENT = `
  set local lock_timeout to '100ms';
  set local jit to off`;

export const inspectTarget = (target: Target, request: InspectRequest): Promise<Inspection> =>
  reading(
    target.client,
    async (client) => {
      const { rows } = await client.query<Session>(
        'select pg_catalog.pg_is_in_recovery() as "isStandby", pg_catalog.current_setting(\'TimeZone\') as zone',
      );
      return rows[0] ?? { isStandby: false, zone: 'UTC' };
    },
    async (read, session) => {
      const { client } = read;
      await client.query(IMPATIENT);
      const locked = await inTime(readLocked(client));
      const forest = new Forest(await inTime(readMembers(client)));
      const keyColumns = [...new Set(forest.roots.flatMap(({ keyColumn }) => keyColumn ?? []))];
      const notSeen: string[] = [];
      const neighbours =
        (await read.attempt(
          () => readNeighbours(client, keyColumns, locked),
          (sqlstate) =>
            notSeen.push(
              `Tables beside the partitions could not be read (SQLSTATE ${sqlstate}): detached and inherited ones are not told of.`,
            ),
        )) ?? [];
      const named = namedIn(forest, neighbours, request, notSeen);
      const concerned = new Set(named.map(({ oid }) => oid));
      const leaves = forest.roots
        .filter(({ oid }) => concerned.has(oid))
        .flatMap((root) => forest.leavesOf(root));
      const sizes = await measureSizes(read, [...leaves, ...neighbours], locked);
      notSeen.push(...sizes.notSeen);
      const all = forest.roots
        .filter(({ oid }) => concerned.has(oid))
        .map((root) => readTable(forest, root, sizes.of));
      const judged = all.filter((one): one is JudgedRoot => 'root' in one);
      const holding = (one: Leaf) => holdingOf([one], sizes.of);
      const inherited = inheritedTables(neighbours, holding);
      const parents = inherited.judged.filter(({ root }) => concerned.has(root.oid));
      const doors = {
        neighbours,
        holdingOf: holding,
        zoneOf: zoneFinder(session.zone),
        countRest: restCounter(client, locked),
        forest,
      };
      const tables = [
        ...(await inTurn(judged, (one: JudgedRoot) => inspectedRoot(one, doors))),
        ...(await inTurn(parents, (one: InheritedTable) => inspectedInheritance(one, doors))),
      ];
      return {
        target: target.facts,
        isStandby: session.isStandby,
        toolVersion: TOOL_VERSION,
        now: request.now,
        runwayDays: request.runwayDays,
        isLimited: request.wanted !== undefined || request.configured !== undefined,
        tables: tables.sort((a, b) => (a.layout.table < b.layout.table ? -1 : 1)),
        unjudged: [
          ...all.flatMap((one) => ('root' in one ? [] : [one])),
          ...inherited.unjudged.filter(({ table }) => named.some(({ name }) => name === table)),
        ].sort((a, b) => (a.table < b.table ? -1 : 1)),
        remarks: sizes.remarks,
        notSeen: [...notSeen, ...lockedWords(locked, [...leaves, ...neighbours])],
      };
    },
  );

/** Without these two there is nothing to tell. */
async function inTime<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!['57014', '55P03'].includes(errorCode(error) ?? '')) throw error;
    throw new OperatorError('the catalog of this database could not be read in time', {
      code: 'catalog-not-read',
      hint: 'Try again when the server is less busy, or when no session locks the catalog itself (VACUUM FULL of it does).',
      exitStatus: EXIT.fault,
      cause: error,
    });
  }
}

async function inTurn<T>(
  all: readonly T[],
  inspect: (one: T) => Promise<InspectedTable>,
): Promise<InspectedTable[]> {
  const done: InspectedTable[] = [];
  for (const one of all) done.push(await inspect(one));
  return done;
}

/** What is partitioned, and what others inherit from: all, or those that are asked for. */
function namedIn(
  forest: Forest,
  neighbours: readonly Neighbour[],
  { wanted, configured }: InspectRequest,
  notSeen: string[],
): { readonly oid: number; readonly name: string }[] {
  const parents = new Set(neighbours.flatMap((one) => one.parents));
  const tables = [
    ...forest.roots,
    ...neighbours.filter((one) => one.kind === 'r' && one.parents.length === 0 && parents.has(one.oid)),
  ];
  if (wanted) {
    const partitions = forest.roots.flatMap((root) =>
      forest.under(root).map((one) => ({ ...one, of: root.name })),
    );
    return chosen(wanted, tables, partitions);
  }
  if (!configured) return tables;
  const isOne = (table: (typeof tables)[number], { schema, name }: WantedTable): boolean =>
    table.relation === name && (schema === undefined || schema === table.schema);
  const missing = configured.filter((one) => !tables.some((table) => isOne(table, one)));
  if (missing.length > 0)
    notSeen.push(
      `The configuration names ${count(missing.length, 'table')} that ${missing.length === 1 ? 'is' : 'are'} not partitioned in this database: ${listedUpToFive(missing.map(({ written }) => written))}.`,
    );
  return tables.filter((table) => configured.some((one) => isOne(table, one)));
}

function lockedWords(
  locked: ReadonlySet<number>,
  concerned: readonly { readonly oid: number; readonly name: string }[],
): string[] {
  const held = concerned.filter(({ oid }) => locked.has(oid)).map(({ name }) => name);
  return held.length === 0
    ? []
    : [
        `Another session holds ${count(held.length, 'table')} alone, or waits to: ${listedUpToFive(held)}. What they weigh, hold and are bound by was not read; their ranges are told.`,
      ];
}
