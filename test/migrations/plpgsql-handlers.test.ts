import { describe, expect, it } from '@jest/globals';
import { listenIn } from '../../src/migrations/listening-routine.ts';
import { findHandlers } from '../../src/migrations/plpgsql-handlers.ts';
import { loadSqlParser } from '../../src/migrations/sql-parser.ts';

const parser = await loadSqlParser();
const handlersOf = (body: string, ...outputs: string[]) => findHandlers(parser, body, new Set(outputs));

/** What a handler of these actions makes of an error; `after` follows its block. */
const response = (actions: string, after = '', outputs: readonly string[] = []): string | undefined =>
  handlersOf(
    `begin begin perform f(); exception when others then ${actions} end; ${after} end`,
    ...outputs,
  )[0]?.response;

describe('a handler', () => {
  it.each([
    ['null;', 'silent'],
    ['return;', 'silent'],
    ['return null;', 'silent'],
    ['continue;', 'silent'],
    ["raise notice '%', sqlerrm;", 'told'],
    ['raise warning using message = sqlerrm;', 'told'],
    ['insert into migration_log values (sqlerrm);', 'told'],
    ["execute format('insert into %I.audit_log values (1)', s);", 'told'],
    ['perform log_failure(sqlerrm);', 'told'],
    ['return false;', 'answered'],
    ['insert into booking_default values (1);', 'mended'],
    ["execute 'alter table a detach partition b';", 'mended'],
    ['create table a (n integer);', 'mended'],
    ['raise;', 'raised'],
    ["raise exception '%', sqlerrm;", 'raised'],
    ["raise notice 'so'; raise;", 'raised'],
    ["begin raise notice 'so'; raise sqlstate '22012'; end;", 'raised'],
    ["if sqlstate <> '42P07' then raise; end if;", 'chosen'],
    ["case sqlstate when '42P07' then null; else raise; end case;", 'chosen'],
  ])('with %s is %s', (actions, expected) => {
    expect(response(actions)).toBe(expected);
  });

  it('keeps the error where what it notes is raised or acted upon later', () => {
    const keeps = 'get stacked diagnostics fault = message_text;';
    expect(response(keeps)).toBe('silent');
    expect(response(keeps, "raise notice '%', fault;")).toBe('silent');
    expect(response(keeps, "raise exception '%', fault;")).toBe('kept');
    expect(response(keeps, 'perform raise_again(fault);')).toBe('kept');
    expect(response('failed := failed + 1;', "if failed > 0 then raise exception 'x'; end if;")).toBe('kept');
    expect(response('failed := failed + 1;', "if failed > 0 then raise warning 'x'; end if;")).toBe('silent');
  });

  it('answers by what it returns later, and by the outputs of its function', () => {
    expect(response('ok := false;', 'return ok;')).toBe('answered');
    expect(response('ok := false;', '', ['ok'])).toBe('answered');
  });

  it('names its conditions in lower case, codes as such', () => {
    const [handler] = handlersOf(
      "begin null; exception when Check_Violation or sqlstate '42P17' then null; end",
    );
    expect(handler?.conditions).toEqual(['check_violation', 'sqlstate 42p17']);
  });

  it('is found wherever it is nested, in the order of its block', () => {
    const body = `<<outer>> declare n integer := case when true then 1 end; c cursor for select 1;
begin
  for i in 1 .. 2 loop
    if case when i = 1 then true else false end then
      begin perform 1; exception when unique_violation then null; end;
    else
      case i when 2 then begin perform 2; exception when not_null_violation then null; end; end case;
    end if;
  end loop;
exception -- the last
  when others then
    begin null; exception when check_violation then null; end;
end outer;`;
    expect(handlersOf(body).map(({ conditions }) => conditions[0])).toEqual([
      'unique_violation',
      'not_null_violation',
      'others',
      'check_violation',
    ]);
  });
});

describe('a loop', () => {
  const inLoop = (head: string, body: string, after = '') =>
    handlersOf(
      `begin ${head} loop begin ${body} exception when others then null; end; ${after} end loop; end`,
    )[0]?.retry;

  it('tries again where its block leaves it', () => {
    expect(inLoop('', 'perform f(); exit;')).toEqual({ isLast: undefined });
    expect(inLoop('', 'perform f(); return 1;')).toEqual({ isLast: undefined });
    expect(inLoop('', 'perform f(); ok := true;', 'exit when ok;')).toEqual({ isLast: undefined });
    expect(inLoop('while not done', 'perform f(); done := true;')).toEqual({ isLast: undefined });
  });

  it('gives up after its last attempt', () => {
    expect(inLoop('for attempt in 1 .. 5', 'perform f(); exit;')).toEqual({ isLast: 'attempt = 5' });
    expect(inLoop('for attempt in 1..most', 'perform f(); exit;')).toEqual({ isLast: 'attempt = most' });
  });

  it('goes from one to the next otherwise', () => {
    expect(inLoop('for part in select 1', 'perform f();')).toBeUndefined();
    expect(inLoop('foreach part in array parts', 'perform f();')).toBeUndefined();
    expect(inLoop('while at < last', 'perform f();', 'at := at + 1;')).toBeUndefined();
    expect(
      handlersOf(
        'begin loop fetch c into r; exit when not found; begin perform f(); exception when others then null; end; end loop; end',
      )[0]?.retry,
    ).toBeUndefined();
  });
});

describe('listening', () => {
  const listen = (sql: string): string =>
    listenIn(parser, sql, { isHeard: () => true, report: ({ routine }) => `report ${routine ?? 'block'};` })
      .text;

  it('puts a report behind THEN, on its line, whatever the quotes', () => {
    expect(listen('do $$begin null; exception when others then\n null; end$$')).toBe(
      'do $$begin null; exception when others then report block;\n null; end$$',
    );
    expect(
      listen(
        "create function public.f() returns text language plpgsql as 'begin return ''é''; exception when others then return ''''; end'",
      ),
    ).toContain("return ''é''; exception when others then report f; return ''''; end'");
  });

  it.each([
    ['do language plpython3u $$ exception when others $$'],
    ['create function f() returns integer language sql as $$ select 1 -- exception when others then $$'],
    ["do $$ begin raise exception 'when'; end $$"],
    ["do E'begin null; exception when others then null; end'"],
    ['do $$ exception when $$'],
    ['create function f() returns integer language plpgsql'],
  ])('leaves %s as it is', (sql) => {
    expect(listen(sql)).toBe(sql);
  });

  it('is not stopped by a body without end, nor by one that is too deep', () => {
    expect(listen('do $$ begin begin exception when others then $$')).toContain('then report block;');
    const deep = `do $$ ${'begin '.repeat(20_000)} exception when others then null; end $$`;
    expect(() => listen(deep)).not.toThrow();
  });
});
