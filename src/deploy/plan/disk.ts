/** How much disk the migrations take for a while, and whether it is there where the operator says how much is. */
import type { Blocker, PendingMigration, RowsToMove, TableSize } from '../../domain/deployment.ts';
import { OperatorError } from '../../domain/operator-error.ts';

export const FREE_DISK = 'PARTITION_GUARD_FREE_DISK';

export interface DiskQuestion {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pending: readonly PendingMigration[];
  readonly sizes: readonly TableSize[];
  /** Undefined where nobody knows. */
  readonly rowsToMove: readonly RowsToMove[] | undefined;
}

export interface DiskAnswer {
  readonly blockers: readonly Blocker[];
  readonly notes: readonly string[];
}

/** What is written anew lies beside the old until the end, and goes through the write-ahead log as well. */
const TIMES = 2;

export function judgeDisk({ env, pending, sizes, rowsToMove }: DiskQuestion): DiskAnswer {
  const free = freeDisk(env);
  const statements = pending.flatMap((migration) => migration.statements);
  const writing = statements.filter(({ work }) => work === 'writes-rows' || work === 'unknown');
  if (writing.length === 0) return { blockers: [], notes: [] };
  const rewritten = new Set(
    statements
      .filter(({ work }) => work === 'writes-rows')
      .flatMap(({ locks }) =>
        locks.filter(({ mode }) => mode === 'ACCESS EXCLUSIVE').map(({ table }) => table),
      ),
  );
  const moved = rowsToMove?.filter(({ table }) => !rewritten.has(table)) ?? [];
  const bytes = [...moved, ...sizes.filter(({ table }) => rewritten.has(table))].reduce(
    (sum, one) => sum + one.bytes,
    0,
  );
  const needed = bytes * TIMES;
  if (rowsToMove === undefined && needed === 0) {
    return {
      blockers: [],
      notes: ['Whether the disk has room is not judged: how much is written is not known.'],
    };
  }
  const atLeast = rowsToMove === undefined ? 'at least ' : '';
  if (free === undefined) {
    const note = `Whether the disk has room is not judged: PostgreSQL does not tell how much is free. ${atLeast === '' ? 'About' : 'At least'} ${gigabytes(needed)} are written anew, the write-ahead log included. ${FREE_DISK}=40GB has it judged.`;
    return { blockers: [], notes: needed === 0 ? [] : [note] };
  }
  if (needed <= free) {
    const open = `Whether ${gigabytes(free)} of free disk are enough is not known: ${atLeast}${gigabytes(needed)} are written anew.`;
    return { blockers: [], notes: rowsToMove === undefined ? [open] : [] };
  }
  return {
    blockers: [
      {
        kind: 'disk',
        weight: 'refuse',
        message: `${atLeast}${gigabytes(needed)} are written anew, the write-ahead log included, and ${gigabytes(free)} are free`,
        hint: `make room, or cut the migration into smaller ones; ${FREE_DISK} says how much is free`,
      },
    ],
    notes: [],
  };
}

const gigabytes = (bytes: number): string =>
  bytes >= 1024 ** 3 ? `${(bytes / 1024 ** 3).toFixed(1)} GB` : `${Math.ceil(bytes / 1024 ** 2)} MB`;

const STEPS: Readonly<Record<string, number>> = { kB: 1, MB: 2, GB: 3, TB: 4 };

/** Bytes; as PostgreSQL writes sizes. */
function freeDisk(env: DiskQuestion['env']): number | undefined {
  const text = env[FREE_DISK];
  if (text === undefined || text.trim() === '') return undefined;
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(kB|MB|GB|TB)\s*$/.exec(text) ?? [];
  const step = STEPS[unit];
  if (step === undefined) {
    throw new OperatorError(`${FREE_DISK} is "${text.slice(0, 40)}", which is no size`, {
      code: 'free-disk-unreadable',
      hint: `Write it as PostgreSQL writes sizes: ${FREE_DISK}=40GB (kB, MB, GB, TB).`,
    });
  }
  return Number(number) * 1024 ** step;
}
