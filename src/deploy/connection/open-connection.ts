/** Opens one connection to a target, within a time, and tells why where it does not come about. */
import { Socket } from 'node:net';
import pg from 'pg';
import { withoutPostgresVariables } from '../../postgres/connection.ts';
import { BINDING_MECHANISM, notBound } from './channel-binding.ts';
import { connectionFailure } from './connection-failure.ts';
import { noPassword } from './password.ts';
import type { ConnectionRecipe, Opening } from './recipe.ts';

/** Encrypted connections die silently behind some firewalls: a sign of life from time to time. */
const KEEPALIVE_MS = 30_000;

/** @returns a connected client; whoever asked for it ends it. */
export async function openConnection(recipe: ConnectionRecipe): Promise<pg.Client> {
  const opening: Opening = {};
  // Before the server is asked: it waits a minute for a password, and a cloud may take long.
  const password = await recipe.password.read();
  const socket = new Socket();
  if (recipe.ssl !== false)
    socket.once('data', (bytes) => (opening.firstByte = bytes.toString('latin1', 0, 1)));
  const client = makeClient(recipe, socket, () => {
    if (recipe.channelBinding === 'require' && opening.offersBinding !== true) throw notBound();
    if (password === undefined) throw noPassword();
    opening.sentPassword = true;
    return password;
  });
  watchBinding(client, opening);
  const patience = setTimeout(() => {
    opening.isLate = true;
    socket.destroy(new Error('the time to connect is over'));
  }, recipe.connectTimeoutMs);
  try {
    await client.connect();
    if (recipe.channelBinding === 'require' && opening.isBound !== true) {
      await client.end().catch(() => undefined);
      throw notBound();
    }
    return client;
  } catch (error) {
    socket.destroy();
    throw connectionFailure(error, { recipe, opening });
  } finally {
    clearTimeout(patience);
  }
}

/** The driver takes what the server offers; what that was, it tells to these listeners alone. */
function watchBinding({ connection }: pg.Client, opening: Opening): void {
  connection.once('authenticationSASL', ({ mechanisms }: { readonly mechanisms: readonly string[] }) => {
    opening.offersBinding = mechanisms.includes(BINDING_MECHANISM);
  });
  connection.once('authenticationSASLFinal', () => {
    opening.isBound = opening.offersBinding === true;
  });
}

function makeClient(recipe: ConnectionRecipe, socket: Socket, password: () => string): pg.Client {
  const { address, ssl, applicationName } = recipe;
  const options = address.words.get('options');
  return withoutPostgresVariables(() => {
    const client = new pg.Client({
      host: address.host,
      port: address.port,
      user: address.user,
      password,
      database: address.database,
      ssl,
      stream: () => socket,
      application_name: applicationName,
      client_encoding: 'UTF8',
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEPALIVE_MS,
      enableChannelBinding: ssl !== false && recipe.channelBinding !== 'disable',
      ...(address.words.get('sslnegotiation') === 'direct' ? { sslnegotiation: 'direct' as const } : {}),
      ...(options === undefined ? {} : { options }),
    });
    // A server that dies while no query waits tells it to this listener alone; the next query reports it.
    client.on('error', () => undefined);
    return client;
  });
}
