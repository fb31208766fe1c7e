import { describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../src/domain/result.ts';
import { createPaint } from '../../src/report/paint.ts';
import {
  renderClosing,
  renderFindings,
  renderHeader,
  renderScenarioLine,
  type TerminalOptions,
} from '../../src/report/terminal.ts';
import { check, FAILING, LOST, OVERLAP, PASSING_CHECKS, regular, run, RUNWAY, scenario } from './results.ts';

const PLAIN: TerminalOptions = { paint: createPaint({ colour: false }) };
const NO_ROWS = { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 };

const whole = (result: RunResult, options = PLAIN): string =>
  renderHeader(result, options) +
  result.scenarios.map((one) => renderScenarioLine(one, options)).join('') +
  renderFindings(result, options) +
  renderClosing(result, options);

describe('a passing run', () => {
  const passing = run(
    [
      scenario('fresh', {
        durationMs: 200,
        rows: NO_ROWS,
        checks: [check('no-row-lost', { verdict: 'not-applicable' })],
      }),
      scenario('upgrade', { durationMs: 600 }),
      scenario('change:monthly->quarterly', {
        before: [regular('monthly', '2026-01-01', 24)],
        after: [regular('quarterly', '2026-01-01', 8)],
        exclusiveLockMs: 12.3,
      }),
    ],
    { notes: ['writes keep working until 2028-01-01 without further maintenance'] },
  );

  it('is told in a header, a line a scenario and the verdict', () => {
    expect(whole(passing)).toBe(
      [
        'partition-guard 0.1.0 · PostgreSQL 16.4 (embedded) · seed 1 · 100,000 rows a scenario',
        'migrations  sql/migrations   1 file, all of it under test',
        '',
        '  ✔ fresh                                    0.2 s',
        '  ✔ upgrade                                  0.6 s   100,000 rows kept',
        '  ✔ change monthly → quarterly               0.5 s   100,000 rows kept · 24 → 8 partitions · longest exclusive lock 12 ms',
        '',
        '  PASS  3 scenarios, 200,000 rows accounted for, 7.9 s',
        '        writes keep working until 2028-01-01 without further maintenance',
        '',
      ].join('\n'),
    );
  });

  it('groups the notes of its scenarios at the end, and names what never applied', () => {
    const noted = run([
      scenario('fresh', {
        notes: ['public.log is not judged: hash'],
        checks: [check('default-empty', { verdict: 'not-applicable' })],
      }),
      scenario('upgrade', { notes: ['public.log is not judged: hash'] }),
      scenario('rerun', { notes: ['public.log is not judged: hash', 'no writes tried'] }),
    ]);
    expect(renderClosing(noted, PLAIN).split('\n').slice(2)).toEqual([
      '        public.log is not judged: hash',
      '        no writes tried (rerun)',
      '        not applicable here: default-empty',
      '',
    ]);
  });

  it('says plainly that there was nothing to judge', () => {
    const bare = run([scenario('fresh', { rows: NO_ROWS, checks: [check('migration-applies')] })], {
      tables: [],
    });
    expect(renderClosing(bare, PLAIN)).toBe(
      '\n  PASS  Nothing to judge: no table is partitioned by range. 1 scenario, 7.9 s\n',
    );
  });

  it('does not claim rows that no check found again', () => {
    const unseen = scenario('upgrade', { checks: [check('no-gap')] });
    expect(renderScenarioLine(unseen, PLAIN)).not.toContain('kept');
    expect(renderClosing(run([unseen]), PLAIN)).toContain('1 scenario, no rows to account for, 7.9 s');
  });
});

describe('a failing run', () => {
  it('tells each finding once, in full, and names the other scenarios that met it', () => {
    expect(whole(FAILING)).toBe(
      [
        'partition-guard 0.1.0 · PostgreSQL 16.4 (embedded) · seed 1 · 100,000 rows a scenario',
        'migrations  sql/migrations   1 file, all of it under test',
        '',
        '  ⚠ fresh                                    0.5 s   warning: runway',
        '  ✖ upgrade                                  0.5 s   100,000 of 100,000 rows lost · warning: runway',
        '  ✖ change quarterly → monthly               0.5 s   100,000 rows kept · no-overlap fails · warning: runway',
        '  ✖ change yearly → monthly                  0.5 s   100,000 rows kept · no-overlap fails · warning: runway',
        '',
        '    ✖ no-row-lost in upgrade   db/migration/V2__partition.sql:24   DROP TABLE IF EXISTS amenity_booking_old',
        '      All 100,000 rows (2024-11-22 to 2027-11-21) are gone after this statement.',
        '      They were never copied into the new table.',
        '        b1',
        '        b2',
        '        b3',
        '        … and 99,997 more',
        '      → Copy the rows before the drop, or attach the old table as a partition: docs/checks/no-row-lost.md',
        '',
        '    ✖ no-overlap in change quarterly → monthly   db/migration/V1__manage.sql:96',
        '      The change to monthly stops: 2027_02 would overlap 2027_01.',
        '      → Drop or keep 2027_01 before making 2027_02: docs/checks/no-overlap.md',
        '      also in change yearly → monthly',
        '',
        '    ⚠ runway in fresh',
        '      Writes fail from 2028-01-01 on.',
        '      → Premake more partitions: docs/checks/runway.md',
        '      also in upgrade, change quarterly → monthly and change yearly → monthly',
        '',
        '  FAIL  3 of 4 scenarios. Replay one: partition-guard validate --seed 1 --scenario upgrade',
        '',
      ].join('\n'),
    );
  });

  it('quotes the replayed scenario for the shell and repeats an unusual number of rows', () => {
    const result = run([scenario('change:monthly->quarterly', { verdict: 'fail', checks: [OVERLAP] })], {
      verdict: 'fail',
      seed: 7,
      rows: 500,
    });
    expect(renderClosing(result, PLAIN)).toContain(
      `partition-guard validate --seed 7 --rows 500 --scenario 'change:monthly->quarterly'`,
    );
  });

  it('tells findings apart where they blame other statements or say other things', () => {
    const elsewhere = { ...LOST, location: { file: LOST.location?.file ?? '', line: 30 } };
    const gap = (message: string) => check('no-gap', { verdict: 'fail', message });
    const text = renderFindings(
      run([
        scenario('fresh', { verdict: 'fail', checks: [LOST, gap('no partition from 2026-01-01')] }),
        scenario('upgrade', { verdict: 'fail', checks: [elsewhere, gap('no partition from 2026-02-01')] }),
        scenario('rerun', { verdict: 'fail', checks: [gap('an insert was refused')] }),
      ]),
      PLAIN,
    );
    expect(text.match(/✖ \S+ in \S+/g)).toEqual([
      '✖ no-row-lost in fresh',
      '✖ no-row-lost in upgrade',
      '✖ no-gap in fresh',
      '✖ no-gap in rerun',
    ]);
  });

  it('names failing checks beside the rows that were duplicated or changed', () => {
    const line = renderScenarioLine(
      scenario('upgrade', {
        verdict: 'fail',
        rows: { before: 10, after: 12, lost: 0, duplicated: 2, changed: 1 },
        checks: [
          ...PASSING_CHECKS,
          check('no-row-duplicated', { verdict: 'fail' }),
          check('idempotent', { verdict: 'fail' }),
          check('no-lock-leak', { verdict: 'fail' }),
        ],
      }),
      PLAIN,
    );
    expect(line).toBe(
      '  ✖ upgrade                                  0.5 s   10 rows kept · 2 of 10 rows duplicated · 1 of 10 rows changed · idempotent and no-lock-leak fail\n',
    );
  });
});

describe('an inconclusive run', () => {
  const result = run(
    [
      scenario('upgrade', {
        verdict: 'inconclusive',
        checks: [
          check('no-row-lost', {
            verdict: 'inconclusive',
            message: 'No row was seeded.',
            remedy: 'Give a seed.',
          }),
        ],
      }),
      scenario('rerun'),
    ],
    { verdict: 'inconclusive' },
  );

  it('says how many scenarios could not be judged, and why', () => {
    expect(whole(result).split('\n').slice(3)).toEqual([
      '  ? upgrade                                  0.5 s   no-row-lost inconclusive',
      '  ✔ rerun                                    0.5 s   100,000 rows kept',
      '',
      '    ? no-row-lost in upgrade',
      '      No row was seeded.',
      '      → Give a seed.',
      '',
      '  INCONCLUSIVE  1 of 2 scenarios could not be judged. Replay one: partition-guard validate --seed 1 --scenario upgrade',
      '',
    ]);
  });
});

describe('the header', () => {
  it.each([
    [{ files: 0, filesUnderTest: 0 }, 'no files'],
    [{ files: 1, filesUnderTest: 0 }, '1 file, none of it under test'],
    [{ files: 3, filesUnderTest: 0 }, '3 files, none of them under test'],
    [{ files: 3, filesUnderTest: 3 }, '3 files, all of them under test'],
    [{ files: 1_200, filesUnderTest: 2 }, '1,200 files, 2 under test'],
  ])('counts the files: %j', (counts, words) => {
    const facts = run([], { migrations: [{ folder: 'db', ...counts }] });
    expect(renderHeader(facts, PLAIN)).toContain(`migrations  db   ${words}\n`);
  });

  it('aligns several folders', () => {
    const migrations = [
      { folder: 'db/migration', files: 2, filesUnderTest: 1 },
      { folder: 'more', files: 1, filesUnderTest: 1 },
    ];
    const facts = run([], { migrations, server: { kind: 'testcontainers', version: '17.10' } });
    expect(renderHeader(facts, PLAIN)).toBe(
      [
        'partition-guard 0.1.0 · PostgreSQL 17.10 (Docker) · seed 1 · 100,000 rows a scenario',
        'migrations  db/migration   2 files, 1 under test',
        '            more           1 file, all of it under test',
        '',
        '',
      ].join('\n'),
    );
  });
});

describe('width and colour', () => {
  it('wraps prose at the width and keeps its indentation', () => {
    const message = 'Every booking of the third quarter is gone after this statement.';
    const text = renderFindings(run([scenario('upgrade', { checks: [{ ...RUNWAY, message }] })]), {
      ...PLAIN,
      width: 40,
    });
    expect(text.split('\n').slice(2, 5)).toEqual([
      '      Every booking of the third quarter',
      '      is gone after this statement.',
      '      → Premake more partitions:',
    ]);
  });

  it('colours only where it is asked to', () => {
    const coloured = whole(FAILING, { paint: createPaint({ colour: true }) });
    expect(coloured).toContain('\u001b[31m✖\u001b[39m');
    // eslint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(whole(FAILING));
  });
});
