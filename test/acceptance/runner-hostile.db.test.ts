/** The built action, run as a runner runs it, on SQL that means it ill. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOKENS } from '../support/github/fake-github.ts';
import { withFakeGitHub } from '../support/github/with-fake-github.ts';
import { HEAD, V1, pullRequestEvent, annotations, openRunner, type Runner } from './built-runner.ts';
import { type Project, withProject } from './project.ts';

let runner: Runner;
beforeAll(async () => void (runner = await openRunner()));
afterAll(() => runner.close());

describe('whatever SQL says', () => {
  const hostile: Project = {
    base: { 'migrations/V1__booking.sql': V1 },
    files: {
      'migrations/V2__hostile.sql': `do $$ begin
  raise exception E'\\n::error file=a.sql,line=1::taken over\\r::add-path::/tmp/evil\\n##[command]x @octocat <img src=x> ![x](https://example.com/x) ${TOKENS.workflow}';
end $$;
`,
    },
  };

  it('the runner obeys us alone, and the comment holds no markup of its own', async () => {
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject(hostile, async (open) => {
        const end = await runner.play(open, {
          eventName: 'pull_request',
          event: pullRequestEvent(open.baseRef),
          github,
        });
        expect(end.status).toBe(1);
        expect(new Set(end.commands.map(({ name }) => name))).toEqual(
          new Set(['add-mask', 'group', 'endgroup', 'error']),
        );
        expect(annotations(end)).toEqual([['error', 'migrations/V2__hostile.sql', expect.any(String)]]);
        const [body = ''] = github.comments.map((comment) => comment.body);
        expect(body).toContain('taken over');
        expect(body).not.toMatch(/@octocat|<img|!\[x\]/);
        const told = [
          end.log.replace(/^::add-mask::.*$/gm, ''),
          end.summary,
          body,
          ...Object.values(end.reports),
        ];
        for (const text of told) expect(text).not.toContain(TOKENS.workflow);
      });
    });
  });

  it('a password in a migration that fails is in nothing that is told', async () => {
    const files = {
      'migrations/V2__role.sql': `create role app_of_a_test login password 'geheim-im-sql';
create role app_of_a_test login password 'geheim-im-sql';
`,
    };
    await withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: HEAD });
      await withProject({ base: { 'migrations/V1__booking.sql': V1 }, files }, async (open) => {
        const inputs = { markdown: 'r.md', sarif: 'r.sarif', junit: 'r.xml' };
        const end = await runner.play(open, {
          eventName: 'pull_request',
          event: pullRequestEvent(open.baseRef),
          github,
          inputs,
        });
        expect([end.status, Object.keys(end.reports).length]).toEqual([1, expect.any(Number)]);
        const told = [
          end.log,
          end.summary,
          ...github.comments.map(({ body }) => body),
          ...Object.values(end.reports),
        ];
        expect(told.length).toBeGreaterThan(6);
        for (const text of told) expect(text).not.toContain('geheim');
        expect(end.log).toContain("password '***'");
      });
    });
  });
});
