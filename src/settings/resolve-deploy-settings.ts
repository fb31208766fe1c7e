/** Raw inputs of a target's commands become settings: every mistake of options and configuration is told at once. */
import type { VerifyMode } from '../domain/deployment.ts';
import type { DeploySettings, RawDeployInputs } from './deploy-settings.ts';
import {
  parseArchivePlace,
  parseDigest,
  parseEnvironment,
  parseFlag,
  parseReason,
  parseTarget,
  parseTimeLimit,
  parseVerify,
  parseVersion,
} from './deploy-values.ts';
import { CONFIGURATION_FILE } from './load-configuration.ts';
import { Mistakes } from './mistakes.ts';
import { notEmpty, optionLabel, OptionReader } from './option-reader.ts';
import { parseWholeNumber } from './option-values.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';
import { DEFAULT_ENVIRONMENTS, mergeSettings } from './resolve-settings.ts';
import { parseKeep } from './time-rules.ts';

const DEFAULT_VERIFY: VerifyMode = 'touched';
const DEFAULT_LOCK_TIMEOUT_MS = 2000;
const DEFAULT_RETRIES = 10;
const RETRIES = { least: 0, most: 1000 };
/** What the shipped manager takes. */
const PREMAKE = { least: 1, most: 1000 };

export async function deploySettings(inputs: RawDeployInputs): Promise<DeploySettings> {
  const { command, cwd, configFile, configText, options, optionStyle = 'flag', now } = inputs;
  const mistakes = new Mistakes(configFile ?? CONFIGURATION_FILE, command);
  const { migrations, json, markdown } = options;
  const project = await mergeSettings(
    { cwd, configFile, configText, optionStyle, options: { migrations, json, markdown }, today: now },
    mistakes,
  );
  const read = readOptions(inputs, new OptionReader(optionStyle, mistakes));
  for (const { option, message } of missingOptions(inputs)) {
    mistakes.inOption(optionLabel(option, optionStyle), message);
  }
  const fault = unknownName(read.environment, project.environments);
  if (fault !== undefined) mistakes.inOption(optionLabel('environment', optionStyle), fault);
  mistakes.throwIfAny();
  const {
    target = '',
    verify,
    lockTimeoutMs,
    statementTimeoutMs,
    retries,
    dryRun,
    partitions,
    environment: named,
    ...rest
  } = read;
  const environment = spelled(named, project.environments);
  return {
    ...project,
    ...defined({ ...rest, environment }),
    command,
    target,
    verify: verify ?? DEFAULT_VERIFY,
    lockTimeoutMs: lockTimeoutMs ?? DEFAULT_LOCK_TIMEOUT_MS,
    statementTimeoutMs: statementTimeoutMs ?? 0,
    retries: retries ?? DEFAULT_RETRIES,
    dryRun: dryRun ?? false,
    partitions: partitions ?? [],
    now,
  };
}

/** As it is configured, where the letters' case is all that differs: the audit trail and GitHub go by one name. */
const spelled = (name: string | undefined, configured: readonly string[]): string | undefined =>
  configured.find((one) => one.toLowerCase() === name?.toLowerCase()) ?? name;

/** Where the configuration says which there are, another name is a slip, and would have no order. */
function unknownName(name: string | undefined, environments: readonly string[]): string | undefined {
  if (name === undefined || environments === DEFAULT_ENVIRONMENTS) return undefined;
  if (environments.some((one) => one.toLowerCase() === name.toLowerCase())) return undefined;
  const known = environments.join(', ');
  return `${quoted(name)} is none of the configured environments (${known})${didYouMean(nearestName(name, environments))}`;
}

function readOptions({ options, env }: RawDeployInputs, reader: OptionReader) {
  const dryRun = typeof options.dryRun === 'boolean' ? String(options.dryRun) : options.dryRun;
  return {
    target: reader.one('target', options.target || env['PARTITION_GUARD_TARGET'] || undefined, parseTarget),
    environment: reader.one('environment', options.environment || undefined, parseEnvironment),
    plan: reader.one('plan', options.plan, parseDigest),
    validated: reader.one('validated', options.validated, notEmpty),
    allowUnvalidated: reader.one('allow-unvalidated', options.allowUnvalidated, parseReason),
    allowEnvironment: reader.one('allow-environment', options.allowEnvironment, parseReason),
    baseline: reader.one('baseline', options.baseline, parseVersion),
    verify: reader.one('verify', options.verify, parseVerify),
    lockTimeoutMs: reader.one('lock-timeout', options.lockTimeout, parseTimeLimit),
    statementTimeoutMs: reader.one('statement-timeout', options.statementTimeout, parseTimeLimit),
    retries: reader.one('retries', options.retries, (text) => parseWholeNumber(text, RETRIES)),
    dryRun: reader.one('dry-run', dryRun, parseFlag),
    premake: reader.one('premake', options.premake, (text) => parseWholeNumber(text, PREMAKE)),
    keep: reader.one('retention', options.retention, parseKeep),
    archive: reader.one('archive', options.archive, parseArchivePlace),
    partitions: reader.many('partition', options.partitions, notEmpty),
  };
}

/** What is needed and was not given; what is given and wrong is told where it is read. */
function missingOptions({ command, options, env }: RawDeployInputs) {
  const target = options.target || env['PARTITION_GUARD_TARGET'];
  const needsEnvironment = command !== 'plan' && !options.environment;
  return [
    ...(target
      ? []
      : [
          {
            option: 'target',
            message:
              'no target is given; set PARTITION_GUARD_TARGET, which no process list shows, or give its address here',
          },
        ]),
    ...(needsEnvironment
      ? [
          {
            option: 'environment',
            message: `${command} needs the name of the environment, such as DEV, STAGING or PROD`,
          },
        ]
      : []),
  ];
}

/** Leaves out what is undefined. */
type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const defined = <T extends object>(values: T): Defined<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
