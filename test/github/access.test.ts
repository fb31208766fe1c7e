/** Where there is a GitHub to ask, what can't be asked is refused. */
import { describe, expect, it } from '@jest/globals';
import { githubAccess, requireAccess } from '../../src/github/access.ts';
import { type Environment, readEvent } from '../../src/github/event.ts';
import { FakeClock } from '../support/github/with-fake-github.ts';

const SHA = 'e'.repeat(40);

function accessIn(env: Environment) {
  const run = readEvent(env);
  const access = githubAccess(run, {
    token: undefined,
    clock: new FakeClock(),
    checkedOut: undefined,
    runCommit: undefined,
    onWait: () => undefined,
  });
  return requireAccess(env, run, access);
}

describe('what stands behind gates', () => {
  it('knows whom to ask about what', () => {
    const access = accessIn({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'you/bookings', GITHUB_SHA: SHA });
    expect(access).toMatchObject({ repository: { owner: 'you', name: 'bookings' }, commit: SHA });
  });

  it.each<[string, Environment, RegExp]>([
    ['a repository that is none', { GITHUB_REPOSITORY: 'bookings', GITHUB_SHA: SHA }, /GITHUB_REPOSITORY/],
    ['no repository in a workflow', { GITHUB_ACTIONS: 'true', GITHUB_SHA: SHA }, /GITHUB_REPOSITORY/],
    ['no commit', { GITHUB_REPOSITORY: 'you/bookings' }, /no commit/],
    ['a commit that is none', { GITHUB_REPOSITORY: 'you/bookings', GITHUB_SHA: 'main' }, /no commit/],
  ])('is refused by %s', (_, env, message) => {
    expect(() => accessIn(env)).toThrow(message);
  });

  it('goes on outside of GitHub', () => {
    expect(accessIn({})).toBeUndefined();
  });
});
