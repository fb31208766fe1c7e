/** Plans and results whose every word comes from strangers: markdown keeps its structure and GitHub's limits, a digest its state. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeploymentPlan, DeploymentResult } from '../../../src/domain/deployment.ts';
import { COMMENT_LIMIT } from '../../../src/report/comment.ts';
import { renderPlanComment, renderPlanMarkdown } from '../../../src/report/deployment/plan-markdown.ts';
import { renderPlan } from '../../../src/report/deployment/plan-terminal.ts';
import {
  renderDeploymentComment,
  renderDeploymentMarkdown,
} from '../../../src/report/deployment/result-markdown.ts';
import { renderDeployment } from '../../../src/report/deployment/result-terminal.ts';
import { createPaint } from '../../../src/report/paint.ts';
import { meaningsOf, readMarkdown } from '../../support/github-markdown.ts';
import { hostile } from '../hostile-results.ts';
import { LINKS, MARKER } from '../results.ts';
import { deployment, migration, plan, proof, statement } from './deployments.ts';

const nightly = process.env['PARTITION_GUARD_NIGHTLY'] !== undefined;
const CASES = { numRuns: nightly ? 5_000 : 60 };

/** Every text that is not this program's own. */
const planOf = (word: string): DeploymentPlan =>
  plan({
    environment: word,
    target: { database: word, user: word, serverVersion: word },
    pending: [
      migration({
        version: word,
        description: word,
        file: word,
        script: word,
        statements: [
          statement({
            file: word,
            text: word,
            locks: [{ table: word, mode: 'SHARE', heldMs: 3, measured: { heldMs: 1 } }],
          }),
          statement({ file: word, text: word, locks: [], basis: 'unknown', work: 'unknown' }),
        ],
      }),
    ],
    calls: [word],
    sizes: [{ table: word, bytes: 1 }],
    rowsToMove: [{ table: word, rows: 1, bytes: 1, reason: word }],
    drift: [word],
    blockers: [{ kind: 'disk', weight: 'warn', message: word, hint: word }],
    refusals: [{ gate: 'history', message: word, hint: word }],
    notes: [word],
  });

const resultOf = (word: string): DeploymentResult =>
  deployment({
    outcome: 'failed',
    environment: word,
    plan: planOf(word),
    applied: [
      { version: word, description: word, script: word, durationMs: 1, proofs: [proof({ table: word })] },
    ],
    failure: {
      message: word,
      hint: word,
      recovery: word,
      location: { file: word, line: 3 },
      proofs: [proof({ table: word, verdict: 'differs', differences: [word], passedOver: [word] })],
    },
    refusals: [{ gate: 'plan', message: word, hint: word }],
    warnings: [word],
  });

const OWN_HTML =
  /^(?:<!-- partition-guard: comment -->|<br>|<details><summary>(?:[^<>]|<span>\$<\/span>)*<\/summary>|<\/details>)$/;
const OWN_LINK = /^https:\/\/github\.com\/your-organisation\/bookings\/blob\//;

describe.each([
  ['plan', (word: string) => renderPlanComment(planOf(word), { marker: MARKER, links: LINKS })],
  ['result', (word: string) => renderDeploymentComment(resultOf(word), { marker: MARKER, links: LINKS })],
] as const)('the comment on a %s', (_, render) => {
  it('means nothing beside what it says, whatever strangers call their things', () => {
    fc.assert(
      fc.property(hostile, (word) => {
        const { html, links, words } = readMarkdown(render(word));
        expect(html.filter((tag) => !OWN_HTML.test(tag))).toEqual([]);
        expect(links.filter((link) => !OWN_LINK.test(link))).toEqual([]);
        expect(meaningsOf(words)).toEqual([]);
      }),
      CASES,
    );
  });
});

const MANY = Array.from({ length: 3_000 }, (_, line) =>
  statement({ line, text: `alter table t${line} add column x int` }),
);

it('stays within the comment, and says what was left out', () => {
  const long = plan({ pending: [migration({ statements: MANY })] });
  for (const told of [
    renderPlanComment(long, { marker: MARKER }),
    renderDeploymentComment(deployment({ plan: long }), { marker: MARKER }),
  ]) {
    expect(told.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(told).toContain('Left out here for its length:');
    expect(told).toContain('of 3,000 statements');
    expect(told.split('\n')[0]).toBe(MARKER);
  }
  expect(renderPlanMarkdown(long)).toContain('alter table t2999');
  expect(renderDeploymentMarkdown(deployment({ plan: long }))).toContain('alter table t2999');
});

it('obeys no command of the runner, and moves no cursor, on a terminal', () => {
  const options = { paint: createPaint({ colour: false }), width: 100 };
  fc.assert(
    fc.property(hostile, (word) => {
      for (const line of `${renderPlan(planOf(word), options)}${renderDeployment(resultOf(word), options)}`.split(
        '\n',
      )) {
        expect(line).not.toMatch(/^\s*::|##\[/);
        // eslint-disable-next-line no-control-regex
        expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      }
    }),
    CASES,
  );
});
