/** `validate` from settings to a result with its reports written: what the command line and the action share. */
import { access, constants, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { OperatorError } from './domain/operator-error.ts';
import { type Redact, redactResult } from './domain/redaction.ts';
import type { MigrationSummary, RunResult } from './domain/result.ts';
import { TOOL_VERSION } from './domain/tool-version.ts';
import { compareWithBase } from './migrations/compare-with-base.ts';
import type { Migration } from './migrations/migration.ts';
import { readMigrationsAt } from './migrations/read-base.ts';
import { playable, readMigrations, type ReadOptions } from './migrations/read-migrations.ts';
import { withServer } from './postgres/server.ts';
import { renderJson } from './report/json.ts';
import { renderMarkdown } from './report/markdown.ts';
import { createProgress, type ProgressStream } from './report/progress.ts';
import { renderClosing, renderFindings, renderHeader, type TerminalOptions } from './report/terminal.ts';
import type { ValidateSettings } from './settings/validate-settings.ts';
import { validate, type Validation } from './simulation/validate.ts';

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
  /** Everything that is printed or written has gone through it. */
  readonly redact: Redact;
}

export async function runValidate(command: ValidateCommand): Promise<RunResult> {
  const { settings, redact } = command;
  const startedMs = performance.now();
  const [major, another] = settings.postgres;
  if (another !== undefined) {
    throw new OperatorError(
      `PostgreSQL ${settings.postgres.join(' and ')} are asked for: a run tests on one major`,
      {
        code: 'several-majors',
        hint: `Run once with --postgres ${major} and once with --postgres ${another}.`,
      },
    );
  }
  for (const file of reportFiles(settings)) await requireWritable(file);
  const { head, base } = await readBoth(settings);
  const migrations = summarise(head, base?.comparison.pending ?? head);
  const result = await withServer(
    {
      kind: settings.server,
      ...(major === undefined ? {} : { major }),
      expectedBytes: expectedBytes(settings.rows),
      onProgress: (text) => command.onProgress(redact(text)),
    },
    async (server): Promise<RunResult> => {
      const facts = {
        toolVersion: TOOL_VERSION,
        server: { kind: server.kind, version: server.version },
        seed: settings.seed,
        rows: settings.rows,
        migrations,
        replayOptions: command.replayOptions.map(redact),
      };
      command.output.write(renderHeader(facts, command.terminal));
      const judged = await validateLive(command, { server, settings, head, base });
      const times = { startedAt: command.startedAt, durationMs: performance.now() - startedMs };
      return redactResult({ ...facts, ...judged, ...times }, redact);
    },
  );
  command.output.write(renderFindings(result, command.terminal) + renderClosing(result, command.terminal));
  await writeReports(settings, result);
  return result;
}

const SPINNER_MS = 120;

/** Lines appear as scenarios end; on a terminal, one more turns while they run. */
async function validateLive(
  { output, terminal, redact }: ValidateCommand,
  validation: Omit<Validation, 'onStart' | 'onRunning' | 'onFinished'>,
): Promise<Awaited<ReturnType<typeof validate>>> {
  let progress = createProgress(output, { ...terminal, total: 0 });
  let running: readonly string[] = [];
  const turning = output.isTTY ? setInterval(() => progress.running(running), SPINNER_MS) : undefined;
  try {
    return await validate({
      ...validation,
      onStart: (total) => (progress = createProgress(output, { ...terminal, total })),
      onRunning: (names) => progress.running((running = names)),
      onFinished: (result) => progress.finished(redactResult(result, redact)),
    });
  } finally {
    clearInterval(turning);
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

async function readBoth(settings: ValidateSettings): Promise<Pick<Validation, 'head' | 'base'>> {
  const options = readOptionsOf(settings);
  const all = await readMigrations(settings.migrations, options);
  const head = playable(all);
  if (settings.base === undefined) return { head, base: undefined };
  const released = await readMigrationsAt(settings.base, settings.migrations, options);
  const migrations = playable(released);
  return { head, base: { migrations, comparison: compareWithBase(released, all) } };
}

function summarise(head: readonly Migration[], underTest: readonly Migration[]): MigrationSummary[] {
  const folders = [...new Set(head.map((m) => m.folder))];
  return folders.map((folder) => ({
    folder,
    files: head.filter((m) => m.folder === folder).length,
    filesUnderTest: underTest.filter((m) => m.folder === folder).length,
  }));
}

/** Three prepared databases and a few clones, each with rows, indexes and a ledger. */
const expectedBytes = (rows: number): number => 256 * 1024 * 1024 + rows * 600 * 8;

const reportFiles = ({ cwd, reports }: ValidateSettings): string[] =>
  [reports.json, reports.markdown].flatMap((file) => (file === undefined ? [] : resolve(cwd, file)));

async function writeReports({ cwd, reports }: ValidateSettings, result: RunResult): Promise<void> {
  const write = (file: string, text: string): Promise<void> =>
    orNotWritten(file, () => writeFile(file, text));
  if (reports.json !== undefined) await write(resolve(cwd, reports.json), renderJson(result));
  if (reports.markdown !== undefined) await write(resolve(cwd, reports.markdown), renderMarkdown(result));
}

/** Before the run, which may take long: its result would be lost. */
const requireWritable = (file: string): Promise<void> =>
  orNotWritten(file, async () => {
    await makeFolder(dirname(file));
    const existing = await stat(file).catch(() => undefined);
    if (existing?.isDirectory()) throw new Error('it is a folder');
    await access(existing ? file : dirname(file), constants.W_OK);
  });

/** What Node does by itself never ends where a folder's parent takes none, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if (await stat(folder).catch(() => undefined)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Another run was quicker.
    if (error.code !== 'EEXIST') throw error;
  });
}

async function orNotWritten(file: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    throw new OperatorError(
      `the report ${file} can't be written: ${error instanceof Error ? error.message : String(error)}`,
      {
        code: 'report-not-written',
        hint: 'Give a path in a folder that may be written to.',
        cause: error,
      },
    );
  }
}
