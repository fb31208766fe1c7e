import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { validateSettings } from '../../src/settings/resolve-settings.ts';
import { chooseScenarios } from '../../src/simulation/choose-scenarios.ts';
import { APPLY, at, failed, record } from '../support/histories.ts';
import { judgedTable } from '../support/judged-tables.ts';

interface Asked {
  readonly scenario?: readonly string[];
  readonly shard?: string;
  readonly hasCall?: boolean;
  readonly hasTable?: boolean;
  readonly applies?: boolean;
}

async function chosen({
  scenario,
  shard,
  hasCall = true,
  hasTable = true,
  applies = true,
}: Asked = {}): Promise<string[]> {
  const options = { scenario: scenario?.length ? scenario : undefined, shard };
  const settings = await validateSettings({ cwd: '/', options, today: at('2026-01-15') });
  const { scenarios, share } = chooseScenarios({
    settings,
    hasBase: false,
    context: {
      migrations: { all: [], base: [], change: [] },
      tables: hasTable ? [judgedTable('booking')] : [],
      call: hasCall ? () => 'select 1' : undefined,
    },
    survey: { record: record(APPLY, applies ? {} : { outcome: failed() }) },
  } as unknown as Parameters<typeof chooseScenarios>[0]);
  const names = scenarios.map((s) => s.name);
  expect(share.scenarios.filter((_, i) => i % share.of === share.index - 1)).toEqual(names);
  return names;
}

describe('chooseScenarios', () => {
  it('takes all that apply', async () => {
    expect(await chosen()).toHaveLength(15);
    expect(await chosen({ hasCall: false })).toEqual(['fresh', 'upgrade', 'rerun']);
    expect(await chosen({ hasTable: false })).toEqual(['fresh', 'upgrade', 'rerun']);
  });

  it('takes those that were asked for, in the order in which they are told', async () => {
    expect(await chosen({ scenario: ['change:monthly->yearly', 'upgrade'] })).toEqual([
      'upgrade',
      'change:monthly->yearly',
    ]);
  });

  it('takes the share of the machine out of what was asked for', async () => {
    const shares = await Promise.all(['1/4', '2/4', '3/4', '4/4'].map((shard) => chosen({ shard })));
    expect(shares.flat().sort()).toEqual((await chosen()).sort());
  });

  it('refuses a share that would hold none: a green check that checked nothing', async () => {
    const error: unknown = await chosen({ hasCall: false, shard: '4/4' }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({
      message: 'the share 4/4 holds no scenario: there are 3 scenarios',
      hint: 'Ask for at most 3 shares.',
      exitStatus: 64,
    });
  });

  it('refuses a scenario that the project has no call for, and names those that it has', async () => {
    const error: unknown = await chosen({ scenario: ['change:monthly->yearly'], hasCall: false }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ exitStatus: 64, hint: expect.stringContaining('fresh, upgrade, rerun') });
    expect((error as OperatorError).message).toContain('change:monthly->yearly');
  });

  it('plays it all the same where the migrations stop: nobody knows what they would have made', async () => {
    const asked = { scenario: ['change:monthly->yearly'], hasCall: false, hasTable: false, applies: false };
    expect(await chosen(asked)).toEqual(['change:monthly->yearly']);
    expect(await chosen({ ...asked, scenario: [] })).toEqual(['fresh', 'upgrade', 'rerun']);
  });
});
