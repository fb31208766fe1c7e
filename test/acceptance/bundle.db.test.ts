/** The program as it is committed: one bundle, on the Node of the PATH, which may be older than that of the tests. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Programs, ROOT } from './program.ts';
import { withProject } from './project.ts';

const programs = new Programs(2);
afterAll(() => programs.removeCache());

const BUNDLE = join(ROOT, 'dist', 'cli.js');

describe.each([
  ['the Node of the tests', process.execPath],
  ['the Node of the PATH', 'node'],
])('the bundle on %s', (_, node) => {
  const command = [node, BUNDLE] as const;
  // What npm puts in front of the PATH is the Node of the tests.
  const PATH = (process.env['PATH'] ?? '')
    .split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':');

  it('finds nothing in the shipped migration', async () => {
    await withProject({ example: 'empty-database' }, async ({ cwd }) => {
      const args = [
        'validate',
        '--rows',
        '200',
        '--scenario',
        'upgrade',
        '--scenario',
        'change:monthly->yearly',
      ];
      const { status, stdout } = await programs.run({ cwd, args, command, env: { PATH } });
      expect(stdout).toContain('PASS  2 scenarios');
      expect(status).toBe(0);
    });
  });

  it('sees rows lost, and where', async () => {
    await withProject({ example: 'bad/renamed-and-dropped' }, async ({ cwd }) => {
      const args = ['validate', '--rows', '200', '--scenario', 'upgrade'];
      const { status, stdout } = await programs.run({ cwd, args, command, env: { PATH } });
      expect(stdout).toMatch(/no-row-lost in upgrade +migrations\/V1__create_or_manage_partitions\.sql:\d+/);
      expect(status).toBe(1);
    });
  });

  it('tells a mistake in one line, and what to do in another', async () => {
    await withProject({ files: { 'migrations/one.sql': 'select 1;\n' } }, async ({ cwd }) => {
      const { status, stderr } = await programs.run({ cwd, args: ['validate'], command, env: { PATH } });
      expect(stderr.trimEnd().split('\n')).toEqual([
        'migrations/one.sql: not the name of a migration — a right name is "V1__one.sql"',
        expect.stringMatching(/^→ /),
      ]);
      expect(status).toBe(64);
    });
  });
});
