/** Shares of a run, played on machines of their own, joined into what one machine would have said. */
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import { Programs } from './program.ts';
import { withProject } from './project.ts';

const programs = new Programs(2);
afterAll(() => programs.removeCache());

interface Report {
  readonly verdict: string;
  readonly seed: number;
  readonly shard: { readonly index: number; readonly of: number };
  readonly scenarios: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly rows: unknown;
    readonly checks: readonly { readonly id: string; readonly verdict: string; readonly message: string }[];
  }[];
}

/** What doesn't change with the machine. */
const told = ({ verdict, scenarios }: Report): unknown => ({
  verdict,
  scenarios: scenarios.map(({ name, verdict: own, rows, checks }) => ({
    name,
    verdict: own,
    rows,
    checks: checks.map(({ id, verdict: one }) => [id, one]),
  })),
});

const KINDS = ['json', 'markdown', 'html', 'sarif', 'junit'] as const;

let texts: {
  readonly whole: string;
  readonly shares: readonly [string, string];
  /** As validate wrote them. */
  readonly sarif: string;
  readonly junit: string;
};

/** One run for all tests. */
beforeAll(async () => {
  await withProject({ example: 'bad/renamed-and-dropped' }, async (open) => {
    const play = async (name: string, status: number, ...args: string[]): Promise<string> => {
      const file = join(open.aside, `${name}.json`);
      const fixed = ['validate', '--rows', '200', '--now', '2026-03-15', '--json', file];
      const ending = await programs.run({ cwd: open.cwd, args: [...fixed, ...args] });
      expect(ending.status).toBe(status);
      return readFile(file, 'utf8');
    };
    const [sarif, junit] = ['sarif', 'junit'].map((kind) => join(open.aside, `whole.${kind}`)) as [
      string,
      string,
    ];
    const [whole, one, two] = await Promise.all([
      play('whole', 1, '--sarif', sarif, '--junit', junit),
      play('one', 0, '--shard', '1/2'),
      play('two', 1, '--shard', '2/2'),
    ]);
    texts = {
      whole,
      shares: [one, two],
      sarif: await readFile(sarif, 'utf8'),
      junit: await readFile(junit, 'utf8'),
    };
  });
});

/** A folder with files, in which the program is run. */
async function merging<T>(
  files: Readonly<Record<string, string>>,
  body: (run: (...args: string[]) => ReturnType<Programs['run']>, cwd: string) => Promise<T>,
): Promise<T> {
  return withProject({ files }, ({ cwd }) =>
    body((...args) => programs.run({ cwd, args: ['merge', ...args] }), cwd),
  );
}

describe('merge', () => {
  it('comes to what one machine says, from the folders that artifacts are unpacked to', async () => {
    const files = { 'artifacts/a/report.json': texts.shares[0], 'artifacts/b/report.json': texts.shares[1] };
    await merging(files, async (run, cwd) => {
      const { status, stdout, stderr } = await run('artifacts', '--json', 'out/whole.json');
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      expect(stdout).toContain('FAIL  1 of 3 scenarios');
      expect(stdout).toMatch(/no-row-lost in upgrade +migrations\/V1__create_or_manage_partitions\.sql:\d+/);
      const report = JSON.parse(await readFile(join(cwd, 'out', 'whole.json'), 'utf8')) as Report;
      expect(told(report)).toEqual(told(JSON.parse(texts.whole) as Report));
      expect(report.shard).toMatchObject({ index: 1, of: 1 });
    });
  });

  it('takes files in any order and patterns, and says the same', async () => {
    const files = { 'r/1.json': texts.shares[0], 'r/2.json': texts.shares[1] };
    await merging(files, async (run, cwd) => {
      await run('r/1.json', 'r/2.json', '--json', 'a');
      await run('r/2.json', 'r/1.json', '--json', 'b');
      await run('r/*.json', '--json', 'c');
      const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => readFile(join(cwd, name), 'utf8')));
      expect([b, c]).toEqual([a, a]);
    });
  });

  it('writes all reports, each of its kind', async () => {
    await merging({ 'whole.json': texts.whole }, async (run, cwd) => {
      const args = KINDS.flatMap((kind) => [`--${kind}`, `out/report.${kind}`]);
      expect((await run('whole.json', ...args)).status).toBe(1);
      expect((await readdir(join(cwd, 'out'))).sort()).toEqual(
        [...KINDS].sort().map((kind) => `report.${kind}`),
      );
      const text = (kind: string): Promise<string> => readFile(join(cwd, 'out', `report.${kind}`), 'utf8');
      expect(JSON.parse(await text('json'))).toEqual(JSON.parse(texts.whole));
      expect(await text('markdown')).toMatch(/^### ❌ This migration would lose 200 of 200 rows/);
      expect(await text('html')).toMatch(/^<!doctype html>/i);
      expect([await text('sarif'), await text('junit')]).toEqual([texts.sarif, texts.junit]);
      expect(XMLValidator.validate(texts.junit)).toBe(true);
      const [sarif] = (JSON.parse(await text('sarif')) as { runs: { results: { ruleId: string }[] }[] }).runs;
      expect(sarif?.results[0]?.ruleId).toBe('no-row-lost');
    });
  });

  it('goes on with 0 where all shares pass, and never without one of them', async () => {
    const passing = JSON.parse(texts.shares[0]) as { shard: { of: number; scenarios: string[] } };
    passing.shard = { ...passing.shard, of: 1, scenarios: ['fresh', 'rerun'] };
    const files = { 'a.json': JSON.stringify(passing), 'share.json': texts.shares[0] };
    await merging(files, async (run) => {
      expect((await run('a.json')).status).toBe(0);
      expect(await run('share.json')).toMatchObject({
        status: 64,
        stdout: '',
        stderr: expect.stringMatching(/^the share 2\/2 on PostgreSQL \S+ is missing\n→ /),
      });
    });
  });
});

describe('merge refuses', () => {
  it.each([
    ['no report', ['nowhere.json'], ['nowhere.json: there is no such file or folder']],
    ['an empty folder', ['empty'], ['empty: holds no *.json']],
    ['a pattern that fits nothing', ['x*.json'], ['x*.json: no file is named like that']],
    ['a device', ['/dev/null'], ['/dev/null: is neither a file nor a folder']],
    ['a file twice', ['good.json', './good.json'], ['good.json: is given twice']],
    [
      'a copy',
      ['good.json', 'copy.json'],
      [expect.stringMatching(/^the whole run on PostgreSQL \S+ is given twice$/)],
    ],
    ['no JSON', ['broken.json'], ['broken.json: is not JSON']],
    ['bytes that are no text', ['bytes.json'], ['bytes.json: holds bytes that are not UTF-8']],
    ['another program', ['other.json'], ['other.json: is no report of partition-guard']],
    ['a later schema', ['later.json'], ['later.json: is of schema 2, and this version reads schema 1']],
    [
      'every fault at once',
      ['broken.json', 'other.json'],
      ['broken.json: is not JSON', 'other.json: is no report of partition-guard'],
    ],
    [
      'a report over what it reads',
      ['good.json', '--json', './good.json'],
      ['the JSON report would be written over good.json, which is to be read'],
    ],
    [
      'two reports in one file',
      ['good.json', '--html', 'a', '--junit', './a'],
      ['--junit: the HTML and the JUnit report would be written to the same file'],
    ],
    [
      'a share that other rules judged',
      ['ruled.json', 'share.json'],
      ['the reports were not judged by the same configuration'],
    ],
    ['nothing', [], ["missing required argument 'file'"]],
    ['an unknown option', ['good.json', '--rows', '7'], ["unknown option '--rows'"]],
  ])('%s', async (_, args, lines) => {
    const files = {
      'good.json': texts.whole,
      'copy.json': texts.whole,
      'broken.json': '{',
      'share.json': texts.shares[0],
      'ruled.json': texts.shares[1].replace(/("configurationDigest": ")[0-9a-f]{64}"/, '$1other"'),
      'other.json': '{"schema": 1, "tool": {"name": "x"}}',
      'later.json': texts.whole.replace('"schema": 1', '"schema": 2'),
    };
    await merging(files, async (run, cwd) => {
      await mkdir(join(cwd, 'empty'));
      await writeFile(join(cwd, 'bytes.json'), Buffer.from([0x22, 0xff, 0x22]));
      const { status, stdout, stderr } = await run(...args);
      const told = stderr.trimEnd().split('\n');
      expect({ status, stdout, lines: told.slice(0, -1) }).toEqual({ status: 64, stdout: '', lines });
      expect(told.at(-1)).toMatch(/^→ /);
    });
  });

  it('to follow a link in a folder, which may lead anywhere', async () => {
    await merging({ 'r/good.json': texts.whole, 'broken.txt': '{' }, async (run, cwd) => {
      await symlink(join(cwd, 'broken.txt'), join(cwd, 'r', 'link.json'));
      const { status, stderr } = await run('r');
      expect(status).toBe(64);
      expect(stderr).toMatch(/^\/\S+\/r\/link\.json: is a link, or no file\n→ /);
    });
  });

  it('to believe a verdict', async () => {
    const forged = JSON.parse(texts.whole) as Report & { scenarios: { verdict: string }[]; verdict: string };
    const claims = {
      ...forged,
      verdict: 'pass',
      scenarios: forged.scenarios.map((one) => ({ ...one, verdict: 'pass' })),
    };
    await merging({ 'r/forged.json': JSON.stringify(claims) }, async (run) => {
      const { status, stdout } = await run('r');
      expect(status).toBe(1);
      expect(stdout).toContain('r/forged.json calls the run pass; by its checks it is fail.');
    });
  });
});
