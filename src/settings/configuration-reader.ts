/** Reads single keys of the configuration file by the grammar, and turns what does not fit into mistakes with a line. */
import type { z } from 'zod';
import type { ConfigurationDocument, Path } from './configuration-document.ts';
import { unknownKey } from './known-keys.ts';
import type { Mistakes } from './mistakes.ts';
import { quoted } from './nearest-name.ts';

export class ConfigurationReader {
  private readonly document: ConfigurationDocument;
  private readonly mistakes: Mistakes;

  constructor(document: ConfigurationDocument, mistakes: Mistakes) {
    this.document = document;
    this.mistakes = mistakes;
  }

  /** The top-level key's meaning; undefined where it is absent or wrong. */
  read<S extends z.ZodType>(key: string, schema: S): z.output<S> | undefined {
    if (!this.document.entries.has(key)) return undefined;
    return this.readValue([key], this.document.entries.get(key), schema);
  }

  /** The meaning of a value that stands at a path. */
  readValue<S extends z.ZodType>(path: Path, value: unknown, schema: S): z.output<S> | undefined {
    const result = schema.safeParse(value, { error: describeType });
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.report(path, issue);
    return undefined;
  }

  wrong(path: Path, message: string): void {
    this.mistakes.inFile(this.document.placeOf(path), message);
  }

  wrongKey(path: Path, message: string): void {
    this.mistakes.inFile(this.document.placeOfKey(path), message);
  }

  /** `partition-guard.yml:12`. */
  where(file: string, path: Path): string {
    return `${file}:${this.document.placeOf(path).line}`;
  }

  private report(base: Path, issue: z.core.$ZodIssue): void {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.wrongKey([...path, key], unknownKey(key, path));
    } else if (issue.code === 'invalid_type') {
      this.wrong(path, `${labelOf(path)} ${issue.message}`);
    } else {
      this.wrong(path, issue.message);
    }
  }
}

/** `tables[0].name`, counted as YAML's readers count: from 1. */
function labelOf(path: Path): string {
  return path
    .map((segment, i) =>
      typeof segment === 'number' ? ` ${segment + 1}` : `${i === 0 ? '' : '.'}${String(segment)}`,
    )
    .join('');
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
};

function describeType(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'is missing';
  return `must be ${NAMES[issue.expected] ?? issue.expected}, not ${describeValue(issue.input)}${quotingHint(issue.expected, issue.input)}`;
}

function describeValue(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `the text ${quoted(value)}` : quoted(String(value)).slice(1, -1);
}

const quotingHint = (expected: string, value: unknown): string =>
  expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')
    ? `; put it in quotes`
    : '';
