/** Mode validate: inputs and configuration to settings, settings to a judged result. */
import { instantOf } from '../domain/instant.ts';
import { REPORT_KINDS } from '../domain/report-kind.ts';
import type { RunTrace } from '../postgres/run-trace.ts';
import { createPaint } from '../report/paint.ts';
import { replayOptions } from '../replay-options.ts';
import { loadConfiguration } from '../settings/load-configuration.ts';
import { validateSettings } from '../settings/resolve-settings.ts';
import type { RawOptions, ValidateSettings } from '../settings/validate-settings.ts';
import { runValidate } from '../validate-command.ts';
import { checkedOut } from '../github/pull-request-base.ts';
import { baseCommit } from './base-commit.ts';
import { wholePaths } from './default-reports.ts';
import { type Job, maskSecrets } from './job.ts';
import type { Judged } from './judged.ts';
import type { Task } from './task.ts';

export interface ValidateMode {
  readonly job: Job;
  readonly task: Task;
  readonly startedAt: Date;
  readonly trace: RunTrace;
}

export async function playValidate({ job, task, startedAt, trace }: ValidateMode): Promise<Judged> {
  const { cwd, inputs, log, secrets } = job;
  await warnOfTargetsOwnCode(job, task);
  const config = inputs.text('config');
  const options = await readOptions(job, task);
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
  if (settings.server.kind === 'url') {
    secrets.add(settings.server.url);
    maskSecrets(job);
  }
  log.group('What is asked for', told(settings));
  const result = await log.withoutCommands(() =>
    runValidate({
      settings,
      startedAt,
      replayOptions: replayOptions(config, options),
      output: log.stream,
      terminal: { paint: createPaint({ colour: false }) },
      onProgress: (text) => log.line(text),
      redact: secrets.redact,
      trace,
    }),
  );
  const { failOn, shard } = settings;
  return { result, failOn, isShare: shard.of > 1, reports: wholePaths(cwd, settings.reports) };
}

async function readOptions({ inputs, cwd }: Job, { run }: Task): Promise<RawOptions> {
  return {
    migrations: inputs.lines('migrations'),
    base: await baseCommit(run.event, { given: inputs.text('base'), cwd }),
    server: inputs.text('server'),
    serverBin: inputs.text('server-bin'),
    image: inputs.text('image'),
    allowServer: inputs.text('allow-server'),
    postgres: inputs.lines('postgres'),
    rows: inputs.text('rows'),
    seed: inputs.text('seed'),
    now: inputs.text('now'),
    scenario: inputs.lines('scenario'),
    shard: inputs.text('shard'),
    failOn: inputs.text('fail-on'),
    ...Object.fromEntries(REPORT_KINDS.map((kind) => [kind, inputs.text(kind)])),
  };
}

/** pull_request_target checks out the branch that the change goes into: a pass would say nothing of the change. */
async function warnOfTargetsOwnCode({ cwd, inputs, log }: Job, { run: { event } }: Task): Promise<void> {
  if (event.kind !== 'pull-request' || !event.isTarget || inputs.text('base') !== undefined) return;
  if ((await checkedOut(cwd)) !== event.baseSha) return;
  log.annotate({
    level: 'warning',
    title: 'Nothing of the pull request is judged',
    message:
      'On pull_request_target the checkout is the code that the change goes into. Run on pull_request instead: forks get their comment by workflow_run, see docs/recipes.md.',
  });
}

/** One line each; a server's address is not among them. */
const told = (settings: ValidateSettings): string[] => [
  `configuration  ${settings.configFile ?? 'none: defaults and inputs'}`,
  `migrations     ${settings.migrations.length === 0 ? 'the usual folders' : settings.migrations.join(', ')}`,
  `base           ${settings.base ?? 'none: every migration is the change'}`,
  `server         ${toldServer(settings.server)}`,
  ...(settings.serverBin === undefined ? [] : [`programs       ${settings.serverBin}`]),
  `fails on       ${settings.failOn}`,
];

function toldServer(server: ValidateSettings['server']): string {
  if (server.kind === 'url') return 'the one given by its address';
  const image = server.kind === 'testcontainers' ? server.image : undefined;
  return image === undefined ? server.kind : `${server.kind}, ${image}`;
}
