/** Raw inputs become settings: the command line wins over the file, the file over the defaults; all mistakes are told at once. */
import { resolve } from 'node:path';
import { INTERVAL_NAMES, type IntervalName } from '../domain/interval.ts';
import { readChecks } from './check-settings.ts';
import { EMPTY_DOCUMENT, parseConfiguration } from './configuration-document.ts';
import { ConfigurationReader } from './configuration-reader.ts';
import { CONFIGURATION_FILE } from './load-configuration.ts';
import { Mistakes } from './mistakes.ts';
import { type Project, readFileOptions, readProject, reportKeys } from './project.ts';
import { judgeProject } from './project-rules.ts';
import { optionLabel } from './option-reader.ts';
import { readOptions } from './raw-options.ts';
import { byKind, given, sameFiles } from './report-options.ts';
import { intervalsOf } from './scenario-name.ts';
import { judgeServer } from './server-rules.ts';
import { parseTableName } from './table-name.ts';
import { type JudgedOptions, serverOf } from './server-choice.ts';
import type { ManageSettings, RawInputs, TableSettings, ValidateSettings } from './validate-settings.ts';

const DEFAULT_INTERVALS: readonly IntervalName[] = ['monthly', 'quarterly', 'yearly'];
const DEFAULT_ROWS = 100_000;
const DEFAULT_SEED = 1;
/** The very list, where the configuration names none. */
export const DEFAULT_ENVIRONMENTS: readonly string[] = ['DEV', 'STAGING', 'PROD'];

/** Merges and judges; throws one OperatorError with a line for each mistake. */
export async function validateSettings(inputs: RawInputs): Promise<ValidateSettings> {
  const mistakes = new Mistakes(inputs.configFile ?? CONFIGURATION_FILE);
  const settings = await mergeSettings(inputs, mistakes);
  mistakes.throwIfAny();
  return settings;
}

/** Merges; what is wrong is among the mistakes, and the settings mean nothing then. */
export async function mergeSettings(inputs: RawInputs, mistakes: Mistakes): Promise<ValidateSettings> {
  const file = inputs.configFile ?? CONFIGURATION_FILE;
  const options = readOptions(inputs, mistakes);
  const document =
    inputs.configText === undefined ? EMPTY_DOCUMENT : parseConfiguration(inputs.configText, mistakes);
  const reader = new ConfigurationReader(document, mistakes);
  reportKeys(document, reader);
  const fileOptions = readFileOptions(document, reader);
  const project = readProject(document, reader);
  const checks = readChecks(project, reader);
  // Wrong intervals are reported themselves: no call is blamed for them.
  const intervals = project.intervals ?? (document.entries.has('intervals') ? undefined : DEFAULT_INTERVALS);
  await judgeProject({ project, intervals: intervals ?? [], reader });
  judgeScenarios({ inputs, options, fileOptions, intervals: intervals ?? INTERVAL_NAMES, mistakes, reader });
  judgeServer({ options, fileOptions, style: inputs.optionStyle, mistakes, reader });
  const reports = given(byKind((kind) => options[kind] ?? fileOptions[kind]));
  for (const { kinds, message } of sameFiles(reports, inputs.cwd)) {
    const option = [...kinds].reverse().find((kind) => options[kind] !== undefined);
    if (option === undefined) reader.wrong([kinds[1]], message);
    else mistakes.inOption(optionLabel(option, inputs.optionStyle), message);
  }
  return {
    cwd: inputs.cwd,
    ...(inputs.configText === undefined ? {} : { configFile: file }),
    migrations: options.migrations ?? fileOptions.migrations ?? [],
    ...pick({ base: options.base ?? fileOptions.base }),
    server: serverOf({ inputs, options, fileOptions, mistakes, reader }),
    ...pick({ serverBin: options['server-bin'] && resolve(inputs.cwd, options['server-bin']) }),
    postgres: unique(options.postgres ?? fileOptions.postgres ?? []),
    rows: options.rows ?? fileOptions.rows ?? DEFAULT_ROWS,
    seed: options.seed ?? fileOptions.seed ?? DEFAULT_SEED,
    now: options.now ?? fileOptions.now ?? inputs.today,
    ...scenariosOf(options.scenario ?? fileOptions.scenario),
    shard: options.shard ?? fileOptions.shard ?? { index: 1, of: 1 },
    failOn: options['fail-on'] ?? fileOptions['fail-on'] ?? 'error',
    reports,
    intervals: intervals ?? DEFAULT_INTERVALS,
    checks,
    ...projectSettings(project, (path) => reader.where(file, path)),
  };
}

type ProjectSettings = Pick<
  ValidateSettings,
  | 'placeholders'
  | 'tables'
  | 'manage'
  | 'audit'
  | 'waivers'
  | 'seedSql'
  | 'assertions'
  | 'environments'
  | 'maintenanceWindow'
  | 'retention'
>;

function projectSettings(project: Project, where: (path: readonly string[]) => string): ProjectSettings {
  const { audit } = project;
  return {
    placeholders: project.placeholders ?? {},
    tables: (project.tables ?? []).map(tableSettings),
    manage: manageSettings(project, where),
    ...pick({ audit: audit && { table: audit.table, partitionColumn: audit.partition } }),
    waivers: (project.waivers ?? []).map(({ check, reason, table, until }) => ({
      check,
      reason,
      ...pick({ table, until }),
    })),
    seedSql: Object.entries(project.seedSql ?? {}).flatMap(([name, sql]) => {
      const table = parseTableName(name);
      return table.ok ? { table: table.value, sql } : [];
    }),
    assertions: project.assertions ?? [],
    environments: project.environments ?? DEFAULT_ENVIRONMENTS,
    ...pick({ maintenanceWindow: project.maintenance_window, retention: project.retention }),
  };
}

const tableSettings = (entry: NonNullable<Project['tables']>[number]): TableSettings => ({
  table: entry.name,
  successors: entry.successor ?? [],
  ...pick({ key: entry.key, range: entry.range }),
});

function manageSettings({ manage }: Project, where: (path: readonly string[]) => string): ManageSettings {
  const { call, retention } = manage ?? {};
  return pick({
    call: call === undefined ? undefined : { sql: call, where: where(['manage', 'call']) },
    retention:
      retention === undefined ? undefined : { sql: retention, where: where(['manage', 'retention']) },
  });
}

/** A scenario of an interval that the project does not have would play nothing, and pass. */
function judgeScenarios(given: JudgedOptions & { readonly intervals: readonly IntervalName[] }): void {
  const { options, fileOptions, intervals } = given;
  const names = options.scenario ?? fileOptions.scenario ?? [];
  for (const [i, name] of names.entries()) {
    const missing = intervalsOf(name).find((interval) => !intervals.includes(interval));
    if (missing === undefined) continue;
    const message = `"${name}" needs the interval ${missing}, and intervals: has ${intervals.join(', ')}`;
    if (options.scenario) given.mistakes.inOption(optionLabel('scenario', given.inputs.optionStyle), message);
    else given.reader.wrong(['scenario', i], message);
  }
}

const scenariosOf = (names: ValidateSettings['scenarios']): Pick<ValidateSettings, 'scenarios'> =>
  names === undefined ? {} : { scenarios: unique(names) };

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined. */
const pick = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
