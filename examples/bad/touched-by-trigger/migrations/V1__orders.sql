create table "order" (
    order_id integer primary key,
    customer_id integer not null,
    ordered_at timestamptz not null,
    amount numeric(12, 2) not null,
    changed_at timestamptz not null default now()
);

create function note_change()
returns trigger
language plpgsql
as $$
begin
    new.changed_at := now();
    return new;
end
$$;

create trigger order_note_change before update on "order" for each row execute function note_change();
