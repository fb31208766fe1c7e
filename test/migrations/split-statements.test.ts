import { describe, expect, it } from '@jest/globals';
import type { Statement } from '../../src/migrations/migration.ts';
import { splitStatements } from '../../src/migrations/split-statements.ts';
import { loadSqlParser } from '../../src/migrations/sql-parser.ts';

const parser = await loadSqlParser();
const split = (text: string): readonly Statement[] => splitStatements(parser, { file: 'V1__x.sql', text });

describe('splitStatements', () => {
  it('names statements by the parser, and their first line', () => {
    const text = '-- é why\n\nCREATE TABLE a (b int);\n/* x */ CALL p();\nDO $$ begin end $$';
    expect(split(text).map(({ kind, line, file }) => ({ kind, line, file }))).toEqual([
      { kind: 'CreateStmt', line: 3, file: 'V1__x.sql' },
      { kind: 'CallStmt', line: 4, file: 'V1__x.sql' },
      { kind: 'DoStmt', line: 5, file: 'V1__x.sql' },
    ]);
    expect(split('-- nothing\n;;')).toEqual([]);
  });

  it.each([
    'create index concurrently i on a (b)',
    'create unique index concurrently if not exists i on a (b)',
    'drop index concurrently i',
    'reindex table concurrently a',
    'reindex (verbose, concurrently) index i',
    'reindex schema s',
    'vacuum a',
    'create database d',
    'drop database d',
    "create tablespace t location '/x'",
    'drop tablespace t',
    'alter system set a = 1',
    'alter database d set tablespace t',
    'alter table a detach partition b concurrently',
    'cluster',
    'discard all',
    "create subscription s connection '' publication p",
    "create subscription s connection '' publication p with (create_slot = on)",
    'drop subscription s',
  ])('knows that the server refuses it in a transaction: %s', (sql) => {
    expect(split(sql)).toMatchObject([{ outsideTransaction: true }]);
  });

  it.each([
    'create index i on a (b)',
    'drop index i',
    'reindex table a',
    'analyze a',
    'cluster a',
    'discard plans',
    'call p()',
    'alter database d set work_mem = 1',
    'alter table a detach partition b',
    'alter table a detach partition b finalize',
    'refresh materialized view concurrently m',
    "alter type t add value 'x'",
    "create subscription s connection '' publication p with (connect = false)",
    "create subscription s connection '' publication p with (create_slot = 0)",
  ])('knows that the server plays it in a transaction: %s', (sql) => {
    expect(split(sql)).toMatchObject([{ outsideTransaction: false }]);
  });

  it('gives what the parser refuses as one statement, with the reason and its line', () => {
    expect(split("\nselect 'é😀';\nselekt 2;\nselect 3;")).toEqual([
      {
        file: 'V1__x.sql',
        line: 2,
        text: "select 'é😀';\nselekt 2;\nselect 3;",
        kind: 'Unparsed',
        outsideTransaction: false,
        problem: { kind: 'syntax', message: 'syntax error at or near "selekt"', line: 3 },
      },
    ]);
    expect(split('select 1;\n\0')).toMatchObject([{ problem: { kind: 'syntax', line: 2 } }]);
  });

  it.each(['\\connect shop\nselect 1;', '\\i other.sql', "\\copy a from 'b'", 'select 1 \\gexec'])(
    "names psql's own commands: %s",
    (text) => {
      const command = /\\\w+/.exec(text)?.[0] ?? '';
      expect(split(`select 0;\n${text}`)).toMatchObject([
        {
          problem: {
            kind: 'psql-command',
            message: expect.stringContaining(`${command} is a command of psql, not SQL; `) as unknown,
            line: 2,
          },
        },
      ]);
    },
  );

  it('names rows that stand in the file', () => {
    const message = 'COPY … FROM stdin with rows in the file cannot be played; write them as INSERT … VALUES';
    const problem = { kind: 'inline-copy', message, line: 2 };
    expect(split('select 1;\nCOPY a (b, c) FROM stdin;\n1\t\\N\n\\.\nselect 2;')).toMatchObject([
      { problem },
    ]);
    expect(split('select 1;\ncopy a from stdin;')).toMatchObject([{}, { problem }]);
    expect(split("copy a from '/x'; copy a to stdout;").map(({ problem: none }) => none)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('gives back a text that is too much for the parser', () => {
    const text = `select ${'1+'.repeat(200_000)}1`;
    expect(split(text)).toMatchObject([
      { text, problem: { message: 'too large or too deeply nested to be split into statements', line: 1 } },
    ]);
    expect(split('select 1')).toMatchObject([{ kind: 'SelectStmt' }]);
  });

  it('knows where the body of a routine begins', () => {
    const text = `create or replace function s."F x"(
  a int, out b text, variadic c timestamptz[], d varchar default 'x'
) language plpgsql
as -- the body
  /* is */ $body$
begin
end $body$;
create procedure p() language sql as 'select 1';
create function g() returns int return 1;`;
    expect(split(text).map(({ routine }) => routine)).toEqual([
      {
        name: { schema: 's', name: 'F x' },
        argumentTypes: ['integer', 'timestamp with time zone[]', 'character varying'],
        bodyStartsAfterLines: 4,
      },
      { name: { name: 'p' }, argumentTypes: [], bodyStartsAfterLines: 0, sqlStatements: [0] },
      { name: { name: 'g' }, argumentTypes: [], bodyStartsAfterLines: 0 },
    ]);
    expect(split('do language plpgsql\n\n$$ begin end $$')[0]?.routine).toEqual({
      argumentTypes: [],
      bodyStartsAfterLines: 2,
    });
  });

  it('knows where the statements in a body of SQL begin', () => {
    const quoted = 'create function f() returns void language sql as\n$$ select 1;\n\n delete from t $$';
    const atomic = 'create function f() returns void\nbegin atomic\n select 1;\n delete\n from t;\nend';
    expect(split(quoted)[0]?.routine?.sqlStatements).toEqual([1, 3]);
    expect(split(atomic)[0]?.routine?.sqlStatements).toEqual([2, 4]);
  });
});

describe('a command of psql', () => {
  it.each([
    [
      'select 1;\n\\restrict abc\nselect 2;',
      2,
      '\\restrict is a command of psql, not SQL; pg_dump writes it',
    ],
    [
      'select 1;\n\n\\connect other',
      3,
      '\\connect is a command of psql, not SQL; migrations run in one database',
    ],
    ['\\i other.sql', 1, '\\i is a command of psql, not SQL; put the SQL of that file in its place'],
    ['select 1;\n\\gexec', 2, '\\gexec is a command of psql, not SQL; take it out'],
  ])('is told with its line and what to do: %j', (text, line, message) => {
    const [statement] = split(text);
    expect(statement?.problem).toMatchObject({ kind: 'psql-command', line });
    expect(statement?.problem?.message).toContain(message);
  });
});
