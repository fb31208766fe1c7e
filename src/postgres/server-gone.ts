/** Tells a run whose server went away from one that this program got wrong. */
import pg from 'pg';
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import { withClient } from './connection.ts';
import { errorCode } from './error-code.ts';
import type { ThrowawayServer } from './throwaway-server.ts';

/** Crashed, and starting again (manual, appendix A). */
const CRASHED = ['57P02', '57P03'];

/** @returns what is to be thrown for an error of a run on that server: the error itself while the server answers. */
export async function unlessServerGone(error: unknown, server: ThrowawayServer): Promise<unknown> {
  // A mistake that was told has nothing to do with the server, unless the server's own words led to it.
  if (error instanceof OperatorError && !(error.cause instanceof pg.DatabaseError)) return error;
  const reason = CRASHED.find((code) => code === errorCode(error)) ?? (await silenceOf(server));
  if (reason === undefined) return error;
  return new OperatorError(`the server (PostgreSQL ${server.version}) went away in the run (${reason})`, {
    code: 'server-gone',
    hint: 'often the machine ran out of memory, or a statement crashed the server: try again, with fewer --rows or one --postgres at a time',
    exitStatus: EXIT.fault,
    cause: error,
  });
}

/** Why it doesn't answer; undefined where it does, be it by a refusal. */
async function silenceOf(server: ThrowawayServer): Promise<string | undefined> {
  try {
    await withClient(server.connection('postgres', 'admin'), (client) => client.query('select 1'));
    return undefined;
  } catch (error) {
    const code = errorCode(error) ?? 'no answer';
    return error instanceof pg.DatabaseError && !CRASHED.includes(code) ? undefined : code;
  }
}
