/** Tokens of the clouds as passwords on a real server, from loopback stand-ins of their metadata services. */
import { execFile } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseAddress } from '../../../src/deploy/connection/address.ts';
import { openConnection } from '../../../src/deploy/connection/open-connection.ts';
import { awsTokens } from '../../../src/deploy/connection/token-aws.ts';
import { quoteLiteral, withClient } from '../../../src/postgres/connection.ts';
import { makeAuthority } from '../../support/certificates.ts';
import { type ListeningServer, openListeningServer } from '../../support/listening-server.ts';

const authority = makeAuthority('the authority of the cloud');
let server: ListeningServer;
let ca: string;

beforeAll(async () => {
  const { certificate, key } = authority.sign(['localhost']);
  server = await openListeningServer({
    hba: ['hostssl all all all scram-sha-256'],
    settings: { ssl: 'on', ssl_cert_file: '$FOLDER/server.crt', ssl_key_file: '$FOLDER/server.key' },
    files: { 'server.crt': certificate, 'server.key': key },
  });
  ca = join(server.folder, 'ca.crt');
  await writeFile(ca, authority.certificate);
  await admin(`create role "deployer@project.iam" login password ${quoteLiteral(GOOGLE_TOKEN)}`);
  await admin(`create role "deployer@tenant" login password ${quoteLiteral(AZURE_TOKEN)}`);
  await admin(`create role plain login password 'a plain password'`);
  await admin('create role rds login');
});
afterAll(async () => server?.close());

const GOOGLE_TOKEN = `ya29.c.${'Google0_'.repeat(40)}`;
const AZURE_TOKEN = `eyJ0eXAiOiJKV1QifQ.${'Azure9-'.repeat(50)}.signature`;

const admin = (sql: string): Promise<void> =>
  withClient(server.admin('postgres'), async (client) => void (await client.query(sql)));

interface Said {
  readonly user?: string;
  readonly error?: string;
  readonly secrets: readonly string[];
  readonly loaded: readonly string[];
}

/** In a process of its own: which packages it loads is seen there, and its environment is its own. */
async function connect(login: string, query: string, env: Record<string, string>): Promise<Said> {
  const url = `postgres://${login}@localhost:${server.port}/postgres?sslmode=verify-full&sslrootcert=${ca}${query}`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, '../../support/target-entry.ts'),
      url,
    ],
    { env: { HOME: server.folder, PATH: '/nowhere', ...env } },
  );
  return JSON.parse(stdout) as Said;
}

/** A metadata service on loopback. */
async function withService<T>(
  answer: (request: IncomingMessage, url: URL) => object | string | undefined,
  body: (place: string) => Promise<T>,
): Promise<T> {
  const service: Server = createServer((request, response) => {
    const said = answer(request, new URL(request.url ?? '', 'http://service'));
    response.writeHead(said === undefined ? 400 : 200, {
      'content-type': typeof said === 'object' ? 'application/json' : 'application/text',
      'metadata-flavor': 'Google',
    });
    response.end(typeof said === 'object' ? JSON.stringify(said) : said);
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const address = service.address();
  try {
    return await body(`127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  } finally {
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
  }
}

const CLOUD_PACKAGES = /^@aws-sdk\/|^@smithy\/|^google-auth-library$|^gcp-metadata$|^@azure\//;
const cloudsOf = ({ loaded }: Said): string[] => [
  ...new Set(
    loaded
      .filter((name) => CLOUD_PACKAGES.test(name))
      .map((name) => (name.startsWith('@azure') ? 'azure' : /^g/.test(name) ? 'gcp' : 'aws')),
  ),
];

describe('a password', () => {
  it('loads no library of a cloud', async () => {
    const said = await connect('plain:a%20plain%20password', '', {});
    expect(said).toMatchObject({ user: 'plain' });
    expect(said.loaded).toContain('pg');
    expect(cloudsOf(said)).toEqual([]);
  });
});

describe('a token of Google Cloud', () => {
  it('comes from the metadata service, for logging in alone, and opens the door', async () => {
    const asked: string[] = [];
    const said = await withService(
      (request, url) => {
        if (url.pathname.endsWith('/token')) {
          asked.push(`${request.headers['metadata-flavor']} ${url.searchParams.get('scopes')}`);
          return { access_token: GOOGLE_TOKEN, expires_in: 3599, token_type: 'Bearer' };
        }
        return url.pathname.includes('universe') ? 'googleapis.com' : 'project';
      },
      (place) => connect('deployer%40project.iam', '&auth=gcp', { GCE_METADATA_HOST: place }),
    );
    expect(said).toMatchObject({ user: 'deployer@project.iam', secrets: [GOOGLE_TOKEN] });
    // Once for all connections.
    expect(asked).toEqual(['Google https://www.googleapis.com/auth/sqlservice.login']);
    expect(cloudsOf(said)).toEqual(['gcp']);
  });
});

describe('a token of Azure', () => {
  const service = (answer: (request: IncomingMessage, url: URL) => object | undefined, env = {}) =>
    withService(answer, (place) =>
      connect('deployer%40tenant', '', {
        PARTITION_GUARD_AUTH: 'azure',
        IDENTITY_ENDPOINT: `http://${place}/msi/token`,
        IDENTITY_HEADER: 'the headers secret',
        ...env,
      }),
    );

  it('comes from the managed identity, for databases alone, and opens the door', async () => {
    const asked: string[] = [];
    const said = await service((request, url) => {
      asked.push(`${request.headers['x-identity-header']} ${url.searchParams.get('resource')}`);
      return {
        access_token: AZURE_TOKEN,
        expires_on: String(Math.floor(Date.now() / 1000) + 3600),
        resource: url.searchParams.get('resource'),
        token_type: 'Bearer',
      };
    });
    expect(said).toMatchObject({ user: 'deployer@tenant', secrets: [AZURE_TOKEN] });
    expect(asked).toEqual(['the headers secret https://ossrdbms-aad.database.windows.net']);
    expect(cloudsOf(said)).toEqual(['azure']);
  });

  it('that is not given is told in a line and a step, without the header', async () => {
    const { error } = await service(() => undefined);
    expect(error).toMatch(/^Azure gave no token for the database \(\w+\)\nsee that an identity is there/);
    expect(error).not.toContain('secret');
  });
});

describe('a token of AWS', () => {
  const KEYS = {
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'a/secret+key',
    AWS_SESSION_TOKEN: 'the/session+token==',
  };
  let before: NodeJS.ProcessEnv;
  beforeAll(() => {
    before = { ...process.env };
    Object.assign(process.env, KEYS, { AWS_REGION: 'eu-north-1' });
  });
  afterAll(() => {
    for (const name of [...Object.keys(KEYS), 'AWS_REGION']) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  });

  const token = async (host: string) =>
    (await awsTokens(parseAddress(`postgres://de%2Bployer@${host}:6000/d`)))();

  it('is a request signed as AWS describes it, for the region in the host’s name', async () => {
    const host = 'db.c0ffee.eu-central-1.rds.amazonaws.com';
    const signed = new URL(`https://${await token(host)}`);
    expect(signed.host).toBe(`${host}:6000`);
    expect(Object.fromEntries(signed.searchParams)).toMatchObject({
      Action: 'connect',
      DBUser: 'de+ployer',
      'X-Amz-Expires': '900',
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Security-Token': KEYS.AWS_SESSION_TOKEN,
    });
    expect(signed.searchParams.get('X-Amz-Credential')).toMatch(
      /^AKIAEXAMPLE\/\d{8}\/eu-central-1\/rds-db\/aws4_request$/,
    );
    expect(signed.searchParams.get('X-Amz-Signature')).toBe(signatureOf(signed, KEYS.AWS_SECRET_ACCESS_KEY));
  });

  it('is for the region of the environment where the host’s name tells none', async () => {
    expect(decodeURIComponent(await token('db.example'))).toContain('/eu-north-1/rds-db/');
  });

  it('is a password like any other to the server', async () => {
    const secret = await token('db.c0ffee.eu-central-1.rds.amazonaws.com');
    await admin(`alter role rds password ${quoteLiteral(secret)}`);
    const client = await openConnection({
      address: parseAddress(`postgres://rds@localhost:${server.port}/postgres`),
      ssl: { ca: authority.certificate },
      password: { name: 'the token', read: async () => secret },
      channelBinding: 'disable',
      applicationName: 'partition-guard',
      connectTimeoutMs: 10_000,
    });
    try {
      const { rows } = await client.query<{ name: string }>('select current_user::text as name');
      expect(rows).toEqual([{ name: 'rds' }]);
    } finally {
      await client.end();
    }
  });

  it('is asked of AWS alone, and one without keys is told', async () => {
    const env = { AWS_EC2_METADATA_DISABLED: 'true', AWS_REGION: 'eu-north-1' };
    const said = await connect('rds', '&auth=aws', env);
    expect(said.error).toMatch(
      /^AWS gave no token for the database \(\w+\)\nsee that credentials and a region/,
    );
    expect(cloudsOf(said)).toEqual(['aws']);
    const sent = await connect('rds', '&auth=aws', { ...env, ...KEYS });
    expect(sent.error).toMatch(/does not take the token of AWS for the user "rds"/);
    expect(sent.secrets[0]).toContain('X-Amz-Signature=');
  });
});

/** Version 4 of AWS's signatures, computed from its description with nothing of the library. */
function signatureOf(url: URL, secret: string): string {
  const encode = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string): Buffer =>
    createHmac('sha256', key).update(text).digest();
  const request = ['GET', '/', query, `host:${url.host}`, '', 'host', hash('')].join('\n');
  const [, date = '', region = '', service = ''] = (url.searchParams.get('X-Amz-Credential') ?? '').split(
    '/',
  );
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', url.searchParams.get('X-Amz-Date') ?? '', scope, hash(request)].join(
    '\n',
  );
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}
