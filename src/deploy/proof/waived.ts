/** Which differences of rows the configuration lets pass, on the day of the run. */
import { DAY } from '../../domain/instant.ts';
import type { DifferenceKind } from './row-differences.ts';
import type { ProofSettings, ProvenTable } from './proven-table.ts';

const CHECKS: Readonly<Record<DifferenceKind, string | undefined>> = {
  lost: 'no-row-lost',
  doubled: 'no-row-duplicated',
  changed: 'no-row-changed',
  added: undefined,
};

/** A waiver without a table is for every one; one without a date does not end. */
export function isWaived({ waivers, now }: ProofSettings, table: ProvenTable, kind: DifferenceKind): boolean {
  return waivers.some(
    (waiver) =>
      waiver.check === CHECKS[kind] &&
      (waiver.until === undefined || now < waiver.until + DAY) &&
      (waiver.table === undefined ||
        (waiver.table.name === table.name.name &&
          (waiver.table.schema ?? table.name.schema) === table.name.schema)),
  );
}
