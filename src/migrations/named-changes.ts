/** What statements take away or redefine by its name: that was meant, whatever hung on it. */
import type { NamedChange, NamedKind } from '../domain/attributes.ts';
import type { Migration } from './migration.ts';
import {
  itemsOf,
  listOf,
  loadSqlParser,
  namesOf,
  nodeOf,
  type ParseNode,
  type SqlParser,
  textOf,
} from './sql-parser.ts';

interface Named {
  readonly what: NamedKind;
  readonly name: string;
}

/** What the migrations' statements name, also inside DO blocks and functions, where the text alone tells. */
export async function namedChanges(migrations: readonly Migration[]): Promise<readonly NamedChange[]> {
  const parser = await loadSqlParser();
  const taken: Named[] = [];
  const made: { readonly after: number; readonly named: Named }[] = [];
  for (const { statements } of migrations) {
    for (const { text, routine } of statements) {
      if (routine) {
        taken.push(...takenInBody(text));
        continue;
      }
      for (const node of nodesOf(parser, text)) {
        taken.push(...takenBy(node));
        made.push(...madeBy(node).map((named) => ({ after: taken.length, named })));
      }
    }
  }
  return taken.map((named, i) => ({
    ...named,
    isMadeAgain: made.some((m) => m.after > i && m.named.what === named.what && m.named.name === named.name),
  }));
}

function nodesOf(parser: SqlParser, text: string): readonly ParseNode[] {
  const answer = parser.parse(text);
  return answer.kind === 'parsed' ? answer.statements.map((statement) => statement.node) : [];
}

const DROPPED: Readonly<Record<string, NamedKind>> = {
  OBJECT_INDEX: 'index',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
  OBJECT_RULE: 'rule',
  OBJECT_STATISTIC_EXT: 'statistics',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'view',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_TABLE: 'table',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_PUBLICATION: 'publication',
};

/** What a subcommand of ALTER TABLE redefines; its name is a constraint's or a column's, or there is none. */
const ALTERED: Readonly<Record<string, NamedKind>> = {
  AT_DropConstraint: 'constraint',
  AT_DropColumn: 'column',
  AT_AlterColumnType: 'column',
  AT_ColumnDefault: 'default',
  AT_DropNotNull: 'not null',
  AT_DropIdentity: 'identity',
  AT_SetIdentity: 'identity',
  AT_DropExpression: 'generated',
  AT_SetExpression: 'generated',
  AT_SetStorage: 'column storage',
  AT_SetCompression: 'column storage',
  AT_SetStatistics: 'statistics target',
  AT_SetOptions: 'statistics target',
  AT_ResetOptions: 'statistics target',
  AT_ChangeOwner: 'owner',
  AT_DisableRowSecurity: 'row security',
  AT_NoForceRowSecurity: 'row security',
  AT_ReplicaIdentity: 'replica identity',
  AT_SetRelOptions: 'storage',
  AT_ResetRelOptions: 'storage',
  AT_ReplaceRelOptions: 'storage',
  AT_SetTableSpace: 'tablespace',
  AT_SetUnLogged: 'logged',
};

function takenBy(node: ParseNode): Named[] {
  const drop = nodeOf(node, 'DropStmt');
  if (drop) {
    const what = DROPPED[textOf(drop, 'removeType') ?? ''];
    return what === undefined
      ? []
      : listOf(drop, 'objects').flatMap((object) => {
          const name = lastName(object);
          return name === undefined ? [] : [{ what, name }];
        });
  }
  const alter = nodeOf(node, 'AlterTableStmt');
  if (alter) {
    const table = textOf(nodeOf(alter, 'relation') ?? {}, 'relname') ?? '';
    return itemsOf(alter, 'cmds', 'AlterTableCmd').flatMap((command) => {
      const what = ALTERED[textOf(command, 'subtype') ?? ''];
      return what === undefined ? [] : [{ what, name: textOf(command, 'name') ?? table }];
    });
  }
  return takenOtherwise(node);
}

function takenOtherwise(node: ParseNode): Named[] {
  const grant = nodeOf(node, 'GrantStmt');
  if (grant) return grant['is_grant'] === true ? [] : rolesOf(grant, 'grantees');
  const owned = nodeOf(node, 'DropOwnedStmt');
  if (owned) return rolesOf(owned, 'roles');
  const publication = nodeOf(node, 'AlterPublicationStmt');
  if (publication && textOf(publication, 'action') !== 'AP_AddObjects') {
    return [{ what: 'publication', name: textOf(publication, 'pubname') ?? '' }];
  }
  const comment = nodeOf(node, 'CommentStmt');
  // With a text it is given, not taken.
  if (comment && (textOf(comment, 'comment') ?? '') === '') {
    const name = lastName(nodeOf(comment, 'object') ?? {});
    return name === undefined ? [] : [{ what: 'comment', name }];
  }
  const owner = nodeOf(node, 'AlterOwnerStmt');
  return owner ? [{ what: 'owner', name: '' }] : [];
}

const rolesOf = (node: ParseNode, key: string): Named[] =>
  itemsOf(node, key, 'RoleSpec').map((role) => ({
    what: 'grant',
    name: textOf(role, 'rolename') ?? 'public',
  }));

/** The last part of a name, however the parser wraps it. */
function lastName(object: ParseNode): string | undefined {
  const list = nodeOf(object, 'List');
  if (list) return namesOf(list, 'items').at(-1);
  const routine = nodeOf(object, 'ObjectWithArgs');
  if (routine) return namesOf(routine, 'objname').at(-1);
  const text = nodeOf(object, 'String');
  return text && textOf(text, 'sval');
}

function madeBy(node: ParseNode): Named[] {
  const view = nodeOf(node, 'ViewStmt');
  const index = nodeOf(node, 'IndexStmt');
  const trigger = nodeOf(node, 'CreateTrigStmt');
  const policy = nodeOf(node, 'CreatePolicyStmt');
  const rule = nodeOf(node, 'RuleStmt');
  const as = nodeOf(node, 'CreateTableAsStmt');
  const alter = nodeOf(node, 'AlterTableStmt');
  const constraints = alter
    ? itemsOf(alter, 'cmds', 'AlterTableCmd').flatMap((command) => {
        const constraint = nodeOf(nodeOf(command, 'def') ?? {}, 'Constraint');
        return constraint ? [textOf(constraint, 'conname')] : [];
      })
    : [];
  const found: readonly (readonly [NamedKind, string | undefined])[] = [
    ['view', view && textOf(nodeOf(view, 'view') ?? {}, 'relname')],
    ['view', as && textOf(nodeOf(nodeOf(as, 'into') ?? {}, 'rel') ?? {}, 'relname')],
    ['index', index && textOf(index, 'idxname')],
    ['trigger', trigger && textOf(trigger, 'trigname')],
    ['policy', policy && textOf(policy, 'policy_name')],
    ['rule', rule && textOf(rule, 'rulename')],
    ...constraints.map((name) => ['constraint', name] as const),
  ];
  return found.flatMap(([what, name]) => (name === undefined ? [] : [{ what, name }]));
}

const NAME = '((?:"(?:[^"]|"")+"|[\\w$]+)(?:\\s*\\.\\s*(?:"(?:[^"]|"")+"|[\\w$]+))*)';
const MAYBE = '(?:if\\s+exists\\s+)?';

/** In a body a statement may be text that is put together: its words are looked for as they stand. */
const IN_BODIES: readonly (readonly [NamedKind, RegExp])[] = [
  ...(
    [
      ['index', 'index\\s+(?:concurrently\\s+)?'],
      ['trigger', 'trigger\\s+'],
      ['policy', 'policy\\s+'],
      ['rule', 'rule\\s+'],
      ['statistics', 'statistics\\s+'],
      ['view', '(?:materialized\\s+)?view\\s+'],
      ['function', '(?:function|procedure|routine)\\s+'],
      ['table', 'table\\s+'],
      ['sequence', 'sequence\\s+'],
      ['publication', 'publication\\s+'],
      ['constraint', 'constraint\\s+'],
      ['column', 'column\\s+'],
    ] as const
  ).map(([what, words]) => [what, new RegExp(`\\bdrop\\s+${words}${MAYBE}${NAME}`, 'gi')] as const),
  ['column', new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+(?:set\\s+data\\s+)?type\\b`, 'gi')],
  ['default', new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+(?:drop|set)\\s+default\\b`, 'gi')],
  ['not null', new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+drop\\s+not\\s+null\\b`, 'gi')],
  [
    'identity',
    new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+(?:drop\\s+identity|set\\s+generated)\\b`, 'gi'),
  ],
  ['generated', new RegExp(`\\balter\\s+(?:column\\s+)?${NAME}\\s+drop\\s+expression\\b`, 'gi')],
  ['grant', new RegExp(`\\brevoke\\s[^;']*?\\sfrom\\s+${NAME}`, 'gi')],
  ['owner', new RegExp(`\\bowner\\s+to\\s+${NAME}`, 'gi')],
  ['row security', new RegExp(`${NAME}\\s+(?:disable|no\\s+force)\\s+row\\s+level\\s+security\\b`, 'gi')],
  ['replica identity', new RegExp(`${NAME}\\s+replica\\s+identity\\b`, 'gi')],
  ['logged', new RegExp(`${NAME}\\s+set\\s+unlogged\\b`, 'gi')],
];

function takenInBody(text: string): Named[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/--[^\n]*/g, ' ');
  return IN_BODIES.flatMap(([what, pattern]) =>
    [...code.matchAll(pattern)].map((found) => ({ what, name: lastPart(found[1] ?? '') })),
  );
}

function lastPart(name: string): string {
  const last = [...name.matchAll(/"((?:[^"]|"")+)"|([\w$]+)/g)].at(-1);
  return last?.[1]?.replaceAll('""', '"') ?? last?.[2]?.toLowerCase() ?? '';
}
