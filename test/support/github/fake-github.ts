/** GitHub as the program meets it: pull requests, their comments, and tokens that may more or less; state in memory. */
import { type FakeRequest, type FakeResponse, NOT_FOUND, pageOf, problem } from './fake-exchange.ts';
import { FakeRecords, kindOf, type RecordKind } from './fake-records.ts';
import {
  commentAnswer,
  commentUrl,
  ownUserAnswer,
  pullRequestAnswer,
  type FakeComment,
  type FakePullRequest,
  type FakeUser,
} from './answers.ts';

export type { FakeRequest, FakeResponse } from './fake-exchange.ts';

export interface FakeToken {
  readonly user: FakeUser;
  /** Of an app or a workflow: it can't ask who it is. */
  readonly isInstallation: boolean;
  readonly pullRequests: Right;
  /** Of everything else, where it is not `pullRequests`. */
  readonly rights?: Partial<Record<RecordKind, Right>>;
}

export type Right = 'write' | 'read' | 'none';

export const ACTIONS_BOT: FakeUser = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' };
export const APP_BOT: FakeUser = { login: 'partitions-app[bot]', id: 9001, type: 'Bot' };
export const MACHINE_USER: FakeUser = { login: 'ci-of-your-organisation', id: 501, type: 'User' };
export const STRANGER: FakeUser = { login: 'stranger', id: 666, type: 'User' };

/** Made up, and told from every other text in the tests. */
export const TOKENS = {
  workflow: 'ghs_workflow0token0of0the0fake',
  readOnly: 'ghs_read0only0token0of0the0fake',
  powerless: 'ghs_powerless0token0of0the0fake',
  app: 'ghs_app0token0of0the0fake',
  user: 'ghp_user0token0of0the0fake',
} as const;

const tokens = (): Map<string, FakeToken> =>
  new Map<string, FakeToken>([
    [TOKENS.workflow, { user: ACTIONS_BOT, isInstallation: true, pullRequests: 'write' }],
    [TOKENS.readOnly, { user: ACTIONS_BOT, isInstallation: true, pullRequests: 'read' }],
    [TOKENS.powerless, { user: ACTIONS_BOT, isInstallation: true, pullRequests: 'none' }],
    [TOKENS.app, { user: APP_BOT, isInstallation: true, pullRequests: 'write' }],
    [TOKENS.user, { user: MACHINE_USER, isInstallation: false, pullRequests: 'write' }],
  ]);

/** GitHub counts characters, and refuses one more. */
const LONGEST_BODY = 65_536;

export class FakeGitHub {
  readonly repository = 'your-organisation/bookings';
  readonly tokens = tokens();
  readonly pullRequests: FakePullRequest[] = [];
  comments: FakeComment[] = [];
  /** Statuses, deployments and issues. */
  readonly records: FakeRecords;
  isArchived = false;
  /** For a fake that is wrong, which the validating proxy must notice. */
  spoil: ((response: FakeResponse, request: FakeRequest) => FakeResponse) | undefined;
  #nextId = 3_000_000_000;
  #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
    this.records = new FakeRecords(this.repository, nowMs);
  }

  addPullRequest(pull: Partial<FakePullRequest> & Pick<FakePullRequest, 'number' | 'head'>): FakePullRequest {
    const made: FakePullRequest = {
      branch: 'to-quarters',
      base: 'main',
      headRepository: this.repository,
      state: 'open',
      isLocked: false,
      ...pull,
    };
    this.pullRequests.push(made);
    return made;
  }

  addComment(comment: { pullRequest: number; author: FakeUser | null; body: string }): FakeComment {
    this.#nextId += 1;
    const nowMs = this.#nowMs();
    const made: FakeComment = { id: this.#nextId, createdMs: nowMs, updatedMs: nowMs, ...comment };
    this.comments.push(made);
    return made;
  }

  urlOf(comment: FakeComment): string {
    return commentUrl(comment, this.repository);
  }

  /** Moves a pull request on to another commit, as a push does. */
  push(number: number, head: string): void {
    const pull = this.pullRequests.find((one) => one.number === number);
    if (!pull) throw new Error(`the fake has no pull request ${number}`);
    pull.head = head;
  }

  respond(request: FakeRequest): FakeResponse {
    const response = this.#respond(request);
    return this.spoil?.(response, request) ?? response;
  }

  #respond(request: FakeRequest): FakeResponse {
    const token = this.tokens.get(
      /^(?:Bearer|token) (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '',
    );
    if (!token) return problem(401, 'Bad credentials');
    if (request.path === '/user') {
      return token.isInstallation ? notAccessible('') : { status: 200, body: ownUserAnswer(token.user) };
    }
    const root = `/repos/${this.repository}/`;
    if (!request.path.startsWith(root)) return NOT_FOUND;
    const [kind = '', ...rest] = request.path.slice(root.length).split('/');
    const record = kindOf(kind, rest);
    if (record) {
      const right = token.rights?.[record] ?? token.pullRequests;
      const needed = request.method === 'GET' ? 'read' : 'write';
      if (right === 'none' || (right === 'read' && needed === 'write'))
        return notAccessible(`${record}=${needed}`);
      return this.records.respond(request, [kind, ...rest], token.user) ?? NOT_FOUND;
    }
    if (token.pullRequests === 'none') return notAccessible('pull_requests=read');
    if (request.method !== 'GET') {
      if (token.pullRequests !== 'write') return notAccessible('issues=write; pull_requests=write');
      if (this.isArchived) return problem(403, 'Repository was archived so is read-only.');
    }
    const what = `${request.method} ${[kind, ...rest.map((one) => (/^\d+$/.test(one) ? '#' : one))].join('/')}`;
    switch (what) {
      case 'GET issues/#/comments':
        return this.#list(request, Number(rest[0]));
      case 'POST issues/#/comments':
        return this.#create(request, Number(rest[0]), token);
      case 'GET issues/comments/#':
        return this.#read(Number(rest[1]));
      case 'PATCH issues/comments/#':
        return this.#update(request, Number(rest[1]));
      case 'DELETE issues/comments/#':
        return this.#delete(Number(rest[1]));
      case 'GET pulls/#':
        return this.#pullRequest(Number(rest[0]));
      case 'GET pulls':
        return this.#pullRequestsOf(request);
      default:
        return kind === 'commits' && rest[1] === 'pulls' ? this.#pullRequestsWith(rest[0] ?? '') : NOT_FOUND;
    }
  }

  #list({ query, path }: FakeRequest, number: number): FakeResponse {
    if (!this.#isConversation(number)) return NOT_FOUND;
    const all = this.comments.filter((one) => one.pullRequest === number).sort((a, b) => a.id - b.id);
    return pageOf(
      { path, query },
      all.map((one) => commentAnswer(one, this.repository)),
    );
  }

  #create(request: FakeRequest, number: number, { user }: FakeToken): FakeResponse {
    if (!this.#isConversation(number)) return NOT_FOUND;
    if (this.#pull(number)?.isLocked === true)
      return problem(403, 'Unable to create comment because issue is locked.');
    const body = bodyOf(request);
    const fault = tooLong(body);
    if (fault) return fault;
    const comment = this.addComment({ pullRequest: number, author: user, body });
    const answer = commentAnswer(comment, this.repository);
    return { status: 201, body: answer, headers: { location: String(answer['url']) } };
  }

  #read(id: number): FakeResponse {
    const comment = this.comments.find((one) => one.id === id);
    return comment ? { status: 200, body: commentAnswer(comment, this.repository) } : NOT_FOUND;
  }

  #update(request: FakeRequest, id: number): FakeResponse {
    const comment = this.comments.find((one) => one.id === id);
    if (!comment) return NOT_FOUND;
    const body = bodyOf(request);
    const fault = tooLong(body);
    if (fault) return fault;
    comment.body = body;
    comment.updatedMs = this.#nowMs();
    return { status: 200, body: commentAnswer(comment, this.repository) };
  }

  #delete(id: number): FakeResponse {
    if (!this.comments.some((one) => one.id === id)) return NOT_FOUND;
    this.comments = this.comments.filter((one) => one.id !== id);
    return { status: 204 };
  }

  #pull(number: number): FakePullRequest | undefined {
    return this.pullRequests.find((one) => one.number === number);
  }

  #isConversation(number: number): boolean {
    return this.#pull(number) !== undefined || this.records.issues.some((one) => one.number === number);
  }

  #answer(pull: FakePullRequest, isWhole: boolean): Record<string, unknown> {
    return pullRequestAnswer(pull, { repository: this.repository, isArchived: this.isArchived, isWhole });
  }

  #pullRequest(number: number): FakeResponse {
    const pull = this.#pull(number);
    return pull ? { status: 200, body: this.#answer(pull, true) } : NOT_FOUND;
  }

  #pullRequestsOf({ query }: FakeRequest): FakeResponse {
    const [owner, branch] = (query.get('head') ?? '').split(':');
    const state = query.get('state') ?? 'open';
    const found = this.pullRequests.filter(
      (one) =>
        (state === 'all' || one.state === state) &&
        (branch === undefined || (one.branch === branch && one.headRepository?.split('/')[0] === owner)),
    );
    return { status: 200, body: found.map((one) => this.#answer(one, false)) };
  }

  /** As GitHub does, it tells of a fork's commit only where the head is in this repository. */
  #pullRequestsWith(sha: string): FakeResponse {
    const found = this.pullRequests.filter(
      (one) =>
        one.mergedAs?.includes(sha) === true || (one.head === sha && one.headRepository === this.repository),
    );
    return { status: 200, body: found.map((one) => this.#answer(one, false)) };
  }
}

const notAccessible = (accepted: string): FakeResponse => ({
  ...problem(403, 'Resource not accessible by integration'),
  headers: { 'x-accepted-github-permissions': accepted },
});

const bodyOf = (request: FakeRequest): string => (JSON.parse(request.body) as { body: string }).body;

function tooLong(body: string): FakeResponse | undefined {
  if ([...body].length <= LONGEST_BODY) return undefined;
  const message = `body is too long (maximum is ${LONGEST_BODY} characters)`;
  return problem(422, 'Validation Failed', {
    errors: [{ resource: 'IssueComment', code: 'custom', field: 'body', message }],
  });
}
