/** What a run of `plan`, `apply`, `maintain`, `archive` or `restore` is asked to do on a target. */
import type { VerifyMode } from '../domain/deployment.ts';
import type { Instant } from '../domain/instant.ts';
import type { Interval } from '../domain/interval.ts';
import type { OptionStyle } from './option-reader.ts';
import type { RawReports, ValidateSettings } from './validate-settings.ts';

export const DEPLOY_COMMANDS = ['plan', 'apply', 'maintain', 'archive', 'restore'] as const;
export type DeployCommandName = (typeof DEPLOY_COMMANDS)[number];

/** Where archives are: a folder, or a bucket that speaks S3. */
export type ArchivePlace =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      /** Without a slash at its ends; may be empty. */ readonly prefix: string;
    };

/** The parts of a project's settings that a target has a use for. */
export type DeployProject = Pick<
  ValidateSettings,
  | 'cwd'
  | 'configFile'
  | 'migrations'
  | 'placeholders'
  | 'tables'
  | 'manage'
  | 'audit'
  | 'intervals'
  | 'checks'
  | 'waivers'
  | 'seedSql'
  | 'assertions'
  | 'environments'
  | 'maintenanceWindow'
  | 'retention'
  | 'reports'
>;

export interface DeploySettings extends DeployProject {
  readonly command: DeployCommandName;
  /** A postgres:// address, which may hold a password: never printed. */
  readonly target: string;
  /** Undefined for `plan` alone. */
  readonly environment?: string;
  /** Digest of the only plan to apply. */
  readonly plan?: string;
  /** JSON report of the validation that locks and durations are taken from. */
  readonly validated?: string;
  /** The reason for applying what nobody validated. */
  readonly allowUnvalidated?: string;
  /** The reason for taking a database for another environment than it was. */
  readonly allowEnvironment?: string;
  /** Flyway version that a database without history is taken to have. */
  readonly baseline?: string;
  readonly verify: VerifyMode;
  readonly lockTimeoutMs: number;
  /** 0 is without end. */
  readonly statementTimeoutMs: number;
  readonly retries: number;
  readonly dryRun: boolean;
  /** How many partitions are made ahead; undefined: none is asked for. */
  readonly premake?: number;
  /** How long rows are kept; wins over the configuration's. */
  readonly keep?: Interval;
  readonly archive?: ArchivePlace;
  /** `restore`: which partitions, as SQL reads their names. */
  readonly partitions: readonly string[];
  /** The instant of the run. */
  readonly now: Instant;
}

/** As they come from the command line or the action: text, nothing judged yet. */
export interface RawDeployOptions extends Pick<RawReports, 'json' | 'markdown'> {
  readonly migrations?: readonly string[] | undefined;
  readonly target?: string | undefined;
  readonly environment?: string | undefined;
  readonly plan?: string | undefined;
  readonly validated?: string | undefined;
  readonly allowUnvalidated?: string | undefined;
  readonly allowEnvironment?: string | undefined;
  readonly baseline?: string | undefined;
  readonly verify?: string | undefined;
  readonly lockTimeout?: string | undefined;
  readonly statementTimeout?: string | undefined;
  readonly retries?: string | undefined;
  readonly dryRun?: string | boolean | undefined;
  readonly premake?: string | undefined;
  readonly retention?: string | undefined;
  readonly archive?: string | undefined;
  readonly partitions?: readonly string[] | undefined;
}

export interface RawDeployInputs {
  readonly command: DeployCommandName;
  readonly cwd: string;
  readonly configFile?: string | undefined;
  readonly configText?: string | undefined;
  readonly options: RawDeployOptions;
  readonly optionStyle?: OptionStyle;
  /** PARTITION_GUARD_TARGET is read from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
}
