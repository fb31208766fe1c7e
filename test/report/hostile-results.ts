/** Results in which every word comes from strangers, for the properties of the reports. */
import fc from 'fast-check';
import { DAY } from '../../src/domain/instant.ts';
import type { Layout } from '../../src/domain/layout.ts';
import { rangeOf } from '../../src/domain/range.ts';
import type { RunResult } from '../../src/domain/result.ts';
import { at, check, run, scenario } from './results.ts';

const BLOCKS = [
  '`',
  '``',
  '```',
  '~~~',
  '|',
  '\n',
  '\r',
  '\n\n',
  '\t',
  '# ',
  '### ',
  '- ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '---',
  '===',
  '***',
  '    ',
  '|---|',
  '[^1]',
  '[^1]: ',
  '- [ ] ',
  '[!NOTE]',
];
const TAGS = [
  '<details>',
  '</details>',
  '<summary>',
  '</summary>',
  '<!--',
  '-->',
  '</code>',
  '<script>',
  '<img src=x>',
  '<a href="//x.example">',
  '</table>',
  '&lt;',
  '&#64;',
  '&amp',
  '\\',
  '*',
  '_',
  '__',
  '~',
  '[x](y)',
  '![',
  '](',
  '<https://x.example>',
  '[x]: y',
];
const NAMES = [
  '@octocat',
  '@your-organisation/team',
  'a@b.example',
  '#1',
  'GH-1',
  'GHSA-aaaa-bbbb-cccc',
  'CVE-2024-1',
  'octocat/hello#1',
  'octocat/hello@',
  '0123456789abcdef0123456789abcdef01234567',
  'deadbeef',
  'https://github.com/octocat/hello/issues/1',
  'http://x.example',
  'www.x.example',
  'mailto:a@b.example',
  'xmpp:a@b.example',
  ':tada:',
  ':+1:',
  ':100:',
  '$$',
  '$`',
  '`$',
  '$x$',
  '/close',
  '::error::',
  '##[error]',
];
const CHARTS = [
  ':',
  ';',
  '%%',
  '%%{init: {}}%%',
  'gantt',
  'section ',
  'title ',
  'click ',
  ':crit, 2026-01-01',
  '```mermaid\n',
];
const SIGNS = [
  '\u001b[31m',
  '\u001b]0;x\u0007',
  '\u009b',
  '\u0000',
  '\u202E',
  '\u2066',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\u00AD',
  '\u2028',
  '\u0085',
  '\uD800',
  '🦊',
  'a',
  '7',
  ' ',
  '"',
  "'",
  ' at 2026-01-01, of ',
  '2026-01-01',
];

/** What a stranger may call a thing: structure of every format, controls, and plain letters. */
export const hostile = fc.oneof(
  fc
    .array(fc.constantFrom(...BLOCKS, ...TAGS, ...NAMES, ...CHARTS, ...SIGNS), { minLength: 1, maxLength: 8 })
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);

export interface Words {
  readonly name: string;
  readonly table: string;
  readonly message: string;
  readonly remedy: string;
  readonly file: string;
  readonly statement: string;
  readonly example: string;
  readonly note: string;
  readonly version: string;
}

export const words = fc.record<Words>({
  name: hostile,
  table: hostile,
  message: hostile,
  remedy: hostile,
  file: hostile,
  statement: hostile,
  example: hostile,
  note: hostile,
  version: hostile,
});

const HARMLESS = 'x';

export const harmless: Words = {
  name: HARMLESS,
  table: HARMLESS,
  message: HARMLESS,
  remedy: HARMLESS,
  file: HARMLESS,
  statement: HARMLESS,
  example: HARMLESS,
  note: HARMLESS,
  version: HARMLESS,
};

/** The same result whatever the words: one failing scenario, one finding, two partitions with a gap between. */
export function resultOf(w: Words): RunResult {
  const start = at('2026-01-01');
  const partition = (name: string, i: bigint) => ({
    kind: 'range' as const,
    name,
    oid: Number(i),
    rows: 1,
    range: rangeOf({ lower: start + i * 2n * DAY, upper: start + (i * 2n + 1n) * DAY }),
  });
  const layout: Layout = {
    table: w.table,
    keyColumn: 'c',
    keyType: 'timestamptz',
    partitions: [partition(w.name, 0n), partition(`${w.name}2`, 1n)],
  };
  const failing = check('no-row-lost', {
    verdict: 'fail',
    message: w.message,
    remedy: w.remedy,
    location: { file: w.file, line: 3 },
    evidence: { count: 5, examples: [w.example, w.example], statement: w.statement },
  });
  return run(
    [
      scenario(w.name, {
        verdict: 'fail',
        before: [layout],
        after: [layout],
        checks: [failing],
        notes: [w.note],
      }),
      scenario('rerun', { checks: [check(w.name, { verdict: 'not-applicable' })] }),
    ],
    {
      verdict: 'fail',
      tables: [w.table],
      notes: [w.note],
      migrations: [{ folder: w.file, files: 1, filesUnderTest: 1 }],
      server: { kind: 'embedded', version: w.version },
      replayOptions: [w.note],
    },
  );
}
