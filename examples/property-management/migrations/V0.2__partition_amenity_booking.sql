-- Turns amenity_booking into a table partitioned by start_time, every row kept.

lock table amenity_booking in access exclusive mode;

alter table amenity_booking rename to amenity_booking_plain;
alter table amenity_booking_plain rename constraint amenity_booking_pkey to amenity_booking_plain_pkey;
alter index amenity_booking_amenity rename to amenity_booking_plain_amenity;

create table amenity_booking (
    booking_id text not null,
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
    constraint booking_ends_later check (end_time > start_time),
    primary key (booking_id, start_time)
) partition by range (start_time);

create index amenity_booking_amenity on amenity_booking (amenity_id, start_time);

-- One partition a month, from the first booking (or this year) to the end of next year.
do $$
declare
    first_month timestamp := date_trunc('month', least(
        (select min(plain.start_time) from amenity_booking_plain plain), date_trunc('year', now()::timestamp)
    ));
    end_of_window timestamp := greatest(
        date_trunc('year', now()::timestamp) + interval '2 years',
        (select date_trunc('month', max(plain.start_time)) + interval '1 month' from amenity_booking_plain plain)
    );
    months integer := extract(year from age(end_of_window, first_month)) * 12
        + extract(month from age(end_of_window, first_month));
begin
    for n in 0 .. months - 1 loop
        execute format(
            'create table %I partition of amenity_booking for values from (%L) to (%L)',
            'amenity_booking_' || to_char(first_month + n * interval '1 month', 'YYYY_MM'),
            first_month + n * interval '1 month',
            first_month + (n + 1) * interval '1 month'
        );
    end loop;
end
$$;

insert into amenity_booking (
    booking_id, amenity_id, user_id, start_time, end_time, status, guests, note, price, created_at, updated_at
)
select plain.booking_id, plain.amenity_id, plain.user_id, plain.start_time, plain.end_time, plain.status,
       plain.guests, plain.note, plain.price, plain.created_at, plain.updated_at
  from amenity_booking_plain plain;

-- The old table goes only where each of its rows is in the new one.
do $$
begin
    if (select count(*) from amenity_booking_plain) <> (select count(*) from amenity_booking) then
        raise exception 'amenity_booking does not hold every row of amenity_booking_plain'
            using errcode = 'data_exception';
    end if;
end
$$;

drop table amenity_booking_plain;
