/** A client that asks the fake in memory, one request at a time in an order that the test chooses. */
import { answerOf, type Again, type Ok, type Refused } from '../../../src/github/answer.ts';
import type { ApiRequest, GitHubClient } from '../../../src/github/client.ts';
import { TOKENS, type FakeGitHub } from './fake-github.ts';

/** Lets several runs go on one request at a time: whose turn it is, the choices say. */
export class Turns {
  readonly #choices: number[];
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** How many turns were taken where there was a choice. */
  chosen = 0;

  constructor(choices: readonly number[]) {
    this.#choices = [...choices];
  }

  /** All of them start, each up to its first turn; ends when all have. */
  async play(runs: readonly (() => Promise<void>)[]): Promise<void> {
    this.#running = runs.length;
    await Promise.all(runs.map(async (run) => run().finally(() => this.#stops())));
  }

  async take(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      this.#stops();
    });
  }

  /** Only when nobody runs any more, the next one does. */
  #stops(): void {
    this.#running -= 1;
    if (this.#running > 0 || this.#waiting.length === 0) return;
    if (this.#waiting.length > 1) this.chosen += 1;
    const [next] = this.#waiting.splice((this.#choices.shift() ?? 0) % this.#waiting.length, 1);
    this.#running = 1;
    next?.();
  }
}

export interface MemoryOptions {
  readonly github: FakeGitHub;
  readonly turns: Turns;
  /** For each writing in turn: what goes wrong with it. */
  readonly faults?: ('lost' | 'undone' | undefined)[];
  readonly token?: string;
}

export function memoryClient({
  github,
  turns,
  faults = [],
  token = TOKENS.workflow,
}: MemoryOptions): GitHubClient {
  let isHeld = false;
  const askOnce = async ({ method, path, query = {}, body }: ApiRequest): Promise<Ok | Refused | Again> => {
    // Between reading one comment and the writing after it nothing can come: GitHub has no condition for a writing.
    if (!isHeld) await turns.take();
    isHeld = method === 'GET' && path.includes('comments') && path.includes('issues') && path.length === 6;
    const fault = method === 'GET' ? undefined : faults.shift();
    const again: Again = { kind: 'again', reason: 'lost', afterMs: undefined };
    if (fault === 'undone') return again;
    const {
      status,
      headers,
      body: answer,
    } = github.respond({
      method,
      path: `/${path.join('/')}`,
      query: new URLSearchParams(
        Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
      ),
      headers: { authorization: `Bearer ${token}` },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    if (fault === 'lost') return again;
    return answerOf({ status, headers: headers ?? {}, data: answer }, 0);
  };
  return {
    hasToken: true,
    openSession: () => ({
      askOnce,
      waitFor: async () => Promise.resolve(undefined),
      ask: async (request) => {
        const answer = await askOnce(request);
        return answer.kind === 'again' ? { kind: 'unreachable', reason: answer.reason } : answer;
      },
    }),
  };
}
