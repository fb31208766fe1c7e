/** A statement's text as it is sent, where the throwaway server needs it in another form than the real one. */
import type { Statement } from '../migrations/migration.ts';
import type { RunRoles } from './run-roles.ts';

/** @param thereAlready roles that it would make, and that an application in another database of the run made. */
export function fittedText(statement: Statement, roles: RunRoles, thereAlready: readonly string[]): string {
  if (statement.kind === 'VariableSetStmt') return asRole(statement, roles);
  if (statement.kind === 'DoStmt' && thereAlready.length > 0)
    return withoutMaking(statement.text, thereAlready);
  return statement.text;
}

const SESSION_AUTHORIZATION =
  /^(set\s+(?:(local)\s+|session\s+)?session\s+authorization\s+|reset\s+session\s+authorization)/i;

export const setsSessionUser = (statement: Statement): boolean =>
  statement.kind === 'VariableSetStmt' && SESSION_AUTHORIZATION.test(statement.text);

/** Only a superuser may become another session user; who may act as that role has the same rights then. */
function asRole(statement: Statement, roles: RunRoles): string {
  const match = SESSION_AUTHORIZATION.exec(statement.text);
  if (!match) return statement.text;
  const named = statement.wishes?.namesRoles ?? [];
  if (named.length === 0) return 'reset role';
  if (!named.every((role) => roles.given.includes(role) || roles.has(role))) return statement.text;
  return `set ${match[2] === undefined ? '' : 'local '}role ${statement.text.slice(match[0].length)}`;
}

/** Its lines stay where they are. */
function withoutMaking(text: string, roles: readonly string[]): string {
  const names = roles.map(spellings).join('|');
  const make = `create\\s+(?:role|user|group)\\s+(?:${names})(?![\\w$"])`;
  return text
    .replace(new RegExp(`'\\s*${make}[^']*'`, 'gi'), (found) => `'select 1${blankOf(found)}'`)
    .replace(new RegExp(`\\b${make}[^;']*`, 'gi'), (found) => `null${blankOf(found)}`);
}

const spellings = (role: string): string => {
  const literally = role.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return `"${literally.replaceAll('"', '""')}"|${literally}`;
};

const blankOf = (text: string): string => text.replace(/[^\n]/g, '');
