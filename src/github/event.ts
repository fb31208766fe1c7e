/** Reads what started the workflow: GitHub's variables and its event file. */
import { readFileSync } from 'node:fs';
import { OperatorError } from '../domain/operator-error.ts';
import { isFullName, isSha } from './event-shapes.ts';
import { readTrigger, type TriggerEvent } from './trigger-event.ts';

export interface Repository {
  readonly owner: string;
  readonly name: string;
}

export interface GitHubRun {
  /** GITHUB_EVENT_NAME; empty outside a runner. */
  readonly eventName: string;
  readonly event: TriggerEvent;
  readonly repository: Repository | undefined;
  /** https://github.com, or the address of a GitHub Enterprise Server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly workflow: string | undefined;
  readonly job: string | undefined;
  readonly runId: number | undefined;
  readonly attempt: number;
  /** The page of this run. */
  readonly runUrl: string | undefined;
  /** The commit that is judged: of a pull request its head. */
  readonly headSha: string | undefined;
  readonly defaultBranch: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function readEvent(env: Environment): GitHubRun {
  const eventName = env['GITHUB_EVENT_NAME'] ?? '';
  const payload = readPayload(env['GITHUB_EVENT_PATH']);
  const { event, source } = readTrigger(eventName, payload);
  const fullName = env['GITHUB_REPOSITORY'] || source?.full_name;
  const [owner, name] = fullName !== undefined && isFullName(fullName) ? fullName.split('/') : [];
  const serverUrl = addressIn(env, 'GITHUB_SERVER_URL', 'https://github.com');
  const runId = numberIn(env, 'GITHUB_RUN_ID');
  const isKnown = owner !== undefined && name !== undefined;
  return {
    eventName,
    event,
    repository: isKnown ? { owner, name } : undefined,
    serverUrl,
    apiUrl: addressIn(env, 'GITHUB_API_URL', 'https://api.github.com'),
    workflow: env['GITHUB_WORKFLOW'] || undefined,
    job: env['GITHUB_JOB'] || undefined,
    runId,
    attempt: numberIn(env, 'GITHUB_RUN_ATTEMPT') ?? 1,
    runUrl:
      isKnown && runId !== undefined ? `${serverUrl}/${owner}/${name}/actions/runs/${runId}` : undefined,
    headSha: headShaOf(event) ?? shaIn(env, 'GITHUB_SHA'),
    defaultBranch: source?.default_branch,
  };
}

function readPayload(path: string | undefined): unknown {
  if (path === undefined || path === '') return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(`the event file can't be read as JSON: ${path}`, {
      code: 'event-unreadable',
      hint: 'GITHUB_EVENT_PATH names it; the runner writes it. Without the variable the action runs outside an event.',
      cause: error,
    });
  }
}

function headShaOf(event: TriggerEvent): string | undefined {
  switch (event.kind) {
    case 'pull-request':
      return event.pullRequest.headSha;
    case 'merge-group':
    case 'push':
    case 'workflow-run':
      return event.headSha;
    case 'schedule':
    case 'workflow-dispatch':
    case 'other':
      return undefined;
  }
}

/** Without a trailing slash. An address with a name or password in it is none. */
function addressIn(env: Environment, key: string, otherwise: string): string {
  const text = env[key];
  if (text === undefined || text === '') return otherwise;
  if (URL.canParse(text)) {
    const { protocol, username, password } = new URL(text);
    if (/^https?:$/.test(protocol) && username === '' && password === '') return text.replace(/\/+$/, '');
  }
  throw new OperatorError(`${key} is no address of a GitHub server`, {
    code: 'server-address',
    hint: `Write it as https://HOST${key === 'GITHUB_API_URL' ? '/api/v3' : ''}, without a name or password.`,
  });
}

function numberIn(env: Environment, key: string): number | undefined {
  const text = env[key] ?? '';
  return /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : undefined;
}

const shaIn = (env: Environment, key: string): string | undefined => {
  const text = env[key] ?? '';
  return isSha(text) ? text : undefined;
};
