/** The statements of a PL/pgSQL body as a tree, told apart by their words alone: bodies need not be complete or right. */
import type { SqlToken } from './sql-parser.ts';

export type PlNode = PlBlock | PlBranches | PlLoop | PlSimple;

export interface PlBlock {
  readonly kind: 'block';
  readonly body: readonly PlNode[];
  readonly handlers: readonly PlHandler[];
}

export interface PlHandler {
  /** Between WHEN and THEN. */
  readonly conditions: readonly SqlToken[];
  /** Behind THEN, in the text. */
  readonly at: number;
  readonly actions: readonly PlNode[];
}

/** IF and CASE. */
export interface PlBranches {
  readonly kind: 'branches';
  /** Every condition of it. */
  readonly header: readonly SqlToken[];
  readonly branches: readonly (readonly PlNode[])[];
}

export interface PlLoop {
  readonly kind: 'loop';
  /** What stands before LOOP: `for i in 1 .. 5`. */
  readonly header: readonly SqlToken[];
  readonly body: readonly PlNode[];
}

/** Whatever else ends with a semicolon. */
export interface PlSimple {
  readonly kind: 'simple';
  readonly tokens: readonly SqlToken[];
}

/** Undefined where no block begins. */
export function parseBlocks(tokens: readonly SqlToken[]): PlBlock | undefined {
  const reader = new Reader(tokens);
  while (!reader.isAtEnd && !reader.is('begin', 'declare', '<<')) reader.next();
  if (reader.isAtEnd) return undefined;
  const node = reader.statement();
  return node?.kind === 'block' ? node : undefined;
}

/** Words that end a list of statements, where one could begin. */
const ENDS = ['end', 'exception', 'when', 'else', 'elsif', 'elseif'] as const;

class Reader {
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  is(...texts: readonly string[]): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && token.kind !== 'quoted-name' && texts.includes(token.text);
  }

  next(): SqlToken | undefined {
    return this.#tokens[this.#at++];
  }

  statement(): PlNode | undefined {
    while (this.is('<<')) while (!this.isAtEnd && this.next()?.text !== '>>');
    if (this.is('declare', 'begin')) return this.#block();
    if (this.is('if')) return this.#branches('if');
    if (this.is('case')) return this.#branches('case');
    if (this.is('loop', 'while', 'for', 'foreach')) return this.#loop();
    const tokens = this.#upTo(';');
    this.next();
    return tokens.length > 0 ? { kind: 'simple', tokens } : undefined;
  }

  #statements(): PlNode[] {
    const nodes: PlNode[] = [];
    while (!this.isAtEnd && !this.is(...ENDS)) {
      const node = this.statement();
      if (node) nodes.push(node);
    }
    return nodes;
  }

  #block(): PlBlock {
    while (!this.isAtEnd && !this.is('begin')) {
      if (this.is('declare')) this.next();
      else {
        this.#upTo(';');
        this.next();
      }
    }
    this.next();
    const body = this.#statements();
    const handlers: PlHandler[] = [];
    if (this.is('exception')) {
      this.next();
      while (this.is('when')) {
        this.next();
        const conditions = this.#upTo('then');
        const at = this.next()?.end ?? 0;
        handlers.push({ conditions, at, actions: this.#statements() });
      }
    }
    this.#end();
    return { kind: 'block', body, handlers };
  }

  #branches(word: 'if' | 'case'): PlBranches {
    this.next();
    const header: SqlToken[] = [];
    const branches: PlNode[][] = [];
    if (word === 'case') header.push(...this.#upTo('when'));
    else this.#branch(header, branches);
    while (this.is('elsif', 'elseif', 'when', 'else')) {
      if (this.next()?.text === 'else') branches.push(this.#statements());
      else this.#branch(header, branches);
    }
    this.#end();
    return { kind: 'branches', header, branches };
  }

  #branch(header: SqlToken[], branches: PlNode[][]): void {
    header.push(...this.#upTo('then'));
    this.next();
    branches.push(this.#statements());
  }

  #loop(): PlLoop {
    const header = this.#upTo('loop');
    this.next();
    const body = this.#statements();
    this.#end();
    return { kind: 'loop', header, body };
  }

  /** `end if;`, `end loop label;`, and the last END, which may have no semicolon. */
  #end(): void {
    while (!this.isAtEnd && this.next()?.text !== ';');
  }

  /** What stands before a word, outside of parentheses and of CASE expressions. */
  #upTo(word: string): SqlToken[] {
    const found: SqlToken[] = [];
    let depth = 0;
    let cases = 0;
    while (!this.isAtEnd && !(depth === 0 && cases === 0 && this.is(word))) {
      // A semicolon ends what could not be understood.
      if (word !== ';' && depth === 0 && this.is(';')) break;
      if (this.is('(', '[')) depth += 1;
      else if (this.is(')', ']')) depth -= 1;
      else if (this.is('case')) cases += 1;
      else if (this.is('end') && cases > 0) cases -= 1;
      const token = this.next();
      if (token) found.push(token);
    }
    return found;
  }
}
