/** `maintain`, `archive` and `restore` from settings to a result with its reports written: what the command line and the action share. */
import { maintainTables } from './deploy/maintain/maintain-tables.ts';
import { restorePartitions } from './deploy/maintain/restore-partitions.ts';
import {
  type MaintenanceRequest,
  type MaintenanceBody,
  runMaintenance,
} from './deploy/maintain/run-maintenance.ts';
import type { MaintenanceCommand, MaintenanceResult } from './domain/maintenance.ts';
import { EXIT, type ExitStatus, OperatorError } from './domain/operator-error.ts';
import { type Redact, redactResult } from './domain/redaction.ts';
import { renderMaintenanceJson } from './report/maintenance/json.ts';
import { renderMaintenanceMarkdown } from './report/maintenance/markdown.ts';
import { renderMaintenance } from './report/maintenance/terminal.ts';
import type { ProgressStream } from './report/progress.ts';
import type { TerminalOptions } from './report/terminal.ts';
import { requireWritable, writeTexts } from './report-files.ts';
import type { DeploySettings } from './settings/deploy-settings.ts';

export interface MaintenanceCommandOptions {
  readonly settings: DeploySettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly startedAt: Date;
  /** Gets the result. */
  readonly output: ProgressStream;
  readonly terminal: TerminalOptions;
  /** Gets a line about what takes long. */
  readonly onProgress: (text: string) => void;
  readonly onSecret?: MaintenanceRequest['onSecret'];
  /** Everything that is printed or written has gone through it. */
  readonly redact: Redact;
}

/** Premakes, applies the retention, archives, and looks how long writes keep working. */
export const runMaintain = (options: MaintenanceCommandOptions): Promise<MaintenanceResult> =>
  runAndTell('maintain', options, (run, latest) =>
    maintainTables(run, { premake: true, retention: 'as-configured', runway: true }, latest),
  );

/** Writes what is past its retention to verified files, and drops it. */
export async function runArchive(options: MaintenanceCommandOptions): Promise<MaintenanceResult> {
  requirePlace(options, 'where archives go');
  return runAndTell('archive', options, (run, latest) =>
    maintainTables(run, { premake: false, retention: 'archive', runway: false }, latest),
  );
}

/** Puts archived partitions back. */
export async function runRestore(options: MaintenanceCommandOptions): Promise<MaintenanceResult> {
  requirePlace(options, 'where the archives are');
  return runAndTell('restore', options, (run) => restorePartitions(run, options.settings.partitions));
}

function requirePlace({ settings }: MaintenanceCommandOptions, what: string): void {
  if (settings.archive !== undefined) return;
  throw new OperatorError(`nothing says ${what}`, {
    code: 'archive-place-unknown',
    hint: 'give --archive DIR or --archive s3://BUCKET/PREFIX',
    exitStatus: EXIT.usage,
  });
}

async function runAndTell(
  command: MaintenanceCommand,
  options: MaintenanceCommandOptions,
  body: MaintenanceBody,
): Promise<MaintenanceResult> {
  const { settings, redact, env, startedAt, onProgress, onSecret } = options;
  await requireWritable(settings.cwd, settings.reports);
  const result = redactResult(
    await runMaintenance(
      {
        command,
        settings,
        env,
        startedAt,
        onProgress: (text) => onProgress(redact(text)),
        redact,
        ...(onSecret ? { onSecret } : {}),
      },
      body,
    ),
    redact,
  );
  options.output.write(renderMaintenance(result, options.terminal));
  await writeTexts(settings.cwd, settings.reports, {
    json: () => renderMaintenanceJson(result),
    markdown: () => renderMaintenanceMarkdown(result),
  });
  return result;
}

export function maintenanceExit({ outcome }: MaintenanceResult): ExitStatus {
  switch (outcome) {
    case 'done':
    case 'nothing-to-do':
    case 'rehearsed':
      return EXIT.pass;
    case 'failed':
      return EXIT.fail;
    case 'refused':
      return EXIT.refused;
  }
}
