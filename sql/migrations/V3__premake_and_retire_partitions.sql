-- Premake and retention: partitions made ahead of time, and old ones detached, archived or dropped without
-- losing a row that was not asked to go.
--
-- PostgreSQL 14 to 18, no extension. Runs in one transaction, after V1__create_or_manage_partitions.sql and
-- V2__move_rows_between_partitions.sql, in the same schema and as the same role.
-- Reference: docs/partition-manager.md
--
--   1  Preconditions
--   2  Tables: retired_partition and partition_archive
--   3  Arguments
--   4  Reading: what is past the retention, what stands in the way, what is archived
--   5  Changing one partition: detach, move, drop
--   6  The public functions
--   7  Pinning every function to its schema
--
-- Words: to retire a partition is to detach it, to detach it and move it into an archive schema, or to drop
-- it. How old it is says its upper bound in the catalog, which is exclusive: once that is past, all its rows
-- are. Neither its name nor any interval says so.


-- 1  Preconditions -----------------------------------------------------------------------------------------

do $preconditions$
declare
    -- what this file stands on and what is in its way
    missing_parts text;
    foreign_tables text;
begin
    select string_agg(wanted.signature, ', ' order by wanted.place)
      into missing_parts
      from unnest(array[
               'partition_clock()',
               'partition_parent(text)',
               'partition_key(regclass)',
               'partition_ranges(regclass)',
               'assert_partition_step(interval)',
               'partition_interval_range(timestamp, interval)',
               'partition_dependents(regclass)',
               'lock_partition_manager(regclass)',
               'adopt_partitions(regclass)',
               'assert_maintenance_window()',
               'assert_default_is_clear(regclass, tsrange[])',
               'apply_partition_interval(regclass, tsmultirange, interval, boolean)',
               'audit_partition(text, regclass, text, text, text, text, interval, text, bigint, numeric)',
               'partition_checksum(regclass)'
           ]) with ordinality as wanted (signature, place)
     where current_schema() is null
        or pg_catalog.to_regprocedure(format('%I.%s', current_schema(), wanted.signature)) is null;

    if missing_parts is null and not exists (
        select from pg_catalog.pg_attribute a
         where a.attrelid = pg_catalog.to_regclass(format('%I.partition_move', current_schema()))
           and a.attname = 'sources'
    ) then
        missing_parts := 'partition_move.sources';
    end if;

    if missing_parts is not null then
        raise exception 'the partition manager is not installed in schema %', coalesce(current_schema(), '(none)')
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('It lacks: %s. Nothing was changed.', missing_parts),
                  hint = 'Run V1__create_or_manage_partitions.sql and V2__move_rows_between_partitions.sql in this schema first.';
    end if;

    select string_agg(distinct wanted.table_name, ', ')
      into foreign_tables
      from (
               values
                   ('retired_partition', 'range_check'),
                   ('partition_archive', 'location')
           ) as wanted (table_name, column_name)
      join pg_catalog.pg_class c on c.relname = wanted.table_name
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
     where c.relkind <> 'r'
        or not exists (
               select from pg_catalog.pg_attribute a
                where a.attrelid = c.oid and a.attname = wanted.column_name and not a.attisdropped
           );

    if foreign_tables is not null then
        raise exception 'another % is in the way', foreign_tables
            using errcode = 'object_not_in_prerequisite_state',
                  detail = 'It was not made by this file. Nothing was changed.',
                  hint = 'Rename it, then run this migration again.';
    end if;
end
$preconditions$;


-- 2  Tables ------------------------------------------------------------------------------------------------

create table if not exists retired_partition (
    partition regclass primary key,
    parent regclass not null,
    lower_bound text not null,
    upper_bound text not null,
    range_check text not null,
    retired_at timestamptz not null default clock_timestamp(),
    role_name text not null default current_user
);

comment on table retired_partition is
    'The tables that were partitions until retention detached them: what restores one to its own range, wherever it was moved and whatever it is called now.';
comment on column retired_partition.partition is 'The detached table itself, not its name.';
comment on column retired_partition.parent is 'The partitioned table it was detached from.';
comment on column retired_partition.lower_bound is 'Lower bound it had, as partition_ranges prints it; inclusive; MINVALUE where unbounded.';
comment on column retired_partition.upper_bound is 'Upper bound it had, as partition_ranges prints it; exclusive.';
comment on column retired_partition.range_check is 'Its check constraint that holds it to that range.';

create table if not exists partition_archive (
    id bigint generated always as identity primary key,
    partition regclass not null,
    parent regclass not null,
    partition_schema text not null,
    partition_name text not null,
    lower_bound text,
    upper_bound text,
    location text not null,
    row_count bigint not null,
    checksum numeric not null,
    recorded_at timestamptz not null default clock_timestamp(),
    role_name text not null default current_user
);

create index if not exists partition_archive_partition_idx on partition_archive (partition);

comment on table partition_archive is
    'One row for each copy of a partition''s rows outside of the database whose number and checksum were found equal to the partition''s. Stays when the partition is dropped.';
comment on column partition_archive.partition is 'The table itself, not its name: it may be moved or renamed afterwards.';
comment on column partition_archive.partition_schema is 'Its schema when the archive was recorded.';
comment on column partition_archive.partition_name is 'Its name when the archive was recorded.';
comment on column partition_archive.location is 'Where the copy is, in the words of the program that wrote it.';
comment on column partition_archive.row_count is 'Rows of the copy and of the partition.';
comment on column partition_archive.checksum is 'partition_checksum() of the copy and of the partition.';


-- 3  Arguments ---------------------------------------------------------------------------------------------

create or replace function assert_premake(premake integer)
returns void
language plpgsql
immutable
as $function$
begin
    if premake is null then
        raise exception 'premake must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Twelve months ahead is partition_interval ''1 month'' with premake 12.';
    end if;

    if premake not between 1 and 1000 then
        raise exception 'premake % is not between 1 and 1000', premake
            using errcode = 'invalid_parameter_value',
                  hint = 'premake is the number of further intervals after the one that contains now.';
    end if;
end
$function$;

comment on function assert_premake(integer) is
    'Raises 22004 or 22023 unless premake is from 1 to 1000.';


create or replace function assert_retention(keep interval, disposal text, dry_run boolean)
returns void
language plpgsql
immutable
as $function$
begin
    if keep is null or disposal is null or dry_run is null then
        raise exception 'keep, disposal and dry_run must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give how long rows are kept, such as ''24 months'', and one of ''detach'', ''archive'', ''drop archived'' and ''drop without archive''.';
    end if;

    -- Each part by itself: one month less thirty days would be a length that nobody can tell.
    if not isfinite(keep)
       or keep <= interval '0'
       or keep <> date_trunc('hour', keep)
       or least(extract(year from keep), extract(month from keep), extract(day from keep), extract(hour from keep)) < 0
    then
        raise exception '% is not how long rows are kept', quote_literal(keep)
            using errcode = 'invalid_parameter_value',
                  hint = 'Use whole months, days and hours, none of them negative, such as ''24 months'' or ''1 year 15 days''.';
    end if;

    if disposal not in ('detach', 'archive', 'drop archived', 'drop without archive') then
        raise exception '% is not what can become of a partition', quote_literal(disposal)
            using errcode = 'invalid_parameter_value',
                  hint = 'Use ''detach'', ''archive'', ''drop archived'' or ''drop without archive''.';
    end if;
end
$function$;

comment on function assert_retention(interval, text, boolean) is
    'Raises 22004 or 22023 unless keep is longer than nothing and made of whole months, days and hours, and disposal is one of the four.';


create or replace function assert_fresh_snapshots()
returns void
language plpgsql
stable
as $function$
begin
    if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
        raise exception 'rows are not compared at isolation level %', current_setting('transaction_isolation')
            using errcode = 'invalid_transaction_state',
                  detail = 'Rows committed after the transaction''s first snapshot would not be seen.',
                  hint = 'Run it at isolation level read committed.';
    end if;
end
$function$;

comment on function assert_fresh_snapshots() is
    'Raises 25000 unless each statement takes a new snapshot, and so sees what was committed before it got its lock.';


create or replace function partition_archive_schema(parent regclass, disposal text, archive_schema text)
returns text
language plpgsql
stable
as $function$
declare
    -- the table's own schema, and where its retired partitions go
    own_schema text;
    target_schema text;
begin
    select n.nspname
      into own_schema
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = parent;

    if disposal <> 'archive' then
        if archive_schema is not null then
            raise exception 'archive_schema % has no meaning with %', quote_literal(archive_schema), quote_literal(disposal)
                using errcode = 'invalid_parameter_value',
                      hint = 'Leave archive_schema out, or use ''archive''.';
        end if;

        return null;
    end if;

    target_schema := coalesce(archive_schema, own_schema || '_archive');

    if octet_length(target_schema) > 63 then
        raise exception 'the archive schema''s name would be longer than 63 bytes'
            using errcode = 'name_too_long',
                  detail = format('It would be %s.', quote_ident(target_schema)),
                  hint = 'Give archive_schema a shorter name.';
    end if;

    -- Who owns a schema may drop it with all that is in it. One that is only met under the usual name must be of
    -- the table's owner, the caller, or an administrator; one that is named is the caller's choice.
    if archive_schema is null and exists (
        select from pg_namespace n
          join pg_roles r on r.oid = n.nspowner
          join pg_class c on c.oid = parent
         where n.nspname = target_schema
           and not r.rolsuper
           and not pg_has_role(n.nspowner, 'usage')
           and not pg_has_role(c.relowner, n.nspowner, 'usage')
    ) then
        raise exception 'schema % belongs to another role', quote_ident(target_schema)
            using errcode = 'insufficient_privilege',
                  detail = 'Its owner could drop what is archived there. Nothing was changed.',
                  hint = 'Give archive_schema, this one or another, in so many words.';
    end if;

    if target_schema in ('', 'information_schema', own_schema) or target_schema like 'pg\_%' then
        raise exception '% cannot be the archive schema of %', quote_literal(target_schema), parent
            using errcode = 'invalid_parameter_value',
                  hint = 'Give a schema for archived partitions alone, or use ''detach'' to leave them where they are.';
    end if;

    return target_schema;
end
$function$;

comment on function partition_archive_schema(regclass, text, text) is
    'The schema that retired partitions of a table are moved to: the one given, else the table''s own with _archive after it; null where they are not moved.';


-- 4  Reading -----------------------------------------------------------------------------------------------

create or replace function partitions_past_retention(parent regclass, retention_limit timestamp)
returns table (
    partition regclass,
    partition_schema text,
    partition_name text,
    range tsrange,
    lower_bound text,
    upper_bound text,
    reason text
)
language sql
stable
as $function$
    -- isfinite() is null for MAXVALUE and for the default partition, which thereby never are past anything.
    select p.partition,
           n.nspname::text,
           c.relname::text,
           p.range,
           p.lower_bound,
           p.upper_bound,
           case
               when c.relkind = 'f' then 'it is a foreign table'
               when c.relkind = 'p' then 'it is partitioned itself'
               when exists (
                   select from partition_move m where p.partition = any (m.sources)
               ) then 'its rows are being moved'
               else (
                   select 'something depends on it: ' || string_agg(d.dependent, ', ')
                     from partition_dependents(p.partition) as d (dependent)
               )
           end
      from partition_ranges(parent) p
      join pg_class c on c.oid = p.partition
      join pg_namespace n on n.oid = c.relnamespace
     where isfinite(upper(p.range))
       and upper(p.range) <= retention_limit
     order by p.range;
$function$;

comment on function partitions_past_retention(regclass, timestamp) is
    'The partitions whose exclusive upper bound in the catalog is at or before an instant in UTC, oldest first, and why one has to stay, as far as the catalog alone tells.';


create or replace function partition_referencing_key(partition regclass)
returns text
language plpgsql
stable
set row_security = off
as $function$
declare
    -- the share that a foreign key to the whole table has in this partition, and whether a row uses it
    share record;
    is_referenced boolean;
begin
    for share in
        select k.oid,
               k.conrelid::regclass as referencing,
               string_agg(
                   format('p.%I operator(%I.%s) r.%I', pa.attname, n.nspname, o.oprname, ra.attname),
                   ' and ' order by u.place
               ) as columns_equal
          from pg_constraint k
         cross join unnest(k.confkey, k.conkey, k.conpfeqop) with ordinality as u (pk, fk, operator, place)
          join pg_attribute pa on pa.attrelid = k.confrelid and pa.attnum = u.pk
          join pg_attribute ra on ra.attrelid = k.conrelid and ra.attnum = u.fk
          join pg_operator o on o.oid = u.operator
          join pg_namespace n on n.oid = o.oprnamespace
         where k.confrelid = partition
           and k.contype = 'f'
           and k.conparentid <> 0
         group by k.oid, k.conrelid
         order by k.oid
    loop
        execute format(
            'select exists (select from %s r join only %s p on %s)',
            share.referencing, partition, share.columns_equal
        ) into is_referenced;

        if is_referenced then
            return (
                with recursive lineage as (
                    select k.conname, k.conrelid, k.conparentid
                      from pg_constraint k
                     where k.oid = share.oid
                    union all
                    select k.conname, k.conrelid, k.conparentid
                      from lineage l
                      join pg_constraint k on k.oid = l.conparentid
                )
                select format('foreign key %I of table %s', l.conname, l.conrelid::regclass)
                  from lineage l
                 where l.conparentid = 0
            );
        end if;
    end loop;

    return null;
end
$function$;

comment on function partition_referencing_key(regclass) is
    'The first foreign key to the whole partitioned table by which a row refers to a row of this partition; null where none does.';


create or replace function partition_archive_fault(partition regclass, row_count bigint, checksum numeric)
returns text
language plpgsql
stable
as $function$
declare
    -- the last record
    recorded record;
begin
    if exists (
        select from partition_archive a
         where a.partition = partition_archive_fault.partition
           and a.row_count = partition_archive_fault.row_count
           and a.checksum = coalesce(partition_archive_fault.checksum, 0)
    ) then
        return null;
    end if;

    select a.row_count,
           a.checksum
      into recorded
      from partition_archive a
     where a.partition = partition_archive_fault.partition
     order by a.id desc
     limit 1;

    if not found then
        return 'no archive of it is recorded';
    end if;

    return format(
        'it has changed since its archive was recorded: then %s rows with checksum %s, now %s rows with checksum %s',
        recorded.row_count, recorded.checksum, row_count, coalesce(checksum, 0)
    );
end
$function$;

comment on function partition_archive_fault(regclass, bigint, numeric) is
    'Why a partition with that many rows and that checksum may not be dropped as archived; null where a recorded archive equals both.';


create or replace function retention_keep_reason(partition regclass, disposal text)
returns text
language plpgsql
stable
as $function$
declare
    -- a foreign key that is in use, and what the partition holds
    referencing_key text;
    held record;
begin
    referencing_key := partition_referencing_key(partition);

    if referencing_key is not null then
        return 'rows refer to it by ' || referencing_key;
    end if;

    if disposal = 'drop archived' then
        select k.row_count, k.checksum into strict held from partition_checksum(partition) k;

        return partition_archive_fault(partition, held.row_count, held.checksum);
    end if;

    return null;
end
$function$;

comment on function retention_keep_reason(regclass, text) is
    'Why a partition has to stay, as far as its rows tell: they are referred to, or not archived; null where nothing speaks against it. Only final under a lock that stops writers.';


create or replace function partition_owner_fault(partition regclass)
returns text
language sql
stable
as $function$
    select format('it belongs to role %I', pg_get_userbyid(c.relowner))
      from pg_class c
     where c.oid = partition
       and not pg_has_role(c.relowner, 'usage');
$function$;

comment on function partition_owner_fault(regclass) is
    'Whose a table is where the caller may not change it; null where it may.';


create or replace function partition_row_count(partition regclass)
returns bigint
language plpgsql
stable
set row_security = off
as $function$
declare
    -- the answer
    row_count bigint;
begin
    execute format('select count(*) from only %s', partition) into row_count;

    return row_count;
end
$function$;

comment on function partition_row_count(regclass) is
    'The number of rows of one table, exactly. Row security raises 42501 instead of hiding rows.';


create or replace function partition_or_retired(
    partition regclass,
    out parent regclass,
    out is_attached boolean,
    out partition_schema text,
    out partition_name text,
    out lower_bound text,
    out upper_bound text,
    out range_check text
)
returns record
language plpgsql
stable
as $function$
begin
    if partition is null then
        raise exception 'partition must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give a table that is a partition, or was one until retention detached it.';
    end if;

    select n.nspname::text,
           c.relname::text,
           c.relispartition and c.relkind = 'r',
           i.inhparent::regclass
      into partition_schema,
           partition_name,
           is_attached,
           parent
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_inherits i on i.inhrelid = c.oid and c.relispartition
     where c.oid = partition;

    if is_attached then
        select p.lower_bound,
               p.upper_bound
          into lower_bound,
               upper_bound
          from partition_ranges(parent) p
         where p.partition = partition_or_retired.partition;

        return;
    end if;

    select r.parent,
           r.lower_bound,
           r.upper_bound,
           r.range_check
      into parent,
           lower_bound,
           upper_bound,
           range_check
      from retired_partition r
     where r.partition = partition_or_retired.partition;

    if not found then
        raise exception '% is neither a partition nor was one until retention detached it', partition
            using errcode = 'wrong_object_type',
                  hint = 'Only plain tables that are attached to a table partitioned by range, or that apply_retention has detached, can be archived.';
    end if;

    -- Without its name the audit log could not tell what it was.
    if not exists (select from pg_class c where c.oid = parent) then
        raise exception 'the partitioned table that % was detached from is gone', partition
            using errcode = 'undefined_table',
                  hint = 'Drop it by hand, or attach it by hand to another table.';
    end if;
end
$function$;

comment on function partition_or_retired(regclass) is
    'The partitioned table, the names now and the bounds of a partition, or of a table that retention has detached; raises 42809 where it is neither.';


create or replace function assert_detached(
    partition regclass,
    out parent regclass,
    out partition_schema text,
    out partition_name text,
    out lower_bound text,
    out upper_bound text
)
returns record
language plpgsql
stable
as $function$
declare
    -- the same, attached or not
    was record;
begin
    select * into was from partition_or_retired(partition);

    if was.is_attached then
        raise exception '% is still attached to %', partition, was.parent
            using errcode = 'object_not_in_prerequisite_state',
                  hint = 'Retire it first: apply_retention with ''archive'' or ''detach'', or with ''drop archived'' at once.';
    end if;

    parent := was.parent;
    partition_schema := was.partition_schema;
    partition_name := was.partition_name;
    lower_bound := was.lower_bound;
    upper_bound := was.upper_bound;
end
$function$;

comment on function assert_detached(regclass) is
    'partition_or_retired() for what retention has detached; raises 55000 where it is attached.';


create or replace function free_relation_name(wanted text, schema_names text[])
returns text
language plpgsql
stable
as $function$
declare
    -- what tells the name from those taken, and how much of the wanted name fits before it
    suffix text := '';
    stem text;
begin
    for attempt in 2 .. 1000 loop
        stem := wanted;

        while octet_length(stem || suffix) > 63 loop
            stem := left(stem, -1);
        end loop;

        -- A table's row type bears its name, and the array of these has an underscore before it.
        if not exists (
            select from pg_namespace n
             where n.nspname = any (schema_names)
               and (
                   exists (
                       select from pg_class c
                        where c.relnamespace = n.oid and c.relname = (stem || suffix)::name
                   )
                   or exists (
                       select from pg_type t
                        where t.typnamespace = n.oid
                          and t.typname in ((stem || suffix)::name, ('_' || stem || suffix)::name)
                   )
               )
        ) then
            return stem || suffix;
        end if;

        suffix := '_' || attempt;
    end loop;

    raise exception 'no name is free for %', quote_ident(wanted)
        using errcode = 'duplicate_table',
              detail = format('It is taken in schema %s, and so is every name made of it up to _999.',
                              array_to_string(schema_names, ' or ')),
              hint = 'Rename or drop some of these tables.';
end
$function$;

comment on function free_relation_name(text, text[]) is
    'The wanted name where it is free in all of the schemas, else the first free one with _2, _3 and so on after it, at most 63 bytes; 42P07 past _999.';


create or replace function preview_retention(
    parent regclass,
    retention_limit timestamp,
    disposal text,
    archive_schema text
)
returns table (
    action text,
    partition_schema text,
    partition_name text,
    lower_bound text,
    upper_bound text,
    row_count bigint,
    reason text
)
language plpgsql
stable
as $function$
declare
    -- one partition
    old record;
begin
    for old in
        select p.partition,
               p.partition_schema,
               p.partition_name,
               p.lower_bound,
               p.upper_bound,
               p.reason,
               c.relkind
          from partitions_past_retention(parent, retention_limit) p
          join pg_class c on c.oid = p.partition
         order by p.range
    loop
        partition_schema := old.partition_schema;
        partition_name := old.partition_name;
        lower_bound := old.lower_bound;
        upper_bound := old.upper_bound;
        row_count := case when old.relkind = 'r' then partition_row_count(old.partition) end;
        reason := coalesce(old.reason, retention_keep_reason(old.partition, disposal));

        if reason is not null then
            action := 'KEEP';
        elsif disposal = 'detach' then
            action := 'DETACH';
            reason := 'would be detached';
        elsif disposal = 'archive' then
            action := 'ARCHIVE';
            reason := format('would be moved to %I', archive_schema);
        else
            action := 'DROP';
            reason := case disposal
                          when 'drop archived' then 'its archive is verified'
                          else 'would be dropped without archive'
                      end;
        end if;

        return next;
    end loop;
end
$function$;

comment on function preview_retention(regclass, timestamp, text, text) is
    'What a retention would do with each partition that is past it, with its rows counted; changes nothing.';


-- 5  Changing one partition --------------------------------------------------------------------------------

create or replace function ensure_archive_schema(archive_schema text)
returns void
language plpgsql
volatile
as $function$
begin
    if not exists (select from pg_namespace n where n.nspname = archive_schema) then
        if not has_database_privilege(current_database(), 'create') then
            raise exception 'permission denied to make schema %', quote_ident(archive_schema)
                using errcode = 'insufficient_privilege',
                      detail = 'Nothing was changed.',
                      hint = format('Make the schema, and grant create on it to %I.', current_user);
        end if;

        execute format('create schema %I', archive_schema);
        execute format('revoke all on schema %I from public', archive_schema);
        execute format('comment on schema %I is %L', archive_schema,
                       'Partitions that retention has detached. Made by apply_retention.');
    elsif not has_schema_privilege(archive_schema, 'create') then
        raise exception 'permission denied for schema %', quote_ident(archive_schema)
            using errcode = 'insufficient_privilege',
                  detail = 'Nothing was changed.',
                  hint = format('Grant create on schema %I to %I.', archive_schema, current_user);
    end if;
end
$function$;

comment on function ensure_archive_schema(text) is
    'Makes the archive schema, owned by the caller and granted to nobody, where there is none; raises 42501 where the caller may not make it, or not create in the one there is.';


create or replace function move_to_schema(relation regclass, target_schema text)
returns void
language plpgsql
volatile
as $function$
declare
    -- where it is, and one after the other what moves with it
    own_schema text;
    part record;
begin
    select n.nspname
      into own_schema
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = relation;

    if own_schema = target_schema then
        return;
    end if;

    -- Indexes and owned sequences go with the table and may find their names taken, too.
    for part in
        select c.oid::regclass as relation,
               c.relname::text as relation_name
          from pg_class c
         where c.oid = relation
            or c.oid in (select x.indexrelid from pg_index x where x.indrelid = relation)
            or c.relkind = 'S' and c.oid in (
                   select d.objid
                     from pg_depend d
                    where d.classid = 'pg_class'::regclass
                      and d.refclassid = 'pg_class'::regclass
                      and d.refobjid = relation
                      and d.deptype in ('a', 'i')
               )
         order by c.relkind = 'r' desc, c.oid
    loop
        if free_relation_name(part.relation_name, array[target_schema]) <> part.relation_name then
            execute format(
                'alter table %s rename to %I',
                part.relation,
                free_relation_name(part.relation_name, array[own_schema, target_schema])
            );
        end if;
    end loop;

    execute format('alter table %s set schema %I', relation, target_schema);
end
$function$;

comment on function move_to_schema(regclass, text) is
    'Moves a table with its indexes and sequences into another schema; what finds its name taken there gets _2, _3 and so on after it.';


create or replace function detach_to_keep(
    parent regclass,
    partition regclass,
    lower_bound text,
    upper_bound text
)
returns void
language plpgsql
volatile
set datestyle = 'ISO, MDY'
as $function$
declare
    -- the partition column, and what the range says of it
    key record;
    range_check text := 'partition_range_check';
    in_range text;
begin
    select k.column_name, k.data_type into key from partition_key(parent) k;

    in_range := format('%1$I is not null and %1$I < %2$L::%3$s', key.column_name, upper_bound, key.data_type);

    if lower_bound <> 'MINVALUE' then
        in_range := in_range || format(' and %1$I >= %2$L::%3$s', key.column_name, lower_bound, key.data_type);
    end if;

    while exists (
        select from pg_constraint k where k.conrelid = partition and k.conname = range_check::name
    ) loop
        range_check := range_check || '_';
    end loop;

    -- Not valid, because validating would read every row under the lock. It holds new rows to the range all
    -- the same; those there already were held to it by the partition's bounds.
    execute format('alter table %s add constraint %I check (%s) not valid', partition, range_check, in_range);
    execute format('alter table %s detach partition %s', parent, partition);

    -- One that was restored by hand still has its old note.
    delete from retired_partition r where r.partition = detach_to_keep.partition;
    insert into retired_partition (partition, parent, lower_bound, upper_bound, range_check)
    values (
        detach_to_keep.partition,
        detach_to_keep.parent,
        detach_to_keep.lower_bound,
        detach_to_keep.upper_bound,
        range_check
    );
end
$function$;

comment on function detach_to_keep(regclass, regclass, text, text) is
    'Detaches a partition, with a check on it that holds it to its range, and notes what restores it.';


create or replace function retire_partition(
    parent regclass,
    partition regclass,
    lower_bound text,
    upper_bound text,
    disposal text,
    archive_schema text,
    out row_count bigint,
    out outcome text
)
returns record
language plpgsql
volatile
as $function$
declare
    -- where it is and goes, and what it holds
    was record;
    became record;
    held record;
    fault text;
begin
    select n.nspname::text as schema_name,
           c.relname::text as table_name
      into strict was
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = partition;

    if disposal in ('drop archived', 'drop without archive') then
        select k.row_count, k.checksum into strict held from partition_checksum(partition) k;

        if disposal = 'drop archived' then
            fault := partition_archive_fault(partition, held.row_count, held.checksum);

            if fault is not null then
                raise exception '%', fault using errcode = 'object_not_in_prerequisite_state';
            end if;
        end if;

        -- The detach first: it alone undoes the share of a foreign key to the whole table, after looking for
        -- rows that use it.
        execute format('alter table %s detach partition %s', parent, partition);
        execute format('drop table %s restrict', partition);
        row_count := held.row_count;
        outcome := case disposal when 'drop archived' then 'its archive is verified' else 'dropped without archive' end;
        perform audit_partition('DROP', parent, was.schema_name, was.table_name, lower_bound, upper_bound, null,
                                outcome, held.row_count, held.checksum);
        return;
    end if;

    perform detach_to_keep(parent, partition, lower_bound, upper_bound);
    perform audit_partition('DETACH', parent, was.schema_name, was.table_name, lower_bound, upper_bound, null,
                            'past the retention');
    outcome := 'detached';

    if disposal = 'archive' then
        perform move_to_schema(partition, archive_schema);

        select n.nspname::text as schema_name,
               c.relname::text as table_name
          into strict became
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
         where c.oid = partition;

        outcome := format('moved to %I.%I', became.schema_name, became.table_name);
        perform audit_partition('ARCHIVE', parent, became.schema_name, became.table_name, lower_bound, upper_bound,
                                null, format('moved from %I.%I', was.schema_name, was.table_name));
    end if;
end
$function$;

comment on function retire_partition(regclass, regclass, text, text, text, text) is
    'Detaches, archives or drops one partition and records it; raises 55000 where its archive is not verified. The caller holds the locks that stop writers.';


create or replace function try_to_retire(
    parent regclass,
    partition regclass,
    lower_bound text,
    upper_bound text,
    disposal text,
    archive_schema text,
    out row_count bigint,
    out outcome text,
    out fault text
)
returns record
language plpgsql
volatile
as $function$
declare
    -- the server's own words
    message text;
    explanation text;
begin
    select r.row_count,
           r.outcome
      into strict row_count,
           outcome
      from retire_partition(parent, partition, lower_bound, upper_bound, disposal, archive_schema) r;
exception
    when foreign_key_violation then
        get stacked diagnostics message = message_text;
        fault := 'rows refer to it by ' || coalesce(partition_referencing_key(partition), message);
    when dependent_objects_still_exist
         or insufficient_privilege
         or object_not_in_prerequisite_state
         or object_in_use
         or duplicate_table
         or duplicate_object
         or undefined_function
         or feature_not_supported then
        get stacked diagnostics message = message_text, explanation = pg_exception_detail;
        fault := concat_ws('; ', message, nullif(explanation, ''));
end
$function$;

comment on function try_to_retire(regclass, regclass, text, text, text, text) is
    'Retires one partition; where it has to stay, undoes what was begun of it alone and returns why.';


create or replace function lock_partitions_to_retire(
    parent regclass,
    retention_limit timestamp,
    to_retire regclass[]
)
returns void
language plpgsql
volatile
as $function$
declare
    -- one of them
    partition regclass;
begin
    -- The parent first, as writers do, so that neither waits for the other in a circle. Then each partition,
    -- because rows can be written to it past its parent.
    execute format('lock table only %s in access exclusive mode', parent);

    for partition in
        select p.partition
          from partitions_past_retention(parent, retention_limit) p
         where p.partition = any (to_retire)
         order by p.range
    loop
        execute format('lock table only %s in access exclusive mode', partition);
    end loop;
end
$function$;

comment on function lock_partitions_to_retire(regclass, timestamp, regclass[]) is
    'Locks the parent and what is to be retired, so that no row can slip in between the last look and the change.';


-- 6  The public functions ----------------------------------------------------------------------------------

create or replace function premake_partitions(partition_prefix text, partition_interval interval, premake integer)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the partitioned table, and where the interval that contains now begins
    parent regclass;
    first_lower timestamp;
begin
    perform assert_partition_step(partition_interval);
    perform assert_premake(premake);
    parent := partition_parent(partition_prefix);
    perform lock_partition_manager(parent);

    first_lower := lower(partition_interval_range(partition_clock(), partition_interval));

    return apply_partition_interval(
        parent,
        tsmultirange(tsrange(first_lower, first_lower + partition_interval * (premake + 1))),
        partition_interval,
        false
    );
end
$function$;

comment on function premake_partitions(text, interval, integer) is
    'Fills what no partition covers of the interval that contains now and of so many further ones; drops nothing. Returns the number of partitions created.';


create or replace function apply_retention(
    partition_prefix text,
    keep interval,
    disposal text default 'archive',
    archive_schema text default null,
    dry_run boolean default false
)
returns table (
    action text,
    partition_schema text,
    partition_name text,
    lower_bound text,
    upper_bound text,
    row_count bigint,
    reason text
)
language plpgsql
volatile
as $function$
declare
    -- the partitioned table, the instant that all rows to retire are before, and where these go
    parent regclass;
    retention_limit timestamp;
    target_schema text;

    -- one partition, those that nothing spoke against without a lock, and why the others stay, by their oids
    old record;
    to_retire regclass[] := '{}';
    reasons jsonb := '{}';
begin
    perform assert_retention(keep, disposal, dry_run);
    parent := partition_parent(partition_prefix);
    retention_limit := partition_clock() - keep;
    target_schema := partition_archive_schema(parent, disposal, archive_schema);

    if dry_run then
        return query select * from preview_retention(parent, retention_limit, disposal, target_schema);
        return;
    end if;

    perform lock_partition_manager(parent);

    -- A first look without locks: where nothing is to do, nobody is held up.
    for old in select p.partition, p.reason from partitions_past_retention(parent, retention_limit) p loop
        reason := coalesce(
            old.reason,
            partition_owner_fault(old.partition),
            retention_keep_reason(old.partition, disposal)
        );
        reasons := reasons || jsonb_build_object(old.partition::oid::text, reason);

        if reason is null then
            to_retire := to_retire || old.partition;
        end if;
    end loop;

    if to_retire <> '{}' then
        perform assert_maintenance_window();

        if target_schema is not null then
            perform ensure_archive_schema(target_schema);
        end if;

        perform lock_partitions_to_retire(parent, retention_limit, to_retire);
        perform adopt_partitions(parent);
        delete from retired_partition r where not exists (select from pg_class c where c.oid = r.partition);
    end if;

    for old in
        select p.partition,
               p.partition_schema,
               p.partition_name,
               p.lower_bound,
               p.upper_bound,
               coalesce(p.reason, reasons ->> p.partition::oid::text) as reason
          from partitions_past_retention(parent, retention_limit) p
         where reasons ? p.partition::oid::text
         order by p.range
    loop
        action := 'KEEP';
        partition_schema := old.partition_schema;
        partition_name := old.partition_name;
        lower_bound := old.lower_bound;
        upper_bound := old.upper_bound;
        row_count := null;
        reason := old.reason;

        if reason is null then
            select r.row_count,
                   r.outcome,
                   r.fault
              into row_count,
                   reason,
                   old.reason
              from try_to_retire(parent, old.partition, old.lower_bound, old.upper_bound, disposal, target_schema) r;

            if old.reason is null then
                action := case disposal when 'detach' then 'DETACH' when 'archive' then 'ARCHIVE' else 'DROP' end;
            else
                reason := old.reason;
            end if;
        end if;

        if action = 'KEEP' then
            perform audit_partition('KEEP', parent, old.partition_schema, old.partition_name,
                                    old.lower_bound, old.upper_bound, null, reason);
        end if;

        return next;
    end loop;
end
$function$;

comment on function apply_retention(text, interval, text, text, boolean) is
    'Detaches, archives or drops the partitions whose upper bound lies at least keep before now, one row each; what has to stay is kept and says why. A dry run changes nothing.';


create or replace function record_archive(partition regclass, location text, row_count bigint, checksum numeric)
returns void
language plpgsql
volatile
as $function$
declare
    -- the table, as a partition or as what was one, and what it holds
    was record;
    held record;
begin
    if partition is null or location is null or row_count is null or checksum is null then
        raise exception 'partition, location, row_count and checksum must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'row_count and checksum are those of the copy, read back; of no rows they are 0 and 0.';
    end if;

    if btrim(location) = '' or row_count < 0 then
        raise exception 'location % with % rows is not an archive', quote_literal(location), row_count
            using errcode = 'invalid_parameter_value',
                  hint = 'Give the address of the copy, and how many rows it holds.';
    end if;

    perform assert_fresh_snapshots();

    perform from partition_or_retired(partition);

    -- Writers wait until it is recorded; readers do not. What it is now says the catalog only once it is locked.
    execute format('lock table only %s in share mode', partition);
    select * into was from partition_or_retired(partition);
    select k.row_count, coalesce(k.checksum, 0) as checksum into strict held from partition_checksum(partition) k;

    if (row_count, checksum) is distinct from (held.row_count, held.checksum) then
        raise exception 'the archive of % does not equal it', partition
            using errcode = 'data_exception',
                  detail = format('The archive has %s rows with checksum %s, the partition %s rows with checksum %s. Nothing was recorded.',
                                  row_count, checksum, held.row_count, held.checksum),
                  hint = 'Write the archive again: rows were changed since, or it is not complete.';
    end if;

    insert into partition_archive (
        partition,
        parent,
        partition_schema,
        partition_name,
        lower_bound,
        upper_bound,
        location,
        row_count,
        checksum
    )
    values (
        record_archive.partition,
        was.parent,
        was.partition_schema,
        was.partition_name,
        was.lower_bound,
        was.upper_bound,
        record_archive.location,
        held.row_count,
        held.checksum
    );
    perform audit_partition('ARCHIVE', was.parent, was.partition_schema, was.partition_name,
                            was.lower_bound, was.upper_bound, null, 'archived at ' || location,
                            held.row_count, held.checksum);
end
$function$;

comment on function record_archive(regclass, text, bigint, numeric) is
    'Records that a copy of a partition''s rows was written somewhere and read back; raises 22000 unless its number of rows and checksum are those of the partition now.';


create or replace function drop_archived_partition(partition regclass)
returns void
language plpgsql
volatile
as $function$
declare
    -- what it was, what it holds, and what speaks against dropping it
    parent regclass;
    was record;
    held record;
    fault text;
begin
    select r.parent into parent from assert_detached(partition) r;
    perform assert_maintenance_window();
    perform lock_partition_manager(parent);

    -- Another caller may have restored or dropped it meanwhile.
    perform from assert_detached(partition);
    execute format('lock table only %s in access exclusive mode', partition);
    select * into was from assert_detached(partition);

    select k.row_count, k.checksum into strict held from partition_checksum(partition) k;
    fault := partition_archive_fault(partition, held.row_count, held.checksum);

    if fault is not null then
        raise exception '% is not dropped: %', partition, fault
            using errcode = 'object_not_in_prerequisite_state',
                  hint = 'Write its archive and call record_archive.';
    end if;

    select string_agg(d.dependent, ', ') into fault from partition_dependents(partition) as d (dependent);

    if fault is not null then
        raise exception '% is not dropped: something depends on it', partition
            using errcode = 'dependent_objects_still_exist',
                  detail = format('These do: %s.', fault),
                  hint = 'Drop or change what depends on it first.';
    end if;

    execute format('drop table %s restrict', partition);
    delete from retired_partition r where r.partition = drop_archived_partition.partition;
    perform audit_partition('DROP', was.parent, was.partition_schema, was.partition_name,
                            was.lower_bound, was.upper_bound, null, 'its archive is verified',
                            held.row_count, held.checksum);
end
$function$;

comment on function drop_archived_partition(regclass) is
    'Drops a table that retention has detached; raises 55000 unless a recorded archive equals its rows now.';


create or replace function restore_archived_partition(partition regclass, partition_prefix text)
returns void
language plpgsql
volatile
set datestyle = 'ISO, MDY'
as $function$
declare
    -- the partitioned table and its schema, what the table was, and what its range is in the way of
    parent regclass;
    parent_schema text;
    was record;
    key_type regtype;
    restored_range tsrange;
    overlapped text;
begin
    parent := partition_parent(partition_prefix);
    perform from partition_or_retired(partition);
    perform lock_partition_manager(parent);

    -- Only now: another caller may have restored or dropped it meanwhile.
    select * into was from partition_or_retired(partition);

    if was.is_attached or was.range_check is null then
        raise exception '% was not detached by retention', partition
            using errcode = 'object_not_in_prerequisite_state',
                  hint = 'Attach it by hand, with its bounds: alter table ... attach partition ... for values from ... to ...';
    end if;

    if was.parent <> parent then
        raise exception '% was detached from %, not from %', partition, was.parent, parent
            using errcode = 'invalid_parameter_value',
                  hint = 'Give the table that it was detached from.';
    end if;

    perform assert_maintenance_window();
    select k.data_type into key_type from partition_key(parent) k;
    restored_range := tsrange(
        partition_bound_value(was.lower_bound, key_type),
        partition_bound_value(was.upper_bound, key_type)
    );

    select string_agg(format('%s from %s to %s', p.partition, p.lower_bound, p.upper_bound), ', ' order by p.range)
      into overlapped
      from partition_ranges(parent) p
     where p.range && restored_range;

    if overlapped is not null then
        raise exception '% cannot be restored: other partitions cover its range', partition
            using errcode = 'invalid_object_definition',
                  detail = format('It reaches from %s to %s. In its way: %s.',
                                  was.lower_bound, was.upper_bound, overlapped),
                  hint = 'Detach or drop these first.';
    end if;

    perform assert_default_is_clear(parent, array[restored_range]);

    -- Reads every row while only this table is locked; the attach then takes the check's word for its range.
    if exists (select from pg_constraint k where k.conrelid = partition and k.conname = was.range_check) then
        execute format('alter table %s validate constraint %I', partition, was.range_check);
    end if;

    execute format('lock table only %s in share update exclusive mode', parent);
    perform adopt_partitions(parent);

    select n.nspname::text
      into strict parent_schema
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = parent;

    perform move_to_schema(partition, parent_schema);
    execute format(
        'alter table %s attach partition %s for values from (%s) to (%L)',
        parent,
        partition,
        case was.lower_bound when 'MINVALUE' then 'minvalue' else quote_literal(was.lower_bound) end,
        was.upper_bound
    );
    execute format('alter table %s drop constraint if exists %I', partition, was.range_check);
    delete from retired_partition r where r.partition = restore_archived_partition.partition;

    select * into was from partition_or_retired(partition);
    perform audit_partition('ATTACH', parent, was.partition_schema, was.partition_name,
                            was.lower_bound, was.upper_bound, null, 'restored');
end
$function$;

comment on function restore_archived_partition(regclass, text) is
    'Attaches a table that retention has detached to its own range again, back in its parent''s schema; raises 42P17 where other partitions cover it.';


-- 7  Pinning every function to its schema ------------------------------------------------------------------

-- As in V1: pg_catalog is searched first without being named, pg_temp last.
do $pinning$
declare
    -- one function at a time, all of this file
    signature text;
begin
    foreach signature in array array[
        'assert_premake(integer)',
        'assert_retention(interval, text, boolean)',
        'assert_fresh_snapshots()',
        'partition_archive_schema(regclass, text, text)',
        'partitions_past_retention(regclass, timestamp)',
        'partition_referencing_key(regclass)',
        'partition_archive_fault(regclass, bigint, numeric)',
        'retention_keep_reason(regclass, text)',
        'partition_owner_fault(regclass)',
        'partition_row_count(regclass)',
        'partition_or_retired(regclass)',
        'assert_detached(regclass)',
        'free_relation_name(text, text[])',
        'preview_retention(regclass, timestamp, text, text)',
        'ensure_archive_schema(text)',
        'move_to_schema(regclass, text)',
        'detach_to_keep(regclass, regclass, text, text)',
        'retire_partition(regclass, regclass, text, text, text, text)',
        'try_to_retire(regclass, regclass, text, text, text, text)',
        'lock_partitions_to_retire(regclass, timestamp, regclass[])',
        'premake_partitions(text, interval, integer)',
        'apply_retention(text, interval, text, text, boolean)',
        'record_archive(regclass, text, bigint, numeric)',
        'drop_archived_partition(regclass)',
        'restore_archived_partition(regclass, text)'
    ] loop
        execute format('alter function %I.%s set search_path = %I, pg_temp',
                       current_schema(), signature, current_schema());
    end loop;
end
$pinning$;
