/** Why results can't be joined: what they have to have in common, and have not. */
import type { RunResult } from '../domain/result.ts';
import { clip } from './printable.ts';
import { listed } from './words.ts';

const TEXT_LENGTH = 200;

const FACTS: readonly (readonly [string, (result: RunResult) => string])[] = [
  ['version of partition-guard', ({ toolVersion }) => toolVersion],
  ['seed', ({ seed }) => String(seed)],
  ['number of rows', ({ rows }) => String(rows)],
  ['severity that fails the run', ({ failOn = 'error' }) => failOn],
  ['kind of server', ({ server }) => server.kind],
  ['options', ({ replayOptions }) => withoutMajor(replayOptions).join(' ') || 'none'],
];

/** A line for each. */
export function differencesOf(results: readonly RunResult[]): string[] {
  const facts = FACTS.flatMap(([what, of]) => {
    const values = [...new Set(results.map(of))].sort();
    if (values.length < 2) return [];
    return [
      `the reports differ in their ${what}: ${listed(values.map((value) => clip(value, TEXT_LENGTH)))}`,
    ];
  });
  const migrations = new Set(
    results.map(({ migrations, release = '', underTest = '' }) =>
      JSON.stringify([release, underTest, migrations.map(migrationsOf)]),
    ),
  );
  const rules = new Set(results.map(({ configurationDigest = '' }) => configurationDigest));
  return [
    ...facts,
    ...(migrations.size > 1 ? ['the reports are not of the same migrations'] : []),
    ...(rules.size > 1 ? ['the reports were not judged by the same configuration'] : []),
  ];
}

const migrationsOf = ({ folder, files, filesUnderTest, digest = '' }: RunResult['migrations'][number]) => [
  folder,
  files,
  filesUnderTest,
  digest,
];

/** The options without the major of the server. */
export const withoutMajor = (options: readonly string[]): string[] =>
  options.filter((word, i) => word !== '--postgres' && options[i - 1] !== '--postgres');
