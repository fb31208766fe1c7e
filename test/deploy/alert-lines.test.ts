import { describe, expect, it } from '@jest/globals';
import { deploymentAlert, maintenanceAlert, whatWasApplied } from '../../src/deploy/alert-lines.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import { finite } from '../../src/domain/range.ts';
import type { MaintenanceResult } from '../../src/domain/maintenance.ts';
import { deployment, plan, proof } from '../report/deployment/deployments.ts';

const step = (version: string, rows: number) => ({
  version,
  description: 'x',
  script: `V${version}__x.sql`,
  durationMs: 1,
  proofs: [proof({ table: 'public.booking', after: { rows } })],
});

describe('what an alert says of a deployment', () => {
  it('is nothing where nothing was to be done, or all of it was rolled back on purpose', () => {
    expect(deploymentAlert(deployment({ outcome: 'nothing-to-do' }))).toBeUndefined();
    expect(deploymentAlert(deployment({ outcome: 'rehearsed' }))).toBeUndefined();
  });

  it('counts the rows of a table once, however many migrations proved them', () => {
    const result = deployment({
      outcome: 'applied',
      applied: [step('1', 900), step('2', 1000)],
      callProofs: [],
    });
    expect(whatWasApplied(result)).toBe('2 migrations applied, 1,000 rows proven');
    expect(deploymentAlert(result)).toMatchObject({ kind: 'completed', command: 'apply' });
  });

  it('tells a failure with its place, what it left, what to do, and what was applied before it', () => {
    const alert = deploymentAlert(
      deployment({
        outcome: 'failed',
        environment: 'PROD',
        applied: [step('1', 10)],
        failure: {
          message: 'rows differ',
          hint: 'look at the trigger',
          recovery: 'nothing of it is left',
          location: { file: 'db/V2__x.sql', line: 7 },
        },
      }),
    );
    expect(alert).toMatchObject({
      kind: 'failed',
      environment: 'PROD',
      database: plan().target.database,
      lines: [
        'rows differ (db/V2__x.sql:7)',
        'nothing of it is left',
        '→ look at the trigger',
        '1 migration applied before it, and kept',
      ],
    });
  });

  it('tells every refusal with its next step', () => {
    const refusals = [
      { gate: 'order', message: 'too early', hint: 'apply to STAGING' },
      { gate: 'window', message: 'too late', hint: 'wait' },
    ] as const;
    const told = ['too early', '→ apply to STAGING', 'too late', '→ wait'];
    expect(deploymentAlert(deployment({ outcome: 'refused', refusals, applied: [] }))).toMatchObject({
      kind: 'refused',
      lines: told,
    });
    expect(deploymentAlert(deployment({ outcome: 'refused', refusals }))?.lines).toEqual([
      ...told,
      '1 migration applied, 5,000,000 rows proven, and kept',
    ]);
  });
});

describe('what an alert says of maintenance', () => {
  const result = (over: Partial<MaintenanceResult>): MaintenanceResult => ({
    command: 'maintain',
    outcome: 'done',
    environment: 'PROD',
    target: plan().target,
    toolVersion: '0',
    isDryRun: false,
    tables: [],
    refusals: [],
    warnings: [],
    startedAt: new Date(0),
    durationMs: 1,
    ...over,
  });
  const partitions = [
    { partition: 'public.a', action: 'created' },
    { partition: 'public.b', action: 'created' },
    { partition: 'public.c', action: 'archived' },
  ] as const;

  it('is what was done, and nothing where nothing was', () => {
    const tables = [{ table: 'public.booking', partitions, problems: [] }];
    expect(maintenanceAlert(result({ tables }))).toMatchObject({
      kind: 'completed',
      lines: ['2 partitions created, 1 partition archived'],
    });
    expect(maintenanceAlert(result({ outcome: 'nothing-to-do' }))).toBeUndefined();
    expect(maintenanceAlert(result({ outcome: 'rehearsed', isDryRun: true }))).toBeUndefined();
  });

  it('is above all that writes would fail', () => {
    const runway = { until: finite(parseInstant('2027-01-01') ?? 0n), days: 39, asked: 90, isShort: true };
    const tables = [{ table: 'public.booking', partitions: [], problems: [], runway }];
    expect(maintenanceAlert(result({ outcome: 'failed', tables }))).toMatchObject({
      kind: 'failed',
      lines: [
        'writes to public.booking fail from 2027-01-01 on; 90 days ahead are asked for',
        'no partition changed',
      ],
    });
  });

  it('is each problem first, then what was done all the same', () => {
    const problems = [{ step: 'archive', message: 'the bucket is full', hint: 'make room' }] as const;
    const kept = { partition: 'public.d', action: 'kept', reason: 'a foreign key leads to it' } as const;
    const tables = [{ table: 'public.booking', partitions: [...partitions, kept], problems }];
    expect(maintenanceAlert(result({ outcome: 'failed', tables }))).toMatchObject({
      kind: 'failed',
      lines: [
        'public.booking: the bucket is full → make room',
        'public.d kept: a foreign key leads to it',
        '2 partitions created, 1 partition archived',
      ],
    });
  });
});
