/** The reports of runs: whole whatever the names in them, and the same whichever machine plays which scenario. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Report } from './case.ts';
import { Programs } from './program.ts';
import { type OpenProject, type Project, withProject } from './project.ts';
import { MANAGER, MANAGER_FILE, years } from './sql.ts';

const programs = new Programs(2);
afterAll(() => programs.removeCache());

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  readonly report: Report;
  readonly markdown: string;
}

async function run(open: OpenProject, name: string, ...args: string[]): Promise<Run> {
  const [json, markdown] = [join(open.aside, 'reports', `${name}.json`), join(open.aside, `${name}.md`)];
  const files = ['--json', json, '--markdown', markdown];
  const ending = await programs.run({
    cwd: open.cwd,
    args: ['validate', '--now', '2026-03-15', '--rows', '200', ...files, ...args],
  });
  return {
    ...ending,
    report: JSON.parse(await readFile(json, 'utf8')) as Report,
    markdown: await readFile(markdown, 'utf8'),
  };
}

const namesOf = ({ report }: Run): string[] => report.scenarios.map(({ name }) => name);

const HURTING: Project = {
  files: {
    'migrations/V1__**bold**_|_`code`_<b>.sql': `create table "**bold** | \`code\` <b> ""\n::error::table" (
    "x'); drop table y; --" integer,
    at date not null
) partition by range (at);
${years('"**bold** | `code` <b> ""\n::error::table"', 'hurting_')}`,
    'migrations/V2__drop.sql': `drop table hurting_2026;
do $$
begin
    raise exception E'\\n::error file=a::lost\\n##[error]lost \\x1b[31mred <img src=x> | \`\`\` [link](javascript:x)';
end
$$;
`,
    'migrations/R__truncate.sql': 'select 1;\n',
  },
};

describe('reports', () => {
  it('are whole whatever is in names and messages', async () => {
    await withProject(HURTING, async (open) => {
      const { stdout, stderr, status, report, markdown } = await run(open, 'hurting');
      expect({ status, verdict: report.verdict }).toEqual({ status: 1, verdict: 'fail' });
      expect(report.scenarios.flatMap((s) => s.checks.map((c) => c.message)).join('\n')).toContain(
        '::error file=a::lost',
      );
      for (const text of [stdout, stderr, markdown]) {
        // A runner takes a line for a command also where blanks stand before it.
        expect(text).not.toMatch(/^\s*::|##\[/m);
        expect(text).not.toContain('\x1b');
      }
      expect(new Set(markdown.match(/<[^>]*>?/g))).toEqual(
        new Set([
          '<code>',
          '</code>',
          '<span>',
          '</span>',
          '<details>',
          '</details>',
          '<summary>',
          '</summary>',
        ]),
      );
      expect(markdown).not.toContain('[link](');
      expect(markdown.match(/^ *```.*$/gm)).toEqual(['```mermaid', '```']);
    });
  });

  it('of all shares together hold each scenario once', async () => {
    await withProject({ files: { [`migrations/${MANAGER_FILE}`]: MANAGER } }, async (open) => {
      const [whole, ...shares] = await Promise.all([
        run(open, 'whole'),
        ...[1, 2, 3].map((i) => run(open, `share-${i}`, '--shard', `${i}/3`)),
      ]);
      const together = shares.flatMap(namesOf);
      expect([...together].sort()).toEqual([...namesOf(whole)].sort());
      expect(new Set(together).size).toBe(15);
      expect(shares.map((share) => namesOf(share).length)).toEqual([5, 5, 5]);
    });
  });

  it('differ with the seed in rows, not in verdicts', async () => {
    const project: Project = {
      files: {
        'migrations/V1__t.sql': `create table t (id integer, at timestamptz not null, note text) partition by range (at);\n${years('t')}`,
        'migrations/V2__d.sql': "delete from t where at between '2026-02-02' and '2026-06-20';\n",
      },
    };
    await withProject(project, async (open) => {
      const [one, two] = await Promise.all([run(open, 'one'), run(open, 'two', '--seed', '2')]);
      expect([one.report.verdict, two.report.verdict]).toEqual(['fail', 'fail']);
      const evidence = ({ report }: Run): unknown =>
        report.scenarios.find((s) => s.name === 'upgrade')?.checks.find((c) => c.id === 'no-row-lost');
      expect(evidence(one)).not.toEqual(evidence(two));
      expect(evidence(one)).toMatchObject({ location: { file: 'migrations/V2__d.sql', line: 1 } });
    });
  });
});
