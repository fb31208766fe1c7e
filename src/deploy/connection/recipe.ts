/** What a connection is made from, what is seen while it is made, and the two lines that are told when it fails. */
import type { ConnectionOptions } from 'node:tls';
import type { Address } from './address.ts';
import type { ChannelBinding } from './channel-binding.ts';
import type { PasswordSource } from './password.ts';

export interface ConnectionRecipe {
  readonly address: Address;
  readonly ssl: false | ConnectionOptions;
  readonly password: PasswordSource;
  readonly channelBinding: ChannelBinding;
  readonly applicationName: string;
  readonly connectTimeoutMs: number;
}

/** What is seen of an opening from outside of the driver, which tells these by words alone. */
export interface Opening {
  /** The server's answer to the wish for TLS: `N` is that it has none. */
  firstByte?: string;
  isLate?: boolean;
  /** The server asked for a password, and one was sent. */
  sentPassword?: boolean;
  /** It can bind the password to its certificate. */
  offersBinding?: boolean;
  /** It has proven that it knows the bound one. */
  isBound?: boolean;
}

/** One line of what is wrong, one of what to do. */
export type Told = readonly [message: string, hint: string];
