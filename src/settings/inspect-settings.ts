/** What a run of `inspect` is asked to do: which database, which tables, and where its reports go. */
import type { Instant } from '../domain/instant.ts';
import type { ReportFiles } from '../domain/report-kind.ts';
import { parseTarget } from './deploy-values.ts';
import { CONFIGURATION_FILE } from './load-configuration.ts';
import { Mistakes } from './mistakes.ts';
import { notEmpty, optionLabel, OptionReader } from './option-reader.ts';
import { given, sameFiles } from './report-options.ts';
import { parseTableName } from './table-name.ts';
import type { TableName } from './validate-settings.ts';

/** A table's name, and how its user wrote it. */
export interface WrittenTable extends TableName {
  readonly written: string;
}

export interface InspectSettings {
  readonly cwd: string;
  /** A postgres:// address, which may hold a password: never printed. */
  readonly target: string;
  readonly reports: ReportFiles;
  /** What runways are counted from. */
  readonly now: Instant;
  /** Below so many days a runway is too short. */
  readonly runwayDays: number;
  /** Of --table; undefined: every table. */
  readonly tables?: readonly WrittenTable[];
  /** Of a configuration that was given by name; undefined: it names none, or there is none. */
  readonly configured?: readonly WrittenTable[];
}

export interface RawInspectInputs {
  readonly cwd: string;
  readonly options: {
    readonly target?: string | undefined;
    readonly table?: readonly string[] | undefined;
    readonly json?: string | undefined;
    readonly markdown?: string | undefined;
    readonly html?: string | undefined;
  };
  /** Only where one was asked for: another's default file says nothing of a database. */
  readonly configFile?: string;
  readonly configText?: string;
  /** PARTITION_GUARD_TARGET is read from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
}

const DEFAULT_RUNWAY_DAYS = 90;

/** @throws OperatorError with a line for each mistake. */
export async function inspectSettings(inputs: RawInspectInputs): Promise<InspectSettings> {
  const { cwd, options, env, now, configFile } = inputs;
  const mistakes = new Mistakes(configFile ?? CONFIGURATION_FILE, 'inspect');
  const reader = new OptionReader('flag', mistakes);
  const address = options.target || env['PARTITION_GUARD_TARGET'] || undefined;
  const target = reader.one('target', address, parseTarget);
  const tables = reader.many('table', options.table, (written) => {
    const parsed = parseTableName(written);
    return parsed.ok ? { ok: true, value: { ...parsed.value, written } } : parsed;
  });
  const reports = reportsOf(options, reader, mistakes, cwd);
  if (address === undefined) {
    mistakes.inOption(
      optionLabel('target'),
      'no target is given; set PARTITION_GUARD_TARGET, which no process list shows, or give its address here',
    );
  }
  const configured = await readConfigured(inputs, mistakes);
  mistakes.throwIfAny();
  return {
    cwd,
    target: target ?? '',
    reports,
    now,
    runwayDays: configured?.runwayDays ?? DEFAULT_RUNWAY_DAYS,
    ...(tables ? { tables } : {}),
    ...(configured && configured.tables.length > 0 ? { configured: configured.tables } : {}),
  };
}

function reportsOf(
  options: RawInspectInputs['options'],
  reader: OptionReader,
  mistakes: Mistakes,
  cwd: string,
): ReportFiles {
  const reports = given({
    json: reader.one('json', options.json, notEmpty),
    markdown: reader.one('markdown', options.markdown, notEmpty),
    html: reader.one('html', options.html, notEmpty),
    sarif: undefined,
    junit: undefined,
  });
  for (const { kinds, message } of sameFiles(reports, cwd)) mistakes.inOption(optionLabel(kinds[1]), message);
  return reports;
}

/** The whole file is judged, as for every command; what it is read with is loaded only then. */
async function readConfigured({ cwd, configFile, configText, now }: RawInspectInputs, mistakes: Mistakes) {
  if (configText === undefined) return undefined;
  const { mergeSettings } = await import('./resolve-settings.ts');
  const { tables, checks } = await mergeSettings(
    { cwd, configFile, configText, optionStyle: 'flag', options: {}, today: now },
    mistakes,
  );
  return {
    runwayDays: checks.runwayDays,
    tables: tables.map(({ table }): WrittenTable => ({
      ...table,
      written: table.schema === undefined ? table.name : `${table.schema}.${table.name}`,
    })),
  };
}
