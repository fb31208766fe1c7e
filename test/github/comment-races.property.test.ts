import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLater, readMarker, type CommentFacts } from '../../src/github/comment-marker.ts';
import { upsertComment, type CommentMode } from '../../src/github/sticky-comment.ts';
import { bodyOf, commentRequest, FACTS, NEW, OLD } from '../support/github/comment-requests.ts';
import { ACTIONS_BOT, FakeGitHub, STRANGER, TOKENS } from '../support/github/fake-github.ts';
import { memoryClient, Turns } from '../support/github/memory-client.ts';

const CASES = process.env['PARTITION_GUARD_NIGHTLY'] ? 50_000 : 2_000;

interface Run {
  readonly facts: CommentFacts;
  readonly mode: CommentMode;
  readonly faults: readonly ('lost' | 'undone' | undefined)[];
}

const run = (head: string): fc.Arbitrary<Run> =>
  fc.record({
    facts: fc.record({
      configuration: fc.constant(FACTS.configuration),
      head: fc.constant(head),
      runId: fc.integer({ min: head === NEW ? 200 : 100, max: head === NEW ? 203 : 203 }),
      attempt: fc.integer({ min: 1, max: 2 }),
    }),
    mode: fc.constantFrom<CommentMode>('always', 'on-failure'),
    faults: fc.array(
      fc.constantFrom<('lost' | 'undone' | undefined)[]>(undefined, undefined, 'lost', 'undone'),
      {
        maxLength: 3,
      },
    ),
  });

const unique = (runs: readonly Run[]): boolean =>
  new Set(runs.map(({ facts }) => `${facts.head} ${facts.runId} ${facts.attempt}`)).size === runs.length;

it(`leaves one comment with the newest commit's newest result, in ${CASES} interleavings of up to five runs`, async () => {
  let chosen = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        old: fc.array(run(OLD), { minLength: 1, maxLength: 3 }).filter(unique),
        // Runs of the next commit, which start when it is pushed; none: it is not pushed.
        next: fc.array(run(NEW), { maxLength: 2 }).filter(unique),
        choices: fc.array(fc.nat(9), { maxLength: 80 }),
        token: fc.constantFrom(TOKENS.workflow, TOKENS.app, TOKENS.user),
        before: fc.constantFrom('nothing', 'one', 'two'),
      }),
      async ({ old, next, choices, token, before }) => {
        const github = new FakeGitHub(() => 0);
        github.addPullRequest({ number: 7, head: OLD });
        const author = github.tokens.get(token)?.user ?? null;
        const foreign = github.addComment({ pullRequest: 7, author: STRANGER, body: bodyOf('foreign') });
        const ended = { head: 'd'.repeat(40), runId: 1 };
        for (let i = ['nothing', 'one', 'two'].indexOf(before); i > 0; i -= 1) {
          github.addComment({ pullRequest: 7, author, body: bodyOf(`ended ${i}`, ended) });
        }
        const turns = new Turns(choices);
        const play = async ({ facts, mode, faults }: Run): Promise<void> => {
          const client = memoryClient({ github, turns, faults: [...faults], token });
          const text = `result of ${facts.runId}.${facts.attempt}`;
          await upsertComment(client, commentRequest(text, facts, { mode }));
        };
        const push = async (): Promise<void> => {
          await turns.take();
          github.push(7, NEW);
        };
        const isPushed: Promise<void>[] = [];
        await turns.play([
          ...old.map((one) => async () => play(one)),
          ...(next.length === 0
            ? []
            : [
                async () => {
                  const pushed = push();
                  isPushed.push(pushed);
                  await pushed;
                },
                ...next.map((one) => async () => {
                  while (github.pullRequests[0]?.head !== NEW) await turns.take();
                  await play(one);
                }),
              ]),
        ]);
        chosen += turns.chosen;

        const judged = next.length > 0 ? next : old;
        const newest = judged.map((one) => one.facts).reduce((a, b) => (isLater(b, a) ? b : a));
        const ours = github.comments.filter((one) => one !== foreign);
        expect(ours.map((one) => readMarker(one.body))).toEqual([newest]);
        expect(ours[0]?.author).toEqual(author ?? ACTIONS_BOT);
        expect(foreign.body).toBe(bodyOf('foreign'));
      },
    ),
    { numRuns: CASES },
  );
  // Else nothing was interleaved.
  expect(chosen).toBeGreaterThan(CASES * 5);
});
