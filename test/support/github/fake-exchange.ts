/** What the fake is asked and what it answers, as every part of it does it. */
import type { IncomingHttpHeaders } from 'node:http';

export interface FakeRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export const problem = (
  status: number,
  message: string,
  more: Record<string, unknown> = {},
): FakeResponse => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status), ...more },
});

export const NOT_FOUND = problem(404, 'Not Found');

/** One page of a list, with the links to the others. */
export function pageOf(
  { query, path }: Pick<FakeRequest, 'query' | 'path'>,
  all: readonly unknown[],
): FakeResponse {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const page = Number(query.get('page') ?? 1);
  const body = all.slice((page - 1) * size, page * size);
  const last = Math.ceil(all.length / size);
  const at = (to: number, rel: string): string =>
    `<https://api.github.com${path}?per_page=${size}&page=${to}>; rel="${rel}"`;
  const links = [
    ...(page > 1 ? [at(page - 1, 'prev'), at(1, 'first')] : []),
    ...(page < last ? [at(page + 1, 'next'), at(last, 'last')] : []),
  ];
  return { status: 200, body, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}
