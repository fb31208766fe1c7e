import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '../../src/domain/instant.ts';
import { finite, MAXVALUE, MINVALUE } from '../../src/domain/range.ts';
import { runwayAlarm, type TableRunway } from '../../src/report/runway-issue-text.ts';

const table = (name: string, days: number | undefined, until = '2027-01-01'): TableRunway => ({
  table: name,
  runway: {
    until: days === undefined ? MAXVALUE : days < 0 ? MINVALUE : finite(parseInstant(until) ?? 0n),
    ...(days === undefined ? {} : { days }),
    asked: 180,
    isShort: days !== undefined && days < 180,
  },
});

describe('the text of the runway issue', () => {
  it('names the tables that are short, the soonest date first, and what to do', () => {
    const alarm = runwayAlarm('PROD', [
      table('public.booking', 39),
      table('public.event', 400, '2028-01-01'),
      table('public."Audit Log"', 5, '2026-11-28'),
    ]);
    expect(alarm).toMatchObject({
      isWell: false,
      stage: 2,
      title: 'Writes to booking and Audit Log in PROD fail from 2026-11-28 on',
    });
    expect(alarm?.body).toMatch(/\| `public\.booking` \| 2027-01-01 \| 180 days \|/);
    expect(alarm?.body).not.toContain('event');
    expect(alarm?.body).toContain('`maintain` with `--premake`');
  });

  it('is the same text on the next day', () => {
    expect(runwayAlarm('PROD', [table('public.booking', 39)])).toEqual(
      runwayAlarm('PROD', [table('public.booking', 38)]),
    );
  });

  it.each([
    [179, 0],
    [30, 1],
    [7, 2],
    [0, 3],
    [-1, 3],
  ])('with %i days left is of stage %i', (days, stage) => {
    expect(runwayAlarm('PROD', [table('public.booking', days)])?.stage).toBe(stage);
  });

  it('is well where writes keep working, and says nothing where nobody looked', () => {
    expect(runwayAlarm('PROD', [table('public.booking', undefined)])).toMatchObject({ isWell: true });
    expect(runwayAlarm('PROD', [{ table: 'public.booking' }])).toBeUndefined();
  });

  it('lets no name of a table mention anybody or draw anything', () => {
    const alarm = runwayAlarm('PROD', [table('public."@team |<img src=x>"', 3)]);
    expect(alarm?.body).not.toMatch(/<img|@team/);
  });
});
