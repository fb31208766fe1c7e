/** A token of Google Cloud for a database of Cloud SQL: an access token that is good for logging in and nothing else. */

const SCOPE = 'https://www.googleapis.com/auth/sqlservice.login';

export async function googleToken(): Promise<string> {
  const { GoogleAuth } = await import('google-auth-library');
  return (await new GoogleAuth({ scopes: [SCOPE] }).getAccessToken()) ?? '';
}
