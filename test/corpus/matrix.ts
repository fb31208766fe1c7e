/** docs/judged-corpus.md: which check catches which entry of the corpus, as a run has shown it. */
import { join } from 'node:path';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { ROOT } from '../acceptance/program.ts';
import { failuresIn, toldIn } from './judgement.ts';
import type { PlayedEntry } from './play.ts';

export const MATRIX_FILE = join(ROOT, 'docs', 'judged-corpus.md');

const OPENING = `# What the checks were tried on

Generated from a run of the corpus by \`npm run corpus\`; not edited. Each entry is a small project in
[test/fixtures/corpus](../test/fixtures/corpus), and each run of the tests plays them all: a faulty one must fail by the
check that is meant for it, at its guilty line, and by no check that is not named; a right one must pass, though it
looks like a fault. Whatever fault is found later becomes an entry first.
[judged-majors.md](judged-majors.md) tells of PostgreSQL's majors.
`;

/** The text of the file. */
export function renderMatrix(played: readonly PlayedEntry[]): string {
  const bad = played.filter(({ entry }) => entry.kind === 'bad');
  const good = played.filter(({ entry }) => entry.kind === 'good');
  return [
    OPENING,
    `## ${bad.length} faulty migrations\n`,
    '● the check that is meant for it fails · ○ this one fails too\n',
    table(bad, markOfFault),
    `\n## ${good.length} right migrations that look faulty\n`,
    '✓ the check that it tempts judges it, and passes · other checks pass too, or have nothing to judge\n',
    table(good, markOfTemptation),
    '',
  ].join('\n');
}

type Mark = (played: PlayedEntry, check: string) => string;

const ASSERTIONS = 'assertion';

const isOf = (check: string, id: string): boolean =>
  check === ASSERTIONS ? id.startsWith(`${ASSERTIONS}:`) : id === check;

const markOfFault: Mark = ({ entry, outcome }, check) => {
  if (outcome instanceof Error) return '?';
  const fails = failuresIn(outcome).some((told) => isOf(check, told.id));
  if (!fails) return '';
  return entry.about.checks.some((id) => isOf(check, id)) ? '●' : '○';
};

const markOfTemptation: Mark = ({ entry, outcome }, check) => {
  if (outcome instanceof Error) return '?';
  const own = toldIn(outcome).filter((told) => isOf(check, told.id));
  if (own.some((told) => told.verdict === 'fail')) return '✖';
  if (own.some((told) => told.verdict === 'inconclusive')) return '?';
  return entry.about.checks.some((id) => isOf(check, id)) ? '✓' : '';
};

/** Columns of checks that mark nothing are left out: the other half has them. */
function table(played: readonly PlayedEntry[], mark: Mark): string {
  const checks = [...CHECKS.map((check) => check.id), ASSERTIONS].filter((check) =>
    played.some((one) => mark(one, check) !== ''),
  );
  const rows = played.map((one) => [
    `[${one.entry.about.title.replaceAll('|', '\\|')}](../test/fixtures/corpus/${one.entry.name})`,
    one.entry.about.style,
    keyTypesOf(one),
    ...checks.map((check) => mark(one, check)),
  ]);
  const head = ['migration', 'style', 'key', ...checks.map((check) => check.replaceAll('-', '-<br>'))];
  return [head, head.map((_, i) => (i < 3 ? '---' : ':-:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function keyTypesOf({ outcome }: PlayedEntry): string {
  if (outcome instanceof Error) return '';
  const layouts = outcome.scenarios.flatMap(({ before, after }) => [...before, ...after]);
  return [...new Set(layouts.map((layout) => layout.keyType))].sort().join(', ');
}
