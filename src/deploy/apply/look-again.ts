/** Looks at the target once more after the work: its layouts, and what became of a commit that was never answered. */
import type pg from 'pg';
import type { DeploymentFailure } from '../../domain/deployment.ts';
import type { Layout } from '../../domain/layout.ts';
import { readLayouts } from '../../postgres/catalog-layout.ts';
import { readHistory } from '../history/history-table.ts';
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
  if (!(error instanceof NotApplied) || error.details.atCommit !== true) return failure;
  return { ...failure, ...(await afterCommit(run, error.details.location?.file ?? '')) };
}

const INTERRUPTED = 'the connection was lost while it committed';

async function afterCommit(
  { target, made }: Run,
  file: string,
): Promise<Pick<DeploymentFailure, 'hint' | 'recovery'>> {
  const hint = 'apply again: it goes on with what the history does not have';
  const migration = made.decision.pending.find((one) => one.file === file);
  const known = made.decision.history?.rows?.at(-1)?.rank ?? -1;
  try {
    const history = await target.withSession((session) =>
      readHistory(session, made.decision.history?.schema ?? ''),
    );
    const isThere = (history.rows ?? []).some(
      (row) => row.rank > known && row.checksum === migration?.checksum && row.success,
    );
    return {
      hint,
      recovery: `${INTERRUPTED}, and was looked for again: ${file} ${isThere ? 'is applied, whole' : 'is not applied, and left nothing'}.`,
    };
  } catch {
    return {
      hint,
      recovery: `${INTERRUPTED}, and the target does not answer: the history tells whether ${file} is applied.`,
    };
  }
}
