/** What an error of a session comes to. */
import { describe, expect, it } from '@jest/globals';
import { CONNECTION_FAILURE, sqlFailureOf } from '../../src/postgres/sql-failure.ts';

describe('an error of a session', () => {
  it.each([
    ['writes to a session that has just ended', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })],
    ['reads from one', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    ['waits for one', new Error('Connection terminated unexpectedly')],
  ])('is a lost connection where it %s', (_, error) => {
    expect(sqlFailureOf(error).sqlstate).toBe(CONNECTION_FAILURE);
  });

  it('is a fault of the program where it is nothing of the kind', () => {
    const error = new TypeError('x is not a function');
    expect(() => sqlFailureOf(error)).toThrow(error);
  });
});
