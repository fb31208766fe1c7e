/** The hidden first line of a runway issue: which tables of which environment it is of, and how bad it was when it was written. */
import { createHash } from 'node:crypto';

export interface RunwayFacts {
  /** Of the environment and the tables. */
  readonly id: string;
  /** How soon writes fail: 0 is as late as can be while it is too soon. A step up is worth a word of its own. */
  readonly stage: number;
}

/** The same for the same environment and tables, in whatever order they come. */
export const runwayId = (environment: string, tables: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([environment.toLowerCase(), [...tables].sort()]))
    .digest('hex')
    .slice(0, 16);

export const runwayMarker = ({ id, stage }: RunwayFacts): string =>
  `<!-- partition-guard runway=${id} stage=${stage} -->`;

const MARKER = /^<!-- partition-guard runway=([0-9a-f]{16}) stage=([0-9]) -->(?:\r?\n|$)/;

/** Undefined where the text does not begin with one. */
export function readRunwayMarker(body: string): RunwayFacts | undefined {
  const [, id, stage] = MARKER.exec(body) ?? [];
  return id === undefined ? undefined : { id, stage: Number(stage) };
}
