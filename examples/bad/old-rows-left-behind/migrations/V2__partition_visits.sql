-- Copy and swap: a new table beside the old one, a copy, two renames. The copy begins with the first partition, and
-- what is older stays in the table that is dropped.
create table visit_new (
    visit_id bigint not null,
    patient_id bigint not null,
    arrived_at timestamp without time zone not null,
    left_at timestamp without time zone,
    reason text,
    primary key (visit_id, arrived_at)
) partition by range (arrived_at);

create table visit_2025_h1 partition of visit_new for values from ('2025-01-01') to ('2025-07-01');
create table visit_2025_h2 partition of visit_new for values from ('2025-07-01') to ('2026-01-01');
create table visit_2026_h1 partition of visit_new for values from ('2026-01-01') to ('2026-07-01');
create table visit_2026_h2 partition of visit_new for values from ('2026-07-01') to ('2027-01-01');
create table visit_2027_h1 partition of visit_new for values from ('2027-01-01') to ('2027-07-01');

insert into visit_new (visit_id, patient_id, arrived_at, left_at, reason)
select visit_id, patient_id, arrived_at, left_at, reason
  from visit
 where arrived_at >= '2025-01-01';

create index visit_new_patient on visit_new (patient_id, arrived_at);

alter table visit rename to visit_old;
alter table visit_new rename to visit;
drop table visit_old;
alter index visit_new_pkey rename to visit_pkey;
alter index visit_new_patient rename to visit_patient;
