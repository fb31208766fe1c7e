/** How long rows are kept, and which instants that concerns on the date of the run. */
import { DAY, type Instant } from './instant.ts';
import { type Interval, nthBound } from './interval.ts';

export interface RetentionRule {
  readonly keep: Interval;
  /** What becomes of what goes. */
  readonly then: 'detach' | 'archive' | 'drop';
  /** What ends before this instant is past the retention, by the run's date and by the server's clock. */
  readonly due: Instant;
  /** Nothing at or after this instant may go, by neither of them. */
  readonly safe: Instant;
}

/** The manager goes by the server's clock, which the date of the run need not be; an hour passes while it runs. */
export function retentionRule(
  { keep, then }: Pick<RetentionRule, 'keep' | 'then'>,
  now: Instant,
  serverNow: Instant,
): RetentionRule {
  const [byRun, byServer] = [now, serverNow].map((at) => nthBound(at, keep, -1)) as [Instant, Instant];
  const earliest = byRun < byServer ? byRun : byServer;
  const latest = (byRun > byServer ? byRun : byServer) + DAY / 24n;
  return {
    keep,
    then,
    due: midnightBefore(earliest),
    safe: midnightBefore(latest + DAY - 1n),
  };
}

const midnightBefore = (at: Instant): Instant => at - (((at % DAY) + DAY) % DAY);
