-- Lets plan read the history that Flyway, or the first apply, has made. Run it as the history's owner.
grant select on public.flyway_schema_history to guard_plan;
