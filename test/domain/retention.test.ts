import { expect, it } from '@jest/globals';
import { formatShort } from '../../src/domain/instant.ts';
import { intervalOf } from '../../src/domain/interval.ts';
import { retentionRule } from '../../src/domain/retention.ts';
import { at } from '../support/histories.ts';

const limits = (now: string, serverNow: string): string[] => {
  const { due, safe } = retentionRule({ keep: intervalOf('yearly'), then: 'drop' }, at(now), at(serverNow));
  return [formatShort(due), formatShort(safe)];
};

it('leaves open what lies between the limit of the run and that of the server', () => {
  expect(limits('2026-03-15', '2026-11-22 10:30:00')).toEqual(['2025-03-15', '2025-11-23']);
  expect(limits('2026-11-22', '2026-03-15 10:30:00')).toEqual(['2025-03-15', '2025-11-23']);
  expect(limits('2026-03-15', '2026-03-15 10:30:00')).toEqual(['2025-03-15', '2025-03-16']);
});

it('allows for a midnight that comes while the retention runs', () => {
  expect(limits('2026-03-15', '2026-03-15 23:30:00')).toEqual(['2025-03-15', '2025-03-17']);
});
