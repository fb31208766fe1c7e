/** What the tests of the built action share: two projects, the events of GitHub, and a step that a runner runs. */
import { builtProgram } from '../support/built-program.ts';
import { TOKENS } from '../support/github/fake-github.ts';
import type { RunningGitHub } from '../support/github/with-fake-github.ts';
import { REPOSITORY, runStep, type Step, type StepEnd } from '../support/runner.ts';
import { Programs } from './program.ts';
import type { OpenProject, Project } from './project.ts';
import { years } from './sql.ts';

export const HEAD = 'a'.repeat(40);
export const NEWER = 'b'.repeat(40);
export const V1 = `create table booking (id integer, at timestamptz not null, primary key (id, at)) partition by range (at);\n${years('booking')}`;
export const LOSES = "-- tidies up\ndelete from booking where at >= '2026-05-01' and at < '2026-06-01';\n";
export const KEEPS = 'create index on booking (id);\n';

export const LOSING: Project = {
  base: { 'migrations/V1__booking.sql': V1 },
  files: { 'migrations/V2__tidy.sql': LOSES },
};
export const KEEPING: Project = {
  base: { 'migrations/V1__booking.sql': V1 },
  files: { 'migrations/V2__index.sql': KEEPS },
};
export const SMALL = { rows: '300', now: '2026-03-15', scenario: 'upgrade', token: TOKENS.workflow };

export interface Played extends Partial<Omit<Step, 'program' | 'workspace'>> {
  readonly eventName: string;
  readonly github?: RunningGitHub;
}

export interface Runner {
  readonly play: (project: OpenProject, played: Played) => Promise<StepEnd>;
  /** For afterAll. */
  readonly close: () => Promise<void>;
}

/** The action as it is built of these sources. For beforeAll. */
export async function openRunner(): Promise<Runner> {
  const program = await builtProgram();
  const programs = new Programs(1);
  const play: Runner['play'] = async ({ cwd }, { github, env, inputs, ...step }) =>
    runStep({
      program,
      workspace: cwd,
      event: { repository: REPOSITORY },
      ...step,
      inputs: { ...SMALL, ...inputs },
      env: {
        XDG_CACHE_HOME: await programs.cache(),
        ...(github === undefined ? {} : { GITHUB_API_URL: github.apiUrl }),
        ...env,
      },
    });
  return { play, close: () => programs.removeCache() };
}

export const pullRequestEvent = (
  baseSha: string | undefined,
  over: { head?: string; action?: string; fork?: boolean } = {},
) => ({
  action: over.action ?? 'opened',
  repository: REPOSITORY,
  pull_request: {
    number: 7,
    head: {
      sha: over.head ?? HEAD,
      repo:
        over.fork === true
          ? { id: 99, full_name: 'a-stranger/bookings' }
          : { id: REPOSITORY.id, full_name: REPOSITORY.full_name },
    },
    base: { sha: baseSha, ref: 'main' },
  },
});

export const annotations = ({ commands }: StepEnd): unknown[] =>
  commands
    .filter(({ name }) => /^(?:error|warning|notice)$/.test(name))
    .map(({ name, properties }) => [name, properties['file'], properties['line']]);

export const warnings = ({ commands }: StepEnd): string[] =>
  commands.filter(({ name }) => name === 'warning').map(({ text }) => text);
