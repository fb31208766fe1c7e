/** What functions, procedures and views of the target say: the part of a plan's digest that notices one that was replaced. */
import type { Json } from '../../domain/canonical-json.ts';
import type { Reading } from './reading.ts';

/**
 * All of them, called or not: a name can be put together at run time, so that none can be known to be out of reach. The
 * server's own and those of extensions go by their versions, temporary ones with their session.
 */
const ROUTINES = `
  select pg_catalog.format('%s %I.%I(%s)', p.prokind, n.nspname, p.proname,
                           pg_catalog.pg_get_function_identity_arguments(p.oid)) as routine,
         pg_catalog.pg_get_userbyid(p.proowner)::text as owner,
         pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
           pg_catalog.pg_get_functiondef(p.oid), pg_catalog.getdatabaseencoding())), 'hex') as body
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
   where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
     and p.prokind <> 'a'
     and not exists (select from pg_catalog.pg_depend d
                      where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid
                        and d.deptype = 'e')`;

/** All of them, as with routines; what is materialized holds rows of its own, and says where they come from. */
const VIEWS = `
  select pg_catalog.format('%s %I.%I', c.relkind, n.nspname, c.relname) as view,
         pg_catalog.pg_get_userbyid(c.relowner)::text as owner,
         c.reloptions::text as options,
         pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
           pg_catalog.pg_get_viewdef(c.oid), pg_catalog.getdatabaseencoding())), 'hex') as body
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('v', 'm')
     and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
     and not exists (select from pg_catalog.pg_depend d
                      where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
                        and d.deptype = 'e')`;

const EVENT_TRIGGERS = `
  select e.evtname::text as name, e.evtevent::text as event, e.evtenabled::text as enabled, e.evttags as tags,
         e.evtfoid::pg_catalog.regprocedure::text as routine
    from pg_catalog.pg_event_trigger e`;

/** Plain values, in any order, for a digest alone. */
export async function readRoutines({ client }: Reading): Promise<Json[]> {
  const { rows: routines } = await client.query<Readonly<Record<string, string>>>(ROUTINES);
  const { rows: views } = await client.query<Readonly<Record<string, Json>>>(VIEWS);
  const { rows: triggers } = await client.query<Readonly<Record<string, Json>>>(EVENT_TRIGGERS);
  return [...routines, ...views, ...triggers];
}
