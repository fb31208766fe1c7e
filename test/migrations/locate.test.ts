import { describe, expect, it } from '@jest/globals';
import { locate, locateDefinition, locateFunctionLine } from '../../src/migrations/locate.ts';
import type { Migration, Statement } from '../../src/migrations/migration.ts';
import { migrationsOf } from './folder.ts';

const V1 = `-- helpers
create function create_partitions(a integer, b text)
returns void language plpgsql as $$
begin
  raise notice 'old';
end $$;
`;

const V2 = `select 1;

create or replace function create_partitions(a integer, b text) returns void
language plpgsql
as $body$
declare
  i integer;
begin
  execute 'x';
  insert into booking
  values (nope);
end
$body$;

create function create_partitions(a text) returns void language plpgsql as $$
begin
  perform 1;
end $$;

do $$
begin
  perform create_partitions(1, 'é');
end $$;

select '😀',
  nope;
`;

const migrations: readonly Migration[] = await migrationsOf({ 'V1__a.sql': V1, 'V2__b.sql': V2 });
const statement = (migration: number, index: number): Statement => {
  const found = migrations[migration]?.statements[index];
  if (!found) throw new Error('no such statement');
  return found;
};
const block = statement(1, 3);
const NAME = 'PL/pgSQL function create_partitions';

describe('locate', () => {
  it('finds the line in the innermost function that is known', () => {
    const context = [
      'SQL statement "CREATE TABLE x',
      '  PARTITION OF y"',
      `${NAME}(integer,text) line 5 at EXECUTE`,
      'SQL statement "SELECT create_partitions(1, \'é\')"',
      'PL/pgSQL function inline_code_block line 3 at PERFORM',
    ].join('\n');
    expect(locate({ context }, block, migrations)).toEqual({ file: 'V2__b.sql', line: 9 });
  });

  it('passes over functions that no migration defines', () => {
    const context = [
      'PL/pgSQL function elsewhere(integer) line 2 at RAISE',
      'PL/pgSQL function inline_code_block line 3 at PERFORM',
    ].join('\n');
    expect(locate({ context }, block, migrations)).toEqual({ file: 'V2__b.sql', line: 22 });
  });

  it('takes the outermost block for the statement that was sent', () => {
    const context = [
      'PL/pgSQL function inline_code_block line 1 at RAISE',
      'SQL statement "DO …"',
      'PL/pgSQL function inline_code_block line 3 at EXECUTE',
    ].join('\n');
    expect(locate({ context }, block, migrations)).toEqual({ file: 'V2__b.sql', line: 22 });
    expect(locate({ context }, statement(1, 0), migrations)).toEqual({ file: 'V2__b.sql', line: 1 });
  });

  it('takes the definition that held when the statement ran', () => {
    const context = `${NAME}(integer,text) line 3 at RAISE`;
    expect(locate({ context }, statement(1, 0), migrations)).toEqual({ file: 'V1__a.sql', line: 5 });
    expect(locate({ context }, undefined, migrations)).toEqual({ file: 'V2__b.sql', line: 7 });
  });

  it('tells functions of one name apart by their arguments', () => {
    const at = (signature: string) =>
      locate({ context: `PL/pgSQL function ${signature} line 3 at PERFORM` }, undefined, migrations);
    expect(at('create_partitions(text)')).toEqual({ file: 'V2__b.sql', line: 17 });
    expect(at('public.create_partitions(integer,text)')).toEqual({ file: 'V2__b.sql', line: 7 });
    expect(at('"create_partitions"(bigint)')).toEqual({ file: 'V2__b.sql', line: 17 });
    expect(at('create_partitions')).toEqual({ file: 'V2__b.sql', line: 17 });
  });

  it('adds the line within an SQL statement of a body', () => {
    const failure = {
      context: `${NAME}(integer,text) line 6 at SQL statement`,
      internalQuery: 'insert into booking\n  values (nope)',
      internalPosition: '31',
    };
    expect(locate(failure, block, migrations)).toEqual({ file: 'V2__b.sql', line: 11 });
  });

  it('reads errors of compiling, entering and SQL functions', () => {
    const at = (context: string) => locate({ context }, undefined, migrations);
    expect(at('compilation of PL/pgSQL function "create_partitions" near line 2')).toEqual({
      file: 'V2__b.sql',
      line: 16,
    });
    expect(at(`${NAME}(integer,text) during function entry`)).toEqual({ file: 'V2__b.sql', line: 3 });
    expect(at('SQL function "create_partitions" statement 1')).toEqual({ file: 'V2__b.sql', line: 15 });
    expect(at('something else')).toBeUndefined();
  });

  it('finds the line of a position, counted in characters', () => {
    const last = statement(1, 4);
    expect(last.text.slice(0, 8)).toBe("select '");
    expect(locate({ position: '8' }, last, migrations)).toEqual({ file: 'V2__b.sql', line: 25 });
    expect(locate({ position: 12 }, last, migrations)).toEqual({ file: 'V2__b.sql', line: 25 });
    expect(locate({ position: 13 }, last, migrations)).toEqual({ file: 'V2__b.sql', line: 26 });
    expect(locate({ position: 9999 }, last, migrations)).toEqual({ file: 'V2__b.sql', line: 26 });
  });

  it('falls back on the statement, and never leaves a body', () => {
    expect(locate({}, block, migrations)).toEqual({ file: 'V2__b.sql', line: 20 });
    const context = `${NAME}(integer,text) line 500 at RAISE`;
    expect(locate({ context }, block, migrations)).toEqual({ file: 'V2__b.sql', line: 20 });
    expect(locate({}, undefined, migrations)).toBeUndefined();
  });

  it('keeps to the lines of the file where a placeholder brings lines of its own', async () => {
    const text = 'do $$\nbegin\n  perform ${many};\n  perform nope;\nend $$;\nselect nope;';
    const [migration] = await migrationsOf({ 'V1__a.sql': text }, { many: '1,\n2,\n3' });
    const [first, second] = migration?.statements ?? [];
    if (!migration || !first || !second) throw new Error('no such statement');
    const context = 'PL/pgSQL function inline_code_block line 6 at PERFORM';
    expect(locate({ context }, first, [migration])).toEqual({ file: 'V1__a.sql', line: 4 });
    expect(locate({ position: 8 }, second, [migration])).toEqual({ file: 'V1__a.sql', line: 6 });
  });
});

describe('locateDefinition and locateFunctionLine', () => {
  it('give the last definition', () => {
    expect(locateDefinition(migrations, 'create_partitions')).toEqual({ file: 'V2__b.sql', line: 15 });
    expect(locateDefinition(migrations, 'none')).toBeUndefined();
    expect(locateFunctionLine(migrations, 'create_partitions', 3)).toEqual({ file: 'V2__b.sql', line: 17 });
  });
});
