/** The password file of libpq, `.pgpass`: the first line that fits counts, and a file that others may read does not. */
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../../postgres/error-code.ts';
import type { Address } from './address.ts';

interface PasswordSearch {
  readonly address: Address;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onWarning: (text: string) => void;
}

/** Group or others have any right. */
const OPEN_TO_OTHERS = 0o077;

export async function findInPasswordFile(search: PasswordSearch): Promise<string | undefined> {
  const named = search.address.words.get('passfile') || search.env['PGPASSFILE'] || undefined;
  const file = named ?? usualFile(search.env);
  const text = await readPrivately(file, named !== undefined, search.onWarning);
  return text === undefined ? undefined : passwordFor(search.address, text);
}

const usualFile = (env: PasswordSearch['env']): string =>
  process.platform === 'win32'
    ? join(env['APPDATA'] ?? homedir(), 'postgresql', 'pgpass.conf')
    : join(env['HOME'] || homedir(), '.pgpass');

async function readPrivately(
  file: string,
  isNamed: boolean,
  onWarning: (text: string) => void,
): Promise<string | undefined> {
  try {
    const found = await stat(file);
    if (!found.isFile()) {
      onWarning('the password file is not a plain file, and was not read');
      return undefined;
    }
    if (process.platform !== 'win32' && (found.mode & OPEN_TO_OTHERS) !== 0) {
      onWarning('the password file can be read by others, and was not read: chmod 0600 it');
      return undefined;
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isNamed) onWarning(`the password file cannot be read (${errorCode(error) ?? 'unknown'})`);
    return undefined;
  }
}

/** @param text lines of `host:port:database:user:password`; `*` fits all, a backslash takes the next character as it is. */
export function passwordFor({ host, port, database, user }: Address, text: string): string | undefined {
  // A socket in a folder is this machine.
  const hosts = host.startsWith('/') ? [host, 'localhost'] : [host];
  const wanted = [hosts, [String(port)], [database], [user]];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const { fields, rest } = readFields(line);
    const fits = wanted.every((values, at) => fields[at] === '*' || values.includes(plain(fields[at] ?? '')));
    if (fits && rest !== '') return plain(rest);
  }
  return undefined;
}

/** The four fields before the password, as they are written, and what follows. */
function readFields(line: string): { readonly fields: readonly string[]; readonly rest: string } {
  const [all = '', ...fields] =
    /^((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):((?:[^:\\]|\\.)*):/.exec(line) ?? [];
  return { fields, rest: all === '' ? '' : line.slice(all.length) };
}

const plain = (field: string): string => field.replace(/\\(.)/g, '$1');
