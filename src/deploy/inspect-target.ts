/** Reads the partitions of a target with their sizes; changes nothing, and needs no right to read rows. */
import type { Inspection } from '../domain/inspection.ts';
import type { Instant } from '../domain/instant.ts';
import { TOOL_VERSION } from '../domain/tool-version.ts';
import { readLayouts } from '../postgres/catalog-layout.ts';
import { readPartitionSizes, withRows } from './plan/partition-sizes.ts';
import { reading } from './plan/reading.ts';
import type { Target } from './target.ts';

export const inspectTarget = (target: Target, now: Instant): Promise<Inspection> =>
  reading(
    target.client,
    () => Promise.resolve(undefined),
    async (read) => {
      const { judged, unjudged } = await readLayouts(read.client);
      const layouts = judged.map(({ layout }) => layout);
      const sizes = await readPartitionSizes(read, layouts);
      const tables = withRows(layouts, sizes).map((layout) => ({
        layout,
        sizes: layout.partitions.flatMap(({ oid }) => sizes.get(oid) ?? []),
      }));
      return {
        target: target.facts,
        toolVersion: TOOL_VERSION,
        now,
        tables: tables.sort((a, b) => (a.layout.table < b.layout.table ? -1 : 1)),
        unjudged,
      };
    },
  );
