/** Who gives the password where it is no password but a token of the cloud: chosen, never guessed. */
import { OperatorError } from '../../domain/operator-error.ts';
import { didYouMean, nearestName, quoted } from '../../settings/nearest-name.ts';
import type { Address } from './address.ts';
import { addressError } from './address-error.ts';

export const TOKEN_PROVIDERS = ['aws', 'gcp', 'azure'] as const;
export type TokenProvider = (typeof TOKEN_PROVIDERS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** The address's `auth`, else PARTITION_GUARD_AUTH; undefined where a password is used. */
export function chosenProvider({ words, password }: Address, env: Environment): TokenProvider | undefined {
  const wanted = words.get('auth') ?? env['PARTITION_GUARD_AUTH'] ?? '';
  if (wanted === '' || wanted === 'password') return undefined;
  const provider = TOKEN_PROVIDERS.find((known) => known === wanted);
  if (provider === undefined) {
    const guess = didYouMean(nearestName(wanted, TOKEN_PROVIDERS));
    throw new OperatorError(`${quoted(wanted)} is no way to authenticate${guess}`, {
      code: 'target-auth',
      hint: `auth (or PARTITION_GUARD_AUTH) is password, ${TOKEN_PROVIDERS.join(', ')}`,
    });
  }
  if (password !== undefined) {
    throw addressError(
      `holds a password, and a token of ${PROVIDER_NAMES[provider]} is asked for`,
      'take the password out of the address, or say auth=password',
    );
  }
  return provider;
}

export const PROVIDER_NAMES: Readonly<Record<TokenProvider, string>> = {
  aws: 'AWS',
  gcp: 'Google Cloud',
  azure: 'Azure',
};

const HINTS: Readonly<Record<TokenProvider, string>> = {
  aws: 'see that credentials and a region are there (AWS_REGION, and a role or keys as the AWS CLI finds them), and that the role may do rds-db:connect',
  gcp: 'see that application default credentials are there (google-github-actions/auth, or GOOGLE_APPLICATION_CREDENTIALS) and that the account has roles/cloudsql.instanceUser',
  azure:
    'see that an identity is there (azure/login, a managed identity, or AZURE_CLIENT_ID and its fellows) and that it is a role on the server',
};

/** A way to ask the cloud for what to send as the password; asked again, its library hands out a token that is still good. */
export function tokenSource(provider: TokenProvider, address: Address): () => Promise<string> {
  let source: Promise<() => Promise<string>> | undefined;
  return async () => {
    try {
      const token = await (await (source ??= openSource(provider, address)))();
      if (token !== '') return token;
    } catch (error) {
      throw noToken(provider, error);
    }
    throw noToken(provider, undefined);
  };
}

/** The cloud's library is loaded here and nowhere else. */
async function openSource(provider: TokenProvider, address: Address): Promise<() => Promise<string>> {
  switch (provider) {
    case 'aws':
      return (await import('./token-aws.ts')).awsTokens(address);
    case 'gcp':
      return (await import('./token-google.ts')).googleTokens();
    case 'azure':
      return (await import('./token-azure.ts')).azureTokens();
  }
}

/** What the library says may hold what it was given: only the kind of its error is told. */
function noToken(provider: TokenProvider, cause: unknown): OperatorError {
  const kind =
    cause instanceof Error && /^\w+$/.test(cause.name) && cause.name !== 'Error' ? ` (${cause.name})` : '';
  return new OperatorError(`${PROVIDER_NAMES[provider]} gave no token for the database${kind}`, {
    code: 'target-token',
    hint: HINTS[provider],
    cause,
  });
}
