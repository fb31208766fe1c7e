/** Several majors in one process: what each says at once is what it says alone, and what interrupts one ends all. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '../../src/domain/operator-error.ts';
import type { RunResult } from '../../src/domain/result.ts';
import { playMajors } from '../../src/validation/play-majors.ts';
import { ROOT } from '../acceptance/program.ts';
import { withProject } from '../acceptance/project.ts';
import { majorsRun, silentEvents } from '../support/majors-run.ts';
import { foldersOf, processesNaming, untilNothing } from '../support/processes.ts';

const VISIT = `
create table visit (id bigint not null, at timestamptz not null, note text, primary key (id, at)) partition by range (at);
create table visit_2026 partition of visit for values from ('2026-01-01+00') to ('2027-01-01+00');
create table visit_2027 partition of visit for values from ('2027-01-01+00') to ('2028-01-01+00');
`;
/** An option of views that 15 brought. */
const ONLY_FROM_15 = 'create view seen with (security_invoker = true) as select id, at from visit;\n';

const PROJECT = { files: { 'db/migration/V1__visit.sql': VISIT, 'db/migration/V2__seen.sql': ONLY_FROM_15 } };

/** What doesn't change with the machine. */
const told = ({ verdict, server, scenarios }: RunResult): unknown => ({
  verdict,
  server,
  scenarios: scenarios.map(({ name, server: on, verdict: own, rows, checks }) => ({
    ...{ name, on, verdict: own, rows },
    checks: checks.map(({ id, verdict: one, location }) => [id, one, location]),
  })),
});

/** As a machine without memory does. */
async function killOnlyServer(): Promise<void> {
  const folders = await foldersOf(process.pid);
  expect(folders).toHaveLength(1);
  const told = await readFile(join(folders[0] ?? '', 'data', 'postmaster.pid'), 'utf8');
  process.kill(Number.parseInt(told, 10), 'SIGKILL');
}

describe('two majors at once', () => {
  it('work side by side, and come to what they come to one after another', async () => {
    await withProject(PROJECT, async ({ cwd }) => {
      const play = async (servers: number): Promise<{ result: RunResult; order: string[] }> => {
        const order: string[] = [];
        const run = await majorsRun({
          cwd,
          majors: [14, 16],
          servers,
          onOpened: (major) => {
            order.push(`opened ${major}`);
            return { ...silentEvents, finished: ({ name }) => order.push(`${name} on ${major}`) };
          },
        });
        return { result: await playMajors(run), order };
      };
      const [together, alone] = [await play(2), await play(1)];
      expect(told(together.result)).toEqual(told(alone.result));
      expect(alone.order.indexOf('opened 16')).toBe(alone.order.length / 2);
      expect(together.order.filter((event) => event.endsWith(' 14'))).toHaveLength(alone.order.length / 2);
      expect(together.result.verdict).toBe('fail');
      const failing = together.result.scenarios.filter(({ verdict }) => verdict === 'fail');
      expect(new Set(failing.map(({ server }) => server?.split('.')[0]))).toEqual(new Set(['14']));
    });
  });

  it('are judged though another can not be had', async () => {
    await withProject({ files: { 'db/migration/V1__visit.sql': VISIT } }, async ({ cwd }) => {
      const progress: string[] = [];
      // No server has that major.
      const onProgress = (text: string): void => void progress.push(text);
      const run = await majorsRun({ cwd, majors: [14], servers: 2, onProgress });
      const result = await playMajors({ ...run, majors: [14, 13] });
      expect(result.verdict).toBe('inconclusive');
      expect(result.scenarios.filter(({ server }) => server === '13').map(({ verdict }) => verdict)).toEqual([
        'inconclusive',
        'inconclusive',
        'inconclusive',
      ]);
      expect(progress).toContain(
        'PostgreSQL 13 is not judged: PostgreSQL 13 is not among the majors that can be tested on',
      );
    });
  });

  it('are judged though the server of another dies in its run', async () => {
    await withProject({ files: { 'db/migration/V1__visit.sql': VISIT } }, async ({ cwd }) => {
      const killed: Promise<void>[] = [];
      const progress: string[] = [];
      const run = await majorsRun({
        ...{ cwd, majors: [14, 16], servers: 1 },
        onProgress: (text) => progress.push(text),
        onOpened: (major) => {
          if (major === 14) killed.push(killOnlyServer());
          return silentEvents;
        },
      });
      const result = await playMajors(run);
      await Promise.all(killed);
      expect(killed).toHaveLength(1);
      expect(result.verdict).toBe('inconclusive');
      const verdicts = (major: string): string[] =>
        result.scenarios.filter(({ server }) => server?.startsWith(major)).map(({ verdict }) => verdict);
      expect(verdicts('16').length).toBeGreaterThan(0);
      expect(new Set(verdicts('16'))).toEqual(new Set(['pass']));
      expect(verdicts('14')).toEqual(verdicts('16').map(() => 'inconclusive'));
      const [open] = result.scenarios.filter(({ verdict }) => verdict === 'inconclusive');
      expect(open?.checks[0]?.message).toMatch(
        /^PostgreSQL 14 was not judged: the server \(PostgreSQL 14\.\d+\) went away in the run \(\w+\)$/,
      );
      expect(progress.filter((line) => line.startsWith('PostgreSQL 14 is not judged: '))).toHaveLength(1);
      expect(await foldersOf(process.pid)).toEqual([]);
    });
  });

  it('are a mistake where the project is wrong on each', async () => {
    await withProject({ files: { 'db/migration/V1__visit.sql': VISIT } }, async ({ cwd }) => {
      const run = await majorsRun({ cwd, majors: [14, 16], servers: 2 });
      const settings = { ...run.settings, scenarios: ['change:monthly->yearly'] as const };
      const ending = await playMajors({ ...run, settings }).catch((error: unknown) => error);
      expect(ending).toBeInstanceOf(OperatorError);
      expect((ending as OperatorError).code).toBe('scenario-not-applicable');
    });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGKILL', null],
  ] as const)('leave nothing on %s', async (signal, status) => {
    const files = { 'db/migration/V1__endless.sql': 'select pg_catalog.pg_sleep(600);\n' };
    await withProject({ files }, async ({ cwd }) => {
      const holder = spawn(
        process.execPath,
        [join(ROOT, 'test', 'support', 'majors-holder.ts'), '14', '16'],
        { cwd, env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      const end = new Promise<number | null>((resolve) => holder.once('close', resolve));
      let stderr = '';
      holder.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      await new Promise<void>((resolve, reject) => {
        holder.stdout.once('data', () => resolve());
        void end.then(() => reject(new Error(`it ended: ${stderr}`)));
      });
      const folders = await foldersOf(holder.pid ?? 0);
      expect(folders).toHaveLength(2);
      holder.kill(signal);
      expect([await end, stderr]).toEqual([status, '']);
      expect(await untilNothing(() => foldersOf(holder.pid ?? 0))).toEqual([]);
      expect(await untilNothing(() => processesNaming(folders))).toEqual([]);
    });
  });
});
