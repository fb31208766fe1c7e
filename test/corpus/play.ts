/** Plays entries of the corpus in this process, on one server that they share. */
import { join } from 'node:path';
import { instantOf } from '../../src/domain/instant.ts';
import { compareWithBase } from '../../src/migrations/compare-with-base.ts';
import { migrationFolders, readFolders } from '../../src/migrations/disk-files.ts';
import { understand } from '../../src/migrations/read-migrations.ts';
import type { SourceFile } from '../../src/migrations/source-file.ts';
import type { ThrowawayServer } from '../../src/postgres/server.ts';
import { loadConfiguration } from '../../src/settings/load-configuration.ts';
import { validateSettings } from '../../src/settings/resolve-settings.ts';
import type { RawOptions, ValidateSettings } from '../../src/settings/validate-settings.ts';
import { inParallel } from '../../src/simulation/pool.ts';
import { validate, type ValidationResult } from '../../src/simulation/validate.ts';
import { readOptionsOf } from '../../src/validate-command.ts';
import type { Entry } from './entry.ts';

/** The date and the size of a run, unless the entry's args say otherwise: small, for there are many. */
const DEFAULTS: RawOptions = { now: '2026-03-15', rows: '400' };

/** For entries that are not about locks: what a busy machine adds to one is no finding, and what hangs still is. */
const PATIENT_BUDGET = { exclusiveMs: 60_000, writerStallMs: 60_000 };

export interface PlayedEntry {
  readonly entry: Entry;
  readonly durationMs: number;
  /** The error that ended the run, where one did. */
  readonly outcome: ValidationResult | Error;
}

/** Two at a time; the results in the order of the entries. */
export const playEntries = (server: ThrowawayServer, entries: readonly Entry[]): Promise<PlayedEntry[]> =>
  inParallel(
    entries.map((entry, i) => async () => {
      const startedAt = performance.now();
      const outcome = await playOne(withPrefix(server, `e${i}_`), entry).catch((error: unknown) =>
        error instanceof Error ? error : new Error(String(error)),
      );
      return { entry, outcome, durationMs: performance.now() - startedAt };
    }),
    2,
  );

export interface OwnServer {
  readonly server: ThrowawayServer;
  readonly dropAll: () => Promise<void>;
}

/** Names of databases that no other entry has, and all of them taken away in the end. */
export function withPrefix(server: ThrowawayServer, prefix: string): OwnServer {
  const made = new Set<string>();
  return {
    server: {
      ...server,
      databasePrefix: server.databasePrefix + prefix,
      createDatabase: async (name, options) => {
        made.add(name);
        await server.createDatabase(name, options);
      },
      dropDatabase: async (name) => {
        await server.dropDatabase(name);
        made.delete(name);
      },
    },
    dropAll: async () => {
      for (const name of made) await server.dropDatabase(name);
    },
  };
}

async function playOne({ server, dropAll }: OwnServer, entry: Entry): Promise<ValidationResult> {
  const nothing = (): void => undefined;
  const settings = await settingsOf(entry);
  const head = headFiles(entry, settings);
  const options = readOptionsOf(settings);
  const migrations = await understand(head, options);
  const base = entry.hasBase ? await understand(baseFiles(entry, settings), options) : undefined;
  try {
    return await validate({
      server,
      settings,
      head: migrations,
      base: base && { migrations: base, comparison: compareWithBase(base, migrations) },
      onStart: nothing,
      onRunning: nothing,
      onFinished: nothing,
    });
  } finally {
    await dropAll();
  }
}

const headOf = (entry: Entry): string => join(entry.folder, 'head');

async function settingsOf(entry: Entry): Promise<ValidateSettings> {
  const cwd = headOf(entry);
  const { now, ...options } = { ...DEFAULTS, ...optionsFrom(entry.about.args ?? []) };
  const today = new Date();
  const settings = await validateSettings({
    cwd,
    ...loadConfiguration(cwd),
    options: now === 'today' ? options : { ...options, now },
    today: instantOf({
      year: today.getUTCFullYear(),
      month: today.getUTCMonth() + 1,
      day: today.getUTCDate(),
    }),
  });
  if (entry.about.checks.includes('lock-budget')) return settings;
  return { ...settings, checks: { ...settings.checks, lockBudget: PATIENT_BUDGET } };
}

/** `--rows 600 --scenario fresh --scenario upgrade`. */
function optionsFrom(args: readonly string[]): RawOptions {
  const options: Record<string, string | string[]> = {};
  for (let i = 0; i < args.length; i += 2) {
    const name = (args[i] ?? '')
      .replace(/^--/, '')
      .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const value = args[i + 1] ?? '';
    if (name === 'scenario') options[name] = [...(options[name] ?? []), value];
    else options[name] = value;
  }
  return options;
}

/** What was released lies in a folder of its own, and the head's files come on top of it. */
function headFiles(entry: Entry, settings: ValidateSettings): readonly SourceFile[] {
  const own = readFolders(settings.cwd, migrationFolders(settings.cwd, settings.migrations));
  if (!entry.hasBase) return own;
  const files = new Map([...baseFiles(entry, settings), ...own].map((source) => [source.file, source]));
  for (const removed of entry.about.removed ?? []) {
    if (!files.delete(removed)) throw new Error(`${removed} is removed, and no base has it`);
  }
  return [...files.values()];
}

const baseFiles = (entry: Entry, { cwd, migrations }: ValidateSettings): readonly SourceFile[] =>
  readFolders(join(entry.folder, 'base'), migrationFolders(cwd, migrations));
