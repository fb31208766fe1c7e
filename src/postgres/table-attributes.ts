/** Reads from the catalog what hangs on tables, and where their sequences stand. */
import type { Client } from 'pg';
import type { Attribute, AttributeKind, Numbering, TableAttributes } from '../domain/attributes.ts';
import { ATTRIBUTES } from './attribute-queries.ts';
import { quoteIdentifier } from './connection.ts';

interface Row {
  readonly root: number;
  readonly table: number;
  readonly kind: AttributeKind | 'table' | 'column' | 'partition key' | 'numbering' | 'any view';
  readonly name: string;
  readonly definition: string | null;
  readonly columns: readonly string[];
  readonly oid: number;
  readonly object: string | null;
  readonly flags: string;
}

/**
 * In one query for all of them, and a second one where there are sequences.
 * @param before what they had, by their oids now: where a sequence went back, the greatest number is read.
 */
export async function readAttributes(
  client: Client,
  oids: readonly number[],
  before: ReadonlyMap<number, TableAttributes> = new Map(),
): Promise<ReadonlyMap<number, TableAttributes>> {
  if (oids.length === 0) return new Map();
  const { rows } = await client.query<Row>(ATTRIBUTES, [oids]);
  // As text has no order of its own across collations, and a union has none at all.
  rows.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const positions = await readPositions(client, rows);
  const views = rows.filter((row) => row.kind === 'any view').map((row) => row.definition ?? '');
  const read = new Map<number, TableAttributes>();
  for (const oid of oids) {
    const own = rows.filter((row) => row.root === oid);
    const itself = own.find((row) => row.table === oid && row.kind === 'table');
    if (!itself) continue;
    const table: TableAttributes = {
      table: itself.name,
      oid,
      owner: itself.definition ?? '',
      isPartitioned: itself.flags.includes('partitioned'),
      columns: own.filter((row) => row.kind === 'column').map(columnOf),
      partitionKey: [...new Set(own.filter((row) => row.kind === 'partition key').map((row) => row.name))],
      attributes: own.filter((row) => row.table === oid).flatMap(attributeOf),
      partitions: own
        .filter((row) => row.kind === 'table' && row.table !== oid)
        .map(({ name, table: partition }) => ({
          name,
          oid: partition,
          attributes: own.filter((row) => row.table === partition).flatMap(attributeOf),
        })),
      numberings: numberingsOf(own, positions),
      views,
    };
    read.set(oid, await withHighest(client, table, before.get(oid)));
  }
  return read;
}

const orderOf = ({ kind, name, definition, columns, table }: Row): string =>
  [kind, name, definition, ...columns, table].join(' ');

const columnOf = ({ name, definition }: Row): TableAttributes['columns'][number] => {
  const [position = '', ...type] = (definition ?? '').split(' ');
  return { name, position: Number(position), type: type.join(' ') };
};

const STRUCTURE: readonly Row['kind'][] = ['table', 'column', 'partition key', 'numbering', 'any view'];

const isStructure = (kind: Row['kind']): kind is Exclude<Row['kind'], AttributeKind> =>
  STRUCTURE.includes(kind);

function attributeOf({ kind, name, definition, columns, oid, object, flags }: Row): Attribute[] {
  // A default that takes its number from a sequence is told of as a numbering.
  if (isStructure(kind) || (kind === 'default' && definition?.startsWith('nextval('))) return [];
  return [
    {
      kind,
      name,
      definition: definition ?? '',
      columns,
      oid,
      ...(object === null ? {} : { object }),
      ...(flags.includes('unique') ? { isUnique: true } : {}),
      ...(flags.includes('constraint') ? { ofConstraint: true } : {}),
    },
  ];
}

interface Position {
  readonly sequence: number;
  readonly last: string;
  readonly isCalled: boolean;
}

/** As the sequence itself holds it: the catalog's view can't tell one that was restarted from one never used. */
async function readPositions(client: Client, rows: readonly Row[]): Promise<ReadonlyMap<number, Position>> {
  const sequences = new Map(
    rows.flatMap((row) =>
      row.kind === 'numbering' && row.object !== null ? [[row.oid, row.object] as const] : [],
    ),
  );
  if (sequences.size === 0) return new Map();
  const reads = [...sequences].map(
    ([oid, name]) =>
      `select ${oid}::oid as sequence, s.last_value::text as last, s.is_called as "isCalled" from ${name} s`,
  );
  const { rows: found } = await client.query<Position>(reads.join(' union all '));
  return new Map(found.map((position) => [position.sequence, position]));
}

const numberingsOf = (rows: readonly Row[], positions: ReadonlyMap<number, Position>): Numbering[] =>
  rows.flatMap(({ kind, name, definition, oid, object, flags }): Numbering[] => {
    const position = positions.get(oid);
    if (kind !== 'numbering' || !position || object === null) return [];
    const increment = BigInt(flags);
    return [
      {
        column: name,
        kind: definition === 'always' || definition === 'by default' ? definition : 'serial',
        sequence: object,
        next: BigInt(position.last) + (position.isCalled ? increment : 0n),
        increment,
      },
    ];
  });

/** A sequence that went back is right where it still stands behind every number in use. */
async function withHighest(
  client: Client,
  table: TableAttributes,
  before: TableAttributes | undefined,
): Promise<TableAttributes> {
  const numberings: Numbering[] = [];
  for (const numbering of table.numberings) {
    const old = before?.numberings.find((n) => n.column === numbering.column);
    if (!old || numbering.next >= old.next) {
      numberings.push(numbering);
      continue;
    }
    const { rows } = await client.query<{ highest: string | null }>(
      `select pg_catalog.max(t.${quoteIdentifier(numbering.column)})::text as highest from ${table.table} t`,
    );
    const highest = rows[0]?.highest ?? null;
    numberings.push(highest === null ? numbering : { ...numbering, highest: BigInt(highest) });
  }
  return { ...table, numberings };
}
