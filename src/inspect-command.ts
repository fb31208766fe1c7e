/** `inspect` from settings to a printed layout: a database's partitions as they are. */
import { inspectTarget } from './deploy/inspect/inspect-target.ts';
import { withTarget } from './deploy/target.ts';
import type { Inspection } from './domain/inspection.ts';
import { type Redact, redactResult } from './domain/redaction.ts';
import { renderInspectionJson } from './report/inspection/json.ts';
import { renderInspectionMarkdown } from './report/inspection/markdown.ts';
import { renderInspection } from './report/inspection/terminal.ts';
import type { ProgressStream } from './report/progress.ts';
import type { TerminalOptions } from './report/terminal.ts';
import { requireWritable, writeTexts } from './report-files.ts';
import type { InspectSettings } from './settings/inspect-settings.ts';

export interface InspectCommand {
  readonly settings: InspectSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: ProgressStream;
  readonly terminal: TerminalOptions;
  /** Everything that is printed or written has gone through it. */
  readonly redact: Redact;
  readonly onWarning: (text: string) => void;
  /** Told each secret that is found on the way, before it is used. */
  readonly onSecret?: (secret: string) => void;
}

export async function runInspect(command: InspectCommand): Promise<Inspection> {
  const { settings, env, output, terminal, redact } = command;
  const { cwd, reports, now, runwayDays, tables, configured } = settings;
  await requireWritable(cwd, reports);
  const seen = await withTarget(
    {
      url: settings.target,
      env,
      isLook: true,
      onWarning: (text) => command.onWarning(redact(text)),
      ...(command.onSecret ? { onSecret: command.onSecret } : {}),
    },
    (target) =>
      inspectTarget(target, {
        now,
        runwayDays,
        ...(tables ? { wanted: tables } : {}),
        ...(configured ? { configured } : {}),
      }),
  );
  const inspection = redactResult(seen, redact);
  output.write(renderInspection(inspection, terminal));
  const page = reports.html === undefined ? undefined : await import('./report/inspection/page.ts');
  await writeTexts(cwd, reports, {
    json: () => renderInspectionJson(inspection),
    markdown: () => renderInspectionMarkdown(inspection),
    ...(page ? { html: () => page.renderInspectionPage(inspection) } : {}),
  });
  return inspection;
}
