/** SQL that lets a replay tell what happened where: event triggers and triggers that note each command with its context. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/connection.ts';
import { OWN_SCHEMA } from '../ledger.ts';

/** Keys and values are compared as texts, which the session's settings would print in their own way. */
export const PINNED =
  "set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex' set row_security = off";

export const TRACE = `${OWN_SCHEMA}.trace`;
export const MARK_FUNCTION = `${OWN_SCHEMA}.trace_mark`;
export const COUNT_FUNCTION = `${OWN_SCHEMA}.count_sought`;

/** Microseconds of counting and noting after which rows are counted less often, and single rows' DML no more. */
const COUNTED_FREELY = 1_000_000;
const NOTED_FREELY = 3_000_000;

/** Kinds of objects that are told when they go; what depends on them inside the server is not. */
const TOLD_KINDS = [
  'index', 'view', 'materialized view', 'sequence', 'function', 'procedure', 'trigger', 'table constraint', 'policy',
  'rule', 'publication relation', 'default value', 'table column', 'type', 'schema',
]; // prettier-ignore

/** Tables, views and their places in hierarchies, as the catalog has them now. */
const RELATIONS = `
  select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
         case when c.relispartition then i.inhparent end as parent,
         pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_inherits i on i.inhrelid = c.oid and c.relispartition
   where c.relkind in ('r', 'p', 'v', 'm') and c.relpersistence <> 't'
     and n.nspname not in ('pg_catalog', 'information_schema', ${quoteLiteral(OWN_SCHEMA)})`;

const TABLES = `
  create table ${TRACE} (
    seq bigint generated always as identity primary key, kind text not null, tag text, context text,
    counts jsonb, objects jsonb not null);
  create sequence ${OWN_SCHEMA}.trace_spent minvalue 0 start 0;
  create sequence ${OWN_SCHEMA}.trace_last_cost minvalue 0 start 0;
  create sequence ${OWN_SCHEMA}.trace_counted_at minvalue 0 start 0;
  create table ${OWN_SCHEMA}.trace_known as ${RELATIONS};
  grant usage on schema ${OWN_SCHEMA} to public;`;

/** What came, went and moved since the last time it was asked. */
const CHANGES = `
  create function ${OWN_SCHEMA}.trace_changes() returns jsonb language plpgsql security definer ${PINNED} as $trace$
  declare
    changes jsonb;
  begin
    select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('event', event.name, 'object', event.object, 'bound', event.bound)), '[]')
      into changes
      from ${OWN_SCHEMA}.trace_known k
      full join (${RELATIONS}) r on r.oid = k.oid
     cross join lateral (values
       ('detached', k.name, k.bound, k.parent is not null and r.oid is not null and r.parent is distinct from k.parent),
       ('dropped', k.name, k.bound, r.oid is null),
       ('altered', k.name, k.bound, k.name <> r.name),
       ('made', r.name, r.bound, k.oid is null),
       ('altered', r.name, r.bound, k.name <> r.name),
       ('attached', r.name, r.bound, r.parent is not null and r.parent is distinct from k.parent)
     ) event(name, object, bound, happened)
     where event.happened;
    if changes <> '[]' then
      delete from ${OWN_SCHEMA}.trace_known;
      insert into ${OWN_SCHEMA}.trace_known ${RELATIONS};
    end if;
    return changes;
  end
  $trace$;`;

/** Counting takes as long as it takes: after a while it is done as often only as leaves half of the time to the rest. */
const NOTE = `
  create function ${OWN_SCHEMA}.trace_note(kind text, tag text, context text, objects jsonb, always boolean)
  returns void language plpgsql security definer ${PINNED} as $trace$
  declare
    started bigint := pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()) * 1000000;
    ended bigint;
    counts jsonb;
    spent bigint := (select s.last_value from ${OWN_SCHEMA}.trace_spent s);
  begin
    if spent > ${NOTED_FREELY} and kind = 'dml' and context = (select t.context from ${TRACE} t order by t.seq desc limit 1)
       and started - (select s.last_value from ${OWN_SCHEMA}.trace_counted_at s) < (select s.last_value from ${OWN_SCHEMA}.trace_last_cost s) then
      return;
    end if;
    if kind in ('end', 'mark', 'reset') then
      objects := objects || ${OWN_SCHEMA}.trace_changes();
    end if;
    if kind <> 'drop' and (always or spent < ${COUNTED_FREELY}
       or started - (select s.last_value from ${OWN_SCHEMA}.trace_counted_at s) >= (select s.last_value from ${OWN_SCHEMA}.trace_last_cost s)) then
      counts := ${COUNT_FUNCTION}();
    end if;
    insert into ${TRACE} (kind, tag, context, counts, objects) values (kind, tag, context, counts, objects);
    ended := pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()) * 1000000;
    perform pg_catalog.setval('${OWN_SCHEMA}.trace_spent', spent + ended - started);
    if counts is not null then
      perform pg_catalog.setval('${OWN_SCHEMA}.trace_counted_at', ended), pg_catalog.setval('${OWN_SCHEMA}.trace_last_cost', greatest(ended - started, 1));
    end if;
  end
  $trace$;
  revoke all on function ${OWN_SCHEMA}.trace_note(text, text, text, jsonb, boolean) from public;

  create function ${MARK_FUNCTION}(kind text) returns bigint language plpgsql security definer ${PINNED} as $trace$
  begin
    perform ${OWN_SCHEMA}.trace_note(kind, null, null, '[]', true);
    return (select pg_catalog.max(t.seq) from ${TRACE} t);
  end
  $trace$;`;

const ddlFunction = (observer: string): string => `
  create function ${OWN_SCHEMA}.trace_ddl() returns event_trigger language plpgsql security definer ${PINNED} as $trace$
  declare
    context text;
    objects jsonb := '[]';
    wanted text[];
  begin
    get diagnostics context = pg_context;
    if session_user = ${quoteLiteral(observer)} then
      return;
    end if;
    if tg_event = 'sql_drop' then
      select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('event', 'dropped', 'object', d.object_identity)), '[]')
        into objects
        from pg_catalog.pg_event_trigger_dropped_objects() d
       where not d.is_temporary and d.object_type = any (${quoteLiteral(`{${TOLD_KINDS.map((kind) => `"${kind}"`).join(',')}}`)}::text[]);
    elsif tg_event = 'ddl_command_end' then
      select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
               'event', case when c.command_tag like 'CREATE%' then 'made' else 'altered' end, 'object', c.object_identity)), '[]')
        into objects
        from pg_catalog.pg_event_trigger_ddl_commands() c
       where c.object_identity is not null
         and not (c.object_type in ('table', 'view', 'materialized view') and c.command_tag like 'CREATE%');
      if tg_tag = 'CREATE TABLE' and not exists (select from pg_catalog.pg_event_trigger_ddl_commands()) then
        wanted := pg_catalog.regexp_match(coalesce(pg_catalog.substring(context, '^[^\\n]*\\n(SQL statement "[^\\n]*)'), pg_catalog.current_query()),
                    'create\\s+(?:\\w+\\s+)?table\\s+if\\s+not\\s+exists\\s+(?:(?:"[^"]+"|[\\w$]+)\\s*\\.\\s*)?(?:"([^"]+)"|([\\w$]+))', 'i');
        select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('event', 'left', 'object', k.name)), '[]') into objects
          from ${OWN_SCHEMA}.trace_known k join pg_catalog.pg_class c on c.oid = k.oid
         where c.relname = coalesce(wanted[1], pg_catalog.lower(wanted[2]));
      end if;
    end if;
    perform ${OWN_SCHEMA}.trace_note(case tg_event when 'ddl_command_start' then 'start' when 'sql_drop' then 'drop' else 'end' end,
                                     tg_tag, context, objects, false);
  end
  $trace$;`;

const dmlFunction = (observer: string): string => `
  create function ${OWN_SCHEMA}.trace_dml() returns trigger language plpgsql security definer ${PINNED} as $trace$
  declare
    context text;
  begin
    get diagnostics context = pg_context;
    if session_user <> ${quoteLiteral(observer)} then
      perform ${OWN_SCHEMA}.trace_note('dml', tg_op, context, '[]', false);
    end if;
    return null;
  end
  $trace$;`;

/**
 * Run by the observer. What the migrations' session reaches of it are the functions that end in its own rows: their
 * rights are the observer's, who may read every table and change none of the migrations' objects.
 * @param observer the name of its role, whose own statements are not noted.
 */
export const traceObjects = (observer: string): string =>
  [TABLES, CHANGES, NOTE, ddlFunction(observer), dmlFunction(observer)].join('\n');

/** Gives a table its trigger, and marks it as the server's own, so that what copies or counts triggers passes it over. */
const ADD_TRIGGER = `
  execute pg_catalog.format(
    'create trigger partition_guard_trace after insert or update or delete or truncate on %s for each statement execute function ${OWN_SCHEMA}.trace_dml()',
    target.oid::pg_catalog.regclass);
  update pg_catalog.pg_trigger set tgisinternal = true
   where tgrelid = target.oid and tgname = 'partition_guard_trace';`;

/**
 * Run by the administrator. It calls nothing of the migrations' or of the observer's, whom up to version 15 the
 * migrations' role may become: in the one function with a superuser's rights no event trigger fires.
 */
export const DML_TRACE = `
  do $trace$
  declare
    target record;
  begin
    for target in
      select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and c.relpersistence <> 't'
         and n.nspname not in ('pg_catalog', 'information_schema', ${quoteLiteral(OWN_SCHEMA)})
    loop ${ADD_TRIGGER}
    end loop;
  end
  $trace$;
  create function ${OWN_SCHEMA}.trace_new_tables() returns event_trigger language plpgsql security definer
  set search_path = 'pg_catalog', 'pg_temp' set session_replication_role = 'replica' as $trace$
  declare
    target record;
  begin
    for target in
      select c.oid from pg_catalog.pg_event_trigger_ddl_commands() d
        join pg_catalog.pg_class c on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.objid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', ${quoteLiteral(OWN_SCHEMA)})
         and not exists (select from pg_catalog.pg_trigger t where t.tgrelid = c.oid and t.tgname = 'partition_guard_trace')
    loop ${ADD_TRIGGER}
    end loop;
  end
  $trace$;
  create event trigger partition_guard_new_tables on ddl_command_end
    when tag in ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO') execute function ${OWN_SCHEMA}.trace_new_tables();`;

/** Run by the administrator: only a superuser may make event triggers. @param events on which commands are noted. */
export const ddlTrace = (events: readonly ('ddl_command_start' | 'ddl_command_end' | 'sql_drop')[]): string =>
  events
    .map(
      (event) =>
        `create event trigger ${quoteIdentifier(`partition_guard_trace_${event}`)} on ${event} execute function ${OWN_SCHEMA}.trace_ddl();`,
    )
    .join('\n');
