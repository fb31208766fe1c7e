/** What a scenario is: data, a list of steps that another room plays. No SQL. */
import type { IntervalName } from './interval.ts';

/** Which of the migrations a step applies. */
export type MigrationSet = 'base' | 'change' | 'all';

/** Where seeded rows go: everywhere, or only up to the run's date, which leaves the future free. */
export type Occupancy = 'every-partition' | 'until-now';

export type Step =
  /**
   * With seedBetween each table is seeded before the file after the one that made it; where that was the last file,
   * it is run once more, for a script that makes or manages a table meets the table in use the next time.
   */
  | {
      readonly kind: 'apply-migrations';
      readonly which: MigrationSet;
      readonly seedBetween: boolean;
      /** The session's; undefined: as the server has it. */
      readonly timeZone?: string;
      readonly label: string;
    }
  | { readonly kind: 'seed'; readonly occupancy: Occupancy; readonly label: string }
  /** Rows are added to every partition of the future, its edge instants included. */
  | { readonly kind: 'book-ahead'; readonly label: string }
  | {
      readonly kind: 'change-interval';
      readonly to: IntervalName;
      readonly repeats: boolean;
      /** The session's; undefined: as the server has it. */
      readonly timeZone?: string;
      readonly label: string;
    }
  /** The change is called while another session holds the table, and cancelled where it waits. */
  | { readonly kind: 'cancelled-change'; readonly to: IntervalName; readonly label: string }
  /** Partitions are made before the first, back to what is past the retention: a table that was in use for long. */
  | { readonly kind: 'lay-back'; readonly label: string }
  /** What lets go of old partitions is called. */
  | { readonly kind: 'retention'; readonly repeats: boolean; readonly label: string }
  /** Every repeatable migration is applied once more. */
  | { readonly kind: 'repeat-migrations'; readonly label: string };

/** One run through a scenario in a database of its own. */
export interface PassPlan {
  readonly label: string;
  /** Steps that several passes share: played once, and cloned. */
  readonly given: readonly Step[];
  readonly when: readonly Step[];
}

export interface Scenario {
  readonly name: string;
  readonly passes: readonly PassPlan[];
}

/** The zone of the session that a step is played in, where it is another than the server's. */
export const timeZoneOf = (step: Step): string | undefined =>
  step.kind === 'change-interval' || step.kind === 'apply-migrations' ? step.timeZone : undefined;
