/** Mode merge: the JSON reports of shards or majors joined into one verdict. */
import { OperatorError } from '../domain/operator-error.ts';
import type { Job } from './job.ts';
import type { Judged } from './judged.ts';

export function playMerge({ inputs }: Job): Promise<Judged> {
  if (inputs.lines('reports') === undefined) {
    throw new OperatorError('mode merge has no reports to join', {
      code: 'merge-no-reports',
      hint: 'Give their files as the input reports, one a line.',
    });
  }
  throw new OperatorError('mode merge is not in this version yet', { code: 'merge-to-come', hint: 'Wait.' });
}
