/** Where reports go: files by kind, no two of them the same. */
import { resolve } from 'node:path';
import { REPORT_KINDS, REPORT_TITLES, type ReportFiles, type ReportKind } from '../domain/report-kind.ts';
import { Mistakes } from './mistakes.ts';
import { notEmpty, optionLabel, OptionReader, type OptionStyle } from './option-reader.ts';
import type { RawReports } from './validate-settings.ts';

type Files = { readonly [K in ReportKind]: string | undefined };

/** Only what was given and is right. */
export function readReports(options: RawReports, reader: OptionReader): Files {
  return byKind((kind) => reader.one(kind, options[kind], notEmpty));
}

/** What a value is, for each kind. */
export const byKind = <T>(of: (kind: ReportKind) => T): { readonly [K in ReportKind]: T } =>
  Object.fromEntries(REPORT_KINDS.map((kind) => [kind, of(kind)])) as { readonly [K in ReportKind]: T };

/** Kinds of which one would overwrite the other, each with its words. */
export function sameFiles(
  files: ReportFiles,
  cwd: string,
): { readonly kinds: readonly [ReportKind, ReportKind]; readonly message: string }[] {
  const given = REPORT_KINDS.flatMap((kind) => {
    const file = files[kind];
    return file === undefined ? [] : [{ kind, path: resolve(cwd, file) }];
  });
  return given.flatMap((later, i) =>
    given
      .slice(0, i)
      .filter((earlier) => earlier.path === later.path)
      .map((earlier) => ({
        kinds: [earlier.kind, later.kind] as const,
        message: `the ${REPORT_TITLES[earlier.kind]} and the ${REPORT_TITLES[later.kind]} report would be written to the same file`,
      })),
  );
}

/**
 * The report files of a command that has no other settings.
 * @throws OperatorError with a line for each mistake.
 */
export function reportFiles(
  options: RawReports,
  { cwd, style, command }: { readonly cwd: string; readonly style: OptionStyle; readonly command: string },
): ReportFiles {
  const mistakes = new Mistakes('', command);
  const files = given(readReports(options, new OptionReader(style, mistakes)));
  for (const { kinds, message } of sameFiles(files, cwd))
    mistakes.inOption(optionLabel(kinds[1], style), message);
  mistakes.throwIfAny();
  return files;
}

/** Without the kinds that are not asked for. */
export const given = (files: Files): ReportFiles =>
  Object.fromEntries(Object.entries(files).filter(([, file]) => file !== undefined));
