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

-- Clears the way for the new interval by dropping what lies in the future, bookings or not.
create function manage_partitions(partition_prefix text, frequency integer, interval_months integer)
returns void
language plpgsql
as $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
    next_year timestamptz := year_start + interval '1 year';
    old record;
begin
    perform pg_advisory_xact_lock(4711);
    for old in
        select c.oid::regclass as name
          from pg_inherits i
          join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'amenity_booking'::regclass
           and c.relname >= partition_prefix || to_char(next_year at time zone 'UTC', 'YYYY_MM')
    loop
        execute format('drop table %s', old.name);
    end loop;
    for n in 0 .. 2 * frequency - 1 loop
        if year_start + n * interval_months * interval '1 month' >= next_year
           or not exists (select from pg_inherits i where i.inhparent = 'amenity_booking'::regclass) then
            execute format(
                'create table if not exists %I partition of amenity_booking for values from (%L) to (%L)',
                partition_prefix || to_char((year_start + n * interval_months * interval '1 month') at time zone 'UTC', 'YYYY_MM'),
                year_start + n * interval_months * interval '1 month',
                year_start + (n + 1) * interval_months * interval '1 month'
            );
        end if;
    end loop;
end
$$;

do $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
begin
    execute format(
        'create table amenity_booking_%s partition of amenity_booking for values from (%L) to (%L)',
        to_char(year_start at time zone 'UTC', 'YYYY_MM'), year_start, year_start + interval '1 year'
    );
end
$$;

select manage_partitions('amenity_booking_', 12, 1);
