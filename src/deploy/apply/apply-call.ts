/** Calls what manages the partitions, in a transaction with the proof of the rows inside. */
import type pg from 'pg';
import type { TableProof, VerifyMode } from '../../domain/deployment.ts';
import { locate } from '../../migrations/locate.ts';
import type { Migration } from '../../migrations/migration.ts';
import { firstLine, placeOf } from '../../postgres/sql-failure.ts';
import { requireIntactTrail } from '../audit/trail-intact.ts';
import { prove } from '../proof/prove.ts';
import type { ProofSettings, ProvenTable } from '../proof/proven-table.ts';
import { beginning, PUT_BACK, takeBack, tellProof } from './apply-file.ts';
import { NotApplied } from './not-applied.ts';

export interface CallRequest {
  readonly client: pg.Client;
  readonly call: string;
  /** All that the target has: the routine's place is in one of them. */
  readonly earlier: readonly Migration[];
  readonly tables: readonly ProvenTable[];
  readonly settings: ProofSettings;
  readonly mode: VerifyMode;
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

export async function applyCall(request: CallRequest): Promise<readonly TableProof[]> {
  const { client } = request;
  try {
    await client.query(beginning(request));
    const proofs = await runCall(request);
    await commitCall(request);
    // It is committed: a connection that is lost now is told by what comes next.
    await client.query(PUT_BACK).catch(() => undefined);
    return proofs;
  } catch (error) {
    await takeBack(client);
    throw error;
  }
}

async function commitCall({ client, call }: CallRequest): Promise<void> {
  const { rows } = await client.query<{ xid: string | null }>(
    'select pg_catalog.pg_current_xact_id_if_assigned()::text as xid',
  );
  try {
    await client.query('commit');
  } catch (error) {
    throw new NotApplied({
      cause: error,
      statement: firstLine(call),
      atCommit: true,
      xid: rows[0]?.xid ?? undefined,
    });
  }
}

/** In an open transaction, which is left open. */
export async function runCall(request: CallRequest): Promise<readonly TableProof[]> {
  const { client, call, settings, mode, tables } = request;
  const proofs = await prove({
    client,
    settings,
    mode,
    tables,
    work: () => send(request),
    record: () => requireIntactTrail(client),
  });
  const bad = proofs.filter(({ verdict }) => verdict === 'differs');
  if (bad.length === 0) return proofs;
  throw new NotApplied({
    message: `the call was rolled back: ${bad.map(tellProof).join('; ')}`,
    hint: 'look for what changes rows on this target beside the call: a trigger, a rule. A loss that is meant needs a waiver',
    statement: firstLine(call),
    proofs,
  });
}

async function send({ client, call, earlier }: CallRequest): Promise<void> {
  try {
    await client.query(call);
  } catch (error) {
    throw new NotApplied({
      cause: error,
      statement: firstLine(call),
      location: locate(placeOf(error), undefined, earlier),
    });
  }
}
