/** Retention, by the shipped partition manager. */
import type { Case } from '../case.ts';

const DISPOSALS = [
  { then: 'archive', disposal: 'archive' },
  { then: 'detach', disposal: 'detach' },
  { then: 'drop', disposal: 'drop without archive' },
] as const;

export const RETENTION: readonly Case[] = [
  ...DISPOSALS.map(({ then, disposal }): Case => ({
    name: `lets the shipped manager retire partitions: ${then}`,
    project: {
      copies: ['sql/migrations'],
      files: {
        'partition-guard.yml': `manage:
  retention: "SELECT * FROM apply_retention('amenity_booking_', :keep, '${disposal}')"
retention: { keep: "24 months", then: ${then} }
`,
      },
    },
    args: ['--scenario', 'retention'],
    verdict: 'pass',
    scenarios: ['retention'],
  })),
  {
    name: 'sees that the manager dropped what was to be archived',
    project: {
      copies: ['sql/migrations'],
      files: {
        'partition-guard.yml': `manage:
  retention: "SELECT * FROM apply_retention('amenity_booking_', :keep, 'drop without archive')"
retention: { keep: "24 months", then: archive }
`,
      },
    },
    args: ['--scenario', 'retention'],
    verdict: 'fail',
    findings: { retention: ['retention-safe'] },
  },
];
