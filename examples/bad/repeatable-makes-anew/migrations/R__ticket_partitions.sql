-- Run at each release. Makes the partitions of this year and the next: those without rows are dropped and made
-- anew each time.
do $$
declare
    month timestamptz := date_trunc('year', now() at time zone 'UTC') at time zone 'UTC';
    existing regclass;
    has_rows boolean;
begin
    perform set_config('timezone', 'UTC', true);
    lock table support_ticket in access exclusive mode;
    for n in 1 .. 24 loop
        existing := to_regclass('support_ticket_' || to_char(month at time zone 'UTC', 'YYYYMM'));
        has_rows := false;
        if existing is not null then
            execute format('select exists (select from %s)', existing) into has_rows;
            if not has_rows then
                execute format('drop table %s', existing);
            end if;
        end if;
        if not has_rows then
            execute format(
                'create table %I partition of support_ticket for values from (%L) to (%L)',
                'support_ticket_' || to_char(month at time zone 'UTC', 'YYYYMM'), month, month + interval '1 month'
            );
        end if;
        month := month + interval '1 month';
    end loop;
end
$$;
