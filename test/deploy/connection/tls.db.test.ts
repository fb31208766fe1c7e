/** Encrypted connections to real servers: whom they trust, and what is told where they do not. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OperatorError } from '../../../src/domain/operator-error.ts';
import { withTarget } from '../../../src/deploy/target.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { makeAuthority } from '../../support/certificates.ts';
import { type ListeningServer, openListeningServer } from '../../support/listening-server.ts';

const authority = makeAuthority('the right authority');
const stranger = makeAuthority('another authority');

let server: ListeningServer;
let plain: ListeningServer;
let rightCa: string;
let wrongCa: string;

beforeAll(async () => {
  const { certificate, key } = authority.sign(['localhost']);
  [server, plain] = await Promise.all([
    openListeningServer({
      hba: [
        'hostssl all trusted all trust',
        'hostssl all in_the_clear all password',
        'hostssl all all all scram-sha-256',
      ],
      settings: { ssl: 'on', ssl_cert_file: '$FOLDER/server.crt', ssl_key_file: '$FOLDER/server.key' },
      files: { 'server.crt': certificate, 'server.key': key },
    }),
    openListeningServer({ hba: ['host all all all scram-sha-256'] }),
  ]);
  rightCa = join(server.folder, 'right.crt');
  wrongCa = join(server.folder, 'wrong.crt');
  await writeFile(rightCa, authority.certificate);
  await writeFile(wrongCa, stranger.certificate);
  for (const one of [server, plain]) {
    await withClient(one.admin('postgres'), async (client) => {
      await client.query(`create role deployer login password 'p@ss/w:rd?#% ü'`);
      await client.query(`create role trusted login; create role in_the_clear login password 'secret-word'`);
      await client.query('create database bookings owner deployer');
    });
  }
});
afterAll(async () => {
  await Promise.all([server?.close(), plain?.close()]);
});

const LOGIN = `deployer:${encodeURIComponent('p@ss/w:rd?#% ü')}`;

interface Answer {
  readonly encrypted?: boolean;
  readonly warnings: readonly string[];
  readonly error?: OperatorError;
}

/** What comes of an address, with nothing of this machine's own environment. */
async function connect(place: string, query = '', env: Record<string, string> = {}): Promise<Answer> {
  const warnings: string[] = [];
  const request = {
    url: `postgres://${LOGIN}@${place}/bookings${query}`,
    env: { HOME: server.folder, ...env },
    onWarning: (text: string) => void warnings.push(text),
  };
  try {
    const encrypted = await withTarget(request, async ({ withSession }) =>
      withSession(async (client) => {
        const { rows } = await client.query<{ ssl: boolean }>(
          'select ssl from pg_catalog.pg_stat_ssl where pid = pg_catalog.pg_backend_pid()',
        );
        return rows[0]?.ssl === true;
      }),
    );
    return { encrypted, warnings };
  } catch (error) {
    return { warnings, error: error as OperatorError };
  }
}

const failure = ({ error }: Answer): string => `${error?.message}\n${error?.hint}`;

describe('an encrypted connection', () => {
  it('is made where the authority is the right one and the certificate is for the host', async () => {
    expect(await connect(`localhost:${server.port}`, `?sslmode=verify-full&sslrootcert=${rightCa}`)).toEqual({
      encrypted: true,
      warnings: [],
    });
  });

  it('takes the authority from PGSSLROOTCERT, and then looks at the certificate on loopback too', async () => {
    const place = `localhost:${server.port}`;
    expect(await connect(place, '', { PGSSLROOTCERT: rightCa })).toEqual({ encrypted: true, warnings: [] });
    expect(failure(await connect(place, '', { PGSSLROOTCERT: wrongCa }))).toContain('not known here');
  });

  it('is refused where another authority signed, with the file to give', async () => {
    const told = failure(
      await connect(`localhost:${server.port}`, `?sslmode=verify-full&sslrootcert=${wrongCa}`),
    );
    expect(told).toMatch(/authority that is not (?:known|trusted) here\n.*sslrootcert=/);
  });

  it('is refused where the authority is private and none is given', async () => {
    const told = failure(await connect(`localhost:${server.port}`, '?sslmode=verify-full'));
    expect(told).toMatch(/authority that is not (?:known|trusted) here\n.*PGSSLROOTCERT/);
  });

  it('is refused where the certificate is for another host, unless only the authority is to be looked at', async () => {
    for (const host of ['127.0.0.1', '[::1]']) {
      const place = `${host}:${server.port}`;
      expect(failure(await connect(place, `?sslmode=verify-full&sslrootcert=${rightCa}`))).toMatch(
        /for another host than the address names\n.*verify-ca/,
      );
      expect(await connect(place, `?sslmode=verify-ca&sslrootcert=${rightCa}`)).toMatchObject({
        encrypted: true,
      });
      expect(failure(await connect(place, `?sslmode=verify-ca&sslrootcert=${wrongCa}`))).toContain(
        'authority',
      );
    }
  });

  it('looks at the authority with sslmode=require when it is given one, as libpq does', async () => {
    const place = `127.0.0.1:${server.port}`;
    expect(await connect(place, '?sslmode=require')).toMatchObject({ encrypted: true });
    expect(await connect(place, `?sslmode=require&sslrootcert=${rightCa}`)).toMatchObject({
      encrypted: true,
    });
    expect(failure(await connect(place, `?sslmode=require&sslrootcert=${wrongCa}`))).toContain('authority');
  });

  it('binds the password to the certificate where that is asked for', async () => {
    const words = `?sslmode=verify-full&sslrootcert=${rightCa}&channel_binding=require`;
    expect(await connect(`localhost:${server.port}`, words)).toEqual({ encrypted: true, warnings: [] });
  });

  it('is not made where the binding is required and can not be had, and no password is sent then', async () => {
    const ca = `sslrootcert=${rightCa}`;
    const place = `localhost:${server.port}`;
    for (const user of ['trusted', 'in_the_clear']) {
      const request = (binding: string) => ({
        url: `postgres://${user}:secret-word@${place}/bookings?sslmode=verify-full&${ca}&channel_binding=${binding}`,
        env: { HOME: server.folder },
        onWarning: () => undefined,
      });
      await expect(withTarget(request('prefer'), async () => Promise.resolve('in'))).resolves.toBe('in');
      await expect(withTarget(request('require'), async () => Promise.resolve('in'))).rejects.toThrow(
        'channel binding is required',
      );
    }
    expect(failure(await connect(`localhost:${plain.port}`, '?channel_binding=require'))).toContain(
      'there is no certificate to bind to',
    );
    expect(failure(await connect(`localhost:${plain.port}`, '', { PGCHANNELBINDING: 'require' }))).toContain(
      'there is no certificate to bind to',
    );
    expect(failure(await connect(place, `?sslmode=verify-full&${ca}&channel_binding=requires`))).toContain(
      'has a channel_binding that is none',
    );
  });

  it('is refused by name where the server has no TLS', async () => {
    for (const mode of ['require', 'verify-full']) {
      expect(failure(await connect(`localhost:${plain.port}`, `?sslmode=${mode}`))).toMatch(
        /does not speak TLS\n.*ssl = on/,
      );
    }
  });

  it('is told as the way in where the server takes no other', async () => {
    expect(failure(await connect(`localhost:${server.port}`))).toMatch(
      /let the user "deployer" in from here\n.*sslmode/,
    );
  });

  it('tells an expired certificate', async () => {
    const expired = authority.sign(['localhost'], -1);
    const old = await openListeningServer({
      hba: ['hostssl all all all trust'],
      settings: { ssl: 'on', ssl_cert_file: '$FOLDER/server.crt', ssl_key_file: '$FOLDER/server.key' },
      files: { 'server.crt': expired.certificate, 'server.key': expired.key },
    });
    try {
      expect(
        failure(await connect(`localhost:${old.port}`, `?sslmode=verify-full&sslrootcert=${rightCa}`)),
      ).toMatch(/has expired\n/);
    } finally {
      await old.close();
    }
  });

  it('shows a certificate of its own, and tells files that do not belong together', async () => {
    const mine = authority.sign(['deployer']);
    const files = { cert: join(server.folder, 'my.crt'), key: join(server.folder, 'my.key') };
    await writeFile(files.cert, mine.certificate);
    await writeFile(files.key, mine.key, { mode: 0o600 });
    const words = `?sslmode=verify-full&sslrootcert=${rightCa}&sslcert=${files.cert}`;
    expect(await connect(`localhost:${server.port}`, `${words}&sslkey=${files.key}`)).toMatchObject({
      encrypted: true,
    });
    await writeFile(files.key, stranger.key);
    expect(failure(await connect(`localhost:${server.port}`, `${words}&sslkey=${files.key}`))).toMatch(
      /sslkey is not the key/,
    );
    expect(failure(await connect(`localhost:${server.port}`, words))).toContain('sslcert without sslkey');
    for (const key of [mine.key, mine.key.replaceAll('\n', '')]) {
      const told = failure(await connect(`localhost:${server.port}`, words, { PGSSLKEY: key }));
      expect(told).toContain('not the text of a certificate or key');
      expect(told).not.toMatch(/BEGIN|[A-Za-z0-9+/]{30}/);
    }
  });
});

describe('a password', () => {
  it('of a password file opens the door of a real server, and is told before it is used', async () => {
    const file = join(server.folder, 'passwords');
    await writeFile(file, `localhost:*:bookings:deployer:p@ss/w\\:rd?#% ü`, { mode: 0o600 });
    const secrets: string[] = [];
    const user = await withTarget(
      {
        url: `postgres://deployer@localhost:${plain.port}/bookings`,
        env: { PGPASSFILE: file },
        onWarning: () => undefined,
        onSecret: (secret) => void secrets.push(secret),
      },
      async ({ facts }) => facts.user,
    );
    expect(user).toBe('deployer');
    expect(new Set(secrets)).toEqual(new Set(['p@ss/w:rd?#% ü']));
  });
});

describe('a connection that is not made', () => {
  const PASSWORD = 'p@ss/w:rd';

  it('is told in a line and a step, and holds nothing secret', async () => {
    const dead = plain.port === 1 ? 2 : 1;
    const cases: readonly (readonly [string, RegExp])[] = [
      [`postgres://${LOGIN}@localhost:${plain.port}/elsewhere`, /no database "elsewhere"\n/],
      [
        `postgres://deployer:${encodeURIComponent(`wrong ${PASSWORD}`)}@localhost:${plain.port}/bookings`,
        /does not take the password of the address for the user "deployer"\n/,
      ],
      [`postgres://nobody-here:secret@localhost:${plain.port}/bookings`, /does not take the password/],
      [
        `postgres://deployer@localhost:${plain.port}/bookings`,
        /wants a password, and none is given\n.*PGPASSWORD/,
      ],
      [`postgres://${LOGIN}@localhost:${dead}/bookings`, /nothing answers at the target’s host and port\n/],
      [
        `postgres://${LOGIN}@db.invalid/bookings?sslmode=require`,
        /host of the target’s address is not known\n/,
      ],
      [`postgres://${LOGIN}@/bookings?host=${server.folder}`, /no socket of a server in the folder/],
    ];
    for (const [url, expected] of cases) {
      const thrown = await withTarget(
        { url, env: { HOME: server.folder }, onWarning: () => undefined },
        async () => 'in',
      ).catch((error: unknown) => error as OperatorError);
      const told = typeof thrown === 'string' ? thrown : `${thrown.message}\n${thrown.hint}`;
      expect(told).toMatch(expected);
      expect(told).not.toContain(PASSWORD);
      expect(told).not.toContain('invalid');
    }
  });

  it('is given up when its time is over', async () => {
    const { createServer } = await import('node:net');
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      expect(failure(await connect(`127.0.0.1:${port}`, '?connect_timeout=1'))).toMatch(
        /did not answer within 1 s\n.*firewall/,
      );
    } finally {
      mute.close();
    }
  });
});
