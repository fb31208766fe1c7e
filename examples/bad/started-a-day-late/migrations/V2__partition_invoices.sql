-- No row is moved: the old table becomes the partition of all that was before 2026. Of the new partitions the first
-- begins on the second of January, as if the day before were part of the old one: an upper bound is exclusive.
alter table invoice rename to invoice_until_2025;
alter index invoice_pkey rename to invoice_until_2025_pkey;

create table invoice (like invoice_until_2025 including defaults including constraints) partition by range (issued_on);
alter table invoice add primary key (invoice_no, issued_on);

alter table invoice attach partition invoice_until_2025 for values from ('2019-01-01') to ('2026-01-01');

create table invoice_2026 partition of invoice for values from ('2026-01-02') to ('2027-01-01');
create table invoice_2027 partition of invoice for values from ('2027-01-01') to ('2028-01-01');
