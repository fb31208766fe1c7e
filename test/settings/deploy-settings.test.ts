/** Options of a target's commands: what each means, and every mistake at once. */
import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '../../src/domain/operator-error.ts';
import type { RawDeployInputs, RawDeployOptions } from '../../src/settings/deploy-settings.ts';
import { parseArchivePlace, parseTimeLimit } from '../../src/settings/deploy-values.ts';
import { deploySettings } from '../../src/settings/resolve-deploy-settings.ts';
import { TODAY } from './inputs.ts';

const TARGET = 'postgres://deployer:secret-word@db.example/bookings';

const settingsOf = (options: RawDeployOptions, inputs: Partial<RawDeployInputs> = {}) =>
  deploySettings({ command: 'apply', cwd: '/project', env: {}, now: TODAY, options, ...inputs });

async function mistakesOf(options: RawDeployOptions, inputs: Partial<RawDeployInputs> = {}): Promise<string> {
  const error = await settingsOf(options, inputs).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof OperatorError && error.exitStatus === 64) return error.message;
  throw new Error('it was taken for right', { cause: error });
}

describe('options of a target', () => {
  it('have the defaults that the contract names', async () => {
    expect(await settingsOf({ target: TARGET, environment: 'DEV' })).toMatchObject({
      verify: 'touched',
      lockTimeoutMs: 2000,
      statementTimeoutMs: 0,
      retries: 10,
      dryRun: false,
      environments: ['DEV', 'STAGING', 'PROD'],
      partitions: [],
    });
  });

  it('name an environment as it is configured, whatever the case of its letters', async () => {
    expect(await settingsOf({ target: TARGET, environment: 'dev' })).toMatchObject({ environment: 'DEV' });
    expect(await settingsOf({ target: TARGET, environment: 'uat' })).toMatchObject({ environment: 'uat' });
  });

  it('name an environment that is configured, where the configuration says which there are', async () => {
    const configText = 'environments: [DEV, PROD]';
    for (const command of ['plan', 'apply', 'maintain'] as const) {
      expect(await mistakesOf({ target: TARGET, environment: 'PRDO' }, { command, configText })).toBe(
        '--environment: "PRDO" is none of the configured environments (DEV, PROD) — did you mean "PROD"?',
      );
    }
    expect(await settingsOf({ target: TARGET, environment: 'prod' }, { configText })).toMatchObject({
      environment: 'PROD',
    });
  });

  it('mean what they say', async () => {
    const settings = await settingsOf({
      target: TARGET,
      environment: 'PROD',
      plan: 'A'.repeat(64),
      allowUnvalidated: 'the  runner\nwas down',
      verify: 'full',
      lockTimeout: '500ms',
      statementTimeout: '5min',
      retries: '0',
      dryRun: true,
      premake: '12',
      retention: '24 months',
      archive: 's3://bookings-archive/amenity/',
      baseline: '2_1',
    });
    expect(settings).toMatchObject({
      plan: `sha256:${'a'.repeat(64)}`,
      allowUnvalidated: 'the runner was down',
      verify: 'full',
      lockTimeoutMs: 500,
      statementTimeoutMs: 300_000,
      retries: 0,
      dryRun: true,
      premake: 12,
      keep: { months: 24 },
      archive: { kind: 's3', bucket: 'bookings-archive', prefix: 'amenity' },
      baseline: '2.1',
    });
  });

  it('take the target from the environment, and need it', async () => {
    const env = { PARTITION_GUARD_TARGET: TARGET };
    expect(await settingsOf({ environment: 'DEV' }, { env })).toMatchObject({ target: TARGET });
    expect(await settingsOf({}, { env, command: 'plan' })).toMatchObject({ target: TARGET });
    expect((await mistakesOf({})).split('\n')).toEqual([
      expect.stringMatching(/^--target: no target is given; set PARTITION_GUARD_TARGET/),
      '--environment: apply needs the name of the environment, such as DEV, STAGING or PROD',
    ]);
  });

  it('are told of together with the mistakes of the configuration file, a wrong address without its password', async () => {
    const told = await mistakesOf(
      {
        target: 'mysql://deployer:secret-word@db/bookings',
        verify: 'ful',
        lockTimeout: 'soon',
        retries: '-1',
      },
      { configText: 'intervals: [fortnightly]\n', command: 'plan' },
    );
    expect(told.split('\n')).toEqual([
      '--target: "mysql://***@db/bookings" is not a postgres:// address',
      '--verify: "ful" is not how much is proven — did you mean "full"?; known: full, touched, count',
      expect.stringMatching(/^--lock-timeout: "soon" is not a length of time/),
      '--retries: "-1" is not a whole number from 0 to 1,000',
      expect.stringMatching(/^partition-guard\.yml:1: "fortnightly" is not an interval/),
    ]);
    expect(told).not.toContain('secret-word');
  });

  it.each([
    ['2s', 2000],
    ['0', 0],
    ['250', 250],
    ['1 min', 60_000],
  ])('%s is %d ms', (text, ms) => {
    expect(parseTimeLimit(text)).toEqual({ ok: true, value: ms });
  });

  it.each(['2w', '-1s', '', '1e3', '99999999999', '30d'])('%j is no length of time', (text) => {
    expect(parseTimeLimit(text).ok).toBe(false);
  });

  it.each(['s3://', 's3://UPPER/x', 'https://bucket.example/x', 's3:///x'])('%s is no archive', (text) => {
    expect(parseArchivePlace(text).ok).toBe(false);
  });

  it('keep an environment to one line that a log can bear', async () => {
    expect(await mistakesOf({ target: TARGET, environment: 'a\n::set-output' })).toMatch(/^--environment: /);
  });
});
