/** What a run of `inspect` is asked to do: which database, and where its reports go. */
import type { Instant } from '../domain/instant.ts';
import type { ReportFiles } from '../domain/report-kind.ts';
import { parseTarget } from './deploy-values.ts';
import { CONFIGURATION_FILE } from './load-configuration.ts';
import { Mistakes } from './mistakes.ts';
import { notEmpty, optionLabel, OptionReader } from './option-reader.ts';

export interface InspectSettings {
  readonly cwd: string;
  /** A postgres:// address, which may hold a password: never printed. */
  readonly target: string;
  readonly reports: ReportFiles;
  /** What runways are counted from. */
  readonly now: Instant;
}

export interface RawInspectInputs {
  readonly cwd: string;
  readonly options: { readonly target?: string | undefined; readonly json?: string | undefined };
  /** PARTITION_GUARD_TARGET is read from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
}

/** @throws OperatorError with a line for each mistake. */
export function inspectSettings({ cwd, options, env, now }: RawInspectInputs): InspectSettings {
  const mistakes = new Mistakes(CONFIGURATION_FILE, 'inspect');
  const reader = new OptionReader('flag', mistakes);
  const given = options.target || env['PARTITION_GUARD_TARGET'] || undefined;
  const target = reader.one('target', given, parseTarget);
  const json = reader.one('json', options.json, notEmpty);
  if (given === undefined) {
    mistakes.inOption(
      optionLabel('target'),
      'no target is given; set PARTITION_GUARD_TARGET, which no process list shows, or give its address here',
    );
  }
  mistakes.throwIfAny();
  return { cwd, target: target ?? '', reports: json === undefined ? {} : { json }, now };
}
