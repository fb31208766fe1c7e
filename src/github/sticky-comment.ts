/** One comment on a pull request for each configuration, with the newest commit's result, whoever writes at once. */
import type { Again, Ok, Refused } from './answer.ts';
import type { ApiRequest, GitHubClient, GitHubSession } from './client.ts';
import { commentMarker, readMarker, type CommentFacts } from './comment-marker.ts';
import { refusal, type CommentOutcome } from './comment-outcome.ts';
import { lateComment, nextStep, type OwnComment, type Situation } from './comment-plan.ts';
import {
  commentIn,
  createRequest,
  deleteRequest,
  listComments,
  readComment,
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

/** A step that writes. */
type Doing =
  | { readonly kind: 'create'; readonly comment?: undefined }
  | { readonly kind: 'update' | 'delete'; readonly comment: OwnComment };

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
  /** What was begun without an answer: if the text is there, it was done. */
  #tried: 'created' | 'updated' | undefined;
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
    const { body, mode, isPass } = this.#request;
    const comments = await this.#ownComments();
    if ('kind' in comments) return comments;
    const step = nextStep(this.#situation(comments));
    switch (step.kind) {
      case 'done':
        return { kind: this.#first ?? this.#tried ?? 'unchanged', url: step.comment.url };
      case 'superseded':
        return { kind: 'superseded', reason: `run ${step.by.facts.runId} judged the same commit later` };
      case 'gone':
        return { kind: this.#first ?? 'created', url: this.#url };
      case 'create':
        if (mode === 'on-failure' && isPass) return { kind: 'none', reason: 'it passes' };
        return this.#write(comments, createRequest(this.#request, body), step);
      case 'update':
        return this.#write(comments, updateRequest(this.#request, step.comment.id, body), step);
      case 'delete':
        return this.#write(comments, deleteRequest(this.#request, step.comment.id), step);
    }
  }

  /** Those with our marker and by ourselves, oldest first. */
  async #ownComments(): Promise<readonly OwnComment[] | CommentOutcome> {
    const comments = await listComments(this.#session, this.#request);
    if ('kind' in comments) return this.#end(comments, 'list comments');
    return comments.flatMap((comment) => {
      const facts = readMarker(comment.body);
      const isOurs = facts?.configuration === this.#request.facts.configuration;
      if (!isOurs || !isSameAuthor(this.#us, comment.author) || this.#left.has(comment.id)) return [];
      return [{ id: comment.id, body: comment.body, url: comment.url, facts }];
    });
  }

  /**
   * Right before each writing it is made sure that nobody was quicker, also when it comes back from a wait: that the
   * head is still the commit that was judged, and the comment as it was read. GitHub knows no condition for a writing.
   */
  async #write(
    comments: readonly OwnComment[],
    request: ApiRequest,
    doing: Doing,
  ): Promise<CommentOutcome | undefined> {
    const now = await pullRequestNow(this.#session, this.#request);
    if (now.kind !== 'pull-request') return this.#end(now, 'read the pull request');
    const { facts } = this.#request;
    if (now.head !== facts.head) {
      await this.#withdraw(comments, now.head);
      return { kind: 'superseded', reason: `the pull request has moved on to ${now.head.slice(0, 12)}` };
    }
    if (doing.comment) {
      const latest = await readComment(this.#session, this.#request, doing.comment.id);
      if ('kind' in latest && latest.kind === 'unreachable') return latest;
      if (!('body' in latest) || latest.body !== doing.comment.body) return undefined;
    }
    const answer = await this.#session.askOnce(request);
    return answer.kind === 'ok' ? this.#note(answer, doing) : this.#failed(answer, doing, now);
  }

  #note(answer: Ok, { kind }: Doing): undefined {
    if (kind === 'delete') return;
    this.#first ??= kind === 'create' ? 'created' : 'updated';
    const comment = commentIn(answer.data);
    if (comment === undefined) return;
    this.#written.add(comment.id);
    this.#url = comment.url;
    // Who wrote this is who we are, whatever the login was thought to be.
    if (kind === 'create' && comment.author) this.#us = comment.author;
  }

  async #failed(
    answer: Refused | Again,
    doing: Doing,
    now: PullRequestNow,
  ): Promise<CommentOutcome | undefined> {
    // Whether it was done all the same shows when the comments are read again.
    if (answer.kind === 'again') {
      if (doing.kind !== 'delete') this.#tried = doing.kind === 'create' ? 'created' : 'updated';
      return this.#session.waitFor(answer);
    }
    if (doing.kind === 'delete') {
      // Gone already, or not ours to delete: the result is there in any case.
      this.#left.add(doing.comment.id);
      return undefined;
    }
    // Deleted in between: the next step creates one.
    if (doing.kind === 'update' && answer.status === 404) return undefined;
    return this.#end(answer, 'write the comment', now);
  }

  /** Takes back what we wrote while the head moved, where the newer commit's run doesn't see it any more. */
  async #withdraw(comments: readonly OwnComment[], head: string): Promise<void> {
    const newer = comments.find((one) => one.facts.head === head);
    const late = newer && lateComment(this.#situation(comments), newer);
    if (late) await this.#session.askOnce(deleteRequest(this.#request, late.id));
  }

  #situation(comments: readonly OwnComment[]): Situation {
    const { facts, body } = this.#request;
    return { comments, facts, body, written: this.#written };
  }

  #end(answer: Refused | Unreachable, what: string, now?: PullRequestNow): CommentOutcome {
    if (answer.kind === 'unreachable') return answer;
    return refusal(answer, {
      what,
      isFromFork: this.#request.isFromFork,
      isLocked: now?.isLocked ?? false,
      isArchived: now?.isArchived ?? false,
    });
  }
}
