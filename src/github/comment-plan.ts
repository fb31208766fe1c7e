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
export function nextStep({ comments, body, facts, written }: Situation): Step {
  const [oldest, doubled] = comments;
  if (oldest === undefined) return written.size > 0 ? { kind: 'gone' } : { kind: 'create' };
  const newer = comments.find((one) => one.facts.head === facts.head && isLater(one.facts, facts));
  if (newer) return { kind: 'superseded', by: newer };
  // GitHub may keep a text in its own way, and another job of this run may have had its say since: both are done.
  const isOurs = oldest.body === body || (written.has(oldest.id) && isSameRun(oldest.facts, facts));
  if (!isOurs) return { kind: 'update', comment: oldest };
  return doubled ? { kind: 'delete', comment: doubled } : { kind: 'done', comment: oldest };
}
