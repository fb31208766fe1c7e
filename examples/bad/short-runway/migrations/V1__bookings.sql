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

-- Partitions for the years that were to come when this was written.
create table amenity_booking_2024 partition of amenity_booking for values from ('2024-01-01 00:00+00') to ('2025-01-01 00:00+00');
create table amenity_booking_2025 partition of amenity_booking for values from ('2025-01-01 00:00+00') to ('2026-01-01 00:00+00');
create table amenity_booking_2026 partition of amenity_booking for values from ('2026-01-01 00:00+00') to ('2027-01-01 00:00+00');
