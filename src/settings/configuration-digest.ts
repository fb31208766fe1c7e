/** Tells two runs apart that judge by other rules: the parts of the settings that only the configuration file can give. */
import { createHash } from 'node:crypto';
import type { ValidateSettings } from './validate-settings.ts';

export type ConfiguredRules = Pick<
  ValidateSettings,
  | 'placeholders'
  | 'tables'
  | 'manage'
  | 'audit'
  | 'intervals'
  | 'checks'
  | 'waivers'
  | 'seedSql'
  | 'assertions'
  | 'retention'
>;

/** The same rules have the same one, however they are written down. */
export function configurationDigest(settings: ConfiguredRules): string {
  const { placeholders, tables, manage, audit, intervals, checks, waivers } = settings;
  const { seedSql, assertions, retention } = settings;
  const rules = [
    Object.entries(placeholders).sort(([a], [b]) => (a < b ? -1 : 1)),
    tables,
    [manage.call?.sql, manage.retention?.sql],
    audit,
    intervals,
    { ...checks, severities: [...checks.severities].sort(([a], [b]) => (a < b ? -1 : 1)) },
    waivers,
    seedSql,
    assertions,
    retention,
  ];
  return createHash('sha256').update(JSON.stringify(rules, plain)).digest('hex');
}

/** Instants are no numbers that JSON has. */
const plain = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${value} µs` : value instanceof Map ? [...value] : value;
