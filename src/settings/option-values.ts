/** The values of options, the same on the command line, in an action's inputs and in the configuration file. */
import { type Instant, parseInstant } from '../domain/instant.ts';
import type { Severity } from '../domain/verdict.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';
import { type Parsed, right, wrong } from './parsed.ts';
import type { ServerChoice } from './validate-settings.ts';

interface Limits {
  readonly least: number;
  readonly most: number;
}

export const ROWS: Limits = { least: 1, most: 10_000_000 };
export const SEED: Limits = { least: 0, most: 2 ** 31 - 1 };
export const POSTGRES_MAJOR: Limits = { least: 14, most: 18 };

const grouped = (n: number): string => n.toLocaleString('en-US');

export function wholeNumber(value: number, shown: string, { least, most }: Limits): Parsed<number> {
  return Number.isSafeInteger(value) && value >= least && value <= most
    ? right(value)
    : wrong(`${quoted(shown)} is not a whole number from ${grouped(least)} to ${grouped(most)}`);
}

/** @param text digits only: no sign, no exponent, no separators. */
export const parseWholeNumber = (text: string, limits: Limits): Parsed<number> =>
  wholeNumber(/^\d{1,15}$/.test(text.trim()) ? Number(text) : NaN, text, limits);

/** `14, 15 and 18`. */
export const listedNumbers = (numbers: readonly number[]): string =>
  numbers.join(', ').replace(/, (\d+)$/, ' and $1');

/** Midnight UTC of a date. */
export function parseDate(text: string): Parsed<Instant> {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? parseInstant(text.trim()) : undefined;
  return instant === undefined
    ? wrong(`${quoted(text)} is not a date; dates are written 2026-01-31`)
    : right(instant);
}

export function parseShard(text: string): Parsed<{ readonly index: number; readonly of: number }> {
  const [, i = '', n = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim()) ?? [];
  const index = Number(i);
  const of = Number(n);
  return index >= 1 && index <= of
    ? right({ index, of })
    : wrong(`${quoted(text)} is not a share of the scenarios; the second of three is written 2/3`);
}

export function parseSeverity(text: string): Parsed<Severity> {
  if (text === 'error' || text === 'warning') return right(text);
  return wrong(
    `${quoted(text)} is not a severity${didYouMean(nearestName(text, ['error', 'warning']))}; known: error, warning`,
  );
}

const SERVERS = ['auto', 'embedded', 'testcontainers'] as const;

/** A wrong address is shown without what may be a password. */
export function parseServer(text: string): Parsed<ServerChoice> {
  const kind = SERVERS.find((known) => known === text);
  if (kind) return right({ kind });
  if (isPostgresUrl(text)) return right({ kind: 'url', url: text });
  return wrong(
    `${quoted(withoutSecrets(text))} is not a server${didYouMean(nearestName(text, SERVERS))}; known: ${SERVERS.join(', ')}, or a postgres:// address`,
  );
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\/\S*$/.test(text) && URL.canParse(text);
}

const NAME = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const HOST =
  '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\\d{1,5})?';
/** What Docker takes for an image; the tag and the digest are the groups. */
const IMAGE = new RegExp(
  `^(?:${HOST}/)?${NAME}(?:/${NAME})*(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`,
);

/** An image that says which one it is: a name alone would be another one tomorrow. */
export function parseImage(text: string): Parsed<string> {
  const [, tag, digest] = IMAGE.exec(text) ?? [];
  if (tag !== undefined || digest !== undefined) return right(text);
  return wrong(
    `${quoted(text)} is not an image with its tag or digest; written postgis/postgis:17-3.5 or name@sha256:…`,
  );
}

/** Whatever stands where an address has its user and password, or is called a password, becomes `***`. */
export const withoutSecrets = (text: string): string =>
  text.replace(/(:\/*)[^]*@/, '$1***@').replace(/(pass(?:word|file)?\s*=\s*)(?:'[^']*'|[^\s&]+)/gi, '$1***');
