create table parcel (
    tracking_no varchar(30) not null,
    handed_in_on date not null,
    weight_grams integer not null,
    delivered_on date,
    primary key (tracking_no, handed_in_on)
) partition by range (handed_in_on);

-- Adds what is missing up to the end of next year. Rightly gives up after two seconds of waiting for a lock, and
-- wrongly leaves that to whatever the pooled connection serves next.
create procedure premake_parcels()
language plpgsql
as $$
declare
    first_day date := date_trunc('year', now() at time zone 'UTC');
begin
    perform set_config('lock_timeout', '2s', false);
    for n in 0 .. 23 loop
        execute format(
            'create table if not exists %I partition of parcel for values from (%L) to (%L)',
            'parcel_' || to_char(first_day + n * interval '1 month', 'YYYY_MM'),
            (first_day + n * interval '1 month')::date,
            (first_day + (n + 1) * interval '1 month')::date
        );
        commit;
    end loop;
end
$$;
