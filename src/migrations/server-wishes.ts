/** What a statement takes from the server and not from its database: roles and extensions, also inside bodies. */
import { isNode, itemsOf, namesOf, nodeOf, type ParseNode, type SqlParser, textOf } from './sql-parser.ts';

export interface ServerWishes {
  /** Roles that it makes. */
  readonly makesRoles: readonly string[];
  /** Roles that must be there for it, as far as its text tells. */
  readonly namesRoles: readonly string[];
  /** Extensions that it creates. */
  readonly extensions: readonly string[];
  /** Whether something is handed to another owner. */
  readonly changesOwner: boolean;
}

/** Undefined where it takes nothing: most statements. */
export function serverWishes(parser: SqlParser, kind: string, node: ParseNode): ServerWishes | undefined {
  const found = new Collector();
  found.statement(kind, node);
  const body = bodyOf(kind, node);
  if (body !== undefined) readBody(parser, body, found);
  return found.wishes();
}

class Collector {
  private readonly makes = new Set<string>();
  private readonly names = new Set<string>();
  private readonly extensions = new Set<string>();
  private changesOwner = false;

  statement(kind: string, node: ParseNode): void {
    switch (kind) {
      case 'CreateRoleStmt':
        this.make(textOf(node, 'role'));
        break;
      case 'CreateExtensionStmt':
        add(this.extensions, textOf(node, 'extname'));
        break;
      case 'RenameStmt':
        if (textOf(node, 'renameType') === 'OBJECT_ROLE') {
          this.name(textOf(node, 'subname'));
          this.make(textOf(node, 'newname'));
        }
        break;
      case 'GrantRoleStmt':
        for (const role of itemsOf(node, 'granted_roles', 'AccessPriv')) this.name(textOf(role, 'priv_name'));
        break;
      case 'VariableSetStmt':
        this.setting(node);
        break;
      case 'CommentStmt':
        if (textOf(node, 'objtype') === 'OBJECT_ROLE')
          this.name(textOf(nodeOf(nodeOf(node, 'object') ?? {}, 'String') ?? {}, 'sval'));
        break;
      // A role that is dropped need not be there: the server is the one to say so.
      case 'DropRoleStmt':
        return;
    }
    this.walk(node);
  }

  private make(role: string | undefined): void {
    add(this.makes, role);
  }

  private name(role: string | undefined): void {
    if (role !== 'none') add(this.names, role);
  }

  private setting(node: ParseNode): void {
    const setting = textOf(node, 'name');
    if (setting !== 'role' && setting !== 'session_authorization') return;
    for (const value of itemsOf(node, 'args', 'A_Const'))
      this.name(textOf(nodeOf(value, 'sval') ?? {}, 'sval'));
  }

  /** Every role that the tree names, wherever the grammar allows one. */
  private walk(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) this.walk(item);
    } else if (isNode(value)) {
      if (textOf(value, 'roletype') === 'ROLESPEC_CSTRING') this.name(textOf(value, 'rolename'));
      if (value['newowner'] !== undefined) this.changesOwner = true;
      for (const part of Object.values(value)) if (isNode(part)) this.walk(part);
    }
  }

  /** A name that is put together while the body runs: it may be any that the body spells. */
  mayMake(roles: Iterable<string>): void {
    for (const role of roles) this.makes.add(role);
  }

  wishes(): ServerWishes | undefined {
    const { makes, names, extensions, changesOwner } = this;
    if (makes.size + names.size + extensions.size === 0) return undefined;
    return { makesRoles: [...makes], namesRoles: [...names], extensions: [...extensions], changesOwner };
  }
}

function add(names: Set<string>, name: string | undefined): void {
  if (name !== undefined && name !== '') names.add(name);
}

/** The text of a DO block, or of a function in a language whose statements are SQL. */
function bodyOf(kind: string, node: ParseNode): string | undefined {
  if (kind !== 'DoStmt' && kind !== 'CreateFunctionStmt') return undefined;
  const options = itemsOf(node, kind === 'DoStmt' ? 'args' : 'options', 'DefElem');
  const argumentOf = (name: string): ParseNode =>
    nodeOf(options.find((option) => textOf(option, 'defname') === name) ?? {}, 'arg') ?? {};
  const language = textOf(nodeOf(argumentOf('language'), 'String') ?? {}, 'sval');
  if (language !== undefined && !/^(?:sql|plpgsql)$/i.test(language)) return undefined;
  const as = argumentOf('as');
  return textOf(nodeOf(as, 'String') ?? {}, 'sval') ?? namesOf(nodeOf(as, 'List') ?? {}, 'items')[0];
}

const OF_INTEREST = /\b(?:role|user|group|owner|grant|revoke|authorization|extension|policy)\b/i;
const COMMENTS = /--[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
const BEGINS = /\b(?:grant|revoke|alter|create|set|comment|reassign)\b/gi;
const LITERAL = /'((?:[^']|'')*)'/g;
const MAKES_ROLE = /\bcreate\s+(?:role|user|group)\b/i;
const MOST_FRAGMENTS = 2000;

/** Statements in the body, and in the texts that it executes, as far as they stand there in one piece. */
function readBody(parser: SqlParser, body: string, found: Collector): void {
  if (!OF_INTEREST.test(body)) return;
  const text = body.replace(COMMENTS, ' ');
  const literals = [...text.matchAll(LITERAL)].map((match) => (match[1] ?? '').replaceAll("''", "'"));
  const fragments = [...text.split(';'), ...literals.flatMap((literal) => literal.split(';'))];
  for (const fragment of fragments.slice(0, MOST_FRAGMENTS)) {
    if (OF_INTEREST.test(fragment)) readFragment(parser, fragment, found);
  }
  if (MAKES_ROLE.test(text) && /\bexecute\b/i.test(text)) {
    found.mayMake(literals.filter((literal) => /^[\w$-]{1,63}$/.test(literal)));
  }
}

/** The first of the places at which a statement could begin from which the rest of the fragment is one. */
function readFragment(parser: SqlParser, fragment: string, found: Collector): void {
  for (const { index } of [...fragment.matchAll(BEGINS)].slice(0, 8)) {
    const answer = parser.parse(fragment.slice(index));
    if (answer.kind === 'refused') continue;
    for (const { node } of answer.statements) {
      const [kind = '', value] = Object.entries(node)[0] ?? [];
      if (isNode(value)) found.statement(kind, value);
    }
    return;
  }
}
