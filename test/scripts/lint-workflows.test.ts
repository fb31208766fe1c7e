/** The linter of workflow files on snippets that each break one rule, and on one that breaks none. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** A workflow as it should be, but for what a case replaces. */
const workflow = ({
  permissions = '{}',
  job = '    timeout-minutes: 5\n    permissions:\n      contents: read\n',
  uses = `actions/checkout@${COMMIT} # v7\n        with:\n          persist-credentials: false`,
  step = `uses: your-organisation/partition-guard@${COMMIT} # v0\n        id: guard\n        with:\n          migrations: db`,
  run = 'echo "$VERDICT"',
  output = 'verdict',
} = {}): string =>
  `on: pull_request
permissions: ${permissions}
jobs:
  partitions:
    runs-on: ubuntu-24.04
${job}    steps:
      - uses: ${uses}
      - ${step}
      - env:
          VERDICT: \${{ steps.guard.outputs.${output} }}
        run: ${run}
`;

/** The same behind another job. */
const after = (condition: string): string =>
  `${workflow({
    job: `    needs: first\n    if: ${condition}\n    timeout-minutes: 5\n    permissions: {}\n`,
  })}  first:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {}
    outputs:
      sql: 'true'
    steps:
      - run: 'true'
`;

const lint = (...files: string[]): { readonly status: number | null; readonly stdout: string } =>
  spawnSync(process.execPath, ['scripts/lint-workflows.mjs', ...files], { encoding: 'utf8' });

const CASES: readonly { readonly rule: string; readonly text: string; readonly finds: readonly RegExp[] }[] =
  [
    { rule: 'nothing in a workflow as it should be', text: workflow(), finds: [] },
    {
      rule: 'a key that no workflow has',
      text: workflow({ job: `${'    timeout-minutes: 5\n    permissions: {}\n'}    step: []\n` }),
      finds: [/:8: unexpected key "step" for "job" section/],
    },
    {
      rule: 'an expression that does not parse',
      text: workflow({ output: 'verdict &&' }),
      finds: [/:18: unexpected end of input/],
    },
    {
      rule: 'a tag where a commit should stand',
      text: workflow({ uses: 'actions/setup-node@v6' }),
      finds: [/:10: actions\/setup-node@v6 is not pinned/],
    },
    {
      rule: 'a commit of which nobody knows the release',
      text: workflow({ uses: `actions/setup-node@${COMMIT}` }),
      finds: [/:10: .* does not say in a comment which release it is/],
    },
    {
      rule: 'a checkout that keeps the token',
      text: workflow({ uses: `actions/checkout@${COMMIT} # v7` }),
      finds: [/:10: the token stays in the checkout/],
    },
    {
      rule: 'a queue that cancels what runs',
      text: workflow({
        job: `    timeout-minutes: 5\n    permissions: {}\n    concurrency:\n      group: a\n      cancel-in-progress: true\n      queue: max\n`,
      }),
      finds: [/:\d+: job partitions: queue is max or single/],
    },
    {
      rule: 'nothing in a deployment that is skipped where what it needs has failed',
      text: after('true').replace('          migrations: db', '          mode: apply'),
      finds: [],
    },
    {
      rule: 'rights for the whole workflow',
      text: workflow({ permissions: 'write-all' }),
      finds: [/:2: permissions are to be \{\}/],
    },
    {
      rule: 'a job without rights and without an end',
      text: workflow({ job: '' }),
      finds: [/:4: job partitions names no permissions/, /:4: job partitions has no timeout-minutes/],
    },
    {
      rule: 'text of strangers in a shell line',
      text: workflow({ run: 'echo "${{ github.event.pull_request.title }}"' }),
      finds: [/potentially untrusted/, /an expression stands in a shell line/],
    },
    {
      rule: 'an output of this action in a shell line',
      text: workflow({ run: 'echo "${{ steps.guard.outputs.verdict }}"' }),
      finds: [/an expression stands in a shell line/],
    },
    {
      rule: 'an input that the action does not have',
      text: workflow({
        step: `uses: your-organisation/partition-guard@${COMMIT} # v0\n        id: guard\n        with:\n          migration: db`,
      }),
      finds: [/:16: the action has no input migration$/m],
    },
    {
      rule: 'an output that the action does not have',
      text: workflow({ output: 'verdicts' }),
      finds: [/: the action has no output verdicts \(job partitions\)/],
    },
    {
      rule: 'a verdict that is skipped, and so passes, where the job before it fails',
      text: after("needs.first.outputs.sql == 'true'"),
      finds: [/:4: job partitions is skipped where one that it needs fails/],
    },
    {
      rule: 'nothing in one that runs all the same',
      text: after("${{ !cancelled() && needs.first.outputs.sql != 'false' }}"),
      finds: [],
    },
  ];

/** Every case in a file of its own, linted in one go: the linter takes a second to start. */
describe('the linter of workflows', () => {
  let folder = '';
  let lines: readonly string[] = [];
  let status: number | null = null;
  const fileOf = (index: number): string => `case-${String(index)}.yml`;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'partition-guard-workflows-'));
    CASES.forEach(({ text }, i) => writeFileSync(join(folder, fileOf(i)), text));
    const ended = lint(...CASES.map((_, i) => join(folder, fileOf(i))));
    lines = ended.stdout.split('\n');
    status = ended.status;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(CASES.map((each, index) => ({ ...each, index })))('finds $rule', ({ index, finds }) => {
    const found = lines.filter((line) => line.includes(`/${fileOf(index)}:`));
    for (const expected of finds) expect(found.join('\n')).toMatch(expected);
    expect(found).toHaveLength(finds.length);
  });

  it('ends with 1 where it found something', () => {
    expect(status).toBe(1);
  });

  it('finds nothing in what is shown and run here', () => {
    const { status: own, stdout } = lint();
    expect(stdout).toMatch(/^\d\d workflow files, 0 findings\n$/);
    expect(own).toBe(0);
  });
});
