/** How long writes to a table keep working without further maintenance. */
import { DAY, type Instant } from '../../domain/instant.ts';
import { firstUncovered, type Layout } from '../../domain/layout.ts';
import type { Runway } from '../../domain/maintenance.ts';

/** @param asked how many days are asked for. */
export function runwayOf(layout: Layout, now: Instant, asked: number): Runway {
  const until = firstUncovered(layout, now);
  if (until.kind !== 'finite') return { until, asked, isShort: false };
  const days = until.at <= now ? 0 : Number((until.at - now) / DAY);
  return { until, days, asked, isShort: until.at < now + BigInt(asked) * DAY };
}
