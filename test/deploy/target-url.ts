/** The address of a test's connection, as a user would write it. */
import type { ConnectionSettings } from '../../src/postgres/connection.ts';

/** @param query more words of the address, such as `{ sslmode: 'require' }`. */
export function urlOf(
  { host, port, user, password, database }: ConnectionSettings,
  query: Readonly<Record<string, string>> = {},
): string {
  const login = `${encodeURIComponent(user)}${password === undefined ? '' : `:${encodeURIComponent(password)}`}`;
  const words = new URLSearchParams(query);
  // A folder is no host name: the address takes it as a parameter.
  const authority = host.startsWith('/') ? '' : `${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (host.startsWith('/')) {
    words.set('host', host);
    words.set('port', String(port));
  }
  // libpq knows no plus for a blank.
  const tail = words.size === 0 ? '' : `?${words.toString().replaceAll('+', '%20')}`;
  return `postgres://${login}@${authority}/${encodeURIComponent(database)}${tail}`;
}
