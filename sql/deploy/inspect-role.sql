-- A role that sees all that inspect tells, and reads no other rows.
--
-- Run it once on each database, connected to it, as its owner or a superuser, and again when a default partition was
-- made. Give it its password with \password in psql, which sends no plain text.

do $$
declare
    rest regclass;
    -- Default partitions, and tables that others inherit from: their own rows are counted. All else is in the catalog.
    rests constant oid[] := array(
        select p.partdefid from pg_catalog.pg_partitioned_table p where p.partdefid <> 0
        union
        select h.inhparent
          from pg_catalog.pg_inherits h
          join pg_catalog.pg_class c on c.oid = h.inhrelid
          join pg_catalog.pg_class parent on parent.oid = h.inhparent
         where not c.relispartition and parent.relkind = 'r'
    );
begin
    if not exists (select from pg_catalog.pg_roles r where r.rolname = 'guard_inspect') then
        create role guard_inspect login;
    end if;
    execute format('grant connect on database %I to guard_inspect', current_database());
    foreach rest in array rests loop
        execute format(
            'grant usage on schema %I to guard_inspect',
            (
                select n.nspname
                  from pg_catalog.pg_class c
                  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                 where c.oid = rest
            )
        );
        execute format('grant select on table %s to guard_inspect', rest);
    end loop;
end
$$;
