/** The lock that keeps two runners apart, and a runner and Flyway: the very number that Flyway takes. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';

/** "Flyway" as bytes (PostgreSQLAdvisoryLockTemplate.LOCK_MAGIC_NUM). */
const MAGIC = 0x466c79776179n;

/** @param table as Flyway names its history table: both parts quoted. */
export const flywayLockNumber = (table: string): bigint => MAGIC + BigInt(javaHash(table));

/** String.hashCode() of Java. */
function javaHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

export interface LockWait {
  /** Told once, when another holds it. */
  readonly onWait: (text: string) => void;
  readonly pollMs?: number;
}

/** As often as Flyway asks. */
const POLL_MS = 1000;

/**
 * Asks again and again, and never stands in the queue: a session that waits for a lock holds a snapshot, which
 * CREATE INDEX CONCURRENTLY of the other runner would wait for. The session holds the lock until it ends or lets go.
 */
export async function acquireFlywayLock(client: pg.Client, table: string, wait: LockWait): Promise<void> {
  const number = String(flywayLockNumber(table));
  for (let tries = 1; ; tries++) {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_catalog.pg_try_advisory_lock($1::bigint) as locked',
      [number],
    );
    if (rows[0]?.locked === true) return;
    if (tries === 1) {
      wait.onWait('another run, or Flyway, holds the lock of the history: waiting until it is done');
    }
    await delay(wait.pollMs ?? POLL_MS);
  }
}

export async function releaseFlywayLock(client: pg.Client, table: string): Promise<void> {
  await client.query('select pg_catalog.pg_advisory_unlock($1::bigint)', [String(flywayLockNumber(table))]);
}

/** Whether the session still holds it. */
export async function holdsFlywayLock(client: pg.Client, table: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.pid = pg_catalog.pg_backend_pid() and l.granted and l.objsubid = 1
        and l.classid = (($1::bigint >> 32) & 4294967295)::pg_catalog.oid
        and l.objid = ($1::bigint & 4294967295)::pg_catalog.oid`,
    [String(flywayLockNumber(table))],
  );
  return (rowCount ?? 0) > 0;
}
