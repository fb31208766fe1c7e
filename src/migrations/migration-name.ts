/** A migration's file name: what kind of migration it says it is, or why it can't be read. */
import { parseVersion } from './version.ts';

export type MigrationName =
  | {
      readonly kind: 'versioned';
      readonly version: string;
      readonly description: string;
      readonly isBaseline: boolean;
    }
  | { readonly kind: 'repeatable'; readonly description: string }
  /** Not a migration that is played: an undo migration, or a file of another type. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unreadable'; readonly message: string; readonly suggestion: string };

const CALLBACK = /^(?:before|after)[A-Z]\w*$|^createSchema$/;

/** Reads a name as Flyway does with its default prefixes, separator and suffix. */
export function parseMigrationName(fileName: string): MigrationName {
  if (fileName.startsWith('.') || !/\.sql$/i.test(fileName)) return { kind: 'ignored' };
  if (!fileName.endsWith('.sql')) {
    const lowered = fileName.replace(/\.sql$/i, '.sql');
    const read = parseMigrationName(lowered);
    const suggestion = read.kind === 'unreadable' ? read.suggestion : lowered;
    return unreadable('ends in upper case, which is not read', suggestion);
  }
  const stem = fileName.slice(0, -'.sql'.length);
  const { before, after } = splitOnce(stem, '__');
  const prefix = before.slice(0, 1);
  const version = before.slice(1);
  if (CALLBACK.test(before)) {
    return unreadable(
      'a Flyway callback, which is not played; keep callbacks in another folder',
      'V1__x.sql',
    );
  }
  if (prefix === 'U' && parseVersion(version) !== undefined) return { kind: 'ignored' };
  if (before === 'R' && stem.length > 1) return { kind: 'repeatable', description: describe(after) };
  const parsed = prefix === 'V' || prefix === 'B' ? parseVersion(version) : undefined;
  if (parsed !== undefined) {
    return {
      kind: 'versioned',
      version: parsed,
      description: describe(after),
      isBaseline: prefix === 'B',
    };
  }
  return unreadable('not the name of a migration', suggest(stem));
}

const unreadable = (message: string, suggestion: string): MigrationName => ({
  kind: 'unreadable',
  message,
  suggestion,
});

const describe = (text: string): string => text.replaceAll('_', ' ').trim();

function splitOnce(text: string, separator: string): { before: string; after: string } {
  const at = text.indexOf(separator);
  return at < 0
    ? { before: text, after: '' }
    : { before: text.slice(0, at), after: text.slice(at + separator.length) };
}

/** A right name that keeps what can be kept of a wrong one. */
function suggest(stem: string): string {
  const versioned = /^v?[-_ ]*(\d+(?:[._-]\d+)*)[-_. ]*(.*)$/i.exec(stem);
  if (versioned) {
    const [, version = '1', description = ''] = versioned;
    return `V${version.replaceAll('-', '.')}__${wordsOf(description)}.sql`;
  }
  const repeatable = /^r[-_]+(.*)$/i.exec(stem);
  if (repeatable) return `R__${wordsOf(repeatable[1] ?? '')}.sql`;
  return `V1__${wordsOf(stem)}.sql`;
}

const wordsOf = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'description';
