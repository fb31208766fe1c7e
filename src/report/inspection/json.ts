/** The partitions of a database as JSON, schema 1. */
import { findingsIn, type Inspection } from '../../domain/inspection.ts';
import { formatInstant } from '../../domain/instant.ts';
import { commonInterval } from '../../domain/layout.ts';
import { boundToJson, type Range } from '../../domain/range.ts';
import { layoutToJson } from '../deployment/json.ts';

export function renderInspectionJson({ target, toolVersion, now, tables, unjudged }: Inspection): string {
  const document = {
    schema: 1,
    tool: { name: 'partition-guard' },
    kind: 'inspection',
    toolVersion,
    target: { database: target.database, user: target.user, serverVersion: target.serverVersion },
    inspectedAt: formatInstant(now),
    tables: tables.map(({ layout, sizes }) => {
      const { gaps, overlaps, writesUntil, caughtFrom } = findingsIn(layout, now);
      const interval = commonInterval(layout);
      const { partitions, ...facts } = layoutToJson(layout);
      const sizeOf = (name: string) =>
        sizes.find(({ oid }) => oid === layout.partitions.find((one) => one.name === name)?.oid);
      return {
        ...facts,
        ...(interval === undefined ? {} : { interval }),
        partitions: partitions.map(({ partition, lower, upper, ...rest }) => {
          const size = sizeOf(partition);
          return {
            partition,
            lower,
            upper,
            ...('default' in rest ? { default: true } : {}),
            ...(size?.rows === undefined ? {} : { rows: size.rows }),
            ...(size ? { bytes: size.bytes } : {}),
          };
        }),
        gaps: gaps.map(rangeToJson),
        overlaps: overlaps.map(({ first, second, range }) => ({
          partitions: [first.name, second.name],
          ...rangeToJson(range),
        })),
        writesUntil: boundToJson(writesUntil),
        ...(caughtFrom ? { caughtByDefaultFrom: boundToJson(caughtFrom) } : {}),
      };
    }),
    notJudged: unjudged.map(({ table, reason }) => ({ table, reason })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const rangeToJson = ({ lower, upper }: Range) => ({ lower: boundToJson(lower), upper: boundToJson(upper) });
