/** The command line: options in, exit status out. */
import { Command, CommanderError, Option } from 'commander';
import { EXIT } from './domain/operator-error.ts';
import { instantOf } from './domain/instant.ts';
import { TOOL_VERSION } from './domain/tool-version.ts';
import { exitStatusOf, tellError } from './exit-status.ts';
import { KnownSecrets } from './known-secrets.ts';
import { createPaint } from './report/paint.ts';
import { printableLines } from './report/printable.ts';
import type { TerminalOptions } from './report/terminal.ts';
import { loadConfiguration } from './settings/load-configuration.ts';
import { reportFiles } from './settings/report-options.ts';
import { validateSettings } from './settings/resolve-settings.ts';
import {
  addDeployCommands,
  addInspectCommand,
  type DeployOptions,
  type InspectOptions,
} from './deploy-cli.ts';
import { runMerge } from './merge-command.ts';
import { replayOptions } from './replay-options.ts';
import type { RawReports } from './settings/validate-settings.ts';
import type { DeployCommandName } from './settings/deploy-settings.ts';
import { runValidate } from './validate-command.ts';

const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

function createProgram(secrets: KnownSecrets, onStatus: (status: number) => void): Command {
  const program = new Command('partition-guard')
    .description(
      'Proves a PostgreSQL partition migration on a throwaway server, and applies it to a target with the same proof: no row lost, no overlap, no gap.',
    )
    .version(TOOL_VERSION)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(tellMisuse(secrets.redact(text))) })
    .showHelpAfterError(false);
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
    .action(async (options: ValidateOptions) => onStatus(await validate(options, secrets)));
  program
    .command('merge')
    .description(
      'join the JSON reports of all shares of a run, or of several PostgreSQL majors, into one verdict',
    )
    .argument('<file...>', 'JSON reports, folders that hold them, or patterns')
    .configureOutput({ outputError: (text, write) => write(tellMisuse(secrets.redact(text), 'merge')) })
    .exitOverride()
    .action(async (paths: string[], options: RawReports) => onStatus(await merge(paths, options, secrets)));
  for (const command of program.commands) for (const option of reportOptions()) command.addOption(option);
  addDeployCommands(program, {
    run: async (command, options) => onStatus(await deploy(command, options, secrets)),
    tellMisuse: (text, command) => tellMisuse(secrets.redact(text), command),
  });
  addInspectCommand(
    program,
    async (options) => onStatus(await inspect(options, secrets)),
    (text, command) => tellMisuse(secrets.redact(text), command),
  );
  return program;
}

/** Every command that comes to a result has them. */
const reportOptions = (): Option[] => [
  new Option('--json <file>', 'write the report as JSON'),
  new Option('--markdown <file>', 'write the report as markdown'),
  new Option('--html <file>', 'write the report as a page of HTML'),
  new Option('--sarif <file>', 'write the findings as SARIF, for code scanning'),
  new Option('--junit <file>', 'write the checks as JUnit XML'),
];

/** `error: unknown option '--rwos'` and perhaps `(Did you mean --rows?)`: told as other mistakes are. */
function tellMisuse(text: string, command = 'validate'): string {
  const [wrong = '', suggestion] = text.trim().split('\n');
  const meant = suggestion?.replace(/^\(Did (.*)\)$/, ' — did $1');
  const lines = printableLines(`${wrong.replace(/^error: /, '')}${meant ?? ''}`);
  return `${lines.join('\n')}\n→ partition-guard --help lists the commands, partition-guard ${command} --help the options.\n`;
}

interface ValidateOptions extends RawReports {
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

async function validate({ config, ...options }: ValidateOptions, secrets: KnownSecrets): Promise<number> {
  secrets.add(options.server?.includes('://') ? options.server : undefined);
  const startedAt = new Date();
  const cwd = process.cwd();
  const settings = await validateSettings({
    cwd,
    ...loadConfiguration(cwd, config),
    options,
    today: today(startedAt),
  });
  if (settings.server.kind === 'url') secrets.add(settings.server.url);
  const { stdout, stderr } = process;
  const result = await runValidate({
    settings,
    startedAt,
    replayOptions: replayOptions(config, options),
    output: stdout,
    terminal: terminalOptions(),
    onProgress: (text) => stderr.write(`${text}\n`),
    redact: secrets.redact,
  });
  return exitStatusOf(result.verdict);
}

async function merge(paths: readonly string[], options: RawReports, secrets: KnownSecrets): Promise<number> {
  const cwd = process.cwd();
  const result = await runMerge({
    cwd,
    paths,
    reports: reportFiles(options, { cwd, style: 'flag', command: 'merge' }),
    output: process.stdout,
    terminal: terminalOptions(),
    redact: secrets.redact,
  });
  return exitStatusOf(result.verdict);
}

/** What works on a target is loaded when it is asked for. */
async function deploy(
  command: DeployCommandName,
  options: DeployOptions,
  secrets: KnownSecrets,
): Promise<number> {
  const { runDeploy } = await import('./run-deploy.ts');
  return runDeploy({ command, options, ...surroundings(secrets) });
}

async function inspect(options: InspectOptions, secrets: KnownSecrets): Promise<number> {
  const { inspectOnTarget } = await import('./run-inspect.ts');
  return inspectOnTarget(options, surroundings(secrets));
}

/** What a command is given that reaches a target. */
function surroundings(secrets: KnownSecrets) {
  const { stdout, stderr, env } = process;
  return {
    env,
    cwd: process.cwd(),
    startedAt: new Date(),
    secrets,
    output: stdout,
    terminal: terminalOptions(),
    onLine: (text: string): void => void stderr.write(`${secrets.redact(text)}\n`),
  };
}

function terminalOptions(): TerminalOptions {
  const { stdout, env } = process;
  const colour = stdout.isTTY && env['NO_COLOR'] === undefined;
  return { paint: createPaint({ colour }), ...(stdout.isTTY ? { width: stdout.columns } : {}) };
}

const today = (date: Date): bigint =>
  instantOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });

/** Runs the program; the exit status is set, never forced, so that what was written arrives. */
export async function main(argv: readonly string[]): Promise<void> {
  const secrets = new KnownSecrets(process.env);
  try {
    await createProgram(secrets, (status) => (process.exitCode = status)).parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.pass : EXIT.usage;
      return;
    }
    const { text, status } = tellError(error, secrets.redact);
    process.stderr.write(text);
    process.exitCode = status;
  }
}
