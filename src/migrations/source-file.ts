/** A file of a migrations folder before it is understood, wherever it was read from: the disk or a git ref. */
import type { Mistake } from './mistake.ts';

export interface SourceFile {
  /** As the folder was given. */
  readonly folder: string;
  /** Relative to the folder the program runs in, with forward slashes. */
  readonly file: string;
  readonly bytes: Buffer;
}

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** What is read at all: SQL, and the configuration of one SQL file. */
export const isOfInterest = (fileName: string): boolean =>
  !fileName.startsWith('.') && /\.sql(?:\.conf)?$/i.test(fileName);

export const tooLarge = (file: string, bytes: number): Mistake => ({
  file,
  message: `${Math.ceil(bytes / 1024 / 1024)} MB, and 20 MB is the most that is read`,
  code: 'migration-too-large',
  hint: 'Keep bulk data out of migrations, or split the file.',
});

/** The text without a byte order mark, or why it is not text. */
export function decodeText(
  source: SourceFile,
  encoding = 'UTF-8',
): { readonly text: string } | { readonly mistake: Mistake } {
  const { bytes, file } = source;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) return { mistake: notText(file, 'holds a NUL byte: it is binary, or UTF-16') };
    return { text };
  } catch {
    const line = bytes.toString('utf8').split('�', 1)[0]?.split('\n').length ?? 1;
    return { mistake: { ...notText(file, `holds bytes that are not ${encoding.toUpperCase()}`), line } };
  }
}

const notText = (file: string, message: string): Mistake => ({
  file,
  message,
  code: 'migration-not-text',
  hint: 'Save the file as UTF-8.',
});
