/** What is seen of a run while it goes on: a line a finished scenario, of one major or of several that take turns. */
import type { ScenarioResult } from '../domain/result.ts';
import { createProgress, type ProgressStream } from '../report/progress.ts';
import type { TerminalOptions } from '../report/terminal.ts';
import { labelOf } from '../report/words.ts';
import type { RunEvents } from './play-major.ts';

const SPINNER_MS = 120;

export interface LiveProgress {
  /** Events of one more run; `server` is its version where there are several. */
  readonly follow: (server?: string) => RunEvents;
  /** Takes the live line away. */
  readonly end: () => void;
}

/** Lines appear as scenarios end; on a terminal, one more turns while they run. @param runs how many there will be. */
export function followRuns(output: ProgressStream, terminal: TerminalOptions, runs: number): LiveProgress {
  const progress = createProgress(output, { ...terminal, total: 0 });
  const running = new Map<string, readonly string[]>();
  const draw = (): void => progress.running([...running.values()].flat());
  const turning = output.isTTY ? setInterval(draw, SPINNER_MS) : undefined;
  const totals: number[] = [];
  return {
    follow: (server) => {
      const labelled = server === undefined ? {} : { server };
      return {
        started: (scenarios) => {
          totals.push(scenarios);
          // Until the others have begun they are taken to be as long.
          const known = totals.reduce((sum, total) => sum + total, 0);
          progress.expect(known + (runs - totals.length) * scenarios);
        },
        running: (names) => {
          running.set(
            server ?? '',
            names.map((name) => labelOf({ name, ...labelled })),
          );
          draw();
        },
        finished: (result: ScenarioResult) => progress.finished({ ...result, ...labelled }),
      };
    },
    end: () => {
      clearInterval(turning);
      progress.end();
    },
  };
}
