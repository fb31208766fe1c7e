create table visit (
    visit_id bigint primary key,
    patient_id bigint not null,
    arrived_at timestamp without time zone not null,
    left_at timestamp without time zone,
    reason text
);

create index visit_patient on visit (patient_id, arrived_at);
