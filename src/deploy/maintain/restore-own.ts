/** Gives a restored partition what it had of its own, so that nobody reads of it what he could not read before. */
import type pg from 'pg';
import { quoteIdentifier, quoteLiteral } from '../../postgres/connection.ts';
import type { ArchiveHead, OwnProperties } from '../archive/archive-head.ts';
import { leftBehind } from '../archive/own-properties.ts';
import { sqlName } from '../archive/partition-facts.ts';

const GRANTEES = `
  select distinct acl.grantee, r.rolname::text as role
    from pg_catalog.pg_class c
   cross join lateral pg_catalog.aclexplode(c.relacl) acl
    left join pg_catalog.pg_roles r on r.oid = acl.grantee
   where c.oid = $1::text::pg_catalog.regclass and acl.grantee <> c.relowner`;

/** What default privileges gave a table that was made just now: it is another's rows that it is going to hold. */
export async function revokeDefaults(session: pg.Client, relation: string): Promise<void> {
  const { rows } = await session.query<{ role: string | null }>(GRANTEES, [relation]);
  for (const { role } of rows) await session.query(`revoke all on table ${relation} from ${grantee(role)}`);
}

const grantee = (role: string | null): string => (role === null ? 'public' : quoteIdentifier(role));

/**
 * @param session its transaction has made the table, and owns it.
 * @param isProven whether the file is, byte for byte, the one that the target recorded: of another one, what it says of
 * policies and grants is not made SQL of.
 * @returns what did not come back, a line each.
 */
export async function restoreOwn(
  session: pg.Client,
  { own, partition }: ArchiveHead,
  isProven: boolean,
): Promise<string[]> {
  const relation = sqlName(partition);
  if (own.rowSecurity) await session.query(`alter table ${relation} enable row level security`);
  if (own.forceRowSecurity) await session.query(`alter table ${relation} force row level security`);
  if (own.comment !== null) {
    await session.query(`comment on table ${relation} is ${quoteLiteral(own.comment)}`);
  }
  const told = isProven ? await restoreRights(session, relation, own) : withoutRights(own);
  const left = leftBehind(own);
  return left === undefined ? told : [...told, left];
}

/** Fewer may read it then, never more. */
function withoutRights({ policies, grants }: OwnProperties): string[] {
  const names = [
    ...policies.map(({ name }) => `policy ${name}`),
    ...[...new Set(grants.map(({ role }) => `grants to ${role ?? 'everybody'}`))],
  ];
  return names.length === 0
    ? []
    : [
        `not brought back, since this is not the very file that the target recorded last: ${names.join(', ')}`,
      ];
}

async function restoreRights(
  session: pg.Client,
  relation: string,
  { policies, grants }: OwnProperties,
): Promise<string[]> {
  const wanted = [...policies.flatMap(({ roles }) => roles), ...grants.flatMap(({ role }) => role ?? [])];
  const { rows } = await session.query<{ role: string }>(
    'select r.rolname::text as role from pg_catalog.pg_roles r where r.rolname = any ($1)',
    [wanted],
  );
  const there = new Set(rows.map(({ role }) => role));
  for (const policy of policies) {
    const roles = [
      ...(policy.isForAll ? ['public'] : []),
      ...policy.roles.filter((role) => there.has(role)).map(quoteIdentifier),
    ];
    if (roles.length > 0) await session.query(policySql(relation, policy, roles));
  }
  for (const grant of grants) {
    if (grant.role === null || there.has(grant.role)) await session.query(grantSql(relation, grant));
  }
  const gone = [...new Set(wanted.filter((role) => !there.has(role)))];
  return gone.length === 0 ? [] : [`what it allowed roles that are gone: ${gone.join(', ')}`];
}

const COMMANDS: Readonly<Record<OwnProperties['policies'][number]['command'], string>> = {
  r: 'select',
  a: 'insert',
  w: 'update',
  d: 'delete',
  '*': 'all',
};

const policySql = (
  relation: string,
  { name, isPermissive, command, using, check }: OwnProperties['policies'][number],
  roles: readonly string[],
): string =>
  [
    `create policy ${quoteIdentifier(name)} on ${relation} as ${isPermissive ? 'permissive' : 'restrictive'}`,
    `for ${COMMANDS[command]} to ${roles.join(', ')}`,
    ...(using === null ? [] : [`using (${using})`]),
    ...(check === null ? [] : [`with check (${check})`]),
  ].join(' ');

const grantSql = (
  relation: string,
  { role, privilege, isGrantable, column }: OwnProperties['grants'][number],
): string =>
  `grant ${privilege}${column === null ? '' : ` (${quoteIdentifier(column)})`} on table ${relation} to ${grantee(role)}${isGrantable ? ' with grant option' : ''}`;
