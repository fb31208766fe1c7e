/** The gates that ask GitHub, and the audit trails, as apply and plan ask them. */
import { describe, expect, it } from '@jest/globals';
import { orderGate, type OrderQuestion, type PastDeployments } from '../../../src/deploy/gates/order.ts';
import { standingRefusals } from '../../../src/deploy/gates/standing-refusals.ts';
import { validationGate, type ValidationQuestion } from '../../../src/deploy/gates/validation.ts';
import { OperatorError } from '../../../src/domain/operator-error.ts';
import type { RunResult } from '../../../src/domain/result.ts';
import { endDeployment, openDeployment } from '../../../src/github/deployments.ts';
import { fileValidation } from '../../../src/github/validation-status.ts';
import type { Migration } from '../../../src/migrations/migration.ts';
import { placesOf } from '../../../src/migrations/under-test.ts';
import { migrationsOf } from '../../migrations/folder.ts';
import { accessTo, OTHER_RELEASE, PLAN, RELEASE } from '../../support/github/deploying.ts';
import { TOKENS } from '../../support/github/fake-github.ts';
import { type RunningGitHub, withFakeGitHub } from '../../support/github/with-fake-github.ts';

const RULES = 'f'.repeat(64);
const FILES = ['V1__a.sql', 'V2__b.sql', 'V3__c.sql'];
const passed = { release: RELEASE, verdict: 'pass', underTest: '3', rules: RULES, key: '' } as const;

/** Of three files the third is pending. */
async function released() {
  const migrations = await migrationsOf(Object.fromEntries(FILES.map((file) => [file, 'select 1'])));
  return { release: RELEASE, rules: RULES, migrations, pending: migrations.slice(2) };
}

async function askValidation(
  github: RunningGitHub | undefined,
  token: string = TOKENS.workflow,
  reason?: string,
  more: Partial<ValidationQuestion> = {},
) {
  const warnings: string[] = [];
  const refusal = await validationGate({
    ...(await released()),
    github: github && accessTo(github, token),
    allowUnvalidated: reason,
    onWarning: (text) => warnings.push(text),
    ...more,
  });
  return { refusal, warnings };
}

describe('the gate of the validation', () => {
  it('opens for the very release that was validated, and for no other', async () => {
    await withFakeGitHub({}, async (github) => {
      await fileValidation(accessTo(github), { ...passed, release: OTHER_RELEASE });
      expect((await askValidation(github)).refusal).toMatchObject({
        gate: 'validation',
        message:
          'no validation of these migrations (release sha256:111111111111) is known; looked at commit aaaaaaaaaaaa',
        hint: expect.stringContaining('--allow-unvalidated'),
      });
      await fileValidation(accessTo(github), passed);
      expect(await askValidation(github)).toEqual({ refusal: undefined, warnings: [] });
    });
  });

  it('is shut where a pending file was not under test: it may have failed in its own pull request', async () => {
    await withFakeGitHub({}, async (github) => {
      await fileValidation(accessTo(github), { ...passed, underTest: '2-3', verdict: 'fail' });
      await fileValidation(accessTo(github), { ...passed, key: 'of the next push' });
      expect((await askValidation(github)).refusal?.message).toContain('did not pass');
    });
    await withFakeGitHub({}, async (github) => {
      const { migrations } = await released();
      const more = { migrations, pending: migrations.slice(1) };
      const ask = async () => askValidation(github, undefined, undefined, more);
      await fileValidation(accessTo(github), passed);
      expect((await ask()).refusal).toMatchObject({
        message: expect.stringContaining('V2__b.sql is pending, and was not under test in it'),
        hint: expect.stringContaining('a base that this target has had (--base REF'),
      });
      await fileValidation(accessTo(github), { ...passed, underTest: '2-3' });
      expect((await ask()).refusal).toBeUndefined();
    });
  });

  it('is shut where it was validated by another configuration', async () => {
    await withFakeGitHub({}, async (github) => {
      await fileValidation(accessTo(github), { ...passed, rules: 'e'.repeat(64) });
      expect((await askValidation(github)).refusal?.message).toContain('judged by another configuration');
    });
  });

  it('knows a list of files that has no room in the status by its digest, and nothing less', async () => {
    await withFakeGitHub({}, async (github) => {
      const many = Array.from({ length: 60 }, (_, i) => [`V${i + 1}__x.sql`, 'select 1'] as const);
      const migrations = await migrationsOf(Object.fromEntries(many));
      const odd = migrations.filter((_, i) => i % 2 === 0);
      await fileValidation(accessTo(github), { ...passed, underTest: placesOf(migrations, odd) });
      const ask = async (pending: readonly Migration[]) =>
        (await askValidation(github, undefined, undefined, { migrations, pending })).refusal;
      expect(await ask(odd)).toBeUndefined();
      expect(await ask(odd.slice(1))).toMatchObject({ gate: 'validation' });
      expect(await ask(migrations)).toMatchObject({ gate: 'validation' });
    });
  });

  it('is shut where the validation did not pass', async () => {
    await withFakeGitHub({}, async (github) => {
      await fileValidation(accessTo(github), { ...passed, verdict: 'inconclusive' });
      expect((await askValidation(github)).refusal?.message).toContain('did not pass');
    });
  });

  it('opens with a reason, and says so', async () => {
    await withFakeGitHub({}, async (github) => {
      const { refusal, warnings } = await askValidation(
        github,
        TOKENS.workflow,
        'the CI is down, incident 42',
      );
      expect(refusal).toBeUndefined();
      expect(warnings).toEqual([
        expect.stringContaining('applied all the same: the CI is down, incident 42'),
      ]);
    });
  });

  it.each([
    ['without a token', ''],
    ['with one that may not read', TOKENS.powerless],
  ])('is shut on GitHub %s: not asked is not validated', async (_, token) => {
    await withFakeGitHub({}, async (github) => {
      expect((await askValidation(github, token)).refusal?.message).toContain(
        'can’t be asked'.replace('’', "'"),
      );
    });
  });

  it('is a warning outside of GitHub, where no report is given', async () => {
    const { refusal, warnings } = await askValidation(undefined);
    expect(refusal).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });

  const report: RunResult = {
    verdict: 'pass',
    seed: 1,
    rows: 100,
    startedAt: new Date(0),
    durationMs: 0,
    server: { kind: 'embedded', version: '16.4' },
    toolVersion: '0',
    migrations: [],
    replayOptions: [],
    tables: [],
    scenarios: [],
    notes: [],
    release: RELEASE,
    underTest: '2-3',
    configurationDigest: RULES,
  };

  it('goes by the report that is given outside of GitHub', async () => {
    expect(await askValidation(undefined, '', undefined, { report })).toEqual({
      refusal: undefined,
      warnings: [],
    });
  });

  it.each<[string, Partial<RunResult>, string]>([
    ['did not pass', { verdict: 'inconclusive' }, 'did not pass: the report that --validated names'],
    ['is of other migrations', { release: OTHER_RELEASE }, 'no validation of these migrations'],
    ['is a share', { shard: { index: 1, of: 2, scenarios: [] } }, 'no validation of these migrations'],
    ['had less under test', { underTest: '1-2' }, 'V3__c.sql is pending, and was not under test'],
    ['was judged otherwise', { configurationDigest: 'e' }, 'judged by another configuration'],
  ])('is shut outside of GitHub by a report that %s', async (_, wrong, message) => {
    const more = { report: { ...report, ...wrong } };
    const { refusal } = await askValidation(undefined, '', undefined, more);
    expect(refusal).toMatchObject({ gate: 'validation', message: expect.stringContaining(message) });
    expect((await askValidation(undefined, '', 'an incident', more)).refusal).toBeUndefined();
  });

  it('does not believe a report on GitHub, where anybody could have put it', async () => {
    await withFakeGitHub({}, async (github) => {
      expect((await askValidation(github, undefined, undefined, { report })).refusal).toBeDefined();
    });
  });
});

const audit = (said: 'succeeded' | 'failed' | undefined): PastDeployments => ({
  newest: async (environment, release) =>
    Promise.resolve(environment === 'STAGING' && release === RELEASE ? said : undefined),
});

async function askOrder(question: Partial<OrderQuestion>) {
  const warnings: string[] = [];
  const refusal = await orderGate({
    environment: 'PROD',
    environments: ['DEV', 'STAGING', 'PROD'],
    release: RELEASE,
    github: undefined,
    onWarning: (text) => warnings.push(text),
    ...question,
  });
  return { refusal, warnings };
}

describe('the gate of the order', () => {
  it('has nothing to ask for the first environment', async () => {
    expect(await askOrder({ environment: 'DEV' })).toEqual({ refusal: undefined, warnings: [] });
    expect(await askOrder({ environment: 'dev' })).toEqual({ refusal: undefined, warnings: [] });
  });

  it('warns of an environment that has no order', async () => {
    const { refusal, warnings } = await askOrder({ environment: 'SANDBOX' });
    expect(refusal).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('SANDBOX is none of DEV, STAGING, PROD')]);
  });

  it('is shut until the one before has had the release, whatever the case of its name', async () => {
    for (const environment of ['PROD', 'prod']) {
      expect((await askOrder({ environment })).refusal).toMatchObject({
        gate: 'order',
        message: expect.stringContaining(`${environment} comes after STAGING`),
      });
    }
  });

  it('opens by the word of the deployments on GitHub, step by step', async () => {
    await withFakeGitHub({}, async (github) => {
      const access = accessTo(github);
      const deploy = async (environment: string, state: 'success' | 'failure'): Promise<void> => {
        const step = `${environment} ${github.records.deployments.length}`;
        const opened = await openDeployment(access, { environment, release: RELEASE, plan: PLAN, step });
        if (!('id' in opened)) throw new Error('not opened');
        await endDeployment(access, opened, { state, words: state });
      };
      const refusal = async (environment: string) =>
        (await askOrder({ environment, github: access })).refusal?.gate;
      expect(await refusal('STAGING')).toBe('order');
      await deploy('DEV', 'success');
      expect(await refusal('STAGING')).toBeUndefined();
      expect(await refusal('PROD')).toBe('order');
      await deploy('STAGING', 'failure');
      expect(await refusal('PROD')).toBe('order');
      await deploy('STAGING', 'success');
      expect(await refusal('PROD')).toBeUndefined();
    });
  });

  it('opens by the word of an audit trail, and closes by its later failure', async () => {
    expect((await askOrder({ audit: audit('succeeded') })).refusal).toBeUndefined();
    expect(
      (await askOrder({ audit: audit(undefined), previousAudit: audit('succeeded') })).refusal,
    ).toBeUndefined();
    expect(
      (await askOrder({ audit: audit('succeeded'), previousAudit: audit('failed') })).refusal?.message,
    ).toContain('failed, by the audit in STAGING');
  });

  it('does not take an unreachable witness for a success, and says who was not asked', async () => {
    await withFakeGitHub({}, async (github) => {
      const powerless = accessTo(github, TOKENS.powerless);
      const previousAudit: PastDeployments = {
        newest: async () =>
          Promise.reject(
            new OperatorError('the database of STAGING does not answer', { code: 'x', hint: 'y' }),
          ),
      };
      const both = await askOrder({ github: powerless, previousAudit });
      expect(both.refusal?.message).toMatch(/not everything could be asked: .*403.*does not answer/);
      const known = await askOrder({ github: powerless, audit: audit('succeeded') });
      expect(known.refusal).toBeUndefined();
      expect(known.warnings).toEqual([expect.stringContaining('known without the deployments on GitHub')]);
    });
  });
});

describe('all gates that stand', () => {
  const settings = {
    environment: 'PROD',
    environments: ['STAGING', 'PROD'],
    maintenanceWindow: { weekdays: [0], fromMinute: 0, toMinute: 60, zone: 'UTC' },
    dryRun: false,
    // A Thursday.
    now: 0n,
  };

  it('tell all that is in the way, not the first alone', async () => {
    await withFakeGitHub({}, async (github) => {
      const question = {
        ...(await released()),
        settings,
        seenAs: ['STAGING'],
        github: accessTo(github),
        onWarning: () => undefined,
      };
      expect((await standingRefusals(question)).map(({ gate }) => gate)).toEqual([
        'environment',
        'validation',
        'order',
        'window',
      ]);
    });
  });

  it('let a dry run look at any time', async () => {
    const question = {
      ...(await released()),
      seenAs: ['staging'],
      github: undefined,
      audit: audit('succeeded'),
      onWarning: () => undefined,
    };
    const dryRun = { ...settings, dryRun: true };
    expect(await standingRefusals({ ...question, settings: { ...dryRun, environment: 'STAGING' } })).toEqual(
      [],
    );
  });
});
