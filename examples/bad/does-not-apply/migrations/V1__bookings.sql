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

create table amenity_booking_this_year partition of amenity_booking
    for values from ('2026-01-01 00:00+00') to ('2027-01-01 00:00+00');
create table amenity_booking_next_year partition of amenity_booking
    for values from ('2027-01-01 00:00+00') to ('2028-01-01 00:00+00');

create index on amenity_booking (amenity_id, start_time);
create index on amenity_booking (resident_id, start_time);
