/** The digest that tells shares apart which were judged by other rules. */
import { describe, expect, it } from '@jest/globals';
import { configurationDigest } from '../../src/settings/configuration-digest.ts';
import { settingsOf } from './inputs.ts';

const digestOf = async (...given: Parameters<typeof settingsOf>): Promise<string> =>
  configurationDigest(await settingsOf(...given));

describe('the digest of a configuration', () => {
  it.each([
    'checks: {no-row-lost: off}',
    'checks: {runway: {days: 5}}',
    'waivers: [{check: no-row-lost, reason: because, until: 2027-03-31}]',
    'tables: [{name: booking, range: [2019-01-01, 2027-06-30]}]',
    'placeholders: {a: b}',
    'intervals: [monthly]',
    'seed: {a.b: SELECT 1}',
    'assertions: [{name: a, sql: SELECT 1, expect: unchanged}]',
  ])('is another one with %s', async (text) => {
    expect(await digestOf(text)).not.toBe(await digestOf());
  });

  it('is the same for the same rules, whatever the order, the share, the server and the reports', async () => {
    const plain = 'checks: {runway: off, no-gap: warning}\nplaceholders: {a: b, c: d}\n';
    const other =
      '# moved\nplaceholders: {c: d, a: b}\nchecks: {no-gap: warning, runway: off}\nserver: embedded\n';
    expect(await digestOf(other, { shard: '2/3', json: 'two.json', postgres: ['16'] })).toBe(
      await digestOf(plain, { shard: '1/3', json: 'one.json', postgres: ['15'] }),
    );
  });
});
