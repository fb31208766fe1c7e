/** Sees what a session leaves behind: advisory locks, an open transaction, settings with another value. */
import type { Client } from 'pg';
import type { SessionResidue } from '../domain/history.ts';

export type SettingValues = ReadonlyMap<string, string>;

/**
 * Settings that the session itself, or a function in it, has set, with units. Read in that session. Those that each
 * transaction begins anew are left out: a procedure that sets them for its next one leaves their source behind, no value.
 */
export async function readSessionSettings(session: Client): Promise<SettingValues> {
  // The catalog's view leaves out the role that a session has taken on.
  const { rows } = await session.query<{ name: string; setting: string }>(
    `select s.name, pg_catalog.current_setting(s.name) as setting
       from pg_catalog.pg_settings s
      where s.source = 'session'
        and s.name not in ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable')
      union all
     select 'role', pg_catalog.current_setting('role')`,
  );
  return new Map(rows.map((row) => [row.name, row.setting]));
}

/** The same of a session in which nothing was run yet: only the role can differ from the server's defaults. */
export async function readFreshSettings(session: Client): Promise<SettingValues> {
  const { rows } = await session.query<{ role: string }>("select pg_catalog.current_setting('role') as role");
  return new Map([['role', rows[0]?.role ?? 'none']]);
}

/** Read in the session itself, outside of a transaction of the caller's. */
export async function readLeftovers(
  session: Client,
): Promise<Pick<SessionResidue, 'advisoryLocks' | 'openTransaction'>> {
  // An error is told before the state that it leaves behind: nothing is asked, and the answer brings the state.
  await session.query('');
  const openTransaction = ['T', 'E'].includes(session.getTransactionStatus() ?? '');
  if (openTransaction) await session.query('rollback');
  const locks = await undisturbed(session, () =>
    session.query<{ lock: string }>(
      `select pg_catalog.format('(%s, %s)%s', l.classid, l.objid,
                                case when l.mode = 'ShareLock' then ' shared' else '' end) as lock
         from pg_catalog.pg_locks l
        where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'advisory' and l.granted
        order by l.classid, l.objid`,
    ),
  );
  return { advisoryLocks: locks.rows.map((row) => row.lock), openTransaction };
}

/** Reads in a session that may have been given next to no time for a statement. */
async function undisturbed<T>(session: Client, read: () => Promise<T>): Promise<T> {
  await session.query('begin; set local statement_timeout = 0; set local lock_timeout = 0');
  const result = await read();
  await session.query('commit');
  return result;
}

export function compareSettings(
  before: SettingValues,
  after: SettingValues,
): SessionResidue['changedSettings'] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }));
}
