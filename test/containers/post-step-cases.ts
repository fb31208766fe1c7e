/** The action on a real Docker engine, killed in the middle: the step after the job removes its container, and no other. */
import { expect, it } from '@jest/globals';
import { newRunMark } from '../../src/postgres/run-trace.ts';
import { Programs } from '../acceptance/program.ts';
import { withProject } from '../acceptance/project.ts';
import { builtProgram } from '../support/built-program.ts';
import { containersOf, describeWithDocker, IMAGE } from '../support/docker.ts';
import { holdServer } from '../support/processes.ts';
import { REPOSITORY, runStep, type Step, type StepEnd } from '../support/runner.ts';

/** How the engine of this test is found. */
const DOCKER = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => /^(?:DOCKER|TESTCONTAINERS)_/.test(name)),
);
const FILES = { 'migrations/V1__wait.sql': 'select pg_sleep(600);\n' };

describeWithDocker('the step after a job that was killed', (_engine, docker) => {
  it('removes the container of its run, and leaves that of another', async () => {
    const program = await builtProgram();
    const programs = new Programs(1);
    const alive = newRunMark();
    const other = holdServer('wait', {}, { kind: { kind: 'testcontainers' }, mark: alive });
    try {
      await other.line('ready: ');
      await withProject({ files: FILES }, async ({ cwd }) => {
        const step = async (over: Partial<Step>): Promise<StepEnd> =>
          runStep({
            program,
            workspace: cwd,
            eventName: 'workflow_dispatch',
            event: { repository: REPOSITORY },
            env: { ...DOCKER, XDG_CACHE_HOME: await programs.cache() },
            inputs: { image: IMAGE, rows: '100' },
            ...over,
          });
        let isKilled = false;
        const killed = await step({
          watch: (printed, kill) => {
            if (isKilled || !printed.includes('rows a scenario')) return;
            isKilled = true;
            kill('SIGKILL');
          },
        });
        const mark = killed.state['mark'] ?? '';
        expect(killed.state).toMatchObject({ opened: 'testcontainers' });
        expect(await containersOf(docker, mark)).toHaveLength(1);
        const cleaned = await step({ script: 'post.js', state: killed.state });
        expect({ status: cleaned.status, log: cleaned.log }).toEqual({
          status: 0,
          log: expect.stringContaining('Nothing is left.'),
        });
        expect(await containersOf(docker, mark)).toEqual([]);
        expect(await containersOf(docker, alive)).toHaveLength(1);
      });
    } finally {
      other.kill('SIGTERM');
      await other.end;
      await programs.removeCache();
    }
    expect(await containersOf(docker, alive)).toEqual([]);
  });
});
