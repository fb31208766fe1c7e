import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { playable, readMigrations } from '../../src/migrations/read-migrations.ts';
import { type Files, migrationsOf, mistakesOf, optionsIn, withFolder } from './folder.ts';

const filesIn = (files: Files, folders: readonly string[] = []): Promise<string[]> =>
  withFolder(files, async (cwd) => (await readMigrations(folders, optionsIn(cwd))).map(({ file }) => file));

const mistakesIn = (files: Files, folders: readonly string[] = []): Promise<string[]> =>
  withFolder(files, (cwd) => mistakesOf(() => readMigrations(folders, optionsIn(cwd))));

describe('readMigrations', () => {
  it('orders versions as numbers, then repeatables, at any depth', async () => {
    const files = {
      'm/R__b.sql': 'select 1',
      'm/R__a.sql': 'select 1',
      'm/V1.10__x.sql': 'select 1',
      'm/deep/er/V1.9__x.sql': 'select 1',
      'm/U1.9__x.sql': 'select 1',
      'm/notes.txt': 'x',
      'm/.hidden/V1__x.sql': 'x',
      'n/V1.9.5__x.sql': 'select 1',
    };
    expect(await filesIn(files, ['m', 'n'])).toEqual([
      'm/deep/er/V1.9__x.sql',
      'n/V1.9.5__x.sql',
      'm/V1.10__x.sql',
      'm/R__a.sql',
      'm/R__b.sql',
    ]);
  });

  it('finds the known folders in their order', async () => {
    const files = { 'migrations/V1__a.sql': '', 'db/migration/V1__b.sql': '' };
    expect(await filesIn(files)).toEqual(['db/migration/V1__b.sql']);
    expect(await filesIn({ 'src/main/resources/db/migration/V1__c.sql': '' })).toEqual([
      'src/main/resources/db/migration/V1__c.sql',
    ]);
    expect(await mistakesIn({ 'other/V1__a.sql': '' })).toEqual([
      'no migrations folder: looked for sql/migrations, db/migration, src/main/resources/db/migration, migrations',
    ]);
  });

  it('reads a file once that two folders hold', async () => {
    expect(await filesIn({ 'm/n/V1__a.sql': '' }, ['m', 'm/n', './m/'])).toEqual(['m/n/V1__a.sql']);
  });

  it('tells every mistake of a folder at once', async () => {
    const files = {
      'm/V1_missing.sql': '',
      'm/V2__a.sql': 'select ${nmae}',
      'm/V02.0__b.sql': '',
      'm/R__x.sql': '',
      'm/n/R__x.sql': '',
      'm/V3__c.sql': Buffer.from("select 1;\nselect '\xe9'", 'latin1'),
      'm/V4__d.sql': Buffer.from('select 1', 'utf16le'),
      'm/V5__e.sql.conf': 'executeInTransaction=maybe\nfoo=1\nencoding=klingon\nshouldExecute=false',
    };
    const options = (cwd: string) => optionsIn(cwd, { name: 'x' });
    const mistakes = await withFolder(files, (cwd) => mistakesOf(() => readMigrations(['m'], options(cwd))));
    expect(mistakes).toEqual([
      'm/V5__e.sql.conf:1: executeInTransaction must be true or false',
      'm/V5__e.sql.conf:2: the setting "foo" is not known',
      'm/V5__e.sql.conf:3: the encoding "klingon" is not known',
      'm/V5__e.sql.conf:4: shouldExecute=false is not followed: every migration is played',
      'm/V1_missing.sql: not the name of a migration — a right name is "V1__missing.sql"',
      'm/V2__a.sql:1: the placeholder "${nmae}" has no value — did you mean "${name}"?',
      'm/V3__c.sql:2: holds bytes that are not UTF-8',
      'm/V4__d.sql: holds a NUL byte: it is binary, or UTF-16',
      'm/V2__a.sql: version 2 is that of m/V02.0__b.sql too',
      'm/n/R__x.sql: the description "x" is that of m/R__x.sql too',
    ]);
  });

  it('reads on to the next brace for a placeholder, as Flyway does, also where there is none', async () => {
    expect(await mistakesIn({ 'm/V1__a.sql': 'select 1;\nselect ${a\nb}' }, ['m'])).toEqual([
      'm/V1__a.sql:2: the placeholder "${a}" has no value',
    ]);
    expect(await mistakesIn({ 'm/V1__a.sql': "select '${';\nselect 2" }, ['m'])).toEqual([
      'm/V1__a.sql:1: the placeholder "${\';}" has no value',
    ]);
  });

  it('names folders that are missing, empty or none', async () => {
    const files = { 'db/migration/V1__a.sql': '', file: '', 'empty/notes.txt': '' };
    expect(await mistakesIn(files, ['db/migrations', 'file', 'empty', 'nothing/like/it'])).toEqual([
      'db/migrations: no such migrations folder — did you mean "db/migration"?',
      'file: a file, not a folder of migrations',
      'empty: no migrations in this folder',
      'nothing/like/it: no such migrations folder',
    ]);
  });

  it('follows links inside the folder, and none that leave it', async () => {
    await withFolder({ 'm/real/V1__a.sql': '', 'out/V2__b.sql': '', 'm/V4__d.sql': '' }, async (cwd) => {
      symlinkSync('real', path.join(cwd, 'm/link'));
      symlinkSync('..', path.join(cwd, 'm/real/up'));
      expect((await readMigrations(['m'], optionsIn(cwd))).map(({ file }) => file)).toEqual([
        'm/link/V1__a.sql',
        'm/V4__d.sql',
      ]);
      symlinkSync('../out', path.join(cwd, 'm/outside'));
      symlinkSync('../out/V2__b.sql', path.join(cwd, 'm/V2__b.sql'));
      symlinkSync('nowhere', path.join(cwd, 'm/V3__c.sql'));
      mkdirSync(path.join(cwd, 'm/V5__e.sql'));
      expect(await mistakesOf(() => readMigrations(['m'], optionsIn(cwd)))).toEqual([
        'm/V2__b.sql: a symbolic link that leaves the migrations folder',
        'm/V3__c.sql: a symbolic link to nothing',
        'm/outside: a symbolic link that leaves the migrations folder',
      ]);
    });
  });

  it('shows no control characters of a name', async () => {
    expect(await mistakesIn({ 'm/x\n::error::.sql': '' }, ['m'])).toEqual([
      'm/x\\u000a::error::.sql: not the name of a migration — a right name is "V1__x_error.sql"',
    ]);
  });

  it('refuses a file that is too large', async () => {
    expect(await mistakesIn({ 'm/V1__a.sql': Buffer.alloc(20 * 1024 * 1024 + 1, 0x20) }, ['m'])).toEqual([
      'm/V1__a.sql: 21 MB, and 20 MB is the most that is read',
    ]);
  });
});

describe('a migration', () => {
  it('has its text without a byte order mark, and the checksum of its lines', async () => {
    const [plain, marked] = await migrationsOf({
      'V1__a.sql': 'select 1;\n',
      'V2__b.sql': '\ufeffselect 1;\r\n',
    });
    expect(marked?.text).toBe('select 1;\r\n');
    expect(marked?.checksum).toBe(plain?.checksum);
  });

  it('has its placeholders replaced, in upper and lower case alike, and its lines kept', async () => {
    const text =
      "/* ${Long} */\nselect '${long}',\n  '${flyway:filename}', '${FLYWAY:user}';\n\nselect 2;\nselect '$' || '{x';";
    const [migration] = await migrationsOf({ 'V1__a.sql': text }, { long: 'one\ntwo\nthree' });
    expect(migration?.statements.map(({ text, line, lines }) => ({ text, line, lines }))).toEqual([
      { text: "select 'one\ntwo\nthree',\n  'V1__a.sql', 'owner'", line: 2, lines: [2, 2, 2, 3] },
      { text: 'select 2', line: 5, lines: [5] },
      { text: "select '$' || '{x'", line: 6, lines: [6] },
    ]);
    expect(migration?.text).toBe(text);
  });

  it('keeps its placeholders where its configuration says so', async () => {
    const files = { 'V1__a.sql': "select '${x}'", 'V1__a.sql.conf': '# why\nplaceholderReplacement=false\n' };
    const [migration] = await migrationsOf(files);
    expect(migration?.statements[0]?.text).toBe("select '${x}'");
  });

  it('is read in the encoding that its configuration names', async () => {
    const [latin, utf8] = await migrationsOf({
      'V1__a.sql': Buffer.from("select 'é'", 'latin1'),
      'V1__a.sql.conf': 'encoding=ISO-8859-1',
      'V2__b.sql': "select 'é'",
    });
    expect(latin?.statements[0]?.text).toBe("select 'é'");
    expect(latin?.checksum).toBe(utf8?.checksum);
  });

  it('knows Flyway’s own placeholders', async () => {
    const [migration] = await migrationsOf({
      'V1__a.sql':
        '-- ${flyway:timestamp} ${flyway:table} ${flyway:environment}\nselect 1 as "${flyway:defaultSchema} ${flyway:database} ${flyway:workingDirectory}"',
    });
    expect(migration?.statements[0]?.text).toBe('select 1 as "public shop /"');
  });

  it('of the repeatable kind has the checksum of what is played', async () => {
    const [before] = await migrationsOf({ 'R__a.sql': "select '${x}'" }, { x: '1' });
    const [after] = await migrationsOf({ 'R__a.sql': "select '${x}'" }, { x: '2' });
    expect(before?.checksum).not.toBe(after?.checksum);
  });

  it.each([
    ['one', 'create table a (b int); create index on a (b); call p();'],
    ['none', 'create index concurrently i on a (b);'],
    ['mixed', 'create table a (b int); create index concurrently i on a (b);'],
    ['one', ''],
  ])('is played in %s: %s', async (transaction, text) => {
    expect(await migrationsOf({ 'V1__a.sql': text })).toMatchObject([{ transaction }]);
  });

  it('is played as its configuration says', async () => {
    const text = 'create table a (b int); create index concurrently i on a (b);';
    for (const [value, transaction] of [
      ['false', 'none'],
      ['true', 'one'],
    ] as const) {
      const files = { 'V1__a.sql': text, 'V1__a.sql.conf': `executeInTransaction=${value}` };
      expect(await migrationsOf(files)).toMatchObject([{ transaction }]);
    }
  });
});

describe('baseline migrations', () => {
  const namesOf = async (files: Files): Promise<string[]> =>
    playable(await migrationsOf(files)).map(({ file }) => file);

  it('stand for what is not above the newest of them, where a database is made anew', async () => {
    const files = {
      'V1__a.sql': '',
      'B2__ab.sql': '',
      'V2__b.sql': '',
      'V3__c.sql': '',
      'B3.0__abc.sql': '',
      'V3.1__d.sql': '',
      'R__r.sql': '',
    };
    expect(await namesOf(files)).toEqual(['B3.0__abc.sql', 'V3.1__d.sql', 'R__r.sql']);
    expect(await namesOf({ 'V1__a.sql': '', 'R__r.sql': '' })).toEqual(['V1__a.sql', 'R__r.sql']);
  });

  it('are of one version with no other', async () => {
    await withFolder({ 'm/B1__a.sql': '', 'm/B1.0__b.sql': '', 'm/V1__c.sql': '' }, async (cwd) => {
      expect(await mistakesOf(() => readMigrations(['m'], optionsIn(cwd)))).toEqual([
        'm/B1__a.sql: version 1 is that of m/B1.0__b.sql too',
      ]);
    });
  });
});
