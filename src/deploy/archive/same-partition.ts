/** Whether a partition is still what its archive says of it, besides its rows: one that is not is archived anew. */
import type { ArchiveHead } from './archive-head.ts';
import { sameProperties } from './own-properties.ts';
import type { PartitionFacts } from './partition-facts.ts';

/** @param facts read just now, in a session with pinned settings. */
export const isAsArchived = ({ bound, own, types }: PartitionFacts, head: ArchiveHead): boolean =>
  bound === head.bound && sameProperties(own, head.own) && sameTypes(types, head.types);

const sameTypes = (a: PartitionFacts['types'], b: ArchiveHead['types']): boolean =>
  JSON.stringify(a.map(({ name, kind, parts }) => [name, kind, parts])) ===
  JSON.stringify(b.map(({ name, kind, parts }) => [name, kind, parts]));
