/** A file that failed and lies in the next run's base is vouched for by no run: from validate's report to apply's gate. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { TODAY } from '../../settings/inputs.ts';
import { createPaint } from '../../../src/report/paint.ts';
import { validateSettings } from '../../../src/settings/resolve-settings.ts';
import { runValidate } from '../../../src/validate-command.ts';
import { git, withFolder, writeFiles } from '../../migrations/folder.ts';
import { withThrowawayDatabase } from '../../support/throwaway.ts';
import { apply } from '../commands.ts';
import { urlOf } from '../target-url.ts';

const V1 = {
  'V1__booking.sql': `create table booking (booking_id bigint not null, starts timestamptz not null,
  primary key (booking_id, starts)) partition by range (starts);
create table booking_all partition of booking for values from ('2020-01-01') to ('2050-01-01');`,
};
const V2 = { 'V2__half.sql': 'delete from booking where booking_id % 2 = 0' };
const V3 = { 'V3__note.sql': 'alter table booking add column note text' };
const FILES = { ...V1, ...V2, ...V3 };

const WAIVER = `waivers:
  - { check: no-row-lost, table: booking, reason: "half of them are tests", until: 2099-01-01 }
`;

/** @returns its report, and what it came to. */
async function validated(cwd: string, base: string, configText: string) {
  const json = path.join(cwd, `${base}.json`);
  const settings = await validateSettings({
    cwd,
    configText,
    options: { migrations: ['.'], base, rows: '200', json },
    today: TODAY,
  });
  const { verdict, release, underTest } = await runValidate({
    settings,
    startedAt: new Date(0),
    replayOptions: [],
    output: { write: () => undefined },
    terminal: { paint: createPaint({ colour: false }) },
    onProgress: () => undefined,
    redact: (text) => text,
  });
  return { report: json, verdict, release, underTest };
}

it('what failed against its own base is applied by no later pass, nor by that of another configuration', () =>
  withFolder({}, async (cwd) => {
    git(cwd, 'init', '-q');
    for (const [i, files] of [V1, V2, V3].entries()) {
      writeFiles(cwd, files);
      git(cwd, 'add', '.');
      git(cwd, 'commit', '-qm', 'x');
      git(cwd, 'tag', `v${i + 1}`);
    }
    const whole = await validated(cwd, 'v1', '');
    const next = await validated(cwd, 'v2', '');
    expect([whole.verdict, whole.underTest]).toEqual(['fail', '2-3']);
    expect([next.verdict, next.underTest, next.release]).toEqual(['pass', '3', whole.release]);
    await withThrowawayDatabase(async ({ migrator }) => {
      const url = urlOf(migrator, { sslmode: 'disable' });
      const asked = (report: string, configText = '') =>
        apply({ url, files: FILES, configText, options: { validated: report } });
      await apply({ url, files: V1 });
      expect((await asked(whole.report)).result.refusals).toMatchObject([
        { gate: 'validation', message: expect.stringContaining('did not pass') },
      ]);
      const behind = await asked(next.report);
      expect(behind.result.refusals).toMatchObject([
        {
          gate: 'validation',
          message: expect.stringContaining('V2__half.sql is pending, and was not under test in it'),
        },
      ]);
      expect(behind.text).toContain('REFUSED');

      const waived = await validated(cwd, 'v1', WAIVER);
      expect([waived.verdict, waived.underTest]).toEqual(['pass', '2-3']);
      expect((await asked(waived.report)).result.refusals).toMatchObject([
        { gate: 'validation', message: expect.stringContaining('judged by another configuration') },
      ]);
      expect((await asked(waived.report, WAIVER)).result).toMatchObject({ outcome: 'applied', refusals: [] });

      // A report that says more than it is worth: its own words are what is believed, and they are to be whole.
      const forged = (await readFile(next.report, 'utf8')).replace('"underTest": "3"', '"underTest": "all"');
      await writeFile(next.report, forged);
      await expect(asked(next.report)).rejects.toThrow();
    });
  }));
