/** What plans and results say, word by word: no more than was seen. */
import { describe, expect, it } from '@jest/globals';
import { whatWasApplied } from '../../../src/deploy/alert-lines.ts';
import { driftFrom } from '../../../src/deploy/plan/drift.ts';
import { count } from '../../../src/domain/wording.ts';
import { renderDeploymentJson } from '../../../src/report/deployment/json.ts';
import { faultsOf, planVerdict } from '../../../src/report/deployment/plan-verdict.ts';
import { renderPlan } from '../../../src/report/deployment/plan-terminal.ts';
import { renderDeploymentMarkdown } from '../../../src/report/deployment/result-markdown.ts';
import { renderDeployment } from '../../../src/report/deployment/result-terminal.ts';
import { resultHeadline } from '../../../src/report/deployment/result-verdict.ts';
import { TERMINAL_VOICE } from '../../../src/report/deployment/voice.ts';
import { createPaint } from '../../../src/report/paint.ts';
import { partition, layout, regular, run, scenario } from '../results.ts';
import { deployment, migration, plan, proof, statement } from './deployments.ts';

const options = { paint: createPaint({ colour: false }) };
const told = (over: Parameters<typeof deployment>[0]): string => renderDeployment(deployment(over), options);

describe('a result', () => {
  it('claims equal rows only where they were counted and checksummed', () => {
    expect(told({})).toContain(
      'APPLIED  1 migration applied to PROD, database bookings: 5,000,000 rows of public.amenity_booking counted and checksummed before and after, equal',
    );
    const counted = deployment().applied.map((one) => ({ ...one, proofs: [proof({ mode: 'count' })] }));
    expect(told({ applied: counted })).toContain(
      'rows of public.amenity_booking counted before and after, equal',
    );
    expect(told({ applied: counted })).toContain(
      'Where rows were only counted, their values are not proven.',
    );
    const none = deployment().applied.map((one) => ({ ...one, proofs: [] }));
    expect(told({ applied: none })).toContain('no table had rows to prove');
  });

  it('tells waived differences, rows that came, and columns that were not compared', () => {
    const proofs = [
      proof({
        verdict: 'waived',
        after: { rows: 5_000_002 },
        differences: ['2 rows added'],
        passedOver: ['note', 'gone'],
        dropped: ['gone'],
      }),
    ];
    const text = told({ applied: deployment().applied.map((one) => ({ ...one, proofs })) });
    expect(text).toContain(
      'equal but for 1 waived difference and note of public.amenity_booking, which was redefined and is not compared',
    );
    expect(text).toContain('2 rows came to public.amenity_booking that were not there before.');
    expect(text).toContain('Not compared, because redefined: note of public.amenity_booking.');
  });

  it('calls nothing equal that was not compared, in any form of the report', () => {
    const left = proof({ verdict: 'equal-in-part', passedOver: ['paid'] });
    const result = deployment({ applied: deployment().applied.map((one) => ({ ...one, proofs: [left] })) });
    const equal = 'equal but for paid of public.amenity_booking, which was redefined and is not compared';
    expect(resultHeadline(result, TERMINAL_VOICE)).toContain(equal);
    expect(renderDeployment(result, options)).toContain(
      'checksum equal but for paid, redefined and not compared',
    );
    expect(renderDeploymentMarkdown(result)).toContain('equal but for `paid` of `public.amenity_booking`');
    expect(renderDeploymentMarkdown(result)).toContain('equal but for paid, redefined and not compared');
    expect(JSON.parse(renderDeploymentJson(result))).toMatchObject({
      applied: [{ proofs: [{ verdict: 'equal-in-part', passedOver: ['paid'], dropped: [] }] }],
    });
    expect(whatWasApplied(result)).toBe(
      `${count(result.applied.length, 'migration')} applied, 5,000,000 rows proven but for 1 redefined column`,
    );
  });

  it('says on top how much of a dry run could not be rehearsed', () => {
    const headline = (over: Parameters<typeof deployment>[0]): string =>
      resultHeadline(deployment({ outcome: 'rehearsed', ...over }), TERMINAL_VOICE);
    const [one] = deployment().applied;
    const outside = migration({ script: 'V9__vacuum.sql', transaction: 'none' });
    expect(headline({ applied: [], plan: plan({ pending: [outside], calls: [] }) })).toBe(
      'Nothing could be rehearsed on PROD, database bookings: 1 migration outside of a transaction, nothing is proven',
    );
    const both = plan({ pending: [migration({}), outside], calls: [] });
    expect(headline({ applied: one ? [one] : [], plan: both })).toContain(
      '1 migration rehearsed on PROD, database bookings and rolled back, but not 1 migration outside of a transaction: 5,000,000 rows',
    );
  });

  it('says that a migration was rolled back only where it was in a transaction, and nothing speaks against it', () => {
    const failure = { message: 'it stopped', hint: 'mend it' };
    const ROLLED_BACK = 'What it had done was rolled back, and no row is changed by it.';
    expect(told({ outcome: 'failed', applied: [], failure })).toContain(ROLLED_BACK);
    expect(told({ outcome: 'failed', applied: [], failure: { ...failure, recovery: 'look' } })).not.toContain(
      ROLLED_BACK,
    );
    const outside = plan({ pending: [migration({ transaction: 'none' })] });
    expect(told({ outcome: 'failed', applied: [], failure, plan: outside })).not.toContain(ROLLED_BACK);
  });
});

describe('a plan', () => {
  it('is refused by a blocker too, and a fault only of the target or the files', () => {
    const blocked = plan({
      blockers: [{ kind: 'disk', weight: 'refuse', message: 'full', hint: 'make room' }],
    });
    expect(planVerdict(blocked)).toBe('refused');
    const early = plan({ refusals: [{ gate: 'order', message: 'not yet', hint: 'wait' }] });
    expect([planVerdict(early), faultsOf(early)]).toEqual(['refused', []]);
    expect(renderPlan(early, options)).not.toContain('→ partition-guard apply');
  });

  it('never calls unknown locks none', () => {
    const text = renderPlan(
      plan({
        pending: [migration({ statements: [statement({ text: 'do $$', locks: [], basis: 'unknown' })] })],
      }),
      options,
    );
    expect(text).toContain("locks not known: what it runs can't be seen from here");
    expect(text).toContain('What 1 statement would lock is not known.');
    expect(text).not.toContain('no table that is in use is locked');
  });
});

describe('drift', () => {
  const before = [regular('monthly', '2026-01-01', 3)];
  const validated = run([scenario('upgrade', { before })]);
  const drift = (layouts: typeof before, serverVersion = '16.9', result = validated): string[] =>
    driftFrom({ run: result, layouts, unjudged: [], serverVersion });

  it('is none where the target is as the validated base was, or nothing was validated', () => {
    expect(drift(before)).toEqual([]);
    expect(driftFrom({ run: undefined, layouts: before, unjudged: [], serverVersion: '12.1' })).toEqual([]);
  });

  it('knows a table that is partitioned otherwise on the target', () => {
    const [table = ''] = before.map((one) => one.table);
    const reason = 'it is partitioned by list, not by range';
    expect(
      driftFrom({ run: validated, layouts: [], unjudged: [{ table, reason }], serverVersion: '16.9' }),
    ).toEqual([
      `${table} was partitioned by range of ${before[0]?.keyColumn ?? ''} in the validated base; on the target it is partitioned by list, not by range`,
    ]);
  });

  it('names another major, a verdict that was no pass, other partitions and tables', () => {
    expect(drift(before, '15.2')).toEqual(['the target runs PostgreSQL 15.2, and the validation ran on 16']);
    expect(drift(before, '16.1', { ...validated, verdict: 'fail' })).toEqual([
      'the validation did not pass: its verdict is fail',
    ]);
    const other = layout([
      ...(before[0]?.partitions.slice(1) ?? []),
      partition('later', '2026-09-01', '2026-10-01'),
    ]);
    expect(drift([other])).toEqual([
      'public.amenity_booking has 1 partition (public.amenity_booking_later) that the validated base did not have',
      'public.amenity_booking lacks 1 partition (public.amenity_booking_2026_01) of the validated base',
    ]);
    expect(drift([])).toEqual([
      'public.amenity_booking was partitioned in the validated base, and is not on the target',
    ]);
  });

  it('names a default partition that holds rows where the validated one was empty', () => {
    const rest = (rows: number) =>
      layout([...(before[0]?.partitions ?? []), { kind: 'default', name: 'public.rest', oid: 9, rows }]);
    const empty = run([scenario('upgrade', { before: [rest(0)] })]);
    expect(drift([rest(7)], '16.4', empty)).toEqual([
      'public.rest holds about 7 rows, and the default partition was empty in the validated base',
    ]);
  });
});
