-- The partition manager: a table partitioned by range on its start time, and the functions that make,
-- replace and drop its partitions without losing a row.
--
-- PostgreSQL 14 to 18, no extension. Runs in one transaction, as a role that owns the database and need not
-- be a superuser. Everything goes into the schema the migration works in (current_schema()).
-- Reference: docs/partition-manager.md
--
--   1  Preconditions: what stands in the way stops the migration before anything changes
--   2  Tables: amenity_booking and partition_audit_log
--   3  Arguments and clock
--   4  Reading the catalog: keys, bounds, ranges, dependents
--   5  Planning an interval change
--   6  Changing partitions: lock, create, drop, audit
--   7  The public functions
--   8  Converting a table in use
--   9  Pinning every function to its schema
--  10  The first partitions
--
-- Words: a range is half-open, [lower, upper). Instants are handled as `timestamp` in UTC whatever the key's
-- type. An interval is a number of whole months, whose ranges start in January and every so many months after
-- it, or of whole days, counted from Monday 3 January 2000. What a partition covers is read from its bounds in
-- the catalog, never from its name.


-- 1  Preconditions -----------------------------------------------------------------------------------------

do $preconditions$
declare
    -- what already bears the names used here
    booking record;
    missing_columns text;
begin
    if current_schema() is null then
        raise exception 'the migration has no schema to work in'
            using errcode = 'invalid_schema_name',
                  detail = format('search_path is %s; none of its schemas exists.', current_setting('search_path')),
                  hint = 'Create the schema, or name it in the migration tool''s default schema.';
    end if;

    select c.relkind,
           p.partstrat,
           p.partnatts,
           a.attname,
           a.atttypid
      into booking
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_partitioned_table p on p.partrelid = c.oid
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
     where n.nspname = current_schema()
       and c.relname = 'amenity_booking';

    if found and booking.relkind not in ('p', 'r') then
        raise exception 'amenity_booking exists and is not a table'
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('It is in schema %I. Nothing was changed.', current_schema()),
                  hint = 'Rename it, then run this migration again.';
    elsif found and booking.relkind = 'p' and (booking.partstrat, booking.partnatts, booking.attname::text)
                    is distinct from ('r', 1, 'start_time') then
        raise exception 'amenity_booking is partitioned, but not by range (start_time)'
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('It is in schema %I. Nothing was changed.', current_schema()),
                  hint = 'Partition it by range on the single column start_time, keeping its rows, then run this migration again.';
    elsif found and booking.relkind = 'p' and booking.atttypid not in ('timestamptz'::pg_catalog.regtype,
                                             'timestamp'::pg_catalog.regtype,
                                             'date'::pg_catalog.regtype) then
        raise exception 'amenity_booking.start_time is of type %', pg_catalog.format_type(booking.atttypid, null)
            using errcode = 'object_not_in_prerequisite_state',
                  detail = 'Nothing was changed.',
                  hint = 'The partition column must be timestamp with time zone, timestamp without time zone or date.';
    end if;

    select string_agg(wanted.column_name, ', ' order by wanted.column_name)
      into missing_columns
      from unnest(array[
               'id', 'happened_at', 'action', 'parent_schema', 'parent', 'partition_schema', 'partition_name',
               'lower_bound', 'upper_bound', 'partition_interval', 'interval_months', 'rows_moved', 'checksum',
               'role_name', 'application_name', 'environment', 'commit_id', 'run_url', 'transaction_id',
               'detail'
           ]) as wanted (column_name)
      join pg_catalog.pg_class c on c.relname = 'partition_audit_log'
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
     where c.relkind not in ('r', 'p')
        or not exists (
               select from pg_catalog.pg_attribute a
                where a.attrelid = c.oid
                  and a.attname = wanted.column_name
                  and not a.attisdropped
           );

    if missing_columns is not null then
        raise exception 'another partition_audit_log is in the way'
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('It lacks: %s. Nothing was changed.', missing_columns),
                  hint = 'Rename it, then run this migration again.';
    end if;

    if exists (
        select from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where n.nspname = current_schema()
           and c.relname = 'partition_layout'
           and not (
                   c.relkind = 'v'
                   and exists (
                       select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'gap_before'
                   )
               )
    ) then
        raise exception 'another partition_layout is in the way'
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('It is in schema %I. Nothing was changed.', current_schema()),
                  hint = 'Rename it, then run this migration again.';
    end if;
end
$preconditions$;


-- 2  Tables ------------------------------------------------------------------------------------------------

-- A table that is there already, partitioned by range (start_time), stays exactly as it is: it may have
-- other columns, keys and comments.
do $amenity_booking$
begin
    if exists (
        select from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where n.nspname = current_schema()
           and c.relname = 'amenity_booking'
    ) then
        return;
    end if;

    create table amenity_booking (
        booking_id text not null default gen_random_uuid()::text,
        amenity_id text not null,
        user_id text not null,
        start_time timestamptz not null,
        end_time timestamptz not null,
        status text not null default 'REQUESTED',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint amenity_booking_pkey primary key (booking_id, start_time),
        constraint amenity_booking_status_check
            check (status in ('REQUESTED', 'PENDING', 'APPROVED', 'DECLINED', 'CANCELLED')),
        constraint amenity_booking_end_time_check check (end_time > start_time)
    ) partition by range (start_time);

    create index amenity_booking_amenity_id_start_time_idx on amenity_booking (amenity_id, start_time);
    create index amenity_booking_user_id_start_time_idx on amenity_booking (user_id, start_time);

    comment on table amenity_booking is 'Bookings of amenities, partitioned by range on start_time.';
    comment on column amenity_booking.booking_id is
        'Unique within one start_time: a key of a partitioned table has to hold the partition column.';
    comment on column amenity_booking.start_time is 'Decides the partition. Bounds are midnights in UTC.';
    comment on column amenity_booking.status is 'REQUESTED, PENDING, APPROVED, DECLINED or CANCELLED.';
end
$amenity_booking$;

create table if not exists partition_audit_log (
    id bigint generated always as identity primary key,
    happened_at timestamptz not null default clock_timestamp(),
    action text not null,
    parent_schema text,
    parent text not null,
    partition_schema text,
    partition_name text,
    lower_bound text,
    upper_bound text,
    partition_interval interval,
    interval_months integer,
    rows_moved bigint,
    checksum numeric,
    role_name text not null default current_user,
    application_name text not null default current_setting('application_name'),
    environment text default nullif(current_setting('partition_guard.environment', true), ''),
    commit_id text default nullif(current_setting('partition_guard.commit', true), ''),
    run_url text default nullif(current_setting('partition_guard.run_url', true), ''),
    transaction_id bigint not null default pg_current_xact_id()::text::bigint,
    detail text
);

create index if not exists partition_audit_log_parent_idx on partition_audit_log (parent, parent_schema, id);

comment on table partition_audit_log is
    'One row for each change of a partition, each partition kept against the interval asked for, and each refusal recorded. Written in the same transaction as the change.';
comment on column partition_audit_log.action is
    'CREATE, ATTACH, ADOPT (found attached, made by others), DROP, DETACH, KEEP, MOVE, CONVERT, ARCHIVE or REFUSE.';
comment on column partition_audit_log.parent_schema is
    'The partitioned table''s schema; null for a refusal that names no table there is.';
comment on column partition_audit_log.parent is 'The partitioned table, without its schema.';
comment on column partition_audit_log.partition_name is
    'The partition''s table name as in pg_class, without its schema; null where no one partition is meant.';
comment on column partition_audit_log.lower_bound is
    'Lower bound as the catalog prints it in UTC and ISO style; inclusive; MINVALUE where unbounded; null for a default partition.';
comment on column partition_audit_log.upper_bound is
    'Upper bound as the catalog prints it in UTC and ISO style; exclusive; MAXVALUE where unbounded; null for a default partition.';
comment on column partition_audit_log.partition_interval is 'The interval that was asked for; null where none was.';
comment on column partition_audit_log.interval_months is
    'Months of the interval that was asked for; null where none was, or one of days.';
comment on column partition_audit_log.rows_moved is 'Rows moved into or out of the partition; null where none can have been.';
comment on column partition_audit_log.checksum is 'Checksum of the rows moved; null where none were.';
comment on column partition_audit_log.environment is 'Setting partition_guard.environment, such as DEV, STAGING or PROD.';
comment on column partition_audit_log.commit_id is 'Setting partition_guard.commit: the commit that is being deployed.';
comment on column partition_audit_log.run_url is 'Setting partition_guard.run_url: the address of the run that deploys.';
comment on column partition_audit_log.transaction_id is 'pg_current_xact_id() of the change.';


-- 3  Arguments and clock -----------------------------------------------------------------------------------

create or replace function partition_clock()
returns timestamp
language sql
stable
as $function$
    select now() at time zone 'UTC';
$function$;

comment on function partition_clock() is
    'The one clock of the partition manager: the transaction''s start, in UTC.';


create or replace function assert_partition_interval(frequency integer, interval_months integer)
returns void
language plpgsql
immutable
as $function$
begin
    if frequency is null or interval_months is null then
        raise exception 'frequency and interval_months must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Monthly is frequency 12 with interval_months 1, quarterly 4 with 3, yearly 1 with 12.';
    end if;

    if interval_months not in (1, 2, 3, 4, 6, 12) or frequency <> 12 / interval_months then
        raise exception 'frequency % and interval_months % do not make a year', frequency, interval_months
            using errcode = 'invalid_parameter_value',
                  detail = 'frequency is the number of partitions a year, interval_months the months of one; their product must be 12.',
                  hint = 'Use (12, 1), (6, 2), (4, 3), (3, 4), (2, 6) or (1, 12).';
    end if;
end
$function$;

comment on function assert_partition_interval(integer, integer) is
    'Raises 22004 or 22023 unless frequency partitions of interval_months months make one year.';


create or replace function assert_partition_step(step interval)
returns void
language plpgsql
immutable
as $function$
declare
    -- its parts, which the server keeps apart
    months integer := extract(year from step) * 12 + extract(month from step);
    days integer := extract(day from step);
begin
    if step is null then
        raise exception 'partition_interval must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give an interval such as ''1 day'', ''7 days'' or ''1 month''.';
    end if;

    if make_interval(months => months, days => days) is distinct from step
            or extract(epoch from step) <> extract(epoch from make_interval(months => months, days => days))
            or not ((months in (1, 2, 3, 4, 6, 12) and days = 0) or (months = 0 and days between 1 and 366)) then
        raise exception 'partitions cannot be made on an interval of %', step
            using errcode = 'invalid_parameter_value',
                  detail = 'An interval is 1, 2, 3, 4, 6 or 12 months, or 1 to 366 days.',
                  hint = 'Give an interval such as ''1 day'', ''7 days'' or ''1 month''.';
    end if;
end
$function$;

comment on function assert_partition_step(interval) is
    'Raises 22004 or 22023 unless an interval is of 1, 2, 3, 4, 6 or 12 months or of 1 to 366 days.';


create or replace function assert_retry_limits(lock_timeout_ms integer, retries integer)
returns void
language plpgsql
immutable
as $function$
begin
    if lock_timeout_ms is null or retries is null then
        raise exception 'lock_timeout_ms and retries must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Leave them out to have the defaults.';
    end if;

    -- A lock_timeout of 0 would wait for ever, and hold up everyone behind.
    if lock_timeout_ms not between 1 and 60000 or retries not between 0 and 1000 then
        raise exception 'lock_timeout_ms % or retries % is out of range', lock_timeout_ms, retries
            using errcode = 'invalid_parameter_value',
                  hint = 'lock_timeout_ms is from 1 to 60000, retries from 0 to 1000.';
    end if;
end
$function$;

comment on function assert_retry_limits(integer, integer) is
    'Raises 22004 or 22023 unless a wait for a lock has an end, and the retries too.';


create or replace function partition_year(year integer)
returns tsrange
language plpgsql
immutable
as $function$
begin
    if year is null then
        raise exception 'current_year must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give a calendar year, such as 2026.';
    end if;

    if year not between 1 and 9999 then
        raise exception 'current_year % is not a year between 1 and 9999', year
            using errcode = 'invalid_parameter_value',
                  hint = 'Give a calendar year, such as 2026.';
    end if;

    return tsrange(make_timestamp(year, 1, 1, 0, 0, 0), make_timestamp(year + 1, 1, 1, 0, 0, 0));
end
$function$;

comment on function partition_year(integer) is
    'The range of a calendar year in UTC; raises 22004 or 22023 where that is not a year from 1 to 9999.';


create or replace function partition_maintenance_window(setting text, instant timestamp)
returns tsrange
language plpgsql
stable
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $function$
declare
    -- the setting's parts: weekdays, times of the day in minutes, time zone
    parts text[];
    day_names text[] := array['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
    day_part text;
    day_ends text[];
    first_day integer;
    last_day integer;
    weekdays integer[] := '{}';
    from_minute integer;
    to_minute integer;
    zone text;
    local_day date;

    -- the answer
    found_window tsrange;
begin
    parts := regexp_match(
        btrim(setting, e' \t\r\n'),
        '^(\S+)\s+([0-9]{2}):([0-5][0-9])-([0-9]{2}):([0-5][0-9])\s+(\S+)$'
    );
    from_minute := parts[2]::integer * 60 + parts[3]::integer;
    to_minute := parts[4]::integer * 60 + parts[5]::integer;

    foreach day_part in array coalesce(string_to_array(lower(parts[1]), ','), '{}') loop
        day_ends := string_to_array(day_part, '-');
        first_day := array_position(day_names, day_ends[1]) - 1;
        last_day := array_position(day_names, day_ends[cardinality(day_ends)]) - 1;

        if first_day is null or last_day is null or cardinality(day_ends) > 2 then
            parts := null;
            exit;
        end if;

        -- Fri-Mon passes the week's end.
        if last_day < first_day then
            last_day := last_day + 7;
        end if;

        weekdays := weekdays || array(select mod(d.n, 7) from generate_series(first_day, last_day) as d (n));
    end loop;

    -- 24:00 to 00:00 would last no time at all.
    if parts is null
            or greatest(from_minute, to_minute) > 1440
            or (mod(from_minute, 1440) = mod(to_minute, 1440) and (from_minute, to_minute) <> (0, 1440)) then
        raise exception '% is not a maintenance window', quote_literal(setting)
            using errcode = 'invalid_parameter_value',
                  detail = 'partition_guard.maintenance_window is set to it. Nothing was changed.',
                  hint = 'It looks like "Sun 01:00-05:00 UTC" or "Mon-Fri,Sun 22:00-04:00 Europe/Zurich".';
    end if;

    -- By its entry, because "at time zone" would also take abbreviations of fixed offset and any "X+5".
    select z.name
      into zone
      from pg_timezone_names z
     where lower(z.name) = lower(parts[6])
       and z.name !~* '^(posix/|right/|localtime$|factory$|posixrules$)'
     limit 1;

    if not found then
        raise exception '% is not a time zone', quote_literal(parts[6])
            using errcode = 'invalid_parameter_value',
                  detail = format('partition_guard.maintenance_window is set to %L. Nothing was changed.', setting),
                  hint = 'Give a name from pg_timezone_names, such as UTC or Europe/Zurich.';
    end if;

    -- Until the end of this function, as its own clause has it.
    perform set_config('timezone', zone, true);
    local_day := (instant at time zone 'UTC')::date;

    select tsrange(w.opens at time zone 'UTC', w.closes at time zone 'UTC')
      into found_window
      from (
               select (d.day + make_interval(mins => from_minute))::timestamp::timestamptz as opens,
                      (d.day + make_interval(
                          days => case when to_minute < from_minute then 1 else 0 end, mins => to_minute
                      ))::timestamp::timestamptz as closes
                 from (
                          select local_day + n.number as day from generate_series(-2, 15) as n (number)
                      ) d
                where extract(dow from d.day)::integer = any (weekdays)
           ) w
     where w.opens < w.closes
       and w.closes > instant at time zone 'UTC'
     order by w.opens
     limit 1;

    return found_window;
end
$function$;

comment on function partition_maintenance_window(text, timestamp) is
    'The maintenance window in UTC that an instant lies in, or else the next one; raises 22023 where the setting cannot be read.';


create or replace function assert_maintenance_window()
returns void
language plpgsql
stable
as $function$
declare
    -- the setting, and the window it gives
    setting text := current_setting('partition_guard.maintenance_window', true);
    maintenance_window tsrange;
begin
    if setting is null or setting = '' then
        return;
    end if;

    maintenance_window := partition_maintenance_window(setting, partition_clock());

    if not maintenance_window @> partition_clock() then
        raise exception 'partitions are not changed outside of the maintenance window %', setting
            using errcode = 'PM001',
                  detail = format('It opens next on %s UTC, until %s UTC. Nothing was changed.',
                                  to_char(lower(maintenance_window), 'YYYY-MM-DD HH24:MI'),
                                  to_char(upper(maintenance_window), 'YYYY-MM-DD HH24:MI')),
                  hint = 'Call it again in the window, or set partition_guard.maintenance_window for this transaction.';
    end if;
end
$function$;

comment on function assert_maintenance_window() is
    'Raises PM001 where partition_guard.maintenance_window is set and the transaction started outside of it.';


create or replace function partition_parent(partition_prefix text)
returns regclass
language plpgsql
stable
as $function$
declare
    -- the parent's name, and what bears it
    parent_schema text := current_schema();
    parent_name text;
    parts text[];
    parent regclass;
begin
    if partition_prefix is null then
        raise exception 'partition_prefix must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give the partitioned table''s name, with or without one trailing underscore.';
    end if;

    parent_name := regexp_replace(partition_prefix, '_$', '');

    if parent_name = '' then
        raise exception 'partition_prefix % names no table', quote_literal(partition_prefix)
            using errcode = 'invalid_parameter_value',
                  hint = 'Give the partitioned table''s name, with or without one trailing underscore.';
    end if;

    -- As an exact name first, since that may hold dots and quotes too.
    parent := partition_table(parent_schema, parent_name);

    if parent is null and partition_prefix ~ '[."]' then
        begin
            parts := parse_ident(regexp_replace(partition_prefix, '"_$', '"'));
        exception
            when invalid_parameter_value then
                -- It is no name in SQL, so it stays the exact one that was not found.
                parts := null;
        end;

        if cardinality(parts) <= 2 then
            parent_schema := coalesce(parts[cardinality(parts) - 1], parent_schema);
            parent_name := parts[cardinality(parts)];

            if partition_prefix !~ '"_$' then
                parent_name := regexp_replace(parent_name, '_$', '');
            end if;

            parent := partition_table(parent_schema, parent_name);
        end if;
    end if;

    -- 63 bytes hold an identifier (NAMEDATALEN - 1); eight of them are for _YYYY_MM, the shortest addition.
    if octet_length(parent_name) > 55 then
        raise exception 'partition names made of % would be longer than 63 bytes', quote_ident(parent_name)
            using errcode = 'name_too_long',
                  detail = format('It has %s bytes, _YYYY_MM another 8.', octet_length(parent_name)),
                  hint = 'Only tables with names of at most 55 bytes can be managed.';
    end if;

    if parent is null then
        raise exception 'there is no table % in schema %', quote_ident(parent_name), quote_ident(parent_schema)
            using errcode = 'undefined_table',
                  hint = 'partition_prefix is the exact name of a table in that schema, or a name in quotes or with its schema as SQL would read it, with or without one trailing underscore.';
    end if;

    perform from partition_key(parent);

    return parent;
end
$function$;

comment on function partition_parent(text) is
    'The partitioned table that a prefix stands for, less one trailing underscore: an exact name in the schema of this function, else what SQL reads in it where it has quotes or a schema.';


create or replace function partition_table(table_schema text, table_name text)
returns regclass
language sql
stable
as $function$
    -- Compared as text too, because a cast to name cuts what is too long, and would find another table.
    select c.oid::regclass
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = table_schema::name
       and n.nspname::text = table_schema
       and c.relname = table_name::name
       and c.relname::text = table_name;
$function$;

comment on function partition_table(text, text) is
    'What bears exactly that name in exactly that schema, or null.';


-- 4  Reading the catalog -----------------------------------------------------------------------------------

create or replace function partition_key(parent regclass)
returns table (
    column_name name,
    data_type regtype
)
language plpgsql
stable
as $function$
declare
    -- the partitioned table's strategy and key
    strategy record;
begin
    select p.partstrat,
           p.partnatts,
           a.attname,
           a.atttypid
      into strategy
      from pg_partitioned_table p
      left join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
     where p.partrelid = parent;

    if not found then
        raise exception '% is not a partitioned table', parent
            using errcode = 'wrong_object_type',
                  hint = 'Only a table made with "partition by range" on one date or time column can be managed.';
    end if;

    if strategy.partstrat <> 'r' or strategy.partnatts <> 1 or strategy.attname is null then
        raise exception '% is not partitioned by range on one column', parent
            using errcode = 'feature_not_supported',
                  detail = format('Its key is: %s.', pg_get_partkeydef(parent)),
                  hint = 'Keys of several columns, expressions, lists and hashes cannot be managed.';
    end if;

    if strategy.atttypid not in ('timestamptz'::regtype, 'timestamp'::regtype, 'date'::regtype) then
        raise exception 'the partition column %.% is of type %',
                parent, quote_ident(strategy.attname), format_type(strategy.atttypid, null)
            using errcode = 'feature_not_supported',
                  hint = 'The partition column must be timestamp with time zone, timestamp without time zone or date.';
    end if;

    return query select strategy.attname, strategy.atttypid::regtype;
end
$function$;

comment on function partition_key(regclass) is
    'The column and type a table is partitioned on; raises 42809 or 0A000 where that is not a range over one date or time column.';


create or replace function partition_bound_value(bound text, data_type regtype)
returns timestamp
language sql
stable
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $function$
    select case
               when bound in ('MINVALUE', 'MAXVALUE') then null
               when data_type = 'timestamptz'::regtype then btrim(bound, '''')::timestamptz at time zone 'UTC'
               when data_type = 'timestamp'::regtype then btrim(bound, '''')::timestamp
               when data_type = 'date'::regtype then btrim(bound, '''')::date::timestamp
           end;
$function$;

comment on function partition_bound_value(text, regtype) is
    'A bound as the catalog prints it, as an instant in UTC; null for MINVALUE and MAXVALUE.';


create or replace function partition_bound_literal(instant timestamp, data_type regtype)
returns text
language sql
stable
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $function$
    select case
               when data_type = 'timestamptz'::regtype then (instant at time zone 'UTC')::text
               when data_type = 'timestamp'::regtype then instant::text
               when data_type = 'date'::regtype then instant::date::text
           end;
$function$;

comment on function partition_bound_literal(timestamp, regtype) is
    'An instant in UTC as the text of a bound of that type, the same in every session.';


create or replace function partition_ranges(parent regclass)
returns table (
    partition regclass,
    range tsrange,
    is_default boolean,
    lower_bound text,
    upper_bound text
)
language plpgsql
stable
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $function$
declare
    -- the type of the partition column, and one partition as the catalog has it
    key_type regtype;
    found_partition record;
begin
    select k.data_type into key_type from partition_key(parent) k;

    for found_partition in
        select i.inhrelid::regclass as partition,
               i.inhdetachpending as detach_pending,
               b.bound,
               regexp_match(
                   b.bound,
                   $pattern$^FOR VALUES FROM \((MINVALUE|'[^']+')\) TO \((MAXVALUE|'[^']+')\)\Z$pattern$
               ) as ends
          from pg_inherits i
          join pg_class c on c.oid = i.inhrelid
         cross join pg_get_expr(c.relpartbound, c.oid) as b (bound)
         where i.inhparent = parent
           -- Null of a partition that another session has dropped since the statement's snapshot.
           and b.bound is not null
    loop
        if found_partition.detach_pending then
            raise exception 'partition % is half detached', found_partition.partition
                using errcode = 'object_not_in_prerequisite_state',
                      detail = 'A "detach partition ... concurrently" was interrupted.',
                      hint = format('Finish it: alter table %s detach partition %s finalize',
                                    parent, found_partition.partition);
        end if;

        partition := found_partition.partition;
        is_default := found_partition.bound = 'DEFAULT';

        if not is_default and found_partition.ends is null then
            raise exception 'the bounds of partition % cannot be read', found_partition.partition
                using errcode = 'feature_not_supported',
                      detail = format('The catalog says: %s', found_partition.bound);
        end if;

        lower_bound := btrim(found_partition.ends[1], '''');
        upper_bound := btrim(found_partition.ends[2], '''');
        -- An unbounded end of a range is MINVALUE or MAXVALUE; infinity is a value like any other. As
        -- partition_bound_value() does it, without a call for each bound: this is asked for very often.
        range := case
                     when is_default then null
                     when key_type = 'timestamptz'::regtype then tsrange(
                         nullif(lower_bound, 'MINVALUE')::timestamptz at time zone 'UTC',
                         nullif(upper_bound, 'MAXVALUE')::timestamptz at time zone 'UTC'
                     )
                     when key_type = 'timestamp'::regtype then tsrange(
                         nullif(lower_bound, 'MINVALUE')::timestamp,
                         nullif(upper_bound, 'MAXVALUE')::timestamp
                     )
                     else tsrange(
                         nullif(lower_bound, 'MINVALUE')::date::timestamp,
                         nullif(upper_bound, 'MAXVALUE')::date::timestamp
                     )
                 end;

        return next;
    end loop;
end
$function$;

comment on function partition_ranges(regclass) is
    'The partitions of a table with their ranges in UTC, read from the catalog''s bounds; the default partition has none.';


create or replace function partition_holds_rows(partition regclass, key_column name, from_instant text)
returns boolean
language plpgsql
stable
set row_security = off
as $function$
declare
    -- the answer
    holds_rows boolean;
begin
    if from_instant is null then
        execute format('select exists (select from %s)', partition) into holds_rows;
    else
        execute format('select exists (select from %s p where p.%I >= %L)', partition, key_column, from_instant)
           into holds_rows;
    end if;

    return holds_rows;
end
$function$;

comment on function partition_holds_rows(regclass, name, text) is
    'Whether a partition holds a row whose key is at or after the bound literal, or any row where that is null. Row security raises 42501 instead of hiding rows.';


create or replace function partition_dependents(partition regclass)
returns setof text
language plpgsql
stable
as $function$
begin
    -- In PL/pgSQL because its plan is kept: an interval change asks this of every partition, several times.
    return query
    -- What drop ... restrict would refuse to leave behind: normal dependencies on the table or its row type,
    -- less those of the table's own parts, and less the shares that a foreign key to the whole partitioned
    -- table has in each partition (conparentid), which a detach undoes.
    select pg_describe_object(d.classid, d.objid, d.objsubid)
      from pg_class c
      left join pg_type t on t.oid = c.reltype
     cross join lateral (values
               ('pg_class'::regclass, c.oid),
               ('pg_type'::regclass, t.oid),
               ('pg_type'::regclass, t.typarray)
           ) as o (class_id, object_id)
      join pg_depend d on d.refclassid = o.class_id and d.refobjid = o.object_id
     where c.oid = partition
       and d.deptype = 'n'
       and case d.classid
               when 'pg_constraint'::regclass then not exists (
                   select from pg_constraint k
                    where k.oid = d.objid and (k.conrelid = c.oid or k.conparentid <> 0)
               )
               when 'pg_attrdef'::regclass then not exists (
                   select from pg_attrdef f where f.oid = d.objid and f.adrelid = c.oid
               )
               when 'pg_policy'::regclass then not exists (
                   select from pg_policy p where p.oid = d.objid and p.polrelid = c.oid
               )
               when 'pg_trigger'::regclass then not exists (
                   select from pg_trigger g where g.oid = d.objid and g.tgrelid = c.oid
               )
               when 'pg_rewrite'::regclass then not exists (
                   select from pg_rewrite r where r.oid = d.objid and r.ev_class = c.oid
               )
               when 'pg_class'::regclass then not exists (
                   select from pg_index x where x.indexrelid = d.objid and x.indrelid = c.oid
               )
               else true
           end
    union
    select format('publication %I', b.pubname)
      from pg_publication_rel m
      join pg_publication b on b.oid = m.prpubid
     where m.prrelid = partition
     order by 1;
end
$function$;

comment on function partition_dependents(regclass) is
    'What depends on this very partition, not on its whole table: views, foreign keys, functions, publications.';


create or replace function partition_keep_reason(partition regclass)
returns text
language plpgsql
stable
set row_security = off
as $function$
declare
    -- what kind of table it is, and what depends on it
    kind "char";
    has_row_security boolean;
    dependents text;
begin
    select c.relkind, c.relrowsecurity into kind, has_row_security from pg_class c where c.oid = partition;

    -- What a new partition could not take over, and where rows may be that cannot be seen or locked from here.
    if kind = 'f' then
        return 'it is a foreign table';
    elsif kind = 'p' then
        return 'it is partitioned itself';
    elsif has_row_security then
        return 'it has row security of its own';
    elsif exists (
        select from pg_trigger g
         where g.tgrelid = partition and not g.tgisinternal and g.tgparentid = 0
    ) then
        return 'it has triggers of its own';
    end if;

    if partition_holds_rows(partition, null, null) then
        return 'it holds rows';
    end if;

    select string_agg(d.dependent, ', ') into dependents from partition_dependents(partition) as d (dependent);

    if dependents is not null then
        return 'something depends on it: ' || dependents;
    end if;

    return null;
end
$function$;

comment on function partition_keep_reason(regclass) is
    'Why a partition must not be dropped; null where it is empty, plain and nothing depends on it. Only final under a lock that stops writers.';


create or replace function empty_future_partitions(parent regclass)
returns table (
    partition regclass,
    lower_bound text,
    upper_bound text
)
language sql
stable
as $function$
    select p.partition,
           p.lower_bound,
           p.upper_bound
      from partition_ranges(parent) p
     where isfinite(lower(p.range))
       and isfinite(upper(p.range))
       and lower(p.range) > partition_clock()
       and partition_keep_reason(p.partition) is null
     order by p.range;
$function$;

comment on function empty_future_partitions(regclass) is
    'The partitions with finite bounds that start after now and that nothing speaks against dropping.';


create or replace function partition_layout_rows()
returns table (
    parent_schema text,
    parent text,
    partition_schema text,
    partition text,
    lower_bound text,
    upper_bound text,
    partition_interval interval,
    row_estimate bigint,
    bytes bigint,
    is_default boolean,
    gap_before interval
)
language plpgsql
stable
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $function$
declare
    -- what Citus keeps on its workers: here are only empty shells, which tell nothing of rows and bytes
    distributed oid[] := '{}';
begin
    if to_regclass('pg_catalog.pg_dist_partition') is not null then
        execute 'select coalesce(array_agg(d.logicalrelid::oid), $1) from pg_catalog.pg_dist_partition d'
           into distributed
          using distributed;
    end if;

    -- Uses nothing but the system catalogs, so that whoever may read the view needs no other right.
    return query
    with attached as materialized (
        select i.inhparent as parent_oid,
               c.oid,
               n.nspname as schema_name,
               c.relname as table_name,
               c.relkind as kind,
               c.reltuples as row_estimate,
               b.bound,
               regexp_match(
                   b.bound,
                   $pattern$^FOR VALUES FROM \((MINVALUE|'[^']+')\) TO \((MAXVALUE|'[^']+')\)\Z$pattern$
               ) as ends
          from pg_partitioned_table p
          join pg_attribute k on k.attrelid = p.partrelid and k.attnum = p.partattrs[0]
          join pg_inherits i on i.inhparent = p.partrelid
          join pg_class c on c.oid = i.inhrelid
          join pg_namespace n on n.oid = c.relnamespace
         cross join pg_get_expr(c.relpartbound, c.oid) as b (bound)
         where p.partstrat = 'r'
           and p.partnatts = 1
           and k.atttypid in ('timestamptz'::regtype, 'timestamp'::regtype, 'date'::regtype)
           and not i.inhdetachpending
           and not pg_is_other_temp_schema(c.relnamespace)
    ),
    bounded as materialized (
        -- All three types print as what a timestamp reads, since the time zone is UTC.
        select t.*,
               e.lower_end,
               e.upper_end,
               case when e.lower_end <> 'MINVALUE' then e.lower_end::timestamp end as lower_instant,
               case when e.upper_end <> 'MAXVALUE' then e.upper_end::timestamp end as upper_instant
          from attached t
         cross join lateral (
                   select btrim(t.ends[1], '''') as lower_end, btrim(t.ends[2], '''') as upper_end
               ) e
    ),
    ordered as (
        select b.*,
               lag(b.upper_instant) over (
                   partition by b.parent_oid, b.ends is null
                   order by b.lower_instant nulls first
               ) as upper_before
          from bounded b
    )
    select pn.nspname::text,
           pc.relname::text,
           o.schema_name::text,
           o.table_name::text,
           o.lower_end,
           o.upper_end,
           w.width,
           case when o.row_estimate >= 0 and o.oid <> all (distributed) then o.row_estimate::bigint end,
           case
               when o.oid = any (distributed) then null
               when o.kind = 'p' then (
                   select sum(pg_total_relation_size(t.relid))::bigint from pg_partition_tree(o.oid) t
               )
               else pg_total_relation_size(o.oid)
           end,
           o.bound = 'DEFAULT',
           g.width
      from ordered o
      join pg_class pc on pc.oid = o.parent_oid
      join pg_namespace pn on pn.oid = pc.relnamespace
     -- Whole months where a span starts and ends with a month, else days and time.
     cross join lateral (
               select case
                          when not (isfinite(o.lower_instant) and isfinite(o.upper_instant)) then null
                          when date_trunc('month', o.lower_instant) = o.lower_instant
                               and date_trunc('month', o.upper_instant) = o.upper_instant
                              then date_trunc('month', age(o.upper_instant, o.lower_instant))
                          else o.upper_instant - o.lower_instant
                      end as width
           ) w
     cross join lateral (
               select case
                          when not (isfinite(o.upper_before) and isfinite(o.lower_instant)) then null
                          when o.upper_before >= o.lower_instant then null
                          when date_trunc('month', o.upper_before) = o.upper_before
                               and date_trunc('month', o.lower_instant) = o.lower_instant
                              then date_trunc('month', age(o.lower_instant, o.upper_before))
                          else o.lower_instant - o.upper_before
                      end as width
           ) g
     order by pn.nspname,
              pc.relname,
              o.ends is null,
              o.lower_instant nulls first;
end
$function$;

comment on function partition_layout_rows() is
    'What the view partition_layout shows. Partitions that are half detached are left out: they take no rows.';

create or replace view partition_layout as
    select * from partition_layout_rows();

comment on view partition_layout is
    'Every partition of every table partitioned by range on one date or time column: bounds, interval, size, and the gap before it.';


-- 5  Planning an interval change ---------------------------------------------------------------------------

create or replace function partition_interval_range(instant timestamp, step interval)
returns tsrange
language sql
immutable
as $function$
    -- The nth bound is the grid's start plus n intervals, never the last bound plus one more.
    select case
               when n.months > 0 then tsrange(
                   date_trunc('year', instant)
                       + make_interval(months => (extract(month from instant)::integer - 1) / n.months * n.months),
                   date_trunc('year', instant)
                       + make_interval(months => ((extract(month from instant)::integer - 1) / n.months + 1) * n.months)
               )
               else tsrange(
                   timestamp '2000-01-03' + make_interval(days => n.place * n.days),
                   timestamp '2000-01-03' + make_interval(days => (n.place + 1) * n.days)
               )
           end
      from (
               select (extract(year from step) * 12 + extract(month from step))::integer as months,
                      extract(day from step)::integer as days,
                      case
                          when extract(day from step) > 0 then floor(
                              extract(day from date_trunc('day', instant) - timestamp '2000-01-03')
                                  / extract(day from step)
                          )::integer
                      end as place
                where isfinite(instant)
           ) n;
$function$;

comment on function partition_interval_range(timestamp, interval) is
    'The range of an interval of whole months or whole days that contains the instant; months start in January, days on Monday 3 January 2000; null for an infinite instant.';


create or replace function partition_interval_plan(
    parent regclass,
    maintained tsmultirange,
    step interval,
    replace_empty boolean
)
returns table (
    action text,
    partition regclass,
    range tsrange,
    lower_bound text,
    upper_bound text,
    reason text
)
language sql
stable
as $function$
    with layout as materialized (
        select p.partition,
               p.range,
               p.lower_bound,
               p.upper_bound,
               p.range && maintained
                   and isfinite(lower(p.range))
                   and isfinite(upper(p.range))
                   and p.range <> partition_interval_range(lower(p.range), step) as off_interval
          from partition_ranges(parent) p
         where not p.is_default
    ),
    judged as materialized (
        select l.partition,
               l.range,
               l.lower_bound,
               l.upper_bound,
               l.off_interval,
               case
                   when not coalesce(l.off_interval, false) then 'it is on the interval, or unbounded'
                   when not replace_empty then 'nothing is to be replaced'
                   else partition_keep_reason(l.partition)
               end as reason
          from layout l
    ),
    -- What has to be covered in the end: the maintained ranges and all that replaced partitions covered,
    -- out to whole intervals.
    wanted as (
        select range_agg(tsrange(
                   lower(partition_interval_range(lower(w.part), step)),
                   upper(partition_interval_range(upper(w.part) - interval '1 microsecond', step))
               )) as ranges
          from unnest(
                   maintained + coalesce(
                       (select range_agg(j.range) from judged j where j.reason is null), '{}'::tsmultirange
                   )
               ) as w (part)
    ),
    -- What the partitions that stay leave free of it, cut at the interval's bounds.
    free as (
        select f.part
          from wanted w,
               unnest(w.ranges - coalesce(
                   (select range_agg(j.range) from judged j where j.reason is not null), '{}'::tsmultirange
               )) as f (part)
    ),
    pieces as (
        select f.part * partition_interval_range(g.instant, step) as range
          from free f,
               generate_series(
                   lower(partition_interval_range(lower(f.part), step)),
                   upper(f.part) - interval '1 microsecond',
                   step
               ) as g (instant)
    )
    -- An empty partition that already is one of the pieces needs no replacing.
    select 'DROP', j.partition, j.range, j.lower_bound, j.upper_bound, 'empty and off the interval'
      from judged j
     where j.reason is null
       and not exists (select from pieces i where i.range = j.range)
    union all
    select 'CREATE', null, i.range, null, null, null
      from pieces i
     where not exists (select from judged j where j.reason is null and j.range = i.range)
    union all
    select 'KEEP', j.partition, j.range, j.lower_bound, j.upper_bound, j.reason
      from judged j
     where j.off_interval
       and j.reason is not null
       and replace_empty
     order by 1, 3;
$function$;

comment on function partition_interval_plan(regclass, tsmultirange, interval, boolean) is
    'What would bring the maintained ranges onto an interval: partitions to DROP, ranges to CREATE, partitions to KEEP and why. Everything covered before is covered afterwards.';


create or replace function partition_plan_arrays(
    parent regclass,
    maintained tsmultirange,
    step interval,
    replace_empty boolean,
    out to_drop regclass[],
    out dropped_ranges tsrange[],
    out dropped_lower_bounds text[],
    out dropped_upper_bounds text[],
    out to_create tsrange[],
    out kept regclass[],
    out kept_lower_bounds text[],
    out kept_upper_bounds text[],
    out kept_reasons text[]
)
language sql
stable
as $function$
    select coalesce(array_agg(p.partition order by p.range) filter (where p.action = 'DROP'), '{}'),
           coalesce(array_agg(p.range order by p.range) filter (where p.action = 'DROP'), '{}'),
           coalesce(array_agg(p.lower_bound order by p.range) filter (where p.action = 'DROP'), '{}'),
           coalesce(array_agg(p.upper_bound order by p.range) filter (where p.action = 'DROP'), '{}'),
           coalesce(array_agg(p.range order by p.range) filter (where p.action = 'CREATE'), '{}'),
           coalesce(array_agg(p.partition order by p.range) filter (where p.action = 'KEEP'), '{}'),
           coalesce(array_agg(p.lower_bound order by p.range) filter (where p.action = 'KEEP'), '{}'),
           coalesce(array_agg(p.upper_bound order by p.range) filter (where p.action = 'KEEP'), '{}'),
           coalesce(array_agg(p.reason order by p.range) filter (where p.action = 'KEEP'), '{}')
      from partition_interval_plan(parent, maintained, step, replace_empty) p;
$function$;

comment on function partition_plan_arrays(regclass, tsmultirange, interval, boolean) is
    'The plan of one moment, computed once: what partition_interval_plan() tells, as arrays in the order of the ranges.';


create or replace function partition_free_names(
    parent regclass,
    ranges tsrange[],
    dropped regclass[],
    step interval
)
returns text[]
language plpgsql
stable
as $function$
declare
    -- the names given so far, and the range that needs the next
    names text[] := '{}';
    range tsrange;
    candidates text[];
    candidate text;
    schema_oid oid;
    base text;

    -- '31 days' is no month, though it compares as more than one
    is_monthly boolean := coalesce(extract(year from step) * 12 + extract(month from step) > 0, false);
begin
    select c.relnamespace, c.relname into schema_oid, base from pg_class c where c.oid = parent;

    foreach range in array ranges loop
        -- A month's name for what starts with a month, a day's for all else, the other where that is taken.
        candidates := array[base || to_char(lower(range), '_YYYY_MM_DD')];

        if is_monthly and lower(range) = date_trunc('month', lower(range)) then
            candidates := array_prepend(base || to_char(lower(range), '_YYYY_MM'), candidates);
        elsif is_monthly then
            candidates := array_append(candidates, base || to_char(lower(range), '_YYYY_MM'));
        end if;

        if lower(range) <> date_trunc('day', lower(range)) then
            candidates := array_append(candidates, base || to_char(lower(range), '_YYYY_MM_DD_HH24MISSUS'));
        end if;

        select n.name
          into candidate
          from unnest(candidates) with ordinality as n (name, place)
         where n.name <> all (names)
           and octet_length(n.name) <= 63
           and not exists (
                   select from pg_class c
                    where c.relnamespace = schema_oid and c.relname = n.name::name and c.oid <> all (dropped)
               )
           and not exists (
                   select from pg_type t
                    where t.typnamespace = schema_oid and t.typname = n.name::name and t.typrelid <> all (dropped)
               )
         order by n.place
         limit 1;

        if candidate is null and not exists (select from unnest(candidates) n where octet_length(n) <= 63) then
            raise exception 'partition names made of % would be longer than 63 bytes', quote_ident(base)
                using errcode = 'name_too_long',
                      detail = format('The one from %s would be %s, of %s bytes. Nothing was changed.',
                                      lower(range), quote_ident(candidates[1]), octet_length(candidates[1])),
                      hint = 'Only tables with names of at most 52 bytes can have partitions named after a day, of at most 55 bytes ones named after a month.';
        elsif candidate is null then
            raise exception 'no name is free for the partition of % from %', parent, lower(range)
                using errcode = 'duplicate_table',
                      detail = format('Taken, or too long: %s. Nothing was changed.',
                                      (select string_agg(quote_ident(n), ', ') from unnest(candidates) n)),
                      hint = 'Rename the table that bears the name, or attach it where it belongs.';
        end if;

        names := names || candidate;
    end loop;

    return names;
end
$function$;

comment on function partition_free_names(regclass, tsrange[], regclass[], interval) is
    'A free table name for each range: parent_YYYY_MM for one that starts with a month, else parent_YYYY_MM_DD; 42P07 where none is free, 42622 where all are too long.';


create or replace function partition_replaced_grants(
    range tsrange,
    dropped regclass[],
    dropped_ranges tsrange[]
)
returns text
language sql
stable
as $function$
    -- Only what every replaced partition grants: none gets at more rows than before.
    with replaced as (
        select c.oid,
               c.relowner,
               c.relacl
          from unnest(dropped, dropped_ranges) as p (partition, range)
          join pg_class c on c.oid = p.partition
         where p.range && partition_replaced_grants.range
    ),
    granted as (
        select x.grantee,
               x.privilege_type,
               x.is_grantable
          from replaced r,
               aclexplode(r.relacl) x
         where x.grantee <> r.relowner
         group by x.grantee, x.privilege_type, x.is_grantable
        having count(distinct r.oid) = (select count(*) from replaced)
    )
    select string_agg(
               format(
                   'grant %s on table %%1$s to %s%s',
                   g.privilege_type,
                   case
                       when g.grantee = 0 then 'public'
                       else replace(quote_ident(pg_get_userbyid(g.grantee)), '%', '%%')
                   end,
                   case when g.is_grantable then ' with grant option' end
               ),
               '; ' order by g.grantee, g.privilege_type
           )
      from granted g;
$function$;

comment on function partition_replaced_grants(tsrange, regclass[], tsrange[]) is
    'The grants that all dropped partitions within a range share, as statements with %1$s for the new partition; null where there are none.';


-- 6  Changing partitions -----------------------------------------------------------------------------------

create or replace function partition_is_distributed(parent regclass)
returns boolean
language plpgsql
stable
as $function$
declare
    -- the answer
    is_distributed boolean;
begin
    -- Citus' own catalog; read dynamically, because most servers have none.
    if to_regclass('pg_catalog.pg_dist_partition') is null then
        return false;
    end if;

    execute 'select exists (select from pg_catalog.pg_dist_partition d where d.logicalrelid = $1)'
       into is_distributed
      using parent;

    return is_distributed;
end
$function$;

comment on function partition_is_distributed(regclass) is
    'Whether Citus distributes the table over its workers; false where there is no Citus.';


create or replace function lock_partition_manager(parent regclass)
returns void
language plpgsql
volatile
as $function$
begin
    -- A snapshot from before the lock would not see rows that others committed meanwhile, and an empty-looking
    -- partition would be dropped with them. Under read committed every statement takes a new snapshot.
    if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
        raise exception 'partitions are not changed at isolation level %', current_setting('transaction_isolation')
            using errcode = 'invalid_transaction_state',
                  detail = 'Rows committed after the transaction''s first snapshot would not be seen.',
                  hint = 'Run it at isolation level read committed.';
    end if;

    -- The first key is this manager's own number, the second the table. Ends with the transaction, also after
    -- an error.
    perform pg_advisory_xact_lock(1886545523, parent::oid::integer);

    -- On the coordinator of Citus, a table with a foreign key to a reference table takes no parallel change.
    if partition_is_distributed(parent) then
        perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    end if;
end
$function$;

comment on function lock_partition_manager(regclass) is
    'Lets one caller at a time change the partitions of a table, until the end of the transaction; raises 25000 unless at read committed. On Citus, has its changes run in sequence.';


create or replace function partition_audit_payload(entry jsonb)
returns text
language sql
immutable
as $function$
    -- A notification holds less than 8000 bytes, and a character up to 6 of them where JSON escapes it.
    select case
               when octet_length(entry::text) < 8000 then entry::text
               else (
                   select entry || jsonb_object_agg(v.key, case
                              when length(entry ->> v.key) > v.longest then left(entry ->> v.key, v.longest - 3) || '...'
                              else entry ->> v.key
                          end)
                     from (values
                              ('detail', 300),
                              ('run_url', 300),
                              ('environment', 100),
                              ('commit_id', 100),
                              ('parent', 63)
                          ) as v (key, longest)
               )::text
           end;
$function$;

comment on function partition_audit_payload(jsonb) is
    'A row of partition_audit_log as the text of a notification: long texts are cut to 300, 100 or 63 characters where the whole would not fit.';


create or replace function write_audit_entries(
    action text,
    parent_schema text,
    parent text,
    partition_schemas text[],
    partition_names text[],
    lower_bounds text[],
    upper_bounds text[],
    step interval,
    detail text,
    rows_moved bigint,
    checksum numeric
)
returns void
language plpgsql
volatile
set timezone = 'UTC'
set intervalstyle = 'iso_8601'
as $function$
declare
    -- how many notifications, which nobody asks for
    sent bigint;
begin
    with written as (
        insert into partition_audit_log (
            action,
            parent_schema,
            parent,
            partition_schema,
            partition_name,
            lower_bound,
            upper_bound,
            partition_interval,
            interval_months,
            rows_moved,
            checksum,
            detail
        )
        select write_audit_entries.action,
               write_audit_entries.parent_schema,
               write_audit_entries.parent,
               p.partition_schema,
               p.partition_name,
               p.lower_bound,
               p.upper_bound,
               step,
               nullif(extract(year from step) * 12 + extract(month from step), 0),
               write_audit_entries.rows_moved,
               write_audit_entries.checksum,
               write_audit_entries.detail
          from unnest(partition_schemas, partition_names, lower_bounds, upper_bounds)
               with ordinality as p (partition_schema, partition_name, lower_bound, upper_bound, place)
         order by p.place
        returning *
    )
    select count(pg_notify('partition_audit_log', partition_audit_payload(to_jsonb(w))))
      into sent
      from (select * from written order by id) w;
end
$function$;

comment on function write_audit_entries(
    text, text, text, text[], text[], text[], text[], interval, text, bigint, numeric
) is
    'Writes one row of partition_audit_log for each partition, and sends each as JSON on the channel partition_audit_log, to be delivered at commit.';


create or replace function audit_partition(
    action text,
    parent regclass,
    partition_schema text,
    partition_name text,
    lower_bound text,
    upper_bound text,
    step interval,
    detail text,
    rows_moved bigint default null,
    checksum numeric default null
)
returns void
language sql
volatile
as $function$
    select write_audit_entries(
               action,
               n.nspname::text,
               c.relname::text,
               array[partition_schema],
               array[partition_name],
               array[lower_bound],
               array[upper_bound],
               step,
               detail,
               rows_moved,
               checksum
           )
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = parent;
$function$;

comment on function audit_partition(text, regclass, text, text, text, text, interval, text, bigint, numeric) is
    'Writes one row of partition_audit_log about a table there is, and sends it on the channel partition_audit_log.';


create or replace function audit_partitions(
    action text,
    parent regclass,
    partition_schemas text[],
    partition_names text[],
    lower_bounds text[],
    upper_bounds text[],
    step interval,
    detail text
)
returns void
language sql
volatile
as $function$
    select write_audit_entries(
               action,
               n.nspname::text,
               c.relname::text,
               partition_schemas,
               partition_names,
               lower_bounds,
               upper_bounds,
               step,
               detail,
               null,
               null
           )
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = parent;
$function$;

comment on function audit_partitions(text, regclass, text[], text[], text[], text[], interval, text) is
    'audit_partition() for many partitions at once.';


create or replace function record_refusal(parent regclass, refused_state text, message text)
returns void
language sql
volatile
as $function$
    select audit_partition('REFUSE', parent, null, null, null, null, null, format('%s: %s', refused_state, message));
$function$;

comment on function record_refusal(regclass, text, text) is
    'Records that a change was refused, with the SQLSTATE and message of the error. For a transaction of its own: the error takes its own transaction''s rows with it.';


create or replace function record_refused_call(partition_prefix text, refused_state text, message text)
returns void
language plpgsql
volatile
as $function$
begin
    perform record_refusal(partition_parent(partition_prefix), refused_state, message);
exception
    -- What partition_parent() raises where the prefix stands for no table that can be managed.
    when null_value_not_allowed
      or invalid_parameter_value
      or name_too_long
      or undefined_table
      or wrong_object_type
      or feature_not_supported then
        perform write_audit_entries('REFUSE', null, coalesce(partition_prefix, ''), array[null], array[null],
                                    array[null], array[null], null, format('%s: %s', refused_state, message),
                                    null, null);
end
$function$;

comment on function record_refused_call(text, text, text) is
    'record_refusal() for a prefix as it was given, also one that stands for no table.';


create or replace function raise_again(refused_state text, message text, detail text, hint text)
returns void
language plpgsql
volatile
as $function$
begin
    -- An option that is given must have a value, and an empty one would be shown.
    if detail = '' and hint = '' then
        raise exception using errcode = refused_state, message = message;
    elsif detail = '' then
        raise exception using errcode = refused_state, message = message, hint = hint;
    elsif hint = '' then
        raise exception using errcode = refused_state, message = message, detail = detail;
    end if;

    raise exception using errcode = refused_state, message = message, detail = detail, hint = hint;
end
$function$;

comment on function raise_again(text, text, text, text) is
    'Raises an error that was caught before, with the detail and hint it had.';


create or replace function partition_audit_replay(parent regclass)
returns table (
    partition_schema text,
    partition_name text,
    lower_bound text,
    upper_bound text
)
language sql
stable
as $function$
    select last.partition_schema,
           last.partition_name,
           last.lower_bound,
           last.upper_bound
      from (
               select distinct on (a.partition_schema, a.partition_name)
                      a.action,
                      a.partition_schema,
                      a.partition_name,
                      a.lower_bound,
                      a.upper_bound
                 from pg_class c
                 join pg_namespace n on n.oid = c.relnamespace
                 join partition_audit_log a on a.parent = c.relname::text and a.parent_schema = n.nspname::text
                where c.oid = partition_audit_replay.parent
                  and a.action in ('CREATE', 'ATTACH', 'ADOPT', 'DROP', 'DETACH')
                order by a.partition_schema,
                         a.partition_name,
                         a.id desc
           ) last
     where last.action in ('CREATE', 'ATTACH', 'ADOPT');
$function$;

comment on function partition_audit_replay(regclass) is
    'The partitions that are attached according to the audit log, with their bounds.';


create or replace function adopt_partitions(parent regclass)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the partitions of which the log and the catalog tell different things, and how many there are
    difference record;
    recorded integer := 0;
begin
    -- The gone before the found: a name may have been given to another table.
    for difference in
        with there as (
            select n.nspname::text as partition_schema,
                   c.relname::text as partition_name,
                   p.lower_bound,
                   p.upper_bound
              from partition_ranges(parent) p
              join pg_class c on c.oid = p.partition
              join pg_namespace n on n.oid = c.relnamespace
        ),
        logged as (
            select r.partition_schema,
                   r.partition_name,
                   r.lower_bound,
                   r.upper_bound
              from partition_audit_replay(parent) r
        ),
        differing as (
            select 'DETACH' as action,
                   gone.*
              from (table logged except table there) gone
            union all
            select 'ADOPT',
                   found.*
              from (table there except table logged) found
        )
        select d.action,
               count(*) as partitions,
               array_agg(d.partition_schema order by d.lower_bound, d.partition_name) as schemas,
               array_agg(d.partition_name order by d.lower_bound, d.partition_name) as names,
               array_agg(d.lower_bound order by d.lower_bound, d.partition_name) as lower_bounds,
               array_agg(d.upper_bound order by d.lower_bound, d.partition_name) as upper_bounds
          from differing d
         group by d.action
         order by d.action desc
    loop
        perform audit_partitions(
            difference.action, parent, difference.schemas, difference.names,
            difference.lower_bounds, difference.upper_bounds, null, 'not by this manager'
        );
        recorded := recorded + difference.partitions;
    end loop;

    return recorded;
end
$function$;

comment on function adopt_partitions(regclass) is
    'Records in the audit log what others attached (ADOPT) and detached or dropped (DETACH); returns how many rows it wrote. The caller holds lock_partition_manager().';


create or replace function create_range_partitions(
    parent regclass,
    partition_names text[],
    ranges tsrange[],
    step interval,
    grants text[]
)
returns void
language plpgsql
volatile
as $function$
declare
    -- what the new tables take over from their parent, and their bounds
    model record;
    table_options text;
    key_type regtype;
    lower_bounds text[];
    upper_bounds text[];
    partitions regclass[] := '{}';

    -- whether nobody else can use the parent before the transaction ends
    is_exclusive boolean;
begin
    select n.nspname::text as schema_name,
           c.relowner as owner,
           s.spcname as tablespace_name,
           m.amname as access_method
      into model
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_tablespace s on s.oid = c.reltablespace
      left join pg_am m on m.oid = c.relam
     where c.oid = parent;

    table_options := concat(' using ' || quote_ident(model.access_method),
                            ' tablespace ' || quote_ident(model.tablespace_name));

    select k.data_type into key_type from partition_key(parent) k;

    select array_agg(partition_bound_literal(lower(r.range), key_type) order by r.place),
           array_agg(partition_bound_literal(upper(r.range), key_type) order by r.place)
      into lower_bounds,
           upper_bounds
      from unnest(ranges) with ordinality as r (range, place);

    is_exclusive := exists (
        select from pg_locks l
         where l.pid = pg_backend_pid()
           and l.locktype = 'relation'
           and l.database = (select d.oid from pg_database d where d.datname = current_database())
           and l.relation = parent
           and l.mode = 'AccessExclusiveLock'
           and l.granted
    );

    -- Create and attach: ATTACH PARTITION locks the parent in SHARE UPDATE EXCLUSIVE mode, so that bookings go
    -- on being read and written; CREATE ... PARTITION OF would lock it in ACCESS EXCLUSIVE mode, and takes half
    -- the time where that is held already. Either brings keys, indexes, foreign keys and row triggers itself.
    for i in 1 .. cardinality(ranges) loop
        if is_exclusive then
            execute format(
                'create table %I.%I partition of %s for values from (%L) to (%L)%s',
                model.schema_name, partition_names[i], parent, lower_bounds[i], upper_bounds[i], table_options
            );
        else
            execute format(
                $sql$create table %I.%I (
                    like %s including defaults including constraints including generated
                    including storage including compression
                )%s$sql$,
                model.schema_name, partition_names[i], parent, table_options
            );
        end if;

        partitions := partitions || to_regclass(format('%I.%I', model.schema_name, partition_names[i]));

        if model.owner <> (select c.relowner from pg_class c where c.oid = partitions[i]) then
            execute format('alter table %s owner to %I', partitions[i], pg_get_userbyid(model.owner));
        end if;
    end loop;

    for i in 1 .. cardinality(ranges) loop
        if not is_exclusive then
            execute format(
                'alter table %s attach partition %s for values from (%L) to (%L)',
                parent, partitions[i], lower_bounds[i], upper_bounds[i]
            );
        end if;

        -- What replaces others is granted as these were, not by default privileges: nobody gets at more rows.
        if grants[i] is not null then
            perform revoke_all_privileges(partitions[i]);
        end if;

        if grants[i] <> '' then
            execute format(grants[i], partitions[i]);
        end if;
    end loop;

    perform audit_partitions('CREATE', parent, array_fill(model.schema_name, array[cardinality(ranges)]),
                             partition_names, lower_bounds, upper_bounds, step, null);
end
$function$;

comment on function create_range_partitions(regclass, text[], tsrange[], interval, text[]) is
    'Makes partitions for ranges in UTC, with their parent''s owner and tablespace, and records them; with the grants given, also if empty, or by default privileges where null.';


create or replace function drop_empty_partition(
    parent regclass,
    partition regclass,
    lower_bound text,
    upper_bound text,
    step interval
)
returns void
language plpgsql
volatile
as $function$
declare
    -- what is dropped, for the audit log
    dropped record;
    reason text;
begin
    reason := partition_keep_reason(partition);

    if reason is not null then
        raise exception 'partition % is not dropped: %', partition, reason
            using errcode = 'object_not_in_prerequisite_state',
                  hint = 'Nothing was changed. Run it again.';
    end if;

    select n.nspname::text as schema_name,
           c.relname::text as table_name
      into strict dropped
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = partition;

    -- A foreign key to the whole partitioned table has a share in each partition, which only a detach takes
    -- away without taking the key itself.
    if exists (select from pg_constraint k where k.confrelid = parent and k.contype = 'f') then
        execute format('alter table %s detach partition %s', parent, partition);
    end if;

    execute format('drop table %s restrict', partition);

    perform audit_partition('DROP', parent, dropped.schema_name, dropped.table_name,
                            lower_bound, upper_bound, step, 'empty');
end
$function$;

comment on function drop_empty_partition(regclass, regclass, text, text, interval) is
    'Drops one partition on which nothing depends and records it; raises 55000 where it holds rows. The caller holds the locks that stop writers.';


create or replace function assert_default_is_clear(parent regclass, ranges tsrange[])
returns void
language plpgsql
stable
set row_security = off
as $function$
declare
    -- the default partition, the key it is searched by, and what was found
    default_partition regclass;
    key record;
    range tsrange;
    row_count bigint;
begin
    select p.partition into default_partition from partition_ranges(parent) p where p.is_default;

    if not found then
        return;
    end if;

    select k.column_name, k.data_type into key from partition_key(parent) k;

    foreach range in array ranges loop
        execute format(
            'select count(*) from %s p where p.%I >= %L and p.%I < %L',
            default_partition,
            key.column_name,
            partition_bound_literal(lower(range), key.data_type),
            key.column_name,
            partition_bound_literal(upper(range), key.data_type)
        ) into row_count;

        if row_count > 0 then
            raise exception 'default partition % holds % rows that belong into a partition from % to %',
                    default_partition, row_count,
                    partition_bound_literal(lower(range), key.data_type),
                    partition_bound_literal(upper(range), key.data_type)
                using errcode = 'check_violation',
                      detail = 'Nothing was changed.',
                      hint = 'Move these rows out of the default partition first.';
        end if;
    end loop;
end
$function$;

comment on function assert_default_is_clear(regclass, tsrange[]) is
    'Raises 23514 where the default partition holds rows of one of the ranges, naming the first such range and the number of rows.';


create or replace function lock_partitions_for_change(
    parent regclass,
    maintained tsmultirange,
    step interval,
    replace_empty boolean,
    lock_mode text
)
returns void
language plpgsql
volatile
as $function$
declare
    -- what is locked, and what has to be
    locked regclass[] := '{}';
    to_drop regclass[];
    partition regclass;
    default_partition regclass;
begin
    -- The parent first, as writers do, so that neither waits for the other in a circle.
    execute format('lock table only %s in %s mode', parent, lock_mode);

    select p.partition into default_partition from partition_ranges(parent) p where p.is_default;

    if default_partition is not null then
        execute format('lock table only %s in access exclusive mode', default_partition);
    end if;

    -- Then the partitions to drop, because rows can be written to a partition past its parent. Planned anew
    -- until all that the plan drops was locked before it was made.
    loop
        select array_agg(p.partition order by p.range)
          into to_drop
          from partition_interval_plan(parent, maintained, step, replace_empty) p
         where p.action = 'DROP'
           and p.partition <> all (locked);

        exit when to_drop is null;

        if locked = '{}' then
            execute format('lock table only %s in access exclusive mode', parent);
        end if;

        foreach partition in array to_drop loop
            execute format('lock table only %s in access exclusive mode', partition);
            locked := locked || partition;
        end loop;
    end loop;
end
$function$;

comment on function lock_partitions_for_change(regclass, tsmultirange, interval, boolean, text) is
    'Locks the parent, the default partition and what the plan drops, so that no row can slip in between the last look and the drop.';


create or replace function apply_partition_interval(
    parent regclass,
    maintained tsmultirange,
    step interval,
    replace_empty boolean
)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the plan: partitions to drop and to keep, and ranges to fill with their names and grants
    drops boolean;
    creates boolean;
    plan record;
    names text[];
    grants text[];

    -- a partition that stays off the interval, and why
    kept record;
begin
    -- A first look without locks: where nothing is to do, nobody is held up.
    plan := partition_plan_arrays(parent, maintained, step, replace_empty);
    drops := plan.to_drop <> '{}';
    creates := plan.to_create <> '{}';

    if drops or creates then
        perform assert_maintenance_window();
        -- Where there is no partition yet, no row can be written, and none is there to be read.
        perform lock_partitions_for_change(
            parent, maintained, step, replace_empty,
            case
                when drops or not exists (select from pg_inherits i where i.inhparent = parent) then 'access exclusive'
                else 'share update exclusive'
            end
        );
        perform adopt_partitions(parent);
        plan := partition_plan_arrays(parent, maintained, step, replace_empty);
    end if;

    for kept in
        select n.nspname::text as schema_name,
               c.relname::text as table_name,
               k.partition,
               k.lower_bound,
               k.upper_bound,
               k.reason
          from unnest(plan.kept, plan.kept_lower_bounds, plan.kept_upper_bounds, plan.kept_reasons)
               with ordinality as k (partition, lower_bound, upper_bound, reason, place)
          join pg_class c on c.oid = k.partition
          join pg_namespace n on n.oid = c.relnamespace
         order by k.place
    loop
        raise notice 'partition % stays off the interval of %: %', kept.partition, step, kept.reason;

        if drops or creates then
            perform audit_partition('KEEP', parent, kept.schema_name, kept.table_name,
                                    kept.lower_bound, kept.upper_bound, step, kept.reason);
        end if;
    end loop;

    if plan.to_drop = '{}' and plan.to_create = '{}' then
        return 0;
    end if;

    if cardinality(plan.to_create) > 1200 then
        raise exception '% partitions of % would be made at once', cardinality(plan.to_create), parent
            using errcode = 'program_limit_exceeded',
                  detail = format('They reach from %s to %s; the limit is 1200. Nothing was changed.',
                                  lower(plan.to_create[1]), upper(plan.to_create[cardinality(plan.to_create)])),
                  hint = 'Make them in several calls, or detach or replace the partition that reaches so far into the future first.';
    end if;

    perform assert_default_is_clear(parent, plan.to_create);
    names := partition_free_names(parent, plan.to_create, plan.to_drop, step);

    -- Before the drops, which take the grants with them.
    if plan.to_drop <> '{}' then
        select array_agg(
                   case
                       when r.range && any (plan.dropped_ranges) then
                           coalesce(partition_replaced_grants(r.range, plan.to_drop, plan.dropped_ranges), '')
                   end order by r.place
               )
          into grants
          from unnest(plan.to_create) with ordinality as r (range, place);
    end if;

    for i in 1 .. cardinality(plan.to_drop) loop
        perform drop_empty_partition(parent, plan.to_drop[i], plan.dropped_lower_bounds[i],
                                     plan.dropped_upper_bounds[i], step);
    end loop;

    if plan.to_create <> '{}' then
        perform create_range_partitions(parent, names, plan.to_create, step, grants);
    end if;

    return cardinality(plan.to_drop) + cardinality(plan.to_create);
end
$function$;

comment on function apply_partition_interval(regclass, tsmultirange, interval, boolean) is
    'Brings the maintained ranges onto an interval: drops empty partitions where replace_empty, fills what is free. Returns the number of partitions dropped and created.';


-- 7  The public functions ----------------------------------------------------------------------------------

create or replace function partition_has_data(partition_name text, start_date date)
returns boolean
language plpgsql
stable
as $function$
declare
    -- the partition, and the key of its parent
    partition regclass;
    parent regclass;
    key record;
begin
    if partition_name is null then
        raise exception 'partition_name must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give a partition''s name as SQL would read it.';
    end if;

    -- to_regclass also takes a number for an oid, from PostgreSQL 18 on.
    if partition_name !~ '^[0-9-]+$' then
        partition := to_regclass(partition_name);
    end if;

    if partition is null then
        raise exception 'there is no partition %', quote_literal(partition_name)
            using errcode = 'undefined_table',
                  hint = 'Give the name as SQL would read it: in quotes where it has capitals, with its schema where that is another.';
    end if;

    select i.inhparent::regclass
      into parent
      from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
     where i.inhrelid = partition
       and c.relispartition;

    if not found then
        raise exception '% is not a partition', partition
            using errcode = 'wrong_object_type',
                  hint = 'Give the name of a table that is attached to a table partitioned by range.';
    end if;

    select k.column_name, k.data_type into key from partition_key(parent) k;

    return partition_holds_rows(
        partition,
        key.column_name,
        partition_bound_literal(start_date::timestamp, key.data_type)
    );
end
$function$;

comment on function partition_has_data(text, date) is
    'Whether the partition holds a row that starts at or after midnight UTC of start_date; any row where start_date is null.';


create or replace function drop_empty_future_partitions(partition_prefix text)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the partitioned table, its partitions, and how many are gone
    parent regclass := partition_parent(partition_prefix);
    future record;
    dropped integer := 0;
begin
    perform lock_partition_manager(parent);

    if not exists (select from empty_future_partitions(parent)) then
        return 0;
    end if;

    perform assert_maintenance_window();

    -- The parent first, as writers do; what is empty is only certain once the partition is locked too.
    execute format('lock table only %s in access exclusive mode', parent);
    perform adopt_partitions(parent);

    for future in select f.partition, f.lower_bound, f.upper_bound from empty_future_partitions(parent) f loop
        execute format('lock table only %s in access exclusive mode', future.partition);

        if partition_keep_reason(future.partition) is null then
            perform drop_empty_partition(parent, future.partition, future.lower_bound, future.upper_bound, null);
            dropped := dropped + 1;
        end if;
    end loop;

    return dropped;
end
$function$;

comment on function drop_empty_future_partitions(text) is
    'Drops the partitions that start after now, hold no row and have nothing depending on them; returns how many. Default and unbounded partitions stay.';


create or replace function create_partitions_for_period(
    current_year integer,
    frequency integer,
    interval_months integer,
    partition_prefix text
)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the year and the partitioned table
    year_range tsrange := partition_year(current_year);
    parent regclass;
begin
    perform assert_partition_interval(frequency, interval_months);
    parent := partition_parent(partition_prefix);
    perform lock_partition_manager(parent);

    return apply_partition_interval(parent, tsmultirange(year_range), make_interval(months => interval_months), false);
end
$function$;

comment on function create_partitions_for_period(integer, integer, integer, text) is
    'Fills what no partition covers of a year, on an interval; drops nothing. Returns the number of partitions created.';


create or replace function create_partitions_between(
    partition_prefix text,
    partition_interval interval,
    from_instant timestamptz,
    to_instant timestamptz
)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the partitioned table, and the instants in UTC
    parent regclass;
    first_instant timestamp := from_instant at time zone 'UTC';
    end_instant timestamp := to_instant at time zone 'UTC';
begin
    perform assert_partition_step(partition_interval);

    if from_instant is null or to_instant is null then
        raise exception 'from_instant and to_instant must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give the first instant to be covered, and the one after the last.';
    end if;

    if first_instant >= end_instant
            or first_instant < timestamp '0001-01-01'
            or end_instant > timestamp '10000-01-01' then
        raise exception 'no range of partitions lies from % to %', first_instant, end_instant
            using errcode = 'invalid_parameter_value',
                  hint = 'from_instant comes before to_instant, both in the years 1 to 9999.';
    end if;

    parent := partition_parent(partition_prefix);
    perform lock_partition_manager(parent);

    return apply_partition_interval(
        parent, tsmultirange(tsrange(first_instant, end_instant)), partition_interval, false
    );
end
$function$;

comment on function create_partitions_between(text, interval, timestamptz, timestamptz) is
    'Fills what no partition covers of the interval''s ranges that overlap a span of time; drops nothing. Returns the number of partitions created.';


create or replace function create_or_update_partitions(
    current_year integer,
    frequency integer,
    interval_months integer,
    partition_prefix text
)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the year and the partitioned table
    year_range tsrange := partition_year(current_year);
    parent regclass;
begin
    perform assert_partition_interval(frequency, interval_months);
    parent := partition_parent(partition_prefix);
    perform lock_partition_manager(parent);

    return apply_partition_interval(parent, tsmultirange(year_range), make_interval(months => interval_months), true);
end
$function$;

comment on function create_or_update_partitions(integer, integer, integer, text) is
    'Brings a year onto an interval: replaces empty partitions off it, keeps those with rows, fills the rest. Returns the number of partitions dropped and created.';


create or replace function manage_partitions(partition_prefix text, frequency integer, interval_months integer)
returns integer
language plpgsql
volatile
as $function$
declare
    -- the partitioned table, and the years to bring onto the interval
    parent regclass;
    this_year timestamp := date_trunc('year', partition_clock());
    maintained tsmultirange;
begin
    perform assert_partition_interval(frequency, interval_months);
    parent := partition_parent(partition_prefix);
    perform lock_partition_manager(parent);

    if coalesce(current_setting('partition_guard.maintenance_window', true), '') = '' then
        raise notice 'changing the partitions of % can hold up its readers and writers: run it in a maintenance window', parent
            using hint = 'Set lock_timeout, so that it gives way to long transactions instead of blocking all others behind it, and partition_guard.maintenance_window, so that changes are refused outside of it.';
    end if;

    select range_agg(y.years)
      into maintained
      from (
               select tsrange(this_year, this_year + interval '2 years') as years
               union all
               select tsrange(
                          greatest(this_year, date_trunc('year', lower(p.range))),
                          date_trunc('year', upper(p.range) - interval '1 microsecond') + interval '1 year'
                      )
                 from partition_ranges(parent) p
                where isfinite(lower(p.range))
                  and isfinite(upper(p.range))
                  and upper(p.range) > this_year
           ) y;

    return apply_partition_interval(parent, maintained, make_interval(months => interval_months), true);
end
$function$;

comment on function manage_partitions(text, integer, integer) is
    'Brings the current year, the next and every later year that has partitions onto an interval. Returns the number of partitions dropped and created: 0 where all was right already.';


-- A procedure that commits cannot have a search_path of its own, and its caller's must not matter. So it is made
-- with the schema's name written into it, and sets the path itself at the start of each of its transactions;
-- until then it uses no operator and no name that is not qualified.
do $change_partition_interval$
begin
    execute format(
        $procedure$
create or replace procedure %I.change_partition_interval(
    partition_prefix text,
    frequency integer,
    interval_months integer,
    lock_timeout_ms integer default 2000,
    retries integer default 10
)
language plpgsql
as $body$
declare
    -- tries so far, and the error that the last one ended with
    tries integer := 0;
    refused_state text;
    refused_message text;
    refused_detail text;
    refused_hint text;

    -- the pause before the next try
    pause_ms integer;
begin
    -- Where the caller has opened a transaction, this fails with 2D000 before anything is tried.
    commit;
    perform pg_catalog.set_config('search_path', %2$L, true);

    loop
        tries := tries + 1;
        refused_state := null;

        begin
            perform %1$I.assert_retry_limits(lock_timeout_ms, retries);
            perform set_config('lock_timeout', lock_timeout_ms || 'ms', true);
            perform %1$I.manage_partitions(partition_prefix, frequency, interval_months);
        exception
            -- Whatever the error is, it is recorded and then raised again as it was.
            when others then
                get stacked diagnostics
                    refused_state = returned_sqlstate,
                    refused_message = message_text,
                    refused_detail = pg_exception_detail,
                    refused_hint = pg_exception_hint;
        end;

        exit when refused_state is null;

        -- Lets go of every lock before the pause.
        rollback;
        perform pg_catalog.set_config('search_path', %2$L, true);

        -- lock_not_available and deadlock_detected pass.
        exit when refused_state not in ('55P03', '40P01') or tries > retries;

        pause_ms := least(100 * 2 ^ least(tries - 1, 10), 5000) * (0.5 + random() / 2);
        raise notice '%% of %% tries gave way to other sessions (%%), the next follows in %% ms',
                     tries, retries + 1, refused_state, pause_ms;
        perform pg_sleep(pause_ms / 1000.0);
    end loop;

    if refused_state is null then
        commit;
        return;
    end if;

    begin
        perform %1$I.record_refused_call(partition_prefix, refused_state, refused_message);
    exception
        when insufficient_privilege or read_only_sql_transaction then
            raise warning 'the refusal could not be recorded: %%', sqlerrm;
    end;

    commit;
    perform %1$I.raise_again(refused_state, refused_message, refused_detail, refused_hint);
end
$body$
        $procedure$,
        current_schema(),
        quote_ident(current_schema()) || ', pg_temp'
    );
end
$change_partition_interval$;

comment on procedure change_partition_interval(text, integer, integer, integer, integer) is
    'manage_partitions() with lock_timeout and retries, called outside a transaction. A refusal is recorded in partition_audit_log and raised again.';


-- 8  Converting a table in use -----------------------------------------------------------------------------

-- No row is copied: a partitioned table is made under the table's name, and the table becomes the partition of
-- its own range. All that hangs on the table is read from the catalog as statements first, then taken off it,
-- and made again on the partitioned table; what could not be made again is refused by name.

create or replace function conversion_source(table_name text)
returns regclass
language plpgsql
stable
as $function$
declare
    -- the table
    source regclass;
begin
    if table_name is null then
        raise exception 'table_name must not be null'
            using errcode = 'null_value_not_allowed',
                  hint = 'Give the name of the table to convert.';
    end if;

    select c.oid
      into source
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema()
       and c.relname::text = table_name
       and c.relkind in ('r', 'p', 'v', 'm', 'f');

    -- to_regclass also takes a number for an oid, from PostgreSQL 18 on.
    if not found and table_name !~ '^[0-9-]*$' then
        source := to_regclass(table_name);
    end if;

    if source is null then
        raise exception 'there is no table %', quote_literal(table_name)
            using errcode = 'undefined_table',
                  hint = 'Give its exact name if it is in the schema of this function, else the name as SQL would read it.';
    end if;

    return source;
end
$function$;

comment on function conversion_source(text) is
    'The table that a name stands for: the exact name in the schema of this function, else read as SQL; raises 42P01.';


create or replace function conversion_views(source regclass)
returns setof regclass
language sql
stable
as $function$
    -- A view that reads another view needs nothing: the other keeps its identity.
    select distinct r.ev_class::regclass
      from pg_depend d
      join pg_rewrite r on r.oid = d.objid
      join pg_class v on v.oid = r.ev_class
     where d.classid = 'pg_rewrite'::regclass
       and d.refclassid = 'pg_class'::regclass
       and d.refobjid = source
       and d.deptype = 'n'
       and v.relkind = 'v'
       and v.relpersistence = 'p'
       and r.rulename = '_RETURN';
$function$;

comment on function conversion_views(regclass) is
    'The views that read a table themselves.';


create or replace function conversion_functions(source regclass)
returns setof regprocedure
language sql
stable
as $function$
    select distinct p.oid::regprocedure
      from pg_depend d
      join pg_proc p on p.oid = d.objid
     where d.classid = 'pg_proc'::regclass
       and d.refclassid = 'pg_class'::regclass
       and d.refobjid = source
       and d.deptype = 'n'
       and p.prosqlbody is not null;
$function$;

comment on function conversion_functions(regclass) is
    'The functions and procedures whose standard SQL body names a table.';


create or replace function conversion_sequences(source regclass)
returns table (
    sequence regclass,
    column_name name,
    is_identity boolean
)
language sql
stable
as $function$
    select s.oid::regclass,
           a.attname,
           d.deptype = 'i'
      from pg_depend d
      join pg_class s on s.oid = d.objid and s.relkind = 'S'
      join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where d.classid = 'pg_class'::regclass
       and d.refclassid = 'pg_class'::regclass
       and d.refobjid = source
       and d.deptype in ('a', 'i');
$function$;

comment on function conversion_sequences(regclass) is
    'The sequences that belong to columns of a table: of identity columns, and others owned by a column.';


create or replace function conversion_dependents(source regclass)
returns setof text
language sql
stable
as $function$
    -- The table and its parts. Sequences of serial columns are no part to be replaced: they stay.
    with own (class_id, object_id, replaced) as (
        select 'pg_class'::regclass, source::oid, true
        union all
        select 'pg_class'::regclass, x.indexrelid, true from pg_index x where x.indrelid = source
        union all
        select 'pg_class'::regclass, q.sequence::oid, q.is_identity from conversion_sequences(source) q
        union all
        select 'pg_type'::regclass, y.oid, true
          from pg_class c
          join pg_type t on t.oid = c.reltype
          join pg_type y on y.oid in (t.oid, t.typarray)
         where c.oid = source
        union all
        select 'pg_constraint'::regclass, k.oid, true from pg_constraint k where k.conrelid = source
        union all
        select 'pg_attrdef'::regclass, f.oid, true from pg_attrdef f where f.adrelid = source
        union all
        select 'pg_trigger'::regclass, g.oid, true from pg_trigger g where g.tgrelid = source
        union all
        select 'pg_policy'::regclass, p.oid, true from pg_policy p where p.polrelid = source
        union all
        select 'pg_statistic_ext'::regclass, s.oid, true from pg_statistic_ext s where s.stxrelid = source
    )
    -- Of a view, not the rule that it is inside.
    select pg_describe_object(
               case when w.ev_class is null then d.classid else 'pg_class'::regclass end,
               coalesce(w.ev_class, d.objid),
               d.objsubid
           )
      from own o
      join pg_depend d on d.refclassid = o.class_id and d.refobjid = o.object_id
      left join pg_rewrite w on d.classid = 'pg_rewrite'::regclass and w.oid = d.objid and w.rulename = '_RETURN'
     where o.replaced
       and d.deptype in ('n', 'a', 'x', 'e')
       and not exists (select from own p where p.class_id = d.classid and p.object_id = d.objid)
       -- Judged elsewhere, or made again.
       and not exists (
               select from pg_constraint k
                where d.classid = 'pg_constraint'::regclass
                  and k.oid = d.objid
                  and k.contype = 'f'
                  and k.confrelid = source
           )
       and not exists (
               select from pg_trigger g
                where d.classid = 'pg_trigger'::regclass and g.oid = d.objid and g.tgisinternal
           )
       and not exists (
               select from pg_rewrite r
                where d.classid = 'pg_rewrite'::regclass
                  and d.refclassid in ('pg_class'::regclass, 'pg_type'::regclass)
                  and r.oid = d.objid
                  and r.ev_class in (select v from conversion_views(source) v)
                  and r.rulename = '_RETURN'
           )
       and not exists (
               select from conversion_functions(source) p
                where d.classid = 'pg_proc'::regclass and d.refobjid = source and p = d.objid
           )
    union
    select format('extension %I', e.extname)
      from own o
      join pg_depend d on d.classid = o.class_id and d.objid = o.object_id and d.deptype in ('e', 'x')
      join pg_extension e on d.refclassid = 'pg_extension'::regclass and e.oid = d.refobjid
     order by 1;
$function$;

comment on function conversion_dependents(regclass) is
    'All that the catalog knows to depend on a table or its parts and that a conversion cannot make again.';


create or replace function conversion_obstacles_of_table(source regclass, key_column name)
returns table (
    obstacle text,
    remedy text
)
language sql
stable
as $function$
    select case c.relpersistence when 'u' then 'it is unlogged' else 'it is temporary' end,
           'Only permanent tables are converted: alter table ... set logged.'
      from pg_class c
     where c.oid = source and c.relpersistence <> 'p'
    union all
    select format('it is of type %s', c.reloftype::regtype), 'Untie it: alter table ... not of.'
      from pg_class c
     where c.oid = source and c.reloftype <> 0
    union all
    select format('it inherits from %s', i.inhparent::regclass),
           'End the inheritance: alter table ... no inherit, or detach the partition.'
      from pg_inherits i
     where i.inhrelid = source
    union all
    select format('table %s inherits from it', i.inhrelid::regclass), 'End the inheritance: alter table ... no inherit.'
      from pg_inherits i
     where i.inhparent = source
    union all
    select format('the partition column %I is of type %s', a.attname, format_type(a.atttypid, null)),
           'The partition column must be timestamp with time zone, timestamp without time zone or date.'
      from pg_attribute a
     where a.attrelid = source
       and a.attname = key_column
       and a.atttypid not in ('timestamptz'::regtype, 'timestamp'::regtype, 'date'::regtype)
    union all
    select format('the partition column %I is generated', a.attname), 'Make it an ordinary column, set by a trigger.'
      from pg_attribute a
     where a.attrelid = source and a.attname = key_column and a.attgenerated <> ''
    union all
    select format('trigger %I is for each row and has transition tables', g.tgname),
           'Make the trigger one for each statement.'
      from pg_trigger g
     where g.tgrelid = source
       and not g.tgisinternal
       and g.tgtype & 1 = 1
       and (g.tgoldtable is not null or g.tgnewtable is not null)
    union all
    select format('publication %I publishes every partition under its own name', b.pubname),
           'Set publish_via_partition_root on the publication.'
      from pg_publication b
     where not b.pubviaroot
       and exists (
               select from pg_publication_tables t
                 join pg_class c on c.oid = source
                 join pg_namespace n on n.oid = c.relnamespace
                where t.pubname = b.pubname and t.schemaname = n.nspname and t.tablename = c.relname
           )
       and not exists (select from pg_publication_rel m where m.prpubid = b.oid and m.prrelid = source)
    union all
    -- A partitioned table itself holds no row. Printed by the search_path of this function, as the table's name.
    select format('%s reads only the table itself', o.description), 'Leave out the word only where it is named.'
      from (
               select format('view %s', v) as description, pg_get_viewdef(v) as definition
                 from conversion_views(source) v
               union all
               select format('function %s', f), pg_get_functiondef(f)
                 from conversion_functions(source) f
               union all
               select format('policy %I', p.polname),
                      concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
                 from pg_policy p
                where p.polrelid = source
           ) o
     where strpos(o.definition, 'ONLY ' || source) > 0
    union all
    select 'Citus distributes it', 'Undistribute it, convert it, then distribute the partitioned table.'
     where partition_is_distributed(source)
    union all
    select 'it receives a subscription', 'Take it out of the publication, and refresh the subscription.'
     where exists (select from pg_subscription_rel s where s.srrelid = source)
    union all
    select format('it has a security label of provider %s', l.provider), 'Remove the security label.'
      from pg_seclabel l
     where l.classoid = 'pg_class'::regclass and l.objoid = source
    union all
    select d.dependent,
           'Drop what depends on the table or its row type, and make it again afterwards; a publication needs publish_via_partition_root then.'
      from conversion_dependents(source) as d (dependent)
    union all
    select format('%s %s belongs to role %I', w.kind, w.name, pg_get_userbyid(w.owner)),
           'Call it as a role that is a member of all these owners.'
      from (
               select 'view' as kind, v.oid::regclass::text as name, v.relowner as owner
                 from conversion_views(source) s
                 join pg_class v on v.oid = s
               union all
               select 'function', p.oid::regprocedure::text, p.proowner
                 from conversion_functions(source) s
                 join pg_proc p on p.oid = s
               union all
               select distinct 'table', r.oid::regclass::text, r.relowner
                 from pg_constraint k
                 join pg_class r on r.oid = k.conrelid
                where k.contype = 'f' and k.confrelid = source
               union all
               select 'statistics object', s.stxname::text, s.stxowner
                 from pg_statistic_ext s
                where s.stxrelid = source
           ) w
     where not pg_has_role(w.owner, 'usage');
$function$;

comment on function conversion_obstacles_of_table(regclass, name) is
    'What speaks against converting a table, other than its constraints and indexes, each with what to do.';


create or replace function conversion_checked_range(source regclass, key_column name)
returns tsrange
language plpgsql
stable
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $function$
declare
    -- the constraint as the catalog prints it, the column's type, and the two bounds
    definition text;
    key_type regtype;
    bounds text[];
    comparison text;
begin
    select pg_get_constraintdef(k.oid),
           a.atttypid
      into definition, key_type
      from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attname = key_column
     where k.conrelid = source
       and k.conname = 'partition_range'
       and k.contype = 'c'
       and k.convalidated;

    select array_agg(m.match[1] order by m.place)
      into bounds
      from regexp_matches(definition, $pattern$'([^']+)'::$pattern$, 'g') with ordinality as m (match, place);

    if cardinality(bounds) is distinct from 2 then
        return null;
    end if;

    -- Only a constraint of exactly this form is known to hold for the range and nothing but the range.
    comparison := format('(%1$I >= %2$L::%4$s) AND (%1$I < %3$L::%4$s)',
                         key_column, bounds[1], bounds[2], format_type(key_type, null));

    if definition not in (
        format('CHECK ((%s))', comparison),
        format('CHECK (((%I IS NOT NULL) AND %s))', key_column, comparison)
    ) then
        return null;
    end if;

    if partition_bound_value(bounds[1], key_type) < partition_bound_value(bounds[2], key_type)
            and partition_bound_value(bounds[1], key_type) >= '0001-01-01'
            and partition_bound_value(bounds[2], key_type) <= '9999-01-01' then
        return tsrange(partition_bound_value(bounds[1], key_type), partition_bound_value(bounds[2], key_type));
    end if;

    return null;
end
$function$;

comment on function conversion_checked_range(regclass, name) is
    'The range that a valid constraint partition_range of a table guarantees; null where there is none of that form.';


create or replace function conversion_obstacles_of_constraints(source regclass, key_column name)
returns table (
    obstacle text,
    remedy text
)
language sql
stable
as $function$
    with key as (
        select a.attnum from pg_attribute a where a.attrelid = source and a.attname = key_column
    )
    select format('constraint %I is not valid', k.conname), 'Validate the constraint: alter table ... validate constraint.'
      from pg_constraint k
     where k.conrelid = source and not k.convalidated
    union all
    select format('constraint %I is not enforced', k.conname), 'Enforce the constraint, or drop it.'
      from pg_constraint k
     where k.conrelid = source and to_jsonb(k) ->> 'conenforced' = 'false'
    union all
    select format('constraint %I is not inherited', k.conname), 'Make the constraint again without "no inherit".'
      from pg_constraint k
     where k.conrelid = source and k.contype in ('c', 'n') and k.connoinherit
    union all
    select format('index %I is an exclusion constraint', x.indexrelid::regclass::text),
           'Exclusion constraints hold within one partition only: drop it.'
      from pg_index x
     where x.indrelid = source and x.indisexclusion
    union all
    select format('index %s is invalid', x.indexrelid::regclass), 'Drop the index, or make it again.'
      from pg_index x
     where x.indrelid = source and not (x.indisvalid and x.indisready)
    union all
    select format('foreign key %I points at the table itself', k.conname), 'Drop the foreign key.'
      from pg_constraint k
     where k.conrelid = source and k.contype = 'f' and k.confrelid = source
    union all
    select format('foreign key %I of table %s points at a key without %I', k.conname, k.conrelid::regclass, key_column),
           format('Uniqueness without %I is not enforced over partitions: drop the foreign key, or add the column to it.',
                  key_column)
      from pg_constraint k
     where k.contype = 'f'
       and k.confrelid = source
       and k.conrelid <> source
       and k.conparentid = 0
       and not exists (select from key where key.attnum = any (k.confkey))
    union all
    select 'constraint partition_range is no range of the partition column',
           format('Rename it; the name is for check (%1$I is not null and %1$I >= ... and %1$I < ...), with bounds in the years 1 to 9998.',
                  key_column)
      from pg_constraint k
     where k.conrelid = source
       and k.conname = 'partition_range'
       and k.convalidated
       and conversion_checked_range(source, key_column) is null;
$function$;

comment on function conversion_obstacles_of_constraints(regclass, name) is
    'Which constraints and indexes speak against converting a table, each with what to do.';


create or replace function conversion_obstacles(source regclass, key_column name)
returns table (
    obstacle text,
    remedy text
)
language sql
stable
as $function$
    select t.obstacle, t.remedy from conversion_obstacles_of_table(source, key_column) t
    union
    select k.obstacle, k.remedy from conversion_obstacles_of_constraints(source, key_column) k;
$function$;

comment on function conversion_obstacles(regclass, name) is
    'All that speaks against converting a table, each with what to do; no row where it can be converted.';


create or replace function assert_conversion_possible(source regclass, key_column name)
returns void
language plpgsql
stable
as $function$
declare
    -- the table, and what was found
    model record;
    obstacles text;
    remedies text;
begin
    select c.relkind,
           c.relname::text as table_name,
           c.relowner as owner
      into model
      from pg_class c
     where c.oid = source;

    if model.relkind <> 'r' then
        raise exception '% is not an ordinary table', source
            using errcode = 'wrong_object_type',
                  detail = 'Nothing was changed.',
                  hint = 'Views, materialized views, foreign tables and partitioned tables cannot be converted.';
    elsif not pg_has_role(model.owner, 'usage') then
        raise exception 'must be owner of table %', source
            using errcode = 'insufficient_privilege',
                  hint = format('Call it as %I or a member of that role.', pg_get_userbyid(model.owner));
    elsif octet_length(model.table_name) > 55 then
        raise exception 'partition names made of % would be longer than 63 bytes', quote_ident(model.table_name)
            using errcode = 'name_too_long',
                  detail = format('The name has %s bytes, _YYYY_MM another 8. Nothing was changed.',
                                  octet_length(model.table_name)),
                  hint = 'Only tables with names of at most 55 bytes can be converted.';
    elsif not exists (
        select from pg_attribute a
         where a.attrelid = source and a.attname = key_column and a.attnum > 0 and not a.attisdropped
    ) then
        raise exception 'table % has no column %', source, coalesce(quote_ident(key_column), 'null')
            using errcode = 'undefined_column',
                  hint = 'partition_column is the exact name of a timestamptz, timestamp or date column.';
    end if;

    select string_agg(o.obstacle, '; ' order by o.obstacle),
           (select string_agg(distinct r.remedy, ' ') from conversion_obstacles(source, key_column) r)
      into obstacles, remedies
      from conversion_obstacles(source, key_column) o;

    if obstacles is not null then
        raise exception '% cannot be converted to a partitioned table', source
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format('In the way: %s. Nothing was changed.', obstacles),
                  hint = remedies;
    end if;
end
$function$;

comment on function assert_conversion_possible(regclass, name) is
    'Raises 55000 with all that speaks against converting a table; 42809, 42501, 42622 or 42703 where it is no table to convert at all.';


create or replace function conversion_range(source regclass, key_column name)
returns tsrange
language plpgsql
stable
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
set row_security = off
as $function$
declare
    -- the column, its extremes, and the rows that no partition can take
    key record;
    extremes record;
    unfit record;
    first_month timestamp;
    last_month timestamp;
begin
    select a.atttypid::regtype as data_type,
           a.attnotnull
      into key
      from pg_attribute a
     where a.attrelid = source and a.attname = key_column;

    -- Two probes of an index that starts with the column, else one scan.
    execute format(
        'select min(t.%1$I)::text as lowest, max(t.%1$I)::text as highest, %3$s as nulls from only %2$s t',
        key_column,
        source,
        case when key.attnotnull then '0::bigint' else format('count(*) filter (where t.%I is null)', key_column) end
    ) into extremes;

    if extremes.nulls > 0
            or extremes.lowest like '%BC'
            or extremes.lowest = '-infinity'
            or extremes.highest = 'infinity'
            or partition_bound_value(extremes.highest, key.data_type) >= '9999-01-01' then
        execute format(
            $sql$select count(*) filter (where t.instant is null) as nulls,
                        count(*) filter (where not isfinite(t.instant)) as infinities,
                        count(*) filter (where isfinite(t.instant)
                            and (t.instant < '0001-01-01' or t.instant >= '9999-01-01')) as far
                   from (select %I as instant from only %s) t$sql$,
            key_column,
            source
        ) into unfit;

        raise exception '% holds rows that no partition can take', source
            using errcode = 'object_not_in_prerequisite_state',
                  detail = format(
                      '%I is null in %s rows, infinite in %s and outside of the years 1 to 9998 in %s. Nothing was changed.',
                      key_column, unfit.nulls, unfit.infinities, unfit.far
                  ),
                  hint = format('Give these rows a time, or move them to another table: where %1$I is null or not isfinite(%1$I).',
                                key_column);
    end if;

    first_month := date_trunc('month', coalesce(
        partition_bound_value(extremes.lowest, key.data_type), partition_clock()
    ));
    last_month := date_trunc('month', coalesce(
        partition_bound_value(extremes.highest, key.data_type), partition_clock()
    ));

    return tsrange(first_month, last_month + interval '1 month');
end
$function$;

comment on function conversion_range(regclass, name) is
    'The whole months in UTC that hold all rows of a table, the current month where it is empty; raises 55000 where rows have no finite time.';


create or replace function conversion_index_element(index_oid oid, place integer)
returns text
language sql
stable
as $function$
    select pg_get_indexdef(x.indexrelid, place, false)
               || coalesce((
                      select format(' collate %I.%I', n.nspname, l.collname)
                        from pg_collation l
                        join pg_namespace n on n.oid = l.collnamespace
                       where l.oid = x.indcollation[place - 1]
                  ), '')
               || format(' %I.%I', s.nspname, o.opcname)
               || case when x.indoption[place - 1] & 1 = 1 then ' desc' else '' end
               || case when x.indoption[place - 1] & 2 = 2 then ' nulls first' else ' nulls last' end
      from pg_index x
      join pg_opclass o on o.oid = x.indclass[place - 1]
      join pg_namespace s on s.oid = o.opcnamespace
     where x.indexrelid = index_oid
       and place <= x.indnkeyatts;
$function$;

comment on function conversion_index_element(oid, integer) is
    'One key column of an index as "create index" reads it, with all that decides which other index it equals.';


create or replace function conversion_deferral(is_deferrable boolean, is_deferred boolean)
returns text
language sql
immutable
as $function$
    select case
               when is_deferrable and is_deferred then ' deferrable initially deferred'
               when is_deferrable then ' deferrable'
               else ''
           end;
$function$;

comment on function conversion_deferral(boolean, boolean) is
    'The end of a unique constraint''s definition.';


create or replace function conversion_keys(source regclass, key_column name)
returns table (
    old_index regclass,
    constraint_name name,
    key_kind text,
    has_key boolean,
    ready_index regclass,
    index_definition text,
    constraint_definition text,
    using_definition text,
    description text
)
language sql
stable
as $function$
    with key as (
        select a.attnum,
               o.oid as opclass
          from pg_attribute a
          join pg_opclass o on o.opcintype = a.atttypid and o.opcdefault
          join pg_am m on m.oid = o.opcmethod and m.amname = 'btree'
         where a.attrelid = source and a.attname = key_column
    ),
    -- Every unique index with its columns, those of the key apart from those only included.
    found_index as materialized (
        select x.indexrelid,
               x.indnkeyatts,
               x.indisreplident,
               k.oid as constraint_oid,
               k.conname,
               k.contype,
               k.condeferrable,
               k.condeferred,
               e.*,
               -- What two indexes with the same columns have in common.
               concat_ws(
                   '|', pg_get_expr(x.indexprs, x.indrelid), pg_get_expr(x.indpred, x.indrelid),
                   coalesce(to_jsonb(x) ->> 'indnullsnotdistinct', 'false')
               ) as traits,
               coalesce(to_jsonb(x) ->> 'indnullsnotdistinct', 'false') = 'true' as nulls_not_distinct,
               pg_get_expr(x.indpred, x.indrelid) as predicate,
               array_to_string(c.reloptions, ', ') as options,
               s.spcname as tablespace_name,
               obj_description(k.oid, 'pg_constraint') as description
          from pg_index x
          join pg_class c on c.oid = x.indexrelid
          left join pg_tablespace s on s.oid = c.reltablespace
          left join pg_constraint k on k.conindid = x.indexrelid and k.conrelid = source and k.contype in ('p', 'u')
         cross join lateral (
                   select string_agg(p.element, ', ' order by p.place) filter (where p.in_key) as elements,
                          string_agg(p.name, ', ' order by p.place) filter (where p.in_key) as names,
                          string_agg(p.name, ', ' order by p.place)
                              filter (where not p.in_key and p.attnum <> p.key_attnum) as included,
                          bool_or(p.in_key and p.attnum = p.key_attnum) as has_key,
                          array_agg(p.attnum || ' ' || p.traits order by p.place) filter (where p.in_key) as key_traits,
                          max(p.key_attnum || ' ' || p.key_opclass || ' 0 0') as added_trait
                     from (
                              select g.place,
                                     g.place <= x.indnkeyatts as in_key,
                                     x.indkey[g.place - 1] as attnum,
                                     key.attnum as key_attnum,
                                     key.opclass as key_opclass,
                                     pg_get_indexdef(x.indexrelid, g.place, false) as name,
                                     conversion_index_element(x.indexrelid, g.place) as element,
                                     concat_ws(' ', x.indclass[g.place - 1], x.indcollation[g.place - 1],
                                               x.indoption[g.place - 1]) as traits
                                from key, generate_series(1, x.indnatts) as g (place)
                          ) p
               ) e
         where x.indrelid = source
           and x.indisunique
           and x.indisvalid
           and not x.indisexclusion
    ),
    -- Indexes that are there already, for nothing else, and are what keys need: one for each, in order.
    needed as (
        select i.indexrelid,
               row(i.traits, i.key_traits || i.added_trait, i.included)::text as signature,
               row_number() over (
                   partition by i.traits, i.key_traits, i.included order by i.contype nulls last, i.indexrelid
               ) as place
          from found_index i
         where not i.has_key
    ),
    ready as (
        select i.indexrelid,
               row(i.traits, i.key_traits, i.included)::text as signature,
               row_number() over (partition by i.traits, i.key_traits, i.included order by i.indexrelid) as place
          from found_index i
         where i.has_key
           and i.constraint_oid is null
           and not i.indisreplident
           and not exists (select from pg_constraint f where f.conindid = i.indexrelid)
    ),
    chosen as (
        select n.indexrelid as needed_by,
               r.indexrelid as ready
          from needed n
          join ready r on r.signature = n.signature and r.place = n.place
    )
    select i.indexrelid::regclass,
           i.conname,
           case i.contype when 'p' then 'primary key' when 'u' then 'unique' end,
           i.has_key,
           h.ready::regclass,
           format('(%s%s)', i.elements, case when not i.has_key then format(', %I', key_column) end)
               || coalesce(' include (' || i.included || ')', '')
               || case when i.nulls_not_distinct then ' nulls not distinct' else '' end
               || coalesce(' with (' || i.options || ')', '')
               || coalesce(' tablespace ' || quote_ident(i.tablespace_name), '')
               || coalesce(' where ' || i.predicate, ''),
           case when i.nulls_not_distinct then 'nulls not distinct ' else '' end
               || format('(%s%s)', i.names, case when not i.has_key then format(', %I', key_column) end)
               || coalesce(' include (' || i.included || ')', '')
               || coalesce(' with (' || i.options || ')', '')
               || coalesce(' using index tablespace ' || quote_ident(i.tablespace_name), '')
               || conversion_deferral(i.condeferrable, i.condeferred),
           conversion_deferral(i.condeferrable, i.condeferred),
           i.description
      from found_index i
      left join chosen h on h.needed_by = i.indexrelid
     where not exists (select from chosen u where u.ready = i.indexrelid)
     order by i.contype nulls last,
              i.indexrelid;
$function$;

comment on function conversion_keys(regclass, name) is
    'The unique indexes of a table, how they are made with the partition column added, and the index that is there for it already.';


create or replace function conversion_new_names(source regclass, partition_name text)
returns table (
    object_class regclass,
    old_name name,
    new_name name
)
language sql
stable
as $function$
    -- A name that starts with the table's gets the partition's instead. Where that is too long or taken, the
    -- end of the name is a hash of the old one.
    with found_name as (
        select 'pg_class'::regclass as object_class,
               i.relname as old_name,
               c.relname as table_name,
               c.relnamespace as schema_oid
          from pg_index x
          join pg_class i on i.oid = x.indexrelid
          join pg_class c on c.oid = x.indrelid
         where x.indrelid = source
        union all
        select 'pg_statistic_ext'::regclass, s.stxname, c.relname, s.stxnamespace
          from pg_statistic_ext s
          join pg_class c on c.oid = s.stxrelid
         where s.stxrelid = source
    ),
    wished as (
        select f.*,
               partition_name || case
                   when starts_with(f.old_name::text, f.table_name || '_') then
                       substr(f.old_name::text, length(f.table_name::text) + 1)
                   else '_' || f.old_name
               end as wish
          from found_name f
    )
    select w.object_class,
           w.old_name,
           case
               when octet_length(w.wish) <= 63
                   and count(*) over (partition by w.object_class, w.wish) = 1
                   and not exists (
                           select from pg_class c
                            where c.relnamespace = w.schema_oid and c.relname::text = w.wish
                       )
                   and not exists (
                           select from pg_statistic_ext s
                            where s.stxnamespace = w.schema_oid and s.stxname::text = w.wish
                       ) then w.wish
               -- Seven characters of up to four bytes, and 33 more.
               else left(partition_name, 7) || '_' || md5(w.old_name::text)
           end::name
      from wished w;
$function$;

comment on function conversion_new_names(regclass, text) is
    'The names that indexes and statistics objects of a table get when it becomes a partition; its partitioned table gets the old ones.';


create or replace function build_conversion_indexes(source regclass, key_column name)
returns void
language plpgsql
volatile
as $function$
declare
    -- a key that lacks its index, and the name that gets
    key record;
    place integer := 0;
    index_name text;
begin
    for key in
        select k.index_definition,
               c.relname::text as table_name,
               c.relnamespace as schema_oid
          from conversion_keys(source, key_column) k
          join pg_class c on c.oid = source
         where not k.has_key
           and k.ready_index is null
    loop
        -- It is renamed when it takes its place; only the time it takes is of interest until then.
        loop
            place := place + 1;
            index_name := key.table_name || '_key_' || place;
            exit when not exists (
                select from pg_class c where c.relnamespace = key.schema_oid and c.relname::text = index_name
            );
        end loop;

        execute format('create unique index %I on %s using btree %s', index_name, source, key.index_definition);
    end loop;
end
$function$;

comment on function build_conversion_indexes(regclass, name) is
    'Makes the unique indexes with the partition column that a table still lacks, under a lock that lets readers go on.';


create or replace function conversion_privileges(object regclass, target text)
returns setof text
language sql
stable
as $function$
    -- As granted by the owner, whoever of those with grant option did it before.
    with granted as (
        select null::text as column_name,
               x.grantee,
               x.privilege_type,
               bool_or(x.is_grantable) as is_grantable,
               c.relowner as owner,
               c.relkind as kind
          from pg_class c,
               aclexplode(c.relacl) x
         where c.oid = object
         group by x.grantee, x.privilege_type, c.relowner, c.relkind
        union all
        select a.attname,
               x.grantee,
               x.privilege_type,
               bool_or(x.is_grantable),
               c.relowner,
               c.relkind
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and not a.attisdropped,
               aclexplode(a.attacl) x
         where c.oid = object
         group by a.attname, x.grantee, x.privilege_type, c.relowner, c.relkind
    )
    select format('revoke all on %s %s from %I', case c.relkind when 'S' then 'sequence' else 'table' end, target,
                  pg_get_userbyid(c.relowner))
      from pg_class c
     where c.oid = object and c.relacl is not null
    union all
    select format(
               'grant %s%s on %s %s to %s%s',
               g.privilege_type,
               coalesce(' (' || quote_ident(g.column_name) || ')', ''),
               case g.kind when 'S' then 'sequence' else 'table' end,
               target,
               case when g.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end,
               case when g.is_grantable and g.grantee <> g.owner then ' with grant option' else '' end
           )
      from granted g;
$function$;

comment on function conversion_privileges(regclass, text) is
    'The statements that give a new table or sequence the grants of another, on columns too.';


create or replace function revoke_all_privileges(object regclass)
returns void
language plpgsql
volatile
as $function$
declare
    -- one who has a privilege, and on what
    granted record;
begin
    for granted in
        select distinct case when x.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(x.grantee)) end as grantee,
               case c.relkind when 'S' then 'sequence' else 'table' end as kind
          from (
                   select c.relacl as acl, c.relowner, c.relkind from pg_class c where c.oid = object
                   union all
                   select a.attacl, c.relowner, c.relkind
                     from pg_class c
                     join pg_attribute a on a.attrelid = c.oid
                    where c.oid = object
               ) c,
               aclexplode(c.acl) x
         where x.grantee <> c.relowner
    loop
        execute format('revoke all on %s %s from %s cascade', granted.kind, object, granted.grantee);
    end loop;
end
$function$;

comment on function revoke_all_privileges(regclass) is
    'Takes all grants off a table or sequence but the owner''s, on columns too.';


create or replace function conversion_release_statements(source regclass, key_column name, partition_name text)
returns setof text
language plpgsql
stable
as $function$
declare
    -- what is renamed
    source_name text;
    schema_name text;
begin
    select n.nspname, c.relname
      into schema_name, source_name
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = source;

    return query
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname)
      from pg_constraint k
     where k.contype = 'f' and k.confrelid = source and k.conparentid = 0;

    return query
    select format('drop trigger %I on %s', g.tgname, source)
      from pg_trigger g
     where g.tgrelid = source and not g.tgisinternal;

    return query
    select format('drop policy %I on %s', p.polname, source) from pg_policy p where p.polrelid = source
    union all
    select format('alter table %s disable row level security, no force row level security', source)
      from pg_class c
     where c.oid = source and (c.relrowsecurity or c.relforcerowsecurity);

    return query
    select format('alter table %s alter column %I drop identity', source, q.column_name)
      from conversion_sequences(source) q
     where q.is_identity;

    -- Keys: the old index goes, and the one with the partition column takes its place and the new name.
    return query
    select s.statement
      from conversion_keys(source, key_column) k
      join pg_class o on o.oid = k.old_index
      join conversion_new_names(source, partition_name) w
        on w.object_class = 'pg_class'::regclass and w.old_name = o.relname
     cross join lateral (values
               (1, case when not k.has_key then format('alter index %s rename to %I', k.ready_index, w.new_name) end),
               (2, case
                       when not k.has_key and k.constraint_name is not null then format(
                           'alter table %s drop constraint %I, add constraint %I %s using index %I%s',
                           source, k.constraint_name, w.new_name, k.key_kind, w.new_name, k.using_definition
                       )
                       when not k.has_key then format('drop index %s', k.old_index)
                       when k.constraint_name is not null then format(
                           'alter table %s rename constraint %I to %I', source, k.constraint_name, w.new_name
                       )
                       else format('alter index %s rename to %I', k.old_index, w.new_name)
                   end)
           ) as s (place, statement)
     order by k.old_index,
              s.place;

    return query
    select format('alter table %s replica identity using index %I', source, w.new_name)
      from conversion_keys(source, key_column) k
      join pg_class o on o.oid = k.old_index
      join pg_index x on x.indexrelid = k.old_index
      join conversion_new_names(source, partition_name) w
        on w.object_class = 'pg_class'::regclass and w.old_name = o.relname
     where x.indisreplident and not k.has_key;

    return query
    select format('alter index %s rename to %I', x.indexrelid::regclass, w.new_name)
      from pg_index x
      join pg_class i on i.oid = x.indexrelid
      join conversion_new_names(source, partition_name) w
        on w.object_class = 'pg_class'::regclass and w.old_name = i.relname
     where x.indrelid = source and not x.indisunique
    union all
    select format('alter statistics %I.%I rename to %I', n.nspname, s.stxname, w.new_name)
      from pg_statistic_ext s
      join pg_namespace n on n.oid = s.stxnamespace
      join conversion_new_names(source, partition_name) w
        on w.object_class = 'pg_statistic_ext'::regclass and w.old_name = s.stxname
     where s.stxrelid = source;

    return next format('alter table %s rename to %I', source, partition_name);
end
$function$;

comment on function conversion_release_statements(regclass, name, text) is
    'The statements that take off a table what its partitioned table gets instead, and rename it.';


create or replace function conversion_parent_statements(source regclass, key_column name, partition_name text)
returns setof text
language plpgsql
stable
as $function$
declare
    -- the table, and the names of the partitioned table and of the partition in SQL
    model record;
    target text;
    partition text;
begin
    select n.nspname as schema_name,
           c.relname as table_name,
           pg_get_userbyid(c.relowner) as owner,
           s.spcname as tablespace_name,
           c.relreplident as replica_identity,
           obj_description(c.oid, 'pg_class') as description
      into model
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_tablespace s on s.oid = c.reltablespace
     where c.oid = source;

    target := format('%I.%I', model.schema_name, model.table_name);
    partition := format('%I.%I', model.schema_name, partition_name);

    return next format(
        $sql$create table %s (
            like %s including defaults including constraints including generated
            including storage including compression including comments
        ) partition by range (%I)%s$sql$,
        target, partition, key_column,
        case when model.tablespace_name is not null then format(' tablespace %I', model.tablespace_name) end
    );
    return next format('alter table only %s drop constraint partition_range', target);
    return next format('alter table only %s owner to %I', target, model.owner);
    return next format('comment on table %s is %L', target, model.description);

    return query
    select format('alter table only %s alter column %I set statistics %s', target, a.attname, a.attstattarget)
      from pg_attribute a
     where a.attrelid = source and a.attnum > 0 and not a.attisdropped and a.attstattarget >= 0
    union all
    select format('alter table only %s alter column %I set (%s)', target, a.attname, array_to_string(a.attoptions, ', '))
      from pg_attribute a
     where a.attrelid = source and a.attnum > 0 and not a.attisdropped and a.attoptions is not null;

    return query select t from conversion_sequence_statements(source, target) as s (t);

    -- Keys and indexes before the foreign keys, names as before.
    return query
    select case
               when k.constraint_name is not null then format(
                   'alter table %s add constraint %I %s %s',
                   target, k.constraint_name, k.key_kind, k.constraint_definition
               )
               else format('create unique index %I on %s using btree %s', o.relname, target, k.index_definition)
           end
      from conversion_keys(source, key_column) k
      join pg_class o on o.oid = k.old_index;

    return query
    select format('comment on index %I.%I is %L', model.schema_name, o.relname, obj_description(o.oid, 'pg_class'))
      from conversion_keys(source, key_column) k
      join pg_class o on o.oid = k.old_index
    union all
    select format('comment on constraint %I on %s is %L', k.constraint_name, target, k.description)
      from conversion_keys(source, key_column) k
     where k.constraint_name is not null;

    -- As printed by the catalog, to which a tablespace is no part of an index's definition.
    return query
    select unnest(array[
               format($sql$select set_config('default_tablespace', %L, true)$sql$, coalesce(s.spcname, '')),
               pg_get_indexdef(x.indexrelid),
               format('comment on index %I.%I is %L', model.schema_name, i.relname,
                      obj_description(i.oid, 'pg_class'))
           ])
      from pg_index x
      join pg_class i on i.oid = x.indexrelid
      left join pg_tablespace s on s.oid = i.reltablespace
     where x.indrelid = source and not x.indisunique;

    return query
    select unnest(array[
               format('alter table %s add constraint %I %s', target, k.conname, pg_get_constraintdef(k.oid)),
               format('comment on constraint %I on %s is %L', k.conname, target,
                      obj_description(k.oid, 'pg_constraint'))
           ])
      from pg_constraint k
     where k.conrelid = source and k.contype = 'f';

    return query
    select unnest(array[
               pg_get_statisticsobjdef(s.oid),
               format('alter statistics %I.%I owner to %I', n.nspname, s.stxname, pg_get_userbyid(s.stxowner)),
               format('alter statistics %I.%I set statistics %s', n.nspname, s.stxname,
                      coalesce(to_jsonb(s) ->> 'stxstattarget', '-1')),
               format('comment on statistics %I.%I is %L', n.nspname, s.stxname,
                      obj_description(s.oid, 'pg_statistic_ext'))
           ])
      from pg_statistic_ext s
      join pg_namespace n on n.oid = s.stxnamespace
     where s.stxrelid = source;

    if model.replica_identity = 'i' then
        return query
        select format('alter table only %s replica identity using index %I', target, i.relname)
          from pg_index x
          join pg_class i on i.oid = x.indexrelid
         where x.indrelid = source and x.indisreplident;
    elsif model.replica_identity <> 'd' then
        return next format('alter table only %s replica identity %s', target,
                           case model.replica_identity when 'f' then 'full' else 'nothing' end);
    end if;
end
$function$;

comment on function conversion_parent_statements(regclass, name, text) is
    'The statements that make the partitioned table like the table, once that was renamed: columns, sequences, keys, indexes, foreign keys, statistics, comments.';


create or replace function conversion_sequence_statements(source regclass, target text)
returns setof text
language plpgsql
stable
as $function$
declare
    -- a sequence, and where it stands
    found_sequence record;
    position record;
    sequence_name text;
begin
    for found_sequence in
        select q.sequence,
               q.column_name,
               q.is_identity,
               n.nspname as schema_name,
               c.relname as table_name,
               a.attidentity,
               obj_description(c.oid, 'pg_class') as description,
               s.*
          from conversion_sequences(source) q
          join pg_class c on c.oid = q.sequence
          join pg_namespace n on n.oid = c.relnamespace
          join pg_sequence s on s.seqrelid = q.sequence
          join pg_attribute a on a.attrelid = source and a.attname = q.column_name
    loop
        sequence_name := format('%I.%I', found_sequence.schema_name, found_sequence.table_name);

        -- A serial column's sequence stays, and would go with the old table.
        if not found_sequence.is_identity then
            return next format('alter sequence %s owned by %s.%I', sequence_name, target, found_sequence.column_name);
            continue;
        end if;

        execute format('select q.last_value, q.is_called from %s q', found_sequence.sequence) into position;

        return next format(
            $sql$alter table %s alter column %I add generated %s as identity (
                sequence name %s start with %s increment by %s minvalue %s maxvalue %s cache %s%s
            )$sql$,
            target, found_sequence.column_name,
            case found_sequence.attidentity when 'a' then 'always' else 'by default' end,
            sequence_name, found_sequence.seqstart, found_sequence.seqincrement, found_sequence.seqmin,
            found_sequence.seqmax, found_sequence.seqcache,
            case when found_sequence.seqcycle then ' cycle' else '' end
        );
        return next format('select setval(%L, %s, %L)', sequence_name, position.last_value, position.is_called);
        return next format('comment on sequence %s is %L', sequence_name, found_sequence.description);
        return next format('select revoke_all_privileges(%L)', sequence_name);
        return query select p.* from conversion_privileges(found_sequence.sequence, sequence_name) p;
    end loop;
end
$function$;

comment on function conversion_sequence_statements(regclass, text) is
    'The statements that give the partitioned table the sequences of the table, where they stand.';


create or replace function conversion_restore_statements(source regclass, partition_name text)
returns setof text
language plpgsql
stable
as $function$
declare
    -- the names of the partitioned table and of the partition in SQL
    target text;
    partition text;
begin
    select format('%I.%I', n.nspname, c.relname),
           format('%I.%I', n.nspname, partition_name)
      into target,
           partition
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.oid = source;

    -- Once all partitions are attached, so that each row trigger reaches them in its state.
    return query
    select s.statement
      from pg_trigger g
     cross join lateral (values
               (1, pg_get_triggerdef(g.oid)),
               (2, case g.tgenabled
                       when 'D' then format('alter table %s disable trigger %I', target, g.tgname)
                       when 'R' then format('alter table %s enable replica trigger %I', target, g.tgname)
                       when 'A' then format('alter table %s enable always trigger %I', target, g.tgname)
                   end),
               (3, format('comment on trigger %I on %s is %L', g.tgname, target, obj_description(g.oid, 'pg_trigger')))
           ) as s (place, statement)
     where g.tgrelid = source and not g.tgisinternal
     order by g.tgname, s.place;

    return query
    select unnest(array[
               format(
                   'create policy %I on %s as %s for %s to %s%s%s',
                   p.polname, target,
                   case when p.polpermissive then 'permissive' else 'restrictive' end,
                   case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                                 when 'd' then 'delete' else 'all' end,
                   (
                       select string_agg(
                                  case when r.oid = 0 then 'public' else quote_ident(pg_get_userbyid(r.oid)) end, ', '
                              )
                         from unnest(p.polroles) as r (oid)
                   ),
                   ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
                   ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')'
               ),
               format('comment on policy %I on %s is %L', p.polname, target, obj_description(p.oid, 'pg_policy'))
           ])
      from pg_policy p
     where p.polrelid = source;

    return query
    select s.statement
      from pg_class c
     cross join lateral (values
               (c.relrowsecurity, format('alter table only %s enable row level security', target)),
               (c.relforcerowsecurity, format('alter table only %s force row level security', target))
           ) as s (is_on, statement)
     where c.oid = source and s.is_on;

    -- Whoever could read the partition would read past the partitioned table's row security.
    return next format('select revoke_all_privileges(%L)', partition);
    return next format('select revoke_all_privileges(%L)', target);
    return query select p.* from conversion_privileges(source, target) p;

    return query
    select format(
               'create or replace view %s%s as %s',
               v.oid::regclass,
               ' with (' || nullif(array_to_string(v.reloptions, ', '), '') || ')',
               pg_get_viewdef(v.oid)
           )
      from conversion_views(source) s
      join pg_class v on v.oid = s;

    return query select pg_get_functiondef(f) from conversion_functions(source) f;

    return query
    select unnest(array[
               format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)),
               format('comment on constraint %I on %s is %L', k.conname, k.conrelid::regclass,
                      obj_description(k.oid, 'pg_constraint'))
           ])
      from pg_constraint k
     where k.contype = 'f' and k.confrelid = source and k.conparentid = 0;
end
$function$;

comment on function conversion_restore_statements(regclass, text) is
    'The statements that give the partitioned table, its partition attached, the triggers, row security, grants, views, functions and foreign keys of the table.';


create or replace function lock_conversion_neighbours(source regclass)
returns void
language plpgsql
volatile
as $function$
declare
    -- one statement that takes a lock
    statement text;
begin
    -- Whoever reads a view locks it before the table; whoever writes to a referencing table locks that before
    -- the table whose keys it checks. "lock table" on a view would lock all that the view reads: an owner that
    -- is the owner already locks the view alone.
    for statement in
        select format('alter view %s owner to %I', v.oid::regclass, pg_get_userbyid(v.relowner))
          from conversion_views(source) s
          join pg_class v on v.oid = s
        union all
        select distinct format('lock table %s in access exclusive mode', k.conrelid::regclass)
          from pg_constraint k
         where k.contype = 'f' and k.confrelid = source and k.conparentid = 0
        union all
        select distinct format('lock table only %s in share row exclusive mode', k.confrelid::regclass)
          from pg_constraint k
         where k.contype = 'f'
           and k.conrelid = source
           and has_table_privilege(k.confrelid, 'update, delete, truncate')
    loop
        execute statement;
    end loop;
end
$function$;

comment on function lock_conversion_neighbours(regclass) is
    'Locks the views and tables that a conversion changes too, in the order in which others lock them, as the table comes last.';


create or replace function lock_conversion_sequences(source regclass)
returns void
language plpgsql
volatile
as $function$
declare
    -- one statement that takes a lock
    statement text;
begin
    -- Numbers can be taken without a look at the table, and none may be taken between the moment the position
    -- is read and the end. "lock table" takes no sequences: a cache that is the cache already does.
    for statement in
        select format('alter sequence %s cache %s', q.sequence, s.seqcache)
          from conversion_sequences(source) q
          join pg_sequence s on s.seqrelid = q.sequence
         where q.is_identity
    loop
        execute statement;
    end loop;
end
$function$;

comment on function lock_conversion_sequences(regclass) is
    'Keeps others from taking numbers of a table''s identity columns until the end of the transaction.';


create or replace function lock_for_conversion(source regclass, key_column name)
returns tsrange
language plpgsql
volatile
as $function$
declare
    -- the range of all rows, once it is known, and whether row security hides them
    range tsrange := conversion_checked_range(source, key_column);
    is_hidden boolean;
begin
    -- While indexes are made and the range is looked up readers go on, and nobody writes. Where both were
    -- prepared this lock is not needed.
    if range is null or exists (
        select from conversion_keys(source, key_column) k where not k.has_key and k.ready_index is null
    ) then
        execute format('lock table only %s in share mode', source);
        perform build_conversion_indexes(source, key_column);

        if range is null and not row_security_active(source) then
            range := conversion_range(source, key_column);
        end if;
    end if;

    perform lock_conversion_neighbours(source);
    execute format('lock table only %s in access exclusive mode', source);
    perform lock_conversion_sequences(source);

    -- What was found before can have changed until here: a view needs no lock that ours keeps out.
    perform assert_conversion_possible(source, key_column);
    perform build_conversion_indexes(source, key_column);
    range := coalesce(conversion_checked_range(source, key_column), range);
    is_hidden := row_security_active(source);

    -- The owner, from whom row security was forced to hide rows, may look at all of them for a moment.
    if range is null and is_hidden then
        execute format('alter table only %s no force row level security', source);
    end if;

    range := coalesce(range, conversion_range(source, key_column));

    if is_hidden then
        execute format('alter table only %s force row level security', source);
    end if;

    return range;
end
$function$;

comment on function lock_for_conversion(regclass, name) is
    'Makes the missing indexes under a lock that lets readers go on, then locks the table; returns the range of its rows.';


create or replace function guard_conversion_range(source regclass, key_column name, range tsrange)
returns void
language plpgsql
volatile
as $function$
declare
    -- the column, and what is to be added
    key record;
    actions text[] := '{}';
begin
    select a.atttypid::regtype as data_type,
           a.attnotnull
      into key
      from pg_attribute a
     where a.attrelid = source and a.attname = key_column;

    if conversion_checked_range(source, key_column) is null then
        actions := array[format(
            'add constraint partition_range check (%1$I >= %2$L and %1$I < %3$L)',
            key_column,
            partition_bound_literal(lower(range), key.data_type),
            partition_bound_literal(upper(range), key.data_type)
        )];
    end if;

    if not key.attnotnull then
        actions := actions || format('alter column %I set not null', key_column);
    end if;

    -- In one statement, so that the table is scanned once. Where the constraint was prepared, not at all. That the
    -- column is not null is left out of the constraint, because it costs the scan a third more.
    if actions <> '{}' then
        execute format('alter table only %s %s', source, array_to_string(actions, ', '));
    end if;
end
$function$;

comment on function guard_conversion_range(regclass, name, tsrange) is
    'Gives a table the constraint that spares the scan at "attach partition", and makes the partition column not null.';


create or replace function swap_converted_table(source regclass, key_column name, range tsrange)
returns regclass
language plpgsql
volatile
set default_tablespace = ''
as $function$
declare
    -- the table before, and its bounds as a partition
    model record;
    lower_bound text;
    upper_bound text;
    partition_name text;

    -- what is done, and the partitioned table
    statements text[];
    statement text;
    parent regclass;
begin
    select n.nspname::text as schema_name,
           c.relname::text as table_name,
           a.atttypid::regtype as key_type,
           greatest(c.reltuples, 0)::bigint as row_estimate,
           pg_table_size(c.oid) as bytes
      into model
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = key_column
     where c.oid = source;

    lower_bound := partition_bound_literal(lower(range), model.key_type);
    upper_bound := partition_bound_literal(upper(range), model.key_type);
    partition_name := (partition_free_names(source, array[range], '{}', interval '1 month'))[1];

    -- All are read before the first is run, because that changes what the others are read from.
    statements := array(select s from conversion_release_statements(source, key_column, partition_name) s)
        || array(select s from conversion_parent_statements(source, key_column, partition_name) s)
        || array[
               format('alter table %1$I.%2$I attach partition %1$I.%3$I for values from (%4$L) to (%5$L)',
                      model.schema_name, model.table_name, partition_name, lower_bound, upper_bound),
               format('alter table only %I.%I drop constraint partition_range', model.schema_name, partition_name)
           ]
        || array(select s from conversion_restore_statements(source, partition_name) s);

    foreach statement in array statements loop
        if statement is not null then
            execute statement;
        end if;
    end loop;

    parent := to_regclass(format('%I.%I', model.schema_name, model.table_name));

    perform audit_partition(
        'CONVERT', parent, model.schema_name, partition_name, lower_bound, upper_bound, null,
        format('partitioned by range (%I); no row copied, about %s rows in %s bytes',
               key_column, model.row_estimate, model.bytes)
    );
    perform audit_partition('ATTACH', parent, model.schema_name, partition_name, lower_bound, upper_bound, null,
                            'the table as it was before the conversion');

    return parent;
end
$function$;

comment on function swap_converted_table(regclass, name, tsrange) is
    'Puts a partitioned table in a table''s place and attaches the table as its first partition; the caller holds the lock that keeps all others out.';


create or replace function convert_to_partitioned(table_name text, partition_column name default 'start_time')
returns regclass
language plpgsql
volatile
as $function$
declare
    -- the table, and what it is partitioned on already
    source regclass := conversion_source(table_name);
    present_column name;
    range tsrange;
begin
    if exists (select from pg_class c where c.oid = source and c.relkind <> 'p') then
        perform assert_conversion_possible(source, partition_column);
        perform lock_partition_manager(source);

        -- Another caller may have converted it in the meantime.
        source := conversion_source(table_name);
    end if;

    if exists (select from pg_class c where c.oid = source and c.relkind = 'p') then
        select k.column_name into present_column from partition_key(source) k;

        if present_column is distinct from partition_column then
            raise exception '% is partitioned already, by range (%)', source, quote_ident(present_column)
                using errcode = 'wrong_object_type',
                      hint = 'Only a table that is not partitioned can be converted.';
        end if;

        return source;
    end if;

    perform assert_maintenance_window();

    range := lock_for_conversion(source, partition_column);
    perform guard_conversion_range(source, partition_column, range);

    return swap_converted_table(source, partition_column, range);
end
$function$;

comment on function convert_to_partitioned(text, name) is
    'Makes a table in use a partitioned table whose first partition it is, without copying a row; returns the partitioned table. Returns at once where it is partitioned so already.';


create or replace function conversion_preparation(table_name text, partition_column name default 'start_time')
returns setof text
language plpgsql
stable
as $function$
declare
    -- the table, and the range that all rows written until the conversion have to lie in
    source regclass := conversion_source(table_name);
    key record;
    range tsrange;
begin
    perform assert_conversion_possible(source, partition_column);

    return query
    select format('create unique index concurrently on %s using btree %s', source, k.index_definition)
      from conversion_keys(source, partition_column) k
     where not k.has_key and k.ready_index is null;

    if conversion_checked_range(source, partition_column) is not null then
        return;
    end if;

    select a.atttypid::regtype as data_type,
           a.attnotnull
      into key
      from pg_attribute a
     where a.attrelid = source and a.attname = partition_column;

    range := conversion_range(source, partition_column);

    -- "is not null" spares "set not null" its scan.
    return next format(
        'alter table %1$s add constraint partition_range check (%2$s%3$I >= %4$L and %3$I < %5$L) not valid',
        source,
        case when not key.attnotnull then format('%I is not null and ', partition_column) end,
        partition_column,
        partition_bound_literal(lower(range), key.data_type),
        partition_bound_literal(
            least(
                date_trunc('year', greatest(upper(range), partition_clock())) + interval '2 years',
                timestamp '9999-01-01'
            ),
            key.data_type
        )
    );
    return next format('alter table %s validate constraint partition_range', source);
end
$function$;

comment on function conversion_preparation(text, name) is
    'The statements to run before converting a large table, each by itself and outside of a transaction, so that it is locked for a moment only; no row where it is prepared.';


-- 9  Pinning every function to its schema ------------------------------------------------------------------

-- pg_catalog is searched first without being named; pg_temp is named last, so that no temporary table can
-- stand in for ours (see "Writing SECURITY DEFINER Functions Safely" in the manual, create function).
do $pinning$
declare
    -- one function at a time, all of this file
    signature text;
begin
    foreach signature in array array[
        'partition_clock()',
        'assert_partition_interval(integer, integer)',
        'assert_partition_step(interval)',
        'assert_retry_limits(integer, integer)',
        'partition_year(integer)',
        'partition_maintenance_window(text, timestamp)',
        'assert_maintenance_window()',
        'partition_parent(text)',
        'partition_table(text, text)',
        'partition_key(regclass)',
        'partition_bound_value(text, regtype)',
        'partition_bound_literal(timestamp, regtype)',
        'partition_ranges(regclass)',
        'partition_holds_rows(regclass, name, text)',
        'partition_layout_rows()',
        'partition_dependents(regclass)',
        'partition_keep_reason(regclass)',
        'empty_future_partitions(regclass)',
        'partition_interval_range(timestamp, interval)',
        'partition_interval_plan(regclass, tsmultirange, interval, boolean)',
        'partition_plan_arrays(regclass, tsmultirange, interval, boolean)',
        'partition_free_names(regclass, tsrange[], regclass[], interval)',
        'partition_replaced_grants(tsrange, regclass[], tsrange[])',
        'partition_is_distributed(regclass)',
        'lock_partition_manager(regclass)',
        'partition_audit_payload(jsonb)',
        'write_audit_entries(text, text, text, text[], text[], text[], text[], interval, text, bigint, numeric)',
        'audit_partitions(text, regclass, text[], text[], text[], text[], interval, text)',
        'record_refusal(regclass, text, text)',
        'record_refused_call(text, text, text)',
        'raise_again(text, text, text, text)',
        'audit_partition(text, regclass, text, text, text, text, interval, text, bigint, numeric)',
        'partition_audit_replay(regclass)',
        'adopt_partitions(regclass)',
        'create_range_partitions(regclass, text[], tsrange[], interval, text[])',
        'drop_empty_partition(regclass, regclass, text, text, interval)',
        'assert_default_is_clear(regclass, tsrange[])',
        'lock_partitions_for_change(regclass, tsmultirange, interval, boolean, text)',
        'apply_partition_interval(regclass, tsmultirange, interval, boolean)',
        'partition_has_data(text, date)',
        'drop_empty_future_partitions(text)',
        'create_partitions_for_period(integer, integer, integer, text)',
        'create_partitions_between(text, interval, timestamptz, timestamptz)',
        'create_or_update_partitions(integer, integer, integer, text)',
        'manage_partitions(text, integer, integer)',
        'conversion_source(text)',
        'conversion_views(regclass)',
        'conversion_functions(regclass)',
        'conversion_sequences(regclass)',
        'conversion_dependents(regclass)',
        'conversion_obstacles_of_table(regclass, name)',
        'conversion_checked_range(regclass, name)',
        'conversion_obstacles_of_constraints(regclass, name)',
        'conversion_obstacles(regclass, name)',
        'assert_conversion_possible(regclass, name)',
        'conversion_range(regclass, name)',
        'conversion_index_element(oid, integer)',
        'conversion_deferral(boolean, boolean)',
        'conversion_keys(regclass, name)',
        'conversion_new_names(regclass, text)',
        'build_conversion_indexes(regclass, name)',
        'conversion_privileges(regclass, text)',
        'revoke_all_privileges(regclass)',
        'conversion_release_statements(regclass, name, text)',
        'conversion_parent_statements(regclass, name, text)',
        'conversion_sequence_statements(regclass, text)',
        'conversion_restore_statements(regclass, text)',
        'lock_conversion_neighbours(regclass)',
        'lock_conversion_sequences(regclass)',
        'lock_for_conversion(regclass, name)',
        'guard_conversion_range(regclass, name, tsrange)',
        'swap_converted_table(regclass, name, tsrange)',
        'convert_to_partitioned(text, name)',
        'conversion_preparation(text, name)'
    ] loop
        execute format('alter function %I.%s set search_path = %I, pg_temp',
                       current_schema(), signature, current_schema());
    end loop;
end
$pinning$;


-- 10  The first partitions ---------------------------------------------------------------------------------

-- Only where there is none yet, so that a new database takes writes at once. A table that has partitions
-- keeps them and its interval; they are recorded, so that the audit log replays from the first day. A table
-- in use that is not partitioned is converted, and this year and the next are filled around its rows.
do $first_partitions$
declare
    -- the table of this migration
    booking pg_catalog.regclass := format('%I.amenity_booking', current_schema())::pg_catalog.regclass;
begin
    if exists (select from pg_catalog.pg_class c where c.oid = booking and c.relkind = 'r') then
        perform convert_to_partitioned('amenity_booking', 'start_time');
        perform manage_partitions('amenity_booking_', 12, 1);
    elsif not exists (select from pg_catalog.pg_inherits i where i.inhparent = booking) then
        perform manage_partitions('amenity_booking_', 12, 1);
    else
        perform lock_partition_manager(booking);
        perform adopt_partitions(booking);
    end if;
end
$first_partitions$;
