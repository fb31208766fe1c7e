/** How a connection is encrypted and whom it trusts: libpq's words, with verify-full where the address leaves the machine. */
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import tls, { type ConnectionOptions, type SecureVersion } from 'node:tls';
import { OperatorError } from '../../domain/operator-error.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { didYouMean, nearestName, quoted } from '../../settings/nearest-name.ts';
import type { Address, Word } from './address.ts';
import { addressError } from './address-error.ts';
import { PROVIDER_NAMES, type TokenProvider } from './token-provider.ts';

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
type Mode = (typeof MODES)[number];

export interface EncryptionRequest {
  readonly address: Address;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where a token is the password: it must reach the cloud's server and nobody else. */
  readonly provider: TokenProvider | undefined;
  readonly onWarning: (text: string) => void;
}

/** What the driver is given as `ssl`. */
export async function resolveEncryption(request: EncryptionRequest): Promise<false | ConnectionOptions> {
  const { address, env } = request;
  if (address.host.startsWith('/')) return false;
  const say = wordReader(address, env);
  const rootFile = say('sslrootcert', 'PGSSLROOTCERT');
  const mode = chooseMode(request, readMode(say('sslmode', 'PGSSLMODE')), rootFile);
  if (mode === 'disable' || mode === 'allow' || mode === 'prefer') return false;
  // As libpq has it: whoever gives an authority wants it asked.
  const verifies = mode !== 'require' || rootFile !== undefined;
  const ca = verifies ? await readAuthorities(rootFile, env) : undefined;
  return {
    rejectUnauthorized: verifies,
    ...(ca === undefined ? {} : { ca }),
    ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
    ...(await readOwnCertificate(say)),
    ...(await readRevoked(say)),
    minVersion: readVersion(say('ssl_min_protocol_version', 'PGSSLMINPROTOCOLVERSION')),
  };
}

type WordReader = (word: Word, variable: string) => string | undefined;

const wordReader =
  ({ words }: Address, env: EncryptionRequest['env']): WordReader =>
  (word, variable) =>
    words.get(word) || env[variable] || undefined;

function readMode(text: string | undefined): Mode | undefined {
  if (text === undefined) return undefined;
  const mode = MODES.find((known) => known === text);
  if (mode !== undefined) return mode;
  throw new OperatorError(`${quoted(text)} is no sslmode${didYouMean(nearestName(text, MODES))}`, {
    code: 'target-sslmode',
    hint: 'use verify-full, and verify-ca, require or disable where you know why',
  });
}

function chooseMode(
  { address, provider, onWarning }: EncryptionRequest,
  asked: Mode | undefined,
  rootFile: string | undefined,
): Mode {
  const isLocal = isThisMachine(address.host);
  const mode =
    asked ?? (isLocal && provider === undefined && rootFile === undefined ? 'disable' : 'verify-full');
  if (rootFile === 'system' && mode !== 'verify-full') {
    throw addressError(
      `trusts every public authority (sslrootcert=system) with sslmode=${mode}, and anybody has a certificate of one`,
      'use sslmode=verify-full, or give the file of your own authority',
    );
  }
  if (provider !== undefined && mode !== 'verify-full' && mode !== 'verify-ca') {
    throw addressError(
      `sends a token of ${PROVIDER_NAMES[provider]} with sslmode=${mode}, to whoever answers`,
      'use sslmode=verify-full, with the provider’s authority as sslrootcert',
    );
  }
  if (mode === 'verify-ca' && rootFile === undefined) {
    throw addressError(
      'has sslmode=verify-ca without an authority of its own',
      'give the authority’s file as sslrootcert, or use sslmode=verify-full',
    );
  }
  if (isLocal) return mode;
  if (mode === 'allow' || mode === 'prefer') {
    throw addressError(
      `has sslmode=${mode}, which leaves it to whoever answers whether the connection is encrypted`,
      'use sslmode=verify-full, or say sslmode=disable where the network between is yours',
    );
  }
  if (mode === 'disable') {
    onWarning(
      'the connection is not encrypted (sslmode=disable): the password and the rows can be read on the way',
    );
  } else if (mode === 'require' && rootFile === undefined) {
    onWarning(
      'nobody has looked who answers (sslmode=require): whoever sits in between can be the server; sslmode=verify-full looks',
    );
  }
  return mode;
}

/** Loopback: what is sent there does not leave the machine. */
export const isThisMachine = (host: string): boolean =>
  host.startsWith('/') ||
  /^localhost$/i.test(host) ||
  (isIP(host) === 4 && host.startsWith('127.')) ||
  host === '::1';

async function readAuthorities(
  file: string | undefined,
  env: EncryptionRequest['env'],
): Promise<string[] | undefined> {
  if (file === 'system') return systemAuthorities();
  if (file !== undefined) return [await readPart(file, 'sslrootcert')];
  try {
    // Where libpq looks.
    return [await readFile(join(env['HOME'] || homedir(), '.postgresql', 'root.crt'), 'utf8')];
  } catch {
    return systemAuthorities();
  }
}

/** Those that this machine trusts, and those that came with the runtime; older runtimes know the latter alone. */
function systemAuthorities(): string[] {
  const { getCACertificates }: Partial<Pick<typeof tls, 'getCACertificates'>> = tls;
  const more =
    getCACertificates === undefined ? [] : [...getCACertificates('system'), ...getCACertificates('extra')];
  return [...new Set([...more, ...tls.rootCertificates])];
}

async function readOwnCertificate(say: WordReader): Promise<ConnectionOptions> {
  const [certificate, key] = [say('sslcert', 'PGSSLCERT'), say('sslkey', 'PGSSLKEY')];
  if (certificate === undefined && key === undefined) return {};
  if (certificate === undefined || key === undefined) {
    throw addressError(
      `has ${certificate === undefined ? 'sslkey without sslcert' : 'sslcert without sslkey'}`,
      'give both files: a certificate is shown together with its key',
    );
  }
  const passphrase = say('sslpassword', 'PGSSLPASSWORD');
  return {
    cert: await readPart(certificate, 'sslcert'),
    key: await readPart(key, 'sslkey'),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

async function readRevoked(say: WordReader): Promise<ConnectionOptions> {
  const file = say('sslcrl', 'PGSSLCRL');
  return file === undefined ? {} : { crl: await readPart(file, 'sslcrl') };
}

const VERSIONS: readonly SecureVersion[] = ['TLSv1.2', 'TLSv1.3'];

function readVersion(text: string | undefined): SecureVersion {
  const version = VERSIONS.find((known) => known === (text ?? 'TLSv1.2'));
  if (version !== undefined) return version;
  throw addressError('asks for a version of TLS that is none, or too old', `use ${VERSIONS.join(' or ')}`);
}

const VARIABLES = {
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  sslcrl: 'PGSSLCRL',
} as const;

async function readPart(file: string, word: keyof typeof VARIABLES): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    // What stands there may be the key itself instead of its file's path: it is not shown.
    throw new OperatorError(
      `the file that ${word} or ${VARIABLES[word]} names cannot be read (${errorCode(error) ?? 'unknown'})`,
      {
        code: 'target-certificate-file',
        hint: 'give the path of a file that is there and that whoever runs this may read, not the text of a certificate or key',
      },
    );
  }
}
