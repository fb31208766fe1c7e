/** Finds and reads the configuration file: the one place in this room that touches the disk. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../domain/operator-error.ts';
import { MAX_CONFIGURATION_BYTES } from './configuration-document.ts';
import { quoted } from './nearest-name.ts';

export const CONFIGURATION_FILE = 'partition-guard.yml';

/** What the settings are read from; both absent where there is no file. */
export interface LoadedConfiguration {
  /** As it is to be shown: as it was given. */
  readonly configFile?: string;
  readonly configText?: string;
}

/** @param given undefined: the default file, if there is one. */
export function loadConfiguration(cwd: string, given?: string): LoadedConfiguration {
  const configFile = given ?? CONFIGURATION_FILE;
  const absolute = path.resolve(cwd, configFile);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (!stat && given === undefined) {
    refuseOtherSpelling(cwd);
    return {};
  }
  if (!stat) throw unreadable(quoted(configFile), 'there is no such configuration file');
  if (!stat.isFile()) throw unreadable(configFile, 'not a file');
  if (stat.size > MAX_CONFIGURATION_BYTES)
    throw unreadable(configFile, 'larger than 1 MB, and so hardly a configuration');
  return { configFile, configText: decode(configFile, read(configFile, absolute)) };
}

/** A file whose name is almost right would be passed over in silence. */
function refuseOtherSpelling(cwd: string): void {
  const other = 'partition-guard.yaml';
  if (!statSync(path.resolve(cwd, other), { throwIfNoEntry: false })) return;
  throw unreadable(other, `is not read by itself — did you mean "${CONFIGURATION_FILE}"?`);
}

function read(shown: string, absolute: string): Buffer {
  try {
    return readFileSync(absolute);
  } catch (cause) {
    throw unreadable(
      shown,
      `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    );
  }
}

function decode(shown: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(shown, 'holds bytes that are not UTF-8', cause);
  }
}

const unreadable = (shown: string, message: string, cause?: unknown): OperatorError =>
  new OperatorError(`${shown}: ${message}`, {
    code: 'configuration-unreadable',
    hint: `Name the file with --config FILE, or keep it as ${CONFIGURATION_FILE} where the program runs.`,
    ...(cause === undefined ? {} : { cause }),
  });
