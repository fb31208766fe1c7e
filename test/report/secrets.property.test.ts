/** A secret in any text of a result is in none of the forms that the result is told in. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Log } from '../../src/action/log.ts';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { createRedactor, knownForms, redactResult } from '../../src/domain/redaction.ts';
import type { RunResult } from '../../src/domain/result.ts';
import { tellError } from '../../src/exit-status.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { renderJobSummary } from '../../src/report/job-summary.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderNotJudged } from '../../src/report/not-judged.ts';
import { createPaint } from '../../src/report/paint.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import {
  renderClosing,
  renderFindings,
  renderHeader,
  renderScenarioLine,
} from '../../src/report/terminal.ts';
import { check, layout, partition, run, scenario } from './results.ts';

const CASES = { numRuns: process.env['PARTITION_GUARD_NIGHTLY'] === undefined ? 2_000 : 10_000 };
const FEWER = { numRuns: CASES.numRuns / 4 };
const MARKER = '<!-- marker -->';

/** Every text of a result that comes from outside holds `planted`. */
function resultWith(planted: string): RunResult {
  const layouts = [
    layout(
      [{ ...partition('x', '2026-01-01', '2027-01-01', 5), name: `public."${planted}"` }],
      `public."of ${planted}"`,
    ),
  ];
  const failing = check('no-row-lost', {
    verdict: 'fail',
    message: `lost from ${planted}\nsecond line ${planted}`,
    remedy: `copy ${planted}`,
    location: { file: `migrations/${planted}.sql`, line: 3 },
    evidence: {
      count: 2,
      examples: [`key ${planted}`, planted],
      statement: `DELETE FROM x WHERE y = '${planted}'`,
    },
  });
  const own = check(`assertion:${planted}`, { verdict: 'inconclusive', message: planted });
  return run(
    [
      scenario('upgrade', {
        verdict: 'fail',
        before: layouts,
        after: layouts,
        rows: { before: 10, after: 8, lost: 2, duplicated: 0, changed: 0 },
        checks: [failing, own, check('runway', { severity: 'warning', verdict: 'fail', message: planted })],
        notes: [`note ${planted}`],
        waived: [`waived ${planted}`],
        locks: {
          steps: [{ pass: planted, step: planted, fromMs: 0, toMs: 5 }],
          held: [
            { step: 0, table: planted, mode: 'ACCESS EXCLUSIVE', fromMs: 0, toMs: 4, statement: planted },
          ],
          unlisted: 0,
          stalls: [{ step: 0, table: planted, stops: 'writers', fromMs: 0, toMs: 4 }],
        },
      }),
    ],
    {
      verdict: 'fail',
      migrations: [{ folder: planted, files: 1, filesUnderTest: 1 }],
      replayOptions: ['--config', planted],
      tables: [`public."${planted}"`],
      notes: [`whole run ${planted}`],
    },
  );
}

/** All forms that texts of a run are told in. */
function formsOf(planted: string, secrets: readonly string[]): Record<string, string> {
  const redact = createRedactor(secrets);
  const result = redactResult(resultWith(planted), redact);
  const options = { paint: createPaint({ colour: false }) };
  let printed = '';
  const log = new Log({ write: (text) => (printed += text), redact, token: 'T' });
  for (const annotation of annotationsOf(result)) log.annotate(annotation);
  log.line(planted);
  const told = tellError(new OperatorError(`wrong: ${planted}`, { code: 'x', hint: planted }), redact).text;
  return {
    terminal:
      renderHeader(result, options) +
      result.scenarios.map((one) => renderScenarioLine(one, options)).join('') +
      renderFindings(result, options) +
      renderClosing(result, options),
    json: renderJson(result),
    markdown: renderMarkdown(result),
    comment: renderComment(result, { marker: MARKER }),
    summary: renderJobSummary(result, {}),
    sarif: renderSarif(result, CHECKS),
    junit: renderJunit(result),
    html: renderHtml(result),
    log: printed,
    error: told + tellError(new Error(planted), redact).text.replace(/^ +at .*$/gm, ''),
    'not judged': renderNotJudged(told, { marker: MARKER }),
  };
}

/** Of letters and signs that nothing of ours holds by chance: what is found is what was planted. */
const anySecret = fc
  .array(
    fc.constantFrom(
      ...'ΩЖшюψξ漢字',
      '%',
      '@',
      '/',
      ':',
      '&',
      '<',
      "'",
      '"',
      '\\',
      '$',
      '*',
      '_',
      '|',
      ' ',
      '+',
    ),
    {
      minLength: 8,
      maxLength: 24,
    },
  )
  .map((characters) => characters.join('').trim())
  .filter((secret) => [...secret].filter((character) => /[\p{L}]/u.test(character)).length >= 6);

/** Signs as each form of report writes them. */
function asWritten(secret: string): string[] {
  const html = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll("'", '&#39;')
    .replaceAll('"', '&quot;');
  return [
    ...new Set([
      ...knownForms([secret]),
      secret,
      html,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
    ]),
  ];
}

describe('a secret', () => {
  it('that stands in any text of a run is in no form of it', () => {
    fc.assert(
      fc.property(
        anySecret,
        fc.string({ maxLength: 10 }),
        fc.string({ maxLength: 10 }),
        (secret, before, after) => {
          for (const [form, text] of Object.entries(formsOf(`${before}${secret}${after}`, [secret]))) {
            if (asWritten(secret).some((written) => text.includes(written)))
              throw new Error(`${form}: ${text}`);
          }
        },
      ),
      CASES,
    );
  });

  it('that is the password of an address is in no form, whichever way it is written', () => {
    fc.assert(
      fc.property(anySecret, fc.constantFrom('plain', 'encoded', 'address', 'basic'), (password, way) => {
        const address = `postgres://keeper:${encodeURIComponent(password)}@db.example.com:5433/bookings`;
        const bytes = Buffer.from(`keeper:${password}`);
        const planted = {
          plain: password,
          encoded: encodeURIComponent(password),
          address,
          basic: bytes.toString('base64'),
        }[way];
        for (const [form, text] of Object.entries(formsOf(planted, [address]))) {
          const hidden = [
            ...asWritten(password),
            'db.example.com',
            bytes.toString('base64').replace(/=+$/, ''),
          ];
          if (hidden.some((written) => text.includes(written))) throw new Error(`${form}: ${text}`);
        }
      }),
      FEWER,
    );
  });

  it('that only a migration knows is in no form where it stands as a password', () => {
    const shapes = fc.constantFrom<(word: string) => string>(
      (word) => `CREATE ROLE app LOGIN PASSWORD '${word}'`,
      (word) => `alter role app with encrypted password E'${word}'`,
      (word) => `CREATE USER MAPPING FOR app SERVER s OPTIONS (user 'u', password '${word}')`,
      (word) => `SELECT dblink('host=h password=${word} dbname=d', 'x')`,
      (word) => `could not connect to postgres://app:${word}@host:5432/db`,
      (word) => `CREATE SUBSCRIPTION s CONNECTION 'host=h user=u password=${word}' PUBLICATION p`,
      (word) => `ALTER ROLE app PASSWORD $pw$${word}$pw$`,
    );
    const word = fc
      .array(fc.constantFrom(...'ΩЖшюψξ漢字!#+.-'), { minLength: 8, maxLength: 20 })
      .map((w) => `Ж${w.join('')}`);
    fc.assert(
      fc.property(shapes, word, (shape, password) => {
        for (const [form, text] of Object.entries(formsOf(shape(password), []))) {
          if (asWritten(password).some((written) => text.includes(written)))
            throw new Error(`${form}: ${text}`);
        }
      }),
      FEWER,
    );
  });
});

it('each of the forms would show what is planted, were it no secret', () => {
  const hidden = Object.entries(formsOf('ΩЖшюψξ', [])).filter(([, text]) => !text.includes('ΩЖшюψξ'));
  expect(hidden.map(([form]) => form)).toEqual([]);
});
