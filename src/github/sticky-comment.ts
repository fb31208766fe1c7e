/** One comment on a pull request for each configuration, with the newest commit's result, whoever writes at once. */
import type { Again, Ok, Refused } from './answer.ts';
import type { ApiRequest, GitHubClient, GitHubSession } from './client.ts';
import { commentMarker, readMarker, type CommentFacts } from './comment-marker.ts';
import { refusal, type Asked, type CommentOutcome } from './comment-outcome.ts';
import { nextStep, type OwnComment } from './comment-plan.ts';
import {
  commentIn,
  createRequest,
  deleteRequest,
  listComments,
  updateRequest,
  type Conversation,
} from './issue-comments.ts';
import { isSameAuthor, ownAuthor, type Author } from './own-author.ts';
import type { Unreachable } from './patience.ts';
import { pullRequestNow, type PullRequestNow } from './pull-request-head.ts';

export type CommentMode = 'always' | 'on-failure' | 'never';

export interface CommentRequest extends Conversation {
  readonly mode: CommentMode;
  /** Whether the verdict is pass. */
  readonly isPass: boolean;
  readonly facts: CommentFacts;
  /** Its first line is the marker of `facts`. */
  readonly body: string;
  readonly isFromFork: boolean;
  /** Login that the comments are written under, for an app's token, which can't ask: `your-app[bot]`. */
  readonly author?: string | undefined;
}

/** More than any race needs: two runs settle in six. */
const MOST_STEPS = 20;

/** Never throws for what GitHub does: the verdict stands without a comment. */
export async function upsertComment(client: GitHubClient, request: CommentRequest): Promise<CommentOutcome> {
  if (!request.body.startsWith(`${commentMarker(request.facts)}\n`)) {
    throw new Error('the first line of a comment is its marker');
  }
  if (request.mode === 'never') return { kind: 'none', reason: 'comments are turned off' };
  if (!client.hasToken) return { kind: 'no-token' };
  const session = client.openSession();
  const author = await ownAuthor(session, request.author);
  if ('kind' in author) return author;
  return new Upsert(session, request, author).run();
}

class Upsert {
  readonly #session: GitHubSession;
  readonly #request: CommentRequest;
  #us: Author;
  #first: 'created' | 'updated' | undefined;
  #url = '';
  readonly #written = new Set<number>();
  /** What can't be deleted stays, and is not tried again. */
  readonly #left = new Set<number>();

  constructor(session: GitHubSession, request: CommentRequest, us: Author) {
    this.#session = session;
    this.#request = request;
    this.#us = us;
  }

  async run(): Promise<CommentOutcome> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const outcome = await this.#step();
      if (outcome) return outcome;
    }
    return { kind: 'unreachable', reason: 'other runs keep on writing this comment' };
  }

  /** Reads what is there, and does what is next; the outcome where nothing is left to do. */
  async #step(): Promise<CommentOutcome | undefined> {
    const { facts, body, mode, isPass } = this.#request;
    const comments = await this.#ownComments();
    if ('kind' in comments) return comments;
    const step = nextStep({ comments, facts, body, written: this.#written });
    switch (step.kind) {
      case 'done':
        return { kind: this.#first ?? 'unchanged', url: step.comment.url };
      case 'superseded':
        return { kind: 'superseded', reason: `run ${step.by.facts.runId} judged the same commit later` };
      case 'gone':
        return { kind: this.#first ?? 'created', url: this.#url };
      case 'create':
        if (mode === 'on-failure' && isPass) return { kind: 'none', reason: 'it passes' };
        return this.#write(comments, createRequest(this.#request, body), 'create');
      case 'update':
        return this.#write(comments, updateRequest(this.#request, step.comment.id, body), 'update');
      case 'delete':
        return this.#write(comments, deleteRequest(this.#request, step.comment.id), step.comment);
    }
  }

  /** Those with our marker and by ourselves, oldest first. */
  async #ownComments(): Promise<readonly OwnComment[] | CommentOutcome> {
    const comments = await listComments(this.#session, this.#request);
    if ('kind' in comments)
      return this.#end(comments, { permission: 'pull-requests: write', what: 'list comments' });
    return comments.flatMap((comment) => {
      const facts = readMarker(comment.body);
      const isOurs = facts?.configuration === this.#request.facts.configuration;
      if (!isOurs || !isSameAuthor(this.#us, comment.author) || this.#left.has(comment.id)) return [];
      return [{ id: comment.id, body: comment.body, url: comment.url, facts }];
    });
  }

  /** Right before each writing the head is asked for: only its own run may write, also when it comes back from a wait. */
  async #write(
    comments: readonly OwnComment[],
    request: ApiRequest,
    doing: 'create' | 'update' | OwnComment,
  ): Promise<CommentOutcome | undefined> {
    const now = await pullRequestNow(this.#session, this.#request);
    if (now.kind !== 'pull-request')
      return this.#end(now, { permission: 'pull-requests: write', what: 'read the pull request' });
    const { facts } = this.#request;
    if (now.head !== facts.head) {
      await this.#withdraw(comments, now.head);
      return { kind: 'superseded', reason: `the pull request has moved on to ${now.head.slice(0, 12)}` };
    }
    const answer = await this.#session.askOnce(request);
    return answer.kind === 'ok' ? this.#note(answer, doing) : this.#failed(answer, doing, now);
  }

  #note(answer: Ok, doing: 'create' | 'update' | OwnComment): undefined {
    if (doing !== 'create' && doing !== 'update') return;
    this.#first ??= doing === 'create' ? 'created' : 'updated';
    const comment = commentIn(answer.data);
    if (comment === undefined) return;
    this.#written.add(comment.id);
    this.#url = comment.url;
    // Who wrote this is who we are, whatever the login was thought to be.
    if (doing === 'create' && comment.author) this.#us = comment.author;
  }

  async #failed(
    answer: Refused | Again,
    doing: 'create' | 'update' | OwnComment,
    now: PullRequestNow,
  ): Promise<CommentOutcome | undefined> {
    // Whether it was done all the same shows when the comments are read again.
    if (answer.kind === 'again') return this.#session.waitFor(answer);
    if (typeof doing === 'object') {
      // Gone already, or not ours to delete: the result is there in any case.
      this.#left.add(doing.id);
      return undefined;
    }
    // Deleted in between: the next step creates one.
    if (doing === 'update' && answer.status === 404) return undefined;
    const { isLocked, isArchived } = now;
    return this.#end(answer, {
      permission: 'pull-requests: write',
      what: 'write the comment',
      isLocked,
      isArchived,
    });
  }

  /** Takes back what we created while the head moved, where the newer commit's comment stands beside it. */
  async #withdraw(comments: readonly OwnComment[], head: string): Promise<void> {
    const own = comments.find(
      (one) => this.#written.has(one.id) && one.facts.head === this.#request.facts.head,
    );
    if (this.#first !== 'created' || own === undefined) return;
    if (comments.some((one) => one.facts.head === head)) {
      await this.#session.askOnce(deleteRequest(this.#request, own.id));
    }
  }

  #end(answer: Refused | Unreachable, asked: Omit<Asked, 'isFromFork'>): CommentOutcome {
    if (answer.kind === 'unreachable') return answer;
    return refusal(answer, { ...asked, isFromFork: this.#request.isFromFork });
  }
}
