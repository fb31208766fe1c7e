/** What is told of a commit that failed: only a lost connection leaves a doubt. */
import { expect, it } from '@jest/globals';
import pg from 'pg';
import { failureOnTarget } from '../../../src/deploy/apply/look-again.ts';
import { NotApplied } from '../../../src/deploy/apply/not-applied.ts';
import type { Run } from '../../../src/deploy/apply/run.ts';

/** Without a transaction's number nobody is asked. */
const UNASKED = {} as Run;

const recoveryAfter = async (cause: Error): Promise<string | undefined> =>
  (await failureOnTarget(UNASKED, new NotApplied({ cause, statement: 'select 1', atCommit: true }))).recovery;

const answered = (code: string): Error => Object.assign(new pg.DatabaseError('no', 2, 'error'), { code });

it.each(['40001', '23503', '42P01'])('the answer %s is no lost connection', async (code) => {
  expect(await recoveryAfter(answered(code))).toBeUndefined();
});

it.each(['08006', '57P01', '57P02'])('the answer %s is looked into', async (code) => {
  expect(await recoveryAfter(answered(code))).toMatch(/^The connection was lost while it committed/);
});
