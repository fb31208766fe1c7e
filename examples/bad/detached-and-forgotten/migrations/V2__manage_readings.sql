-- Lays out this year and the next. A partition that is in the way is detached and put aside for the copy that nobody
-- wrote; each step is committed, so that no lock is held for long.
create procedure lay_out_readings(step interval)
language plpgsql
as $$
declare
    window_start timestamp := date_trunc('year', now() at time zone 'UTC');
    window_end timestamp := window_start + interval '2 years';
    lower_bound timestamp := window_start;
    upper_bound timestamp;
    wanted text;
    in_the_way record;
begin
    while lower_bound < window_end loop
        upper_bound := lower_bound + step;
        wanted := format('FOR VALUES FROM (''%s'') TO (''%s'')', lower_bound, upper_bound);

        if not exists (
            select from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'sensor_reading'::regclass and pg_get_expr(c.relpartbound, c.oid) = wanted
        ) then
            for in_the_way in
                select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
                  cross join lateral regexp_match(
                      pg_get_expr(c.relpartbound, c.oid), 'FROM \(''(.+)''\) TO \(''(.+)''\)'
                  ) as bound (at)
                 where i.inhparent = 'sensor_reading'::regclass
                   and bound.at[1]::timestamp < upper_bound
                   and bound.at[2]::timestamp > lower_bound
            loop
                execute format('alter table sensor_reading detach partition %I', in_the_way.name);
                execute format(
                    'alter table %I rename to %I',
                    in_the_way.name,
                    in_the_way.name || '_aside_' || (
                        select count(*) from pg_class c where c.relname like in_the_way.name || '\_aside\_%'
                    )
                );
            end loop;
            execute format(
                'create table %I partition of sensor_reading for values from (%L) to (%L)',
                'sensor_reading_' || to_char(lower_bound, 'YYYY_MM'), lower_bound, upper_bound
            );
            commit;
        end if;

        lower_bound := upper_bound;
    end loop;
end
$$;
