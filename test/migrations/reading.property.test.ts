import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { parseMigrationName } from '../../src/migrations/migration-name.ts';
import { placeholderValues, replacePlaceholders } from '../../src/migrations/placeholders.ts';
import { parseContext } from '../../src/migrations/plpgsql-context.ts';
import { compareVersions, versionKey } from '../../src/migrations/version.ts';
import { CASES } from '../domain/arbitraries.ts';
import { migrationsOf, optionsIn } from './folder.ts';

// Ten thousand cases a night take their time.
jest.setTimeout(1_800_000);

const name = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[VRUBvr][0-9._]{0,5}_{0,2}[a-z]{0,3}\.(?:sql|SQL|sql\.conf)$/),
);
const version = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'));

describe('reading migrations', () => {
  it('ends well with any names and bytes', async () => {
    const file = fc.tuple(
      name,
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.uint8Array().map((b) => Buffer.from(b)),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 4 }), async (files) => {
        try {
          const migrations = await migrationsOf(Object.fromEntries(files));
          expect(migrations.length).toBeLessThanOrEqual(files.length);
        } catch (error) {
          if (!(error instanceof OperatorError)) throw error;
          expect(error.exitStatus).toBe(64);
        }
      }),
      CASES,
    );
  });

  it('suggests names that can be read', () => {
    fc.assert(
      fc.property(name, (fileName) => {
        const read = parseMigrationName(fileName);
        const right = read.kind === 'unreadable' ? read.suggestion : 'V1__x.sql';
        expect(parseMigrationName(right).kind).not.toBe('unreadable');
      }),
      CASES,
    );
  });

  it('orders versions without contradiction, and keys agree with the order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        expect(compareVersions(a, b) === 0).toBe(versionKey(a) === versionKey(b));
        const sorted = [a, b, c].sort(compareVersions);
        expect(compareVersions(sorted[0] ?? '', sorted[2] ?? '')).toBeLessThanOrEqual(0);
      }),
      CASES,
    );
  });

  it('knows the line that every line came from, whatever the placeholders hold', () => {
    const part = fc.oneof(
      fc.constantFrom('${a}', '${b}', '${none}', '${', '}', '\n', '\r\n'),
      fc.stringMatching(/^[a-z ]{0,5}$/),
    );
    const value = fc.stringMatching(/^[x\n]{0,5}$/);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), value, value, (parts, a, b) => {
        const values = placeholderValues({
          own: { a, b },
          flyway: optionsIn('/').flyway,
          cwd: '/',
          fileName: 'V1__x.sql',
        });
        const text = parts.map((each, i) => (each === '\n' ? `<${i}>\n` : each)).join('');
        const { text: replaced, lines, missing } = replacePlaceholders(text, values);
        const sources = text.split('\n');
        const results = replaced.split('\n');
        expect(lines?.length ?? results.length).toBe(results.length);
        for (const [i, line] of results.entries()) {
          const mark = /<\d+>$/.exec(line)?.[0];
          if (mark) expect(sources[(lines?.[i] ?? i + 1) - 1]).toContain(mark);
        }
        for (const { name: missed, line } of missing)
          expect(sources[line - 1]).toContain(`\${${missed.slice(0, 20)}`);
      }),
      CASES,
    );
  });

  it('reads any context', () => {
    const line = fc.oneof(
      fc.string(),
      fc.tuple(fc.string(), fc.nat()).map(([text, n]) => `PL/pgSQL function ${text} line ${n} at RAISE`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const frames = parseContext(lines.join('\n'));
        expect(frames.every((frame) => frame.line === undefined || frame.line >= 0)).toBe(true);
      }),
      CASES,
    );
  });
});
