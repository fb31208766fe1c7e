-- A property-management database as it was released: bookings in one plain table.

create table amenity (
    amenity_id text primary key,
    name text not null,
    capacity integer not null check (capacity between 1 and 500),
    opens_at time not null default '07:00',
    is_active boolean not null default true
);

create table resident (
    user_id text primary key,
    full_name varchar(80) not null,
    email varchar(120) not null unique,
    moved_in date
);

create table amenity_booking (
    booking_id text primary key,
    amenity_id text not null references amenity (amenity_id),
    user_id text not null references resident (user_id),
    start_time timestamp without time zone not null,
    end_time timestamp without time zone not null,
    status varchar(20) not null default 'REQUESTED',
    guests integer check (guests is null or guests > 0),
    note text,
    price numeric(10, 2) not null default 0,
    created_at timestamp without time zone not null default now(),
    updated_at timestamp without time zone not null default now(),
    constraint booking_status check (status in ('REQUESTED', 'PENDING', 'APPROVED', 'DECLINED', 'CANCELLED')),
    constraint booking_ends_later check (end_time > start_time)
);

create index amenity_booking_amenity on amenity_booking (amenity_id, start_time);
