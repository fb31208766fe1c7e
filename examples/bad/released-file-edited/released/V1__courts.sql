-- Court reservations, one partition a year.
create table court_reservation (
    reservation_no bigint generated always as identity,
    court_code varchar(12) not null,
    member_no integer not null,
    play_date date not null,
    paid boolean not null default false,
    primary key (reservation_no, play_date)
) partition by range (play_date);

create table court_reservation_2026 partition of court_reservation for values from ('2026-01-01') to ('2027-01-01');
create table court_reservation_2027 partition of court_reservation for values from ('2027-01-01') to ('2028-01-01');
