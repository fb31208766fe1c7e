/** Decides the next step towards one comment with the newest result; pure, so that every race can be played. */
import { isLater, isSameRun, type CommentFacts } from './comment-marker.ts';

/** A comment of ours, of this configuration. */
export interface OwnComment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  readonly facts: CommentFacts;
}

export type Step =
  | { readonly kind: 'create' }
  | { readonly kind: 'update' | 'delete'; readonly comment: OwnComment }
  | { readonly kind: 'done'; readonly comment: OwnComment }
  /** A later run's result about the same commit is there. */
  | { readonly kind: 'superseded'; readonly by: OwnComment }
  /** What we wrote is not there: somebody deleted it, which is not argued with, or the list is late. */
  | { readonly kind: 'gone' };

export interface Situation {
  /** Oldest first. */
  readonly comments: readonly OwnComment[];
  readonly body: string;
  readonly facts: CommentFacts;
  /** Comments that we have written to. */
  readonly written: ReadonlySet<number>;
}

/**
 * Each run asks again after each step until nothing is left to do. Whoever has the newest result writes it to the
 * oldest comment and deletes the others; the other runs see it there and let it stand.
 */
export function nextStep(situation: Situation): Step {
  const { comments, facts, written } = situation;
  const [oldest, doubled] = comments;
  if (oldest === undefined) return written.size > 0 ? { kind: 'gone' } : { kind: 'create' };
  const newer = comments.find((one) => one.facts.head === facts.head && isLater(one.facts, facts));
  if (newer) {
    const late = lateComment(situation, newer);
    return late ? { kind: 'delete', comment: late } : { kind: 'superseded', by: newer };
  }
  if (!isOurSay(situation, oldest)) return { kind: 'update', comment: oldest };
  return doubled ? { kind: 'delete', comment: doubled } : { kind: 'done', comment: oldest };
}

/**
 * What this run wrote after a newer result was there: that one's run may have ended, and can't know. A comment before
 * it is taken over by that run.
 */
export const lateComment = (situation: Situation, newer: OwnComment): OwnComment | undefined =>
  situation.comments.find((one) => one.id > newer.id && isOurSay(situation, one));

/**
 * Whether a comment says what this run has to say: GitHub may keep a text in its own way, another job of this run may
 * have had its say since, and of a writing whose answer was lost nothing is known but the text.
 */
const isOurSay = ({ body, facts, written }: Situation, comment: OwnComment): boolean =>
  comment.body === body || (written.has(comment.id) && isSameRun(comment.facts, facts));
