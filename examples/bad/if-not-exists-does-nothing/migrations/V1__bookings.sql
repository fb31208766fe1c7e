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

-- Asks for names, never for bounds: where a partition of that name is there, nothing happens.
create function manage_partitions(partition_prefix text, frequency integer, interval_months integer)
returns void
language plpgsql
as $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
begin
    for n in 0 .. 2 * frequency - 1 loop
        begin
            execute format(
                'create table if not exists %I partition of amenity_booking for values from (%L) to (%L)',
                partition_prefix || to_char((year_start + n * interval_months * interval '1 month') at time zone 'UTC', 'YYYY_MM'),
                year_start + n * interval_months * interval '1 month',
                year_start + (n + 1) * interval_months * interval '1 month'
            );
        exception when invalid_object_definition then
            raise notice 'partition % is there already', n;
        end;
    end loop;
end
$$;

select manage_partitions('amenity_booking_', 1, 12);
