/** `migration-history`: released files are as they were. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import { conclude } from './judging.ts';

export const migrationHistory: Check = {
  id: 'migration-history',
  title: 'Released migrations are as they were',
  why: 'Flyway refuses a history whose files were edited, removed or slipped in below the newest release.',
  remedy: 'Put the released file back as it was, and write the change as a new version above the newest one.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const found = history.historyViolations;
  return conclude(
    {
      violations: (found ?? []).map((v) => ({
        text: v.detail,
        location: { file: v.file, line: v.line ?? 1 },
      })),
      unjudged: [],
      judged: found ? 1 : 0,
    },
    { pass: 'Every released file is as it was.', notApplicable: 'There is no base to compare with.' },
  );
}
