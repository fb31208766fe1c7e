/** Asks GitHub's REST API, and says what came of it instead of throwing: GitHub decides nothing about a verdict. */
import { TOOL_VERSION } from '../domain/tool-version.ts';
import { answerOf, noAnswer, type Again, type Ok, type Refused } from './answer.ts';
import { Patience, type Clock, type Limits, type Unreachable } from './patience.ts';
import { proxyAwareFetch } from './proxy-fetch.ts';

export interface ClientOptions {
  /** GITHUB_API_URL: https://api.github.com, or https://HOST/api/v3 of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Absent or empty where the workflow gives none. */
  readonly token: string | undefined;
  readonly clock: Clock;
  /** Spreads the waits of runs that started together: something of the run, such as its id and attempt. */
  readonly jitterSeed: string;
  readonly limits?: Partial<Limits>;
  /** Told before each wait what happened and how long it is: a job that stands still says why. */
  readonly onWait?: (text: string) => void;
}

/** How long and how often GitHub is asked. One minute is what it wants after a secondary limit: so much must fit. */
const LIMITS: Limits = { retries: 6, deadlineMs: 90_000, requestTimeoutMs: 15_000 };

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The path's segments, each encoded here. */
  readonly path: readonly (string | number)[];
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** One operation's requests: they share its deadline and its retries. */
export interface GitHubSession {
  /** Asks until GitHub answers or patience ends: for what may be asked twice. */
  ask(request: ApiRequest): Promise<Ok | Refused | Unreachable>;
  /** Asks once. `again` may have been done all the same: look before you repeat it. */
  askOnce(request: ApiRequest): Promise<Ok | Refused | Again>;
  /** Waits until a request may be repeated. `unreachable` where patience has ended. */
  waitFor(again: Again): Promise<Unreachable | undefined>;
}

export interface GitHubClient {
  readonly hasToken: boolean;
  openSession(): GitHubSession;
}

export function createClient(options: ClientOptions): GitHubClient {
  const limits = { ...LIMITS, ...options.limits };
  const token = options.token?.trim() ?? '';
  const send = sender(options.apiUrl, token, limits.requestTimeoutMs);
  return {
    hasToken: token !== '',
    openSession() {
      const patience = new Patience({ onWait: () => undefined, ...options, limits });
      const askOnce = async (request: ApiRequest): Promise<Ok | Refused | Again> =>
        send(request, options.clock);
      return {
        askOnce,
        waitFor: (again) => patience.waitFor(again),
        async ask(request) {
          for (;;) {
            const answer = await askOnce(request);
            if (answer.kind !== 'again') return answer;
            const end = await patience.waitFor(answer);
            if (end) return end;
          }
        },
      };
    },
  };
}

type Send = (request: ApiRequest, clock: Clock) => Promise<Ok | Refused | Again>;

function sender(apiUrl: string, token: string, timeoutMs: number): Send {
  const headers = {
    accept: 'application/vnd.github.v3+json',
    'user-agent': `partition-guard/${TOOL_VERSION}`,
    'x-github-api-version': '2022-11-28',
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  };
  let fetching: Promise<typeof fetch> | undefined;
  return async ({ method, path, query, body }, clock) => {
    try {
      fetching ??= proxyAwareFetch(process.env);
      const fetch = await fetching;
      const url = addressOf(apiUrl, path, query);
      const response = await fetch(url, {
        method,
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return answerOf(response.status, response.headers, await response.text(), clock.nowMs());
    } catch (error) {
      return noAnswer(error, timeoutMs);
    }
  };
}

function addressOf(apiUrl: string, path: ApiRequest['path'], query: ApiRequest['query'] = {}): string {
  const segments = path.map((segment) => encodeURIComponent(segment)).join('/');
  const words = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${apiUrl.replace(/\/+$/, '')}/${segments}${words.length > 0 ? `?${words.join('&')}` : ''}`;
}
