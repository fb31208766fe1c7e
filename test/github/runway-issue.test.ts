import { describe, expect, it } from '@jest/globals';
import { keepRunwayIssue, type RunwayRequest, runwayWarning } from '../../src/github/runway-issue.ts';
import { runwayId, runwayMarker } from '../../src/github/runway-marker.ts';
import { clientOf } from '../support/github/comment-requests.ts';
import { ACTIONS_BOT, STRANGER, TOKENS } from '../support/github/fake-github.ts';
import { type RunningGitHub, withFakeGitHub } from '../support/github/with-fake-github.ts';

const ID = runwayId('PROD', ['public.booking', 'public.event']);

const request = (more: Partial<RunwayRequest> = {}, stage = 0): RunwayRequest => ({
  repository: { owner: 'your-organisation', name: 'bookings' },
  facts: { id: ID, stage },
  isWell: false,
  title: 'Writes to booking in PROD fail from 2027-01-01 on',
  body: 'Inserts fail from 2027-01-01 on.',
  worse: 'It got closer.',
  ...more,
});

const keep = async (github: RunningGitHub, more: Partial<RunwayRequest> = {}, stage = 0) =>
  keepRunwayIssue(clientOf(github), request(more, stage));

const open = ({ records }: RunningGitHub): number[] =>
  records.issues.filter(({ state }) => state === 'open').map(({ number }) => number);

describe('the runway issue', () => {
  it('is opened once, left alone where nothing changed, updated, and closed when it is well', async () => {
    await withFakeGitHub({}, async (github) => {
      expect(await keep(github, { isWell: true })).toEqual({ kind: 'none' });
      expect(github.records.issues).toEqual([]);
      const opened = await keep(github);
      expect(opened).toEqual({ kind: 'opened', url: expect.stringMatching(/\/issues\/101$/) });
      expect(github.records.issues[0]).toMatchObject({
        title: 'Writes to booking in PROD fail from 2027-01-01 on',
        body: `${runwayMarker({ id: ID, stage: 0 })}\nInserts fail from 2027-01-01 on.`,
      });
      const writes = (): number => github.requests.filter(({ method }) => method !== 'GET').length;
      const before = writes();
      expect((await keep(github)).kind).toBe('unchanged');
      expect(writes()).toBe(before);
      expect((await keep(github, { body: 'Inserts fail from 2026-12-01 on.' })).kind).toBe('updated');
      expect(github.records.issues[0]?.body).toContain('2026-12-01');
      expect(github.comments).toEqual([]);
      expect((await keep(github, { isWell: true, body: 'All is well.' })).kind).toBe('closed');
      expect(github.records.issues).toEqual([
        expect.objectContaining({
          state: 'closed',
          stateReason: 'completed',
          body: expect.stringMatching(/well\.$/),
        }),
      ]);
      expect((await keep(github)).kind).toBe('opened');
      expect(open(github)).toEqual([102]);
    });
  });

  it('gets a comment only where it got a stage worse', async () => {
    await withFakeGitHub({}, async (github) => {
      await keep(github);
      await keep(github, {}, 2);
      await keep(github, {}, 2);
      await keep(github, {}, 1);
      expect(github.comments.map(({ pullRequest, body }) => [pullRequest, body])).toEqual([
        [101, 'It got closer.'],
      ]);
    });
  });

  it('leaves those of other tables, other environments and other authors alone, and pull requests too', async () => {
    await withFakeGitHub({}, async (github) => {
      const marker = runwayMarker({ id: ID, stage: 0 });
      const others = [
        {
          author: ACTIONS_BOT,
          body: runwayMarker({ id: runwayId('STAGING', ['public.booking']), stage: 0 }),
        },
        { author: STRANGER, body: `${marker}\nlike ours` },
        { author: ACTIONS_BOT, body: `Quoted: ${marker}` },
        { author: ACTIONS_BOT, body: `${marker}\nlike ours`, isPullRequest: true },
      ].map((issue) => github.records.addIssue({ title: 'another', ...issue }));
      const texts = others.map(({ body }) => body);
      expect((await keep(github)).kind).toBe('opened');
      await keep(github, { isWell: true });
      expect(others.map(({ body }) => body)).toEqual(texts);
      expect(open(github)).toEqual(others.map(({ number }) => number));
    });
  });

  it('is found behind pages of others', async () => {
    await withFakeGitHub({}, async (github) => {
      await keep(github);
      for (let i = 0; i < 230; i += 1)
        github.records.addIssue({ title: `bug ${i}`, body: '', author: STRANGER });
      expect((await keep(github)).kind).toBe('unchanged');
    });
  });

  it('is one, also where another run was quicker: the later one is closed', async () => {
    await withFakeGitHub({}, async (github) => {
      github.when('before', 'POST', () => {
        github.records.addIssue({
          title: 'x',
          body: `${runwayMarker({ id: ID, stage: 0 })}\nfirst`,
          author: ACTIONS_BOT,
        });
      });
      await keep(github);
      expect(open(github)).toEqual([101]);
      expect(github.records.issues[1]).toMatchObject({ state: 'closed', stateReason: 'not_planned' });
      expect(github.records.issues[0]?.body).toContain('Inserts fail from 2027-01-01 on.');
    });
  });

  it('is not opened again by the run whose issue somebody has closed meanwhile', async () => {
    await withFakeGitHub({}, async (github) => {
      github.when('after', 'POST', () => {
        for (const issue of github.records.issues) issue.state = 'closed';
      });
      await keep(github);
      expect(github.records.issues).toHaveLength(1);
    });
  });

  it('is opened once, also where GitHub’s answers tell neither its number nor its author', async () => {
    await withFakeGitHub({ isUnchecked: true }, async (github) => {
      github.spoil = (response, { method, path }) => {
        if (!path.endsWith('/issues')) return response;
        if (method === 'POST') return { ...response, body: {} };
        const issues = response.body as readonly object[];
        return { ...response, body: issues.map((issue) => ({ ...issue, user: null })) };
      };
      await keep(github);
      expect(github.records.issues).toHaveLength(1);
    });
  });

  it('is opened once where the answer is lost', async () => {
    await withFakeGitHub({ isUnchecked: true }, async (github) => {
      github.fault('POST', { kind: 'cut', isDone: true });
      await keep(github);
      expect(github.records.issues).toHaveLength(1);
      github.fault('PATCH', { kind: 'cut' }, 2);
      expect((await keep(github, { isWell: true })).kind).toBe('closed');
    });
  });

  it.each(['readOnly', 'powerless'] as const)(
    'that a token that is %s may not write is a warning',
    async (token) => {
      await withFakeGitHub({}, async (github) => {
        const outcome = await keepRunwayIssue(clientOf(github, TOKENS[token]), request());
        expect(outcome.kind).toBe('forbidden');
        expect(runwayWarning(outcome)).toContain('issues: write');
        expect(github.records.issues).toEqual([]);
      });
    },
  );
});

it('two runs at once leave one issue, whichever request comes first', async () => {
  for (const phase of ['before', 'after'] as const) {
    for (const on of [/^GET .*\/issues$/, /^POST .*\/issues$/]) {
      await withFakeGitHub({ isUnchecked: true }, async (github) => {
        github.when(phase, on, async () => void (await keep(github)));
        await keep(github);
        expect(open(github)).toHaveLength(1);
        await keep(github);
        expect(open(github)).toHaveLength(1);
      });
    }
  }
});

it('the tables of an environment are the same in any order, and others in another environment', () => {
  expect(runwayId('prod', ['public.event', 'public.booking'])).toBe(ID);
  expect(runwayId('PROD', ['public.booking'])).not.toBe(ID);
  expect(runwayId('STAGING', ['public.booking', 'public.event'])).not.toBe(ID);
});
