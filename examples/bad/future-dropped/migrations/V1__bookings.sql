create table amenity_booking (
    booking_id text not null,
    amenity_id text not null,
    user_id text not null,
    start_time timestamptz not null,
    end_time timestamptz not null,
    status text not null default 'REQUESTED'
        check (status in ('REQUESTED', 'PENDING', 'APPROVED', 'DECLINED', 'CANCELLED')),
    primary key (booking_id, start_time)
) partition by range (start_time);

-- This year, whole.
do $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
begin
    execute format(
        'create table %I partition of amenity_booking for values from (%L) to (%L)',
        'amenity_booking_' || to_char(year_start at time zone 'UTC', 'YYYY_MM'), year_start, year_start + interval '1 year'
    );
end
$$;

-- Lays out the next year. Clears the way for a new interval by dropping what lies there, bookings or not.
create function manage_partitions(partition_prefix text, frequency integer, interval_months integer)
returns void
language plpgsql set timezone = 'UTC'
as $$
declare
    next_year timestamptz := (date_trunc('year', now() at time zone 'UTC') + interval '1 year') at time zone 'UTC';
    next_year_names text := partition_prefix || to_char(next_year at time zone 'UTC', 'YYYY') || '\_%';
    old record;
begin
    perform pg_advisory_xact_lock(4711);

    if frequency = (
        select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'amenity_booking'::regclass and c.relname like next_year_names
    ) then
        return;
    end if;

    for old in
        select c.oid::regclass as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'amenity_booking'::regclass and c.relname like next_year_names
    loop
        execute format('drop table %s', old.name);
    end loop;

    for n in 0 .. frequency - 1 loop
        execute format(
            'create table %I partition of amenity_booking for values from (%L) to (%L)',
            partition_prefix || to_char((next_year + n * interval_months * interval '1 month') at time zone 'UTC', 'YYYY_MM'),
            next_year + n * interval_months * interval '1 month',
            next_year + (n + 1) * interval_months * interval '1 month'
        );
    end loop;
end
$$;

select manage_partitions('amenity_booking_', 12, 1);
