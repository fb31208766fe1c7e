/** The values of the options that a target's commands have. */
import type { VerifyMode } from '../domain/deployment.ts';
import type { ArchivePlace } from './deploy-settings.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';
import { withoutSecrets } from './option-values.ts';
import { type Parsed, right, wrong } from './parsed.ts';

const VERIFY_MODES: readonly VerifyMode[] = ['full', 'touched', 'count'];

export function parseVerify(text: string): Parsed<VerifyMode> {
  const mode = VERIFY_MODES.find((known) => known === text.trim());
  return mode === undefined
    ? wrong(
        `${quoted(text)} is not how much is proven${didYouMean(nearestName(text, VERIFY_MODES))}; known: ${VERIFY_MODES.join(', ')}`,
      )
    : right(mode);
}

const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
/** What PostgreSQL can count to, in milliseconds. */
const LONGEST_MS = 2 ** 31 - 1;

/** As PostgreSQL's settings are written: `500ms`, `2s`, `1min`, `1h`; a bare number is milliseconds; 0 is without end. */
export function parseTimeLimit(text: string): Parsed<number> {
  const [, digits = '', unit = 'ms'] = /^(\d{1,10})\s*(ms|s|min|h|d)?$/.exec(text.trim()) ?? [];
  const ms = digits === '' ? NaN : Number(digits) * (UNIT_MS[unit] ?? NaN);
  return ms <= LONGEST_MS
    ? right(ms)
    : wrong(
        `${quoted(text)} is not a length of time; it looks like "2s", "500ms" or "5min", and 0 is without end`,
      );
}

/** A bucket's name as every S3 has it. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export function parseArchivePlace(text: string): Parsed<ArchivePlace> {
  const place = text.trim();
  if (!/^[a-z0-9]+:\/\//i.test(place)) return right({ kind: 'folder', path: place });
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]*)\/?(.*)$/.exec(place) ?? [];
  if (!BUCKET.test(bucket)) {
    return wrong(
      `${quoted(withoutSecrets(text))} is not where archives can be; a folder is, or s3://BUCKET/PREFIX`,
    );
  }
  return right({ kind: 's3', bucket, prefix: prefix.replace(/^\/+|\/+$/g, '') });
}

/** One address; a wrong one is shown without what may be a password. */
export function parseTarget(text: string): Parsed<string> {
  const address = text.trim();
  return /^postgres(?:ql)?:\/\/\S+$/.test(address)
    ? right(address)
    : wrong(`${quoted(withoutSecrets(text))} is not a postgres:// address`);
}

export function parseDigest(text: string): Parsed<string> {
  const [, hex] = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  return hex === undefined
    ? wrong(
        `${quoted(text)} is not a plan's digest; it is sha256: and 64 hexadecimal digits, as plan prints it`,
      )
    : right(`sha256:${hex.toLowerCase()}`);
}

/** In the audit for good: one line, and long enough to say something. */
export function parseReason(text: string): Parsed<string> {
  const reason = text.replace(/\s+/g, ' ').trim();
  if (reason.length < 3) return wrong('say why, in a few words: it goes into the audit');
  return reason.length > 500 ? wrong('is longer than 500 characters') : right(reason);
}

/** What GitHub takes for an environment, and a log for one line. */
export function parseEnvironment(text: string): Parsed<string> {
  const name = text.trim();
  // eslint-disable-next-line no-control-regex -- these are what is refused
  return name !== '' && name.length <= 255 && !/[\u0000-\u001f\u007f'"`,;\\]/.test(name)
    ? right(name)
    : wrong(`${quoted(text)} is not the name of an environment`);
}

export function parseFlag(text: string): Parsed<boolean> {
  if (/^(?:true|yes|on)$/i.test(text.trim())) return right(true);
  if (/^(?:false|no|off)$/i.test(text.trim())) return right(false);
  return wrong(`${quoted(text)} is neither true nor false`);
}

/** A Flyway version. */
export const parseVersion = (text: string): Parsed<string> =>
  /^\d+(?:[._]\d+)*$/.test(text.trim())
    ? right(text.trim().replaceAll('_', '.'))
    : wrong(`${quoted(text)} is not a version; versions are written 7 or 2.1`);
