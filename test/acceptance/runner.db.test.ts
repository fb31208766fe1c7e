/** The built action, run as a runner runs it, on each event that starts it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram } from '../support/built-program.ts';
import { TOKENS } from '../support/github/fake-github.ts';
import { type RunningGitHub, withFakeGitHub } from '../support/github/with-fake-github.ts';
import { REPOSITORY, runStep, type Step, type StepEnd } from '../support/runner.ts';
import { Programs, ROOT } from './program.ts';
import { type OpenProject, type Project, withProject } from './project.ts';
import { years } from './sql.ts';

let program: string;
const programs = new Programs(1);
beforeAll(async () => void (program = await builtProgram()));
afterAll(() => programs.removeCache());

const HEAD = 'a'.repeat(40);
const NEWER = 'b'.repeat(40);
const V1 = `create table booking (id integer, at timestamptz not null, primary key (id, at)) partition by range (at);\n${years('booking')}`;
const LOSES = "-- tidies up\ndelete from booking where at >= '2026-05-01' and at < '2026-06-01';\n";
const KEEPS = 'create index on booking (id);\n';

const LOSING: Project = {
  base: { 'migrations/V1__booking.sql': V1 },
  files: { 'migrations/V2__tidy.sql': LOSES },
};
const KEEPING: Project = {
  base: { 'migrations/V1__booking.sql': V1 },
  files: { 'migrations/V2__index.sql': KEEPS },
};
const SMALL = { rows: '300', now: '2026-03-15', scenario: 'upgrade', token: TOKENS.workflow };

interface Played extends Partial<Omit<Step, 'program' | 'workspace'>> {
  readonly eventName: string;
  readonly github?: RunningGitHub;
}

async function play({ cwd }: OpenProject, { github, env, inputs, ...step }: Played): Promise<StepEnd> {
  return await runStep({
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
}

const pullRequestEvent = (
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

const annotations = ({ commands }: StepEnd): unknown[] =>
  commands
    .filter(({ name }) => /^(?:error|warning|notice)$/.test(name))
    .map(({ name, properties }) => [name, properties['file'], properties['line']]);

const warnings = ({ commands }: StepEnd): string[] =>
  commands.filter(({ name }) => name === 'warning').map(({ text }) => text);

describe('on a pull request', () => {
  it('that loses rows it fails, at the line, with a comment, a summary and reports', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject(LOSING, async (open) => {
        const end = await play(open, {
          eventName: 'pull_request',
          event: pullRequestEvent(open.baseRef),
          github,
        });
        expect({ status: end.status, log: end.log }).toEqual({
          status: 1,
          log: expect.stringContaining('FAIL'),
        });
        expect(end.log).toMatch(/^partition-guard \S+ on Node \S+ \S+\nmode validate: on pull_request$/m);
        expect(end.outputs).toEqual({
          mode: 'validate',
          verdict: 'fail',
          'failed-checks': 'no-row-lost',
          'failed-checks-json': '["no-row-lost"]',
          'rows-proven': '0',
          'plan-digest': '',
          'json-report': expect.stringMatching(/\/report\.json$/),
          'markdown-report': '',
          'html-report': expect.any(String),
          'sarif-report': '',
          'junit-report': '',
          'comment-url': expect.stringContaining('/pull/7#issuecomment-'),
        });
        expect(annotations(end)).toEqual([['error', 'migrations/V2__tidy.sql', '2']]);
        expect(end.summary).toContain('no-row-lost');
        expect(end.summary).toContain(`/blob/${HEAD}/migrations/V2__tidy.sql#L2`);
        expect(JSON.parse(end.reports['json-report'] ?? '')).toMatchObject({ verdict: 'fail', rows: 300 });
        const [comment, ...others] = github.comments;
        expect(others).toEqual([]);
        expect(comment?.body.split('\n')[0]).toMatch(
          new RegExp(`^<!-- partition-guard .* head=${HEAD} run=1000 attempt=1 -->$`),
        );
        expect(comment?.body).toMatch(/^### ❌ This migration would lose/m);
      });
    });
  });

  it('it brings the comment up to date when a commit mends it', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject(LOSING, async (open) => {
        await play(open, { eventName: 'pull_request', event: pullRequestEvent(open.baseRef), github });
      });
      github.push(7, NEWER);
      await withProject(KEEPING, async (open) => {
        const event = pullRequestEvent(open.baseRef, { head: NEWER, action: 'synchronize' });
        const end = await play(open, {
          eventName: 'pull_request',
          event,
          github,
          env: { GITHUB_RUN_ID: '1001' },
        });
        expect({
          status: end.status,
          verdict: end.outputs['verdict'],
          failed: end.outputs['failed-checks'],
        }).toEqual({
          status: 0,
          verdict: 'pass',
          failed: '',
        });
        expect(Number(end.outputs['rows-proven'])).toBeGreaterThan(299);
        expect(annotations(end)).toEqual([]);
        expect(github.comments.length).toBe(1);
        expect(github.comments[0]?.body).toMatch(/^### ✅ No row lost/m);
        expect(github.comments[0]?.body).toContain(`head=${NEWER}`);
      });
    });
  });

  it('from a fork the verdict stands, the summary holds the report, and one warning names the permission', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD, headRepository: 'a-stranger/bookings' });
      await withProject(LOSING, async (open) => {
        const event = pullRequestEvent(open.baseRef, { fork: true });
        const end = await play(open, {
          eventName: 'pull_request',
          event,
          github,
          inputs: { token: TOKENS.readOnly },
        });
        expect([end.status, end.outputs['verdict'], end.outputs['comment-url']]).toEqual([1, 'fail', '']);
        expect(warnings(end)).toEqual([expect.stringContaining('pull-requests: write')]);
        expect(end.summary).toContain('no-row-lost');
        expect(end.summary).toContain('https://github.com/a-stranger/bookings/blob/');
        expect(github.comments).toEqual([]);
      });
    });
  });

  it('that can not be judged it says so, also where an older comment says that all is well', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject(KEEPING, async (open) => {
        await play(open, { eventName: 'pull_request', event: pullRequestEvent(open.baseRef), github });
      });
      expect(github.comments[0]?.body).toContain('### ✅');
      github.push(7, NEWER);
      await withProject(
        { ...KEEPING, files: { 'partition-guard.yml': 'intervalls: []\n' } },
        async (open) => {
          const event = pullRequestEvent(open.baseRef, { head: NEWER });
          const end = await play(open, {
            eventName: 'pull_request',
            event,
            github,
            env: { GITHUB_RUN_ID: '1001' },
          });
          expect([end.status, end.outputs['verdict']]).toEqual([64, undefined]);
          expect(annotations(end)).toEqual([['error', undefined, undefined]]);
          expect(end.summary).toContain('### ⚠️ This change could not be judged');
          expect(github.comments.map(({ body }) => body)).toEqual([
            expect.stringContaining('### ⚠️ This change could not be judged'),
          ]);
          expect(github.comments[0]?.body).toContain('unknown key "intervalls"');
        },
      );
    });
  });

  it.each([{ comment: 'alway' }, { mode: 'validat' }, { mode: 'apply' }])(
    'nor does it stand for a commit whose workflow asks for %j',
    async (inputs) => {
      await withFakeGitHub({}, async (github) => {
        github.addPullRequest({ number: 7, head: HEAD });
        await withProject(KEEPING, async (open) => {
          const step = { eventName: 'pull_request', github };
          await play(open, { ...step, event: pullRequestEvent(open.baseRef) });
          github.push(7, NEWER);
          const event = pullRequestEvent(open.baseRef, { head: NEWER });
          const end = await play(open, { ...step, event, inputs, env: { GITHUB_RUN_ID: '1001' } });
          expect(end.status).toBe(64);
          expect(end.summary).toContain('could not be judged');
          expect(github.comments.map(({ body }) => body)).toEqual([
            expect.stringContaining('### ⚠️ This change could not be judged'),
          ]);
        });
      });
    },
  );

  it('two folders of migrations have a comment each: the one that passes hides nothing of the other', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      const base = { 'one/V1__booking.sql': V1, 'two/V1__booking.sql': V1 };
      const files = { 'one/V2__tidy.sql': LOSES, 'two/V2__index.sql': KEEPS };
      await withProject({ base, files }, async (open) => {
        const step = { eventName: 'pull_request', event: pullRequestEvent(open.baseRef), github };
        await play(open, { ...step, inputs: { migrations: 'one' } });
        await play(open, { ...step, inputs: { migrations: 'two' } });
      });
      expect(github.comments.map(({ body }) => /### ./u.exec(body)?.[0])).toEqual(['### ❌', '### ✅']);
    });
  });

  it.each([
    ['never', 'LOSING', []],
    ['on-failure', 'KEEPING', []],
    ['on-failure', 'LOSING', ['### ❌']],
  ])('with comment: %s on %s the comments are %j', async (comment, project, expected) => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject(project === 'LOSING' ? LOSING : KEEPING, async (open) => {
        await play(open, {
          eventName: 'pull_request',
          event: pullRequestEvent(open.baseRef),
          github,
          inputs: { comment },
        });
        expect(github.comments.map(({ body }) => /### ./u.exec(body)?.[0])).toEqual(expected);
      });
    });
  });

  it('the verdict is the exit status also where GitHub can not be reached, and one warning says so', async () => {
    await withProject(LOSING, async (open) => {
      const env = { GITHUB_API_URL: 'http://127.0.0.1:9' };
      const event = pullRequestEvent(open.baseRef);
      const end = await play(open, { eventName: 'pull_request', event, env });
      expect([end.status, end.outputs['verdict'], end.outputs['comment-url']]).toEqual([1, 'fail', '']);
      expect(warnings(end)).toEqual([expect.stringContaining('The verdict stands')]);
    });
  });

  it('on pull_request_target, with the code that it goes into, a warning says that nothing of it is judged', async () => {
    await withProject(KEEPING, async (open) => {
      const inputs = { comment: 'never' };
      const end = await play(open, {
        eventName: 'pull_request_target',
        event: pullRequestEvent(open.baseRef),
        inputs,
      });
      expect(warnings(end)).toEqual([expect.stringContaining('the code that the change goes into')]);
    });
  });

  it('a share of the scenarios writes no comment: merge does', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject(KEEPING, async (open) => {
        const inputs = { scenario: '', shard: '1/2' };
        const end = await play(open, {
          eventName: 'pull_request',
          event: pullRequestEvent(open.baseRef),
          github,
          inputs,
        });
        expect([end.status, github.requests]).toEqual([0, []]);
      });
    });
  });
});

describe('on other events', () => {
  const NO_COMMIT = '0'.repeat(40);

  it.each<[string, string, (base: string | undefined) => unknown, string]>([
    [
      'merge_group',
      'the merge base',
      (base) => ({
        repository: REPOSITORY,
        merge_group: {
          head_sha: HEAD,
          head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc',
          base_sha: base,
          base_ref: 'refs/heads/main',
        },
      }),
      '2 files, 1 under test',
    ],
    [
      'push',
      'the commit before, on the default branch',
      (base) => ({ repository: REPOSITORY, ref: 'refs/heads/main', before: base, after: HEAD }),
      '2 files, 1 under test',
    ],
    [
      'push',
      'nothing, where the push made the branch',
      () => ({ repository: REPOSITORY, ref: 'refs/heads/main', before: NO_COMMIT, after: HEAD }),
      '2 files, all of them under test',
    ],
    [
      'push',
      'nothing, on another branch',
      (base) => ({ repository: REPOSITORY, ref: 'refs/heads/other', before: base, after: HEAD }),
      '2 files, all of them under test',
    ],
    [
      'schedule',
      'nothing',
      () => ({ repository: REPOSITORY, schedule: '0 3 * * *' }),
      '2 files, all of them under test',
    ],
    [
      'workflow_dispatch',
      'nothing',
      () => ({ repository: REPOSITORY, inputs: {} }),
      '2 files, all of them under test',
    ],
  ])('%s validates, released is %s', async (eventName, _, eventOf, underTest) => {
    await withProject(LOSING, async (open) => {
      const end = await play(open, { eventName, event: eventOf(open.baseRef) });
      expect(end.log).toMatch(new RegExp(`^migrations .*${underTest}`, 'm'));
      expect([end.status, end.outputs['verdict'], end.outputs['comment-url']]).toEqual([1, 'fail', '']);
      expect(end.summary).toContain('no-row-lost');
      expect(warnings(end)).toEqual([]);
    });
  });

  it.each([
    ['plan', 'push', { repository: REPOSITORY, ref: 'refs/heads/main', before: NO_COMMIT, after: HEAD }, {}],
    [
      'apply',
      'push',
      { repository: REPOSITORY, ref: 'refs/heads/main', before: NO_COMMIT, after: HEAD },
      { environment: 'PROD' },
    ],
    ['maintain', 'schedule', { repository: REPOSITORY }, {}],
  ])(
    '%s, by a target on %s, ends with 64 and says that it is not there yet',
    async (mode, eventName, event, inputs) => {
      await withProject(KEEPING, async (open) => {
        const target = 'postgres://deployer:geheim-und-lang@db.example.com/bookings';
        const end = await play(open, { eventName, event, inputs: { target, ...inputs } });
        expect(end.status).toBe(64);
        expect(end.commands.at(-1)?.text).toContain(`${mode} (on `);
        expect(end.commands.at(-1)?.text).toContain('is not in this version: nothing was done');
        expect(end.commands.filter(({ name }) => name === 'add-mask').map(({ text }) => text)).toContain(
          'geheim-und-lang',
        );
      });
    },
  );

  it('inputs that mean nothing there are named in one warning', async () => {
    await withProject(KEEPING, async (open) => {
      const end = await play(open, {
        eventName: 'workflow_dispatch',
        inputs: { environment: 'PROD', retries: '3' },
      });
      expect(warnings(end)).toEqual([
        'environment, retries: nothing is done with them in mode validate (on workflow_dispatch).',
      ]);
      expect(end.status).toBe(0);
    });
  });

  it('the configuration file has its say where an input is left empty', async () => {
    const files = { ...KEEPING.files, 'partition-guard.yml': 'rows: 77\nseed: 5\n' };
    await withProject({ ...KEEPING, files }, async (open) => {
      const defaults = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
        inputs: Record<string, { default?: string }>;
      };
      const inputs = Object.entries(defaults.inputs).map(([name, input]) => [name, input.default ?? '']);
      const end = await play(open, {
        eventName: 'schedule',
        inputs: { ...Object.fromEntries(inputs), scenario: 'upgrade' },
      });
      expect(JSON.parse(end.reports['json-report'] ?? '')).toMatchObject({ rows: 77, seed: 5 });
    });
  });
});

describe('mode merge', () => {
  const workflowRun = (over: { readonly fork: boolean }): unknown => ({
    action: 'completed',
    repository: REPOSITORY,
    workflow_run: {
      id: 900,
      run_attempt: 1,
      event: 'pull_request',
      conclusion: 'failure',
      head_sha: HEAD,
      head_branch: 'to-quarters',
      head_repository: over.fork
        ? { id: 99, full_name: 'a-stranger/bookings' }
        : { id: REPOSITORY.id, full_name: REPOSITORY.full_name },
      pull_requests: [],
    },
  });

  /** The JSON report of a run on a fork, as an artifact brings it. */
  async function reportOf(project: Project): Promise<string> {
    let report = '';
    await withProject(project, async (open) => {
      const event = pullRequestEvent(open.baseRef, { fork: true });
      const end = await play(open, { eventName: 'pull_request', event, inputs: { comment: 'never' } });
      report = end.reports['json-report'] ?? '';
    });
    return report;
  }

  it("after a fork's run writes the comment that the fork's own token could not", async () => {
    const report = await reportOf(LOSING);
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD, headRepository: 'a-stranger/bookings' });
      await withProject({ files: { 'reports/report.json': report } }, async (open) => {
        const inputs = { rows: '', now: '', scenario: '', reports: 'reports' };
        const end = await play(open, {
          eventName: 'workflow_run',
          event: workflowRun({ fork: true }),
          github,
          inputs,
        });
        expect(end.log).toMatch(/^mode merge: on workflow_run$/m);
        expect({ status: end.status, outputs: end.outputs }).toMatchObject({
          status: 1,
          outputs: {
            mode: 'merge',
            verdict: 'fail',
            'failed-checks': 'no-row-lost',
            'comment-url': expect.stringContaining('/pull/7#'),
          },
        });
        expect(warnings(end)).toEqual([]);
        expect(github.comments.map(({ body }) => body)).toEqual([
          expect.stringContaining(
            `https://github.com/a-stranger/bookings/blob/${HEAD}/migrations/V2__tidy.sql#L2`,
          ),
        ]);
      });
    });
  });

  it('refuses what is no report, and says on the pull request that there is no verdict', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD, headRepository: 'a-stranger/bookings' });
      await withProject({ files: { 'reports/report.json': '{"hello": "world"}' } }, async (open) => {
        const inputs = { rows: '', now: '', scenario: '', reports: 'reports' };
        const end = await play(open, {
          eventName: 'workflow_run',
          event: workflowRun({ fork: true }),
          github,
          inputs,
        });
        expect([end.status, end.outputs['verdict']]).toEqual([64, undefined]);
        expect(github.comments.map(({ body }) => body)).toEqual([
          expect.stringContaining('could not be judged'),
        ]);
      });
    });
  });

  it('believes no verdict that the checks of the report do not bear out', async () => {
    const report = (await reportOf(LOSING)).replace('"verdict": "fail"', '"verdict": "pass"');
    await withProject({ files: { 'report.json': report } }, async (open) => {
      const inputs = { rows: '', now: '', scenario: '', mode: 'merge', reports: 'report.json' };
      const end = await play(open, { eventName: 'workflow_dispatch', inputs });
      expect([end.status, end.outputs['verdict']]).toEqual([1, 'fail']);
    });
  });

  it('without reports ends with 64', async () => {
    await withProject({ files: {} }, async (open) => {
      const end = await play(open, { eventName: 'workflow_dispatch', inputs: { mode: 'merge' } });
      expect(end.status).toBe(64);
      expect(end.commands.at(-1)?.text).toContain('mode merge has no reports to join');
    });
  });
});

describe('whatever SQL says', () => {
  const hostile: Project = {
    base: { 'migrations/V1__booking.sql': V1 },
    files: {
      'migrations/V2__hostile.sql': `do $$ begin
  raise exception E'\\n::error file=a.sql,line=1::taken over\\r::add-path::/tmp/evil\\n##[command]x @octocat <img src=x> ![x](https://example.com/x) ${TOKENS.workflow}';
end $$;
`,
    },
  };

  it('the runner obeys us alone, and the comment holds no markup of its own', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject(hostile, async (open) => {
        const end = await play(open, {
          eventName: 'pull_request',
          event: pullRequestEvent(open.baseRef),
          github,
        });
        expect(end.status).toBe(1);
        expect(new Set(end.commands.map(({ name }) => name))).toEqual(
          new Set(['add-mask', 'group', 'endgroup', 'error']),
        );
        expect(annotations(end)).toEqual([['error', 'migrations/V2__hostile.sql', expect.any(String)]]);
        const [body = ''] = github.comments.map((comment) => comment.body);
        expect(body).toContain('taken over');
        expect(body).not.toMatch(/@octocat|<img|!\[x\]/);
        const told = [
          end.log.replace(/^::add-mask::.*$/gm, ''),
          end.summary,
          body,
          ...Object.values(end.reports),
        ];
        for (const text of told) expect(text).not.toContain(TOKENS.workflow);
      });
    });
  });

  it('a password in a migration that fails is in nothing that is told', async () => {
    const files = {
      'migrations/V2__role.sql': `create role app_of_a_test login password 'geheim-im-sql';
create role app_of_a_test login password 'geheim-im-sql';
`,
    };
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject({ base: { 'migrations/V1__booking.sql': V1 }, files }, async (open) => {
        const inputs = { markdown: 'r.md', sarif: 'r.sarif', junit: 'r.xml' };
        const end = await play(open, {
          eventName: 'pull_request',
          event: pullRequestEvent(open.baseRef),
          github,
          inputs,
        });
        expect([end.status, Object.keys(end.reports).length]).toEqual([1, expect.any(Number)]);
        const told = [
          end.log,
          end.summary,
          ...github.comments.map(({ body }) => body),
          ...Object.values(end.reports),
        ];
        expect(told.length).toBeGreaterThan(6);
        for (const text of told) expect(text).not.toContain('geheim');
        expect(end.log).toContain("password '***'");
      });
    });
  });
});
