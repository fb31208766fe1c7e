/** What `inspect` prints of a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/instant.ts';
import { runInspect } from '../../src/inspect-command.ts';
import { createPaint } from '../../src/report/paint.ts';
import { renderInspectionJson } from '../../src/report/inspection/json.ts';
import { inspectSettings } from '../../src/settings/inspect-settings.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { run } from './plan/planned-project.ts';
import { urlOf } from './target-url.ts';

let server: TestServer;
beforeAll(async () => (server = await openTestServer()));
afterAll(() => server.close());

const inspect = async (target: string) => {
  let told = '';
  const inspection = await runInspect({
    settings: inspectSettings({
      cwd: '/',
      options: { target },
      env: {},
      now: instantOf({ year: 2026, month: 2, day: 15 }),
    }),
    env: {},
    output: { write: (text: string) => (told += text), isTTY: false },
    terminal: { paint: createPaint({ colour: false }) },
    redact: (text) => text,
    onWarning: () => undefined,
  });
  const sizes = / \d+(?:\.\d+)? (?:kB|MB|bytes)/g;
  return { inspection, told: told.replace(sizes, ' SIZE').split('\n').slice(1).join('\n') };
};

const QUARTERS = `
  create table booking (id bigint, starts timestamptz) partition by range (starts);
  create table booking_a partition of booking for values from ('2026-01-01 00:00:00+00') to ('2026-04-01 00:00:00+00');
  create table booking_b partition of booking for values from ('2026-07-01 00:00:00+00') to ('2026-10-01 00:00:00+00');
  insert into booking select g, '2026-02-01 00:00:00+00' from generate_series(1, 1200) g;
  analyze booking`;

describe('inspect', () => {
  it('prints partitions, bounds, sizes, gaps and the runway', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, QUARTERS);
      const { told } = await inspect(urlOf(migrator));
      expect(told).toBe(`
  public.booking   2 quarterly partitions, by starts (timestamptz), about 1,200 rows, SIZE
    public.booking_a   [2026-01-01, 2026-04-01)   about 1,200 rows   SIZE
    public.booking_b   [2026-07-01, 2026-10-01)   about 0 rows       SIZE
    ✖ gap: no partition takes [2026-04-01, 2026-07-01), and writes there fail
    writes keep working until 2026-04-01, 45 days from now
`);
    }));

  it('tells a default partition from a partition of its own', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, QUARTERS, 'create table rest partition of booking default');
      const { told, inspection } = await inspect(urlOf(migrator));
      expect(told).toContain('⚠ gap: only the default partition takes [2026-04-01, 2026-07-01)');
      expect(told).toContain('⚠ from 2026-04-01 on, rows go into the default partition');
      expect(JSON.parse(renderInspectionJson(inspection))).toMatchObject({
        schema: 1,
        kind: 'inspection',
        tables: [
          {
            table: 'public.booking',
            interval: 'quarterly',
            gaps: [{ lower: '2026-04-01T00:00:00Z', upper: '2026-07-01T00:00:00Z' }],
            overlaps: [],
            writesUntil: null,
            caughtByDefaultFrom: '2026-04-01T00:00:00Z',
          },
        ],
      });
    }));

  it('says what it does not tell of, and when there is nothing', () =>
    server.withDatabase(async ({ migrator }) => {
      expect((await inspect(urlOf(migrator))).told).toContain(
        'No table is partitioned by range on a date or time.',
      );
      await run(migrator, 'create table by_list (kind text) partition by list (kind)');
      expect((await inspect(urlOf(migrator))).told).toContain(
        'public.by_list is not told of: it is partitioned by list, not by range',
      );
    }));

  it('asks for a target where none is given', () => {
    expect(() => inspectSettings({ cwd: '/', options: {}, env: {}, now: 0n })).toThrow(
      /^--target: no target is given/,
    );
  });
});
