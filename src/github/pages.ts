/** Lists of GitHub's, page by page, to the end: what is not read is not known. */
import type { Refused } from './answer.ts';
import type { ApiRequest, GitHubSession } from './client.ts';
import type { Unreachable } from './patience.ts';

const PAGE_SIZE = 100;
/** 100,000 entries: more is a fault of the one that answers. */
const MOST_PAGES = 1000;

export class Pages {
  readonly #session: GitHubSession;
  readonly #request: ApiRequest;
  #page = 0;
  #isLast = false;

  constructor(session: GitHubSession, request: ApiRequest) {
    this.#session = session;
    this.#request = request;
  }

  /** The next page's entries as they came; undefined after the last. */
  async next(): Promise<readonly unknown[] | Refused | Unreachable | undefined> {
    if (this.#isLast) return undefined;
    this.#page += 1;
    const query = { ...this.#request.query, per_page: PAGE_SIZE, page: this.#page };
    const answer = await this.#session.ask({ ...this.#request, query });
    if (answer.kind !== 'ok') return answer;
    const found = Array.isArray(answer.data) ? (answer.data as unknown[]) : [];
    // A proxy may drop the header, and a full page without it be the last.
    this.#isLast = (!answer.hasNextPage && found.length < PAGE_SIZE) || this.#page >= MOST_PAGES;
    return found;
  }
}

/** All of them, in GitHub's order. Entries that go meanwhile shift the others: some come twice. */
export async function readPages(
  session: GitHubSession,
  request: ApiRequest,
): Promise<readonly unknown[] | Refused | Unreachable> {
  const pages = new Pages(session, request);
  const all: unknown[] = [];
  for (;;) {
    const page = await pages.next();
    if (page === undefined) return all;
    if ('kind' in page) return page;
    all.push(...page);
  }
}
