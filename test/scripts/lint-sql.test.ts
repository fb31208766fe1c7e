/** The linter of SQL on snippets that each break one of the house's rules, and on one that breaks none. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** A function as it should be, but for what a case replaces. */
const routine = ({
  attributes = 'language plpgsql\nstable\nset search_path = public, pg_temp',
  body = '    return 1;',
  comment = "comment on function answer(text) is 'Answers.';",
  lines = 0,
} = {}): string =>
  `create or replace function answer(question text)
returns integer
${attributes}
as $function$
begin
${'    perform 1;\n'.repeat(lines)}${body}
end
$function$;

${comment}
`;

interface Case {
  readonly rule: string;
  readonly sql: string;
  /** Line and message of each finding of the rule. */
  readonly finds: readonly string[];
}

const CASES: readonly Case[] = [
  { rule: 'nothing in a function as it should be', sql: routine(), finds: [] },
  {
    rule: 'SQL that can not be read',
    sql: 'select 1;\n\nselec 2;\n',
    finds: ['3: PostgreSQL can\'t read it: syntax error at or near "selec"'],
  },
  {
    rule: 'a body that can not be read',
    sql: `\n${routine({ body: '    retrun 1;' })}`,
    finds: ['2: answer: PostgreSQL can\'t read its body: syntax error at or near "retrun"'],
  },
  {
    rule: 'a DO block that can not be read',
    sql: 'do $$\nbegin\n    loop\nend\n$$;\n',
    finds: ["1: do: PostgreSQL can't read its body: syntax error at end of input"],
  },
  {
    rule: 'a body in plain SQL that can not be read',
    sql: routine({
      attributes: 'language sql\nstable\nset search_path = public, pg_temp',
    }),
    finds: ['1: answer: PostgreSQL can\'t read its body: syntax error at or near "return"'],
  },
  {
    rule: 'keywords in capitals',
    sql: 'SELECT \'Capital\', "Quoted" -- Comment\n  from t;\n',
    finds: ['1: SELECT: words that are not quoted are lower case'],
  },
  {
    rule: 'keywords in capitals in a body',
    sql: routine({ body: "    RAISE notice 'No';\n    return 1;" }),
    finds: ['8: RAISE: words that are not quoted are lower case'],
  },
  {
    rule: 'keywords in capitals in a template, but not its placeholders',
    sql: routine({ body: '    execute format($sql$drop TABLE %I$sql$, question);\n    return 1;' }),
    finds: ['8: TABLE: words that are not quoted are lower case'],
  },
  { rule: 'tabs', sql: 'select 1\n\tfrom t;\n', finds: ['2: a tab: indent by spaces'] },
  {
    rule: 'long lines',
    sql: `select ${'a + '.repeat(30)}a from t;\n`,
    finds: ['1: 136 characters, texts in quotes not counted: at most 120'],
  },
  { rule: 'no long line where it is one long text', sql: `select '${'long '.repeat(40)}';\n`, finds: [] },
  {
    rule: 'a missing language',
    sql: routine({ attributes: 'stable\nset search_path = public, pg_temp' }),
    finds: ['1: answer: no explicit language'],
  },
  {
    rule: 'a missing volatility',
    sql: routine({ attributes: 'language plpgsql\nset search_path = public, pg_temp' }),
    finds: ['1: answer: no explicit volatility'],
  },
  {
    rule: 'a search_path that is not pinned',
    sql: routine({ attributes: 'language plpgsql\nstable' }),
    finds: ['1: answer: no pinned search_path'],
  },
  {
    rule: 'no search_path that is pinned by a list of signatures',
    sql: `${routine({ attributes: 'language plpgsql\nstable' })}
do $$
declare
    signature text;
begin
    foreach signature in array array['answer(text)'] loop
        execute format('alter function %s set search_path = public, pg_temp', signature);
    end loop;
end
$$;
`,
    finds: [],
  },
  {
    rule: 'a search_path that is pinned for another signature only',
    sql: `${routine({ attributes: 'language plpgsql\nstable' })}
alter function answer(integer) set search_path = public, pg_temp;
`,
    finds: ['1: answer: no pinned search_path'],
  },
  { rule: 'a missing comment', sql: routine({ comment: '' }), finds: ['1: answer: no comment on it'] },
  {
    rule: 'a comment on another function of the name',
    sql: routine({ comment: "comment on function answer(integer) is 'Answers.';" }),
    finds: ['1: answer: no comment on it'],
  },
  {
    rule: 'when others',
    sql: routine({ body: '    return 1;\nexception\n    when others then\n        return 2;' }),
    finds: ['10: answer: when others hides what went wrong: name the conditions'],
  },
  {
    rule: 'session locks',
    sql: routine({
      body: "    perform pg_advisory_lock(1);\n    perform pg_catalog.pg_try_advisory_lock(2);\n    perform pg_advisory_xact_lock(3);\n    raise notice 'pg_advisory_lock(4)';\n    return 1;",
    }),
    finds: [
      '8: pg_advisory_lock outlives the transaction, also one that fails: take pg_advisory_xact_lock',
      '9: pg_try_advisory_lock outlives the transaction, also one that fails: take pg_advisory_xact_lock',
    ],
  },
  {
    rule: 'settings for the session',
    sql: routine({
      body: "    perform set_config('timezone', coalesce(question, 'UTC'), false);\n    perform set_config('timezone', lower('UTC'), true);\n    return 1;",
    }),
    finds: ['8: set_config that outlives the transaction: its last argument must be true'],
  },
  {
    rule: 'long functions',
    sql: routine({ lines: 142 }),
    finds: ['1: answer: 152 lines: at most 150'],
  },
  { rule: 'no long function in one of 150 lines', sql: routine({ lines: 140 }), finds: [] },
];

let folder = '';
const said: string[][] = [];
let status: number | null = null;

const lint = (...files: string[]): { lines: string[]; status: number | null; stderr: string } => {
  const ended = spawnSync(process.execPath, ['scripts/lint-sql.mjs', ...files], { encoding: 'utf8' });
  return { ...ended, lines: ended.stdout.split('\n').filter((line) => line !== '') };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-sql-'));
  const files = CASES.map(({ sql }, i) => {
    const file = join(folder, `case_${i}.sql`);
    writeFileSync(file, sql);
    return file;
  });
  const ended = lint(...files);
  status = ended.status;
  for (const [i] of CASES.entries()) {
    const own = ended.lines.flatMap((line) => new RegExp(`case_${i}\\.sql:(.*)$`).exec(line)?.[1] ?? []);
    // What squawk has to say of a snippet is not the house's.
    said.push(own.filter((line) => !/^\d+: [a-z]+(-[a-z]+)+: /.test(line)));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter of SQL', () => {
  for (const [i, { rule, finds }] of CASES.entries()) {
    it(`finds ${rule}`, () => expect(said[i]).toEqual(finds));
  }

  it('ends with 1 where it finds something', () => expect(status).toBe(1));

  it('passes on what squawk finds, with its line', () => {
    const file = join(folder, 'squawk.sql');
    writeFileSync(file, '-- A table goes.\ndrop table booking;\n');
    const { lines, status: ended } = lint(file);
    expect(lines).toEqual([expect.stringMatching(/squawk\.sql:2: ban-drop-table: /)]);
    expect(ended).toBe(1);
  });

  it('finds nothing in the SQL of this repository, and ends with 0', () => {
    expect(lint()).toMatchObject({ lines: [], status: 0, stderr: '' });
  });
});
