/** Where a run looks for the schema's own log of partitions. */
import { OperatorError } from '../domain/operator-error.ts';
import { type AuditLogPlace, CUSTOMARY_LOG } from '../postgres/audit-log.ts';
import type { ValidateSettings } from '../settings/validate-settings.ts';
import { displayName, qualified } from './judged-table.ts';

/** The configured one, or else the customary one. */
export const auditPlaceOf = ({ audit }: ValidateSettings): AuditLogPlace =>
  audit
    ? { schema: qualified(audit.table).schema, table: audit.table.name, column: audit.partitionColumn }
    : CUSTOMARY_LOG;

/** A configured log that is not there after every migration is a mistake in the configuration. */
export function refuseMissingLog({ audit, configFile }: ValidateSettings): void {
  if (!audit) return;
  const table = displayName(qualified(audit.table));
  throw new OperatorError(
    `${configFile ?? 'configuration'}: no migration makes a table ${table} with a column ${audit.partitionColumn}`,
    {
      code: 'unknown-audit-log',
      hint: 'Correct table: and partition: under audit:, quoted as in SQL and with its schema where it is not public.',
    },
  );
}
