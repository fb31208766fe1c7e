/** Examples of `no-row-lost`. */
import { noRowLost } from '../../../src/checks/no-row-lost.ts';
import type { CheckExamples } from '../example.ts';
import { examplesOfFault } from '../row-fault-examples.ts';

export const EXAMPLES: CheckExamples = { check: noRowLost, examples: examplesOfFault('lost') };
