import { describe, expect, it } from '@jest/globals';
import {
  fileValidation,
  findValidation,
  type Released,
  VALIDATION_CONTEXT,
} from '../../src/github/validation-status.ts';
import {
  COMMIT,
  accessTo,
  OTHER_COMMIT,
  OTHER_RELEASE,
  RELEASE,
  RUN_URL,
} from '../support/github/deploying.ts';
import { ACTIONS_BOT, APP_BOT, STRANGER, TOKENS } from '../support/github/fake-github.ts';
import { type RunningGitHub, withFakeGitHub } from '../support/github/with-fake-github.ts';

const RULES = 'f'.repeat(64);
const record = { release: RELEASE, verdict: 'pass', underTest: '2-3', rules: RULES, key: '' } as const;
const PASS = `pass · tests 2-3 · rules ${RULES.slice(0, 16)} · release ${RELEASE}`;

/** Of three files the third is pending. */
const released = (release = RELEASE, more: Partial<Released> = {}): Released => ({
  release,
  rules: RULES,
  untested: (underTest) => (underTest?.includes('3') ? [] : ['V3__x.sql']),
  ...more,
});

describe('filing a validation', () => {
  it('leaves a status with the release on the judged commit, that is found again', async () => {
    await withFakeGitHub({}, async (github) => {
      const access = accessTo(github);
      expect(await fileValidation(access, record)).toEqual({ kind: 'filed', context: VALIDATION_CONTEXT });
      expect(github.records.statuses).toEqual([
        expect.objectContaining({
          commit: COMMIT,
          state: 'success',
          context: 'partition-guard/validation',
          description: PASS,
          target_url: RUN_URL,
        }),
      ]);
      expect(await findValidation(access, released())).toEqual({
        kind: 'validated',
        where: `commit ${COMMIT.slice(0, 12)}, partition-guard/validation`,
        url: RUN_URL,
      });
    });
  });

  it.each(['readOnly', 'powerless'] as const)('is forbidden to a token that is %s', async (token) => {
    await withFakeGitHub({}, async (github) => {
      expect(await fileValidation(accessTo(github, TOKENS[token]), record)).toEqual({ kind: 'forbidden' });
      expect(github.records.statuses).toEqual([]);
    });
  });

  it('tells why it could not, and waits where GitHub asks for it', async () => {
    await withFakeGitHub({ isUnchecked: true }, async (github) => {
      github.fault('POST', { kind: 'status', response: { status: 502 } }, 2);
      expect(await fileValidation(accessTo(github), record)).toMatchObject({ kind: 'filed' });
      expect(github.clock.naps).toHaveLength(2);
      github.fault('POST', { kind: 'status', response: { status: 503 } }, 99);
      expect(await fileValidation(accessTo(github), record)).toEqual({
        kind: 'not-filed',
        reason: expect.stringContaining('503'),
      });
    });
  });
});

const file = (github: RunningGitHub, commit: string, more: object = {}): void =>
  void github.records.addStatus({
    commit,
    state: 'success',
    context: VALIDATION_CONTEXT,
    description: PASS,
    author: ACTIONS_BOT,
    ...more,
  });

describe('finding a validation', () => {
  it('goes by the release, not by the commit: a squashed pull request counts, edited migrations do not', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OTHER_COMMIT, state: 'closed', mergedAs: [COMMIT] });
      file(github, OTHER_COMMIT);
      const found = await findValidation(accessTo(github), released());
      expect(found).toMatchObject({ kind: 'validated', where: 'the head of #7, partition-guard/validation' });
      expect(await findValidation(accessTo(github), released(OTHER_RELEASE))).toEqual({
        kind: 'not-validated',
        lookedAt: [`commit ${'a'.repeat(12)}`, 'the head of #7'],
      });
    });
  });

  it('takes the word of the last commit of a rebased pull request for the others', async () => {
    await withFakeGitHub({}, async (github) => {
      const last = 'd'.repeat(40);
      github.addPullRequest({ number: 8, head: OTHER_COMMIT, state: 'closed', mergedAs: [COMMIT, last] });
      file(github, last);
      expect(await findValidation(accessTo(github), released())).toMatchObject({
        kind: 'validated',
        where: 'the merge of #8, partition-guard/validation',
      });
    });
  });

  it('lets a later failure of the same context revoke, and a later success mend it', async () => {
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT);
      file(github, COMMIT, { state: 'failure', description: `inconclusive · release ${RELEASE}` });
      expect(await findValidation(accessTo(github), released())).toMatchObject({ kind: 'failed' });
      file(github, COMMIT);
      expect(await findValidation(accessTo(github), released())).toMatchObject({ kind: 'validated' });
    });
  });

  it('holds a failure of one of several validations against all, whichever was the last', async () => {
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT, { state: 'failure', context: `${VALIDATION_CONTEXT} (pg14)` });
      file(github, COMMIT, { context: `${VALIDATION_CONTEXT} (pg18)` });
      expect(await findValidation(accessTo(github), released())).toMatchObject({
        kind: 'failed',
        where: expect.stringContaining('(pg14)'),
      });
    });
  });

  const ofTwo = `pass · tests 2 · rules ${RULES.slice(0, 16)} · release ${RELEASE}`;

  it('takes a pass in which the pending files were not under test for none', async () => {
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT, { description: ofTwo });
      expect(await findValidation(accessTo(github), released())).toEqual({
        kind: 'beside',
        where: `commit ${COMMIT.slice(0, 12)}, partition-guard/validation`,
        url: undefined,
        untested: ['V3__x.sql'],
        sameRules: true,
      });
    });
  });

  it('does not let a later pass with less under test take back a failure', async () => {
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT, { state: 'failure', description: PASS.replace('pass', 'fail') });
      file(github, COMMIT, { description: ofTwo });
      expect(await findValidation(accessTo(github), released())).toMatchObject({ kind: 'failed' });
      file(github, COMMIT);
      file(github, COMMIT, { description: ofTwo });
      expect(await findValidation(accessTo(github), released())).toMatchObject({ kind: 'validated' });
    });
  });

  it('does not sum up two that each had a part under test', async () => {
    const both = released(RELEASE, {
      untested: (places) => ['2', '3'].filter((one) => !places?.includes(one)),
    });
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT, { description: ofTwo, context: `${VALIDATION_CONTEXT} (a)` });
      file(github, COMMIT, { description: ofTwo.replace('tests 2', 'tests 3') });
      expect(await findValidation(accessTo(github), both)).toMatchObject({ kind: 'beside', untested: ['2'] });
    });
  });

  it.each([
    ['other rules', PASS.replace('rules f', 'rules e')],
    ['rules that nobody knows', `pass · release ${RELEASE}`],
  ])('takes a pass by %s for none', async (_, description) => {
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT, { description });
      expect(await findValidation(accessTo(github), released())).toMatchObject({
        kind: 'beside',
        sameRules: false,
      });
    });
  });

  it('asks the pull request where the commit was validated with less under test', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OTHER_COMMIT, state: 'closed', mergedAs: [COMMIT] });
      file(github, COMMIT, { description: ofTwo });
      expect(await findValidation(accessTo(github), released())).toMatchObject({ kind: 'beside' });
      file(github, OTHER_COMMIT);
      expect(await findValidation(accessTo(github), released())).toMatchObject({
        kind: 'validated',
        where: 'the head of #7, partition-guard/validation',
      });
    });
  });

  it('lets the commit that failed itself not be excused by its pull request', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OTHER_COMMIT, mergedAs: [COMMIT] });
      file(github, OTHER_COMMIT);
      file(github, COMMIT, { state: 'failure' });
      expect(await findValidation(accessTo(github), released())).toMatchObject({ kind: 'failed' });
    });
  });

  it.each([
    ['a stranger', STRANGER, TOKENS.workflow, 'not-validated'],
    ['another app', APP_BOT, TOKENS.workflow, 'not-validated'],
    ['a workflow', ACTIONS_BOT, TOKENS.user, 'validated'],
  ] as const)('filed by %s it is %s', async (_, author, token, kind) => {
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT, { author });
      expect((await findValidation(accessTo(github, token), released())).kind).toBe(kind);
    });
  });

  it.each(['-of-nothing', '/site', ' (pg14', ' pg14'])('takes no other check for it: %s', async (more) => {
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT, { context: `${VALIDATION_CONTEXT}${more}` });
      expect((await findValidation(accessTo(github), released())).kind).toBe('not-validated');
    });
  });

  it('reads every page of statuses', async () => {
    await withFakeGitHub({}, async (github) => {
      file(github, COMMIT);
      for (let i = 0; i < 250; i += 1) file(github, COMMIT, { context: `lint ${i}`, description: null });
      expect(await findValidation(accessTo(github), released())).toMatchObject({ kind: 'validated' });
    });
  });

  it('finds nothing at a commit that was never pushed', async () => {
    await withFakeGitHub({}, async (github) => {
      github.records.unknownCommits.add(COMMIT);
      expect(await findValidation(accessTo(github), released())).toMatchObject({ kind: 'not-validated' });
    });
  });

  it('knows what it does not know: no token, a token that may not read, GitHub out of reach', async () => {
    await withFakeGitHub({ isUnchecked: true }, async (github) => {
      file(github, COMMIT);
      const of = async (token: string): Promise<unknown> =>
        findValidation(accessTo(github, token), released());
      expect(await of('')).toEqual({ kind: 'unknown', reason: 'there is no token to ask GitHub with' });
      expect(await of('ghs_nobody')).toMatchObject({ kind: 'unknown' });
      expect(await of(TOKENS.powerless)).toEqual({
        kind: 'unknown',
        reason: expect.stringMatching(/403.*may lack statuses: read/),
      });
      github.fault('/statuses', { kind: 'cut' }, 99);
      expect(await of(TOKENS.workflow)).toMatchObject({ kind: 'unknown' });
    });
  });
});
