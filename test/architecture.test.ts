/** Reads the sources' own lines: which file imports which, how long files are, and what must stand in none. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TOOL_VERSION } from '../src/domain/tool-version.ts';

const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

interface Source {
  /** Relative to src/, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const SOURCES: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((name) => {
    const path = name.replaceAll('\\', '/');
    const text = readFileSync(join(SRC, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });

/** The files of ours that a source imports, type or value, at once or later. */
function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(
    /(?:^(?:import|export)\b[^'"`;]*?\bfrom\s*|\bimport\s*\(\s*|^import\s*)['"](\.[^'"]+)['"]/gm,
  );
  return [...found].map((match) =>
    relative(SRC, resolve(SRC, dirname(path), match[1] ?? '')).replaceAll('\\', '/'),
  );
}

/** A room is a folder of src/; what stands beside the folders is on top of them, in this order. */
const LAYERS: Readonly<Record<string, number>> = {
  domain: 0,
  checks: 1,
  scenarios: 1,
  report: 1,
  migrations: 1,
  settings: 1,
  postgres: 2,
  github: 2,
  simulation: 3,
  deploy: 3,
  'exit-status.ts': 4,
  'known-secrets.ts': 4,
  'report-files.ts': 4,
  'report-sources.ts': 4,
  'validated-run.ts': 4.5,
  validation: 4.5,
  'validate-command.ts': 5,
  'maintenance-command.ts': 5,
  'merge-command.ts': 5,
  'plan-command.ts': 5,
  'apply-command.ts': 5,
  'inspect-command.ts': 5,
  'replay-options.ts': 5,
  action: 6,
  'surroundings.ts': 6,
  'deploy-cli.ts': 6,
  'validate-cli.ts': 6,
  'run-validate.ts': 7,
  'run-merge.ts': 7,
  'run-deploy.ts': 7,
  'run-inspect.ts': 7.5,
  'cli.ts': 8,
  'action.ts': 8,
  'post.ts': 8,
  'entry.ts': 9,
};

const roomOf = (path: string): string => path.split('/')[0] ?? path;

const lines = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** The sources in which a pattern stands, as `path: what`. */
const where = (pattern: RegExp, except: readonly string[] = []): string[] =>
  SOURCES.filter(({ path }) => !except.includes(path)).flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(pattern)].map((match) => `${path}: ${match[0].trim()}`),
  );

const withoutComments = (text: string): string =>
  text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

describe('imports', () => {
  const links = SOURCES.flatMap(({ path, imports }) => imports.map((to) => ({ from: path, to })));
  const told = ({ from, to }: { from: string; to: string }): string => `${from} -> ${to}`;

  it('are found', () => {
    expect(SOURCES.length).toBeGreaterThan(80);
    expect(links.length).toBeGreaterThan(200);
    expect(links.map((link) => link.to)).toContain('cli.ts');
  });

  it('name a file that is there, with its ending', () => {
    const paths = new Set(SOURCES.map((source) => source.path));
    expect(links.filter((link) => !paths.has(link.to)).map(told)).toEqual([]);
  });

  it('come from rooms that have a layer', () => {
    const rooms = new Set(SOURCES.map((source) => roomOf(source.path)));
    expect([...rooms].filter((room) => LAYERS[room] === undefined)).toEqual([]);
  });

  it('go to a lower layer only, never sideways into another room', () => {
    const wrong = links.filter(({ from, to }) => {
      const [a, b] = [roomOf(from), roomOf(to)];
      return a !== b && !((LAYERS[a] ?? -1) > (LAYERS[b] ?? 99));
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('go round in no circle', () => {
    const remaining = new Map(SOURCES.map(({ path, imports }) => [path, new Set(imports)]));
    for (let before = -1; before !== remaining.size;) {
      before = remaining.size;
      for (const [path, to] of remaining) if (![...to].some((t) => remaining.has(t))) remaining.delete(path);
    }
    expect([...remaining.keys()]).toEqual([]);
  });
});

describe('a source file', () => {
  it('opens with a sentence on its duty', () => {
    const mute = SOURCES.filter(({ text }) => !/^\/\*\* [^]*?[^\s*][.:!?]?\s*\*\//.test(text));
    expect(mute.map((source) => source.path)).toEqual([]);
  });

  it('is named in kebab-case, and is no barrel', () => {
    const wrong = SOURCES.filter(
      ({ path }) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
    expect(SOURCES.filter(({ path }) => /(^|\/)index\.ts$/.test(path))).toEqual([]);
    expect(where(/^export \*.*$/gm)).toEqual([]);
  });

  it('is short: none over 400 lines, 9 of 10 under 250, the median under 100', () => {
    const sizes = SOURCES.map(({ text }) => lines(text)).sort((a, b) => a - b);
    expect(SOURCES.filter(({ text }) => lines(text) > 400).map((source) => source.path)).toEqual([]);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThan(250);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(100);
  });

  it('has no default export, namespace or enum', () => {
    expect(where(/^export default\b.*$/gm)).toEqual([]);
    expect(where(/^(?:export )?(?:declare )?(?:const )?enum \w+/gm)).toEqual([]);
    expect(where(/^(?:export )?(?:declare )?namespace \w+/gm)).toEqual([]);
  });

  it('reads no clock and throws no dice, but for the entry points', () => {
    const doors = ['cli.ts', 'action.ts', 'action/wall-clock.ts', 'validate-command.ts'];
    expect(where(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.hrtime\b/g, doors)).toEqual([]);
  });

  it('reads no input while it loads', () => {
    expect(where(/^(?:export )?(?:const|let) .*(?:process\.(?:env|argv|cwd)|\bnew Date\(\)).*$/gm)).toEqual(
      [],
    );
  });
});

it("the action's first line waits for nothing heavy: the rest is loaded when it is its turn", () => {
  const bySource = new Map(SOURCES.map((source) => [source.path, source]));
  const packages = new Set<string>();
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const { text = '' } = bySource.get(path) ?? {};
    for (const [, types = '', from = ''] of text.matchAll(/^import\s(type\s)?[^'"`;]*?from\s*'([^']+)'/gm)) {
      if (types !== '') continue;
      if (from.startsWith('.')) load(relative(SRC, resolve(SRC, dirname(path), from)).replaceAll('\\', '/'));
      else if (!from.startsWith('node:')) packages.add(from);
    }
  };
  load('action.ts');
  expect([...packages].sort()).toEqual([]);
  expect(loaded.size).toBeGreaterThan(10);
  expect(loaded.size).toBeLessThan(30);
});

it('the rooms 0 and 1 know neither the server nor GitHub', () => {
  const low = SOURCES.filter(({ path }) => (LAYERS[roomOf(path)] ?? 9) <= 1);
  const wrong = low.filter(({ text }) => /from '(?:pg|testcontainers|@actions\/[a-z]+)'/.test(text));
  expect(wrong.map((source) => source.path)).toEqual([]);
});

it('the pure rooms domain, checks, scenarios and report import nothing of Node but its hashes, which are pure too', () => {
  const pure = SOURCES.filter(({ path }) => /^(?:domain|checks|scenarios|report)\//.test(path));
  expect(
    pure
      .filter(({ text }) => /(?<!^import \{ createHash \} )from 'node:/m.test(text))
      .map((source) => source.path),
  ).toEqual([]);
});

it('the program says the version that its package has', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(TOOL_VERSION).toBe(version);
});
