/** Plays every case: the program, run as a user runs it, says what is wrong and nothing else. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Case, expectedFindings, findingsIn, type Report, withoutTimes } from './case.ts';
import { CASES, TWICE } from './cases/all.ts';
import { type Ending, Programs } from './program.ts';
import { type OpenProject, withProject } from './project.ts';

const programs = new Programs(2);
afterAll(() => programs.removeCache());

const STATUS = { pass: 0, fail: 1, inconclusive: 2 } as const;
const TODAY = new Date().toISOString().slice(0, 10);

interface Played {
  readonly ending: Ending;
  readonly report: Report;
}

async function play(open: OpenProject, theCase: Case, env: NodeJS.ProcessEnv = {}): Promise<Played> {
  const file = join(open.aside, 'report.json');
  const args = [
    'validate',
    ...['--rows', '600', '--json', file],
    ...(open.baseRef === undefined ? [] : ['--base', open.baseRef]),
    ...(theCase.args ?? []),
  ];
  const ending = await programs.run({ cwd: open.cwd, args: pinned(args, theCase), env });
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text === '') throw new Error(`no report was written:\n${ending.stderr}${ending.stdout}`);
  return { ending, report: JSON.parse(text) as Report };
}

/** A case without a date of its own is played on the day on which the tests began, whatever the hour. */
const pinned = (args: readonly string[], { project, args: own = [] }: Case): readonly string[] =>
  own.includes('--now') || project.example !== undefined || JSON.stringify(project).includes('now: ')
    ? args
    : [...args, '--now', TODAY];

async function lineOf(open: OpenProject, location: NonNullable<Case['location']>): Promise<number> {
  const lines = (await readFile(join(open.cwd, location.file), 'utf8')).split('\n');
  const found = lines.flatMap((line, i) => (line.trimStart().startsWith(location.line) ? [i + 1] : []));
  return found[(location.occurrence ?? 1) - 1] ?? Number.NaN;
}

describe('validate', () => {
  it.concurrent.each(CASES.map((theCase) => [theCase.name, theCase] as const))('%s', async (_, theCase) => {
    await withProject(theCase.project, async (open) => {
      const { ending, report } = await play(open, theCase);
      const played = report.scenarios.map(({ name }) => name);
      expect(findingsIn(report)).toEqual(expectedFindings(theCase, played));
      expect({ verdict: report.verdict, status: ending.status }).toEqual({
        verdict: theCase.verdict,
        status: STATUS[theCase.verdict],
      });
      if (theCase.scenarios) expect([...played].sort()).toEqual([...theCase.scenarios].sort());
      if (theCase.tables) expect(report.tables).toEqual(theCase.tables);
      for (const text of theCase.says ?? []) expect(ending.stdout).toContain(text);
      if (theCase.location) {
        const { check, file } = theCase.location;
        const line = await lineOf(open, theCase.location);
        const places = report.scenarios.flatMap((s) =>
          s.checks.flatMap((c) => (c.id === check ? (c.location ?? []) : [])),
        );
        expect(places).toContainEqual({ file, line });
      }
      if (report.verdict === 'pass' && TWICE.includes(theCase)) {
        const again = await play(open, theCase, { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' });
        expect(withoutTimes(again.report)).toEqual(withoutTimes(report));
      }
    });
  });
});
