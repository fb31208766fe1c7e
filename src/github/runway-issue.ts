/** One issue for the tables of an environment whose writes would fail soon: opened, kept up to date, closed when it is well. */
import { z } from 'zod';
import { rootOf } from './access.ts';
import type { Again, Ok, Refused } from './answer.ts';
import type { ApiRequest, GitHubClient, GitHubSession } from './client.ts';
import type { Repository } from './event.ts';
import { type Author, authorIn, isSameAuthor, ownAuthor } from './own-author.ts';
import { readPages } from './pages.ts';
import type { Unreachable } from './patience.ts';
import { nextRunwayStep, type RunwayIssue, type RunwayStep } from './runway-plan.ts';
import { readRunwayMarker, type RunwayFacts, runwayMarker } from './runway-marker.ts';

export interface RunwayRequest {
  readonly repository: Repository;
  readonly facts: RunwayFacts;
  /** Whether writes keep working for as long as was asked. */
  readonly isWell: boolean;
  readonly title: string;
  /** Below the marker. */
  readonly body: string;
  /** Said in a comment where it got a stage worse, since a body that changes notifies nobody. */
  readonly worse: string;
}

export type RunwayOutcome =
  | { readonly kind: 'opened' | 'updated' | 'closed' | 'unchanged'; readonly url: string }
  /** It is well, and no issue is open. */
  | { readonly kind: 'none' }
  | { readonly kind: 'forbidden'; readonly message: string }
  | { readonly kind: 'not-written'; readonly reason: string };

/** More than any race needs. */
const MOST_STEPS = 20;

/** Never throws for what GitHub does: maintenance was done, or not, without an issue. */
export async function keepRunwayIssue(client: GitHubClient, request: RunwayRequest): Promise<RunwayOutcome> {
  if (!client.hasToken) return { kind: 'not-written', reason: 'there is no token' };
  const session = client.openSession();
  const us = await ownAuthor(session, undefined);
  if ('kind' in us) {
    return us.kind === 'unreachable'
      ? { kind: 'not-written', reason: us.reason }
      : { kind: 'forbidden', message: 'GitHub does not accept the token' };
  }
  return new Keeper(session, request, us).run();
}

const ISSUE = z.object({
  number: z.number().int(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
  /** Of a pull request, which GitHub lists among issues. */
  pull_request: z.unknown().optional(),
  state: z.string(),
  user: z.unknown(),
});

const BOT = z.object({ type: z.literal('Bot') });

/** Reads what is there, does one thing, and reads again until nothing is left to do: nothing that writes is repeated blindly. */
class Keeper {
  readonly #session: GitHubSession;
  readonly #request: RunwayRequest;
  readonly #path: readonly string[];
  #us: Author;
  #done: 'opened' | 'updated' | 'closed' | undefined;
  #url = '';
  /** Opened by ourselves: a list may lack it for a moment. */
  #opened: RunwayIssue | undefined;
  /** By ourselves: a list may still have it. */
  readonly #closed = new Set<number>();

  constructor(session: GitHubSession, request: RunwayRequest, us: Author) {
    this.#session = session;
    this.#request = request;
    this.#us = us;
    this.#path = [...rootOf(request.repository), 'issues'];
  }

  async run(): Promise<RunwayOutcome> {
    for (let count = 0; count < MOST_STEPS; count += 1) {
      const issues = await this.#ownIssues();
      if ('kind' in issues) return ended(issues);
      const { isWell, facts, title } = this.#request;
      const step = nextRunwayStep({
        issues,
        isWell,
        title,
        body: this.#body(),
        stage: facts.stage,
        hasOpened: this.#done === 'opened',
      });
      if (step.kind === 'done') return this.#outcome(step.url);
      const end = await this.#do(step);
      if (end) return end;
    }
    return { kind: 'not-written', reason: 'other runs keep on writing this issue' };
  }

  #outcome(url: string | undefined): RunwayOutcome {
    if (this.#done !== undefined) return { kind: this.#done, url: url ?? this.#url };
    return url === undefined ? { kind: 'none' } : { kind: 'unchanged', url };
  }

  #body(): string {
    return `${runwayMarker(this.#request.facts)}\n${this.#request.body}`;
  }

  /** Open ones with our marker, by ourselves, oldest first. */
  async #ownIssues(): Promise<readonly RunwayIssue[] | Refused | Unreachable> {
    const answer = await readPages(this.#session, {
      method: 'GET',
      path: this.#path,
      query: { state: 'open', sort: 'created', direction: 'asc' },
    });
    if ('kind' in answer) return answer;
    const issues = new Map(answer.flatMap((one) => this.#ownIssue(one)).map((one) => [one.number, one]));
    if (this.#opened && !issues.has(this.#opened.number)) issues.set(this.#opened.number, this.#opened);
    return [...issues.values()]
      .filter(({ number }) => !this.#closed.has(number))
      .sort((a, b) => a.number - b.number);
  }

  #ownIssue(data: unknown): RunwayIssue[] {
    const { data: issue } = ISSUE.safeParse(data);
    const marker = readRunwayMarker(issue?.body ?? '');
    const isOurs =
      issue?.pull_request === undefined && marker?.id === this.#request.facts.id && this.#isByUs(issue?.user);
    if (!issue || !marker || !isOurs) return [];
    const { number, title, body, html_url: url } = issue;
    return [{ number, title, body: body ?? '', url, stage: marker.stage }];
  }

  /** An app's token can't ask who it is: then a bot's issue with our marker is taken for ours, a person's never. */
  #isByUs(user: unknown): boolean {
    return (
      isSameAuthor(this.#us, authorIn(user)) || (this.#us.id === undefined && BOT.safeParse(user).success)
    );
  }

  /** @returns how it ended, where nothing more can be done. */
  async #do(step: Exclude<RunwayStep, { kind: 'done' }>): Promise<RunwayOutcome | undefined> {
    const answer = await this.#session.askOnce(this.#requestOf(step));
    if (answer.kind === 'again') {
      // Whether it was done all the same shows when the issues are read again.
      const end = await this.#session.waitFor(answer);
      return end ? ended(end) : undefined;
    }
    if (answer.kind === 'refused') return ended(answer);
    this.#note(step, answer);
    if (step.kind === 'update' && step.isWorse) await this.#comment(step.issue.number);
    return undefined;
  }

  #note(step: Exclude<RunwayStep, { kind: 'done' }>, { data }: Ok): void {
    const { data: issue } = ISSUE.safeParse(data);
    this.#url = issue?.html_url ?? this.#url;
    switch (step.kind) {
      case 'open':
        this.#done = 'opened';
        // Who opened this is who we are, whatever the login was thought to be.
        this.#us = authorIn(issue?.user) ?? this.#us;
        if (issue) {
          const { number, title, html_url: url } = issue;
          this.#opened = { number, title, url, body: this.#body(), stage: this.#request.facts.stage };
        }
        return;
      case 'update':
        this.#done ??= 'updated';
        return;
      case 'close':
        this.#closed.add(step.issue.number);
        if (step.reason === 'completed') this.#done = 'closed';
        return;
    }
  }

  #requestOf(step: Exclude<RunwayStep, { kind: 'done' }>): ApiRequest {
    const { title, body } = this.#request;
    switch (step.kind) {
      case 'open':
        return { method: 'POST', path: this.#path, body: { title, body: this.#body() } };
      case 'update':
        return {
          method: 'PATCH',
          path: [...this.#path, step.issue.number],
          body: { title, body: this.#body() },
        };
      case 'close':
        return {
          method: 'PATCH',
          path: [...this.#path, step.issue.number],
          body: {
            state: 'closed',
            state_reason: step.reason,
            ...(step.reason === 'completed' ? { body: `${firstLine(step.issue.body)}\n${body}` } : {}),
          },
        };
    }
  }

  /** Asked once: a word too few is better than one said twice. */
  async #comment(number: number): Promise<Ok | Refused | Again> {
    return this.#session.askOnce({
      method: 'POST',
      path: [...this.#path, number, 'comments'],
      body: { body: this.#request.worse },
    });
  }
}

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0] ?? '';

const ended = (answer: Refused | Unreachable): RunwayOutcome => {
  if (answer.kind === 'unreachable') return { kind: 'not-written', reason: answer.reason };
  return [401, 403, 404].includes(answer.status)
    ? { kind: 'forbidden', message: answer.message }
    : { kind: 'not-written', reason: `GitHub refused it (${answer.status}: ${answer.message})` };
};

/** Undefined where nothing is missing. */
export function runwayWarning(outcome: RunwayOutcome): string | undefined {
  switch (outcome.kind) {
    case 'opened':
    case 'updated':
    case 'closed':
    case 'unchanged':
    case 'none':
      return undefined;
    case 'forbidden':
      return `the issue about the runway could not be written: the job lacks issues: write (GitHub said: ${outcome.message})`;
    case 'not-written':
      return `the issue about the runway could not be written: ${outcome.reason}`;
  }
}
