/** How many throwaway servers may work at once: as many as the machine's cores and its free memory are enough for. */
import { count, thousands } from '../domain/wording.ts';

export interface Machine {
  readonly cores: number;
  /** What this process may still take. */
  readonly freeBytes: number;
}

export interface MachineShare {
  /** At least one. */
  readonly servers: number;
  /** Scenarios that each plays at a time. */
  readonly scenarios: number;
  /** For people: what was decided, and why. */
  readonly told: string;
}

/** A run plays two scenarios at a time at least; with fewer cores they would wait for each other, and their locks be held for longer. */
const CORES_OF_ONE = 2;
const MOST_SCENARIOS = 4;
const MEGABYTE = 1024 * 1024;
/** Its buffers, its sessions, and what this process holds of it. */
const OVERHEAD_BYTES = 512 * MEGABYTE;

/** Half of the free memory is left to the machine. */
export function shareMachine(
  wanted: number,
  { cores, freeBytes }: Machine,
  expectedBytes: number,
): MachineShare {
  const needed = expectedBytes + OVERHEAD_BYTES;
  const byCores = Math.max(1, Math.floor(cores / CORES_OF_ONE));
  const byMemory = Math.max(1, Math.floor(freeBytes / 2 / needed));
  const servers = Math.min(wanted, byCores, byMemory);
  const scenarios = Math.min(MOST_SCENARIOS, Math.max(2, Math.floor(cores / servers)));
  return { servers, scenarios, told: tell({ wanted, servers, byCores, byMemory, cores, freeBytes, needed }) };
}

function tell(
  decided: Machine & {
    readonly wanted: number;
    readonly servers: number;
    readonly byCores: number;
    readonly byMemory: number;
    readonly needed: number;
  },
): string {
  const { wanted, servers, byCores, byMemory, cores, freeBytes, needed } = decided;
  const megabytes = (bytes: number): string => `${thousands(Math.floor(bytes / MEGABYTE))} MB`;
  const memory = `${megabytes(freeBytes)} of memory free, of which half may be taken, and up to ${megabytes(needed)} for each`;
  const how =
    servers === 1 ? 'one after another' : servers === wanted ? 'all at once' : `${servers} at a time`;
  if (servers === wanted && wanted > 1) return `${how}: ${count(cores, 'core')}, ${memory}`;
  return byMemory < byCores
    ? `${how}: ${memory}`
    : `${how}: ${count(cores, 'core')}, and each takes ${CORES_OF_ONE}`;
}
