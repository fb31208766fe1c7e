/** What a partition has that its table's other partitions don't: who may see its rows, and what no archive can hold. */
import type { Client } from 'pg';
import type { OwnProperties } from './archive-head.ts';

const SEEN_BY = `
  select c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forceRowSecurity",
         pg_catalog.obj_description(c.oid, 'pg_class') as comment
    from pg_catalog.pg_class c where c.oid = $1`;

/** Role 0 is everybody. */
const POLICIES = `
  select p.polname::text as name, p.polpermissive as "isPermissive", p.polcmd::text as command,
         coalesce((select pg_catalog.array_agg(r.rolname::text order by r.rolname)
                     from pg_catalog.pg_roles r where r.oid = any (p.polroles)), '{}') as roles,
         0 = any (p.polroles) as "isForAll",
         pg_catalog.pg_get_expr(p.polqual, p.polrelid) as "using",
         pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as "check"
    from pg_catalog.pg_policy p where p.polrelid = $1 order by p.polname`;

/** Rights on the table and on columns of it, but for its owner's. */
const GRANTS = `
  select r.rolname::text as role, g.privilege_type as privilege, g.is_grantable as "isGrantable", g.column
    from pg_catalog.pg_class c
   cross join lateral (
         select acl.grantee, acl.privilege_type, acl.is_grantable, null::text as column
           from pg_catalog.aclexplode(c.relacl) acl
          union
         select acl.grantee, acl.privilege_type, acl.is_grantable, a.attname::text
           from pg_catalog.pg_attribute a cross join lateral pg_catalog.aclexplode(a.attacl) acl
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   ) g
    left join pg_catalog.pg_roles r on r.oid = g.grantee
   where c.oid = $1 and g.grantee <> c.relowner and (g.grantee = 0 or r.oid is not null)
   order by r.rolname nulls first, g.column nulls first, g.privilege_type`;

/** Only what it did not get from its table. */
const LEFT = `
  select told from (
    select 1 as place, 'index ' || x.relname as told
      from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid = i.indexrelid
     where i.indrelid = $1 and not exists (select from pg_catalog.pg_inherits h where h.inhrelid = i.indexrelid)
    union all
    select 2, case k.contype when 'c' then 'check ' when 'f' then 'foreign key ' else 'constraint ' end || k.conname
      from pg_catalog.pg_constraint k
     where k.conrelid = $1 and k.contype in ('c', 'f', 'n') and k.coninhcount = 0 and k.conparentid = 0
       and (k.contype <> 'n' or not exists (
            select from pg_catalog.pg_inherits h
              join pg_catalog.pg_attribute own on own.attrelid = $1 and own.attnum = k.conkey[1]
              join pg_catalog.pg_attribute a on a.attrelid = h.inhparent and a.attname = own.attname
             where h.inhrelid = $1 and a.attnotnull))
    union all
    select 3, 'not null of ' || own.attname
      from pg_catalog.pg_attribute own
      join pg_catalog.pg_inherits h on h.inhrelid = own.attrelid
      join pg_catalog.pg_attribute a on a.attrelid = h.inhparent and a.attname = own.attname
     where own.attrelid = $1 and own.attnum > 0 and own.attnotnull and not a.attnotnull
       and pg_catalog.current_setting('server_version_num')::integer < 180000
    union all
    select 4, 'default of ' || own.attname
      from pg_catalog.pg_attribute own
      join pg_catalog.pg_inherits h on h.inhrelid = own.attrelid
      join pg_catalog.pg_attribute a on a.attrelid = h.inhparent and a.attname = own.attname
      left join pg_catalog.pg_attrdef d on d.adrelid = own.attrelid and d.adnum = own.attnum
      left join pg_catalog.pg_attrdef p on p.adrelid = a.attrelid and p.adnum = a.attnum
     where own.attrelid = $1 and own.attnum > 0
       and pg_catalog.pg_get_expr(d.adbin, d.adrelid) is distinct from pg_catalog.pg_get_expr(p.adbin, p.adrelid)
    union all
    select 5, 'trigger ' || g.tgname from pg_catalog.pg_trigger g
     where g.tgrelid = $1 and not g.tgisinternal and g.tgparentid = 0
    union all
    select 6, 'rule ' || r.rulename from pg_catalog.pg_rewrite r where r.ev_class = $1
    union all
    select 7, 'statistics ' || s.stxname from pg_catalog.pg_statistic_ext s where s.stxrelid = $1
    union all
    select 8, 'publication ' || b.pubname
      from pg_catalog.pg_publication_rel m join pg_catalog.pg_publication b on b.oid = m.prpubid where m.prrelid = $1
    union all
    select 9, 'storage parameter ' || o from pg_catalog.pg_class c cross join pg_catalog.unnest(c.reloptions) o where c.oid = $1
    union all
    select 10, 'replica identity' from pg_catalog.pg_class c where c.oid = $1 and c.relreplident <> 'd'
    union all
    select 11, 'unlogged' from pg_catalog.pg_class c where c.oid = $1 and c.relpersistence = 'u'
    union all
    select 12, 'tablespace ' || s.spcname
      from pg_catalog.pg_class c join pg_catalog.pg_tablespace s on s.oid = c.reltablespace where c.oid = $1
    union all
    select 13, 'comment of column ' || a.attname
      from pg_catalog.pg_attribute a
     where a.attrelid = $1 and a.attnum > 0 and pg_catalog.col_description(a.attrelid, a.attnum) is not null
  ) own order by place, told collate "C"`;

type Policy = OwnProperties['policies'][number];
type Grant = OwnProperties['grants'][number];

/** @param client in a session with pinned settings: expressions are printed with their schemas then. */
export async function readOwnProperties(client: Client, oid: number): Promise<OwnProperties> {
  const seen = await client.query<{
    rowSecurity: boolean;
    forceRowSecurity: boolean;
    comment: string | null;
  }>(SEEN_BY, [oid]);
  const policies = await client.query<Policy>(POLICIES, [oid]);
  const grants = await client.query<Grant>(GRANTS, [oid]);
  const left = await client.query<{ told: string }>(LEFT, [oid]);
  const { rowSecurity = false, forceRowSecurity = false, comment = null } = seen.rows[0] ?? {};
  return {
    rowSecurity,
    forceRowSecurity,
    comment,
    policies: policies.rows,
    grants: grants.rows,
    left: left.rows.map(({ told }) => told),
  };
}

/** Whether two are the same, whatever the order of what is written of them. */
export const sameProperties = (a: OwnProperties, b: OwnProperties): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

const inOrder = ({
  rowSecurity,
  forceRowSecurity,
  comment,
  policies,
  grants,
  left,
}: OwnProperties): unknown[] => [
  rowSecurity,
  forceRowSecurity,
  comment,
  policies.map((p) => [p.name, p.isPermissive, p.command, p.roles, p.isForAll, p.using, p.check]),
  grants.map((g) => [g.role, g.privilege, g.isGrantable, g.column]),
  left,
];

/** What a restore does not bring back, in words; undefined where it brings back all. */
export const leftBehind = ({ left }: OwnProperties): string | undefined =>
  left.length === 0 ? undefined : `of its own, and not in the archive: ${left.join(', ')}`;
