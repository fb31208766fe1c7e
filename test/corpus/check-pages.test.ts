/** The pages of the checks: there for each, alike in shape, with SQL that the corpus plays and YAML that can be read. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { instantOf } from '../../src/domain/instant.ts';
import { ASSERTION_PREFIX } from '../../src/settings/check-ids.ts';
import { validateSettings } from '../../src/settings/resolve-settings.ts';
import { ROOT } from '../acceptance/program.ts';
import { CORPUS, type Entry, readCorpus } from './entry.ts';

const FOLDER = join(ROOT, 'docs', 'checks');
const SECTIONS = [
  'What it proves',
  'Why it matters',
  'A migration that fails',
  'The same, right',
  'What to do',
  'Tuning and waiving',
];

/** The rules of the user's own are checks that share a page. */
const ASSERTIONS = 'assertions';
const PAGES = [...CHECKS.map((check) => check.id), ASSERTIONS];

const isOf = (page: string, check: string): boolean =>
  page === ASSERTIONS ? check.startsWith(ASSERTION_PREFIX) : check === page;

const textOf = (page: string): string =>
  existsSync(join(FOLDER, `${page}.md`)) ? readFileSync(join(FOLDER, `${page}.md`), 'utf8') : '';

const sectionOf = (page: string, title: string): string =>
  textOf(page)
    .split(/^## /m)
    .find((part) => part.startsWith(`${title}\n`)) ?? '';

const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map((match) => match[1] ?? '');

const unmarked = (sql: string): string => sql.replace(/ *-- guilty: .*$/gm, '').trim();

const entries = readCorpus().filter((found): found is Entry => !('malformed' in found));

/** The SQL of an entry, file by file. */
function filesOf(name: string): string[] {
  const folder = join(CORPUS, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => unmarked(readFileSync(join(folder, file), 'utf8')));
}

describe.each(PAGES)('the page of %s', (page) => {
  it('has its sections in their order, and none is empty', () => {
    const titles = [...textOf(page).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(titles).toEqual(SECTIONS);
    const empty = SECTIONS.filter((title) => sectionOf(page, title).replace(title, '').trim() === '');
    expect(empty).toEqual([]);
  });

  it.each([
    ['A migration that fails', 'bad'],
    ['The same, right', 'good'],
  ])('shows under "%s" what an entry of the corpus holds', (title, kind) => {
    const section = sectionOf(page, title);
    const name = /^<!-- corpus: (\S+) -->$/m.exec(section)?.[1] ?? 'none';
    expect(name.split('/')[0]).toBe(kind);
    const blocks = blocksOf(section, 'sql').map(unmarked);
    expect(blocks.length).toBeGreaterThan(0);
    const files = filesOf(name);
    expect(blocks.filter((block) => !files.some((file) => file.includes(block)))).toEqual([]);
    const checks = entries.find((entry) => entry.name === name)?.about.checks ?? [];
    expect([name, checks.some((id) => isOf(page, id))]).toEqual([name, true]);
  });

  it('has YAML that is read without a mistake, and waives the check with a reason and an end', async () => {
    // Together, for one block may name what another defines.
    const settings = await validateSettings({
      cwd: ROOT,
      configText: blocksOf(textOf(page), 'yaml').join(''),
      options: {},
      today: instantOf({ year: 2026, month: 3, day: 15 }),
    });
    const ending = settings.waivers.filter(({ until }) => until !== undefined);
    expect(ending.filter((waiver) => isOf(page, waiver.check)).length).toBeGreaterThan(0);
  });
});

const INDEX = join(FOLDER, 'README.md');

const renderIndex = (): string =>
  [
    '# The checks',
    '',
    'Generated from the checks themselves by `npm run corpus`; not edited. What each was tried on stands in',
    '[judged-corpus.md](../judged-corpus.md).',
    '',
    '| check | holds when | unless it is said | why |',
    '| --- | --- | --- | --- |',
    ...CHECKS.map(
      ({ id, title, severity, why }) => `| [${id}](${id}.md) | ${title} | ${severity} | ${why} |`,
    ),
    `| [assertion:*name*](${ASSERTIONS}.md) | A rule of your own holds | error | What a row means, you know. |`,
    '',
  ].join('\n');

describe('the pages of the checks', () => {
  it('are those of the checks there are', () => {
    const found = readdirSync(FOLDER).map((file) => file.replace(/\.md$/, ''));
    expect(found.filter((page) => ![...PAGES, 'README'].includes(page))).toEqual([]);
  });

  it('are listed in docs/checks/README.md (npm run corpus writes it)', () => {
    if (process.env['PARTITION_GUARD_WRITE'] === '1') writeFileSync(INDEX, renderIndex());
    expect(readFileSync(INDEX, 'utf8')).toBe(renderIndex());
  });
});
