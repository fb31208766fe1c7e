/** Flyway's `${placeholders}`: replaced in a migration's text, with the lines they came from remembered. */
import { distance } from 'fastest-levenshtein';

/** What Flyway knows of itself; the names of the throwaway database stand in for the real ones. */
export interface FlywayValues {
  readonly defaultSchema: string;
  readonly user: string;
  readonly database: string;
  readonly table: string;
  /** `2026-01-31 12:00:00`. */
  readonly timestamp: string;
}

export interface Replaced {
  readonly text: string;
  /** The file's line of each line of the text; absent where the lines are the same. */
  readonly lines?: readonly number[];
  readonly missing: readonly MissingPlaceholder[];
}

export interface MissingPlaceholder {
  readonly name: string;
  /** The nearest name that has a value. */
  readonly nearest?: string;
  readonly line: number;
}

/** By name in lower case. */
export type PlaceholderValues = ReadonlyMap<string, { readonly name: string; readonly value: string }>;

/** Flyway reads on to the next brace, wherever it is. */
const PLACEHOLDER = /\$\{([^}]*)(?:\}|$)/g;

/** The names and values that a file may use; names are the same in upper and lower case, as in Flyway. */
export function placeholderValues(options: {
  readonly own: Readonly<Record<string, string>>;
  readonly flyway: FlywayValues;
  /** Where the program runs. */
  readonly cwd: string;
  readonly fileName: string;
}): PlaceholderValues {
  const flyway = Object.entries({
    ...options.flyway,
    filename: options.fileName,
    workingDirectory: options.cwd,
    environment: 'default',
  });
  const named = [
    ...flyway.map(([name, value]) => ({ name: `flyway:${name}`, value })),
    ...Object.entries(options.own).map(([name, value]) => ({ name, value })),
  ];
  return new Map(named.map((placeholder) => [placeholder.name.toLowerCase(), placeholder]));
}

/** Replaces every placeholder that has a value, and lists those that have none. */
export function replacePlaceholders(text: string, values: PlaceholderValues): Replaced {
  const missing: MissingPlaceholder[] = [];
  const lines: number[] = [1];
  let line = 1;
  let copiedTo = 0;
  let result = '';
  let shifted = false;
  const copy = (source: string): void => {
    result += source;
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lines.push(++line);
  };
  for (const match of text.matchAll(PLACEHOLDER)) {
    copy(text.slice(copiedTo, match.index));
    copiedTo = match.index + match[0].length;
    const name = match[1] ?? '';
    const value = match[0].endsWith('}') ? values.get(name.toLowerCase())?.value : undefined;
    if (value === undefined) {
      const shown = name.split(/\r?\n/, 1)[0]?.slice(0, 100) ?? '';
      missing.push({ name: shown, line, ...nearestOf(shown, values) });
      copy(match[0]);
      continue;
    }
    result += value;
    const added = value.split('\n').length - 1;
    for (let i = 0; i < added; i++) lines.push(line);
    const taken = name.split('\n').length - 1;
    line += taken;
    shifted ||= added > 0 || taken > 0;
  }
  copy(text.slice(copiedTo));
  return { text: result, missing, ...(shifted ? { lines } : {}) };
}

function nearestOf(name: string, values: PlaceholderValues): { nearest?: string } {
  const ranked = [...values.values()]
    .map((known) => ({ known: known.name, far: distance(name.toLowerCase(), known.name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? { nearest: best.known } : {};
}
