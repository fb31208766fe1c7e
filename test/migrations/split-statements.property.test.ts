import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitStatements } from '../../src/migrations/split-statements.ts';
import { loadSqlParser } from '../../src/migrations/sql-parser.ts';

const parser = await loadSqlParser();

const words = fc.stringMatching(/^[a-zé😀 '";$\n\\-]{0,12}$/u);

/** Text that is quoted so that nothing in it ends the statement. */
const statement = fc.oneof(
  words.map((text) => `select '${text.replaceAll("'", "''")}'`),
  words.map((text) => `select 1 as "x${text.replaceAll('"', '""')}"`),
  words.map((text) => `do $body$\nbegin\n  perform $q$${text.replaceAll('$', '')};$q$;\nend\n$body$`),
  words.map((text) => `select 1 /* a ; /* nested */ ${text} */ + 2`),
  fc.constant('create table "Tâble;" (\n  a int,\n  b text default \'x;\n y\'\n)'),
  fc.constant("select E'it\\'s; fine'"),
  fc.constant('create function f() returns int\nlanguage sql\nbegin atomic\n  select 1;\n  select 2;\nend'),
);

const between = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '-- why; é\n',
  "/* it's\n one */ ",
  '\n-- 😀 $$\n\t',
  ' ; ;\n',
);

describe('splitStatements', () => {
  it('gives back every statement and the line of its first token', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(between, statement), { maxLength: 8 }), between, (parts, last) => {
        let text = '';
        const expected: { text: string; line: number }[] = [];
        for (const [blank, sql] of parts) {
          text += blank;
          expected.push({ text: sql, line: text.split('\n').length });
          text += `${sql};`;
        }
        const found = splitStatements(parser, { file: 'V1__x.sql', text: text + last });
        expect(found.map(({ text, line }) => ({ text, line }))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), words, fc.stringMatching(/^[;'"$\\/*\-a\n ]*$/)),
        (text) => {
          for (const found of splitStatements(parser, { file: 'V1__x.sql', text })) {
            expect(found.line).toBeGreaterThanOrEqual(1);
            expect(found.line).toBeLessThanOrEqual(text.split('\n').length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
