import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepRunwayIssue } from '../../src/github/runway-issue.ts';
import { readRunwayMarker, runwayId, runwayMarker } from '../../src/github/runway-marker.ts';
import { ACTIONS_BOT, FakeGitHub, STRANGER, TOKENS } from '../support/github/fake-github.ts';
import { memoryClient, Turns } from '../support/github/memory-client.ts';

const CASES = process.env['PARTITION_GUARD_NIGHTLY'] ? 50_000 : 1_500;
const ID = runwayId('PROD', ['public.booking']);

const run = fc.record({
  isWell: fc.boolean(),
  stage: fc.integer({ min: 0, max: 3 }),
  faults: fc.array(
    fc.constantFrom<('lost' | 'undone' | undefined)[]>(undefined, undefined, 'lost', 'undone'),
    {
      maxLength: 3,
    },
  ),
});

it(`leaves at most one open issue, one where all say so and none where all is well, in ${CASES} interleavings of up to four runs`, async () => {
  let chosen = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        runs: fc.array(run, { minLength: 1, maxLength: 4 }),
        choices: fc.array(fc.nat(9), { maxLength: 80 }),
        before: fc.nat(2),
        token: fc.constantFrom(TOKENS.workflow, TOKENS.app, TOKENS.user),
      }),
      async ({ runs, choices, before, token }) => {
        const github = new FakeGitHub(() => 0);
        const author = github.tokens.get(token)?.user ?? ACTIONS_BOT;
        const body = `${runwayMarker({ id: ID, stage: 0 })}\nbefore`;
        const foreign = github.records.addIssue({ title: 'foreign', body, author: STRANGER });
        for (let i = 0; i < before; i += 1) github.records.addIssue({ title: 'before', body, author });
        const turns = new Turns(choices);
        await turns.play(
          runs.map(({ isWell, stage, faults }) => async () => {
            const client = memoryClient({ github, turns, faults: [...faults], token });
            await keepRunwayIssue(client, {
              repository: { owner: 'your-organisation', name: 'bookings' },
              facts: { id: ID, stage },
              isWell,
              title: `stage ${stage}`,
              body: `text of stage ${stage}`,
              worse: 'worse',
            });
          }),
        );
        chosen += turns.chosen;
        expect(foreign).toMatchObject({ state: 'open', body, title: 'foreign' });
        const open = github.records.issues.filter(
          (one) => one.state === 'open' && one !== foreign && readRunwayMarker(one.body)?.id === ID,
        );
        if (runs.every(({ isWell }) => isWell)) expect(open).toEqual([]);
        else if (runs.every(({ isWell }) => !isWell)) expect(open).toHaveLength(1);
        else expect(open.length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: CASES },
  );
  // Else nothing was interleaved.
  expect(chosen).toBeGreaterThan(CASES);
});
