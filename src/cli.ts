/** The command line: options in, exit status out. */
import { Command, CommanderError } from 'commander';
import { EXIT } from './domain/operator-error.ts';
import { TOOL_VERSION } from './domain/tool-version.ts';
import { tellError } from './exit-status.ts';
import { KnownSecrets } from './known-secrets.ts';
import { createPaint } from './report/paint.ts';
import { printableLines } from './report/printable.ts';
import type { TerminalOptions } from './report/terminal.ts';
import {
  addDeployCommands,
  addInspectCommand,
  type DeployOptions,
  type InspectOptions,
} from './deploy-cli.ts';
import type { RawReports } from './settings/validate-settings.ts';
import type { DeployCommandName } from './settings/deploy-settings.ts';
import type { Surroundings } from './surroundings.ts';
import { addValidationCommands, type ValidateOptions } from './validate-cli.ts';

function createProgram(secrets: KnownSecrets, onStatus: (status: number) => void): Command {
  const program = new Command('partition-guard')
    .description(
      'Proves a PostgreSQL partition migration on a throwaway server, and applies it to a target with the same proof: no row lost, no overlap, no gap.',
    )
    .version(TOOL_VERSION)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(tellMisuse(secrets.redact(text))) })
    .showHelpAfterError(false);
  addValidationCommands(program, {
    validate: async (options) => onStatus(await validate(options, secrets)),
    merge: async (paths, options) => onStatus(await merge(paths, options, secrets)),
    tellMisuse: (text, command) => tellMisuse(secrets.redact(text), command),
  });
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

/** `error: unknown option '--rwos'` and perhaps `(Did you mean --rows?)`: told as other mistakes are. */
function tellMisuse(text: string, command = 'validate'): string {
  const [wrong = '', suggestion] = text.trim().split('\n');
  const meant = suggestion?.replace(/^\(Did (.*)\)$/, ' — did $1');
  const lines = printableLines(`${wrong.replace(/^error: /, '')}${meant ?? ''}`);
  return `${lines.join('\n')}\n→ partition-guard --help lists the commands, partition-guard ${command} --help the options.\n`;
}

/** What a command needs is loaded when it is asked for: `--help` and `--version` answer at once. */
async function validate(options: ValidateOptions, secrets: KnownSecrets): Promise<number> {
  const { validateOnThrowaway } = await import('./run-validate.ts');
  return validateOnThrowaway(options, surroundings(secrets));
}

async function merge(paths: readonly string[], options: RawReports, secrets: KnownSecrets): Promise<number> {
  const { mergeReports } = await import('./run-merge.ts');
  return mergeReports(paths, options, surroundings(secrets));
}

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

/** What a command is given to work with. */
function surroundings(secrets: KnownSecrets): Surroundings {
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
