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

-- A name for each interval (2027, 2027q1, 2027_01), so that "if not exists" finds what is there already. It does not
-- find the partitions of another interval: the change stops on them, and the lock outlives the error.
create function manage_partitions(partition_prefix text, frequency integer, interval_months integer)
returns void
language plpgsql set timezone = 'UTC'
as $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
    name_format text := case interval_months when 12 then 'YYYY' when 3 then 'YYYY"q"Q' else 'YYYY_MM' end;
begin
    perform pg_advisory_lock(4711);
    for n in 0 .. 2 * frequency - 1 loop
        execute format(
            'create table if not exists %I partition of amenity_booking for values from (%L) to (%L)',
            partition_prefix || to_char((year_start + n * interval_months * interval '1 month') at time zone 'UTC', name_format),
            year_start + n * interval_months * interval '1 month',
            year_start + (n + 1) * interval_months * interval '1 month'
        );
    end loop;
    perform pg_advisory_unlock(4711);
end
$$;

select manage_partitions('amenity_booking_', 4, 3);
