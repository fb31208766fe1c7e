create table room_booking (
    id bigint generated always as identity primary key,
    room text not null,
    booked_by text not null,
    starts_on date not null,
    note varchar(40)
);

