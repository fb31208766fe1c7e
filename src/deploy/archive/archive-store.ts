/** Where archives are kept, whatever it is: files that are whole or not there, never written over. */

export interface ArchiveSink {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /**
   * Makes the file visible under its name, and durable.
   * @returns false where a file of that name has been there already; that one is left as it is.
   */
  readonly finish: () => Promise<boolean>;
  /** Leaves nothing behind; does not throw. */
  readonly abandon: () => Promise<void>;
}

export interface ArchiveSource {
  readonly size: number;
  /** Exactly the bytes from `start` to before `end`. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export interface ArchiveStore {
  /** As a person would name the file: a path, or an s3:// address. */
  readonly locate: (name: string) => string;
  /** Names of the files whose names begin so, in order. */
  readonly list: (prefix: string) => Promise<string[]>;
  readonly exists: (name: string) => Promise<boolean>;
  /** @throws OperatorError where there is none. */
  readonly open: (name: string) => Promise<ArchiveSource>;
  readonly create: (name: string) => Promise<ArchiveSink>;
  readonly close: () => void;
}
