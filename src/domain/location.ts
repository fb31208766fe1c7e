/** A place in a migration file. */

export interface Location {
  /** Relative to the folder the program runs in, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

export const formatLocation = (location: Location): string => `${location.file}:${location.line}`;
