import { describe, expect, it } from '@jest/globals';
import { readMarker } from '../../src/github/comment-marker.ts';
import { nextStep, type OwnComment, type Situation } from '../../src/github/comment-plan.ts';
import { bodyOf, FACTS, NEW } from '../support/github/comment-requests.ts';

const comment = (id: number, text: string, facts: Partial<typeof FACTS> = {}): OwnComment => {
  const body = bodyOf(text, facts);
  return { id, body, url: `#${id}`, facts: readMarker(body) ?? FACTS };
};

const situation = (comments: readonly OwnComment[], written: readonly number[] = []): Situation => ({
  comments,
  body: bodyOf('ours'),
  facts: FACTS,
  written: new Set(written),
});

const ours = (id: number): OwnComment => comment(id, 'ours');
const later = (id: number): OwnComment => comment(id, 'later', { runId: 105 });

describe('the next step', () => {
  const cases = [
    ['creates where none is there', situation([]), { kind: 'create' }],
    ['argues with no one who deleted it', situation([], [1]), { kind: 'gone' }],
    [
      'updates the oldest',
      situation([comment(1, 'x', { runId: 3 }), comment(2, 'y')]),
      { kind: 'update', id: 1 },
    ],
    [
      'updates what tells of another commit, whatever its run',
      situation([comment(1, 'x', { head: NEW, runId: 999 })]),
      { kind: 'update', id: 1 },
    ],
    ['ends where it is there', situation([ours(1)]), { kind: 'done', id: 1 }],
    ['deletes what is double', situation([ours(1), ours(2)]), { kind: 'delete', id: 2 }],
    [
      'takes over an older comment, then deletes its own',
      situation([comment(1, 'x', { runId: 3 }), ours(2)], [2]),
      { kind: 'update', id: 1 },
    ],
    [
      'leaves its older comment to a later run',
      situation([ours(1), later(2)], [1]),
      { kind: 'superseded', id: 2 },
    ],
    [
      'takes back what came after a later run',
      situation([later(1), ours(2)], [2]),
      { kind: 'delete', id: 2 },
    ],
    [
      'takes it back also where its answer was lost',
      situation([later(1), ours(2)]),
      { kind: 'delete', id: 2 },
    ],
    ['lets a later run stand', situation([later(1)]), { kind: 'superseded', id: 1 }],
    [
      'knows its text when GitHub keeps it in another way',
      situation([comment(1, 'ours ')], [1]),
      { kind: 'done', id: 1 },
    ],
    [
      'replaces another job’s text of this run',
      situation([comment(1, 'other job')]),
      { kind: 'update', id: 1 },
    ],
  ] as const;
  it.each(cases)('%s', (_, given, expected) => {
    const step = nextStep(given);
    const about = 'comment' in step ? step.comment : 'by' in step ? step.by : undefined;
    expect({ kind: step.kind, ...(about ? { id: about.id } : {}) }).toEqual(expected);
  });
});
