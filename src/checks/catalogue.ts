/** Every check there is, in the order in which they are told. */
import type { Check } from '../domain/check.ts';
import { attributesPreserved } from './attributes-preserved.ts';
import { auditComplete } from './audit-complete.ts';
import { defaultEmpty } from './default-empty.ts';
import { idempotent } from './idempotent.ts';
import { intervalApplied } from './interval-applied.ts';
import { lockBudget } from './lock-budget.ts';
import { migrationApplies } from './migration-applies.ts';
import { migrationHistory } from './migration-history.ts';
import { namesMatchBounds } from './names-match-bounds.ts';
import { noGap } from './no-gap.ts';
import { noLockLeak } from './no-lock-leak.ts';
import { noOverlap } from './no-overlap.ts';
import { noRowChanged } from './no-row-changed.ts';
import { noRowDuplicated } from './no-row-duplicated.ts';
import { noRowLost } from './no-row-lost.ts';
import { noSilentSkip } from './no-silent-skip.ts';
import { retentionSafe } from './retention-safe.ts';
import { runway } from './runway.ts';
import { timeZoneStable } from './time-zone-stable.ts';

export const CHECKS: readonly Check[] = [
  migrationApplies,
  migrationHistory,
  noRowLost,
  noRowDuplicated,
  noRowChanged,
  noOverlap,
  noGap,
  intervalApplied,
  defaultEmpty,
  runway,
  idempotent,
  attributesPreserved,
  auditComplete,
  noSilentSkip,
  noLockLeak,
  lockBudget,
  timeZoneStable,
  namesMatchBounds,
  retentionSafe,
];
