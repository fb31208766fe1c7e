/** Roles, extensions and ownership that the pending statements count on, and the target does not have. */
import { listedNames } from './names.ts';
import type { SaidMigration } from './planned-statements.ts';
import type { Reading } from './reading.ts';

export interface Lacks {
  /** What a throwaway server has, or is given for the run, and the target has not. */
  readonly drift: readonly string[];
  readonly notes: readonly string[];
}

const MISSING = `
  select array(select role from pg_catalog.unnest($1::text[]) role
                where not exists (select from pg_catalog.pg_roles r where r.rolname = role)) as roles,
         array(select name from pg_catalog.unnest($2::text[]) name
                where not exists (select from pg_catalog.pg_available_extensions e where e.name = name.name)) as extensions`;

const OWNERS = `
  select root.oid as root, pg_catalog.pg_get_userbyid(root.relowner)::text as owner,
         pg_catalog.pg_has_role(root.relowner, 'USAGE') as "isOurs",
         array(select part.oid::regclass::text from pg_catalog.pg_partition_tree(root.oid) tree
                 join pg_catalog.pg_class part on part.oid = tree.relid
                where part.relowner <> root.relowner order by 1) as others
    from pg_catalog.pg_class root where root.oid = any ($1::oid[])`;

interface Owner {
  readonly root: number;
  readonly owner: string;
  readonly isOurs: boolean;
  readonly others: readonly string[];
}

export interface LacksQuestion {
  readonly said: readonly SaidMigration[];
  /** Oids of the tables that are judged, with their names. */
  readonly tables: readonly { readonly oid: number; readonly table: string }[];
  readonly user: string;
}

/** Words that stand for a role and are none. */
const NO_ROLES = new Set(['public', 'current_user', 'current_role', 'session_user']);

export async function readLacks({ client }: Reading, { said, tables, user }: LacksQuestion): Promise<Lacks> {
  const wishes = said.flatMap(({ migration }) => migration.statements.flatMap((one) => one.wishes ?? []));
  const made = new Set(wishes.flatMap((one) => one.makesRoles));
  const roles = [...new Set(wishes.flatMap((one) => one.namesRoles))].filter(
    (role) => !made.has(role) && !NO_ROLES.has(role),
  );
  const extensions = [...new Set(wishes.flatMap((one) => one.extensions))];
  const { rows: missing } = await client.query<{ roles: string[]; extensions: string[] }>(MISSING, [
    roles,
    extensions,
  ]);
  const { rows: owners } = await client.query<Owner>(OWNERS, [tables.map(({ oid }) => oid)]);
  const [lacking] = missing;
  const nameOf = (oid: number): string => tables.find((one) => one.oid === oid)?.table ?? String(oid);
  const foreign = owners.filter(({ isOurs }) => !isOurs);
  return {
    drift: [
      ...(lacking?.roles ?? []).map(
        (role) => `the migrations name the role ${role}, and the target has none of that name`,
      ),
      ...(lacking?.extensions ?? []).map(
        (name) => `the migrations make the extension ${name}, and the target's server does not have it`,
      ),
      ...owners
        .filter(({ others }) => others.length > 0)
        .map(
          ({ root, owner, others }) =>
            `${nameOf(root)} belongs to ${owner}, and ${listedNames(others)} to ${others.length === 1 ? 'another role' : 'other roles'}: only their owners may attach, detach or drop them`,
        ),
    ],
    notes:
      foreign.length === 0
        ? []
        : [
            `${listedNames(foreign.map(({ root }) => nameOf(root)))} ${foreign.length === 1 ? 'belongs' : 'belong'} to a role that ${user} is no member of: apply has to run as a role that is.`,
          ],
  };
}
