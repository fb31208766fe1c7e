/** Transactions that stay open on the target, and what of it apply would have to wait for. */
import { type Blocker, TABLE_LOCK_MODES, type TableLockMode } from '../../domain/deployment.ts';
import type { Reading } from './reading.ts';

/** A lock that the pending statements will ask for. */
export interface WantedLock {
  readonly oid: number;
  readonly table: string;
  readonly mode: TableLockMode;
}

export interface Sessions {
  readonly blockers: readonly Blocker[];
  readonly notes: readonly string[];
}

/** From which age on a transaction is told of, in seconds. */
export interface Patience {
  readonly longS: number;
  /** Where it holds a lock in the way. */
  readonly inTheWayS: number;
}

/** What is open for longer is no ordinary use of a database. */
export const PATIENCE: Patience = { longS: 60, inTheWayS: 10 };

interface Held {
  readonly oid: number;
  readonly mode: string;
}

interface SessionRow {
  readonly pid: number;
  readonly role: string | null;
  readonly application: string | null;
  readonly state: string | null;
  readonly seconds: number | null;
  readonly isHidden: boolean;
  readonly isVacuum: boolean;
  readonly locks: readonly Held[];
}

/** The root stands for its partitions: who locks one of them is in the way of the whole. */
const LOCKS_OF = (which: string): string => `
  coalesce((select pg_catalog.json_agg(distinct pg_catalog.jsonb_build_object('oid', wanted.oid::int8, 'mode', l.mode))
              from pg_catalog.pg_locks l
              join pg_catalog.pg_class c on c.oid = l.relation
              join pg_catalog.unnest($1::oid[]) wanted(oid)
                on wanted.oid in (c.oid, case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::oid end)
             where l.granted and l.locktype = 'relation' and ${which}
               and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())),
           '[]')`;

const SESSIONS = `
  select a.pid, a.usename::text as role, a.application_name as application, a.state,
         extract(epoch from pg_catalog.clock_timestamp() - a.xact_start)::float8 as seconds,
         a.state is null and a.backend_type is null as "isHidden",
         a.backend_type is not distinct from 'autovacuum worker' as "isVacuum",
         ${LOCKS_OF('l.pid = a.pid')} as locks
    from pg_catalog.pg_stat_activity a
   where a.pid <> pg_catalog.pg_backend_pid() and a.datname = pg_catalog.current_database()
     and (a.backend_type is null or a.backend_type = 'client backend'
          or (a.backend_type = 'autovacuum worker' and a.query like '%(to prevent wraparound)'))
   order by a.xact_start nulls last, a.pid`;

interface PreparedRow {
  readonly gid: string;
  readonly owner: string;
  readonly seconds: number;
  readonly locks: readonly Held[];
}

/** It has no process; what ties its locks together is the one on its own transaction id. */
const OF_PREPARED = `l.pid is null and l.virtualtransaction = (
  select own.virtualtransaction from pg_catalog.pg_locks own
   where own.pid is null and own.locktype = 'transactionid' and own.transactionid = x.transaction)`;

const PREPARED = `
  select x.gid, x.owner::text as owner,
         extract(epoch from pg_catalog.clock_timestamp() - x.prepared)::float8 as seconds,
         ${LOCKS_OF(OF_PREPARED)} as locks
    from pg_catalog.pg_prepared_xacts x
   where x.database = pg_catalog.current_database()
   order by x.prepared`;

/** @param wanted the locks of the pending statements, the strongest of each table. */
export async function readSessions(
  { client }: Reading,
  wanted: readonly WantedLock[],
  patience: Patience,
): Promise<Sessions> {
  const oids = [wanted.map(({ oid }) => oid)];
  const { rows: sessions } = await client.query<SessionRow>(SESSIONS, oids);
  const { rows: prepared } = await client.query<PreparedRow>(PREPARED, oids);
  const hidden = sessions.filter(({ isHidden }) => isHidden);
  return {
    blockers: [
      ...sessions.flatMap((session) => openTransaction(session, wanted, patience)),
      ...prepared.map((transaction) => preparedTransaction(transaction, wanted)),
    ],
    notes:
      hidden.length === 0
        ? []
        : [
            `Not judged: ${hidden.length} ${hidden.length === 1 ? 'session' : 'sessions'} of other roles, whose transactions this role may not see. GRANT pg_monitor to it, or pg_read_all_stats, would let it.`,
          ],
  };
}

function openTransaction(session: SessionRow, wanted: readonly WantedLock[], patience: Patience): Blocker[] {
  const { pid, seconds, state, isHidden } = session;
  if (isHidden || seconds === null) return [];
  const way = inTheWay(session.locks, wanted);
  if (seconds < (way.length > 0 ? patience.inTheWayS : patience.longS)) return [];
  const idle = state?.startsWith('idle in transaction') === true ? ', idle in it' : '';
  const who = session.isVacuum
    ? `an autovacuum against wraparound (session ${pid})`
    : `session ${pid}${session.application ? ` of ${session.application}` : ''}${session.role === null ? '' : `, role ${session.role},`}`;
  return [
    {
      kind: 'long-transaction',
      weight: 'warn',
      message: `${who} has been in a transaction for ${ageOf(seconds)}${idle}${wayWords(way)}`,
      hint: session.isVacuum
        ? 'wait for its end: it starts again when it is ended'
        : `wait for its end, or end it: select pg_terminate_backend(${pid})`,
    },
  ];
}

/** It stays until somebody ends it, and so do its locks. */
function preparedTransaction(
  { gid, owner, seconds, locks }: PreparedRow,
  wanted: readonly WantedLock[],
): Blocker {
  const way = inTheWay(locks, wanted);
  const name = `'${gid.replaceAll("'", "''")}'`;
  return {
    kind: 'prepared-transaction',
    weight: way.length > 0 ? 'refuse' : 'warn',
    message: `the prepared transaction ${name} of ${owner} has been open for ${ageOf(seconds)}${wayWords(way)}`,
    hint: `COMMIT PREPARED ${name} or ROLLBACK PREPARED ${name}, whichever its transaction manager wants`,
  };
}

interface Way {
  readonly held: TableLockMode;
  readonly wanted: WantedLock;
}

function inTheWay(locks: readonly Held[], wanted: readonly WantedLock[]): Way[] {
  return locks.flatMap(({ oid, mode }) => {
    const held = modeOf(mode);
    return wanted
      .filter((one) => one.oid === oid && conflicts(held, one.mode))
      .map((one) => ({ held, wanted: one }));
  });
}

const wayWords = (way: readonly Way[]): string => {
  const [first] = way;
  if (!first) return '';
  const more = new Set(way.map(({ wanted }) => wanted.table)).size - 1;
  return `, and holds ${first.held} on ${first.wanted.table}${more > 0 ? ` and locks on ${more} more` : ''}, which ${first.wanted.mode} has to wait for`;
};

/** As pg_locks prints them: `AccessExclusiveLock`. */
const modeOf = (printed: string): TableLockMode =>
  TABLE_LOCK_MODES.find((mode) => `${mode.replaceAll(' ', '')}LOCK` === printed.toUpperCase()) ??
  'ACCESS EXCLUSIVE';

/** PostgreSQL's table of conflicting lock modes: by each mode, the weakest that it conflicts with. */
const CONFLICTS: Readonly<Record<TableLockMode, readonly TableLockMode[]>> = {
  'ACCESS SHARE': ['ACCESS EXCLUSIVE'],
  'ROW SHARE': ['EXCLUSIVE', 'ACCESS EXCLUSIVE'],
  'ROW EXCLUSIVE': ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'],
  'SHARE UPDATE EXCLUSIVE': TABLE_LOCK_MODES.slice(3),
  SHARE: ['ROW EXCLUSIVE', 'SHARE UPDATE EXCLUSIVE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'],
  'SHARE ROW EXCLUSIVE': TABLE_LOCK_MODES.slice(2),
  EXCLUSIVE: TABLE_LOCK_MODES.slice(1),
  'ACCESS EXCLUSIVE': TABLE_LOCK_MODES,
};

export const conflicts = (held: TableLockMode, wanted: TableLockMode): boolean =>
  CONFLICTS[held].includes(wanted);

function ageOf(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
