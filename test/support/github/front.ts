/** What stands before the validating proxy: records requests, plays faults of the network, and reads what prism says. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeRequest, FakeResponse } from './fake-github.ts';

export interface Fault {
  readonly kind: 'status' | 'hang' | 'cut' | 'half';
  /** The request is done all the same, and only its answer is lost. */
  readonly isDone?: boolean;
  readonly response?: FakeResponse;
}

export type Rule = {
  /** `POST /repos/…`, looked for in method and path. */
  readonly on: string | RegExp;
  times: number;
} & (
  { readonly fault: Fault } | { readonly phase: 'before' | 'after'; readonly run: () => void | Promise<void> }
);

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  /** 0: none was given. */
  readonly status: number;
  readonly token: string;
}

type Handler = (request: FakeRequest, response: ServerResponse) => void | Promise<void>;

export async function listen(handler: Handler): Promise<{ server: Server; port: number }> {
  const server = createServer((incoming, response) => {
    void read(incoming).then(
      async (request) => handler(request, response),
      (error: unknown) => response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

async function read(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://fake.test');
  const { method = 'GET', headers } = incoming;
  return {
    method,
    headers,
    path: url.pathname,
    query: url.searchParams,
    body: Buffer.concat(chunks).toString(),
  };
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export function send(response: ServerResponse, { status, headers, body }: FakeResponse): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/** Sends half of what it announces. */
export function sendHalf(response: ServerResponse, { status, headers, body }: FakeResponse): void {
  const text = JSON.stringify(body ?? {});
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': text.length,
    ...headers,
  });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

const PASSED_ON = ['link', 'location', 'retry-after', 'x-accepted-github-permissions', 'content-type'];

/** Asks the validating proxy; its own complaints go to `violations`. */
export async function throughProxy(
  proxyUrl: string,
  request: FakeRequest,
  violations: string[],
): Promise<FakeResponse> {
  const { method, path, query, headers, body } = request;
  const own = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive'];
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name))) as Record<
    string,
    string
  >;
  // What comes from the proxy is read here; undici would hide its packing.
  sent['accept-encoding'] = 'identity';
  const response = await fetch(`${proxyUrl}${path}${query.size > 0 ? `?${query.toString()}` : ''}`, {
    method,
    headers: sent,
    redirect: 'manual',
    ...(body === '' ? {} : { body }),
  });
  const text = await response.text();
  const told = response.headers.get('sl-violations');
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    violations.push(`${method} ${path}: ${text}`);
  } else if (told?.includes('"severity":"Error"')) {
    violations.push(`${method} ${path}: ${told}`);
  }
  const kept = PASSED_ON.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    status: response.status,
    headers: Object.fromEntries(kept),
    ...(text === '' ? {} : { body: text }),
  };
}
