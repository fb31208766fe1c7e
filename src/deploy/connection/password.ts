/** What is sent when the server asks for a password: from the address, PGPASSWORD, the password file or the cloud. */
import { OperatorError } from '../../domain/operator-error.ts';
import type { Address } from './address.ts';
import { findInPasswordFile } from './password-file.ts';
import { PROVIDER_NAMES, type TokenProvider, tokenSource } from './token-provider.ts';

export interface PasswordSource {
  /** For hints: what was refused. */
  readonly name: string;
  /** Once a connection: a token is good for minutes. @returns undefined where there is none to send. */
  readonly read: () => Promise<string | undefined>;
}

export interface PasswordRequest {
  readonly address: Address;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly provider: TokenProvider | undefined;
  readonly onWarning: (text: string) => void;
  readonly onSecret: (secret: string) => void;
}

export function passwordSource(request: PasswordRequest): PasswordSource {
  const { address, env, provider, onSecret } = request;
  const told = (secret: string | undefined): string | undefined => {
    if (secret !== undefined) onSecret(secret);
    return secret;
  };
  if (provider !== undefined) {
    const name = `the token of ${PROVIDER_NAMES[provider]}`;
    const token = tokenSource(provider, address);
    return { name, read: async () => told(await token()) };
  }
  if (address.password !== undefined) {
    const { password } = address;
    return { name: 'the password of the address', read: async () => told(password) };
  }
  const fromEnvironment = env['PGPASSWORD'] || undefined;
  if (fromEnvironment !== undefined) {
    return { name: 'PGPASSWORD', read: async () => told(fromEnvironment) };
  }
  let fromFile: Promise<string | undefined> | undefined;
  const read = async (): Promise<string | undefined> =>
    told(await (fromFile ??= findInPasswordFile(request)));
  return { name: 'the password of the password file', read };
}

export const noPassword = (): OperatorError =>
  new OperatorError('the target wants a password, and none is given', {
    code: 'target-no-password',
    hint: 'put it into the address, PGPASSWORD or a .pgpass file, or choose a token with PARTITION_GUARD_AUTH',
  });
