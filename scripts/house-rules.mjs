/** The house's own rules for SQL that reaches a target: what a linter of migrations does not look for. */
import libpg from 'libpg-query';

const LONGEST_LINE = 120;
const LONGEST_FUNCTION = 150;
const SESSION_LOCKS = new Set([
  'pg_advisory_lock',
  'pg_advisory_lock_shared',
  'pg_try_advisory_lock',
  'pg_try_advisory_lock_shared',
]);

/** @returns findings as `{ line, message }`, in order of line. */
export async function findBreaches(text) {
  await libpg.loadModule();
  const source = new Source(text);
  const findings = [...source.lineFindings(), ...tokenFindings(source, text, 0)];
  try {
    const statements = libpg.parseSync(text).stmts ?? [];
    for (const statement of statements) findings.push(...routineFindings(source, statement, statements));
  } catch (error) {
    const at = error.sqlDetails?.cursorPosition ?? 0;
    findings.push({
      line: source.lineOfCharacter(at),
      message: `PostgreSQL can't read it: ${error.message}`,
    });
  }
  return findings.sort((a, b) => a.line - b.line);
}

/** A file's text, counted in the parser's bytes. */
class Source {
  constructor(text) {
    this.text = text;
    this.bytes = Buffer.from(text);
  }

  lineOfCharacter(at) {
    return this.text.slice(0, at).split('\n').length;
  }

  lineOfByte(at) {
    return this.bytes.subarray(0, at).toString().split('\n').length;
  }

  /** Tabs, and lines that are too long; a message in one piece may be longer, so that it can be searched for. */
  lineFindings() {
    return this.text.split('\n').flatMap((line, i) => {
      const length = [...line.replace(/'(?:[^']|'')*'/g, "''")].length;
      return [
        ...(line.includes('\t') ? [{ line: i + 1, message: 'a tab: indent by spaces' }] : []),
        ...(length > LONGEST_LINE
          ? [
              {
                line: i + 1,
                message: `${length} characters, texts in quotes not counted: at most ${LONGEST_LINE}`,
              },
            ]
          : []),
      ];
    });
  }
}

/** Words and calls, also inside dollar-quoted bodies and SQL templates, which to the scanner are texts. */
function tokenFindings(source, text, offset) {
  const bytes = Buffer.from(text);
  const tokens = scan(text).map(({ start, end, tokenName }) => ({
    text: bytes.subarray(start, end).toString(),
    kind: tokenName,
    line: source.lineOfByte(offset + start),
    start,
    end,
  }));
  return tokens.flatMap((token, i) => {
    if (token.kind === 'SQL_COMMENT' || token.kind === 'C_COMMENT') return [];
    const [, quote, body] = /^(\$[^$]*\$)([^]*)\1$/.exec(token.text) ?? [];
    if (body !== undefined && (offset === 0 || TEMPLATE.test(body))) {
      return tokenFindings(source, body, offset + token.start + Buffer.byteLength(quote));
    }
    if (token.kind === 'SCONST' || !/^[\p{L}_]/u.test(token.text) || isPlaceholder(token, bytes)) return [];
    return [...caseFindings(token), ...callFindings(token, tokens.slice(i + 1))];
  });
}

/** A text in a body that is SQL to be run; others are patterns or messages. */
const TEMPLATE =
  /^\s*(?:alter|analyze|call|comment|create|delete|do|drop|execute|grant|insert|lock|merge|perform|revoke|select|set|truncate|update|values|with)\s/i;

/** `%I` and `%1$I` of format(). */
const isPlaceholder = ({ start }, bytes) => /%(\d+\$)?$/.test(bytes.subarray(0, start).toString());

function scan(text) {
  try {
    return text === '' ? [] : libpg.scanSync(text).tokens;
  } catch {
    // A template whose pieces are no SQL by themselves, or a file that the parser has refused already.
    return [];
  }
}

const caseFindings = ({ text, line }) =>
  text === text.toLowerCase() ? [] : [{ line, message: `${text}: words that are not quoted are lower case` }];

function callFindings({ text, line }, rest) {
  if (rest[0]?.text !== '(') return [];
  if (SESSION_LOCKS.has(text)) {
    return [
      { line, message: `${text} outlives the transaction, also one that fails: take pg_advisory_xact_lock` },
    ];
  }
  if (text !== 'set_config' || lastArgument(rest) === 'true') return [];
  return [{ line, message: 'set_config that outlives the transaction: its last argument must be true' }];
}

/** The last token before the call's closing parenthesis. */
function lastArgument(tokens) {
  let depth = 0;
  for (const [i, { text }] of tokens.entries()) {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0) return tokens[i - 1]?.text;
  }
  return undefined;
}

function routineFindings(source, statement, statements) {
  const { stmt, stmt_location: location = 0, stmt_len: length } = statement;
  const node = stmt.CreateFunctionStmt ?? stmt.DoStmt;
  if (!node) return [];
  const bytes = source.bytes.subarray(location, length === undefined ? undefined : location + length);
  const blank = leadingBlank(bytes.toString());
  const text = bytes.toString().slice(blank.length);
  const line = source.lineOfByte(location + Buffer.byteLength(blank));
  const lines = text.split('\n').length;
  const name = stmt.CreateFunctionStmt ? nameOf(node) : 'do';
  const messages = [
    ...(lines > LONGEST_FUNCTION ? [`${lines} lines: at most ${LONGEST_FUNCTION}`] : []),
    ...(stmt.CreateFunctionStmt ? attributeMessages(node, statements) : []),
  ];
  return [
    ...messages.map((message) => ({ line, message: `${name}: ${message}` })),
    ...bodyFindings(node, text, line).map((finding) => ({
      ...finding,
      message: `${name}: ${finding.message}`,
    })),
  ];
}

/** Blanks and comments before a statement's first word. */
const leadingBlank = (text) => /^(?:\s+|--[^\n]*|\/\*[^]*?\*\/)*/.exec(text)[0];

const lastName = (names) => names.at(-1).String.sval;
const nameOf = ({ funcname }) => lastName(funcname);

const optionsOf = (node) =>
  new Map((node.options ?? node.args ?? []).map(({ DefElem }) => [DefElem.defname, DefElem.arg]));
const languageOf = (node) => optionsOf(node).get('language')?.String.sval;

function attributeMessages(node, statements) {
  const options = optionsOf(node);
  const isFunction = node.is_procedure !== true;
  return [
    ...(options.has('language') ? [] : ['no explicit language']),
    ...(isFunction && !options.has('volatility') ? ['no explicit volatility'] : []),
    ...(isPinned(node, statements) ? [] : ['no pinned search_path']),
    ...(isCommentedOn(node, statements) ? [] : ['no comment on it']),
  ];
}

const inputsOf = ({ parameters = [] }) =>
  parameters
    .map(({ FunctionParameter }) => FunctionParameter)
    .filter(({ mode }) => !['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE'].includes(mode));

/**
 * By a clause of its own, by an `alter function`, or by a DO block that alters each function whose signature it lists.
 * A procedure that commits can't carry the clause.
 */
function isPinned(node, statements) {
  const own = (node.options ?? []).some(
    ({ DefElem }) => DefElem.arg?.VariableSetStmt?.name === 'search_path',
  );
  if (own || (node.is_procedure === true && /\bcommit\b/.test(bodyOf(node)))) return true;
  return statements.some(({ stmt }) => {
    const altered = stmt.AlterFunctionStmt;
    if (altered) {
      const sets = (altered.actions ?? []).some(
        ({ DefElem }) => DefElem.arg?.VariableSetStmt?.name === 'search_path',
      );
      return sets && isSame(node, altered.func.objname, altered.func.objargs);
    }
    return stmt.DoStmt !== undefined && listsSignature(node, bodyOf(stmt.DoStmt));
  });
}

function listsSignature(node, body) {
  if (!/\balter (?:function|procedure|routine) [^]*\bset search_path\b/.test(body)) return false;
  const listed = [...body.matchAll(/'(\w+)\(([^']*)\)'/g)].filter(([, name]) => name === nameOf(node));
  return listed.some(([, , types]) => (types === '' ? 0 : types.split(',').length) === inputsOf(node).length);
}

const isCommentedOn = (node, statements) =>
  statements.some(({ stmt }) => {
    const object = stmt.CommentStmt?.object?.ObjectWithArgs;
    const isText = typeof stmt.CommentStmt?.comment === 'string' && stmt.CommentStmt.comment !== '';
    return object !== undefined && isText && isSame(node, object.objname, object.objargs);
  });

const typeText = ({ names = [], arrayBounds = [] }) => `${lastName(names)}${'[]'.repeat(arrayBounds.length)}`;

const isSame = (node, names, types = []) =>
  lastName(names) === nameOf(node) &&
  types.map(({ TypeName }) => typeText(TypeName)).join() ===
    inputsOf(node)
      .map(({ argType }) => typeText(argType))
      .join();

function bodyOf(node) {
  const body = optionsOf(node).get('as');
  return body?.List?.items[0].String.sval ?? body?.String?.sval ?? '';
}

/** Reads the body with its language's own parser. */
function bodyFindings(node, text, line) {
  const language = languageOf(node) ?? 'plpgsql';
  try {
    if (language === 'sql') libpg.parseSync(bodyOf(node));
    if (language !== 'plpgsql') return [];
    const before = linesBeforeBody(text);
    return exceptionLines(libpg.parsePlPgSQLSync(text)).map((at) => ({
      line: line + catchLine(text.split('\n'), before + at - 1),
      message: 'when others hides what went wrong: name the conditions',
    }));
  } catch (error) {
    return [{ line, message: `PostgreSQL can't read its body: ${error.message}` }];
  }
}

const linesBeforeBody = (text) => text.slice(0, Math.max(0, text.search(/\$\w*\$/))).split('\n').length - 1;

/** The tree tells where the block begins; its handler is further down. Both counted from 0. */
const catchLine = (lines, from) =>
  Math.max(
    from,
    lines.findIndex((line, i) => i >= from && /\b(?:when|or)\s+others\b/i.test(line)),
  );

/** Lines, counted in the body from 1, of the blocks that catch every condition. */
function exceptionLines(tree, line = 1) {
  if (Array.isArray(tree)) return tree.flatMap((one) => exceptionLines(one, line));
  if (tree === null || typeof tree !== 'object') return [];
  const here = tree.lineno ?? line;
  if (tree.PLpgSQL_condition?.condname === 'others') return [here];
  return Object.values(tree).flatMap((one) => exceptionLines(one, here));
}
