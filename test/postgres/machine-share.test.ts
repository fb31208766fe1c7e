/** How many servers work at once, and what is said of it. */
import { describe, expect, it } from '@jest/globals';
import { shareMachine } from '../../src/postgres/machine-share.ts';

const GIGABYTE = 1024 ** 3;
const share = (wanted: number, cores: number, gigabytes: number) =>
  shareMachine(wanted, { cores, freeBytes: gigabytes * GIGABYTE }, GIGABYTE / 2);

describe('several majors on one machine', () => {
  it.each([
    // Wanted, cores, free GB: servers, scenarios of each.
    [2, 1, 16, 1, 2],
    [2, 2, 16, 1, 2],
    [2, 4, 16, 2, 2],
    [5, 4, 16, 2, 2],
    [5, 16, 64, 5, 3],
    [2, 16, 64, 2, 4],
    [5, 16, 6, 3, 4],
    [2, 4, 3, 1, 4],
    [2, 4, 0.1, 1, 4],
  ])(
    '%i wanted, %i cores, %d GB free: %i at once, %i scenarios each',
    (wanted, cores, gigabytes, servers, scenarios) => {
      expect(share(wanted, cores, gigabytes)).toMatchObject({ servers, scenarios });
    },
  );

  it('say what was decided, and why', () => {
    expect(share(2, 2, 16).told).toBe('one after another: 2 cores, and each takes 2');
    expect(share(5, 4, 16).told).toBe('2 at a time: 4 cores, and each takes 2');
    expect(share(2, 4, 3).told).toBe(
      'one after another: 3,072 MB of memory free, of which half may be taken, and up to 1,024 MB for each',
    );
    expect(share(2, 4, 16).told).toBe(
      'all at once: 4 cores, 16,384 MB of memory free, of which half may be taken, and up to 1,024 MB for each',
    );
  });
});
