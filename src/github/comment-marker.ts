/** The hidden first line of a comment of ours: which configuration, which commit and which run it tells of. */
import { createHash } from 'node:crypto';

export interface CommentFacts {
  /** By `configurationId`: two configurations on one pull request have a comment each. */
  readonly configuration: string;
  /** Head commit of the pull request that was judged. */
  readonly head: string;
  readonly runId: number;
  readonly attempt: number;
}

/**
 * @param words what tells this check from others on the same pull request: workflow, job, configuration file… Never an
 *   address of a database: the hash is short, and its words could be guessed.
 */
export function configurationId(words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12);
}

const MARKER =
  /^<!-- partition-guard comment 1: configuration=([0-9a-f]{12}) head=([0-9a-f]{40}|[0-9a-f]{64}) run=([1-9][0-9]{0,15}) attempt=([1-9][0-9]{0,15}) -->$/;

/** The line, without its end. */
export function commentMarker({ configuration, head, runId, attempt }: CommentFacts): string {
  const line = `<!-- partition-guard comment 1: configuration=${configuration} head=${head} run=${runId} attempt=${attempt} -->`;
  if (!MARKER.test(line)) throw new Error(`no marker can be made of ${JSON.stringify(line)}`);
  return line;
}

/** What a comment's first line says, where all of it is a marker: one that is quoted further down never counts. */
export function readMarker(body: string): CommentFacts | undefined {
  const [line = ''] = body.split(/\r?\n/, 1);
  const [, configuration, head, run, attempt] = MARKER.exec(line) ?? [];
  if (configuration === undefined || head === undefined) return undefined;
  const facts = { configuration, head, runId: Number(run), attempt: Number(attempt) };
  return Number.isSafeInteger(facts.runId) && Number.isSafeInteger(facts.attempt) ? facts : undefined;
}

/** Of two results about one commit: whether the first comes from a later run, or a later attempt of the run. */
export const isLater = (a: CommentFacts, b: CommentFacts): boolean =>
  a.runId === b.runId ? a.attempt > b.attempt : a.runId > b.runId;

export const isSameRun = (a: CommentFacts, b: CommentFacts): boolean =>
  a.head === b.head && a.runId === b.runId && a.attempt === b.attempt;
