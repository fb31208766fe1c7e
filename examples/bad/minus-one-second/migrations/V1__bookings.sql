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

-- "Until the last second of the month": bounds are half-open, so that second belongs to nobody.
do $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
begin
    perform set_config('timezone', 'UTC', true);
    for n in 0 .. 23 loop
        execute format(
            'create table %I partition of amenity_booking for values from (%L) to (%L)',
            'amenity_booking_' || to_char((year_start + n * interval '1 month') at time zone 'UTC', 'YYYY_MM'),
            year_start + n * interval '1 month',
            year_start + (n + 1) * interval '1 month' - interval '1 second'
        );
    end loop;
end
$$;
