/** Asks GitHub's REST API, and says what came of it instead of throwing: GitHub decides nothing about a verdict. */
import { TOOL_VERSION } from '../domain/tool-version.ts';
import { type Again, type Answer, answerOf, noAnswer, type Ok, type Refused } from './answer.ts';
import { Patience, type Clock, type Limits, type Unreachable } from './patience.ts';

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

/**
 * GitHub's own client sends, with the token, by the proxy that the environment names. It is loaded when it is first
 * needed: it reads the event's file while it loads. Its plugin for retries is not for us: it repeats a POST whose answer
 * was lost, which would make two comments, and knows no time at which a job has waited enough.
 */
function sender(apiUrl: string, token: string, timeoutMs: number): Send {
  const connect = async () => {
    const { getOctokit } = await import('@actions/github');
    return getOctokit(token, {
      baseUrl: apiUrl.replace(/\/+$/, ''),
      userAgent: `partition-guard/${TOOL_VERSION}`,
      // What it warns of, such as an address that GitHub will retire one day, is for its developers.
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
  };
  let connecting: ReturnType<typeof connect> | undefined;
  return async ({ method, path, query, body }, clock) => {
    if (token === '') return { kind: 'refused', status: 401, message: 'there is no token' };
    // No request can carry it: asking again would not help.
    if (!/^[\x21-\x7e]+$/.test(token)) return { kind: 'refused', status: 401, message: 'it is no token' };
    try {
      connecting ??= connect();
      const { request } = await connecting;
      const { status, headers, data } = await request({
        method,
        url: pathOf(path, query),
        headers: { 'x-github-api-version': '2022-11-28' },
        request: { signal: AbortSignal.timeout(timeoutMs) },
        ...(body === undefined ? {} : { data: body }),
      });
      return answerOf({ status, headers, data }, clock.nowMs());
    } catch (error) {
      const response = responseOf(error);
      return response ? answerOf(response, clock.nowMs()) : noAnswer(error, timeoutMs);
    }
  };
}

const ignore = (): void => undefined;

/** What GitHub answered, where the client throws for its status. */
function responseOf(error: unknown): Answer | undefined {
  const response = (error as { readonly response?: Answer } | null | undefined)?.response;
  return typeof response?.status === 'number' ? response : undefined;
}

function pathOf(path: ApiRequest['path'], query: ApiRequest['query'] = {}): string {
  const segments = path.map((segment) => encodeURIComponent(segment)).join('/');
  const words = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `/${segments}${words.length > 0 ? `?${words.join('&')}` : ''}`;
}
