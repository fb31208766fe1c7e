/** Plays the manager, as it is shipped or broken, in the projects that use it. */
import { instantOf } from '../../src/domain/instant.ts';
import type { ScenarioResult } from '../../src/domain/result.ts';
import type { CheckVerdict } from '../../src/domain/verdict.ts';
import { compareWithBase } from '../../src/migrations/compare-with-base.ts';
import type { Migration } from '../../src/migrations/migration.ts';
import { compareMigrations, understand } from '../../src/migrations/read-migrations.ts';
import type { ThrowawayServer } from '../../src/postgres/server.ts';
import { validateSettings } from '../../src/settings/resolve-settings.ts';
import { validate } from '../../src/simulation/validate.ts';
import { readOptionsOf } from '../../src/validate-command.ts';
import { withPrefix } from '../corpus/play.ts';
import type { Mutant } from './pool.ts';
import { NOW, type Project, shippedWith } from './projects.ts';

/** What failed first; where nothing failed, what could not be judged. */
export interface Fault {
  readonly project: string;
  readonly scenario: string;
  readonly check: string;
  readonly message: string;
}

export type Fate =
  | ({ readonly kind: 'failed' } & Fault)
  | ({ readonly kind: 'inconclusive' } & Fault)
  | { readonly kind: 'passed' };

class Failed extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

export async function playMutant(options: {
  readonly server: ThrowawayServer;
  /** A word that no other run on the server has. */
  readonly prefix: string;
  readonly project: Project;
  readonly mutant?: { readonly file: string; readonly text: string };
  /** Only this one, where what fails it is known. */
  readonly scenario?: string;
}): Promise<Fate> {
  const { project, mutant } = options;
  const asked = options.scenario === undefined ? project.scenarios : [options.scenario];
  const { server, dropAll } = withPrefix(options.server, options.prefix);
  const settings = await validateSettings({
    cwd: '/',
    ...(project.configText === undefined
      ? {}
      : { configText: project.configText, configFile: 'partition-guard.yml' }),
    options: { rows: '300', now: NOW, ...(asked === undefined ? {} : { scenario: asked }) },
    today: instantOf({ year: 2026, month: 1, day: 1 }),
  });
  const base = project.base && (await migrationsOf(project.base, readOptionsOf(settings)));
  const head = await migrationsOf(
    { ...project.base, ...project.head, ...shippedWith(mutant) },
    readOptionsOf(settings),
  );
  try {
    const { scenarios: results } = await validate({
      server,
      settings,
      head,
      base: base && { migrations: base, comparison: compareWithBase(base, head) },
      onStart: () => undefined,
      onRunning: () => undefined,
      onFinished: (result) => endIfFailed(project, result),
    });
    const open = results.flatMap((result) => faultsIn(project, result, 'inconclusive'))[0];
    return open ? { kind: 'inconclusive', ...open } : { kind: 'passed' };
  } catch (error) {
    if (error instanceof Failed) return { kind: 'failed', ...error.fault };
    throw error;
  } finally {
    await dropAll();
  }
}

function endIfFailed(project: Project, result: ScenarioResult): void {
  const [first] = faultsIn(project, result, 'fail');
  if (first) throw new Failed(first);
}

const faultsIn = ({ name }: Project, result: ScenarioResult, verdict: CheckVerdict): Fault[] =>
  result.checks
    .filter((check) => check.verdict === verdict && check.severity === 'error')
    .map(({ id, message }) => ({ project: name, scenario: result.name, check: id, message }));

/** Plays a mutant in one project after the other, until one fails it. */
export async function fateOf(
  server: ThrowawayServer,
  mutant: Mutant,
  { prefix, projects }: { readonly prefix: string; readonly projects: readonly Project[] },
): Promise<Fate> {
  let fate: Fate = { kind: 'passed' };
  for (const project of projects) {
    const next = await playMutant({ server, prefix: `${prefix}${project.name}_`, project, mutant });
    if (next.kind === 'failed') return next;
    if (fate.kind === 'passed') fate = next;
  }
  return fate;
}

const read = new Map<string, readonly Migration[]>();

/** The shipped files are read once: only the mutant's own is new each time. */
async function migrationsOf(
  files: Readonly<Record<string, string>>,
  options: Parameters<typeof understand>[1],
): Promise<readonly Migration[]> {
  const migrations: Migration[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (file.endsWith('.conf')) continue;
    const config = files[`${file}.conf`];
    const key = `${file}\n${text}`;
    const known = read.get(key);
    const found =
      known ??
      (await understand(
        [
          { folder: '.', file, bytes: Buffer.from(text) },
          ...(config === undefined
            ? []
            : [{ folder: '.', file: `${file}.conf`, bytes: Buffer.from(config) }]),
        ],
        options,
      ));
    read.set(key, found);
    migrations.push(...found);
  }
  return migrations.sort(compareMigrations);
}
