/** The commands that work on a target: their options on the command line. */
import { type Command, Option } from 'commander';
import type { DeployCommandName, RawDeployOptions } from './settings/deploy-settings.ts';

export interface DeployOptions extends RawDeployOptions {
  readonly config?: string;
}

export interface InspectOptions {
  readonly target?: string;
  readonly config?: string;
  readonly table?: readonly string[];
  readonly json?: string;
  readonly markdown?: string;
  readonly html?: string;
}

export interface DeployDoors {
  readonly run: (command: DeployCommandName, options: DeployOptions) => Promise<void>;
  /** What was typed wrongly, as it is told. */
  readonly tellMisuse: (text: string, command: DeployCommandName) => string;
}

const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

const repeated = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(collect);

const CONFIG = () =>
  new Option('--config <file>', 'the configuration file (default: partition-guard.yml if there is one)');
const MIGRATIONS = () => repeated('--migrations <dir>', 'folder of Flyway-named SQL; repeatable');
const TARGET = () =>
  new Option(
    '--target <url>',
    'the database; better given as PARTITION_GUARD_TARGET, which no process list shows',
  );
const ENVIRONMENT = () => new Option('--environment <name>', 'where this is: DEV, STAGING, PROD or any name');
const ALLOW_ENVIRONMENT = () =>
  new Option(
    '--allow-environment <reason>',
    'take the database for this environment though by its audit trail it is another; audited',
  );
const REPORTS = () => [
  new Option('--json <file>', 'write what was found and done as JSON'),
  new Option('--markdown <file>', 'write it as markdown'),
];
const WAITING = () => [
  new Option('--lock-timeout <time>', 'how long a statement waits for a lock (default: 2s)'),
  new Option('--statement-timeout <time>', 'how long a statement may run; 0 is without end (default: 0)'),
  new Option('--retries <n>', 'how often a lock that was not got is tried for again (default: 10)'),
];
const DRY_RUN = () => new Option('--dry-run', 'do all of it, and roll it back');
const VERIFY = () =>
  new Option(
    '--verify <how-much>',
    'rows proven inside the transaction: full, touched or count (default: touched)',
  );
const BASELINE = () =>
  new Option(
    '--baseline <version>',
    'take a database that has tables and no history to be at this version already',
  );
const VALIDATED = () =>
  new Option(
    '--validated <file>',
    'JSON report of validate: what its statements locked, and how long; outside of GitHub whether this was validated',
  );
const ARCHIVE = () => new Option('--archive <place>', 'where archives are: a folder, or s3://BUCKET/PREFIX');
const RETENTION = () =>
  new Option(
    '--retention <time>',
    'how long rows are kept, such as "24 months" (default: the configuration)',
  );

interface DeployCommand {
  readonly name: DeployCommandName;
  readonly summary: string;
  readonly options: () => readonly Option[];
}

const COMMANDS: readonly DeployCommand[] = [
  {
    name: 'plan',
    summary: 'say what apply would do to a target, without changing it',
    options: () => [MIGRATIONS(), VALIDATED(), VERIFY(), BASELINE()],
  },
  {
    name: 'apply',
    summary:
      'apply the pending migrations and the configured partitioning to a target, proven inside the transaction',
    options: () => [
      MIGRATIONS(),
      new Option('--plan <digest>', 'apply only this plan (default: the plan as it is now)'),
      VALIDATED(),
      new Option(
        '--allow-unvalidated <reason>',
        'apply though no validation of these very migrations is known; audited',
      ),
      VERIFY(),
      BASELINE(),
      ...WAITING(),
      DRY_RUN(),
    ],
  },
  {
    name: 'maintain',
    summary: 'make partitions ahead, apply the retention and check how long writes keep working',
    options: () => [
      new Option('--premake <n>', 'how many partitions are made ahead'),
      RETENTION(),
      ARCHIVE(),
      ...WAITING(),
      DRY_RUN(),
    ],
  },
  {
    name: 'archive',
    summary: 'write what is past its retention to verified files, then drop it',
    options: () => [RETENTION(), ARCHIVE(), ...WAITING(), DRY_RUN()],
  },
  {
    name: 'restore',
    summary: 'put archived partitions back',
    options: () => [
      repeated('--partition <name>', 'which partition, as SQL writes its name; repeatable'),
      ARCHIVE(),
      ...WAITING(),
      DRY_RUN(),
    ],
  },
];

/** Adds inspect, which needs no environment, and reads a configuration only where one is named. */
export function addInspectCommand(
  program: Command,
  run: (options: InspectOptions) => Promise<void>,
  tellMisuse: (text: string, command: 'inspect') => string,
): void {
  program
    .command('inspect')
    .description(
      'look at the partitions of a database: bounds, sizes, gaps, overlaps, rows in default partitions, runway, and what another interval would move; changes nothing',
    )
    .addOption(TARGET())
    .addOption(repeated('--table <name>', 'only this table, as SQL writes its name; repeatable'))
    .option('--config <file>', 'take the tables, and how long a runway must be, from this configuration')
    .option('--json <file>', 'write what was found as JSON: all of it')
    .option('--markdown <file>', 'write it as markdown')
    .option('--html <file>', 'write it as a page, each table drawn on a time axis')
    .configureOutput({ outputError: (text, write) => write(tellMisuse(text, 'inspect')) })
    .exitOverride()
    .action(run);
}

/** Adds plan, apply, maintain, archive and restore; each ends in `run`. */
export function addDeployCommands(program: Command, { run, tellMisuse }: DeployDoors): void {
  for (const { name, summary, options } of COMMANDS) {
    const command = program.command(name).description(summary);
    for (const option of [CONFIG(), TARGET(), ENVIRONMENT(), ALLOW_ENVIRONMENT(), ...options(), ...REPORTS()])
      command.addOption(option);
    command
      .configureOutput({ outputError: (text, write) => write(tellMisuse(text, name)) })
      .exitOverride()
      .action((given: DeployOptions & { readonly partition?: readonly string[] }) =>
        run(name, { ...given, partitions: given.partition }),
      );
  }
}
