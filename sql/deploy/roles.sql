-- Roles with the least that plan, apply, maintain, archive and restore need, each with a password of its own.
--
-- Run it once on each target, connected to its database, as a superuser or as a role that may create roles and owns the
-- database and the tables. The names are yours: bookings_owner owns the tables, public is the schema they are in.
-- Give the three that log in their passwords with \password in psql, which sends no plain text.

-- Owns what migrations make. Nobody logs in as it.
create role bookings_owner nologin;
create role guard_plan login;
create role guard_apply login;
create role guard_maintain login;

-- Both work as the owner, so that every table and partition belongs to one role, whoever made it.
grant bookings_owner to guard_apply, guard_maintain;
alter role guard_apply set role to bookings_owner;
alter role guard_maintain set role to bookings_owner;

-- Everybody has these unless somebody took them away.
do $$
begin
    execute format('grant connect on database %I to guard_plan, guard_apply, guard_maintain', current_database());
    execute format('grant temporary on database %I to bookings_owner', current_database());
end
$$;

-- New tables and partitions; the history that Flyway shares.
grant usage, create on schema public to bookings_owner;
grant usage on schema public to guard_plan;

-- The audit trail. Made here, nobody needs CREATE on the database.
create schema partition_guard authorization bookings_owner;
grant usage on schema partition_guard to guard_plan;
alter default privileges for role bookings_owner in schema partition_guard grant select on tables to guard_plan;

-- Who else is at work: a long transaction of somebody else is seen with this alone.
grant pg_read_all_stats to guard_plan, bookings_owner;
