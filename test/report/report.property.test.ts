import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../../src/domain/instant.ts';
import type { Layout } from '../../src/domain/layout.ts';
import { rangeOf } from '../../src/domain/range.ts';
import type { RunResult } from '../../src/domain/result.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { createPaint } from '../../src/report/paint.ts';
import { createProgress } from '../../src/report/progress.ts';
import {
  renderClosing,
  renderFindings,
  renderHeader,
  renderScenarioLine,
} from '../../src/report/terminal.ts';
import { at, check, run, scenario } from './results.ts';

const nightly = process.env['PARTITION_GUARD_NIGHTLY'] !== undefined;
const CASES = { numRuns: nightly ? 5_000 : 500 };

const PIECES = [
  ...['`', '```', '~~~', '|', '\n', '\r', '\n\n', '# ', '### ', '- ', '1. ', '> ', '---', '===', '    '],
  ...[
    '<details>',
    '</details>',
    '<summary>',
    '<!--',
    '-->',
    '</code>',
    '<script>',
    '&lt;',
    '\\',
    '*',
    '_',
    '[x](y)',
    '![',
  ],
  ...[
    '@octocat',
    '#1',
    '$$',
    '::error::',
    '##[error]',
    ':',
    ';',
    '%%',
    '%%{init: {}}%%',
    'gantt',
    'section ',
    'title ',
  ],
  ...[
    '\u001b[31m',
    '\u001b]0;x\u0007',
    '\u009b',
    '\u0000',
    '\u202E',
    '\u200B',
    '\u2028',
    '\u0085',
    '\uD800',
    '🦊',
    'a',
    ' ',
    '"',
    "'",
  ],
];

/** What a stranger may call a thing: structure of every format, controls, and plain letters. */
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);

const BENIGN = 'x';

interface Words {
  readonly name: string;
  readonly table: string;
  readonly message: string;
  readonly remedy: string;
  readonly file: string;
  readonly statement: string;
  readonly example: string;
  readonly note: string;
}

const words = fc.record<Words>({
  name: hostile,
  table: hostile,
  message: hostile,
  remedy: hostile,
  file: hostile,
  statement: hostile,
  example: hostile,
  note: hostile,
});

const benign: Words = {
  name: BENIGN,
  table: BENIGN,
  message: BENIGN,
  remedy: BENIGN,
  file: BENIGN,
  statement: BENIGN,
  example: BENIGN,
  note: BENIGN,
};

/** The same result whatever the words: one failing scenario, one finding, two partitions with a gap between. */
function resultOf(w: Words): RunResult {
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
    },
  );
}

/** Whether a word leaves something to show; one of controls alone is left out, and its line with it. */
const shows = (w: Words): boolean =>
  // eslint-disable-next-line no-control-regex
  Object.values(w).every((text) => /[\p{L}\p{N}]/u.test(text.replace(/[\x1b\x80-\x9f][^]*/g, '')));

const structure = (markdown: string) => {
  const lines = markdown.split('\n');
  const starting = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  return {
    headings: starting(/^\s*(#|=+\s*$|-+\s*$)/),
    rows: lines.filter((line) => line.startsWith('|')).map((line) => line.replace(/[^|]/g, '')),
    fences: starting(/^\s*(```|~~~)/),
    items: starting(/^\s*[-*+] /),
    tags: markdown.match(/<\/?[a-z!][^>]*>/gi)?.filter((tag) => !/^<\/?(code|span)>$/.test(tag)),
    lines: lines.length,
  };
};

describe('markdown', () => {
  it('keeps its structure whatever strangers call their things', () => {
    const expected = structure(renderMarkdown(resultOf(benign)));
    fc.assert(
      fc.property(words.filter(shows), (w) => {
        expect(structure(renderMarkdown(resultOf(w)))).toEqual(expected);
      }),
      CASES,
    );
  });

  it('mentions nobody, links to nothing and stays below the limit', () => {
    fc.assert(
      fc.property(words, (w) => {
        const text = renderMarkdown(resultOf(w));
        expect(text.length).toBeLessThanOrEqual(60_000);
        // eslint-disable-next-line no-control-regex
        expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
        const outsideCode = text.replace(/`[^`\n]+`/g, '');
        expect(outsideCode).not.toMatch(/@[a-z]|#\d(?!\d*;)|\]\(/);
      }),
      CASES,
    );
  });

  it('draws only tasks that mermaid can read', () => {
    fc.assert(
      fc.property(words, (w) => {
        const chart = /```mermaid\n([^]*?)\n```/.exec(renderMarkdown(resultOf(w)))?.[1]?.split('\n') ?? [];
        const drawn = chart.filter((line) => / :/.test(line));
        expect(drawn).toHaveLength(6);
        for (const line of drawn)
          expect(line).toMatch(/^ {2}[^:;#%{}<>`-]+ :((done|crit), )?\d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d$/);
        expect(chart[1]).toMatch(/^ {2}title [^:;#%{}<>`-]+$/);
      }),
      CASES,
    );
  });
});

describe('the terminal', () => {
  const paint = createPaint({ colour: false });

  it('prints no control character and no command of a runner', () => {
    fc.assert(
      fc.property(words, fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }), (w, width) => {
        const result = resultOf(w);
        const options = { paint, ...(width === undefined ? {} : { width }) };
        const written: string[] = [];
        const progress = createProgress({ write: (text) => written.push(text) }, { ...options, total: 2 });
        result.scenarios.forEach((one) => progress.finished(one));
        const text = [
          renderHeader(result, options),
          ...result.scenarios.map((one) => renderScenarioLine(one, options)),
          ...written,
          renderFindings(result, options),
          renderClosing(result, options),
        ].join('');
        expect(text.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*::|##\[/);
      }),
      CASES,
    );
  });
});

describe('JSON', () => {
  it('brings every word back as it was', () => {
    fc.assert(
      fc.property(words, (w) => {
        const [first] = JSON.parse(renderJson(resultOf(w))).scenarios;
        expect(first.name).toBe(w.name);
        expect(first.before[1].partition).toBe(`${w.name}2`);
        expect(first.checks[0].message).toBe(w.message);
        expect(first.checks[0].evidence.examples).toEqual([w.example, w.example]);
        expect(first.notes).toEqual([w.note]);
      }),
      CASES,
    );
  });
});
