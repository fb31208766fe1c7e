create table sensor_reading (
    reading_id uuid not null default gen_random_uuid(),
    sensor smallint not null check (sensor between 1 and 400),
    measured_at timestamp without time zone not null,
    celsius numeric(5, 2),
    primary key (reading_id, measured_at)
) partition by range (measured_at);

create index sensor_reading_latest on sensor_reading (sensor, measured_at desc);
