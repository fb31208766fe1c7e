/** The commands that need no target: their options on the command line. */
import { type Command, Option } from 'commander';
import type { RawReports } from './settings/validate-settings.ts';

export interface ValidateOptions extends RawReports {
  readonly config?: string;
  readonly migrations?: string[];
  readonly base?: string;
  readonly server?: string;
  readonly serverBin?: string;
  readonly image?: string;
  readonly allowServer?: string;
  readonly postgres?: string[];
  readonly rows?: string;
  readonly seed?: string;
  readonly now?: string;
  readonly scenario?: string[];
  readonly shard?: string;
  readonly failOn?: string;
}

export interface ValidationDoors {
  readonly validate: (options: ValidateOptions) => Promise<void>;
  readonly merge: (paths: readonly string[], options: RawReports) => Promise<void>;
  /** What was typed wrongly, as it is told. */
  readonly tellMisuse: (text: string, command: 'validate' | 'merge') => string;
}

const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

export function addValidationCommands(program: Command, doors: ValidationDoors): void {
  program
    .command('validate')
    .description(
      'run the migrations in a throwaway PostgreSQL on seeded rows, play the scenarios, judge the checks',
    )
    .option('--config <file>', 'the configuration file (default: partition-guard.yml if there is one)')
    .addOption(new Option('--migrations <dir>', 'folder of Flyway-named SQL; repeatable').argParser(collect))
    .option(
      '--base <ref>',
      'git ref whose migrations are already applied somewhere; the rest are the change under test',
    )
    .option('--server <kind>', 'auto, embedded, testcontainers, or a postgres:// URL (default: auto)')
    .option('--server-bin <dir>', 'folder of initdb and postgres, of a build of your own')
    .option(
      '--image <image>',
      'image of the testcontainers server, with its tag or digest (default: postgres:MAJOR)',
    )
    .option(
      '--allow-server <reason>',
      'reason for making throwaway databases on a server, given by URL, that looks like a production one',
    )
    .addOption(
      new Option(
        '--postgres <major>',
        'PostgreSQL major to test on, 14 to 18; repeatable: one run each, joined into one verdict',
      ).argParser(collect),
    )
    .option('--rows <n>', 'seeded rows a scenario (default: 100000)')
    .option('--seed <n>', 'seed of every pseudo-random choice (default: 1)')
    .option('--now <date>', 'the date on which the run is centred (default: today)')
    .addOption(new Option('--scenario <name>', 'only these; repeatable').argParser(collect))
    .option('--shard <i/n>', "this machine's share of the scenarios (default: 1/1)")
    .option('--fail-on <level>', 'error or warning (default: error)')
    .exitOverride()
    .action((options: ValidateOptions) => doors.validate(options));
  program
    .command('merge')
    .description(
      'join the JSON reports of all shares of a run, or of several PostgreSQL majors, into one verdict',
    )
    .argument('<file...>', 'JSON reports, folders that hold them, or patterns')
    .configureOutput({ outputError: (text, write) => write(doors.tellMisuse(text, 'merge')) })
    .exitOverride()
    .action((paths: string[], options: RawReports) => doors.merge(paths, options));
  for (const command of program.commands) for (const option of reportOptions()) command.addOption(option);
}

/** Every command that comes to a result has them. */
const reportOptions = (): Option[] => [
  new Option('--json <file>', 'write the report as JSON'),
  new Option('--markdown <file>', 'write the report as markdown'),
  new Option('--html <file>', 'write the report as a page of HTML'),
  new Option('--sarif <file>', 'write the findings as SARIF, for code scanning'),
  new Option('--junit <file>', 'write the checks as JUnit XML'),
];
