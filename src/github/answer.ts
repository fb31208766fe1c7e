/** What an answer of GitHub means: done, refused, or to be asked again. */
import { printable, clip } from '../report/printable.ts';

export interface Ok {
  readonly kind: 'ok';
  readonly status: number;
  /** As it came: parse it before use. */
  readonly data: unknown;
  /** By the header Link. */
  readonly hasNextPage: boolean;
}

export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  /** GitHub's own words, on one line, safe to print. */
  readonly message: string;
}

/** No answer, or none yet. What was asked may have been done. */
export interface Again {
  readonly kind: 'again';
  readonly reason: string;
  /** How long GitHub wants to be left alone, where it says so. */
  readonly afterMs: number | undefined;
}

/** Without other words, GitHub wants a minute after a secondary limit. */
const SECONDARY_LIMIT_MS = 60_000;

const LONGEST_MESSAGE = 200;

export interface Answer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** Read from JSON; text where it is none. */
  readonly data: unknown;
}

export function answerOf({ status, headers, data }: Answer, nowMs: number): Ok | Refused | Again {
  if (status >= 200 && status < 300) {
    // Cut off on its way: the status came, the rest did not.
    if (typeof data === 'string' && status !== 204) {
      return { kind: 'again', reason: 'GitHub’s answer broke off', afterMs: undefined };
    }
    return { kind: 'ok', status, data, hasNextPage: /;\s*rel="?next"?/.test(String(headers['link'] ?? '')) };
  }
  if (status >= 500 || status === 408) {
    return { kind: 'again', reason: `GitHub answered ${status}`, afterMs: retryAfterMs(headers, nowMs) };
  }
  const message = messageOf(data);
  return limited({ status, headers, data }, message, nowMs) ?? { kind: 'refused', status, message };
}

/** 429, or 403 with the signs of a limit: other 403 are about permissions, and stay. */
function limited({ status, headers }: Answer, message: string, nowMs: number): Again | undefined {
  if (status !== 429 && status !== 403) return undefined;
  const after = retryAfterMs(headers, nowMs);
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const resetMs = Number(headers['x-ratelimit-reset']) * 1000 - nowMs + 1000;
    const afterMs = after ?? (Number.isFinite(resetMs) ? Math.max(resetMs, 1000) : SECONDARY_LIMIT_MS);
    return { kind: 'again', reason: 'GitHub’s rate limit of this token is used up', afterMs };
  }
  // The documentation names the words, and no header that would always come with them.
  if (status === 403 && after === undefined && !/\b(?:secondary rate|abuse)\b/i.test(message))
    return undefined;
  return {
    kind: 'again',
    reason: `GitHub asks to be left alone for a while (${status}, rate limit)`,
    afterMs: after ?? SECONDARY_LIMIT_MS,
  };
}

/** Seconds, or a date. */
function retryAfterMs(headers: Answer['headers'], nowMs: number): number | undefined {
  const text = String(headers['retry-after'] ?? '');
  if (text.trim() === '') return undefined;
  const ms = /^\s*\d+\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}

/** What is read of whatever was thrown; not by class, since time-outs are of none that is sure. */
interface Thrown {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** No word of the address goes into the reason: a proxy's may hold a password. */
export function noAnswer(error: unknown, timeoutMs: number): Again {
  const isTimeout = causesOf(error).some(({ name }) => name === 'TimeoutError');
  const reason = isTimeout
    ? `GitHub did not answer within ${timeoutMs / 1000} s`
    : `GitHub can’t be reached (${codeOf(error) ?? 'the connection broke'})`;
  return { kind: 'again', reason, afterMs: undefined };
}

function codeOf(error: unknown): string | undefined {
  const codes = causesOf(error).map(({ code }) => code);
  return codes.find(
    (code): code is string => typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code),
  );
}

/** It and what caused it, the outermost first. */
function causesOf(error: unknown): Thrown[] {
  const causes: Thrown[] = [];
  for (let at = error as Thrown | null | undefined; at && causes.length < 5; at = at.cause as Thrown)
    causes.push(at);
  return causes;
}

/** GitHub's message and what it says of single fields. */
function messageOf(answer: unknown): string {
  const data = answer as
    { readonly message?: unknown; readonly errors?: unknown } | string | null | undefined;
  if (typeof data === 'string') return 'without a word';
  const errors = Array.isArray(data?.errors) ? (data.errors as unknown[]) : [];
  const words = [
    data?.message,
    ...errors.map((one) => (one as { message?: unknown } | null)?.message ?? one),
  ];
  const message = words.filter((one) => typeof one === 'string' && one !== '').join(': ');
  return clip(printable(message === '' ? 'without a word' : message), LONGEST_MESSAGE);
}
