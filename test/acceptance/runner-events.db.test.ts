/** The built action, run as a runner runs it, on the events that are no pull request. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../support/runner.ts';
import { HEAD, LOSING, KEEPING, warnings, openRunner, type Runner } from './built-runner.ts';
import { ROOT } from './program.ts';
import { withProject } from './project.ts';

let runner: Runner;
beforeAll(async () => void (runner = await openRunner()));
afterAll(() => runner.close());

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
      const end = await runner.play(open, { eventName, event: eventOf(open.baseRef) });
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
    ['maintain', 'schedule', { repository: REPOSITORY }, { environment: 'PROD' }],
  ])(
    '%s, by a target on %s that is not there, says so without its password',
    async (mode, eventName, event, inputs) => {
      await withProject(KEEPING, async (open) => {
        const target = 'postgres://deployer:geheim-und-lang@127.0.0.1:1/bookings';
        const end = await runner.play(open, { eventName, event, inputs: { target, ...inputs } });
        expect({ status: end.status, mode: end.outputs['mode'], verdict: end.outputs['verdict'] }).toEqual({
          status: 64,
          mode,
          verdict: '',
        });
        expect(end.log).toMatch(new RegExp(`^mode ${mode}: on `, 'm'));
        expect(end.summary).toContain(`### ⚠️ ${mode} did not come to a result`);
        expect(end.commands.filter(({ name }) => name === 'add-mask').map(({ text }) => text)).toContain(
          'geheim-und-lang',
        );
        const shown = end.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
        expect(shown.join('\n') + end.summary).not.toContain('geheim-und-lang');
      });
    },
  );

  it('inputs that mean nothing there are named in one warning', async () => {
    await withProject(KEEPING, async (open) => {
      const end = await runner.play(open, {
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
      const end = await runner.play(open, {
        eventName: 'schedule',
        inputs: { ...Object.fromEntries(inputs), scenario: 'upgrade' },
      });
      expect(JSON.parse(end.reports['json-report'] ?? '')).toMatchObject({ rows: 77, seed: 5 });
    });
  });
});
