/** `validate` from settings to a result with its reports written: what the command line and the action share. */
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { OperatorError } from './domain/operator-error.ts';
import { type Redact, redactResult } from './domain/redaction.ts';
import type { MigrationSummary, RunResult } from './domain/result.ts';
import { TOOL_VERSION } from './domain/tool-version.ts';
import { compareWithBase } from './migrations/compare-with-base.ts';
import type { Migration } from './migrations/migration.ts';
import { readMigrationsAt } from './migrations/read-base.ts';
import { releaseDigest } from './migrations/release.ts';
import { playable, readMigrations, type ReadOptions } from './migrations/read-migrations.ts';
import type { RunTrace } from './postgres/run-trace.ts';
import { withServer } from './postgres/server.ts';
import { createProgress, type ProgressStream } from './report/progress.ts';
import { renderClosing, renderFindings, renderHeader, type TerminalOptions } from './report/terminal.ts';
import { requireWritable, writeReports } from './report-files.ts';
import { configurationDigest } from './settings/configuration-digest.ts';
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
  readonly trace?: RunTrace;
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
  await requireWritable(settings.cwd, settings.reports);
  const { all, head, base } = await readBoth(settings);
  const migrations = summarise(head, base?.comparison.pending ?? head);
  const result = await withServer(
    {
      kind: settings.server,
      ...(major === undefined ? {} : { major }),
      expectedBytes: expectedBytes(settings.rows),
      ...(command.trace === undefined ? {} : { trace: command.trace }),
      onProgress: (text) => command.onProgress(redact(text)),
    },
    async (server): Promise<RunResult> => {
      const facts = {
        toolVersion: TOOL_VERSION,
        server: { kind: server.kind, version: server.version },
        seed: settings.seed,
        rows: settings.rows,
        migrations,
        // A run of some scenarios is no validation of a release.
        ...(settings.scenarios ? {} : { release: releaseDigest(all, settings.manage) }),
        configurationDigest: configurationDigest(settings),
        failOn: settings.failOn,
        replayOptions: command.replayOptions.map(redact),
      };
      command.output.write(renderHeader(facts, command.terminal));
      const judged = await validateLive(command, { server, settings, head, base });
      const times = { startedAt: command.startedAt, durationMs: performance.now() - startedMs };
      return redactResult({ ...facts, ...judged, ...times }, redact);
    },
  );
  command.output.write(renderFindings(result, command.terminal) + renderClosing(result, command.terminal));
  await writeReports(settings.cwd, settings.reports, result);
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

async function readBoth(
  settings: ValidateSettings,
): Promise<Pick<Validation, 'head' | 'base'> & { readonly all: readonly Migration[] }> {
  const options = readOptionsOf(settings);
  const all = await readMigrations(settings.migrations, options);
  const head = playable(all);
  if (settings.base === undefined) return { all, head, base: undefined };
  const released = await readMigrationsAt(settings.base, settings.migrations, options);
  const migrations = playable(released);
  return { all, head, base: { migrations, comparison: compareWithBase(released, all) } };
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

/** Three prepared databases and a few clones, each with rows, indexes and a ledger. */
const expectedBytes = (rows: number): number => 256 * 1024 * 1024 + rows * 600 * 8;
