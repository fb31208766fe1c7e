-- The customary script.

create extension if not exists plpgsql;

-- put the old table aside
alter table if exists amenity_booking rename to amenity_booking_old;

create table amenity_booking (
    booking_id text not null,
    amenity_id text not null,
    start_time timestamptz not null,
    end_time timestamptz not null,
    status text check (status in ('REQUESTED', 'PENDING', 'APPROVED', 'DECLINED', 'CANCELLED')),
    primary key (booking_id, start_time)
) partition by range (start_time);

do $$
begin
    for n in 0 .. 23 loop
        execute format(
            'create table if not exists amenity_booking_%s partition of amenity_booking for values from (%L) to (%L)',
            to_char(date_trunc('year', now()) + n * interval '1 month', 'YYYY_MM'),
            date_trunc('year', now()) + n * interval '1 month',
            date_trunc('year', now()) + (n + 1) * interval '1 month'
        );
    end loop;
end
$$;

drop table if exists amenity_booking_old cascade;
