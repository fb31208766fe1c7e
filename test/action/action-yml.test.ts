/** What action.yml says must be so: the inputs that the program knows, the options of the command line, the README. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { DEFAULTS, INPUT_MODES } from '../../src/action/known-inputs.ts';
import { Inputs } from '../../src/action/inputs.ts';
import { Programs, ROOT } from '../acceptance/program.ts';

interface Described {
  readonly description: string;
  readonly default?: string;
}

const TEXT = readFileSync(join(ROOT, 'action.yml'), 'utf8');
const ACTION = parse(TEXT) as {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly runs: Readonly<Record<string, string>>;
};

const programs = new Programs(1);
afterAll(() => programs.removeCache());

const saidDefault = (name: string): string | undefined =>
  ACTION.inputs[name]?.default ?? /\bDefault: ([^]*?)\.?$/.exec(ACTION.inputs[name]?.description ?? '')?.[1];

describe('action.yml', () => {
  it('has the inputs that the program knows', () => {
    expect(Object.keys(ACTION.inputs)).toEqual([...INPUT_MODES.keys()]);
  });

  it('says of each input what it is without it, and of each output what it holds', () => {
    expect(Object.keys(ACTION.inputs).filter((name) => saidDefault(name) === undefined)).toEqual([]);
    for (const { description } of [...Object.values(ACTION.inputs), ...Object.values(ACTION.outputs)]) {
      expect(description).toMatch(/^\S[^]{9,400}\S$/);
    }
  });

  it('gives no input a value, where the configuration file has a say', () => {
    const given = Object.entries(ACTION.inputs).flatMap(([name, input]) =>
      input.default === undefined ? [] : [[name, input.default]],
    );
    expect(Object.fromEntries(given)).toEqual({ ...DEFAULTS, token: '${{ github.token }}' });
  });

  it('has each option of validate as an input of the same name and default', async () => {
    const { stdout } = await programs.run({ cwd: ROOT, args: ['validate', '--help'] });
    const options = [...stdout.matchAll(/^ +--([a-z-]+) <[^]*?(?=^ +(?:--|-h))/gm)].map(
      ([text, name = '']) => ({
        name,
        byDefault: /\(default:\s+([^)]*)\)/.exec(text)?.[1]?.replace(/\s+/g, ' '),
      }),
    );
    expect(options.length).toBeGreaterThan(11);
    for (const { name, byDefault } of options) {
      expect(INPUT_MODES.get(name)).toContain('validate');
      if (byDefault !== undefined)
        expect({ name, said: saidDefault(name) }).toEqual({ name, said: byDefault });
    }
  });

  it('has inputs of their own for plan, apply and maintain, which all are options of a target', () => {
    const names = [...INPUT_MODES]
      .filter(([, modes]) => !modes.includes('validate') && !modes.includes('merge'))
      .map(([name]) => name);
    expect(names).toEqual([
      ...['target', 'environment', 'plan', 'validated', 'allow-unvalidated'],
      ...['allow-environment', 'baseline', 'verify'],
      ...['lock-timeout', 'statement-timeout', 'retries', 'dry-run', 'premake', 'retention', 'archive'],
    ]);
  });

  it('runs on Node 24, and cleans up whatever became of the job', () => {
    expect(ACTION.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/post.js',
      'post-if': 'always()',
    });
  });

  it('is what the README says of it', async () => {
    const command = [process.execPath, join(ROOT, 'scripts', 'readme-tables.mjs')] as const;
    const { status, stderr } = await programs.run({ cwd: ROOT, args: ['--check'], command });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('inputs', () => {
  it('are empty where nothing is set', () => {
    const inputs = new Inputs({ INPUT_CONFIG: '', INPUT_SCENARIO: ' \n\n', 'INPUT_FAIL-ON': ' warning ' });
    expect([inputs.text('config'), inputs.lines('scenario'), inputs.text('fail-on')]).toEqual([
      undefined,
      undefined,
      'warning',
    ]);
  });

  it('of several values have one a line', () => {
    expect(new Inputs({ INPUT_SCENARIO: ' fresh\r\n\n upgrade ' }).lines('scenario')).toEqual([
      'fresh',
      'upgrade',
    ]);
  });

  it('are given where they differ from what action.yml sets', () => {
    const env = {
      INPUT_MODE: 'auto',
      INPUT_COMMENT: 'never',
      INPUT_TOKEN: 'x',
      INPUT_ROWS: '5',
      INPUT_OTHER: 'x',
    };
    expect(new Inputs(env).given()).toEqual(['comment', 'rows']);
  });
});
