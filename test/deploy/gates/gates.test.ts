/** The gates that ask GitHub, and the audit trails, as apply and plan ask them. */
import { describe, expect, it } from '@jest/globals';
import { orderGate, type OrderQuestion, type PastDeployments } from '../../../src/deploy/gates/order.ts';
import { standingRefusals } from '../../../src/deploy/gates/standing-refusals.ts';
import { validationGate } from '../../../src/deploy/gates/validation.ts';
import { OperatorError } from '../../../src/domain/operator-error.ts';
import { endDeployment, openDeployment } from '../../../src/github/deployments.ts';
import { fileValidation } from '../../../src/github/validation-status.ts';
import { accessTo, OTHER_RELEASE, PLAN, RELEASE } from '../../support/github/deploying.ts';
import { TOKENS } from '../../support/github/fake-github.ts';
import { type RunningGitHub, withFakeGitHub } from '../../support/github/with-fake-github.ts';

async function askValidation(
  github: RunningGitHub | undefined,
  token: string = TOKENS.workflow,
  reason?: string,
) {
  const warnings: string[] = [];
  const refusal = await validationGate({
    release: RELEASE,
    github: github && accessTo(github, token),
    allowUnvalidated: reason,
    onWarning: (text) => warnings.push(text),
  });
  return { refusal, warnings };
}

describe('the gate of the validation', () => {
  it('opens for the very release that was validated, and for no other', async () => {
    await withFakeGitHub({}, async (github) => {
      await fileValidation(accessTo(github), { release: OTHER_RELEASE, verdict: 'pass', key: '' });
      expect((await askValidation(github)).refusal).toMatchObject({
        gate: 'validation',
        message:
          'no validation of these migrations (release sha256:111111111111) is known; looked at commit aaaaaaaaaaaa',
        hint: expect.stringContaining('--allow-unvalidated'),
      });
      await fileValidation(accessTo(github), { release: RELEASE, verdict: 'pass', key: '' });
      expect(await askValidation(github)).toEqual({ refusal: undefined, warnings: [] });
    });
  });

  it('is shut where the validation did not pass', async () => {
    await withFakeGitHub({}, async (github) => {
      await fileValidation(accessTo(github), { release: RELEASE, verdict: 'inconclusive', key: '' });
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

  it('is a warning outside of GitHub', async () => {
    const { refusal, warnings } = await askValidation(undefined);
    expect(refusal).toBeUndefined();
    expect(warnings).toHaveLength(1);
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
    expect(warnings).toEqual([expect.stringContaining('SANDBOX is none of the configured environments')]);
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
      const question = { settings, release: RELEASE, github: accessTo(github), onWarning: () => undefined };
      expect((await standingRefusals(question)).map(({ gate }) => gate)).toEqual([
        'validation',
        'order',
        'window',
      ]);
    });
  });

  it('let a dry run look at any time', async () => {
    const question = {
      release: RELEASE,
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
