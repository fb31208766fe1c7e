/** The built action, run as a runner runs it, on pull requests. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOKENS } from '../support/github/fake-github.ts';
import { withFakeGitHub } from '../support/github/with-fake-github.ts';
import {
  HEAD,
  NEWER,
  V1,
  KEEPS,
  LOSES,
  LOSING,
  KEEPING,
  pullRequestEvent,
  annotations,
  warnings,
  openRunner,
  type Runner,
} from './built-runner.ts';
import { withProject } from './project.ts';

let runner: Runner;
beforeAll(async () => void (runner = await openRunner()));
afterAll(() => runner.close());

describe('on a pull request', () => {
  it('that loses rows it fails, at the line, with a comment, a summary and reports', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject(LOSING, async (open) => {
        const end = await runner.play(open, {
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
          outcome: '',
          'plan-digest': '',
          release: '',
          applied: '',
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
        await runner.play(open, { eventName: 'pull_request', event: pullRequestEvent(open.baseRef), github });
      });
      github.push(7, NEWER);
      await withProject(KEEPING, async (open) => {
        const event = pullRequestEvent(open.baseRef, { head: NEWER, action: 'synchronize' });
        const end = await runner.play(open, {
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
        const end = await runner.play(open, {
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
        await runner.play(open, { eventName: 'pull_request', event: pullRequestEvent(open.baseRef), github });
      });
      expect(github.comments[0]?.body).toContain('### ✅');
      github.push(7, NEWER);
      await withProject(
        { ...KEEPING, files: { 'partition-guard.yml': 'intervalls: []\n' } },
        async (open) => {
          const event = pullRequestEvent(open.baseRef, { head: NEWER });
          const end = await runner.play(open, {
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
          await runner.play(open, { ...step, event: pullRequestEvent(open.baseRef) });
          github.push(7, NEWER);
          const event = pullRequestEvent(open.baseRef, { head: NEWER });
          const end = await runner.play(open, { ...step, event, inputs, env: { GITHUB_RUN_ID: '1001' } });
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
        await runner.play(open, { ...step, inputs: { migrations: 'one' } });
        await runner.play(open, { ...step, inputs: { migrations: 'two' } });
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
        await runner.play(open, {
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
      const end = await runner.play(open, { eventName: 'pull_request', event, env });
      expect([end.status, end.outputs['verdict'], end.outputs['comment-url']]).toEqual([1, 'fail', '']);
      expect(warnings(end)).toEqual([expect.stringContaining('The verdict stands')]);
    });
  });

  it('on pull_request_target, with the code that it goes into, a warning says that nothing of it is judged', async () => {
    await withProject(KEEPING, async (open) => {
      const inputs = { comment: 'never' };
      const end = await runner.play(open, {
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
        const end = await runner.play(open, {
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
