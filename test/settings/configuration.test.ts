import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/instant.ts';
import { mistakesOf, settingsOf, TODAY } from './inputs.ts';

const EVERYTHING = `
migrations: db/migration
base: origin/main
server: embedded
postgres: [17]
rows: 5000
now: 2026-03-01
scenario: [fresh, "change:monthly→quarterly"]
shard: 2/3
fail-on: warning
json: out/report.json
markdown: out/report.md
html: out/report.html
sarif: out/report.sarif
junit: out/junit.xml
placeholders:
  partitioning.prefix: amenity_booking_
tables:
  - name: Public."Amenity Booking"
    key: [booking_id, "\\"Tenant\\""]
    successor: public.amenity_booking_v2
    range: [2019-01-01, 2027-06-30]
  - name: plain_table
manage:
  call: "SELECT manage_partitions('amenity_booking_', :frequency, :interval_months)"
  retention: "CALL apply_retention(:keep)"
audit: { table: partition_audit_log, partition: partition_name }
intervals: [monthly, quarterly, yearly]
checks:
  runway: { days: 180 }
  names-match-bounds: off
  lock-budget: { exclusive_ms: 50, severity: error }
  "assertion:no double booking": warning
waivers:
  - check: no-row-lost
    table: public.import_buffer
    reason: "staging rows, reloaded each night"
    until: 2020-03-31
seed:
  public.amenity: "INSERT INTO amenity VALUES (1)"
assertions:
  - name: no double booking
    sql: "SELECT count(*) FROM booking"
    expect: unchanged
  - { name: none, sql: SELECT 0, expect: 0 }
environments: [DEV, PROD]
maintenance_window: "Sun 01:00-05:00 UTC"
retention: { keep: "24 months", then: archive }
`;

describe('validateSettings', () => {
  it('fills in every default where nothing is given', async () => {
    expect(await settingsOf()).toEqual({
      cwd: '/project',
      migrations: [],
      server: { kind: 'auto' },
      postgres: [],
      rows: 100_000,
      seed: 1,
      now: TODAY,
      shard: { index: 1, of: 1 },
      failOn: 'error',
      reports: {},
      placeholders: {},
      tables: [],
      manage: {},
      intervals: ['monthly', 'quarterly', 'yearly'],
      checks: {
        severities: new Map(),
        runwayDays: 90,
        lockBudget: { exclusiveMs: 1000, writerStallMs: 1000 },
      },
      waivers: [],
      seedSql: [],
      assertions: [],
      environments: ['DEV', 'STAGING', 'PROD'],
    });
  });

  it('reads the whole grammar', async () => {
    expect(await settingsOf(EVERYTHING)).toEqual({
      cwd: '/project',
      configFile: 'partition-guard.yml',
      migrations: ['db/migration'],
      base: 'origin/main',
      server: { kind: 'embedded' },
      postgres: [17],
      rows: 5000,
      seed: 1,
      now: instantOf({ year: 2026, month: 3, day: 1 }),
      scenarios: ['fresh', 'change:monthly->quarterly'],
      shard: { index: 2, of: 3 },
      failOn: 'warning',
      reports: {
        json: 'out/report.json',
        markdown: 'out/report.md',
        html: 'out/report.html',
        sarif: 'out/report.sarif',
        junit: 'out/junit.xml',
      },
      placeholders: { 'partitioning.prefix': 'amenity_booking_' },
      tables: [
        {
          table: { schema: 'public', name: 'Amenity Booking' },
          key: ['booking_id', 'Tenant'],
          successors: [{ schema: 'public', name: 'amenity_booking_v2' }],
          range: {
            lower: instantOf({ year: 2019, month: 1, day: 1 }),
            upper: instantOf({ year: 2027, month: 6, day: 30 }),
          },
        },
        { table: { name: 'plain_table' }, successors: [] },
      ],
      manage: {
        call: {
          sql: "SELECT manage_partitions('amenity_booking_', :frequency, :interval_months)",
          where: 'partition-guard.yml:25',
        },
        retention: { sql: 'CALL apply_retention(:keep)', where: 'partition-guard.yml:26' },
      },
      audit: { table: { name: 'partition_audit_log' }, partitionColumn: 'partition_name' },
      intervals: ['monthly', 'quarterly', 'yearly'],
      checks: {
        severities: new Map([
          ['names-match-bounds', 'off'],
          ['lock-budget', 'error'],
          ['assertion:no double booking', 'warning'],
        ]),
        runwayDays: 180,
        lockBudget: { exclusiveMs: 50, writerStallMs: 1000 },
      },
      waivers: [
        {
          check: 'no-row-lost',
          table: { schema: 'public', name: 'import_buffer' },
          reason: 'staging rows, reloaded each night',
          until: instantOf({ year: 2020, month: 3, day: 31 }),
        },
      ],
      seedSql: [{ table: { schema: 'public', name: 'amenity' }, sql: 'INSERT INTO amenity VALUES (1)' }],
      assertions: [
        { name: 'no double booking', sql: 'SELECT count(*) FROM booking', expect: { kind: 'unchanged' } },
        { name: 'none', sql: 'SELECT 0', expect: { kind: 'value', value: '0' } },
      ],
      environments: ['DEV', 'PROD'],
      maintenanceWindow: { weekdays: [0], fromMinute: 60, toMinute: 300, zone: 'UTC' },
      retention: { keep: { months: 24, days: 0, microseconds: 0n }, then: 'archive' },
    });
  });

  it('takes an empty file, and one of comments only, for no file', async () => {
    const { configFile, ...defaults } = await settingsOf('# nothing yet\n');
    expect(configFile).toBe('partition-guard.yml');
    expect(defaults).toEqual(await settingsOf());
    expect(await mistakesOf('')).toEqual([]);
  });

  it('lets the command line win over the file', async () => {
    const settings = await settingsOf('rows: 5\nseed: 7\nmigrations: [a, b]\nserver: embedded\n', {
      rows: '6',
      migrations: ['c'],
      server: 'postgres://me:secret@host/db',
    });
    expect(settings).toMatchObject({ rows: 6, seed: 7, migrations: ['c'] });
    expect(settings.server).toEqual({ kind: 'url', url: 'postgres://me:secret@host/db' });
  });

  it('reads seed as a number or as SQL by table', async () => {
    expect(await settingsOf('seed: 9')).toMatchObject({ seed: 9, seedSql: [] });
    expect(await settingsOf('seed: {a.b: SELECT 1}', { seed: '4' })).toMatchObject({
      seed: 4,
      seedSql: [{ table: { schema: 'a', name: 'b' }, sql: 'SELECT 1' }],
    });
  });

  it('follows aliases', async () => {
    const text = 'tables:\n  - {name: a, successor: &s [b, c]}\n  - {name: d, successor: *s}\n';
    expect((await settingsOf(text)).tables.map(({ successors }) => successors.length)).toEqual([2, 2]);
  });
});

describe('a wrong configuration file', () => {
  it('is told with all its mistakes at once, each with its line', async () => {
    const text = `
rows: many
manage:
  call: "SELECT manage_partitions('x_', :frequency, :interval_months)"
  intervalls: [monthly]
intervals:
  - fortnightly
checks:
  no-row-lsot: warning
  runway: { dayz: 3, severity: fatal }
waivers:
  - check: nonsense
    reason: ""
    until: soon
`;
    expect(await mistakesOf(text, { seed: '-1', now: 'tomorrow' })).toEqual([
      '--seed: "-1" is not a whole number from 0 to 2,147,483,647',
      '--now: "tomorrow" is not a date; dates are written 2026-01-31',
      'partition-guard.yml:2: rows must be a number, not the text "many"',
      'partition-guard.yml:5: unknown key "intervalls" in manage — did you mean "intervals"? (top level)',
      'partition-guard.yml:7: "fortnightly" is not an interval; known: daily, weekly, monthly, quarterly, half-yearly, yearly',
      'partition-guard.yml:9: "no-row-lsot" is not a check — did you mean "no-row-lost"?',
      'partition-guard.yml:10: unknown key "dayz" in checks.runway — did you mean "days"?',
      'partition-guard.yml:10: "fatal" is not a severity; known: off, warning, error',
      'partition-guard.yml:13: empty text; write something, or leave the key out',
      'partition-guard.yml:14: "soon" is not a date; dates are written 2026-01-31',
    ]);
  });

  it.each([
    ['an unknown key at the top', 'rowz: 1', '1: unknown key "rowz" — did you mean "rows"?'],
    ['a key that is at home elsewhere', 'keep: 1', '1: unknown key "keep" — it belongs in retention'],
    ['a check among the keys', 'no-gap: off', '1: unknown key "no-gap" — it belongs in checks'],
    [
      'a key of the top level below it',
      'manage: {rows: 1}',
      '1: unknown key "rows" in manage — it belongs at the top level',
    ],
    ['an underscore for a hyphen', 'fail_on: error', '1: unknown key "fail_on" — did you mean "fail-on"?'],
    [
      'the file naming a file',
      'config: a.yml',
      '1: unknown key "config": the file is named on the command line only',
    ],
    ['a list at the top', '- rows', '1: must be a map of keys, such as "rows: 100000"'],
    ['a key given twice', 'rows: 1\nrows: 2', '2: key "rows" is given twice'],
    ['a tab', 'manage:\n\tcall: SELECT 1', '2: a tab in the indentation; YAML is indented with blanks'],
    ['a second document', 'rows: 1\n---\nrows: 2', '2: a second YAML document (---); one is read'],
    ['an alias without anchor', 'rows: *many', '1: the alias "*many" has no anchor before it'],
    ['an alias that holds itself', 'tables: &t [*t]', '1: the alias "*t" holds itself'],
    ['a tag', 'rows: !big 1', '1: not YAML that can be read: Unresolved tag: !big'],
    ['an older YAML', '%YAML 1.1\n---\nrows: 1', '1: YAML 1.2 is read, not another version'],
    ['a map as key', '? {a: 1}\n: 2', '1: a key that is not a plain name'],
    ['depth', `tables: ${'['.repeat(60)}${']'.repeat(60)}`, '1: nested too deeply'],
    ['great depth', `a: ${'['.repeat(5000)}`, '1: nested too deeply'],
    ['an empty value', 'rows:\nseed: 1', '1: rows must be a number, not empty'],
    [
      'a number for text',
      'placeholders: {a: 007}',
      '1: placeholders.a must be text, not 7; put it in quotes',
    ],
    ['text for a list', 'tables: a', '1: tables must be a list, not the text "a"'],
    ['text for a map', 'tables:\n  - a', '2: tables 1 must be a map of keys, not the text "a"'],
    ['a missing key', 'tables:\n  - key: a', '2: tables 1.name is missing'],
    ['a fraction', 'rows: 1.5', '1: "1.5" is not a whole number from 1 to 10,000,000'],
    ['too many rows', 'rows: 10000001', '1: "10000001" is not a whole number from 1 to 10,000,000'],
    ['an old PostgreSQL', 'postgres: 9', '1: "9" is not a whole number from 14 to 18'],
    ['an empty list', 'intervals: []', '1: an empty list; name at least one, or leave the key out'],
    ['an interval twice', 'intervals: [daily, daily]', '1: "daily" is given twice'],
    ['a table twice', 'tables: [{name: a}, {name: A}]', '1: the table "a" is listed twice'],
    ['its own successor', 'tables: [{name: a, successor: a}]', '1: "a" is named as its own successor'],
    [
      'one date',
      'tables: [{name: a, range: [2026-01-01]}]',
      '1: a range is two dates: [2019-01-01, 2027-06-30]',
    ],
    [
      'dates turned round',
      'tables: [{name: a, range: [2026-01-02, 2026-01-01]}]',
      '1: the range ends before it begins',
    ],
    ['no such day', 'now: 2026-02-30', '1: "2026-02-30" is not a date; dates are written 2026-01-31'],
    [
      'an unknown assertion',
      'checks: {"assertion:x": off}',
      '1: "assertion:x" is not a check: no such assertion',
    ],
    [
      'a wrong table',
      'tables: [{name: a.b.c}]',
      '1: "a.b.c" is not a table\'s name; it looks like public.booking, or public."Booking" where case or blanks matter',
    ],
    [
      'a wrong column',
      'tables: [{name: a, key: [a b]}]',
      '1: "a b" is not a column\'s name; quote it as SQL would where case or blanks matter',
    ],
    [
      'a wrong assertion',
      'assertions: [{name: a, sql: SELEC, expect: 1}]',
      '1: the assertion\'s sql is not SQL: syntax error at or near "SELEC"',
    ],
    [
      'a wrong action',
      'retention: {keep: 2 days, then: dorp}',
      '1: "dorp" is not what can be done with old partitions — did you mean "drop"?; known: detach, archive, drop',
    ],
    [
      'a wrong keep',
      'retention: {keep: ages, then: drop}',
      '1: "ages" is not how long rows are kept; it looks like "24 months" or "90 days"',
    ],
    [
      'a wrong window',
      'maintenance_window: sundays',
      '1: "sundays" is not a maintenance window; it looks like "Sun 01:00-05:00 UTC"',
    ],
    [
      'a wrong zone',
      'maintenance_window: Sun 01:00-05:00 Mars',
      '1: "Mars" is not a time zone; UTC and Europe/Zurich are',
    ],
    ['wrong seed SQL', 'seed: {a: SELEC}', '1: the seed of "a" is not SQL: syntax error at or near "SELEC"'],
    ['no seed SQL', 'seed: {a: -- none}', '1: the seed of "a" holds no statement'],
    [
      'two SELECTs',
      'assertions: [{name: a, sql: SELECT 1; SELECT 2, expect: 1}]',
      "1: the assertion's sql must be one SELECT, and nothing else",
    ],
    [
      'no expectation',
      'assertions: [{name: a, sql: SELECT 1}]',
      '1: an assertion needs expect: unchanged, or a value',
    ],
    [
      'a list expected',
      'assertions: [{name: a, sql: SELECT 1, expect: [1]}]',
      '1: expect is unchanged, or one value',
    ],
    [
      'one file for both reports',
      'json: a\nmarkdown: ./a',
      '2: the JSON and the markdown report would be written to the same file',
    ],
    [
      'a scenario without its interval',
      'scenario: change:daily->weekly',
      '1: "change:daily->weekly" needs the interval daily, and intervals: has monthly, quarterly, yearly',
    ],
  ])('names %s', async (_what, text, mistake) => {
    expect(await mistakesOf(text)).toEqual([`partition-guard.yml:${mistake}`]);
  });

  it('is refused where aliases multiply', async () => {
    const text = `placeholders: {a: &a [1, 1]}
environments: &b [${'*a, '.repeat(40)}]
tables: [${'*b, '.repeat(40)}]`;
    expect(await mistakesOf(text)).toContain('partition-guard.yml:3: aliases that repeat too much');
  });

  it('is refused in good time where it is huge', async () => {
    const keys = Array.from({ length: 60_000 }, (_, i) => `key${i}: 1`).join('\n');
    expect(await mistakesOf(keys)).toEqual(['partition-guard.yml:1: more than 1000 keys in one map']);
    expect(await mistakesOf(`a: "${'x'.repeat(1024 * 1024)}"`)).toEqual([
      'partition-guard.yml:1: larger than 1 MB, and so hardly a configuration',
    ]);
  });

  it('shows no control characters', async () => {
    expect(await mistakesOf('"ro\\nws\\e[31m": 1')).toEqual([
      'partition-guard.yml:1: unknown key "ro\\u000aws\\u001b[31m"; known: ' +
        'migrations, base, server, image, postgres, rows, seed, now, scenario, shard, fail-on, json, markdown, html, sarif, junit, placeholders, tables, manage, audit, intervals, checks, waivers, assertions, environments, maintenance_window, retention',
    ]);
  });
});
