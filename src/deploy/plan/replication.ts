/** Whether the target is a replica, and how far its own replicas are behind. */
import type { Blocker } from '../../domain/deployment.ts';
import type { Reading } from './reading.ts';

export interface Replication {
  readonly blockers: readonly Blocker[];
  readonly notes: readonly string[];
}

const BEHIND_S = 60;
const BEHIND_BYTES = 1024 ** 3;

interface ReplicaRow {
  readonly name: string | null;
  readonly state: string | null;
  readonly bytes: number | null;
  readonly seconds: number | null;
}

const REPLICAS = `
  select r.application_name as name, r.state,
         pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), r.replay_lsn)::float8 as bytes,
         extract(epoch from r.replay_lag)::float8 as seconds
    from pg_catalog.pg_stat_replication r
   order by r.application_name, r.pid`;

export async function readReplication({ client }: Reading): Promise<Replication> {
  const { rows } = await client.query<{ isReplica: boolean }>(
    'select pg_catalog.pg_is_in_recovery() as "isReplica"',
  );
  if (rows[0]?.isReplica === true) {
    return {
      blockers: [
        {
          kind: 'replica',
          weight: 'refuse',
          message: 'this server is a replica: nothing can be written here',
          hint: 'give the address of the primary',
        },
      ],
      notes: [],
    };
  }
  const { rows: replicas } = await client.query<ReplicaRow>(REPLICAS);
  const hidden = replicas.filter(({ state }) => state === null).length;
  return {
    blockers: replicas.flatMap(behind),
    notes:
      hidden === 0
        ? []
        : [
            `Not judged: how far ${hidden === 1 ? 'the replica is' : `${hidden} replicas are`} behind, which this role may not see. GRANT pg_monitor to it, or pg_read_all_stats, would let it.`,
          ],
  };
}

function behind({ name, state, bytes, seconds }: ReplicaRow): Blocker[] {
  if (state === null) return [];
  const late = seconds !== null && seconds >= BEHIND_S;
  const far = bytes !== null && bytes >= BEHIND_BYTES;
  if (!late && !far) return [];
  const much = [
    ...(late ? [`${Math.round(seconds)} s`] : []),
    ...(far ? [`${(bytes / 1024 ** 3).toFixed(1)} GB`] : []),
  ].join(', ');
  return [
    {
      kind: 'replication-lag',
      weight: 'warn',
      message: `the replica ${name === null || name === '' ? 'without a name' : name} is ${much} behind`,
      hint: 'wait until it has caught up: whatever is written now, it has to replay as well',
    },
  ];
}
