/** The mark that a run's things bear where they could outlive it, so that whoever comes later finds these and no others. */
import { randomBytes } from 'node:crypto';

export type OpenedKind = 'embedded' | 'testcontainers' | 'url';

export interface RunTrace {
  /** Eight hexadecimal digits, by `newRunMark`. */
  readonly mark: string;
  /** Told before anything of a server of that kind is made. */
  readonly onOpening: (kind: OpenedKind) => Promise<void>;
}

export const newRunMark = (): string => randomBytes(4).toString('hex');

export const isRunMark = (text: string): boolean => /^[0-9a-f]{8}$/.test(text);

/** For those who leave nothing to be found: their reapers see to it. */
export const untraced = (): RunTrace => ({ mark: newRunMark(), onOpening: () => Promise.resolve() });

/** The label of a run's containers; its value is the mark. */
export const CONTAINER_LABEL = 'partition-guard.run';
