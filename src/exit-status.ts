/** What the process ends with: the verdict's exit status, or the error's, told in two lines. */
import { EXIT, type ExitStatus, OperatorError } from './domain/operator-error.ts';
import type { Redact } from './domain/redaction.ts';
import type { Verdict } from './domain/verdict.ts';
import { printableLines } from './report/printable.ts';

export const exitStatusOf = (verdict: Verdict): ExitStatus => EXIT[verdict];

/** One line of what is wrong, one of what to do; a fault of the program keeps its stack. */
export function tellError(
  error: unknown,
  redact: Redact,
): { readonly text: string; readonly status: ExitStatus } {
  if (error instanceof OperatorError) {
    const lines = [...printableLines(redact(error.message)), ...printableLines(redact(`→ ${error.hint}`))];
    return { text: `${lines.join('\n')}\n`, status: error.exitStatus };
  }
  const stack = redact(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const lines = [
    ...printableLines(`partition-guard failed by a fault of its own: ${stack}`),
    '→ Report it with these lines and the migrations that bring it about.',
  ];
  return { text: `${lines.join('\n')}\n`, status: EXIT.fault };
}
