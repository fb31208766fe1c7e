/** Sees what a session leaves behind: advisory locks, an open transaction, settings with another value. */
import type { Client } from 'pg';
import type { SessionResidue } from '../domain/history.ts';

export type SettingValues = ReadonlyMap<string, string>;

/** Settings that the session itself, or a function in it, has set. Read in that session. */
export async function readSessionSettings(session: Client): Promise<SettingValues> {
  const { rows } = await session.query<{ name: string; setting: string }>(
    "select s.name, s.setting from pg_catalog.pg_settings s where s.source = 'session'",
  );
  return new Map(rows.map((row) => [row.name, row.setting]));
}

/** @param pid the session's own process. Read from another session, so that it changes nothing. */
export async function readLocks(
  observer: Client,
  pid: number,
): Promise<Pick<SessionResidue, 'advisoryLocks' | 'openTransaction'>> {
  const locks = await observer.query<{ lock: string }>(
    `select pg_catalog.format('(%s, %s)%s', l.classid, l.objid,
                              case when l.mode = 'ShareLock' then ' shared' else '' end) as lock
       from pg_catalog.pg_locks l
      where l.pid = $1 and l.locktype = 'advisory' and l.granted
      order by l.classid, l.objid`,
    [pid],
  );
  const state = await observer.query<{ open: boolean }>(
    `select a.xact_start is not null and a.state like 'idle in transaction%' as open
       from pg_catalog.pg_stat_activity a where a.pid = $1`,
    [pid],
  );
  return { advisoryLocks: locks.rows.map((row) => row.lock), openTransaction: state.rows[0]?.open ?? false };
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
