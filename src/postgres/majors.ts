/** The PostgreSQL majors that a throwaway server may have. */
import { EXIT, OperatorError } from '../domain/operator-error.ts';

/** Newest first: the order of preference where none is asked for. */
export const MAJORS = [18, 17, 16, 15, 14] as const;

/** What is fetched where none is asked for and none is installed. */
export const DEFAULT_MAJOR = 17;

export function assertMajor(major: number): void {
  if (MAJORS.some((known) => known === major)) return;
  throw new OperatorError(`PostgreSQL ${major} is not among the majors that can be tested on`, {
    code: 'server-major-unknown',
    hint: `ask for one of ${[...MAJORS].reverse().join(', ')}`,
    exitStatus: EXIT.usage,
  });
}
