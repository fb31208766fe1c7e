/** What an archive of no rows says of itself. */
import { type ArchiveHead, FORMAT } from '../../../src/deploy/archive/archive-head.ts';

export const BOUND = "FOR VALUES FROM ('2019-01-01') TO ('2020-01-01')";

/** Of a partition without rows. */
export const EMPTY: ArchiveHead = {
  format: FORMAT,
  tool: 'x',
  database: 's',
  serverVersion: '15',
  table: { schema: 'public', name: 't' },
  partition: { schema: 'public', name: 't_2019' },
  bound: BOUND,
  columns: [{ name: 'at', type: 'date', storage: 'date', isGenerated: false }],
  types: [],
  own: { rowSecurity: false, forceRowSecurity: false, policies: [], grants: [], comment: null, left: [] },
  rows: 0,
  checksum: '0',
};
