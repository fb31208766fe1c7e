-- Partitions amenity_booking by month.

-- 1. Put the old table aside.
alter table if exists amenity_booking rename to amenity_booking_old;
alter index if exists amenity_booking_pkey rename to amenity_booking_old_pkey;

-- 2. Make it anew, partitioned.
create table if not exists amenity_booking (
    booking_id text not null,
    amenity_id text not null,
    user_id text not null,
    start_time timestamptz not null,
    end_time timestamptz not null,
    status text not null default 'REQUESTED'
        check (status in ('REQUESTED', 'PENDING', 'APPROVED', 'DECLINED', 'CANCELLED')),
    primary key (booking_id, start_time)
) partition by range (start_time);

do $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
begin
    perform set_config('timezone', 'UTC', true);
    for n in 0 .. 23 loop
        execute format(
            'create table if not exists %I partition of amenity_booking for values from (%L) to (%L)',
            'amenity_booking_' || to_char((year_start + n * interval '1 month') at time zone 'UTC', 'YYYY_MM'),
            year_start + n * interval '1 month',
            year_start + (n + 1) * interval '1 month'
        );
    end loop;
end
$$;

-- 3. Clean up.
drop table if exists amenity_booking_old cascade;
