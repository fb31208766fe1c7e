import { describe, expect, it } from '@jest/globals';
import { type ModeQuestion, MODES, selectMode } from '../../src/settings/select-mode.ts';

const PLAIN: ModeQuestion = {
  asked: 'auto',
  event: 'pull_request',
  isDefaultBranch: false,
  hasTarget: false,
  hasEnvironment: false,
};

const DEFAULT = { isDefaultBranch: true };
const TARGET = { hasTarget: true };
const ENVIRONMENT = { hasEnvironment: true };

describe('the mode', () => {
  it.each<[string, Partial<ModeQuestion>]>([
    ['validate', { event: 'pull_request' }],
    ['validate', { event: 'pull_request', ...TARGET, ...ENVIRONMENT }],
    ['validate', { event: 'pull_request_target', ...TARGET }],
    ['validate', { event: 'merge_group', ...TARGET }],
    ['validate', { event: 'workflow_dispatch', ...TARGET, ...DEFAULT, ...ENVIRONMENT }],
    ['validate', { event: 'release' }],
    ['validate', { event: '' }],
    ['merge', { event: 'workflow_run' }],
    ['merge', { event: 'workflow_run', ...TARGET }],
    ['validate', { event: 'push' }],
    ['validate', { event: 'push', ...TARGET, ...ENVIRONMENT }],
    ['validate', { event: 'push', ...DEFAULT }],
    ['validate', { event: 'push', ...DEFAULT, ...ENVIRONMENT }],
    ['plan', { event: 'push', ...DEFAULT, ...TARGET }],
    ['apply', { event: 'push', ...DEFAULT, ...TARGET, ...ENVIRONMENT }],
    ['validate', { event: 'schedule' }],
    ['maintain', { event: 'schedule', ...TARGET }],
    ['merge', { asked: 'merge' }],
    ['validate', { asked: ' validate ', event: 'workflow_run' }],
    ['validate', { asked: '', event: 'push' }],
    ['maintain', { asked: 'maintain' }],
  ])('is %s on %j', (mode, over) => {
    expect(selectMode({ ...PLAIN, ...over }).mode).toBe(mode);
  });

  it.each(MODES)('%s is what the input says, whatever the event', (asked) => {
    expect(selectMode({ ...PLAIN, asked, event: 'push' })).toEqual({
      mode: asked,
      because: 'as the input mode says',
    });
  });

  it('is told with the nearest right name where it is none', () => {
    expect(() => selectMode({ ...PLAIN, asked: 'valdiate' })).toThrow(
      'input mode: "valdiate" is not a mode — did you mean "validate"?',
    );
  });
});
