/**
 * `npm run renew:github [-- VERSION]`
 * Renews test/fixtures/github/api.github.com.slim.json: what GitHub itself says of the few paths that we call, from its
 * OpenAPI description, so that tests can hold every request and answer against it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = `@octokit/openapi@${process.argv[2] ?? '23.0.2'}`;
const FILE = 'package/generated/api.github.com.json';
const TARGET = fileURLToPath(new URL('../test/fixtures/github/api.github.com.slim.json', import.meta.url));

const REPO = '/repos/{owner}/{repo}';
const COMMIT = `${REPO}/commits/{commit_sha}`;
/** What the program calls, and what deployments will. */
const KEPT = {
  '/user': ['get'],
  [`${REPO}/issues`]: ['get', 'post'],
  [`${REPO}/issues/{issue_number}`]: ['get', 'patch'],
  [`${REPO}/issues/{issue_number}/comments`]: ['get', 'post'],
  [`${REPO}/issues/comments/{comment_id}`]: ['get', 'patch', 'delete'],
  [`${REPO}/pulls`]: ['get'],
  [`${REPO}/pulls/{pull_number}`]: ['get'],
  [`${COMMIT}/pulls`]: ['get'],
  [`${REPO}/compare/{basehead}`]: ['get'],
  [`${REPO}/deployments`]: ['get', 'post'],
  [`${REPO}/deployments/{deployment_id}`]: ['get', 'delete'],
  [`${REPO}/deployments/{deployment_id}/statuses`]: ['get', 'post'],
  [`${REPO}/statuses/{sha}`]: ['post'],
  [`${REPO}/commits/{ref}/status`]: ['get'],
  [`${REPO}/commits/{ref}/statuses`]: ['get'],
  [`${REPO}/commits/{ref}/check-runs`]: ['get'],
  [`${REPO}/check-runs`]: ['post'],
  [`${REPO}/check-runs/{check_run_id}`]: ['get', 'patch'],
};

const PROSE = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'title']);

/** One file out of a package that unpacks to 385 MB. */
function fetchDescription() {
  const folder = mkdtempSync(join(tmpdir(), 'github-description-'));
  try {
    const npm = process.env.npm_execpath;
    const [command, ...words] = npm === undefined ? ['npm'] : [process.execPath, npm];
    const pack = [...words, 'pack', PACKAGE, '--silent', '--pack-destination', folder];
    execFileSync(command, pack, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const [archive] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    const read = (file) =>
      execFileSync('tar', ['-xzOf', join(folder, archive), file], { maxBuffer: 100_000_000 }).toString();
    return { text: read(FILE), licence: read('package/LICENSE').split('\n')[0].trim() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function slimmed(whole, licence) {
  const paths = {};
  for (const [path, methods] of Object.entries(KEPT)) {
    const { parameters, ...item } = whole.paths[path] ?? {};
    paths[path] = parameters === undefined ? {} : { parameters };
    for (const method of methods) {
      if (item[method] === undefined) throw new Error(`${method} ${path} is no longer described`);
      paths[path][method] = item[method];
    }
  }
  const info = {
    title: whole.info.title,
    version: whole.info.version,
    license: whole.info.license,
    'x-licence-line': licence,
    'x-from': PACKAGE,
    'x-sha256': createHash('sha256').update(text).digest('hex'),
  };
  const bare = adapted(stripped(paths));
  return { openapi: whole.openapi, info, paths: bare, components: componentsOf(whole, bare) };
}

/** The components that are referred to, and those that they refer to. */
function componentsOf(whole, paths) {
  const components = {};
  const waiting = [...refsIn(paths)];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    const [, , kind, name] = ref.split('/');
    components[kind] ??= {};
    if (components[kind][name] !== undefined) continue;
    const component = adapted(stripped({ [name]: whole.components[kind][name] }, isMap(kind)))[name];
    components[kind][name] = component;
    waiting.push(...refsIn(component));
  }
  return components;
}

function* refsIn(node) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.$ref === 'string') yield node.$ref;
  for (const one of Object.values(node)) yield* refsIn(one);
}

const isMap = (key) =>
  /^(?:properties|patternProperties|schemas|responses|parameters|paths|content)$/.test(key);

/** Without prose and examples: they are others' words, and nothing is checked by them. `names`: keys are names. */
function stripped(node, names = false) {
  if (Array.isArray(node)) return node.map((one) => stripped(one));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => names || !(PROSE.has(key) || key.startsWith('x-')))
      .map(([key, one]) => [
        key,
        key === 'enum' || key === 'default' ? one : stripped(one, !names && isMap(key)),
      ]),
  );
}

/**
 * Two edits: the answer's media type is told under the name that clients ask for too, and the header Link goes, whose
 * description is narrower than what GitHub sends. A response without a body gets an
 * empty text of its own: without any, the validator doesn't count it.
 */
function adapted(node) {
  if (Array.isArray(node)) return node.map(adapted);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, one]) => [key, adapted(one)]));
  if (copy.headers?.Link !== undefined) {
    delete copy.headers.Link;
    if (Object.keys(copy.headers).length === 0) delete copy.headers;
  }
  for (const response of Object.values(copy.responses ?? {})) {
    if (response.$ref === undefined && response.content === undefined) response.description = '';
  }
  const json = copy.content?.['application/json'];
  if (json !== undefined) copy.content['application/vnd.github.v3+json'] = json;
  return copy;
}

function sorted(node) {
  if (Array.isArray(node)) return node.map(sorted);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.keys(node)
      .sort()
      .map((key) => [key, sorted(node[key])]),
  );
}

const { text, licence } = fetchDescription();
const slim = slimmed(JSON.parse(text), licence);
// A line for each value: what changed at GitHub is to be read in a review.
const kept = `${JSON.stringify(sorted(slim), null, 1)}\n`;
writeFileSync(TARGET, kept);
console.log(`${PACKAGE}: ${Object.keys(KEPT).length} paths, ${Math.round(kept.length / 1000)} kB`);
