/** What the majors of PostgreSQL make of the corpus: where they differ, why, and docs/judged-majors.md. */
import { join } from 'node:path';
import { thousands } from '../../src/domain/wording.ts';
import { ROOT } from '../acceptance/program.ts';
import type { Entry } from './entry.ts';
import { toldIn } from './judgement.ts';
import type { PlayedEntry } from './play.ts';

export const MAJORS_FILE = join(ROOT, 'docs', 'judged-majors.md');

/**
 * By entry: what each check said in each scenario, with the file that it blames, and without words that hold numbers of
 * the machine. The line is held against the entry's own: of two equal statements either may be told.
 */
export type Said = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface MajorJudgement {
  readonly major: number;
  readonly said: Said;
  /** Names of the entries that are not judged as they say. */
  readonly mistaken: ReadonlySet<string>;
}

export const saidOf = (played: readonly PlayedEntry[]): Said =>
  new Map(
    played.map(({ entry, outcome }) => [
      entry.name,
      new Map(
        outcome instanceof Error
          ? [['the run', `ended with an error: ${outcome.message}`]]
          : toldIn(outcome).map(({ id, scenario, verdict, severity, location }) => [
              `${id} in ${scenario}`,
              `${verdict} (${severity})${location ? ` in ${location.file}` : ''}`,
            ]),
      ),
    ]),
  );

export interface Difference {
  readonly entry: string;
  readonly check: string;
  /** By major, what it said. */
  readonly said: readonly string[];
  /** Undefined where nobody has documented it. */
  readonly reason: string | undefined;
}

/** By entry and check; what is here is written into the document with it. */
const REASONS: ReadonlyMap<string, string> = new Map([]);

export function differencesBetween(judged: readonly MajorJudgement[]): Difference[] {
  const entries = new Set(judged.flatMap(({ said }) => [...said.keys()]));
  return [...entries].flatMap((entry) => {
    const checks = new Set(judged.flatMap(({ said }) => [...(said.get(entry)?.keys() ?? [])]));
    return [...checks].flatMap((check): Difference[] => {
      const said = judged.map(({ said: own }) => own.get(entry)?.get(check) ?? 'nothing');
      if (new Set(said).size < 2) return [];
      const told = said.map((words, i) => `${judged[i]?.major ?? ''}: ${words}`);
      return [{ entry, check, said: told, reason: REASONS.get(`${entry} ${check}`) }];
    });
  });
}

const OPENING = `# The corpus on every PostgreSQL major

Generated from runs of the whole corpus by \`npm run corpus:majors\`; not edited. Each entry of
[test/fixtures/corpus](../test/fixtures/corpus) is played on each major and must be judged there as it says: a faulty one
by its check, at its guilty line. What every check says in every scenario is compared too, with the file that it blames.
[judged-corpus.md](judged-corpus.md) tells of the entries one by one.
`;

/** The text of the file. */
export function renderMajors(entries: readonly Entry[], judged: readonly MajorJudgement[]): string {
  const rows = judged.map(({ major, said, mistaken }) => {
    const of = (kind: Entry['kind']): string => {
      const own = entries.filter((one) => one.kind === kind && said.has(one.name));
      return `${own.filter(({ name }) => !mistaken.has(name)).length} of ${own.length}`;
    };
    const words = [...said.values()].reduce((sum, checks) => sum + checks.size, 0);
    return `| ${major} | ${of('bad')} | ${of('good')} | ${thousands(words)} |`;
  });
  const differences = differencesBetween(judged);
  return [
    OPENING,
    '| PostgreSQL | faulty migrations, failed as they must | right ones, passed | judgements compared |',
    '| --- | --: | --: | --: |',
    ...rows,
    '',
    ...(differences.length === 0
      ? ['All of them are equal on all majors.']
      : [
          'They are equal on all majors, but for these:',
          '',
          '| entry | check | on | why |',
          '| --- | --- | --- | --- |',
          ...differences.map(
            ({ entry, check, said, reason }) =>
              `| ${entry} | ${check} | ${said.join('<br>')} | ${reason ?? '?'} |`,
          ),
        ]),
    '',
  ].join('\n');
}
