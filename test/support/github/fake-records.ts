/** The fake's statuses of commits, deployments and issues; state in memory. */
import { date, type FakeUser, userAnswer } from './answers.ts';
import { type FakeRequest, type FakeResponse, NOT_FOUND, pageOf, problem } from './fake-exchange.ts';

export type RecordKind = 'statuses' | 'deployments' | 'issues';

export interface FakeStatus {
  readonly id: number;
  readonly commit: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly target_url: string | null;
  readonly author: FakeUser;
}

export interface FakeDeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly log_url: string;
  readonly author: FakeUser;
}

export interface FakeDeployment {
  readonly id: number;
  readonly sha: string;
  readonly task: string;
  readonly environment: string;
  readonly payload: unknown;
  readonly author: FakeUser;
  readonly statuses: FakeDeploymentStatus[];
}

export interface FakeIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  stateReason: string | null;
  readonly author: FakeUser;
  /** GitHub lists pull requests among issues. */
  readonly isPullRequest?: boolean;
}

/** Of everything but pull requests and their comments. */
export function kindOf(kind: string, rest: readonly string[]): RecordKind | undefined {
  if (kind === 'statuses' || (kind === 'commits' && rest[1] === 'statuses')) return 'statuses';
  if (kind === 'deployments') return 'deployments';
  return kind === 'issues' && rest.length <= 1 ? 'issues' : undefined;
}

/** GitHub's limit of a description. */
const LONGEST_DESCRIPTION = 140;

export class FakeRecords {
  statuses: FakeStatus[] = [];
  deployments: FakeDeployment[] = [];
  issues: FakeIssue[] = [];
  /** Commits that GitHub has never seen. */
  readonly unknownCommits = new Set<string>();
  readonly #repository: string;
  readonly #nowMs: () => number;
  #nextId = 7_000_000;
  #nextIssue = 100;

  constructor(repository: string, nowMs: () => number) {
    this.#repository = repository;
    this.#nowMs = nowMs;
  }

  addStatus(status: Omit<FakeStatus, 'id' | 'target_url'> & Partial<FakeStatus>): FakeStatus {
    const made = { id: (this.#nextId += 1), target_url: null, ...status };
    this.statuses.push(made);
    return made;
  }

  addDeployment(
    deployment: Pick<FakeDeployment, 'environment' | 'sha' | 'author'> & Partial<FakeDeployment>,
  ): FakeDeployment {
    const made = { id: (this.#nextId += 1), task: 'deploy', payload: {}, statuses: [], ...deployment };
    this.deployments.push(made);
    return made;
  }

  addDeploymentStatus(
    { statuses }: FakeDeployment,
    status: Omit<FakeDeploymentStatus, 'id' | 'description' | 'log_url'> & Partial<FakeDeploymentStatus>,
  ): FakeDeploymentStatus {
    const made = { id: (this.#nextId += 1), description: '', log_url: '', ...status };
    statuses.push(made);
    return made;
  }

  addIssue(issue: Pick<FakeIssue, 'title' | 'body' | 'author'> & Partial<FakeIssue>): FakeIssue {
    const made: FakeIssue = { number: (this.#nextIssue += 1), state: 'open', stateReason: null, ...issue };
    this.issues.push(made);
    return made;
  }

  /** Undefined where there is no such path. */
  respond(request: FakeRequest, path: readonly string[], user: FakeUser): FakeResponse | undefined {
    const body = (request.body === '' ? {} : JSON.parse(request.body)) as Readonly<Record<string, unknown>>;
    const [kind = '', id = '', part] = path;
    switch (`${request.method} ${kind} ${path.length}`) {
      case 'POST statuses 2':
        return this.#createStatus(id, body, user);
      case 'GET commits 3':
        return this.#listStatuses(request, id);
      case 'GET deployments 1':
        return this.#listDeployments(request);
      case 'POST deployments 1':
        return this.#createDeployment(body, user);
      case 'GET deployments 3':
      case 'POST deployments 3':
        return part === 'statuses' ? this.#deploymentStatuses(request, Number(id), body, user) : undefined;
      case 'GET issues 1':
        return this.#listIssues(request);
      case 'POST issues 1':
        return this.#createIssue(body, user);
      case 'GET issues 2':
      case 'PATCH issues 2':
        return this.#oneIssue(Number(id), body);
      default:
        return undefined;
    }
  }

  #createStatus(commit: string, body: Readonly<Record<string, unknown>>, author: FakeUser): FakeResponse {
    if (this.unknownCommits.has(commit)) return noCommit(commit);
    const description = textOf(body['description']);
    if (description.length > LONGEST_DESCRIPTION) return tooLong();
    const status = this.addStatus({
      commit,
      author,
      state: textOf(body['state']),
      context: textOf(body['context'] ?? 'default'),
      description,
      target_url: body['target_url'] === undefined ? null : textOf(body['target_url']),
    });
    return { status: 201, body: this.#statusAnswer(status) };
  }

  #listStatuses(request: FakeRequest, commit: string): FakeResponse {
    if (this.unknownCommits.has(commit)) return noCommit(commit);
    const all = this.statuses.filter((one) => one.commit === commit).sort((a, b) => b.id - a.id);
    return pageOf(
      request,
      all.map((one) => this.#statusAnswer(one)),
    );
  }

  #statusAnswer({ id, commit, author, ...status }: FakeStatus): Record<string, unknown> {
    return {
      ...status,
      id,
      node_id: `SC_${id}`,
      url: `https://api.github.com/repos/${this.#repository}/statuses/${commit}`,
      avatar_url: 'https://api.github.com/avatars/1',
      creator: userAnswer(author),
      ...this.#times(),
    };
  }

  #listDeployments(request: FakeRequest): FakeResponse {
    const { query } = request;
    const isAsked = (name: string, value: string): boolean =>
      !query.has(name) || query.get(name) === 'none' || query.get(name) === value;
    const all = this.deployments
      .filter(
        (one) =>
          isAsked('environment', one.environment) && isAsked('sha', one.sha) && isAsked('task', one.task),
      )
      .sort((a, b) => b.id - a.id);
    return pageOf(
      request,
      all.map((one) => this.#deploymentAnswer(one)),
    );
  }

  #createDeployment(body: Readonly<Record<string, unknown>>, author: FakeUser): FakeResponse {
    const sha = textOf(body['ref']);
    if (this.unknownCommits.has(sha)) return problem(422, `No ref found for: ${sha}`);
    if (body['auto_merge'] !== false || !Array.isArray(body['required_contexts'])) {
      // GitHub's own defaults: it merges the default branch into it, and wants every status to be a success.
      return problem(409, 'Conflict: Commit status checks failed for the ref.');
    }
    const deployment = this.addDeployment({
      sha,
      author,
      task: textOf(body['task'] ?? 'deploy'),
      environment: textOf(body['environment'] ?? 'production'),
      payload: body['payload'] ?? '',
    });
    return { status: 201, body: this.#deploymentAnswer(deployment) };
  }

  #deploymentAnswer({
    id,
    author,
    sha,
    task,
    environment,
    payload,
  }: FakeDeployment): Record<string, unknown> {
    const repository = `https://api.github.com/repos/${this.#repository}`;
    const url = `${repository}/deployments/${id}`;
    return {
      id,
      node_id: `DE_${id}`,
      sha,
      ref: sha,
      task,
      environment,
      payload,
      description: null,
      creator: userAnswer(author),
      url,
      statuses_url: `${url}/statuses`,
      repository_url: repository,
      ...this.#times(),
    };
  }

  #deploymentStatuses(
    request: FakeRequest,
    id: number,
    body: Readonly<Record<string, unknown>>,
    author: FakeUser,
  ): FakeResponse {
    const deployment = this.deployments.find((one) => one.id === id);
    if (!deployment) return NOT_FOUND;
    if (request.method === 'GET') {
      const all = [...deployment.statuses].sort((a, b) => b.id - a.id);
      return pageOf(
        request,
        all.map((one) => this.#deploymentStatusAnswer(deployment, one)),
      );
    }
    const description = textOf(body['description']);
    if (description.length > LONGEST_DESCRIPTION) return tooLong();
    const state = textOf(body['state']);
    const made = this.addDeploymentStatus(deployment, {
      author,
      state,
      description,
      log_url: textOf(body['log_url']),
    });
    if (state === 'success' && body['auto_inactive'] !== false) this.#retireOthers(deployment, author);
    return { status: 201, body: this.#deploymentStatusAnswer(deployment, made) };
  }

  /** As GitHub does it: what had succeeded in the environment before is inactive now. */
  #retireOthers(deployment: FakeDeployment, author: FakeUser): void {
    const before = this.deployments.filter(
      (one) =>
        one.environment === deployment.environment &&
        one.id < deployment.id &&
        one.statuses.at(-1)?.state === 'success',
    );
    for (const one of before) this.addDeploymentStatus(one, { author, state: 'inactive' });
  }

  #deploymentStatusAnswer(
    { id: deployment, environment }: FakeDeployment,
    { id, author, ...status }: FakeDeploymentStatus,
  ): Record<string, unknown> {
    const repository = `https://api.github.com/repos/${this.#repository}`;
    return {
      ...status,
      id,
      node_id: `DES_${id}`,
      environment,
      // GitHub gives an empty text where there is none, against its own description.
      log_url: status.log_url || repository,
      target_url: status.log_url || repository,
      creator: userAnswer(author),
      deployment_url: `${repository}/deployments/${deployment}`,
      repository_url: repository,
      url: `${repository}/deployments/${deployment}/statuses/${id}`,
      ...this.#times(),
    };
  }

  #listIssues(request: FakeRequest): FakeResponse {
    const state = request.query.get('state') ?? 'open';
    const all = this.issues
      .filter((one) => state === 'all' || one.state === state)
      .sort((a, b) => b.number - a.number);
    return pageOf(
      request,
      all.map((one) => this.#issueAnswer(one)),
    );
  }

  #createIssue(body: Readonly<Record<string, unknown>>, author: FakeUser): FakeResponse {
    const issue = this.addIssue({ author, title: textOf(body['title']), body: textOf(body['body']) });
    return { status: 201, body: this.#issueAnswer(issue) };
  }

  #oneIssue(number: number, body: Readonly<Record<string, unknown>>): FakeResponse {
    const issue = this.issues.find((one) => one.number === number);
    if (!issue) return NOT_FOUND;
    if (body['title'] !== undefined) issue.title = textOf(body['title']);
    if (body['body'] !== undefined) issue.body = textOf(body['body']);
    if (body['state'] === 'open' || body['state'] === 'closed') {
      issue.state = body['state'];
      issue.stateReason = body['state_reason'] === undefined ? 'completed' : textOf(body['state_reason']);
    }
    return { status: 200, body: this.#issueAnswer(issue) };
  }

  #issueAnswer(issue: FakeIssue): Record<string, unknown> {
    const { number, title, body, state, stateReason, author } = issue;
    const repository = `https://api.github.com/repos/${this.#repository}`;
    const url = `${repository}/issues/${number}`;
    return {
      id: 50_000 + number,
      node_id: `I_${number}`,
      number,
      title,
      body,
      state,
      state_reason: state === 'closed' ? stateReason : null,
      user: userAnswer(author),
      locked: false,
      assignee: null,
      assignees: [],
      labels: [],
      milestone: null,
      comments: 0,
      closed_at: state === 'closed' ? date(this.#nowMs()) : null,
      author_association: 'NONE',
      url,
      repository_url: repository,
      labels_url: `${url}/labels{/name}`,
      comments_url: `${url}/comments`,
      events_url: `${url}/events`,
      html_url: `https://github.com/${this.#repository}/issues/${number}`,
      ...(issue.isPullRequest === true
        ? { pull_request: { url, html_url: url, diff_url: url, patch_url: url } }
        : {}),
      ...this.#times(),
    };
  }

  #times(): Record<string, string> {
    return { created_at: date(this.#nowMs()), updated_at: date(this.#nowMs()) };
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const noCommit = (commit: string): FakeResponse => problem(422, `No commit found for SHA: ${commit}`);

const tooLong = (): FakeResponse =>
  problem(422, 'Validation Failed', {
    errors: [
      { resource: 'Status', code: 'custom', message: 'description is too long (maximum is 140 characters)' },
    ],
  });
