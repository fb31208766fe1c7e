/** The maintenance window while a run goes on: what was applied before it shut stays, the rest is refused. */
import type { Refusal } from '../../domain/deployment.ts';
import type { Course, Run } from './run.ts';

/** Nothing of the next step was begun. */
export class WindowShut extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'WindowShut';
    this.refusal = refusal;
  }
}

/**
 * Before each step, and before each further try of it.
 * @param step a file's name, or a call.
 * @throws WindowShut
 */
export function requireOpen({ request }: Run, { applied }: Course, step: string): void {
  const shut = request.windowNow?.();
  if (shut === undefined) return;
  const stays =
    applied.length === 0
      ? 'nothing was applied before it shut'
      : `${applied.map(({ script }) => script).join(', ')} ${applied.length === 1 ? 'was applied and stays' : 'were applied and stay'}`;
  throw new WindowShut({ ...shut, message: `${shut.message}; ${stays}, ${step} was not begun` });
}
