/**
 * Lints SQL: squawk on every migration that is meant to be right, the house's own rules on what reaches a target.
 * Files may be named: they are then linted by both, as if they were in sql/migrations.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBreaches } from './house-rules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const squawk = join(
  dirname(createRequire(import.meta.url).resolve('squawk-cli/package.json')),
  'js',
  'bin',
  'squawk',
);

const sqlIn = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true })
        .filter((name) => name.endsWith('.sql'))
        .map((name) => join(root, folder, name))
        .sort()
    : [];

/** @returns findings as `{ file, line, message }`. */
function askSquawk(config, files) {
  if (files.length === 0) return [];
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [squawk, '--config', join(root, config), '--reporter', 'json', ...files],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  // It ends with 1 where it found something; what it says then is on its standard output.
  if (status !== 0 && !stdout.startsWith('['))
    throw new Error(`squawk ended with ${status}: ${stderr}${stdout}`);
  return JSON.parse(stdout || '[]').map(({ file, line, message, rule_name }) => ({
    file,
    line: line + 1,
    message: `${rule_name}: ${message}`,
  }));
}

async function askTheHouse(files) {
  const findings = [];
  for (const file of files) {
    for (const breach of await findBreaches(readFileSync(file, 'utf8'))) findings.push({ file, ...breach });
  }
  return findings;
}

const named = process.argv.slice(2).map((file) => resolve(file));
const ours = named.length > 0 ? named : sqlIn('sql');
const isMeantToBeRight = (file) =>
  /\/migrations\//.test(file) && !relative(root, file).startsWith(join('examples', 'bad'));
const examples = named.length > 0 ? [] : sqlIn('examples').filter(isMeantToBeRight);
if (ours.length === 0) throw new Error('no SQL to lint: sql/ is empty');

const findings = [
  ...(await askTheHouse(ours)),
  ...askSquawk('.squawk.toml', ours),
  ...askSquawk(join('examples', '.squawk.toml'), examples),
];
for (const { file, line, message } of findings)
  console.log(`${relative(process.cwd(), file)}:${line}: ${message}`);
if (findings.length > 0) process.exitCode = 1;
