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

-- Right about rows and ranges, but every run drops the empty partitions and makes them again.
create function manage_partitions(partition_prefix text, frequency integer, interval_months integer)
returns void
language plpgsql set timezone = 'UTC'
as $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
    old record;
    has_rows boolean;
    lower_bound timestamptz;
    upper_bound timestamptz;
begin
    lock table amenity_booking in access exclusive mode;
    for old in
        select c.oid::regclass as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'amenity_booking'::regclass
    loop
        execute format('select exists (select from %s)', old.name) into has_rows;
        if not has_rows then
            execute format('drop table %s', old.name);
        end if;
    end loop;
    -- Month by month around what is kept, cut together to the interval where nothing is in the way.
    for n in 0 .. 2 * frequency - 1 loop
        lower_bound := year_start + n * interval_months * interval '1 month';
        upper_bound := year_start + (n + 1) * interval_months * interval '1 month';
        begin
            execute format(
                'create table %I partition of amenity_booking for values from (%L) to (%L)',
                partition_prefix || to_char(lower_bound at time zone 'UTC', 'YYYY_MM'), lower_bound, upper_bound
            );
        exception when invalid_object_definition or duplicate_table then
            for m in 0 .. interval_months - 1 loop
                begin
                    execute format(
                        'create table %I partition of amenity_booking for values from (%L) to (%L)',
                        partition_prefix || to_char((lower_bound + m * interval '1 month') at time zone 'UTC', 'YYYY_MM'),
                        lower_bound + m * interval '1 month', lower_bound + (m + 1) * interval '1 month'
                    );
                exception when invalid_object_definition or duplicate_table then
                    null;
                end;
            end loop;
        end;
    end loop;
end
$$;

select manage_partitions('amenity_booking_', 12, 1);
