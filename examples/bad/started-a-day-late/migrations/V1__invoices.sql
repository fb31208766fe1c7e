create table invoice (
    invoice_no integer not null,
    issued_on date not null,
    customer text not null,
    total_cents bigint not null check (total_cents >= 0),
    primary key (invoice_no, issued_on)
);
