/** A fake GitHub behind GitHub's own description: what either side says against it fails the test. */
import type { ServerResponse } from 'node:http';
import type { Clock } from '../../../src/github/patience.ts';
import { FakeGitHub, type FakeRequest } from './fake-github.ts';
import {
  close,
  listen,
  send,
  sendHalf,
  throughProxy,
  type Fault,
  type Recorded,
  type Rule,
} from './front.ts';
import { validatingProxyOf } from './validating-proxy.ts';

export interface FakeOptions {
  /** Without the proxy's process, where faults alone are tried. */
  readonly isUnchecked?: boolean;
}

/** Time that passes only where somebody sleeps. */
export class FakeClock implements Clock {
  #nowMs = Date.UTC(2026, 10, 23, 3, 0, 0);
  readonly naps: number[] = [];

  nowMs = (): number => this.#nowMs;

  sleep = async (ms: number): Promise<void> => {
    this.naps.push(ms);
    this.#nowMs += ms;
    return Promise.resolve();
  };
}

export class RunningGitHub extends FakeGitHub {
  /** For GITHUB_API_URL; an Enterprise Server's has /api/v3 behind it, which works here too. */
  apiUrl = '';
  readonly clock: FakeClock;
  readonly requests: Recorded[] = [];
  readonly violations: string[] = [];
  readonly #rules: Rule[] = [];
  readonly #hanging: ServerResponse[] = [];

  constructor(clock = new FakeClock()) {
    super(clock.nowMs);
    this.clock = clock;
  }

  /** The next `times` requests that fit go wrong. */
  fault(on: string | RegExp, fault: Fault, times = 1): void {
    this.#rules.push({ on, times, fault });
  }

  /** Runs once, before or after GitHub has done the request; no other request of this test comes in between. */
  when(phase: 'before' | 'after', on: string | RegExp, run: () => void | Promise<void>): void {
    this.#rules.push({ on, times: 1, phase, run });
  }

  /** `METHOD /path` of all requests, without the repository's root. */
  get lines(): string[] {
    return this.requests.map(
      ({ method, path }) => `${method} ${path.replace(`/repos/${this.repository}`, '')}`,
    );
  }

  #take(text: string, fits: (rule: Rule) => boolean): Rule | undefined {
    const rule = this.#rules.find(
      (one) =>
        one.times > 0 &&
        fits(one) &&
        (typeof one.on === 'string' ? text.includes(one.on) : one.on.test(text)),
    );
    if (rule) rule.times -= 1;
    return rule;
  }

  async answer(request: FakeRequest, response: ServerResponse, proxyUrl: string | undefined): Promise<void> {
    const at = { ...request, path: request.path.replace(/^\/api\/v3(?=\/)/, '') };
    const { method, path, query, body } = at;
    const text = `${method} ${path}`;
    await runOf(this.#take(text, (rule) => 'phase' in rule && rule.phase === 'before'));
    const fault = faultOf(this.#take(text, (rule) => 'fault' in rule));
    const isDone = fault === undefined || fault.isDone === true;
    const real = isDone
      ? proxyUrl === undefined
        ? this.respond(at)
        : await throughProxy(proxyUrl, at, this.violations)
      : { status: 502, body: { message: 'Server Error' } };
    const answer = fault?.response ?? real;
    const isAnswered = fault === undefined || fault.kind === 'status';
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    this.requests.push({
      method,
      path,
      body,
      token,
      query: query.toString(),
      status: isAnswered ? answer.status : 0,
    });
    await runOf(this.#take(text, (rule) => 'phase' in rule && rule.phase === 'after'));
    if (isAnswered) send(response, answer);
    else if (fault.kind === 'cut') response.destroy();
    else if (fault.kind === 'half') sendHalf(response, answer);
    else this.#hanging.push(response);
  }

  release(): void {
    for (const response of this.#hanging) response.destroy();
  }
}

const runOf = async (rule: Rule | undefined): Promise<void> => {
  if (rule && 'run' in rule) await rule.run();
};

const faultOf = (rule: Rule | undefined): Fault | undefined =>
  rule && 'fault' in rule ? rule.fault : undefined;

/** Opens a fake with nothing in it, and closes it. Throws prism's words where a request or an answer was wrong. */
export async function withFakeGitHub<T>(
  options: FakeOptions,
  use: (github: RunningGitHub) => Promise<T>,
): Promise<T> {
  const github = new RunningGitHub();
  const back = await listen((request, response) => send(response, github.respond(request)));
  const proxyUrl = options.isUnchecked === true ? undefined : await validatingProxyOf(back.port);
  const front = await listen(async (request, response) => github.answer(request, response, proxyUrl));
  github.apiUrl = `http://127.0.0.1:${front.port}`;
  try {
    return await use(github);
  } finally {
    github.release();
    await close(front.server);
    await close(back.server);
    if (github.violations.length > 0) {
      // Worth more than what followed from it.
      // eslint-disable-next-line no-unsafe-finally
      throw new Error(`GitHub's description doesn't allow this:\n${github.violations.join('\n')}`);
    }
  }
}
