/** `validate` from settings to a result with its reports written: what the command line and the action share. */
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Redact } from './domain/redaction.ts';
import type { MigrationSummary, RunResult } from './domain/result.ts';
import { TOOL_VERSION } from './domain/tool-version.ts';
import { compareWithBase } from './migrations/compare-with-base.ts';
import type { Migration } from './migrations/migration.ts';
import { readMigrationsAt } from './migrations/read-base.ts';
import { playable, readMigrations, type ReadOptions } from './migrations/read-migrations.ts';
import type { RunTrace } from './postgres/run-trace.ts';
import type { ProgressStream } from './report/progress.ts';
import { renderClosing, renderFindings, renderHeader, type TerminalOptions } from './report/terminal.ts';
import { listed } from './report/words.ts';
import { requireWritable, writeReports } from './report-files.ts';
import type { ValidateSettings } from './settings/validate-settings.ts';
import { followRuns } from './validation/live-progress.ts';
import { type MajorRun, playMajor, type Project } from './validation/play-major.ts';
import { playMajors, shareOfMachine } from './validation/play-majors.ts';

export interface ValidateCommand {
  readonly settings: ValidateSettings;
  readonly startedAt: Date;
  /** What else was asked for, as words of the command line. */
  readonly replayOptions: readonly string[];
  /** Gets the summary as it comes. */
  readonly output: ProgressStream;
  readonly terminal: TerminalOptions;
  /** Gets a line about what takes long before the first scenario. */
  readonly onProgress: (text: string) => void;
  readonly trace?: RunTrace;
  /** Everything that is printed or written has gone through it. */
  readonly redact: Redact;
}

export async function runValidate(command: ValidateCommand): Promise<RunResult> {
  const { settings, output, terminal } = command;
  const beganMs = performance.now();
  await requireWritable(settings.cwd, settings.reports);
  const project = await readProject(settings);
  const elapsedMs = (): number => performance.now() - beganMs;
  const result = await (settings.postgres.length > 1 ? onMajors : onOne)(command, {
    ...{ settings, project, elapsedMs },
    startedAt: command.startedAt,
    replayOptions: command.replayOptions,
    onProgress: command.onProgress,
    redact: command.redact,
    ...(command.trace === undefined ? {} : { trace: command.trace }),
  });
  output.write(renderFindings(result, terminal) + renderClosing(result, terminal));
  await writeReports(settings.cwd, settings.reports, result);
  return result;
}

type Run = Omit<MajorRun, 'major' | 'onOpened'>;

async function onOne({ output, terminal }: ValidateCommand, run: Run): Promise<RunResult> {
  const progress = followRuns(output, terminal, 1);
  try {
    return await playMajor({
      ...run,
      major: run.settings.postgres[0],
      onOpened: (facts) => {
        output.write(renderHeader(facts, terminal));
        return progress.follow();
      },
    });
  } finally {
    progress.end();
  }
}

async function onMajors({ output, terminal }: ValidateCommand, run: Run): Promise<RunResult> {
  const { postgres: majors, rows, seed } = run.settings;
  const share = shareOfMachine(majors.length, rows);
  const facts = { toolVersion: TOOL_VERSION, seed, rows, migrations: run.project.summary };
  const server = { version: listed(majors.map(String)) };
  output.write(renderHeader({ ...facts, server, majors: share.told }, terminal));
  const progress = followRuns(output, terminal, majors.length);
  try {
    return await playMajors({
      ...run,
      majors,
      share,
      onOpened: (_major, opened) => progress.follow(opened.server.version),
    });
  } finally {
    progress.end();
  }
}

/** What migrations are read with. */
export const readOptionsOf = (settings: ValidateSettings): ReadOptions => ({
  cwd: settings.cwd,
  placeholders: settings.placeholders,
  flyway: {
    defaultSchema: 'public',
    user: 'partition_guard_owner',
    database: 'partition_guard',
    timestamp: '2000-01-01 00:00:00',
    table: 'flyway_schema_history',
  },
});

/** What is judged: the head, and the base where there is one. */
export async function readProject(settings: ValidateSettings): Promise<Project> {
  const options = readOptionsOf(settings);
  const all = await readMigrations(settings.migrations, options);
  const head = playable(all);
  if (settings.base === undefined) return { all, head, base: undefined, summary: summarise(head, head) };
  const released = await readMigrationsAt(settings.base, settings.migrations, options);
  const comparison = compareWithBase(released, all);
  const base = { migrations: playable(released), comparison };
  return { all, head, base, summary: summarise(head, comparison.pending) };
}

function summarise(head: readonly Migration[], underTest: readonly Migration[]): MigrationSummary[] {
  const folders = [...new Set(head.map((m) => m.folder))];
  return folders.map((folder) => {
    const files = head.filter((m) => m.folder === folder);
    const tested = underTest.filter((m) => m.folder === folder);
    const [first] = tested;
    return {
      folder,
      files: files.length,
      filesUnderTest: tested.length,
      ...(first ? { firstUnderTest: first.file } : {}),
      digest: digestOf(files, tested),
    };
  });
}

/** Files of the same names and texts, and the same of them under test, have the same one. */
function digestOf(files: readonly Migration[], underTest: readonly Migration[]): string {
  const told = [files, underTest].map((all) => all.map(({ file, text }) => [file, text]));
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}
