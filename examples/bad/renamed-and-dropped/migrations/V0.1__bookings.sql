create table amenity_booking (
    booking_id text primary key,
    amenity_id text not null,
    user_id text not null,
    start_time timestamptz not null,
    end_time timestamptz not null,
    status text not null default 'REQUESTED'
        check (status in ('REQUESTED', 'PENDING', 'APPROVED', 'DECLINED', 'CANCELLED'))
);
