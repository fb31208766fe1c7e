import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '../src/domain/operator-error.ts';
import { redactResult } from '../src/domain/redaction.ts';
import { tellError } from '../src/exit-status.ts';
import { KnownSecrets } from '../src/known-secrets.ts';
import { check, run, scenario } from './report/results.ts';

describe('known secrets', () => {
  it('are those of the environment, and those that are added later', () => {
    const secrets = new KnownSecrets({ PGPASSWORD: 'of-the-environment' });
    secrets.add(undefined, '', 'postgres://app:added-later@db.example.com/x');
    expect(secrets.redact('of-the-environment added-later db.example.com')).toBe('*** *** ***');
    expect(secrets.forms()).toContain('added-later');
  });

  it('are also passphrases, keys in the place of their files, and what stands in the query of an address', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIH\n-----END PRIVATE KEY-----';
    const secrets = new KnownSecrets({
      PGSSLPASSWORD: 'of-the-key',
      PGSSLKEY: key,
      PARTITION_GUARD_TARGET:
        'postgres:///x?host=db.internal.example&user=app&password=in%20query&sslpassword=of-another',
    });
    const told =
      'of-the-key MC4CAQAwBQYDK2VwBCIEIH db.internal.example app@db.internal.example in query of-another';
    expect(secrets.redact(told)).toBe('*** *** *** *** *** ***');
    expect(new KnownSecrets({ PGSSLKEY: '/etc/ssl/my.key' }).redact('/etc/ssl/my.key')).toBe(
      '/etc/ssl/my.key',
    );
  });

  it('are in no error that is told, nor in its next step or its stack', () => {
    const secrets = new KnownSecrets({ GITHUB_TOKEN: 'top-secret' });
    const told = [
      tellError(new OperatorError('it is top-secret', { code: 'x', hint: 'try top-secret' }), secrets.redact),
      tellError(new Error('top-secret'), secrets.redact),
      tellError('top-secret', secrets.redact),
    ];
    for (const { text } of told) {
      expect(text).toContain('***');
      expect(text).not.toContain('top-secret');
    }
  });

  it('are in no string of a result, while verdicts and dates stay as they are', () => {
    const { redact } = new KnownSecrets({ GITHUB_TOKEN: 'fail' });
    const result = run([
      scenario('upgrade', {
        verdict: 'fail',
        checks: [check('no-row-lost', { verdict: 'fail', message: 'they fail' })],
      }),
    ]);
    const redacted = redactResult(result, redact);
    expect(redacted.scenarios[0]?.checks[0]).toMatchObject({ verdict: 'fail', message: 'they ***' });
    expect(redacted.startedAt).toEqual(result.startedAt);
    expect(redacted.scenarios[0]?.before).toEqual(result.scenarios[0]?.before);
  });
});
