/** The GitHub Action: inputs in, summary, outputs and exit status out. */
import * as core from '@actions/core';
import { context } from '@actions/github';
import { instantOf } from './domain/instant.ts';
import { exitStatusOf, tellError } from './exit-status.ts';
import { KnownSecrets } from './known-secrets.ts';
import { mergeBaseOf } from './github/pull-request-base.ts';
import { renderMarkdown } from './report/markdown.ts';
import { createPaint } from './report/paint.ts';
import { loadConfiguration } from './settings/load-configuration.ts';
import { replayOptions } from './replay-options.ts';
import { validateSettings } from './settings/resolve-settings.ts';
import type { RawOptions } from './settings/validate-settings.ts';
import { runValidate } from './validate-command.ts';

const input = (name: string): string | undefined => core.getInput(name) || undefined;

const inputs = (name: string): string[] | undefined => {
  const lines = core.getMultilineInput(name);
  return lines.length > 0 ? lines : undefined;
};

/** The base given, else on a pull request the merge base. */
async function baseRef(cwd: string): Promise<string | undefined> {
  const given = input('base');
  if (given !== undefined) return given;
  const base = context.payload.pull_request?.['base'] as { readonly sha?: unknown } | undefined;
  return typeof base?.sha === 'string' ? mergeBaseOf(base.sha, cwd) : undefined;
}

async function validate(secrets: KnownSecrets): Promise<void> {
  const startedAt = new Date();
  const cwd = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  const config = input('config');
  const options: RawOptions = {
    migrations: inputs('migrations'),
    base: await baseRef(cwd),
    server: input('server'),
    postgres: inputs('postgres'),
    rows: input('rows'),
    seed: input('seed'),
    now: input('now'),
    scenario: inputs('scenario'),
    shard: input('shard'),
    failOn: input('fail-on'),
    json: input('json'),
    markdown: input('markdown'),
  };
  const settings = await validateSettings({
    cwd,
    ...loadConfiguration(cwd, config),
    optionStyle: 'input',
    options,
    today: instantOf({
      year: startedAt.getUTCFullYear(),
      month: startedAt.getUTCMonth() + 1,
      day: startedAt.getUTCDate(),
    }),
  });
  if (settings.server.kind === 'url') secrets.add(settings.server.url);
  const result = await runValidate({
    settings,
    startedAt,
    replayOptions: replayOptions(config, options),
    output: process.stdout,
    terminal: { paint: createPaint({ colour: false }) },
    onProgress: (text) => core.info(text),
    redact: secrets.redact,
  });
  core.setOutput('verdict', result.verdict);
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(renderMarkdown(result)).write();
  process.exitCode = exitStatusOf(result.verdict);
}

/** Runs the action; the exit status is set, never forced, so that what was written arrives. */
export async function main(): Promise<void> {
  const secrets = new KnownSecrets(process.env);
  try {
    await validate(secrets);
  } catch (error) {
    const { text, status } = tellError(error, secrets.redact);
    core.error(text.trimEnd());
    process.exitCode = status;
  }
}
