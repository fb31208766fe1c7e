/** From an address and an environment to a way of opening connections: read once, used for each session. */
import type pg from 'pg';
import { type Address, parseAddress } from './address.ts';
import { addressError } from './address-error.ts';
import { readChannelBinding } from './channel-binding.ts';
import { resolveEncryption } from './encryption.ts';
import { openConnection } from './open-connection.ts';
import { passwordSource } from './password.ts';
import { chosenProvider } from './token-provider.ts';

export interface OpenerRequest {
  readonly url: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly applicationName?: string;
  readonly onWarning: (text: string) => void;
  readonly onSecret?: (secret: string) => void;
}

export interface SessionOpener {
  /** The database that the address names. */
  readonly database: string;
  readonly connectTimeoutMs: number;
  /** @returns a connected client; whoever asked for it ends it. */
  readonly open: () => Promise<pg.Client>;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const LONGEST_TIMEOUT_S = 600;

export async function sessionOpener(request: OpenerRequest): Promise<SessionOpener> {
  const { env, onWarning, onSecret = () => undefined } = request;
  const address = parseAddress(request.url);
  const provider = chosenProvider(address, env);
  const connectTimeoutMs = readTimeout(address, env);
  const ssl = await resolveEncryption({ address, env, provider, onWarning });
  const recipe = {
    address,
    ssl,
    channelBinding: readChannelBinding({ address, env, ssl }),
    password: passwordSource({ address, env, provider, onWarning, onSecret }),
    applicationName: request.applicationName ?? address.words.get('application_name') ?? 'partition-guard',
    connectTimeoutMs,
  };
  return { database: address.database, connectTimeoutMs, open: () => openConnection(recipe) };
}

/** In seconds, as libpq has it; zero and less is without end there, and ten minutes here. */
function readTimeout({ words }: Address, env: OpenerRequest['env']): number {
  const text = words.get('connect_timeout') || env['PGCONNECT_TIMEOUT'] || undefined;
  if (text === undefined) return DEFAULT_TIMEOUT_MS;
  if (!/^-?\d{1,9}$/.test(text)) {
    throw addressError('has a connect_timeout that is none', 'it is a number of seconds');
  }
  const seconds = Number(text);
  return 1000 * (seconds <= 0 ? LONGEST_TIMEOUT_S : Math.min(seconds, LONGEST_TIMEOUT_S));
}
