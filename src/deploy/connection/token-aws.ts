/** A token of AWS for a database of RDS or Aurora: a request signed with the role's keys, good for 15 minutes. */
import type { Address } from './address.ts';

/** As AWS names its databases: `name.id.REGION.rds.amazonaws.com`, in China with `.cn`. */
const RDS_HOST = /\.([a-z]{2}(?:-[a-z]+)+-\d)\.rds\.amazonaws\.com(?:\.cn)?$/i;

export async function awsTokens({ host, port, user }: Address): Promise<() => Promise<string>> {
  const { Signer } = await import('@aws-sdk/rds-signer');
  const region = RDS_HOST.exec(host)?.[1];
  // Behind a name of one's own the region is the environment's or the profile's.
  const signer = new Signer({
    hostname: host,
    port,
    username: user,
    ...(region === undefined ? {} : { region }),
  });
  return () => signer.getAuthToken();
}
