/** The names of scenarios that can be asked for, spelled one way. */
import type { IntervalName } from '../domain/interval.ts';

export type ScenarioName =
  | 'fresh'
  | 'upgrade'
  | 'rerun'
  | `change:${IntervalName}->${IntervalName}`
  | `round-trip:${IntervalName}->${IntervalName}->${IntervalName}`;
