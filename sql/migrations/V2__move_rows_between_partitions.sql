-- Moving rows between partitions while the application goes on reading and writing: another interval for
-- ranges that hold rows, splits, merges, and an emptied default partition.
--
-- Builds on V1, in the same schema; PostgreSQL 14 to 18, no extension. Reference: docs/partition-manager.md
--
--   1  Preconditions
--   2  Tables: what is being moved
--   3  Counting and hashing rows
--   4  Planning: which partitions are replaced by which
--   5  Starting: a log of the changes that the application makes meanwhile
--   6  Copying, and catching up with the log
--   7  Swapping: the new partitions take the place of the old
--   8  One step of a move, and what the next one is
--   9  The public function and procedures
--  10  Pinning every function to its schema
--
-- A move replaces some partitions (its sources) by new ones (its targets) that cover the same instants. It
-- goes through these states, one short transaction a step, so that any caller can go on after a kill:
--
--   PLANNED    nothing was done yet
--   LOGGING    triggers on the sources log the key of every row that changes; targets are copied one by one
--   KEYED      the targets have the table's foreign keys, not validated yet
--   VALIDATED  the foreign keys are validated
--   SWAPPED    the targets are attached, the sources are gone, the log is left to be dropped


-- 1  Preconditions -----------------------------------------------------------------------------------------

do $preconditions$
begin
    -- Elsewhere in the search_path is not enough: these functions look into their own schema only.
    if current_schema() is null
            or to_regprocedure(format('%I.partition_ranges(regclass)', current_schema())) is null
            or to_regclass(format('%I.partition_audit_log', current_schema())) is null then
        raise exception 'the partition manager is not in schema %', coalesce(quote_ident(current_schema()), '(none)')
            using errcode = 'object_not_in_prerequisite_state',
                  hint = 'Apply V1__create_or_manage_partitions.sql in the same schema first.';
    end if;
end
$preconditions$;


-- 2  Tables ------------------------------------------------------------------------------------------------

create table if not exists partition_move (
    id bigint generated always as identity primary key,
    planned_at timestamptz not null default clock_timestamp(),
    parent regclass not null,
    state text not null default 'PLANNED'
        constraint partition_move_state_check
        check (state in ('PLANNED', 'LOGGING', 'KEYED', 'VALIDATED', 'SWAPPED')),
    step interval,
    source_ranges tsmultirange not null,
    sources regclass[] not null,
    source_bounds text[] not null,
    key_columns name[] not null,
    structure text,
    log_table regclass,
    catch_ups integer not null default 0
);

comment on table partition_move is
    'One row for each move of rows that is not finished: sources are the partitions that go. Only the partition manager writes here.';
comment on column partition_move.step is 'The interval asked for; null for a merge.';
comment on column partition_move.source_bounds is 'The sources'' bounds when the move was planned; another bound stops it.';
comment on column partition_move.key_columns is 'The columns by which a changed row is found again.';
comment on column partition_move.structure is 'What partition_move_structure() told when the copies began.';
comment on column partition_move.log_table is 'Where triggers on the sources log the keys of changed rows.';

create table if not exists partition_move_target (
    move bigint not null references partition_move on delete cascade,
    place integer not null,
    range tsrange,
    relation regclass,
    row_count bigint,
    checksum numeric,
    copied_by xid8,
    primary key (move, place)
);

comment on table partition_move_target is 'The partitions that a move makes.';
comment on column partition_move_target.range is 'Its range in UTC; null for a default partition.';
comment on column partition_move_target.relation is 'The table, once it is made; not attached before the swap.';
comment on column partition_move_target.copied_by is 'The transaction that last wrote to it; null until it is filled.';


-- 3  Counting and hashing rows -----------------------------------------------------------------------------

create or replace function partition_row_expression(relation regclass, alias text)
returns text
language sql
stable
as $function$
    -- A row of values, each in the one order of the relation given. A type that has no hash, such as json, goes
    -- by its text; a domain by the type under it. The hash of a numeric leaves out its sign, also within other
    -- types; a collation that takes two texts for equal hashes them alike. Virtual columns are computed from the
    -- others, and triggers don't see them.
    select 'row(' || string_agg(
               case
                   when coalesce(nullif(t.typbasetype, 0), t.oid) = 'numeric'::regtype
                       then format('%1$I.%2$I, %1$I.%2$I < 0', alias, a.attname)
                   when t.typtype <> 'c' and coalesce(nullif(t.typbasetype, 0), t.oid) not in (
                       'jsonb'::regtype, 'numeric[]'::regtype, 'jsonb[]'::regtype, 'numrange'::regtype,
                       'nummultirange'::regtype
                   ) and exists (
                       select from pg_opclass o
                         join pg_am m on m.oid = o.opcmethod and m.amname = 'hash'
                         join pg_amproc p on p.amprocfamily = o.opcfamily
                                         and p.amproclefttype = o.opcintype
                                         and p.amprocnum = 2
                        where o.opcdefault
                          and o.opcintype = coalesce(nullif(t.typbasetype, 0), t.oid)
                   ) then format('%I.%I', alias, a.attname)
                          || case when a.attcollation <> 0 then ' collate "C"' else '' end
                   else format('%I.%I::text collate "C"', alias, a.attname)
               end,
               ', ' order by a.attnum
           ) || ')'
      from pg_attribute a
      join pg_type t on t.oid = a.atttypid
     where a.attrelid = relation
       and a.attnum > 0
       and not a.attisdropped
       and a.attgenerated <> 'v';
$function$;

comment on function partition_row_expression(regclass, text) is
    'A row() of all columns of a relation that hash_record_extended takes, as text, under an alias.';


create or replace function partition_checksum(relation regclass)
returns table (
    row_count bigint,
    checksum numeric
)
language plpgsql
stable
set row_security = off
set extra_float_digits = 1
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set lc_monetary = 'C'
set timezone = 'UTC'
set jit = off
as $function$
begin
    -- A sum, unlike bit_xor, also sees a row that is there twice more. The hash of a record is a weighted sum of
    -- its values' hashes: hashed once more, it tells apart rows that have exchanged one value.
    return query execute format(
        'select count(*), coalesce(sum(hashtextextended(to_hex(hash_record_extended(%s, 0)), 0)), 0) from %s t',
        partition_row_expression(relation, 't'), relation
    );
end
$function$;

comment on function partition_checksum(regclass) is
    'The number of rows of a table and the sum of their 64-bit hashes: the same wherever the same rows are, in any order, time zone or session. Reads the whole table.';


-- 4  Planning ----------------------------------------------------------------------------------------------

create or replace function partition_move_key(parent regclass)
returns name[]
language plpgsql
stable
as $function$
declare
    -- the columns of the best unique index
    key_columns name[];
begin
    select array_agg(a.attname order by k.place)
      into key_columns
      from (
               select x.indexrelid,
                      x.indkey,
                      x.indnkeyatts
                 from pg_index x
                where x.indrelid = parent
                  and x.indisunique
                  and x.indisvalid
                  and x.indimmediate
                  and x.indpred is null
                  and x.indexprs is null
                  and not exists (
                          select from pg_attribute n
                           where n.attrelid = parent
                             and n.attnum = any (x.indkey[0:x.indnkeyatts - 1])
                             and not n.attnotnull
                      )
                order by x.indisprimary desc, x.indnkeyatts, x.indexrelid
                limit 1
           ) best
     cross join lateral unnest(best.indkey[0:best.indnkeyatts - 1]) with ordinality as k (attnum, place)
      join pg_attribute a on a.attrelid = parent and a.attnum = k.attnum;

    if key_columns is null then
        raise exception '% has no primary key, nor another unique key without nulls', parent
            using errcode = 'object_not_in_prerequisite_state',
                  detail = 'A row that changes while it is moved can then not be found again. Nothing was changed.',
                  hint = 'Add a primary key that includes the partition column, then call it again.';
    end if;

    return key_columns;
end
$function$;

comment on function partition_move_key(regclass) is
    'The columns of the primary key, or else of another unique key without nulls; raises 55000 where there is none.';


create or replace function wide_publications(parent regclass)
returns text
language plpgsql
stable
as $function$
declare
    -- those found
    publications text;
begin
    select string_agg(quote_ident(b.pubname), ', ' order by b.pubname)
      into publications
      from pg_publication b
     where b.puballtables;

    -- Dynamically, because it is there from PostgreSQL 15 on.
    if publications is null and to_regclass('pg_catalog.pg_publication_namespace') is not null then
        execute $sql$
            select string_agg(distinct quote_ident(b.pubname), ', ')
              from pg_catalog.pg_publication_namespace s
              join pg_catalog.pg_publication b on b.oid = s.pnpubid
              join pg_catalog.pg_namespace n on n.oid = s.pnnspid
              join pg_catalog.pg_class c on c.oid = $1
             where n.oid = c.relnamespace or n.nspname = current_schema()
        $sql$ into publications using parent;
    end if;

    return publications;
end
$function$;

comment on function wide_publications(regclass) is
    'The publications that publish whatever table is made for a move of the rows of a table; null where there are none.';


create or replace function assert_rows_can_move(parent regclass, sources regclass[])
returns void
language plpgsql
stable
as $function$
declare
    -- what stands in the way
    obstacle text;
begin
    if partition_is_distributed(parent) then
        raise exception 'the rows of % are not moved: it is a distributed table', parent
            using errcode = 'feature_not_supported',
                  detail = 'Citus has no triggers on distributed tables, so changes made meanwhile would be lost. Nothing was changed.',
                  hint = 'Change the interval of empty partitions with manage_partitions.';
    end if;

    obstacle := wide_publications(parent);

    if obstacle is not null then
        raise exception 'the rows of % are not moved: the copies would be published', parent
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('Subscribers know no such tables. Published are all tables, or those in a schema, by: %s. Nothing was changed.', obstacle),
                  hint = 'Publish tables by name, with publish_via_partition_root.';
    end if;

    -- By the name it was made under: of one that points at a table of which this one is a partition, or that a
    -- partitioned table has, this table has a share only.
    select string_agg(distinct format('%s of table %s', quote_ident(o.conname), o.conrelid::regclass), ', ')
      into obstacle
      from pg_constraint k
     cross join lateral (
               with recursive lineage as (
                   select k.conname, k.conrelid, k.conparentid
                   union all
                   select w.conname, w.conrelid, w.conparentid
                     from lineage l
                     join pg_constraint w on w.oid = l.conparentid
               )
               select l.conname, l.conrelid from lineage l where l.conparentid = 0
           ) o
     where k.confrelid = parent
       and k.contype = 'f';

    if obstacle is not null then
        raise exception 'the rows of % are not moved: foreign keys point at it', parent
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('PostgreSQL detaches no partition with rows that are referenced. They are: %s. Nothing was changed.', obstacle),
                  hint = 'Drop these foreign keys, move the rows, and add them again.';
    end if;

    select string_agg(format('%s (%s)', c.oid::regclass, o.reason), ', ' order by c.relname)
      into obstacle
      from unnest(sources) as s (oid)
      join pg_class c on c.oid = s.oid
     cross join lateral (
               select case
                          when c.relkind = 'f' then 'it is a foreign table'
                          when c.relkind = 'p' then 'it is partitioned itself'
                          when c.relrowsecurity then 'it has row security of its own'
                          when exists (
                              select from pg_trigger g
                               where g.tgrelid = c.oid
                                 and not g.tgisinternal
                                 and g.tgparentid = 0
                                 and not exists (
                                         select from pg_proc f
                                          where f.oid = g.tgfoid
                                            and f.pronamespace = quote_ident(current_schema())::regnamespace
                                            and f.proname ~ '^partition_move_log_[0-9]+$'
                                     )
                          ) then 'it has triggers of its own'
                          else (
                              select 'something depends on it: ' || string_agg(d, ', ')
                                from partition_dependents(c.oid) d
                          )
                      end as reason
           ) o
     where o.reason is not null;

    if obstacle is not null then
        raise exception 'the rows of % are not moved: some of its partitions cannot be replaced', parent
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('They are: %s. Nothing was changed.', obstacle),
                  hint = 'Drop what is named there, or move another range.';
    end if;
end
$function$;

comment on function assert_rows_can_move(regclass, regclass[]) is
    'Raises 0A000 or 55000, with names, where partitions cannot be replaced without losing more than themselves.';


create or replace function partition_grid(span tsrange, step interval)
returns setof tsrange
language sql
stable
as $function$
    -- The nth bound is the first plus n steps; a step of days or months alone never drifts from its grid.
    select partition_interval_range(g.instant, step)
      from generate_series(
               lower(partition_interval_range(lower(span), step)),
               upper(span) - interval '1 microsecond',
               step
           ) as g (instant);
$function$;

comment on function partition_grid(tsrange, interval) is
    'The ranges of an interval that contain any instant of a span, in order.';


create or replace function rebuild_targets(parent regclass, wanted tsrange, step interval)
returns tsrange[]
language plpgsql
stable
as $function$
declare
    -- what is covered so far, and by whole ranges and whole partitions
    span tsrange := wanted;
    wider tsrange;
    unbounded regclass;
    targets tsrange[];
begin
    -- Out to whole ranges and whole partitions, until neither is cut.
    loop
        select tsrange(min(lower(w.range)), max(upper(w.range)))
          into wider
          from (
                   select span as range
                   union all
                   select partition_interval_range(lower(span), step)
                   union all
                   select partition_interval_range(upper(span) - interval '1 microsecond', step)
                   union all
                   select p.range
                     from partition_ranges(parent) p
                    where p.range && span
                      and isfinite(lower(p.range))
                      and isfinite(upper(p.range))
               ) w;
        exit when wider = span;
        span := wider;
    end loop;

    select p.partition
      into unbounded
      from partition_ranges(parent) p
     where p.range && span
       and (isfinite(lower(p.range)) and isfinite(upper(p.range))) is not true
     limit 1;

    if unbounded is not null then
        raise exception 'partition % has no finite bounds and reaches into the range from % to %',
                unbounded, lower(span), upper(span)
            using errcode = 'feature_not_supported',
                  detail = 'A partition with MINVALUE, MAXVALUE or infinity as a bound is not rebuilt. Nothing was changed.',
                  hint = 'Give a range that ends before it.';
    end if;

    select array_agg(g.range order by g.range) into targets from partition_grid(span, step) as g (range);

    return targets;
end
$function$;

comment on function rebuild_targets(regclass, tsrange, interval) is
    'The ranges of an interval over a span, wide enough that no partition is cut; raises 0A000 where one without finite bounds is in the way.';


create or replace function split_targets(parent regclass, partition regclass, step interval)
returns tsrange[]
language plpgsql
stable
as $function$
declare
    -- the partition's range, and its pieces
    whole tsrange;
    targets tsrange[];
begin
    select p.range into whole from partition_ranges(parent) p where p.partition = split_targets.partition;

    if (isfinite(lower(whole)) and isfinite(upper(whole))) is not true then
        raise exception 'partition % has no finite bounds', partition
            using errcode = 'feature_not_supported',
                  detail = 'A default partition, or one with MINVALUE, MAXVALUE or infinity as a bound, is not split.',
                  hint = 'For a default partition call empty_default_partition.';
    end if;

    select array_agg(g.range * whole order by g.range) into targets from partition_grid(whole, step) as g (range);

    return targets;
end
$function$;

comment on function split_targets(regclass, regclass, interval) is
    'The pieces of a partition on an interval, cut at its own bounds.';


create or replace function merge_targets(parent regclass, partitions regclass[])
returns tsrange[]
language plpgsql
stable
as $function$
declare
    -- the ranges together, and how many partitions were found
    ranges tsmultirange;
    found_partitions bigint;
begin
    select range_agg(p.range),
           count(*)
      into ranges,
           found_partitions
      from partition_ranges(parent) p
     where p.partition = any (partitions)
       and isfinite(lower(p.range))
       and isfinite(upper(p.range));

    if found_partitions < (select count(distinct m.partition) from unnest(partitions) as m (partition)) then
        raise exception 'not all of these are partitions of % with finite bounds: %', parent, partitions
            using errcode = 'wrong_object_type',
                  hint = 'Name partitions of one table, with finite bounds.';
    end if;

    if (select count(*) from unnest(ranges)) > 1 then
        raise exception 'these partitions of % do not follow each other without a gap', parent
            using errcode = 'invalid_parameter_value',
                  detail = format('Together they cover %s.', ranges),
                  hint = 'Name partitions that lie side by side.';
    end if;

    return array[range_merge(ranges)];
end
$function$;

comment on function merge_targets(regclass, regclass[]) is
    'The one range that partitions side by side cover; raises 22023 where there is a gap between them.';


create or replace function default_targets(parent regclass, step interval)
returns tsrange[]
language plpgsql
stable
set row_security = off
as $function$
declare
    -- the default partition, its key, and the ranges to make
    default_partition regclass;
    key record;
    taken tsmultirange;
    targets tsrange[];
begin
    select p.partition into default_partition from partition_ranges(parent) p where p.is_default;

    if default_partition is null then
        return '{}';
    end if;

    select k.column_name, k.data_type into key from partition_key(parent) k;

    select coalesce(range_agg(p.range), '{}')
      into taken
      from partition_ranges(parent) p
     where not p.is_default;

    -- Each range of the interval that holds a row of the default partition, less what partitions cover.
    execute format(
        $sql$
            select coalesce(array_agg(f.range order by f.range), '{}')
              from (
                       select distinct partition_interval_range(%s, $1) as range
                         from %s p
                        where isfinite(p.%I)
                   ) r
             cross join lateral unnest(tsmultirange(r.range) - $2) as f (range)
             where exists (
                       select from %s p
                        where p.%I >= lower(f.range) %s
                          and p.%I < upper(f.range) %s
                   )
        $sql$,
        case
            when key.data_type = 'timestamptz'::regtype then format('p.%I at time zone %L', key.column_name, 'UTC')
            else format('p.%I::timestamp', key.column_name)
        end,
        default_partition,
        key.column_name,
        default_partition,
        key.column_name,
        case when key.data_type = 'timestamptz'::regtype then 'at time zone ''UTC''' end,
        key.column_name,
        case when key.data_type = 'timestamptz'::regtype then 'at time zone ''UTC''' end
    ) into targets using step, taken;

    return targets;
end
$function$;

comment on function default_targets(regclass, interval) is
    'The ranges of an interval that rows of the default partition need, less what partitions cover. Rows at infinity stay.';


create or replace function unfinished_moves(parent regclass, targets tsrange[])
returns setof bigint
language sql
stable
as $function$
    -- A move that replaces the default partition is in the way of all: only one may.
    select m.id
      from partition_move m
     where m.parent = unfinished_moves.parent
       and (
               targets is null
               or m.source_ranges && any (targets)
               or exists (
                   select from partition_move_target t
                    where t.move = m.id and (t.range is null or t.range && any (targets))
               )
           )
     order by m.id;
$function$;

comment on function unfinished_moves(regclass, tsrange[]) is
    'The moves of a table that are not finished and have to do with these ranges, the oldest first; all of them where that is null.';


create or replace function plan_partition_moves(parent regclass, targets tsrange[], step interval)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the ranges to make, less those that are there already
    missing tsrange[];
    beside tsmultirange;
    keys name[];
    default_partition regclass;
    sources regclass[];

    -- one move at a time: what it replaces by what
    piece record;
    move_id bigint;
    planned integer := 0;
    orphan bigint;
begin
    perform lock_partition_manager(parent);

    -- What is left of moves of tables that were dropped.
    for orphan in
        select m.id from partition_move m where not exists (select from pg_class c where c.oid = m.parent)
    loop
        perform drop_move_work(orphan);
        perform finish_partition_move(orphan);
    end loop;

    if exists (select from unfinished_moves(parent, targets)) then
        return -1;
    end if;

    select coalesce(array_agg(t.range order by t.range), '{}')
      into missing
      from unnest(targets) as t (range)
     where not exists (select from partition_ranges(parent) p where p.range = t.range);

    if missing = '{}' then
        return 0;
    end if;

    -- Another caller may have changed the partitions since these ranges were chosen. What a source covers
    -- beside them is made into partitions, too: it goes with its rows otherwise.
    select coalesce(range_agg(p.range), '{}') - tsmultirange(variadic missing)
      into beside
      from partition_ranges(parent) p
     where p.range && any (missing);

    if (isfinite(lower(beside)) and isfinite(upper(beside))) is not true and beside <> '{}' then
        raise exception 'a partition of % without finite bounds reaches into the ranges to be made', parent
            using errcode = 'feature_not_supported',
                  detail = format('Beside them it covers %s. Nothing was changed.', beside),
                  hint = 'Give a range that ends before it.';
    end if;

    missing := missing || array(
        select coalesce(g.range * b.range, b.range)
          from unnest(beside) as b (range)
          left join lateral partition_grid(b.range, step) as g (range) on step is not null
         order by 1
    );

    if cardinality(missing) > 1200 then
        raise exception '% partitions of % would be made at once', cardinality(missing), parent
            using errcode = 'program_limit_exceeded',
                  detail = format('They reach from %s to %s; the limit is 1200. Nothing was changed.',
                                  lower(missing[1]), upper(missing[cardinality(missing)])),
                  hint = 'Give a shorter range.';
    end if;

    perform assert_maintenance_window();
    keys := partition_move_key(parent);

    select p.partition into default_partition from partition_ranges(parent) p where p.is_default;

    select coalesce(array_agg(p.partition), '{}')
      into sources
      from partition_ranges(parent) p
     where p.range && any (missing);

    -- A default partition takes rows of what no partition covers, also while the move goes on.
    if not (
        tsmultirange(variadic missing) <@ (
            select coalesce(range_agg(p.range), '{}') from partition_ranges(parent) p where p.range && any (missing)
        )
    ) then
        sources := sources || default_partition;
    else
        default_partition := null;
    end if;

    perform assert_rows_can_move(parent, array_remove(sources, null));

    -- Raises where a name will not fit or is taken: now, not once the rows are copied.
    perform partition_free_names(parent, missing, sources, coalesce(step, interval '1 month'));

    for piece in
        select * from partition_move_pieces(parent, missing, default_partition)
    loop
        insert into partition_move (parent, step, source_ranges, sources, source_bounds, key_columns)
        values (
            plan_partition_moves.parent,
            plan_partition_moves.step,
            piece.source_ranges,
            piece.sources,
            piece.source_bounds,
            keys
        )
        returning id into move_id;

        insert into partition_move_target (move, place, range)
        select move_id,
               t.place,
               t.range
          from unnest(piece.targets) with ordinality as t (range, place);

        planned := planned + 1;
    end loop;

    return planned;
end
$function$;

comment on function plan_partition_moves(regclass, tsrange[], interval) is
    'Plans the moves that make partitions of these ranges: how many, 0 where all are there, -1 where unfinished moves are in the way. Raises 0A000, 42622, 42P07, 54000, 55000 or PM001 before anything changes.';


create or replace function partition_move_pieces(parent regclass, missing tsrange[], default_partition regclass)
returns table (
    targets tsrange[],
    sources regclass[],
    source_ranges tsmultirange,
    source_bounds text[]
)
language sql
stable
as $function$
    with layout as materialized (
        select p.partition,
               p.range,
               p.is_default,
               format('%s %s', coalesce(p.lower_bound, 'DEFAULT'), p.upper_bound) as bounds
          from partition_ranges(parent) p
    ),
    wanted as (
        select w.range,
               -- A piece begins where no partition lies across the target's lower bound.
               not exists (
                   select from layout l where lower(l.range) < lower(w.range) and lower(w.range) < upper(l.range)
               ) as begins,
               default_partition is not null
                   and not tsmultirange(w.range) <@ (
                       select coalesce(range_agg(l.range), '{}') from layout l where l.range && w.range
                   ) as has_hole
          from unnest(missing) as w (range)
    ),
    numbered as (
        select w.range,
               w.has_hole,
               count(*) filter (where w.begins) over (order by w.range) as piece
          from wanted w
    ),
    -- Whatever takes rows out of the default partition is one piece, since only one may replace it.
    joined as (
        select n.range,
               n.has_hole,
               case
                   when bool_or(n.has_hole) over (partition by n.piece) then 0
                   else n.piece
               end as piece
          from numbered n
    ),
    pieces as (
        select j.piece,
               array_agg(j.range order by j.range) as targets,
               bool_or(j.has_hole) as has_hole
          from joined j
         group by j.piece
    )
    select i.targets || case when i.has_hole then array[null::tsrange] end,
           coalesce(s.partitions, '{}'),
           coalesce(s.ranges, '{}'),
           coalesce(s.bounds, '{}')
      from pieces i
     cross join lateral (
               select array_agg(l.partition order by l.range) as partitions,
                      range_agg(l.range) filter (where not l.is_default) as ranges,
                      array_agg(l.bounds order by l.range) as bounds
                 from layout l
                where l.range && any (i.targets)
                   or (i.has_hole and l.is_default)
           ) s
     order by i.targets[1];
$function$;

comment on function partition_move_pieces(regclass, tsrange[], regclass) is
    'The smallest sets of targets and sources that can be swapped by themselves: no source lies across two of them. A null target is a new default partition.';


-- 5  Starting ----------------------------------------------------------------------------------------------

create or replace function partition_structure(parent regclass)
returns text
language sql
stable
as $function$
    select md5(concat_ws(
               ';',
               (
                   select string_agg(
                              concat_ws(' ', a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull,
                                        a.attcollation, a.attgenerated, pg_get_expr(d.adbin, d.adrelid)),
                              ',' order by a.attnum
                          )
                     from pg_attribute a
                     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                    where a.attrelid = parent and a.attnum > 0 and not a.attisdropped
               ),
               (
                   select string_agg(concat_ws(' ', x.indexrelid, x.indisvalid), ',' order by x.indexrelid)
                     from pg_index x
                    where x.indrelid = parent
               ),
               (
                   select string_agg(concat_ws(' ', k.oid, k.convalidated), ',' order by k.oid)
                     from pg_constraint k
                    where k.conrelid = parent
               )
           ));
$function$;

comment on function partition_structure(regclass) is
    'A fingerprint of a table''s columns, indexes and constraints, by which a change of them is noticed.';


create or replace function partition_move_triggers(move_id bigint)
returns name[]
language sql
immutable
as $function$
    select array[
               format('partition_move_log_%s', move_id)::name,
               format('partition_move_log_%s_truncate', move_id)::name
           ];
$function$;

comment on function partition_move_triggers(bigint) is
    'The names of the triggers that a move has on each of its sources.';


create or replace function partition_move_structure(move_id bigint)
returns text
language sql
stable
as $function$
    -- A source whose rows were written anew, as by "alter column ... type ... using", is in another file, and
    -- none of that was logged; nor is anything while a trigger of the log is disabled.
    select md5(concat_ws(
               ';',
               partition_structure(m.parent),
               (
                   select string_agg(concat_ws(' ', c.oid, c.relfilenode), ',' order by c.oid)
                     from pg_class c
                    where c.oid = any (m.sources)
               ),
               (
                   select string_agg(concat_ws(' ', g.oid, g.tgenabled, g.xmin), ',' order by g.oid)
                     from pg_trigger g
                    where g.tgrelid = any (m.sources)
                      and g.tgname = any (partition_move_triggers(m.id))
               )
           ))
      from partition_move m
     where m.id = move_id;
$function$;

comment on function partition_move_structure(bigint) is
    'A fingerprint of what a move''s copies rest on: the structure of the table, the sources'' files, the triggers that log.';


create or replace function partition_move_match(parent regclass, key_columns name[], one text, other text)
returns text
language sql
stable
as $function$
    -- By the operators of the unique index, wherever they are: a type of an extension has its own in the
    -- extension's schema, and without them is compared as the text that it can be cast to.
    select string_agg(
               format('%s.%I operator(%I.%s) %s.%I', one, k.name, coalesce(e.schema_name, 'pg_catalog'),
                      coalesce(e.operator_name, '='), other, k.name),
               ' and ' order by k.place
           )
      from unnest(key_columns) with ordinality as k (name, place)
      join pg_attribute a on a.attrelid = parent and a.attname = k.name
      left join lateral (
               select n.nspname as schema_name,
                      q.oprname as operator_name
                 from pg_index x
                cross join unnest(x.indkey::smallint[], x.indclass::oid[]) as u (attnum, opclass)
                 join pg_opclass o on o.oid = u.opclass
                 join pg_am m on m.oid = o.opcmethod and m.amname = 'btree'
                 join pg_amop w on w.amopfamily = o.opcfamily
                               and w.amoplefttype = o.opcintype
                               and w.amoprighttype = o.opcintype
                               and w.amopstrategy = 3
                 join pg_operator q on q.oid = w.amopopr
                 join pg_namespace n on n.oid = q.oprnamespace
                where x.indrelid = parent
                  and x.indisunique
                  and u.attnum = a.attnum
                order by x.indisprimary desc, x.indnkeyatts, x.indexrelid
                limit 1
           ) e on true;
$function$;

comment on function partition_move_match(regclass, name[], text, text) is
    'The condition that two rows, each under its alias, have the same key, as text.';


create or replace function assert_move_still_holds(move_id bigint)
returns void
language plpgsql
stable
as $function$
declare
    -- the move as it was planned, and whether the partitions are others now
    move record;
    has_changed boolean;
begin
    select m.parent, m.sources, m.source_bounds into strict move from partition_move m where m.id = move_id;

    with layout as materialized (
        select p.partition,
               p.range,
               format('%s %s', coalesce(p.lower_bound, 'DEFAULT'), p.upper_bound) as bounds
          from partition_ranges(move.parent) p
    )
    select exists (
               select from unnest(move.sources, move.source_bounds) as s (partition, bounds)
                where not exists (
                          select from layout l where l.partition = s.partition and l.bounds = s.bounds
                      )
           ) or exists (
               select from layout l
                 join partition_move_target t on t.move = move_id and t.range && l.range
                where l.partition <> all (move.sources)
           )
      into has_changed;

    if has_changed then
        raise exception 'the partitions of % were changed since move % was planned', move.parent, move_id
            using errcode = 'object_not_in_prerequisite_state',
                  detail = 'A partition to be replaced is gone or has other bounds, or another one took its place. No row was moved.',
                  hint = 'Call cancel_partition_moves for this table, then start again.';
    end if;

    perform assert_rows_can_move(move.parent, move.sources);
end
$function$;

comment on function assert_move_still_holds(bigint) is
    'Raises 55000 where the partitions a move is about are not as they were planned, or an obstacle has come up.';


create or replace function start_partition_move(move_id bigint)
returns void
language plpgsql
volatile
as $function$
declare
    -- the move, and the name its log and triggers bear
    move record;
    log_name text := format('partition_move_log_%s', move_id);
    source regclass;
    old_keys text;
    new_keys text;
begin
    perform assert_maintenance_window();
    perform assert_move_still_holds(move_id);

    -- The key may be another since it was planned.
    update partition_move m set key_columns = partition_move_key(m.parent) where m.id = move_id;
    select m.parent, m.sources, m.key_columns into strict move from partition_move m where m.id = move_id;

    select string_agg(format('old.%I', k.column_name), ', ' order by k.place),
           string_agg(format('new.%I', k.column_name), ', ' order by k.place)
      into old_keys, new_keys
      from unnest(move.key_columns) with ordinality as k (column_name, place);

    -- The log is a plain, logged table: after a crash of the server it is as complete as the sources. Beside
    -- keys it holds rows that say that a source was truncated, and what foreign keys did to a copy.
    execute format(
        $sql$
            create table %I as
            select %s,
                   false as partition_move_truncated,
                   null::integer as partition_move_place,
                   null::bigint as partition_move_rows,
                   null::numeric as partition_move_checksum
              from %s
              with no data
        $sql$,
        log_name,
        (select string_agg(format('%I', k.column_name), ', ' order by k.place)
           from unnest(move.key_columns) with ordinality as k (column_name, place)),
        move.parent
    );
    execute format('comment on table %I is %L', log_name, 'Keys of rows that change while they are moved.');
    perform revoke_all_privileges(format('%I.%I', current_schema(), log_name)::regclass);

    -- Writers need no right on the log: the function has its owner's.
    execute format(
        $sql$
            create or replace function %I() returns trigger language plpgsql security definer
            set search_path = %I, pg_temp
            as %L
        $sql$,
        log_name,
        current_schema(),
        format(
            $body$
            begin
                if tg_op = 'TRUNCATE' then
                    insert into %I (partition_move_truncated) values (true);
                    return null;
                end if;

                if tg_op in ('UPDATE', 'DELETE') then
                    insert into %I values (%s, false);
                end if;

                if tg_op = 'INSERT' or (tg_op = 'UPDATE' and not (%s)) then
                    insert into %I values (%s, false);
                end if;

                return null;
            end
            $body$,
            log_name, log_name, old_keys,
            partition_move_match(move.parent, move.key_columns, 'new', 'old'), log_name, new_keys
        )
    );
    execute format('revoke all on function %I() from public', log_name);

    -- Waits for writers in flight, so that all they write is seen by the copy; those who follow are logged.
    -- Always, so that changes applied by replication are logged too.
    foreach source in array move.sources loop
        execute format('lock table only %s in share row exclusive mode', source);
        execute format(
            'create trigger %I after insert or update or delete on %s for each row execute function %I()',
            log_name, source, log_name
        );
        execute format(
            'create trigger %I after truncate on %s for each statement execute function %I()',
            log_name || '_truncate', source, log_name
        );
        execute format('alter table %s enable always trigger %I, enable always trigger %I',
                       source, log_name, log_name || '_truncate');
    end loop;

    update partition_move m
       set state = 'LOGGING',
           log_table = log_name::regclass,
           structure = partition_move_structure(m.id)
     where m.id = move_id;
end
$function$;

comment on function start_partition_move(bigint) is
    'Makes the log of changes and its triggers on the sources, each locked in SHARE ROW EXCLUSIVE mode until the end of the transaction.';


-- 6  Copying, and catching up with the log -----------------------------------------------------------------

create or replace function partition_move_condition(move_id bigint, target_place integer, alias text)
returns text
language plpgsql
stable
as $function$
declare
    -- the key, and the target's range
    key record;
    target tsrange;
    others text;
begin
    select k.column_name,
           k.data_type
      into key
      from partition_move m,
           partition_key(m.parent) k
     where m.id = move_id;

    select t.range into target from partition_move_target t where t.move = move_id and t.place = target_place;

    if target is not null then
        return format(
            '%1$I.%2$I >= %3$L and %1$I.%2$I < %4$L',
            alias, key.column_name,
            partition_bound_literal(lower(target), key.data_type),
            partition_bound_literal(upper(target), key.data_type)
        );
    end if;

    -- The new default partition gets what no other target takes.
    select string_agg(
               format('not (%s)', partition_move_condition(move_id, t.place, alias)), ' and ' order by t.place
           )
      into others
      from partition_move_target t
     where t.move = move_id
       and t.range is not null;

    return others;
end
$function$;

comment on function partition_move_condition(bigint, integer, text) is
    'The condition that a row belongs into a target, as text, under an alias.';


create or replace function logged_rows(move_id bigint, relation regclass, condition text)
returns text
language sql
stable
as $function$
    -- Each key once, then the one row it finds: "offset 0" keeps the planner from turning this around, since it
    -- knows nothing yet of the log's size.
    select format(
               $sql$
                   (select distinct %s from only %s l where not l.partition_move_truncated) l
                   cross join lateral (
                       select s.*, s.ctid as partition_move_row from only %s s where %s and %s offset 0
                   ) s
               $sql$,
               string_agg(format('l.%I', k.name), ', ' order by k.place),
               m.log_table,
               relation,
               partition_move_match(m.parent, m.key_columns, 's', 'l'),
               condition
           )
      from partition_move m,
           unnest(m.key_columns) with ordinality as k (name, place)
     where m.id = move_id
     group by m.id;
$function$;

comment on function logged_rows(bigint, regclass, text) is
    'A from list, under the alias s, of the rows of a table whose keys are in a move''s log.';


create or replace function partition_move_query(
    move_id bigint,
    target_place integer,
    selected text,
    logged_only boolean
)
returns text
language plpgsql
stable
as $function$
declare
    -- the move, and the target's range
    move record;
    target tsrange;
begin
    select m.sources, m.parent into strict move from partition_move m where m.id = move_id;
    select t.range into target from partition_move_target t where t.move = move_id and t.place = target_place;

    return (
        select string_agg(
                   format(
                       'select %s from %s',
                       selected,
                       case
                           when logged_only then logged_rows(move_id, p.partition, c.condition)
                           else format('only %s s where %s', p.partition, c.condition)
                       end
                   ),
                   ' union all ' order by p.range
               )
          from partition_ranges(move.parent) p
         cross join lateral (
                   -- A source that lies in the target whole needs no comparison of each row.
                   select case
                              when p.range <@ target then 'true'
                              else partition_move_condition(move_id, target_place, 's')
                          end as condition
               ) c
         where p.partition = any (move.sources)
           and (p.is_default or p.range && target)
    );
end
$function$;

comment on function partition_move_query(bigint, integer, text, boolean) is
    'A query over the sources'' rows, under the alias s, that belong into a target: all of them, or those whose keys are in the log; null where no source has any.';


create or replace function partition_move_columns(parent regclass, alias text)
returns text
language sql
stable
as $function$
    select string_agg(format('%I.%I', alias, a.attname), ', ' order by a.attnum)
      from pg_attribute a
     where a.attrelid = parent
       and a.attnum > 0
       and not a.attisdropped
       and a.attgenerated = '';
$function$;

comment on function partition_move_columns(regclass, text) is
    'The columns to be copied by name, generated ones left out, under an alias.';


create or replace function share_move_options(move_id bigint, relation regclass)
returns void
language plpgsql
volatile
as $function$
declare
    -- the sources of the move, and what all of them have
    sources regclass[];
    options text;
    identity "char";
begin
    select m.sources into strict sources from partition_move m where m.id = move_id;

    with shared as (
        select o.prefix,
               o.setting
          from unnest(sources) as s (source)
          join pg_class c on c.oid = s.source
          left join pg_class t on t.oid = c.reltoastrelid
         cross join lateral (
                   select '' as prefix, unnest(c.reloptions) as setting
                   union all
                   select 'toast.', unnest(t.reloptions)
               ) o
         group by o.prefix, o.setting
        having count(distinct s.source) = cardinality(sources)
    )
    select string_agg(
               format('%s%I = %L', h.prefix, split_part(h.setting, '=', 1),
                      substr(h.setting, strpos(h.setting, '=') + 1)),
               ', ' order by h.prefix, h.setting
           )
      into options
      from shared h
     -- A table without columns that can be toasted has no options of that kind.
     where h.prefix = '' or exists (select from pg_class c where c.oid = relation and c.reltoastrelid <> 0);

    if options is not null then
        execute format('alter table %s set (%s)', relation, options);
    end if;

    select min(c.relreplident)
      into identity
      from unnest(sources) as s (source)
      join pg_class c on c.oid = s.source
    having count(distinct c.relreplident) = 1;

    if identity in ('f', 'n') then
        execute format('alter table %s replica identity %s', relation,
                       case identity when 'f' then 'full' else 'nothing' end);
    end if;
end
$function$;

comment on function share_move_options(bigint, regclass) is
    'Gives a target the storage options, and the replica identity full or nothing, that all sources of its move have.';


create or replace function make_move_target(move_id bigint, target_place integer)
returns regclass
language plpgsql
volatile
as $function$
declare
    -- what the new table takes over from its parent
    model record;
    target_name text := format('partition_move_%s_%s', move_id, target_place);
    relation regclass;
begin
    select m.parent,
           n.nspname as schema_name,
           c.relowner as owner,
           s.spcname as tablespace_name,
           a.amname as access_method
      into strict model
      from partition_move m
      join pg_class c on c.oid = m.parent
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_tablespace s on s.oid = c.reltablespace
      left join pg_am a on a.oid = c.relam
     where m.id = move_id;

    execute format(
        $sql$create table %I.%I (
            like %s including defaults including generated including storage including compression
        )%s%s$sql$,
        model.schema_name,
        target_name,
        model.parent,
        case when model.access_method is not null then format(' using %I', model.access_method) end,
        case when model.tablespace_name is not null then format(' tablespace %I', model.tablespace_name) end
    );
    relation := to_regclass(format('%I.%I', model.schema_name, target_name));

    if model.owner <> (select c.relowner from pg_class c where c.oid = relation) then
        execute format('alter table %s owner to %I', relation, pg_get_userbyid(model.owner));
    end if;

    perform share_move_options(move_id, relation);
    -- What default privileges gave: nobody may read the copies past the table's row security. It gets the
    -- grants of what it replaces with its place.
    perform revoke_all_privileges(relation);

    execute format('comment on table %s is %L', relation, 'Being filled; takes the place of other partitions later.');

    return relation;
end
$function$;

comment on function make_move_target(bigint, integer) is
    'Makes a target''s table, without constraints and indexes: they are cheaper once it is filled.';


create or replace function make_move_targets(move_id bigint)
returns void
language sql
volatile
as $function$
    -- In a transaction of its own: "like" locks the parent until the end, and a copy takes long, so that no
    -- other caller could swap meanwhile.
    update partition_move_target t
       set relation = make_move_target(t.move, t.place)
     where t.move = move_id
       and t.relation is null;
$function$;

comment on function make_move_targets(bigint) is
    'Makes the tables of all targets of a move; locks the parent in ACCESS SHARE mode until the end of the transaction.';


create or replace function constrain_move_target(move_id bigint, target_place integer, relation regclass)
returns void
language plpgsql
volatile
as $function$
declare
    -- the parent, and what is added in one pass over the rows
    parent regclass;
    additions text[];
    index_or_key record;
    schema_name name;
    target_name name;
begin
    select m.parent into strict parent from partition_move m where m.id = move_id;
    select n.nspname, c.relname
      into strict schema_name, target_name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.oid = relation;

    -- The range's own check spares the scan at ATTACH.
    select array_agg(format('add constraint %I %s', k.conname, pg_get_constraintdef(k.oid)))
      into additions
      from pg_constraint k
     where k.conrelid = parent
       and k.contype = 'c';

    if exists (
        select from partition_move_target t
         where t.move = move_id and t.place = target_place and t.range is not null
    ) then
        additions := additions || format(
            'add constraint partition_move_range check (%s)',
            partition_move_condition(move_id, target_place, target_name::text)
        );
    end if;

    if additions is not null then
        execute format('alter table %s %s', relation, array_to_string(additions, ', '));
    end if;

    for index_or_key in
        select x.indexrelid,
               k.oid as constraint_oid,
               format('%s_%s', target_name, row_number() over (order by x.indisprimary desc, x.indexrelid)) as name,
               pg_get_indexdef(x.indexrelid) as definition,
               format('CREATE %sINDEX %I ON ONLY %I.%I USING ', case when x.indisunique then 'UNIQUE ' end,
                      i.relname, n.nspname, c.relname) as prefix,
               x.indisunique,
               -- The index by which all sources tell a subscriber which row is meant.
               not exists (
                   select from partition_move m
                    cross join unnest(m.sources) as s (source)
                    where m.id = move_id
                      and not exists (
                              select from pg_index o
                                join pg_inherits h on h.inhrelid = o.indexrelid and h.inhparent = x.indexrelid
                               where o.indrelid = s.source and o.indisreplident
                          )
               ) and exists (
                   select from partition_move m where m.id = move_id and m.sources <> '{}'
               ) as is_identity
          from pg_index x
          join pg_class i on i.oid = x.indexrelid
          join pg_class c on c.oid = x.indrelid
          join pg_namespace n on n.oid = c.relnamespace
          left join pg_constraint k on k.conindid = x.indexrelid and k.conrelid = parent and k.contype in ('p', 'u', 'x')
         where x.indrelid = parent
         order by x.indisprimary desc, x.indexrelid
    loop
        if index_or_key.constraint_oid is not null then
            execute format('alter table %s add constraint %I %s', relation, index_or_key.name,
                           pg_get_constraintdef(index_or_key.constraint_oid));
        elsif not starts_with(index_or_key.definition, index_or_key.prefix) then
            raise exception 'index % cannot be read', index_or_key.indexrelid::regclass
                using errcode = 'feature_not_supported',
                      detail = format('The catalog says: %s', index_or_key.definition);
        else
            execute format('create %s index %I on %s using %s',
                           case when index_or_key.indisunique then 'unique' end,
                           index_or_key.name, relation,
                           substr(index_or_key.definition, length(index_or_key.prefix) + 1));
        end if;

        if index_or_key.is_identity then
            execute format('alter table %s replica identity using index %I', relation, index_or_key.name);
        end if;
    end loop;
end
$function$;

comment on function constrain_move_target(bigint, integer, regclass) is
    'Gives a filled target its parent''s checks, keys and indexes, and the check of its range.';


create or replace function compare_move_target(
    move_id bigint,
    target_place integer,
    relation regclass,
    keys_only boolean
)
returns table (
    row_count bigint,
    checksum numeric
)
language plpgsql
volatile
set row_security = off
set extra_float_digits = 1
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set lc_monetary = 'C'
set timezone = 'UTC'
set jit = off
as $function$
declare
    -- the move, and the two sides of the comparison
    move record;
    found_rows record;
begin
    select m.parent into strict move from partition_move m where m.id = move_id;

    -- Summed up table by table: the server shares out one table among its workers better than many.
    execute format(
        $sql$
            select coalesce(sum(r.row_count) filter (where r.is_source), 0)::bigint as source_rows,
                   coalesce(sum(r.checksum) filter (where r.is_source), 0) as source_sum,
                   coalesce(sum(r.row_count) filter (where not r.is_source), 0)::bigint as target_rows,
                   coalesce(sum(r.checksum) filter (where not r.is_source), 0) as target_sum
              from (%s) r
        $sql$,
        concat_ws(
            ' union all ',
            partition_move_query(
                move_id, target_place,
                format(
                    'true as is_source, count(*) as row_count, sum(hashtextextended(to_hex(hash_record_extended(%s, 0)), 0)) as checksum',
                    partition_row_expression(move.parent, 's')
                ),
                keys_only
            ),
            format(
                'select false, count(*), sum(hashtextextended(to_hex(hash_record_extended(%s, 0)), 0)) from %s',
                partition_row_expression(move.parent, 's'),
                case
                    when keys_only then logged_rows(move_id, relation, 'true')
                    else format('only %s s', relation)
                end
            )
        )
    ) into found_rows;

    if (found_rows.source_rows, found_rows.source_sum)
       is distinct from (found_rows.target_rows, found_rows.target_sum) then
        raise exception 'the copy % of rows of % is not what was copied', relation, move.parent
            using errcode = 'data_corrupted',
                  detail = format('Rows and checksum: %s and %s in the partitions, %s and %s in the copy. No row was moved.',
                                  found_rows.source_rows, found_rows.source_sum,
                                  found_rows.target_rows, found_rows.target_sum),
                  hint = 'Call cancel_partition_moves for this table, and look for what changes rows on their way.';
    end if;

    row_count := found_rows.target_rows;
    checksum := found_rows.target_sum;
    return next;
end
$function$;

comment on function compare_move_target(bigint, integer, regclass, boolean) is
    'Compares rows and checksum of a target with those of its sources, all of them or those whose keys were logged; raises XX001 where they differ.';


create or replace function copy_partition_move(move_id bigint)
returns void
language plpgsql
volatile
set row_security = off
set jit = off
as $function$
declare
    -- the next target to be filled
    move record;
    target_place integer;
    copy regclass;
    query text;
    copied bigint := 0;
    compared record;
begin
    -- One snapshot for the copy and the comparison.
    if current_setting('transaction_isolation') <> 'repeatable read' then
        raise exception 'rows are copied at isolation level repeatable read only'
            using errcode = 'invalid_transaction_state';
    end if;

    select m.parent, m.structure into strict move from partition_move m where m.id = move_id;

    select t.place,
           t.relation
      into strict target_place,
                  copy
      from partition_move_target t
     where t.move = move_id
       and t.copied_by is null
     order by t.place
     limit 1;

    query := partition_move_query(move_id, target_place, partition_move_columns(move.parent, 's'), false);

    if query is not null then
        execute format(
            'insert into %s (%s) %s',
            copy,
            (select string_agg(format('%I', a.attname), ', ' order by a.attnum)
               from pg_attribute a
              where a.attrelid = move.parent and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
            query
        );
        get diagnostics copied = row_count;
    end if;

    perform constrain_move_target(move_id, target_place, copy);
    select c.row_count, c.checksum into compared from compare_move_target(move_id, target_place, copy, false) c;

    if compared.row_count <> copied then
        raise exception 'the copy % holds % rows, % were copied', copy, compared.row_count, copied
            using errcode = 'data_corrupted',
                  detail = 'No row was moved.',
                  hint = 'Call cancel_partition_moves for this table.';
    end if;

    update partition_move_target t
       set row_count = compared.row_count,
           checksum = compared.checksum,
           copied_by = pg_current_xact_id()
     where t.move = move_id
       and t.place = target_place;
end
$function$;

comment on function copy_partition_move(bigint) is
    'Fills the next target, gives it indexes and constraints, and compares it with its sources in the same snapshot. Locks nothing that readers, writers and other callers'' swaps need.';


create or replace function apply_partition_log(move_id bigint)
returns bigint
language plpgsql
volatile
set row_security = off
set extra_float_digits = 1
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set lc_monetary = 'C'
set timezone = 'UTC'
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $function$
declare
    -- the move, its targets, and the rows changed
    move record;
    target record;
    query text;
    removed record;
    added record;
    applied bigint := 0;
begin
    select m.parent, m.log_table into strict move from partition_move m where m.id = move_id;
    execute format('select 1 from only %s l where not l.partition_move_truncated limit 1', move.log_table)
       into applied;

    if applied is null then
        return 0;
    end if;

    for target in
        select t.place, t.relation from partition_move_target t where t.move = move_id order by t.place
    loop
        -- Whatever happened to a key: what the target has of it goes, what the sources have of it comes.
        execute format(
            $sql$
                with removed as (
                    delete from only %1$s t
                     where t.ctid = any (array(select s.partition_move_row from %2$s))
                    returning hashtextextended(to_hex(hash_record_extended(%3$s, 0)), 0) as hash
                )
                select count(*) as row_count, coalesce(sum(r.hash), 0) as checksum from removed r
            $sql$,
            target.relation,
            logged_rows(move_id, target.relation, 'true'),
            partition_row_expression(move.parent, 't')
        ) into removed;

        query := partition_move_query(
            move_id, target.place, partition_move_columns(move.parent, 's'),
            true
        );

        if query is not null then
            execute format(
                $sql$
                    with added as (
                        insert into %1$s as s (%2$s) %3$s
                        returning hashtextextended(to_hex(hash_record_extended(%4$s, 0)), 0) as hash
                    )
                    select count(*) as row_count, coalesce(sum(a.hash), 0) as checksum from added a
                $sql$,
                target.relation,
                (select string_agg(format('%I', a.attname), ', ' order by a.attnum)
                   from pg_attribute a
                  where a.attrelid = move.parent and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                query,
                partition_row_expression(move.parent, 's')
            ) into added;

            update partition_move_target t
               set row_count = t.row_count - removed.row_count + added.row_count,
                   checksum = t.checksum - removed.checksum + added.checksum,
                   copied_by = pg_current_xact_id()
             where t.move = move_id
               and t.place = target.place
               and (removed.row_count > 0 or added.row_count > 0);
        end if;

        perform compare_move_target(move_id, target.place, target.relation, true);
    end loop;

    -- What foreign keys did to the copies themselves came on top.
    execute format(
        $sql$
            update partition_move_target t
               set row_count = t.row_count + c.row_count,
                   checksum = t.checksum + c.checksum
              from (
                       select l.partition_move_place as place,
                              sum(l.partition_move_rows) as row_count,
                              sum(l.partition_move_checksum) as checksum
                         from only %s l
                        where l.partition_move_place is not null
                        group by l.partition_move_place
                   ) c
             where t.move = $1
               and t.place = c.place
        $sql$,
        move.log_table
    ) using move_id;

    execute format(
        'delete from only %s l where not l.partition_move_truncated or l.partition_move_place is not null',
        move.log_table
    );
    get diagnostics applied = row_count;

    return applied;
end
$function$;

comment on function apply_partition_log(bigint) is
    'Brings the targets up to date with all logged changes, compares these rows with the sources'', and empties the log; returns its length. In one snapshot, or under locks that stop writers.';


create or replace function count_what_keys_do(move_id bigint, target_place integer, relation regclass)
returns void
language plpgsql
volatile
as $function$
declare
    -- the parent, and the name that function and trigger bear
    parent regclass;
    log_name text := format('partition_move_log_%s', move_id);
    function_name text := format('partition_move_log_%s_%s', move_id, target_place);
begin
    select m.parent into strict parent from partition_move m where m.id = move_id;

    if not exists (
        select from pg_constraint k
         where k.conrelid = parent
           and k.contype = 'f'
           and (k.confdeltype in ('c', 'n', 'd') or k.confupdtype in ('c', 'n', 'd'))
    ) then
        return;
    end if;

    execute format(
        $sql$
            create or replace function %I() returns trigger language plpgsql security definer
            set search_path = %I, pg_temp
            set extra_float_digits = 1
            set datestyle = 'ISO, MDY'
            set intervalstyle = 'postgres'
            set bytea_output = 'hex'
            set lc_monetary = 'C'
            set timezone = 'UTC'
            as %L
        $sql$,
        function_name,
        current_schema(),
        format(
            $body$
            begin
                insert into %I (partition_move_place, partition_move_rows, partition_move_checksum)
                values (%s, -1, -hashtextextended(to_hex(hash_record_extended(%s, 0)), 0)::numeric);

                if tg_op = 'UPDATE' then
                    insert into %I (partition_move_place, partition_move_rows, partition_move_checksum)
                    values (%s, 1, hashtextextended(to_hex(hash_record_extended(%s, 0)), 0));
                end if;

                return null;
            end
            $body$,
            log_name, target_place, partition_row_expression(relation, 'old'),
            log_name, target_place, partition_row_expression(relation, 'new')
        )
    );
    execute format('revoke all on function %I() from public', function_name);

    -- Only what other triggers do: those of foreign keys. What is copied and brought up to date is counted there.
    execute format(
        'create trigger %I after update or delete on %s for each row when (pg_trigger_depth() > 0) execute function %I()',
        log_name, relation, function_name
    );
    execute format('alter table %s enable always trigger %I', relation, log_name);
end
$function$;

comment on function count_what_keys_do(bigint, integer, regclass) is
    'Gives a target a trigger that logs what actions of foreign keys, such as "on delete cascade", do to its rows; nothing where there are none.';


create or replace function stop_counting_what_keys_do(move_id bigint)
returns void
language plpgsql
volatile
set client_min_messages = warning
as $function$
declare
    -- one target at a time
    target record;
    log_name text := format('partition_move_log_%s', move_id);
begin
    for target in
        select t.place, t.relation from partition_move_target t where t.move = move_id order by t.place
    loop
        if exists (select from pg_trigger g where g.tgrelid = target.relation and g.tgname = log_name::name) then
            execute format('drop trigger %I on %s', log_name, target.relation);
        end if;

        execute format('drop function if exists %I()', format('partition_move_log_%s_%s', move_id, target.place));
    end loop;
end
$function$;

comment on function stop_counting_what_keys_do(bigint) is
    'Drops the triggers and functions that count_what_keys_do made.';


create or replace function add_keys_to_move(move_id bigint)
returns void
language plpgsql
volatile
as $function$
declare
    -- one target and one foreign key of the parent at a time
    addition record;
begin
    -- Not before the copies are nearly done: until the swap, a row in a copy holds on to the row that it
    -- references as well as the row in the partition does.
    perform count_what_keys_do(move_id, t.place, t.relation)
       from partition_move_target t
      where t.move = move_id;

    for addition in
        select t.relation,
               k.conname,
               pg_get_constraintdef(k.oid) as definition
          from partition_move m
          join partition_move_target t on t.move = m.id
          join pg_constraint k on k.conrelid = m.parent and k.contype = 'f' and k.convalidated
         where m.id = move_id
         order by t.place, k.conname
    loop
        execute format('alter table %s add constraint %I %s not valid',
                       addition.relation, addition.conname, addition.definition);
    end loop;

    update partition_move m set state = 'KEYED' where m.id = move_id;
end
$function$;

comment on function add_keys_to_move(bigint) is
    'Adds the parent''s foreign keys to the targets, not validated; locks the tables they point at in SHARE ROW EXCLUSIVE mode until the end of the transaction.';


create or replace function validate_keys_of_move(move_id bigint)
returns void
language plpgsql
volatile
as $function$
declare
    -- one foreign key of one target at a time
    pending record;
begin
    for pending in
        select t.relation,
               k.conname
          from partition_move_target t
          join pg_constraint k on k.conrelid = t.relation and k.contype = 'f' and not k.convalidated
         where t.move = move_id
         order by t.place, k.conname
    loop
        execute format('alter table %s validate constraint %I', pending.relation, pending.conname);
    end loop;

    update partition_move m set state = 'VALIDATED' where m.id = move_id;
end
$function$;

comment on function validate_keys_of_move(bigint) is
    'Validates the targets'' foreign keys, so that attaching them need not; readers and writers go on.';


-- 7  Swapping ----------------------------------------------------------------------------------------------

create or replace function drop_move_work(move_id bigint)
returns void
language plpgsql
volatile
set client_min_messages = warning
as $function$
declare
    -- the move, and what was made for it
    move record;
    log_name text := format('partition_move_log_%s', move_id);
    made record;
    relation regclass;
begin
    select m.sources into strict move from partition_move m where m.id = move_id;

    for made in
        select g.tgname as trigger_name,
               g.tgrelid::regclass as source
          from pg_trigger g
         where g.tgname = any (partition_move_triggers(move_id))
           and g.tgrelid = any (move.sources)
    loop
        execute format('lock table only %s in access exclusive mode', made.source);
        execute format('drop trigger %I on %s', made.trigger_name, made.source);
    end loop;

    perform stop_counting_what_keys_do(move_id);

    for relation in
        select t.relation
          from partition_move_target t
          join pg_class c on c.oid = t.relation and not c.relispartition
         where t.move = move_id
           and c.relname = format('partition_move_%s_%s', move_id, t.place)::name
    loop
        execute format('drop table %s', relation);
    end loop;

    execute format('drop function if exists %I()', log_name);
    execute format('drop table if exists %I', log_name);

    update partition_move_target t
       set relation = null,
           row_count = null,
           checksum = null,
           copied_by = null
     where t.move = move_id;

    update partition_move m
       set state = 'PLANNED',
           log_table = null,
           structure = null,
           catch_ups = 0
     where m.id = move_id;
end
$function$;

comment on function drop_move_work(bigint) is
    'Drops all that a move that is not swapped has made: triggers, log, copies. The rows are where they were.';


create or replace function assert_no_old_snapshot(move_id bigint, is_locked boolean)
returns void
language plpgsql
volatile
as $function$
declare
    -- the sessions to wait for
    older text;
begin
    -- Under the locks, too: what is brought up to date there is written later than any snapshot. Whoever waits
    -- for these locks takes a new one once it has them.
    perform pg_stat_clear_snapshot();

    -- A transaction at repeatable read that took its snapshot before the copy was committed would find the new
    -- partition empty. Those of other moves are known by the lock they hold, and read none of these rows. Of
    -- other roles' sessions a role without pg_read_all_stats sees the snapshot, but not the type.
    select string_agg(a.pid::text, ', ' order by a.pid)
      into older
      from pg_stat_activity a
     where a.datname = current_database()
       and a.pid <> pg_backend_pid()
       and a.usesysid is not null
       and coalesce(a.backend_type, 'client backend') = 'client backend'
       and a.backend_xmin is not null
       and case
               when is_locked then
                   not exists (select from pg_locks w where w.pid = a.pid and not w.granted)
                   and (
                       a.state is distinct from 'active'
                       or a.xact_start < clock_timestamp() - interval '1 second'
                   )
               else age(a.backend_xmin) >= (
                        select min(age(t.copied_by::xid)) from partition_move_target t where t.move = move_id
                    )
           end
       and not exists (
               select from pg_locks l
                where l.pid = a.pid
                  and l.locktype = 'advisory'
                  and l.classid = 1886545524
                  and l.granted
           );

    if older is not null then
        raise exception 'transactions older than the copy are still open: %', older
            using errcode = 'lock_not_available',
                  detail = 'They would not see the rows that were moved.',
                  hint = 'Wait until these sessions end their transactions, then call it again.';
    end if;
end
$function$;

comment on function assert_no_old_snapshot(bigint, boolean) is
    'Raises 55P03 while a session of this database has a snapshot from before the copy, or any at all once the table is locked, with the process ids.';


create or replace function lock_partition_move(move_id bigint)
returns void
language plpgsql
volatile
as $function$
declare
    -- the partitioned table, and what is locked one by one
    parent regclass;
    sources regclass[];
    relation regclass;
begin
    select m.parent, m.sources into strict parent, sources from partition_move m where m.id = move_id;
    perform lock_partition_manager(parent);

    -- The parent first, as writers do. What others wrote before is in the log once all is locked.
    execute format('lock table only %s in access exclusive mode', parent);

    for relation in
        select p.partition
          from partition_ranges(parent) p
         where p.is_default or p.partition = any (sources)
         order by p.range
    loop
        execute format('lock table only %s in access exclusive mode', relation);
    end loop;
end
$function$;

comment on function lock_partition_move(bigint) is
    'Locks the parent, its default partition and a move''s sources in ACCESS EXCLUSIVE mode until the end of the transaction.';


create or replace function rename_target_indexes(parent regclass, target regclass)
returns void
language plpgsql
volatile
as $function$
declare
    -- an index of the target, and the name it would have had as an index of a new partition
    index_name record;
begin
    for index_name in
        select i.relname as present,
               n.nspname as schema_name,
               c.relname
                   || case
                          when starts_with(p.relname, q.relname) then substr(p.relname, length(q.relname) + 1)
                          else '_' || p.relname
                      end as wanted
          from pg_index x
          join pg_class i on i.oid = x.indexrelid
          join pg_class c on c.oid = x.indrelid
          join pg_namespace n on n.oid = c.relnamespace
          join pg_inherits h on h.inhrelid = x.indexrelid
          join pg_class p on p.oid = h.inhparent
          join pg_class q on q.oid = parent
         where x.indrelid = target
    loop
        -- Where that name cannot be had, the index keeps the one it was built under.
        if octet_length(index_name.wanted) <= 63
           and to_regclass(format('%I.%I', index_name.schema_name, index_name.wanted)) is null then
            execute format('alter index %I.%I rename to %I',
                           index_name.schema_name, index_name.present, index_name.wanted);
        end if;
    end loop;
end
$function$;

comment on function rename_target_indexes(regclass, regclass) is
    'Names a new partition''s indexes after it and its parent''s indexes.';


create or replace function replace_partitions(move_id bigint)
returns void
language plpgsql
volatile
as $function$
declare
    -- the move, with the sources' ranges, and one source as it goes
    move record;
    source_ranges tsrange[];
    source record;
    key_type regtype;
    schema_name text;
    default_schema text;
    default_name text;

    -- the targets side by side, in the order of their place
    relations regclass[];
    ranges tsrange[];
    names text[];
    grants text[];
    row_counts bigint[];
    checksums numeric[];
    lower_bound text;
    upper_bound text;
begin
    select m.parent, m.sources, m.step into strict move from partition_move m where m.id = move_id;
    select k.data_type into key_type from partition_key(move.parent) k;
    select n.nspname::text
      into schema_name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.oid = move.parent;

    -- All that the sources take with them is read before they go.
    select array_agg(p.range order by array_position(move.sources, p.partition)),
           max(n.nspname::text) filter (where p.is_default),
           max(c.relname::text) filter (where p.is_default)
      into source_ranges, default_schema, default_name
      from partition_ranges(move.parent) p
      join pg_class c on c.oid = p.partition
      join pg_namespace n on n.oid = c.relnamespace
     where p.partition = any (move.sources);

    select array_agg(t.relation order by t.place),
           array_agg(t.range order by t.place),
           array_agg(t.row_count order by t.place),
           array_agg(t.checksum order by t.place),
           array_agg(
               case
                   when t.range is not null then partition_replaced_grants(t.range, move.sources, source_ranges)
                   else partition_replaced_grants(
                            '(,)', array[format('%I.%I', default_schema, default_name)::regclass], array['(,)'::tsrange]
                        )
               end order by t.place
           )
      into relations, ranges, row_counts, checksums, grants
      from partition_move_target t
     where t.move = move_id;

    names := partition_free_names(move.parent, array_remove(ranges, null), move.sources,
                                  coalesce(move.step, interval '1 month'));

    if cardinality(names) < cardinality(ranges) then
        names := names || default_name;
    end if;

    for source in
        select p.partition,
               n.nspname::text as schema_name,
               c.relname::text as table_name,
               p.lower_bound,
               p.upper_bound
          from partition_ranges(move.parent) p
          join pg_class c on c.oid = p.partition
          join pg_namespace n on n.oid = c.relnamespace
         where p.partition = any (move.sources)
         order by p.range
    loop
        execute format('drop table %s restrict', source.partition);
        perform audit_partition('DROP', move.parent, source.schema_name, source.table_name, source.lower_bound,
                                source.upper_bound, move.step, format('its rows were moved: move %s', move_id));
    end loop;

    for i in 1 .. cardinality(relations) loop
        -- The default partition, the last, may be in another schema than its table.
        if ranges[i] is null and default_schema <> schema_name then
            execute format('alter table %s set schema %I', relations[i], default_schema);
            schema_name := default_schema;
        end if;

        execute format('alter table %s rename to %I', relations[i], names[i]);
        lower_bound := partition_bound_literal(lower(ranges[i]), key_type);
        upper_bound := partition_bound_literal(upper(ranges[i]), key_type);

        if ranges[i] is null then
            execute format('alter table %s attach partition %s default', move.parent, relations[i]);
        else
            execute format('alter table %s attach partition %s for values from (%L) to (%L)',
                           move.parent, relations[i], lower_bound, upper_bound);
            execute format('alter table %s drop constraint partition_move_range', relations[i]);
        end if;

        execute format('comment on table %s is null', relations[i]);
        perform rename_target_indexes(move.parent, relations[i]);

        if grants[i] is not null then
            execute format(grants[i], relations[i]);
        end if;

        perform audit_partition('MOVE', move.parent, schema_name, names[i], lower_bound, upper_bound, move.step,
                                format('move %s', move_id), row_counts[i], checksums[i]);
        perform audit_partition('ATTACH', move.parent, schema_name, names[i], lower_bound, upper_bound, move.step,
                                format('made by move %s', move_id), row_counts[i], checksums[i]);
    end loop;
end
$function$;

comment on function replace_partitions(bigint) is
    'Drops a move''s sources and attaches its targets in their place, with their names and grants. The caller holds the locks and has compared the rows.';


create or replace function start_move_anew(move_id bigint)
returns void
language plpgsql
volatile
as $function$
declare
    -- the partitioned table
    parent regclass;
begin
    select m.parent into strict parent from partition_move m where m.id = move_id;
    perform lock_partition_move(move_id);
    perform drop_move_work(move_id);

    raise notice 'the partitioned table % was changed or truncated meanwhile: its rows are copied anew', parent;
end
$function$;

comment on function start_move_anew(bigint) is
    'Drops what a move has made so far, since the table is another now; locks what a swap locks.';


create or replace function swap_partition_move(move_id bigint)
returns void
language plpgsql
volatile
set row_security = off
set jit = off
as $function$
declare
    -- the move, and what its log says
    move record;
    was_truncated boolean;
    has_changes boolean;
begin
    select m.parent, m.structure, m.log_table into strict move from partition_move m where m.id = move_id;

    perform assert_maintenance_window();
    perform assert_no_old_snapshot(move_id, false);
    perform lock_partition_move(move_id);
    perform assert_move_still_holds(move_id);
    execute format('select exists (select from only %s l where l.partition_move_truncated)', move.log_table)
       into was_truncated;

    if was_truncated or partition_move_structure(move_id) is distinct from move.structure then
        perform start_move_anew(move_id);
        return;
    end if;

    execute format('select exists (select from only %s l)', move.log_table) into has_changes;

    if has_changes then
        if current_setting('partition_guard.patient', true) is distinct from 'false' then
            perform assert_no_old_snapshot(move_id, true);
        end if;

        perform apply_partition_log(move_id);
    end if;

    perform stop_counting_what_keys_do(move_id);
    perform adopt_partitions(move.parent);
    perform replace_partitions(move_id);

    update partition_move m set state = 'SWAPPED' where m.id = move_id;
end
$function$;

comment on function swap_partition_move(bigint) is
    'Locks all that a move replaces, brings the copies up to date for the last time, and puts them in its place. Starts anew where the table was altered or truncated meanwhile.';


create or replace function finish_partition_move(move_id bigint)
returns void
language plpgsql
volatile
set client_min_messages = warning
as $function$
declare
    -- the log's name, and the trigger function's
    log_name text := format('partition_move_log_%s', move_id);
begin
    execute format('drop function if exists %I()', log_name);
    execute format('drop table if exists %I', log_name);

    delete from partition_move m where m.id = move_id;
end
$function$;

comment on function finish_partition_move(bigint) is
    'Drops the log of a move whose sources are gone, and forgets the move.';


-- 8  One step of a move ------------------------------------------------------------------------------------

create or replace function partition_move_job(move_id bigint)
returns text
language plpgsql
stable
as $function$
declare
    -- how far it is, and how many changes wait in the log, up to 10001
    move record;
    logged bigint;
begin
    select m.parent, m.state, m.log_table, m.catch_ups, m.structure
      into move
      from partition_move m
     where m.id = move_id;

    if not found then
        return null;
    elsif move.state = 'PLANNED' then
        return 'START';
    elsif move.state = 'SWAPPED' then
        return 'FINISH';
    elsif partition_move_structure(move_id) is distinct from move.structure then
        return 'START ANEW';
    elsif exists (select from partition_move_target t where t.move = move_id and t.relation is null) then
        return 'MAKE';
    elsif exists (select from partition_move_target t where t.move = move_id and t.copied_by is null) then
        return 'COPY';
    end if;

    execute format('select count(*) from (select from only %s limit 10001) l', move.log_table) into logged;

    -- Under the swap's locks only a few changes should be left. Where they come as fast as they are applied, the
    -- swap takes up to 10,000 after 20 rounds.
    if logged > 10000 or ((logged > 200 or (logged > 0 and move.state = 'KEYED')) and move.catch_ups < 20) then
        return 'CATCH UP';
    elsif move.state = 'LOGGING' and exists (
        select from pg_constraint k where k.conrelid = move.parent and k.contype = 'f' and k.convalidated
    ) then
        return 'ADD KEYS';
    elsif move.state = 'KEYED' then
        return 'VALIDATE KEYS';
    end if;

    return 'SWAP';
end
$function$;

comment on function partition_move_job(bigint) is
    'What comes next in a move: START, START ANEW, MAKE, COPY, CATCH UP, ADD KEYS, VALIDATE KEYS, SWAP, FINISH; null where it is finished.';


create or replace function next_partition_move(parent regclass, targets tsrange[])
returns table (
    move_id bigint,
    job text
)
language plpgsql
volatile
as $function$
declare
    -- an unfinished move that touches the targets
    candidate bigint;
begin
    for candidate in select u from unfinished_moves(parent, targets) u loop
        -- Let go at the end of the transaction; another caller that holds it is at work on this move.
        if pg_try_advisory_xact_lock(1886545524, candidate::integer) then
            move_id := candidate;
            job := partition_move_job(candidate);
            return next;
            return;
        end if;

        move_id := candidate;
        job := 'WAIT';
    end loop;

    if job = 'WAIT' then
        return next;
    end if;
end
$function$;

comment on function next_partition_move(regclass, tsrange[]) is
    'The next unfinished move that no other caller is at work on, with its job; the job WAIT where others are at work on all; no row where none is left. Null targets stand for all.';


create or replace function run_partition_move(move_id bigint, job text)
returns void
language plpgsql
volatile
as $function$
begin
    -- Another caller may have been faster: then there is nothing to do here. In two statements, since the
    -- second needs a snapshot from after the lock: what the other did is seen then.
    if not pg_try_advisory_xact_lock(1886545524, move_id::integer) then
        return;
    end if;

    if partition_move_job(move_id) is distinct from job then
        return;
    end if;

    raise debug 'move %: %', move_id, job;

    case job
        when 'START' then
            perform start_partition_move(move_id);
        when 'MAKE' then
            perform make_move_targets(move_id);
        when 'COPY' then
            perform copy_partition_move(move_id);
        when 'CATCH UP' then
            perform apply_partition_log(move_id);
            update partition_move m set catch_ups = m.catch_ups + 1 where m.id = move_id;
        when 'ADD KEYS' then
            perform add_keys_to_move(move_id);
        when 'VALIDATE KEYS' then
            perform validate_keys_of_move(move_id);
        when 'START ANEW' then
            perform start_move_anew(move_id);
        when 'SWAP' then
            perform swap_partition_move(move_id);
        when 'FINISH' then
            perform finish_partition_move(move_id);
    end case;
end
$function$;

comment on function run_partition_move(bigint, text) is
    'Does one job of a move, unless another caller is at it or has done it.';


create or replace function partition_parent_of(partitions regclass[])
returns regclass
language plpgsql
stable
as $function$
declare
    -- the one table that all are attached to
    parents regclass[];
begin
    if partitions is null or array_position(partitions, null) is not null or partitions = '{}' then
        raise exception 'the partitions must not be null or none'
            using errcode = 'null_value_not_allowed',
                  hint = 'Name partitions of one partitioned table.';
    end if;

    select array_agg(distinct i.inhparent::regclass)
      into parents
      from unnest(partitions) as p (partition)
      left join pg_inherits i on i.inhrelid = p.partition
                             and (select c.relispartition from pg_class c where c.oid = p.partition);

    if cardinality(parents) <> 1 or parents[1] is null then
        raise exception 'not partitions of one table: %', partitions
            using errcode = 'wrong_object_type',
                  hint = 'Name tables that are attached to one partitioned table.';
    end if;

    perform from partition_key(parents[1]);

    return parents[1];
end
$function$;

comment on function partition_parent_of(regclass[]) is
    'The table that partitions are attached to; raises 22004 or 42809 where that is not one.';


create or replace function move_span(from_instant timestamptz, to_instant timestamptz)
returns tsrange
language plpgsql
immutable
as $function$
begin
    if from_instant is null or to_instant is null then
        raise exception 'from_instant and to_instant must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give the first instant of the range and the first after it.';
    end if;

    if not isfinite(from_instant) or not isfinite(to_instant) or from_instant >= to_instant then
        raise exception 'from % to % is no range', from_instant, to_instant
            using errcode = 'invalid_parameter_value',
                  hint = 'Give two finite instants, the earlier one first.';
    end if;

    return tsrange(from_instant at time zone 'UTC', to_instant at time zone 'UTC');
end
$function$;

comment on function move_span(timestamptz, timestamptz) is
    'The range between two instants in UTC; raises 22004 or 22023 where there is none.';


create or replace function months_step(frequency integer, interval_months integer)
returns interval
language plpgsql
immutable
as $function$
begin
    perform assert_partition_interval(frequency, interval_months);

    return make_interval(months => interval_months);
end
$function$;

comment on function months_step(integer, integer) is
    'An interval of so many months; raises 22004 or 22023 unless frequency of them make a year.';


-- 9  The public function and procedures --------------------------------------------------------------------

create or replace function cancel_partition_moves(partition_prefix text)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the partitioned table
    moved regclass := partition_parent(partition_prefix);

    -- an unfinished move, and how many there were
    unfinished record;
    forgotten integer := 0;
begin
    -- In the order of a call that is at work: the moves, the manager, the table. There is no deadlock then.
    perform pg_advisory_xact_lock(1886545524, m.id::integer)
       from (select u.id from partition_move u where u.parent = moved order by u.id) m;
    perform lock_partition_manager(moved);

    for unfinished in
        select m.id, m.state from partition_move m where m.parent = moved order by m.id
    loop
        perform pg_advisory_xact_lock(1886545524, unfinished.id::integer);

        if unfinished.state <> 'SWAPPED' then
            -- The parent first, as readers and writers do: there is no deadlock then.
            if unfinished.state <> 'PLANNED' then
                execute format('lock table only %s in access exclusive mode', moved);
            end if;

            perform drop_move_work(unfinished.id);
        end if;

        perform finish_partition_move(unfinished.id);
        forgotten := forgotten + 1;
    end loop;

    return forgotten;
end
$function$;

comment on function cancel_partition_moves(text) is
    'Undoes all unfinished moves of a table and returns how many there were; the rows are where they were before.';



-- A procedure that commits can't have its search_path pinned by a clause. So these are made by templates that
-- name the schema, they set the path anew in each transaction, and they leave all decisions to functions.
do $making$
begin
    execute format(
        $template$
create or replace procedure %1$I.run_partition_moves(
    parent regclass,
    targets tsrange[],
    step interval,
    lock_timeout_ms integer,
    retries integer
)
language plpgsql
as $procedure$
declare
    -- what is next, and what became of it
    next_move bigint;
    next_job text;
    planned integer := 1;
    attempts integer := 0;
    failure boolean;
    key_violated boolean;
    refused_state text;
    refused_message text;
    refused_detail text;
    refused_hint text;
begin
    -- Inside a transaction block this raises 2D000, before anything is done.
    commit;
    set transaction isolation level read committed;

    loop
        perform pg_catalog.set_config('search_path', %2$L, true),
                pg_catalog.set_config('lock_timeout', lock_timeout_ms::pg_catalog.text, true);
        next_move := null;
        next_job := null;
        refused_state := null;

        begin
            -- Where nothing is left to do, whatever is missing is planned; null targets only go on.
            select n.move_id, n.job into next_move, next_job from %1$I.next_partition_move(parent, targets) n;

            if next_job is null and targets is not null then
                planned := %1$I.plan_partition_moves(parent, targets, step);
            end if;
        exception
            -- Whatever it is, it is judged below.
            when others then
                get stacked diagnostics refused_state = returned_sqlstate, refused_message = message_text,
                                        refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
        end;

        exit when refused_state is null and next_job is null and (targets is null or planned = 0);

        if refused_state is null and next_job <> 'WAIT' then
            -- A copy and what is compared with it are read in one snapshot; a swap must see all that was
            -- committed before it had its locks. Right after the commit: an expression may take a snapshot.
            if next_job in ('COPY', 'CATCH UP') then
                commit;
                set transaction isolation level repeatable read;
            else
                commit;
                set transaction isolation level read committed;
            end if;

            perform pg_catalog.set_config('search_path', %2$L, true),
                    pg_catalog.set_config('lock_timeout', lock_timeout_ms::pg_catalog.text, true);

            -- A crash can take these steps back, in order: they are done again then. A copy is on disk before the
            -- swap, whose commit would otherwise write it out under the locks.
            if next_job not in ('COPY', 'CATCH UP', 'SWAP') then
                perform pg_catalog.set_config('synchronous_commit', 'off', true);
            end if;

            -- In the second half of its attempts the swap waits for old transactions only, no longer for all.
            perform pg_catalog.set_config('partition_guard.patient', (attempts * 2 <= retries)::pg_catalog.text, true);

            begin
                perform %1$I.run_partition_move(next_move, next_job);
                attempts := 0;
            exception
                when others then
                    get stacked diagnostics refused_state = returned_sqlstate, refused_message = message_text,
                                            refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
            end;
        end if;

        -- No lock, a deadlock, another caller's change, a copied row that references one that is gone
        -- meanwhile: all of these pass.
        failure := coalesce(refused_state in ('55P03', '40P01', '40001', '23503'), false);

        if failure then
            attempts := attempts + 1;
            key_violated := refused_state = '23503';
            raise debug 'attempt %% at %% of move %%: %%', attempts, next_job, next_move, refused_message;

            if attempts <= retries then
                refused_state := null;
            else
                refused_detail := pg_catalog.format('%%s attempts were made; the rows are where they were. %%s',
                                                    attempts, refused_detail);
                refused_hint := 'Call it again: it goes on where it was; or undo it by cancel_partition_moves.';
            end if;

            rollback;
            set transaction isolation level read committed;
            perform pg_catalog.set_config('search_path', %2$L, true);

            -- One more round of catching up lets the copied row go.
            if key_violated then
                update %1$I.partition_move m set catch_ups = 19 where m.id = next_move;
            end if;
        end if;

        if refused_state is not null then
            rollback;
            set transaction isolation level read committed;
            perform pg_catalog.set_config('search_path', %2$L, true);
            perform %1$I.record_refusal(parent, refused_state, refused_message);
            commit;
            perform %1$I.raise_again(refused_state, refused_message, refused_detail, refused_hint);
        end if;

        commit;
        set transaction isolation level read committed;

        -- Longer from attempt to attempt, and never two callers in step.
        if failure or next_job = 'WAIT' then
            perform pg_catalog.pg_sleep(
                least(5, 0.01 * 2 ^ least(attempts, 10)) * (0.5 + pg_catalog.random())
            );
            commit;
            set transaction isolation level read committed;
        end if;
    end loop;

    commit;
end
$procedure$
        $template$,
        current_schema(),
        format('%I, pg_temp', current_schema())
    );
end
$making$;


do $making$
begin
    execute format(
        $template$
create or replace procedure %1$I.rebuild_partitions(
    partition_prefix text,
    from_instant timestamptz,
    to_instant timestamptz,
    frequency integer,
    interval_months integer,
    lock_timeout_ms integer default 40,
    retries integer default 100
)
language plpgsql
as $procedure$
declare
    -- the partitioned table, the interval, and the ranges to make
    parent regclass;
    step interval;
    targets tsrange[];
begin
    commit;
    perform pg_catalog.set_config('search_path', %2$L, true);
    perform %1$I.assert_retry_limits(lock_timeout_ms, retries);
    step := %1$I.months_step(frequency, interval_months);
    parent := %1$I.partition_parent(partition_prefix);
    targets := %1$I.rebuild_targets(parent, %1$I.move_span(from_instant, to_instant), step);
    call %1$I.run_partition_moves(parent, targets, step, lock_timeout_ms, retries);
end
$procedure$
        $template$,
        current_schema(),
        format('%I, pg_temp', current_schema())
    );
end
$making$;


do $making$
begin
    execute format(
        $template$
create or replace procedure %1$I.split_partition(
    partition regclass,
    frequency integer,
    interval_months integer,
    lock_timeout_ms integer default 40,
    retries integer default 100
)
language plpgsql
as $procedure$
declare
    -- the partitioned table, the interval, and the ranges to make
    parent regclass;
    step interval;
    targets tsrange[];
begin
    commit;
    perform pg_catalog.set_config('search_path', %2$L, true);
    perform %1$I.assert_retry_limits(lock_timeout_ms, retries);
    step := %1$I.months_step(frequency, interval_months);
    parent := %1$I.partition_parent_of(array[partition]);
    targets := %1$I.split_targets(parent, partition, step);
    call %1$I.run_partition_moves(parent, targets, step, lock_timeout_ms, retries);
end
$procedure$
        $template$,
        current_schema(),
        format('%I, pg_temp', current_schema())
    );
end
$making$;


do $making$
begin
    execute format(
        $template$
create or replace procedure %1$I.merge_partitions(
    partitions regclass[],
    lock_timeout_ms integer default 40,
    retries integer default 100
)
language plpgsql
as $procedure$
declare
    -- the partitioned table, and the range to make
    parent regclass;
    targets tsrange[];
begin
    commit;
    perform pg_catalog.set_config('search_path', %2$L, true);
    perform %1$I.assert_retry_limits(lock_timeout_ms, retries);
    parent := %1$I.partition_parent_of(partitions);
    targets := %1$I.merge_targets(parent, partitions);
    call %1$I.run_partition_moves(parent, targets, null, lock_timeout_ms, retries);
end
$procedure$
        $template$,
        current_schema(),
        format('%I, pg_temp', current_schema())
    );
end
$making$;


do $making$
begin
    execute format(
        $template$
create or replace procedure %1$I.empty_default_partition(
    partition_prefix text,
    frequency integer,
    interval_months integer,
    lock_timeout_ms integer default 40,
    retries integer default 100
)
language plpgsql
as $procedure$
declare
    -- the partitioned table, the interval, and the ranges to make
    parent regclass;
    step interval;
    targets tsrange[];
begin
    commit;
    perform pg_catalog.set_config('search_path', %2$L, true);
    perform %1$I.assert_retry_limits(lock_timeout_ms, retries);
    step := %1$I.months_step(frequency, interval_months);
    parent := %1$I.partition_parent(partition_prefix);
    targets := %1$I.default_targets(parent, step);

    if targets <> '{}' then
        call %1$I.run_partition_moves(parent, targets, step, lock_timeout_ms, retries);
    end if;
end
$procedure$
        $template$,
        current_schema(),
        format('%I, pg_temp', current_schema())
    );
end
$making$;


do $making$
begin
    execute format(
        $template$
create or replace procedure %1$I.resume_partition_moves(
    partition_prefix text,
    lock_timeout_ms integer default 40,
    retries integer default 100
)
language plpgsql
as $procedure$
declare
    -- the partitioned table
    parent regclass;
begin
    commit;
    perform pg_catalog.set_config('search_path', %2$L, true);
    perform %1$I.assert_retry_limits(lock_timeout_ms, retries);
    parent := %1$I.partition_parent(partition_prefix);
    call %1$I.run_partition_moves(parent, null, null, lock_timeout_ms, retries);
end
$procedure$
        $template$,
        current_schema(),
        format('%I, pg_temp', current_schema())
    );
end
$making$;


comment on procedure run_partition_moves(regclass, tsrange[], interval, integer, integer) is
    'Runs the unfinished moves of a table to their end, and those that are planned to make the targets. Commits after each step.';
comment on procedure rebuild_partitions(text, timestamptz, timestamptz, integer, integer, integer, integer) is
    'Brings a range onto another interval while readers and writers go on, moving the rows. Outside a transaction; any number of callers at once; goes on where an earlier call was killed.';
comment on procedure split_partition(regclass, integer, integer, integer, integer) is
    'Splits one partition on an interval, cut at its own bounds, while readers and writers go on.';
comment on procedure merge_partitions(regclass[], integer, integer) is
    'Makes one partition of several that lie side by side, while readers and writers go on.';
comment on procedure empty_default_partition(text, integer, integer, integer, integer) is
    'Moves the rows of the default partition into partitions of their own, while readers and writers go on.';
comment on procedure resume_partition_moves(text, integer, integer) is
    'Runs all unfinished moves of a table to their end.';


-- 10  Pinning every function to its schema -----------------------------------------------------------------

-- As in V1: pg_catalog is searched first without being named, pg_temp last.
do $pinning$
declare
    -- one function at a time, all of this file
    signature text;
begin
    foreach signature in array array[
        'partition_row_expression(regclass, text)',
        'partition_checksum(regclass)',
        'partition_move_key(regclass)',
        'wide_publications(regclass)',
        'assert_rows_can_move(regclass, regclass[])',
        'partition_grid(tsrange, interval)',
        'rebuild_targets(regclass, tsrange, interval)',
        'split_targets(regclass, regclass, interval)',
        'merge_targets(regclass, regclass[])',
        'default_targets(regclass, interval)',
        'unfinished_moves(regclass, tsrange[])',
        'plan_partition_moves(regclass, tsrange[], interval)',
        'partition_move_pieces(regclass, tsrange[], regclass)',
        'partition_structure(regclass)',
        'partition_move_structure(bigint)',
        'partition_move_triggers(bigint)',
        'partition_move_match(regclass, name[], text, text)',
        'assert_move_still_holds(bigint)',
        'start_partition_move(bigint)',
        'partition_move_condition(bigint, integer, text)',
        'logged_rows(bigint, regclass, text)',
        'partition_move_query(bigint, integer, text, boolean)',
        'partition_move_columns(regclass, text)',
        'share_move_options(bigint, regclass)',
        'make_move_target(bigint, integer)',
        'make_move_targets(bigint)',
        'constrain_move_target(bigint, integer, regclass)',
        'compare_move_target(bigint, integer, regclass, boolean)',
        'copy_partition_move(bigint)',
        'apply_partition_log(bigint)',
        'count_what_keys_do(bigint, integer, regclass)',
        'stop_counting_what_keys_do(bigint)',
        'add_keys_to_move(bigint)',
        'validate_keys_of_move(bigint)',
        'drop_move_work(bigint)',
        'assert_no_old_snapshot(bigint, boolean)',
        'lock_partition_move(bigint)',
        'rename_target_indexes(regclass, regclass)',
        'replace_partitions(bigint)',
        'start_move_anew(bigint)',
        'swap_partition_move(bigint)',
        'finish_partition_move(bigint)',
        'partition_move_job(bigint)',
        'next_partition_move(regclass, tsrange[])',
        'run_partition_move(bigint, text)',
        'partition_parent_of(regclass[])',
        'move_span(timestamptz, timestamptz)',
        'months_step(integer, integer)',
        'cancel_partition_moves(text)'
    ] loop
        execute format('alter function %I.%s set search_path = %I, pg_temp',
                       current_schema(), signature, current_schema());
    end loop;
end
$pinning$;
