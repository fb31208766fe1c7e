/** Whatever is wrong with what the user gave: one clear line each, where it is, what to do, and nothing run. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Programs } from './program.ts';
import { type Files, withProject } from './project.ts';

const programs = new Programs(2);
afterAll(() => programs.removeCache());

interface Mistake {
  readonly name: string;
  readonly files: Files;
  readonly args?: readonly string[];
  /** The lines on standard error, without the last one, which says what to do. */
  readonly lines: readonly string[];
  readonly nextStep?: string;
}

const ONE: Files = { 'migrations/V1__one.sql': 'create table one (id integer);\n' };
const configured = (text: string): Files => ({ ...ONE, 'partition-guard.yml': text });

const OPTIONS = 'Correct the options (partition-guard validate --help lists them); nothing was run.';
const FILE = 'Correct partition-guard.yml; nothing was run.';
const HELP = 'partition-guard --help lists the commands, partition-guard validate --help the options.';

const FOLDERS: readonly Mistake[] = [
  {
    name: 'no migrations folder',
    files: { 'README.md': '' },
    lines: [
      'no migrations folder: looked for sql/migrations, db/migration, src/main/resources/db/migration, migrations',
    ],
    nextStep: 'Name it with --migrations DIR, or as migrations: in partition-guard.yml.',
  },
  {
    name: 'folders that are not there',
    files: { 'db/migration/V1__one.sql': 'select 1;\n' },
    args: ['--migrations', 'db/migrations', '--migrations', 'nowhere'],
    lines: [
      'db/migrations: no such migrations folder — did you mean "db/migration"?',
      'nowhere: no such migrations folder',
    ],
  },
  {
    name: 'an empty folder',
    files: { 'migrations/README.md': 'soon\n' },
    lines: ['migrations: no migrations in this folder'],
  },
  {
    name: 'two files of one version',
    files: { ...ONE, 'migrations/V01.0__two.sql': 'select 1;\n' },
    lines: ['migrations/V1__one.sql: version 1 is that of migrations/V01.0__two.sql too'],
    nextStep: 'Give one of the two the next free version.',
  },
  {
    name: 'names that cannot be read, each told',
    files: { ...ONE, 'migrations/V2_two.sql': 'select 1;\n', 'migrations/three.sql': 'select 1;\n' },
    lines: [
      'migrations/V2_two.sql: not the name of a migration — a right name is "V2__two.sql"',
      'migrations/three.sql: not the name of a migration — a right name is "V1__three.sql"',
    ],
  },
  {
    name: 'a placeholder without a value',
    files: { 'migrations/V1__one.sql': '-- one\ncreate table ${name} (id integer);\n' },
    lines: ['migrations/V1__one.sql:2: the placeholder "${name}" has no value'],
  },
];

const CONFIGURATIONS: readonly Mistake[] = [
  {
    name: 'unknown keys, with the nearest right names',
    files: configured('rows: 10\nintervalls: [monthly]\nmanage:\n  calls: SELECT f()\nrunway: 30\n'),
    lines: [
      'partition-guard.yml:2: unknown key "intervalls" — did you mean "intervals"?',
      'partition-guard.yml:4: unknown key "calls" in manage — did you mean "call"?',
      'partition-guard.yml:5: unknown key "runway" — it belongs in checks',
    ],
    nextStep: FILE,
  },
  {
    name: 'wrong types',
    files: configured('rows: many\ntables: 3\n'),
    lines: [
      'partition-guard.yml:1: rows must be a number, not the text "many"',
      'partition-guard.yml:2: tables must be a list, not 3',
    ],
    nextStep: FILE,
  },
  {
    name: 'an interval that is none',
    files: configured('intervals:\n  - monthly\n  - fortnightly\n'),
    lines: [
      'partition-guard.yml:3: "fortnightly" is not an interval; known: daily, weekly, monthly, quarterly, half-yearly, yearly',
    ],
    nextStep: FILE,
  },
  {
    name: 'a frequency and an interval that disagree',
    files: configured("manage:\n  call: SELECT manage_partitions('one_', 4, 1)\n"),
    lines: [
      'partition-guard.yml:2: frequency 4 and interval_months 1 disagree: 4 × 1 = 4 months, a year has 12',
    ],
    nextStep: FILE,
  },
  {
    name: 'a parameter that an interval has no value for',
    files: configured('intervals: [weekly]\nmanage:\n  call: SELECT lay_out(:interval_months)\n'),
    lines: [
      'partition-guard.yml:3: manage.call uses :interval_months, which weekly has no value for; use :interval, or take weekly out of intervals',
    ],
    nextStep: FILE,
  },
  {
    name: 'a call that is none',
    files: configured('manage:\n  call: DROP TABLE one\n'),
    lines: ['partition-guard.yml:2: manage.call must be one SELECT or CALL, and nothing else'],
    nextStep: FILE,
  },
  {
    name: 'a check that is none',
    files: configured('checks:\n  no-rows-lost: off\n'),
    lines: ['partition-guard.yml:2: "no-rows-lost" is not a check — did you mean "no-row-lost"?'],
    nextStep: FILE,
  },
  {
    name: 'YAML with a tab',
    files: configured('manage:\n\tcall: x\n'),
    lines: ['partition-guard.yml:2: a tab in the indentation; YAML is indented with blanks'],
    nextStep: FILE,
  },
  {
    name: 'YAML that does not close its quotes',
    files: configured('rows: 10\nnow: "2026-01-01\n'),
    lines: [
      expect.stringMatching(/^partition-guard\.yml:\d: not YAML that can be read: /) as unknown as string,
    ],
    nextStep: FILE,
  },
  {
    name: 'a configuration file that is not there',
    files: ONE,
    args: ['--config', 'nope.yml'],
    lines: ['"nope.yml": there is no such configuration file'],
  },
];

const option = (args: readonly string[], line: string, nextStep = OPTIONS): Mistake => ({
  name: args.join(' '),
  files: ONE,
  args,
  lines: [line],
  nextStep,
});

const ARGUMENTS: readonly Mistake[] = [
  option(['--rwos', '3'], "unknown option '--rwos' — did you mean --rows?", HELP),
  option(['--rows'], "option '--rows <n>' argument missing", HELP),
  option(['--rows', '0'], '--rows: "0" is not a whole number from 1 to 10,000,000'),
  option(['--rows', '1e5'], '--rows: "1e5" is not a whole number from 1 to 10,000,000'),
  option(['--seed', '-1'], '--seed: "-1" is not a whole number from 0 to 2,147,483,647'),
  option(['--now', '2026-02-30'], '--now: "2026-02-30" is not a date; dates are written 2026-01-31'),
  option(
    ['--shard', '4/3'],
    '--shard: "4/3" is not a share of the scenarios; the second of three is written 2/3',
  ),
  option(['--postgres', '9'], '--postgres: "9" is not a whole number from 14 to 18'),
  option(
    ['--postgres', '15', '--postgres', '16', '--shard', '1/2'],
    "--postgres: a share is of one major's scenarios, and PostgreSQL 15 and 16 are asked for: give each major a run of its own, and join all by merge",
  ),
  option(
    ['--server-bin', '/nowhere/bin'],
    'there is no folder /nowhere/bin',
    'Give the folder that holds initdb and postgres, which pg_config --bindir names.',
  ),
  option(
    ['--scenario', 'change:monthly->weekly'],
    '--scenario: "change:monthly->weekly" needs the interval weekly, and intervals: has monthly, quarterly, yearly',
  ),
  option(['--scenario', 'crash'], '--scenario: "crash" is a scenario that this version does not play yet'),
  option(['--fail-on', 'never'], '--fail-on: "never" is not a severity; known: error, warning'),
  option(
    ['--server', 'mysql://me:geheim@h/db'],
    '--server: "mysql://***/db" is not a server; known: auto, embedded, testcontainers, or a postgres:// address',
  ),
  option(
    ['--server', 'postgres://me:geheim@127.0.0.1:1/db'],
    'no connection to me@127.0.0.1:1/db: connect ECONNREFUSED 127.0.0.1:1',
    'see that the server runs, and that the address, the user and the password are right',
  ),
  option(
    ['--base', 'main'],
    'cannot read the base "main": not a git repository (or any of the parent directories): .git',
    'Run in a git repository, or leave --base out: then every migration is the change under test.',
  ),
  option(
    ['--json', 'r.json', '--markdown', 'r.json'],
    '--markdown: the JSON and the markdown report would be written to the same file',
  ),
  option(
    ['--html', 'out/r', '--sarif', './out/r'],
    '--sarif: the HTML and the SARIF report would be written to the same file',
  ),
  option(
    ['--json', '/proc/there/r.json'],
    "the report /proc/there/r.json can't be written: ENOENT: no such file or directory, mkdir '/proc/there'",
    'Give a path in a folder that may be written to.',
  ),
];

describe.each([
  ['migrations', FOLDERS],
  ['the configuration file', CONFIGURATIONS],
  ['options', ARGUMENTS],
] as const)('a mistake in %s is told, and ends the program with 64', (_, mistakes) => {
  it.concurrent.each(mistakes.map((mistake) => [mistake.name, mistake] as const))(
    '%s',
    async (_, mistake) => {
      await withProject({ files: mistake.files }, async ({ cwd }) => {
        const { status, stdout, stderr } = await programs.run({
          cwd,
          args: ['validate', ...(mistake.args ?? [])],
        });
        const lines = stderr.trimEnd().split('\n');
        expect({ status, stdout, told: lines.slice(0, -1) }).toEqual({
          status: 64,
          stdout: '',
          told: mistake.lines,
        });
        expect(lines.at(-1)).toBe(`→ ${mistake.nextStep ?? lines.at(-1)?.slice(2) ?? ''}`);
        expect(stderr).not.toMatch(/geheim|node:internal|\n\s+at /);
      });
    },
  );
});

describe('the program', () => {
  it('tells an unknown command', async () => {
    await withProject({ files: ONE }, async ({ cwd }) => {
      const { status, stdout, stderr } = await programs.run({ cwd, args: ['validat'] });
      expect({ status, stdout, stderr }).toEqual({
        status: 64,
        stdout: '',
        stderr: `unknown command 'validat' — did you mean validate?\n→ ${HELP}\n`,
      });
    });
  });

  it('tells an unknown base in a repository', async () => {
    await withProject({ base: ONE }, async ({ cwd }) => {
      const { status, stderr } = await programs.run({ cwd, args: ['validate', '--base', 'nope'] });
      expect(status).toBe(64);
      expect(stderr.split('\n')).toEqual([
        'the base "nope" is not known to git here',
        expect.stringContaining('→ Name a branch, tag or commit that was fetched'),
        '',
      ]);
    });
  });

  it('lists its options where it is asked to', async () => {
    await withProject({ files: ONE }, async ({ cwd }) => {
      const { status, stdout, stderr } = await programs.run({ cwd, args: ['validate', '--help'] });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      for (const name of [
        'config',
        'migrations',
        'base',
        'server',
        'postgres',
        'rows',
        'seed',
        'now',
        'scenario',
      ]) {
        expect(stdout).toContain(`--${name} <`);
      }
    });
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(
      await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
    ) as { version: string };
    await withProject({ files: ONE }, async ({ cwd }) => {
      expect(await programs.run({ cwd, args: ['--version'] })).toMatchObject({
        status: 0,
        stdout: `${version}\n`,
      });
    });
  });
});
