/** The built action, run as a runner runs it, in mode merge. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withFakeGitHub } from '../support/github/with-fake-github.ts';
import { REPOSITORY } from '../support/runner.ts';
import { HEAD, LOSING, pullRequestEvent, warnings, openRunner, type Runner } from './built-runner.ts';
import { type Project, withProject } from './project.ts';

let runner: Runner;
beforeAll(async () => void (runner = await openRunner()));
afterAll(() => runner.close());

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
      const end = await runner.play(open, { eventName: 'pull_request', event, inputs: { comment: 'never' } });
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
        const end = await runner.play(open, {
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
        const end = await runner.play(open, {
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
      const end = await runner.play(open, { eventName: 'workflow_dispatch', inputs });
      expect([end.status, end.outputs['verdict']]).toEqual([1, 'fail']);
    });
  });

  it('without reports ends with 64', async () => {
    await withProject({ files: {} }, async (open) => {
      const end = await runner.play(open, { eventName: 'workflow_dispatch', inputs: { mode: 'merge' } });
      expect(end.status).toBe(64);
      expect(end.commands.at(-1)?.text).toContain('mode merge has no reports to join');
    });
  });
});
