/** A token of Google Cloud for a database of Cloud SQL: an access token that is good for logging in and nothing else. */

const SCOPE = 'https://www.googleapis.com/auth/sqlservice.login';

export async function googleTokens(): Promise<() => Promise<string>> {
  const { GoogleAuth } = await import('google-auth-library');
  const auth = new GoogleAuth({ scopes: [SCOPE] });
  return async () => (await auth.getAccessToken()) ?? '';
}
