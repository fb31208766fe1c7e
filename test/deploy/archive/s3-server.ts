/** A server that speaks S3 over HTTP on loopback, with its objects in a folder. It checks signatures, which s3rver itself does not of version 4. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRightSignature } from './s3-signature.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

interface S3Application {
  callback(): Listener;
  configureBuckets(): Promise<unknown>;
}

type S3rver = new (options: {
  readonly directory: string;
  readonly silent: boolean;
  readonly configureBuckets: readonly { readonly name: string }[];
}) => S3Application;

export interface S3Server {
  readonly folder: string;
  /** What a client finds in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Asked before each request is answered: true breaks the connection. */
  breaks: (request: IncomingMessage) => boolean;
  /** `PUT /bucket/key?uploadId=…` and the like, as they came. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

export const BUCKET = 'archives';

const SECRETS = { S3RVER: 'S3RVER' };

const REFUSAL = `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>SignatureDoesNotMatch</Code><Message>The signature is not that of this request.</Message></Error>`;

/** Once all of the request has come. */
const refuse: Listener = (request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(403, { 'content-type': 'application/xml' }).end(REFUSAL));
};

export async function openS3Server(): Promise<S3Server> {
  const S3rver = createRequire(import.meta.url)('s3rver') as S3rver;
  const folder = await mkdtemp(join(tmpdir(), 's3-'));
  const application = new S3rver({ directory: folder, silent: true, configureBuckets: [{ name: BUCKET }] });
  await application.configureBuckets();
  const answer = application.callback();
  const http: Server = createServer((request, response) => {
    opened.requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (opened.breaks(request)) request.destroy();
    else if (hasRightSignature(request, SECRETS)) answer(request, response);
    else refuse(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const opened: S3Server = {
    folder,
    env: {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
      AWS_REGION: 'us-east-1',
      AWS_MAX_ATTEMPTS: '3',
    },
    breaks: () => false,
    requests: [],
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
  return opened;
}

/** The SDK reads the process's own environment. */
export async function withEnvironment<T>(
  env: Readonly<Record<string, string>>,
  body: () => Promise<T>,
): Promise<T> {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  try {
    return await body();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
