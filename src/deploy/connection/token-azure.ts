/** A token of Microsoft Entra for Azure Database for PostgreSQL. */

const SCOPE = 'https://ossrdbms-aad.database.windows.net/.default';

export async function azureTokens(): Promise<() => Promise<string>> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential();
  return async () => (await credential.getToken(SCOPE)).token;
}
