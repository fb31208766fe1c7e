/** In which time zone the bounds of a timestamptz are midnights: UTC, or the one that the database has. */
import { type Instant } from '../../domain/instant.ts';
import { type Layout } from '../../domain/layout.ts';
import { areMidnights, wallClockOf } from '../../domain/zone.ts';

export type ZoneOf = (layout: Layout) => string | undefined;

export function zoneFinder(databaseZone: string): ZoneOf {
  const local = wallClockOf(databaseZone);
  return (layout) => {
    const bounds = finiteBounds(layout);
    if (areMidnights(bounds, (at) => at)) return 'UTC';
    return layout.keyType === 'timestamptz' && local && areMidnights(bounds, local)
      ? databaseZone
      : undefined;
  };
}

const finiteBounds = ({ partitions }: Layout): Instant[] =>
  partitions.flatMap((one) =>
    one.kind === 'range'
      ? [one.range.lower, one.range.upper].flatMap((bound) => (bound.kind === 'finite' ? [bound.at] : []))
      : [],
  );
