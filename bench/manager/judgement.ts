/** Figures beside their bars: what passed, what did not and by how much, what could not be judged. */

import pg from 'pg';
import { isInterrupted } from '../../src/postgres/interrupt.ts';

export type Judgement =
  | { readonly kind: 'pass' | 'fail'; readonly text: string }
  | { readonly kind: 'not-judged'; readonly text: string };

export interface Bar {
  readonly what: string;
  readonly figure: number;
  readonly bar: number;
  /** Writes a figure with its unit. */
  readonly show: (figure: number) => string;
}

export const atLeast = ({ what, figure, bar, show }: Bar): Judgement =>
  figure >= bar
    ? { kind: 'pass', text: `${what}: ${show(figure)}, at least ${show(bar)}` }
    : {
        kind: 'fail',
        text: `${what}: ${show(figure)}, wanted at least ${show(bar)}, short by ${show(bar - figure)}`,
      };

export const atMost = ({ what, figure, bar, show }: Bar): Judgement =>
  figure <= bar
    ? { kind: 'pass', text: `${what}: ${show(figure)}, at most ${show(bar)}` }
    : {
        kind: 'fail',
        text: `${what}: ${show(figure)}, wanted at most ${show(bar)}, over by ${show(figure - bar)}`,
      };

export const isTrue = (what: string, violations: readonly string[]): Judgement =>
  violations.length === 0
    ? { kind: 'pass', text: what }
    : { kind: 'fail', text: `${what}: not so: ${violations.join('; ')}` };

export const notJudged = (what: string, why: string): Judgement => ({
  kind: 'not-judged',
  text: `${what}: not judged, ${why}`,
});

/** What the server refuses is a bar that is missed; any other error is thrown on. */
export function refusal(what: string, error: unknown): Judgement {
  if (!(error instanceof pg.DatabaseError) || isInterrupted()) throw error;
  const lines = [error.message, error.detail, error.hint, error.where].filter((line) => line !== undefined);
  return { kind: 'fail', text: `${what}: ${error.code ?? ''} ${lines.join('\n      ')}` };
}

const MARKS = { pass: 'PASS', fail: 'FAIL', 'not-judged': '????' } as const;

export const renderJudgement = ({ kind, text }: Judgement): string => `${MARKS[kind]}  ${text}`;

/** 1 where a bar is missed, 2 where one could not be judged, 0 where all are kept. */
export function exitStatusOf(judgements: readonly Judgement[]): number {
  if (judgements.length === 0) return 2;
  if (judgements.some(({ kind }) => kind === 'fail')) return 1;
  return judgements.some(({ kind }) => kind === 'not-judged') ? 2 : 0;
}

export const times = (figure: number): string => `${figure.toFixed(2)} ×`;
export const milliseconds = (figure: number): string => `${Math.round(figure).toLocaleString('en')} ms`;
export const seconds = (figure: number): string => `${figure.toFixed(2)} s`;
export const bytes = (figure: number): string => `${figure.toFixed(1)} bytes`;
export const count = (figure: number): string => Math.round(figure).toLocaleString('en');
