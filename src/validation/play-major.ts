/** One run of `validate` on one major: a server opened, every scenario played on it, and what it came to. */
import { type Redact, redactResult } from '../domain/redaction.ts';
import type { MigrationSummary, RunResult, ScenarioResult } from '../domain/result.ts';
import { TOOL_VERSION } from '../domain/tool-version.ts';
import type { Migration } from '../migrations/migration.ts';
import { releaseDigest } from '../migrations/release.ts';
import { placesOf } from '../migrations/under-test.ts';
import type { RunTrace } from '../postgres/run-trace.ts';
import { withServer } from '../postgres/server.ts';
import { configurationDigest } from '../settings/configuration-digest.ts';
import type { ValidateSettings } from '../settings/validate-settings.ts';
import { validate, type Validation } from '../simulation/validate.ts';

/** What is judged, read once for all majors. */
export interface Project extends Pick<Validation, 'head' | 'base'> {
  /** Files that are not played among them. */
  readonly all: readonly Migration[];
  readonly summary: readonly MigrationSummary[];
}

export interface MajorRun {
  readonly settings: ValidateSettings;
  readonly project: Project;
  readonly startedAt: Date;
  /** What else was asked for, as words of the command line. */
  readonly replayOptions: readonly string[];
  /** Undefined: the one that is found. */
  readonly major: number | undefined;
  /** The part of the machine that is this run's; all of it where left out. */
  readonly part?: MachinePart;
  /** Gets a line about what takes long before the first scenario. */
  readonly onProgress: (text: string) => void;
  /** What is known of the run before its first scenario; its other events follow. */
  readonly onOpened: (facts: OpenedFacts) => RunEvents;
  readonly trace?: RunTrace;
  readonly redact: Redact;
  /** Milliseconds of a clock that never goes back. */
  readonly elapsedMs: () => number;
}

export interface MachinePart {
  /** How many servers there are at once. */
  readonly servers: number;
  /** Scenarios that each plays at a time. */
  readonly scenarios: number;
}

export type OpenedFacts = Omit<
  RunResult,
  'verdict' | 'tables' | 'scenarios' | 'notes' | 'shard' | 'startedAt' | 'durationMs'
>;

export interface RunEvents {
  /** @param scenarios how many there will be. */
  readonly started: (scenarios: number) => void;
  readonly running: (names: readonly string[]) => void;
  readonly finished: (result: ScenarioResult) => void;
}

/** @returns the result without its secrets. */
export async function playMajor(run: MajorRun): Promise<RunResult> {
  const { settings, project, redact, part, startedAt } = run;
  const { all, head, base, summary } = project;
  const beganMs = run.elapsedMs();
  return withServer(
    {
      kind: settings.server,
      ...(run.major === undefined ? {} : { major: run.major }),
      ...(settings.serverBin === undefined ? {} : { bin: settings.serverBin }),
      expectedBytes: expectedBytes(settings.rows),
      ...(part === undefined ? {} : { atOnce: part.servers }),
      ...(run.trace === undefined ? {} : { trace: run.trace }),
      onProgress: (text) => run.onProgress(redact(text)),
    },
    async (server): Promise<RunResult> => {
      const facts: OpenedFacts = {
        toolVersion: TOOL_VERSION,
        server: { kind: server.kind, version: server.version },
        seed: settings.seed,
        rows: settings.rows,
        migrations: summary,
        // A run of some scenarios is no validation of a release.
        ...(settings.scenarios
          ? {}
          : {
              release: releaseDigest(all, settings.manage),
              underTest: placesOf(all, base?.comparison.pending ?? head),
            }),
        configurationDigest: configurationDigest(settings),
        failOn: settings.failOn,
        replayOptions: run.replayOptions.map(redact),
      };
      const events = run.onOpened(facts);
      const judged = await validate({
        ...{ server, settings, head, base },
        ...(part === undefined ? {} : { scenariosAtOnce: part.scenarios }),
        onStart: events.started,
        onRunning: events.running,
        onFinished: (result) => events.finished(redactResult(result, redact)),
      });
      const times = { startedAt, durationMs: run.elapsedMs() - beganMs };
      return redactResult({ ...facts, ...judged, ...times }, redact);
    },
  );
}

/** Three prepared databases and a few clones, each with rows, indexes and a ledger. */
export const expectedBytes = (rows: number): number => 256 * 1024 * 1024 + rows * 600 * 8;
