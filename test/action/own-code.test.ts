import { describe, expect, it } from '@jest/globals';
import { requireOwnCode } from '../../src/action/own-code.ts';
import { readTrigger } from '../../src/github/trigger-event.ts';
import {
  dispatchEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
} from '../support/github/events.ts';

const modes = ['plan', 'apply', 'maintain'] as const;

/** The modes that an event may be played in. */
function allowed(name: string, payload: unknown): string[] {
  const { event } = readTrigger(name, payload);
  return modes.filter((mode) => {
    try {
      requireOwnCode(mode, event);
      return true;
    } catch {
      return false;
    }
  });
}

describe('a target', () => {
  it.each<[string, unknown]>([
    ['push', pushEvent()],
    ['workflow_dispatch', dispatchEvent()],
    ['schedule', scheduleEvent()],
    ['workflow_run', workflowRunEvent({ startedBy: 'push' })],
    ['issue_comment', { issue: { number: 7 } }],
    ['release', { release: {}, pull_request: null }],
  ])('is for every mode on %s', (name, payload) => {
    expect(allowed(name, payload)).toEqual([...modes]);
  });

  it.each<[string, unknown]>([
    ['pull_request', pullRequestEvent()],
    ['merge_group', mergeGroupEvent()],
  ])('is only planned for on %s', (name, payload) => {
    expect(allowed(name, payload)).toEqual(['plan']);
  });

  it.each<[string, string, unknown]>([
    ['a fork’s pull request', 'pull_request', pullRequestEvent({ isFork: true })],
    ['a pull request of a fork that is gone', 'pull_request', pullRequestEvent({ isGone: true })],
    ['pull_request_target', 'pull_request_target', pullRequestEvent()],
    ['what a fork has started', 'workflow_run', workflowRunEvent({ isFork: true, startedBy: 'push' })],
    ['a review', 'pull_request_review', { pull_request: { number: 7 } }],
    ['a comment on a line', 'pull_request_review_comment', { pull_request: { number: 7 } }],
    ['a review that says nothing of itself', 'pull_request_review', {}],
    ['a comment on a pull request', 'issue_comment', { issue: { pull_request: { url: '' } } }],
    ['what a pull request has started', 'workflow_run', workflowRunEvent()],
  ])('is for no mode on %s', (_, name, payload) => {
    expect(allowed(name, payload)).toEqual([]);
  });
});
