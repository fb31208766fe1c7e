/** The projects that mutants are played in: the shipped migrations, used as their users do. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../acceptance/program.ts';
import { FILES, shippedText } from './pool.ts';

const FIXTURES = join(ROOT, 'test', 'fixtures', 'mutants');

export interface Project {
  readonly name: string;
  readonly configText?: string;
  /** The scenarios that tell something which those of other projects do not; undefined: all. */
  readonly scenarios?: readonly string[];
  /** Text by file name. */
  readonly base?: Readonly<Record<string, string>>;
  readonly head: Readonly<Record<string, string>>;
}

/** In the order in which a mutant meets them: the first that fails it ends its run. */
export const PROJECTS: readonly Project[] = [
  readProject('interval'),
  readProject('contract', ['fresh']),
  readProject('default', ['fresh', 'upgrade']),
  readProject('premake', ['fresh', 'upgrade', 'rerun']),
  readProject('retention', ['upgrade']),
  readProject('conversion', ['upgrade', 'change:monthly->yearly']),
  readProject('prepared', ['upgrade']),
  readProject('years', ['upgrade', 'change:quarterly->monthly']),
  readProject('moves', ['upgrade', 'change:monthly->quarterly', 'round-trip:quarterly->monthly->quarterly']),
];

function readProject(name: string, scenarios?: readonly string[]): Project {
  const folder = join(FIXTURES, name);
  const config = join(folder, 'partition-guard.yml');
  const base = readFolder(join(folder, 'base'));
  return {
    name,
    ...(scenarios ? { scenarios } : {}),
    head: readFolder(join(folder, 'head')),
    ...(existsSync(config) ? { configText: readFileSync(config, 'utf8') } : {}),
    ...(Object.keys(base).length > 0 ? { base } : {}),
  };
}

function readFolder(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The date of every run. The manager's one clock is stopped on it: no mutant's fate may hang on the day of the test. */
export const NOW = '2026-11-15';

const stopped = (text: string): string =>
  text.replace("select now() at time zone 'UTC';", `select timestamp '${NOW} 10:00';`);

/** The shipped migrations, one of them as the mutant has it. */
export const shippedWith = (mutant?: {
  readonly file: string;
  readonly text: string;
}): Record<string, string> =>
  Object.fromEntries(
    FILES.map((file) => [file, stopped(file === mutant?.file ? mutant.text : shippedText(file))]),
  );
