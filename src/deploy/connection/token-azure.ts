/** A token of Microsoft Entra for Azure Database for PostgreSQL. */

const SCOPE = 'https://ossrdbms-aad.database.windows.net/.default';

export async function azureToken(): Promise<string> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return (await new DefaultAzureCredential().getToken(SCOPE)).token;
}
