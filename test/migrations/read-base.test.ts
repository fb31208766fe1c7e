import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readMigrationsAt } from '../../src/migrations/read-base.ts';
import { git, mistakesOf, optionsIn, withFolder, writeFiles } from './folder.ts';

const READ = 'select 1;\nselect 2;\n';

/** A repository whose only commit is tagged v1, with the project in a folder of it. */
const withRepository = <T>(use: (folder: string) => T | Promise<T>): Promise<T> =>
  withFolder(
    { 'app/db/migration/V1__a.sql': READ, 'app/db/migration/déjà/V2__é.sql': '', 'V9__no.sql': '' },
    (top) => {
      git(top, 'init', '-q');
      git(top, 'add', '.');
      git(top, 'commit', '-qm', 'one');
      git(top, 'tag', 'v1');
      return use(path.join(top, 'app'));
    },
  );

describe('readMigrationsAt', () => {
  it('reads the folder as it was, in a folder of the repository', async () => {
    await withRepository(async (cwd) => {
      rmSync(path.join(cwd, 'db/migration/déjà'), { recursive: true });
      writeFiles(cwd, { 'db/migration/V1__a.sql': 'edited', 'db/migration/V3__c.sql': '' });
      const migrations = await readMigrationsAt('v1', [], optionsIn(cwd));
      expect(migrations.map(({ file, text, folder }) => ({ file, text, folder }))).toEqual([
        { file: 'db/migration/V1__a.sql', text: READ, folder: 'db/migration' },
        { file: 'db/migration/déjà/V2__é.sql', text: '', folder: 'db/migration' },
      ]);
      expect(migrations[0]?.statements.map(({ line }) => line)).toEqual([1, 2]);
    });
  });

  it('reads the whole repository, and a folder given twice once', async () => {
    await withRepository(async (cwd) => {
      const migrations = await readMigrationsAt('HEAD', ['..', '../app/db'], optionsIn(cwd));
      expect(migrations.map(({ file }) => file)).toEqual([
        'db/migration/V1__a.sql',
        'db/migration/déjà/V2__é.sql',
        '../V9__no.sql',
      ]);
    });
  });

  it('takes a folder that was not there for an empty base', async () => {
    await withRepository(async (cwd) => {
      mkdirSync(path.join(cwd, 'new'));
      expect(await readMigrationsAt('v1', ['new'], optionsIn(cwd))).toEqual([]);
    });
  });

  it.each(['nope', '--upload-pack=x', '', 'a b', 'HEAD:app', 'v1^^^^'])(
    'says that it does not know the ref %j',
    async (ref) => {
      await withRepository(async (cwd) => {
        const [mistake, ...more] = await mistakesOf(() => readMigrationsAt(ref, [], optionsIn(cwd)));
        expect(more).toEqual([]);
        expect(mistake).toMatch(/^the base ".*" is not (?:known to git here|a git ref)$/);
      });
    },
  );

  it('says where there is no repository, or the folder is outside of it', async () => {
    await withFolder({ 'm/V1__a.sql': '' }, async (cwd) => {
      expect(await mistakesOf(() => readMigrationsAt('HEAD', ['m'], optionsIn(cwd)))).toEqual([
        expect.stringMatching(/^cannot read the base "HEAD": not a git repository/),
      ]);
    });
    await withRepository(async (cwd) => {
      expect(await mistakesOf(() => readMigrationsAt('HEAD', ['../..'], optionsIn(cwd)))).toEqual([
        '../..: outside of the git repository, so its base cannot be read',
      ]);
    });
  });

  it('refuses links, and names that cannot be read', async () => {
    await withRepository(async (cwd) => {
      symlinkSync('/etc/passwd', path.join(cwd, 'db/migration/V4__d.sql'));
      git(cwd, 'add', '.');
      git(cwd, 'commit', '-qm', 'two');
      expect(await mistakesOf(() => readMigrationsAt('HEAD', [], optionsIn(cwd)))).toEqual([
        'db/migration/V4__d.sql: a symbolic link, which is not followed at a git ref',
      ]);
      rmSync(path.join(cwd, 'db/migration/V4__d.sql'));
      writeFiles(cwd, { 'db/migration/v5__e.sql': '' });
      git(cwd, 'add', '.');
      git(cwd, 'commit', '-qm', 'three');
      expect(await mistakesOf(() => readMigrationsAt('HEAD', [], optionsIn(cwd)))).toEqual([
        'db/migration/v5__e.sql: not the name of a migration — a right name is "V5__e.sql"',
      ]);
    });
  });
});
