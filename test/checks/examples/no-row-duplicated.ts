/** Examples of `no-row-duplicated`. */
import { noRowDuplicated } from '../../../src/checks/no-row-duplicated.ts';
import type { CheckExamples } from '../example.ts';
import { examplesOfFault } from '../row-fault-examples.ts';

export const EXAMPLES: CheckExamples = { check: noRowDuplicated, examples: examplesOfFault('duplicated') };
