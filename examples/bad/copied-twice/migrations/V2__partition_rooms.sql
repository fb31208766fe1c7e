-- Two copies whose ranges both hold the first day of July.
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
            'create table room_booking_%s partition of room_booking for values from (%L) to (%L)',
            to_char(year_start + n * interval '1 month', 'YYYY_MM'),
            (year_start + n * interval '1 month')::date,
            (year_start + (n + 1) * interval '1 month')::date
        );
    end loop;
end
$$;

alter table room_booking drop constraint room_booking_pkey1;

insert into room_booking (id, room, booked_by, starts_on, note) overriding system value
select id, room, booked_by, starts_on, note from room_booking_plain
 where starts_on <= date_trunc('year', now())::date + interval '6 months';

insert into room_booking (id, room, booked_by, starts_on, note) overriding system value
select id, room, booked_by, starts_on, note from room_booking_plain
 where starts_on >= date_trunc('year', now())::date + interval '6 months';

drop table room_booking_plain;
