/** Reads a target's address as libpq reads it: nothing is guessed, and what is not understood is refused. */
import { isIP } from 'node:net';
import { didYouMean, nearestName, quoted } from '../../settings/nearest-name.ts';
import { addressError } from './address-error.ts';

export interface Address {
  /** A host name, an IP address without brackets, or the folder of a unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  /** What else it says, by libpq's words. */
  readonly words: ReadonlyMap<Word, string>;
}

/** Words of an address that mean something here. */
const WORDS = [
  'host',
  'port',
  'user',
  'password',
  'dbname',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslpassword',
  'sslcrl',
  'ssl_min_protocol_version',
  'sslnegotiation',
  'channel_binding',
  'connect_timeout',
  'application_name',
  'options',
  'passfile',
  'auth',
] as const;
export type Word = (typeof WORDS)[number];

/** Words of libpq that change nothing here: keepalive is on, names are always sent, and there is no GSSAPI. */
const IDLE_WORDS = new Set([
  'client_encoding',
  'fallback_application_name',
  'gssencmode',
  'keepalives',
  'keepalives_count',
  'keepalives_idle',
  'keepalives_interval',
  'sslcompression',
  'sslsni',
  'target_session_attrs',
  'tcp_user_timeout',
]);

const DEFAULT_PORT = 5432;
const ADDRESS =
  /^postgres(?:ql)?:\/\/(?:(?<login>[^@/]*)@)?(?<place>[^/?]*)(?:\/(?<path>[^?]*))?(?:\?(?<query>[^]*))?$/;

/** @param url a `postgres://` address. */
export function parseAddress(url: string): Address {
  const { login = '', place = '', path = '', query = '' } = ADDRESS.exec(url)?.groups ?? unreadable();
  const words = readWords(query);
  const [, rawUser = '', rawPassword] = /^([^:]*)(?::([^]*))?$/.exec(login) ?? unreadable();
  const [rawHost, rawPort] = splitPlace(place);
  const user = words.get('user') ?? decoded(rawUser);
  if (user === '') throw addressError('names no user', WRITTEN);
  const database = words.get('dbname') ?? decoded(path);
  if (database === '') throw addressError('names no database', WRITTEN);
  const password = words.get('password') ?? (rawPassword === undefined ? undefined : decoded(rawPassword));
  return {
    host: readHost(words.get('host') ?? decoded(rawHost)),
    port: readPort(words.get('port') ?? rawPort),
    user,
    ...(password === undefined || password === '' ? {} : { password }),
    database,
    words,
  };
}

const WRITTEN =
  'write it as postgres://user:password@host:5432/database, special characters in a part percent-encoded (@ is %40, / is %2F)';

function unreadable(): never {
  throw addressError('cannot be read', WRITTEN);
}

function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    // The protocol ends its texts with this character.
    if (!plain.includes('\0')) return plain;
  } catch {
    // Told below, without the text.
  }
  return unreadable();
}

/** Host and port as they stand; several hosts would leave it open which database is changed. */
function splitPlace(place: string): readonly [string, string | undefined] {
  if (place.includes(',')) refuseHostList();
  const [, bracketed, plain = '', port] =
    /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d*))?$/.exec(place) ?? unreadable();
  return [bracketed ?? plain, port === '' ? undefined : port];
}

function refuseHostList(): never {
  throw addressError(
    'names several hosts, and a deployment is done on one',
    'name the host of the primary alone',
  );
}

function readHost(host: string): string {
  if (host.includes(',')) refuseHostList();
  if (host === '') {
    throw addressError(
      'names no host',
      'name it; of a unix socket the folder, as in postgres://user@/database?host=/var/run/postgresql',
    );
  }
  if (host.startsWith('/') || isIP(host.replace(/%.*$/, '')) !== 0 || /^[\w.-]+$/.test(host)) return host;
  throw addressError('has a host that is none', WRITTEN);
}

function readPort(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw addressError('has a port that is none', 'a port is a number from 1 to 65535');
}

function readWords(query: string): ReadonlyMap<Word, string> {
  const words = new Map<Word, string>();
  for (const pair of query.split('&').filter((one) => one !== '')) {
    const at = pair.indexOf('=');
    if (at < 0) throw addressError('has a parameter without "="', WRITTEN);
    const name = decoded(pair.slice(0, at));
    const value = decoded(pair.slice(at + 1));
    // As libpq takes it from those who know Java's driver.
    if (name === 'ssl' && value === 'true') words.set('sslmode', 'require');
    else if (isWord(name)) words.set(name, value);
    else if (!IDLE_WORDS.has(name) || (name === 'gssencmode' && value === 'require')) refuseWord(name);
  }
  return words;
}

const isWord = (name: string): name is Word => WORDS.some((word) => word === name);

function refuseWord(name: string): never {
  const guess = didYouMean(nearestName(name, WORDS));
  // A value without its name's "=" could stand here: what is no word is not shown.
  const shown = /^[a-zA-Z_]{1,40}$/.test(name) ? `the parameter ${quoted(name)}` : 'a parameter';
  throw addressError(
    `has ${shown}, which means nothing here${guess}`,
    'take it out, or write it as libpq does; docs/deploy.md lists what is understood',
  );
}
