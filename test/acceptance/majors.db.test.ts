/** The program on several majors in one run: one verdict, one finding where only one major has it, in every report. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import { type Ending, Programs } from './program.ts';
import { withProject } from './project.ts';

const programs = new Programs(1);
afterAll(() => programs.removeCache());

/** The second file has an option of views that 15 brought. */
const FILES = {
  'db/migration/V1__visit.sql': `
create table visit (id bigint not null, at timestamptz not null, primary key (id, at)) partition by range (at);
create table visit_2026 partition of visit for values from ('2026-01-01+00') to ('2027-01-01+00');
create table visit_2027 partition of visit for values from ('2027-01-01+00') to ('2028-01-01+00');
`,
  'db/migration/V2__seen.sql': 'create view seen with (security_invoker = true) as select id from visit;\n',
  'partition-guard.yml': 'postgres: [14, 18]\n',
};
/** Where npm fetches from, and through what, is set there. */
const NPM = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(?:npm_config_|https?_proxy$|no_proxy$|node_)/i.test(name),
  ),
);
const KINDS = ['json', 'markdown', 'html', 'sarif', 'junit'] as const;

let ending: Ending;
let reports: Readonly<Record<(typeof KINDS)[number], string>>;
let replayed: Ending;

beforeAll(async () => {
  await withProject({ files: FILES }, async ({ cwd, aside }) => {
    const fixed = ['validate', '--rows', '200', '--now', '2026-03-15'];
    const args = [...fixed, ...KINDS.flatMap((kind) => [`--${kind}`, join(aside, kind)])];
    ending = await programs.run({ cwd, args, env: { ...NPM, NODE_OPTIONS: '' } });
    const texts = KINDS.map(async (kind) => [kind, await readFile(join(aside, kind), 'utf8')]);
    reports = Object.fromEntries(await Promise.all(texts));
    const [, command = ''] = /Replay one: partition-guard (.*)$/m.exec(ending.stdout) ?? [];
    replayed = await programs.run({ cwd, args: command.split(' '), env: { ...NPM, NODE_OPTIONS: '' } });
  });
});

interface Report {
  readonly verdict: string;
  readonly server: { readonly version: string };
  readonly scenarios: readonly { readonly name: string; readonly server: string; readonly verdict: string }[];
}

describe('validate on 14 and 18 in one run', () => {
  it('fails by what fails on one of them, and says so', () => {
    expect([ending.status, ending.stderr.includes('fault')]).toEqual([1, false]);
    expect(ending.stdout).toMatch(/^partition-guard \S+ · PostgreSQL 14 and 18 · seed 1/);
    expect(ending.stdout).toMatch(/^majors {6}(?:one after another|all at once): /m);
    expect(ending.stdout).toMatch(/✖ fresh on PostgreSQL 14\.\d+ /);
    expect(ending.stdout).toMatch(/✔ fresh on PostgreSQL 18\.\d+ /);
    expect(ending.stdout).toContain('Found on PostgreSQL 14 only.');
    expect(ending.stdout).toContain('FAIL  2 of 6 scenarios on PostgreSQL 14 only.');
  });

  it('tells in JSON what each came to', () => {
    const { verdict, server, scenarios } = JSON.parse(reports.json) as Report;
    expect(verdict).toBe('fail');
    expect(server.version).toMatch(/^14\.\d+ and 18\.\d+$/);
    const told = scenarios.map(({ name, server: on, verdict: own }) => `${name} ${on.split('.')[0]} ${own}`);
    expect(told.sort()).toEqual([
      'fresh 14 fail',
      'fresh 18 pass',
      'rerun 14 pass',
      'rerun 18 pass',
      'upgrade 14 fail',
      'upgrade 18 pass',
    ]);
  });

  it('tells it once in the others', () => {
    expect(reports.markdown).toMatch(/^### ❌ .* on PostgreSQL 14 only$/m);
    expect(reports.html).toContain('Found on PostgreSQL 14 only.');
    const sarif = JSON.parse(reports.sarif) as { runs: { results: { message: { text: string } }[] }[] };
    const results = sarif.runs.flatMap((run) => run.results);
    expect(results.map(({ message }) => message.text.includes('Found on PostgreSQL 14 only.'))).toEqual([
      true,
    ]);
    expect(XMLValidator.validate(reports.junit)).toBe(true);
    expect([...reports.junit.matchAll(/<testsuite .*?name="([^"]*)"/g)].map(([, name]) => name)).toHaveLength(
      6,
    );
  });

  it('is replayed on the one that fails', () => {
    expect(ending.stdout).toMatch(/Replay one: .* --postgres 14 .* --scenario fresh/);
    expect(replayed.status).toBe(1);
    expect(replayed.stdout).toMatch(/^partition-guard \S+ · PostgreSQL 14\.\d+ \(embedded\)/);
  });
});
