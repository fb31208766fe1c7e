/** The migrations of a project, in the order in which Flyway plays them; every mistake in the folder is reported at once. */
import path from 'node:path';
import { displayPath, migrationFolders, readFolders } from './disk-files.ts';
import type { Migration, RepeatableMigration, Statement, VersionedMigration } from './migration.ts';
import { checksumOf } from './checksum.ts';
import { type MigrationName, parseMigrationName } from './migration-name.ts';
import { type Mistake, throwMistakes } from './mistake.ts';
import { type FlywayValues, placeholderValues, type Replaced, replacePlaceholders } from './placeholders.ts';
import { DEFAULT_SCRIPT_CONFIG, parseScriptConfig, type ScriptConfig } from './script-config.ts';
import { baseName, decodeText, type SourceFile } from './source-file.ts';
import { splitStatements } from './split-statements.ts';
import { loadSqlParser, type SqlParser } from './sql-parser.ts';
import { compareVersions, versionKey } from './version.ts';

export interface ReadOptions {
  /** Where the program runs: what files are named after. */
  readonly cwd: string;
  readonly placeholders: Readonly<Record<string, string>>;
  readonly flyway: FlywayValues;
}

/** Reads the folders as they are on the disk. @param folders none: the first known one that exists. */
export async function readMigrations(
  folders: readonly string[],
  options: ReadOptions,
): Promise<readonly Migration[]> {
  return understand(readFolders(options.cwd, migrationFolders(options.cwd, folders)), options);
}

/** Migrations from the files of one state of the folders. */
export async function understand(
  sources: readonly SourceFile[],
  options: ReadOptions,
): Promise<readonly Migration[]> {
  const mistakes: Mistake[] = [];
  const reader = new Reader({
    parser: await loadSqlParser(),
    options,
    configs: scriptConfigs(sources, mistakes),
    mistakes,
  });
  const migrations = sources.flatMap((source) => reader.read(source) ?? []);
  mistakes.push(...doubles(migrations));
  throwMistakes(mistakes);
  return migrations.sort(compareMigrations);
}

/** By the SQL file's name that each belongs to. */
function scriptConfigs(
  sources: readonly SourceFile[],
  mistakes: Mistake[],
): ReadonlyMap<string, ScriptConfig> {
  const configs = new Map<string, ScriptConfig>();
  for (const source of sources.filter(({ file }) => file.endsWith('.sql.conf'))) {
    const decoded = decodeText(source);
    if ('mistake' in decoded) {
      mistakes.push(decoded.mistake);
      continue;
    }
    const parsed = parseScriptConfig(decoded.text, source.file);
    mistakes.push(...parsed.mistakes);
    configs.set(source.file.slice(0, -'.conf'.length), parsed.config);
  }
  return configs;
}

interface ReaderParts {
  readonly parser: SqlParser;
  readonly options: ReadOptions;
  readonly configs: ReadonlyMap<string, ScriptConfig>;
  readonly mistakes: Mistake[];
}

class Reader {
  private readonly parser: SqlParser;
  private readonly options: ReadOptions;
  private readonly configs: ReadonlyMap<string, ScriptConfig>;
  private readonly mistakes: Mistake[];

  constructor(parts: ReaderParts) {
    this.parser = parts.parser;
    this.options = parts.options;
    this.configs = parts.configs;
    this.mistakes = parts.mistakes;
  }

  read(source: SourceFile): Migration | undefined {
    const name = parseMigrationName(baseName(source.file));
    if (name.kind === 'ignored') return undefined;
    if (name.kind === 'unreadable') {
      this.mistakes.push(unreadableName(source.file, name));
      return undefined;
    }
    const decoded = decodeText(source, this.configs.get(source.file)?.encoding);
    if ('mistake' in decoded) {
      this.mistakes.push(decoded.mistake);
      return undefined;
    }
    return this.migration(source, name, decoded.text);
  }

  private migration(
    { file, folder }: SourceFile,
    name: Exclude<MigrationName, { kind: 'ignored' | 'unreadable' }>,
    text: string,
  ): VersionedMigration | RepeatableMigration {
    const config = this.configs.get(file) ?? DEFAULT_SCRIPT_CONFIG;
    const replaced = config.placeholderReplacement ? this.replace(file, text) : { text, missing: [] };
    const statements = splitStatements(this.parser, { file, ...replaced });
    const common = {
      file,
      folder,
      script: displayPath(path.resolve(this.options.cwd, folder), path.resolve(this.options.cwd, file)),
      text,
      statements,
      transaction: transactionOf(config, statements),
      transactionIsSet: config.executeInTransaction !== undefined,
      replacesPlaceholders: config.placeholderReplacement,
    };
    return name.kind === 'versioned'
      ? { ...name, ...common, checksum: checksumOf(text) }
      : {
          ...name,
          ...common,
          checksum: checksumOf(replaced.text),
          alwaysChanged: config.placeholderReplacement && /\$\{flyway:timestamp\}/i.test(text),
        };
  }

  private replace(file: string, text: string): Replaced {
    const { placeholders: own, flyway, cwd } = this.options;
    const replaced = replacePlaceholders(
      text,
      placeholderValues({ own, flyway, cwd, fileName: baseName(file) }),
    );
    for (const { name, nearest, line } of replaced.missing) {
      const meant = nearest === undefined ? '' : ` — did you mean "\${${nearest}}"?`;
      this.mistakes.push({
        file,
        line,
        message: `the placeholder "\${${name.slice(0, 60)}}" has no value${meant}`,
        code: 'placeholder-without-value',
        hint: 'Give its value under placeholders: in partition-guard.yml.',
      });
    }
    return replaced;
  }
}

function transactionOf(config: ScriptConfig, statements: readonly Statement[]): Migration['transaction'] {
  if (config.executeInTransaction !== undefined) return config.executeInTransaction ? 'one' : 'none';
  const outside = statements.filter((statement) => statement.outsideTransaction).length;
  if (outside === 0) return 'one';
  return outside === statements.length ? 'none' : 'mixed';
}

const unreadableName = (
  file: string,
  { message, suggestion }: { readonly message: string; readonly suggestion: string },
): Mistake => ({
  file,
  message: `${message} — a right name is "${suggestion}"`,
  code: 'migration-name-unreadable',
  hint: 'Rename it as Flyway reads names: V1__what_it_does.sql, V1.1__more.sql, R__repeated.sql.',
});

/** Files that claim one version, or one description of a repeatable. */
function doubles(migrations: readonly Migration[]): Mistake[] {
  const first = new Map<string, Migration>();
  return migrations.flatMap((migration) => {
    const versioned = migration.kind === 'versioned';
    const key = versioned
      ? `${migration.isBaseline ? 'B' : 'V'}${versionKey(migration.version)}`
      : `R${migration.description}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, migration);
      return [];
    }
    const what = versioned ? `version ${migration.version}` : `the description "${migration.description}"`;
    return {
      file: migration.file,
      message: `${what} is that of ${earlier.file} too`,
      code: 'version-twice',
      hint: versioned
        ? 'Give one of the two the next free version.'
        : 'Give one of the two another description.',
    };
  });
}

/**
 * What an empty database gets: where there are baseline migrations, the newest of them and what is above it. A database
 * that has a history gets none of them.
 */
export function playable(migrations: readonly Migration[]): readonly Migration[] {
  const newest = migrations.filter(isBaseline).at(-1);
  if (!newest) return migrations;
  return migrations.filter(
    (migration) =>
      migration.kind === 'repeatable' ||
      migration === newest ||
      (!migration.isBaseline && compareVersions(migration.version, newest.version) > 0),
  );
}

const isBaseline = (migration: Migration): migration is VersionedMigration =>
  migration.kind === 'versioned' && migration.isBaseline;

/** Versions in order, then repeatables by description. */
export function compareMigrations(a: Migration, b: Migration): number {
  if (a.kind === 'versioned') return b.kind === 'versioned' ? compareVersions(a.version, b.version) : -1;
  if (b.kind === 'versioned') return 1;
  return a.description < b.description ? -1 : a.description > b.description ? 1 : 0;
}
