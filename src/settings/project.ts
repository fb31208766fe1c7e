/** The project's own keys of the configuration file, read one by one so that one mistake hides no other. */
import type { z } from 'zod';
import type { ConfigurationDocument } from './configuration-document.ts';
import { OPTION_GRAMMAR, PROJECT_GRAMMAR } from './configuration-grammar.ts';
import type { ConfigurationReader } from './configuration-reader.ts';
import { isTopLevelKey, unknownKey } from './known-keys.ts';
import { byKind } from './report-options.ts';

type Read<G extends Readonly<Record<string, z.ZodType>>> = {
  readonly [K in keyof G]: z.output<G[K]> | undefined;
};

/** Each undefined where it is absent or wrong. */
export type Project = Read<typeof PROJECT_GRAMMAR>;
export type FileOptions = Read<typeof OPTION_GRAMMAR>;

export function readProject(document: ConfigurationDocument, reader: ConfigurationReader): Project {
  const g = PROJECT_GRAMMAR;
  return {
    placeholders: reader.read('placeholders', g.placeholders),
    tables: reader.read('tables', g.tables),
    manage: reader.read('manage', g.manage),
    audit: reader.read('audit', g.audit),
    intervals: reader.read('intervals', g.intervals),
    checks: reader.read('checks', g.checks),
    waivers: reader.read('waivers', g.waivers),
    seedSql: isSeedNumber(document) ? undefined : reader.read('seed', g.seedSql),
    assertions: reader.read('assertions', g.assertions),
    environments: reader.read('environments', g.environments),
    maintenance_window: reader.read('maintenance_window', g.maintenance_window),
    retention: reader.read('retention', g.retention),
  };
}

export function readFileOptions(document: ConfigurationDocument, reader: ConfigurationReader): FileOptions {
  const g = OPTION_GRAMMAR;
  return {
    migrations: reader.read('migrations', g.migrations),
    base: reader.read('base', g.base),
    server: reader.read('server', g.server),
    image: reader.read('image', g.image),
    postgres: reader.read('postgres', g.postgres),
    rows: reader.read('rows', g.rows),
    seed: isSeedNumber(document) ? reader.read('seed', g.seed) : undefined,
    now: reader.read('now', g.now),
    scenario: reader.read('scenario', g.scenario),
    shard: reader.read('shard', g.shard),
    'fail-on': reader.read('fail-on', g['fail-on']),
    ...byKind((kind) => reader.read(kind, g[kind])),
  };
}

/** Reports the keys that are none. */
export function reportKeys(document: ConfigurationDocument, reader: ConfigurationReader): void {
  for (const key of document.entries.keys()) {
    if (!isTopLevelKey(key)) reader.wrongKey([key], unknownKey(key, []));
  }
}

/** `seed` is the number that random choices start from, or a map of tables with the SQL that fills them. */
const isSeedNumber = (document: ConfigurationDocument): boolean => {
  const seed = document.entries.get('seed');
  return typeof seed !== 'object' || seed === null || Array.isArray(seed);
};
