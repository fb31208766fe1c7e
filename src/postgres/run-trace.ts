/** The mark that a run's things bear where they could outlive it, so that whoever comes later finds these and no others. */
import { randomBytes } from 'node:crypto';

export type OpenedKind = 'embedded' | 'testcontainers' | 'url';

export interface RunTrace {
  /** By `newRunMark`. */
  readonly mark: string;
  /** Told before anything of a server of that kind is made. */
  readonly onOpening: (kind: OpenedKind) => Promise<void>;
}

/** Eight hexadecimal digits, a letter among them: of figures alone somebody's own names are made, such as dates. */
export function newRunMark(): string {
  const mark = randomBytes(4).toString('hex');
  return isRunMark(mark) ? mark : newRunMark();
}

export const isRunMark = (text: string): boolean => /^(?=.*[a-f])[0-9a-f]{8}$/.test(text);

/** For those who leave nothing to be found: their reapers see to it. */
export const untraced = (): RunTrace => ({ mark: newRunMark(), onOpening: () => Promise.resolve() });

/** The label of a run's containers; its value is the mark. */
export const CONTAINER_LABEL = 'partition-guard.run';
