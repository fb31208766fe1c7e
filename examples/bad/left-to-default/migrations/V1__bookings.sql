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

-- A default partition, and a change that drops the next year's partitions without making new ones.
create table amenity_booking_default partition of amenity_booking default;

create function manage_partitions(partition_prefix text, frequency integer, interval_months integer)
returns void
language plpgsql
as $$
declare
    year_start timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
    old record;
begin
    for old in
        select c.oid::regclass as name
          from pg_inherits i
          join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'amenity_booking'::regclass
           and c.relname <> 'amenity_booking_default'
    loop
        execute format('create temp table moved on commit drop as select * from %s', old.name);
        execute format('drop table %s', old.name);
        insert into amenity_booking select * from moved;
        drop table moved;
    end loop;
    for n in 0 .. 2 * frequency - 1 loop
        begin
            execute format(
                'create table %I partition of amenity_booking for values from (%L) to (%L)',
                partition_prefix || to_char((year_start + n * interval_months * interval '1 month') at time zone 'UTC', 'YYYY_MM'),
                year_start + n * interval_months * interval '1 month',
                year_start + (n + 1) * interval_months * interval '1 month'
            );
        exception when check_violation then
            raise notice 'the default partition holds rows of partition %', n;
        end;
    end loop;
end
$$;

select manage_partitions('amenity_booking_', 12, 1);
