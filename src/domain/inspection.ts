/** The partitions of a database as they are: what `inspect` looks at, before anything is judged of it. */
import type { TargetFacts } from './deployment.ts';
import type { Instant } from './instant.ts';
import type { Layout } from './layout.ts';
import type { Range } from './range.ts';

/** What a table holds, as far as it may be known without reading it. */
export interface Holding {
  /** The planner's estimate, or a count of the server's own; undefined where nothing tells. */
  readonly rows?: number;
  /** Indexes included; undefined where it could not be measured. */
  readonly bytes?: number;
}

/** Of a partition that is partitioned itself. */
export interface Within {
  readonly strategy: 'range' | 'list' | 'hash';
  /** The columns of its own key, as SQL writes them. */
  readonly key: string;
  readonly partitions: number;
}

/** What a layout does not tell of one of its partitions. */
export interface PartitionFacts extends Holding {
  /** Of the layout's partition. */
  readonly oid: number;
  /** `parent`: the table itself that others inherit from. */
  readonly kind: 'table' | 'foreign' | 'partitioned' | 'parent';
  readonly within?: Within;
  /** One clause: why some writes to its range fail for what they have in other columns. */
  readonly partial?: string;
  /** Parts of its own range that no partition within it takes: a write there fails. */
  readonly holes: readonly Range[];
  /** Parts of its own range that only a default partition within it takes. */
  readonly caught: readonly { readonly range: Range; readonly by: string }[];
}

/** What stands in a default partition, or in the table itself that others inherit from. */
export type RestCount =
  | {
      readonly kind: 'exact';
      readonly rows: number;
      /** Rows without a key among them. */
      readonly nulls: number;
      /** Of the first and the last key; absent where there is no finite one. */
      readonly from?: Instant;
      readonly to?: Instant;
    }
  /** Counting was stopped there. */
  | { readonly kind: 'at-least'; readonly rows: number; readonly estimate?: number }
  /** One clause: why. */
  | { readonly kind: 'not-counted'; readonly reason: string; readonly estimate?: number };

export interface Rest {
  readonly oid: number;
  readonly partition: string;
  readonly count: RestCount;
}

/** A table beside the partitions that has their columns, and says that a range is its own. */
export interface Twin extends Holding {
  readonly oid: number;
  readonly name: string;
  readonly kind: 'table' | 'foreign';
  /** `pending`: its DETACH CONCURRENTLY was begun and not ended. */
  readonly how: 'detached' | 'pending' | 'inherited';
  /** What it inherits from. */
  readonly inherits?: string;
  /** Where the range stands: its bound, a CHECK constraint or its name alone. */
  readonly by: 'bound' | 'check' | 'name';
  readonly range: Range;
}

export interface InspectedTable {
  /** Its rows are those of `facts`; 0 where nothing tells. */
  readonly layout: Layout;
  /** `inheritance`: the table itself stands in the layout as the default partition. */
  readonly style: 'declarative' | 'inheritance';
  /** All columns of the key; the layout goes by the first. */
  readonly keyColumns: readonly string[];
  /** In which the bounds are midnights, `UTC` or the server's; undefined where they are in neither. */
  readonly zone?: string;
  /** One of each of the layout's partitions, in their order. */
  readonly facts: readonly PartitionFacts[];
  readonly rests: readonly Rest[];
  readonly twins: readonly Twin[];
  /** One sentence each: what could not be looked at, and what would let it. */
  readonly notSeen: readonly string[];
}

/** Partitioned in a way that is not judged. */
export interface UnjudgedTable extends Holding {
  readonly table: string;
  readonly reason: string;
  readonly partitions: number;
}

export interface Inspection {
  readonly target: TargetFacts;
  /** Whether it replays another server, and takes no writes itself. */
  readonly isStandby: boolean;
  readonly toolVersion: string;
  /** The instant that runways are counted from. */
  readonly now: Instant;
  /** Below so many days a runway is too short. */
  readonly runwayDays: number;
  /** Whether only some tables were asked for. */
  readonly isLimited: boolean;
  readonly tables: readonly InspectedTable[];
  readonly unjudged: readonly UnjudgedTable[];
  /** One sentence each, of the database as a whole. */
  readonly notSeen: readonly string[];
  /** The same of what does not matter to a verdict. */
  readonly remarks: readonly string[];
}
