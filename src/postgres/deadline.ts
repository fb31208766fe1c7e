/** Ends a statement that never ends: its connection is cut, and the statement counts as refused. */
import type { Client } from 'pg';

export async function withDeadline<T>(session: Client, timeoutMs: number, run: () => Promise<T>): Promise<T> {
  const deadline = setTimeout(() => void session.end(), timeoutMs);
  try {
    return await run();
  } finally {
    clearTimeout(deadline);
  }
}
