/** What people call an attribute of a table. */
import type { Attribute } from '../domain/attributes.ts';
import { shortName } from '../domain/wording.ts';

/** Begins with a capital letter, and can be followed by "of the table". */
export function wordsOf({ kind, name, definition, columns, object, isUnique }: Attribute): string {
  const column = columns[0] ?? '';
  switch (kind) {
    case 'owner':
      return `The owner ${definition}`;
    case 'row security':
      return definition === 'forced' ? 'Row security for its owner' : 'Row security';
    case 'policy':
      return `The policy ${name}`;
    case 'replica identity':
      return `The replica identity ${definition}`;
    case 'publication':
      return `The publication ${name}`;
    case 'storage':
      return `The storage option ${definition}`;
    case 'tablespace':
      return `The tablespace ${definition}`;
    case 'logged':
      return 'The write-ahead log';
    case 'grant':
      return `The grant of ${definition} to ${name}`;
    case 'column grant':
      return `The grant of ${definition} on ${column} to ${name}`;
    case 'index':
      return `The ${isUnique ? 'unique ' : ''}index on ${definition.replace(/^btree /, '')}`;
    case 'primary key':
      return `The primary key (${columns.join(', ')})`;
    case 'unique':
      return `The constraint ${definition}`;
    case 'exclusion':
      return `The constraint ${definition}`;
    case 'check':
      return `The constraint ${definition}`;
    case 'foreign key':
      return `The ${definition.replace(/^FOREIGN KEY/, 'foreign key')}`;
    case 'referenced by':
      return `The foreign key of ${shortName(object ?? '')} (${columns.join(', ')}) that points at rows`;
    case 'trigger':
      return `The trigger ${name} (${definition})`;
    case 'rule':
      return `The rule ${name}`;
    case 'statistics':
      return `The statistics on ${columns.join(', ') || definition}`;
    case 'comment':
      return 'The comment';
    case 'column comment':
      return `The comment on ${column}`;
    case 'not null':
      return `NOT NULL on ${column}`;
    case 'default':
      return `The default ${definition} of ${column}`;
    case 'generated':
      return `The generated expression of ${column}`;
    case 'collation':
      return `The collation ${definition} of ${column}`;
    case 'column storage':
      return `The storage of ${column}`;
    case 'statistics target':
      return `The statistics target of ${column}`;
    case 'view':
      return `The view ${shortName(object ?? name)}`;
    case 'partition view':
      return `The view ${shortName(object ?? name)} of a partition`;
    case 'function':
      return `The function ${shortName(object ?? name)}`;
  }
}
