/** Which tables of a database were asked for by name; a name that fits none is the user's mistake. */
import { distance } from 'fastest-levenshtein';
import { OperatorError } from '../../domain/operator-error.ts';

export interface WantedTable {
  readonly schema?: string;
  readonly name: string;
  /** As its user wrote it. */
  readonly written: string;
}

interface Named {
  readonly schema: string;
  readonly relation: string;
  readonly name: string;
}

const is = ({ schema, name }: WantedTable, one: Named): boolean =>
  one.relation === name && (schema === undefined || schema === one.schema);

/**
 * @param partitions of any table, by which a wrong name is told.
 * @throws OperatorError where a name fits no table, with the nearest that there is.
 */
export function chosen<T extends Named>(
  wanted: readonly WantedTable[],
  tables: readonly T[],
  partitions: readonly (Named & { readonly of: string })[],
): T[] {
  const faults = wanted.flatMap((one) =>
    tables.some((table) => is(one, table)) ? [] : [faultOf(one, tables, partitions)],
  );
  if (faults.length > 0)
    throw new OperatorError(faults.join('\n'), {
      code: 'no-such-table',
      hint: 'Without --table, inspect shows every partitioned table; names are read as SQL reads them.',
    });
  return tables.filter((table) => wanted.some((one) => is(one, table)));
}

function faultOf(
  wanted: WantedTable,
  tables: readonly Named[],
  partitions: readonly (Named & { readonly of: string })[],
): string {
  const partition = partitions.find((one) => is(wanted, one));
  if (partition) return `--table: ${wanted.written} is a partition of ${partition.of}; name that`;
  const near = nearest(wanted, tables);
  return `--table: no partitioned table ${wanted.written} is in this database${near === undefined ? '' : ` — did you mean ${near}?`}`;
}

/** By the name, and by the name with its schema: whichever the user wrote. */
function nearest({ schema, name }: WantedTable, tables: readonly Named[]): string | undefined {
  const text = (schema === undefined ? name : `${schema}.${name}`).toLowerCase().slice(0, 130);
  const limit = Math.max(2, Math.ceil(name.length / 3));
  const [best] = tables
    .map((one) => ({
      one,
      far: distance(
        text,
        (schema === undefined ? one.relation : `${one.schema}.${one.relation}`).toLowerCase(),
      ),
    }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far);
  return best?.one.name;
}
