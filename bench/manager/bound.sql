-- The least that a change from monthly to quarterly can cost by hand, one quarter after the other.
--   online: rows are copied and indexed while bookings go on, changes are logged by trigger, and the writers stand
--           still only while the logged rows are brought up to date and the partitions swapped.
--   locked: the writers stand still from the copy's beginning to the swap.
-- It knows this one table, checks nothing and can't be resumed.

create unlogged table bound_change (
    booking_id bigint,
    start_time timestamptz
);

create function bound_log_change()
returns trigger
language plpgsql
as $function$
begin
    if tg_op <> 'INSERT' then
        insert into bound_change values (old.booking_id, old.start_time);
    end if;

    if tg_op <> 'DELETE' then
        insert into bound_change values (new.booking_id, new.start_time);
    end if;

    return null;
end
$function$;

create procedure bound_to_quarters(first_quarter timestamptz, quarters integer, is_online boolean)
language plpgsql
as $procedure$
declare
    -- the quarter at hand, and the months that make it up
    lower_bound timestamptz;
    upper_bound timestamptz;
    quarter text;
    months regclass[];
    month regclass;
begin
    for i in 0 .. quarters - 1 loop
        lower_bound := first_quarter + make_interval(months => 3 * i);
        upper_bound := first_quarter + make_interval(months => 3 * i + 3);
        quarter := to_char(lower_bound, '"amenity_booking_q"YYYY_MM');

        select array_agg(c.oid::regclass order by c.oid)
          into months
          from pg_inherits h
          join pg_class c on c.oid = h.inhrelid
         cross join regexp_matches(
                        pg_get_expr(c.relpartbound, c.oid),
                        $pattern$FROM \('(.+)'\) TO \('(.+)'\)$pattern$
                    ) as b (ends)
         where h.inhparent = 'amenity_booking'::regclass
           and b.ends[1]::timestamptz >= lower_bound
           and b.ends[2]::timestamptz <= upper_bound;

        if is_online then
            truncate bound_change;
            commit;
            foreach month in array months loop
                execute format(
                    'create trigger bound_log after insert or update or delete on %s
                     for each row execute function bound_log_change()',
                    month
                );
                commit;
            end loop;
        else
            lock table only amenity_booking in share row exclusive mode;
        end if;

        execute format(
            'create table %I (
                like amenity_booking including defaults including storage,
                check (start_time is not null and start_time >= %L and start_time < %L)
             )',
            quarter, lower_bound, upper_bound
        );
        execute (
            select format('insert into %I %s', quarter,
                          string_agg(format('select * from only %s', m), ' union all ' order by m))
              from unnest(months) as m
        );
        execute format('alter table %I add primary key (booking_id, start_time)', quarter);
        execute format('create index on %I (amenity_id, start_time)', quarter);

        if is_online then
            commit;
            lock table only amenity_booking in access exclusive mode;
            execute format(
                'delete from %I q
                  using (select distinct booking_id, start_time from bound_change) c
                  where (q.booking_id, q.start_time) = (c.booking_id, c.start_time)',
                quarter
            );
            execute format(
                'insert into %I
                 select b.*
                   from (select distinct booking_id, start_time from bound_change) c
                   join amenity_booking b using (booking_id, start_time)
                  where b.start_time >= %L and b.start_time < %L',
                quarter, lower_bound, upper_bound
            );
        end if;

        foreach month in array months loop
            execute format('alter table amenity_booking detach partition %s', month);
        end loop;

        execute format(
            'alter table amenity_booking attach partition %I for values from (%L) to (%L)',
            quarter, lower_bound, upper_bound
        );

        foreach month in array months loop
            execute format('drop table %s', month);
        end loop;

        commit;
    end loop;
end
$procedure$;
