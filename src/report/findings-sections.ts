/** The findings as markdown: a table of what to do, and each in its own words with its examples. */
import type { Location } from '../domain/location.ts';
import type { CheckResult, RunResult } from '../domain/result.ts';
import { count, thousands } from '../domain/wording.ts';
import { type Finding, type FindingKind, findingsOf } from './findings.ts';
import { whereMet } from './headline.ts';
import { pageAddress, type RepositoryLinks } from './links.ts';
import { code, linked, prose, tableHead, tableRow } from './markdown-text.ts';
import { fullPlace, shortPlaces } from './places.ts';
import { NEED, type Section } from './sections.ts';
import { replayCommand } from './summary.ts';
import { listed, pageOf, scenarioTitle } from './words.ts';

const MARKS: Readonly<Record<FindingKind, string>> = { failure: '❌', inconclusive: '❔', warning: '⚠️' };

const ADVICE_LENGTH = 240;
const EXAMPLES = 5;
const EXAMPLE_LENGTH = 200;

/** What was found, where, and what to do: a row a finding. */
export function findingsTable(result: RunResult, links: RepositoryLinks | undefined, most: number): Section {
  const findings = findingsOf(result);
  const locations = findings.flatMap(({ check }): Location[] => (check.location ? [check.location] : []));
  const placeOf = shortPlaces(locations, links);
  const items = findings.map(({ kind, check, scenarios }) => ({
    need: NEED.finding,
    text: tableRow([
      `${MARKS[kind]} ${code(check.id, 80)}, ${prose(whereMet(scenarios), 120)}`,
      check.location ? placeOf(check.location) : '',
      prose(advice(kind, check), ADVICE_LENGTH),
    ]),
  }));
  return { name: 'finding', head: tableHead(['check', 'where', 'what to do']), items, most };
}

/** The remedy; where that says little without what was found, that first. */
const advice = (kind: FindingKind, { message, remedy }: CheckResult): string =>
  kind === 'failure' && remedy !== '' ? remedy : [message, remedy].filter((text) => text !== '').join(' ');

/** Every finding in its own words, with its first examples and the command that plays it again. */
export function findingsInFull(result: RunResult, links: RepositoryLinks | undefined, most: number): Section {
  const items = findingsOf(result).map((finding) => ({
    need: NEED.proof,
    text: inFull(result, finding, links),
  }));
  return { name: 'finding', aspect: 'the details', items, most };
}

function inFull(result: RunResult, finding: Finding, links: RepositoryLinks | undefined): string {
  const { kind, check, scenarios } = finding;
  const [first] = scenarios;
  const { statement, examples, unlisted = 0 } = check.evidence;
  const shown = examples.slice(0, EXAMPLES);
  const more = examples.length - shown.length + unlisted;
  const place = [
    ...(check.location ? [fullPlace(check.location, links)] : []),
    ...(statement ? [code(statement, EXAMPLE_LENGTH)] : []),
  ].join(': ');
  const points = [
    ...(place === '' ? [] : [place]),
    ...shown.map(example),
    ...(shown.length > 0 && more > 0 ? [`… and ${thousands(more)} more`] : []),
    ...(check.remedy === '' ? [] : [`→ ${prose(check.remedy)}`]),
    `The check: ${page(check.id)}`,
    ...(check.verdict === 'fail' ? [`Play it again: ${code(replayCommand(result, first), 300)}`] : []),
  ];
  return [
    `- ${MARKS[kind]} ${code(check.id, 80)} in ${prose(met(result, scenarios), 240)}: ${prose(check.message)}`,
    ...points.map((point) => `  - ${point}`),
  ].join('\n');
}

/** All of a few, of many how many and the first. */
const met = (result: RunResult, [first, ...others]: Finding['scenarios']): string =>
  others.length < 3
    ? listed([first, ...others].map(scenarioTitle))
    : `${thousands(others.length + 1)} of ${count(result.scenarios.length, 'scenario')}, first ${scenarioTitle(first)}`;

/** Leads to the page where that has an address; a path of this project would lead nowhere in another's repository. */
const page = (id: string): string => {
  const address = pageAddress(id);
  return linked(code(pageOf(id), 120), address) + (address === undefined ? ' of partition-guard' : '');
};

/** A row as the checks tell it: its key, when, and where it was. */
const ROW = /^(.+) at (\d{4,}-\d\d-\d\d\S*(?: \d\d:\S+)?), of (.+)$/su;

function example(line: string): string {
  const [, key, at, rest] = ROW.exec(line) ?? [];
  if (key === undefined || at === undefined || rest === undefined) return prose(line, EXAMPLE_LENGTH);
  return `${code(key, 80)} at ${prose(at, 40)}, of ${prose(rest, EXAMPLE_LENGTH)}`;
}

const KEYS = 3;

const FIRST: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'no-row-lost': 'First lost',
    'no-row-duplicated': 'First of them',
    'no-row-changed': 'First changed',
  }),
);

/** `First lost: b1, b2 and b3.`, of a finding about rows; how many there are, it says itself. */
export function firstKeys({ id, evidence }: CheckResult): string | undefined {
  const keys = evidence.examples.flatMap((line) => ROW.exec(line)?.[1] ?? []);
  if (keys.length === 0) return undefined;
  const shown = keys.slice(0, KEYS).map((key) => code(key, 60));
  return `${FIRST.get(id) ?? 'First'}: ${listed(shown)}.`;
}
