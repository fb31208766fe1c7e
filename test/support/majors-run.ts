/** A run on several majors in this process, two at a time whatever the machine is, of a project with one migration. */
import { performance } from 'node:perf_hooks';
import { instantOf } from '../../src/domain/instant.ts';
import { validateSettings } from '../../src/settings/resolve-settings.ts';
import { readProject } from '../../src/validate-command.ts';
import type { OpenedFacts, RunEvents } from '../../src/validation/play-major.ts';
import type { MajorsRun } from '../../src/validation/play-majors.ts';

export interface MajorsOptions {
  /** A folder with migrations. */
  readonly cwd: string;
  readonly majors: readonly number[];
  readonly servers: number;
  readonly onOpened?: (major: number, facts: OpenedFacts) => RunEvents;
  readonly onProgress?: (text: string) => void;
}

const NOTHING: RunEvents = { started: () => undefined, running: () => undefined, finished: () => undefined };

export async function majorsRun(options: MajorsOptions): Promise<MajorsRun> {
  const { cwd, majors, servers, onOpened = () => NOTHING, onProgress = () => undefined } = options;
  const settings = await validateSettings({
    cwd,
    options: { rows: '200', postgres: majors.map(String) },
    today: instantOf({ year: 2026, month: 3, day: 15 }),
  });
  return {
    settings,
    project: await readProject(settings),
    startedAt: new Date(0),
    replayOptions: [],
    majors,
    share: { servers, scenarios: 2, told: '' },
    onOpened,
    onProgress,
    redact: (text) => text,
    elapsedMs: () => performance.now(),
  };
}

export const silentEvents = NOTHING;
