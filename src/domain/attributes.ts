/** What hangs on a table beside its rows and partitions: indexes, constraints, grants, defaults, what depends on it. */

export type AttributeKind =
  | 'owner'
  | 'row security'
  | 'policy'
  | 'replica identity'
  | 'publication'
  | 'storage'
  | 'tablespace'
  | 'logged'
  | 'grant'
  | 'column grant'
  | 'index'
  | 'primary key'
  | 'unique'
  | 'exclusion'
  | 'check'
  | 'foreign key'
  | 'referenced by'
  | 'trigger'
  | 'rule'
  | 'statistics'
  | 'comment'
  | 'column comment'
  | 'not null'
  | 'default'
  | 'generated'
  | 'collation'
  | 'column storage'
  | 'statistics target'
  | 'view'
  | 'partition view'
  | 'function';

export interface Attribute {
  readonly kind: AttributeKind;
  /** As statements name it: an index, a constraint, a grantee, a column. */
  readonly name: string;
  /** The same for two that do the same, whatever they and their table are called. */
  readonly definition: string;
  /** Those that it is about, in order; of an index its key. */
  readonly columns: readonly string[];
  /** The catalog's oid of it, where it has one; 0 otherwise. */
  readonly oid: number;
  /** Schema-qualified and quoted as SQL reads it: itself, where it is an object of its own, or the other table. */
  readonly object?: string;
  /** Of an index: whether a constraint made it. */
  readonly ofConstraint?: true;
  /** Of an index. */
  readonly isUnique?: true;
}

export interface AttributeColumn {
  readonly name: string;
  readonly position: number;
  readonly type: string;
}

/** What gives a column its numbers. */
export interface Numbering {
  readonly column: string;
  readonly kind: 'serial' | 'always' | 'by default';
  /** Schema-qualified, quoted as SQL reads it. */
  readonly sequence: string;
  readonly next: bigint;
  readonly increment: bigint;
  /** The greatest number in the column; read only where the sequence went back. */
  readonly highest?: bigint;
}

export interface PartitionAttributes {
  readonly name: string;
  readonly oid: number;
  /** Its own: not those that it has from its parent. */
  readonly attributes: readonly Attribute[];
}

export interface TableAttributes {
  readonly table: string;
  readonly oid: number;
  readonly owner: string;
  readonly columns: readonly AttributeColumn[];
  /** Columns that it, or a partition of it, is partitioned by; empty where it is not partitioned. */
  readonly partitionKey: readonly string[];
  readonly isPartitioned: boolean;
  readonly attributes: readonly Attribute[];
  /** Of those that hold rows. */
  readonly partitions: readonly PartitionAttributes[];
  readonly numberings: readonly Numbering[];
  /** Every view of the database, whatever it reads. */
  readonly views: readonly string[];
}

/** What a statement of the change takes away or redefines by its name. */
export type NamedKind =
  | 'index'
  | 'constraint'
  | 'trigger'
  | 'policy'
  | 'rule'
  | 'statistics'
  | 'view'
  | 'function'
  | 'table'
  | 'sequence'
  | 'publication'
  | 'grant'
  | 'owner'
  | 'row security'
  | 'replica identity'
  | 'storage'
  | 'tablespace'
  | 'logged'
  | 'column'
  | 'default'
  | 'not null'
  | 'identity'
  | 'generated'
  | 'column storage'
  | 'statistics target'
  | 'comment';

export interface NamedChange {
  readonly what: NamedKind;
  /** Without schema and quotes: of the object, the column or the grantee; of what a table has once, the table's. */
  readonly name: string;
  /** Whether a later statement makes one of that name. */
  readonly isMadeAgain: boolean;
}
