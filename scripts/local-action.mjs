/**
 * Runs the action once under @github/local-action, which plays GitHub's runner on one's own machine: from its sources, on a
 * pull request that loses rows, against the fake GitHub of the tests. It brings 327 MB of packages, and so is installed into
 * a temporary folder, never among the project's own dependencies.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FakeGitHub, TOKENS } from '../test/support/github/fake-github.ts';

const VERSION = '7.0.1';
const HEAD = 'a'.repeat(40);
const root = fileURLToPath(new URL('..', import.meta.url));
const startedAt = performance.now();
const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(0)} s`;

const aside = mkdtempSync(join(tmpdir(), 'local-action-'));
try {
  install();
  console.log(`installed @github/local-action ${VERSION} after ${seconds()}`);
  const base = makeProject();
  const github = new FakeGitHub(() => Date.now());
  const server = await serve(github);
  try {
    github.addPullRequest({ number: 7, head: HEAD });
    const { status, log } = await play(`http://127.0.0.1:${server.address().port}`, base);
    const outputs = Object.fromEntries(
      [...log.matchAll(/^::set-output name=([^:]+)::(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    const got = {
      status,
      verdict: outputs.verdict,
      'failed-checks': outputs['failed-checks'],
      comments: github.comments.map(({ body }) => /^### .*$/m.exec(body)?.[0].slice(0, 12)),
    };
    const wanted = {
      status: 1,
      verdict: 'fail',
      'failed-checks': 'no-row-lost',
      comments: ['### ❌ This m'],
    };
    if (JSON.stringify(got) !== JSON.stringify(wanted)) {
      console.error(`${log}\nwanted ${JSON.stringify(wanted)}\ngot    ${JSON.stringify(got)}`);
      process.exitCode = 1;
    } else console.log(`as expected after ${seconds()}: ${JSON.stringify(got)}`);
  } finally {
    server.close();
  }
} finally {
  rmSync(aside, { recursive: true, force: true });
}

function install() {
  writeFileSync(join(aside, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags, `@github/local-action@${VERSION}`], {
    cwd: aside,
    stdio: 'inherit',
  });
}

/** The fake behind a door of its own; that requests are as GitHub describes them is the tests' affair. */
async function serve(github) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const text of request.setEncoding('utf8')) body += text;
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const answer = github.respond({
      method: request.method ?? '',
      path,
      query,
      headers: request.headers,
      body,
    });
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** @returns the commit that the pull request goes into. */
function makeProject() {
  const project = join(aside, 'project');
  mkdirSync(project);
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=A Tester', '-c', 'user.email=tester@example.com', ...args], {
      cwd: project,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });
  cpSync(join(root, 'examples', 'bad', 'renamed-and-dropped'), project, { recursive: true });
  git('init', '--quiet');
  git('add', join('migrations', 'V0.1__bookings.sql'));
  git('commit', '--quiet', '--message=base');
  return git('rev-parse', 'HEAD').trim();
}

async function play(apiUrl, base) {
  const at = (name) => join(aside, name);
  const repository = { id: 4711, full_name: 'your-organisation/bookings', default_branch: 'main' };
  const event = {
    action: 'opened',
    repository,
    pull_request: { number: 7, head: { sha: HEAD, repo: repository }, base: { sha: base, ref: 'main' } },
  };
  writeFileSync(at('event.json'), JSON.stringify(event));
  writeFileSync(at('summary.md'), '');
  const variables = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_REPOSITORY: repository.full_name,
    GITHUB_RUN_ID: '1000',
    GITHUB_STEP_SUMMARY: at('summary.md'),
    GITHUB_WORKSPACE: at('project'),
    INPUT_ROWS: '300',
    INPUT_SCENARIO: 'upgrade',
    INPUT_TOKEN: TOKENS.workflow,
    RUNNER_TEMP: aside,
  };
  writeFileSync(
    at('inputs.env'),
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  // What its own start script does, but for looking its loader up in the registry once more.
  const loader = at('node_modules/tsx/dist/cli.mjs');
  const program = at('node_modules/@github/local-action/src/index.ts');
  const args = [loader, program, '--', '.', 'test/support/local-action-entry.ts', at('inputs.env')];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      GITHUB_API_URL: apiUrl,
      NODE_NO_WARNINGS: '1',
      NODE_PACKAGE_MANAGER: 'npm',
      TARGET_ACTION_PATH: root,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (log += text));
  const status = await new Promise((resolve) => child.once('close', resolve));
  return { status, log };
}
