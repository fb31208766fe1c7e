/** Runs of `validate` on several majors, at once where the machine is large enough, joined into one result. */
import { availableParallelism } from 'node:os';
import { OperatorError } from '../domain/operator-error.ts';
import { redactResult } from '../domain/redaction.ts';
import type { RunResult } from '../domain/result.ts';
import { availableMemoryBytes } from '../postgres/data-place.ts';
import { type MachineShare, shareMachine } from '../postgres/machine-share.ts';
import { joinMajors, type MajorEnd } from '../report/join-majors.ts';
import { inParallel } from '../simulation/pool.ts';
import { expectedBytes, type MajorRun, type OpenedFacts, playMajor, type RunEvents } from './play-major.ts';

export interface MajorsRun extends Omit<MajorRun, 'major' | 'part' | 'onOpened'> {
  /** Two at least. */
  readonly majors: readonly number[];
  readonly share: MachineShare;
  readonly onOpened: (major: number, facts: OpenedFacts) => RunEvents;
}

/** What this machine has room for. */
export const shareOfMachine = (majors: number, rows: number): MachineShare =>
  shareMachine(
    majors,
    { cores: availableParallelism(), freeBytes: availableMemoryBytes() },
    expectedBytes(rows),
  );

/**
 * A major that can't be judged leaves the result inconclusive at best.
 * @throws OperatorError where none of them can be judged; a fault of this program's as it is, when the others have ended.
 */
export async function playMajors(run: MajorsRun): Promise<RunResult> {
  const { majors, share, redact } = run;
  const beganMs = run.elapsedMs();
  const ends = await inParallel(
    majors.map((major) => () => endOf(run, major)),
    share.servers,
  );
  const joined = joinMajors(ends, run.startedAt);
  return redactResult({ ...joined, durationMs: run.elapsedMs() - beganMs }, redact);
}

async function endOf(run: MajorsRun, major: number): Promise<MajorEnd> {
  const { servers, scenarios } = run.share;
  try {
    const result = await playMajor({
      ...run,
      major,
      part: { servers, scenarios },
      onProgress: (text) => run.onProgress(`PostgreSQL ${major}: ${text}`),
      onOpened: (facts) => run.onOpened(major, facts),
    });
    return { kind: 'judged', major, result };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    run.onProgress(run.redact(`PostgreSQL ${major} is not judged: ${error.message}`));
    return { kind: 'not-judged', major, error };
  }
}
