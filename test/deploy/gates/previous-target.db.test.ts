/** The order of environments by the audit trail of another database, on real servers. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditedDeployments } from '../../../src/deploy/audit/audited-deployments.ts';
import { makeAuditTables } from '../../../src/deploy/audit/audit-tables.ts';
import { orderGate } from '../../../src/deploy/gates/order.ts';
import { previousDeployments } from '../../../src/deploy/gates/previous-target.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { urlOf } from '../target-url.ts';

let server: TestServer;
beforeAll(async () => void (server = await openTestServer()));
afterAll(() => server.close());

const RELEASE = `sha256:${'1'.repeat(64)}`;

/** As apply leaves it. */
const audited = ({ migrator }: ThrowawayDatabase, environment: string, outcome: string): Promise<void> =>
  withClient(migrator, async (client) => {
    await makeAuditTables(client);
    await client.query(
      `insert into partition_guard.deployment
         (command, environment, release, plan_digest, tool_version, started_at, finished_at, outcome)
       values ('apply', $1, $2, $2, '0', now(), now(), $3)`,
      [environment, RELEASE, outcome],
    );
  });

async function ask(previous: string): Promise<{ message: string | undefined; secrets: string[] }> {
  const secrets: string[] = [];
  const refusal = await orderGate({
    environment: 'PROD',
    environments: ['STAGING', 'PROD'],
    release: RELEASE,
    github: undefined,
    previousAudit: previousDeployments({
      env: {
        PARTITION_GUARD_PREVIOUS_TARGET: previous,
        PGSSLMODE: 'disable',
        PGPASSWORD: 'of another server',
      },
      onWarning: () => undefined,
      onSecret: (secret) => secrets.push(secret),
    }),
    onWarning: () => undefined,
  });
  return { message: refusal?.message, secrets };
}

describe('the audit trail of the environment before', () => {
  it('opens the gate once the release has succeeded there, and shuts it when it fails there later', async () => {
    await server.withDatabase(async (staging) => {
      const url = urlOf(staging.migrator);
      expect((await ask(url)).message).toContain(
        'STAGING has not had this release yet, by the audit in STAGING',
      );
      await audited(staging, 'STAGING', 'refused');
      await audited(staging, 'DEV', 'applied');
      expect((await ask(url)).message).toContain('has not had this release');
      await audited(staging, 'STAGING', 'applied');
      expect((await ask(url)).message).toBeUndefined();
      await audited(staging, 'STAGING', 'rehearsed');
      expect((await ask(url)).message).toBeUndefined();
      await audited(staging, 'STAGING', 'failed');
      expect((await ask(url)).message).toContain('failed, by the audit in STAGING');
    });
  });

  it('keeps the gate shut where it can’t be reached, says why, and tells no address', async () => {
    const { message, secrets } = await ask('postgres://reader:geheim@127.0.0.1:1/bookings');
    expect(message).toContain('not everything could be asked: the audit in STAGING');
    expect(message).not.toContain('geheim');
    expect(secrets).toContain('postgres://reader:geheim@127.0.0.1:1/bookings');
    expect(secrets).not.toContain('of another server');
  });

  it('is asked of an address alone', () => {
    const of = (url: string) => () =>
      previousDeployments({
        env: { PARTITION_GUARD_PREVIOUS_TARGET: url },
        onWarning: () => undefined,
        onSecret: () => undefined,
      });
    expect(of('')()).toBeUndefined();
    expect(of('staging')).toThrow('PARTITION_GUARD_PREVIOUS_TARGET is not a postgres:// address');
  });

  it('knows nothing where there is none', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await withClient(migrator, async (client) => {
        expect(await auditedDeployments(client).newest('STAGING', RELEASE)).toBeUndefined();
      });
    });
  });
});
