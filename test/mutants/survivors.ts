/** The mutants that no project fails, each with the reason. */

export interface Survivor {
  /**
   * `equivalent`: nothing that it does differs, beside words and time. `beyond`: only other sessions, a kill, or what one
   * step of a move leaves to the next could tell. `unseen`: a project could show it, and none does.
   */
  readonly why: 'equivalent' | 'beyond' | 'unseen';
  readonly reason: string;
}

const equivalent = (reason: string): Survivor => ({ why: 'equivalent', reason });
const beyond = (reason: string): Survivor => ({ why: 'beyond', reason });
const unseen = (reason: string): Survivor => ({ why: 'unseen', reason });

const REFUSED_ANYWAY = equivalent('the server refuses it a moment later itself, with the same SQLSTATE');
const ONLY_SAID = equivalent('only the words of a notice or of a reason differ');
const SAME_NAME = equivalent('a name is asked for months or not, and either is some months');
const RACE = beyond(
  'only a session that writes or changes partitions in the same moment could tell: for the scenario `concurrent`',
);
const DEPENDENTS_KEEP = beyond(
  'what depends on a partition keeps it from being dropped; only an object made in that moment would go with it',
);
const UNDONE = beyond('only a move that is cancelled or begins anew has such work to drop');
const WAITING = beyond('only how long it pauses, and when it gives way to other sessions, differs');
const OFFSET_TOLD = equivalent(
  'the text that it reads tells its offset, or its callers have pinned the same setting',
);

export const SURVIVORS: Readonly<Record<string, Survivor>> = {
  'V2 replace_partitions: comparison shifted, 1': equivalent(
    'a name more than there are ranges is never used',
  ),
  'V1 guard_conversion_range: comparison shifted, 2': equivalent(
    'the constraint is there to spare a scan, and goes in the same transaction: it takes longer',
  ),
  'V2 partition_grid: bound shifted, 1': equivalent(
    'the one month that is left out is made as what lies beside the others, and as one partition too',
  ),
  'V1 manage_partitions: comparison turned, 1': ONLY_SAID,
  'V2 run_partition_moves: bound swapped, 2': WAITING,
  'V2 plan_partition_moves: interval changed, 1': SAME_NAME,
  'V1 assert_default_is_clear: bound swapped, 2': REFUSED_ANYWAY,
  'V1 swap_converted_table: interval changed, 1': SAME_NAME,
  'V1 conversion_restore_statements: number changed, 3': equivalent(
    'the last of three places stays the last',
  ),
  'V1 assert_default_is_clear: number changed, 1': REFUSED_ANYWAY,
  'V2 run_partition_moves: number changed, 4': WAITING,
  'V3 restore_archived_partition: lock removed, 2': RACE,
  'V3 lock_partitions_to_retire: lock removed, 2': RACE,
  'V1 manage_partitions: lock removed, 1': RACE,
  'V1 drop_empty_future_partitions: lock removed, 2': RACE,
  'V1 apply_partition_interval: lock removed, 1': RACE,
  'V1 drop_empty_future_partitions: lock weakened, 1': RACE,
  'V3 drop_archived_partition: lock weakened, 1': RACE,
  'V1 lock_conversion_neighbours: lock weakened, 1': RACE,
  'V2 lock_partition_move: lock weakened, 1': RACE,
  'V2 drop_move_work: lock weakened, 1': UNDONE,
  'V2 drop_move_work: statement dropped, 1': UNDONE,
  'V2 assert_rows_can_move: refusal dropped, 2': unseen(
    'it takes a publication of all tables, or of a schema, which only a superuser makes: migrations run as none',
  ),
  'V1 assert_default_is_clear: statement dropped, 1': REFUSED_ANYWAY,
  'V3 partition_archive_schema: condition removed, 3': unseen(
    'it takes an archive schema that a superuser made: migrations run as none',
  ),
  'V2 make_move_targets: condition removed, 1': beyond(
    'the targets of later moves are made earlier, which only who looks at the work meanwhile could tell',
  ),
  'V1 assert_conversion_possible: AND and OR swapped, 2': REFUSED_ANYWAY,
  'V2 partition_move_structure: AND and OR swapped, 1': beyond(
    'only a trigger that another session makes on a table while a move is under way would count too much',
  ),
  'V3 partition_archive_fault: branch turned, 2': ONLY_SAID,
  'V2 assert_no_old_snapshot: order turned, 1': ONLY_SAID,
  'V2 default_targets: order turned, 1': equivalent('who plans the moves sorts them'),
  'V3 partition_referencing_key: order turned, 2': equivalent(
    'of several foreign keys in use another one is named as the reason',
  ),
  'V1 lock_partitions_for_change: order turned, 1': beyond(
    'locks are taken in another order: only sessions that take them too could meet in a deadlock',
  ),
  'V1 partition_plan_arrays: default removed, 9': equivalent(
    'what is read from it is as empty of null as of {}',
  ),
  'V3 apply_retention: default removed, 2': equivalent(
    'what the first look kept is tried, refused, and kept for the same reason',
  ),
  'V3 record_archive: default removed, 1': equivalent('the checksum of no rows is 0 already'),
  'V1 conversion_parent_statements: argument turned, 1': unseen(
    'it takes a second tablespace, which only a superuser makes: migrations run as none',
  ),
  'V2 replace_partitions: cascade, 1': DEPENDENTS_KEEP,
  'V3 drop_archived_partition: cascade, 1': DEPENDENTS_KEEP,
  'V3 retire_partition: cascade, 1': DEPENDENTS_KEEP,
  'V2 partition_checksum: time zone changed, 1': equivalent(
    'any zone will do, as long as it is always the same one: both sides are hashed by this function',
  ),
  'V2 count_what_keys_do: time zone changed, 1': beyond(
    'only what foreign keys do to rows while a move is under way is counted there',
  ),
  'V1 conversion_range: time zone changed, 1': OFFSET_TOLD,
  'V1 drop_empty_partition: cascade, 1': DEPENDENTS_KEEP,
  'V1 partition_bound_value: setting removed, 1': OFFSET_TOLD,
  'V2 apply_partition_log: setting removed, 3': beyond(
    'only what is written while a move is under way is logged',
  ),
  'V2 swap_partition_move: setting removed, 1': beyond(
    'forced row security is refused when the move begins; only one that is forced meanwhile gets that far',
  ),
  'V3 restore_archived_partition: setting removed, 1': equivalent(
    'the bounds that were noted are in ISO style',
  ),
  'V1 conversion_range: setting removed, 1': OFFSET_TOLD,
};
