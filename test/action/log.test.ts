import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Log } from '../../src/action/log.ts';
import { createRedactor } from '../../src/domain/redaction.ts';
import { obeyed } from '../support/runner-commands.ts';

function withLog(body: (log: Log) => void, secrets: readonly string[] = []): string {
  let printed = '';
  const log = new Log({
    write: (text) => (printed += text),
    redact: createRedactor(secrets),
    token: 'TOKEN',
  });
  body(log);
  log.flush();
  return printed;
}

describe('the log', () => {
  it.each([
    ['::error::x', ': :error::x'],
    ['   ::error::x', '   : :error::x'],
    ['\r::error::x', ' : :error::x'],
    ['\u001b[31m::error::x', ': :error::x'],
    ['\u200b::error::x', ': :error::x'],
    ['a ##[error]x', 'a ## [error]x'],
    ['a\u2028::error::x', 'a::error::x'],
    ['  indented, and cast::text', '  indented, and cast::text'],
  ])('prints %j so that no runner obeys it', (text, printed) => {
    expect(withLog((log) => log.line(text))).toBe(`${printed}\n`);
  });

  it('puts lines together that come in pieces', () => {
    expect(withLog((log) => ['one ', 'line\n:', ':error::x'].forEach((text) => log.stream.write(text)))).toBe(
      'one line\n: :error::x\n',
    );
  });

  it('annotates a line of a file', () => {
    const printed = withLog((log) =>
      log.annotate({ level: 'error', title: 'a, b: c', message: '50% lost\nsee', file: 'a,b.sql', line: 3 }),
    );
    expect(printed).toBe('::error title=a%2C b%3A c,file=a%2Cb.sql,line=3::50%25 lost%0Asee\n');
  });

  it('masks a secret of several lines line by line', () => {
    expect(withLog((log) => log.mask(['one\n\ntwo']))).toBe('::add-mask::one\n::add-mask::two\n');
  });

  it('lets the runner obey nothing while SQL is about, also when that fails', async () => {
    let printed = '';
    const log = new Log({ write: (text) => (printed += text), redact: (text) => text, token: 'TOKEN' });
    await expect(
      log.withoutCommands(async () => {
        log.stream.write('no end');
        throw new Error('it failed');
      }),
    ).rejects.toThrow('it failed');
    expect(printed).toBe('::stop-commands::TOKEN\nno end\n::TOKEN::\n');
  });

  it('keeps the indent of what is annotated, which may be lines to copy', () => {
    const message = 'Add:\npermissions:\n  contents: read\n\n  ::error::x\n';
    const printed = withLog((log) => log.annotate({ level: 'warning', title: 'x', message }));
    expect(printed).toBe('::warning title=x::Add:%0Apermissions:%0A  contents: read%0A  : :error::x\n');
  });

  it('has the runner obey what we say only, whatever is in any text', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom(
          '::',
          '##[',
          ':',
          '#',
          '[',
          'error',
          'add-mask',
          '\r',
          '\n',
          '\r\n',
          '%0A',
          '%3A',
          '\u2028',
          '\v',
        ),
        fc.constantFrom(
          '::error::x',
          '::set-output name=a::b',
          '##[group]',
          '::TOKEN::',
          '\u001b[1m',
          '\u200b',
          ' ',
          '\t',
          'x',
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { maxLength: 12 },
    );
    const text = hostile.map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const printed = withLog((log) => {
          log.line(a);
          log.group(b, [c]);
          log.annotate({ level: 'warning', title: a, message: b, file: c, line: 1 });
          log.stream.write(c);
        });
        expect(obeyed(printed).map(({ name }) => name)).toEqual(['group', 'endgroup', 'warning']);
      }),
      { numRuns: 2_000 },
    );
  });
});
