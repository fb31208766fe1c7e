/** Whether the password is bound to the server's certificate: `require` is kept to as libpq keeps to it. */
import type { ConnectionOptions } from 'node:tls';
import { OperatorError } from '../../domain/operator-error.ts';
import type { Address } from './address.ts';
import { addressError } from './address-error.ts';

const WISHES = ['disable', 'prefer', 'require'] as const;
export type ChannelBinding = (typeof WISHES)[number];

/** The one mechanism that binds (RFC 5802, RFC 5929). */
export const BINDING_MECHANISM = 'SCRAM-SHA-256-PLUS';

export interface BindingRequest {
  readonly address: Address;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly ssl: false | ConnectionOptions;
}

/** @throws OperatorError where it is required and there is no TLS: nothing is asked of the server then. */
export function readChannelBinding({ address, env, ssl }: BindingRequest): ChannelBinding {
  const text = address.words.get('channel_binding') || env['PGCHANNELBINDING'] || 'disable';
  const wish = WISHES.find((known) => known === text);
  if (wish === undefined) {
    throw addressError('has a channel_binding that is none', `use ${WISHES.join(', ')}`);
  }
  if (wish === 'require' && ssl === false) {
    throw addressError(
      'requires channel binding (channel_binding=require) on a connection that is not encrypted: there is no certificate to bind to',
      'use sslmode=verify-full, or take channel_binding out',
    );
  }
  return wish;
}

/** Before a password is sent, and after the server let one in. */
export const notBound = (): OperatorError =>
  new OperatorError(
    'channel binding is required (channel_binding=require), and the server lets this user in without it',
    {
      code: 'target-channel-binding',
      hint: 'let pg_hba.conf ask it for scram-sha-256, with a password that is kept so, and put no proxy that ends TLS in between',
    },
  );
