/** Which servers of images are taken: by what the server says it is. */
import { describe, expect, it } from '@jest/globals';
import { majorOfImage } from '../../src/postgres/container-server.ts';

describe('the server of an image', () => {
  it.each([
    ['14.23', 14],
    ['18rc1', 18],
  ])('is taken: %s', (version, major) => {
    expect(majorOfImage('a:1', version, undefined)).toBe(major);
    expect(majorOfImage('a:1', version, major)).toBe(major);
  });

  it.each(['9.6.24', '13.20', '19beta1', ''])('is refused, whatever the tag says: %s', (version) => {
    expect(() => majorOfImage('postgres:17', version, undefined)).toThrow(
      expect.objectContaining({
        code: 'server-major-unknown',
        exitStatus: 64,
        message: `the image postgres:17 holds PostgreSQL ${version}, which can not be tested on`,
        hint: 'take an image of PostgreSQL 14 to 18',
      }),
    );
  });
});
