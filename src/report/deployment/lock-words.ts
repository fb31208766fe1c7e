/** Which locks are worth telling, and a lock in words. */
import type { DeploymentPlan, ExpectedLock, PlannedStatement } from '../../domain/deployment.ts';
import { count, thousands } from '../../domain/wording.ts';
import { bytes, time, type Voice } from './voice.ts';

/** Locks that stop anybody who does more than read. */
export const stopping = (locks: readonly ExpectedLock[]): ExpectedLock[] =>
  locks.filter(({ mode }) => mode !== 'ACCESS SHARE' && mode !== 'ROW SHARE');

/** Says nothing that whoever uses the database could notice. */
export const isQuiet = ({ basis, locks }: PlannedStatement): boolean =>
  basis !== 'unknown' && stopping(locks).length === 0;

/** `ACCESS EXCLUSIVE on public.booking, 480 ms expected (12 ms measured at 100,000 rows, and here are 40 times as many)`. */
export function lockWords(
  { table, mode, heldMs, measured }: ExpectedLock,
  { sizes }: DeploymentPlan,
  voice: Voice,
): string {
  const what = `${mode} on ${voice.name(table, 120)}`;
  if (heldMs === undefined || !measured) {
    const size = sizes.find((sized) => sized.table === table);
    const rows = size?.rows === undefined ? '' : `${count(size.rows, 'row')}, `;
    return size ? `${what} (${rows}${bytes(size.bytes)})` : what;
  }
  const at = measured.rows === undefined || measured.rows === 0 ? '' : ` at ${count(measured.rows, 'row')}`;
  if (measured.factor === undefined) return `${what}, ${time(heldMs)} measured${at}`;
  const times = measured.factor < 10 ? measured.factor.toFixed(1) : thousands(Math.round(measured.factor));
  return `${what}, ${time(heldMs)} expected (${time(measured.heldMs)} measured${at}, and here are ${times} times as many)`;
}
