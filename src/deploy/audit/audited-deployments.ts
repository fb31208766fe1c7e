/** What the audit trail of a target tells promotion: how a release fared in an environment. */
import type pg from 'pg';
import { errorCode } from '../../postgres/error-code.ts';
import { hasAuditTables } from './audit-tables.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

export interface AuditedDeployments {
  /** The newest run that came to an end of its own; refused and rehearsed ones say nothing. */
  newest(environment: string, release: string): Promise<'succeeded' | 'failed' | undefined>;
  /** What runs that were let do something have called this database, the first one first. */
  environments(): Promise<readonly string[]>;
}

/** Reads only; a target without a trail, or one that this role may not read, knows nothing. */
export const auditedDeployments = (client: pg.Client): AuditedDeployments => ({
  newest: async (environment, release) => {
    try {
      if (!(await hasAuditTables(client))) return undefined;
      const { rows } = await client.query<{ outcome: string }>(
        `select d.outcome from partition_guard.deployment d
          where d.command = 'apply' and pg_catalog.lower(d.environment) = pg_catalog.lower($1) and d.release = $2
            and d.outcome in ('applied', 'nothing-to-do', 'failed', 'interrupted')
          order by d.id desc limit 1`,
        [environment, release],
      );
      const outcome = rows[0]?.outcome;
      if (outcome === undefined) return undefined;
      return outcome === 'applied' || outcome === 'nothing-to-do' ? 'succeeded' : 'failed';
    } catch {
      return undefined;
    }
  },
  environments: async () => {
    try {
      if (!(await hasAuditTables(client))) return [];
      const { rows } = await client.query<{ environment: string }>(
        `select d.environment from partition_guard.deployment d
          where d.outcome is distinct from 'refused'
             or exists (select from partition_guard.applied_migration m where m.deployment = d.id)
          group by d.environment order by pg_catalog.min(d.id)`,
      );
      return rows.map(({ environment }) => environment);
    } catch (error) {
      // Of a role that only plans; one that may not read the trail can't write it, and applies nothing.
      if (errorCode(error) !== INSUFFICIENT_PRIVILEGE) throw error;
      return [];
    }
  },
});
