import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { OperatorError } from '../../src/domain/operator-error.ts';
import type { RawOptions } from '../../src/settings/validate-settings.ts';
import { CASES } from '../domain/arbitraries.ts';
import { settingsOf } from './inputs.ts';

// Ten thousand cases a night take their time.
jest.setTimeout(1_800_000);

/** Either settings, or one error of the user with a line for each mistake. */
async function endsWell(text: string | undefined, options: RawOptions = {}): Promise<void> {
  try {
    expect((await settingsOf(text, options)).intervals.length).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    expect(error.exitStatus).toBe(64);
    for (const line of error.message.split('\n'))
      expect(line).toMatch(/^(?:partition-guard\.yml:\d+|--[a-z-]+): \S/);
  }
}

const key = fc.constantFrom(
  ...[
    'migrations',
    'tables',
    'manage',
    'audit',
    'intervals',
    'checks',
    'waivers',
    'seed',
    'assertions',
    'rows',
  ],
  ...[
    'environments',
    'maintenance_window',
    'retention',
    'placeholders',
    'name',
    'call',
    'keep',
    'then',
    'runway',
  ],
  ...['scenario', 'server', 'sql', 'expect', 'until', 'range', 'key', '__proto__', 'constructor', 'toString'],
);
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    'monthly',
    'SELECT f(:interval)',
    '2026-01-01',
    'no-gap',
    'change:monthly->yearly',
    '24 months',
  ),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(key, fc.string()), tie('value'), { maxKeys: 6 }),
  ),
}));

const yamlish = fc
  .array(
    fc.oneof(
      key,
      fc.constantFrom(
        ': ',
        '\n',
        '  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '&a ',
        '*a',
        '"',
        "'",
        '|',
        '? ',
        '!t ',
        '#',
        '---\n',
        '%',
      ),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

describe('validateSettings', () => {
  it('ends well with any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(yamlish, fc.string({ unit: 'binary' })), (text) => endsWell(text)),
      CASES,
    );
  });

  it('ends well with any object', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value, { maxKeys: 8 }), (object) => endsWell(stringify(object))),
      CASES,
    );
  });

  it('ends well with any options', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '1/2', '2026-01-01', 'postgres://a:b@c', 'fresh'),
    );
    const options = fc.record(
      {
        base: text,
        server: text,
        rows: text,
        seed: text,
        now: text,
        shard: text,
        failOn: text,
        json: text,
        postgres: fc.array(text, { maxLength: 3 }),
        scenario: fc.array(text, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(options, (given) => endsWell(undefined, given)),
      CASES,
    );
  });
});
