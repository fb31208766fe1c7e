/** Looks at the target once more after the work: its layouts, and what became of a commit that was never answered. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { DeploymentFailure } from '../../domain/deployment.ts';
import type { Layout } from '../../domain/layout.ts';
import { readLayouts } from '../../postgres/catalog-layout.ts';
import type { Target } from '../target.ts';
import { failureOf, NotApplied } from './not-applied.ts';
import type { Run } from './run.ts';

/** As they are now; none where nobody answers any more. */
export async function layoutsNow({ client, withSession }: Target): Promise<readonly Layout[]> {
  return readNow(client).catch(() => withSession(readNow).catch(() => []));
}

/** In a transaction of its own: bounds are printed in the session's zone. */
async function readNow(client: pg.Client): Promise<readonly Layout[]> {
  await client.query("begin read only; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'");
  try {
    return (await readLayouts(client)).judged.map(({ layout }) => layout);
  } finally {
    await client.query('rollback');
  }
}

/** @throws the error itself where it is a fault of this program. */
export async function failureOnTarget(run: Run, error: unknown): Promise<DeploymentFailure> {
  const failure = failureOf(error);
  if (!(error instanceof NotApplied) || error.details.atCommit !== true || !isLost(failure)) return failure;
  const { location, xid, statement } = error.details;
  const ended = await howItEnded(run, xid);
  const what = location?.file ?? `the call ${statement}`;
  return {
    ...failure,
    hint: location
      ? 'apply again: it goes on with what the history does not have'
      : 'look at the partitions, then apply again: the call is made again',
    recovery: `The connection was lost while it committed, and ${WORDS[ended](what)}.`,
  };
}

/** Any other error is the server's answer: it did not commit (PostgreSQL manual, appendix A, classes 08 and 57). */
const isLost = ({ sqlstate }: DeploymentFailure): boolean => /^(?:08|57P)/.test(sqlstate ?? '');

type Ended = 'committed' | 'aborted' | 'unknown';

const WORDS: Readonly<Record<Ended, (what: string) => string>> = {
  committed: (what) => `was looked for again: ${what} is applied, whole`,
  aborted: (what) => `was looked for again: ${what} is not applied, and left nothing`,
  unknown: (what) => `the target does not tell whether ${what} is applied`,
};

const TRIES = 20;
const POLL_MS = 250;

/** The server knows its transactions; one may still be at its commit, waiting for a replica. Without a number nothing was written. */
async function howItEnded({ target }: Run, xid: string | undefined): Promise<Ended> {
  if (xid === undefined) return 'aborted';
  try {
    return await target.withSession(async (session) => {
      for (let tries = 0; tries < TRIES; tries++) {
        const { rows } = await session.query<{ status: string | null }>(
          'select pg_catalog.pg_xact_status($1::text::pg_catalog.xid8) as status',
          [xid],
        );
        const status = rows[0]?.status;
        if (status === 'committed' || status === 'aborted') return status;
        await delay(POLL_MS);
      }
      return 'unknown';
    });
  } catch {
    return 'unknown';
  }
}
