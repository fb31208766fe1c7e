import { describe, expect, it } from '@jest/globals';
import { commitAddress, lineAddress, pageAddress, runAddress } from '../../src/report/links.ts';

const links = {
  serverUrl: 'https://github.com',
  repository: 'your-organisation/bookings',
  sha: '0123456789abcdef0123456789abcdef01234567',
};

const BLOB = `https://github.com/your-organisation/bookings/blob/${links.sha}`;

describe('the address of a line', () => {
  it.each([
    ['db/migration/V1__a.sql', `${BLOB}/db/migration/V1__a.sql#L24`],
    ['./db//V1__a.sql', `${BLOB}/db/V1__a.sql#L24`],
    ['my folder/V1__ü#1?.sql', `${BLOB}/my%20folder/V1__%C3%BC%231%3F.sql#L24`],
    ['a(b)[c]*!\'"`<d>|.sql', `${BLOB}/a%28b%29%5Bc%5D%2A%21%27%22%60%3Cd%3E%7C.sql#L24`],
    ['a\nb\\c.sql', `${BLOB}/a%0Ab%5Cc.sql#L24`],
    ['a\ud800b.sql', `${BLOB}/a%EF%BF%BDb.sql#L24`],
  ])('%j is at %s', (file, address) => {
    expect(lineAddress({ file, line: 24 }, links)).toBe(address);
  });

  it.each([
    '../V1__a.sql',
    'a/../../V1__a.sql',
    '/etc/V1__a.sql',
    '\\\\host\\V1',
    'C:\\V1',
    '',
    '.',
    `${'x'.repeat(999)}.sql`,
  ])('is none for %j', (file) => {
    expect(lineAddress({ file, line: 24 }, links)).toBeUndefined();
  });

  it('names no line that can be none', () => {
    expect(lineAddress({ file: 'a.sql', line: 0 }, links)).toBe(`${BLOB}/a.sql`);
    expect(lineAddress({ file: 'a.sql', line: 1.5 }, links)).toBe(`${BLOB}/a.sql`);
  });

  it('keeps the path of an enterprise server', () => {
    const own = { ...links, serverUrl: 'https://git.example.org/hub/' };
    expect(lineAddress({ file: 'a.sql', line: 1 }, own)).toBe(
      `https://git.example.org/hub/your-organisation/bookings/blob/${links.sha}/a.sql#L1`,
    );
  });

  it.each([
    { ...links, serverUrl: 'javascript:alert(1)' },
    { ...links, serverUrl: 'github.com' },
    { ...links, repository: 'bookings' },
    { ...links, repository: 'a/b)[c](d' },
    { ...links, sha: 'main' },
    undefined,
  ])('is none where the repository is not known for sure: %j', (unsure) => {
    expect(lineAddress({ file: 'a.sql', line: 1 }, unsure)).toBeUndefined();
  });
});

describe('other addresses', () => {
  it('lead to the commit and to the run', () => {
    expect(commitAddress(links)).toBe(`https://github.com/your-organisation/bookings/commit/${links.sha}`);
    const runUrl = 'https://github.com/your-organisation/bookings/actions/runs/42/attempts/1';
    expect(runAddress({ ...links, runUrl })).toBe(runUrl);
    expect(runAddress({ ...links, runUrl: 'https://x.example/a)b (c' })).toBe(
      'https://x.example/a%29b%20%28c',
    );
    expect(runAddress({ ...links, runUrl: 'data:text/html,x' })).toBeUndefined();
    expect(runAddress(links)).toBeUndefined();
  });

  it('lead to the page on a check only where the pages have one', () => {
    expect(pageAddress('no-gap')).toBeUndefined();
    expect(pageAddress('no-gap', 'https://x.example/')).toBe('https://x.example/docs/checks/no-gap.md');
    expect(pageAddress('assertion:no (double)', 'https://x.example/')).toBe(
      'https://x.example/docs/checks/assertions.md',
    );
  });
});
