import { describe, expect, it } from '@jest/globals';
import { finite, MAXVALUE, MINVALUE } from '../../src/domain/range.ts';
import { renderJson } from '../../src/report/json.ts';
import { at, check, FAILING, layout, LOST, partition, run, scenario } from './results.ts';

describe('the JSON report', () => {
  it('has the keys of the contract', () => {
    const result = run(
      [
        scenario('change:monthly->quarterly', {
          verdict: 'fail',
          durationMs: 12.6,
          before: [layout([partition('2026_01', '2026-01-01', '2026-02-01', 7)])],
          rows: { before: 7, after: 4, lost: 3, duplicated: 0, changed: 0 },
          exclusiveLockMs: 12.3,
          checks: [LOST],
        }),
      ],
      { verdict: 'fail', durationMs: 99.5, replayOptions: ['--now', '2026-11-22'] },
    );
    expect(JSON.parse(renderJson(result))).toEqual({
      schema: 1,
      tool: { name: 'partition-guard', version: '0.1.0' },
      verdict: 'fail',
      seed: 1,
      rows: 100_000,
      startedAt: '2026-11-22T12:00:00.000Z',
      durationMs: 100,
      server: { kind: 'embedded', version: '16.4' },
      failOn: 'error',
      shard: { index: 1, of: 1, scenarios: ['change:monthly->quarterly'] },
      replayOptions: ['--now', '2026-11-22'],
      migrations: [{ folder: 'sql/migrations', files: 1, filesUnderTest: 1 }],
      tables: ['public.amenity_booking'],
      notes: [],
      scenarios: [
        {
          name: 'change:monthly->quarterly',
          verdict: 'fail',
          durationMs: 13,
          tables: {
            before: [{ table: 'public.amenity_booking', keyColumn: 'start_time', keyType: 'timestamptz' }],
            after: [],
          },
          exclusiveLockMs: 12,
          before: [
            {
              partition: 'public.amenity_booking_2026_01',
              lower: '2026-01-01T00:00:00Z',
              upper: '2026-02-01T00:00:00Z',
              rows: 7,
              table: 'public.amenity_booking',
            },
          ],
          after: [],
          rows: { before: 7, after: 4, lost: 3, duplicated: 0, changed: 0 },
          checks: [
            {
              id: 'no-row-lost',
              verdict: 'fail',
              severity: 'error',
              message: LOST.message,
              remedy: LOST.remedy,
              location: { file: 'db/migration/V2__partition.sql', line: 24 },
              evidence: {
                count: 100_000,
                examples: ['b1', 'b2', 'b3'],
                unlisted: 99_997,
                statement: 'DROP TABLE IF EXISTS amenity_booking_old',
              },
            },
          ],
          notes: [],
        },
      ],
    });
  });

  it('has the locks with their times where they were watched', () => {
    const locks = {
      steps: [{ pass: 'a', step: 'apply', fromMs: 0, toMs: 20.5 }],
      held: [
        {
          step: 0,
          table: 'public.a_1',
          parent: 'public.a',
          mode: 'SHARE',
          fromMs: 1.5,
          toMs: 4,
          rows: 7,
          statement: 'lock table a_1',
          location: { file: 'V2__a.sql', line: 3 },
        },
      ],
      unlisted: 2,
      stalls: [{ step: 0, table: 'public.a_1', stops: 'writers', fromMs: 1.5, toMs: 4 }],
    } as const;
    const [watched, other] = JSON.parse(renderJson(run([scenario('a', { locks }), scenario('b')]))).scenarios;
    expect(watched.locks).toEqual(locks);
    expect(other).not.toHaveProperty('locks');
  });

  it('gives unbounded ends as null and marks the default partition', () => {
    const one = layout([
      { kind: 'default', name: 'public.d', oid: 3, rows: 2 },
      {
        kind: 'range',
        name: 'public.rest',
        oid: 2,
        rows: 0,
        range: { lower: finite(at('2026-01-01')), upper: MAXVALUE },
      },
      {
        kind: 'range',
        name: 'public.past',
        oid: 1,
        rows: 1,
        range: { lower: MINVALUE, upper: finite(at('2026-01-01')) },
      },
    ]);
    const other = layout([partition('x', '2026-01-01', '2026-01-02')], 'public.other');
    const [first] = JSON.parse(renderJson(run([scenario('fresh', { after: [one, other] })]))).scenarios;
    const table = 'public.amenity_booking';
    expect(first.after).toEqual([
      { partition: 'public.past', lower: null, upper: '2026-01-01T00:00:00Z', rows: 1, table },
      { partition: 'public.rest', lower: '2026-01-01T00:00:00Z', upper: null, rows: 0, table },
      { partition: 'public.d', lower: null, upper: null, default: true, rows: 2, table },
      {
        partition: 'public.amenity_booking_x',
        lower: '2026-01-01T00:00:00Z',
        upper: '2026-01-02T00:00:00Z',
        rows: 0,
        table: 'public.other',
      },
    ]);
  });

  it('leaves location and statement out where they are not known', () => {
    const [first] = JSON.parse(renderJson(run([scenario('fresh', { checks: [check('no-gap')] })]))).scenarios;
    expect(Object.keys(first.checks[0])).toEqual([
      'id',
      'verdict',
      'severity',
      'message',
      'remedy',
      'evidence',
    ]);
    expect(Object.keys(first.checks[0].evidence)).toEqual(['count', 'examples']);
  });

  it('is the same text for the same result, indented, with a newline at the end', () => {
    const text = renderJson(FAILING);
    expect(renderJson(FAILING)).toBe(text);
    expect(text).toMatch(/^\{\n {2}"schema": 1,\n/);
    expect(text).toMatch(/[^\n]\n$/);
    expect(`${JSON.stringify(JSON.parse(text), null, 2)}\n`).toBe(text);
  });
});
