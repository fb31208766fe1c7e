/** A mistake that its operator can mend: what is wrong, what to do, and the exit status that says which kind it is. */

/** Exit statuses of the program, as the documentation lists them. */
export const EXIT = {
  pass: 0,
  fail: 1,
  inconclusive: 2,
  refused: 3,
  usage: 64,
  fault: 70,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

export interface OperatorErrorDetails {
  /** Stable, kebab-case name of the mistake. */
  readonly code: string;
  /** One line: the next step. */
  readonly hint: string;
  readonly exitStatus?: ExitStatus;
  readonly cause?: unknown;
}

export class OperatorError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly exitStatus: ExitStatus;

  /** @param message one line of what is wrong, with file and line where there is one. */
  constructor(message: string, details: OperatorErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'OperatorError';
    this.code = details.code;
    this.hint = details.hint;
    this.exitStatus = details.exitStatus ?? EXIT.usage;
  }
}
