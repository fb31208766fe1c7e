/** A dry run: everything that can be is done in one transaction, proven, and rolled back; nothing of it is left but what sequences have given out. */
import { performance } from 'node:perf_hooks';
import type { Layout } from '../../domain/layout.ts';
import { readLayouts } from '../../postgres/catalog-layout.ts';
import { pinned, readPinnable, unpin } from '../proof/pinned.ts';
import { runCall } from './apply-call.ts';
import { appliedMigration, beginning, PUT_BACK, runFile, takeBack } from './apply-file.ts';
import { historyBegun, tellUnprovable } from './apply-pending.ts';
import { movedSequences, readSequences } from './moved-sequences.ts';
import { withRetries } from './retry.ts';
import type { Course, Run } from './run.ts';
import { callRequest, fileRequest, patienceOf } from './step-requests.ts';

/** @returns the layouts as they would be. @throws what stopped it; `course` has what went well until then. */
export async function rehearsePending(run: Run, course: Course): Promise<readonly Layout[]> {
  const { client } = run.target;
  const before = await readSequences(client);
  try {
    return await rehearseAll(run, course);
  } finally {
    // A connection that is gone is told by what was thrown.
    const moved = movedSequences(before, await readSequences(client).catch(() => before));
    if (moved !== undefined) course.warnings.push(moved);
  }
}

const rehearseAll = (run: Run, course: Course): Promise<readonly Layout[]> =>
  withRetries(patienceOf(run, 'rehearsal'), async () => {
    course.applied.length = 0;
    course.callProofs.length = 0;
    course.warnings.length = 0;
    const { client } = run.target;
    await tellUnprovable(run, course);
    try {
      await client.query(beginning(run.request.settings));
      return await playAll(run, course);
    } finally {
      await takeBack(client);
    }
  });

async function playAll(run: Run, course: Course): Promise<readonly Layout[]> {
  const { request, made, target } = run;
  const { client } = target;
  let rows = await historyBegun(run);
  const isPending = new Set(made.decision.pending);
  const earlier = request.migrations.filter((migration) => !isPending.has(migration));
  for (const migration of made.decision.pending) {
    if (migration.transaction !== 'one') {
      course.warnings.push(
        `${migration.file} can't be rehearsed: it runs outside of a transaction, and what it did would stay`,
      );
      continue;
    }
    request.onProgress(`rehearsing ${migration.file}`);
    const startedMs = performance.now();
    const before = await readPinnable(client);
    const { proofs, row } = await runFile(await fileRequest(run, { migration, earlier, rows }));
    await unpin(client, before);
    await client.query(PUT_BACK);
    rows = [...rows, row];
    earlier.push(migration);
    course.applied.push(appliedMigration(migration, proofs, performance.now() - startedMs));
  }
  for (const call of made.plan.calls) {
    request.onProgress(`rehearsing ${call}`);
    course.callProofs.push(...(await runCall(await callRequest(run, call, earlier))));
  }
  return pinned(client, async () => (await readLayouts(client)).judged.map(({ layout }) => layout));
}
