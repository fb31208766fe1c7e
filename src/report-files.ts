/** Writes the reports of a result to the files that are asked for. */
import { access, constants, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { OperatorError } from './domain/operator-error.ts';
import { REPORT_KINDS, type ReportFiles, type ReportKind } from './domain/report-kind.ts';
import type { RunResult } from './domain/result.ts';

type Render = (result: RunResult) => string;

/** Each form is loaded when a report is asked for in it. */
const RENDERERS: Readonly<Record<ReportKind, () => Promise<Render>>> = {
  json: async () => (await import('./report/json.ts')).renderJson,
  markdown: async () => (await import('./report/markdown.ts')).renderMarkdown,
  html: async () => (await import('./report/html/page.ts')).renderHtml,
  sarif: async () => {
    const [{ renderSarif }, { CHECKS }] = await Promise.all([
      import('./report/sarif.ts'),
      import('./checks/catalogue.ts'),
    ]);
    return (result) => renderSarif(result, CHECKS);
  },
  junit: async () => (await import('./report/junit.ts')).renderJunit,
};

/** The reports that are asked for, in a fixed order, with whole paths. */
export const filesOf = (
  cwd: string,
  reports: ReportFiles,
): { readonly kind: ReportKind; readonly file: string }[] =>
  REPORT_KINDS.flatMap((kind) => {
    const file = reports[kind];
    return file === undefined ? [] : [{ kind, file: resolve(cwd, file) }];
  });

export async function writeReports(cwd: string, reports: ReportFiles, result: RunResult): Promise<void> {
  for (const { kind, file } of filesOf(cwd, reports)) {
    const render = await RENDERERS[kind]();
    await orNotWritten(file, () => writeFile(file, render(result)));
  }
}

/** What commands on a target write: those of the reports that are asked for and that they have. */
export async function writeTexts(
  cwd: string,
  reports: ReportFiles,
  texts: { readonly [K in ReportKind]?: () => string },
): Promise<void> {
  for (const { kind, file } of filesOf(cwd, reports)) {
    const text = texts[kind]?.();
    if (text !== undefined) await orNotWritten(file, () => writeFile(file, text));
  }
}

/** Before a run, which may take long: its result would be lost. */
export async function requireWritable(cwd: string, reports: ReportFiles): Promise<void> {
  for (const { file } of filesOf(cwd, reports)) {
    await orNotWritten(file, async () => {
      await makeFolder(dirname(file));
      const existing = await stat(file).catch(() => undefined);
      if (existing?.isDirectory()) throw new Error('it is a folder');
      await access(existing ? file : dirname(file), constants.W_OK);
    });
  }
}

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
