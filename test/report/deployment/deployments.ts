/** Plans and results of deployments written by hand, for the tests of their reports. */
import type {
  DeploymentPlan,
  DeploymentResult,
  PendingMigration,
  PlannedStatement,
  TableProof,
} from '../../../src/domain/deployment.ts';
import { regular } from '../results.ts';

export const DIGEST = `sha256:${'ab12'.repeat(16)}`;
export const RELEASE = `sha256:${'cd34'.repeat(16)}`;

export const statement = (over: Partial<PlannedStatement> = {}): PlannedStatement => ({
  file: 'db/migration/V2__quarters.sql',
  line: 3,
  text: 'alter table amenity_booking add column note text',
  locks: [{ table: 'public.amenity_booking', mode: 'ACCESS EXCLUSIVE' }],
  basis: 'statement',
  work: 'catalog',
  ...over,
});

export const migration = (over: Partial<PendingMigration> = {}): PendingMigration => ({
  version: '2',
  description: 'quarters',
  file: 'db/migration/V2__quarters.sql',
  script: 'V2__quarters.sql',
  checksum: 123,
  transaction: 'one',
  statements: [statement()],
  ...over,
});

const SIZE = { table: 'public.amenity_booking', rows: 5_000_000, bytes: 1_288_490_189 };

export const plan = (over: Partial<DeploymentPlan> = {}): DeploymentPlan => ({
  digest: DIGEST,
  release: RELEASE,
  environment: 'PROD',
  target: { database: 'bookings', user: 'deployer', serverVersion: '16.4' },
  toolVersion: '0.1.0',
  pending: [migration()],
  calls: [],
  layouts: [regular('monthly', '2026-01-01', 3, 1_000)],
  sizes: [SIZE],
  rowsToMove: [],
  verify: { mode: 'touched', tables: [SIZE], expectedMs: 8_200 },
  estimates: [
    { mode: 'full', tables: [SIZE], expectedMs: 8_200 },
    { mode: 'touched', tables: [SIZE], expectedMs: 8_200 },
    { mode: 'count', tables: [SIZE], expectedMs: 900 },
  ],
  drift: [],
  blockers: [],
  refusals: [],
  notes: [],
  ...over,
});

export const proof = (over: Partial<TableProof> = {}): TableProof => ({
  table: 'public.amenity_booking',
  mode: 'checksum',
  before: { rows: 5_000_000, checksum: '-17' },
  after: { rows: 5_000_000, checksum: '-17' },
  verdict: 'equal',
  differences: [],
  passedOver: [],
  dropped: [],
  ...over,
});

export const deployment = (over: Partial<DeploymentResult> = {}): DeploymentResult => ({
  outcome: 'applied',
  environment: 'PROD',
  plan: plan(),
  applied: [
    {
      version: '2',
      description: 'quarters',
      script: 'V2__quarters.sql',
      durationMs: 9_312,
      proofs: [proof()],
    },
  ],
  callProofs: [],
  refusals: [],
  warnings: [],
  layoutsAfter: [regular('quarterly', '2026-01-01', 4)],
  startedAt: new Date('2026-11-22T01:00:00Z'),
  durationMs: 9_871,
  ...over,
});
